"""After-tax money on pages as employers write them: columns before and after a merger, bold questions, lines of slides, clauses."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

MAY = "You can make traditional after-tax contributions.\n\n"


def test_of_two_plans_side_by_side_the_one_that_goes_on_counts() -> None:
    text = (
        "In June 2024 the two plans become one.\n\n"
        "                   Borough plan (through March 3)     Exemplar plan (from March 10)\n"
        "You can save       1-40%                              1-60%\n"
        "After-tax          Yes                                No\n"
        "Match              50% of first 4%                    100% of first 5%\n"
    )
    told = fields(text)
    assert (told["after_tax_allowed"], told["deferral_cap_percent"]) == ("no", "60")
    assert told["match"] == [{"rate_percent": "100", "up_to_percent_of_pay": "5"}]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("**Traditional after-tax / mega backdoor?** Not in our plan. We looked at it.", "no"),
        ("We offer Roth. Exemplar's plan does not take new after-tax contributions, but holds the old ones.", "no"),
        ("Feature | Today\nRoth contributions | Yes\nAfter-tax contributions | Not available", "no"),
        ("3.3 Employee contributions, that is, after-tax contributions, are not allowed under the Plan.", "no"),
        ("The 401(k) Plan takes before-tax and Roth only.", "no"),
        ("1. Section 4.6 (Voluntary After-Tax Contributions) is deleted.", "frozen"),
        (
            "After-tax contributions (prior plan only). This was discontinued, and the Plan takes no after-tax contributions today.",
            "frozen",
        ),
        ("Pick a percentage of pay. You then say which kind: before-tax, Roth after-tax, or regular after-tax.", "yes"),
        (
            "3.1 Pre-Tax and Roth Contributions.\nA Participant may elect up to 40% of pay.\n\n"
            "3.3 After-Tax Contributions.\nA Participant may elect to contribute up to 14% of pay as After-Tax Contributions.",
            "yes",
        ),
        ("36. EMPLOYEE (AFTER-TAX) CONTRIBUTIONS. (a) [ ] None. (b) [X] Limit: 6% of Compensation. Matching: (c) [X] None. (d) [ ] As elected.", "yes"),
    ],
)  # fmt: skip
def test_whether_after_tax_money_may_go_in(text: str, says: str) -> None:
    assert fields(text)["after_tax_allowed"] == says


@pytest.mark.parametrize(
    "text",
    [
        "We offer Roth. The plan does not take new after-tax rollovers from other plans.",
        "You can contribute pre-tax or Roth. You may buy shares of Exemplar stock through after-tax payroll deductions.",
        "We have Roth. Change your after-tax percentage to Roth in the portal.",
        "After-tax contributions and matching contributions shall be taken into account in the test.",
        "The match applies to before-tax and Roth only. The plan allows loans from pre-tax and Roth only.",
        "The plan takes no fees from traditional after-tax contributions.",
    ],
)
def test_what_says_nothing_of_it(text: str) -> None:
    assert "after_tax_allowed" not in fields(text)


def test_a_section_that_is_replaced_is_no_end() -> None:
    text = "1. Section 4.6 (Voluntary After-Tax Contributions) is deleted and replaced by the following: Each Participant may make voluntary after-tax contributions."
    assert fields(text).get("after_tax_allowed") != "frozen"


@pytest.mark.parametrize(
    "text",
    [
        f"{MAY}You can move after-tax money to the Roth side of your account. Do it once, or ask Fidelity to put it on autopilot for each new contribution.",
        f"{MAY}Fidelity's system looks each night for new after-tax contributions and changes them to Roth.",
        "Traditional after-tax: up to 12%\nIn-plan Roth conversion: automatic, once you switch it on at Fidelity",
        "Traditional after-tax contributions\n* Turned into Roth for you each payday.\n* Nothing to sign.",
        "Traditional after-tax | up to 12%\nRoth in-plan conversion | on-line; set up once and it repeats each payroll, or do one at a time",
    ],
)
def test_what_goes_on_by_itself(text: str) -> None:
    assert fields(text)["in_plan_conversion"] == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        f"{MAY}You can move after-tax money to the Roth side of your account. Do it online. Your election repeats each payday.",
        f"{MAY}Once the after-tax contribution is in, call Schwab and have it converted to Roth in the plan.",
        f"{MAY}After-tax money can be converted to Roth in the plan. Benefits staff cannot convert it for you.",
    ],
)
def test_what_one_asks_for(text: str) -> None:
    assert fields(text)["in_plan_conversion"] == "on-request"


def test_what_was_converted_is_no_leave_to_convert() -> None:
    assert "in_plan_conversion" not in fields(f"{MAY}Once converted to Roth each payday's earnings are tax free.")


@pytest.mark.parametrize(
    "text",
    [
        "Getting at your money while employed\n* After-tax savings: any time, any reason, but the match stops for three months if you take out recent savings.",
        "In-service withdrawals of after-tax contributions are allowed, and participants may withdraw other vested amounts at 59 1/2.",
        "After-tax contributions (prior plan)\nAn associate with an old After-Tax Account may withdraw all of it at any time.",
        "I left the after-tax alone and did not convert. Can I get it out?\nYes.\nAfter-tax contributions may be taken out while you work here.",
    ],
)
def test_what_comes_out_while_one_works(text: str) -> None:
    assert fields(text)["in_service_withdrawal"] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        f"{MAY}From then on every after-tax deposit flips to Roth the same day.",
        f"{MAY}Call to convert, or elect online to have your after-tax savings converted to Roth every day they arrive.",
    ],
)
def test_every_deposit_becomes_roth(text: str) -> None:
    assert fields(text)["in_plan_conversion"] == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        "In-Plan Roth Conversion\n\n3.1 Election.\n",  # a number and a title are no answer
        "You may convert your after-tax account to Roth in the plan. The committee may let you convert each deposit by a standing election.",
        "The committee intends a standing conversion of each deposit.",
    ],
)
def test_where_nobody_can_tell_how_it_goes(text: str) -> None:
    assert "in_plan_conversion" not in fields(MAY + text)


def test_other_things_that_go_by_themselves_leave_it_on_request() -> None:
    text = "You may convert your after-tax account to Roth in the plan. You are automatically enrolled at 3%. Converted amounts are valued daily."
    assert fields(MAY + text)["in_plan_conversion"] == "on-request"


def test_they_may_be_taken_out_and_become_roth() -> None:
    told = fields(f"{MAY}They may be taken out at any time, and you can have Schwab convert them to Roth by a form.")
    assert (told["in_service_withdrawal"], told["in_plan_conversion"]) == ("yes", "on-request")


@pytest.mark.parametrize(
    ("day", "says"), [("September 9, 2022", "yes"), ("September 9, 2026", None)]
)  # fmt: skip
def test_what_an_old_paper_says_will_begin_has_begun(day: str, says: str | None) -> None:
    text = f"Last revised {day}\n\n{MAY}You will be able to withdraw traditional after-tax money once a quarter, just as in your account of today."
    assert fields(text).get("in_service_withdrawal") == says


def test_it_is_the_money_of_the_sentence_before() -> None:
    text = "The plan has not taken traditional after-tax contributions since 2009. What is there stays invested, and you may draw it out once each quarter."
    assert fields(text)["in_service_withdrawal"] == "yes"


def test_a_cap_together_is_one_on_what_stands_above_it() -> None:
    told = fields(
        "Your contributions\nPre-tax 1%-60%\nRoth 1%-60%\n(together not above 60%)\nTraditional after-tax 1%-8%\n"
    )
    assert told["deferral_cap_percent"] == "60"
    assert "combined_cap_percent" not in told


def test_what_is_left_after_deferrals_bounds_no_deferral() -> None:
    text = "What is the most I can put in?\n\n20% of eligible pay per paycheck, and for the year what is left under the overall limit after your deferrals and the match."
    assert "deferral_cap_percent" not in fields(text)


def test_years_that_are_gone_tell_nothing_of_a_true_up() -> None:
    text = "The Company matches 50% of the first 6% of pay. During 2009 and 2010 the match was suspended; no make-up was or will be made for those years."
    assert "true_up" not in fields(text)


def test_a_verb_that_goes_on_parts_two_caps() -> None:
    told = fields(
        "You may contribute up to 40% of pay as Roth or pre-tax deferrals, and may contribute up to 8% after-tax."
    )
    assert (told["deferral_cap_percent"], told["after_tax_cap_percent"]) == ("40", "8")
    assert "combined_cap_percent" not in told
