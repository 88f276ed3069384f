"""The paper as questions: a household in, a PDF, a calendar or a workbook out, as bytes; or findings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from megaroth import questions
from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.money import ZERO, percent
from megaroth.questions import Source

if TYPE_CHECKING:
    from megaroth.household.model import Household
    from megaroth.ledger.convert import ConvertAnswer
    from megaroth.ledger.read import Book
    from megaroth.report.paper.beside import Beside, Kept
    from megaroth.report.paper.cover import CoverFile
    from megaroth.room.answer import RoomAnswer
    from megaroth.schedule.answer import ScheduleAnswer
    from megaroth.tax.conversion import ConversionCost

Kind: TypeAlias = Literal["pdf", "ics", "xlsx"]
NEEDS = {"pdf": ("typst", "vl_convert"), "ics": ("icalendar",), "xlsx": ("xlsxwriter",)}
"""The libraries of the `report` extra that each kind of paper needs."""
EARNS = percent("6")
"""What after-tax money is assumed to earn in a year before it is converted; the paper says so beside every figure of it."""


def report(
    source: Source,
    today: datetime.date,
    kind: Kind = "pdf",
    cover: CoverFile | None = None,
    ledger: Source | Book | None = None,
) -> bytes | list[Finding]:
    """The paper of a household on a day: a PDF, the year's dates as iCalendar, or schedule and ledger as a workbook."""
    if missing := _missing(kind):
        return missing
    room = questions.room(source, today)
    if isinstance(room, list):
        return room
    schedule = questions.schedule_beside(room, today)
    kept = None if ledger is None else kept_of(ledger, room.household.year, today)
    if isinstance(kept, list):
        return kept
    if kind == "pdf":
        from megaroth.report.paper.content import paper_content
        from megaroth.report.paper.pdf import pdf_of

        return pdf_of(paper_content(room, beside(room, schedule, today, kept), today, cover), today)
    from megaroth.report.paper.calendar import dates_of

    dates = dates_of(room, schedule, today)
    if kind == "ics":
        from megaroth.report.paper.calendar import ics_of

        return ics_of(dates, today)
    from megaroth.report.paper.workbook import workbook_of

    return workbook_of(room, schedule, dates, kept)


def kept_of(ledger: Source | Book, year: int, today: datetime.date) -> Kept | list[Finding]:
    """A ledger as the paper shows it: its state today, the forms of a year, what may come out."""
    from megaroth.report.paper.beside import Kept

    book = questions.book(ledger)
    if isinstance(book, list):
        return book
    shown, forms = questions.ledger(book, today), questions.forms(book, year, today)
    out = questions.withdraw(book, today)
    if isinstance(shown, list) or isinstance(forms, list) or isinstance(out, list):
        return [finding for each in (shown, forms, out) if isinstance(each, list) for finding in each]
    return Kept(shown, forms, out)


def beside(room: RoomAnswer, schedule: ScheduleAnswer | None, today: datetime.date, kept: Kept | None = None) -> Beside:
    """Everything the paper tells besides the room: conversions and their tax, the years to come, the ledger."""
    from megaroth.questions import outlook
    from megaroth.report.paper.beside import Beside

    if has_errors(list(room.findings)):
        return Beside(schedule=schedule, kept=kept)  # nothing else could be relied upon
    room = questions.in_reach(room, schedule)
    waits, taxed = _waiting(room, schedule, today)
    worth = outlook.worth_of(room)
    tax = _tax(room.household, waits, today) if waits else None
    should, first = outlook.should_of(room, today), outlook.first_of(room, today)
    return Beside(schedule, waits, taxed, tax, should, first, worth, kept)


def _waiting(
    room: RoomAnswer, schedule: ScheduleAnswer | None, today: datetime.date
) -> tuple[dict[str, ConvertAnswer], bool]:
    """By job, the year's after-tax money converted sooner and later; whether the household's own return says its tax."""
    from megaroth.questions.conversion import assumed_of_job, waiting

    may = {job.name for job in room.jobs if job.may_i != "no"}
    found: dict[str, ConvertAnswer] = {}
    taxed = True
    for job in schedule.jobs if schedule else ():
        made = [(line.paycheck.date, line.after_tax.plain()) for line in job.outcome.lines if line.after_tax > ZERO]
        if job.name not in may or not made:
            continue
        assumed, why_not = assumed_of_job(room.household, job.name, today, EARNS)
        born = room.household.people[job.person].born
        answer = waiting(made, datetime.date(room.household.year, 12, 31), assumed, born)
        if not isinstance(answer, list):
            found[job.name], taxed = answer, taxed and not why_not
    return found, taxed and bool(found)


def _tax(
    household: Household, waits: Mapping[str, ConvertAnswer], today: datetime.date
) -> ConversionCost | list[Finding] | None:
    """The tax of converting the year's earnings at its end: the dearest of the ways that are shown."""
    from megaroth.tax.of_household import cost_of

    taxable = ZERO
    for answer in waits.values():
        late = next((plan for plan in answer.waiting if plan.frequency == "annual"), None)
        taxable = taxable + late.taxable if late else taxable
    law = questions._law_of(household)
    return law if isinstance(law, list) else cost_of(law, household, taxable, today) if taxable > ZERO else None


def _missing(kind: Kind) -> list[Finding]:
    from importlib.util import find_spec

    absent = [name for name in NEEDS[kind] if find_spec(name) is None]
    if not absent:
        return []
    message = f"A {kind} needs libraries that are not installed: {', '.join(absent)}."
    return [Finding("library-missing", "error", message, "", "Install them: `pip install 'megaroth[report]'`.")]
