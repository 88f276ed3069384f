"""What a state takes: your own rate first, else its dated tables, else nothing, and which of them is said."""

from __future__ import annotations

from typing import Any

import pytest
from tests.outlook.households import worth

from megaroth.kit.money import NO_LIMIT, Money, Rate, dollars, percent
from megaroth.law.income_tax import Bands
from megaroth.outlook.of_state import by_tables, first_rate, known_from

PRICES = percent("2.5")
SHORT = {"work_until_age": 45, "spend_age": 50}


def said(**parts: Any) -> str:
    return next(each.says for each in worth(**parts).assumed if each.name == "state_percent")


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"state": "CA"}, "CA taxes by its brackets of 2026, edges moved with inflation: 9.3% on the next dollar now."),
        ({"state": "CA", "year": 2025}, "CA taxes by its brackets of 2025, edges moved with inflation: 9.3%"),
        ({"state": "NJ"}, "NJ taxes by its brackets of 2026, edges as they stand: 6.37% on the next dollar now."),
        ({"state": "IL"}, "4.95% on dividends and 0% on converted earnings on the next dollar now."),
        ({"state": "CA", "outlook": {"state_percent": 5}}, "at 5%, as you say."),
        ({"state": "CA", "tax": {"state_percent": "9.3"}}, "at 9.3%, as you say."),
        ({"state": "CA", "outlook": {"state_later_percent": 0}}, "When the money is spent: 0%, as you say."),
        ({"state": "OR", "job": {"deductions": {"state_percent": 8}}}, "at 8%, as you say."),
        ({"state": "CA", "job": {"deductions": {"state_percent": 8}}}, "CA taxes by its brackets"),
        ({"state": "TX"}, "TX has no income tax."),
        ({"state": "WA"}, "WA has no income tax (its tax on gains"),
        ({"state": "NY"}, "Income tax of NY is not counted, for the book does not know its rate at every income"),
        ({"state": "OR"}, "Income tax of OR is not counted"),
        ({}, "State income tax is not counted, for the file names no state"),
        # Ohio's rate is known from $105,000 on: for wages of 200,000, not for half of them later.
        ({"state": "OH"}, "When the money is spent it is not counted, for the book knows its rates only for incomes above $105,000.00, "
         "and yours would be below: write state_later_percent."),
        ({"state": "VA", "outlook": {"later_income": 34_491}}, "for the book knows its rates only for incomes above $40,000.00, and yours would be below"),
        # 40,000 of the tables are 34,491.87 of today's dollars in 2032, the first year without pay: prices rise 2.5% a year.
        ({"state": "VA", "outlook": {"later_income": 34_492}}, "VA taxes by its brackets of 2026, edges as they stand: 5.75% on the next dollar now. What it leaves out"),
        # 70,000 less 24,500 deferred is above 40,000 this year, but not after years in which prices rise and pay does not.
        ({"state": "VA", "job": {"pay": 70_000, "last_year_pay": 70_000}, "outlook": {"pay_growth_percent": 0, "inflation_percent": 5, "later_income": 90_000}},
         "Income tax of VA is counted only when the money is spent: for some year of work the book knows its rates only for incomes above $40,000.00"),
        ({"state": "OH", "job": {"pay": 120_000, "last_year_pay": 120_000}}, "Income tax of OH is not counted, for the book knows its rates only for incomes above $105,000.00"),
        ({"state": "VA"}, "What it leaves out of retirement income is not counted"),
        ({"state": "KY"}, "What it leaves out of retirement income is not counted"),
        ({"state": "CA", "outlook": {"dividend_tax_percent": 20, "gain_tax_percent": 20, "rate_now_percent": 40, "rate_later_percent": 30}},
         "State income tax is in the rates that you give."),
    ],
)  # fmt: skip
def test_which_rate_is_used_is_said(parts: dict[str, Any], says: str) -> None:
    parts = {**parts, "outlook": SHORT | parts.get("outlook", {})}
    assert says in said(**parts)


def rates(bands: Bands, incomes: tuple[int, ...]) -> list[str]:
    return [str(first_rate(bands, dollars(income))) for income in incomes]


