"""What the employer adds: match formula, its limits and period, what is matched, true-up, money that needs no deferral, vesting."""

from __future__ import annotations

import re
from fractions import Fraction

from megaroth.reader import boxes
from megaroth.reader.context import Document
from megaroth.reader.formula import (
    ONE_STEP,
    earned,
    greater_of,
    of_pairs,
    percent,
    plausible,
    rated,
    steps_of,
    tiers_of,
)
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import TAIL
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_P = r"(\d{1,3}(?:\.\d+)?)%"
_MONEY = r"\$(\d[\d,]*(?:\.\d\d)?)"
_MATCH = Pattern(r"\bmatch")
_NO_FORMULA = Pattern(
    r"\b(?:for )?example\b|\bfor instance\b|\btypical(?:ly)?\b|\b(?:most )?common(?:ly)?\b|\b(?:many|most|some|other) (?:plans|employers|companies)\b|\bassum|\bsuppose\b|\bexhibit\b|\billustrat|\bdiscretion|\bif (?:your|the) (?:annual )?(?:salary|pay|compensation|earnings) (?:is|are|was)\b|\bqualified matching|\bqmac|\bforfeit|\btop-heavy|\bin the past\b|\bprevious(?:ly)?\b|\bformer(?:ly)?\b|\bearns? \$|\bearning \$|\bhypothetical|\bmake the most|\bmaximize|\btake (?:full )?advantage|\bmiss(?:ing)? out|\bto (?:get|receive) the (?:full|maximum)|\bnot receive the full"
)
_MOST = Pattern(
    rf"\b(?:the most (?:[a-z]+ ){{0,8}}?is|maximum(?: annual)?(?: company| employer)?(?: match(?:ing contribution)?)?(?: \w+){{0,5}}?|max(?:imum)? of|up to (?:a (?:total|maximum) of |an annual maximum of )?|not (?:to )?exceed(?:ing)?|limited to|capped at|no more than|cap of|will not exceed|may not exceed|never exceed|match(?:ing contributions?)? exceed)\s*(?:is |of |at )?{_MONEY}(?P<after>[^.;]{{0,60}})|\((?:with )?(?:an? )?{_MONEY} (?:max|maximum|cap|annual max\w*|limit)[^)]{{0,30}}\)"
)
_PER_SHORT = Pattern(
    r"\bper (?:pay|quarter|month|check)|\beach (?:pay|quarter|month)|\ba (?:quarter|month)|\bper (?:bi-?weekly|semi)"
)
_PERIODS = (
    (
        "payday",
        Pattern(
            r"\bpayday by payday\b|\b(?:each|every|per|by|on a|paid each|calculated (?:on )?(?:a |each )?)\s*(?:pay(?:roll)?[- ]?(?:period|day|date|check|cycle)?|payroll-by-payroll|pay-?by-?pay|bi-?weekly|semi-?monthly)(?: period)?\b|\bpayroll basis\b|\bper[- ]pay(?:roll|check)?[- ]?(?:period)?\b|\bpay(?:roll)?[- ]period basis\b|\beach payday\b|\bas of each pay|\bpaycheck basis"
        ),
    ),
    (
        "quarter",
        Pattern(r"\b(?:each|every|per|end of (?:each|the)|on a|by) (?:calendar |plan )?quarter(?:ly)?\b|\bquarterly\b"),
    ),
    (
        "year",
        Pattern(
            r"\bannual(?:ly)?\b[^.;]{0,20}\b(?:match|basis|contribut|calculat|determin|after)|\b(?:calculated|determined|made|paid|computed|based|contributed|funded|deposited|credited)\b[^.;]{0,50}\b(?:annual(?:ly)?|for the (?:entire |full |whole )?(?:plan |calendar )?year|once (?:a|per|each) year|after the end of (?:the|each) (?:plan |calendar )?year|plan[- ]year basis|yearly|single (?:sum|deposit)|(?:in|each|the) following (?:january|february|march|april))|\bfor (?:each|the) (?:plan |calendar )?year,? the (?:company|employer|firm|bank) (?:will )?match"
        ),
    ),
)
_TRUE_UP = Pattern(
    r"\btrue[- ]?up\b|\btrued[- ]up\b|\btruing[- ]up\b|\bmatch(?:ing)? (?:contribution )?(?:reconciliation|adjustment)\b|\byear-end (?:match|adjustment|reconciliation)"
)
_TRUE_UP_NO = Pattern(
    r"\bno (?:annual |year-end |other )*(?:match(?:ing)? )?(?:adjustment|reconciliation|make-?up)s?\b(?! (?:fee|to (?:the|your) (?:account|limit)))|\bmatch\w*[^.;]{0,40}\b(?:is|are|will) not (?:be )?(?:recalculated|recomputed|adjusted|made up|reconciled)|\b(?:no|not|neither|does not|do not|doesn't|won't|will not|without|nor)\b[^.;]{0,60}\btru(?:e|ed|ing)[- ]?up|\btrue[- ]?up[^.;]{0,40}\b(?:not|no longer)\b (?:made|provided|offered|permitted|available|performed|apply|applicable|be)"
)
_TRUE_UP_WORDS = Pattern(
    r"\b(?:after (?:the (?:end|close) of )?(?:each|the) (?:plan |calendar )?year|at (?:the end of (?:each|the) (?:plan |calendar )?year|year[- ]end)|following (?:the end of )?(?:the|each) (?:plan |calendar )?year|end of (?:each|the) (?:plan |calendar )?year)[^.;]{0,160}\b(?:additional|make[- ]?up|difference|shortfall|adjust\w*|recalculat\w*|recomput\w*|missed|full|catch)\b[^.;]{0,90}\bmatch"
    r"|\bafter the (?:end|close) of (?:the|each) (?:plan |calendar )?year[^.;]{0,40}\bcompar\w+[^.;]{0,160}\b(?:shortfall|difference)"
    r"|\bmatch\w*[^.;]{0,120}\b(?:recalculat\w*|recomput\w*|reviewed|compared|reconciled|adjusted|determined)\b[^.;]{0,60}\b(?:annual|full[- ]year|whole year|entire (?:plan |calendar )?year|year[- ]end|end of the (?:plan |calendar )?year)[^.;]{0,120}\b(?:difference|additional|shortfall|make up|made up|make you whole|any amount|owed|credited|contribut)"
    r"|\b(?:continues?|keep|will go on|continuing) (?:making|to make|to receive|contributing|to contribute|matching|to match)[^.;]{0,60}\bmatch\w*[^.;]{0,80}\buntil\b[^.;]{0,70}\b(?:%|full|maximum|matched)"
    r"|\b(?:additional|make-?up|supplemental) match\w*[^.;]{0,100}\b(?:reached?|maximum|limit|front|early|uneven|annual|entire year|year)\b[^.;]{0,80}"
    r"|\b(?:after|at|following)\b[^.;]{0,30}\byear[- ]?end\b[^.;]{0,140}\b(?:whatever|any|the) match\b[^.;]{0,30}\bmiss"
    r"|\bcompar\w+[^.;]{0,90}\b(?:whole|full|entire) (?:plan |calendar )?year\b[^.;]{0,90}\bcontributes? (?:the|any) (?:difference|shortfall)"
    r"|\bmatch\w*[^.;]{0,140}\b(?:whole|full|entire) (?:plan |calendar )?year\b[^.;]{0,120}\breceives? the difference"
    r"|\bwill not (?:lose|miss|forfeit)[^.;]{0,30}\bmatch\w*[^.;]{0,80}\b(?:early|limit|maximum|before)"
)
_LAST_DAY = Pattern(
    r"\bemployed on december 31|\b(?:employed|active|employee|on the payroll)\b[^.;]{0,40}\b(?:on (?:the )?(?:last (?:business |working )?day of (?:the|each|that) (?:plan |calendar )?(?:year)|december 31|dec\. 31)|as of (?:december 31|the last day))"
)
_CATCH_YES = Pattern(
    r"\bcatch-?up (?:contributions?|deferrals?)(?! (?:are|is|do) not)[^.;]{0,60}\b(?:are|is|will be|also)(?: also| generally)? (?:eligible for|matched|included in|counted|taken into account|considered|accounted)[^.;]{0,50}(?:match\w*)?|\bmatch\w*\b[^.;]{0,40}\b(?:on|of|for|to|includ\w+)\b[^.;]{0,110}\bcatch-?up contributions?|\bincluding catch-?up(?: contributions?)?[^.;]{0,40}\bmatch"
)
_CATCH_NO = Pattern(
    r"\bcatch-?up (?:contributions?|deferrals?)?[^.;]{0,70}\b(?:are|is|will|do|does)(?: still| also)?(?: not| never)\b[^.;]{0,40}\bmatch|\bmatch\w* counts?\b[^.;]*\bnot (?:[^.;]{0,30} (?:and|or) (?:not )?)?catch-?up|\b(?:does not|do not|will not|doesn't|no)\b[^.;]{0,30}\bmatch\w*\b[^.;]{0,60}\bcatch-?up|\bcatch-?up\b[^.;]{0,60}\b(?:excluded from|ineligible for|not eligible for|disregarded|not counted|not considered|not taken into account)[^.;]{0,50}(?:match)|\bexclud(?:es|ing) catch-?up[^.;]{0,40}\bmatch|\bmatch\w*[^.;]{0,80}\b(?:exclud(?:es|ing)|other than|except|but not|not including)\b[^.;]{0,30}\bcatch-?up"
)
_ALL_TYPES = Pattern(
    r"^all (?:contribution )?types? (?:of contributions? )?(?:are|is) (?:eligible for [^.;]{0,20}match|matched)"
)
_NOT_COUNTED = Pattern(
    r"@at(?: contributions?| savings?)?,? (?:are|is|do) not (?:counted|count|considered|taken into account|included)\b",
    "not",
)
_COUNTED = Pattern(
    r"^catch-up (?:contributions?|deferrals?) (?:are|do|will be) (?P<not>not )?(?:counted|count|considered|taken into account|included)\b"
)
_ONLY_DEFERRALS = Pattern(
    r"\bmatch\w*[^.;]{0,40}\b(?:only|solely) (?:to|on|for) @pre (?:contributions? )?(?:and|or) @roth"
)
_AT_NO = Pattern(
    r"\bmatch\w* counts?\b[^.;]*\bnot (?:[^.;]{0,30} (?:and|or) (?:not )?)?@at|@at\b[^.;]{0,70}\b(?:are|is|will|do|does)(?: still| also)?(?: not| never)\b (?!(?:miss|lose|forfeit|give up))[^.;]{0,40}\b(?:match|receive [^.;]{0,20}match|eligible for [^.;]{0,30}match|qualify)|\b(?:does not|do not|will not|doesn't|no|not)\b[^.;]{0,30}\bmatch\w*\b[^.;]{0,60}@at|@at\b[^.;]{0,60}\b(?:excluded from|ineligible for|not eligible for|disregarded)[^.;]{0,50}match|\bmatch\w*[^.;]{0,90}\b(?:exclud(?:es|ing)|other than|except|but not|not including)\b[^.;]{0,30}@at|@at contributions?,? (?:which|that)[^.;]{0,15}\bnot matched|\bunmatched @at"
)
_AT_YES = Pattern(
    r"\bmatch(?:es)? (?:your )?@pre[^.;]{0,40}@at|@at(?! to)\b[^.;]{0,60}\b(?:are|is|will be)(?: also| all)? (?:eligible for[^.;]{0,30}match|matched|match-eligible)|\bmatch(?:es|ing)?(?: contributions?)?\b[^.;]{0,25}\b(?:on|of|for)\b[^.;]{0,90}@at\b|\b(?:all|each) (?:contribution )?types?[^.;]{0,20}(?:are|is) (?:eligible|matched)[^.;]{0,30}match"
)
_ROTH_YES = Pattern(
    r"@pre\b[^.;]{0,30}@roth\b[^.;]{0,60}\b(?:are|is|will be)[^.;]{0,20}match|\bmatch\w*[^.;]{0,110}@pre\b[^.;]{0,40}@roth|@roth[^.;]{0,40}\b(?:are|is|will be)(?: also)? (?:eligible for|matched)[^.;]{0,20}(?:match|at)"
)
_ROTH_NO = Pattern(r"@roth[^.;@]{0,50}\b(?:are|is|will)(?: not)\b[^.;]{0,30}\bmatch|\bdoes not match @roth")
_NONELECTIVE = (
    Pattern(
        rf"\b(?:contributes?|credits?|deposits?|adds?|puts?|gives?|makes? a contribution (?:of|equal to)) (?:an amount equal to |an? (?:automatic |additional )?)?{_P}(?P<of> of (?:your |each [a-z']+ |eligible |annual |covered )*(?:pay|compensation|earnings|salary))[^.]{{0,80}}\b(?:need not|do not need to|don't have to|do not have to|regardless|whether|even if)\b[^.;]{{0,40}}\b(?:contribute|defer|participate|save|elect)"
    ),
    Pattern(
        rf"\b(?:contributes?|contribution (?:of|equal to)|will (?:contribute|make|receive)|makes?|receive)\b[^.;%]{{0,80}}?{_P}(?P<of>[^.;%]{{0,80}}?)\b(?:whether or not|regardless of whether|even if you do not|whether you|without regard to whether|you do not (?:need|have) to)\b[^.;]{{0,40}}\b(?:contribute|defer|participate|save|elect)"
    ),
    Pattern(
        rf"\b(?:nonelective|non-elective|core|basic company|company basic|automatic company|automatic employer|annual company|profit[- ]sharing safe harbor|retirement) contributions?\b(?![^.;%]{{0,60}}\b(?:match|discretion|qualified))[^.;%]{{0,60}}?(?:equal to|of|equals|is) {_P}(?P<of> (?:of )?(?:your |each [a-z ]+'s |eligible |annual |covered )*(?:pay|compensation|earnings|salary))"
    ),
    Pattern(
        rf"{_P}(?P<of>[^.;%]{{0,60}}?)\b(?:whether or not|regardless of whether|whether you|even if you (?:do not|don't))\b[^.;]{{0,30}}\b(?:contribute|defer|participate|save)"
    ),
)
_VESTED = Pattern(
    r"\b(?:immediately|always|fully|100%)(?: and immediately| fully| 100%)* (?:100% )?vested\b[^.;]{0,90}\b(?:match|company|employer|all (?:contributions|of))|\b(?:match|company|employer)\w*[^.;]{0,100}\b(?:immediately|always|fully|100%)(?: and immediately| fully)* (?:100% )?vested|\bvest(?:s|ed|ing)?\b[^.;]{0,60}\b(?:after|over|at|upon)\b[^.;]{0,30}\byears?\b|\b(?:three|3|two|2)-year cliff|\bvest(?:ing|s|ed)?\b[^.;]{0,40}\d+% (?:per|each|a|for each) year"
)
_SAFE = Pattern(
    r"\b(?:is|as|uses|operates as|designed as|intended to (?:be|satisfy)|satisfies|satisfy|qualif\w+)\b[^.;]{0,40}\bsafe harbor\b(?! (?:hardship|reasons|withdrawal|distribution|explanation))|\bsafe harbor (?:401k |matching|match|nonelective|plan\b|contribution)"
)
_SAFE_NO = Pattern(r"\bnot (?:a|an)? ?\"?safe harbor|\bnot intended to be a safe harbor")


