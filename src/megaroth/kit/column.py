"""Columns: many people's values side by side. The only module of the kit that needs numpy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin
from numpy.typing import NDArray

from megaroth.kit.money import LARGEST, Ints, Money, Rate, Rounding
from megaroth.kit.words import Later, portion

CHUNK = 32_768
"""Rows worked on at a time: few enough for the cache, enough that the cost of a call is small (`benchmarks/`)."""

BLOCK = 131_072
"""A good number of rows to ask for at once: answers of this size use the same memory again and again (`benchmarks/`)."""

EXACT_IN_FLOAT = 2**53
EXACT_IN_INT = 2**61


class NotOnPaper(Exception):
    """What is asked of a `Blank` depends on numbers that are not there yet; the rule itself has to be asked."""


class Blank(NDArrayOperatorsMixin):
    """A column yet to come: stands in a rule's arguments while the rule writes its worksheet (`kit/worksheet.py`)."""

    __slots__ = ()

    def choose(self, then: Any, otherwise: Any) -> Any:
        """See `choose_rows`."""
        raise NotImplementedError


def column(cents: Any) -> Money:
    """A column of amounts from whole cents; shape `(n,)`, `int64`.

    Raises `TypeError` for anything but whole numbers, `OverflowError` beyond `LARGEST`.
    """
    values = np.asarray(cents)
    if values.dtype == object:
        values = np.array([_whole(value) for value in cents], dtype=object)
        if values.size and max(abs(value) for value in values) > LARGEST:
            raise OverflowError(f"an amount above {LARGEST} cents")
    elif values.size and values.dtype.kind not in "iu":
        raise TypeError(f"cents are whole numbers, not {values.dtype}")
    values = values.astype(np.int64)
    if values.size and max(int(values.max()), -int(values.min())) > LARGEST:
        raise OverflowError(f"an amount above {LARGEST} cents")
    return Money(values)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(f"cents are whole numbers, not {type(value).__name__}")
    return value


def portion_of_column(cents: Ints, top: Ints, bottom: Ints, rounding: Rounding) -> Any:
    """`cents * top / bottom`, rounded as named, row by row and exactly.

    One formula for all roundings: floor((product + lift) / bottom). An odd bottom has no halves, so half of it, rounded
    down, lifts just what is to go up.
    """
    if _smallest(bottom) <= 0:
        raise ZeroDivisionError("a rate needs a positive bottom in every row")
    if type(top) is int and top == 0:
        return 0
    reach = _largest(cents) * _largest(top) + _largest(bottom)
    if reach >= EXACT_IN_INT:
        return _portion_of_any_size(cents, top, bottom, rounding)
    lift = 0 if rounding is Rounding.DOWN else bottom - 1 if rounding is Rounding.UP else bottom // 2
    if type(bottom) is int:
        # Dividing whole numbers by a single one is quick: numpy multiplies and shifts instead.
        product = np.multiply(cents, top)
        if bottom != 1:
            product += lift
            product //= bottom
        return product
    if reach < EXACT_IN_FLOAT:
        # Whole numbers below 2**53 are exact in float64 and so is the floor of their quotient; it vectorises,
        # dividing whole numbers by a column does not.
        work = np.multiply(cents, top, dtype=np.float64)
        if rounding is not Rounding.DOWN:
            work = work + lift
        work = work / bottom
        return np.floor(work, out=work).astype(np.int64)
    return (np.multiply(cents, top) + lift) // bottom


def _portion_of_any_size(cents: Ints, top: Ints, bottom: Ints, rounding: Rounding) -> NDArray[np.int64]:
    rows = np.broadcast(cents, top, bottom)
    results = [int(portion(Money(int(c)), Rate(int(t), int(b)), rounding).cents) for c, t, b in rows]
    return np.array(results, dtype=np.int64).reshape(rows.shape)


def _largest(values: Ints) -> int:
    if isinstance(values, int):
        return abs(values)
    return max(int(values.max(initial=0)), -int(values.min(initial=0)))


