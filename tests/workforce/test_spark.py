"""Spark gives what one machine gives, row by row and test by test. Small here; `tests/workforce/soak.py` has the large runs."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from tests.workforce import people

from megaroth.workforce.census import open_census
from megaroth.workforce.nondiscrimination import run_tests
from megaroth.workforce.run import plain, run_limits

pytestmark = [
    pytest.mark.skipif(
        shutil.which("java") is None and not os.environ.get("CI"), reason="Spark needs Java, which apt.txt names"
    ),
    pytest.mark.filterwarnings("ignore"),  # of pyspark's own making
]


@pytest.fixture(scope="module", autouse=True)
def spark() -> Any:
    """A Spark as small as can be, which the product then finds: no plans of many tasks for a few hundred rows."""
    pyspark = pytest.importorskip("pyspark.sql")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = pyspark.SparkSession.builder.appName("megaroth").master("local[1]")
    small = {
        "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "1", "spark.sql.codegen.wholeStage": "false",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", "spark.driver.memory": "512m",
    }  # fmt: skip
    for name, value in small.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_spark_gives_what_one_machine_gives(tmp_path: Path) -> None:
    from megaroth.workforce.spark import spark_limits
    from megaroth.workforce.spark_tests import spark_tests

    # "Half" and "By service" are plans of two employers who count the top-paid fifth; four rows stand twice.
    sponsor = people.sponsor(tmp_path, top_paid=("Half", "By service"))
    table = people.census(300, several=0.02, unfair=True)
    table = pa.concat_tables([table, table.slice(20, 2), table.slice(70, 2)]).unify_dictionaries()
    file = tmp_path / "census.parquet"
    pq.write_table(table, file)
    census, mapping = open_census(file), people.mapping(table)
    assert not isinstance(census, list)
    local = run_limits(census, mapping, sponsor, tmp_path / "local", tmp_path / "local.csv", 1)
    spark = spark_limits(census, mapping, sponsor, tmp_path / "spark", tmp_path / "spark.csv", "local[1]")
    assert not isinstance(local, list)
    assert not isinstance(spark, list)
    assert (local.rows, local.answered, local.rejected, local.counts) == (
        spark.rows,
        spark.answered,
        spark.rejected,
        spark.counts,
    )
    assert local.rejected["twice"] == 8
    assert (tmp_path / "local.csv").read_text() == (tmp_path / "spark.csv").read_text()
    assert differences(tmp_path / "local", tmp_path / "spark") == []

    one = run_tests(census.read, mapping, sponsor)
    many = spark_tests(census, mapping, sponsor, "local[1]")
    assert not isinstance(many, list)
    assert sorted(map(repr, one.outcomes)) == sorted(map(repr, many.outcomes))
    assert any(each.verdict == "failed" for each in one.outcomes)
    assert one.refunds.cast(many.refunds.schema).equals(many.refunds)
    assert one.corrections.cast(many.corrections.schema).equals(many.corrections)
    assert one.rejects.equals(many.rejects)
    assert (one.rows, one.used) == (many.rows, many.used)


def differences(local: Path, spark: Path) -> list[str]:
    """The columns in which the two answers differ."""
    one = plain(pa.concat_tables(pq.read_table(path) for path in sorted(local.glob("part-*.parquet")))).sort_by("row")
    other = pq.read_table(spark)
    other = other.filter(pc.equal(other["of"].cast(pa.string()), "answers")).sort_by("row")
    return [
        name
        for name in one.column_names
        if one[name].cast(pa.string()).combine_chunks() != other[name].cast(pa.string()).combine_chunks()
    ]
