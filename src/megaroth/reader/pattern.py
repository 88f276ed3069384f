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

    def __init__(self, text: str, *needs: str, flags: int = 0) -> None:
        self.text, self.needs, self.flags = text, needs, flags

    def __getattr__(self, name: str) -> Any:
        """The methods of the compiled pattern, found once and kept."""
        if name not in ("search", "match", "finditer", "findall", "sub", "split"):
            raise AttributeError(name)
        compiled = re.compile(self.text, self.flags)
        for each in ("finditer", "findall", "sub", "split"):
            setattr(self, each, getattr(compiled, each))
        self.search = _guarded(compiled.search, self.needs) if self.needs else compiled.search
        self.match = _guarded(compiled.match, self.needs) if self.needs else compiled.match
        return getattr(self, name)


def _guarded(
    search: Callable[..., re.Match[str] | None], needs: tuple[str, ...]
) -> Callable[..., re.Match[str] | None]:
    if len(needs) == 1:
        (need,) = needs
        return lambda text: search(text) if need in text else None

    def guarded(text: str) -> re.Match[str] | None:
        for word in needs:
            if word in text:
                return search(text)
        return None

    return guarded
