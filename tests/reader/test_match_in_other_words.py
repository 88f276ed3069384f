"""The match and what goes with it in further words: whose part, a check at the end of the year, what flows on at the limit, rows and run-in forms."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.said import fields, tiers

_MATCH = "Company match\n\nWe match 50% of the first 6% of pay you save. "
_EACH = "Company match\n\nWe match 50% of the first 6% of pay you save each payday. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our share is posted with each paycheck.", "payday"),
        ("Our side goes in every quarter.", "quarter"),
        ("You are credited every payday.", "payday"),
        ("You are credited each year with an hour of service for each hour worked.", None),
        ("You are credited after each pay period with interest.", None),
        ("Our money is invested each payday in the fund you choose.", None),
    ],
)
def test_whose_part_is_made_how_often(text: str, value: str | None) -> None:
    assert fields(_MATCH + text).get("match_period") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A year-end check makes sure nobody loses out by saving unevenly.", "yes"),
        ("A final calculation after the year ends sees to it that those who saved early do not miss out.", "yes"),
        ("A year-end check makes sure nobody loses coverage.", None),
        ("An annual review of your beneficiaries makes sure that nobody misses out.", None),
        ("An annual review may make sure that nobody misses out.", None),
        ("At year-end we rerun the numbers and send anything still due.", "yes"),
        ("If you reach the limit in the fall, the missing match comes in one sum the following February.", "yes"),
        ("Missed match is missed for good.", "no"),
        ("If you skip a payday, its match is gone for good.", "no"),
        ("If you leave before three years, the match is gone for good.", None),
        ("A lost password is gone forever.", None),
        ("There is no make-up match at year end.", "no"),
        ("There will not be an additional contribution after the end of the year.", "no"),
        ("There are no catch-up contributions after the year you leave.", None),
        ("There will not be additional contributions after the year of your retirement.", None),
        ("The Company will not make additional matching contributions after the end of the year for employees whose savings stopped early.", "no"),
        ("The Company will not make additional matching contributions after the end of the year for employees whose jobs ended.", None),
        ("After the year ends the Company shall pay the sum by which the match computed on pay for the entire year is larger than what was paid.", "yes"),
        ("After the year ends the Company may pay the sum by which the match computed on pay for the entire year is larger than what was paid.", None),
    ],
)  # fmt: skip
def test_a_check_at_the_end_of_the_year_or_none(text: str, value: str | None) -> None:
    assert fields(_EACH + text).get("true_up") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("True-up (ended). There is no such payment for 2025 and later years.", "no"),
        ("True-up. There isn't one.", "no"),
        ("Vesting. There isn't one.", None),
    ],
)
def test_none_of_it_below_its_heading(text: str, value: str | None) -> None:
    assert fields(f"{_EACH}\n\n{text}").get("true_up") == value


_AT = "You may make after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("If you reach the IRS limit, your savings stop; they are never moved into a different type.", "no"),
        ("If you change jobs, your contributions do not move to another type of account.", None),
        ("When deferrals hit the limit, they do not carry over to the next year.", None),
        ("No deferrals above the limit shall be continued as after-tax contributions.", "no"),
        ("No contributions in excess of 10% of pay may be made as after-tax contributions.", None),
        ("You may ask that, when you can make no more deferrals on account of the limit, your election shall be continued as after-tax contributions.", "yes"),
        ("A member whose deferrals stop because of the annual limit may make after-tax contributions only upon a new election.", "no"),
        ("A member whose deferrals stop because of the annual limit may make after-tax contributions only after five years of service.", None),
        ("When you reach the limit, your deferrals will be changed to after-tax contributions only if you have signed up for the spillover feature.", "yes"),
        ("When you reach the limit, your deferrals are made as after-tax contributions only if you have elected the after-tax option.", None),
        ("Once you reach the limit you may start after-tax savings. You start them yourself; it is never done for you.", "no"),
        ("If you want it to begin by itself once you max out, tick \"Spillover\". Your deferral rate then carries on as after-tax contributions.", "yes"),
        ("They convert to Roth once a quarter. It is never done for you.", None),
        ("Your deferrals end when they reach the limit; they will not be switched to another source.", "no"),
        ("When you hit the limit your deferrals stop. You have to pick an after-tax rate yourself.", "no"),
        ("If your coverage ends, you must pick an after-tax rate yourself.", None),
        ("Once you max out, payroll flips you over to after-tax contributions unless you opt out.", "yes"),
        ("\n\nSpillover: on by default", "yes"),
        ("\n\nSpillover: on request", None),
    ],
)  # fmt: skip
def test_what_flows_on_at_the_limit(text: str, value: str | None) -> None:
    assert fields(_AT + text).get("spillover") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Is my catch-up counted? It is all counted together for the match.", "yes"),
        ("Does my catch-up count?\nIt's all the same for the IRS limit.", None),
        ("If your deferrals and catch-up together come to 6% of pay, you get the full match.", "yes"),
        ("If your deferrals plus catch-up reach the annual limit, you get the full tax benefit.", None),
        ("I'm over 50, can I save extra?\nYes. The match does not apply to the extra amount.", "no"),
        ("I work 50 hours a week, can I save extra?\nYes. The Company does not match the extra.", None),
        ("Are catch-up contributions matched?\nYes, if there is room left under the formula.", "yes"),
        ("Are catch-up contributions matched?\nYes, if the match has not been exhausted by other savings.", "yes"),
    ],
)
def test_whether_catch_up_is_matched(text: str, value: str | None) -> None:
    assert fields(f"{_MATCH}\n\n{text}").get("match_on_catch_up") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Up to 10% of pay may go in after-tax. We add no match to these dollars, though they can be moved into Roth.", "no"),
        ("Up to 10% of pay may go in after-tax. We charge no fee on these dollars, though they can be moved into Roth.", None),
        ("After-tax money can be moved. We do not match rollovers into these accounts, but you can convert them.", None),
        ("Savings types\nType Limit Matched?\nBefore-tax 50%; at any time Yes\nRoth 50% Yes\nAfter-tax 10%; once a month No", "no"),
        ("You may make after-tax contributions.\n\nMatch details\nSources matched: Employee before-tax, Employee Roth", "no"),
        ("You may make after-tax contributions.\n\nMatch details\nSources matched: before-tax, Roth, after-tax", "yes"),
        ("You may make after-tax contributions.\n\nLoan details\nSources used: Employee before-tax, Employee Roth", None),
    ],
)  # fmt: skip
def test_whether_after_tax_money_is_matched(text: str, value: str | None) -> None:
    assert (
        fields(f"{_MATCH}\n\nThe plan takes pre-tax, Roth and after-tax contributions. {text}").get(
            "match_on_after_tax"
        )
        == value
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I'll be 62 next year. Do I get the bigger catch-up?\nFederal law makes it optional. The Company has decided against it.", "no"),
        ("I'll be 62 next year. Do I get the bigger catch-up?\nFederal law makes it optional. The Company has chosen not to end it.", None),
        ("Members may make catch-up contributions, up to the higher limit set forth in Code Section 414(v)(2)(E).", "yes"),
        ("Members may make catch-up contributions up to the amount under Code Section 414(v)(2)(B).", None),
        ("The Plan may adopt the increased limit for catch-up contributions of Section 414(v)(2)(E).", None),
        ("Those of 50 and up may save an extra sum. For those who are 60, 61, 62 or 63 the extra sum is $11,250.", "yes"),
    ],
)  # fmt: skip
def test_the_larger_catch_up(text: str, value: str | None) -> None:
    assert fields(text).get("super_catch_up") == value


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Our part tops out at $2,000 a year.", "2000"),
        ("The bank's share will not exceed $3,000 for the year.", "3000"),
        ("No participant's match goes over $3,500 for the year.", "3500"),
        ("The match stops once it has reached $3,500 for the year.", "3500"),
        ("The match stops once you have reached $24,500 for the year.", None),
        ("The participant's contribution cannot be more than $9,000 in a year.", None),
        ("Our contribution for profit sharing may not exceed $2,000 a year.", None),
        ("\n\nMatch limit\n\n$4,000 per plan year", "4000"),
        ("\n\nLoan limit\n\n$4,000 per plan year", None),
    ],
)
def test_the_most_of_our_part(text: str, most: str | None) -> None:
    said: Any = fields(_MATCH + text).get("match_limits") or {}
    assert said.get("max_dollars") == most


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Company match: 100% of 1st 3%, 50% of next 2%", tiers((100, 3), (50, 2))),
        ("The Company adds 25¢ for each $1 you defer, to a maximum match of 2% of pay.", tiers((25, 8))),
        ("For each $1 you defer (pre-tax and Roth deferrals alike) the Company adds 25¢, to a maximum match of 2% of pay.", tiers((25, 8))),
        ("Company match\n\n   Your savings                 Rate of match\n   On the first 2% of pay       150%\n   On the next 3% of pay        100%\n   On anything more             None", tiers((150, 2), (100, 3))),
        ("Effective January 1, 2025, this has changed. The match has been 50% of the first 6% of pay. It will be 100% of the first 4% of pay.", tiers((100, 4))),
        ("The match has been 50% of the first 6% of pay. It is now 100% of the first 4% of pay.", tiers((100, 4))),
        ("Effective January 1, 2029, this will change. The match has been 50% of the first 6% of pay. It will be 100% of the first 4% of pay.", None),
        ("Clinic match      None\nVesting           Immediate\nRoth              Yes", "none"),
        ("Group match       None until you have a year of service\nVesting           Immediate\nRoth              Yes", None),
    ],
)  # fmt: skip
def test_formulas(text: str, value: Any) -> None:
    assert fields(text).get("match") == value


@pytest.mark.parametrize(
    ("text", "start", "step"),
    [
        ("Staff are automatically enrolled at 4% with annual increases of 1% until reaching 10%.", 4, 1),
        ("You will be automatically enrolled. 1% annual increases apply each year.", None, 1),
        ("If you do nothing you are enrolled at 3%. Your rate goes to 4% in the second year, 5% in the third and 6% in the fourth.", 3, 1),
        ("If you do nothing you are enrolled at 3%. Your rate goes to 4% in your second year and 6% in your third.", 3, None),
        ("If you do nothing you are enrolled at 3%. The match goes to 4% in your second year and 5% in your third.", 3, None),
        ("You may choose a rate that goes to 4% in the second year and 5% in the third.", None, None),
    ],
)  # fmt: skip
def test_enrolled_and_raised(text: str, start: int | None, step: int | None) -> None:
    said = fields(text)
    assert [said.get(f"auto_{each}_percent") for each in ("enrolment", "increase")] == [
        str(each) if each else None for each in (start, step)
    ]


def test_a_part_of_a_page_has_labels_that_do_not_name_it() -> None:
    said = fields(
        "Employer match\nFormula: 100% of the first 4%\nFrequency: Payroll\nTrue-up: Annual\n\nAutomatic features\nAuto increase: 1%"
    )
    assert (said["match_period"], said["true_up"]) == ("payday", "yes")
    said = fields("Employer match: 100% of the first 4%\n\nLoans\nFrequency: payroll")
    assert "match_period" not in said
    said = fields(
        "Employer match\n100% of the first 4%\nHow match is figured\nEach payroll, with a true-up after year-end"
    )
    assert (said["match_period"], said["true_up"]) == ("payday", "yes")


_FORM = """ADOPTION AGREEMENT FOR THE SPECIMEN 401(k) PLAN
I. PLAN A. Name: Specimen 401(k) Plan B. Year: calendar
II. DEFERRALS
A. Roth Deferrals: [ x ] Permitted [   ] Not permitted
B. Automatic Contribution Arrangement: [   ] None [ x ] EACA [   ] QACA. Default rate: {start}%. Escalation: 1% annually on July 1, max. 9%
III. EMPLOYER CONTRIBUTIONS
A. Safe harbor: [   ] None [   ] 3% nonelective [ {match} ] Enhanced match: 100% of Elective Deferrals up to 4% of Compensation
1. Computed: [ {a} ] each payroll period [ {b} ] Plan Year. True-up: [   ] Yes [ x ] No
2. Catch-up contributions: [ {a} ] taken into account [ {b} ] not taken into account
B. Profit sharing: [ x ] Discretionary
"""  # fmt: skip


def test_a_form_whose_questions_run_into_one_line() -> None:
    said = fields(_FORM.format(start=4, match="x", a="x", b="  "))
    assert said["match"] == tiers((100, 4))
    assert said["match_period"] == "payday"
    assert said["match_on_catch_up"] == "yes"
    assert (said["auto_enrolment_percent"], said["auto_increase_percent"]) == ("4", "1")
    said = fields(_FORM.format(start=4, match="x", a="  ", b="x"))
    assert (said["match_period"], said["match_on_catch_up"]) == ("year", "no")
    said = fields(_FORM.format(start=4, match="  ", a="x", b="  "))
    assert not {"match", "match_on_catch_up"} & set(said)


@pytest.mark.parametrize(("one", "two", "value"), [(" ", "X", "no"), ("X", " ", "yes"), (" ", " ", None)])
def test_numbers_before_boxes_are_no_words_of_the_option_before(one: str, two: str, value: str | None) -> None:
    form = f"ADOPTION AGREEMENT\nSpecimen 401(k) Plan\n\n21. DEFERRALS (3.01).\n   (a) [X] Permitted.\n23. CATCH-UP (3.02(D)).\n   (a) [X] Permitted.  (1) [{one}] Matched   (2) [{two}] Not matched\n"
    assert fields(form).get("match_on_catch_up") == value


def test_one_america() -> None:
    assert fields("How do I sign up? Call One America at 800-555-0188.").get("recordkeeper") == "OneAmerica"
    assert "recordkeeper" not in fields("We save as one America. Call 800-555-0188.")
