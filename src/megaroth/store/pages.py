"""Every page of a ledger's file carries a digest of itself: a changed byte is noticed wherever it is.

The digest stands in the last 16 bytes of each page, which SQLite keeps free for extensions ("reserved bytes"): the file
stays plain SQLite for every other reader. The digest is made when SQLite hands a page to the disk and compared when
it asks for one; it covers the page's place too, so that two pages changed for one another are noticed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import count

import apsw

PAGE = 4096
DIGEST = 16
_HEADER = 100
"""Bytes of the file's header, which SQLite looks at before it knows the size of pages; page 1 is read whole after it."""
_NUMBERS = count()


def digest_of(page: bytes, offset: int) -> bytes:
    """The digest of a page at an offset in the file."""
    place = offset.to_bytes(8, "big")
    return hashlib.blake2b(page[: PAGE - DIGEST], digest_size=DIGEST, key=place, person=b"megaroth page").digest()


def intact(page: bytes, offset: int) -> bool:
    """Whether a page is as it was written."""
    return len(page) == PAGE and page[PAGE - DIGEST :] == digest_of(page, offset)


def damaged_pages(read: Callable[[int, int], bytes], size: int) -> list[int]:
    """The pages, counted from 1, that are not as they were written; a piece of a page at the end is one of them."""
    pages = -(-size // PAGE)
    return [number + 1 for number in range(pages) if not intact(read(PAGE, number * PAGE), number * PAGE)]


class PagesFile(apsw.VFSFile):
    """A file of SQLite's whose pages are sealed and compared, if it is the ledger itself and no journal."""

    def __init__(self, vfs: str, name: str | apsw.URIFilename | None, flags: list[int], owner: PagesVFS) -> None:
        super().__init__(vfs, name, flags)
        self.owner = owner

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        """Bytes of the file, all but SQLite's first look at the header from a page that is as it was written."""
        if not self.owner.compares or offset + amount <= _HEADER:
            return super().xRead(amount, offset)
        number, start = divmod(offset, PAGE)
        if start + amount > PAGE:
            raise apsw.CorruptError("page 1 is not as it was written: it tells another size of pages")
        page = super().xRead(PAGE, number * PAGE)
        if page and not intact(page, number * PAGE):
            raise apsw.CorruptError(f"page {number + 1} is not as it was written")
        return page[start : start + amount]

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        """Bytes to the file; a page gets its digest."""
        if len(data) == PAGE and offset % PAGE == 0:
            data = data[: PAGE - DIGEST] + digest_of(data, offset)
        super().xWrite(data, offset)

    def damaged(self) -> list[int]:
        """All pages that are not as they were written. The caller holds a lock."""
        return damaged_pages(super().xRead, self.xFileSize())


class PagesVFS(apsw.VFS):
    """One for each open ledger, over a VFS of the machine (or of a test)."""

    def __init__(self, base: str) -> None:
        self.name = f"megaroth-{next(_NUMBERS)}"
        self.base = base
        self.main: PagesFile | None = None
        self.compares = True
        super().__init__(self.name, base)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        """Open a file; the ledger itself with sealed pages."""
        if not flags[0] & apsw.SQLITE_OPEN_MAIN_DB:
            return apsw.VFSFile(self.base, name, flags)
        self.main = PagesFile(self.base, name, flags, self)
        return self.main
