"""What the reader's modules hand to one another: lines of a page, units of sense, claims. Plain, so that the child starts fast."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Line:
    """One line, or one cell's line, as it stands on the page; lengths are points from the upper left corner."""

    text: str
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    column: int = 0
    """0: across the page; 1, 2 …: a column of text, or a cell of a table."""
    label: str = ""
    """What stands at the head of a table's row, where the line is a cell of it."""

    @property
    def height(self) -> float:
        """The height of the letters."""
        return self.bottom - self.top


@dataclass(slots=True)
class Page:
    """One page: its lines in reading order, and whether anybody could read it."""

    number: int
    lines: list[Line] = field(default_factory=list)
    status: str = "text"
    """text | ocr | empty (nothing is on it) | unread (something is on it that was not read)."""
    flags: list[str] = field(default_factory=list)
    raw: str = ""
    """The page's text as the file gives it."""
    width: float = 612.0
    height: float = 792.0


@dataclass(slots=True)
class Unit:
    """One sentence, item or cell, with what is needed to understand it."""

    page: int
    raw: str
    """The words of the page, white space folded: what is quoted."""
    norm: str = ""
    """The same for matching: lower case, numbers as digits, sources of money as tags."""
    heads: tuple[str, ...] = ()
    """The headings above, nearest first."""
    lead: str = ""
    """The sentence with a colon that this item completes, or the label of its row."""
    kind: str = "sentence"
    """sentence | item | cell | heading | question | contents."""
    scope: str = ""
    """The plan or the group of people it speaks of, where that is not everybody."""
    answer_to: str = ""
    """The question that it answers."""
    ticked: bool | None = None
    """Beside a tick box: ticked or not."""
    since: str = ""
    """ISO date from which it holds."""
    until: str = ""
    """ISO date up to which it held."""
    cell: tuple[int, int, int] | None = None
    """Of a table: which table, row and column."""
    rest: Unit | None = None
    """Where the sentence goes on over the page: its other half."""


@dataclass(slots=True)
class Claim:
    """What one unit says about one field."""

    field: str
    value: Any
    unit: Unit
    strength: int = 2
    """3: said outright; 2: said; 1: implied."""
    note: str = ""
    also: tuple[Unit, ...] = ()
    page: int = 0
    """The page, where it is not the unit's."""

    @property
    def quote(self) -> str:
        """The words that are its evidence."""
        return self.unit.raw
