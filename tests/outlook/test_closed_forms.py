"""The deterministic outlook against formulas, the published comparison S32, and the limits in which it is plain arithmetic."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, getcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.outlook.households import CALM, FLAT, worth

from megaroth.kit.money import Money, dollars
from megaroth.outlook.answers import Way, WorthAnswer

getcontext().prec = 50
S32 = {
    "return_percent": 7, "inflation_percent": 0, "dividend_percent": 2, "yearly_amount": 38_000, "work_until_age": 59,
    "spend_age": 59, "payout_years": 1, "deposits": "end-of-year", "dividend_tax_percent": "23.8", "gain_tax_percent": "23.8",
}  # fmt: skip


def way(answer: WorthAnswer, name: str) -> Way:
    found = answer.way(name)
    assert found is not None
    return found


def cents(amount: Decimal) -> Money:
    return Money(int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP)))


def test_the_published_comparison() -> None:
    """S32: 38,000 a year for 20 years at 7%, beside a taxable account with 2% dividends taxed at 23.8%."""
    answer = worth(outlook=S32)
    assert way(answer, "mega").after_tax.plain() == "1557828.71"
    assert way(answer, "taxable").before_tax.plain() == "1479204.36"
    assert way(answer, "taxable").after_tax.plain() == "1348019.01"
    assert way(answer, "mega").ahead_by.plain() == "209809.69"


def test_the_trap_of_the_published_comparison_is_one_deposit() -> None:
    assert way(worth(outlook={**S32, "work_until_age": 40}), "mega").after_tax == cents(38_000 * Decimal("1.07") ** 19)


FREE = 59
"""Who is 40 in 2026, born in March, is 59½ in September of the year of 59."""
AMOUNTS = st.integers(1_000, 40_000)
YEARS = st.integers(1, 30)


@settings(max_examples=25, deadline=None)
@given(AMOUNTS, YEARS, st.integers(0, 12), st.integers(0, 10))
def test_roth_is_an_annuity_left_to_grow(amount: int, years: int, rate: int, rest: int) -> None:
    rest = max(39 + years + rest, FREE) - 39 - years
    outlook = {**S32, **FLAT, "yearly_amount": amount, "return_percent": rate, "work_until_age": 39 + years,
               "spend_age": 39 + years + rest, "dividend_percent": 0}  # fmt: skip
    growth = 1 + Decimal(rate) / 100
    annuity = sum((amount * growth**k for k in range(years)), Decimal(0)) * growth**rest
    answer = worth(outlook=outlook)
    assert way(answer, "mega").after_tax == cents(annuity)
    assert way(answer, "taxable").after_tax == cents(annuity)


@settings(max_examples=25, deadline=None)
@given(AMOUNTS, YEARS, st.integers(0, 12), st.integers(0, 60), st.integers(0, 9))
def test_never_converted_is_taxed_on_its_growth_alone(
    amount: int, years: int, rate: int, later: int, prices: int
) -> None:
    """Basis loses value with prices. Each year's amount is whole cents of that year: at most a cent a year from the formula."""
    outlook = {**S32, "yearly_amount": amount, "return_percent": rate, "inflation_percent": prices, "rate_later_percent": later,
               "work_until_age": 39 + years, "spend_age": 39 + years, "dividend_percent": 0}  # fmt: skip
    growth, price = 1 + Decimal(rate) / 100, 1 + Decimal(prices) / 100
    value = sum((amount * growth**k for k in range(years)), Decimal(0))
    basis = sum((amount / price**k for k in range(years)), Decimal(0))
    # Before 59½ the tenth comes on top, unless the employer was left in or after the year of 55.
    penalty = Decimal(10) if 39 + years < 55 else Decimal(0)
    expected = value - (value - basis) * (later + penalty) / 100
    assert abs(int(way(worth(outlook=outlook), "unconverted").after_tax.cents) - int(cents(expected).cents)) <= years


