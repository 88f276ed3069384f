"""Texts that lost their blanks, as flip books and some PDF print them: `ThePlandoesnotpermit` is parted into its words.

A page is parted only where so many of its words are no words that nothing else explains it, and a word only where all of
it can be parted into known ones. What is quoted is what stands on the page (`as_it_stands`).
"""

from __future__ import annotations

import math

from megaroth.reader.lexicon import WORDS
from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.units import Page

_LETTERS = Pattern(r"[A-Za-z]{4,}")
_BESIDE_DIGITS = Pattern(
    r"(?<=[a-z]{2})(?=\d)|(?<=\d)(?=(?:of|or|to|and|for|per|in|is|if|through|years?|days?|months?|percent)\b)"
)
_TOO_LONG = 15
"""Few words of English have so many letters, and those that plans use are known."""
_LEAST, _SHARE = 4, 0.02
_LONGEST_WORD = 20
_MOST_LETTERS = 400


def part(pages: list[Page]) -> None:
    """Part the lines of the pages that lost their blanks."""
    if not any(_looks_glued(line.text) for page in pages for line in page.lines):
        return
    costs = _costs()
    for page in pages:
        words = [word for line in page.lines for word in line.text.split()]
        runs = [found for word in words if len(word) > _TOO_LONG for found in _LETTERS.findall(word)]
        odd = sum(len(run) > _TOO_LONG and run.lower() not in costs for run in runs)
        if odd < _LEAST or odd < _SHARE * len(words):
            continue
        for line in page.lines:
            line.text = _BESIDE_DIGITS.sub(" ", _LETTERS.sub(lambda found: _parted(found[0], costs), line.text))


def as_it_stands(quote: str, page: str) -> str:
    """A quote with just the blanks that it has on its page; both are folded."""
    if quote in page:
        return quote
    bare = "".join(page.split())
    at = bare.find("".join(quote.split()))
    if at < 0:
        return quote
    places = [place for place, letter in enumerate(page) if not letter.isspace()]
    return page[places[at] : places[at + len("".join(quote.split())) - 1] + 1]


def _looks_glued(text: str) -> bool:
    return any(len(word) > _TOO_LONG for word in text.split())


def _costs() -> dict[str, float]:
    """Of each known word, the logarithm of how rare it is."""
    words = WORDS.split()
    whole = math.log(len(words))
    return {word: math.log((rank + 1) * whole) for rank, word in enumerate(words)}


def _parted(glued: str, costs: dict[str, float]) -> str:
    """The likeliest words of a run of letters; the run itself where a part of it is no word."""
    text = glued.lower()
    if text in costs or len(glued) > _MOST_LETTERS:
        return glued
    capitals = glued.isupper()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        ways = [
            (best[start][0] + costs[text[start:end]], start)
            for start in range(max(0, end - _LONGEST_WORD), end)
            if text[start:end] in costs and (capitals or end - start == 1 or glued[start + 1 : end].islower())
        ]
        best.append(min(ways, default=(math.inf, 0)))
    if best[-1][0] == math.inf:
        return glued if capitals else _with_names(glued, costs)
    words: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        words.insert(0, glued[start:end])
        end = start
    return " ".join(words)


_NAMES = Pattern(r"[A-Z]{3,}(?=[a-z])|[A-Z]+(?![a-z])|[A-Z][a-z]+|^[a-z]+")


def _with_names(glued: str, costs: dict[str, float]) -> str:
    """The same, where a capital begins each of the parts, one of which may be a name."""
    parts = _NAMES.findall(glued)
    rest = _NAMES.sub("", glued)
    if rest:  # small letters behind an abbreviation: `IRSdollarlimit`
        parts = [*parts, rest] if glued.endswith(rest) and glued[: -len(rest)] == "".join(parts) else []
    if len(parts) < 2:
        return glued
    return " ".join(each if each.lower() in costs or each == glued else _parted(each, costs) for each in parts)
