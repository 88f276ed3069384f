"""Net pay of one paycheck: what each tax and deduction takes, and what is left.

Knows one paycheck, its Form W-4 and the employer's year to date. Refuses to know the payroll calendar (`schedule` calls
it payday by payday) and local taxes. The state's part is its own published tables, or the user's own rates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from megaroth.kit.money import NONE, ZERO, Money, Rate
from megaroth.law.book import Law
from megaroth.law.withholding import Withholding, WithholdingStatus
from megaroth.law.withholding_of_states import StateMethod, StateTable
from megaroth.tax import fica, s_state_withholding, wages, withholding

SupplementalMethod: TypeAlias = Literal["flat", "aggregate"]


@dataclass(frozen=True, slots=True)
class W4:
    """Form W-4 as the employer has it. Amounts are annual, save `extra`, which is per paycheck.

    With `allowances` (a form of 2019 or earlier) the checkbox, credits, other income and deductions do not exist: they
    are refused with `ValueError`, and so are head of household and negative amounts.
    """

    status: WithholdingStatus = "single"
    step_2_checkbox: bool = False
    credits: Money = ZERO
    other_income: Money = ZERO
    deductions: Money = ZERO
    extra: Money = ZERO
    allowances: int | None = None
    exempt: bool = False

    def __post_init__(self) -> None:
        """Refuse what no form can say."""
        amounts = (self.credits, self.other_income, self.deductions)
        if any(amount < ZERO for amount in (*amounts, self.extra)) or (self.allowances or 0) < 0:
            raise ValueError("no entry of Form W-4 is negative")
        newer = self.step_2_checkbox or self.status == "head" or any(amount > ZERO for amount in amounts)
        if self.allowances is not None and newer:
            raise ValueError(
                "a Form W-4 of 2019 or earlier has allowances, single or married, and extra withholding only"
            )


@dataclass(frozen=True, slots=True)
class StateByTable:
    """A state's own tables for one employee: those of the status and the payroll period, and the allowances claimed."""

    method: StateMethod
    table: StateTable
    allowances: int = 0


@dataclass(frozen=True, slots=True)
class StateRates:
    """The user's own state rates: on regular wages, on supplemental wages, on FICA wages (disability insurance)."""

    regular: Rate = NONE
    supplemental: Rate = NONE
    payroll: Rate = NONE
    taxes_hsa: bool = False
    """California and New Jersey do not follow IRC §106(d)."""
    by_table: StateByTable | None = None
    """The state's own tables instead of the first two rates."""


@dataclass(frozen=True, slots=True)
class Paycheck:
    """One payment, in whole cents. A vest of RSUs is a paycheck of its own: its value is supplemental, net is shares.

    Deductions named `..._supplemental` come out of supplemental wages, the others out of regular ones.
    """

    periods: int
    """Pay periods of the year, Pub. 15-T Table 3: 52 weekly, 26 biweekly, 24 semimonthly, 12 monthly."""
    regular: Money = ZERO
    supplemental: Money = ZERO
    section_125: Money = ZERO
    hsa: Money = ZERO
    pre_tax: Money = ZERO
    """Elective deferrals before income tax, catch-up included."""
    pre_tax_supplemental: Money = ZERO
    roth: Money = ZERO
    after_tax: Money = ZERO
    espp: Money = ZERO
    other_after_tax: Money = ZERO
    regular_beside: Money = ZERO
    """Aggregate method only: wages for income tax already paid for the same (or the last) pay period by another paycheck."""


@dataclass(frozen=True, slots=True)
class YearToDate:
    """This employer's payments of the year before the paycheck: FICA wages (uncapped) and supplemental wages for income tax."""

    fica_wages: Money = ZERO
    supplemental: Money = ZERO


@dataclass(frozen=True, slots=True)
class NetPay:
    """The parts of a paycheck in whole cents: gross = net + every deduction and tax. A negative `net` cannot be paid."""

    gross: Money
    section_125: Money
    hsa: Money
    pre_tax: Money
    roth: Money
    after_tax: Money
    espp: Money
    other_after_tax: Money
    social_security: Money
    medicare: Money
    additional_medicare: Money
    federal: Money
    federal_supplemental: Money
    state: Money
    net: Money
    after: YearToDate
    """The year to date for the next paycheck."""


