"""An independent payroll and brute force for catch-up with an election of its own, from docs/how-payroll-is-computed.md alone.

In plain integers, for small years: a match on one tier per payday or per year, and limits that bind often. Shares no code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

NONE = 10**15
DOLLAR = 99


@dataclass(frozen=True)
class Small:
    """A small year: pays in cents, percents a step, and what binds."""

    pays: tuple[int, ...]
    step: int
    rate: int
    """Percent of the matched contributions."""
    width: int
    """Percent of pay up to which they are matched."""
    yearly: bool
    matches_catch_up: bool
    deferral_limit: int
    catch_up_limit: int
    additions_limit: int
    wish: int
    catch_up_wish: int
    after_tax_wish: int
    combined_cap: int = 100
    """Percent of each paycheck for deferrals and after-tax money together."""


@dataclass(frozen=True)
class Found:
    """The optimum: catch-up first, then match, deferrals, after-tax money, days of entering and, of these, the least jumps."""

    catch_up: int
    match: int
    deferral: int
    after_tax: int
    looks: tuple[int, int]


def share(cents: int, percent: int) -> int:
    """A percentage, halves of a cent up."""
    return (2 * cents * percent + 100) // 200


def numbers(count: int, most: int) -> Iterator[tuple[int, ...]]:
    """Every number that changes at most once, paycheck by paycheck."""
    for first in range(most + 1):
        yield (first,) * count
        for second in range(most + 1):
            if second != first:
                for place in range(1, count):
                    yield (first,) * place + (second,) * (count - place)


def match_of(year: Small, matched: list[int]) -> int:
    """What one tier gives on each paycheck, or on the year."""

    def tier(pay: int, contributed: int) -> int:
        return min(share(contributed, year.rate), (2 * pay * year.width * year.rate + 10_000) // 20_000)

    if year.yearly:
        return tier(sum(year.pays), sum(matched))
    return sum(tier(pay, own) for pay, own in zip(year.pays, matched, strict=True))


def outcome(year: Small, x: tuple[int, ...], z: tuple[int, ...], y: tuple[int, ...]) -> tuple[int, ...] | None:
    """Catch-up, match, deferrals and after-tax of the year; None where a limit is broken or a paycheck is not enough."""
    deferral = catch_up = after_tax = 0
    matched = []
    for pay, own, more, rest in zip(year.pays, x, z, y, strict=True):
        parts = [share(pay, steps * year.step) for steps in (own, more, rest)]
        if (own + more + rest) * year.step > 100 or (own + rest) * year.step > year.combined_cap:
            return None
        deferral, catch_up, after_tax = deferral + parts[0], catch_up + parts[1], after_tax + parts[2]
        matched.append(parts[0] + (parts[1] if year.matches_catch_up else 0))
    match = match_of(year, matched)
    fits = (
        deferral <= min(year.deferral_limit, year.wish)
        and catch_up <= min(year.catch_up_limit, year.catch_up_wish)
        and after_tax <= year.after_tax_wish
        and deferral + after_tax + match <= year.additions_limit
    )
    return (catch_up, match, deferral, after_tax) if fits else None


def best(year: Small, holds: Callable[[int, int, int, int], bool] = lambda *_: True) -> Found:
    """Goal after goal over all numbers; `holds(place, deferral, catch_up, after_tax)` says what a paycheck can hold."""
    count, most = len(year.pays), 100 // year.step
    nothing = (0,) * count

    def can(x: tuple[int, ...], z: tuple[int, ...], y: tuple[int, ...]) -> tuple[int, ...] | None:
        for place, pay in enumerate(year.pays):
            if not holds(place, *(share(pay, each[place] * year.step) for each in (x, z, y))):
                return None
        return outcome(year, x, z, y)

    every = list(numbers(count, most))
    ends = {(nothing, z): found for z in every if (found := can(nothing, z, nothing))}
    top = max(found[0] for found in ends.values())
    zs = [z for (_, z), found in ends.items() if found[0] >= top - DOLLAR]
    pairs = {(x, z): found for z, x in product(zs, every) if (found := can(x, z, nothing))}
    match = max(found[1] for found in pairs.values())
    pairs = {pair: found for pair, found in pairs.items() if found[1] >= match - DOLLAR}
    deferral = max(found[2] for found in pairs.values())
    pairs = {pair: found for pair, found in pairs.items() if found[2] >= deferral - DOLLAR}
    reached: list[tuple[int, tuple[int, int]]] = []
    for (x, z), y in product(pairs, every):
        found = can(x, z, y)
        if found:
            reached.append((found[3], looks(x, z, y)))
    after_tax = max(each[0] for each in reached)
    return Found(top, match, deferral, after_tax, min(each[1] for each in reached if each[0] >= after_tax - DOLLAR))


def looks(*three: tuple[int, ...]) -> tuple[int, int]:
    """Days on which something is entered, the first among them, and how far the numbers jump."""
    days = {place for each in three for place in range(1, len(each)) if each[place] != each[place - 1]}
    return 1 + len(days), sum(abs(each[0] - each[-1]) for each in three)
