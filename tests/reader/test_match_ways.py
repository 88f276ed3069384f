"""The match in ways that booklets, contracts and union agreements have; and what only looks like it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

MATCH = "Acme matches 50% of the first 6% of pay that you save. "
AFTER_TAX = "You may make pre-tax, Roth and voluntary after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For every dollar you defer up to 4 percent of pay, the Bank adds a dollar. For each dollar on the next 2 percent, 25 cents.",
            [(100, 4), (25, 2)],
        ),
        (
            "For every dollar you save up to 3 percent of pay, the Bank matches a dollar. On the next 2 percent, half.",
            [(100, 3), (50, 2)],
        ),
        ("For each dollar of the first 5 percent of pay you save, we put in a dollar and twenty cents.", [(120, 5)]),
        ("The Trust matches 40 for every $1.00 you save, up to 5% of Pay.", [(40, 5)]),
        ("Every month the Hospital adds 30% of whatever you save, up to 8% of your pay.", [(30, 8)]),
        (
            "The Employer will contribute sixty cents (60¢) for each one dollar ($1.00) an employee contributes, on contributions up to seven percent (7%) of base wages.",
            [(60, 7)],
        ),
        (
            "We match half of every dollar you save, to a maximum of 3% of your pay. In short, save 6% and the Company puts in 3%.",
            [(50, 6)],
        ),
        (
            "The matching contribution shall equal 60% of his Before-Tax Contributions, disregarding Before-Tax Contributions in excess of 4% of Compensation.",
            [(60, 4)],
        ),
        ("Our match is 25% of the irst 4% of pay.", [(25, 4)]),
        ("The first 3% you save is fully matched; the next 4% is matched at half.", [(100, 3), (50, 4)]),
        ("The Club puts in a quarter for every dollar you save on the first 6% of your pay.", [(25, 6)]),
    ],
)
def test_a_formula_in_other_words(text: str, expected: list[tuple[int, int]]) -> None:
    assert fields(text).get("match") == tiers(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "Acme adds $60 for every $100 you give to the United Fund.",
        "You earn 60 points for every $1.00 you spend.",
        "We match half of every dollar you save, to a maximum of 3% of your pay. For example, save 6% and the Company puts in 2%.",
        "We match your savings 1:1 on the first 3 percent and 1:2 on the next 2 percent.",
        "Suppose your employer adds 30% of whatever you save, up to 8% of your pay.",
    ],
)
def test_what_is_no_formula(text: str) -> None:
    assert not isinstance(fields(text).get("match"), list)


@pytest.mark.parametrize(
    "text",
    [
        "Will the employer match?\n\nA. No, there is no match on what you defer.",
        "There is no company match on whatever you contribute.",
        "Money from us. The match was discontinued with the 2019 contract. There is none.",
        "The old match ended in 2020. There is no longer one.",
    ],
)
def test_there_is_no_match(text: str) -> None:
    assert fields(text).get("match") == "none"


@pytest.mark.parametrize(
    "text",
    [
        "There is no match on what you save above 6% of pay.",
        "There is no match on what you contribute after tax.",
        "The old match ended in 2020. There is a fee of 1%.",
        "The vesting schedule for the match was dropped. There is none if you were hired in 2019.",
    ],
)
def test_a_match_in_part_denied_is_not_denied(text: str) -> None:
    assert fields(text).get("match") != "none"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It comes with each paycheck.", "payday"),
        ("The calculation is made every pay period, so nobody is paid for a month in arrears.", "payday"),
        ("In 2024 it was deposited every month; beginning with 2025 it is figured on pay for the whole year.", "year"),
        ("The match is computed on your annual pay; any shortfall is added after the year ends.", "year"),
    ],
)
def test_how_often(text: str, period: str) -> None:
    assert fields(MATCH + text).get("match_period") == period


@pytest.mark.parametrize(
    "text",
    [
        "It comes to $50 a pay period for somebody who earns $40,000.",
        "In 2024 it was deposited every month; now it is announced in the plan newsletter.",
        "It was changed when annual pay was redefined.",
    ],
)
def test_how_often_is_not_told(text: str) -> None:
    assert "match_period" not in fields(MATCH + text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There is no adjustment at year-end for people who reach the limit early.", "no"),
        ("There is no making it up later for paychecks in which you saved less.", "no"),
        ("We square up in March with anyone whose match came up short because of the limit.", "yes"),
        ("Annual true-up for those who hit the limit early.", "yes"),
        ("The match is paid each payday, and a true-up deposit is made after year end, if necessary.", "yes"),
        (
            "If you reached the limit before December, the company will look back after year end and add anything needed to bring your match to 3% of pay.",
            "yes",
        ),
        (
            "After the close of the Plan Year the Employer shall pay the amount, if any, by which the Matching Contribution computed on Compensation for the full Plan Year exceeds the Matching Contributions made during it.",
            "yes",
        ),
    ],
)
def test_the_year_put_right(text: str, said: str) -> None:
    assert fields(MATCH + text).get("true_up") == said


@pytest.mark.parametrize(
    "text",
    [
        "There is no true-up for people who leave during the year.",
        "If a true-up is made, it is made in March.",
        "The amount by which your deferrals exceed the limit is returned to you.",
    ],
)
def test_the_year_put_right_is_not_told(text: str) -> None:
    assert "true_up" not in fields(MATCH + text)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        (MATCH + "$3,500 is the most we will match for anyone in a year.", "3500"),
        (
            "For each dollar you contribute, up to 6% of pay, Acme adds $0.50, stopping at $4,000 a year or 3% of your pay, whichever comes first.",
            "4000",
        ),
        (
            "The match is 50% of the first 6% of pay; the match for any participant shall not exceed Four Thousand Five Hundred Dollars ($4,500).",
            "4500",
        ),
        ("Acme matches 100% up to the first $2,000 you save in a year.", "2000"),
        (MATCH + "The match for one person will in no year be more than $3,000.", "3000"),
        ("Acme matches 50% of the first 6% of pay (yearly ceiling: $2,500).", "2500"),
    ],
)
def test_the_most_in_dollars(text: str, most: str) -> None:
    assert fields(text).get("match_limits") == {"max_dollars": most}


@pytest.mark.parametrize(
    "text",
    [
        MATCH + "$23,500 is the most you can defer in a year.",
        MATCH + "Your deferrals will in no year be more than $20,000.",
        "Acme matches 100% up to the first $100 you save each pay period.",
        MATCH + "Pay over $350,000 a year or 5% of payroll, whichever is less, is not counted.",
    ],
)
def test_another_sum_is_not_the_most_of_the_match(text: str) -> None:
    assert "match_limits" not in fields(text)


def test_whose_money_it_is_denies_no_match() -> None:
    said = (
        "The match is gone. The rest stays, with after-tax contributions of up to 5% for those who are not highly paid."
    )
    assert "match_on_after_tax" not in fields(AFTER_TAX + said)
    said = (
        "These accounts hold after-tax money. The match is 50% of the first 6%. No after-tax contributions may be made."
    )
    assert "match_on_after_tax" not in fields(said)
    said = "Catch-up contributions have their own election. The limit on all money, the match and what is put in for those in Group B, is $57,000."
    assert "match_on_catch_up" not in fields(said)


def test_company_money_is_a_match() -> None:
    assert fields(MATCH + "Catch-up dollars earn no company money.").get("match_on_catch_up") == "no"
    said = "It makes no difference whether those dollars are tax-deferred or after-tax."
    assert fields(AFTER_TAX + MATCH + said).get("match_on_after_tax") == "yes"
    assert fields(AFTER_TAX + MATCH + "Your fees draw no company money.").get("match_on_catch_up") is None


MONEY = ("match_on_after_tax", "match_on_catch_up", "match_on_roth")


def _money(text: str) -> dict[str, str]:
    return {name: value for name, value in fields(text).items() if name in MONEY}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Is after-tax money matched?\n\nNo. Our match is for pre-tax and Roth contributions, not after-tax and not catch-up.",
            {"match_on_after_tax": "no"},
        ),
        (
            "Company Matching Deposits\n\nThe Bank shall credit, for each pay period, an amount equal to 40% of the Member's Pre-tax Savings and After-tax Savings up to 5% of pay.",
            {"match_on_after_tax": "yes"},
        ),
        (
            "After-tax contributions\n\nAfter-tax contributions have an election of their own. We do not match these, so save 6% pre-tax or Roth first.",
            {"match_on_after_tax": "no"},
        ),
        (
            MATCH
            + "\n\nWhat are after-tax contributions?\n\nMoney taken from your net check. The Bank does not match it.",
            {"match_on_after_tax": "no"},
        ),
        (MATCH + "Catch-up contributions fall outside the match.", {"match_on_catch_up": "no"}),
        (MATCH + "Catch-up contributions may be made but are not matched.", {"match_on_catch_up": "no"}),
        (MATCH + "Catch-up contributions may be made, and will be matched as well.", {"match_on_catch_up": "yes"}),
        (
            MATCH + "Catch-up is permitted. Matched under the same formula.",
            {"match_on_catch_up": "yes"},
        ),
        (
            MATCH + "\n\nSlide 9 - 401(k): After-tax\n\n- 1% to 5% of pay\n- Not matched",
            {"match_on_after_tax": "no"},
        ),
        (
            AFTER_TAX + "\n\nPre-tax savings Roth savings After-tax savings\n\nMatched Matched Not matched",
            {"match_on_after_tax": "no"},
        ),
        (
            "Source      Most in a year      Matched?\nPre-tax     $23,500             yes\nAfter-tax   6% of pay           no\nCatch-up    $7,500 (50+)        yes\n",
            {"match_on_after_tax": "no", "match_on_catch_up": "yes"},
        ),
        (
            "4.1 Pre-Tax Contributions.\n\nYou may defer up to 20% of Pay.\n\n4.2 Catch-Up Contributions.\n\nAs the law permits.\n\n4.4 Matching Contributions.\n\nThe Company shall contribute 50% of the Pre-Tax Contributions of a Participant up to 6% of Pay, disregarding contributions under Section 4.2.",
            {"match_on_catch_up": "no"},
        ),
    ],
)
def test_which_money_is_matched(text: str, said: dict[str, str]) -> None:
    found = _money(text)
    assert said.items() <= found.items()
    assert found.get("match_on_roth") != "no"


@pytest.mark.parametrize(
    "text",
    [
        # An answer to another question, two columns and three answers, other money, a section on pay.
        "Is after-tax money taxed?\n\nNo. Our match is taxed when it is paid.",
        AFTER_TAX + "\n\nPre-tax savings After-tax savings\n\nMatched Matched Not matched",
        MATCH + "\n\nSlide 9 - 401(k): Rollovers\n\n- From an old plan\n- Not matched",
        MATCH + "Catch-up contributions may be made outside the window of the match.",
        MATCH + "Catch-up contributions may be made before the match is paid.",
        "Source      Matched?\nRollover    no\nBonus       no\n",
        "4.2 Pay.\n\nWages.\n\n4.4 Matching Contributions.\n\nThe Company shall contribute 50% of contributions up to 6% of Pay, disregarding amounts under Section 4.2.",
        "After-tax contributions\n\nIf we do not match these, so be it; you may still make them.",
    ],
)
def test_which_money_is_matched_is_not_told(text: str) -> None:
    assert _money(text) == {}


def test_a_match_that_gave_way() -> None:
    said = "Will my match change?\n\nRiverton matched 25% of the first 4%. {} you'll have the Dunlin match, which is 100% of the first 4% of pay."
    assert fields(said.format("Effective January 1, 2025")).get("match") == tiers((100, 4))
    assert fields(said.format("Effective January 1, 2030")).get("match") != tiers((100, 4))
    both = "Riverton matched 25% of the first 4%. Dunlin matched 100% of the first 4% of pay."
    assert "match" not in fields(both)


def test_two_tiers_in_a_row_that_lost_its_label() -> None:
    assert fields("How you save 1% to 80%\nWhat you get 100% of the first 2% + 50% of the next 4%.").get(
        "match"
    ) == tiers((100, 2), (50, 4))


FORM = (
    "ADOPTION AGREEMENT\n\nEmployer: Larch Pumps, Inc.\n\n{}\n\n"
    "31. SAFE HARBOR MATCHING FORMULA (3.05(E)). (a) [ ] Basic match. (b) [X] Enhanced match: 100% of Elective Deferrals not exceeding 5% of Compensation."
    " Computed over: [{}] Plan Year [ ] each month [{}] each payroll period.\n\n"
    "37. EMPLOYEE (AFTER-TAX) CONTRIBUTIONS (3.09). (a) [ ] Limit. The maximum is ___. (b) [X] Limit: 4% of Compensation. Matching: (c) [{}] None. (d) [ ] Apply Election 24.\n"
)


def test_questions_in_one_line_of_a_form() -> None:
    catch_up = "27. CATCH-UP DEFERRALS (3.02(D)). (a) [X] Permitted and (1) [{}] Match. (2) [{}] Do not match."
    found = fields(FORM.format(catch_up.format("X", " "), " ", "X", "X"))
    assert found.get("match_period") == "payday"
    assert (found.get("match_on_catch_up"), found.get("match_on_after_tax")) == ("yes", "no")
    found = fields(FORM.format(catch_up.format(" ", "X"), "X", " ", " "))
    assert found.get("match_period") == "year"
    assert (found.get("match_on_catch_up"), found.get("match_on_after_tax")) == ("no", None)
    found = fields(FORM.format(catch_up.format(" ", " "), " ", " ", " "))
    assert not {"match_period", "match_on_catch_up", "match_on_after_tax"} & set(found)
