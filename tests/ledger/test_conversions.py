"""Planning conversions: what waiting costs, worked by hand; and the table that helps to choose a destination."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from megaroth.kit.money import ZERO, Money, Rate, Rounding, dollars, percent
from megaroth.kit.words import portion
from megaroth.ledger.conversions import (
    FREQUENCIES,
    Facts,
    Terms,
    at_rate,
    cost_of_waiting,
    in_plan_or_roth_ira,
    plan_conversions,
)
from megaroth.ledger.model import total_of

PAYDAYS = [datetime.date(2026, month, 15) for month in range(1, 13)]
MADE = [(day, dollars(3_000)) for day in PAYDAYS]
RETURN, RATE = percent(7), percent(35)
TAX = at_rate(RATE)


def test_automatic_conversion_earns_nothing_before() -> None:
    plan = plan_conversions("automatic", 2026, MADE, RETURN, TAX)
    assert len(plan.conversions) == 12
    assert (plan.taxable, plan.tax, plan.left) == (ZERO, ZERO, ZERO)


def test_once_a_year_by_hand() -> None:
    """Each 3,000 earns 7% for its days to 31 December: the sum of 12 amounts, each half up."""
    plan = plan_conversions("annual", 2026, MADE, RETURN, TAX)
    days = [(datetime.date(2026, 12, 31) - day).days for day in PAYDAYS]
    earned = sum(int(Fraction(300_000 * 7 * each, 36_500) + Fraction(1, 2)) for each in days)
    assert plan.taxable == Money(earned)
    assert plan.tax == portion(Money(earned), RATE, Rounding.HALF_UP)
    assert plan.conversions[0].amount == dollars(36_000) + Money(earned)
    assert plan.conversions[0].basis == dollars(36_000)


def test_the_sooner_the_cheaper_and_nothing_is_lost() -> None:
    plans = cost_of_waiting(2026, MADE, RETURN, TAX)
    assert [plan.frequency for plan in plans] == list(FREQUENCIES)
    by = {plan.frequency: plan for plan in plans}
    taxes = [by[f].tax.cents for f in FREQUENCIES if f != "payday"]
    assert taxes == sorted(taxes)
    for plan in plans:
        basis = total_of(each.basis for each in plan.conversions)
        assert basis <= dollars(36_000)
        if plan.left == ZERO:
            assert basis == dollars(36_000)


def test_on_each_payday_the_earlier_contributions() -> None:
    plan = plan_conversions("payday", 2026, MADE, RETURN, TAX)
    assert len(plan.conversions) == 11
    assert plan.left > dollars(3_000)


def test_two_equal_contributions_of_one_day_are_two() -> None:
    plan = plan_conversions("annual", 2026, [(PAYDAYS[0], dollars(10)), (PAYDAYS[0], dollars(10))], percent(0), TAX)
    assert plan.conversions[0].amount == dollars(20)


def test_a_plan_that_converts_twice_a_year() -> None:
    plan = plan_conversions("monthly", 2026, MADE, RETURN, TAX, Terms(most_a_year=2))
    assert [each.on.month for each in plan.conversions] == [6, 12]
    assert [finding.code for finding in plan.findings] == ["conversions-limited"]
    assert plan.left == ZERO


@pytest.mark.parametrize(("minimum", "conversions"), [(0, 12), (5_000, 6), (40_000, 0)])
def test_a_minimum_waits(minimum: int, conversions: int) -> None:
    plan = plan_conversions("monthly", 2026, MADE, percent(0), TAX, Terms(minimum=dollars(minimum)))
    assert len(plan.conversions) == conversions
    assert total_of(each.amount for each in plan.conversions) + plan.left == dollars(36_000)


def test_by_phone_on_the_days_one_chooses() -> None:
    chosen = [datetime.date(2026, 7, 1), datetime.date(2025, 7, 1)]
    plan = plan_conversions("by-phone", 2026, MADE, percent(0), TAX, chosen=chosen)
    assert [(each.on, each.amount) for each in plan.conversions] == [(chosen[0], dollars(18_000))]
    assert plan.left == dollars(18_000)


def test_what_is_left_at_the_years_end_is_taxed_later_by_hand() -> None:
    """Two payments of 3,000 stay; 7% for 46 and 16 days on them is 26.47 and 9.21. The tax is that of all the income."""
    chosen = [datetime.date(2026, 10, 20)]
    plan = plan_conversions("by-phone", 2026, MADE, RETURN, TAX, chosen=chosen)
    assert plan.left == Money(603_568)
    cents = (int(plan.taxable.cents) + 3_568) * 35
    assert plan.cost == Money((cents + 50) // 100)


def test_a_tax_that_steps_is_asked_for_the_whole() -> None:
    """A household's tax is no rate: the first 100 of income is free here, the rest half."""

    def tax_on(income: Money) -> Money:
        return Money(max(int(income.cents) - 10_000, 0) // 2)

    annual = plan_conversions("annual", 2026, MADE, RETURN, tax_on)
    assert annual.tax == Money((annual.taxable.cents - 10_000) // 2)


def test_after_a_loss_nothing_is_taxed_and_the_basis_waits() -> None:
    plan = plan_conversions("quarterly", 2026, MADE, percent("7"), TAX, chosen=())
    loss = plan_conversions("quarterly", 2026, MADE, Rate(-7, 100), TAX)
    assert plan.taxable > ZERO
    assert (loss.taxable, loss.tax, loss.later) == (ZERO, ZERO, ZERO)
    assert total_of(each.amount for each in loss.conversions) < dollars(36_000)


def test_the_table_leans_where_the_facts_do_and_asks_elsewhere() -> None:
    rows = {row.about: row for row in in_plan_or_roth_ira(Facts(), 2026)}
    assert rows["what the plan allows"].leans == "ask"
    assert rows["rule of 55"].leans == "ask"
    assert rows["fees"].leans == "ask"
    known = Facts(52, 2019, 2024, "yes", "no", "NJ", percent("0.5"), percent("0.1"))
    rows = {row.about: row for row in in_plan_or_roth_ira(known, 2026)}
    assert rows["what the plan allows"].leans == "in-plan"
    assert rows["rule of 55"].leans == "in-plan"
    assert rows["five-year clock"].leans == "roth-ira"
    assert rows["fees"].leans == "roth-ira"
    assert rows["state"].leans == "ask"
