"""Several jobs of one person: how much each defers of the limits that are the person's.

Knows how to find the sharing that wins the most match, then the most deferrals, then the most after-tax money. What a job
earns with a deferral is a line with few bends (the tiers of its match, its limits), so in some best sharing all jobs but one
stand at a bend and that one takes the rest: those sharings are tried. Refuses to share catch-up, which is the room's.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, permutations, product

from megaroth.household.model import Household, Job
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rounding
from megaroth.kit.words import least, portion, remaining, smallest_that_earns
from megaroth.law.book import Law
from megaroth.law.s401a17_pay import countable_pay
from megaroth.plan.match import employer_match, matched_contributions, tier_width
from megaroth.plan.payroll import payroll_of
from megaroth.room.facts import deferral_wish, match_needs
from megaroth.room.findings import IN_ORDER_OF_FILE
from megaroth.room.household import JobRoom, find_rooms
from megaroth.room.room import elective_deferral_limit, find_room

MOST_JOBS = 4
"""Of so many jobs every bend is tried with every other; with more, the order of the file stands."""
TRIED_IN_FULL = 24
SHARED_BEST = "It is shared so that the most match is won, then the most deferrals, then the most after-tax money."
ROUNDING = 2
"""Cents by which a line of rounded amounts may seem to bend."""


def best_rooms(law: Law, household: Household, today: datetime.date | None = None) -> list[JobRoom]:
    """The room of every job, in the order of the file, with each person's deferrals shared in the best way."""
    shares: dict[str, Money] = {}
    alone = find_rooms(law, household, today)
    for person in household.people:
        cases = [case for case in alone if case.job.person == person]
        if len(cases) > 1 and _can_be_shared([case.job for case in cases]):
            shares |= _best_shares(law, household, [_Part(law, case, today) for case in cases], today)
    return _with_shares(law, household, shares, today) if shares else alone


def how_shared(household: Household) -> str:
    """How the jobs of its people share the deferral limit, in words."""
    of_people = ([job for job in household.jobs if job.person == person] for person in household.people)
    return SHARED_BEST if all(map(_can_be_shared, of_people)) else IN_ORDER_OF_FILE


def _can_be_shared(jobs: Sequence[Job]) -> bool:
    """Dollars called catch-up are ordinary deferrals at first (`deferral_wish`): they stay with the job that names them."""
    return len(jobs) <= MOST_JOBS and not any(isinstance(job.wishes.catch_up, Money) for job in jobs)


def _with_shares(
    law: Law, household: Household, shares: dict[str, Money], today: datetime.date | None
) -> list[JobRoom]:
    """Rooms in which each job is given its share. The wishes stay as they were: a share only takes from the others."""
    jobs = tuple(
        replace(job, wishes=replace(job.wishes, deferral=shares[job.name])) if job.name in shares else job
        for job in household.jobs
    )
    found = []
    for job, case in zip(household.jobs, find_rooms(law, replace(household, jobs=jobs), today), strict=True):
        wanted = deferral_wish(job, case.facts, shares[job.name]) if job.name in shares else case.facts.deferral_wanted
        found.append(replace(case, job=job, facts=replace(case.facts, deferral_wanted=wanted)))
    return found


@dataclass
class _Part:
    """One job: what a deferral earns there, and where that line bends. In whole cents."""

    law: Law
    case: JobRoom
    today: datetime.date | None

    @cached_property
    def least(self) -> int:
        """What was deferred already."""
        facts = self.case.facts
        return _cents(least(made=facts.deferral_made, limit=self._own_limit))

    @cached_property
    def most(self) -> int:
        """The most that may be deferred here, as far as it is wished and paychecks to come can hold it."""
        facts, job = replace(self.case.facts, deferrals_elsewhere=ZERO), self.case.job
        needs = match_needs(self.law, self.case.plan, facts) if job.wishes.deferral == "match" else ZERO
        wish = deferral_wish(job, facts, needs)
        return max(_cents(least(wish=wish, limit=self._own_limit, pay=self._to_come + facts.deferral_made)), self.least)

    @cached_property
    def _own_limit(self) -> Money:
        return elective_deferral_limit(self.law, self.case.plan, replace(self.case.facts, deferrals_elsewhere=ZERO))

    @cached_property
    def _to_come(self) -> Money:
        """Pay of the paychecks to come, or of the whole year where no pay table says which have come."""
        job = self.case.job
        if job.year_of_pay is None:
            return self.case.facts.pay
        since = job.so_far.as_of if job.so_far else None
        coming = (
            paycheck.pay
            for paycheck in job.year_of_pay.paychecks
            if (since is None or paycheck.date > since) and (self.today is None or paycheck.date >= self.today)
        )
        return sum(coming, ZERO)

    @cached_property
    def is_under_way(self) -> bool:
        """Whether pay has come that earns no more match: there are paydays, and no true-up."""
        payroll = payroll_of(self.case.job.plan.draft)
        trues_up = payroll.period == "year" or payroll.trues_up
        return not trues_up and bool(self._to_come < self.case.facts.pay)

    def match(self, deferral: int) -> int:
        """The match of the year."""
        case, facts = self.case, self.case.facts
        pay, made = countable_pay(self.law, facts.pay), ZERO
        if self.is_under_way:
            gone = remaining(of=facts.pay, to_come=self._to_come)
            pay, made = least(to_come=self._to_come, countable=remaining(of=pay, gone=gone)), facts.match_made
            deferral -= self.least
        matched = matched_contributions(case.plan, Money(deferral), ZERO, ZERO, facts.is_roth)
        return _cents(made + employer_match(case.plan, pay, matched, facts.service))

    def after_tax(self, deferral: int) -> int:
        """After-tax money beside a deferral, were this the only job."""
        facts = replace(self.case.facts, deferral_wanted=Money(deferral), deferrals_elsewhere=ZERO, other_plans=ZERO)
        return _cents(find_room(self.law, self.case.plan, facts).after_tax_planned)

    @cached_property
    def bends(self) -> list[int]:
        """The deferrals at which the match or the after-tax money bends, both ends among them."""
        known = {self.least, self.most, *self._of_formula()}
        known = {each for each in known if self.least <= each <= self.most}
        for line in (self.match, self.after_tax):
            ends = sorted(known)
            for low, high in pairwise(ends):
                known |= set(_bends(line, low, high))
        return sorted(known)

    def _of_formula(self) -> Iterator[int]:
        """Ends of tiers and steps, and the least deferral that earns all there is."""
        plan, facts = self.case.plan, self.case.facts
        whole = countable_pay(self.law, facts.pay)
        for pay, base in ((whole, 0), (least(pay=whole, to_come=self._to_come), self.least)):
            for tiers in (plan.match, plan.match_alternative):
                end = base
                for tier in tiers:
                    end += _cents(least(width=tier_width(tier, pay), most=NO_LIMIT))
                    yield end
            for step in plan.match_steps:
                yield base + _cents(portion(pay, step.deferring, Rounding.HALF_UP))
        yield _cents(smallest_that_earns(Money(self.most), lambda deferral: Money(self.match(_cents(deferral)))))


