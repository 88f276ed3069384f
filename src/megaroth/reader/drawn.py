"""A PDF page as the eye sees it: whether a quote is really drawn, the page as a picture. Runs in the child alone."""

from __future__ import annotations

import ctypes
import json

import pypdfium2_raw as raw

from megaroth.reader.pdf_lines import MOST_CHARACTERS, Boxes, text_of
from megaroth.reader.units import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from megaroth.reader.pdf import Opened

MOST_DOTS = 5 * 1024
"""Either way, of a picture for OCR."""


class Picture:
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
            found = Boxes(text_page, tall)
            for index in _positions(text_of(text_page, count), quote)[:2000]:
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
        text = text_of(text_page, count)
        at = _positions(text, quote)
        if not at:
            return ""
        page = Page(number, width=raw.FPDF_GetPageWidthF(handle), height=raw.FPDF_GetPageHeightF(handle))
        boxes = Boxes(text_page, page.height)
        measured = [(text[index], boxes.of(index)) for index in at]
        picture = Picture(handle, page)
        if not _inked(picture, page.height, measured):
            return "hidden-text"
        return "" if _widths_agree(measured) else "text-differs-from-picture"
    finally:
        raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(handle)


def _positions(text: str, quote: str) -> list[int]:
    """Indexes of the letters of a quote in the page's text, white space left out; empty when it is not in one piece."""
    indexes = [index for index, letter in enumerate(text) if not letter.isspace()]
    wanted = "".join(quote.split())
    found = "".join(text.split()).find(wanted)
    return indexes[found : found + len(wanted)] if found >= 0 else []


def _inked(picture: Picture, tall: float, measured: list[tuple[str, tuple[float, float, float, float]]]) -> bool:
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
