"""What a state has employers withhold: the tables of its own published method, for the states and years in the book.

Knows the files of `limits/state_withholding`. A state, a year or a payroll period without a table is None: nothing is projected
and no neighbour stands in. Refuses to know cities and counties, disability insurance and family leave.
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, Truth, parse_money, percent
from megaroth.law.book import LIMITS
from megaroth.law.withholding import Bracket, WithholdingStatus


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit against the tax for so many allowances."""

    allowances: Ints
    amount: Money
    PAD: ClassVar[Credit]


Credit.PAD = Credit(-1, ZERO)


@dataclass(frozen=True, slots=True)
class StateTable:
    """One state's table for one status and payroll period. Amounts are of the period, or a year's where `periods` is not 1."""

    rows: tuple[Bracket, ...]
    at_least: Truth
    """A row begins at its amount; else above it."""
    periods: Ints
    """By how many periods the wages are multiplied and the tax divided."""
    shares: Ints
    """Over how many periods a yearly amount for each allowance is shared."""
    deduction: Money
    deduction_from_two: Money
    """With two or more allowances."""
    nothing_up_to: Money
    nothing_up_to_from_two: Money
    allowance: Money
    first_allowance: Money
    """Once, beside the first allowance."""
    nothing_below_with_allowance: Money
    credits: tuple[Credit, ...]
    """Off the tax, as listed."""
    credits_listed: Ints
    credit_of_one: Money
    """For each allowance of those who claim more than are listed."""
    off_tax: Money
    whole_dollars: Truth


@dataclass(frozen=True, slots=True)
class StateMethod:
    """How one state withholds in one year."""

    state: str
    form: str
    """The certificate whose allowances count."""
    source: str
    two_incomes_as_single: Truth
    """Couples of whom both earn are withheld from as single."""
    taxes_deferrals: Truth
    taxes_section_125: Truth
    taxes_hsa: Truth
    together: Rate | None
    """The flat rate on supplemental wages paid with regular ones; None: they join them."""
    alone: Rate | None
    """The same paid by themselves; None: by the table, without allowances."""
    fica_deduction: Money
    """So much a year of the employee's own FICA comes off the wages."""
    regular_below: Money
    """The tables hold for regular wages of the year below this."""
    total_below: Money
    tables: dict[tuple[int, str], StateTable]

    def table(self, status: WithholdingStatus, periods: int) -> StateTable | None:
        """The table of a status and a number of payroll periods a year; None where the state prints none."""
        return self.tables.get((periods, status))


PERIODS = (52, 26, 24, 12)
FOLDER = LIMITS / "state_withholding"


def state_withholding_years() -> list[int]:
    """The years of which the book has tables."""
    return sorted({int(path.stem[:4]) for path in FOLDER.glob("2*.toml")})


def states_with_tables(year: int) -> list[str]:
    """The states whose own method the book has for a year."""
    return sorted(path.stem[5:] for path in FOLDER.glob(f"{year}_*.toml"))


@cache
def state_editions(year: int, state: str | None) -> tuple[tuple[datetime.date, StateMethod], ...]:
    """The methods of a state with the first payday of each; nothing where the book does not have the state."""
    if state is None or state not in states_with_tables(year):
        return ()
    found = []
    for path in (FOLDER / f"{year}_{state}.toml", *sorted(FOLDER.glob(f"{year}-*_{state}.toml"))):
        since, _, _ = path.stem.partition("_")
        first = datetime.date(year, 1, 1) if len(since) == len(str(year)) else datetime.date.fromisoformat(since)
        found.append((first, _method(state, tomllib.loads(path.read_text(encoding="utf-8")))))
    return tuple(found)


def _method(state: str, row: dict[str, Any]) -> StateMethod:
    taxes = row.get("taxes", [])
    return StateMethod(
        state=state,
        form=row["form"],
        source=row["source"],
        two_incomes_as_single=bool(row.get("two_incomes_as_single")),
        taxes_deferrals="deferrals" in taxes,
        taxes_section_125="section_125" in taxes,
        taxes_hsa="hsa" in taxes,
        together=percent(row["together"]) if "together" in row else None,
        alone=None if row["alone"] == "table" else percent(row["alone"]),
        fica_deduction=_money(row.get("fica_deduction", 0)),
        regular_below=_money(row["regular_below"]) if "regular_below" in row else NO_LIMIT,
        total_below=_money(row["total_below"]) if "total_below" in row else NO_LIMIT,
        tables=_tables(row),
    )


def _tables(row: dict[str, Any]) -> dict[tuple[int, str], StateTable]:
    found: dict[tuple[int, str], StateTable] = {}
    for key, period in row.items():
        if not key.isdigit():
            continue
        for status, table in period.items():
            if isinstance(table, dict):
                for periods in PERIODS if key == "1" else (int(key),):
                    found[periods, status] = _table(row, period, table, periods, is_annual=key == "1")
    for status, other in row.get("like", {}).items():
        found |= {(periods, status): found[periods, other] for periods in PERIODS}
    return found


def _table(
    row: dict[str, Any], period: dict[str, Any], table: dict[str, Any], periods: int, is_annual: bool
) -> StateTable:
    percents: list[str] = table.get("percent") or row["percent"]
    deduction, floor = _money(table.get("deduction", 0)), _money(table.get("nothing_up_to", 0))
    is_shared, credited = bool(row.get("shared")), period.get("credit", [])
    return StateTable(
        rows=tuple(
            Bracket(_money(over), _money(base), percent(rate))
            for over, base, rate in zip(table["over"], table["base"], percents, strict=True)
        ),
        at_least=bool(row.get("at_least")),
        periods=periods if is_annual and not is_shared else 1,
        shares=periods if is_shared else 1,
        deduction=deduction,
        deduction_from_two=_money(table["deduction_from_two"]) if "deduction_from_two" in table else deduction,
        nothing_up_to=floor,
        nothing_up_to_from_two=_money(table["nothing_up_to_from_two"]) if "nothing_up_to_from_two" in table else floor,
        allowance=_money(period.get("allowance", 0)),
        first_allowance=_money(period.get("first_allowance", 0)),
        nothing_below_with_allowance=_money(period.get("nothing_below_with_allowance", 0)),
        credits=tuple(Credit(count, _money(credit)) for count, credit in enumerate(credited, 1)),
        credits_listed=len(credited),
        credit_of_one=_money(credited[0]) if credited else ZERO,
        off_tax=_money(table.get("off_tax", 0)),
        whole_dollars=bool(row.get("whole_dollars")),
    )


def _money(written: int | str) -> Money:
    return parse_money(str(written)) if written else ZERO
