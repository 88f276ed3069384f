"""The four steps: percentages and dollars worked by hand."""

from __future__ import annotations

import datetime
from typing import Any

from megaroth import questions
from megaroth.report.steps import steps_of
from megaroth.room.answer import RoomAnswer

PLAN = {
    "name": "Initech 401(k)",
    "after_tax_allowed": "yes",
    "in_plan_conversion": "on-request",
    "conversions_per_year": 4,
    "recordkeeper": "Vanguard",
    "phone": "800-523-1188",
    "match": [{"rate_percent": 50, "up_to_percent_of_pay": 6}],
    "match_on_catch_up": "no",
}
TODAY = datetime.date(2026, 6, 30)


def steps(today: datetime.date | None = TODAY, plan: Any = None, year: int = 2026, **job: Any) -> list[str]:
    given = {
        "year": year,
        "people": {"me": {"born": "1986-05-05"}},
        "jobs": [{"name": "j", "person": "me", "pay": 200_000, "plan": {**PLAN, **(plan or {})}, **job}],
    }
    answer = questions.room(given, today)
    assert isinstance(answer, RoomAnswer), answer
    return steps_of(answer.jobs[0], answer.law, today)


def test_the_amount_is_the_limit_less_what_uses_it() -> None:
    # 72,000 - 24,500 - 6,000 (half of 6% of 200,000) = 41,500
    assert steps()[1] == "The amount: $72,000.00 limit - $24,500.00 deferral - $6,000.00 match = $41,500.00 after tax."


def test_percentages_are_rounded_down_to_the_plans_steps() -> None:
    # 41,500 of 200,000 is 20.75%; 24,500 is 12.25%.
    assert "after tax: 20% of pay ($40,000.00 of $41,500.00; 21% only if" in steps()[3]
    assert "deferral: 12% of pay ($24,000.00 of $24,500.00; 13% only if" in steps()[3]
    fine = steps(plan={"election_step_percent": "0.5"})[3]
    assert "after tax: 20.5% of pay ($41,000.00 of $41,500.00; 21% only if" in fine
    exact = steps(plan={"election_step_percent": "0.25"})[3]
    assert "after tax: 20.75% of pay ($41,500.00)." in exact


def test_after_a_pay_stub_the_rest_counts_on_the_pay_still_to_come() -> None:
    made = {"as_of": "2026-06-26", "pay": 100_000, "pre_tax": 12_500, "after_tax": 1_500, "match": 3_000}
    last = steps(so_far=made)[3]
    # 40,000 of 100,000 left; 12,000 of deferrals.
    assert last.startswith("Elect after tax: 40% of pay ($40,000.00). Beside it deferral: 12% of pay ($12,000.00).")
    assert last.endswith("Counted on the pay after the stub of 2026-06-26; enter it for the next payday.")


def test_nobody_is_told_to_elect_more_than_the_pay_still_to_come() -> None:
    made = {"as_of": "2026-12-11", "pay": 192_000, "pre_tax": 24_500, "match": 6_000}
    last = steps(so_far=made)[3]
    assert "Only $8,000.00 of pay is still to come, so at most $8,000.00 of the $41,500.00 can be withheld" in last
    assert "%" not in last


def test_next_year_begins_with_its_first_payday() -> None:
    assert "Enter it for the first payday of 2027." in steps(datetime.date(2026, 12, 1), year=2027)[3]
    assert "no pay stub is given" in steps()[3]


def test_pay_above_the_limit_on_pay_is_warned_of() -> None:
    # 72,000 - 24,500 - 10,800 = 36,700: 7% of 500,000, but 10% of the 360,000 that count.
    last = steps(pay=500_000)[3]
    assert "after tax: 7% of pay ($35,000.00 of $36,700.00" in last
    assert last.endswith("If the plan stops all contributions once pay reaches $360,000.00, it takes 10%: ask.")


def test_whom_to_call_and_how_often() -> None:
    assert "ask Vanguard (800-523-1188) for an in-plan Roth conversion" in steps()[2]
    assert "as often as the plan allows, 4 times a year" in steps()[2]


def test_a_plan_that_is_not_known_is_asked_first() -> None:
    told = steps(plan={"after_tax_allowed": "unknown"})
    assert told[0].startswith("Confirm first, elect nothing yet. Ask Vanguard (800-523-1188): (1) Does the plan accept")
    assert told[3].startswith("Elect: nothing after tax until the questions above are answered")
    roth_unknown = steps(plan={"in_plan_conversion": "unknown"})
    assert roth_unknown[3] == "Elect: nothing after tax until the questions above are answered; then up to $41,500.00."


def test_a_plan_without_after_tax_has_nothing_to_elect() -> None:
    assert len(steps(plan={"after_tax_allowed": "no"})) == 1


def test_a_plan_cap_is_named_instead_of_a_sum_that_does_not_add_up() -> None:
    told = steps(plan={"after_tax_cap_percent": 10})
    assert (
        told[1]
        == "The amount: $20,000.00 after tax, decided by the plan's cap on after-tax contributions, 10% of eligible pay."
    )
    assert "Elect after tax: 10% of pay ($20,000.00)." in told[3]


def test_the_catch_up_stands_outside() -> None:
    given = {
        "year": 2026,
        "people": {"me": {"born": "1970-05-05"}},
        "jobs": [{"name": "j", "person": "me", "pay": 200_000, "plan": PLAN}],
    }
    answer = questions.room(given, TODAY)
    assert isinstance(answer, RoomAnswer)
    told = steps_of(answer.jobs[0], answer.law, TODAY)
    assert told[1].endswith("= $41,500.00 after tax. The catch-up stands outside this limit.")
    assert "Beside it deferral and catch-up: 16% of pay ($32,000.00 of $32,500.00" in told[3]


def test_a_job_that_is_over() -> None:
    made = {"as_of": "2026-05-29", "pay": 80_000, "pre_tax": 10_000, "after_tax": 7_000}
    told = steps(ends="2026-05-31", so_far=made)
    assert told == [
        "The job is over: nothing more can be elected there. Roll the $7,000.00 of after-tax money directly to a Roth IRA "
        "or a Roth 401(k) (Notice 2014-54)."
    ]


def test_the_deferral_goes_on_when_after_tax_is_full() -> None:
    made = {"as_of": "2026-06-26", "pay": 100_000, "pre_tax": 14_500, "after_tax": 41_500, "match": 6_000}
    last = steps(so_far=made)[3]
    assert last.startswith("Elect: nothing more after tax this year. Beside it deferral: 10% of pay ($10,000.00).")
