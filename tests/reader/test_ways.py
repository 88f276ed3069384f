"""Ways to say it that are not the usual ones: what may be withdrawn, names of its own, halves of a thought in two sentences."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.test_traps import ROTH_ONLY, TAKES, _fields

MAY_BE_WITHDRAWN = [
    "Withdrawals While You Are Working\nAfter-tax contributions: whenever you wish, for any purpose.",
    "In-Service Withdrawals\nYour after-tax account may be drawn upon at any time.",
    "There are no restrictions on withdrawals of after-tax contributions while you are employed.",
    "No restrictions apply to in-service withdrawals from your after-tax account.",
    "You may take out your after-tax contributions whenever you like, even while you are still working here.",
    "Withdrawals During Employment\nYou may withdraw from your accounts in this order: after-tax contributions first, then rollover contributions. Withdrawals may be made at any time and for any reason.",
    "While you are an active employee, your after-tax contributions and their earnings are available to you at any age.",
    "The restrictions on withdrawals before age 59 1/2 do not apply to your after-tax account.",
    "Unlike your pre-tax and Roth accounts, your after-tax account may be withdrawn before age 59 1/2 for any reason.",
    "You can request a withdrawal of after-tax money once every six months while employed; no reason is required.",
    "A Member may, upon thirty days' notice, withdraw all or any part of his After-Tax Account while in the employ of the Employer.",
    "Can I take after-tax money out while I'm still employed?\nYes. After-tax contributions and earnings can come out at any time.",
    "Am I able to withdraw my after-tax contributions before I leave?\nYes, up to four times a year.",
    "In-Service Withdrawals\nAfter-tax account: up to twice a year, $250 minimum.",
    "Withdrawals before you leave\nAfter-Tax Savings Account: at any age.",
    "After-tax and rollover money. You can take it out whenever you like while you work here.",
    "Your after-tax account. While employed, you may withdraw it in whole or in part, as often as once a month.",
    "Taking Money Out While Employed\nAfter-tax contributions. These can be withdrawn at any time. No reason is needed.",
    "You do not need a hardship to withdraw after-tax contributions while you are employed.",
    "You may withdraw the value of your after-tax account in-service without having to show a hardship.",
    "In-service withdrawals of after-tax amounts are unrestricted.",
    "After-tax contributions can be accessed by active participants at any time.",
    "Regardless of your age, you may withdraw after-tax contributions while still employed.",
    "Non-Hardship Withdrawals\nYou may withdraw all or part of the value of your after-tax contributions account. The minimum is $500.",
    "Types of in-service withdrawals\n• After-tax withdrawal: you may withdraw after-tax contributions and earnings at any time.",
    "Participants who are still employed may elect a distribution of their after-tax account at any time.",
    "Except for your after-tax account, which you may withdraw at any time, your account cannot be withdrawn while you are employed.",
    "You can roll your after-tax balance out of the plan to a Roth IRA at any time while employed.",
]  # fmt: skip
MAY_NOT_BE_WITHDRAWN_FREELY = [
    "Withdrawals While You Are Working\nAfter-tax contributions: age 59 1/2 or hardship.",
    "In-Service Withdrawals\nRollover account: up to twice a year. After-tax account: see the plan document.",
    "Restrictions apply to withdrawals of after-tax contributions while you are employed.",
    "You may withdraw from your accounts in this order in a hardship: after-tax contributions first, then pre-tax.",
    "The minimum hardship withdrawal from the after-tax account is $500, once every six months.",
    "While you are an active employee, statements of your after-tax contributions are available to you at any age.",
    "After you leave, you may take out your after-tax contributions whenever you like.",
    "Can I take after-tax money out while I'm still employed?\nOnly after age 59 1/2.",
    "After-tax account. You may change it at any time while employed.",
    "Upon disability you do not need to show a hardship to withdraw after-tax contributions.",
    "Loans\nAfter-tax account: up to twice a year, $1,000 minimum.",
    "Payments after you leave\nAfter-Tax Savings Account: at any age.",
    "In-service withdrawals are unrestricted for rollover contributions. After-tax contributions stay in the Plan.",
    "You may stop and start after-tax contributions as often as once a month while employed.",
    "Investments\nAfter-tax account: you may move it among the funds at any time.",
]  # fmt: skip
NAMED = [
    (
        '"Class C Contributions" means amounts taken from pay after income tax that are not Roth contributions. Class C Contributions may be as much as 10% of pay.',
        "after_tax_allowed",
    ),
    (
        "A Participant may elect Supplemental Contributions of up to 15% of pay. Supplemental Contributions are includible in gross income when made and are not designated Roth contributions.",
        "after_tax_allowed",
    ),
    (
        "Bucket three (after-tax, not Roth): you may contribute 1% to 12% of pay.\n\nWhile employed, you may withdraw bucket three at any time.",
        "in_service_withdrawal",
    ),
    (
        "3.4 Voluntary Employee Deposits. A Participant may contribute up to 10% of pay from wages that have already been taxed. These deposits are not Roth contributions.\n\n7.2 A Participant may withdraw deposits under Section 3.4 at any time while employed.",
        "in_service_withdrawal",
    ),
    (
        "The plan also takes Thrift Deposits, which are made from pay that has already been taxed and are not Roth. You may make Thrift Deposits of up to 8% of pay.",
        "after_tax_allowed",
    ),
    (
        "You may make after-tax, non-Roth contributions (AEC) of up to 10% of pay.\n\nYour AEC balance can be converted to Roth in the plan on request.",
        "in_plan_conversion",
    ),
    (
        "Lane 3 is money you have already paid tax on; it is not Roth. You can put in up to 10% of pay in Lane 3.",
        "after_tax_allowed",
    ),
]  # fmt: skip
NOT_NAMED = [
    '"Class B Contributions" means amounts taken from pay after income tax that you designate as Roth contributions. Class B Contributions may be as much as 10% of pay.',
    "A Participant may elect Supplemental Contributions of up to 15% of pay. Supplemental Contributions are before-tax contributions above 6% of pay.",
    "Bonus Deposits are made by the employer from its after-tax profits. Bonus Deposits may be as much as 10% of pay.",
    "You may elect Flex Savings of up to 10% of pay. Flex Savings are Roth contributions, made after tax.",
    "Basic Savings may be made before tax or after tax (Roth). You may elect Basic Savings of up to 10% of pay.",
]  # fmt: skip


@pytest.mark.parametrize("text", MAY_BE_WITHDRAWN)
def test_it_may_be_withdrawn(text: str) -> None:
    assert _fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize("text", MAY_NOT_BE_WITHDRAWN_FREELY)
def test_it_is_not_said_that_it_may_be_withdrawn(text: str) -> None:
    assert _fields(TAKES + text).get("in_service_withdrawal") != "yes"


@pytest.mark.parametrize(("text", "field"), NAMED)
def test_a_name_of_its_own_is_understood(text: str, field: str) -> None:
    told: dict[str, Any] = _fields(ROTH_ONLY + text)
    assert told.get(field) in ("yes", "on-request")


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_name_of_other_money_stays_that(text: str) -> None:
    assert "after_tax_allowed" not in _fields(ROTH_ONLY + text)
