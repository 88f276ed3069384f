"""How after-tax money gets to Roth: in-plan conversion and withdrawal in service. What is not said outright is not claimed."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.after_tax import MAY, NEGATIVE, PLAN, TAIL, WHO, ticked_option
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

CONVERSION = (
    r"(?:@roth in-?plan (?:conversions?|rollovers?|transfers?)|in-?plan @roth (?:conversions?|rollovers?|transfers?)(?: contributions?)?|in-?plan (?:conversions?|rollovers?|transfers?)(?: (?:in)?to @roth)?|"
    r"@roth (?:401k )?conversions?(?: feature| option| program| service)?|conversions? (?:in)?to (?:an? |the )?@roth(?! ira)|conversions? of (?:your )?@at(?: contributions?| money| balances?| accounts?)* (?:in)?to (?:an? |the |your )?@roth(?! ira)|internal (?:@roth )?conversions?|@mega conversions?|@at (?:to |into )?@roth conversions?|@at conversions?)"
)
_TO_ROTH = r"\bconver(?:t|ts|ted|ting)\b[^.;]{0,170}?\b(?:to|into|as) (?:an? |the |your |their |in-plan |designated |tax-free )*@roth(?! ira)"
_MOVE_ROTH = r"(?:\b(?:transfer|move|roll|change|switch|sweep|swept|turn)(?:s|red|ring|ed|d|ing)?\b[^.;]{0,110}?\b(?:to|into) (?:an? |the |your |their |in-plan |designated )*@roth (?:401k )?(?:savings|account|source|money|contributions?|in-plan|bucket|portion|status|balance)(?![^.;]{0,25}\bira\b)|\b(?:move|sweep|turn|switch|transfer|swept|moved|turned|transferred)s?\b[^.;]{0,40}@at\b[^.;]{0,40}\b(?:to|into) (?:an? |the |your )?@roth\b(?! ira)|@at\b[^.;]{0,50}\b(?:moved|swept|turned|transferred|switched)\b[^.;]{0,40}\b(?:to|into) (?:an? |the |your )?@roth\b(?! ira))"
_MENTION = Pattern(rf"{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH}")
_BY_ITSELF = r"(?:automatic(?:ally)?|automated|automates?|auto[- ]?convert\w*|standing (?:instructions?|elections?|orders?|requests?)|recurring|as soon as (?:administratively )?(?:they|it|the|each|possible after (?:each|they))|swept|sweeps?|without (?:any )?(?:further|additional|your) (?:action|calls?|steps?|having)|by itself|hands[- ]off|on an ongoing basis|going forward)"
_OFTEN_DONE = r"(?:nightly|(?:each|every) (?:new |time (?:a|an|you are) )?(?:@at contributions?|contributions?|pay ?(?:roll|day|check|period)s?|pay|night|day|business day|week|month|deposit|(?:calendar |plan )?(?:year|quarter))|daily|weekly|monthly|same day|right away|immediately|the night (?:it|they)|upon (?:deposit|receipt|contribution)|when(?:ever)? (?:it|they) (?:is|are|post|arrive|reach)\w*)"
_DONE = r"(?:(?:is|are|be|gets?|being) (?:then |also |immediately |promptly )?(?:converted|moved|swept|transferred|rolled|turned|recharacterized)|(?:we|it|(?:the )?plan|(?:the )?recordkeeper|fidelity|vanguard|schwab|empower|guideline|betterment|[a-z]+)(?:'ll| will| shall)? (?:convert|move|sweep|transfer|roll|turn)s?)"
_AUTOMATIC = Pattern(
    rf"\b{_BY_ITSELF}\b[^.;]{{0,100}}?(?:\bconver|{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH})|(?:\bconver\w*|{CONVERSION}|{_MOVE_ROTH})[^.;]{{0,110}}?\b{_BY_ITSELF}\b"
    rf"|\b{_DONE}\b[^.;]{{0,90}}@roth\b(?! ira)[^.;]{{0,60}}\b{_OFTEN_DONE}\b|\b{_OFTEN_DONE}\b,?[^.;]{{0,70}}\b{_DONE}\b[^.;]{{0,70}}@roth\b(?! ira)|@at\b[^.;]{{0,60}}\b(?:is|are|be|gets?) (?:moved|swept|transferred|rolled|turned|converted)\b[^.;]{{0,30}}\b(?:to|into) (?:\w+ ){{0,2}}@roth\b(?! ira)[^.;]{{0,40}}unless you"
)
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
        rf"\b{WHO}\b[^.;@]{{0,70}}?\b{MAY}\b(?P<gap>[^.;]{{0,90}}?)(?:{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH})",
        rf"\b{PLAN}\b[^.;@]{{0,60}}?\b(?:permits?|allows?|offers?|provides?(?: for)?|lets|features?|includes?|supports?|enables?)\b(?P<gap>[^.;]{{0,110}}?)(?:{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH})",
        rf"(?:{CONVERSION})(?: feature| option| service)?(?: of @at[^.;]{{0,40}})?(?P<gap>[^.;]{{0,40}}?)\b(?:(?:is|are)(?: also| now| currently)? (?:permitted|allowed|available|offered)|(?:allows?|lets|permits?|enables?) (?:you|participants?|employees?))\b",
        r"(?:@at|eligible|vested|@pre)[^.;]{0,80}\b(?:can|may)(?: then| also)? be (?P<gap>)(?:converted|rolled|moved|transferred)\b[^.;]{0,60}\b(?:to|into|as) (?:an? |the |your |in-plan |designated )*@roth(?! ira)",
        rf"\bto (?P<gap>)(?:request|initiate|make|process|elect|set up) (?:an? |your |the )?(?:{CONVERSION}),? (?:please |you (?:must|need to|can|may|should) )?(?:call|log|visit|contact|complete|go)",
        r"\bto convert\b(?P<gap>)[^.;]{0,70}\bto @roth\b(?! ira)[^.;]{0,50},? (?:please |you (?:must|need to|can|may|should) )?(?:call|log|visit|contact|complete|go)",
        rf"\bno limit (?:on|to)(?P<gap>)[^.;]{{0,40}}(?:{CONVERSION})",
        r"\byou\b[^.;]{0,12}\bconvert\b(?P<gap>)[^.;]{0,60}@at\b",
        rf"\b(?:call|log (?:in|on)|visit|contact|go to|use)\b[^.;]{{0,70}}\b(?:and |to )(?P<gap>)(?:ask for|request|elect|choose|select|initiate|convert|make|start)\b[^.;]{{0,40}}(?:{CONVERSION}|{_TO_ROTH}|{_MOVE_ROTH})",
        r"^convert\b(?P<gap>)[^.;]{0,60}@roth\b(?! ira)[^.;]{0,30}\bby (?:calling|logging|visiting|completing|contacting|going|using)",
        r"\bdirect that (?P<gap>)[^.;]{0,100}\bconverted\b[^.;]{0,40}@roth\b(?! ira)",
        rf"(?:{CONVERSION})[^.;]{{0,40}}\b(?:can|may) (?P<gap>)be (?:requested|made|done|elected|initiated)\b",
    )
)
_REFUSED = tuple(
    Pattern(pattern, *NEGATIVE)
    for pattern in (
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|do not|doesn't|will not|cannot)\s+(?:currently |presently |now )?(?:permit|allow|offer|provide(?: for)?|support|include|have)\b(?: any| for| an?| participants? to make| you to make)?[^.;@]{{0,25}}(?:{CONVERSION})(?: of (?:any|@at)[^.;,]{{0,30}})?{TAIL}",
        rf"(?:{CONVERSION})(?: of @at(?: contributions?)?)? (?:are|is) not (?:currently |presently )?(?:permitted|allowed|available|offered|provided(?: for)?|supported|a feature)\b{TAIL}",
        r"\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|able) to) conver(?:t) (?:any )?(?:of )?(?:their |your )?@at(?: contributions?| account| balance)*[^.;]{0,25}\b(?:to|into) (?:an? |the |your )*@roth[^.;]{0,40}?(?:(?:within|in|inside|under) the plan)?\s*(?:$|[.;,])",
        rf"\bno (?:{CONVERSION}) (?:are|is|may be|feature|option)\b",
        rf"\bthere (?:is|are) no (?:{CONVERSION})(?:, (?:rollovers?|transfers?|conversions?)| (?:or|and) (?:rollovers?|transfers?|conversions?))*(?: feature| of any kind)?{TAIL}",
        r"\bno (?:part|portion|amount|money)[^.;]{0,40}\b(?:can|may) be (?:converted|moved|transferred|rolled over) (?:in)?to (?:an? |the |your )?@roth\b(?! ira)[^.;]{0,20}\b(?:in|inside|within) the plan",
        rf"\b{PLAN} (?:has|offers|permits|allows) no (?:{CONVERSION}){TAIL}",
    )
)
_ONLY_WHAT_MAY_LEAVE = Pattern(
    r"\b(?:who (?:is|are)|must be|if you are|are not) (?:otherwise )?eligible (?:for|to (?:take|receive|draw)) (?:an? )?(?:in-?service )?(?:withdraw|distribut|funds|money)"
    r"|\b(?:amounts?|money|assets|balances?|portions?)\b[^.;]{0,40}\b(?:otherwise (?:be )?(?:distributable|eligible)|could (?:otherwise )?be (?:withdrawn|distributed)|eligible (?:for|to be) (?:withdraw|distribut)\w*|distributable)"
)
"""Conversion of what could be taken out as well: whether that is after-tax money, another sentence says."""
_ONLY_FOR = Pattern(
    r"\b(?:beneficiar|alternate payee|spous|^terminated (?:participants?|employees?)|^former (?:participants?|employees?)|sister compan\w+|another (?:company|employer)|affiliate's plan|terminated (?:participant|employee)s? only|former employees? only|only (?:after|once|upon|if) you)\b"
)
_SOURCES = (
    ("after-tax", Pattern(r"@at\b")),
    ("pre-tax", Pattern(r"@pre\b|salary deferral|elective deferral")),
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
    """Every claim about conversion and withdrawal."""
    found: list[Claim] = []
    in_service = before = ""
    for unit in document.units:
        if unit.kind in ("contents",):
            continue
        if unit.kind in ("question", "heading"):
            in_service = _section(unit, in_service)
            continue
        if unit.ticked is False:
            continue
        heads = document.heads_of(unit, 3)
        if "@roth" in unit.norm or "conver" in unit.norm or "@roth" in unit.answer_to or _MENTION.search(heads):
            found += _conversion(document, unit, heads, before)
        before = unit.norm
        if (
            "withdr" in document.full(unit)
            or "distribut" in document.full(unit)
            or "in-service" in unit.norm
            or " roll" in unit.norm
            or "withdr" in unit.answer_to
            or "withdr" in heads
            or "distribut" in heads
            or in_service
            or (
                "@at" in unit.norm
                and re.search(
                    r"\btak(?:e|en)\b|\bpaid out|\bpay-?out|\bcash|\baccess|\bmoney out|\bavailable", unit.norm
                )
            )
        ):
            found += _withdrawal(document, unit, heads, in_service)
    if not any(claim.field == "in_service_withdrawal" for claim in found):
        found += closed_lists(document)
    return found


# --- conversion


def _conversion(document: Document, unit: Unit, heads: str, before: str) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    if (document.is_rollover(unit) and "in-plan" not in full and "conver" not in text) or text.startswith(
        ("example", "for example")
    ):
        return []
    if unit.answer_to and _MENTION.search(unit.answer_to):
        if document.is_condition(unit):
            return []
        asked_auto = bool(re.search(r"automat", unit.answer_to))
        if text.startswith("yes"):
            return [
                Claim(
                    "in_plan_conversion",
                    "automatic"
                    if asked_auto or (_AUTOMATIC.search(text) and not _NOT_AUTOMATIC.search(text))
                    else "on-request",
                    unit,
                    3,
                ),
                *_sources(unit),
            ]
        return [] if asked_auto else [Claim("in_plan_conversion", "no", unit, 3)]
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if unit.ticked and _MENTION.search(head) and (said := ticked_option(text)):
        return [Claim("in_plan_conversion", "on-request" if said == "yes" else "no", unit, 3)]
    if choice := boxes.choice(unit.raw):
        return (
            [Claim("in_plan_conversion", "no" if choice == "no" or "not" in choice else "on-request", unit, 3)]
            if _MENTION.search(text)
            else []
        )
    if (
        document.is_condition(unit) or document.template or document.general or boxes.has_box(unit.raw)
    ) and not unit.ticked:
        return []
    found: list[Claim] = []
    mentioned = _MENTION.search(text)
    under = (_MENTION.search(heads) or _MENTION.search(before)) and re.search(r"\bconver", text)
    if not mentioned and not under:
        return _terms(document, unit, heads) if _MENTION.search(heads) else []
    if mentioned and not _ONLY_FOR.search(text):
        for pattern in _REFUSED:
            if pattern.search(text) and not re.search(
                r"\bunless\b|\bexcept\b|\bother than\b|\buntil\b|\bmore than\b|@pre\b|automatic", text
            ):
                return [Claim("in_plan_conversion", "no", unit, 3)]
    auto = _AUTOMATIC.search(text)
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
                    hit["gap"] or "",
                )
                and not re.search(r"\b(?:may|can|could) not\b|\bcannot\b|\bno longer\b", hit.group())
                and not _ONLY_FOR.search(text)
                and not (_ONLY_WHAT_MAY_LEAVE.search(text) and "@at" not in text)
                and _right_kind(text)
            ):
                found.append(Claim("in_plan_conversion", "on-request", unit, 2))
                break
    if found or (mentioned and re.search(_TO_ROTH, text)):
        found += _sources(unit)
    return found + _terms(document, unit, heads)


_INTO = Pattern(r"\b(?:to|into|as) (?:\w+ ){0,3}@roth$")
_AN_ACCOUNT = Pattern(r"^(?: contributions?)?[ -]*(?:sub-?)?(?:accounts?|balances?|sources?)\b(?! in| within)")
"""`Your in-plan Roth conversion account` is where converted money lies, no leave to convert."""


def _right_kind(text: str) -> bool:
    """Conversion inside this plan; not to a Roth IRA, not of Roth to something else."""
    return not (
        re.search(r"\biras?\b", text) and not re.search(r"in-?plan|within the plan|@roth 401k|@roth account in", text)
    )


def _sources(unit: Unit) -> list[Claim]:
    text = unit.norm
    if re.search(
        r"\ball non-?@?roth|\bany (?:portion|part|vested)|\b(?:all|entire) (?:or (?:a|any) (?:portion|part) )?of your (?:vested )?(?:nonroth )?(?:account|balance)|nonroth",
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
_OFTEN = {
    "day": 0, "business day": 0, "week": 52, "pay period": 0, "month": 12, "calendar month": 12, "quarter": 4, "calendar quarter": 4, "plan quarter": 4, "year": 1, "calendar year": 1, "plan year": 1,
    "90 days": 4,
}  # fmt: skip
_PER_MONTHS = {"12": 1, "twelve": 1, "six": 2, "6": 2, "three": 4, "3": 4}
_TIMES = Pattern(
    r"\b(?:(?P<word>once|twice)|(?P<number>one|two|three|four|six|twelve|\d{1,2})(?: \(\d+\))?(?: such)? (?:times?|conversions?|withdrawals?|requests?|distributions?|in-plan \w+|@roth in-plan \w+|@at withdrawals?)|(?P<only>only one|one|a single))"
    r"(?: \w+){0,4}? (?:per|each|every|an?|in (?:a|any|each)|during (?:a|any|each)|in (?:the|one)) (?P<per>(?:calendar |plan )?(?:year|quarter|month)|week|business day|day|pay period|(?:12|twelve|six|6|three|3)[- ](?:consecutive[- ])?months?(?: period)?|90 days)\b"
)
_COUNT = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}


def per_year(text: str) -> int | None:
    """How often a year, where a text limits it to a number."""
    found = _TIMES.search(text)
    if not found:
        return None
    months = re.match(r"(12|twelve|six|6|three|3)[- ]", found["per"])
    often = _PER_MONTHS[months[1]] if months else _OFTEN.get(found["per"].replace("plan quarter", "quarter"), 0)
    times = _COUNT.get(found["word"] or found["number"] or "one") or (
        int(found["number"]) if found["number"] and found["number"].isdigit() else 1
    )
    return times * often or None


_DO_SO = Pattern(
    r"^(?:and )?(?:you|participants?|a participant) (?:may|can) (?:only )?(?:do (?:so|this|it)|make (?:such|this|the) (?:an? )?(?:conversion|move))",
    "do ",
    "make ",
)


def _terms(document: Document, unit: Unit, heads: str) -> list[Claim]:
    text = unit.norm
    if not (_MENTION.search(text) or (_MENTION.search(heads) and re.search(r"\bconver", text))):
        return []
    if re.search(r"\bwithdraw|\bloan|\bhardship", text) and "conver" not in text:
        return []
    found = []
    if (times := per_year(text)) and not re.search(r"\bno limit\b|\bunlimited\b", text):
        found.append(Claim("conversions_per_year", times, unit, 2))
    if least := _LEAST.search(text):
        found.append(Claim("conversion_minimum", (least[1] or least[2]).replace(",", ""), unit, 2))
    return found


# --- withdrawal in service

_CLOSED_LIST = Pattern(
    r"\b(?:withdraw\w*|take (?:money|out|amounts)|access)\b[^.;]{0,90}\bonly\b|\bonly\b[^.;]{0,60}\b(?:withdraw\w*|take (?:money|amounts))\b"
)
_KNOWN_REASON = Pattern(
    r"\b(?:loans?|hardship|59\.5|age \d\d|disab\w*|death|rollovers?|birth|adoption|disaster|emergency|military|deployed|domestic abuse|terminal\w*|retire\w*|terminat\w*|sever\w*|separat\w*)\b"
)
_OTHER_REASON = Pattern(
    r"@at|\bvoluntary|\bnonroth|\bany (?:reason|time|purpose)|\bother\b|\bemployee contributions|\bthrift|\bnondeductible|\ball (?:accounts|amounts)|\bvested"
)


def closed_lists(document: Document) -> list[Claim]:
    """`You may withdraw only for: loan, hardship, 59½`: a list without after-tax money that says it is the whole list."""
    if "@at" not in document.text or document.template or document.general:
        return []
    found: list[Claim] = []
    for place, unit in enumerate(document.units):
        text = unit.norm
        if "only" not in text:
            continue
        if (unit.kind in ("contents", "question", "heading") and not text.endswith(":")) or document.is_condition(unit):
            continue
        if not _CLOSED_LIST.search(text) or not (
            _IN_SERVICE.search(text) or _IN_SERVICE.search(document.heads_of(unit, 1))
        ):
            continue
        if text.endswith(":"):
            items = []
            for each in document.units[place + 1 : place + 12]:
                if each.lead != unit.raw:
                    break
                items.append(each)
            listed = [re.sub(r"\brollover contributions?, (?:at )?any ?time", "rollover", each.norm) for each in items]
        else:
            items, listed = [unit], re.split(r",| or |\(\d\)|\([a-z]\)", re.split(r"\bonly\b", text, maxsplit=1)[-1])
            listed = [part for part in listed if len(part.split()) > 1 or _KNOWN_REASON.search(part)]
        known = [bool(_KNOWN_REASON.search(part)) and not _OTHER_REASON.search(part) for part in listed]
        if len(known) > 1 and all(known):
            note = "implied: the list of withdrawals is closed, and after-tax money is not on it"
            found.append(
                Claim("in_service_withdrawal", "no", unit, 1, note, tuple(each for each in items if each is not unit))
            )
    return found


_IN_SERVICE = Pattern(
    r"\bin-?service\b|\bwhile (?:you are |you're |they are |still |actively |you remain )*(?:employed|working|an active|an employee|in service)\b|\bstill (?:employed|working)\b|\bduring (?:your )?(?:employment|active service)\b|\bactive (?:participants?|employees?)\b|\bactively employed\b|\bwithout (?:leaving|terminating)\b"
    r"|\bbefore (?:you )?(?:terminat|leav|separat|retir)|\bprior to (?:his |her |their |your )?(?:termination|separation|retirement|severance)(?: (?:from|of) (?:employment|service))?|\bon the payroll\b|\b(?:do not|don't) (?:have to|need to) (?:leave|terminate|retire|separate)[^.;]{0,30}|\bnot required to (?:cease|terminate|leave|sever)[^.;]{0,40}|\bwho is an (?:active )?(?:employee|participant)\b|\bnon-?hardship withdrawal"
)
_ANY_TIME = Pattern(
    r"\b(?:at )?any ?time\b|\bfor any reason\b|\bany reason\b|\bregardless of (?:your )?age\b|\bat any age\b|\b(?:under|before|prior to)(?: reaching| attaining)?(?: the)? (?:age )?59\.5\b|\bwithout (?:any )?(?:restriction|age|regard to)\b|\bno (?:age|restriction)|\bwhenever (?:you|they|he|she) (?:like|want|wish|choose)|\bas often as\b|\bno waiting\b"
)
_AGED = Pattern(
    r"\b(?:after|once|upon|reach\w*|attain\w*|at least|over|until|age|older|on or after)\b[^.;]{0,25}(?<!under )(?<!before )\b(?:59\.5|55|60|62|65|70)\b"
)
_HARD = Pattern(
    r"\bhardship|\bdisab|\bterminat|\bseparat|\bretire(?:s|ment|d)? ?(?:,|or|date|age)?|\bdeath\b|\bdie\b|\bsever|\bbirth or adoption|\bdisaster|\bmilitary\b|\bleave (?:the company|employment|mmc)|\bemergency"
)
_TAKES = r"(?:withdraw|take|receive|request|obtain|access|elect|make|get|pull|roll(?: over)?)"
_OUT = r"(?:withdrawn|distributed|taken(?: out| in cash)?|rolled|paid(?: out)?|cashed out|accessed|removed|pulled)"
_MAY_TAKE = Pattern(
    rf"\b{WHO}\b[^.;@]{{0,80}}?\b{MAY}\b(?P<gap>[^.;]{{0,60}}?)\b{_TAKES}\b[^.;]{{0,150}}?@at\b|@at\b[^.;@]{{0,70}}\b(?:may|can)(?P<gap2>[^.;]{{0,20}}?) be {_OUT}|\b{PLAN}\b[^.;@]{{0,30}}\b(?:allows?|permits?|lets)\b(?P<gap6>[^.;]{{0,30}}?)@at\b[^.;]{{0,40}}\bto be {_OUT}"
    rf"|@at\b[^.;]{{0,60}}\b(?:is|are)(?P<gap3>(?: also| always| generally)?) (?:available|eligible) (?:for|to be)[^.;]{{0,30}}(?:withdraw|distribut)|\b{PLAN}\b[^.;@]{{0,40}}\b(?:permits?|allows?|offers?|provides? for)\b(?P<gap4>[^.;]{{0,60}}?)\b(?:withdrawals?|distributions?)\b[^.;]{{0,60}}@at\b"
    rf"|\b(?:withdrawals?|distributions?) (?:of|from) (?:your )?@at[^.;]{{0,50}}\b(?:are|is)(?P<gap5>(?: also| generally)?) (?:permitted|allowed|available)"
)
_NEED_NOT_LEAVE = Pattern(
    r"\b(?:not required to|(?:do|does) not (?:have|need) to|need not) (?:cease|terminate|leave|separate|retire)\b[^.;]{0,40}\b(?:to|in order to|before you can) (?:receive|take|obtain|request|withdraw|get)\b[^.;]{0,50}@at\b"
)
_ITEM_LEAD = Pattern(r"\b(?:withdraw|distribut)")
_ALL_OR_PART = Pattern(r"^(?:all|any|a portion|part|some|up to 100%)\b[^.;]{0,60}@at\b")
_COUNTED_NOT = r"\bnot (?:more (?:often )?than|to exceed|subject to|limited|roth)|\b(?:may|can) not (?=withdraw [^.;]{0,60}more (?:often )?than)"
_NO_TAKE = (
    Pattern(
        r"@at\b[^.;@]{0,60}\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|eligible) to) be (?:withdrawn|distributed|taken out|paid out|paid|removed|accessed)\b(?P<why>[^.;]{0,90})"
    ),
    Pattern(
        r"\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|able) to)\b (?:\w+ )?withdraw\b[^.;@]{0,40}@at\b(?P<why>[^.;]{0,90})"
    ),
    Pattern(
        r"\b(?:in-?service )?(?:withdrawals?|distributions?) (?:of|from) (?:your |the )?@at\b[^.;@]{0,40}\b(?:are|is) not (?:permitted|allowed|available)\b(?P<why>[^.;]{0,60})"
    ),
    Pattern(
        r"@at\b[^.;@]{0,50}\b(?:is|are) not (?:available|eligible) for (?:an? )?(?:in-?service )?(?:withdrawals?|distributions?)(?P<why>[^.;]{0,60})"
    ),
    Pattern(
        r"@at\b[^.;@]{0,40}\b(?:is|are) not (?:available|payable|accessible) (?P<why>)(?:until|before) (?:you |your |they )?(?:leave|terminat|separat|retire|employment ends|sever)"
    ),
    Pattern(
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|doesn't|will not) (?:currently )?(?:permit|allow|offer|provide for)\b[^.;@]{{0,20}}(?:in-?service )(?:withdrawals?|distributions?)(?: of @at[^.;]{{0,25}})?(?P<why>{TAIL})"
    ),
    Pattern(
        r"\bno (?:in-?service )(?:withdrawals?|distributions?)(?: of @at[^.;]{0,25})? (?:are|is) (?:permitted|allowed|available)(?P<why>[^.;]{0,40})"
    ),
)
_WHILE_EMPLOYED = Pattern(
    r"^\s*(?:account|contributions?|money|balance)?[^.;]{0,20}(?:$|\b(?:while|during|before|prior to|until) (?:after )?(?:you |your |they |he or she |a participant |the participant )?(?:are |is |remain )?(?:still |actively )?(?:employ|work|terminat|separat|leav|in service|sever|retire))"
)


def _section(unit: Unit, before: str) -> str:
    """Whether a heading opens, keeps or closes a section on withdrawals in service."""
    text = unit.norm
    if re.search(r"\bwithdraw|\bdistribut", text) and _IN_SERVICE.search(text):
        return text
    if re.search(r"\bin-service\b", text):
        return text
    if (
        before
        and re.search(r"withdraw|rollover|age 59|employer|hardship|@at|qualif|option|request|available|availab", text)
        and not re.search(r"\bterminat|\bleav|\bretire|\bdeath|\bafter\b", text)
    ):
        return before
    return ""


def _withdrawal(document: Document, unit: Unit, heads: str, section: str) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    if (
        unit.answer_to
        and re.search(r"withdr|distribut|roll", unit.answer_to)
        and "@at" in unit.answer_to
        and not document.is_condition(unit)
    ):
        if _IN_SERVICE.search(unit.answer_to + text) or _ANY_TIME.search(unit.answer_to + text):
            if text.startswith("yes"):
                return (
                    []
                    if _AGED.search(text) and not _ANY_TIME.search(text)
                    else [Claim("in_service_withdrawal", "yes", unit, 3)]
                )
            return [] if _AGED.search(text) or _HARD.search(text) else [Claim("in_service_withdrawal", "no", unit, 3)]
        return []
    if text.startswith(("example", "for example")) or (
        (document.is_condition(unit) or document.template or document.general or boxes.has_box(unit.raw))
        and not unit.ticked
    ):
        return []
    lead = document.lead_of(unit)
    if re.search(r"\bloans?\b|\bborrow", text) and not re.search(r"\bwithdr|\bdistribut|\broll", full):
        return []
    if "@at" not in full and not re.search(r"in-?service", text):
        return []
    if "@at" in text and (
        bounded := re.search(
            r"\b(?:may|can)(?:not| not) withdraw\b[^.;]{0,60}@at[^.;]{0,60}more (?:often )?than (?P<times>once|twice)[^.;]*",
            text,
        )
    ):
        often = per_year(bounded["times"] + bounded.group().split(bounded["times"], 1)[1])
        if often and (_IN_SERVICE.search(text) or _IN_SERVICE.search(heads)):
            return [Claim("in_service_withdrawal", "yes", unit, 3), Claim("withdrawals_per_year", often, unit, 2)]
    if _NEED_NOT_LEAVE.search(text) and not re.search(r"59\.5|\bhardship", text):
        return [Claim("in_service_withdrawal", "yes", unit, 3)]
    for pattern in _NO_TAKE:
        hit = pattern.search(text)
        if not hit:
            continue
        why = hit["why"]
        if re.search(r"\bunless\b|\bexcept\b|\bother than\b|59\.5|\bhardship|\bmore than\b|\bif\b|\bonly\b", text) or (
            pattern in _NO_TAKE[:2] and not _WHILE_EMPLOYED.search(why)
        ):
            return []
        return [Claim("in_service_withdrawal", "no", unit, 3)]
    if "@at" not in full or re.search(
        r"\b(?:not|cannot|no longer|never)\b[^.;]{0,40}@at|@at[^.;]{0,60}\b(?:not|cannot|no longer)\b",
        re.sub(_COUNTED_NOT, " ", full),
    ):
        return []
    if "@roth ira" in text and "withdr" not in text and "distrib" not in text and not re.search(r"\broll", text):
        return []
    if re.search(r"\b(?:tax(?:ed|able|es)?|penalty)\b", text) and not _MAY_TAKE.search(text) and not lead:
        return []
    hit = _MAY_TAKE.search(full)
    listed = bool(lead and _ITEM_LEAD.search(lead) and "@at" in text) or bool(section and _ALL_OR_PART.match(text))
    if not hit and not listed:
        return []
    if hit and not listed and "@at" not in text:
        return []
    gaps = " ".join(gap for gap in hit.groups() if gap) if hit else ""
    if re.search(r"\bnot\b|\bconver|\bcontribut|\bonly\b", gaps):
        return []
    around = f"{full} {section}"
    in_service = bool(_IN_SERVICE.search(around)) or bool(_IN_SERVICE.search(heads))
    free = bool(_ANY_TIME.search(full))
    counted = per_year(text)
    if not (in_service or free or counted):
        return []
    if _bound(text, lead, free) or re.search(
        r"\bexcess\b|\bcorrective|\brefund|\bbeneficiar|\balternate payee|\bspous|\bdividend|\bformer (?:employee|participant)|\bterminated (?:employee|participant)|\bretirees?\b|\brolled[- ]over @at|\brollover @at|@at rollover|\bmilitary|\bprior plan\b|\bpredecessor\b|\bmade (?:before|prior to)\b|\bpre-?(?:19|20)\d\d|\bafter (?:you have |he has |completing )?(?:been|completed|participated)?[^.;]{0,30}\b(?:\d+|two|three|five|ten) years of|\bparticipant for (?:at least )?(?:\d+|two|three|five|ten) years",
        text,
    ):
        return []
    found = [Claim("in_service_withdrawal", "yes", unit, 3 if free or in_service else 2)]
    if counted:
        found.append(Claim("withdrawals_per_year", counted, unit, 2))
    if free:
        words = _ANY_TIME.search(full)
        found.append(Claim("withdrawal_terms", words.group() if words else "", unit, 2))
    if re.search(r"\bsuspen", text):
        found.append(Claim("withdrawal_suspension", folded(unit.raw), unit, 2))
    return found


def _bound(text: str, lead: str, free: bool) -> bool:
    """Whether the permission hangs on age, hardship or an end of employment."""
    if free:
        return bool(
            re.search(
                r"\b(?:after|once|upon|following|when) you(?:r)? (?:terminat|separat|retire|leave|sever|employment ends)|any ?time (?:after|following|on or after|once)"
                r"|\b(?:if|once|when|after|upon|provided|at least|attain\w*|reach\w*)\b[^.;]{0,30}\b(?:59\.5|age \d\d)"
                r"|\b(?:if|when|upon|due to|because of|on account of|in the event of|for)\b[^.;]{0,40}\b(?:disab|hardship|disaster|emergency|death|birth|leave)|\bwithin \d+ days\b",
                text,
            )
        )
    both = _IN_SERVICE.sub(" ", f"{lead} {text}")
    return bool(_AGED.search(both)) or bool(_HARD.search(both))
