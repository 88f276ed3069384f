"""The command `tax` on the shipped couple: the cost, the lines, the reasons, and inputs that are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from megaroth.doors.cli import run

COUPLE = str(Path(__file__).parents[2] / "examples" / "households" / "couple.toml")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_couple(columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each dollar above 505,000 takes 30 cents off the cap on taxes: 3,900 more at 32% is 1,248; CA at the stated 9.3% is 279."""
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(["tax", COUPLE, "--conversion", "3000"]) == 0
    out = capsys.readouterr().out
    assert "$1,527.00 in tax, 50.9% of it" in out
    assert "$1,248.00 federal, $279.00 CA" in out
    assert "Itemized deductions shrink by $900.00" in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= columns


def test_why_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tax", COUPLE, "--conversion", "3000", "--why"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "salt cap phased down = $38,675.00 [IRC §164(b)(7)(B)(i)]" in out
    assert "[P.L. 119-21 sec. 70120 (enacted)]" in out or "IRC §164(b)(7); P.L. 119-21 sec. 70120 (enacted)" in out
    assert run(["tax", COUPLE, "--conversion", "3000", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cost"]["total"] == "1527.00"
    assert {line["name"] for line in told["lines"]} >= {"agi", "taxable_income", "total"}


@pytest.mark.parametrize(
    ("amount", "words"), [("1,000", "write only digits"), ("-5", "is not negative"), ("x", "expected dollars")]
)
def test_amounts_that_are_refused(amount: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tax", COUPLE, f"--conversion={amount}"]) == 2
    assert words in capsys.readouterr().out


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tax", "nowhere.toml", "--conversion", "5"]) == 2
    assert "nowhere.toml" in capsys.readouterr().out
