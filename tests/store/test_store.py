"""Records in a ledger's file: written once, read whole, merged without guessing, refused where they cannot be."""

from __future__ import annotations

import datetime
import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from tests.ledger.test_sequences import ACCOUNTS, PEOPLE, lived

from megaroth.kit.money import Money, dollars
from megaroth.ledger.entries import Account, Entry, Kind, Source
from megaroth.ledger.imports import Received
from megaroth.ledger.model import Person
from megaroth.store import file as store_file
from megaroth.store.records import FIRST_LINK, Record, Withdrawn, body_of, link_after, record_of
from megaroth.store.store import Appended, Stored, append, read, verify

DAY = datetime.date(2026, 1, 9)
ANA, PLAN = Person("ana", datetime.date(1985, 6, 14)), Account("plan", "plan", "ana", "yes")
ENTRY = Entry("k", DAY, Kind.CONTRIBUTE, "plan", dollars(100), Source.AFTER_TAX)
FORM = Received(2026, "plan", dollars(10), None, Money(0), dollars(10), "G", box_11=2024)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "a.ledger"


def stored(path: Path) -> Stored:
    found = verify(path)
    assert isinstance(found, Stored), found
    return found


def codes(found: object) -> list[str]:
    assert isinstance(found, list), found
    return [finding.code for finding in found]


@pytest.mark.parametrize("seed", range(5))
def test_a_life_comes_back(seed: int, path: Path) -> None:
    life = lived(seed)
    records: list[Record] = [*PEOPLE.values(), *ACCOUNTS.values(), *life.entries, FORM]
    done = append(path, records)
    assert isinstance(done, Appended)
    assert (len(done.new), done.known, done.findings) == (len(records), 0, ())
    found = stored(path)
    assert (found.book.ledger.people, found.book.ledger.accounts) == (PEOPLE, ACCOUNTS)
    assert found.book.ledger.entries == tuple(life.entries)
    assert found.book.received == (FORM,)
    again = append(path, records[::-1])
    assert isinstance(again, Appended)
    assert (again.new, again.known, again.last_link) == ((), len(records), done.last_link)


@pytest.mark.parametrize("record", [ANA, Person("x"), PLAN, replace(PLAN, separated=DAY), ENTRY, FORM, Withdrawn(FORM)])
def test_a_record_is_what_was_written(record: Record) -> None:
    assert record_of(body_of(record)) == record


def test_the_form_of_the_chain_is_written_down() -> None:
    """A ledger of today is verified in thirty years."""
    assert FIRST_LINK == "08993399eec82d1e657b6ae3f7ec2dcbba950cb22ca17611e73bdeebe744dd30"  # printf | sha256sum
    assert body_of(ANA) == '{"person":{"born":"1985-06-14","name":"ana"}}'
    assert body_of(FORM) == (
        '{"received":{"account":"plan","box_1":"10.00","box_10":"0.00","box_11":2024,"box_4":"0.00","box_5":"10.00",'
        '"box_7":"G","year":2026}}'
    )
    assert link_after("a", "b") == "7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78"


def test_any_sqlite_reads_it(path: Path) -> None:
    """The file is plain SQLite: a line of SQL gives every record, without this program."""
    append(path, [ANA, PLAN, ENTRY])
    other = sqlite3.connect(path)
    rows = other.execute("SELECT body, link FROM log ORDER BY n").fetchall()
    other.close()
    assert [body for body, _ in rows] == [body_of(ANA), body_of(PLAN), body_of(ENTRY)]
    # The chain, with the standard library alone.
    before = hashlib.sha256(b"megaroth store 1").hexdigest()
    for body, link in rows:
        before = hashlib.sha256(f"{before}\n{body}".encode()).hexdigest()
        assert link == before


def test_nothing_is_changed_or_taken_away(path: Path) -> None:
    append(path, [ANA, PLAN, ENTRY])
    with store_file.opened(path) as file:
        for line in ("DELETE FROM log", "UPDATE log SET body = ''", "DELETE FROM batch", "UPDATE batch SET at = ''"):
            with pytest.raises(apsw.ConstraintError, match="only added to"):
                file.connection.execute(line)
    assert len(stored(path).links) == 4


def test_an_entry_that_was_typed_leaves_a_sound_ledger_sound(path: Path) -> None:
    append(path, [ANA, PLAN, ENTRY])
    more = Entry("c", DAY, Kind.CONVERT, "plan", dollars(101), Source.AFTER_TAX)
    refused = append(path, [more], strict=True)
    assert codes(refused) == ["more-than-held"]
    assert refused[0].where == "the new entry"  # type: ignore[index]
    assert codes(append(path, [replace(ENTRY, key="z", account="plam")], strict=True)) == ["unknown-account"]
    assert len(stored(path).links) == 4


