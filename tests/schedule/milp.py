"""A MILP of one job's year, solved by HiGHS: an oracle for years of real length, and what the benchmark is measured beside.

One binary a place where a number may change, and the two numbers around it (nothing but their own place holds them above
zero), so that no product and no loose bound is needed; the number in force on a paycheck follows from the one before it. The match is
the least of the lines of its formula, per paycheck, per quarter or for the year. Three goals, one after the other, each proven
before the next is asked: match, deferrals, after-tax. Amounts are not rounded to the cent; days and shape are not asked for.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import highspy
import numpy as np

from megaroth.kit.money import Rate
from megaroth.schedule.goals import Solution, Wanted
from megaroth.schedule.year import JobYear

GAP = 99.0
"""A goal is proven when nothing is more than so many cents better: what counts as equal."""
INFINITE = highspy.kHighsInf


@dataclass
class Model:
    """Columns and rows as they are added."""

    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def column(self, upper: float, whole: bool = False) -> int:
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.upper) - 1

    def row(self, terms: dict[int, float], low: float, high: float) -> None:
        self.rows.append((terms, low, high))

    def highs(self, goal: list[int]) -> highspy.Highs:
        """As much of some columns as can be."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.upper), len(self.rows)
        cost = np.zeros(lp.num_col_)
        cost[goal] = -1.0
        lp.col_cost_ = cost
        lp.col_lower_, lp.col_upper_ = np.zeros(lp.num_col_), np.array(self.upper)
        lp.row_lower_ = np.array([low for _, low, _ in self.rows])
        lp.row_upper_ = np.array([high for _, _, high in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(terms) for terms, _, _ in self.rows)])
        lp.a_matrix_.index_ = np.array([column for terms, _, _ in self.rows for column in terms])
        lp.a_matrix_.value_ = np.array([value for terms, _, _ in self.rows for value in terms.values()])
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[whole] for whole in self.whole]
        h = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", GAP)):
            h.setOptionValue(name, value)
        h.passModel(lp)
        return h


def numbers(
    model: Model, places: list[int], pays: list[float], most: int, upto: float
) -> tuple[list[int], dict[int, float]]:
    """The columns of the number in force on every paycheck, where it changes at most once; and what it puts in, in cents.

    `pays` is what a step takes from each paycheck. Whatever the place of its change, no number puts in more than `upto`.
    """
    count = len(pays)
    puts_in: dict[int, float] = {}
    chosen, before, after = [], {}, {}
    for place in [*places, count]:
        chosen.append(model.column(1, whole=True))
        before[place] = model.column(most, whole=True)
        model.row({before[place]: 1, chosen[-1]: -most}, -INFINITE, 0)
        own = {before[place]: sum(pays[:place])}
        if place < count:
            after[place] = model.column(most, whole=True)
            model.row({after[place]: 1, chosen[-1]: -most}, -INFINITE, 0)
            own[after[place]] = sum(pays[place:])
        model.row({**own, chosen[-1]: -upto}, -INFINITE, 0)
        puts_in |= own
    model.row(dict.fromkeys(chosen, 1.0), 1, 1)
    force = [model.column(most) for _ in range(count)]
    model.row({force[0]: 1, **dict.fromkeys(before.values(), -1.0)}, 0, 0)
    for place in range(1, count):
        terms = {force[place]: 1.0, force[place - 1]: -1.0}
        if place in after:
            terms |= {after[place]: -1.0, before[place]: 1.0}
        model.row(terms, 0, 0)
    return force, puts_in


def lines_of(year: JobYear) -> list[tuple[float, float]]:
    """The formula as lines: each a rate on contributions and a share of pay; the match is the least of them."""
    lines, width, earned = [], 0.0, 0.0
    for tier in year.plan.match:
        rate = int(tier.rate.top) / int(tier.rate.bottom)
        lines.append((rate, earned - rate * width))
        if tier.of_pay.top < 0:
            return lines
        share = int(tier.of_pay.top) / int(tier.of_pay.bottom)
        width, earned = width + share, earned + rate * share
    return [*lines, (0.0, earned)]


