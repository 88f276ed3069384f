"""The match in plan articles, resolutions, notices and notes to accounts: ended from a day, struck out, told once, taken for granted."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

NONE_NOW = (
    "No matching contributions shall be made for pay periods ending after June 30, 2012.",
    "Effective for plan years beginning after December 31, 2012, the Employer will not make matching contributions.",
    "As of March 1, 2018, the Company does not match.",
    "The Company amended the Plan on April 3, 2020.\n\nAfter that date the Company makes no matching contribution.",
    "The Company amended the Plan on April 3, 2020.\n\nThereafter, no match will be made.",
    "The Firm gives no match to anyone.",
    "There is no match in the 401(k) part, since the pension is paid for by the Employer.",
    "By striking the text of Section 4.02, which provided a matching contribution of 40% of deferrals up to 5% of pay, and substituting the following:\n\n"
    "(b) No matching contributions shall be made for periods beginning on or after May 1, 2010.",
    "Last autumn we informed you that Acme would match 100% of the first 3% of pay that you defer. From July 1, 2020 Acme makes no matching contributions.",
)


@pytest.mark.parametrize("text", NONE_NOW)
def test_a_match_that_has_ended(text: str) -> None:
    assert fields(text).get("match") == "none"


NOT_NONE = (
    "No matching contributions will be made after December 31, 2020 for hourly employees.",
    "No matching contributions will be made after March 1, 2020 and before July 1, 2020.",
    "No matching contribution shall be made from April 1, 2020 through December 31, 2020.",
    "No matching contributions will be made after January 1, 2090.",
    "No matching contribution is made after you reach the annual limit.",
    "No matching contribution is made after the date on which a participant leaves.",
    "Before January 1, 2015 no matching contributions were made.",
    "There is no match on the portion of your pay above the limit.",
    "The vote is planned for March 1, 2090. After that date the Company will make no matching contributions.",
    "Will there be no matching contributions after June 30, 2012?",
)


@pytest.mark.parametrize("text", NOT_NONE)
def test_no_end_of_the_match_for_everybody(text: str) -> None:
    assert fields(text).get("match") != "none"


STRUCK = (
    "Section 4.2, which provides for a match of 50% of the first 4% of pay that you defer, is hereby struck.",
    "The paragraph that says the Company matches 50% of the first 4% of pay you defer is eliminated.",
    "Eliminating the sentence that states the Company matches 50% of the first 4% of pay you defer.",
    "We told you in the fall that the Company would match 50% of the first 4% of pay you defer.",
    "The notice said that the Company would match 50% of the first 4% of pay you defer.",
)


@pytest.mark.parametrize("text", STRUCK)
def test_what_is_struck_or_was_told_once_is_no_formula(text: str) -> None:
    assert "match" not in fields(text)


STANDS = (
    "We are happy to tell you that the Company matches 50% of the first 4% of pay you defer.",
    "Section 4.2 is amended by adding: The Company matches 50% of the first 4% of pay you defer.",
    "As you were told at hire, the Company matches 50% of the first 4% of pay you defer.",
)


@pytest.mark.parametrize("text", STANDS)
def test_what_is_told_now_is_one(text: str) -> None:
    assert fields(text).get("match") == tiers((50, 4))


AFTER_TAX = "You may make after-tax contributions. "
WHICH = (
    ("The Company adds 50 cents for each dollar contributed, whatever its tax type, up to 6% of pay.", "match_on_after_tax", "yes"),
    ("The Company contributes 50% of the first 6% of pay that you contribute in each pay period as pre-tax, Roth or after-tax contributions.", "match_on_after_tax", "yes"),
    ("The Company matches 50% of the first 6% of pay you defer. At the limit your savings are taken as after-tax contributions instead, and the company match goes on.", "match_on_after_tax", "yes"),
    ("The Company matches 50% of the first 6% of pay you defer. Catch-up contributions, which members who have attained age 50 can make, are not matched.", "match_on_catch_up", "no"),
    ("The Company matches 50% of the first 6% of pay you defer. Catch-up contributions that participants aged 50 and over may make, are not matched.", "match_on_catch_up", None),
    ("The Company matches 50% of the first 6% of pay you defer. Catch-up is offered in both types, and is matched.", "match_on_catch_up", "yes"),
    ("The Company matches 50% of the first 6% of pay you defer. Catch-up is offered in both types, and is not matched.", "match_on_catch_up", "no"),
    ("Be sure that you get all of the match before you turn to after-tax savings.", "match_on_after_tax", None),
    ("Get the whole match before considering after-tax contributions.", "match_on_after_tax", None),
    ("At the limit your savings are taken as after-tax contributions instead, and the match continues only on pre-tax money.", "match_on_after_tax", "no"),
    ("Any amount other than Roth - pre-tax, after-tax, match or rollover - may be converted to Roth.", "match_on_after_tax", None),
    ("At the limit you may ask that your savings go on after-tax; the match stops.", "match_on_after_tax", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "field", "value"), WHICH)
def test_which_money_is_matched(text: str, field: str, value: str | None) -> None:
    assert fields(AFTER_TAX + text).get(field) == value


MATCH = "The Company matches 50% of the first 6% of pay you defer. "
WHEN = (
    ("For this calculation your pay and deferrals for the entire plan year are used.", "year"),
    ("If you changed your rate, your per-paycheck match may have come to less.", "payday"),
    ("If your payroll-by-payroll match was short, look at your statement.", "payday"),
    ("4.6 What if I stop during the year The match is figured each payroll period, but a true-up is made after year end.", "payday"),
    ("There is no per-paycheck match.", None),
    ("For this calculation overtime is used.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "value"), WHEN)
def test_how_often_taken_for_granted(text: str, value: str | None) -> None:
    assert fields(MATCH + text).get("match_period") == value


TRUE_UP = (
    ("A last calculation of the match after year end ensures that everybody has received the full amount.", "yes"),
    ("A review of the match after the end of the year makes sure that you get all of it.", "yes"),
    ("A review after year end makes sure that you get the full match.", "yes"),
    ("A review of fees after year end assures that you get the full statement.", None),
)


@pytest.mark.parametrize(("text", "value"), TRUE_UP)
def test_the_year_is_made_sure_of(text: str, value: str | None) -> None:
    assert fields(MATCH + text).get("true_up") == value


LIMITS = (
    ("The Employer contributes 50% of each dollar you defer up to 4% of pay, and in no event contributes more than $2,500 for a plan year.", "2500"),
    ("The Employer matches 50% of each dollar you defer up to 4% of pay, but never adds more than $2,500 a year.", "2500"),
    ("The Employer matches 50% of each dollar you defer up to 4% of pay. A participant in no event contributes more than $9,000 a year.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "most"), LIMITS)
def test_the_most_of_the_match(text: str, most: str | None) -> None:
    limits = fields(text).get("match_limits")
    assert (limits or {}).get("max_dollars") == most


BASIC = "5.1 Matching Contributions. The Employer shall contribute an amount equal to 60% of such Basic Contributions for each pay period."


def test_basic_contributions_as_an_article_defines_them() -> None:
    both = fields(
        "4.4 So much of a Member's Pre-Tax Contributions and After-Tax Contributions, in that order, as does not exceed 4% of Pay shall be Basic Contributions.\n\n"
        f"4.5 Catch-Up Contributions shall not be considered Basic Contributions.\n\n{BASIC}"
    )
    assert (both["match"], both["match_on_after_tax"], both["match_on_catch_up"]) == (tiers((60, 4)), "yes", "no")
    one = fields(
        f"4.4 So much of a Member's Pre-Tax Contributions as does not exceed 4% of Pay shall be Basic Contributions.\n\n{BASIC}"
    )
    assert one["match"] == tiers((60, 4))
    assert not {"match_on_after_tax", "match_on_catch_up"} & one.keys()


@pytest.mark.parametrize(
    "text",
    [
        "4.4 Supplemental Contributions shall not exceed 4% of Compensation. Basic Contributions are described elsewhere.",
        "4.4 Pre-Tax Contributions that do not exceed 4% of Compensation are not Basic Contributions.",
    ],
)
def test_what_is_no_definition_of_them(text: str) -> None:
    assert "match" not in fields(f"{text}\n\n{BASIC}")
