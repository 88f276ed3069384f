# mypy: disable-error-code="no-any-return,arg-type"
"""The key locator against `tomllib` and `json`: whatever they find, it can say where."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import tomlkit
from hypothesis import example, given, settings
from hypothesis import strategies as st

from megaroth.kit.toml_places import (
    Path,
    Place,
    Source,
    cut,
    dotted,
    path_of,
    places_in_json,
    places_of,
    syntax_mistake,
)

BARE = re.compile(r"[A-Za-z0-9_-]+")

keys = st.one_of(
    st.sampled_from(["a", "b", "pay", "1", "-", "person", "", "a.b", 'q"q', "it's", "é", "new\nline", "#", "[x]", "\\", "\x01"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=4),
)  # fmt: skip
strings = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8),
    st.text(st.sampled_from("\"'\\\n#[]{}=,. a"), max_size=8),
)
scalars = st.one_of(
    st.integers(-(2**40), 2**40), st.booleans(), st.dates(), strings, st.sampled_from([1.5, -0.25, 1e30])
)
documents = st.recursive(
    st.dictionaries(keys, scalars, max_size=3),
    lambda inner: st.dictionaries(
        keys,
        st.one_of(scalars, inner, st.lists(inner, max_size=3), st.lists(st.one_of(scalars, inner), max_size=3)),
        max_size=4,
    ),
    max_leaves=12,
)


class Writer:
    """Writes the same values in every way that TOML has, as drawn."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data

    def pick(self, *options: Any) -> Any:
        return self.data.draw(st.sampled_from(options))

    def key(self, key: str) -> str:
        ways = [_escaped(key), '"' + "".join(f"\\U{ord(c):08x}" for c in key) + '"']
        if BARE.fullmatch(key):
            ways += [key, key]
        if "'" not in key and key.isprintable():
            ways.append(f"'{key}'")
        return str(self.pick(*ways))

    def string(self, text: str) -> str:
        ways = [_escaped(text), '"""\n' + "\n".join(_escaped(line)[1:-1] for line in text.split("\n")) + '"""']
        plain = all(c.isprintable() or c == "\n" for c in text)
        if plain and "'" not in text:
            ways.append(f"'''\n{text}'''")
            if "\n" not in text:
                ways.append(f"'{text}'")
        if plain and "\\" not in text and '"""' not in text and not text.endswith('"'):
            ways.append(f'"""\n{text}"""')
        return str(self.pick(*ways))

    def value(self, value: Any) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, dict):
            pairs = [f"{self.key(key)} = {self.value(each)}" for key, each in value.items()]
            return "{" + self.pick("", " ") + ", ".join(pairs) + "}"
        if isinstance(value, list):
            gap = self.pick(" ", "\n  ", " # ] } ,\n", "\n\t# x = 1\n")
            end = self.pick("", ",") if value else ""
            return "[" + gap + f",{gap}".join(self.value(each) for each in value) + f"{gap}{end}{gap}]"
        return str(value)

    def pair(self, key: str, value: Any, dots: str = "") -> str:
        written = dots + self.key(key)
        if isinstance(value, dict) and value and self.pick(True, False):
            return "".join(
                self.pair(each, inside, written + self.pick(".", " . ", ".\t")) for each, inside in value.items()
            )
        between = self.pick("=", " = ", "\t= ")
        return self.pick("", "  ") + written + between + self.value(value) + self.pick("", "  # = [", " ") + "\n"

    def table(self, header: str, table: dict[str, Any]) -> str:
        later = {
            key: value
            for key, value in table.items()
            if (isinstance(value, dict) or (_tables(value) and value)) and self.pick(True, False)
        }
        text = "".join(self.pair(key, value) for key, value in table.items() if key not in later)
        for key, value in later.items():
            name = header + (self.pick(".", " . ") if header else "") + self.key(key)
            if isinstance(value, dict):
                inside = self.table(name, value)
                # A header that only longer headers imply may be left out.
                implied = value and inside.lstrip().startswith("[")
                before = self.pick("", "# [no]\n ")
                text += inside if implied and self.pick(True, False) else f"{before}[{name}]\n{inside}"
            else:
                text += "".join(f"[[{self.pick('', ' ')}{name}]] # [[x]]\n{self.table(name, each)}" for each in value)
        return text


def _tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _escaped(text: str) -> str:
    """A basic string: quotes, backslashes and everything that does not print as TOML escapes."""
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else _escape(c) for c in text) + '"'


def _escape(c: str) -> str:
    return {"\n": "\\n", '"': '\\"', "\\": "\\\\"}.get(c, f"\\U{ord(c):08X}")


