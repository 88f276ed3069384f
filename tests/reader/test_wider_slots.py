"""Caps, enrolment, Roth, spillover, dates and keepers in other words: what is read, and what looks alike and says something else."""

from __future__ import annotations

import datetime

import pytest
from tests.reader.said import fields

from megaroth.reader import work

THREE = "You may make before-tax, Roth and after-tax contributions."


def dated(text: str) -> str:
    """The date of a document, as it stands."""
    told = work.work({"do": "read", "kind": "text", "today": datetime.date(2026, 11, 26).isoformat()}, text.encode())
    assert isinstance(told, dict)
    return str(told["date"])


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Put aside between 2% and 45% of pay, pre-tax or Roth; go to match.exemplar.com to do it.", "deferral", "45"),
        ("How do my savings grow?\n- Through your own deposits, from 2% to 45% of base pay\n", "deferral", "45"),
        (
            "Save up to 45% of pay, pre-tax or Roth. For every Roth dollar, up to 5% of pay, Exemplar adds one.",
            "deferral",
            "45",
        ),
        (f"{THREE} Mix the three as you like so long as the sum stays within 35% of pay.", "combined", "35"),
        (f"{THREE}\nLIMITS\nAll of your contributions together, catch-up excluded: 65% of pay.", "combined", "65"),
        (f"{THREE}\nLIMITS\nNot counting catch-up, all your contributions combined: 65% of pay.", "combined", "65"),
        (
            f"{THREE} Highly compensated employees (base pay of $160,000 or more) may put in no more than 7% after-tax.",
            "hce_after_tax",
            "7",
        ),
        (
            f"{THREE} Members the tax law calls highly compensated may direct at most 7% to after-tax.",
            "hce_after_tax",
            "7",
        ),
        (f"{THREE} You may save up to 12% of pay after-tax (less for HCEs if tests fail).", "after_tax", "12"),
    ],
)
def test_a_cap_is_told(text: str, field: str, value: str) -> None:
    assert fields(text)[f"{field}_cap_percent"] == value


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (f"{THREE} The firm's contributions and yours may not be over $70,000 or, if less, 100% of pay.", "combined"),
        (f"{THREE} Our contributions plus yours cannot be above 100% of pay.", "combined"),
        ("For each pre-tax or Roth dollar you save, up to 5% of pay, Exemplar adds a dollar.", "deferral"),
        ("On every dollar of your deferrals up to 5% of pay the firm gives fifty cents.", "deferral"),
        (f"{THREE} You may save up to 12% of pay after-tax (less for HCEs if tests fail).", "hce_after_tax"),
        ("VESTING\nYour after-tax contributions: 100%.\nAll of your contributions together: 100%.", "combined"),
        (f"{THREE} Members who made $160,000 are paid 4% more.", "hce_after_tax"),
    ],
)
def test_no_cap_is_told(text: str, field: str) -> None:
    assert f"{field}_cap_percent" not in fields(text)


def test_a_cap_in_dollars_may_be_less_by_law() -> None:
    text = "After-tax contributions for any Plan Year may not exceed $15,000"
    for end in (", or such lower amount as section 415 leaves.", ", or, if less, the room within section 415."):
        assert fields(f"{THREE} {text}{end}")["after_tax_cap_dollars"] == "15000"
    assert "after_tax_cap_dollars" not in fields(f"{THREE} {text} under section 415 in 2024.")


def test_what_is_withheld_from_a_payment_enrols_nobody() -> None:
    for text in (
        "Cash payouts cannot be rolled over; from these 10% is withheld unless you choose otherwise.",
        "Unless you tell us not to, 10% is withheld from a hardship withdrawal.",
        "From distributions of this kind 10% will be withheld if you make no election.",
    ):
        assert "auto_enrolment_percent" not in fields(text)


def test_a_bracket_before_the_rate_bounds_nothing() -> None:
    text = "Does the automatic feature concern me?\nFrom the first payday (for rehires, at least 45 days after this notice), 4% of pay will be withheld before tax."
    assert fields(text)["auto_enrolment_percent"] == "4"
    text = "Does the automatic feature concern me?\nIt does. You must put in at least 4% of pay before tax to get the match."
    assert "auto_enrolment_percent" not in fields(text)


