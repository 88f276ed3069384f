"""From a ledger file to a `Ledger`, or findings: what, in which file and line, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.reading import check, parse_json, parse_toml, read_text
from megaroth.kit.toml_places import Source as Text
from megaroth.kit.toml_places import cut
from megaroth.kit.written import near
from megaroth.ledger.entries import Account, Entry, Kind, Source, canonical, own_key
from megaroth.ledger.file import EntryFile, LedgerFile
from megaroth.ledger.imports import Received, rows_of
from megaroth.ledger.model import Ledger, Person


@dataclass(frozen=True, slots=True)
class Book:
    """A ledger that was read, the forms that were received, and where everything stands in its files."""

    ledger: Ledger
    received: tuple[Received, ...]
    places: dict[str, str]

    def located(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings with file and line in place of `entries.KEY`."""
        return [replace(f, where=self.places.get(f.where, f.where)) for f in findings]


def read_ledger(path: Path) -> Book | list[Finding]:
    """The ledger of a TOML or JSON file, with the CSV files it names, or what is wrong with them."""
    text = read_text(path)
    return [text] if isinstance(text, Finding) else ledger_of(text, str(path), path.parent)


def ledger_of(text: str, name: str, folder: Path, is_json: bool | None = None) -> Book | list[Finding]:
    """The ledger of a text; `name` is how findings call it, `folder` where its CSV files are."""
    if is_json is None:
        is_json = name.endswith(".json") or text.lstrip().startswith("{")
    source = parse_json(text, name) if is_json else parse_toml(text, name)
    if isinstance(source, Finding):
        return [source]
    file = check(source, LedgerFile)
    return file if isinstance(file, list) else _Reading(source, file, folder).book()


class _Reading:
    def __init__(self, source: Text, file: LedgerFile, folder: Path) -> None:
        self.source, self.file, self.folder = source, file, folder
        self.findings: list[Finding] = []
        self.places: dict[str, str] = {}
        self.entries: dict[str, Entry] = {}

    def book(self) -> Book | list[Finding]:
        file = self.file
        people = {name: Person(name, each.born, each.disabled_from) for name, each in file.people.items()}
        accounts = {name: self._account(name) for name in file.accounts}
        received: list[Received] = []
        # Imported rows come first, so that an entry added to the file is the last one of the chain.
        for number, wanted in enumerate(file.imports):
            self._import(number, wanted.file, received)
        same: dict[bytes, int] = {}
        for number, each in enumerate(file.entries):
            entry = _entry(each)
            said = canonical(replace(entry, key=""))
            nth = same[said] = same.get(said, -1) + 1
            self._add(replace(entry, key=entry.key or own_key(entry, nth)), self.source.where(("entries", number)))
        typed = [
            Received(each.year, each.account, each.box_1, each.box_2a, each.box_4, each.box_5, each.box_7.upper(),
                     each.box_10, each.box_11, self.source.where(("received", number)))
            for number, each in enumerate(file.received)
        ]  # fmt: skip
        _take_forms(received, typed)
        for form in received:
            if form.account not in accounts:
                remedy = f"The file has the accounts {cut(', '.join(accounts), 200)}."
                message = f'There is no account called "{cut(form.account)}".'
                self.findings.append(Finding("unknown-account", "error", message, form.where, remedy))
        if has_errors(self.findings):
            return self.findings
        return Book(Ledger(people, accounts, tuple(self.entries.values())), tuple(received), self.places)

    def _account(self, name: str) -> Account:
        file = self.file.accounts[name]
        place = self.source.where(("accounts", name))
        self.places[f"accounts.{name}"] = place
        owner = file.owner
        if not owner and len(self.file.people) == 1:
            owner = next(iter(self.file.people))
        if owner not in self.file.people:
            close = near(owner, self.file.people) if owner else None
            remedy = f'Did you mean "{cut(close)}"?' if close else "Add owner = … with the name of a person."
            message = f"The account {cut(name)} has no owner among the people."
            self.findings.append(Finding("unknown-person", "error", message, place, remedy))
        return Account(name, file.kind, owner, file.separate_contract, file.in_service, file.separated, file.payer)

    def _add(self, entry: Entry, place: str) -> None:
        """An entry that is there already, word for word, is not added again; another one with its key is refused."""
        known = self.entries.get(entry.key)
        if known is None:
            self.entries[entry.key] = entry
            self.places[f"entries.{entry.key}"] = place
        elif replace(known, note="") != replace(entry, note=""):
            message = f'Two entries have the key "{cut(entry.key)}" and say different things.'
            remedy = f"The other stands at {self.places[f'entries.{entry.key}']}; give one another key."
            self.findings.append(Finding("key-twice", "error", message, place, remedy))

    def _import(self, number: int, name: str, received: list[Received]) -> None:
        wanted = self.file.imports[number]
        if wanted.kind == "pay_stubs" and wanted.account not in self.file.accounts:
            where = self.source.where(("imports", number))
            remedy = "Add account = … with the plan the contributions went to."
            self.findings.append(Finding("unknown-account", "error", "Pay stubs belong to an account.", where, remedy))
            return
        text = read_text(self.folder / name)
        if isinstance(text, Finding):
            self.findings.append(replace(text, where=self.source.where(("imports", number, "file"))))
            return
        rows = rows_of(text, name, wanted)
        self.findings += rows.findings
        _take_forms(received, rows.received)
        for entry, place in rows.entries:
            self._add(entry, place)


def _take_forms(received: list[Received], more: Iterable[Received]) -> None:
    """The forms of one file that the others did not have: a file that is read twice gives each form once."""
    there = Counter(replace(form, where="") for form in received)
    for form in more:
        plain = replace(form, where="")
        there[plain] -= 1
        if there[plain] < 0:
            received.append(form)


def _entry(file: EntryFile) -> Entry:
    return Entry(
        file.key, file.on, Kind(file.kind), file.account, file.amount, Source(file.source) if file.source else None,
        file.to, Source(file.to_source) if file.to_source else None, file.basis, file.taxed, file.pre_1987,
        file.for_year, file.withheld, file.event, file.reason, file.undoes, file.note,
    )  # fmt: skip
