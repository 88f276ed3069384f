"""Denials and conditions that are of something else, and labels that name what the sentence below does not."""

from __future__ import annotations

import itertools

import pytest
from tests.reader.said import fields

PLAN = "You may make pre-tax and Roth 401(k) contributions.\nYou may make voluntary after-tax contributions of up to 10% of pay.\n\n"


def said(field: str, text: str) -> object:
    return fields(PLAN + text.replace("; ~", "\n")).get(field)


BY_ITSELF = (
    "are automatically converted to Roth daily",
    "are swept to Roth every payday",
    "convert to Roth automatically",
)
NOTHING_ELSE = (
    ", with no action on your part",
    "; no further action is needed",
    ", and once converted cannot be undone",
    ", unless you tell the recordkeeper not to",
    ", and this isn't reported as a withdrawal",
)


@pytest.mark.parametrize(
    "text", [f"After-tax contributions {a}{b}." for a, b in itertools.product(BY_ITSELF, NOTHING_ELSE)]
)
def test_conversion_by_itself_whatever_else_is_denied(text: str) -> None:
    assert said("in_plan_conversion", text) == "automatic"


ON_REQUEST = "can convert your after-tax account to Roth inside the plan"


@pytest.mark.parametrize(
    "text",
    [
        f"You {ON_REQUEST} online, and it cannot be moved back.",
        f"If you've still got one, you {ON_REQUEST} by phone.",
        f"If you tick the conversion box, you {ON_REQUEST} with each request.",
        f"As long as you're vested you {ON_REQUEST}.",
        f"Once your after-tax contributions have posted, you {ON_REQUEST}.",
        "You may convert whatever in your after-tax account isn't already Roth to Roth within the plan.",
        "You don't have to be 59½ to convert your after-tax money to Roth within the plan; just call.",
        "You need not leave to convert your after-tax money to Roth within the plan.",
        "After-tax money may be converted to Roth in the plan at any time. We don't (yet) have automated conversions.",
        "In-plan Roth conversions: permitted for all vested sources, without regard to whether the amount is distributable",
        "Roth in-plan conversion On any vested balances. Fee none",
        "Roth in-plan conversion: request by phone",
        "Can I convert to Roth inside the plan?; ~All vested money, whether or not it is distributable, may be converted.",
    ],
)
def test_conversion_on_request_whatever_else_is_denied(text: str) -> None:
    assert said("in_plan_conversion", text) == "on-request"


@pytest.mark.parametrize(
    "text",
    [
        "In-plan Roth conversion: Yes. After-tax contributions convert automatically each payroll; no paperwork",
        "Roth in-plan conversion; ~Automatic. Happens the night after payday.",
        "If you check the box, Schwab converts your after-tax contributions to Roth each Friday.",
        "After-tax money is moved to your Roth account within about three business days of every payday.",
        "Vanguard converts each after-tax contribution to Roth on the day after it's credited.",
    ],
)
def test_conversion_by_itself_in_a_row_or_by_somebody(text: str) -> None:
    assert said("in_plan_conversion", text) == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        "Converting after-tax money to Roth inside the plan.; ~Our plan does not offer this.",
        "Moving after-tax savings to Roth in the plan. We do not currently have this.",
        "Switching after-tax savings to Roth within our plan. The company doesn't offer it.",
    ],
)
def test_conversion_denied_below_its_name(text: str) -> None:
    assert said("in_plan_conversion", text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "In-plan Roth conversion on vested balances is taxable.",
        "In-plan Roth conversions: expected for 2028",
        "In-plan Roth conversion; ~Any vested balance of a terminated participant may be converted.",
        "In-plan Roth conversion; ~Amounts that are otherwise distributable may be converted.",
        "After-tax money can be converted to Roth if you have no action pending before the board, provided the plan allows it.",
        "Roth conversion calculator: available online",
        "Roth conversion forms: available from the service center",
        "Roth conversions outside the plan: available",
        "Tax on Roth conversions: yes",
        "Withholding on in-plan Roth conversions; ~Available on request.",
        "Conversion to a Roth IRA: available",
        "If your plan has one, you may convert after-tax money to Roth.",
        "No action has been taken on letting you convert after-tax money to Roth in the plan.",
        "Each time you move money to the Roth account, you pay tax within about two months.",
    ],
)
def test_no_conversion(text: str) -> None:
    assert said("in_plan_conversion", text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("After-tax withdrawals while working: yes. Minimum $300, whenever you like.", "yes"),
        ("After-tax withdrawals: yes. For any reason.", "yes"),
        ("Could I take my after-tax money out for a boat?; ~Yes. There is no age or hardship rule.", "yes"),
        ("Withdrawals while you work here\n• From your after-tax account, if you've got one: at any time", "yes"),
        ("Withdrawals while working Age 59½ - hardship - after-tax account, any time", "yes"),
        ("Withdrawals in service: hardship; age 59½; after-tax account at any time.", "yes"),
        ("You don't have to leave the company or reach 59½ to take out after-tax contributions.", "yes"),
        ("While employed you may take from your after-tax account as much as you like, as often as you like.", "yes"),
        ("You cannot pull after-tax money out before you leave, because by then it is Roth.", "no"),
        ("After-tax withdrawals: yes. After 59½, at any time.", None),
        ("After-tax withdrawals: yes. In a hardship, whenever you need it.", None),
        ("After-tax withdrawals: yes. If the committee agrees, at any time.", None),
        ("After-tax withdrawals: yes. Roth money, at any time.", None),
        ("After-tax withdrawals: yes. Rollover money: at any time.", None),
        ("After-tax withdrawals: yes. You may call at any time.", None),
        ("Can I take out my after-tax money when I retire?; ~Yes. At any time.", None),
        ("If you've any questions about withdrawing after-tax money, call at any time.", None),
        ("Withdrawals after you leave: rollover account - loans - after-tax account, any time", None),
        ("Withdrawals while working: hardship - after-tax account at 59½ - rollover account, any time", None),
    ],
)
def test_withdrawal(text: str, value: str | None) -> None:
    assert said("in_service_withdrawal", text) == value


