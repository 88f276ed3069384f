"""What the employer adds: match formula, its limits and period, what is matched, true-up, money that needs no deferral, vesting."""

from __future__ import annotations

import re
from typing import Any

from megaroth.reader.after_tax import TAIL
from megaroth.reader.context import Document, has_box
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_P = r"(\d{1,3}(?:\.\d+)?)%"
_PAY = r"(?:of )?(?:your |his or her |their |each [a-z]+(?:'s)? |eligible |annual |covered |plan |base |total |considered |pensionable |gross |recognized )*(?:pay|compensation|earnings|salary|wages|remuneration)\b"
_DOLLAR = r"(?:\$1(?:\.00)?|dollar|one dollar)"
_RATES: tuple[tuple[re.Pattern[str], Any], ...] = (
    (
        re.compile(
            rf"\b(?:dollar[- ]for[- ]dollar|dollar per dollar)\b|\$1(?:\.00)? (?:for|on|per) (?:each|every)? ?{_DOLLAR}|\b100 cents (?:on|for|per) (?:the|each|every|a)? ?{_DOLLAR}"
        ),
        "100% of",
    ),
    (
        re.compile(
            rf"\$(\d*\.\d+|\d)(?: match(?:ing contribution)?)? (?:for|on|per|of) (?:the |a |each |every )?(?:{_DOLLAR})(?: (?:that )?(?:you|participants?|employees?) (?:contributes?|saves?|defers?|puts? in))?(?: saved)?"
        ),
        lambda m: f"{float(m[1]) * 100:g}% of",
    ),
    (
        re.compile(
            rf"\bfor (?:each|every) (?:{_DOLLAR})(?: (?:of @?\w+ contributions?|(?:that )?(?:you|an? \w+) (?:contributes?|saves?|defers?|puts? in)(?: to the plan)?))?,? [^.;$%]{{1,50}}?\b(?:contributes?|adds?|match(?:es)?|puts? in|kicks in|deposits?) (?:an additional )?\$(\d*\.\d+|\d)"
        ),
        lambda m: f"{float(m[1]) * 100:g}% of",
    ),
    (re.compile(r"\b(?:one[- ]half|half)(?: of)?(?= (?:of )?(?:the|your|each|every))"), "50% of"),
    (re.compile(r"\bquarter of (?=the|your)"), "25% of "),
)
_MONEY = r"\$(\d[\d,]*(?:\.\d\d)?)"
_TIER = re.compile(
    rf"{_P}\s*(?:employer |company )?(?:match(?:ing contribution)?s?)?\s*(?:rate )?(?:of|on|for|against)?\s*(?:any |the |your |each participant's |all |such )*(?:@pre |@roth |and/or |and |or |, |401k |elective |salary |employee |participant |basic |@at |eligible |matched )*"
    rf"(?:contributions?|deferrals?|savings|amounts?|dollars?)?\s*(?:that )?(?:you |participants? |they |an employee )?(?:contributed?s? |make |made |save |saved |defer(?:red|s)? |elect )?(?:to the plan )?(?:on |of |up to |to |for |, )*(?:but )?"
    rf"(?:the |your |a |an |maximum |total |in excess of {_P} (?:but )?(?:and )?(?:not (?:in excess of|exceeding|more than|over)|up to|that do not exceed)? ?(?:the )?)*"
    rf"(first|next|initial|additional|subsequent)\s*(?:{_P}|{_MONEY})"
)
_UP_TO = re.compile(
    rf"{_P}\s*(?:match(?:ing)? (?:contributions? )?)?(?:of|on|for)\s*(?:(?:the|your|each|every|all|any|such|those|(?:that )?(?:you|participants?|they)|an employee's|participant's|employee|eligible|elective|salary|@pre|@roth|401k|basic|matched|regular)[ ,]*(?:and/or |and |or )?)*"
    rf"(?:contributions?|deferrals?|savings|amounts?|dollars?)?\s*(?:that )?(?:you |participants? |they )?(?:contributed?s? |make |made |save |defer(?:red|s)? |elect(?: to (?:defer|contribute))? )?(?:to the (?:plan|401k) )?[,-]?\s*(?:\(?up to|to a maximum of|not (?:to )?exceed(?:ing)?|(?:that|which) do(?:es)? not exceed|limited to|on contributions up to|to the extent [^.;%]{{0,40}} do(?:es)? not exceed)\s*(?:a maximum of |the first |an amount equal to )?{_P}\s*(?:{_PAY})?"
)
_BETWEEN = re.compile(
    rf"{_P}\s*(?:of|on|for)\s*(?:[^.;%$]{{0,70}}?)\b(?:between|over|above|exceed(?:s|ing)?|in excess of|more than|from|greater than|beyond)\s*{_P}\s*(?:{_PAY})?[^.;%$]{{0,50}}?(?:and|but|up to|to|through|exceed|than)\s*(?:not (?:in excess of|exceed(?:ing)?|more than|over) |up to |do(?:es)? not exceed |is not more than |not )*{_P}"
)
_MATCH_TO = re.compile(
    rf"\b(?:contributions?|deferrals?|savings) (?:are|is|will be) matched (?:at )?{_P}(?:,| on)?(?: of [^.;%]{{0,40}}?)? (?:up to|on the first) (?:the first )?{_P} of|\bmatch(?:ing)?(?: contributions?| rate| percentage)? (?:to|of|is|at|equals?|equal to|from) (?:a rate of )?{_P},?(?: of [^.;%]{{0,50}}?)? (?:on |of )?(?:up to|on the first|of the first) (?:a maximum of |the first )?{_P} of (?:your |eligible |annual )*(?:pay|comp|earn|sal)"
)
_REVERSED = re.compile(rf"\b(first|next) {_P}[^.;%]{{0,40}}?\b(?:matched )?at (?:a rate of )?{_P}")
_AT_RATE = re.compile(
    rf"\bmatch(?:es)?\b[^.;%]{{0,30}}(?:the )?(?:first |up to )(?:the first )?{_P}\s*(?:of )?[^.;%]{{0,70}}?\b(?:at (?:a rate of )?|with |by ){_P}"
)
_RANGE_OF = re.compile(
    rf"\bif you (?:contribute|defer|save) (?:between|from|at least) {_P} (?:and|to|through) {_P}[^.;]{{0,100}}\b(?:matching contribution|match) (?:of|equal to) {_P}(?! of (?:your |eligible )?(?:pay|comp))"
)
_STEP = re.compile(
    rf"\b(?:contribut\w*|defer\w*|sav\w*|elect\w*) (?:at least )?{_P}[^.;%]{{0,60}}?,? (?:[^.;%]{{0,40}})\b(?:contributes?|adds?|provides?|receive|match(?:es)?)\b[^.;%]{{0,40}}?{_P} of (?:your |eligible )*(?:pay|compensation|earnings)"
)
_STEP_BACK = re.compile(
    rf"\bmatch(?:es)? (?:your |only your )?(?:minimum |basic )?contributions? (?:of {_P}[^.;%]{{0,30}})?with {_P} of (?:your |eligible )*pay"
)
_MATCH = re.compile(r"\bmatch")
_NO_FORMULA = re.compile(
    r"\b(?:for )?example\b|\bassum|\bsuppose\b|\bexhibit\b|\billustrat|\bdiscretion|\bif (?:your|the) (?:annual )?(?:salary|pay|compensation|earnings) (?:is|are|was)\b|\bqualified matching|\bqmac|\bforfeit|\btop-heavy|\bin the past\b|\bprevious(?:ly)?\b|\bformer(?:ly)?\b|\bearns? \$|\bearning \$|\bhypothetical|\bmake the most|\bmaximize|\btake (?:full )?advantage|\bvest|\bmiss(?:ing)? out|\bto (?:get|receive) the (?:full|maximum)|\bnot receive the full"
)
_MOST = re.compile(
    rf"\b(?:the most (?:[a-z]+ ){{0,8}}?is|maximum(?: annual)?(?: company| employer)?(?: match(?:ing contribution)?)?(?: \w+){{0,5}}?|max(?:imum)? of|up to (?:a (?:total|maximum) of |an annual maximum of )?|not (?:to )?exceed(?:ing)?|limited to|capped at|no more than|cap of|will not exceed|may not exceed|never exceed|match(?:ing contributions?)? exceed)\s*(?:is |of |at )?{_MONEY}(?P<after>[^.;]{{0,60}})|\((?:with )?(?:an? )?{_MONEY} (?:max|maximum|cap|annual max\w*|limit)[^)]{{0,30}}\)"
)
_PER_SHORT = re.compile(
    r"\bper (?:pay|quarter|month|check)|\beach (?:pay|quarter|month)|\ba (?:quarter|month)|\bper (?:bi-?weekly|semi)"
)
_PERIODS = (
    (
        "payday",
        re.compile(
            r"\b(?:each|every|per|by|on a|paid each|calculated (?:on )?(?:a |each )?)\s*(?:pay(?:roll)?[- ]?(?:period|day|date|check|cycle)?|payroll-by-payroll|pay-?by-?pay|bi-?weekly|semi-?monthly)(?: period)?\b|\bpayroll basis\b|\bper[- ]pay(?:roll|check)?[- ]?(?:period)?\b|\bpay(?:roll)?[- ]period basis\b|\beach payday\b|\bas of each pay|\bpaycheck basis"
        ),
    ),
    (
        "quarter",
        re.compile(
            r"\b(?:each|every|per|end of (?:each|the)|on a|by) (?:calendar |plan )?quarter(?:ly)?\b|\bquarterly\b"
        ),
    ),
    (
        "year",
        re.compile(
            r"\bannual(?:ly)?\b[^.;]{0,20}\b(?:match|basis|contribut|calculat|determin|after)|\b(?:calculated|determined|made|paid|computed|based|contributed|funded|deposited|credited)\b[^.;]{0,50}\b(?:annual(?:ly)?|for the (?:entire |full |whole )?(?:plan |calendar )?year|once (?:a|per|each) year|after the end of (?:the|each) (?:plan |calendar )?year|plan[- ]year basis|yearly)"
        ),
    ),
)
_TRUE_UP = re.compile(
    r"\btrue[- ]?up\b|\btrued[- ]up\b|\btruing[- ]up\b|\bmatch(?:ing)? (?:contribution )?(?:reconciliation|adjustment)\b|\byear-end (?:match|adjustment|reconciliation)"
)
_TRUE_UP_NO = re.compile(
    r"\bmatch\w*[^.;]{0,40}\b(?:is|are|will) not (?:be )?(?:recalculated|recomputed|adjusted|made up|reconciled)|\b(?:no|not|neither|does not|do not|doesn't|won't|will not|without|nor)\b[^.;]{0,60}\btru(?:e|ed|ing)[- ]?up|\btrue[- ]?up[^.;]{0,40}\b(?:not|no longer)\b (?:made|provided|offered|permitted|available|performed|apply|applicable|be)"
)
_TRUE_UP_WORDS = re.compile(
    r"\b(?:after (?:the (?:end|close) of )?(?:each|the) (?:plan |calendar )?year|at (?:the end of (?:each|the) (?:plan |calendar )?year|year[- ]end)|following (?:the end of )?(?:the|each) (?:plan |calendar )?year|end of (?:each|the) (?:plan |calendar )?year)[^.;]{0,160}\b(?:additional|make[- ]?up|difference|shortfall|adjust\w*|recalculat\w*|recomput\w*|missed|full|catch)\b[^.;]{0,90}\bmatch"
    r"|\bafter the (?:end|close) of (?:the|each) (?:plan |calendar )?year[^.;]{0,40}\bcompar\w+[^.;]{0,160}\b(?:shortfall|difference)"
    r"|\bmatch\w*[^.;]{0,120}\b(?:recalculat\w*|recomput\w*|reviewed|compared|reconciled|adjusted|determined)\b[^.;]{0,60}\b(?:annual|full[- ]year|whole year|entire (?:plan |calendar )?year|year[- ]end|end of the (?:plan |calendar )?year)[^.;]{0,120}\b(?:difference|additional|shortfall|make up|made up|make you whole|any amount|owed|credited|contribut)"
    r"|\b(?:continues?|keep|will go on|continuing) (?:making|to make|to receive|contributing|to contribute|matching|to match)[^.;]{0,60}\bmatch\w*[^.;]{0,80}\buntil\b[^.;]{0,70}\b(?:%|full|maximum|matched)"
    r"|\b(?:additional|make-?up|supplemental) match\w*[^.;]{0,100}\b(?:reached?|maximum|limit|front|early|uneven|annual|entire year|year)\b[^.;]{0,80}"
    r"|\bwill not (?:lose|miss|forfeit)[^.;]{0,30}\bmatch\w*[^.;]{0,80}\b(?:early|limit|maximum|before)"
)
_LAST_DAY = re.compile(
    r"\bemployed on december 31|\b(?:employed|active|employee|on the payroll)\b[^.;]{0,40}\b(?:on (?:the )?(?:last (?:business |working )?day of (?:the|each) (?:plan |calendar )?(?:year)|december 31|dec\. 31)|as of (?:december 31|the last day))"
)
_CATCH_YES = re.compile(
    r"\bcatch-?up (?:contributions?|deferrals?)(?! (?:are|is|do) not)[^.;]{0,60}\b(?:are|is|will be|also)(?: also| generally)? (?:eligible for|matched|included in|counted|taken into account|considered|accounted)[^.;]{0,50}(?:match\w*)?|\bmatch\w*\b[^.;]{0,40}\b(?:on|of|for|to|includ\w+)\b[^.;]{0,110}\bcatch-?up contributions?|\bincluding catch-?up(?: contributions?)?[^.;]{0,40}\bmatch"
)
_CATCH_NO = re.compile(
    r"\bcatch-?up (?:contributions?|deferrals?)?[^.;]{0,70}\b(?:are|is|will|do|does)(?: not| never)\b[^.;]{0,40}\bmatch|\b(?:does not|do not|will not|doesn't|no)\b[^.;]{0,30}\bmatch\w*\b[^.;]{0,60}\bcatch-?up|\bcatch-?up\b[^.;]{0,60}\b(?:excluded from|ineligible for|not eligible for|disregarded|not counted|not considered|not taken into account)[^.;]{0,50}(?:match)|\bexclud(?:es|ing) catch-?up[^.;]{0,40}\bmatch|\bmatch\w*[^.;]{0,80}\b(?:exclud(?:es|ing)|other than|except|but not|not including)\b[^.;]{0,30}\bcatch-?up"
)
_ONLY_DEFERRALS = re.compile(
    r"\bmatch\w*[^.;]{0,40}\b(?:only|solely) (?:to|on|for) @pre (?:contributions? )?(?:and|or) @roth"
)
_AT_NO = re.compile(
    r"@at\b[^.;]{0,70}\b(?:are|is|will|do|does)(?: not| never)\b[^.;]{0,40}\b(?:match|receive [^.;]{0,20}match|eligible for [^.;]{0,30}match|qualify)|\b(?:does not|do not|will not|doesn't|no|not)\b[^.;]{0,30}\bmatch\w*\b[^.;]{0,60}@at|@at\b[^.;]{0,60}\b(?:excluded from|ineligible for|not eligible for|disregarded)[^.;]{0,50}match|\bmatch\w*[^.;]{0,90}\b(?:exclud(?:es|ing)|other than|except|but not|not including)\b[^.;]{0,30}@at|@at contributions?,? (?:which|that)[^.;]{0,15}\bnot matched|\bunmatched @at"
)
_AT_YES = re.compile(
    r"\bmatch(?:es)? (?:your )?@pre[^.;]{0,40}@at|@at(?! to)\b[^.;]{0,60}\b(?:are|is|will be)(?: also)? (?:eligible for[^.;]{0,30}match|matched|match-eligible)|\bmatch(?:es|ing)?(?: contributions?)?\b[^.;]{0,25}\b(?:on|of|for)\b[^.;]{0,90}@at\b|\b(?:all|each) (?:contribution )?types?[^.;]{0,20}(?:are|is) (?:eligible|matched)[^.;]{0,30}match"
)
_ROTH_YES = re.compile(
    r"@pre\b[^.;]{0,30}@roth\b[^.;]{0,60}\b(?:are|is|will be)[^.;]{0,20}match|\bmatch\w*[^.;]{0,60}@pre\b[^.;]{0,40}@roth|@roth[^.;]{0,40}\b(?:are|is|will be)(?: also)? (?:eligible for|matched)[^.;]{0,20}(?:match|at)"
)
_ROTH_NO = re.compile(r"@roth[^.;@]{0,50}\b(?:are|is|will)(?: not)\b[^.;]{0,30}\bmatch|\bdoes not match @roth")
_NONELECTIVE = (
    re.compile(
        rf"\b(?:contributes?|contribution (?:of|equal to)|will (?:contribute|make|receive)|makes?|receive)\b[^.;%]{{0,80}}?{_P}(?P<of>[^.;%]{{0,80}}?)\b(?:whether or not|regardless of whether|even if you do not|whether you|without regard to whether|you do not (?:need|have) to)\b[^.;]{{0,40}}\b(?:contribute|defer|participate|save|elect)"
    ),
    re.compile(
        rf"\b(?:nonelective|non-elective|core|basic company|company basic|automatic company|automatic employer|annual company|profit[- ]sharing safe harbor|retirement) contributions?\b(?![^.;%]{{0,60}}\b(?:match|discretion|qualified))[^.;%]{{0,60}}?(?:equal to|of|equals|is) {_P}(?P<of> (?:of )?(?:your |each [a-z ]+'s |eligible |annual |covered )*(?:pay|compensation|earnings|salary))"
    ),
    re.compile(
        rf"{_P}(?P<of>[^.;%]{{0,60}}?)\b(?:whether or not|regardless of whether|whether you|even if you (?:do not|don't))\b[^.;]{{0,30}}\b(?:contribute|defer|participate|save)"
    ),
)
_VESTED = re.compile(
    r"\b(?:immediately|always|fully|100%)(?: and immediately| fully| 100%)* (?:100% )?vested\b[^.;]{0,90}\b(?:match|company|employer|all (?:contributions|of))|\b(?:match|company|employer)\w*[^.;]{0,100}\b(?:immediately|always|fully|100%)(?: and immediately| fully)* (?:100% )?vested|\bvest(?:s|ed|ing)?\b[^.;]{0,60}\b(?:after|over|at|upon)\b[^.;]{0,30}\byears?\b|\b(?:three|3|two|2)-year cliff|\bvest(?:ing|s|ed)?\b[^.;]{0,40}\d+% (?:per|each|a|for each) year"
)
_SAFE = re.compile(
    r"\b(?:is|as|uses|operates as|designed as|intended to (?:be|satisfy)|satisfies|satisfy|qualif\w+)\b[^.;]{0,40}\bsafe harbor\b(?! (?:hardship|reasons|withdrawal|distribution|explanation))|\bsafe harbor (?:401k |matching|match|nonelective|plan\b|contribution)"
)
_SAFE_NO = re.compile(r"\bnot (?:a|an)? ?\"?safe harbor|\bnot intended to be a safe harbor")


