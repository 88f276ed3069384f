"""The last goals of a schedule: fewest days of entering, then the shape asked for. Smaller is better."""

from __future__ import annotations

from functools import cached_property

from megaroth.household.pay import Elections
from megaroth.schedule.elections import in_force
from megaroth.schedule.ladder import Numbers
from megaroth.schedule.solve_tries import Tries


class Shapes:
    """How good numbers are among those that put in as much."""

    def __init__(self, tries: Tries, z: Numbers) -> None:
        """`z` is the catch-up number that goes beside them all."""
        self.tries, self.year, self.goal, self.z = tries, tries.year, tries.goal, z
        self.regular, self.nothing = tries.regular, tries.nothing

    def of(self, numbers: Numbers) -> tuple[int, ...]:
        """How good a shape is among equals: smaller is better."""
        first, place, second = numbers
        length = len(self.regular)
        change = place < length and first != second
        if self.goal.shape == "front":
            return (-first, -second if change else 0)
        if self.goal.shape == "back":
            return (first, -place)
        return (int(change) * abs(first - second), -place)

    def best_of_all(self, most: int) -> tuple[int, ...]:
        """No shape of numbers up to a step is better."""
        return (-most, -most) if self.goal.shape == "front" else (0, -len(self.regular))

    def of_pair(self, x: Numbers, y: Numbers) -> tuple[int, tuple[int, ...]]:
        """Days on which something is entered, and the shape of both numbers."""
        days = {self.changes_at(numbers) for numbers in (x, y, self.z)} - {len(self.regular)}
        shape = tuple(a + b for a, b in zip(self.of(x), self.of(y), strict=True))
        return len(days) + self.first_entry(x, y), shape

    def first_entry(self, x: Numbers, y: Numbers) -> int:
        """1 where the first numbers differ from those entered now."""
        return int((x[0], y[0]) != self.steps_now)

    @property
    def least_entry(self) -> int:
        """No first numbers differ less from those entered now."""
        return int(self.now is None)

    @cached_property
    def now(self) -> Elections | None:
        """The numbers entered now."""
        return in_force(self.year.paychecks[self.regular[0]].date, self.tries.current)

    @cached_property
    def steps_now(self) -> tuple[int, int] | None:
        """The steps of the deferral and after-tax numbers entered now; None where no whole steps are they."""
        if self.now is None:
            return None
        numbers, length = self.now.regular, len(self.regular)
        x, y = (
            self.tries.steps_of(share)
            for share in (numbers.roth if self.year.is_roth else numbers.pre_tax, numbers.after_tax)
        )
        is_it = self.tries.election(0, (x, length, x), (y, length, y), self.z) == numbers
        return (x, y) if is_it else None

    def changes_at(self, numbers: Numbers) -> int:
        """The place at which a number changes; behind the last paycheck if it never does."""
        first, place, second = numbers
        return place if first != second else len(self.regular)
