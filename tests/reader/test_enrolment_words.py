"""At what percentage people are enrolled who do nothing, and by how much it rises: as plans and their auditors say it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        # What the participant chooses otherwise is no condition.
        ("New hires are automatically enrolled with a deferral of 7% unless otherwise elected.", "7"),
        ("Unless otherwise directed by the employee, everyone is automatically enrolled to defer 5% of pay.", "5"),
        ("Eligible staff are automatically enrolled at 4.00% of pay unless elected otherwise by the participant.", "4"),
        ("Team members are automatically enrolled at a rate of 2%, as specified in the plan document.", "2"),
        # The past tense is how auditors tell the terms of the year.
        ("Eligible employees were automatically enrolled in the Plan at 6% of base pay, unless they declined.", "6"),
        # What stands before it in the same line is of something else.
        (
            "The Plan accepts: • Elective deferrals • Employer matching • Rollovers The Plan has an automatic enrollment provision (4% salary deferral with 2% increases annually until 12%) whereby employees must elect out.",
            "4",
        ),
        ("The employees of the Credit Union are automatically enrolled at a deferral rate of 3%.", "3"),
        # A change by amendment: what it was changed to.
        ("The Plan was amended to increase the automatic enrollment deferral rate from 2% to 5% of pay.", "5"),
        ("Effective March 1, 2024, the automatic enrollment percentage was raised to 8%.", "8"),
        ("In 2023 the deferral rate for automatically enrolled participants was changed from 6% to 4%.", "4"),
        ("The amendment changed the match and the automatic enrollment percentage from 4% to 7%.", "7"),
        ("Employees are automatically enrolled at 6% (increased from 3% in 2023) of eligible compensation.", "6"),
        # Named together with the increase.
        (
            "The Plan has automatic enrollment and automatic escalation features, under which new participants are automatically enrolled at 3%, rising by 1% each year.",
            "3",
        ),
        ("New participants are automatically enrolled and set up to defer 3% of compensation.", "3"),
        # Not what is enrolled at.
        ("Certain participants, as defined, are automatically enrolled at 5% of eligible compensation.", None),
        ("Automatically enrolled participants have their rate increased by 1% a year to a maximum of 10%.", None),
        ("Deferral rates of automatically enrolled participants are automatically escalated by 2% each year.", None),
        ("The auto-enrollment percentage escalates by 1% every July up to 8%.", None),
        ("The automatic enrollment rate will increase by 1% per year up to a maximum of 9%.", None),
        ("An additional deferral of 1% is added for automatically enrolled participants every year.", None),
        ("The maximum deferral percentage for the automatic enrollment feature was reduced from 18% to 15%.", None),
        ("Money of the automatically enrolled is invested in the default fund (Target Date - 100%).", None),
        ("All current employees who were not contributing were automatically enrolled at 3% on May 1, 2024.", None),
        ("Prior to the merger, new employees were automatically enrolled at 3% of pay.", None),
        ("Until July 1, 2025, new employees were automatically enrolled at 3% of pay.", None),
        ("The Plan was amended to remove the auto-enrollment provision and set a contribution of 3%.", None),
        ("Employees are automatically enrolled for the nonelective contribution of 9% of pay.", None),
        ("Automatic escalation was added for automatically enrolled members with a 1% annual increase.", None),
        ("Automatic increases are applied to those automatically enrolled in the amount of 1% annually.", None),
        ("Members are automatically enrolled, as elected by the employer, at 4% if the plan so provides.", None),
    ],
)
def test_percentage_of_enrolment(text: str, percent: str | None) -> None:
    assert _fields(text).get("auto_enrolment_percent") == percent


@pytest.mark.parametrize(
    ("text", "step", "most"),
    [
        ("The Plan has an auto-escalation feature of 2% per year up to 12%.", "2", "12"),
        ("Participants are automatically enrolled at 4% with a 1% annual increase until they reach 9%.", "1", "9"),
        ("Enrollment is at 5%, with automatic yearly 1.50% increases up to 11%.", "1.5", "11"),
        ("Deferrals are automatically increased each January by 1%, to a maximum of 8%, unless elected otherwise.", "1", "8"),
        ("Elective deferrals of automatically enrolled participants rise automatically by 1% each year.", "1", None),
        ("The deferral rate automatically escalates on the first day of each plan year in 2% increments.", "2", None),
        ("The rate of those who contribute less than 6% automatically increases 1% annually.", "1", None),
        ("The rate is raised automatically every year, at a rate of 1%, up to a maximum of 15% of pay.", "1", "15"),
        ("An escalation clause increases the automatic enrollment rate of 4% by 1% each July.", "1", None),
        (
            "The enrollment rate was increased to 4% and deferrals now automatically increase by 1% each year, to a maximum of 12%.",
            "1",
            "12",
        ),
        ("All who make no other election have their deferral rate automatically increased 1% each year.", "1", None),
        # What it rises to, by schedule or amendment, is no step.
        ("The automatic rate is 3% for two years, increasing to 4% in the third year and 5% in the fourth.", None, None),
        ("The automatic enrollment percentage was increased from 3% to 5% effective January 1, 2025.", None, None),
        ("The automatic deferral is 3%, with automatic increases each year to a maximum of 5%.", None, None),
        ("The automatic escalation cannot increase your deferral rate above a maximum of 4%.", None, None),
        ("Automatic enrollment and escalation, whereby all are automatically enrolled each year at a rate of 3%.", None, None),
        ("Automatic deferral rate of increase: 3% first plan year, 4% second plan year.", None, None),
        ("Everybody's contributions may automatically be invested in any fund each year in 1% increments.", None, None),
        # For those who ask for it, or as much as they ask for.
        ("Participants may elect to have their deferral rate automatically increased by 1% each year.", None, None),
        ("The Plan offers an optional automatic increase of 1% a year.", None, None),
        ("Participants can choose automatic annual increases of 1%, 2% or 3%.", None, None),
        ("Deferral rates are automatically increased by 1-3% annually.", None, None),
        ("Deferral rates are automatically increased by 1% to 3%, as chosen, each year.", None, None),
        # Taken away, or of other money.
        ("The Plan was amended to remove the automatic 1% annual increase of deferrals.", None, None),
        ("Participants are automatically enrolled at 5% with no automatic increase of 1% a year.", None, None),
        ("The employer shall contribute 4% of pay, and its automatic contribution rises by 1% each year.", None, None),
        ("The matching rate automatically increases by 1% each year.", None, None),
    ],
)  # fmt: skip
def test_step_of_an_increase(text: str, step: str | None, most: str | None) -> None:
    found = _fields(text)
    assert (found.get("auto_increase_percent"), found.get("auto_increase_up_to_percent")) == (step, most)