def test_each_kind_of_income_has_the_state_s_own_rate() -> None:
    illinois, pennsylvania, arizona = (by_tables(state, "single", 2026, PRICES) for state in ("IL", "PA", "AZ"))
    assert [str(first_rate(each, dollars(50_000))) for each in (illinois.ordinary, illinois.dividends, illinois.gains)] == [
        "0%", "4.95%", "4.95%",
    ]  # fmt: skip
    assert [str(first_rate(each, dollars(50_000))) for each in (pennsylvania.gains, pennsylvania.pay)] == [
        "3.07%",
        "0%",
    ]
    assert [str(first_rate(each, dollars(50_000))) for each in (arizona.dividends, arizona.gains)] == ["2.5%", "1.875%"]


def test_iowa_leaves_what_is_taken_from_55_on() -> None:
    """Iowa Code §422.7(31): retirement income is free from 55 on; dividends are not."""
    young, old = (by_tables("IA", "single", 2026, PRICES, age) for age in (54, 55))
    assert (rates(young.ordinary, (50_000,)), rates(old.ordinary, (50_000,))) == (["3.8%"], ["0%"])
    assert rates(old.dividends, (50_000,)) == ["3.8%"]


def test_edges_of_the_year_before_move_by_a_year_of_prices() -> None:
    """California, single: the 9.3% bracket begins at 72,724 above the deduction of 5,706, of 2025; a year at 2.5% later at 80,390.75."""
    bands = by_tables("CA", "single", 2026, PRICES).ordinary
    assert [str(first_rate(bands, Money(cents))) for cents in (8_039_074, 8_039_075)] == ["8%", "9.3%"]
    assert known_from(bands, Money(0))
    # However fast prices rise, the edge lies where the tables leave it open: at most 6% above.
    fast = by_tables("CA", "single", 2026, percent("20")).ordinary
    assert [str(first_rate(fast, Money(cents))) for cents in (8_313_579, 8_313_580)] == ["8%", "9.3%"]


def test_what_no_index_moves_loses_value() -> None:
    """New Jersey, single: the 10.75% bracket begins at 1,001,000 with the exemption; at half the value of money at 500,500."""
    state = by_tables("NJ", "single", 2026, PRICES)
    assert not state.moves
    half = state.bands("gains", 0.5)
    assert [str(first_rate(half, dollars(income))) for income in (500_499, 500_500)] == ["8.97%", "10.75%"]
    assert half[-1].up_to == NO_LIMIT
    assert by_tables("CA", "single", 2025, PRICES).moves


def test_a_gap_in_the_rates_is_not_bridged() -> None:
    ohio = by_tables("OH", "single", 2026, PRICES).ordinary
    assert known_from(ohio, dollars(105_000))
    assert not known_from(ohio, dollars(104_999))
    assert not known_from(by_tables("NY", "single", 2026, PRICES).ordinary, dollars(300_000))


def test_a_state_without_tax_costs_nothing_and_california_makes_the_taxable_account_worse() -> None:
    none, texas, california = (worth(state=state, outlook=SHORT).ways[0].ahead_by for state in ("NY", "TX", "CA"))
    assert none == texas
    assert california > texas


def test_one_flat_state_is_its_own_rate() -> None:
    """North Carolina takes 3.99% of everything, so its tables and that rate as one's own come to the same cents."""
    tables = worth(state="NC", plan={"in_plan_conversion": "on-request"}, outlook=SHORT)
    own = worth(
        plan={"in_plan_conversion": "on-request"},
        outlook={**SHORT, "state_percent": "3.99", "state_later_percent": "3.99"},
    )
    assert [way.after_tax for way in tables.ways] == [way.after_tax for way in own.ways]
    assert Rate(399, 10_000) == percent("3.99")


def test_the_sensitivity_compares_with_no_state_tax() -> None:
    answer = worth(state="CA", sensitivity=True, outlook=SHORT)
    moved = next(each for each in answer.sensitivity if each.what == "State income tax")
    assert (moved.low, moved.high, moved.ahead_high) == ("none", "as CA taxes", answer.ways[0].ahead_by)
    assert moved.ahead_low == worth(outlook=SHORT).ways[0].ahead_by
