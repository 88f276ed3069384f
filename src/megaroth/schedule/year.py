"""One job's year as payroll will see it: paychecks to come, limits, terms, and what the last pay stub shows.

Knows how to put them together from the room of the job. Refuses to compute a contribution: `payroll.py` does.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from megaroth.household.model import Household, Job
from megaroth.household.pay import Paycheck, YearOfPay
from megaroth.kit.money import NO_LIMIT, ZERO, Money
from megaroth.kit.words import cap, choose, least, remaining
from megaroth.law.book import Law
from megaroth.law.s401a17_pay import countable_pay
from megaroth.plan.caps import after_tax_cap, hce_after_tax_cap
from megaroth.plan.model import Plan
from megaroth.plan.payroll import Payroll, payroll_of
from megaroth.room.household import JobRoom
from megaroth.room.room import elective_deferral_limit


@dataclass(frozen=True, slots=True)
class Limits:
    """The year's limits of one job. What was put in already counts against them."""

    deferral: Money
    """Regular deferrals: what the person's limit leaves this job, and the plan's own cap."""
    catch_up: Money
    additions: Money
    """Deferrals, match and after-tax: annual additions less employer money and plans that come anyway."""
    after_tax: Money
    combined: Money
    countable: Money
    """The §401(a)(17) limit on pay."""
    payroll_deferral: Money
    """Where payroll itself stops deferrals: it knows nothing of other employers."""
    payroll_catch_up: Money
    payroll_additions: Money
    """Where payroll itself stops annual additions: it knows nothing of other plans."""


@dataclass(frozen=True, slots=True)
class Made:
    """Year to date: eligible pay, and contributions by source (catch-up within pre-tax and Roth)."""

    pay: Money = ZERO
    pre_tax: Money = ZERO
    roth: Money = ZERO
    after_tax: Money = ZERO
    match: Money = ZERO


@dataclass(frozen=True, slots=True)
class Before:
    """What was paid before the paychecks to come, for net pay: wages (shares included), supplemental wages, paychecks."""

    wages: Money = ZERO
    supplemental: Money = ZERO
    paychecks: int = 0


@dataclass(frozen=True, slots=True)
class JobYear:
    """Everything the simulator needs of one job."""

    name: str
    year: int
    plan: Plan
    payroll: Payroll
    limits: Limits
    service: int
    is_hce: bool
    is_roth: bool
    paychecks: tuple[Paycheck, ...]
    """Paychecks still to come, in order."""
    made: Made
    stays: bool
    """Whether the job lasts to 31 December."""
    catch_up_is_roth: bool = False
    told: bool = False
    """Whether payroll was told of deferrals at other employers."""
    before: Before = Before()


def job_year(law: Law, household: Household, case: JobRoom, pay: YearOfPay) -> JobYear:
    """The year of one job, from its room and its pay table."""
    job, facts, plan = case.job, case.facts, case.plan
    so_far = job.so_far
    made, before = Made(), Before()
    if so_far is not None:
        past = [paycheck for paycheck in pay.paychecks if paycheck.date <= so_far.as_of]
        earned = so_far.pay if so_far.pay > ZERO else sum((paycheck.pay for paycheck in past), ZERO)
        made = Made(earned, so_far.pre_tax, so_far.roth, so_far.after_tax, so_far.match)
        before = Before(
            earned + sum((paycheck.other for paycheck in past if paycheck.kind != "espp"), ZERO),
            sum((paycheck.supplemental for paycheck in past if paycheck.kind != "espp"), ZERO),
            sum(paycheck.kind == "regular" for paycheck in past),
        )
    return JobYear(
        name=job.name,
        year=household.year,
        plan=plan,
        payroll=payroll_of(job.plan.draft),
        limits=_limits(law, case),
        service=int(facts.service),
        is_hce=bool(case.room.is_hce),
        is_roth=bool(facts.is_roth),
        paychecks=_to_come(pay, job),
        made=made,
        stays=job.ends is None or job.ends >= datetime.date(household.year, 12, 31),
        catch_up_is_roth=bool(case.room.catch_up_must_be_roth),
        before=before,
    )


def _limits(law: Law, case: JobRoom) -> Limits:
    plan, facts, room = case.plan, case.facts, case.room
    countable = countable_pay(law, facts.pay)
    employer = remaining(of=room.annual_additions_limit, nonelective=room.nonelective, forfeitures=facts.forfeitures)
    alone = elective_deferral_limit(law, plan, replace(facts, deferrals_elsewhere=ZERO))
    allowed = choose(plan.after_tax_allowed, NO_LIMIT, ZERO)
    return Limits(
        deferral=elective_deferral_limit(law, plan, facts),
        catch_up=remaining(of=room.catch_up_limit, elsewhere=facts.catch_up_elsewhere),
        additions=remaining(of=employer, other_plans=facts.other_plans),
        after_tax=least(
            percent=after_tax_cap(plan, countable),
            dollars=plan.after_tax_dollar_cap,
            hce=hce_after_tax_cap(plan, countable, room.is_hce),
            allowed=allowed,
        ),
        combined=cap(countable, plan.combined_cap),
        countable=law.compensation.amount,
        payroll_deferral=alone,
        payroll_catch_up=room.catch_up_limit,
        payroll_additions=employer,
    )


def _to_come(pay: YearOfPay, job: Job) -> tuple[Paycheck, ...]:
    """Paychecks after the pay stub that hold eligible pay or other pay."""
    so_far = job.so_far
    return tuple(paycheck for paycheck in pay.paychecks if so_far is None or paycheck.date > so_far.as_of)


def on_its_own(law: Law, household: Household, case: JobRoom, year: JobYear) -> JobYear:
    """The year judged by what no other job's plans take away: only deferrals elsewhere that have been made count."""
    facts, room = case.facts, case.room
    elsewhere = household.elsewhere.get(case.job.person, ZERO)
    limit = law.elective_deferrals.amount
    beyond = remaining(of=elsewhere, limit=limit)
    alone = replace(facts, deferrals_elsewhere=least(elsewhere=elsewhere, limit=limit))
    limits = replace(
        year.limits,
        deferral=elective_deferral_limit(law, case.plan, alone),
        catch_up=remaining(of=room.catch_up_limit, elsewhere=beyond),
        additions=year.limits.payroll_additions,
    )
    return replace(year, limits=limits)


def with_more(year: JobYear, more: Money) -> JobYear:
    """The year with more of the person's deferral limit, which another job left, up to what this job takes alone."""
    deferral = least(given=year.limits.deferral + more, alone=year.limits.payroll_deferral)
    return replace(year, limits=replace(year.limits, deferral=deferral))


def left_of_deferrals(year: JobYear, deferred: Money, wish: Money) -> Money:
    """What a job that wished for all of its part of the person's limit left of it, because its elections come in steps."""
    return choose(wish >= year.limits.deferral, remaining(of=year.limits.deferral, deferred=deferred), ZERO)
