"""Conversion that goes on by itself, told from conversion that has to be asked for each time: a wrong way costs tax on earnings."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

MONEY = "You can make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    "text",
    [
        "You can have your after-tax contributions moved to Roth every time you are paid.",
        "You can have after-tax contributions converted to Roth daily.",
        "You may have after-tax contributions converted to your Roth account without calling each time.",
        "After-tax contributions are converted to Roth once a month.",
        "Your after-tax contributions are swept into Roth as they come in.",
        "Call the service center to elect daily conversion of your after-tax contributions to Roth.",
        "You may convert after-tax contributions to Roth. You can also pick “Automate my conversions”, so you won't have to remember.",
        "The plan permits Roth in-plan conversions. On your request, Exemplar will convert after-tax contributions to Roth each payday, as they are made.",
        "Ask for an in-plan Roth conversion of after-tax contributions. If you would rather not call every time, have them converted each pay period without any action on your part.",
    ],
)
def test_it_goes_by_itself(text: str) -> None:
    assert fields(MONEY + text).get("in_plan_conversion") == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        "You can convert after-tax contributions to Roth once a month.",
        "You may convert your after-tax contributions to Roth up to once a quarter by calling.",
        "You may convert after-tax contributions to Roth. Each time you convert, you must call the service center.",
        "You can convert after-tax contributions to Roth. Conversions can be requested every day.",
        "At your request, after-tax contributions may be converted to Roth.",
    ],
)
def test_it_has_to_be_asked_for(text: str) -> None:
    assert fields(MONEY + text).get("in_plan_conversion") == "on-request"


def test_where_it_may_go_by_itself_on_a_condition_nobody_can_tell() -> None:
    text = "You may convert after-tax contributions to Roth. After-tax contributions are converted to Roth each payday if the committee agrees."
    assert "in_plan_conversion" not in fields(MONEY + text)


@pytest.mark.parametrize(
    "text",
    [
        "Your after-tax account can be converted to Roth in the plan. Standing requests are taken as well as single ones.",
        "A Participant may elect that his After-Tax Account be converted to Roth. Such election may be a continuing instruction.",
        "You can convert after-tax contributions to Roth, and ask that later after-tax contributions be switched each pay period.",
        "You can make after-tax contributions, and we will convert them to Roth on the same day; you don't have to tick anything.",
        "You may convert after-tax contributions to Roth. You can do so as often as you like. Or pick “Automate my conversions”.",
    ],
)
def test_one_request_for_all(text: str) -> None:
    assert fields(MONEY + text).get("in_plan_conversion") == "automatic"


def test_who_never_did_is_not_refused_and_other_money_is_not_after_tax_money() -> None:
    never = "Many of you make after-tax contributions and have never converted to Roth."
    assert fields(MONEY + never).get("in_plan_conversion") != "no"
    other = "You can at any time convert vested deferrals and profit sharing amounts to Roth."
    assert "in_plan_conversion" not in fields(MONEY + other)
    refused = "You may convert after-tax contributions to Roth. The recordkeeper does not take standing requests."
    assert fields(MONEY + refused).get("in_plan_conversion") == "on-request"


@pytest.mark.parametrize(
    "text",
    [
        "The trustees have voted not to allow in-plan conversions.",
        "Can I convert to Roth in the plan?\n\nWithin the Plan, no.",
    ],
)
def test_there_is_no_conversion(text: str) -> None:
    assert fields(MONEY + "\n\n" + text).get("in_plan_conversion") == "no"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("After-tax money (not converted): any time, any reason", "yes"),
        ("Unconverted after-tax any time.", "yes"),
        ("Pre-tax and Roth: age 59½", None),
    ],
)
def test_rows_below_withdrawals(row: str, said: str | None) -> None:
    text = f"{MONEY}\n\nWithdrawals while employed\n\n{row}\n"
    assert fields(text).get("in_service_withdrawal") == said


def test_what_changes_automatically_below_a_conversion_is_not_the_conversion() -> None:
    text = f"{MONEY}\n\nIn-plan Roth conversion\n\nYou may convert after-tax contributions to Roth by calling.\n\nOther matters\n\nYour rate changes automatically when your pay changes."
    assert fields(text).get("in_plan_conversion") == "on-request"
