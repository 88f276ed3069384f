"""Caps of after-tax contributions in dollars a year, told apart from one year's figure of the law."""

from __future__ import annotations

from megaroth.reader import sums
from megaroth.reader.cap_worded import in_its_row, turned_into_roth
from megaroth.reader.capped import BESIDES, prepared
from megaroth.reader.caps_around import LIMIT_OF, ONLY_LABEL, own_heads
from megaroth.reader.caps_bounding import BOUNDED, BOUNDED_AFTER
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.spots import TOKEN
from megaroth.reader.units import Claim, Unit

_MONEY = Pattern(r"\$(\d[\d,]*(?:\.\d\d)?)")
_YEARLY = Pattern(
    r"\b(?:per|an?|each|every|any|the|one|plan|calendar) year\b|/ ?(?:yr|year)\b|\bper yr\b|\byr\b|\bannual|\byearly|\b(?:until|till) (?:january|the (?:next|following|new) (?:plan |calendar )?year)\b|\b(?:next|rest of the) year\b"
)
_NO_DOLLAR_CAP = Pattern(
    r"\bmatch|\bexample|\bconver|\bminimum|\bwithdraw|\bcatch|\bfees?\b|\bloan|\bhighly|\bhces?\b|\bearn(?:s|ed|ing)?\b"
)
_LAW_FIGURE = Pattern(
    r"\birs\b|internal revenue|415|402\(?g|federal|\bin (?:19|20)\d\d\b|\bfor (?:19|20)\d\d\b|\b(?:19|20)\d\d (?:limit|maximum)|adjusted|cost[- ]of[- ]living|\((?:19|20)\d\d\)|\bwages\b|annual additions|in addition to"
)


def dollars(document: Document, unit: Unit, place: int) -> list[Claim]:
    """A cap of after-tax contributions in dollars a year; one year's figure of the law is told apart."""
    text = turned_into_roth(document, in_its_row(document, place, unit.norm))
    text = _IF_ROOM.sub("", prepared(_ON_TOP.sub("", text)))
    if "hce" in text or "highly" in text:
        text = _FOR_FEW.sub("", text)
    if document.is_condition(unit) or _NO_DOLLAR_CAP.search(BESIDES.sub(" ", text)):
        return []
    around = " ".join((document.lead_of(unit), document.follows.get(id(unit), ""), document.heads_of(unit, 1)))
    around = turned_into_roth(document, around)
    clause_before = ""
    whole = _ASIDE.sub(" ", BESIDES.sub(" ", text)) if not _UNTIL_THAT.search(text) else _ASIDE.sub(" ", text)
    for clause in _CLAUSES.split(whole):
        ahead, clause_before = clause_before, clause
        if _GOES_ON.match(clause) and not TOKEN.search(clause):
            clause = f"{ahead}, {clause}"  # `… 15% of pay after-tax, but not more than $20,000 a year`
        amounts = list(_MONEY.finditer(clause))
        if len(amounts) != 1:
            continue
        kinds = {kind for kind in TOKEN.findall(clause) or TOKEN.findall(around) if kind.startswith("@")}
        before, after = clause[: amounts[0].start()], clause[amounts[0].end() :]
        row = ONLY_LABEL.match(_PLAN_IN_LABEL.sub("", before)) and (
            LIMIT_OF.search(before) or any(LIMIT_OF.search(head) for head in own_heads(document, unit))
        )
        if not (_YEARLY.search(f"{clause} {around}") or (row and _OF_THE_PLAN.search(text))):
            continue
        if not kinds and _IS_HELD.search(before) and unit.kind == "sentence":
            kinds = _just_spoken_of(document, unit, place)  # `These are limited by the plan to $10,000 a year`
        is_bound = (
            BOUNDED.search(before)
            or BOUNDED_AFTER.match(after)
            or sums.bounded(before)
            or sums.ITS_BOUND.match(after)
            or _UNTIL_THAT.search(clause)
        )
        if kinds != {"@at"} or not (row or is_bound):
            continue
        value = amounts[0][1].replace(",", "")
        # A round sum, behind what only says that the law's limit has been reached, is none of the law.
        is_round = len(value) == 5 and value[0] in "1234" and value[1] in "05" and value[2:] == "000"
        if not _OF_THE_PLAN.search(text) and _LAW_FIGURE.search(
            _NO_LAW.sub("", BESIDES.sub(" ", text) if is_round else text)
        ):
            return [Claim("after_tax_cap_remainder", value, unit, 1)]
        return [Claim("after_tax_cap_dollars", value, unit, 2)]
    return []


_UNTIL_THAT = Pattern(
    r"\b(?:stops?|ends?|ceases?|halts?|suspends?|shuts? off|turns? off|cuts? off|no (?:further|more)|until|till)\b[^.;$]{0,70}\b(?:once|when|until|till|after|as soon as)\b[^.;$]{0,40}\b(?:put in|contributed|saved|made|set aside|reach(?:es|ed)?|hits?|totals?|total(?:ed|led)|come to|amount to)(?: a total of| up to)? \$"
    r"|\b(?:once|when|as soon as|after) \$[\d,.]+ (?:in|of|for) [^.;$]{0,40}\b(?:has been|have been|is|are) (?:reached|contributed|put in|saved|made|hit|withheld|deducted)\b[^.;$]{0,70}\b(?:stops?|ends?|ceases?|halts?|suspends?|suspended|no (?:further|more)|max(?:imum)?|limit)\b",
    "$",
)
"""`We stop once you've put in $12,000 after-tax`, `once $28,000 of it has been reached, deductions end`."""
_PLAN_IN_LABEL = Pattern(
    r"\b(?:(?:under|in|of|by) )?(?:the |our |this )?(?:[a-z&'-]+ ){0,3}?(?:(?:401k|403b)(?: plan)?|plan)(?:'s)?\b|\b(?:annual|yearly)\b",
    "plan", "401k", "403b", "annual", "yearly",
)  # fmt: skip
"""`After-tax limit under the Larkspur 401(k)`: whose the limit is."""


