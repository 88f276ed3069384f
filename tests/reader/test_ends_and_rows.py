"""How a way to save ends, what a row or a title denies, documents without Roth, and caps divided among kinds of money."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

ROTH = "Pre-tax and Roth deferrals are available. "


@pytest.mark.parametrize(
    "said",
    [
        "The Company shut off the after-tax (non-Roth) source to new money in March 2019.",
        "Voluntary after-tax contributions were suspended in 2012 and will not be resumed.",
        "Traditional after-tax contributions were phased out at the end of 2018.",
        "We did away with the traditional after-tax (non-Roth) contribution option in 2020.",
        "The last voluntary after-tax contribution was taken from the December 30, 2016 paycheck.",
        "The voluntary after-tax feature was retired on January 1, 2021.",
        "Voluntary after-tax contributions came to an end on June 30, 2017.",
        "The option to make voluntary after-tax contributions was dropped when the plan was restated in 2016.",
        "Acme turned off voluntary after-tax contributions in 2018.",
        "Before 2010 employees made voluntary after-tax contributions. These contributions may no longer be made, but money in after-tax accounts stays invested.",
        "\n\nSay goodbye to voluntary after-tax contributions\n\nThe last after-tax deduction was made on December 27, 2024.",
        "\n\nTraditional after-tax contributions\n\nClosed to new contributions as of January 1, 2015.",
    ],
)  # fmt: skip
def test_an_end_in_whatever_words_is_an_end(said: str) -> None:
    assert fields(ROTH + said)["after_tax_allowed"] == "frozen"


@pytest.mark.parametrize(
    "said",
    [
        "Few of our people use the voluntary after-tax option.",
        "Very few employees chose the traditional after-tax option in past years.",
        "Only 3% of participants use the voluntary after-tax (non-Roth) option.",
        "The match on voluntary after-tax contributions ended on December 31, 2020.",
        "Voluntary after-tax contributions are suspended for six months after a hardship withdrawal.",
        "Voluntary after-tax contributions stop once you reach the limit on annual additions.",
        "The match does not depend on whether you save before-tax, Roth or after-tax.",
        "Voluntary after-tax contributions were eliminated from the test.",
        "Who may make voluntary after-tax contributions?\nEmployees of the former Oldco plan.",
    ],
)
def test_what_few_take_up_and_what_ends_for_a_time_is_neither_leave_nor_an_end(said: str) -> None:
    assert "after_tax_allowed" not in fields(ROTH + said)


@pytest.mark.parametrize(
    "said",
    [
        "Voluntary after-tax contributions of up to 10% of pay may be made. They are suspended for six months after a withdrawal.",
        "You can turn off your voluntary after-tax contributions at any time. You may save up to 8% of pay after-tax (non-Roth).",
        "It makes no difference whether your savings are before-tax, Roth or after-tax. You may save up to 20% of pay in before-tax, Roth and after-tax contributions.",
        "A Member may contribute 1% to 20% of Considered Compensation in any mix of pre-tax, Roth and after-tax contributions.",
    ],
)  # fmt: skip
def test_what_one_person_stops_ends_nothing(said: str) -> None:
    assert fields(ROTH + said)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "said",
    [
        "4.02 Voluntary After-Tax Contributions. Not permitted.",
        "Employee After-Tax Contributions\nNot allowed at this time.",
        "The Plan does not provide for profit sharing contributions or for voluntary after-tax contributions.",
        "There is no provision for matching, profit sharing or after-tax contributions.",
        "It cannot accept after-tax contributions, whether by payroll deduction or as part of a rollover.",
        "Can I make after-tax contributions?\nApart from Roth contributions, no.",
    ],
)
def test_what_a_title_a_list_or_an_answer_with_an_exception_denies(said: str) -> None:
    assert fields(f"{ROTH}\n\n{said}")["after_tax_allowed"] == "no"


@pytest.mark.parametrize(
    "said",
    [
        "After-tax contributions for HCEs\nNot permitted.",
        "Withdrawals of after-tax contributions\nNot permitted.",
        "After-tax contributions\nAre not matched.",
        "Source            Limit        Matched?\nPre-tax           50%          Yes\nAfter-tax         10%          No",
    ],
)
def test_a_denial_of_something_else_is_none_of_the_contributions(said: str) -> None:
    assert fields(f"{ROTH}\n\n{said}").get("after_tax_allowed") in (None, "yes")


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        ("You may make after-tax contributions of 1% to 10% of pay. The Plan has no Roth feature.", "yes"),
        ("Does the Plan accept Roth contributions?\nNot at this time.\n\nYou may make after-tax contributions of up to 6% of pay.", "yes"),
        ("Roth contributions are not available to interns. You may make after-tax contributions of up to 6% of pay.", None),
        ("Can I convert to Roth?\nNo. You may make contributions before-tax or after-tax.", None),
    ],
)  # fmt: skip
def test_where_roth_is_named_only_to_be_denied_after_tax_is_what_it_says(said: str, allowed: str | None) -> None:
    assert fields(said).get("after_tax_allowed") == allowed


@pytest.mark.parametrize(
    ("said", "caps"),
    [
        ("You may save 1% to 40% of your pay. You decide how your savings are divided among before-tax, Roth and after-tax contributions.", {"combined_cap_percent": "40"}),
        ("You may contribute between 2% and 30% of earnings. The percentage may be split among before-tax, Roth and after-tax contributions as you wish, except that before-tax and Roth contributions together may not be more than 18% of earnings.", {"combined_cap_percent": "30", "deferral_cap_percent": "18"}),
        ("You may have pre-tax, Roth and after-tax elections at once. Together they cannot be more than 45% of pay.", {"combined_cap_percent": "45"}),
        ("The before-tax reduction and the after-tax deduction together may not be more than 35% of wages. You may make voluntary after-tax contributions.", {"combined_cap_percent": "35"}),
        ("You may make 401(k) contributions of 1% to 90% of compensation, less what is withheld for payroll taxes and benefit premiums.", {"deferral_cap_percent": "90"}),
        ("If the Company has told you that you are a highly compensated employee, no more than 7% of your pay may be contributed on a voluntary after-tax basis.", {"hce_after_tax_cap_percent": "7"}),
        ("Voluntary after-tax contributions\nYou may save 1% to 15% of pay. Highly compensated employees are limited to 5% so that the plan passes.", {"after_tax_cap_percent": "15"}),
        ("HOW MUCH CAN I SAVE?\n\n                              Non-Highly Compensated      Highly Compensated\nBefore-tax and Roth           1% to 32%                   1% to 20%\nAfter-tax (non-Roth)          1% to 18%                   1% to 4%\nAll employee contributions    1% to 48%                   1% to 24%\n\nPercentages are of your base pay.", {"deferral_cap_percent": "32", "after_tax_cap_percent": "18", "hce_after_tax_cap_percent": "4", "combined_cap_percent": "48"}),
    ],
)  # fmt: skip
def test_caps_divided_totalled_and_in_columns(said: str, caps: dict[str, str]) -> None:
    told = fields(said)
    assert {name: told.get(name) for name in caps} == caps


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Regular Savings may be 2%, 4% or 6% of pay. Additional Savings may be made besides, before-tax or after-tax. The Plan has no Roth feature.", "combined_cap_percent"),
        ("Company matching rates\n\nPre-tax\n6%\nAfter-tax (non-Roth)\n3%", "after_tax_cap_percent"),
        ("Buy company shares through after-tax payroll deductions of up to 10% of your base pay.", "after_tax_cap_percent"),
    ],
)  # fmt: skip
def test_a_first_tier_and_a_premium_are_no_caps(said: str, field: str) -> None:
    assert field not in fields(said)


@pytest.mark.parametrize(
    ("said", "keeper"),
    [
        ("Recordkeeping for the Plan is done by Cobalt Retirement Services (1-888-555-0175).", "Cobalt Retirement Services"),
        ("Juniper Trust Company, N.A. is the trustee and keeps the records of your account.", "Juniper Trust Company"),
        ("Fidelity will take over recordkeeping from Transamerica.", "Fidelity"),
        ('References to "Prudential Retirement" should be read as "Empower".', "Empower"),
        ("For help dial The Standard at 800-555-0112.", "The Standard"),
        ("The standard rate is 3%. Call the standard at work.", None),
        ("Summit Payroll keeps records of your hours of service.", None),
    ],
)  # fmt: skip
def test_who_keeps_the_records_and_who_no_longer_does(said: str, keeper: str | None) -> None:
    assert fields(f"You may contribute 5% of pay to the 401(k). {said}").get("recordkeeper") == keeper


@pytest.mark.parametrize(
    "said",
    [
        "Pre-tax only: the Plan does not offer Roth 401(k) contributions from your pay.",
        "Although the Plan does not offer Roth 401(k) contributions from your pay, it lets you convert to Roth.",
        "The Plan doesn't permit Roth or other after-tax contributions.",
        "Q5. Is there Roth?\nNo. You may contribute 5% of pay before-tax.",
    ],
)
def test_no_roth_in_a_clause_a_list_or_a_numbered_answer(said: str) -> None:
    assert fields(said)["roth_deferrals"] == "no"


def test_the_rate_that_was_is_not_the_rate_that_is() -> None:
    told = fields(
        "New hires will be enrolled at 6% (it was 3%). If you were automatically enrolled at 3%, your rate will move to 6%."
    )
    assert told["auto_enrolment_percent"] == "6"