def _smallest(values: Ints) -> int:
    return values if isinstance(values, int) else int(values.min(initial=1))


def extreme(cents: Sequence[Ints], smallest: bool) -> Any:
    """The smallest (or largest) of several, row by row. Single values are compared with each other first."""
    single = [each for each in cents if type(each) is int]
    best, *others = [each for each in cents if type(each) is not int]
    pick = np.minimum if smallest else np.maximum
    if single:
        best = pick(best, min(single) if smallest else max(single))
    for each in others:
        best = pick(best, each)
    return best


def first_equal(cents: Sequence[Ints], best: Ints) -> NDArray[np.int8]:
    """The position of the first of several that equals the best, row by row."""
    if isinstance(best, Blank):
        place: Any = len(cents) - 1
        for at in reversed(range(len(cents) - 1)):
            here: Any = np.equal(cents[at], best)
            place = choose_rows(here, at, place) if isinstance(here, Blank) else at if here else place
        found: Any = place.astype(np.int8) if isinstance(place, Blank) else np.int8(place)  # type: ignore[attr-defined]
        return found  # type: ignore[no-any-return]
    matches = np.stack(np.broadcast_arrays(*[np.equal(each, best) for each in cents]))
    return np.asarray(matches.argmax(axis=0), dtype=np.int8)


def sum_of(cents: Sequence[Ints]) -> Any:
    """The sum of several, row by row: single values first, then one buffer for the columns."""
    single = sum(each for each in cents if type(each) is int)
    columns = [each for each in cents if type(each) is not int]
    if single:
        columns.append(single)
    return _running(np.add, columns)


def difference_of(of: Ints, used: Sequence[Ints]) -> Any:
    """What is left of an amount after the others, never below zero, row by row."""
    single = sum(each for each in used if type(each) is int)
    columns = [each for each in used if type(each) is not int]
    if type(of) is int:
        return np.maximum(_running(np.subtract, [of - single, *columns]), 0)
    if single or not columns:
        columns.append(single)
    return np.maximum(_running(np.subtract, [of, *columns]), 0)


def _running(operation: Any, values: Sequence[Any]) -> Any:
    if len(values) == 1:
        return values[0]
    result = operation(values[0], values[1])
    for each in values[2:]:
        fits = result.shape and np.shape(each) in ((), result.shape, result.shape[-1:])
        result = operation(result, each, out=result) if fits else operation(result, each)
    return result


def not_below_zero(cents: Any) -> Any:
    """The amounts, and nothing where they are negative."""
    return np.maximum(cents, 0)


def choose_rows(when: Any, then: Any, otherwise: Any) -> Any:
    """`then` in the rows where the condition holds, `otherwise` elsewhere; a `Later` is asked for few rows alone."""
    if isinstance(when, Blank):
        return when.choose(then, otherwise)
    flags = np.asarray(when, dtype=np.bool_)
    needed = int(np.count_nonzero(flags))
    if needed in (0, flags.size):
        return _asked(then if needed else otherwise)
    if isinstance(then, Later) and _are_few(needed, flags):
        return _with_rows(_asked(otherwise), then, flags)
    if isinstance(otherwise, Later) and _are_few(flags.size - needed, flags):
        return _with_rows(_asked(then), otherwise, ~flags)
    return select(flags, _asked(then), _asked(otherwise))


def _asked(answer: Any) -> Any:
    return answer.asked() if isinstance(answer, Later) else answer


def _are_few(needed: int, flags: NDArray[np.bool_]) -> bool:
    """Whether taking these rows apart costs less than answering the others too."""
    return flags.ndim == 1 and 8 * needed <= flags.size


def _with_rows(answer: Any, question: Later, rows: NDArray[np.bool_]) -> Any:
    """The answer, but in those rows the question's own, asked for them alone."""
    places = np.flatnonzero(rows)
    few = question.function(*(take(argument, places, rows.size) for argument in question.arguments))
    return _put(answer, few, places, rows.size)


