"""After-tax money in the language of auditors' notes and payroll: lists of kinds, Roth by another name, clauses on several kinds of money."""

from __future__ import annotations

import pytest
from tests.reader.test_traps import ROTH_ONLY, TAKES, _fields

PLAN = "Exemplar 401(k) Plan. "


@pytest.mark.parametrize(
    "text",
    [
        # Headings that lost their line.
        "Contributions Participants may contribute up to 40% of eligible compensation in pre-tax, Roth or after-tax contributions.",
        "B) CONTRIBUTIONS Each eligible employee may elect pre-tax, Roth and after-tax contributions through payroll deductions.",
        "Note 3 – Description of the Plan (continued) Participant Contributions Employees may make voluntary after-tax contributions.",
        # Rollovers beside them, and no rollovers of them.
        "Participants may also make voluntary after-tax contributions and rollover contributions.",
        "Participants may contribute amounts representing distributions from other qualified plans (rollovers) and may make voluntary after-tax contributions.",
        "Participants may make rollover contributions from other qualified plans and make voluntary after-tax contributions.",
        # Amended, added, given the option.
        "Effective May 1, 2024, the Plan was amended to allow for after-tax contributions of up to 12% of pay, and in-plan Roth conversions.",
        "Effective June 1, 2025, voluntary after-tax contributions of up to 30% of compensation are added as an option to the Plan.",
        "Participants were also given the option to make voluntary after-tax contributions.",
        "Participants are immediately eligible to make voluntary after-tax contributions, up to a maximum of 15% of base pay.",
        "Voluntary, nondeductible, after-tax contributions up to 7% of compensation are also allowed.",
        "The Plan allows participants to authorize the sponsor to withhold from 1% up to 60% of their annual eligible compensation for pre-tax, Roth or after-tax contributions to the Plan.",
        "Employee contributions consist of pre-tax deferrals, Roth contributions, and after-tax contributions.",
        # Limits that are no conditions, and what is said of others in the same breath.
        "Participants may make voluntary after-tax contributions as long as the total of all contributions does not exceed 60% of compensation.",
        "Participants may make voluntary after-tax contributions, provided that such contributions combined with pre-tax contributions do not exceed 40% of pay.",
        "The Plan permits voluntary after-tax contributions, and participants who have attained age 50 are eligible to make catch-up contributions.",
        "Upon meeting the eligibility requirements, participants may contribute up to 20% of pay on a voluntary after-tax basis.",
        "The Plan also provides for voluntary after-tax contributions that are subject to the annual addition limitations discussed below.",
        "The Plan was amended to permit voluntary after-tax contributions and to allow in-service withdrawals for participants who have attained age 59½.",
        # What could not be said of contributions that nobody makes.
        "The sum of pre-tax, Roth and after-tax contributions may not exceed 45% of compensation.",
        "Total after-tax contributions may not exceed 21% of eligible compensation.",
        "The Company matches 50% of each participant's pre-tax, Roth, and after-tax contributions up to 6% of pay.",
        "Highly compensated employees are limited to 7% of eligible pay for voluntary after-tax contributions.",
        # Roth and after-tax contributions are two things.
        "The Plan also allows Roth and after-tax contributions.",
        "Participants may elect to make Roth 401(k) contributions and after-tax contributions to the Plan.",
    ],
)  # fmt: skip
def test_leave_to_contribute(text: str) -> None:
    assert _fields(PLAN + text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        # Roth, called after-tax.
        "Participants may designate all or a portion of their deferral contributions as after-tax contributions into a Roth account.",
        "Participants may designate all or a portion of their elective deferrals as after-tax contributions.",
        "Eligible employees may elect to have their salary deferrals made as either pre-tax or after-tax contributions.",
        "Participants may contribute on a pre-tax basis, on an after-tax basis to a Roth 401(k), or a combination of both.",
        "Participants may contribute on a pre-tax basis, on a post-tax basis in the form of Roth contributions, or a combination of the two.",
        "Participants may contribute up to 70% of pre-tax compensation and up to 70% of after-tax compensation to a Roth deferral account.",
        "Participants may make pre-tax contributions or after-tax contributions to the Plan's Roth investment option.",
        "Participants may make pre-tax contributions and Roth contributions, which are made after-tax.",
        "Participants may contribute pre-tax pay, and may elect to make Roth contributions to the Plan on an after-tax basis.",
        "Participants may make Roth contributions using after-tax contributions.",
        'Participants may make pre-tax or after-tax ("Roth") contributions up to the limit set by the Internal Revenue Service (“IRS”).',
        "Employees may make post-tax (Roth) contributions or a combination of pre-tax and post-tax contributions.",
        # One basis or the other, where nothing says that it is not Roth.
        "Contributions may be made on a pre-tax or after-tax basis.",
        "Participants may contribute up to 80% of pay on a pre-tax and/or after-tax basis, subject to limits.",
        "Contributions are made on an after-tax rather than pre-tax basis as long as the total does not exceed the limit.",
        "Employees may contribute pre-tax or after-tax, up to the limit of Section 402(g), on a pre-tax or after-tax basis.",
        "Participants may make pre-tax or after-tax contributions of 1% to 75% of pay.",
        "The Company matches 50% of participant pre-tax or after-tax deferrals up to 6% of pay.",
        # Rollovers of such money.
        "Participants may make rollover contributions, excluding after-tax contributions, from other qualified plans.",
        "The Plan accepts rollovers of after-tax contributions.",
        "Participants may contribute amounts representing distributions from other plans, except those designated as after-tax contributions.",
        # For a part of the people, or nobody.
        "The Plan will allow Partners who are age 45 or younger to make voluntary after-tax contributions.",
        "There were no voluntary after-tax contributions to the Plan for the year ended December 31, 2025.",
        "Participants are fully vested in their pre-tax and after-tax contributions.",
    ],
)  # fmt: skip
def test_no_leave_to_contribute(text: str) -> None:
    assert "after_tax_allowed" not in _fields(PLAN + text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In no event may contributions exceed the limits, nor does the Plan permit voluntary after-tax contributions.", "no"),
        ("No voluntary after-tax contributions may be contributed by participants to the Plan.", "no"),
        ("A participant is generally not permitted to make voluntary after-tax contributions to the Plan.", "no"),
        ("There are no provisions for participant pre-tax or voluntary after-tax contributions.", "no"),
        ("Effective July 1, 2024, the Plan was amended to disallow voluntary after-tax contributions.", "frozen"),
        ("The Plan was amended effective May 6, 2024 to not allow participants to make voluntary after-tax contributions.", "frozen"),
        ("The Plan was amended effective April 1, 2025 to remove the provision allowing voluntary after-tax contributions.", "frozen"),
        ("The Plan was amended to eliminate the ability to make voluntary after-tax contributions.", "frozen"),
        ("Effective September 22, 2025, participants will no longer be able to make voluntary after-tax contributions.", "frozen"),
    ],
)  # fmt: skip
def test_not_taken_or_not_any_more(text: str, said: str) -> None:
    assert _fields(PLAN + text)["after_tax_allowed"] == said


