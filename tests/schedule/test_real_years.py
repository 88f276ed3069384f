"""Years of real length: a MILP agrees with the solver, and no number that anybody could set wins more match."""

from __future__ import annotations

import datetime
import os
import random
from dataclasses import replace
from fractions import Fraction

import pytest
from benchmarks.schedule import population
from tests.schedule.generate import election, year_of
from tests.schedule.milp import agree, best_amounts
from tests.schedule.oracle import NONE, Terms

from megaroth.household.pay import Paycheck, YearOfPay
from megaroth.household.paydays import PERIODS, paydays_of
from megaroth.kit.money import Money
from megaroth.law.book import law_for
from megaroth.schedule.audit import Judged
from megaroth.schedule.goals import Solution, Wanted
from megaroth.schedule.payroll import simulate
from megaroth.schedule.solve_columns import solve

MILP_YEARS = int(os.environ.get("MEGAROTH_MILP_YEARS", "6"))
AUDITED_YEARS = int(os.environ.get("MEGAROTH_AUDITED_YEARS", "24"))
STEP = Fraction(1, 100)


def paychecks_of(rng: random.Random) -> tuple[Paycheck, ...]:
    """A year of 12 to 27 paychecks with a raise and a bonus."""
    frequency = rng.choice(["biweekly", "semimonthly", "monthly"])
    first = datetime.date(2026, 1, rng.choice([2, 9])) if frequency == "biweekly" else None
    paydays = paydays_of(2026, frequency, first, days_of_month=(15, 31)[-PERIODS[frequency] // 12 :])  # type: ignore[arg-type]
    annual = rng.randrange(90_000, 500_000) * 100
    raises = (
        ((datetime.date(2026, rng.randrange(2, 12), 1), Money(annual + annual // 20)),) if rng.random() < 0.5 else ()
    )
    paychecks = YearOfPay(paydays, Money(annual), PERIODS[frequency], raises).paychecks
    if rng.random() < 0.5:
        place = rng.randrange(len(paychecks))
        bonus = Paycheck(paychecks[place].date, paychecks[place].pay + Money(rng.randrange(5_000, 60_000) * 100))
        paychecks = (*paychecks[:place], bonus, *paychecks[place + 1 :])
    return paychecks


def terms_of(rng: random.Random, pay: int) -> Terms:
    rate, width = rng.choice([25, 50, 100]), rng.choice([4, 6, 8])
    return Terms(
        tiers=[(Fraction(rate, 100), Fraction(width, 100), None)],
        deferral_limit=rng.choice([2_450_000, rng.randrange(500_000, 2_450_000)]),
        additions_limit=min(7_200_000, pay),
        after_tax_limit=rng.choice([NONE, NONE, rng.randrange(500_000, 3_000_000)]),
        combined_cap=rng.choice([None, Fraction(75, 100), Fraction(90, 100)]),
        countable=36_000_000,
        mode=rng.choice(["stop", "stop", "true-up"]),
        true_up=rng.random() < 0.2,
        if_gone=False,
    )


def solved(seed: int) -> tuple[Terms, tuple[Paycheck, ...], Solution]:
    rng = random.Random(seed)
    paychecks = paychecks_of(rng)
    pay = sum(int(paycheck.pay.cents) for paycheck in paychecks)
    terms = terms_of(rng, pay)
    year = year_of(terms, [(int(paycheck.pay.cents), True, 0) for paycheck in paychecks], STEP)
    year = replace(year, paychecks=paychecks)
    return terms, paychecks, solve(year, Wanted(Money(terms.deferral_limit), Money(0), Money(10**11)))


@pytest.mark.parametrize("part", range(3))
def test_a_milp_finds_nothing_better(part: int) -> None:
    """Households of the benchmark: raises, bonuses, year to date, catch-up, caps, every period of the match."""
    households = population(law_for(2026), MILP_YEARS, seed=11)
    for number, (year, goal) in enumerate(households):
        if number % 3 == part:
            best, _ = best_amounts(year, goal)
            found = solve(year, goal)
            assert agree(year, found, best), (number, best, found.outcome)


def test_no_even_number_wins_more_match_and_nothing_is_broken() -> None:
    """`MEGAROTH_AUDITED_YEARS=20000 pytest tests/schedule/test_real_years.py -k even` is the whole run."""
    for seed in range(1_000, 1_000 + AUDITED_YEARS):
        terms, paychecks, found = solved(seed)
        assert found.is_proven, seed
        assert not found.judged.breaks_a_limit, seed
        won = found.outcome.match + found.outcome.true_up
        year = year_of(terms, [(int(paycheck.pay.cents), True, 0) for paycheck in paychecks], STEP)
        year = replace(year, paychecks=paychecks, told=True)
        for step in (3, 4, 6, 8, 10, 12):
            tried = Judged(year, simulate(year, [election(step * STEP, Fraction(0))] * len(paychecks)))
            if not tried.breaks_a_limit:
                assert tried.outcome.match + tried.outcome.true_up <= won + Money(99), (seed, step)


METAMORPHIC = range(2_000, 2_000 + int(os.environ.get("MEGAROTH_METAMORPHIC_YEARS", "12")))


def into(found: Solution) -> int:
    outcome = found.outcome
    return int((outcome.deferral + outcome.after_tax + outcome.match + outcome.true_up).cents)


@pytest.mark.parametrize("seed", METAMORPHIC)
def test_a_later_start_never_gives_more(seed: int) -> None:
    """The later year's numbers, after nothing at first, are numbers of the earlier one if they never change."""
    rng = random.Random(seed)
    terms, paychecks, found = solved(seed)
    year = year_of(terms, [(int(paycheck.pay.cents), True, 0) for paycheck in paychecks], STEP)
    year = replace(year, paychecks=paychecks)
    goal = Wanted(Money(terms.deferral_limit), Money(0), Money(10**11), most_changes=0)
    later = solve(year, goal, first_day=paychecks[rng.randrange(1, len(paychecks))].date)
    won, before = later.outcome.match + later.outcome.true_up, found.outcome.match + found.outcome.true_up
    assert won <= before + Money(99)
    if won >= before - Money(99):
        assert later.outcome.deferral <= found.outcome.deferral + Money(2 * 99)


@pytest.mark.parametrize("seed", METAMORPHIC)
def test_a_dollar_more_of_room_never_gives_less(seed: int) -> None:
    """A dollar more of any limit leaves all numbers legal that were; the best is no worse, goal by goal."""
    terms, paychecks, found = solved(seed)
    year = year_of(terms, [(int(paycheck.pay.cents), True, 0) for paycheck in paychecks], STEP)
    dollar = Money(100)
    limits = replace(
        year.limits, additions=year.limits.additions + dollar, payroll_additions=year.limits.additions + dollar
    )
    roomier = solve(
        replace(year, paychecks=paychecks, limits=limits), Wanted(Money(terms.deferral_limit), Money(0), Money(10**11))
    )
    assert into(roomier) >= into(found) - 3 * 99 or roomier.outcome.match > found.outcome.match
