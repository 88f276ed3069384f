"""The solver reaches the optimum that brute force finds, in every goal, on random small years."""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest
from tests.schedule.generate import cheques_of, terms_of, year_of
from tests.schedule.oracle import best

from megaroth.household.payment import Payment
from megaroth.kit.money import Money
from megaroth.schedule.cash import Purse
from megaroth.schedule.goals import Wanted
from megaroth.schedule.solve import solve

YEARS = int(os.environ.get("MEGAROTH_SCHEDULE_YEARS", "60"))


class Fifth:
    """A tax of a fifth on what is not deferred before it."""

    is_of_the_year = True
    assumed = ()
    takes_only_federal = False

    def net(self, payment: Payment) -> Money:
        taxed = int((payment.regular + payment.supplemental - payment.pre_tax).cents)
        return Money(taxed - (taxed + 2) // 5) - payment.after_taxes


def agrees(seed: int) -> None:
    rng = random.Random(seed)
    terms = terms_of(rng)
    step = Fraction(rng.choice([5, 8, 10, 20]), 100)
    cheques = cheques_of(rng, 4)
    wish = rng.choice([terms.deferral_limit + terms.catch_up_limit, rng.randrange(0, 1_500_000)])
    wish = min(wish, terms.deferral_limit + terms.catch_up_limit)
    after_tax = rng.choice([10**10, rng.randrange(0, 1_000_000)])
    year = year_of(terms, cheques, step)
    need = rng.choice([None, Money(rng.randrange(0, 700_000))])
    purse = Purse(year, Fifth(), need) if rng.random() < 0.5 else None

    def holds(place: int, deferral: int, after_tax: int) -> bool:
        """Written anew: a fifth of what is not deferred is tax, what is left covers the rest and the need."""
        pay = cheques[place][0]
        least = int(need.cents) if need is not None and pay - (pay + 2) // 5 >= int(need.cents) else 0
        return pay - deferral - (pay - deferral + 2) // 5 - after_tax >= least

    want = best(terms, cheques, step, wish, after_tax, holds=holds if purse else lambda *_: True)
    found = solve(year, Wanted(Money(wish), Money(0), Money(after_tax)), purse=purse)
    outcome = found.outcome
    assert not found.judged.breaks_a_limit, seed
    got = [
        int(m.cents) for m in (outcome.match + outcome.true_up, outcome.deferral + outcome.catch_up, outcome.after_tax)
    ]
    if not found.is_proven:
        return
    assert want[0] - 99 <= got[0] <= want[0], (seed, got, want)
    assert want[1] - 99 <= got[1] <= want[1], (seed, got, want)
    assert want[2] - 99 <= got[2] <= want[2], (seed, got, want)


@pytest.mark.parametrize("part", range(4))
def test_small_years(part: int) -> None:
    for seed in range(part, YEARS, 4):
        agrees(seed)
