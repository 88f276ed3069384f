"""After-tax money told from Roth by what stands beside it; permissions with limits; and the caps, dates and names around them."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

from megaroth.reader import work

TELLS = [
    ("Your contributions\nPre-tax/Roth: 1% to 60% of pay\nAfter-tax: 1% to 10% of pay\n", "yes"),
    (
        "How much you can save\nType                     Limit\nBefore-tax and Roth      up to 75% of pay\nAfter-tax                up to 12% of pay\n",
        "yes",
    ),
    (
        "You may make pre-tax or Roth contributions of up to 50% of pay. The Company matches pre-tax and Roth contributions up to 4%. We do not match after-tax contributions.",
        "yes",
    ),
    (
        "You may save pre-tax or as Roth. You may also save after-tax, up to 10% of pay.\nHow do I move my after-tax contributions to Roth?\nCall the service center.",
        "yes",
    ),
    (
        "You can direct your savings to your Tax-Deferred Account, your Roth Account or your Taxed Account. Your Taxed Account holds savings from pay on which tax was paid.",
        "yes",
    ),
    (
        "Pre-tax and Roth contributions are accepted.\nWhat is a supplemental contribution?\nIt's money from pay that has already been taxed. It's not the same thing as a Roth contribution.\nHow much can I put in?\nUp to 10% of pay as supplemental contributions.",
        "yes",
    ),
    ("3.3 Voluntary employee (after-tax) contributions. Allowed. Maximum: 10% of pay.", "yes"),
    ("FAQ on voluntary after-tax contributions\nHow much may I contribute after-tax?\nEveryone: from 1% to 10% of pay.", "yes"),
    ("You may make pre-tax or Roth contributions.\nTraditional After-Tax Contributions. You may make these from 1% to 10% of pay.", "yes"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), TELLS)
def test_what_stands_beside_after_tax_money_tells_that_it_is_no_roth(text: str, said: str) -> None:
    assert fields(text).get("after_tax_allowed") == said


LIMITED = [
    "You may contribute to the Plan on an after-tax basis, provided that your total contributions do not exceed 60% of pay.",
    "Voluntary after-tax contributions may be made, so long as all of your contributions together are not more than 20% of pay.",
    "Voluntary after-tax contributions of up to 10% are available, unless you are a highly compensated employee.",
    "You can make voluntary after-tax contributions if you are not a highly compensated employee.",
    "You may make voluntary after-tax contributions if your pay is below the HCE limit.",
    "Voluntary after-tax contributions are permitted; if you are not a highly compensated employee.",
    "Employees who are not Highly Compensated Employees may also make voluntary after-tax contributions of up to 10% of pay.",
    "All participants who are not HCEs may make traditional after-tax contributions of up to 6% of pay.",
    "Employees other than highly compensated employees may make voluntary after-tax contributions.",
]


@pytest.mark.parametrize("text", LIMITED)
def test_a_limit_and_a_rule_for_the_highly_compensated_leave_the_permission(text: str) -> None:
    assert fields(text).get("after_tax_allowed") == "yes"


NO_LEAVE = [
    "From 2019 to 2023, the Plan allowed voluntary after-tax contributions of up to 5% of pay.",
    "Employees of the former Alpha Company were able to make voluntary after-tax contributions from 1990 to 2005.",
    "What is the Thrift Plan?\nIt is a plan through which you save after-tax dollars. You may save up to 5% in the Thrift Plan as Roth.",
    "Voluntary after-tax contributions may be made so long as your employer allows them and they do not exceed 10%.",
    "You may make voluntary after-tax contributions if the plan is amended and your pay does not exceed $155,000.",
    "Only highly compensated employees may make voluntary after-tax contributions.",
    "Voluntary after-tax contributions are available unless you are not a highly compensated employee.",
    "Voluntary after-tax contributions may be made if you are told that you are highly compensated.",
    "You may make voluntary after-tax contributions unless you are a union employee.",
    "Voluntary after-tax contributions may be made by union employees who are not highly compensated employees.",
    "No participant may make voluntary after-tax contributions while on a leave of absence.",
    "The voluntary after-tax feature does not offer a match.",
    "Some plans let employees convert voluntary after-tax contributions. Ours does not.",
    "Some employers match voluntary after-tax contributions. We do not.",
    "You may contribute pre-tax or Roth.\nHow much can I contribute after tax?\nMost associates: nothing.",
    "Your contributions are pre-tax or Roth: 1% to 60% of pay.\nAfter-tax benefits of saving: see below.",
]


@pytest.mark.parametrize("text", NO_LEAVE)
def test_conditions_of_the_plan_and_other_subjects_give_no_leave(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)


ENDED = [
    ("From 1984 through 2005, the Plan allowed voluntary after-tax contributions.", "frozen"),
    ("The Plan accepted voluntary after-tax contributions between 1990 and 2001.", "frozen"),
    ("No employee may make voluntary after-tax contributions to the Plan.", "no"),
    ("Effective January 1, 2020, no Member shall make voluntary After-Tax Contributions.", "frozen"),
    ("Voluntary after-tax contributions\nNone may be made.", "no"),
    ("Retirement\nYou may save before-tax.\nOther kinds of saving\nMany employers allow voluntary after-tax contributions. Ours does not.", "no"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ENDED)
def test_a_time_that_is_over_and_what_nobody_may(text: str, said: str) -> None:
    assert fields(text).get("after_tax_allowed") == said


def test_what_the_option_does_not_include_is_not_refused_itself() -> None:
    text = "You may save up to 10% of pay in voluntary after-tax contributions. The after-tax option does not include a Roth conversion."
    assert fields(text).get("after_tax_allowed") == "yes"


KINDS = "\n\nKinds of money\n\nThe Plan takes pre-tax, Roth and traditional after-tax contributions.\n"
CAPS = [
    ("Your pre-tax, Roth and after-tax rates together may not exceed 60%.", {"combined_cap_percent": "60"}),
    ("In total, no member may have more than 60% of pay withheld for pre-tax, Roth and after-tax contributions.", {"combined_cap_percent": "60"}),
    ("How much can I put in?\nUp to 40% of your pay in total. That's for traditional, Roth and after-tax contributions combined.", {"combined_cap_percent": "40"}),
    ("Deferrals and voluntary contributions taken together shall not exceed 35% of pay.", {"combined_cap_percent": "35"}),
    ("The Plan restricts after-tax savings to 10% of pay.", {"after_tax_cap_percent": "10"}),
    ("Highly compensated employees may not make after-tax contributions in excess of 8% of pay.", {"hce_after_tax_cap_percent": "8"}),
    ("You may save up to 75% of your pay, before taxes or as Roth.", {"deferral_cap_percent": "75"}),
    ("After you have elected the maximum pre-tax amount for the year, you may make after-tax contributions of up to $20,000 a calendar year.", {"after_tax_cap_dollars": "20000"}),
    ("How much you can contribute\n                      Minimum          Maximum\nPre-tax and Roth      1% of pay        50% of pay\nAfter-tax             1% of pay        5% of pay\n", {"deferral_cap_percent": "50", "after_tax_cap_percent": "5"}),
    ("Limits\n                         Before-tax and Roth     Traditional after-tax     All types together\nNon-highly compensated   1% - 50%                1% - 20%                  60%\nHighly compensated       1% - 50%                1% - 4%                   60%\n", {"deferral_cap_percent": "50", "after_tax_cap_percent": "20", "combined_cap_percent": "60", "hce_after_tax_cap_percent": "4"}),
]  # fmt: skip
NAMES = ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent", "after_tax_cap_dollars")  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CAPS)
def test_caps(text: str, said: dict[str, str]) -> None:
    assert {name: value for name, value in fields(text + KINDS).items() if name in NAMES} == said


NO_CAPS = [
    "Let's say you elect a total of 12%. You might put 9% in before-tax and 3% in after-tax.",
    "Example. Kim earns $1,000 a week and contributes 8%: 5% before-tax and 3% after-tax.",
    "The Company contributes an amount equal to 70% of each participant's contributions (whether pre-tax, Roth or after-tax) up to 6% of pay.",
]


@pytest.mark.parametrize("text", NO_CAPS)
def test_examples_and_what_the_employer_gives_are_no_caps(text: str) -> None:
    assert not [name for name in fields(text + KINDS) if name in NAMES]


DATES = [
    ("You may save up to 10% of pay.\n\nXY-401k-HL (1/2025)", "2025-01-01"),
    ("You may save up to 10% of pay.\n\nNR-20117 (11/24)", "2024-11-01"),
    ("What's new for January 1, 2026\n\nYou may save up to 10% of pay.", "2026-01-01"),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_the_number_of_a_form_and_what_is_new_tell_the_date(text: str, day: str) -> None:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    assert told["date"] == day


KEEPERS = [
    ("You may at any time direct Borealis Retirement Services to change your rate.", "Borealis Retirement Services"),
    ("Managed by: Human Interest", "Human Interest"),
    ("How do I join? www.nationwide.com/exemplar", "Nationwide"),
]


@pytest.mark.parametrize(("text", "name"), KEEPERS)
def test_whom_one_tells_what_to_do_keeps_the_records(text: str, name: str) -> None:
    assert fields(text).get("recordkeeper") == name


def test_deferrals_on_a_pre_tax_basis_only_are_no_roth() -> None:
    assert fields("Deferrals may be made on a pre-tax basis only.").get("roth_deferrals") == "no"
    assert "roth_deferrals" not in fields("If you are under 50, deferrals may be made on a pre-tax basis only.")


SIGNS = [
    "What is the difference between Roth and after-tax contributions? Roth earnings can be tax-free.",
    "After-tax contributions do not count toward the annual IRS deferral limit.",
    "You can contribute after-tax up to the overall limit of $70,000.",
    "Payroll deductions may be pre-tax, Roth or after-tax.",
    "Members can elect Roth, traditional, and after-tax contributions through payroll.",
    "Savings rates: before-tax 1% to 50%; Roth 1% to 50%; after-tax 1% to 8%.",
]


@pytest.mark.parametrize("text", SIGNS)
def test_what_is_said_of_no_roth_tells_which_money_is_meant_elsewhere(text: str) -> None:
    told = fields(f"You may save pre-tax or as Roth.\n\n{text}\n\nYou may also contribute up to 10% of pay after-tax.")
    assert told.get("after_tax_allowed") == "yes"


OPEN = [
    "Roth contributions are made after-tax and do not count as income when they are paid out.",
    "What is the difference between pre-tax and after-tax saving? After-tax saving is taxed now.",
]


@pytest.mark.parametrize("text", OPEN)
def test_where_nothing_tells_it_stays_open(text: str) -> None:
    told = fields(f"You may save pre-tax or as Roth.\n\n{text}\n\nYou may contribute up to 10% of pay after-tax.")
    assert "after_tax_allowed" not in told


@pytest.mark.parametrize(
    "text",
    [
        "All employees except highly compensated employees may make traditional after-tax contributions.",
        "You may make traditional after-tax contributions. After-tax contributions are not open to highly compensated employees.",
    ],
)
def test_who_is_shut_out_has_a_cap_of_nothing(text: str) -> None:
    told = fields(text)
    assert (told["after_tax_allowed"], told["hce_after_tax_cap_percent"]) == ("yes", "0")


@pytest.mark.parametrize(
    "text",
    [
        "Voluntary after-tax contributions: see your plan document.",
        "Your after-tax take-home pay changes when you contribute.",
        "Your after-tax 401(k) account balance is shown on your statement.",
        "You pay for long-term disability coverage with after-tax contributions.",
    ],
)
def test_words_that_let_nobody_contribute(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)
