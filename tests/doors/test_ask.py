"""One door for programs: every answer, and every refusal, keeps its schema; inputs and exit codes are those promised."""

from __future__ import annotations

import base64
import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import megaroth
from megaroth import questions
from megaroth.doors.cli import run
from megaroth.questions import ALL, ask

TODAY = datetime.date(2026, 6, 1)
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "households" / "amazon.toml"
PAYDAYS = EXAMPLE.with_name("paydays.toml")
NEXT_DOLLAR = EXAMPLE.with_name("next-dollar.toml")
HOUSEHOLD: dict[str, Any] = {
    "year": 2026,
    "filing": "joint",
    "magi": "245000.00",
    "people": {
        "ana": {"born": "1966-01-01", "ira": {"year_end_value": 93_500, "basis": 0}},
        "ben": {"born": datetime.date(1990, 1, 1)},
    },
    "jobs": [
        {"name": "a", "person": "ana", "plan": "dell", "pay": 200_000, "last_year_pay": "unknown"},
        {"name": "b", "person": "ana", "pay": 50_000, "plan": {"after_tax_allowed": "no", "match": "unknown"}},
        {"name": "c", "person": "ben", "pay": 90_000, "plan": "unknown"},
    ],
}
LEDGER_FILE = ROOT / "examples" / "ledger" / "ana.toml"
LEDGER: dict[str, Any] = {
    "people": {"ana": {"born": "1985-06-14"}},
    "accounts": {
        "plan": {"kind": "plan", "separate_contract": "yes", "in_service": "yes"},
        "ira": {"kind": "traditional_ira"},
        "roth": {"kind": "roth_ira"},
    },
    "entries": [
        {"on": "2026-01-09", "kind": "contribute", "account": "plan", "source": "after_tax", "amount": 1000},
        {"on": "2026-02-09", "kind": "earn", "account": "plan", "source": "after_tax", "amount": 10},
        {"on": "2026-02-10", "kind": "convert", "account": "plan", "source": "after_tax", "amount": 505},
        {"on": "2026-02-11", "kind": "contribute", "account": "roth", "for_year": 2025, "amount": 7000},
        {"on": "2026-03-01", "kind": "distribute", "account": "roth", "amount": "100.50"},
    ],
    "received": [{"year": 2026, "account": "plan", "box_1": 505, "box_2a": 6, "box_5": 499, "box_7": "g"}],
}
SPD = base64.b64encode(b"Initrode 401(k) Plan\n\nYou may make pre-tax, Roth and after-tax contributions.").decode()
CENSUS: dict[str, Any] = {
    "people": [
        {
            "employee": "h",
            "age": 44,
            "pay": 300000,
            "last_year_pay": "290000.00",
            "after_tax": 20000.5,
            "eligible": True,
        },
        {"employee": "n", "age": 35, "pay": 80000, "last_year_pay": 70000, "pre_tax_percent": 5, "pay_so_far": 40000},
        {"employee": "bad", "age": 35, "pay": "much"},
    ],
    "sponsor": {
        "year": 2026,
        "as_of": "2026-06-30",
        "paydays": ["2026-07-31", "2026-12-31"],
        "plans": {"P": {"plan": {"after_tax_allowed": "yes", "match": "none"}}},
    },
}
FILE_NAMED = {**CENSUS, "sponsor": {"year": 2026, "plans": {"P": {"plan": "/etc/passwd.toml"}}}}
INPUTS: list[tuple[str, Any, int]] = [
    ("plan", EXAMPLE, 0),
    ("plan", HOUSEHOLD, 0),
    ("plan", {**HOUSEHOLD, "year": 2027}, 0),
    ("plan", "year = 2026", 2),
    ("plan", Path("nowhere.toml"), 2),
    ("read", {"documents": [{"name": "spd.txt", "base64": SPD}]}, 0),
    ("read", {"documents": [{"name": "spd.txt", "base64": SPD}], "find": "match"}, 0),
    ("read", {"documents": [{"name": "spd.txt", "base64": "no"}]}, 2),
    ("room", HOUSEHOLD, 0),
    ("room", "", 2),
    ("schedule", PAYDAYS, 0),
    ("schedule", HOUSEHOLD, 1),
    ("schedule", "", 2),
    ("audit", PAYDAYS, 1),
    ("ira", HOUSEHOLD, 0),
    ("ira", EXAMPLE, 0),
    ("ira", "{", 2),
    ("limits", {}, 0),
    ("limits", {"year": 2025}, 0),
    ("limits", {"year": 2027}, 0),
    ("limits", "year = 2019", 0),
    ("limits", {"year": 2031}, 2),
    ("limits", {"yaer": 2026}, 2),
    ("check", {"plan": "microsoft"}, 0),
    ("check", {"plan": "microsft"}, 2),
    ("check", {"after_tax_allowed": "yes", "match": [{"rate_percent": 50}, {"rate_percent": 20}]}, 1),
    (
        "check",
        {"nonelective": {"dollars": 500}, "match_steps": [{"deferring_percent": 3, "earns_percent_of_pay": 4}]},
        0,
    ),
    ("check", {"jobs": []}, 2),
    ("companies", {}, 0),
    ("companies", {"name": "facebook"}, 0),
    ("companies", {"name": "amazn"}, 2),
    ("ledger", LEDGER_FILE, 0),
    ("ledger", LEDGER, 0),
    ("ledger", {**LEDGER, "people": {}}, 2),
    ("forms", {"year": 2026, "ledger": LEDGER}, 1),
    ("forms", {"year": 2025, "ledger": LEDGER}, 0),
    ("forms", {"ledger": LEDGER}, 2),
    ("forms", {"year": 2026, "ledger": {}}, 2),
    ("withdraw", LEDGER_FILE, 0),
    ("withdraw", LEDGER, 0),
    ("withdraw", "", 2),
    ("excess", {"kind": "415c", "excess": 10, "year": 2025, "unmatched_after_tax": 10}, 0),
    ("convert", {"rate_percent": 35, "return_percent": 6, "ledger": LEDGER}, 0),
    ("convert", {"rate_percent": 24, "account": "roth", "ledger": LEDGER}, 2),
    ("convert", {"rate_percent": 240, "ledger": LEDGER}, 2),
    ("tax", {"household": HOUSEHOLD, "conversion": "1250.40"}, 0),
    ("tax", {"household": {**HOUSEHOLD, "year": 2027}, "conversion": 1}, 2),
    ("tax", {"household": HOUSEHOLD}, 2),
    ("worth", EXAMPLE, 0),
    ("worth", NEXT_DOLLAR, 0),
    ("worth", HOUSEHOLD, 0),
    ("worth", {**HOUSEHOLD, "jobs": [HOUSEHOLD["jobs"][1]]}, 1),
    ("worth", "", 2),
    ("should", NEXT_DOLLAR, 0),
    ("should", HOUSEHOLD, 0),
    ("should", "", 2),
    ("first", NEXT_DOLLAR, 0),
    ("first", {**HOUSEHOLD, "year": 2027}, 0),
    ("first", {**HOUSEHOLD, "espp": [{"job": "d", "discount_percent": 15}]}, 2),
    ("workforce-limits", CENSUS, 0),
    ("workforce-limits", {**CENSUS, "people": []}, 2),
    ("workforce-limits", {**CENSUS, "people": [{"employe": "1"}]}, 2),
    ("workforce-limits", FILE_NAMED, 2),
    ("workforce-test", CENSUS, 1),
    ("workforce-test", {**CENSUS, "sponsor": {"year": 2026}}, 2),
    ("workforce-offer", {**CENSUS, "hce": 50}, 0),
    ("workforce-offer", {**CENSUS, "hce": 101}, 2),
    ("where", {"words": "annual additions"}, 0),
    ("where", {"words": "zebra"}, 0),
    ("where", {}, 2),
]


