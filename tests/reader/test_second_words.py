"""Wordings that a second round brought: answers to questions, what was, what is to come, advice, other people's money."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields

AFTER_TAX = "You may make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("Acme puts in 50 cents for every dollar you put in, on the first 6% of your pay.", [("50", "6")]),
        ("The Company matches 50% of what you contribute (up to 6% of your eligible pay).", [("50", "6")]),
        ("The Bank will match each dollar you contribute with 75 cents, up to 5% of pay.", [("75", "5")]),
        (
            "The company match equals 100% of your contributions, up to a limit of 4% of eligible compensation.",
            [("100", "4")],
        ),
        (
            "The matching contribution is 50 percent of the amount you contribute that does not exceed 8 percent of your compensation.",
            [("50", "8")],
        ),
        (
            "You get a dollar-for-dollar match on the first 3% of pay and 50 cents on the dollar on the next 3%.",
            [("100", "3"), ("50", "3")],
        ),
        (
            "If you contribute 6% or more, the Company contributes 3%: that is 50 cents for each dollar on the first 6% of pay.",
            [("50", "6")],
        ),
        ("Matching: 100% of first 5%.", [("100", "5")]),
        ("Employer match\n100% on the first 3%, 50% on the next 2%", [("100", "3"), ("50", "2")]),
        (
            "The Employer will match 100% of the first three percent (3%) of Compensation that you defer plus fifty percent (50%) of the next two percent (2%).",
            [("100", "3"), ("50", "2")],
        ),
        (
            "A matching contribution is made at the rate of 60% of deferrals, limited to deferrals of 5% of pay.",
            [("60", "5")],
        ),
        (
            "We match 100% of the first 2% and 25% of the next 4% of eligible pay you defer.",
            [("100", "2"), ("25", "4")],
        ),
        ("The match: 125% of the first 4% of pay deferred.", [("125", "4")]),
        ("Your contributions between 1% and 6% of pay are matched at 50%.", None),
        ("We match 100% of your contributions up to $2,000.", [("100", None)]),
        ("Your match is 100% vested after the first 6 months.", None),
        (
            "The Company matches 50% of the first 6% of pay for hourly employees and 100% of the first 4% for salaried employees.",
            None,
        ),
        ("Starting in 2028 the Company will match 100% of the first 6% of pay.", None),
        ("Effective January 1, 2028 the Company matches 100% of the first 6% of pay.", None),
        ("Does the Company match 50% of the first 6% of pay?", None),
        ("If the match were 50% of the first 6% of pay, you would get $1,800.", None),
        ("Other employers often match 50% of the first 6% of pay.", None),
        ("The Board has proposed a match of 100% of the first 6% of pay.", None),
        ("The ESPP lets you buy stock at 85% of the price; the 401(k) plan has its own match.", None),
        ("The Foundation matches 100% of charitable gifts up to 5% of pay.", None),
    ],
)
def test_formulas(text: str, tiers: list[tuple[str, str]] | None) -> None:
    match = _fields(text).get("match")
    read = match and [(tier["rate_percent"], tier.get("up_to_percent_of_pay")) for tier in match]
    assert read == tiers


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (
            "The match is credited to your account at the same time as your own contributions, every pay day.",
            "match_period",
            "payday",
        ),
        ("Company match: 50% of the first 6%, calculated per pay period.", "match_period", "payday"),
        ("Matching contributions are made on a per-payroll basis.", "match_period", "payday"),
        ("We match each paycheck.", "match_period", "payday"),
        ("We deposit the match every month.", "match_period", "month"),
        ("Match frequency: Each payroll", "match_period", "payday"),
        ("Match calculated: annually", "match_period", "year"),
        ("The match is contributed annually, in the first quarter after the plan year.", "match_period", "year"),
        ("Matching contributions are allocated as of the last day of each Plan Year.", "match_period", "year"),
        ("Matching contributions are made quarterly to those employed at quarter-end.", "match_period", "quarter"),
        (
            "Matching contributions are made each pay period. Investment elections may be changed quarterly and match allocations follow.",
            "match_period",
            "payday",
        ),
        ("The plan charges a quarterly fee of $10, and the match is not reduced by it.", "match_period", None),
        ("Matching contributions will be made each month until December 31, 2020.", "match_period", None),
        ("Company match: 50% of the first 6% of pay. True-up: none.", "true_up", "no"),
        ("Company match: 50% of the first 6% of pay. True-up: yes, annually.", "true_up", "yes"),
        (
            "Does the match have a true-up?\nYes. After year-end we check whether you got the full match.",
            "true_up",
            "yes",
        ),
        ("Is there a true-up?\nNo.", "true_up", "no"),
        ("There is an annual true-up of the match.", "true_up", "yes"),
        ("The plan includes a true-up provision for the match.", "true_up", "yes"),
        ("The match has no true-up feature, so spread your contributions over the year.", "true_up", "no"),
        (
            "If you max out early you'll miss out on match for the rest of the year because the plan does not true up.",
            "true_up",
            "no",
        ),
        ("The true-up was discontinued in 2023.", "true_up", "no"),
        ("A true-up will be added in 2028.", "true_up", None),
        (
            "The match is determined each payroll period; the Employer will true up the match at year end.",
            "true_up",
            "yes",
        ),
        ("No true-up is needed, since the match is worked out on the whole year.", "true_up", None),
        ("We'll refund excess contributions after the end of the year, with the match forfeited.", "true_up", None),
        (
            "After the end of the year, the Company will deposit any profit-sharing contribution beside the match.",
            "true_up",
            None,
        ),
        ("Match on catch-up: No", "match_on_catch_up", "no"),
        ("The company match applies to your regular and catch-up contributions.", "match_on_catch_up", "yes"),
        ("Catch-up contributions are also eligible for the company match.", "match_on_catch_up", "yes"),
        ("Company match does not apply to catch-up contributions.", "match_on_catch_up", "no"),
        ("The match is computed without regard to catch-up contributions.", "match_on_catch_up", "no"),
        ("Catch-up contributions will not be considered when the match is calculated.", "match_on_catch_up", "no"),
        (
            "Catch-up contributions are not subject to the limit and the match is paid monthly.",
            "match_on_catch_up",
            None,
        ),
        ("Are catch-up contributions matched?\nYes, at the same rate.", "match_on_catch_up", "yes"),
        ("Are catch-up contributions matched?\nNo.", "match_on_catch_up", "no"),
        (AFTER_TAX + "Are after-tax contributions matched?\nNo.", "match_on_after_tax", "no"),
        (AFTER_TAX + "The Company match does not apply to after-tax contributions.", "match_on_after_tax", "no"),
        (AFTER_TAX + "After-tax contributions aren't eligible for the match.", "match_on_after_tax", "no"),
        (
            AFTER_TAX + "The match is made on your pre-tax, Roth and after-tax contributions combined.",
            "match_on_after_tax",
            "yes",
        ),
        (AFTER_TAX + "Match eligibility: pre-tax and Roth only.", "match_on_after_tax", "no"),
        (AFTER_TAX + "There is no match on after-tax contributions.", "match_on_after_tax", "no"),
        (AFTER_TAX + "Your after-tax contributions count toward the match.", "match_on_after_tax", "yes"),
        (AFTER_TAX + "After-tax contributions are matched only for union employees.", "match_on_after_tax", None),
        (
            AFTER_TAX + "Once you reach the IRS limit your after-tax contributions keep the match going.",
            "match_on_after_tax",
            None,
        ),
        (
            "You may contribute between 1% and 50% of your eligible pay as pre-tax and/or Roth contributions.",
            "deferral_cap_percent",
            "50",
        ),
        ("Contribution limits: pre-tax and Roth, 1% to 60% of pay.", "deferral_cap_percent", "60"),
        ("How much can I defer?\nUp to 75% of your pay, pre-tax or Roth.", "deferral_cap_percent", "75"),
        (
            "You can save up to 100% of pay (after payroll deductions) as pre-tax and Roth deferrals.",
            "deferral_cap_percent",
            "100",
        ),
        ("The plan limits deferrals to 50% of compensation.", "deferral_cap_percent", "50"),
        ("Deferrals may not exceed 75% of compensation per pay period.", "deferral_cap_percent", "75"),
        ("Beginning in 2028 you may defer up to 90% of pay.", "deferral_cap_percent", None),
        ("You should defer between 10% and 15% of pay.", "deferral_cap_percent", None),
        ("You may change your deferral by 1% to 5% of pay at a time.", "deferral_cap_percent", None),
        (
            "You may defer up to 50% of pay; if you are in the sales group, up to 80% of pay.",
            "deferral_cap_percent",
            "50",
        ),
        ("The average deferral is up to 8% of pay.", "deferral_cap_percent", None),
        (
            AFTER_TAX + "You may contribute up to 20% of pay after-tax, and up to 60% of pay pre-tax and Roth.",
            "deferral_cap_percent",
            "60",
        ),
        (
            AFTER_TAX + "You may contribute up to 20% of pay after-tax, and up to 60% of pay pre-tax and Roth.",
            "after_tax_cap_percent",
            "20",
        ),
        (
            AFTER_TAX + "You may contribute up to 75% of pay in all: pre-tax, Roth and after-tax.",
            "combined_cap_percent",
            "75",
        ),
        (AFTER_TAX + "Maximum of all employee contributions: 80% of eligible pay.", "combined_cap_percent", "80"),
        (
            AFTER_TAX
            + "Total employee contributions (pre-tax, Roth, and after-tax) cannot exceed 60% of eligible pay.",
            "combined_cap_percent",
            "60",
        ),
        (AFTER_TAX + "After-tax maximum: 15% of pay (HCEs: 6%).", "hce_after_tax_cap_percent", "6"),
        (
            AFTER_TAX + "After-tax contributions of Highly Compensated Employees may not exceed 4% of Compensation.",
            "hce_after_tax_cap_percent",
            "4",
        ),
        (
            AFTER_TAX + "HCEs may contribute no more than 10% of pay, pre-tax and Roth combined.",
            "hce_after_tax_cap_percent",
            None,
        ),
        (
            AFTER_TAX
            + "In 2019 highly compensated employees were limited to 3% of pay after-tax; the limit has since been removed.",
            "hce_after_tax_cap_percent",
            None,
        ),
        ("Automatic enrollment rate: 6%", "auto_enrolment_percent", "6"),
        (
            "New employees are automatically enrolled in the Plan at a deferral rate of 3% of pay.",
            "auto_enrolment_percent",
            "3",
        ),
        (
            "You will be automatically enrolled, with 5% of your eligible pay going in pre-tax, unless you opt out.",
            "auto_enrolment_percent",
            "5",
        ),
        (
            "If you don't make a choice within 45 days, 4% of your pay will be contributed on a pre-tax basis.",
            "auto_enrolment_percent",
            "4",
        ),
        (
            "The automatic contribution is 3% in your first year and rises to 6% by your fourth year.",
            "auto_enrolment_percent",
            "3",
        ),
        ("Unless you decline, 3 percent of your pay is contributed automatically.", "auto_enrolment_percent", "3"),
        ("Your contribution rate increases automatically by 1% a year up to 10%.", "auto_increase_percent", "1"),
        ("The annual increase program raises your rate by 1% each year.", "auto_increase_percent", "1"),
        ("Auto-escalation: 1% annually to 10%", "auto_increase_percent", "1"),
        ("You can sign up to have your rate go up 2% each year.", "auto_increase_percent", None),
        ("Participants who were auto-enrolled in 2015 at 3% may raise their rate.", "auto_enrolment_percent", None),
        ("Some plans enroll you automatically at 3%.", "auto_enrolment_percent", None),
        ("Interns are automatically enrolled at 2%.", "auto_enrolment_percent", None),
        ("The fee is increased by 1% each year.", "auto_increase_percent", None),
        ("Fidelity Investments is the recordkeeper.", "recordkeeper", "Fidelity"),
        ("The Plan is recordkept by T. Rowe Price.", "recordkeeper", "T. Rowe Price"),
        ("Go to principal.com to enroll.", "recordkeeper", "Principal"),
        ("Plan recordkeeper | Empower", "recordkeeper", "Empower"),
        ("The trustee is Fidelity Management Trust Company. The recordkeeper is Alight.", "recordkeeper", "Alight"),
        ("Vanguard is the plan's recordkeeper and Fidelity handles BrokerageLink.", "recordkeeper", "Vanguard"),
        (
            "The recordkeeper changed from Wells Fargo Institutional to Principal Financial in 2022. Call Principal at 800-547-7754.",
            "recordkeeper",
            "Principal",
        ),
        ("You may roll your account to a Fidelity IRA.", "recordkeeper", None),
        ("Call 1-800-555-0199 to enroll in the 401(k) plan.", "phone", "1-800-555-0199"),
        (
            "For questions about your claim appeal, call the Department of Labor at 1-866-444-3272. The 401(k) plan is good.",
            "phone",
            None,
        ),
        ("Fax the 401(k) form to 800-555-0123.", "phone", None),
    ],
)
def test_other_terms(text: str, field: str, value: str | None) -> None:
    assert _fields(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Your pay for plan purposes includes salary, overtime, bonuses and commissions.", True),
        ("Contributions are taken from base pay only; bonuses are excluded.", True),
        ("Eligible compensation excludes severance, stock options and relocation payments.", True),
        ("Compensation means W-2 pay, less fringe benefits.", True),
        ("Compensation: W-2 wages plus deferrals.", True),
        ("Your annual bonus is eligible for deferral.", True),
        ("Base pay increases are effective in April.", False),
        ("Your pay is direct-deposited and includes your salary and bonus.", False),
        ("Compensation paid to the trustee includes wages and fees.", False),
    ],
)
def test_which_pay_counts(text: str, stated: bool) -> None:
    assert ("eligible_pay" in _fields(text)) == stated
