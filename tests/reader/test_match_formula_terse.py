"""Match formulas said tersely, and those that are no more."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.said import fields, tiers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("How the match works\nFor every $1 you save, up to the first 5% of pay, Acme gives you $1.25.", tiers((125, 5))),
        ("Company match\nYes, that is 200% of the first 3.", tiers((200, 3))),
        ("Company match\nWe match 100% of the first 3, and 50% of the next 2.", tiers((100, 3), (50, 2))),
        ("Company match\nIt is 100% of your contributions that are not over 4% of your pay.", tiers((100, 4))),
        (
            "Company match\nIt is equal to 100% of your contributions that are not over 1% of pay, plus\n\n"
            "50% of your contributions that are over 1% but not over 5% of pay.",
            tiers((100, 1), (50, 4)),
        ),
        ("Company match\nThe Company puts in half of each basic dollar: 50% x 6% = 3% of pay.", tiers((50, 6))),
        ("Company match\n50 cents for each dollar saved, not counting savings above 6% of pay.", tiers((50, 6))),
        ("Changes\n\n- Match. Goes from 50% to 75% of the first 6% of base pay.", tiers((75, 6))),
        (
            "Basic contributions\nThe first 1% through 6% of your pay.\n\n"
            "Company match\nSeventy-five cents for each dollar of Basic Contributions.",
            tiers((75, 6)),
        ),
        (
            "The match is simpler.\nThrough last year we matched 50% of the first 6%, once a year. Now we match 100% of the first 4%, each payday.",
            tiers((100, 4)),
        ),
        (
            "What it was (no longer applies)\n\n- Match was 75% of the first 6%\n\nWhat it is now\n\n- Match is 100% of the first 5%",
            tiers((100, 5)),
        ),
        (
            "In 2024, the Employer matched (1) 100% of the first 3% of pay that a participant contributes, and (2) made a special "
            "discretionary profit sharing contribution on behalf of each non-highly compensated participant.",
            tiers((100, 3)),
        ),
        ("Match: 3% safe harbor nonelective. We put 3% in whether or not you contribute. There is no match at this time.", "none"),
        # What says something else.
        ("Company match\nThe Company puts in half of each basic dollar: 50% x 6% = 4% of pay.", None),
        ("Company match\nWe meet the first 3 Mondays of each month.", None),
        ("Supplemental contributions\nThe first 1% through 6% of your pay.\n\nCompany match\n75% of Basic Contributions.", None),
        ("What was the match?\n\nThe match was 75% of the first 6% of pay until 2019.", None),
    ],
)  # fmt: skip
def test_the_formula(text: str, value: Any) -> None:
    assert fields(text).get("match") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Company match\nAcme matches 50% of what you contribute (pre-tax or Roth, catch-up included), max match $6,500 / year.", "6500"),
        ("$5,000 the most we'll match in a calendar year.\nWe match $1 for $1 on the first 5% of pay.", "5000"),
        # What says something else.
        ("$15,000 the most you can put in as after-tax in a year.\nWe match $1 for $1 on the first 5% of pay.", None),
        ("$5,000 the most we'll match on a single paycheck.\nWe match $1 for $1 on the first 5% of pay.", None),
    ],
)  # fmt: skip
def test_its_most(text: str, value: str | None) -> None:
    assert fields(text).get("match_limits", {}).get("max_dollars") == value


def test_how_the_year_is_put_right_is_not_when_it_is_made() -> None:
    text = (
        "Match\nAcme matches 75% of the first 8% of pay. It's determined pay period by pay period.\n\n"
        "True-up\nIf your total match for the year is less than 75% of your contributions (up to 8%) based on the entire year, "
        "the difference is deposited by March 31."
    )
    assert fields(text).get("match_period") == "payday"
