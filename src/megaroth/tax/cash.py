"""The cash of one job's paychecks: a Form W-4, deductions and the year's tables, asked paycheck by paycheck.

Knows which part of a paycheck is regular, supplemental or paid in shares. Refuses to know limits, plans and elections.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from megaroth.household.cash_file import DeductionsFile, W4File
from megaroth.household.model import Household, Job
from megaroth.household.payment import Payment
from megaroth.kit.money import ZERO, Money, Rate, Rounding
from megaroth.kit.words import least, portion, remaining
from megaroth.law.book import Law
from megaroth.law.rates_of_states import WITHOUT_INCOME_TAX
from megaroth.law.withholding import Withholding, WithholdingStatus, withholding_for, withholding_years
from megaroth.law.withholding_of_states import state_editions, states_with_tables
from megaroth.tax.net_pay import W4, Paycheck, StateByTable, StateRates, YearToDate, net_pay

_STATUS: dict[str, WithholdingStatus] = {"joint": "joint", "survivor": "joint", "head": "head"}


@dataclass
class JobCash:
    """Net pay of one job's payments."""

    law: Law
    w4: W4
    deductions: DeductionsFile
    periods: int
    tables: Withholding
    is_of_the_year: bool
    """False: tables of the nearest year; good enough to see what a paycheck can hold, never to be shown."""
    assumed: tuple[str, ...]
    """What was not stated, in words."""
    by_table: tuple[tuple[datetime.date, StateByTable], ...] = ()
    """The state's own tables, each with the first payday on which it holds; nothing: the user's own rates."""
    known: dict[Payment, Money] = field(default_factory=dict)

    @property
    def takes_only_federal(self) -> bool:
        """Whether nothing but FICA and income tax by the tables comes off a paycheck."""
        is_plain = self.deductions == DeductionsFile() and not self.by_table
        return is_plain and bool(self.w4.extra + self.w4.other_income == ZERO)

    def net(self, payment: Payment) -> Money:
        """What is left in cash, or in shares of a payment in shares; below zero where the payment cannot hold it all."""
        payment = self.alike(payment)
        if payment not in self.known:
            self.known[payment] = self._net(payment)
        return self.known[payment]

    def alike(self, payment: Payment) -> Payment:
        """The first payment of the year that bears the same taxes: what came before matters at three thresholds only."""
        before = payment.wages_before
        since, state = self._state_on(payment.on)
        payment = replace(payment, on=since)
        if state is not None and state.method.fica_deduction > ZERO:
            return payment  # what the state takes depends on all that was paid before
        after = before + payment.regular + payment.supplemental + payment.in_kind
        base, threshold = self.law.social_security_wage_base.amount, self.tables.additional_medicare_threshold
        off = self.deductions
        lowest = before - Money((off.section_125.cents + off.hsa.cents) * payment.paychecks_before)
        paychecks, supplemental = payment.paychecks_before, payment.supplemental_before
        if after <= base and after <= threshold:
            before, paychecks = ZERO, 0
        elif lowest >= base and lowest >= threshold:
            before, paychecks = base + threshold, 0
        so_far = supplemental + payment.supplemental + payment.in_kind
        if so_far <= self.tables.supplemental_threshold:
            supplemental = ZERO
        return replace(payment, wages_before=before, paychecks_before=paychecks, supplemental_before=supplemental)

    def _state_on(self, day: datetime.date | None) -> tuple[datetime.date | None, StateByTable | None]:
        """The state's tables of a day, and since when they hold."""
        found: tuple[datetime.date | None, StateByTable | None] = (None, None)
        for since, by_table in self.by_table:
            if found[1] is None or (day is not None and since <= day):
                found = (since, by_table)
        return found

    def _net(self, payment: Payment) -> Money:
        if payment.kind == "espp" and payment.in_kind > ZERO:
            return payment.in_kind
        off = self.deductions
        cash = payment.regular + payment.supplemental
        regular = payment.regular
        section_125 = least(off=off.section_125, wages=regular)
        hsa = least(off=off.hsa, wages=remaining(of=regular, section_125=section_125))
        of_supplemental = _share(payment.pre_tax, payment.supplemental, cash)
        of_regular = payment.pre_tax - of_supplemental
        beyond = remaining(of=of_regular + section_125 + hsa, wages=regular)
        if beyond > ZERO:
            return ZERO - beyond
        lowered = Money((off.section_125.cents + off.hsa.cents) * payment.paychecks_before)
        paid = net_pay(
            self.law,
            self.tables,
            self.w4,
            Paycheck(
                periods=self.periods,
                regular=regular,
                supplemental=payment.supplemental + payment.in_kind,
                section_125=section_125,
                hsa=hsa,
                pre_tax=of_regular,
                pre_tax_supplemental=of_supplemental,
                after_tax=payment.after_taxes,
                espp=portion(payment.eligible, off.espp_percent, Rounding.HALF_UP),
                other_after_tax=off.after_tax if regular > ZERO else ZERO,
            ),
            YearToDate(remaining(of=payment.wages_before, lowered=lowered), payment.supplemental_before),
            StateRates(
                off.state_percent,
                off.state_supplemental_percent,
                off.state_payroll_percent,
                off.state_taxes_hsa,
                self._state_on(payment.on)[1],
            ),
            off.supplemental,
        )
        return paid.net


