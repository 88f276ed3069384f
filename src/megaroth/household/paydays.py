"""Paydays: from a frequency and a first date to the days on which paychecks are dated.

A paycheck belongs to the year of the day it is paid. Knows frequencies and banking days; refuses to know any amount.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from megaroth.household.bank_holidays import ONE_DAY, is_banking_day

Frequency: TypeAlias = Literal["weekly", "biweekly", "semimonthly", "monthly", "listed"]
Shift: TypeAlias = Literal["before", "after", "none"]
PERIODS: dict[str, int] = {"weekly": 52, "biweekly": 26, "semimonthly": 24, "monthly": 12}
"""How many paydays a year's salary is divided by, whatever the calendar of one year brings."""
LAST_OF_MONTH = 31


@dataclass(frozen=True, slots=True)
class Payday:
    """One payday: when it is due, when it is paid, and the first and last day of work that it pays."""

    due: datetime.date
    paid: datetime.date
    first: datetime.date
    last: datetime.date


def paydays_of(
    year: int,
    frequency: Frequency,
    first_payday: datetime.date | None,
    listed: tuple[datetime.date, ...] = (),
    days_of_month: tuple[int, ...] = (),
    shift: Shift = "before",
    arrears_days: int = 0,
) -> tuple[Payday, ...]:
    """The paydays that are paid in `year`, in order. A period begins the day after the one before it ended."""
    due = _due(year, frequency, first_payday, listed, days_of_month)
    start = datetime.date(year, 1, 1) if frequency == "listed" else due[0] - ONE_DAY * 40
    earlier = _before(frequency, due[0], days_of_month) if frequency != "listed" else []
    before = earlier[-1] + ONE_DAY if earlier else start
    found = []
    late = datetime.timedelta(days=arrears_days)
    for day in due:
        paid = shifted(day, shift) if frequency != "listed" else day
        if paid.year == year:
            found.append(Payday(day, paid, before - late, day - late))
        before = day + ONE_DAY
    return tuple(found)


def shifted(day: datetime.date, shift: Shift) -> datetime.date:
    """The banking day on which a payday is paid that may fall on a weekend or bank holiday."""
    step = {"before": -ONE_DAY, "after": ONE_DAY, "none": None}[shift]
    while step is not None and not is_banking_day(day):
        day += step
    return day


def usual_days(frequency: Frequency, first_payday: datetime.date) -> tuple[int, ...] | None:
    """The days of the month that a first payday tells of; None where it does not decide."""
    day, month_ends = first_payday.day, _in_month(first_payday.year, first_payday.month, LAST_OF_MONTH)
    is_last = first_payday in (month_ends, shifted(month_ends, "before"))
    if frequency == "monthly":
        return (LAST_OF_MONTH,) if is_last else (day,)
    if day == 15 or is_last or shifted(first_payday.replace(day=15), "before") == first_payday:
        return (15, LAST_OF_MONTH)
    return None


def _due(
    year: int,
    frequency: Frequency,
    first_payday: datetime.date | None,
    listed: tuple[datetime.date, ...],
    days_of_month: tuple[int, ...],
) -> list[datetime.date]:
    """The dates due that can be paid in the year: some just outside it, for shifting moves them across its ends."""
    if frequency == "listed":
        return sorted(listed)
    end = datetime.date(year + 1, 1, 10)
    if frequency in ("weekly", "biweekly"):
        assert first_payday is not None  # noqa: S101  (the reader asks for it)
        gap = datetime.timedelta(days=7 if frequency == "weekly" else 14)
        return list(_every(first_payday, gap, end))
    months = [(year - 1, 12), *((year, month) for month in range(1, 13)), (year + 1, 1)]
    days = sorted({_in_month(y, month, day) for y, month in months for day in days_of_month})
    begin = first_payday or datetime.date(year - 1, 12, 20)
    # A first payday that was moved to the banking day before stands for the due date behind it.
    return [day for day in days if begin <= max(day, shifted(day, "after")) and day <= end]


def _every(day: datetime.date, gap: datetime.timedelta, end: datetime.date) -> Iterable[datetime.date]:
    while day <= end:
        yield day
        day += gap


def _before(frequency: Frequency, day: datetime.date, days_of_month: tuple[int, ...]) -> list[datetime.date]:
    """The due dates just before one."""
    if frequency in ("weekly", "biweekly"):
        return [day - datetime.timedelta(days=7 if frequency == "weekly" else 14)]
    months = [(day.year - (day.month == 1), (day.month - 2) % 12 + 1), (day.year, day.month)]
    days = sorted({_in_month(y, month, each) for y, month in months for each in days_of_month})
    return [each for each in days if each < day]


def _in_month(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))
