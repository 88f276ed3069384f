"""A handbook holds insurance, stock, accounts for expenses and time off beside the plan: none of them is a term of the plan."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

PLAN = (
    "401(k)\n\nYou may defer up to 60% of your pay. The Company matches 50% of the first 8% of pay that you defer.\n\n"
)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Life insurance\n\nBasic life and AD&D is twice your annual salary, up to 100% of it paid by us.", "deferral_cap_percent"),
        ("Employee Stock Purchase Plan: The ESPP sells you shares below their price. You may contribute up to 12% of your eligible pay.", "deferral_cap_percent"),
        ("Giving\n\nExemplar will match up to $300 per year to any charity of yours.", "match_limits"),
        ("Flexible spending\n\nIf you elect an FSA, we match up to $400 of contributions annually.", "match_period"),
        ("Our Deferred Compensation Plan is a non-qualified plan in which a few may defer up to 45% of their base salary.", "deferral_cap_percent"),
        ("The non-qualified plan of executives receives an annual match allocation that the 401(k) plan may not make.", "match_period"),
        ("Holidays\n\nHoliday hours are not included in figuring weekly overtime pay.", "eligible_pay"),
        ("Stock awards\n\nThey come in sixteen tranches, on top of your salary and bonus.", "eligible_pay"),
        ("We will give you a severance agreement with a year of base salary and COBRA.", "eligible_pay"),
        ("Life insurance of $40,000 comes through Mutual of Omaha.", "recordkeeper"),
        ("Matching Charitable Gifts\n\nWhen you donate money, we make a gift, too. Exemplar will match up to $1,000 per year, per employee.", "match_limits"),
        ("Carelink Health / Medical      800-555-0111", "phone"),
        ("Video doctor      800-555-0112", "phone"),
    ],
)  # fmt: skip
def test_what_is_said_of_another_benefit_is_no_term_of_the_plan(text: str, field: str) -> None:
    told = fields(f"Roth deferrals are permitted.\n\n{text}")
    assert field not in told, told.get(field)


@pytest.mark.parametrize(
    "text",
    [
        "Health savings account\n\nYou may put $4,000 into it. If you would like to make post-tax contributions to it, write to the benefits office.",
        "COBRA\n\nYou may go on with your account by monthly contributions on a post-tax basis.",
    ],
)
def test_post_tax_money_of_a_spending_account_is_not_the_plans(text: str) -> None:
    assert "after_tax_allowed" not in fields(f"You may make pre-tax and Roth deferrals.\n\n{text}")


def test_the_plans_own_terms_stay_beside_the_others() -> None:
    told = fields(
        f"Medical\n\nThe deductible is $900.\n\n{PLAN}Life insurance\n\nWe pay for a policy of $40,000.\n\nVision\n\nGlasses every year."
    )
    assert told["deferral_cap_percent"] == "60"
    assert told["match"] == tiers((50, 8))


def test_a_line_that_begins_the_plan_ends_the_insurance_above_it() -> None:
    text = "Life Insurance\nWe pay for a policy of $40,000.\nExemplar 401(k) savings - from your first day\nWe will match 100% of your contributions up to 4% of your earnings."
    assert fields(text)["match"] == tiers((100, 4))


@pytest.mark.parametrize(
    "text",
    [
        "Eligible pay is base salary and overtime. It leaves out severance, stock options, relocation and COBRA payments.",
        '"Compensation" means W-2 wages, excluding restricted stock, non-qualified deferred compensation and reimbursements.',
        "Plan services are provided through Exemplar Life Insurance Company. Pay means wages, PTO and shift premiums.",
    ],
)
def test_what_is_left_out_of_pay_may_be_such_a_benefit(text: str) -> None:
    assert "eligible_pay" in fields(f"You may defer up to 60% of pay.\n\n{text}")


def test_an_insurer_may_keep_the_accounts() -> None:
    text = "Administrative services are provided by Principal Life Insurance Company. Questions on your plan account: 800-555-0176."
    assert fields(text).get("phone") == "800-555-0176"


def test_the_keepers_number_goes_before_the_one_that_is_given_more_often() -> None:
    text = (
        "Your 401(k) is with Fidelity. Call Fidelity at 800-555-0130 about your plan account.\n\n"
        "Leave\n\nPlease contact Human Resources at 212-555-0131.\n\nTravel\n\nPlease contact Human Resources at 212-555-0131.\n\n"
        "Badges\n\nPlease contact Human Resources at 212-555-0131."
    )
    assert fields(text)["phone"] == "800-555-0130"


def test_the_number_in_a_letter_to_one_person_is_its_writers() -> None:
    text = "Dear Ms. Finch:\n\nYou may join the plan. If you need more, please contact Joan Reed, Legal Department, at 503-555-0140."
    assert "phone" not in fields(text)
    assert fields(text.replace("Ms. Finch", "Participant")).get("phone") == "503-555-0140"


@pytest.mark.parametrize(
    "number",
    [
        "Cost of sales of services 300 245 199",
        "Balance 955 ADDITIONS to net assets",
        "The form must be faxed to Fidelity at 585-555-0152.",
    ],
)
def test_no_telephone_number(number: str) -> None:
    assert "phone" not in fields(f"You may defer up to 60% of pay.\n\n{number}")


HANDBOOK = "\n\n".join(
    (
        "Conduct\n\nSupervisors see to it that everybody is safe. Harassment is not tolerated.",
        "Hours\n\nNo nonexempt employee may work overtime without the leave of a supervisor. Holidays are paid.",
        "Leave\n\nWhile on military leave nobody is entitled to bonuses. Sick leave is five days a year.",
        "Dress\n\nSafety shoes are worn in the shop. Training records are maintained by the Director of Operations.",
        "Parking\n\nCosts that exceed the monthly pre-tax limits will be deducted on an after-tax basis.",
        "Food\n\nWho has a question on supplements should contact Jon Reed at 212-555-0159.",
        "Insurance\n\nThe medical plan pays for doctors. Short-term disability insurance pays 60% of your pay.",
        "401(k)\n\nRoth deferrals are permitted. We match 50% of the first 8% of pay that you defer.",
    )
)


def test_in_a_handbook_only_what_stands_with_the_plan_counts() -> None:
    told = fields(HANDBOOK)
    assert told["match"] == tiers((50, 8))
    assert not {"eligible_pay", "recordkeeper", "phone", "after_tax_allowed"} & set(told)


def test_in_a_handbook_too_the_plans_own_number_is_found() -> None:
    told = fields(f"{HANDBOOK} Call 800-555-0160 to change what you contribute.\n\nBadges\n\nLost ones are replaced.")
    assert told["phone"] == "800-555-0160"


FILING = "\n\n".join(
    (
        "Segments\n\nNet sales grew in the fiscal year. The results include net gains of $12 million ($9 million after-tax, or $0.04 per share).",
        "Hedges\n\nThe after-tax amounts of unrealized gains on shares follow. We are not required to true up the value of awards.",
        "Ventures\n\nMr. Reed was named to his post in May. A true-up of the fee is made each year under the agreement.",
        "Leases\n\nThe value of all sale and leaseback transactions may not exceed 15% of net assets under the agreement.",
        "Shareholders\n\nShareholders hold shares. Restricted stock vests over four years. Stock options end after ten.",
        "Insurance\n\nPremiums for life insurance are imputed income: pre-tax $50, after-tax $101.",
        "Savings plan\n\nEmployees may contribute up to 70% of their pay to our 401(k) plan. We match 100% of the first 4% of pay that they contribute.",
        "Notes\n\nThe fiscal year ends in May. Net income fell.",
    )
)


def test_the_results_of_a_filing_are_no_after_tax_contributions() -> None:
    told = fields(FILING)
    assert told["match"] == tiers((100, 4))
    assert told["deferral_cap_percent"] == "70"
    assert not {"after_tax_allowed", "combined_cap_percent", "true_up"} & set(told)


def test_after_tax_contributions_in_a_filing_are_found_all_the_same() -> None:
    told = fields(FILING.replace("to our 401(k) plan", "to our 401(k) plan, pre-tax, Roth or after-tax"))
    assert told["after_tax_allowed"] == "yes"
    assert told["combined_cap_percent"] == "70"


@pytest.mark.parametrize(
    "text",
    [
        "The account pages empower savers to decide.",
        "The account was opened by William Merrill, Alice Lane and Noah Reed.",
        "Participants who leave active employment with ADP keep their account.",
        "Training records are maintained by the Director of Operations.",
    ],
)
def test_no_keeper(text: str) -> None:
    assert "recordkeeper" not in fields(f"You may defer up to 60% of pay.\n\n{text}")


@pytest.mark.parametrize(
    ("text", "keeper"),
    [
        ("Log on to Empower to see your account.", "Empower"),
        ("Call Merrill at 800-555-0161 about your account.", "Merrill"),
        ("Your plan account is with ADP. Call ADP Retirement Services.", "ADP"),
    ],
)
def test_a_keeper_with_a_common_name(text: str, keeper: str) -> None:
    assert fields(f"You may defer up to 60% of pay.\n\n{text}")["recordkeeper"] == keeper
