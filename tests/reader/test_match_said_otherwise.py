"""The match in more ways to say it: no second look at the year, none for now, tables with their sums, forms that ask within an option."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

_MATCH = "Company match\n\nWe match 50% of the first 6% of pay you save. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is not adjusted after the year ends.", "no"),
        ("The deposits are never recalculated at year end.", "no"),
        ("These amounts are not looked at again once the year is over.", "no"),
        ("It is not adjusted until after the end of the year.", None),
        ("You choose your elections. They are not adjusted at year end.", None),
        ("In January we check hours for the whole year. If your match is short, you are sent the rest.", None),
        ("In January we figure the match for the whole year. If it is less than $100, the match is sent with the rest of pay.", None),
        ("The limit is not adjusted at the end of the year for inflation.", None),
        ("In January we figure the match for the full year. If that match is more than you got, you receive the difference.", "yes"),
        ("In March we look at the year as a whole. If the match comes out higher that way, the difference is deposited.", "yes"),
        ("In January we look at the year as a whole. If your match is more than it should be, you pay the difference.", None),
        ("In January we look at the year as a whole. If the match is higher, you may get the difference.", None),
    ],
)  # fmt: skip
def test_a_second_look_at_the_year_or_none(text: str, value: str | None) -> None:
    assert fields(_MATCH + text).get("true_up") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The plan has not taken after-tax savings since 2009.", None),
        ("The plan takes after-tax contributions. After-tax contributions are not required.", None),
        ("After-tax contributions are not withheld from bonuses.", None),
        ("The plan takes after-tax contributions. After-tax contributions are not matched.", "no"),
        ("The plan takes after-tax contributions. It treats all three kinds of contributions alike.", "yes"),
        ("The plan takes after-tax contributions. All three types of contributions are treated the same.", "yes"),
        ("The plan takes after-tax contributions. Our payroll system treats all three types alike.", None),
        ("The plan takes after-tax contributions. The tax law does not treat all three types alike.", None),
        ("The plan takes after-tax contributions. For vesting it treats all types of contributions alike.", None),
    ],
)
def test_which_money_is_matched(text: str, value: str | None) -> None:
    assert fields(_MATCH + text).get("match_on_after_tax") == value


def test_a_caption_below_the_heading_of_the_money() -> None:
    article = "ARTICLE II\nVOLUNTARY AFTER-TAX CONTRIBUTIONS\n\n2.1 In general. A Participant may make Voluntary After-Tax Contributions.\n2.2 {}"
    said = fields(
        article.format("No match. They shall not be taken into account in determining Matching Contributions.")
    )
    assert said.get("match_on_after_tax") == "no"
    said = fields(
        article.format("Account. They shall be held in an account apart from that of Matching Contributions.")
    )
    assert "match_on_after_tax" not in said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Subject to Article VI, the Employer shall contribute 60% of so much of the Before-Tax Contributions and After-Tax Contributions of a Participant as does not exceed 5% of Compensation.",
            "yes",
        ),
        (
            "The Company matches 60% of the first 5% of pay contributed, before-tax, Roth or after-tax, in shares of Company stock.",
            "yes",
        ),
        ("The Company matches 60% of the first 5% of pay contributed before-tax, in shares of Company stock.", None),
    ],
)
def test_of_which_contributions_a_share_is_given(text: str, value: str | None) -> None:
    said = fields(f"Matching Contributions\n\n{text}\n\nAfter-tax contributions may be made too.")
    assert said["match"] == tiers((60, 5))
    assert said.get("match_on_after_tax") == value


def test_no_match_in_the_row_of_a_kind_of_money() -> None:
    rows = "How you can save\nBefore-tax | Comes out before tax.\nCatch-up | For anyone 50 or older, before-tax or Roth. {}\n"
    assert fields(_MATCH + "\n\n" + rows.format("Not matched.")).get("match_on_catch_up") == "no"
    assert "match_on_catch_up" not in fields(_MATCH + "\n\n" + rows.format("Not taxed now."))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Currently the Dunes Hospital Group does not match employee contributions.", "none"),
        ("The firm does not match what you save.", "none"),
        ("The bank matches none of this, and does not match any of what you put away.", "none"),
        ("Until further notice there is no match.", "none"),
        ("For the time being no matching contributions are made.", "none"),
        ("We hope to bring the match back. Until then there is no match.", "none"),
        ("The match starts on July 1, 2031. Until then there is no match.", None),
        ("The firm does not match what you save after-tax.", None),
        ("The firm does not match what you save above 6% of pay.", None),
        ("The firm does not match what you save in your first year.", None),
        ("Until you are 21 there is no match.", None),
        ("A match of 50% of the first 6% of pay was paid until 2022. There is no match now.", "none"),
        ("Hourly employees get a match of 50% of the first 6% of pay. There is no match now.", None),
    ],
)
def test_no_match(text: str, value: str | None) -> None:
    assert fields(text).get("match") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("For every Roth or pre-tax dollar you contribute, up to 5% of pay, the company adds a dollar.", tiers((100, 5))),
        ("What the company adds.\n75% of what you save, on up to 8% of eligible earnings.", tiers((75, 8))),
        ("The company matches 75% of the first 6% of pay you save, in the form of common stock.", tiers((75, 6))),
        ("It is common that a company matches 75% of the first 6% of pay you save.", None),
        ("For every Roth dollar you withdraw, up to 5% is held back.", None),
        ("A matching contribution of 100% of the first 3% of pay you save; and, for employees hired before 2010, a fixed contribution of 2%.", tiers((100, 3))),
        ("A matching contribution of 100% of the first 3% of pay you save; and, for employees hired before 2010, a match of 50% of the next 2%.", None),
    ],
)  # fmt: skip
def test_formulas(text: str, value: object) -> None:
    assert fields(text).get("match") == value


def test_a_most_in_dollars_with_a_rate_alone() -> None:
    said = fields("We match 50 cents for every dollar you do, with a ceiling of $4,000 a year.")
    assert said["match_limits"] == {"max_dollars": "4000"}
    assert "match_limits" not in fields(
        "We put in 50 cents for every dollar you do, with a limit of $400 on your savings."
    )
    assert "match_limits" not in fields("We match 50 cents for every dollar you do, with a ceiling of $400 a quarter.")


def test_rows_with_their_sums() -> None:
    head = "If you put in Exemplar puts in Total going to your account\n"
    rows = "1% 1% 2%\n2% 2% 4%\n3% 3% 6%\n4% 3.5% 7.5%\n5% or more 4% 9% or more\n"
    assert fields(head + rows)["match"] == tiers((100, 3), (50, 2))
    assert "match" not in fields(head + rows.replace("3.5% 7.5%", "3.5% 8%").replace("3% 6%", "3% 7%"))
    assert "match" not in fields("Fund One year Five years\n" + rows)


_FORM = """SAFE HARBOR MATCH
3. Match. [ ] (a) None [X] (b) Enhanced Match equal to 100% of Elective Deferrals not exceeding 4% of Compensation, for each: {} [ ] (c) other
"""


@pytest.mark.parametrize(
    ("boxes", "value"),
    [
        ("[X] Plan Year [ ] quarter [ ] payroll period.", "year"),
        ("[ ] Plan Year [ ] quarter [X] payroll period.", "payday"),
        ("[ ] Plan Year [ ] quarter [ ] payroll period.", None),
    ],
)
def test_a_question_within_an_option(boxes: str, value: str | None) -> None:
    assert fields(_FORM.format(boxes)).get("match_period") == value
    assert fields(_FORM.format(boxes))["match"] == tiers((100, 4))


@pytest.mark.parametrize(
    ("boxes", "value"), [("☒ will ☐ will not", "yes"), ("☐ will ☒ will not", "no"), ("☐ will ☐ will not", None)]
)
def test_a_sentence_with_its_boxes_behind_other_boxes(boxes: str, value: str | None) -> None:
    said = fields(
        "D. MATCHING CONTRIBUTIONS\n"
        " 1. ☐ none ☒ fixed: 50% of Elective Deferrals not over 8% of Compensation\n"
        f" 2. Computation period: ☐ payroll ☒ Plan Year ☐ quarter. If funded more often, the Employer {boxes} true up.\n"
    )
    assert said.get("true_up") == value
    assert said.get("match_period") == "year"
