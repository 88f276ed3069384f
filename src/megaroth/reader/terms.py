"""The plan's other terms: eligible pay, enrolment, catch-up at 60 to 63, spillover."""

from __future__ import annotations

import re

from megaroth.reader import (
    boxes,
    caps,
    caps_around,
    caps_by_group,
    caps_in_columns,
    caps_in_dollars,
    enrolment,
    hce,
    pay,
    spill,
)
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_SUPER = Pattern(
    r"\b(?:age[sd]? )?(?:60(?:,? ?(?:to|-|through|and|until)? ?|, 61, 62,? (?:and|or) )63|60 (?:through|to|until) (?:the (?:end of the )?year (?:in which |that )?(?:you|they|he or she) (?:will )?(?:turn|reach|attain|are)s? )?(?:age )?63|60(?: or (?:older|over|more))?,? (?:and|but) (?:are |is )?(?:not yet|under|younger than|less than|not) (?:age )?64|60/61/62/63|60, 61, 62|at least 60 (?:and|but) not (?:more than|over|older than) 63)\b",
    "60  63", "60 -", "60 63", "60 to", "60,  63", "60, -", "60, 61, 62", "60, 63", "60, to63", "60,-", "60,63", "60,to63", "60-",
    "60/61", "64", "6063", "60to63", "and", "at least 60 but not", "through", "to 63", "until",
)  # fmt: skip
_SUPER_IS_NOT = Pattern(
    r"^(?:the |our )?[\"']?super catch-?ups?[\"']?(?: contributions?| limits?| feature)?(?:[:,-]| -|) ?(?:no\b|none\b|n/a\b|(?:(?:is|are|was|has|have|been|we|did) )*not (?:been )?(?:adopt|offer|avail|elect|allow|permit|implement|in (?:the|our) plan))",
    "super catch",
)
_LARGER = r"(?:higher|increased|enhanced|special|super|larger|bigger|greater|extra)"
_LARGER_FOR_60 = Pattern(
    rf"\b{_LARGER}\b[^.;]{{0,25}}\b(?:catch-?up|limit|amount)s?\b[^.;]{{0,40}}\b60\b|\b60[^.;]{{1,25}}\b63\b[^.;]{{0,25}}\b{_LARGER} (?:[a-z]+ ){{0,2}}(?:catch-?up|limit|amount)"
)
"""A larger catch-up for those of 60 to 63, though nobody is told that they may."""
_LARGER_AT_THAT_AGE = Pattern(
    rf"\b(?:i'm|i am|turn(?:ed|ing)?|age[sd]?|at|be|who are|someone) (?:already |now )?6[0-3]\b[^?]{{0,60}}\b{_LARGER} catch-?up|\b{_LARGER} catch-?up[^?]{{0,60}}\b6[0-3]\b",
    "catch",
)
"""`I am 61. Do I get the bigger catch-up?`"""
_LARGER_CATCH_UP = Pattern(
    rf"\b{_LARGER} (?:[a-z]+ )?catch-?up|\b(?:you|your)\b[^.;]{{0,20}}\bcatch-?up(?: limit| amount)? (?:is|goes|will be) (?:up|higher|larger|bigger|greater)\b",
    "catch",
)
_LARGER_ONE = Pattern(rf"\b(?:do|does|can|is|are|will|may)\b[^?]{{0,40}}\b{_LARGER} catch-?up", "catch")
"""`Do I get the bigger catch-up?`"""
_HAS_SUPER = Pattern(
    r"\b(?:you|participants?|plan|employees|those)\b[^.;]{0,90}\b(?:may|can|offers?|permits?|allows?|lets|eligible|provides?|includes|higher|increased|enhanced|special|have a limit)\b|\$\d|\badopted\b|\belected to adopt\b|\bimplemented\b|\b(?:was|were|been) amended\b|\b(?:is|are) (?:also |now )?(?:available|offered|permitted|allowed|included|accepted|honored|in (?:effect|place|use))\b|\b(?:put|has|have|had)\b[^.;]{0,40}\bin place\b|\bcatch-?up(?: contributions?)? \([^()]*60[^()]*63[^()]*\)|\bthe plan (?:takes|applies|uses|follows)\b"
)
_SUPER_IN_GENERAL = Pattern(
    r"\bthe law (?:allows|permits)|\bsecure 2\.0 (?:permits|allows)|\bplans may\b|\bkey provisions\b|\bunder (?:review|evaluation)\b|\bevaluating\b|\bfuture years\b|\bmay (?:adopt|offer)|\bcongress\b|\boptional (?:[a-z]+ ){0,4}(?:catch-?up|limit)|^(?!.*\b(?:you|plan|participants?|employees|members?)\b).*\b(?:law|code|irs|secure 2\.0) (?:[a-z]+ )?(?:sets?|fix(?:es)?|provides?|creates?|raises?|gives?)\b"
)
_LIMIT_OF_LAW = Pattern(
    r"(?<=limit |mount )(?:that is |which is |then |as )*(?:fixed|set|prescribed|established|determined|imposed|provided|specified|allowed|permitted|adjusted|available)?(?: each year| for (?:that|the|your) (?:age|year))? ?\b(?:by|under|in) (?:the )?(?:federal|applicable|current|tax|law|irs|code|internal revenue)(?: (?:tax|law|code|rules|revenue))*",
    "limit ", "mount ",
)  # fmt: skip
"""Who sets the amount: `up to the higher limit fixed by federal law`."""
_AS_AT_50 = Pattern(
    r"\b(?:stays?|remains?|keeps?|kept|is|are|have|has|gets?|held|use)(?: only| just| limited)?(?: at| on| to| with| under| in)?(?: the)? (?:same|regular|usual|ordinary|standard|normal) (?:[a-z0-9-]+ ){0,2}(?:catch-?up|limit|amount)"
)
_UNDECIDED = Pattern(
    r"\bnot (?:yet )?(?:decided|determined|settled)\b(?! (?:to|against))", "decided", "determined", "settled"
)
_SUPER_DENIED = Pattern(
    r"\b(?:have|has|get|gets|is|are) (?:only )?the same (?:\$[\d,]+|limit|amount|catch)|\b(?:no|without) (?:[a-z-]+ ){0,3}(?:catch-?up|limit|amount)|\bnever\b|\b(?:is|are|do|was|were|cannot|can|may|shall) not\b|\bnor\b|\bneither\b"
)
"""What is denied otherwise is not read."""
_FOOTNOTE = Pattern(r"^[*\d ]*\$[\d,]+ (?:for|at) ages? 6", "$")
"""`* $9,000 for ages 60 to 63`, some lines below the table it belongs to."""
_CATCH_UP = Pattern(
    r"\bcatch-?up|\b50 (?:or|and) (?:over|older|more|better|up|above)\b|\b50\+|\b(?:turn(?:ing)?|age|be|reach(?:ing)?|i'm|i am) 50\b|\byou(?:r| can \w+(?: \w+){0,2}) (?:an )?extra\b|\bsave extra\b|\bmore than (?:other|others|those)\b|\b50 ?(?:to|-|through|and) ?59\b|\b(?:older|senior) (?:savers?|workers?|employees|participants?)\b|\bunder 50\b|\b(?:higher|larger|increased|enhanced|greater) (?:[a-z-]+ )?(?:limit|contribution)",
    "catch", "limit", "contribution", "50", "extra", "more than", "older", "senior",
)  # fmt: skip
_PAY_WORDS = ("pay", "compensation", "earnings", "salary", "wages", "remuneration", "wage")
_PAY_WORD = rf"(?:{'|'.join(_PAY_WORDS)})"
_PAY_IS = Pattern(
    rf"(?:^|[,:\"] |\bthat |\bterm |\bplan,? |\bpurposes,? |\bwhich )[\"'(]*(?:your |the |a participant's |an employee's |each )*(?:(?:eligible|covered|plan|considered|recognized|pensionable|base|deferrable|annual|regular|creditable|benefit|total|amount of your) )*[\"']?{_PAY_WORD}[\"')]*(?: (?:for|under|used|from|taken|as)[^.;%$]{{0,60}})?,? (?:generally |also |only |continues to )*\b(?:means?|is (?!limited|subject|paid|reduced|more|less|between|at least|not |reviewed|set|increased|used|over|above|below|under|\$)|are (?!limited|subject|paid|made)|includes?|consists? of|(?:is )?(?:generally )?defined as|(?:does|do)(?:es)? (?:not|n't) include|excludes?|refers to|comprises?|(?:has the meaning[^.;%$]{{0,60}}\band )?(?:shall|will) include)",
    *_PAY_WORDS,
)
_COUNTS_AS_PAY = Pattern(
    rf"\b(?:w-2|bonus(?:es)?|commissions?|overtime|base (?:pay|salary)|salary|wages|tips|rsus?|espp|awards|incentives?|stock|allowances?|severance)\b[^.;%$]{{0,90}}\b(?:counts?|(?:is|are) (?:also |all |not )?(?:included in|part of|counted as|considered|(?:not )?eligible for)|(?:is|are) not (?=(?:401k|plan|eligible|covered|pensionable) (?:pay|comp|earn|sal|wag))) ?(?:toward |towards |as |in |your |the |plan |eligible |base |regular |covered |pensionable |401k |considered )*(?:{_PAY_WORD}\b|comp\b|when|(?:401k )?deferrals?|(?:401k )?contributions?|for (?:plan|contribution|purposes)|,|\.|$)|\b(?:everything|all) (?:on|in) (?:box \d of )?(?:your )?(?:form )?w-2\b[^.;%$]{{0,20}}\bcounts?\b|\b(?:contributions?|deferrals?) (?:are|is) (?:based|figured|computed|calculated|taken) (?:on|from) (?:your )?(?:base |eligible |regular )*(?:salary|pay|wages|compensation)(?: only|(?:,| and| plus)[^.;%$]{{0,60}}\b(?:bonus|commission|overtime|incentive))|\b(?:contribut|defer|sav|elect)\w*[^.;]{{0,60}}\d% of (?:your )?(?:eligible |total |base )*(?:salary|pay|wages|compensation)(?:,| and| plus)[^.;%$]{{0,40}}\b(?:bonus(?:es)?|commissions?|overtime)\b",
    "w-2", "bonus", "commission", "overtime", "salary", "wages", "base pay", "tips", "rsu", "espp", "awards", "incentive", "stock", "allowance", "severance",
)  # fmt: skip
_PERCENT_OF_PAY = Pattern(
    rf"\b(?:contribut|defer|elect|sav)\w*\b[^.;]*\d% of [^.;%]{{0,40}}?(?:\b(?:base (?:wages|salary|pay|earnings)|gross (?:wages|pay|salary|compensation|earnings)|w-2 (?:wages|earnings|compensation)|eligible base compensation)\b|\b{_PAY_WORD}\b,? \(?(?:which |that )?(?:includ(?:es|ing)|exclud(?:es|ing)|other than|defined as|consist(?:s|ing) of)\b[^.;%]{{0,80}}?\b(?:bonus|commission|overtime|incentive|w-2|severance|stock|shift))",
    "base", "consist", "defined as", "exclud", "gross", "includ", "other than", "w-2",
)  # fmt: skip
"""`Up to 60% of base wages`; `… of compensation, excluding bonuses`: what it is a percentage of, said in passing."""
_A_TERM = Pattern(r"\b(?:Base|Gross) (?:Pay|Salary|Wages|Earnings|Compensation)\b")
"""With capitals it is a term, and what it means stands elsewhere."""
_THEY_MAY = Pattern(
    r"\b(?:participants?|employees?|members?|you|associates?)\b[^.;]{0,60}\b(?:may|can|could|elect)\b[^.;]{0,60}\b(?:contribut|defer|sav|make)|\byour contributions\b"
)
"""Without it a percentage of pay in a sentence on the match is the match's."""
_OTHER_PERCENT = Pattern(
    r"\bmatch|\bnonelective|\bnon-elective|\bprofit[- ]sharing|\bemployer|\b(?:company|sponsor|university|bank) (?:contribut|makes|will)|\bsafe harbor|\bloan|\bwithdraw|\bexample|\bbonus[^.;%]{0,20}\d%|\bminimum\b|\bhighly"
)
_WHAT_PAY = Pattern(
    rf"^(?:q\W+|[\d.]+\W+)?(?:what(?:'s)?|which) (?:kinds? of |types? of )?(?:is |counts as |counts toward |are |does )?(?:my |your |the )?[\"']?(?:(?:eligible|covered|plan|regular|base) )*{_PAY_WORD}[\"']?(?: (?:counts?|is (?:eligible|used|counted|included)|are eligible|means|includes?)[^?]{{0,50}})?\?$",
    *_PAY_WORDS,
)
"""`What counts as pay?`"""
_DEFINES = Pattern(
    r"\bmeans?\b|\bdefined\b|\brefers\b|\bpurposes\b|\bfor (?:the )?(?:plan|contributions?|deferrals?)\b|[\"']|\bcompensation\b|\bterm\b"
)
_OWN_NAME = Pattern(
    r"\b(?:eligible|covered|plan|considered|recognized|pensionable|deferrable|regular|creditable|benefit|total|annual)\b|\bbase (?:pay|salary|compensation|earnings)[^a-z]* (?:generally |also |only )?(?:includes?|consists?|excludes?|does not|comprises?)"
)
_PAY_IN_BRACKETS = Pattern(
    rf"\b(?:eligible|covered|plan) (?:base )?{_PAY_WORD} \([^)]*\b(?:base|salary|bonus\w*|commissions?)\b[^)]*\)",
    "base", "compensation (", "covered", "earnings (", "pay (", "remuneration (", "salary (", "wage",
)  # fmt: skip
_PAY_HEAD = Pattern(
    rf"^\W*(?:[\d.]+ )?(?:what (?:counts as|is) |your |definition of )?(?:eligible |covered |plan |regular |base )?{_PAY_WORD}(?: (?:that (?:counts?|is used)|used|counted|included|considered|recognized|basis|definition|for [^.;]{{0,30}}))?\W*$",
    *_PAY_WORDS,
)
_PAY_ITEMS = Pattern(
    r"^(?:a\W+)?(?:in general,? |generally,? )?(?:(?:it|this|that) (?:is|means|includes|covers|consists of|refers to) |(?:we|the plan) (?:counts?|uses?|includes?) )?(?:your |all |the )?(?:(?:annual|regular|hourly|straight-time|piece-rate|day-rate|gross|total|box 1|and|or)(?:,| ) ?)*(?:(?:base|rate of) )?(?:pay|rate times|salary|wages|w-2|earnings|base(?=,))(?:\b|(?<=,))(?! (?:deferral|reduction|limit|is |are ))"
)
"""`Eligible pay. Base salary and overtime.`"""
_LEADS_TO_PAY = Pattern(
    rf"^\W*(?:your |the term )?[\"']?{_PAY_WORD}[\"']?(?: for [^.;%$]{{0,30}})? (?:means?|includes?|consists? of|is defined as|is made up of|excludes?|does not (?:include|mean))\b[^.;%]{{0,30}}:$|\b(?:eligible|covered|plan|pensionable|regular) {_PAY_WORD}[^.;%]{{0,40}}\b(?:includes?|means?|consists?|excludes?|does not include|(?:is|are))\b[^.;%]{{0,30}}:$",
    ":",
)
_PAY_ROW = Pattern(
    r"^(?:eligible |plan |covered )?(?:pay|compensation|earnings):? (?:base (?:salary|pay)|salary|w-2 wages|wages|regular (?:pay|wages)), ",
    "pay,", "salary, ", "wages, ",
)  # fmt: skip
"""A row that ran into one line: `Pay   Base salary, overtime, and project bonuses.`"""
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
_REPLACED = Pattern(r"\bis (?:hereby )?(?:replaced|deleted)\b", "replaced", "deleted")
_YEAR_ENDS = Pattern(
    r"\bplan year\b[^.;]{0,60}\b(?:ends?|ending|end date|through|to|and ends on)\b(?: is| on| each)?:? (january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})|\bplan year[^.;]{0,40}\b(calendar year)\b|\bplan year ends?[^.;]{0,20}(december) (31)"
)


