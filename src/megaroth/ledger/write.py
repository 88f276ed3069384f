"""Adding entries to a ledger file: text is appended, never edited, and the file is whole before and after.

Refuses entries that the ledger could not fold; then nothing is written. A key that stands there already is not added.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.ledger.entries import Entry, as_record
from megaroth.ledger.fold import fold
from megaroth.ledger.model import Ledger
from megaroth.ledger.read import Book, read_ledger


@dataclass(frozen=True, slots=True)
class Added:
    """What was written, and what stood there before."""

    new: tuple[Entry, ...]
    known: tuple[Entry, ...]


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


def add(path: Path, entries: Sequence[Entry]) -> Added | list[Finding]:
    """Append entries to a ledger file of TOML, if the ledger can be with them."""
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
    if new and path.suffix == ".json":
        remedy = "Keep the ledger as TOML to add to it here."
        return [Finding("ledger-is-json", "error", "Entries are appended to TOML files alone.", str(path), remedy)]
    if new:
        text = path.read_bytes()
        _write_whole(path, text + (b"" if text.endswith(b"\n") else b"\n") + "".join(map(as_toml, new)).encode())
    return Added(tuple(new), tuple(entry for entry in entries if entry.key in known))


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
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
