"""What the questions answer for one scenario, asked once per change of it. A network door reads no file that a household names."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from megaroth import questions
from megaroth.doors.web.fields import label_of
from megaroth.doors.web.first_fields import whole_rows
from megaroth.doors.web.form import directory_name, field_named
from megaroth.kit.finding import Finding
from megaroth.questions import outlook
from megaroth.questions.no_files import without_files
from megaroth.report.sheet import JobSheet, in_order, sheets

if TYPE_CHECKING:
    from megaroth.doors.web.shelf import Scenario
    from megaroth.outlook.answers import WorthAnswer
    from megaroth.outlook.first import FirstAnswer
    from megaroth.outlook.should import ShouldAnswer
    from megaroth.room.answer import RoomAnswer
    from megaroth.schedule.answer import JobSchedule, ScheduleAnswer

__all__ = ["Answers", "answers_of", "directory_name"]


@dataclass(frozen=True)
class Answers:
    """The answers of one household, or why there are none; findings by the field they belong to."""

    today: datetime.date
    asked: dict[str, Any]
    """The household as the questions read it: without names of files."""
    room: RoomAnswer | None
    schedule: ScheduleAnswer | None
    sheets: tuple[JobSheet, ...]
    findings: tuple[Finding, ...]
    by_field: dict[str, Finding]

    @cached_property
    def audit(self) -> ScheduleAnswer | None:
        """What comes of the numbers in force; asked when a page wants it."""
        found = questions.audit(self.asked, self.today) if self.schedule else None
        return None if isinstance(found, list) else found

    @cached_property
    def reached(self) -> RoomAnswer | None:
        """The room, and what of it the paychecks that are left can still take."""
        return questions.in_reach(self.room, self.schedule) if self.room else None

    @cached_property
    def worth(self) -> WorthAnswer | list[Finding]:
        """Every way to use the same money; a second of work."""
        return outlook.worth_of(self.reached) if self.reached else list(self.findings)

    @cached_property
    def should(self) -> ShouldAnswer | list[Finding]:
        """The decision with its reasons."""
        return outlook.should_of(self.reached, self.today) if self.reached else list(self.findings)

    @cached_property
    def first(self) -> FirstAnswer | list[Finding]:
        """The order of the next dollar."""
        return outlook.first_of(self.reached, self.today) if self.reached else list(self.findings)

    def unchanged(self, job: str) -> JobSchedule | None:
        """A job as it ends if nothing is changed; None where no numbers are in force."""
        found = next((each for each in self.audit.jobs if each.name == job), None) if self.audit else None
        return found if found and found.elections else None

    @property
    def in_order(self) -> list[tuple[int, JobSheet]]:
        """The sheets with their numbers: those of jobs that are over come last."""
        return sorted(enumerate(self.sheets), key=lambda each: each[1].is_over)

    @property
    def missing(self) -> list[Finding]:
        """What is merely not said yet."""
        return [finding for finding in self.findings if is_missing(finding)]

    @property
    def mistakes(self) -> list[Finding]:
        """What stops the answer and is more than a gap."""
        return [f for f in self.findings if f.severity == "error" and not is_missing(f)]


def is_missing(finding: Finding) -> bool:
    """Whether a finding only says that something has not been entered."""
    return finding.code in ("missing", "no-people", "no-jobs") or '""' in finding.message


def answers_of(scenario: Scenario, today: datetime.date) -> Answers:
    """The answers for a scenario as it is now; they are kept until it changes."""
    with scenario.asking:
        kept = scenario.answers
        if kept is None or kept[0] != (scenario.version, today):
            kept = scenario.answers = ((scenario.version, today), ask_all(scenario.household, today))
        return kept[1]


def ask_all(household: dict[str, Any], today: datetime.date) -> Answers:
    """Room and schedule of a household."""
    asked, refused = without_files(whole_rows(household))
    room = questions.room(asked, today)
    if isinstance(room, list):
        findings = [*refused, *room]
        findings = _plain([*findings, *_later_gaps(findings, household)], household)
        return Answers(today, asked, None, None, (), tuple(findings), _by_field(findings, household))
    has_paydays = any(job.year_of_pay for job in room.household.jobs)
    schedule = questions.schedule_of(room.household, today) if has_paydays else None
    planned = schedule if not isinstance(schedule, list) else None
    findings = _plain(in_order([*refused, *room.findings, *(planned.findings if planned else ())]), household)
    shown = tuple(sheets(room, planned, today))
    return Answers(today, asked, room, planned, shown, tuple(findings), _by_field(findings, household))


def _by_field(findings: list[Finding], household: dict[str, Any]) -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    for finding in findings:
        name = field_named(finding.where, household)
        if name and finding.severity != "info":
            found.setdefault(name, finding)
    return found


def _later_gaps(found: list[Finding], household: dict[str, Any]) -> list[Finding]:
    """The pay of a job, where the reader stopped before it came to jobs: a list of what is needed should be whole."""
    if not found or not all(is_missing(each) for each in found) or any("jobs[" in each.where for each in found):
        return []
    return [
        Finding("missing", "error", "The pay is missing.", f"jobs[{number}].{'profit' if own else 'pay'}")
        for number, job in enumerate(household["jobs"])
        if not job.get("profit" if (own := bool(job.get("self_employed"))) else "pay")
    ]


_SUBJECT = re.compile(
    r"^(?:`[^`]*`|\"[^\"]*\")(?: in \[\[\w+\]\](?: number \d+| (?P<whose>\"[^\"]*\"))?)?(?=:| needs | must )"
)
"""How the reader of files names a value at the head of a sentence."""


def _plain(findings: list[Finding], household: dict[str, Any]) -> list[Finding]:
    """Without line and column, and by the name of the field: on a page there is a field instead of a line."""
    made = []
    for f in findings:
        where = f.where.partition(" ")[2] if f.where.startswith("input:") else f.where
        label = label_of(field_named(where, household))
        named = _SUBJECT.match(f.message)
        message = f.message
        if label and named:
            of = f" of {named['whose'].strip(chr(34))}" if named["whose"] and len(household["jobs"]) > 1 else ""
            message = f"“{label}”{of}{f.message[named.end() :]}"
        made.append(replace(f, where=where, message=message))
    return made