def claims_of(document: Document) -> list[Claim]:
    """Every claim about the plan's other terms."""
    found, in_columns = caps_in_columns.claims_of(document)
    by_group, of_groups = caps_by_group.claims_of(document)
    found += by_group
    in_columns |= of_groups
    pay_before: Unit | None = None
    words = [word for word in pay.WORDS if word in document.text]
    of_after_tax, of_spill = "@at" in document.text, "spill" in document.text
    of_money = of_after_tax or "@amb" in document.text
    for place, unit in enumerate(document.units):
        if unit.kind == "contents" or unit.ticked is False:
            continue
        text = unit.norm
        if _REPLACED.search(text):
            continue  # what is quoted holds no more
        if (
            unit.kind == "heading"
            and ": " in text
            and "%" in text
            and not (document.template or boxes.has_box(unit.raw))
        ):
            found += enrolment.claims_of(document, unit, place)  # `Initial automatic deferral: 3%`
        if unit.kind == "heading" and text.endswith(":") and "%" in text:
            found += caps.claims_of(document, unit, place)  # `Anywhere from 1% to 60% in total:`, above a list
        if unit.kind == "heading" and _SUPER_IS_NOT.match(text):
            found.append(Claim("super_catch_up", "no", unit, 3))
        if (
            unit.kind in ("question", "heading")
            or (document.template and not unit.ticked)
            or (boxes.has_box(unit.raw) and not unit.ticked)
        ):
            continue
        if "%" in text or "percent" in text or " point" in text or text.endswith(":") or hce.HCE.search(text):
            unasked = enrolment.claims_of(document, unit, place)
            starts = {claim.value for claim in unasked if claim.field == "auto_enrolment_percent"}
            if id(unit) not in in_columns:
                # What those are enrolled at who do nothing bounds nobody.
                found += [
                    caps_around.of_what_stands_above(document, claim, place)
                    for claim in caps.claims_of(document, unit, place)
                    if claim.value not in starts
                    and not (claim.field == "deferral_cap_percent" and caps_around.LEFT_OVER.search(text))
                ]
            found += unasked
        if "$" in text and (
            "@at" in text
            or (unit.heads and "@at" in document.heads[unit.heads[0]])
            or (unit.cell and "@at" in document.lead_of(unit))
        ):
            found += caps_in_dollars.dollars(document, unit)
        if "super catch" in text and _SUPER_IS_NOT.match(text):
            found.append(Claim("super_catch_up", "no", unit, 3))
        elif "catch" in unit.answer_to and _at_that_age(document, unit, place) and not document.is_condition(unit):
            found.append(Claim("super_catch_up", "yes" if text.startswith("yes") else "no", unit, 3))
        elif "60" in (
            said := f"{document.lead_of(unit) if unit.cell else ''} {document.follows.get(id(unit), '')} {text}".strip()
        ) and _SUPER.search(said):
            before = document.units[max(0, place - (12 if _FOOTNOTE.match(text) else 3)) : place]
            told = " ".join(document.full(each) if each.cell else each.norm for each in before)
            near = f"{document.full(unit)} {document.heads_of(unit, 1)} {told}"
            found += _super(document, unit, said) if _CATCH_UP.search(near) else []
        elif "catch" in text and "$" in text and place and _larger_at_one_age(document, unit, place):
            found.append(Claim("super_catch_up", "yes", unit, 2))
        elif "catch" in unit.answer_to and ("$" in text or "adopted" in text) and _LARGER_ONE.search(unit.answer_to):
            found.append(Claim("super_catch_up", "yes" if text.startswith("yes") else "no", unit, 3))
        elif "catch" in text and (hit := _BY_ITS_SECTION.search(text)):
            found += _super(document, unit, f"{text[: hit.start()]} larger amount at ages 60 to 63 {text[hit.end() :]}")
        elif _CHOSE_NOT.match(text) and _LARGER_AT_THAT_AGE.search(document.heads_of(unit, 2)):
            found.append(Claim("super_catch_up", "no", unit, 3))
        elif (
            "6" in (above := document.heads_of(unit, 1))
            and _SUPER.search(above)
            and (text.startswith(("yes", "no", "the plan", "our plan")) or _LARGER_CATCH_UP.search(text))
        ):
            found += _super(document, unit, f"{above} {text}")
        if (
            "@at" in text + unit.answer_to
            or "@amb" in text
            or (of_spill and "@basis" in text)
            or (place and "@at" in document.units[place - 1].norm and spill.NOT_BY_ITSELF.search(text))
            or (of_spill and of_money and "spill" in text)
            or (of_after_tax and (spill.TO_ANOTHER.search(text) or spill.YOURSELF.search(text)))
        ):
            found += _spillover(document, unit, place)
        if pay_before is not None and re.match(r"^(?:it|this)(?: also)? (?:does not include|excludes)\b", text):
            found += _excluded(unit, text, 3)
        pay_before = None
        if _says_pay(document, unit, place) and not document.is_condition(unit):
            found += _pay(document, unit)
            pay_before = unit
        elif (
            "% of " in text
            and _PERCENT_OF_PAY.search(text)
            and not _OTHER_PERCENT.search(text)
            and not _A_TERM.search(unit.raw)
            and not document.is_condition(unit)
        ):
            found.append(Claim("eligible_pay", folded(unit.raw), unit, 1))
            found += _excluded(unit, text, 1)
        elif (
            pay.tells(text, words)
            or pay.answers(document.follows.get(id(unit), ""), text)
            or pay.below(document.heads_of(unit, 1), text)
        ) and not document.is_condition(unit):
            of_match = "match" in text and "%" in text and not _THEY_MAY.search(text)
            found.append(Claim("match_eligible_pay" if of_match else "eligible_pay", folded(unit.raw), unit, 1))
        if "plan year" in text and (ends := _YEAR_ENDS.search(text)):
            month, day = (ends[1], ends[2]) if ends[1] else ("december", "31")
            found.append(Claim("plan_year_ends", f"{month.capitalize()} {int(day)}", unit, 2))
    return found


