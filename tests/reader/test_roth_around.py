"""Whether Roth deferrals are taken, where little words say it: refusals, bare questions, rows, accounts, and what a question takes for granted."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


@pytest.mark.parametrize(
    "text",
    [
        "We do not offer Roth yet.",
        "There is not a Roth account in the Plan.",
        "There are not yet any Roth contributions in our plan.",
        "Participants shall not be permitted to make contributions that are taxed, whether as Roth contributions or otherwise.",
        "An employee may neither be asked nor permitted to make contributions included in gross income, whether as designated Roth contributions or otherwise, except rollovers.",
        "Elective (pre-tax) contribution:      1% to 90% of base salary\nRoth elective contribution:           Not adopted\nEmployer match:                       100% of the first 3%\n",
    ],
)
def test_refused(text: str) -> None:
    assert fields(text).get("roth_deferrals") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Pre-tax?\n\nRoth?\n\nBoth are on offer.",
        "What are the benefits of making Roth contributions?\n\nYou pay the tax now, and none later.",
        "Why would I choose Roth deferrals?\n\nThe tax is paid up front.",
        "A Participant may withdraw from the Pre-Tax Contribution Account and the Roth Contribution Account to meet a need.",
        "The plan lets you save part of your pay before taxes or, if you like, as a designated Roth contribution.",
    ],
)
def test_taken(text: str) -> None:
    assert fields(text).get("roth_deferrals") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "There is not a Roth conversion in the plan.",
        "Participants are not permitted to make Roth contributions after they leave.",
        "Participants shall not be permitted to make catch-up contributions, whether as Roth contributions or otherwise, before age 50.",
        "Why would I choose a Roth IRA?\n\nIt grows tax free.",
        "What would be the benefits of making Roth contributions?\n\nThe plan does not offer them.",
        "Traditional?\n\nRoth?\n\nWe have only the first.",
        "A former Participant's Pre-Tax Contribution Account and Roth Contribution Account of the prior plan were merged.",
        "Roth contributions | Old plan | New plan\nRoth contributions | Not offered | Offered\n",
    ],
)
def test_left_open(text: str) -> None:
    assert fields(text).get("roth_deferrals") is None
