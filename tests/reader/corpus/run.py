"""`python -m tests.reader.corpus.run [how many] [--held-out | --both]`: make the documents, read them, score every field.

Prints a table and every fault; a field counts as wrong when it is accepted with a value that is not the document's.
"""

from __future__ import annotations

import datetime
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.reader.corpus.compose import LAYOUTS, Made, make
from tests.reader.corpus.layouts import render

from megaroth.kit.money import NO_CAP, NO_LIMIT
from megaroth.reader import reading
from megaroth.reader.words import folded

TODAY = datetime.date(2026, 11, 25)
FREE = {
    "vesting",
    "withdrawal_terms",
    "withdrawal_suspension",
    "conversion_sources",
    "conversion_minimum_dollars",
    "match_eligible_pay",
    "match_on_roth",
}
"""Words of the document, or what follows from a sentence on something else: not facts of ours."""


def plainly(name: str, value: Any) -> Any:
    """An accepted value in the form of the truth."""
    if name == "match" and isinstance(value, list):
        return [
            (
                _number(t.rate),
                None if t.of_pay == NO_CAP else _number(t.of_pay),
                None if t.dollars == NO_LIMIT else int(t.dollars.cents) // 100,
            )
            for t in value
        ]
    if name == "match_limits":
        return int(value.dollars.cents) // 100
    if name == "nonelective":
        return _number(value.of_pay)
    if name == "pay_excludes":
        return sorted(value)
    if name == "eligible_pay":
        return bool(value)
    return _number(value) if hasattr(value, "bottom") else value


def _number(rate: Any) -> int | float:
    number = int(rate.top) * 100 / int(rate.bottom)
    return int(number) if number == int(number) else number


def faults_of(made: Made, read: reading.Reading) -> tuple[Counter[str], list[str]]:
    """Counts of right, wrong and missed, and each fault in words."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    have = {name: plainly(name, said.value) for name, said in read.draft.stated.items() if name not in FREE}
    for name in {*have, *made.truth} - FREE:
        want, got = made.truth.get(name), have.get(name)
        if name == "phone" and got is not None:
            got = got[-12:]
        if want == "maybe":
            want = "yes" if got == "yes" else None
        if got is None and want is None:
            continue
        if got == want:
            counts["right"] += 1
        elif got is None:
            counts["missed"] += 1
            faults.append(f"{made.layout}: {name} missed, is {want}")
        else:
            counts["wrong"] += 1
            said = read.draft.stated[name]
            faults.append(f"{made.layout}: {name} WRONG {got}, is {want} (page {said.page}: {said.quote[:160]})")
    return counts, faults


def quotes_stand(data: bytes, read: reading.Reading) -> list[str]:
    """Quotes that another program (pdftotext) does not find on their page; pages by OCR and of two columns are left out."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.pdf"
        file.write_bytes(data)
        out = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()
    pages = [folded(page).replace(" ", "") for page in out.split("\f")]
    return [
        f"{name}: {said.quote[:80]}"
        for name, said in read.draft.stated.items()
        if said.page not in read.by_ocr
        and said.quote.replace(" ", "").replace("-", "") not in pages[(said.page or 1) - 1].replace("-", "")
    ]


def one(number: int, held_out: bool, most_pages: int = 80) -> tuple[Made, Counter[str], list[str], float, int]:
    """Make, read and score one document."""
    made = make(number, held_out, most_pages)
    data = render(made)
    start = time.perf_counter()
    read = reading.read(data, f"{made.layout}-{number}.pdf", TODAY)
    seconds = time.perf_counter() - start
    if isinstance(read, list):
        return (
            made,
            Counter(missed=len(made.truth)),
            [f"{made.layout}: {finding.message}" for finding in read],
            seconds,
            0,
        )
    counts, faults = faults_of(made, read)
    if made.layout not in ("interleaved", "scans"):
        faults += [f"{made.layout}: quote not on its page: {each}" for each in quotes_stand(data, read)]
    return made, counts, faults, seconds, read.pages


def main(most: int, parts: tuple[bool, ...]) -> None:
    total: dict[str, Counter[str]] = {}
    for held_out in parts:
        for number in range(most):
            if "--no-scans" in sys.argv and LAYOUTS[number % len(LAYOUTS)] == "scans":
                continue
            made, counts, faults, seconds, pages = one(number, held_out)
            total.setdefault(f"{'held out' if held_out else 'development'}", Counter()).update(counts)
            total.setdefault(f"layout {made.layout}", Counter()).update(counts)
            sys.stdout.write(f"{number:3} {made.layout:12} {pages:3} pages {seconds:5.1f} s  {dict(counts)}\n")
            for fault in faults:
                sys.stdout.write(f"      {fault}\n")
            sys.stdout.flush()
    sys.stdout.write("\n| | right | wrong | missed | precision | recall |\n|---|---:|---:|---:|---:|---:|\n")
    for name, counts in sorted(total.items()):
        right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
        precision, recall = right / max(right + wrong, 1), right / max(right + missed + wrong, 1)
        sys.stdout.write(f"| {name} | {right} | {wrong} | {missed} | {precision:.3f} | {recall:.3f} |\n")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    parts = (False, True) if "--both" in sys.argv else ("--held-out" in sys.argv,)
    main(numbers[0] if numbers else 30, parts)
