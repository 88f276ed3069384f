"""What a ledger's file holds: people, accounts, entries and received forms, each as one line of canonical JSON.

Knows how a record is written, hashed and read back, and when two say the same. Refuses to judge what the entries
together mean; that is the ledger's fold.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias

from megaroth.kit.money import Money, parse_money
from megaroth.ledger.entries import (
    Account,
    Entry,
    account_record,
    canonical,
    content_hash,
    from_record,
)
from megaroth.ledger.imports import Received
from megaroth.ledger.model import Ledger, Person


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A received form that was typed wrong, or that the payer has corrected: it counts no more."""

    form: Received


Record: TypeAlias = Person | Account | Entry | Received | Withdrawn
FIRST_LINK = hashlib.sha256(b"megaroth store 1").hexdigest()


def _plain(said: Person | Received) -> dict[str, Any]:
    """Fields as plain texts and numbers; what is empty is left out."""
    record: dict[str, Any] = {}
    for each in fields(said):
        value = getattr(said, each.name)
        if value is None or value == "" or each.name == "where":
            continue
        if isinstance(value, Money):
            value = value.plain()
        elif isinstance(value, datetime.date):
            value = value.isoformat()
        record[each.name] = value
    return record


def body_of(record: Record) -> str:
    """The one form of a record that is stored and hashed: JSON with sorted names, no spaces, ASCII alone."""
    match record:
        case Entry():
            return canonical(record).decode("ascii")
        case Person():
            said = {"person": _plain(record)}
        case Account():
            said = {"account": account_record(record)}
        case Received():
            said = {"received": _plain(record)}
        case Withdrawn():
            said = {"withdrawn": _plain(record.form)}
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def record_of(body: str) -> Record:
    """The record of a stored line. Raises `ValueError`, `TypeError` or `KeyError` where it is none."""
    said = json.loads(body)
    if "person" in said:
        person = said["person"]
        days = {name: _day(person[name]) if name in person else None for name in ("born", "disabled_from")}
        return Person(person["name"], **days)
    if isinstance(said.get("account"), dict):  # an entry names its account
        made = said["account"]
        return Account(**{**made, "separated": _day(made["separated"]) if "separated" in made else None})
    if "received" in said:
        return _form(said["received"])
    if "withdrawn" in said:
        return Withdrawn(_form(said["withdrawn"]))
    return from_record(said)


def _form(said: dict[str, Any]) -> Received:
    amounts = {name: parse_money(said[name]) for name in _AMOUNTS if name in said}
    return Received(**{"box_2a": None, **said, **amounts})


_AMOUNTS = ("box_1", "box_2a", "box_4", "box_5", "box_10")


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def link_after(link: str, body: str) -> str:
    """The hash chain: SHA-256 of the link before, a line feed, and the record."""
    return hashlib.sha256(f"{link}\n{body}".encode("ascii")).hexdigest()


@dataclass(slots=True)
class State:
    """All records together, as they count: of a person or an account what was said last."""

    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)
    at: dict[str, int] = field(default_factory=dict)
    """Where a record stands: its number by `entries.KEY`, `accounts.NAME`, `people.NAME`."""
    _forms: dict[Received, int] = field(default_factory=dict)

    def take(self, record: Record, number: int) -> None:
        """One more record, which was judged before."""
        match record:
            case Person():
                self.people[record.name] = record
                self.at[f"people.{record.name}"] = number
            case Account():
                self.accounts[record.name] = record
                self.at[f"accounts.{record.name}"] = number
            case Entry():
                self.entries[record.key] = record
                self.at[f"entries.{record.key}"] = number
            case Received():
                self.received.append(record)
                self._forms[record] = self._forms.get(record, 0) + 1
            case Withdrawn():
                self.received.remove(record.form)

    def times(self, form: Received) -> int:
        """How often a form was received, word for word, those counted that were withdrawn: an import brings none back."""
        return self._forms.get(form, 0)

    @property
    def ledger(self) -> Ledger:
        """People, accounts and entries for the fold."""
        return Ledger(self.people, self.accounts, tuple(self.entries.values()))

    @property
    def content(self) -> str:
        """One hash of all that is said, whatever the order, the repetitions and the notes."""
        others: list[Record] = [
            *self.people.values(),
            *self.accounts.values(),
            *(replace(f, where="") for f in self.received),
        ]
        lines = sorted(map(body_of, others))
        return hashlib.sha256("\n".join([content_hash(self.entries.values()), *lines]).encode("ascii")).hexdigest()


def state_of(records: Iterable[Record]) -> State:
    """The state after records in their order, counted from 1."""
    state = State()
    for number, record in enumerate(records, 1):
        state.take(record, number)
    return state
