"""May after-tax money go in: what a unit claims of `after_tax_allowed`. A wrong yes is the worst failure."""

from __future__ import annotations

import re

from megaroth.reader import boxes, roth
from megaroth.reader.clauses import without_rollovers
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import AT, LEAD_IN, MAY, NOT, PLAN, PUTS_IN, WHO, ticked_option
from megaroth.reader.refused import FROZEN, NO
from megaroth.reader.units import Claim, Unit
from megaroth.reader.when import date_in

_NOT_NEAR = Pattern(
    r"\bwithdr|\btak(?:e|ing)\b|\bmoney out\b|\bin-service|\bconver|\bdistribut|\broll(?:ed|ing|s)?\b|\brollover|\btransfer|\bborrow|\bloan|\breceive a|\brefund|\breturn|\brecharacteri|\bforfeit|\bstop|\bsuspend|\brepay|\bpay(?:ing)? tax|\btax(?:ed|able)\b"
)
_ELSEWHERE = Pattern(
    r"\b(?:insurance|coverage|premiums?|medical|dental|vision|hsas?|health savings|fsas?|espp|stock purchase|brokerage account|commuter|parking|529|pension plan|defined benefit|retirement annuity|\bira\b(?! limit)|legal plan|life and disability|military service|userra|make[- ]up (?:missed )?contributions|make up missed|non-?qualified (?:plan|deferred|savings)|top[- ]hat|serp|excess (?:benefit|savings) plan|retiree medical|sister compan\w+|another (?:company|employer)'s)\b"
)
_HCE = Pattern(r"\bhighly[- ](?:compensated|paid)|\bhces?\b")
_TEMPORARY = Pattern(
    r"\b(?:once|when|while|until|months?|days?|if you|if a|hardship|withdraw\w*|reach\w*|limit|leave|during|after (?:you|the) terminat|terminated|former employee|bonus|check|cash|lump sum|in excess|exceed\w*|above)\b"
)
_PAST = Pattern(
    r"\bpre-?(?:19|20)\d\d\b|\bformerly\b|\bpreviously\b|\bin the past\b|\bgrandfather|\bhistor|\bwere (?:made|permitted|allowed|contributed)|\bmade (?:before|prior)|\bhad been|\bcreated the\b|\boriginally\b|\bprior plan\b|\bpredecessor\b|\bmerged\b"
)