_OF_PAY = (*_PAY_WORDS, " = ", "w-2", "bonus", "commission", "overtime", "base", "rate times")


def _says_pay(document: Document, unit: Unit, place: int) -> bool:
    """Whether a unit says which pay counts."""
    text = pay.plain(unit.norm)
    for word in _OF_PAY:
        if word in text:
            break
    else:
        return False
    if _PAY_IN_BRACKETS.search(text):
        return True
    if pay.OF_ANOTHER_BENEFIT.search(text):
        return False
    if (hit := _PAY_IS.search(text)) and _is_defined(hit[0]) and not _NO_PAY.search(text[: hit.end() + 30]):
        return True
    if (hit := _COUNTS_AS_PAY.search(text)) and not _NO_PAY.search(text[: hit.end()]):
        return True
    led = unit.kind == "item" and _LEADS_TO_PAY.search(document.lead_of(unit))
    item = _PAY_ITEMS.match(text) and "%" not in text and _under_pay(document, unit, place)
    return bool((led or item or _PAY_ROW.match(text)) and not _NO_PAY.search(text))


_OF_PAY_AT_LEAST = Pattern(r"base|commission|gross|income tax|rate of pay|remuneration|415|espp|\btips\b|relocation")


def _spillover(document: Document, unit: Unit, place: int) -> list[Claim]:
    """Whether deferrals go on as after-tax contributions where the limit ends them."""
    if document.is_condition(unit):
        return []
    asked = place - 1
    while asked > 0 and document.units[asked].norm != unit.answer_to and place - asked < 4:
        asked -= 1
    if unit.answer_to and spill.asks(unit.answer_to, document.units[asked - 1].norm if asked > 0 else ""):
        return [Claim("spillover", "yes" if unit.norm.startswith("yes") else "no", unit, 3)]
    far = 4 if spill.NOT_BY_ITSELF.search(unit.norm) and unit.kind == "sentence" else 2
    before = [each.norm for each in document.units[max(0, place - far) : place] if abs(each.page - unit.page) < 2]
    said = spill.spills(unit.norm, " ".join((*before, document.heading(unit))))
    return [Claim("spillover", said, unit, 2)] if said else []


