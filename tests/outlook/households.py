"""Households for the tests of the outlook, as texts."""

from __future__ import annotations

import datetime
from typing import Any

from megaroth import questions
from megaroth.outlook.answers import WorthAnswer
from megaroth.outlook.compare import worth_answer
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.should import ShouldAnswer
from megaroth.questions import outlook
from megaroth.room.answer import RoomAnswer

TODAY = datetime.date(2026, 1, 2)


def household(**parts: Any) -> dict[str, Any]:
    """A single engineer of 40 whose plan does everything; `parts` replace or add top-level tables, `job` and `plan` merge."""
    plan = {
        "name": "Initech 401(k) Plan", "after_tax_allowed": "yes", "in_plan_conversion": "automatic", "roth_deferrals": "yes",
        "match": [{"rate_percent": 50, "up_to_percent_of_pay": 6}], "match_on_catch_up": "no", **parts.pop("plan", {}),
    }  # fmt: skip
    job = {"name": "Initech", "person": "ana", "pay": 200_000, "last_year_pay": 190_000, "last_year_fica_wages": 190_000,
           "plan": plan, **parts.pop("job", {})}  # fmt: skip
    return {"year": 2026, "people": {"ana": {"born": "1986-03-14"}}, "jobs": [job], **parts}


def room(**parts: Any) -> RoomAnswer:
    found = questions.room(household(**parts), TODAY)
    assert not isinstance(found, list), found
    return found


def worth(markets: bool = False, sensitivity: bool = False, threads: int = 1, **parts: Any) -> WorthAnswer:
    found = worth_answer(room(**parts), markets, sensitivity, threads)
    assert not isinstance(found, list), found
    return found


def first(**parts: Any) -> FirstAnswer:
    return outlook.first_of(room(**parts), TODAY)


def should(today: datetime.date = TODAY, **parts: Any) -> ShouldAnswer:
    return outlook.should_of(room(**parts), today)


FLAT = {"dividend_tax_percent": 0, "gain_tax_percent": 0, "rate_now_percent": 0, "rate_later_percent": 0}
"""No tax of any kind."""
CALM = {"return_percent": 0, "inflation_percent": 0, "dividend_percent": 0}
"""No growth of any kind."""
CASH = {"savings": 60_000, "monthly_spending": 5_000, "to_save": 120_000}
