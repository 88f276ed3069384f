"""What the states take of a conversion: their marginal rates of one year, by state taxable income, each with its source.

Knows the tables of `limits/state`, in which a rate may be unknown: where it depends on more than income, as on New York's
stretches of recapture, or where the year's edges are not in the book. Refuses to bridge such a gap.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from megaroth.kit.money import NO_LIMIT, NONE, ZERO, Money, Rate, Rounding, dollars, percent
from megaroth.kit.rule import Status
from megaroth.kit.words import portion
from megaroth.law.book import LIMITS, Filing
from megaroth.law.income_tax import Band, Bands

WITHOUT_INCOME_TAX = ("AK", "FL", "NV", "NH", "SD", "TN", "TX", "WA", "WY")
"""States that tax neither wages nor a conversion, for they have no tax on such income (Washington taxes certain gains alone)."""


@dataclass(frozen=True, slots=True)
class StateTax:
    """The rates of one state and filing status, by federal adjusted gross income without social security."""

    state: str
    bands: Bands
    """Bands whose rate is known; where none lies the rate is unknown."""
    status: Status
    source: str
    note: str
    """What the state does otherwise than its rates say; "" where nothing is known of that."""
    retirement_exclusion: Money
    """So much of one person's retirement income, conversions among it, is left out."""
    below_age: int | None = None
    """The rates are known where everybody is younger at the end of the year: later the state leaves retirement income out."""
    edges_may_rise: Rate = NONE
    """By how much the edges may lie above those of the year before, which stand here; nothing where they are the year's own."""

    def covers(self, before: Money, after: Money) -> bool:
        """Whether the rate of every dollar between two incomes is known."""
        reached = before
        for band in self.bands:
            if band.over <= reached < band.up_to:
                reached = band.up_to
        return bool(reached >= after)


def state_years() -> list[int]:
    """The years whose state tables the book has."""
    return sorted(int(path.stem) for path in (LIMITS / "state").glob("2*.toml"))


def state_tax_for(year: int, state: str, filing: Filing) -> StateTax | None:
    """The rates of a state, or None where the book does not have them (or not of that year)."""
    if year not in state_years():
        return None
    rows = _tables(year).get(state)
    if rows is None:
        return None
    row = rows.get("all") or rows[filing]
    bands = _bands(row, dollars(_known_from(year)))
    excluded = dollars(row.get("retirement_exclusion", 0))
    note, age = rows.get("note", {}).get("text", ""), rows.get("age", {}).get("below")
    rise = percent(row.get("edges_may_rise_percent", "0"))
    return StateTax(state, bands, row["status"], row["source"], note, excluded, age, rise)


def states_of(year: int) -> list[str]:
    """The states that the tables of a year have."""
    return sorted(_tables(year)) if year in state_years() else []


@cache
def _tables(year: int) -> dict[str, Any]:
    rows = tomllib.loads((LIMITS / "state" / f"{year}.toml").read_text(encoding="utf-8"))
    del rows["year"], rows["known_from"]
    return rows


@cache
def _known_from(year: int) -> int:
    found: int = tomllib.loads((LIMITS / "state" / f"{year}.toml").read_text(encoding="utf-8"))["known_from"]
    return found


def _bands(row: dict[str, Any], known_from: Money) -> Bands:
    """Brackets moved up by the deduction; below it nothing is taxed. Where something is taxed, they are known from a bound on."""
    deduction = dollars(row["deduction"])
    edges = [*([deduction] if deduction > ZERO else []), *(deduction + dollars(top) for top in row["upper"])]
    rise = percent(row.get("edges_may_rise_percent", "0"))
    starts = [ZERO, *(edge + portion(edge, rise, Rounding.UP) for edge in edges)]
    rates = [*(["0"] if deduction > ZERO else []), *row["percent"]]
    starts = [
        over if rate == "0" or over > known_from else known_from for over, rate in zip(starts, rates, strict=True)
    ]
    return tuple(
        Band(over, up_to, percent(rate))
        for over, up_to, rate in zip(starts, [*edges, NO_LIMIT], rates, strict=True)
        if rate != "unknown" and over < up_to
    )
