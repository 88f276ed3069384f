"""Which money is matched, how often, whether the year is put right, and whether there is a match at all: by slots, not by wordings.

The sentences are products of a subject, a verb, a denial and a kind of money, in words of our own.
"""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TAKES = "You may save pre-tax, Roth and traditional after-tax contributions.\n\n"
MATCH = "The company matches 50% of the first 6% of pay that you save. "
KINDS = {"after-tax": "match_on_after_tax", "catch-up": "match_on_catch_up"}


@pytest.mark.parametrize(("kind", "field"), KINDS.items())
@pytest.mark.parametrize("noun", ["contributions", "savings"])
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("{Kind} {noun} are matched.", "yes"),
        ("{Kind} {noun} are not matched.", "no"),
        ("{Kind} {noun} that you make are never matched.", "no"),
        ("Your {kind} {noun} earn a match.", "yes"),
        ("Your {kind} {noun} do not earn the company match.", "no"),
        ("{Kind} {noun} qualify for the match just as the others do.", "yes"),
        ("The firm does not match {kind} {noun}.", "no"),
        ("The firm does not, however, match {kind} {noun}.", "no"),
        ("The match is paid on {kind} {noun}, too.", "yes"),
        ("The match is not paid on {kind} {noun}.", "no"),
        ("There is no company match on the {kind} {noun}.", "no"),
        ("The match covers all you save, {kind} {noun} excepted.", "no"),
        ("The firm matches 40% of all you save (but not of {kind} {noun}) up to 5% of pay.", "no"),
        ("The firm matches 40% of all you save up to 5% of pay, including {kind} {noun}.", "yes"),
        ("For purposes of the match, {kind} {noun} are disregarded.", "no"),
        ("For the match, {kind} {noun} count like any others.", "yes"),
        ("Not matched: {kind} {noun}.", "no"),
        ("Are {kind} {noun} matched?\n\nYes, at the same rate.", "yes"),
        ("Does the firm match {kind} {noun}?\n\nUnfortunately not.", "no"),
        ("You may also make {kind} {noun}. The firm does not match them.", "no"),
        ("You may also make {kind} {noun}. These are matched as well.", "yes"),
        ("{Kind} {noun}\n\nNot matched.", "no"),
    ],
)
def test_a_kind_of_money_is_matched_or_not(sentence: str, value: str, kind: str, field: str, noun: str) -> None:
    text = sentence.format(kind=kind, Kind=kind.capitalize(), noun=noun)
    assert fields(TAKES + MATCH + "\n\n" + text).get(field) == value


@pytest.mark.parametrize(
    ("text", "after_tax", "catch_up"),
    [
        ("The match is worked out on pre-tax and Roth deferrals only; neither after-tax nor catch-up money attracts it.", "no", "no"),
        ("Matched: pre-tax, Roth and catch-up contributions. Not matched: after-tax contributions.", "no", "yes"),
        ("Every dollar is matched, whether pre-tax, Roth or after-tax, with the exception of catch-up contributions.", "yes", "no"),
        ("Pre-tax contributions are matched first, followed by Roth, and then after-tax.", "yes", None),
        ("It does not matter which kind of contribution you make: the match is the same.", "yes", None),
        ("Matching contributions are made solely with respect to Pre-Tax and Roth Contributions.", "no", None),
        ("After-tax contributions are always vested and are not eligible for the match.", "no", None),
        ("As long as you have not reached the limit, catch-up contributions will be matched like the others.", None, "yes"),
        ("Once at the limit you go on as after-tax; catch-up contributions get the match, after-tax contributions do not.", "no", "yes"),
        ("| Kind | Company match |\n|---|---|\n| Pre-tax | Yes |\n| Catch-up | Yes |\n| After-tax | No |", "no", "yes"),
    ],
)  # fmt: skip
def test_several_kinds_in_one_breath(text: str, after_tax: str | None, catch_up: str | None) -> None:
    said = fields(TAKES + MATCH + "\n\n" + text)
    assert (said.get("match_on_after_tax"), said.get("match_on_catch_up")) == (after_tax, catch_up)


@pytest.mark.parametrize(
    "text",
    [
        "If after-tax and catch-up contributions were matched, the test would be harder to pass.",
        "Matching contributions, after-tax contributions and catch-up contributions are tested each year.",
        "You may make after-tax and catch-up contributions and receive a match on your deferrals.",
        "Employees are eligible to make after-tax and catch-up contributions and receive matching contributions at 21.",
        "The match and your after-tax and catch-up contributions together may not exceed the limit.",
        "You may withdraw matched after-tax and catch-up contributions after two years.",
        "Some employers match after-tax and catch-up contributions.",
        "Some eligible employees who make after-tax and catch-up contributions are eligible to receive a match.",
        "Does the plan match after-tax and catch-up contributions? Ask us.",
        "Union employees' after-tax and catch-up contributions are matched.",
        "The match is invested like your after-tax and catch-up contributions.",
        "For example, if we matched after-tax and catch-up contributions you would get $500.",
        "From 2028 after-tax and catch-up contributions will be matched.",
        "In no event shall it exceed the Matching Contribution Account and the balance of the After-Tax and Catch-Up Accounts.",
        "The sum of after-tax and catch-up contributions cannot exceed 50% of eligible pay.",
    ],
)
def test_what_says_nothing_of_what_is_matched(text: str) -> None:
    said = fields(TAKES + MATCH + "\n\n" + text)
    assert "match_on_after_tax" not in said
    assert "match_on_catch_up" not in said


