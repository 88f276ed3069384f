"""What stands beside the match and says nothing of it, and what does though few words are left of it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

from megaroth.reader import work

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


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("The College puts in a pension contribution, so there is no match and you need not save to get it.", "none"),
        ("There is no match on catch-up contributions and you may make them at any time.", None),
        ("The Company matches 80% of the first 5% of pay. If your savings vary, you could receive less than 80% of 5% of your pay for the year.", tiers((80, 5))),
    ],
)  # fmt: skip
def test_a_denial_and_what_goes_on_behind_it(text: str, match: object) -> None:
    assert fields(text).get("match") == match


def test_what_one_could_lose_is_no_period() -> None:
    text = "Each payday the Company matches 80% of the first 5% of pay. If your savings vary, you could get less than 80% of 5% of pay for the year."
    assert fields(text).get("match_period") == "payday"


def test_what_was_so_for_somebody_so_far_is_not_what_is_matched() -> None:
    text = "The match is 50% of the first 6% of pay. If you've been getting a match on after-tax contributions, sign up for pre-tax."
    assert "match_on_after_tax" not in fields(AFTER_TAX + text)


def test_a_group_in_the_name_of_the_only_plan_is_everybody() -> None:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"},
        b"Notice to members\nJune 2, 2021\nLocal 77\nRe: The Brant Paper Hourly Employees' Savings Plan\n\nThe match\nThe match is 50 cents on the dollar up to 6% of pay.\n\nThe Executive Board\n",
    )
    assert isinstance(told, dict)
    assert told["fields"]["match"]["value"] == tiers((50, 6))


@pytest.mark.parametrize(
    ("condition", "template"),
    [("if the Plan does not pass its annual test", False), ("if the Plan so permits", True)],
)
def test_a_test_that_is_failed_makes_no_form(condition: str, template: bool) -> None:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"},
        f"The Exemplar 401(k) Plan\n\nAfter-tax contributions: 1% to 5% of pay. After-tax contributions may be refunded {condition}.\n".encode(),
    )
    assert isinstance(told, dict)
    assert told["template"] is template
