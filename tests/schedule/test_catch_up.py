"""Catch-up with an election of its own: brute force over all three numbers of random small years.

`MEGAROTH_CATCH_UP_YEARS=4000 pytest tests/schedule/test_catch_up.py` is the whole run; docs/performance.md has its result.
"""

from __future__ import annotations

import datetime
import os
import random

import pytest
from tests.schedule.catch_up_oracle import DOLLAR, NONE, Small, best, looks
from tests.schedule.test_solver import Fifth

from megaroth.household.pay import Elections, Paycheck, Share
from megaroth.kit.money import NO_CAP, NO_LIMIT, Money, Rate
from megaroth.plan.model import Plan, Tier
from megaroth.plan.payroll import Payroll
from megaroth.schedule.cash import Purse
from megaroth.schedule.goals import Wanted
from megaroth.schedule.solve import solve
from megaroth.schedule.solve_columns import solve as solve_in_bulk
from megaroth.schedule.year import JobYear, Limits, Made

YEARS = int(os.environ.get("MEGAROTH_CATCH_UP_YEARS", "60"))


def small(rng: random.Random) -> Small:
    usual = rng.randrange(1_000, 9_000) * 100
    pays = tuple(
        usual if rng.random() < 0.6 else rng.randrange(500, 20_000) * 100 for _ in range(rng.choice([2, 3, 3]))
    )
    deferral, catch_up = rng.randrange(0, 1_200_000), rng.choice([0, *[rng.randrange(0, 600_000)] * 4])
    return Small(
        pays,
        step=rng.choice([20, 25]),
        rate=rng.choice([0, 50, 100]),
        width=rng.choice([5, 20, 30, 100]),
        yearly=rng.random() < 0.3,
        matches_catch_up=rng.random() < 0.6,
        deferral_limit=deferral,
        catch_up_limit=catch_up,
        additions_limit=rng.randrange(100_000, 2_500_000),
        wish=rng.choice([deferral, rng.randrange(0, deferral + 1)]),
        catch_up_wish=rng.choice([catch_up, rng.randrange(0, catch_up + 1)]),
        after_tax_wish=rng.choice([NONE, rng.randrange(0, 900_000)]),
        combined_cap=rng.choice([100, 100, 80, 75]),
    )


def year_of(of: Small) -> JobYear:
    """The same year as the product reads it."""
    deferral, catch_up, additions = Money(of.deferral_limit), Money(of.catch_up_limit), Money(of.additions_limit)
    return JobYear(
        "job",
        2026,
        Plan(
            "plan",
            True,
            match=(Tier(Rate(of.rate, 100), Rate(of.width, 100)),),
            match_on_catch_up=of.matches_catch_up,
            combined_cap=NO_CAP if of.combined_cap == 100 else Rate(of.combined_cap, 100),
        ),
        Payroll(period="year" if of.yearly else "payday", step=Rate(of.step, 100), separate_catch_up=True),
        Limits(deferral, catch_up, additions, NO_LIMIT, NO_LIMIT, NO_LIMIT, deferral, catch_up, additions),
        service=0,
        is_hce=False,
        is_roth=False,
        paychecks=tuple(Paycheck(datetime.date(2026, 1 + place, 5), Money(pay)) for place, pay in enumerate(of.pays)),
        made=Made(),
        stays=True,
    )


def looks_of(year: JobYear, elections: tuple[Elections, ...], step: int) -> tuple[int, int]:
    """The same three numbers paycheck by paycheck, in steps."""
    in_force = [[each for each in elections if each.since <= paycheck.date][-1].regular for paycheck in year.paychecks]
    shares = [
        [each.pre_tax for each in in_force],
        [each.catch_up for each in in_force],
        [each.after_tax for each in in_force],
    ]
    return looks(*[tuple(in_steps(share, step) for share in kind) for kind in shares])


def in_steps(share: Share, step: int) -> int:
    assert isinstance(share, Rate)
    return int(share.top) * 100 // (int(share.bottom) * step)


@pytest.mark.parametrize("part", range(4))
def test_small_years(part: int) -> None:
    proven = 0
    for seed in range(part, YEARS, 4):
        rng = random.Random(seed)
        of, need = small(rng), rng.choice([None, Money(rng.randrange(0, 400_000))])
        holds_less = rng.random() < 0.5

        def holds(place: int, deferral: int, catch_up: int, after_tax: int) -> bool:
            """Written anew: a fifth of what is not deferred is tax, what is left covers the rest and the need."""
            pay = of.pays[place]  # noqa: B023
            least = int(need.cents) if need is not None and pay - (pay + 2) // 5 >= int(need.cents) else 0  # noqa: B023
            taxed = pay - deferral - catch_up
            return taxed - (taxed + 2) // 5 - after_tax >= least

        want = best(of, holds) if holds_less else best(of)
        year = year_of(of)
        after_tax = Money(min(of.after_tax_wish, 10**10))
        goal = Wanted(
            Money(min(of.wish, of.deferral_limit)), Money(min(of.catch_up_wish, of.catch_up_limit)), after_tax
        )
        found = solve(year, goal, purse=Purse(year, Fifth(), need) if holds_less else None)
        outcome = found.outcome
        assert not found.judged.breaks_a_limit, seed
        amounts = (outcome.catch_up, outcome.match + outcome.true_up, outcome.deferral, outcome.after_tax)
        got = [int(money.cents) for money in amounts]
        if found.is_proven:
            proven += 1
            for reached, most in zip(got, (want.catch_up, want.match, want.deferral, want.after_tax), strict=True):
                assert most - DOLLAR <= reached <= most, (seed, got, want)
            assert looks_of(year, found.elections, of.step) == want.looks, (seed, found.elections, want)
        if seed % 5 == 0:
            many = solve_in_bulk(year, goal, purse=Purse(year, Fifth(), need) if holds_less else None)
            assert (many.elections, many.outcome, many.is_proven) == (found.elections, outcome, found.is_proven), seed
    assert proven >= 0.9 * YEARS // 4
