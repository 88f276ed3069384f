"""The statutory indexing against everything published, and where each projected amount would turn."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from megaroth.law import indexing
from megaroth.law.indexing import (
    Averages,
    IndexMissing,
    averages,
    cpi_u,
    indexed_415d,
    indexed_chained,
    project,
    q3_average,
)

LIMITS = Path(indexing.__file__).with_name("limits")
ROWS_415D = (
    "elective_deferrals",
    "catch_up",
    "catch_up_60_to_63",
    "annual_additions",
    "compensation",
    "hce_pay",
    "key_employee_pay",
    "roth_catch_up_wages",
    "sep_minimum_pay",
)
ROWS_CHAINED = (
    "ira_contribution",
    "ira_catch_up",
    "roth_phase_out_single",
    "roth_phase_out_joint",
    "ira_deduction_phase_out_single",
    "ira_deduction_phase_out_joint",
    "ira_deduction_phase_out_spouse_active",
)
FIRST_YEAR = {"catch_up_60_to_63": 2025, "roth_catch_up_wages": 2024, "ira_catch_up": 2023}
"""Rows that began to be indexed within the years published here; the others were indexed long before."""


def published(row: str, year: int) -> int | tuple[int, int]:
    with (LIMITS / f"{year}.toml").open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)[row]
    return found["amount"] if "amount" in found else (found["start"], found["end"])


def with_september(index: str) -> dict[tuple[int, int], Fraction]:
    return {**cpi_u(), (2026, 9): Fraction(index)}


def test_every_indexed_row_is_back_tested() -> None:
    assert set(project(2026)) == {*ROWS_415D, *ROWS_CHAINED}


@pytest.mark.parametrize("year", range(2019, 2027))
@pytest.mark.parametrize("row", [*ROWS_415D, *ROWS_CHAINED])
def test_every_published_amount_is_reproduced(row: str, year: int) -> None:
    if year < FIRST_YEAR.get(row, 0):
        assert row not in project(year)
        return
    found = project(year)[row]
    assert found.amount == published(row, year)
    assert not found.estimated


def test_2018_hce_threshold_is_reproduced() -> None:
    assert indexed_415d("hce_pay", 2018, cpi_u()) == published("hce_pay", 2018) == 120_000


MONTHS = {  # BLS, CPI-U (CUUR0000SA0): July, August, September as printed in the worked cases below
    1996: ("157.0", "157.3", "157.8"),
    2001: ("177.5", "177.5", "178.3"),
    2005: ("195.4", "196.4", "198.8"),
    2006: ("203.5", "203.9", "202.9"),
    2007: ("208.299", "207.917", "208.490"),
    2019: ("256.571", "256.558", "256.759"),
    2020: ("259.101", "259.918", "260.280"),
    2021: ("273.003", "273.567", "274.310"),
    2022: ("296.276", "296.171", "296.808"),
    2023: ("305.691", "307.026", "307.789"),
    2024: ("314.540", "314.796", "315.301"),
    2025: ("323.048", "323.976", "324.800"),
}
# Announced by the IRS: 2007 in IR-2006-162, 2008 in IR-2007-171, later years in the notices named in limits/.
LIMITS_BY_CASE = {
    "annual_additions": {  # IRC §415(d)
        2007: 45_000,
        2008: 46_000,
        2020: 57_000,
        2021: 58_000,
        2022: 61_000,
        2023: 66_000,
        2024: 69_000,
        2025: 70_000,
        2026: 72_000,
    },
    "elective_deferrals": {  # IRC §402(g); 2007 is close: 15,500.3 before rounding
        2007: 15_500,
        2008: 15_500,
        2020: 19_500,
        2021: 19_500,
        2022: 20_500,
        2023: 22_500,
        2024: 23_000,
        2025: 23_500,
        2026: 24_500,
    },
    "hce_pay": {  # IRC §414(q)
        2020: 130_000,
        2021: 130_000,
        2022: 135_000,
        2023: 150_000,
        2024: 155_000,
        2025: 160_000,
        2026: 160_000,
    },
    "roth_catch_up_wages": {2025: 145_000, 2026: 150_000},  # IRC §414(v)(7)(E)
}


@pytest.mark.parametrize(("year", "points"), MONTHS.items())
def test_the_index_holds_the_months_of_the_worked_cases(year: int, points: tuple[str, str, str]) -> None:
    assert tuple(cpi_u()[year, month] for month in (7, 8, 9)) == tuple(map(Fraction, points))


@pytest.mark.parametrize(
    ("row", "year", "amount"),
    [(row, year, amount) for row, amounts in LIMITS_BY_CASE.items() for year, amount in amounts.items()],
)
def test_worked_cases(row: str, year: int, amount: int) -> None:
    assert indexed_415d(row, year, cpi_u()) == amount


@pytest.mark.parametrize(
    ("row", "amount"),
    [
        ("annual_additions", 49_000),
        ("elective_deferrals", 16_500),
        ("compensation", 245_000),
        ("hce_pay", 110_000),
        ("key_employee_pay", 160_000),
    ],
)
def test_a_falling_index_lowers_nothing(row: str, amount: int) -> None:
    """Prices fell from 2008 to 2009 and the limits of 2010 stayed where 2009 had put them (IRS, IR-2009-94)."""
    assert q3_average(2009, cpi_u()) < q3_average(2008, cpi_u())
    assert indexed_415d(row, 2009, cpi_u()) == indexed_415d(row, 2010, cpi_u()) == amount


def test_a_held_amount_says_when_it_was_reached() -> None:
    fallen = project(2027, {**cpi_u(), **{(2026, month): Fraction(300) for month in (7, 8, 9)}})["annual_additions"]
    assert fallen.amount == 72_000
    assert "reached in 2026" in fallen.basis


@pytest.mark.parametrize(
    ("year", "mean"),
    [(1996, "157.367"), (2001, "177.767"), (2005, "196.867"), (2018, "252.197"), (2023, "306.835"), (2025, "323.941")],
)
def test_quarter_means_have_three_decimals(year: int, mean: str) -> None:
    assert q3_average(year, cpi_u()) == Fraction(mean)


def test_a_quarter_mean_is_rounded_half_up() -> None:
    half = {(2000, 7): Fraction("100.0015"), (2000, 8): Fraction("100.0015"), (2000, 9): Fraction("100.0015")}
    assert q3_average(2000, half) == Fraction("100.002")


@pytest.mark.parametrize("year", [2005, 2007, 2016])
def test_the_twelve_month_means_follow_from_the_index(year: int) -> None:
    months = [(year - 1, month) for month in range(9, 13)] + [(year, month) for month in range(1, 9)]
    mean = sum((cpi_u()[month] for month in months), Fraction()) / 12
    assert abs(mean - averages().cpi_u[year]) <= Fraction("0.0005")


@pytest.mark.parametrize(
    ("row", "amount"),
    {
        "elective_deferrals": 25_500,
        "catch_up": 8_500,
        "catch_up_60_to_63": 11_750,  # neither 150% of 8,500 nor a rounded total of 11,500
        "annual_additions": 75_000,
        "compensation": 375_000,
        "hce_pay": 170_000,
        "key_employee_pay": 245_000,
        "roth_catch_up_wages": 155_000,
        "sep_minimum_pay": 800,
        "ira_contribution": 7_500,
        "ira_catch_up": 1_100,
        "roth_phase_out_single": (158_000, 173_000),
        "roth_phase_out_joint": (249_000, 259_000),
        "ira_deduction_phase_out_single": (83_000, 93_000),
        "ira_deduction_phase_out_joint": (133_000, 153_000),
        "ira_deduction_phase_out_spouse_active": (249_000, 259_000),
    }.items(),
)
def test_projection_of_2027(row: str, amount: int | tuple[int, int]) -> None:
    found = project(2027)[row]
    assert found.amount == amount
    assert found.estimated
    assert "estimated" in found.basis


@pytest.mark.parametrize(
    ("row", "september", "amount"),
    [
        ("annual_additions", "331.043", 75_000),
        ("annual_additions", "344.375", 76_000),
        ("compensation", "331.043", 375_000),
        ("compensation", "344.375", 380_000),
        ("elective_deferrals", "335.123", 25_500),
        ("elective_deferrals", "354.812", 26_000),
        ("catch_up", "335.123", 8_500),
        ("catch_up", "394.184", 9_000),
        ("catch_up_60_to_63", "317.723", 11_750),
        ("catch_up_60_to_63", "359.708", 12_250),
        ("hce_pay", "334.316", 170_000),
        ("hce_pay", "363.824", 175_000),
        ("key_employee_pay", "336.170", 245_000),
        ("key_employee_pay", "356.681", 250_000),
        ("roth_catch_up_wages", "315.092", 155_000),
        ("roth_catch_up_wages", "346.832", 160_000),
        ("sep_minimum_pay", "338.450", 850),
    ],
)
def test_where_the_amounts_of_2027_turn(row: str, september: str, amount: int) -> None:
    """The least CPI-U of September 2026 that gives each amount, to the last decimal.

    Means are rounded before they are compared (20 CFR 404.275(a)), which moves these points by up to 0.004: unrounded,
    elective deferrals would turn at 335.122.
    """
    just_below = {**cpi_u(), (2026, 9): Fraction(september) - Fraction("0.001")}
    assert indexed_415d(row, 2027, with_september(september)) == amount
    assert indexed_415d(row, 2027, just_below) < amount


def test_elective_deferrals_on_either_side_of_the_edge() -> None:
    assert project(2027, with_september("335.121"))["elective_deferrals"].amount == 25_000
    assert project(2027, with_september("335.123"))["elective_deferrals"].amount == 25_500


def test_a_published_index_displaces_the_estimate() -> None:
    found = project(2027, with_september("335.000"))
    assert not found["elective_deferrals"].estimated
    assert found["ira_contribution"].estimated
    means = Averages(averages().cpi_u, {**averages().chained, 2026: Fraction("182.7")})
    assert not project(2027, means=means)["ira_contribution"].estimated


def test_the_basis_shows_the_sum() -> None:
    assert project(2026)["annual_additions"].basis == (
        "IRC §415(d): 40,000 x 323.941 / 177.767, increase rounded down to 1,000 (IRC §415(d)(3)(D), (4)(B))"
    )
    assert project(2026)["roth_phase_out_joint"].basis == (
        "IRC §1(f)(3): 150,000 x 177.114 / 109.847, increase rounded to the nearest 1,000 (IRC §408A(c)(3)(D))"
    )
    assert project(2026)["ira_contribution"].basis == (
        "IRC §1(f)(3): 5,000 x 177.114 / 116.746, increase rounded down to 500 (IRC §219(b)(5)(C)(i)-(ii))"
    )
    assert project(2027)["elective_deferrals"].basis.endswith(" (IRC §402(g)(4); latest index estimated)")


def test_a_chained_amount_never_falls_below_its_base() -> None:
    deflated = Averages(averages().cpi_u, {**averages().chained, 2026: Fraction(100)})
    assert indexed_chained("ira_contribution", 2027, deflated) == 5_000


@pytest.mark.parametrize("year", [2017, 2028, 2040])
def test_a_year_without_its_index_is_refused(year: int) -> None:
    with pytest.raises(IndexMissing, match=r"neither published|follows the chained index from 2018"):
        project(year)


def test_missing_months_and_rows_are_named() -> None:
    with pytest.raises(IndexMissing, match="2026-09"):
        indexed_415d("hce_pay", 2027, cpi_u())
    with pytest.raises(IndexMissing, match="C-CPI-U mean to August 2026"):
        indexed_chained("ira_contribution", 2027, averages())
    with pytest.raises(IndexMissing, match="ira_catch_up follows the chained index from 2023 on, not in 2022"):
        indexed_chained("ira_catch_up", 2022, averages())
    with pytest.raises(IndexMissing, match="indexed from 2025 on, not in 2024"):
        indexed_415d("catch_up_60_to_63", 2024, cpi_u())
    with pytest.raises(IndexMissing, match="hsa_family is not indexed this way"):
        indexed_415d("hsa_family", 2027, cpi_u())
    assert issubclass(IndexMissing, LookupError)


@pytest.mark.parametrize(
    ("row", "cpi_u_of", "chained_of", "missing"),
    [
        ("ira_contribution", (2007, 2016), (2016,), "the C-CPI-U mean to August 2026"),
        ("ira_contribution", (2007, 2016), (2026,), "the C-CPI-U mean to August 2016"),
        ("ira_contribution", (2007,), (2016, 2026), "the CPI-U mean to August 2016"),
        ("ira_contribution", (2016,), (2016, 2026), "the CPI-U mean to August 2007"),
        ("ira_catch_up", (), (2026,), "the C-CPI-U mean to August 2022"),
    ],
)
def test_a_missing_mean_is_named(
    row: str, cpi_u_of: tuple[int, ...], chained_of: tuple[int, ...], missing: str
) -> None:
    means = Averages(dict.fromkeys(cpi_u_of, Fraction(240)), dict.fromkeys(chained_of, Fraction(180)))
    with pytest.raises(IndexMissing, match=f"^{missing} is neither published"):
        indexed_chained(row, 2027, means)


def test_a_projection_names_the_mean_it_lacks() -> None:
    with pytest.raises(IndexMissing, match=r"^the C-CPI-U mean to August 2025 is neither published"):
        project(2026, means=Averages(averages().cpi_u, {}))


def test_prices_before_the_base_period_count_for_nothing() -> None:
    """Half the price level of the year before the base quarter: the amount stays at its base (IRC §415(d)(3))."""
    index = {(year, month): Fraction(100) for year in (2023, 2024) for month in (7, 8, 9)}
    index |= {(year, month): Fraction(200) for year in (2021, 2022) for month in (7, 8, 9)}
    assert indexed_415d("roth_catch_up_wages", 2025, index) == 145_000


def test_amounts_are_whole_dollars() -> None:
    for found in project(2027).values():
        amounts = found.amount if isinstance(found.amount, tuple) else (found.amount,)
        assert all(type(amount) is int for amount in amounts)
