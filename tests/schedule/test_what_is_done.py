"""What earlier paychecks put in beyond a limit or a wish is done; the numbers to come do their best all the same.

Brute force on small years whose first paychecks follow numbers that nobody can change any more.
"""

from __future__ import annotations

import datetime
import os
import random
from fractions import Fraction
from itertools import product

from tests.schedule.generate import election, paychecks_of, terms_of, year_of
from tests.schedule.oracle import NONE, End, Terms, run

from megaroth.household.pay import Elections
from megaroth.kit.money import Money
from megaroth.schedule.goals import Wanted
from megaroth.schedule.solve import solve

YEARS = int(os.environ.get("MEGAROTH_SCHEDULE_YEARS", "80"))
NOTHING = (Fraction(0), Fraction(0))


def is_no_worse(terms: Terms, end: End, base: End) -> bool:
    """No limit is broken, and none that was broken before is broken by more."""
    pairs = (
        (end.deferral + end.catch_up + end.excess, terms.deferral_limit + terms.catch_up_limit,
         base.deferral + base.catch_up + base.excess),
        (end.additions, terms.additions_limit, base.additions),
        (end.after_tax, terms.after_tax_limit, base.after_tax),
        (end.deferral + end.after_tax, terms.combined_limit, base.deferral + base.after_tax),
    )  # fmt: skip
    return all(now <= max(limit, before) for now, limit, before in pairs)


def best_from(
    terms: Terms,
    paychecks: list[tuple[int, bool, int]],
    locked: list[tuple[Fraction, Fraction]],
    step: Fraction,
    wish: int,
) -> tuple[int, int, int]:
    """Match, deferrals and after-tax money at their best over all numbers of the paychecks that are left."""
    free, most = len(paychecks) - len(locked), int(1 / step)
    base = run(terms, paychecks, [*locked, *[NOTHING] * free])
    wish = max(wish, base.deferral + base.catch_up + base.excess)
    numbers = {(k,) * free for k in range(most + 1)}
    for place, k, j in product(range(1, free), range(most + 1), range(most + 1)):
        numbers.add((k,) * place + (j,) * (free - place))

    def highest(*caps: Fraction | None) -> int:
        return int(min([Fraction(1), *(cap for cap in caps if cap is not None)]) / step)

    tops = (highest(terms.deferral_cap, terms.combined_cap), highest(terms.after_tax_cap, terms.combined_cap))
    together, ends = highest(terms.combined_cap), []
    for x, y in product(numbers, numbers):
        if max(x) > tops[0] or max(y) > tops[1] or any(a + b > together for a, b in zip(x, y, strict=True)):
            continue
        end = run(terms, paychecks, [*locked, *((a * step, b * step) for a, b in zip(x, y, strict=True))])
        if is_no_worse(terms, end, base) and end.deferral + end.catch_up + end.excess <= wish:
            ends.append((end.match + end.true_up, end.deferral + end.catch_up + end.excess, end.after_tax))
    match = max(each[0] for each in ends)
    deferral = max(each[1] for each in ends if each[0] >= match - 99)
    return match, deferral, max(each[2] for each in ends if each[0] >= match - 99 and each[1] >= deferral - 99)


def test_what_is_done_does_not_keep_the_rest_from_its_best() -> None:
    broken = 0
    for seed in range(YEARS):
        rng = random.Random(seed)
        terms, step = terms_of(rng), Fraction(rng.choice([20, 25]), 100)
        paychecks = paychecks_of(rng, 4, 2)
        paychecks = [(pay, matched, 0) for pay, matched, _ in paychecks]
        done = rng.randrange(1, len(paychecks))
        then = (Fraction(rng.randrange(30, 90), 100), Fraction(rng.randrange(0, 60), 100))
        locked = [then] * done
        year = year_of(terms, paychecks, step)
        first_day = year.paychecks[done].date
        wish = min(rng.choice([NONE, rng.randrange(0, 1_500_000)]), terms.deferral_limit + terms.catch_up_limit)
        current = [Elections(datetime.date(2026, 1, 1), election(*then))]
        found = solve(year, Wanted(Money(wish), Money(0), Money(10**10)), current, first_day)
        want = best_from(terms, paychecks, locked, step, wish)
        base = run(terms, paychecks, [*locked, *[NOTHING] * (len(paychecks) - done)])
        outcome = found.outcome
        deferred = outcome.deferral + outcome.catch_up + outcome.excess
        got = [int(each.cents) for each in (outcome.match + outcome.true_up, deferred, outcome.after_tax)]
        for reached, most in zip(got, want, strict=True):
            assert most - 99 <= reached <= most, (seed, got, want)
        assert found.judged.breaks_a_limit == (not is_no_worse(terms, base, End())), seed
        broken += found.judged.breaks_a_limit
    assert broken > YEARS // 4
