"""What a sentence only proposes, supposes, advises, recalls or tells of the law: no term of the plan follows from it."""

from __future__ import annotations

from megaroth.reader import boxes, taken
from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.context import Document
    from megaroth.reader.units import Claim, Unit

_OF_NO_TERM = ("recordkeeper", "phone", "vesting")
"""Who keeps the records, and what is vested, holds whatever else a sentence has in mind."""
_CHANGE = r"(?:add|adopt|allow|begin|bring|change|create|enhance|improve|increas|introduc|launch|match|mov|offer|permit|provid|put|rais|reinstat|resum|restor|start|suspend|switch)\w*"
_PROPOSED = Pattern(
    rf"(?<!who )(?<!you )(?<!they )(?<!still )(?<!participants )(?<!employees )(?<!members )(?<!associates )(?<!people )\b(?:intends?|hopes?|plans|(?<=we )plan|expects?|wants?|proposes?|would like|aims?|promised|voted|agreed) to (?:soon |also |one day |eventually )?{_CHANGE}\b(?![^.;]*\b(?:is|are|was|were) (?:now|already)\b)"
    rf"|\b(?:consider(?:s|ed|ing)?|reviewing|exploring|studying|weighing|discussing|debating|evaluating|looking (?:at|into)|thinking (?:about|of)|talking about|asked for(?= an? )|pushing for|bargaining for)\b[^.;]{{0,25}}\b(?:whether|{_CHANGE}|an? (?:[a-z]+ ){{0,3}}(?:match|true-up|increase|feature|option))\b"
    rf"|\bwhether (?:or not )?to {_CHANGE}|\bwill (?:consider|review|study|look at|decide (?:on|whether))\b|\bsubject to (?:the )?(?:final )?(?:approval (?:of|by) (?:the |our )?(?:final |board|budget|union|member|shareholder|committee)|ratification|adoption)\b|\bnot yet (?:part|in (?:effect|force|place)|available|offered|adopted|approved|decided)\b",
    "intend", "hope", "plan", "expect", "want", "propos", "would like", "aim", "promised", "voted", "agreed", "consider", "review", "explor", "study", "weigh",
    "discuss", "debat", "evaluat", "look", "think", "talking", "asked", "pushing", "bargaining", "whether", "decide", "subject to", "not yet",
)  # fmt: skip
"""`The Board intends to introduce a match`, `our committee is reviewing whether to add it`."""
_OF_THE_LAW = Pattern(
    r"\b(?:federal|tax|state|the|current|new) (?:tax )?laws? (?:lets?|allows?|permits?|gives?|leaves?|says? that)\b[^.;]{0,20}\b(?:plans?|employers?|compan(?:y|ies)|sponsors?)\b|\b(?:secure(?: 2\.0)?(?: act)?|the (?:irs|code)) (?:lets?|allows?|permits?) (?:an? |any |all )?(?:plans?|employers?|companies|sponsors?)\b",
    "law", "secure", "irs", "code",
)  # fmt: skip
_ADVISED = Pattern(
    r"^\W*(?:try (?:to|increas\w+|sav\w+|rais\w+|add\w+)|consider|think about|aim|strive|why not|challenge yourself|make it a (?:habit|goal|point)|a good (?:idea|habit|rule))\b",
    "try", "consider", "think", "aim", "strive", "why not", "challenge", "make it", "a good",
)  # fmt: skip
_OF_SOMEBODY = Pattern(
    r"^\W*(?:If|When|Suppose|Say|Imagine|Assume|Let's say|Take)(?: that)? (?!(?:You|Your|The|This|These|Those|They|It|We|Our|An?|He|She|Participants?|Employees?|Members?|Associates?|Company|Employer|Plan|Roth|After|Pre|No|Any|All|Eligible|Highly|Automatic|Matching|Contributions?|HCEs?|IRS|Vesting)\b)[A-Z][a-z]+ (?:raises|saves|contributes|defers|puts|earns|makes|starts|increases|elects|is|has|works|sets)\b"
)
"""`If Ana raises her contribution`, on what is printed."""
_BYGONE = Pattern(
    r"^\W*(?:until|up to|through|before) (?:last (?:year|month|spring|summer|fall|winter|plan year)|then|recently|(?:the end of )?(?:19|20)\d\d|the (?:merger|change|restatement|move|switch))\b[^.;]*\b(?:was|were|had|did|could|used to)\b",
    "until", "up to", "through", "before",
)  # fmt: skip
"""`Until last year, catch-up contributions were excluded`: how it is now is not said."""
_SENT_ELSEWHERE = Pattern(
    r"^\W*(?:please |for (?:the |an |your )?(?:answer|details?|rules?),? )*(?:turn to|refer to|consult|look up) (?:the |your |our |a )*(?:[\"“]|chapter|section|page|part|article|plan document|next|following|separate|supplement|booklet|local|answer)",
    "turn to", "refer to", "consult", "look up",
)  # fmt: skip
_CHOOSE = Pattern(
    r"\((?:choose|select|check|elect|pick|mark) (?:only )?one\b", "choose", "select", "check", "elect", "pick", "mark"
)


