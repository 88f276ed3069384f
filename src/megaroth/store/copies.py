"""Copies of a ledger's file: backup while others write, restore, and a new version of the tables, or an older one.

A copy is proven before it counts, and takes its name only when it is whole and on the disk. Nothing is overwritten:
what stood there is moved aside under a name that says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from megaroth.kit.finding import Finding
from megaroth.store.file import OpenFile, force_folder, opened
from megaroth.store.problems import StoreError, damage, problem, told
from megaroth.store.schema import NEWEST, steps
from megaroth.store.store import Stored, read_open, verify_open


@dataclass(frozen=True, slots=True)
class Copied:
    """A proven copy; `aside` is where the file went that stood in its place."""

    path: Path
    records: int
    last_link: str
    aside: Path | None = None


def backup(
    path: Path, to: Path | None = None, *, passphrase: str = "", new_passphrase: str | None = None
) -> Copied | list[Finding]:
    """A copy of the ledger, proven equal; beside it under a name of its last link, if no other path is given."""
    try:
        with opened(path, passphrase=passphrase) as file:
            stored = verify_open(file)
            name = f"{path.stem}-{len(stored.links) - 1}-{stored.links[-1][:12]}.backup{path.suffix}"
            target = to if to is not None else path.with_name(name)
            if target.exists() and to is None:
                return _proven(target, stored, passphrase)
            return _copied(file, stored, target, passphrase if new_passphrase is None else new_passphrase)
    except StoreError as error:
        return error.findings


def _copied(file: OpenFile, stored: Stored, target: Path, passphrase: str, aside: Path | None = None) -> Copied:
    if target.exists() and aside is None:
        raise problem("file-exists", f"{target} is there already.", target, "Name another file, or move that one.")
    with _beside(target) as draft:
        with opened(draft, create=True, passphrase=passphrase) as copy:
            _fill(copy, file, same_key=passphrase == file.passphrase)
        with opened(draft, passphrase=passphrase) as copy:
            again = verify_open(copy)
        if not _holds(again, stored):
            raise damage(target, "the copy is not what was copied")
        if aside is not None:
            move_aside(target, aside)
    return Copied(target, len(again.links) - 1, again.links[-1], aside)


def _holds(again: Stored, stored: Stored) -> bool:
    """Whether all that was read before is there; others may have added more meanwhile."""
    if len(again.links) == len(stored.links):
        return (again.links, again.state.content) == (stored.links, stored.state.content)
    return again.links[: len(stored.links)] == stored.links


def _fill(copy: OpenFile, file: OpenFile, same_key: bool) -> None:
    """Page by page where both are of one kind; record by record between a plain and an encrypted file."""
    if same_key:
        with copy.connection.backup("main", file.connection, "main") as every:
            while not every.done:
                every.step(256)
        return
    to = copy.connection
    to.execute("BEGIN IMMEDIATE")
    for line in steps(copy.version, file.version):
        to.execute(line)
    to.pragma("user_version", file.version)
    to.executemany("INSERT INTO log VALUES (?, ?, ?)", file.connection.execute("SELECT * FROM log ORDER BY n"))
    if file.version >= 2:
        every_batch = file.connection.execute("SELECT * FROM batch ORDER BY first")
        to.executemany("INSERT INTO batch VALUES (?, ?, ?, ?, ?)", every_batch)
    to.execute("COMMIT")


def move_aside(target: Path, aside: Path) -> None:
    """The old file gets a second name, so that the first is never without a ledger; a journal goes with it.

    A journal that stayed would be taken for the new file's own.
    """
    with told(target):
        try:
            os.link(target, aside)
        except OSError:  # a disk without second names
            shutil.copy2(target, aside)
        for journal in ("-journal", "-wal", "-shm"):
            left = target.with_name(target.name + journal)
            if left.exists():
                left.replace(aside.with_name(aside.name + journal))


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A draft beside the target that takes its name when all went well."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    try:
        draft.unlink(missing_ok=True)
        yield draft
        with told(target):
            draft.chmod(0o600)
            draft.replace(target)
            force_folder(target.parent)
    finally:
        for left in (draft, draft.with_name(f"{draft.name}-journal")):
            left.unlink(missing_ok=True)


def _proven(target: Path, stored: Stored, passphrase: str) -> Copied:
    with opened(target, passphrase=passphrase) as copy:
        again = verify_open(copy)
    if again.links != stored.links:
        raise damage(target, "it is not the backup that its name says")
    return Copied(target, len(stored.links) - 1, stored.links[-1])


def rekey(path: Path, passphrase: str, new_passphrase: str) -> Copied | list[Finding]:
    """The same ledger under another passphrase, or none; the old file is overwritten with zeros and removed."""
    try:
        with opened(path, passphrase=passphrase) as file:
            stored = verify_open(file)
            old = path.with_name(f".{path.name}.{os.getpid()}.old")
            done = _copied(file, stored, path, new_passphrase, old)
        with told(path):
            _erase(old)
        return replace(done, aside=None)
    except StoreError as error:
        return error.findings


def _erase(path: Path) -> None:
    """Best effort: a disk may keep old blocks of its own."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def restore(source: Path, path: Path, *, passphrase: str = "", older: bool = False) -> Copied | list[Finding]:
    """The ledger as the backup has it; the file that stood there is moved aside, never removed.

    A sound ledger that has records which the backup has not is left alone, unless `older` says it is meant.
    """
    try:
        with opened(source, passphrase=passphrase) as file:
            stored = verify_open(file)
            aside = None
            if path.exists():
                _check_not_lost(path, stored, passphrase, older)
                aside = _free_name(path)
            return _copied(file, stored, path, passphrase, aside)
    except StoreError as error:
        return error.findings


