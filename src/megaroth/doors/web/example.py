"""The household that the app opens with, and the empty one of “start mine”."""

from __future__ import annotations

import datetime
from typing import Any

from megaroth.law.book import known_years


def year_of(today: datetime.date) -> int:
    """The year to plan: today's, or the nearest that the book of law has."""
    years = known_years()
    return min(max(today.year, years.start), years.stop - 1)


def _second_friday(year: int) -> str:
    first = datetime.date(year, 1, 8)  # so that the year has 26 paychecks and not 27
    return str(first + datetime.timedelta(days=(4 - first.weekday()) % 7))


def example(today: datetime.date) -> dict[str, Any]:
    """A product manager at Amazon with $500,000 of pay who puts in a little too little."""
    year = year_of(today)
    return {
        "format": 1,
        "year": year,
        "filing": "single",
        "state": "WA",
        "people": {"Jeff": {"born": f"{year - 45}-12-31"}},
        "jobs": [
            {
                "name": "Amazon",
                "person": "Jeff",
                "plan": "amazon",
                "pay": {"frequency": "biweekly", "first_payday": _second_friday(year), "annual": "500000"},
                "last_year_pay": "480000",
                "current_elections": {"pre_tax": "5", "after_tax": "7"},
            }
        ],
    }


def blank(today: datetime.date) -> dict[str, Any]:
    """Nothing known yet but that there is somebody with a job."""
    return {
        "format": 1,
        "year": year_of(today),
        "people": {"Me": {}},
        "jobs": [{"name": "Job 1", "person": "Me", "plan": "unknown"}],
    }
