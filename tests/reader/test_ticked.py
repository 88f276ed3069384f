"""Adoption agreements in every layout: a question asked in many words, its boxes beside, below, flush or nested, and what must not be taken for an answer."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from megaroth.reader import work


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()} | {"date": told["date"]}


MARKS = (("[X]", "[ ]"), ("☒", "☐"), ("(x)", "( )"), ("/X/", "/ /"))
HEADS = (
    "ADOPTION AGREEMENT for the Specimen 401(k) Plan\n\nSECTION 1 - PLAN\n1.1 Plan year: {on} calendar year {off} other\n1.2 Loans: {on} Yes {off} No\n1.3 Trustee: {off} none {on} a bank\n",
    "Specimen Plan\nADOPTION AGREEMENT #017\n\nA. GENERAL\n1. Type: {on} corporation  {off} partnership\n2. Hardship withdrawals:  {on} permitted  {off} not permitted\n",
)


def _below(number: str, label: str, options: list[tuple[bool, str]], marks: tuple[str, str]) -> str:
    rows = [f"    {marks[0] if on else marks[1]} {words}" for on, words in options]
    return "\n".join([f"{number} {label}:", *rows])


def _flush(number: str, label: str, options: list[tuple[bool, str]], marks: tuple[str, str]) -> str:
    rows = [f"{marks[0] if on else marks[1]} {words}" for on, words in options]
    return "\n".join([f"{number} {label}:", *rows])


def _lettered(number: str, label: str, options: list[tuple[bool, str]], marks: tuple[str, str]) -> str:
    rows = [f"   ({'abcdefg'[at]}) {marks[0] if on else marks[1]} {words}" for at, (on, words) in enumerate(options)]
    return "\n".join([f"{number} {label}:", *rows])


def _beside(number: str, label: str, options: list[tuple[bool, str]], marks: tuple[str, str]) -> str:
    return f"{number} {label}:  " + "   ".join(f"{marks[0] if on else marks[1]} {words}" for on, words in options)


LAYOUTS = (_below, _flush, _lettered, _beside)
NUMBERS = ("4.2", "7.", "B-3", "(d)")
MATCH, DEFERRALS, AFTER_TAX, AUTO, PAY = (
    "MATCHING CONTRIBUTIONS",
    "ELECTIVE DEFERRALS",
    "AFTER-TAX EMPLOYEE CONTRIBUTIONS",
    "ELECTIVE DEFERRALS",
    "COMPENSATION",
)
ASKED: list[tuple[str, tuple[str, ...], list[tuple[bool, str]], str, str | None]] = [
    (MATCH, ("Computation period", "Matching Contributions are calculated", "Period for determining the match", "The match is figured"),
     [(False, "Plan Year"), (True, "each payroll period"), (False, "quarterly")], "match_period", "payday"),
    (MATCH, ("Frequency", "Basis of the match"), [(False, "per pay"), (False, "monthly"), (True, "the entire Plan Year")], "match_period", "year"),
    (MATCH, ("True-up contribution", "Will the Employer make a true-up", "Year-end additional match", "Match recalculated after year end"),
     [(True, "Yes"), (False, "No")], "true_up", "yes"),
    (MATCH, ("True-up", "Annual reconciliation of the match"), [(False, "applies"), (True, "does not apply")], "true_up", "no"),
    (MATCH, ("Contributions matched", "Types of contributions taken into account", "The match applies to"),
     [(True, "Pre-tax deferrals"), (True, "Roth deferrals"), (False, "Catch-Up Contributions"), (True, "After-tax contributions")],
     "match_on_catch_up", "no"),
    (MATCH, ("Contributions matched", "Contributions eligible for the match"),
     [(True, "Elective Deferrals"), (False, "After-tax contributions"), (True, "Catch-up")], "match_on_after_tax", "no"),
    (MATCH, ("Contributions excluded from the match", "The following are not matched"),
     [(True, "Catch-up contributions"), (False, "Roth deferrals")], "match_on_catch_up", "no"),
    (MATCH, ("Catch-Up Contributions", "Match on catch-up contributions", "Catch-up contributions matched"),
     [(True, "Yes"), (False, "No")], "match_on_catch_up", "yes"),
    (MATCH, ("After-Tax Employee Contributions",), [(False, "matched"), (True, "not matched")], "match_on_after_tax", "no"),
    (DEFERRALS, ("Maximum deferral", "Limit on Elective Deferrals", "A Participant may not defer more than", "Maximum percentage of Compensation"),
     [(False, "none other than the Code limits"), (True, "65 % of Compensation")], "deferral_cap_percent", "65"),
    (DEFERRALS, ("Roth Deferrals", "Designated Roth Contributions"), [(True, "permitted"), (False, "not permitted")], "roth_deferrals", "yes"),
    (AFTER_TAX, ("Limit", "Maximum amount", "Permitted, up to"), [(False, "none"), (True, "_11_ % of Compensation")], "after_tax_cap_percent", "11"),
    (AFTER_TAX, ("Limit for Highly Compensated Employees",), [(False, "same"), (True, "7% of Compensation")], "hce_after_tax_cap_percent", "7"),
    (AFTER_TAX, ("Availability",), [(False, "Permitted"), (True, "Not permitted")], "after_tax_allowed", "no"),
    (AFTER_TAX, ("Withdrawals", "May be withdrawn", "Withdrawal of such amounts"), [(True, "at any time"), (False, "at age 59 1/2")], "in_service_withdrawal", "yes"),
    (AFTER_TAX, ("Withdrawals", "May be withdrawn"), [(False, "at any time"), (True, "at any time after age 59 1/2")], "in_service_withdrawal", None),
    (AUTO, ("Automatic enrollment", "Automatic deferrals", "Auto-enrollment"), [(False, "none"), (True, "at 4 % of Compensation")], "auto_enrolment_percent", "4"),
    (AUTO, ("Automatic deferrals", "Automatic contribution arrangement"), [(True, "EACA, 6%, increasing by 1% a year up to 10%"), (False, "no")], "auto_increase_percent", "1"),
    (PAY, ("Base definition", "Compensation is determined on the basis of"), [(True, "W-2 wages"), (False, "section 415 compensation")], "eligible_pay", "stated"),
    (PAY, ("Excluded from Compensation", "Compensation excludes"), [(False, "commissions"), (True, "bonuses and overtime")], "eligible_pay", "stated"),
    ("IN-PLAN ROTH CONVERSIONS", ("In-plan Roth conversions",), [(False, "permitted"), (True, "not permitted")], "in_plan_conversion", "no"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("section", "label", "options", "field", "value"),
    [(section, label, options, field, value) for section, labels, options, field, value in ASKED for label in labels],
)
def test_a_question_in_every_layout(
    section: str, label: str, options: list[tuple[bool, str]], field: str, value: str | None
) -> None:
    for at, (layout, number) in enumerate(product(LAYOUTS, NUMBERS)):
        marks, head = MARKS[at % len(MARKS)], HEADS[at % len(HEADS)]
        form = f"{head.format(on=marks[0], off=marks[1])}\n{section}\n{layout(number, label, options, marks)}\n"
        said = _fields(form).get(field)
        assert said == value or (value == "stated" and said), form


@pytest.mark.parametrize(("section", "labels", "options", "field", "value"), ASKED)
def test_nothing_ticked_nothing_said(
    section: str, labels: tuple[str, ...], options: list[tuple[bool, str]], field: str, value: str | None
) -> None:
    del value
    empty = [(False, words) for _, words in options]
    for layout in LAYOUTS:
        form = f"{HEADS[0].format(on='[X]', off='[ ]')}\n{section}\n{layout('4.2', labels[0], empty, MARKS[0])}\n"
        assert field not in _fields(form), form


NOT_SO = [
    ("VESTING\n5.1 Vesting of the match:  [X] 20% per year  [ ] 100% at once\n", "match"),
    ("ELIGIBILITY\n2.1 Entry date for the match:  [X] quarterly  [ ] monthly\n", "match_period"),
    (f"{MATCH}\n4.1 Matching Contributions are deposited:  [ ] monthly  [X] quarterly\n", "match_period"),
    (f"{DEFERRALS}\n3.1 Bonuses may be deferred up to:  [X] 90%  [ ] not at all\n", "deferral_cap_percent"),
    (f"{DEFERRALS}\n3.1 Maximum for Highly Compensated Employees:  [X] 9%  [ ] none\n", "deferral_cap_percent"),
    (f"{DEFERRALS}\n3.1 Minimum deferral:  [X] 1%  [ ] none\n", "deferral_cap_percent"),
    (f"{DEFERRALS}\n3.4 Automatic deferrals\n    [ ] apply at:\n        [X] 3% of Compensation\n", "auto_enrolment_percent"),
    (f"{MATCH}\n4.1 [ ] Fixed match, as follows:\n        [X] 50% of the first 6% of Compensation\n", "match"),
    (f"{MATCH}\n4.1 True-up:  [X] may be made in the discretion of the Employer  [ ] none\n", "true_up"),
    (f"{MATCH}\n4.1 Allocation conditions:  [X] last day  [ ] Plan Year\n", "match_period"),
    ("IN-PLAN ROTH CONVERSIONS\n9.1 [X] Participants may convert:  [X] Deferrals  [ ] After-Tax Contributions\n", "in_plan_conversion"),
    ("IN-PLAN ROTH CONVERSIONS\n9.1 [ ] Participants may convert:  [X] After-Tax Contributions  [ ] Deferrals\n", "in_plan_conversion"),
    ("IN-SERVICE WITHDRAWALS\n8.1 [X] Rollover account: at any time\n8.2 [ ] After-Tax account: at any time\n", "in_service_withdrawal"),
    ("IN-SERVICE WITHDRAWALS\n8.1 [X] After-Tax account: at any time after age 59 1/2\n", "in_service_withdrawal"),
    ("DISTRIBUTIONS AFTER SEVERANCE\n8.1 After-Tax account:  [X] at any time  [ ] at age 65\n", "in_service_withdrawal"),
    ("AFTER-TAX CONTRIBUTIONS OF THE PREDECESSOR PLAN\n6.1 Accepted: [X] yes  [ ] no\n", "after_tax_allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "field"), NOT_SO)
def test_near_misses_say_nothing(rows: str, field: str) -> None:
    assert field not in _fields(f"{HEADS[0].format(on='[X]', off='[ ]')}\n{rows}")


NESTED = """ADOPTION AGREEMENT for the Specimen Plan
1. Plan name: Specimen Plan
2. Status: [ ] new plan  [X] {restated} (originally effective March 1, 1991)