@settings(max_examples=15, deadline=None)
@given(AMOUNTS, YEARS, st.sampled_from(["automatic", "on-request"]))
def test_without_growth_every_way_gives_back_what_was_put_in(amount: int, years: int, conversion: str) -> None:
    outlook = {**CALM, "yearly_amount": amount, "work_until_age": 39 + years, "spend_age": 39 + years + 3}
    answer = worth(
        outlook=outlook,
        plan={"in_plan_conversion": conversion},
        debts=[{"name": "card", "balance": 9_000, "rate_percent": 0}],
    )
    for each in answer.ways:
        if each.name != "none":
            assert each.after_tax == each.before_tax == each.paid == Money(amount * years * 100), each.name
    assert answer.break_even == 2026


@settings(max_examples=15, deadline=None)
@given(AMOUNTS, YEARS, st.integers(0, 12), st.integers(0, 5))
def test_without_tax_every_way_is_the_same(amount: int, years: int, rate: int, prices: int) -> None:
    outlook = {**FLAT, "yearly_amount": amount, "return_percent": rate, "inflation_percent": prices, "turnover_percent": 30,
               "work_until_age": 39 + years, "spend_age": max(39 + years + 5, FREE)}  # fmt: skip
    answer = worth(outlook=outlook, plan={"in_plan_conversion": "on-request"})
    ends = {each.name: int(each.after_tax.cents) for each in answer.ways if each.name != "none"}
    assert max(ends.values()) - min(ends.values()) <= 1, ends


@settings(max_examples=15, deadline=None)
@given(AMOUNTS, YEARS, st.integers(1, 12))
def test_taxed_wholly_only_roth_keeps_its_growth(amount: int, years: int, rate: int) -> None:
    end = max(39 + years, FREE)
    outlook = {"dividend_tax_percent": 100, "gain_tax_percent": 100, "rate_now_percent": 100, "rate_later_percent": 100,
               "yearly_amount": amount, "return_percent": rate, "inflation_percent": 0, "dividend_percent": 1,
               "deposits": "end-of-year", "work_until_age": 39 + years, "spend_age": end}  # fmt: skip
    answer = worth(outlook=outlook)
    put_in = amount * years * 100
    assert abs(int(way(answer, "taxable").after_tax.cents) - put_in) <= 1
    assert abs(int(way(answer, "unconverted").after_tax.cents) - put_in) <= 1
    growth = 1 + Decimal(rate) / 100
    annuity = sum((amount * growth**k for k in range(years)), Decimal(0))
    assert way(answer, "mega").after_tax == cents(annuity * growth ** (end - 39 - years))


def test_waiting_for_the_conversion_costs_the_tax_on_half_a_year() -> None:
    """Once a year, contributions spread over it: half a year's growth is taxed at 40% each year."""
    outlook = {"return_percent": 6, "inflation_percent": 0, "dividend_percent": 0, "yearly_amount": 10_000, "rate_now_percent": 40,
               "work_until_age": 41, "spend_age": FREE}  # fmt: skip
    answer = worth(outlook=outlook, plan={"in_plan_conversion": "on-request", "conversions_per_year": 1})
    each = Decimal(10_300) - Decimal("0.4") * 300
    assert way(answer, "mega").after_tax == cents((each + each * Decimal("1.06")) * Decimal("1.06") ** (FREE - 41))


def test_a_debt_returns_its_rate_until_it_is_paid() -> None:
    outlook = {**FLAT, "return_percent": 0, "inflation_percent": 0, "dividend_percent": 0, "yearly_amount": 1_000, "work_until_age": 44,
               "spend_age": 44, "deposits": "end-of-year"}  # fmt: skip
    answer = worth(outlook=outlook, debts=[{"name": "loan", "balance": 100_000, "rate_percent": 10}])
    assert way(answer, "debt").after_tax == cents(sum((1_000 * Decimal("1.1") ** k for k in range(5)), Decimal(0)))
    paid = worth(
        outlook={**outlook, "yearly_amount": 50_000}, debts=[{"name": "loan", "balance": 100_000, "rate_percent": 10}]
    )
    # 50,000, then 50,000 + 5,000 of which 50,000 pays it off; from then on 10,000 of interest is saved each year.
    assert way(paid, "debt").after_tax == cents(Decimal(100_000 + 5_000 + 3 * 60_000))


