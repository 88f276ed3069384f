"""Pay below its label, spillover by its slots, the larger catch-up, and how often one may convert."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TRUE = "You may make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    "label", ["Pay used", "Compensation used", "Pay that counts", "Earnings basis", "What counts as pay?"]
)
@pytest.mark.parametrize(
    "what",
    [
        "W-2 wages, less moving allowances",
        "Base salary, overtime and bonus; not group term life over $50,000",
        "It is wages, shift premiums and paid leave.",
        "In general, it includes base pay and commissions.",
    ],
)
def test_what_stands_behind_a_label_for_pay(label: str, what: str) -> None:
    said = (
        fields(f"Exemplar facts\n\n{label}    {what}\n\nVesting    At once")
        if label[-1] != "?"
        else fields(f"{label}\n{what}")
    )
    assert "eligible_pay" in said


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Compensation. Your W-2 wages for the year, plus deferrals to this Plan.", True),
        ("Earnings.\nBase salary and sales commissions, but no relocation money.", True),
        ("Tips are not 401(k) eligible.", True),
        ("Pay means:\n\n• your base salary\n• overtime", True),
        ("Will my election apply to my bonus?\nYes. Your election is applied to it like to any check.", True),
        ("Compensation used for the pension is base pay only.", False),
        ("Fee means:\n\n• your base salary\n• overtime", False),
        ("Will my beneficiary apply to my bonus?\nYes, if you die.", False),
        ("Per diem and moving allowances aren't plan-eligible.", True),
        ("4.2 Compensation for the Plan is all taxable wages other than the meal payment.", True),
        ("(b) Plan compensation means base pay and the imputed value of group-term life over $50,000.", True),
        ("7.1 What is “compensation”?\nGenerally it is wages and incentive pay paid by payroll.", True),
        # something else
        ("Tips are not taxed twice.", False),
        ("Vesting. Your W-2 shows the match.", False),
        ("Group life over $50,000 is taxed.", False),
        ("Compensation for the committee is paid by the Company.", False),
        ("7.1 What is a loan?\nGenerally it is wages that you pay back.", False),
        ("Pay used to be higher.", False),
        ("Per diem employees are not 401(k) eligible until they work a year.", False),
    ],
)
def test_pay_in_its_place(text: str, stated: bool) -> None:
    assert ("eligible_pay" in fields(text)) == stated


def test_pay_billed_to_somebody_is_everybodys() -> None:
    assert "eligible_pay" in fields(
        "Overtime pay, steward pay billed to the union and tool allowances are not included in eligible pay."
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A participant may elect that, once he or she can make no more contributions under the limit on deferrals, the percentage elected shall be contributed as after-tax contributions for the rest of the year.", "yes"),
        ("When your pre-tax and Roth money hits the IRS limit, the system can keep going by sending your rate to after-tax.", "yes"),
        ("Once no more deferrals can be made for the year, your contributions continue as after-tax contributions.", "yes"),
        ("I hit $23,500 in May. Does my pre-tax money start going to after-tax by itself?\nNo. You elect it.", "no"),
        ("I reached the limit in May. Do my deferrals switch to after-tax automatically?\nYes. That is built in.", "yes"),
        ("After-tax savings have to be elected; there is no spillover.", "no"),
        ("Deductions stop at the limit, unless you have turned on the spillover to after-tax.", "yes"),
        ("After-tax contributions start by default as soon as the limit on deferrals is met.", "yes"),
        ("The plan does not offer spillover into after-tax contributions.", "no"),
        ("Spillover is not the same as conversion of after-tax money.", None),
        ("After-tax contributions start when you elect them.", None),
        ("After-tax contributions start as soon as the form is in by the limit of 30 days.", None),
        # nothing said
        ("I get paid in May. Do my deferrals switch to after-tax automatically?\nNo. You elect it.", None),
        ("You can make no more contributions once you leave; after-tax contributions are paid out.", None),
        ("You may send your after-tax money to an IRA once you reach the limit on loans.", None),
        ("The system can send you a reminder to make after-tax contributions.", None),
    ],
)  # fmt: skip
def test_spillover_by_its_slots(text: str, value: str | None) -> None:
    assert fields(TRUE + "\n\n" + text).get("spillover") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Catch-up at 60 to 63\n\nThe Company has put the larger catch-up in place.", "yes"),
        ("Age 60-63\n\nThe Bank offers the enhanced catch-up.", "yes"),
        ("The Plan did not adopt the optional higher catch-up limit for participants aged 60 through 63.", "no"),
        ("We have chosen not to offer the higher catch-up at ages 60 through 63.", "no"),
        ("Catch-up at 50 is $7,500.\n\nI'm 62.\nYour catch-up is $11,250 this year.", "yes"),
        # nothing said
        ("Catch-up at 50 is $7,500.\n\nI'm 62.\nYour catch-up is $7,500 this year.", None),
        ("Catch-up at 50 is $7,500.\n\nI'm 52.\nYour catch-up is $11,250 this year.", None),
        ("Age 60-63\n\nThe Company is thinking about the larger catch-up.", None),
        ("Employees who are 60 or older but not yet 64 get a higher catch-up limit.", "yes"),
        ("From the year you turn 60 until the year you turn 63, your catch-up limit is $11,250.", "yes"),
        ("Super catch-up: not offered", "no"),
        ("Super catch-up: ask your adviser", None),
        ("Members 60 or older but not yet 64 have asked for a higher catch-up; it is being studied.", None),
        ("At 50 you may add $7,500 of catch-up. SECURE 2.0 allows those who are 60-63 to make that $11,250.", None),
        (
            "At 50 you may add $7,500 of catch-up. SECURE 2.0 allows plans to make that $11,250 for those who are 60-63.",
            None,
        ),
        (
            "At 50 you may add $7,500 of catch-up. SECURE 2.0 allows those who are 60-63 to make that $11,250. The Company is evaluating this.",
            None,
        ),
        ("At 50 you may add $7,500 of catch-up. SECURE 2.0 allows those who are 60-63 to save more.", None),
        ("Age 55\n\nThe Company has put the larger catch-up in place.", None),
    ],
)
def test_the_larger_catch_up(text: str, value: str | None) -> None:
    assert fields(text).get("super_catch_up") == value


ROTH = "In-plan Roth conversion\n\nYou may convert your after-tax contributions to Roth in the plan."


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("There is no limit on the amount, but only three conversion requests are handled in a calendar year.", 3),
        ("You can do so as often as quarterly.", 4),
        ("You may request this up to twice a year.", 2),
        ("You can make a conversion every quarter.", 4),
        ("Participants may elect a conversion semiannually.", 2),
        ("The Plan allows three conversions annually.", 3),
        ("Conversions are completed in March and September.", 2),
        ("How to convert\n\nThe form is online.\n\nYou may convert up to five times in a calendar year.", 5),
        # nothing said
        ("You can make a conversion and pay its tax for every year.", None),
        ("The fee for a conversion rises every year.", None),
        ("The trustee reports the conversions annually.", None),
        ("There is no limit on conversions in a year; one is enough.", None),
        ("You can change your fund as often as monthly.", None),
        ("How to take a loan\n\nYou may borrow up to two times in a calendar year.", None),
    ],
)
def test_how_often_one_may_convert(text: str, times: int | None) -> None:
    assert fields(f"{ROTH}\n\n{text}").get("conversions_per_year") == times
