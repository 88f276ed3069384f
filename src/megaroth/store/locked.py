"""Every page of an encrypted ledger's file carries the cipher's own proof; here it is computed again, to name what was changed.

The format is SQLCipher's, version 4: the file begins with 16 bytes of salt, each page ends with its HMAC-SHA512 over what
is encrypted and the page's number. The eight bytes after the salt are not encrypted and under no HMAC: they are always the same.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import threading
from collections.abc import Callable

import apsw

from megaroth.store.pages import PAGE

CIPHER = "sqlcipher"
_SALT = 16
_PROOF = 64
_OPEN = bytes.fromhex("1000010150402020")
"""Bytes 16 to 23: pages of 4,096 bytes, no write-ahead log, 80 bytes reserved in each, and SQLite's three fixed fractions."""
_ROUNDS, _ROUNDS_OF_PROOF = 256_000, 2
_MASK = 0x3A


def _key(passphrase: str, salt: bytes) -> bytes:
    """The key of the pages. `x'…'` with 64 hexadecimal digits is a key itself, as the cipher has it."""
    plain = re.fullmatch(r"x'([0-9a-fA-F]{64})'", passphrase)
    if plain:
        return bytes.fromhex(plain[1])
    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, dklen=32)


def _key_of_proof(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(each ^ _MASK for each in salt), _ROUNDS_OF_PROOF, dklen=32)


def damaged_pages(read: Callable[[int, int], bytes], size: int, passphrase: str) -> list[int]:
    """The pages, counted from 1, that are not as they were written; all of them where the salt or the passphrase is another."""
    salt = read(_SALT, 0)
    key = _key_of_proof(_key(passphrase, salt), salt)
    return [
        number for number in range(1, -(-size // PAGE) + 1) if not _intact(read(PAGE, (number - 1) * PAGE), number, key)
    ]


def _intact(page: bytes, number: int, key: bytes) -> bool:
    start = _SALT + len(_OPEN) if number == 1 else 0
    proof = hmac.digest(key, page[start : PAGE - _PROOF] + number.to_bytes(4, "little"), "sha512")
    opens = number > 1 or page[_SALT:start] == _OPEN
    return len(page) == PAGE and opens and hmac.compare_digest(page[PAGE - _PROOF :], proof)


class UnderVFS(apsw.VFS):
    """Below the cipher: changes nothing, and remembers the ledger's file, so that its bytes can be read while it is locked.

    A second handle would not do: closing it would drop every lock that the process has on the file.
    """

    def __init__(self, base: str) -> None:
        self.base, self.name = base, f"megaroth-under-{base}"
        self._opened = threading.local()
        super().__init__(self.name, base)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        """Open a file."""
        file = apsw.VFSFile(self.base, name, flags)
        if flags[0] & apsw.SQLITE_OPEN_MAIN_DB:
            self._opened.main = file
        return file

    @property
    def main(self) -> apsw.VFSFile:
        """The ledger's file that this thread opened last."""
        file = self._opened.main
        if not isinstance(file, apsw.VFSFile):
            raise TypeError("no ledger was opened")
        return file


def connect(path: str, flags: int, base: str, passphrase: str) -> tuple[apsw.Connection, apsw.VFSFile]:
    """A connection through the cipher with its key, and the file below it."""
    under = _UNDER.get(base) or _UNDER.setdefault(base, UnderVFS(base))
    # The cipher makes itself a VFS over any that is named so, for as long as the process lasts; so must ours.
    connection = apsw.Connection(path, flags=flags, vfs=f"multipleciphers-{under.name}")
    main = under.main
    connection.pragma("cipher", CIPHER)
    connection.pragma("key", _with_salt(passphrase, main.xRead(_SALT, 0), _page_1_before(under, f"{path}-journal")))
    return connection, main


def _with_salt(passphrase: str, salt: bytes, before: bytes) -> str:
    """The passphrase; or key and salt, where a journal holds page 1 as it was and the power failed while the salt was written.

    The cipher reads the salt before SQLite undoes what was half written; without it the journal could not be read.
    """
    own = before[:_SALT]
    if not before or own == salt:
        return passphrase
    key = _key(passphrase, own)
    return f"x'{key.hex()}{own.hex()}'" if _intact(before, 1, _key_of_proof(key, own)) else passphrase


def _page_1_before(under: UnderVFS, journal: str) -> bytes:
    """Page 1 as a rollback journal keeps it; empty if there is none."""
    if not under.xAccess(journal, apsw.SQLITE_ACCESS_EXISTS):
        return b""
    file = apsw.VFSFile(under.base, journal, [apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_MAIN_JOURNAL, 0])
    try:
        # A header of one sector, whose size it tells; then records of a page's number, the page, and a checksum.
        at, size = int.from_bytes(file.xRead(4, 20), "big"), file.xFileSize()
        while 0 < at and at + 4 + PAGE <= size:
            if int.from_bytes(file.xRead(4, at), "big") == 1:
                return file.xRead(PAGE, at + 4)
            at += 4 + PAGE + 4
        return b""
    finally:
        file.xClose()


_UNDER: dict[str, UnderVFS] = {}
