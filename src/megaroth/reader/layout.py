"""From the lines of pages to units of sense: columns, tables, headers and footers, contents pages, footnotes, headings, items.

Knows how pages look and refuses to know what they mean, but for the words by which a heading or a bullet names a group.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from megaroth.reader import boxes
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Line, Page, Unit
from megaroth.reader.words import folded

_BULLET = Pattern(
    r"^\s*(?:[•·●○◦▪■□☐☑☒✓✔➢►»\uf0b7\uf0a7\uf071\uf0a8\uf078§*–—o-]|\(?[a-z0-9ivx]{1,4}[.)]|[A-Z][.)]|\[[ xX]?\]|[🞎🗹🗷])(?:\s+|(?<=[•·●▪☐☒☑]))(?=\S)"
)
_NUMBERED = Pattern(r"^\s*(?:section|article|part|chapter)?\s*\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z]", flags=re.I)
_LEADER = Pattern(r"(?:\.\s?){4,}\s*[ivxlc\d]*\s*$|\s[.…]{3,}\s*\d+$|_{4,}", "..", ". .", ".\u00a0.", "…", "__")
_ABBREVIATED = Pattern(
    r"\b(?:[A-Z]|e\.g|i\.e|etc|inc|co|corp|no|sec|u\.s|mr|ms|vs|st|jr|l\.l\.p|p\.m|a\.m|approx|dept|art|par)\.$",
    flags=re.I,
)
_ENDS = Pattern(r"[.!?:;]['\")\]”’]*\s*\d{0,2}$")
_NEXT = r"(?=[\"'(“‘A-Z0-9$•■□☐☒☑✓\[🞎])"
_MONTH_ENDS = Pattern(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s*$"
)
_SPLIT = Pattern(
    rf"(?<=[A-Za-z)%\"'”’\ue0e0-\ue0e9][.!?;])\d{{0,2}}['\")\]”’]*\s+{_NEXT}|(?<=\d[.!?;])['\")\]”’]*\s+(?=[\"'(“‘A-Z•☐☒\[])"
)
_STOP = Pattern(r"[.!?;]\d{0,2}['\")\]”’]*\s")
"""What `_SPLIT` finds has this, and it is seen faster."""


def units_of(pages: list[Page]) -> list[Unit]:
    """Every unit of a document in reading order, contents pages marked, headers and footers left out."""
    furniture = _furniture(pages)
    units: list[Unit] = []
    trail: list[str] = []
    for page in pages:
        if page.status not in ("text", "ocr") or not page.lines:
            continue
        edges = {id(line) for line in _edges(page)}
        lines = [line for line in page.lines if id(line) not in edges or not _is_furniture(line, furniture)]
        contents = _is_contents(lines)
        page.lines = _ordered(lines, page)
        blocks = _blocks(page.lines, page)
        first = len(units)
        _units_of_page(page, blocks, contents, units, trail)
        _join_over_page(units, first)
    return units


def _join_over_page(units: list[Unit], first: int) -> None:
    """A sentence that the end of a page cuts is one sentence: its other half becomes its `rest`."""
    if not 0 < first < len(units):
        return
    last, begins = units[first - 1], units[first]
    whole = last.page == begins.page - 1 and last.rest is None and last.cell is None and begins.cell is None
    running = last.kind in ("sentence", "item") and begins.kind == "sentence" and len(last.raw.split()) > 3
    if whole and running and begins.raw[:1].islower() and not _ENDS.search(last.raw):
        last.rest = begins
        del units[first]


# --- furniture -----------------------------------------------------------------------------------------------------------


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", folded(text).lower())


def _edges(page: Page) -> list[Line]:
    if page.width <= 100.0:  # plain text
        return [*page.lines[:2], *page.lines[-2:]]
    return [line for line in page.lines if line.bottom < page.height * 0.09 or line.top > page.height * 0.91]


def _furniture(pages: list[Page]) -> set[str]:
    """What stands at the edge of three pages or more, whatever its number."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line.text) for line in _edges(page)})
    return {key for key, times in seen.items() if times >= 3 and times >= 0.15 * len(pages)}


