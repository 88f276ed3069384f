"""Net pay against an oracle in plain fractions, and the published tables against the year's brackets."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from math import floor
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from megaroth.kit.money import ZERO, Money, Rate, dollars, parse_money, percent
from megaroth.law.book import UnknownYear, law_for, tax_rows
from megaroth.law.withholding import WithholdingStatus, withholding_for, withholding_years
from megaroth.tax.net_pay import W4, Paycheck, StateRates, YearToDate, income_tax, net_pay

RATES = [Fraction(rate, 100) for rate in (10, 12, 22, 24, 32, 35, 37)]
STATUSES: tuple[WithholdingStatus, ...] = ("single", "joint", "head")
# Pub. 15-T 2025 came before P.L. 119-21 raised the standard deduction: Rev. Proc. 2024-40 sec. 2.15.
DEDUCTION = {
    2025: {"single": 15_000, "joint": 30_000, "head": 22_500},
    2026: {"single": 16_100, "joint": 32_200, "head": 24_150},
}


def half_up(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))


@pytest.mark.parametrize("year", [2025, 2026])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("checkbox", [False, True])
def test_the_published_tables_follow_from_the_brackets(year: int, status: WithholdingStatus, checkbox: bool) -> None:
    """Standard: brackets above deduction less line 1g. Checkbox: half of brackets above half of the deduction."""
    tops = tax_rows(year)["ordinary"][status]["upper"]
    deduction = DEDUCTION[year][status]
    shift = deduction - (12_900 if status == "joint" else 8_600)
    share = Fraction(1, 2) if checkbox else Fraction(1)
    exact = [Fraction(0), *([deduction * share] if checkbox else [Fraction(shift)])]
    exact += [(top + (deduction if checkbox else shift)) * share for top in tops]
    tax, bases, below = Fraction(0), [Fraction(0), Fraction(0)], 0
    for top, rate in zip(tops, RATES, strict=False):
        tax += (top - below) * rate
        bases.append(tax * share)
        below = top
    table = withholding_for(year).table(status, checkbox)
    assert [row.over for row in table] == [dollars(half_up(over)) for over in exact]
    assert [row.base for row in table] == [Money(half_up(base * 100)) for base in bases]
    assert [Fraction(int(row.rate.top), int(row.rate.bottom)) for row in table] == [Fraction(0), *RATES]


def test_a_year_without_tables_is_refused() -> None:
    assert withholding_years() == [2025, 2026]
    with pytest.raises(UnknownYear, match="2027"):
        withholding_for(2027)


def of_year(wages: Fraction, year: int, status: str, w4: W4) -> Fraction:
    """Withholding of a year from the brackets themselves: no table, no worksheet, no rounding."""
    if w4.allowances is not None:
        left = wages - 4_300 * w4.allowances - (DEDUCTION[year][status] - (12_900 if status == "joint" else 8_600))
    elif w4.step_2_checkbox:
        left = 2 * (wages + dollar(w4.other_income) - dollar(w4.deductions)) - DEDUCTION[year][status]
    else:
        left = wages + dollar(w4.other_income) - dollar(w4.deductions) - DEDUCTION[year][status]
        if wages + dollar(w4.other_income) - dollar(w4.deductions) < 0:
            left = Fraction(0)
    tax, below = Fraction(0), 0
    for top, rate in zip([*tax_rows(year)["ordinary"][status]["upper"], None], RATES, strict=True):
        tax += max(min(left, Fraction(top)) if top else left, Fraction(below)) * rate - below * rate
        below = top or below
    return tax / 2 if w4.step_2_checkbox else tax


def dollar(amount: Money) -> Fraction:
    return Fraction(int(amount.cents), 100)


CENTS = st.integers(0, 4_000_000)
YEARLY = st.integers(0, 3_000_000).map(Money)
NEW = st.builds(
    W4,
    status=st.sampled_from(STATUSES),
    step_2_checkbox=st.booleans(),
    credits=YEARLY,
    other_income=YEARLY,
    deductions=YEARLY,
    extra=st.integers(0, 50_000).map(Money),
)
OLD = st.builds(W4, status=st.sampled_from(["single", "joint"]), allowances=st.integers(0, 12), extra=YEARLY)
PERIODS = st.sampled_from([12, 24, 26, 52])


@given(st.sampled_from([2025, 2026]), st.one_of(NEW, OLD), CENTS, PERIODS)
def test_the_worksheet_is_the_years_tax_spread_over_the_paychecks(year: int, w4: W4, cents: int, periods: int) -> None:
    """Within what rounding of the worksheet's lines, and of the checkbox tables to whole dollars, can do."""
    found = income_tax(withholding_for(year), w4, Money(cents), periods)
    annual = of_year(Fraction(cents * periods, 100), year, w4.status, w4)
    wanted = max((annual - dollar(w4.credits)) / periods, Fraction(0)) + dollar(w4.extra)
    # A boundary of the checkbox table is up to half a dollar off; rates step by at most 10 points there.
    slack = Fraction(2, 100) + (Fraction(1, 10) / periods if w4.step_2_checkbox else 0)
    assert abs(dollar(found) - wanted) <= slack


