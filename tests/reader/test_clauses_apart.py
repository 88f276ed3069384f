"""What a clause, a relative clause or the sentence behind it says of the money in question, and what it says of other money."""

from __future__ import annotations

import itertools

import pytest
from tests.reader.said import fields, tiers

PLAN = "The 401(k) Plan accepts pre-tax, Roth and after-tax contributions.\n\n"
ROTH_ONLY = "The 401(k) Plan accepts pre-tax and Roth contributions.\n\n"
WHICH = ("that you do not convert", "which have not been converted", "that were never rolled over", "that you have not elected to convert")  # fmt: skip
OUT = ("can be withdrawn at any time", "may be taken out whenever you like while you are employed", "are available for in-service withdrawal for any reason")  # fmt: skip


@pytest.mark.parametrize("which", WHICH)
@pytest.mark.parametrize("out", OUT)
def test_a_relative_clause_denies_nothing(which: str, out: str) -> None:
    assert fields(PLAN + f"After-tax contributions {which} {out}.")["in_service_withdrawal"] == "yes"


@pytest.mark.parametrize(
    ("before", "own"),
    [
        (before, own)
        for before, own in itertools.product(
            ("Loans and hardship distributions are available", "Pre-tax amounts may be taken only in a hardship", "Company money is available at 59½"),
            ("after-tax contributions can be withdrawn at any time", "you may withdraw your after-tax account once every six months for any reason"),
        )
    ],
)  # fmt: skip
def test_each_money_has_its_own_clause(before: str, own: str) -> None:
    assert fields(PLAN + f"{before}, and {own}.")["in_service_withdrawal"] == "yes"


@pytest.mark.parametrize("need", ["age or hardship", "age and length of service", "age, or financial need", "hardship or any other reason"])  # fmt: skip
def test_several_hindrances_that_there_are_not(need: str) -> None:
    said = f"After-tax contributions and their earnings may be withdrawn at any time without regard to {need}."
    assert fields(PLAN + said)["in_service_withdrawal"] == "yes"


@pytest.mark.parametrize(
    "said",
    [
        "If you terminate employment, loans fall due and after-tax contributions can be withdrawn.",
        "Hardship distributions are available, and after-tax contributions can be withdrawn after you leave.",
        "After-tax contributions that you do not withdraw are paid at age 65.",
    ],
)
def test_what_only_looks_like_leave_to_withdraw(said: str) -> None:
    assert fields(PLAN + said).get("in_service_withdrawal") != "yes"


@pytest.mark.parametrize(
    "said",
    [
        "Our plan doesn't take after-tax contributions.",
        "Plans like ours do not accept after-tax savings, so you cannot do it here.",
        "The parties did not agree to a loan program, and the plan does not take after-tax savings.",
        "After-tax contributions are not permitted under this Plan.",
        "No further after-tax contributions have been accepted since January 1, 2009.",
    ],
)
def test_whatever_after_tax_means_none_of_it_is_taken(said: str) -> None:
    assert fields(ROTH_ONLY + said)["after_tax_allowed"] in ("no", "frozen")


@pytest.mark.parametrize(
    "said",
    [
        "We match pre-tax contributions. Contributions you make after-tax do not.",
        "For the match, your after-tax contributions are not taken into account.",
        "“After-Tax Contributions” means contributions made by a Participant that are not excluded from income.",
        "Highly compensated employees may not make after-tax contributions.",
    ],
)
def test_what_denies_something_else_is_no_ban(said: str) -> None:
    assert fields(PLAN + said).get("after_tax_allowed") != "no"


@pytest.mark.parametrize("name", ["Thrift Account", "Voluntary Savings Account", "Account B Sub-Account"])
def test_an_account_is_named_by_what_it_holds(name: str) -> None:
    said = f"{name} — your after-tax contributions\n\nYou may withdraw from the {name} at any time, for any reason.\n"
    assert fields(ROTH_ONLY + said)["in_service_withdrawal"] == "yes"


