"""Opening a ledger's file so that what is committed is on the disk, and what is on the disk is what was committed.

The rules: an SQLite without known corruption; a rollback journal whose deletion is forced to the disk
(journal_mode=DELETE, synchronous=EXTRA); page digests, or the cipher's own where the file is encrypted.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from megaroth.store import locked
from megaroth.store.pages import DIGEST, PAGE, PagesVFS, damaged_pages
from megaroth.store.problems import DAMAGED, StoreError, damage, problem, told
from megaroth.store.schema import APPLICATION, NEWEST, steps

BUSY = 60_000
"""Milliseconds to wait for another writer."""
SYNCHRONOUS = "extra"
"""The deletion of the journal is forced to the disk before a commit is acknowledged; FULL and less lose entries."""
_GOOD = (3, 51, 3)
_ALSO_GOOD = ((3, 50, 7), (3, 44, 6))
MAGIC = b"SQLite format 3\0"


def check_sqlite(version: str) -> None:
    """Refuse an SQLite that may corrupt a file (before 3.51.3, save 3.50.7 and 3.44.6)."""
    parts = tuple(int(part) for part in version.split(".")[:3])
    if parts < _GOOD and parts not in _ALSO_GOOD:
        message = f"SQLite {version} may corrupt a database under two writers."
        raise problem("sqlite-too-old", message, "apsw-sqlite3mc", "Install a newer apsw-sqlite3mc.")


class OpenFile:
    """One open ledger file; closed by its context."""

    def __init__(
        self,
        path: Path,
        connection: apsw.Connection,
        vfs: PagesVFS | None,
        passphrase: str = "",
        under: apsw.VFSFile | None = None,
    ) -> None:
        self.path, self.connection, self.vfs, self.passphrase = path, connection, vfs, passphrase
        self.under = under

    @property
    def version(self) -> int:
        """The version of the tables."""
        return int(self.connection.pragma("user_version"))

    def damaged(self) -> list[int]:
        """Pages that are not as they were written; the caller is inside a transaction."""
        if self.under is not None:
            return locked.damaged_pages(self.under.xRead, self.under.xFileSize(), self.passphrase)
        return self.vfs.main.damaged() if self.vfs is not None and self.vfs.main is not None else []


@contextmanager
def opened(path: Path, *, create: bool = False, passphrase: str = "", base: str = "") -> Iterator[OpenFile]:
    """The file, opened safely; whatever fails becomes a `StoreError`. `base` is a test's VFS."""
    check_sqlite(apsw.sqlite_lib_version())
    with told(path):
        if create and not base:
            _begin(path, passphrase)
            create = False
        _check_there(path, base)
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
        vfs, under = None, None
        if passphrase:
            connection, under = locked.connect(str(path), flags, base or _machine(), passphrase)
        else:
            vfs = PagesVFS(base or _machine())
            connection = apsw.Connection(str(path), flags=flags, vfs=vfs.name)
        try:
            yield _set_up(path, connection, vfs, create, passphrase, under)
        except (*DAMAGED, apsw.CantOpenError, apsw.SQLError, apsw.ReadOnlyError) as error:
            raise _diagnosed(path, connection, passphrase, base, error) from None
        finally:
            connection.close()
            if vfs is not None:
                vfs.unregister()


@contextmanager
def opened_anyhow(path: Path, base: str = "") -> Iterator[OpenFile]:
    """A damaged file, only to see what can be read of it: nothing is compared and nothing can be written."""
    vfs = PagesVFS(base or _machine())
    vfs.compares = False
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY, vfs=vfs.name)
    try:
        yield OpenFile(path, connection, vfs)
    finally:
        connection.close()
        vfs.unregister()


def _machine() -> str:
    """The machine's own VFS, below that of the cipher."""
    return "win32" if os.name == "nt" else "unix"


def _check_there(path: Path, base: str) -> None:
    if base:
        return
    if not path.exists():
        remedy = "Check the path, or begin one with `megaroth ledger import` or `megaroth ledger person`."
        raise problem("file-not-found", f"There is no ledger at {path}.", path, remedy)
    if path.is_dir():
        raise problem("file-is-folder", f"{path} is a folder.", path, "Name the ledger's file in it.")
    if path.stat().st_size == 0:
        # A new ledger is never empty: this one was cut off.
        raise damage(path, "it is empty")


