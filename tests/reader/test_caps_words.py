"""Caps on contributions as plans and their auditors say them: of which money, what was changed, and what is no cap."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work

TRUE = "You may make pre-tax, Roth and traditional after-tax contributions. "
ROTH = "Participants may make Roth contributions. "
CAPS = ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")


def _caps(text: str) -> dict[str, Any]:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    return {name.split("_")[0]: told["fields"][name]["value"] for name in CAPS if name in told["fields"]}


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # Each kind of money has its own, in either order.
        (
            "Staff may contribute up to 55% of pay as pre-tax or Roth deferrals and up to 12% of pay in after-tax contributions.",
            {"deferral": "55", "after": "12"},
        ),
        (
            "Participants may make pre-tax or Roth contributions of up to 85% and after-tax contributions of up to 45% of pay.",
            {"deferral": "85", "after": "45"},
        ),
        (
            "Members may defer up to 95% of their pre-tax pay, and 18% in after-tax contributions.",
            {"deferral": "95", "after": "18"},
        ),
        (
            "Each payday one may make pre-tax and Roth contributions (up to 70% of pay), and after-tax contributions (up to 9% of pay) or any combination not exceeding 75% of pay.",
            {"deferral": "70", "after": "9", "combined": "75"},
        ),
        (
            TRUE + "You may make pre-tax and after-tax contributions up to 65% of pay (of which after-tax contributions are limited to 22% of pay).",
            {"combined": "65", "after": "22"},
        ),
        # Beside Roth that is converted, or named late.
        ("After-tax contributions of up to 17% of pay and in-plan Roth conversions are permitted.", {"after": "17"}),
        (
            "The Plan was amended to allow for voluntary after-tax employee contributions up to 13% of pay and in-plan Roth rollovers.",
            {"after": "13"},
        ),
        (
            "Employees may defer up to 65% of pay on a pre-tax basis to a regular account, or on an after-tax basis to a Roth account.",
            {"deferral": "65"},
        ),
        ("Employees may contribute up to 35% of after-tax compensation as Roth contributions.", {"deferral": "35"}),
        # What those of 50, and the law, add or take.
        (
            "One may make pre-tax and Roth contributions of up to 95% of pay, not to exceed $23,000, plus a catch-up of $7,500.",
            {"deferral": "95"},
        ),
        ("Pre-tax, catch-up and Roth contributions up to 60% of pay are accepted.", {"deferral": "60"}),
        (TRUE + "You may make after-tax contributions up to 33% of pay, subject to Section 415 limits.", {"after": "33"}),
        (
            "Participants may make pre-tax or Roth contributions up to the IRS limit and not to exceed 85% of pay.",
            {"deferral": "85"},
        ),
        ("Members make pre-tax and Roth contributions up to the lessor of 80% of pay or $23,000.", {"deferral": "80"}),
        (
            "Members may make pre-tax or Roth contributions of up to 45% of pay, limited to amounts allowed by federal law.",
            {"deferral": "45"},
        ),
        (
            "Each participant may make pre-tax or Roth contributions of 1% to 75% of qualified annual earnings.",
            {"deferral": "75"},
        ),
        ("Employees may defer up to 85% of total compensation and bonuses as pre-tax or Roth deferrals.", {"deferral": "85"}),
        ("Employees may defer up to 85% of the annual bonus as pre-tax or Roth deferrals.", {}),
        # Beside the percentage of enrolment.
        (
            "Everybody is automatically enrolled at 4%; however, a participant may voluntarily defer up to 95% of regular wages, subject to nondiscrimination tests.",
            {"deferral": "95"},
        ),
        (
            "The Plan allows participants to defer up to 65% of pay and has an automatic enrollment feature with deferrals of 3% of pay.",
            {"deferral": "65"},
        ),
        ("Automatically enrolled participants have their rate set at 4%, and it may rise to a maximum of 15%.", {}),
        # Pay, and other plans' money, named in passing.
        (TRUE + "After-tax contributions are limited to 11% of total compensation.", {"after": "11"}),
        (TRUE + "Total after-tax contributions may not exceed 23% of pay.", {"after": "23"}),
        (
            TRUE + "You may contribute up to 14% of pay in regular after-tax contributions and amounts representing rollover distributions from other qualified plans.",
            {"after": "14"},
        ),
        (TRUE + "You may contribute up to 8% in after-tax contributions.", {"after": "8"}),
        (TRUE + "After-tax contributions are subject to a 6% contribution limit.", {"after": "6"}),
        (TRUE + "Members can defer after-tax contributions up to 44% of pay.", {"after": "44"}),
        # A change.
        (
            TRUE + "The Plan was amended to increase the limit on after-tax contributions from 5% to 35% of pay.",
            {"after": "35"},
        ),
        ("The maximum pre-tax or Roth contribution was changed from 40% to 75% of pay.", {"deferral": "75"}),
        # Both in one breath.
        (
            "Once eligible, one may make pre-tax and after-tax contributions totaling from 1% to 40% of pay.",
            {"combined": "40"},
        ),
        (TRUE + "You may make pre- or after-tax contributions of up to 90% of pay.", {"combined": "90"}),
        # What the employer gives.
        ("The Company also makes nonelective contributions of up to 7% of the participant's pay.", {}),
        ("Eligible participants receive a non-elective contribution ranging from 3% to 8% of pay.", {}),
        ("The School may contribute a discretionary contribution not to exceed 6% of each employee's pay.", {}),
        ("The Company contributes to pre-tax or Roth contributions dollar for dollar, up to 3% of pay.", {}),
        ("The Plan permits employees by election to have the Company make pre-tax contributions of up to 95% of pay.", {"deferral": "95"}),
        # A limit of its own beside Roth that is called Roth: no Roth.
        (ROTH + "The Plan was amended to allow after-tax contributions up to 7% of pay.", {"after": "7"}),
        # Of which money nobody can say.
        (ROTH + "Roth and after-tax contributions are allowed as long as all contributions do not exceed 90% of pay.", {}),
        ("Participants may designate contributions as Roth and/or after-tax contributions (up to 12% of pay).", {}),
        ("Employees may make pre-tax contributions of up to 90% of pay and Roth contributions of up to 50% of pay.", {}),
        ("The automatic increase limit was changed from 8% to 12%.", {}),
        ("Prior to the merger, participants could contribute up to 45% of pay as pre-tax or Roth deferrals.", {}),
        ("You could contribute up to 20% of pay as pre-tax or Roth deferrals and still live well.", {}),
    ],
)  # fmt: skip
def test_caps_of_kinds_of_money(text: str, caps: dict[str, str]) -> None:
    assert _caps(text) == caps


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        (
            "Highly compensated employees are limited to a combined pre-tax and Roth amount of 14% of pay, and are limited to 6% of pay for after-tax contributions.",
            {"hce": "6"},
        ),
        (
            "Highly compensated participants may contribute up to 45% of pay, of which after-tax contributions may not exceed 15%.",
            {"hce": "15"},
        ),
        (
            "Participants may contribute up to 90% of pay as after-tax contributions, with the exception of highly compensated employees who are limited to 20%.",
            {"after": "90", "hce": "20"},
        ),
        (
            "Employees may make after-tax contributions up to 16% of pay, subject to certain limitations applicable to highly compensated employees.",
            {"after": "16"},
        ),
        ("Employees who are not “highly compensated” may make after-tax contributions of up to 18% of pay.", {}),
        ("Non-highly compensated employees may make after-tax contributions of up to 20% of pay.", {}),
    ],
)  # fmt: skip
def test_caps_of_the_highly_compensated(text: str, caps: dict[str, str]) -> None:
    assert _caps(TRUE + text) == caps
