"""Schedules in bulk: the same search, with all candidates of a goal laid out as a column and judged at once.

Knows only how to list and look up faster what `solve_deferrals.py` and `solve_after_tax.py` list one by one; a test compares
the two. Whatever it does not lay out (elections in dollars, a match that no table knows) it leaves to them. Needs numpy.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
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
from megaroth.schedule.match_table import NO_LIMIT_CENTS, MatchTable
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

    @property
    def most(self) -> int:
        """The highest step."""
        return len(self.cells) - 1

    @property
    def length(self) -> int:
        """How many cheques."""
        return int(self.cells.shape[1]) - 1

    def amount(self, step: int, place: int) -> int:
        """What a step takes from the cheque at a place."""
        return int(self.cells.item(step, place + 1) - self.cells.item(step, place))

    def total(self, numbers: Numbers) -> int:
        """What one number up to a place and another from there put in."""
        (first, place, second), item = numbers, self.cells.item
        return int(item(first, place) + item(second, -1) - item(second, place))

    def upto(self, most: int) -> Ladder:
        """The same ladder without the steps above one."""
        return self if most == self.most else ColumnLadder(self.cells[: most + 1])


class Slopes:
    """All numbers of a ladder, by the place of their change and their first step; the last row never changes."""

    def __init__(self, of: ColumnLadder, places: Sequence[int]) -> None:
        self.of, self.places = of, [*places, of.length]
        columns = np.ascontiguousarray(of.cells.T)
        self.most, self.length = of.most, of.length
        self.heads = columns[self.places]
        self.tails = columns[-1] - self.heads
        self.steps = np.arange(of.most + 1)
        self.begin = np.arange(len(self.places))[:, None] * (of.most + 1)
        # A step of an even tail in cents, and how far the sum of rounded steps can be from it.
        self.by_unit = max(of.most, 1) / np.maximum(self.tails[:-1, -1:], 1)
        self.slack = 2 * of.length + 2

    def under(self, upto: int, tops: Sequence[int] | None) -> tuple[Cents, Cents]:
        """What the numbers put in with the highest second one that goes in under `upto`, and that second one.

        -1 where none does. `tops` is the highest step of each cheque, where not all can hold the highest of all.
        """
        heads, tails, begin = self.heads[:-1], self.tails[:-1], self.begin[:-1]
        highest: int | Cents = self.most
        before, behind = lowest(tops) if tops else ([], [])
        if tops:
            highest = np.array([behind[place] for place in self.places[:-1]], dtype=np.int64)[:, None]
        left = np.maximum(upto - heads, 0)
        totals, seconds = np.empty_like(self.heads), np.empty_like(self.heads)
        guess = np.minimum((left + self.slack) * self.by_unit, highest, out=seconds[:-1], casting="unsafe")
        taken = tails.take(guess + begin)
        while (over := taken > left).any():  # rounding made the guess a step too high, rarely more
            guess -= over
            taken = tails.take(guess + begin)
        np.add(heads, taken, out=totals[:-1])
        totals[-1], seconds[-1] = self.heads[-1], self.steps
        totals[totals > upto] = -1
        if tops:
            firsts = np.array([before[place] for place in self.places[:-1]] + [behind[0]])[:, None]
            totals[self.steps > firsts] = -1
        return totals, seconds

    def numbers(self, which: NDArray[np.bool_], totals: Cents, seconds: Cents) -> list[tuple[int, Numbers]]:
        """Those of a choice, with what they put in."""
        which_ones = which.ravel().nonzero()[0]
        rows, firsts = np.divmod(which_ones, self.most + 1)
        chosen = zip(totals.ravel()[which_ones].tolist(), rows.tolist(), firsts.tolist(),
                     seconds.ravel()[which_ones].tolist(), strict=True)  # fmt: skip
        return [(total, (first, self.places[row], second)) for total, row, first, second in chosen]


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
        pick = (np.minimum, np.maximum)
        self.column_formula = formula_of(year.plan, year.service, *pick)
        self.column_uncapped = formula_of(year.plan, year.service, *pick, dollar_cap=NO_LIMIT_CENTS)
        contributed = self.fixed + cells[:, self.ends] - cells[:, self.begins]
        self.earned = np.zeros((len(cells), len(begins) + 1), np.int64)
        self.earned[:, 1:] = self.column_uncapped(self.pay, contributed)  # type: ignore[arg-type]
        np.cumsum(self.earned, axis=1, out=self.earned)

    def _row(self, step: int) -> list[int]:
        if step not in self.rows:
            self.rows[step] = self.earned[step].tolist()
        return self.rows[step]

    def enough(self) -> int:
        """The lowest step that earns on every cheque as much as the highest; only of use where the table is exact."""
        if self.enough_step is None:
            self.enough_step = int(np.searchsorted(self.earned[:, -1], self.earned[-1, -1]))
        return self.enough_step

    def bounds_of(self, slopes: Slopes, seconds: Cents) -> Cents:
        """`bound` of every number of some slopes, where the table is exact."""
        cells, by_group = self.cells, self.earned.T
        splits = [self.splits[place] for place in slopes.places]
        where = seconds + slopes.begin
        tails = by_group[-1] - by_group[[split + is_mixed for split, is_mixed in splits]]
        paid: Cents = by_group[[split for split, _ in splits]] + tails.take(where)
        for row, (split, is_mixed) in enumerate(splits):
            if is_mixed:  # a quarter in which the number changes
                place = slopes.places[row]
                behind = cells[:, self.ends[split]] - cells[:, place]
                before = cells[:, place] - cells[:, self.begins[split]]
                matched = self.fixed[split] + before + behind.take(seconds[row])
                paid[row] += self.column_uncapped(self.countable[split], matched)  # type: ignore[arg-type]
        paid = np.minimum(paid + self.made, self.cap)
        return np.maximum(paid, self._of_all(slopes, where)) if self.is_made_up else paid

    def claims_of(self, slopes: Slopes, seconds: Cents, bounds: Cents) -> Cents:
        """`claims` of every number."""
        return np.maximum(bounds, self._of_all(slopes, seconds + slopes.begin)) if self.may_be_made_up else bounds

    def _of_all(self, slopes: Slopes, where: Cents) -> Cents | int:
        """The formula on the year, `where` in the flat table of second numbers each of them is."""
        heads = self.cells.T[slopes.places]
        matched = heads + (self.cells[:, -1] - heads).take(where)
        made = int(self.base.matched.cents)
        return self.column_formula(self.countable_of_year, made + matched)  # type: ignore[arg-type]


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
        slopes = self.tries.slopes(self.rungs)  # type: ignore[attr-defined]
        totals, seconds = slopes.under(left, tops)
        enough, most = self._enough(table)
        counted = totals if self.tries.is_separate else np.minimum(totals, self.regular_left)
        is_in = totals >= 0
        fits = is_in & (counted + most <= room)
        full = fits & (slopes.steps >= enough) & (seconds >= enough)
        if full.any():
            bar = int(totals[full].max()) - A_DOLLAR
            found = [(table.most_paid, *each) for each in slopes.numbers(full & (totals >= bar), totals, seconds)]
            return [
                *found,
                *self._others(slopes.numbers(is_in & ~full & (totals >= bar), totals, seconds), table, room),
            ]
        bounds = table.bounds_of(slopes, seconds)
        if not (fits == is_in).all():
            over = is_in & (counted + table.claims_of(slopes, seconds, bounds) > room)
            if over.any():
                return self._others(slopes.numbers(is_in, totals, seconds), table, room)
        best = int(bounds[is_in].max(initial=0)) - A_DOLLAR
        as_good = is_in & (bounds >= best)
        as_good &= totals >= int(totals[as_good].max(initial=0)) - A_DOLLAR
        matches = bounds[np.nonzero(as_good)].tolist()
        return [(match, *each) for match, each in zip(matches, slopes.numbers(as_good, totals, seconds), strict=True)]

    def _others(
        self, climbed: list[tuple[int, Numbers]], table: MatchTable, room: int
    ) -> list[tuple[int, int, Numbers]]:
        return self._looked_up(climbed, table, room)


class ColumnAfterTax(AfterTax):
    """The after-tax numbers, all filled at once."""

    def _fill(self, upto: int, tops: list[int] | None) -> Fill:
        rungs = self.tries.after_tax_rungs
        if not isinstance(rungs, ColumnLadder):
            return super()._fill(upto, tops)
        slopes = self.tries.slopes(rungs)  # type: ignore[attr-defined]
        totals, seconds = slopes.under(upto, tops)
        most = int(totals.max())
        as_full = totals >= max(most - A_DOLLAR, 0)
        as_full[:-1] &= seconds[:-1] != slopes.steps  # numbers that never change are in the last row
        return most, slopes.numbers(as_full, totals, seconds)


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

    def ladder_under(self, caps: Sequence[Rate]) -> Ladder:
        """The ladder up to the plan's caps on each cheque; they drop cents, where a step rounds halves up."""
        of = self.ladder_of(self.steps_in(caps))
        if not isinstance(of, ColumnLadder):
            return super().ladder_under(caps)
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
