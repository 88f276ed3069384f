"""Where in a TOML or JSON text each key stands, so that a finding can say `file.toml:10:16`.

`tomllib` and `json` read the values but forget the places. This scanner reads only keys and skips values; it expects a
text that they accept (it is asked after parsing). It never raises, and keeps its own stack: deep nesting costs nothing.
"""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, TypeAlias

Place: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""
Path: TypeAlias = tuple[str | int, ...]

_KEY = re.compile(
    r"""[ \t]*(?P<whole>"(?P<basic>(?:[^"\\]|\\.)*)"|'(?P<plain>[^']*)'|(?P<bare>[A-Za-z0-9_-]+))[ \t]*"""
)
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE_AND_COMMA = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_STRING = re.compile(r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_BARE = re.compile(r"[^,\]}#\n\r]+")
_IN_JSON = re.compile(r"\s*:")
_IN_TOML = re.compile(r"=")


def places_of(text: str) -> dict[Path, Place]:
    """Every key path of a TOML text (list items by number) and the place of its key or of its table's bracket.

    A table that only a longer header implies stands where that header does; the document itself, `()`, at its start.
    """
    scanner = _Scanner(text, _IN_TOML)
    scanner.document()
    return scanner.implied | scanner.places


def places_in_json(text: str) -> dict[Path, Place]:
    """Every key path of a JSON text (list items by number) and the place of its key or item."""
    scanner = _Scanner(text, _IN_JSON)
    scanner.value(())
    return scanner.implied | scanner.places


class _Scanner:
    def __init__(self, text: str, sign: re.Pattern[str]) -> None:
        self.text, self.sign = text, sign
        self.at = 0
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.places: dict[Path, Place] = {}
        self.implied: dict[Path, Place] = {(): (1, 1)}
        self.tables_in: dict[Path, int] = {}

    def document(self) -> None:
        """Pairs and headers to the end of the text, or to the first thing that is neither."""
        base: Path = ()
        while self._skip(_SPACE):
            start = self.at
            if not self.text.startswith("[", start):
                path = self._pair(base)
                if path is None:
                    return
                self.value(path)
                continue
            width = 2 if self.text.startswith("[[", start) else 1
            self.at += width
            *outer, last = [key for key, _ in self._keys()] or [""]
            base = ()
            for key in outer:
                base = self._newest((*base, key))
                self.implied.setdefault(base, self._place(start))
            base = (*base, last)
            if width == 2:
                number = self.tables_in[base] = self.tables_in.get(base, -1) + 1
                self._note(base, start)
                base = (*base, number)
            self._note(base, start)
            self.at += width

    def value(self, path: Path) -> None:
        """Past one value, and everything in it, that belongs to `path`."""
        open_ones: list[tuple[Path, str]] = []
        counts: list[int] = []
        while self._skip(_SPACE):
            opener = self.text[self.at]
            if opener in "[{":
                open_ones.append((path, "]" if opener == "[" else "}"))
                counts.append(0)
                self.at += 1
            else:
                match = _STRING.match(self.text, self.at) or _BARE.match(self.text, self.at)
                self.at = match.end() if match else self.at + 1
            while open_ones and self._skip(_SPACE_AND_COMMA) and self.text[self.at] == open_ones[-1][1]:
                self.at += 1
                open_ones.pop()
                counts.pop()
            if not open_ones:
                return
            inside, closer = open_ones[-1]
            if closer == "]":
                path = (*inside, counts[-1])
                counts[-1] += 1
                self._note(path, self.at)
            else:
                path = self._pair(inside) or inside

    def _newest(self, path: Path) -> Path:
        """A header names the newest table of an array of tables without its number."""
        return (*path, self.tables_in[path]) if path in self.tables_in else path

    def _pair(self, base: Path) -> Path | None:
        """Past a key and its sign, to its value; None where no key stands."""
        path = base
        for key, start in self._keys():
            path = (*path, key)
            self._note(path, start)
        sign = self.sign.match(self.text, self.at)
        if path == base or sign is None:
            return None
        self.at = sign.end()
        return path

    def _keys(self) -> list[tuple[str, int]]:
        """The parts of a dotted key, and where each stands."""
        keys = []
        while match := _KEY.match(self.text, self.at):
            keys.append((self._said(match), match.start("whole")))
            self.at = match.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return keys

    def _said(self, match: re.Match[str]) -> str:
        """The key itself, without quotes and with its escapes resolved."""
        if "\\" not in (match["basic"] or ""):
            return str(match["basic"] or match["plain"] or match["bare"] or "")
        read: Any = json.loads if self.sign is _IN_JSON else lambda whole: tomllib.loads(f"key = {whole}")["key"]
        try:
            return str(read(match["whole"]))
        except ValueError:
            return str(match["basic"])

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Past what does not matter; whether anything follows."""
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def _note(self, path: Path, at: int) -> None:
        self.places.setdefault(path, self._place(at))

    def _place(self, at: int) -> Place:
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1


class Source:
    """A text that was read: its values, where its keys stand, and how to say where something is wrong."""

    def __init__(self, name: str, values: Any, places: Mapping[Path, tuple[int, int]], is_json: bool) -> None:
        self.name = name
        self.values = values
        self.places = places
        self.is_json = is_json

    def where(self, path: Path) -> str:
        """`file.toml:10:16 jobs[0].pay`: as near to the path as the text has a key (a missing key: its table)."""
        place = next(place for n in range(len(path), -1, -1) if (place := self.places.get(path[:n])))
        return f"{self.name}:{place[0]}:{place[1]} {dotted(path)}".rstrip()

    def called(self, path: Path) -> str:
        """The field in words: `pay` in [[jobs]] "Initech"; items of lists by their name, else counted from one."""
        last = max((n for n, part in enumerate(path) if isinstance(part, int)), default=None)
        if last is None:
            return f"`{dotted(path)}`"
        item: Any = self.values
        for part in path[: last + 1]:
            item = item[part]
        name = item.get("name") if isinstance(item, dict) else None
        number = f'"{cut(name)}"' if isinstance(name, str) and name else f"number {path[last] + 1}"  # type: ignore[operator]
        header = dotted(tuple(part for part in path[:last] if isinstance(part, str)))
        field = dotted(path[last + 1 :])
        return f"`{field}` in [[{header}]] {number}" if field else f"item {path[last] + 1} of `{header}`"  # type: ignore[operator]


def dotted(path: Path) -> str:
    """`("jobs", 0, "pay")` as people write it: `jobs[0].pay`; a name that is not plain stands in quotes."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            plain = cut(part)
            text += ("." if text else "") + (plain if re.fullmatch(r"[\w-]+…?", plain) else f'"{plain}"')
    return text


def path_of(written: str) -> Path:
    """The other way round, for plain names: `jobs[0].pay` as a path."""
    return tuple(int(number) if number else name for number, name in re.findall(r"\[(\d+)\]|([^.\[\]]+)", written))


def cut(text: str, most: int = 60) -> str:
    """At most so much of a text, and nothing that a terminal would act upon."""
    plain = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text[: most + 1])
    return plain if len(plain) <= most else plain[: most - 1] + "…"


