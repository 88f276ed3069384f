"""A plan document that was dropped: read by the sandboxed reader, confirmed term by term, then the terms of a job.

What was read lives as long as the run, in memory alone; a page is drawn only by the reader's child.
"""

from __future__ import annotations

import datetime
import json
import struct
import tomllib
import zlib
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from megaroth.kit.finding import Finding
from megaroth.plan.write import plan_text
from megaroth.questions.reader import marked_page, read
from megaroth.report.plan_text import GROUPS, said

if TYPE_CHECKING:
    from megaroth.report.reader_text import ReadAnswer

MOST_KEPT = 4


@dataclass(slots=True)
class Document:
    """One document that was read, and what it says."""

    name: str
    data: bytes
    answer: ReadAnswer
    terms: list[dict[str, Any]] = field(default_factory=list)

    @property
    def has_pictures(self) -> bool:
        """Whether its pages can be drawn: those of a PDF."""
        return b"%PDF-" in self.data[:1024]


class Desk:
    """The last few documents, by scenario and job."""

    def __init__(self) -> None:
        self._on: dict[tuple[str, int], Document] = {}

    def get(self, scenario: str, job: int) -> Document | None:
        """The document of a job, if one was read in this run."""
        return self._on.get((scenario, job))

    def put(self, scenario: str, job: int, name: str, data: bytes, today: datetime.date) -> list[Finding]:
        """Read a document; what stops it from being read."""
        answer = read([(name[:120] or "document", data)], today)
        if isinstance(answer, list):
            return answer
        while len(self._on) >= MOST_KEPT:
            self._on.pop(next(iter(self._on)))
        self._on[scenario, job] = Document(name[:120], data, answer, _terms(answer))
        return []


def _terms(answer: ReadAnswer) -> list[dict[str, Any]]:
    """What the document says, term by term, in the order of a plan file."""
    stated = answer.plan.draft.stated
    return [
        {"group": group, "name": name, "value": said(stated[name].value), "quote": stated[name].quote, "page": stated[name].page,
         "also": stated[name].also, "confidence": stated[name].confidence, "note": stated[name].note}
        for group, names in GROUPS.items()
        for name in names
        if name in stated
    ]  # fmt: skip


def plan_of(document: Document, taken: set[str]) -> dict[str, Any]:
    """The terms that were confirmed, as a plan table with their evidence."""
    text = plan_text(document.answer.plan.draft)
    values: dict[str, Any] = json.loads(json.dumps(tomllib.loads(text, parse_float=Decimal), default=str))
    known = {term["name"] for term in document.terms}
    refused = known - taken
    evidence = {name: proof for name, proof in values.get("evidence", {}).items() if name not in refused}
    made = {
        name: value for name, value in values.items() if name not in refused and name not in ("evidence", "conflicts")
    }
    return {**made, "evidence": evidence} if evidence else made


def page_picture(document: Document, number: int, quote: str) -> bytes | None:
    """A page as PNG with the quote marked; None where there is no picture of it."""
    told = marked_page((document.name, document.data), number, quote)
    return None if told is None else _png(*told)


def _png(width: int, height: int, grey: bytes, boxes: list[tuple[int, int, int, int]]) -> bytes:
    """A picture of 128 greys, and the same 128 under a yellow marker where a box says so."""
    plain, marked = bytes(n >> 1 for n in range(256)), bytes((n >> 1) | 128 for n in range(256))
    rows = []
    for y in range(height):
        line = grey[y * width : (y + 1) * width]
        row = bytearray(line.translate(plain))
        for left, right, top, bottom in boxes:
            if top <= y < bottom:
                row[left:right] = line[left:right].translate(marked)
        rows.append(b"\0" + bytes(row))
    colours = bytes(n * 2 for n in range(128) for _ in range(3)) + bytes(
        part for n in range(128) for part in (n * 2, min(n * 2, 230) if n > 20 else n * 2, n)
    )

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", colours), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts)
