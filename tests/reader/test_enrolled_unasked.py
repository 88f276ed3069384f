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
        ("Still not enrolled after 45 days?\n\nYou will be put in at 3% pre-tax, climbing 1% each May up to 9%.", "3"),
        ("Haven't joined?\n\nYou will then be signed up at 4% after 60 days.", "4"),
        ("Am I in automatically? Yes, at 5%, traditional. It creeps up 1% each March till you are at 11%.", "5"),
        ("New hires are enrolled at 3% to 6%, as they choose.", None),
        ("You will be put in at 5% once you sign up.", None),
        ("Are you not enrolled yet? Most people save 6% of pay.", None),
        ("Not signed up?\n\nCall the bank and contribute 5%.", None),
        ("Auto increase\n\nNow up to a top of 9% (it was 8%).", None),
        ("Put in 2% to 60% of pay until the IRS says stop.", None),
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
        ("Auto increase\n\nEvery July 1%, until 9%.", "1"),
        ("Automatic escalation\n\nEvery April 2% is added, stopping at 12%.", "2"),
        ("You are enrolled at 4% on day 30. Each October 1% is added until 9%.", "1"),
        ("New hires are enrolled at 3%, plus 1% every year up to 8%, if they have not picked.", "1"),
        ("New hires come in at 3%, with 1% more every anniversary up to 8%.", "1"),
        ("Auto-enrollment: 4%, with 2% a year to 10%", "2"),
        ("Automatic enrollment and increase: 3%, with 1% a year to 10%.", "1"),
        ("- Auto-enrolled at 5% after 30 days.\n- 1% more each April.\n- Ends at 9%\n", "1"),
        ("Automatic features\n\nEveryone below 10% goes up by 1% with the first check in June.", "1"),
        ("Auto increase\n\nEach May 1% is taken for dues until 10%.", None),
        ("Annual increase\n\nIf you opt in, 1% is added each March until 15%.", None),
        ("Auto-boost. Choose your own: 1%, 2% or 3% a year.", None),
        ("You are enrolled at 4%. The match grows 1% each year until 6%.", None),
        ("You are enrolled at 4%. You may ask us to add 1% each year until 10%.", None),
        ("Our contribution rises: each year 1% until 5%.", None),
        ("Raises: each March 1% is added to your salary until 9%.", None),
        ("Pay raises\n\nSalaries go up by 1% with the first check in May.", None),
        ("In 2019 everybody went up by 1% with the first check in May 2019.", None),
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
