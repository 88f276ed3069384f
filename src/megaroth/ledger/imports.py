"""Reading CSV files: pay stubs with a mapping of columns, Forms 1099-R, and a ledger's own entries.

The same file read twice, or two that overlap, give each entry once: an entry's key is made from what it says.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, AmountError, Money, parse_money
from megaroth.kit.toml_places import cut
from megaroth.kit.written import near
from megaroth.ledger.entries import Entry, Kind, Source, canonical, own_key

if TYPE_CHECKING:
    from megaroth.ledger.file import ImportFile

K = TypeVar("K", bound=Enum)
MOST_ROWS = 2**14
_GROUPED = re.compile(r"\$? ?\d{1,3}(,\d{3})+(\.\d{1,2})?|\$ ?\d+(\.\d{1,2})?")
_STUB = {"date": "", "pre_tax": "0", "roth": "0", "after_tax": "0", "match": "0"}
_FORM = {
    "year": "", "account": "", "box_1": "", "box_2a": "unknown", "box_4": "0", "box_5": "0", "box_7": "",
    "box_10": "0", "box_11": "none",
}  # fmt: skip
RECORD_COLUMN = "record"
RECORD_KINDS = ("person", "account", "received")
"""Rows of an exported CSV that are no entries carry what they are as JSON in a column of their own."""
ENTRY_COLUMNS = (
    "key", "on", "kind", "account", "amount", "source", "to", "to_source", "basis", "taxed", "pre_1987", "for_year",
    "withheld", "event", "reason", "undoes", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Received:
    """A Form 1099-R as it was received; box 2a is None where it is empty."""

    year: int
    account: str
    box_1: Money
    box_2a: Money | None
    box_4: Money
    box_5: Money
    box_7: str
    box_10: Money = ZERO
    box_11: int | None = None
    where: str = ""


@dataclass(slots=True)
class Rows:
    """What a CSV file gave: entries and forms with their places, and what is wrong."""

    entries: list[tuple[Entry, str]] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class _BadCellError(ValueError):
    def __init__(self, column: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.column, self.remedy = column, remedy


def rows_of(text: str, name: str, wanted: ImportFile) -> Rows:
    """The rows of a CSV text as entries or forms; every bad cell is a finding with file and line."""
    rows = Rows()
    known = {"pay_stubs": _STUB, "form_1099r": _FORM, "entries": dict.fromkeys(ENTRY_COLUMNS, "")}[wanted.kind]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        table = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        message = f"This is not valid CSV: {error}."
        remedy = "Save it again as CSV from the spreadsheet."
        rows.findings.append(Finding("not-csv", "error", message, f"{name}:{reader.line_num}:1", remedy))
        return rows
    if not table or len(table) > MOST_ROWS:
        message = "The file has no rows." if not table else f"The file has more than {MOST_ROWS} rows."
        rows.findings.append(Finding("csv-size", "error", message, f"{name}:1:1", "Check the file."))
        return rows
    places = _columns(table[0][1], known, name, wanted, rows)
    if places is None:
        return rows
    same: dict[bytes, int] = {}
    for line, cells in table[1:]:
        row = {ours: cells[at] if at < len(cells) else "" for ours, at in places.items()}
        if wanted.kind != "entries":
            row = {ours: cell.strip() for ours, cell in row.items()}
        try:
            if wanted.kind == "pay_stubs":
                found = _stub(row, wanted)
            elif row.get("kind") in RECORD_KINDS:
                # What `export` wrote beside the entries; people and accounts are those of the ledger that imports it.
                if row["kind"] == "received":
                    rows.received.append(_written_form(cells, table[0][1], f"{name}:{line}"))
                continue
            elif wanted.kind == "form_1099r":
                rows.received.append(_form(row, wanted, f"{name}:{line}"))
                continue
            else:
                found = [_entry(row, wanted)]
        except _BadCellError as bad:
            at = places.get(bad.column, 0) + 1
            rows.findings.append(
                Finding("bad-value", "error", f"{bad}.", f"{name}:{line}:{at} {bad.column}", bad.remedy)
            )
            continue
        for entry in found:
            said = canonical(replace(entry, key=""))
            nth = same[said] = same.get(said, -1) + 1
            rows.entries.append((replace(entry, key=entry.key or own_key(entry, nth)), f"{name}:{line}"))
    return rows


def _columns(
    header: list[str], known: dict[str, str], name: str, wanted: ImportFile, rows: Rows
) -> dict[str, int] | None:
    """Where our columns stand in the file. Columns we do not know are left alone, ours that are needed must be there."""
    theirs = [cell.strip() for cell in header]
    places = {}
    for ours in known:
        title = wanted.columns.get(ours, ours)
        if title in theirs:
            places[ours] = theirs.index(title)
        elif ours in wanted.columns or ours in ("date", "year", "box_1", "box_7", "on", "kind"):
            close = near(title, theirs)
            remedy = f'Did you mean "{cut(close)}"?' if close else f"It has {cut(', '.join(theirs), 200)}."
            message = f'The file has no column "{cut(title)}" (for {ours}).'
            remedy += " [imports.columns] says which of its columns is which."
            rows.findings.append(Finding("column-missing", "error", message, f"{name}:1:1", remedy))
    for ours in wanted.columns:
        if ours not in known:
            close = near(ours, known)
            remedy = f'Did you mean "{close}"?' if close else f"Ours are {', '.join(known)}."
            message = f'"{cut(ours)}" is not a column we use.'
            rows.findings.append(Finding("column-unknown", "error", message, f"{name}:1:1", remedy))
    amounts = [ours for ours in places if ours in _STUB and ours != "date"]
    if wanted.kind == "pay_stubs" and not amounts and not rows.findings:
        remedy = "Name one in [imports.columns]: pre_tax, roth, after_tax or match."
        message = "No column of this file is known to be a contribution."
        rows.findings.append(Finding("column-missing", "error", message, f"{name}:1:1", remedy))
    return None if rows.findings else places


def _amount(row: dict[str, str], column: str, signed: bool = False) -> Money:
    text = row.get(column, "")
    if text in ("", "-", "—"):
        return ZERO
    try:
        amount = parse_money(re.sub(r"[$, ]", "", text) if _GROUPED.fullmatch(text) else text)
    except AmountError as error:
        raise _BadCellError(column, f"{cut(str(error), 200)}", "Write dollars like 1234.56.") from None
    if amount < ZERO and not signed:
        remedy = "Write what was taken back as a `correct` entry."
        raise _BadCellError(column, f"{cut(text)} is below zero", remedy)
    return amount


def _day(row: dict[str, str], column: str, date_format: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(row[column], date_format).date()
    except ValueError:
        message = f'"{cut(row[column])}" is not a date written as {cut(date_format)}'
        raise _BadCellError(column, message, "Say how dates are written: date_format = '%m/%d/%Y'.") from None


def _stub(row: dict[str, str], wanted: ImportFile) -> list[Entry]:
    day = _day(row, "date", wanted.date_format)
    found = []
    for column in ("pre_tax", "roth", "after_tax", "match"):
        amount = _amount(row, column)
        if amount > ZERO:
            # Totals are kept as totals: the differences come out the same in whatever order stubs are read.
            kind = Kind.SO_FAR if wanted.year_to_date else Kind.CONTRIBUTE
            found.append(Entry("", day, kind, wanted.account, amount, Source(column)))
    return found


def _form(row: dict[str, str], wanted: ImportFile, where: str) -> Received:
    year = _whole(row, "year")
    if year is None:
        raise _BadCellError("year", "The form has no year", "Write the year of the form.")
    account = row.get("account") or wanted.account
    code = row["box_7"].upper().replace(" ", "")
    if not re.fullmatch(r"[1-9A-Z]{1,3}", code):
        raise _BadCellError("box_7", f'"{cut(code)}" is not a distribution code', "Write box 7, like G or 1B.")
    taxable = _amount(row, "box_2a") if row.get("box_2a") else None
    return Received(
        year, account, _amount(row, "box_1"), taxable, _amount(row, "box_4"), _amount(row, "box_5"), code,
        _amount(row, "box_10"), _whole(row, "box_11"), where,
    )  # fmt: skip


def _written_form(cells: list[str], header: list[str], where: str) -> Received:
    at = header.index(RECORD_COLUMN) if RECORD_COLUMN in header else len(cells)
    try:
        said = json.loads(unescape(cells[at]))["received"]
        amounts = {box: parse_money(said[box]) for box in _AMOUNTS if box in said}
        return Received(**{"box_2a": None, **said, **amounts, "where": where})
    except (IndexError, ValueError, KeyError, TypeError):
        raise _BadCellError("kind", "The form in this row cannot be read", "Export the ledger again.") from None


_AMOUNTS = ("box_1", "box_2a", "box_4", "box_5", "box_10")


def _whole(row: dict[str, str], column: str) -> int | None:
    text = row.get(column, "")
    if not text:
        return None
    if not re.fullmatch(r"(19|20|21)\d\d", text, re.ASCII):
        raise _BadCellError(column, f'"{cut(text)}" is not a year', "Write a year like 2025.")
    return int(text)


def entry_of(said: dict[str, str]) -> Entry | Finding:
    """One entry from words that a person typed, or what is wrong with them."""
    try:
        entry = _said(said, "%Y-%m-%d")
    except _BadCellError as bad:
        return Finding("bad-value", "error", f"{bad}.", f"--{bad.column.replace('_', '-')}", bad.remedy)
    return replace(entry, key=entry.key or own_key(entry))


def _entry(row: dict[str, str], wanted: ImportFile) -> Entry:
    said = {name: unescape(text) for name, text in row.items()}
    return _said({**said, "account": said.get("account") or wanted.account}, wanted.date_format)


def _said(said: dict[str, str], date_format: str) -> Entry:
    return Entry(
        key=said.get("key", ""), on=_day(said, "on", date_format), kind=_word(said, "kind", Kind),
        account=said.get("account", ""), amount=_amount(said, "amount", signed=True),
        source=_word(said, "source", Source) if said.get("source") else None, to=said.get("to", ""),
        to_source=_word(said, "to_source", Source) if said.get("to_source") else None,
        basis=_amount(said, "basis") if said.get("basis") else None,
        taxed=_amount(said, "taxed") if said.get("taxed") else None, pre_1987=_amount(said, "pre_1987"),
        for_year=_whole(said, "for_year"), withheld=_amount(said, "withheld"), event=said.get("event", ""),
        reason=said.get("reason", ""), undoes=said.get("undoes", ""), note=said.get("note", ""),
    )  # fmt: skip


def _word(row: dict[str, str], column: str, kinds: type[K]) -> K:
    words = [kind.value for kind in kinds]
    if row[column] in words:
        return kinds(row[column])
    close = near(row[column], words)
    remedy = f'Did you mean "{close}"?' if close else f"Use one of {', '.join(words)}."
    raise _BadCellError(column, f'"{cut(row[column])}" is not a {column} we know', remedy)


def escape(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula: an apostrophe before what could begin one."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "'") and text else text


def unescape(text: str) -> str:
    """The other way round."""
    return text[1:] if text[:1] == "'" else text
