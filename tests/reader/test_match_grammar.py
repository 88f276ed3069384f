"""The match by the grammar of its clauses and the layout around them: basic contributions, rates before and after their reach, old and new, labels."""

from __future__ import annotations

import pytest
from tests.reader.said import fields
from tests.reader.said import tiers as _pairs

TAKES = "You may save pre-tax, Roth and traditional after-tax contributions.\n\n"
MATCH = "The company matches 50% of the first 6% of pay that you save. "


@pytest.mark.parametrize(
    "basic",
    [
        "You join by authorizing Basic Contributions of 2%, 3%, 4%, 5% or 6% of your salary.",
        "Basic Contributions may be any whole percentage from 1% to 6% of salary.",
        "Basic Contributions: 1%, 2%, 3%, 4%, 5% or 6% of salary.",
        "The first 6% of salary that you save is called your Basic Contribution.",
        "Contributions of up to 6% of salary are designated as basic contributions.",
        "You may contribute up to 6% of salary (“basic contributions”).",
    ],
)
@pytest.mark.parametrize(
    "rate",
    [
        "The company match is half of your Basic Contributions.",
        "The company matches your Basic Contributions at 50%.",
        "Each month the mill adds fifty cents to every dollar of Basic Contributions.",
    ],
)
def test_a_share_of_basic_contributions_reaches_as_far_as_they_do(basic: str, rate: str) -> None:
    assert fields(f"{basic} What you save beyond them is supplemental.\n\n{rate}").get("match") == _pairs((50, 6))


@pytest.mark.parametrize(
    "basic",
    [
        "Basic Contributions may be 1% to 6% of pay in Group A and 1% to 8% of pay in Group B.",
        "If you make Basic Contributions of 6% of pay, you may save more.",
        "Supplemental contributions on top of basic contributions may be 1% to 20% of pay.",
    ],
)
def test_what_is_not_said_of_basic_contributions_is_no_reach(basic: str) -> None:
    assert "match" not in fields(f"{basic}\n\nThe company match is half of your Basic Contributions.")


