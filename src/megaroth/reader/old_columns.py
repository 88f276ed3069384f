"""Columns of a table that hold up to a day, or from it: `Today | Beginning January 1, 2025`, `2025 | 2026`."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit
from megaroth.reader.when import SINCE, date_in, iso
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


_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_UP_TO = Pattern(
    rf"\b(?:through|until|till|before|prior to|up to|ending|ended)\b[^|]{{0,12}}?(?:\d{{1,2}}/|20\d\d|{_MONTHS})",
    flags=re.I,
)
"""`Acme plan (through June 14)`: what stands below held up to that day."""
_FROM = Pattern(
    r"\b(?:from|beginning|starting|effective|as of|on and after|on or after|after|now|today|current(?:ly)?)\b",
    flags=re.I,
)
_DAY_ALONE = Pattern(rf"\b({_MONTHS} \d{{1,2}})\b(?!,? (?:19|20)\d\d)", flags=re.I)
_YEAR = Pattern(r"\b20\d\d\b", "20")


def _turning_day(heads: dict[int, str], old: int, new: int, units: list[Unit]) -> str:
    """The day on which the one column gives way to the other; a day without a year is of the year that the document names most."""
    for column in (new, old):
        head = plain(heads[column])
        if day := date_in(head):
            return day
    for column in (new, old):
        if found := _DAY_ALONE.search(plain(heads[column])):
            years = Counter(year for unit in units for year in _YEAR.findall(unit.raw))
            # `most_common` would import a module, which the child can no longer do.
            return date_in(f"{found[1]}, {max(years, key=years.__getitem__)}") if years else ""
    return ""


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
        below = {
            unit.cell[2]: found[1]
            for unit in table
            if unit.cell and unit.cell[1] == 1 and (found := _YEAR_HEAD.match(unit.raw))
        }
        if len(set(below.values())) > 1 and not any(
            _YEAR.search(head) for column, head in heads.items() if column in below
        ):
            _of_years(table, below)  # below a row that is the title of the table
            continue
        olds = [column for column, head in heads.items() if _OLD_HEAD.match(head)]
        years = {column: found[1] for column, head in heads.items() if (found := _YEAR_HEAD.match(head))}
        if len(years) > 1 and len(set(years.values())) == len(years):
            _of_years(table, years)
            continue
        closing = [column for column, head in heads.items() if _UP_TO.search(head)]
        opening = [column for column, head in heads.items() if column not in closing and _FROM.search(head)]
        if len(closing) == len(opening) == 1 and (day := _turning_day(heads, closing[0], opening[0], units)):
            _parted(table, closing[0], opening[0], day)
            continue
        news = [
            column
            for column, head in heads.items()
            if column not in olds[:1] and _NEW_HEAD.match(head) and "20" in head
        ]
        found = SINCE.search(plain(heads[news[0]])) if len(olds) == len(news) == 1 else None
        if found is not None:
            _parted(table, olds[0], news[0], iso(found))
        elif len(heads) == 3 and (two := _now_and_then(heads)):
            if day := _day_of_turn(heads[two[1]], units):
                _parted(table, *two, day)
                continue
            for unit in table:
                if unit.cell and unit.cell[1] > 0 and unit.cell[2] in two:
                    unit.until = _NOBODY_KNOWS  # which of the two holds today


_NOBODY_KNOWS = "0001-01-01"
_NOW = Pattern(r"^\W*(?:today|now|at present|current(?:ly)?|this year|until then|old|before)\W*$", flags=re.I)
_THEN = Pattern(
    rf"^\W*(?:(?:new|changes?|starting|beginning|effective|as of|on|from|in|with) )*(?P<month>{_MONTHS})(?: (?P<day>\d{{1,2}}))?(?: on)?\W*$",
    flags=re.I,
)


def _now_and_then(heads: dict[int, str]) -> tuple[int, int] | None:
    """`now | from January`: the columns of today and of a month to come, beside that of the topics."""
    now = [column for column, head in heads.items() if column and _NOW.match(head)]
    then = [column for column, head in heads.items() if column and _THEN.match(plain(head))]
    return (now[0], then[0]) if len(now) == len(then) == 1 else None


def _day_of_turn(head: str, units: list[Unit]) -> str:
    """The day that a head without a year names, in the one year that the front of the document has; the last year said is that to come."""
    found = _THEN.match(plain(head))
    years = {year for unit in units[:12] if unit.cell is None for year in _YEAR.findall(unit.raw)}
    if not found or len(years) != 1:
        return ""
    return date_in(f"{found['month'].lower()} {found['day'] or 1}, {years.pop()}")


def _parted(table: list[Unit], old: int, new: int, day: str) -> None:
    for unit in table:
        if unit.cell and unit.cell[1] > 0 and unit.cell[2] == old:
            unit.until = day
        elif unit.cell and unit.cell[1] > 0 and unit.cell[2] == new:
            unit.since = day
