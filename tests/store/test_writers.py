"""Eight programs write at once: no entry is lost, none is there twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from megaroth.store.store import Stored, verify

WRITERS = int(os.environ.get("MEGAROTH_WRITERS", "8"))
EACH = int(os.environ.get("MEGAROTH_WRITES", "8"))
WRITER = """
import datetime, sys
from pathlib import Path
from megaroth.kit.money import Money
from megaroth.ledger.entries import Account, Entry, Kind, Source
from megaroth.ledger.model import Person
from megaroth.store.store import Appended, append
path, me, each = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
day = datetime.date(2026, 1, 9)
for number in range(each):
    # Its own entry, and one that every writer has.
    own = Entry(f"own-{me}-{number}", day, Kind.CONTRIBUTE, "plan", Money(100 + number), Source.AFTER_TAX)
    shared = Entry(f"shared-{number}", day, Kind.CONTRIBUTE, "plan", Money(7), Source.MATCH)
    records = [Person("ana"), Account("plan", "plan", "ana"), own, shared]
    done = append(path, records)
    assert isinstance(done, Appended), done
    assert isinstance(append(path, records), Appended)
    print("acknowledged", flush=True)
"""


def test_none_is_lost_and_none_is_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    command = [sys.executable, "-c", WRITER, str(path)]
    running = [
        subprocess.Popen([*command, str(me), str(EACH)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for me in range(WRITERS)
    ]
    for each in running:
        said, wrong = each.communicate(timeout=300)
        assert each.returncode == 0, wrong
        assert said.count("acknowledged") == EACH
    found = verify(path)
    assert isinstance(found, Stored)
    expected = {f"own-{me}-{n}" for me in range(WRITERS) for n in range(EACH)} | {f"shared-{n}" for n in range(EACH)}
    assert set(found.state.entries) == expected
    assert len(found.links) - 1 == 2 + len(expected)
