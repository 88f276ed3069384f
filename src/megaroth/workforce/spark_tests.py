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
from megaroth.kit.money import Money
from megaroth.workforce.census import Census
from megaroth.workforce.checks import REJECTS, Clean, clean
from megaroth.workforce.employer_pay import Pays, employers_pay, shares_employers, with_employers_pay
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.nondiscrimination import (
    TestAnswer,
    correction_table,
    for_tests,
    priced,
    refund_table,
)
from megaroth.workforce.outcomes import Outcome, outcomes
from megaroth.workforce.repeats import find_repeats
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.several import doubles, people_with_several_rows
from megaroth.workforce.spark import ROW, WHO, read_frame, session, with_top_paid_of_frame
from megaroth.workforce.tables import reader_of
from megaroth.workforce.testing import Corrections, Sums, Tested, entering, joined, partial_sums, rows_of, taken

TWICE = "megaroth_twice"
_SUMS = [field.name for field in fields(Sums)]
_NUMBERS = [field.name for field in fields(Tested) if field.name != "employee"]
_BACK = [field.name for field in fields(Corrections) if field.name != "employee"]


def spark_tests(census: Census, mapping: Mapping, sponsor: Sponsor, master: str) -> TestAnswer | list[Finding]:
    """Both tests of every plan, year and part of a census, by Spark."""
    from pyspark.sql import functions as f

    spark = session(master)
    if isinstance(spark, Finding):
        return [spark]
    known = with_top_paid_of_frame(spark, census, mapping, sponsor)
    if isinstance(known, Finding):
        return [known]
    mapping, sponsor = for_tests(mapping), known
    numbered = census.kind == "parquet" and pa.types.is_integer(census.kind_of(mapping.columns["employee"]))
    who = "employee bigint" if numbered else "employee string"
    frame = read_frame(spark, census, mapping)
    if isinstance(frame, Finding):
        return [frame]
    pays = _employers_pay(frame, mapping, sponsor)
    frame = _with_doubles(frame, mapping, sponsor)

    def summed(parts: Iterator[Any]) -> Iterator[Any]:
        for rows, _, _ in _entered(parts, mapping, sponsor, pays):
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
        for rows, _, _ in _entered(parts, mapping, sponsor, pays):
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
    found = _priced(frame, found, mapping, sponsor, pays)
    back, rejects, rows = _beside(frame, mapping, sponsor, pays)
    return TestAnswer(
        tuple(sorted(found, key=lambda each: (_group_of(each, sponsor), each.test != "ADP"))),
        refund_table(refunds, sponsor, mapping),
        correction_table(back, sponsor, mapping),
        rejects,
        rows,
        rows - rejects.num_rows,
    )


def _employers_pay(frame: Any, mapping: Mapping, sponsor: Sponsor) -> Pays:
    """As on one machine; the rows of people with several, in plans of one employer, come to the driver for it."""
    from pyspark.sql import functions as f

    if not shares_employers(sponsor):
        return {}
    repeated = frame.groupBy(WHO).count().where((f.col("count") > 1) & (f.col(WHO) != "")).select(WHO)
    few = reader_of(frame.join(repeated, WHO, "left_semi").drop(WHO, ROW).toArrow())
    repeats = find_repeats(few, mapping, sponsor.names, sponsor.year)
    return employers_pay(people_with_several_rows(few, mapping, sponsor, repeats), sponsor)


def _with_doubles(frame: Any, mapping: Mapping, sponsor: Sponsor) -> Any:
    """The frame with `TWICE`: whether another row says the same person, plan and year."""
    from pyspark.sql import functions as f

    def said(name: str, otherwise: Any) -> Any:
        column = mapping.columns.get(name)
        return f.trim(f.col(f"`{column}`").cast("string")) if column else f.lit(otherwise)

    year = f.coalesce(said("year", sponsor.year).cast("int"), f.lit(sponsor.year))
    keys = [WHO, "megaroth_plan", "megaroth_year"]
    frame = frame.withColumn(keys[1], f.coalesce(said("plan", ""), f.lit(""))).withColumn(keys[2], year)
    double = frame.groupBy(*keys).count().where((f.col("count") > 1) & (f.col(WHO) != "")).select(*keys)
    if double.count():
        frame = frame.join(double.withColumn(TWICE, f.lit(True)), keys, "left")
        return frame.withColumn(TWICE, f.coalesce(f.col(TWICE), f.lit(False))).drop(*keys)
    return frame.withColumn(TWICE, f.lit(False)).drop(*keys)