def _is_defined(said: str) -> bool:
    """Whether a term is explained, or the plan's own name for pay: `Your pay is deposited …` explains nothing."""
    return bool(_DEFINES.search(said) or _OWN_NAME.search(said))


def _under_pay(document: Document, unit: Unit, place: int) -> bool:
    """Whether the heading, or the label of the row, is no more than the word for pay."""
    before = document.units[place - 1] if place else None
    run_in = before is not None and before.raw.endswith(".") and len(before.raw.split()) < 4  # `Compensation. Your …`
    asked = [before.norm] if before is not None and (before.kind == "question" or run_in) else []
    heads = [*asked, *document.heading(unit).split(" < ")]
    return bool(
        any(_PAY_HEAD.match(head) or _WHAT_PAY.match(head) for head in heads)
        or _PAY_HEAD.match(document.lead_of(unit).split(" | ")[0])
    )


def _at_that_age(document: Document, unit: Unit, place: int) -> bool:
    """Whether the question, with the sentence before it, asks for the larger catch-up at 60 to 63."""
    before = document.units[place - 2].norm if place > 1 else ""
    return bool(_LARGER_AT_THAT_AGE.search(f"{before if len(before) < 60 else ''} {unit.answer_to}"))


_AT_ONE_AGE = Pattern(
    r"^\W*(?:\d{1,2}[.)] )?(?:q\W+)?(?:what if |suppose |say )?(?:i'm|i am|i(?:'ll| will) (?:be|turn)|you are|you turn|i turn(?:ed)?|at(?: age)?|age) (?:already |now )?6[0-3]\b[^.;$]{0,60}\W*$|^[^.;$]{0,60}\bi (?:am|turn)(?: already| now)? 6[0-3]\b",
    "60", "61", "62", "63",
)  # fmt: skip
_NOT_THE_OTHER = Pattern(
    r"\bcatch-?up\b[^.;$]{0,30}\$[\d,]+,? \(?(?:not|instead of|rather than|in place of) \$[\d,]+", "catch"
)
"""`Your catch-up is $9,000, not $6,000`."""
_CHOSE_NOT = Pattern(
    r"^(?:but |however,? |so far,? )?(?:we|our plan|the (?:plan|company|employer|firm|bank|sponsor|agency)|[a-z&.]+)(?:'ve|'s| have| has)? (?:chosen|chose|decided|elected|opted) (?:not to\b(?! (?:change|end|drop|remove|limit))|against (?:it|that|this|one)\b)",
    "chose", "decided", "elected", "opted",
)  # fmt: skip
"""`We've chosen not to for now`, below the question whether there is a larger catch-up."""
_BY_ITS_SECTION = Pattern(
    r"\b(?:amounts?|limits?|dollar amount|sum|catch-?up(?: contributions?)?)\b[^.;]{0,50}\b(?:described|set forth|specified|provided|permitted|allowed|in|under|by|of) (?:for )?(?:in |by |under )?(?:code |irc )?(?:section )?414 ?\(v\) ?\(2\) ?\(e\)",
    "(2)(e)", "(2) (e)",
)  # fmt: skip
"""The larger amount by the place where the law has it."""
_AMOUNT = Pattern(r"\$(\d{1,2},?\d{3})\b", "$")


