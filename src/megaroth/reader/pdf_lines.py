"""Lines of a PDF page with their places: words, the gaps that part columns, raised footnote marks. Runs in the child alone."""

from __future__ import annotations

import ctypes
from array import array
from itertools import accumulate

import pypdfium2_raw as raw

from megaroth.reader.form import Mark, put_in
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Line, Page
from megaroth.reader.words import FOOTNOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_CHARACTERS = 60_000
"""On one page; a page with more is no page of a plan document."""
_LINE = Pattern(r"[^\r\n]+")
_WORD = Pattern(r"\S+")
_GAP = 1.5
"""A gap wider than so many letter heights parts columns or cells."""


def text_of(text_page: Any, count: int) -> str:
    """One character for every index of the text page: positions stay those of pdfium."""
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
    if len(text) != count or "\ufffd" in text:  # halves of characters, which have an index each
        codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
        text = "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" for code in codes)
    return text.replace("\ufffe", "-").replace("\x02", "-").replace("\xad", "-").replace("\x00", " ")


def lines_of(text: str, text_page: Any, page: Page, hidden: set[int], marks: list[Mark]) -> list[Line]:
    """The lines of a page without what is hidden, with what a form was filled in with."""
    lines: list[Line] = []
    boxes = Boxes(text_page, page.height, text)
    for part in _LINE.finditer(text):
        _add_line(part[0], part.start(), boxes, hidden, lines, marks)
    return _rejoined(lines) + [
        Line(mark.text, mark.x0, mark.x1, mark.top, mark.bottom) for mark in marks if len(mark.text) > 1
    ]


def _rejoined(lines: list[Line]) -> list[Line]:
    """A raised footnote mark breaks pdfium's line: what goes on beside it, a blank away, belongs to it."""
    out = lines[:1]
    for line in lines[1:]:
        last = out[-1]
        if -0.5 < line.x0 - last.x1 < 0.6 * max(last.height, line.height) and min(last.bottom, line.bottom) - max(
            last.top, line.top
        ) > 0.5 * min(last.height, line.height):
            last.text, last.x1 = f"{last.text} {line.text}", line.x1
            last.top, last.bottom = min(last.top, line.top), max(last.bottom, line.bottom)
        else:
            out.append(line)
    return out


def _plainly(function: Any) -> Any:
    """A function of pdfium without types, given `byref` arguments made once: it is asked tens of thousands of times."""
    return ctypes.PYFUNCTYPE(None)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_box_of, _origin_of = _plainly(raw.FPDFText_GetCharBox), _plainly(raw.FPDFText_GetCharOrigin)


class Boxes:
    """Boxes of single characters, asked for only where a word begins or ends."""

    def __init__(self, text_page: Any, tall: float, text: str = "") -> None:
        self._text_page, self._tall, self.text = text_page, tall, text
        self._page = ctypes.byref(text_page.contents)
        self._four = array("d", (0.0, 0.0, 0.0, 0.0))
        at = (ctypes.c_double * 4).from_buffer(self._four)
        self._1, self._2, self._3, self._4 = (ctypes.byref(at, 8 * place) for place in range(4))

    def of(self, index: int) -> tuple[float, float, float, float]:
        """Left, right, top and bottom, counted from the upper left corner."""
        _box_of(self._page, index, self._1, self._2, self._3, self._4)
        left, right, bottom, top = self._four
        return left, right, self._tall - top, self._tall - bottom

    def origins(self, indexes: list[int]) -> list[float]:
        """Where characters begin, from the left."""
        ask, page, x, y, four = _origin_of, self._page, self._1, self._2, self._four
        found = []
        for index in indexes:
            ask(page, index, x, y)
            found.append(four[0])
        return found

    def owner(self, index: int) -> int:
        """The address of the text object that a character belongs to; 0 for a character that pdfium made up."""
        thing = raw.FPDFText_GetTextObject(self._text_page, index)
        return ctypes.addressof(thing.contents) if thing else 0


_MAY_END_RAISED = Pattern(r"[\w%)\].,;]\d{1,2}[.,;:)]?$")
_DIGITS = frozenset("0123456789")