def test_room_for_deferrals_is_filled_at_equal_cost() -> None:
    """At a rate of 25% a take-home dollar defers 1.333 dollars before tax; at the same rate later it comes to the same as Roth."""
    outlook: dict[str, Any] = {
        "return_percent": 5, "inflation_percent": 0, "dividend_percent": 0, "yearly_amount": 6_000, "rate_now_percent": 25,
        "rate_later_percent": 25, "gain_tax_percent": 0, "work_until_age": 45, "spend_age": 60,
    }  # fmt: skip
    answer = worth(outlook=outlook, job={"wishes": {"deferral": 12_000}})
    pre_tax, roth = way(answer, "pre_tax"), way(answer, "roth_deferral")
    assert abs(int(pre_tax.after_tax.cents) - int(roth.after_tax.cents)) <= 6
    lower = worth(outlook={**outlook, "rate_later_percent": 15}, job={"wishes": {"deferral": 12_000}})
    assert way(lower, "pre_tax").after_tax > way(lower, "roth_deferral").after_tax


def test_no_room_for_deferrals_no_such_way() -> None:
    assert worth(outlook=S32).way("pre_tax") is None


def test_the_law_may_close_the_way() -> None:
    open_, closed = worth(outlook=S32), worth(outlook={**S32, "closed_from": 2030})
    four = worth(outlook={**S32, "work_until_age": 43})
    assert way(closed, "mega").ahead_by == way(four, "mega").ahead_by
    assert way(closed, "mega").ahead_by < way(open_, "mega").ahead_by
    assert way(worth(outlook={**S32, "closed_from": 2026}), "mega").ahead_by == Money(0)


def test_one_year_is_worth_what_it_adds() -> None:
    """With flat rates the years add up: the first and last year as a comparison of their own."""
    answer = worth(outlook=S32)
    alone = worth(outlook={**S32, "work_until_age": 40})
    assert answer.this_year == way(alone, "mega").ahead_by
    shorter = worth(outlook={**S32, "work_until_age": 58})
    gap = int(way(answer, "mega").ahead_by.cents) - int(way(shorter, "mega").ahead_by.cents)
    assert abs(int(answer.one_more_year.cents) - gap) <= 1


def test_step_up_frees_the_gain_of_a_taxable_account() -> None:
    heirs = worth(outlook={**S32, "at_end": "step-up"})
    assert way(heirs, "taxable").after_tax == way(heirs, "taxable").before_tax
    assert way(heirs, "mega").ahead_by < way(worth(outlook=S32), "mega").ahead_by


@pytest.mark.parametrize(("early", "free"), [(45, 6), (50, 11)])
def test_early_access_is_what_was_paid_in(early: int, free: int) -> None:
    answer = worth(outlook={**S32, "early_age": early})
    assert way(answer, "mega").early == Money(free * 38_000_00)
    assert way(answer, "unconverted").early == Money(free * 38_000_00)
    assert way(answer, "taxable").early > Money(free * 38_000_00)


