"""A ledger as text that others read and that comes back whole: JSON, CSV, beancount, hledger.

Each transaction of the two accounting formats carries its entry as JSON beside the amounts, so that reading back needs
no guess. Cells that a spreadsheet could take for a formula are escaped, and unescaped when read.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import count
from typing import Any, TypeAlias

from megaroth.kit.money import ZERO, Money
from megaroth.ledger.entries import Entry, account_record, as_record
from megaroth.ledger.imports import ENTRY_COLUMNS, RECORD_COLUMN, Received, escape
from megaroth.ledger.model import Balances, Ledger, Move, total_of

_MARK = "megaroth-entry: "
_RECORD = "; megaroth-record: "


def to_json(ledger: Ledger, received: Iterable[Received] = ()) -> str:
    """The whole ledger in the form of the ledger file, as JSON."""
    record = {
        "format": 1,
        "people": {name: _person(person) for name, person in ledger.people.items()},
        "accounts": {
            name: {k: v for k, v in account_record(account).items() if k != "name"}
            for name, account in ledger.accounts.items()
        },
        "entries": [as_record(entry) for entry in ledger.entries],
        "received": [received_record(form) for form in received],
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def _person(person: Any) -> dict[str, str]:
    days = {"born": person.born, "disabled_from": person.disabled_from}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def received_record(form: Received) -> dict[str, Any]:
    """A received form as plain texts and numbers; what is empty is left out."""
    said = {field.name: getattr(form, field.name) for field in fields(Received) if field.name != "where"}
    return {name: v.plain() if isinstance(v, Money) else v for name, v in said.items() if v is not None}


def _others(ledger: Ledger, received: Iterable[Received]) -> list[dict[str, Any]]:
    """What is no entry: people, accounts and received forms."""
    found: list[dict[str, Any]] = [{"person": {"name": p.name, **_person(p)}} for p in ledger.people.values()]
    found += [{"account": account_record(account)} for account in ledger.accounts.values()]
    return found + [{"received": received_record(form)} for form in received]


def to_csv(ledger: Ledger, received: Iterable[Received] = ()) -> str:
    """The ledger as CSV: one row an entry; people, accounts and received forms in rows of their own before them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = (*ENTRY_COLUMNS, RECORD_COLUMN)
    writer.writerow(columns)
    rows = [
        {"kind": next(iter(each)), RECORD_COLUMN: json.dumps(each, sort_keys=True)}
        for each in _others(ledger, received)
    ]
    for record in [*rows, *map(as_record, ledger.entries)]:
        cells = (str(record.get(column, "")) for column in columns)
        writer.writerow(
            [cell if column == "amount" else escape(cell) for column, cell in zip(columns, cells, strict=True)]
        )
    return out.getvalue()


def _record_lines(ledger: Ledger, received: Iterable[Received]) -> list[str]:
    return [_RECORD + json.dumps(each, sort_keys=True) for each in _others(ledger, received)]


def to_beancount(ledger: Ledger, balances: Balances, received: Iterable[Received] = ()) -> str:
    """A beancount file: one transaction an entry, every posting from and to a named account, balances asserted."""
    postings = list(_transactions(ledger, balances))
    names = _names(postings)
    first = min((e.on for e in ledger.entries), default=datetime.date(2000, 1, 1))
    text = ['option "operating_currency" "USD"', "", *_record_lines(ledger, received), ""]
    text += [f"{first} open {name} USD" for name in names.values()]
    for entry, lines in postings:
        said = json.dumps(as_record(entry), sort_keys=True, ensure_ascii=True).replace("\\", "\\\\").replace('"', '\\"')
        text += ["", f'{entry.on} * "{entry.kind.value}"', f'  {_MARK.rstrip(": ")}: "{said}"']
        text += [f"  {names[name]}  {amount.plain()} USD" for name, amount in lines]
    after = balances.through + datetime.timedelta(days=1)
    text += ["", *(f"{after} balance {name}  {held.plain()} USD" for name, held in _closing(names, balances))]
    return "\n".join(text) + "\n"


def to_hledger(ledger: Ledger, balances: Balances, received: Iterable[Received] = ()) -> str:
    """An hledger journal: the same transactions, closing balances asserted."""
    postings = list(_transactions(ledger, balances))
    text = ["; a megaroth ledger", *_record_lines(ledger, received), "commodity 1000.00 USD", ""]
    names = _names(postings)
    text += [f"account {name}" for name in names.values()]
    for entry, lines in postings:
        text += ["", f"{entry.on} * {entry.kind.value}  ; {_MARK}{json.dumps(as_record(entry), sort_keys=True)}"]
        text += [f"    {names[name]}  {amount.plain()} USD" for name, amount in lines]
    # A correction may be younger than the last day that counts.
    last = max([balances.through, *(entry.on for entry in ledger.entries)])
    text += ["", f"{last} * balances"]
    text += [f"    {name}  0.00 USD = {held.plain()} USD" for name, held in _closing(names, balances)]
    return "\n".join(text) + "\n"


def _closing(names: dict[Name, str], balances: Balances) -> list[tuple[str, Money]]:
    held = {("Assets", account, source.value): amount for (account, source), amount in balances.held.items()}
    return [(names[name], amount) for name, amount in sorted(held.items()) if name in names]


def records_in(text: str) -> list[dict[str, Any]]:
    """Everything in a beancount or hledger text that was exported here: people, accounts, forms, then entries."""
    others = [line.removeprefix(_RECORD) for line in text.splitlines() if line.startswith(_RECORD)]
    return [*map(json.loads, others), *entries_in(text)]


def entries_in(text: str) -> list[dict[str, Any]]:
    """The records of entries in a beancount or hledger text that was exported here, in the order of the text."""
    found = []
    for line in text.splitlines():
        if match := re.match(rf'\s+{_MARK.rstrip(": ")}: "(.*)"$', line):
            found.append(json.loads(match[1].replace('\\"', '"').replace("\\\\", "\\")))
        elif match := re.match(rf"\d{{4}}-\d\d-\d\d \* \S+  ; {_MARK}(.*)$", line):
            found.append(json.loads(match[1]))
    return found


Name: TypeAlias = tuple[str, str, str]


def _transactions(ledger: Ledger, balances: Balances) -> Iterator[tuple[Entry, list[tuple[Name, Money]]]]:
    """Every entry with its postings, which add up to nothing. What was undone, and corrections, have none."""
    moved: dict[str, list[Move]] = {}
    for move in balances.moves:
        moved.setdefault(move.key, []).append(move)
    for entry in sorted(ledger.entries, key=lambda each: each.on):
        lines = [
            (("Assets", m.account, m.source.value), m.amount) for m in moved.get(entry.key, ()) if m.amount != ZERO
        ]
        outside = ZERO - total_of(amount for _, amount in lines)
        if outside != ZERO:
            lines.append((("Equity", "Outside", entry.kind.value), outside))
        yield entry, lines


def _names(postings: Iterable[tuple[Entry, list[tuple[Name, Money]]]]) -> dict[Name, str]:
    """A name that both formats take for every account; two that would become one are numbered."""
    names: dict[Name, str] = {}
    for name in sorted({name for _, lines in postings for name, _ in lines}):
        plain = ":".join(_plain(part) for part in name)
        taken = set(names.values())
        number = next(n for n in count(2) if f"{plain}-{n}" not in taken)
        names[name] = plain if plain not in taken else f"{plain}-{number}"
    return names


def _plain(part: str) -> str:
    letters = re.sub(r"[^A-Za-z0-9]+", "-", part).strip("-")
    return letters[:1].upper() + letters[1:] or "X"