def test_an_import_may_come_before_what_it_needs(path: Path) -> None:
    convert = Entry("c", DAY, Kind.CONVERT, "plan", dollars(100), Source.AFTER_TAX)
    first = append(path, [convert])
    assert isinstance(first, Appended)
    assert [finding.code for finding in first.findings] == ["unknown-account"]
    second = append(path, [PLAN, ANA])
    assert isinstance(second, Appended)
    assert [finding.code for finding in second.findings] == ["more-than-held"]
    third = append(path, [ENTRY])
    assert isinstance(third, Appended)
    assert third.findings == ()


def test_one_key_says_one_thing(path: Path) -> None:
    append(path, [ANA, PLAN, ENTRY])
    known = append(path, [replace(ENTRY, note="another note")])
    assert isinstance(known, Appended)
    assert known.known == 1
    assert codes(append(path, [replace(ENTRY, amount=dollars(101))])) == ["key-twice"]


def test_what_one_file_leaves_open_another_fills_in(path: Path, tmp_path: Path) -> None:
    known, opened = replace(PLAN, payer="Initech", separated=DAY), replace(PLAN, separate_contract="unknown")
    contents = set()
    for number, order in enumerate(([known, opened], [opened, known], [known, opened, known])):
        other = tmp_path / f"{number}.ledger"
        for record in order:
            assert isinstance(append(other, [record, Person("ana"), ANA]), Appended)
        found = stored(other)
        assert found.book.ledger.accounts["plan"] == known
        contents.add(found.state.content)
    assert len(contents) == 1
    append(path, [ANA, PLAN])
    assert codes(append(path, [replace(PLAN, separate_contract="no")])) == ["account-differs"]
    assert codes(append(path, [replace(ANA, born=DAY)])) == ["person-differs"]


def test_two_equal_forms_of_one_file_are_two(path: Path) -> None:
    append(path, [ANA, PLAN, FORM, FORM])
    append(path, [FORM, FORM])
    append(path, [FORM])
    assert stored(path).book.received == (FORM, FORM)


def test_a_form_that_was_typed_wrong_counts_no_more(path: Path) -> None:
    append(path, [ANA, PLAN, FORM])
    wrong = replace(FORM, box_1=dollars(11))
    assert codes(append(path, [Withdrawn(wrong)])) == ["no-form"]
    assert isinstance(append(path, [Withdrawn(FORM), wrong]), Appended)
    assert stored(path).book.received == (wrong,)
    # An import of the same file again does not bring it back.
    again = append(path, [FORM])
    assert isinstance(again, Appended)
    assert (again.known, stored(path).book.received) == (1, (wrong,))
    assert codes(append(path, [Withdrawn(FORM)])) == ["no-form"]


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2", "3.50.6", "3.50.8", "3.44.5"])
def test_an_sqlite_that_may_corrupt_is_refused(version: str, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: version)
    assert codes(append(path, [ANA])) == ["sqlite-too-old"]
    assert not path.exists()


@pytest.mark.parametrize("version", ["3.51.3", "3.50.7", "3.44.6", "3.54.0", "4.0.0"])
def test_one_that_does_not_is_taken(version: str) -> None:
    store_file.check_sqlite(version)


def test_what_is_no_ledger(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    assert codes(read(other)) == ["not-a-ledger"]
    assert codes(read(tmp_path / "none.ledger")) == ["file-not-found"]
    assert codes(read(tmp_path)) == ["file-is-folder"]
    text = tmp_path / "text.ledger"
    text.write_text("hello" * 2_000, encoding="utf-8")
    assert codes(read(text)) == ["ledger-damaged"]
    assert codes(append(other, [ANA])) == ["not-a-ledger"]


def test_a_file_in_another_journal_mode_is_brought_back(path: Path) -> None:
    append(path, [ANA])
    with store_file.opened(path) as file:
        assert file.connection.pragma("journal_mode") == "delete"
        assert file.connection.pragma("synchronous") == 3
    assert path.stat().st_mode & 0o077 == 0
    assert [each.name for each in path.parent.iterdir()] == ["a.ledger"]


def test_a_newer_ledger_is_left_alone(path: Path) -> None:
    append(path, [ANA])
    with store_file.opened(path) as file:
        file.connection.pragma("user_version", 99)
    assert codes(read(path)) == ["ledger-newer"]
