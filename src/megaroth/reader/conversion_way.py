"""How conversion goes, by the whole document: `on-request` only where nothing hints that it goes, or can be set up to go, by itself.

A hint that is clear, and goes on about the conversion that was claimed, says `automatic`; any other leaves the way open.
"""

from __future__ import annotations

from megaroth.reader.automatic_conversion import may_go_by_itself
from megaroth.reader.context import Document
from megaroth.reader.conversion_act import acts, is_act
from megaroth.reader.conversion_hints import CLEAR, hint, is_a_rhythm, is_by_hand, is_denied
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_CHOSEN = Pattern(
    r"^(?!.*\b(?:not|no|never|enrol\w*|increas\w*|deferrals?|escalat\w*|rebalanc\w*)\b)(?:[^.;]* )?(?:automatic(?:ally)?|standing|recurring)\b",
    "automatic", "standing", "recurring",
)  # fmt: skip
"""`Call, or choose automatic at sign-up`, in a few words below a title on conversion."""


def decide(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims, with `automatic` beside or without `on-request` where a hint says so: a wrong way costs tax on earnings."""
    of_it = [claim for claim in claims if claim.field == "in_plan_conversion"]
    ways = {claim.value for claim in of_it}
    if "on-request" not in ways or "automatic" in ways or document.template:
        return claims
    claimed = {id(unit): claim for claim in of_it if claim.value == "on-request" for unit in (claim.unit, *claim.also)}
    doubt: Unit | None = None
    last: Claim | None = None
    since = 9
    spoken: tuple[str, ...] = ()
    by_hand: tuple[str, ...] | None = None
    before: Unit | None = None
    early: Unit | None = None
    for unit in document.units:
        if unit.kind == "contents" or unit.ticked is False:
            continue
        if doubt is not None and doubt is before and _IT_IS_NOT.search(unit.norm) and unit.heads == doubt.heads:
            doubt = None  # `Many ask for an automatic option. It is not offered.`
        before = unit
        claim, since = claimed.get(id(unit)), since + 1
        if claim is not None:
            last = claim
        near = since < _REACH and (unit.heads == spoken or unit.kind == "item" or unit.cell is not None)
        said = "" if unit.kind == "question" else _hints(document, unit, near)
        if said == CLEAR and last is not None and (near or claim is not None) and "@pre" not in unit.norm:
            also = () if last.unit is unit else (last.unit,)
            return [*claims, Claim("in_plan_conversion", "automatic", unit, 2, also=also)]
        if said == CLEAR and last is None and _TITLE.search(document.heads_of(unit, 1)):
            early = early or unit
        if said and not (by_hand == unit.heads and is_a_rhythm(unit.norm)):
            doubt = doubt or unit
        if (near or claim is not None) and is_denied(unit.norm):
            by_hand = unit.heads
        if claim is not None or acts(unit.norm) or is_act(unit.norm):
            since, spoken = 0, unit.heads
    if early is not None and last is not None:
        return [*claims, Claim("in_plan_conversion", "automatic", early, 2, also=(last.unit,))]
    if doubt is None:
        return claims
    document.doubts.append(
        f"Page {doubt.page} may say that conversions go by themselves: “{doubt.raw[:200]}”. Ask whether they do, or have to be requested each time."
    )
    return [claim for claim in claims if (claim.field, claim.value) != ("in_plan_conversion", "on-request")]


_REACH = 4
_TITLE = Pattern(r"^[^<]*@at\b[^<]*\bconver|^[^<]*\bconver[^<]*@at\b", "@at")
"""The title of a passage on converting after-tax money, which may give the way before anything says that there is one."""
_IT_IS_NOT = Pattern(
    r"^(?!.*\b(?:unless|until you|but you|if you|only|except|instead)\b).*\b(?:it|this|that|they|one) (?:is|are|has|have) not (?:yet |currently |been |now )*(?:available|offered|supported|allowed|permitted|possible|added|adopted|part|something|an option|a feature)\b|^(?:our|the|this) plan (?:does|do) not (?:yet |currently )?(?:have|offer|support|allow|permit) (?:it|this|that|one)\b|^we do not (?:yet |currently )?(?:have|offer|support|allow|permit) (?:it|this|that|one)\b",
    " not ",
)  # fmt: skip


def _hints(document: Document, unit: Unit, near: bool) -> str:
    """What a unit hints at, where it is on conversion: by its own words, its title, or as it goes on about what stands before."""
    text = unit.norm
    above = bool(unit.heads) and is_act(document.heads_of(unit, 1))
    if (near or above or "conver" in text or is_act(text)) and (
        said := hint(
            text, (near or above) and unit.kind != "heading" and (unit.cell is not None or text.endswith((".", "!")))
        )
    ):
        return said
    if "@pre" in text or is_by_hand(text):
        return ""
    return "unclear" if may_go_by_itself(text) or (_CHOSEN.search(text) and _is_on_conversion(document, unit)) else ""


def _is_on_conversion(document: Document, unit: Unit) -> bool:
    """Whether a unit is a cell, of few words, of a table on conversion: prose has a subject of its own."""
    if unit.cell is None or len(unit.norm.split()) > 15:
        return False
    return "conver" in f"{document.heads_of(unit, 2)} {document.lead_of(unit)}"
