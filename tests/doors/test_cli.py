"""The command line on shipped examples: what a person types, and what comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from megaroth.doors.cli import app

EXAMPLE = Path(__file__).parents[2] / "examples" / "households" / "amazon.toml"


def run(*words: str) -> int:
    result = app(list(words), result_action="return_value")
    assert isinstance(result, int)
    return result


def test_plan_prints_verdict_room_and_four_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("plan", str(EXAMPLE)) == 0
    out = capsys.readouterr().out
    assert "Mega-backdoor Roth: YES" in out
    assert "$40,300.00" in out
    assert "  4. Elect" in out


def test_room_as_json_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("room", str(EXAMPLE), "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["format"] == 1
    job = answer["jobs"][0]
    assert (job["match"], job["after_tax_room"], job["total"]) == ("7200.00", "40300.00", "72000.00")
    assert job["decided_by"] == "annual_additions"


def test_why_shows_citations(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("room", str(EXAMPLE), "--why") == 0
    assert "IRC §415(c)(1)" in capsys.readouterr().out


def test_a_missing_file_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("room", "nowhere.toml") == 2
    assert "There is no file nowhere.toml" in capsys.readouterr().out


def test_a_year_without_data_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("limits", "2031") == 2
    assert "no law data for 2031" in capsys.readouterr().out


def test_a_projected_year_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("limits", "2027") == 0
    assert "projected" in capsys.readouterr().out
