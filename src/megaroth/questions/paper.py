"""The paper as questions: a household in, a PDF, a calendar or a workbook out, as bytes; or findings."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from megaroth import questions
from megaroth.kit.finding import Finding
from megaroth.questions import Source

if TYPE_CHECKING:
    from megaroth.report.paper.cover import CoverFile
    from megaroth.room.answer import RoomAnswer
    from megaroth.schedule.answer import ScheduleAnswer

Kind: TypeAlias = Literal["pdf", "ics", "xlsx"]
NEEDS = {"pdf": ("typst", "vl_convert"), "ics": ("icalendar",), "xlsx": ("xlsxwriter",)}
"""The libraries of the `report` extra that each kind of paper needs."""


def report(
    source: Source, today: datetime.date, kind: Kind = "pdf", cover: CoverFile | None = None
) -> bytes | list[Finding]:
    """The paper of a household on a day: a PDF, the year's dates as iCalendar, or the schedule as a workbook."""
    if missing := _missing(kind):
        return missing
    room = questions.room(source, today)
    if isinstance(room, list):
        return room
    schedule = _schedule(room, source, today)
    if kind == "pdf":
        from megaroth.report.paper.content import paper_content
        from megaroth.report.paper.pdf import pdf_of

        return pdf_of(paper_content(room, schedule, today, cover), today)
    from megaroth.report.paper.calendar import dates_of

    dates = dates_of(room, schedule, today)
    if kind == "ics":
        from megaroth.report.paper.calendar import ics_of

        return ics_of(dates, today)
    from megaroth.report.paper.workbook import workbook_of

    return workbook_of(room, schedule, dates)


def _schedule(room: RoomAnswer, source: Source, today: datetime.date) -> ScheduleAnswer | None:
    """The schedule where any job has paydays; that the others have none is no news on paper."""
    from dataclasses import replace

    if all(job.year_of_pay is None for job in room.household.jobs):
        return None
    answer = questions.schedule(source, today)
    if isinstance(answer, list):
        return None
    kept = tuple(finding for finding in answer.findings if finding.code != "no-pay-table")
    return replace(answer, findings=kept)


def _missing(kind: Kind) -> list[Finding]:
    from importlib.util import find_spec

    absent = [name for name in NEEDS[kind] if find_spec(name) is None]
    if not absent:
        return []
    message = f"A {kind} needs libraries that are not installed: {', '.join(absent)}."
    return [Finding("library-missing", "error", message, "", "Install them: `pip install 'megaroth[report]'`.")]