@pytest.mark.parametrize("subject", ["The match", "The company match", "Your matching contribution"])
@pytest.mark.parametrize("verb", ["is figured", "is made", "is credited", "is worked out and paid"])
@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("paycheck by paycheck", "payday"),
        ("every payday", "payday"),
        ("with each payroll", "payday"),
        ("every two weeks", "payday"),
        ("for such pay period", "payday"),
        ("on a quarterly basis", "quarter"),
        ("at the end of each quarter", "quarter"),
        ("once a year", "year"),
        ("after the plan year ends", "year"),
    ],
)
def test_how_often(subject: str, verb: str, when: str, period: str) -> None:
    assert fields(f"{MATCH}{subject} {verb} {when}.").get("match_period") == period


@pytest.mark.parametrize(
    "text",
    [
        "You may change your contribution rate each pay period.",
        "Contributions start by payroll deduction.",
        "Statements are sent quarterly.",
        "The match may be at most $3,000 annually.",
        "Loan payments are taken from each paycheck.",
        "You vest in the match 20% each year.",
    ],
)
def test_a_period_of_something_else(text: str) -> None:
    assert "match_period" not in fields(MATCH + text)


@pytest.mark.parametrize("when", ["After the year ends", "Each February", "Once the plan year is over"])
@pytest.mark.parametrize(
    "act",
    [
        "we compare your match with the formula and deposit what is missing",
        "the firm pays any match you missed",
        "the firm makes up the difference",
        "a make-up match is credited",
        "the shortfall in your match is contributed",
    ],
)
def test_the_year_is_put_right(when: str, act: str) -> None:
    assert fields(f"{MATCH}{when}, {act}.").get("true_up") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "If contributions exceed the limit, the difference is returned after the year ends.",
        "Fees are adjusted after the year ends and any difference is credited.",
        "For the year the firm matched 50% of participant deferrals up to 6% of pay.",
        "Each year the firm matches all of your savings (including catch-up contributions) up to 6% of annual pay.",
        "An additional match of 25% of deferrals up to 4% of annual pay is made.",
        "The firm may make up the difference after the year ends.",
    ],
)
def test_what_puts_no_year_right(text: str) -> None:
    assert "true_up" not in fields(MATCH + text)


@pytest.mark.parametrize(
    "text",
    [
        "There isn't a matching contribution.",
        "The employer doesn't match.",
        "The Town does not match contributions to the 457 or the 401(k).",
        "Matching contributions are not made under this plan.",
        "Neither the firm nor the plan makes matching contributions.",
        "The school makes no match and no other contribution to it.",
        "Contributions are not matched by the company.",
        "At present the firm makes no match.",
        "No. The employer does not match. It gives 3% of pay to all.",
    ],
)
def test_a_match_is_denied_as_such(text: str) -> None:
    assert fields("You may save 1% to 50% of pay before tax. " + text).get("match") == "none"


@pytest.mark.parametrize(
    "text",
    [
        "There is no match until you have a year of service.",
        "There is no match for union employees.",
        "There is no limit on the match.",
        "There was no match in 2020.",
        "There is no other match.",
        "The company does not match rollovers.",
        "The match does not count against your limit.",
        "Interns do not get a match.",
        "Amounts you save beyond 6% are not matched.",
        "These are not matched.",
        "The company has not yet decided on a match.",
    ],
)
def test_what_denies_no_match(text: str) -> None:
    assert "match" not in fields("You may save 1% to 50% of pay before tax. " + text)


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("The matching contribution equals the member's elective deferrals up to 4% of eligible pay.", [("100", "4")]),
        ("After one year of vesting service the firm makes a matching contribution of 40% of deferrals up to 5% of pay.", [("40", "5")]),
        ("The firm contributes 25% of the first 4% of pay you save.", [("25", "4")]),
        ("Members' contributions are 80 percent matched by the firm, up to 5 percent of pay.", [("80", "5")]),
    ],
)  # fmt: skip
def test_formulas_in_other_orders(text: str, tiers: list[tuple[str, str]]) -> None:
    said = fields(text).get("match")
    assert [(tier["rate_percent"], tier["up_to_percent_of_pay"]) for tier in said or []] == tiers
