"""Several jobs: the money of every open plan is compared together, each by its own wait; jobs that end or begin in the year."""

from __future__ import annotations

from typing import Any

from tests.outlook.households import FLAT, first, household, room, should, worth

from megaroth.kit.money import Money, dollars, percent
from megaroth.outlook.ahead import compared_jobs, path_of, wages_of
from megaroth.outlook.assumptions import settle

OUTLOOK = {**FLAT, "rate_now_percent": 40, "inflation_percent": 0, "return_percent": 6, "dividend_percent": 0, "pay_growth_percent": 0,
           "work_until_age": 41, "spend_age": 59}  # fmt: skip


def two(**second: Any) -> dict[str, Any]:
    """A couple with a job each; the second plan's terms may differ."""
    one = household()["jobs"][0]
    plan = {**one["plan"], "name": "Second", **second}
    other = {**one, "name": "Second", "person": "ben", "pay": 120_000, "last_year_pay": 110_000, "plan": plan}
    return {
        "people": {"ana": {"born": "1986-03-14"}, "ben": {"born": "1986-01-01"}},
        "filing": "joint",
        "jobs": [one, other],
    }


def test_two_open_plans_are_compared_together_each_by_its_own_wait() -> None:
    """Ana's is converted at once, Ben's once a year: half a year's growth of Ben's money is taxed at 40% each year.

    2026: 72,000 - 24,500 - 6,000 = 41,500 and 72,000 - 24,500 - 3,600 = 43,900.
    """
    answer = worth(outlook=OUTLOOK, **two(in_plan_conversion="on-request", conversions_per_year=1))
    assert [job.name for job in answer.jobs] == ["Second", "Initech"]
    first, second = (int(year.after_tax.cents) for year in answer.years[:2])
    assert first == 85_400_00
    # 2027: 75,000 - 25,500 - 6,000 and 75,000 - 25,500 - 3,600, PROJECTED.
    assert second == (43_500 + 45_900) * 100
    ben, growth = (43_900, 45_900), 0.06
    left = 0.0
    for year, amount in enumerate((85_400, 89_400)):
        left = left * (1 + growth) + amount * (1 + growth / 2) - ben[year] * growth / 2 * 0.4
    left *= (1 + growth) ** 18
    assert abs(int(answer.ways[0].after_tax.cents) - round(left * 100)) <= 1


def test_a_plan_that_has_not_answered_is_left_out_and_named() -> None:
    answer = worth(outlook=OUTLOOK, **two(in_plan_conversion="unknown"))
    assert [job.name for job in answer.jobs] == ["Initech"]
    assert next(each for each in answer.findings if each.code == "not-compared").message.startswith("Not compared")
    closed = worth(outlook=OUTLOOK, **two(after_tax_allowed="no"))
    assert [job.name for job in closed.jobs] == ["Initech"]
    assert "not-compared" not in {each.code for each in closed.findings}


def test_a_job_that_is_over_never_stands_for_one_whose_plan_has_yet_to_answer() -> None:
    one = household()["jobs"][0]
    old = {
        **one,
        "name": "Old",
        "ends": "2026-01-01",
        "so_far": {"as_of": "2026-01-01", "pay": 10_000, "after_tax": 5_000},
    }
    new = {**one, "starts": "2026-01-02", "plan": {**one["plan"], "after_tax_allowed": "unknown"}}
    decided = should(jobs=[old, new])
    assert (decided.job.name, decided.word, decided.amount) == ("Initech", "ask", None)
    assert next(place.room for place in first(jobs=[old, new]).places if place.step == "after-tax") is None


def test_a_job_that_ends_is_over_the_year_after_and_one_that_begins_is_paid_a_whole_year() -> None:
    """90,000 to May, then 110,000 for the 200 days from 15 June on: 200,750 in a year of 365 days."""
    one = household()["jobs"][0]
    old = {**one, "name": "Old", "pay": 90_000, "ends": "2026-05-29", "wishes": {"deferral": 0},
           "so_far": {"as_of": "2026-05-29", "pay": 90_000}}  # fmt: skip
    new = {**one, "pay": 110_000, "starts": "2026-06-15", "wishes": {"deferral": 0}}
    del new["last_year_pay"], new["last_year_fica_wages"]
    answer = room(jobs=[old, new])
    jobs = compared_jobs(answer)
    made = settle(answer.household, "ana", wages_of([each.case for each in answer.jobs]))
    path = path_of(answer.household, jobs, made)
    assert jobs[0].name == "Initech"
    assert path[0].wages == dollars(200_000)
    assert path[1].wages == Money(round(200_750_00 * 1.03))
    assert made.pay_growth == percent("3")
    assert "whole-year-assumed" in {each.code for each in worth(jobs=[old, new]).findings}
