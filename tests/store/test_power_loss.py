"""Whatever a disk holds after the power fails, no acknowledged entry is lost; and the simulation can see one that is."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from tests.store import power_loss
from tests.store.power_loss import (
    KEY,
    LEDGER,
    VFS,
    acknowledged_before,
    after_failure,
    record,
    simulate,
    synchronous,
    verdict,
    workload,
)

from megaroth.store import copies, store

KINDS = pytest.mark.parametrize("key", ["", KEY], ids=["plain", "encrypted"])


@KINDS
@pytest.mark.parametrize("seed", range(4))
def test_no_acknowledged_entry_is_lost(seed: int, key: str) -> None:
    assert simulate(150, seed=100 + seed, key=key) == Counter(ok=150)


@KINDS
@pytest.mark.parametrize("word", ["full", "normal", "off"])
def test_the_simulation_sees_what_lesser_promises_lose(word: str, key: str) -> None:
    """Controls: with FULL the journal's deletion may not last, with NORMAL and OFF even less does."""
    verdicts = simulate(150, word=word, key=key)
    assert verdicts["lost"] + verdicts["unreadable"] > 3
    if word == "off":
        assert verdicts["unreadable"] + verdicts["half"] + verdicts["changed"] > 3


def test_the_encrypted_disk_holds_nothing_that_can_be_read() -> None:
    """Otherwise the runs with a key would be runs without one."""
    batches = workload(7)
    disk = record(batches, KEY)
    assert all(b"contribute" not in data for data in disk.inodes.values())
    assert all(b"contribute" not in op.data for op in disk.log)
    assert any(b"contribute" in data for data in record(batches).inodes.values())


def test_everything_acknowledged_survives_the_loss_of_all_that_was_not_forced() -> None:
    batches = workload(7)
    disk = record(batches)

    class Never:
        def choice(self, _: object) -> str:
            return "dropped"

    left = after_failure(disk.log, len(disk.log), Never())  # type: ignore[arg-type]
    assert verdict(left, batches, len(batches), goes_on=True) == "ok"


@KINDS
def test_the_sector_with_the_salt_may_be_spoilt_while_it_is_written(key: str) -> None:
    """Page 1 is written in every commit; of an encrypted file its first 16 bytes are the salt that its key is made with."""
    batches = workload(7)
    log = record(batches, key).log
    ledger = next(op.inode for op in log if op.name == LEDGER)

    class Kept:
        def choice(self, _: object) -> str:
            return "kept"

    moments = [n for n, op in enumerate(log, 1) if (op.what, op.inode, op.offset) == ("write", ledger, 0)]
    for at in moments[2:]:
        left = after_failure(log, at, Kept())  # type: ignore[arg-type]
        assert f"{LEDGER}-journal" in left.names
        left.inodes[ledger][:512] = random.Random(at).randbytes(512)
        assert verdict(left, batches, acknowledged_before(log, at), True, key) == "ok", at


def test_the_verdict_knows_a_ledger_of_before() -> None:
    batches = workload(8)
    whole = record(batches).copy()
    assert verdict(whole.copy(), batches, len(batches)) == "ok"
    shorter = record(batches[:-1]).copy()
    assert verdict(shorter, batches, len(batches)) == "lost"
    other = record([*batches[:-1], workload(9)[-1]]).copy()
    assert verdict(other, batches, len(batches)) in ("changed", "half")
    VFS.disk = whole
    whole.inodes[whole.names[LEDGER]][5_000] ^= 1
    assert verdict(whole, batches, len(batches)) == "unreadable"


def test_the_store_asks_for_the_strongest_promise() -> None:
    from megaroth.store import file

    assert file.SYNCHRONOUS == "extra"
    with synchronous("off"):
        assert file.SYNCHRONOUS == "off"
    assert power_loss.SECTOR == 512


@pytest.mark.parametrize("to", [1, 2])
def test_power_may_fail_while_the_tables_change(to: int) -> None:
    """Up or down: every record is there, in the old version or the new one, and the change can be made again."""
    batches = workload(5)
    disk = record(batches)
    if to == 2:
        assert isinstance(copies.migrate(Path(LEDGER), 1, base=VFS.name), copies.Copied)
    before = len(disk.log)
    assert isinstance(copies.migrate(Path(LEDGER), to, base=VFS.name), copies.Copied)
    seen = set()
    for turn in range(60):
        rng = random.Random(f"{to}-{turn}")
        left = after_failure(disk.log, rng.randint(before, len(disk.log)), rng)
        assert verdict(left, batches, len(batches)) == "ok", turn
        found = store.verify(Path(LEDGER), base=VFS.name)
        assert isinstance(found, store.Stored)
        seen.add(found.version)
        assert isinstance(copies.migrate(Path(LEDGER), to, base=VFS.name), copies.Copied)
    assert seen == {1, 2}