_YES = tuple(
    Pattern(pattern)
    for pattern in (
        rf"\b{WHO}\b[^.;@]{{0,110}}?\b{MAY}\b(?P<gap>[^.;]{{0,190}}?)@at\b",
        rf"\b{PLAN}(?:'s)?\b[^.;@]{{0,60}}?\b(?:permits?|allows?|accepts?|takes|offers?|provides?(?: for)?|lets|features?|includes?|enables?|gives|supports?|has added|added|introduc\w+|reinstated)\b(?P<gap>[^.;]{{0,150}}?)@at\b",
        r"@at(?: employee| voluntary)?(?: contributions?| savings?| deferrals?| option| feature)?(?P<gap>[^.;@]{0,25}|,? \(?(?:of|up to|from|between|ranging|limited) [^.;@]{0,70})\b(?:are|is)(?: also| now| currently| generally)? (?:permitted|allowed|allowable|permissible|accepted|available|offered|welcome|possible|open to|an? (?:third,? |additional |new |contribution |separate )*(?:option|choice|feature|way|kind|type|[a-z]+ kind|[a-z]+ type))\b(?! (?:for|to be) (?:in-service |a )?(?:withdraw|conver|distrib|loan))",
        r"\b(?:two|three|four|five|several|following|both|\d)(?: \w+){0,3} (?:ways|kinds|types|options|sources|categories|choices|methods|buckets|forms|pots)\b(?P<gap>[^.;]{0,110}?)@at\b",
        r"\b(?:contribution|savings|deferral) (?:types?|options?|choices|sources)(?: of| are| include|:| available)*(?P<gap>[^.;]{0,80}?)@at\b",
        r"\d+(?:\.\d+)?% (?:to|-|through|and) \d+(?:\.\d+)?%(?P<gap>[^.;]{0,110}?)@at\b",
        rf"\bup to (?:an additional |a maximum of )?\d+(?:\.\d+)?%(?P<gap>[^.;]{{0,90}}?)\b(?:as|on|in|of|through|toward) {AT}",
        rf"\b(?:new|third|additional) (?:contribution )?(?:option|type|choice|source|feature)[^.;]{{0,20}}:(?P<gap> ?){AT}",
        rf"{AT}[^.;]{{0,140}}?\b(?:allow|let|enable|give|permit)s? you (?:to |the (?:chance|option|opportunity|ability) to )?(?P<gap>)(?:contribute|save|put|set|make|add)",
        rf"{AT}(?: ?\([^)]{{0,60}}\))?[^.;@]{{0,14}}?\b(?:may|can) (?:also )?be (?P<gap>)(?:made|elected|contributed|saved)\b(?! (?:only )?(?:by|in) (?:rollover|check))",
        rf"(?:^|: |; )(?:make|making|contribute|save|add|put)\b(?P<gap>[^.;]{{0,60}}?){AT}",
        rf"^\W*{AT}(?P<gap>):? (?:(?:of|from|between|up to|maximum|max\.?) )*(?:\d+(?:\.\d+)?%? ?(?:-|to|through|and) ?)?\d+(?:\.\d+)?%(?! vested)",
        rf"{AT}(?P<gap>) (?:can|may|shall|will) be (?:made )?(?:in any|as much as|as little as|up to|any\w* (?:from|between|up to)|from|between|at (?:any|a) rate|of)\b[^.;%]{{0,40}}\d%",
        rf"{AT} (?P<gap>)of (?:up to|from|between) [^.;]{{0,20}}\d%",
        rf"\bfrom electing {AT}(?P<gap>)",
        rf"\b(?:savings|contributions?|money|amounts|percentage)\b[^.;@]{{0,30}}\b(?:can|may|will)(?: also)? (?:go|be (?:made|put|contributed|saved|directed))\b(?P<gap>[^.;@]{{0,25}}?)\b(?:as|in|into|on an?) {AT}",
        rf"^\W*{AT}: (?P<gap>)(?:you|participants?|employees?) (?:can|may) (?:elect|choose|contribute|save)\b",
        r"\bit is possible to (?:make|contribute|save)\b(?P<gap>[^.;@]{0,40}?)@at\b",
        rf"^\W*{AT}(?P<gap>)(?::| -|\|) [^.;@]{{0,60}}\bup to (?:an additional )?(?:\d+(?:\.\d+)?%|\$\d)",
        rf"\bto (?:make|elect|start|begin|set up) {AT}(?P<gap>),? (?:please |simply |just |you (?:must|need to|should|have to) )?(?:log|go|visit|call|choose|complete|use|contact|enter|select|pick)\b",
        r"(?:^|[:;] )(?:set|choose|pick|select|elect|turn on|switch on|add) (?:a |an |your |the )?@at(?P<gap>) (?:contribution |deduction )?(?:rate|percent\w*|election|amount|option|deductions?)",
        rf"\b{PLAN}\b has(?: also)? (?:taken|accepted|allowed|permitted|offered|had)(?P<gap>) (?:voluntary )?{AT}",
        rf"\b(?:was|were|is|has been|have been) amended\b[^.;@]{{0,50}} to (?:add|permit|allow|introduce|include|provide for|accept)\b(?P<gap>[^.;@]{{0,30}}){AT}",
        rf"{AT}(?P<gap>) (?:began|started|became available|were added|were introduced|have been (?:available|allowed|permitted|offered|accepted) since)\b",
        rf"^\W*{AT}(?P<gap>) (?:permitted|allowed|accepted|offered)(?:\W*$|;)",
        r"\bthe (?:option|opportunity|ability|chance) to (?:make|contribute|elect|save)\b(?P<gap>[^.;]{0,60}?)@at\b",
        rf"{AT}(?P<gap>)[^.;@]{{0,50}}\b(?:was|were|is|are|has been|have been) added (?:to the plan\b|as an? (?:\w+ )?(?:option|source|type|feature))",
        r"\b(?:participants?|employees?|member|your)(?:'s?)? contributions? (?:may |can )?(?:consist of|include|comprise|are comprised of|be)\b(?P<gap>[^.;]{0,60}?)@at\b",
        rf"^\W*(?:\(?[a-z1-9]\) )?(?:to )?(?:permit|allow|add|introduce|adopt)s?(?P<gap> (?:participants to make |participants to contribute |for )?){AT}",
        r"\bagreement (?:in order to make|to make|providing for)(?P<gap>[^.;]{0,80}?)@at contributions\b",
        r", (?:elect|choose|use|turn on) (?:the |our )?@at(?P<gap>) (?:contribution )?(?:option|feature|source|election)",
    )
)
_YES_ITEM = Pattern(rf"(?:^[\"'(]*|; (?:and |or )?)(?:(?:make|making|contribute|elect) )?{AT}")
_UNDER_HEAD = Pattern(
    rf"\b{WHO}\b[^.;@]{{0,110}}\b{MAY}\b(?P<gap>[^.;]{{0,90}}?)\b(?:contribute|save|make|defer|set aside|put)\b(?![^.;]{{0,60}}@(?:pre|roth))"
)
_IMPLIED = (
    Pattern(
        r"(?:\byour )?@at(?: employee| voluntary)? (?:contributions?|savings?|deferrals?)(?P<gap>[^.;]{0,40}?)\b(?:are|is|will be|may not exceed|cannot exceed|do not)(?: not| never| also| always)? (?:matched|eligible for[^.;]{0,30}match\w*|excluded from[^.;]{0,30}match\w*|deducted|calculated|withheld|limited to (?:up to |an? (?:\w+ )?maximum of )?[\d$]|subject to (?:the )?(?:acp|annual|plan))"
    ),
    Pattern(r"\b(?:new|incoming|future|ongoing|subsequent) @at (?:contributions?|deposits?|funds|money)(?P<gap>)"),
    Pattern(
        r"\bmatch(?:es|ed)?(?P<gap>) (?:both |all |your )*@(?:pre|roth)(?: \w+){0,2}(?:, | and | or |/)(?:and |or )?@(?:pre|roth)(?: \w+){0,2}(?:,? and |,? or |/|, )@at (?:contributions?|savings|deferrals?)",
        "match",
    ),
    Pattern(
        r"@(?:pre|roth)\b[^.;@]{0,30}@(?:pre|roth)\b[^.;@]{0,30}@at contributions?(?P<gap>)[^.;]{0,70}\b(?:are|is) (?:\w+ ){0,2}(?:some|among|part|one)?(?: of)? ?(?:the|this|your|our) plan's (?:\w+ )?features\b",
        "features",
    ),
    Pattern(
        r"\b(?:your|all) @at contributions(?P<gap>[^.;]{0,80})\bexceed \d|\bcontribute more than \d+% [^.;]{0,30}\bas @at",
        "exceed", "more than",
    ),
    Pattern(
        r"@at contributions?(?: [^.;@]{0,40})? (?:may|can|shall|will|could) ?not exceed(?P<gap>) [^.;]{0,60}(?:\d%|\$\d)",
        "exceed",
    ),
    Pattern(
        r"\bmatch\w*\b(?![^.;]{0,140}\b(?:exclud|except|other than|not\b(?! (?:in excess|apply|exceed))))(?P<gap>)[^.;]{0,130}@pre[^.;@]{0,25}(?:@roth[^.;@]{0,25})?(?:,|/| and| or| and/or| plus) ?(?:\w+ ){0,2}@at (?:contributions?|savings|deferrals?)",
        "match",
    ),
    Pattern(
        r"\blimited to (?P<gap>)(?:[^.;@%]{0,20} )?\d+(?:\.\d+)?%[^.;@]{0,50}\b(?:for|in|as) @at contributions?|\d%[^.;@%]{0,12}\b(?:can|may) be @at contributions?|\b(?:total|combin\w*|aggregat\w*|sum)\b[^.;]{0,100}@at contributions?\b[^.;]{0,70}\b(?:is|are) limited to [^.;]{0,10}\d",
        "limited to", "can be", "may be",
    ),
    Pattern(
        r"@roth\b[^.;]{0,40}\b(?:allowed|permitted|available|accepted)\b(?P<gap>)[^.;]{0,20}in addition to [^.;]{0,30}@at contributions?",
        "in addition",
    ),
    Pattern(
        rf"\b(?:no|not) more than(?P<gap>) [^.;%]{{0,20}}\d%[^.;]{{0,50}}\b(?:saved|contributed|made|elected|put in|given)\b[^.;]{{0,20}}\bas {AT}",
        "more than",
    ),
    Pattern(
        rf"\b(?:if|unless|when|while) you(?P<gap>) (?:are )?(?:\w+ )?(?:making|make|electing|elect|contributing)\b(?! [^.;]{{0,60}}\b(?:hardship|withdraw))[^.;]{{0,40}}{AT} (?!to another)",
        "if you", "unless you", "when you", "while you",
    ),
    Pattern(
        rf"\b(?:maximum|most|highest)\b[^.;@]{{0,30}}{AT}(?P<gap>)[^.;@%]{{0,40}}\b(?:is|are)\b[^.;%]{{0,25}}\d%",
        "maximum", "most", "highest",
    ),
    Pattern(
        r"\byou (?:may|can)\b[^.;@]{0,20}\b(?:increase|decrease|change|stop|resume|restart|vary)\b(?P<gap>)[^.;@]{0,40}\b(?:your )?@at contributions?",
        "you may", "you can",
    ),
    Pattern(
        rf"\blimit of \$\d(?P<gap>)[^.;]{{0,50}}\b(?:for|on) {AT}|@at (?:contributions? |savings )?(?:are|is|come) (?:taken|out) (?:from|of|out)\b",
        "limit of", "taken", " out",
    ),
    Pattern(
        r"@at (?:contributions? |savings )?(?:are|is) (?:capped at|subject to an? (?:\w+ )?(?:maximum|limit|cap|ceiling) of)(?P<gap>) (?:\d|\$\d)|@at (?:contribution |savings )?(?:limit|maximum|cap) (?:is|of) (?:\d|\$\d)",
        "capped", "subject to", "limit ", "maximum ", "cap ",
    ),
    Pattern(
        rf"\b(?:does not )?match {AT}(?P<gap>)|\bmatch(?:es|ing)?\b[^.;]{{0,60}}\b(?:on|of) (?:[^.;]{{0,40}}, )?{AT}",
        "match",
    ),
)  # fmt: skip
"""What could not be said of contributions that nobody makes."""
_CLOSED = Pattern(
    rf"\b(?:two|2) (?:\w+ )?(?:ways|kinds|types|options|choices)\b(?! of (?:elective |salary )*deferrals?)[^.;]{{0,60}}(?:@pre\b[^.;]{{0,40}}@roth|@roth\b[^.;]{{0,40}}@pre)"
    r"|\bonly @pre (?:contributions? )?(?:and|or) @roth (?:elective deferrals?|deferrals?|401k contributions?|contributions?)(?: are| may be| is)? (?:permitted|allowed|accepted|made|available)"
    rf"|\b{WHO} (?:may|can) (?:make )?only (?:make )?@pre (?:contributions? )?(?:and|or) @roth (?:\w+ )?contributions"
    r"|\bonly (?:\w+ ){0,3}contributions?\b[^.;@]{0,40}\b(?:are|is) @pre\b[^.;@]{0,30}@roth|\bno (?:\w+ )?contributions? other than (?:\w+ )?@pre\b[^.;@]{0,30}@roth|\bcontributions? other than @pre\b[^.;@]{0,30}@roth[^.;@]{0,30}\b(?:are|is) not (?:accepted|permitted|allowed)"
    r"|\bonly @pre contributions (?:are|may be) (?:permitted|allowed|accepted|made)"
)


