"""By when a failed test is corrected: without the excise tax, at the latest, and when the tax return is due."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from megaroth.law.book import statutory_number


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last day without excise tax, the last day of all, and the day Form 5330 is due."""

    without_excise: datetime.date
    last: datetime.date
    excise_return: datetime.date


def deadlines(plan_year_end: datetime.date | None, year: int, automatic: bool) -> Deadlines:
    """Of a plan year that ends on `plan_year_end`, or with the year; `automatic`: an eligible automatic arrangement."""
    end = plan_year_end.replace(year=year) if plan_year_end else datetime.date(year, 12, 31)
    if automatic:
        first = months_after(end, statutory_number("correction_months_automatic"))
    else:
        first = months_after(end, statutory_number("correction_months")) + datetime.timedelta(
            days=statutory_number("correction_days")
        )
    return Deadlines(
        first,
        months_after(end, statutory_number("last_correction_months")),
        _month_end(months_after(end, statutory_number("excise_return_months"))),
    )


def months_after(day: datetime.date, months: int) -> datetime.date:
    """So many months later; the last day of a month stays the last day."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    last = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return datetime.date(year, month + 1, last if is_last else min(day.day, last))


def _month_end(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