def claims_of(document: Document) -> list[Claim]:
    """Every claim about employer money."""
    found: list[Claim] = []
    for place, unit in enumerate(document.units):
        if unit.kind in ("contents", "question", "heading") or unit.ticked is False or document.is_title(unit):
            continue
        text = unit.norm
        if document.general or (document.template and not unit.ticked):
            continue
        head = document.heads[unit.heads[0]] if unit.heads else ""
        if (
            "match" in text + head + document.lead_of(unit) + unit.answer_to
            or "true" in text
            or (
                "%" in text
                and re.search(r"\b(?:for|on|of) (?:each|every) (?:\$1|dollar)|\bif you contribute\b[^.;]*%", text)
            )
        ):
            found += _match(document, unit, head, place)
        found += _when_it_is_made(document, unit, place, found)
        if "%" in text and re.search(
            r"nonelective|non-elective|core|whether|need not|need to|have to|regardless|basic|automatic|even if|annual company|retirement contr",
            text,
        ):
            found += _nonelective(document, unit)
        if (
            "vest" in text
            and not document.is_condition(unit)
            and "investment" not in text[:20]
            and _VESTED.search(text)
            and not unit.raw.rstrip().endswith(":")
            and not re.search(r"example|disab|death|terminat|after-tax|hour", text)
        ):
            found.append(Claim("vesting", folded(unit.raw), unit, 1))
        if "safe harbor" in text:
            if _SAFE_NO.search(text):
                found.append(Claim("safe_harbor", "no", unit, 2))
            elif _SAFE.search(text) and not re.search(r"\bmay\b|\bif\b|\bformer|\bwas\b|\bshould\b|\bhardship", text):
                found.append(Claim("safe_harbor", "yes", unit, 2))
    return found