def _bends(line: Callable[[int], int], low: int, high: int) -> list[int]:
    """Where a line that bends one way only, or jumps, is not straight between two points."""
    middle = (low + high) // 2
    straight = line(low) + (line(high) - line(low)) * (middle - low) // max(high - low, 1)
    if high - low < 2 or abs(line(middle) - straight) <= ROUNDING:
        return []
    if high - low <= 2 * ROUNDING:
        return list(range(low + 1, high))
    return [*_bends(line, low, middle), middle, *_bends(line, middle, high)]


def _best_shares(
    law: Law, household: Household, parts: Sequence[_Part], today: datetime.date | None
) -> dict[str, Money]:
    limit = _cents(remaining(of=law.elective_deferrals.amount, elsewhere=household.elsewhere.get(_person(parts), ZERO)))
    # The same sharing whatever the order of the file: the job with the most pay takes what makes no difference.
    parts = sorted(parts, key=lambda part: (-_cents(part.case.facts.pay), part.case.job.name))
    most = min(limit, sum(part.most for part in parts))
    if sum(part.least for part in parts) > limit:
        return {}

    def match_of(shares: Sequence[int]) -> int:
        return sum(part.match(share) for part, share in zip(parts, shares, strict=True))

    corners = sorted(_corners(parts, most), key=lambda shares: (-match_of(shares), [-share for share in shares]))
    tried = [*corners[:TRIED_IN_FULL], *_in_turn(law, household, parts, today)]

    def worth(shares: Sequence[int]) -> tuple[int, int, int]:
        rooms = {case.job.name: case.room for case in _with_shares(law, household, _named(parts, shares), today)}
        own = [rooms[part.case.job.name] for part in parts]
        match = sum(
            part.match(share) if part.is_under_way else _cents(room.match)
            for part, share, room in zip(parts, shares, own, strict=True)
        )
        deferred = sum((room.elective_deferral + room.catch_up for room in own), ZERO)
        return match, _cents(deferred), _cents(sum((room.after_tax_planned for room in own), ZERO))

    return _named(parts, max(tried, key=worth))


def _in_turn(
    law: Law, household: Household, parts: Sequence[_Part], today: datetime.date | None
) -> list[tuple[int, ...]]:
    """What each job gets where they take the limit one after the other, in every order: limits that jobs share are kept."""
    found = []
    for order in permutations([part.case.job for part in parts]):
        turn = iter(order)
        jobs = tuple(next(turn) if job.person == _person(parts) else job for job in household.jobs)
        rooms = {case.job.name: case.room for case in find_rooms(law, replace(household, jobs=jobs), today)}
        found.append(tuple(_cents(rooms[part.case.job.name].elective_deferral) for part in parts))
    return sorted(set(found), reverse=True)


def _corners(parts: Sequence[_Part], most: int) -> set[tuple[int, ...]]:
    """Every sharing of all there is in which all jobs but one stand at a bend."""
    found = set()
    for taker, part in enumerate(parts):
        for shares in product(*(other.bends for number, other in enumerate(parts) if number != taker)):
            rest = most - sum(shares)
            if part.least <= rest <= part.most:
                found.add((*shares[:taker], rest, *shares[taker:]))
    return found


def _named(parts: Sequence[_Part], shares: Sequence[int]) -> dict[str, Money]:
    return {part.case.job.name: Money(share) for part, share in zip(parts, shares, strict=True)}


def _person(parts: Sequence[_Part]) -> str:
    return parts[0].case.job.person


def _cents(money: Money) -> int:
    return int(money.cents)
