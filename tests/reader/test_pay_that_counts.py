"""The most pay that a match counts, catch-up matched for some alone, and what is denied of other things than the field."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers


@pytest.mark.parametrize(
    ("text", "formula", "most"),
    [
        ("The Company will match 100% of the first 4% of the first $120,000 of your pay.", [(100, 4)], "4800"),
        ("We match 50% of what you save, up to 6% of your first $90,000 of annual salary.", [(50, 6)], "2700"),
        ("The match is 50% of the first 8% of base pay up to a maximum salary of $150,000.", [(50, 8)], "6000"),
        ("The employer matches dollar for dollar up to 3% of pay (pay is limited to $80,000).", [(100, 3)], "2400"),
        # What the law counts is no bound of the plan's own.
        ("The Company will match 100% of the first 4% of the first $345,000 of your pay.", [(100, 4)], ""),
        ("We match 100% of the first 5% of pay up to the IRS compensation limit of $170,000.", [(100, 5)], ""),
        ("The Company matches 50% of the first 6% of pay.", [(50, 6)], ""),
    ],
)
def test_a_match_on_no_more_than_so_much_pay_has_a_most_in_dollars(
    text: str, formula: list[tuple[int, int]], most: str
) -> None:
    """Rate times reach times pay, by hand: 4% of $120,000 is $4,800."""
    said = fields(text)
    assert said["match"] == tiers(*formula)
    assert said.get("match_limits", {}).get("max_dollars", "") == most


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("if you have five years of service", None),
        ("for employees with at least 10 years of service", None),
        ("once you complete 1 year of service", "yes"),
        ("at the same rate", "yes"),
    ],
)
def test_catch_up_that_is_matched_after_long_service_is_matched_for_some(condition: str, said: str | None) -> None:
    text = f"The Plan matches 100% of the first 4% of pay. Catch-up contributions are matched {condition}."
    assert fields(text).get("match_on_catch_up") == said


def test_what_is_not_made_up_for_loans_is_no_true_up() -> None:
    match = "The Company matches 50% of the first 6% of pay. "
    assert "true_up" not in fields(match + "No make-up contribution is made for missed loan payments.")
    assert fields(match + "No make-up contribution is made after the end of the year.").get("true_up") == "no"


def test_what_does_not_go_into_roth_is_no_leave_for_roth() -> None:
    assert "roth_deferrals" not in fields("The Plan does not allow after-tax contributions into Roth accounts.")
    assert fields("You may make pre-tax contributions or Roth contributions to the Plan.")["roth_deferrals"] == "yes"