@pytest.mark.parametrize(("name", "source", "code"), INPUTS)
def test_answers_keep_their_schema(name: str, source: Any, code: int) -> None:
    question = next(question for question in ALL if question.name == name)
    answered = ask(name, source, TODAY)
    assert answered.exit_code == code, answered.value
    schema = question.as_json()["answer"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(json.dumps(answered.value)), schema)
    if code < 2:
        jsonschema.validate(answered.value, question.answer())


def test_every_question_is_tried() -> None:
    assert {name for name, _, _ in INPUTS} == {question.name for question in ALL}


@pytest.mark.parametrize("name", ["amazon", "dell", "meta", "microsoft", "goldman-sachs", "marsh-mclennan", "llnl"])
def test_every_kind_of_directory_entry_keeps_the_schema(name: str) -> None:
    question = next(question for question in ALL if question.name == "companies")
    jsonschema.validate(ask("companies", {"name": name}, TODAY).value, question.answer())


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.name)
def test_input_schemas_are_schemas(question: questions.Question) -> None:
    jsonschema.Draft202012Validator.check_schema(question.inputs())


def test_an_unknown_question_names_the_nearest() -> None:
    answered = ask("rom", {}, TODAY)
    assert answered.exit_code == 2
    assert 'Did you mean "room"?' in answered.value["findings"][0]["remedy"]


def test_the_same_input_as_file_text_and_mapping_gives_the_same_answer() -> None:
    import tomllib

    text = EXAMPLE.read_text(encoding="utf-8")
    answers = [megaroth.ask("room", source, TODAY) for source in (EXAMPLE, text, tomllib.loads(text))]
    rooms = [answer["jobs"] for answer in answers]
    assert rooms[0] == rooms[1] == rooms[2]


def test_the_command_line_asks_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "household.json"
    file.write_text(json.dumps(HOUSEHOLD, default=str), encoding="utf-8")
    assert run(["ask", "room", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["jobs"] == ask("room", HOUSEHOLD).value["jobs"]
    assert run(["ask", "rom", str(file)]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "unknown-question"


def test_the_list_has_every_question_with_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--list"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["name"] for each in listed] == [question.name for question in ALL]
    assert all(each["inputs"] and each["answer"] for each in listed)
    assert run(["ask"]) == 0


def test_nothing_is_read_from_a_clock_below_the_doors() -> None:
    assert ask("limits", {}, None).exit_code == 2
