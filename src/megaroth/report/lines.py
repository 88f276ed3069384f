"""Lines of a report: plain text with a role, so that a terminal may paint it and a pipe gets words alone.

The words carry the meaning; a role only repeats it. Who paints, and with what, is the door's affair.
"""

from __future__ import annotations

import textwrap
from typing import Literal, NamedTuple, TypeAlias

Role: TypeAlias = Literal["", "title", "good", "bad", "unsure", "faint", "error", "warning", "info"]


class Line(NamedTuple):
    """One line, without its line end."""

    text: str = ""
    role: Role = ""


BLANK = Line()


def wrapped(text: str, width: int, indent: str = "", hang: str | None = None, role: Role = "") -> list[Line]:
    """A paragraph in lines of at most `width`; `hang` indents all but the first. Words are never broken."""
    made = textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [Line(line, role) for line in made]


def labelled(label: str, text: str, width: int, column: int = 13, role: Role = "") -> list[Line]:
    """`  label   text`, the text wrapped in its own column."""
    first, *rest = wrapped(text, max(width - column - 2, 20)) or [BLANK]
    beside = " " * (column + 2)
    return [Line(f"  {label:<{column}}{first.text}".rstrip(), role), *(Line(beside + line.text, role) for line in rest)]


def meter(used: int, limit: int, width: int = 20) -> str:
    """A bar such as `[####------]  40%`; full only when nothing is left, empty only when nothing is used."""
    if limit <= 0:
        return f"[{'-' * width}]   0%"
    share = min(max(used, 0), limit)
    filled, percents = share * width // limit, share * 100 // limit
    if used > 0:
        filled = max(filled, 1)
    over = " OVER" if used > limit else ""
    return f"[{'#' * filled}{'-' * (width - filled)}] {percents:>3}%{over}"
