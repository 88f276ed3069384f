"""Patterns that are compiled when they are first asked: of four hundred a document needs a third, and compiling is slow."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any


class Pattern:
    """A regular expression, compiled on first use; `needs`: of which words one has to be in a text that it can find anything in.

    The words only save time: with and without them the answer is the same (`tests/reader/test_pattern.py`).
    """

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., str]
    split: Callable[..., list[str]]
    compiled: re.Pattern[str]

    def __init__(self, text: str, *needs: str, flags: int = 0) -> None:
        self.text, self.needs, self.flags = text, needs, flags
        if needs:
            self.search = _guarded(self, needs, "search")
            self.match = _guarded(self, needs, "match")

    def __getattr__(self, name: str) -> Any:
        """The methods of the compiled pattern, found once and kept."""
        if name not in ("search", "match", "finditer", "findall", "sub", "split", "compiled"):
            raise AttributeError(name)
        self.compiled = compiled = re.compile(self.text, self.flags)
        for each in ("finditer", "findall", "sub", "split", *(() if self.needs else ("search", "match"))):
            setattr(self, each, getattr(compiled, each))
        return getattr(self, name)


def _guarded(pattern: Pattern, needs: tuple[str, ...], method: str) -> Callable[..., re.Match[str] | None]:
    """Search or match, but only where one of the words is; until then the pattern is not even compiled."""
    found: Callable[..., re.Match[str] | None] | None = None

    def guarded(text: str) -> re.Match[str] | None:
        nonlocal found
        for word in needs:
            if word in text:
                found = found or getattr(pattern.compiled, method)
                return found(text)
        return None

    return guarded
