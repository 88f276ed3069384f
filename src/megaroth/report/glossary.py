"""What the terms mean, in plain words: for the paper and the app."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def glossary() -> tuple[tuple[str, str], ...]:
    """Every term with its meaning, in order of the alphabet."""
    text = (resources.files("megaroth.report") / "glossary.toml").read_text(encoding="utf-8")
    found = [(row["term"], row["means"]) for row in tomllib.loads(text)["terms"]]
    return tuple(sorted(found, key=lambda pair: pair[0].lower()))
