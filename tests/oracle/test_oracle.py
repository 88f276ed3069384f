"""The oracle itself against figures worked by hand, so that it is not believed blindly; and a look at what is generated."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest
from tests.oracle.generate import random_household
from tests.oracle.oracle import answer, cents, largest, numbers, part, smallest

Table = dict[str, Any]
YES: Table = {"after_tax_allowed": "yes", "roth_deferrals": "yes", "super_catch_up": "yes"}


def plan(*tiers: Table, **terms: Any) -> Table:
    return {**YES, "match": list(tiers) or "none", **terms}


def tier(rate: Any, percent: Any = None, dollars: Any = None, **service: int) -> Table:
    found: Table = {"rate_percent": rate, **service}
    if percent is not None:
        found["up_to_percent_of_pay"] = percent
    if dollars is not None:
        found["up_to_dollars"] = dollars
    return found


def job(pay: Any, terms: Table, **facts: Any) -> Table:
    return {"name": "A", "person": "p", "pay": pay, "plan": terms, **facts}


def ask_all(year: int, age: int, *jobs: Table, elsewhere: Any = None) -> list[Table]:
    household: Table = {"year": year, "people": {"p": {"born": f"{year - age}-12-31"}}, "jobs": list(jobs)}
    if elsewhere is not None:
        household["elsewhere"] = [{"person": "p", "elective_deferrals": elsewhere}]
    return answer(household, numbers(year))


def ask(year: int, age: int, one: Table, elsewhere: Any = None) -> Table:
    return ask_all(year, age, one, elsewhere=elsewhere)[0]


def holds(found: Table, **expected: Any) -> None:
    for name, amount in expected.items():
        wanted = cents(amount) if isinstance(amount, str | int) and not isinstance(amount, bool) else amount
        assert (name, found[name]) == (name, wanted)


# ------------------------------------------------------------------------------------- the guide's cases and scenarios

JEFF = job(500_000, plan(tier(50, 4), match_on_catch_up="no"))
MARK = job(250_000, plan(tier(50)))
KELLY = job(300_000, plan(tier(100, 6), match_limits={"max_dollars": 7_500}))
GUIDE = [  # year, age, Jeff, Mark, Mark's match, Kelly, the limit with catch-up
    (2025, 45, 39_500, 34_750, 11_750, 39_000, 70_000),
    (2025, 52, 39_500, 31_000, 15_500, 39_000, 77_500),
    (2025, 61, 39_500, 29_125, 17_375, 39_000, 81_250),
    (2025, 65, 39_500, 31_000, 15_500, 39_000, 77_500),
    (2026, 45, 40_300, 35_250, 12_250, 40_000, 72_000),
    (2026, 52, 40_300, 31_250, 16_250, 40_000, 80_000),
    (2026, 61, 40_300, 29_625, 17_875, 40_000, 83_250),
    (2026, 65, 40_300, 31_250, 16_250, 40_000, 80_000),
]


@pytest.mark.parametrize(("year", "age", "jeff", "mark", "mark_match", "kelly", "total"), GUIDE)
def test_the_24_rooms_of_the_guide(
    year: int, age: int, jeff: int, mark: int, mark_match: int, kelly: int, total: int
) -> None:
    # Jeff: 50% x 4% x L17 (350,000 or 360,000) = 7,000 or 7,200. Mark: half of deferral and catch-up. Kelly: 7,500.
    holds(ask(year, age, JEFF), after_tax_room=jeff, match=7_000 if year == 2025 else 7_200, total=total)
    holds(ask(year, age, MARK), after_tax_room=mark, match=mark_match, total=total)
    holds(ask(year, age, KELLY), after_tax_room=kelly, match=7_500, total=total)


def test_s01_half_of_every_deferral() -> None:
    # 24,500 / 2 = 12,250; 72,000 - 24,500 - 12,250 = 35,250. 2025: 70,000 - 23,500 - 11,750 = 34,750.
    one = job(300_000, plan(tier(50)))
    holds(ask(2026, 35, one), match=12_250, after_tax_room=35_250, total=72_000)
    holds(ask(2025, 35, one), match=11_750, after_tax_room=34_750, total=70_000)


def test_s02_match_counts_pay_to_the_limit_and_the_catch_up_is_roth() -> None:
    # 6% x 360,000 = 21,600; 72,000 - 24,500 - 21,600 = 25,900; 72,000 + 8,000 = 80,000.
    found = ask(2026, 52, job(400_000, plan(tier(100, 6), match_on_catch_up="no"), last_year_fica_wages="150000.01"))
    holds(found, elective_deferral=24_500, catch_up=8_000, match=21_600, after_tax_room=25_900, total=80_000)
    assert found["catch_up_must_be_roth"] is True


def test_s03_a_full_year_at_the_old_employer_leaves_a_whole_limit_at_the_new_one() -> None:
    # Old: 20,500 + 10,250 + 30,250 = 61,000. New: no deferral left, so no match; least of 61,000 and pay 120,000.
    old = job(
        150_000,
        plan(tier(50)),
        ends="2022-05-31",
        so_far={"as_of": "2022-05-31", "pay": 150_000, "pre_tax": 20_500, "after_tax": 30_250, "match": 10_250},
    )
    new = {**job(120_000, plan(tier(50, 6)), starts="2022-06-01"), "name": "B"}
    first, second = ask_all(2022, 35, old, new)
    holds(first, elective_deferral=20_500, match=10_250, after_tax_planned=30_250, total=61_000)
    holds(second, elective_deferral=0, match=0, after_tax_room=61_000, total=61_000)


def test_s10_the_cap_of_highly_compensated_employees_counts_pay_to_the_limit() -> None:
    # 8% x 360,000 = 28,800 against 72,000 - 24,500 - 12,250 = 35,250; 10% = 36,000, so then the 35,250.
    terms = plan(tier(50), after_tax_cap_percent=25, hce_after_tax_cap_percent=8)
    found = ask(2026, 40, job(450_000, terms, last_year_pay=410_000))
    holds(found, is_hce=True, after_tax_room=28_800)
    terms["hce_after_tax_cap_percent"] = 10
    holds(ask(2026, 40, job(450_000, terms, last_year_pay=410_000)), after_tax_room=35_250)
    terms["hce_after_tax_cap_percent"] = 8
    holds(ask(2026, 40, job(450_000, terms, last_year_pay=160_000)), is_hce=False, after_tax_room=35_250)


def test_s14_higher_catch_up_at_61_and_its_variants() -> None:
    # Match 50% x 6% x 210,000 = 6,300; 72,000 - 24,500 - 6,300 = 41,200; total 72,000 + 11,250.
    one = job(210_000, plan(tier(50, 6)), last_year_fica_wages=210_000)
    holds(ask(2026, 61, one), catch_up=11_250, match=6_300, after_tax_room=41_200, total=83_250)
    holds(ask(2026, 64, one), catch_up=8_000, total=80_000)
    one["plan"]["roth_deferrals"] = "no"
    holds(ask(2026, 61, one), catch_up=0, catch_up_limit=0, after_tax_room=41_200, total=72_000)


def test_s15_unused_catch_up_is_not_room() -> None:
    # Match 1,000. 72,000 - 2,000 - 1,000 = 69,000; the 2,000 is less than the unused 8,000: 72,000 - 1,000 = 71,000.
    found = ask(2026, 55, job(200_000, plan(tier(50, 6)), wishes={"deferral": 2_000}))
    holds(found, match=1_000, catch_up=0, after_tax_room=69_000, after_tax_room_absolute=71_000, total=72_000)


# ------------------------------------------------------------------------------------------------ deferral, catch-up


@pytest.mark.parametrize(("age", "limit"), [(49, 0), (50, 7_500), (59, 7_500), (60, 11_250), (63, 11_250), (64, 7_500)])
def test_catch_up_by_age(age: int, limit: int) -> None:
    holds(ask(2025, age, job(200_000, plan())), catch_up_limit=limit, catch_up=limit)
    if age in (60, 63):  # only a plan that says so offers the higher one
        holds(ask(2025, age, job(200_000, plan(super_catch_up="unknown"))), catch_up_limit=7_500)


@pytest.mark.parametrize(
    ("year", "facts", "must"),
    [
        (2026, {"last_year_fica_wages": 150_000}, False),  # "more than"
        (2026, {"last_year_fica_wages": "150_000.01"}, True),
        (2026, {}, True),  # not stated counts as above
        (2026, {"last_year_fica_wages": "unknown"}, True),
        (2026, {"starts": "2026-01-01"}, False),  # had no wages there last year
        (2025, {"last_year_fica_wages": 900_000}, False),  # 2026 on
    ],
)
def test_catch_up_that_must_be_roth(year: int, facts: Table, must: bool) -> None:
    assert ask(year, 55, job(200_000, plan(), **facts))["catch_up_must_be_roth"] is must
    assert ask(year, 49, job(200_000, plan(), **facts))["catch_up_must_be_roth"] is False


@pytest.mark.parametrize(
    ("facts", "hce"),
    [
        ({"last_year_pay": 160_000}, False),  # the row of 2025, "above"
        ({"last_year_pay": "160000.01"}, True),
        ({}, None),
        ({"last_year_pay": "unknown", "owner_percent": 5}, None),
        ({"last_year_pay": 0, "owner_percent": "5.01"}, True),
        ({"starts": "2026-03-02"}, False),
    ],
)
def test_highly_compensated(facts: Table, hce: bool | None) -> None:
    # 5% x 200,000 = 10,000 binds unless known not to be highly compensated: 72,000 - 24,500 = 47,500.
    found = ask(2026, 40, job(200_000, plan(hce_after_tax_cap_percent=5), **facts))
    assert found["is_hce"] is hce
    holds(found, after_tax_room=47_500 if hce is False else 10_000)


def test_highly_compensated_in_2025_looks_at_the_threshold_of_2024() -> None:
    assert ask(2025, 40, job(200_000, plan(), last_year_pay="155_000.01"))["is_hce"] is True
    assert ask(2019, 40, job(200_000, plan(), last_year_pay=120_000))["is_hce"] is False


def test_dollar_deferral_and_dollar_catch_up_fill_the_deferral_limit_first() -> None:
    # 20,000 + 6,000 = 26,000 = 24,500 + 1,500. 24,000 + 300 stays below. 25,000: the limit is reached, 6,000 beside it.
    for deferral, catch_up, first, second in (
        (20_000, 6_000, 24_500, 1_500),
        (24_000, 300, 24_300, 0),
        (25_000, 6_000, 24_500, 6_000),
        (25_000, 9_000, 24_500, 8_000),
    ):
        found = ask(2026, 55, job(200_000, plan(), wishes={"deferral": deferral, "catch_up": catch_up}))
        holds(found, elective_deferral=first, catch_up=second)


def test_a_plan_cap_makes_room_for_the_catch_up() -> None:
    # 6% x 360,000 = 21,600 is the deferral limit; the wish reaches it, so 8,000 more are catch-up.
    one = job(400_000, plan(deferral_cap_percent=6))
    holds(ask(2026, 55, one), elective_deferral=21_600, catch_up=8_000, after_tax_room=50_400)
    # 3.33% x 12,345.67 = 411.11 (411.1108...), cents dropped
    holds(ask(2026, 40, job("12345.67", plan(deferral_cap_percent="3.33"))), elective_deferral="411.11")


def test_catch_up_is_held_by_pay() -> None:
    # Pay 30,000.50 - 24,500 = 5,500.50; the limit is pay: 30,000.50 - 24,500 = 5,500.50, but pay is used up: room 0.
    found = ask(2026, 55, job("30_000.50", plan()))
    holds(found, annual_additions_limit="30000.50", catch_up="5500.50", after_tax_room=0, total="30000.50")


def test_deferrals_elsewhere_come_off_the_deferral_limit_and_then_the_catch_up() -> None:
    # 26,000 = 24,500 + 1,500; catch-up 8,000 - 1,500 = 6,500. Younger: 24,500 - 10,000 = 14,500.
    holds(ask(2026, 55, job(200_000, plan()), elsewhere=26_000), elective_deferral=0, catch_up=6_500)
    holds(ask(2026, 40, job(200_000, plan()), elsewhere=10_000), elective_deferral=14_500, after_tax_room=57_500)


def test_what_was_already_contributed_is_the_least() -> None:
    so_far = {"as_of": "2026-06-30", "pay": 100_000, "pre_tax": 4_000, "roth": 3_000, "after_tax": 2_000, "match": 900}
    one = job(200_000, plan(tier(10)), wishes={"deferral": 5_000, "after_tax": "none"}, so_far=so_far)
    # 7,000 deferred already; 10% = 700, but 900 were paid; after-tax stays at 2,000.
    holds(ask(2026, 40, one), elective_deferral=7_000, match=900, after_tax_planned=2_000, after_tax_room=64_100)


# ------------------------------------------------------------------------------------------------------- the match


def test_just_enough_for_the_full_match() -> None:
    # Pay 123,456.78: 3% = 3,703.7034 -> 3,703.70, paid in full; then half of the next 2%: 1% = 1,234.5678 -> 1,234.57.
    # Half of x rounds up to 1,234.57 from x = 2,469.13 (1,234.565) on: 3,703.70 + 2,469.13 = 6,172.83.
    one = job("123456.78", plan(tier(100, 3), tier(50, 2)), wishes={"deferral": "match"})
    holds(ask(2026, 55, one), elective_deferral="6172.83", match="4938.27", catch_up=0)
    # No match at all needs nothing.
    holds(ask(2026, 40, job(100_000, plan(), wishes={"deferral": "match"})), elective_deferral=0)


def test_tiers_in_dollars_the_smaller_width_and_everything() -> None:
    # 10,000 deferred, pay 100,000: 100% of the next min(2%, 1,500) = 1,500; 50% of 3,000 = 1,500; 10% of 5,500 = 550.
    one = job(100_000, plan(tier(100, 2, 1_500), tier(50, None, 3_000), tier(10)), wishes={"deferral": 10_000})
    holds(ask(2026, 40, one), match=3_550)


def test_service_steps_alternatives_and_limits() -> None:
    tiers = [tier(50, 6, service_below=5), tier(100, 6, service_from=5)]
    one = job(100_000, plan(*tiers), service_years=4)
    holds(ask(2026, 40, one), match=3_000)
    one["service_years"] = 5
    holds(ask(2026, 40, one), match=6_000)
    # Steps: 10,000 is 10% of pay, so the step at 8% with 4% (4,000) decides, not the one at 12%; the tiers give 1,000.
    steps = [{"deferring_percent": a, "earns_percent_of_pay": b} for a, b in ((4, 2), (8, 4), (12, 9))]
    one = job(100_000, plan(tier(10), match_steps=steps), wishes={"deferral": 10_000})
    holds(ask(2026, 40, one), match=4_000)
    one["wishes"]["deferral"] = "7999.99"
    holds(ask(2026, 40, one), match=2_000)
    one["plan"]["match_alternative"] = [tier(100, None, 2_500)]
    holds(ask(2026, 40, one), match=2_500)
    one["plan"]["match_limits"] = {"max_dollars": 2_400, "max_percent_of_pay": "2.25"}
    holds(ask(2026, 40, one), match=2_250)


def test_roth_deferrals_and_catch_up_that_are_not_matched() -> None:
    # Half of 24,500 + 8,000 = 16,250; without catch-up 12,250; Roth deferral not matched: nothing.
    terms = plan(tier(50), match_on_roth="no")
    paid_less = {"last_year_fica_wages": 100_000}
    holds(ask(2026, 55, {**job(300_000, terms), **paid_less}), match=16_250)
    # Where the catch-up must be Roth (wages not stated count as above the threshold) it is not matched either.
    holds(ask(2026, 55, job(300_000, terms)), match=12_250)
    terms["match_on_catch_up"] = "no"
    holds(ask(2026, 55, job(300_000, terms)), match=12_250)
    holds(ask(2026, 55, job(300_000, terms, wishes={"deferral_kind": "roth"})), match=0)


def test_matched_after_tax() -> None:
    # 50% of the first 6,000. Beside a deferral of 2,000: x + 3,000 <= 70,000 from x = 4,000 on, so 67,000.
    one = job(100_000, plan(tier(50, 6), match_on_after_tax="yes"), wishes={"deferral": 2_000})
    holds(ask(2026, 40, one), after_tax_room=67_000, match=3_000, total=72_000)
    one["wishes"]["after_tax"] = 1_000  # match = half of 3,000
    holds(ask(2026, 40, one), after_tax_planned=1_000, match=1_500, total=4_500)


def test_a_match_not_known() -> None:
    one = job(100_000, {**YES, "match": "unknown"})
    found = ask(2026, 40, one)
    assert (found["after_tax_room"], found["after_tax_room_absolute"], found["total"]) == (None, None, None)
    one["plan"]["after_tax_allowed"] = "no"
    holds(ask(2026, 40, one), after_tax_room=0, after_tax_room_absolute=0, match=None, total=None)


# --------------------------------------------------------------------------------------- annual additions, after-tax


def test_deferrals_that_do_not_fit_beside_the_match() -> None:
    # Pay 10,000 is the limit. 5% = 500 of match: 9,500 fit. Half of everything: 1.5 x d <= 10,000: d = 6,666.67 earns
    # 3,333.335 -> 3,333.34, a cent too much; 6,666.66 earns 3,333.33 and leaves one cent.
    holds(ask(2026, 30, job(10_000, plan(tier(100, 5)))), elective_deferral=9_500, match=500, after_tax_room=0)
    found = ask(2026, 30, job(10_000, plan(tier(50))))
    holds(found, elective_deferral="6666.66", match="3333.33", after_tax_room="0.01", total=10_000)


def test_short_limitation_year_and_other_wages() -> None:
    # 70,000 x 7/12 = 40,833.333...; 40,833.33 - 23,500 = 17,333.33.
    holds(ask(2025, 30, job(200_000, plan(limitation_year_months=7))), after_tax_room="17333.33")
    # Pay 20,000 with 30,000 of other wages in 415 pay: limit 50,000; deferral 20,000 is all of pay.
    one = job(20_000, plan(other_wages_in_415_pay="yes"), other_wages=30_000, wishes={"deferral": 1_000})
    holds(ask(2026, 30, one), annual_additions_limit=50_000, after_tax_room=19_000)
    one["plan"]["other_wages_in_415_pay"] = "unknown"
    holds(ask(2026, 30, one), annual_additions_limit=20_000, after_tax_room=19_000)


def test_employer_money_and_forfeitures() -> None:
    # 1% x 10,000.50 = 100.005 -> 100.01; plus 1,000; forfeitures 9.99. Limit 10,000.50, deferral 2,000.
    # 10,000.50 - 2,000 - 1,100.01 - 9.99 = 6,890.50.
    terms = plan(nonelective={"percent_of_pay": 1}, profit_sharing={"dollars": 1_000})
    found = ask(2026, 30, job("10000.50", terms, forfeitures="9.99", wishes={"deferral": 2_000}))
    holds(found, nonelective="1100.01", after_tax_room="6890.50", total="10000.50")


def test_each_cap_of_after_tax() -> None:
    # Pay 100,000.55, deferral 10,000, nothing else: 62,000 are left of 72,000.
    wishes = {"deferral": 10_000}
    for terms, room in (
        ({}, "62000"),
        ({"after_tax_cap_percent": 10}, "10000.05"),  # 10,000.055, cents dropped
        ({"after_tax_cap_dollars": 30_000}, "30000"),
        ({"hce_after_tax_cap_percent": 8}, "8000.04"),  # 8,000.044; not stated counts as highly compensated
        ({"combined_cap_percent": 25}, "15000.13"),  # 25,000.1375 - 10,000
        ({"after_tax_cap_percent": "none"}, "62000"),
        ({"after_tax_allowed": "frozen"}, "0"),
    ):
        holds(ask(2026, 30, job("100000.55", plan(**terms), wishes=wishes)), after_tax_room=room)
    found = ask(2026, 30, job("100000.55", plan(after_tax_allowed="unknown"), wishes=wishes))
    holds(found, after_tax_room=62_000, after_tax_planned=0, total=10_000)


# ------------------------------------------------------------------------------------------------------ several jobs


def test_two_jobs_first_the_full_matches_then_the_rest_in_order() -> None:
    # Needs: 6% x 50,000 = 3,000 and 6% x 100,000 = 6,000; 15,500 are left and go to the first: 18,500 and 6,000.
    first = job(50_000, plan(tier(50, 6)))
    second = {**job(100_000, plan(tier(100, 6))), "name": "B"}
    one, two = ask_all(2026, 55, first, second)
    holds(one, elective_deferral=18_500, match=1_500, catch_up=8_000)
    # 50,000 - 18,500 - 1,500 = 30,000; pay less deferral and catch-up 23,500.
    holds(one, after_tax_room=23_500)
    holds(two, elective_deferral=6_000, match=6_000, catch_up=0, after_tax_room=60_000)


def test_two_jobs_of_one_group_share_the_limit() -> None:
    # 72,000 - 24,500 = 47,500 at the first; after its 20,000 the second has 27,500.
    first = job(100_000, plan(), employer_group="g", wishes={"after_tax": 20_000})
    second = {**job(50_000, plan(), employer_group="g"), "name": "B"}
    one, two = ask_all(2026, 40, first, second)
    holds(one, annual_additions_limit=72_000, after_tax_room=47_500, after_tax_planned=20_000)
    holds(two, annual_additions_limit=72_000, elective_deferral=0, after_tax_room=27_500)


# ----------------------------------------------------------------------------------------------------- self-employed


def own(profit: int, terms: Table | None = None, **facts: Any) -> Table:
    return {"name": "A", "person": "p", "self_employed": True, "profit": profit, "plan": terms or plan(), **facts}


def test_self_employed_twice_and_once() -> None:
    # 40,000 x 92.35% = 36,940; 12.4% = 4,580.56; 2.9% = 1,071.26; half of 5,651.82 = 2,825.91; E = 37,174.09.
    # Deferral 24,500. 20% of E = 7,434.81; half of 12,674.09 = 6,337.04.
    # Twice: limit 37,174.09 - 6,337.04 = 30,837.05, a cent is left. Once: 37,174.09 - 24,500 - 7,434.81 = 5,239.28.
    found = ask(2026, 40, own(40_000, wishes={"employer": "max"}))
    holds(found, nonelective="6337.04", annual_additions_limit="30837.05", after_tax_room="0.01")
    found = ask(2026, 40, own(40_000, wishes={"employer": "max"}, self_employed_pay="once"))
    holds(found, nonelective="7434.81", annual_additions_limit="37174.09", after_tax_room="5239.28")


def test_self_employed_plan_percentage_and_wages_elsewhere() -> None:
    # 100,000: 92,350.00; 11,451.40 + 2,678.15 = 14,129.55; half 7,064.775 -> 7,064.78; E = 92,935.22.
    # 3/103 of it = 2,706.851 -> 2,706.85. 72,000 - 24,500 - 2,706.85 = 44,793.15.
    found = ask(2026, 40, own(100_000, plan(nonelective={"percent_of_pay": 3})))
    holds(found, nonelective="2706.85", annual_additions_limit=72_000, after_tax_room="44793.15")
    # Wages of 150,000 leave 34,500 of the wage base: 4,278.00 + 2,678.15 = 6,956.15; half 3,478.075 -> 3,478.08;
    # E = 96,521.92; 20% = 19,304.38 (19,304.384).
    day = {**job(150_000, plan()), "name": "B"}
    found = ask_all(2026, 40, own(100_000, wishes={"deferral": 0, "employer": "max"}), day)[0]
    holds(found, nonelective="19304.38", elective_deferral=0)


# --------------------------------------------------------------------------------------------------- tools, generator


def test_tools() -> None:
    assert [cents(x) for x in (5, "5.5", "23_500.00", 0.07)] == [500, 550, 2_350_000, 7]
    assert [part(x) for x in (50, "4.5", 4.5, "66 2/3", "1/3")] == [(1, 2), (9, 200), (9, 200), (2, 3), (1, 300)]
    for most in range(6):
        for border in range(-1, 7):
            by_trying = [x for x in range(most + 1) if x <= border]
            assert largest(most, border.__ge__) == (by_trying[-1] if by_trying else 0)
            if border <= most:
                assert smallest(most, border.__le__) == max(0, border)


def test_every_term_decides_in_some_generated_household() -> None:
    """Each field left out of the household changes the answer of some; and a household is plain JSON."""
    names = {
        "plan": [
            "after_tax_allowed",
            "after_tax_cap_percent",
            "after_tax_cap_dollars",
            "hce_after_tax_cap_percent",
            "deferral_cap_percent",
            "combined_cap_percent",
            "roth_deferrals",
            "super_catch_up",
            "match_on_roth",
            "match_on_catch_up",
            "match_on_after_tax",
            "other_wages_in_415_pay",
            "limitation_year_months",
            "match",
            "match_alternative",
            "match_steps",
            "match_limits",
            "nonelective",
            "profit_sharing",
        ],
        "wishes": ["deferral", "deferral_kind", "catch_up", "after_tax", "employer"],
        "so_far": ["pre_tax", "roth", "after_tax", "match"],
        "": [
            "employer_group",
            "other_wages",
            "last_year_pay",
            "last_year_fica_wages",
            "owner_percent",
            "service_years",
            "self_employed_pay",
            "forfeitures",
            "starts",
            "ends",
        ],
    }
    missing = {(table, name) for table in names for name in names[table]} | {("", "elsewhere")}
    for seed in range(6_000):
        household = random_household(random.Random(seed))
        assert json.loads(json.dumps(household)) == household
        law = numbers(household["year"])
        before = answer(household, law)
        for table, name in sorted(missing):
            changed = copy.deepcopy(household)
            places = [changed] if name == "elsewhere" else [j.get(table, {}) if table else j for j in changed["jobs"]]
            taken = [place.pop(name) for place in places if name in place]
            if taken and answer(changed, law) != before:
                missing.discard((table, name))
        if not missing:
            return
    assert not missing
