"""Documents that are no PDF: plain text, web pages, Word exports. Lines in, as a PDF page gives them."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections import Counter
from html.parser import HTMLParser

from megaroth.reader import boxes
from megaroth.reader.kinds import Unreadable, decoded
from megaroth.reader.pairs import LABEL_WORD
from megaroth.reader.pattern import Pattern
from megaroth.reader.side_by_side import one_after_the_other
from megaroth.reader.units import Line, Page
from megaroth.reader.wrapped_labels import whole_labels

MOST_TEXT = 8 * 2**20
_BLOCKS = {
    "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "section", "article", "table", "ul", "ol", "dd", "dt",
    "dl", "header", "footer", "blockquote", "caption", "summary", "details", "main", "nav", "option", "figcaption",
}  # fmt: skip
_SILENT = {"script", "style", "noscript", "template", "head", "svg", "select"}
_UNSEEN = Pattern(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|color\s*:\s*(#fff\b|#ffffff|white)",
    flags=re.I,
)
_VOID = {"br", "img", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}


def warm_up() -> None:
    """Import what Word documents need, and open the template that its reader opens once."""
    import docx

    docx.Document()


def pages_of(kind: str, data: bytes) -> list[Page]:
    """The pages of a Word document, a web page or a text."""
    if kind == "docx":
        return pages_of_docx(data)
    text = decoded(data)
    return pages_of_html(text) if kind == "html" else pages_of_text(text)


def pages_of_text(text: str) -> list[Page]:
    """Plain text: pages at form feeds; where a column of blanks parts a line, its parts are columns."""
    if len(text) > MOST_TEXT:
        raise Unreadable("document-too-much", "The text is longer than any plan document.")
    if not text.isascii():
        text = text.translate(_FRAMES)
    if "](" in text:
        text = _LINK.sub(r"\g<shown>", text)
    if "\u00a0" in text:
        text = _HARD_BLANKS.sub(" ", text)
    if "[  " in text:
        text = _WIDE_BOX.sub("[ ]", text)
    if "**" in text:
        text = _STRESSED.sub(r"\1", text)
    pages = []
    for number, part in enumerate(text.split("\f"), 1):
        page = Page(number, raw=part, width=100.0, height=1000.0)
        lines = [_tabbed(line) if "\t" in line else line for line in part.splitlines()]
        lines = whole_labels([line.rstrip().expandtabs(8) for line in lines])
        lines = _mended(one_after_the_other(lines))
        lines = _without_leaders(_unmarked(_with_cells_apart(lines)))
        lines = ["" if line[-1:] in "-–—" and _PAGE_LINE.match(line) else line for line in lines]
        lines = _apart([_RULED.sub(r"\1", line) for line in _with_a_corner(_framed(lines))])
        for row, (line, bordered) in enumerate(zip(lines, _bordered(lines), strict=True)):
            page.lines += _cells(line, row, bordered)
        page.status = "text" if page.lines else "empty"
        pages.append(page)
    return pages


def _framed(lines: list[str]) -> list[str]:
    """`Kind | Limit |` above rows `Pre-tax | $23,500`: where one row of two cells has a bar at its end, all get their bars."""
    out = list(lines)
    for in_table, block in itertools.groupby(range(len(lines)), lambda n: "|" in lines[n]):
        rows = list(block)
        bare = [lines[n].strip().strip("|") for n in rows]
        ends = [lines[n].strip() != text for n, text in zip(rows, bare, strict=True)]
        if in_table and len(rows) > 2 and any(ends) and not all(ends) and all(text.count("|") == 1 for text in bare):
            for n, text in zip(rows, bare, strict=True):
                out[n] = f"| {text} |"
    return out


def _with_a_corner(lines: list[str]) -> list[str]:
    """`Pre-tax | Roth | After-tax |` above rows that have a cell more: the head of their labels' column was empty and is lost."""
    out = list(lines)
    for in_table, block in itertools.groupby(range(len(lines)), lambda n: lines[n].count("|") > 1):
        rows = list(block)
        head = lines[rows[0]].strip()
        if not in_table or len(rows) < 3 or not head.endswith("|") or head.startswith("|"):
            continue
        cells = [lines[n].strip().strip("|").count("|") + 1 for n in rows]
        if all(count == cells[0] + 1 for count in cells[1:]):
            out[rows[0]] = f"| {head}"
    return out


_LEADERS = Pattern(
    r"^(?P<label>\s*[A-Za-z(][^.!?;]{1,70}?)(?P<dots> ?(?:\.{4,}|(?:\. ){3,}\.?|…{2,}|(?<=\s)(?:\.{3}|…)(?=\s)) *)(?P<value>\S.*)$",
    "..",
    ". .",
    "…",
)
_PAGE_LINE = Pattern(r"^\s*[-–—] ?\d{1,3} ?[-–—]$")
_PAGE_NUMBER = Pattern(r"^[ivxlcdm\d–-]{1,7}\W*$", flags=re.I)


