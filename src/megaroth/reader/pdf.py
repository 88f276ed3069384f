"""PDF by pdfium: lines with their boxes, what the eye cannot see, and whether a quote is really drawn on its page.

Runs in the child alone. Knows nothing of plans. Text that is invisible, as pale as the paper, tiny or off the page is
left out and flagged; a page whose only text lies unseen over a picture counts as a picture.
"""

from __future__ import annotations

import ctypes
import json
import re
from array import array

import pypdfium2_raw as raw

from megaroth.reader.form import Form, Mark, put_in
from megaroth.reader.kinds import Unreadable
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Line, Page
from megaroth.reader.words import FOOTNOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_PAGES = 600
MOST_CHARACTERS = 60_000
"""On one page; a page with more is no page of a plan document."""
MOST_OBJECTS = 20 * 1024
MOST_DOTS = 5 * 1024
"""Either way, of a picture for OCR."""
TINY = 3.2
"""Points. Small print of real documents is five and more."""
_WORD = Pattern(r"\S+")
_LAST_DIGITS = Pattern(r"\d{1,2}(?=[.,;:)]?$)")
_GAP = 1.5
"""A gap wider than so many letter heights parts columns or cells."""


raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2))


class Opened:
    """An open document: pdfium's handle, and the bytes that it reads from."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.raw = raw.FPDF_LoadMemDocument64(data, len(data), None)


def open_pdf(data: bytes) -> Opened:
    """The document, or `Unreadable`."""
    opened = Opened(data)
    if raw.FPDF_GetPageCount(opened.raw) > 0:
        return opened
    error = raw.FPDF_GetLastError()
    if error == raw.FPDF_ERR_PASSWORD:
        raise Unreadable("document-encrypted", "The document is protected by a password.")
    if error == raw.FPDF_ERR_SECURITY:
        raise Unreadable("document-encrypted", "The document is encrypted in a way that cannot be read.")
    raise Unreadable("document-broken", "The file says it is a PDF but cannot be opened.")


def read_pages(document: Opened) -> list[Page]:
    """Every page, up to `MOST_PAGES`."""
    count = raw.FPDF_GetPageCount(document.raw)
    if count > MOST_PAGES:
        raise Unreadable(
            "document-huge", f"The document has {count} pages; a plan document has fewer than {MOST_PAGES}."
        )
    form = Form(document)
    try:
        return [_page(document, index, form) for index in range(count)]
    finally:
        form.close()


def _page(document: Opened, index: int, form: Form) -> Page:
    page = Page(index + 1)
    handle = raw.FPDF_LoadPage(document.raw, index)
    if not handle:
        page.status = "unread"
        return page
    try:
        page.width, page.height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
        text_page = raw.FPDFText_LoadPage(handle)
        if not text_page:
            page.status = "unread"
            return page
        try:
            _read(page, handle, text_page, form.marks(handle, page.height))
        finally:
            raw.FPDFText_ClosePage(text_page)
    finally:
        raw.FPDF_ClosePage(handle)
    return page


def _read(page: Page, handle: Any, text_page: Any, marks: list[Mark]) -> None:
    objects = _Objects(page, handle, text_page)
    count = raw.FPDFText_CountChars(text_page)
    if count > MOST_CHARACTERS or objects.too_many:
        page.status = "unread"
        page.flags.append("page-overfull")
        return
    text = _text(text_page, count)
    hidden = objects.hidden
    page.lines = _lines(text, text_page, page, hidden, marks)
    seen = sum(len(line.text) for line in page.lines)
    page.raw = text if not hidden else "\n".join(line.text for line in page.lines)
    if seen < 25 and (objects.picture or (hidden and objects.images)):
        page.status, page.lines = "unread", []
        if hidden:
            page.flags.append("text-layer-over-picture")
    elif not seen and not hidden:
        page.status = "empty" if not objects.drawn else "unread"
    elif objects.picture and not hidden and seen < 200:
        page.flags.append("picture-beside-text")
    if hidden and page.status != "unread":
        page.flags.append("hidden-text")


def _text(text_page: Any, count: int) -> str:
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


class _Objects:
    """What is drawn on a page, and which of its text nobody can see."""

    def __init__(self, page: Page, handle: Any, text_page: Any) -> None:
        self.hidden: set[int] = set()
        """Addresses of text objects that nobody can see."""
        self.images, self.drawn, self.too_many, self.picture = 0, 0, False, False
        self._page, self._handle, self._text_page = page, handle, text_page
        self._picture: _Picture | None = None
        self._four = [ctypes.c_float() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        count = raw.FPDFPage_CountObjects(handle)
        self.too_many = count > MOST_OBJECTS
        if not self.too_many:
            for index in range(count):
                self._look(raw.FPDFPage_GetObject(handle, index), 0)

    def _look(self, thing: Any, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            if self._unseen(thing, depth):
                self.hidden.add(ctypes.addressof(thing.contents))
            return
        self.drawn += 1
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.images += 1
            left, bottom, right, top = self._bounds(thing)
            share = (right - left) * (top - bottom) / max(self._page.width * self._page.height, 1.0)
            self.picture = self.picture or share > 0.25
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < 6:
            for index in range(min(raw.FPDFFormObj_CountObjects(thing), MOST_OBJECTS)):
                self._look(raw.FPDFFormObj_GetObject(thing, index), depth + 1)

    def _bounds(self, thing: Any) -> tuple[float, float, float, float]:
        four = self._four
        if not raw.FPDFPageObj_GetBounds(thing, *four):
            return 0.0, 0.0, 0.0, 0.0
        return four[0].value, four[1].value, four[2].value, four[3].value

    def _unseen(self, thing: Any, depth: int) -> bool:
        if raw.FPDFTextObj_GetTextRenderMode(thing) in (3, 7):
            return True
        colour = self._colour
        raw.FPDFPageObj_GetFillColor(thing, *colour)
        pale = min(each.value for each in colour[:3]) > 200 or colour[3].value < 60
        if depth:
            # Inside a form the box is in the form's own space: only the colour can be judged.
            return pale and colour[3].value < 60
        left, bottom, right, top = self._bounds(thing)
        outside = right < 0 or left > self._page.width or top < 0 or bottom > self._page.height
        if outside and right > left:
            return True
        if 0 < top - bottom < TINY * 0.62 and right - left > 12 and self._font_size(thing) < TINY:
            return True
        return pale and not self.picture_of().has_ink(left, bottom, right, top)

    def _font_size(self, thing: Any) -> float:
        size, matrix = self._four[0], raw.FS_MATRIX()
        raw.FPDFTextObj_GetFontSize(thing, size)
        raw.FPDFPageObj_GetMatrix(thing, matrix)
        return float(size.value * max(abs(matrix.d), abs(matrix.b)))

    def picture_of(self) -> _Picture:
        """The page as the eye sees it, drawn once."""
        if self._picture is None:
            self._picture = _Picture(self._handle, self._page)
        return self._picture


class _Picture:
    """A page drawn in grey, to see whether there is ink where the text layer says there is text."""

    def __init__(self, handle: Any, page: Page, scale: float = 1.0) -> None:
        scale = min(scale, 2000 / max(page.width, page.height, 1.0))
        self.width, self.height = max(int(page.width * scale), 1), max(int(page.height * scale), 1)
        self.scale, self.tall = scale, page.height
        self.bytes = draw(handle, self.width, self.height)

    def has_ink(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Whether light and dark stand beside each other in a box."""
        x0, x1 = max(int(left * self.scale), 0), min(int(right * self.scale) + 1, self.width)
        y0 = max(int((self.tall - top) * self.scale), 0)
        y1 = min(int((self.tall - bottom) * self.scale) + 1, self.height)
        if x1 <= x0 or y1 <= y0:
            return False
        rows = [self.bytes[y * self.width + x0 : y * self.width + x1] for y in range(y0, y1)]
        return max(map(max, rows)) - min(map(min, rows)) > 48


