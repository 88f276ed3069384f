"""What cheques can hold of a number, beside the numbers before it and under caps on all of them together.

Knows the purse of the year, if there is one. Refuses to know goals.
"""

from __future__ import annotations

from functools import cached_property

from megaroth.schedule.cash import ALWAYS_HELD, Purse
from megaroth.schedule.ladder import Ladder, Numbers, at
from megaroth.schedule.solve_tries import Tries


class Holding:
    """The highest steps that cheques can hold."""

    def __init__(self, tries: Tries) -> None:
        self.tries, self.year, self.regular, self.purse = tries, tries.year, tries.regular, tries.purse
        self.known: dict[tuple[int, int, int], int] = {}
        self.known_most: dict[tuple[Numbers, Numbers], list[int]] = {}

    def tops(self, rungs: Ladder, z: Numbers | None) -> list[int] | None:
        """The highest step of each cheque that it can hold (of the catch-up election alone where `z` is None)."""
        if self.purse is None:
            return None
        tops, known = [], {}
        for place, number in enumerate(self.regular):
            catch_up = None if z is None else self.tries.cents(number, at(z, place))
            key = (self.purse.alike(number), catch_up)
            if key not in known:
                known[key] = self._highest(self.purse, rungs, place, number, catch_up)
            tops.append(known[key])
        return tops

    def _highest(self, purse: Purse, rungs: Ladder, place: int, number: int, catch_up: int | None) -> int:
        """The highest step that a cheque can hold beside its catch-up; None: catch-up itself. 0 if it can hold none.

        Who puts in a dollar less has at most a dollar more left: so what is overdrawn has to go, and no less.
        """
        step = rungs.most
        while step > 0:
            amount = rungs.amount(step, place)
            left = purse.left(number, *((0, amount) if catch_up is None else (amount, catch_up)))
            if left is None or left >= 0:
                break
            step = rungs.steps_within(amount + left, place)
        return max(step, 0)

    def most_beside(self, x: Numbers, z: Numbers) -> list[int]:
        """The highest after-tax step that each cheque can hold beside these."""
        if (x, z) not in self.known_most:
            beside = [(number, at(x, place), at(z, place)) for place, number in enumerate(self.alike)]
            self.known_most[x, z] = [self._most(*each) for each in beside]
        return self.known_most[x, z]

    @cached_property
    def alike(self) -> list[int]:
        """For each cheque the place of the first one that bears the same taxes."""
        if self.purse is None:
            return list(range(len(self.regular)))
        first: dict[int, int] = {}
        return [first.setdefault(self.purse.alike(number), place) for place, number in enumerate(self.regular)]

    def _most(self, place: int, x: int, z: int) -> int:
        if (place, x, z) not in self.known:
            number, rungs, left = self.regular[place], self.tries.after_tax_rungs, None
            if self.purse is not None:
                deferral = self.tries.deferral_rungs.amount(x, place)
                left = self.purse.left(number, deferral, self.tries.cents(number, z))
            self.known[place, x, z] = rungs.most if left is None else max(rungs.steps_within(left, place), 0)
        return self.known[place, x, z]

    def beside(self, x: Numbers, y: Numbers, z: Numbers, together: int) -> Numbers | None:
        """The after-tax numbers cut to what the deferral leaves of each cheque; None if the first does not fit."""
        fitted = self._under(x, y, z, together)
        if self.purse is None or fitted is None:
            return fitted
        if self.purse.is_plain and fitted == self._under(x, fitted, z, ALWAYS_HELD * self.tries.steps_in([]) // 100):
            return fitted
        most = self.most_beside(x, z)
        first, place, second = fitted
        if first > min(most[:place]):
            return None
        return (first, place, min(second, *most[place:])) if place < len(most) else fitted

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

    def is_held_back(self, x: Numbers, y: Numbers, z: Numbers) -> bool:
        """Whether some cheque in force of the last numbers cannot hold a step more."""
        if self.purse is None:
            return False
        return any(
            (
                left := self.purse.left(
                    number, self.tries.cents(number, at(x, place)), self.tries.cents(number, at(z, place))
                )
            )
            is not None
            and left < self.tries.cents(number, at(y, place) + 1)
            for place, number in enumerate(self.regular)
        )
