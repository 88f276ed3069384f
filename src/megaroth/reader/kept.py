"""What the compiler of regular expressions makes of our patterns, kept where Python keeps its bytecode: it is made once.

A plan document needs up to a thousand patterns, and to compile them takes longer than to read it. The child that reads looks
here before it has seen any of the document (`ready`); a pattern that is not here is compiled, as ever. An entry is found by
the text of its pattern, so an old one cannot be taken for a new one, and the file names the Python that made it.
"""

from __future__ import annotations

import array
import contextlib
import importlib
import marshal
import os
import re
import sys
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

FILE = (__spec__.cached or "").removesuffix("pyc") + "patterns"
"""Beside the bytecode of this module: `__pycache__/kept.cpython-311.patterns`."""
_MADE_BY = f"{sys.version} {sys.byteorder}"
_CHECK = 4
_MOST = 2
_ENGINE: Any = importlib.import_module("_sre")

Key = tuple[str, int]
_places: dict[Key, tuple[int, int, tuple[Any, ...]]] = {}
_codes = b""


def compiled(text: str, flags: int) -> re.Pattern[str]:
    """`re.compile`, or what it made of this text before."""
    place = _places.get((text, int(flags)))
    if place is None:
        return re.compile(text, flags)
    start, end, (flags_made, groups, index, names) = place
    code = memoryview(_codes)[start:end].cast("I").tolist()
    made: re.Pattern[str] = _ENGINE.compile(text, flags_made, code, groups, index, names)
    return made


def ready(patterns: Iterable[Key]) -> None:
    """Have what is kept at hand; where one of these patterns is missing, make them all and keep them for the next time."""
    _load()
    asked = set(patterns)
    if not asked <= _places.keys() and FILE != "patterns":
        # Nowhere to write, or another Python: they are compiled as needed.
        with contextlib.suppress(OSError, AttributeError):
            both = asked | _places.keys()
            _keep(both if len(both) <= _MOST * len(asked) else asked)  # what former versions asked goes in the end
            _load()


def _load() -> None:
    """Nothing at all of a file that is damaged or was made by another Python."""
    global _places, _codes
    _places, _codes = {}, b""
    try:
        with open(FILE, "rb") as file:  # noqa: PTH123 - pathlib is not imported in the child
            body = file.read()
        if zlib.crc32(memoryview(body)[_CHECK:]) == int.from_bytes(body[:_CHECK], "little"):
            made_by, places, codes = marshal.loads(memoryview(body)[_CHECK:])  # noqa: S302 - as trusted as the bytecode beside it
            if made_by == _MADE_BY:
                _places, _codes = places, codes
    except (OSError, EOFError, ValueError, TypeError):
        return


def _keep(keys: set[Key]) -> None:
    places: dict[Key, tuple[int, int, tuple[Any, ...]]] = {}
    codes = bytearray()
    for text, flags in sorted(keys):
        flags_made, code, *rest = _arguments(text, flags)
        packed = array.array("I", code).tobytes()
        places[text, flags] = (len(codes), len(codes) + len(packed), (int(flags_made), rest[0], dict(rest[1]), rest[2]))
        codes += packed
    body = marshal.dumps((_MADE_BY, places, bytes(codes)))
    mine = f"{FILE}.{os.getpid()}"
    with open(mine, "wb") as file:  # noqa: PTH123
        file.write(zlib.crc32(body).to_bytes(_CHECK, "little") + body)
    os.replace(mine, FILE)  # noqa: PTH105


def _arguments(text: str, flags: int) -> tuple[Any, ...]:
    """What the compiler hands to the engine for a pattern, but for its text; the engine makes the same pattern of it again."""
    compiler: Any = importlib.import_module("re._compiler")
    handed: list[tuple[Any, ...]] = []

    class Engine:
        def __getattr__(self, name: str) -> Any:
            return getattr(_ENGINE, name)

        def compile(self, *given: Any) -> Any:
            handed.append(given)
            return _ENGINE.compile(*given)

    compiler._sre = Engine()
    try:
        made = compiler.compile(text, flags)
    finally:
        compiler._sre = _ENGINE
    if len(handed) != 1 or made != re.compile(text, flags):
        raise AttributeError("this Python compiles patterns in another way")
    return handed[0][1:]
