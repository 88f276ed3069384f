"""`read` and `letter` as a person and a program use them."""

from __future__ import annotations

import base64
import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import validate

from megaroth.doors.cli import run
from megaroth.questions import schemas
from megaroth.questions.asking import ask

SPD = """Initrode 401(k) Plan
Summary Plan Description, effective January 1, 2025

Your contributions

You may make pre-tax, Roth and after-tax contributions. You may contribute from 1% to 12% of your eligible pay as after-tax contributions.

Company match

The Company matches 50% of the first 6% of eligible pay that you contribute each pay period. After-tax contributions are not matched.

In-plan Roth conversion

You may turn on automatic daily conversion of your after-tax contributions to Roth by calling Vanguard at 800-555-0123.
"""
AMENDMENT = """Initrode 401(k) Plan
Summary of material modifications, effective January 1, 2026

Company match

The Company matches 100% of the first 4% of eligible pay that you contribute.
"""


def _files(tmp_path: Path) -> tuple[Path, Path]:
    spd, amendment = tmp_path / "spd.txt", tmp_path / "smm.txt"
    spd.write_text(SPD, encoding="utf-8")
    amendment.write_text(AMENDMENT, encoding="utf-8")
    return spd, amendment


def _says(told: str) -> dict[str, str]:
    return {each["field"]: each["value"] for each in json.loads(told)["says"]}


def test_reading_loads_no_models_of_files(tmp_path: Path) -> None:
    """They take as long to load as thirty pages to read."""
    spd, _ = _files(tmp_path)
    heavy = ("pydantic", "megaroth.plan.file", "megaroth.kit.reading", "cyclopts", "numpy", "pypdfium2")
    code = (
        f"import sys; from megaroth.doors.cli import run; run(['read', {str(spd)!r}]); "
        f"print(sorted(set({heavy!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.strip() == "[]"


def test_a_document_is_read_saved_and_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spd, _ = _files(tmp_path)
    plan = tmp_path / "plan.toml"
    assert run(["read", str(spd), "--save", str(plan)]) == 0
    shown = capsys.readouterr().out
    assert "May I?       YES" in shown
    assert "You may contribute from 1% to 12%" in " ".join(shown.split())
    assert run(["check", str(plan), "--json"]) == 0
    says = {each["field"]: each for each in json.loads(capsys.readouterr().out)["says"]}
    assert says["after_tax_cap_percent"]["value"] == "12%"
    assert says["after_tax_cap_percent"]["page"] == 1
    assert says["in_plan_conversion"]["value"] == "automatic"
    assert says["match_on_after_tax"]["value"] == "no"
    assert run(["read", str(spd), "--save", str(plan)]) == 2


def test_an_answer_stands_behind_its_question_and_what_proves_two_terms_stands_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faq = tmp_path / "faq.txt"
    faq.write_text(
        "Initrode 401(k) Plan\n\nYou may make pre-tax, Roth and traditional after-tax contributions.\n\n"
        "Can I convert my after-tax contributions to Roth inside the plan?\nYes.\n",
        encoding="utf-8",
    )
    assert run(["read", str(faq)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert (
        "in-plan conversion: on-request conversion sources: after-tax "
        "“Can I convert my after-tax contributions to Roth inside the plan?” … “Yes.”"
    ) in shown


def test_the_later_document_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spd, amendment = _files(tmp_path)
    assert run(["read", str(amendment), str(spd), "--json"]) == 0
    told = capsys.readouterr().out
    assert _says(told)["match"] == "100% of the first 4% of pay"
    assert _says(told)["after_tax_allowed"] == "yes"
    assert "the later of 2026-01-01 counts" in " ".join(json.loads(told)["conflicts"])


def test_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spd, _ = _files(tmp_path)
    new = tmp_path / "new.txt"
    new.write_text(SPD.replace("1% to 12%", "1% to 15%").replace("2025", "2026"), encoding="utf-8")
    assert run(["read", str(spd), str(new), "--diff"]) == 0
    shown = capsys.readouterr().out
    assert "after tax cap percent: 12% (page 1) -> 15% (page 1)" in shown
    assert "match:" not in shown


def test_passages_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spd, _ = _files(tmp_path)
    assert run(["read", str(spd), "--find", "employer contribution"]) == 0
    assert "matches 50% of the first 6%" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document-empty"),
        (b"%PDF-1.7 nothing", "document-broken"),
        (b"\x00\x01\x02" * 100, "document-not-known"),
        (b"PK\x03\x04 not really", "document-broken"),
        (b"Your copay at an in-network hospital is $20. The deductible is $500.\n" * 9, "document-not-401k"),
        (b"Dear Sir, thank you for your order of garden chairs.", "document-not-401k"),
    ],
)
def test_what_is_no_plan_document_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, code: str
) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(data)
    assert run(["read", str(file), "--json"]) == 2
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == [code]


def test_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spd, _ = _files(tmp_path)
    assert run(["read"]) == 2
    assert run(["read", str(spd), "--diff"]) == 2
    assert run(["read", str(tmp_path / "none.pdf")]) == 2
    assert "cannot be opened" in " ".join(capsys.readouterr().out.split())


def test_the_question_for_programs(tmp_path: Path) -> None:
    given = {"documents": [{"name": "spd.txt", "base64": base64.b64encode(SPD.encode()).decode()}]}
    answered = ask("read", json.dumps(given), datetime.date(2026, 11, 25))
    assert answered.exit_code == 0
    validate(answered.value, schemas.read())
    assert answered.value["may_i"] == "yes"
    found = ask("read", json.dumps({**given, "find": "match"}), datetime.date(2026, 11, 25)).value
    validate(found, schemas.read())
    assert found["passages"][0]["page"] == 1


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["letter", "ask"], "Does the plan accept after-tax (non-Roth)"),
        (["letter", "ask", "amazon", "--to", "hr"], "To Human Resources:"),
        (["letter", "convert"], "as soon as it is credited"),
        (["letter", "excess", "--year", "2025", "--amount", "1200"], "IRC §415(c) by $1200"),
        (["letter", "excess", "--limit", "deferrals", "--year", "2025"], "by April 15, 2026"),
    ],
)
def test_letters(capsys: pytest.CaptureFixture[str], words: list[str], text: str) -> None:
    assert run(words) == 0
    assert text in " ".join(capsys.readouterr().out.split())