_NOT_SO = Pattern(
    r"\b(?:is|are|shall|will|does|do) not (?:be )?(?:re)?(?:comput|calculat|determin|adjust|made|paid)\w*\b[^.;]*",
    "not",
)
"""How the match is not made says nothing of how it is."""
_AT_YEAR_END = Pattern(
    r"\btrue[- ]?up|\btrued[- ]up|\byear[- ]end\b|\b(?:after|at) the (?:end|close) of (?:the|each) (?:plan |calendar )?year\b"
)
_NO_MATCH = Pattern(
    rf"\bmakes? no match(?:ing contributions?)?(?: of any kind| on [a-z@ ]{{0,20}}(?:deferrals|contributions))?{TAIL}|\b(?:company|employer|plan|firm|university|college|bank|hospital|school|we) (?:does|do) not match (?:your |employee |elective |salary |@pre |@roth |and |or |any )*(?:deferrals|contributions|savings)?{TAIL}"
    rf"|\bthere (?:is|are) no match(?:ing contributions?)? on (?:[a-z]+ )?(?:deferrals|contributions){TAIL}|\b(?:has|have|offers?|provides?|with) no (?:company |employer |plan )?match(?:ing contributions?)?{TAIL}|\bno (?:company |employer )?match(?:ing contributions?)? (?:in|under|to|for) (?:the|this|our) (?:fund|trust|program|401k|plan)\b|\bno (?:company |employer )?match(?:ing contributions?)? of any kind",
    "no",
)


