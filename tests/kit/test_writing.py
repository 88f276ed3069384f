"""A file is written whole or not at all: what was there stays, nothing half-written is left beside it, only its owner reads it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from megaroth.kit.writing import write_bytes, write_whole


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "household.toml"
    write_whole(file, "pay = 1 # §")
    assert file.read_bytes() == "pay = 1 # §".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"much longer than what follows")
    write_bytes(file, b"\x00\xff")
    assert file.read_bytes() == b"\x00\xff"
    assert list(tmp_path.iterdir()) == [file]


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "household.toml"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr("megaroth.kit.writing.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_files_place_stays(tmp_path: Path) -> None:
    folder = tmp_path / "household.toml"
    folder.mkdir()
    (folder / "kept").touch()
    with pytest.raises(OSError, match="directory"):
        write_whole(folder, "new")
    assert list(tmp_path.iterdir()) == [folder]
