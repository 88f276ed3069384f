"""What boxes, rows and labels say beside the three fields that count."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()} | {"date": told["date"]}


FORM = """ADOPTION AGREEMENT for the Exemplar 401(k) Plan
The Employer adopts this restatement effective March 1, 2025.

SECTION 2. COMPENSATION
2.1 Definition: [ ] (a) Section 3401(a) wages  [X] (b) W-2 wages
SECTION 3. ELECTIVE DEFERRALS
3.1 Permitted: [X] yes  [ ] no
3.2 Limit: [ ] none  [X] _70_ % of Compensation per payroll period
3.3 Catch-Up Contributions: [X] permitted
3.4 Automatic enrollment: [ ] none  [X] at 5%
    Escalation: [ ] none  [X] 2% each Plan Year to a maximum of 12%
SECTION 4. MATCHING CONTRIBUTIONS
4.1 [X] The Employer will make Matching Contributions.
4.2 Formula:
  [ ] (a) Discretionary
  [X] (b) Tiered:
      (i) _100_ % of Elective Deferrals on the first _2_ % of Compensation;
      (ii) _25_ % on the next _4_ % of Compensation
4.3 Matched contributions: [X] Pre-Tax  [X] Roth  [ ] Catch-Up Contributions  [ ] After-Tax Employee Contributions
4.4 Computation period: [ ] payroll period  [X] calendar quarter  [ ] Plan Year
4.5 True-up: [ ] Employer will true up  [X] Employer will not true up
SECTION 5. AFTER-TAX EMPLOYEE CONTRIBUTIONS
5.1 [X] Permitted
5.2 Limit: [X] 12% of Compensation  [ ] $________
5.3 Limit for Highly Compensated Employees: [ ] same  [X] 6% of Compensation
"""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("deferral_cap_percent", "70"),
        ("auto_enrolment_percent", "5"),
        ("auto_increase_percent", "2"),
        ("match_period", "quarter"),
        ("true_up", "no"),
        ("match_on_catch_up", "no"),
        ("match_on_after_tax", "no"),
        ("after_tax_cap_percent", "12"),
        ("hce_after_tax_cap_percent", "6"),
        ("date", "2025-03-01"),
    ],
)
def test_a_ticked_box_answers_the_label_before_it(field: str, value: str) -> None:
    assert _fields(FORM)[field] == value


def test_the_lines_below_a_ticked_option_are_its_tiers() -> None:
    assert _fields(FORM)["match"] == [
        {"rate_percent": "100", "up_to_percent_of_pay": "2"},
        {"rate_percent": "25", "up_to_percent_of_pay": "4"},
    ]
    assert "match" not in _fields(FORM.replace("[X] (b) Tiered", "[ ] (b) Tiered"))


def test_empty_boxes_say_nothing() -> None:
    told = _fields(FORM.replace("[X]", "[ ]"))
    assert not told.keys() & {"match", "match_period", "true_up", "deferral_cap_percent", "auto_enrolment_percent"}


def test_three_boxes_in_one_sentence() -> None:
    form = FORM.replace(
        "[ ] Employer will true up  [X] Employer will not true up",
        "if other than Plan Year is selected, the Employer\n  [ ] will [ ] may, in its discretion, [X] will not make additional Matching Contributions on the basis of the full Plan Year.",
    )
    assert _fields(form)["true_up"] == "no"


ROWS = """The 401(k) Plan at a glance

