"""The same work on Apache Spark: batches go through `mapInArrow`, groups through Spark's own shuffle.

Nothing of it is distributed by us: Spark reads, cuts, groups, retries and commits. The functions that run on the executors
are those of one machine. People with several rows are brought together by Spark; the ADP and ACP tests send partial sums
before the shuffle, and only the highly compensated are grouped by plan to be levelled.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.kit.finding import Finding
from megaroth.workforce.census import Census
from megaroth.workforce.checks import REJECTS
from megaroth.workforce.files import write_table
from megaroth.workforce.limits import AMOUNTS, FLAGS, can_project
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.projection import PROJECTED
from megaroth.workforce.repeats import Repeats
from megaroth.workforce.run import LimitsDone, answer_batch, for_limits, limits_of_parts, plain
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.tables import reader_of
from megaroth.workforce.top_paid import for_top_paid, is_needed, pays_of, with_cutoffs

ROW, WHO = "megaroth_row", "megaroth_who"
"""Columns that are added while Spark works: the row's number in the file, and the employee without blanks around."""
NOBODY = Repeats(np.zeros(0, np.int64), frozenset())


def session(master: str) -> Any | Finding:
    """A Spark session on `master`; a finding where Spark or Java is missing."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        remedy = 'Install it: pip install "megaroth[spark]"; it needs Java 17.'
        return Finding("not-installed", "error", "Spark is not installed.", "--engine", remedy)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = (
        SparkSession.builder.appName("megaroth")
        .master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "131072")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
    )
    try:
        return builder.getOrCreate()
    except Exception as error:
        message = f"Spark cannot start: {str(error).splitlines()[0][:200]}."
        return Finding("spark", "error", message, "--master", "It needs Java 17 on the PATH; see docs/spark.md.")


def spark_limits(
    census: Census, mapping: Mapping, sponsor: Sponsor, out: Path, rejects: Path | None, master: str
) -> LimitsDone | list[Finding]:
    """The limits of a census by Spark: a folder of Parquet files, answers under `of=answers`, rejects under `of=rejects`."""
    if out.suffix:
        remedy = "Name a folder, without an ending."
        return [Finding("out-kind", "error", "Spark writes a folder of files.", str(out), remedy)]
    if out.exists():
        return [Finding("out-not-empty", "error", f"{out} is there already.", str(out), "Name a new folder.")]
    spark = session(master)
    if isinstance(spark, Finding):
        return [spark]
    known = with_top_paid_of_frame(spark, census, mapping, sponsor)
    frame = read_frame(spark, census, mapping := for_limits(mapping))
    if isinstance(known, Finding) or isinstance(frame, Finding):
        return [known if isinstance(known, Finding) else frame]
    sponsor = known
    answered = answers_of_frame(frame, mapping, sponsor)
    answered.write.partitionBy("of").parquet(str(out))
    done = spark.read.parquet(str(out))
    if rejects is not None:
        bad = done.where("of = 'rejects'").select(
            *(f"reject_{name}" if name != "row" else "row" for name in REJECTS.names)
        )
        table = bad.toArrow().rename_columns(REJECTS.names)
        write_table(table.cast(REJECTS).sort_by("row"), rejects)
    return _told(done)


def read_frame(spark: Any, census: Census, mapping: Mapping) -> Any | Finding:
    """The census as a Spark frame with the mapped columns, `ROW` and `WHO`."""
    from pyspark.sql import functions as f

    columns = [f.col(f"`{name}`") for name in dict.fromkeys(mapping.columns.values())]
    if census.kind == "parquet":
        frame = spark.read.parquet(str(census.path)).select(*columns, (f.col("_metadata.row_index") + 1).alias(ROW))
    elif census.kind == "csv":
        frame = spark.read.csv(str(census.path), header=True, multiLine=True, encoding="UTF-8")
        frame = frame.select(*columns, f.lit(None).cast("bigint").alias(ROW))
    else:
        remedy = "Save it as Parquet or CSV."
        return Finding("census-kind", "error", "Spark does not read workbooks.", str(census.path), remedy)
    return frame.withColumn(WHO, f.trim(f.col(f"`{mapping.columns['employee']}`").cast("string")))


def with_top_paid_of_frame(spark: Any, census: Census, mapping: Mapping, sponsor: Sponsor) -> Sponsor | Finding:
    """`with_top_paid` by Spark: it brings a person's rows together and puts everybody of an employer in order."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    if not is_needed(mapping, sponsor):
        return sponsor
    mapping = for_top_paid(mapping)
    frame = read_frame(spark, census, mapping)
    if isinstance(frame, Finding):
        return frame

    def counted(parts: Iterator[Any]) -> Iterator[Any]:
        for part in parts:
            if part.num_rows:
                yield pays_of(part, np.arange(part.num_rows), mapping, sponsor)

    pays = frame.drop(ROW, WHO).mapInArrow(counted, "group int, year int, who string, plan int, pay bigint")
    once = pays.groupBy("group", "year", "who", "plan").agg(f.max("pay").alias("pay"))
    people = once.groupBy("group", "year", "who").agg(f.sum("pay").alias("pay"))
    employer = Window.partitionBy("group", "year")
    ranked = people.withColumn("place", f.row_number().over(employer.orderBy(f.desc("pay"))))
    ranked = ranked.withColumn("people", f.count("*").over(employer))
    # The last of the fifth, rounded up as `in_the_fifth` does; the share is the statute's, in every year.
    share = sponsor.law.top_paid_share
    before = (f.col("place") - 1) * int(share.bottom) < f.col("people") * int(share.top)
    found = ranked.where(before & (f.col("place") * int(share.bottom) >= f.col("people") * int(share.top))).collect()
    return with_cutoffs(sponsor, {(each["group"], each["year"]): each["pay"] for each in found})


