"""Days on which no payroll arrives: weekends and the Federal Reserve's holidays.

Knows the days of 5 U.S.C. §6103(a) as banks keep them: one that falls on a Sunday is kept on Monday, one that falls on
a Saturday is not kept on Friday. Refuses to know which of them an employer observes besides.
"""

from __future__ import annotations

import datetime
from functools import cache

ONE_DAY = datetime.timedelta(days=1)
_FIXED = ((1, 1), (7, 4), (11, 11), (12, 25))
_JUNETEENTH, _JUNETEENTH_SINCE = (6, 19), 2022
"""Public Law 117-17 was signed two days before the first one; banks were open in 2021."""
# Month, weekday (Monday is 0), which of the month (-1: the last).
_FLOATING = ((1, 0, 3), (2, 0, 3), (5, 0, -1), (9, 0, 1), (10, 0, 2), (11, 3, 4))


def is_banking_day(day: datetime.date) -> bool:
    """Whether a direct deposit can arrive on that day."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@cache
def bank_holidays(year: int) -> frozenset[datetime.date]:
    """The weekdays of a year on which the Federal Reserve's payment systems are closed."""
    fixed = [*_FIXED, _JUNETEENTH] if year >= _JUNETEENTH_SINCE else [*_FIXED]
    days = [datetime.date(year, month, day) for month, day in fixed]
    days = [day + ONE_DAY if day.weekday() == 6 else day for day in days]
    return frozenset([*days, *(_nth(year, *rule) for rule in _FLOATING)])


def _nth(year: int, month: int, weekday: int, which: int) -> datetime.date:
    if which > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = datetime.date(year + month // 12, month % 12 + 1, 1) - ONE_DAY
    return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)
