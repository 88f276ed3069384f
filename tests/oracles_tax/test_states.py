"""What states take of a conversion, beside PolicyEngine: to the cent, or of a named class with its arithmetic."""

from __future__ import annotations

import csv
import math
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from megaroth.kit.money import dollars
from megaroth.law.rates_of_states import WITHOUT_INCOME_TAX, state_tax_for, states_of
from megaroth.tax.s_state import retirement_left_out, state_tax_of_conversion

HERE = Path(__file__).parent
YEARS = (2025, 2026)


class Row(NamedTuple):
    """One household and conversion; `cents` is the other program's state tax of it, before refundable credits."""

    state: str
    filing: str
    income: int
    conversion: int
    cents: int


def rows(year: int) -> list[Row]:
    with (HERE / f"states_{year}.csv").open(encoding="utf-8") as file:
        return [
            Row(r["state"], r["filing"], *(int(r[n]) for n in ("income", "conversion", "cents")))
            for r in csv.DictReader(file)
        ]


def ours(row: Row, year: int) -> int | None:
    """Our tax of the conversion in cents; None where the book does not know the rate of every dollar."""
    if row.state in WITHOUT_INCOME_TAX:
        return 0
    tax = state_tax_for(year, row.state, row.filing)  # type: ignore[arg-type]
    assert tax is not None
    before, after = dollars(row.income), dollars(row.income + row.conversion)
    after = after - retirement_left_out(dollars(row.conversion), tax.retirement_exclusion)
    return int(state_tax_of_conversion(before, after, tax.bands).cents) if tax.covers(before, after) else None


def steps(row: Row, threshold: int, step: int) -> tuple[int, int]:
    """Steps above a threshold begun without and with the conversion."""
    low, high = (max(math.ceil((each - threshold) / step), 0) for each in (row.income, row.income + row.conversion))
    return low, high


def explained(row: Row, year: int, mine: int) -> str:
    """The class whose arithmetic gives the difference; "" where none does."""
    more = row.cents - mine
    people = 1 + (row.filing != "single")  # a child of the head, or the spouse
    if row.state == "IL" and row.filing != "joint":
        # 35 ILCS 5/204(g): the exemptions end where income passes 250,000.
        exemption = 2_850 if year == 2025 else 2_925
        crosses = row.income <= 250_000 < row.income + row.conversion
        return "exemption lost" if crosses and abs(more - exemption * people * 4.95) <= 1 else ""
    if row.state == "AZ" and row.filing == "head":
        # Ariz. Rev. Stat. §43-1073.01: 5% of the credit for every 1,000 above 200,000.
        credit = 10_000 if year == 2025 else 12_500
        low, high = (max(credit - credit * 5 * n // 100, 0) for n in steps(row, 200_000, 1_000))
        return "dependent credit shrinks" if more == low - high else ""
    if row.state == "CA" and year == 2025:
        # Cal. Rev. & Tax. Code §17054.1: 6 dollars a credit for every 2,500; 153 for a person, more for a dependent.
        threshold = {"single": 252_203, "joint": 504_411, "head": 378_310}[row.filing]
        low, high = (min(600 * n, 15_300) for n in steps(row, threshold, 2_500))
        child = sum(b - a for a, b in [steps(row, threshold, 2_500)]) * 600 if row.filing == "head" else 0
        return "exemption credits shrink" if more == high - low + child else ""
    if row.state == "CA":
        most = 600 * people * (row.conversion // 2_500 + 1)  # the threshold of 2026 moves with prices
        return "exemption credits shrink" if 0 < more <= most else ""
    if row.state == "NJ" and row.filing == "head":
        # N.J. Stat. §54A:3-1: 1,500 for a child moves the edge between 5.525% and 6.37%.
        return "exemption of a child" if abs(more + 1_500 * (6.37 - 5.525)) <= 1 else ""
    return ""


@pytest.mark.parametrize("year", YEARS)
def test_every_difference_is_explained(year: int) -> None:
    unexplained, counts = [], Counter[str]()
    for row in rows(year):
        mine = ours(row, year)
        if mine is None:
            counts["not known"] += 1
        elif abs(mine - row.cents) <= 1:
            counts["agrees"] += 1
        elif name := explained(row, year, mine):
            counts[f"{row.state}: {name}"] += 1
        else:
            unexplained.append((row, mine))
    assert unexplained == []
    assert counts["agrees"] > 1_600
    page = (HERE.parents[1] / "docs" / "tax.md").read_text(encoding="utf-8")
    assert (
        f"| {year} | {sum(counts.values()):,} | {counts['agrees']:,} | {counts['not known']} | {_named(counts)} |"
        in page
    )


def _named(counts: Counter[str]) -> str:
    return "; ".join(f"{name} {n}" for name, n in sorted(counts.items()) if ":" in name)


def test_the_states_of_the_book_and_those_without_a_tax() -> None:
    for year in YEARS:
        assert {row.state for row in rows(year)} == {*states_of(year), *WITHOUT_INCOME_TAX}


def test_a_gap_is_not_bridged() -> None:
    tax = state_tax_for(2025, "NY", "single")
    assert tax is not None
    assert tax.covers(dollars(170_000), dollars(215_400))
    assert not tax.covers(dollars(170_000), dollars(215_401))
    assert not tax.covers(dollars(100_000), dollars(100_001))
    assert not tax.covers(dollars(210_000), dollars(300_000))
    assert state_tax_for(2024, "NY", "single") is None
    assert state_tax_for(2025, "OR", "single") is None