def claims_of(document: Document) -> list[Claim]:
    """Every claim about employer money."""
    found: list[Claim] = []
    for place, unit in enumerate(document.units):
        if unit.kind in ("contents", "question", "heading") or unit.ticked is False:
            continue
        text = unit.norm
        if document.template and not unit.ticked:
            continue
        head = document.heads[unit.heads[0]] if unit.heads else ""
        if "match" in text or "match" in head or "match" in document.lead_of(unit) or "true" in text:
            found += _match(document, unit, head, place)
        if (
            re.search(
                r"nonelective|non-elective|core|whether|regardless|basic|automatic|even if|annual company|retirement contr",
                text,
            )
            and "%" in text
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


def rated(text: str) -> str:
    """A sentence with every way to say a rate as percent."""
    for pattern, put in _RATES:
        text = pattern.sub(put, text)
    return text


def _match(document: Document, unit: Unit, head: str, place: int) -> list[Claim]:
    text = unit.norm
    found: list[Claim] = []
    if document.is_condition(unit) and not unit.ticked:
        return []
    if _TRUE_UP_NO.search(text):
        found.append(Claim("true_up", "no", unit, 3))
    elif _TRUE_UP.search(text) and not re.search(r"\bmay\b[^.;]{0,30}\btrue|discretion|\bif any\b|\?", text):
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
    if any(claim.field == "true_up" and claim.value == "yes" for claim in found) and _LAST_DAY.search(text):
        found.append(Claim("true_up_last_day", "yes", unit, 2))
    if _CATCH_NO.search(text):
        found.append(Claim("match_on_catch_up", "no", unit, 3))
    elif _CATCH_YES.search(text) and "match" in text + head and not re.search(r"\bnot\b", text):
        found.append(Claim("match_on_catch_up", "yes", unit, 2))
    if "@at" in text and "conver" not in text:
        if _AT_NO.search(text):
            found.append(Claim("match_on_after_tax", "no", unit, 3))
        elif _AT_YES.search(text) and not re.search(r"\bnot\b|except|exclud|other than|before you|limit", text):
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
    ) and not re.search(r"@at|catch|true[- ]?up|highly|until|rollover|during|if you", text):
        found.append(Claim("match", "none", unit, 2))
    found += _formula(document, unit, head)
    about_match = _MATCH.search(text) and re.search(
        r"\b(?:made|calculat|determin|contribut|comput|based|deposit|credit|match(?:es|ed)?|paid|funded|allocat)", text
    )
    if about_match and not re.search(
        r"\bexample|true[- ]up|@at|\bvest|\bmaximum\b|\bmost\b|\bannual eligible|\bcontinue|\blimit", text
    ):
        periods = [name for name, pattern in _PERIODS if pattern.search(text)]
        if len(periods) == 1 and not re.search(r"annual(?:ly)? (?:limit|maximum|compensation)", text):
            found.append(
                Claim("match_period", periods[0], unit, 2 if any(claim.field == "match" for claim in found) else 1)
            )
    return found


