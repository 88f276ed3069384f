"""Money that leaves or converts while one is employed: its own item of a list, its own cell, its own answer."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

TAKES = "You may make voluntary (non-Roth) after-tax contributions.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "You may withdraw any part of your after-tax savings account at any time by calling the service line.",
        "The Plan permits withdrawals by active members of their after-tax contributions, rollover contributions and, after attaining age 59 1/2, any other vested money.",
        "Withdrawals in service are available for several reasons, including hardship, attainment of age 59 1/2 and, at any time, from after-tax accounts.",
        "While employed you may withdraw: after-tax and Roth conversion money (at any time; at most twice a year); rollover money (at any time); all money at 59 1/2.",
        "Non-Hardship Withdrawals\n\nAt any time you may withdraw, in this order: (i) after-tax contributions made before 1987; (ii) other after-tax contributions, with their share of earnings; (iii) rollovers.",
        "Members who have an after-tax account may continue to withdraw from it once every quarter.",
        "After-tax contributions are held in an account of their own. You can withdraw them or convert them to Roth in the plan at any time.",
        "May I withdraw my after-tax contributions?\nYou may, in amounts of $250 or more. There is no suspension and no need to give a reason.",
        "What withdrawals may be made from my after-tax account?\nAny part of it, at any time, but no more than twice a year.",
        "Loans                    One at a time\nVesting                  Three years\nInvestments              Fourteen funds\nWithdrawals in service   Hardship\n                         Age 59 1/2\n                         After-tax account (any time)",
    ],
)  # fmt: skip
def test_after_tax_money_may_leave(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Withdrawals in service are available for several reasons, including hardship, attainment of age 59 1/2 and, at any time, from rollover accounts.",
        "While employed you may withdraw: rollover money (at any time; at most twice a year); after-tax and other money at 59 1/2.",
        "May I withdraw my after-tax contributions?\nYou may, after you have reached age 59 1/2. There is no suspension.",
        "At any time you may withdraw, in this order: (i) rollovers; (ii) employer money held for five years.",
        "Members who have reached age 60 may withdraw from their after-tax account once every quarter.",
    ],
)  # fmt: skip
def test_what_is_said_of_other_money_or_of_an_age_is_no_leave(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") != "yes"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("You may convert your after-tax balance to Roth within the Plan as often as twice a calendar year.", 2),
        ("Conversions\n\nYou may convert after-tax money to Roth in the Plan. Conversions are processed on the last business day of each month.", 12),
        ("After-tax contributions may be converted to Roth within the Plan on a semi-annual basis.", 2),
        ("After-tax contributions are converted to Roth within the Plan at the end of each quarter.", 4),
        ("In-plan Roth conversion: Yes - any vested amount, three per plan year", 3),
        # How often money is taken out is not how often it is converted.
        ("While employed you may withdraw after-tax and Roth conversion money at any time, up to six times per year.", None),
    ],
)  # fmt: skip
def test_how_often_it_is_converted(text: str, times: int | None) -> None:
    assert fields(TAKES + text).get("conversions_per_year") == times


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Roth conversion\n\nYour after-tax contributions stay so until you tell us. You can convert as often as twice a year.", "on-request"),
        ("You may elect to transfer any vested amount in your Account, other than Roth amounts, to an In-Plan Roth Account, whether or not that amount could be distributed to you.", "on-request"),
        ('"can I convert my traditional to Roth?" yes, in the app.', None),
        ("Can I convert my traditional contributions to Roth? Yes, call us.", None),
    ],
)  # fmt: skip
def test_what_becomes_roth(text: str, said: str | None) -> None:
    assert fields(TAKES + text).get("in_plan_conversion") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When you reach the IRS limit your pre-tax and Roth contributions stop. To go on, elect after-tax contributions for the rest of the year; this does not happen by itself.", "no"),
        ("Once you reach the annual limit, these contributions stop. They do not roll over to after-tax.", "no"),
        ("Once you reach the annual limit, contributions roll over to after-tax automatically.", "yes"),
        ("Your election is kept for the next year; this does not happen by itself.", None),
    ],
)  # fmt: skip
def test_what_goes_on_at_the_limit(text: str, said: str | None) -> None:
    assert fields(TAKES + text).get("spillover") == said


def test_a_plan_that_names_one_occupation_in_its_title_is_for_everybody_in_it() -> None:
    rules = "A Pilot may contribute up to 10% of pay as after-tax contributions, and may convert them to Roth in the Plan at any time."
    told = fields(f"PILOTS' SAVINGS PLAN\n\nDesignated Roth contributions are accepted, too.\n\n{rules}")
    assert (told["after_tax_allowed"], told["in_plan_conversion"]) == ("yes", "on-request")
    others = fields(
        f"PILOTS' SAVINGS PLAN\n\nDesignated Roth contributions are accepted, too.\n\n{rules}\n\nA Nurse may not."
    )
    assert not others.keys() & {"after_tax_allowed", "in_plan_conversion"}


def test_without_roth_after_tax_is_what_it_says() -> None:
    money = "You may contribute up to 10% of pay after-tax."
    assert fields(f"{money}\n\nThe Plan does not offer Roth contributions.")["after_tax_allowed"] == "yes"
    assert "after_tax_allowed" not in fields(f"{money}\n\nThe Plan does not offer Roth loans, but Roth contributions.")


@pytest.mark.parametrize(
    "text",
    [
        "A Participant who has not had a Severance from Employment may withdraw all or part of his After-Tax Account at any time.",
        "The plan stopped after-tax contributions in 2015. If you've got an old after-tax balance, you can pull it out whenever you like.",
        "Until 2008 employees could contribute after-tax. If you have such an account, you may withdraw it twice a year.",
        "If you would like your after-tax money in a Roth, you can request an in-service rollover of your after-tax account to a Roth IRA at any time.",
        "                     Before-tax            After-tax\nTaxed when           You take it out       You put it in\nMatched?             Yes                   Yes\nGet it before        Age 59 1/2 or         Anytime\nage 59 1/2?          hardship only",
    ],
)  # fmt: skip
def test_who_has_some_may_take_it_out(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"


def test_what_is_left_out_of_a_conversion_is_other_money() -> None:
    text = "A participant may elect an in-plan Roth rollover of any vested account {}. Elections are accepted in March, June and September."
    told = fields(TAKES + text.format("except the match account"))
    assert (told["in_plan_conversion"], told["conversions_per_year"]) == ("on-request", 3)
    assert fields(TAKES + text.format("except the after-tax account"))["in_plan_conversion"] == "no"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Your before-tax contributions may not be more than $23,000. Once you get there, your percentage will be switched to after-tax contributions.", "yes"),
        ("Say what should happen when your deferrals reach the limit. If you do nothing, we will go on deducting the same percentage as after-tax contributions.", "yes"),
        ("Say what should happen when your deferrals reach the limit. If you like, you may go on with after-tax contributions.", None),
        ("You have to elect after-tax contributions once you reach the federal limit; the Plan does not switch you automatically.", "no"),
    ],
)  # fmt: skip
def test_whether_they_go_on(text: str, said: str | None) -> None:
    assert fields(TAKES + text).get("spillover") == said


@pytest.mark.parametrize(
    "text",
    [
        "You can withdraw all or part of your after-tax account as of any business day.",
        "You do not have to wait until you leave to take out your after-tax contributions.",
        "You are always able to take out your after-tax contributions.",
        "A member in active service may, by filing a form with the committee, withdraw all or any part of his after-tax contributions.",
        "To withdraw after-tax contributions, log in. You can do this up to four times a year.",
        "In-service withdrawals\n\nAfter-tax account: Available\nPre-tax account: Age 59 1/2",
        "Sources available for in-service withdrawal\n\n• After-tax\n• Rollover\n• Everything, once you are 59 1/2",
        "In-service withdrawals include: hardship, after-tax contributions, rollovers",
    ],
)  # fmt: skip
def test_leave_in_other_words(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "In-service withdrawals after age 59 1/2\n\nAfter-tax account: Available\nPre-tax account: Available",
        "In-service hardship withdrawals\n\n• After-tax\n• Pre-tax",
        "Sources available after you leave\n\n• After-tax\n• Rollover",
        "To withdraw from participation, log in. You can do this up to four times a year.",
        "In-service withdrawals include: hardship, rollovers",
        "You do not have to wait until you leave to change your after-tax contributions.",
    ],
)  # fmt: skip
def test_no_leave_in_other_words(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") != "yes"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Museum contributions may not be converted to Roth inside the plan.", None),
        ("Safe harbor money cannot be converted to Roth inside the plan.", None),
        ("After-tax money can't be converted to Roth inside the plan.", "no"),
        ("Your contributions may not be converted to Roth inside the plan.", "no"),
    ],
)
def test_a_refusal_of_other_money_is_none_of_this(text: str, said: str | None) -> None:
    assert fields(TAKES + text).get("in_plan_conversion") == said


def test_a_numbered_line_alone_is_a_heading() -> None:
    table = "8.  Withdrawals during employment\n\n   Source                        When available\n   ----------------------        ------------------\n   Pre-tax deferrals             Hardship; age 59 1/2\n   After-tax contributions       At any time\n   Company match                 Age 59 1/2\n"
    assert fields(TAKES + table)["in_service_withdrawal"] == "yes"
    items = "You may make:\n\n1.  Pre-tax contributions\n2.  Roth contributions\n3.  Traditional after-tax contributions\n\nYou may change them."
    assert fields(items)["after_tax_allowed"] == "yes"


def test_what_is_short_for_voluntary_after_tax_contributions() -> None:
    takes = "You may make voluntary after-tax employee contributions. These are not Roth deferrals.\n\n"
    assert (
        fields(f"{takes}You may withdraw your voluntary contributions at any time while employed.")[
            "in_service_withdrawal"
        ]
        == "yes"
    )
    other = "You may also make voluntary pre-tax contributions.\n\n"
    assert "in_service_withdrawal" not in fields(
        f"{takes}{other}You may withdraw your voluntary contributions at any time while employed."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Money can be taken out while employed for: hardship; age 59 1/2; disability; and, from after-tax contributions, on request at any time.",
        "If you have a balance in an after-tax account from earlier years, it may be withdrawn whenever you wish.",
        "Outside the plan: Take an in-service withdrawal of your after-tax money and roll it to a Roth IRA at any time.",
        "Withdrawals while employed\n\nRollover and after-tax sources are available at any time.",
    ],
)  # fmt: skip
def test_its_own_item_and_its_own_words(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "You may withdraw after-tax contributions once a year after completing five years of participation.",
        "Withdrawals of after-tax contributions made to the Beta plan may be made at any time.",
        "Withdrawals after age 59 1/2\n\n• After-tax\n• Pre-tax",
        "Termination of employment\n\nYour after-tax account is available on request.",
        "Distributable events: death, disability, termination. After-tax contributions are available at any time following one of them.",
        "In-service withdrawals: after-tax contributions held for two years.",
    ],
)  # fmt: skip
def test_time_other_plans_and_other_events_give_no_leave(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") != "yes"


def test_a_closed_list_for_other_money_closes_nothing_for_this() -> None:
    text = "Withdrawals while employed\n\nBefore-tax and Roth contributions may be withdrawn only at age 59 1/2 or for hardship."
    assert "in_service_withdrawal" not in fields(TAKES + text)
    whole = text.replace("Before-tax and Roth contributions may be withdrawn", "You may withdraw money")
    assert fields(TAKES + whole).get("in_service_withdrawal") == "no"


def test_what_counts_for_the_match_is_no_cap_and_a_doubtful_bound_no_match() -> None:
    said = (
        "The Firm matches 50% of deferrals up to 4% of pay. Only deferrals up to 4% of compensation will be considered."
    )
    assert "deferral_cap_percent" not in fields(said)
    assert "match" not in fields(
        "The Company Match is one-half of your contributions, but not more than 3% of your pay."
    )


@pytest.mark.parametrize(
    "text",
    [
        "A member with an after-tax balance may withdraw it no more than once every six months.",
        "Can I still take out my after-tax contributions whenever I want?\nYes, but withdrawals will be limited to two a year.",
    ],
)
def test_who_has_a_balance_and_whenever_one_wants(text: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == "yes"
