"""Adding records to a ledger's file and reading them back: nothing is acknowledged before it is on the disk.

A record that stands there already is not added again, so any import may be repeated. Every reading walks the whole hash
chain; a file that is not as it was written is refused, never partly used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.toml_places import cut
from megaroth.ledger.check import check_ledger, standing
from megaroth.ledger.entries import Account, Entry
from megaroth.ledger.fold import fold
from megaroth.ledger.imports import Received
from megaroth.ledger.model import Ledger, Person
from megaroth.ledger.read import Book
from megaroth.store.file import OpenFile, opened, opened_anyhow, which_pages
from megaroth.store.merge import Conflict, merged_account, merged_person
from megaroth.store.problems import StoreError, damage
from megaroth.store.records import FIRST_LINK, Record, State, Withdrawn, body_of, link_after, record_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Where records come from, for the list of what was written when: a time in ISO form, a name, a file's digest."""

    at: str = ""
    source: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Appended:
    """What was written, and is on the disk; `known` stood there before."""

    new: tuple[Record, ...]
    known: int
    last_link: str
    findings: tuple[Finding, ...] = ()
    """What keeps the ledger from adding up now; an import may come before what it needs."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries among the new records."""
        return tuple(record for record in self.new if isinstance(record, Entry))


@dataclass(frozen=True, slots=True)
class Stored:
    """A ledger's file, read and proven: its book, links and batches."""

    book: Book
    state: State
    links: tuple[str, ...]
    """The first link, and that after each record."""
    batches: tuple[tuple[int, int, str, str, str], ...] = ()
    """First and last record, time, source and digest of what was written together."""
    version: int = 0


def append(
    path: Path, records: Sequence[Record], *, strict: bool = False, origin: Origin = Origin(), passphrase: str = "",
    create: bool = True, base: str = "",
) -> Appended | list[Finding]:  # fmt: skip
    """Write records in one step: all of them or none, on the disk when this returns.

    `strict` refuses entries with which a sound ledger would not be sound (a single entry that was typed); without it
    an import may come before what it needs, and the findings say what is missing.
    """
    try:
        with opened(path, create=create, passphrase=passphrase, base=base) as file:
            return append_open(file, lambda _: records, strict=strict, origin=origin)
    except StoreError as error:
        return error.findings


def append_open(
    file: OpenFile, records: Callable[[State], Sequence[Record]], *, strict: bool = False, origin: Origin = Origin(),
    on_purpose: bool = False,
) -> Appended:  # fmt: skip
    """The same, of a file that is open; what is written may depend on what stands there (`on_purpose`: change it)."""
    connection = file.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        links, state = _walk(file)
        sound_before = not _unsound(state)
        new, known = _new_ones(file.path, state, records(state), on_purpose)
        findings = _unsound(state)
        if strict and new:
            _refuse_unsound(file.path, state, new, findings if sound_before else [])
        number, link = len(links), links[-1]
        for record in new:
            body = body_of(record)
            link = link_after(link, body)
            connection.execute("INSERT INTO log VALUES (?, ?, ?)", (number, body, link))
            number += 1
        if new and file.version >= 2:
            row = (len(links), number - 1, origin.at, origin.source, origin.digest)
            connection.execute("INSERT INTO batch VALUES (?, ?, ?, ?, ?)", row)
        connection.execute("COMMIT")
    except BaseException:
        _undo(connection)
        raise
    return Appended(tuple(new), known, link, tuple(findings))


