"""Which ledger a command means, and how an encrypted one is opened: by a key file, or by asking."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from megaroth.doors.cli.printing import source_of

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.ledger.read import Book
    from megaroth.questions import Source

T = TypeVar("T")


def ledger_at(file: Path | None) -> Path:
    """The file, or the user's own ledger where none is named."""
    if file is not None:
        return file
    from megaroth.store.folder import own_ledger

    return own_ledger()


def now() -> str:
    """The time for the list of what was written when, in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def book_at(file: Path | None) -> Source | Book | list[Finding]:
    """What the questions read: standard input, a text, or the book of a ledger's file."""
    path = ledger_at(file)
    source = source_of(path)
    if not isinstance(source, Path):
        return source
    from megaroth.store.folder import is_store

    if not is_store(source):
        return source
    from megaroth.questions.store import book_of

    return unlocked(lambda key: book_of(source, key))


def unlocked(ask: Callable[[str], T | list[Finding]]) -> T | list[Finding]:
    """Try without a passphrase; where the ledger is encrypted, with that of the key file or the one that is typed."""
    answer = ask("")
    if not isinstance(answer, list) or not any(finding.code == "ledger-locked" for finding in answer):
        return answer
    key = passphrase()
    return answer if not key else ask(key) if isinstance(key, str) else key


def passphrase(new: bool = False) -> str | list[Finding]:
    """From the key file if one is named, else typed twice (a new one) or once; empty where nobody can be asked."""
    from megaroth.kit.finding import Finding
    from megaroth.store.folder import KEY_FILE, key_from_file

    try:
        key = key_from_file()
    except (OSError, UnicodeDecodeError) as error:
        message = f"The key file cannot be read: {error}."
        return [Finding("key-file", "error", message, KEY_FILE, "Check the path in the environment variable.")]
    if key is not None:
        return key
    if not sys.stdin.isatty():
        return ""
    from getpass import getpass

    typed = getpass("Passphrase of the ledger: ")
    if new and getpass("The same once more: ") != typed:
        return [Finding("passphrase-differs", "error", "The two are not the same.", "", "Try again.")]
    return typed
