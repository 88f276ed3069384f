"""Tables that blanks alone draw, with labels that took more than one line: `Withdraw while` above `working   59½   any time`."""

from __future__ import annotations

from itertools import groupby

from megaroth.reader.pattern import Pattern

_GAP = Pattern(r" {2,}")
_NAME = Pattern(r"^[A-Z][^.:;/\[\]]{1,34}$")
"""What stands above a column; `7.2` and a sentence do not."""
_MARK = Pattern(r"^\(?[A-Za-z\d]{1,3}[.)]?$|^[-•*/\[(]")
"""What an item of a list begins with, and no label."""
_FEWEST, _MOST = 3, 9
"""How many cells a row has, its label counted."""


def whole_labels(lines: list[str]) -> list[str]:
    """The lines with each such table as rows of cells between bars, its labels on one line; all others as they are.

    A table begins with a head whose first cell is empty; each of its rows has a label and as many values as the head has names.
    """
    if not any(line.startswith("   ") and len(_cells(line)) >= _FEWEST - 1 for line in lines):
        return lines
    out: list[str] = []
    for blank, block in groupby(lines, lambda line: not line.strip()):
        part = list(block)
        out += part if blank else _with_its_table(part)
    return out


def _cells(line: str) -> list[str]:
    return _GAP.split(line.strip())


def _with_its_table(lines: list[str]) -> list[str]:
    for start, line in enumerate(lines):
        names = _cells(line)
        is_head = line.startswith("   ") and "|" not in line and all(_NAME.match(name) for name in names)
        if is_head and _FEWEST <= len(names) + 1 <= _MOST:
            rows, end = _rows(lines[start + 1 :], len(names) + 1)
            if rows:
                head = ["", *names]
                table = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
                return [*lines[:start], *table, *lines[start + 1 + end :]]
    return lines


def _rows(lines: list[str], wide: int) -> tuple[list[list[str]], int]:
    """The rows below a head and how many lines they took; none where no label is on two lines, or where a line is neither."""
    rows: list[list[str]] = []
    label: list[str] = []
    wrapped = False
    taken = 0
    for place, line in enumerate(lines):
        cells = _cells(line)
        if _MARK.match(cells[0]) and cells[0][:1] != "*":
            return [], 0
        if "|" in line or (len(cells) != wide and len(cells) != 1):
            break
        if len(cells) == wide:
            if label and not cells[0][:1].islower():
                return [], 0  # a title among the rows: who knows which row it is of
            rows.append([" ".join((*label, cells[0])), *cells[1:]])
            wrapped = wrapped or bool(label)
            label, taken = [], place + 1
        elif rows and not label and cells[0][:1] in "*†‡":
            break  # a footnote
        elif len(cells[0]) > _LONGEST or (label and not cells[0][:1].islower()):
            return [], 0
        else:
            label.append(cells[0])
    return (rows, taken) if wrapped and len(rows) > 1 else ([], 0)


_LONGEST = 40
"""Of a label's line; a sentence below the table is longer."""
