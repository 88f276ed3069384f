"""The ADP and ACP tests on Spark: partial sums before the shuffle, then the highly compensated grouped to be levelled.

What an executor does is what one machine does: `entering` and `partial_sums` for a batch, `outcomes` for a group.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.kit.finding import Finding
from megaroth.workforce.census import Census
from megaroth.workforce.checks import REJECTS, Clean, clean
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.nondiscrimination import (
    TestAnswer,
    correction_table,
    for_tests,
    priced,
    refund_table,
)
from megaroth.workforce.outcomes import Outcome, outcomes
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.spark import ROW, WHO, read_frame, session
from megaroth.workforce.testing import Corrections, Sums, Tested, entering, joined, partial_sums, taken

_SUMS = [field.name for field in fields(Sums)]
_NUMBERS = [field.name for field in fields(Tested) if field.name != "employee"]
_BACK = [field.name for field in fields(Corrections) if field.name != "employee"]


def spark_tests(census: Census, mapping: Mapping, sponsor: Sponsor, master: str) -> TestAnswer | list[Finding]:
    """Both tests of every plan, year and part of a census, by Spark."""
    from pyspark.sql import functions as f

    if any(terms.finished.draft.says("top_paid_group") == "yes" for terms in sponsor.plans):
        message = "The top-paid group is found on one machine only."
        return [Finding("spark-top-paid", "error", message, "--engine", "Leave --engine spark out.")]
    spark = session(master)
    if isinstance(spark, Finding):
        return [spark]
    mapping = for_tests(mapping)
    numbered = census.kind == "parquet" and pa.types.is_integer(census.kind_of(mapping.columns["employee"]))
    who = "employee bigint" if numbered else "employee string"
    frame = read_frame(spark, census, mapping)
    if isinstance(frame, Finding):
        return [frame]
    keys = [f.col(f"`{mapping.columns[name]}`") for name in ("plan", "year") if name in mapping.columns]
    double = frame.groupBy(WHO, *keys).count().where((f.col("count") > 1) & (f.col(WHO) != ""))
    doubles = double.count()
    names = [WHO, *(mapping.columns[name] for name in ("plan", "year") if name in mapping.columns)]
    if doubles:
        frame = frame.join(double.select(*names), names, "left_anti")
    frame = frame.drop(WHO)

    def summed(parts: Iterator[Any]) -> Iterator[Any]:
        for rows, _, _ in _entered(parts, mapping, sponsor):
            sums = partial_sums(rows)
            if sums:
                columns = [[group for group, _ in sums], [hce for _, hce in sums]]
                columns += [[getattr(each, name) for each in sums.values()] for name in _SUMS]
                kinds = [pa.int64(), pa.bool_(), *([pa.int64()] * len(_SUMS))]
                arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
                yield pa.RecordBatch.from_arrays(arrays, names=["group", "is_hce", *_SUMS])

    ddl = "group bigint, is_hce boolean, " + ", ".join(f"{name} bigint" for name in _SUMS)
    partial = frame.mapInArrow(summed, ddl)
    total = partial.groupBy("group", "is_hce").agg(*(f.sum(name).cast("bigint").alias(name) for name in _SUMS))
    sums = {(row["group"], row["is_hce"]): Sums(*(int(row[name]) for name in _SUMS)) for row in total.collect()}

    def highly(parts: Iterator[Any]) -> Iterator[Any]:
        for rows, _, _ in _entered(parts, mapping, sponsor):
            some = taken(rows, np.flatnonzero(rows.is_hce))
            yield _batch(some, _NUMBERS)

    def level(part: Any) -> Any:
        hce = _structure(Tested, part, _NUMBERS)
        group = int(hce.group[0])
        plan_of = group // 1024
        mine = {key: each for key, each in sums.items() if key[0] // 1024 == plan_of}
        only = {key: each for key, each in mine.items() if key[0] == group or not key[1]}
        found, refunds = outcomes(sponsor, only, hce)
        number = [each for each in found if _group_of(each, sponsor) == group]
        told = pa.array([pickle.dumps((number, [replace(each) for each in refunds]))], pa.binary())
        return pa.table({"group": pa.array([group]), "told": told})

    kinds = ", ".join(f"{name} {'boolean' if name in ('is_hce', 'earns_known') else 'bigint'}" for name in _NUMBERS)
    hce = frame.mapInArrow(highly, f"{kinds}, {who}")
    levelled = hce.groupBy("group").applyInArrow(level, "group bigint, told binary").collect()
    found: list[Outcome] = []
    refunds: list[Any] = []
    seen = set()
    for row in sorted(levelled, key=lambda each: each["group"]):
        # Written by our own executors a moment ago, not by anybody else.
        mine, back = pickle.loads(bytes(row["told"]))  # noqa: S301
        found += mine
        refunds += back
        seen.add(row["group"])
    alone = {key: each for key, each in sums.items() if key[0] not in seen}
    if alone:
        found += outcomes(sponsor, alone, joined(Tested, []))[0]
    found = [_priced(frame, each, mapping, sponsor) for each in found]

    def corrected(parts: Iterator[Any]) -> Iterator[Any]:
        for _, back, _ in _entered(parts, mapping, sponsor):
            yield _batch(back, _BACK)

    ddl = ", ".join(f"{name} bigint" for name in _BACK) + f", {who}"
    back = _structure(Corrections, frame.mapInArrow(corrected, ddl).toArrow(), _BACK)

    def refused(parts: Iterator[Any]) -> Iterator[Any]:
        for _, _, rejected in _entered(parts, mapping, sponsor):
            yield from rejected.to_batches()

    ddl = ", ".join(f"{field.name} {'bigint' if field.name == 'row' else 'string'}" for field in REJECTS)
    rejects = frame.mapInArrow(refused, ddl).toArrow().cast(REJECTS).sort_by("row")
    rows = frame.count()
    return TestAnswer(
        tuple(sorted(found, key=lambda each: (_group_of(each, sponsor), each.test != "ADP"))),
        refund_table(refunds, sponsor, mapping),
        correction_table(back, sponsor, mapping),
        rejects,
        rows,
        rows - rejects.num_rows,
    )


def _entered(parts: Iterator[Any], mapping: Mapping, sponsor: Sponsor) -> Iterator[tuple[Tested, Corrections, Any]]:
    for part in parts:
        if part.num_rows:
            numbers = part.column(ROW).fill_null(0).to_numpy(zero_copy_only=False)
            used, rejected = clean(part.drop_columns([ROW]), numbers, mapping, sponsor)
            yield *_entering(used, sponsor), rejected


def _entering(used: Clean, sponsor: Sponsor) -> tuple[Tested, Corrections]:
    if not len(used):
        return joined(Tested, []), joined(Corrections, [])
    return entering(used, sponsor, None)


def _batch(rows: Any, names: list[str]) -> Any:
    columns = [pa.array(np.ascontiguousarray(getattr(rows, name))) for name in names]
    columns = [
        c.cast(pa.bool_()) if n in ("is_hce", "earns_known") else c.cast(pa.int64())
        for c, n in zip(columns, names, strict=True)
    ]
    whole = pa.types.is_integer(rows.employee.type)
    employee = rows.employee.cast(pa.int64() if whole else pa.string())
    return pa.RecordBatch.from_arrays([*columns, employee], names=[*names, "employee"])


def _structure(kind: Any, table: Any, names: list[str]) -> Any:
    table = table.combine_chunks()
    columns = {name: np.array(table.column(name).to_numpy()) for name in names}
    employee = table.column("employee")
    if isinstance(employee, pa.ChunkedArray):
        employee = employee.combine_chunks()
    return kind(**columns, employee=employee)


def _group_of(outcome: Outcome, sponsor: Sponsor) -> int:
    from megaroth.workforce.testing import PARTS, group_number

    return int(group_number(sponsor.names.index(outcome.plan), outcome.year, PARTS.index(outcome.part)))


def _priced(frame: Any, outcome: Outcome, mapping: Mapping, sponsor: Sponsor) -> Outcome:
    if outcome.qualified_share is None:
        return outcome
    group = _group_of(outcome, sponsor)

    def costs(parts: Iterator[Any]) -> Iterator[Any]:
        for rows, _, _ in _entered(parts, mapping, sponsor):
            mine = (rows.group == group) & ~np.asarray(rows.is_hce, np.bool_)
            cost = priced(rows.pay[mine], outcome)
            yield pa.RecordBatch.from_arrays([pa.array([cost], pa.int64())], names=["cost"])

    from megaroth.kit.money import Money

    total = frame.mapInArrow(costs, "cost bigint").groupBy().sum("cost").first()
    return replace(outcome, qualified_cost=Money(int(total[0] or 0)))