def _is_furniture(line: Line, furniture: set[str]) -> bool:
    """Whether a line at an edge is a running head, or the number of the page."""
    key = _key(line.text)
    return key in furniture or bool(re.fullmatch(r"(?:page )?[-–]?\s*[#ivx]{1,5}\s*[-–]?(?: of #)?", key))


def _is_contents(lines: list[Line]) -> bool:
    """A page that says where things stand says nothing of them."""
    if any(re.fullmatch(r"(?:table of )?contents(?: page)?", line.text.strip().lower()) for line in lines[:12]):
        return True
    texts = [line.text for line in lines]
    leaders = sum(bool(_LEADER.search(text)) for text in texts)
    return len(texts) > 6 and leaders > 0.4 * len(texts)


# --- columns and tables ---------------------------------------------------------------------------------------------------


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


def _ordered(lines: list[Line], page: Page) -> list[Line]:
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
    out: list[Line] = []
    place = 0
    while place < len(rows):
        if len(rows[place]) < 2:
            out += rows[place]
            place += 1
            continue
        end = place + 1
        while end < len(rows) and (len(rows[end]) > 1 or _continues(rows[place:end], rows[end][0])):
            end += 1
        out += _table(rows[place:end])
        place = end
    return out


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


def _table(rows: list[list[Line]]) -> list[Line]:
    starts = _starts(rows)
    cells: list[list[list[Line]]] = []
    for row in rows:
        placed: list[list[Line]] = [[] for _ in starts]
        for line in row:
            placed[
                max(
                    (n for n, start in enumerate(starts) if line.x0 >= start - (4 if line.height > 1 else 2)), default=0
                )
            ].append(line)
        fresh = bool(placed[0]) and not (cells and _same_cell(cells[-1][0], placed[0], placed))
        if fresh or not cells:
            cells.append(placed)
        else:
            for n, lines in enumerate(placed):
                cells[-1][n] += lines
    return _labelled(cells)


def _same_cell(above: list[Line], below: list[Line], row: list[list[Line]]) -> bool:
    """A label of two lines: the second has no cell beside it, or begins in lower case."""
    if not above or not below:
        return False
    near = below[0].top - above[-1].bottom < 0.6 * max(below[0].height, 0.8)
    alone = not any(row[1:])
    return near and (below[0].text[:1].islower() or (alone and not _ENDS.search(above[-1].text)))


def _starts(rows: list[list[Line]]) -> list[float]:
    found: list[float] = []
    for row in rows:
        for line in row:
            near = 14 if line.height > 1 else 4  # points, or letters of plain text
            if not any(abs(line.x0 - start) < near for start in found):
                found.append(line.x0)
    return sorted(found)


def _labelled(cells: list[list[list[Line]]]) -> list[Line]:
    head = cells[0]
    heads = [" ".join(line.text for line in lines) for lines in head]
    has_head = len(cells) > 2 and all(heads[1:]) and len(heads) > 1 and all(len(text.split()) <= 7 for text in heads)
    out: list[Line] = []
    for number, row in enumerate(cells):
        label = " ".join(line.text for line in row[0])
        for n, lines in enumerate(row):
            for line in lines:
                line.column = 10 + 100 * number + n
                if n:
                    over = heads[n] if has_head and number and n < len(heads) else ""
                    line.label = " | ".join(part for part in (label, over) if part)
                out.append(line)
    return out


# --- blocks, sentences, units ---------------------------------------------------------------------------------------------


class _Block:
    def __init__(self, line: Line) -> None:
        self.lines = [line]

    @property
    def text(self) -> str:
        return " ".join(" ".join(line.text for line in self.lines).split())


