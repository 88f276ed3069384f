"""What follows where nothing else is said: a sentence that lets one put in so much after-tax lets one put it in."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.context import Document

_LETS = Pattern(
    r"\b(?:you|participants?|employees?|members?|associates?|colleagues?) (?:can|may) (?:also |now )?(?:put (?:in|up to)|contribut|sav|set aside|add|elect|choose|direct|defer|go (?:up )?(?:to|as))\w*\b(?!.*\b(?:loan|withdr\w*|conver\w*|rollovers?)\b)",
    " can ",
    " may ",
)


def of_a_cap(document: Document, claims: list[Claim]) -> list[Claim]:
    """After-tax contributions, where one claim caps them at more than nothing, lets people put that in, and no other is on them."""
    if document.template or document.general or not document.after_tax_is_true:
        return []
    if any(claim.field in ("after_tax_allowed", "after_tax_doubt") for claim in claims):
        return []
    for claim in claims:
        if claim.field != "after_tax_cap_percent" or not str(claim.value).strip("0."):
            continue
        if _LETS.search(claim.unit.norm) and not document.is_condition(claim.unit):
            return [Claim("after_tax_allowed", "yes", claim.unit, 1, "implied: so much of it may be put in")]
    return []
