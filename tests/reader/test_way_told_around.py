"""How conversion goes, as the sentences around it tell: asked once or each time, wished for, denied, done in habit."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

_AT = "You may make pre-tax, Roth and traditional after-tax contributions.\n\n"
_MAY = "You may convert your after-tax contributions to Roth within the plan."


@pytest.mark.parametrize(
    ("said", "way"),
    [
        (f"{_MAY} Phone the service desk each time, or sign up once and let the trustee do it every pay period.", "automatic"),
        (f"{_MAY} A lot of you have asked for an automatic feature. It is not available for our plan yet.", "on-request"),
        (f"{_MAY} Some would like a standing instruction. We do not offer it.", "on-request"),
        (f"{_MAY} It is not run automatically for us. Call after each payroll to have it done.", "on-request"),
        ("You can also send after-tax savings to Roth inside the plan: ask once, and the trustee repeats it each payroll.", "automatic"),
        (f'{_MAY} Call, or mark the line "convert future contributions" on the site.', "automatic"),
        ("The trustee converts after-tax contributions to Roth automatically every Monday, so there is nothing to elect.", "automatic"),
        ("If you have after-tax money or a vested rollover account you can ask the trustee to move it to the Roth source in the plan.", "on-request"),
        ("In-plan Roth conversions of after-tax money are requested by form.", "on-request"),
        ("After-tax contributions can be rolled to the plan's Roth account or to a Roth IRA of yours, on request.", "on-request"),
        ("Once it is on, each after-tax contribution is moved to Roth in the plan on the day it arrives.", "automatic"),
        ("There isn't a way of converting after-tax money to Roth inside the plan.", "no"),
        ("No after-tax amount shall be converted to a Roth account under the Plan unless and until this Section is completed by amendment.", "no"),
    ],
)  # fmt: skip
def test_the_way_is_told(said: str, way: str) -> None:
    assert fields(_AT + said).get("in_plan_conversion") == way


@pytest.mark.parametrize(
    "said",
    [
        f"{_MAY} A lot of you have asked for an automatic feature. Turn it on under Conversions.",
        f"{_MAY} It is not run automatically unless you turn the feature on.",
        f"{_MAY} Many save by hand. You can also choose an automatic conversion each payday.",
    ],
)
def test_no_call_each_time_where_it_may_go_by_itself(said: str) -> None:
    assert fields(_AT + said).get("in_plan_conversion") != "on-request"


@pytest.mark.parametrize(
    "said",
    [
        "Rollover accounts from earlier employers can be moved to a Roth IRA.",
        "Conversion to Roth is not possible by phone, and rollover money goes to your Roth account each payday.",
        "There is no way of converting Roth money back.",
        "There is nothing to elect, and we may add conversion of after-tax money to Roth next year.",
    ],
)
def test_looks_like_conversion_and_is_none(said: str) -> None:
    assert fields(_AT + said).get("in_plan_conversion") in (None, "not stated")


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("Many of our people do it once a month, and the plan permits up to six conversions a year.", 6),
        ("Call after each payday (or once a quarter, which most of us do).", None),
        ("Until now people were used to converting once or twice a year.", None),
        ("You may ask for it up to three times a year.", 3),
    ],
)
def test_what_people_do_is_no_limit(said: str, times: int | None) -> None:
    told = fields(f"{_AT}{_MAY} Each conversion has to be asked for. {said}")
    assert told.get("conversions_per_year") == (None if times is None else told.get("conversions_per_year"))
    assert times is None or str(told.get("conversions_per_year")) == str(times)


def test_a_benefit_below_is_no_conversion() -> None:
    """`ESPP, twice a year`, in a list some lines below."""
    told = fields(f"{_AT}Converting to Roth\n{_MAY}\n\nAlso in money\n• ESPP, twice a year\n• Commuter card\n")
    assert "conversions_per_year" not in told


def test_conversion_from_any_account_on_a_form() -> None:
    form = (
        "ADOPTION AGREEMENT\n\n12. EMPLOYEE (AFTER-TAX) CONTRIBUTIONS\n a. [ ] Not permitted.\n b. [X] Permitted, up to 5% of Compensation.\n d. Withdrawal\n  1. [X] at no time\n  2. [ ] on hardship only\n\n17. MATCHING CONTRIBUTIONS\n a. [X] None.\n b. [ ] Fixed.\n\n"
        "31. IN-PLAN ROTH TRANSFERS\n a. [ ] Not permitted.\n b. [X] Permitted by election of the Participant, from any Vested Account, {}\n"
    )
    assert fields(form.format("whether or not then distributable.")).get("in_plan_conversion") == "on-request"
    assert fields(form.format("to the extent then distributable.")).get("in_plan_conversion") != "on-request"
