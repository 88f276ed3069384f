"""The path of a household year by year: ages, pay, limits, what the rules leave for after-tax money, what is taxed beside.

Knows no market. The room of every year comes from the same rules as this year's.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from fractions import Fraction

from megaroth.household.model import Household, Job
from megaroth.kit.money import ZERO, Money, Rate
from megaroth.kit.rule import Status
from megaroth.kit.trace import silently
from megaroth.outlook.assumptions import Assumptions
from megaroth.outlook.law_ahead import law_ahead
from megaroth.room.answer import JobAnswer, RoomAnswer
from megaroth.room.household import JobRoom, find_rooms


@dataclass(frozen=True, slots=True)
class YearAhead:
    """One year; amounts in dollars of that year."""

    year: int
    age: int
    works: bool
    status: Status
    after_tax: Money
    """What goes in after tax: as wished, as much as the rules leave."""
    wages: Money
    """What is taxed as wages."""
    deferral_left: Money
    """Room for deferrals that is not used."""


def main_job(answer: RoomAnswer) -> JobAnswer:
    """The job that the outlook is about: the one that takes most after-tax money, the first of equals."""
    return max(answer.jobs, key=_takes)


def _takes(job: JobAnswer) -> tuple[int, int]:
    room = job.after_tax_room if job.after_tax_room is not None else ZERO
    return (0 if job.may_i == "no" else 1), int(room.cents)


def path_of(household: Household, job: JobAnswer, made: Assumptions, years: int | None = None) -> tuple[YearAhead, ...]:
    """Year by year; after the last working year nothing goes in and nothing is paid."""
    path = []
    with silently():
        for ahead in range(made.years if years is None else years):
            year, works = household.year + ahead, ahead < made.saving_years
            law = law_ahead(year, made.inflation, household.notice)
            if not works:
                path.append(YearAhead(year, made.age + ahead, False, law.status, ZERO, ZERO, ZERO))
                continue
            cases = find_rooms(law, _in_year(household, ahead, made.pay_growth))
            case = next(case for case in cases if case.job.name == job.name)
            limit = law.elective_deferrals.amount - case.facts.deferrals_elsewhere - case.room.elective_deferral
            path.append(
                YearAhead(
                    year,
                    made.age + ahead,
                    True,
                    law.status,
                    _after_tax(case, made, ahead),
                    wages_of(cases),
                    limit if limit > ZERO else ZERO,
                )
            )
    return tuple(path)


def _after_tax(case: JobRoom, made: Assumptions, ahead: int) -> Money:
    if made.yearly_amount is not None:
        return grown(made.yearly_amount, made.inflation, ahead)
    planned = case.room.after_tax_planned
    return planned if planned > ZERO else case.room.after_tax_room


def wages_of(cases: list[JobRoom]) -> Money:
    """Taxable wages of the household: pay and other wages less pre-tax deferrals (W-2 box 1); earned income of an owner."""
    wages = ZERO
    for case in cases:
        room, facts = case.room, case.facts
        pre_tax = ZERO if facts.is_roth else room.elective_deferral
        if not facts.is_roth and not room.catch_up_must_be_roth:
            pre_tax = pre_tax + room.catch_up
        wages = wages + facts.pay + case.job.other_wages - pre_tax - facts.own_employer_contribution
    return wages if wages > ZERO else ZERO


def grown(amount: Money, rate: Rate, years: int) -> Money:
    """An amount after some years of growth, half a cent up."""
    growth = (1 + Fraction(int(rate.top), int(rate.bottom))) ** years
    return Money(int(int(amount.cents) * growth + Fraction(1, 2)))


def _in_year(household: Household, ahead: int, growth: Rate) -> Household:
    """The household as it would be in a later year: older, paid more, nothing contributed yet."""
    if ahead == 0:
        return household
    jobs = tuple(_job_in(job, household.year + ahead, ahead, growth) for job in household.jobs)
    return replace(household, year=household.year + ahead, jobs=jobs, elsewhere={})


def _job_in(job: Job, year: int, ahead: int, growth: Rate) -> Job:
    years = job.service_years + ahead if job.service_years is not None else None
    pay, last = grown(job.pay, growth, ahead), grown(job.pay, growth, ahead - 1)
    other, other_last = grown(job.other_wages, growth, ahead), grown(job.other_wages, growth, ahead - 1)
    return replace(
        job,
        pay=pay,
        other_wages=other,
        profit=grown(job.profit, growth, ahead),
        last_year_pay=last,
        last_year_fica_wages=ZERO if job.self_employed else last + other_last,
        service_years=years,
        so_far=None,
        year_of_pay=None,
        starts=None,
        ends=None,
    )


def last_working_year(job: JobAnswer) -> int | None:
    """The year in which the job is known to end."""
    ends: datetime.date | None = job.case.job.ends
    return None if ends is None else ends.year