Match frequency              {period}
True-up                      {true_up}
Automatic enrollment         4% after 60 days
Automatic increase           1% a year to 10%
Combined maximum             60% of eligible pay
Deferral limit               50% of eligible pay
Eligible compensation        Base salary, overtime and commissions
Recordkeeper                 Lakeside Trust, 800-555-0142
"""


@pytest.mark.parametrize(
    ("period", "true_up", "expected"),
    [
        ("Each payroll", "Yes, annually", ("payday", "yes")),
        ("Quarterly", "None", ("quarter", "no")),
        ("Once a year", "Not provided", ("year", "no")),
        ("See the SPD", "At the discretion of the Company", (None, None)),
    ],
)
def test_a_row_of_two_cells(period: str, true_up: str, expected: tuple[str | None, str | None]) -> None:
    told = _fields(ROWS.format(period=period, true_up=true_up))
    assert (told.get("match_period"), told.get("true_up")) == expected
    assert (told["auto_enrolment_percent"], told["auto_increase_percent"]) == ("4", "1")
    assert (told["combined_cap_percent"], told["deferral_cap_percent"]) == ("60", "50")
    assert told["recordkeeper"] == "Lakeside Trust"
    assert "eligible_pay" in told


def test_rows_that_ran_into_one_another() -> None:
    told = _fields(
        "The 401(k) Plan\n\nContributions      Before-tax 1 - 40% of pay Roth 1 - 40% of pay Traditional after-tax 1 - 12% of pay Combined maximum 45% of pay\n"
        "Loans              Two at a time\n"
    )
    assert (told["after_tax_cap_percent"], told["combined_cap_percent"]) == ("12", "45")


TIERS = """The 401(k) Plan

Company match

Your contribution          Company match
First 3%                   100 cents per dollar
Next 4%                    25 cents per dollar
Above 7%                   None
"""


def test_a_tier_a_row() -> None:
    assert _fields(TIERS)["match"] == [
        {"rate_percent": "100", "up_to_percent_of_pay": "3"},
        {"rate_percent": "25", "up_to_percent_of_pay": "4"},
    ]
    assert "match" not in _fields(TIERS.replace("First 3%", "Some of it"))


QUESTIONS = """The 401(k) Plan: questions and answers

Matching

How often is the match paid?
{period}

Is there a true-up?
{true_up}

Does catch-up get matched?
No.
"""


@pytest.mark.parametrize(
    ("period", "true_up", "expected"),
    [
        ("Every pay period", "Yes. It is paid in March.", ("payday", "yes")),
        ("Quarterly.", "No.", ("quarter", "no")),
        ("Ask your manager.", "That depends.", (None, None)),
    ],
)
def test_an_answer_to_a_question(period: str, true_up: str, expected: tuple[str | None, str | None]) -> None:
    told = _fields(QUESTIONS.format(period=period, true_up=true_up))
    assert (told.get("match_period"), told.get("true_up")) == expected
    assert told["match_on_catch_up"] == "no"


CONTENTS = """The Exemplar 401(k) Plan

                 TABLE OF CONTENTS

Joining ............................ 1
The match .......................... 2

JOINING

You may join the Plan on the first day of the month that follows your
first day of work with the Company.

THE MATCH

The Company matches 50% of the first 6% of eligible pay that you
contribute to the Plan in each pay period of the year.

There is no true-up at the end of the year, so that you have to spread
your contributions over all of its pay periods.
"""


def test_a_text_goes_on_after_its_contents() -> None:
    told = _fields(CONTENTS)
    assert told["match"] == [{"rate_percent": "50", "up_to_percent_of_pay": "6"}]
    assert told["true_up"] == "no"
    assert "match" not in _fields("\n".join(CONTENTS.splitlines()[:7]) + "\n")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Exemplar 401(k) Enrollment Guide 2026\n\nYou may defer up to 50% of pay.", "2026-01-01"),
        (
            "Exemplar 401(k) Plan\nA booklet for members - 2024 edition\n\nYou may defer\nup to 50% of pay.",
            "2024-01-01",
        ),
        ("Exemplar 401(k) Plan\nOriginal effective: March 14, 2011\nRestated as of: January 1, 2025", "2025-01-01"),
        ("Exemplar 401(k) Plan\n\nEmployees hired in 2013 or later may defer $1,000 or more.", ""),
        ("Exemplar 401(k) Plan\n\nIf you earned more than $150,000 in 2024 your catch-up contributions are Roth.", ""),
        ("Exemplar 401(k) Plan\n\nThe 2026 limit on deferrals is $24,500.\n\nPlan year 2026", "2026-01-01"),
    ],
)
def test_of_when_a_document_is(text: str, date: str) -> None:
    assert _fields(f"{text}\n")["date"] == date
