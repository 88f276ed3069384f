"""What is said of caps, pay, enrolment and contacts, in many words; and what only looks as if it said it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields

AFTER_TAX = "You may make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (
            "You may contribute from 1% to 60% of your Compensation as pre-tax or Roth deferrals.",
            "deferral_cap_percent",
            "60",
        ),
        (
            "You may elect to defer 1% to 75% (in 1% steps) of your eligible pay on a pre-tax or Roth basis.",
            "deferral_cap_percent",
            "75",
        ),
        ("You may defer from 2% up to 50% of your pay.", "deferral_cap_percent", "50"),
        ("You may defer any whole percentage of your pay from 1% to 80%.", "deferral_cap_percent", "80"),
        (
            "Your pre-tax and Roth contributions together may not be more than 75% of eligible pay.",
            "deferral_cap_percent",
            "75",
        ),
        ("The limit on pre-tax and Roth deferrals together remains 60% of Compensation.", "deferral_cap_percent", "60"),
        ("You can defer a maximum of 50% of your eligible compensation each pay period.", "deferral_cap_percent", "50"),
        ("Maximum deferral: 80% of compensation.", "deferral_cap_percent", "80"),
        ("Deferral limit: 75% of pay.", "deferral_cap_percent", "75"),
        ("Elective deferrals are limited to 90% of each paycheck.", "deferral_cap_percent", "90"),
        ("The most you can defer is 50 percent of your base pay.", "deferral_cap_percent", "50"),
        (
            "You may choose any whole percentage of Earnings that does not exceed 45 as your deferral.",
            "deferral_cap_percent",
            "45",
        ),
        ("Pre-tax and Roth: 1% - 85% of eligible compensation, together.", "deferral_cap_percent", "85"),
        (
            "You may elect a deferral percentage between 1 and 100 percent of compensation.",
            "deferral_cap_percent",
            "100",
        ),
        (
            "You may save as little as 1% or as much as 50% of your pay before tax or as Roth.",
            "deferral_cap_percent",
            "50",
        ),
        ("You may contribute up to 6% of pay to receive the full match.", "deferral_cap_percent", None),
        ("Most employees defer 10% of pay.", "deferral_cap_percent", None),
        ("If you are highly compensated you may defer up to 8% of pay.", "deferral_cap_percent", None),
        ("You may invest up to 20% of your account in company stock.", "deferral_cap_percent", None),
        ("Part-time employees may defer up to 20% of pay.", "deferral_cap_percent", None),
        ("You may borrow up to 50% of your vested account.", "deferral_cap_percent", None),
        ("You may defer up to 80% of any bonus.", "deferral_cap_percent", None),
        (
            AFTER_TAX + "Your pre-tax, Roth and after-tax contributions together may not exceed 50% of pay.",
            "combined_cap_percent",
            "50",
        ),
        (
            AFTER_TAX + "The combined total of all your contributions cannot be more than 65% of eligible pay.",
            "combined_cap_percent",
            "65",
        ),
        (
            AFTER_TAX
            + "You may contribute up to 30% of pay in total, divided as you like among pre-tax, Roth and after-tax contributions.",
            "combined_cap_percent",
            "30",
        ),
        (
            AFTER_TAX + "In aggregate, pre-tax, Roth and after-tax contributions are limited to 90% of pay.",
            "combined_cap_percent",
            "90",
        ),
        (
            AFTER_TAX + "The total of your contributions of all types cannot exceed 75% of your eligible pay.",
            "combined_cap_percent",
            "75",
        ),
        (
            AFTER_TAX + "The plan's overall maximum is 80% of pay for all contributions put together.",
            "combined_cap_percent",
            "80",
        ),
        (AFTER_TAX + "Combined maximum: 60% of pay (pre-tax, Roth and after-tax).", "combined_cap_percent", "60"),
        (
            AFTER_TAX + "The sum of pre-tax, Roth and after-tax contributions may be as much as 50% of pay.",
            "combined_cap_percent",
            "50",
        ),
        (
            AFTER_TAX
            + "All contributions together (employee and employer) may not exceed 100% of pay under Section 415.",
            "combined_cap_percent",
            None,
        ),
        (
            AFTER_TAX + "The highly compensated may contribute a combined total of 15% of pay.",
            "combined_cap_percent",
            None,
        ),
        (
            AFTER_TAX
            + "You may contribute up to 30% of pay in total, divided as you like among pre-tax, Roth and after-tax, except that after-tax contributions may not be more than 20% of pay.",
            "combined_cap_percent",
            "30",
        ),
        (
            AFTER_TAX
            + "You may contribute up to 30% of pay in total, divided as you like among pre-tax, Roth and after-tax, except that after-tax contributions may not be more than 20% of pay.",
            "after_tax_cap_percent",
            "20",
        ),
        (AFTER_TAX + "After-tax contributions may be from 1% to 15% of pay.", "after_tax_cap_percent", "15"),
        (
            AFTER_TAX
            + "After-tax contributions are limited to 10% of eligible pay (8% if you are highly compensated).",
            "hce_after_tax_cap_percent",
            "8",
        ),
        (
            AFTER_TAX
            + "After-tax contributions are limited to 10% of eligible pay (8% if you are highly compensated).",
            "after_tax_cap_percent",
            "10",
        ),
        (
            AFTER_TAX + "Highly compensated employees may not contribute more than 5% of pay after-tax.",
            "hce_after_tax_cap_percent",
            "5",
        ),
        (AFTER_TAX + "The after-tax limit for HCEs is 6% of pay.", "hce_after_tax_cap_percent", "6"),
        (
            AFTER_TAX
            + "You may contribute up to 12% of pay after-tax. If you are a highly compensated employee, the limit is 6%.",
            "hce_after_tax_cap_percent",
            "6",
        ),
        (
            AFTER_TAX
            + "You may contribute up to 12% of pay after-tax. A Participant who is a Highly Compensated Employee is held to 5% instead.",
            "hce_after_tax_cap_percent",
            "5",
        ),
        (
            AFTER_TAX
            + "If you are in the highly compensated group the after-tax maximum is 10% and the total maximum is 40%.",
            "hce_after_tax_cap_percent",
            "10",
        ),
        (
            AFTER_TAX + "Highly compensated employees may not make after-tax contributions.",
            "hce_after_tax_cap_percent",
            "0",
        ),
        (
            AFTER_TAX + "For highly compensated employees, after-tax contributions are limited to 7%.",
            "hce_after_tax_cap_percent",
            "7",
        ),
        (AFTER_TAX + "Highly compensated employees may defer up to 8% of pay.", "hce_after_tax_cap_percent", None),
        (
            AFTER_TAX
            + "You are highly compensated if you are among the top 20% of employees by pay; after-tax contributions are tested.",
            "hce_after_tax_cap_percent",
            None,
        ),
        (
            AFTER_TAX + "If you are highly compensated, your after-tax contributions may be limited.",
            "hce_after_tax_cap_percent",
            None,
        ),
    ],
)
def test_caps(text: str, field: str, value: str | None) -> None:
    assert _fields(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("You are automatically enrolled at 6% of pay after 30 days.", "auto_enrolment_percent", "6"),
        ("New hires are automatically enrolled at a 3% pre-tax contribution rate.", "auto_enrolment_percent", "3"),
        (
            "If you make no election you will be treated as having elected to defer 4% of Compensation.",
            "auto_enrolment_percent",
            "4",
        ),
        ("Your automatic election will start at 3% of your compensation.", "auto_enrolment_percent", "3"),
        (
            "Unless you say otherwise, 3% of Earnings is deferred from your second month of employment.",
            "auto_enrolment_percent",
            "3",
        ),
        ("If you do nothing, you are enrolled at 6% pre-tax after 30 days.", "auto_enrolment_percent", "6"),
        (
            "Am I enrolled automatically?\nYes, at 2% after 90 days, going up 1% each year until 5%.",
            "auto_enrolment_percent",
            "2",
        ),
        (
            "Am I enrolled automatically?\nYes, at 2% after 90 days, going up 1% each year until 5%.",
            "auto_increase_percent",
            "1",
        ),
        ("Automatic enrollment: 5% after 45 days.", "auto_enrolment_percent", "5"),
        (
            "The Plan has an automatic enrollment feature: unless you opt out, 4% of your pay will be contributed.",
            "auto_enrolment_percent",
            "4",
        ),
        ("The default deferral percentage is 5%.", "auto_enrolment_percent", "5"),
        (
            "If you do not enroll within 30 days, the Company will begin deducting 3% of your pay.",
            "auto_enrolment_percent",
            "3",
        ),
        ("You'll be enrolled automatically with a contribution of 4% of your pay.", "auto_enrolment_percent", "4"),
        ("We sign you up at 5% unless you tell us otherwise.", "auto_enrolment_percent", "5"),
        (
            "Automatic enrolment\nEnrolled at 5% after 45 days; up 1% each anniversary until 12%.",
            "auto_increase_percent",
            "1",
        ),
        ("Your rate goes up 1% each year on your anniversary to 10%.", "auto_increase_percent", "1"),
        (
            "Your contribution rate will automatically increase by 1% each January 1 until it reaches 10%.",
            "auto_increase_percent",
            "1",
        ),
        ("Each April your deferral is raised one percentage point, up to 15%.", "auto_increase_percent", "1"),
        ("Automatic increase: 1% per year to a maximum of 10%.", "auto_increase_percent", "1"),
        ("Contributions increase by 2% annually up to 12% unless you decline.", "auto_increase_percent", "2"),
        ("If you are automatically enrolled, you may change your rate to 10%.", "auto_enrolment_percent", None),
        ("There is no automatic enrollment; most people choose 6%.", "auto_enrolment_percent", None),
        ("Automatic enrollment was at 3% until 2019.", "auto_enrolment_percent", None),
        ("The automatically enrolled receive a match of 50%.", "auto_enrolment_percent", None),
        ("Your pay is increased by 3% each year.", "auto_increase_percent", None),
        ("The match increases by 1% each year of service.", "auto_increase_percent", None),
        ("If you increase your deferral by 1% each year you will retire richer.", "auto_increase_percent", None),
    ],
)
def test_enrolment_and_increase(text: str, field: str, value: str | None) -> None:
    assert _fields(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Call Fidelity at 1-800-835-5095 with questions about the Plan.", "recordkeeper", "Fidelity"),
        ("Records are kept by Nationwide, 1-800-772-2182.", "recordkeeper", "Nationwide"),
        ("Recordkeeper: Principal, 1-800-547-7754.", "recordkeeper", "Principal"),
        ("The plan's recordkeeper is Empower.", "recordkeeper", "Empower"),
        ("Log in to netbenefits.com to enroll in the 401(k) plan.", "recordkeeper", "Fidelity"),
        ("Our 401(k) is administered by Voya Financial.", "recordkeeper", "Voya"),
        ("You may invest in the Vanguard 500 Index Fund in the 401(k) plan.", "recordkeeper", None),
        (
            "Until 2024 the plan's recordkeeper was Prudential Retirement; since then it is Empower.",
            "recordkeeper",
            "Empower",
        ),
        (
            "The Plan moved from Vanguard to Fidelity on January 1, 2025. Call Fidelity at 800-835-5095.",
            "recordkeeper",
            "Fidelity",
        ),
        ("Rollovers from an IRA at Schwab are accepted by the 401(k) plan.", "recordkeeper", None),
    ],
)
def test_who_keeps_the_records(text: str, field: str, value: str | None) -> None:
    assert _fields(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Eligible pay is your base salary, overtime and commissions.", True),
        ("Eligible pay means base salary and shift differentials, but not bonuses.", True),
        (
            "Everything on your W-2 counts, bonuses included, except moving expenses, when your contributions are figured.",
            True,
        ),
        (
            "Compensation is defined as your total compensation that is subject to income tax and paid to you by the Employer.",
            True,
        ),
        ("Pay that counts: base pay, overtime, commissions.", True),
        (
            "Eligible Earnings: base pay, shift premiums, and overtime. Excluded: per diem, safety awards, severance.",
            True,
        ),
        ("Contributions are based on your base salary and annual bonus; overtime does not count.", True),
        ("Your contributions are taken from your eligible pay, which includes base pay and bonuses.", True),
        ("Plan Compensation consists of W-2 wages, excluding stock awards and severance.", True),
        ("For purposes of the Plan, compensation means your gross wages.", True),
        ("Bonuses, commissions and overtime are included in eligible compensation; stock awards are not.", True),
        ("What is eligible pay?\nHourly wages or salary, overtime, and store bonuses.", True),
        ("Eligible Compensation\nBase salary and overtime. Holiday bonuses do not count.", True),
        ("Your eligible pay is limited to the IRS maximum.", False),
        ("Your bonus is paid in March.", False),
        ("A loan is repaid from your pay by payroll deduction.", False),
        ("Your base salary is reviewed each year.", False),
        ("The company match is based on eligible pay.", False),
    ],
)
def test_which_pay_counts(text: str, stated: bool) -> None:
    assert ("eligible_pay" in _fields(text)) == stated
