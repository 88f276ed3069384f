"""Columns and tables: lines in the order in which they are read, cells with the label of their row and the head of their column."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Line, Page

ENDS = Pattern(r"[.!?:;]['\")\]”’]*\s*\d{0,2}$")
"""How a sentence ends."""


def _rows(lines: list[Line]) -> list[list[Line]]:
    """Lines that stand beside each other."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1] if rows else None
        beside = last is not None and any(
            min(each.bottom, line.bottom) - max(each.top, line.top) > 0.5 * min(each.height, line.height)
            and (line.x0 >= each.x1 - 1 or line.x1 <= each.x0 + 1)
            for each in last
        )
        if last is not None and beside:
            last.append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def ordered(lines: list[Line], page: Page) -> list[Line]:
    """Lines in reading order: columns one after the other, cells of a table with the label of their row."""
    ordered = sorted(lines, key=lambda line: round(line.top, 1)) if _is_jumbled(lines) else lines
    rows = _rows(ordered)
    if sum(len(row) > 1 for row in rows) < 2:
        return [line for row in rows for line in row]
    gutter = _gutter(rows, page)
    if gutter is not None:
        return _by_columns(rows, gutter)
    return _by_cells(rows)


def _is_jumbled(lines: list[Line]) -> bool:
    """Whether the file draws the page in another order than it is read in, apart from one jump to a second column."""
    jumps = sum(after.bottom < before.top - 2 for before, after in itertools.pairwise(lines))
    return jumps > 3 or (jumps > 0 and not _has_two_columns(lines))


def _has_two_columns(lines: list[Line]) -> bool:
    for place, (before, after) in enumerate(itertools.pairwise(lines)):
        if after.bottom < before.top - 2:
            first, second = lines[: place + 1], lines[place + 1 :]
            right = sum(line.x0 >= max(each.x0 for each in first) for line in second)
            return right > 0.6 * len(second) or len(second) <= 2
    return True


def _gutter(rows: list[list[Line]], page: Page) -> float | None:
    """Where a white strip parts two columns of running text; None where the page is one column or a table."""
    places = [place for place, row in enumerate(rows) if len(row) == 2]
    split = [rows[place] for place in places]
    if len(split) < 4 or len(split) < 0.35 * (places[-1] - places[0] + 1):
        return None
    starts = Counter(round(row[1].x0 / 6) for row in split)
    # Not `most_common`: it would import a module, and here nothing can be opened any more.
    place, times = max(starts.items(), key=lambda pair: pair[1])
    if times < 0.6 * len(split):
        return None
    at = min(row[1].x0 for row in split if abs(round(row[1].x0 / 6) - place) <= 1)
    left = [row[0] for row in split]
    right = [row[1] for row in split]
    wide = page.width if page.width > 100 else max(line.x1 for row in rows for line in row)
    long_left = sum(len(line.text.split()) >= 4 for line in left)
    long_right = sum(len(line.text.split()) >= 4 for line in right)
    balanced = 0.33 * wide < at < 0.68 * wide
    running = long_left >= 0.6 * len(left) and long_right >= 0.6 * len(right)
    return at - 1 if balanced and running else None


def _by_columns(rows: list[list[Line]], gutter: float) -> list[Line]:
    out: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        if len(row) == 1 and row[0].x0 < gutter < row[0].x1 - 3:
            out += left + right + row
            left, right = [], []
            continue
        for line in row:
            line.column = 1 if line.x0 < gutter else 2
            (left if line.column == 1 else right).append(line)
    return out + left + right


def _by_cells(rows: list[list[Line]]) -> list[Line]:
    """A table: each cell of one or several lines with the label of its row and of its column."""
    rows = _rejoined(rows)
    out: list[Line] = []
    place = 0
    while place < len(rows):
        if len(rows[place]) < 2 or _is_title(rows[place : place + 2]):
            out += rows[place]
            place += 1
            continue
        end = place + 1
        while end < len(rows) and (len(rows[end]) > 1 or _continues(rows[place:end], rows[end][0])):
            end += 1
        out += _table(rows[place:end])
        place = end
    return out