_IT_IS_MADE = Pattern(
    r"^(?:it|this|the (?:matching |company |employer )?contributions?|we|the (?:company|employer|firm|bank))\b[^.;]{0,30}?\b(?:is|are|does so|do this|adds? it|makes? it|pays? it)\b[^.;]{0,30}"
)


def _when_it_is_made(document: Document, unit: Unit, place: int, found: list[Claim]) -> list[Claim]:
    """`It is credited each payday`, straight after the formula."""
    if not found or place == 0 or "match" in unit.norm or document.is_condition(unit):
        return []
    formula = found[-1] if found[-1].field in ("match", "match_period", "match_steps") else None
    if formula is None or formula.unit is not document.units[place - 1] or not _IT_IS_MADE.match(unit.norm):
        return []
    periods = [name for name, pattern in _PERIODS if pattern.search(unit.norm)]
    return [Claim("match_period", periods[0], unit, 2)] if len(periods) == 1 else []


def _match(document: Document, unit: Unit, head: str, place: int) -> list[Claim]:
    text = unit.norm
    found: list[Claim] = []
    if document.is_condition(unit) and not unit.ticked:
        return []
    if _TRUE_UP_NO.search(text):
        found.append(Claim("true_up", "no", unit, 3))
    elif _TRUE_UP.search(text) and not re.search(
        r"\bno\b[^.;]{0,20}(?:adjust|reconcil)|\bmay\b[^.;]{0,30}\btrue|discretion|\bif any\b|\?|\bmeans?\b|\bdefin|direction|\bmay (?:be (?:required|made)|make)|\bdelet|\bremov|\beliminat|\breserved\b|\bask(?:s|ed)? (?:about|for)\b",
        text,
    ):
        if re.search(
            r"\b(?:will|makes?|provides?|receive|made|calculat\w*|perform\w*|contribut\w*|eligible|is|are|offers?|credited|deposited|applies|trued)\b",
            text,
        ):
            found.append(Claim("true_up", "yes", unit, 3))
    elif (
        "match" in text + head
        and _TRUE_UP_WORDS.search(text)
        and not re.search(r"\bmay\b|discretion|\bvest|\bnot (?:be )?(?:re|make)|\bexample", text)
    ):
        found.append(Claim("true_up", "yes", unit, 2, "the word true-up is not there, the thing is"))
    if _LAST_DAY.search(text) and (
        any(claim.field == "true_up" and claim.value == "yes" for claim in found)
        or re.search(r"\bmatch[^.;]{0,60}\b(?:deposit|made|paid|fund|contribut|credit)", text)
    ):
        found.append(Claim("true_up_last_day", "yes", unit, 2))
    if _CATCH_NO.search(text) and not re.search(
        r"\bnot (?:be )?exclud|\bmaximum\b|\blimit\b|annual additions|\$\d", text
    ):
        found.append(Claim("match_on_catch_up", "no", unit, 3))
    elif _CATCH_YES.search(text) and "match" in text + head and not re.search(r"\bnot\b", text):
        found.append(Claim("match_on_catch_up", "yes", unit, 2))
    if "@at" in unit.answer_to and re.search(r"\bmatch", unit.answer_to):
        found.append(Claim("match_on_after_tax", "yes" if text.startswith("yes") else "no", unit, 3))
    elif "@at" in text and "conver" not in text:
        if _AT_NO.search(text):
            found.append(Claim("match_on_after_tax", "no", unit, 3))
        elif _AT_YES.search(text) and not re.search(
            r"\bnot\b|except|exclud|other than|before you|limit|\bwould\b|\bask(?:s|ed|ing)? for\b|withdraw|\bstop|\bsuspen|@at (?:account|balance|withdraw)",
            text,
        ):
            found.append(Claim("match_on_after_tax", "yes", unit, 2))
    elif "@at" in text and _NOT_COUNTED.search(text) and "match" in head + document.lead_of(unit):
        found.append(Claim("match_on_after_tax", "no", unit, 2))
    if "catch-up" in text and "match" in head + document.lead_of(unit) and (counted := _COUNTED.search(text)):
        found.append(Claim("match_on_catch_up", "no" if counted["not"] else "yes", unit, 2))
    if _ALL_TYPES.search(text) and document.after_tax_is_true and "@at" in document.text:
        found.append(Claim("match_on_after_tax", "yes", unit, 2))
    if _ONLY_DEFERRALS.search(text) and "@at" in document.text:
        found.append(Claim("match_on_after_tax", "no", unit, 2))
    if "@roth" in text and "in-plan" not in text and "conver" not in text:
        if _ROTH_NO.search(text):
            found.append(Claim("match_on_roth", "no", unit, 3))
        elif _ROTH_YES.search(text) and "not" not in text:
            found.append(Claim("match_on_roth", "yes", unit, 2))
    if (
        re.search(
            r"\b(?:does not|doesn't|will not|do not) (?:currently )?(?:make|provide|offer)[^.;]{0,20}\bmatching contributions?"
            + TAIL,
            text,
        )
        or re.search(
            rf"\bno (?:company |employer )?match(?:ing contributions?)? (?:is|are) (?:made|provided|offered){TAIL}|\bthere (?:is|are) no (?:company |employer )?match(?:ing contributions?)?{TAIL}",
            text,
        )
        or _NO_MATCH.search(text)
    ) and not re.search(r"@at|catch|true[- ]?up|highly|until|rollover|during|if you", text):
        found.append(Claim("match", "none", unit, 2))
    found += _formula(document, unit, head, place)
    about_match = _MATCH.search(text) and re.search(
        r"\b(?:made|calculat|determin|contribut|comput|based|deposit|credit|match(?:es|ed)?|paid|funded|allocat|figured|counted)",
        text,
    )
    said = _NOT_SO.sub(" ", _AT_YEAR_END.split(text)[0])
    with_formula = any(claim.field in ("match", "match_steps") for claim in found)
    if with_formula or (
        about_match
        and not any(claim.field == "true_up" for claim in found)
        and not re.search(r"\bexample|@at|\bvest|\bmaximum\b|\bmost\b|\bannual eligible|\bcontinue|\blimit", said)
    ):
        periods = [name for name, pattern in _PERIODS if pattern.search(said)]
        if len(periods) == 1 and not re.search(r"annual(?:ly)? (?:limit|maximum|compensation)", said):
            found.append(
                Claim("match_period", periods[0], unit, 2 if any(claim.field == "match" for claim in found) else 1)
            )
    return found


