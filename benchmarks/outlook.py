"""Forty years, ten thousand futures, five ways, with taxes, for one household on one core; beside planners from PyPI.

`python -m benchmarks.outlook [PYTHON]`: PYTHON is an interpreter of an environment of its own in which monteplan and manyfutures
are installed (`uv venv peers && uv pip install --python peers/bin/python monteplan manyfutures firecast`); without it ours alone is
measured. Processor time, medians, the two in turn.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from megaroth import questions
from megaroth.outlook.ahead import main_job, wages_of
from megaroth.outlook.assumptions import settle
from megaroth.outlook.market import lognormal
from megaroth.outlook.run import many_futures
from megaroth.outlook.setup import setup_of, tables_or_none
from megaroth.outlook.strategies import strategies

YEARS, PATHS, WAYS = 40, 10_000, ("mega", "yearly", "late", "unconverted", "taxable")
HOUSEHOLD: dict[str, Any] = {
    "year": 2026,
    "people": {"ana": {"born": "1986-03-14"}},
    "jobs": [
        {
            "name": "Initech", "person": "ana", "pay": 200_000, "last_year_pay": 190_000, "last_year_fica_wages": 190_000,
            "plan": {"after_tax_allowed": "yes", "in_plan_conversion": "on-request", "roth_deferrals": "yes",
                     "match": [{"rate_percent": 50, "up_to_percent_of_pay": 6}]},
        }
    ],
    "outlook": {"work_until_age": 79, "spend_age": 79},
}  # fmt: skip


def ours() -> tuple[Callable[[], object], Callable[[], object]]:
    """One run with its taxes laid out anew, and one with the taxes at hand."""
    answer = questions.room(HOUSEHOLD)
    if isinstance(answer, list):
        raise TypeError(answer)
    job = main_job(answer)
    made = settle(answer.household, job.person, wages_of([each.case for each in answer.jobs]))
    setup = setup_of(answer.household, [job], made, [0.125], True, tables_or_none(answer.household))
    ways = [way for way in strategies(setup.budget, True) if way.name in WAYS]
    if (len(setup.path), len(ways)) != (YEARS, len(WAYS)):
        raise ValueError("not the run that was meant")
    market = lognormal(made.real_return, made.swing, made.inflation)

    def whole() -> object:
        pieced = setup.with_pieces()
        return many_futures(ways, pieced.terms, [pieced.taking] * len(ways), market, "lognormal", PATHS, 1)

    pieced = setup.with_pieces()

    def warm() -> object:
        return many_futures(ways, pieced.terms, [pieced.taking] * len(ways), market, "lognormal", PATHS, 1)

    return whole, warm


def seconds(run: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def peers(python: str) -> dict[str, dict[str, float]]:
    """Seconds and steps of each peer, measured in its own environment by `outlook_peers.py`."""
    script = Path(__file__).with_name("outlook_peers.py")
    done = subprocess.run([python, str(script)], capture_output=True, text=True, check=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def main(arguments: list[str]) -> int:
    """Print JSON."""
    whole, warm = ours()
    seconds(whole)
    seconds(warm)
    steps = YEARS * PATHS * len(WAYS)
    of_whole, of_warm, of_peers = [], [], []
    for _ in range(3):
        of_peers += [peers(arguments[0])] if arguments else []
        of_whole += [seconds(whole) for _ in range(3)]
        of_warm += [seconds(warm) for _ in range(3)]
    own = statistics.median(of_whole)
    told: dict[str, Any] = {
        "years": YEARS, "futures": PATHS, "ways": len(WAYS), "ms_with_taxes_laid_out": round(own * 1000, 1),
        "ms_taxes_at_hand": round(statistics.median(of_warm) * 1000, 1), "million_steps_a_second": round(steps / own / 1e6, 1),
    }  # fmt: skip
    for name in of_peers[0] if of_peers else ():
        rates = [each[name]["steps"] / each[name]["seconds"] for each in of_peers]
        rate = statistics.median(rates)
        took = statistics.median(each[name]["seconds"] for each in of_peers)
        told[name] = {
            "million_steps_a_second": round(rate / 1e6, 2),
            "seconds": round(took, 2),
            "ours_times_faster": round(steps / own / rate, 1),
        }
    sys.stdout.write(json.dumps(told, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
