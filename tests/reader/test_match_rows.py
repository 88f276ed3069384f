"""The match where a word, a table's lines or a heading is lacking: what is short takes its subject from where it stands."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TAKES = "You may save pre-tax, Roth and traditional after-tax contributions.\n\n"
MATCH = "The company matches 50% of the first 6% of pay that you save. "


def _tiers(text: str) -> list[tuple[str, str]] | None:
    match = fields(text).get("match")
    return [(tier["rate_percent"], tier["up_to_percent_of_pay"]) for tier in match] if isinstance(match, list) else None


@pytest.mark.parametrize("verdict", ["Not matched.", "Unmatched.", "No match on these.", "Not eligible for the match."])
def test_a_bare_verdict_is_on_the_money_just_spoken_of(verdict: str) -> None:
    text = f"{TAKES}{MATCH}\n\nExtra money\n\nTraditional after-tax: at most 9% of pay. The tax is withheld first. {verdict}"
    assert fields(text)["match_on_after_tax"] == "no"


@pytest.mark.parametrize(
    ("sentence", "after_tax", "catch_up"),
    [
        ("Catch-up contributions count as elective deferrals for this purpose.", None, "yes"),
        ("Catch-up contributions are not elective deferrals for purposes of the match.", None, "no"),
        ("After-tax contributions go unmatched and are limited to 7% of pay.", "no", None),
        ("After-tax contributions are matched just as Roth contributions would be.", "yes", None),
        ("If you do not get the whole match otherwise, your after-tax contributions count toward it.", "yes", None),
        ("It is the same whichever of the ways you save.", "yes", None),
        ("The match is 50% of the first 6% of pay, irrespective of the tax treatment.", "yes", None),
        ("The match is 50% of the first 6% of pay, whichever bucket it is in, after-tax included.", "yes", None),
    ],
)
def test_money_that_is_matched(sentence: str, after_tax: str | None, catch_up: str | None) -> None:
    said = fields(TAKES + MATCH + sentence)
    assert (said.get("match_on_after_tax"), said.get("match_on_catch_up")) == (after_tax, catch_up)


@pytest.mark.parametrize(
    "sentence",
    [
        "After-tax contributions cannot start by themselves.",
        "Your unmatched after-tax contributions may be withdrawn.",
        "You may change the way in which you save whenever you like, whether by telephone or by mail.",
        "If you do not get the whole match, your after-tax contributions may be too high.",
    ],
)
def test_of_which_nothing_is_said(sentence: str) -> None:
    assert "match_on_after_tax" not in fields(TAKES + MATCH + sentence)


@pytest.mark.parametrize("head", ["Kind Least Most Matched?", "Source Minimum Limit Company match"])
def test_a_table_without_its_lines(head: str) -> None:
    rows = "Pre-tax 1% 40% Yes\nRoth 1% 40% Yes\nAfter-tax 1% 12% No\nCatch-up $5 IRS limit Yes"
    said = fields(f"{TAKES}{MATCH}\n\n{head}\n{rows}\n\nAsk us.")
    assert (said["match_on_after_tax"], said["match_on_catch_up"]) == ("no", "yes")


def test_a_table_read_column_by_column() -> None:
    heads, answers = "Roth\nPre-tax\nAfter-tax\n", "Eligible for company match?\nYes\nYes\nNo\n"
    assert (
        fields(f"How they compare\n{heads}\nTaxed\nNow\nLater\nNow\n\n{answers}\n{MATCH}")["match_on_after_tax"] == "no"
    )


def test_a_table_with_an_answer_lost_says_nothing() -> None:
    text = f"How they compare\nRoth\nPre-tax\nAfter-tax\n\nEligible for company match?\nYes\nNo\n\n{MATCH}"
    assert "match_on_after_tax" not in fields(text)


@pytest.mark.parametrize(
    "head", ["What we put in", "How much does the company add?", "Company money", "Our part", "The match keeps coming"]
)
def test_a_heading_that_speaks_of_the_employers_money(head: str) -> None:
    text = f"{head}\n\n$1 for $1 on the first 5% of pay, max $9,000 a year. It's figured each quarter."
    said = fields(text)
    assert (_tiers(text), said["match_period"]) == ([("100", "5")], "quarter")


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("Match: 100% of your first 2% and 50% of the 4% after that.", [("100", "2"), ("50", "4")]),
        ("On your first 5% of pay, the company puts in 60%.", [("60", "5")]),
        ("Of the first 7% the firm contributes 80%.", [("80", "7")]),
        ("On your first 5% of pay, the company puts in 3% of pay.", None),
        ("Company money\n\nThe first 5% of pay is tax-free.", None),
        ("The match\n\nOld Mill: 25% of the first 8%\nNew Mill: 100% of the first 4%", None),
    ],
)
def test_formulas(text: str, tiers: list[tuple[str, str]] | None) -> None:
    assert _tiers(text) == tiers


@pytest.mark.parametrize(
    ("sentence", "dollars"),
    [
        ("It may not exceed $6,000 in a plan year.", "6000"),
        ("It is made every month and stops at $6,000 a year.", "6000"),
        ("It may not exceed $600 per paycheck.", None),
    ],
)
def test_the_most_of_it(sentence: str, dollars: str | None) -> None:
    limits = fields(f"Company match\n\n{MATCH}{sentence}").get("match_limits")
    assert (limits and limits["max_dollars"]) == dollars


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Each pay period.", "payday"),
        ("Paid monthly.", "month"),
        ("To work out the match the firm looks at the entire plan year.", "year"),
        ("Weekly to monthly.", None),
    ],
)
def test_a_period_alone(words: str, period: str | None) -> None:
    assert fields(MATCH + words).get("match_period") == period


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("True-up Yes.", "yes"),
        ("True-up No.", "no"),
        ("True-up every February.", "yes"),
        ("No additional contribution is made after the end of the year.", "no"),
        ("The match is paid each month with a final adjustment at year-end.", "yes"),
        ("In January payroll settles up any difference.", "yes"),
        ("True-up Yes or no?", None),
        ("No additional contribution is made for overtime.", None),
    ],
)
def test_the_year_put_right(words: str, said: str | None) -> None:
    assert fields(MATCH + words).get("true_up") == said


def test_boxes_that_ran_into_one_line() -> None:
    said = fields(
        "ADOPTION AGREEMENT\n\n7. MATCHING CONTRIBUTIONS.\n   [X] Fixed: 100% of Matched Contributions not in excess of 3% of Compensation\n"
        '   "Matched Contributions" means: [X] Pre-tax Deferrals [X] Catch-up Deferrals [ ] Voluntary After-Tax Contributions\n'
        "   Computation period: [ ] Plan Year [ ] month [X] payroll period\n   True-up at year end: [X] yes [ ] no\n\n8. PLAN YEAR.\n"
        "   [X] calendar year\n   [ ] other: ______\n\n9. LOANS.\n   [X] permitted\n   [ ] not permitted\n"
    )
    assert {name: said.get(name) for name in ("match_on_catch_up", "match_period", "true_up")} == {
        "match_on_catch_up": "yes", "match_period": "payday", "true_up": "yes",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["There's no match in our contract.", "There's no company match under this agreement."]
)
def test_no_match_at_all(text: str) -> None:
    assert fields(text).get("match") == "none"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("\n\nProfit sharing\n\nPaid annually.", "match_period"),
        ("\n\nStatements\n\nEach quarter.", "match_period"),
        ("Annual match cap: $4,000.", "match_period"),
        ("If you front-load you lose some; there is no make-up at year-end.", "match_period"),
        ("\n\nLoans\n\nIt may not exceed $50,000.", "match_limits"),
        ("After-tax money is welcome. Bonus pay is not eligible. Not matched.", "match_on_after_tax"),
        ("A true-up takes place every year for the HSA.", "true_up"),
    ],
)
def test_what_another_subject_says_is_not_of_the_match(text: str, field: str) -> None:
    assert field not in fields(TAKES + MATCH + text)


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("Match: 100% to 4%, then 50% to 6%", [("100", "4"), ("50", "2")]),
        ("Match: 100% to 4%, 50% to 6%", None),
        ("We match the first 3% you save, dollar for dollar.", [("100", "3")]),
    ],
)
def test_a_formula_in_few_words_is_read_whole_or_not_at_all(text: str, tiers: list[tuple[str, str]] | None) -> None:
    assert _tiers(text) == tiers


def test_an_encouragement_denies_nothing() -> None:
    assert fields(f"{MATCH}Do not worry: we true up in March.")["true_up"] == "yes"


def test_the_kind_of_money_that_does_not_matter() -> None:
    assert fields(f"{TAKES}{MATCH}The source does not matter for the match.")["match_on_after_tax"] == "yes"
