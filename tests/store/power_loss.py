"""Power loss, simulated: what a disk may hold after the power fails at any moment, and whether the ledger survives it.

A disk of this model promises only what was asked for: bytes of a file after its sync, names in a folder after a sync of the
folder. Everything since may be there or not, whole or torn at 512 bytes, in any order, or as garbage.
`uv run python -m tests.store.power_loss 50000` runs the full number and the controls; docs/ledger.md has the result.
"""

# ruff: noqa: N802, T201
from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import apsw

from megaroth.kit.money import Money
from megaroth.ledger.entries import Account, Entry, Kind, Source
from megaroth.ledger.fold import fold
from megaroth.ledger.model import Balances, Person
from megaroth.store import file as store_file
from megaroth.store import store
from megaroth.store.records import Record

SECTOR = 512
LEDGER = "/ledger"
MODES = ("dropped", "kept", "some", "torn", "reordered", "garbage")
_NEW_JOURNALS = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL


@dataclass
class Op:
    """One thing that SQLite asked of the disk; `inode` is the file itself, whatever its name."""

    what: str
    inode: int = 0
    name: str = ""
    offset: int = 0
    data: bytes = b""
    folder: bool = False
    """Whether the folder was forced to the disk too."""


@dataclass
class Disk:
    """Files as a running program sees them, and everything that was asked of them."""

    inodes: dict[int, bytearray] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    log: list[Op] = field(default_factory=list)
    fails: Callable[[str], None] = lambda _: None
    """Called before each operation with its name; raises what the disk fails with."""

    def do(self, op: Op) -> None:
        self.log.append(op)

    def copy(self) -> Disk:
        """The same content, nothing asked of it yet: a machine after its restart."""
        return Disk({number: bytearray(data) for number, data in self.inodes.items()}, dict(self.names))


