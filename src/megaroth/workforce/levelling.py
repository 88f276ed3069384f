"""Cutting the highest down to one level, in many groups at once: first ratios, then dollars.

Knows arithmetic alone: rows with a group and a whole number, and how much has to go. What the numbers mean is the law's
affair (`law/s401m_acp`). Everything is exact: whole numbers, and of any size where 64 bits do not hold them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from megaroth.kit.money import Rate

Column = NDArray[np.int64]
EXACT = 2**61


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Rows by group, the highest value first; `place` counts within the group from 1, `start` is each group's first row."""

    order: NDArray[np.intp]
    group: Column
    value: Any
    place: Column
    start: Column
    people: Column
    running: Any
    next_value: Any


def ratio_levels(group: Column, steps: Column, highest: Rate, step: Rate) -> Rate:
    """The ratio to which each group's highest are cut so that its average is just the highest allowed.

    `group` and `steps`, shape (n,): a row's group, from 0 on, and its ratio in steps of `step`; `highest` holds a column
    of one average for each group. Every group has rows. Gives a column of one level for each group.
    """
    rows = _sorted(group, steps)
    allowed = _reduced(Rate(highest.top * step.bottom, highest.bottom * step.top))
    wide = int(np.max(allowed.top, initial=0)) * int(np.max(rows.people, initial=0))
    wide = max(wide, 2 * int(np.max(np.abs(rows.running), initial=0)) * int(np.max(allowed.bottom, initial=1)))
    kind: Any = object if wide >= EXACT else np.int64
    top, bottom = np.asarray(allowed.top).astype(kind), np.asarray(allowed.bottom).astype(kind)
    target = rows.people.astype(kind) * top
    last = rows.start + rows.people - 1
    of = rows.group
    rest = (rows.running[last][of] - rows.running).astype(kind)
    # With the first `place` rows cut to the value below them, is the average low enough, or too low already?
    enough = target[of] - (rest + rows.place.astype(kind) * rows.next_value.astype(kind)) * bottom[of] >= 0
    cut = np.add.reduceat((~enough.astype(np.bool_)).astype(np.int64), rows.start)
    at = rows.start + cut
    return _reduced(
        Rate((target - rest[at] * bottom) * step.top, (cut + 1).astype(kind) * bottom * step.bottom),
    )


def dollar_levels(group: Column, cents: Column, total: Column, tie: Column) -> tuple[Column, Column]:
    """The level to which each group's largest amounts are cut until `total` is taken, and who gives a cent less.

    `total`, shape (groups,), is at most the group's sum. A level is a whole cent; where cutting to it would take some
    cents too much, so many of those who give, the last by `tie`, give one cent less (1, else 0, row by row).
    """
    rows = _sorted(group, cents)
    of = rows.group
    enough = rows.running - rows.place * rows.next_value >= total[of]
    cut = np.add.reduceat((~enough.astype(np.bool_)).astype(np.int64), rows.start)
    givers = cut + 1
    at = rows.start + cut
    level = ((rows.running[at] - total) // givers).astype(np.int64)
    spare = (rows.running[at] - givers * level - total).astype(np.int64)
    less = np.zeros(len(group), np.int64)
    gives = rows.order[(rows.place <= givers[of]) & (spare[of] > 0)]
    if gives.size:
        in_turn = gives[np.lexsort((tie[gives], group[gives]))]
        whose = group[in_turn]
        first = np.flatnonzero(np.append(True, whose[1:] != whose[:-1]))
        place = np.arange(len(in_turn)) - np.repeat(first, np.diff(np.append(first, len(in_turn))))
        less[in_turn] = place >= (givers - spare)[whose]
    return level, less


def _sorted(group: Column, values: Column) -> _Sorted:
    order = np.lexsort((-values, group))
    of = group[order]
    people = np.bincount(of)
    start = np.concatenate(([0], np.cumsum(people)[:-1])).astype(np.int64)
    value = values[order]
    place = np.arange(1, len(order) + 1) - start[of]
    biggest = int(np.max(np.abs(value), initial=0))
    running = np.cumsum(value.astype(object) if biggest * max(len(value), 1) >= EXACT else value)
    before = np.concatenate((running[:1] * 0, running[start[1:] - 1]))
    running = running - before[of]
    next_value = np.append(value[1:], 0)
    next_value[start + people - 1] = 0
    return _Sorted(order, of, value, place, start, people, running, next_value)


def _reduced(rate: Rate) -> Rate:
    """The same fractions in lowest terms, in 64 bits where they fit."""
    top, bottom = np.broadcast_arrays(rate.top, rate.bottom)
    common = np.gcd(top, bottom)
    top, bottom = top // common, bottom // common
    if top.dtype == object and max(int(np.max(np.abs(top), initial=0)), int(np.max(bottom, initial=0))) < EXACT:
        top, bottom = top.astype(np.int64), bottom.astype(np.int64)
    return Rate(top, bottom)
