"""The book of yearly numbers: gives the law of one year, every number with its source and status.

Knows: its own TOML files, and a user's file laid over them. A year without data is refused, never replaced by its
neighbour; a number that no notice has announced yet is projected by the statute's own indexing rule and says so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from megaroth.kit.money import NO_LIMIT, Ints, Money, Rate, Truth, dollars, percent
from megaroth.kit.rule import Cite, Limit, Status

LIMITS = Path(__file__).parent / "limits"
Filing: TypeAlias = Literal["single", "joint", "separate", "head", "survivor"]


class UnknownYear(LookupError):
    """The book has no data for that year; the message says which years it has."""


class BadLimitsFile(ValueError):
    """A user's file of limits has a row or value we do not know; the message says which."""


@dataclass(frozen=True, slots=True)
class PhaseOut:
    """A range of modified adjusted gross income over which something shrinks to nothing."""

    start: Limit
    end: Limit


@dataclass(frozen=True, slots=True)
class Law:
    """The numbers of one year (or a column of years). Amounts are `Limit`s, ages whole years, rates exact fractions."""

    year: Ints
    elective_deferrals: Limit
    catch_up: Limit
    catch_up_60_to_63: Limit
    annual_additions: Limit
    compensation: Limit
    hce_pay: Limit
    """Tests pay of the year before: the threshold published for that earlier year."""
    key_employee_pay: Limit
    roth_catch_up_wages: Limit
    """Tests FICA wages of the year before; `NO_LIMIT` in years before the rule."""
    roth_catch_up_in_force: Truth
    ira_contribution: Limit
    ira_catch_up: Limit
    sep_minimum_pay: Limit
    social_security_wage_base: Limit
    hsa_self_only: Limit
    hsa_family: Limit
    roth_phase_out_single: PhaseOut
    roth_phase_out_joint: PhaseOut
    roth_phase_out_separate: PhaseOut
    ira_deduction_phase_out_single: PhaseOut
    ira_deduction_phase_out_joint: PhaseOut
    ira_deduction_phase_out_spouse_active: PhaseOut
    ira_deduction_phase_out_separate: PhaseOut
    hsa_catch_up: Limit
    espp_stock_value: Limit
    phase_out_step: Limit
    phase_out_minimum: Limit
    catch_up_age: Ints
    higher_catch_up_first_age: Ints
    higher_catch_up_last_age: Ints
    ira_catch_up_age: Ints
    hsa_catch_up_age: Ints
    five_percent_owner: Rate
    top_paid_share: Rate
    test_share: Rate
    test_multiple: Rate
    test_points: Rate
    test_precision: Rate
    self_employment_factor: Rate
    self_employment_floor: Limit
    oasdi_self_employed_rate: Rate
    medicare_self_employed_rate: Rate
    half_of_self_employment_tax: Rate
    self_employed_plan_rate: Rate

    @property
    def status(self) -> Status:
        """`projected` if any of the yearly numbers is, else `announced`."""
        limits = (getattr(self, field.name) for field in fields(self))
        return "projected" if any(_is_projected(limit) for limit in limits) else "announced"


def _is_projected(value: object) -> bool:
    if isinstance(value, PhaseOut):
        return value.start.status == "projected"
    return isinstance(value, Limit) and value.status == "projected"


@dataclass(frozen=True, slots=True)
class Row:
    """One planning number as the book prints it: a name, its value(s), where it was published, and its status."""

    name: str
    values: tuple[Money, ...]
    source: str
    status: Status


def known_years() -> range:
    """The years the book can answer for: from the first with its look-back year to the first that is projected."""
    years = sorted(int(path.stem) for path in LIMITS.glob("2*.toml"))
    return range(years[0] + 1, years[-1] + 1)


def law_for(year: int, notice: Path | None = None) -> Law:
    """The law of `year`; `notice` is a user's own file of limits (the format of `limits/*.toml`) that overrides rows.

    Raises `UnknownYear` outside `known_years()`, `BadLimitsFile` or `OSError` for the user's file.
    """
    rows = _rows_with_own(year, notice)
    return _law(year, rows, _rows(year - 1)["hce_pay"])


def rows_of(year: int, notice: Path | None = None) -> list[Row]:
    """Every planning number of `year` as the book has it, in the order of its file, with source and status."""
    rows = _rows_with_own(year, notice)
    return [Row(name, _values(row), str(row["source"]), row["status"]) for name, row in rows.items()]


def statutory_rows() -> dict[str, dict[str, Any]]:
    """The numbers fixed by statute (ages, rates, thresholds that no index moves), each with its provision."""
    return _read(LIMITS / "statutory.toml")


