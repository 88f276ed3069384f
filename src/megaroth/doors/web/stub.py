"""The year so far from a payroll portal's CSV: which column is what is proposed, shown, and taken only when it is confirmed.

What was dropped lives as long as the run, in memory alone. Adding up is done by the reader of household files.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from typing import TYPE_CHECKING, Any

from megaroth.doors.web.form import written
from megaroth.household.file import SO_FAR_COLUMNS, SoFarFile
from megaroth.household.stubs import so_far_of_text
from megaroth.kit.finding import Finding

if TYPE_CHECKING:
    from megaroth.doors.web.render import Page

MOST_KEPT = 8
MOST_COLUMNS = 200
CALLED = {
    "date": "Payday", "pay": "Pay", "pre_tax": "Pre-tax 401(k)", "roth": "Roth 401(k)",
    "after_tax": "After-tax", "match": "Employer match",
}  # fmt: skip
DATES = (
    ("%Y-%m-%d", "2026-12-31"), ("%m/%d/%Y", "12/31/2026"), ("%m/%d/%y", "12/31/26"), ("%d.%m.%Y", "31.12.2026"),
    ("%b %d, %Y", "Dec 31, 2026"), ("%d-%b-%Y", "31-Dec-2026"),
)  # fmt: skip
_LOOKS_LIKE = {
    "date": r"(pay|check|cheque|payment|advice)\s*date|^date$|^paid",
    "match": r"match|employer|company|\ber\b",
    "after_tax": r"after[\s_-]*tax(?!.*roth)|voluntary",
    "roth": r"roth",
    "pre_tax": r"pre[\s_-]*tax|401\s*\(?k\)?|deferral",
    "pay": r"gross|eligible|earnings|total pay|^pay$|wages|compensation",
}
"""In this order: a column that was taken is not looked at again."""


class Stubs:
    """The last few files, by scenario and job."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], str] = {}

    def put(self, scenario: str, job: int, text: str) -> None:
        """Keep a file for this run."""
        while len(self._kept) >= MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[scenario, job] = text

    def get(self, scenario: str, job: int) -> str | None:
        """The file of a job, if one was dropped."""
        return self._kept.get((scenario, job))


def job_number(text: str) -> int:
    """The number of a job as an address has it; -1 where it is none."""
    return int(text) if text.isdecimal() and len(text) < 4 else -1


def stub(page: Page) -> dict[str, Any]:
    """The page: the file, which column is what, and what it adds up to."""
    number = job_number(page.asked.get("job", "0"))
    number = number if 0 <= number < len(page.scenario.household["jobs"]) else 0
    text = page.shelf.stubs.get(page.scenario.name, number)
    head, first = _top(text) if text is not None else ([], [])
    chosen = {name: page.asked.get(name, "") for name in SO_FAR_COLUMNS} if "date" in page.asked else guessed(head)
    dates = page.asked.get("date_format", "") or _dates_of(head, first, chosen["date"])
    found = None
    if text is not None:
        found = _read(text, chosen, dates, page.asked.get("year_to_date") == "yes", page)
    return {
        "job": number,
        "called": written(page.scenario.household, f"jobs.{number}.name") or "your employer",
        "dropped": text is not None,
        "head": [("", "–"), *((each, each) for each in head if each)],
        "names": [(name, CALLED[name]) for name in SO_FAR_COLUMNS],
        "chosen": chosen,
        "dates": DATES,
        "date_format": dates,
        "to_date": page.asked.get("year_to_date") == "yes",
        "found": found if isinstance(found, SoFarFile) else None,
        "wrong": found if isinstance(found, list) else [],
    }


def taken(page: Page) -> dict[str, str] | list[Finding]:
    """The year so far as a household file has it, from the file that was dropped and the columns that were confirmed."""
    text = page.shelf.stubs.get(page.scenario.name, job_number(page.asked.get("job", "0")))
    if text is None:
        return [Finding("no-file", "error", "The file is not here any more.", "file", "Drop it again.")]
    chosen = {name: page.asked.get(name, "") for name in SO_FAR_COLUMNS}
    found = _read(text, chosen, page.asked.get("date_format", ""), page.asked.get("year_to_date") == "yes", page)
    if isinstance(found, list):
        return found
    amounts = {name: getattr(found, name).plain() for name in SO_FAR_COLUMNS if name != "date" and chosen[name]}
    return {"as_of": str(found.as_of), **amounts}


def guessed(head: list[str]) -> dict[str, str]:
    """A proposal by the words of the headings; what fits nothing stays open."""
    left, found = [each for each in head if each], dict.fromkeys(SO_FAR_COLUMNS, "")
    for name in ("date", "match", "after_tax", "roth", "pre_tax", "pay"):
        fits = next((each for each in left if each == name or re.search(_LOOKS_LIKE[name], each, re.IGNORECASE)), "")
        if fits:
            found[name] = fits
            left.remove(fits)
    return found


def _read(text: str, chosen: dict[str, str], dates: str, to_date: bool, page: Page) -> SoFarFile | list[Finding]:
    known = {form: form for form, _ in DATES}
    if not chosen.get("date") or dates not in known:
        return [Finding("column-missing", "error", "No column is said to be the date.", "date", "Pick it.")]
    year = page.scenario.household.get("year")
    wanted = SoFarFile(
        file="the file",
        columns={name: title for name, title in chosen.items() if title},  # type: ignore[misc]
        date_format=dates,
        year_to_date=to_date,
    )
    return so_far_of_text(text, wanted, year if isinstance(year, int) else page.today.year)


def _top(text: str) -> tuple[list[str], list[str]]:
    """The headings and the first row."""
    try:
        rows = [[cell.strip() for cell in row] for row, _ in zip(csv.reader(io.StringIO(text, newline="")), range(50), strict=False) if any(row)]  # fmt: skip
    except csv.Error:
        return [], []
    head = rows[0][:MOST_COLUMNS] if rows else []
    return head, rows[1] if len(rows) > 1 else []


def _dates_of(head: list[str], first: list[str], title: str) -> str:
    """How the dates of a column are written, by its first cell."""
    at = head.index(title) if title in head else -1
    cell = first[at] if 0 <= at < len(first) else ""
    for form, _ in DATES:
        try:
            datetime.datetime.strptime(cell, form)
        except ValueError:
            continue
        return form
    return DATES[0][0]