_RULED = Pattern(r"^\s*[-=*~#]{3,}\s+(\w[^|]{0,60}?)\s+[-=*~#]{3,}\s*$", "---", "===", "***", "~~~", "###")
"""`----- Match -----`: a heading between two rules."""


_RUN_TOGETHER = Pattern(
    rf"(?:\b|(?<=[a-z]))(?i:{LABEL_WORD})(?:\)|\*)?(?<=[a-z)*])(?=[A-Z$]|\d{{1,3}}(?:\.\d+)?%|\d+[ -])"
)
"""`Company match50% of the first 6%`: a label that lost the line between it and its value."""
_NEXT_LABEL = Pattern(
    rf"(?<=[a-z)%])(?=[A-Z](?:(?![a-z)][A-Z])[A-Za-z()/ -]){{2,50}}?\b(?i:{LABEL_WORD})(?:$|[A-Z$]|\d))"
)
_LONGEST_LABEL = 60
_TAB = Pattern(r"(?<=\S) *\t\s*(?=\S)", "\t")


def _tabbed(line: str) -> str:
    """`True-up<tab>No`: the cells of a table that somebody copied, as a row; behind a bullet or a number a tab parts nothing."""
    cells = _TAB.split(line.strip())
    if line[:1] == "\t" and len(cells) > 1:
        cells = ["", *cells]  # the head of the column of labels is empty
    if len(cells) < 2 or 0 < len(cells[0]) <= 3 or "|" in line or cells[0][-1:] == ")":
        return line
    return f"| {' | '.join(cells)} |"


def _with_cells_apart(lines: list[str]) -> list[str]:
    """Rows of a table whose cells were run together, as web pages are copied; two of them at least, or it is a word of its own."""
    rows = [[] if "|" in line else _pairs(_NEXT_LABEL.split(line.strip())) or _pairs([line.strip()]) for line in lines]
    if sum(map(len, rows)) < 2:
        return lines
    return [each for line, pairs in zip(lines, rows, strict=True) for each in (pairs or [line])]


def _pairs(pieces: list[str]) -> list[str]:
    """Label and value of each piece as a row of a table; nothing where one of them is no such piece."""
    found = []
    for piece in pieces:
        label = _RUN_TOGETHER.search(piece[: _LONGEST_LABEL + 12])
        named = piece[: label.end()] if label else ""
        if not named or len(named) > _LONGEST_LABEL or re.search(r"[.;:!?]|\d%|[A-Za-z]{16}", named):
            return []  # no label, or words that lost their blanks as well (`glued.py`)
        found.append(f"| {named} | {piece[len(named) :]} |")
    return found


_TORN = Pattern(r"^(?!.*[.!?:;|]\W*$)(?=.{40})\s*\w")
_GOES_ON = Pattern(r"^\s*[a-z][a-z'’-]* ")


def _mended(lines: list[str]) -> list[str]:
    """A sentence whose lines stand apart, as in a text that is written with a blank line after each, without these."""
    out: list[str] = []
    for line in lines:
        if len(out) > 1 and not out[-1] and _GOES_ON.match(line) and _TORN.match(out[-2]):
            out.pop()
        out.append(line)
    return out


_HARD_BLANKS = Pattern(r"(?<=[.:;!?,]) ?\u00a0[\u00a0 ]*(?=\S)")
"""What a typist puts behind a full stop is no gap between two cells."""
_WIDE_BOX = Pattern(r"\[ {2,4}\]", "[  ")
"""`[   ]`: the blanks within an empty box part no columns."""
_STRESSED = Pattern(r"\*\*(?=\S)([^*\n]{1,200}?)(?<=\S)\*\*", "**")
"""`**Match**`: what is bold is read without its marks."""
_MARKED = Pattern(r"^#{1,6} +(?P<title>.*?)[ #]*$", "#")
_RULE_OF_TABLE = Pattern(r"^\s*:?-{3,}:? *(?:\| *:?-{3,}:? *)+$", "--")


def _unmarked(lines: list[str]) -> list[str]:
    """Headings and tables as Markdown writes them: `## Match` stands alone, and the blanks that pad a table's cells go."""
    out: list[str] = []
    for of_table, block in itertools.groupby(lines, lambda line: "|" in line):
        rows = list(block)
        if of_table and any(_RULE_OF_TABLE.match(line) for line in rows):
            rows = [" ".join(line.split()) for line in rows]
        for line in rows:
            found = _MARKED.match(line)
            out += ["", found["title"], ""] if found else [line]
    return out