def test_a_whole_description_without_roth_means_after_tax_as_it_says() -> None:
    basis = "Participants may contribute up to 80% of pay on a pre-tax or after-tax basis."
    assert "after_tax_allowed" not in _fields(PLAN + basis)
    long = "\n\n".join(f"Section {number} says how the investment funds are valued on each business day." for number in range(160))  # fmt: skip
    assert _fields(f"{PLAN}{basis}\n\n{long}")["after_tax_allowed"] == "yes"


WITHDRAWALS = [
    "Withdrawals from rollover contributions and after-tax contributions are permitted at any time.",
    "Partial or total withdrawals from rollover and after-tax accounts can be made at any time.",
    "Withdrawals are available for any reason from after-tax contributions and rollover contributions.",
    "In-service withdrawals are permitted with respect to a participant's after-tax contributions as often as once per calendar quarter.",
    "Active participants may withdraw certain amounts on hardship and may withdraw after-tax contributions at any time.",
    "The Plan provides for withdrawals of after-tax contributions at any time and of vested employer contributions upon attaining age 59½.",
    "Withdrawals of pre-tax contributions are permitted after age 59½ as well as withdrawals of after-tax contributions at any age for any reason.",
    "While employed, a participant may (i) withdraw rollover contributions at any time, (ii) withdraw after-tax contributions at any time, and (iii) withdraw the vested account upon attaining age 59½.",
    "In-service withdrawals are permitted (a) upon attaining age 59½, (b) from the after-tax contribution account, or (c) in cases of hardship.",
    "Participants may withdraw vested balances, provided they have attained age 59½; participants may also withdraw their after-tax contributions at any time.",
    "A participant still employed may request a distribution of all or any portion of his or her after-tax contributions at any time or pre-tax contributions after age 59½.",
    "Withdrawals and Terminations While employed, a participant may withdraw after-tax contributions at any time.",
]  # fmt: skip


