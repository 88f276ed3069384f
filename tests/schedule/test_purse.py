"""What the search takes for granted of net pay, seen true on random paychecks: it asks for taxes only where this does not tell."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.schedule.test_solver import Fifth

from megaroth.household.cash_file import DeductionsFile
from megaroth.household.pay import Paycheck
from megaroth.household.payment import Cash
from megaroth.kit.money import ZERO, Money
from megaroth.law.book import law_for
from megaroth.law.withholding import withholding_for
from megaroth.plan.model import Plan
from megaroth.plan.payroll import Payroll
from megaroth.schedule.cash import ALWAYS_HELD, ROUNDING, Purse
from megaroth.schedule.year import JobYear, Limits, Made
from megaroth.tax.cash import JobCash
from megaroth.tax.net_pay import W4

LAW, TABLES = law_for(2026), withholding_for(2026)
W4S = st.one_of(
    st.builds(W4, st.sampled_from(["single", "joint", "head"]), st.booleans()),
    st.builds(W4, credits=st.integers(0, 400_000).map(Money), deductions=st.integers(0, 3_000_000).map(Money)),
    st.builds(W4, allowances=st.integers(0, 5)),
    st.just(W4(exempt=True)),
)


@st.composite
def years(draw: st.DrawFn) -> JobYear:
    """Paychecks of one salary with a raise and bonuses, past the wage base or not."""
    salary, raised = draw(st.integers(1, 6_000_000)), draw(st.integers(1, 6_000_000))
    paychecks = []
    for month in range(1, 13):
        bonus = draw(st.sampled_from([0, 0, 0, 0, 1_000_000, 150_000_000]))
        pay = (raised if month > 7 else salary) + bonus
        paychecks.append(Paycheck(datetime.date(2026, month, 28), Money(pay), supplemental=Money(bonus)))
    limits = Limits(*[Money(10**9)] * 9)
    return JobYear("job", 2026, Plan("plan", True), Payroll(), limits, 0, False, False, tuple(paychecks), Made(), True)


def purse_of(year: JobYear, w4: W4) -> Purse:
    return Purse(year, JobCash(LAW, w4, DeductionsFile(), 12, TABLES, True, ()), None)


@settings(max_examples=120, deadline=None)
@given(years(), W4S, st.integers(0, 11), st.tuples(st.integers(0, 1_000), st.integers(0, 1_000)))
def test_a_dollar_more_leaves_no_more_and_at_most_a_dollar_less(
    year: JobYear, w4: W4, number: int, thousandths: tuple[int, int]
) -> None:
    pay = int(year.paychecks[number].pay.cents)
    fewer, more = (pay * each // 1_000 for each in sorted(thousandths))
    for few, many in ((fewer, more), (fewer, fewer + 1 if fewer < pay else fewer)):
        before, after = (purse_of(year, w4)._net(number, each) for each in (few, many))
        assert before - (many - few) <= after <= before + ROUNDING
    assert 100 * purse_of(year, w4)._net(number, 0) >= ALWAYS_HELD * pay


@settings(max_examples=60, deadline=None)
@given(years(), W4S, st.lists(st.tuples(st.integers(0, 11), *[st.integers(0, 1_000)] * 3), min_size=1, max_size=12))
def test_what_is_told_without_asking_is_so(year: JobYear, w4: W4, asked: list[tuple[int, int, int, int]]) -> None:
    purse = purse_of(year, w4)
    for number, known, deferral, after_tax in asked:
        pay = int(year.paychecks[number].pay.cents)
        purse.left(number, pay * known // 1_000, 0)
        told = purse.surely(number, pay * deferral // 1_000, 0, pay * after_tax // 1_000)
        left = purse_of(year, w4).left(number, pay * deferral // 1_000, 0)
        assert left is not None
        assert told is None or told == (left >= pay * after_tax // 1_000)


@settings(max_examples=60, deadline=None)
@given(years(), W4S, st.booleans())
def test_paychecks_that_are_alike_are_found_from_both_ends_of_a_run(year: JobYear, w4: W4, is_federal: bool) -> None:
    cash: Cash = JobCash(LAW, w4, DeductionsFile(), 12, TABLES, True, ()) if is_federal else Fifth()
    purse = Purse(year, cash, ZERO)
    for number in range(12):
        assert cash.alike(purse._payment(number)) == cash.alike(purse._payment(purse.alike(number)))
