"""Texts written in Markdown, as handbooks are: headings, tables and links are read as what they are."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers


def test_a_heading_with_its_mark_is_a_heading() -> None:
    text = "## Conventional after-tax money\nYou may contribute from 1% to 8% of pay.\n\n## Roth money\nYou may contribute, too.\n"
    told = fields(text)
    assert (told["after_tax_allowed"], told["after_tax_cap_percent"]) == ("yes", "8")


def test_the_rows_of_a_table_without_bars_at_their_ends() -> None:
    rows = [("1%", "1%"), ("2%", "2%"), ("3%", "3%"), ("4%", "3.5%"), ("5%", "4%"), ("6%", "4%")]
    text = "You contribute | Company matches\n--- | ---\n" + "\n".join(" | ".join(row) for row in rows)
    assert fields(text)["match"] == tiers((100, 3), (50, 2))


def test_a_number_in_brackets_is_the_number() -> None:
    assert fields("Call Fidelity (800-555-0123) to enroll in the 401(k).")["phone"] == "800-555-0123"
    assert fields("Call Fidelity at (800) 555-0123 to enroll in the 401(k).")["phone"] == "(800) 555-0123"


@pytest.mark.parametrize(
    "text",
    [
        "You can make Roth contributions. You can make after-tax contributions. After-tax is not the same as Roth.",
        "We have Roth. You can make after-tax contributions. While you still work here you can move your after-tax money to a Roth IRA.",
    ],
)
def test_signs_that_after_tax_is_not_roth(text: str) -> None:
    assert fields(text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "You can make pre-tax or after-tax contributions. Roth is after-tax, and is not the same as a Roth IRA.",
        "You can make pre-tax or after-tax contributions (Roth). When you leave you may roll your after-tax money to a Roth IRA.",
    ],
)
def test_signs_that_say_nothing_of_it(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)
