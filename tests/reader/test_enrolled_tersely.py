"""Automatic enrolment and increase as pages say them in a hurry."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

RATES = [
    ("Once you are here 30 days you're in at 5% pre-tax. It rises 1% every May till you're at 10%.", "5", "1"),
    ("Save up to 50% of pay. Nothing to fill out: after 60 days you're in at 3%.", "3", None),
    ("How do I join?\nYou're already in. 4% before-tax is withheld from your second check on, and it goes up 1% every June until 10%.", "4", "1"),
    ("You don't have to sign up: after a month, 6% of your pay is taken out pre-tax.", "6", None),
    ("No enrollment within 45 days = automatic enrollment at 4% of pretax pay.", "4", None),
    ("You're enrolled automatically at 3% if payroll hasn't received anything from you in 60 days.", "3", None),
    ("You were enrolled at 5% before-tax on your second check, to receive the full company match at once.", "5", None),
    ("New hires default to 4% before-tax after 45 days.", "4", None),
    ("Teammates are enrolled automatically at 6% before-tax. Then +1% with the first paycheck in July, up to 12%.", "6", "1"),
    ("New employees are enrolled at 5% (4% before January 1, 2023) unless they decline, with yearly increases of 1% to a maximum of 10%.", "5", "1"),
    ("Under automatic enrollment, wages are reduced and contributed to the Plan by 4% (rising by 1% per year until 10%), unless they opt out.", "4", "1"),
    ("The safe harbor match design has a 1% annual automatic escalation up to 10%.", None, "1"),
    ("Automatic enrollment is now 5% (it was 3%). If you're among those we enrolled at 3% you've been moved up to 5%.", "5", None),
    ("Auto | 4% pretax / +1 each July 1 / stops at 10%\nVesting | 2 years", "4", "1"),
    ("Automatic enrollment          Y - 5% PRE\nLoans                         Y", "5", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rate", "step"), RATES)
def test_the_rate_and_the_step(text: str, rate: str | None, step: str | None) -> None:
    said = fields(text)
    have = tuple(
        None if value is None else str(value)
        for value in (said.get("auto_enrolment_percent"), said.get("auto_increase_percent"))
    )
    assert have == (rate, step)


NONE = [
    "You do not need to do anything to get the Company's contribution: 3% of pay goes to your account.",
    "You do not have to do anything; we contribute 3% of your pay to the plan.",
    "Say you are in at 6% pre-tax. Then you get all of the match.",
    "Those we enrolled at 3% in 2023 stay there.",
    "People we enrolled at 2% have been moved up to 3%.",
    "Twenty percent is withheld from the taxable part unless it goes directly to an IRA.",
    "10% is withheld from the amount you take out unless it goes to another employer's plan.",
    "Auto insurance\n4% discount / +1 each July 1",
    "The pension grows by 6% + 1% each year automatically.",
    "Default fund: rises 1% each year.",
    "If you stop contributing your match is reduced by 3%.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_else_has_such_words(text: str) -> None:
    said = fields(f"You may contribute to the 401(k) plan.\n\n{text}")
    assert not {"auto_enrolment_percent", "auto_increase_percent"} & said.keys()
