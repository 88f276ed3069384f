r"""The same regular expression, put so that the engine sees sooner where it cannot match; done once, before patterns are kept.

The engine passes over an alternative by its first letter, but only where a letter is the first thing in it, and over places
in a text by the letters that a match can begin with, but only where it is told them. Ours mostly begin with `\b`. So
- of alternatives in a row that begin with the same assertion it is made once: `\bA|\bB` becomes `\b(?:A|B)`;
- an alternative that begins with assertions and then a letter begins with the letter, and the assertions look back over it;
- the engine is told the letters that a match can begin with.
None of them changes what is found, nor its groups, nor which alternative goes first (`tests/reader/test_tuned.py`).
"""

from __future__ import annotations

import importlib
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_parser: Any = importlib.import_module("re._parser")
_c: Any = importlib.import_module("re._constants")
_ONE = (_c.LITERAL, _c.IN)
"""What takes exactly one character."""
_NOTHING = (_c.AT, _c.ASSERT, _c.ASSERT_NOT)
"""What takes none."""


def tree(text: str, flags: int) -> Any:
    """The pattern, parsed and put in order."""
    return _ordered(_parser.parse(text, flags))


def _ordered(parsed: Any) -> Any:
    out: list[Any] = []
    for op, of in parsed.data:
        if op is _c.BRANCH:
            out += _branch(parsed.state, [_ordered(each) for each in of[1]])
        elif op is _c.SUBPATTERN:
            out.append((op, (*of[:3], _ordered(of[3]))))
        elif op in (_c.MAX_REPEAT, _c.MIN_REPEAT, _c.POSSESSIVE_REPEAT):
            out.append((op, (of[0], of[1], _ordered(of[2]))))
        elif op in (_c.ASSERT, _c.ASSERT_NOT):
            out.append((op, (of[0], _ordered(of[1]))))
        else:
            out.append((op, of))
    return _parser.SubPattern(parsed.state, out)


def _branch(state: Any, ways: list[Any]) -> list[Any]:
    """Alternatives in the same order, of each run with the same first assertion one."""
    out: list[Any] = []
    place = 0
    while place < len(ways):
        first = ways[place].data[:1]
        end = place + 1
        if first and first[0][0] is _c.AT:
            while end < len(ways) and ways[end].data[:1] == first:
                end += 1
        if end - place > 1:
            rests = [_parser.SubPattern(state, way.data[1:]) for way in ways[place:end]]
            out.append(_parser.SubPattern(state, [*first, *_branch(state, rests)]))
        else:
            out.append(_letter_first(state, ways[place]))
        place = end
    return out[0].data if len(out) == 1 else [(_c.BRANCH, (None, out))]


def _letter_first(state: Any, way: Any) -> Any:
    """An alternative that begins with the letter behind its assertions."""
    data = way.data
    before = next((n for n, (op, _) in enumerate(data) if op not in _NOTHING), len(data))
    if not 0 < before < len(data) or data[before][0] not in _ONE or any(_has_groups(each) for each in data[:before]):
        return way
    looked_at = _parser.SubPattern(state, data[: before + 1])
    return _parser.SubPattern(state, [data[before], (_c.ASSERT, (-1, looked_at)), *data[before + 1 :]])


def _has_groups(item: Any) -> bool:
    return re.search(r"SUBPATTERN, \(\d", repr(item)) is not None


def begins_with(parsed: Any, flags: int) -> list[Any] | None:
    """The characters, as a set of the engine's, of which every match begins with one; None where that may be any."""
    first = None if flags & re.IGNORECASE else _first(parsed.data)
    return first[0] if first and not first[1] else None


def _first(items: list[Any]) -> tuple[list[Any], bool] | None:
    """What a sequence begins with, and whether it may be of no length; None where it may begin with anything."""
    found: list[Any] = []
    for op, of in items:
        if op in _NOTHING:
            continue
        if op is _c.LITERAL:
            return [*found, (op, of)], False
        if op is _c.IN and of[0][0] is not _c.NEGATE:
            return [*found, *of], False
        if op is _c.BRANCH:
            ways = [_first(way.data) for way in of[1]]
        elif op is _c.SUBPATTERN and not (of[1] or of[2]):
            ways = [_first(of[3].data)]
        elif op in (_c.MAX_REPEAT, _c.MIN_REPEAT):
            ways = [_first(of[2].data), *([([], True)] if of[0] == 0 else [])]
        else:
            return None
        may_be_none = False
        for way in ways:
            if way is None:
                return None
            found += way[0]
            may_be_none = may_be_none or way[1]
        if not may_be_none:
            return found, False
    return found, True
