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
    carried_on,
    enrolment,
    hce,
    pay,
    spill,
    super_catch_up,
    whole_range,
)
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

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
        if unit.kind == "heading":
            found += super_catch_up.of_a_heading(unit)
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
        if of_money and "$" in text:
            found += caps_in_dollars.dollars(document, unit, place)
        found += super_catch_up.claims_of(document, unit, place)
        if (
            "@at" in text + unit.answer_to
            or "@amb" in text + unit.answer_to
            or (of_money and place and document.units[place - 1].kind == "question" and spill.answered(text))
            or (of_spill and "@basis" in text)
            or (place and "@at" in document.units[place - 1].norm and spill.NOT_BY_ITSELF.search(text))
            or (of_spill and of_money and "spill" in text)
            or "@basiss" in text
            or ((of_money or of_spill) and carried_on.concerns(text))
            or (of_after_tax and (spill.TO_ANOTHER.search(text) or spill.YOURSELF.search(text)))
        ):
            found += _spillover(document, unit, place)
        elif of_money and place and spill.just_stops(text, document.units[place - 1].norm):
            found.append(Claim("spillover", "no", unit, 1, spill.STOPS))
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
    if not any(claim.field in ("deferral_cap_percent", "combined_cap_percent") for claim in found):
        found += whole_range.claims_of(document)
    return found


_OF_PAY = (*_PAY_WORDS, " = ", "w-2", "bonus", "commission", "overtime", "base", "rate times")


def _says_pay(document: Document, unit: Unit, place: int) -> bool:
    """Whether a unit says which pay counts."""
    if not pay.speaks(unit.norm, _OF_PAY):
        return False
    text = pay.plain(unit.norm)
    if not any(word in text for word in _OF_PAY):
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
    asked = place - 1
    while asked > 0 and document.units[asked].norm != unit.answer_to and place - asked < 4:
        asked -= 1
    question = document.units[place - 1] if place else unit
    if (
        question.kind == "question"
        and (said := spill.answered(unit.norm))
        and spill.asks(question.norm, _before(document, place - 1))
    ):
        return [Claim("spillover", said, unit, 3)]
    if document.is_condition(unit):
        return []
    if unit.answer_to and spill.asks(unit.answer_to, _before(document, asked)):
        yes = unit.norm.startswith("yes")
        return [] if spill.is_of_me(unit.answer_to, yes) else [Claim("spillover", "yes" if yes else "no", unit, 3)]
    far = 4 if spill.NOT_BY_ITSELF.search(unit.norm) and unit.kind == "sentence" else 2
    before = [each.norm for each in document.units[max(0, place - far) : place] if abs(each.page - unit.page) < 2]
    around = " ".join((*before, document.heading(unit)))
    if carried_on.NOT_YET.search(unit.norm):
        return []
    nearest = f"{before[-1] if before else ''} {document.heads_of(unit, 1)}"
    if "@at" not in unit.norm + nearest and "catch" in nearest and spill.NOT_BY_ITSELF.search(unit.norm):
        return []  # `Catch-up: a separate election. It does not happen on its own`
    said = spill.spills(unit.norm, around) or (
        carried_on.carries_on(unit.norm, around) if document.decides(unit) else ""
    )
    return [Claim("spillover", said, unit, 2)] if said else []


def _before(document: Document, place: int) -> str:
    """The sentence before a question, and, where that was only an answer, the question before."""
    if place < 1:
        return ""
    before = document.units[place - 1].norm
    return f"{document.units[place - 2].norm} {before}" if place > 1 and len(before) < 12 else before


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
