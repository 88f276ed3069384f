"""Limits for a whole census, Parquet to Parquet, beside reading and writing the same columns alone; and the ACP test.

`python -m benchmarks.workforce [limits|acp|tests|growth] [people] [repeats]`; prints JSON. The two sides of `limits` run in
turn with the same threads and the same layout; processor time is compared, for the clock of a shared machine says little.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from megaroth.kit.money import Money, Rate
from megaroth.law.book import law_for
from megaroth.law.s401m_acp import (
    average_ratio,
    contributions_in_acp,
    excess_above_level,
    highest_average,
    passes_test,
    share_of_excess,
    tested_ratio,
)
from megaroth.workforce.census import Census, open_census
from megaroth.workforce.levelling import dollar_levels, ratio_levels
from megaroth.workforce.mapping import guess
from megaroth.workforce.nondiscrimination import decimals, run_tests
from megaroth.workforce.run import layout, run_limits, write_batch
from megaroth.workforce.settings import Sponsor, sponsor_of
from megaroth.workforce.tables import reader_of

GROUP = 262_144
SPONSOR = """
year = 2026
as_of = 2026-09-30
[plans.Half.plan]
after_tax_allowed = "yes"
in_plan_conversion = "automatic"
after_tax_cap_percent = 10
hce_after_tax_cap_percent = 6
match_on_catch_up = "no"
[[plans.Half.plan.match]]
rate_percent = 50
up_to_percent_of_pay = 6
"""


def census_group(rows: int, first: int, seed: int) -> Any:
    """One row group of made-up people in one plan, with year-to-date amounts."""
    rng = np.random.default_rng(seed)
    pay = np.clip(np.exp(rng.normal(16.1, 0.62, rows)), 1_500_000, 500_000_000).astype(np.int64)
    last = pay * rng.integers(85, 105, rows) // 100
    deferred = np.minimum(pay * rng.integers(0, 12, rows) // 100, 2_450_000)
    return pa.record_batch(
        {
            "employee": pa.array(np.arange(first, first + rows)),
            "pay": decimals(pay),
            "age": pa.array(rng.integers(20, 71, rows)),
            "last_year_pay": decimals(last),
            "last_year_fica_wages": decimals(last),
            "pre_tax": decimals(deferred),
            "after_tax": decimals(np.where(rng.random(rows) < 0.2, pay * rng.integers(0, 5, rows) // 100, 0)),
            "match": decimals(np.minimum(deferred, pay * 6 // 100) // 2),
        }
    )


def write_census(path: Path, people: int) -> None:
    groups = [(min(GROUP, people - at), at + 1, at) for at in range(0, people, GROUP)]
    first = census_group(*groups[0])
    with pq.ParquetWriter(path, first.schema, **layout(first.schema)) as writer:
        for each in groups:
            writer.write_batch(census_group(*each), row_group_size=GROUP)


def just_io(census: Census, columns: list[str], answer: Any, out: Path, threads: int) -> None:
    """Reads the same columns and writes as many columns of answers, group by group, and nothing else."""
    out.mkdir()

    def one(number: int) -> None:
        part = census.part(number, columns)
        write_batch(answer.slice(0, len(part.batch)), out / f"part-{number:06}.parquet")

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(one, range(census.parts or 0)))


def default_io(path: Path, answer: Any, out: Path) -> None:
    """The same with everything as pyarrow does it when nothing is said."""
    file = pq.ParquetFile(path)
    with pq.ParquetWriter(out, answer.schema) as writer:
        for batch in file.iter_batches(GROUP):
            writer.write_batch(answer.slice(0, len(batch)))


def limits(people: int, repeats: int, threads: int = 2) -> dict[str, Any]:
    sponsor = sponsor_of(SPONSOR, "sponsor", Path())
    assert isinstance(sponsor, Sponsor), sponsor
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_census(folder / "census.parquet", people)
        census = open_census(folder / "census.parquet")
        assert isinstance(census, Census)
        mapping = guess(census.columns)
        small = folder / "small.parquet"
        write_census(small, GROUP)
        one = open_census(small)
        assert isinstance(one, Census)
        run_limits(one, mapping, sponsor, folder / "first", None, 1)
        answer = pq.read_table(folder / "first" / "part-000000.parquet").combine_chunks().to_batches()[0]
        pairs = []
        for number in range(repeats):
            alone = _took(lambda n=number: just_io(census, census.columns, answer, folder / f"io{n}", threads))  # type: ignore[misc]
            ours = _took(lambda n=number: run_limits(census, mapping, sponsor, folder / f"out{n}", None, threads))  # type: ignore[misc]
            plain = _took(lambda n=number: default_io(folder / "census.parquet", answer, folder / f"plain{n}.parquet"))  # type: ignore[misc]
            pairs.append((ours, alone, plain))
        return {
            "people": people,
            "threads": threads,
            "columns_read": len(census.columns),
            "columns_written": len(answer.schema),
            "cpu_seconds": round(statistics.median(ours[0] for ours, _, _ in pairs), 2),
            "cpu_seconds_of_io_alone": round(statistics.median(io[0] for _, io, _ in pairs), 2),
            "share_of_io_rate_by_cpu": round(statistics.median(io[0] / ours[0] for ours, io, _ in pairs), 3),
            "share_of_io_rate_by_clock": round(statistics.median(io[1] / ours[1] for ours, io, _ in pairs), 3),
            "share_of_default_io_rate_by_cpu": round(statistics.median(io[0] / ours[0] for ours, _, io in pairs), 3),
            "share_of_default_io_rate_by_clock": round(statistics.median(io[1] / ours[1] for ours, _, io in pairs), 3),
            "million_people_per_cpu_second": round(
                people / 1e6 / statistics.median(ours[0] for ours, _, _ in pairs), 2
            ),
            "clock_seconds": round(statistics.median(ours[1] for ours, _, _ in pairs), 1),
            "peak_memory_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }


def _took(work: Any) -> tuple[float, float]:
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - clock


def acp(people: int, repeats: int, plans: int = 4_000) -> dict[str, Any]:
    """The ACP test and both steps of levelling for people of many plans, from columns in memory."""
    law = law_for(2026)
    rng = np.random.default_rng(1)
    plan = rng.integers(0, plans, people)
    pay = np.clip(np.exp(rng.normal(16.1, 0.62, people)), 1_500_000, 36_000_000).astype(np.int64)
    is_hce = rng.random(people) < 0.15
    match = pay * rng.integers(0, 4, people) // 100
    after_tax = np.where(is_hce, pay * rng.integers(0, 10, people) // 100, 0)
    employee = np.arange(people)
    refunded = 0

    def test() -> None:
        nonlocal refunded
        step = law.test_precision
        steps = np.empty(people, np.int64)
        amount = np.empty(people, np.int64)
        for start in range(0, people, 65_536):
            rows = slice(start, start + 65_536)
            counted = contributions_in_acp(Money(match[rows]), Money(after_tax[rows]), Money(0), Money(0))
            amount[rows] = counted.cents
            steps[rows] = tested_ratio(law, counted, Money(pay[rows])).top
        group = plan * 2 + is_hce
        people_of = np.bincount(group, minlength=2 * plans)
        sums = np.bincount(group, weights=steps, minlength=2 * plans).astype(np.int64)
        averages = [
            average_ratio(law, Rate(sums[at::2], step.bottom), np.maximum(people_of[at::2], 1)) for at in (0, 1)
        ]
        highest = highest_average(law, averages[0])
        failed = ~np.asarray(passes_test(averages[1], highest)) & (people_of[1::2] > 0)
        number = np.cumsum(failed) - 1
        rows_of = np.flatnonzero(is_hce & failed[plan])
        of = number[plan[rows_of]]
        most = Rate(np.asarray(highest.top)[failed], np.broadcast_to(highest.bottom, plans)[failed])
        level = ratio_levels(of, steps[rows_of], most, step)
        cut = Rate(np.asarray(level.top)[of], np.asarray(level.bottom)[of])
        ratio = Rate(steps[rows_of], step.bottom)
        first = excess_above_level(Money(amount[rows_of]), Money(pay[rows_of]), ratio, cut)
        total = np.bincount(of, weights=np.asarray(first.cents)).astype(np.int64)
        at_most, less = dollar_levels(of, amount[rows_of], total, employee[rows_of])
        share = np.asarray(share_of_excess(Money(amount[rows_of]), Money(at_most[of])).cents) - less
        assert int(share.sum()) == int(total.sum())
        refunded = int(np.count_nonzero(share))

    times = [_took(test) for _ in range(repeats)]
    return {
        "people": people,
        "plans": plans,
        "people_refunded": refunded,
        "cpu_seconds": round(statistics.median(cpu for cpu, _ in times), 2),
        "clock_seconds": round(statistics.median(clock for _, clock in times), 2),
    }


def whole_test(people: int, repeats: int, plans: int = 1) -> dict[str, Any]:
    """All of `megaroth workforce test` after reading: both tests with every check and correction, people of a few plans.

    The highly paid put in after-tax money, so the ACP test fails and is levelled, and the qualified contribution is priced.
    """
    texts = "".join(f"[plans.P{at}]\nplan = {{ after_tax_allowed = 'yes', match = 'none' }}\n" for at in range(plans))
    sponsor = sponsor_of(f"year = 2026\n{texts}", "sponsor", Path())
    assert isinstance(sponsor, Sponsor), sponsor
    rng = np.random.default_rng(1)
    batches = []
    for at in range(0, people, GROUP):
        group = census_group(min(GROUP, people - at), at + 1, at)
        pay = group.column("pay").cast(pa.float64()).to_numpy()
        after_tax = np.where(pay > 170_000, (pay * 5).astype(np.int64), 0)
        columns = {name: group.column(name) for name in ("employee", "pay", "age", "last_year_pay", "pre_tax", "match")}
        names = pa.array([f"P{each}" for each in range(plans)])
        which = pa.DictionaryArray.from_arrays(pa.array(rng.integers(0, plans, len(group)).astype(np.int32)), names)
        batches.append(pa.record_batch({**columns, "after_tax": decimals(after_tax), "plan": which}))
    table = pa.Table.from_batches(batches)
    answer: Any = None

    def test() -> None:
        nonlocal answer
        answer = run_tests(reader_of(table), guess(table.column_names), sponsor)

    times = [_took(test) for _ in range(repeats)]
    return {
        "people": people,
        "plans": plans,
        "failed": sum(each.verdict == "failed" for each in answer.outcomes),
        "people_refunded": sum(each.people_refunded for each in answer.outcomes),
        "cpu_seconds": round(statistics.median(cpu for cpu, _ in times), 2),
        "clock_seconds": round(statistics.median(clock for _, clock in times), 2),
        "peak_memory_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def growth(people: int, repeats: int) -> dict[str, Any]:
    """How the cost grows with people, threads and plans."""
    return {
        "limits": [limits(people // share, repeats) for share in (16, 4, 1)],
        "limits_by_threads": [limits(people // 4, repeats, threads) for threads in (1, 2, 4)],
        "acp_by_people": [acp(people // share, repeats) for share in (16, 4, 1)],
        "acp_by_plans": [acp(people // 4, repeats, plans) for plans in (1, 100, 10_000)],
    }


if __name__ == "__main__":
    what = sys.argv[1] if len(sys.argv) > 1 else "limits"
    how_many = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000_000
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    print(
        json.dumps(
            {"limits": limits, "acp": acp, "tests": whole_test, "growth": growth}[what](how_many, times), indent=2
        )
    )
