"""What a schedule is to reach, and what was found. Knows the wishes as amounts; refuses to search."""

from __future__ import annotations

from dataclasses import dataclass

from megaroth.household.model import Wishes
from megaroth.household.pay import Elections
from megaroth.kit.money import ZERO, Money
from megaroth.kit.words import least, remaining
from megaroth.schedule.audit import Judged
from megaroth.schedule.payroll import Outcome
from megaroth.schedule.year import JobYear


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the schedule should reach by the year's end, year to date included."""

    deferral: Money
    """Regular deferrals and, where it has no election of its own, catch-up."""
    catch_up: Money
    """Catch-up where it has an election of its own."""
    after_tax: Money
    shape: str = "even"
    most_changes: int = 1
    only_for_match: bool = False
    """The least deferral that earns the most match, instead of as much as `deferral`."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The numbers to set, what comes of them, and whether nothing better exists."""

    elections: tuple[Elections, ...]
    judged: Judged
    is_proven: bool
    unfilled_deferral: Money
    unfilled_after_tax: Money
    is_held_back: bool = False
    """Whether a step more would fit under every limit, but not on the cheques."""

    @property
    def outcome(self) -> Outcome:
        """The year as it will end."""
        return self.judged.outcome


@dataclass(frozen=True, slots=True)
class NeedCosts:
    """What the net pay that a person needs costs in contributions and match."""

    match: Money
    deferral: Money
    after_tax: Money

    @classmethod
    def between(cls, freely: Outcome, needing: Outcome) -> NeedCosts:
        """Of a year solved without the need, and the same year with it."""
        return cls(
            remaining(of=freely.match + freely.true_up, needing=needing.match + needing.true_up),
            remaining(of=freely.deferral + freely.catch_up, needing=needing.deferral + needing.catch_up),
            remaining(of=freely.after_tax, needing=needing.after_tax),
        )


def wanted(year: JobYear, wishes: Wishes, deferral: Money, catch_up: Money, after_tax: Money) -> Wanted:
    """The wishes as amounts, within the limits; `NO_LIMIT` stands for as much as allowed."""
    limits = year.limits
    only_for_match = isinstance(wishes.deferral, str) and wishes.deferral == "match"
    regular = limits.deferral if only_for_match else least(limit=limits.deferral, wish=deferral)
    more = least(limit=limits.catch_up, wish=catch_up) if deferral >= limits.deferral and not only_for_match else ZERO
    separate = year.payroll.separate_catch_up
    return Wanted(
        regular if separate else regular + more,
        more if separate else ZERO,
        after_tax,
        wishes.shape,
        wishes.most_changes,
        only_for_match,
    )
