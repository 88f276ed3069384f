"""Which money is matched and what else is said of the match, by what stands near: lists, topics, brackets, clauses of their own."""

import pytest
from tests.reader.said import fields

MATCH = "The Company matches 50% of the first 6% of pay that you save as pre-tax or Roth contributions."
AFTER_TAX = "You may make after-tax contributions of up to 10% of pay."
CATCH_UP = "If you are 50 or older you may make catch-up contributions."


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (f"{AFTER_TAX} {CATCH_UP} {MATCH} There is no match on after-tax and no match on catch-up.", "match_on_catch_up", "no"),
        (f"{CATCH_UP} {MATCH} Catch-up contributions are matched so long as you have not yet received the full match.", "match_on_catch_up", "yes"),
        (f"{AFTER_TAX} The Company matches 50% of the first 6% of pay you save. It does not matter if your dollars are pre-tax, after-tax or catch-up.", "match_on_catch_up", "yes"),
        (f"{AFTER_TAX} Company match\nThe Company adds 60% of the first 5% of pay. It works for pre-tax and after-tax savings alike.", "match_on_after_tax", "yes"),
        (f"{AFTER_TAX} {MATCH} The Company does not add anything to after-tax contributions.", "match_on_after_tax", "no"),
        (f"{AFTER_TAX} {MATCH} Once you reach the limit, your savings continue as after-tax at the same percentage and the Company match continues with them.", "match_on_after_tax", "yes"),
        (f"{AFTER_TAX} The Company contributes $0.70 for each $1.00 of a participant's pre-tax, Roth or after-tax contributions not exceeding 4% of pay.", "match_on_after_tax", "yes"),
        (f"{CATCH_UP} The Company matches 50% of the first 6% of pay that you contribute as pre-tax contributions, catch-up contributions not included.", "match_on_catch_up", "no"),
    ],
)  # fmt: skip
def test_which_money_is_matched(text: str, field: str, value: str) -> None:
    """Each kind of a list, and a last word in a clause of its own."""
    assert fields(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (f"{CATCH_UP} {MATCH} There is no year-end catch-up on the match.", "match_on_catch_up"),
        (f"{AFTER_TAX} {MATCH} Your money + match + after-tax cannot be above the annual limit.", "match_on_after_tax"),
        (f"{AFTER_TAX} {MATCH} When after-tax contributions of the last two years are taken out, the Company will not match for six months.", "match_on_after_tax"),
        (f"{AFTER_TAX} The match is always credited to the traditional source no matter which type you choose.", "match_on_after_tax"),
    ],
)  # fmt: skip
def test_what_says_nothing_of_it(text: str, field: str) -> None:
    """The true-up by another name, a sum, a penalty, an account."""
    assert fields(text).get(field) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{MATCH} There is no year-end catch-up on the match.", "no"),
        (f"4.1 Match\n{MATCH}\n\n4.2 No true-up\n\nSpread your contributions across the year.", "no"),
        (f"{MATCH}\n\nTrue-up match at year-end\n\nVesting is immediate.", "yes"),
        (f"{MATCH} In February we look back and true you up.", "yes"),
        (f"{MATCH} The Company does not make up match missed in a pay period in which you saved less than 6%.", "no"),
    ],
)
def test_true_up(text: str, value: str) -> None:
    """A heading may be the statement itself."""
    assert fields(text).get("true_up") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{MATCH} It is credited every payday. After the year has ended, the match is computed as if it had been determined on the whole year.", "payday"),
        ("The Company may make discretionary matching contributions based on elective deferrals for the plan year.", None),
        ("Each quarter brings fresh match that gets rebalanced.", None),
    ],
)  # fmt: skip
def test_period(text: str, value: str | None) -> None:
    """What the year is compared with, what is at will, what is invested."""
    assert fields(text).get("match_period") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{CATCH_UP} The higher limit for ages 60-63 that the law permits has not been adopted by the Plan.", "no"),
        (f"{CATCH_UP} The super catch-up for ages 60 to 63 is not in our agreement.", "no"),
        (f"{CATCH_UP} The plan allows the increased amount of $11,250 if you turn 60 to 63 this year.", "yes"),
    ],
)
def test_super_catch_up(text: str, value: str) -> None:
    """Turning that age is no condition of the plan's."""
    assert fields(text).get("super_catch_up") == value


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("You are enrolled automatically at 3% of pay. Every January your percentage steps up by one, until it is 10%.", "auto_increase_percent", "1"),
        ("If you have not enrolled after 60 days, you are enrolled at 4% pre-tax, to obtain the full match.", "auto_enrolment_percent", "4"),
        ("If an employee fails to enroll, they will be automatically enrolled at a contribution rate of 3% of pay until such election is modified or suspended.", "auto_enrolment_percent", "3"),
        ("You are enrolled automatically at 3% of pay. Each April 1 it goes up by one-half of one percent (0.5%) up to 8%.", "auto_increase_percent", "0.5"),
        ("A hardship withdrawal is paid in cash, less 10% withholding unless you elect out.", "auto_enrolment_percent", None),
    ],
)  # fmt: skip
def test_enrolment(text: str, field: str, value: str | None) -> None:
    """The step in words; what an enrolment is for; until when it goes on."""
    assert fields(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The plan itself allows 1%-50% of base plus bonus.", True),
        ("Pay here means salary, overtime and quarterly bonus; it does not include RSUs.", True),
        ("Complete guide to retirement benefits including 401(k) matching, stock grants, and savings strategies.", False),
        ("A Member without a severance may withdraw any other amount together with the earnings on it.", False),
    ],
)  # fmt: skip
def test_pay(text: str, stated: bool) -> None:
    """A share of its parts tells what it is made of; a withdrawal tells nothing."""
    assert ("eligible_pay" in fields(text)) is stated
