"""IRAs: worked by hand from the statute and the worksheets of Pub. 590-A and Form 8606."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth import questions
from megaroth.room.ira import IraAnswer

PLAN = {"after_tax_allowed": "yes", "match": "none"}


def ask(people: dict[str, Any], jobs: list[dict[str, Any]], **more: Any) -> IraAnswer:
    named = [{"name": f"job {number}", "plan": PLAN, **job} for number, job in enumerate(jobs)]
    answer = questions.ira({"year": 2026, "people": people, "jobs": named, **more})
    assert isinstance(answer, IraAnswer), answer
    return answer


def one(born: str = "1986-05-05", pay: int = 200_000, ira: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    person = {"born": born} if ira is None else {"born": born, "ira": ira}
    found: dict[str, Any] = ask({"me": person}, [{"person": "me", "pay": pay}], **more).as_json()["people"][0]
    return found


@pytest.mark.parametrize(
    ("filing", "magi", "direct"),
    [
        # 2026: single 153,000 to 168,000; joint 242,000 to 252,000; separate 0 to 10,000; limit 7,500.
        ("single", 153_000, "7500.00"),
        ("single", 160_500, "3750.00"),  # half of the range
        ("head", 160_500, "3750.00"),
        ("single", 167_990, "200.00"),  # 5.00 would be left: at least 200
        ("single", 168_000, "0.00"),
        ("joint", 250_500, "1130.00"),  # reduction 6,375, down to 6,370
        ("survivor", 250_500, "1130.00"),
        ("separate", 5_000, "3750.00"),
        ("separate", 10_000, "0.00"),
    ],
)
def test_direct_roth_contribution(filing: str, magi: int, direct: str) -> None:
    person = one(filing=filing, magi=magi)
    assert person["roth_direct"] == direct
    assert float(person["back_door"]) == 7500 - float(direct)


def test_catch_up_from_50_and_pay_as_limit() -> None:
    assert one(born="1976-12-31", magi=100_000)["contribution_limit"] == "8600.00"
    assert one(born="1977-01-01", magi=100_000)["contribution_limit"] == "7500.00"
    # Pay of 10,000, all that may be is deferred pre-tax (10,000): nothing is left as taxable compensation.
    assert one(pay=10_000, magi=10_000)["contribution_limit"] == "0.00"


def test_pro_rata_of_a_conversion() -> None:
    done = one(magi=400_000, ira={"year_end_value": 93_500, "basis": 0})["conversion"]
    # 7,500 of basis in 93,500 + 7,500: 7.4257% of 7,500.
    assert done == {"converted": "7500.00", "untaxed": "556.93", "taxed": "6943.07", "basis_left": "6943.07"}


def test_an_empty_ira_makes_the_back_door_free_of_tax() -> None:
    done = one(magi=400_000, ira={})["conversion"]
    assert done == {"converted": "7500.00", "untaxed": "7500.00", "taxed": "0.00", "basis_left": "0.00"}


def test_other_distributions_use_basis_too() -> None:
    done = one(magi=400_000, ira={"year_end_value": 65_000, "basis": 2_500, "distributed": 27_500})["conversion"]
    # Line 9: 65,000 + 27,500 + 7,500 = 100,000; basis 10,000: one tenth. Used: 750 and 2,750.
    assert done == {"converted": "7500.00", "untaxed": "750.00", "taxed": "6750.00", "basis_left": "6500.00"}


def test_deduction_by_who_has_a_plan() -> None:
    people = {"a": {"born": "1986-05-05"}, "b": {"born": "1988-05-05"}}
    answer = ask(people, [{"person": "a", "pay": 300_000}], filing="joint", magi=247_000)
    a, b = answer.as_json()["people"]
    assert (a["is_active_participant"], b["is_active_participant"]) == (True, False)
    # a has a plan: gone from 149,000 on. b has none, the spouse has: half of 242,000 to 252,000.
    assert (a["deductible"], b["deductible"]) == ("0.00", "3750.00")
    assert b["contribution_limit"] == "7500.00"


def test_a_couples_pay_counts_for_the_lower_earner_less_what_the_other_contributes() -> None:
    people = {"a": {"born": "1986-05-05"}, "b": {"born": "1988-05-05"}}
    roth = {"wishes": {"deferral_kind": "roth"}}
    answer = ask(people, [{"person": "a", "pay": 10_000, **roth}], filing="joint", magi=10_000)
    assert [person.contribution_limit.plain() for person in answer.people] == ["7500.00", "2500.00"]
    alone = ask(people, [{"person": "a", "pay": 10_000, **roth}], filing="separate", magi=10_000)
    assert [person.contribution_limit.plain() for person in alone.people] == ["7500.00", "0.00"]


def test_what_is_not_stated_is_not_guessed() -> None:
    person = one()
    assert (person["roth_direct"], person["back_door"], person["conversion"]) == (None, None, None)
    assert one(magi=400_000)["conversion"] is None


def test_a_projected_year_says_so() -> None:
    answer = questions.ira(
        {"year": 2027, "people": {"me": {"born": "1986-05-05"}}, "jobs": [{"name": "j", "person": "me", "pay": 1}]}
    )
    assert isinstance(answer, IraAnswer)
    assert "law-projected" in {finding.code for finding in answer.findings}


def test_each_spouse_counts_the_own_jobs() -> None:
    jobs = [{"person": "a", "pay": 300_000}, {"person": "b", "pay": 60_000}]
    people = {"a": {"born": "1986-05-05"}, "b": {"born": "1986-05-05"}}
    found = {person["name"]: person for person in ask(people, jobs, filing="separate").as_json()["people"]}
    # 300,000 and 60,000, each less a deferral of 24,500.
    assert found["a"]["compensation"] == "275500.00"
    assert found["b"]["compensation"] == "35500.00"


def test_catch_up_that_may_be_pre_tax_is_no_taxable_pay() -> None:
    job = {"person": "me", "pay": 120_000, "last_year_fica_wages": 100_000}
    (person,) = ask({"me": {"born": "1970-05-05"}}, [job]).as_json()["people"]
    assert person["compensation"] == "87500.00"  # 120,000 - 24,500 - 8,000
