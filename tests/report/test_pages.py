"""Pages of words: every number has a label, every term a place, and no household makes a page fail."""

from __future__ import annotations

import datetime
import random
from typing import Any

import jsonschema
import pytest
from tests.oracle.generate import random_household

from megaroth import questions
from megaroth.law.book import known_years, law_for, rows_of
from megaroth.questions import ALL, ask
from megaroth.report.ira_text import ira_lines
from megaroth.report.limits import GROUPS, OTHER, TAX, LimitsAnswer, limits_answer, limits_lines
from megaroth.report.lines import labelled, meter, wrapped
from megaroth.report.plan_text import GROUPS as TERMS
from megaroth.report.plan_text import PlanAnswer, plan_lines, said, terms
from megaroth.report.steps import steps_of_all
from megaroth.report.text import finding_lines, room_lines
from megaroth.room.answer import RoomAnswer

TODAY = datetime.date(2026, 6, 30)


@pytest.mark.parametrize("year", known_years())
def test_every_number_of_the_book_has_a_label_and_its_own_source(year: int) -> None:
    answer = limits_answer(year)
    shown = {number.name: number for numbers in answer.groups.values() for number in numbers}
    assert OTHER not in answer.groups
    for row in rows_of(year):
        number = shown[row.name]
        assert (number.values, number.status, number.source) == (row.values, row.status, row.source)
        assert "{" not in number.label
    assert answer.status == law_for(year).status


def test_the_page_has_what_an_accountant_expects_of_2026() -> None:
    page = "\n".join(line.text for line in limits_lines(limits_answer(2026)))
    for line in (
        "Elective deferrals, §402(g)                          $24,500 [1]",
        "Roth phase-out, joint                    $242,000 - $252,000 [1]",
        "Highly paid in 2027: pay of 2026 above              $160,000 [1]",
        "Social security wage base                           $184,500 [7]",
        "Standard deduction, joint                            $32,200 [10]",
        "Social security wage base: $192,300 (now $184,500)",
        "Brackets, joint: 10% to $24,800, 12% to $100,800,",
        "[1] IRS Notice 2025-67",
    ):
        assert line in page
    assert "PROJECTED" not in page.partition("What changes in 2027")[0]


def test_a_projected_year_marks_every_projected_number() -> None:
    answer = limits_answer(2027)
    assert {finding.code for finding in answer.findings} == {"law-projected", "no-brackets"}
    assert TAX not in answer.groups
    page = " ".join(line.text for line in limits_lines(answer, 200))
    for numbers in answer.groups.values():
        for number in numbers:
            part = page.split(number.label, 1)[1]
            word = part.split("]", 1)[1].split()[0]
            assert (word == "PROJECTED") == (number.status == "projected"), number


def test_next_years_numbers_are_those_of_next_years_page() -> None:
    following = {n.name: n for group in limits_answer(2026).groups.values() for n in group}
    for numbers in limits_answer(2025).groups.values():
        for number in numbers:
            if number.next_year is not None:
                assert number.next_year.values == following[number.name].values
                assert number.next_year.label == following[number.name].label


def test_every_term_of_a_plan_file_has_a_place() -> None:
    placed = [name for names in TERMS.values() for name in names]
    assert sorted(placed) == sorted(terms())


def test_labels_are_short_enough_for_their_column() -> None:
    for year in (2025, 2026):
        for numbers in limits_answer(year).groups.values():
            assert all(len(number.label) <= 41 for number in numbers if not number.rates)
    assert len({label for labels in GROUPS.values() for label in labels}) == sum(map(len, GROUPS.values()))


@pytest.mark.parametrize("seed", range(80))
def test_no_household_makes_a_page_fail(seed: int) -> None:
    household = random_household(random.Random(f"page {seed}"))
    answer = questions.room(household, TODAY)
    assert isinstance(answer, RoomAnswer), answer
    for width in (40, 80, 100):
        lines = room_lines(answer, width, steps=True, why=True, today=TODAY)
        assert all("\n" not in line.text and line.text == line.text.rstrip() for line in lines)
    for job in answer.jobs:
        assert any(job.name in line.text for line in lines)
    for step in steps_of_all(answer, TODAY):
        assert "None" not in step
        assert "no limit" not in step
    for name in ("plan", "ira"):
        question = next(question for question in ALL if question.name == name)
        jsonschema.validate(ask(name, household, TODAY).value, question.answer())
    ira = questions.ira(household, TODAY)
    assert not isinstance(ira, list)
    assert ira_lines(ira, 60, why=True)


@pytest.mark.parametrize(
    ("used", "limit", "bar"),
    [(0, 100, "[----------]   0%"), (1, 100, "[#---------]   1%"), (99, 100, "[#########-]  99%"),
     (100, 100, "[##########] 100%"), (150, 100, "[##########] 100% OVER"), (0, 0, "[----------]   0%")],
)  # fmt: skip
def test_a_meter_is_full_only_when_nothing_is_left(used: int, limit: int, bar: str) -> None:
    assert meter(used, limit, 10) == bar


def test_words_are_never_broken() -> None:
    assert [line.text for line in wrapped("after-tax contributions", 12)] == ["after-tax", "contributions"]
    assert [line.text for line in labelled("A", "b c", 30, 4)] == ["  A   b c"]


def plan(**terms: Any) -> PlanAnswer:
    answer = questions.check(terms, 2026)
    assert isinstance(answer, PlanAnswer), answer
    return answer


def test_a_plan_without_open_questions_needs_no_letter() -> None:
    answer = plan(after_tax_allowed="no")
    assert answer.as_json()["letter"] == ""
    assert "Ready to send" not in [line.text for line in plan_lines(answer)]


def test_terms_in_words() -> None:
    answer = plan(
        match=[{"rate_percent": 100, "up_to_percent_of_pay": 3}, {"rate_percent": "66 2/3", "up_to_dollars": 2_000, "service_from": 5}],
        match_limits={"max_dollars": 7_500, "max_percent_of_pay": 4},
        nonelective={"dollars": 500},
    )  # fmt: skip
    stated = answer.draft.stated
    assert (
        said(stated["match"].value)
        == "100% of the first 3% of pay, then 66 2/3% of the next $2,000.00, from 5 years of service"
    )
    assert said(stated["match_limits"].value) == "at most $7,500.00 and 4% of pay"
    assert said(stated["nonelective"].value) == "$500.00"


def test_findings_come_gravest_first_each_with_word_and_sign() -> None:
    answer = plan(after_tax_allowed="yes", roth_deferrals="no", in_plan_conversion="automatic", true_up="yes")
    heads = [line.text.split(":")[0] for line in finding_lines(list(answer.findings)) if line.text.startswith("[")]
    assert heads == sorted(heads, key=["[!!] ERROR", "[!] WARNING", "[i] INFO"].index)
    assert heads[0] == "[!!] ERROR"


def test_the_limits_of_a_year_without_data_are_refused() -> None:
    assert isinstance(questions.limits(2026), LimitsAnswer)
    refused = questions.limits(2018)
    assert isinstance(refused, list)
    assert refused[0].code == "law-year-unknown"