class MemoryFile:
    """A file of the simulated disk."""

    def __init__(self, disk: Disk, name: str, flags: int) -> None:
        self.disk, self.new = disk, False
        if name not in disk.names:
            if not flags & apsw.SQLITE_OPEN_CREATE:
                raise apsw.CantOpenError(f"no {name}")
            disk.fails("create")
            inode = max(disk.inodes, default=0) + 1
            disk.inodes[inode] = bytearray()
            disk.names[name] = inode
            disk.do(Op("create", inode, name))
            self.new = bool(flags & _NEW_JOURNALS)
        self.inode = disk.names[name]
        self.data = disk.inodes[self.inode]

    def xRead(self, amount: int, offset: int) -> bytes:
        self.disk.fails("read")
        return bytes(self.data[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.fails("write")
        if offset > len(self.data):
            self.data.extend(bytes(offset - len(self.data)))
        self.data[offset : offset + len(data)] = data
        self.disk.do(Op("write", self.inode, offset=offset, data=bytes(data)))

    def xTruncate(self, size: int) -> None:
        self.disk.fails("truncate")
        del self.data[size:]
        self.disk.do(Op("truncate", self.inode, offset=size))

    def xSync(self, flags: int) -> None:
        self.disk.fails("sync")
        # As SQLite's own VFS for Unix does: the first sync of a new journal forces its folder to the disk too.
        self.disk.do(Op("sync", self.inode, folder=self.new))
        self.new = False

    def xFileSize(self) -> int:
        self.disk.fails("size")
        return len(self.data)

    def xLock(self, level: int) -> None: ...
    def xUnlock(self, level: int) -> None: ...
    def xCheckReservedLock(self) -> bool:
        return False

    def xClose(self) -> None: ...
    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return int(apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE)

    def xFileControl(self, op: int, pointer: int) -> bool:
        return False


class MemoryVFS(apsw.VFS):
    """SQLite's view of the simulated disk; `disk` is changed for another one after each failure."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.name = "power-loss"
        super().__init__(self.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> Any:
        plain = name.filename() if isinstance(name, apsw.URIFilename) else name
        return MemoryFile(self.disk, plain or f"temporary-{time.monotonic_ns()}", flags[0])

    def xAccess(self, path: str, flags: int) -> bool:
        return path in self.disk.names

    def xDelete(self, path: str, syncdir: bool) -> None:
        self.disk.fails("delete")
        inode = self.disk.names.pop(path, None)
        if inode is not None:
            self.disk.do(Op("delete", inode, path, folder=bool(syncdir)))

    def xFullPathname(self, name: str) -> str:
        return name


VFS = MemoryVFS()
KEY = f"x'{'5a' * 32}'"
"""A key itself: a passphrase would be turned into one 256,000 rounds slower, at every opening."""


@contextmanager
def synchronous(word: str) -> Iterator[None]:
    """The store as it would be with another promise: for the controls."""
    before = store_file.SYNCHRONOUS
    store_file.SYNCHRONOUS = word
    try:
        yield
    finally:
        store_file.SYNCHRONOUS = before


# What is written


def workload(seed: int) -> list[list[Record]]:
    """Batches of records: a ledger that begins, single entries, an import, long notes."""
    rng = random.Random(seed)
    day = date(2026, 1, 2)
    batches: list[list[Record]] = [
        [Person("ana", date(1985, 6, 14)), Account("plan", "plan", "ana", "yes")],
    ]
    number = 0
    for size in (1, 1, rng.randint(20, 60), 1, 2, rng.randint(2, 30), 1, 1):
        batch: list[Record] = []
        for _ in range(size):
            day += timedelta(days=1)
            note = "n" * rng.choice((0, 0, 10, 900, 9_000))
            source = rng.choice((Source.AFTER_TAX, Source.MATCH))
            amount = Money(rng.randint(1, 10**6))
            batch.append(Entry(f"k{number}", day, Kind.CONTRIBUTE, "plan", amount, source, note=note))
            number += 1
        batches.append(batch)
    return batches


def record(batches: list[list[Record]], key: str = "") -> Disk:
    """The workload on a disk that never fails; what was acknowledged stands in its log."""
    VFS.disk = disk = Disk()
    for number, batch in enumerate(batches):
        done = store.append(Path(LEDGER), batch, base=VFS.name, passphrase=key)
        assert isinstance(done, store.Appended), done
        disk.do(Op("acknowledged", offset=number + 1))
    return disk


# What is left


def after_failure(log: list[Op], at: int, rng: random.Random) -> Disk:
    """One of the disks that may be left when the power fails after `at` operations."""
    data_mode, folder_mode = rng.choice(MODES), rng.choice(MODES)
    pending: dict[int, list[Op]] = {}
    durable: dict[int, bytearray] = {}
    folder: list[Op] = []
    names: dict[str, int] = {}
    for op in log[:at]:
        if op.what in ("create", "delete"):
            durable.setdefault(op.inode, bytearray())
            folder.append(op)
        elif op.what in ("write", "truncate"):
            pending.setdefault(op.inode, []).append(op)
        elif op.what == "sync":
            for each in pending.pop(op.inode, []):
                _apply(durable[op.inode], each)
        if op.folder:
            _rename(names, folder)
            folder = []
    _rename(names, [op for op in folder if _is_kept(folder_mode, rng)])
    for inode, ops in pending.items():
        for op in _left(ops, data_mode, rng):
            _apply(durable[inode], op)
    return Disk({inode: durable[inode] for inode in names.values()}, names)


def _rename(names: dict[str, int], ops: list[Op]) -> None:
    for op in ops:
        if op.what == "create":
            names[op.name] = op.inode
        elif names.get(op.name) == op.inode:
            del names[op.name]


def _is_kept(mode: str, rng: random.Random) -> bool:
    return mode == "kept" or (mode != "dropped" and rng.random() < 0.5)


def _left(ops: list[Op], mode: str, rng: random.Random) -> list[Op]:
    """What reached the disk of the operations that were not forced."""
    if mode == "dropped":
        return []
    if mode == "kept":
        return ops
    if mode == "some":
        return [op for op in ops if rng.random() < 0.5]
    pieces = [piece for op in ops for piece in _sectors(op)]
    left = [piece for piece in pieces if rng.random() < 0.6]
    if mode == "reordered":
        rng.shuffle(left)
    elif mode == "garbage":
        spoilt = rng.randrange(len(left)) if left else 0
        left = [_garbage(op, rng) if number == spoilt else op for number, op in enumerate(left)]
    return left


def _sectors(op: Op) -> Iterator[Op]:
    if op.what != "write":
        yield op
        return
    at = 0
    while at < len(op.data):
        to = at + SECTOR - (op.offset + at) % SECTOR
        yield Op("write", op.inode, offset=op.offset + at, data=op.data[at:to])
        at = to


def _garbage(op: Op, rng: random.Random) -> Op:
    return Op(op.what, op.inode, offset=op.offset, data=rng.randbytes(len(op.data)))


def _apply(data: bytearray, op: Op) -> None:
    if op.what == "truncate":
        del data[op.offset :]
        return
    if op.offset > len(data):
        data.extend(bytes(op.offset - len(data)))
    data[op.offset : op.offset + len(op.data)] = op.data


# Whether the ledger survived


def verdict(disk: Disk, batches: list[list[Record]], acknowledged: int, goes_on: bool = False, key: str = "") -> str:
    """ "ok", or in one word what went wrong. The same program that people use opens the disk, without help."""
    VFS.disk = disk
    if LEDGER not in disk.names or not disk.inodes[disk.names[LEDGER]]:
        return "lost" if acknowledged else "ok"
    found = store.verify(Path(LEDGER), base=VFS.name, passphrase=key)
    if isinstance(found, list):
        # A ledger that had not begun is taken up by the next write.
        return "ok" if not acknowledged and _begins(batches, key) else "unreadable"
    records = len(found.links) - 1
    counts = [sum(map(len, batches[:number])) for number in range(len(batches) + 1)]
    if records not in counts:
        return "half"
    if records < counts[acknowledged]:
        return "lost"
    if records > counts[min(acknowledged + 1, len(batches))]:
        return "invented"
    said = [entry for batch in batches for entry in batch if isinstance(entry, Entry)]
    if list(found.state.entries.values()) != said[: len(found.state.entries)]:
        return "changed"
    if found.state.entries and not isinstance(fold(found.state.ledger), Balances):
        return "unbalanced"
    return "ok" if not goes_on or _begins(batches, key) else "stuck"


def _begins(batches: list[list[Record]], key: str) -> bool:
    """Everything can be written (again), and is then there once."""
    for batch in batches:
        if not isinstance(store.append(Path(LEDGER), batch, base=VFS.name, passphrase=key), store.Appended):
            return False
    found = store.verify(Path(LEDGER), base=VFS.name, passphrase=key)
    return not isinstance(found, list) and len(found.links) - 1 == sum(map(len, batches))


def acknowledged_before(log: list[Op], at: int) -> int:
    """How many batches were acknowledged before a moment."""
    return max((op.offset for op in log[:at] if op.what == "acknowledged"), default=0)


def simulate(states: int, seed: int = 0, word: str = "extra", key: str = "") -> Counter[str]:
    """Verdicts over many states: several workloads, every moment of each, a new chance each time."""
    verdicts: Counter[str] = Counter()
    number, workloads = 0, max(states // 5_000, 1)
    for each in range(workloads):
        batches = workload(seed + each)
        with synchronous(word):
            log = record(batches, key).log
        of_this = states // workloads + (each < states % workloads)
        for turn in range(of_this):
            rng = random.Random(f"{seed}-{each}-{turn}")
            # Every moment in turn when there are enough states, moments at random otherwise.
            at = turn % (len(log) + 1) if of_this > len(log) else rng.randint(0, len(log))
            disk = after_failure(log, at, rng)
            said = verdict(disk, batches, acknowledged_before(log, at), number % 10 == 0, key)
            verdicts[said] += 1
            if said != "ok" and word == "extra":
                print(f"seed={seed} workload={each} turn={turn} at={at}: {said}")
            number += 1
    return verdicts


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    locked = KEY if "encrypted" in sys.argv else ""
    began = time.process_time()
    print("extra  ", dict(simulate(wanted, key=locked)), f"{time.process_time() - began:.0f} s")
    for control in ("full", "normal", "off"):
        print(f"{control:<7}", dict(simulate(wanted // 20, word=control, key=locked)))