_NOT_OF_KINDS = Pattern(r"\bmatch|\bhardship|\bcount|\bvest|\bwithdr|\bloan|\bconver|\btest|\brollover")
"""The only ones that are matched, or may be taken in a hardship: that says nothing of what may be made."""
SPILL = (
    Pattern(
        r"\b(?:automatic\w*|continue\w*|carr(?:y|ies|ied) on|keeps? (?:on|going)|go(?:es)? on|flows?|spill\w*|switch\w*|change\w*|convert\w*|redirect\w*|roll\w*|transfer\w*|treated|recharacteri\w+|made)\b[^.;]{0,70}\b(?:to|as|into|over|on) (?:an? )?(?:your )?(?:@at)\b[^.;]{0,90}\b(?:once|when|after|if|upon|limit|reach|maximum)"
    ),
    Pattern(
        r"\b(?:once|when|after|if|upon)\b[^.;]{0,120}\b(?:limit|maximum|reach\w*|402)\b[^.;]{0,110}\b(?:automatic\w*|continue\w*|carr(?:y|ies|ied) on|keeps? (?:on|going)|go(?:es)? on|flows?|spill\w*|switch\w*|redirect\w*|treated|will be made|change\w*)\b[^.;]{0,60}\b(?:as|to|into|on an?) (?:an? )?(?:your )?@at"
    ),
    Pattern(r"\bspill[- ]?over\b[^.;]{0,60}@at|@at[^.;]{0,40}\bspill[- ]?over"),
)
"""Deferrals that go on as after-tax contributions at their limit."""


