"""A plan's match formula in bare cents, for the search alone: it asks the formula thousands of times a year.

Knows the same steps as the rules of `plan/match.py`, compiled once for one plan. Whatever it leads to is run through the
simulator, which reads the rules; a test compares the two on random plans.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from megaroth.kit.money import NO_LIMIT, Rate
from megaroth.plan.model import Plan, Tier

Formula: TypeAlias = Callable[[int, int], int]
"""Countable pay and matched contributions, in cents, to the match."""
Pick: TypeAlias = Callable[[Any, Any], Any]
"""The smaller or the larger of two amounts; of two columns, row by row."""
_Tier: TypeAlias = tuple[tuple[int, int], tuple[int, int] | None, tuple[int, int] | None, int]
"""Rate, share of pay, rate times share, and width in dollars."""
NO_LIMIT_CENTS = int(NO_LIMIT.cents)


def half_up(amount: int, top: int, bottom: int) -> int:
    """A share of an amount, halves of a cent up."""
    return (2 * amount * top + bottom) // (2 * bottom)


class Terms(NamedTuple):
    """A plan's formula as bare numbers."""

    tiers: list[_Tier]
    alternative: list[_Tier]
    steps: list[tuple[tuple[int, int], tuple[int, int]]]
    dollar_cap: int
    pay_cap: tuple[int, int]


def terms_of(plan: Plan, service: int) -> Terms:
    """The terms that serve somebody with so many years of service."""
    return Terms(
        _tiers(plan.match, service),
        _tiers(plan.match_alternative, service),
        [(_pair(step.deferring), _pair(step.earns)) for step in plan.match_steps],
        int(plan.match_dollar_cap.cents),
        _pair(plan.match_pay_cap),
    )


def formula_of(terms: Terms, lesser: Pick = min, greater: Pick = max) -> Formula:
    """The formula with all of its caps; of whole columns where the picks take columns."""
    tiers, alternative, steps, dollar_cap, pay_cap = terms

    def formula(pay: int, matched: int) -> int:
        match = _run(tiers, pay, matched, lesser, greater)
        if alternative:
            match = greater(match, _run(alternative, pay, matched, lesser, greater))
        for deferring, earns in steps:
            match = greater(match, (matched >= half_up(pay, *deferring)) * half_up(pay, *earns))
        if pay_cap[0] >= 0:
            match = lesser(match, half_up(pay, *pay_cap))
        return match if dollar_cap >= NO_LIMIT_CENTS else lesser(match, dollar_cap)

    return formula


def _pair(rate: Rate) -> tuple[int, int]:
    return int(rate.top), int(rate.bottom)


def _tiers(tiers: tuple[Tier, ...], service: int) -> list[_Tier]:
    """The tiers that serve."""
    return [
        (
            _pair(tier.rate),
            _pair(tier.of_pay) if tier.of_pay.top >= 0 else None,
            _pair(tier.of_pay * tier.rate) if tier.of_pay.top >= 0 else None,
            int(tier.dollars.cents),
        )
        for tier in tiers
        if tier.service_from <= service < tier.service_below
    ]


def _run(tiers: list[_Tier], pay: int, matched: int, lesser: Pick, greater: Pick) -> int:
    match, reaching = 0, matched
    for number, ((top, bottom), of_pay, most, dollars) in enumerate(tiers, 1):
        earned = (2 * reaching * top + bottom) // (2 * bottom)
        width = dollars
        if dollars < NO_LIMIT_CENTS:
            earned = lesser(earned, half_up(dollars, top, bottom))
        if of_pay is not None and most is not None:
            earned = lesser(earned, half_up(pay, *most))
            width = lesser(width, half_up(pay, *of_pay))
        match = match + earned
        if number < len(tiers):
            reaching = greater(reaching - width, 0)
    return match
