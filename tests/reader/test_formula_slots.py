"""Formulas of a match in other words and shapes: the rate and the reach apart, in lines, in cells, in ratios; and what looks alike."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TOLD = (
    ("Company match\nWe add half of whatever you save, stopping once your savings reach 6% of pay.", [("50", "6")]),
    ("Every dollar you defer is matched by one of ours until you've set aside 4% of eligible pay.", [("100", "4")]),
    ("Matching contribution: full on the first 3% of pay, half on the next 2%.", [("100", "3"), ("50", "2")]),
    ("The match is worth 50 cents on each dollar you defer, but deferrals over 8% of pay go unmatched.", [("50", "8")]),
    ("Whatever you contribute, the Bank contributes too, to a ceiling of 5% of salary.", [("100", "5")]),
    ("The Bank matches your own contribution one for one; nothing above 5% of salary counts.", [("100", "5")]),
    ("Three quarters of your savings are matched, up to 4% of pay.", [("75", "4")]),
    ("We match three-quarters of what you put in; we look only at the first 4% of your pay.", [("75", "4")]),
    (
        "Dollar for dollar on the first one percent of pay, and fifty cents on the dollar on the next five percent, is what the Company matches.",
        [("100", "1"), ("50", "5")],
    ),
    ("Our match is two for one on the first 2% of pay.", [("200", "2")]),
    ("We put in twice what you save, on the first 2% of pay.", [("200", "2")]),
    ("The employer match is one third of your contributions up to 6% of compensation.", [("33 1/3", "6")]),
    ("Employer match: equal to employee contribution, max 6% of pay", [("100", "6")]),
    ("Match rate: fifty cents per dollar. Matched savings: no more than 6% of pay.", [("50", "6")]),
    (
        "For Associates who defer, the Company contributes fifty percent (50%) of the deferral, provided that deferrals in excess of six percent (6%) of Compensation are disregarded.",
        [("50", "6")],
    ),
    (
        "Deferrals from 0% to 3% of pay are matched at 100%; deferrals from 3% to 5% of pay are matched at 50%.",
        [("100", "3"), ("50", "2")],
    ),
    (
        "Employee contribution / Company match\nFirst 3% of pay / 100%\nNext 2% of pay / 50%",
        [("100", "3"), ("50", "2")],
    ),
    (
        "We match your savings at 100% until they come to 4% of pay. After that we match at 50% until they come to 6%.",
        [("100", "4"), ("50", "2")],
    ),
    (
        "Acme matches every dollar up to 4% of pay. The next 2% gets fifty cents on the dollar.",
        [("100", "4"), ("50", "2")],
    ),
    (
        "The College adds 40 cents to each dollar that you contribute. It does so for contributions through 5% of your salary and no further.",
        [("40", "5")],
    ),
    (
        "The Company's matching contribution will be the same as your contribution, but never more than 5% of your pay.",
        [("100", "5")],
    ),
    (
        "At Holt, saving 5% of pay means 10% goes into your account, because we match all of your first 5%.",
        [("100", "5")],
    ),
    ("The hospital puts in as much as you do, as long as your share is 5% of pay or less.", [("100", "5")]),
    ("Eighty percent of the first five percent of pay that you defer: that's our match.", [("80", "5")]),
    ("The match pays $1.50 for every $1 you save, up to 4% of your wages.", [("150", "4")]),
    ("We match 150% of savings not exceeding 4% of wages.", [("150", "4")]),
    ("You receive a quarter from the Company for each dollar you set aside, on the first 8% of pay.", [("25", "8")]),
    ("The Company matches a quarter of the first 8% you save.", [("25", "8")]),
    (
        "How does the match work? You put in a dollar, we put in fifty cents, until your dollars add up to 6% of your pay.",
        [("50", "6")],
    ),
    ("Half: that is what we match of the first 6% of your pay that you save.", [("50", "6")]),
    ("The Company matches two-thirds of your savings up to 6% of pay.", [("66 2/3", "6")]),
    ("Two dollars of match for each three dollars you save, counting only the first 3% of pay.", [("66 2/3", "3")]),
    (
        "The safe harbor match is 100% on deferrals of 3% of pay or less and 50% on deferrals between 3% and 5% of pay.",
        [("100", "3"), ("50", "2")],
    ),
    (
        "To get the full match, you need to contribute 4% of your pay, because we match dollar for dollar up to that amount.",
        [("100", "4")],
    ),
    (
        "We match your contributions dollar for dollar. Contribute 4% of pay and you have the full match.",
        [("100", "4")],
    ),
    (
        "Employer contributions: $0.50 for each $1.00 you contribute; applies to the first 10% of base pay",
        [("50", "10")],
    ),
    ("The formula for the match is 50/6: half of your deferrals, counting the first 6% of your pay.", [("50", "6")]),
    (
        "You contribute the first 2% - we contribute 2%. You contribute the next 4% - we contribute half of that.",
        [("100", "2"), ("50", "4")],
    ),
    ("The match: dollar for dollar to 2%, then 50 cents on the dollar to 6%.", [("100", "2"), ("50", "4")]),
    (
        "Each year we match your 403(b) contributions in an equal amount, but only contributions of 6% of base salary or below.",
        [("100", "6")],
    ),
    ("Six of every ten dollars are added by us: a 60% match on up to 10% of pay.", [("60", "10")]),
    (
        "Participants' Elective Deferrals shall be matched by the Employer at the rate of fifty percent; only Elective Deferrals not in excess of five percent of Compensation shall be taken into account.",
        [("50", "5")],
    ),
    (
        "Only the first 5% of pay that you contribute is eligible for the match. Each of these dollars brings 50 cents from the Company.",
        [("50", "5")],
    ),
)
NOT_TOLD = (
    "Your contributions are matched in full. You can contribute up to 75% of pay.",
    "Loans are limited to half of your balance. The match vests 20% a year.",
    "Some employers match 50% of the first 6% you save.",
    "Save 10% and you'll be on track. The company match helps: it's up to the Board how much.",
    "The Company may match half of the first 6% of pay.",
    "If you save 6% of a $50,000 salary, you save $3,000. At half, a match would be $1,500.",
    "Bonus: half is paid in March. Contributions of up to 6% of it are matched.",
    "Part-time staff get half of the first 6% matched.",
    "We match a portion of the first 6% you save.",
    "Match: on the first 6% of pay. The rate depends on your years of service.",
    "Our match is 5% of pay if you save at least 6%. Half of it is paid in stock.",
    "Charitable gifts: the Foundation matches your gift dollar for dollar. In the 401(k), save the first 5% of pay pre-tax.",
    "The company matches your HSA contributions dollar for dollar. In the 401(k) you may save up to 6% in the first year.",
    "The match is 50% of your savings. At least 3% of pay must be saved.",
)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_each_rate_finds_its_reach(text: str, expected: list[tuple[str, str]]) -> None:
    told = [(tier["rate_percent"], tier["up_to_percent_of_pay"]) for tier in fields(text)["match"]]
    assert told == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_looks_alike_is_no_formula(text: str) -> None:
    assert "match" not in fields(text)


def test_what_a_formula_comes_to_has_to_agree() -> None:
    said = "We match half of the first {}% you save, then the next 2% in full. Saving 4% brings you 3%."
    assert len(fields(said.format(2))["match"]) == 2
    assert "match" not in fields(said.format(4))


@pytest.mark.parametrize(
    ("part", "rate"), [("a third", "33 1/3"), ("a quarter", "25"), ("half", "50"), ("two-thirds", "66 2/3")]
)
def test_a_part_of_a_dollar_is_no_dollar(part: str, rate: str) -> None:
    said = fields(f"Match\n\nFor every dollar that you save we add {part} of a dollar, until you have saved 6% of pay.")
    assert said.get("match") in (None, [{"rate_percent": rate, "up_to_percent_of_pay": "6"}])