def test_basic_contributions_of_both_kinds_are_matched_in_both_kinds() -> None:
    said = fields(
        "The first 6% of salary is called your Thrift Contribution. Thrift contributions may be made before tax or as traditional after-tax contributions.\n\n"
        "The company match is half of your thrift contributions."
    )
    assert said.get("match_on_after_tax") == "yes"


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("We match half of what you put in, up to a savings rate of 6% of pay.", [(50, 6)]),
        ("We match your contributions dollar for dollar, to a deferral rate of 5%.", [(100, 5)]),
        ("The mill matches fifty cents of every dollar you set aside, on as much as 6% of your pay.", [(50, 6)]),
        ("The hospital will match what you contribute, dollar for dollar, until your contributions reach 6% of pay.", [(100, 6)]),
        ("Matching contributions: one-half of Elective Deferrals, disregarding deferrals over 5% of Compensation.", [(50, 5)]),
        ("Participants receive 60 cents from the Company for each dollar they defer, on deferrals up to 6% of pay.", [(60, 6)]),
        ("The Employer's contribution is equal to 40% of the first 5% of compensation contributed by each participant.", [(40, 5)]),
        ("Match schedule: first 2% of pay - 100%; next 4% of pay - 50%.", [(100, 2), (50, 4)]),
        ("Suppose your employer matches 50% of the first 6% of pay.", None),
        ("The match for 2019 was 50% of the first 6% of pay; it was suspended in 2020.", None),
        ("For each dollar you defer, up to 4% of pay, the company contributes another dollar of its own.", [(100, 4)]),
        ("Contributions of up to 6% of pay are matched by the company at the rate of 75 cents on the dollar.", [(75, 6)]),
        ("Contributions up to 5% of pay are known as basic savings, and the firm matches them at 60%.", [(60, 5)]),
        ("The company matches the first 4% you save as pre-tax, Roth or catch-up contributions at 100%, plus 50% of the next 2%.", [(100, 4), (50, 2)]),
        ("The company will match 100% of the first 4% of pay you save as pre-tax or catch-up contributions, plus 50% of the next 2%.", [(100, 4), (50, 2)]),
        ("Matching contributions are made on the first 8% of pay. For every dollar you save, the firm puts in 50 cents.", [(50, 8)]),
        ("For example, on the first 8% of pay a plan may match. For every dollar you save, a firm might put in 50 cents.", None),
        ("The match, formerly 25% of the first 4% of pay, is 50% of the first 6% of pay.", [(50, 6)]),
        ("The match, which had been 35% of the first 6% of pay, becomes 50% of the first 6% of pay.", [(50, 6)]),
        ("Instead of 50% of the first 6% of pay, the company now matches 100% of the first 4% of pay.", [(100, 4)]),
        ("Effective January 1, 2031, the match, which had been 35% of the first 6% of pay, becomes 50% of the first 6% of pay.", None),
        ("We match 100% up to 3% of pay, vested at once, so 100% of the first 3%, then 50% of the next 2%.", [(100, 3), (50, 2)]),
        ("The match is 100% of the first 3% of pay, which is vested at once, and 50% of the next 2% of pay.", [(100, 3), (50, 2)]),
    ],
)  # fmt: skip
def test_a_formula_is_read_whichever_way_round_it_is_said(text: str, tiers: list[tuple[int, int]] | None) -> None:
    assert fields(text).get("match") == (_pairs(*tiers) if tiers else None)


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("EMPLOYER MATCH\nFormula\n100% of deferrals to 3% of pay\nTiming\nCalculated on the plan year", [(100, 3)]),
        ("Is there a match?\nThere is. It's 30% of what you contribute on the first 4% of wages.", [(30, 4)]),
        ("Match\n\nYour contribution        Our match\nFirst 3% of base pay      100%\nNext 2% of base pay       50%\nAbove 5%                  0%", [(100, 3), (50, 2)]),
        ("Match\n\nYour contribution        Our match\nFirst 3% of base pay      100%\nNext 2% of base pay       50%\nAbove 5%                  10%", None),
        ("Match\n\nIf you defer...      The firm contributes...\n1% of pay        1%\n2% of pay        2%\n3% of pay        2.5%\n4% of pay        3%\nMore than 4% of pay      3%", [(100, 2), (50, 2)]),
        ("Your match is changing\n\nToday                                         Beginning January 1, 2025\n100% of the first 2% plus 50% of the next 4%     100% of the first 5%\nPaid each payroll                                 Paid each payroll", [(100, 5)]),
    ],
)  # fmt: skip
def test_a_label_or_a_column_says_what_a_formula_is_of(text: str, tiers: list[tuple[int, int]] | None) -> None:
    assert fields(f"{text}\n\nLoans\nYou may borrow.").get("match") == (_pairs(*tiers) if tiers else None)