def draw(handle: Any, width: int, height: int) -> bytes:
    """The page in grey, one byte a dot, row by row."""
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return b"\xff" * (width * height)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        whole = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return whole if stride == width else b"".join(whole[y * stride : y * stride + width] for y in range(height))


def picture_for_ocr(document: Opened, index: int, dots_per_inch: int = 200) -> bytes:
    """A page as a PGM image, at most `MOST_DOTS` either way."""
    handle = raw.FPDF_LoadPage(document.raw, index)
    if not handle:
        return b""
    try:
        width, height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
        scale = min(dots_per_inch / 72, MOST_DOTS / max(width, height, 1.0))
        across, down = max(int(width * scale), 1), max(int(height * scale), 1)
        return b"P5 %d %d 255\n" % (across, down) + draw(handle, across, down)
    finally:
        raw.FPDF_ClosePage(handle)


def _lines(text: str, text_page: Any, page: Page, hidden: set[int], marks: list[Mark]) -> list[Line]:
    lines: list[Line] = []
    boxes = _Boxes(text_page, page.height, text)
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


class _Boxes:
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


def marked(document: Opened, number: int, quote: str, dots_per_inch: int = 100) -> bytes:
    """A page to look at: a line of JSON with the boxes of the quote in dots, then the page as a PGM image."""
    handle = raw.FPDF_LoadPage(document.raw, number - 1)
    text_page = raw.FPDFText_LoadPage(handle) if handle else None
    boxes: list[list[int]] = []
    try:
        if text_page:
            count = min(raw.FPDFText_CountChars(text_page), MOST_CHARACTERS)
            wide, tall = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
            scale = min(dots_per_inch / 72, MOST_DOTS / max(wide, tall, 1.0))
            found = _Boxes(text_page, tall)
            for index in _positions(_text(text_page, count), quote)[:2000]:
                left, right, top, bottom = (int(part * scale) for part in found.of(index))
                last = boxes[-1] if boxes else None
                if last and abs(last[2] - top) < 8 * scale and -1 <= left - last[1] < 12 * scale:
                    last[1], last[2], last[3] = right, min(last[2], top), max(last[3], bottom)
                else:
                    boxes.append([left, right, top, bottom])
    finally:
        if text_page:
            raw.FPDFText_ClosePage(text_page)
        if handle:
            raw.FPDF_ClosePage(handle)
    return json.dumps(boxes).encode() + b"\n" + picture_for_ocr(document, number - 1, dots_per_inch)