def only(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims whose sentence asserts what it says."""
    known: dict[int, bool] = {}
    kept = []
    for claim in claims:
        if claim.field == "phone" and _NO_LONGER_ANSWERED.search(claim.unit.norm):
            continue
        if claim.field in _OF_NO_TERM or claim.unit.ticked or claim.unit.answer_to:
            kept.append(claim)
            continue
        if _takes_back(claim):
            continue
        unit = claim.unit
        if id(unit) not in known:
            known[id(unit)] = _asserts(document, unit)
        # `They have never voted to add it`, `It was considered, and not added`: what is not, is said all the same.
        if known[id(unit)] or (claim.value in ("no", "frozen", "none") and not _BYGONE.match(unit.norm)):
            kept.append(claim)
    return _without_a_refuted_no(document, kept)


def _without_a_refuted_no(document: Document, claims: list[Claim]) -> list[Claim]:
    """No `no` to after-tax contributions where another sentence outright lets people make them, be it from a day to come."""
    refused = [claim for claim in claims if claim.field == "after_tax_allowed" and claim.value == "no"]
    if not refused:
        return claims
    own = {id(claim.unit) for claim in refused}
    if document.template:
        return claims
    others = (
        each
        for each in document.units
        if "@at" in each.norm
        and id(each) not in own
        and each.ticked is None
        and not document.is_condition(each)
        and each.kind not in ("question", "contents")
    )
    told = next((each for each in others if _LETS.search(each.norm) and taken.strength(each.norm) == _OUTRIGHT), None)
    if told is None:
        return claims
    document.doubts.append(
        f"Page {told.page} speaks of after-tax contributions as allowed, where another sentence says that there are none: “{told.raw[:200]}”. Ask."
    )
    return [claim for claim in claims if claim not in refused]


_OUTRIGHT = 3
_LETS = Pattern(
    r"\b(?:(?:you|participants?|employees?|members?|associates?) (?:can|may|will be able to|are (?:able|allowed|permitted) to)|plan (?:allows?|permits?|accepts?|offers?|takes?))\b(?![^.;]*\b(?:roll\w*|former employer|prior)\b)"
)


def _asserts(document: Document, unit: Unit) -> bool:
    text = unit.norm
    if _PROPOSED.search(text) or _OF_THE_LAW.search(text) or _ADVISED.match(text) or _SENT_ELSEWHERE.match(text):
        return False
    if _BYGONE.match(text) or (unit.raw[:1] in "ISTWLA" and _OF_SOMEBODY.match(unit.raw)):
        return False
    if _ONCE.search(text) or (boxes.is_unticked(unit.raw) and not boxes.choice(unit.raw)):
        return False
    place = next((at for at, each in enumerate(document.units) if each is unit), 0)
    before = (each.norm for each in document.units[max(0, place - 4) : place] if each.norm.endswith(":"))
    above = (document.lead_of(unit), *(document.heads[head] for head in unit.heads[:1]), *before)
    return not any("one" in each and _CHOOSE.search(each) for each in above)


def _takes_back(claim: Claim) -> bool:
    """What the sentence of a claim says of its own field, and against it."""
    against = _AGAINST.get(claim.field)
    return (
        against is not None
        and claim.value not in ("no", "none", "not stated")
        and bool(against.search(claim.unit.norm))
    )


_DENIED_ROW = r":? (?:zero|none|nil|no|0%?)\W*$|^\W*(?:nobody|no one|none (?:of|is)|neither|nothing)\b(?![^.;]*\b(?:but|except|loses|misses)\b)"
_AGAINST = {
    "match_on_catch_up": Pattern(_DENIED_ROW),
    "match_on_after_tax": Pattern(_DENIED_ROW),
    "spillover": Pattern(
        r"\bno (?:amount|part|portion|deferral|contribution)s?\b[^.;]{0,60}\b(?:shall|will|may|can) be (?:treated|re-?characterized|re-?classified|credited|continued|deemed)\b",
        "no ",
    ),
    "roth_deferrals": Pattern(
        r"^(?!.*@roth (?:and|or|contrib|deferr|sav|401k contrib))(?=.*@roth (?:401k )?(?:rollovers?|balance|ira)\b)(?!.*\byou can make\b).*$|@roth (?:is|are) not (?:\w+ )?(?:available|offered|permitted|allowed|accepted|an? (?:option|feature)|part)\b|\b(?:federal|irs|legal|code|law)\b[^.;]{0,40}\blimits?\b[^.;]{0,50}\b(?:appl(?:y|ies)|covers?|counts?)\b[^.;]*\b(?:all (?:plans|employers)|every (?:plan|employer)|any other)\b",
        "@roth",
    ),
    "eligible_pay": Pattern(
        r"^\W*(?:pension|life insurance|disability|severance) (?:benefits?|formula|plan|pay|coverage)s?\b",
        "pension",
        "insurance",
        "disability",
        "severance",
    ),
}
"""Roth that comes from elsewhere, or is not had; the law's limit for all plans; pay on which a pension is figured."""
_NO_LONGER_ANSWERED = Pattern(
    r"\b(?:shut (?:down|off)|disconnected|no longer (?:in (?:service|use)|answered|staffed|works?)|(?:has|have|was|were) been (?:closed|retired|discontinued)|(?:old|former|previous) (?:[a-z]+ ){0,3}(?:hotline|number|line|phone))\b",
    "shut", "disconnected", "no longer", "been", "old", "former", "previous",
)  # fmt: skip
_ONCE = Pattern(
    r"\b(?:allowed|permitted|offered|gave|provided|opened)\b[^.;]*\b(?:single|one-time|one)\b[^.;]{0,40}\bwindow\b",
    "window",
)
"""`The 2012 amendment allowed a single conversion window`: that is over."""