SECTION 3 EMPLOYEE CONTRIBUTIONS (AFTER-TAX)
(a) [X] The Employer permits Employee Contributions.
(b) [ ] Employee Contributions have been frozen as of ________.

SECTION 4 MATCHING CONTRIBUTIONS
(a) [X] Fixed, under this formula:
        {first} of the first {reach} of Compensation, and
        {second} of the next {more} of Compensation
(b) [ ] Discretionary

SECTION 5 IN-SERVICE WITHDRAWALS
(a) [X] Hardship.
(b) [X] Employee Contributions Account: at any time, not more often than [ ] once [X] twice per Plan Year.

SECTION 6 IN-PLAN ROTH {act}
(a) [X] {leave} of: [ ] Deferrals  [X] Employee Contributions Account  [ ] all vested amounts.
(b) {box} Automatic in-plan Roth rollover of Employee Contributions applies.
"""


@pytest.mark.parametrize(
    ("restated", "first", "leave", "act", "box"),
    [
        ("restatement, effective April 1, 2024", "100 %", "A Participant may elect an In-Plan Roth Rollover", "ROLLOVERS", "[ ]"),
        ("amendment and restatement effective as of 04/01/2024", "_100_ %", "The Plan permits In-Plan Roth Rollovers", "ROLLOVERS", "[X]"),
        ("this restatement is effective April 1, 2024", "100%", "In-Plan Roth Conversions are permitted", "CONVERSIONS", "[ ]"),
    ],
)  # fmt: skip
def test_boxes_within_a_sentence_and_lines_below_a_box(
    restated: str, first: str, leave: str, act: str, box: str
) -> None:
    form = NESTED.format(
        restated=restated, first=first, second="25 %", reach="3 %", more="_2_ %", leave=leave, act=act, box=box
    )
    told = _fields(form)
    assert told["date"] == "2024-04-01"
    assert told["match"] == [
        {"rate_percent": "100", "up_to_percent_of_pay": "3"},
        {"rate_percent": "25", "up_to_percent_of_pay": "2"},
    ]
    assert told["in_service_withdrawal"] == "yes"
    assert told["in_plan_conversion"] == ("automatic" if box == "[X]" else "on-request")
    assert told["after_tax_allowed"] == "yes"
    empty = _fields(form.replace("[X] Fixed", "[ ] Fixed").replace(f"[X] {leave}", f"[ ] {leave}"))
    assert "match" not in empty
    assert empty.get("in_plan_conversion") is None or box == "[X]"


SPREAD = """ADOPTION AGREEMENT
Specimen 401(k) Plan