_ASKS_WHETHER = Pattern(
    r"\b(?:contribut|mak(?:e|ing)|sav(?:e|ing)|accept|offer|permit|allow|hav(?:e|ing)|has|put|add|feature|option|support|available|take|provide)"
)
_IF_ALLOWED = Pattern(r"\bif (?:your|the) (?:plan|employer) (?:allows|permits|offers|provides)")


def claims_of(document: Document) -> list[Claim]:
    """Every claim about after-tax and Roth contributions."""
    found: list[Claim] = []
    left_open = any("@roth" in unit.norm and _IF_ALLOWED.search(unit.norm) for unit in document.units)
    for unit in document.units:
        if unit.kind in ("contents", "question", "heading") or document.is_title(unit):
            continue
        found += [claim for claim in roth.claims_of_unit(document, unit) if claim.strength > 2 or not left_open]
        if "@amb" in unit.norm + unit.answer_to:
            found += _ban(document, unit)
        if (
            "@at" in document.full(unit)
            or "@mega" in unit.norm
            or "@at" in unit.answer_to
            or "@at" in document.follows.get(id(unit), "")
            or (unit.heads and "@at" in document.heads[unit.heads[0]])
        ):
            said = _after_tax(document, unit)
            about = "@at" in unit.norm and not document.is_condition(unit) and not document.is_rollover(unit)
            if about and is_doubt(unit.norm) and not any(claim.value in ("no", "frozen") for claim in said):
                said = [Claim("after_tax_doubt", "doubt", unit, 1)]
            found += said
        elif (
            "@pre" in unit.norm
            and _CLOSED.search(unit.norm)
            and "catch-up" not in unit.norm
            and not _NOT_OF_KINDS.search(unit.norm)
            and not document.is_condition(unit)
        ):
            found.append(
                Claim(
                    "after_tax_allowed",
                    "no",
                    unit,
                    1,
                    "the document names two ways to contribute, and after-tax is neither",
                )
            )
    return found


