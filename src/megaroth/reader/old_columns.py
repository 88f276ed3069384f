"""Columns of a table that hold up to a day, or from it: `Today | Beginning January 1, 2025`, `2025 | 2026`."""

from __future__ import annotations

import itertools
import re

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit
from megaroth.reader.when import SINCE, iso
from megaroth.reader.words import plain

_OLD_HEAD = Pattern(
    r"^\W*(?:today|now|current(?:ly)?|present(?:ly)?|before|until|through|prior to|old|existing|previous(?:ly)?|former(?:ly)?)\b(?: (?:[a-z]+|\d{1,2},?|20\d\d)){0,4}\W*$",
    flags=re.I,
)
_NEW_HEAD = Pattern(
    r"^\W*(?:new|beginning|starting|effective|from|as of|on and after|after|now)\b(?: [^ ]+){0,6}$", flags=re.I
)


_YEAR_HEAD = Pattern(
    r"^\W*(?:(?:in|for|from|starting|beginning|through|until|plan|calendar|year|current|new|old|now|the) ?\(?)*(20\d\d)\)?(?: (?:plan|year|benefits?|provisions?|rules?|terms|design|features?))*\W*$",
    "20",
    flags=re.I,
)


def _of_years(table: list[Unit], years: dict[int, str]) -> None:
    """`2025 | 2026`: each column holds from its year on, up to the next one's."""
    for unit in table:
        if unit.cell and unit.cell[1] > 0 and unit.cell[2] in years:
            year = years[unit.cell[2]]
            later = [each for each in years.values() if each > year]
            unit.since = f"{year}-01-01" if not later else ""
            unit.until = f"{min(later)}-01-01" if later else ""


def tell_old_columns(units: list[Unit]) -> None:
    """`Today | Beginning January 1, 2025`: the one column holds up to that day, the other from it."""
    cells = [unit for unit in units if unit.cell]
    for _, group in itertools.groupby(cells, key=lambda unit: unit.cell[0] if unit.cell else 0):
        table = list(group)
        heads = {unit.cell[2]: unit.raw for unit in table if unit.cell and unit.cell[1] == 0}
        olds = [column for column, head in heads.items() if _OLD_HEAD.match(head)]
        years = {column: found[1] for column, head in heads.items() if (found := _YEAR_HEAD.match(head))}
        if len(years) > 1 and len(set(years.values())) == len(years):
            _of_years(table, years)
            continue
        news = [
            column
            for column, head in heads.items()
            if column not in olds[:1] and _NEW_HEAD.match(head) and "20" in head
        ]
        found = SINCE.search(plain(heads[news[0]])) if len(olds) == len(news) == 1 else None
        if found is None:
            continue
        for unit in table:
            if unit.cell and unit.cell[1] > 0 and unit.cell[2] == olds[0]:
                unit.until = iso(found)
            elif unit.cell and unit.cell[1] > 0 and unit.cell[2] == news[0]:
                unit.since = iso(found)
