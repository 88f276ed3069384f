"""A sentence on caps, prepared: without what is no cap, with the percentages found; and several caps of one sentence taken apart."""

from __future__ import annotations

import re
from decimal import Decimal

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

P = r"(\d{1,3}(?:\.\d+)?)%"
PAY = r"\b(?:base (?:\+|and|plus) bonus|pay|paychecks?|checks?|compensation|earnings|salary|wages|remuneration)\b"
UP_TO = r"(?:(?:anywhere |anything )?(?:from |between )?\d+(?:\.\d+)?%?(?: \([^()]{0,30}\))? (?:to|-|through|and|up to|or as much as) (?:a maximum of |as much as )?|\d+(?:\.\d+)?%?-|up to (?:(?:an?|the|of|combined|total|aggregate|annual|overall|maximum|limit|additional|amounts?|equal|to|less[eo]r) )*|(?:equal to|limited to|based on|at) the less[eo]r of |capped at |cap of |as much as |a maximum of |maximum (?:of|is)(?: up to)? |any (?:whole )?percentage (?:up to|from 1% to) |not (?:to )?exceed(?:ing)? |(?:may|can)not exceed |\bexceed |limited to |(?:not|no|never|nor|cannot|not be|or) (?:be |contribute |defer |save |elect |put in |(?:add|sum) up to |come to |total )?(?:more|greater|higher) than |\b(?:can)?not (?:be |go |come to |add up to |total )?(?:over|above|beyond) |overall maximum of )"
CAP = Pattern(
    rf"(?:{UP_TO}|\b(?:to|at) a (?:combined |grand |maximum )?total of |\bthe most (?:that )?(?:you|participants?|anyone) (?:can|may) [^.;%]{{0,60}}?\bis (?:up to )?|\b(?:maximum|limit|ceiling|cap) (?:[a-z@-]+ ){{0,9}}?(?:is|of|:|remains|stays(?: at)?) (?:up to )?|(?=\d+(?:\.\d+)?% of [^.;%]{{0,40}} that you (?:may|can) (?:contribute|defer|save))|\blimits? (?:[a-z@-]+ ){{1,5}}?to |\blimited to [^.;%]{{0,60}}?\bamount of |\b(?:can|may) (?:elect to )?(?:defer|contribute|save) (?=100%)|\belect to have (?=\d+(?:\.\d+)?% of [^.;%]{{0,40}}contributed)|(?:^|[:|] | - )(?:an )?(?:additional|extra) (?=\d+(?:\.\d+)?% of [^.;%]{{0,40}}(?:[.;,(]|$))|\bmade at (?=\d+(?:\.\d+)?% of)|\b(?:subject to|with) an? (?=\d+(?:\.\d+)?% (?:contribution )?limit)){P}"
)
_NO_SIGN = Pattern(
    r"\b(?:percentages?|percent) of (?:your |his or her |eligible |annual |base )*(?:pay|compensation|earnings|salary|wages)\b[^.;%$]{0,30}?\b(?:that does not exceed|not exceeding|up to|not more than|from \d+ to|between \d+ and) (\d{1,3})\b(?![%,\d.]\d?)"
)
"""`Any whole percentage of Earnings that does not exceed 45`: as if it had its sign."""
_IN_PLAN = Pattern(
    r"(?:,? (?:and|or|as well as))?(?: (?:to )?(?:allow|permit|add|provide)(?: for)?| for)?[ ,]*(?:\bin-plan @roth|@roth in-plan) (?:[a-z]+ )?(?:rollovers?|conversions?|transfers?)(?: contributions?)?",
    "in-plan",
)
_LATE_ROTH = Pattern(
    r"(?:@at|@amb|@basis)(?: (?:basis|contributions?|deferrals?|savings|compensation))*,? ?\(?(?:(?:in|under) accordance with |designated |treated |known |contributed )?(?:to|into|in|through|via|under|using|as|with) (?:the |an? |their |its )*@roth(?! (?:or|and) )",
    "@at", "@amb", "@basis",
)  # fmt: skip
"""`On an after-tax basis to a Roth account`."""
_TAXED = Pattern(
    r"(?<=@roth)(?P<then>[^.;]*)@amb(?= (?:[a-z]+ ){0,2}(?:compensation|earnings|wages|salary))|@amb(?= (?:[a-z]+ ){0,2}(?:compensation|earnings|wages|salary)\b[^.;]*@roth)|@amb(?= basis\b[^.;@]*\bas (?:an? )?@roth)",
    "@amb",
)
"""Pay that was taxed goes in as Roth."""
_PRE_OR = Pattern(r"(?<!@)\bpre-?(?= (?:or|and/or) @)", "pre")
_DEFERRED = Pattern(r"\btax[- ]deferred(?=,? (?:and|or|and/or|,|@))", "deferred")
_CATCH_UP_TAIL = Pattern(
    r"(?:(?:,|;| and|\() ?)?(?:plus|with|including|to include|in addition to|excluding|other than|not including|exclusive of|before)[^.;%]{0,60}\bcatch-?up[^.;%]*|(?<=[,/ ])(?:eligible )?catch-?up,? (?:contributions?,? )?(?:and|or) (?=@)|,? (?:and|or) (?:eligible )?catch-?up(?= contributions?)",
    "catch",
)
"""What those of 50 may put in besides."""
_OWN_CAP = Pattern(
    r"@roth[^;@%]{0,90}?\d%[^;@%]{0,90}?@amb[^;@%]{0,60}?\d%|\d%[^;@%]{0,80}?(?:@pre[^;@%]{0,30}?)?@roth[^;@%]{0,60}?\d%[^;@%]{0,60}?@amb",
    "@amb",
)
"""After-tax money with a percentage of its own beside Roth's: no Roth."""


