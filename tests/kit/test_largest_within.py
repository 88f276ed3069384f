"""The search that estimates finds the same cent as plain halving, alone and in a column."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from megaroth.kit.column import column, groups_of
from megaroth.kit.money import NO_CAP, NO_LIMIT, ZERO, Money, Rate
from megaroth.kit.words import choose, largest_that_fits, largest_within
from megaroth.plan.match import employer_match
from megaroth.plan.model import MatchStep, Plan, Tier

amounts = st.one_of(st.integers(0, 5), st.integers(0, 4_000), st.integers(0, 4_000_000))
tiers = st.builds(
    Tier,
    st.builds(Rate, st.integers(0, 5), st.integers(1, 4)),
    st.one_of(st.just(NO_CAP), st.builds(Rate, st.integers(0, 9), st.just(100))),
    st.one_of(st.just(NO_LIMIT), st.builds(Money, amounts)),
)
steps = st.builds(MatchStep, *[st.builds(Rate, st.integers(0, 9), st.just(100))] * 2)
plans = st.builds(
    lambda tiers, steps, most: Plan("any", True, match=tiers, match_steps=steps, match_dollar_cap=most),
    st.lists(tiers, max_size=3).map(tuple),
    st.lists(steps, max_size=2).map(tuple),
    st.one_of(st.just(NO_LIMIT), st.builds(Money, amounts)),
)
rows = st.lists(
    st.tuples(amounts, st.one_of(st.just(0), amounts, amounts.map(lambda cents: -cents)), amounts, amounts),
    min_size=1,
    max_size=9,
)


@given(plans, rows)
def test_the_same_cent_as_halving(plan: Plan, people: list[tuple[int, int, int, int]]) -> None:
    def uses(amount: Money, pay: Money, made: Money) -> Money:
        return choose(amount <= made, ZERO, amount + employer_match(plan, pay, amount, 0))

    upto, within, pay, made = (column(list(each)) for each in zip(*people, strict=True))
    together = largest_within(upto, within, lambda amount: uses(amount, pay, made))
    for at, (most, limit, paid, done) in enumerate(people):

        def used(amount: Money, paid: int = paid, done: int = done) -> Money:
            return uses(amount, Money(paid), Money(done))

        def fits(amount: Money, limit: int = limit, used: object = used) -> bool:
            return bool(used(amount) <= Money(limit))  # type: ignore[operator]

        halved = largest_that_fits(Money(most), fits)
        alone = largest_within(Money(most), Money(limit), used)
        assert alone == halved
        assert together.cents[at] == halved.cents  # type: ignore[index]


@given(st.lists(st.integers(0, 300), min_size=1, max_size=50))
def test_every_row_is_in_its_group_once(which: list[int]) -> None:
    seen = np.full(len(which), -1)
    for group, places in groups_of(np.array(which)):
        assert (seen[places] == -1).all()
        seen[places] = group
    assert seen.tolist() == which


def test_a_row_in_which_not_even_nothing_fits_stays_at_nothing() -> None:
    """Beside a row that is still searched: its own tries went below nothing once."""
    upto, within, lift = column([0, 1_000_000]), column([50, 500_003]), column([51, 0])

    def uses(amount: Money) -> Money:
        return amount + lift + choose(amount > Money(999), Money(7), ZERO)

    found = largest_within(upto, within, uses)
    assert list(found.cents) == [0, 499_996]  # type: ignore[arg-type]
