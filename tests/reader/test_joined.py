"""Two plans of which one goes into the other: what is said of the one that goes is not said of the plan there will be."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

from megaroth.reader import work

MERGER = "On March 1, 2024, the Harlow Mills 401(k) Plan will merge into the Tarn River Savings Plan.\n\n"
SAID = (
    "Harlow matched 40% of the first 5% of pay. Tarn River matches 100% of the first 4% of pay, each pay period.",
    "Company match\nHarlow: 40% of the first 5%, once a year.\nTarn: 100% of the first 4%, each pay period.",
    "What does Tarn River match?\n100% of the first 4% of pay you save, each pay period. Harlow's match was 40% of the first 5%.",
)


@pytest.mark.parametrize("text", SAID)
def test_what_the_plan_that_goes_matched_does_not_count(text: str) -> None:
    read = fields(MERGER + text)
    assert read.get("match") == tiers((100, 4))
    assert read.get("match_period") == "payday"


@pytest.mark.parametrize(
    "merger",
    [
        "",
        "On March 1, 2031, the Harlow Mills 401(k) Plan will merge into the Tarn River Savings Plan.\n\n",  # not yet
        # nobody can say which one is left
        f"{MERGER}The Tarn River Savings Plan will merge into the Harlow Mills 401(k) Plan.\n\n",
    ],
)
@pytest.mark.parametrize("text", SAID)
def test_of_two_plans_that_both_are_there_neither_is_believed(text: str, merger: str) -> None:
    assert fields(merger + text).get("match") in (None, "unknown")


def test_columns_with_the_names_of_both() -> None:
    text = (
        "What becomes of the Harlow Mills 401(k)?\nOn May 1, 2023 balances are transferred to the Tarn River Savings Plan.\n\n"
        "How do they compare?\n\n"
        "                         Harlow Mills            Tarn River\n"
        "Match                    20% of first 10%        80% of first 5%\n"
        "Match timing             Once a year             Each paycheck\n"
        "Loans                    1                       2\n"
    )
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict)
    read = {name: field["value"] for name, field in told["fields"].items()}
    assert read.get("match") == tiers((80, 5))
    assert read.get("match_period") == "payday"


def test_the_people_who_come_along_are_no_plan() -> None:
    read = fields(f"{MERGER}Harlow associates are matched 100% of the first 4% of pay from that day on.")
    assert read.get("match") == tiers((100, 4))