def best_amounts(year: JobYear, goal: Wanted) -> tuple[list[float], float]:
    """Match, deferrals and after-tax money at their best, year to date included, and the processor time of HiGHS alone."""
    pays = [int(paycheck.pay.cents) for paycheck in year.paychecks]
    step = int(year.payroll.step.top) / int(year.payroll.step.bottom)
    limits, plan, made = year.limits, year.plan, year.made
    count = len(pays)
    days = [paycheck.date for paycheck in year.paychecks]
    places = [place for place in range(1, count) if days[place] != days[place - 1]]

    def most(*caps: Rate) -> int:
        return int(min([1.0, *(int(c.top) / int(c.bottom) for c in caps if c.top >= 0)]) / step + 1e-9)

    model = Model()
    deferred = int((made.pre_tax + made.roth).cents)
    left = max(int(goal.deferral.cents) - deferred, 0)
    after_tax_left = max(min(int(limits.after_tax.cents), int(goal.after_tax.cents), int(limits.additions.cents)), 0)
    by_step = [pay * step for pay in pays]
    x, defers = numbers(model, places, by_step, most(plan.deferral_cap, plan.combined_cap), left)
    y, goes_in = numbers(model, places, by_step, most(plan.after_tax_cap, plan.combined_cap), after_tax_left)
    for mine, other in zip(x, y, strict=True):
        model.row({mine: 1, other: 1}, -INFINITE, most(plan.combined_cap))
    regular = model.column(max(int(limits.deferral.cents) - deferred, 0))
    catch_up = model.column(int(limits.catch_up.cents))
    goes_on = model.column(1, whole=True)
    model.row({regular: 1, catch_up: 1, **{column: -value for column, value in defers.items()}}, 0, 0)
    model.row({catch_up: 1, goes_on: -max(int(limits.catch_up.cents), 1)}, -INFINITE, 0)
    model.row({regular: 1, goes_on: -model.upper[regular]}, 0, INFINITE)
    model.row({regular: 1, catch_up: 1}, -INFINITE, left)
    after_tax = model.column(after_tax_left)
    model.row({after_tax: 1, **{column: -value for column, value in goes_in.items()}}, 0, 0)
    match = model.column(10.0**12)
    lines, countable, paid = lines_of(year), int(limits.countable.cents), int(made.pay.cents)
    if year.payroll.period == "year" or year.payroll.trues_up:
        counts = min(sum(pays) + paid, countable)
        for rate, share in lines:
            terms = {match: 1.0, **{x[i]: -rate * pays[i] * step for i in range(count) if rate}}
            model.row(terms, -INFINITE, rate * deferred + share * counts)
    else:
        groups: dict[object, list[int]] = {}
        for i, paycheck in enumerate(year.paychecks):
            quarter = (paycheck.date.month - 1) // 3
            groups.setdefault(i if year.payroll.period == "payday" else quarter, []).append(i)
        parts = []
        for group in groups.values():
            pay = sum(pays[i] for i in group)
            counts, paid = min(pay, max(countable - paid, 0)), paid + pay
            parts.append(model.column(10.0**12))
            for rate, share in lines:
                terms = {parts[-1]: 1.0, **{x[i]: -rate * pays[i] * step for i in group if rate}}
                model.row(terms, -INFINITE, share * counts)
        model.row({match: 1.0, **dict.fromkeys(parts, -1.0)}, -INFINITE, int(made.match.cents))
    if not lines or lines == [(0.0, 0.0)]:
        model.row({match: 1.0}, 0, int(made.match.cents))
    model.row(
        {regular: 1, after_tax: 1, match: 1}, -INFINITE, int((limits.additions - made.after_tax).cents) - deferred
    )
    spent, found = 0.0, []
    for columns in ([match], [regular, catch_up], [after_tax]):
        h = model.highs(columns)
        start = time.process_time()
        h.run()
        if h.getModelStatus() == highspy.HighsModelStatus.kSolveError:  # its presolve fails on a household in fifty
            h = model.highs(columns)
            h.setOptionValue("presolve", "off")
            h.run()
        spent += time.process_time() - start
        if h.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise AssertionError(f"HiGHS: {h.getModelStatus()}")
        found.append(-h.getObjectiveValue())
        model.row(dict.fromkeys(columns, 1.0), found[-1] - 99.5, INFINITE)
    return [found[0], found[1] + deferred, found[2] + int(made.after_tax.cents)], spent


def agree(year: JobYear, found: Solution, best: list[float]) -> bool:
    """Whether nothing better exists than a proven schedule.

    Every goal that came before may have been pretended lower by what counts as equal, which leaves more for the next; half a cent
    of rounding a paycheck. More match than the best cannot come.
    """
    outcome, paychecks = found.outcome, len(year.paychecks)
    reached = [outcome.match + outcome.true_up, outcome.deferral + outcome.catch_up, outcome.after_tax]
    mine = [int(amount.cents) for amount in reached]
    least = all(got >= most - 3 * GAP - paychecks for got, most in zip(mine, best, strict=True))
    return found.is_proven and not found.judged.breaks_a_limit and least and mine[0] <= best[0] + GAP + paychecks