@pytest.mark.parametrize("box", ["[X]", "☒"])
def test_withdrawal_ticked_behind_its_label(box: str) -> None:
    text = f"Withdrawal of Voluntary After-Tax Contributions: {box} at any time  [ ] only upon an event in Section 9.01"
    assert said("in_service_withdrawal", text) == "yes"
    text = f"Withdrawal of Voluntary After-Tax Contributions: [ ] at any time  {box} only upon an event in Section 9.01"
    assert said("in_service_withdrawal", text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Penalty on in-plan Roth conversions: No",
        "Limit on in-plan Roth conversions: none",
        "Reversal of in-plan Roth conversions: not permitted",
        "Automatic in-plan Roth conversion: no",
        "Spousal consent for in-plan Roth conversions: no",
        "In-plan Roth conversions of pre-tax money: not permitted",
        "Does an in-plan Roth conversion count toward the limit?; ~No, it does not.",
        "Is there a limit on in-plan Roth conversions?; ~No.",
        "Penalty on in-service after-tax withdrawals: No",
        "Match suspended after an in-service after-tax withdrawal: No",
        "After-tax withdrawal form: available any time",
        "Tax on after-tax withdrawals: yes, at any time",
        "Withdrawals of after-tax money, in-service fee: $50 at any time",
    ],
)
def test_a_label_of_what_comes_with_it(text: str) -> None:
    assert said("in_plan_conversion", text) is None
    assert said("in_service_withdrawal", text) is None


IN_PLAN = "You may convert after-tax money to Roth within the plan by phone. "


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            IN_PLAN
            + "\n\nRoth Conversions\n\nWhat can be converted?\nVested money.\n\nHow do I convert?\nBy phone. You may do one each quarter.",
            4,
        ),
        (IN_PLAN + "You may do one each quarter.", 4),
        (IN_PLAN + "Each conversion is asked for by itself, and you are allowed twelve per year.", 12),
        (IN_PLAN + "You get four of these a year.", 4),
        (IN_PLAN + "; ~Conversions per year: 3", 3),
        ("In-plan conversions: two per calendar year", 2),
        (IN_PLAN + "Formerly you could convert after-tax money twice a year.", None),
        (IN_PLAN + "You may do one loan per year.", None),
        (IN_PLAN + "You are allowed two loans a year.", None),
    ],
)
def test_conversions_a_year(text: str, times: int | None) -> None:
    value = said("conversions_per_year", text)
    assert (value if value is None else int(str(value))) == times


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("If you made no election, 3% of your pay is being contributed as pre-tax savings.", "3"),
        ("If you were hired after March and have not filed an election, 5% of pay will be withheld, pre-tax.", "5"),
        (
            "If you have no election on file (including an election of 0%) and did not file one, 4% of pay is withheld.",
            "4",
        ),
        ("New employees: 4% pre-tax starts with the third paycheck.", "4"),
        ("New hires: 4% company contribution starts after one year.", None),
        ("Unless it is rolled over, a payment has mandatory withholding of 20%.", None),
        ("New hires: 20% vesting begins after one year.", None),
        ("Enrollment: save 3% and the firm adds 3%.", None),
        ("A one-time drive enrolled those who had elected 0% at 3% unless they opted out.", None),
    ],
)
def test_enrolled_unasked(text: str, percent: str | None) -> None:
    assert said("auto_enrolment_percent", text) == percent


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "You may elect to have contributions over the yearly 402(g) limit continue as after-tax contributions.",
            "yes",
        ),
        (
            "You may choose to let your deferrals, once the IRS limit is reached, switch to after-tax contributions.",
            "yes",
        ),
        ("You may elect after-tax contributions once you have reached the limit.", None),
    ],
)
def test_spillover(text: str, value: str | None) -> None:
    assert said("spillover", text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Voluntary after-tax contributions\nThe plan does not accept them.", "no"),
        ("There are no voluntary after-tax contributions in this plan.", "no"),
        ("You may elect voluntary after-tax contributions, though your total can't be over 75% of pay.", "yes"),
        ("Voluntary after-tax contributions may be made by payroll only; no checks.", "yes"),
        ("Vesting of voluntary after-tax contributions\nThe plan does not have this.", None),
        ("There are no voluntary after-tax contributions in your account.", None),
    ],
)
def test_after_tax(text: str, value: str | None) -> None:
    assert fields("You may make pre-tax and Roth 401(k) contributions.\n\n" + text).get("after_tax_allowed") == value


