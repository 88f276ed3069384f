"""The law of years to come: announced where it is, projected by the book where it can be, then moved by the assumed inflation.

Every amount beyond the book says so. Refuses to guess new rules: only amounts move.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from megaroth.kit.money import Rate, dollars
from megaroth.kit.rule import Cite, Limit
from megaroth.law.book import Law, known_years, law_for
from megaroth.law.indexing import index_with_estimate, indexed_alone
from megaroth.outlook.assumptions import LONGEST

_QUARTER = (7, 8, 9)
_MOVED = (
    "elective_deferrals",
    "catch_up",
    "catch_up_60_to_63",
    "annual_additions",
    "compensation",
    "roth_catch_up_wages",
)


@cache
def law_ahead(year: int, inflation: Rate, notice: Path | None = None) -> Law:
    """The law of a year at or after the first known one; beyond the book's last year the index grows by `inflation`."""
    last = known_years()[-1]
    if year <= last:
        return law_for(year, notice)
    before, series = law_ahead(year - 1, inflation, notice), _carried_on(inflation)
    cite = Cite(f"projected from {last} on at {inflation} inflation a year")

    def limit(row: str, of_year: int) -> Limit:
        # An amount is never lowered, IRC §415(d)(4).
        amount, earlier = dollars(indexed_alone(row, of_year, series)), getattr(before, row).amount
        return Limit(amount if amount > earlier else earlier, cite, "projected")

    moved: dict[str, Any] = {name: limit(name, year) for name in _MOVED}
    # The threshold that tests the pay of the year before is that year's.
    return replace(before, year=year, hce_pay=limit("hce_pay", year - 1), **moved)


@cache
def _carried_on(inflation: Rate) -> dict[tuple[int, int], Fraction]:
    """The published and estimated index, carried on quarter by quarter at the assumed inflation."""
    growth = 1 + Fraction(int(inflation.top), int(inflation.bottom))
    series = dict(index_with_estimate())
    newest = max(year for year, month in series if month == _QUARTER[-1])
    means = {month: series[newest, month] for month in _QUARTER}
    for year in range(newest + 1, newest + LONGEST + 2):
        means = {month: _short(index * growth) for month, index in means.items()}
        series |= {(year, month): index for month, index in means.items()}
    return series


def _short(index: Fraction) -> Fraction:
    """Nine decimals of an index value are enough, and long fractions are slow."""
    return Fraction(round(index * 10**9), 10**9)
