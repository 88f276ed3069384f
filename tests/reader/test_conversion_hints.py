"""Where a passage hints that conversion can be set up to go by itself, it is never called on request."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

from megaroth.reader.conversion_hints import CLEAR, hint

KINDS = "You can make pre-tax, Roth and traditional after-tax contributions. "
LEAVE = "You may convert after-tax contributions to Roth inside the Plan. "


def way(text: str) -> str | None:
    said = fields(KINDS + text).get("in_plan_conversion")
    assert said is None or isinstance(said, str)
    return said


@pytest.mark.parametrize(
    "text",
    [
        "Do it online when it suits you, or have Keystone do it for you with each paycheck.",
        "You can ask for one at any time, or sign up once and let it happen automatically.",
        "Request one by phone, or switch on the recurring conversion so that each deposit is converted as it posts.",
        "Either call us when you want one, or elect to have it done daily by itself.",
        "You can do this by hand, or leave it to the automated conversion service.",
        "You can do this whenever you like, or instruct the recordkeeper to do it automatically after every contribution.",
        "To have it done for you every pay period, check the box on the website.",
    ],
)
def test_clear_hint_is_automatic(text: str) -> None:
    assert way(LEAVE + text) == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        "Many people sign up for the feature so they need not think about it again.",
        "You only have to tell us one time.",
        "Ask Keystone about turning it on.",
        "Your instruction stays in effect until you cancel it, and covers money that comes in later.",
        "You can also let Keystone take care of it.",
        "If you turn the switch on, each contribution follows on its own.",
        "A standing order can be left with the recordkeeper.",
        "Some prefer to have it handled with every payroll.",
    ],
)
def test_any_hint_is_not_on_request(text: str) -> None:
    assert way(LEAVE + text) != "on-request"


@pytest.mark.parametrize(
    "text",
    [
        "Each conversion needs a new request.",
        "Conversions are not automatic.",
        "Call Keystone each time you want to convert.",
        "Requests received by 4 p.m. are processed the same day.",
        "Once made, a conversion cannot be undone.",
        "Your deferral rate goes up automatically each year.",
        "Taxes on a conversion are reported automatically on Form 1099-R.",
        "From then on the growth is free of tax.",
        "The recordkeeper cannot set up recurring conversions.",
        "A recurring option is on the vendor's list, with no date.",
        "The plan does not convert anything for you.",
        "Your account is rebalanced every quarter.",
        "Whenever your salary goes up, what is deducted each payday goes up automatically with it.",
        "Every time you call, the entire balance is converted automatically.",
    ],
)
def test_no_hint(text: str) -> None:
    assert way(LEAVE + text) == "on-request"


def test_a_hint_needs_the_conversion() -> None:
    assert hint("it can be done automatically with each payroll.", after=True) == CLEAR
    assert hint("it can be done automatically with each payroll.", after=False) == ""
    assert hint("your rate can be raised automatically each year.", after=True) == ""