def test_a_roth_account_named_so_is_none() -> None:
    said = "Thrift Account — your Roth contributions\n\nYou may withdraw from the Thrift Account at any time, for any reason.\n"
    assert "in_service_withdrawal" not in fields(ROTH_ONLY + said)


def test_these_defines_what_was_spoken_of_before() -> None:
    said = "4.05 Voluntary Employee Contributions. A Participant may make Voluntary Employee Contributions. These are after-tax contributions that are not Roth contributions. They may not exceed $25,000 a year."
    assert fields(ROTH_ONLY + said)["after_tax_allowed"] == "yes"


def test_what_roth_is_stands_below_roth() -> None:
    said = "Roth\n\n- Contribute after-tax dollars\n- Take tax-free withdrawals after five years\n"
    assert "after_tax_allowed" not in fields("The 401(k) plan has pre-tax and Roth.\n\n" + said)


@pytest.mark.parametrize("rate", [50, 25])
@pytest.mark.parametrize(
    "reach",
    [
        "In applying this match, only deferrals up to {reach} of your compensation will be considered.",
        "Deferrals in excess of {reach} of pay are not matched.",
        "The employer will not match contributions that exceed {reach} of your compensation.",
        "Only the first {reach} of pay that you defer counts.",
        "Any amounts you contribute above {reach} of earnings are disregarded.",
    ],
)
def test_the_next_sentence_tells_how_far_the_match_reaches(rate: int, reach: str) -> None:
    said = f"Your Employer will make a matching contribution equal to {rate}% of your salary deferrals. {reach.format(reach='6%')}"
    assert fields(ROTH_ONLY + said)["match"] == tiers((rate, 6))


def test_the_most_of_the_match_is_no_reach() -> None:
    said = "The matching contribution equals 50% of your deferrals. The match will not exceed 3% of your pay."
    assert fields(ROTH_ONLY + said).get("match") in (None, tiers((50, 6)))


def test_an_example_is_no_second_formula() -> None:
    said = "The matching contribution equals 100% of the first 3% of pay you contribute, plus 50% of the next 2%.\n\nExample\n\nMaria earns $1,200. The matching contribution is $36 (100% of 3%) plus $12 (50% of 2%), or $48 in all.\n"
    assert fields(ROTH_ONLY + said)["match"] == tiers((100, 3), (50, 2))


@pytest.mark.parametrize(
    ("said", "spills"),
    [
        ("When I reach the IRS limit, will it flow over into after-tax? No, the system just stops.", "no"),
        ("When I reach the IRS limit, do my contributions continue as after-tax? Yes, without a new election.", "yes"),
        ("If you have elected it, your deferrals continue as after-tax contributions with the first paycheck after you reach $24,500.", "yes"),
        ("The plan will treat the same percentage as traditional after-tax contributions once you have reached the annual limit.", "yes"),
        ("When you reach the IRS limit you may elect to change to after-tax contributions.", None),
        ("You can make after-tax contributions once you reach $24,500.", None),
    ],
)  # fmt: skip
def test_deferrals_that_go_on(said: str, spills: str | None) -> None:
    assert fields(PLAN + said).get("spillover") == spills


@pytest.mark.parametrize(
    ("said", "at", "catch"),
    [
        ("Which of my contributions does the company match?\n\nAll of them.", "yes", None),
        ("Company match\n\nThe company contributes $1 for every $1 you contribute on a pre-tax, Roth or after-tax basis, up to 6% of pay.", "yes", None),
        ("Company match\n\nSavings above 4% are not matched, and neither is the extra amount that employees 50 and over may save.", None, "no"),
        ("Do catch-up contributions count?\n\nYes, they are treated like any other contribution for the match.", None, "yes"),
        ("Company match\n\nThe match is 50% of the first 4% of pay. The plan doesn't accept rollovers of after-tax contributions.", None, None),
    ],
)  # fmt: skip
def test_which_money_is_matched(said: str, at: str | None, catch: str | None) -> None:
    told = fields(PLAN + said)
    assert (told.get("match_on_after_tax"), told.get("match_on_catch_up")) == (at, catch)


