"""What a title, a row or the sentence before leaves to a few words: `any time`, `they were discontinued`, `available for …`."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

APART = "\n\nRoth contributions are taxed first; traditional after-tax contributions are not Roth."


@pytest.mark.parametrize(
    "text",
    [
        "7. MONEY OUT WHILE EMPLOYED\n\n7.1 59½. Any vested amount.\n7.2 After-Tax Account. Part or all, any time.",
        "WITHDRAWALS WHILE WORKING\n\nClass Z: voluntary after-tax money with its earnings. At any time, but twice a year at most.",
        "MY VOLUNTARY AFTER-TAX BALANCE\n\nYour options:\n1. Leave it.\n2. Withdraw. Any time, no minimum.",
        "ABOUT TRADITIONAL AFTER-TAX\n\nConversion       by phone\nWithdrawal       whenever you like",
        "IN-SERVICE WITHDRAWALS\n\nVoluntary after-tax and rollover accounts, any time.\nThe rest at 59½.",
        "TAKING MONEY OUT EARLY\n\nUnmatched voluntary after-tax savings, pre-tax rollover: on request.",
        "Traditional after-tax money that's not converted may be withdrawn at any time.",
        "In-service withdrawals: traditional after-tax (max. 2 a year, at least $500); rollovers; all at 59½.",
    ],
)
def test_any_time_below_its_name(text: str) -> None:
    assert fields(text + APART).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "LOANS\n\nVoluntary after-tax and rollover accounts: any time.",
        "AFTER YOU LEAVE\n\nVoluntary after-tax and rollover accounts: any time.",
        "WITHDRAWALS WHILE WORKING\n\nBefore-tax and voluntary after-tax accounts: any time.",
        "CHANGING YOUR ELECTION\n\nVoluntary after-tax contributions.\nAny time.",
        "WITHDRAWALS WHILE WORKING\n\nVoluntary after-tax contributions are limited. Any time you are 59½ you may withdraw.",
        "MY VOLUNTARY AFTER-TAX BALANCE\n\nWithdraw. At 59½ or in hardship.",
        "Traditional after-tax money that's not vested may be withdrawn at no time.",
    ],
)
def test_any_time_of_something_else(text: str) -> None:
    assert fields(text + APART).get("in_service_withdrawal") != "yes"


@pytest.mark.parametrize(
    "text",
    [
        "From 1985 to 2010 participants could make traditional after-tax contributions. They were discontinued on December 31, 2010, and cannot be made now.",
        "Before 2003 you could make traditional after-tax contributions. Those ended for good on 12/31/2002.",
        "The old plan took traditional after-tax contributions of 5%. These were phased out on June 30, 2011.",
    ],
)
def test_they_were_ended(text: str) -> None:
    assert fields(text).get("after_tax_allowed") in ("frozen", "no")


@pytest.mark.parametrize(
    "text",
    [
        "You may make traditional after-tax contributions. They may be discontinued by you at any time.",
        "You may make traditional after-tax contributions and catch-up contributions. Those ended for nobody.",
        "You may make traditional after-tax contributions of 1% to 9%. It was the first plan of its kind.",
    ],
)
def test_they_were_not_ended(text: str) -> None:
    assert fields(text).get("after_tax_allowed") not in ("frozen", "no")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There's no provision for traditional after-tax contributions apart from Roth.", "no"),
        ("After-tax?\nNo. The plan has never had traditional after-tax contributions.", "no"),
        (
            "Does the plan allow traditional after-tax contributions?\nNot today. The Exemplar 401(k) takes pre-tax and Roth only.",
            "no",
        ),
        ("Are traditional after-tax contributions matched?\nThe plan matches pre-tax and Roth only.", None),
        ("You can also save 1%–5% as traditional after-tax contributions (not for HCEs).", "yes"),
        ("Traditional after-tax money put in since 1990 is shown apart.", None),
        (
            "You may save up to 60% of pay as pre-tax and/or Roth contributions and may save up to 20% of pay as after-tax contributions.",
            "yes",
        ),
        (
            "The Plan permits Roth deferrals. In addition, the Plan permits after-tax contributions of up to 10% of pay.",
            "yes",
        ),
        ("The Plan permits Roth deferrals. These are after-tax contributions of up to 10% of pay.", None),
    ],
)
def test_whether_they_are_taken(text: str, value: str | None) -> None:
    assert fields(text).get("after_tax_allowed") == value


@pytest.mark.parametrize(
    "text",
    ["Neither plan has Roth at this time.", "Neither of the plans offers a Roth option."],
)
def test_neither_plan(text: str) -> None:
    assert fields(text).get("roth_deferrals") == "no"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ROTH CONVERSIONS INSIDE THE PLAN\n\nThe keeper's name. Available for voluntary after-tax and rollovers. Call.", "on-request"),
        ("MOVING AFTER-TAX MONEY TO ROTH\n\nNot at present.", "no"),
        ("Can I switch my voluntary after-tax money over to Roth?\nThe Trustees have not adopted that.", "no"),
        ("The plan has no Roth, thus no Roth conversion either.", "no"),
        (
            "You may convert traditional after-tax money to Roth, and it can be set to happen each time a contribution is credited.",
            "automatic",
        ),
        ("You may convert traditional after-tax money to Roth; the statement can be set to go out each month.", "on-request"),
    ],
)  # fmt: skip
def test_conversion_in_few_words(text: str, value: str) -> None:
    assert fields(text).get("in_plan_conversion") == value


def test_conversions_that_are_counted_apart() -> None:
    text = "IN-PLAN ROTH CONVERSION\n\nYou may convert your voluntary after-tax account to Roth in the plan. Requests are taken online or by phone, at most three in a calendar year."
    assert fields(text).get("conversions_per_year") == 3
    text = "CAN I CHANGE VOLUNTARY AFTER-TAX INTO ROTH WITHOUT TAKING IT OUT?\nYes. Call the plan.\nIt's limited to 2 in a calendar year."
    assert fields(text).get("conversions_per_year") == 2


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Employee contribution types\nBefore-tax (BEF)    Min 1%   Max 60%\nRoth (ROT)          Min 1%   Max 60%\nAfter-tax (AFT)     Min 1%   Max 12%", "after_tax_allowed", "yes"),
        ("Employee contribution types\nBefore-tax (BEF)    Min 1%   Max 60%\nRoth (ROT)          Min 1%   Max 60%\nAfter-tax (AFT)     Min 1%   Max 12%", "roth_deferrals", "yes"),
        ("There's no traditional after-tax option in the plan.", "after_tax_allowed", "no"),
        ("There is no provision in the plan for traditional after-tax contributions.", "after_tax_allowed", "no"),
        ("Traditional after-tax contributions ended on June 30, 2014. Nobody can make them now.", "after_tax_allowed", "frozen"),
        ("You tell the plan if they are to be pre-tax contributions, Roth contributions or after-tax contributions.", "after_tax_allowed", "yes"),
        ("IRR is available for voluntary after-tax money. Call to request one.", "in_plan_conversion", "on-request"),
        ("The fund's IRR after fees was 5%. Voluntary after-tax money is not Roth.", "in_plan_conversion", None),
    ],
)  # fmt: skip
def test_codes_and_short_words(text: str, field: str, value: str | None) -> None:
    assert fields(text).get(field) == value
