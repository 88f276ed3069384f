"""Savings that are carried on after-tax at the limit on deferrals, or are not, or of which nothing is said."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


def _read(text: str) -> object:
    return fields(text).get("spillover")


@pytest.mark.parametrize(
    "text",
    [
        "When you reach the IRS limit, your contributions roll into after-tax.",
        "Our spillover feature moves you to after-tax when pre-tax hits the limit.",
        "Contributions above the IRS limit will be treated as after-tax contributions unless you tell us otherwise.",
        "Once you max out, payroll keeps taking the same percentage, now after-tax.",
        "At the limit your deferrals don't stop: the same rate is withheld after-tax.",
        "After you hit the 402(g) limit the excess goes in as voluntary after-tax contributions.",
        "Spillover: Yes",
        "Automatic spillover to after-tax is included.",
        "The plan automatically continues your savings on an after-tax basis when you can't put in more pre-tax.",
        "If you elect the spillover option, contributions past the limit are made after-tax.",
        "You can turn on spillover so that contributions keep going after-tax once you've hit the limit.",
        "An employee who reaches the dollar limit is switched to after-tax for the rest of the year without having to do anything.",
        "What happens when I reach the limit? Your election carries over to after-tax.",
        "No need to change your election at the IRS limit. The system changes it to after-tax for you.",
        "The overflow goes to your after-tax account.",
        "Savings in excess of the elective deferral limit overflow into your after-tax account.",
        "Whatever you elected beyond the pre-tax limit is taken after-tax instead.",
        "After-tax takes over where pre-tax leaves off: when the limit is met, the deduction goes on as after-tax.",
        "Employees are defaulted into after-tax when they hit the limit.",
        "When the maximum pre-tax amount is reached, the remaining contributions for the year will be after-tax.",
        "What if I max out in August? Your paycheck contributions simply keep coming out, but as after-tax.",
        "After your pre-tax and Roth contributions hit $24,500, further contributions are automatically treated as after-tax.",
        "With spillover, you never miss match: contributions convert to after-tax status at the limit.",
        "Spillover to after-tax: automatic",
        "You won't have to change anything when you reach the limit; we'll simply change the tax treatment of your contributions to after-tax.",
        "Unless you opt out, reaching the limit moves your election to after-tax.",
        "The plan's default at the 402(g) limit is to continue contributions as after-tax.",
        "Members who reach the limit have the excess credited to their after-tax accounts.",
        "Payroll will start after-tax deductions for you as soon as you hit the IRS limit.",
    ],
)
def test_it_is_said_that_it_is(text: str) -> None:
    assert _read(text) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "When you reach the limit, contributions stop until January. There's no spillover into after-tax.",
        "Pre-tax contributions don't turn into after-tax when you reach the limit.",
        "The plan has no spillover feature.",
        "Spillover: No",
        "We don't offer automatic spillover to after-tax.",
        "Once you hit the limit, you must make a separate after-tax election; your contributions won't continue on their own.",
        "After-tax contributions don't begin automatically when pre-tax ends. You have to elect them.",
        "Will my contributions continue after-tax when I hit the limit? No, you have to elect after-tax separately.",
        "Reaching the limit does not trigger after-tax contributions.",
        "Your payroll deductions end at the IRS limit, and nothing is redirected to after-tax.",
        "To go on saving past the limit you need to have an after-tax election on file; pre-tax won't be changed to after-tax for you.",
        "Spillover was discontinued in 2022.",
        "Your contributions won't spill over into after-tax.",
        "There is no automatic spillover. You need your own after-tax election.",
        "When you reach the IRS limit, we stop your contributions. We do not carry them on as after-tax.",
        "Contributions that would exceed the limit are simply not taken; they are not converted to after-tax.",
        "If you want to save after-tax past the limit, you have to make an after-tax election. It isn't done for you.",
        "The spillover option isn't available in our plan.",
        "Does pre-tax roll into after-tax at the limit? It doesn't.",
        "Spillover from pre-tax to after-tax: not offered",
    ],
)
def test_it_is_said_that_it_is_not(text: str) -> None:
    assert _read(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "When you reach the limit you may make after-tax contributions.",
        "After-tax contributions may be made in addition to pre-tax.",
        "Some plans have a spillover feature that moves you to after-tax.",
        "Your after-tax contributions are automatically converted to Roth.",
        "We plan to add spillover to after-tax next year.",
        "Catch-up contributions begin automatically when you reach the limit (spillover to catch-up). After-tax contributions are separate.",
        "If you reach the limit, your contributions stop.",
        "After-tax contributions begin the first of the month after you elect them.",
        "Are you on track to hit the limit? Consider after-tax contributions.",
        "Should spillover to after-tax be adopted, you'll get a notice.",
        "Loan payments are switched to after-tax payroll deductions.",
        "In a plan with spillover, deferrals go on as after-tax at the limit.",
        "You can change your after-tax election at any time.",
        "The IRS limit for 2026 is $24,500. After-tax contributions can go up to the total limit.",
        "Reaching the limit early may cost you match; consider spreading contributions.",
        "Your after-tax contributions will continue until you change them.",
        "Excess contributions are returned by April 15.",
        "Your contributions will be deducted after-tax if you choose Roth, up to the IRS limit.",
        "Roth contributions are taken after-tax and count toward the IRS limit.",
        "After-tax contributions are switched to Roth every night.",
        "Some companies' plans continue contributions after-tax at the limit.",
        "Once you reach the limit, you might want to start after-tax contributions.",
        "The company could introduce a spillover feature after the system change.",
    ],
)
def test_nothing_is_said_of_it(text: str) -> None:
    assert _read(text) is None
