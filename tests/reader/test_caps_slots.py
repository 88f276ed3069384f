"""Caps by their slots: who, may, puts in, how much, which money, in every order; and percentages that are no cap."""

from __future__ import annotations

from itertools import product

import pytest
from tests.reader.said import fields

CAPS = ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
KINDS = "\n\nKinds of money\n\nThe Plan takes pre-tax, Roth and traditional after-tax contributions.\n"
DEFERRALS = "\n\nKinds of money\n\nThe Plan takes pre-tax and Roth contributions.\n"


def _caps(text: str) -> dict[str, str]:
    return {name.split("_")[0]: value for name, value in fields(text).items() if name in CAPS}


WHO = ("You may", "Each participant can", "Eligible employees are allowed to", "A member has the option to")
PUT_IN = ("contribute", "save", "set aside")
MOST = (
    "up to 22%", "from 1% to 22%", "between 1% and 22%", "as much as 22%", "no more than 22%", "a maximum of 22%", "any whole percentage up to 22%",
)  # fmt: skip
PAY = ("of pay", "of his or her eligible compensation")
MONEY = (
    ("as after-tax contributions", "after"),
    ("on an after-tax basis", "after"),
    ("on a pre-tax or Roth basis", "deferral"),
    ("in pre-tax deferrals", "deferral"),
    ("in pre-tax, Roth and after-tax contributions combined", "combined"),
)


@pytest.mark.parametrize(("who", "put_in"), tuple(product(WHO, PUT_IN)))
@pytest.mark.parametrize(("money", "cap"), MONEY)
def test_who_may_put_in_how_much_of_which_money(who: str, put_in: str, money: str, cap: str) -> None:
    """Every bound and every word for pay, in a sentence with its subject in front."""
    for most, pay in product(MOST, PAY):
        text = f"{who} {put_in} {most} {pay} {money}."
        assert _caps(text + KINDS) == {cap: "22"}, text


SUBJECTS = (
    ("After-tax contributions", "after"),
    ("Your after-tax savings", "after"),
    ("Pre-tax and Roth contributions together", "deferral"),
    ("Elective deferrals", "deferral"),
    ("Pre-tax, Roth and after-tax contributions", "combined"),
    ("The sum of pre-tax, Roth and after-tax contributions", "combined"),
)
BOUND = (
    "may be up to", "are limited to", "cannot exceed", "may not be more than", "are capped at", "can range from 1% to", "must not be above",
)  # fmt: skip


@pytest.mark.parametrize(("subject", "cap"), SUBJECTS)
@pytest.mark.parametrize("bound", BOUND)
def test_the_money_is_the_subject(subject: str, cap: str, bound: str) -> None:
    """`After-tax contributions are limited to 17% of pay`."""
    assert _caps(f"{subject} {bound} 17% of base pay.{KINDS}") == {cap: "17"}


LABELS = (("After-tax", "after"), ("Pre-tax and Roth", "deferral"), ("All three kinds together", "combined"))
VALUES = (
    "1% to 13% of pay",
    "1-13% of pay",
    "up to 13% of eligible pay",
    "13% of pay at most",
    "13% max",
    "no more than 13% of pay",
)


@pytest.mark.parametrize(("label", "cap"), LABELS)
@pytest.mark.parametrize("value", VALUES)
def test_a_label_and_its_value(label: str, cap: str, value: str) -> None:
    """A row, a line with a colon, and a heading with its sentence."""
    assert _caps(f"Contribution limits\n\n{label}: {value}\n{KINDS}") == {cap: "13"}


