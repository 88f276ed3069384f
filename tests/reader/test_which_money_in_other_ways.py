"""Which money is matched, when, how much at most, and whether the year is put right: said in other ways, and what only looks like it."""

import pytest
from tests.reader.said import fields

MATCH = "You may save pre-tax, Roth or traditional after-tax money.\n\nCompany Match\n\nThe company matches 50% of the first 6% of pay that you save. "


def _said(text: str, field: str, before: str = MATCH) -> object:
    return fields(before + text).get(field)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The match is generous, but it leaves after-tax dollars out.", "no"),
        ("It matches pre-tax and Roth savings; nothing else.", "no"),
        ("What you save over the limit goes after-tax and is not matched.", "no"),
        ("No company money is paid on after-tax savings.", "no"),
        ("Pre-tax and Roth savings count. After-tax does not.", "no"),
        ("Each pay period it is credited on pre-tax, Roth and (after those) after-tax contributions.", "yes"),
        ("All three types of savings are counted, pre-tax first.", "yes"),
        ("To keep the match you have to switch to after-tax savings.", "yes"),
        ("Switch to after-tax in time and you keep the match.", "yes"),
        ("It gives 80% of your savings to 5% of pay, on whatever type of savings you make.", "yes"),
        ("The company gives 75 cents for each $1 of your pre-tax, Roth and after-tax contributions.", "yes"),
        # Look-alikes.
        ("The company contributes 3% of your pay in whichever way you save.", None),
        ("You must elect after-tax savings yourself to go on saving; it does not happen by itself.", None),
        ("Somebody who gets the whole match of $4,000 has room for $9,000 in after-tax savings.", None),
        ("Some plans leave after-tax dollars out.", None),
        ("The plan leaves it to you whether you save after-tax.", None),
        ("The company may change the match in any way.", None),
        ("After-tax savings can be withdrawn. Pre-tax money does not.", None),
    ],
)
def test_after_tax_money(text: str, said: str | None) -> None:
    assert _said(text, "match_on_after_tax") == said


def test_all_of_them_are_those_named_before() -> None:
    before = "Your savings can be pre-tax, Roth, after-tax or a mix. "
    assert (
        _said("The company matches all of them alike, 50% of the first 6% of pay.", "match_on_after_tax", before)
        == "yes"
    )
    assert _said("The company matches none of them.", "match_on_after_tax", before) is None
    assert _said("You can withdraw all of them. There is a match.", "match_on_after_tax", before) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Catch-up savings are matched if within the first 6%.", "yes"),
        ("After-tax contributions are not matched; catch-up contributions are, up to the same limit.", "yes"),
        ("All contributions are matched alike, catch-up also.", "yes"),
        ("Does catch-up get a match? As long as you are below the percent, sure.", "yes"),
        ("\n\nCatch-Up\n\nThey can be pre-tax or Roth and are not matched.", "no"),
        ("\n\nCatch-Up Contributions\n\nUp to $7,500, pre-tax or Roth. They are not matched.", "no"),
        ("Catch-up: up to $7,500; no match.", "no"),
        ("The match is figured solely on deferrals that are not catch-up contributions.", "no"),
        # Look-alikes.
        ("Match catch-up: in March we look back and pay what you missed.", None),
        ("Catch-up: up to $7,500; no form is needed.", None),
        ("Catch-up contributions are made from each check.", None),
    ],
)
def test_catch_up_money(text: str, said: str | None) -> None:
    assert _said(text, "match_on_catch_up") == said