def paths(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    for key, each in inside:
        yield (*path, key), each
        yield from paths(each, (*path, key))


def assert_located(text: str, values: Any, places: dict[Path, Place]) -> None:
    lines = text.split("\n")
    expected = dict(paths(values))
    assert places.keys() == {(), *expected}
    for path, value in expected.items():
        line, column = places[path]
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert starts_with(rest, path[-1], value), (path, rest[:40])


def starts_with(rest: str, key: str | int, value: Any) -> bool:
    """Whether a text begins with that key, with the item, or with a header's bracket."""
    if rest.startswith("["):
        return isinstance(value, dict | list)
    if isinstance(key, int):
        opener = {dict: "{", str: ('"', "'"), bool: str(value).lower(), datetime.date: str(value)}
        return rest.startswith(opener.get(type(value), str(value)))
    if rest.startswith(('"', "'")):
        quoted = re.match(r"""'[^']*'|"(?:[^"\\]|\\.)*\"""", rest)
        return quoted is not None and tomllib.loads(f"key = {quoted[0]}")["key"] == key
    return rest.startswith(key) and not BARE.match(rest[len(key) :])


@settings(max_examples=400, deadline=None)
@given(documents, st.data())
def test_every_key_that_tomllib_reads_has_its_place(values: dict[str, Any], data: st.DataObject) -> None:
    text = Writer(data).table("", values)
    assert tomllib.loads(text) == values
    assert_located(text, values, places_of(text))
    with_returns = text.replace("\n", "\r\n")
    assert places_of(with_returns) == places_of(text)


@settings(max_examples=200, deadline=None)
@given(documents)
def test_every_key_that_tomlkit_writes_has_its_place(values: dict[str, Any]) -> None:
    text = tomlkit.dumps(values)
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # tomlkit does not write every key so that TOML can read it
        return
    assert_located(text, read, places_of(text))


@settings(max_examples=200, deadline=None)
@given(documents, st.sampled_from([None, 0, 2]))
def test_every_key_that_json_reads_has_its_place(values: dict[str, Any], indent: int | None) -> None:
    text = json.dumps(values, indent=indent, default=str)
    read = json.loads(text)
    places = places_in_json(text)
    lines = text.split("\n")
    assert places.keys() == {(), *dict(paths(read))}
    for path, _ in paths(read):
        line, column = places[path]
        if isinstance(path[-1], str):
            key = json.JSONDecoder().raw_decode(lines[line - 1][column - 1 :])[0]
            assert key == path[-1]


@settings(max_examples=1000, deadline=None)
@given(st.text(st.sampled_from("[]{}=:\"'\\\n\r#.,ab1 é"), max_size=30))
@example("[]")
@example("a = [}]")
@example("a = {1}")
@example('"\\q" = 1')
@example("[[a]]\n[[a")
def test_no_text_at_all_makes_it_stumble(text: str) -> None:
    for places in (places_of(text), places_in_json(text)):
        assert places[()] == (1, 1)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert_located(text.replace("\r\n", "\n"), values, places_of(text))


def test_deep_and_long_texts_cost_little() -> None:
    deep = "a = " + "[" * 200_000
    assert len(places_of(deep[:3000])) == 2998
    long = "a = [" + "1, " * 100_000 + "]"
    assert places_of(long)[("a", 99_999)] == (1, 5 + 3 * 99_999 + 1)


def test_a_header_of_its_own_is_preferred_to_one_that_implies_it() -> None:
    places = places_of("[a.b]\nx = 1\n[a]\ny = 1\n")
    assert places[("a",)] == (3, 1)
    assert places_of("[a.b]\n")[("a",)] == (1, 1)


def test_tables_of_an_array_are_counted_within_their_own_parent() -> None:
    text = "[[jobs]]\n[[jobs.match]]\n[[jobs.match]]\nr = 1\n[[jobs]]\n[[jobs.match]]\nr = 2\n[jobs.so_far]\npay = 1\n"
    places = places_of(text)
    assert places[("jobs", 0, "match", 1, "r")] == (4, 1)
    assert places[("jobs", 1, "match", 0, "r")] == (7, 1)
    assert places[("jobs", 1, "so_far", "pay")] == (9, 1)
    assert places[("jobs",)] == (1, 1)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), ""),
        (("jobs", 0, "pay"), "jobs[0].pay"),
        (("people", "Ana Maria", "born"), 'people."Ana Maria".born'),
        (("match", 1), "match[1]"),
    ],
)
def test_a_path_is_written_as_people_do(path: Path, written: str) -> None:
    assert dotted(path) == written


def test_plain_paths_can_be_read_again() -> None:
    for path in ((), ("jobs", 0, "plan", "match", 12), ("match",)):
        assert path_of(dotted(path)) == path


