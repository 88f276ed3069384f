"""Whether a percentage is one that the employer gives, and so bounds nothing that the participants put in."""

from __future__ import annotations

from megaroth.reader.caps_around import PEOPLE
from megaroth.reader.pattern import Pattern
from megaroth.reader.spots import Spot

_EMPLOYER = r"(?:company|employer|sponsor|firm|bank|university|school|hospital|college|organization|corporation|foundation|we|us|trust|district|agency|county|city|church)"


_IT_GIVES = Pattern(
    rf"\b{_EMPLOYER}s?(?:'ll|'s)?(?: (?:may|will|shall|can|also|currently|annually|then|makes?|must|has|additionally))*(?: elects? to| agrees to)? (?:contribut|make|made|provid|give|gave|add|put|pay|deposit|allocat|fund|kick|chip|match)\w*\b|\b(?:employer|company|discretionary|core|retirement|base|service|fixed) (?:[a-z]+ ){{0,2}}contributions?\b|\bcontributions? (?:by|from) (?:the |your )?{_EMPLOYER}\b"
)


OWN_SUBJECT = Pattern(
    rf"\b{PEOPLE} (?:[a-z]+ ){{0,2}}?(?:may|can|could|elect to|choose to|are (?:able|allowed|permitted|eligible|entitled) to)\b|@(?:pre|roth|at)(?: [a-z]+)?(?: (?:may|can|are)\b|:)|^\W*(?:@|(?:save|contribute|defer|put)\b)|(?:^|, |\band |\bbut )\W*(?:may|can) (?:also |then )?(?:contribut|defer|sav|elect|mak)"
)


_SAYS_WHO = Pattern(
    r"\b(?P<who>[a-z0-9&.'’-]+) (?P<will>(?:(?:will|shall|would|can|may|is going to|also|automatically|generally|currently|then) )*)(?P<verb>contribut(?:es?|ing)|puts? (?:in|up)|adds?|gives?|pays?|(?:chip|kick|throw|toss)s? in|deposits?|provides?|makes?|match(?:es)?|funds?|invests?)(?: (?:you|in|another|an additional|an extra|an amount|a contribution|contributions|money|equal to|of))* (?:(?:up to|as much as|the first|anywhere from|between|from) )?$"
)


_ONE_OF_US = Pattern(
    r"^(?:you|they|who|i|one|and|or|to|can|may|(?:participant|employee|member|associate|teammate|colleague|worker|partner|individual|joiner|owner|manager|executive|saver|physician|nurse|teacher|driver|consultant|hce|hire)s?|staff|people|person|everyone|everybody|anyone|anybody|each|he|she|that|those|eligible|crew|not|employee's|could|elect|let's?|us|if|when|which|also|voluntarily|plan|contribution|deferral|percentage|amount|nobody|none|she/he|he/she|faculty|compensated)$"
)


def _somebody_gives(before: str) -> bool:
    """Whether it is a firm by its name that puts in up to that percentage: `for those who save 5%, Exemplar will add up to `."""
    found = _SAYS_WHO.search(before)
    if not found or _ONE_OF_US.match(found["who"]):
        return False
    return bool(
        found["who"].endswith("'ll")
        or found["verb"].split()[0].endswith("s")
        or (found["will"].startswith(("will", "shall")) and not found["who"].endswith("s"))
    )


_FROM_IT = Pattern(rf"^[^;%]{{0,60}}\b(?:from|by) (?:the |your )?{_EMPLOYER}\b")


def is_given(spot: Spot) -> bool:
    """Whether it is the employer who gives that percentage."""
    before = spot.left + spot.before
    if _somebody_gives(spot.before) or (_FROM_IT.match(spot.after) and not OWN_SUBJECT.search(before)):
        return True
    said = list(_IT_GIVES.finditer(before))
    return bool(said) and not OWN_SUBJECT.search(before[said[-1].end() :])
