"""The statutory indexing: what a yearly amount is, or would be, from its base amount and a price index.

Knows: base amounts, base periods and roundings of IRC §415(d) and §1(f)(3), the published index, one estimate of each.
Refuses: floats, last year's rounded limit as a start, and years whose index is neither published nor estimated.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

Month: TypeAlias = tuple[int, int]
"""Year and month."""
Series: TypeAlias = Mapping[Month, Fraction]
"""Index points by month."""
Amount: TypeAlias = int | tuple[int, int]
"""Whole dollars, or start and end of a phase-out in whole dollars."""

_LIMITS = Path(__file__).with_name("limits")
_HALF = Fraction(1, 2)
_LINK_YEAR = 2016
"""The year in which IRC §1(f)(3)(B) passes from CPI-U to the chained index."""
_FIRST_CHAINED_YEAR = 2018
"""The first year whose amounts follow the chained index (P.L. 115-97 sec. 11002)."""
_Row = TypeVar("_Row")


class IndexMissing(LookupError):
    """No amount can be computed: an index value, or the row itself, is not known; the message says which."""


@dataclass(frozen=True, slots=True)
class Averages:
    """Index means of the twelve months ending in August, by the year of that August."""

    cpi_u: Mapping[int, Fraction]
    chained: Mapping[int, Fraction]


@dataclass(frozen=True, slots=True)
class Projection:
    """An amount computed for a year, how in one line, and whether an estimated index went into it."""

    amount: Amount
    basis: str
    estimated: bool


@dataclass(frozen=True, slots=True)
class Row415d:
    """A row of IRC §415(d): base and unit in whole dollars, the year of its base quarter (July to September)."""

    base: int
    unit: int
    base_quarter: int
    cite: str


@dataclass(frozen=True, slots=True)
class RowChained:
    """A row of IRC §1(f)(3): base, unit and width in whole dollars; rounds `down` or to the `nearest`."""

    base: int
    base_year: int
    rounding: str
    unit: int
    cite: str
    width: int | None = None


@cache
def cpi_u() -> Series:
    """The published CPI-U by month (BLS series CUUR0000SA0, not seasonally adjusted, 1982-84 = 100)."""
    with (_LIMITS / "cpi_u.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return MappingProxyType({(int(r["year"]), int(r["month"])): Fraction(r["index"]) for r in rows})


@cache
def averages() -> Averages:
    """The published twelve-month means that §1(f)(3) compares (BLS; `indexing.toml`)."""
    table = _indexing()["averages"]
    return Averages(_by_year(table["cpi_u"]["by_year"]), _by_year(table["chained"]["by_year"]))


@cache
def rows_415d() -> Mapping[str, Row415d]:
    """The rows indexed under IRC §415(d), by name."""
    return MappingProxyType({name: Row415d(**row) for name, row in _indexing()["section_415d"].items()})


@cache
def rows_chained() -> Mapping[str, RowChained]:
    """The rows indexed under IRC §1(f)(3), by name."""
    return MappingProxyType({name: RowChained(**row) for name, row in _indexing()["section_1f3"].items()})


def index_with_estimate() -> Series:
    """The published CPI-U, and the estimate of the month that is not published yet."""
    return _with_estimate(cpi_u())


def q3_average(year: int, series: Series) -> Fraction:
    """Mean index of July to September, three decimals, half up (20 CFR 404.275(a)). Raises `IndexMissing`."""
    mean = sum((_index(series, (year, month)) for month in (7, 8, 9)), Fraction()) / 3
    return _nearest(mean, Fraction(1, 1000))


def indexed_415d(row: str, year: int, series: Series) -> int:
    """Whole dollars of a §415(d) row in `year`, never less than in an earlier year. Raises `IndexMissing`."""
    return _highest_415d(row, year, series)[0]


def indexed_alone(row: str, year: int, series: Series) -> int:
    """Whole dollars that the index of the year before gives a §415(d) row, whatever earlier years had. Raises `IndexMissing`."""
    return _own_415d(_find(rows_415d(), row), year, series)


def indexed_chained(row: str, year: int, averages: Averages) -> Amount:
    """Whole dollars (or start and end) of a §1(f)(3) row in `year`, at least the base. Raises `IndexMissing`.

    Unlike §415(d), the section only keeps an amount from falling below its base ("the percentage, if any").
    """
    rule = _find(rows_chained(), row)
    first = max(rule.base_year + 1, _FIRST_CHAINED_YEAR)
    if year < first:
        raise IndexMissing(f"{row} follows the chained index from {first} on, not in {year}")
    factor = _average(averages.chained, year - 1, "C-CPI-U") / _base_index(rule, averages)
    increase = max(rule.base * (factor - 1), Fraction())
    rounded = _nearest(increase, Fraction(rule.unit)) if rule.rounding == "nearest" else _down(increase, rule.unit)
    start = rule.base + int(rounded)
    return start if rule.width is None else (start, start + rule.width)


def project(year: int, series: Series | None = None, means: Averages | None = None) -> Mapping[str, Projection]:
    """Every row that is indexed in `year`, by name.

    `series` and `means` stand for the published index (default: what this package ships); where they end, the estimates
    of `indexing.toml` fill in and the projection says so. Raises `IndexMissing` where neither has the index of the year
    before, or where `year` is before the chained index ruled.
    """
    series = cpi_u() if series is None else series
    means = averages() if means is None else means
    retirement, income_tax = _with_estimate(series), _means_with_estimate(means)
    guessed_month = any((year - 1, month) not in series for month in (7, 8, 9))
    guessed_mean = year - 1 not in means.chained
    found = {
        name: _project_415d(name, year, retirement, guessed_month)
        for name, rule in rows_415d().items()
        if year > rule.base_quarter
    }
    found |= {
        name: _project_chained(name, year, income_tax, guessed_mean)
        for name, rule in rows_chained().items()
        if year > rule.base_year
    }
    return MappingProxyType(found)


def _project_415d(name: str, year: int, series: Series, estimated: bool) -> Projection:
    rule = rows_415d()[name]
    amount, decisive = _highest_415d(name, year, series)
    now, then = q3_average(decisive - 1, series), q3_average(rule.base_quarter, series)
    held = "" if decisive == year else f", reached in {decisive} and not lowered since"
    reckoning = f"IRC §415(d): {rule.base:,} x {_points(now)} / {_points(then)}, increase rounded down to {rule.unit:,}"
    return Projection(amount, _basis(reckoning + held, rule.cite, estimated), estimated)


def _project_chained(name: str, year: int, means: Averages, estimated: bool) -> Projection:
    rule = rows_chained()[name]
    now, then = _average(means.chained, year - 1, "C-CPI-U"), _base_index(rule, means)
    how = "down to" if rule.rounding == "down" else "to the nearest"
    reckoning = f"IRC §1(f)(3): {rule.base:,} x {_points(now)} / {_points(then)}, increase rounded {how} {rule.unit:,}"
    return Projection(indexed_chained(name, year, means), _basis(reckoning, rule.cite, estimated), estimated)


def _highest_415d(row: str, year: int, series: Series) -> tuple[int, int]:
    """The amount of `year` and the latest year whose own index gives it: a fall of the index is passed over."""
    rule = _find(rows_415d(), row)
    if year <= rule.base_quarter:
        raise IndexMissing(f"{row} is indexed from {rule.base_quarter + 1} on, not in {year}")
    return max((_own_415d(rule, each, series), each) for each in range(rule.base_quarter + 1, year + 1))


def _own_415d(rule: Row415d, year: int, series: Series) -> int:
    factor = q3_average(year - 1, series) / q3_average(rule.base_quarter, series)
    return rule.base + int(_down(rule.base * (factor - 1), rule.unit))


def _base_index(rule: RowChained, means: Averages) -> Fraction:
    """The chained index of the base year, or the CPI-U of an older one carried over in 2016 (IRC §1(f)(3)(B))."""
    if rule.base_year >= _LINK_YEAR:
        return _average(means.chained, rule.base_year, "C-CPI-U")
    link = _average(means.chained, _LINK_YEAR, "C-CPI-U") / _average(means.cpi_u, _LINK_YEAR, "CPI-U")
    return _average(means.cpi_u, rule.base_year, "CPI-U") * link


def _with_estimate(series: Series) -> Series:
    guess = _indexing()["estimates"]["cpi_u"]
    return {(guess["year"], guess["month"]): Fraction(guess["index"]), **series}


def _means_with_estimate(means: Averages) -> Averages:
    guess = _indexing()["estimates"]["chained"]
    return Averages(means.cpi_u, {guess["year"]: Fraction(guess["average"]), **means.chained})


def _index(series: Series, month: Month) -> Fraction:
    if month not in series:
        raise IndexMissing(f"the CPI-U of {month[0]}-{month[1]:02d} is neither published in this package nor estimated")
    return series[month]


def _average(means: Mapping[int, Fraction], year: int, index: str) -> Fraction:
    if year not in means:
        raise IndexMissing(f"the {index} mean to August {year} is neither published in this package nor estimated")
    return means[year]


def _find(rows: Mapping[str, _Row], name: str) -> _Row:
    if name not in rows:
        raise IndexMissing(f"{name} is not indexed this way; these are: {', '.join(rows)}")
    return rows[name]


def _nearest(value: Fraction, unit: Fraction) -> Fraction:
    return (value / unit + _HALF) // 1 * unit


def _down(value: Fraction, unit: int) -> Fraction:
    return Fraction(value // unit * unit)


def _points(index: Fraction) -> str:
    """An index value with three decimals, half up, as a reader expects it."""
    whole, thousandths = divmod(int(_nearest(index * 1000, Fraction(1))), 1000)
    return f"{whole}.{thousandths:03d}"


def _basis(reckoning: str, cite: str, estimated: bool) -> str:
    return f"{reckoning} ({cite}{'; latest index estimated' if estimated else ''})"


def _by_year(table: Mapping[str, str]) -> Mapping[int, Fraction]:
    return MappingProxyType({int(year): Fraction(value) for year, value in table.items()})


@cache
def _indexing() -> Mapping[str, Any]:
    with (_LIMITS / "indexing.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))