def _blocks(lines: list[Line], page: Page) -> list[_Block]:
    """Lines joined to paragraphs, items and headings."""
    blocks: list[_Block] = []
    gaps = sorted(
        after.top - before.bottom
        for before, after in itertools.pairwise(lines)
        if after.column == before.column and 0 <= after.top - before.bottom < 3 * max(before.height, 0.8)
    )
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    right = {
        column: max(line.x1 for line in lines if line.column == column) for column in {line.column for line in lines}
    }
    for line in lines:
        last = blocks[-1].lines[-1] if blocks else None
        if last is not None and _joins(blocks[-1], last, line, usual, right[line.column], page):
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Block(line))
    return blocks


def _joins(block: _Block, last: Line, line: Line, usual: float, right: float, page: Page) -> bool:
    if _continues_in_next_column(last, line):
        return True
    if line.column != last.column or line.label != last.label:
        return False
    if line.text[:1].isdigit() and _MONTH_ENDS.search(last.text) and line.column == last.column:
        return True  # "ends December" / "31. The …": no item of a list
    # "only (1) on hardship, or" goes on with "(2) after age 59½": the numbers count within a sentence.
    counted = re.match(r"\(\w{1,3}\)\s", line.text) and re.search(r"\w \(\w{1,3}\)\s", block.text)
    if _BULLET.match(line.text) and not line.text[:1].isalpha() and not (counted and not _ENDS.search(last.text)):
        return False
    if boxes.has_box(line.text) and re.match(r"\(?[A-Za-z0-9]{1,4}[.)]\s", line.text):
        return False
    gap = line.top - last.bottom
    same_size = 0.6 < (line.height or 1) / (last.height or 1) < 1.67
    if gap > usual + max(0.75 * line.height, 0.6) or gap < -3 * max(last.height, 1):
        return False
    text = last.text.rstrip()
    if text.endswith(":") and not line.text[:1].islower():
        return False
    if line.text[:1].islower() or text.endswith(("-", ",", " and", " or", " the", " of", " to", " a")):
        return gap < usual + 0.9 * max(line.height, 0.8)
    if not same_size and page.width > 100:
        return False
    if line.column >= 10:
        return not _ENDS.search(text) and gap <= usual + 0.35 * max(line.height, 0.8)
    wide = max(right - min(last.x0, line.x0), 1.0)
    full = last.x1 - min(last.x0, line.x0) > 0.78 * wide
    if full and len(text.split()) > 5 and not _NUMBERED.match(line.text):
        return True
    first = block.lines[0].text
    return (
        bool(_BULLET.match(first))
        and line.x0 > block.lines[0].x0 + 4
        and not _ENDS.search(text)
        and len(text.split()) > 4
    )


def _continues_in_next_column(last: Line, line: Line) -> bool:
    """Whether a sentence that ends no column goes on at the top of the next one."""
    beside = line.x0 > last.x1 - 0.5 * (last.x1 - last.x0) and line.top < last.top - 8 * max(line.height, 0.8)
    columns = (last.column, line.column) in ((1, 2), (0, 0))
    return columns and beside and line.text[:1].islower() and not _ENDS.search(last.text) and len(last.text.split()) > 3


