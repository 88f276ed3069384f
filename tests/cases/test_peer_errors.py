"""Five mistakes seen in other calculators cannot happen; the signed cases show each, these tests sweep around them."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from megaroth import questions
from megaroth.kit.money import ZERO, Money, dollars, percent
from megaroth.law.book import UnknownYear, law_for, rows_of
from megaroth.law.s415c_annual_additions import annual_additions
from megaroth.plan.model import Plan, Tier
from megaroth.room.room import Facts, Room, find_room

YEARS = range(2019, 2028)
AGES = (49, 50, 59, 60, 63, 64, 75)
PAYS = (0, 1_000, 24_500, 60_000, 72_000, 200_000, 360_000, 2_000_000)
WISHES = (0, 2_000, 24_500, 100_000)
PLAN = Plan("a plan", after_tax_allowed=True, super_catch_up=True, match=(Tier(percent("50"), percent("6")),))


def room_at(year: int, age: int, pay: int, wish: int = 100_000, catch_up: int = 100_000) -> Room:
    facts = Facts(age, dollars(pay), dollars(pay), deferral_wanted=dollars(wish), catch_up_wanted=dollars(catch_up))
    return find_room(law_for(year), PLAN, facts)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("wish", WISHES)
def test_catch_up_never_becomes_after_tax_room(year: int, wish: int) -> None:
    limit = law_for(year).annual_additions.amount
    for pay in PAYS:
        young = room_at(year, 40, pay, wish)
        for age in AGES:
            for catch_up in (0, 1_000, 100_000):
                room = room_at(year, age, pay, wish, catch_up)
                counted = room.elective_deferral + room.match + room.nonelective
                assert room.after_tax_room <= young.after_tax_room
                assert counted + room.after_tax_room <= Money(min(limit.cents, pay * 100))
                # Counting on year-end treatment at most the deferrals themselves stop counting, never more.
                assert room.after_tax_room_absolute <= room.after_tax_room + room.elective_deferral
                assert room.match + room.nonelective + room.after_tax_room_absolute <= Money(
                    min(limit.cents, pay * 100)
                )


@pytest.mark.parametrize("year", YEARS)
def test_pay_caps_additions(year: int) -> None:
    for pay in PAYS:
        room = room_at(year, 40, pay)
        assert room.annual_additions_limit <= dollars(pay)
        assert room.total <= dollars(pay) + room.match


@pytest.mark.parametrize("year", YEARS)
def test_the_match_uses_capped_pay(year: int) -> None:
    law = law_for(year)
    most = Money(law.compensation.amount.cents * 3 // 100)  # half of 6%
    assert room_at(year, 40, int(law.compensation.amount.cents) // 100).match == most
    for pay in (400_000, 1_000_000, 5_000_000):
        assert room_at(year, 40, pay).match == most


def job_of(year: int, elsewhere: int) -> dict[str, Any]:
    answer = questions.room(
        f'year = {year}\n[people.ana]\nborn = 1986-05-05\n[[elsewhere]]\nperson = "ana"\n'
        f'elective_deferrals = {elsewhere}\n[[jobs]]\nname = "new"\nperson = "ana"\npay = 300_000\n'
        'plan = { after_tax_allowed = "yes", in_plan_conversion = "automatic", match = "none" }\n'
    )
    assert not isinstance(answer, list)
    found: dict[str, Any] = answer.as_json()["jobs"][0]
    return found


@pytest.mark.parametrize("year", YEARS)
def test_a_job_changer_has_a_full_second_limit(year: int) -> None:
    law = law_for(year)
    deferrals, additions = law.elective_deferrals.amount, law.annual_additions.amount
    for elsewhere in (ZERO, dollars(10_000), deferrals):
        job = job_of(year, int(elsewhere.cents) // 100)
        assert job["annual_additions_limit"] == additions.plain()
        assert job["elective_deferral"] == (deferrals - elsewhere).plain()
        assert job["after_tax_room"] == (additions - (deferrals - elsewhere)).plain()


@pytest.mark.parametrize("year", [2017, 2018, 2028, 2100])
def test_a_missing_year_is_refused(year: int) -> None:
    with pytest.raises(UnknownYear):
        law_for(year)
    with pytest.raises(UnknownYear):
        rows_of(year)
    refused = questions.limits(year)
    assert isinstance(refused, list)
    assert [each.code for each in refused] == ["law-year-unknown"]
    answer = questions.room(
        f'year = {year}\n[people.ana]\nborn = 1986-05-05\n[[jobs]]\nname = "j"\nperson = "ana"\npay = 1\n'
    )
    assert isinstance(answer, list)
    assert [(each.code, each.severity) for each in answer] == [("law-year-unknown", "error")]
    assert str(year) in answer[0].message
    assert answer[0].where.startswith("input:1:")


def test_only_four_kinds_of_money_are_annual_additions() -> None:
    assert list(inspect.signature(annual_additions).parameters) == ["deferral", "employer", "forfeitures", "after_tax"]
