"""Money that leaves while one is employed: rows beside hardship and 59½, short answers below their title, `it` two sentences on."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TAKES = "You may make voluntary (non-Roth) after-tax contributions.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        # a row whose neighbours name hardship or 59½
        "Getting at your money\n\n- After-tax and rollover sources: at any age\n- Pre-tax: hardship\n- At 59 1/2: everything vested",
        "The plan in short\n\n- Two loans\n- After-tax: whenever you wish\n- Deferrals: 59 1/2 or hardship",
        "Before you retire\n\n- Hardship: pre-tax only\n- After-tax money: yours to withdraw at any time",
        # a short sentence below its title, which looks like a title itself
        "Withdrawals in service\n\nAfter-tax savings\nAt your request at any time. The least is $300.",
        "Can I withdraw my after-tax account?\nAny time, in full or in part. Forms are at the plant office.",
        # `it`, two sentences on
        "Your after-tax account holds what you put in. You can see it on your statement. It can be withdrawn at any time while you work here.",
        # what is left unconverted
        "After-tax contributions not yet converted may be withdrawn at any time.",
        "Taking money out. After-tax, not converted: at any age, once a quarter.",
        "No change for after-tax: participants may continue to withdraw from the after-tax account once every quarter.",
        "A participant may withdraw any part of the after-tax account at any time; provided, no more than two withdrawals shall be made in a plan year.",
        "Employees holding after-tax balances may withdraw them once every twelve months.",
        "An active member may withdraw all or part of his after-tax account for any reason without suspension.",
        "Before age 59 1/2, after-tax savings may be withdrawn at any time; however, company contributions may be withdrawn only in hardship.",
        # the alternative to a conversion; the layers of one account; a row called by its money
        "Contribute after-tax, then convert it to Roth in the plan twice a year, or take the after-tax money as an in-service rollover to a Roth IRA.",
        "A member who has not retired may withdraw from his after-tax account (a) the pre-1987 contributions and then (b) any other amount in it.",
        "Withdrawals while employed\n\nKind | Who | Of what\nAfter-tax withdrawal | Everybody | After-tax savings\nHardship | Those in need | Pre-tax savings",
    ],
)
def test_it_may_leave(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Changing what you save\n\n- After-tax: any time\n- Pre-tax: after a hardship withdrawal, wait six months",
        "Roth conversions\n\n- After-tax: any time\n- Pre-tax: from 59 1/2",
        "The plan in short\n\n- Rollover: at any age\n- After-tax: 59 1/2 or hardship",
        "Withdrawals while employed\n\nKind | Who | Of what\nAfter-tax withdrawal | Those over 59 1/2 | After-tax savings\nRollover | Everybody | Rollovers",
        "Can I change my after-tax election?\nAny time, up or down. Forms are at the plant office.",
        "Can I withdraw my rollover account?\nAny time, in full or in part. After-tax money is not matched.",
        "After-tax contributions are withheld each payday. An IRA is something else: you open it at a bank. It can be withdrawn at any time.",
        "After-tax contributions are withheld each payday. The match is made each quarter. It can be withdrawn at any time while you work here.",
        "Contributions cannot be withdrawn until age 59 1/2 unless a hardship is shown.",
    ],
)
def test_other_money_or_another_act_is_no_leave(text: str) -> None:
    assert "in_service_withdrawal" not in fields(TAKES + text)


def test_old_money_is_all_there_is() -> None:
    """Where no other after-tax money is named, that of before a date is all of it."""
    old = "Withdrawals - A participant may withdraw after-tax contributions made prior to January 1, 2015 at any time.\n\n"
    assert fields(old + "You may make pre-tax and Roth contributions.").get("in_service_withdrawal") == "yes"
    assert "in_service_withdrawal" not in fields(old + "After-tax contributions are limited to 5% of pay.")


@pytest.mark.parametrize(
    "text",
    [
        "You cannot take after-tax contributions out until age 59 1/2.",
        "After-tax contributions may not be withdrawn before you are 59 1/2 while you work here.",
        "After-tax money cannot be withdrawn while you are employed, unless you are 59 1/2 or older.",
    ],
)
def test_not_before_the_age_is_no_answer(text: str) -> None:
    """From that age on it is yes; which of the two is asked, nobody can tell."""
    assert "in_service_withdrawal" not in fields(TAKES + text)


@pytest.mark.parametrize(
    "text",
    [
        "Contributions cannot be withdrawn until age 59 1/2 unless they are after-tax contributions.",
        "Once your after-tax account has been withdrawn you cannot withdraw anything else until age 59 1/2.",
        "Earnings on after-tax contributions cannot be withdrawn until age 59 1/2.",
        "After-tax contributions that were converted cannot be withdrawn until age 59 1/2.",
        "After-tax contributions made since 2019 cannot be withdrawn until age 59 1/2.",
        "After-tax contributions cannot be withdrawn more than twice a year before age 59 1/2.",
    ],
)
def test_an_age_for_other_money_is_no_denial(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") != "no"
