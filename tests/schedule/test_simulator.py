"""The simulator agrees with an independent payroll on random years, in every mode, to the cent."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.schedule.generate import election, paychecks_of, terms_of, year_of
from tests.schedule.oracle import run

from megaroth.schedule.payroll import simulate

YEARS = int(os.environ.get("MEGAROTH_PAYROLL_YEARS", "400"))


def agrees(seed: int) -> None:
    rng = random.Random(seed)
    terms = terms_of(rng)
    terms.spillover = rng.random() < 0.2
    terms.stops = frozenset(stop for stop in ("deferrals", "annual-additions", "plan-caps") if rng.random() < 0.5)
    terms.match_after_tax = rng.random() < 0.3
    paychecks = paychecks_of(rng, 9)
    step = Fraction(1, rng.choice([100, 200, 1000]))
    numbers = []
    for _ in paychecks:
        x = rng.randrange(0, int(1 / step)) if rng.random() < 0.8 else 0
        numbers.append((x * step, rng.randrange(0, int(1 / step) - x + 1) * step))
    end = run(terms, paychecks, numbers)
    year = replace(year_of(terms, paychecks, step), told=True)
    got = simulate(year, [election(*pair) for pair in numbers])
    assert [
        [int(m.cents) for m in (line.pre_tax + line.roth, line.catch_up, line.after_tax, line.match)]
        for line in got.lines
    ] == [list(line) for line in end.lines], seed
    totals = (got.deferral, got.catch_up, got.excess, got.after_tax, got.match, got.true_up)
    assert [int(m.cents) for m in totals] == [
        end.deferral,
        end.catch_up,
        end.excess,
        end.after_tax,
        end.match,
        end.true_up,
    ], seed


@pytest.mark.parametrize("part", range(4))
def test_random_years(part: int) -> None:
    for seed in range(part, YEARS, 4):
        agrees(seed)
