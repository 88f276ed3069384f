"""What paychecks can hold of a number, beside the numbers before it and under caps on all of them together.

Knows the purse of the year, if there is one. Refuses to know goals.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from megaroth.schedule.cash import ALWAYS_HELD
from megaroth.schedule.ladder import Ladder, Numbers, at
from megaroth.schedule.solve_tries import Tries


class Holding:
    """The highest steps that paychecks can hold."""

    def __init__(self, tries: Tries) -> None:
        self.tries, self.year, self.regular, self.purse = tries, tries.year, tries.regular, tries.purse
        self.known: dict[tuple[int, int, int], int] = {}
        self.known_tops: dict[tuple[int, int | None], int] = {}

    def tops(self, rungs: Ladder, z: Numbers | None) -> list[int] | None:
        """The highest step of each paycheck that it can hold (of the catch-up election alone where `z` is None)."""
        if self.purse is None and (z is None or z[0] + z[2] == 0):
            return None
        if z is None:
            return [self._top(rungs, place, None) for place in self.alike]
        catch_ups = [at(z, place) for place in range(len(self.regular))]
        beside = zip(self.alike, catch_ups, strict=True)
        return [min(self._top(rungs, place, more), max(self.whole - more, 0)) for place, more in beside]

    def _top(self, rungs: Ladder, place: int, z: int | None) -> int:
        """The highest step that a paycheck can hold beside its catch-up; None: catch-up itself. 0 if it can hold none.

        Who puts in a dollar less has at most a dollar more left: so what is overdrawn has to go, and no less.
        """
        if (place, z) not in self.known_tops:
            number, step = self.regular[place], rungs.most
            beside = 0 if z is None else self.tries.cents(number, z)
            while step > 0:
                amount = rungs.amount(step, place)
                left = (
                    self.purse.left(number, *((0, amount) if z is None else (amount, beside))) if self.purse else None
                )
                if left is None or left >= 0:
                    break
                step = rungs.steps_within(amount + left, place)
            self.known_tops[place, z] = max(step, 0)
        return self.known_tops[place, z]

    def holds(self, x: Numbers, z: Numbers) -> bool:
        """Whether every paycheck can hold these deferrals, with nothing after tax."""
        surely = self.whole if self.purse is None else self.always_held if self.purse.is_plain else 0
        if max(x[0], x[2]) + max(z[0], z[2]) <= surely:
            return True
        rungs, kinds = self.tries.deferral_rungs, self._kinds(x, z, 0, len(self.alike))
        return all(
            more + own <= surely or own <= min(self._top(rungs, alike, more), self.whole - more)
            for alike, own, more in kinds
        )

    def most_beside(self, x: Numbers, z: Numbers) -> list[int]:
        """The highest after-tax step that each paycheck can hold beside these."""
        most = {kind: self._most(*kind) for kind in self._kinds(x, z, 0, len(self.alike))}
        return [most[alike, at(x, place), at(z, place)] for place, alike in enumerate(self.alike)]

    def _kinds(self, x: Numbers, z: Numbers, since: int, until: int) -> Iterator[tuple[int, int, int]]:
        """The kinds of paychecks between two places, with the numbers on them."""
        points = sorted({since, until, *(point for point in (x[1], z[1]) if since < point < until)})
        for low, high in pairwise(points):
            own, more = at(x, low), at(z, low)
            for alike in dict.fromkeys(self.alike[low:high]):
                yield alike, own, more

    @cached_property
    def whole(self) -> int:
        """So many steps are all of the pay."""
        return self.tries.steps_in([])

    @cached_property
    def always_held(self) -> int:
        """So many steps of pay are held by every paycheck where nothing but federal taxes comes off."""
        return ALWAYS_HELD * self.whole // 100

    @cached_property
    def alike(self) -> list[int]:
        """For each paycheck the place of the first one that bears the same taxes."""
        if self.purse is None:
            return list(range(len(self.regular)))
        first: dict[int, int] = {}
        return [first.setdefault(self.purse.alike(number), place) for place, number in enumerate(self.regular)]

    def _left(self, place: int, x: int, z: int) -> int | None:
        """Cents that a paycheck can put in after tax beside these; None: without bound."""
        if self.purse is None:
            return None
        number = self.regular[place]
        return self.purse.left(number, self.tries.deferral_rungs.amount(x, place), self.tries.cents(number, z))

    def _most(self, place: int, x: int, z: int) -> int:
        key = (place, x, z)
        if key not in self.known:
            rungs, left = self.tries.after_tax_rungs, self._left(*key)
            self.known[key] = rungs.most if left is None else max(rungs.steps_within(left, place), 0)
        return self.known[key]

    def beside(self, x: Numbers, y: Numbers, z: Numbers, together: int) -> Numbers | None:
        """The after-tax numbers cut to what the deferral leaves of each paycheck; None if the first does not fit."""
        fitted = self._under(x, y, z, together, self.whole)
        if self.purse is None or fitted is None:
            return fitted
        surely = self.always_held
        if self.purse.is_plain and fitted == self._under(x, fitted, z, surely, surely):
            return fitted
        first, place, second = fitted
        if not all(self._fits(first, *kind) for kind in self._kinds(x, z, 0, place)):
            return None
        behind = list(self._kinds(x, z, place, len(self.alike)))
        if all(self._fits(second, *kind) for kind in behind):
            return fitted
        return first, place, min(self._most(*kind) for kind in behind)

    def _fits(self, step: int, place: int, x: int, z: int) -> bool:
        """Whether a paycheck can hold an after-tax step beside these."""
        known = True if step == 0 else None
        if known is None and self.purse is not None and (place, x, z) not in self.known:
            number, deferral = self.regular[place], self.tries.deferral_rungs.amount(x, place)
            after_tax = self.tries.after_tax_rungs.amount(step, place)
            known = self.purse.surely(number, deferral, self.tries.cents(number, z), after_tax)
        return step <= self._most(place, x, z) if known is None else known

    def _under(self, x: Numbers, y: Numbers, z: Numbers, together: int, whole: int) -> Numbers | None:
        """The after-tax numbers cut to so many steps on each paycheck together with deferrals, and with catch-up as well."""
        first, place, second = y
        own, more, length = max(x[0], x[2]), max(z[0], z[2]), len(self.regular)
        if own + max(first, second) <= min(together, whole - more):
            return y
        for point in {0, x[1], z[1]}:
            if point < place and first > self.under_caps(x, z, point, together, whole):
                return None
        if place == length:
            return y
        points = {place, max(x[1], place), max(z[1], place)}
        most = min(self.under_caps(x, z, point, together, whole) for point in points if point < length)
        return (first, place, min(second, most)) if most >= 0 else None

    def under_caps(self, x: Numbers, z: Numbers, place: int, together: int, whole: int) -> int:
        """So many after-tax steps fit beside these under the cap on both kinds together, and under all of the pay."""
        own = at(x, place)
        return min(together - own, whole - own - at(z, place))

    def is_held_back(self, x: Numbers, y: Numbers, z: Numbers) -> bool:
        """Whether some paycheck in force of the last numbers cannot hold a step more."""
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