def _raised(word: str, first: int, boxes: Boxes) -> str:
    """A word with the digits of a footnote mark moved to where matching does not see them (`words.FOOTNOTE`)."""
    end = len(word) - (not word[-1].isdecimal())
    begin = end - 2 if word[end - 2 : end - 1].isdecimal() else end - 1
    _, _, top, bottom = boxes.of(first + begin - 1)
    for start in range(begin, end):
        base_top, base = top, bottom
        _, _, top, bottom = boxes.of(first + start)
        rise, tall = base - bottom, base - base_top
        if rise > 0.6 and rise > 0.2 * tall and bottom - top < 0.95 * max(tall, bottom - top + 0.1):
            mark = "".join(chr(FOOTNOTE + int(digit)) for digit in word[start:end])
            return word[:start] + mark + word[end:]
    return word


def _add_line(part: str, start: int, boxes: Boxes, hidden: set[int], lines: list[Line], marks: list[Mark]) -> None:
    """One line of pdfium's, cut where a wide gap parts columns."""
    texts = part.split()
    if len(" ".join(texts)) == len(part):
        firsts = list(accumulate([len(text) + 1 for text in texts[:-1]], initial=start))
    else:
        firsts = [start + each.start() for each in _WORD.finditer(part)]
    if hidden:
        seen = [place for place, first in enumerate(firsts) if boxes.owner(first) not in hidden]
        texts, firsts = [texts[place] for place in seen], [firsts[place] for place in seen]
    if not texts:
        return
    x0s = boxes.origins(firsts)
    # The height of a line is that of three of its letters: asking for every one would take longer than all the rest.
    _, _, top_1, bottom_1 = boxes.of(firsts[0])
    _, _, top_2, bottom_2 = boxes.of(firsts[len(firsts) // 2])
    _, end, top_3, bottom_3 = boxes.of(firsts[-1] + len(texts[-1]) - 1)
    top, bottom = min(top_1, top_2, top_3), max(bottom_1, bottom_2, bottom_3)
    cuts = _wide_gaps(texts, firsts, x0s, end, max(bottom - top, 4.0), boxes)
    for place, text in enumerate(texts):
        if (text[-1] in _DIGITS or text[-2:-1] in _DIGITS) and _MAY_END_RAISED.search(text):
            texts[place] = _raised(text, firsts[place], boxes)
    lasts = [first + len(text) - 1 for first, text in zip(firsts, texts, strict=True)] if cuts else []
    if marks:
        put_in(texts, x0s, end, top, bottom, marks)
    begin = 0
    for cut, right in [*cuts, (len(texts), end)]:
        if cuts:
            _, _, top, bottom = boxes.of(firsts[begin])
            _, _, top_3, bottom_3 = boxes.of(lasts[cut - 1])
            top, bottom = min(top, top_3), max(bottom, bottom_3)
        lines.append(Line(" ".join(texts[begin:cut]), x0s[begin], right, top, bottom))
        begin = cut


def _wide_gaps(
    texts: list[str], firsts: list[int], x0s: list[float], end: float, tall: float, boxes: Boxes
) -> list[tuple[int, float]]:
    """Before which words a wide gap parts the line, and where the word before it ends.

    A gap is wide for its letters and beside the line's other gaps. Only words that advance further than their letters
    explain are measured: most lines need one box a word.
    """
    sizes = [len(text) for text in texts]
    each_letter = 0.8 * max((end - x0s[0]) / max(sum(sizes) + len(sizes) - 1, 1), 0.1)
    most = _GAP * tall
    far = [
        place
        for place, (before, x0, size) in enumerate(zip(x0s, x0s[1:], sizes, strict=False), 1)
        if not 0 <= x0 - before < size * each_letter + most
    ]
    cuts: list[tuple[int, float]] = []
    gaps: list[float] | None = None
    for place in far:
        right = boxes.of(firsts[place - 1] + sizes[place - 1] - 1)[1]
        gap = x0s[place] - right
        back = x0s[place] < x0s[0] - 2
        if gap <= most and not back:
            continue
        if gaps is None and len(texts) > 3:
            ends = [boxes.of(first + size - 1)[1] for first, size in zip(firsts[:-1], sizes, strict=False)]
            gaps = sorted(x0 - right for x0, right in zip(x0s[1:], ends, strict=True))
        usual = gaps[len(gaps) // 2] if gaps else 0.0
        bullet = place == 1 and sizes[0] <= 3 and not texts[0].isalnum()
        if (gap > max(most if gaps else 1.6 * most, 2.2 * usual) or back) and not bullet:
            cuts.append((place, right))
    return cuts
