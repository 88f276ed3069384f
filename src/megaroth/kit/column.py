"""Columns: many people's values side by side. The only module of the kit that needs numpy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from megaroth.kit.money import LARGEST, Ints, Money, Rate, Rounding
from megaroth.kit.words import Later, portion

CHUNK = 32_768
"""Rows worked on at a time: few enough for the cache, enough that the cost of a call is small (`benchmarks/`)."""

EXACT_IN_FLOAT = 2**53
EXACT_IN_INT = 2**61


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


def portion_of_column(cents: Ints, top: Ints, bottom: Ints, rounding: Rounding) -> NDArray[np.int64]:
    """`cents * top / bottom`, rounded as named, row by row and exactly."""
    if _smallest(bottom) <= 0:
        raise ZeroDivisionError("a rate needs a positive bottom in every row")
    largest = _largest(cents) * _largest(top)
    # One formula for all roundings: floor((2 * product + lift) / (2 * bottom)).
    reach = 2 * largest + 2 * _largest(bottom)
    if reach < EXACT_IN_FLOAT:
        # Whole numbers below 2**53 are exact in float64 and so is the floor of their quotient; it vectorises,
        # integer division does not. One buffer serves all the steps.
        if rounding is Rounding.HALF_UP:
            top, lift, bottom = np.multiply(top, 2), bottom, np.multiply(bottom, 2)
        else:
            lift = np.subtract(bottom, 1) if rounding is Rounding.UP else 0
        work = np.empty(np.broadcast_shapes(np.shape(cents), np.shape(top), np.shape(bottom)))
        np.multiply(cents, top, out=work, dtype=np.float64)
        if rounding is not Rounding.DOWN:
            work += lift
        work /= bottom
        return np.floor(work, out=work).astype(np.int64)
    if reach >= EXACT_IN_INT:
        return _portion_of_any_size(cents, top, bottom, rounding)
    product = np.multiply(cents, top)
    if rounding is Rounding.DOWN:
        return np.asarray(product // bottom)
    if rounding is Rounding.UP:
        return np.asarray(-(-product // bottom))
    return np.asarray((2 * product + bottom) // (2 * bottom))


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
    """`then` in the rows where the condition holds, `otherwise` elsewhere; a `Later` is asked for its own rows only."""
    flags = np.asarray(when, dtype=np.bool_)
    needed = int(np.count_nonzero(flags))
    if needed in (0, flags.size):
        only = then if needed else otherwise
        return only.asked() if isinstance(only, Later) else only
    yes = _ask(then, flags, needed) if isinstance(then, Later) else then
    no = _ask(otherwise, ~flags, flags.size - needed) if isinstance(otherwise, Later) else otherwise
    if isinstance(yes, Money):
        return Money(np.where(flags, yes.cents, no.cents))
    return Rate(np.where(flags, yes.top, no.top), np.where(flags, yes.bottom, no.bottom))


def _ask(question: Later, rows: NDArray[np.bool_], needed: int) -> Any:
    """The answer, spread over the rows that need it (anything elsewhere)."""
    if rows.ndim > 1 or 2 * needed > rows.size:
        # Taking rows apart costs more than answering the others too.
        return question.asked()
    places = np.flatnonzero(rows)
    few = question.function(*(take(argument, places, len(rows)) for argument in question.arguments))
    cents = np.zeros((*np.shape(few.cents)[:-1], len(rows)), dtype=np.int64)
    cents[..., places] = few.cents
    return Money(cents)


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
        tries = np.sort(np.clip(tries, np.minimum(low + 1, bad - 1), bad - 1), axis=0)
        amounts = np.vstack([low, tries, bad])
        used = np.vstack([low_used, np.broadcast_to(uses(Money(tries)).cents, tries.shape), bad_used])


def groups_of(which: NDArray[np.integer[Any]]) -> Iterator[tuple[int, NDArray[np.intp]]]:
    """Each group's number and the places of its rows, in chunks: rows of one plan, whose terms are then single values.

    `which` holds every row's group, a number from 0 on. Put the answers back where the rows came from: `all[places] = few`.
    """
    small = which.astype(np.min_scalar_type(int(which.max(initial=0))))  # short numbers sort in one pass
    order, start = np.argsort(small, kind="stable"), 0
    for group, rows in enumerate(np.bincount(small)):
        for first in range(start, start + int(rows), CHUNK):
            yield group, order[first : min(first + CHUNK, start + int(rows))]
        start += int(rows)


def take(structure: Any, places: NDArray[np.intp], length: int) -> Any:
    """The rows at `places` of whatever holds columns of `length` rows; single values stay as they are."""
    if isinstance(structure, np.ndarray):
        return structure[..., places] if structure.shape[-1:] == (length,) else structure
    if isinstance(structure, tuple):
        return tuple(take(part, places, length) for part in structure)
    names = _parts(type(structure))  # type: ignore[arg-type]
    if not names or _SINGLE.get(id(structure)) is structure:
        return structure
    parts = [getattr(structure, name) for name in names]
    taken = [take(part, places, length) for part in parts]
    if any(new is not old for new, old in zip(taken, parts, strict=True)):
        return type(structure)(*taken)
    if len(names) > 4 and not _has_columns(structure):
        if len(_SINGLE) >= 1_000:
            _SINGLE.clear()
        _SINGLE[id(structure)] = structure
    return structure


_SINGLE: dict[int, Any] = {}
"""Large structures (the law of a year, a plan) seen to hold no column, by identity: looked through once, not per question."""


@cache
def _parts(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _has_columns(structure: Any) -> bool:
    if isinstance(structure, tuple):
        return any(_has_columns(part) for part in structure)
    return isinstance(structure, np.ndarray) or any(
        _has_columns(getattr(structure, name))
        for name in _parts(type(structure))  # type: ignore[arg-type]
    )


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
