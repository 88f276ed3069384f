"""Schedules in bulk: candidates laid out as columns give the very answer that they give one by one."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from fractions import Fraction

import pytest
from benchmarks.schedule import population
from tests.schedule.generate import paychecks_of, terms_of, year_of
from tests.schedule.test_solver import Fifth

from megaroth.kit.money import Money
from megaroth.law.book import law_for
from megaroth.schedule import solve, solve_columns
from megaroth.schedule.cash import Purse
from megaroth.schedule.goals import Wanted
from megaroth.schedule.year import JobYear

YEARS = int(os.environ.get("MEGAROTH_COLUMN_YEARS", "60"))


def small(seed: int) -> tuple[JobYear, Wanted, Money | None]:
    """Every mode of payroll, stops and steps; what a paycheck has to leave."""
    rng = random.Random(seed)
    terms = terms_of(rng)
    terms.match_after_tax = rng.random() < 0.1
    terms.stops = frozenset(stop for stop in ("deferrals", "annual-additions", "plan-caps") if rng.random() < 0.2)
    year = year_of(terms, paychecks_of(rng, 9), Fraction(rng.choice([1, 1, 5, 8]), rng.choice([100, 100, 200])))
    if rng.random() < 0.1:
        year = replace(year, payroll=replace(year.payroll, step_dollars=Money(rng.choice([100, 2_500]))))
    wish = rng.choice([terms.deferral_limit + terms.catch_up_limit, rng.randrange(0, 1_500_000)])
    after_tax = rng.choice([10**10, rng.randrange(0, 1_000_000)])
    wish = min(wish, terms.deferral_limit + terms.catch_up_limit)
    goal = Wanted(Money(wish), Money(0), Money(after_tax), rng.choice(["even", "front", "back"]))
    return year, goal, Money(rng.randrange(0, 700_000)) if rng.random() < 0.5 else None


@pytest.mark.parametrize("part", range(3))
def test_small_years_of_every_mode(part: int) -> None:
    for seed in range(part, YEARS, 3):
        year, goal, need = small(seed)
        one = solve.solve(year, goal, purse=None if need is None else Purse(year, Fifth(), need))
        many = solve_columns.solve(year, goal, purse=None if need is None else Purse(year, Fifth(), need))
        assert (one.elections, one.is_proven) == (many.elections, many.is_proven), seed
        assert one.outcome == many.outcome, seed


def test_households_of_the_benchmark() -> None:
    for number, (year, goal) in enumerate(population(law_for(2026), YEARS // 3, seed=5)):
        one, many = solve.solve(year, goal), solve_columns.solve(year, goal)
        assert (one.elections, one.is_proven) == (many.elections, many.is_proven), number
