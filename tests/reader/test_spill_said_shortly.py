"""Spillover in few words: offered, asked for, denied, or another thing that is called so."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TAKES = "You may make pre-tax, Roth and traditional (non-Roth) after-tax contributions. The annual IRS limit holds for pre-tax and Roth.\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("If you max out early and have not asked Fidelity to carry on with after-tax contributions, you lose match.", None),
        ("The spillover option is on the website, and it's off unless you tick the box.", "yes"),
        ("Members can also opt in to spillover.", "yes"),
        ("Members can also opt in to spillover to catch-up.", None),
        ("Members cannot elect spillover.", None),
        ("When you reach the limit you go on after-tax only if you have ticked \"continue as after-tax\".", "yes"),
        ("When you reach the limit you go on after-tax only if you have elected an after-tax percentage.", None),
        ("There's no spillover at our plan.", "no"),
        ("There's no spillover to catch-up.", None),
        ("Spillover\n\nOptional: tick the box on the site.", "yes"),
        ("Catch-up spillover\n\nIn the year you are 50 you need not elect catch-up.", None),
        ("Catch-up spillover\n\nYes, at the same rate.", None),
    ],
)  # fmt: skip
def test_offered_or_denied(text: str, said: str | None) -> None:
    assert fields(TAKES + text).get("spillover") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("At the IRS limit your deferrals stop. After-tax contributions do not start on their own.", "no"),
        ("When your pre-tax or Roth ends, the after-tax election does not kick in automatically.", "no"),
        ("Once you max your pre-tax or Roth, you are not moved to after-tax on your own.", "no"),
        ("If you have reached the IRS limit, nothing more is taken. The one does not roll into the other.", "no"),
        ("When you reach the limit the plan switches what is left of your pre-tax/Roth rate to after-tax.", "yes"),
        ("In the pay in which you reach the limit, the excess and all savings after it are turned into after-tax savings.", "yes"),
        ("If a member's deferrals come to the limit under Code Section 402(g), then, unless he has elected to the contrary, the rest of his rate shall be contributed as after-tax contributions without further action.", "yes"),
        ("If a member's deferrals come to the limit under Code Section 402(g), the rest shall not be contributed unless he elects after-tax contributions.", None),
        ("Does spill count for the match? Spilled after-tax = yes, elected after-tax = no.", None),
    ],
)  # fmt: skip
def test_by_itself_or_not(text: str, said: str | None) -> None:
    assert fields(TAKES + text).get("spillover") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What it is now\n\n- After-tax: up to 12% of pay\n\nWhat it was (for reference)\n\n- After-tax: up to 20% of pay\n", "12"),
        ("How it works\n\n- After-tax: up to 12% of pay\n", "12"),
    ],
)  # fmt: skip
def test_how_it_was_holds_no_more(text: str, said: str) -> None:
    assert fields(TAKES + text).get("after_tax_cap_percent") == said
