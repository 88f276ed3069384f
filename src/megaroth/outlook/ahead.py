"""The path of a household year by year: ages, pay, limits, what the rules leave for after-tax money, what is taxed beside.

Knows no market. The room of every year comes from the same rules as this year's.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from megaroth.household.model import Household, Job
from megaroth.kit.money import ZERO, Money, Rate, Rounding
from megaroth.kit.rule import Status
from megaroth.kit.trace import silently
from megaroth.kit.words import portion
from megaroth.law.book import Law
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
    of_jobs: tuple[Money, ...]
    """What goes in after tax at each job that is compared: as wished, as much as the rules leave."""
    wages: Money
    """What is taxed as wages."""
    deferral_left: Money
    """Room for deferrals that is not used, of everybody who has a job that is compared."""

    @property
    def after_tax(self) -> Money:
        """What goes in after tax, all jobs together."""
        total = ZERO
        for amount in self.of_jobs:
            total = total + amount
        return total


def main_job(answer: RoomAnswer) -> JobAnswer:
    """The job that the outlook is about: one that is not over, whose way is open, with most room; the first of equals."""
    return max(answer.jobs, key=_takes)


def _takes(job: JobAnswer) -> tuple[int, int, int]:
    room = job.after_tax_room if job.after_tax_room is not None else ZERO
    return 0 if job.case.ended else 1, ("no", "ask", "yes").index(job.may_i), int(room.cents)


def compared_jobs(answer: RoomAnswer) -> tuple[JobAnswer, ...]:
    """The main job, and where its way is open every other job whose way is open too."""
    main = main_job(answer)
    others = [
        job for job in answer.jobs
        if job is not main and job.may_i == "yes" and not job.case.ended and job.after_tax_room is not None and job.after_tax_room > ZERO
    ]  # fmt: skip
    return (main, *others) if main.may_i == "yes" else (main,)


def path_of(household: Household, jobs: Sequence[JobAnswer], made: Assumptions) -> tuple[YearAhead, ...]:
    """Year by year; after the last working year nothing goes in and nothing is paid."""
    path = []
    with silently():
        for ahead in range(made.years):
            year, works = household.year + ahead, ahead < made.saving_years
            law = law_ahead(year, made.inflation, household.notice)
            if not works:
                path.append(YearAhead(year, made.age + ahead, False, law.status, (), ZERO, ZERO))
                continue
            cases = find_rooms(law, _in_year(household, ahead, made.pay_growth))
            found = [next((case for case in cases if case.job.name == job.name), None) for job in jobs]
            path.append(
                YearAhead(
                    year, made.age + ahead, True, law.status, tuple(_amounts(jobs, found, made, ahead)), wages_of(cases),
                    _deferral_left(law, [case for case in found if case is not None]),
                )
            )  # fmt: skip
    return tuple(path)


def _amounts(jobs: Sequence[JobAnswer], found: list[JobRoom | None], made: Assumptions, ahead: int) -> list[Money]:
    """At each job; an amount of one's own goes to the first."""
    if made.yearly_amount is not None:
        return [grown(made.yearly_amount, made.inflation, ahead), *[ZERO] * (len(found) - 1)]
    amounts = [ZERO if case is None else _after_tax(case) for case in found]
    return amounts if ahead else [_within_reach(job, amount) for job, amount in zip(jobs, amounts, strict=True)]


def _within_reach(job: JobAnswer, amount: Money) -> Money:
    """This year's amount: late in a year no more than is in already and the paychecks that are left can bring."""
    if job.after_tax_in_reach is None or not job.case.room.after_tax_planned > ZERO:
        return amount
    most = job.after_tax_so_far + job.after_tax_in_reach
    return amount if amount < most else most


def _deferral_left(law: Law, cases: list[JobRoom]) -> Money:
    """Each person's own limit, less what is deferred at any job of theirs."""
    left, people = ZERO, set[str]()
    for case in cases:
        if case.job.person not in people:
            people.add(case.job.person)
            limit = law.elective_deferrals.amount - case.facts.deferrals_elsewhere - case.room.elective_deferral
            left = left + (limit if limit > ZERO else ZERO)
    return left


def _after_tax(case: JobRoom) -> Money:
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
    """The household as it would be in a later year: older, paid more, nothing contributed yet, jobs that end over."""
    if ahead == 0:
        return household
    year = household.year + ahead
    jobs = tuple(_job_in(job, ahead, growth) for job in household.jobs if job.ends is None or job.ends.year >= year)
    return replace(household, year=household.year + ahead, jobs=jobs, elsewhere={})


def of_a_whole_year(job: Job) -> Rate:
    """What the pay of a job that starts in the year is multiplied by to be a whole year's."""
    if job.starts is None:
        return Rate(1, 1)
    days = datetime.date(job.starts.year, 12, 31).timetuple().tm_yday
    return Rate(days, days - job.starts.timetuple().tm_yday + 1)


def _job_in(job: Job, ahead: int, growth: Rate) -> Job:
    years = job.service_years + ahead if job.service_years is not None else None
    whole = of_a_whole_year(job)
    of_year, others = portion(job.pay, whole, Rounding.HALF_UP), portion(job.other_wages, whole, Rounding.HALF_UP)
    # The year after the first looks back on what was paid, not on a whole year.
    pay, last = grown(of_year, growth, ahead), grown(of_year, growth, ahead - 1) if ahead > 1 else job.pay
    other, other_last = grown(others, growth, ahead), grown(others, growth, ahead - 1) if ahead > 1 else job.other_wages
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