def _put(answer: Any, few: Any, places: NDArray[np.intp], length: int) -> Any:
    """The answer with `few` at those places."""
    if isinstance(answer, tuple):
        return tuple(_put(one, other, places, length) for one, other in zip(answer, few, strict=True))
    lines = np.broadcast_shapes(np.shape(answer.cents)[:-1], np.shape(few.cents)[:-1])
    cents = np.array(np.broadcast_to(answer.cents, (*lines, length)))
    cents[..., places] = few.cents
    return Money(cents)


def select(flags: NDArray[np.bool_], yes: Any, no: Any) -> Any:
    """`yes` where the flag is set, else `no`.

    Arithmetic, because `np.where` branches on every row, and a processor that guesses wrong stands still: on flags in
    random order it takes two to four times as long. A difference may wrap around; the sum wraps it back.
    """
    if isinstance(yes, Money):
        return Money(select(flags, yes.cents, no.cents))
    if isinstance(yes, Rate):
        return Rate(select(flags, yes.top, no.top), select(flags, yes.bottom, no.bottom))
    if isinstance(yes, tuple):
        return tuple(select(flags, one, other) for one, other in zip(yes, no, strict=True))
    if type(no) is int and no == 0:
        return np.multiply(yes, flags)
    return np.multiply(np.subtract(yes, no), flags) + no