@pytest.mark.parametrize(
    "text",
    [
        "My vested interest? Elective deferrals, Roth or pre-tax, and rollovers: 100%.",
        "Loans come out of deferrals (pre-tax and Roth) and rollovers alike.",
        "Money in the traditional 401(k) avoids income tax this year.\nMoney in the Roth 401(k) is taxed this year.",
        "Pre-tax savings lower your tax today. Roth savings are taxed before they go in.",
    ],
)
def test_roth_is_taken(text: str) -> None:
    assert fields(text)["roth_deferrals"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "The plan takes rollovers of elective deferrals, Roth or pre-tax, from other employers' plans.",
        "Elective deferrals, Roth or pre-tax, of the predecessor plan are held apart.",
        "CONVERSIONS\nPre-tax money is taxed at the time. Roth money is taxed no more, having been taxed.",
        "Pre-tax rollover money is taxed later. Roth rollover money has been taxed already.",
        "Money in a Roth IRA is taxed this year. Money in the regular account is taxed later.",
    ],
)
def test_roth_is_not_told(text: str) -> None:
    assert "roth_deferrals" not in fields(text)


def test_spillover_by_who_does_it() -> None:
    before = f"{THREE} Once at the IRS limit you can go on after-tax, but must set an after-tax rate."
    assert fields(f"{before} Payroll does not switch them over for you.")["spillover"] == "no"
    assert fields(f"{before} Nobody will set it up for you.")["spillover"] == "no"
    assert "spillover" not in fields(f"{before} Payroll does not file your tax return for you.")
    told = "Once you are at the IRS limit, what you would have put in as Roth is redirected to your after-tax account for the rest of the year, unless you say no."
    assert fields(f"{THREE} {told}")["spillover"] == "yes"


def test_the_early_sixties() -> None:
    asked = "And the bigger catch-up for those in their early 60s?\n"
    assert fields(f"{asked}The firm has decided not to offer it.")["super_catch_up"] == "no"
    assert "super_catch_up" not in fields("Many retire in their early sixties. Catch-up is for those of 50 and over.")


def test_pay_in_an_answer_in_brackets() -> None:
    assert "eligible_pay" in fields("Is overtime part of base pay? (No. Shift premium is.)")
    assert "eligible_pay" not in fields("There is no waiting period for deferring your own pay.")


def test_whom_one_sends_forms_to() -> None:
    assert fields("Mail the signed rollover form to Milliman, or telephone 866-555-0100.")["recordkeeper"] == "Milliman"
    assert fields("Call Diversified at 1-888-555-0100 for a form.")["recordkeeper"] == "Diversified"
    assert "recordkeeper" not in fields("You may have your rollover check sent to Vanguard or another house.")
    assert "recordkeeper" not in fields("Send the rollover check to Vanguard within 60 days.")
    assert "recordkeeper" not in fields("A diversified fund holds many stocks. Call 1-888-555-0100.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Exemplar 401(k) Plan\nSummary of Plan Provisions      SPP 03/01/22\n\nYou may save.", "2022-03-01"),
        (
            "1 Exemplar Plan Summary Plan Description (Effective May 1, 2018) Joining You may join at once.",
            "2018-05-01",
        ),
        ("Exemplar 401(k) Plan\n\nADOPTION AGREEMENT\n\nThe Company has signed as of 11/04/2021.", "2021-11-04"),
        (
            "SECOND AMENDMENT\nOF THE EXEMPLAR PLAN\n\nTHIS AMENDMENT, made as of May 4, 2018, by Exemplar, Inc.\n\n1. Effective January 1, 2019, Section 3.1 is amended to read: Members may save.",
            "2018-05-04",
        ),
        (
            "SECOND AMENDMENT\nOF THE EXEMPLAR PLAN\n\nThe Plan was made as of May 4, 2018.\n\n1. Effective January 1, 2019, Section 3.1 is amended to read: Members may save.",
            "2019-01-01",
        ),
    ],
)
def test_of_when_a_paper_is(text: str, day: str) -> None:
    assert dated(text) == day