_BESIDES = Pattern(
    r"(?:,? (?:which|that) (?:is|are) )?\b(?:in addition to|besides|apart from|on top of|(?:separate|distinct|different)(?:ly)? from|other than|unlike)\b [^.;,:%]{0,40}?(?:\((?:whether |either )?)?@(?:pre|roth)(?:[^.;:%@]{0,20}@(?:pre|roth))?(?: (?:contributions?|deferrals?|savings|money))*\)?,?",
    "in addition", "besides", "apart", "on top", "separate", "distinct", "different", "other than", "unlike",
)  # fmt: skip
"""The other money that a cap on after-tax money stands beside."""


def without_besides(text: str) -> str:
    """`Besides pre-tax and Roth you may put in 12% after-tax` without the first three: the percentage is after-tax money's alone."""
    if not _BESIDES.search(text):
        return text
    rest = _BESIDES.sub(" ", text.replace("@roth-basis", "@at"))
    return rest if "@at" in rest and not _TOGETHER.search(rest) else text


_TOGETHER = Pattern(r"\b(?:combin\w+|total(?!ly)|aggregate|together|sum of|overall|all three|altogether)\b")
_OF_PAY = Pattern(
    r"\b(?:total|aggregate) (?=(?:[a-z]+ ){0,2}(?:compensations?|pay|earnings|salary|wages)\b)", "total", "aggregate"
)
"""`10% of total compensation`: no total of contributions."""
_FROM_ELSEWHERE = Pattern(
    r"(?:,|,? (?:and|or|as well as))? ?(?:may (?:also )?contribute |make contributions |contribute )?(?:amounts|funds|money|contributions)? ?(?:to the plan )?(?:representing|in the form of) (?:a |an |eligible )?(?:rollovers?|distributions?)[^.;%@]*?\bplans?\b(?: (?:and|or|as well as)\b)?",
    "representing", "in the form of",
)  # fmt: skip
_BY_LAW = Pattern(
    r",? ?(?:\(?but )?(?:subject to|not to exceed|up to|within|limited (?:by|to)|in accordance with|pursuant to|as (?:defined|provided|permitted|allowed))\b[^.;%$@]{0,80}\b(?:415|402|401k|403b|irc|irs|code|law|internal revenue|nondiscrimination|regulat\w+)\b[^.;%$@]*(?=[.;$@]|$)",
    "415", "402", "401", "403", "irc", "irs", "code", "law", "internal", "nondiscrim", "regulat",
)  # fmt: skip
"""What the law leaves is no cap of the plan."""


_AUTO_CLAUSE = Pattern(
    r"^[^;]*?\bauto[^;]*?(?:[,;] ?|\b)(?:however,?|but|and)(?: each year,?)? (?=(?:an? |each |the )?(?:participants?|employees?|members?|associates?|they|you)? ?(?:(?:may|can)\b|allows participants to)[^.;%]{0,40}\b(?:contribut|defer|sav|mak))",
    "auto",
)
_AUTO_TAIL = Pattern(
    r",? ?\b(?:and|or)(?: they| participants?)? (?:may choose to opt out of|has|have|includes?|are|is) [^.;]{0,40}\bauto.*$",
    "auto",
)
"""Before or after a cap in one sentence: those are enrolled at another percentage."""


def prepared(text: str) -> str:
    """A sentence without what is no cap of contributions: conversions, catch-up, the law; with Roth where it is named late."""
    text = _NO_SIGN.sub(lambda found: f"{found[0]}%", text)
    if "auto" in text:
        text = _AUTO_TAIL.sub("", _AUTO_CLAUSE.sub("", text))
    if "in-plan" in text:
        text = _IN_PLAN.sub(" ", text)
    text = _PRE_OR.sub("@pre", _LATE_ROTH.sub("@roth", _DEFERRED.sub("@pre", text)))
    if "@" in text:
        text = without_besides(text)
        for pattern in (_CATCH_UP_TAIL, _OF_PAY, _FROM_ELSEWHERE, _BY_LAW):
            if any(word in text for word in pattern.needs):
                text = pattern.sub("", text)
    if "@amb" in text:
        text = (
            text.replace("@amb", "@at")
            if _OWN_CAP.search(text)
            else _TAXED.sub(lambda found: f"{found['then'] or ''}@basis", text)
        )
    return text


