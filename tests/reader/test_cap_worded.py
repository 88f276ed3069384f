"""A cap however it is worded: what bounds, of which money, and what looks alike and bounds nothing."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

NAMES = {
    "deferral": "deferral_cap_percent", "after": "after_tax_cap_percent", "all": "combined_cap_percent",
    "dollars": "after_tax_cap_dollars", "few": "hce_after_tax_cap_percent",
}  # fmt: skip


def _caps(text: str) -> dict[str, str]:
    said = fields(text)
    return {name: said[field] for name, field in NAMES.items() if field in said}


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # A predicate that bounds, whichever.
        ("Our payroll system rejects any after-tax percentage higher than 8.", {"after": "8"}),
        ("Deferral elections above 45% of pay are refused.", {"deferral": "45"}),
        ("We do not accept after-tax elections over 12% of eligible pay.", {"after": "12"}),
        ("You have room for 18% of pay in after-tax contributions, and not a penny more.", {"after": "18"}),
        ("The biggest pre-tax and Roth rate you can choose is 65% of pay.", {"deferral": "65"}),
        ("Payroll cuts off deferral elections at 35% of gross pay.", {"deferral": "35"}),
        ("Set your deferral at 40% of pay or below.", {"deferral": "40"}),
        (
            "After-tax contributions are restricted under the Plan to 9.5% of a Participant's Compensation, payroll by payroll.",
            {"after": "9.5"},
        ),
        ("Get going on day one, save up to half (50%) of your pay pre-tax, match after two years.", {"deferral": "50"}),
        (
            "After-Tax Contributions, expressed as a percentage of a Participant's Compensation, may not exceed eighteen.",
            {"after": "18"},
        ),
        ("The highest after-tax percentage that the website takes is 35.", {"after": "35"}),
        ("How much after-tax can I do? Up to 55% of each check, but never past the $70,000 415(c) limit.", {"after": "55"}),
        # What becomes of more tells the bound.
        (
            "If your pre-tax, Roth and after-tax percentages add up to more than 80% of pay, our system will trim the after-tax part.",
            {"all": "80"},
        ),
        (
            "Should the sum of the pre-tax, Roth and after-tax elections exceed 70% of pay, the after-tax election shall be reduced.",
            {"all": "70"},
        ),
        # What is put between bounds nothing.
        (
            "After-tax contributions, which do not earn a company match, are held to a maximum of 21% of eligible pay.",
            {"after": "21"},
        ),
        (
            "However much you defer, after-tax contributions of as much as 5% of salary are allowed, alongside salary deferrals.",
            {"after": "5"},
        ),
        # What it is about stands before.
        ("Before you ask: yes, there is a cap on after-tax. It's 10% of pay.", {"after": "10"}),
        ("Your deferral rate may be as low as 2%. It may be as high as 65%.", {"deferral": "65"}),
        (
            "Pre-tax and Roth elections together can go as high as 65% of pay. After-tax can go to 9%.",
            {"deferral": "65", "after": "9"},
        ),
        ("Pre-tax plus Roth: 35% of pay\nAfter-tax: 6% of pay", {"deferral": "35", "after": "6"}),
        (
            "After-tax contributions may be made, up to 15% of pay. Together with your deferrals they are subject to an overall limit of 70%.",
            {"after": "15", "all": "70"},
        ),
        (
            "Employees who are not highly compensated have no after-tax limit. Those who are can go to 12%.",
            {"few": "12"},
        ),
        ("Add up your pre-tax, Roth and after-tax rates. The result can't be more than 85%.", {"all": "85"}),
        (
            "After-tax contributions\n1% to 14% of eligible earnings for most employees and 1% to 5% for Highly Compensated Employees.",
            {"after": "14", "few": "5"},
        ),
        (
            "You may save up to 45% of your pay in total through any mix of:\n\n- Pre-tax contributions\n- Roth contributions\n- After-tax (non-Roth) contributions, up to 12%",
            {"after": "12", "all": "45"},
        ),
        # The kinds among which one chooses stand behind.
        (
            "The plan accepts up to 28% of your base pay: the first 5% is matched, and the rest is not. You can have it taken pre-tax, as Roth, as traditional after-tax, or in any mix.",
            {"all": "28"},
        ),
        # In dollars.
        ("After-tax contributions are available. The Plan caps these at $21,000 annually.", {"dollars": "21000"}),
        ("We stop your after-tax deductions for the year once you've put in $13,000 after-tax.", {"dollars": "13000"}),
        (
            "No matter how much room the federal limit leaves you, the Plan will not take after-tax contributions of more than $37,000 in a year.",
            {"dollars": "37000"},
        ),
        ("How much after-tax?\nPlan limit: $31,000 per year.", {"dollars": "31000"}),
    ],
)  # fmt: skip
def test_a_cap_is_read_however_it_is_worded(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    "text",
    [
        "We add 3% of pay to your account. It may be as high as 6%.",
        "If your deferrals are more than 6% of pay, the match is cut back.",
        "If contributions by the highly compensated exceed 5%, they will be reduced after the test.",
        "The company match is limited by the plan to 4% of pay.",
        "Withdrawals above 50% of the account are refused.",
        "You pay a 10% penalty on after-tax withdrawals. It is up to 25% for SIMPLE plans.",
        "After-tax contributions are available. The match is limited to 6% of pay.",
        "No more than half of your pay raise goes to the plan.",
        "After-tax: 7% average return\nRoth: 6% average return",
        "The 457(b) plan takes deferrals of up to 100% of pay. The 403(b) plan has its own booklet.",
        "The Plan does not accept rollovers of more than 90% after-tax money.",
        "So somebody who contributes 6% gets 3.5%.",
        "The three types together: no more than 62% of your pay.",
        "Once $9,000 in after-tax money has been withdrawn, withdrawals end until January.",
    ],
)
def test_what_sounds_alike_bounds_nothing(text: str) -> None:
    assert _caps(text) == {}
