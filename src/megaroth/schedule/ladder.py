"""A ladder: what every number that the portal takes would withhold, paycheck by paycheck, added up.

Knows amounts by the same rounding as the simulator. Refuses to know limits: whoever climbs it brings its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from operator import sub
from typing import TypeAlias

Numbers: TypeAlias = tuple[int, int, int]
"""A number in steps, the place of the paycheck from which the second number counts, and that second number."""


@dataclass(frozen=True)
class Ladder:
    """Amounts in cents, added up: `sums[step][place]` of the paychecks before `place`."""

    sums: Sequence[Sequence[int]]
    tails: dict[int, list[int]] = field(default_factory=dict, repr=False)

    @property
    def most(self) -> int:
        """The highest step."""
        return len(self.sums) - 1

    @property
    def length(self) -> int:
        """How many paychecks."""
        return len(self.sums[0]) - 1

    def total(self, numbers: Numbers) -> int:
        """What one number up to a place and another from there put in."""
        first, place, second = numbers
        return self.sums[first][place] + self.sums[second][-1] - self.sums[second][place]

    def amount(self, step: int, place: int) -> int:
        """What a step takes from the paycheck at a place."""
        return self.sums[step][place + 1] - self.sums[step][place]

    def steps_within(self, cents: int, place: int) -> int:
        """The highest step that takes no more than so much from the paycheck at a place; below 0 if none does."""
        return bisect_right(range(self.most + 1), cents, key=lambda step: self.amount(step, place)) - 1

    @cached_property
    def columns(self) -> list[Sequence[int]]:
        """`columns[place][step]`: the same, turned."""
        return list(zip(*self.sums, strict=True))

    def tail(self, place: int) -> Sequence[int]:
        """By step: what it puts in from that place on."""
        if place not in self.tails:
            self.tails[place] = list(map(sub, self.columns[-1], self.columns[place]))
        return self.tails[place]

    def is_coarse(self, places: Sequence[int], within: int) -> bool:
        """Whether numbers that change at the last place, and so all others, put in more by a step than `within`."""
        return all(after - before > within for before, after in pairwise(self.tail(places[-1]))) if places else True

    def upto(self, most: int) -> Ladder:
        """The same ladder without the steps above one."""
        return self if most == self.most else Ladder(tuple(self.sums[: most + 1]))


class EvenLadder(Ladder):
    """A ladder in dollars: every paycheck takes the same, so nothing is written out."""

    def __init__(self, length: int, most: int, step: int) -> None:
        """`step` is one step in cents; no paycheck holds less than the highest."""
        object.__setattr__(self, "sums", [_even(step * steps, length + 1) for steps in range(most + 1)])
        object.__setattr__(self, "step", step)

    step: int = 0

    @property
    def columns(self) -> list[Sequence[int]]:
        """`columns[place][step]`."""
        return [_even(self.step * place, self.most + 1) for place in range(self.length + 1)]

    def tail(self, place: int) -> Sequence[int]:
        """By step: what it puts in from that place on."""
        return _even(self.step * (self.length - place), self.most + 1)

    def upto(self, most: int) -> Ladder:
        """The same ladder without the steps above one."""
        return EvenLadder(self.length, most, self.step)


def _even(by: int, count: int) -> Sequence[int]:
    """Nothing, then more by the same, so many in all."""
    return range(0, by * count, by) if by else [0] * count


def ladder(pays: Sequence[int], most: int, amount: Callable[[int, int], int]) -> Ladder:
    """The ladder of some paychecks; `amount(pay, step)` gives cents and never falls with the step."""
    known = {pay: [amount(pay, step) for step in range(most + 1)] for pay in set(pays)}
    rows = zip(*[known[pay] for pay in pays], strict=True) if pays else [()] * (most + 1)
    return Ladder(tuple([(0, *accumulate(row)) for row in rows]))


def climbs(
    of: Ladder,
    places: Sequence[int],
    upto: int,
    firsts: Sequence[int],
    tops: Sequence[int] | None = None,
    at_least: int = 0,
) -> Iterator[tuple[int, Numbers]]:
    """For every first number and place: the numbers with the highest second one that puts in no more than `upto`.

    What they put in comes with them; those that put in less than `at_least` are left out.

    `places` are where a change may come; a number that never changes is given with the place behind the last paycheck.
    `tops` is the highest step of each paycheck, where not all can hold the highest of all.
    """
    before, behind = lowest(tops or [of.most] * of.length)
    sums = of.sums
    for place in places:
        tail, column, highest = of.tail(place)[: behind[place] + 1], of.columns[place], before[place]
        lowest_first = bisect_left(column, at_least - tail[-1])
        for first in firsts[bisect_left(firsts, lowest_first) :]:
            head = column[first]
            if head > upto or first > highest:
                break
            second = bisect_right(tail, upto - head) - 1
            if second >= 0 and head + tail[second] >= at_least:
                yield head + tail[second], (first, place, second)
    for first in firsts:
        if at_least <= sums[first][-1] <= upto and first <= behind[0]:
            yield sums[first][-1], (first, of.length, first)


def fullest(
    of: Ladder,
    places: Sequence[int],
    upto: int,
    firsts: Sequence[int],
    within: int,
    tops: Sequence[int] | None = None,
) -> tuple[int, list[tuple[int, Numbers]]]:
    """The most that any numbers of `climbs` put in, and all that put in as much but for `within`."""
    before, behind = lowest(tops or [of.most] * of.length)
    most, found, bar = -1, [], 0
    for first in firsts:
        total = of.sums[first][-1]
        if total > upto or first > behind[0]:
            break
        if total >= bar:
            found.append((total, (first, of.length, first)))
            most, bar = total, max(total - within, 0)
    for place in places:
        tail, column, highest = of.tail(place)[: behind[place] + 1], of.columns[place], before[place]
        lowest_first = bisect_left(column, bar - tail[-1])
        for first in firsts[bisect_left(firsts, lowest_first) :]:
            head = column[first]
            if head > upto or first > highest:
                break
            second = bisect_right(tail, upto - head) - 1
            total = head + tail[second]
            if total >= bar and second >= 0:
                found.append((total, (first, place, second)))
                if total > most:
                    most, bar = total, max(total - within, 0)
    return most, [each for each in found if each[0] >= most - within]


def most_under(of: Ladder, places: Sequence[int], tops: Sequence[int]) -> int:
    """The most that numbers put in where nothing but the highest step of each paycheck binds."""
    before, behind = lowest(tops)
    last = of.columns[-1]
    changing = [
        of.columns[place][before[place]] + last[behind[place]] - of.columns[place][behind[place]] for place in places
    ]
    return max([last[behind[0]], *changing])


def lowest(tops: Sequence[int]) -> tuple[list[int], list[int]]:
    """The lowest of all before each place (the first place has none: the second number's then), and from it on."""
    before = [max(tops, default=0), *accumulate(tops, min)]
    behind = [*accumulate(reversed(tops), min)][::-1]
    return before, [*behind, max(tops, default=0)]


def at(numbers: Numbers, place: int) -> int:
    """The number in force on the paycheck at a place."""
    first, change, second = numbers
    return first if place < change else second


def with_second(numbers: Numbers, second: int, length: int) -> Numbers:
    """Other numbers from the change on; where there is none, for the whole year."""
    first, place, _ = numbers
    return (first, place, second) if place < length else (second, place, second)
