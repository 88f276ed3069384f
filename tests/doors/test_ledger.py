"""The commands of the ledger: what they print, what they add, and what they refuse."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from megaroth.doors.cli import run

EXAMPLES = Path(__file__).parents[2] / "examples" / "ledger"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    for each in EXAMPLES.iterdir():
        shutil.copy(each, tmp_path)
    return tmp_path / "ana.toml"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["ledger", "show"], "$36,490.07 untaxed"),
        (["ledger", "verify"], "balanced."),
        (["forms", "2025"], "$6,490.07"),
        (["withdraw"], "may come out today"),
        (["convert", "--rate", "35", "--return", "6"], "quarterly"),
    ],
    ids=lambda words: "-".join(words) if isinstance(words, list) else "",
)
def test_a_question_is_answered(words: list[str], says: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, str(file)]) == 0
    assert says in capsys.readouterr().out
    assert run([*words, str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == 1
    assert run([*words, "nowhere.toml"]) == 2
    assert "There is no file" in capsys.readouterr().out


def add(file: Path, *more: str) -> int:
    return run(["ledger", "add", str(file), "--account", "initech", "--source", "after_tax", *more])


def test_an_entry_is_added_at_the_end(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    note = 'a "quoted" note\n= with all sorts\\'
    words = ["--on", "2026-11-27", "--kind", "contribute", "--amount", "2800", "--key", "nov", "--note", note]
    assert add(file, *words) == 0
    assert "Added 1 entry" in capsys.readouterr().out
    assert file.read_bytes().startswith(before)
    assert add(file, *words) == 0
    assert "1 stood there before" in capsys.readouterr().out
    assert run(["ledger", "export", str(file), "json"]) == 0
    entries = json.loads(capsys.readouterr().out)["entries"]
    assert [entry["note"] for entry in entries if entry["key"] == "nov"] == [note]
    assert run(["ledger", "add", str(file), "--on", "2026-11-28", "--kind", "correct", "--undoes", "nov"]) == 0


def test_the_chain_says_what_was_added_and_what_was_changed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["ledger", "verify", str(file), "--json"])
    link = json.loads(capsys.readouterr().out)["last_link"]
    assert add(file, "--on", "2026-11-27", "--kind", "contribute", "--amount", "1") == 0
    assert run(["ledger", "verify", str(file), "--link", link]) == 0
    assert "1 entries were added since" in capsys.readouterr().out
    file.write_text(file.read_text(encoding="utf-8").replace("6_500", "6_501"), encoding="utf-8")
    assert run(["ledger", "verify", str(file), "--link", link]) == 2
    assert "not those of before" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--on", "27.11.2026", "--kind", "contribute", "--amount", "1"], "is not a date"),
        (["--on", "2026-11-27", "--kind", "contribute", "--amount", "1,5"], "write only digits"),
        (["--on", "2026-11-27", "--kind", "convert", "--amount", "1"], "not $1.00"),
    ],
)
def test_what_cannot_be_is_not_written(
    more: list[str], says: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert add(file, *more) == 2
    assert says in " ".join(capsys.readouterr().out.split())
    assert file.read_bytes() == before


def test_rows_are_imported_once(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stubs = tmp_path / "november.csv"
    stubs.write_text('Day,AT\n11/27/2026,"$2,800.00"\n', encoding="utf-8")
    words = ["ledger", "import", str(file), str(stubs), "--account", "initech", "--date-format", "%m/%d/%Y"]
    words += ["--column", "date=Day", "--column", "after_tax=AT"]
    assert run(words) == 0
    assert "november.csv: added 1 entry, 0 forms" in capsys.readouterr().out
    assert run(words) == 0
    assert "added 0 entries, 0 forms; 1 stood there before." in capsys.readouterr().out
    forms = tmp_path / "one.csv"
    forms.write_text("year,account,box_1,box_7\n2026,initech,28000,G\n", encoding="utf-8")
    for expected in ("1 form;", "0 forms; 1 stood"):
        assert run(["ledger", "import", str(file), str(forms), "--kind", "form_1099r"]) == 0
        assert expected in capsys.readouterr().out
    assert run([*words, "--column", "date"]) == 2
    assert "has no =" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["json", "csv", "beancount", "hledger"])
def test_every_export_is_printed(form: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ledger", "export", str(file), form]) == 0
    assert capsys.readouterr().out.count("contribute") > 100


def test_a_rate_that_is_none(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", str(file), "--rate", "35%"]) == 2
    assert "percent" in capsys.readouterr().out
