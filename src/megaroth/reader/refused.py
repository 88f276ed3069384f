"""How a document says that after-tax contributions are not taken, or not any more."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import AT, NEGATIVE, PLAN, TAIL, WHO

_ENDS = (*NEGATIVE, "stop", "ceas", "discontinu", "eliminat", "froz", "freez", "end", "clos", "were", "had been", "could", "suspend")  # fmt: skip
NO = tuple(
    Pattern(pattern, *NEGATIVE)
    for pattern in (
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|do not|doesn't|don't|will not|cannot)\s+(?:currently |presently |now |at this time )?(?:permit|allow|accept|take|offer|provide(?: for)?|include|support|have)\b[^.;@]{{0,50}}?{AT}{TAIL}",
        rf"{AT} (?:are|is) not (?:currently |presently |now )?(?:permitted|allowed|accepted|available|offered|an option|provided for|a feature)\b{TAIL}",
        rf"\b{WHO}\b(?: \w+)? (?:may not|cannot|can not|can't|(?:are|is) (?:generally |currently )?not (?:permitted|allowed|able) to)(?: currently)? (?:make|contribute|elect|save)(?: any)? {AT}{TAIL}",
        rf"\bnor (?:does|do) (?:the |our |this )?{PLAN} (?:permit|allow|accept|offer)(?: for)? {AT}{TAIL}",
        rf"\bno {AT} (?:are|is|may be|will be) (?:permitted|allowed|accepted|made|contributed|offered|available)(?: by participants)?{TAIL}",
        rf"\bneither (?:@roth )?(?:contributions )?nor {AT}[^.;]{{0,30}} (?:are|is) (?:permitted|allowed|accepted|offered)",
        rf"\bneither {AT} nor [^.;]{{0,70}} (?:are|is) (?:permitted|allowed|accepted|offered)",
        rf"\b{PLAN} (?:accepts|permits|allows|offers|has|takes) no {AT}{TAIL}",
        rf"\bno provisions? for (?:the making of )?(?:participant |employee )*(?:@pre(?: contributions)? (?:or|and) )?{AT}{TAIL}|\bthere (?:is|are) no {AT}{TAIL}",
        rf"\bno (?:such )?{AT} (?:have been|are being) (?:accepted|permitted)",
    )
)
_TOOK_UNTIL = rf"\b{PLAN}\b[^.;@]{{0,20}}\b(?:took|accepted|allowed|permitted|had|received) {AT}[^.;]{{0,60}}\b(?:until|through|up to) (?:the end of )?(?:\w+ )?(?:\d|january|december)"
TOOK_UNTIL = Pattern(_TOOK_UNTIL, *_ENDS)
"""`The Plan took after-tax contributions until 2012`."""
FROZEN = tuple(
    Pattern(pattern, *_ENDS)
    for pattern in (
        rf"\b{PLAN}\b[^.;@]{{0,40}}\b(?:no longer|stopped|ceased|discontinued|eliminated|stopp?ed|has frozen|froze)\b[^.;@]{{0,50}}@at\b",
        r"@at\b[^.;@]{0,40}\b(?:can|may|could|will) no longer be (?:made|contributed|elected|accepted)",
        _TOOK_UNTIL,
        rf"\b(?:amend\w*|restate\w*)\b[^.;@]{{0,80}} to (?:no longer|not) (?:allow|permit|accept) (?:participants to make |for )?{AT}",
        rf"\b{WHO}\b[^.;@]{{0,20}}\b(?:may|can|are|will) no longer\b[^.;@]{{0,50}}\b(?:make|contribut|elect|permitted|allowed|able)\b[^.;@]{{0,40}}@at\b",
        r"@at(?: employee| voluntary)?(?: contributions?| deferrals?| source| account| feature)*[^.;@]{0,60}\b(?:(?:are|is|were|was|been|be) (?:no longer (?:permitted|allowed|accepted|available|offered|made|an option)|(?:permanently )?(?:discontinued|frozen|eliminated|closed to new|suspended indefinitely))|ceased|(?<!year )(?<!years )(?<!period )ended|no longer accepted)",
        r"@at(?: employee| voluntary)?(?: contributions?)?[^.;@]{0,30}\b(?:were|had been) (?:only )?(?:permitted|allowed|accepted|made|available)[^.;]{0,30}\b(?:before|prior to|until|through)\b",
        r"\bwere (?:permitted|allowed|able|eligible) to (?:make|contribute)[^.;]{0,70}@at|\bcould (?:make|elect) @at[^.;]{0,30}\buntil\b",
        rf"\b{PLAN} (?:has|have) not (?:accepted|permitted|allowed|taken|offered) {AT}[^.;]{{0,30}}\b(?:since|after|for)\b",
        rf"\b{AT} (?:have|has) not been (?:accepted|permitted|allowed|available|offered)[^.;]{{0,40}}\b(?:since|after|for)\b",
        rf"\bno {AT} (?:shall|will|may) be (?:made|accepted|permitted|allowed)\b[^.;]{{0,60}}\b(?:on or after|after|beginning|from)\b",
        rf"\b(?:desires?|wish(?:es)?|intends?) to (?:cease|discontinue|eliminate|freeze|end) {AT}",
        rf"\b{WHO} could (?:also )?(?:make|contribute|elect) {AT}",
        rf"{AT}[^.;@]{{0,30}}\bclosed to new (?:contributions?|money|deposits?)",
        rf"\b(?:amend\w*|restate\w*)\b[^.;@]{{0,80}} to (?:disallow|discontinue|eliminate|remove|cease|freeze|delete|end) (?:the )?(?:(?:provisions?|option|ability|right|feature) (?:allowing|for|of|to make|that (?:allows|allowed|permits|permitted)) )?(?:participants? (?:to make )?|employees? )?{AT}",
        r"(?<!years )(?<!year )(?<!period )\b(?:discontinued|ceased|stopped|froze|eliminated|ended) (?:accepting |the acceptance of |all )?[^.;@]{0,20}@at\b",
        r"\bfrozen @at\b|@at (?:contributions? )?(?:account|source)s? (?:is|are) frozen",
    )
)
