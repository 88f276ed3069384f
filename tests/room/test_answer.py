"""The answer itself: its public form, what is null in it, the people's own limits, and how it explains itself."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from megaroth import questions
from megaroth.room.answer import RoomAnswer

TODAY = datetime.date(2026, 6, 1)
SMALL = """
year = 2026
[people.ana]
born = 1985-05-05
[[jobs]]
name = "Initech"
person = "ana"
pay = 200_000
last_year_pay = 150_000
[jobs.plan]
name = "Initech 401(k)"
in_plan_conversion = "automatic"
"""


def answer(text: str) -> RoomAnswer:
    found = questions.room(text, TODAY)
    assert isinstance(found, RoomAnswer), found
    return found


def job(more: str, job_more: str = "") -> dict[str, Any]:
    text = SMALL.replace("pay = 200_000\n", f"pay = 200_000\n{job_more}\n") + more
    found: dict[str, Any] = answer(text).as_json()["jobs"][0]
    return found


def test_the_form_of_the_contract() -> None:
    """200,000 of pay, no match: 72,000 - 24,500 = 47,500 (Notice 2025-67)."""
    found = answer(SMALL + 'after_tax_allowed = "yes"\nmatch = "none"\n').as_json()
    assert {key: found[key] for key in ("format", "year", "law_status")} == {
        "format": 1,
        "year": 2026,
        "law_status": "announced",
    }
    assert set(found) == {"format", "year", "law_status", "people", "jobs", "findings", "why"}
    assert found["people"] == [
        {
            "name": "ana",
            "age": 41,
            "elective_deferral_limit": "24500.00",
            "catch_up_limit": "0.00",
            "excess_deferral": "0.00",
        }
    ]
    (only,) = found["jobs"]
    asked = only.pop("questions")
    assert only == {
        "name": "Initech",
        "person": "ana",
        "plan": "Initech 401(k)",
        "may_i": "yes",
        "is_hce": False,
        "catch_up_must_be_roth": False,
        "decided_by": "annual_additions",
        "annual_additions_limit": "72000.00",
        "elective_deferral": "24500.00",
        "catch_up": "0.00",
        "match": "0.00",
        "nonelective": "0.00",
        "after_tax_room": "47500.00",
        "after_tax_room_absolute": "47500.00",
        "after_tax_planned": "47500.00",
        "after_tax_so_far": "0.00",
        "after_tax_left": "47500.00",
        "total": "72000.00",
    }
    assert asked
    for question in asked:
        assert set(question) == {"field", "ask", "why"}
        assert all(type(value) is str and value for value in question.values())


@pytest.mark.parametrize(("allowed", "may_i"), [("yes", "yes"), ("no", "no"), ("frozen", "no"), ("unknown", "ask")])
def test_may_i(allowed: str, may_i: str) -> None:
    assert job(f'after_tax_allowed = "{allowed}"\nmatch = "none"\n')["may_i"] == may_i


def test_what_is_left_is_the_wish_less_what_was_made() -> None:
    """Of a wish of 10,000 with 4,000 made, 6,000 are left; what was made beyond the wish leaves nothing."""
    so_far = "so_far = { as_of = 2026-05-31, pay = 90_000, after_tax = 4_000 }"
    plan = 'after_tax_allowed = "yes"\nmatch = "none"\n'
    found = job(plan, f"wishes.after_tax = 10_000\n{so_far}")
    assert (found["after_tax_room"], found["after_tax_planned"]) == ("47500.00", "10000.00")
    assert (found["after_tax_so_far"], found["after_tax_left"]) == ("4000.00", "6000.00")
    assert job(plan, f"wishes.after_tax = 1_000\n{so_far}")["after_tax_left"] == "0.00"


def test_what_can_never_get_into_roth_is_not_planned_unless_wished_in_dollars() -> None:
    """The law leaves 47,500 all the same; "max" is meant for Roth."""
    small = SMALL.replace('in_plan_conversion = "automatic"', 'in_plan_conversion = "no"\nin_service_withdrawal = "no"')
    plan = 'after_tax_allowed = "yes"\nmatch = "none"\n'
    (found,) = answer(small + plan).as_json()["jobs"]
    assert (found["may_i"], found["after_tax_room"]) == ("no", "47500.00")
    assert (found["after_tax_planned"], found["total"]) == ("0.00", "24500.00")
    (wished,) = answer(small.replace("[jobs.plan]", "wishes.after_tax = 6_000\n[jobs.plan]") + plan).as_json()["jobs"]
    assert wished["after_tax_planned"] == "6000.00"


@pytest.mark.parametrize(
    ("plan", "known"),
    [
        ('after_tax_allowed = "unknown"\nmatch = "none"\n', {"match", "total", "after_tax_room", "after_tax_planned"}),
        ('after_tax_allowed = "yes"\nmatch = "unknown"\n', set()),
        ('after_tax_allowed = "no"\nmatch = "unknown"\n', {"after_tax_room", "after_tax_planned"}),
        (
            'after_tax_allowed = "frozen"\nmatch = "unknown"\n',
            {"after_tax_room", "after_tax_planned"},
        ),
    ],
)
def test_what_is_not_known_is_null(plan: str, known: set[str]) -> None:
    """What is left to go in is told only of a plan that is known to take it."""
    found = job(plan)
    may_be_null = {"match", "total", "after_tax_room", "after_tax_planned", "after_tax_left"}
    assert {name for name in may_be_null if found[name] is not None} == known
    assert (found["decided_by"] == "match_unknown") is (not known)


def test_each_person_has_the_catch_up_of_their_own_plans() -> None:
    """61 in 2026: 11,250 where a plan of the person offers it, else 8,000 (IRC §414(v)(2)(E), Notice 2025-67)."""
    two = "year = 2026\n"
    for name, offers in (("ana", "yes"), ("ben", "no")):
        two += f'[people.{name}]\nborn = 1965-05-05\n[[jobs]]\nname = "{name}\'s"\nperson = "{name}"\npay = 90_000\n'
        two += f'plan = {{ after_tax_allowed = "no", match = "none", super_catch_up = "{offers}" }}\n'
    people = {person.name: person for person in answer(two).people}
    assert {name: (person.age, person.catch_up_limit.plain()) for name, person in people.items()} == {
        "ana": (61, "11250.00"),
        "ben": (61, "8000.00"),
    }


def test_an_excess_deferral_says_what_to_do_and_by_when() -> None:
    """25,000 of 24,500; out by 15 April of the following year (IRC §402(g)(2)(A))."""
    text = SMALL.replace(
        "pay = 200_000\n", "pay = 200_000\nso_far = { as_of = 2026-05-31, pay = 90_000, pre_tax = 25_000 }\n"
    )
    (found,) = (each for each in answer(text).findings if each.code == "excess-deferral")
    assert found.as_json() == {
        "code": "excess-deferral",
        "severity": "error",
        "message": "ana has deferred $500.00 more than the law allows in 2026.",
        "where": "people.ana",
        "remedy": "Ask one plan, before its own deadline and by 15 April 2027, to return it with its earnings.",
        "cite": "IRC §402(g)(2); Reg. §1.402(g)-1(e)",
    }


def test_the_explanation_has_a_part_for_every_job() -> None:
    why = answer(SMALL + 'match = "none"\n').why
    assert (why.rule, why.says, why.cite) == ("household", "The room of every job in 2026.", "")
    assert [part.rule for part in why.parts] == ["find_room"]


def test_an_owners_explanation_begins_with_the_pay() -> None:
    text = """
year = 2026
[people.ana]
born = 1985-05-05
[[jobs]]
name = "side"
person = "ana"
self_employed = true
profit = 100_000
plan = { after_tax_allowed = "yes", match = "none" }
"""
    (why,) = answer(text).why.parts
    rules = [part.rule for part in why.parts]
    assert rules[:5] == [
        "earned_income",
        "own_contribution",
        "self_employed_pay",
        "countable_pay",
        "annual_additions_limit",
    ]
    assert rules.count("elective_deferral_limit") == 1
