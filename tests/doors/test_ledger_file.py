"""A ledger in a file of its own, from the command line: begun, filled, asked, copied, locked, undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from megaroth.doors.cli import run
from megaroth.store.folder import own_ledger

EXAMPLES = Path(__file__).parents[2] / "examples"
ANA = str(EXAMPLES / "ledger" / "ana.toml")


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "my.ledger"
    monkeypatch.setenv("MEGAROTH_LEDGER", str(path))
    monkeypatch.delenv("MEGAROTH_KEY_FILE", raising=False)
    return path


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    capsys.readouterr()
    assert run(words) == code
    return " ".join(capsys.readouterr().out.split())


def test_a_ledger_of_ones_own_from_nothing(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "There is no ledger" in told(capsys, "ledger", "show", code=2)
    assert "no owner" in told(capsys, "ledger", "account", "initech", "--kind", "plan", code=2)
    told(capsys, "ledger", "person", "ana", "--born", "1985-06-14")
    assert "Say --kind" in told(capsys, "ledger", "account", "initech", code=2)
    told(capsys, "ledger", "account", "initech", "--kind", "plan", "--separate-contract", "yes")
    add = ["ledger", "add", "--on", "2026-01-09", "--account", "initech", "--source", "after_tax"]
    assert "Added 1 entry; 0 stood" in told(capsys, *add, "--kind", "contribute", "--amount", "6000")
    assert "Added 0 entries; 1 stood" in told(capsys, *add, "--kind", "contribute", "--amount", "6000")
    assert "not $7,000.00" in told(capsys, *add, "--kind", "convert", "--amount", "7000", code=2)
    told(capsys, *add, "--kind", "convert", "--amount", "6000", "--key", "c")
    form = ["ledger", "received", "2026", "initech", "--box-1", "6,000.00", "--box-2a", "0", "--box-5", "6000"]
    told(capsys, *form, "--box-7", "g")
    assert "no account" in told(capsys, "ledger", "received", "2026", "x", "--box-1", "1", "--box-7", "G", code=2)
    assert "not a distribution code" in told(capsys, *form, "--box-7", "G-1", code=2)
    assert "match initech, code G" in told(capsys, "forms", "2026")
    assert "1 other record" in told(capsys, *form, "--box-7", "G", "--withdraw")
    assert "No such form" in told(capsys, *form, "--box-7", "G", "--withdraw", code=2)
    assert "converted $6,000.00" in told(capsys, "ledger", "show")
    verified = json.loads(told(capsys, "ledger", "verify", "--json"))
    assert (verified["entries"], verified["records"]) == (2, 6)
    told(capsys, "ledger", "account", "initech", "--separated", "2026-11-30")
    assert "1 records were added since" in told(capsys, "ledger", "verify", "--link", verified["last_record_link"])
    assert "0 entries were added since" in told(capsys, "ledger", "verify", "--link", verified["last_link"])
    assert mine.exists()


def test_the_example_in_a_file_answers_as_the_text_does(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "added 135 entries, 4 forms, 4 people and accounts; 0 stood" in told(capsys, "ledger", "import", ANA)
    assert "added 0 entries, 0 forms; 143 stood there" in told(capsys, "ledger", "import", ANA)
    for words in (["ledger", "show"], ["forms", "2025"], ["withdraw"], ["convert", "--rate", "35", "--return", "6"]):
        kept, written = told(capsys, *words), told(capsys, *words, ANA)
        assert (
            kept.replace("my.ledger, record 1", "people.ana") == written
        )  # each says where it stands in its own words
    for form in ("json", "csv", "beancount", "hledger"):
        told(capsys, "ledger", "export", form)


@pytest.mark.parametrize("form", ["json", "csv", "beancount", "hledger"])
def test_an_export_begins_another_ledger(form: str, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "ledger", "import", ANA)
    capsys.readouterr()
    run(["ledger", "export", form])
    text = capsys.readouterr().out
    file, other = mine.parent / f"out.{form}", mine.parent / "other.ledger"
    file.write_text(text, encoding="utf-8")
    told(capsys, "ledger", "import", str(file), "--into", str(other))
    first, second = (told(capsys, "ledger", "show", *more, "--json") for more in ([], [str(other)]))
    same = ("content", "accounts", "people", "money_in", "money_out")
    assert [json.loads(first)[name] for name in same] == [json.loads(second)[name] for name in same]
    capsys.readouterr()
    run(["ledger", "export", str(other), form])
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(text.splitlines())


def test_an_import_that_was_wrong_is_undone(mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "ledger", "import", ANA)
    before = json.loads(told(capsys, "ledger", "show", "--json"))
    stubs = tmp_path / "stubs.csv"
    stubs.write_text("date,after_tax\n2026-10-30,5\n2026-11-13,5\n", encoding="utf-8")
    said = told(capsys, "ledger", "import", str(stubs), "--account", "initec", code=1)
    assert "does not add up yet" in said
    assert 'Did you mean "initech"?' in said
    assert "no account" in told(capsys, "ledger", "show", code=2)
    assert "2 records stubs.csv" in told(capsys, "ledger", "undo")
    assert "Added 2 entries" in told(capsys, "ledger", "undo", "2")
    assert "Added 0 entries" in told(capsys, "ledger", "undo", "2")
    assert "There is no import 9" in told(capsys, "ledger", "undo", "9", code=2)
    after = json.loads(told(capsys, "ledger", "show", "--json"))
    assert (after["accounts"], after["money_in"]) == (before["accounts"], before["money_in"])
    told(capsys, "ledger", "import", str(stubs), "--account", "initech")


def test_backup_damage_restore(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "ledger", "import", ANA)
    before = told(capsys, "ledger", "show")
    copy = json.loads(told(capsys, "ledger", "backup", "--json"))["path"]
    whole = bytearray(mine.read_bytes())
    whole[20_000] ^= 1
    mine.write_bytes(whole)
    assert "damaged: page 5 (bytes 16384 to 20479)" in told(capsys, "ledger", "verify", code=2)
    assert "damaged" in told(capsys, "ledger", "show", code=2)
    assert "damaged" in told(capsys, "ledger", "add", "--on", "2026-11-27", "--kind", "earn", code=2)
    assert "Restored" in told(capsys, "ledger", "restore", copy)
    assert told(capsys, "ledger", "show") == before
    assert (mine.parent / "my.before-restore-1.ledger").exists()


def test_versions(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "ledger", "import", ANA)
    before = told(capsys, "ledger", "show")
    assert "143 records, proven. The file of before is kept" in told(capsys, "ledger", "migrate", "--to", "1")
    assert told(capsys, "ledger", "show") == before
    told(capsys, "ledger", "migrate")
    assert "no version 7" in told(capsys, "ledger", "migrate", "--to", "7", code=2)


def test_locked_with_a_key_file(
    mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys, "ledger", "import", ANA)
    before = told(capsys, "ledger", "show")
    assert "no passphrase" in told(capsys, "ledger", "lock", code=2)
    key = tmp_path / "key.txt"
    key.write_text("correct horse battery\nanother line\n", encoding="utf-8")
    monkeypatch.setenv("MEGAROTH_KEY_FILE", str(key))
    assert "Encrypted" in told(capsys, "ledger", "lock")
    assert b"initech" not in mine.read_bytes()
    assert told(capsys, "ledger", "show") == before
    told(capsys, "ledger", "verify")
    key.write_text("wrong\n", encoding="utf-8")
    assert "the passphrase is not the one" in told(capsys, "ledger", "show", code=2)
    monkeypatch.setenv("MEGAROTH_KEY_FILE", str(tmp_path / "none"))
    assert "key file cannot be read" in told(capsys, "ledger", "show", code=2)
    monkeypatch.delenv("MEGAROTH_KEY_FILE")
    assert "is encrypted" in told(capsys, "ledger", "show", code=2)
    key.write_text("correct horse battery\n", encoding="utf-8")
    monkeypatch.setenv("MEGAROTH_KEY_FILE", str(key))
    told(capsys, "ledger", "unlock")
    monkeypatch.delenv("MEGAROTH_KEY_FILE")
    assert told(capsys, "ledger", "show") == before


def test_contributions_of_a_schedule(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    household = str(EXAMPLES / "households" / "paydays.toml")
    schedule = json.loads(told(capsys, "ask", "schedule", household))
    job = schedule["jobs"][0]
    told(capsys, "ledger", "person", "ana", "--born", "1985-06-14")
    told(capsys, "ledger", "account", "initech", "--kind", "plan")
    words = ["ledger", "import", household, "--kind", "schedule", "--account", "initech", "--through"]
    assert "not a date" in told(capsys, *words, "soon", code=2)
    told(capsys, *words, "2026-12-31")
    entries = json.loads(told(capsys, "ledger", "export", "json"))["entries"]
    for source in ("pre_tax", "roth", "after_tax", "match"):
        paid = sum(round(float(row[source]) * 100) for row in job["paydays"])
        paid += sum(round(float(row["catch_up"]) * 100) for row in job["paydays"]) if source == "pre_tax" else 0
        assert sum(round(float(e["amount"]) * 100) for e in entries if e["source"] == source) == paid
    assert "Added 0 entries" in told(capsys, *words, "2026-12-31")


@pytest.mark.parametrize(
    ("environment", "platform", "path"),
    [
        ({"HOME": "/h"}, "linux", "/h/.local/share/megaroth/my.ledger"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "linux", "/d/megaroth/my.ledger"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/megaroth/my.ledger"),
        ({"USERPROFILE": "/u", "LOCALAPPDATA": "/l"}, "win32", "/l/megaroth/my.ledger"),
        ({"HOME": "/h", "MEGAROTH_LEDGER": "/x/y.ledger"}, "linux", "/x/y.ledger"),
    ],
)
def test_where_it_lies(environment: dict[str, str], platform: str, path: str) -> None:
    assert own_ledger(environment, platform) == Path(path)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["ledger", "export"], "is not a form"),
        (["ledger", "export", ANA], "is not a form"),
        (["ledger", "import"], "no file to import"),
        (["ledger", "person", "ana", "--born", "yesterday"], "is not a date"),
        (["ledger", "person", "ana", "--file", ANA], "is a text"),
        (["ledger", "restore", "nowhere.ledger"], "no ledger at nowhere.ledger"),
        (["ledger", "backup", ANA], "damaged"),
    ],
)
def test_what_was_typed_wrong(words: list[str], says: str, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert says in told(capsys, *words, code=2)
