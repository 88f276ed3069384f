"""Long runs of a workforce, by hand: `uv run python -m tests.workforce.soak people|poison|kill|spark [rows]`.

`people`: every row of a random census is that person through `megaroth room`, for 1, 2 and 8 threads, and on Spark.
`poison`: 1% of the rows are spoiled in thirty ways; all the others are answered as without them, these are rejected.
`kill`: a run into a folder is killed at 100 random points, taken up each time, and ends with the same bytes.
`spark`: Spark on two executors (`local-cluster`), one of which is killed in the middle: the same answers.
Each prints what it found and ends with 1 if anything differs. Results are recorded in docs/workforce.md.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from tests.workforce import people
from tests.workforce.same_person import compare

from megaroth.workforce.census import Census, open_census
from megaroth.workforce.run import run_limits

GROUP, BLOCK = 100_000, 20_000


def written(folder: Path, table: Any) -> Census:
    path = folder / "census.parquet"
    pq.write_table(table, path, row_group_size=GROUP)
    opened = open_census(path)
    assert not isinstance(opened, list)
    return opened


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.parquet")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def the_people(folder: Path, rows: int) -> bool:
    """The columns, the same person through `megaroth room`, and Spark, row by row; and 1, 2 and 8 threads."""
    from tests.workforce.test_spark import differences as differ

    from megaroth.workforce.spark import spark_limits

    sponsor = people.sponsor(folder)
    # Two rows of a person take as long as a hundred of one: a few thousand of them are enough.
    table = people.census(rows, several=min(0.01, 1_000 / rows))
    census = written(folder, table)
    bytes_of = {}
    for threads in (1, 2, 8):
        run_limits(census, people.mapping(table), sponsor, folder / f"out{threads}", None, threads)
        bytes_of[threads] = digest(folder / f"out{threads}")
    same = len(set(bytes_of.values())) == 1
    print("bytes with 1, 2 and 8 threads:", "same" if same else "DIFFERENT", flush=True)
    wrong: list[str] = []
    compared, begun = 0, time.time()
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        blocks = [(str(folder), at + 1, min(at + BLOCK, rows)) for at in range(0, rows, BLOCK)]
        for count, found in pool.map(compare, *zip(*blocks, strict=True)):
            compared, wrong = compared + count, wrong + found
            print(f"{compared:,} rows compared, {len(wrong)} differ, {time.time() - begun:,.0f} s", flush=True)
    print("\n".join(wrong[:20]))
    begun = time.time()
    spark_limits(census, people.mapping(table), sponsor, folder / "spark", None, "local[2]")
    off = differ(folder / "out1", folder / "spark")
    print(f"Spark: columns that differ: {off}, {time.time() - begun:,.0f} s")
    return not wrong and same and not off


POISONS: list[tuple[str, str]] = [
    ("employee", ""), ("employee", "a\x07b"), ("employee", "x" * 300), ("plan", ""), ("plan", "No such plan"),
    ("pay", ""), ("pay", "abc"), ("pay", "-1"), ("pay", "1e5"), ("pay", "12.345"), ("pay", "NaN"), ("pay", "99999999999999"),
    ("pay", "1"), ("born", ""), ("born", "1980-13-01"), ("born", "01/02/1980"), ("born", "2025-01-01"), ("born", "1850-01-01"),
    ("last_year_pay", "-5"), ("last_year_fica_wages", "n/a"), ("owner_percent", "101"), ("owner_percent", "x"),
    ("hired", "2027-01-01"), ("hired", "1920-01-01"), ("left", "1950-01-01"), ("pay_so_far", "999999999"),
    ("roth", "12,34"), ("match", "--"), ("pre_tax_percent", "250"), ("paydays_left", "1.5"), ("after_tax_percent", "999"),
]  # fmt: skip
"""A field and what is written into it; each of them makes a row unusable whatever else it says."""


def the_poison(folder: Path, rows: int) -> bool:
    sponsor = people.sponsor(folder)
    table = people.census(rows, several=0)
    # One person a row, nothing left empty that poison of another field would need.
    texts = {name: table.column(name).cast(pa.string()).fill_null("").to_pylist() for name in table.column_names}
    plain = pa.table({name: pa.array(column) for name, column in texts.items()})
    mapping = people.mapping(plain)
    run_limits(written(folder, plain), mapping, sponsor, folder / "clean.parquet", folder / "clean.csv", 2)
    before = pq.read_table(folder / "clean.parquet")
    rng = random.Random(7)
    usable = before.column("row").to_pylist()
    spoiled = sorted(rng.sample(usable, rows // 100))
    for at, row in enumerate(spoiled):
        field, text = POISONS[at % len(POISONS)]
        texts[field][row - 1] = text
        if field == "left":
            texts["hired"][row - 1] = "2000-01-01"
        if (field, text) == ("pay", "1"):
            texts["pay_so_far"][row - 1] = "1"
            texts["pre_tax"][row - 1] = "2"
    poisoned = pa.table({name: pa.array(column) for name, column in texts.items()})
    run_limits(written(folder, poisoned), mapping, sponsor, folder / "out.parquet", folder / "rejects.parquet", 2)
    after, rejects = pq.read_table(folder / "out.parquet"), pq.read_table(folder / "rejects.parquet")
    keep = np.isin(before.column("row").to_numpy(), np.array(spoiled), invert=True)
    right = before.filter(pa.array(keep)).equals(after)
    lost = set(spoiled) - set(rejects.column("row").to_pylist())
    also = set(pq_rows(folder / "clean.csv"))
    reasons = rejects.group_by("reason").aggregate([("row", "count")]).to_pylist()
    print(
        f"{len(spoiled):,} rows spoiled in {len(POISONS)} ways, {len(lost)} of them not rejected; {len(also)} unusable from the start"
    )
    print(f"{after.num_rows:,} others answered, {'as' if right else 'NOT as'} without the poison")
    print({each["reason"]: each["row_count"] for each in reasons})
    return right and not lost


def pq_rows(path: Path) -> list[int]:
    return [int(line.split(",")[0]) for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def the_kill(folder: Path, rows: int, points: int = 100) -> bool:
    """A run is killed at random points of its life, again and again."""
    people.sponsor(folder)
    texts = [f'[plans.{name!r}]\nplan = "plan{at}.toml"' for at, name in enumerate(people.PLAN_TEXTS)]
    (folder / "sponsor.toml").write_text("\n".join([f"year = 2026\nas_of = {people.AS_OF}", *texts]), encoding="utf-8")
    path = folder / "census.parquet"
    pq.write_table(people.census(rows), path, row_group_size=max(rows // 40, 1))
    words = [
        sys.executable,
        "-m",
        "megaroth",
        "workforce",
        "limits",
        str(path),
        "--sponsor",
        str(folder / "sponsor.toml"),
    ]
    begun = time.time()
    subprocess.run([*words, "--out", str(folder / "whole")], check=False, capture_output=True)
    whole, takes = digest(folder / "whole"), time.time() - begun
    rng = random.Random(3)
    killed, runs, same = 0, 0, True
    while killed < points:
        shutil.rmtree(folder / "out", ignore_errors=True)
        while True:
            begun = time.time()
            process = subprocess.Popen(
                [*words, "--out", str(folder / "out")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            try:
                process.wait(rng.uniform(0.2, takes) if killed < points else None)
                # A machine is faster at one time than at another: aim within what a whole run takes now.
                takes = max(min(takes, time.time() - begun), 0.4)
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                killed += 1
        runs += 1
        same &= digest(folder / "out") == whole
        print(f"{killed} kills, {runs} runs ended, bytes {'same' if same else 'DIFFERENT'}", flush=True)
    return same


def the_spark(folder: Path, rows: int) -> bool:
    from tests.workforce.test_spark import differences as differ

    from megaroth.workforce.spark import session, spark_limits

    sponsor = people.sponsor(folder)
    table = people.census(rows)
    path = folder / "census.parquet"
    pq.write_table(table, path, row_group_size=max(rows // 32, 1))
    census = open_census(path)
    assert not isinstance(census, list)
    run_limits(census, people.mapping(table), sponsor, folder / "local", None, 2)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    master = "local-cluster[2,1,1200]"
    spark: Any = session(master)
    spark.conf.set("spark.sql.files.maxPartitionBytes", str(max(path.stat().st_size // 24, 1 << 16)))
    killed: list[int] = []

    def kill() -> None:
        # In the middle: the first task has left its file, others are at work.
        while not any((folder / "spark").rglob("*.parquet")):
            time.sleep(0.05)
        # Only an executor of our own Spark: a child of the Java process that this process began.
        for line in subprocess.run(
            ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
        ).stdout.splitlines():
            if "CoarseGrainedExecutorBackend" in line and ours(int(line.split()[0])):
                killed.append(int(line.split()[0]))
                os.kill(killed[0], signal.SIGKILL)
                return

    threading.Thread(target=kill, daemon=True).start()
    begun = time.time()
    done = spark_limits(census, people.mapping(table), sponsor, folder / "spark", None, master)
    wrong = differ(folder / "local", folder / "spark")
    print(
        f"{done}; executor killed after the first file was written: {killed}; {time.time() - begun:,.0f} s; columns that differ: {wrong}"
    )
    return bool(killed) and not wrong


def ours(pid: int) -> bool:
    """Whether a process descends from this one."""
    while pid > 1:
        if pid == os.getpid():
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            return False
    return False


SOAKS: dict[str, Callable[[Path, int], bool]] = {
    "people": the_people, "poison": the_poison, "kill": the_kill, "spark": the_spark,
}  # fmt: skip

if __name__ == "__main__":
    what, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        sys.exit(0 if SOAKS[what](Path(name), count) else 1)
