"""The outlook as questions: is it worth it, should I, what comes first."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from megaroth import questions
from megaroth.kit.finding import Finding
from megaroth.questions import Source

if TYPE_CHECKING:
    from megaroth.outlook.answers import WorthAnswer
    from megaroth.outlook.first import FirstAnswer
    from megaroth.outlook.should import ShouldAnswer
    from megaroth.room.answer import RoomAnswer


def worth(source: Source, today: datetime.date | None = None) -> WorthAnswer | list[Finding]:
    """Is it worth it: every way to use the same take-home money, after all taxes; findings where nothing can be compared."""
    room = in_reach(source, today)
    return room if isinstance(room, list) else worth_of(room)


def worth_of(room: RoomAnswer) -> WorthAnswer | list[Finding]:
    """The comparison for a household whose room is known."""
    from megaroth.outlook.compare import worth_answer

    return worth_answer(room)


def first(source: Source, today: datetime.date | None = None) -> FirstAnswer | list[Finding]:
    """What comes first: the steps for the next dollar."""
    room = in_reach(source, today)
    return room if isinstance(room, list) else first_of(room, today)


def first_of(room: RoomAnswer, today: datetime.date | None = None) -> FirstAnswer:
    """What comes first for a household whose room is known."""
    from megaroth.outlook.first import first_answer
    from megaroth.room.ira import ira_answer

    return first_answer(room, ira_answer(room.law, room.household, today), today)


def should(source: Source, today: datetime.date | None = None) -> ShouldAnswer | list[Finding]:
    """Should I: the decision, its reasons, the flowchart."""
    room = in_reach(source, today)
    return room if isinstance(room, list) else should_of(room, today)


def in_reach(source: Source, today: datetime.date | None) -> RoomAnswer | list[Finding]:
    """The room, and what the paychecks that are left can still bring of it."""
    room = questions.room(source, today)
    return room if isinstance(room, list) else questions.in_reach(room, questions.schedule_beside(room, today))


def should_of(room: RoomAnswer, today: datetime.date | None = None) -> ShouldAnswer:
    """The decision for a household whose room is known; many futures are not needed for it."""
    from megaroth.outlook.compare import brief_answer
    from megaroth.outlook.should import should_answer

    compared = brief_answer(room)
    return should_answer(room, first_of(room, today), None if isinstance(compared, list) else compared, today)


def worth_json(answer: WorthAnswer) -> dict[str, Any]:
    """The answer of `worth`, with its charts."""
    from megaroth.report.charts.outlook import worth_charts

    told = answer.as_json()
    findings = told.pop("findings")
    return {**told, "charts": [made.as_json() for made in worth_charts(answer)], "findings": findings}


def first_json(answer: FirstAnswer) -> dict[str, Any]:
    """The answer of `first`, with its chart."""
    from megaroth.report.charts.outlook import first_chart

    told = answer.as_json()
    findings = told.pop("findings")
    return {**told, "charts": [first_chart(answer).as_json()], "findings": findings}


def should_json(answer: ShouldAnswer) -> dict[str, Any]:
    """The answer of `should`, with the flowchart as a chart too."""
    from megaroth.report.charts.outlook import flowchart_chart

    told = answer.as_json()
    findings = told.pop("findings")
    return {**told, "charts": [flowchart_chart(answer.chart).as_json()], "findings": findings}