def test_five_years_must_pass_even_after_59_and_a_half() -> None:
    """Paid in once at 62, growing by a tenth: until the end of 2030 its growth is taxed at 40%, a taxable account's at 15%."""
    outlook = {"return_percent": 10, "inflation_percent": 0, "dividend_percent": 0, "yearly_amount": 10_000, "deposits": "end-of-year",
               "rate_now_percent": 40, "rate_later_percent": 40, "gain_tax_percent": 15, "dividend_tax_percent": 15,
               "work_until_age": 62, "spend_age": 70}  # fmt: skip
    answer = worth(outlook=outlook, people={"ana": {"born": "1964-03-14"}})
    grown = [10_000 * Decimal("1.1") ** year for year in range(9)]
    taxed = [value - Decimal("0.4") * (value - 10_000) for value in grown]
    assert list(way(answer, "mega").cash) == [cents(value) for value in (*taxed[:5], *grown[5:])]
    assert answer.break_even == 2031


def test_before_59_and_a_half_the_penalty_comes_on_top() -> None:
    """Paid in once at 50, born in March: growth is taxed at 40% and by the tenth until 58; from 59½, in the year of 59, it is free."""
    outlook = {"return_percent": 10, "inflation_percent": 0, "dividend_percent": 0, "yearly_amount": 10_000, "deposits": "end-of-year",
               "rate_now_percent": 40, "rate_later_percent": 40, "gain_tax_percent": 15, "dividend_tax_percent": 15,
               "work_until_age": 50, "spend_age": 62}  # fmt: skip
    answer = worth(outlook=outlook, people={"ana": {"born": "1976-03-14"}})
    grown = [10_000 * Decimal("1.1") ** year for year in range(13)]
    early = [value - Decimal("0.5") * (value - 10_000) for value in grown]
    assert list(way(answer, "mega").cash) == [cents(value) for value in (*early[:9], *grown[9:])]
    assert answer.break_even == 2035


def test_money_wanted_before_59_and_a_half_costs_the_tenth_on_its_growth() -> None:
    """10,000 at 50, doubled at 51: all at once 40% and a tenth of 10,000; in sixteen yearly parts the basis comes first.

    Eight parts of 1,250 fall before 59½ (51 to 58): 10,000, no more than was paid in, so nothing is taxed.
    """
    outlook = {"return_percent": 100, "inflation_percent": 0, "dividend_percent": 0, "yearly_amount": 10_000,
               "deposits": "end-of-year", "rate_now_percent": 40, "rate_later_percent": 40, "gain_tax_percent": 15,
               "dividend_tax_percent": 15, "work_until_age": 50, "spend_age": 51}  # fmt: skip
    at_once, in_ten, in_sixteen = (
        worth(outlook={**outlook, "payout_years": parts}, people={"ana": {"born": "1976-03-14"}})
        for parts in (1, 10, 16)
    )
    assert way(at_once, "mega").after_tax == dollars(15_000)
    # In ten parts eight come before 59½, 16,000 of 20,000: 6,000 of growth is taxed at 50%.
    assert way(in_ten, "mega").after_tax == dollars(17_000)
    assert way(in_sixteen, "mega").after_tax == dollars(20_000)
    # Never converted: each part is half growth; 40%, and on half of the parts a tenth.
    assert way(in_sixteen, "unconverted").after_tax == dollars(20_000 - 4_000 - 500)


def test_the_five_years_run_for_the_payout_too() -> None:
    """Paid in at 62 and 63, taken in four parts from 65 on (2029): the parts of 2029 and 2030 come before five years are over."""
    outlook = {"return_percent": 0, "inflation_percent": 0, "dividend_percent": 0, "yearly_amount": 10_000, "deposits": "end-of-year",
               "rate_now_percent": 40, "rate_later_percent": 40, "work_until_age": 62, "spend_age": 65}  # fmt: skip
    growing = {**outlook, "return_percent": 100}
    people = {"ana": {"born": "1964-03-14"}}
    assert way(worth(outlook={**outlook, "payout_years": 4}, people=people), "mega").after_tax == Money(1_000_000)
    # Grown to 80,000; two parts of 20,000 come early: 30,000 of growth taxed at 40%, without the tenth.
    assert way(worth(outlook={**growing, "payout_years": 4}, people=people), "mega").after_tax == Money(
        8_000_000 - 1_200_000
    )
