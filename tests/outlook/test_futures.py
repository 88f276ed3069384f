"""Many futures: the same as one future at a time, the same for any number of threads, zones and hash seeds."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from tests.outlook.households import CASH, first, should, worth

from megaroth.kit.money import percent
from megaroth.outlook import market
from megaroth.outlook.answers import uncertain_json
from megaroth.outlook.pieces import Pieces, flat
from megaroth.outlook.pots import Payments, Taking, YearTerms, taken
from megaroth.outlook.run import Uncertain, many_futures, one_future
from megaroth.outlook.strategies import Strategy
from megaroth.questions import outlook

FEW = {"paths": 5_000, "work_until_age": 55, "spend_age": 60}
"""More than two blocks of futures, the last one not whole."""


def told(found: tuple[Uncertain, ...]) -> str:
    return json.dumps([uncertain_json(each) for each in found])


def test_threads_change_nothing() -> None:
    one, two, eight = (told(worth(markets=True, threads=threads, outlook=FEW).uncertain) for threads in (1, 2, 8))
    assert one == two == eight


HOUSEHOLD: dict[str, Any] = {"state": "CA", "cash": CASH, "outlook": FEW}


@functools.cache
def without_futures() -> list[dict[str, Any]]:
    """What no number of threads could touch: the sensitivity, the decision, the steps."""
    return [
        outlook.worth_json(worth(sensitivity=True, **HOUSEHOLD)),
        outlook.should_json(should(**HOUSEHOLD)),
        outlook.first_json(first(**HOUSEHOLD)),
    ]


def everything(threads: int) -> str:
    """All that the three questions answer, many futures with so many threads included."""
    return json.dumps([outlook.worth_json(worth(markets=True, threads=threads, **HOUSEHOLD)), *without_futures()])


PROGRAM = """
import hashlib
from tests.outlook.test_futures import everything
for threads in {threads}:
    print(hashlib.sha256(everything(threads).encode()).hexdigest())
"""


def in_another_process(zone: str, seed: int, threads: tuple[int, ...]) -> list[str]:
    """A hash of everything for each number of threads, from an interpreter of its own."""
    env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", PROGRAM.format(threads=threads)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize(
    ("zone", "seed", "threads"), [("UTC", 0, 1), ("Asia/Kolkata", 1, 2), ("America/Los_Angeles", 9, 8)]
)
def test_zone_and_hash_seed_change_nothing(zone: str, seed: int, threads: int) -> None:
    """`python -m tests.outlook.soak` runs all 90 of them; what came out stands in docs/outlook.md."""
    here = hashlib.sha256(everything(3).encode()).hexdigest()
    assert in_another_process(zone, seed, (threads,)) == [here]


def _small_world() -> tuple[list[Strategy], list[YearTerms], Taking]:
    years = 12
    term = YearTerms(0.5, Pieces((0.0, 300.0), (0.2, 0.35)), flat(0.2), Pieces((0.0, 900.0), (0.0, 0.2)), 0.02, 0.1)
    ways = [
        Strategy("mega", "", "", (Payments(roth=5_000.0, wait=0.4),) * years),
        Strategy(
            "late", "", "", (*(Payments(after_tax=5_000.0),) * (years - 1), Payments(after_tax=5_000.0, convert=True))
        ),
        Strategy("unconverted", "", "", (Payments(after_tax=5_000.0),) * years),
        Strategy("taxable", "", "", (Payments(taxable=5_000.0),) * years),
        Strategy("pre_tax", "", "", (Payments(pre_tax=4_000.0, taxable=2_000.0),) * years),
    ]
    return ways, [term] * years, Taking(Pieces((0.0, 20_000.0), (0.1, 0.3)), Pieces((0.0, 9_000.0), (0.0, 0.15)))


@pytest.mark.parametrize("model", ["history", "bootstrap", "lognormal"])
def test_a_column_of_futures_is_each_future_by_itself(model: Any) -> None:
    ways, terms, taking = _small_world()
    past = (
        market.history(percent(60)) if model != "lognormal" else market.lognormal(percent(4), percent(20), percent(3))
    )
    if model == "history":
        rows = market.rows_of_history(past, 12)
    elif model == "bootstrap":
        rows = market.rows_of_bootstrap(past, 12, 0, 60, 4)
    else:
        rows = market.rows_of_lognormal(12, 0, 60, 4)
    found = many_futures(ways, terms, [taking] * len(ways), past, model, 60, 4)
    for way in ways:
        ends = []
        for path in range(rows.shape[1]):
            growth = [past.growth[row] for row in rows[:, path]]
            deflators = [past.deflator[row] for row in rows[:, path]]
            ends.append(float(taken(one_future(way, terms, growth, deflators)[-1].pots, taking)))
        spread = found.of(way.name)
        assert spread is not None
        at = -(-len(ends) // 2) - 1
        assert spread.middle == market.to_cents(sorted(ends)[at])
        assert spread.low == market.to_cents(sorted(ends)[-(-len(ends) // 10) - 1])


def test_the_same_futures_for_every_way_cut_the_noise_of_the_difference() -> None:
    """Twentyfold in variance and more, against a taxable account that meets other futures."""
    ways, terms, taking = _small_world()
    made = market.lognormal(percent(5), percent(17), percent(2))
    mega, taxable = (next(way for way in ways if way.name == name) for name in ("mega", "taxable"))

    def ends(way: Strategy, seed: int) -> Any:
        rows = market.rows_of_lognormal(len(terms), 0, 4_000, seed)
        growth = [np.array(made.growth)[rows[year]] for year in range(len(terms))]
        return taken(one_future(way, terms, growth, [made.deflator[0]] * len(terms))[-1].pots, taking)

    common = np.var(ends(mega, 1) - ends(taxable, 1))
    apart = np.var(ends(mega, 1) - ends(taxable, 2))
    assert apart > 20 * common


def test_order_statistics_are_futures_that_happened() -> None:
    ways, terms, taking = _small_world()
    one = Strategy("mega", "", "", (Payments(roth=1.0),) * 12)
    past = market.history(percent(100))
    found = many_futures([one, ways[3]], terms, [taking] * 2, past, "history", 0, 0)
    assert found.futures == 87
    assert found.spreads[1].difference == market.to_cents(0.0)
    assert found.spreads[1].ahead == 0


def test_a_horizon_longer_than_history_says_so() -> None:
    ways, terms, taking = _small_world()
    found = many_futures(ways, terms * 9, [taking] * 5, market.history(percent(100)), "history", 0, 0)
    assert (found.futures, found.spreads) == (0, ())