def _check_not_lost(path: Path, stored: Stored, passphrase: str, older: bool) -> None:
    try:
        with opened(path, passphrase=passphrase) as file:
            there = read_open(file)
    except StoreError as error:
        if error.findings[0].code in ("ledger-damaged", "not-a-ledger"):
            return
        raise
    missing = len(there.links) - 1 - _common(there.links, stored.links)
    if missing and not older:
        message = f"{path} is sound and has {missing} records that the backup does not have."
        remedy = "Keep it; or say --older if you mean to go back. The present file is moved aside, not removed."
        raise problem("restore-loses", message, path, remedy)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))) - 1


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.before-restore-{number}{path.suffix}")).exists():
        number += 1
    return aside


def migrate(path: Path, to: int = NEWEST, *, passphrase: str = "", base: str = "") -> Copied | list[Finding]:
    """Bring the tables to a version, up or down, after a proven backup; no record changes."""
    if not 1 <= to <= NEWEST:
        remedy = f"Name a version from 1 to {NEWEST}."
        return [Finding("version-unknown", "error", f"There is no version {to}.", "--to", remedy)]
    try:
        with opened(path, passphrase=passphrase, base=base) as file:
            stored = verify_open(file)
            kept = None
            if file.version != to and not base:
                name = (
                    f"{path.stem}-{len(stored.links) - 1}-{stored.links[-1][:12]}.version-{file.version}{path.suffix}"
                )
                target = path.with_name(name)
                copy = (
                    _proven(target, stored, passphrase)
                    if target.exists()
                    else _copied(file, stored, target, passphrase)
                )
                kept = copy.path
            change_version(file, to)
            again = verify_open(file)
            if not _holds(again, stored):
                raise damage(path, "the records are not those of before")
            return Copied(path, len(again.links) - 1, again.links[-1], kept)
    except StoreError as error:
        return error.findings


def change_version(file: OpenFile, to: int) -> None:
    """All statements from one version to another in one transaction."""
    connection = file.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        for line in steps(file.version, to):
            connection.execute(line)
        connection.pragma("user_version", to)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