def _ban(document: Document, unit: Unit) -> list[Claim]:
    """A plan that takes Roth deferrals and no "after-tax" contributions means those that are not Roth."""
    if not _TAKES_ROTH.search(document.text) or document.template or document.general:
        return []
    norm, asked = unit.norm, unit.answer_to
    unit.norm, unit.answer_to = norm.replace("@amb", "@at"), asked.replace("@amb", "@at")
    said = [claim for claim in _after_tax(document, unit) if claim.value in ("no", "frozen")]
    if not said:
        unit.norm, unit.answer_to = norm, asked
    return said


_TAKES_ROTH = Pattern(
    r"@pre(?: contributions?| deferrals?| savings?| amounts?)?(?: and| or| and/or|,|/) (?:to )?@roth(?! conv| in-plan| roll)|@roth(?: 401k)? (?:contributions?|deferrals?) (?:are|is) (?:permitted|allowed|accepted|available|offered)|\bmake (?:@pre (?:and|or) )?@roth"
)


def _says(unit: Unit, value: str, strength: int, note: str = "") -> list[Claim]:
    return [Claim("after_tax_allowed", value, unit, strength, note)]


def _after_tax(document: Document, unit: Unit) -> list[Claim]:
    text, full = without_rollovers(unit.norm), document.full(unit)
    if document.is_rollover(unit) or _ELSEWHERE.search(full) or "example" in text[:14]:
        return []
    if (
        unit.answer_to
        and re.search(rf"\b(?:{MAY}|do|does|is|are|am)\b[^?]*@at\b", unit.answer_to)
        and not _NOT_NEAR.search(unit.answer_to)
        and _ASKS_WHETHER.search(unit.answer_to)
        and not re.search(r"\bmatch|\bvest|\bcount|\bhow\b|\bwhen\b|\bpart of\b|\bwhy\b", unit.answer_to)
    ):
        return (
            []
            if document.is_condition(unit) or _HCE.search(unit.answer_to)
            else _says(unit, "yes" if text.startswith("yes") else "no", 3)
        )
    if choice := boxes.choice(unit.raw):
        return _ticked(unit, choice)
    if unit.ticked is False:
        return []
    if unit.ticked and (said := ticked_option(text)) and "@at" in (document.heads[unit.heads[0]] if unit.heads else ""):
        return _says(unit, said, 3)
    if document.is_condition(unit) and not unit.ticked:
        return []
    if not document.decides(unit) and not unit.ticked:
        return []
    if _HCE.search(text) and NOT.search(text):
        return []
    if not boxes.has_box(unit.raw) or unit.ticked:
        document.place(unit)
        for pattern in FROZEN:
            found = pattern.search(text)
            if (
                found
                and re.search(
                    r"\bcould (?:make|contribute|elect)|were (?:permitted|allowed|able|eligible) to", found.group()
                )
                and not (unit.until or re.search(r"\bprior to\b|\bbefore\b|\buntil\b", text))
            ):
                continue
            if found and (_NOT_NEAR.search(_clause_before(text, found.start())) or _OF_A_LIMIT.search(text)):
                continue
            if found and not _TEMPORARY.search(text[max(0, found.start() - 40) : found.end() + 25]) and "?" not in text:
                unit.since = unit.since or unit.until or date_in(text)
                return _says(unit, "frozen", 3)
        for pattern in NO:
            found = pattern.search(text)
            if found and _NOT_NEAR.search(_clause_before(text, found.start()) + found.group()):
                continue
            if found and not re.search(
                r"\bexcept\b|\bother than\b|\bunless\b|\buntil\b|\bduring\b|\bwhile\b|\bif you\b", text
            ):
                return _says(unit, "no", 3)
    return _yes(document, unit, text)