def _without_leaders(lines: list[str]) -> list[str]:
    """`True-up ........ Yes`: dots that lead from a label to its value part two columns; those of a table of contents stay."""
    led = {n: found for n, line in enumerate(lines) if (found := _LEADERS.match(line))}
    if len(led) < 2 or 2 * sum(bool(_PAGE_NUMBER.match(found["value"])) for found in led.values()) >= len(led):
        return lines
    at = max(found.start("value") for found in led.values())
    return [
        f"{led[n]['label'].rstrip():<{at}}   {led[n]['value']}" if n in led else line for n, line in enumerate(lines)
    ]


_FRAMES = {code: "|" if chr(code) in "│┃║" else " " for code in range(0x2500, 0x2580)}
"""The lines of a frame that somebody drew with letters."""
_HUNG = Pattern(r"^(?P<label>\S(?:.{0,50}?\S)?) {3,}(?=\S)(?!.*\S {3,}\S)")
_LEAST_HUNG = 3
_OPEN_LABEL = Pattern(
    r"(?:[,&/(-]|\b(?:a|an|the|of|and|or|for|in|on|at|to|by|with|your|our|my|is|are))\s*$", flags=re.I
)


def _apart(lines: list[str]) -> list[str]:
    """Labels at the margin, their values in one column: where a long label leaves a blank or two before it, the line is parted."""
    starts = Counter(found.end() for line in lines if (found := _HUNG.match(line)))
    column, often = max(starts.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    if often < _LEAST_HUNG or column < 8:
        return lines
    hung = [(bool(line) and not line[: column - 2].strip()) or line[column - 3 : column] == "   " for line in lines]
    out = []
    for n, line in enumerate(lines):
        label, value = line[:column], line[column:]
        begins = label[-1:] == " " and value[:1].strip() and not _OPEN_LABEL.search(label)
        near = any(hung[max(0, n - 2) : n]) or any(hung[n + 1 : n + 3])
        narrow = (
            label[:1].strip() and near and (label[-2:] == "  " or value[:1].isupper() or value[:1] in "0123456789$")
        )
        out.append(f"{label}  {value}" if begins and (hung[n] or narrow) else line)
    return out


_LINK = Pattern(
    r"!\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)|\[(?P<shown>[^\[\]\n]{2,200})\]\((?:[a-z]{2,6}:|[/#.?]|[\w%-]{1,100}[/.#])(?:[^()\s]|\([^()\s]{0,200}\)){0,500}(?: \"[^\"\n]{0,200}\")?\)"
)
"""A link as Markdown writes it: `[Portal](https://…)` is read as `Portal`; a picture as nothing."""
_FOLDED_AWAY = Pattern(
    r"^(?:(?:collapsed|expanded)\b.{0,30}|(?:click|tap|select) to (?:expand|collapse|open|close)|(?:show|hide|read|view) (?:more|less|answer|details)|toggle(?: .{0,20})?|[▸▾►▼▶])$",
    flags=re.I,
)
"""What a page says of its own folds: `collapsed, click to expand`."""
_CELL = Pattern(r"\S+(?: {1,2}\S+)*")


_NARROW_CELL = Pattern(r"\S+(?:(?: |(?<=[.:;!?])  )\S+)*")


_WIDE = 400.0
"""Between bars a cell is as long as it likes, and stands apart from the next one all the same."""


def _bordered(lines: list[str]) -> list[bool]:
    """Of each line, whether every row of its table begins with a bar: else the bar at the head of one follows an empty cell."""
    told: list[bool] = []
    for in_table, block in itertools.groupby(lines, lambda line: line.count("|") > 1):
        rows = list(block)
        whole = not in_table or all(line.lstrip().startswith("|") for line in rows if set(line) - set("|-: "))
        told += [whole] * len(rows)
    return told


def _cells(text: str, row: int, bordered: bool = True) -> list[Line]:
    text = text.expandtabs(8)
    if text.count("|") == 1 and (text.rstrip().endswith("|") or text.lstrip().startswith("|")):
        text = text.replace("|", " ").rstrip()  # what is left of a table
    if text.count("|") > 1:
        cut = [each.strip() for each in text.split("|")]
        if bordered and text.lstrip().startswith("|") and text.rstrip().endswith("|"):
            del cut[0]  # a border, no empty cell
        if not any(cut) or all(set(each) <= set("-:") for each in cut):
            return []  # the rule below a head
        kept = [each for each in cut if each and not _FOLDED_AWAY.match(each)]
        if len(kept) == 1 and len([each for each in cut if each]) == 2:
            return [Line(kept[0], 0, len(kept[0]), row, row + 0.8)]  # a fold of the page, no table
        return [
            Line(cell, _WIDE * n, _WIDE * n + min(len(cell), _WIDE - 10), row, row + 0.8)
            for n, cell in enumerate(cut)
            if cell
        ]
    found = list(_CELL.finditer(text))
    if len(found) > 2:  # a table: two blanks part its cells as well, but for those after a full stop
        found = list(_NARROW_CELL.finditer(text))
    parts = [Line(each.group(), each.start(), each.end(), row, row + 0.8) for each in found]
    # A box that stands apart from its own words.
    for place in range(len(parts) - 2, -1, -1):
        if boxes.is_bare(parts[place].text) and boxes.tick_of(parts[place + 1].text) is None:
            parts[place].text += f" {parts[place + 1].text}"
            parts[place].x1 = parts[place + 1].x1
            del parts[place + 1]
    # A box belongs to the box before it: yes and no of one question.
    place = 1
    while place < len(parts):
        if boxes.tick_of(parts[place].text) is not None and boxes.has_box(parts[place - 1].text):
            parts[place - 1].text += f" {parts[place].text}"
            parts[place - 1].x1 = parts[place].x1
            del parts[place]
        else:
            place += 1
    # A bullet or number stands apart from its own text.
    while len(parts) > 1 and len(parts[0].text) <= 3 and not parts[0].text.endswith("%"):
        parts[1].text, parts[1].x0 = f"{parts[0].text} {parts[1].text}", parts[0].x0
        del parts[0]
    return parts


class _Web(HTMLParser):
    """The text of a web page, block by block; what is hidden from the eye is left out and counted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[str] = []
        self.hidden = 0
        self._now: list[str] = []
        self._stack: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end()
        if tag == "li":
            self._now.append("• ")
        if tag in ("td", "th") and self._now and self._now[-1].strip():
            self._now.append(" | ")
        if tag == "input":
            given = dict(attrs)
            if given.get("type") in ("checkbox", "radio"):
                self._now.append(" ☒ " if "checked" in given else " ☐ ")
        if tag not in _VOID and len(self._stack) < 500:
            given = dict(attrs)
            unseen = (
                "hidden" in given
                or bool(_UNSEEN.search(given.get("style") or ""))
                or given.get("aria-hidden") == "true"
            )
            self._stack.append((tag, unseen or tag in _SILENT))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()
        for place in range(len(self._stack) - 1, -1, -1):
            if self._stack[place][0] == tag:
                del self._stack[place:]
                break

    def handle_data(self, data: str) -> None:
        if any(unseen for _, unseen in self._stack):
            if data.strip() and not any(tag in _SILENT for tag, _ in self._stack):
                self.hidden += 1
            return
        self._now.append(data)

    def _end(self) -> None:
        text = " ".join("".join(self._now).split())
        if text and text != "•":
            self.rows += [text, ""] if not text.startswith("•") else [text]
        self._now = []

    def close(self) -> None:
        super().close()
        self._end()


def pages_of_html(text: str) -> list[Page]:
    """A web page is one page."""
    if len(text) > MOST_TEXT:
        raise Unreadable("document-too-much", "The page is longer than any plan document.")
    web = _Web()
    web.feed(text)
    web.close()
    pages = pages_of_text("\n".join(web.rows).replace("\f", " "))
    pages[0].raw = "\n".join(web.rows)
    if web.hidden:
        pages[0].flags.append("hidden-text")
    return pages


def pages_of_docx(data: bytes) -> list[Page]:
    """The paragraphs and tables of a Word document, as one page; hidden and white runs are left out and flagged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            if len(entries) > 2000 or sum(each.file_size for each in entries) > 60 * 2**20:
                raise Unreadable("document-huge", "The Word document unpacks to more than any plan document.")
            if "word/document.xml" not in packed.namelist():
                raise Unreadable("document-not-known", "The file is an archive, but not a Word document.")
    except zipfile.BadZipFile:
        raise Unreadable("document-broken", "The file looks like a Word document but cannot be opened.") from None
    return _docx_pages(data)


def _docx_pages(data: bytes) -> list[Page]:
    import docx
    from docx.table import Table

    document = docx.Document(io.BytesIO(data))
    rows: list[str] = []
    hidden = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells: list[str] = []
                for cell in row.cells:
                    text = " ".join(cell.text.split())
                    if not cells or cells[-1] != text:
                        cells.append(text)
                rows.append(" | ".join(cells) + (" |" if len(cells) == 2 else ""))
            rows.append("")
            continue
        parts = []
        for run in block.runs:
            colour = run.font.color.rgb if run.font.color is not None and run.font.color.type is not None else None
            if run.font.hidden or (colour is not None and min(colour) > 235):
                hidden += bool(run.text.strip())
            else:
                parts.append(run.text)
        text = " ".join("".join(parts).split())
        if text:
            style = (block.style.name or "") if block.style is not None else ""
            rows += [f"• {text}"] if style.startswith("List") else [text, ""]
    pages = pages_of_text("\n".join(rows).replace("\f", " "))
    pages[0].raw = "\n".join(rows)
    if hidden:
        pages[0].flags.append("hidden-text")
    return pages
