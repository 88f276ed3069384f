"""A whole household: how one person's limits are shared between jobs, and the jobs of one employer group share theirs.

What was contributed comes first, for it cannot be undone; then, in the order of the file, what each job's match needs;
then, in the same order, what is wished.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TypeAlias

from megaroth.household.model import Household, Job
from megaroth.kit.money import ZERO, Money
from megaroth.kit.trace import Step, explaining, silently
from megaroth.law.book import Law
from megaroth.plan.draft import Question
from megaroth.plan.model import Plan
from megaroth.room.facts import (
    catch_up_wish,
    deferral_wish,
    deferred_beyond,
    facts_of,
    match_needs,
    with_own_contribution,
)
from megaroth.room.room import Facts, Room, elective_deferral_limit, find_room


@dataclass(frozen=True, slots=True)
class JobRoom:
    """The room of one job, with the facts it was found from and its explanation."""

    job: Job
    plan: Plan
    facts: Facts
    room: Room
    why: Step
    ended: bool
    """Whether the job has ended; its facts are `is_over` only if it is said what was contributed."""
    match_known: bool
    """Whether the match of this job, and of every other that shares its annual additions limit, is known."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask the plan for this person: nothing about catch-up where there is none."""
        has_catch_up = bool(self.room.catch_up_limit > ZERO)
        return tuple(each for each in self.job.plan.questions if has_catch_up or each.field not in OF_CATCH_UP)


OF_CATCH_UP = ("super_catch_up", "match_on_catch_up")
"""Terms that matter to nobody who is too young for catch-up."""


Cases: TypeAlias = dict[str, tuple[Plan, Facts]]


def find_rooms(law: Law, household: Household, today: datetime.date | None = None) -> list[JobRoom]:
    """The room of every job, in the order of the file."""
    cases: Cases = {}
    paid: dict[str, list[Step]] = {}
    for job in household.jobs:
        with explaining() as why:
            cases[job.name] = (_plan_of(household, job), facts_of(law, household, job, today))
        paid[job.name] = why.parts
    for person in household.people:
        jobs = [job for job in household.jobs if job.person == person]
        elsewhere = household.elsewhere.get(person, ZERO)
        with silently():
            cases.update(_share_deferrals(law, jobs, cases, elsewhere))
        for job in jobs:
            if job.self_employed:
                with explaining() as why:
                    cases[job.name] = with_own_contribution(law, household, job, *cases[job.name])
                paid[job.name] += [step for step in why.parts if step.rule != "elective_deferral_limit"]
        cases.update(_pool_pay(jobs, cases))
        with silently():
            cases.update(_share_catch_up(law, jobs, cases, elsewhere))
            cases.update(_share_annual_additions(law, jobs, cases))
    found = []
    for job in household.jobs:
        plan, facts = cases[job.name]
        with explaining() as why:
            room = find_room(law, plan, facts)
        step = why.parts[0]
        step.parts[:0] = paid[job.name]
        group = [each for each in household.jobs if each.person == job.person and each.group == job.group]
        known = all(each.match_known or cases[each.name][1].is_over for each in group)
        found.append(JobRoom(job, plan, facts, room, step, job.is_over(today), known))
    return found


def _plan_of(household: Household, job: Job) -> Plan:
    """The plan's terms; the plans of an employer group are held to the shortest limitation year among them."""
    plan = job.plan.plan
    group = [each for each in household.jobs if each.person == job.person and each.group == job.group]
    if len(group) == 1:
        return plan
    return replace(plan, limitation_months=min(int(each.plan.plan.limitation_months) for each in group))


def _pool_pay(jobs: list[Job], cases: Cases) -> Cases:
    """The annual additions limit of an employer group is capped by the pay of all its jobs, an owner's included."""
    pooled: Cases = {}
    for job in jobs:
        plan, facts = cases[job.name]
        pay = _total([cases[each.name][1].pay_415 for each in jobs if each.group == job.group])
        pooled[job.name] = (plan, replace(facts, pay_415=pay))
    return pooled


