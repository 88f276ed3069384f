"""The year's dates for one household: when to change a number, when to look, what the law and the plan wait for.

`dates_of` gives them as data; `ics_of` as a calendar file with stable names, so that importing it again adds nothing twice.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from megaroth.kit.money import ZERO
from megaroth.plan.payroll import payroll_of
from megaroth.room.answer import JobAnswer, RoomAnswer
from megaroth.schedule.answer import JobSchedule, ScheduleAnswer
from megaroth.schedule.words import numbers


@dataclass(frozen=True, slots=True)
class Dated:
    """One date: the day, what to do in a few words, and why in a sentence."""

    day: datetime.date
    what: str
    why: str


def dates_of(room: RoomAnswer, schedule: ScheduleAnswer | None, today: datetime.date) -> list[Dated]:
    """Every date from `today` on, in order; a number that should be set already is for today."""
    year = room.household.year
    pay = {job.name: job for job in schedule.jobs} if schedule else {}
    found = [
        Dated(
            datetime.date(year, 11, 1),
            f"Look for the limits of {year + 1}",
            "They are announced about now; elections for the first payday of the new year rest on them.",
        ),
        Dated(
            datetime.date(year, 11, 15),
            "Open enrollment: check next year's elections",
            "Many plans keep the numbers of this year until they are changed, also where a limit moved.",
        ),
        Dated(
            datetime.date(year + 1, 4, 15),
            f"Last day for an excess deferral of {year}",
            "What was deferred above the limit, over all employers, must be out with its earnings, IRC §402(g)(2).",
        ),
        Dated(
            datetime.date(year + 1, 4, 15),
            f"Last day for an IRA contribution for {year}",
            "Backdoor Roth contributions for the year are made by the day the return is due, IRC §219(f)(3).",
        ),
    ]
    for job in room.jobs:
        found += _of_elections(job.name, pay.get(job.name), today)
        if job.may_i == "yes" and not (job.case.job.is_over(today) and job.after_tax_so_far == ZERO):
            found += _of_after_tax(job, year)
        found += _of_true_up(job, year)
    return sorted((date for date in found if date.day >= today), key=lambda date: (date.day, date.what))


def _of_elections(name: str, job: JobSchedule | None, today: datetime.date) -> list[Dated]:
    if job is None:
        return []
    lead = datetime.timedelta(days=job.year.payroll.lead_days or 7)
    found = [
        Dated(
            max(each.since - lead, min(today, each.since)),
            f"{name}: set {numbers(each.regular)}",
            f"It has to be in force for the payday of {each.since:%B} {each.since.day}; payrolls close some days before.",
        )
        for each in job.elections
    ]
    paydays = [line.paycheck.date for line in job.outcome.lines]
    if len(paydays) > 1:
        found.append(
            Dated(
                paydays[-2] + datetime.timedelta(days=1),
                f"{name}: compare the pay stub with the plan",
                f"One payday is left, {paydays[-1]:%B} {paydays[-1].day}: the last chance to correct a difference.",
            )
        )
    return found


def _of_after_tax(job: JobAnswer, year: int) -> list[Dated]:
    draft = job.case.job.plan.draft
    found = [
        Dated(
            datetime.date(year + 1, 1, 31),
            f"{job.name}: Form 1099-R for the conversions of {year}",
            "It should have come by now. Box 2a is what is taxed: only the earnings of after-tax money.",
        )
    ]
    automatic = draft.says("in_plan_conversion") == "automatic"
    times = int(draft.value("conversions_per_year", 4) or 1)
    months = (1, 4, 7, 10) if automatic else {1: (12,), 2: (6, 12), 3: (4, 8, 12)}.get(times, (3, 6, 9, 12))
    why = "Earnings until then are taxed as income: the sooner, the less."
    if automatic:
        why = "The automatic conversion should have moved it; ask the recordkeeper if it has not."
    for month in months:
        what = "is any after-tax money left unconverted?" if automatic else "convert the after-tax money"
        found.append(Dated(datetime.date(year, month, 20), f"{job.name}: {what}", why))
    return found


def _of_true_up(job: JobAnswer, year: int) -> list[Dated]:
    payroll = payroll_of(job.case.job.plan.draft)
    if not payroll.trues_up or job.match is None or not job.match > ZERO:
        return []
    month = payroll.true_up_month or 3
    known = "" if payroll.true_up_month else " The plan’s terms do not say when; March is common."
    return [
        Dated(
            datetime.date(year + 1, month, 28),
            f"{job.name}: has the true-up of {year} come?",
            f"It counts against the limits of {year}, though it is paid in now.{known}",
        )
    ]


def ics_of(dates: list[Dated], today: datetime.date) -> bytes:
    """The dates as an iCalendar file of whole-day events. `today` stamps it. Needs the `report` extra (icalendar)."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//megaroth//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for date in dates:
        event = Event()
        name = hashlib.sha256(f"{date.day.isoformat()} {date.what}".encode()).hexdigest()[:32]
        event.add("uid", f"{name}@megaroth")
        event.add("dtstamp", datetime.datetime.combine(today, datetime.time(), datetime.UTC))
        event.add("dtstart", date.day)
        event.add("dtend", date.day + datetime.timedelta(days=1))
        event.add("summary", date.what)
        event.add("description", date.why)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
