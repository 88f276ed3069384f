"""The solver: which numbers to set, from which payday. It proposes; the simulator and the audit dispose.

The goals, one after the other (docs/how-payroll-is-computed.md): break no limit; lose no match; defer as wished;
after-tax as wished; fewest days with a change; the shape asked for. Every number changes at most once after it is set.
One search over one job's numbers, and so one class; its tables and goals stand in files of their own.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeAlias

from megaroth.household.pay import Election, Elections, Share
from megaroth.kit.money import LARGEST, NO_LIMIT, NONE, ZERO, Money, Rate
from megaroth.kit.trace import silently
from megaroth.kit.words import cap, least
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.schedule.audit import Judged, judge
from megaroth.schedule.cash import ALWAYS_HELD, Purse
from megaroth.schedule.elections import in_force, per_cheque
from megaroth.schedule.formula import half_up
from megaroth.schedule.goals import Solution, Wanted
from megaroth.schedule.ladder import (
    EvenLadder,
    Ladder,
    Numbers,
    at,
    climbs,
    fullest,
    ladder,
    lowest,
    most_under,
    with_second,
)
from megaroth.schedule.match_table import NO_LIMIT_CENTS, MatchTable
from megaroth.schedule.payroll import amount_of, simulate
from megaroth.schedule.year import JobYear

A_DOLLAR = 99
"""Schedules that put in within 99 cents of each other count as equally full."""
FEW = 400
"""So many equally full schedules are compared by shape."""
MOST_STOPS_TRIED = 8
MANY_STEPS = 1_000
"""Beyond so many steps (elections in dollars) only numbers about the one the shape asks for are tried first."""
NEAR = 30


def solve(
    year: JobYear,
    goal: Wanted,
    current: Sequence[Elections] = (),
    first_day: datetime.date | None = None,
    purse: Purse | None = None,
) -> Solution:
    """The best elections for the cheques from `first_day` on; earlier cheques follow `current`.

    No cheque is told to put in more than `purse` says it can hold. The best without that bound is the best with it if
    every cheque can hold it, which is quickly seen.
    """
    with silently():
        told, now = replace(year, told=True), tuple(current)
        freely = _Search(told, goal, now, first_day, None)
        found = freely.best()
        if purse is None or purse.holds_all(found.outcome.lines, freely.free):
            return found
        return _Search(told, goal, now, first_day, purse).best()


Shaped: TypeAlias = tuple[tuple[int, ...], int, Numbers]
"""Shape, less what the numbers put in, and the numbers: the best sorts first."""


class _Search:
    """One job's search. Places count the regular cheques that are still free."""

    def __init__(
        self,
        year: JobYear,
        goal: Wanted,
        current: tuple[Elections, ...],
        first_day: datetime.date | None,
        purse: Purse | None,
    ) -> None:
        self.year, self.goal, self.current, self.purse = year, goal, current, purse
        self.free = [
            number
            for number, cheque in enumerate(year.cheques)
            if (first_day is None or cheque.date >= first_day) and cheque.pay > ZERO
        ]
        self.regular = [number for number in self.free if not year.cheques[number].own_election]
        self.bonus = [number for number in self.free if year.cheques[number].own_election]
        self.locked = per_cheque(year.cheques, current)
        self.bonus_election = Election()
        self.left_beside: dict[tuple[int, int], int] = {}
        self.election_of: dict[tuple[int, int, int], Election] = {}
        self.tallest: Ladder | None = None
        self.table: MatchTable | None = None
        self.catch_ups: list[Numbers] = []
        self.are_all = True
        self.match_of: dict[Numbers, int] = {}
        self.entry_of: dict[tuple[int, int], int] = {}
        self.most_beside: dict[tuple[int, int, int], int] = {}
        self.held: dict[tuple[Numbers, Numbers], tuple[list[int], list[int]]] = {}

    # What one number puts in

    def share(self, steps: int) -> Share:
        if self.year.payroll.step_dollars is not None:
            return Money(self.year.payroll.step_dollars.cents * steps)
        return Rate(self.year.payroll.step.top * steps, self.year.payroll.step.bottom)

    def steps_in(self, caps: Sequence[Rate]) -> int:
        """How many steps fit under 100% of pay and some caps."""
        if self.year.payroll.step_dollars is not None:
            pays = [self.year.cheques[number].pay for number in self.regular]
            held = [min([int(pay.cents), *(int(cap(pay, each).cents) for each in caps)]) for pay in pays]
            return min(held, default=0) // max(int(self.year.payroll.step_dollars.cents), 1)
        step = self.year.payroll.step
        fits = [
            step.bottom // step.top,
            *(cap.top * step.bottom // (cap.bottom * step.top) for cap in caps if cap.top >= 0),
        ]
        return min(int(each) for each in fits)

    def ladder_under(self, caps: Sequence[Rate]) -> Ladder:
        """The ladder up to the plan's caps on each cheque; they drop cents, where a step rounds halves up."""
        of = self.ladder_of(self.steps_in(caps))
        if self.year.payroll.step_dollars is not None:
            return of
        pays = [self.year.cheques[number].pay for number in self.regular]
        tops = [min(int(cap(pay, each).cents) for each in caps) for pay in pays]
        top = of.sums[-1]
        capped = [min(after - before, most) for before, after, most in zip(top, top[1:], tops, strict=False)]
        return Ladder((*of.sums[:-1], (0, *accumulate(capped))))

    def ladder_of(self, most: int) -> Ladder:
        if self.tallest is None or self.tallest.most < most:
            pays = [int(self.year.cheques[number].pay.cents) for number in self.regular]
            dollars, step = self.year.payroll.step_dollars, self.year.payroll.step
            if dollars is not None:
                self.tallest = EvenLadder(len(pays), most, int(dollars.cents))
            else:
                top, bottom = int(step.top), int(step.bottom)
                self.tallest = ladder(pays, most, lambda pay, steps: half_up(pay, top * steps, bottom))
        return self.tallest.upto(most)

    @cached_property
    def places(self) -> list[int]:
        """Where a change may come: at the first cheque of a day, but not at the very first."""
        if self.goal.most_changes < 1:
            return []
        days = [self.year.cheques[number].date for number in self.regular]
        return [place for place in range(1, len(days)) if days[place] != days[place - 1]]

    # Trying numbers out

    def elections(self, x: Numbers, y: Numbers, z: Numbers) -> list[Election]:
        """One election for every cheque of the year."""
        chosen = list(self.locked)
        for place, number in enumerate(self.regular):
            chosen[number] = self.election(place, x, y, z)
        for number in self.bonus:
            chosen[number] = self.bonus_election
        return chosen

    def election(self, place: int, x: Numbers, y: Numbers, z: Numbers) -> Election:
        steps = (at(x, place), at(y, place), at(z, place))
        if steps not in self.election_of:
            deferral, after_tax, catch_up = map(self.share, steps)
            before, roth = (NONE, deferral) if self.year.is_roth else (deferral, NONE)
            self.election_of[steps] = Election(before, roth, catch_up, after_tax)
        return self.election_of[steps]

    def tried(self, x: Numbers, y: Numbers, z: Numbers) -> Judged:
        return judge(self.year, simulate(self.year, self.elections(x, y, z)))

    # The search

    def best(self) -> Solution:
        self.nothing = (0, len(self.regular), 0)
        self.base = self.tried(self.nothing, self.nothing, self.nothing)
        self._choose_bonus()
        if self.bonus_election != Election():
            self.base = self.tried(self.nothing, self.nothing, self.nothing)
        if self.base.breaks_a_limit or not self.regular:
            return self._answer(self.nothing, self.nothing, self.nothing, self.base, True)
        z, z_proven = self._catch_up()
        xs, x_proven = self._deferrals(z)
        x, y, proven = self._after_tax(xs, z)
        z = self._on_fewer_days(x, y, z) if self.catch_ups else z
        judged = self.tried(x, y, z)
        while (judged.breaks_a_limit or not self._holds(judged)) and y[0] + y[
            2
        ] > 0:  # a cent of rounding, or a stop that was not foreseen
            fewer = (
                (y[0], y[1], y[2] - 1) if y[1] < len(self.regular) and y[2] > 0 else (y[0] - 1, y[1], max(y[2] - 1, 0))
            )
            y, proven = (max(fewer[0], 0), *fewer[1:]), False
            judged = self.tried(x, y, z)
        return self._answer(x, y, z, judged, proven and x_proven and z_proven)

    def _choose_bonus(self) -> None:
        """Pay with an election of its own: just enough for its match, so that the regular numbers stay even."""
        matched = [number for number in self.bonus if self.year.cheques[number].matched]
        if not matched or not self.year.plan.match:
            return
        most = self.steps_in([self.year.plan.deferral_cap])
        pay = self.year.cheques[matched[0]].pay
        full = self._formula(pay, self._amount(pay, most))
        steps = next(k for k in range(most + 1) if self._formula(pay, self._amount(pay, k)) == full)
        for fewer in range(steps, -1, -1):
            share = self.share(fewer)
            self.bonus_election = Election(NONE, share) if self.year.is_roth else Election(share)
            judged = self.tried(self.nothing, self.nothing, self.nothing)
            made = judged.outcome.deferral + judged.outcome.catch_up
            if not judged.breaks_a_limit and made <= self.goal.deferral and self._holds(judged):
                return
        self.bonus_election = Election()

    def _amount(self, pay: Money, steps: int) -> Money:
        return amount_of(pay, self.share(steps))

    def _formula(self, pay: Money, deferral: Money) -> Money:
        year = self.year
        counts = year.plan.match_on_roth is True or not year.is_roth
        matched = matched_contributions(year.plan, deferral if counts else ZERO, ZERO, ZERO, False)
        return employer_match(year.plan, least(pay=pay, limit=year.limits.countable), matched, year.service)

    def _catch_up(self) -> tuple[Numbers, bool]:
        """Catch-up with an election of its own: as much as wished, with a number that is as even as can be."""
        goal = int((self.goal.catch_up - self.base.outcome.catch_up).cents)
        if not self.year.payroll.separate_catch_up or goal <= 0:
            return self.nothing, True
        rungs = self.ladder_of(self.steps_in([]))
        tops = self._tops(rungs, None)
        _, equal = fullest(rungs, self.places, goal, range(rungs.most + 1), A_DOLLAR, tops)
        self.catch_ups = sorted((numbers for _, numbers in equal), key=self._shape)
        return self.catch_ups[0], True

    def _on_fewer_days(self, x: Numbers, y: Numbers, z: Numbers) -> Numbers:
        """Catch-up numbers as good as these that change on a day on which others do, if they fit beside them."""

        def days(numbers: Numbers) -> int:
            return len({self._changes_at(each) for each in (x, y, numbers)} - {len(self.regular)})

        now = self.tried(x, y, z).outcome
        for other in sorted(self.catch_ups, key=lambda each: (days(each), self._shape(each))):
            if days(other) >= days(z):
                return z
            judged = self.tried(x, y, other)
            then = judged.outcome
            same = (then.match + then.true_up, then.deferral, then.after_tax) == (
                now.match + now.true_up,
                now.deferral,
                now.after_tax,
            )
            if same and not judged.breaks_a_limit and self._holds(judged):
                return other
        return z

    def _deferrals(self, z: Numbers) -> tuple[list[Numbers], bool]:
        """The deferral numbers that lose the least match and then defer the most, the best shape first."""
        made = self.base.outcome
        left = int((self.goal.deferral - made.deferral - (ZERO if self._separate else made.catch_up)).cents)
        if self.year.limits.combined < self.year.limits.deferral:
            left = min(left, int((self.year.limits.combined - made.deferral).cents))
        rungs = self.ladder_under([self.year.plan.deferral_cap, self.year.plan.combined_cap])
        self.rungs = rungs
        if left <= 0:
            return [self.nothing], True
        if self.goal.only_for_match:
            return self._for_match(z), True
        base = made if z == self.nothing else self.tried(self.nothing, self.nothing, z).outcome
        table = MatchTable(self.year, base, self.regular, rungs, self.goal.deferral)
        self.regular_left = max(int((self.year.limits.deferral - made.deferral).cents), 0)
        room = int(self.year.limits.additions.cents) - int((made.deferral + made.after_tax).cents)
        firsts = self._firsts(rungs, left)
        tops = self._tops(rungs, z)
        if table.is_exact:
            enough, most = self._enough(table)
            # Where one number all year earns all there is, others count only if they put in as much.
            even = max((k for k in firsts if rungs.sums[k][-1] <= left and k <= min(tops or [k])), default=0)
            total = rungs.sums[even][-1]
            fits = even >= enough and total - self._catch_up_in(total) + most <= room
            climbed = climbs(rungs, self.places, left, firsts, tops, max(total - A_DOLLAR, 0) if fits else 0)
            found, proven = self._looked_up(climbed, table, room), len(firsts) == rungs.most + 1
            at_most = min(table.most(), table.ceiling(left if table.counts else 0))
            self.table = table
        else:
            climbed = climbs(rungs, self.places, left, firsts, tops)
            found, proven = self._simulated([(table.bound(n), total, n) for total, n in climbed], z)
            at_most = NO_LIMIT_CENTS
        if not found:
            return [self.nothing], False
        best_match = max(match for match, _, _ in found) - A_DOLLAR
        most = max(total for match, total, _ in found if match >= best_match)
        equal = [numbers for match, total, numbers in found if match >= best_match and total >= most - A_DOLLAR]
        self.match_of = {numbers: match for match, _, numbers in found}
        if most < left and "deferrals" in self.year.payroll.stops and not self.year.payroll.spillover:
            equal = self._with_stop(equal, z, best_match, left) or equal
        # What cannot be more is proven, however few numbers were tried.
        proven = proven or (best_match >= at_most - 2 * A_DOLLAR and most >= left - A_DOLLAR)
        self.are_all = len(equal) <= FEW
        return sorted(equal, key=self._shape)[:FEW], proven

    def _for_match(self, z: Numbers) -> list[Numbers]:
        """The number that earns the most match with the least deferral: one all year, less where that earns as much."""
        length = len(self.regular)

        def earned(numbers: Numbers) -> int:
            judged = self.tried(numbers, self.nothing, z)
            if judged.breaks_a_limit or not self._holds(judged):
                return -1
            return int((judged.outcome.match + judged.outcome.true_up).cents)

        def all_year(step: int) -> int:
            return earned((step, length, step))

        steps = range(self.rungs.most + 1)
        highest = max(bisect_left(steps, True, key=lambda step: all_year(step) < 0) - 1, 0)
        most = all_year(highest)
        step = bisect_left(range(highest), True, key=lambda step: all_year(step) >= most)
        found = [(step, length, step)]
        for place in self.places:
            fewer = bisect_left(range(step), True, key=lambda k, at=place: earned((step, at, k)) >= most)  # type: ignore[misc]
            if fewer < step:
                found.append((step, place, fewer))
        return [min(found, key=lambda numbers: (self.rungs.total(numbers), self._shape(numbers)))]

    def _looked_up(
        self, climbed: Iterable[tuple[int, Numbers]], table: MatchTable, room: int
    ) -> list[tuple[int, int, Numbers]]:
        """Match, deferral and numbers, cut to what fits under the annual additions together with the match.

        Numbers that cannot be among the best are left out: where some earn all the match there is, only as full ones count.
        """
        (enough, most), paid = self._enough(table), table.most_paid
        found: list[tuple[int, int, Numbers]] = []
        others: list[tuple[int, Numbers]] = []
        bar = -1
        for total, numbers in climbed:
            if total < bar:
                continue
            if numbers[0] < enough or numbers[2] < enough or total - self._catch_up_in(total) + most > room:
                others.append((total, numbers))
            else:
                found.append((paid, total, numbers))
                bar = max(bar, total - A_DOLLAR)
        best = paid if found else -1
        for total, numbers in sorted(others, reverse=True):
            if total < bar or table.ceiling(total if table.counts else 0) < best - A_DOLLAR:
                break
            if total - self._catch_up_in(total) + most > room:
                fitted = self._that_fits(numbers, table, room)
                if fitted is None:
                    continue
                numbers, total = fitted, self.rungs.total(fitted)
            found.append((table.bound(numbers), total, numbers))
            best = max(best, found[-1][0])
        return found

    def _enough(self, table: MatchTable) -> tuple[int, int]:
        """The lowest step that, all year, earns all the match there is; and that match."""
        most = table.most()
        return (self.rungs.most + 1 if table.is_made_up and table.most_paid < most else table.enough()), most

    def _that_fits(self, numbers: Numbers, table: MatchTable, room: int) -> Numbers | None:
        """The numbers with the highest second one that fits under the annual additions together with its match."""

        def passes(second: int) -> bool:
            tried = with_second(numbers, second, self.rungs.length)
            total = self.rungs.total(tried)
            return total - self._catch_up_in(total) + table.claims(tried) > room

        if not passes(numbers[2]):
            return numbers
        most = bisect_left(range(numbers[2]), True, key=passes) - 1
        return None if most < 0 else with_second(numbers, most, self.rungs.length)

    @property
    def _separate(self) -> bool:
        return self.year.payroll.separate_catch_up

    def _catch_up_in(self, total: int) -> int:
        """What of these deferrals is catch-up and so outside the annual additions."""
        return 0 if self._separate else max(total - self.regular_left, 0)

    def _firsts(self, rungs: Ladder, left: int) -> Sequence[int]:
        if rungs.most <= MANY_STEPS:
            return range(rungs.most + 1)
        even = left // max(rungs.sums[1][-1], 1)
        highest = min(left // max(rungs.sums[1][1], 1), rungs.most)
        about = {"even": even, "front": highest, "back": 0}[self.goal.shape]
        return sorted({0, *(step for step in range(about - NEAR, about + NEAR + 1) if 0 <= step <= rungs.most)})

    def _simulated(
        self, found: list[tuple[int, int, Numbers]], z: Numbers
    ) -> tuple[list[tuple[int, int, Numbers]], bool]:
        """The true match of numbers of which only an upper bound is known: tried from the best bound down."""
        found = sorted(found, key=lambda item: (-item[0], -item[1], self._shape(item[2])))
        tried: list[tuple[int, int, Numbers]] = []
        best = (-1, -1)
        for count, (bound, total, numbers) in enumerate(found):
            if bound < best[0] - A_DOLLAR or count >= FEW:
                return tried, count < FEW
            if any(
                match >= bound - A_DOLLAR and most - A_DOLLAR > total for match, most, _ in tried if match >= best[0]
            ):
                continue
            fitted = self._largest_unbroken(numbers, z)
            if fitted is not None:
                outcome = self.tried(fitted, self.nothing, z).outcome
                match = int((outcome.match + outcome.true_up).cents)
                tried.append((match, self.rungs.total(fitted), fitted))
                best = max(best, tried[-1][:2])
        return tried or [(0, 0, self.nothing)], True

    def _largest_unbroken(self, numbers: Numbers, z: Numbers) -> Numbers | None:
        """The numbers with the highest second one, up to the one given, that break no limit."""

        def breaks(second: int) -> bool:
            return self.tried(with_second(numbers, second, self.rungs.length), self.nothing, z).breaks_a_limit

        if not breaks(numbers[2]):
            return numbers
        low, high = -1, numbers[2] - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (low, middle - 1) if breaks(middle) else (middle, high)
        return None if low < 0 else with_second(numbers, low, self.rungs.length)

    def _with_stop(self, equal: list[Numbers], z: Numbers, match: int, left: int) -> list[Numbers]:
        """One step more, where payroll stops at the limit by itself: lands on it exactly if no match is lost."""
        if (
            self.goal.deferral < self.year.limits.deferral
            or self.year.limits.payroll_deferral > self.year.limits.deferral
        ):
            return []
        found = []
        for first, place, second in sorted(equal, key=self._shape)[:MOST_STOPS_TRIED]:
            numbers = (first + 1, place, second + 1) if place == self.rungs.length else (first, place, second + 1)
            if max(numbers[0], numbers[2]) > self.rungs.most:
                continue
            judged = self.tried(numbers, self.nothing, z)
            outcome = judged.outcome
            keeps = int((outcome.match + outcome.true_up).cents) >= match
            if keeps and not judged.breaks_a_limit and self._holds(judged):
                found.append(numbers)
        return found

    def _after_tax(self, xs: list[Numbers], z: Numbers) -> tuple[Numbers, Numbers, bool]:
        """The after-tax numbers that fill the most beside some of the deferral numbers, and the best pair of them."""
        plan, goal = self.year.plan, self.goal.after_tax
        if goal <= self.base.outcome.after_tax or plan.after_tax_allowed is not True:
            self.are_all = True
            return min(xs, key=lambda x: self._pair_shape(x, self.nothing)), self.nothing, True
        caps = [plan.after_tax_cap, plan.combined_cap, *([plan.hce_after_tax_cap] if self.year.is_hce else [])]
        self.after_rungs = rungs = self.ladder_under(caps)
        together = self.steps_in([plan.combined_cap])
        if plan.match_on_after_tax is True:
            return self._matched_after_tax(xs, z, rungs, together)
        lefts, fills, proven = {x: self._left_beside(x, z) for x in xs}, {}, True
        for upto in dict.fromkeys(lefts.values()):
            firsts = self._firsts(rungs, upto)
            proven = proven and len(firsts) == rungs.most + 1
            fills[upto] = fullest(rungs, self.places, upto, firsts, A_DOLLAR)
        # The most that fits beside any of the deferral numbers: usually the most of all fits beside one of them.
        best = max(most for most, _ in fills.values())
        tops = [x for x in xs if fills[lefts[x]][0] == best]
        beside = {x: fills[left][1] for x, left in lefts.items()}
        if not any(y == self._beside(x, y, z, together) for x in tops for most, y in beside[x] if most == best):
            best, beside = self._held_beside(xs, lefts, z, together)
            xs = [x for x in xs if x in beside]
        x, y = self._best_shaped(xs, beside, best - A_DOLLAR, z, together)
        # All that is left is in, or all numbers were tried beside all equal ones.
        proven = (proven and self.are_all) or best >= max(lefts.values()) - A_DOLLAR
        if best < max(lefts.values()):
            y = self._after_tax_with_stop(x, y, z, rungs.most) or y
        return x, y, proven

    def _held_beside(
        self, xs: list[Numbers], lefts: dict[Numbers, int], z: Numbers, together: int
    ) -> tuple[int, dict[Numbers, list[tuple[int, Numbers]]]]:
        """The same where caps or cheques hold less: for each deferral numbers that may lead to the most, what fits."""
        rungs, length = self.after_rungs, len(self.regular)
        may: list[tuple[int, Numbers, list[int]]] = []
        for x in xs:
            beside_each = [(place, at(x, place), at(z, place)) for place in range(length)]
            steps = [max(min(self._most_beside(*each), together - each[1] - each[2]), 0) for each in beside_each]
            may.append((min(most_under(rungs, self.places, steps), lefts[x]), x, steps))
        best, beside = 0, {}
        for at_most, x, steps in sorted(may, key=lambda each: -each[0]):
            if at_most < best - A_DOLLAR:
                break
            firsts = self._firsts(rungs, lefts[x])
            most, beside[x] = fullest(rungs, self.places, lefts[x], firsts, A_DOLLAR, steps)
            best = max(best, most)
        return best, beside

    def _best_shaped(
        self, xs: list[Numbers], fills: dict[Numbers, list[tuple[int, Numbers]]], least: int, z: Numbers, together: int
    ) -> tuple[Numbers, Numbers]:
        """Of all pairs that put in `least` or more after tax: the fewest days of entering, then the best shape."""
        best: tuple[Any, ...] = ()
        pair = (xs[0], self.nothing)
        length = len(self.regular)
        known: dict[int, dict[int, list[Shaped]]] = {}
        for x in xs:
            if id(fills[x]) not in known:
                known[id(fills[x])] = self._by_change(fills[x], least)
            by_change, changes_at, shape = known[id(fills[x])], self._changes_at(x), self._shape(x)
            days = int(changes_at < length)
            # Numbers that never change or change on the same day cost no further day, all others one.
            no_day = [by_change.get(place, []) for place in {changes_at, length}]
            one_day = [rows for place, rows in by_change.items() if place not in (changes_at, length)]
            for lowest_days, rows in [*((days, each) for each in no_day), *((days + 1, each) for each in one_day)]:
                for y_shape, minus, y in rows:
                    both = tuple([a + b for a, b in zip(shape, y_shape, strict=True)])
                    if best and (lowest_days, both) > best[:2]:
                        break
                    key = (lowest_days + self._first_entry(x, y), both, minus)
                    if best and key >= best:
                        continue
                    fitted = self._beside(x, y, z, together)
                    if fitted is not None and fitted != y:
                        total = self.after_rungs.total(fitted)
                        key = (*self._pair_shape(x, fitted), -total)
                        fitted = fitted if total >= least and (not best or key < best) else None
                    if fitted is not None:
                        best, pair = key, (x, fitted)
        return pair

    def _by_change(self, fill: list[tuple[int, Numbers]], least: int) -> dict[int, list[Shaped]]:
        """Numbers that put in `least` or more, by the place of their change, the best shape first."""
        found: dict[int, list[Shaped]] = {}
        for most, y in fill:
            if most >= least:
                found.setdefault(self._changes_at(y), []).append((self._shape(y), -most, y))
        for rows in found.values():
            rows.sort()
        return found

    def _changes_at(self, numbers: Numbers) -> int:
        """The place at which a number changes; behind the last cheque if it never does."""
        first, place, second = numbers
        return place if first != second else len(self.regular)

    def _left_beside(self, x: Numbers, z: Numbers) -> int:
        """The same deferrals with the same match leave the same."""
        key = (self.rungs.total(x), self.match_of.get(x, -1))
        if key not in self.left_beside:
            known = self.table is not None and x in self.match_of
            left = self._left_by_table(x, z) if known else self._after_tax_left(self.tried(x, self.nothing, z))
            self.left_beside[key] = left
        return self.left_beside[key]

    def _left_by_table(self, x: Numbers, z: Numbers) -> int:
        """`_after_tax_left` without running the year: where the table is exact, it knows what the simulator would say."""
        assert self.table is not None  # noqa: S101
        limits, made, total = self.year.limits, self.table.base, self.rungs.total(x)
        deferral = int((made.deferral + made.excess).cents) + total - self._catch_up_in(total)
        after_tax = int(made.after_tax.cents)
        lefts = (
            int(limits.additions.cents) - deferral - after_tax - self.table.claims(x),
            int(limits.after_tax.cents) - after_tax,
            int(limits.combined.cents) - deferral - after_tax,
            int(self.goal.after_tax.cents) - after_tax,
        )
        return max(min(lefts), 0)

    def _after_tax_left(self, judged: Judged) -> int:
        """Cents that may still go in after tax beside these deferrals and their match."""
        limits, outcome = self.year.limits, judged.outcome
        lefts = (
            limits.additions - outcome.additions,
            limits.after_tax - outcome.after_tax,
            limits.combined - outcome.deferral - outcome.after_tax,
            self.goal.after_tax - outcome.after_tax,
        )
        return max(min(int(left.cents) for left in lefts), 0)

    def _beside(self, x: Numbers, y: Numbers, z: Numbers, together: int) -> Numbers | None:
        """The after-tax numbers cut to what the deferral leaves of each cheque; None if the first does not fit."""
        fitted = self._under(x, y, z, together)
        if self.purse is None or fitted is None:
            return fitted
        if self.purse.is_plain and fitted == self._under(x, fitted, z, ALWAYS_HELD * self.steps_in([]) // 100):
            return fitted
        before, behind = self._held(x, z)
        first, place, second = fitted
        if place == len(self.regular):
            return fitted if first <= behind[0] else None
        return (first, place, min(second, behind[place])) if first <= before[place] else None

    def _under(self, x: Numbers, y: Numbers, z: Numbers, together: int) -> Numbers | None:
        """The after-tax numbers cut so that all numbers of a cheque are at most so many steps together."""
        first, place, second = y
        if max(x[0], x[2]) + max(z[0], z[2]) + max(first, second) <= together:
            return y
        for point in {0, x[1], z[1]}:
            if point < place and at(x, point) + at(z, point) + first > together:
                return None
        if place == len(self.regular):
            return y
        most = max(
            at(x, point) + at(z, point)
            for point in {place, max(x[1], place), max(z[1], place)}
            if point < len(self.regular)
        )
        return (first, place, min(second, together - most)) if most <= together else None

    # What cheques can hold

    def _tops(self, rungs: Ladder, z: Numbers | None) -> list[int] | None:
        """The highest step of each cheque that it can hold (of the catch-up election alone where `z` is None)."""
        if self.purse is None:
            return None
        tops = []
        for place, number in enumerate(self.regular):
            beside = 0 if z is None else int(self._amount(self.year.cheques[number].pay, at(z, place)).cents)

            def beyond(step: int, place: int = place, number: int = number, beside: int = beside) -> bool:
                amount = rungs.sums[step][place + 1] - rungs.sums[step][place]
                amounts = (0, amount) if z is None else (amount, beside)
                left = self.purse.left(number, *amounts) if self.purse else None
                return left is not None and left < 0

            tops.append(max(bisect_left(range(rungs.most + 1), True, key=beyond) - 1, 0))
        return tops

    def _held(self, x: Numbers, z: Numbers) -> tuple[list[int], list[int]]:
        """The highest after-tax step that all cheques before each place, and all from it on, can hold beside these."""
        if (x, z) not in self.held:
            steps = [self._most_beside(place, at(x, place), at(z, place)) for place in range(len(self.regular))]
            self.held[x, z] = lowest(steps)
        return self.held[x, z]

    def _most_beside(self, place: int, x: int, z: int) -> int:
        """The highest after-tax step that a cheque can hold beside these."""
        number, rungs = self.regular[place], self.after_rungs
        alike = number if self.purse is None else self.purse.alike[number]
        if (alike, x, z) not in self.most_beside:
            left = None
            if self.purse is not None:
                deferral = self.rungs.sums[x][place + 1] - self.rungs.sums[x][place]
                catch_up = int(self._amount(self.year.cheques[number].pay, z).cents)
                left = self.purse.left(number, deferral, catch_up)
            most = rungs.most
            if left is not None:
                most = bisect_right(
                    range(most + 1), left, key=lambda k: rungs.sums[k][place + 1] - rungs.sums[k][place]
                )
            self.most_beside[alike, x, z] = max(most - (left is not None), 0)
        return self.most_beside[alike, x, z]

    def _holds(self, judged: Judged) -> bool:
        """Whether every cheque that is still free can hold what goes in."""
        return self.purse is None or self.purse.holds_all(judged.outcome.lines, self.free)

    def _after_tax_with_stop(self, x: Numbers, y: Numbers, z: Numbers, most: int) -> Numbers | None:
        """One step more, where payroll stops by itself at what binds."""
        if not {"annual-additions", "plan-caps"} & set(self.year.payroll.stops):
            return None
        first, place, second = y
        more = (first + 1, place, second + 1) if place == len(self.regular) else (first, place, second + 1)
        if max(more[0], more[2]) > most:
            return None
        now, then = self.tried(x, y, z), self.tried(x, more, z)
        gains = then.outcome.after_tax > now.outcome.after_tax
        keeps = then.outcome.match + then.outcome.true_up >= now.outcome.match + now.outcome.true_up
        wished = then.outcome.after_tax <= self.goal.after_tax
        return more if gains and keeps and wished and not then.breaks_a_limit and self._holds(then) else None

    def _matched_after_tax(
        self, xs: list[Numbers], z: Numbers, rungs: Ladder, together: int
    ) -> tuple[Numbers, Numbers, bool]:
        """After-tax money that is matched itself: every try is simulated. The best found, not proven to be the best."""
        x = xs[0]
        before = self.tried(x, self.nothing, z)
        upto = self._after_tax_left(before)
        even = min(upto // max(rungs.sums[1][-1] if rungs.most else 1, 1), rungs.most)
        firsts = sorted({max(even - back, 0) for back in range(5)})
        found: list[tuple[int, int, Numbers]] = []
        for first in firsts:
            for place in [*self.places, len(self.regular)]:

                def too_much(second: int, first: int = first, place: int = place) -> bool:
                    numbers = self._beside(x, (first, place, second), z, together)
                    return numbers is None or numbers[2] < second or self._over(x, numbers, z)

                seconds = range(rungs.most + 1) if place < len(self.regular) else range(first, first + 1)
                fits = bisect_left(seconds, True, key=too_much) - 1
                if fits >= 0:
                    numbers = (first, place, seconds[fits])
                    outcome = self.tried(x, numbers, z).outcome
                    match = int((outcome.match + outcome.true_up).cents)
                    found.append((match, int(outcome.after_tax.cents), numbers))
        if not found:
            return x, self.nothing, False
        match = max(each[0] for each in found) - A_DOLLAR
        most = max(each[1] for each in found if each[0] >= match) - A_DOLLAR
        equal = [each[2] for each in found if each[0] >= match and each[1] >= most]
        return x, min(equal, key=lambda y: self._pair_shape(x, y)), False

    def _over(self, x: Numbers, y: Numbers, z: Numbers) -> bool:
        judged = self.tried(x, y, z)
        too_much = bool(judged.outcome.after_tax > self.goal.after_tax)
        return judged.breaks_a_limit or too_much or not self._holds(judged)

    # Shape

    def _shape(self, numbers: Numbers) -> tuple[int, ...]:
        """How good a shape is among equals: smaller is better."""
        first, place, second = numbers
        length = len(self.regular)
        change = place < length and first != second
        if self.goal.shape == "front":
            return (-first, -second if change else 0)
        if self.goal.shape == "back":
            return (first, -place)
        return (int(change) * abs(first - second), -place)

    def _pair_shape(self, x: Numbers, y: Numbers) -> tuple[int, tuple[int, ...]]:
        """Days on which something is entered, and the shape of both numbers."""
        days = {self._changes_at(numbers) for numbers in (x, y)} - {len(self.regular)}
        shape = tuple(a + b for a, b in zip(self._shape(x), self._shape(y), strict=True))
        return len(days) + self._first_entry(x, y), shape

    def _first_entry(self, x: Numbers, y: Numbers) -> int:
        """1 where the first numbers differ from those entered now."""
        key = (x[0], y[0])
        if key not in self.entry_of:
            now = in_force(self.year.cheques[self.regular[0]].date, self.current)
            self.entry_of[key] = int(now is None or now.regular != self.election(0, x, y, self.nothing))
        return self.entry_of[key]

    # The answer

    def _answer(self, x: Numbers, y: Numbers, z: Numbers, judged: Judged, proven: bool) -> Solution:
        goal, outcome = self.goal, judged.outcome
        made = outcome.deferral + (ZERO if self._separate else outcome.catch_up)
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
            self._is_held_back(x, y, z),
        )

    def _is_held_back(self, x: Numbers, y: Numbers, z: Numbers) -> bool:
        """Whether some cheque in force of the last numbers cannot hold a step more."""
        if self.purse is None:
            return False
        return any(
            (left := self.purse.left(number, *(int(self._amount(cheque.pay, at(of, place)).cents) for of in (x, z))))
            is not None
            and left < int(self._amount(cheque.pay, at(y, place) + 1).cents)
            for place, number in enumerate(self.regular)
            if (cheque := self.year.cheques[number])
        )

    def _entries(self, x: Numbers, y: Numbers, z: Numbers) -> tuple[Elections, ...]:
        entries: list[Elections] = []
        bonus = self.bonus_election if self.bonus else None
        for place, number in enumerate(self.regular):
            election = self.election(place, x, y, z)
            if not entries or (entries[-1].regular is not election and entries[-1].regular != election):
                entries.append(Elections(self.year.cheques[number].date, election, bonus))
        if not entries and self.bonus:
            entries.append(Elections(self.year.cheques[self.bonus[0]].date, Election(), bonus))
        return tuple(entries)


def _beyond(amount: Money, used: Money) -> Money:
    return amount - used if amount > used else ZERO
