"""What an amendment changed a percentage to: `is raised from 3% to 5%`, `will be 6% instead of 4%`, said as if it had always been so.

From when it holds, the date of its sentence tells (`when.py`). What goes up every year is no amendment.
"""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

_OLD = r"\d{1,3}(?:\.\d+)?%(?: of (?:[a-z-]+ ){0,3}(?:pay|compensation|earnings|salary|wages))?"
_NEW = r"(?P<new>\d{1,3}(?:\.\d+)?%)"
_ACT = r"(?:rais|increas|chang|lower|reduc|decreas|adjust|mov|(?:amend|updat|revis)(?!\w* (?:to|so)\b)|reset|cut|doubl|go(?!(?:es)? in\b)|went|ris|rose|drop)"
_IS = r"(?:(?:is|are|was|were|be|been|being|will|shall|has|have|had|hereby|also|to|automatically) )*"
_WAS = r"(?:the |its |our |your |an? |old |former |current |present |existing |previous |prior |earlier |today's |last year's )*"
_FROM_TO = Pattern(
    rf"\b{_IS}{_ACT}[a-z]*\b(?P<gap>[^.;%]{{0,90}}?) from {_WAS}{_OLD}[^.;%]{{0,40}}? to {_WAS}(?:new )?{_NEW}", "from "
)
_MADE = Pattern(
    rf"\b(?:is|are|was|were|has been|have been|will be|shall be) (?:hereby |being )?(?:rais|increas|chang|lower|reduc|decreas|adjust|amend|updat|revis)ed(?P<gap>[^.;%]{{0,40}}?)(?<! up) to {_NEW}",
    "ed",
)  # fmt: skip
_INSTEAD = Pattern(
    rf"{_NEW}(?P<of>(?: of [^.;,%()]{{0,40}}?)?),? ?[(-]{{0,2}} ?(?:instead of|rather than|in (?:place|lieu) of|in exchange for|replac(?:es|ing)|(?:up|down|rais(?:ed|ing)|increas(?:ed|ing)|reduc(?:ed|ing)|lower(?:ed|ing)|chang(?:ed|ing)) from|previously|formerly|no longer|not|compared (?:with|to)|(?:it|this|which) (?:was|used to be)|was) {_WAS}{_OLD}\)?",
    "instead", "rather", " of ", "replac", " from ", "previously", "formerly", "no longer", "not ", "compared", "was ", "used to be",
)  # fmt: skip
_BECOMES = Pattern(
    rf"\b(?:from |now |was |currently |at present |today )?{_WAS}{_OLD}(?P<gap>,?(?: (?!is\b|are\b|was\b|will\b|of\b|or\b|and\b|if\b)[a-z-]+){{0,4}}?),? (?:becomes?|will (?:become|be|go (?:up |down )?to|rise to|increase to|change to|drop to|move to)|(?:is|has been|was|will be) (?:now|replaced by|followed by|(?:rais|increas|lower|reduc|chang|mov|adjust)ed to)|changes? to|goes (?:up |down )?to|is now|->) {_WAS}(?:new )?{_NEW}",
    "become", "will ", "replaced", "now", "changes", "change to", "goes ", "ed to", "->",
)  # fmt: skip
_INSTEAD_OF = Pattern(
    rf"\b(?:instead of|rather than|in place of|replacing) {_WAS}{_OLD},? (?P<gap>[^.;%]{{0,80}}?){_NEW}",
    "instead", "rather", "in place", "replacing",
)  # fmt: skip
_QUOTED = r"(?:the (?:words?|phrase|figure|number|percentage) )?[\"'(]*"
_PUT_FOR = Pattern(
    rf"\b(?:replac|delet|strik|chang)\w* {_QUOTED}{_OLD}[\"')]*[^.;%]{{0,50}}? (?:with|by|to|and (?:insert|substitut|add)\w*(?: in (?:its|lieu|place)[^.;%]{{0,20}}?)?) {_QUOTED}{_NEW}[\"')]*",
    "replac", "delet", "strik", "chang",
)  # fmt: skip
"""`Amended by replacing "3%" wherever it appears with "6%"`."""
_FOR_OLD = Pattern(rf"\bsubstitut\w* {_QUOTED}{_NEW}[\"')]* (?:for|in place of) {_QUOTED}{_OLD}[\"')]*", "substitut")
_EVERY_YEAR = Pattern(
    r"\b(?:each|every|per|a) (?:plan |calendar )?(?:year|january|april|july|anniversary)\b|\b(?:annual(?:ly)?|yearly)\b(?! (?:[a-z-]+ )?(?:increase|escalation|step-up|rate|amount)\b)|\bin stages\b|\bgradual|\bsteps?\b|\bincrements?\b|\b(?:your|the) (?:second|third|fourth|next) (?:[a-z]+ )?year\b|\buntil\b|\bmay (?:be )?(?:increase|change|raise|lower|reduce)"
)


def as_changed(text: str) -> str:
    """A sentence with what was changed put as what it is now."""
    if "%" not in text:
        return text
    for pattern in (_PUT_FOR, _FOR_OLD):
        if pattern.search(text):
            # What is added after the figure is another sentence.
            text = pattern.sub(lambda found: f"so that it is {found['new']}", text)
            text = re.split(r",? and by adding\b|[,;] by adding\b", text)[0]
    if _EVERY_YEAR.search(text):
        return text
    for pattern in (_FROM_TO, _BECOMES, _MADE):
        if pattern.search(text):
            text = pattern.sub(lambda found: f"{found['gap']} is {found['new']}", text)
    text = _INSTEAD_OF.sub(lambda found: f"{found['gap']}{found['new']}", text)
    if _INSTEAD.search(text):
        text = _INSTEAD.sub(lambda found: f"{found['new']}{found['of']}", text)
    return " ".join(text.split())
