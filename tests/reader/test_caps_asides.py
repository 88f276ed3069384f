"""Caps beside asides, examples, second tiers and what is taken by requirement; rows in few words; and caps of the highly compensated."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

CAPS = ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
TAKES = "The Plan takes pre-tax, Roth and traditional (non-Roth) after-tax contributions.\n\n"


def _caps(text: str) -> dict[str, str]:
    return {name.split("_")[0]: value for name, value in fields(text).items() if name in CAPS}


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("You may put in up to 18% after-tax (please see what we say of HCEs on page 4).", {"after": "18"}),
        ("You may contribute up to 14% of pay after-tax, see the section on highly compensated employees below.", {"after": "14"}),
        ("The after-tax limit is 13% of pay for everyone, HCE or not.", {"after": "13"}),
        ("You may add 1% to 9% of pay after-tax, but not for HCEs.", {"after": "9", "hce": "0"}),
        ("Up to 16% of pay after-tax (not open to highly compensated employees).", {"after": "16", "hce": "0"}),
        ("You may contribute up to 22% of pay after-tax (HCEs: 8%).", {"after": "22", "hce": "8"}),
        ("You may contribute 1% to 12% of pay after-tax (1% to 5% if you are an HCE).", {"after": "12", "hce": "5"}),
        ("HCEs may contribute up to 7% of pay after-tax (it was 5% through 2022).", {"hce": "7"}),
        ("HCEs may contribute up to 7% of pay after-tax (5% in 2021).", {"hce": "7"}),
        ("The most that HCEs may contribute after-tax was 5% of pay through 2022.", {}),
        ("The 6% after-tax limit for HCEs was lifted.", {}),
    ],
)  # fmt: skip
def test_an_aside_on_the_highly_compensated_is_no_cap_of_theirs(text: str, caps: dict[str, str]) -> None:
    assert _caps(TAKES + text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("Employees must contribute 5% of salary. Your 5% is deducted pre-tax.", {}),
        ("Retirement plan for faculty\n\n9% is taken pre-tax, mandatory.", {}),
        ("Those who put in less than 4% are moved to 4% pre-tax in April.", {}),
        ("Up to 60% of pay is taken pre-tax, if you ask for that.", {"deferral": "60"}),
        ("Pre-tax: 45% of pay. It comes out of each check.", {"deferral": "45"}),
        ("You may contribute up to 30% of pay pre-tax.\n\nExamples\n\nMia contributes 8% pre-tax. She may add up to 4% pre-tax.", {"deferral": "30"}),
        ("You may contribute up to 30% of pay pre-tax.\n\nStock purchase plan\n\nYou buy shares at a discount. 1% to 15% of pay pre-tax.", {"deferral": "30"}),
        ("From January 1 through April 30 participants were permitted to contribute up to 90% of pay pre-tax.", {}),
        ("Participants may contribute up to 65% of pay pre-tax. The old ceiling was 20%.", {"deferral": "65"}),
    ],
)  # fmt: skip
def test_what_is_taken_or_was_so_bounds_nothing(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("Basic contributions are 1% to 5% of pay. You may also make supplemental contributions.\n\n1% to 20% of pay on top of your Basic.", {}),
        ("Your Basic Savings are matched, your Unmatched Savings are not. Between them you may save up to 35% of pay.", {"combined": "35"}),
        ("Basic plus supplemental may come to no more than 28% of pay.", {"combined": "28"}),
        ("Pre-tax is counted first, then Roth, then after-tax, in counting up to 5% of pay.", {}),
    ],
)  # fmt: skip
def test_of_two_tiers_the_total_bounds(text: str, caps: dict[str, str]) -> None:
    assert _caps(TAKES + text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("How much?\n\nPre-tax and Roth to 70% of pay. After-tax to 11% of pay.", {"deferral": "70", "after": "11"}),
        ("How does it move? After-tax to Roth is 100% of what you choose.", {}),
        ("Pre-Tax and Roth\n\nSave 1% to 65% of pay in total.", {"deferral": "65"}),
        ("What do I put in?\n\n1% to 35% of gross wages. Choose pre-tax, Roth, or some of both.", {"deferral": "35"}),
        ("1% to 55% of pay as pre-tax, as Roth (i.e., after-tax), or as both.", {"deferral": "55"}),
        ("The maximum on combined pre-tax and after-tax contributions (other than catch-up contributions) is 45% of base salary, with separate elections for each.", {"combined": "45"}),
        ("Members may make an election for bonus payments and make voluntary after-tax contributions up to 4% of pay.", {"after": "4"}),
        ("The Plan was amended to reduce the most that participants may contribute to 75% of pay and permits after-tax contributions up to 8% of pay.", {"after": "8"}),
        ("After-tax contributions are never automatic, are not matched, and may not be more than 6% of pay.", {"after": "6"}),
        ("After-tax contributions\n\nAny whole percent from 1 to 17 of plan compensation.", {"after": "17"}),
    ],
)  # fmt: skip
def test_rows_in_few_words(text: str, caps: dict[str, str]) -> None:
    assert _caps(TAKES + text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("The Committee may hold the after-tax contributions of highly compensated employees to a lower percentage. For 2026 that's 7%.", {"hce": "7"}),
        ("If you are highly compensated, the plan may limit your after-tax contributions to a lower rate. At present it is 4% of pay.", {"hce": "4"}),
        ("The Company may match the after-tax contributions of highly compensated employees at a lower rate. At present that is 4%.", {}),
        ("The Committee may hold the pre-tax contributions of highly compensated employees to a lower percentage. At present that is 7%.", {}),
        ("After-tax contributions\n\nFor this year highly compensated employees are limited to zero. Others may contribute up to 10% of pay.", {"hce": "0"}),
        ("A limit of 6% applies to the total of all after-tax contributions by highly compensated employees.", {"hce": "6"}),
        ("A limit of 6% applies to the total of pre-tax and after-tax contributions by highly compensated employees.", {}),
        ("Limits\n\nHighly compensated? After-tax to 3%.", {"hce": "3"}),
    ],
)  # fmt: skip
def test_caps_of_the_highly_compensated(text: str, caps: dict[str, str]) -> None:
    found = _caps(TAKES + text)
    assert {name: value for name, value in found.items() if name != "after"} == caps


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("Regular after-tax: up to $18,000 a year, if there is room under the overall limit.", "18000"),
        ("Once you've got your match and hit the IRS limit, you may go on after-tax, but never with more than $15,000 of after-tax in a year.", "15000"),
        ("The match on after-tax contributions is up to $18,000 a year.", None),
    ],
)  # fmt: skip
def test_a_cap_in_dollars_beside_the_law(text: str, dollars: str | None) -> None:
    assert fields(TAKES + text).get("after_tax_cap_dollars") == dollars


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("- Up to 40% of pay in pre-tax and/or Roth savings\n- Up to 7% of pay in after-tax savings; they can be converted to Roth\n", {"deferral": "40", "after": "7"}),
        ("What are Thrift Contributions?\n\nThey are savings that you make after-tax and that are not Roth. 1% to 8%.", {"after": "8"}),
        ("Are after-tax contributions matched?\n\nThe match is paid on contributions that you make after-tax. 1% to 5%.", {}),
    ],
)  # fmt: skip
def test_which_after_tax_it_is(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps
