"""Sums that bound something in a year: the most of the match, a cap of after-tax contributions, and what is neither."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

MATCH = "The Company matches 50% of the first 6% of pay"
KINDS = "You may make pre-tax and Roth deferrals of up to 75% of pay. "


@pytest.mark.parametrize(
    "rest",
    [
        ". Not more than $4,800 in any year.",
        "; the most we'll put in is $4,800 a year.",
        ". In no year will we add more than $4,800.",
        ". Max $4,800 per year.",
        " and never over $4,800 per calendar year.",
        ". Once you've been given $4,800 for the year, matching stops until January.",
        ". Nobody receives a larger match than $4,800 in a plan year.",
        ". Our yearly limit for matching money is $4,800 a person.",
        ". Acme's contribution for any calendar year stops when it has come to $4,800.",
        ".\n\nAnnual match limit\t$4,800\n",
        " $4,800 annual cap",
        ". That's limited to $4,800 yearly.",
        ". No participant's matching contributions for a plan year are to be above $4,800.",
    ],
)
def test_the_most_of_the_match(rest: str) -> None:
    assert fields(MATCH + rest)["match_limits"] == {"max_dollars": "4800"}


@pytest.mark.parametrize(
    "rest",
    [
        ". The most you may contribute is $20,500 a year.",
        ". Up to $20,250 a year can go in before tax.",
        ". Pay over $260,000 does not count.",
        ", but no more than $200 per pay period.",
        ". It adds no more than $2,000 a year to your health savings account.",
        ". We also give new parents up to $5,000.",
        ". Financial planning is reimbursed, to a maximum of $500.",
        ". Loans cannot exceed $50,000.",
        ". The overall maximum is $62,000.",
        ". Together with the match it cannot be more than $62,000.",
        ". You stop receiving match once you've put in $20,250.",
        ". Tuition is reimbursed to a limit of $5,000 a year.",
        ". For example, on a salary of $100,000 you'd get no more than $3,000.",
    ],
)
def test_a_sum_of_something_else(rest: str) -> None:
    assert "match_limits" not in fields(MATCH + rest)


def test_the_most_that_is_matched_is_not_the_most_of_the_match() -> None:
    assert "match_limits" not in fields(
        "The Company matches 50% of what you save. The most that is matched is $10,000 a year."
    )


@pytest.mark.parametrize(
    "text",
    [
        "On top of these you may put in up to $10,000 a year as traditional after-tax contributions (a plan limit, lower than what the IRS would permit).",
        "After-tax contributions of no more than $10,000 per calendar year may also be made.",
        "You may also make after-tax contributions. These are limited by the plan to $10,000 a year.",
        "After-tax contributions are also permitted, to a plan maximum of $10,000 annually.",
    ],
)
def test_a_cap_of_after_tax_contributions(text: str) -> None:
    said = fields(KINDS + text)
    assert said["after_tax_allowed"] == "yes"
    assert said["after_tax_cap_dollars"] == "10000"


@pytest.mark.parametrize(
    "text",
    [
        "You may also make catch-up contributions. These are limited to $7,500 a year.",
        "You may also make after-tax contributions of up to $32,480 in 2026.",
        "You may also make after-tax contributions. Loans are limited to $10,000 a year.",
        "You may also make after-tax contributions of at least $500 a year.",
    ],
)
def test_no_cap_of_after_tax_contributions(text: str) -> None:
    assert "after_tax_cap_dollars" not in fields(KINDS + text)
