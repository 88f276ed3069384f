"""The ledger in the workbook: every entry as a row, and sums by year that are formulas of those rows.

Who adds a row or strikes one out (“Counts” to 0) sees the sums follow. Balances are not rebuilt: a value that was read off a
statement makes earnings by difference, which a column of formulas would hide; megaroth's own stand beside, as numbers.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from megaroth.kit.money import ZERO, Money
from megaroth.ledger.entries import Entry, Kind
from megaroth.report.paper.beside import Kept

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from megaroth.report.paper.workbook import Looks

HEADS = ("On", "Year", "What", "Account", "Source", "To", "Amount", "Basis", "Withheld", "Counts", "Note", "Key")
_WIDTHS = (12, 7, 13, 20, 13, 20, 14, 14, 14, 8, 40, 30)
SUMMED = (Kind.CONTRIBUTE, Kind.CONVERT, Kind.ROLL_OUT, Kind.ROLL_IN, Kind.DISTRIBUTE, Kind.EARN)
"""Kinds that add up over a year; a value or a pay stub's total of the year so far does not."""


def ledger_sheets(sheet: Worksheet, by_year: Worksheet, looks: Looks, kept: Kept) -> None:
    """Fill both sheets."""
    entries = sorted(kept.shown.book.ledger.entries, key=lambda each: each.on)
    undone = {entry.undoes for entry in entries if entry.undoes}
    counting = [entry.key not in undone and entry.kind is not Kind.CORRECT for entry in entries]
    _entries(sheet, looks, entries, counting)
    _sums(by_year, looks, entries, counting)
    _balances(by_year, looks, kept)


def _entries(sheet: Worksheet, looks: Looks, entries: list[Entry], counting: list[bool]) -> None:
    sheet.freeze_panes(1, 1)
    for column, (text, width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, looks.head)
    for row, (entry, counts) in enumerate(zip(entries, counting, strict=True), 1):
        sheet.write_datetime(row, 0, datetime.datetime.combine(entry.on, datetime.time()), looks.day)
        sheet.write_formula(row, 1, f"=YEAR(A{row + 1})", None, entry.on.year)
        for column, text in ((2, entry.kind.value), (3, entry.account), (4, _source(entry)), (5, entry.to)):
            sheet.write_string(row, column, text)
        sheet.write_number(row, 6, _amount(entry.amount), looks.money)
        for column, amount in ((7, entry.basis), (8, entry.withheld)):
            if amount is not None and amount != ZERO:
                sheet.write_number(row, column, _amount(amount), looks.money)
        sheet.write_number(row, 9, int(counts))
        sheet.write_string(row, 10, entry.note)
        sheet.write_string(row, 11, entry.key)
    if entries:
        sheet.autofilter(0, 0, len(entries), len(HEADS) - 1)


def _sums(sheet: Worksheet, looks: Looks, entries: list[Entry], counting: list[bool]) -> None:
    """A row for each kind, account and source that occurs, a column a year; each cell sums the rows of the other sheet."""
    live = [entry for entry, counts in zip(entries, counting, strict=True) if counts and entry.kind in SUMMED]
    years = sorted({entry.on.year for entry in live})
    groups = list(dict.fromkeys((entry.kind.value, entry.account, _source(entry)) for entry in live))
    sheet.freeze_panes(1, 3)
    sheet.set_column(0, 2, 18)
    sheet.set_column(3, 4 + len(years), 14)
    for column, text in enumerate(("What", "Account", "Source")):
        sheet.write_string(0, column, text, looks.head)
    for column, year in enumerate(years, 3):
        sheet.write_number(0, column, year, looks.head)
    sheet.write_string(0, 3 + len(years), "All years", looks.head)
    for row, group in enumerate(groups, 1):
        for column, text in enumerate(group):
            sheet.write_string(row, column, text)
        for column, year in enumerate(years, 3):
            found = sum(
                (e.amount for e in live if (e.kind.value, e.account, _source(e)) == group and e.on.year == year), ZERO
            )
            sheet.write_formula(row, column, _sumifs(row, column), looks.money, _amount(found))
        total = sum((e.amount for e in live if (e.kind.value, e.account, _source(e)) == group), ZERO)
        first, last = _cell(row, 3), _cell(row, 2 + len(years))
        sheet.write_formula(row, 3 + len(years), f"=SUM({first}:{last})", looks.sum, _amount(total))


def _sumifs(row: int, column: int) -> str:
    """Whole columns, so that a row that is added counts too. An empty source must be asked for as such."""
    year = _cell(0, column, absolute_row=True)
    source = f'IF($C{row + 1}="","=",$C{row + 1})'
    return (
        f"=SUMIFS(Ledger!$G:$G,Ledger!$C:$C,$A{row + 1},Ledger!$D:$D,$B{row + 1},Ledger!$E:$E,{source},"
        f"Ledger!$B:$B,{year},Ledger!$J:$J,1)"
    )


def _balances(sheet: Worksheet, looks: Looks, kept: Kept) -> None:
    """What is held by megaroth's own reckoning, below the sums."""
    row = sheet.dim_rowmax + 3
    head = f"Held on {kept.shown.balances.through}"
    for column, text in enumerate((head, "Account", "Source", "Amount")):
        sheet.write_string(row, column, text, looks.head)
    for (account, source), held in kept.shown.balances.held.items():
        if held != ZERO:
            row += 1
            sheet.write_string(row, 1, account)
            sheet.write_string(row, 2, source.value)
            sheet.write_number(row, 3, _amount(held), looks.money)


def _source(entry: Entry) -> str:
    return entry.source.value if entry.source else ""


def _amount(money: Money) -> float:
    return int(money.cents) / 100


def _cell(row: int, column: int, absolute_row: bool = False) -> Any:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return xl_rowcol_to_cell(row, column, row_abs=absolute_row)