@given(st.sampled_from([2025, 2026]), st.one_of(NEW, OLD), CENTS, PERIODS)
def test_the_worksheet_line_by_line(year: int, w4: W4, cents: int, periods: int) -> None:
    """To the cent: the lines of Worksheet 1A as one would fill them in, on the second way to write the tables."""
    line_1c = cents * periods
    if w4.allowances is None:
        line_1g = 0 if w4.step_2_checkbox else {"joint": 1_290_000}.get(w4.status, 860_000)
        line_2a = max(line_1c + int(w4.other_income.cents) - int(w4.deductions.cents) - line_1g, 0)
    else:
        line_2a = max(line_1c - w4.allowances * 430_000, 0)
    rows = withholding_for(year).table(w4.status, w4.step_2_checkbox)
    row = max((row for row in rows if int(row.over.cents) <= line_2a), key=lambda row: int(row.over.cents))
    rate = Fraction(int(row.rate.top), int(row.rate.bottom))
    line_2g = int(row.base.cents) + half_up((line_2a - int(row.over.cents)) * rate)
    line_3c = max(half_up(Fraction(line_2g, periods)) - half_up(Fraction(int(w4.credits.cents), periods)), 0)
    assert income_tax(withholding_for(year), w4, Money(cents), periods) == Money(line_3c + int(w4.extra.cents))


# A year of paychecks