BASIC = "You may save pre-tax, Roth or traditional after-tax money.\n\nThe company match is 60% of your basic contributions. "


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        (
            "The first 5% that you contribute, whether pre-tax or after-tax, is your basic contribution.",
            "match_on_after_tax",
            "yes",
        ),
        ("Basic contributions (pre-tax, Roth or after-tax) are the first 5% of pay.", "match_on_after_tax", "yes"),
        (
            "Basic contributions are the first 5% of pay. Pre-tax, Roth or after-tax all can be basic.",
            "match_on_after_tax",
            "yes",
        ),
        (
            "Basic contributions are the first 5% of pay. After-tax savings are not basic contributions.",
            "match_on_after_tax",
            "no",
        ),
        (
            "Basic contributions are the first 5% of pay. Catch-up savings are never basic contributions.",
            "match_on_catch_up",
            "no",
        ),
        (
            "Basic contributions are the first 5% of pay. Supplemental after-tax savings are not basic contributions.",
            "match_on_after_tax",
            None,
        ),
        (
            "Basic contributions are the first 5% of pay, pre-tax. What is above may be after-tax.",
            "match_on_after_tax",
            None,
        ),
    ],
)
def test_basic_contributions_and_their_kinds(text: str, field: str, said: str | None) -> None:
    assert _said(text, field, BASIC) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There is no year-end check: who stops saving gets no more.", "no"),
        ("There is no calculation at the end of the year.", "no"),
        (
            "If you reach the limit early your savings stop and so does the match. The company does not make it up.",
            "no",
        ),
        ("The company did away with the true-up in 2019.", "no"),
        ("Is there a true-up? Sorry, there is not.", "no"),
        (
            "It is worked out on annual pay: who was ahead or behind gets nothing lost, and an adjustment follows in March.",
            "yes",
        ),
        (
            "After the close of the year the company contributes such additional amount as is needed to bring the match to what the whole year would give.",
            "yes",
        ),
        ("The company keeps matching after your savings stop, until it has matched 6% of pay for the year.", "yes"),
        (
            "In March it makes a catch-up match to anyone whose match for the year was less than on an annual basis.",
            "yes",
        ),
        ("If you reach the limit early, a true-up is made in January.", "yes"),
        ("True-up: yep, in February.", "yes"),
        # Look-alikes.
        ("There is no check of your age at the end of the year.", None),
        ("Fund expenses are adjusted, and an adjustment follows in March.", None),
        ("If the board agrees, a true-up may be made in January.", None),
        ("The company does not make up missed loan payments.", None),
    ],
)
def test_the_year_put_right(text: str, said: str | None) -> None:
    assert _said(text, "true_up") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It lands with your own savings, every payday.", "payday"),
        ("Per paycheck; vested at once.", "payday"),
        ("Each pay period, from your first day.", "payday"),
        ("Goes to the 401(a) plan, paid each paycheck.", "payday"),
        ("The company's contribution is computed weekly with each payroll.", "payday"),
        ("The match is calculated on your pay for the full plan year and is therefore adjusted in January.", "year"),
        ("It is figured on your monthly (teachers) or biweekly (staff) pay.", None),
        ("Your savings go in every payday.", None),
    ],
)
def test_how_often(text: str, said: str | None) -> None:
    assert _said(text, "match_period") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In no event will the match be above $9,000 for a year.", "9000"),
        ("The match of one person will not be over $8,000 a year.", "8000"),
        ("In no event may you save above $9,000 for a year.", None),
    ],
)
def test_the_most_of_a_match(text: str, said: str | None) -> None:
    limits = _said(text, "match_limits")
    assert (limits["max_dollars"] if isinstance(limits, dict) else None) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Are people of 60 to 63 allowed the larger catch-up? Not in this plan.", "no"),
        ("Are people of 60 to 63 allowed the larger catch-up? Yes, since 2025.", "yes"),
        ("Are people of 60 to 63 allowed the larger catch-up? Ask your adviser.", None),
        ("Ages 60 to 63: larger catch-up available", "yes"),
        ("Super catch-up (60-63)   $11,250", "yes"),
        ("The law's higher catch-up for those of 60 to 63 was first in force in 2025.", None),
        (
            "Save up to 75% of pay (more if you are 50; the larger catch-up for people of 60 to 63 is available here too).",
            "yes",
        ),
        (
            "In the year you turn 60, 61, 62 or 63 the law permits more. Acme has not adopted the higher catch-up at those ages.",
            "no",
        ),
        ("Some plans let people of 60 to 63 save more catch-up. Our plan does not.", "no"),
        (
            "Section 414(v)(2)(E)'s adjusted dollar amount of catch-up shall apply to participants who attain age 60, 61, 62 or 63.",
            "yes",
        ),
        ("Catch-up: there is no increased catch-up for ages 60 to 63.", "no"),
    ],
)
def test_the_larger_catch_up(text: str, said: str | None) -> None:
    assert _said(text, "super_catch_up", "You may make catch-up contributions from age 50.\n\n") == said
