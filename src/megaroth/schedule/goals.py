"""What a schedule is to reach, and what was found. Knows the wishes as amounts; refuses to search."""

from __future__ import annotations

from collections.abc import Sequence
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
    """Whether a step more would fit under every limit, but not on the paychecks."""

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


def equally_good(outcomes: Sequence[Outcome], is_separate: bool, within: int) -> list[int]:
    """Which of some outcomes win the most match, then the most deferrals, then the most after-tax money, but for so much.

    Catch-up with an election of its own is a goal before these.
    """
    left = list(range(len(outcomes)))
    for goal in range(3):
        reached = {number: _goals(outcomes[number], is_separate)[goal] for number in left}
        least = max(reached.values()) - within
        left = [number for number in left if reached[number] >= least]
    return left


def _goals(outcome: Outcome, is_separate: bool) -> tuple[int, int, int]:
    deferral = outcome.deferral if is_separate else outcome.deferral + outcome.catch_up
    amounts = (outcome.match + outcome.true_up, deferral, outcome.after_tax)
    return tuple([int(amount.cents) for amount in amounts])  # type: ignore[return-value]
