"""Numbers tried out: what they put in, which elections they are, and what the simulator says of them.

Knows one job's year, its wishes and its free paychecks. Refuses to choose: `solve.py` and its searches do.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from copy import copy
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Self

from megaroth.household.pay import Election, Elections, Share
from megaroth.kit.money import NONE, ZERO, Money, Rate
from megaroth.kit.words import cap
from megaroth.schedule.audit import Judged
from megaroth.schedule.cash import Purse
from megaroth.schedule.elections import per_paycheck
from megaroth.schedule.formula import half_up
from megaroth.schedule.goals import Wanted
from megaroth.schedule.ladder import EvenLadder, Ladder, Numbers, at, ladder
from megaroth.schedule.payroll import Simulator, amount_of
from megaroth.schedule.year import JobYear

A_DOLLAR = 99
"""Schedules that put in within 99 cents of each other count as equally full."""


class Tries:
    """One job's numbers. Places count the regular paychecks that are still free."""

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
            for number, paycheck in enumerate(year.paychecks)
            if (first_day is None or paycheck.date >= first_day) and paycheck.pay > ZERO
        ]
        self.regular = [number for number in self.free if not year.paychecks[number].own_election]
        self.bonus = [number for number in self.free if year.paychecks[number].own_election]
        self.locked = per_paycheck(year.paychecks, current)
        self.bonus_election = Election()
        self.election_of: dict[tuple[int, int, int], Election] = {}
        self.tallest: Ladder | None = None
        self.simulator = Simulator(year)
        self.nothing: Numbers = (0, len(self.regular), 0)
        self.base = self.tried(self.nothing, self.nothing, self.nothing)

    def bound_by(self, purse: Purse) -> Self:
        """The same year with paychecks that hold no more than a purse says. What is known of the year stays known."""
        bound = copy(self)
        bound.purse = purse
        bound.with_bonus(Election())
        return bound

    def measured_by(self, year: JobYear, goal: Wanted) -> Self:
        """The same paychecks as payroll runs them, measured by other limits and wishes."""
        measured = copy(self)
        measured.year, measured.goal = year, goal
        measured.base = Judged(year, self.base.outcome)
        return measured

    def with_bonus(self, election: Election) -> Judged:
        """Another election for pay with one of its own: the year with nothing else is tried again."""
        if election != self.bonus_election:
            self.bonus_election = election
            self.base = self.tried(self.nothing, self.nothing, self.nothing)
        return self.base

    @cached_property
    def deferral_rungs(self) -> Ladder:
        """What every deferral number puts in."""
        return self.ladder_under([self.year.plan.deferral_cap], [self.year.plan.combined_cap])

    @cached_property
    def after_tax_rungs(self) -> Ladder:
        """What every after-tax number puts in."""
        plan = self.year.plan
        hce = [plan.hce_after_tax_cap] if self.year.is_hce else []
        return self.ladder_under([plan.after_tax_cap, plan.combined_cap, *hce])

    @cached_property
    def pays(self) -> list[int]:
        """The pay of every regular paycheck in cents."""
        return [int(self.year.paychecks[number].pay.cents) for number in self.regular]

    # What one number puts in

    def share(self, steps: int) -> Share:
        """So many steps as a share of pay, or in dollars."""
        if self.year.payroll.step_dollars is not None:
            return Money(self.year.payroll.step_dollars.cents * steps)
        return Rate(self.year.payroll.step.top * steps, self.year.payroll.step.bottom)

    def steps_of(self, share: Share) -> int:
        """The whole steps in a share of pay or a number of dollars; 0 where the portal takes the other kind."""
        step, dollars = self.year.payroll.step, self.year.payroll.step_dollars
        if isinstance(share, Money):
            return 0 if dollars is None else int(share.cents) // int(dollars.cents)
        return 0 if dollars is not None else int(share.top * step.bottom) // int(share.bottom * step.top)

    def steps_in(self, caps: Sequence[Rate]) -> int:
        """How many steps fit under 100% of pay and some caps."""
        if self.year.payroll.step_dollars is not None:
            pays = [self.year.paychecks[number].pay for number in self.regular]
            held = [min([int(pay.cents), *(int(cap(pay, each).cents) for each in caps)]) for pay in pays]
            return min(held, default=0) // max(int(self.year.payroll.step_dollars.cents), 1)
        step = self.year.payroll.step
        fits = [
            step.bottom // step.top,
            *(cap.top * step.bottom // (cap.bottom * step.top) for cap in caps if cap.top >= 0),
        ]
        return min(int(each) for each in fits)

    def ladder_under(self, caps: Sequence[Rate], in_steps: Sequence[Rate] = ()) -> Ladder:
        """The ladder up to the plan's caps on each paycheck; they drop cents, where a step rounds halves up.

        Caps `in_steps` end the ladder but cut no amount: payroll lets them pass.
        """
        of = self.ladder_of(self.steps_in([*caps, *in_steps]))
        if self.year.payroll.step_dollars is not None:
            return of
        pays = [self.year.paychecks[number].pay for number in self.regular]
        tops = [min(int(cap(pay, each).cents) for each in caps) for pay in pays]
        top = of.sums[-1]
        capped = [min(after - before, most) for before, after, most in zip(top, top[1:], tops, strict=False)]
        return Ladder((*of.sums[:-1], (0, *accumulate(capped))))

    def ladder_of(self, most: int) -> Ladder:
        """The ladder up to a step."""
        if self.tallest is None or self.tallest.most < most:
            pays = self.pays
            dollars, step = self.year.payroll.step_dollars, self.year.payroll.step
            if dollars is not None:
                self.tallest = EvenLadder(len(pays), most, int(dollars.cents))
            else:
                top, bottom = int(step.top), int(step.bottom)
                self.tallest = ladder(pays, most, lambda pay, steps: half_up(pay, top * steps, bottom))
        return self.tallest.upto(most)

    @cached_property
    def places(self) -> list[int]:
        """Where a change may come: at the first paycheck of a day, but not at the very first."""
        if self.goal.most_changes < 1:
            return []
        days = [self.year.paychecks[number].date for number in self.regular]
        return [place for place in range(1, len(days)) if days[place] != days[place - 1]]

    def elections(self, x: Numbers, y: Numbers, z: Numbers) -> list[Election]:
        """One election for every paycheck of the year."""
        chosen = list(self.locked)
        for since, until in pairwise([*self.days_of(x, y, z), len(self.regular)]):
            election = self.election(since, x, y, z)
            for number in self.regular[since:until]:
                chosen[number] = election
        for number in self.bonus:
            chosen[number] = self.bonus_election
        return chosen

    def days_of(self, *numbers: Numbers) -> list[int]:
        """The places at which something is entered: the first, and where a number changes."""
        changes = {each[1] for each in numbers if each[0] != each[2]}
        return sorted(place for place in changes | {0} if place < len(self.regular))

    def election(self, place: int, x: Numbers, y: Numbers, z: Numbers) -> Election:
        """The election of the paycheck at a place."""
        steps = (at(x, place), at(y, place), at(z, place))
        if steps not in self.election_of:
            deferral, after_tax, catch_up = map(self.share, steps)
            before, roth = (NONE, deferral) if self.year.is_roth else (deferral, NONE)
            self.election_of[steps] = Election(before, roth, catch_up, after_tax)
        return self.election_of[steps]

    def tried(self, x: Numbers, y: Numbers, z: Numbers) -> Judged:
        """What the simulator makes of these numbers, judged by the year's limits."""
        return Judged(self.year, self.simulator.run(self.elections(x, y, z)))

    def amount(self, pay: Money, steps: int) -> Money:
        """What so many steps take from a paycheck."""
        return amount_of(pay, self.share(steps))

    def cents(self, number: int, steps: int) -> int:
        """The same of the paycheck with that number, in cents."""
        return int(self.amount(self.year.paychecks[number].pay, steps).cents) if steps else 0

    def holds(self, judged: Judged) -> bool:
        """Whether every paycheck that is still free can hold what goes in."""
        return self.purse is None or self.purse.holds_all(judged.outcome.lines, self.free)

    @property
    def is_separate(self) -> bool:
        """Whether catch-up has an election of its own."""
        return self.year.payroll.separate_catch_up
