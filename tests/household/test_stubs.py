"""Year to date from a CSV file: mapped, added up or read as it grows, and every bad cell told."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from megaroth.household.model import Household, SoFar
from megaroth.household.read import household_of
from megaroth.kit.finding import Finding
from megaroth.kit.money import Money

CSV = """Pay Date,Gross,401k,Roth 401k,After-Tax,Match
12/31/2025,"$5,000.00",500,0,0,150
01/15/2026,"$7,500.00",$900.00,0,300.00,$225.00
01/30/2026,"7,500.00",900.00,,300.00,225.00
02/13/2026,7500,900.00,-,(50.00),225.00
"""
COLUMNS = '{ date = "Pay Date", pay = "Gross", pre_tax = "401k", roth = "Roth 401k", after_tax = "After-Tax", match = "Match" }'


def read(folder: Path, csv: str, so_far: str) -> Household | list[Finding]:
    (folder / "stubs.csv").write_text(csv, encoding="utf-8")
    text = (
        'year = 2026\n[people.me]\nborn = 1986-05-05\n[[jobs]]\nname = "job"\nperson = "me"\npay = 180_000\n'
        f'[jobs.so_far]\nfile = "stubs.csv"\n{so_far}\n'
    )
    return household_of(text, "case.toml", folder)


def so_far(folder: Path, csv: str, text: str) -> SoFar | None:
    household = read(folder, csv, text)
    assert isinstance(household, Household), household
    return household.jobs[0].so_far


def test_the_paychecks_of_the_year_are_added_up(tmp_path: Path) -> None:
    # 3 x 7,500; 3 x 900; 300 + 300 - 50; 3 x 225; the paycheck of December is of another year.
    found = so_far(tmp_path, CSV, f'date_format = "%m/%d/%Y"\ncolumns = {COLUMNS}')
    assert found == SoFar(
        datetime.date(2026, 2, 13), Money(2_250_000), Money(270_000), Money(0), Money(55_000), Money(67_500)
    )


def test_only_up_to_the_day_that_is_asked_for(tmp_path: Path) -> None:
    found = so_far(tmp_path, CSV, f'as_of = 2026-01-31\ndate_format = "%m/%d/%Y"\ncolumns = {COLUMNS}')
    assert found == SoFar(
        datetime.date(2026, 1, 31), Money(1_500_000), Money(180_000), Money(0), Money(60_000), Money(45_000)
    )


def test_sums_that_grow_are_read_at_the_newest_row(tmp_path: Path) -> None:
    csv = "date,pay,pre_tax\n2026-02-13,22500,2700\n2026-01-30,15000,1800\n"
    found = so_far(tmp_path, csv, "year_to_date = true")
    assert found == SoFar(datetime.date(2026, 2, 13), Money(2_250_000), Money(270_000))


@pytest.mark.parametrize(
    ("csv", "text", "code", "where"),
    [
        (CSV, f"columns = {COLUMNS}", "bad-value", "stubs.csv:2:1"),
        (CSV, 'columns = { date = "Paydate" }', "column-missing", "stubs.csv:1:1"),
        ("date,net\n2026-01-15,3\n", "", "column-missing", "stubs.csv:1:1"),
        ("date,pre_tax\n2026-01-15,abc\n", "", "bad-value", "stubs.csv:2:1"),
        ("date,pre_tax\n2026-01-15,-5\n", "", "bad-value", "stubs.csv:1:1"),
        ("date,pre_tax\n2025-01-15,5\n", "", "no-rows-of-year", "stubs.csv:1:1"),
        ("date,pre_tax\n", "", "csv-size", "stubs.csv:1:1"),
        ('date,pre_tax\n2026-01-15,"5\n', "", "not-csv", "stubs.csv:1:1"),
        ("date,pre_tax\n2026-01-15,5\n", "pre_tax = 9", "so-far-twice", "case.toml:8:1"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, csv: str, text: str, code: str, where: str) -> None:
    found = read(tmp_path, csv, text)
    assert isinstance(found, list)
    assert found[0].code == code
    assert found[0].where.startswith(where)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    text = 'year = 2026\n[people.me]\nborn = 1986-05-05\n[[jobs]]\nname = "job"\nperson = "me"\npay = 9\nso_far = { file = "no.csv" }\n'
    found = household_of(text, "case.toml", tmp_path)
    assert isinstance(found, list)
    assert found[0].code == "file-not-found"
    assert "case.toml:8" in found[0].where
