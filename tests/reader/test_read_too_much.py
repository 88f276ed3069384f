"""What had been read although it is said of something else, or not at all; and beside it what is said."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers


@pytest.mark.parametrize(
    "text",
    [
        "The Plan has not taken any after-tax contributions since December 31, 1998, but the Account goes on earning whatever its investments earn.",
        "The Plan hasn't received any after-tax contributions since July 2004.",
        "Your After-Tax Account holds money from before 2005. The Plan has taken no after-tax contributions since then.",
        "The Fund has not allowed members to make after-tax contributions since the plans merged in 2012.",
    ],
)
def test_what_has_not_been_taken_since_is_frozen(text: str) -> None:
    assert fields(text)["after_tax_allowed"] == "frozen"


@pytest.mark.parametrize(
    "text",
    [
        "The Company has not withheld after-tax contributions from bonuses since 2019.",
        "If you have not received after-tax contributions since you left, call us.",
        "For later after-tax contributions a part of each payment is earnings and will be taxed.",
        "Form 1099-R shows your after-tax contributions and what is new since the last payment.",
    ],
)
def test_what_is_said_of_a_bonus_a_match_or_a_payment_is_neither_yes_nor_an_end(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)


def test_a_formula_that_is_broken_off_is_no_formula() -> None:
    told = "We match! Exemplar adds $1.00 for each $1.00 on the first 3% you save, and 50¢ for each"
    assert "match" not in fields(told)
    assert fields(f"{told} $1.00 on the next 2%.")["match"] == tiers((100, 3), (50, 2))
    assert fields("Exemplar adds $1.00 for each $1.00 on the first 3% you save.")["match"] == tiers((100, 3))


def test_what_somebody_gets_in_an_example_is_no_true_up() -> None:
    assert "true_up" not in fields("For someone under 50 who maxes out and gets the full match, that's about $37,000.")
    assert fields("Even if you max out early, you still get the full match.")["true_up"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "There isn't a separate bonus election.",
        "Regular pay and bonus elections are separate.",
        "All caregivers age 21 and over, including per diem, may contribute right away.",
    ],
)
def test_how_one_elects_and_who_may_is_no_pay(text: str) -> None:
    assert "eligible_pay" not in fields(text)


def test_pay_is_still_read_beside_it() -> None:
    assert "eligible_pay" in fields("Eligible pay includes base salary, bonuses and per diem allowances.")
    assert "eligible_pay" in fields("Bonuses and commissions do not count as eligible pay; base pay and overtime do.")


def test_catch_up_that_does_not_happen_by_itself_is_no_spillover() -> None:
    told = "After-tax: you may elect up to 10%.\nCatch-up: for colleagues aged 50 and above. This is a separate election. It does not happen on its own!"
    assert "spillover" not in fields(told)
    said = "When you reach the IRS limit your contributions stop. After-tax contributions are a separate election. It does not happen on its own."
    assert fields(said)["spillover"] == "no"


def test_a_number_below_the_caption_of_its_column_is_for_that_matter() -> None:
    told = (
        "    EXEMPLAR 401(k)                                      EMPLOYEE ASSISTANCE\n\n"
        "    You can join once you are 21 and have worked         Life can be a lot. Talk with someone\n"
        "    60 days. Put away 1% to 50% of your pay before       at any hour at no charge to you.\n"
        "    tax, Roth, or both.                                  Call 877-555-0108, company code EX.\n\n"
        "Make changes at exemplar.example or 800-555-0133.\n"
    )
    assert fields(told).get("phone") == "800-555-0133"


def test_rows_of_which_contributions_count_are_on_the_match() -> None:
    told = (
        "1. The match\nWe contribute $0.80 for every $1.00, on the first 5% of what you save.\n\nWhich contributions count?\n"
        "Traditional pre-tax: yes\nRoth: yes\nCatch-up (age 50+): no\nAfter-tax: no\n"
    )
    assert "after_tax_allowed" not in fields(told)
    assert fields("Ways to save\n\nPre-tax: yes\nRoth: yes\nAfter-tax: no\n")["after_tax_allowed"] == "no"


def test_a_feature_that_goes_on_until_it_is_turned_off_is_no_request() -> None:
    told = (
        "You can arrange to have after-tax contributions converted to Roth inside the Plan. With a one-time conversion you pick the amount. "
        "With the recurring conversion feature the recordkeeper will convert each after-tax contribution on the business day after it is received, "
        "with no more to be done by you until you turn the feature off."
    )
    assert fields(told).get("in_plan_conversion") != "on-request"


@pytest.mark.parametrize(
    "text",
    [
        "Until now, the company's matching contribution was calculated every two weeks.",
        "We match 100% of the first 5% of pay. You will still see a match after each payroll, but these deposits are now treated as advances.",
    ],
)
def test_how_the_match_was_made_until_now_is_no_period(text: str) -> None:
    assert "match_period" not in fields(text)


def test_what_is_given_to_those_who_put_in_nothing_bounds_nobody() -> None:
    told = "Q. What do I get if I don't contribute anything?\nA. 4% of your eligible earnings, paid on the 15th and the last day of the month."
    assert "deferral_cap_percent" not in fields(told)


def test_employee_contributions_that_are_no_deferrals_are_the_laws_after_tax_contributions() -> None:
    told = (
        "ADOPTION AGREEMENT\n\n5.01 Elective Deferrals\n  [X] a. Pre-Tax Elective Deferrals\n  Maximum deferral percentage:  60 % of Compensation per payroll period\n\n"
        "5.03 Employee Contributions (not Elective Deferrals)\n  [ ] a. Not permitted.\n  [X] b. Permitted, not to exceed 10 % of Compensation for the Plan Year.\n"
    )
    assert fields(told).get("deferral_cap_percent") != "10"
    assert fields(told).get("after_tax_cap_percent") == "10"


@pytest.mark.parametrize(
    "text",
    [
        "The last paycheck from which after-tax contributions will be taken is December 15, 2017.",
        "After-tax. Many of you have after-tax money in the plan. December 15, 2017 is the last payday on which after-tax deductions will be taken. "
        "What you have already put in stays in your account.",
    ],
)
def test_the_last_payday_of_after_tax_contributions_is_their_end(text: str) -> None:
    assert fields(text)["after_tax_allowed"] == "frozen"


def test_the_last_payday_of_a_year_or_one_to_come_is_no_end() -> None:
    told = "You may make after-tax contributions. The last payday on which after-tax contributions for 2025 will be taken is December 26."
    assert fields(told).get("after_tax_allowed") != "frozen"
    assert (
        fields("December 15, 2027 is the last payday on which after-tax contributions will be taken.").get(
            "after_tax_allowed"
        )
        != "frozen"
    )


def test_what_is_already_in_says_nothing_of_what_goes_in() -> None:
    assert "after_tax_allowed" not in fields(
        "After-tax contributions\n\nWhat you have already put in stays in your account."
    )
    assert fields("After-tax contributions\n\nYou may put in up to 10% of pay.")["after_tax_allowed"] == "yes"


def test_emergency_savings_from_taxed_pay_are_no_contributions_to_the_plan() -> None:
    told = "You may save pre-tax, Roth or both in the 401(k). The match applies to both.\n\nEmergency savings by Example Bank (after-tax payroll deductions from $5)"
    assert "after_tax_allowed" not in fields(told)
