"""The plan's other terms: caps, eligible pay, enrolment, catch-up at 60 to 63, spillover."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.after_tax import SPILL
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import AT
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_P = r"(\d{1,3}(?:\.\d+)?)%"
_PAY = r"\b(?:base (?:\+|and|plus) bonus|pay|paychecks?|compensation|earnings|salary|wages|remuneration)\b"
_UP_TO = r"(?:up to a combined (?:total|maximum) of |(?:from |between )?\d+(?:\.\d+)?%? (?:to|-|through|and) (?:a maximum of )?|\d+(?:\.\d+)?%?-|up to (?:a (?:maximum|total) of |an additional )?|as much as |a maximum of |maximum (?:of|is)(?: up to)? |any (?:whole )?percentage (?:up to|from 1% to) |not (?:to )?exceed(?:ing)? |(?:may|can)not exceed |\bexceed |limited to |(?:no|not|be) more than |cannot (?:contribute|defer|save|elect) more than |overall maximum of )"
_CAP = Pattern(
    rf"(?:{_UP_TO}|\bthe most (?:that )?(?:you|participants?|anyone) (?:can|may) [^.;%]{{0,60}}?\bis (?:up to )?|\bmaximum (?:[a-z@-]+ ){{0,8}}?(?:is|of|:) (?:up to )?){_P}"
)
_OF_A_MATCH = Pattern(
    r"\d% (?:of|on) (?:the |your |an? |each |all )?(?:first|next|(?:elective |salary |@pre (?:and @roth )?|participant'?s? |employee |basic )*(?:deferrals?|contributions?|savings))\b[^.;]{0,60}\d%$"
)
"""`100% of your deferrals up to 3%`: the rate before it makes it a match."""
_ONLY_TOTAL = Pattern(
    r"\b(?:when added to|added together|combin\w+|total(?:s)?|aggregate|together|sum of|all (?:of )?(?:your |employee )?(?:contributions?|types)|overall)\b"
)
_HCE = Pattern(r"\bhighly[- ](?:compensated|paid)|\bhces?\b", "highly", "hce")
_NOT_CAPS = Pattern(
    r"\bmatch|\bexample|\bincreas|\bautomatic|\bauto-|\bdefault|\bvest|\bloan|\binvest|\bcompany (?:stock|contrib)|\bcatch-?up(?! contributions?\))|\bpenalty|\btax rate|\bwithheld\b|\bwithholding\b|\bwithdraw|\bbonus(?:es)? (?:of|up)|\bstock fund|\bnondiscrimination|\bforfeit|\bearnings of|\b415\b|\bannual additions|\b100% of (?:your )?(?:pay|compensation)(?:,| or|) (?:or |, )?(?:whichever|the)|\bwhichever is less|\bqualified|\bpremium|\bdistribution|\bescalat|\bprofit[- ]sharing"
)
_MONEY = r"\$(\d[\d,]*(?:\.\d\d)?)"
_AT_DOLLARS = Pattern(
    rf"\bup to (?:an additional )?{_MONEY} (?:per|in (?:a|any)|each|a|every) (?:plan |calendar )?year (?:in|of|as|on an?) [^.;$]{{0,30}}@at|@at[^.;$]{{0,40}}\bup to {_MONEY} (?:per|in (?:a|any)|each|a|every) (?:plan |calendar )year|\b(?:plan(?:'s)?|program|company|own)\b[^.;]{{0,50}}\b(?:maximum|limit|cap)s?\b[^.;$]{{0,70}}{_MONEY}|@at[^.;$]{{0,80}}\b(?:may not exceed|cannot exceed|will not exceed|are limited to|is limited to|are capped at|capped at|no more than|not exceed|maximum of|limit(?:ed)? (?:is|of))\s*{_MONEY}[^.;]{{0,30}}?\b(?:per|in (?:a|any)|each|a|every|for (?:a|any)) (?:plan |calendar )?year|\b(?:maximum|most)[^.;$]{{0,40}}@at[^.;$]{{0,50}}\bis {_MONEY}[^.;]{{0,20}}\b(?:per|a|each) (?:plan |calendar )?year"
)
_LAW_FIGURE = Pattern(
    r"\birs\b|internal revenue|415|402\(?g|federal|\bin (?:19|20)\d\d\b|\bfor (?:19|20)\d\d\b|\b(?:19|20)\d\d (?:limit|maximum)|adjusted|cost[- ]of[- ]living|annual additions|in addition to"
)
_SUPER = Pattern(
    r"\b(?:age[sd]? )?(?:60(?:,? ?(?:to|-|through|and)? ?|, 61, 62,? (?:and|or) )63|60 (?:through|to) 63|60, 61, 62)\b"
)
_AUTO = Pattern(
    rf"\b(?:automatic(?:ally)?(?: be)? enroll\w*|auto[- ]?enroll\w*|enrolled automatically|automatic enrollment|automatic (?:contribution|deferral) (?:rate|amount|percentage)|default (?:contribution|deferral) (?:rate|percentage))\b[^.;]{{0,150}}?{_P}|\b(?:@pre |default |initial )*(?:deferral|contribution)(?: rate)? of {_P}[^.;]{{0,60}}\bautomatic(?:ally)? enroll|\bat {_P}[^.;]{{0,40}}\bautomatically enroll|\b(?:enroll?(?:s|ed)? (?:you|new (?:hires|employees|joiners|associates)|employees)|(?:you|they|(?:new )?(?:employees|hires|joiners|associates|participants?)) (?:are|is|will be) enrolled|^enrolled)\b(?![^.;%]{{0,40}}\bre-?enrol)[^.;%]{{0,60}}?\b(?:at|with) (?:a (?:deferral |contribution )?(?:rate )?of )?{_P}|\bautomatic enrollment (?:rate |percentage )?(?:is|was|of|at|to|will be)(?: (?:raised|increased|set))?(?: (?:to|at|from \d+% to))? {_P}|\benrolled [^.;]{{0,30}}automatically[^.;]{{0,60}}?{_P}|\bautomatically (?:start |begin |be )?(?:withh\w*|deduct\w*|contribut\w*|defer\w*|take|set aside|sav\w*)[^.;%]{{0,40}}?{_P}|\b(?:if you (?:do nothing|take no action|do not (?:elect|choose|enroll|opt out|decide|make an election)[^.;%]{{0,40}})|unless you (?:elect|choose|decide|opt)[^.;%]{{0,40}}|by default),? [^.;%]{{0,40}}?{_P} (?:of )?[^.;]{{0,50}}\b(?:deferred|contributed|withheld|deducted|taken|saved|goes)|{_P} (?:of )?[^.;%]{{0,50}}\b(?:deferred|contributed|withheld|deducted) automatically"
)
_INCREASE = Pattern(
    rf"\b(?:increas\w*|escalat\w*|go(?:es)? up|rais\w+|ris(?:es|ing)|grow(?:s|ing)?|climb(?:s|ing)?|step(?:s|ped)? up)\b[^.;%]{{0,70}}?\b(?:by )?{_P}(?P<rest>[^.;]{{0,120}})|{_P} (?:automatic )?annual (?:increase|escalation)(?P<rest2>[^.;]{{0,80}})"
)
_REACH = Pattern(
    rf"\b(?:until|to a maximum of|up to|maximum of|reach(?:es)?|cap(?:ped)? (?:at|of)|not (?:to )?exceed)\b[^.;%]{{0,50}}?{_P}"
)
_PAY_WORDS = ("pay", "compensation", "earnings", "salary", "wages", "remuneration")
_PAY_WORD = rf"(?:{'|'.join(_PAY_WORDS)})"
_PAY_IS = Pattern(
    rf"(?:^|[,:] |\bthat |\bterm |\bplan,? )[\"'(]*(?:your |the |a participant's |an employee's |each )*(?:(?:eligible|covered|plan|considered|recognized|pensionable|base|deferrable|annual|amount of your) )*{_PAY_WORD}[\"')]*(?: (?:for|under|used|from|taken|as)[^.;%$]{{0,60}})?,? (?:generally |also |only |continues to )*\b(?:means?|is (?!limited|subject|paid|reduced|more|less|between|at least|not )|are (?!limited|subject|paid)|includes?|consists? of|(?:is )?defined as|(?:does|do)(?:es)? (?:not|n't) include|excludes?|refers to|comprises?)",
    *_PAY_WORDS,
)
_PAY_IN_BRACKETS = Pattern(
    rf"\b(?:eligible|covered|plan) (?:base )?{_PAY_WORD} \([^)]*\b(?:base|salary|bonus\w*|commissions?)\b[^)]*\)",
    "eligible", "covered", "plan",
)  # fmt: skip
_PAY_HEAD = Pattern(
    rf"^\W*(?:[\d.]+ )?(?:what (?:counts as|is) |your |definition of )?(?:eligible |covered |plan |regular |base )?{_PAY_WORD}(?: (?:that counts|definition|for [^.;]{{0,30}}))?\W*$",
    *_PAY_WORDS,
)
_PAY_ITEMS = Pattern(
    r"^(?:your )?(?:(?:annual|regular|hourly|straight-time|gross) )?(?:(?:base|rate of) )?(?:pay|salary|wages|w-2|earnings)\b(?! (?:deferral|reduction|limit))"
)
"""`Eligible pay. Base salary and overtime.`"""
_NO_PAY = Pattern(
    r"\blimit|\bexample|\$\d|\bvest|\bearnings (?:on|and losses)|\binvestment earnings|\bloan|\bincluded in (?:your )?(?:gross )?income|\bunemployment|\bworkers"
)
_NOT_IN = Pattern(
    r"\b(?:exclud\w*|does not include|do not include|not includ\w*|other than|but not|except(?:ing|ion)?s?(?: for)?|not eligible|without)\b(?P<what>.*)"
)
_PARTS = (
    ("bonus", Pattern(r"\bbonus")), ("commission", Pattern(r"\bcommission")), ("overtime", Pattern(r"\bovertime|\bpremium pay")),
    ("equity", Pattern(r"\brsus?\b|\brestricted stock|\bstock (?:option|award|unit|grant|compensation)|\bequity|\bstock-based|\blong-term incentive")),
    ("severance", Pattern(r"\bseverance")), ("expense allowances", Pattern(r"\bexpense|\brelocation|\bmoving|\ballowance|\breimbursement|\bfringe")),
)  # fmt: skip
_YEAR_ENDS = Pattern(
    r"\bplan year\b[^.;]{0,60}\b(?:ends?|ending|end date|through|to|and ends on)\b(?: is| on| each)?:? (january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})|\bplan year[^.;]{0,40}\b(calendar year)\b|\bplan year ends?[^.;]{0,20}(december) (31)"
)


def claims_of(document: Document) -> list[Claim]:
    """Every claim about the plan's other terms."""
    found: list[Claim] = []
    pay_before: Unit | None = None
    for unit in document.units:
        if unit.kind == "contents" or unit.ticked is False:
            continue
        text = unit.norm
        if (
            unit.kind in ("question", "heading")
            or (document.template and not unit.ticked)
            or (boxes.has_box(unit.raw) and not unit.ticked)
        ):
            continue
        if "%" in text or _HCE.search(text):
            found += _caps(document, unit)
            found += _enrolment(document, unit)
        if "$" in text and ("@at" in text or (unit.heads and "@at" in document.heads[unit.heads[0]])):
            found += _dollars(document, unit)
        if "6" in text and _SUPER.search(text) and "catch" in document.full(unit) + document.heads_of(unit, 1):
            found += _super(document, unit)
        if "@at" in text and not document.is_condition(unit) and any(pattern.search(text) for pattern in SPILL):
            negated = re.search(
                r"\b(?:not|no|never)\b[^.;]{0,30}\b(?:automatic|spill|continue|switch)|\bstop\b|\bspill[- ]?over[^.;]{0,30}\bnot\b",
                text,
            )
            found.append(Claim("spillover", "no" if negated else "yes", unit, 2))
        if pay_before is not None and re.match(r"^(?:it|this)(?: also)? (?:does not include|excludes)\b", text):
            found += _excluded(unit, text, 3)
        pay_before = None
        if (
            _PAY_IN_BRACKETS.search(text)
            or (_PAY_IS.search(text) and not _NO_PAY.search(text))
            or (_PAY_ITEMS.match(text) and "%" not in text and not _NO_PAY.search(text) and _under_pay(document, unit))
        ) and not document.is_condition(unit):
            found += _pay(document, unit)
            pay_before = unit
        if "plan year" in text and (ends := _YEAR_ENDS.search(text)):
            month, day = (ends[1], ends[2]) if ends[1] else ("december", "31")
            found.append(Claim("plan_year_ends", f"{month.capitalize()} {int(day)}", unit, 2))
    return found


