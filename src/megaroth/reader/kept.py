"""What the compiler of regular expressions makes of our patterns, kept where Python keeps its bytecode: it is made once.

A plan document needs up to a thousand patterns, and to compile them takes longer than to read it. The child that reads looks
here before it has seen any of the document (`ready`); a pattern that is not here is compiled, as ever. An entry is found by
the text of its pattern, so an old one cannot be taken for a new one, and the file names the Python that made it. The file is
mapped into memory and not read: of its megabytes a document needs a sixth.
"""

from __future__ import annotations

import array
import contextlib
import importlib
import marshal
import mmap
import os
import re
import sys
import time
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

FILE = (__spec__.cached or "").removesuffix("pyc") + "patterns"
"""Beside the bytecode of this module: `__pycache__/kept.cpython-311.patterns`."""
_MADE_BY = f"{sys.version} {sys.byteorder}"
_NUMBER = 4
"""Bytes of a number at the beginning of the file."""
_NO_PLACE = (0, 0, 0)
_MOST = 2
_SECONDS = 1.5
"""Of processor time to make patterns in before a document is read: the first two or three readings share it."""
_ENGINE: Any = importlib.import_module("_sre")

Key = tuple[str, int]
_places: dict[Key, tuple[int, int, int]] = {}
"""Where in the file each pattern begins and ends, and the check of what stands there."""
_codes: memoryview = memoryview(b"")
"""The file, of which only those pages are read where a pattern is that a document needs."""


def compiled(text: str, flags: int) -> re.Pattern[str]:
    """`re.compile`, or what it made of this text before."""
    start, end, check = _places.get((text, int(flags)), _NO_PLACE)
    body = _codes[start:end]
    if not body or zlib.crc32(body) != check:
        return re.compile(text, flags)
    flags_made, groups, index, names, packed = marshal.loads(body)  # noqa: S302 - as trusted as the bytecode beside it
    made: re.Pattern[str] = _ENGINE.compile(
        text, flags_made, memoryview(packed).cast("I").tolist(), groups, index, names
    )
    return made


def ready(patterns: Iterable[Key]) -> None:
    """Have what is kept at hand; where some of these patterns are missing, make as many as there is time for and keep them, too."""
    _load()
    asked = set(patterns)
    if not asked <= _places.keys() and FILE != "patterns":
        # Nowhere to write, or another Python: they are compiled as needed.
        with contextlib.suppress(OSError, AttributeError):
            both = asked | _places.keys()
            _keep(both if len(both) <= _MOST * len(asked) else asked)  # what former versions asked goes in the end
            _load()


def _load() -> None:
    """Nothing at all of a file that ends early or was made by another Python."""
    global _places, _codes
    _places, _codes = {}, memoryview(b"")
    try:
        with open(FILE, "rb") as file:  # noqa: PTH123 - pathlib is not imported in the child
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        check, end = (int.from_bytes(whole[at : at + _NUMBER], "little") for at in (0, _NUMBER))
        if zlib.crc32(whole[_NUMBER:end]) == check:
            made_by, size, places = marshal.loads(whole[2 * _NUMBER : end])  # noqa: S302
            if (made_by, size) == (_MADE_BY, len(whole) - end):
                _places, _codes = places, whole[end:]
    except (OSError, EOFError, ValueError, TypeError):
        return


def _keep(keys: set[Key]) -> None:
    """Write a check and the end of the index, the index, and what was made of each pattern: before, or until the time is up."""
    places: dict[Key, tuple[int, int, int]] = {}
    codes = bytearray()
    ends = time.process_time() + _SECONDS
    for key in sorted(keys):
        start, end, check = _places.get(key, _NO_PLACE)
        body = bytes(_codes[start:end])
        if not body or zlib.crc32(body) != check:
            if time.process_time() > ends:
                continue  # the next reading goes on with it
            flags, code, groups, index, names = _arguments(*key)
            body = marshal.dumps((int(flags), groups, dict(index), names, array.array("I", code).tobytes()))
        places[key] = (len(codes), len(codes) + len(body), zlib.crc32(body))
        codes += body
    told = marshal.dumps((_MADE_BY, len(codes), places))
    told = (2 * _NUMBER + len(told)).to_bytes(_NUMBER, "little") + told
    mine = f"{FILE}.{os.getpid()}"
    with open(mine, "wb") as file:  # noqa: PTH123
        file.write(zlib.crc32(told).to_bytes(_NUMBER, "little") + told + codes)
    os.replace(mine, FILE)  # noqa: PTH105


def _arguments(text: str, flags: int) -> tuple[Any, ...]:
    """What the compiler hands to the engine for a pattern that was tuned, but for its text."""
    from megaroth.reader import tuned

    compiler: Any = importlib.import_module("re._compiler")
    handed: list[tuple[Any, ...]] = []

    class Engine:
        def __getattr__(self, name: str) -> Any:
            return getattr(_ENGINE, name)

        def compile(self, *given: Any) -> Any:
            handed.append(given)
            return _ENGINE.compile(*given)

    parsed = tuned.tree(text, flags)
    usual = compiler._get_charset_prefix
    compiler._sre, compiler._get_charset_prefix = Engine(), tuned.begins_with
    try:
        made = compiler.compile(parsed, flags)
    finally:
        compiler._sre, compiler._get_charset_prefix = _ENGINE, usual
    if len(handed) != 1 or made.groups != parsed.state.groups - 1:
        raise AttributeError("this Python compiles patterns in another way")
    return handed[0][1:]
