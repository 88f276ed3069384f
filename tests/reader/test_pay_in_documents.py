"""What counts as pay, in the words of plan documents: below a question, in an amendment, in a transcript without its marks."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


@pytest.mark.parametrize(
    "text",
    [
        "What is eligible pay?\nThe rate for your grade. Meal money, call-out money and standby pay are not part of it.",
        "How is Compensation defined?\nThe scale of your station. Turnaround pay and talent fees are not counted.",
        "4.7 What is compensation Generally your W-2 pay plus your pre-tax contributions.",
        '1. Section 1.7, the definition of "Plan Compensation," shall be amended by inserting the words ", annual incentive payments and commissions of loan officers, but excluding retention payments."',
        "Compensation includes standby pay and call-out money.",
    ],
)
def test_pay_is_told(text: str) -> None:
    assert "eligible_pay" in fields(text)


@pytest.mark.parametrize(
    "text",
    [
        "What is a hardship?\nThe bills that you cannot meet. Meal money and standby money are not part of it.",
        "What is base pay The answer is in your handbook.",
        "Incentive payments and commissions of agents are paid in March. We thank you for your work.",
        "You pay a fee. We pay an allowance to nobody; others pay and leave.",
    ],
)
def test_pay_is_not_told(text: str) -> None:
    assert "eligible_pay" not in fields(text)
