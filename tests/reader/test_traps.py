"""Sentences that look like an answer and are none. A wrong yes, and a wrong no, on the three critical fields."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work

ROTH_ONLY = "Exemplar 401(k) Plan. You may make pre-tax and Roth 401(k) contributions.\n\n"
TAKES = "Exemplar 401(k) Plan. You can make pre-tax, Roth and after-tax contributions.\n\n"
HAS_ALL = (
    TAKES.strip()
    + " You may request an in-plan Roth conversion of your after-tax account. You may withdraw your after-tax account at any"
    " time while employed.\n\n"
)
NOT_IN_A_ROTH_PLAN = [
    ("You may not roll over after-tax contributions from an IRA into the Plan.", "after_tax_allowed"),
    ("The Plan does not accept rollovers of after-tax contributions.", "after_tax_allowed"),
    ("After-tax contributions are accepted as rollovers only.", "after_tax_allowed"),
    ("You can choose to pay your loan with after-tax contributions.", "after_tax_allowed"),
    (
        "Your spouse may waive the benefit. After-tax contributions you made before 1987 may be withdrawn tax free.",
        "after_tax_allowed",
    ),
    (
        "Employees of the Puerto Rico subsidiary may make after-tax contributions of up to 10% of pay.",
        "after_tax_allowed",
    ),
    ("You may make contributions on a pre-tax and/or after-tax basis.", "after_tax_allowed"),
    ("The total of your pre-tax and after-tax contributions cannot exceed 50% of pay.", "after_tax_allowed"),
    ("If you make after-tax contributions to another employer's plan, tell us.", "after_tax_allowed"),
    (
        "Participants in the Prior Plan could make after-tax contributions. The Plan holds these amounts in an After-Tax Account.",
        "after_tax_allowed",
    ),
    ("The Plan may be amended to allow after-tax contributions.", "after_tax_allowed"),
    ("The Plan previously permitted voluntary after-tax contributions.", "after_tax_allowed"),
    ("Under federal law, a plan may accept voluntary after-tax contributions.", "after_tax_allowed"),
    (
        "Examples of contributions that count toward the limit: pre-tax, Roth and after-tax contributions.",
        "after_tax_allowed",
    ),
    (
        "Annual additions include pre-tax, Roth, and after-tax contributions, and employer contributions.",
        "after_tax_allowed",
    ),
    ("You may convert a traditional IRA to a Roth IRA.", "in_plan_conversion"),
    (
        "When you leave, you may roll your account to a Roth IRA; this is called a Roth conversion.",
        "in_plan_conversion",
    ),
    (
        "Amounts converted in an in-plan Roth conversion before 2015 are held in a separate account.",
        "in_plan_conversion",
    ),
]
NOT_IN_A_PLAN_THAT_TAKES_IT = [
    (
        "You may roll over your after-tax contributions to a Roth IRA after you terminate employment.",
        "in_plan_conversion",
    ),
    ("In-plan Roth conversions made by former employees are not permitted.", "in_plan_conversion"),
    ("You may not convert outstanding loan balances in an in-plan Roth conversion.", "in_plan_conversion"),
    (
        "Contributions are automatically converted to after-tax contributions once you reach the limit.",
        "in_plan_conversion",
    ),
    ("Company stock dividends are automatically converted to shares.", "in_plan_conversion"),
    ("Taxes are not automatically withheld from an in-plan Roth conversion.", "in_plan_conversion"),
    ("You may withdraw your after-tax contributions if you have a financial hardship.", "in_service_withdrawal"),
    ("You may withdraw your after-tax contributions after age 59 1/2 while still employed.", "in_service_withdrawal"),
    ("When you retire you may withdraw your after-tax contributions at any time.", "in_service_withdrawal"),
    ("You may change or stop your after-tax contributions at any time.", "in_service_withdrawal"),
    ("If you withdraw after-tax contributions, the earnings are taxable.", "in_service_withdrawal"),
    (
        "You may not withdraw your pre-tax contributions while employed. After-tax contributions are held in trust.",
        "in_service_withdrawal",
    ),
    ("A beneficiary may withdraw the after-tax account at any time.", "in_service_withdrawal"),
    ("After you terminate employment you may withdraw your after-tax account at any time.", "in_service_withdrawal"),
    ("You may take a loan from your after-tax account at any time.", "in_service_withdrawal"),
    ("You may request a distribution of excess after-tax contributions while employed.", "in_service_withdrawal"),
    ("In-service withdrawals are not available from your after-tax account until age 59 1/2.", "in_service_withdrawal"),
    (
        "In-service withdrawals from the match account are not permitted. After-tax contributions are always vested.",
        "in_service_withdrawal",
    ),
    ("Alternate payees may take a distribution of the after-tax account at any time.", "in_service_withdrawal"),
    ("You can withdraw rollover contributions at any time, but not after-tax contributions.", "in_service_withdrawal"),
]
CHANGES_NOTHING = [
    "After-tax contributions are not matched.",
    "You may not make after-tax contributions while on unpaid leave.",
    "After-tax contributions will be discontinued when you reach the annual limit.",
    "You cannot make after-tax contributions by personal check.",
    "Roth contributions may not be converted to after-tax contributions.",
    "In-plan Roth conversions cannot be reversed.",
    "In-plan Roth conversions are not subject to withholding.",
    "In-plan Roth conversions are not permitted for beneficiaries.",
    "Withdrawals of after-tax contributions are not subject to the 10% tax on the basis.",
    "You may not repay a withdrawal of after-tax contributions.",
    "Contributions after tax are no longer deductible on state returns.",
    "Pre-tax contributions may not be withdrawn while you are employed.",
    "In-service withdrawals of match money are not permitted.",
    "If you take a hardship withdrawal, you are no longer suspended from making after-tax contributions.",
    "Effective January 1, 2019, the suspension of after-tax contributions following a withdrawal was eliminated.",
    "The 10% cap on after-tax contributions was eliminated in 2022.",
    "After-tax contributions are not available to interns.",
    "The Plan no longer limits after-tax contributions to 10% of pay.",
    "The Plan does not permit after-tax contributions in excess of 15% of pay.",
    "After-tax contributions that exceed the limit are not permitted to remain in the Plan.",
    "The Plan does not allow partial in-plan Roth conversions of less than $500.",
    "Employer contributions are not available for in-service withdrawal before age 59 1/2.",
    "Participants hired before 2001 may have after-tax contributions that were made under a prior plan.",
]


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-25"}, text.encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()}


@pytest.mark.parametrize(("text", "field"), NOT_IN_A_ROTH_PLAN)
def test_it_says_nothing_of_the_field(text: str, field: str) -> None:
    assert field not in _fields(ROTH_ONLY + text)


@pytest.mark.parametrize(("text", "field"), NOT_IN_A_PLAN_THAT_TAKES_IT)
def test_it_says_nothing_of_the_field_where_after_tax_is_taken(text: str, field: str) -> None:
    assert field not in _fields(TAKES + text)


@pytest.mark.parametrize("text", CHANGES_NOTHING)
def test_a_limit_beside_a_permission_does_not_take_it_back(text: str) -> None:
    told = _fields(HAS_ALL + text)
    assert told["after_tax_allowed"] == "yes"
    assert told["in_plan_conversion"] == "on-request"
    assert told["in_service_withdrawal"] == "yes"
