"""A third round of wordings; and single findings of first readings, in other words."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields

AFTER_TAX = "You may make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("We'll chip in 50 cents for each dollar you save, up to 8% of your pay.", [("50", "8")]),
        ("Northgate gives you a dollar for every dollar you save on the first 4% of pay.", [("100", "4")]),
        (
            "The Company will match 100 percent of the first three percent, and 50 percent of the next two percent, of eligible compensation contributed.",
            [("100", "3"), ("50", "2")],
        ),
        (
            "The Company's matching contribution is equal to one hundred percent (100%) of your contributions that are not more than three percent (3%) of your compensation, plus fifty percent (50%) of your contributions that are more than three percent (3%) but not more than five percent (5%) of your compensation.",
            [("100", "3"), ("50", "2")],
        ),
        (
            "For the first 3% of pay you save the match is dollar for dollar; for the next 2% it is 50 cents on the dollar.",
            [("100", "3"), ("50", "2")],
        ),
        ("You save 6%, we add 3%: we match half of what you save up to 6% of pay.", [("50", "6")]),
        ("Each pay period, the Company matches your savings 50% up to 6% of pay.", [("50", "6")]),
        ("The plan offers a match of 75% of employee contributions up to 6% of compensation.", [("75", "6")]),
        ("The employer match is 50% of employee contributions, with a maximum of 6% of pay matched.", [("50", "6")]),
        (
            "Match:\n100% of the first 4% of eligible pay\n50% of the next 2% of eligible pay",
            [("100", "4"), ("50", "2")],
        ),
        (
            "Basic safe harbor match: 100% of the first 3% of compensation deferred and 50% of the next 2%.",
            [("100", "3"), ("50", "2")],
        ),
        ("The Company contributes $.75 for each $1.00 you contribute, on the first 6% of Eligible Pay.", [("75", "6")]),
        (
            "The University contributes an amount equal to 200% of the first 5% of pay that you contribute as a matching contribution.",
            [("200", "5")],
        ),
        (
            "If you contribute 3%, the company contributes 3%. If you contribute 4%, the company contributes 3.5%. If you contribute 5% or more, the company contributes 4%. This is the company match.",
            None,
        ),
        ("The match is discretionary; in 2024 it was 50% of the first 6% of pay.", None),
        ("Your former plan matched 50% of the first 6% of pay.", None),
        ("Match example: Pat contributes 6% and receives 50% of the first 6%.", None),
        ("Executives receive a match of 100% of the first 6% of pay under the nonqualified plan.", None),
        ("Company match75¢ per dollar on the first 8% of pay you save.", [("75", "8")]),
        ("We match **100%** of the first **4%** of pay you save.", [("100", "4")]),
        (
            "For every dollar of the first 4 percent of pay you save, the Company adds one dollar. For every dollar of the next 4 percent, the Company adds fifty cents.",
            [("100", "4"), ("50", "4")],
        ),
        (
            "The Company will match with one dollar for each dollar you save, until it has put in 2% of your pay.",
            [("100", "2")],
        ),
        ("There is no match in the 457(b) plan. The Company matches 50% of the first 6% of pay.", [("50", "6")]),
    ],
)
def test_formulas(text: str, tiers: list[tuple[str, str]] | None) -> None:
    match = _fields(text).get("match")
    read = match and [(tier["rate_percent"], tier.get("up_to_percent_of_pay")) for tier in match]
    assert read == tiers


@pytest.mark.parametrize(
    ("text", "rate", "reach"),
    [
        (
            "Acme makes a 50 cent matching contribution for every dollar you contribute, up to 8% of your eligible pay.",
            "50",
            "8",
        ),
        ("You save with a 100% match on your contributions on up to 6% of your eligible pay.", "100", "6"),
        ("Acme fully matches your contributions up to 5% of your eligible pay.", "100", "5"),
    ],
)
def test_formulas_of_employers_pages(text: str, rate: str, reach: str) -> None:
    assert _fields(text)["match"] == [{"rate_percent": rate, "up_to_percent_of_pay": reach}]


STEPS = "Company match\n\nIf you save 1%, we add 1%. If you save 2%, we add 1.5%. If you save 3%, we add 2%. If you save 4% or more, we add 2.5%."


def test_steps_told_one_after_the_other() -> None:
    assert _fields(STEPS)["match"] == [
        {"rate_percent": "100", "up_to_percent_of_pay": "1"},
        {"rate_percent": "50", "up_to_percent_of_pay": "3"},
    ]
    assert "match" not in _fields(STEPS.replace("we add 2%", "we add 0.5%"))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Your match is deposited along with your own contributions each payday.", "match_period", "payday"),
        ("Matching contributions are credited biweekly.", "match_period", "payday"),
        ("We calculate the match at the end of each quarter.", "match_period", "quarter"),
        ("The match is funded once a year in February.", "match_period", "year"),
        ("The Company makes matching contributions on a payroll-period basis.", "match_period", "payday"),
        ("The match is determined on a calendar-quarter basis.", "match_period", "quarter"),
        (
            "Contributions are withheld each pay period. The Company may review the match from time to time.",
            "match_period",
            None,
        ),
        ("Your account is valued daily; match vests annually.", "match_period", None),
        ("Statements are mailed quarterly and show your match.", "match_period", None),
        ("The Company matches 50% of the first 6% of pay each pay period and trues up at year-end.", "true_up", "yes"),
        ("At year-end the Company will true up your match if you reached the limit early.", "true_up", "yes"),
        (
            "Because the plan has a true-up, you will receive the full match however you spread your contributions.",
            "true_up",
            "yes",
        ),
        ("The match is not subject to a true-up.", "true_up", "no"),
        ("The plan does not have a match true-up feature.", "true_up", "no"),
        ("Company match: each pay period, no true-up.", "true_up", "no"),
        (
            "If you reach the IRS limit before the last paycheck, the Company makes an additional match after the end of the year so that you get the full 4%.",
            "true_up",
            "yes",
        ),
        (
            "The Company matches 50% of the first 6% of pay. We check your contributions at the end of the year, and if your match was short, we make up the rest.",
            "true_up",
            "yes",
        ),
        ("Spread your contributions evenly: match that is missed in a pay period is lost.", "true_up", None),
        ("The true-up in the health plan's premium is paid in March; the match is separate.", "true_up", None),
        ("Catch-up deferrals are treated like other deferrals for the match.", "match_on_catch_up", "yes"),
        ("Neither catch-up nor rollover contributions are matched.", "match_on_catch_up", "no"),
        ("We match pre-tax, Roth and catch-up contributions.", "match_on_catch_up", "yes"),
        ("The match does not take catch-up contributions into account.", "match_on_catch_up", "no"),
        ("Catch-up contributions aren't matched.", "match_on_catch_up", "no"),
        ("Catch-up contributions: matched at the same rate.", "match_on_catch_up", "yes"),
        ("Catch-up contributions: not matched.", "match_on_catch_up", "no"),
        ("Pre-tax and Roth contributions (including catch-up) are matched.", "match_on_catch_up", "yes"),
        (AFTER_TAX + "We match pre-tax and Roth contributions, not after-tax.", "match_on_after_tax", "no"),
        (AFTER_TAX + "After-tax contributions: not matched.", "match_on_after_tax", "no"),
        (AFTER_TAX + "The match covers pre-tax, Roth and after-tax savings alike.", "match_on_after_tax", "yes"),
        (AFTER_TAX + "The match is not available on after-tax contributions.", "match_on_after_tax", "no"),
        (AFTER_TAX + "Only pre-tax and Roth contributions qualify for the match.", "match_on_after_tax", "no"),
        (
            AFTER_TAX + "It does not matter whether you save pre-tax, Roth or after-tax: the match is the same.",
            "match_on_after_tax",
            "yes",
        ),
        (
            AFTER_TAX
            + "Matching contributions are based on pre-tax and Roth contributions only; after-tax contributions are disregarded.",
            "match_on_after_tax",
            "no",
        ),
        (AFTER_TAX + "Neither after-tax nor catch-up contributions are matched.", "match_on_after_tax", "no"),
        (
            "You may defer up to the lesser of 75% of pay or the IRS limit, pre-tax or Roth.",
            "deferral_cap_percent",
            "75",
        ),
        (
            "You may contribute any percentage from 1% through 60% of your eligible compensation, in whole percentages, as pre-tax and/or Roth contributions.",
            "deferral_cap_percent",
            "60",
        ),
        ("Contribution rate: 1% to 50% of pay, pre-tax, Roth or both.", "deferral_cap_percent", "50"),
        ("The maximum you may defer is 80% of your eligible pay.", "deferral_cap_percent", "80"),
        (
            "Your elective deferrals may not be more than 75 percent of your compensation for any pay period.",
            "deferral_cap_percent",
            "75",
        ),
        (
            "Participants can save up to 50% of pay on a before-tax basis, a Roth basis, or a mix.",
            "deferral_cap_percent",
            "50",
        ),
        ("Your federal tax rate may be up to 37% of your pay deferral.", "deferral_cap_percent", None),
        ("If you leave and are rehired you may defer up to 50% of pay again.", "deferral_cap_percent", None),
        ("Company contributions of up to 10% of pay are made for those who defer.", "deferral_cap_percent", None),
        (
            AFTER_TAX + "You can save as much as 75% of your pay across all three contribution types.",
            "combined_cap_percent",
            "75",
        ),
        (AFTER_TAX + "All three types combined are capped at 90% of eligible pay.", "combined_cap_percent", "90"),
        (
            AFTER_TAX
            + "Your after-tax contributions may be up to 20% of pay, but all your contributions together may not be more than 60%.",
            "combined_cap_percent",
            "60",
        ),
        (
            AFTER_TAX
            + "Your after-tax contributions may be up to 20% of pay, but all your contributions together may not be more than 60%.",
            "after_tax_cap_percent",
            "20",
        ),
        (AFTER_TAX + "You may save up to 15% of pay on an after-tax basis.", "after_tax_cap_percent", "15"),
        (
            AFTER_TAX
            + "After-tax contributions are capped at 10% of pay for everyone, and at 5% for highly compensated employees.",
            "hce_after_tax_cap_percent",
            "5",
        ),
        (
            AFTER_TAX + "Highly compensated employees are limited to after-tax contributions of 6% of eligible pay.",
            "hce_after_tax_cap_percent",
            "6",
        ),
        (
            AFTER_TAX + "If you are an HCE, you may contribute up to 7% of pay after-tax.",
            "hce_after_tax_cap_percent",
            "7",
        ),
        (
            AFTER_TAX + "Non-highly compensated employees may contribute up to 20% of pay after-tax.",
            "hce_after_tax_cap_percent",
            None,
        ),
        ("Automatic enrollment begins at 4% after 30 days of employment.", "auto_enrolment_percent", "4"),
        ("The Plan automatically enrolls new hires at 5%.", "auto_enrolment_percent", "5"),
        (
            "Newly eligible employees who take no action are defaulted into the Plan at 6%.",
            "auto_enrolment_percent",
            "6",
        ),
        (
            "If you take no action within 30 days, you will be automatically enrolled to contribute 3% of pay.",
            "auto_enrolment_percent",
            "3",
        ),
        ("Default contribution rate: 6%.", "auto_enrolment_percent", "6"),
        ("The automatic deferral percentage is 4% of compensation.", "auto_enrolment_percent", "4"),
        ("You are enrolled automatically at a 5% pre-tax rate unless you opt out.", "auto_enrolment_percent", "5"),
        ("The automatic increase is 1% each year until you reach 10%.", "auto_increase_percent", "1"),
        (
            "Your deferral rate will increase by one percent each year, up to fifteen percent.",
            "auto_increase_percent",
            "1",
        ),
        (
            "Each year on your anniversary your contribution is bumped up 1% until it reaches 10%.",
            "auto_increase_percent",
            "1",
        ),
        ("Automatic annual increases of 1% apply each January up to 15% of pay.", "auto_increase_percent", "1"),
        ("Union employees are automatically enrolled at 2%.", "auto_enrolment_percent", None),
        (
            "The plan does not automatically enroll employees; to get the match contribute at least 4%.",
            "auto_enrolment_percent",
            None,
        ),
        ("Effective January 1, 2028 new hires will be automatically enrolled at 6%.", "auto_enrolment_percent", None),
        ("Benefits increase by 2% each year under the pension.", "auto_increase_percent", None),
        (
            "Manage your account at netbenefits.com or call the Fidelity Retirement Service Center at 1-800-835-5097.",
            "phone",
            "1-800-835-5097",
        ),
        ("Questions? Call the Benefits Service Center at (866) 555-0144.", "phone", "(866) 555-0144"),
        ("Contact Empower: 855-756-4738", "recordkeeper", "Empower"),
        ("Your 401(k) is held at Charles Schwab; visit workplace.schwab.com.", "recordkeeper", "Schwab"),
        (
            "Vanguard Institutional Index Fund, Fidelity Contrafund and T. Rowe Price Growth are in the lineup of the 401(k) plan.",
            "recordkeeper",
            None,
        ),
        ("The ESPP is administered by E*TRADE; the 401(k) plan is administered by Voya.", "recordkeeper", "Voya"),
        ("There is no match in the 403(b).", "match", "none"),
        (
            AFTER_TAX
            + "You may contribute from 1% to 20% of pay as after-tax contributions other than designated Roth contributions.",
            "after_tax_cap_percent",
            "20",
        ),
        (
            "The Bank automatically contributes 5% of your pay, regardless of whether you contribute.",
            "auto_enrolment_percent",
            None,
        ),
        (
            "A before-tax deduction of 4% of your eligible pay will be automatically contributed.",
            "auto_enrolment_percent",
            "4",
        ),
        ("You will be enrolled at a pre-tax contribution rate of 6% of your pay.", "auto_enrolment_percent", "6"),
        (
            "Acme matches part of your pre-tax contributions and, if eligible, catch-up contributions.",
            "match_on_catch_up",
            "yes",
        ),
        ("Company match: none.", "match", "none"),
        (
            "The Company matches 50% of the first 6% of pay. It shows up every payday alongside your own.",
            "match_period",
            "payday",
        ),
        ("The 457(b) plan has no match. The Company matches your 401(k) contributions.", "match", None),
        (
            AFTER_TAX + "Employees who earned more than $160,000 are limited to 7% of pay after-tax.",
            "hce_after_tax_cap_percent",
            "7",
        ),
        (
            AFTER_TAX + "You may give up to 6% of your pay, even if you've hit the limit on deferrals.",
            "deferral_cap_percent",
            None,
        ),
        (
            AFTER_TAX
            + "Since 1994 participants could make after-tax contributions of up to 8% of pay over and above pre-tax and Roth contributions.",
            "combined_cap_percent",
            None,
        ),
        ("At my megacorp (Fidelity) the 401(k) converts the same day.", "recordkeeper", None),
        (
            "Until December 22, call Empower at 800-555-0168. After that date the Fidelity line for the plan will be 800-555-0195.",
            "recordkeeper",
            "Empower",
        ),
        ("If you do nothing for 30 days we'll set you at 7% pre-tax.", "auto_enrolment_percent", "7"),
        ("The automatic enrollment rate at 3% is raised to 6% for new hires.", "auto_enrolment_percent", "6"),
        (
            "Catch-up contributions are $8,000 if you are 50 or older. The plan has not adopted the higher limit for those aged 60 through 63.",
            "super_catch_up",
            "no",
        ),
        (
            AFTER_TAX
            + "When you reach the IRS limit, your contributions continue as after-tax contributions for the rest of the year.",
            "spillover",
            "yes",
        ),
        (
            AFTER_TAX
            + "When you reach the IRS limit, your pre-tax contributions stop; they do not roll over into after-tax.",
            "spillover",
            "no",
        ),
    ],
)
def test_other_terms(text: str, field: str, value: str | None) -> None:
    assert _fields(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Eligible earnings are your regular wages plus overtime, shift pay and bonuses.", True),
        ("Plan pay does not include bonuses, severance or stock compensation.", True),
        ("Compensation under the Plan is your base pay.", True),
        ("Your eligible compensation is generally your W-2 pay.", True),
        ("What pay counts?\nBase salary and commissions count. Bonuses do not.", True),
        ("Bonuses are not eligible for 401(k) contributions.", True),
        ("Eligible pay includes the following:\n• Base salary\n• Overtime\n• Commissions", True),
        ("Your pay stub shows base salary and overtime.", False),
        ("Life insurance is two times your base salary.", False),
        ("Your bonus is paid in March and your salary twice a month.", False),
    ],
)
def test_which_pay_counts(text: str, stated: bool) -> None:
    assert ("eligible_pay" in _fields(text)) == stated
