"""Reading plan documents, and the letters: typed functions for the doors."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from megaroth.kit.finding import Finding

if TYPE_CHECKING:
    from megaroth.plan.draft import Finished
    from megaroth.reader.reading import Picture, Progress, Reading
    from megaroth.report.reader_text import ReadAnswer

Document = Path | tuple[str, bytes]
"""A file, or a name and the bytes."""
LetterKind = Literal["ask", "convert", "excess"]


def read(
    documents: Sequence[Document], today: datetime.date, progress: Progress | None = None, compare: bool = False
) -> ReadAnswer | list[Finding]:
    """What plan documents say: one, or several of one plan merged by date; `compare` tells what the second changed."""
    from megaroth.law.book import UnknownYear, law_for
    from megaroth.plan.check import check_plan
    from megaroth.plan.draft import finish
    from megaroth.reader import merging, reading
    from megaroth.report.plan_text import PlanAnswer
    from megaroth.report.reader_text import ReadAnswer

    readings = _readings(documents, today, progress)
    if isinstance(readings, list) and readings and isinstance(readings[0], Finding):
        return [each for each in readings if isinstance(each, Finding)]
    read_ones = [each for each in readings if isinstance(each, reading.Reading)]
    whole = read_ones[0] if len(read_ones) == 1 else merging.merge(read_ones)
    changed = tuple(merging.changes(read_ones[0], read_ones[1])) if compare and len(read_ones) == 2 else ()
    if compare and len(read_ones) == 2:
        whole = read_ones[1]
    try:
        contradicting = check_plan(whole.draft, law_for(today.year))
    except UnknownYear:
        contradicting = []
    answer = PlanAnswer(finish(whole.draft), today.year, (), (*whole.findings, *contradicting))
    return ReadAnswer(answer, tuple(read_ones), whole.remarks, changed)


def find(document: Document, words: str, today: datetime.date) -> dict[str, Any] | list[Finding]:
    """The passages of a document that are nearest to some words."""
    from megaroth.reader import reading

    given = _bytes_of(document)
    if isinstance(given, Finding):
        return [given]
    told = reading.find(given[1], given[0], words, today)
    if isinstance(told, list):
        return told
    return {"format": 1, "file": given[0], "words": words, "passages": told["passages"], "findings": []}


def marked_page(document: tuple[str, bytes], number: int, quote: str) -> Picture | None:
    """A page of a document as greys, with the boxes of a quote."""
    from megaroth.reader import reading

    return reading.marked_page(document[1], number, quote)


def letter(
    finished: Finished,
    kind: LetterKind,
    to: str = "administrator",
    limit: str = "annual-additions",
    year: int = 0,
    amount: str = "",
) -> str:
    """A message as text: to ask, to set up automatic conversion, to correct an excess."""
    from megaroth.report import letters

    if kind == "ask":
        return letters.ask_letter(finished, to)
    return (
        letters.convert_letter(finished) if kind == "convert" else letters.excess_letter(finished, limit, year, amount)
    )


def _readings(
    documents: Sequence[Document], today: datetime.date, progress: Progress | None
) -> list[Reading] | list[Finding]:
    from megaroth.reader import reading

    found: list[Reading] = []
    for document in documents:
        given = _bytes_of(document)
        if isinstance(given, Finding):
            return [given]
        one = reading.read(given[1], given[0], today, progress)
        if isinstance(one, list):
            return one
        found.append(one)
    return found


def _bytes_of(document: Document) -> tuple[str, bytes] | Finding:
    from megaroth.reader.reading import load

    if isinstance(document, tuple):
        return document
    data = load(document)
    return data if isinstance(data, Finding) else (document.name, data)
