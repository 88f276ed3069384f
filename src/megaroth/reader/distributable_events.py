"""Lists of distributable events that say they are the whole list: where after-tax money is not on it, it may not be withdrawn."""

from __future__ import annotations

import re

from megaroth.reader.come_out import IN_SERVICE
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim

_CLOSED_LIST = Pattern(
    r"\b(?:withdraw\w*|take (?:money|out|amounts)|access)\b[^.;]{0,90}\bonly\b|\bonly\b[^.;]{0,60}\b(?:withdraw\w*|take (?:money|amounts))\b"
)
_KNOWN_REASON = Pattern(
    r"\b(?:loans?|hardship|59\.5|age \d\d|disab\w*|death|rollovers?|birth|adoption|disaster|emergency|military|deployed|domestic abuse|terminal\w*|retire\w*|terminat\w*|sever\w*|separat\w*)\b"
)
_OTHER_REASON = Pattern(
    r"@at|\bvoluntary|\bnonroth|\bany (?:reason|time|purpose)|\bother\b|\bemployee contributions|\bthrift|\bnondeductible|\ball (?:accounts|amounts)|\bvested"
)


_OTHERS_ALONE = Pattern(
    r"^(?:your |the |all |any |of )*(?:@pre|@roth|match\w*|employer|company|rollovers?|deferrals?)\b[^.;:]{0,60}\b(?:may|can|are|is|will) (?:only |not )?be\b"
)


def closed_lists(document: Document) -> list[Claim]:
    """`You may withdraw only for: loan, hardship, 59½`: a list without after-tax money that says it is the whole list."""
    if "@at" not in document.text or document.template or document.general:
        return []
    found: list[Claim] = []
    for place, unit in enumerate(document.units):
        text = unit.norm
        if "only" not in text:
            continue
        if (unit.kind in ("contents", "question", "heading") and not text.endswith(":")) or document.is_condition(unit):
            continue
        if _OTHERS_ALONE.match(text):
            continue  # `Pre-tax and Roth contributions may be withdrawn only …`
        if "@at" in text.partition("only")[0]:
            continue  # of this money itself it names an age or a need, and that is no answer
        if not _CLOSED_LIST.search(text) or not (
            IN_SERVICE.search(text) or IN_SERVICE.search(document.heads_of(unit, 1))
        ):
            continue
        if text.endswith(":"):
            items = []
            for each in document.units[place + 1 : place + 12]:
                if each.lead != unit.raw:
                    break
                items.append(each)
            listed = [re.sub(r"\brollover contributions?, (?:at )?any ?time", "rollover", each.norm) for each in items]
        else:
            items, listed = [unit], re.split(r",| or |\(\d\)|\([a-z]\)", re.split(r"\bonly\b", text, maxsplit=1)[-1])
            listed = [part for part in listed if len(part.split()) > 1 or _KNOWN_REASON.search(part)]
        known = [bool(_KNOWN_REASON.search(part)) and not _OTHER_REASON.search(part) for part in listed]
        if len(known) > 1 and all(known):
            note = "implied: the list of withdrawals is closed, and after-tax money is not on it"
            found.append(
                Claim("in_service_withdrawal", "no", unit, 1, note, tuple(each for each in items if each is not unit))
            )
    return found
