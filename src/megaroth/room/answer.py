"""The answer of `room`: every job's numbers, what decided them, the findings, and why."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Literal

from megaroth.household.model import Household
from megaroth.kit.finding import Finding
from megaroth.kit.money import NO_LIMIT, ZERO, Money
from megaroth.kit.trace import Step
from megaroth.law.book import Law
from megaroth.law.s402g_deferrals import excess_deferral
from megaroth.law.s414v_catch_up import catch_up_limit
from megaroth.room.findings import findings_of_household, findings_of_job
from megaroth.room.household import JobRoom, find_rooms


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """A person's own limits, across all employers."""

    name: str
    age: int
    elective_deferral_limit: Money
    catch_up_limit: Money
    excess_deferral: Money

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        return {
            "name": self.name,
            "age": self.age,
            "elective_deferral_limit": self.elective_deferral_limit.plain(),
            "catch_up_limit": self.catch_up_limit.plain(),
            "excess_deferral": self.excess_deferral.plain(),
        }


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """One job. `after_tax_room` and what builds on it are None where the plan's match is not known."""

    name: str
    person: str
    plan: str
    may_i: Literal["yes", "no", "ask"]
    is_hce: bool | None
    annual_additions_limit: Money
    elective_deferral: Money
    catch_up: Money
    catch_up_must_be_roth: bool
    match: Money | None
    nonelective: Money
    after_tax_room: Money | None
    after_tax_room_absolute: Money | None
    after_tax_planned: Money | None
    after_tax_so_far: Money
    after_tax_left: Money | None
    decided_by: str
    total: Money | None
    case: JobRoom
    after_tax_in_reach: Money | None = None
    """What the paychecks that are left can still bring after tax; None where no schedule says so."""

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract: amounts as strings with two decimals, null where not known."""
        amounts = {
            name: _plain(getattr(self, name))
            for name in (
                "annual_additions_limit",
                "elective_deferral",
                "catch_up",
                "match",
                "nonelective",
                "after_tax_room",
                "after_tax_room_absolute",
                "after_tax_planned",
                "after_tax_so_far",
                "after_tax_left",
                "total",
            )
        }
        return {
            "name": self.name,
            "person": self.person,
            "plan": self.plan,
            "may_i": self.may_i,
            "is_hce": self.is_hce,
            "catch_up_must_be_roth": self.catch_up_must_be_roth,
            "decided_by": self.decided_by,
            **amounts,
            "questions": [{"field": q.field, "ask": q.ask, "why": q.why} for q in self.case.job.plan.questions],
        }


@dataclass(frozen=True, slots=True)
class RoomAnswer:
    """The answer for a household."""

    household: Household
    law: Law
    people: tuple[PersonAnswer, ...]
    jobs: tuple[JobAnswer, ...]
    findings: tuple[Finding, ...]
    why: Step

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        return {
            "format": 1,
            "year": self.household.year,
            "law_status": self.law.status,
            "people": [person.as_json() for person in self.people],
            "jobs": [job.as_json() for job in self.jobs],
            "findings": [finding.as_json() for finding in self.findings],
            "why": self.why.as_json(),
        }


def room_answer(law: Law, household: Household, today: datetime.date | None = None) -> RoomAnswer:
    """The room of a household under one year's law."""
    cases = find_rooms(law, household, today)
    jobs = tuple(_job_answer(law, case) for case in cases)
    people = tuple(_person_answer(law, household, name, cases) for name in household.people)
    findings = [*household.findings, *findings_of_household(law, household, cases)]
    for case in cases:
        findings.extend(findings_of_job(law, household, case))
    for person in people:
        findings.extend(_excess(person, household.year))
    why = Step("household", f"The room of every job in {household.year}.", "", parts=[case.why for case in cases])
    return RoomAnswer(household, law, people, jobs, tuple(findings), why)


def _job_answer(law: Law, case: JobRoom) -> JobAnswer:
    room, finished = case.room, case.job.plan
    takes_after_tax = finished.draft.says("after_tax_allowed") not in ("no", "frozen")
    known = case.match_known or not takes_after_tax
    match_known = case.facts.is_over or (case.job.match_known and (known or not case.plan.match_on_after_tax))
    decided = case.why.find("after_tax_room")
    left = room.after_tax_planned - case.facts.after_tax_made
    return JobAnswer(
        name=case.job.name,
        person=case.job.person,
        plan=finished.draft.name,
        may_i=finished.may_i,
        is_hce=_hce(case),
        annual_additions_limit=room.annual_additions_limit,
        elective_deferral=room.elective_deferral,
        catch_up=room.catch_up,
        catch_up_must_be_roth=bool(room.catch_up_must_be_roth & (case.facts.age >= law.catch_up_age)),
        match=room.match if match_known else None,
        nonelective=room.nonelective,
        after_tax_room=room.after_tax_room if known else None,
        after_tax_room_absolute=room.after_tax_room_absolute if known else None,
        after_tax_planned=room.after_tax_planned if known else None,
        after_tax_so_far=case.facts.after_tax_made,
        after_tax_left=left if known and finished.after_tax_known else None,
        decided_by=str(decided.decided_by) if known and decided else "match_unknown",
        total=room.total if known and match_known else None,
        case=case,
    )


def _hce(case: JobRoom) -> bool | None:
    """None where last year's pay is not known and ownership does not decide."""
    if case.facts.last_year_pay >= NO_LIMIT:
        owner = case.why.find("more_than_5_percent_owner")
        return True if owner and owner.value is True else None
    return bool(case.room.is_hce)


def _person_answer(law: Law, household: Household, name: str, cases: list[JobRoom]) -> PersonAnswer:
    age = household.people[name].age_at_end_of(household.year)
    offered = any(case.plan.super_catch_up for case in cases if case.job.person == name)
    limit = catch_up_limit(law, age, bool(offered))
    deferred = household.elsewhere.get(name, ZERO)
    for case in cases:
        if case.job.person == name:
            deferred = deferred + case.facts.deferral_made
    return PersonAnswer(name, age, law.elective_deferrals.amount, limit, excess_deferral(law, deferred, limit))


def _excess(person: PersonAnswer, year: int) -> list[Finding]:
    if not person.excess_deferral > ZERO:
        return []
    return [
        Finding(
            "excess-deferral",
            "error",
            f"{person.name} has deferred {person.excess_deferral} more than the law allows in {year}.",
            f"people.{person.name}",
            f"Ask one plan, before its own deadline and by 15 April {year + 1}, to return it with its earnings.",
            "IRC §402(g)(2); Reg. §1.402(g)-1(e)",
        )
    ]


def _plain(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain()
