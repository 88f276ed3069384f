"""Lines: what a rule writes down when it is asked with blanks in place of columns.

A line is an operation on columns given, on lines above it and on single numbers. Each knows the range its numbers are
sure to lie in, so that a line that changes nothing is not written, and none is whose numbers might wrap around.
What is done with the lines stands in `kit/worksheet.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from megaroth.kit.column import EXACT_IN_FLOAT, Blank, NotOnPaper, select, with_parts
from megaroth.kit.money import LARGEST, Money, Rate
from megaroth.kit.words import Later, opposite

EXACT = 2**62
"""Whole numbers in lines stay below this: no sum, difference or product of theirs has wrapped around."""

SURE = (NotOnPaper, ZeroDivisionError)
"""What keeps a rule off paper: it asks what depends on the numbers, or might divide by nothing."""


def reach_of(column: Any) -> tuple[Any, int, int]:
    """The kind of a column, and a range that holds all its numbers: one of a few, so that few worksheets are written."""
    if column.dtype != np.int64 or not column.size:
        return column.dtype, 0, 1
    lowest, highest = int(column.min()), int(column.max())
    lows = (bound for bound in (1, 0, -1, -LARGEST) if bound <= lowest)
    highs = (bound for bound in (127, 2**20, 2**31, LARGEST) if bound >= highest)
    return column.dtype, next(lows, -(2**63)), next(highs, 2**63)


class Line(Blank):
    """One line, or (without an operation) a column given. `low` to `high` is the range its numbers are sure to lie in."""

    __slots__ = ("high", "kind", "low", "of", "operation", "sheet")

    def __init__(self, sheet: Sheet, operation: Any, of: tuple[Any, ...], kind: Any, low: Any, high: Any) -> None:
        self.sheet, self.operation, self.of = sheet, operation, of
        self.kind, self.low, self.high = np.dtype(kind), low, high

    def __array_ufunc__(self, ufunc: Any, method: str, *of: Any, out: Any = None, dtype: Any = None) -> Any:
        if method != "__call__":
            raise NotOnPaper
        return self.sheet.write(ufunc, of, dtype)

    def __array__(self, *_: object, **__: object) -> Any:
        raise NotOnPaper

    # Whatever else asks for numbers asks for what is not there yet.
    __bool__ = __int__ = __index__ = __float__ = __iter__ = __len__ = __getitem__ = __array__
    __hash__ = object.__hash__
    shape = ()

    def max(self, initial: int) -> Any:
        """The largest that its numbers can be."""
        return max(self.high, initial)

    def min(self, initial: int) -> Any:
        """The smallest that its numbers can be."""
        return min(self.low, initial)

    def astype(self, kind: Any) -> Any:
        """The line in another kind of number."""
        return self.sheet.write(in_kind, (self,), kind)

    def choose(self, then: Any, otherwise: Any) -> Any:
        """See `choose_rows`. An answer that is not on paper is left to the rule itself, in the rows that need it."""
        flag: Any = self
        yes, no = self.sheet.asked(then), self.sheet.asked(otherwise)
        if yes is None and no is None:
            raise NotOnPaper
        if yes is None or no is None:
            self.sheet.expected.append(flag if no is None else opposite(flag))
            return yes if no is None else no
        return _between(select(flag, yes, no), yes, no)


class Sheet:
    """The lines written so far, the columns given, and the flags that every row is expected to bear."""

    def __init__(self) -> None:
        self.given: list[Line] = []
        self.lines: list[Line] = []
        self.expected: list[Any] = []
        self._known: dict[Any, Line] = {}

    def blank(self, structure: Any) -> Any:
        """The structure with an empty line for each of its columns."""
        if isinstance(structure, np.ndarray):
            kind, low, high = reach_of(structure)
            if kind not in (np.int64, np.bool_):
                raise NotOnPaper
            self.given.append(Line(self, None, (), kind, low, high))
            return self.given[-1]
        return with_parts(structure, self.blank)

    def asked(self, answer: Any) -> Any:
        """The answer, to a question asked for later too; None where that is not on paper."""
        if not isinstance(answer, Later):
            return answer
        expected = len(self.expected)
        try:
            return answer.asked()
        except SURE:
            del self.expected[expected:]
            return None

    def write(self, operation: Any, of: tuple[Any, ...], kind: Any = None) -> Any:
        """A new line, or the one above that says the same, or the number that it is sure to come to."""
        if operation not in REACH:
            raise NotOnPaper
        of = tuple([each if isinstance(each, Line) else _number(each) for each in of])
        if kind is None:
            if (same := _simpler(operation, *of)) is not None:
                return same
            in_float = operation is np.true_divide or any(
                isinstance(each, Line) and each.kind.kind == "f" for each in of
            )
            kind = np.bool_ if operation in FLAGS else np.float64 if in_float else np.int64
        low, high = REACH[operation](*[bound for each in of for bound in _range(each)])
        if low == high and kind is not np.float64:
            return bool(low) if kind is np.bool_ else int(low)
        if max(-low, high) >= (EXACT_IN_FLOAT if kind is np.float64 else EXACT):
            raise NotOnPaper
        if operation is np.multiply and kind is np.float64:
            operation = multiply_in_float
        key = (operation, *[id(each) if isinstance(each, Line) else (type(each), each) for each in of])
        if key not in self._known:
            self._known[key] = Line(self, operation, of, kind, low, high)
            self.lines.append(self._known[key])
        return self._known[key]


def _number(value: Any) -> int | bool:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    raise NotOnPaper


def _range(value: Any) -> tuple[Any, Any]:
    return (value.low, value.high) if isinstance(value, Line) else (value, value)


def _between(chosen: Any, yes: Any, no: Any) -> Any:
    """What is chosen lies in the range of the two it is chosen from, however far the arithmetic seems to reach."""
    if isinstance(chosen, tuple):
        return tuple(map(_between, chosen, yes, no))
    if isinstance(chosen, Money):
        _between(chosen.cents, yes.cents, no.cents)
    elif isinstance(chosen, Rate):
        _between(chosen.top, yes.top, no.top)
        _between(chosen.bottom, yes.bottom, no.bottom)
    elif isinstance(chosen, Line):
        (yes_low, yes_high), (no_low, no_high) = _range(yes), _range(no)
        chosen.low, chosen.high = max(chosen.low, min(yes_low, no_low)), min(chosen.high, max(yes_high, no_high))
    return chosen


def in_kind(value: Any, out: Any) -> None:
    """The numbers in the kind of `out`."""
    np.copyto(out, value, casting="unsafe")


def multiply_in_float(one: Any, other: Any, out: Any) -> None:
    """Whole numbers multiplied as floats; exact, because the product is below 2**53."""
    np.multiply(one, other, out=out, dtype=np.float64)


def _corners(operation: Callable[[Any, Any], Any]) -> Callable[..., tuple[Any, Any]]:
    def reach(a: Any, b: Any, c: Any, d: Any) -> tuple[Any, Any]:
        found = [operation(one, other) for one in (a, b) for other in (c, d)]
        return min(found), max(found)

    return reach


def _divided(operation: Callable[[Any, Any], Any]) -> Callable[..., tuple[Any, Any]]:
    def reach(a: Any, b: Any, c: Any, d: Any) -> tuple[Any, Any]:
        if c <= 0:
            raise NotOnPaper
        return _corners(operation)(a, b, c, d)

    return reach


# From the ranges a..b and c..d of what goes in, the range of what comes out. Flags are False and True.
REACH: dict[Any, Callable[..., tuple[Any, Any]]] = {
    np.minimum: lambda a, b, c, d: (min(a, c), min(b, d)),
    np.maximum: lambda a, b, c, d: (max(a, c), max(b, d)),
    np.add: lambda a, b, c, d: (a + c, b + d),
    np.subtract: lambda a, b, c, d: (a - d, b - c),
    np.multiply: _corners(lambda one, other: one * other),
    np.floor_divide: _divided(lambda one, other: one // other),
    np.true_divide: _divided(lambda one, other: one / other),
    np.floor: lambda a, b: (math.floor(a), math.floor(b)),
    in_kind: lambda a, b: (a, b),
    np.greater: lambda a, b, c, d: (a > d, b > c),
    np.greater_equal: lambda a, b, c, d: (a >= d, b >= c),
    np.less: lambda a, b, c, d: (b < c, a < d),
    np.less_equal: lambda a, b, c, d: (b <= c, a <= d),
    np.equal: lambda a, b, c, d: (a == b == c == d, a <= d and c <= b),
    np.not_equal: lambda a, b, c, d: (a > d or b < c, not a == b == c == d),
    np.bitwise_and: lambda a, b, c, d: (a and c, b and d),
    np.bitwise_or: lambda a, b, c, d: (a or c, b or d),
    np.invert: lambda a, b: (not b, not a),
}
FLAGS: set[Any] = {np.greater, np.greater_equal, np.less, np.less_equal, np.equal, np.not_equal}
FLAGS |= {np.bitwise_and, np.bitwise_or, np.invert}
IDLE: dict[Any, Any] = {
    np.add: 0,
    np.subtract: 0,
    np.multiply: 1,
    np.floor_divide: 1,
    np.bitwise_and: True,
    np.bitwise_or: False,
}
"""What changes nothing as the second of two."""


def _simpler(operation: Any, one: Any, other: Any = None) -> Any:
    """One of the two, where the operation is sure to come to it; else None."""
    if operation in (np.minimum, np.maximum):
        smaller, larger = (one, other) if operation is np.minimum else (other, one)
        (_, high), (low, _) = _range(smaller), _range(larger)
        if high <= low:
            return one
        (low, _), (_, high) = _range(smaller), _range(larger)
        return other if high <= low else None
    if operation not in IDLE:
        return None
    for each, neighbour in ((other, one), (one, other)):
        if type(each) is type(IDLE[operation]) and each == IDLE[operation] and isinstance(neighbour, Line):
            of_a_kind = (neighbour.kind == np.bool_) == (operation in FLAGS)
            if of_a_kind and (each is other or operation not in (np.subtract, np.floor_divide)):
                return neighbour
    return None