@pytest.mark.parametrize(
    "said",
    [
        "The county does not contribute to, or match contributions in, the Supplemental 401(k).",
        "There is no match for associates or staff in the 401(k) plan.",
        "The university does not match contributions to the supplemental plan.",
    ],
)
def test_no_match_in_other_words(said: str) -> None:
    assert fields(ROTH_ONLY + said)["match"] == "none"


@pytest.mark.parametrize(
    ("said", "rate", "reach"),
    [
        ("The Company will match 50% of 8% of the wages that the employee defers, provided that total matching contributions do not exceed 4% of pay.", 50, 8),
        ("The Company provides a matching contribution equal to 25% of 8% of the pay you defer, for a maximum match of 2% of pay.", 25, 8),
        ("The match equals the employees’ salary deferral contributions up to 3% of eligible compensation.", 100, 3),
        ("The matching contribution equals your elective deferrals that do not exceed 4% of your compensation.", 100, 4),
    ],
)  # fmt: skip
def test_a_formula_that_its_bound_confirms(said: str, rate: int, reach: int) -> None:
    assert fields(ROTH_ONLY + said)["match"] == tiers((rate, reach))


def test_a_formula_that_its_bound_contradicts_is_none() -> None:
    said = "The Company will match 50% of 8% of the wages that the employee defers, provided that the match does not exceed 3% of pay."
    assert "match" not in fields(ROTH_ONLY + said)


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("Matching contributions are made each quarter, and in no event will the match made for you for a year exceed $4,000.", "4000"),
        ("In no event may your own contributions exceed $4,000.", None),
    ],
)  # fmt: skip
def test_the_most_of_the_match_behind_its_verb(said: str, most: str | None) -> None:
    told = fields(ROTH_ONLY + f"Company match\n\nThe match is 50% of the first 6% of pay. {said}")
    assert (told.get("match_limits") or {}).get("max_dollars") == most


@pytest.mark.parametrize(
    "said",
    [
        "You may also elect to make voluntary after-tax contributions without first having reached the section 402(g) limit.",
        "It makes no difference whether you have made voluntary after-tax contributions before.",
        "Voluntary after-tax contributions are not subject to the 402(g) limit.",
        "There are no voluntary after-tax contributions in your account.",
        "Voluntary after-tax contributions cannot be made by check.",
        "There is no spillover to voluntary after-tax contributions.",
        "There is no limit on voluntary after-tax contributions but that of the law.",
        "The plan has no match on voluntary after-tax contributions.",
    ],
)
def test_a_denial_of_something_else_is_no_refusal(said: str) -> None:
    assert fields(ROTH_ONLY + said).get("after_tax_allowed") != "no"


@pytest.mark.parametrize(
    "said",
    [
        "Besides Roth, there are no after-tax contributions here.",
        "The Plan has no provision for voluntary after-tax contributions.",
        "No other employee contributions (such as voluntary after-tax contributions) are permitted.",
        "The bank does not match after-tax contributions, since the Plan does not provide for them.",
        "Members don't have an after-tax option in this plan.",
        "After-tax contributions aren't something we offer.",
        "You will not be able to make after-tax contributions.",
        "Voluntary after-tax contributions: none.",
    ],
)
def test_a_refusal_in_many_shapes(said: str) -> None:
    assert fields(ROTH_ONLY + said)["after_tax_allowed"] == "no"


def test_what_converts_on_a_day_of_its_own_converts_by_itself() -> None:
    said = "After-tax contributions may be made. From then on, after-tax dollars convert to Roth each pay date."
    assert fields(PLAN + said)["in_plan_conversion"] == "automatic"


