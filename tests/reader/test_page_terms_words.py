"""Terms as benefit pages and handbooks say them: in links, under folds, in rows, and in the sentence after."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work

TRUE = "You may make pre-tax, Roth and traditional after-tax contributions. "


def _fields(text: str) -> dict[str, Any]:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told.get("fields", {}).items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Our 401(k) is run by [Voya](https://example.org/login) and you are eligible at hire.", "Voya"),
        ("The 401(k) is administered by [Human Interest](https://example.org) and offers cheap Schwab index funds.", "Human Interest"),
        ("The 401(k) plan is administered through [Guideline](../benefits/guideline.md).", "Guideline"),
        ("Sign up for the 401(k) on the [Guideline portal](https://example.org).", "Guideline"),
        ("For the 401(k), Principal is our provider.", "Principal"),
        ("The 401(k) plan is facilitated by Nationwide.", "Nationwide"),
        ("The 401(k) plan is powered by Vestwell, and you pick the funds.", "Vestwell"),
        # What is said of another plan, or of the funds alone.
        ("Ask whether the 401(k) plan lets you do it. Mine did (Vanguard).", None),
        ("My wife's 401(k) plan is administered by Voya.", None),
        ("The 401(k) plan offers a choice of low-cost Vanguard funds.", None),
        ("The principal is the amount you contribute to the 401(k) plan.", None),
        ("As a guideline, save 10% of your pay in the 401(k) plan; on guideline amounts of savings, ask us.", None),
    ],
)  # fmt: skip
def test_who_keeps_the_records(text: str, name: str | None) -> None:
    assert _fields(text).get("recordkeeper") == name


def test_a_fold_of_the_page_is_no_table() -> None:
    text = (
        "collapsed, click to expand | How much may I save in the 401(k) plan? |\nYou may contribute 2% to 45% of your eligible pay as pretax and/or Roth contributions.\n"
        "collapsed, click to expand | Who is eligible? |\nEverybody from the first day.\n"
    )
    assert _fields(text)["deferral_cap_percent"] == "45"
    assert _fields(text)["roth_deferrals"] == "yes"


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # What the employer puts in is no cap on deferrals.
        ("For those who save 6% or more, the firm will contribute up to 5% of your salary.", {}),
        ("If you save 4%, Exemplar will chip in up to 3% of your pay.", {}),
        ("Exemplar puts in up to 6% of your salary for you.", {}),
        ("We'll contribute up to 5% of your pay to your 401(k).", {}),
        ("You can contribute up to 65% of your salary in deferrals.", {"deferral": "65"}),
        ("Each member contributes up to 35% of pay in pre-tax or Roth deferrals.", {"deferral": "35"}),
        # All kinds together.
        (TRUE + "Pre-tax, Roth and after-tax contributions added up may not be over 55% of pay.", {"combined": "55"}),
        (TRUE + "Your pre-tax, Roth and after-tax contributions together cannot go above 85% of pay.", {"combined": "85"}),
        # The highly compensated in the sentence after the one on after-tax money.
        (
            "Besides pre-tax and Roth deferrals you may save 1% to 14% of pay as traditional after-tax contributions. For Highly Compensated Employees the maximum is 4%.",
            {"after": "14", "hce": "4"},
        ),
        (TRUE + "\n\nYou may choose 1% to 18% in after-tax contributions. If you are a Highly Compensated Employee, the most is 7%.", {"after": "18", "hce": "7"}),
        (TRUE + "You may choose 1% to 30% in pre-tax and Roth contributions. For Highly Compensated Employees the most is 9%.", {"deferral": "30"}),
    ],
)  # fmt: skip
def test_caps(text: str, caps: dict[str, str]) -> None:
    found = _fields(text)
    assert {
        name.split("_")[0]: found[name]
        for name in ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
        if name in found
    } == caps  # fmt: skip


PAIR = "You may make pre-tax and Roth contributions. "


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # A percentage below, or beside, the name of its money.
        (TRUE + "\n\nTraditional After-tax\n2% to 9% of your eligible base pay.", {"after": "9"}),
        (TRUE + "\n\n• After-tax: an extra 7% of compensation", {"after": "7"}),
        (TRUE + "\n\n• After-tax, which is different from Roth: up to 11% of pay", {"after": "11"}),
        (TRUE + "\n\nAfter-tax: 1% to 16%, at any time of the year", {"after": "16"}),
        ("\n\nPre-tax and Roth: 1% to 85% of pay together\n", {"deferral": "85"}),
        (TRUE + "\n\nPre-Tax. Any whole percent of your wages up to 70%, and not above $23,500.", {"deferral": "70"}),
        (TRUE + "\n\nHow much after-tax may I save?\n\nFrom 1% to 13% of your pay.", {"after": "13"}),
        (TRUE + "\n\nAfter-tax: matched at 50%, up to 6% of pay", {}),
        (TRUE + "\n\nAfter-tax: choose 6% of pay, as in this example", {}),
        (TRUE + "\n\nAfter-tax withdrawals\n1% to 9% of your account.", {}),
        (TRUE + "\n\nHow is my after-tax money taxed?\n\nFrom 10% to 37% of your pay.", {}),
        # Other money that is only named beside it.
        (TRUE + "Apart from pre-tax and Roth contributions you may put in as much as 17% of pay on an after-tax basis.", {"after": "17"}),
        (TRUE + "In addition to elective deferrals (whether pre-tax or Roth), an employee may elect after-tax contributions of not more than 9% of pay.", {"after": "9"}),
        (TRUE + "In addition to pre-tax and Roth, you may save after-tax, up to 45% of pay in total.", {"combined": "45"}),
        # What the sentences around divide.
        ("Save up to 65% of your pay. There are three buckets: pre-tax, Roth and traditional after-tax.", {"combined": "65"}),
        (TRUE + "Choose a pre-tax or Roth rate, then an after-tax rate. The three cannot add up to more than 55% of your pay.", {"combined": "55"}),
        (
            TRUE + "You may put in up to 62% of your pay a year, until you come to the IRS limit. In 2025 that is $23,500 for pre-tax and Roth together.",
            {"deferral": "62"},
        ),
        (TRUE + "The sum of your salary reduction contributions and after-tax contributions shall not exceed 48% of pay.", {"combined": "48"}),
        (PAIR + "You may defer any whole percentage, to a combined total of 58% of your pay.", {"deferral": "58"}),
        (PAIR + "\n\nContributions\n• From 2% to 64% of eligible pay", {"deferral": "64"}),
    ],
)  # fmt: skip
def test_caps_by_their_label(text: str, caps: dict[str, str]) -> None:
    found = _fields(text)
    assert {
        name.split("_")[0]: found[name]
        for name in ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
        if name in found
    } == caps  # fmt: skip


def test_after_tax_money_has_a_most_in_dollars() -> None:
    assert _fields(TRUE + "\n\n• After-tax max is $9,500 per calendar year")["after_tax_cap_dollars"] == "9500"