@pytest.mark.parametrize(
    "text",
    [
        "You may make voluntary after-tax contributions if you wish to save more than the law allows.",
        "The Plan lets you save pre-tax or Roth, and make additional after-tax contributions, which are not Roth contributions, if you want to put in more than the IRS lets you.",
        "Once you are putting away the most the IRS allows, you can add up to 8% of pay in after-tax savings.",
    ],
)
def test_as_much_as_the_law_allows_is_an_amount_and_no_condition(text: str) -> None:
    assert fields(text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "The law allows after-tax contributions.",
        "The IRS permits plans to take after-tax contributions.",
        "You may make after-tax contributions if the law allows it.",
    ],
)
def test_what_the_law_allows_is_still_said_of_no_plan(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)


def test_what_people_do_once_or_twice_a_year_does_not_go_by_itself() -> None:
    told = "You may make after-tax contributions. After-tax money may be converted to Roth at any time while you are employed."
    by_hand = f'{told} Most people do it once or twice a year through the website (choose "Convert to Roth").'
    assert fields(by_hand)["in_plan_conversion"] == "on-request"
    assert fields(f"{told} You only have to do it once.").get("in_plan_conversion") != "on-request"


@pytest.mark.parametrize("opens", ["The rule on taking it out has not changed:", "Our terms stay the same:", ""])
def test_that_nothing_changes_takes_nothing_back(opens: str) -> None:
    told = f"{opens} You may withdraw after-tax money twice in any calendar year without giving a reason.".strip()
    assert fields(told)["in_service_withdrawal"] == "yes"


def test_rows_of_two_cells_of_which_the_head_alone_ends_with_a_bar_are_a_table() -> None:
    told = (
        "2025 contribution limits\n\nContribution type | 2025 limit |\nPre-tax and Roth 401(k) (combined) | $23,500\n"
        "Catch-up, age 50 or over | $7,500\nAfter-tax 401(k) | $39,500\n\n# TYPE: page | DATE: 2025 | EXTENT: section"
    )
    assert fields(told)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(("ticked", "period"), [("each quarter of the Plan Year", "quarter"), ("Plan Year", "year")])
def test_the_period_that_is_ticked_in_a_form(ticked: str, period: str) -> None:
    options = ["Plan Year", "each quarter of the Plan Year", "each payroll period"]
    boxes = "   ".join(f"{'☒' if each == ticked else '☐'} {each}" for each in options)
    told = (
        "1.11  MATCHING CONTRIBUTIONS\n\n(a) ☒ Basic: 100% of the first 6% of Compensation contributed.\n(b) ☐ Discretionary\n"
        f"(c) Contribution Period for computing the match:   {boxes}\n"
    )
    assert fields(told)["match_period"] == period


def test_from_which_account_next_hinders_no_withdrawal_from_the_first() -> None:
    told = (
        "Taking Money Out While You Still Work\n\nYou may take a regular withdrawal from your After-Tax Account, then from your Rollover Account, "
        "and then from that part of the Match Account that has been in the Plan for at least 24 months."
    )
    assert fields(told)["in_service_withdrawal"] == "yes"
    other = "Taking Money Out While You Still Work\n\nYou may take a withdrawal from your Rollover Account, then, after age 59½, from your After-Tax Account."
    assert "in_service_withdrawal" not in fields(other)


def test_kinds_that_also_come_out_of_pay_are_kinds() -> None:
    told = (
        "Ways to save\n\nBefore-tax contributions come out of your pay before income tax is figured.\n"
        "Roth contributions come out after income tax is figured.\n"
        "Traditional after-tax contributions also come out after income tax is figured but, unlike Roth, you owe tax on the earnings later."
    )
    assert fields(told)["after_tax_allowed"] == "yes"


def test_what_is_a_separate_kind_from_roth_is_none() -> None:
    told = (
        "After-Tax Contributions: Frequently Asked Questions\n\nWhat are after-tax contributions?\nThey're a separate kind of contribution from Roth.\n\n"
        "Do I get the match on after-tax contributions?\nNo.\n"
    )
    assert fields(told)["match_on_after_tax"] == "no"
    assert "match_on_after_tax" not in fields(
        told.replace("a separate kind of contribution from Roth", "Roth 401(k) contributions")
    )