@pytest.mark.parametrize(
    "answer",
    ["Up to 31% of your pay.", "You may put in 1% to 31% of eligible pay.", "Between 1% and 31% of each paycheck."],
)
def test_the_question_names_the_money(answer: str) -> None:
    """The same answer to three questions."""
    for money, cap in (("after-tax", "after"), ("in pre-tax and Roth deferrals", "deferral")):
        assert _caps(f"How much {money} can I contribute?\n\n{answer}\n{KINDS}") == {cap: "31"}
    assert _caps(f"How much can I contribute?\n\n{answer}\n{DEFERRALS}") == {"deferral": "31"}


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # Each percentage with its own clause, in either order.
        ("You may save up to 48% of pay before tax, up to 11% after tax as traditional after-tax contributions, and 52% in all.", {"deferral": "48", "after": "11", "combined": "52"}),
        ("Pre-tax and Roth: 1% to 48% of pay; after-tax: 1% to 11%; all three together: 52%.", {"deferral": "48", "after": "11", "combined": "52"}),
        ("Participants may defer 1% to 48% of pay; after-tax contributions may not exceed 11% of pay.", {"deferral": "48", "after": "11"}),
        ("Up to 11% of pay may go in after tax and the total of all contributions cannot exceed 52% of pay.", {"after": "11", "combined": "52"}),
        ("A member may elect to defer an amount not to exceed 48% of pay, and may elect to make after-tax contributions not to exceed 11% of pay.", {"deferral": "48", "after": "11"}),
        ("You may save 52% of pay at most in all three kinds together, of which after-tax contributions may be at most 11%.", {"combined": "52", "after": "11"}),
        ("You can contribute up to 11% of pay after-tax even if you contribute nothing in pre-tax deferrals.", {"after": "11"}),
        # Other percentages in the sentence keep to themselves.
        ("You may contribute up to 48% of pay in pre-tax or Roth contributions, and the Company matches 50% of the first 6%.", {"deferral": "48"}),
        ("New hires are enrolled at 4%; however, they may elect to contribute up to 48% of pay as pre-tax or Roth deferrals.", {"deferral": "48"}),
        ("You may contribute in steps of 1%, up to 48% of pay, as pre-tax or Roth contributions.", {"deferral": "48"}),
        ("Not less than 2% nor more than 11% of pay may be contributed as after-tax contributions.", {"after": "11"}),
        # The money that a cap stands beside is not in it.
        ("Besides your pre-tax and Roth deferrals you may contribute up to 11% of pay after-tax.", {"after": "11"}),
        ("Once your deferrals reach the IRS limit, you may make after-tax contributions of up to 11% of pay.", {"after": "11"}),
        ("You may make after-tax contributions which, when added to your pre-tax contributions, do not exceed 52% of pay.", {"combined": "52"}),
        # Without a kind it is told by the sentences around.
        ("You may contribute up to 48% of pay. You may split them between pre-tax and Roth.", {"deferral": "48"}),
        ("After-tax contributions are taken out of each paycheck. You may save up to 11% of pay this way.", {"after": "11"}),
        # The highly compensated.
        ("After-tax contributions may be up to 11% of pay, but only 5% if you are highly compensated.", {"after": "11", "hce": "5"}),
        ("After-tax contributions may be up to 11% of pay. For HCEs the ceiling is 5%.", {"after": "11", "hce": "5"}),
        ("Highly compensated employees may contribute no more than 5% of pay as after-tax contributions.", {"hce": "5"}),
    ],
)  # fmt: skip
def test_several_percentages_and_what_stands_around(text: str, caps: dict[str, str]) -> None:
    """Numbers go to the clause they stand in."""
    assert _caps(text + KINDS) == caps


GIVERS = ("The Company", "Your employer", "The Foundation", "Exemplar", "We")
GIVES = (
    "will contribute up to 8% of pay to your account",
    "adds up to 8% of pay for you",
    "matches pre-tax contributions up to 8% of pay",
    "will match 50% of pre-tax contributions, up to 8% of pay",
)


@pytest.mark.parametrize(("giver", "gives"), tuple(product(GIVERS, GIVES)))
def test_what_the_employer_gives_is_no_cap_of_yours(giver: str, gives: str) -> None:
    """Up to a percentage, but somebody else's money."""
    assert _caps(f"{giver} {gives}.{KINDS}") == {}


@pytest.mark.parametrize(
    "text",
    [
        "If you do nothing, 8% of pay is contributed before tax.",
        "Your pre-tax contribution goes up by 1% each year until it reaches 8% of pay.",
        "You will be enrolled at 8% of pay in pre-tax contributions.",
        "Participants who contribute 8% of pay before tax receive the full match.",
        "For example, you may contribute 8% of pay before tax.",
        "Most participants contribute up to 8% of pay before tax.",
        "You should save up to 8% of pay before tax.",
        "You must contribute at least 8% of pay before tax.",
        "You may borrow up to 50% of your pre-tax contributions.",
        "You may withdraw up to 50% of your after-tax contributions.",
        "Up to 20% of your pre-tax contributions may be invested in company stock.",
        "You are 20% vested after one year and may make pre-tax contributions.",
        "A penalty of 10% applies to pre-tax contributions that you take out.",
        "Before 2019 participants could contribute up to 8% of pay before tax.",
        "Non-highly compensated employees may contribute up to 8% of pay after-tax.",
        "Some employees pay up to 24% in tax on pre-tax contributions.",
        "Catch-up contributions may be up to 8% of pay.",
        "Profit sharing contributions may be up to 8% of pay.",
        "Those who defer more than 8% of pay before tax get a true-up.",
        "Contributions of more than 8% of pay are reported to the committee.",
    ],
)
def test_percentages_that_bound_nothing_of_yours(text: str) -> None:
    """Each has the words of a cap, and is none."""
    assert _caps(text + KINDS) == {}


COLUMNS = """What you can save

Pre-tax

Roth 401(k)

After-tax

Is it taxed when you put it in?

No

Yes

Yes

{asked}

{first}

{second}

{third}

When may it come out?

At 59½
"""


@pytest.mark.parametrize(
    ("asked", "cells", "caps"),
    [
        ("How much can I contribute?", ("45% of pay", "45% of pay", "12% of pay"), {"deferral": "45", "after": "12"}),
        ("Plan limit", ("1-45%", "1-45%", "1-12%"), {"deferral": "45", "after": "12"}),
        # Other rows, and rows with a gap.
        ("How much is matched?", ("45% of pay", "45% of pay", "12% of pay"), {}),
        ("What does the law allow?", ("45% of pay", "45% of pay", "12% of pay"), {}),
    ],
)
def test_columns_without_their_lines(asked: str, cells: tuple[str, str, str], caps: dict[str, str]) -> None:
    """The place in the row tells the money."""
    first, second, third = cells
    assert _caps(COLUMNS.format(asked=asked, first=first, second=second, third=third) + KINDS) == caps