def _just_spoken_of(document: Document, unit: Unit, place: int) -> set[str]:
    """The kinds of money in the sentence before, below the same heading."""
    before = document.units[place - 1] if place else unit
    same = before.heads == unit.heads and before.kind in ("sentence", "item")
    return {kind for kind in TOKEN.findall(BESIDES.sub(" ", before.norm)) if kind.startswith("@")} if same else set()


_IS_HELD = Pattern(
    r"^\W*(?:these|those|they|this|it|such contributions|the (?:plan|company|employer|firm)|we|our plan|[a-z&'-]+(?: [a-z&'-]+){0,2}?)(?: will| may| can| shall| also)* (?:is|are|be|limits?|caps?|stops?|ends?|cannot|can't|may not|must not|never|exceed|go)\b"
)
_OF_THE_PLAN = Pattern(
    r"\b(?:an?|the|our|its|this is an?|[a-z]+'s)(?: own)?(?: [a-z]+){0,2} plan(?:'s)?(?: own)? (?:limit|maximum|cap|ceiling|rule)\b|\b(?:our|the plan's|its|[a-z]+'s) own (?:annual |yearly |plan )*(?:limit|maximum|cap|ceiling)\b|\b(?:set|imposed|fixed|limited|capped) by (?:the|our) plan\b|\bunder (?:our|the) plan(?: rules)?\W*$|\b(?:limit|maximum|cap|ceiling) (?:under|of|in|set by) (?:the|our) (?:[a-z&'-]+ ){0,3}?(?:401k|403b|plan)\b|\bplan (?:limit|maximum|cap|ceiling)\b|\b(?:our|the) (?:401k |own )?plan (?:caps?|limits?|stops?|draws?|sets?|holds?|will not|does not|cuts?|ends?)\b|\b(?:per|under) [a-z]+ rules\b|\b(?:lower|less|smaller|stricter) than (?:what )?(?:the )?(?:irs|law|federal)\b|\b(?:limit|cap|maximum|figure) (?:is|of) ours\b|\bnot (?:of )?(?:the (?:law|irs)(?:'s)?)\b",
    "plan",
    "401k",
    "403b",
    "own",
    "rules",
    "irs",
    "law",
    "ours",
)
"""`A plan limit, lower than what the law would permit`: no figure of the law, though the law is named."""
_ON_TOP = Pattern(
    r"\b(?:on top of|in addition to|beyond|besides) (?:these|those|that|this|them|it|both)(?: two)?\b,?",
    "on top", "in addition", "beyond", "besides",
)  # fmt: skip
_FOR_FEW = Pattern(
    r",? \(?(?:or|and|but) (?:only )?\$[\d,]+ (?:for|if you are) (?:an? |the )?(?:hces?|highly[- ](?:compensated|paid)(?: employees?)?)\)?",
    "hce", "highly",
)  # fmt: skip
"""`$20,000 a year, or $8,000 for HCEs`."""
_IF_ROOM = Pattern(
    r",? \(?(?:if|where|as long as|so long as|provided|when) (?:(?:there|that) (?:is|leaves) |there's |you have )?(?:still )?(?:enough )?(?:room|space)\b[^.;)]*\)?|,? \(?room permitting\)?",
    "room", "space",
)  # fmt: skip
"""`Up to $25,000 a year, if room under the overall limit`."""
_CLAUSES = Pattern(r"[;.] (?=\w)|, (?:and|but|while)\b")
_GOES_ON = Pattern(
    r"^\W*(?:and |but )?(?:(?:in no (?:case|event|year)|never|not|no|cannot|may not|nor)\b[^.;$%]{0,40}\b(?:more|exceed\w*|over|above|beyond)|up to|(?:with|to) an? (?:[a-z]+ )?(?:maximum|limit|cap|ceiling|most)|at most|limited to|capped at|subject to an?)\b"
)
_ASIDE = Pattern(r"\([^()$]*\)")
_NO_LAW = Pattern(
    r",? or,? (?:if (?:less|lower|smaller),? |(?:such|any|the|an?) (?:smaller|lower|lesser) (?:sum|amount|limit|figure)\b)[^$]*$|(?:whatever|regardless of|independent of|apart from) [^.;,]{0,30}irs[^.;,]{0,20}|^in addition to[^$]*|,? \(?(?:and )?not (?:set |made |imposed )?(?:by |an? )?(?:the )?(?:irs|law)\b[^$.;)]*\)?|\b(?:so as )?to (?:leave|keep|make) room\b.*$|,? (?:and|but) (?:(?:are|is|will be|shall be|remain) )?(?:further |also |otherwise |always |in any case )*(?:subject|limited) to\b[^$]*$"
)
