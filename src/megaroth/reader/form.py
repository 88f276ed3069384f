"""What a PDF form has been filled in with: ticks and texts of its fields, as marks with their place on the page.

Runs in the child alone. Fields that are hidden, or that nobody can see, are left out. No script of the form is run: the
library is built without an interpreter.
"""

from __future__ import annotations

import ctypes

import pypdfium2_raw as raw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_FIELDS = 2000
MOST_LETTERS = 200
_HIDDEN, _NO_VIEW = 2, 32


class Mark:
    """A tick box or a text at its place, counted in points from the upper left corner."""

    __slots__ = ("bottom", "text", "top", "x0", "x1")

    def __init__(self, text: str, x0: float, x1: float, top: float, bottom: float) -> None:
        self.text, self.x0, self.x1, self.top, self.bottom = text, x0, x1, top, bottom


class Form:
    """The form of a document; nothing where it has none."""

    def __init__(self, document: Any) -> None:
        self._info: Any = None
        self._form: Any = None
        if raw.FPDF_GetFormType(document.raw) == raw.FORMTYPE_ACRO_FORM:
            self._info = raw.FPDF_FORMFILLINFO(version=2)
            self._form = raw.FPDFDOC_InitFormFillEnvironment(document.raw, self._info)

    def close(self) -> None:
        """Give the form back."""
        if self._form:
            raw.FPDFDOC_ExitFormFillEnvironment(self._form)
            self._form = None

    def marks(self, page: Any, tall: float) -> list[Mark]:
        """The filled fields of a page."""
        found: list[Mark] = []
        if not self._form:
            return found
        raw.FORM_OnAfterLoadPage(page, self._form)
        try:
            self._collect(page, tall, found)
        finally:
            raw.FORM_OnBeforeClosePage(page, self._form)
        return found

    def _collect(self, page: Any, tall: float, found: list[Mark]) -> None:
        for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            try:
                if mark := self._mark(annotation, tall):
                    found.append(mark)
            finally:
                raw.FPDFPage_CloseAnnot(annotation)

    def _mark(self, annotation: Any, tall: float) -> Mark | None:
        if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
            return None
        box = raw.FS_RECTF()
        if not raw.FPDFAnnot_GetRect(annotation, box) or raw.FPDFAnnot_GetFlags(annotation) & (_HIDDEN | _NO_VIEW):
            return None
        x0, x1 = sorted((box.left, box.right))
        low, high = sorted((box.bottom, box.top))
        if x1 - x0 < 2 or high - low < 2:
            return None
        kind = raw.FPDFAnnot_GetFormFieldType(self._form, annotation)
        if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
            text = "\u2612" if raw.FPDFAnnot_IsChecked(self._form, annotation) else "\u2610"
        elif kind in (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX):
            text = self._value(annotation)
        else:
            return None
        return Mark(text, x0, x1, tall - high, tall - low) if text else None

    def _value(self, annotation: Any) -> str:
        size = raw.FPDFAnnot_GetFormFieldValue(self._form, annotation, None, 0)
        if not 2 < size <= 4 * MOST_LETTERS:
            return ""
        buffer = (ctypes.c_ushort * (size // 2))()
        raw.FPDFAnnot_GetFormFieldValue(self._form, annotation, buffer, size)
        return " ".join(bytes(buffer).decode("utf-16-le", "replace").replace("\x00", " ").split())


def put_in(texts: list[str], x0s: list[float], end: float, top: float, bottom: float, marks: list[Mark]) -> None:
    """Put the marks that stand on a line among its words, and take them off the list."""
    for mark in list(marks):
        middle = (mark.top + mark.bottom) / 2
        if not top - 4 < middle < bottom + 4:
            continue
        after = next((place for place, x0 in enumerate(x0s) if x0 >= mark.x0 - 1), None)
        if after is not None and x0s[after] - mark.x1 < 40:
            blank = not texts[after].strip("_.") and x0s[after] < mark.x1
            texts[after] = mark.text if blank else f"{mark.text} {texts[after]}"
        elif after is None and -2 < mark.x0 - end < 40:
            texts[-1] = f"{texts[-1]} {mark.text}"
        elif after is None and mark.x0 < end and not texts[-1].strip("_."):
            texts[-1] = mark.text
        else:
            continue
        marks.remove(mark)
