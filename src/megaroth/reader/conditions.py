"""Turns of phrase that look like a condition and are none: `unless otherwise elected by the participant`, `as defined in the Plan`."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

_NO_CONDITION = Pattern(
    r",? ?\bunless (?:otherwise|affirmatively|(?:is |has been )?(?:elected|directed) otherwise|an? (?:other|different|alternative|affirmative)[a-z ]{0,20})\b(?: (?:is |has been )?(?:affirmatively )?(?:elected|selected|specified|indicated|directed|designated|provided)(?: otherwise)?)?\b(?! (?:in|by|under) the (?:plan|adoption|employer|company))"
    r"|,? ?\bas (?:otherwise )?(?:defined|permitted|provided|specified|described|allowed|allowable|determined|set forth|outlined) (?:for )?(?:in|by|under) (?:the |this |applicable )?(?:plan\b(?! (?:sponsor|administrator))|code\b|irc\b|irs\b|internal revenue|law\b|federal|sections?\b|company\b|regulations?\b)"
    r"|,? ?\bas (?:elected|selected|chosen|designated|directed) (?:by (?:the |each |an? |any )?(?:eligible )?(?:participant|employee|member)s?\b|in (?:their|his|the) salary)|,? ?\b(?:as |that are )?(?:prescribed|allowed|allowable|permitted|limited|imposed|established|set(?: forth)?|specified) (?:by|under) (?:federal|applicable|current|tax) (?:tax |income tax )?laws?\b|\b(?:from|of) (?:an |any |certain )?other (?:[a-z-]+ ){0,3}plans?\b",
    "unless", "as ", "other ", " law",
)  # fmt: skip


def is_condition(document: Document, unit: Unit) -> bool:
    """Whether a unit only says what would be if the plan allowed it."""
    if not _NO_CONDITION.search(unit.norm):
        return document.is_condition(unit)
    without = Unit(unit.page, unit.raw, lead=unit.lead)
    without.norm = _NO_CONDITION.sub("", unit.norm)
    return document.is_condition(without)
