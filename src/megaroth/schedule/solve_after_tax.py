"""The after-tax numbers: the most beside any of the equally full deferral numbers, then the best pair of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from operator import add
from typing import Any, TypeAlias

from megaroth.schedule.audit import Judged
from megaroth.schedule.goals import equally_good
from megaroth.schedule.ladder import Ladder, Numbers, fullest, most_under
from megaroth.schedule.solve_deferrals import MANY_STEPS, Deferrals
from megaroth.schedule.solve_held import Holding
from megaroth.schedule.solve_shape import Shapes
from megaroth.schedule.solve_tries import A_DOLLAR, Tries

Shaped: TypeAlias = tuple[tuple[int, ...], int, Numbers]
"""Shape, less what the numbers put in, and the numbers: the best sorts first."""
Fill: TypeAlias = tuple[int, list[tuple[int, Numbers]]]
"""The most that goes in, and all numbers that put in as much but for a dollar, with what they put in."""
Beside: TypeAlias = tuple[Sequence[tuple[int, Numbers]], int]
"""Numbers with what they put in, of which those count that put in no more than an amount."""
NONE_FIT: Beside = ((), 0)
MOST_TRIED = 400
"""So many pairs are simulated where after-tax money is matched itself."""


class AfterTax:
    """The search for the after-tax numbers."""

    def __init__(self, tries: Tries, holding: Holding, shapes: Shapes, deferrals: Deferrals) -> None:
        self.tries, self.holding, self.shapes, self.deferrals = tries, holding, shapes, deferrals
        self.year, self.goal, self.regular, self.nothing = tries.year, tries.goal, tries.regular, tries.nothing
        self.left_beside: dict[tuple[int, int], int] = {}
        self.fills: dict[int, Fill] = {}
        self.together_earns: int | None = None
        """Where after-tax money is matched: what it and the deferrals have to earn together."""
        self.known_match: dict[tuple[Numbers, Numbers], int] = {}
        self.tries_left = MOST_TRIED

    def learn(self, freely: AfterTax) -> None:
        """Take over what was found beside the same deferral numbers without regard to what paychecks can hold."""
        self.left_beside, self.fills = freely.left_beside, freely.fills

    def best(self, xs: list[Numbers], z: Numbers) -> tuple[Numbers, Numbers, bool]:
        """The after-tax numbers that fill the most beside some of the deferral numbers, and the best pair of them."""
        plan, goal = self.year.plan, self.goal.after_tax
        if goal <= self.tries.base.outcome.after_tax or plan.after_tax_allowed is not True:
            self.deferrals.are_all = True
            return min(xs, key=lambda x: self.shapes.of_pair(x, self.nothing)), self.nothing, True
        rungs = self.tries.after_tax_rungs
        together = self.tries.steps_in([plan.combined_cap])
        is_most = True
        if plan.match_on_after_tax is True:
            # Where the deferral alone earns all there is, matched after-tax money is like any other.
            full = [x for x in xs if self._earns_all(x)]
            if not full:
                return self._all_together(z, together) or self._matched_after_tax(xs, z, rungs, together)
            xs, is_most = full, self.deferrals.defers_most(full[0], z)
        x, y, proven = self._best_beside(xs, {x: self._left_beside(x, z) for x in xs}, z, together)
        return x, y, proven and is_most

    def _best_beside(
        self, xs: list[Numbers], lefts: dict[Numbers, int], z: Numbers, together: int
    ) -> tuple[Numbers, Numbers, bool]:
        """The best pair of these deferral numbers, of which it is known what they leave, and after-tax numbers."""
        rungs = self.tries.after_tax_rungs
        all_tried = rungs.most <= MANY_STEPS
        # The most that fits beside any of the deferral numbers: where all numbers are tried, beside those that leave the most.
        uptos = sorted(set(lefts.values()), reverse=True)
        best = max(self._filled(upto)[0] for upto in (uptos[:1] if all_tried else uptos))
        least: int = best - A_DOLLAR
        # Where a step is more than a dollar, what fits beside less is, of all that fits beside the most, what is no more.
        is_one = len(uptos) == 1 or (all_tried and rungs.is_coarse(self.tries.places, A_DOLLAR))
        fill = self._filled(uptos[0])[1] if is_one else None

        def beside_of(x: Numbers) -> Beside:
            left = lefts[x]
            return (self._filled(left)[1] if fill is None else fill, left) if left >= least else NONE_FIT

        if self._some_fit(lefts, beside_of, z, together, best):
            x, y = self._best_shaped(xs, beside_of, least, z, together)
        else:
            best, held = self._held_beside(xs, lefts, z, together)
            least = best - A_DOLLAR
            x, y = self._best_shaped([x for x in xs if x in held], lambda x: (held[x], lefts[x]), least, z, together)
        # All numbers were tried beside all equal ones, or all that is left is in, or the highest step on every paycheck.
        at_most = min(max(lefts.values()), rungs.total((rungs.most, len(self.regular), rungs.most)))
        proven = (all_tried and self.deferrals.are_all) or best >= at_most - A_DOLLAR
        if best < max(lefts.values()):
            y = self._after_tax_with_stop(x, y, z, rungs.most) or y
        return x, y, proven

    def _all_together(self, z: Numbers, together: int) -> tuple[Numbers, Numbers, bool] | None:
        """Where the most deferrals and after-tax money together earn all the match there is: the best pair; None else."""
        table, xs = self.deferrals.table, self.deferrals.fullest_of_all(z)
        if table is None or not xs or self.tries.after_tax_rungs.most > MANY_STEPS:
            return None
        lefts = {x: self._left_by_table(self.tries.deferral_rungs.total(x), table.full) for x in xs}
        xs = [x for x in xs if lefts[x] > 0]
        self.together_earns, self.tries_left = table.full, MOST_TRIED
        if not xs:
            return None
        x, y, proven = self._best_beside(xs, lefts, z, together)
        pair = x, y, proven and self.tries_left > 0
        return pair if self._fitted(x, y, z, together) == y else None

    def _fitted(self, x: Numbers, y: Numbers, z: Numbers, together: int) -> Numbers | None:
        """The after-tax numbers as far as paychecks hold them; None if not at all, or if too little match comes of both."""
        fitted = self.holding.beside(x, y, z, together)
        if fitted is None or self.together_earns is None:
            return fitted
        if (x, fitted) not in self.known_match:
            self.tries_left -= 1
            judged = self.tries.tried(x, fitted, z) if self.tries_left > 0 else None
            outcome = judged.outcome if judged and not judged.breaks_a_limit else None
            self.known_match[x, fitted] = -1 if outcome is None else int((outcome.match + outcome.true_up).cents)
        return fitted if self.known_match[x, fitted] >= self.together_earns - A_DOLLAR else None

    def _earns_all(self, x: Numbers) -> bool:
        """Whether no contributions of any kind earn more match than these deferrals."""
        table = self.deferrals.table
        return table is not None and self.deferrals.match_of.get(x, -1) >= table.full

    def _filled(self, upto: int) -> Fill:
        """The most that goes in under an amount, and all numbers that put in as much."""
        if upto not in self.fills:
            self.fills[upto] = self._fill(upto, None)
        return self.fills[upto]

    def _fill(self, upto: int, tops: list[int] | None) -> Fill:
        """The same where no paycheck holds more than its highest step."""
        rungs = self.tries.after_tax_rungs
        return fullest(rungs, self.tries.places, upto, self.deferrals.firsts(rungs, upto), A_DOLLAR, tops)

    def _some_fit(
        self, lefts: dict[Numbers, int], beside_of: Callable[[Numbers], Beside], z: Numbers, together: int, best: int
    ) -> bool:
        """Whether some numbers that put in the most fit uncut beside some of the deferral numbers."""
        return any(
            y == self._fitted(x, y, z, together)
            for x in sorted(lefts, key=lambda x: -lefts[x])
            if lefts[x] >= best
            for most, y in beside_of(x)[0]
            if most == best
        )

    def _held_beside(
        self, xs: list[Numbers], lefts: dict[Numbers, int], z: Numbers, together: int
    ) -> tuple[int, dict[Numbers, list[tuple[int, Numbers]]]]:
        """The same where caps or paychecks hold less: for each deferral numbers that may lead to the most, what fits."""
        rungs, length = self.tries.after_tax_rungs, len(self.regular)
        may: list[tuple[int, Numbers, list[int]]] = []
        for x in xs:
            steps = self.holding.most_beside(x, z)
            caps = [self.holding.under_caps(x, z, place, together, self.holding.whole) for place in range(length)]
            steps = [max(min(each), 0) for each in zip(steps, caps, strict=True)]
            may.append((min(most_under(rungs, self.tries.places, steps), lefts[x]), x, steps))
        best, held = 0, {}
        for at_most, x, steps in sorted(may, key=lambda each: -each[0]):
            if at_most < best - A_DOLLAR:
                break
            most, held[x] = self._fill(lefts[x], steps)
            best = max(best, most)
        return best, held

    def _best_shaped(
        self,
        xs: list[Numbers],
        beside_of: Callable[[Numbers], Beside],
        least: int,
        z: Numbers,
        together: int,
    ) -> tuple[Numbers, Numbers]:
        """Of all pairs that put in `least` or more after tax: the fewest days of entering, then the best shape."""
        best: tuple[Any, ...] = ()
        pair = (xs[0], self.nothing)
        length = len(self.regular)
        known: dict[int, tuple[list[Shaped], dict[int, list[Shaped]]]] = {}
        best_of_all = self.shapes.best_of_all(self.tries.after_tax_rungs.most)
        for x in xs:
            changes_at, shape = self.shapes.changes_at(x), self.shapes.of(x)
            entered = {changes_at, self.shapes.changes_at(z), length}
            days = len(entered) - 1 + self.shapes.least_entry
            if best and (days, tuple(map(add, shape, best_of_all))) > best[:2]:
                continue
            fill, left = beside_of(x)
            if id(fill) not in known:
                known[id(fill)] = self._by_change(fill, least)
            rows, by_change = known[id(fill)]
            # Numbers that never change or change on a day of the others cost no further day, all others one.
            no_day = [by_change[place] for place in entered if place in by_change]
            for lowest_days, each in [*((days, each) for each in no_day), (days + 1, rows)]:
                for y_shape, minus, y in each:
                    both = tuple(map(add, shape, y_shape))
                    if best and (lowest_days, both) > best[:2]:
                        break
                    if -minus > left or (each is rows and self.shapes.changes_at(y) in entered):
                        continue
                    key = (lowest_days - self.shapes.least_entry + self.shapes.first_entry(x, y), both, minus, x, y)
                    if best and key >= best:
                        continue
                    fitted = self._fitted(x, y, z, together)
                    if fitted is not None and fitted != y:
                        total = self.tries.after_tax_rungs.total(fitted)
                        key = (*self.shapes.of_pair(x, fitted), -total, x, fitted)
                        fitted = fitted if total >= least and (not best or key < best) else None
                    if fitted is not None:
                        best, pair = key, (x, fitted)
        return pair

    def _by_change(
        self, fill: Sequence[tuple[int, Numbers]], least: int
    ) -> tuple[list[Shaped], dict[int, list[Shaped]]]:
        """Numbers that put in `least` or more, the best shape first; the same by the place of their change."""
        length = len(self.regular)
        once = [(most, y) for most, y in fill if most >= least and (y[0] != y[2] or y[1] == length)]
        rows = sorted([(self.shapes.of(y), -most, y) for most, y in once])
        found: dict[int, list[Shaped]] = {}
        for row in rows:
            found.setdefault(self.shapes.changes_at(row[2]), []).append(row)
        return rows, found

    def _left_beside(self, x: Numbers, z: Numbers) -> int:
        """The same deferrals with the same match leave the same."""
        total = self.tries.deferral_rungs.total(x)
        key = (total, self.deferrals.match_of.get(x, -1))
        if key not in self.left_beside:
            known = self.deferrals.table is not None and x in self.deferrals.match_of
            tried = None if known else self.tries.tried(x, self.nothing, z)
            if tried is None and self.deferrals.table is not None:
                claims = self.deferrals.table.claims(x, self.deferrals.match_of[x])
                self.left_beside[key] = self._left_by_table(total, claims)
            elif tried is not None:
                self.left_beside[key] = self._after_tax_left(tried)
        return self.left_beside[key]

    def _left_by_table(self, total: int, match: int) -> int:
        """`_after_tax_left` without running the year: where the table is exact, it knows what the simulator would say."""
        additions, combined, alone = self._left_at_first
        deferred = total - self.deferrals.catch_up_in(total)
        return max(min(additions - deferred - match, combined - deferred, alone), 0)

    @cached_property
    def _left_at_first(self) -> tuple[int, int, int]:
        """What is left of the annual additions, of the cap on all, and of after-tax money, where nothing goes in."""
        assert self.deferrals.table is not None  # noqa: S101
        limits, made = self.year.limits, self.deferrals.table.base
        put_in = made.deferral + made.excess + made.after_tax
        alone = min(int(limits.after_tax.cents), int(self.goal.after_tax.cents))
        return (
            int((limits.additions - put_in).cents),
            int((limits.combined - put_in).cents),
            alone - int(made.after_tax.cents),
        )

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

    def _after_tax_with_stop(self, x: Numbers, y: Numbers, z: Numbers, most: int) -> Numbers | None:
        """One step more, where payroll stops by itself at what binds."""
        if not {"annual-additions", "plan-caps"} & set(self.year.payroll.stops):
            return None
        first, place, second = y
        more = (first + 1, place, second + 1) if place == len(self.regular) else (first, place, second + 1)
        if max(more[0], more[2]) > most:
            return None
        now, then = self.tries.tried(x, y, z), self.tries.tried(x, more, z)
        gains = then.outcome.after_tax > now.outcome.after_tax
        # A stop at the annual additions may cut the deferral instead: that is no gain.
        keeps = then.outcome.match + then.outcome.true_up >= now.outcome.match + now.outcome.true_up and (
            then.outcome.deferral + then.outcome.catch_up >= now.outcome.deferral + now.outcome.catch_up
        )
        wished = then.outcome.after_tax <= self.goal.after_tax
        return more if gains and keeps and wished and not then.breaks_a_limit and self.tries.holds(then) else None

    def _matched_after_tax(
        self, xs: list[Numbers], z: Numbers, rungs: Ladder, together: int
    ) -> tuple[Numbers, Numbers, bool]:
        """After-tax money that is matched itself: every try is simulated. The best found, not proven to be the best."""
        self.together_earns = None
        tried = dict.fromkeys([*xs[:2], *self.deferrals.fullest_of_all(z)[:4]])
        found = []
        for x in tried:
            y = self._matched_beside(x, z, rungs, together)
            if x == xs[0] or not self._over(x, y, z):
                found.append((x, y, self.tries.tried(x, y, z).outcome))
        equal = equally_good([outcome for _, _, outcome in found], self.tries.is_separate, A_DOLLAR)
        pairs = [found[number][:2] for number in equal]
        return *min(pairs, key=lambda pair: self.shapes.of_pair(*pair)), False

    def _matched_beside(self, x: Numbers, z: Numbers, rungs: Ladder, together: int) -> Numbers:
        """After-tax numbers about the even one that win the most match beside some deferral numbers, then put in the most."""
        length = len(self.regular)

        def is_too_much(numbers: Numbers) -> bool:
            return self.holding.beside(x, numbers, z, together) != numbers or self._over(x, numbers, z)

        upto = self._after_tax_left(self.tries.tried(x, self.nothing, z))
        alone = min(upto // max(rungs.sums[1][-1] if rungs.most else 1, 1), rungs.most)
        even = bisect_left(range(rungs.most + 1), True, key=lambda steps: is_too_much((steps, length, steps))) - 1
        # About the even number without the match it earns, and about the one that every paycheck can hold.
        firsts = sorted({max(about - back, 0) for about in (alone, even) for back in range(5)})
        found: list[tuple[int, int, Numbers]] = []
        for first in firsts:
            for place in [*self.tries.places, length]:

                def too_much(second: int, first: int = first, place: int = place) -> bool:
                    return is_too_much((first, place, second))

                seconds = range(rungs.most + 1) if place < length else range(first, first + 1)
                fits = bisect_left(seconds, True, key=too_much) - 1
                if fits >= 0:
                    numbers = (first, place, seconds[fits])
                    outcome = self.tries.tried(x, numbers, z).outcome
                    match = int((outcome.match + outcome.true_up).cents)
                    found.append((match, int(outcome.after_tax.cents), numbers))
        if not found:
            return self.nothing
        match = max(each[0] for each in found) - A_DOLLAR
        most = max(each[1] for each in found if each[0] >= match) - A_DOLLAR
        equal = [each[2] for each in found if each[0] >= match and each[1] >= most]
        return min(equal, key=lambda y: self.shapes.of_pair(x, y))

    def _over(self, x: Numbers, y: Numbers, z: Numbers) -> bool:
        judged = self.tries.tried(x, y, z)
        too_much = bool(judged.outcome.after_tax > self.goal.after_tax)
        return judged.breaks_a_limit or too_much or not self.tries.holds(judged)
