"""Schedules in bulk: the same search, with all candidates of a goal laid out as a column and judged at once.

Knows only how to list and look up faster what `solve_deferrals.py` and `solve_after_tax.py` list one by one; a test compares
the two. Whatever it does not lay out (elections in dollars, a match that no table knows) it leaves to them. Needs numpy.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from megaroth.household.pay import Elections
from megaroth.kit.money import Money, Rate
from megaroth.schedule.cash import Purse
from megaroth.schedule.formula import formula_of
from megaroth.schedule.goals import Solution, Wanted
from megaroth.schedule.ladder import Ladder, Numbers, lowest
from megaroth.schedule.match_table import MatchTable
from megaroth.schedule.payroll import Outcome
from megaroth.schedule.solve import Search, solve_with
from megaroth.schedule.solve_after_tax import AfterTax, Fill
from megaroth.schedule.solve_deferrals import MANY_STEPS, Deferrals
from megaroth.schedule.solve_tries import A_DOLLAR, Tries
from megaroth.schedule.year import JobYear

Cents: TypeAlias = NDArray[np.int64]


def solve(
    year: JobYear,
    goal: Wanted,
    current: Sequence[Elections] = (),
    first_day: datetime.date | None = None,
    purse: Purse | None = None,
) -> Solution:
    """The same answer as `solve.solve`, for whoever asks many."""
    return solve_with(ColumnSearch, ColumnTries, year, goal, current, first_day, purse)


class ColumnLadder(Ladder):
    """A ladder whose cells are one table; `cells[step, place]`."""

    def __init__(self, cells: Cents) -> None:
        """`cells` as `sums` of a ladder."""
        object.__setattr__(self, "cells", cells)
        object.__setattr__(self, "tails", {})

    cells: Cents

    @cached_property
    def sums(self) -> list[list[int]]:
        """The same as lists."""
        return self.cells.tolist()  # type: ignore[no-any-return]

    @cached_property
    def columns(self) -> list[Sequence[int]]:
        """`columns[place][step]`: the same, turned."""
        return self.cells.T.tolist()  # type: ignore[no-any-return]

    def tail(self, place: int) -> Sequence[int]:
        """By step: what it puts in from that place on."""
        return (self.cells[:, -1] - self.cells[:, place]).tolist()  # type: ignore[no-any-return]

    def is_coarse(self, places: Sequence[int], within: int) -> bool:
        """Whether numbers that change at the last place, and so all others, put in more by a step than `within`."""
        return not places or bool((np.diff(self.cells[:, -1] - self.cells[:, places[-1]]) > within).all())

    @property
    def most(self) -> int:
        """The highest step."""
        return len(self.cells) - 1

    @property
    def length(self) -> int:
        """How many paychecks."""
        return int(self.cells.shape[1]) - 1

    def amount(self, step: int, place: int) -> int:
        """What a step takes from the paycheck at a place."""
        return int(self.cells.item(step, place + 1) - self.cells.item(step, place))

    def total(self, numbers: Numbers) -> int:
        """What one number up to a place and another from there put in."""
        (first, place, second), item = numbers, self.cells.item
        return int(item(first, place) + item(second, -1) - item(second, place))

    def upto(self, most: int) -> Ladder:
        """The same ladder without the steps above one."""
        return self if most == self.most else ColumnLadder(self.cells[: most + 1])


@dataclass(frozen=True, slots=True)
class Climbs:
    """Numbers, each with the highest second one that goes in under an amount: a column of each of their parts."""

    places: NDArray[np.int64]
    firsts: Cents
    seconds: Cents
    totals: Cents

    def chosen(self, which: NDArray[np.bool_]) -> list[tuple[int, Numbers]]:
        """Those of a choice, with what they put in."""
        each = which.nonzero()[0]
        columns = [column.take(each).tolist() for column in (self.totals, self.firsts, self.places, self.seconds)]
        return [(total, (first, place, second)) for total, first, place, second in zip(*columns, strict=True)]


class Slopes:
    """All numbers of a ladder: a row for each place of their change, and a last one for those that never change."""

    def __init__(self, of: ColumnLadder, places: Sequence[int]) -> None:
        columns = np.ascontiguousarray(of.cells.T)
        self.width, self.places = of.most + 1, np.array([*places, of.length], dtype=np.int64)
        self.heads = columns.take(self.places, axis=0)
        self.tails = columns[-1] - self.heads
        # A step of an even tail in cents, and how far the sum of rounded steps can be from it.
        self.by_unit = max(of.most, 1) / np.maximum(self.tails[:, -1], 1)
        self.slack = 2 * of.length + 2

    def under(self, upto: int, tops: Sequence[int] | None) -> Climbs:
        """All that go in under an amount. `tops` is the highest step of each paycheck, where not all can hold the highest."""
        where = (self.heads <= upto).ravel().nonzero()[0]
        rows = where // self.width
        firsts = where - rows * self.width
        highest: int | Cents = self.width - 1
        if tops:
            before, behind = lowest(tops)
            behind_place = np.array(behind, dtype=np.int64)[self.places]
            before_place = np.array(before, dtype=np.int64)[self.places]
            behind_place[-1], before_place[-1] = 0, behind[0]
            held = firsts <= before_place[rows]
            where, rows, firsts = where[held], rows[held], firsts[held]
            highest = behind_place.take(rows)
        heads = self.heads.take(where)
        left = upto - heads
        begin = rows * self.width
        seconds = np.minimum((left + self.slack) * self.by_unit.take(rows), highest).astype(np.int64)
        taken = self.tails.take(seconds + begin)
        while (over := taken > left).any():  # rounding made the guess a step too high, rarely more
            seconds -= over
            taken = self.tails.take(seconds + begin)
        never = int(rows.searchsorted(len(self.places) - 1))
        seconds[never:] = firsts[never:]
        return Climbs(self.places.take(rows), firsts, seconds, heads + taken)


class ColumnTable(MatchTable):
    """A match table that is asked for all numbers at once."""

    def __init__(self, year: JobYear, base: Outcome, regular: Sequence[int], rungs: ColumnLadder, goal: Money) -> None:
        super().__init__(year, base, regular, rungs, goal)
        cells = rungs.cells if self.counts else np.zeros_like(rungs.cells)
        if self.unmatched:
            amounts = np.diff(cells, axis=1)
            amounts[:, self.unmatched] = 0
            cells = np.concatenate([cells[:, :1], np.cumsum(amounts, axis=1)], axis=1)
        self.cells = cells
        begins = [members[0] if members else 0 for members in self.members]
        ends = [members[-1] + 1 if members else 0 for members in self.members]
        self.begins, self.ends = np.array(begins, dtype=np.int64), np.array(ends, dtype=np.int64)
        self.pay = np.array(self.countable, dtype=np.int64)
        self.column_formula = formula_of(self.terms, np.minimum, np.maximum)
        self.column_uncapped = formula_of(self.uncapped_terms, np.minimum, np.maximum)
        contributed = self.fixed + cells.take(self.ends, axis=1) - cells.take(self.begins, axis=1)
        self.earned = np.zeros((len(cells), len(begins) + 1), np.int64)
        self.earned[:, 1:] = self.column_uncapped(self.pay, contributed)  # type: ignore[arg-type]
        np.cumsum(self.earned, axis=1, out=self.earned)

    def _row(self, step: int) -> list[int]:
        if step not in self.rows:
            self.rows[step] = self.earned[step].tolist()
        return self.rows[step]

    def enough(self) -> int:
        """The lowest step that earns on every paycheck as much as the highest; only of use where the table is exact."""
        if self.enough_step is None:
            self.enough_step = int(np.searchsorted(self.earned[:, -1], self.earned[-1, -1]))
        return self.enough_step

    def bounds_of(self, all_of: Climbs) -> Cents:
        """`bound` of every number, where the table is exact."""
        firsts, places, seconds = all_of.firsts, all_of.places, all_of.seconds
        split, is_mixed = np.array(self.splits, dtype=np.int64).T.take(places, axis=1)
        paid: Cents = self.earned[firsts, split] + self.earned[seconds, -1] - self.earned[seconds, split + is_mixed]
        mixed = is_mixed.nonzero()[0]
        if mixed.size:  # a quarter in which the number changes
            cells, group, place, first, second = self.cells, split[mixed], places[mixed], firsts[mixed], seconds[mixed]
            matched = np.array(self.fixed, dtype=np.int64)[group]
            matched += cells[first, place] - cells[first, self.begins[group]]
            matched += cells[second, self.ends[group]] - cells[second, place]
            paid[mixed] += self.column_uncapped(self.pay[group], matched)
        paid = np.minimum(paid + self.made, self.cap)
        return np.maximum(paid, self._of_all(all_of)) if self.is_made_up else paid

    def claims_of(self, all_of: Climbs, bounds: Cents) -> Cents:
        """`claims` of every number."""
        return np.maximum(bounds, self._of_all(all_of)) if self.may_be_made_up else bounds

    def _of_all(self, all_of: Climbs) -> Cents | int:
        """The formula on the whole year."""
        cells, place, second = self.cells, all_of.places, all_of.seconds
        matched = cells[all_of.firsts, place] + cells[second, -1] - cells[second, place]
        made = int(self.base.matched.cents)
        return self.column_formula(self.countable_of_year, made + matched)


class ColumnDeferrals(Deferrals):
    """The deferral numbers, all looked up at once."""

    def _table(self, base: Outcome) -> MatchTable:
        if not isinstance(self.rungs, ColumnLadder):
            return super()._table(base)
        return ColumnTable(self.year, base, self.regular, self.rungs, self.goal.deferral)

    def _by_table(
        self, table: MatchTable, left: int, firsts: Sequence[int], tops: list[int] | None, room: int
    ) -> list[tuple[int, int, Numbers]]:
        if not isinstance(table, ColumnTable) or not isinstance(self.rungs, ColumnLadder):
            return super()._by_table(table, left, firsts, tops, room)
        climbs = self.tries.slopes(self.rungs).under(left, tops)  # type: ignore[attr-defined]
        totals, lower = climbs.totals, np.minimum(climbs.firsts, climbs.seconds)
        enough, most = self._enough(table)
        counted = totals if self.tries.is_separate else np.minimum(totals, self.regular_left)
        fits = counted + most <= room
        full = fits & (lower >= enough)
        if full.any():
            good = totals >= int(totals[full].max()) - A_DOLLAR
            found = [(table.most_paid, *each) for each in climbs.chosen(full & good)]
            return [*found, *self._looked_up(climbs.chosen(~full & good), table, room)]
        bounds = table.bounds_of(climbs)
        if not fits.all() and (counted + table.claims_of(climbs, bounds) > room).any():
            return self._looked_up(climbs.chosen(totals >= 0), table, room)
        good = bounds >= int(bounds.max(initial=0)) - A_DOLLAR
        good &= totals >= int(totals[good].max(initial=0)) - A_DOLLAR
        return [(match, *each) for match, each in zip(bounds[good].tolist(), climbs.chosen(good), strict=True)]


class ColumnAfterTax(AfterTax):
    """The after-tax numbers, all filled at once."""

    def _fill(self, upto: int, tops: list[int] | None) -> Fill:
        rungs = self.tries.after_tax_rungs
        if not isinstance(rungs, ColumnLadder):
            return super()._fill(upto, tops)
        climbs = self.tries.slopes(rungs).under(upto, tops)  # type: ignore[attr-defined]
        most = int(climbs.totals.max(initial=-1))
        return most, climbs.chosen(climbs.totals >= most - A_DOLLAR)


class ColumnTries(Tries):
    """Tries whose ladders are tables."""

    def ladder_of(self, most: int) -> Ladder:
        """The ladder up to a step."""
        pays, step = self.pays, self.year.payroll.step
        top, bottom = int(step.top), int(step.bottom)
        if self.year.payroll.step_dollars is not None or most > MANY_STEPS or not _is_small(pays, top * most):
            return super().ladder_of(most)
        if self.tallest is None or self.tallest.most < most:
            shares = (np.arange(most + 1) * (2 * top))[:, None]
            cells = np.zeros((most + 1, len(pays) + 1), np.int64)
            np.cumsum((shares * np.array(pays, dtype=np.int64) + bottom) // (2 * bottom), axis=1, out=cells[:, 1:])
            self.tallest = ColumnLadder(cells)
            self.cut = {most: self.tallest}
        if most not in self.cut:  # the same ladder for the same steps: its slopes are known
            self.cut[most] = self.tallest.upto(most)
        return self.cut[most]

    def ladder_under(self, caps: Sequence[Rate], in_steps: Sequence[Rate] = ()) -> Ladder:
        """The ladder up to the plan's caps on each paycheck; they drop cents, where a step rounds halves up."""
        of = self.ladder_of(self.steps_in([*caps, *in_steps]))
        if not isinstance(of, ColumnLadder):
            return super().ladder_under(caps, in_steps)
        held = [(int(each.top), int(each.bottom)) for each in caps if each.top >= 0]
        if not held:
            return of
        tops = [min([pay * top // bottom for top, bottom in held]) for pay in self.pays]
        top = np.diff(of.cells[-1])
        if (top <= tops).all():
            return of
        cells = of.cells.copy()
        np.cumsum(np.minimum(top, tops), out=cells[-1, 1:])
        return ColumnLadder(cells)

    def slopes(self, of: ColumnLadder) -> Slopes:
        """All numbers of a ladder."""
        if id(of) not in self.known_slopes:
            self.known_slopes[id(of)] = Slopes(of, self.places)
        return self.known_slopes[id(of)]

    cut: dict[int, Ladder]

    @cached_property
    def known_slopes(self) -> dict[int, Slopes]:
        """The slopes of the ladders that this year keeps."""
        return {}


class ColumnSearch(Search):
    """The search with its columns."""

    deferrals_class, after_tax_class = ColumnDeferrals, ColumnAfterTax


def _is_small(pays: Sequence[int], most: int) -> bool:
    """Whether nothing can pass 64 bits."""
    return 2 * max(pays, default=0) * max(most, 1) < 2**61
