"""What a person says on purpose of people and accounts, and how an import is undone: as records that are added."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from megaroth.kit.finding import Finding
from megaroth.ledger.entries import Account, AccountKind, Entry, Kind
from megaroth.ledger.model import Person
from megaroth.store.file import opened
from megaroth.store.problems import StoreError, problem
from megaroth.store.records import State
from megaroth.store.store import Appended, Origin, Stored, append_open

_DAYS = ("born", "disabled_from", "separated")


def say(
    path: Path, what: str, name: str, said: Mapping[str, str], at: str = "", passphrase: str = ""
) -> Appended | list[Finding]:
    """Add or change a person (`people`) or an account (`accounts`); only what is said is changed."""
    try:
        with opened(path, create=True, passphrase=passphrase) as file:
            return append_open(
                file, lambda state: [_changed(state, what, name, said)], origin=Origin(at, what), on_purpose=True
            )
    except StoreError as error:
        return error.findings


def _changed(state: State, what: str, name: str, said: Mapping[str, str]) -> Person | Account:
    if not name.strip():
        raise problem("name-missing", "There is no name.", what, "Name it.")
    values = {field: _value(field, text) for field, text in said.items() if text}
    if what == "people":
        return replace(state.people.get(name, Person(name)), **values)
    old = state.accounts.get(name)
    if old is None:
        if "kind" not in values:
            remedy = "Say --kind plan, traditional_ira or roth_ira."
            raise problem("kind-missing", f"There is no account {name} yet.", name, remedy)
        old = Account(name, cast("AccountKind", values["kind"]), "")
    made = replace(old, **values)
    if not made.owner and len(state.people) == 1:
        made = replace(made, owner=next(iter(state.people)))
    if made.owner not in state.people:
        known = ", ".join(state.people) or "nobody yet: begin with `megaroth ledger person NAME --born DATE`"
        raise problem(
            "unknown-person", f"{name} has no owner among the people.", name, f"Say --owner. There is {known}."
        )
    return made


def _value(field: str, text: str) -> Any:
    if field not in _DAYS:
        return text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        where = f"--{field.replace('_', '-')}"
        raise problem("bad-value", f'"{text}" is not a date.', where, "Write a date like 2026-11-30.") from None


def corrections_of(stored: Stored, batch: int, today: datetime.date) -> list[Entry]:
    """Entries that undo those of one batch which still stand."""
    first, last = stored.batches[batch][:2]
    entries = stored.state.entries
    undone = {entry.undoes for entry in entries.values() if entry.kind is Kind.CORRECT}
    return [
        Entry(f"undo-{entry.key}", max(today, entry.on), Kind.CORRECT, undoes=entry.key)
        for entry in entries.values()
        if first <= stored.state.at[f"entries.{entry.key}"] <= last
        and entry.kind is not Kind.CORRECT
        and entry.key not in undone
    ]
