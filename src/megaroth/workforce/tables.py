"""Tables as a census: Arrow tables, and polars or pandas frames through the Arrow C interface, without a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.workforce.census import BATCH, Part
from megaroth.workforce.repeats import Read


def table_of(frame: Any) -> Any:
    """An Arrow table from anything that speaks the Arrow C interface (polars, pandas, duckdb, arrow itself)."""
    if isinstance(frame, pa.Table):
        return frame
    if isinstance(frame, pa.RecordBatch):
        return pa.Table.from_batches([frame])
    if hasattr(frame, "__arrow_c_stream__"):
        return pa.table(frame)
    raise TypeError(f"expected a table or a data frame, found {type(frame).__name__}")


def reader_of(table: Any) -> Read:
    """The table in parts; rows are numbered from 1."""

    def read(columns: Sequence[str]) -> Iterator[Part]:
        some = table.select(list(columns)).unify_dictionaries()
        for number, start in enumerate(range(0, max(table.num_rows, 1), BATCH)):
            batches = some.slice(start, BATCH).combine_chunks().to_batches()
            if batches:
                rows = np.arange(start + 1, start + 1 + len(batches[0]), dtype=np.int64)
                yield Part(number, batches[0], rows)

    return read