def _under_pay(document: Document, unit: Unit) -> bool:
    """Whether the heading, or the label of the row, is no more than the word for pay."""
    head = document.heads[unit.heads[0]] if unit.heads else ""
    return bool(_PAY_HEAD.match(head) or _PAY_HEAD.match(document.lead_of(unit).split(" | ")[0]))


def _caps(document: Document, unit: Unit) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    if document.is_condition(unit) or document.is_rollover(unit):
        return []
    if _HCE.search(text):
        return _hce(unit, text)
    hit = _CAP.search(text)
    if hit is None or _OF_A_MATCH.search(text[: hit.end()]):
        return []
    near = text[max(0, hit.start() - 70) : hit.end() + 50]
    if _NOT_CAPS.search(
        near if re.search(r"\b(?:save|contribute|defer|put)\b[^%]*\d% (?:to|through|-)", text) else text
    ) and not re.search(r"may contribute [^.;]*%|can contribute|can defer|contribute from", text):
        return []
    if re.search(
        r"\bmatch|\bexample|\bautomatically|\bautomatic (?:enrol|incr|contr|def)|\bincreas|\bloan|\b415\b|\bwhichever is less|\bfor (?:each|every) (?:\$1|dollar)",
        text,
    ):
        return []
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if not (re.search(_PAY, full) or re.search(r"\bcontribution percentage|\bdeferral (?:rate|percentage)", text)):
        return []
    percent = hit[1]
    if float(percent) > 100 or float(percent) < 1:
        return []
    contributes = re.search(
        r"\bcontribut|\bdefer|\bsav(?:e|ing)|\belect|\bmaximum|\bput (?:in|away|aside)|\bset aside|\bwithhold\b|\bpercentages? together",
        full + " " + head,
    )
    if not contributes:
        return []
    at, pre, roth = "@at" in text, "@pre" in text, "@roth" in text
    if "@amb" in text and not (at or pre or roth):
        return []
    tags_before = re.findall(r"@(at|pre|roth)", text[: hit.start()])
    tags_after = re.findall(r"@(at|pre|roth)", text[hit.end() :])
    own = tags_after[0] == "at" if tags_after else bool(tags_before) and tags_before[-1] == "at"
    if (
        at
        and own
        and not _ONLY_TOTAL.search(text)
        and not {"pre", "roth"} & set(tags_after)
        and re.search(
            r"\b(?:beyond|above|in addition to|besides|on top of|once|after|more than|apart from|separate(?:ly)? from|as well as)\b[^%]*@(?:pre|roth)[^%]*$",
            text[: hit.start()],
        )
    ):
        return [Claim("after_tax_cap_percent", percent, unit, 3)]
    # "10% of pay as after-tax contributions": the money that stands beside the number has the cap.
    beside = (
        re.match(rf"^(?: of [^.;@%]{{0,40}}?)? (?:as|in|on) {AT}(?P<then>[^.;]{{0,40}})", text[hit.end() :])
        if at
        else None
    )
    if beside and (
        not (pre or roth)
        or re.search(
            r"\b(?:besides|in addition to|apart from|on top of|beyond|as well as|separate from)\b", beside["then"]
        )
    ):
        return [Claim("after_tax_cap_percent", percent, unit, 3)]
    deferral = pre or roth or re.search(r"\bdeferrals?\b|\bdefer\b|401k contributions|elective", text)
    if at and (pre or roth or deferral):
        if (
            re.search(rf"@at[^.;%]{{0,50}}{_UP_TO}\d|{_UP_TO}\d+%[^.;%]{{0,80}}@at", text)
            and len(_CAP.findall(text)) > 1
        ):
            return _two_caps(unit, text)
        return [Claim("combined_cap_percent", percent, unit, 3 if _ONLY_TOTAL.search(text) else 2)]
    if (
        at
        or ("@at" in head and "@pre" not in head and "@roth" not in head and not pre and not roth)
        or re.match(rf"^{AT}", document.lead_of(unit))
    ):
        return [] if _ONLY_TOTAL.search(text) else [Claim("after_tax_cap_percent", percent, unit, 3 if at else 2)]
    if _ONLY_TOTAL.search(text) and not pre and not roth:
        whole = document.after_tax_is_true and "@at" in document.text
        return (
            [
                Claim(
                    "combined_cap_percent"
                    if whole and not re.search(r"\bdeferrals?\b", text)
                    else "deferral_cap_percent",
                    percent,
                    unit,
                    2,
                )
            ]
            if whole is not None
            else []
        )
    if not re.search(
        r"\byour?\b|\b(?:participant|employee|member|associate|colleague)s?\b|\bdefer|\belect|\bsalary reduction|@",
        full + " " + head,
    ):
        return []  # somebody else's contributions
    # One percentage for "contributions" in a plan that takes after-tax money may be either: said so, decided later.
    return [Claim("deferral_cap_percent", percent, unit, 3 if deferral else 1)]


