"""The commands of the outlook: what they print first, in what width, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from megaroth.doors.cli import run

HOUSEHOLDS = Path(__file__).parents[2] / "examples" / "households"
FILE = str(HOUSEHOLDS / "next-dollar.toml")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["worth"], "more than a taxable account"),
        (["should"], "Yes, but not with all of the room."),
        (["first"], " 9. After-tax, then Roth (mega-backdoor)"),
    ],
    ids=lambda words: "-".join(words) if isinstance(words, list) else "",
)
def test_a_question_is_answered(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (80, 100):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert run([*words, FILE]) == 0
        told = capsys.readouterr().out
        assert says in told
        assert max(len(line) for line in told.splitlines()) <= columns
    assert run([*words, FILE, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == 1
    assert run([*words, "nowhere.toml"]) == 2
    assert "There is no file" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["worth", "should", "first"])
def test_every_number_can_be_asked_why(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, FILE]) == 0
    short = capsys.readouterr().out
    assert "--why" in short
    assert run([command, FILE, "--why"]) == 0
    told = capsys.readouterr().out
    assert len(told) > len(short)
    assert max(len(line) for line in told.splitlines()) <= 80
    assert "[IRC §415(c)(1); Reg. §1.415(c)-1(a)]" in told if command != "first" else "[IRC §223(b)" in told


@pytest.mark.parametrize("command", ["worth", "should", "first"])
@pytest.mark.parametrize("path", sorted(HOUSEHOLDS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_is_answered(command: str, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, str(path)]) in (0, 1)
    told = capsys.readouterr().out
    assert "megaroth itself failed" not in told
    assert max(len(line) for line in told.splitlines()) <= 80


def test_a_plan_that_gives_no_way_has_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closed = Path(FILE).read_text(encoding="utf-8").replace('after_tax_allowed = "yes"', 'after_tax_allowed = "no"')
    (tmp_path / "closed.toml").write_text(closed, encoding="utf-8")
    assert run(["worth", str(tmp_path / "closed.toml")]) == 1
    assert "gives no way into Roth" in capsys.readouterr().out
    assert run(["should", str(tmp_path / "closed.toml")]) == 0
    assert "No. Initech 401(k) Plan does not take after-tax contributions." in capsys.readouterr().out


def test_a_plan_tells_of_the_years_to_come(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", FILE]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Should I? Yes, but not with all of the room. Put up to $37,790.00 after tax" in told
    assert "Worth it? Yes: the same money leaves $" in told
    assert "First Emergency cash $6,000.00 of $6,000.00; Deferral up to the full match $13,200.00" in told
    assert run(["room", FILE]) == 0
    assert "Worth it?" not in capsys.readouterr().out


def test_what_is_not_known_is_worth_something_only_if_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    run(["plan", str(HOUSEHOLDS / "dell.toml")])
    told = " ".join(capsys.readouterr().out.split())
    assert "Should I? Not before the plan has answered." in told
    assert "Worth it? If the plan allows it:" in told
    assert "Not stated, so not counted: Emergency cash, High-rate debt, Health savings account" in told


def test_a_job_that_is_over_takes_nothing_more(capsys: pytest.CaptureFixture[str]) -> None:
    run(["should", str(HOUSEHOLDS / "job-changer.toml")])
    assert "into Initech 401(k) Plan this year" in " ".join(capsys.readouterr().out.split())


def test_assumptions_are_always_printed(capsys: pytest.CaptureFixture[str]) -> None:
    run(["worth", str(HOUSEHOLDS / "amazon.toml")])
    told = " ".join(capsys.readouterr().out.split())
    for said in (
        "- Investments earn 5%",
        "- Prices rise 2.5%",
        "half of this year's taxable wages",
        "- State income tax is not counted",
    ):
        assert said in told
