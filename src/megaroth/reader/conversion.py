"""Conversion to Roth in the plan: offered, automatic, of which money, how often. What is not said outright is not claimed."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.context import Document
from megaroth.reader.frequency import per_year
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import MAY, NEGATIVE, PLAN, TAIL, WHO, ticked_option
from megaroth.reader.units import Claim, Unit

CONVERSION = (
    r"(?:@roth in[- ]?plan (?:conversions?|rollovers?|transfers?)|in[- ]?plan @roth (?:(?:conversions?|rollovers?|transfers?)(?: contributions?)?|contributions)|in[- ]?plan (?:conversions?|rollovers?|transfers?)(?: (?:in)?to @roth)?|"
    r"@roth (?:401k )?conversions?(?: feature| option| program| service)?|conversions? (?:in)?to (?:an? |the )?@roth(?! ira)|conversions? of (?:your )?@at(?: contributions?| money| balances?| accounts?)* (?:in)?to (?:an? |the |your )?@roth(?! ira)|(?:(?:in-?plan |automatic |daily |auto[- ]?)*)conversions? of (?:your |the |all )*@at(?: contributions?| money| balances?| accounts?)*(?! (?:in)?to (?!an? @roth|@roth|the @roth|your @roth))|@roth (?:transfers?|rollovers?) (?:within|in|inside) (?:the|our|this) plan|internal (?:@roth )?conversions?|@mega conversions?|@at (?:to |into )?@roth conversions?|@at conversions?)"
)
_TO_ROTH = r"\bconver(?:t|ts|ted|ting)\b[^.;]{0,170}?\b(?:to|into|as) (?:an? |the |your |their |in-plan |designated |tax-free )*@roth(?! ira)"
_MOVE_ROTH = r"(?:\b(?:change|move|turn|switch|transfer)\b[^.;]{0,60}\b(?:to|into) @roth (?:inside|within|in) (?:the|your|our|this) (?:plan|account)|\b(?:transfer|move|roll|change|switch|sweep|swept|turn)(?:s|red|ring|ed|d|ing)?\b[^.;]{0,110}?\b(?:to|into) (?:an? |the |your |their |in-plan |designated )*@roth (?:401k |transfer |conversion |rollover |in-plan )*(?:savings|account|source|money|contributions?|in-plan|bucket|portion|status|balance|(?<=@roth )401k)\b(?![^.;]{0,25}\bira\b)|\b(?:move|sweep|turn|switch|transfer|swept|moved|turned|transferred)s?\b[^.;]{0,40}@at\b[^.;]{0,40}\b(?:to|into) (?:an? |the |your )?@roth\b(?! ira)|@at\b[^.;]{0,50}\b(?:moved|swept|turned|transferred|switched)\b[^.;]{0,40}\b(?:to|into) (?:an? |the |your )?@roth\b(?! ira))"
MENTION = Pattern(
    rf"{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH}|@at\b[^.;]{{0,60}}\b(?:go|goes|flow|flows)\b[^.;]{{0,20}}\binto (?:\w+ )?@roth\b(?! ira)|\bauto[- ]?convert (?:service|feature|option|program)|@at\b[^.;?]{{0,50}}\b(?:become|becomes|changed? (?:in)?to) @roth\b(?! ira)|\bmov\w+ them (?:in)?to (?:\w+ )?@roth\b(?! ira)"
)
_BY_ITSELF = r"(?:automatic(?:ally)?|automated|automates?|auto[- ]?convert\w*|standing (?:instructions?|elections?|orders?|requests?)|(?:continuing|ongoing|continuous|evergreen|perpetual) (?:elections?|instructions?|conversions?)|recurring|as soon as (?:administratively )?(?:they|it|the|each|possible after (?:each|they))|swept|sweeps?|without (?:any )?(?:further|additional|your) (?:action|calls?|steps?|having)|by itself|hands[- ]off|on an ongoing basis|going forward)"
_OFTEN_DONE = r"(?:nightly|(?:each|every) (?:new |time (?:a|an|you are) )?(?:@at contributions?|contributions?|pay ?(?:roll|day|check|period)s?|pay|night|day|business day|week|month|deposit|(?:calendar |plan )?(?:year|quarter))|daily|weekly|monthly|same day|that (?:same |very )?(?:night|day)|(?:the )?(?:same|next|following|first)?(?: \w+)? ?(?:business )?day (?:after|following|on which)|(?:on|of) each (?:date|day|pay ?day)|as (?:they|it|each one) (?:are|is) (?:made|contributed|deposited|received|posted|withheld)|within (?:a|one|two|three|\d) (?:business )?days? (?:of|after)|right away|immediately|the night (?:it|they)|upon (?:deposit|receipt|contribution)|when(?:ever)? (?:it|they) (?:is|are|post|arrive|reach)\w*)"
_DONE = r"(?:(?:is|are|be|gets?|being|have (?:your |all |each |the )*@at(?: contributions?| money| dollars)?) (?:then |also |immediately |promptly )?(?:converted|moved|swept|transferred|rolled|turned|recharacterized)|(?:we|it|(?:the )?plan|(?:the )?recordkeeper|fidelity|vanguard|schwab|empower|guideline|betterment|[a-z]+)(?:'ll| will| shall)? (?:convert|move|sweep|transfer|roll|turn)s?)"
_ITSELF_WORDS = ("auto", "standing", "recurring", "as soon as", "swept", "sweep", "without", "by itself", "hands", "ongoing", "going forward", "continu", "evergreen", "perpetual")  # fmt: skip
_INTO_ROTH = rf"(?:\bconver\w*|\bin[- ]?plan (?:@roth )?(?:rollovers?|transfers?)|@roth in-?plan|@mega|{_MOVE_ROTH})"
_AUTOMATIC = (
    Pattern(rf"\b{_BY_ITSELF}\b[^.;]{{0,100}}?{_INTO_ROTH}", *_ITSELF_WORDS),
    Pattern(rf"{_INTO_ROTH}[^.;]{{0,110}}?\b{_BY_ITSELF}\b", *_ITSELF_WORDS),
    Pattern(
        r"\b(?:each|every|all|any)(?: (?:new|future|your|later|later|further|subsequent|such))? @at (?:contributions?|deposits?|dollars?|amounts?|money)\b[^.;]{0,40}\b(?:becomes?|turns? into|(?:is|are|gets?|will be)(?: then)? (?:converted|moved|swept|changed|transferred|rolled))\b[^.;]{0,30}@roth\b(?! ira)",
        "each ", "every ", "all ", "any ",
    ),
    Pattern(r"\b(?:enrol\w*|sign up|turn on|elect|choose|activate|schedule|set up)\b[^.;]{0,40}\bauto(?:matic|mated)?[- ]?conver", "auto"),
    Pattern(rf"\b{_DONE}\b[^.;]{{0,90}}@roth\b(?! ira)[^.;]{{0,60}}\b{_OFTEN_DONE}\b", "@roth"),
    Pattern(rf"\b{_OFTEN_DONE}\b,?[^.;]{{0,70}}\b{_DONE}\b[^.;]{{0,70}}@roth\b(?! ira)", "@roth"),
    Pattern(
        r"@at\b[^.;]{0,60}\b(?:is|are|be|gets?) (?:moved|swept|transferred|rolled|turned|converted)\b[^.;]{0,30}\b(?:to|into) (?:\w+ ){0,2}@roth\b(?! ira)[^.;]{0,40}unless you",
        "unless you",
    ),
)  # fmt: skip
_NOT_AUTOMATIC = Pattern(
    r"\b(?:not|never|no|isn't|aren't|cannot be|without)\b[^.;]{0,25}\bautomat|\bautomatic(?:ally)? (?:conversions?|in-plan)[^.;]{0,30}\b(?:not|no longer)\b|\b(?:each|every) time you (?:call|wish|want|would like|convert|request|make)|\bmust (?:\w+ )?(?:request|call|submit|elect)[^.;]{0,50}\b(?:each|every)\b"
    r"|\b(?:when|if|each time|after|every time) you (?:execute|request|make|initiate|perform|call|submit|do|complete|process|convert)\b[^.;]{0,80}\bautomatic|\byou (?:have )?(?:ask(?:ed)?|request(?:ed)?) (?:for|to)\b|\bincluded in (?:your )?(?:gross )?income|\breported\b|\brequests?\b[^.;]{0,70}\b(?:processed|received|completed)\b|\bwithh[eo]ld|\bautomatic(?:ally)? (?:enroll|increas|escalat|deferral|withh|rebalanc|switch|continue|transfer to @at|change to @at)"
    r"|\b(?:minimum|maximum|limit|limited|once|one|up to) (?:(?!conver|move|roth)[^.;]){0,40}(?:each|every|per) (?:month|week|day|pay|(?:calendar |plan )?(?:year|quarter))"
)
_TURNED_ON = Pattern(
    r"\b(?:once|when|after|if) you (?:elect|enroll|sign up|turn on|opt|activate|set up|choose|enable|make your first)\b|\bsign up|\bset(?:ting)? up|\bturn(?:ed)? on|\benroll in|\bopt in|\belect(?:ion)?\b|\bstanding|\bafter your (?:first|initial)|\bactivate|\benable|\brequest\b|\bcan\b|\bmay\b|\bchoose"
)
_REQUEST = tuple(
    Pattern(pattern)
    for pattern in (
        rf"\b{WHO}\b[^.;@]{{0,70}}?\b{MAY}\b(?P<gap>[^.;]{{0,140}}?)(?:{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH})",
        rf"\b(?:via|through|using|with|by means of) (?:the|our|your) (?:401k )?(?:plan's |plan )?(?P<gap>)(?:{CONVERSION}) (?:feature|option|service)",
        rf"\b(?:{PLAN}|adoption agreement)\b[^.;@]{{0,60}}?\b(?:permits?|allows?|offers?|provides?(?: for)?|lets|features?|includes?|supports?|enables?|accepts?|(?:has |have )?(?:also )?(?:added|introduced|adopted|implemented))\b(?P<gap>[^.;]{{0,110}}?)(?:{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH})",
        rf"\b(?:amend\w*|amendment|restate\w*|restatement|modified)\b[^.;@]{{0,110}}?\b(?:to|also|which|that|allowing|permitting|adding)?:? ?(?:\(?[a-z1-9]\) )?(?:add|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|includ(?:e|es|ed)|introduc(?:e|es|ed)|offer|provide|enable|added|adding|adopt(?:ed)?|reflect the addition of|incorporate)\b(?P<gap>[^.;]{{0,130}}?)(?:{CONVERSION}|{_TO_ROTH})",
        rf"\b{PLAN} has(?: also)? an? (?P<gap>)(?:{CONVERSION})(?: option| feature| service| program)?\b",
        rf"(?:{CONVERSION})(?: feature| option| service)?(?: of @at[^.;]{{0,40}})?(?P<gap>[^.;]{{0,40}}?)\b(?:(?:is|are)(?: also| now| currently)? (?:permitted|allowed|available|offered)|(?:allows?|lets|permits?|enables?) (?:you|participants?|employees?))\b",
        r"(?:@at|eligible|vested|@pre)[^.;]{0,80}\b(?:can|may)(?: then| also)? be (?P<gap>)(?:converted|rolled|moved|transferred|changed|switched)\b[^.;]{0,60}\b(?:to|into|as) (?:an? |the |your |in-plan |designated )*@roth(?! ira)",
        rf"\bto (?P<gap>)(?:request|initiate|make|process|elect|set up) (?:an? |your |the )?(?:{CONVERSION}),? (?:please |you (?:must|need to|can|may|should) )?(?:call|log|visit|contact|complete|go)",
        r"\bto convert\b(?P<gap>)[^.;]{0,70}\bto @roth\b(?! ira)[^.;]{0,50},? (?:please |you (?:must|need to|can|may|should) )?(?:call|log|visit|contact|complete|go)",
        r"\b(?:put in|submit|make|file|place|send)\b[^.;]{0,15}\brequest\b(?P<gap>)[^.;]{0,60}@at[^.;]{0,40}\b(?:moved|converted|changed|transferred)\b[^.;]{0,20}@roth\b(?! ira)",
        rf"(?:{CONVERSION})(?P<gap>[^.;]{{0,60}})\b(?:on|upon|by) (?:your |a |the participant's )?request\b",
        r"\bto convert,? (?P<gap>)(?:please |you (?:must|need to|should|can) )?(?:complete|call|log|visit|contact|submit|file)\b",
        r"@at\b[^.;]{0,30}\b(?:can|may) (?P<gap>)become @roth\b",
        rf"\bno limit (?:on|to)(?P<gap>)[^.;]{{0,40}}(?:{CONVERSION})",
        r"\byou\b[^.;]{0,12}\bconvert\b(?P<gap>)[^.;]{0,60}@at\b",
        rf"\b(?:call|log (?:in|on)|visit|contact|go to|use|tell|ask)\b[^.;]{{0,70}}\b(?:and |to )(?P<gap>)(?:ask for|do|request|elect|choose|select|initiate|convert|make|start)\b[^.;]{{0,40}}(?:{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH})",
        r"^convert\b(?P<gap>)[^.;]{0,60}@roth\b(?! ira)[^.;]{0,30}\b(?:any ?time|online|whenever|as often as)\b|^convert\b[^.;]{0,60}@roth\b(?! ira)[^.;]{0,60}\bby (?:calling|logging|visiting|completing|contacting|going|using)",
        r"\b(?:then|and) convert (?:it|them)(?P<gap>) (?:to|into) (?:an? )?@roth\b(?! ira)[^.;]{0,60}\b(?:call|contact|log|visit|online)",
        r"\bdirect that (?P<gap>)[^.;]{0,100}\bconverted\b[^.;]{0,40}@roth\b(?! ira)",
        rf"(?:{CONVERSION})[^.;]{{0,40}}\b(?:can|may) (?P<gap>)be (?:requested|made|done|elected|initiated)\b",
    )
)
_REFUSED = tuple(
    Pattern(pattern, *NEGATIVE)
    for pattern in (
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|do not|doesn't|will not|cannot)\s+(?:currently |presently |now )?(?:permit|allow|offer|provide(?: for)?|support|include|have|do|make|process)\b(?: any| for| an?| participants? to make| you to make)?[^.;@]{{0,25}}(?:{CONVERSION})(?: of (?:any|@at)[^.;,]{{0,30}})?{TAIL}",
        rf"(?:{CONVERSION})(?: of @at(?: contributions?)?)? (?:are|is) not (?:currently |presently )?(?:permitted|allowed|available|offered|provided(?: for)?|supported|a feature)\b{TAIL}",
        r"\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|able) to) conver(?:t) (?:any )?(?:of )?(?:their |your )?@at(?: contributions?| account| balance)*[^.;]{0,25}\b(?:to|into) (?:an? |the |your )*@roth\b(?! ira)(?: (?:401k|accounts?|contributions?|money|source|savings))*(?: (?:within|in|inside|under) (?:the|this|our|your) plan)?\s*(?:$|[.;,])",
        rf"\b{PLAN}\b[^.;@]{{0,20}} has (?:never|not) (?:been amended to )?(?:add|adopt|offer|permit|allow|introduc)(?:e?d|ted)? (?:an? )?(?:{CONVERSION}){TAIL}",
        r"@at(?: contributions?| accounts?| money| balances?)*[^.;@]{0,15}\b(?:may not|cannot|can not|can't|are not (?:able|allowed|permitted|eligible) to) be (?:converted|moved|changed|transferred|rolled) (?:in)?to (?:an? |the |your )*@roth\b(?! ira)(?: (?:401k|accounts?|contributions?|money|source|savings))*(?: (?:within|in|inside|under) (?:the|this|our|your) plan)?\s*(?:$|[.;,])",
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|do not|doesn't|will not)\s+(?:permit|allow|let)\b (?:any |your )?@at[^.;@]{{0,30}} (?:to )?be (?:converted|moved|changed|transferred|rolled) (?:in)?to (?:an? |the |your )*@roth\b(?! ira)",
        rf"\bno (?:{CONVERSION}) (?:are|is|may be|feature|option)\b",
        rf"\bthere (?:is|are) no (?:{CONVERSION})(?:, (?:rollovers?|transfers?|conversions?)| (?:or|and) (?:rollovers?|transfers?|conversions?))*(?: feature| of any kind)?{TAIL}",
        r"\bno (?:part|portion|amount|money)[^.;]{0,40}\b(?:can|may) be (?:converted|moved|transferred|rolled over) (?:in)?to (?:an? |the |your )?@roth\b(?! ira)[^.;]{0,20}\b(?:in|inside|within) the plan",
        rf"\b{PLAN} (?:has|offers|permits|allows) no (?:{CONVERSION}){TAIL}",
    )
)
_ONLY_WHAT_MAY_LEAVE = Pattern(
    r"\b(?:who (?:is|are)|must be|if you are|are not) (?:otherwise )?eligible (?:for|to (?:take|receive|draw)) (?:an? )?(?:in-?service )?(?:withdraw|distribut|funds|money)"
    r"|\b(?:amounts?|money|assets|balances?|portions?)\b[^.;]{0,40}\b(?:otherwise (?:be )?(?:distributable|eligible)|could (?:otherwise )?(?:be (?:withdrawn|distributed)|receive)|eligible (?:for|to be) (?:withdraw|distribut)\w*|distributable)"
)
"""Conversion of what could be taken out as well: whether that is after-tax money, another sentence says."""
_ONLY_FOR = Pattern(
    r"\b(?:beneficiar|alternate payee|spous|^terminated (?:participants?|employees?)|^former (?:participants?|employees?)|sister compan\w+|another (?:company|employer)|affiliate's plan|terminated (?:participant|employee)s? only|former employees? only|only (?:after|once|upon|if) you)\b"
)
_SOURCES = (
    ("after-tax", Pattern(r"@at\b")),
    (
        "pre-tax",
        Pattern(
            r"@pre\b|(?<!@roth )(?:salary|elective|employee) deferral|(?<!@roth )(?<!elective )(?<!salary )\bdeferral contributions?"
        ),
    ),
    (
        "match",
        Pattern(r"\b(?:company|employer)(?: matching| match|\b.{0,12}contributions?)|\bmatch(?:ing)?\b|\bnonelective"),
    ),
    (
        "rollover",
        Pattern(
            r"(?<!in-plan @roth )(?<!direct )\brollover(?:s?,| (?:contribution|account|balance|and|source|money|sub))"
        ),
    ),
)


def claims_of(document: Document) -> list[Claim]:
    """Every claim about conversion in the plan."""
    found: list[Claim] = []
    before = ""
    for unit in document.units:
        if unit.kind in ("contents", "question", "heading") or unit.ticked is False:
            continue
        heads = document.heads_of(unit, 3)
        if "@roth" in unit.norm or "conver" in unit.norm or "@roth" in unit.answer_to or MENTION.search(heads):
            found += _conversion(document, unit, heads, before)
        before = unit.norm
    return found


def _automatic(text: str) -> re.Match[str] | None:
    """Words that say the plan does it again and again."""
    return next((hit for pattern in _AUTOMATIC if (hit := pattern.search(text))), None)


def _conversion(document: Document, unit: Unit, heads: str, before: str) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    if (
        document.is_rollover(unit)
        and "in-plan" not in full
        and "conver" not in text
        and not re.search(r"@at\b[^.;]{0,80}@roth\b(?! ira)", text)
    ) or text.startswith(("example", "for example")):
        return []
    if unit.answer_to and MENTION.search(unit.answer_to):
        if document.is_condition(unit):
            return []
        asked_auto = bool(re.search(r"automat", unit.answer_to))
        if text.startswith("yes"):
            return [
                Claim(
                    "in_plan_conversion",
                    "automatic"
                    if asked_auto or (_automatic(text) and not _NOT_AUTOMATIC.search(text))
                    else "on-request",
                    unit,
                    3,
                ),
                *_sources(unit, unit.answer_to),
            ]
        return [] if asked_auto else [Claim("in_plan_conversion", "no", unit, 3)]
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if unit.ticked and MENTION.search(head) and (said := ticked_option(text)):
        if said == "yes" and _ONLY_WHAT_MAY_LEAVE.search(text):
            return []
        return [Claim("in_plan_conversion", "on-request" if said == "yes" else "no", unit, 3)]
    if choice := boxes.choice(unit.raw):
        return (
            [Claim("in_plan_conversion", "no" if choice == "no" or "not" in choice else "on-request", unit, 3)]
            if MENTION.search(text)
            else []
        )
    if (document.is_condition(unit) or not document.decides(unit) or boxes.has_box(unit.raw)) and not unit.ticked:
        return []
    found: list[Claim] = []
    mentioned = MENTION.search(text)
    under = (MENTION.search(heads) or MENTION.search(before)) and re.search(r"\bconver", text)
    if "conver" not in text and _OF_PAY.search(text):
        return []
    if not mentioned and not under:
        return _terms(document, unit, heads) if MENTION.search(heads) else []
    if mentioned and not _ONLY_FOR.search(text):
        for pattern in _REFUSED:
            if pattern.search(text) and not re.search(
                r"\bunless\b|\bexcept\b|\bother than\b|\buntil\b|\bmore than\b|@pre\b|automatic", text
            ):
                return [Claim("in_plan_conversion", "no", unit, 3)]
    auto = _automatic(text)
    if (
        auto
        and not _NOT_AUTOMATIC.search(text)
        and not re.search(r"\bto @at\b", auto.group())
        and ("@roth" in text or "@roth" in heads or "@roth" in before)
        and _right_kind(text)
        and not re.search(r"\bnot\b|\bno\b", auto.group())
    ):
        turned_on = bool(_TURNED_ON.search(text))
        note = "you turn it on" if turned_on else "as the document has it, without being asked"
        found.append(Claim("in_plan_conversion", "automatic", unit, 3, note))
    elif mentioned:
        for pattern in _REQUEST:
            hit = pattern.search(text)
            if (
                hit
                and not (_AN_ACCOUNT.match(text[hit.end() :]) and not _INTO.search(hit.group()))
                and not re.search(
                    r"\bwithdr|\bdistribut|\bnot\b|\bno longer\b|\bcannot\b|\bwish to consult|\bconsult|\bsubject to\b|\bowe\b|\btax",
                    re.sub(r"\bwhether or not\b", "", hit["gap"] or ""),
                )
                and not re.search(
                    r"\b(?:may|can|could) not\b|\bcannot\b|\bno longer\b|\bnever\b|\b(?:do|does|did|will) not (?!have to|need|require)[a-z]+",
                    hit.group(),
                )
                and not _ONLY_FOR.search(text)
                and not (_ONLY_WHAT_MAY_LEAVE.search(text) and "@at" not in text)
                and _right_kind(text)
            ):
                found.append(Claim("in_plan_conversion", "on-request", unit, 2))
                break
    if found or (mentioned and re.search(_TO_ROTH, text)):
        found += _sources(unit)
    return found + _terms(document, unit, heads)


_OF_PAY = Pattern(
    r"\b(?:change|switch|turn|move)\w*\b[^.;@]{0,40}\b(?:paychecks?|pay|salary|elections?|rate|percentage|deferrals?)\b[^.;@]{0,40}@roth",
    "change", "switch", "turn", "move",
)  # fmt: skip
"""What is saved from now on, and not what lies in the plan."""
_INTO = Pattern(r"\b(?:to|into|as) (?:\w+ ){0,3}@roth$")
_AN_ACCOUNT = Pattern(r"^(?: contributions?)?[ -]*(?:sub-?)?(?:accounts?|balances?|sources?)\b(?! in| within)")
"""`Your in-plan Roth conversion account` is where converted money lies, no leave to convert."""


_OTHER_MONEY = Pattern(
    r"\b(?:convert|transfer|move|roll|change|switch|conver(?:sions?|ting) of|rollovers? of|transfers? of)\b(?P<what>[^.;?]{0,120})",
    "conver",
    "transfer",
    "move",
    "roll",
    "change",
    "switch",
)
_ANY_MONEY = Pattern(
    r"@at\b|\bafter-tax|@amb|\bnonroth|\bnon-@?roth|\b(?:all|any|entire|whole|vested) (?:or (?:part|any|some) of |part of |portion of |of )*(?:your |the |their |his |her |vested |eligible )*(?:account|balance|money|amount|assets|savings|portion|part|funds)(?! of (?:your |their |his or her |his |her |the )?(?:existing |vested )*(?:@pre|elective|salary|deferral|employer|company|matching))|\bother (?:eligible |vested )?(?:money|amounts?|sources?|contributions)"
)


def _of_other_money(text: str) -> bool:
    """Whether only pre-tax or employer money is named as what may be converted, and no after-tax money."""
    if _ANY_MONEY.search(text):
        return False
    return any(
        re.search(r"@pre\b|\bmatch|\bemployer\b|\bcompany contrib|\bdeferrals?\b", each["what"])
        for each in _OTHER_MONEY.finditer(text)
    )


def _right_kind(text: str) -> bool:
    """Conversion inside this plan; not to a Roth IRA, not of Roth to something else."""
    return not (
        re.search(r"\biras?\b", text) and not re.search(r"in-?plan|within the plan|@roth 401k|@roth account in", text)
    )


_OF_WHAT = Pattern(
    r"\b(?:conver\w*|in[- ]?plan (?:@roth )?(?:rollovers?|transfers?))(?: contributions?| feature| option| elections?)? (?:of|from|for|on) (?P<of>[^.;]{0,150})"
    r"|\bconvert(?:s|ing)? (?P<what>[^.;]{0,150})|(?<!@roth )(?<!in-plan )\b(?:transfer|move|roll(?: over)?|change|switch|sweep|turn|moving|transferring)s? (?=[^.;]{0,170}@roth)(?P<moved>[^.;]{0,150})"
    r"|(?P<before>[^.;]{0,170})\b(?:(?:is|are|be|been|gets?|being|then|also|automatically|daily|immediately) )+(?:converted|moved|swept|transferred|rolled(?: over)?|turned|changed|recharacterized|switched)\b"
)


def _sources(unit: Unit, asked: str = "") -> list[Claim]:
    text = f"{asked} {unit.norm}"
    parts = " ".join(part for found in _OF_WHAT.finditer(text) for part in found.groups() if part)
    if not parts and len(text.split()) > 12 and "@at" not in text:
        return []
    text = parts or text
    text = re.sub(
        r"@roth (?:elective |salary )*(?:deferrals?|contributions?)|@roth rollovers?(?: contributions?)?", "@roth", text
    )
    if _of_other_money(f"convert {text}"):
        named = [name for name, pattern in _SOURCES[1:] if pattern.search(text)]
        return [Claim("conversion_sources", named, unit, 2)] if named else []
    if re.search(
        r"\ball non-?@?roth|\bany (?:portion|part|vested)(?! of (?:your |their |his |her |the )?(?:existing |vested )*(?:@pre|elective|salary|deferral|employer|company|matching))|\b(?:all|entire) (?:or (?:a|any) (?:portion|part) )?of your (?:vested )?(?:nonroth )?(?:account|balance)|nonroth",
        text,
    ):
        return [Claim("conversion_sources", ["after-tax", "pre-tax", "match", "rollover"], unit, 1)]
    named = [name for name, pattern in _SOURCES if pattern.search(text)]
    if re.search(r"\b(?:not|exclud|other than|except)\b", text) or not named:
        return []
    return [Claim("conversion_sources", named, unit, 2)]


_LEAST = Pattern(
    r"\b(?:minimum|at least|no less than|not less than)\b[^.;]{0,40}?\$(\d[\d,]*(?:\.\d\d)?)|\$(\d[\d,]*) minimum"
)


def _terms(document: Document, unit: Unit, heads: str) -> list[Claim]:
    text = unit.norm
    if not (MENTION.search(text) or (MENTION.search(heads) and re.search(r"\bconver", text))):
        return []
    if re.search(r"\bwithdraw|\bloan|\bhardship", text) and "conver" not in text:
        return []
    found = []
    if (times := per_year(text)) and not re.search(r"\bno limit\b|\bunlimited\b", text):
        found.append(Claim("conversions_per_year", times, unit, 2))
    if least := _LEAST.search(text):
        found.append(Claim("conversion_minimum", (least[1] or least[2]).replace(",", ""), unit, 2))
    return found
