"""Several jobs of one person: which of them takes the person's limits first.

Knows only how to compare: the order that wins the most match, then deferrals, then after-tax money. The sharing itself
is the room's. A tie is settled by the order of the file.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import permutations

from megaroth.household.model import Household, Job
from megaroth.law.book import Law
from megaroth.room.household import find_rooms

MOST_JOBS = 5
"""Orders of so many jobs are compared; with more, the order of the file stands."""


def best_order(law: Law, household: Household, today: datetime.date | None = None) -> Household:
    """The household with each person's jobs in the order in which they best take the person's limits."""
    for person in household.people:
        own = [job for job in household.jobs if job.person == person]
        if 1 < len(own) <= MOST_JOBS:
            orders = [_with_order(household, person, order) for order in permutations(own)]
            household = max(orders, key=lambda each: _worth(law, each, person, today))
    return household


def _with_order(household: Household, person: str, order: tuple[Job, ...]) -> Household:
    """The same household with this person's jobs in another order, in the places where they stood."""
    own = iter(order)
    return replace(household, jobs=tuple(next(own) if job.person == person else job for job in household.jobs))


def _worth(law: Law, household: Household, person: str, today: datetime.date | None) -> tuple[int, int, int]:
    match = deferral = after_tax = 0
    for case in find_rooms(law, household, today):
        if case.job.person == person:
            match += int(case.room.match.cents)
            deferral += int((case.room.elective_deferral + case.room.catch_up).cents)
            after_tax += int(case.room.after_tax_planned.cents)
    return match, deferral, after_tax
