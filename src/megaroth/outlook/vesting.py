"""When the match belongs to its owner: the plan's own words read as whole years of service and shares; None where they say something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from megaroth.kit.money import Rate, percent

Vesting: TypeAlias = tuple[tuple[int, Rate], ...]
"""From so many years of service on, so much is vested; in order of years."""

WHOLE = Rate(1, 1)
_NUMBERS = dict(
    zip(("one", "two", "three", "four", "five", "six", "seven", "ten"), (1, 2, 3, 4, 5, 6, 7, 10), strict=True)
)
_COUNT = r"(\d{1,2}|one|two|three|four|five|six|seven|ten)"
_SHARE = r"(\d{1,3}(?:\.\d+)?|33 ?1/3|33⅓|66 ?2/3|66⅔) ?(?:%|percent\b)"
_YEARLY = re.compile(rf"{_SHARE} (?:a|per|each|every|for each|for every) (?:full )?year")
_STEP = re.compile(
    rf"{_SHARE}[^%]{{0,20}}?\b(?:after|at|upon|with|on completing) {_COUNT}\b|\b{_COUNT} years?(?: of service)?[:,=]? {_SHARE}"
)
_AFTER = re.compile(rf"\b(?:after|at|upon|with) {_COUNT}(?: full)? years?|{_COUNT}-year cliff")
_GRADED_OVER = re.compile(
    rf"(?:graded|grading|ratably|evenly|equal)[^.]*? (?:over|in|for) {_COUNT}\b|{_COUNT}-year (?:graded|grading)"
)
_AT_ONCE = re.compile(r"\b(?:immediate(?:ly)?|at once|always|100% vested\b(?! after| at| upon| with))")

_EVEN_AT_MOST = 5
"""Graded over six years mostly means from the second year on, IRC §411(a)(2)(B)(iii); without the steps it is not known."""


def vesting_of(words: str) -> Vesting | None:
    """`cliff after 3 years`, `20% a year`, `20% after 2 years, 40% after 3 years …`, `graded over 5 years`, `immediate`."""
    # Only what is said of employer money counts where own contributions are told beside it.
    text = "; ".join(part for part in re.split(r"[;.](?!\d)", words.lower()) if "your own" not in part)
    steps = tuple(sorted(set(_steps(text))))
    if len(steps) > 1:
        rising = all(_less(a[1], b[1]) for a, b in pairwise(steps))
        return steps if rising and steps[-1][1] == WHOLE and len({years for years, _ in steps}) == len(steps) else None
    if yearly := _YEARLY.search(text):
        return _even(_share(yearly[1]))
    if over := _GRADED_OVER.search(text):
        years = _count(over[1] or over[2])
        if years > _EVEN_AT_MOST:
            return None
        return tuple((year, Rate(year, years)) for year in range(1, years + 1))
    if after := _AFTER.search(text):
        return ((_count(after[1] or after[2]), WHOLE),)
    return ((0, WHOLE),) if _AT_ONCE.search(text) else None


def vested(vesting: Vesting, years: int) -> Rate:
    """The share that belongs to somebody with so many whole years of service."""
    share = Rate(0, 1)
    for since, reached in vesting:
        if years >= since:
            share = reached
    return share


def next_step(vesting: Vesting, years: int) -> tuple[int, Rate] | None:
    """The next year of service that makes more one's own."""
    return next((step for step in vesting if step[0] > years), None)


def _steps(text: str) -> Iterator[tuple[int, Rate]]:
    for found in _STEP.finditer(text):
        years, share = (found[2], found[1]) if found[1] else (found[3], found[4])
        yield _count(years), _share(share)


def _even(yearly: Rate) -> Vesting:
    """So much a year until all is vested."""
    steps: list[tuple[int, Rate]] = []
    year = 0
    while not steps or _less(steps[-1][1], WHOLE):
        year += 1
        reached = Rate(int(yearly.top) * year, int(yearly.bottom))
        steps.append((year, reached if _less(reached, WHOLE) else WHOLE))
    return tuple(steps)


def _share(words: str) -> Rate:
    thirds = {"33": Rate(1, 3), "66": Rate(2, 3)}
    if "/" in words or "⅓" in words or "⅔" in words:
        return thirds[words[:2]]
    share = percent(words)
    return WHOLE if not _less(share, WHOLE) else share


def _count(words: str) -> int:
    return _NUMBERS.get(words) or int(words)


def _less(one: Rate, other: Rate) -> bool:
    return int(one.top) * int(other.bottom) < int(other.top) * int(one.bottom)
