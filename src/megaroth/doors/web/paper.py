"""The page of paper and letters: what can be printed, sent or put in a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from megaroth.report.letters import ask_letter, convert_letter, excess_letter
from megaroth.report.paper.cover import CoverFile
from megaroth.report.steps import asked_of

if TYPE_CHECKING:
    from megaroth.doors.web.render import Page
    from megaroth.plan.draft import Finished
    from megaroth.report.sheet import JobSheet
    from megaroth.room.answer import JobAnswer


def paper(page: Page) -> dict[str, Any]:
    """The files, a planner's cover, and for each job the letters that apply to it."""
    cover = page.shelf.firm.read()
    written = CoverFile() if isinstance(cover, list) else cover
    if isinstance(cover, list) and not page.findings:
        page.findings = cover
    room, letters = page.answers.room, []
    if room is not None:
        for job, sheet in zip(room.jobs, page.answers.sheets, strict=True):
            found = _letters(asked_of(job), job, sheet, page.today.year)
            letters.append({"name": job.name, "all": found})
    return {"letters": letters, "cover": written.model_dump()}


def _letters(finished: Finished, job: JobAnswer, sheet: JobSheet, year: int) -> list[tuple[str, str]]:
    """Title and text: what is still to be asked, the conversions, the correction of a limit that is broken."""
    found: list[tuple[str, str]] = []
    if finished.questions and not sheet.is_over:
        found.append(("Ask what the plan says", ask_letter(finished, "administrator")))
    if job.may_i != "no" and not sheet.is_over:
        found.append(("Have conversions made automatically", convert_letter(finished)))
    over = {meter.label: meter.used - meter.limit for meter in sheet.meters if meter.state == "over"}
    for label, limit, title in (
        ("Deferrals", "deferrals", "Return deferrals above the limit"),
        ("Annual additions", "annual-additions", "Return what is above the limit on annual additions"),
    ):
        if label in over:
            found.append((title, excess_letter(finished, limit, year, str(over[label]).removeprefix("$"))))
    return found