def _is_title(rows: list[list[Line]]) -> bool:
    """Whether the first of two rows only stands over a table: a blank line below it, fewer cells, and none where the table has one."""
    title, below = rows[0], rows[-1]
    if not 1 < len(title) < len(below):
        return False
    blank = min(line.top for line in below) - max(line.bottom for line in title) > 0.8 * max(title[0].height, 1)
    starts = [line.x0 for line in below[1:]]
    return blank and not any(abs(line.x0 - start) < 5 for line in title[1:] for start in starts)


def _rejoined(rows: list[list[Line]]) -> list[list[Line]]:
    """`After-tax:      1% to 10%` as one line, where it stands in a column whose other lines run on below the blank."""
    out: list[list[Line]] = []
    for place, row in enumerate(rows):
        done: list[Line] = []
        of_the_row = len(row) < 3 and row[0].x0 < _margin(rows, place) - 1  # the label of the row itself stays apart
        for line in row:
            last = done[-1] if len(done) > int(of_the_row) else None
            if last is not None and last.text.endswith(":") and _runs_below(rows, place, last, line):
                done[-1] = Line(f"{last.text} {line.text}", last.x0, line.x1, last.top, last.bottom)
            else:
                done.append(line)
        out.append(done)
    return out


def _margin(rows: list[list[Line]], place: int) -> float:
    """Where the second column of a table begins, by the rows nearby."""
    near = rows[max(0, place - 4) : place + 5]
    return min((row[1].x0 for row in near if len(row) > 1 and not row[0].text.endswith(":")), default=0.0)


def _runs_below(rows: list[list[Line]], place: int, label: Line, value: Line) -> bool:
    """Whether a line close by begins where the label does, and runs on over where the value begins."""
    near = rows[max(0, place - 3) : place] + rows[place + 1 : place + 4]
    return any(abs(line.x0 - label.x0) < 2 and line.x1 > value.x0 + 4 for row in near for line in row)


def _continues(table: list[list[Line]], line: Line) -> bool:
    """Whether a single line goes on with a cell: it begins where a cell of the table begins, close below."""
    last = table[-1]
    near = line.top - max(each.bottom for each in last) < 1.2 * max(line.height, 0.8)
    starts = [each.x0 for row in table for each in row[1:]]
    if any(abs(line.x0 - start) < 4 for start in starts) and line.top - max(each.bottom for each in last) < 2.2 * max(
        line.height, 0.8
    ):
        return True
    ahead = min(each.x0 for row in table if len(row) > 1 for each in row[1:])
    return near and line.x1 < ahead and abs(line.x0 - table[0][0].x0) < 4


Row = list[list[Line]]
"""The lines of each cell of a row, the first of which is its label."""


def _table(rows: list[list[Line]]) -> list[Line]:
    starts = _starts(rows)
    every = {len(row) for row in rows}
    in_order = len(every) == 1 and len(starts) > max(every)  # whole rows that no column of blanks aligns
    blank = not in_order and _has_blank_corner(rows) and len(starts) > max(every)
    groups: list[list[Row]] = []
    for row in rows:
        if in_order or blank:
            corner: Row = [[]] if blank and row is rows[0] else []
            groups.append([[*corner, *([line] for line in row)]])
            continue
        placed: Row = [[] for _ in starts]
        for line in row:
            placed[
                max(
                    (n for n, start in enumerate(starts) if line.x0 >= start - (4 if line.height > 1 else 2)), default=0
                )
            ].append(line)
        label = [line for each in groups[-1] for line in each[0]] if groups else []
        if groups and not (placed[0] and not _same_cell(label, placed[0], placed)):
            groups[-1].append(placed)
        else:
            groups.append([placed])
    cells: list[tuple[str, Row]] = []
    for group in groups:
        cells += _rows_within(group) or [
            ("", [[line for each in group for line in each[n]] for n in range(len(group[0]))])
        ]
    return _labelled(cells)


def _has_blank_corner(rows: list[list[Line]]) -> bool:
    """Whether every row but the first has a label and as many values as the first, which begins right of all the labels, has heads."""
    if len(rows) < 3 or len({len(row) for row in rows[1:]}) != 1:
        return False
    return len(rows[1]) == len(rows[0]) + 1 and rows[0][0].x0 > max(row[0].x1 for row in rows[1:])


