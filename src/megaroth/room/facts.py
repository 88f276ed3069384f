"""From a job of a household to the facts that the rules read. What is not known is set to the safe side here.

Pay of last year not stated: treated as highly compensated. FICA wages not stated: catch-up treated as Roth-only.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from megaroth.household.model import Household, Job
from megaroth.kit.money import NO_LIMIT, NONE, ZERO, Money
from megaroth.kit.words import smallest_that_earns
from megaroth.law.book import Law
from megaroth.law.s401a17_pay import countable_pay
from megaroth.law.s401c_earned_income import earned_income, self_employed_pay
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.plan.model import Plan
from megaroth.room.owner import own_contribution
from megaroth.room.room import Facts, elective_deferral_limit


def facts_of(law: Law, household: Household, job: Job, today: datetime.date | None) -> Facts:
    """The facts of one job alone, before the person's limits are shared between jobs and before the wishes are settled."""
    so_far = job.so_far
    last_year_pay = _last_year_pay_of_group(law, household, job)
    facts = Facts(
        age=household.people[job.person].age_at_end_of(household.year),
        pay=job.pay,
        pay_415=job.pay + job.other_wages if job.plan.plan.other_pay_counts else job.pay,
        service=job.service_years if job.service_years is not None else 0,
        last_year_pay=last_year_pay,
        in_top_paid_group=last_year_pay >= job.top_paid_from,
        last_year_fica_wages=NO_LIMIT if job.last_year_fica_wages is None else job.last_year_fica_wages,
        owns=job.owns or NONE,
        is_roth=job.wishes.is_roth,
        after_tax_wanted=_after_tax_wanted(job),
        forfeitures=job.forfeitures,
        deferral_made=so_far.pre_tax + so_far.roth if so_far else ZERO,
        match_made=so_far.match if so_far else ZERO,
        after_tax_made=so_far.after_tax if so_far else ZERO,
        # A job that is over of which no figures are given is planned as if its year lay ahead; a finding says so.
        is_over=so_far is not None and job.is_over(today),
    )
    return replace(facts, pay=_earned_income(law, household, job)) if job.self_employed else facts


def match_needs(law: Law, plan: Plan, facts: Facts) -> Money:
    """The smallest deferral that earns as much match as all that may still be deferred here would."""
    pay = countable_pay(law, facts.pay)

    def earns(deferral: Money) -> Money:
        return employer_match(
            plan, pay, matched_contributions(plan, deferral, ZERO, ZERO, facts.is_roth), facts.service
        )

    return smallest_that_earns(elective_deferral_limit(law, plan, facts), earns)


def deferral_wish(job: Job, facts: Facts, match_needs: Money) -> Money:
    """What the person wants to defer here, catch-up in dollars included; not less than was deferred already."""
    wish, catch_up = job.wishes.deferral, job.wishes.catch_up
    if facts.is_over:
        return facts.deferral_made
    if isinstance(wish, Money):
        # Dollars called catch-up are ordinary deferrals until those have reached their own limit.
        wanted = wish + catch_up if isinstance(catch_up, Money) else wish
    else:
        wanted = match_needs if wish == "match" else NO_LIMIT
    return wanted if wanted > facts.deferral_made else facts.deferral_made


def catch_up_wish(job: Job, facts: Facts, limit: Money) -> Money:
    """What the person wants of catch-up once the deferral limit is reached; what was deferred beyond it is catch-up."""
    wish = job.wishes.catch_up
    beyond = deferred_beyond(facts, limit)
    if facts.is_over or wish == "none":
        return beyond
    wanted = wish if isinstance(wish, Money) else NO_LIMIT
    if isinstance(wish, Money) and isinstance(job.wishes.deferral, Money):
        left = facts.deferral_wanted - limit if facts.deferral_wanted > limit else ZERO
        wanted = left if left < wanted else wanted
    return wanted if wanted > beyond else beyond


def deferred_beyond(facts: Facts, limit: Money) -> Money:
    """What has been deferred here above the deferral limit."""
    return facts.deferral_made - limit if facts.deferral_made > limit else ZERO


def with_own_contribution(law: Law, household: Household, job: Job, plan: Plan, facts: Facts) -> tuple[Plan, Facts]:
    """A self-employed job once its deferral is known: the own contribution, and the pay that it leaves."""
    wish = job.wishes.employer
    limit = elective_deferral_limit(law, plan, facts)
    deferral = facts.deferral_wanted if facts.deferral_wanted < limit else limit
    own = own_contribution(
        law,
        plan,
        facts.pay,
        deferral,
        wish if isinstance(wish, Money) else NO_LIMIT if wish == "max" else ZERO,
        job.employer_lowers_pay,
    )
    pay = self_employed_pay(facts.pay, own, job.employer_lowers_pay)
    closed = replace(plan, nonelective=NONE, nonelective_dollars=ZERO, profit_sharing=NONE, profit_sharing_dollars=ZERO)
    return closed, replace(facts, pay_415=pay, own_employer_contribution=own)


def _after_tax_wanted(job: Job) -> Money:
    wish = job.wishes.after_tax
    if not job.plan.after_tax_known or wish == "none":
        return ZERO
    if isinstance(wish, Money):
        return wish
    # As much as allowed is meant for Roth: where there is no way into it, nothing is meant.
    return NO_LIMIT if job.plan.may_lead_to_roth else ZERO


def _of_group(household: Household, job: Job) -> list[Job]:
    return [other for other in household.jobs if other.person == job.person and other.group == job.group]


def _last_year_pay_of_group(law: Law, household: Household, job: Job) -> Money:
    """`NO_LIMIT` where it is not known and what is known does not decide."""
    stated = [other.last_year_pay for other in _of_group(household, job)]
    known = sum((pay for pay in stated if pay is not None), ZERO)
    return known if None not in stated or known > law.hce_pay.amount else NO_LIMIT


def _earned_income(law: Law, household: Household, job: Job) -> Money:
    """Wages of the year use up the social security wage base first."""
    jobs = [each for each in household.jobs if each.person == job.person and not each.self_employed]
    wages = sum((each.pay + each.other_wages for each in jobs), ZERO)
    return earned_income(law, job.profit, wages)
