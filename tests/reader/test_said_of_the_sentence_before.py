"""Conversion and spillover where a sentence lives on the one before, its question or its title; and what only looks like it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

MONEY = "You can make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("After-tax money may be converted to Roth in the plan. Call the center once and it is then done every payday.", "automatic"),
        ("You may convert after-tax money to Roth. Sign the form, and from then on this happens nightly.", "automatic"),
        ("You can convert after-tax money to Roth. Call as often as you like; it is not done automatically.", "on-request"),
        ("You can convert after-tax money to Roth. Your deferral goes up 1% and this is done each payday.", "on-request"),
        ("You can convert after-tax money to Roth. You may also set up automatic conversion, so that each deposit converts that night, or call when you'd like one.", "automatic"),
        ("You may turn on automatic conversion of after-tax contributions; if so, each is converted after it is received.", "automatic"),
        ("In Settings, tick “Convert to Roth each payday” for your after-tax contributions.", "automatic"),
        ("For after-tax money there are two ways: conversions asked for by phone, or automatic conversion, an election under which your after-tax contributions are converted each payday.", "automatic"),
        ("(1) Take after-tax money out to a Roth IRA; or (2) turn on auto-convert, and every payday's after-tax contributions move to the Roth account.", "automatic"),
        ("You may elect to have all (but not a part) of your after-tax account transferred to a Roth account in the plan.", "on-request"),
        ("You may convert to Roth in the plan: your after-tax account and, if you are at least 59½, any other vested account.", "on-request"),
        ("If you are at least 59½ you may convert your after-tax account to Roth in the plan.", None),
        ("Convert after-tax contributions to Roth in the plan - call Empower, or, until it's all converted, use the web.", "on-request"),
    ],
)  # fmt: skip
def test_conversion(text: str, value: str | None) -> None:
    assert fields(MONEY + text).get("in_plan_conversion") == value


@pytest.mark.parametrize(
    "text",
    [
        "Neither plan has an in-plan Roth conversion.",
        "Nothing in the plan may be converted to Roth while it stays in the plan.",
        "The plan doesn't let you convert any part of your account to Roth.",
        "In-plan Roth conversions are not included in our adoption agreement.",
        "Can I convert to Roth in the plan?\n\nThe plan doesn't have in-plan conversion. Take the after-tax money out and have it sent to a Roth IRA. This can be done at any age, twice a year.",
    ],
)
def test_no_conversion(text: str) -> None:
    assert fields(f"{MONEY}\n\n{text}").get("in_plan_conversion") == "no"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You may make one In-Plan Roth Election of your after-tax account each quarter.", 4),
        ("After-tax money can be converted to Roth at any time. You may withdraw what has not been so converted, but not more than once every six months.", None),
        ("Turn on auto Roth: on the last business day of each month your after-tax money is converted to Roth. You can also convert a single time by calling.", None),
    ],
)  # fmt: skip
def test_how_often(text: str, value: int | None) -> None:
    assert fields(MONEY + text).get("conversions_per_year") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I put in the full $24,500 by May. Will the plan begin making after-tax contributions on its own?\n\nNo. You elect those yourself.", "no"),
        ("Will the plan turn my pre-tax into after-tax when I reach the limit?\n\nNot by itself. There is an election for that.", "no"),
        ("I'll hit the limit in October. Do contributions go on as after-tax?\n\nOnly if you have ticked “continue after-tax” on the site.", "yes"),
        ("I'll hit the limit in October. Do contributions go on as after-tax?\n\nOnly if you have a rate of after-tax contributions.", None),
        ("Can I take out after-tax money when I reach the limit?\n\nNot by itself.", None),
        ("After-tax is an election of its own. It is not triggered by reaching the IRS maximum.", "no"),
        ("The plan sets a cap on after-tax contributions, and it does not change automatically. Pre-tax is held to the IRS limit.", None),
        ("If you reach the IRS limit contributions stop unless you have filed an election to have them go on as after-tax contributions.", "yes"),
        ("If you reach the IRS limit contributions stop unless you are making after-tax contributions.", "no"),
        ("Pre-tax and Roth cannot be more than $24,500. When you get there, the plan will go on taking the same percentage as after-tax contributions.", "yes"),
        ("Reached your $24,500? Payroll continues your percentage as after-tax by default; call if you don't want that.", "yes"),
        ("If you wish to keep going at the IRS limit you may elect “continue as after-tax” on the portal.", "yes"),
        ("If you reach the IRS limit, savings stop.", None),
    ],
)  # fmt: skip
def test_spillover(text: str, value: str | None) -> None:
    assert fields(f"{MONEY}\n\n{text}").get("spillover") == value


def test_where_nothing_goes_in_after_tax_nothing_goes_on() -> None:
    text = (
        "You can make pre-tax and Roth contributions. After-tax contributions ended in 2015 and are no longer allowed. "
    )
    assert fields(text + "When you reach the IRS limit, savings stop.").get("spillover") == "no"
    assert fields(text + "When you retire, savings stop.").get("spillover") is None


def test_a_list_with_a_mark_before_each_line_is_no_form() -> None:
    said = fields(
        "✔ Pre-tax\n✔ Roth\n✔ Match\n✔ After-tax\n✔ Loans\n\nThe plan accepts after-tax contributions of up to 10% of pay."
    )
    assert said.get("after_tax_cap_percent") == "10"


@pytest.mark.parametrize(
    "text",
    [
        "Your contributions are invested and this is done daily.",
        "Accounts are valued daily and it is done automatically.",
        "Elections are made online. They are processed every payday.",
        "You can take after-tax money out to a Roth IRA. It is done each week.",
    ],
)
def test_what_else_goes_by_itself(text: str) -> None:
    said = fields(f"{MONEY}You can convert after-tax money to Roth. {text}")
    assert said.get("in_plan_conversion") == "on-request"


@pytest.mark.parametrize(
    "text",
    [
        "I reached $24,500. Can I switch to after-tax when I reach it?\n\nYes. Make an after-tax election.",
        "When I reach the limit will payroll switch me to after-tax?\n\nIf you choose to continue saving you have to elect it.",
        "When you reach the limit, the company keeps matching your after-tax contributions.",
        "If you hit the limit, the company's matching contributions continue on after-tax contributions.",
        "If you reach the limit, we keep a record of after-tax contributions.",
    ],
)
def test_what_else_goes_on_at_the_limit(text: str) -> None:
    assert fields(f"{MONEY}\n\n{text}").get("spillover") is None


@pytest.mark.parametrize(
    "text",
    [
        "Can I switch to after-tax contributions when I reach the limit?\n\nYes. Make an after-tax election.",
        "Do I have to do anything to continue as after-tax when I reach the limit?\n\nYes. Make an after-tax election.",
    ],
)
def test_what_one_may_do_oneself_does_not_go_on_by_itself(text: str) -> None:
    assert fields(f"{MONEY}\n\n{text}").get("spillover") != "yes"
