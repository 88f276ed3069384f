"""Two plans of which one goes into the other: what is said of the one that goes says nothing of the plan there is from then on.

`The Old Mill 401(k) Plan will merge into the New Mill Savings Plan`, and further down `Old Mill: 25% of the first 8%`,
`Old Mill matched 25%`, or a column below its name. Where the day is still to come, both are left to contradict one another.
"""

from __future__ import annotations

from megaroth.reader.pattern import Pattern
from megaroth.reader.when import DATES, iso
from megaroth.reader.whose import proper_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.context import Document
    from megaroth.reader.units import Claim, Unit

_NAME = r"(?:(?:[A-Z]|401|403)[\w.&'’()-]*,? (?:(?:&|and|of) )?){1,8}?(?:[Pp]lan|401\(k\)(?: [Pp]lan)?)"
_HINTS = ("merg", "become part of", "becoming part of", "transferred to the ", "moved to the ", "folded into", "rolled into", "moves to the ")  # fmt: skip
_INTO = Pattern(
    r"\b(?:(?:merg|fold|roll|mov|consolidat|combin|transfer)\w* (?:in)?to|merg\w+ with|becom\w+ (?:a )?part of) (?:the )?[A-Z]",
    "merg", "fold", "roll", "mov", "consolidat", "combin", "transfer", "part of",
)  # fmt: skip
_GOES_INTO = Pattern(
    rf"\b(?P<old>{_NAME})(?: \([^()]*\))?,? (?:(?:is|are|was|were|will|has|been|be|being|to|become|then) )*(?:(?:merg|fold|roll|mov|consolidat|combin|transfer)\w* (?:in)?to|merg\w+ with|becom\w+ (?:a )?part of|part of) (?:the )?(?P<new>{_NAME})",
    "merg", "fold", "roll", "mov", "consolidat", "combin", "transfer", "part of",
)  # fmt: skip
_GO_TO = Pattern(
    rf"\b(?:[Bb]alances?|[Aa]ccounts?|[Aa]ssets|[Mm]oney)\b[^.;]{{0,40}}? (?:(?:is|are|was|were|will|be|has|have|been) )*(?:transferred|moved|merged|rolled) (?:in)?to (?:the )?(?P<new>{_NAME})",
    "transferred", "moved", "merged", "rolled",
)  # fmt: skip
_WHAT_BECOMES = Pattern(
    rf"^\W*What (?:becomes|happens|will happen|will become) (?:of|to|with) (?:my |the |our |your )*(?P<old>{_NAME})",
    "What ",
)
_WORD = Pattern(
    r"\b(?P<word>[a-z][\w.&-]*\b)(?!(?:['’]s)? (?:(?:current|former|active) )?(?:employees?|associates?|colleagues?|participants?|members?|teammates?|team|people|staff|service|years?|balances?|accounts?|money|loans?|election|rate)\b)"
)
"""Not of the people who come along: `Old Mill associates get 100% of the first 4%`."""
_TO_BE = Pattern(r"\b(?:will|shall|you'll|from then on|once (?:the|you|we|it|they))\b")


_LOOKED_AT = ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal", "roth_deferrals")
"""Whose money these are, rules of their own have asked."""


def only_of_the_new(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims without those of a plan that has gone into the one of which the others are."""
    if not any(word in document.text for word in _HINTS):
        return claims
    old, new = _names(document)
    if not old:
        return claims
    return [claim for claim in claims if claim.field in _LOOKED_AT or not _is_of(document, claim.unit, old, new)]


def one_gives_way(document: Document) -> bool:
    """Whether a document tells which of two plans goes into the other."""
    return any(word in document.text for word in _HINTS) and bool(_names(document)[0])


def _names(document: Document) -> tuple[str, str]:
    """The first word of the name of the plan that goes, and of the one there will be; empty where there is no such pair, or not yet."""
    today = document.today.isoformat()
    pairs: set[tuple[str, str]] = set()
    asked = ""
    for unit in document.units:
        if unit.kind == "question" and (found := _WHAT_BECOMES.match(unit.raw)):
            asked = _first_word(found["old"])
        if not _INTO.search(unit.raw):
            continue
        if found := _GOES_INTO.search(unit.raw):
            pairs.add((_first_word(found["old"]), _first_word(found["new"])))
        elif asked and (found := _GO_TO.search(unit.raw)):
            pairs.add((asked, _first_word(found["new"])))
        else:
            continue
        if any(iso(day) > today for day in DATES.finditer(unit.norm)):
            return "", ""
    olds, news = {old for old, _ in pairs}, {new for _, new in pairs}
    if len(olds) != 1 or len(news) != 1 or olds & news or "" in olds | news:
        return "", ""
    return olds.pop(), news.pop()


def _first_word(name: str) -> str:
    return next(iter(proper_words(name)), "")


def _is_of(document: Document, unit: Unit, old: str, new: str) -> bool:
    """Whether a unit speaks of the plan that goes and not of the other: by its own words, or as a cell of its column."""
    named = {found["word"] for found in _WORD.finditer(unit.norm)}
    if unit.cell is not None and " | " in (lead := document.lead_of(unit)) and not named & {old, new}:
        named = set(lead.rpartition(" | ")[2].lower().split())
    return old in named and new not in named and not (unit.cell is None and _TO_BE.search(unit.norm))
