"""Roth deferrals said in plain words: taken, not taken, and what is supposed, hoped for or said of something else."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


def _read(text: str) -> object:
    return fields(text).get("roth_deferrals")


@pytest.mark.parametrize(
    "text",
    [
        "You can go Roth with some or all of your deferrals.",
        "Roth is an option in our plan.",
        "Our 401(k) has a Roth side.",
        "Pick Roth, pre-tax or a mix when you enroll.",
        "Choose Roth if you'd rather pay tax now.",
        "Roth contributions come out of your paycheck after tax.",
        "Employees' Roth deferrals are credited to a separate account.",
        "You may split your 10% any way you like between pre-tax and Roth.",
        "Want tax-free income in retirement? Make Roth contributions.",
        "To change from pre-tax to Roth contributions, log in to the portal.",
        "Roth: yes",
        "The Roth 401(k) was added in 2019.",
        "Designated Roth Contributions are permitted.",
        "A Participant may irrevocably designate all or a portion of Elective Deferrals as Roth.",
        "Your deferrals may be before-tax or Roth.",
        "Our plan lets you make Roth contributions whatever your income.",
        "There are no income limits on Roth contributions to our plan.",
        "Roth or traditional? It's your call.",
        "Both traditional and Roth contributions are matched.",
        "If you do not choose Roth, your deferrals will be pre-tax.",
        "Deferrals are pre-tax unless you elect Roth.",
        "Roth 401(k) deferrals: available",
        "We take Roth money, too.",
        "You have two buckets: pre-tax and Roth.",
        "Starting this July you'll be able to make Roth contributions. (July 2024)",
    ],
)
def test_it_is_said_that_it_is(text: str) -> None:
    assert _read(text) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Roth contributions aren't part of this plan.",
        "There is no Roth option.",
        "No Roth.",
        "We don't have a Roth 401(k).",
        "The plan has no Roth feature.",
        "Roth: not available",
        "All deferrals are pre-tax; Roth is not offered.",
        "The Plan does not permit Designated Roth Contributions.",
        "Can I make Roth contributions? Not at this time.",
        "Is there a Roth option? No.",
        "Our plan doesn't include Roth.",
        "Roth deferrals may not be made under the Plan.",
        "You cannot designate any part of your deferrals as Roth.",
        "Participants have no Roth choice.",
        "Roth contributions have never been allowed.",
        "Deferrals cannot be made on a Roth basis.",
        "The Plan is a pre-tax plan only. Roth contributions can't be made.",
        "The committee decided against adding a Roth option.",
        "A Roth account isn't available under this Plan.",
        "Neither Roth deferrals nor after-tax contributions are permitted.",
    ],
)
def test_it_is_said_that_it_is_not(text: str) -> None:
    assert _read(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "You can convert your after-tax balance to Roth.",
        "Roth IRA rollovers are accepted.",
        "A Roth IRA has income limits.",
        "Your distribution can be rolled over to a Roth IRA.",
        "Example: Ana puts $5,000 in a Roth 401(k) and pays tax on it today.",
        "In-plan Roth conversions of vested balances are permitted.",
        "The company may add Roth contributions in the future.",
        "Many plans offer Roth contributions.",
        "Loans are not available from Roth accounts.",
        "Hardship withdrawals of Roth deferrals are not allowed.",
        "We'd like to offer Roth next year.",
        "If your plan allows Roth contributions, they are made after tax.",
        "A Roth 401(k) is a kind of account that some employers offer.",
        "Suppose you contribute $200 to a Roth account.",
        "Roth rollovers are not accepted.",
        "Imagine two colleagues, one saving Roth, the other pre-tax.",
        "Catch-up contributions of those paid more than $150,000 must be Roth under the new law, where a plan has Roth.",
    ],
)
def test_nothing_is_said_of_it(text: str) -> None:
    assert _read(text) is None
