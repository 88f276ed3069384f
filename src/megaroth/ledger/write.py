"""Adding entries to a ledger file: text is appended, never edited, and the file is whole before and after.

Refuses entries that the ledger could not fold; then nothing is written. A key that stands there already is not added.
"""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.toml_places import cut
from megaroth.ledger.entries import Entry, as_record
from megaroth.ledger.fold import fold
from megaroth.ledger.imports import Received
from megaroth.ledger.model import Ledger
from megaroth.ledger.read import Book, read_ledger


@dataclass(frozen=True, slots=True)
class Added:
    """What was written, and how much of it stood there before. `forms` are Forms 1099-R."""

    new: tuple[Entry, ...]
    known: int
    forms: tuple[Received, ...] = ()


def as_toml(entry: Entry) -> str:
    """The entry as a table of the ledger file."""
    lines = ["", "[[entries]]"]
    for name, value in as_record(entry).items():
        lines.append(f"{name} = {_value(name, value)}")
    return "\n".join(lines) + "\n"


def _value(name: str, value: Any) -> str:
    if isinstance(value, int) or name in ("on", "amount", "basis", "taxed", "pre_1987", "withheld"):
        return str(value)
    plain = "".join(
        c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" if c not in '"\\' else f"\\{c}"
        for c in str(value)
    )
    return f'"{plain}"'


def _received_toml(form: Received) -> str:
    lines = ["", "[[received]]", f"year = {form.year}", f"account = {_value('account', form.account)}"]
    for box in ("box_1", "box_2a", "box_4", "box_5", "box_10"):
        amount = getattr(form, box)
        if amount is not None and (box in ("box_1", "box_2a") or amount.cents):
            lines.append(f"{box} = {amount.plain()}")
    lines.append(f"box_7 = {_value('box_7', form.box_7)}")
    if form.box_11 is not None:
        lines.append(f"box_11 = {form.box_11}")
    return "\n".join(lines) + "\n"


def add(path: Path, entries: Sequence[Entry], forms: Sequence[Received] = ()) -> Added | list[Finding]:
    """Append entries and received forms to a ledger file of TOML, if the ledger can be with them."""
    book = read_ledger(path)
    if isinstance(book, list):
        return book
    known = {entry.key for entry in book.ledger.entries}
    new = [entry for entry in entries if entry.key not in known]
    wider = Ledger(book.ledger.people, book.ledger.accounts, (*book.ledger.entries, *new))
    last = max((entry.on for entry in wider.entries), default=datetime.date.min)
    balances = fold(wider, last)
    if isinstance(balances, list):
        return _about(book, new, balances)
    there = {replace(form, where="") for form in book.received}
    new_forms = tuple(form for form in forms if replace(form, where="") not in there)
    unknown = next((form for form in new_forms if form.account not in book.ledger.accounts), None)
    if unknown is not None:
        message = f'There is no account called "{cut(unknown.account)}".'
        remedy = f"The ledger has {cut(', '.join(book.ledger.accounts), 200)}."
        return [Finding("unknown-account", "error", message, unknown.where, remedy)]
    if (new or new_forms) and path.suffix == ".json":
        remedy = "Keep the ledger as TOML to add to it here."
        return [Finding("ledger-is-json", "error", "Entries are appended to TOML files alone.", str(path), remedy)]
    if new or new_forms:
        text = path.read_bytes()
        more = "".join([*map(as_toml, new), *map(_received_toml, new_forms)])
        _write_whole(path, text + (b"" if text.endswith(b"\n") else b"\n") + more.encode())
    return Added(tuple(new), len(entries) + len(forms) - len(new) - len(new_forms), new_forms)


def _about(book: Book, new: Sequence[Entry], findings: Sequence[Finding]) -> list[Finding]:
    places = {f"entries.{entry.key}": f"the new entry of {entry.on}" for entry in new}
    return Book(book.ledger, book.received, {**book.places, **places}).located(findings)


def _write_whole(path: Path, content: bytes) -> None:
    """The old file or the new one, never half: written beside it, forced to the disk, put in its place."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    shutil.copymode(path, beside)  # who could not read the old file cannot read the new one
    beside.replace(path)
    if os.name == "nt":  # Windows neither opens nor needs to flush a folder
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
