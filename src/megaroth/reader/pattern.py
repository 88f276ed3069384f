"""Patterns that are compiled when they are first asked: of four hundred a document needs a third, and compiling is slow."""

from __future__ import annotations

from megaroth.reader import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from typing import Any

_NOWHERE = "\0"
EVERY: list[tuple[str, int]] = []
"""Text and flags of each pattern that there is."""


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
        EVERY.append((text, int(flags)))

    def within(self, whole: str) -> Pattern:
        """The same for texts that all are parts of a whole: of its words, those that the whole has not are not looked for."""
        if not self.needs:
            return self
        narrowed = Pattern.__new__(Pattern)
        narrowed.text, narrowed.flags = self.text, self.flags
        narrowed.needs = tuple(word for word in self.needs if word in whole) or (_NOWHERE,)
        return narrowed

    def __getattr__(self, name: str) -> Any:
        """The methods of the compiled pattern, found once and kept; guarded where words are needed."""
        value: Any
        if name == "compiled":
            value = kept.compiled(self.text, self.flags)
        elif name not in _NOTHING:
            raise AttributeError(name)
        elif not self.needs:
            value = getattr(self.compiled, name)
        elif name == "sub":
            value = _guarded_sub(self)
        else:
            value = _guarded(self, name, _NOTHING[name])
        setattr(self, name, value)
        return value


_NOTHING: dict[str, Callable[[str], Any] | None] = {
    "search": None, "match": None, "finditer": lambda _: iter(()), "findall": lambda _: [], "split": lambda text: [text], "sub": None,
}  # fmt: skip
"""What each method gives where there is nothing to find."""


def _guarded(pattern: Pattern, method: str, nothing: Callable[[str], Any] | None) -> Callable[..., Any]:
    """A method, but only where one of the words is; until then the pattern is not even compiled."""
    needs = pattern.needs
    found: Callable[..., Any] | None = None

    def guarded(text: str, *at: int) -> Any:
        nonlocal found
        for word in needs:
            if word in text:
                found = found or getattr(pattern.compiled, method)
                return found(text, *at)
        return nothing and nothing(text)

    return guarded


def _guarded_sub(pattern: Pattern) -> Callable[..., str]:
    needs = pattern.needs

    def guarded(put: Any, text: str, count: int = 0) -> str:
        for word in needs:
            if word in text:
                return pattern.compiled.sub(put, text, count)
        return text

    return guarded
