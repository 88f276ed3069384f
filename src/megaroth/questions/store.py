"""A ledger that is kept in a file of its own: what one may do with it, and the book that the other questions read.

`path` is the ledger, `passphrase` that of an encrypted one. Whatever is wrong comes back as findings.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from megaroth.kit.finding import Finding
from megaroth.ledger.entries import Entry, Kind, Source, canonical, own_key
from megaroth.ledger.read import Book

if TYPE_CHECKING:
    from megaroth.schedule.answer import ScheduleAnswer
    from megaroth.store.importing import Wanted
    from megaroth.store.records import Record
    from megaroth.store.store import Appended

_NEAR = datetime.timedelta(days=7)
_PLANNED = "from a schedule, not from a pay stub"


def book_of(path: Path, passphrase: str = "") -> Book | list[Finding]:
    """The ledger of a file, text or store."""
    from megaroth.ledger.read import read_ledger
    from megaroth.store.folder import is_store

    if not is_store(path):
        return read_ledger(path)
    from megaroth.store.store import read

    stored = read(path, passphrase=passphrase)
    return stored if isinstance(stored, list) else stored.book


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One file that was imported: what was new, and is on the disk."""

    file: Path
    entries: int
    forms: int
    others: int
    """People and accounts."""
    known: int


@dataclass(frozen=True, slots=True)
class TakenInAll:
    """Every file, in order; `findings` about them, and about what the ledger lacks to add up."""

    files: tuple[TakenIn, ...]
    findings: tuple[Finding, ...]


def take_in(
    path: Path, files: Sequence[Path], wanted: Wanted, at: str = "", passphrase: str = ""
) -> TakenInAll | list[Finding]:
    """Import files, each in one step. A file of which anything cannot be read gives nothing, and stops the import."""
    from megaroth.store.folder import is_store
    from megaroth.store.importing import read_import
    from megaroth.store.store import Origin, append

    done: list[TakenIn] = []
    findings: list[Finding] = []
    lacking: tuple[Finding, ...] = ()
    for file in files:
        found = read_import(file, wanted, passphrase)
        if isinstance(found, list):
            return _stopped(found, done)
        findings += found.findings
        if is_store(path):
            wrote = append(path, found.records, origin=Origin(at, file.name, found.digest), passphrase=passphrase)
            if isinstance(wrote, list):
                return _stopped(wrote, done)
            done.append(_taken(file, wrote))
            lacking = wrote.findings
        else:
            into = _into_text(path, file, found.records)
            if isinstance(into, list):
                return _stopped(into, done)
            done.append(into)
    if is_store(path):
        book = book_of(path, passphrase)
        if not isinstance(book, list):
            findings += _perhaps_twice(book)
            lacking = tuple(book.located(lacking))
    return TakenInAll(tuple(done), (*findings, *lacking))


def _stopped(findings: list[Finding], done: Sequence[TakenIn]) -> list[Finding]:
    if not done:
        return findings
    names = ", ".join(each.file.name for each in done)
    message = f"Files before it were taken in: {names}. The others were not."
    return [*findings, Finding("import-stopped", "info", message, "", "Mend it and import all of them again.")]


def _taken(file: Path, wrote: Appended) -> TakenIn:
    from megaroth.ledger.imports import Received

    forms = sum(isinstance(record, Received) for record in wrote.new)
    entries = len(wrote.entries)
    return TakenIn(file, entries, forms, len(wrote.new) - entries - forms, wrote.known)


def _into_text(path: Path, file: Path, records: Iterable[Record]) -> TakenIn | list[Finding]:
    from megaroth.ledger.imports import Received
    from megaroth.ledger.read import read_ledger
    from megaroth.ledger.write import add

    entries = [record for record in records if isinstance(record, Entry)]
    forms = [record for record in records if isinstance(record, Received)]
    book = read_ledger(path)
    if isinstance(book, list):
        return book
    there = {*book.ledger.people.values(), *book.ledger.accounts.values()}
    others = [each for each in records if not isinstance(each, Entry | Received) and each not in there]
    if others:
        message = f"{file.name} has people or accounts that {path.name} does not have so."
        remedy = f"Write them into {path.name}, or import both into a ledger: --into my.ledger."
        return [Finding("text-accounts", "error", message, str(file), remedy)]
    added = add(path, entries, forms)
    if isinstance(added, list):
        return added
    return TakenIn(file, len(added.new), len(added.forms), 0, added.known)


def _perhaps_twice(book: Book) -> list[Finding]:
    """A pay stub and a statement may tell of one contribution; nothing here decides that they do."""
    made: dict[tuple[str, Source | None, int], list[Entry]] = {}
    for entry in book.ledger.entries:
        if entry.kind is Kind.CONTRIBUTE:
            made.setdefault((entry.account, entry.source, int(entry.amount.cents)), []).append(entry)
    found = []
    for (account, source, _), same in made.items():
        stated = [entry for entry in same if entry.key.startswith("ofx-")]
        others = [entry for entry in same if not entry.key.startswith("ofx-")]
        for one in stated:
            near = next((each for each in others if abs(each.on - one.on) <= _NEAR), None)
            if near is not None:
                what = source.value.replace("_", " ") if source else "money"
                message = (
                    f"{one.amount} of {what} to {account} stands there from {near.on} and, by a statement, {one.on}."
                )
                remedy = f"If it was one contribution: `megaroth ledger add --kind correct --undoes {one.key} --on {one.on}`."
                found.append(Finding("perhaps-twice", "warning", message, one.key, remedy))
    return found[:20]


def planned_entries(
    answer: ScheduleAnswer, accounts: Mapping[str, str], through: datetime.date | None = None
) -> list[Entry]:
    """The contributions of a schedule as entries, of paydays up to a day; `accounts` says to which plan a job pays.

    A job without one pays to the account of its own name. The amounts are what the schedule expects, not what was paid.
    """
    entries: list[Entry] = []
    same: dict[bytes, int] = {}
    for job in answer.jobs:
        is_roth = job.year.catch_up_is_roth or job.year.is_roth
        catch_up = Source.ROTH if is_roth else Source.PRE_TAX
        for line in job.outcome.lines:
            if through is not None and line.paycheck.date > through:
                continue
            for source, amount in (
                (Source.PRE_TAX, line.pre_tax), (Source.ROTH, line.roth), (catch_up, line.catch_up),
                (Source.AFTER_TAX, line.after_tax), (Source.MATCH, line.match),
            ):  # fmt: skip
                if amount.cents:
                    account = accounts.get(job.name, job.name)
                    entry = Entry("", line.paycheck.date, Kind.CONTRIBUTE, account, amount, source, note=_PLANNED)
                    nth = same[canonical(entry)] = same.get(canonical(entry), -1) + 1
                    entries.append(replace(entry, key=own_key(entry, nth)))
    return entries
