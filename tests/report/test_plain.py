"""Our own sentences in the words of a page; what somebody typed stays as it is."""

from __future__ import annotations

import datetime
import re

import pytest
from tests.outlook.households import household

from megaroth import questions
from megaroth.questions.paper import beside
from megaroth.report.paper.content import in_words, paper_content
from megaroth.report.plain import plain, term_words

TODAY = datetime.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Amazon: RISK: It is not known.", "Amazon: It is not known."),
        ("Limits from 2027 on are PROJECTED; no notice.", "Limits from 2027 on are projected; no notice."),
        ("public hearsay, with sources (`megaroth companies`).", "public hearsay, with sources."),
        ("Replace `pay` by a table: [jobs.pay] with frequency, first_payday and annual.", "Say how often you are paid, and on which day."),
        ("A: the plan's terms are public hearsay about B plan, with sources.", "A: the terms are what public sources say of B plan."),
        ("$5.00 of match comes; the last paycheck of 31 December stays.", "$5.00 of match comes; the last paycheck of December 31 stays."),
        ("By 12 June 2026 $3.10 stays unfilled.", "By June 12, 2026 $3.10 stays unfilled."),
        ("once it is stated: to_save in [cash]", "once it is stated"),
        ("input:13:4 jobs[0].plan", "the plan’s terms as entered"),
        ("megaroth worth; IRC §72(t)", "IRC §72(t)"),
        ("Write dollars in digits, like 23_500.00.", "Write dollars in digits, like 23,500.00."),
        ("Write [people.Jeff.w4] and [jobs.deductions] for your own.", "Give your own Form W-4 and deductions for a closer figure."),
        ('Add state = "CA", or: Add state_percent = … under [tax]: your marginal rate.', "Name it, or say your marginal rate."),
        ("Ask Fidelity: RISK is no word of theirs, nor is megaroth.", "Ask Fidelity: RISK is no word of theirs, nor is megaroth."),
    ],
)  # fmt: skip
def test_a_sentence_in_plain_words(said: str, shown: str) -> None:
    assert plain(said) == shown


def test_terms_as_people_write_them() -> None:
    assert [term_words(name) for name in ("after_tax_allowed", "in_plan_conversion", "roth_deferrals", "super_catch_up")] == [
        "after-tax allowed", "in-plan conversion", "Roth deferrals", "super catch-up",
    ]  # fmt: skip


def test_a_name_stays_as_it_was_typed() -> None:
    told = {"name": "[tax] RISK: `a` 2026-01-02", "text": "From the payday of 2026-01-02 and not of 2026-13-02."}
    assert in_words(told) == {"name": told["name"], "text": "From the payday of January 2, 2026 and not of 2026-13-02."}


@pytest.mark.parametrize("plan", [{}, {"after_tax_allowed": "no"}, {"in_plan_conversion": "unknown", "match": "none"}])
def test_no_sentence_on_the_paper_speaks_of_files_and_commands(plan: dict[str, object]) -> None:
    pay = {"annual": 200_000, "frequency": "biweekly", "first_payday": "2026-01-09"}
    room = questions.room(household(plan=plan, job={"pay": pay}), TODAY)
    assert not isinstance(room, list)
    schedule = questions.schedule_beside(room, TODAY)
    content = paper_content(room, beside(room, schedule, TODAY), TODAY)
    sentences = [
        each
        for each in _texts(content)
        if re.search(r"`|\[\w|\b(RISK|PASS|FAIL|PROJECTED|unknown)\b|\w_\w|\b20\d\d-\d\d-\d\d\b|megaroth", each)
    ]
    assert sentences == []


def _texts(told: object) -> list[str]:
    if isinstance(told, dict):
        return [text for key, part in told.items() if key not in ("svg", "chart") for text in _texts(part)]
    if isinstance(told, list):
        return [text for part in told for text in _texts(part)]
    return [told] if isinstance(told, str) else []
