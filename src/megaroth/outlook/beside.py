"""Pay that is not in the plan: stock that vests, deferred compensation, and what another dollar of income is taxed.

Every number comes from the tax engine or the rules of withholding; where a year has no tables, nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from megaroth.household.model import Household, Job
from megaroth.kit.money import ZERO, Money, Rate, Rounding, dollars
from megaroth.kit.trace import Step, explaining
from megaroth.kit.words import portion
from megaroth.law.book import Row, rows_of
from megaroth.law.income_tax import IncomeTax
from megaroth.law.withholding import withholding_for, withholding_years
from megaroth.outlook.ahead import wages_of
from megaroth.outlook.reasons import lines_of_return, step
from megaroth.outlook.taxes import OnTop
from megaroth.room.answer import JobAnswer, RoomAnswer, room_answer
from megaroth.tax import withholding
from megaroth.tax.s61_income import Income

STEP = dollars(1_000)
"""A marginal rate is the tax on the next thousand dollars."""


@dataclass(frozen=True, slots=True)
class Vested:
    """Stock of one job that vests in the year: income tax withheld from it, income tax due on it, what is free."""

    job: str
    value: Money
    withheld: Money
    withheld_how: str
    due: Money
    short: Money
    """Due but not withheld."""
    cash: Money
    """What the shares sold at once leave after the income tax due; Social Security and Medicare not counted."""
    why: Step

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        amounts = {name: getattr(self, name).plain() for name in ("value", "withheld", "due", "short", "cash")}
        return {"job": self.job, "withheld_how": self.withheld_how, **amounts, "why": self.why.as_json()}


@dataclass(frozen=True, slots=True)
class Deferred:
    """Nonqualified deferred compensation of one job: the room with it and without."""

    job: str
    amount: Money
    lowers_eligible_pay: str
    room_without: Money | None
    room_with: Money | None
    pay_415_with: Money
    is_hce_next_year: bool
    why: Step

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        room = {name: _plain(getattr(self, name)) for name in ("room_without", "room_with")}
        return {"job": self.job, "amount": self.amount.plain(), "lowers_eligible_pay": self.lowers_eligible_pay, **room,
                "pay_415_with": self.pay_415_with.plain(), "is_hce_next_year": self.is_hce_next_year,
                "why": self.why.as_json()}  # fmt: skip


def return_of(answer: RoomAnswer, less: Money = ZERO) -> Income:
    """The wages of the year, as the plan leaves them, less some of them."""
    wages = wages_of([job.case for job in answer.jobs]) - less
    wages = wages if wages > ZERO else ZERO
    return Income(wages=wages, medicare_wages=wages)


def marginal_rate(tables: IncomeTax, beside: Income) -> Rate:
    """Federal income tax on the next thousand dollars of ordinary income."""
    more = OnTop(tables, beside, "ordinary").in_cents(STEP)
    return Rate(int(more.cents), int(STEP.cents))


def vested(answer: RoomAnswer, tables: IncomeTax | None) -> tuple[Vested, ...]:
    """Every vest of the year. It counts on top of the other wages; what `other_wages` already holds is not counted twice."""
    year = int(answer.law.year)
    if tables is None or int(tables.year) != year or year not in withholding_years():
        return ()
    tables_of_paychecks = withholding_for(year)
    found = []
    for vest in answer.household.wider.vests:
        job = next(job.case.job for job in answer.jobs if job.name == vest.job)
        counted = _smaller(vest.value, job.other_wages)
        with explaining() as of_return:
            due = OnTop(tables, return_of(answer, counted), "ordinary").in_cents(vest.value)
        withholding_rules: list[Step] = []
        if vest.withheld_percent is None:
            with explaining() as of_paycheck:
                above = withholding.mandatory_flat_tax(tables_of_paychecks, vest.value, ZERO)
                below = withholding.supplemental_below_threshold(tables_of_paychecks, vest.value, ZERO)
                withheld = above + withholding.optional_flat_tax(tables_of_paychecks, below)
            withholding_rules = of_paycheck.parts
            how = f"the flat rate for supplemental wages, {tables_of_paychecks.supplemental_rate}"
        else:
            withheld = portion(vest.value, vest.withheld_percent, Rounding.HALF_UP)
            how = f"{vest.withheld_percent}, as you say"
        short = due - withheld if due > withheld else ZERO
        cash = vest.value - _larger(due, withheld)
        why = step(
            "missing next April", "Due on the stock, on top of the other wages, less what is withheld from it.",
            "IRC §83(a), §3402; Reg. §31.3402(g)-1", short,
            [*withholding_rules, *(lines_of_return(part) for part in of_return.parts[-1:])], {"due": due, "withheld": withheld},
        )  # fmt: skip
        found.append(Vested(vest.job, vest.value, withheld, how, due, short, cash, why))
    return tuple(found)


def deferred_pay(answer: RoomAnswer) -> tuple[Deferred, ...]:
    """What deferring pay outside the plan does to it: it leaves 415 pay, usually eligible pay, never FICA wages."""
    found = []
    line = line_of_next_year(int(answer.law.year), answer.household.notice)
    for table in answer.household.wider.deferred_pay:
        job = next(job for job in answer.jobs if job.name == table.job)
        lowers = table.lowers_eligible_pay != "no"
        other = room_answer(answer.law, _with_less_pay(answer.household, job.case.job, table.amount, lowers))
        with_it = next(each for each in other.jobs if each.name == table.job)
        pay_415 = job.case.facts.pay_415 - table.amount
        pay_415 = pay_415 if pay_415 > ZERO else ZERO
        found.append(
            Deferred(
                table.job,
                table.amount,
                table.lowers_eligible_pay,
                job.after_tax_room,
                with_it.after_tax_room,
                pay_415,
                bool(pay_415 > line.values[0]),
                _why_deferred(line, job, with_it, table.amount, pay_415),
            )
        )
    return tuple(found)


def _with_less_pay(household: Household, job: Job, amount: Money, lowers: bool) -> Household:
    if not lowers:
        return household
    pay = job.pay - amount if job.pay > amount else ZERO
    jobs = tuple(replace(each, pay=pay, year_of_pay=None) if each.name == job.name else each for each in household.jobs)
    return replace(household, jobs=jobs)


def line_of_next_year(year: int, notice: Path | None) -> Row:
    """The line that this year's pay is tested by, for next year: the one published for this year. `law.hce_pay` tests last year's."""
    return next(row for row in rows_of(year, notice) if row.name == "hce_pay")


def _why_deferred(row: Row, job: JobAnswer, with_it: JobAnswer, amount: Money, pay_415: Money) -> Step:
    parts = [rule for each in (job, with_it) if (rule := each.case.why.find("left_of_annual_additions")) is not None]
    line = step("highly compensated next year", "Pay of this year above the line published for this year.",
                f"IRC §414(q)(1)(B); {row.source}", bool(pay_415 > row.values[0]), (), {"pay": pay_415, "the line": row.values[0]})  # fmt: skip
    terms = {"pay for the limit": job.case.facts.pay_415, "less deferred": amount, "left": pay_415}
    return step("deferred pay", "Deferred pay is not pay of the year for the limit; FICA wages count it when it vests.",
                "IRC §415(c)(3), §3121(v)(2); Reg. §1.415(c)-2(c)", None, [line, *parts], terms)  # fmt: skip


def take_home_cost(tables: IncomeTax | None, beside: Income, pre_tax: Money) -> Money:
    """What a pre-tax contribution costs in take-home pay: the amount less the income tax it saves; `beside` has it in."""
    if tables is None:
        return pre_tax
    wages = beside.wages - pre_tax
    lower = OnTop(tables, replace(beside, wages=wages if wages > ZERO else ZERO), "ordinary")
    return pre_tax - lower.in_cents(pre_tax)


def room_for(job: JobAnswer) -> Money:
    """After-tax room that is known and open, else nothing."""
    return job.after_tax_room if job.after_tax_room is not None and job.may_i == "yes" else ZERO


def _smaller(one: Money, other: Money) -> Money:
    return one if one < other else other


def _larger(one: Money, other: Money) -> Money:
    return one if one > other else other


def _plain(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain()
