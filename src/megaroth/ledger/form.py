"""A form as a list of lines with amounts, in the form's own numbering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from megaroth.kit.money import ZERO, Money

Lines: TypeAlias = dict[str, Money]


@dataclass(frozen=True, slots=True)
class Form:
    """A form's lines or boxes with something in them, and what to know about it."""

    name: str
    about: str
    """An account or a person."""
    lines: Lines
    notes: tuple[str, ...] = ()


def kept(lines: Lines) -> Lines:
    """Lines without the empty ones."""
    return {name: amount for name, amount in lines.items() if amount != ZERO}
