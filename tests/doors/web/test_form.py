"""The form: what is typed goes in as it is and comes back beside its field; a page that is opened and saved changes nothing."""

from __future__ import annotations

import copy
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.doors.web.client import TODAY, Client

from megaroth import questions
from megaroth.doors.web import fields
from megaroth.doors.web.answers import ask_all
from megaroth.doors.web.example import blank, example
from megaroth.doors.web.form import first_payday, with_fields, written
from megaroth.doors.web.shape import household_read, household_toml, is_shaped
from megaroth.kit.finding import Finding
from megaroth.report.plain import plain

ROOT = Path(__file__).parents[3]
HOUSEHOLDS = sorted((ROOT / "examples" / "households").glob("*.toml"))


class Fields(HTMLParser):
    """Every field of a page with its value, as a browser would send it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = dict(attrs)
        name = at.get("name")
        if tag == "input" and name and at.get("type") not in ("checkbox", "file"):
            self.found.append((name, at.get("value") or ""))
        elif tag == "select" and name:
            self.select = name
            self.found.append((name, ""))
        elif tag == "option" and self.select and "selected" in at:
            self.found[-1] = (self.select, at.get("value") or "")
        elif tag == "datalist":
            self.select = None


def fields_of(html: str) -> list[tuple[str, str]]:
    parser = Fields()
    parser.feed(html)
    return [(name, value) for name, value in parser.found if name.startswith(("jobs.", "people.", "return."))]


def household(path: Path) -> dict[str, Any]:
    read = household_read(path.read_text(encoding="utf-8"))
    assert not isinstance(read, list)
    for job in read["jobs"]:
        if str(job.get("plan")).endswith(".toml"):
            job["plan"] = "amazon"  # the app opens no file that a household names
    return read


@pytest.mark.parametrize("path", HOUSEHOLDS, ids=lambda path: path.stem)
def test_opening_and_saving_the_form_changes_no_answer(path: Path) -> None:
    client, given = Client(), household(path)
    scenario = client.shelf.add(given, "Opened")
    reply = client.get("/s/Opened/situation")
    fields = fields_of(reply.text)
    assert len(fields) > 30
    saved = with_fields(scenario.household, fields)
    for question in (questions.room, questions.schedule):
        before, after = question(given, TODAY), question(saved, TODAY)
        assert not isinstance(before, list)
        assert not isinstance(after, list)
        assert [job.as_json() for job in before.jobs] == [job.as_json() for job in after.jobs]


@pytest.mark.parametrize("path", HOUSEHOLDS, ids=lambda path: path.stem)
def test_a_saved_file_is_the_same_household(path: Path) -> None:
    given = household(path)
    again = household_read(household_toml(given))
    assert not isinstance(again, list)
    before, after = questions.room(given, TODAY), questions.room(again, TODAY)
    assert not isinstance(before, list)
    assert not isinstance(after, list)
    assert before.as_json()["jobs"] == after.as_json()["jobs"]


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("300000", "300000", "300,000"), ("$300,000.50", "300000.50", "300,000.50"), ("300k", "300000", "300,000"),
        ("1,23", "1,23", "1,23"), ("a lot", "a lot", "a lot"), ("-5", "-5", "-5"), ("", None, ""), ("  7 ", "7", "7"), ("1.5k", "1500", "1,500"),
    ],
)  # fmt: skip
def test_an_amount_as_it_is_typed(typed: str, kept: str | None, shown: str) -> None:
    made = with_fields(example(TODAY), [("jobs.0.last_year_pay", typed)])
    assert made["jobs"][0].get("last_year_pay") == kept
    assert written(made, "jobs.0.last_year_pay") == shown


def test_what_is_wrong_comes_back_to_its_field() -> None:
    made = with_fields(
        example(TODAY),
        [
            ("jobs.0.pay.annual", "a lot"),
            ("people.0.born", "x"),
            ("jobs.0.wishes.deferral", "amount"),
            ("return.state", "??"),
        ],
    )
    answers = ask_all(made, TODAY)
    assert answers.room is None
    assert {
        "jobs.0.pay.annual",
        "people.0.born",
        "jobs.0.wishes.deferral_amount",
        "return.state",
    } <= answers.by_field.keys()


def test_start_mine_needs_two_answers_and_then_gives_percentages() -> None:
    made = blank(TODAY)
    assert {f.code for f in ask_all(made, TODAY).findings if f.severity == "error"} <= {
        "missing",
        "bad-value",
        "too-short",
    }
    made = with_fields(
        made,
        [
            ("people.0.name", "Ana"), ("people.0.born", "1981"), ("jobs.0.name", "Amazon"), ("jobs.0.pay.annual", "500,000"),
            ("jobs.0.pay.frequency", "biweekly"), ("jobs.0.pay.payday", "2026-06-12"),
            ("jobs.0.so_far.as_of", "2026-05-29"), ("jobs.0.so_far.pay", "211,538.47"), ("jobs.0.so_far.pre_tax", "10,576.94"),
            ("jobs.0.so_far.after_tax", "14,807.65"), ("jobs.0.so_far.match", "4,230.82"),
        ],
    )  # fmt: skip
    answers = ask_all(made, TODAY)
    (sheet,) = answers.sheets
    assert (sheet.may_i, str(sheet.room)) == ("yes", "$40,300.00")
    assert made["jobs"][0]["plan"] == "amazon"
    assert sheet.stages[0].since.isoformat() == "2026-06-12"
    assert all(share.endswith("%") for stage in sheet.stages for _, share, _ in stage.numbers)


@pytest.mark.parametrize(
    ("given", "frequency", "starts", "first"),
    [
        ("2026-06-12", "biweekly", None, "2026-01-09"), ("2026-06-12", "weekly", None, "2026-01-02"),
        ("2026-06-12", "biweekly", "2026-03-02", "2026-03-06"), ("2025-06-12", "biweekly", None, "2025-06-12"), ("x", "weekly", None, "x"),
    ],
)  # fmt: skip
def test_any_payday_tells_the_first(given: str, frequency: str, starts: str | None, first: str) -> None:
    assert first_payday(given, frequency, 2026, starts) == first


def test_the_buttons_of_the_form() -> None:
    client = Client()
    path = "/s/Example/situation"
    example_ = client.shelf.get("Example")
    assert example_ is not None
    start = copy.deepcopy(example_.household)
    for do in ("add-person", "add-job:0", "add-extra:0", "add-raise:0", "own-terms:0"):
        assert client.post(path, [("do", do)]).status == 303
    made = example_.household
    assert list(made["people"]) == ["Jeff", "Spouse"]
    assert len(made["jobs"]) == 3
    assert made["jobs"][0]["plan"]["after_tax_allowed"] == "yes"
    assert made["jobs"][0]["plan"]["evidence"]
    assert is_shaped(made)
    for do in ("remove-extra:0:0", "remove-raise:0:0", "remove-person:1", "remove-job:1", "directory:0"):
        client.post(path, [("do", do)])
    assert ask_all(example_.household, TODAY).sheets[0].room == ask_all(start, TODAY).sheets[0].room
    while example_.before:
        client.post(path, [("do", "undo")])
    assert example_.household == start
    client.post(path, [("do", "redo")])
    assert list(example_.household["people"]) == ["Jeff", "Spouse"]
    for nonsense in (
        "",
        "x",
        "add-job:9",
        "add-job:x",
        "remove-person:0",
        "own-terms:-1",
        "remove-extra:0:5",
        "add-job:²",
    ):
        assert client.post(path, [("do", nonsense)]).status == 303


def test_a_correction_takes_the_old_proof_away() -> None:
    client = Client()
    client.post("/s/Example/situation", [("do", "own-terms:0")])
    scenario = client.shelf.get("Example")
    assert scenario is not None
    made = with_fields(scenario.household, [("jobs.0.plan.after_tax_allowed", "no")])
    assert "after_tax_allowed" not in made["jobs"][0]["plan"]["evidence"]
    assert "match" in made["jobs"][0]["plan"]["evidence"]
    assert ask_all(made, TODAY).sheets[0].may_i == "no"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1]", '{"people": 5}', '{"people": {"a": 1}, "jobs": [{}]}', '{"people": {"a": {}}, "jobs": [{"person": "a", "wishes": 3}]}',
     '{"people": {"a": {}}, "jobs": [{"person": "b"}]}', '{"people": {"a": {}}, "jobs": [{"person": "a", "pay": [1]}]}', "x = [" * 5000],
)  # fmt: skip
def test_what_is_no_household_is_refused(text: str) -> None:
    read = household_read(text)
    assert isinstance(read, list)
    assert isinstance(read[0], Finding)


def test_a_household_names_no_file() -> None:
    made = {**example(TODAY), "law_file": "/etc/passwd"}
    made["jobs"][0]["plan"] = "/etc/passwd"
    answers = ask_all(made, TODAY)
    assert [f.code for f in answers.findings if f.code == "file-not-here"] == ["file-not-here"] * 2
    assert "root:" not in repr(answers)


def test_fields_that_nobody_has_do_nothing() -> None:
    start = example(TODAY)
    odd = [
        "jobs.9.pay.annual",
        "jobs.x.name",
        "people.0.ira.x.y",
        "jobs.0.plan.name",
        "jobs.0.pay.extra.0.on",
        "return.format",
        "a.b",
        "",
        "jobs.²",
    ]
    assert with_fields(start, [(name, "1") for name in odd])["jobs"][0]["name"] == "Amazon"
    assert re.fullmatch(r"\d{4}", written(start, "people.0.born"))


def test_a_debt_a_stock_plan_and_college_reach_the_order_of_the_next_dollar() -> None:
    half = with_fields(example(TODAY), [("debts.0.balance", "9,000"), ("first.college", "5000")])
    assert written(half, "debts.0.balance") == "9,000"
    first = ask_all(half, TODAY).first
    assert not isinstance(first, list)
    rooms = {place.step: place.room for place in first.places}
    assert rooms["high-rate-debt"] is None  # without its rate nothing is known of it
    assert str(rooms["college-529"]) == "$5,000.00"
    whole = with_fields(half, [("debts.0.rate_percent", "22"), ("espp.0.discount_percent", "15")])
    first = ask_all(whole, TODAY).first
    assert not isinstance(first, list)
    rooms = {place.step: place.room for place in first.places}
    assert str(rooms["high-rate-debt"]) == "$9,000.00"
    assert rooms["espp"] is not None
    assert rooms["espp"].cents > 0
    none = ask_all(with_fields(whole, [("debts.0.balance", "0")]), TODAY).first
    assert not isinstance(none, list)
    assert str({place.step: place.room for place in none.places}["high-rate-debt"]) == "$0.00"
    gone = with_fields(whole, [(name, "") for name in ("debts.0.balance", "debts.0.rate_percent", "espp.0.discount_percent", "first.college")])  # fmt: skip
    assert gone == example(TODAY)
    assert "debts" in household_toml(whole)
    assert "debts" not in household_toml(half)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("jobs.0.current_elections.pre_tax", "150", "“Pre-tax today”: 150 percent is more than a plan can mean."),
        ("jobs.0.pay.annual", "a lot", '“Base pay a year”: expected dollars, found "a lot".'),
        (
            "people.0.w4.allowances",
            "x",
            '“Allowances, only on a form of 2019 or earlier” needs a whole number, found "x".',
        ),
        ("people.0.elsewhere", "x", '“Deferred this year at an employer you have left”: expected dollars, found "x".'),
        ("debts.0.rate_percent", "x", '“Its yearly rate”: expected a number of percent, found "x".'),
    ],
)
def test_a_mistake_is_named_by_its_field(name: str, text: str, says: str) -> None:
    household = with_fields(example(TODAY), [("debts.0.balance", "9000"), (name, text)])
    answers = ask_all(household, TODAY)
    assert [plain(each.message) for each in answers.mistakes] == [says]
    assert name in answers.by_field


def test_every_field_has_its_label() -> None:
    for field in fields.FIRST:
        assert fields.label_of(field.key) == field.label
    assert fields.label_of("jobs.3.pay.extra.0.amount") == "Amount"
    assert fields.label_of("jobs.3.plan.match.0.rate_percent") == "It adds"
    assert fields.label_of("people.0.nothing") == ""
