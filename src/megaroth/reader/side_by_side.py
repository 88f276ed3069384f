"""Prose in two columns side by side, as a PDF is saved as text with its layout kept: one column after the other.

A table is left as it is: its cells end where its rows do, prose runs on in the next line of its own column.
"""

from __future__ import annotations

import itertools
from collections import Counter

from megaroth.reader.pattern import Pattern

LEAST_LINES = 10
"""So many lines with words in both columns; fewer may be a table."""
_LEAST_WIDTH = 24
_WIDEST = 240
_CELLS = 3
_PROBE = 40
"""So many lines tell whether it is worth to look on: a long table is not cut anew at each of its lines."""
_RIGHT = Pattern(r"(?<=\S) {2,}(?=\S)")
_RUNS_ON = Pattern(r"^(?:[a-z(]|\d[\d,.]*[%)]? [a-z])")


def one_after_the_other(lines: list[str]) -> list[str]:
    """The lines, every stretch of two columns of prose read column by column."""
    starts = [_starts(line) for line in lines]
    if sum(map(bool, starts)) < LEAST_LINES:
        return lines
    out: list[str] = []
    place = 0
    while place < len(lines):
        end, column = _stretch(lines, starts, place)
        if not column:
            out.append(lines[place])
            place += 1
            continue
        left, right = zip(*(_halves(line, column) for line in lines[place:end]), strict=True)
        out += [*left, "", *right, ""]
        place = end
    return out


def _starts(line: str) -> tuple[int, ...]:
    """Where a right half may begin in a line: none in a row of many cells, or in what no page is wide enough for."""
    if len(line) > _WIDEST or "  " not in line:
        return ()
    found = tuple(gap.end() for gap in _RIGHT.finditer(line) if gap.end() > _LEAST_WIDTH)
    return found if len(found) < _CELLS else ()


def _stretch(lines: list[str], starts: list[tuple[int, ...]], first: int) -> tuple[int, int]:
    """Where the stretch ends that begins with this line, and the column at which its right half begins; no column where there is none."""
    # Most lines of a table are known by those below them, which begin no sentence in its middle.
    if not starts[first] or sum(_RUNS_ON.match(line.lstrip()) is not None for line in lines[first + 1 : first + 9]) < 2:
        return first, 0
    near = Counter(at for found in starts[first : first + _PROBE] for at in found)
    column = max(near, key=lambda at: (near[at], at))
    if near[column] < LEAST_LINES or len(_halves(lines[first], column)) < 2:
        return first, 0
    if not _are_columns(_cut(lines, first, column, first + _PROBE)):
        return first, 0
    end = first + len(_cut(lines, first, column, len(lines)))
    last = max((place for place in range(first, end) if lines[place][column:].strip()), default=first)
    end = next((place for place in range(last, end) if not lines[place].strip()), end)
    return (end, column) if _are_columns(_cut(lines, first, column, end)) else (first, 0)


def _cut(lines: list[str], first: int, column: int, end: int) -> list[tuple[str, ...]]:
    """The halves of the lines from the first one on, up to one that runs across."""
    halves = (_halves(line, column) for line in lines[first:end])
    return list(itertools.takewhile(lambda half: len(half) == 2, halves))


def _are_columns(halves: list[tuple[str, ...]]) -> bool:
    both = sum(bool(left.strip() and right.strip()) for left, right in halves)
    sides = ([half.strip() for half in side if half.strip()] for side in zip(*halves, strict=True))
    return both >= LEAST_LINES and all(map(_is_prose, sides))


def _halves(line: str, column: int) -> tuple[str, ...]:
    """A line cut at the column; whole where words stand across it."""
    if line[max(0, column - 2) : column].strip():
        return (line,)
    return line[:column].rstrip(), line[column:]


def _is_prose(side: list[str]) -> bool:
    """Whether the lines of one column run on in each other: most begin in the middle of a sentence, and none is cut into cells."""
    wide = sum(map(len, side)) >= _LEAST_WIDTH * len(side)
    runs_on = sum(bool(_RUNS_ON.match(line)) for line in side)
    return wide and 2 * runs_on >= len(side) and 10 * sum(bool(_RIGHT.search(line)) for line in side) <= len(side)
