"""`python -m tests.reader.hostile_run [how many] [first seed]`: hostile documents through the reader, one after the other.

Of each: the parent lives, an answer or a refusal comes within ten seconds (processor time of the child, as the clock is
shared), the child never held more than 512 MB, and nothing was written. That the child can open no file and no socket is
shown by `test_sandbox.py`.
"""

from __future__ import annotations

import datetime
import os
import resource
import sys
import time
from collections import Counter
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.reader.hostile import hostile

from megaroth.kit.finding import Finding
from megaroth.reader import ocr, reading

TODAY = datetime.date(2026, 11, 25)


def run(most: int, first: int = 0, use_ocr: bool = False) -> Counter[str]:
    """Counts by outcome: `read`, codes of refusals, and violations, which begin with `VIOLATION`."""
    told: Counter[str] = Counter()
    listed = sorted(Path.cwd().iterdir())
    # Made elsewhere: a child begins as its parent, whose memory would count as the child's.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as maker:
        slowest = _read_all(maker, range(first, first + most), told, listed, use_ocr)
        told["largest child, MB"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    told["slowest, ms on the clock"] = int(slowest * 1000)
    return told


def _read_all(maker: Executor, seeds: range, told: Counter[str], listed: list[Path], use_ocr: bool) -> float:
    slowest = 0.0
    coming = maker.submit(hostile, seeds.start)
    for seed in seeds:
        kind, data = coming.result()
        coming = maker.submit(hostile, seed + 1)
        start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        answer = reading.read(data, f"{kind}.pdf", TODAY, use_ocr=use_ocr)
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        slowest = max(slowest, wall)
        if isinstance(answer, list):
            told[answer[0].code] += 1
            if not all(isinstance(each, Finding) and each.remedy for each in answer):
                told[f"VIOLATION no remedy: {kind} {seed}"] += 1
        else:
            told["read"] += 1
        if used > 10 or wall > 30:
            told[f"VIOLATION slow: {kind} {seed} {used:.1f} s, {wall:.1f} s on the clock"] += 1
        if listed != sorted(Path.cwd().iterdir()):
            told[f"VIOLATION file left: {kind} {seed}"] += 1
    return slowest


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    most, first = (*numbers, *(200, 0)[len(numbers) :])[:2]
    start = time.monotonic()
    told = run(most, first, "--ocr" in sys.argv and bool(ocr.engine()))
    sys.stdout.write(
        f"{most} documents from seed {first} in {time.monotonic() - start:.0f} s, {os.cpu_count()} cores\n"
    )
    for name, count in sorted(told.items()):
        sys.stdout.write(f"{count:8} {name}\n")
    sys.exit(any(name.startswith("VIOLATION") for name in told) or told["largest child, MB"] > 512)


if __name__ == "__main__":
    main()
