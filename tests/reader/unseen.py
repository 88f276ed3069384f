"""`python -m tests.reader.unseen`: the short documents of `unseen.toml` and `unseen2.toml`, read and scored.

The first were written apart from the reader by somebody who had not seen it, the second in the manners of real documents,
labelled before they were read. `faults` gives what was accepted wrongly and what was missed, by document.
"""

from __future__ import annotations

import datetime
import sys
import tomllib
from pathlib import Path
from typing import Any

from megaroth.reader import reading
from megaroth.report.plan_text import said

TODAY = datetime.date(2026, 11, 25)
FILES = tuple(Path(__file__).with_name(name) for name in ("unseen.toml", "unseen2.toml"))


def documents(file: Path) -> list[dict[str, Any]]:
    """The documents of a set, each with `name`, `text`, `expect` and perhaps `never`."""
    found: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["document"]
    return found


def faults(document: dict[str, Any]) -> tuple[list[str], list[str], int]:
    """What was accepted wrongly, what was missed, and how many expectations were met."""
    read = reading.read(document["text"].encode(), "document.txt", TODAY)
    have = (
        {}
        if isinstance(read, list)
        else {name: (said(each.value), each.quote) for name, each in read.draft.stated.items()}
    )
    wrong, missed, met = [], [], 0
    for name, want in document["expect"].items():
        got = have.get(name, ("not stated", ""))
        if got[0] == str(want):
            met += 1
        elif got[0] == "not stated":
            missed.append(f"{name}: not stated, should be {want}")
        else:
            wrong.append(f"{name}: {got[0]}, should be {want} ({got[1][:120]})")
    for name, bad in document.get("never", {}).items():
        if name in have and have[name][0] == str(bad):
            wrong.append(f"{name}: {bad}, which it must never be ({have[name][1][:120]})")
    return wrong, missed, met


if __name__ == "__main__":
    for file in FILES:
        total = [0, 0, 0]
        for document in documents(file):
            wrong, missed, met = faults(document)
            total = [total[0] + len(wrong), total[1] + len(missed), total[2] + met]
            for fault in wrong:
                sys.stdout.write(f"WRONG  {document['name']}: {fault}\n")
            for fault in missed:
                sys.stdout.write(f"missed {document['name']}: {fault}\n")
        sys.stdout.write(f"{file.name}: {total[2]} right, {total[0]} wrong, {total[1]} missed\n")
