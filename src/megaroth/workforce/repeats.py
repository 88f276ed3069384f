"""Who stands in several rows: twice in one plan (a mistake), or in several plans (one person, whose limits are shared).

One pass over the employees alone; keys are 64-bit numbers, and whoever shares one is looked at by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa

from megaroth.workforce.cells import Column, Flags
from megaroth.workforce.census import Part
from megaroth.workforce.checks import Clean
from megaroth.workforce.mapping import Mapping

Read: TypeAlias = Callable[[Sequence[str]], Iterable[Part]]
"""Gives the parts of a census with some of its columns, from the beginning, as often as asked."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """The keys of employees with several rows, sorted, and of these who has two rows for one plan and year."""

    keys: Column
    twice: frozenset[tuple[Any, str, int]]

    def among(self, clean: Clean) -> Flags | None:
        """Which rows are of somebody with several rows; None where nobody is."""
        if not len(self.keys) or not len(clean):
            return None
        found = np.isin(keys_of(clean.employee), self.keys)
        return found if found.any() else None


def keys_of(employees: Any) -> Column:
    """A number for each employee, the same for the same one within this process."""
    if pa.types.is_integer(employees.type):
        filled = employees.fill_null(0) if employees.null_count else employees
        return np.asarray(filled.cast(pa.int64()).to_numpy(zero_copy_only=False))
    texts = employees.cast(pa.string()).to_pylist()
    return np.fromiter((hash(text.strip()) if text else 0 for text in texts), np.int64, len(texts))


def find_repeats(read: Read, mapping: Mapping, plans: list[str], year: int) -> Repeats:
    """Looks through the employees, and once more at the rows of those that come again."""
    column = mapping.columns["employee"]
    keys = [keys_of(_plain(part.batch.column(column))) for part in read([column])]
    every = np.concatenate(keys) if keys else np.zeros(0, np.int64)
    if (every[1:] > every[:-1]).all():  # a file in the order of its employees, each once
        return Repeats(np.zeros(0, np.int64), frozenset())
    every = np.sort(every)
    again = np.unique(every[1:][every[1:] == every[:-1]])
    del every, keys
    again = again[again != 0] if len(again) else again
    if not len(again):
        return Repeats(again, frozenset())
    wanted = [mapping.columns[name] for name in ("employee", "plan", "year") if name in mapping.columns]
    seen: dict[tuple[Any, str, int], int] = {}
    for part in read(wanted):
        who = _plain(part.batch.column(column))
        places = np.flatnonzero(np.isin(keys_of(who), again))
        if not places.size:
            continue
        few = part.batch.take(pa.array(places))
        names = _plain(few.column(column)).to_pylist()
        plan = (
            _plain(few.column(mapping.columns["plan"])).to_pylist()
            if "plan" in mapping.columns
            else [plans[0]] * len(names)
        )
        years = few.column(mapping.columns["year"]).to_pylist() if "year" in mapping.columns else [year] * len(names)
        for each in zip(names, plan, years, strict=True):
            key = (_stripped(each[0]), str(each[1]).strip(), _year(each[2], year))
            seen[key] = seen.get(key, 0) + 1
    return Repeats(again, frozenset(key for key, count in seen.items() if count > 1))


def _plain(array: Any) -> Any:
    return array.dictionary_decode() if pa.types.is_dictionary(array.type) else array


def _stripped(employee: Any) -> Any:
    return employee.strip() if isinstance(employee, str) else employee


def _year(written: Any, otherwise: int) -> int:
    try:
        return int(written)
    except (TypeError, ValueError):
        return otherwise


def twice_in_one_plan(clean: Clean, plans: list[str], repeats: Repeats, rows: Flags) -> Flags:
    """Which rows say the same person, plan and year as another."""
    found = np.zeros(len(clean), np.bool_)
    if not repeats.twice:
        return found
    places = np.flatnonzero(rows)
    who = clean.employee.take(pa.array(places)).to_pylist()
    for at, employee in zip(places, who, strict=True):
        found[at] = (_stripped(employee), plans[clean.plan[at]], int(clean.year[at])) in repeats.twice
    return found
