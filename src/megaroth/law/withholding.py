"""The withholding numbers of one year: the percentage method tables of Pub. 15-T and the rates of FICA.

Knows: its own TOML files. A year without published tables is refused: nothing is projected, no neighbour stands in.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal, TypeAlias

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, dollars, parse_money, percent
from megaroth.law.book import LIMITS, UnknownYear, statutory_rows

WithholdingStatus: TypeAlias = Literal["single", "joint", "head"]
"""Step 1(c) of Form W-4: single or married filing separately; married filing jointly or surviving spouse; head."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One row of a withholding table: on wages of `over` and more, `base` plus `rate` of the excess."""

    over: Money
    base: Money
    rate: Rate
    PAD: ClassVar[Bracket]


# `annual_withholding` never reaches it.
Bracket.PAD = Bracket(NO_LIMIT, ZERO, Rate(0, 1))


@dataclass(frozen=True, slots=True)
class Withholding:
    """What an employer withholds by in one year: six tables (annual), constants of Worksheet 1A, flat rates, FICA."""

    year: Ints
    standard_single: tuple[Bracket, ...]
    standard_joint: tuple[Bracket, ...]
    standard_head: tuple[Bracket, ...]
    checkbox_single: tuple[Bracket, ...]
    checkbox_joint: tuple[Bracket, ...]
    checkbox_head: tuple[Bracket, ...]
    adjustment_joint: Money
    adjustment_other: Money
    allowance: Money
    supplemental_rate: Rate
    mandatory_supplemental_rate: Rate
    supplemental_threshold: Money
    social_security_rate: Rate
    medicare_rate: Rate
    additional_medicare_rate: Rate
    additional_medicare_threshold: Money

    def table(self, status: WithholdingStatus, step_2_checkbox: bool) -> tuple[Bracket, ...]:
        """The table for a status: the standard one, or the one for Form W-4 with the box in Step 2 checked."""
        table: tuple[Bracket, ...] = getattr(self, f"{'checkbox' if step_2_checkbox else 'standard'}_{status}")
        return table


def withholding_years() -> list[int]:
    """The years whose withholding tables the book has."""
    return sorted(int(path.stem) for path in (LIMITS / "withholding").glob("2*.toml"))


@cache
def withholding_for(year: int) -> Withholding:
    """The withholding numbers of `year`. Raises `UnknownYear` where the book has no tables."""
    if year not in withholding_years():
        known = ", ".join(map(str, withholding_years()))
        raise UnknownYear(f"there are no withholding tables for {year}; the book has {known}")
    rows = tomllib.loads((LIMITS / "withholding" / f"{year}.toml").read_text(encoding="utf-8"))
    statute = statutory_rows()
    rates = [percent(rate) for rate in rows["rates"]["percent"]]

    def table(row: dict[str, Any]) -> tuple[Bracket, ...]:
        columns = zip(row["over"], row["base"], rates, strict=True)
        return tuple(Bracket(dollars(over), parse_money(base), rate) for over, base, rate in columns)

    standard, checkbox = rows["standard"], rows["step_2_checkbox"]
    return Withholding(
        year=rows["year"],
        standard_single=table(standard["single"]),
        standard_joint=table(standard["joint"]),
        standard_head=table(standard["head"]),
        checkbox_single=table(checkbox["single"]),
        checkbox_joint=table(checkbox["joint"]),
        checkbox_head=table(checkbox["head"]),
        adjustment_joint=dollars(rows["adjustment_joint"]["amount"]),
        adjustment_other=dollars(rows["adjustment_other"]["amount"]),
        allowance=dollars(rows["allowance"]["amount"]),
        supplemental_rate=percent(rows["supplemental_rate"]["percent"]),
        mandatory_supplemental_rate=percent(rows["mandatory_supplemental_rate"]["percent"]),
        supplemental_threshold=dollars(rows["supplemental_threshold"]["amount"]),
        social_security_rate=percent(statute["oasdi_rate"]["percent"]),
        medicare_rate=percent(statute["medicare_rate"]["percent"]),
        additional_medicare_rate=percent(statute["additional_medicare_rate"]["percent"]),
        additional_medicare_threshold=dollars(statute["additional_medicare_withholding_trigger"]["amount"]),
    )
