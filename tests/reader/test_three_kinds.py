"""Lists of the kinds of contributions, terms that stand for after-tax money, and whose a share of pay is."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

ROTH = "Roth contributions are available. "


@pytest.mark.parametrize(
    "text",
    [
        "You can save in three ways.\na) Pre-tax. Less tax today.\nb) Roth. No break today.\nc) After-tax. A separate election.",
        "Ways to save\n\nPre-tax. The usual kind.\n\nRoth. Tax now, none later.\n\nAfter-tax. There is room here once the others are full.",
        "How you can contribute\n\nBEFORE-TAX: no tax today.\n\nROTH: tax today.\n\nAFTER-TAX: tax today, and on the growth later.",
        "The plan has three: before-tax, Roth 401(k), and voluntary after-tax.",
        "You can choose among these kinds: pre-tax, after-tax and Roth.",
        "You save pre-tax or Roth. The plan now has a third place: after-tax.",
        "Ways to save\n\nPre-tax, Roth or after-tax: one, two, or all three.",
        "Save pre-tax or Roth. On top you may put in up to $18,000 a year as traditional after-tax contributions (our limit, lower than what the IRS would permit).",
        "The Plan permits in-plan Roth conversions and after-tax contributions.",
        "Roth contributions, in-plan Roth conversions and after-tax contributions are also permitted under the Plan.",
        "Besides deferrals (pre-tax or Roth), you may make voluntary contributions. They are not tax deductible.",
        "Deferrals may be pre-tax or Roth. You may make Voluntary Employee Contributions. These are held out of your pay after tax.",
    ],
)
def test_a_kind_of_its_own_is_taken(text: str) -> None:
    assert fields(text).get("after_tax_allowed") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Ways to save\n\nPre-tax. The usual kind.\n\nRoth. Tax now, none later.\n\nAfter-tax. Not offered by our plan.",
        "Withdrawals at 59½\n\nPre-tax: yes\n\nRoth: yes\n\nAfter-tax: at any time",
        "What is in your account\n\nPre-tax contributions\n\nRoth contributions\n\nAfter-tax contributions (made before 1987)",
        "Glossary\n\nPre-tax contributions: from pay before tax.\n\nRoth contributions: from taxed pay.\n\nAfter-tax contributions: not Roth.",
        ROTH + "Three kinds of money may be in your account: pre-tax, Roth and after-tax.",
        ROTH + "401(k) providers often have three types: pre-tax, Roth and after-tax.",
        ROTH + "There are three ways to be taxed: pre-tax, Roth, and after-tax.",
        ROTH + "For each kind: pre-tax, Roth and after-tax, the limit differs by law.",
        ROTH + "The plan permits Roth conversions and after-tax rollovers.",
        "Your deferrals may be pre-tax or Roth. Voluntary contributions to the relief fund are not tax deductible.",
        "Your contributions\n\nRoth contributions\n\nAfter-tax contributions go in once tax is withheld.\n\nPre-tax contributions",
    ],
)
def test_other_lists_say_nothing(text: str) -> None:
    assert fields(text).get("after_tax_allowed") in (None, "no", "frozen")


@pytest.mark.parametrize(
    "text",
    [
        "You may not make new after-tax contributions for the rest of that Plan Year.",
        "After-tax contributions are not permitted for six months after a withdrawal.",
        "The Company does not add anything to after-tax contributions.",
        "Some people ask for more. For that a plan has to allow after-tax contributions other than Roth.",
        "Kinds of money\n\nAfter-tax | None when you leave",
    ],
)
def test_what_is_denied_for_a_time_or_of_something_else_is_no_refusal(text: str) -> None:
    assert fields(ROTH + text).get("after_tax_allowed") != "no"
    assert fields(ROTH + text).get("after_tax_allowed") != "frozen"


def test_neither_required_nor_permitted() -> None:
    text = "Voluntary nondeductible (after-tax) contributions by Participants are neither required nor permitted."
    assert fields(ROTH + text).get("after_tax_allowed") == "no"


def test_a_plan_has_to_allow_it_and_ours_does_not() -> None:
    text = "For that a plan has to allow after-tax contributions other than Roth. Ours does not."
    assert fields(ROTH + text).get("after_tax_allowed") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Pre-tax or Roth\n\nSave up to half of your pay either way.",
        "3.1 Pre-tax Contributions\n\nUp to the limit of the law.\n\n3.2 Roth Contributions\n\nThe same.",
        "Your options\n\n• Pre-tax 403(b)\n• Roth 403(b) (after-tax)",
    ],
)
def test_roth_stands_among_the_kinds(text: str) -> None:
    assert fields(text).get("roth_deferrals") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Roth IRA\n\nPre-tax or Roth\n\nSee page 4.",
        "Rollovers we take\n\n• Pre-tax contributions\n• Roth contributions",
        "Withdrawals\n\nPre-tax: at 59½\n\nRoth: at 59½",
        "Pre-tax contributions\n\nThe usual kind. The plan has no Roth contributions.",
    ],
)
def test_elsewhere_roth_does_not(text: str) -> None:
    assert fields(text).get("roth_deferrals") in (None, "no")


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Pre-tax or Roth contributions are yours to choose. You can put away 1% to 60% of your pay.", "60"),
        ("Anything between 1 and 75 percent of base pay and bonus can go into pre-tax or Roth.", "75"),
        ("Pre-tax and Roth. Contribute from 1% to 50% of eligible pay per paycheck.", "50"),
    ],
)
def test_the_range_of_pay_is_that_of_deferrals(text: str, most: str) -> None:
    assert fields(text).get("deferral_cap_percent") == most


@pytest.mark.parametrize(
    "text",
    [
        "Pre-tax contributions are matched 1% to 50% by years of service.",
        "Catch-up contributions\n\n1% to 30% of pay",
        "Employees of the old plan could save from 1% to 50% of pay.",
        "You may borrow 1% to 50% of your balance.",
        "You may save pre-tax, Roth and traditional after-tax. It sits outside of the limit and can take up to 15% of your pay.",
        "You may save pre-tax, Roth and traditional after-tax. Whole percents, 1% through 8% of your base rate.",
    ],
)
def test_another_range_is_not(text: str) -> None:
    assert fields(text).get("deferral_cap_percent") is None


def test_a_cap_with_the_others_is_combined() -> None:
    text = "Traditional after-tax contributions: from 1% to 16% of base salary, and not more than 40% when added to before-tax."
    told = fields(ROTH + text)
    assert (told.get("combined_cap_percent"), told.get("deferral_cap_percent")) == ("40", None)