def _formula(document: Document, unit: Unit, head: str, place: int) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    named = "match" in full + head + " ".join(document.heads[each] for each in unit.heads[:2])
    if _NO_FORMULA.search(text) or not (named or re.search(r"\bfor (?:each|every) (?:\$1|dollar)", text)):
        return []
    if _BY_SERVICE.search(full):
        note = "the formula depends on years of service; ask for yours"
        return [Claim("match", "unknown", unit, 1, note)] if tiers_of(text) else []
    if boxes.has_box(unit.raw) and not unit.ticked:
        return []
    found: list[Claim] = []
    said = _IN_PLACE_OF.split(_VEST.split(text)[0])[0]
    one, two = greater_of(said)
    if one:
        return [Claim("match", one, unit, 3), Claim("match_alternative", two, unit, 3)]
    tiers = tiers_of(said)
    steps = steps_of(said)
    if len(tiers) < len(_RATE_OF.findall(rated(said))) and any("up_to_dollars" in tier for tier in tiers):
        tiers = []  # a tier of dollars, and beyond it a rate that was not understood
    if tiers and plausible(tiers) and not re.search(r"\bgreater of\b|\blesser of\b|\bwhichever is greater\b", said):
        if _agrees_with_what_follows(document, place, tiers):
            found.append(Claim("match", tiers, unit, 3))
        else:
            found.append(Claim("match", "unknown", unit, 1, "the match is said in two ways that do not agree; ask"))
    elif steps and named | ("contribut" in text) and not re.search(r"\$\d", said):
        name, value = of_pairs(steps)
        found += [Claim(name, value, unit, 2)] if name else []
    elif (step := ONE_STEP.search(said)) and "match" in full + head and not re.search(r"\$\d", said):
        value = [{"deferring_percent": percent(step[1]), "earns_percent_of_pay": percent(step[2])}]
        found.append(Claim("match_steps", value, unit, 2))
    if found or re.search(r"\bmatch", text):
        found += _most(rated(said), unit, bool(found))
    return found