def _two_caps(unit: Unit, text: str) -> list[Claim]:
    parts = re.split(r"(?<=%)[^.;%@]{0,60}?(?:,|;| and | plus )(?=[^.;]*%)", text)
    found = []
    for part in parts:
        hit = _CAP.search(part)
        if not hit:
            continue
        tags = {tag for tag in ("@at", "@pre", "@roth") if tag in part}
        if tags == {"@at"}:
            found.append(Claim("after_tax_cap_percent", hit[1], unit, 2))
        elif tags and "@at" not in tags:
            found.append(Claim("deferral_cap_percent", hit[1], unit, 2))
    return found


def _hce(unit: Unit, text: str) -> list[Claim]:
    if re.search(r"\bmatch|\bnon-?highly|\bexample|\bnot highly|\bif you are not|\btop (?:paid )?20%|\btop-paid", text):
        return []
    if (
        "@at" in text
        and "%" not in text
        and re.search(
            r"\b(?:may not|cannot|can not|are not (?:permitted|allowed|eligible|able) to) (?:currently )?(?:make|contribute|elect)(?! more)[^.;]{0,30}@at",
            text,
        )
    ):
        return [Claim("hce_after_tax_cap_percent", "0", unit, 3)]
    if "@at" in text and (
        own := re.search(
            rf"\b{_P}[^.;%,]{{0,25}} (?:for|in the case of) (?:an? |any |each )*(?:participants? who (?:is|are) (?:an? )?)?(?:highly[- ]compensated|hce)",
            text,
        )
    ):
        return (
            [] if re.search(r"@pre|@roth|combin|total", text) else [Claim("hce_after_tax_cap_percent", own[1], unit, 3)]
        )
    hits = re.findall(rf"{_UP_TO}{_P}|(?:is|of|to|at|than) {_P}", text)
    values = {first or second for first, second in hits}
    if len(values) != 1 or "@at" not in text:
        return []
    if re.search(r"@pre|@roth|combin|total|all contributions", text):
        return []
    return [Claim("hce_after_tax_cap_percent", values.pop(), unit, 3)]


