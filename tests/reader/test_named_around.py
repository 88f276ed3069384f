"""Whom and what a sentence is on, as its title, its question, its row or its form tells: one group, what is there, three kinds, what was."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

_AT = "You may make pre-tax, Roth and traditional after-tax contributions.\n\n"


def test_the_group_of_the_title_is_everybody() -> None:
    """The union that writes, and its executive board, are no other groups."""
    text = (
        "Local 77 – Notice to members\n\nRe: The Sample Power Hourly Employees' Savings Plan\n\n"
        "The match is 50 cents on the dollar up to 6% of pay.\n\nIn solidarity, the Executive Board\n"
    )
    assert fields(text).get("match") == tiers((50, 6))
    both = fields(f"{text}\nSalaried employees\nTheir match is 100% of the first 3% of pay.\n")
    assert both.get("match") != tiers((50, 6))


def test_what_about_the_money_that_is_there() -> None:
    asked = "1. What about the after-tax money I already have? It stays in your account. You may still withdraw it once every calendar quarter.\n"
    assert fields(_AT + asked).get("in_service_withdrawal") == "yes"
    other = "1. What about the match I already have? It stays in your account. You may still withdraw it once every calendar quarter.\n"
    assert fields(_AT + other).get("in_service_withdrawal") != "yes"


def test_a_row_of_the_three() -> None:
    told = fields("What you decide\n\nHow much – 1% to 70% of pay\n\nHow – pre-tax, Roth, or after-tax\n")
    assert (told.get("after_tax_allowed"), told.get("roth_deferrals")) == ("yes", "yes")
    out = fields("What you withdraw\n\nHow – pre-tax, Roth, or after-tax, never both\n")
    assert "after_tax_allowed" not in out


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("After-tax ends\nFor years some of us put money in the plan after-tax. That stops with the last paycheck of 2020.", "frozen"),
        ("The plan cannot take any more after-tax money from any member.", "frozen"),
        ("For years some of us put money in the plan after-tax. That stops when you reach the limit.", None),
    ],
)  # fmt: skip
def test_it_was_taken_once(said: str, value: str | None) -> None:
    told = fields(
        f"Pre-tax and Roth contributions are allowed, up to 40% of pay. Traditional after-tax money stays in its account.\n\n{said}\n"
    )
    assert told.get("after_tax_allowed") == value or (value is None and told.get("after_tax_allowed") != "frozen")


@pytest.mark.parametrize(
    "said",
    [
        "There is no Roth option in the bargaining unit plan.",
        "There is no Roth option in the plan; it was proposed, but the company would not agree.",
        "Roth. The company declined our proposal to add a Roth feature.",
        "No Designated Roth Contributions shall be accepted under the Plan.",
    ],
)
def test_no_roth(said: str) -> None:
    title = "Savings Plan for Bargaining Unit Members\n\n" if "bargaining" in said else ""
    assert fields(f"{title}You may save up to 20% of pay before tax.\n\n{said}\n").get("roth_deferrals") == "no"


def test_no_roth_only_proposed() -> None:
    assert fields("You may save before tax. A Roth option was proposed.\n").get("roth_deferrals") is None


def test_roth_as_the_title_of_a_part() -> None:
    """What stands above it is the title of the part before."""
    text = "Withdrawals\n\nCompany match\nOnce you have five years in the plan.\n\nPre-tax and Roth contributions\nOnly when you are 59½.\n"
    assert fields(text).get("roth_deferrals") == "yes"
    assert fields(text.replace("Pre-tax and Roth contributions", "Roth IRA")).get("roth_deferrals") is None


_FORM = """ADOPTION AGREEMENT

9. EMPLOYEE CONTRIBUTIONS
 a. [X] Pre-Tax Elective Deferrals. Maximum: [X] 70 % of Compensation [ ] none
 b. {roth} Roth Elective Deferrals. Effective: 01/01/2016

10. VOLUNTARY (AFTER-TAX) EMPLOYEE CONTRIBUTIONS. See Section 3.4 of the Basic Plan Document.
 {none} 1. are not permitted.
 {some} 2. are permitted in an amount not to exceed 6 % of Compensation.

11. MATCHING CONTRIBUTIONS
 a. [X] None.
 b. [ ] Fixed.
"""


def test_a_form_that_says_since_when_and_where_to_look() -> None:
    ticked = fields(_FORM.format(roth="[X]", none="[ ]", some="[X]"))
    assert (ticked.get("roth_deferrals"), ticked.get("after_tax_allowed")) == ("yes", "yes")
    empty = fields(_FORM.format(roth="[ ]", none="[X]", some="[ ]"))
    assert empty.get("roth_deferrals") != "yes"
    assert empty.get("after_tax_allowed") == "no"


def test_a_form_on_what_was_permitted() -> None:
    form = (
        "ADOPTION AGREEMENT\n\n1.07 DEFERRALS\n(a) ☒ Roth contributions are permitted.\n(b) ☐ Automatic enrollment.\n\n1.08 EMPLOYEE CONTRIBUTIONS (after-tax)\n"
        "(a) ☐ Future Employee Contributions are permitted.\n(b) {} Employee Contributions were previously permitted.\n\n1.09 LOANS\n(a) ☒ Permitted.\n(b) ☐ Not permitted.\n"
    )
    assert fields(form.format("☒")).get("after_tax_allowed") == "frozen"
    assert fields(form.format("☐")).get("after_tax_allowed") != "frozen"


def test_as_often_as() -> None:
    act = "How do I get it to Roth?\nCall and say you'd like an in-plan Roth conversion of your after-tax money. There is no online form. "
    assert str(fields(f"{_AT}{act}You may do it four times a year.").get("conversions_per_year")) == "4"
    assert fields(f"{_AT}{act}You may borrow four times a year.").get("conversions_per_year") is None


def test_how_often_below_withdrawals() -> None:
    """`Maximum two per year`, among the occasions below a title on withdrawals, that follows the one on conversion."""
    text = (
        f"{_AT}Roth in-plan conversion\nYou may convert your after-tax account to Roth on request.\n\nIn-service withdrawals\n"
        "• After-tax: any time\n• Hardship: for certain immediate needs. Maximum two per year.\n"
    )
    assert "conversions_per_year" not in fields(text)
