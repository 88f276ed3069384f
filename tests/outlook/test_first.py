"""The waterfall: rooms by the rules, cash poured down the order, and pay beside the plan; worked by hand."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.outlook.households import CASH, first, household, room, should

from megaroth.household.outlook_file import USUAL_ORDER
from megaroth.kit.money import NO_LIMIT, ZERO, Money, dollars
from megaroth.outlook.answers import WorthAnswer
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.should import ShouldAnswer
from megaroth.questions import outlook

FULL: dict[str, Any] = {
    "cash": {"savings": 10_000, "monthly_spending": 4_000, "months_wanted": 5, "to_save": 100_000},
    "debts": [{"name": "card", "balance": 3_000, "rate_percent": 20}, {"name": "house", "balance": 200_000, "rate_percent": 4}],
    "hsa": {"coverage": "family", "employer": 1_000, "so_far": 500},
    "espp": [{"job": "Initech", "discount_percent": 15, "max_percent": 10}],
    "people": {"ana": {"born": "1970-03-14", "ira": {"year_end_value": 0, "basis": 0}}},
    "magi": 400_000,
    "first": {"college": 2_000, "order": list(USUAL_ORDER)},
}  # fmt: skip


def test_every_room_is_that_of_the_rules() -> None:
    """Age 56 in 2026, pay 200,000: each figure by hand."""
    places = {place.step: place.room for place in first(**FULL).places}
    assert places == {
        "emergency-cash": dollars(10_000),  # 5 x 4,000 - 10,000
        "match": dollars(12_000),  # 6% of 200,000
        "high-rate-debt": dollars(3_000),  # 20% is above 5 + 2.5; 4% is not
        "espp": dollars(20_000),  # 10% of 200,000, below 85% of 25,000
        "hsa": dollars(8_250),  # 8,750 + 1,000 - 1,000 - 500
        "deferral": dollars(12_500),  # 24,500 - 12,000
        "catch-up": dollars(8_000),
        "backdoor-roth-ira": dollars(8_600),  # 7,500 + 1,100
        "after-tax": dollars(41_500),  # 72,000 - 24,500 - 6,000
        "college-529": dollars(2_000),
        "taxable": NO_LIMIT,
    }


@pytest.mark.parametrize(
    ("wages", "says"),
    [
        (
            "unknown",
            "It is taken as Roth, for last year's wages are not stated: at $150,000.00 or less it may be pre-tax.",
        ),
        (150_001, "It must be Roth: last year's wages at Initech were above $150,000.00."),
        (150_000, ""),
    ],
)
def test_the_catch_up_says_why_it_is_roth(wages: int | str, says: str) -> None:
    answer = first(**FULL, job={"last_year_fica_wages": wages})
    (place,) = [place for place in answer.places if place.step == "catch-up"]
    assert [note for note in place.notes if "Roth" in note] == [says] * bool(says)


def test_cash_goes_down_the_list_and_pre_tax_costs_less() -> None:
    """Flat to the cent by the brackets of 2026: 200,000 less 16,100 is in the 24% bracket (single, from 105,700 to 201,775)."""
    answer = first(**{**FULL, "cash": {**FULL["cash"], "to_save": 50_000}, "people": {"ana": {"born": "1986-03-14"}}})
    fills = {place.step: (str(place.fills), str(place.cost)) for place in answer.places}
    assert fills["emergency-cash"] == ("$10,000.00", "$10,000.00")
    assert fills["match"] == ("$12,000.00", "$9,120.00")  # 76% of 12,000
    assert fills["high-rate-debt"] == ("$3,000.00", "$3,000.00")
    assert fills["espp"] == ("$20,000.00", "$20,000.00")
    assert fills["hsa"] == ("$7,250.00", "$5,510.00")
    # 50,000 - 10,000 - 9,120 - 3,000 - 20,000 - 5,510 = 2,370 left, which defers 2,370 / 0.76 = 3,118.42
    assert fills["deferral"] == ("$3,118.42", "$2,370.00")
    assert fills["after-tax"] == ("$0.00", "$0.00")
    assert answer.left == ZERO


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 400_000_00), st.permutations(USUAL_ORDER), st.integers(1, 11))
def test_nothing_is_lost_and_no_step_overflows(cents: int, order: list[str], steps: int) -> None:
    cash = {**FULL["cash"], "to_save": f"{cents // 100}.{cents % 100:02d}"}
    answer = first(**{**FULL, "cash": cash, "first": {"order": order[:steps], "college": 2_000}})
    assert [place.step for place in answer.places] == order[:steps]
    spent = ZERO
    for place in answer.places:
        assert place.fills is not None
        assert place.cost is not None
        assert place.room is not None
        assert ZERO <= place.cost <= place.fills <= place.room
        spent = spent + place.cost
    assert answer.left is not None
    assert spent + answer.left == Money(cents)
    # A step left short means that nothing is left: at most the cents that buy no further cent before tax.
    if any(place.fills is not None and place.room is not None and place.fills < place.room for place in answer.places):
        assert answer.left <= Money(1)


def test_the_room_is_by_the_rules_not_by_the_wish() -> None:
    wished = first(
        job={"wishes": {"deferral": 5_000, "after_tax": "none"}}, **{**FULL, "people": {"ana": {"born": "1986-03-14"}}}
    )
    deferral, after_tax = wished.place("deferral"), wished.place("after-tax")
    assert deferral is not None
    assert deferral.room == dollars(12_500)
    assert after_tax is not None
    assert after_tax.room == dollars(41_500)


def test_what_is_not_stated_is_asked_for_and_takes_nothing() -> None:
    answer = first(cash={"to_save": 1_000_000})
    for step in ("emergency-cash", "high-rate-debt", "hsa"):
        place = answer.place(step)
        assert place is not None
        assert (place.room, place.fills) == (None, None)
        assert place.ask.startswith("Add ")
    assert first().places[0].fills is None
    assert first().findings[-1].code == "to-save-unknown"


def test_an_order_of_ones_own_is_told_and_warned_of() -> None:
    codes = [finding.code for finding in first(first={"order": ["after-tax", "match", "taxable"]}).findings]
    assert codes == ["to-save-unknown", "own-order", "after-tax-before-match"]
    assert "match-left-out" in [finding.code for finding in first(first={"order": ["taxable"]}).findings]


@pytest.mark.parametrize(("rate", "room_"), [("7.49", 0), ("7.5", 9_000)])
def test_a_debt_is_dear_from_the_assumed_growth_on(rate: str, room_: int) -> None:
    place = first(debts=[{"name": "loan", "balance": 9_000, "rate_percent": rate}]).place("high-rate-debt")
    assert place is not None
    assert place.room == dollars(room_)
    own = first(debts=[{"name": "loan", "balance": 9_000, "rate_percent": rate}], first={"high_rate_percent": 5}).place(
        "high-rate-debt"
    )
    assert own is not None
    assert own.room == dollars(9_000)


def test_stock_that_vests_is_taxed_more_than_is_withheld() -> None:
    """Wages 200,000 - 24,500 + 100,000 of stock, single: taxable 159,400 to 259,400 without and with the stock.

    24% up to 201,775 (42,375 x 24% = 10,170), 32% up to 256,225 (54,450 x 32% = 17,424), 35% on 3,175 (1,111.25):
    28,705.25 due. Withheld: 22,000.
    """
    answer = first(job={"other_wages": 100_000}, vests=[{"job": "Initech", "value": 100_000}])
    (vest,) = answer.vests
    assert (str(vest.withheld), str(vest.due), str(vest.short), str(vest.cash)) == (
        "$22,000.00", "$28,705.25", "$6,705.25", "$71,294.75",
    )  # fmt: skip
    own = first(
        job={"other_wages": 100_000}, vests=[{"job": "Initech", "value": 100_000, "withheld_percent": 37}]
    ).vests[0]
    assert (str(own.withheld), str(own.short), str(own.cash)) == ("$37,000.00", "$0.00", "$63,000.00")


def test_above_a_million_the_higher_flat_rate_is_withheld() -> None:
    (vest,) = first(job={"other_wages": 1_500_000}, vests=[{"job": "Initech", "value": 1_500_000}]).vests
    assert vest.withheld == dollars(220_000 + 185_000)


def test_deferred_pay_lowers_the_room() -> None:
    """Pay 60,000: deferring 10,000 of it leaves 50,000 of 415 pay; match 3,000 -> 3,000 (6% of pay, half)."""
    low = {"job": {"pay": 60_000, "last_year_pay": 60_000}, "deferred_pay": [{"job": "Initech", "amount": 10_000}]}
    (each,) = first(**low).deferred
    assert (str(each.room_without), str(each.room_with)) == (
        "$33,700.00",
        "$24,000.00",
    )  # 60 - 24.5 - 1.8; 50 - 24.5 - 1.5
    assert each.pay_415_with == dollars(50_000)
    not_lowered = first(
        **{**low, "deferred_pay": [{"job": "Initech", "amount": 10_000, "lowers_eligible_pay": "no"}]}
    ).deferred[0]
    assert not_lowered.room_with == not_lowered.room_without


@pytest.mark.parametrize(("amount", "stays"), [(40_000, False), ("39_999.99", True)])
def test_deferred_pay_may_end_being_highly_compensated(amount: Any, stays: bool) -> None:
    (each,) = first(deferred_pay=[{"job": "Initech", "amount": amount}]).deferred
    assert each.is_hce_next_year is stays


@pytest.mark.parametrize(("year", "amount", "stays"), [(2024, 45_000, False), (2024, "44_999.99", True), (2023, 50_000, False),
                                                       (2023, "49_999.99", True)])  # fmt: skip
def test_next_year_tests_this_year_s_pay_by_this_year_s_line(year: int, amount: Any, stays: bool) -> None:
    """Pay of 2024 is tested in 2025 by the line published for 2024, 155,000 (2023: 150,000; 2025: 160,000)."""
    (each,) = first(year=year, deferred_pay=[{"job": "Initech", "amount": amount}]).deferred
    assert each.is_hce_next_year is stays


def test_roth_or_pre_tax_turns_with_the_later_rate() -> None:
    lower = first(outlook={"rate_later_percent": "23.9"}).roth_or_pre_tax[0].says
    higher = first(outlook={"rate_later_percent": "24.1"}).roth_or_pre_tax[0].says
    same = first(outlook={"rate_later_percent": 24}).roth_or_pre_tax[0].says
    assert lower.startswith("Pre-tax deferral is ahead of Roth: your next dollar is taxed at 24% now")
    assert higher.startswith("Roth deferral is ahead of pre-tax: your next dollar is taxed at 24% now")
    assert same.startswith("Pre-tax and Roth deferral come to the same")


@pytest.mark.parametrize(
    ("code", "here", "there", "says", "says_there"),
    [
        ("access", {"people": {"ana": {"born": "1967-01-01"}}}, {"people": {"ana": {"born": "1966-12-31"}}},
         "a Roth 401(k) waits until you leave or turn 59½", "You are past 59½"),
        ("plan-and-ira", {"plan": {"roth_deferrals": "yes"}}, {"plan": {"roth_deferrals": "no", "in_plan_conversion": "no", "in_service_withdrawal": "yes"}}, "Together that is $32,000.00.", "has no Roth deferrals"),
        # Single in 2026: a direct contribution shrinks from 153,000 (by whole tens of dollars) and ends at 168,000 of income.
        ("plan-and-ira", {"magi": "153_019.99"}, {"magi": 153_020}, "takes $7,500.00, directly.", "of it directly, the rest by the back door"),
        ("plan-and-ira", {"magi": 167_999}, {"magi": 168_000}, "of it directly", "only by the back door"),
    ],
)  # fmt: skip
def test_a_sentence_on_roth_turns(
    code: str, here: dict[str, Any], there: dict[str, Any], says: str, says_there: str
) -> None:
    this, other = (
        next(each for each in first(**parts).roth_or_pre_tax if each.code == code) for parts in (here, there)
    )
    assert says in this.says
    assert says_there in other.says


def test_the_marginal_rate_is_after_what_was_put_in() -> None:
    assert str(first(**FULL).rate_now) == "24%"


def test_pro_rata_is_checked() -> None:
    people = {"ana": {"born": "1986-03-14", "ira": {"year_end_value": 92_500, "basis": 0}}}
    place = first(people=people, magi=400_000).place("backdoor-roth-ira")
    assert place is not None
    assert "$6,937.50 of the $7,500.00 converted would be taxed" in place.notes[0]


def test_a_couple_has_rooms_of_both() -> None:
    two = household()
    people = {"ana": {"born": "1986-03-14"}, "ben": {"born": "1988-01-01"}}
    jobs = [two["jobs"][0], {**two["jobs"][0], "name": "Ben's", "person": "ben", "pay": 100_000}]
    places = {place.step: place.room for place in first(people=people, jobs=jobs, filing="joint").places}
    assert places["match"] == dollars(18_000)
    assert places["deferral"] == dollars(31_000)
    assert places["backdoor-roth-ira"] == dollars(15_000)


def test_no_plan_of_the_household_is_open() -> None:
    place = first(plan={"after_tax_allowed": "no"}).place("after-tax")
    assert place is not None
    assert place.room == ZERO
    assert first(plan={"after_tax_allowed": "unknown"}).place("after-tax").room is None  # type: ignore[union-attr]


def test_what_is_in_already_takes_room() -> None:
    so_far = {"as_of": "2026-05-15", "pay": 80_000, "pre_tax": 9_000, "after_tax": 4_000}
    places = {place.step: place.room for place in first(job={"so_far": so_far}, plan={"true_up": "yes"}).places}
    assert places["match"] == dollars(3_000)
    assert places["deferral"] == dollars(12_500)
    assert places["after-tax"] == dollars(37_500)
    assert room(job={"so_far": so_far}).jobs[0].after_tax_room == dollars(41_500)


@pytest.mark.parametrize(
    "plan", [{}, {"true_up": "no", "match_period": "payday"}, {"true_up": "no", "match_period": "quarter"}]
)
def test_where_each_period_is_matched_by_itself_only_pay_to_come_earns(plan: dict[str, str]) -> None:
    """6% of the 120,000 to come are 7,200, whatever the 80,000 so far bore; 24,500 - 9,000 - 7,200 are the rest."""
    so_far = {"as_of": "2026-05-15", "pay": 80_000, "pre_tax": 9_000, "after_tax": 4_000}
    answer = first(job={"so_far": so_far}, plan=plan)
    places = {place.step: place for place in answer.places}
    assert (places["match"].room, places["deferral"].room) == (dollars(7_200), dollars(8_300))
    assert places["match"].why.startswith("$7,200.00 deferred earns $3,600.00 of match")
    assert "At Initech each pay period is matched by itself" in places["match"].notes[-1]


def test_what_the_match_still_takes_is_never_more_than_may_be_deferred() -> None:
    """24,000 are in: 500 may still be deferred, which earn 250 of the 3,600 that the pay to come could."""
    so_far = {"as_of": "2026-05-15", "pay": 80_000, "pre_tax": 24_000}
    places = {place.step: place for place in first(job={"so_far": so_far}).places}
    assert (places["match"].room, places["deferral"].room) == (dollars(500), ZERO)
    assert places["match"].why.startswith("$500.00 deferred earns $250.00 of match")


def test_cash_is_optional() -> None:
    assert first(cash=CASH).places[0].room == ZERO


# What the three pages say together


PAYDAYS = {"frequency": "semimonthly", "days_of_month": [15, 31], "annual": 180_000}
LATE = datetime.date(2026, 11, 26)


def test_late_in_the_year_the_three_pages_speak_of_the_same_money() -> None:
    """Three paychecks of 7,500 are left (30 November, 15 and 31 December), whatever deferral the file wishes: first counts all of it."""
    so_far = {"as_of": "2026-11-15", "pay": 157_500, "pre_tax": 20_000, "match": 4_725}
    file = household(job={"pay": PAYDAYS, "so_far": so_far, "wishes": {"deferral": 21_000}})
    step = outlook.first(file, LATE)
    decision, compared = outlook.should(file, LATE), outlook.worth(file, LATE)
    assert isinstance(step, FirstAnswer)
    assert isinstance(decision, ShouldAnswer)
    assert isinstance(compared, WorthAnswer)
    place = step.place("after-tax")
    assert place is not None
    assert place.room is not None
    assert ZERO < place.room < dollars(3 * 7_500)
    assert decision.amount == place.room
    room_ = decision.reason("room")
    assert room_ is not None
    assert str(place.room) in room_.says
    # The comparison keeps the file's wish: less deferred leaves more of the paychecks, never more than they are.
    assert place.room <= compared.years[0].after_tax <= dollars(3 * 7_500)


def test_a_plan_whose_match_is_not_known_does_not_hide_the_room_of_another() -> None:
    two = household()["jobs"][0]
    unknown = {**two, "name": "Umbrella", "plan": {**two["plan"], "name": "Umbrella Plan", "match": "unknown"}}
    place = first(jobs=[two, unknown]).place("after-tax")
    assert place is not None
    assert place.room == dollars(41_500)
    assert place.ask == "Ask for the match formula of Umbrella: the match uses the same limit."
    decision = should(jobs=[two, unknown])
    assert (decision.amount, "None" in decision.says) == (dollars(41_500), False)


def test_a_wish_for_nothing_after_tax_hides_no_plan() -> None:
    assert "into Initech 401(k) Plan this year" in should(job={"wishes": {"after_tax": "none"}}).says


def test_a_match_without_pay_is_no_missing_match() -> None:
    place = first(job={"pay": 0}).place("match")
    assert place is not None
    assert place.why.startswith("A match is offered, but there is no pay")
