"""The match of very many elections at once: per payday or quarter, from the plan's own formula, looked up and added.

Knows when that sum is the simulator's result (`is_exact`) and when it is only an upper bound of it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from megaroth.kit.money import NO_LIMIT, ZERO, Money
from megaroth.kit.words import least
from megaroth.plan.match import matched_contributions
from megaroth.schedule.formula import NO_LIMIT_CENTS, formula_of, terms_of
from megaroth.schedule.ladder import Ladder, Numbers
from megaroth.schedule.payroll import Line, Outcome
from megaroth.schedule.year import JobYear


class MatchTable:
    """The match of the year, year to date included, in cents, for numbers of the deferral and nothing after tax."""

    def __init__(self, year: JobYear, base: Outcome, regular: Sequence[int], rungs: Ladder, goal: Money) -> None:
        """`base` is the year with nothing elected on the `regular` paychecks, whose amounts are the ladder's."""
        self.year, self.base, self.rungs = year, base, rungs
        self.terms = terms_of(year.plan, year.service)
        self.uncapped_terms = self.terms._replace(dollar_cap=NO_LIMIT_CENTS)
        self.formula, self.uncapped = formula_of(self.terms), formula_of(self.uncapped_terms)
        self.countable_of_year = int(least(pay=base.pay, limit=year.limits.countable).cents)
        self.counts = year.plan.match_on_roth is True or not year.is_roth
        self.place_of = {number: place for place, number in enumerate(regular)}
        self.unmatched = [p for number, p in self.place_of.items() if not year.paychecks[number].matched]
        groups = self._groups()
        self.countable = self._countable(groups)
        self.members, self.fixed = groups, [0] * len(groups)
        if len(regular) < len(year.paychecks):  # else a paycheck's place is its number
            self.members = [[self.place_of[number] for number in group if number in self.place_of] for group in groups]
        if len(regular) < len(year.paychecks) or year.payroll.separate_catch_up:
            self.fixed = [sum(self._contributed(base.lines[number]) for number in group) for group in groups]
        self.known: dict[tuple[int, int], int] = {}
        self.rows: dict[int, list[int]] = {}
        self.enough_step: int | None = None
        self.bounds: dict[Numbers, int] = {}
        self.of_year: dict[int, int] = {}
        payroll = year.payroll
        comes, kept = payroll.period == "year" or payroll.trues_up, year.stays or payroll.true_up_if_gone
        self.is_made_up = comes and kept
        self.may_be_made_up = ("true_up" in payroll.unknown and not comes) or (
            comes and not kept and "true_up_last_day" in payroll.unknown
        )
        self.made = int(year.made.match.cents)
        self.cap = max(int(year.plan.match_dollar_cap.cents), self.made)
        self.splits = self._splits(len(regular))
        self.is_exact = self._is_exact(goal)

    def bound(self, numbers: Numbers) -> int:
        """The match and true-up that come: the simulator's result if `is_exact`, else no less than it."""
        if numbers not in self.bounds:
            paid = self._paid(numbers) if self.is_exact else min(self._paid(numbers), self._at_most(numbers))
            self.bounds[numbers] = max(paid, self._of_year(numbers)) if self.is_made_up else paid
        return self.bounds[numbers]

    def claims(self, numbers: Numbers, bound: int | None = None) -> int:
        """The same with a true-up that may or may not come: what of the annual additions it may use."""
        known = self.bound(numbers) if bound is None else bound
        return max(known, self._of_year(numbers)) if self.may_be_made_up else known

    def _paid(self, numbers: Numbers) -> int:
        first, place, second = numbers
        made, cap = self.made, self.cap
        at_first, at_second = self._row(first), self._row(second)
        split, is_mixed = self.splits[place]
        if not is_mixed:
            return min(made + at_first[split] + at_second[-1] - at_second[split], cap)
        own = self.members[split]
        mixed = self.fixed[split] + sum(self._amount(first if each < place else second, each) for each in own)
        together = at_first[split] + self._match(split, mixed) + at_second[-1] - at_second[split + 1]
        return min(made + together, cap)

    def _splits(self, length: int) -> list[tuple[int, bool]]:
        """For every place how many groups end before it, and whether the next one begins before it."""
        found, before = [], 0
        for place in range(length + 1):
            while before < len(self.members) and (not self.members[before] or self.members[before][-1] < place):
                before += 1
            found.append((before, before < len(self.members) and self.members[before][0] < place))
        return found

    @cached_property
    def most_paid(self) -> int:
        """No numbers earn more within the year."""
        return min(self.made + self._row(self.rungs.most)[-1], self.cap)

    @cached_property
    def full(self) -> int:
        """No contributions of any kind earn more, true-up included: the formula on more than anybody is paid."""
        paid = min(self.made + sum([self.uncapped(pay, NO_LIMIT_CENTS) for pay in self.countable]), self.cap)
        return max(paid, self.formula(self.countable_of_year, NO_LIMIT_CENTS)) if self.is_made_up else paid

    def most(self) -> int:
        """No numbers earn more, true-up included."""
        full = self.rungs.most
        return max(self.most_paid, self._of_year((full, self.rungs.length, full)))

    def enough(self) -> int:
        """The lowest step that earns on every paycheck as much as the highest; only of use where the table is exact."""
        if self.enough_step is None:
            full = self._row(self.rungs.most)[-1]
            self.enough_step = bisect_left(range(self.rungs.most), full, key=lambda step: self._row(step)[-1])
        return self.enough_step

    def _row(self, step: int) -> list[int]:
        """The match of all groups before each, with one number all year."""
        if self.enough_step is not None and step > self.enough_step:
            step = self.enough_step
        if step not in self.rows:
            sums = self.rungs.sums[step if self.counts else 0]
            contributed = [
                fixed + sum([sums[place + 1] - sums[place] for place in members])
                for fixed, members in zip(self.fixed, self.members, strict=True)
            ]
            self.rows[step] = [0, *itertools.accumulate(map(self._match, range(len(contributed)), contributed))]
        return self.rows[step]

    def _amount(self, step: int, place: int) -> int:
        return self.rungs.sums[step][place + 1] - self.rungs.sums[step][place] if self.counts else 0

    def _match(self, which: int, contributed: int) -> int:
        key = (self.countable[which], contributed)
        if key not in self.known:
            self.known[key] = self.uncapped(*key)
        return self.known[key]

    def _of_year(self, numbers: Numbers) -> int:
        more = self._matched_total(numbers)
        if more not in self.of_year:
            self.of_year[more] = self.formula(self.countable_of_year, int(self.base.matched.cents) + more)
        return self.of_year[more]

    def _at_most(self, numbers: Numbers) -> int:
        return self.ceiling(self._matched_total(numbers))

    def ceiling(self, total: int) -> int:
        """No more than the formula on the year's contributions, where its tiers do not rise (and a cent a paycheck)."""
        if not self.is_concave:
            return NO_LIMIT_CENTS
        return self.made + self.formula(self.most_pay, int(self.base.matched.cents) + total) + len(self.year.paychecks)

    @cached_property
    def is_concave(self) -> bool:
        """Whether a dollar more never earns more than the dollar before it."""
        plan = self.year.plan
        rates = [(int(tier.rate.top), int(tier.rate.bottom)) for tier in plan.match]
        falls = all(a * d >= c * b for (a, b), (c, d) in itertools.pairwise(rates))
        return falls and not plan.match_steps and not plan.match_alternative

    @cached_property
    def most_pay(self) -> int:
        """The pay that the year's match can be a share of."""
        spread = self.year.payroll.cap_mode == "spread"
        return int((self.year.limits.countable if spread else self.base.pay).cents)

    def _matched_total(self, numbers: Numbers) -> int:
        first, place, second = numbers
        total = self.rungs.total(numbers) if self.counts else 0
        return total - sum(self._amount(first if p < place else second, p) for p in self.unmatched)

    def _contributed(self, line: Line) -> int:
        """What a paycheck puts in that is matched, with nothing elected but what stands fixed."""
        plan = self.year.plan
        matches_roth = plan.match_on_roth is True
        deferral = line.pre_tax + (line.roth if matches_roth else ZERO)
        catch_up = ZERO if self.year.catch_up_is_roth and not matches_roth else line.catch_up
        return int(matched_contributions(plan, deferral, catch_up, line.after_tax, False).cents)

    def _groups(self) -> list[list[int]]:
        """Paychecks that are matched together."""
        paychecks, period = self.year.paychecks, self.year.payroll.period
        if period == "year":
            return []
        if period == "payday":
            return [[number] for number in range(len(paychecks)) if paychecks[number].matched]
        quarters: dict[int, list[int]] = {}
        for number, paycheck in enumerate(paychecks):
            if paycheck.matched:
                quarters.setdefault((paycheck.date.month - 1) // 3, []).append(number)
        return list(quarters.values())

    def _countable(self, groups: list[list[int]]) -> list[int]:
        """The pay of each group that counts: up to the limit on pay, in the order it is paid."""
        left = max(int((self.year.limits.countable - self.year.made.pay).cents), 0)
        pays = [int(paycheck.pay.cents) for paycheck in self.year.paychecks]
        spreads, found = self.year.payroll.cap_mode == "spread", []
        for group in groups:
            pay = sum([pays[number] for number in group])
            found.append(pay if spreads else min(pay, left))
            left = max(left - pay, 0)
        return found

    def _is_exact(self, goal: Money) -> bool:
        year = self.year
        tiers = (*year.plan.match, *year.plan.match_alternative)
        if year.payroll.period != "year" and any(tier.dollars < NO_LIMIT for tier in tiers):
            return False
        if year.payroll.cap_mode == "spread" and bool(self.base.pay > year.limits.countable):
            return False
        # Catch-up that is not matched: where it begins depends on what came before.
        return year.plan.match_on_catch_up is True or bool(goal <= year.limits.deferral)