_NAME = r"\|\s*(?P<here>(?P<name>[^=|]*?))\s*="
_SYNTAX: tuple[tuple[str, str, str], ...] = (
    # what tomllib said, a bar, the line; what is wrong in plain words; what to do
    (r"\|.*[\x00-\x08\x0b-\x1f\x7f]|^Illegal character '.x", "Here is a character that is not text", "Delete it, or save the file again as plain UTF-8 text."),
    (r"^Cannot .*\|\s*(?P<here>(?P<name>\[+[^\]]*\]+))", "{name} stands here a second time", "Make one table of the two; several of a kind have double brackets every time, like [[jobs]]."),
    (r"^Duplicate inline table key '(?P<name>[^']*)'", "`{name}` is set twice", "Delete one of the two."),
    (r"^Cannot .*" + _NAME, "`{name}` is set twice", "Delete one of the two."),
    (r"^Invalid date", "There is no such day", "Check month and day; dates are written year-month-day, like 1981-03-14."),
    (r"\|.*[“”„‘’«»]", "The quotes are typographic ones", 'Use the plain quotes of the keyboard: "…".'),
    (r"=\s*[$€£]|=\s*\d{1,3},\d{3}\b", "An amount is written with a comma or a sign of currency", "Write amounts as digits, like 300_000 or 1_234.56, without $ and commas."),
    (r"=\s*\d{1,4}([-/.–])\d{1,2}\1\d{1,4}\b", "A date is written in a way that TOML does not know", "Write year-month-day with two digits for month and day, like 1981-03-14."),
    (r"=\s*[\d.]+\s*%", "A percentage is written with %", "Write the number alone, like 4.5."),
    (r"=\s*[-+]?(0\d|\.\d|\d+\.\s*(#|$))", "A number has a needless zero in front, or a point without digits beside it", "Write numbers like 7 or 0.5."),
    (r"=\s*[-+]?\d[\d_.]*\s*[A-Za-z]", "A number is followed by letters", "Write the number in digits, like 300_000, and text in quotes."),
    (r"^Unescaped", "A backslash has a meaning of its own inside double quotes", "Write / instead, or put the text in single quotes: '…'."),
    (r"^Invalid value" + r".*" + _NAME + r"\s*(#|$)", "`{name}` has no value", "Write one after the =, or delete the line."),
    (r"^(Invalid value|Expected newline).*" + _NAME + r"\s*(?P<word>True|False|TRUE|FALSE)\b", "{word} is not a word of TOML", 'Write true or false in small letters; for a plan\'s terms "yes" or "no" in quotes.'),
    (r"^(Invalid value|Expected newline).*" + _NAME + r"\s*(?P<word>[A-Za-z][^\"'#=]*?)\s*(#|$)", "A word stands without quotes", 'Put it in quotes: {name} = "{word}".'),
    (r"^(Unterminated|Illegal character '.n')", "A text begins with a quote and does not end", "Close it with the same quote on the same line."),
    (r"^Unclosed", "A list or table is opened and never closed", "Add the missing ] or }}, and a comma between items."),
    (r"^(Expected '\]|Invalid initial)", "The name of a table is not closed, or is empty", "Write it like [people.ana], or with double brackets like [[jobs]]."),
    (r"^Expected '='.*\|\s*[\w-]+\s*:", "A colon stands between name and value", "Write = instead of the colon."),
    (r"^Expected '='.*\|\s*[\w-]+(\s+[\w-]+)+\s*=", "A name has a space in it", "Join its words with _, like last_year_pay."),
    (r"^(Expected '='|Invalid statement)", "This is neither `name = value` nor a [table]", 'Write `name = value`; a comment begins with #, a name that is not plain letters stands in quotes.'),
    (r"^Expected newline", "Something is left over after the value or the bracket", "Write one `name = value` a line; text stands in quotes, a comment begins with #."),
)  # fmt: skip


def syntax_mistake(text: str, said: str) -> tuple[Place, str, str]:
    """Where a text is not TOML, what is wrong, and what to do, in plain words; `said` is what `tomllib` said."""
    lines = text.split("\n")
    given = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", said)
    said = said[: given.start()] if given else said
    if given and given[1]:
        line, column = int(given[1]), int(given[2])
    else:
        line = max((number for number, each in enumerate(lines, 1) if each.strip()), default=1)
        column = len(lines[line - 1]) + 1
    wrong = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    for pattern, message, remedy in _SYNTAX:
        if match := re.search(pattern, f"{said} | {wrong}"[:1000]):
            parts = {name: cut(part or "") for name, part in match.groupdict().items()}
            if parts.get("here"):
                column = match.start("here") - len(said) - 2
            message, remedy = message.format(**parts), remedy.format(**parts)
            return (line, column), f"{message}, in `{cut(wrong.strip())}`.", remedy
    return (line, column), f"{cut(said)}, in `{cut(wrong.strip())}`.", "Mend this line; text stands in quotes."
