"""Where a person's own ledger lies when no file is named, and how the passphrase of an encrypted one is found."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

SUFFIXES = (".ledger", ".db", ".sqlite", ".sqlite3")
_MAGIC = b"SQLite format 3\0"
KEY_FILE = "MEGAROTH_KEY_FILE"
"""The environment variable that names a file whose first line is the passphrase."""


def own_ledger(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """The ledger in the user's data folder; MEGAROTH_LEDGER names another one."""
    said = os.environ if environment is None else environment
    if named := said.get("MEGAROTH_LEDGER"):
        return Path(named)
    home = Path(said.get("HOME") or said.get("USERPROFILE") or Path.home())
    if platform == "win32":
        folder = Path(said.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(said.get("XDG_DATA_HOME") or home / ".local" / "share")
    return folder / "megaroth" / "my.ledger"


def is_store(path: Path) -> bool:
    """Whether a path is (or would be) a ledger of this room, and not a text."""
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def key_from_file() -> str | None:
    """The passphrase from the file that the environment names; None where it names none. Raises `OSError`."""
    named = os.environ.get(KEY_FILE)
    if not named:
        return None
    return Path(named).read_text(encoding="utf-8").partition("\n")[0]
