"""The search's quick formula says what the rules say, on random plans, pay and contributions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from megaroth.kit.money import NO_CAP, NO_LIMIT, Money, Rate
from megaroth.plan.match import employer_match
from megaroth.plan.model import MatchStep, Plan, Tier
from megaroth.schedule.formula import formula_of, terms_of

rates = st.builds(Rate, st.integers(0, 300), st.sampled_from([100, 200, 1_000, 300]))
amounts = st.integers(0, 40_000_000)
tiers = st.builds(
    Tier,
    rates,
    st.one_of(st.just(NO_CAP), rates),
    st.one_of(st.just(NO_LIMIT), st.builds(Money, amounts)),
    st.integers(0, 3),
    st.integers(2, 9),
)
plans = st.builds(
    Plan,
    st.just("plan"),
    st.just(True),
    match=st.lists(tiers, max_size=3).map(tuple),
    match_alternative=st.lists(tiers, max_size=2).map(tuple),
    match_steps=st.lists(st.builds(MatchStep, rates, rates), max_size=2).map(tuple),
    match_dollar_cap=st.one_of(st.just(NO_LIMIT), st.builds(Money, amounts)),
    match_pay_cap=st.one_of(st.just(NO_CAP), rates),
)


@settings(max_examples=300, deadline=None)
@given(plans, amounts, amounts, st.integers(0, 9))
def test_it_says_what_the_rules_say(plan: Plan, pay: int, matched: int, service: int) -> None:
    formula = formula_of(terms_of(plan, service))
    assert Money(formula(pay, matched)) == employer_match(plan, Money(pay), Money(matched), service)
