"""Ten ways to put a document on paper. `render` gives the bytes of a PDF."""

from __future__ import annotations

import io
import random
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table, TableStyle
from tests.reader.corpus.compose import Block, Made

WIDE, TALL = letter


def render(made: Made) -> bytes:
    """The document as a PDF of about `made.pages` pages."""
    if made.layout == "interleaved":
        return _interleaved(made)
    if made.layout == "scans":
        return _scanned(_flowing(made), made)
    return _flowing(made)


def _style(layout: str) -> dict[str, ParagraphStyle]:
    size = 6.5 if layout == "small-print" else 9.5 if layout in ("columns", "tables") else 11
    face = "Times-Roman" if layout in ("plain", "contents", "small-print") else "Helvetica"
    bold = "Times-Bold" if face == "Times-Roman" else "Helvetica-Bold"
    body = ParagraphStyle("body", fontName=face, fontSize=size, leading=size * 1.25, spaceAfter=size * 0.7)
    if layout in ("contents", "columns"):
        body.alignment = TA_JUSTIFY
    head = ParagraphStyle(
        "head",
        parent=body,
        fontName=bold,
        fontSize=size * 1.25,
        leading=size * 1.6,
        spaceBefore=size,
        spaceAfter=size * 0.5,
        alignment=0,
    )
    bar = ParagraphStyle(
        "bar", parent=head, textColor=colors.white, backColor=colors.HexColor("#123a5c"), borderPadding=3
    )
    title = ParagraphStyle("title", parent=head, fontSize=size * 2, leading=size * 2.4)
    item = ParagraphStyle("item", parent=body, leftIndent=16, bulletIndent=4)
    note = ParagraphStyle("note", parent=body, fontSize=size * 0.75, leading=size)
    return {
        "p": body,
        "h": bar if layout == "dark-bars" else head,
        "question": head,
        "title": title,
        "li": item,
        "note": note,
    }


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _flowing(made: Made) -> bytes:
    out = io.BytesIO()
    columns = 2 if made.layout == "columns" else 1
    gutter, margin = 24, 60
    each = (WIDE - 2 * margin - gutter * (columns - 1)) / columns
    frames = [Frame(margin + n * (each + gutter), 60, each, TALL - 130, 0, 0, 0, 0) for n in range(columns)]

    def furniture(page: Any, _: Any) -> None:
        page.setFont("Helvetica", 8)
        if made.layout in ("contents", "dark-bars", "small-print"):
            page.drawString(60, TALL - 40, f"{made.name} - Summary Plan Description")
        page.drawCentredString(WIDE / 2, 34, f"Page {page.getPageNumber()}")

    document = BaseDocTemplate(out, pagesize=letter, title=made.name, invariant=1)
    document.addPageTemplates([PageTemplate("all", frames, furniture)])
    document.build(_story(made))
    return out.getvalue()


def _story(made: Made) -> list[Any]:
    styles = _style(made.layout)
    story: list[Any] = []
    rows: list[list[Any]] = []
    notes = 0
    for block in made.blocks:
        if rows and block.kind != "row":
            story.append(_table(rows))
            rows = []
        text = _escaped(block.text)
        if block.kind == "row":
            rows.append([Paragraph(_escaped(block.label), styles["p"]), Paragraph(text, styles["p"])])
        elif block.kind == "li":
            story.append(Paragraph(text, styles["li"], bulletText="•"))
        elif block.kind == "contents":
            story += [Paragraph("Table of Contents", styles["h"])]
            story += [
                Paragraph(f"{_escaped(line)} {'. ' * max(4, 40 - len(line) // 2)} {3 + n}", styles["p"])
                for n, line in enumerate(block.text.split("\n"))
            ]
            story.append(PageBreak())
        elif made.layout == "small-print" and block.key:
            notes += 1
            first, dot, rest = text.rpartition(".")
            story.append(
                Paragraph(f"{first or rest}{dot and '<super>' + str(notes % 9 + 1) + '</super>.'}", styles["p"])
            )
        else:
            story.append(Paragraph(text, styles.get(block.kind, styles["p"])))
    if rows:
        story.append(_table(rows))
    return [*story, Spacer(1, 4)]


def _table(rows: list[list[Any]]) -> Table:
    table = Table(rows, colWidths=[130, 340])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def _interleaved(made: Made) -> bytes:
    """Two columns drawn line by line across the page, as some programs write them."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=letter, invariant=1)
    lines: list[tuple[str, str]] = []
    for block in made.blocks:
        bold = block.kind in ("h", "title", "question")
        face = "Helvetica-Bold" if bold else "Helvetica"
        text = f"• {block.text}" if block.kind == "li" else block.text
        for part in text.split("\n"):
            lines += [(face, line) for line in simpleSplit(part, face, 9.5, 235)]
        lines.append((face, ""))
    tall = 52
    for start in range(0, len(lines), 2 * tall):
        left, right = lines[start : start + tall], lines[start + tall : start + 2 * tall]
        for row in range(tall):
            for column, x in ((left, 60), (right, 60 + 235 + 26)):
                if row < len(column) and column[row][1]:
                    page.setFont(column[row][0], 9.5)
                    page.drawString(x, TALL - 70 - row * 12.5, column[row][1])
        page.setFont("Helvetica", 8)
        page.drawCentredString(WIDE / 2, 30, str(page.getPageNumber()))
        page.showPage()
    page.save()
    return out.getvalue()


def _scanned(data: bytes, made: Made) -> bytes:
    """The pages that hold facts become pictures, a little turned and speckled; the others stay text."""
    import pypdfium2 as pdfium
    from PIL import Image

    source = pdfium.PdfDocument(data)
    facts = [block.text[:40] for block in made.blocks if block.key]
    out = pdfium.PdfDocument.new()
    draw = random.Random(5)
    for number in range(len(source)):
        text = " ".join(source[number].get_textpage().get_text_range().split())
        if not any(fact in text for fact in facts):
            out.import_pages(source, [number])
            continue
        picture = source[number].render(scale=200 / 72, grayscale=True).to_pil()
        picture = picture.rotate(draw.uniform(-0.4, 0.4), fillcolor=255)
        for _ in range(120):
            x, y = draw.randrange(picture.width), draw.randrange(picture.height)
            picture.putpixel((x, y), draw.randrange(80, 200))
        held = io.BytesIO()
        Image.Image.save(picture.convert("L"), held, "JPEG", quality=70)
        image = pdfium.PdfImage.new(out)
        image.load_jpeg(held, inline=True)
        image.set_matrix(pdfium.PdfMatrix().scale(WIDE, TALL))
        page = out.new_page(WIDE, TALL)
        page.insert_obj(image)
        page.gen_content()
    held = io.BytesIO()
    out.save(held)
    return held.getvalue()


__all__ = ["Block", "render"]
