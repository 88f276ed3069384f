"""The match as benefit pages and handbooks tell it: in passing, by pronouns, in rows without lines, by example."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields

Tiers = list[tuple[str, str]]
AFTER_TAX = "You may make pre-tax, Roth and traditional after-tax contributions. "
MATCH = "The Company matches 50% of the first 6% of pay you contribute. "
OF_50 = "Employees of 50 or more may make catch-up contributions. "


@pytest.mark.parametrize(
    ("text", "after_tax", "catch_up"),
    [
        # A denial that comes first.
        ("In neither fund is there a match on catch-up or after-tax contributions.", "no", "no"),
        ("In none of our plans is there a match on after-tax savings.", "no", None),
        ("Neither plan matches after-tax contributions.", "no", None),
        ("Under no circumstances is there a match on catch-up contributions.", None, "no"),
        ("Nor is there a match on catch-up contributions.", None, "no"),
        ("Nor are catch-up contributions matched.", None, "no"),
        # All kinds, but one.
        ("The match is made on contributions of every kind, after-tax excepted.", "no", None),
        ("We match every type of contribution, catch-up aside.", "yes", "no"),
        ("We match all your contributions apart from catch-up.", None, "no"),
        ("We match all your contributions, save catch-up contributions.", None, "no"),
        (
            "The match is paid on every type of contribution, with the exception of catch-up contributions.",
            "yes",
            "no",
        ),
        # All kinds.
        ("Contributions of any kind listed above are matched.", "yes", None),
        ("Contributions of every type shall be matched.", "yes", None),
        ("The match is the same whichever of the three types you choose.", "yes", None),
        ("It does not matter which of the three types of contribution you make.", "yes", None),
        ("For the match it makes no difference which kind of contribution you choose.", "yes", None),
        ("It makes no difference whether what you save is pre-tax, Roth or after-tax.", "yes", None),
        # `This`, `here`, `it`: the match of the sentence before.
        ("Catch-up and after-tax money do not count here.", "no", "no"),
        ("Catch-up and after-tax dollars are not counted for this.", "no", "no"),
        ("After-tax savings are left out of this.", "no", None),
        ("Catch-up contributions included.", None, "yes"),
        ("After-tax contributions shall not be taken into account under Section 5.2.", "no", None),
        ("Worked out each payday on pre-tax, Roth and catch-up contributions.", None, "yes"),
        ("It is figured every pay period on pre-tax, Roth and after-tax contributions.", "yes", None),
        ("They are worked out payday by payday on your pre-tax contributions, catch-up included.", None, "yes"),
        ("Catch-up dollars count for the match, after-tax dollars do not.", "no", "yes"),
        ("The match is paid on pre-tax/Roth contributions only.", "no", None),
        # `Them`: the money of the sentence before.
        (OF_50 + "No match is made on those.", None, "no"),
        (OF_50 + "They draw no match.", None, "no"),
        (OF_50 + "The firm does not match them.", None, "no"),
        ("After-tax: 1% to 15% of pay, on top of pre-tax and Roth. Not matched.", "no", None),
        ("After-tax contributions do not qualify.", "no", None),
        ("Only pre-tax and Roth money earns the match.", "no", None),
        ("You get it on pre-tax and Roth contributions, but not on after-tax contributions.", "no", None),
        ("You won't be matched on after-tax contributions.", "no", None),
        ("Catch-up contributions get the match as well.", None, "yes"),
        ("That goes for catch-up contributions, too.", None, "yes"),
        ("All three count for it.", "yes", None),
        ("Any of the three earns you the match.", "yes", None),
        ("Pre-tax, Roth and after-tax money all count.", "yes", None),
        # What looks as if it said it.
        ("All three plans are matched to your age.", None, None),
        ("That goes for catch-up contributions if you are 50.", None, None),
        ("Only pre-tax and Roth money may be borrowed.", None, None),
        ("You get it for each year in which you make after-tax contributions.", None, None),
        ("It is paid on the first payday after your catch-up contributions start.", None, None),
        ("It is based on your pay before catch-up contributions.", None, None),
        (OF_50 + "It does not matter which kind of contribution you choose for them.", None, None),
        ("Neither plan limits the match on the first 6%.", None, None),
        ("It makes no difference which of the two plans you choose.", None, None),
        ("It does not matter which kind of account you have with your bank.", None, None),
        ("The match is the same for every kind of employee.", None, None),
        ("After-tax contributions are included in the limit of this year.", None, None),
        ("You may make pre-tax and catch-up contributions. The firm matches them.", None, None),
        ("Loans and hardship withdrawals are allowed. The firm does not match them.", None, None),
        ("does the company match after tax", None, None),
        ("It is made on the day after the payday.", None, None),
    ],
)
def test_which_money_counts(text: str, after_tax: str | None, catch_up: str | None) -> None:
    said = _fields(AFTER_TAX + MATCH + text)
    assert (said.get("match_on_after_tax"), said.get("match_on_catch_up")) == (after_tax, catch_up)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You may save pre-tax, after-tax or Roth, in any combination. The match is the same. " + MATCH, "yes"),
        ("You may save pre-tax, after-tax or Roth, each for itself. The match is the same as in 2020. " + MATCH, None),
        ("The plan accepts traditional after-tax contributions besides Roth. The firm won't match them.", "no"),
        (AFTER_TAX + "\n\nDoes the company match after-tax contributions?\n\nIt does not.", "no"),
        (AFTER_TAX + "\n\nQ4. Will Exemplar match after-tax contributions?\n\nA4. No. " + MATCH, "no"),
        (AFTER_TAX + "Match: 50% of the first 6% of pay, on pre-tax, Roth and spillover contributions.", "yes"),
        (
            "Contributions\n\nPre-tax Roth After-tax\n\nYou pay tax later. You pay tax now. You pay tax now.\n\nMatched Matched Not matched\n\nMore below.",
            "no",
        ),
        ("Contributions\n\nPre-tax Roth After-tax\n\nCompany match: yes yes yes\n\nMore below.", "yes"),
        ("Contributions\n\nPre-tax Roth After-tax\n\nMatched Not matched\n\nMore below.", None),
        ("Contributions\n\nPre-tax Catch-up Roth\n\nMatched Matched Not matched\n\nMore below.", None),
    ],
)
def test_whether_after_tax_money_is_matched(text: str, value: str | None) -> None:
    assert _fields(text).get("match_on_after_tax") == value


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("Company match.\n\nExemplar adds 25% of the first 6% you save, to a maximum of $2,500.", [("25", "6")]),
        (
            "We match point for point up to four points of your salary, and a quarter point each for the next two points.",
            [("100", "4"), ("25", "2")],
        ),
        (
            "We match point for point up to 4% (i.e. you save 4% and we add 4%) and half a point on the next 2% (i.e. you save 6% and we add 5%).",
            [("100", "4"), ("50", "2")],
        ),
        (
            "We match point for point up to 4% (i.e. you save 4% and we add 3%).",
            None,
        ),
        ("Exemplar matches your 401(k) contributions percent for percent up to 5% of salary.", [("100", "5")]),
        ("Exemplar offers up to a 5% match dollar-for-dollar for full-time staff.", [("100", "5")]),
        ("401(k) with a 5% dollar-for-dollar company match", [("100", "5")]),
        (
            "The firm puts in a dollar for each dollar of yours until you've reached 4% of your pay, as a match.",
            [("100", "4")],
        ),
        ("Employer match - 4% (dollar for dollar)", [("100", "4")]),
        ("We match every dollar you put in up to 4% of your salary.", [("100", "4")]),
        ("We match your contributions 1:1 up to 4% of salary.", [("100", "4")]),
        ("Our 401(k) has a one-to-one match up to 4% of your salary.", [("100", "4")]),
        ("For every $2 you save we add $1, up to 6% of pay, as a match.", [("50", "6")]),
        ("We match every dollar with 50 cents, up to 6% of pay.", [("50", "6")]),
        ("For every $2 you save we add $1.50, up to 6% of pay, as a match.", None),
        ("You may meet our adviser one to one. The match is up to 4% of salary.", None),
        # By example: the number of the match and of the example are one.
        ("We will match up to 5%. So if you contribute 5% of your pay we contribute another 5%.", [("100", "5")]),
        ("We will match up to 4%. That is, if you put in 6% of your pay we contribute 4%.", None),
        ("We will match up to 4%. That is, if you put in 4% of your pay we contribute 2%.", None),
        ("We will match up to 4% of your salary.", None),
        # A second tier on a line of its own.
        (
            "* Safe harbor match (100% of first 4%\n* + 50% of next 2%), vested at once",
            [("100", "4"), ("50", "2")],
        ),
        ("The company matches 100% of the first 3%, and\n\n50% of the next 2%.", [("100", "3"), ("50", "2")]),
        ("Safe harbor match (100% of first 4%\n\nWe add 50% of the next project's cost.", [("100", "4")]),
        # Steps, from the top down or in rows.
        (
            "What we add\n\n• Save 3 percent of base pay and Exemplar puts in 6 percent.\n• Save 2 percent and Exemplar puts in 4 percent.\n• Save 1 percent and Exemplar puts in 2 percent.\n\nThe match is vested at once.",
            [("200", "3")],
        ),
        (
            "Contributions\n\nYou | Exemplar\n--- | ---\n1% | 1%\n2% | 2%\n3% | 2.5%\n4% | 3%\n5+% | 3%",
            [("100", "2"), ("50", "2")],
        ),
        ("Fees of the funds\n\nYou | Fund\n--- | ---\n1% | 1%\n2% | 2%\n3% | 2.5%\n", None),
        ("Vesting of the match\n\nYears | Exemplar\n--- | ---\n1% | 1%\n2% | 2%\n3% | 2.5%\n", None),
    ],
)
def test_formulas(text: str, tiers: Tiers | None) -> None:
    found = _fields(text).get("match")
    want = None if tiers is None else [{"rate_percent": rate, "up_to_percent_of_pay": reach} for rate, reach in tiers]
    assert found == want


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("Our match: 50% of what you put in until we've given you $3,000 for the year.", "3000"),
        ("Our match: 50% of what you put in until we have paid you $3,000 in a year.", "3000"),
        ("The Company matches 50% of your contributions until its match for the year comes to $3,000.", "3000"),
        (
            "The Company matches your contributions dollar for dollar until it has given you $7,000 for the year.",
            "7000",
        ),
        ("Exemplar matches 50% of the first 6% of pay, to a ceiling of $1,500 a year.", "1500"),
        ("Exemplar matches 50% of the first 6% of pay ($1,500 a year at most).", "1500"),
        ("Exemplar matches 50% of the first 6% of pay (annual max $4,500).", "4500"),
        ("Exemplar matches 50% of the first 6% of pay; nobody gets more than $4,500 a year.", "4500"),
        ("Exemplar matches 50% of the first 6% of pay. The most it adds in a year is $4,500.", "4500"),
        ("Exemplar matches 50% of the first 6% of pay. Your match cannot be more than $4,500 in any year.", "4500"),
        ("Exemplar matches 50% of the first 6% of pay. The match stops at $4,500.", "4500"),
        ("Exemplar matches 50% of the first 6% of pay. The most you can contribute in a year is $23,500.", None),
        ("Exemplar matches 50% of the first 6% of pay. Nobody may contribute more than $23,500 a year.", None),
        ("Exemplar matches 50% of the first 6% of pay; you cannot contribute more than $23,500 a year.", None),
        ("Exemplar matches 50% of the first 6% of pay. You can get as much as $50,000 as a loan.", None),
        ("Exemplar matches 50% of the first 6% of pay. The most the law lets you save is $23,500.", None),
        ("Exemplar matches 50% of the first 6% of pay, to a ceiling of $150 each pay period.", None),
        ("Exemplar matches 50% of the first 6% of pay until you have contributed $3,000.", None),
        ("Exemplar matches 50% of the first 6% of pay. You may contribute as much as $23,000 a year.", None),
    ],
)
def test_the_most_in_dollars(text: str, dollars: str | None) -> None:
    assert _fields(text).get("match_limits") == (dollars and {"max_dollars": dollars})


@pytest.mark.parametrize(
    "text",
    [
        "Does Exemplar match my 401(k) contributions?\n\n- Not at this time.",
        "#### Q. Does Exemplar match my 401k?\n\n- Not at this time.",
        "Does the company match? No, not yet.",
        "Does the company match?\n\nIt does not.",
        "Is there a company match?\n\nNo.",
        "Is there a match? Not currently.",
        "Exemplar has a 401(k) plan. Currently, we do not offer a match to your contributions.",
        "Exemplar has a 401(k) plan. We don't currently match contributions to the 401(k).",
        "Exemplar has a 401(k) plan. The company doesn't offer matching at the moment.",
        "We offer a 401(k) (no match).",
        "We offer a 401(k) without a company match.",
        "There is currently no company match on 401(k) contributions.",
        "It is your money alone: the college makes no match and no other contribution to it.",
    ],
)
def test_there_is_no_match(text: str) -> None:
    assert _fields(text).get("match") == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Is there a limit on the match? No.",
        "Do I have to wait for the match? No.",
        "Will I lose the match? No.",
        "Does the company match Roth contributions? No.",
        "Does the company match my student loan payments? No.",
        "Does the company match after a year? No.",
        "Does the company match? Not until you have worked a year.",
        "Does the company offer a match in stock? No.",
        "We do not offer a match until you have worked a year.",
        "We offer a 401(k) without a match limit.",
        "There is no match for the first year.",
        "We do not provide match statements by mail.",
        "We do not offer a matching gift program.",
    ],
)
def test_a_match_is_not_denied(text: str) -> None:
    assert "match" not in _fields(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It is paid in one deposit no later than March 15 of the next year.", "year"),
        ("We pay the match in January for the whole previous year.", "year"),
        ("It goes in as one lump sum after the year ends.", "year"),
        ("Until now it was made each quarter. From 2025 it is deposited each payday.", "payday"),
        ("It is paid in a lump sum each quarter.", "quarter"),
        ("It is calculated each payday. After the end of each plan year we compare it with the whole year.", "payday"),
        ("A withdrawal is paid in one sum.", None),
    ],
)
def test_how_often(text: str, period: str | None) -> None:
    assert _fields(MATCH + text).get("match_period") == period


def test_a_yearly_cap_is_no_period() -> None:
    text = "Exemplar offers matching 50% of contributions on the first 6% of gross pay per pay period with a yearly cap of $1,500."
    assert _fields(text)["match_period"] == "payday"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Reached the limit early? There's a true-up in February for anyone employed on 12/31.", "yes"),
        ("If you reach the limit before December, we pay what you are still owed in January.", "yes"),
        ("Any match you missed because you saved unevenly is paid after the year ends.", "yes"),
        ("We'll true you up in February.", "yes"),
        ("The match of earlier pay periods isn t recalculated.", "no"),
        ("Year-end true-up\n\nIf you are short and are employed on December 31, you will get the difference.", "yes"),
        ("If you overpaid tax, what you are owed is paid in April.", None),
        ("In January you can see what you are owed on your statement.", None),
        ("Contributions you missed because of an error are paid in February.", None),
        ("There's a true-up of medical premiums in February.", None),
        ("There's a true story behind it in February.", None),
        ("Year-end refund\n\nIf you are short of cash on December 31, you will get the difference.", None),
    ],
)
def test_true_ups(text: str, value: str | None) -> None:
    assert _fields(MATCH + ("\n\n" if "\n" in text else "") + text).get("true_up") == value
