"""What the reader's modules hand to one another: lines of a page, units of sense, claims.

Plain classes: importing `dataclasses` takes longer than reading two pages.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Line:
    """One line, or one cell's line, as it stands on the page; lengths are points from the upper left corner.

    `column` is 0 across the page; 1, 2 … a column of text; from 10 a cell of a table. `label` is what stands at the head of
    a table's row, where the line is a cell of it; `above` the label that hangs over this row and others.
    """

    __slots__ = ("above", "bottom", "column", "label", "text", "top", "x0", "x1")

    def __init__(self, text: str, x0: float = 0.0, x1: float = 0.0, top: float = 0.0, bottom: float = 0.0) -> None:
        self.text, self.x0, self.x1, self.top, self.bottom = text, x0, x1, top, bottom
        self.column = 0
        self.label = self.above = ""

    @property
    def height(self) -> float:
        """The height of the letters."""
        return self.bottom - self.top


class Page:
    """One page: its lines in reading order, its text as the file gives it (`raw`), and whether anybody could read it.

    `status` is text | ocr | empty (nothing is on it) | unread (something is on it that was not read).
    """

    __slots__ = ("flags", "height", "lines", "number", "raw", "status", "width")

    def __init__(
        self, number: int, status: str = "text", raw: str = "", width: float = 612.0, height: float = 792.0
    ) -> None:
        self.number, self.status, self.raw, self.width, self.height = number, status, raw, width, height
        self.lines: list[Line] = []
        self.flags: list[str] = []


class Unit:
    """One sentence, item or cell, with what is needed to understand it.

    raw      the words of the page, white space folded: what is quoted
    norm     the same for matching: lower case, numbers as digits, sources of money as tags
    heads    the headings above, nearest first
    lead     the sentence with a colon that this item completes, or the label of its row
    kind     sentence | item | cell | heading | question | contents
    scope    the plan or the group of people it speaks of, where that is not everybody
    answer_to  the question that it answers
    ticked   beside a tick box: ticked or not
    since, until  ISO dates from which it holds, up to which it held
    cell     of a table: which table, row and column
    rest     where the sentence goes on over the page: its other half
    """

    __slots__ = (
        "answer_to", "cell", "heads", "kind", "lead", "norm", "page", "raw", "rest", "scope", "since", "ticked", "until",
    )  # fmt: skip

    def __init__(
        self,
        page: int,
        raw: str,
        heads: tuple[str, ...] = (),
        lead: str = "",
        kind: str = "sentence",
        ticked: bool | None = None,
        cell: tuple[int, int, int] | None = None,
    ) -> None:
        self.page, self.raw, self.heads, self.lead, self.kind = page, raw, heads, lead, kind
        self.ticked, self.cell = ticked, cell
        self.norm = self.scope = self.answer_to = self.since = self.until = ""
        self.rest: Unit | None = None


class Claim:
    """What one unit says about one field, and, where it takes more than one, the others (`also`).

    `strength` is 3: said outright; 2: said; 1: implied. `own`: the words of its clause, where a rule has weighed the others.
    """

    __slots__ = ("also", "field", "note", "own", "strength", "unit", "value")

    def __init__(
        self, field: str, value: Any, unit: Unit, strength: int = 2, note: str = "", also: tuple[Unit, ...] = ()
    ) -> None:
        self.own = ""
        self.field, self.value, self.unit, self.strength, self.note, self.also = (
            field,
            value,
            unit,
            strength,
            note,
            also,
        )
