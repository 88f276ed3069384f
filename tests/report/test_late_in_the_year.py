"""A plan read late in the year: what the paychecks that are left can bring, and a table whose total is the whole year's."""

from __future__ import annotations

import datetime
from pathlib import Path

from megaroth import questions
from megaroth.kit.money import Money
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.should import ShouldAnswer
from megaroth.questions import outlook
from megaroth.report.schedule_text import schedule_lines
from megaroth.report.text import room_lines
from megaroth.room.answer import RoomAnswer
from megaroth.schedule.answer import ScheduleAnswer

EXAMPLE = (Path(__file__).parents[2] / "examples/households/paydays.toml").read_text(encoding="utf-8")
SO_FAR = "[jobs.so_far]\nas_of = 2026-11-15\npay = 197_500\npre_tax = 20_000\nafter_tax = 1_000\nmatch = 5_925\n"
LATE = datetime.date(2026, 11, 26)


def plan_text(text: str, today: datetime.date) -> list[str]:
    room = questions.room(text, today)
    assert isinstance(room, RoomAnswer), room
    return [
        line.text for line in room_lines(room, 120, True, today=today, schedule=questions.schedule_beside(room, today))
    ]


def test_what_can_still_be_reached_stands_beside_the_room_of_the_year() -> None:
    """Three paychecks of 7,500 are left: with 3% to 4% deferred, 41% of each is 9,225 by hand (3 x 3,075)."""
    told = plan_text(EXAMPLE, LATE)
    assert "  How much?    $40,900.00 after tax in 2026" in told
    assert [line for line in told if line.startswith("  Reachable    $9,225.00 with")], told[:12]


def test_nothing_is_said_of_reach_where_the_whole_room_is_in_reach() -> None:
    text = EXAMPLE.replace("[jobs.wishes]", '[jobs.wishes]\nafter_tax = "none"')
    assert not [line for line in plan_text(text, datetime.date(2026, 1, 1)) if "Reachable" in line]


def test_the_stub_has_a_line_and_the_total_is_that_of_the_year() -> None:
    answer = questions.schedule(EXAMPLE + "\n" + SO_FAR, LATE)
    lines = [line.text for line in schedule_lines(answer)]  # type: ignore[arg-type]
    stub = next(line for line in lines if line.startswith("  by stub"))
    total = next(line for line in lines if line.startswith("  total"))
    assert stub.split()[2:] == ["197,500.00", "20,000.00", "1,000.00", "5,925.00"]  # and nothing of its net pay
    assert total.split()[1] == "220,000.00"
    assert len(total.split()) == len(stub.split()) - 1


def test_a_year_of_which_no_paycheck_is_left_is_audited_by_its_stub() -> None:
    last = SO_FAR.replace("2026-11-15", "2026-12-31")
    answer = questions.audit(EXAMPLE + "\n" + last, LATE)
    lines = [line.text for line in schedule_lines(answer)]  # type: ignore[arg-type]
    assert next(line for line in lines if line.startswith("  total")).split()[1:] == [
        "197,500.00", "20,000.00", "1,000.00", "5,925.00",
    ]  # fmt: skip


def test_the_next_dollar_and_the_decision_stay_within_reach() -> None:
    """Law and plan leave 40,900; the paychecks that are left bring 9,225."""
    should, first = outlook.should(EXAMPLE, LATE), outlook.first(EXAMPLE, LATE)
    assert isinstance(should, ShouldAnswer)
    assert should.amount == Money(922_500)
    assert isinstance(first, FirstAnswer)
    place = first.place("after-tax")
    assert place is not None
    assert place.room == Money(922_500)
    assert "Initech: the paychecks that are left can bring $9,225.00 of $40,900.00." in place.notes


def test_who_wishes_for_less_is_told_what_the_paychecks_can_still_bring() -> None:
    """As much as whoever wishes for all of it: 3 x 3,075 (above)."""
    first = outlook.first(EXAMPLE.replace("[jobs.wishes]", '[jobs.wishes]\nafter_tax = "none"'), LATE)
    assert isinstance(first, FirstAnswer)
    place = first.place("after-tax")
    assert place is not None
    assert place.room == Money(922_500)


def test_elections_of_many_small_steps_are_searched_where_the_highest_stands() -> None:
    """Three paychecks of 7,500 may each take 10% after tax: 750 each from the first of them on, 2,250 in all."""
    text = EXAMPLE.replace("election_step_percent = 1", "election_step_dollars = 0.50\nafter_tax_cap_percent = 10")
    answer = questions.schedule(text, LATE)
    assert isinstance(answer, ScheduleAnswer)
    assert answer.jobs[0].outcome.after_tax == Money(225_000)