_HOW_MUCH = Pattern(
    r"\b(?:how much|what percent\w*)\b[^?@]*\b(?:contribute|save|put|make|set aside|defer)\b[^?@]*@at\b|\bhow much @at\b",
    "how much",
    "percent",
)
_A_SHARE = Pattern(r"^\W*(?:you (?:can|may) \w+ )?(?:anywhere )?(?:from |between |up to |any\w* )*(?:\$?\d[\d,]*%?)")
_NO_DENIAL = Pattern(
    r"\bnot (?:to exceed|exceeding|more than|less than|in excess of)\b|\bwhether or not\b|\bnot only\b"
)
_ASKS_WHICH = Pattern(
    r"\b(?:what|which|how)\b[^?]*\b(?:contribut|sav(?:e|ing)|kinds?|types?|options?|choices|buckets|sources)\b|\b(?:what|which) (?:kinds|types) of\b|\bhow (?:can|may|do) i (?:contribute|save)"
)
_NAMES_THREE = Pattern(
    r"^\W*(?:@pre\b[^.;]{0,40}@roth\b[^.;]{0,40}@at\b|@roth\b[^.;]{0,40}@pre\b[^.;]{0,40}@at\b|@pre\b[^.;]{0,40}@at\b[^.;]{0,40}@roth\b)"
)
_ALL_THREE = Pattern(
    r"\b(?:offers?|includes?|can be|may be|choose|choices?|options?|elect|pick|either|any (?:mix|combination) of|between|among)\b[^.;]{0,60}(?:@pre\b[^.;@]{0,40}@roth\b[^.;@]{0,40}@at\b|@roth\b[^.;@]{0,40}@pre\b[^.;@]{0,40}@at\b|@pre\b[^.;@]{0,40}@at\b[^.;@]{0,40}@roth\b)"
)
_NO_OFFER = Pattern(
    r"\bannual additions|\blimits?\b|\bcount|\btotal|\bexample|\btest|\bvest|\baccounts? (?:are|is|may|consist)|\binclude[sd]? in\b|\bprior\b|\bformer|\bmatch|\bstatement|\bbeneficiar|\binvest"
)
_MEGA = Pattern(
    rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:offers?|supports?|allows?|permits?|includes?|has|provides?|features?)\b[^.;@]{{0,25}}@mega|@mega: [^.;]{{0,25}}\b(?:supports?|offers?|allows?|has) it\b|@mega:? (?:is |are )?(?:available|supported|yes|offered|included)\b"
)
_TO_BE_MOVED = Pattern(
    r"(?: [a-z]+){0,4} (?:to be|be|being) (?:withdrawn|distributed|converted|rolled|taken|paid|transferred|moved|accessed)"
)


