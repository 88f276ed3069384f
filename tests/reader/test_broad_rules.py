"""The broad rules: each slot varied freely, and what only looks like it."""

from __future__ import annotations

import itertools

import pytest
from tests.reader.said import fields

ROTH_TOO = "You may make pre-tax and Roth 401(k) contributions.\n\n"

SUBJECTS = ("Associates", "Anybody on the payroll", "Our people", "You")
LEAVE = ("may", "can", "are welcome to", "are free to", "have the option to")
ACTS = ("put in", "contribute", "set aside", "elect", "add")
MONEY = ("traditional after-tax money", "voluntary after-tax contributions", "after-tax (non-Roth) savings")


@pytest.mark.parametrize(
    "text",
    [
        f"{who} {leave} {act} {money}."
        for number, (who, leave, act, money) in enumerate(itertools.product(SUBJECTS, LEAVE, ACTS, MONEY))
        if number % 7 == 0
    ],
)
def test_leave_in_any_words(text: str) -> None:
    assert fields(ROTH_TOO + text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Buckets: pre-tax, Roth and after-tax.",
        "Pick your buckets: Roth, pre-tax, after-tax, or some of each.",
        "Savings may go in before-tax, as Roth, or as traditional after-tax savings, in whole percentages.",
        "Voluntary after-tax: $9,000 a year at most.",
        "VOLUNTARY AFTER-TAX. A third choice for those who reach the annual ceiling, up to 12% of pay.",
        "Voluntary after-tax contributions come out of each paycheck.",
        "We do not match voluntary after-tax contributions.",
        "The company matches 50% of the first 6% you save, first on pre-tax, then on Roth, then on after-tax contributions.",
        "Employees contribute on a pre-tax, Roth and after-tax basis through payroll.",
        "The Plan was amended to add voluntary after-tax contributions and to allow in-plan conversions.",
        "Voluntary after-tax contributions opened to all employees in 2022.",
    ],
)
def test_leave_without_the_usual_words(text: str) -> None:
    assert fields(ROTH_TOO + text)["after_tax_allowed"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "You may withdraw your voluntary after-tax contributions at any time.",
        "You may withdraw, in this order: rollover money, Roth, and voluntary after-tax contributions.",
        "Your traditional after-tax balance stays invested as you direct.",
        "Each participant's pre-tax contributions, voluntary after-tax contributions and match are fully vested.",
        "The statement shows voluntary after-tax contributions you may have made under the old plan.",
        "You direct how your voluntary after-tax contributions are invested.",
        "Annual additions include pre-tax, Roth, voluntary after-tax and employer contributions.",
        "Roth contributions are made on an after-tax basis.",
        "Rollovers of after-tax money from another plan are accepted.",
        "Enter 0% for voluntary after-tax.",
        "Each year you get a statement of your account for voluntary after-tax contributions.",
        "After-Tax Contributions\nName a beneficiary as soon as you can. A 10% tax may apply to early payments. Legal process may be served on us.",
        "You may contribute on a pre-tax basis or an after-tax",
        "Voluntary after-tax contributions were discussed at the last meeting.",
    ],
)
def test_no_leave(text: str) -> None:
    assert "after_tax_allowed" not in fields(ROTH_TOO + text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There is no provision for voluntary after-tax contributions.", "no"),
        ("Voluntary after-tax contributions: we do not offer them.", "no"),
        ("The plan has never taken voluntary after-tax contributions.", "no"),
        ("Until June 30, 2009 the plan accepted voluntary after-tax contributions.", "frozen"),
        ("No new voluntary after-tax contributions have been taken since 2014.", "frozen"),
        ("Voluntary after-tax contributions are not permitted after December 31, 2016.", "frozen"),
        ("You can't add voluntary after-tax contributions any more.", "frozen"),
        ("Company contributions: match. Frozen sources: voluntary after-tax.", "frozen"),
        (
            "Voluntary after-tax contributions stopped in 2011.\n\nVoluntary after-tax contributions may be changed by calling.",
            "frozen",
        ),
        ("We used to take voluntary after-tax contributions.", "frozen"),
        ("The plan has required no waiting period for voluntary after-tax contributions.", None),
        ("Employees do not have a service requirement to make voluntary after-tax contributions.", None),
        ("Voluntary after-tax contributions may not be made while you are on strike.", None),
    ],
)
def test_no_and_not_any_more(text: str, said: str | None) -> None:
    told = fields(ROTH_TOO + text).get("after_tax_allowed")
    assert told == said or (said is None and told == "yes")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # What is converted, taken out at will, held down by the test or begins at the limit is no Roth money.
        ("The plan takes pre-tax and Roth money.\n\nAfter-tax contributions of 1% to 8% of pay are converted to Roth every night.", "yes"),
        ("The plan takes pre-tax and Roth money.\n\nPut in after-tax contributions up to 8%. Withdraw after-tax contributions for any reason.", "yes"),
        ("The plan takes pre-tax and Roth money.\n\nAfter-tax contributions by the highly compensated may not exceed 4% of pay.", "yes"),
        ("The plan takes pre-tax and Roth money.\n\nOnce you reach the IRS limit, your contributions keep going as after-tax.", "yes"),
        ("The plan takes pre-tax and Roth money.\n\nAfter-tax contributions are allowed and share one limit with pre-tax contributions of $24,500.", None),
        ("You can save before tax or after tax. After-tax grows tax-free if you are 59½.", None),
    ],
)  # fmt: skip
def test_which_after_tax(text: str, said: str | None) -> None:
    assert fields(text).get("after_tax_allowed") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Traditional, Roth, post-tax: take one or all three.", "yes"),
        ("Pre-tax and Roth, each to the legal limit.", "yes"),
        ("Go Roth with part of each paycheck if you like.", "yes"),
        ("Deferrals are put in as pre-tax or Roth money.", "yes"),
        ("Move money into a Roth IRA when you leave.", None),
        ("Money that was converted becomes Roth.", None),
        ("Roth in plan conversion is offered.", None),
    ],
)
def test_roth(text: str, said: str | None) -> None:
    assert fields(text).get("roth_deferrals") == said