def _entered(
    parts: Iterator[Any], mapping: Mapping, sponsor: Sponsor, pays: Pays
) -> Iterator[tuple[Tested, Corrections, Any]]:
    for part in parts:
        if part.num_rows:
            used, rejected = _usable(part, mapping, sponsor)
            yield *_entering(with_employers_pay(used, pays, sponsor), sponsor), rejected


def _usable(part: Any, mapping: Mapping, sponsor: Sponsor) -> tuple[Clean, Any]:
    """The usable rows of a batch and the table of the others, doubles among them, as one machine tells them."""
    numbers = part.column(ROW).fill_null(0).to_numpy(zero_copy_only=False)
    twice = part.column(TWICE).to_numpy(zero_copy_only=False)
    used, rejected = clean(part.drop_columns([ROW, TWICE]), np.arange(part.num_rows), mapping, sponsor)
    double = twice[used.rows]
    if double.any():
        rejected = pa.concat_tables([rejected, doubles(rows_of(used, np.flatnonzero(double)), mapping)])
        used = rows_of(used, np.flatnonzero(~double))
    at = numbers[rejected.column("row").to_numpy()]
    return replace(used, rows=numbers[used.rows]), rejected.set_column(
        0, REJECTS.field("row"), pa.array(at, pa.int64())
    )


def _entering(used: Clean, sponsor: Sponsor) -> tuple[Tested, Corrections]:
    if not len(used):
        return joined(Tested, []), joined(Corrections, [])
    return entering(used, sponsor)


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


def _priced(frame: Any, found: list[Outcome], mapping: Mapping, sponsor: Sponsor, pays: Pays) -> list[Outcome]:
    """The outcomes with what the qualified contributions cost, all of them in one pass."""
    from pyspark.sql import functions as f

    asked = {at: _group_of(each, sponsor) for at, each in enumerate(found) if each.qualified_share is not None}
    if not asked:
        return found

    def costs(parts: Iterator[Any]) -> Iterator[Any]:
        for rows, _, _ in _entered(parts, mapping, sponsor, pays):
            others = ~np.asarray(rows.is_hce, np.bool_)
            cost = [priced(rows.pay[(rows.group == group) & others], found[at]) for at, group in asked.items()]
            columns = [pa.array(list(asked), pa.int32()), pa.array(cost, pa.int64())]
            yield pa.RecordBatch.from_arrays(columns, names=["place", "cost"])

    total = frame.mapInArrow(costs, "place int, cost bigint").groupBy("place").agg(f.sum("cost").alias("cost"))
    cost_of = {row["place"]: Money(int(row["cost"])) for row in total.collect()}
    return [replace(o, qualified_cost=cost_of.get(at, Money(0))) if at in asked else o for at, o in enumerate(found)]


def _beside(frame: Any, mapping: Mapping, sponsor: Sponsor, pays: Pays) -> tuple[Corrections, Any, int]:
    """What the limits send back, the rejects, and how many rows there are: in one pass, each batch's in one row."""

    def told(parts: Iterator[Any]) -> Iterator[Any]:
        for part in parts:
            for _, back, rejected in _entered(iter([part]), mapping, sponsor, pays):
                columns = [
                    pa.array([each]) for each in (part.num_rows, _packed(_batch(back, _BACK)), _packed(rejected))
                ]
                yield pa.RecordBatch.from_arrays(columns, names=["rows", "back", "rejected"])

    collected = frame.mapInArrow(told, "rows bigint, back binary, rejected binary").collect()
    backs = [_structure(Corrections, _unpacked(row["back"]), _BACK) for row in collected]
    refused = [_unpacked(row["rejected"]) for row in collected]
    rejects = pa.concat_tables([REJECTS.empty_table(), *refused]).sort_by("row")
    return joined(Corrections, backs), rejects, sum(row["rows"] for row in collected)


def _packed(rows: Any) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write(rows)
    told: bytes = sink.getvalue().to_pybytes()
    return told


def _unpacked(told: Any) -> Any:
    return pa.ipc.open_stream(bytes(told)).read_all()
