"""What stands beside the match and says nothing of it, and what does though few words are left of it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

AFTER_TAX = "You may make pre-tax, Roth and voluntary after-tax contributions.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Withdrawals\nThere is no match suspension after you withdraw after-tax contributions.",
        "Company match\nThe match is 50% of the first 6% of pay.\n\nWhy do it?\nOn their own, after-tax contributions are of little use.",
    ],
)
def test_of_other_things_than_what_is_matched(text: str) -> None:
    assert "match_on_after_tax" not in fields(AFTER_TAX + text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The Company matches 50 cents on the dollar, first 6% of regular weekly pay.", None),
        ("Each week the Company matches 50% of the first 6% of weekly earnings.", "payday"),
        ("The Company matches 50% of the first 6% of weekly earnings. The match is made monthly.", "month"),
    ],
)
def test_pay_that_is_counted_by_the_week(text: str, period: str | None) -> None:
    read = fields(f"The match\n{text}")
    assert read.get("match") == tiers((50, 6))
    assert read.get("match_period") == period
