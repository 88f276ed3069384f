"""Pages without text, by OCR: `tesseract` where it is installed, else RapidOCR of the extra `ocr`; each in a process of its own.

What comes in is a picture that our own child drew; what comes out is lines with boxes. A page of which too little is
recognised with confidence stays unread.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

DOTS = 200
PATIENCE = 240
"""Seconds on the clock for one page: RapidOCR takes half a minute of a processor, and the machine may be busy."""
SECONDS = 90
"""Of processor time."""
_LEAST_SURE = 60.0
_RAPID = """
import json, sys
import numpy
from rapidocr import RapidOCR
data = sys.stdin.buffer.read()
head, width, height, most, rest = data.split(None, 4)[0], *data.split(None, 4)[1:3], 0, b""
offset = data.index(b"255\\n") + 4
image = numpy.frombuffer(data, numpy.uint8, offset=offset).reshape(int(height), int(width))
found = RapidOCR()(numpy.stack([image] * 3, axis=-1))
lines = [] if found.boxes is None else [[t, float(b[:,0].min()), float(b[:,0].max()), float(b[:,1].min()), float(b[:,1].max()), float(s)] for b, t, s in zip(found.boxes, found.txts, found.scores)]
print(json.dumps(lines))
"""


def engine() -> str:
    """Tesseract | rapidocr | "" where none is there."""
    if shutil.which("tesseract"):
        return "tesseract"
    from importlib.util import find_spec

    return "rapidocr" if find_spec("rapidocr") and find_spec("onnxruntime") else ""


def read_picture(picture: bytes, dots: int = DOTS) -> list[list[Any]]:
    """The lines of a PGM picture as text, x0, x1, top, bottom in points; empty when it cannot be read well enough."""
    by = engine()
    if by == "tesseract":
        out = _run(["tesseract", "stdin", "stdout", "--psm", "3", "--dpi", str(dots), "-l", "eng", "tsv"], picture)
        return _tesseract_lines(out.decode("utf-8", "replace"), 72 / dots)
    if by == "rapidocr":
        out = _run([sys.executable, "-I", "-c", _RAPID], picture)
        try:
            lines = json.loads(out.splitlines()[-1])
        except (ValueError, IndexError):
            return []
        sure = [line for line in lines if line[5] > 0.5]
        scale = 72 / dots
        return [[str(line[0])[:500], *(float(each) * scale for each in line[1:5])] for line in sure][:3000]
    return []


def _limited() -> None:
    """Limits of the OCR process, set between fork and exec."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        import ctypes

        libc = ctypes.CDLL(None)
        if libc.unshare(0x40000000) != 0:
            libc.unshare(0x50000000)
    except (ImportError, OSError, ValueError, AttributeError):
        pass


def _run(command: list[str], picture: bytes) -> bytes:
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        environment["TESSDATA_PREFIX"] = prefix
    try:
        done = subprocess.run(  # noqa: S603 - a program of ours or tesseract, without a shell
            command, input=picture, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE, env=environment,
            check=False, preexec_fn=_limited if os.name == "posix" else None,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError):
        return b""
    return done.stdout[: 8 * 2**20]


def _tesseract_lines(table: str, scale: float) -> list[list[Any]]:
    import csv
    import io
    import statistics

    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    lines: dict[tuple[str, ...], list[tuple[str, float, float, float, float]]] = {}
    sureness: list[float] = []
    for row in rows:
        try:
            sure, text = float(row["conf"] or -1), (row["text"] or "").strip()
            left, top, width, height = (float(row[name] or 0) for name in ("left", "top", "width", "height"))
        except (KeyError, TypeError, ValueError):
            continue
        if sure < 0 or not text:
            continue
        sureness.append(sure)
        key = tuple(str(row[name]) for name in ("block_num", "par_num", "line_num"))
        lines.setdefault(key, []).append(
            (text, left * scale, (left + width) * scale, top * scale, (top + height) * scale)
        )
    if not sureness or statistics.median(sureness) < _LEAST_SURE:
        return []
    return [
        [" ".join(w[0] for w in words)[:500], min(w[1] for w in words), max(w[2] for w in words), min(w[3] for w in words), max(w[4] for w in words)]
        for words in lines.values()
    ][:3000]  # fmt: skip