_AMENDED = Pattern(
    rf"(?:\b(?:increas|rais|chang|reduc|lower|decreas)\w*\b[^.;%]{{0,120}}?\b(?:limit|maximum|cap|ceiling)\b[^.;%]{{0,110}}?|\b(?:limit|maximum|cap|ceiling)\b[^.;%]{{0,90}}?\b(?:increas|rais|chang|reduc|lower|decreas)ed\b[^.;%]{{0,40}}?)(?:\bfrom \d+(?:\.\d+)?%[^.;%]{{0,40}}? )?\bto (?:a maximum of |up to )?{P}",
    "limit", "maximum", "cap", "ceiling",
)  # fmt: skip


def amended(unit: Unit, text: str) -> list[Claim]:
    """`The limit on after-tax contributions was increased from 5% to 85%`: what it was changed to."""
    found = _AMENDED.search(text)
    if not found or re.search(
        r"\bmatch|\bauto|\bescalat|\bdefault|\bcatch|\bemployer|\bcompany (?:contrib|stock)|\bno longer\b", text
    ):
        return []
    if not 1 <= Decimal(found[1]) <= 100 or re.search(r"\d%", text[found.end() :]) or text.count("%") > 2:
        return []
    kinds = set(_TOKEN.findall(text))
    if not kinds and "deferral" not in found[0]:
        return []
    name = cap_of(kinds or {"@pre"})
    return [Claim(name, found[1], unit, 2)] if name else []


_TOKEN = Pattern(r"@(?:at|amb|pre|roth)\b|\b(?:combined|combination|aggregate|total(?!ing)|together|the sum|overall)\b")
_IN_KIND = Pattern(rf"{P}(?= (?:of [^.;,%@]{{0,40}} )?(?:in|as|on an?) (?:[a-z-]+ ){{0,2}}@(?:at|roth|pre))", "%")


def each_its_own(unit: Unit, text: str) -> list[Claim] | None:
    """Two or more percentages of which each has its money beside it: `60% before tax, 10% after tax, 65% in total`; else None."""
    caps = {hit.end(): (hit.start(), hit[1]) for pattern in (CAP, _IN_KIND) for hit in pattern.finditer(text)}
    if (
        not 2 <= len(caps) <= 4
        or re.search(r"\bin (?:lieu of|combination with)\b", text)
        or any(Decimal(value) > 100 or Decimal(value) < 1 for _, value in caps.values())
    ):
        return None
    begins = {place: end for end, (begin, _) in caps.items() for place in range(begin, end)}
    if any(hit.start() not in begins for hit in re.finditer(r"\d+(?:\.\d+)?%", text)):
        return None
    said: list[tuple[int, str]] = [(end, value) for end, (_, value) in caps.items()]
    said += [(hit.start(), hit[0]) for hit in _TOKEN.finditer(text)]
    groups: list[tuple[str, set[str]]] = []  # ("%", {value}) or ("", {kinds})
    for _, word in sorted(said):
        what = "%" if word[0].isdigit() else ""
        if groups and not what and not groups[-1][0]:
            groups[-1][1].add(word)
        else:
            groups.append((what, {word}))
    if (
        len(groups) % 2
        and not groups[0][0]
        and groups[0][1] >= set().union(*(kinds for what, kinds in groups[1:] if not what))
    ):
        del groups[0]  # the kinds are named once before
    if len(groups) % 2 or any(first[0] == second[0] for first, second in zip(groups[::2], groups[1::2], strict=True)):
        return None
    found: dict[str, set[str]] = {}
    for first, second in zip(groups[::2], groups[1::2], strict=True):
        value, kinds = (first[1], second[1]) if first[0] else (second[1], first[1])
        name = cap_of(kinds)
        if not name:
            return None
        found.setdefault(name, set()).update(value)
    return [Claim(name, values.pop(), unit, 3) for name, values in found.items() if len(values) == 1]


def cap_of(kinds: set[str]) -> str:
    """Which cap is one of these kinds of money; empty where nobody can say."""
    money = {kind for kind in kinds if kind.startswith("@")}
    if "@amb" in money:
        return ""
    if money == {"@at"}:
        return "after_tax_cap_percent"
    if not money or "@at" in money:
        return "combined_cap_percent"
    return "deferral_cap_percent"
