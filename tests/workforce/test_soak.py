"""The long runs of `soak.py`, made short: poison, kills; every way of spoiling a row is used at least once."""

from __future__ import annotations

from pathlib import Path

from tests.workforce.soak import POISONS, the_kill, the_poison


def test_a_poisoned_row_is_rejected_and_spoils_no_other(tmp_path: Path) -> None:
    assert len(POISONS) >= 30
    assert the_poison(tmp_path, 3_200)


def test_a_killed_run_ends_with_the_same_bytes(tmp_path: Path) -> None:
    assert the_kill(tmp_path, 4_000, points=2)
