"""Ranges that are only warned of: which exist for whom and when, with the statute's own figures."""

from __future__ import annotations

from typing import get_args

import pytest

from megaroth.kit.money import dollars
from megaroth.law.book import Filing, tax_rows
from megaroth.law.income_tax import income_tax_for, income_tax_years
from megaroth.law.phase_outs import ranges


@pytest.mark.parametrize(
    ("filing", "education", "tips"),
    [  # IRC §25A(d)(1): 80,000 to 90,000, twice that on a joint return; §224(b)(2), §225(b)(2): from 150,000, 300,000
        ("single", (80_000, 90_000), 150_000),
        ("head", (80_000, 90_000), 150_000),
        ("survivor", (80_000, 90_000), 150_000),
        ("joint", (160_000, 180_000), 300_000),
    ],
)
def test_ranges_of_the_statute(filing: Filing, education: tuple[int, int], tips: int) -> None:
    found = ranges(2026, filing)
    assert (found["education_credits"].start, found["education_credits"].end) == tuple(map(dollars, education))
    assert (found["tips_and_overtime"].start, found["tips_and_overtime"].end) == (dollars(tips), None)


def test_a_separate_return_has_neither_and_2024_no_tips() -> None:
    separate = ranges(2026, "separate")
    assert separate.keys() & {"education_credits", "tips_and_overtime", "student_loan_interest"} == set()
    assert "qualified_business_income" in separate
    assert "tips_and_overtime" not in ranges(2024, "single")  # they begin in 2025
    assert "education_credits" in ranges(2024, "single")


def test_every_status_and_year_is_known() -> None:
    for year in income_tax_years():
        assert tax_rows(year)
        for filing in get_args(Filing):
            assert ranges(year, filing)
            assert income_tax_for(year, filing).status == "announced"
