"""The solver: which numbers to set, from which payday. It proposes; the simulator and the audit dispose.

The goals, one after the other (docs/how-payroll-is-computed.md): break no limit; lose no match; defer as wished;
after-tax as wished; fewest days with a change; the shape asked for. Every number changes at most once after it is set.
Each goal has a file of its own: `solve_deferrals.py`, `solve_after_tax.py`, `solve_shape.py`.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import add
from typing import NamedTuple

from megaroth.household.pay import Election, Elections
from megaroth.kit.money import LARGEST, NO_LIMIT, NONE, ZERO, Money
from megaroth.kit.trace import silently
from megaroth.kit.words import greatest, least, remaining
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.schedule.audit import Judged
from megaroth.schedule.cash import Purse
from megaroth.schedule.goals import Solution, Wanted, equally_good
from megaroth.schedule.ladder import Numbers, fullest
from megaroth.schedule.solve_after_tax import AfterTax
from megaroth.schedule.solve_deferrals import MANY_STEPS, Deferrals
from megaroth.schedule.solve_held import Holding
from megaroth.schedule.solve_shape import Shapes
from megaroth.schedule.solve_tries import A_DOLLAR, Tries
from megaroth.schedule.year import JobYear

MOST_CATCH_UPS = 150
"""So many equally full catch-up numbers are tried with all others beside them."""
FEW_CATCH_UPS = 10
"""The same for elections in dollars, of which thousands are equally full."""


def solve(
    year: JobYear,
    goal: Wanted,
    current: Sequence[Elections] = (),
    first_day: datetime.date | None = None,
    purse: Purse | None = None,
) -> Solution:
    """The best elections for the paychecks from `first_day` on; earlier paychecks follow `current`.

    No paycheck is told to put in more than `purse` says it can hold. The best without that bound is the best with it if
    every paycheck can hold it, which is quickly seen.
    """
    return solve_with(Search, Tries, year, goal, current, first_day, purse)


def solve_with(
    search: type[Search],
    tries: type[Tries],
    year: JobYear,
    goal: Wanted,
    current: Sequence[Elections],
    first_day: datetime.date | None,
    purse: Purse | None,
) -> Solution:
    """The same with a search of its own (`solve_columns.py`)."""
    with silently():
        told = replace(year, told=True)
        tried = tries(told, goal, tuple(current), first_day, None)
        done = beside_what_is_done(told, goal, tried.base)
        freely = search(tried if done == (told, goal) else tried.measured_by(*done))
        found = freely.best()
        if purse is not None and not purse.holds_all(found.outcome.lines, freely.tries.free):
            found = search(freely.tries.bound_by(purse), freely).best()
        return found if done[0] == told else replace(found, judged=Judged(told, found.outcome))


def beside_what_is_done(year: JobYear, goal: Wanted, base: Judged) -> tuple[JobYear, Wanted]:
    """The year and the wishes with room for what is beyond them already, and for no more.

    What was put in before the free paychecks no number takes back; it must not keep the others from doing their best.
    """
    limits, outcome = year.limits, base.outcome
    deferred = outcome.deferral + (ZERO if year.payroll.separate_catch_up else outcome.catch_up)
    wished = replace(
        goal,
        deferral=greatest(goal=goal.deferral, done=deferred),
        catch_up=remaining(of=goal.catch_up, excess=outcome.excess),
        after_tax=greatest(goal=goal.after_tax, done=outcome.after_tax),
    )
    if not base.breaks_a_limit:
        return year, wished
    held = replace(
        limits,
        deferral=limits.deferral + base.excess_deferral,
        additions=greatest(limit=limits.additions, done=outcome.additions),
        after_tax=greatest(limit=limits.after_tax, done=outcome.after_tax),
        combined=greatest(limit=limits.combined, done=outcome.deferral + outcome.after_tax),
    )
    return replace(year, limits=held), wished


class Found(NamedTuple):
    """Deferral, after-tax and catch-up numbers, what comes of them, and how good they look among equals."""

    x: Numbers
    y: Numbers
    z: Numbers
    judged: Judged
    is_proven: bool
    looks: tuple[int | tuple[int, ...], ...]


class Search:
    """One job's search: one number after the other, then the answer."""

    deferrals_class, after_tax_class = Deferrals, AfterTax

    def __init__(self, tries: Tries, freely: Search | None = None) -> None:
        """`freely` has searched the same year without regard to what paychecks can hold."""
        self.tries, self.year, self.goal, self.freely = tries, tries.year, tries.goal, freely
        self.regular, self.nothing, self.purse = tries.regular, tries.nothing, tries.purse
        self.holding = Holding(tries)
        self.deferrals: dict[Numbers, Deferrals] = {}
        """By the catch-up numbers beside them."""
        self.after_tax: dict[Numbers, AfterTax] = {}

    def best(self) -> Solution:
        """The best numbers, goal after goal."""
        self._choose_bonus()
        if self.tries.base.breaks_a_limit or not self.regular:
            return self._answer(Found(self.nothing, self.nothing, self.nothing, self.tries.base, True, ()))
        catch_ups, are_all = self._catch_ups()
        found = [self._beside(z) for z in catch_ups]
        best = found[0] if len(found) == 1 else _best_of(found)
        return self._answer(best._replace(is_proven=are_all and all(each.is_proven for each in found)))

    def _beside(self, z: Numbers) -> Found:
        """The best deferral and after-tax numbers beside those for catch-up."""
        shapes = Shapes(self.tries, z)
        self.deferrals[z] = self.deferrals_class(self.tries, self.holding, shapes)
        self.after_tax[z] = self.after_tax_class(self.tries, self.holding, shapes, self.deferrals[z])
        xs, x_proven = self._deferrals(z)
        x, y, proven = self.after_tax[z].best(xs, z)
        judged = self.tries.tried(x, y, z)
        # A cent of rounding, or a stop that was not foreseen.
        while self._is_wrong(judged) and y[0] + y[2] > 0:
            fewer = (y[0] - 1, y[1], max(y[2] - 1, 0))
            if y[1] < len(self.regular) and y[2] > 0:
                fewer = (y[0], y[1], y[2] - 1)
            y, proven = (max(fewer[0], 0), *fewer[1:]), False
            judged = self.tries.tried(x, y, z)
        proven = proven and x_proven and not self._is_wrong(judged)
        days, shape = shapes.of_pair(x, y)
        return Found(x, y, z, judged, proven, (days, tuple(map(add, shape, shapes.of(z)))))

    def _is_wrong(self, judged: Judged) -> bool:
        return judged.breaks_a_limit or not self.tries.holds(judged)

    def _deferrals(self, z: Numbers) -> tuple[list[Numbers], bool]:
        """The best deferral numbers; where a search of the same year knows them, those of them that paychecks can hold."""
        freely, deferrals = self.freely, self.deferrals[z]
        if freely is not None and freely.tries.base is self.tries.base and z in freely.deferrals:
            held = deferrals.held_of(freely.deferrals[z], z)
            if held:
                self.after_tax[z].learn(freely.after_tax[z])
                return held, freely.deferrals[z].is_proven
        return deferrals.best(z)

    def _choose_bonus(self) -> None:
        """Pay with an election of its own: just enough for its match, so that the regular numbers stay even."""
        matched = [number for number in self.tries.bonus if self.year.paychecks[number].matched]
        if not matched or not self.year.plan.match:
            return
        most = self.tries.steps_in([self.year.plan.deferral_cap])
        pay = self.year.paychecks[matched[0]].pay
        full = self._formula(pay, self.tries.amount(pay, most))
        steps = next(k for k in range(most + 1) if self._formula(pay, self.tries.amount(pay, k)) == full)
        for fewer in range(steps, -1, -1):
            share = self.tries.share(fewer)
            judged = self.tries.with_bonus(Election(NONE, share) if self.year.is_roth else Election(share))
            made = judged.outcome.deferral + judged.outcome.catch_up
            if not judged.breaks_a_limit and made <= self.goal.deferral and self.tries.holds(judged):
                return
        self.tries.with_bonus(Election())

    def _formula(self, pay: Money, deferral: Money) -> Money:
        year = self.year
        counts = year.plan.match_on_roth is True or not year.is_roth
        matched = matched_contributions(year.plan, deferral if counts else ZERO, ZERO, ZERO, False)
        return employer_match(year.plan, least(pay=pay, limit=year.limits.countable), matched, year.service)

    def _catch_ups(self) -> tuple[list[Numbers], bool]:
        """Catch-up with an election of its own: numbers that put in as much as wished, the best shape first; whether all."""
        goal = int((self.goal.catch_up - self.tries.base.outcome.catch_up).cents)
        if not self.year.payroll.separate_catch_up or goal <= 0:
            return [self.nothing], True
        found, are_all = self._catch_ups_upto(goal)
        if not found:  # their match alone breaks a limit
            most = bisect_left(range(goal), True, key=lambda cents: not self._catch_ups_upto(cents)[0]) - 1
            found, are_all = self._catch_ups_upto(most) if most >= 0 else ([self.nothing], True)
        return found, are_all

    def _catch_ups_upto(self, goal: int) -> tuple[list[Numbers], bool]:
        """The fullest under an amount that break no limit by themselves."""
        rungs, length = self.tries.ladder_of(self.holding.whole), len(self.regular)
        tops = self.holding.tops(rungs, None)
        _, equal = fullest(rungs, self.tries.places, goal, range(rungs.most + 1), A_DOLLAR, tops)
        once = [numbers for _, numbers in equal if numbers[0] != numbers[2] or numbers[1] == length]
        shapes = Shapes(self.tries, self.nothing)
        most = MOST_CATCH_UPS if rungs.most <= MANY_STEPS else FEW_CATCH_UPS
        tried = sorted(once, key=lambda numbers: (shapes.of(numbers), numbers))[:most]
        legal = [z for z in tried if not self.tries.tried(self.nothing, self.nothing, z).breaks_a_limit]
        return legal, len(once) == len(tried)

    def _answer(self, found: Found) -> Solution:
        x, y, z, judged, proven, _ = found
        goal, outcome = self.goal, judged.outcome
        made = outcome.deferral + (ZERO if self.tries.is_separate else outcome.catch_up)
        wish = goal.after_tax if goal.after_tax < NO_LIMIT else Money(LARGEST)
        left = least(
            additions=_beyond(self.year.limits.additions, outcome.additions),
            plan=_beyond(self.year.limits.after_tax, outcome.after_tax),
            combined=_beyond(self.year.limits.combined, outcome.deferral + outcome.after_tax),
            wish=_beyond(wish, outcome.after_tax),
        )
        return Solution(
            self._entries(x, y, z),
            judged,
            proven,
            ZERO if goal.only_for_match else _beyond(goal.deferral, made),
            left,
            self.holding.is_held_back(x, y, z),
        )

    def _entries(self, x: Numbers, y: Numbers, z: Numbers) -> tuple[Elections, ...]:
        entries: list[Elections] = []
        bonus = self.tries.bonus_election if self.tries.bonus else None
        for place in self.tries.days_of(x, y, z):
            day = self.year.paychecks[self.regular[place]].date
            entries.append(Elections(day, self.tries.election(place, x, y, z), bonus))
        if not entries and self.tries.bonus:
            entries.append(Elections(self.year.paychecks[self.tries.bonus[0]].date, Election(), bonus))
        return tuple(entries)


def _best_of(found: list[Found]) -> Found:
    """Of the best beside each catch-up numbers: what breaks nothing, then goal after goal."""
    legal = [each for each in found if not each.judged.breaks_a_limit] or found
    equal = equally_good([each.judged.outcome for each in legal], True, A_DOLLAR)
    return min([legal[number] for number in equal], key=lambda each: (each.looks, each.x, each.y, each.z))


def _beyond(amount: Money, used: Money) -> Money:
    return amount - used if amount > used else ZERO
