"""What is written: Parquet, CSV or Excel, whole or not at all (beside, synced, then renamed).

A text that a spreadsheet would take for a formula gets an apostrophe in front, in CSV and Excel alike.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from megaroth.kit.finding import Finding

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
MOST_SHEET_ROWS = 1_048_575
KINDS = (".parquet", ".csv", ".xlsx")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to; only what was finished takes its name."""
    aside = path.with_name(f".{path.name}.part")
    try:
        yield aside
        sync(aside)
        aside.replace(path)
        sync(path.parent)
    finally:
        aside.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_out(path: Path, rows: int | None = None) -> list[Finding]:
    """What speaks against writing there."""
    if path.suffix.lower() not in KINDS:
        message = f"{path.name} has an ending that nothing is written as."
        return [Finding("out-kind", "error", message, str(path), f"End it in {', '.join(KINDS)}.")]
    if not path.parent.is_dir():
        return [Finding("out-folder", "error", f"There is no folder {path.parent}.", str(path), "Make it first.")]
    if path.suffix.lower() == ".xlsx" and rows is not None and rows > MOST_SHEET_ROWS:
        message = f"{rows:,} rows do not fit on a sheet of Excel."
        return [Finding("out-too-long", "error", message, str(path), "Write .parquet or .csv.")]
    return []


def write_table(table: Any, path: Path) -> None:
    """A table as the file's ending says; for Excel a sheet with a header."""
    with whole_file(path) as aside:
        if path.suffix.lower() == ".parquet":
            pq.write_table(table, aside, compression="zstd")
        elif path.suffix.lower() == ".csv":
            with aside.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(table.column_names)
                for batch in table.to_batches(max_chunksize=65_536):
                    writer.writerows(csv_rows(batch))
        else:
            _write_sheet(table, aside)


def csv_rows(batch: Any) -> Iterator[tuple[str, ...]]:
    """The rows of a batch as texts, safe to open in a spreadsheet."""
    return zip(*(_texts(column) for column in batch.columns), strict=True)


def _texts(column: Any) -> list[str]:
    if pa.types.is_string(column.type) or pa.types.is_dictionary(column.type):
        return [escaped(cell) for cell in column.to_pylist()]
    if pa.types.is_boolean(column.type):
        return ["" if cell is None else "yes" if cell else "no" for cell in column.to_pylist()]
    return ["" if cell is None else str(cell) for cell in column.to_pylist()]


def escaped(cell: str | None) -> str:
    """A text that no spreadsheet takes for a formula."""
    if not cell:
        return ""
    return f"'{cell}" if cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA) else cell


def _write_sheet(table: Any, aside: Path) -> None:
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with aside.open("wb") as file, xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("megaroth")
        bold, dollars = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, table.column_names, bold)
        at = 1
        for batch in table.to_batches(max_chunksize=16_384):
            money = [pa.types.is_decimal(column.type) for column in batch.columns]
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                for place, cell in enumerate(cells):
                    if cell is None:
                        continue
                    if money[place]:
                        sheet.write_number(at, place, float(cell), dollars)
                    elif isinstance(cell, bool):
                        sheet.write_string(at, place, "yes" if cell else "no")
                    elif isinstance(cell, int):
                        sheet.write_number(at, place, cell)
                    else:
                        sheet.write_string(at, place, escaped(str(cell)))
                at += 1