def statutory_rate(name: str) -> Rate:
    """A rate that a statute fixes for every year, by its row in `statutory.toml`."""
    return percent(statutory_rows()[name]["percent"])


def statutory_number(name: str) -> int:
    """An age or a period that a statute fixes for every year, in the unit of its row: years, months or days."""
    row = statutory_rows()[name]
    return int(next(row[unit] for unit in ("years", "months", "days") if unit in row))


def tax_rows(year: int) -> dict[str, Any]:
    """Federal brackets and standard deductions of `year`; empty where the book has none."""
    path = LIMITS / "tax" / f"{year}.toml"
    return _read(path) if path.exists() else {}


def _rows_with_own(year: int, notice: Path | None) -> dict[str, dict[str, Any]]:
    years = known_years()
    if year not in years:
        raise UnknownYear(f"there is no law data for {year}; the book knows {years.start} to {years.stop - 1}")
    rows = _rows(year)
    # A user's number moves an amount; it does not bring a rule into force before its time.
    own = {name: {**rows.get(name, {"in_force": False}), **row} for name, row in _own_rows(year, notice).items()}
    return {**rows, **own}


def _rows(year: int) -> dict[str, dict[str, Any]]:
    """The rows shipped; a year whose notice is out has them all, for the others the missing ones are projected."""
    shipped = {name: row for name, row in _read(LIMITS / f"{year}.toml").items() if name != "year"}
    return shipped if "annual_additions" in shipped else {**_projected(year), **shipped}


def _own_rows(year: int, notice: Path | None) -> dict[str, Any]:
    """The rows of a user's file, if it is for this year: checked, completed with status and source."""
    if notice is None:
        return {}
    try:
        with notice.open("rb") as file:
            rows = tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise BadLimitsFile(f"{notice}: {error}") from None
    if type(of_year := rows.pop("year", None)) is not int:
        raise BadLimitsFile(f"{notice}: name the year of the numbers, like year = {year}")
    if of_year != year:
        return {}
    known = {field.name for field in fields(Law) if field.type in ("Limit", "PhaseOut")}
    for name, row in rows.items():
        if name not in known:
            raise BadLimitsFile(
                f"{notice}: {name} is not a planning number; they are named in `megaroth limits {year}`"
            )
        needed = {"start", "end"} if "phase_out" in name else {"amount"}
        if not isinstance(row, dict) or not all(_is_amount(row.get(key)) for key in needed):
            raise BadLimitsFile(f"{notice}: [{name}] needs {' and '.join(sorted(needed))} in whole dollars")
        row.setdefault("status", "announced")
        row.setdefault("source", f"your file {notice.name}")
    return rows


def _is_amount(written: object) -> bool:
    return type(written) is int and 0 <= written < 10**9


@cache
def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def _projected(year: int) -> dict[str, dict[str, Any]]:
    """Rows no notice has announced: from the base amount by the statutory index, marked as projected."""
    from megaroth.law.indexing import project

    rows: dict[str, dict[str, Any]] = {}
    for name, projection in project(year).items():
        value = projection.amount
        amounts = {"start": value[0], "end": value[1]} if isinstance(value, tuple) else {"amount": value}
        rows[name] = {**amounts, "status": "projected", "source": projection.basis}
    return rows


def _values(row: dict[str, Any]) -> tuple[Money, ...]:
    return tuple(dollars(row[key]) for key in ("amount", "start", "end") if key in row)


def _limit(row: dict[str, Any], key: str = "amount") -> Limit:
    return Limit(dollars(row[key]), Cite(row["source"]), row["status"])


def _law(year: int, rows: dict[str, dict[str, Any]], last_years_hce_pay: dict[str, Any]) -> Law:
    statute = statutory_rows()
    no_rule = Limit(NO_LIMIT, Cite("no such rule before 2024"), "enacted")
    roth_row = rows.get("roth_catch_up_wages")
    values: dict[str, Any] = {
        "year": year,
        "hce_pay": _limit(last_years_hce_pay),
        "roth_catch_up_wages": _limit(roth_row) if roth_row else no_rule,
        # A projected year comes after the rule took effect; a published one says for itself.
        "roth_catch_up_in_force": roth_row is not None and roth_row.get("in_force", True),
    }
    for field in fields(Law):
        if field.name in values:
            continue
        row = rows.get(field.name) or statute[field.name]
        if "start" in row:
            values[field.name] = PhaseOut(_limit(row, "start"), _limit(row, "end"))
        elif "amount" in row:
            values[field.name] = _limit(row)
        elif "years" in row:
            values[field.name] = row["years"]
        else:
            values[field.name] = percent(row["percent"])
    return Law(**values)
