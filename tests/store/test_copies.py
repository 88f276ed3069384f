"""Backup, restore, versions, encryption: a copy is proven before it counts, and nothing that stood there is lost."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from megaroth.kit.money import dollars
from megaroth.ledger.entries import Account, Entry, Kind, Source
from megaroth.ledger.model import Person
from megaroth.store import copies
from megaroth.store.copies import Copied, backup, migrate, move_aside, rekey, restore
from megaroth.store.records import Record
from megaroth.store.schema import NEWEST, VERSIONS, steps
from megaroth.store.store import Appended, Stored, append, verify

DAY = datetime.date(2026, 1, 9)
RECORDS: list[Record] = [Person("ana"), Account("plan", "plan", "ana", "yes")]
RELEASED = Path(__file__).parent / "released"


def entry(number: int) -> Entry:
    return Entry(f"k{number}", DAY, Kind.CONTRIBUTE, "plan", dollars(number), Source.AFTER_TAX)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.ledger"
    assert isinstance(append(path, [*RECORDS, entry(1)]), Appended)
    return path


def copied(done: object) -> Copied:
    assert isinstance(done, Copied), done
    return done


def content(path: Path, passphrase: str = "") -> tuple[int, str]:
    found = verify(path, passphrase=passphrase)
    assert isinstance(found, Stored), found
    return len(found.links) - 1, found.state.content


def codes(found: object) -> list[str]:
    assert isinstance(found, list), found
    return [finding.code for finding in found]


def test_the_drill(path: Path) -> None:
    """Backup, loss of the file, restore: the same bytes of content; then on with it."""
    before = content(path)
    copy = copied(backup(path))
    assert (copy.records, content(copy.path)) == (3, before)
    path.unlink()
    copied(restore(copy.path, path))
    assert content(path) == before
    assert isinstance(append(path, [entry(2)]), Appended)
    assert content(path)[0] == 4


def test_the_same_backup_twice_is_one_file(path: Path) -> None:
    assert copied(backup(path)).path == copied(backup(path)).path
    assert codes(backup(path, path)) == ["file-exists"]


def test_a_backup_that_was_damaged_is_not_restored(path: Path) -> None:
    copy = copied(backup(path)).path
    whole = bytearray(copy.read_bytes())
    whole[-100] ^= 1
    copy.write_bytes(whole)
    before = path.read_bytes()
    assert codes(restore(copy, path)) == ["ledger-damaged"]
    assert codes(backup(path)) == ["ledger-damaged"]
    assert path.read_bytes() == before


def test_a_restore_does_not_lose_what_is_newer(path: Path) -> None:
    copy = copied(backup(path)).path
    append(path, [entry(2)])
    newer = content(path)
    assert codes(restore(copy, path)) == ["restore-loses"]
    assert content(path) == newer
    done = copied(restore(copy, path, older=True))
    assert done.aside is not None
    assert content(done.aside) == newer
    assert content(path)[0] == 3
    again = copied(restore(done.aside, path))
    assert again.aside != done.aside
    assert content(path) == newer


def test_a_damaged_ledger_is_moved_aside_with_its_journal(path: Path) -> None:
    """A journal of the damaged file must not be taken for one of the restored."""
    copy, before = copied(backup(path)).path, content(path)
    damaged = path.read_bytes()[:5_000]
    path.write_bytes(damaged)
    path.with_name("a.ledger-wal").write_bytes(b"left by a crash")
    done = copied(restore(copy, path))
    assert content(path) == before
    assert done.aside is not None
    assert done.aside.read_bytes() == damaged
    assert not path.with_name("a.ledger-wal").exists()


def test_a_backup_while_others_write(path: Path) -> None:
    from megaroth.store.file import opened

    with opened(path) as writer:
        writer.connection.execute("BEGIN IMMEDIATE")
        copy = copied(backup(path))
        writer.connection.execute("ROLLBACK")
    assert content(copy.path)[0] == 3


def test_what_others_add_during_a_backup_comes_along(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill = copies._fill

    def late(*given: Any, **more: Any) -> None:
        assert isinstance(append(path, [entry(2)]), Appended)
        fill(*given, **more)

    monkeypatch.setattr(copies, "_fill", late)
    assert copied(backup(path)).records == 4
    assert content(path)[0] == 4


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.ledger")), ids=lambda path: path.stem)
def test_every_released_version_goes_up_and_down(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    path.write_bytes(released.read_bytes())
    before = content(path)
    for to in [*range(1, NEWEST + 1), *range(NEWEST, 0, -1), NEWEST]:
        done = copied(migrate(path, to))
        found = verify(path)
        assert isinstance(found, Stored)
        assert (found.version, content(path)) == (to, before)
        if done.aside is not None:
            assert content(done.aside) == before
    assert isinstance(append(path, [entry(9)]), Appended)


def test_there_is_a_released_file_of_every_version() -> None:
    assert len(list(RELEASED.glob("*.ledger"))) == NEWEST


def test_down_takes_away_what_up_made() -> None:
    """The tables of a version are the same whether one comes from below or from above."""

    def tables(*versions: int) -> list[tuple[str, ...]]:
        connection, at = sqlite3.connect(":memory:"), 0
        for to in versions:
            for line in steps(at, to):
                connection.execute(line)
            at = to
        found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        connection.close()
        return found

    for version in range(1, len(VERSIONS) + 1):
        assert tables(version) == tables(NEWEST, version) == tables(NEWEST, 1, version)


def test_what_is_moved_aside_takes_its_journal_along(tmp_path: Path) -> None:
    old, aside = tmp_path / "a.ledger", tmp_path / "b.ledger"
    old.write_bytes(b"old")
    old.with_name("a.ledger-journal").write_bytes(b"its journal")
    move_aside(old, aside)
    assert (old.read_bytes(), aside.read_bytes()) == (b"old", b"old")
    assert aside.with_name("b.ledger-journal").read_bytes() == b"its journal"
    assert not old.with_name("a.ledger-journal").exists()


@pytest.mark.parametrize("to", [0, NEWEST + 1, -1])
def test_no_such_version(path: Path, to: int) -> None:
    assert codes(migrate(path, to)) == ["version-unknown"]


def test_encrypted_at_rest(path: Path) -> None:
    before = content(path)
    assert b"contribute" in path.read_bytes()
    copied(rekey(path, "", "correct horse"))
    assert b"contribute" not in path.read_bytes()
    assert [each.name for each in path.parent.iterdir()] == ["a.ledger"]
    assert codes(verify(path)) == ["ledger-locked"]
    assert codes(append(path, [entry(2)])) == ["ledger-locked"]
    assert content(path, "correct horse") == before
    assert isinstance(append(path, [entry(2)], passphrase="correct horse"), Appended)
    for file in path.parent.iterdir():
        assert b"contribute" not in file.read_bytes()
    copy = copied(backup(path, passphrase="correct horse")).path
    assert b"contribute" not in copy.read_bytes()
    copied(restore(copy, path, passphrase="correct horse"))
    copied(migrate(path, 1, passphrase="correct horse"))
    assert content(path, "correct horse")[0] == 4
    copied(rekey(path, "correct horse", ""))
    assert content(path)[0] == 4