def net_pay(
    law: Law,
    tables: Withholding,
    w4: W4,
    paycheck: Paycheck,
    before: YearToDate = YearToDate(),
    state: StateRates = StateRates(),
    method: SupplementalMethod = "flat",
) -> NetPay:
    """What is left of one paycheck, and where the rest went.

    Raises `ValueError` when law and tables are of different years, or deductions before tax are more than their wages.
    """
    if law.year != tables.year:
        raise ValueError(f"law of {law.year} and withholding tables of {tables.year}")
    _refuse_impossible(paycheck)
    gross = paycheck.regular + paycheck.supplemental
    pre_tax = paycheck.pre_tax + paycheck.pre_tax_supplemental
    fica_base = wages.fica_wages(gross, paycheck.section_125, paycheck.hsa)
    regular = wages.income_tax_wages(paycheck.regular, paycheck.section_125, paycheck.hsa, paycheck.pre_tax)
    supplemental = wages.income_tax_wages(paycheck.supplemental, ZERO, ZERO, paycheck.pre_tax_supplemental)
    social_security = fica.social_security_tax(law, tables, fica_base, before.fica_wages)
    medicare = fica.medicare_tax(tables, fica_base)
    additional_medicare = fica.additional_medicare_tax(tables, fica_base, before.fica_wages)
    # A paycheck without regular wages is no payroll period of its own: no worksheet, no Step 4(c).
    federal = income_tax(tables, w4, regular, paycheck.periods) if paycheck.regular > ZERO else ZERO
    federal_supplemental = _supplemental_tax(tables, w4, paycheck, regular, supplemental, before, method)
    state_tax = wages.state_tax(fica_base, state.payroll)
    if state.by_table is None:
        state_tax += wages.state_tax(wages.state_wages(regular, paycheck.hsa, state.taxes_hsa), state.regular)
        state_tax += wages.state_tax(supplemental, state.supplemental)
    else:
        before_this = s_state_withholding.fica_so_far(tables, before.fica_wages, law.social_security_wage_base.amount)
        state_tax += _state_by_table(
            state.by_table, paycheck, regular, supplemental, social_security + medicare, before_this
        )
    taxes = social_security + medicare + additional_medicare + federal + federal_supplemental + state_tax
    kept = paycheck.section_125 + paycheck.hsa + pre_tax + paycheck.roth + paycheck.after_tax + paycheck.espp
    return NetPay(
        gross=gross,
        section_125=paycheck.section_125,
        hsa=paycheck.hsa,
        pre_tax=pre_tax,
        roth=paycheck.roth,
        after_tax=paycheck.after_tax,
        espp=paycheck.espp,
        other_after_tax=paycheck.other_after_tax,
        social_security=social_security,
        medicare=medicare,
        additional_medicare=additional_medicare,
        federal=federal,
        federal_supplemental=federal_supplemental,
        state=state_tax,
        net=gross - taxes - kept - paycheck.other_after_tax,
        after=YearToDate(before.fica_wages + fica_base, before.supplemental + supplemental),
    )


def income_tax(tables: Withholding, w4: W4, taxable: Money, periods: int) -> Money:
    """Federal income tax withheld from regular wages of one pay period: Worksheet 1A of Pub. 15-T."""
    if w4.exempt:
        return ZERO
    if w4.allowances is None:
        wage = withholding.adjusted_annual_wage(
            tables,
            taxable,
            periods,
            w4.other_income,
            w4.deductions,
            w4.status == "joint",
            w4.step_2_checkbox,
        )
    else:
        wage = withholding.adjusted_annual_wage_before_2020(tables, taxable, periods, w4.allowances)
    annual = withholding.annual_withholding(wage, tables.table(w4.status, w4.step_2_checkbox))
    return withholding.with_extra(withholding.after_credits(annual, w4.credits, periods), w4.extra)


def _state_by_table(
    by_table: StateByTable, paycheck: Paycheck, regular: Money, supplemental: Money, fica: Money, fica_before: Money
) -> Money:
    """What the state's tables take of regular wages, and its flat rate (or the tables) of supplemental ones."""
    method, table, allowances = by_table.method, by_table.table, by_table.allowances
    taxed = (method.taxes_deferrals, method.taxes_section_125, method.taxes_hsa)
    of_regular = s_state_withholding.wages_of_state(
        regular, paycheck.pre_tax, paycheck.section_125, paycheck.hsa, *taxed
    )
    extra = s_state_withholding.wages_of_state(supplemental, paycheck.pre_tax_supplemental, ZERO, ZERO, *taxed)
    off = s_state_withholding.fica_taken_off(fica, method.fica_deduction, fica_before)
    if paycheck.regular == ZERO:
        if method.alone is None:
            return s_state_withholding.withheld_by_state(table, extra, off, 0)
        return s_state_withholding.flat_of_state(extra, method.alone, table.whole_dollars)
    if method.together is None:
        return s_state_withholding.withheld_by_state(table, of_regular + extra, off, allowances)
    flat = s_state_withholding.flat_of_state(extra, method.together, table.whole_dollars)
    return s_state_withholding.withheld_by_state(table, of_regular, off, allowances) + flat


def _supplemental_tax(
    tables: Withholding,
    w4: W4,
    paycheck: Paycheck,
    regular: Money,
    supplemental: Money,
    before: YearToDate,
    method: SupplementalMethod,
) -> Money:
    """The mandatory flat rate above the threshold, also for the exempt; below it as the employer has chosen."""
    mandatory = withholding.mandatory_flat_tax(tables, supplemental, before.supplemental)
    below = withholding.supplemental_below_threshold(tables, supplemental, before.supplemental)
    if w4.exempt:
        return mandatory
    if method == "flat":
        return mandatory + withholding.optional_flat_tax(tables, below)
    beside = paycheck.regular_beside + regular
    # The extra of Step 4(c) is taken once, from the regular wages.
    plain = replace(w4, extra=ZERO)
    on_regular = income_tax(tables, plain, beside, paycheck.periods)
    on_all = income_tax(tables, plain, beside + below, paycheck.periods)
    return mandatory + withholding.aggregate_tax(on_all, on_regular)


def _refuse_impossible(paycheck: Paycheck) -> None:
    if paycheck.periods < 1:
        raise ValueError("a year has at least one pay period")
    if paycheck.section_125 + paycheck.hsa + paycheck.pre_tax > paycheck.regular:
        raise ValueError("benefits and deferrals before tax are more than the regular wages of the paycheck")
    if paycheck.pre_tax_supplemental > paycheck.supplemental:
        raise ValueError("deferrals before tax are more than the supplemental wages of the paycheck")
