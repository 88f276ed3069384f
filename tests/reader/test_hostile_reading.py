"""Every kind of hostile document once; `python -m tests.reader.hostile_run 10000` takes ten thousand."""

from __future__ import annotations

import datetime
import io

from tests.reader.hostile import KINDS, hostile
from tests.reader.hostile_run import run

from megaroth.reader import child, reading

HIDDEN = ("white_text", "tiny_text", "invisible_mode", "off_the_page", "under_a_patch")


def test_every_kind_is_answered_and_nobody_is_harmed() -> None:
    told = run(len(KINDS), first=10_000 - 10_000 % len(KINDS))
    assert not [name for name in told if name.startswith("VIOLATION")]
    # The kernel keeps a child below this; the figure itself is measured by `hostile_run`, where no other children are.
    assert child.MEMORY < 512 * child.MEGABYTE


def test_what_the_eye_cannot_see_is_flagged_and_not_believed() -> None:
    for name in HIDDEN:
        kind, data = hostile(list(KINDS).index(name))
        assert kind == name
        read = reading.read(data, name, datetime.date(2026, 11, 25), use_ocr=False)
        assert isinstance(read, reading.Reading)
        assert "hidden-text" in [finding.code for finding in read.findings], name


def test_blanks_and_dots_in_white_hide_nothing() -> None:
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, invariant=1)
    page.drawString(72, 700, "The Exemplar 401(k) Plan takes after-tax contributions of up to 9% of eligible pay.")
    page.setFillColorRGB(1, 1, 1)
    page.drawString(72, 660, "   ")
    page.drawString(72, 640, ".")
    page.showPage()
    page.save()
    read = reading.read(made.getvalue(), "blanks.pdf", datetime.date(2026, 11, 25), use_ocr=False)
    assert isinstance(read, reading.Reading)
    assert not read.findings
    assert read.draft.stated["after_tax_allowed"].value == "yes"


def test_a_tick_in_white_is_hidden() -> None:
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, invariant=1)
    page.drawString(72, 700, "The Exemplar 401(k) Plan. Which contributions does the plan take? Pre-tax deferrals.")
    page.setFillColorRGB(1, 1, 1)
    page.setFont("ZapfDingbats", 12)
    page.drawString(72, 660, "4")  # a check mark
    page.showPage()
    page.save()
    read = reading.read(made.getvalue(), "tick.pdf", datetime.date(2026, 11, 25), use_ocr=False)
    assert isinstance(read, reading.Reading)
    assert [finding.code for finding in read.findings] == ["hidden-text"]


def test_letters_that_look_other_than_their_text_are_not_believed() -> None:
    _, data = hostile(list(KINDS).index("letters_that_mean_others"))
    read = reading.read(data, "liar.pdf", datetime.date(2026, 11, 25), use_ocr=False)
    assert isinstance(read, list) or "after_tax_allowed" not in read.draft.stated
