"""Year to date from a CSV file of a payroll portal: one row a paycheck, or sums that grow from row to row.

Knows the columns that a household file names for it. Refuses to guess one: a column that is not there is a finding.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from megaroth.household.file import SO_FAR_COLUMNS, SoFarFile
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, AmountError, Money, parse_money
from megaroth.kit.reading import read_text
from megaroth.kit.toml_places import cut
from megaroth.kit.written import near

MOST_ROWS = 2**12
Tell: TypeAlias = Callable[[str, int, str, str], None]
"""Takes a finding's code, the line of the file, the message and the remedy."""
_GROUPED = re.compile(r"\$? ?\d{1,3}(,\d{3})+(\.\d{1,2})?|\$ ?\d+(\.\d{1,2})?")


def so_far_of(wanted: SoFarFile, folder: Path, year: int) -> SoFarFile | list[Finding]:
    """The year to date up to `as_of`, or up to the last row of the year; findings where the file does not say it."""
    text = read_text(folder / wanted.file)
    return [text] if isinstance(text, Finding) else so_far_of_text(text, wanted, year)


def so_far_of_text(text: str, wanted: SoFarFile, year: int) -> SoFarFile | list[Finding]:
    """The same, of the file's text; `wanted.file` is how findings call it."""
    name = wanted.file
    found: list[Finding] = []

    def tell(code: str, line: int, message: str, remedy: str) -> None:
        found.append(Finding(code, "error", cut(message, 300), f"{name}:{line}:1", remedy))

    try:
        reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
        table = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        tell("not-csv", 1, f"This is not valid CSV: {error}.", "Save it again as CSV from the portal or spreadsheet.")
        return found
    if len(table) < 2 or len(table) > MOST_ROWS:
        tell(
            "csv-size",
            1,
            f"The file has {max(len(table) - 1, 0)} rows.",
            "Export one row for each paycheck of the year.",
        )
        return found
    places = _places(table[0][1], wanted, tell)
    if found:
        return found
    last: datetime.date | None = None
    sums = dict.fromkeys(places, ZERO)
    for line, cells in table[1:]:
        row = {ours: cells[at] if at < len(cells) else "" for ours, at in places.items()}
        try:
            day = datetime.datetime.strptime(row.pop("date"), wanted.date_format).date()
        except ValueError:
            tell("bad-value", line, f"The date is not written as {wanted.date_format}.",
                 'Say how dates are written: date_format = "%m/%d/%Y".')  # fmt: skip
            continue
        if day.year != year or (wanted.as_of is not None and day > wanted.as_of):
            continue
        is_newest, last = last is None or day >= last, max(last or day, day)
        for ours, cell in row.items():
            try:
                amount = _amount(cell)
            except AmountError as error:
                tell("bad-value", line, f"{ours}: {error}.", "Write dollars like 1234.56.")
                continue
            if not wanted.year_to_date:
                sums[ours] = sums[ours] + amount
            elif is_newest and cell:
                sums[ours] = amount
    if last is None and not found:
        tell("no-rows-of-year", 1, f"No row is dated in {year}" + (f" up to {wanted.as_of}." if wanted.as_of else "."),
             "Check the dates, the year and as_of.")  # fmt: skip
    for ours, amount in sums.items():
        if amount < ZERO:
            tell("bad-value", 1, f"{ours} adds up to {amount}.", "Check the rows that take money back.")
    if found:
        return found
    sums.pop("date")
    return wanted.model_copy(update={"as_of": wanted.as_of or last, "file": "", **sums})


def _places(header: list[str], wanted: SoFarFile, tell: Tell) -> dict[str, int]:
    """Where our columns stand; those that are not named are looked for under our own names."""
    places: dict[str, int] = {}
    named: dict[str, str] = {str(ours): title for ours, title in wanted.columns.items()}
    for ours in SO_FAR_COLUMNS:
        title = named.get(ours, ours)
        if title in header:
            places[ours] = header.index(title)
        elif ours in named or ours == "date":
            close = near(title, header)
            hint = f'Did you mean "{cut(close)}"?' if close else f"It has {cut(', '.join(header), 200)}."
            tell("column-missing", 1, f'The file has no column "{title}" (for {ours}).',
                 f'{hint} Say which is which: columns = {{ {ours} = "…" }}.')  # fmt: skip
    if not places.keys() - {"date", "pay"}:
        tell("column-missing", 1, "No column is known to be a contribution.",
             'Name them: columns = { pre_tax = "…", after_tax = "…" }.')  # fmt: skip
    return places


def _amount(cell: str) -> Money:
    if cell in ("", "-", "—"):
        return ZERO
    sign, bare = (-1, cell[1:-1]) if re.fullmatch(r"\(.+\)", cell) else (1, cell)
    sign, bare = (-sign, bare[1:]) if bare.startswith("-") else (sign, bare)
    amount = parse_money(re.sub(r"[$, ]", "", bare) if _GROUPED.fullmatch(bare) else bare)
    return Money(sign * int(amount.cents))
