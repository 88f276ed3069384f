"""Figures of one page agree with each other: the meters, the dollars beside a percentage, the table of paychecks and the year."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from megaroth import questions
from megaroth.kit.money import Money
from megaroth.report.paper.calendar import dates_of
from megaroth.report.paychecks import stub_rows, sum_of, true_up_rows
from megaroth.report.sheet import sheets
from megaroth.report.steps import asked_of
from megaroth.room.answer import RoomAnswer
from megaroth.schedule.answer import ScheduleAnswer

TODAY = datetime.date(2026, 6, 1)
TERMS = {"after_tax_allowed": "yes", "in_plan_conversion": "automatic", "match": [{"rate_percent": 100, "up_to_percent_of_pay": 5}], "combined_cap_percent": 50}  # fmt: skip


def answered(household: dict[str, Any]) -> tuple[RoomAnswer, ScheduleAnswer]:
    room = questions.room(household, TODAY)
    assert not isinstance(room, list)
    schedule = questions.schedule_of(room.household, TODAY)
    assert not isinstance(schedule, list)
    return room, schedule


def test_a_split_that_differs_by_a_cent_breaks_no_limit() -> None:
    """The room gives one job $7,500.01 of the deferral, the schedule the other $17,000.00: together no cent too much."""
    room, schedule = answered({
        "year": 2026, "people": {"me": {"born": "1985-12-31"}},
        "jobs": [
            {"name": "Dell", "person": "me", "plan": "dell", "pay": 150_000},
            {"name": "Microsoft", "person": "me", "plan": "microsoft", "pay": {"annual": 120_000, "frequency": "monthly", "days_of_month": [31]}},
        ],
    })  # fmt: skip
    shown = sheets(room, schedule, TODAY)
    deferrals = [meter for sheet in shown for meter in sheet.meters if meter.label == "Deferrals"]
    assert [meter.state for meter in deferrals] == ["full", "full"]
    assert all(meter.limit == Money(24_500_00) for meter in deferrals)


FIFTY_TWO: dict[str, Any] = {
    "year": 2026, "people": {"me": {"born": "1974-12-31"}},
    "jobs": [
        {
            "name": "Acme", "person": "me", "plan": TERMS,
            "pay": {"annual": 240_000, "frequency": "monthly", "days_of_month": [31], "extra": [{"on": "2026-03-31", "amount": 60_000, "kind": "bonus"}]},
            "so_far": {"as_of": "2026-05-29", "pay": 160_000, "pre_tax": 16_000, "after_tax": 4_000, "match": 8_000},
        }
    ],
}  # fmt: skip


def test_a_deferral_that_goes_on_as_catch_up_takes_its_dollars() -> None:
    room, schedule = answered(FIFTY_TWO)
    stages = sheets(room, schedule, TODAY)[0].stages
    assert len(stages) == 2
    for stage in stages:
        for label, share, dollars in stage.numbers:
            percent = Decimal(share.removesuffix("%"))
            assert dollars == Money(int(20_000 * percent)), (label, share)  # of a paycheck of $20,000


def test_the_table_of_paychecks_adds_up_to_the_year() -> None:
    room, schedule = answered(FIFTY_TWO)
    job, sheet = schedule.jobs[0], sheets(room, schedule, TODAY)[0]
    rows = [*stub_rows(job), *job.rows(), *true_up_rows(job)]
    assert rows[0]["kind"] == "stub"
    assert sum_of(rows, "pay") == Decimal("300000.00")  # 12 months of 20,000 and the bonus
    assert sum_of(rows, "net_pay") is None  # a stub does not say it
    after_tax = sum_of(rows, "after_tax")
    assert sheet.after_tax is not None
    assert after_tax == Decimal(sheet.after_tax.plain())
    total = sum((sum_of(rows, name) or Decimal(0) for name in ("pre_tax", "roth", "catch_up", "after_tax", "match")), Decimal(0))  # fmt: skip
    assert sheet.total is not None
    assert total == Decimal(sheet.total.plain())


def test_nobody_too_young_for_catch_up_is_told_to_ask_about_it() -> None:
    older, _ = answered(FIFTY_TWO)
    assert {"super_catch_up", "match_on_catch_up"} <= {each.field for each in asked_of(older.jobs[0]).questions}
    young = {**FIFTY_TWO, "people": {"me": {"born": "1985-12-31"}}}
    younger, _ = answered(young)
    assert not {"super_catch_up", "match_on_catch_up"} & {each.field for each in asked_of(younger.jobs[0]).questions}


def test_a_job_that_is_over_with_nothing_after_tax_has_no_conversion_to_watch() -> None:
    left = {**FIFTY_TWO["jobs"][0], "ends": "2026-05-29", "so_far": {"as_of": "2026-05-29", "pay": 160_000, "pre_tax": 16_000, "match": 8_000}}  # fmt: skip
    room, schedule = answered({**FIFTY_TWO, "jobs": [left]})
    assert not any("unconverted" in each.what or "1099-R" in each.what for each in dates_of(room, schedule, TODAY))
    room, schedule = answered(FIFTY_TWO)
    assert any("unconverted" in each.what for each in dates_of(room, schedule, TODAY))
