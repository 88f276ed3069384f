"""What a denial of the match or of the true-up governs, which money a list or a purpose counts in, and formulas over two lines."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

TAKES = "You may save pre-tax, Roth and traditional after-tax contributions.\n\n"
MATCH = "The company matches 50% of the first 6% of pay that you save. "


@pytest.mark.parametrize(
    "text",
    [
        "The plan does not offer a year-end adjustment of the match.",
        "The bank does not make any reconciliation after the close of the year.",
        "It will not include an annual true-up.",
        "Neither plan provides a true-up.",
        "Matching contributions are not subject to a true-up.",
        "We never go back and true up.",
        "We do not adjust the match after the year ends.",
    ],
)
def test_a_true_up_is_denied(text: str) -> None:
    assert fields(MATCH + text).get("true_up") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "If you reach the limit in June, don't sweat it: we'll true up your match in Q1 of the next year.",
        "No need to fret, those who have not received the full match receive a true-up in March.",
        "If you did not receive the whole match because your savings varied, the bank adds the missing match in the next year.",
        "Deposits made in the year are estimates and are adjusted after the year ends.",
        "It is advanced each month and squared up after the end of the year.",
        "After year-end the deposits are reconciled with your annual pay.",
        "In February the bank looks back at the whole year and credits what is needed to bring your match to the full amount.",
        "If your match falls short of 50% of the first 6% of annual pay, the difference is paid by the end of January.",
        "Will I lose match?\n\nNo. At the end of the year we recompute the match and make an extra contribution for you.",
    ],
)
def test_a_true_up_is_made(text: str) -> None:
    assert fields(MATCH + text).get("true_up") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "The limits of the law are adjusted after the year ends.",
        "The company does not make any adjustment to your pay at year end.",
        "The company does not match catch-up contributions.",
        "A true-up is not made for those who left during the year.",
        "The company may adjust the deposits after the end of the year.",
        "Fees are adjusted after the end of the year.",
    ],
)
def test_what_says_nothing_of_a_true_up(text: str) -> None:
    assert "true_up" not in fields(MATCH + text)


def test_a_true_up_that_is_gone_is_not_made() -> None:
    assert fields(MATCH + "The true-up, which used to be made in March, is gone.").get("true_up") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "The bank contributes 40% of your savings, whether made after-tax or as salary reduction contributions, up to 5% of pay.",
        "Whether you save pre-tax or after-tax, the mill adds 60 cents for each dollar up to 5% of pay.",
        "The company contributes 75% of each member's contributions (whether pre-tax, Roth or after-tax) up to 5% of pay.",
        "You need not save pre-tax to get the match: after-tax savings count too.",
        f"{MATCH}At the limit your savings are switched to after-tax contributions so that you keep your match.",
        f"{MATCH}At the limit, elect after-tax contributions if you wish to continue receiving the match.",
        f"{MATCH}If you withdraw matched after-tax contributions, you may not save for three months.",
        f"{MATCH}Every kind of contribution counts for the match, including catch-up and after-tax.",
    ],
)
def test_after_tax_money_counts(text: str) -> None:
    assert fields(TAKES + text).get("match_on_after_tax") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "The mill contributes 3% of your pay whether you save pre-tax or after-tax.",
        "The mill contributes 50% of your pre-tax contributions, whether you make after-tax contributions or Roth ones.",
        "You may save up to 40% of pay, whether pre-tax or after-tax.",
        "At the limit your savings go on as after-tax contributions so that you keep saving.",
        "The old plan matched after-tax contributions. You may withdraw matched after-tax contributions made to it.",
        "Matched after-tax contributions made before 1987 may be withdrawn.",
        "Withdrawals\n\nContributions that were matched    After-tax: no penalty",
    ],
)
def test_what_does_not_say_that_after_tax_money_counts(text: str) -> None:
    assert "match_on_after_tax" not in fields(TAKES + MATCH + text)


def test_a_denial_of_voluntary_contributions_is_none_of_basic_ones() -> None:
    told = fields(
        "You may make Basic Contributions of 1% to 6% of pay before-tax or after-tax. You may add Voluntary Contributions, also after-tax.\n\n"
        "The company contributes 50% of your Basic Contributions. No company contribution is made on Voluntary Contributions."
    )
    assert told.get("match") == tiers((50, 6))
    assert told.get("match_on_after_tax") != "no"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{MATCH}\n\nContributions that are not matched\n\nCatch-up contributions and rollovers.", "no"),
        (
            f"{MATCH}You can make catch-up contributions. They start once you reach the limit, and are matched at the same rate.",
            "yes",
        ),
        (f"{MATCH}Catch-up contributions shall not be deemed elective deferrals and shall not be matched.", "no"),
    ],
)
def test_catch_up_contributions_count_or_not(text: str, value: str) -> None:
    assert fields(text).get("match_on_catch_up") == value


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The mill adds 40 cents per $1 on your first 5%.", [(40, 5)]),
        ("Company match\n\n100%     on the first 4% of pay you save\n50%      on the next 2% of pay you save\n", [(100, 4), (50, 2)]),
        ("The match goes up from 50% of the first 6% to 80% of the first 6% of pay.", [(80, 6)]),
        ("The mill matches, dollar for dollar, the first 2% of pay that you save. It matches 50 cents on the dollar the contributions between 2% and 6%.", [(100, 2), (50, 4)]),
        ("If you save, the match adds another 1%, 2% or 3%, equal to your own contribution.", [(100, 3)]),
        ("Your first 6% of pay is your Basic Contribution. For each $1.00 of Basic Contributions the mill adds 70 cents.", [(70, 6)]),
    ],
)  # fmt: skip
def test_a_formula_in_two_places(text: str, read: list[tuple[int, int]]) -> None:
    assert fields(TAKES + text).get("match") == tiers(*read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Firm match\n\nNone. The firm makes a 4% profit sharing contribution.", "none"),
        ("Company match\n\nNone of your bonus counts.", None),
        ("Voluntary contributions are not matched.", None),
    ],
)
def test_none_below_the_heading(text: str, read: str | None) -> None:
    assert fields(TAKES + text).get("match") == read


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("The match may not be greater than $8,000 in a plan year.", "8000"),
        ("In no case will the company's contribution exceed $9,500 for a calendar year.", "9500"),
        ("Is there a cap on the match?\n\n$7,000 a year.", "7000"),
        ("Is there a cap on the pay that is matched?\n\n$350,000 a year.", None),
    ],
)
def test_the_most_of_the_match_by_its_question(text: str, most: str | None) -> None:
    told = fields(MATCH + text).get("match_limits")
    assert told == ({"max_dollars": most} if most else None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("We'll keep on calculating it every paycheck.", "payday"),
        ("Match paid weekly with your settlement.", "payday"),
        ("There is no change in how often it is made (each payroll period).", "payday"),
        ("Matching contributions are determined on an annual basis. They are funded each payroll.", "year"),
    ],
)
def test_how_often_in_passing(text: str, period: str) -> None:
    assert fields(MATCH + text).get("match_period") == period


def test_the_period_of_other_money_is_none_of_the_match() -> None:
    told = fields("We add    4% of pay, every pay period, to everyone (nonelective)\n          No match\n")
    assert "match_period" not in told
