"""Forms whose lines depend on one another: a tick answers for the label beside it or above it, and for nothing else."""

from __future__ import annotations

import pytest
from tests.reader.test_traps import _fields

HEAD = "Adoption Agreement of the Exemplar 401(k) Plan\n\nSection 1 Contributions\n[X] Pre-tax deferrals  [X] Roth deferrals  [ ] Deferrals of bonuses\n"
GRID = (
    HEAD
    + """
Section 2 After-tax contributions
[X] (a) Permitted   [ ] (b) Not permitted

Section 3 Withdrawals while employed
                          At age 59-1/2   Hardship   At any time
Pre-tax deferrals             [X]           [X]         [ ]
After-tax contributions       {row}
"""
)
CONVERSION = (
    HEAD
    + """
Section 2 After-tax contributions
Permitted: [X] yes  [ ] no

Section 5 In-plan Roth conversions
[ ] Not permitted
[X] Permitted, from these sources:
    {sources}
How: {how}
"""
)
ON_REQUEST = "[ ] automatic, each payroll date  [X] on request of the participant"


@pytest.mark.parametrize(
    ("row", "said"), [("[X]           [ ]         [X]", "yes"), ("[X]           [X]         [ ]", None)]
)
def test_a_grid_of_withdrawals(row: str, said: str | None) -> None:
    told = _fields(GRID.format(row=row))
    assert told["after_tax_allowed"] == "yes"
    assert told.get("in_service_withdrawal") == said


@pytest.mark.parametrize(
    ("sources", "how", "said"),
    [
        ("[ ] pre-tax deferrals  [X] after-tax contributions", ON_REQUEST, "on-request"),
        ("[X] pre-tax deferrals  [ ] after-tax contributions", ON_REQUEST, None),
        ("[X] any vested account  [ ] only rollover accounts", "[X] automatic, each payroll date  [ ] on request", "automatic"),
        ("[X] only amounts that are otherwise distributable  [ ] any vested amount", ON_REQUEST, None),
    ],
)  # fmt: skip
def test_the_boxes_below_say_which_money_is_converted_and_how(sources: str, how: str, said: str | None) -> None:
    told = _fields(CONVERSION.format(sources=sources, how=how))
    assert (told["after_tax_allowed"], told.get("in_plan_conversion")) == ("yes", said)


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ("D. Voluntary after-tax contributions    (X) Yes   ( ) No", "after_tax_allowed", "yes"),
        ("D. Voluntary after-tax contributions    ( ) Yes   (X) No", "after_tax_allowed", "no"),
        ("D. Voluntary after-tax contributions    ( ) Yes   ( ) No", "after_tax_allowed", None),
        ("D. In-plan Roth conversions    ( ) Yes   (X) No", "in_plan_conversion", "no"),
        ("D. Rollovers of after-tax amounts    (X) Yes   ( ) No", "after_tax_allowed", None),
        ("D. Loans from the after-tax account    (X) Yes   ( ) No", "after_tax_allowed", None),
        ("D. Matched: (X) pre-tax  (X) Roth  ( ) after-tax contributions", "after_tax_allowed", None),
        ("D. Roth deferrals    ( ) Yes   (X) No", "roth_deferrals", "no"),
    ],
)
def test_a_line_with_its_own_boxes(line: str, field: str, said: str | None) -> None:
    form = (
        "Plan election form\nMark with (X). Items left ( ) do not apply.\nA. Pre-tax contributions    (X) Yes   ( ) No\n"
        "B. Employer match    (X) Yes   ( ) No\nC. Catch-up    (X) Yes   ( ) No\n"
        + line
        + "\nE. Loans    ( ) Yes   (X) No\n"
    )
    assert _fields(form).get(field) == said


def test_what_has_ended_by_its_box_is_frozen() -> None:
    form = (
        HEAD
        + "\nSection 2 After-tax contributions\n[ ] Permitted\n[X] Discontinued as of 01/01/2015; accounts are kept\n"
    )
    assert _fields(form)["after_tax_allowed"] == "frozen"


def test_a_form_without_a_tick_and_a_list_with_ticks_alone_say_nothing() -> None:
    blank = HEAD.replace("[X]", "[ ]") + "\nSection 2 After-tax contributions\n[ ] Permitted   [ ] Not permitted\n"
    assert "after_tax_allowed" not in _fields(blank)
    bullets = "Ideas for our plan\n\n☒ Pre-tax contributions\n☒ Roth contributions\n☒ Permitted after-tax contributions\n☒ A match\n"
    assert "after_tax_allowed" not in _fields(bullets)


def test_what_a_predecessor_plan_took_is_not_taken_here() -> None:
    form = (
        HEAD
        + "\nSection 3 After-tax contributions of the predecessor plan\n[X] Permitted to remain in the Plan   [ ] Not permitted\n"
    )
    assert "after_tax_allowed" not in _fields(form)