@pytest.mark.parametrize(
    ("text", "after_tax", "catch_up"),
    [
        ("Pre-tax contributions are matched first, next Roth, and after-tax contributions last.", "yes", None),
        ("The match is made on pre-tax, Roth and after-tax contributions, in that order.", "yes", None),
        ("The company adds 50 cents for every dollar you contribute as pre-tax, Roth or after-tax. That is the match.", "yes", None),
        ("Pre-tax and Roth dollars count toward the match. After-tax dollars don't. Reach the limit early?", "no", None),
        ("After-tax employee contributions are not matched.", "no", None),
        ("The match is the same whichever basis you have chosen.", "yes", None),
        ("It makes no difference to the match which you choose.", "yes", None),
        ("After-tax contributions: unmatched.", "no", None),
        ("The company adds nothing on after-tax savings.", "no", None),
        ("You choose how you save: as pre-tax, Roth or after-tax.", None, None),
        ("Catch-up contributions are taken into account if your other deferrals are less than 6% of pay.", None, "yes"),
        ("Catch-up contributions count if you haven't already received the full match.", None, "yes"),
        ("Catch-up contributions would count if the board so decided.", None, None),
        ("If a matching contribution is made, catch-up contributions are included.", None, "yes"),
        ("If a matching contribution is made, catch-up contributions are excluded.", None, "no"),
        ("Catch-up contributions are treated as Salary Deferral Contributions for this purpose.", None, "yes"),
        ("For this purpose, catch-up contributions are treated the same as other deferrals.", None, "yes"),
        ("Catch-up contributions are not considered deferrals for this purpose.", None, "no"),
        ("You may make catch-up contributions before-tax. They are not matched.", None, "no"),
    ],
)  # fmt: skip
def test_which_money_is_matched(text: str, after_tax: str | None, catch_up: str | None) -> None:
    said = fields(TAKES + MATCH + text)
    assert (said.get("match_on_after_tax"), said.get("match_on_catch_up")) == (after_tax, catch_up)


@pytest.mark.parametrize(
    ("text", "after_tax", "catch_up"),
    [
        ("After-Tax (non-Roth)\nMaximum 12%\nMatched?  No\nLoans\nOne at a time", "no", None),
        ("After-tax contributions\n1% to 10% of pay\n\nMatch on after-tax contributions\nNo\n\nVesting\nAt once", "no", None),
        ("----- After-tax -----\n\nThe basics\n- Between 1% and 15% of pay\n- Not matched\n- Always yours", "no", None),
        ("Company match              120% of the first 5%\nMatched contribution types   Pre-tax, Roth and after-tax\nLoans                      Yes", "yes", None),
        ("Company match              120% of the first 5%\nMatched contributions      Pre-tax and Roth only\nLoans                      Yes", "no", None),
        ("Company match              120% of the first 5%\nCatch-up contributions     $7,500 if you are at least 50; not matched\nLoans                      Yes", None, "no"),
        ("Company match              120% of the first 5%\nCatch-up contributions     $7,500 if you are at least 50; no loan\nLoans                      Yes", None, None),
    ],
)  # fmt: skip
def test_which_money_a_label_says_is_matched(text: str, after_tax: str | None, catch_up: str | None) -> None:
    said = fields(f"{TAKES}{text}\n\nBeneficiaries\n\nName one.")
    assert (said.get("match_on_after_tax"), said.get("match_on_catch_up")) == (after_tax, catch_up)


@pytest.mark.parametrize(
    "text",
    [
        "The Plan does not provide for matching contributions or for employee after-tax contributions.",
        "The Plan permits neither after-tax contributions nor matching contributions.",
        "Does the company match my contributions?\nNo. Instead, it contributes 5% of your pay.",
    ],
)
def test_a_match_denied_beside_other_money_is_no_match(text: str) -> None:
    said = fields(text)
    assert said.get("match") == "none"
    assert "match_on_after_tax" not in said


@pytest.mark.parametrize(
    "text",
    [
        "The company does not match supplemental contributions.",
        "The company does not match rollover or after-tax contributions.",
        "Catch-up contributions      $7,500; not matched\nLoans                       Two\nVesting                     At once",
        "There is no match for interns.",
    ],
)
def test_what_is_not_matched_denies_no_match(text: str) -> None:
    assert "match" not in fields(text)


