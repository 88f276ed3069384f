"""Lines of a PDF page with their places: words, the gaps that part columns, raised footnote marks. Runs in the child alone."""

from __future__ import annotations

import ctypes
import re
from array import array

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
_WORD = Pattern(r"\S+")
_LAST_DIGITS = Pattern(r"\d{1,2}(?=[.,;:)]?$)")
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
    start = 0
    for part in re.split(r"(\r\n|\r|\n)", text):
        if part and part[0] not in "\r\n":
            _add_line(part, start, boxes, hidden, lines, marks)
        start += len(part)
    return _rejoined(lines) + [
        Line(mark.text, mark.x0, mark.x1, mark.top, mark.bottom) for mark in marks if len(mark.text) > 1
    ]


def _rejoined(lines: list[Line]) -> list[Line]:
    """A raised footnote mark breaks pdfium's line: what goes on beside it, a blank away, belongs to it."""
    out = lines[:1]
    for line in lines[1:]:
        last = out[-1]
        beside = min(last.bottom, line.bottom) - max(last.top, line.top) > 0.5 * min(last.height, line.height)
        if beside and -0.5 < line.x0 - last.x1 < 0.6 * max(last.height, line.height):
            last.text, last.x1 = f"{last.text} {line.text}", line.x1
            last.top, last.bottom = min(last.top, line.top), max(last.bottom, line.bottom)
        else:
            out.append(line)
    return out


def _by_address(function: Any, places: int) -> Any:
    """A function of pdfium that takes a page, an index and addresses to write to: asked tens of thousands of times, so plainly."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * places)(address)


_box_of, _origin_of = _by_address(raw.FPDFText_GetCharBox, 4), _by_address(raw.FPDFText_GetCharOrigin, 2)


class Boxes:
    """Boxes of single characters, asked for only where a word begins or ends."""

    def __init__(self, text_page: Any, tall: float, text: str = "") -> None:
        self._text_page, self._tall, self.text = text_page, tall, text
        self._page = ctypes.cast(text_page, ctypes.c_void_p).value
        self._four = array("d", (0.0, 0.0, 0.0, 0.0))
        at = self._four.buffer_info()[0]
        self._1, self._2, self._3, self._4 = at, at + 8, at + 16, at + 24

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


def _raised(word: str, first: int, boxes: Boxes) -> str:
    """A word with the digits of a footnote mark moved to where matching does not see them (`words.FOOTNOTE`)."""
    digits = _LAST_DIGITS.search(word)
    if digits is None:
        return word
    _, _, top, bottom = boxes.of(first + digits.start() - 1)
    for start in range(digits.start(), digits.end()):
        base_top, base = top, bottom
        _, _, top, bottom = boxes.of(first + start)
        if base - bottom > 0.2 * max(base - base_top, 3.0) and bottom - top < 0.95 * max(
            base - base_top, bottom - top + 0.1
        ):
            mark = "".join(chr(FOOTNOTE + int(digit)) for digit in word[start : digits.end()])
            return word[:start] + mark + word[digits.end() :]
    return word


def _add_line(part: str, start: int, boxes: Boxes, hidden: set[int], lines: list[Line], marks: list[Mark]) -> None:
    """One line of pdfium's, cut where a wide gap parts columns."""
    found = [each.span() for each in _WORD.finditer(part)]
    if hidden:
        found = [span for span in found if boxes.owner(start + span[0]) not in hidden]
    if not found:
        return
    texts = [part[begin:end] for begin, end in found]
    x0s = boxes.origins([start + span[0] for span in found])
    # The height of a line is that of three of its letters: asking for every one would take longer than all the rest.
    _, _, top_1, bottom_1 = boxes.of(start + found[0][0])
    _, _, top_2, bottom_2 = boxes.of(start + found[len(found) // 2][0])
    _, end, top_3, bottom_3 = boxes.of(start + found[-1][1] - 1)
    top, bottom = min(top_1, top_2, top_3), max(bottom_1, bottom_2, bottom_3)
    cuts = _wide_gaps(found, x0s, start, end, max(bottom - top, 4.0), boxes)
    for place, text in enumerate(texts):
        if (text[-1] in _DIGITS or text[-2:-1] in _DIGITS) and _MAY_END_RAISED.search(text):
            texts[place] = _raised(text, start + found[place][0], boxes)
    if marks:
        put_in(texts, x0s, end, top, bottom, marks)
    begin = 0
    for cut, right in [*cuts, (len(found), end)]:
        if cuts:
            _, _, top, bottom = boxes.of(start + found[begin][0])
            _, _, top_3, bottom_3 = boxes.of(start + found[cut - 1][1] - 1)
            top, bottom = min(top, top_3), max(bottom, bottom_3)
        lines.append(Line(" ".join(texts[begin:cut]), x0s[begin], right, top, bottom))
        begin = cut


_DIGITS = frozenset("0123456789")


def _wide_gaps(
    found: list[tuple[int, int]], x0s: list[float], start: int, end: float, tall: float, boxes: Boxes
) -> list[tuple[int, float]]:
    """Before which words a wide gap parts the line, and where the word before it ends.

    A gap is wide for its letters and beside the line's other gaps. Only words that advance further than their letters
    explain are measured: most lines need one box a word.
    """
    letters = sum(last - first + 1 for first, last in found)
    each_letter = 0.8 * max((end - x0s[0]) / max(letters - 1, 1), 0.1)
    cuts: list[tuple[int, float]] = []
    gaps: list[float] | None = None
    most = _GAP * tall
    for place in range(1, len(found)):
        first, last = found[place - 1]
        advance = x0s[place] - x0s[place - 1]
        if 0 <= advance < (last - first) * each_letter + most:
            continue
        right = boxes.of(start + last - 1)[1]
        gap = x0s[place] - right
        back = x0s[place] < x0s[0] - 2
        if gap <= most and not back:
            continue
        if gaps is None and len(found) > 3:
            ends = [boxes.of(start + each - 1)[1] for _, each in found[:-1]]
            gaps = sorted(x0 - right for x0, right in zip(x0s[1:], ends, strict=True))
        usual = gaps[len(gaps) // 2] if gaps else 0.0
        bullet = place == 1 and last - first <= 3 and not boxes.text[start + first : start + last].isalnum()
        if (gap > max(most if gaps else 1.6 * most, 2.2 * usual) or back) and not bullet:
            cuts.append((place, right))
    return cuts
