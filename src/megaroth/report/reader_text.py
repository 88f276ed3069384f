"""What documents say of a plan, for people: verdict, terms with page and quote, contradictions, what is open, the letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from megaroth.plan.draft import Read
from megaroth.reader.merging import Change
from megaroth.reader.reading import Reading
from megaroth.report.lines import BLANK, Line, wrapped
from megaroth.report.plan_text import PlanAnswer, plan_lines, said


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """The documents, the plan that they state, and, of two, what changed from the first to the second."""

    plan: PlanAnswer
    documents: tuple[Reading, ...]
    remarks: tuple[str, ...] = ()
    changed: tuple[Change, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """The form for programs: that of `check`, and more."""
        told = self.plan.as_json()
        findings = told.pop("findings")
        return {
            **told,
            "documents": [document.as_json() for document in self.documents],
            "remarks": list(self.remarks),
            "changes": [
                {"field": change.field, "before": _side(change.before), "after": _side(change.after)}
                for change in self.changed
            ],
            "findings": findings,
        }


def _side(read: Read | None) -> dict[str, Any] | None:
    return (
        None
        if read is None
        else {"value": said(read.value), "quote": read.quote, "page": read.page, "source": read.source}
    )


def read_lines(answer: ReadAnswer, width: int = 80, diff: bool = False) -> list[Line]:
    """What was read, then what it says; with `diff` only what changed."""
    lines: list[Line] = []
    for document in answer.documents:
        lines += wrapped(_how(document), width, role="faint")
    if diff:
        return [*lines, BLANK, *change_lines(answer.changed, width)]
    lines += plan_lines(answer.plan, width)
    if answer.remarks:
        place = next(
            (
                number
                for number, line in enumerate(lines)
                if line.text in ("Not stated", "To know and to do", "Ready to send")
            ),
            len(lines),
        )
        remarks = [Line("Noted", "title")]
        remarks += [line for remark in answer.remarks for line in wrapped(f"- {remark}", width, "  ", "    ")]
        lines[place:place] = [*remarks, BLANK]
    return lines


def _how(document: Reading) -> str:
    parts = [f"{document.pages} page{'s' * (document.pages != 1)}"]
    if document.by_ocr:
        parts.append(f"{len(document.by_ocr)} by OCR")
    if document.unread:
        parts.append(f"{len(document.unread)} unread")
    dated = f", of {document.date}" if document.date else ""
    return f"Read {document.file}{dated}: {', '.join(parts)}."


def change_lines(changed: tuple[Change, ...], width: int = 80) -> list[Line]:
    """What the second document says otherwise than the first."""
    if not changed:
        return [Line("Nothing that is read here changed.", "good")]
    lines = [Line("What changed", "title")]
    for change in changed:
        before = "not stated" if change.before is None else f"{said(change.before.value)} (page {change.before.page})"
        after = "not stated" if change.after is None else f"{said(change.after.value)} (page {change.after.page})"
        lines += wrapped(f"{change.field.replace('_', ' ')}: {before} -> {after}", width, "  ", "      ")
        if change.after is not None and change.after.quote:
            lines += wrapped(f"“{change.after.quote}”", width, "      ", role="faint")
    return lines


def passage_lines(told: dict[str, Any], name: str, width: int = 80) -> list[Line]:
    """Passages that were looked for."""
    lines = wrapped(f"Passages of {name}, the nearest first:", width, role="title")
    if not told["passages"]:
        return [*lines, Line("  none")]
    for passage in told["passages"]:
        under = f", under “{passage['under']}”" if passage["under"] else ""
        lines += [BLANK, *wrapped(f"page {passage['page']}{under}", width, "  ", role="faint")]
        lines += wrapped(passage["text"], width, "  ")
    return lines
