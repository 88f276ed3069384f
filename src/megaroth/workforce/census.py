"""The file of a census, batch by batch: Parquet row group by row group, CSV and Excel line by line, in bounded memory.

Rows are numbered as people see them: in a spreadsheet the header is row 1; in Parquet the first row is 1. A line that is
not a row of the table (too few or too many cells, letters that are not UTF-8) is told, not skipped in silence.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from megaroth.kit.finding import Finding
from megaroth.workforce.cells import Column

BATCH = 131_072
"""Rows of a batch that is read from a file of lines."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no row: its number, and what is wrong with it."""

    row: int
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a census: its number, its rows with their numbers in the file, and the lines that are no rows."""

    number: int
    batch: Any
    rows: Column
    broken: tuple[Broken, ...] = ()


@dataclass(frozen=True, slots=True)
class Census:
    """A census file that can be read, and its columns."""

    path: Path
    kind: str
    columns: list[str]
    rows: int | None
    """How many rows there are, where the file says so."""
    parts: int | None

    def read(self, columns: Sequence[str]) -> Iterator[Part]:
        """All parts, with some of the columns."""
        if self.kind == "parquet":
            for number in range(self.parts or 0):
                yield self.part(number, columns)
        else:
            lines = _csv_lines(self.path) if self.kind == "csv" else _sheet_lines(self.path)
            yield from _parts(lines, self.columns, columns)

    def kind_of(self, column: str) -> Any:
        """The type of a column: a Parquet file's own, text elsewhere."""
        return pq.read_schema(self.path).field(column).type if self.kind == "parquet" else pa.string()

    def part(self, number: int, columns: Sequence[str]) -> Part:
        """One part of a Parquet file: a row group."""
        file = pq.ParquetFile(self.path)
        first = sum(file.metadata.row_group(at).num_rows for at in range(number))
        table = file.read_row_group(number, columns=list(columns), use_threads=False)
        batches = table.combine_chunks().to_batches()
        batch = batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)
        return Part(number, batch, np.arange(first + 1, first + 1 + len(batch), dtype=np.int64))


def open_census(path: Path) -> Census | list[Finding]:
    """A census file by its ending: .parquet, .csv (or .txt, .tsv), .xlsx; or why it cannot be read."""
    ending = path.suffix.lower()
    try:
        if ending in (".parquet", ".pq"):
            file = pq.ParquetFile(path)
            found = file.metadata
            return Census(path, "parquet", list(file.schema_arrow.names), found.num_rows, found.num_row_groups)
        if ending in (".csv", ".txt", ".tsv"):
            header = next(_csv_lines(path), (1, []))[1]
            return _with_header(path, "csv", header)
        if ending in (".xlsx", ".xlsm", ".xls", ".ods"):
            header = next(_sheet_lines(path), (1, []))[1]
            return _with_header(path, "sheet", header)
    except ImportError:
        remedy = 'Install it: pip install "megaroth[workforce]".'
        return [Finding("not-installed", "error", "Reading workbooks needs python-calamine.", str(path), remedy)]
    except Exception as error:
        message = f"The census cannot be read: {str(error).splitlines()[0][:200]}."
        return [Finding("census-unreadable", "error", message, str(path), "Save it as Parquet, CSV or xlsx.")]
    remedy = "Save it as .parquet, .csv or .xlsx."
    return [
        Finding("census-kind", "error", f"{path.name} is not a kind of file that a census is in.", str(path), remedy)
    ]


def _with_header(path: Path, kind: str, header: list[Any]) -> Census | list[Finding]:
    names = ["" if cell is None else str(cell).strip() for cell in header]
    while names and not names[-1]:
        names.pop()
    twice = sorted({name for name in names if names.count(name) > 1 and name})
    if not names:
        return [
            Finding("census-empty", "error", "The census has no row of column names.", str(path), "Write one first.")
        ]
    if twice:
        message = f"Two columns are called {twice[0]!r}."
        return [Finding("census-columns", "error", message, f"{path}:1", "Give each column its own name.")]
    return Census(path, kind, [name or f"column {at}" for at, name in enumerate(names, 1)], None, None)


def _csv_lines(path: Path) -> Iterator[tuple[int, list[Any]]]:
    with path.open("r", encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        sample = file.read(65_536)
        file.seek(0)
        first = sample.split("\n", 1)[0]
        comma = max(",;\t|", key=first.count)
        number = 0
        reader = csv.reader(_without_nul(file), delimiter=comma)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                number += 1
                yield number, [error]
                continue
            number += 1
            yield number, cells


def _without_nul(file: io.TextIOBase) -> Iterator[str]:
    for line in file:
        yield line.replace("\0", "\ufffd")


def _sheet_lines(path: Path) -> Iterator[tuple[int, list[Any]]]:
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    first = sheet.start[0] if sheet.start else 0
    for number, cells in enumerate(sheet.iter_rows(), first + 1):
        yield number, [_cell(cell) for cell in cells]


def _cell(cell: Any) -> Any:
    """A cell as text: whole numbers without a point, days as ISO."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return "" if cell is None else str(cell)


def _parts(lines: Iterator[tuple[int, list[Any]]], names: list[str], wanted: Sequence[str]) -> Iterator[Part]:
    next(lines, None)
    at = [names.index(name) for name in wanted]
    number, rows, cells, broken = 0, [], [[] for _ in wanted], []  # type: ignore[var-annotated]
    for row, line in lines:
        if line and isinstance(line[0], csv.Error):
            broken.append(Broken(row, "not-a-row", f"the line cannot be read: {line[0]}"))
            continue
        if not any(line):
            continue
        if len(line) != len(names) and (len(line) < len(names) or any(line[len(names) :])):
            broken.append(Broken(row, "wrong-cells", f"the row has {len(line)} cells, the header {len(names)}"))
            continue
        try:
            "".join(line).encode()
        except UnicodeEncodeError:
            broken.append(Broken(row, "not-utf-8", "the row has letters that are not UTF-8"))
            continue
        rows.append(row)
        for column, place in zip(cells, at, strict=True):
            column.append(line[place])
        if len(rows) == BATCH:
            yield _part(number, wanted, rows, cells, broken)
            number, rows, cells, broken = number + 1, [], [[] for _ in wanted], []
    if rows or broken:
        yield _part(number, wanted, rows, cells, broken)


def _part(number: int, wanted: Sequence[str], rows: list[int], cells: list[list[str]], broken: list[Broken]) -> Part:
    batch = pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in cells], names=list(wanted))
    return Part(number, batch, np.array(rows, np.int64), tuple(broken))