@pytest.mark.parametrize("text", WITHDRAWALS)
def test_leave_to_withdraw(text: str) -> None:
    assert _fields(TAKES + text)["in_service_withdrawal"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Participants may withdraw rollover contributions at any time and after-tax contributions upon reaching age 59 ½.",
        "Withdrawals of after-tax contributions are permitted after age 59 ½.",
        "While employed, participants may withdraw after-tax contributions once they reach age 59 ½.",
        "Participants may withdraw after-tax contributions only for hardship and may withdraw rollover contributions at any time.",
        "In-service withdrawals are permitted (i) upon attaining age 59½ from the after-tax account, or (ii) in cases of hardship.",
        "After attaining age 59½, participants may withdraw pre-tax contributions and may withdraw after-tax contributions.",
        "A participant may withdraw rollovers at any time, and after-tax contributions after five years of service.",
    ],
)
def test_no_leave_to_withdraw(text: str) -> None:
    assert "in_service_withdrawal" not in _fields(TAKES + text)


@pytest.mark.parametrize(
    "text",
    [
        "The Plan permits Roth elective deferrals and in-plan Roth transfers.",
        "The Plan was amended effective January 1, 2024 to allow Roth elective deferrals and in-plan Roth conversions.",
        "Effective April 1, 2024, the Sponsor amended the Plan to permit in-plan Roth conversions.",
        "Effective December 1, 2021, the Plan added an option for in-plan Roth rollover contributions.",
        "The Employer has an in-plan Roth conversion option.",
        "Participants may make Roth deferrals and elect to convert fully vested balances to Roth contributions.",
        "In-plan Roth rollover contributions are allowed from vested accounts except for loan accounts.",
        "The Credit Union amended the Plan to allow for in-plan Roth rollover contributions.",
        "Effective October 1, 2025, (i) the Plan permits in-plan Roth conversions and (ii) forfeitures may only be used to reduce contributions.",
        "In-plan Roth conversions are permitted, and the Company makes matching contributions each payday.",
    ],
)  # fmt: skip
def test_leave_to_convert(text: str) -> None:
    assert _fields(TAKES + text)["in_plan_conversion"] == "on-request"


@pytest.mark.parametrize(
    "text",
    [
        "The Plan allows participants to convert any portion of their pre-tax contributions to Roth contributions.",
        "The Plan allows active participants to convert any portion of their deferral contributions to be designated as Roth balances.",
        "The Plan allows participants to convert previously made pre-tax deferrals to a Roth account.",
        "In-plan Roth conversions are permitted for participants who are otherwise eligible for a distribution, generally at age 59½.",
        "The Company plans to offer in-plan Roth conversions.",
        "The Plan was amended effective March 1, 2027 to allow in-plan Roth conversions.",
    ],
)
def test_no_leave_to_convert(text: str) -> None:
    assert "in_plan_conversion" not in _fields(TAKES + text)


def test_what_a_sentence_names_in_brackets_is_not_the_money() -> None:
    text = 'After-tax ("Roth") contributions are limited by the Internal Revenue Code ("Code").'
    assert "after_tax_allowed" not in _fields(
        f"{ROTH_ONLY}{text} Participants may contribute up to the limits of the Code."
    )


def test_as_permitted_by_the_code_is_no_form() -> None:
    for words in (
        "as permitted under Section 401(k)",
        "as provided for in the Internal Revenue Code",
        "as defined in the Plan",
    ):
        assert _fields(f"{PLAN}Participants may elect pre-tax, Roth, and after-tax contributions, {words}.")["after_tax_allowed"] == "yes"  # fmt: skip
    form = "Participants may elect pre-tax, Roth, and after-tax contributions, as elected in the Adoption Agreement."
    assert "after_tax_allowed" not in _fields(PLAN + form)


def test_a_future_whose_day_has_come() -> None:
    text = (
        "Effective {}, the Plan changes. You will be able to convert after-tax contributions to Roth within the Plan."
    )
    assert _fields(TAKES + text.format("April 1, 2022"))["in_plan_conversion"] == "on-request"
    assert "in_plan_conversion" not in _fields(TAKES + text.format("April 1, 2028"))
    assert "in_plan_conversion" not in _fields(TAKES + "You will be able to convert after-tax contributions to Roth within the Plan.")  # fmt: skip


def test_in_plain_text_a_blank_line_parts_and_nobody_wraps_late() -> None:
    long = "Pursuant to its terms, the Plan accepts elective deferrals of up to half of the eligible compensation of each participant, unless otherwise stated in thousands…"
    for between in ("\n\n", "\n"):
        told = _fields(f"{PLAN}\n\n{long}{between}The Plan permits participants to make voluntary after-tax contributions.{between}{long}")  # fmt: skip
        assert told["after_tax_allowed"] == "yes"
