"""Enrolment without the word `automatic`, its purpose beside it, a rise in a row of its own, and the catch-up at 60 to 63."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TAKES = "You may make pre-tax and Roth contributions of 1% to 50% of pay.\n\n"


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("When you join, we'll enroll you at 6% so that you get the whole match.", "6"),
        ("New hires will be enrolled at 5% (now 3%).", "5"),
        ("If you say nothing, we will defer 4% beginning with the first payroll after 30 days.", "4"),
        ("Sixty days after your hire date we will begin to take 3% of your eligible pay and contribute it before tax.", "3"),
        ("We start you at 5% (so you get all of the match) and raise it 1% each year.", "5"),
        ("Payroll puts new employees in at 4%.", "4"),
        ("We start you at 3% once you sign up.", None),
        ("We will begin to take 20% of your distribution for taxes.", None),
        ("We take 2% of your pay for the pension plan.", None),
        ("Payroll takes 6.2% from your pay for Social Security.", None),
    ],
)  # fmt: skip
def test_enrolled_unasked_at(text: str, percent: str | None) -> None:
    assert fields(TAKES + text).get("auto_enrolment_percent") == percent


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("We start you at 5% (so you get all of the match) and raise it 1% each year until you are at 15%.", "1"),
        ("Starting rate        7% automatic\nYearly bump          1% each January; stops at 12%\n", "1"),
        ("4. Automatic Enrollment\nThe rate stays at 5%. Annual 1% increases remain as they are.", "1"),
        ("The bank adds 1% each January to your pay.", None),
        ("Pension bump         1% each January\n", None),
    ],
)
def test_raised_in_passing(text: str, percent: str | None) -> None:
    assert fields(TAKES + text).get("auto_increase_percent") == percent


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Extra for older savers\n\n50 - 59: $7,500. 60 - 63: $11,250.", "yes"),
        ("Catch-up contributions are allowed from age 50. The age 60-63 amount is offered too.", "yes"),
        ("Catch-up contributions are allowed from age 50. The age 60-63 amount is not offered.", "no"),
        ("Catch-up contributions start at 50. The higher amount for those 60 through 63 is not included.", "no"),
        ("Catch-up contributions start at 50. It is not decided yet whether the 60 to 63 amount is offered.", None),
        ("Catch-up contributions start at 50. There is no higher limit for ages 60 through 63.", None),
    ],
)
def test_the_amount_at_60_to_63(text: str, value: str | None) -> None:
    assert fields(TAKES + text).get("super_catch_up") == value