def test_what_is_shown_is_short_and_harmless() -> None:
    assert cut("é\x1b[31m\n") == "é\\x1b[31m\\n"
    assert cut("x" * 100) == "x" * 59 + "…"


def test_a_field_is_called_by_the_name_of_its_table() -> None:
    values = {"jobs": [{"name": "Initech", "plan": {"match": [{"rate": 1}]}}, {"pay": 5}, 7], "year": 1}
    source = Source("x.toml", values, {(): (1, 1)}, False)
    assert source.called(("year",)) == "`year`"
    assert source.called(("jobs", 0, "pay")) == '`pay` in [[jobs]] "Initech"'
    assert source.called(("jobs", 0, "plan", "match", 0, "rate")) == "`rate` in [[jobs.plan.match]] number 1"
    assert source.called(("jobs", 1, "pay")) == "`pay` in [[jobs]] number 2"
    assert source.called(("jobs", 2)) == "item 3 of `jobs`"
    assert source.where(("jobs", 0)) == "x.toml:1:1 jobs[0]"
    assert source.where(()) == "x.toml:1:1"


SYNTAX = [
    # the text, line:column, a piece of what is wrong, a piece of what to do
    ("x = 1\x00", (1, 6), "not text", "UTF-8"),
    ("[a]\n[a]", (2, 1), "[a] stands here a second time", "double brackets"),
    ("a = {b = 1, b = 2}", (1, 18), "`b` is set twice", "Delete one"),
    ("x = 1\nx = 2\n", (2, 1), "`x` is set twice", "Delete one"),
    ("a = {}\na.b = 1", (2, 1), "`a.b` is set twice", "Delete one"),
    ("born = 2026-02-30", (1, 8), "no such day", "1981-03-14"),
    ("p = “x”", (1, 5), "typographic", "plain quotes"),
    ("pay = $300", (1, 7), "sign of currency", "300_000"),
    ("pay = 300,000", (1, 10), "comma", "300_000"),
    ("born = 14.03.1981", (1, 13), "date", "year-month-day"),
    ("born = 03/14/1981", (1, 9), "date", "year-month-day"),
    ("born = 1981-3-14", (1, 12), "date", "two digits"),
    ("x = 4%", (1, 6), "%", "4.5"),
    ("x = 007", (1, 6), "zero in front", "0.5"),
    ("x = .5", (1, 5), "point", "0.5"),
    ("x = 5.", (1, 6), "point", "0.5"),
    ("pay = 300k", (1, 10), "letters", "300_000"),
    ('p = "C:\\plans"', (1, 10), "backslash", "Write /"),
    ("pay =\nx = 1", (1, 1), "`pay` has no value", "delete the line"),
    ("pay = # later", (1, 1), "`pay` has no value", "delete the line"),
    ("x = True", (1, 1), "True is not a word", "small letters"),
    ("plan = amazon", (1, 1), "without quotes", 'plan = "amazon"'),
    ("plan = infosys # mine", (1, 1), "without quotes", 'plan = "infosys"'),
    ('x = "abc\ny = 1', (1, 9), "does not end", "Close it"),
    ('x = "abc', (1, 9), "does not end", "Close it"),
    ("a = [1", (1, 7), "never closed", "missing ] or }"),
    ("a = {b = 1", (1, 11), "never closed", "missing ] or }"),
    ("[people.ana\n", (1, 12), "not closed", "[people.ana]"),
    ("[]", (1, 2), "not closed, or is empty", "[people.ana]"),
    ("year: 2026", (1, 5), "colon", "Write ="),
    ("last pay = 5", (1, 6), "space", "last_year_pay"),
    ("hello", (1, 6), "neither", "comment begins with #"),
    ("// hello", (1, 1), "neither", "comment begins with #"),
    ('x = "b"c', (1, 8), "left over", "one `name = value` a line"),
    ("x = [1,", (1, 8), "Invalid value", "Mend this line"),
]


@pytest.mark.parametrize(("text", "place", "wrong", "remedy"), SYNTAX, ids=[repr(text) for text, *_ in SYNTAX])
def test_what_is_not_toml_is_explained_in_plain_words(text: str, place: Place, wrong: str, remedy: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        tomllib.loads(text)
    found, message, what_to_do = syntax_mistake(text, str(refused.value))
    assert (found, wrong in message, remedy in what_to_do) == (place, True, True), (found, message, what_to_do)
    assert message.endswith(f"in `{cut(text.split(chr(10))[place[0] - 1].strip())}`.")
    assert "{" not in what_to_do


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("[]{}=:\"'\\\n#.,ab1 é%$-"), max_size=30))
def test_every_refusal_can_be_explained(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        (line, column), message, remedy = syntax_mistake(text, str(error))
        lines = text.split("\n")
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert message
        assert remedy