def test_what_does_not_go_on_by_itself_is_no_spillover() -> None:
    """`Not` inside what becomes after-tax money denies it."""
    text = (
        "Once you are at the deferral limit, your deferrals do not automatically continue as after-tax contributions."
    )
    assert fields(text + KINDS).get("spillover") != "yes"


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        # A table that lost its lines.
        ("Type Minimum Maximum Matched?\nPre-tax 2% 44% Yes\nTraditional after-tax 2% 12% No", {"deferral": "44", "after": "12"}),
        ("Type Most last year Matched?\nTraditional after-tax 12% 14% No", {}),
        ("Your contributions Pre-tax and/or Roth: 2% - 44% of pay", {"deferral": "44"}),
        ("Rates go up 1% a year unless you stop Employee contributions Traditional after-tax: 2% - 9% of pay", {"after": "9"}),
        ("Pre-tax\nRoth\nAfter-tax\n\nLimit\n$23,500 with Roth\n$23,500 with pre-tax\n12% of pay", {"after": "12"}),
        ("Pre-tax\nRoth\nAfter-tax\n\nPaid out last year\n$100\n$200\n12% of pay", {}),
        # A question above, or the sentence before.
        ("After-tax contributions\n\nIs there a limit?\n\nYes. 12% of pay, or a smaller amount if testing requires it.", {"after": "12"}),
        ("Look for the line \"Voluntary After-tax\" among your payroll deductions. 2 to 12%. Roth is another line.", {"after": "12"}),
        ("After-tax contributions\n\nHow many people use it?\n\nYes, some. 12% of staff.", {}),
        # All money together.
        ("You can set any rate up to 66% of each paycheck, whichever source it goes to.", {"combined": "66"}),
        ("You may elect up to 9% after-tax of base and bonus, and the total of all your contributions cannot be over 66% of salary.", {"after": "9", "combined": "66"}),
        ("The most you may put in, taking base and top-up, and pre-tax, Roth and after-tax, together, is 66% of pay.", {"combined": "66"}),
        ("Basic and supplemental contributions, pre-tax, Roth and after-tax together, may not exceed 66% of pay.", {"combined": "66"}),
        ("trad and Roth are both fine, 66% of pay is the ceiling", {"deferral": "66"}),
    ],
)  # fmt: skip
def test_layouts_and_neighbours(text: str, caps: dict[str, str]) -> None:
    """What a table, a question, a label that ran in or the sentence before leaves unsaid."""
    assert _caps(text + KINDS) == caps


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("After-tax: Yes. Cap of $18,000 per calendar year, so as to leave room under 415 for the profit sharing.", "18000"),
        ("Kind - limit - how taxed\n\nTraditional after-tax - $18,000 per year - earnings only", "18000"),
        ("Kind - paid last year\n\nTraditional after-tax - $18,000 per year - earnings only", None),
        ("After-tax contributions are limited to $18,000 a year by section 415 of the Code.", None),
    ],
)  # fmt: skip
def test_dollars_a_year(text: str, dollars: str | None) -> None:
    assert fields(text + KINDS).get("after_tax_cap_dollars") == dollars


@pytest.mark.parametrize("label", ["Sample Works", "Sample Works Plan", "Sample Works employees"])
def test_of_a_plan_that_ends(label: str) -> None:
    """What a plan allowed that merges into ours is no cap of ours."""
    notice = "For former Sample Works employees\n\nThe Sample Works Plan will merge into the Exemplar Plan.\n\nAfter-tax contributions\n"
    assert _caps(f"{notice}{label}: up to 9% of pay{KINDS}") == {}
    assert _caps(f"After-tax contributions\n{label}: up to 9% of pay{KINDS}") == {"after": "9"}


FORM = "401(k) ADOPTION AGREEMENT\n\nAdopting Employer: Sample Works LLC\n\nSECTION C - CONTRIBUTIONS\n\n"


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("12. AFTER-TAX EMPLOYEE CONTRIBUTIONS.\n   [ ] not permitted\n   [X] permitted, subject to:\n       [X] maximum 9% of Compensation", {"after": "9"}),
        ("12. AFTER-TAX EMPLOYEE CONTRIBUTIONS.\n   [X] permitted, in any amount from 1% to 9% of Compensation", {"after": "9"}),
        ("12. AFTER-TAX EMPLOYEE CONTRIBUTIONS.\n   [ ] permitted, up to 9% of Compensation\n   [X] not permitted", {}),
        ("12. ELECTIVE DEFERRALS. [X] permitted.\n   (a) Limits: minimum 2% maximum 77% of Compensation", {"deferral": "77"}),
        ("12. MATCHING CONTRIBUTIONS.\n   [X] permitted, up to 9% of Compensation", {}),
    ],
)  # fmt: skip
def test_boxes_of_a_form(text: str, caps: dict[str, str]) -> None:
    assert _caps(FORM + text) == caps
