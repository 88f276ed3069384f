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


WITHIN_IT = Pattern(
    r"\([^()]*%[^()]*\)|(?:[,;]| -)? ?(?:except(?: that)?|but|provided(?: that)?|however|although|subject to|as long as|so long as)\b[^%]*%.*$|; .*%.*$",
    "%",
)
ON_AFTER_TAX = Pattern(
    r"^(?!.*(?:@pre|@roth|match|withdr|conver|catch))[^.]{0,40}@(?:at|amb|mega)\b[^.]{0,40}\b(?:faqs?|questions|guide|q ?& ?a|fact sheet|overview|basics|explained|at a glance)\b|^(?!.*(?:@pre|@roth|match|withdr|conver|catch))[^.]{0,20}\b(?:faqs?|questions|guide|fact sheet|overview|basics|about)\b[^.]{0,30}@(?:at|amb|mega)\b",
    "@a", "@mega",
)  # fmt: skip
"""A page of its own on after-tax contributions: what it limits without a name is these."""
ALL_OF_THEM = Pattern(
    r"^\W*(?:(?:taken |all )?together|combined|in total|in all|altogether|the (?:two|three|total|sum|combination)|(?:both|all)(?: (?:three|of them|of these))?|the total of (?:these|the (?:two|three)|all)|their (?:total|sum|combined))\b"
)
"""`Together they cannot be more than …`, of what the sentence before has named."""
FIRST_TIER = Pattern(
    r"^\W*(?:your |the |a participant's )?(?:regular|basic|base|core|primary|matched) (?:employee )?(?:savings|contributions?|deposits?)\b(?! (?:and|or|plus))",
    "regular", "basic", "base", "core", "primary", "matched",
)  # fmt: skip
AS_FIRST_TIER = Pattern(
    r"\b(?:as|in|for|of) (?:an? |your |the )?(?:regular|basic|base|core|primary|matched) (?:employee )?(?:savings|contributions?|deposits?)\b(?! (?:and|or|plus))(?![^.;]*\b(?:together|combined|total|supplement\w*|additional|unmatched|extra)\b)",
    "regular", "basic", "base", "core", "primary", "matched",
)  # fmt: skip
"""`You may save 1% to 6% of pay as a Basic Contribution`."""
SECOND_TIER = Pattern(
    r"\b(?:additional|supplement\w*|unmatched|extra|secondary|excess) (?:employee )?(?:savings|contributions?|deposits?)\b",
    "additional", "supplement", "unmatched", "extra", "secondary", "excess",
)  # fmt: skip
"""Savings in two tiers: what the first one reaches is no limit of what may be saved."""
TOLD_TO_FEW = Pattern(
    r"(?:^\W*|% (?:of [a-z ]{3,20} )?|\b(?:or|and|but) )(?:if|when) (?:the|your|an?|we) (?:(?:plan|employer|company|administrator|plan administrator)(?: \w+){0,2} )?(?:notif|inform|t(?:ell|old)|classif|determin|identif|designat|advis)\w*[^.;,]*\b(?:highly[- ](?:compensated|paid)|hces?\b)",
    "highly", "hce",
)  # fmt: skip
"""`If the Company has told you that you are highly compensated`: a group, and no condition of the plan."""
ONLY_BOUNDED = Pattern(r"^\W*(?:max(?:imum)?|limit|cap|at most|up to|no more than|not more than)\W*%?\W*$")
ALL_KINDS = Pattern(
    r"^\W*(?:all|total|combined|overall|sum of all) (?:of )?(?:employee |participant |your |these |the )*(?:contributions?|savings|sources|types|kinds)(?: of (?:contributions?|savings|money))?(?: combined| together| put together| in total)?(?:,? \(?(?:including|with|and|plus|both) (?:any |your |the )*(?:(?:@(?:pre|roth|at)|contributions?|savings|and|or|plus|catch-?up)[ ,/]*)+\)?)?\W*$"
    r"|^\W*(?:everything|all (?:of )?(?:them|three)|the three|all of it)(?: you (?:put in|save|contribute))?(?:,? (?:combined|together|put together|in total|added up))\W*$"
)
OF_ANOTHER_RATE = Pattern(
    r"\bmatch|\bvest|\bwithdr|\bdistribut|\bloan|\bauto|\bdefault|\bincreas|\bconver|\brollover|\breturn|\btax(?:es|ed)\b|\bcatch|\btest|\bfees?\b"
)
"""A section whose rows of kinds of money are no limits of what goes in."""
