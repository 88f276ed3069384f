"""The solver reaches the optimum that brute force finds, in every goal, on random small years."""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest
from tests.schedule.generate import cheques_of, terms_of, year_of
from tests.schedule.oracle import best

from megaroth.kit.money import Money
from megaroth.schedule.goals import Wanted
from megaroth.schedule.solve import solve

YEARS = int(os.environ.get("MEGAROTH_SCHEDULE_YEARS", "60"))


def agrees(seed: int) -> None:
    rng = random.Random(seed)
    terms = terms_of(rng)
    step = Fraction(rng.choice([5, 8, 10, 20]), 100)
    cheques = cheques_of(rng, 4)
    wish = rng.choice([terms.deferral_limit + terms.catch_up_limit, rng.randrange(0, 1_500_000)])
    wish = min(wish, terms.deferral_limit + terms.catch_up_limit)
    after_tax = rng.choice([10**10, rng.randrange(0, 1_000_000)])
    want = best(terms, cheques, step, wish, after_tax)
    found = solve(year_of(terms, cheques, step), Wanted(Money(wish), Money(0), Money(after_tax)))
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
