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
from itertools import count
from typing import Any, TypeAlias

from megaroth.kit.money import ZERO, Money
from megaroth.ledger.entries import Entry, account_record, as_record
from megaroth.ledger.imports import ENTRY_COLUMNS, escape
from megaroth.ledger.model import Balances, Ledger, Move, total_of

_MARK = "megaroth-entry: "


def to_json(ledger: Ledger) -> str:
    """The whole ledger in the form of the ledger file, as JSON."""
    record = {
        "format": 1,
        "people": {name: _person(person) for name, person in ledger.people.items()},
        "accounts": {
            name: {k: v for k, v in account_record(account).items() if k != "name"}
            for name, account in ledger.accounts.items()
        },
        "entries": [as_record(entry) for entry in ledger.entries],
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def _person(person: Any) -> dict[str, str]:
    days = {"born": person.born, "disabled_from": person.disabled_from}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def to_csv(ledger: Ledger) -> str:
    """The entries as CSV; people and accounts stay in the ledger file that imports it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ENTRY_COLUMNS)
    for entry in ledger.entries:
        record = as_record(entry)
        cells = (str(record.get(column, "")) for column in ENTRY_COLUMNS)
        writer.writerow(
            [cell if column == "amount" else escape(cell) for column, cell in zip(ENTRY_COLUMNS, cells, strict=True)]
        )
    return out.getvalue()


def to_beancount(ledger: Ledger, balances: Balances) -> str:
    """A beancount file: one transaction an entry, every posting from and to a named account, balances asserted."""
    postings = list(_transactions(ledger, balances))
    names = _names(postings)
    first = min((e.on for e in ledger.entries), default=datetime.date(2000, 1, 1))
    text = ['option "operating_currency" "USD"', ""]
    text += [f"{first} open {name} USD" for name in names.values()]
    for entry, lines in postings:
        said = json.dumps(as_record(entry), sort_keys=True, ensure_ascii=True).replace("\\", "\\\\").replace('"', '\\"')
        text += ["", f'{entry.on} * "{entry.kind.value}"', f'  {_MARK.rstrip(": ")}: "{said}"']
        text += [f"  {names[name]}  {amount.plain()} USD" for name, amount in lines]
    after = balances.through + datetime.timedelta(days=1)
    text += ["", *(f"{after} balance {name}  {held.plain()} USD" for name, held in _closing(names, balances))]
    return "\n".join(text) + "\n"


def to_hledger(ledger: Ledger, balances: Balances) -> str:
    """An hledger journal: the same transactions, closing balances asserted."""
    postings = list(_transactions(ledger, balances))
    text = ["; a megaroth ledger", "commodity 1000.00 USD", ""]
    names = _names(postings)
    text += [f"account {name}" for name in names.values()]
    for entry, lines in postings:
        text += ["", f"{entry.on} * {entry.kind.value}  ; {_MARK}{json.dumps(as_record(entry), sort_keys=True)}"]
        text += [f"    {names[name]}  {amount.plain()} USD" for name, amount in lines]
    text += ["", f"{balances.through} * balances"]
    text += [f"    {name}  0.00 USD = {held.plain()} USD" for name, held in _closing(names, balances)]
    return "\n".join(text) + "\n"


def _closing(names: dict[Name, str], balances: Balances) -> list[tuple[str, Money]]:
    held = {("Assets", account, source.value): amount for (account, source), amount in balances.held.items()}
    return [(names[name], amount) for name, amount in sorted(held.items()) if name in names]


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