@pytest.mark.parametrize(
    "text",
    [
        "Overtime counts. Stock awards don't.",
        "Pay for the plan: base salary + commissions, no bonus.",
        "Your contributions come out of wages, overtime and holiday pay.",
        "Shift differential and safety awards are left out of the earnings you save from.",
        "Bonuses, yes. Per diem, no. That is what your 401(k) election applies to.",
        "Moving allowances aren't included when we figure your contributions.",
    ],
)
def test_which_pay(text: str) -> None:
    assert "eligible_pay" in fields(f"You may contribute 1% to 50% of pay.\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "Life insurance pays two times base salary plus commissions.",
        "Total target compensation includes base salary, bonus and equity.",
        "If your wages exceeded the limit last year, catch-up contributions must be Roth.",
        "Dividends on company stock are reinvested; commissions are charged by the broker.",
        "Your bonus is paid in March with your salary.",
    ],
)
def test_no_pay(text: str) -> None:
    assert "eligible_pay" not in fields(f"You may contribute 1% to 50% of pay.\n\n{text}")


@pytest.mark.parametrize(
    ("text", "starts", "rises"),
    [
        ("New hires come in automatically at 5%.", "5", None),
        ("Do nothing and we sign you up at 4%, pre-tax.", "4", None),
        ("Automatic enrollment\n6% pre-tax begins with the second paycheck.", "6", None),
        ("Unless you opt out, 3% of your pay goes in. Every April it goes up one point, to 10%.", "3", "1"),
        ("Auto-enrolled at 4%, +1% annually, 10% max.", "4", "1"),
        ("Automatic increase: 2% each July 1 until you reach 14%.", None, "2"),
        ("Then we bump it 1% more every January.", None, "1"),
        ("Participants with rates between 1% and 9% are raised automatically by 1% each year.", None, "1"),
        ("Enrolled automatically at 3%, with no annual increases.", "3", None),
        ("Your rate can be raised by 1%, 2% or 3% every year, if you ask for it.", None, None),
        ("You do not need to save 6% to be enrolled in the newsletter.", None, None),
        ("The automatic match is 4% of pay.", None, None),
        ("Salaries rise by 3% every year, and your contribution with them.", None, None),
        ("A catch-up contribution of 1% to 50% may be made each year.", None, None),
    ],
)
def test_enrolment_and_increase(text: str, starts: str | None, rises: str | None) -> None:
    told = fields(f"The 401(k) plan takes pre-tax contributions.\n\n{text}")
    assert (told.get("auto_enrolment_percent"), told.get("auto_increase_percent")) == (starts, rises)
