"""The words that a pattern needs save time and change nothing: with and without them it finds the same."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from tests.reader import unseen
from tests.reader.corpus.compose import make
from tests.reader.corpus.filler import FILLER

import megaroth.reader
from megaroth.reader import words
from megaroth.reader.pattern import Pattern
from megaroth.reader.sources import resolved, tagged
from megaroth.reader.words import plain


def _patterns(thing: object, name: str) -> Iterator[tuple[str, Pattern]]:
    if isinstance(thing, Pattern):
        yield name, thing
    elif isinstance(thing, tuple | list):
        for place, part in enumerate(thing):
            yield from _patterns(part, f"{name}[{place}]")
    elif isinstance(thing, dict):
        for key, part in thing.items():
            yield from _patterns(part, f"{name}[{key}]")


PARENT_OR_OPTIONAL = ("child", "find", "sandbox", "ocr", "reading", "merging")
ALL = {
    name: pattern
    for found in pkgutil.iter_modules(megaroth.reader.__path__)
    if found.name not in PARENT_OR_OPTIONAL
    for attribute, thing in vars(importlib.import_module(f"megaroth.reader.{found.name}")).items()
    for name, pattern in _patterns(thing, f"{found.name}.{attribute}")
}
NEEDY = {name: pattern for name, pattern in ALL.items() if pattern.needs}


def _sentences() -> list[str]:
    raw = [
        line for file in unseen.FILES for document in unseen.documents(file) for line in document["text"].splitlines()
    ]
    raw += [block.text for number in range(6) for block in make(number, number % 2 == 1, 20).blocks]
    raw += FILLER
    both = [(text, resolved(tagged(plain(text)), True)) for text in raw if text.strip()]
    return sorted({text for pair in both for text in pair})


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    return _sentences()


def test_there_are_many_of_them() -> None:
    assert len(ALL) > 300
    assert len(NEEDY) > 50


def test_no_braces_were_lost_in_an_f_string() -> None:
    """`{0,2}` in an f-string is the tuple (0, 2), and the pattern finds something else than it says."""
    assert not [pattern.text for pattern in ALL.values() if re.search(r"\(\d+, \d+\)", pattern.text)]


@pytest.mark.parametrize("name", NEEDY)
def test_a_text_without_the_words_is_a_text_without_a_match(name: str, sentences: list[str]) -> None:
    pattern = NEEDY[name]
    compiled = re.compile(pattern.text, pattern.flags)
    for text in sentences:
        if compiled.search(text):
            assert any(word in text for word in pattern.needs), (pattern.needs, text)
        assert (pattern.search(text) is None) == (compiled.search(text) is None)
        assert (pattern.match(text) is None) == (compiled.match(text) is None)


def test_a_rewriting_is_tried_where_it_can_do_anything(sentences: list[str]) -> None:
    for pattern, _, needs in words._PLAIN:
        for text in (sentence.lower() for sentence in sentences):
            if pattern.search(text):
                assert any(word in text for word in needs), (pattern.text, text)


def test_a_pattern_is_compiled_only_when_a_word_of_it_is_there() -> None:
    pattern = Pattern(r"\bmatch", "match")
    assert pattern.search("nothing of the kind") is None
    assert "compiled" not in vars(pattern)
    assert pattern.search("the company match") is not None
    assert "compiled" in vars(pattern)


def test_every_method_gives_without_the_words_what_it_gives_where_nothing_is_found() -> None:
    pattern, bare = Pattern(r"\bmatch", "match"), re.compile(r"\bmatch")
    for text in ("nothing of the kind", "the company match", "a match, a match", "rematch"):
        assert pattern.findall(text) == bare.findall(text)
        assert [hit.span() for hit in pattern.finditer(text)] == [hit.span() for hit in bare.finditer(text)]
        assert pattern.split(text) == bare.split(text)
        assert pattern.sub("~", text) == bare.sub("~", text)
        assert pattern.sub("~", text, count=1) == bare.sub("~", text, count=1)
        assert bool(pattern.search(text, 3, 9)) == bool(bare.search(text, 3, 9))
