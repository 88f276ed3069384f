"""Any file that a ledger takes in, as records: a ledger (text or file), its exports, pay stubs, Forms 1099-R, OFX.

What kind it is is read from the file itself unless it is said. The same file gives the same records each time.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast, get_args

from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.reading import read_text
from megaroth.kit.toml_places import cut
from megaroth.ledger.export import records_in
from megaroth.ledger.file import ImportFile
from megaroth.ledger.imports import ENTRY_COLUMNS, RECORD_COLUMN, RECORD_KINDS, Received, rows_of, unescape
from megaroth.ledger.ofx import is_ofx, ofx_rows
from megaroth.ledger.read import Book, ledger_of
from megaroth.store.folder import is_store
from megaroth.store.records import Record, record_of
from megaroth.store.store import Stored, read

Kind: TypeAlias = Literal["auto", "ledger", "pay_stubs", "form_1099r", "entries", "ofx", "beancount", "hledger"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a file is to be read."""

    kind: Kind = "auto"
    account: str = ""
    date_format: str = "%Y-%m-%d"
    year_to_date: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    balances: bool = False
    every_purchase: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a file, and what is to be known about them."""

    records: tuple[Record, ...]
    digest: str
    findings: tuple[Finding, ...] = ()


def read_import(path: Path, wanted: Wanted, passphrase: str = "") -> Imported | list[Finding]:
    """A file as records; nothing of it if anything of it cannot be read."""
    if wanted.kind in ("auto", "ledger") and is_store(path):
        stored = read(path, passphrase=passphrase)
        return stored if isinstance(stored, list) else Imported(_of_stored(stored), stored.links[-1])
    text = read_text(path)
    if isinstance(text, Finding):
        return [text]
    kind = wanted.kind if wanted.kind != "auto" else kind_of(path, text, wanted)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    name = str(path)
    if kind == "ledger":
        book = ledger_of(text, name, path.parent)
        return book if isinstance(book, list) else Imported(_of_book(book), digest)
    if kind in ("beancount", "hledger"):
        return _of_lines(records_in(text), name, digest)
    if kind == "entries" and (whole := _whole_csv(text, name, digest)) is not None:
        return whole
    if kind in ("pay_stubs", "ofx") and not wanted.account:
        message = "It is not said to which account of the ledger this file belongs."
        return [Finding("account-missing", "error", message, name, "Add --account with the name of the plan or IRA.")]
    if kind == "ofx":
        rows = ofx_rows(text, name, wanted.account, wanted.balances, wanted.every_purchase)
    else:
        rows = rows_of(text, name, _import_file(kind, name, wanted))
    if has_errors(rows.findings):
        return rows.findings
    records: list[Record] = [entry for entry, _ in rows.entries]
    records += [replace(form, where="") for form in rows.received]
    return Imported(tuple(records), digest, tuple(rows.findings))


def _import_file(kind: str, name: str, wanted: Wanted) -> ImportFile:
    return ImportFile(
        kind=cast("Any", kind), file=name, account=wanted.account, date_format=wanted.date_format,
        year_to_date=wanted.year_to_date, columns=dict(wanted.columns),
    )  # fmt: skip


def kind_of(path: Path, text: str, wanted: Wanted) -> Kind:
    """What a file is, from its name and how it begins."""
    suffix = path.suffix.lower()
    if is_ofx(text) or suffix in (".ofx", ".qfx"):
        return "ofx"
    if suffix in (".toml", ".json") or text.lstrip().startswith("{"):
        return "ledger"
    if suffix in (".beancount", ".bean") or text.startswith('option "operating_currency"'):
        return "beancount"
    if suffix in (".journal", ".hledger", ".j") or text.startswith("; a megaroth ledger"):
        return "hledger"
    header = next(csv.reader(io.StringIO(text)), [])
    titles = {cell.strip() for cell in header}
    ours = {ours for ours, theirs in wanted.columns.items() if theirs in titles} | titles
    if {"box_1", "box_7"} <= ours:
        return "form_1099r"
    return "entries" if {"on", "kind"} <= ours else "pay_stubs"


def _of_stored(stored: Stored) -> tuple[Record, ...]:
    state = stored.state
    return (*state.people.values(), *state.accounts.values(), *state.entries.values(), *state.received)


def _of_book(book: Book) -> tuple[Record, ...]:
    forms = (replace(form, where="") for form in book.received)
    return (*book.ledger.people.values(), *book.ledger.accounts.values(), *book.ledger.entries, *forms)


def _of_lines(lines: Iterable[Mapping[str, Any]], name: str, digest: str) -> Imported | list[Finding]:
    found: list[Record] = []
    for line in lines:
        try:
            found.append(record_of(json.dumps(line)))
        except (ValueError, TypeError, KeyError):
            message = f"A record in it cannot be read: {cut(json.dumps(line), 80)}."
            return [Finding("record-unreadable", "error", message, name, "Export the ledger again.")]
    if not found:
        message = "The file has no entries that megaroth wrote."
        return [Finding("no-records", "error", message, name, "Only what `megaroth ledger export` wrote comes back.")]
    return Imported(tuple(found), digest)


def _whole_csv(text: str, name: str, digest: str) -> Imported | list[Finding] | None:
    """A CSV that `export` wrote, people and accounts with it; None where it is a plain table of entries."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header, *table = [row for row in rows if row]
    except (csv.Error, ValueError):
        return None
    if header != [*ENTRY_COLUMNS, RECORD_COLUMN]:
        return None
    lines: list[dict[str, Any]] = []
    for row in table:
        said = {column: unescape(cell) for column, cell in zip(header, row, strict=False) if cell}
        record = said.pop(RECORD_COLUMN, None)
        if record is not None and said.get("kind") in RECORD_KINDS:
            try:
                lines.append(json.loads(record))
            except ValueError:
                return [
                    Finding("record-unreadable", "error", f"{cut(record, 80)} is no record.", name, "Export again.")
                ]
        else:
            year = {"for_year": int(said["for_year"])} if re.fullmatch(r"\d{4}", said.get("for_year", "")) else {}
            lines.append({**said, **year})
    return _of_lines(lines, name, digest)


def forms_of(records: Iterable[Record]) -> list[Received]:
    """The forms among records."""
    return [record for record in records if isinstance(record, Received)]