_ANSWER = Pattern(
    r"^(?:[\d$+✓✔✗✘(]|[-–—]$|(?:yes|no|not|none|n/a|up to|at least|any|same|combined|see|max(?:imum)?|min(?:imum)?|unlimited|matched|permitted|available|allowed|immediate(?:ly)?|always|never|from|between|age|hardship|daily|automatic(?:ally)?|on request|each|every|once|one|two)\b)",
    flags=re.I,
)
_TERM = Pattern(r"^[A-Z+&][^:.;?%$]{2,60}:?$")


def _rows_within(group: list[Row]) -> list[tuple[str, Row]]:
    """A label that hangs over rows of their own: below `How much can I save?` one row for each kind of money."""
    wide = [[lines for lines in row[1:] if lines] for row in group]
    inner = [cells for cells in wide if len(cells) > 1]
    if len(inner) < 2 or not all(_TERM.match(cells[0][0].text) for cells in inner):
        return []
    values = [cells[1][0].text for cells in inner]
    if any(text[:1].islower() and not _ANSWER.match(text) for text in values) or 3 * sum(
        map(bool, map(_ANSWER.match, values))
    ) < 2 * len(values):
        return []
    above = [line for row in group for line in row[0]]
    name = " ".join(line.text for line in above)
    out: list[tuple[str, Row]] = [("", [above, *([] for _ in group[0][1:])])]
    for row, cells in zip(group, wide, strict=True):
        rest = row[1:]
        if len(cells) > 1:
            first = next(n for n, lines in enumerate(rest) if lines)
            out.append((name, [rest[first], *([] for _ in rest[: first + 1]), *rest[first + 1 :]]))
        elif cells and (cells[0][0].text[:1].islower() or not out[-1][1][0] or len(out) == 1):
            for n, lines in enumerate(rest, 1):
                out[-1][1][n] += lines
        elif cells:
            out.append((name, [[], *rest]))
    return out


_ASKS = Pattern(
    r"^(?:\W*\d{1,2}[.)] )?(?:when|how|what|which|where|who|why|can|could|may|must|will|would|should|do|does|did|is|are|am|has|have|if)\b",
    flags=re.I,
)
_OPEN = Pattern(r"(?:[,&/(]|(?<!\d)\+|\b(?:and|or|of|the|my|your|our))$", flags=re.I)
"""A label whose line ends before it does: `CAN I CHANGE MY`, `Pre-tax and`."""


def _same_cell(above: list[Line], below: list[Line], row: list[list[Line]]) -> bool:
    """A label of two lines: the second has no cell beside it, or begins in lower case."""
    if not above or not below:
        return False
    near = below[0].top - above[-1].bottom < 0.6 * max(below[0].height, 0.8)
    alone = not any(row[1:])
    # Small letters show that a label goes on; among capitals only a question of some words does.
    capital = above[-1].text.isupper() and below[0].text.isupper() and len(above[-1].text.split()) > 2
    asks = capital and below[0].text.endswith("?") and _ASKS.match(above[0].text) and "?" not in above[-1].text
    open_ = _OPEN.search(above[-1].text)
    return near and bool(below[0].text[:1].islower() or asks or open_ or (alone and not ENDS.search(above[-1].text)))


def _starts(rows: list[list[Line]]) -> list[float]:
    found: list[float] = []
    for row in rows:
        for line in row:
            near = 14 if line.height > 1 else 4  # points, or letters of plain text
            if not any(abs(line.x0 - start) < near for start in found):
                found.append(line.x0)
    return sorted(found)


def _labelled(cells: list[tuple[str, Row]]) -> list[Line]:
    head = cells[0][1]
    heads = [" ".join(line.text for line in lines) for lines in head]
    has_head = len(cells) > 2 and all(heads[1:]) and len(heads) > 1 and all(len(text.split()) <= 7 for text in heads)
    has_head = has_head and not (heads[0] and re.match(r"\d[\d.]*%", heads[1]))  # `Roth | 1%-40% of pay` is a row
    out: list[Line] = []
    for number, (above, row) in enumerate(cells):
        label = " ".join(line.text for line in row[0]) or above
        for n, lines in enumerate(row):
            for line in lines:
                line.column, line.above = 10 + 100 * number + n, above
                if n:
                    over = heads[n] if has_head and number and n < len(heads) else ""
                    line.label = " | ".join(part for part in (label, over) if part)
                out.append(line)
    return out