def _share_deferrals(law: Law, jobs: list[Job], cases: Cases, elsewhere: Money) -> Cases:
    """Give each job its part of the person's deferral limit: what was made, then what the match needs, then the wish."""
    limit = law.elective_deferrals.amount
    gone = _smaller(elsewhere, limit)
    given: dict[str, Money] = {}
    for job in jobs:
        plan, facts = cases[job.name]
        own = elective_deferral_limit(law, plan, facts)
        given[job.name] = _smaller(_smaller(facts.deferral_made, own), limit - gone)
        gone = gone + given[job.name]
    wishes: dict[str, Money] = {}
    for turn in ("what the match needs", "what is wished"):
        for job in jobs:
            plan, facts = cases[job.name]
            facts = replace(facts, deferrals_elsewhere=gone - given[job.name])
            if turn == "what the match needs":
                asked = (len(jobs) > 1 or job.wishes.deferral == "match") and not facts.is_over
                needs = match_needs(law, plan, facts) if asked else ZERO
                wishes[job.name] = deferral_wish(job, facts, needs)
                target = _smaller(needs, wishes[job.name])
            else:
                target = wishes[job.name]
            more = _beyond(_smaller(target, elective_deferral_limit(law, plan, facts)), given[job.name])
            given[job.name] = given[job.name] + more
            gone = gone + more
    return {
        job.name: (
            cases[job.name][0],
            replace(
                cases[job.name][1],
                deferrals_elsewhere=gone - given[job.name],
                deferral_wanted=wishes[job.name],
            ),
        )
        for job in jobs
    }


def _share_catch_up(law: Law, jobs: list[Job], cases: Cases, elsewhere: Money) -> Cases:
    """One catch-up limit a person: used elsewhere and made already first, then by the first job that can."""
    limits = {job.name: elective_deferral_limit(law, *cases[job.name]) for job in jobs}
    used = {"": _beyond(elsewhere, law.elective_deferrals.amount)}
    most: dict[str, Money] = {}
    for only_made in (True, False):
        for job in jobs:
            plan, facts = cases[job.name]
            limit = limits[job.name]
            wanted = deferred_beyond(facts, limit) if only_made else catch_up_wish(job, facts, limit)
            others = _total([amount for name, amount in used.items() if name != job.name])
            facts = replace(facts, catch_up_wanted=wanted, catch_up_elsewhere=others)
            if len(jobs) > 1:
                room = find_room(law, plan, facts)
                used[job.name], most[job.name] = room.catch_up, room.catch_up_limit
            cases = {**cases, job.name: (plan, facts)}
    if len(jobs) == 1:
        return cases
    for job in jobs:
        plan, facts = cases[job.name]
        others = _total([amount for name, amount in used.items() if name != job.name])
        # A later plan with the higher limit of ages 60 to 63 takes nothing away from an earlier one without.
        others = _smaller(others, _beyond(most[job.name], used[job.name]))
        cases = {
            **cases,
            job.name: (plan, replace(facts, catch_up_elsewhere=others, catch_up_wanted=used[job.name])),
        }
    return cases


def _share_annual_additions(law: Law, jobs: list[Job], cases: Cases) -> Cases:
    """One annual additions limit an employer group: deferrals and employer money of all its jobs come before after-tax."""
    shared: Cases = {}
    for group in {job.group: None for job in jobs}:
        members = [job.name for job in jobs if job.group == group]
        if len(members) == 1:
            continue
        made_only = {name: (cases[name][0], _as_made(cases[name][1])) for name in members}
        additions = {name: _additions(law, *made_only[name]) for name in members}
        # First the deferrals with their match, then the after-tax contributions beside them.
        for wanted in (made_only, cases):
            for name in members:
                plan, facts = wanted[name]
                others = [additions[each] for each in members if each != name]
                shared[name] = (plan, replace(facts, other_plans=_total(others)))
                additions[name] = _additions(law, *shared[name])
    return shared


def _as_made(facts: Facts) -> Facts:
    return replace(facts, after_tax_wanted=facts.after_tax_made)


def _additions(law: Law, plan: Plan, facts: Facts) -> Money:
    """What a job adds to the annual additions of its employer group."""
    room = find_room(law, plan, facts)
    return _total(
        [room.elective_deferral, room.match, room.nonelective, facts.forfeitures, room.after_tax_planned],
    )


def _total(amounts: list[Money]) -> Money:
    return sum(amounts, ZERO)


def _smaller(one: Money, other: Money) -> Money:
    return one if one < other else other


def _beyond(amount: Money, limit: Money) -> Money:
    return amount - limit if amount > limit else ZERO