def _units_of_page(page: Page, blocks: list[_Block], contents: bool, units: list[Unit], trail: list[str]) -> None:
    lead = units[-1].lead if units and units[-1].kind == "item" and units[-1].page == page.number - 1 else ""
    for block in blocks:
        text, line = block.text, block.lines[0]
        if contents or _LEADER.search(text):
            units.append(Unit(page.number, text, kind="contents"))
            continue
        item = bool(_BULLET.match(text)) and line.column < 10
        body = _BULLET.sub("", text, count=1) if item else text
        ticked = boxes.tick_of(text)
        if line.column < 10 and not item and _is_heading(text, line):
            if text.endswith(":"):
                lead = text
            else:
                trail[:] = [text, *trail][:4]
                lead = ""
            units.append(
                Unit(page.number, text, heads=tuple(trail[1:]), kind="question" if text.endswith("?") else "heading")
            )
            continue
        if line.label:
            cell_lead = line.label
        elif item:
            cell_lead = lead
        else:
            cell_lead = lead = ""
        parts = _sentences(body)
        run_in = _run_in(parts) if ticked is None else ""
        trail_now = (run_in, *trail) if run_in else tuple(trail)
        inner = ""
        for number, whole in enumerate(parts):
            # A box inside a paragraph opens an option of its own, and what follows belongs to it.
            if (own := boxes.tick_of(whole)) is not None and (number or ticked is None):
                ticked = own
            part = boxes.without_box(whole) if own is not None else whole
            if found := _INNER_LEAD.match(part):
                inner = found[1]
            lead_now = cell_lead or inner
            kind = (
                "question"
                if part.rstrip("\"')”").endswith("?")
                else "cell"
                if line.column >= 10
                else "item"
                if item or cell_lead
                else "sentence"
            )
            units.append(
                Unit(
                    page.number, part, heads=trail_now, lead=lead_now, kind=kind, ticked=ticked, cell=_cell(line, units)
                )
            )
            if not part.endswith(";"):
                inner = ""
            if kind == "question" and not item:
                trail[:] = [part, *trail][:4]
        if parts and parts[-1].endswith(":") and not line.label:
            lead = parts[-1]


def _is_heading(text: str, line: Line) -> bool:
    words = text.split()
    if len(words) > 14 or len(text) > 110:
        return False
    if text.endswith("?"):
        return True
    if text.endswith(":"):
        return len(words) <= 12
    if re.search(r"[.;,]$", text) or re.search(r"\$\d|\d%", text):
        return False
    big = [word for word in words if len(word) > 3 or word[:1].isupper()]
    capital = sum(word[:1].isupper() or not word[:1].isalpha() for word in big)
    return bool(words) and text[:1].isalnum() and (len(words) <= 3 or capital >= 0.6 * len(big) or len(words) <= 8)


_RUN_IN = Pattern(r"^([A-Z0-9][^.:;?!]{1,70}?)(?:: | [-–—]{1,2} )(?=[A-Z0-9$])", ": ", "- ", "– ", "— ")


def _run_in(parts: list[str]) -> str:
    """A heading at the head of its own paragraph: `After-tax. You may …`, `Hourly Plan – You may …`."""
    if not parts:
        return ""
    if len(parts) > 1 and len(parts[0].split()) <= 7 and parts[0].endswith((".", ":")):
        return parts[0]
    found = _RUN_IN.match(parts[0])
    return found[1] if found and len(found[1].split()) <= 10 else ""


_INNER_LEAD = Pattern(r"^([^:;]{8,160}:)\s+\S.*;$", ";")


def _cell(line: Line, units: list[Unit]) -> tuple[int, int, int] | None:
    """Table, row and column of a cell; a row that counts from the start again opens a table."""
    if line.column < 10:
        return None
    row, column = divmod(line.column - 10, 100)
    last = units[-1].cell if units else None
    if last is not None and (row, column) >= last[1:]:
        return last[0], row, column
    return len(units), row, column


_ENUMERATOR = Pattern(
    r"^(?:section |article |item )?\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})(?:\.\d+)*\)?(?:\([a-z\d]{1,3}\))*[.)]$", flags=re.I
)


def _sentences(text: str) -> list[str]:
    return [part for option in boxes.options(text) for part in _sentences_of(option)]


def _sentences_of(text: str) -> list[str]:
    if not _STOP.search(text):
        return [text.strip()] if text.strip() else []
    parts: list[str] = []
    for part in _SPLIT.split(text):
        if parts and (_ABBREVIATED.search(parts[-1].rsplit(None, 1)[-1]) or _ENUMERATOR.match(parts[-1])):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return [part for part in (each.strip() for each in parts) if part]
