"""What cheques can hold of a number, beside the numbers before it and under caps on all of them together.

Knows the purse of the year, if there is one. Refuses to know goals.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from megaroth.schedule.cash import ALWAYS_HELD
from megaroth.schedule.ladder import Ladder, Numbers, at, lowest
from megaroth.schedule.solve_tries import Tries


class Holding:
    """The highest steps that cheques can hold."""

    def __init__(self, tries: Tries) -> None:
        self.tries, self.year, self.regular, self.purse = tries, tries.year, tries.regular, tries.purse
        self.known_most: dict[tuple[int, int, int], int] = {}
        self.known_lowest: dict[tuple[Numbers, Numbers], tuple[list[int], list[int]]] = {}

    def tops(self, rungs: Ladder, z: Numbers | None) -> list[int] | None:
        """The highest step of each cheque that it can hold (of the catch-up election alone where `z` is None)."""
        if self.purse is None:
            return None
        tops, known, near = [], {}, rungs.most
        for place, number in enumerate(self.regular):
            pay = self.year.cheques[number].pay
            beside = 0 if z is None else int(self.tries.amount(pay, at(z, place)).cents)

            def beyond(step: int, place: int = place, number: int = number, beside: int = beside) -> bool:
                amount = rungs.sums[step][place + 1] - rungs.sums[step][place]
                amounts = (0, amount) if z is None else (amount, beside)
                left = self.purse.left(number, *amounts) if self.purse else None
                return left is not None and left < 0

            key = (self.purse.alike(number), beside)
            if key not in known:
                known[key] = near = _last(rungs.most, beyond, near)
            tops.append(known[key])
        return tops

    def _lowest(self, x: Numbers, z: Numbers) -> tuple[list[int], list[int]]:
        """The highest after-tax step that all cheques before each place, and all from it on, can hold beside these."""
        if (x, z) not in self.known_lowest:
            steps = [self.most_beside(place, at(x, place), at(z, place)) for place in range(len(self.regular))]
            self.known_lowest[x, z] = lowest(steps)
        return self.known_lowest[x, z]

    def most_beside(self, place: int, x: int, z: int) -> int:
        """The highest after-tax step that a cheque can hold beside these."""
        number, rungs = self.regular[place], self.tries.after_tax_rungs
        alike = number if self.purse is None else self.purse.alike(number)
        if (alike, x, z) not in self.known_most:
            left = None
            if self.purse is not None:
                deferral = self.tries.deferral_rungs.sums[x][place + 1] - self.tries.deferral_rungs.sums[x][place]
                catch_up = int(self.tries.amount(self.year.cheques[number].pay, z).cents)
                left = self.purse.left(number, deferral, catch_up)
            most = rungs.most
            if left is not None:
                most = bisect_right(
                    range(most + 1), left, key=lambda k: rungs.sums[k][place + 1] - rungs.sums[k][place]
                )
            self.known_most[alike, x, z] = max(most - (left is not None), 0)
        return self.known_most[alike, x, z]

    def beside(self, x: Numbers, y: Numbers, z: Numbers, together: int) -> Numbers | None:
        """The after-tax numbers cut to what the deferral leaves of each cheque; None if the first does not fit."""
        fitted = self._under(x, y, z, together)
        if self.purse is None or fitted is None:
            return fitted
        if self.purse.is_plain and fitted == self._under(x, fitted, z, ALWAYS_HELD * self.tries.steps_in([]) // 100):
            return fitted
        before, behind = self._lowest(x, z)
        first, place, second = fitted
        if place == len(self.regular):
            return fitted if first <= behind[0] else None
        return (first, place, min(second, behind[place])) if first <= before[place] else None

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
                    number, *(int(self.tries.amount(cheque.pay, at(of, place)).cents) for of in (x, z))
                )
            )
            is not None
            and left < int(self.tries.amount(cheque.pay, at(y, place) + 1).cents)
            for place, number in enumerate(self.regular)
            if (cheque := self.year.cheques[number])
        )


def _last(most: int, beyond: Callable[[int], bool], near: int) -> int:
    """The last step up to `most` that is not beyond, looked for about another cheque's; 0 if all are."""
    low, high = -1, most + 1
    for step in (near, near + 1, near - 1):
        if low < step < high:
            low, high = (low, step) if beyond(step) else (step, high)
    return max(bisect_left(range(low + 1, high), True, key=beyond) + low, 0)