def _yes(document: Document, unit: Unit, text: str) -> list[Claim]:
    if _PAST.search(text) or FROZEN[2].search(text):
        return []
    for pattern in _YES:
        for found in pattern.finditer(text):
            gap = _NO_DENIAL.sub(" ", found["gap"])
            whole = found.group()
            if (
                _NOT_NEAR.search(_clause_before(text, found.start()))
                or _NOT_NEAR.search(gap)
                or NOT.search(gap)
                or NOT.search(_NO_DENIAL.sub(" ", whole.split("@at")[0]))
            ):
                continue
            if pattern is _YES[0] and not re.search(PUTS_IN, gap) and not re.search(r"\bbe able to|have\b", whole):
                continue
            if re.match(r"[^.;,%]{0,15}\b0%(?! ?(?:to|-|through))", text[found.end() :]):
                continue
            if _TO_BE_MOVED.match(text[found.end() :]) or re.search(
                r"\b(?:no|not|never|neither|nor)\W*$|\bnor (?:does|do|will) (?:the |our |this )?$",
                text[: found.start()],
            ):
                continue
            if re.match(r"@at (?:balance|account balance|withdrawal|conversion)", text[found.end() - 3 :]):
                continue
            return _says(unit, "yes", 3)
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if _ASKS_WHICH.search(document.follows.get(id(unit), "")) and _NAMES_THREE.match(text) and not NOT.search(text):
        return _says(unit, "yes", 2)
    if _HOW_MUCH.search(document.follows.get(id(unit), "")) and _A_SHARE.match(text) and not NOT.search(text):
        return _says(unit, "yes", 2)
    listed = _ALL_THREE.search(text)
    if listed and not _NOT_NEAR.search(text) and not NOT.search(text) and not _NO_OFFER.search(text):
        return _says(unit, "yes", 2)
    if _MEGA.search(text) and not NOT.search(text) and not re.search(r"\bif\b|\bmay\b|\bmight\b", text):
        return _says(unit, "yes", 2, "said by the name of the mega-backdoor Roth")
    lead = document.lead_of(unit)
    if (
        lead
        and _YES_ITEM.search(text)
        and len(text.split()) < 60
        and LEAD_IN.search(lead)
        and not _NOT_NEAR.search(lead)
        and not NOT.search(lead)
    ):
        return _says(unit, "yes", 3)
    if (
        "@at" in head
        and "@roth" not in head
        and "@pre" not in head
        and len(head.split()) <= 8
        and not _NOT_NEAR.search(head)
        and not NOT.search(head)
    ):
        under = _UNDER_HEAD.search(text)
        if under and not NOT.search(under.group()) and not _NOT_NEAR.search(text):
            return _says(unit, "yes", 2)
    around = head + " " + lead
    if (
        len(text.split()) <= 9
        and re.search(rf"^{AT}[^.;@]{{0,30}}(?:\$\d|\d%)", text)
        and re.search(r"limit|maximum|contribut", around)
    ):
        return _says(unit, "yes", 1, "implied: a table of limits has a row for it")
    spilt = next((hit for pattern in SPILL if (hit := pattern.search(text))), None)
    if spilt is not None and not NOT.search(spilt.group()):
        return _says(unit, "yes", 1, "implied: contributions go on as after-tax")
    implied = next((hit for pattern in _IMPLIED if (hit := pattern.search(text))), None)
    if implied and not _NOT_NEAR.search(implied["gap"] or ""):
        return _says(unit, "yes", 1, "implied: the document speaks of such contributions as going on")
    return []