def _percent(text: str) -> str:
    number = f"{float(text):.4f}".rstrip("0").rstrip(".")
    return {
        "33.3333": "33 1/3",
        "33.33": "33 1/3",
        "66.6667": "66 2/3",
        "66.67": "66 2/3",
        "66.66": "66 2/3",
        "16.6667": "16 2/3",
    }.get(number, number)


def tiers_of(text: str) -> list[dict[str, str]]:
    """The tiers that a sentence writes out; empty when it writes none that can be relied upon."""
    text = rated(text)
    tiers: list[tuple[int, dict[str, str]]] = []
    taken: list[tuple[int, int]] = []
    for found in _BETWEEN.finditer(text):
        rate, low, high = found[1], float(found[2]), float(found[3])
        if high > low and not _inside(found.span(), taken):
            tiers.append(
                (found.start(), {"rate_percent": _percent(rate), "up_to_percent_of_pay": _percent(str(high - low))})
            )
            taken.append(found.span())
    for found in _TIER.finditer(text):
        if _inside(found.span(), taken):
            continue
        rate, _, _, percent, dollars = found.groups()
        tier = {"rate_percent": _percent(rate)}
        if percent:
            tier["up_to_percent_of_pay"] = _percent(percent)
        elif dollars:
            tier["up_to_dollars"] = dollars.replace(",", "")
        tiers.append((found.start(), tier))
        taken.append(found.span())
    for found in _UP_TO.finditer(text):
        if not _inside(found.span(), taken):
            tiers.append(
                (found.start(), {"rate_percent": _percent(found[1]), "up_to_percent_of_pay": _percent(found[2])})
            )
            taken.append(found.span())
    if not tiers and "match" in text and (turned := list(_REVERSED.finditer(text))) and turned[0][1] == "first":
        return [{"rate_percent": _percent(one[3]), "up_to_percent_of_pay": _percent(one[2])} for one in turned]
    if not tiers:
        every = re.search(
            rf"\bmatch(?:es)? {_P} of (?:every|each) (?:dollar|\$1) (?:that )?you (?:defer|contribute|save)(?![^.;]*\d%)",
            text,
        )
        if every:
            return [{"rate_percent": _percent(every[1])}]
        for pattern, rate, reach in ((_RANGE_OF, 3, 2), (_MATCH_TO, 1, 2), (_AT_RATE, 2, 1)):
            if one := pattern.search(text):
                given = [group for group in one.groups() if group]
                return [{"rate_percent": _percent(given[rate - 1]), "up_to_percent_of_pay": _percent(given[reach - 1])}]
    return [tier for _, tier in sorted(tiers, key=lambda pair: pair[0])]


