"""Questions that ask for something else, radio buttons of forms, and tables whose years stand below their title."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Must I max out pre-tax before I can make traditional after-tax contributions?", "after_tax_allowed"),
        ("Do I have to make pre-tax contributions to make Roth contributions?", "roth_deferrals"),
        ("Will the match stop once my pre-tax and Roth contributions reach the limit?", "roth_deferrals"),
    ],
)
def test_a_no_to_another_question_denies_no_contributions(question: str, field: str) -> None:
    assert fields(f"{question}\nNo.").get(field) != "no"


@pytest.mark.parametrize(
    "question",
    [
        "Are contributions other than pre-tax and Roth possible?",
        "Does the plan take any contributions besides before-tax and Roth contributions?",
        "Is there another way to save beyond pre-tax and Roth?",
    ],
)
def test_no_other_kind_than_these_two(question: str) -> None:
    assert fields(f"{question}\nNo. Only those.").get("after_tax_allowed") == "no"


@pytest.mark.parametrize(
    "question",
    ["Are contributions other than pre-tax possible?", "Are contributions other than pre-tax and Roth matched?"],
)
def test_which_other_kind_is_asked_of_counts(question: str) -> None:
    assert "after_tax_allowed" not in fields(f"{question}\nNo.")


def test_roth_that_is_explained_as_after_tax_is_roth() -> None:
    told = fields("You may save 1 to 40% of pay before-tax, as Roth (i.e., after-tax), or as both.")
    assert told.get("roth_deferrals") == "yes"
    assert "after_tax_allowed" not in told


@pytest.mark.parametrize("verb", ["see", "also find", "still notice"])
def test_to_see_a_source_is_no_leave_to_put_in(verb: str) -> None:
    assert "after_tax_allowed" not in fields(f"You may {verb} a source called Voluntary After-Tax on your statement.")


FORM = """ADOPTION AGREEMENT

PART D - EMPLOYEE CONTRIBUTIONS
D-1  Elective Deferrals                 (•) Yes   ( ) No
D-2  Roth Deferrals                     {roth}
D-3  Voluntary After-Tax Contributions  {after_tax}

PART E - IN-SERVICE
E-1  Hardship                           [X] Deferrals  [ ] Match
E-2  In-Plan Roth Rollover              {rollover}
     Automatic transfer of Voluntary After-Tax Contributions   [ ] each payroll  [X] not elected
     Number of elections:  [ ] unlimited  [X] 3 per Plan Year
"""


def test_radio_buttons_are_boxes() -> None:
    yes, no = "(•) Yes   ( ) No", "( ) Yes   (•) No"
    below = f"( ) No\n{'':40}(•) Yes:  [ ] all accounts  [X] Voluntary After-Tax Account only"
    told = fields(FORM.format(roth=yes, after_tax=yes, rollover=below))
    assert told["after_tax_allowed"] == told["roth_deferrals"] == "yes"
    assert told["in_plan_conversion"] == "on-request"
    assert told["conversions_per_year"] == 3
    told = fields(FORM.format(roth=no, after_tax=no, rollover=no))
    assert told["after_tax_allowed"] == told["roth_deferrals"] == told["in_plan_conversion"] == "no"


def test_what_was_taken_once_is_closed() -> None:
    told = fields(
        """ADOPTION AGREEMENT

1.07  EMPLOYEE CONTRIBUTIONS (AFTER-TAX)
(a) [ ] Future Employee Contributions. After-tax money is accepted, at most ___% of Compensation.
(b) [X] Past Employee Contributions. Employee Contributions were made earlier and are made no longer.

1.18  IN-SERVICE WITHDRAWALS
(a) [X] Hardship (Deferral Contributions only)
(b) [X] Past Employee Contributions sub-account -  [X] at any time   [ ] not more than ___ per year

1.18B  IN-PLAN ROTH CONVERSION
(a) [ ] In-plan conversion is available   [X] is NOT available
"""
    )
    assert told["after_tax_allowed"] == "frozen"
    assert told["in_service_withdrawal"] == "yes"
    assert told["in_plan_conversion"] == "no"


TABLE = """WHAT IS NEW                                      AT A GLANCE
Provision                      {old}                  {new}
After-tax (non-Roth)           Not available         Up to 12% of pay
Convert after-tax to Roth      N/A                   Automatic, each payroll
"""


def test_years_below_the_title_of_a_table() -> None:
    told = fields(TABLE.format(old="2025", new="2026"))
    assert (told["after_tax_allowed"], told["in_plan_conversion"]) == ("yes", "automatic")
    told = fields(TABLE.format(old="2026", new="2027"))
    assert told["after_tax_allowed"] == "no"
    assert told.get("in_plan_conversion") in (None, "no")


def test_after_tax_money_under_the_limit_on_deferrals_stays_open() -> None:
    text = (
        "Contributions. Participants may make voluntary pre-tax and after tax contributions to the Plan, up to annual "
        "compensation and the maximum that is allowed by the Internal Revenue Code ($23,500 for 2025)."
    )
    assert "after_tax_allowed" not in fields(text)
