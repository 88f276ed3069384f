"""How long an 80-page text PDF takes, whole process, beside raw text extraction by the same library, whole process.

`python -m benchmarks.reader [repeats]`; prints JSON. Processor time of parent and child together, on one core; the limit is
1.5 seconds, and 1.5 times the raw extraction plus half a second.
"""

from __future__ import annotations

import io
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from typing import Any

PAGES = 80
ROWS, WIDE = 46, 95
RAW = "import sys, pypdfium2; d = pypdfium2.PdfDocument(sys.argv[1]); print(sum(len(p.get_textpage().get_text_range()) for p in d))"


def document(pages: int = PAGES, full: bool = False) -> bytes:
    """A plan document in which no two sentences are alike, so that nothing can be remembered; `full`: set without any gap."""
    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen import canvas
    from tests.reader.corpus import clauses

    draw = random.Random(80)
    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=letter, invariant=1)
    facts = [
        clauses.AFTER_TAX["yes"][0],
        clauses.CONVERSION["automatic"][0],
        clauses.WITHDRAWAL["yes"][0],
        clauses.MATCH_TIERS["full"][0].format(reach=6),
    ]
    rest: list[str] = []
    for number in range(pages):
        row = 0
        while row < ROWS:
            text = _sentence(draw)
            if facts and draw.random() < 0.002 * number:
                text = facts.pop()
            page.setFont("Times-Roman", 11)
            if full:
                *whole, last = textwrap.wrap(" ".join([*rest, text]), WIDE)
                rest = [last]
                for line in whole:
                    page.drawString(72, 720 - row * 14, line)
                    row += 1
                continue
            page.drawString(72, 720 - row * 14, text[:WIDE])
            page.drawString(72, 706 - row * 14, text[WIDE : 2 * WIDE])
            row += 2 + (len(text) > WIDE)
        page.drawCentredString(306, 30, f"{number + 1}")
        page.showPage()
    page.save()
    return made.getvalue()


def _sentence(draw: random.Random) -> str:
    from tests.reader.corpus.filler import FILLER

    return f"{draw.choice(FILLER)} See section {draw.randint(1, 19)}.{draw.randint(1, 99)}, code {draw.randint(10_000, 99_999)}."


def run(command: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of processor time, children included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main(repeats: int = 7, pages: int = PAGES) -> dict[str, Any]:
    """Both in turn, `repeats` times, of a document as it is mostly set and of one whose pages are full."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    told = {"pages": pages, "repeats": repeats, "airy": compared(document(pages), repeats)}
    return {**told, "full": compared(document(pages, full=True), repeats)}


def compared(data: bytes, repeats: int) -> dict[str, Any]:
    """Reading beside raw extraction, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "spd.pdf"
        file.write_bytes(data)
        raw = [sys.executable, "-c", RAW, str(file)]
        whole = [sys.executable, "-m", "megaroth", "read", str(file), "--json"]
        run(raw), run(whole)
        pairs = [(run(raw), run(whole)) for _ in range(repeats)]
    raws, wholes = [pair[0][1] for pair in pairs], [pair[1][1] for pair in pairs]
    limits = [1.5 * each + 0.5 for each in raws]
    return {
        "raw_processor_s": round(statistics.median(raws), 3),
        "read_processor_s": round(statistics.median(wholes), 3),
        "read_processor_best_s": round(min(wholes), 3),
        "limit_s": round(statistics.median(limits), 3),
        "read_wall_best_s": round(min(pair[1][0] for pair in pairs), 3),
        "share_of_limit": round(statistics.median(w / limit for w, limit in zip(wholes, limits, strict=True)), 2),
    }


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    print(json.dumps(main(numbers[0] if numbers else 7), indent=2))
