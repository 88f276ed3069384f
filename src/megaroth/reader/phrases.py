"""Pieces of sentences that the modules share: who may do what, what a plan does, how an answer ends, a ticked option."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

AT = r"(?:an? |the |any |your |such |these |additional |unlimited |optional |extra )*@at(?: nondeductible| voluntary| employee| basis| contributions?| deferrals?| savings?| money| account| option| feature| source)*"
MAY = r"(?:may|can|could|are (?:also |immediately |now |currently |generally |then )?(?:able|eligible|permitted|allowed|entitled) to|is (?:also |immediately |now |currently |generally |then )?(?:able|eligible|permitted|allowed|entitled) to|(?:have|has) the (?:option|opportunity|ability|choice|right) (?:to|of)|will (?:also )?(?:be able to|have)|(?:also )?(?:choose|elect|decide|opt)(?:s)? (?:to|whether|how much (?:to|you (?:want|wish|would like) to))|be (?:able|permitted|allowed|entitled|eligible) to|(?:it is|it's) possible to|(?:are|is|be) (?:free|at liberty) to|(?:are|is|were|was) (?:also )?(?:given|offered|provided(?: with)?) the (?:option|opportunity|ability|choice|chance|right) to)"
PUTS_IN = r"(?:contribut|mak(?:e|ing)|sav(?:e|ing)|defer|elect|put|set aside|add|invest|direct|choos|designat|participat|pick|select|split|combin|fund|pay(?:ing)? in|authori[sz]|turn(?:ing)? on|giv(?:e|ing)|withh)"
WHO = r"(?:you|they|participants?|employees?|members?|associates?|individuals?|everyone|eligible [a-z]+|anyone|colleagues?|new hires|teammates?|partners?|team members?|we|each)"
PLAN = r"(?:plan|program|company|employer|firm|we|ours|sponsor|401k|bank|corporation|university|contract|us)"
TAIL = r"(?: (?:by|from|for|of) (?:any |either |the )?(?:eligible )?(?:participants?|employees?|members?|providers?|vendors?|recordkeepers?))?(?:,? (?:to|under|in|into|within|by|of) (?:the|this|our|your) (?:\w+ |bargaining unit )?(?:401k )?(?:plan|program|401k)(?: document)?)?(?: at (?:this|the present) time| currently| at present| at the moment| right now| yet| for any (?:participant|employee|plan year)| in any amount)?(?:,? and (?:will|are|may|does not|do not|has no|have no)\b[^.;]{0,60})?\s*(?:$|[.;,|)]|-|, (?:and|but|so))"
NOT = Pattern(
    r"\b(?:not|no longer|cannot|can't|don't|doesn't|never|neither|nor|without|prohibit\w*|no)\b",
    "can't", "doesn't", "don't", "neither", "never", "no", "prohibit", "without",
)  # fmt: skip
NEGATIVE = ("not", "n't", "no ", "nor ", "never")
"""What a sentence that denies has one of."""
LEAD_IN = Pattern(
    rf"\b{WHO}\b[^.;]{{0,60}}\b{MAY}\b[^.;]{{0,60}}\b{PUTS_IN}|\b(?:contribution types?|types? of contributions?|kinds? of contributions?|contributions? (?:types|options|sources)|ways (?:to|you can|in which)|options (?:available |you (?:have|can) )?(?:to choose|choose)|choose from|following (?:types of |employee )?contributions|{PLAN} (?:permits?|allows?|accepts?|offers?|provides?)|allows? you to)\b"
)

PERMITS = Pattern(
    rf"\b(?:permitted|allowed|available|(?:can|may) be (?:made|taken|requested)|{PLAN}\b[^.;@]{{0,30}}\b(?:provides? for|allows?|permits?|offers?))\b"
)
"""That something is permitted, by the plan or in the passive."""


_OPTION = Pattern(
    r"^(?:\(?[a-z0-9]{1,3}[.)]\s*)?(not permitted|not allowed|not available|not applicable|none|no|permitted|allowed|yes|elected|are permitted|are not permitted)\b"
)


def ticked_option(text: str) -> str:
    """A ticked line that is only `Permitted.` or `Not permitted.`: what it says of the heading above; else empty."""
    found = _OPTION.match(text)
    if not found:
        return ""
    return "no" if found[1].startswith("no") or "not" in found[1] else "yes"
