"""A whole household: how one person's limits are shared between jobs, and the jobs of one employer group share theirs.

A person's deferrals go, in the order of the file, first to what each job needs for its match, then to what is wished.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from megaroth.household.model import Household, Job
from megaroth.kit.money import ZERO, Money
from megaroth.kit.trace import Step, explaining, silently
from megaroth.law.book import Law
from megaroth.plan.model import Plan
from megaroth.room.facts import facts_of, match_needs
from megaroth.room.room import Facts, Room, elective_deferral_limit, find_room


@dataclass(frozen=True, slots=True)
class JobRoom:
    """The room of one job, with the facts it was found from and its explanation."""

    job: Job
    plan: Plan
    facts: Facts
    room: Room
    why: Step


def find_rooms(law: Law, household: Household, today: datetime.date | None = None) -> list[JobRoom]:
    """The room of every job, in the order of the file."""
    with silently():
        cases = {job.name: facts_of(law, household, job, today) for job in household.jobs}
        for person in household.people:
            jobs = [job for job in household.jobs if job.person == person]
            elsewhere = household.elsewhere.get(person, ZERO)
            cases.update(_share_deferrals(law, jobs, cases, elsewhere, today))
            cases.update(_share_catch_up(law, jobs, cases, elsewhere))
            cases.update(_share_annual_additions(law, jobs, cases))
    found = []
    for job in household.jobs:
        plan, facts = cases[job.name]
        with explaining() as why:
            room = find_room(law, plan, facts)
        found.append(JobRoom(job, plan, facts, room, why.parts[0]))
    return found


Cases = dict[str, tuple[Plan, Facts]]


def _share_deferrals(law: Law, jobs: list[Job], cases: Cases, elsewhere: Money, today: datetime.date | None) -> Cases:
    """Give each job its part of the person's deferral limit: what was made, then what the match needs, then the wish."""
    limit = law.elective_deferrals.amount
    gone = _smaller(elsewhere, limit)
    given = {}
    for job in jobs:
        plan, facts = cases[job.name]
        given[job.name] = _smaller(facts.deferral_made, limit - gone)
        gone = gone + given[job.name]
    wishes = {}
    for job in jobs:
        plan, facts = cases[job.name]
        wishes[job.name] = _smaller(facts.deferral_wanted, elective_deferral_limit(law, plan, facts))
    needs = (
        {job.name: _smaller(match_needs(law, *cases[job.name]), wishes[job.name]) for job in jobs}
        if len(jobs) > 1
        else {}
    )
    for targets in (needs, wishes):
        for name, target in targets.items():
            more = _smaller(_beyond(target, given[name]), limit - gone)
            given[name] = given[name] + more
            gone = gone + more
    return {
        job.name: (
            cases[job.name][0],
            replace(cases[job.name][1], deferrals_elsewhere=gone - given[job.name]),
        )
        for job in jobs
    }


def _share_catch_up(law: Law, jobs: list[Job], cases: Cases, elsewhere: Money) -> Cases:
    """One catch-up limit a person: used elsewhere first, then by the first job that can."""
    used = _beyond(elsewhere, law.elective_deferrals.amount)
    shared = {}
    for job in jobs:
        plan, facts = cases[job.name]
        facts = replace(facts, catch_up_elsewhere=used)
        shared[job.name] = (plan, facts)
        if len(jobs) > 1:
            used = used + find_room(law, plan, facts).catch_up
    return shared


def _share_annual_additions(law: Law, jobs: list[Job], cases: Cases) -> Cases:
    """One annual additions limit an employer group: deferrals and employer money of all its jobs come before after-tax."""
    shared = {}
    for group in {job.group: None for job in jobs}:
        members = [job for job in jobs if job.group == group]
        if len(members) == 1:
            continue
        before_after_tax = {}
        for job in members:
            plan, facts = cases[job.name]
            room = find_room(law, plan, replace(facts, after_tax_wanted=facts.after_tax_made))
            before_after_tax[job.name] = room.elective_deferral + room.match + room.nonelective + facts.forfeitures
        after_tax_of_earlier = ZERO
        for job in members:
            plan, facts = cases[job.name]
            others = ZERO
            for other in members:
                if other is not job:
                    others = others + before_after_tax[other.name]
            later_made = _sum([cases[other.name][1].after_tax_made for other in members[members.index(job) + 1 :]])
            facts = replace(facts, other_plans=others + after_tax_of_earlier + later_made)
            shared[job.name] = (plan, facts)
            after_tax_of_earlier = after_tax_of_earlier + find_room(law, plan, facts).after_tax_planned
    return shared


def _sum(amounts: list[Money]) -> Money:
    result = ZERO
    for amount in amounts:
        result = result + amount
    return result


def _smaller(one: Money, other: Money) -> Money:
    return one if one < other else other


def _beyond(amount: Money, limit: Money) -> Money:
    return amount - limit if amount > limit else ZERO
