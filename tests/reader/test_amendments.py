"""Sentences that amend a document: what they take out says nothing, what they put in its place does."""

from __future__ import annotations

import itertools

import pytest
from tests.reader.said import fields, tiers

PLAN = "Summary of Material Modifications of the 401(k) Plan, effective January 1, 2026.\n\nThe Plan accepts pre-tax and Roth contributions.\n\n"
PASSAGES = ("sentence on page 7", "paragraph headed “Other Money”", "section 3.4", "statement in your booklet")
SAYING = ("which said that", "that stated that", "which provides that")
GONE = ("is deleted", "has been removed", "is hereby superseded", "is no longer accurate")


@pytest.mark.parametrize(
    "said",
    [
        f"The {what}, {saying} voluntary after-tax contributions are not accepted, {gone}."
        for number, (what, saying, gone) in enumerate(itertools.product(PASSAGES, SAYING, GONE))
        if number % 3 == 0
    ],
)
def test_a_ban_that_is_taken_out_is_none(said: str) -> None:
    told = fields(PLAN + f"You may now make voluntary after-tax contributions of up to 9% of pay. {said}")
    assert told["after_tax_allowed"] == "yes"
    assert "after_tax_allowed" not in fields(PLAN + said) or "not accepted" not in said


@pytest.mark.parametrize(
    "said",
    [
        'The following sentence is deleted from page 3: "Members may make voluntary after-tax contributions of up to 10% of pay."',
        'This replaces the statement on page 9 that "voluntary after-tax contributions may be withdrawn at any time."',
        'This corrects the answer in the FAQ saying that voluntary after-tax contributions may be converted to Roth in the plan each night.',
    ],
)  # fmt: skip
def test_leave_that_is_only_quoted_is_none(said: str) -> None:
    told = fields(PLAN + said)
    assert not {"after_tax_allowed", "in_plan_conversion", "in_service_withdrawal", "after_tax_cap_percent"} & {
        name for name, value in told.items() if value not in ("no", "frozen")
    }


@pytest.mark.parametrize(
    "said",
    [
        "The match is increased to 80% of the first 5% of pay that you defer (formerly 50% of the first 6%).",
        "The company match, now 50% of the first 6% of pay, will become 80% of the first 5%.",
        "The matching contribution was changed from 50% of the first 6% of pay to 80% of the first 5% of pay.",
        "The employer match was previously 100% of the first 3% of pay and has been raised to 80% of the first 5% of pay.",
    ],
)
def test_of_a_changed_match_the_new_one_counts(said: str) -> None:
    assert fields(PLAN + said)["match"] == tiers((80, 5))


def test_a_match_to_come_is_not_yet() -> None:
    later = PLAN.replace("2026", "2031")
    told = fields(later + "The company match, now 50% of the first 6% of pay, will become 80% of the first 5%.")
    assert told.get("match") in (None, tiers((50, 6)))


def test_a_date_in_other_words_is_a_date() -> None:
    said = "The plan was closed to new after-tax contributions when it was merged into the group plan in 2019."
    assert fields(PLAN + said)["after_tax_allowed"] == "frozen"
