"""Every byte of a ledger's file, changed one at a time: `verify` must say so, each time, and say where.

`uv run python -m tests.store.flips [STEP] [encrypted]` changes every byte in eight ways (each bit); docs/ledger-file.md has
the result.
"""

# ruff: noqa: T201
from __future__ import annotations

import datetime
import re
import sys
import tempfile
import time
from pathlib import Path

from tests.store.power_loss import KEY

from megaroth.kit.money import Money
from megaroth.ledger.entries import Account, Entry, Kind, Source
from megaroth.ledger.model import Person
from megaroth.store import copies, store
from megaroth.store.pages import PAGE
from megaroth.store.records import Record


def a_file(path: Path) -> bytes:
    """A small ledger that has everything a file may have: long records, an index of pages, free pages."""
    start = datetime.date(2026, 1, 1)
    entries = [
        Entry(f"k{n}", start + datetime.timedelta(days=n), Kind.CONTRIBUTE, "plan", Money(n + 1), Source.AFTER_TAX,
              note="long " * (1_500 if n == 3 else 0))
        for n in range(25)
    ]  # fmt: skip
    records: list[Record] = [Person("ana"), Account("plan", "plan", "ana"), *entries]
    assert isinstance(store.append(path, records), store.Appended)
    assert isinstance(copies.migrate(path, 1), copies.Copied)
    return path.read_bytes()


def named(path: Path, at: int, passphrase: str = "") -> str:
    """How the change of a byte is told: "page" where the right page is named, else what was said; empty if unseen."""
    found = store.verify(path, passphrase=passphrase)
    if not isinstance(found, list):
        return ""
    pages = re.findall(r"page (\d+) \(", found[0].message)
    return "page" if str(at // PAGE + 1) in pages else found[0].code


def main() -> None:
    """All bytes, all bits."""
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    key = KEY if "encrypted" in sys.argv else ""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.ledger"
        whole = a_file(path)
        if key:
            assert isinstance(copies.rekey(path, "", key), copies.Copied)
            whole = path.read_bytes()
        began = time.process_time()
        told: dict[str, int] = {}
        for at in range(0, len(whole), step):
            for bit in range(8):
                changed = bytearray(whole)
                changed[at] ^= 1 << bit
                path.write_bytes(changed)
                said = named(path, at, key)
                told[said] = told.get(said, 0) + 1
                if said in ("", "file-not-found"):
                    print(f"byte {at} bit {bit}: unseen")
        print(len(whole), "bytes:", told, f"{time.process_time() - began:.0f} s")


if __name__ == "__main__":
    main()
