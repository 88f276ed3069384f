"""The deferral numbers: those that lose the least match and then defer the most.

Every first number and day of change is listed with the highest second number that fits; the match is looked up where the
table is exact, else simulated from the best bound down.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from megaroth.kit.money import ZERO
from megaroth.schedule.formula import NO_LIMIT_CENTS
from megaroth.schedule.ladder import Ladder, Numbers, climbs, fullest, with_second
from megaroth.schedule.match_table import MatchTable
from megaroth.schedule.payroll import Outcome
from megaroth.schedule.solve_held import Holding
from megaroth.schedule.solve_shape import Shapes
from megaroth.schedule.solve_tries import A_DOLLAR, Tries

FEW = 400
"""So many equally full schedules are compared by shape."""
MOST_STOPS_TRIED = 8
MANY_STEPS = 1_000
"""Beyond so many steps (elections in dollars) not all first numbers are tried, only `NEAR` some and `SPREAD` over all."""
NEAR = 30
SPREAD = 200


class Deferrals:
    """The search for the deferral numbers, and what it learnt of the match on the way."""

    def __init__(self, tries: Tries, holding: Holding, shapes: Shapes) -> None:
        self.tries, self.holding, self.shapes = tries, holding, shapes
        self.year, self.goal, self.regular, self.nothing = tries.year, tries.goal, tries.regular, tries.nothing
        self.table: MatchTable | None = None
        self.match_of: dict[Numbers, int] = {}
        self.are_all = True
        self.left = self.regular_left = 0
        self.found: list[Numbers] = []
        self.fullest = (0, 0)
        self.is_proven = False
        self.stands_for_all = False
        """Whether what paychecks can hold of `found` is all that is as good, where the fullest are held and steps are coarse."""

    @property
    def rungs(self) -> Ladder:
        """What every deferral number puts in."""
        return self.tries.deferral_rungs

    def best(self, z: Numbers) -> tuple[list[Numbers], bool]:
        """The deferral numbers that lose the least match and then defer the most, the best shape first."""
        made = self.tries.base.outcome
        left = int((self.goal.deferral - made.deferral - (ZERO if self.tries.is_separate else made.catch_up)).cents)
        limits = self.year.limits
        if limits.combined < limits.deferral + made.after_tax:
            left = min(left, int((limits.combined - made.after_tax - made.deferral).cents))
        rungs, self.left = self.rungs, left
        if left <= 0:
            return [self.nothing], True
        if self.goal.only_for_match:
            return self._for_match(z), True
        base = made if z == self.nothing else self.tries.tried(self.nothing, self.nothing, z).outcome
        table = self._table(base)
        self.regular_left = max(int((self.year.limits.deferral - made.deferral).cents), 0)
        room = int(self.year.limits.additions.cents) - int((made.deferral + made.after_tax).cents)
        self.table = table if table.is_exact else None
        firsts = self.firsts(rungs, left)
        tops = self.holding.tops(rungs, z)
        if table.is_exact:
            found, proven = self._by_table(table, left, firsts, tops, room), len(firsts) == rungs.most + 1
            at_most = min(table.most(), table.ceiling(left if table.counts else 0))
        else:
            climbed = climbs(rungs, self.tries.places, left, firsts, tops)
            found, proven = self._simulated([(table.bound(n), total, n) for total, n in climbed], z)
            at_most = NO_LIMIT_CENTS
        if not found:
            return [self.nothing], False
        best_match = max(match for match, _, _ in found) - A_DOLLAR
        most = max(total for match, total, _ in found if match >= best_match)
        self.fullest = best_match + A_DOLLAR, most
        equal = [n for match, total, n in found if match >= best_match and total >= most - A_DOLLAR]
        self.match_of = {self._once(numbers): match for match, _, numbers in found}
        may_stop = most < left and "deferrals" in self.year.payroll.stops and not self.year.payroll.spillover
        if may_stop:
            equal = self._with_stop(equal, z, best_match, left) or equal
        equal = list({self._once(numbers): None for numbers in equal})
        # What cannot be more is proven, however few numbers were tried.
        proven = proven or (best_match >= at_most - 2 * A_DOLLAR and most >= left - A_DOLLAR)
        self.are_all = len(equal) <= FEW
        self.found, self.is_proven = sorted(equal, key=lambda each: (self.shapes.of(each), each))[:FEW], proven
        self.stands_for_all = table.is_exact and self.are_all and not may_stop
        return self.found, proven

    def held_of(self, freely: Deferrals, z: Numbers) -> list[Numbers]:
        """Of the best that were found without regard to what paychecks can hold, those that they can; none if not all.

        Where the fullest can be held, the same are as good as before; what is cut for a paycheck is more than a dollar less.
        """
        if not freely.stands_for_all or not self.rungs.is_coarse(self.tries.places, A_DOLLAR):
            return []
        held = [x for x in freely.found if self.holding.holds(x, z)]
        match, most = freely.fullest
        if not any(freely.match_of[x] == match for x in held) or not any(self.rungs.total(x) == most for x in held):
            return []
        self.table, self.match_of, self.are_all = freely.table, freely.match_of, freely.are_all
        self.left, self.regular_left = freely.left, freely.regular_left
        return held

    def defers_most(self, x: Numbers, z: Numbers) -> bool:
        """Whether no numbers defer more within the wish and the limits, whatever match they earn."""
        firsts = self.firsts(self.rungs, self.left)
        most, _ = fullest(self.rungs, self.tries.places, self.left, firsts, A_DOLLAR, self.holding.tops(self.rungs, z))
        return len(firsts) == self.rungs.most + 1 and self.rungs.total(x) >= most - A_DOLLAR

    def fullest_of_all(self, z: Numbers) -> list[Numbers]:
        """All numbers that defer the most within the wish, whatever match they earn, the best shape first; none if too many."""
        if self.left <= 0 or self.rungs.most > MANY_STEPS:
            return []
        tops, firsts = self.holding.tops(self.rungs, z), range(self.rungs.most + 1)
        _, found = fullest(self.rungs, self.tries.places, self.left, firsts, A_DOLLAR, tops)
        once = list({self._once(numbers): None for _, numbers in found})
        return sorted(once, key=lambda each: (self.shapes.of(each), each)) if len(once) <= FEW else []

    def _once(self, numbers: Numbers) -> Numbers:
        """Numbers that never change, with one place for it."""
        return numbers if numbers[0] != numbers[2] else (numbers[0], len(self.regular), numbers[0])

    def _for_match(self, z: Numbers) -> list[Numbers]:
        """The number that earns the most match with the least deferral: one all year, less where that earns as much."""
        length = len(self.regular)

        def earned(numbers: Numbers) -> int:
            judged = self.tries.tried(numbers, self.nothing, z)
            if judged.breaks_a_limit or not self.tries.holds(judged):
                return -1
            return int((judged.outcome.match + judged.outcome.true_up).cents)

        def all_year(step: int) -> int:
            return earned((step, length, step))

        steps = range(self.rungs.most + 1)
        highest = max(bisect_left(steps, True, key=lambda step: all_year(step) < 0) - 1, 0)
        most = all_year(highest)
        step = bisect_left(range(highest), True, key=lambda step: all_year(step) >= most)
        found = [(step, length, step)]
        for place in self.tries.places:
            fewer = bisect_left(range(step), True, key=lambda k, at=place: earned((step, at, k)) >= most)  # type: ignore[misc]
            if fewer < step:
                found.append((step, place, fewer))
        return [min(found, key=lambda numbers: (self.rungs.total(numbers), self.shapes.of(numbers)))]

    def _table(self, base: Outcome) -> MatchTable:
        return MatchTable(self.year, base, self.regular, self.rungs, self.goal.deferral)

    def _by_table(
        self, table: MatchTable, left: int, firsts: Sequence[int], tops: list[int] | None, room: int
    ) -> list[tuple[int, int, Numbers]]:
        """Match, deferral and numbers of all that may be among the best, where the table knows the match."""
        rungs, (enough, most) = self.rungs, self._enough(table)
        # Where one number all year earns all there is, others count only if they put in as much.
        even = max((k for k in firsts if rungs.sums[k][-1] <= left and k <= min(tops or [k])), default=0)
        total = rungs.sums[even][-1]
        fits = even >= enough and total - self.catch_up_in(total) + most <= room
        climbed = climbs(rungs, self.tries.places, left, firsts, tops, max(total - A_DOLLAR, 0) if fits else 0)
        return self._looked_up(climbed, table, room)

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
            if numbers[0] < enough or numbers[2] < enough or total - self.catch_up_in(total) + most > room:
                others.append((total, numbers))
            else:
                found.append((paid, total, numbers))
                bar = max(bar, total - A_DOLLAR)
        best = paid if found else -1
        for total, numbers in sorted(others, reverse=True):
            if total < bar or table.ceiling(total if table.counts else 0) < best - A_DOLLAR:
                break
            if total - self.catch_up_in(total) + most > room:
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
            return total - self.catch_up_in(total) + table.claims(tried) > room

        if not passes(numbers[2]):
            return numbers
        most = bisect_left(range(numbers[2]), True, key=passes) - 1
        return None if most < 0 else with_second(numbers, most, self.rungs.length)

    def catch_up_in(self, total: int) -> int:
        """What of these deferrals is catch-up and so outside the annual additions."""
        return 0 if self.tries.is_separate else max(total - self.regular_left, 0)

    def firsts(self, rungs: Ladder, left: int) -> Sequence[int]:
        """The first numbers to try: all of them, or those about the ones that matter and some spread over all."""
        if rungs.most <= MANY_STEPS:
            return range(rungs.most + 1)
        even = left // max(rungs.sums[1][-1], 1)
        highest = min(left // max(rungs.sums[1][1], 1), rungs.most)
        about = {0, even, highest if self.goal.shape == "front" else 0, self.table.enough() if self.table else 0}
        near = {min(each, rungs.most) + off for each in about for off in range(-NEAR, NEAR + 1)}
        spread = range(0, rungs.most + 1, max(rungs.most // SPREAD, 1))
        return sorted(step for step in near | {*spread} if 0 <= step <= rungs.most)

    def _simulated(
        self, found: list[tuple[int, int, Numbers]], z: Numbers
    ) -> tuple[list[tuple[int, int, Numbers]], bool]:
        """The true match of numbers of which only an upper bound is known: tried from the best bound down."""
        found = sorted(found, key=lambda item: (-item[0], -item[1], self.shapes.of(item[2])))
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
                outcome = self.tries.tried(fitted, self.nothing, z).outcome
                match = int((outcome.match + outcome.true_up).cents)
                tried.append((match, self.rungs.total(fitted), fitted))
                best = max(best, tried[-1][:2])
        return tried or [(0, 0, self.nothing)], True

    def _largest_unbroken(self, numbers: Numbers, z: Numbers) -> Numbers | None:
        """The numbers with the highest second one, up to the one given, that break no limit."""

        def breaks(second: int) -> bool:
            return self.tries.tried(with_second(numbers, second, self.rungs.length), self.nothing, z).breaks_a_limit

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
        for first, place, second in sorted(equal, key=self.shapes.of)[:MOST_STOPS_TRIED]:
            numbers = (first + 1, place, second + 1) if place == self.rungs.length else (first, place, second + 1)
            if max(numbers[0], numbers[2]) > self.rungs.most:
                continue
            judged = self.tries.tried(numbers, self.nothing, z)
            outcome = judged.outcome
            keeps = int((outcome.match + outcome.true_up).cents) >= match
            if keeps and not judged.breaks_a_limit and self.tries.holds(judged):
                found.append(numbers)
        return found