def _inside(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _formula(document: Document, unit: Unit, head: str) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    if _NO_FORMULA.search(text) or "match" not in full + head + " ".join(
        document.heads[each] for each in unit.heads[:2]
    ):
        if not re.search(r"\bfor (?:each|every) (?:\$1|dollar)", text):
            return []
        if _NO_FORMULA.search(text):
            return []
    if re.search(
        r"\bless than (?:\d|one|two|three|four|five|ten)(?: \(\d+\))? years?|\b\d+ (?:or more|\+|to \d+|-\d+) years|\byears? of service:? (?:\||less)",
        full,
    ):
        return (
            [Claim("match", "unknown", unit, 1, "the formula depends on years of service; ask for yours")]
            if tiers_of(text)
            else []
        )
    if has_box(unit.raw) and not unit.ticked:
        return []
    found: list[Claim] = []
    tiers = tiers_of(text)
    if tiers and _plausible(tiers) and not re.search(r"\bgreater of\b|\blesser of\b|\bwhichever is greater\b", text):
        found.append(Claim("match", tiers, unit, 3))
    elif (step := _STEP.search(text)) and "match" in full + head and not re.search(r"\$\d", text):
        found.append(
            Claim(
                "match_steps",
                [{"deferring_percent": _percent(step[1]), "earns_percent_of_pay": _percent(step[2])}],
                unit,
                2,
            )
        )
    if found or re.search(r"\bmatch", text):
        found += _most(rated(text), unit, bool(found))
    return found


def _plausible(tiers: list[dict[str, str]]) -> bool:
    for tier in tiers:
        rate = tier["rate_percent"]
        number = float(rate.split()[0]) if " " not in rate else 1.0
        if not 0 < number <= 400 or (number < 10 and " " not in rate):
            return False
        if "up_to_percent_of_pay" in tier and not 0 < float(tier["up_to_percent_of_pay"].split()[0]) <= 50:
            return False
    return len({str(tier) for tier in tiers}) == len(tiers) and len(tiers) <= 5


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
    if not with_formula and not re.search(r"match\w*[^.;]{0,60}$|maximum[^.;]{0,30}match", text[: hit.end()]):
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
            return [Claim("nonelective", {"percent_of_pay": _percent(hit[1])}, unit, 2)]
    return []
