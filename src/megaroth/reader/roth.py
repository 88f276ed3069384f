"""Are Roth deferrals taken: what a unit claims of `roth_deferrals`."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.conditions import is_condition
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import LEAD_IN, MAY, NOT, PLAN, TAIL, WHO, ticked_option
from megaroth.reader.units import Claim, Unit

_ROTH_MAY = Pattern(
    rf"\b{WHO}\b[^.;@]{{0,60}}?\b{MAY}\b(?P<gap>[^.;]{{0,170}}?)@roth\b(?! ira)|\b{PLAN}\b[^.;@]{{0,40}}?\b(?:permits?|allows?|accepts?|offers?|provides?(?: for)?|includes?)\b(?P<gap2>[^.;]{{0,80}}?)@roth\b(?! ira)"
    rf"|\b(?:ways|kinds|types|options|choices|basis)\b(?P<gap3>[^.;]{{0,80}}?)@roth\b(?! ira)|@roth(?: 401k)?(?: elective)?(?: deferral)?(?: contributions?| deferrals?)?(?:,? (?:and|or) @at(?: contributions?)?)? (?:are|is) (?:also |all )?(?:permitted|allowed|accepted|available|offered)"
    r"|\bchoose @pre\b[^.;]{0,30}@roth|\bon an? (?:@pre,? )?(?:or |and/or |and )?@roth\b[^.;]{0,20}\bbasis|\byour @roth (?:401k )?(?:contributions?|deferrals?|account)|@pre (?:contributions? |savings |deferrals? |amounts? )?(?:and|or|and/or|/)(?: to)? (?:employee |designated |elective |any )*@roth(?! in-plan| conver)|^@roth(?: 401k)?(?: contributions?| deferrals?)?:? (?:up to )?(?:\d+%? ?(?:-|to|through) ?)?\d+%|@roth(?: 401k)? contributions?,? (?:are|come|will be) (?:made|subject|deducted|calculated|limited|matched|out)|\b(?:offers?|adds?|adding|introduc\w+|permits?|allows?) (?:an? |the )?(?:new )?@roth(?: 401k)? (?:option|feature|contribution)|(?:\(@pre\)|traditional|@pre|\btax deferred\b\)?)(?: 401k)? (?:and|or|\+|&|/) @roth(?: 401k)? (?:options?|401k|\(|contributions?|deferrals?|savings)|\bcatch-?up contributions must be @roth|\bform of (?:designated )?@roth|\bmaking @roth (?:401k )?(?:deferrals|contributions)"
)
_ROTH_NO = Pattern(
    rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|do not|doesn't|will not)\s+(?:currently )?(?:permit|allow|accept|offer|provide(?: for)?|include)\b[^.;@]{{0,40}}?@roth(?: 401k)?(?: elective)?(?: deferrals?| contributions?)*{TAIL}"
    rf"|@roth(?: 401k)?(?: elective)?(?: deferrals?| contributions?)* (?:are|is) not (?:currently )?(?:permitted|allowed|accepted|available|offered)\b{TAIL}"
    rf"|\bno @roth (?:401k )?(?:deferrals?|contributions?) (?:are|may be) (?:permitted|allowed|accepted|made)"
)


def claims_of_unit(document: Document, unit: Unit) -> list[Claim]:
    """What one unit claims."""
    text = unit.norm
    if (
        unit.answer_to
        and "@roth" in unit.answer_to
        and "conver" not in unit.answer_to
        and re.search(r"contribut|defer|sav", unit.answer_to)
    ):
        return [Claim("roth_deferrals", "yes" if text.startswith("yes") else "no", unit, 3)]
    if (
        ("@roth" not in text and not unit.ticked)
        or unit.ticked is False
        or is_condition(document, unit)
        or ((document.template or document.general) and not unit.ticked and not boxes.choice(unit.raw))
    ):
        return []
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if (
        unit.ticked
        and re.search(r"@roth(?! (?:conver|roll|transf))", head)
        and not re.search(r"in-plan|conver", head)
        and (said := ticked_option(text))
    ):
        return [Claim("roth_deferrals", said, unit, 3)]
    if (said := boxes.choice(unit.raw)) and "conver" not in text and "in-plan" not in text:
        return [Claim("roth_deferrals", "no" if said == "no" or "not" in said else "yes", unit, 3)]
    if document.is_rollover(unit) or (boxes.has_box(unit.raw) and not unit.ticked):
        return []
    if _ROTH_NO.search(text) and not re.search(r"conver|in-plan|except|unless|other than", text):
        return [Claim("roth_deferrals", "no", unit, 3)]
    lead = document.lead_of(unit)
    if (
        re.match(
            r"^(?:(?:make|making|elect|contribute)\b[^.;@]{0,40})?@roth(?: 401k)?(?: contributions?| deferrals?| basic| catch-up)*",
            text,
        )
        and lead
        and LEAD_IN.search(lead)
        and not NOT.search(lead)
    ):
        return [Claim("roth_deferrals", "yes", unit, 3)]
    found = _ROTH_MAY.search(text)
    if found:
        gaps = " ".join(gap for gap in (found["gap"], found["gap2"], found["gap3"]) if gap)
        if not re.search(r"conver|withdr|\broll|transfer|distribut|\bnot\b", gaps) and not re.search(
            r"in-plan|conver", text[max(0, found.end() - 30) : found.end() + 40]
        ):
            return [Claim("roth_deferrals", "yes", unit, 2)]
    return []