def _dollars(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    if document.is_condition(unit) or re.search(r"\bmatch|\bexample|\bconver|\bminimum|\bwithdraw|catch", text):
        return []
    hit = _AT_DOLLARS.search(text)
    if not hit:
        return []
    dollars = next(group for group in hit.groups() if group)
    if _LAW_FIGURE.search(
        re.sub(
            r"(?:whatever|regardless of|independent of|apart from) [^.;,]{0,30}irs[^.;,]{0,20}|^in addition to[^$]*",
            "",
            text,
        )
    ):
        return [Claim("after_tax_cap_remainder", dollars.replace(",", ""), unit, 1)]
    return [Claim("after_tax_cap_dollars", dollars.replace(",", ""), unit, 2)]


def _super(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    if document.is_condition(unit):
        return []
    if re.search(
        r"^nor (?:does|has|will)\b|\b(?:does not|has not|not to adopt|not (?:adopted|offer|permit|available|allow)|will not)\b",
        text,
    ):
        return [Claim("super_catch_up", "no", unit, 3)]
    if re.search(
        r"\b(?:you|participants?|plan|employees|those)\b[^.;]{0,90}\b(?:may|can|offers?|permits?|allows?|eligible|provides?|higher|increased|enhanced|special)\b|\$\d",
        text,
    ) and not re.search(
        r"\bthe law (?:allows|permits)|\bsecure 2\.0 (?:permits|allows)|\bplans may\b|\bmay (?:adopt|offer)", text
    ):
        return [Claim("super_catch_up", "yes", unit, 2)]
    return []


def _enrolment(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    found = []
    if (hit := _AUTO.search(text)) and (
        not re.search(r"\bexample|\bno longer|\bnot (?:be )?automatically enrolled at|\bincreas", hit.group())
        and "example" not in text
        and not document.is_condition(unit)
    ):
        found.append(Claim("auto_enrolment_percent", next(group for group in hit.groups() if group), unit, 2))
    if hit := _INCREASE.search(text):
        percent = hit[1] or hit[3]
        rest = (hit["rest"] or "") + (hit["rest2"] or "")
        if (
            percent
            and float(percent) <= 5
            and re.search(r"\bautomatic|\bannual|\beach|\bevery|\byear|\bper year|\bjanuary|\bapril|\bjuly", text)
            and not re.search(
                r"\bmatch|\bvest|\bcola|\bemployer|\bcompany contribution|\blimit|\bsalary increase|\bexample", text
            )
        ):
            found.append(Claim("auto_increase_percent", percent, unit, 2))
            if reach := _REACH.search(rest):
                found.append(Claim("auto_increase_up_to_percent", reach[1], unit, 2))
    return found


def _pay(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    if len(unit.raw) > 900 or not re.search(r"base|salary|bonus|commission|wages|w-2|overtime|incentive|gross", text):
        return []
    for_match = bool(
        re.search(
            r"\bfor (?:purposes of )?(?:the |calculating |determining )*(?:company |employer )?match\w*|\bmatch(?:ing)?-eligible|\beligible compensation for match",
            text + " " + (document.heads[unit.heads[0]] if unit.heads else ""),
        )
    )
    strength = (
        2
        if re.search(
            r"\b(?:eligible|covered|plan|considered|base) (?:base )?(?:pay|comp|earn|sal)|\bcompensation\b[^.;]{0,30}\bmeans|w-2",
            text,
        )
        else 1
    )
    strength += bool(re.search(r"\binclud|\bexclud|\bmeans\b|\bconsist", text))
    found = [Claim("match_eligible_pay" if for_match else "eligible_pay", folded(unit.raw), unit, strength)]
    if not for_match:
        found += _excluded(unit, text, strength)
    return found


def _excluded(unit: Unit, text: str, strength: int) -> list[Claim]:
    out = _NOT_IN.search(text)
    named = [name for name, pattern in _PARTS if pattern.search(out["what"])] if out else []
    return [Claim("pay_excludes", named, unit, strength)] if named else []
