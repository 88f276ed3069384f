"""The solver reaches the optimum that brute force finds, in every goal, on random small years.

`MEGAROTH_SCHEDULE_YEARS=3000 pytest tests/schedule/test_solver.py` is the whole run; docs/performance.md has its result.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from tests.schedule.generate import paychecks_of, terms_of, year_of
from tests.schedule.oracle import Terms, best, best_together, shape_of

from megaroth.household.payment import Payment
from megaroth.kit.money import Money, Rate
from megaroth.schedule.cash import Purse
from megaroth.schedule.goals import Solution, Wanted
from megaroth.schedule.solve import solve
from megaroth.schedule.solve_columns import solve as solve_in_bulk

YEARS = int(os.environ.get("MEGAROTH_SCHEDULE_YEARS", "80"))


class Fifth:
    """A tax of a fifth on what is not deferred before it."""

    is_of_the_year = True
    assumed = ()
    takes_only_federal = False

    def alike(self, payment: Payment) -> Payment:
        return payment

    def net(self, payment: Payment) -> Money:
        taxed = int((payment.regular + payment.supplemental - payment.pre_tax).cents)
        return Money(taxed - (taxed + 2) // 5) - payment.after_taxes


def agrees(seed: int) -> None:
    rng = random.Random(seed)
    terms = terms_of(rng)
    step = Fraction(rng.choice([5, 8, 10, 20]), 100)
    paychecks = paychecks_of(rng, 4)
    wish = rng.choice([terms.deferral_limit + terms.catch_up_limit, rng.randrange(0, 1_500_000)])
    wish = min(wish, terms.deferral_limit + terms.catch_up_limit)
    after_tax = rng.choice([10**10, rng.randrange(0, 1_000_000)])
    year = year_of(terms, paychecks, step)
    need = rng.choice([None, Money(rng.randrange(0, 700_000))])
    purse = Purse(year, Fifth(), need) if rng.random() < 0.5 else None
    shape = rng.choice(["even", "front", "back"])

    def holds(place: int, deferral: int, after_tax: int) -> bool:
        """Written anew: a fifth of what is not deferred is tax, what is left covers the rest and the need."""
        pay = paychecks[place][0]
        least = int(need.cents) if need is not None and pay - (pay + 2) // 5 >= int(need.cents) else 0
        return pay - deferral - (pay - deferral + 2) // 5 - after_tax >= least

    want = best(terms, paychecks, step, wish, after_tax, holds=holds if purse else lambda *_: True, shape=shape)
    found = solve(year, Wanted(Money(wish), Money(0), Money(after_tax), shape), purse=purse)
    outcome = found.outcome
    assert found.is_proven, seed
    assert not found.judged.breaks_a_limit, seed
    got = [
        int(m.cents) for m in (outcome.match + outcome.true_up, outcome.deferral + outcome.catch_up, outcome.after_tax)
    ]
    for reached, most in zip(got, want.amounts, strict=True):
        assert most - 99 <= reached <= most, (seed, got, want)
    x, y = (
        [in_steps(at(found.elections, paycheck.date, which), step) for paycheck in year.paychecks] for which in (0, 1)
    )
    assert shape_of(tuple(x), tuple(y), shape) <= want.shape, (seed, x, y, want)


def test_after_tax_money_that_is_matched_itself() -> None:
    """Brute force over all pairs at once: what is called proven is the best; nothing else is better or breaks a limit."""
    proven = 0
    for seed in [*range(YEARS // 4), 182]:  # 182: where one cannot do as if the deferral earned it all
        rng = random.Random(seed)
        terms, step = terms_of(rng), Fraction(rng.choice([20, 25]), 100)
        terms.match_after_tax = True
        paychecks = paychecks_of(rng, 3)
        wish = terms.deferral_limit + terms.catch_up_limit
        found = solve(year_of(terms, paychecks, step), Wanted(Money(wish), Money(0), Money(10**10)))
        want = best_together(terms, paychecks, step, wish)
        outcome = found.outcome
        assert not found.judged.breaks_a_limit, seed
        amounts = (outcome.match + outcome.true_up, outcome.deferral + outcome.catch_up, outcome.after_tax)
        got = [int(m.cents) for m in amounts]
        assert got[0] <= want[0], (seed, got, want)
        if found.is_proven:
            proven += 1
            for reached, most in zip(got, want, strict=True):
                assert most - 99 <= reached <= most, (seed, got, want)
    assert proven >= YEARS // 20


def at(elections: object, day: object, which: int) -> Rate:
    """The deferral or after-tax number in force on a day."""
    numbers = [each for each in elections if each.since <= day][-1].regular  # type: ignore[attr-defined]
    share = (numbers.pre_tax, numbers.after_tax)[which]
    assert isinstance(share, Rate)
    return share


def in_steps(share: Rate, step: Fraction) -> int:
    return int(Fraction(int(share.top), int(share.bottom)) / step)


@pytest.mark.parametrize("part", range(4))
def test_small_years(part: int) -> None:
    for seed in range(part, YEARS, 4):
        agrees(seed)


@pytest.mark.parametrize("seed", [335, 424, 430, *range(600, 600 + YEARS // 8)])
def test_a_stop_of_payroll_never_costs_what_comes_first(seed: int) -> None:
    """With the stops that payroll has, no less match and deferral come than without any."""
    rng = random.Random(seed)
    terms = terms_of(rng)
    rng.random()
    stops = frozenset(stop for stop in ("deferrals", "annual-additions", "plan-caps") if rng.random() < 0.6)
    paychecks = paychecks_of(rng, 6)
    goal = Wanted(Money(terms.deferral_limit + terms.catch_up_limit), Money(0), Money(10**10))
    reached = []
    for these in (frozenset[str](), stops):
        terms.stops = these
        outcome = solve(year_of(terms, paychecks, Fraction(1, 20)), goal).outcome
        reached.append((outcome.match + outcome.true_up, outcome.deferral + outcome.catch_up))
    for without, with_stops in zip(*reached, strict=True):
        assert with_stops >= without - Money(99), seed


@pytest.mark.parametrize("search", [solve, solve_in_bulk])
def test_the_combined_cap_drops_no_cent_of_a_deferral(search: Callable[..., Solution]) -> None:
    """75% of $10.02 is withheld as $7.52: a cent more than a limit of $7.51, and the combined cap is of after-tax money alone."""
    terms = Terms([], combined_cap=Fraction(3, 4), deferral_limit=751)
    year = year_of(terms, [(1002, True, 0)], Fraction(1, 4))
    found = search(year, Wanted(Money(751), Money(0), Money(0)))
    assert not found.judged.breaks_a_limit
    assert found.outcome.deferral == Money(501)
    assert found.is_proven