def _begin(path: Path, passphrase: str) -> None:
    """A new ledger appears whole, for its owner alone; of several that begin one at once, the first counts."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.new")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        vfs = None if passphrase else PagesVFS(_machine())
        connection = apsw.Connection(str(draft), vfs=vfs.name if vfs else None)
        _set_up(draft, connection, vfs, True, passphrase)
        connection.close()
        try:
            os.link(draft, path)
        except FileExistsError:
            return
        except OSError:  # a disk without second names
            if not path.exists():
                draft.replace(path)
        force_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def force_folder(folder: Path) -> None:
    """The names in a folder, forced to the disk."""
    if os.name == "nt":  # Windows neither opens nor needs to flush a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _set_up(
    path: Path,
    connection: apsw.Connection,
    vfs: PagesVFS | None,
    create: bool,
    passphrase: str,
    under: apsw.VFSFile | None = None,
) -> OpenFile:
    connection.set_busy_timeout(BUSY)
    if passphrase:
        if under is None:  # a new file has no salt yet
            connection.pragma("cipher", locked.CIPHER)
            connection.pragma("key", passphrase)
        connection.pragma("auto_vacuum", "full")
    else:
        connection.reserve_bytes("main", DIGEST)
    connection.pragma("mmap_size", 0)
    connection.pragma("page_size", PAGE)
    if connection.pragma("journal_mode", "delete") != "delete":
        raise problem("ledger-busy", f"Another program holds {path} open.", path, "Close it and try again.")
    connection.pragma("synchronous", SYNCHRONOUS)
    connection.pragma("fullfsync", "on")
    file = OpenFile(path, connection, vfs, passphrase, under)
    if create and file.version == 0:
        connection.execute("BEGIN IMMEDIATE")
        if file.version == 0 and not connection.table_exists("main", "log"):
            for line in steps(0, NEWEST):
                connection.execute(line)
            connection.pragma("application_id", APPLICATION)
            connection.pragma("user_version", NEWEST)
        connection.execute("COMMIT")
    if connection.pragma("application_id") != APPLICATION:
        remedy = "Name a ledger that megaroth wrote."
        raise problem("not-a-ledger", f"{path} is an SQLite file of another program.", path, remedy)
    if not 1 <= file.version <= NEWEST:
        message = f"{path} was written by a newer megaroth (version {file.version} of its tables, ours is {NEWEST})."
        raise problem("ledger-newer", message, path, "Use that megaroth, or `megaroth ledger migrate --to` with it.")
    return file


def _diagnosed(
    path: Path, connection: apsw.Connection, passphrase: str, base: str, error: apsw.Error
) -> StoreError | apsw.Error:
    """Which pages are damaged, or that a passphrase is missing or wrong; the error itself where only writing is denied."""
    connection.close()
    if base or not path.is_file():
        return damage(path, str(error))
    # Nobody holds a lock of this process any more, so the file may be opened and closed.
    whole = path.read_bytes()
    denied = isinstance(error, apsw.ReadOnlyError)
    if passphrase:
        told_of = _which_locked_pages(whole, passphrase)
        return error if denied and not told_of else damage(path, told_of or str(error))
    if whole[: len(MAGIC)] != MAGIC and _looks_random(whole):
        remedy = "Give its passphrase, with MEGAROTH_KEY_FILE or when you are asked for it."
        return problem("ledger-locked", f"{path} is encrypted, or no ledger.", path, remedy)
    if whole[: len(MAGIC)] == MAGIC and whole[20] != DIGEST and whole[68:72] != APPLICATION.to_bytes(4, "big"):
        remedy = "Name a ledger that megaroth wrote."
        return problem("not-a-ledger", f"{path} is an SQLite file of another program.", path, remedy)
    pages = damaged_pages(lambda amount, offset: whole[offset : offset + amount], len(whole))
    return error if denied and not pages else damage(path, which_pages(pages) if pages else str(error))


def _which_locked_pages(whole: bytes, passphrase: str) -> str:
    """The damaged pages of an encrypted file, "" for none; nobody can tell a changed salt from another passphrase."""
    pages = locked.damaged_pages(lambda amount, offset: whole[offset : offset + amount], len(whole), passphrase)
    if len(pages) == -(-len(whole) // PAGE):
        return "the passphrase is not the one of this ledger, or page 1 (bytes 0 to 4095) is not as written: its first 16 bytes"
    return which_pages(pages) if pages else ""


def _looks_random(whole: bytes) -> bool:
    """Encrypted pages have about as many of every byte; text and our own pages do not."""
    sample = whole[:PAGE]
    return len(sample) == PAGE and len(set(sample)) > 240 and max(map(sample.count, set(sample))) < 64


def which_pages(pages: list[int]) -> str:
    """Damaged pages in words."""
    told = ", ".join(f"page {page} (bytes {(page - 1) * PAGE} to {page * PAGE - 1})" for page in pages[:5])
    more = f" and {len(pages) - 5} more" if len(pages) > 5 else ""
    return f"{told}{more} {'is' if len(pages) == 1 else 'are'} not as written"