@given(
    st.lists(st.tuples(st.integers(100_000, 3_000_000), st.integers(0, 60_000_000)), min_size=1, max_size=8),
    st.sampled_from([2025, 2026]),
)
def test_a_year_of_paychecks(pairs: list[tuple[int, int]], year: int) -> None:
    """FICA and flat supplemental tax of the year from its totals; every paycheck's parts make its gross."""
    law, tables, before = law_for(year), withholding_for(year), YearToDate()
    state = StateRates(percent("6"), percent("10.23"), percent("1.1"), taxes_hsa=True)
    made = []
    for regular, supplemental in pairs:
        paycheck = Paycheck(
            12,
            Money(regular),
            Money(supplemental),
            section_125=Money(10_000),
            hsa=Money(20_000),
            pre_tax=Money(regular // 10),
            pre_tax_supplemental=Money(supplemental // 20),
            roth=Money(1_000),
            after_tax=Money(2_000),
            espp=Money(3_000),
            other_after_tax=Money(400),
        )
        paid = net_pay(law, tables, W4(), paycheck, before, state)
        parts = [getattr(paid, f.name) for f in dataclasses.fields(paid) if f.name not in ("gross", "after")]
        assert sum(int(part.cents) for part in parts) == paid.gross.cents == regular + supplemental
        made.append(paid)
        before = paid.after
    fica = sum(regular + supplemental - 30_000 for regular, supplemental in pairs)
    bonus = sum(supplemental - supplemental // 20 for _, supplemental in pairs)
    assert before == YearToDate(Money(fica), Money(bonus))
    base = {2025: 17_610_000, 2026: 18_450_000}[year]

    def close(name: str, exact: Fraction) -> bool:
        return abs(sum(int(getattr(paid, name).cents) for paid in made) - exact) <= len(made)

    assert close("social_security", Fraction(62, 1000) * min(fica, base))
    assert close("medicare", Fraction(145, 10_000) * fica)
    assert close("additional_medicare", Fraction(9, 1000) * max(fica - 20_000_000, 0))
    million = 100_000_000
    assert close(
        "federal_supplemental", Fraction(22, 100) * min(bonus, million) + Fraction(37, 100) * max(bonus - million, 0)
    )


# By hand


def test_a_paycheck_by_hand() -> None:
    """2026, single, biweekly: 8,000 regular, 300 benefits, 100 HSA, 800 pre-tax, 500 after-tax.

    FICA wages 7,600: 471.20, 110.20. Income tax wages 6,800 x 26 = 176,800 - 8,600 = 168,200;
    17,966 + 24% x 55,000 = 31,166; / 26 = 1,198.69. State 5%: 340. Net 8,000 - 300 - 100 - 800 - 500 - 2,120.09.
    """
    paycheck = Paycheck(
        26,
        dollars(8_000),
        section_125=dollars(300),
        hsa=dollars(100),
        pre_tax=dollars(800),
        after_tax=dollars(500),
    )
    paid = net_pay(law_for(2026), withholding_for(2026), W4(), paycheck, state=StateRates(percent("5")))
    taxes = (paid.social_security, paid.medicare, paid.additional_medicare, paid.federal, paid.state)
    assert taxes == tuple(map(parse_money, ("471.20", "110.20", "0", "1198.69", "340.00")))
    assert paid.net == parse_money("4179.91")


def test_a_vest_by_hand() -> None:
    """2026: 150,000 of RSUs vest after 100,000 of wages and 900,000 supplemental wages (so FICA wages of 1,000,000).

    No social security; Medicare 2,175; additional 1,350; 22% of 100,000 and 37% of 50,000 = 40,500. No Step 4(c).
    """
    paid = net_pay(
        law_for(2026),
        withholding_for(2026),
        W4(extra=dollars(500)),
        Paycheck(26, supplemental=dollars(150_000)),
        YearToDate(dollars(1_000_000), dollars(900_000)),
    )
    assert (paid.social_security, paid.medicare, paid.additional_medicare) == (
        ZERO,
        parse_money("2175"),
        parse_money("1350"),
    )
    assert paid.federal == ZERO
    assert paid.federal_supplemental == dollars(40_500)
    assert paid.net == parse_money("105975")


@pytest.mark.parametrize("beside", [True, False])
def test_the_aggregate_method_by_hand(beside: bool) -> None:
    """2026, single, monthly: 5,000 regular, 2,000 bonus, in one paycheck or two; 50 extra is taken once.

    5,000: 51,400 -> 1,240 + 12% x 31,500 = 5,020; / 12 = 418.33. 7,000: 75,400 -> 5,800 + 22% x 17,500 = 9,650;
    / 12 = 804.17. On the bonus 385.84.
    """
    regular = ZERO if beside else dollars(5_000)
    paycheck = Paycheck(12, regular, dollars(2_000), regular_beside=dollars(5_000) if beside else ZERO)
    w4 = W4(extra=dollars(50))
    paid = net_pay(law_for(2026), withholding_for(2026), w4, paycheck, method="aggregate")
    assert paid.federal_supplemental == parse_money("385.84")
    assert paid.federal == (ZERO if beside else parse_money("468.33"))


def test_the_exempt_still_pay_the_mandatory_rate() -> None:
    paycheck = Paycheck(12, dollars(10_000), dollars(1_100_000))
    for method in ("flat", "aggregate"):
        chosen: Literal["flat", "aggregate"] = method
        paid = net_pay(law_for(2026), withholding_for(2026), W4(exempt=True), paycheck, method=chosen)
        assert (paid.federal, paid.federal_supplemental) == (ZERO, dollars(37_000))


def test_a_paycheck_that_cannot_be_paid_is_negative() -> None:
    paycheck = Paycheck(26, dollars(1_000), after_tax=dollars(990))
    assert net_pay(law_for(2026), withholding_for(2026), W4(), paycheck).net < ZERO


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: W4(extra=Money(-1)),
        lambda: W4(credits=Money(-1)),
        lambda: W4(allowances=-1),
        lambda: W4(allowances=1, step_2_checkbox=True),
        lambda: W4(allowances=0, status="head"),
        lambda: W4(allowances=0, credits=Money(1)),
        lambda: net_pay(law_for(2025), withholding_for(2026), W4(), Paycheck(26)),
        lambda: net_pay(law_for(2026), withholding_for(2026), W4(), Paycheck(0)),
        lambda: net_pay(law_for(2026), withholding_for(2026), W4(), Paycheck(26, Money(9), pre_tax=Money(10))),
        lambda: net_pay(
            law_for(2026),
            withholding_for(2026),
            W4(),
            Paycheck(26, supplemental=Money(9), pre_tax_supplemental=Money(10)),
        ),
    ],
)
def test_what_cannot_be_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError):
        wrong()  # type: ignore[operator]


def test_no_state_is_no_state_tax() -> None:
    paid = net_pay(law_for(2026), withholding_for(2026), W4(), Paycheck(26, dollars(5_000)))
    assert paid.state == ZERO
    assert StateRates().regular == Rate(0, 1)