def _undo(connection: apsw.Connection) -> None:
    """Best effort: after a failed disk SQLite may have undone it already, or does so when the file is opened next."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except apsw.Error:
        return


def _new_ones(path: Path, state: State, records: Iterable[Record], on_purpose: bool) -> tuple[list[Record], int]:
    """The records that do not stand there yet, in the state when this returns; conflicts are refused."""
    new: list[Record] = []
    known = 0
    wrong: list[Finding] = []
    forms: dict[Received, int] = {}
    number = max(state.at.values(), default=0)
    for record in records:
        made: Record | Conflict | None
        match record:
            case Entry():
                made = _new_entry(state, record)
            case Person():
                old = state.people.get(record.name)
                made = merged_person(old, record) if not on_purpose else record if record != old else None
            case Account():
                before = state.accounts.get(record.name)
                made = merged_account(before, record) if not on_purpose else record if record != before else None
            case Withdrawn():
                made = record if record.form in state.received else _no_form(record.form)
            case Received():
                plain = replace(record, where="")
                forms[plain] = forms.get(plain, 0) + 1
                made = plain if forms[plain] > state.times(plain) else None
        if made is None:
            known += 1
        elif isinstance(made, Conflict):
            wrong.append(Finding(made.code, "error", made.message, str(path), made.remedy))
        else:
            new.append(made)
            number += 1
            state.take(made, number)
    if wrong:
        raise StoreError(*wrong[:20])
    return new, known


def _no_form(form: Received) -> Conflict:
    message = (
        f"No such form stands there: {form.year}, {cut(form.account)}, box 1 {form.box_1}, code {cut(form.box_7)}."
    )
    return Conflict("no-form", message, "Type every box as it stands there; `megaroth ledger export json` shows them.")


def _new_entry(state: State, entry: Entry) -> Entry | Conflict | None:
    known = state.entries.get(entry.key)
    if known is None:
        return entry
    if replace(known, note="") == replace(entry, note=""):
        return None
    message = f'An entry with the key "{cut(entry.key)}" stands there and says something else.'
    remedy = 'Give this one another key; an entry that was wrong is undone by kind = "correct".'
    return Conflict("key-twice", message, remedy)


def _unsound(state: State) -> list[Finding]:
    """What keeps the ledger from adding up."""
    if not state.entries:
        return []
    folded = fold(state.ledger)
    return [f for f in folded if f.severity == "error"] if isinstance(folded, list) else []


def _refuse_unsound(path: Path, state: State, new: Sequence[Record], findings: Sequence[Finding]) -> None:
    """A single entry must be well formed, and leave a sound ledger sound."""
    keys = {f"entries.{record.key}" for record in new if isinstance(record, Entry)}
    shape = [f for f in check_ledger(state.ledger, standing(state.ledger.entries)[0]) if f.where in keys]
    unknown = [form.account for form in new if isinstance(form, Received) and form.account not in state.accounts]
    remedy = f"The ledger has {cut(', '.join(state.accounts) or 'none', 200)}."
    shape += [
        Finding("unknown-account", "error", f'There is no account called "{cut(name)}".', str(path), remedy)
        for name in unknown
    ]
    found = list(findings) or shape
    if has_errors(found):
        raise StoreError(*located(path, state, found, keys))


def located(path: Path, state: State, findings: Iterable[Finding], new: Iterable[str] = ()) -> list[Finding]:
    """Findings with the number of the record in place of its key."""
    places = {key: f"{path.name}, record {number}" for key, number in state.at.items()}
    places |= dict.fromkeys(new, "the new entry")
    return [replace(finding, where=places.get(finding.where, finding.where)) for finding in findings]


def _walk(file: OpenFile) -> tuple[list[str], State]:
    """Every record and link, compared with the chain. The caller is inside a transaction."""
    links, state = [FIRST_LINK], State()
    query = "SELECT n, CAST(body AS BLOB), CAST(link AS BLOB) FROM log ORDER BY n"
    for n, said, after in file.connection.execute(query):
        number = len(links)
        body, link = (bytes(each or b"").decode("ascii", "replace") for each in (said, after))
        if n != number:
            raise damage(file.path, f"record {number} is missing")
        if not body.isascii() or link != link_after(links[-1], body):
            raise damage(file.path, f"record {number} is not the one that was written ({cut(body, 80)})")
        try:
            state.take(record_of(body), number)
        except (ValueError, TypeError, KeyError):
            raise damage(file.path, f"record {number} cannot be read ({cut(body, 80)})") from None
        links.append(link)
    return links, state


def read(path: Path, *, passphrase: str = "", base: str = "") -> Stored | list[Finding]:
    """All of a ledger's file, proven against its hash chain."""
    try:
        with opened(path, passphrase=passphrase, base=base) as file:
            return read_open(file)
    except StoreError as error:
        return error.findings


def read_open(file: OpenFile) -> Stored:
    """The same, of a file that is open; it ends whatever transaction it begins."""
    connection = file.connection
    began = not connection.in_transaction
    if began:
        connection.execute("BEGIN")
    links, state = _walk(file)
    batches = tuple(connection.execute("SELECT * FROM batch ORDER BY first")) if file.version >= 2 else ()
    if began:
        connection.execute("COMMIT")
    name = file.path.name
    places = {key: f"{name}, record {number}" for key, number in state.at.items()}
    book = Book(Ledger(dict(state.people), dict(state.accounts), tuple(state.entries.values())),
                tuple(state.received), places)  # fmt: skip
    return Stored(book, state, tuple(links), batches, file.version)


def verify(path: Path, *, passphrase: str = "", base: str = "") -> Stored | list[Finding]:
    """Every byte of the file: pages (free ones too), SQLite's structure, the chain, and that every dollar is somewhere."""
    try:
        with opened(path, passphrase=passphrase, base=base) as file:
            return verify_open(file)
    except StoreError as error:
        shown = "" if passphrase else _shown_at(path, base)
        return [replace(f, message=f.message + shown) if f.code == "ledger-damaged" else f for f in error.findings]


def verify_open(file: OpenFile) -> Stored:
    """The same, of a file that is open."""
    connection = file.connection
    connection.execute("BEGIN")
    list(connection.execute("SELECT count(*) FROM log"))  # the lock is taken by reading
    if pages := file.damaged():
        raise damage(file.path, which_pages(pages))
    told = connection.pragma("integrity_check")
    if told != "ok":
        raise damage(file.path, str(told))
    if file.path.is_file() and (rest := file.path.stat().st_size % 4096):
        raise damage(file.path, f"{rest} bytes are left over at its end")
    stored = read_open(file)
    connection.execute("COMMIT")
    return stored


def _shown_at(path: Path, base: str) -> str:
    """In which record the damage shows first, where the records can still be read."""
    try:
        with opened_anyhow(path, base) as file:
            _walk(file)
    except StoreError as error:
        return f" It shows first where {error.findings[0].message.partition(': ')[2]}"
    except apsw.Error:
        return " Its records cannot be read one after the other."
    return " Every record can still be read and is the one that was written."
