"""Our engine beside the recorded results of other programs: every difference is of a named class, or unexplained.

A class is a fault (or another reading) of the other program, with its citation, written down as a change of our numbers or facts:
when the engine so changed says what the other program says, in every line to the cent, the class explains the household.
"""

from __future__ import annotations

import csv
import dataclasses
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.oracles_tax.generate import Made

from megaroth.kit.money import ZERO, dollars
from megaroth.law.book import law_for
from megaroth.law.income_tax import IncomeTax, income_tax_for
from megaroth.law.s401c_earned_income import earned_income, net_earnings, self_employment_tax
from megaroth.tax.federal import federal_tax
from megaroth.tax.s61_income import Income

HERE = Path(__file__).parent
YEARS = (2025, 2026)
PROGRAMS = ("taxcalc", "policyengine")
LINES = (
    "agi", "taxable_income", "regular_tax", "alternative_minimum_tax", "net_investment_income_tax",
    "additional_medicare_tax", "self_employment_tax", "credits", "total",
)  # fmt: skip
CENT = 1
ROUNDING = "sum-of-roundings"

Facts = tuple[IncomeTax, Income]
Told = dict[str, int]
"""Lines of a program, in cents."""


@dataclass(frozen=True)
class Fault:
    """A class of differences: whose, why we differ, and what our engine would have to be told to agree."""

    name: str
    programs: tuple[str, ...]
    says: str
    cite: str
    change: Callable[[Made, IncomeTax, Income], Facts]


@dataclass(frozen=True)
class Recorded:
    """One household, what a program said of it, and the classes that were found to explain the difference."""

    made: Made
    program: str
    told: Told
    classes: tuple[str, ...]


def recorded(year: int) -> Iterator[Recorded]:
    """All that is recorded of a year."""
    with (HERE / f"recorded_{year}.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            made = made_of(row)
            for program in PROGRAMS:
                told = told_of(row, program)
                yield Recorded(made, program, told, tuple(row[f"{program}.classes"].split()))


def made_of(row: dict[str, str]) -> Made:
    """The household of a row."""
    names = [field.name for field in dataclasses.fields(Made)]
    return Made(**{name: row[name] if name == "filing" else int(row[name]) for name in names})  # type: ignore[arg-type]


def told_of(row: dict[str, str], program: str) -> Told:
    """What a program says of it; the total is the sum of its taxes less the credits."""
    told = {line: int(row[f"{program}.{line}"]) for line in LINES[:-1]}
    return {**told, "total": sum(told[line] for line in LINES[2:7]) - told["credits"]}


def facts(made: Made, year: int) -> Facts:
    """The household as the engine takes it."""
    law, profit, wages = law_for(year), dollars(made.profit1), dollars(made.wages1)
    ages = [made.age1, made.age2] if made.filing == "joint" else [made.age1]
    of_65 = sum(age >= 65 for age in ages)
    tax = self_employment_tax(law, profit, wages)
    income = Income(
        wages=dollars(made.wages1 - made.deferral1 + made.wages2),
        medicare_wages=dollars(made.wages1 + made.wages2),
        interest=dollars(made.interest),
        dividends=dollars(made.dividends),
        qualified_dividends=dollars(made.qualified),
        short_term_gains=dollars(made.short_gains),
        long_term_gains=dollars(made.long_gains),
        other_investment_income=dollars(made.rents),
        retirement_income=dollars(made.pension),
        profit=profit,
        self_employment_income=net_earnings(law, profit) if tax > ZERO else ZERO,
        self_employment_tax=tax,
        half_of_self_employment_tax=profit - earned_income(law, profit, wages),
        social_security=dollars(made.benefits),
        tax_exempt_interest=dollars(made.exempt_interest),
        state_and_local_taxes=dollars(made.salt),
        other_itemized=dollars(made.mortgage),
        amt_adjustments=dollars(made.options),
        aged_or_blind=of_65 + made.blind,
        seniors=of_65,
        children=made.children,
        other_dependents=made.other_dependents,
    )
    return income_tax_for(year, made.filing), income


def ours(made: Made, year: int, faults: tuple[Fault, ...] = ()) -> Told:
    """The lines of our engine, in cents; with faults, those of our engine so changed."""
    tax, income = facts(made, year)
    for fault in faults:
        tax, income = fault.change(made, tax, income)
    answer = federal_tax(tax, income)
    return {line: int(getattr(answer, line).cents) for line in LINES}


def unlike(one: Told, other: Told) -> list[str]:
    """The lines in which two answers differ by more than a cent."""
    return [line for line in LINES if abs(one[line] - other[line]) > CENT]


def only_rounding(one: Told, other: Told) -> bool:
    """Whether each line agrees to a cent, and the total is off by no more than those cents together."""
    apart = sum(abs(one[line] - other[line]) for line in LINES[2:-1])
    return unlike(one, other) == ["total"] and abs(one["total"] - other["total"]) <= apart


def holds(seen: Recorded, year: int) -> bool:
    """Whether the recorded classes explain what the program says: with none, that it says what we say."""
    from tests.oracles_tax.faults import FAULTS

    by_name = {fault.name: fault for fault in FAULTS if seen.program in fault.programs}
    names = [name for name in seen.classes if name != ROUNDING]
    mine = ours(seen.made, year, tuple(by_name[name] for name in names))
    return only_rounding(mine, seen.told) if ROUNDING in seen.classes else not unlike(mine, seen.told)


def explained(made: Made, year: int, program: str, told: Told) -> tuple[str, ...] | None:
    """The fewest classes that explain what a program says of a household: none where we agree, None where nothing does."""
    from tests.oracles_tax.faults import FAULTS

    plain = ours(made, year)
    if not unlike(plain, told):
        return ()
    mine = [fault for fault in FAULTS if program in fault.programs]
    # First those that change the answer by themselves; some do so only beside another.
    alone = [fault for fault in mine if ours(made, year, (fault,)) != plain]
    sames: tuple[Callable[[Told], bool], ...] = (
        lambda one: not unlike(one, told),
        lambda one: only_rounding(one, told),
    )
    for same in sames:
        for faults in (alone, mine):
            for size in range(min(len(faults), 4) + 1):
                for some in itertools.combinations(faults, size):
                    changed = ours(made, year, some)
                    if same(changed):
                        return (*(fault.name for fault in some), *([ROUNDING] if unlike(changed, told) else []))
    return None