def _larger_at_one_age(document: Document, unit: Unit, place: int) -> bool:
    """`I'm 61. Your catch-up is $…`: more than the document has for others."""
    before = document.units[place - 1].norm
    if not (_AT_ONE_AGE.search(before) or _AT_ONE_AGE.search(unit.answer_to)) or _SUPER_DENIED.search(unit.norm):
        return False
    here = [int(each.replace(",", "")) for each in _AMOUNT.findall(unit.norm)]
    if len(here) == 2 and here[0] > here[1] > 1000 and _NOT_THE_OTHER.search(unit.norm):
        return True
    others = [
        int(each.replace(",", ""))
        for other in document.units
        if other is not unit and "$" in other.norm and "catch" in f"{document.lead_of(other)} {other.norm}"
        for each in _AMOUNT.findall(other.norm)
    ]
    return len(here) == 1 and any(1000 < other < here[0] for other in others) and here[0] not in others


def _super(document: Document, unit: Unit, text: str) -> list[Claim]:
    """What a sentence, with the question before it, says of the catch-up of those of 60 to 63."""
    if document.is_condition(unit, _LIMIT_OF_LAW) or _UNDECIDED.search(text):
        return []
    if unit.answer_to and _LARGER_FOR_60.search(unit.answer_to):
        return [Claim("super_catch_up", "yes" if unit.norm.startswith("yes") else "no", unit, 3)]
    if re.search(
        r"^nor (?:does|has|will)\b|\b(?:did not (?:elect to |choose to |opt to )?(?:adopt|implement|offer|permit|allow|include|provide|add)(?: for)? (?:the |an? |this |that )?(?:[a-z-]+ ){0,4}(?:catch-?up|limit|provision|feature|option|amount|one)\b|(?:chose|chosen|elected) not to|does not|has not|have not|not to adopt|(?:not|no longer) (?:yet |currently |now )?(?:adopted|offer(?:ed)?|permit(?:ted)?|available|allow(?:ed)?|included|implemented|in (?:effect|place|use|the plan|our plan)|provided|recognized)|will not|not put|decided (?:not|against)|declined|opted (?:out|against))\b",
        text,
    ) or _AS_AT_50.search(text):
        return [Claim("super_catch_up", "no", unit, 3)]
    if _SUPER_DENIED.search(text):
        return []
    if (_LARGER_FOR_60.search(text) or _HAS_SUPER.search(text)) and not _SUPER_IN_GENERAL.search(text):
        return [Claim("super_catch_up", "yes", unit, 2)]
    return []


def _pay(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    if len(unit.raw) > 900 or not (pay.parts(text) or _OF_PAY_AT_LEAST.search(text)):
        return []
    for_match = bool(
        re.search(
            r"\bfor (?:purposes of )?(?:the |calculating |determining )*(?:company |employer )?match\w*|\bmatch(?:ing)?-eligible|\beligible compensation for match",
            text + " " + (document.heads[unit.heads[0]] if unit.heads else ""),
        )
    )
    in_brackets = _PAY_IN_BRACKETS.search(text)  # of the plan's own term, wherever it is used
    for_match = for_match or ("match" in text and "%" in text and not in_brackets and not _THEY_MAY.search(text))
    strength = (
        2
        if re.search(
            r"\b(?:eligible|covered|plan|considered|base|regular) (?:base )?(?:pay|comp|earn|sal)|\bcompensation\b[^.;]{0,30}\b(?:means|defined)|w-2",
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