_MAY_END_RAISED = Pattern(r"[\w%)\].,;]\d{1,2}[.,;:)]?$")


def _raised(word: str, first: int, boxes: _Boxes) -> str:
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


def _add_line(part: str, start: int, boxes: _Boxes, hidden: set[int], lines: list[Line], marks: list[Mark]) -> None:
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
    found: list[tuple[int, int]], x0s: list[float], start: int, end: float, tall: float, boxes: _Boxes
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


_FOLD = Pattern(r"\s+")
# Advance widths of Helvetica in thousandths of the letter height: the run of any proportional Latin face follows them.
_WIDTHS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        [556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
         500, 500, 500, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611,
         722, 667, 944, 667, 667, 611] + [556] * 10,
        strict=True,
    )
)  # fmt: skip


def is_drawn(document: Opened, number: int, quote: str) -> str:
    """Whether a quote is really to be seen on its page: "" if so, else what is wrong with it.

    Two tests on the letters of the quote: there is ink in their boxes, and their widths follow the letters they claim to
    be. A font that draws other letters than its text layer says fails the second.
    """
    handle = raw.FPDF_LoadPage(document.raw, number - 1)
    text_page = raw.FPDFText_LoadPage(handle) if handle else None
    if not text_page:
        return "unread"
    try:
        count = min(raw.FPDFText_CountChars(text_page), MOST_CHARACTERS)
        text = _text(text_page, count)
        at = _positions(text, quote)
        if not at:
            return ""
        page = Page(number, width=raw.FPDF_GetPageWidthF(handle), height=raw.FPDF_GetPageHeightF(handle))
        boxes = _Boxes(text_page, page.height)
        measured = [(text[index], boxes.of(index)) for index in at]
        picture = _Picture(handle, page)
        if not _inked(picture, page.height, measured):
            return "hidden-text"
        return "" if _widths_agree(measured) else "text-differs-from-picture"
    finally:
        raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(handle)


def _positions(text: str, quote: str) -> list[int]:
    """Indexes of the letters of a quote in the page's text, white space left out; empty when it is not in one piece."""
    letters = [(index, letter) for index, letter in enumerate(text) if not letter.isspace()]
    joined = "".join(letter for _, letter in letters)
    wanted = _FOLD.sub("", quote)
    found = joined.find(wanted)
    return [letters[place][0] for place in range(found, found + len(wanted))] if found >= 0 and wanted else []


def _inked(picture: _Picture, tall: float, measured: list[tuple[str, tuple[float, float, float, float]]]) -> bool:
    """Every run of eight letters shows ink: a part that is covered or pale is a part that nobody reads."""
    # What is left over belongs to the last run: a full stop alone may be too small to be seen at this size.
    for begin in range(0, max(len(measured) - 3, 1), 8):
        end = begin + 8 if len(measured) - begin - 8 > 3 else len(measured)
        run = [box for _, box in measured[begin:end]]
        if not any(
            picture.has_ink(left, tall - bottom, right, tall - top) for left, right, top, bottom in run if right > left
        ):
            return False
    return True


def _widths_agree(measured: list[tuple[str, tuple[float, float, float, float]]]) -> bool:
    pairs = [
        (_WIDTHS[letter], right - left)
        for letter, (left, right, _, _) in measured
        if letter in _WIDTHS and right > left
    ]
    if len(pairs) < 24:
        return True
    xs, ys = [float(x) for x, _ in pairs], [y for _, y in pairs]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread_x = sum((x - mean_x) ** 2 for x in xs)
    spread_y = sum((y - mean_y) ** 2 for y in ys)
    if spread_y < (0.06 * mean_y) ** 2 * len(ys):
        return True  # a typewriter face says nothing
    together = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return bool(together > 0 and together * together > 0.25 * spread_x * spread_y)