1.05 EMPLOYEE CONTRIBUTIONS
(a)  [X]  Deferral Contributions, subject to these limits:
     (1)  Regular Contributions. A Deferral Contribution not to exceed  55 % of Compensation
     (2)  [X]  Roth Deferrals. See Section 5.02 and Election 3.
(b)  [X]  Employee Contributions - Participants may contribute on an after-tax basis (non-Roth).
     (1)  [X]  Future Employee Contributions are permitted.
     (2)  [ ]  Frozen. Participants may not make after-tax Employee Contributions but accounts are kept.

1.06 VOLUNTARY AFTER-TAX CONTRIBUTIONS
     [X]  Permitted.  Limit:   [ ]  Code limit only   [X]  $12,000 per Plan Year

1.07 AUTOMATIC DEFERRAL
     [ ]  a.  Do not apply.
     [X]  b.  Apply. EACA. Automatic Deferral Percentage:   5  %.
              [X]  Scheduled increases:   2  % on each anniversary, up to   12  %.

1.08 MATCHING CONTRIBUTIONS
     [X]  Fixed:   50 % of Deferrals up to   6 % of Compensation
     Maximum match:   [ ]  None   [X]  $4,500 per Participant per Plan Year
     Computation period:   [ ]  1.  each payroll period   [X]  2.  Plan Year quarter   [ ]  3.  Plan Year

