"""A tuned pattern finds what the pattern finds: the same places, the same groups, in the same order."""

from __future__ import annotations

import ast
import random
import re
from functools import cache
from pathlib import Path

import pytest
from tests.reader.corpus import clauses, filler
from tests.reader.test_pattern import ALL

from megaroth.reader import kept, tuned
from megaroth.reader.sources import tagged
from megaroth.reader.words import all_plain

PARTS = 24
SENTENCES = 240

LITTLE = [
    r"\bone|\btwo|three\b|\bfour|\bfive",
    r"(\bone)|(\btwo)|(?P<three>\bthree)",
    r"(?<!not )\bmay|(?<!can)not|\bmust",
    r"(?=a)\w+|(?!b)\w\d",
    r"(?:\bx|\by|z)*\d|\b(?:q|\br|\bs)?t",
    r"(?:(?:a|b)?c|d)?e|[f-h]+|\W*i",
    r"\b(?:\bab|\bac|\bad\b)\b|(?:|\be|\bf)g",
    r"(?<=\bin )plan|(?<=(a|i)n )roth|\bin",
    r"^a|^b|c$|d$|\B1|\B2",
    r"(?:(\ba)|(\bb))\2?(?(1)x|y)",
    r"[^a]b|\bc|.d|\be",
    r"(?:\bno|\bnot)(?! at all)[^.]*?\b(?:pay|\bsave|\bput)",
    r"(?s:.)a|(?i:\bb|\bc)|\bd|\be",
]


@cache
def sentences() -> list[str]:
    """What the tests and the corpus say, as rules see it and as it stands."""
    said = [*filler.FILLER, *clauses.TRAPS, *clauses.AFTER_TAX_CAP]
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        said += [
            node.value
            for node in ast.walk(ast.parse(file.read_text()))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and 20 < len(node.value) < 300
        ]
    some = random.Random(24).sample(sorted(set(said)), SENTENCES)
    return [tagged(text) for text in all_plain(some)] + some[:: SENTENCES // 40]


def all_of(pattern: re.Pattern[str], text: str) -> list[object]:
    """Every place with its groups, and what stands at the beginning."""
    first = pattern.match(text)
    return [first and first.span(), *((hit.span(), hit.groups(), hit.lastgroup) for hit in pattern.finditer(text))]


def made(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as it would be kept."""
    flags_made, code, groups, index, names = kept._arguments(text, flags)
    again: re.Pattern[str] = kept._ENGINE.compile(text, flags_made, code, groups, index, names)
    return again


@pytest.mark.parametrize("part", range(PARTS))
def test_every_pattern_of_the_reader_finds_the_same(part: int) -> None:
    found = 0
    for text, flags in sorted({(pattern.text, int(pattern.flags)) for pattern in ALL.values()})[part::PARTS]:
        usual, mine = re.compile(text, flags), made(text, flags)
        for each in sentences():
            expected = all_of(usual, each)
            assert all_of(mine, each) == expected, (text, each)
            found += len(expected) > 1
    assert found > 100  # something was found at all


@pytest.mark.parametrize("text", LITTLE)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE])
def test_little_patterns_find_the_same_in_any_text(text: str, flags: int) -> None:
    draw = random.Random(text)
    usual, mine = re.compile(text, flags), made(text, flags)
    words = [
        "one",
        "two",
        "three",
        "a",
        "ab",
        "ac",
        "b",
        "c",
        "d",
        "e",
        "f1",
        "g",
        "x",
        "y2",
        "in plan",
        "an roth",
        "not",
        "may",
        "no pay",
        " ",
        "\n",
        ".",
    ]
    for _ in range(400):
        said = draw.choice(["", " ", "", "."]).join(draw.choices(words, k=draw.randint(0, 9)))
        assert all_of(mine, said) == all_of(usual, said), said


def test_an_assertion_of_alternatives_in_a_row_is_made_once() -> None:
    assert str(tuned.tree(r"x\bone|\btwo|\bten|three|\bfour|\bfive", 0)).count("AT_BOUNDARY") == 3
    assert str(tuned.tree(r"\bone|\Btwo|\bten", 0)).count("BOUNDARY") == 3


def test_an_alternative_begins_with_its_letter() -> None:
    parsed = tuned.tree(r"(?<!a )\bone|two", 0)
    assert [str(way.data[0][0]) for way in parsed.data[0][1][1]] == ["LITERAL", "LITERAL"]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (r"\b(?:one|two)", "ot"),
        (r"(?:\ba|\bb)?c|(?<!x)d", "abcd"),
        (r"(?:a*|b)c", "abc"),
        (r"(?:a*|b)", None),
        (r".a|b", None),
        (r"[^x]a|b", None),
        (r"(a|b)\1|c", "abc"),
    ],
)
def test_the_engine_is_told_what_a_match_can_begin_with(text: str, letters: str | None) -> None:
    known = tuned.begins_with(tuned.tree(text, 0), 0)
    assert (known and "".join(sorted({chr(of) for _, of in known}))) == letters