@pytest.mark.parametrize(
    ("said", "converts"),
    [
        ("You may convert traditional after-tax savings, vested company contributions, and pre-tax savings if you are 59½.", "on-request"),
        ("You may convert traditional after-tax savings if you are 59½.", None),
        ("Once you are 59½ you may convert traditional after-tax savings and pre-tax savings to Roth in the plan.", None),
    ],
)  # fmt: skip
def test_an_age_that_is_for_other_money(said: str, converts: str | None) -> None:
    assert fields(PLAN + f"Roth in-plan conversion\n\n{said}").get("in_plan_conversion") == converts


def test_a_list_by_letters_has_as_many_items() -> None:
    said = 'You may make the following contributions:\n\na. Pre-Tax Contributions\nb. Roth Contributions\nc. Voluntary After-Tax Contributions ("VATC")\nd. Catch-Up Contributions\n\nVATC may be withdrawn at any time.\n'
    told = fields("Types of contributions to the 401(k) plan.\n\n" + said)
    assert (told["after_tax_allowed"], told["in_service_withdrawal"]) == ("yes", "yes")


@pytest.mark.parametrize(
    "basic",
    [
        "Each member may elect to contribute not less than 1% nor more than 7% of base earnings as basic contributions.",
        "You can make Basic Contributions to the Plan of 1% to 7% of your compensation.",
        "You may make thrift contributions of between 2% and 7% of pay.",
    ],
)
def test_what_is_basic_is_said_elsewhere(basic: str) -> None:
    word = "thrift" if "thrift" in basic else "basic"
    said = f"{basic} Matching contributions\n\nThe company match equals 80% of your {word} contributions for the pay period."
    assert fields(ROTH_ONLY + said)["match"] == tiers((80, 7))


def test_no_match_may_be_more() -> None:
    said = "Company match\n\nThe match is 50% of the first 6% of pay. No matching contribution may be greater than $9,000 for any plan year."
    assert fields(ROTH_ONLY + said)["match_limits"] == {"max_dollars": "9000"}


@pytest.mark.parametrize(
    "said",
    [
        "The Plan once permitted participants to contribute on an after-tax basis. This feature was suspended for all participants in 2015.",
        "We once permitted voluntary after-tax contributions.",
        "After-tax contributions may not be made unless and until the company reinstates the feature, which it suspended in 2015.",
    ],
)
def test_once_permitted_is_no_permission(said: str) -> None:
    assert fields(ROTH_ONLY + said).get("after_tax_allowed") in (None, "frozen", "no")


@pytest.mark.parametrize(
    "said",
    [
        "While employed, participants may withdraw after-tax contributions at any time and, upon attaining age 59½, any portion of their vested account.",
        "Participants may withdraw vested balances upon reaching age 59½ and after-tax and rollover balances at any time while employed.",
        "After-tax money that you've chosen not to convert can be withdrawn any time.",
    ],
)
def test_an_age_for_the_rest(said: str) -> None:
    assert fields(PLAN + said)["in_service_withdrawal"] == "yes"


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        ("The match equals 100% of the first 3% of compensation for the quarter which you deferred, plus 25% of the next 4% of compensation for the quarter which you deferred.", ((100, 3), (25, 4))),
        ("We match a dollar for each of your dollars on the first 3% of pay, then fifty cents per dollar on the next 2%.", ((100, 3), (50, 2))),
    ],
)  # fmt: skip
def test_tiers_of_a_quarter_and_of_dollars(said: str, pairs: tuple[tuple[int, int], ...]) -> None:
    assert fields(ROTH_ONLY + said)["match"] == tiers(*pairs)


def test_what_counts_for_the_match_is_no_cap() -> None:
    said = "Match\n\nThe company matches 50% of the first 6% of pay. Only pre-tax and Roth contributions up to 6% of pay count."
    assert "deferral_cap_percent" not in fields(ROTH_ONLY + said)
