"""The match as guides and pages say it tersely: a caption and a few words, an answer without its question, a label and a month."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

MATCH = "Company match\nThe company matches 50% of the first 6% of pay that you save.\n"
TAKES = "You may save pre-tax, Roth and traditional after-tax contributions.\n\n"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("There is not an adjustment at year-end.", "no"),
        ("There's no further look back once the year is over.", "no"),
        ("There is no year-end look-back.", "no"),
        ("It is done each payday, with no trueing up.", "no"),
        ("It is made per pay period and not revisited at year end.", "no"),
        ("All of it is paid with each check, none trued up.", "no"),
        ("The match is true'd up in January if you still work here.", "yes"),
        ("In March we look over the whole year and put in whatever you would have received had you spread it out.", "yes"),
        ("After year end we check whether the match is what it should be, and if it is short we add it.", "yes"),
        ("True-up: in February for those who saved unevenly", "yes"),
        ("True-up: added", "yes"),
        ("\n\nTrued up?\nYes, in the spring, for anyone still here.", "yes"),
        ("\n\nTrued up?\nNo. Each check stands alone.", "no"),
        (
            "\n\n4.2 True-up\nIf your total match is less than 50% of what you saved based on the entire year, the difference is deposited by March 31.",
            "yes",
        ),
        # What says something else.
        ("\n\nTrue-up\nNo action is needed from you.", None),
        ("There is no look-back measurement period for hours.", None),
        ("The true-up is eliminated if the plan is terminated.", None),
        ("True-up: in February you may ask whether there is one", None),
        ("You should check whether the match is short.", None),
        ("None of the funds is adjusted for inflation.", None),
    ],
)  # fmt: skip
def test_the_year_put_right(words: str, value: str | None) -> None:
    assert fields(MATCH + words).get("true_up") == value


def test_a_true_up_taken_out_by_an_amendment() -> None:
    taken = "Effective January 1, 2025, Section 4.5(c) (year-end adjustment of the Matching Contribution) is deleted."
    assert fields(taken).get("true_up") == "no"
    assert "true_up" not in fields(taken.replace("is deleted", "is deleted and replaced with the following"))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Made every paycheck, yours at once.", "payday"),
        ("Still each pay period.", "payday"),
        ("Each pay period, paid to your account the week after.", "payday"),
        ("For most people this is no issue as the company calculates the match on the whole year.", "year"),
        ("Figured on your deferrals and pay for the whole plan year; we make up any shortfall by the end of March.", "year"),
        ("It is computed on the pay and savings of the quarter.", "quarter"),
        ("Both of them are paid with each check.", "payday"),
        ("The match is computed on your pay and contributions for the year-to-date, so what you miss you can make up later.", "year"),
        ("\n\nPer paycheck or per year?\nPer paycheck. With a true-up.", "payday"),
        # What says something else.
        ("Most annual limits are set by law.", None),
        ("\n\nVesting\nStill each year, 20%.", None),
        ("\n\nPer share or per lot?\nPer share.", None),
    ],
)  # fmt: skip
def test_when_it_is_made(words: str, value: str | None) -> None:
    assert fields(MATCH + words).get("match_period") == value


def test_how_often_it_was_made_is_gone() -> None:
    table = (
        "Side by side\n\n| | Old plan (until 12/31/2024) | New plan (now) |\n|---|---|---|\n"
        "| Match | 100% of the first 6% | 100% of the first 4% |\n| Match made | annually | each payroll |\n"
    )
    assert fields(table).get("match_period") in ("payday", None)


def test_what_is_no_match_is_not_paid_as_one() -> None:
    read = fields("Retirement account\n5% of pay from the company. It is not a match. Paid quarterly.")
    assert "match_period" not in read
    assert "match" not in read
    assert fields("Retirement account\nThere is not a match in this plan.").get("match") == "none"


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("It is based on pre-tax plus Roth, not on after-tax.", "match_on_after_tax", "no"),
        ("It is based on pre-tax plus Roth, not on after-tax.", "match_on_roth", "yes"),
        ("You get that on pre-tax and Roth, and on catch-up.", "match_on_catch_up", "yes"),
        ("It's the same for a pre-tax, Roth or after-tax contribution.", "match_on_after_tax", "yes"),
        ("Pre-tax, Roth and after-tax all count, catch-up too.", "match_on_catch_up", "yes"),
        ("Yes, if your paycheck still has room in the 6% then catch-up is matched.", "match_on_catch_up", "yes"),
        ("\n\nCatch-up.\nAge 50 or older: up to the legal limit, not matched.", "match_on_catch_up", "no"),
        ("\n\nAfter-tax contributions\nUp to 8% of base pay, not matched.", "match_on_after_tax", "no"),
        ("\n\nPre-tax and Roth only\n\nDeposited with each check.", "match_on_after_tax", "no"),
        ("\n\nMatch on Roth?\n\nOn catch-up?\n\nRoth yes.\n\nCatch-up: yes too, the match does not care.", "match_on_catch_up", "yes"),
        ("\n\nMoney types matched: BEF ROT incl. catch-up", "match_on_catch_up", "yes"),
        # What says something else.
        ("\n\nYou: 2-25% pre-tax only.", "match_on_after_tax", None),
        ("There's no provision in this plan for after-tax contributions.", "match_on_after_tax", None),
        ("The safe harbor match means we do not test pre-tax and Roth any longer.", "match_on_roth", None),
        ("\n\nHow to save\nUp to 8% of base pay, not matched.", "match_on_after_tax", None),
        ("\n\nCatch-up and after-tax\nUp to the legal limit, not matched.", "match_on_after_tax", None),
        ("\n\nHow to save\n\nPre-tax and Roth only\n\nBy payroll.", "match_on_after_tax", None),
    ],
)  # fmt: skip
def test_which_money_counts(words: str, field: str, value: str | None) -> None:
    assert fields(TAKES + MATCH + words).get(field) == value


def test_a_share_of_regular_and_catch_up_contributions() -> None:
    text = "Each pay period we match 100% of the first 6% of pay you save on a pre-tax or Roth basis (regular or catch-up)."
    assert fields(text).get("match_on_catch_up") == "yes"


def test_a_section_of_a_plan_document_on_the_match() -> None:
    text = (
        "Section 4.05 Catch-Up Contributions. A Participant who is 50 may make Catch-Up Contributions.\n"
        "Catch-Up Contributions shall not be taken into account under Section {}.\n\n"
        "Section 4.06 Matching Contributions. The Employer shall contribute 50% of the first 6% of pay that is deferred.\n\n"
        "Section 4.07 Limits. No more than the law allows.\n"
    )
    assert fields(text.format("4.06")).get("match_on_catch_up") == "no"
    assert "match_on_catch_up" not in fields(text.format("4.07"))
