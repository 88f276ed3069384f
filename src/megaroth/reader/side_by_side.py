"""Prose in two columns side by side, as a PDF is saved as text with its layout kept: one column after the other.

A table is left as it is: its cells end where its rows do, prose runs on in the next line of its own column.
"""

from __future__ import annotations

from collections import Counter

from megaroth.reader.pattern import Pattern

LEAST_LINES = 10
"""So many lines with words in both columns; fewer may be a table."""
_LEAST_WIDTH = 24
_RIGHT = Pattern(r"(?<=\S) {2,}(?=\S)")
_RUNS_ON = Pattern(r"^(?:[a-z(]|\d[\d,.]*[%)]? [a-z])")


def one_after_the_other(lines: list[str]) -> list[str]:
    """The lines, every stretch of two columns of prose read column by column."""
    out: list[str] = []
    place = 0
    while place < len(lines):
        end, column = _stretch(lines, place)
        if not column:
            out.append(lines[place])
            place += 1
            continue
        left, right = zip(*(_halves(line, column) for line in lines[place:end]), strict=True)
        out += [*left, "", *right, ""]
        place = end
    return out


def _stretch(lines: list[str], first: int) -> tuple[int, int]:
    """Where the stretch ends that begins with this line, and the column at which its right half begins; no column where there is none."""
    if not _RIGHT.search(lines[first]):
        return first, 0
    near = Counter(
        found.end()
        for line in lines[first : first + 3 * LEAST_LINES]
        for found in _RIGHT.finditer(line)
        if found.end() > _LEAST_WIDTH
    )
    column = max(near, key=lambda at: (near[at], at), default=0)
    if near[column] < LEAST_LINES // 2 or len(_halves(lines[first], column)) < 2:
        return first, 0
    end = first
    while end < len(lines) and len(_halves(lines[end], column)) == 2:
        end += 1
    last = max((place for place in range(first, end) if lines[place][column:].strip()), default=first)
    end = next((place for place in range(last, end) if not lines[place].strip()), end)
    halves = [_halves(line, column) for line in lines[first:end]]
    both = sum(bool(left.strip() and right.strip()) for left, right in halves)
    columns = [[half.strip() for half in side if half.strip()] for side in zip(*halves, strict=True)]
    return (end, column) if both >= LEAST_LINES and all(map(_is_prose, columns)) else (first, 0)


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