1.09 WITHDRAWALS DURING EMPLOYMENT
     [X]  Age 59 1/2      [X]  Hardship      [X]  Employee Contributions, at any time      [ ]  Rollover
"""


def test_boxes_that_stand_apart_from_their_words() -> None:
    told = _fields(SPREAD)
    assert told["deferral_cap_percent"] == "55"
    assert (told["roth_deferrals"], told["after_tax_allowed"], told["in_service_withdrawal"]) == ("yes", "yes", "yes")
    assert told["after_tax_cap_dollars"] == "12000"
    assert (told["auto_enrolment_percent"], told["auto_increase_percent"]) == ("5", "2")
    assert (told["match_period"], told["match_limits"]) == ("quarter", {"max_dollars": "4500"})
    untouched = _fields(
        SPREAD.replace("[X]  Employee Contributions, at", "[ ]  Employee Contributions, at").replace(
            "[X]  $4,500", "[ ]  $4,500"
        )
    )
    assert not untouched.keys() & {"in_service_withdrawal", "match_limits"}


UNDERLINED = """ADOPTION AGREEMENT #9 - Cash or Deferred Plan

PART 4. EMPLOYEE CONTRIBUTIONS

4-1  SALARY DEFERRALS (check one)
     _X_  (a) Allowed. Limit:  _X_ 60 % of Compensation
     ___  (b) Not allowed

4-3  ROTH DEFERRALS
     ___  (a) Allowed as of: __________
     _X_  (b) Not allowed

4-5  AFTER-TAX EMPLOYEE CONTRIBUTIONS
     ___  (a) Allowed, subject only to the Code
     _X_  (b) Not allowed

PART 6. MATCHING CONTRIBUTIONS (other than safe harbor)
     _X_  6-1 None
     ___  6-2 Discretionary

PART 8. ROLLOVERS    _X_ accepted from all sources other than Roth and after-tax
"""


def test_boxes_that_are_underlined() -> None:
    told = _fields(UNDERLINED)
    assert (told["roth_deferrals"], told["after_tax_allowed"], told["match"]) == ("no", "no", "none")
    safe = UNDERLINED.replace("PART 6.", "PART 5. SAFE HARBOR\n     _X_  5-1 Basic match\n\nPART 6.")
    assert "match" not in _fields(safe)


def test_a_limit_in_the_line_of_its_leave() -> None:
    form = SPREAD.replace(
        "     [X]  Permitted.  Limit:   [ ]  Code limit only   [X]  $12,000 per Plan Year",
        "     [X]  Permitted.  Limit:   [X]  25 % of Compensation   [ ]  $______\n     [X]  Limit for Highly Compensated Employees: 8 % of Compensation",
    )
    told = _fields(form)
    assert (told["after_tax_cap_percent"], told["hce_after_tax_cap_percent"]) == ("25", "8")


def test_a_grid_with_a_column_for_each_kind_of_money() -> None:
    grid = "SECTION 10. IN-SERVICE DISTRIBUTIONS\n  10-1 Permitted events\n                         Deferrals    Match     After-Tax    Rollover\n    (a) Age 59 1/2         [X]         [X]         [X]          [X]\n    (b) At any time        [ ]         [ ]         {}          [X]\n"
    form = SPREAD.partition("1.09")[0]
    assert _fields(form + grid.format("[X]")).get("in_service_withdrawal") == "yes"
    assert "in_service_withdrawal" not in _fields(form + grid.format("[ ]"))


def test_what_is_not_matched_is_not_refused() -> None:
    form = (
        SPREAD
        + "\n1.10 MATCHING, GOES ON\n     After-Tax Contributions:  [ ] are   [X] are not   eligible for the match\n     In-Plan Roth Conversions: [X] Permitted   [ ] Not permitted\n     Frequency: [ ] No limit   [X] Once per Plan Year\n"
    )
    told = _fields(form)
    assert (told["after_tax_allowed"], told["match_on_after_tax"], told["conversions_per_year"]) == ("yes", "no", 1)
