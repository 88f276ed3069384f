"""What a sentence is about, where a short line above it says so: the question, the heading, or an item that is no sentence."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.context import Document
    from megaroth.reader.units import Unit

REACH = 4
"""So many units a caption may stand above what it is about."""
ASKS_FOR_RATE = Pattern(
    r"\b(?:pick|choos\w+|set|select|decid\w+|elect)\b[^.;?]{0,20}\b(?:rate|percent\w*|amount|how much)\b|\bhow much\b[^.;?]{0,30}\b(?:save|contribut|defer|put)\w*|\byour (?:own )?(?:contribution|deferral|savings|saving) (?:rate|percent\w*)"
)
"""A heading or question that asks for the rate: `Pick a rate`, `How much can I save?`."""
ONLY_A_BOUND = Pattern(r"^\W*(?:the |your )?(?:max(?:imum)?|most|upper limit|limit|cap|range|rate)\W*$")
"""A label that only says that its number bounds: what is bounded stands above it."""
_SAYS = Pattern(
    r"\d|\b(?:is|are|was|were|will|may|can|must|has|have|does|do|you|we|they|it|offers?|allows?|permits?|matches|contributes?)\b|[;:]$"
)


def above(document: Document, unit: Unit, place: int) -> str:
    """The heading, the lead-in and the question of a unit, and the short line above it, nearest first."""
    told = [document.lead_of(unit), document.follows.get(id(unit), ""), _line_above(document, unit, place)]
    told += [document.heads[head] for head in unit.heads[:2] if head != unit.raw]
    return " < ".join(text for text in told if text)


def _line_above(document: Document, unit: Unit, place: int) -> str:
    for before in reversed(document.units[max(0, place - REACH) : place]):
        if (before.heads != unit.heads and before.raw not in unit.heads) or abs(before.page - unit.page) > 1:
            return ""
        if before.kind == "question" or (len(before.raw.split()) < 8 and not _SAYS.search(before.norm)):
            return before.norm
        if before.kind in ("heading", "cell", "contents"):
            return ""
    return ""
