"""The disk fails at any call: a clear finding, no acknowledgement, and the ledger of before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from tests.store.power_loss import KEY, LEDGER, VFS, Disk, record, workload

from megaroth.store import copies, store

BATCHES = workload(3)
BEFORE = {key: record(BATCHES[:-2], key).copy() for key in ("", KEY)}
KINDS = pytest.mark.parametrize("key", ["", KEY], ids=["plain", "encrypted"])
COUNT = sum(map(len, BATCHES[:-2]))
CALLS = ("write", "sync", "delete", "create", "read", "size")


def failing(what: str, number: int, error: Exception, for_ever: bool) -> tuple[Callable[[str], None], list[int]]:
    """A disk whose `number`-th call of a kind fails, that one or every one from then on; and how many there were."""
    seen = [0]

    def fails(call: str) -> None:
        if call == what:
            seen[0] += 1
            if seen[0] == number or (for_ever and seen[0] > number):
                raise error

    return fails, seen


def records_on(disk: Disk, key: str = "") -> int:
    VFS.disk = disk
    disk.fails = lambda _: None
    found = store.verify(Path(LEDGER), base=VFS.name, passphrase=key)
    assert not isinstance(found, list), found
    return len(found.links) - 1


BROKEN = (apsw.IOError("the disk failed"), {"disk-failed", "ledger-not-opened", "ledger-damaged"})
FULL = (apsw.FullError("no space"), {"disk-full", "ledger-not-opened", "disk-failed", "ledger-damaged"})
CASES = [(what, *BROKEN) for what in CALLS] + [(what, *FULL) for what in ("write", "create")]


@KINDS
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize(("what", "error", "codes"), CASES, ids=[f"{what}-{type(e).__name__}" for what, e, _ in CASES])
def test_every_nth_call_may_fail(what: str, error: Exception, codes: set[str], for_ever: bool, key: str) -> None:
    new = len(BATCHES[-2])
    number, refused = 0, 0
    while True:
        number += 1
        disk = BEFORE[key].copy()
        disk.fails, seen = failing(what, number, error, for_ever)
        VFS.disk = disk
        done = store.append(Path(LEDGER), BATCHES[-2], base=VFS.name, create=False, passphrase=key)
        if seen[0] < number:
            assert isinstance(done, store.Appended)
            break
        if isinstance(done, list):
            refused += 1
            assert {finding.code for finding in done} <= codes
            assert done[0].remedy
            # Not acknowledged; all of it or nothing is there.
            assert records_on(disk, key) in (COUNT, COUNT + new)
        else:
            assert records_on(disk, key) == COUNT + new
        VFS.disk = disk
        disk.fails = lambda _: None
        again = store.append(Path(LEDGER), BATCHES[-2], base=VFS.name, create=False, passphrase=key)
        assert isinstance(again, store.Appended)
        assert records_on(disk, key) == COUNT + new
    assert number > 1
    assert refused or what == "size"


@pytest.mark.parametrize("to", [1, 2])
def test_a_version_is_changed_wholly_or_not_at_all(to: int) -> None:
    VFS.disk = start = BEFORE[""].copy()
    if to == 2:
        assert isinstance(copies.migrate(Path(LEDGER), 1, base=VFS.name), copies.Copied)
    start = start.copy()
    for what in ("write", "sync", "delete"):
        number = 0
        while True:
            number += 1
            disk = start.copy()
            disk.fails, seen = failing(what, number, apsw.IOError("the disk failed"), False)
            VFS.disk = disk
            done = copies.migrate(Path(LEDGER), to, base=VFS.name)
            if seen[0] < number:
                assert isinstance(done, copies.Copied)
                break
            assert records_on(disk) == COUNT
            if isinstance(done, list):
                found = store.verify(Path(LEDGER), base=VFS.name)
                assert isinstance(found, store.Stored)
                assert found.version in (1, 2)
        assert number > 1