def job_cash(law: Law, household: Household, job: Job) -> JobCash | None:
    """The cash of a job with a pay table, from its file; None where there is nothing to reckon with."""
    if job.year_of_pay is None:
        return None
    written, off = household.people[job.person].w4, job.deductions
    years = withholding_years()
    nearest = min(years, key=lambda year: abs(year - int(law.year)))
    tables = withholding_for(nearest)
    form = _form(written, household.filing)
    by_table = _state_tables(household, job, form, nearest)
    assumed = []
    if written is None:
        assumed.append("Form W-4 with your filing status and nothing else entered")
    if by_table:
        assumed.append(_told(by_table[-1][1], form, nearest))
    elif household.state not in WITHOUT_INCOME_TAX and (off is None or int(off.state_percent.top) == 0):
        held = ", ".join(states_with_tables(nearest))
        assumed.append("no state tax" + (f" (own tables of {nearest} are held for {held})" if held else ""))
    if off is None:
        assumed.append("no benefits or other deductions")
    return JobCash(
        law,
        form,
        off or DeductionsFile(),
        job.year_of_pay.periods,
        tables if nearest == law.year else replace(tables, year=law.year),
        nearest == law.year,
        tuple(assumed),
        by_table,
    )


def _state_tables(
    household: Household, job: Job, form: W4, year: int
) -> tuple[tuple[datetime.date, StateByTable], ...]:
    """The state's own tables, where the book has them for this pay, and the file does not state a rate of its own."""
    pay, off, found = job.year_of_pay, job.deductions, []
    if pay is None or (off is not None and int(off.state_percent.top) > 0):
        return ()
    salary = max([pay.annual, *(amount for _, amount in pay.raises)], key=lambda money: int(money.cents))
    for since, method in state_editions(year, household.state):
        as_single = method.two_incomes_as_single and form.status == "joint" and form.step_2_checkbox
        table = method.table("single" if as_single else form.status, pay.periods)
        if table is None or salary >= method.regular_below or pay.eligible + pay.other >= method.total_below:
            return ()
        found.append((since, StateByTable(method, table, off.state_allowances if off else 0)))
    return tuple(found)


def _told(by_table: StateByTable, form: W4, year: int) -> str:
    """What the state's tables rest on."""
    count, method, table = by_table.allowances, by_table.method, by_table.table
    claimed = f", {count} allowance{'' if count == 1 else 's'}" if table.credits or table.allowance > ZERO else ""
    return (
        f"{method.state} withholding by its tables of {year} ({method.form}: {form.status}{claimed}), "
        "and no city tax, disability insurance or family leave"
    )


def _form(written: W4File | None, filing: str) -> W4:
    if written is None:
        return W4(_STATUS.get(filing, "single"))
    return W4(
        written.status,
        written.step_2_checkbox,
        written.step_3_credits,
        written.step_4a_other_income,
        written.step_4b_deductions,
        written.step_4c_extra,
        written.allowances,
        written.exempt,
    )


def _share(amount: Money, part: Money, whole: Money) -> Money:
    if part == ZERO or whole == ZERO:
        return ZERO
    return least(share=portion(amount, Rate(part.cents, whole.cents), Rounding.HALF_UP), part=part)