def test_a_group_that_the_title_names_is_everybody() -> None:
    text = "Enrollment guide for hourly team members\n\nSavings\n\nThere is no company match under the plan for hourly team members."
    assert fields(text).get("match") == "none"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The match is figured once, after year-end, on your pay and deferrals for the entire year.", "year"),
        ("It's calculated on your annual eligible earnings and contributions.", "year"),
        ("The match is based on your annual eligible pay, of which the IRS counts $350,000.", None),
        ("The match for a payroll is based on your contributions and pay for that payroll only.", "payday"),
        ("Company contributions are made each payroll period.", "payday"),
        ("The period for determining the match is the plan year.", "year"),
        ("The computation period for matching contributions is each payroll period.", "payday"),
        ("Matching contributions are invested each pay period as you direct.", None),
        ("The plan will no longer calculate matching contributions each payroll period; they are determined on the basis of your pay and deferrals for the entire plan year.", "year"),
        ("The match is no longer figured each pay period. It is determined once a year.", "year"),
        ("Matching contributions will no longer be made annually. They are now made each pay period.", "payday"),
        ("The match is no longer figured each pay period.", None),
    ],
)  # fmt: skip
def test_how_often_the_match_is_made(text: str, period: str | None) -> None:
    assert fields(MATCH + text).get("match_period") == period


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\"What if I max out in June?\" You would miss match, except that we do a year-end true-up, so you won't.", "yes"),
        ("If your match was less than you would have received had you contributed evenly during the year, the mill will deposit the shortfall.", "yes"),
        ("Your match for a month may fall short because you have reached the legal limit. In that case the mill will make up the difference in the following January.", "yes"),
        ("Match is calculated per pay period; not made up at year end.", "no"),
        ("The match is paid per paycheck, never adjusted at year-end.", "no"),
        ("The match may reach $2,000, a sum not adjusted for inflation.", None),
        ("You can make additional contributions during the year.", None),
        ("Additional contributions made during the year are invested as you direct.", None),
        ("If you had contributed too much over the year, the extra amount is paid back to you.", None),
        ("Missed loan payments can be made up during the year.", None),
        ("The company doesn't make up match you miss.", "no"),
        ("In January we true things up for the full year.", "yes"),
        ("If you end the year short of the full match, an extra contribution makes you whole.", "yes"),
        ("Spread your savings: match missed in a pay period is lost for the year.", None),
        ("Those who reach the limit have any additional contributions for the rest of the year made on an after-tax basis.", None),
    ],
)  # fmt: skip
def test_whether_the_year_is_put_right(text: str, said: str | None) -> None:
    assert fields(MATCH + text).get("true_up") == said


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("The maximum match was raised from $4,000 to $5,000 a year.", "5000"),
        ("The match may not exceed $4,000 a year. Effective January 1, 2025, the annual maximum match was increased to $5,000.", "5000"),
        ("The match may not exceed $4,000 a year. Effective January 1, 2031, the annual maximum match will be increased to $5,000.", "4000"),
        ("In no year will the match be more than $6,000.", "6000"),
    ],
)  # fmt: skip
def test_the_most_of_the_match_is_the_one_that_holds(text: str, most: str) -> None:
    assert fields(MATCH + text).get("match_limits") == {"max_dollars": most}


FORM = """ADOPTION AGREEMENT

5 MATCHING CONTRIBUTIONS
      [X] Fixed: 50% of elective deferrals up to 7% of Compensation
      Maximum match: {most}
      Computation period: {period}
"""


@pytest.mark.parametrize(
    ("period", "value"),
    [
        ("[ ] each payroll period   [X] Plan Year quarter   [ ] Plan Year", "quarter"),
        ("[X] Plan Year   [ ] Plan Year quarter   [ ] each payroll period", "year"),
        ("[X] 1. Plan Year.   [ ] 2. Plan Year quarter.   [ ] 3. Payroll period.", "year"),
    ],
)
@pytest.mark.parametrize(
    ("most", "limit"),
    [
        ("[ ] None   [X] $5,000 per Participant per Plan Year", {"max_dollars": "5000"}),
        ("[X] None   [ ] $5,000 per Participant per Plan Year", None),
        ("[ ] None   [X] $200 per pay period", None),
    ],
)
def test_a_ticked_period_and_a_ticked_maximum(period: str, value: str, most: str, limit: dict[str, str] | None) -> None:
    said = fields(FORM.format(period=period, most=most))
    assert (said.get("match_period"), said.get("match_limits")) == (value, limit)