_RATE_OF = Pattern(
    r"\d% of (?:the |your |any |each |all |that )*(?:first|next|elective|salary|deferrals?|contributions?|@pre|amounts?|rest)\b"
)
_BY_SERVICE = Pattern(
    r"\bless than (?:\d|one|two|three|four|five|ten)(?: \(\d+\))? years?|\b\d+ (?:or more|\+|to \d+|-\d+) years|\byears? of service:? (?:\||less)"
)
_IN_PLACE_OF = Pattern(r",? \b(?:in place of|instead of|rather than|up from|down from) (?=[^.;]{0,30}\d)")
_VEST = Pattern(r"[,;.]?\s*(?:and |\bis |\bare )?(?:\d+% |fully |immediately |100% )*vest")
_WORKED = Pattern(
    r"\b(?:contribut\w*|defer\w*|sav(?:e|ing)|put in) (?:at least )?(\d{1,2}(?:\.\d+)?)% [^.;%$]{0,60}?\b(?:company|employer|firm|we|bank|match)\b[^.;%$]{0,40}?\b(?:contributes?|adds?|match(?:es)?|of|is|be|puts?|gives?)\b (?:another |an additional |you )?(\d{1,2}(?:\.\d+)?)%(?! of (?:the|your|every|each) (?:first|contrib|deferr))"
)


