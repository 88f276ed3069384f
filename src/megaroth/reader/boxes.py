"""Tick boxes in the marks that programs leave of them: `☒`, `[X]`, `/X/`, the thorn of a symbol font, a bare X before an option."""

from __future__ import annotations

import re
from functools import lru_cache

from megaroth.reader.pattern import Pattern

_OPTION_WORDS = r"(?:yes|no|does not|does|do not|do|is not|is|are not|are|shall not|shall|will not|will|may not|may|not permitted|permitted|not allowed|allowed|not applicable|n/a)"
X_ALONE = "\ue0f8"
"""What stands for an X that is a tick though it has no box (`entries.py`), of private use."""
ON = r"(?:[☑☒✓✔🗹🗷⊠þý\uf0fe\uf078\uf0fd\ue0f8]|\[\s*[xX✓✔]\s*\]|\(\s*[xX•●◉⦿]\s*\)|/\s?[xX]\s?/|(?<!\w)_[xX✓]_(?![\w_]))"
OFF = r"(?:[☐□🞎▢❏❑¨\uf06f\uf0a8\uf071]|\[\s*\]|\(\s{1,3}\)|/ {1,3}/|(?<![\w$_])_{3}(?=\s+(?:\([a-z\d]{1,2}\)|\d{1,2}-\d|\b(?:yes|no|not|none|does|applies|allowed|permitted|permits|allows|accepts|offers)\b)))"
_BARE = rf"(?<![\w'’])[xX](?=\s+{_OPTION_WORDS}\b)"
_TICKED = Pattern(rf"^\s*(?:{ON}|■|[xX]\s+(?=\(?[a-z0-9]{{1,2}}[.)]))")
_UNTICKED = Pattern(rf"^\s*(?:{OFF}|\(\s*\)|_{{2,4}}\s)")
_ANY = Pattern(rf"{ON}|{OFF}|■")
_EMPTY = Pattern(OFF)
_SIGN = Pattern("[☑☒✓✔🗹🗷⊠þý\uf0fe\uf078\uf0fd\ue0f8☐□🞎▢❏❑¨\uf06f\uf0a8\uf071■\\[(/_]")
"""What every box has one of: most texts have none, and that is seen fast."""
_PAIR = Pattern(
    rf"(?P<a>{ON}|{OFF}|■|{_BARE})\s*(?P<first>{_OPTION_WORDS})\b[\s,/;]*(?:or )?(?P<b>{ON}|{OFF}|■|{_BARE})\s*(?P<second>{_OPTION_WORDS})\b",
    flags=re.IGNORECASE,
)
_WHAT_ELSE = Pattern(
    r"\W*(?:be )?(?:matched|match-eligible|eligible|included|counted|considered|taken|subject|vested|tested|limited)\b",
    flags=re.IGNORECASE,
)
"""`After-tax contributions ☐ are ☒ are not matched`: no choice of whether there are any."""
_BARE_X = Pattern(r"(?<![\w'’])[xX]\s")
_IS_ON = Pattern(rf"{ON}|■|[xX]")
_BOX = Pattern(rf"\s+(?={ON}|{OFF})")
_OPENS = Pattern(rf"(?:{ON}|{OFF})\s*\(?[a-z0-9]{{1,2}}[.)]\s")
_NUMBER = Pattern(r"^\s*\d{1,2}[A-Z]?(?:[.-]\d{1,2})?$")
_STRIP = Pattern(rf"^\s*(?:{ON}|{OFF})\s*")


def _begins_with_a_word(text: str) -> bool:
    """Most texts do, and then with no box; an X may be one."""
    first = text[:1]
    return first.isalnum() and first.isascii() and first not in "xX"


def tick_of(text: str) -> bool | None:
    """Whether a text begins with a tick box, and what the box says; a black square alone may be a bullet."""
    if _begins_with_a_word(text):
        return None
    if _TICKED.match(text):
        return None if text.lstrip().startswith("■") else True
    return False if _UNTICKED.match(text) else None


def has_empty(text: str) -> bool:
    """Whether an empty box stands anywhere in a text."""
    return bool(_SIGN.search(text)) and bool(_EMPTY.search(text))


def is_ticked(text: str) -> bool:
    """Whether a text begins with a ticked box, a black square counted as one."""
    return not _begins_with_a_word(text) and bool(_TICKED.match(text))


def is_unticked(text: str) -> bool:
    """Whether a text begins with an empty box."""
    return not _begins_with_a_word(text) and bool(_UNTICKED.match(text))


def is_bare(text: str) -> bool:
    """Whether a text is a box and nothing else."""
    return len(text) < 6 and bool(text.strip()) and not _STRIP.sub("", text).strip()


@lru_cache(maxsize=2**12)
def has_box(text: str) -> bool:
    """Whether a tick box stands in a text."""
    if text.isascii() and "(" not in text and "[" not in text and "/" not in text and "_" not in text:
        return False
    return bool(_SIGN.search(text) and _ANY.search(text))


def choice(text: str) -> str:
    """`☐ does ☒ does not`: the words that are ticked; empty where there is no such pair or not exactly one tick."""
    if not (has_box(text) or _BARE_X.search(text)):
        return ""
    pairs = list(_PAIR.finditer(text))
    if len(pairs) != 1:
        return ""
    found = pairs[0]
    ticks = [bool(_IS_ON.match(found[name])) for name in ("a", "b")]
    if sum(ticks) != 1 or _WHAT_ELSE.match(text[found.end() :]):
        return ""
    return found["first" if ticks[0] else "second"].lower()


def choices(text: str) -> list[tuple[bool, str]]:
    """Every box of a text with the words behind it: `[ ] will [ ] may [X] will not make …`."""
    found = list(_ANY.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    return [
        (bool(_IS_ON.match(each[0])), text[each.end() : end].strip()) for each, end in zip(found, ends, strict=True)
    ]


def options(text: str) -> list[str]:
    """A text cut before each tick box that opens an option; a pair of `yes` and `no` stays together."""
    if not has_box(text):
        return [text]
    parts: list[str] = []
    start = 0
    for cut in _BOX.finditer(text):
        before = text[: cut.start()]
        opens = before.endswith((".", ":", ";", ")")) or _NUMBER.match(before) or _OPENS.match(text[cut.end() :])
        if not (opens or tick_of(text[start : cut.start()]) is not None):
            continue
        if _PAIR.match(text[cut.end() :]) or _PAIR.search(text[start : cut.end() + 20]):
            continue
        if text[start : cut.start()].strip():
            parts.append(text[start : cut.start()])
            start = cut.end()
    return [*parts, text[start:]]


def without_box(text: str) -> str:
    """A text without the box that it begins with."""
    return _STRIP.sub("", text, count=1)
