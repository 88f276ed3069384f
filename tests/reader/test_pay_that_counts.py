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
        ("We match 50% of the first 5% of the first $99,999 of your pay.", [(50, 5)], "2499.97"),
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


def test_a_second_tier_that_nobody_understood_leaves_no_half_of_a_match() -> None:
    text = "For every dollar on the first 3% of pay the Bank gives you one dollar, and on the next 2% it gives you fifty cents."
    assert fields(text).get("match") in (None, tiers((100, 3), (50, 2)))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("You may save up to 25% of pay after-tax. Exemplar doesn't match it.", "match"),
        ("Is there after-tax money?\n\nYes.\n\nThey announce in January what will be matched.", "match_on_after_tax"),
        ("When you reach the limit we treat what follows as after-tax, so you don't miss matching contributions.", "true_up"),
        ("The annual true-up goes away as of next year.", "true_up"),
        ("The company stopped making true-up contributions.", "true_up"),
        ("There are two types: pre-tax deferrals and Roth deferrals.", "after_tax_allowed"),
        ("Automatic Contribution Arrangement\n\nMatching: 25% of deferrals not exceeding 8% of pay.", "auto_enrolment_percent"),
        ("You can contribute pre-tax, or on an after-tax basis if you choose Roth.", "after_tax_allowed"),
        ("A participant may choose to have all or part of the pre-tax accounts moved to a Roth account inside the Plan.", "in_plan_conversion"),
        ("We match half of what you put in, up to 3% from us.", "match"),
        ("The company matches 25% of what you save,", "match"),
        ("Participants who reach ages 60, 61, 62 or 63 have the same limit of $7,500.", "super_catch_up"),
        ("When the Company's 15% would take you over, the rest is paid in wages.", "auto_enrolment_percent"),
        ("Contributions by check to the HSA are after-tax but you may deduct them on your return.", "after_tax_allowed"),
    ],
)  # fmt: skip
def test_what_is_said_of_something_else(text: str, field: str) -> None:
    told = fields(f"You can make pre-tax and Roth contributions.\n\n{text}\n")
    assert told.get(field) in (None, "frozen", "no")


def test_only_two_ways_are_no_third() -> None:
    assert fields("The only contributions you can make are pre-tax and Roth deferrals.")["after_tax_allowed"] == "no"


def test_a_table_with_tabs_keeps_its_empty_corner() -> None:
    text = "You can make pre-tax, Roth and traditional after-tax contributions.\n\nSide by side\n\tPre-tax\tRoth\tAfter-tax\nMatched\tyes\tyes\tno\nCatch-up\tyes\tyes\tno\n"
    assert fields(text).get("match_on_after_tax") == "no"


def test_a_label_tells_no_half_of_a_match() -> None:
    text = "Company Matching Contribution\n\nFor the first 3% of eligible pay: 100%. From more than 3% up to 5%: 50%. Each pay period."
    assert fields(text).get("match") in (None, tiers((100, 3), (50, 2)))


def test_a_form_that_ends_after_tax_money_on_a_day_freezes_it() -> None:
    text = (
        "ADOPTION AGREEMENT\n\n5.5 Employee After-Tax Contributions:\n[ ] (a) Not permitted\n[ ] (b) Permitted, up to ____% of Compensation\n"
        "[X] (c) Not permitted after the following date: June 30, 2014. What was made before stays in its Account.\n"
    )
    assert fields(text).get("after_tax_allowed") in ("frozen", None)


def test_a_head_that_lost_its_corner_stands_over_its_own_columns() -> None:
    text = "You can make pre-tax, Roth and traditional after-tax contributions.\n\nPre-tax | Roth | After-tax |\nMatched? | Yes | Yes | No\nCatch-up | Yes | Yes | No\n"
    assert fields(text).get("match_on_after_tax") in ("no", None)