def _agrees_with_what_follows(document: Document, place: int, tiers: list[dict[str, str]]) -> bool:
    """Whether the next sentences, which work the formula out or bound it, agree with how it was understood."""
    for unit in document.units[place + 1 : place + 3]:
        if unit.kind in ("heading", "contents") or unit.page > document.units[place].page + 1:
            break
        if (worked := _WORKED.search(unit.norm)) and not boxes.has_box(unit.raw):
            by_formula = earned(tiers, Fraction(worked[1]))
            if by_formula is not None and by_formula != Fraction(worked[2]):
                return False
        if list(tiers[-1]) == ["rate_percent"] and re.search(r"\bmatch[^.;]*\d%|\d%[^.;]*\bmatch", unit.norm):
            return False
    return True


def _most(text: str, unit: Unit, with_formula: bool) -> list[Claim]:
    hit = _MOST.search(text)
    if not hit:
        return []
    dollars = next(group for group in (hit[1], hit[3]) if group)
    after = hit["after"] or ""
    if (
        _PER_SHORT.search(after)
        or re.search(
            r"\beligible (?:pay|comp)|\bof (?:your |eligible |annual )*(?:pay|compensation|earnings)\b|irs|401\(?a|compensation limit|in (?:pay|compensation)",
            after,
        )
        or re.search(
            r"\birs\b|415|402\(g\)|compensation limit|after-tax|@at|catch-up|contribute up to \$|first \$|next \$",
            text[max(0, hit.start() - 60) : hit.end()],
        )
    ):
        return []
    if not with_formula and not re.search(r"match\w*[^.;]{0,120}$|maximum[^.;]{0,30}match", text[: hit.end()]):
        return []
    return [Claim("match_limits", {"max_dollars": dollars.replace(",", "")}, unit, 2)]


def _nonelective(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    if document.is_condition(unit) or re.search(
        r"\bdiscretion|\bmay (?:make|contribute)|\bexample|\btop-heavy|\bqualified non|\bforfeit|\bmatch(?:es|ing)? [^.;]{0,40}whether",
        text,
    ):
        return []
    for pattern in _NONELECTIVE:
        if hit := pattern.search(text):
            return [Claim("nonelective", {"percent_of_pay": percent(hit[1])}, unit, 2)]
    return []