def answers_of_frame(frame: Any, mapping: Mapping, sponsor: Sponsor) -> Any:
    """The answers and rejects of a frame in one frame (`of` tells which), as Spark computes them."""
    from pyspark.sql import functions as f

    projected = can_project(set(mapping.columns), sponsor)
    repeated = frame.groupBy(WHO).count().where((f.col("count") > 1) & (f.col(WHO) != "")).select(WHO)
    single = frame.join(repeated, WHO, "left_anti").drop(WHO)
    several = frame.join(repeated, WHO, "left_semi")
    kinds = answer_kinds(projected)

    def batches(parts: Iterator[Any]) -> Iterator[Any]:
        for part in parts:
            if part.num_rows:
                rows = _rows(part)
                answer, rejected = answer_batch(part.drop_columns([ROW]), rows, mapping, sponsor, NOBODY)
                yield from _spark_rows(answer, rejected, kinds)

    def person(part: Any) -> Any:
        table = part.drop_columns([WHO])
        answer, rejected = limits_of_people(table, mapping, sponsor)
        return pa.Table.from_batches(list(_spark_rows(answer, rejected, kinds)), schema=kinds)

    ddl = ", ".join(f"{field.name} {_SPARK[str(field.type)]}" for field in kinds)
    answered = single.mapInArrow(batches, ddl)
    return answered.unionByName(several.groupBy(WHO).applyInArrow(person, ddl))


def limits_of_people(table: Any, mapping: Mapping, sponsor: Sponsor) -> tuple[Any, Any]:
    """The answers of some people with all their rows: the function of one machine, with the rows' own numbers."""
    rows = table.column(ROW).combine_chunks()
    answers, rejected = limits_of_parts(reader_of(table.drop_columns([ROW])), mapping, sponsor)
    numbers = rows.fill_null(0).to_numpy(zero_copy_only=False)
    return _renumbered(answers, numbers), _renumbered(rejected, numbers)


def _renumbered(table: Any, numbers: Any) -> Any:
    at = table.schema.get_field_index("row")
    places = table.column("row").to_numpy() - 1
    return table.set_column(at, pa.field("row", pa.int64()), pa.array(numbers[places], pa.int64()))


def _rows(part: Any) -> Any:
    return part.column(ROW).fill_null(0).to_numpy(zero_copy_only=False)


_SPARK = {
    "int64": "bigint", "string": "string", "int16": "smallint", "bool": "boolean", "decimal128(18, 2)": "decimal(18,2)",
    "date32[day]": "date",
}  # fmt: skip


def answer_kinds(projected: bool) -> Any:
    """The columns of answers and rejects together, in types that Spark knows."""
    fields = [("of", pa.string()), ("row", pa.int64()), ("employee", pa.string()), ("plan", pa.string())]
    fields += [("year", pa.int16()), ("may_i", pa.string()), ("decided_by", pa.string())]
    fields += [(name, pa.bool_()) for name in FLAGS]
    fields += [(name, pa.decimal128(18, 2)) for name in AMOUNTS]
    if projected:
        fields += [(n, pa.decimal128(18, 2) if pa.types.is_decimal(kind) else kind) for n, kind in PROJECTED.items()]
    return pa.schema(fields + [(f"reject_{name}", pa.string()) for name in REJECTS.names if name != "row"])


def _spark_rows(answer: Any, rejected: Any, kinds: Any) -> Iterator[Any]:
    answer = pa.Table.from_batches([answer]) if isinstance(answer, pa.RecordBatch) else answer
    answer = plain(answer)
    if answer.num_rows:
        answer = answer.append_column("of", pa.array(["answers"] * answer.num_rows))
        yield from _filled(answer, kinds).to_batches()
    if rejected.num_rows:
        names = ["row" if name == "row" else f"reject_{name}" for name in rejected.column_names]
        rejected = rejected.rename_columns(names)
        rejected = rejected.append_column("of", pa.array(["rejects"] * rejected.num_rows))
        yield from _filled(rejected, kinds).to_batches()


def _filled(table: Any, kinds: Any) -> Any:
    columns = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(len(table), field.type)
        for field in kinds
    ]
    return pa.table(columns, schema=kinds).combine_chunks()


def _told(done: Any) -> LimitsDone:
    from pyspark.sql import functions as f

    def people(condition: Any) -> Any:
        return f.count(f.when(condition, 1))

    excess = f.lit(0)
    if "projected_excess_deferral" in done.columns:
        excess = f.coalesce(f.col("projected_excess_deferral"), f.lit(0)) + f.coalesce(
            f.col("projected_excess_additions"), f.lit(0)
        )
    counted = (
        done.groupBy("of", "reject_reason")
        .agg(
            f.count("*").alias("rows"),
            people(f.col("excess_deferral") > 0).alias("excess_deferral"),
            people(f.col("excess_additions") > 0).alias("excess_additions"),
            people(excess > 0).alias("projected_excess"),
            people(f.col("after_tax_room") <= 0).alias("no_room"),
        )
        .collect()
    )
    reasons = {row["reject_reason"]: row["rows"] for row in counted if row["of"] == "rejects"}
    told = next((row.asDict() for row in counted if row["of"] == "answers"), None)
    names = ("excess_deferral", "excess_additions", "projected_excess", "no_room")
    counts = {name: told[name] if told else 0 for name in names}
    answered = told["rows"] if told else 0
    return LimitsDone(answered + sum(reasons.values()), answered, reasons, counts, 0)
