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
from megaroth.law.s401c_earned_income import (
    earned_income,
    employer_contribution_beside_deferral,
    self_employed_contribution,
    self_employed_pay,
)
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.plan.model import Plan
from megaroth.room.room import Facts, elective_deferral_limit


def facts_of(law: Law, household: Household, job: Job, today: datetime.date | None) -> tuple[Plan, Facts]:
    """The plan's terms and the facts of one job, before the person's limits are shared between jobs."""
    plan, so_far, wishes = job.plan.plan, job.so_far, job.wishes
    made = so_far.pre_tax + so_far.roth if so_far else ZERO
    after_tax_made = so_far.after_tax if so_far else ZERO
    facts = Facts(
        age=household.people[job.person].age_at_end_of(household.year),
        pay=job.pay,
        pay_415=_pay_of_group(household, job),
        service=job.service_years if job.service_years is not None else 0,
        last_year_pay=NO_LIMIT if job.last_year_pay is None else job.last_year_pay,
        last_year_fica_wages=NO_LIMIT if job.last_year_fica_wages is None else job.last_year_fica_wages,
        owns=job.owns or NONE,
        is_roth=wishes.is_roth,
        after_tax_wanted=_after_tax_wanted(job),
        forfeitures=job.forfeitures,
        deferral_made=made,
        match_made=so_far.match if so_far else ZERO,
        after_tax_made=after_tax_made,
    )
    if job.self_employed:
        plan, facts = _self_employed(law, household, job, plan, facts)
    if job.is_over(today) and so_far is not None:
        facts = replace(facts, deferral_wanted=made, after_tax_wanted=after_tax_made)
        return plan, _with_catch_up_made(law, plan, facts, ZERO)
    return plan, _with_wishes(law, plan, facts, job)


def match_needs(law: Law, plan: Plan, facts: Facts) -> Money:
    """The smallest deferral that earns as much match as the whole deferral limit would."""
    pay = countable_pay(law, facts.pay)

    def earns(deferral: Money) -> Money:
        return employer_match(
            plan, pay, matched_contributions(plan, deferral, ZERO, ZERO, facts.is_roth), facts.service
        )

    return smallest_that_earns(elective_deferral_limit(law, plan, facts), earns)


def _after_tax_wanted(job: Job) -> Money:
    wish = job.wishes.after_tax
    if not job.plan.after_tax_known or wish == "none":
        return ZERO
    return wish if isinstance(wish, Money) else NO_LIMIT


def _pay_of_group(household: Household, job: Job) -> Money:
    pay = ZERO
    for other in household.jobs:
        if other.person == job.person and other.group == job.group:
            pay = pay + other.pay + (other.other_wages if other.plan.plan.other_pay_counts else ZERO)
    return pay


def _self_employed(law: Law, household: Household, job: Job, plan: Plan, facts: Facts) -> tuple[Plan, Facts]:
    """Earned income takes the place of pay; the plan's nonelective rate applies to pay after the contribution itself."""
    wages = ZERO
    for other in household.jobs:
        if other.person == job.person and not other.self_employed:
            wages = wages + other.pay + other.other_wages
    earned = earned_income(law, job.profit, wages)
    own = self_employed_contribution(earned, plan.nonelective)
    wish = job.wishes.employer
    if wish != "none":
        facts = replace(facts, pay=earned)
        planned = _with_wishes(law, plan, facts, job).deferral_wanted
        limit = elective_deferral_limit(law, plan, facts)
        beside = employer_contribution_beside_deferral(
            law, earned, planned if planned < limit else limit, job.employer_lowers_pay
        )
        wished = own + wish if isinstance(wish, Money) else beside
        own = wished if wished < beside else beside
    pay_415 = self_employed_pay(earned, own, job.employer_lowers_pay) + _pay_of_group(household, job)
    facts = replace(facts, pay=earned, pay_415=pay_415, own_employer_contribution=own)
    return replace(plan, nonelective=NONE), facts


def _with_wishes(law: Law, plan: Plan, facts: Facts, job: Job) -> Facts:
    wish, catch_up_wish = job.wishes.deferral, job.wishes.catch_up
    catch_up = NO_LIMIT if catch_up_wish == "max" else ZERO if catch_up_wish == "none" else catch_up_wish
    if isinstance(wish, Money):
        wanted = wish
        limit = elective_deferral_limit(law, plan, facts)
        if wanted < limit and isinstance(catch_up_wish, Money):
            # Dollars called catch-up are ordinary deferrals until those have reached their own limit.
            together = wanted + catch_up_wish
            wanted = together if together < limit else limit
            catch_up = together - wanted
    else:
        wanted = match_needs(law, plan, facts) if wish == "match" else NO_LIMIT
    if facts.deferral_made > wanted:
        wanted = facts.deferral_made
    return _with_catch_up_made(law, plan, replace(facts, deferral_wanted=wanted), catch_up)


def _with_catch_up_made(law: Law, plan: Plan, facts: Facts, wanted: Money) -> Facts:
    """What was deferred beyond the deferral limit has been catch-up already."""
    limit = elective_deferral_limit(law, plan, facts)
    beyond = facts.deferral_made - limit if facts.deferral_made > limit else ZERO
    return replace(facts, catch_up_wanted=wanted if wanted > beyond else beyond)
