"""The range of pay that one may contribute, where a document knows no after-tax money: whatever it is said of, it is that of deferrals."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim

_LEAST = 20
"""A range that ends lower may be one of a match, or of some people."""
_RANGE = Pattern(
    r"\b(?:(?:from|between|anywhere|anything|any|as little as) )*(?:0|1)(?:\.\d)?%? ?(?:-|–|to|through|and|up to) ?(?P<most>[2-9]\d|100)%(?!\s*(?:match|vest|of (?:the|your|any|each|that|our) (?:match|account|balance|first|contribution|vested|cost|premium|loan)))",
    "%",
)
_ONE_PUTS_IN = Pattern(
    r"\b(?:contribut\w*|sav(?:e|ing|ings)|defer\w*|put|set aside|elect\w*|choose|withh\w+|rate|per paycheck|paycheck|allows?|of (?:\w+ ){0,3}(?:pay|compensation|comp|earnings|salary|wages|base))\b"
)
_ANOTHER_MATTER = Pattern(
    r"\b(?:match\w*|vest\w*|increas\w*|enrol\w*|loans?|withdr\w*|highly|hces?|catch-?up|stock|espp|shares?|hsa|fsa|insurance|premiums?|profit|non-?elective|company|employer|bonus(?:es)? (?:only|deferral)|brackets?|tax(?:es|ed) at|return|invest\w*|fund|if|example|last year|previous\w*|former\w*|was|were|after-tax|@at|physicians?|partners?|new plan|old plan|deferred compensation|nonqualified)\b"
)


def claims_of(document: Document) -> list[Claim]:
    """At most one claim, for where nothing else is claimed of caps."""
    if document.after_tax_is_true or "@at" in document.text or document.template or document.general:
        return []
    for place, unit in enumerate(document.units):
        after = "".join(each.norm for each in document.units[place + 1 : place + 2])
        if unit.kind in ("contents", "question") or "%" not in unit.norm or unit.ticked is not None:
            continue
        found = _RANGE.search(unit.norm)
        if (
            found
            and "@amb" not in after
            and int(found["most"]) >= _LEAST
            and _ONE_PUTS_IN.search(f"{unit.norm} {document.lead_of(unit)} {document.heads_of(unit, 1)}")
            and not _ANOTHER_MATTER.search(f"{unit.norm} {document.lead_of(unit)} {document.heads_of(unit, 1)}")
            and not document.is_condition(unit)
            and document.decides(unit)
        ):
            return [Claim("deferral_cap_percent", found["most"], unit, 1)]
    return []
