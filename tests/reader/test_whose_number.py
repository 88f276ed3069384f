"""Whose telephone number it is, and who keeps the accounts, by the place of the name."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

LINE = "\n\nThe 401(k) service center is at 800-555-0170."


@pytest.mark.parametrize(
    "other",
    [
        "Questions on what to buy? Call our Fidelity adviser, J. Doe, 312-555-0101.",
        "Ask our Empower retirement consultants, Pat Roe and Al Poe, at 312-555-0101.",
        "The pension center (Alight) takes calls at 877-555-0101.",
        "HSA: Exemplar Bank, 877-555-0101",
        "Life insurance: Fidelity Life, 877-555-0101",
        "Wellness coaching: call 877-555-0101",
        "Payroll: 312-555-0101",
    ],
)
def test_the_number_of_another_matter_is_not_the_plans(other: str) -> None:
    assert fields(f"{other}{LINE}")["phone"] == "800-555-0170"
    assert fields(f"{LINE}\n\n{other}")["phone"] == "800-555-0170"


@pytest.mark.parametrize("label", ["401(k)", "Retirement", "Savings plan", "401(k) Plan"])
def test_the_row_of_the_plan_in_a_list_of_numbers(label: str) -> None:
    rows = [
        ("Medical", "Exemplar Health", "833-555-0101"),
        ("Dental", "Exemplar Dental", "833-555-0102"),
        (label, "Vanguard", "800-555-0103"),
        ("Life", "Exemplar Life", "833-555-0104"),
        ("Commuter", "Exemplar Transit", "833-555-0105"),
    ]
    text = "Contacts\n\n" + "\n".join(f"{one:<30}{two:<30}{three}" for one, two, three in rows)
    assert fields(text)["phone"] == "800-555-0103"


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("The savings line is (800) 555- 0142, from 8 to 6.", "(800) 555-0142"),
        ("Call the plan at 800-555- 0142.", "800-555-0142"),
        ("Call the plan at 800/555-0142.", "800/555-0142"),
        ("Call 1-800-EXEMPLR (1-800-555-0142) about the plan.", "1-800-555-0142"),
        ("Pages 800-555 and 142 are blank.", None),
    ],
)
def test_a_number_broken_at_the_end_of_its_line(said: str, phone: str | None) -> None:
    assert fields(said).get("phone") == phone


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The accounts are kept by Sturdy Mutual, and you can see them online.", "Sturdy Mutual"),
        ("Participants' accounts are maintained at Harbor Benefits Group.", "Harbor Benefits Group"),
        ("Record keeper: Sturdy Mutual.", "Sturdy Mutual"),
        ("Record keeper: Principal", "Principal"),
        ("Sturdy Retirement Services, sturdy.example, 800-555-0155", "Sturdy Retirement Services"),
        ("Where to look: Sturdy Retirement Solutions at 800-555-0155", "Sturdy Retirement Solutions"),
        ("You will be asked to join Guideline (we used Vanguard until May), the firm that runs our 401(k).", "Guideline"),
        ("We had Voya until last fall. Log in to Empower to see your account.", "Empower"),
        ("Call Wells Fargo or go to the website to change your rate.", "Wells Fargo"),
        ("Administrator (record keeper): ADP", "ADP"),
        ("Prudential runs the plan’s website.", "Prudential"),
        ("Contact Sturdy Benefit Services, our recordkeeper, to convert.", "Sturdy Benefit Services"),
        ("See voyaretirementplans.com to enroll.", "Voya"),
        ("ESOP accounts are kept by Sturdy Trust. The 401(k) recordkeeper is Voya.", "Voya"),
        # nobody
        ("Health savings accounts are kept by Fidelity.", None),
        ("Loan accounts are maintained by Exemplar Credit Union.", None),
        ("HSA: Fidelity, 800-555-0100", None),
        ("EAP provider: Lincoln", None),
        ("Dental vendor: The Standard, 800-555-0100", None),
        ("Life insurance: Principal, 800-555-0177", None),
        ("Administrator: the principal of the school", None),
        ("Contact us, our recordkeeper is new.", None),
        ("The accounts are kept by the Trustee.", None),
        ("Accounts are maintained by the Plan Administrator.", None),
        ("Your accounts are kept by source of money.", None),
        ("Your pay goes to Wells Fargo or another bank of yours.", None),
        ("Read each guideline (we used other ones until May) before you join.", None),
        ("We used Vanguard until last spring.", None),
        ("Retirement Services, 800-555-0155", None),
        ("On principal: the record keeper charges nothing.", None),
    ],
)  # fmt: skip
def test_who_keeps_the_accounts(said: str, name: str | None) -> None:
    assert fields(said).get("recordkeeper") == name