def largest_in_every_row(upto: Money, fits: Callable[[Money], Any]) -> Money:
    """See `largest_that_fits`: few rows try many amounts at once (one line of candidates below the other)."""
    lows, highs = np.zeros_like(upto.cents), np.maximum(upto.cents, 0)
    tries = min(max(CHUNK // max(lows.size, 1), 1), 255)
    parts = np.arange(1, tries + 1).reshape(-1, 1)
    while (lows < highs).any():
        # From the first part of the way up to the last, each rounded up: above `lows`, at most `highs`.
        amounts = lows - (lows - highs) * parts // (tries + 1)
        good = np.logical_and.accumulate(np.broadcast_to(fits(Money(amounts)), amounts.shape)).sum(axis=0)
        edges = np.vstack([lows, amounts, highs + 1])
        rows = np.arange(lows.size)
        lows, highs = edges[good, rows], edges[good + 1, rows] - 1
    return Money(lows)


def largest_within_in_every_row(upto: Money, within: Money, uses: Callable[[Money], Money]) -> Money:
    """See `largest_within`: every row tries four amounts about its estimate and the middle at once."""
    high, limit = np.broadcast_arrays(np.maximum(upto.cents, 0), within.cents)
    rows = np.arange(high.size)
    over = np.maximum(uses(Money(high)).cents - limit, 0)
    # `uses` grows at least as fast as the amount, so this much less is sure to fit, if anything does.
    amounts = np.stack([np.zeros_like(high), np.maximum(high - over, 0), high, high + 1])
    used = np.empty_like(amounts)
    used[:3] = uses(Money(amounts[:3])).cents
    used[3] = np.maximum(used[2], limit) + 1
    while True:
        # At least the first amount, nothing, counts as fitting.
        good = np.maximum(np.count_nonzero(used <= limit, axis=0), 1)
        low, low_used = amounts[good - 1, rows], used[good - 1, rows]
        bad, bad_used = amounts[good, rows], used[good, rows]
        if (bad - low <= 1).all():
            return Money(low)
        # A row that is settled may have no distance left to divide by.
        share = (limit - low_used) / np.maximum(bad_used - low_used, 1)
        guess = low + ((bad - low) * np.clip(share, 0.0, 1.0)).astype(np.int64)
        tries = np.stack([guess - 1, guess, guess + 1, guess + 2, (low + bad) // 2])
        # A settled row goes on trying what it has; where not even nothing fits, both ends are nothing.
        last = np.maximum(bad - 1, low)
        tries = np.sort(np.clip(tries, np.minimum(low + 1, last), last), axis=0)
        amounts = np.vstack([low, tries, bad])
        used = np.vstack([low_used, np.broadcast_to(uses(Money(tries)).cents, tries.shape), bad_used])


def groups_of(which: NDArray[np.integer[Any]], most: int = BLOCK) -> Iterator[tuple[int, NDArray[np.intp]]]:
    """Groups and places of their rows, at most so many at a time: rows of one plan, whose terms are then single values.

    `which` holds every row's group, a number from 0 on. Put the answers back where the rows came from:
    `all[places] = few`. Works through stretches of rows, large enough for every group to be asked for many of them, small
    enough for the places to lie close together; so a group may come up again and again.
    """
    highest = int(which.max(initial=0))
    stretch = most * (highest + 1)
    for begin in range(0, len(which), stretch):
        # Short numbers sort in one pass.
        here = which[begin : begin + stretch].astype(np.min_scalar_type(highest))
        order, start = np.argsort(here, kind="stable") + begin, 0
        for group, rows in enumerate(np.bincount(here).tolist()):
            for first in range(start, start + rows, most):
                yield group, order[first : min(first + most, start + rows)]
            start += rows


def take(structure: Any, places: Any, length: int) -> Any:
    """The rows at `places` (positions or a slice) of whatever holds columns of `length` rows; single values stay."""
    if isinstance(structure, np.ndarray):
        if structure.shape == (length,):
            return structure[places]  # three times as quick as [..., places]
        return structure[..., places] if structure.shape[-1:] == (length,) else structure
    return with_parts(structure, lambda part: take(part, places, length))


def with_parts(structure: Any, change: Callable[[Any], Any]) -> Any:
    """The same structure (a tuple, a dataclass) with every part changed; itself where no part holds a column."""
    if isinstance(structure, tuple):
        return tuple([change(part) for part in structure])
    if is_single(structure):
        return structure
    return type(structure)(*[change(getattr(structure, name)) for name in parts_of(structure)])


def is_single(structure: Any) -> bool:
    """Whether it holds no column. Large structures (the law of a year, a plan) are looked through once, not per question."""
    if type(structure) is Money:
        return type(structure.cents) is int
    if isinstance(structure, tuple):
        return all(map(is_single, structure))
    names = parts_of(structure)
    if not names:
        return not isinstance(structure, np.ndarray | Blank)
    if _SINGLE.get(id(structure)) is structure:
        return True
    single = all(is_single(getattr(structure, name)) for name in names)
    if single and len(names) > 4:
        if len(_SINGLE) >= 1_000:
            _SINGLE.clear()
        _SINGLE[id(structure)] = structure
    return single


_SINGLE: dict[int, Any] = {}
"""Large structures seen to hold no column, by identity."""


def parts_of(structure: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for anything else."""
    return _names(type(structure))  # type: ignore[arg-type]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def stack(rows: Sequence[Any]) -> Any:
    """One value that holds a column where each of `rows` holds one: amounts, rates, flags, and structures of them.

    Tuples of unequal length (match tiers) are padded with their type's `PAD`. Texts are kept when all agree, else "".
    """
    first = next((row for row in rows if row is not None), None)
    if isinstance(first, bool | np.bool_):
        return np.array(rows, dtype=np.bool_)
    if isinstance(first, int | np.integer):
        return np.array(rows, dtype=np.int64)
    if isinstance(first, Money):
        return column([row.cents for row in rows])
    if isinstance(first, tuple):
        width = max(len(row) for row in rows)
        filler = next((row[0].PAD for row in rows if row), None)
        padded = [(*row, *([filler] * (width - len(row)))) for row in rows]
        return tuple(stack([row[i] for row in padded]) for i in range(width))
    if is_dataclass(first):
        kind: Any = type(first)
        return kind(*(stack([getattr(row, f.name) for row in rows]) for f in fields(first)))
    return first if all(row == first for row in rows) else ""
