"""Ranges that are only warned of: which exist for whom and when, with the statute's own figures."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest

from megaroth.kit.money import dollars, parse_money
from megaroth.kit.rule import Limit
from megaroth.law.book import Filing, UnknownYear, tax_rows
from megaroth.law.income_tax import income_tax_for, income_tax_years
from megaroth.law.phase_outs import medicare_tiers, ranges
from megaroth.law.withholding import withholding_for, withholding_years


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
    assert "tips_and_overtime" in ranges(2025, "single")
    assert "education_credits" in ranges(2024, "single")


def test_every_range_has_its_name_and_source() -> None:
    for filing in get_args(Filing):
        for name, each in ranges(2026, filing).items():
            assert each.name == name
            assert each.source.startswith(("IRC §", "IRS Rev. Proc."))
        assert {tier.source for tier in medicare_tiers(2026, filing)} == {tax_rows(2026)["irmaa"][filing]["source"]}


def test_every_status_and_year_is_known() -> None:
    for year in income_tax_years():
        assert tax_rows(year)
        for filing in get_args(Filing):
            assert ranges(year, filing)
            assert income_tax_for(year, filing).status == "announced"


def test_the_tiers_of_medicare_premiums() -> None:
    """CMS, premiums of 2026: single above 109,000 to 500,000; on a separate return two tiers, the upper from 391,000 on."""
    single, separate = medicare_tiers(2026, "single"), medicare_tiers(2026, "separate")
    assert [tier.at_least for tier in single[:1]] == [parse_money("109000.01")]
    assert single[-1].at_least == dollars(500_000)
    assert (len(single), len(separate)) == (5, 2)
    assert [tier.at_least for tier in separate] == [parse_money("109000.01"), dollars(391_000)]
    # §1839(i)(3)(C): the two highest percentages are theirs.
    assert [(t.part_b, t.part_d) for t in separate] == [(t.part_b, t.part_d) for t in single[-2:]]
    assert [(t.part_b, t.part_d) for t in single[:1]] == [(parse_money("81.20"), parse_money("14.50"))]


def test_a_year_without_tables_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(UnknownYear, match="no income tax tables for 2023; the book has 2024, 2025, 2026"):
        income_tax_for(2023, "single")
    with pytest.raises(UnknownYear, match="no withholding tables for 2024; the book has 2025, 2026"):
        withholding_for(2024)
    assert withholding_years() == [2025, 2026]
    assert income_tax_years() == [2024, 2025, 2026]


def test_the_withholding_table_by_the_box_in_step_2() -> None:
    """Pub. 15-T (2026), annual percentage method: 7,500 (single, standard) is at nothing, half the deduction with the box."""
    numbers = withholding_for(2026)
    assert numbers.table("single", False) is numbers.standard_single
    assert numbers.table("single", True) is numbers.checkbox_single
    assert numbers.table("joint", False) is numbers.standard_joint


def test_every_number_of_a_return_has_its_source_and_status() -> None:
    for year in income_tax_years():
        for filing in get_args(Filing):
            numbers = income_tax_for(year, filing)
            limits = {f.name: getattr(numbers, f.name) for f in fields(numbers)}
            limits = {name: limit for name, limit in limits.items() if isinstance(limit, Limit)}
            assert len(limits) > 10
            for name, limit in limits.items():
                assert limit.status in ("announced", "enacted"), name
                assert limit.cite.ref.startswith(("IRC", "IRS", "P.L.", "CMS", "no ")), (name, limit.cite.ref)
    top = income_tax_for(2026, "single").itemized_limitation_start
    assert (top.amount, top.cite.ref, top.status) == (dollars(640_600), "IRS Rev. Proc. 2025-32", "announced")
