"""PDF by pdfium: lines with their boxes, what the eye cannot see, and whether a quote is really drawn on its page.

Runs in the child alone. Knows nothing of plans. Text that is invisible, as pale as the paper, tiny or off the page is
left out and flagged; a page whose only text lies unseen over a picture counts as a picture.
"""

from __future__ import annotations

import ctypes
from array import array

import pypdfium2_raw as raw

from megaroth.reader.drawn import Picture
from megaroth.reader.form import Form, Mark
from megaroth.reader.kinds import Unreadable
from megaroth.reader.pdf_lines import MOST_CHARACTERS, lines_of, text_of
from megaroth.reader.units import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_PAGES = 600
MOST_OBJECTS = 20 * 1024
TINY = 3.2
"""Points. Small print of real documents is five and more."""


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
    text = text_of(text_page, count)
    hidden = objects.hidden
    page.lines = lines_of(text, text_page, page, hidden, marks)
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


def _asked(function: Any, *arguments: Any) -> Any:
    """A function of pdfium that takes addresses as plain numbers: it is asked of every object of every page."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(*arguments)(address)


_INT, _AT = ctypes.c_int, ctypes.c_void_p
_kind_of = _asked(raw.FPDFPageObj_GetType, _INT, _AT)
_object_of = _asked(raw.FPDFPage_GetObject, _AT, _AT, _INT)
_part_of = _asked(raw.FPDFFormObj_GetObject, _AT, _AT, _INT)
_parts_of = _asked(raw.FPDFFormObj_CountObjects, _INT, _AT)
_mode_of = _asked(raw.FPDFTextObj_GetTextRenderMode, _INT, _AT)
_fill_of = _asked(raw.FPDFPageObj_GetFillColor, _INT, _AT, _AT, _AT, _AT, _AT)
_bounds_of = _asked(raw.FPDFPageObj_GetBounds, _INT, _AT, _AT, _AT, _AT, _AT)
_size_of = _asked(raw.FPDFTextObj_GetFontSize, _INT, _AT, _AT)
_matrix_of = _asked(raw.FPDFPageObj_GetMatrix, _INT, _AT, _AT)
_text_of = _asked(raw.FPDFTextObj_GetText, ctypes.c_ulong, _AT, _AT, _AT, ctypes.c_ulong)
_FEW_LETTERS = 256
_NOTHING = frozenset("\0 \t\r\n\u00a0.,")


class _Objects:
    """What is drawn on a page, and which of its text nobody can see. An object is its address."""

    def __init__(self, page: Page, handle: Any, text_page: Any) -> None:
        self.hidden: set[int] = set()
        """Addresses of text objects that nobody can see."""
        self.images, self.drawn, self.too_many, self.picture = 0, 0, False, False
        self._page, self._handle, self._text_page = page, handle, text_page
        self._picture: Picture | None = None
        self._four, self._colour = array("f", (0.0,) * 4), array("I", (0,) * 4)
        at, of_colour = self._four.buffer_info()[0], self._colour.buffer_info()[0]
        self._to_four = tuple(at + self._four.itemsize * place for place in range(4))
        self._to_colour = tuple(of_colour + self._colour.itemsize * place for place in range(4))
        count = raw.FPDFPage_CountObjects(handle)
        self.too_many = count > MOST_OBJECTS
        if not self.too_many:
            address = ctypes.cast(handle, ctypes.c_void_p).value
            for index in range(count):
                self._look(_object_of(address, index), 0)

    def _look(self, thing: int | None, depth: int) -> None:
        kind = _kind_of(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            if thing and self._unseen(thing, depth) and self._has_words(thing):
                self.hidden.add(thing)
            return
        self.drawn += 1
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.images += 1
            left, bottom, right, top = self._bounds(thing)
            share = (right - left) * (top - bottom) / max(self._page.width * self._page.height, 1.0)
            self.picture = self.picture or share > 0.25
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < 6:
            for index in range(min(_parts_of(thing), MOST_OBJECTS)):
                self._look(_part_of(thing, index), depth + 1)

    def _bounds(self, thing: int | None) -> tuple[float, float, float, float]:
        if not _bounds_of(thing, *self._to_four):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._four
        return left, bottom, right, top

    def _unseen(self, thing: int, depth: int) -> bool:
        if _mode_of(thing) in (3, 7):
            return True
        _fill_of(thing, *self._to_colour)
        red, green, blue, solid = self._colour
        pale = (red > 200 and green > 200 and blue > 200) or solid < 60
        if depth:
            # Inside a form the box is in the form's own space: only the colour can be judged.
            return pale and solid < 60
        left, bottom, right, top = self._bounds(thing)
        outside = right < 0 or left > self._page.width or top < 0 or bottom > self._page.height
        if outside and right > left:
            return True
        if 0 < top - bottom < TINY * 0.62 and right - left > 12 and self._font_size(thing) < TINY:
            return True
        return pale and not self.picture_of().has_ink(left, bottom, right, top)

    def _has_words(self, thing: int) -> bool:
        """Whether there is anything to read in it: word processors set blanks and dots in any colour; a tick is something."""
        letters = array("H", (0,) * _FEW_LETTERS)
        size = letters.itemsize * _FEW_LETTERS
        page = ctypes.cast(self._text_page, ctypes.c_void_p).value
        told = _text_of(thing, page, letters.buffer_info()[0], size)
        return told > size or any(chr(letter) not in _NOTHING for letter in letters)

    def _font_size(self, thing: int) -> float:
        matrix = raw.FS_MATRIX()
        _size_of(thing, self._to_four[0])
        _matrix_of(thing, ctypes.addressof(matrix))
        return float(self._four[0] * max(abs(matrix.d), abs(matrix.b)))

    def picture_of(self) -> Picture:
        """The page as the eye sees it, drawn once."""
        if self._picture is None:
            self._picture = Picture(self._handle, self._page)
        return self._picture