def _clause_before(text: str, at: int) -> str:
    """What stands before a place in the same clause."""
    return re.split(r"[.;:?]|, (?:and|but|or) ", text[:at])[-1][-90:]


_DOUBT = Pattern(
    r"(?:no longer|discontinu|frozen|freez|ceas|closed to|eliminat|stopped accept|suspended indefinitely|not (?:permit|allow|accept|offer|available))[^.;]{0,60}@at(?! (?:balance|withdraw))|@at(?! (?:balance|withdraw))[^.;]{0,60}(?:no longer|discontinu|frozen|ceas|closed to|eliminat|not (?:permitted|allowed|accepted|offered|available))"
)


_OF_A_LIMIT = Pattern(
    r"\b(?:caps?|limits?|maximum|suspension|restrictions?|match|minimum|fee|waiting period|ceiling)\b (?:\w+ )?(?:on|of|for|to|following|after)\b[^.;]{0,40}@at|\bno longer (?:limit|cap|match|suspend|restrict|require)"
)
"""A limit that ends is no end of the contributions."""


def is_doubt(text: str) -> bool:
    """Words of an end or a ban beside after-tax money that made no claim: enough to keep a yes from being believed."""
    found = _DOUBT.search(text)
    if not found or _OF_A_LIMIT.search(text) or _NOT_NEAR.search(text) or _HCE.search(text) or _PAST.search(text):
        return False
    return not _TEMPORARY.search(text)


def _ticked(unit: Unit, choice: str) -> list[Claim]:
    if _NOT_NEAR.search(unit.norm):
        return []
    return _says(unit, "no" if choice == "no" or "not" in choice else "yes", 3)
