"""Two years side by side, in columns that runs of blanks keep apart: what holds today is the column of today."""

from __future__ import annotations

from tests.reader.said import fields

ROWS = """
Feature                    {one}                      {two}
Pre-tax/Roth               40% of pay                 75% of pay
Catch-up 50+               $7,500                     $8,000
Ages 60–63                 $11,250                    $11,250
After-tax (non-Roth)       Not available              Up to 12% of pay
Match                      50% of the first 6%        100% of the first 5%
Match frequency            Annual, if employed        Each payroll
True-up                    No                         Yes, by March
Auto enrollment            3%                         5%
Recordkeeper               Vanguard                   Voya
"""
NEW = {
    "after_tax_allowed": "yes", "after_tax_cap_percent": "12", "deferral_cap_percent": "75", "match_period": "payday", "true_up": "yes",
    "auto_enrolment_percent": "5", "recordkeeper": "Voya", "super_catch_up": "yes",
}  # fmt: skip
OLD = {
    "after_tax_allowed": "no",
    "auto_enrolment_percent": "3",
    "recordkeeper": "Vanguard",
    "deferral_cap_percent": "40",
}


def _said(title: str, one: str, two: str) -> dict[str, object]:
    return fields(f"{title}\n{ROWS.format(one=one.ljust(4), two=two)}")


def test_the_year_of_today_counts_below_a_title_of_two_halves() -> None:
    said = _said("SAMPLE LUMBER                         What's changing in the 401(k) for 2026", "2025", "2026")
    assert {name: said.get(name) for name in NEW} == NEW


def test_a_year_to_come_does_not_count_yet() -> None:
    said = _said("SAMPLE LUMBER                         What's changing in the 401(k) for 2028", "2026", "2028")
    assert {name: said.get(name) for name in OLD} == OLD


def test_now_and_from_a_month_of_the_one_year_that_the_title_names() -> None:
    said = _said("Changes in the 401(k) for 2026", "Now", "From January 1")
    assert {name: said.get(name) for name in NEW} == NEW
    said = _said("Changes in the 401(k) for 2028", "Now", "From January")
    assert {name: said.get(name) for name in OLD} == OLD


def test_without_a_year_neither_of_two_rates_counts() -> None:
    said = _said("Changes in the 401(k)", "Now", "From January 1")
    assert (
        not {"after_tax_allowed", "auto_enrolment_percent", "deferral_cap_percent", "match", "recordkeeper"}
        & said.keys()
    )
