"""Caps whose money is told around them: in the list below, further on, in a title, by a section; and caps without a sign, or of pay cut."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

CAPS = ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
TAKES = "The Plan takes pre-tax, Roth and traditional after-tax contributions.\n\n"
LIST = "\n- Pre-tax contributions\n- Roth contributions\n"


def _caps(text: str) -> dict[str, str]:
    return {name.split("_")[0]: value for name, value in fields(text).items() if name in CAPS}


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        (f"Each member may save from 1% to 45% of pay in any combination of:\n{LIST}", {"deferral": "45"}),
        (f"Anywhere from 1 to 65% in total. There are three kinds:{LIST}- After-tax contributions\n\nAfter-tax money may be no more than 9% of pay by itself.", {"combined": "65", "after": "9"}),
        ("What you can save\n\nPick a percentage from 1 to 35 of your pay. It leaves your paycheck first. You then say which kind: pre-tax, Roth or after-tax.", {"combined": "35"}),
        ("Your contributions\n\nAnything from 1% to 44% of your pay, within what the IRS permits. It leaves your paycheck first. You can choose pre-tax, Roth, or any blend of the two.", {"deferral": "44"}),
        ("How much can they save?\n\n55% is the most payroll takes. Pre-tax or Roth.", {"deferral": "55"}),
        ("Pre-Tax Contributions. They come out before tax is figured. No more than 28% of pay may go in this way.", {"deferral": "28"}),
        ("- Pre-tax unless you ask for Roth\n- Up to 65% of your pay\n", {"deferral": "65"}),
        ("- You may borrow pre-tax or Roth money\n- Up to 50% of your pay\n", {}),
        ("- Pre-tax and Roth money is matched\n- Up to 6% of your pay\n", {}),
        (f"You may withdraw between 1% and 30% of pay in any combination of:\n{LIST}", {}),
        ("Pre-tax contributions. They come out before tax. After-tax money is another matter. No more than 9% may go in that way.", {}),
        ("How much can they borrow?\n\n50% is the most the plan lends. Pre-tax or Roth.", {}),
    ],
)  # fmt: skip
def test_the_money_is_told_around_the_cap(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("The percent for pre-tax and Roth is capped at 75 a paycheck by payroll.", {"deferral": "75"}),
        ("Your percentage for pre-tax and Roth tops out at 70.", {"deferral": "70"}),
        ("Choose a percentage (1% to 55% of gross pay).", {"deferral": "55"}),
        ("How much? Up to 85% of your paycheck, stopping at the IRS limit.", {"deferral": "85"}),
        ("Pre-tax? Roth? Both are on offer. Save 1% to 45%.", {"deferral": "45"}),
        ("The percent of employees who save is capped at 80 by the survey.", {}),
        ("The percentage for pre-tax and Roth is held to 3 funds.", {}),
        ("Choose a percentage (1% to 15% of pay) for the stock purchase plan.", {}),
        ("Pick a percentage from 1 to 100 of your balance to move.", {}),
        ("How much? Up to 60% of your pay, for 90 days, if you are disabled.", {}),
        ("Save 10% to 15%.", {}),
        ("Save 1% to 5% at the company store.", {}),
    ],
)
def test_without_a_sign_or_a_subject(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("A Participant may elect that his Compensation be reduced by a whole percentage of not more than 30%.", {"deferral": "30"}),
        ("Each employee may agree to reduce her base pay by a whole percentage from 1% to 35%.", {"deferral": "35"}),
        ("A Participant may elect to reduce his or her Compensation by 1% to 9% as after-tax contributions.", {"after": "9"}),
        ("The Company may reduce your pay by 5% to 10% in a downturn.", {}),
        ("You may elect to reduce your hours and your pay by up to 20% in the year before you retire.", {}),
        (TAKES + "After-tax contributions are limited to 9% of pay, or 3% of pay if we tell you that you are highly compensated.", {"after": "9", "hce": "3"}),
        (TAKES + "If your base was $150,000 or more last year (you are \"highly compensated\" in IRS talk) after-tax is held to 5%.", {"hce": "5"}),
        (TAKES + "- After-tax contributions permitted, up to 9% of pay.\n- Highly compensated employees may be limited to 3% in 2024.\n", {"after": "9", "hce": "3"}),
        (TAKES + "- After-tax contributions permitted, up to 9% of pay.\n- Highly compensated employees may be limited to 3% if tests call for it.\n", {"after": "9"}),
        (TAKES + "You may give 1% to 9% of pay as after-tax savings. The percentage so chosen, when added to your pre-tax percentage, may not exceed twenty-eight percent (28%).", {"after": "9", "combined": "28"}),
        (TAKES + "- Deferrals pre-tax or Roth, up to 55% of pension eligible earnings (PEE).\n- After-tax contributions, up to 9% of PEE.\n", {"deferral": "55", "after": "9"}),
        (TAKES + "Your after-tax rate may not be more than 16% of pay, which is the plan's limit for after-tax contributions.", {"after": "16"}),
        ("Limit: 5% of pay Limit: 9% of pay", {}),
    ],
)  # fmt: skip
def test_pay_cut_groups_and_names(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


def test_an_article_of_its_own_is_no_roth() -> None:
    text = (
        "3.1 Pre-Tax and Roth Contributions.\n(a) A Participant may elect to reduce his or her Pay by a whole percentage from 1% to 45%.\n"
        "3.2 After-Tax Contributions.\n(a) A Participant may elect to contribute 1% to 11% of Pay as After-Tax Contributions; "
        "but a Highly Compensated Employee may not elect more than 4%.\n"
        "(b) The sum of the percentages elected under Sections 3.1 and 3.2 may not exceed 52%.\n"
        "3.3 Rollovers. The Plan accepts after-tax amounts if by direct rollover, and Roth amounts.\n"
    )
    assert _caps(text) == {"deferral": "45", "after": "11", "hce": "4", "combined": "52"}
