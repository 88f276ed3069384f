"""What the terms mean, in plain words: for the paper and the app."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from importlib import resources

from megaroth.report.lines import Line, wrapped


@functools.cache
def glossary() -> tuple[tuple[str, str], ...]:
    """Every term with its meaning, in order of the alphabet."""
    text = (resources.files("megaroth.report") / "glossary.toml").read_text(encoding="utf-8")
    found = [(row["term"], row["means"]) for row in tomllib.loads(text)["terms"]]
    return tuple(sorted(found, key=lambda pair: pair[0].lower()))


def word_lines(terms: Sequence[str], width: int) -> list[Line]:
    """Some of the terms at the end of a page, for who reads of them for the first time."""
    means = dict(glossary())
    lines = wrapped("In plain words", width, role="title")
    for term in terms:
        lines += wrapped(f"{term}: {means[term]}", width, "  ", "    ", "faint")
    return lines
