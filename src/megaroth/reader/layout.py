"""From the lines of pages to units of sense: columns, tables, headers and footers, contents pages, footnotes, headings, items.

Knows how pages look and refuses to know what they mean, but for the words by which a heading or a bullet names a group.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from megaroth.reader import boxes
from megaroth.reader.columns import ENDS, ordered
from megaroth.reader.pairs import paired
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Line, Page, Unit
from megaroth.reader.words import folded

_BULLET = Pattern(
    r"^\s*(?!T\. ?Rowe\b|J\. ?P\.|\(?(?:19|20)\d\d[.)]|\(\d{3}\) ?\d{3}[-. ]\d|\(?(?:rev|eff|ed|upd|pub|no|vol|inc|see|e\.g|i\.e|est|approx|orig)\.)(?:[•·●○◦▪■□☐☑☒✓✔➢►»\uf0b7\uf0a7\uf071\uf0a8\uf078§*–—o-]|\+(?=\s+[A-Za-z])|\(?[a-z0-9ivx]{1,4}[.)]|[A-Z][.)]|\[[ xX]?\]|[🞎🗹🗷])(?:\s+|(?<=[•·●▪☐☒☑]))(?=\S)"
)
_NUMBER_ALONE = Pattern(r"^\d{1,2}\.\s+(?=[A-Z][^.;:]*$)")
"""`8.  Withdrawals during employment`, with no number before or behind it, is a heading and no item."""
_SHARE_LABELLED = Pattern(r"^\s*[A-Z][\w /&+,’'-]{2,40}: +(?:[a-z]+ ){0,3}\d", ":")
_OF_PAY_ENDS = Pattern(
    r"\d ?(?:%|percent)(?: of (?:[\w’']+ ){0,3}(?:pay|compensation|earnings|salary|wages))?$", flags=re.I
)
_ROUND = Pattern(r"^\s*o\s+[A-Z(0-9\"“]")
_DASHED = Pattern(r"^\s*[•·●○◦▪►»*–—-]\s+(?=[A-Za-z])")
"""An item within a cell."""
_NUMBERED = Pattern(r"^\s*(?:section|article|part|chapter)?\s*\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z]", flags=re.I)
_LEADER = Pattern(r"(?:\.\s?){4,}\s*[ivxlc\d]*\s*$|\s[.…]{3,}\s*\d+$|_{4,}", "..", ". .", ".\u00a0.", "…", "__")
_ABBREVIATED = Pattern(
    r"^A\d{1,2}\.$|^\((?:max|min)\.$|(?<!['’])\b(?:[A-Z]|e\.g|i\.e|etc|inc|co|corp|no|sec|u\.s|mr|ms|vs|st|jr|l\.l\.p|p\.m|a\.m|approx|dept|art|par|jan|feb|mar|apr|aug|sept|sep|oct|nov|dec|rev|eff)\.$",
    flags=re.I,
)
_NEXT = r"(?=[\"'(“‘A-Z0-9$•■□☐☒☑✓\[🞎])"
_MONTHENDS = Pattern(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s*$",
    "April", "August", "December", "February", "January", "July", "June", "March", "May", "November", "October", "September",
)  # fmt: skip
_SPLIT = Pattern(
    rf"\?[\"”’']\s+(?=[a-z])|[.!?;](?:(?<=[A-Za-z)%½¼¾⅓⅔\"'”’\ue0e0-\ue0e9].)\d{{0,2}}['\")\]”’]*\s+{_NEXT}|(?<=\d.)['\")\]”’]*\s+(?=[\"'(“‘A-Z•☐☒\[]))"
)
"""From the stop, that stays, up to the next sentence."""


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
        page.lines = paired(ordered(lines, page))
        blocks = _blocks(page.lines, page)
        first = len(units)
        _units_of_page(page, blocks, _contents_end(blocks) if contents else 0, units, trail)
        _join_over_page(units, first)
    return units


def _join_over_page(units: list[Unit], first: int) -> None:
    """A sentence that the end of a page cuts is one sentence: its other half becomes its `rest`."""
    if not 0 < first < len(units):
        return
    last, begins = units[first - 1], units[first]
    whole = last.page == begins.page - 1 and last.rest is None and last.cell is None and begins.cell is None
    running = last.kind in ("sentence", "item") and begins.kind == "sentence" and len(last.raw.split()) > 3
    if whole and running and begins.raw[:1].islower() and not ENDS.search(last.raw):
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


_CONTENTS = frozenset(("contents", "table of contents", "contents page", "table of contents page"))


_SUM = Pattern(r"\$\d|\d%", "$", "%")


def _is_contents(lines: list[Line]) -> bool:
    """A page that says where things stand says nothing of them."""
    if any(line.text.strip().lower() in _CONTENTS for line in lines[:12]):
        return True
    texts = [line.text for line in lines]
    leaders = sum(bool(_LEADER.search(text)) for text in texts)
    return len(texts) > 6 and leaders > 0.4 * len(texts)


def _contents_end(blocks: list[_Block]) -> int:
    """How many blocks of a page with a table of contents belong to it: all, where no running text follows."""
    running = [n for n, block in enumerate(blocks) if len(block.text.split()) > 8 and ENDS.search(block.text)]
    led = [n for n, block in enumerate(blocks) if _LEADER.search(block.text) and (len(running) < 4 or n < running[3])]
    after = [n for n in running if led and n > led[-1]]
    if len(after) > 1:
        return led[-1] + 1
    # A link to the contents, as filings have one on every page, heads running text and not what stands where.
    long = [n for n in running if len(blocks[n].text.split()) > 18]
    told = len(long) > 3 or any(len(blocks[n].text.split()) > 40 for n in long)
    return long[0] if told and not led else len(blocks)


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
    if page.width <= 100.0:
        usual = min(usual, 0.2)  # plain text: a blank line parts, even where there is one after every line
    right: dict[int, float] = {}
    for line in lines:
        right[_place_across(line)] = max(line.x1, right.get(_place_across(line), 0.0))
    for line in lines:
        last = blocks[-1].lines[-1] if blocks else None
        if last is not None and _joins(blocks[-1], last, line, usual, right[_place_across(line)], page):
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Block(line))
    return blocks


def _place_across(line: Line) -> int:
    """The column of a line: that of a table for all its rows."""
    return line.column if line.column < 10 else 10 + (line.column - 10) % 100


_LABELLED = Pattern(r"^[A-Z][^.:;|?]{2,60}(?::| \|) ?\S", ":", "|")
"""Lines that each begin with a label of their own are rows of a sheet, however full they are."""


_LETTERED = Pattern(r"([A-Za-z])[.)] \S")


def _joins(block: _Block, last: Line, line: Line, usual: float, right: float, page: Page) -> bool:
    if _continues_in_next_column(last, line):
        return True
    if line.column != last.column or line.label != last.label:
        return False
    if line.text[:1].isdigit() and _MONTHENDS.search(last.text) and line.column == last.column:
        return True  # "ends December" / "31. The …": no item of a list
    if (
        line.text[1:2] in (".", ")")
        and (own := _LETTERED.match(line.text))
        and (before := _LETTERED.match(block.text))
        and ord(own[1]) == ord(before[1]) + 1
    ):
        return False  # "a. Pre-tax contributions" / "b. Roth contributions"
    if line.text[1:2] == ")" and _LETTERED.match(line.text) and ENDS.search(last.text):
        return False
    # "only (1) on hardship, or" goes on with "(2) after age 59½": the numbers count within a sentence.
    if not line.text[:1].isalpha() and _BULLET.match(line.text):
        counted = re.match(r"\(\w{1,3}\)\s", line.text) and re.search(r"\w \(\w{1,3}\)\s", block.text)
        if not counted or ENDS.search(last.text):
            return False
    if _ROUND.match(line.text) and _ROUND.match(block.text):
        return False  # the letter that a typist puts for a bullet
    if (
        line.text[:1].isupper()
        and _OF_PAY_ENDS.search(last.text)
        and (
            _LABELLED.match(line.text)
            or (line.column >= 10 and (_SHARE_LABELLED.match(last.text) or _SHARE_LABELLED.match(block.text)))
        )
    ):
        return False  # `After-tax: 1% to 10% of pay`, and on the next line something else
    if _LABELLED.match(line.text) and _LABELLED.match(last.text):
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
    if line.text[:1].islower() or text.endswith(
        ("-", ",", " and", " or", " the", " of", " to", " a", " an", " in", " from", " by", " with", " than")
    ):
        return gap < usual + 0.9 * max(line.height, 0.8)
    if line.text[:1] == "(" and not ENDS.search(text) and len(text.split()) > 5 and not _BULLET.match(line.text):
        return gap < usual + 0.9 * max(line.height, 0.8)  # `the first three percent` / `(3%) of …`
    if not same_size and page.width > 100:
        return False
    if line.column >= 110 and line.label and not line.text[:1].islower():
        # Below the head of a table: a line that leaves much of its column free ends there.
        width = right - min(last.x0, line.x0)
        if last.x1 - min(last.x0, line.x0) < 0.6 * width and len(text.split()) < 6:
            return False
    if line.column >= 10:
        return not ENDS.search(text) and gap <= usual + 0.35 * max(line.height, 0.8)
    if page.width <= 100.0 and len(last.text) > 120:
        return False  # nobody wraps lines so late: each is a paragraph
    wide = max(right - min(last.x0, line.x0), 1.0)
    full = last.x1 - min(last.x0, line.x0) > 0.78 * wide
    if full and len(text.split()) > 5 and not _NUMBERED.match(line.text):
        return True
    first = block.lines[0].text
    return (
        bool(_BULLET.match(first))
        and line.x0 > block.lines[0].x0 + 4
        and not ENDS.search(text)
        and len(text.split()) > 4
    )


def _continues_in_next_column(last: Line, line: Line) -> bool:
    """Whether a sentence that ends no column goes on at the top of the next one."""
    beside = line.x0 > last.x1 - 0.5 * (last.x1 - last.x0) and line.top < last.top - 8 * max(line.height, 0.8)
    columns = (last.column, line.column) in ((1, 2), (0, 0))
    return columns and beside and line.text[:1].islower() and not ENDS.search(last.text) and len(last.text.split()) > 3


def _units_of_page(page: Page, blocks: list[_Block], contents: int, units: list[Unit], trail: list[str]) -> None:
    lead = units[-1].lead if units and units[-1].kind == "item" and units[-1].page == page.number - 1 else ""
    over = ""
    for place, block in enumerate(blocks):
        text, line = block.text, block.lines[0]
        if place < contents or (_LEADER.search(text) and not boxes.has_box(text)):
            units.append(Unit(page.number, text, kind="contents"))
            continue
        item = bool(_BULLET.match(text)) and line.column < 10
        if item and (numbered := _NUMBER_ALONE.match(text)) and _is_heading(text[numbered.end() :], line):
            beside = [*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 2]]
            item = not blocks[place + 1 : place + 2] or any(_BULLET.match(each.text) for each in beside)
        ticked = boxes.tick_of(text)
        body = _BULLET.sub("", text, count=1) if (item or _DASHED.match(text)) and ticked is None else text
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
        if ticked is None and parts and (glued := _GLUED.match(parts[0])):
            trail[:] = [glued["head"].strip(" -–—:."), *trail][:4]
            parts[0] = parts[0][glued.end() :]
        run_in = _run_in(parts) if ticked is None else ""
        trail_now = (run_in, *trail) if run_in else tuple(trail)
        if line.above and line.above not in trail[:1]:
            trail_now = (line.above, *trail)
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
            if kind == "question" and (not item or len(parts) == 1):
                of_column = line.column >= 10 and (line.column - 10) % 100 > 0
                # `Any age?`, `59½?`, side by side over columns, take the place of one heading and not of two.
                trail[:] = [part, *(trail[1:] if of_column and trail[:1] == [over] else trail)][:4]
                over = part if of_column else ""
                trail_now = tuple(trail)
        if (
            parts
            and not line.label
            and (parts[-1].endswith(":") or (_OPEN.search(parts[-1]) and _opens_list(blocks, place)))
        ):
            lead = parts[-1]


_OPEN = Pattern(r"(?<=\w )(?:can|may|to|are|is|include|either|by|from|of|for|if|when|following)(?: also)?$")
"""`That said, you can`, on the last line before the items that complete it."""


def _opens_list(blocks: list[_Block], place: int) -> bool:
    return any(_BULLET.match(each.text) for each in blocks[place + 1 : place + 2])


def _is_heading(text: str, line: Line) -> bool:
    words = text.split()
    if len(words) > 14 or len(text) > 110 or boxes.has_box(text):
        return False
    if text.endswith("?"):
        return True
    if text.endswith(":"):
        return len(words) <= 12
    if words[:1] == ["Not"] or text.endswith((".", ";", ",", "!")) or _SUM.search(text):
        return False
    big = [word for word in words if len(word) > 3 or word[:1].isupper()]
    capital = sum(word[:1].isupper() or not word[:1].isalpha() for word in big)
    return (
        bool(words)
        and text[:1].isalnum()
        and (len(words) <= 3 or capital >= 0.6 * len(big) or len(words) <= (12 if _COUNTED_PART.match(text) else 8))
    )


_COUNTED_PART = Pattern(r"^\d{1,2}\.\d{1,2} [A-Z]")
"""`7.8 Getting at your money while you work here`: the number of a part, before a title as long as one likes."""
_ANSWERS = Pattern(
    r"^(?:(?:[AQ]\d{0,2}|Answer|Yes|No|Sure|Correct)[.:)]|(?:[AQ]\d{0,2}[.:)] )?(?:Yes|No|None|Not|Never|Nope|Always|Sure|Correct|Either|Both|They|You|It|We)\b[^.:]{0,30}\.)$",
    flags=re.I,
)
"""Opens an answer and is no heading."""
_RUN_IN = Pattern(r"^([A-Z0-9][^.:;?!]{1,70}?)(?:: | [-–—]{1,2} )(?=[A-Z0-9$])", ": ", "- ", "– ", "— ")


def _run_in(parts: list[str]) -> str:
    """A heading at the head of its own paragraph: `After-tax. You may …`, `Hourly Plan – You may …`."""
    if not parts:
        return ""
    if (
        len(parts) > 1
        and len(parts[0].split()) <= 7
        and parts[0].endswith((".", ":"))
        and not re.search(r"\d%|\$\d", parts[0])
    ):
        return "" if _ANSWERS.match(parts[0]) else parts[0]
    found = _RUN_IN.match(parts[0])
    return found[1] if found and len(found[1].split()) <= 10 and not found[1].strip("%$")[:1].isdigit() else ""


_HEADED = r"(?:Contributions?|CONTRIBUTIONS?|Participation|PARTICIPATION|Eligibility|ELIGIBILITY|Vesting|VESTING|Withdrawals?|WITHDRAWALS?|Distributions?|DISTRIBUTIONS?|Benefits|BENEFITS|Accounts|ACCOUNTS|Conversions?|Rollovers?|Deferrals?|DEFERRALS?|Features?|Provisions|PROVISIONS|Amendments?|AMENDMENTS?|Events?|EVENTS?|Enrollment|ENROLLMENT|Information|General|GENERAL|Description|DESCRIPTION|Match|MATCH|[Cc]ontinued\)|CONTINUED\)?)"
_GLUED = Pattern(
    rf"^(?P<head>(?:(?:[(\w]{{1,3}}[.)]|NOTE|Note|\([Cc]ontinued\)|\(CONTINUED\)|[A-Z][\w'’/()&-]*|and|of|for|the|to|in|&|\d{{1,2}}|[–—-]) ){{0,12}}?{_HEADED} )(?=(?:Participants?|Employees?|Members|Associates|Eligible|Each|Every|All|Any|A|An|The|Under|Effective|Upon|If|You|Your|Prior|During|While|In|As|Once|After|Subject|Active|Plan|Only) (?:[a-z(]|Plan\b|Company\b|Employees?\b|Participants?\b|Members\b|January\b|[A-Z][a-z]+ \d))",
    *(word for name in ("ontribution", "articipation", "ligibility", "esting", "ithdrawal", "istribution", "enefits", "ccounts", "onversion", "ollover", "eferral", "eature", "rovisions", "mendment", "vent", "nrollment", "nformation", "eneral", "escription", "atch", "ontinued") for word in (name, name.upper())),
)  # fmt: skip
"""`Contributions Participants may …`: a heading that lost its line stands glued to its sentence."""
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
    r"^(?:section |article |item )?\(?(?:\d{1,3}|[a-z]|[aq]\d{1,2}|[ivx]{1,4})(?:\.\d+)*\)?(?:\([a-z\d]{1,3}\))*[.)]$",
    flags=re.I,
)


def _sentences(text: str) -> list[str]:
    return [part for option in boxes.options(text) for part in _sentences_of(option)]


def _sentences_of(text: str) -> list[str]:
    parts: list[str] = []
    begin = 0
    ends = [(stop.start() + 1, stop.end()) for stop in _SPLIT.finditer(text)]
    for end, following in [*ends, (len(text), 0)]:
        part, begin = text[begin:end], following
        if parts and (_ABBREVIATED.search(parts[-1].rsplit(None, 1)[-1]) or _ENUMERATOR.match(parts[-1])):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return [part for part in (each.strip() for each in parts) if part]
