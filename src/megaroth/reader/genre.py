"""What kind of text it is: of one plan, a form for many, or an article on plans in general."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

BY_LAW = r"(?! (?:for )?(?:by|in|under) (?:law|the (?:code|irs|irc|internal|plan\b(?! document))|irc|irs|(?:code )?sections?|internal|applicable|statut\w+|regulat\w+|(?:the |a |such )?(?:participant|employee)s?\b|you)| out\b|(?<=otherwise elected)(?:[,.;]|$))"
"""`As permitted by law`, `as provided in the Plan`, `unless elected out`: no choice of the employer."""
_IN_GENERAL = Pattern(
    r"\b(?:some|many|most|other|more|certain|not all) (?:[a-z]+ )?(?:401k )?(?:employers?|plans|companies|sponsors|plan sponsors)\b|\bnot every (?:plan|employer|company)\b|\bfrom plan to plan\b|\bplan sponsors\b|\b401k plans (?:may|can|that|which)\b"
    r"|\b(?:your|an|the) (?:employer|plan|company|plan sponsor)(?:'s plan)? (?:may|might) (?:offer|allow|permit|let|have)"
    r"|\bif (?:your|the|their) (?:plan|employer|company|401k)(?: plan)? (?:allows?|offers?|permits?|has|lets|doesn't|does not|supports?)"
    r"|\bplans? that (?:offer|allow|permit)s?\b|\b(?:employers|companies) (?:may|can|often|who|that|need|must|should|will|with|offering)\b"
    r"|\bcan generally\b|\bcommonly,|\bloophole\b|\blet's\b|@mega (?:strategy|technique|conversions? strategy)|\bthe strategy\b|\bcongress\b"
    r"|\bsecure (?:2\.0|act)\b[^.;]{0,80}\b(?:amended|made|requires|permits|mandate)"
    r"|\bsections? \d{3}(?:\(\w\))?[^.;]{0,40}\b(?:permits|allows|amended|requires)\b|\bunder section \d{3}\b"
)
_OF_GENERAL = (
    "plans ", "employers ", "companies ", "sponsors ", " may ", " might ", "if your ", "if the", "plan that ", "generally", "commonly",
    "loophole", "let's", "strategy", "technique", "congress", "secure ", "section", "not every", "from plan to",
)  # fmt: skip
_YOU = Pattern(r"\byour?\b", "you")
_AA_SECTION = Pattern(r"\baa section", "aa section")
_OF_A_FORM = Pattern(
    rf"\b(?:if|as|when|where|unless|to the extent)(?: so| otherwise| and to the extent)? (?:permitted|allowed|elected|authori[sz]ed|selected|specified|provided|designated(?! (?:@roth|as\b|\()))\b{BY_LAW}|\badoption agreement\b(?! (?:was|is|has been) amended)|\b(?:employer|sponsor) may elect\b|\bif (?:the|your) (?:plan|employer|company)\b(?!,? (?:(?:does|did|do|is|are|were|should|would|may|might|has|had|will|ever) (?:not )?(?:to )?)?(?:pass|fail|meet|satisf|test|terminat|end|merg|clos|learn|find|receive|need|know|correct|refund|exceed|top|ha(?:s|ve) to)\w*\b)|\bmust be checked\b"
)


def is_template(units: list[Unit]) -> bool:
    """Whether it is a form that an employer fills in, or the basic document behind it: its sentences decide nothing."""
    spoken = [unit for unit in units if unit.kind not in ("contents", "heading")]
    to_you = sum(bool(_YOU.search(unit.norm)) for unit in spoken)
    if to_you >= 0.15 * max(len(spoken), 1):
        return False
    conditions = sum(
        ("@" in unit.norm or "conver" in unit.norm or "withdraw" in unit.norm)
        and bool(re.search(r"@at|@amb|@roth|conver|withdraw", unit.norm))
        and bool(_OF_A_FORM.search(unit.norm))
        for unit in spoken
    )
    named = sum("adoption agreement" in unit.norm or bool(_AA_SECTION.search(unit.norm)) for unit in spoken)
    ticks = sum(
        unit.ticked is not None or (boxes.has_box(unit.raw) and not unit.raw.lstrip().startswith(("■", "□")))
        for unit in spoken
    )
    if ticks and not any(unit.ticked is False or boxes.has_empty(unit.raw) for unit in spoken):
        ticks = 0  # a form has empty boxes as well: a mark before each line is a list of what there is
    titled = any("adoption agreement" in unit.norm for unit in units[:6] if unit.kind != "contents")
    return conditions > 0 or named > 1 or ticks > 3 or titled


def is_general(units: list[Unit]) -> bool:
    """Whether it speaks of plans in general, as articles do, and not of one plan."""
    spoken = [unit for unit in units if unit.kind not in ("contents", "heading")]
    times = 0
    for unit in spoken:
        text = unit.norm
        for word in _OF_GENERAL:
            if word in text:
                times += _IN_GENERAL.search(text) is not None
                break
    return times > 1 and times > 0.12 * len(spoken)
