"""`Term | answer`, `Term: answer`: plans at a glance. The term is a source or a feature; the answer yes, no, a limit or a frequency."""

from __future__ import annotations

import re

from megaroth.reader import labels
from megaroth.reader.become_roth import converts
from megaroth.reader.come_out import IN_SERVICE, OUT, withdraws
from megaroth.reader.context import Document
from megaroth.reader.conversion_act import BESIDE_IT, is_topic
from megaroth.reader.frequency import per_year, scheduled
from megaroth.reader.pattern import Pattern
from megaroth.reader.tables import AT_ONLY, CAP, NEGATIVE, POSITIVE
from megaroth.reader.units import Claim, Unit

_WHERE = Pattern(r"^(?:see )?(?:page|pages|p\.|section|sections|article) ?[\d.-]+\W*$")
_TERM = Pattern(r"^([^:.;|=]{3,70})(?:: ?| \| | = )(\S.*)$", ":", "|", "=")
_ROW = Pattern(
    r"^[^:.;|]{3,70}(?::| \|) ?(?:(?:yes|no|none|permitted|available|allowed|offered|not (?:permitted|available|allowed|offered)|any ?time|on request|automatic|daily)\b|@at\b[^.;]{0,30}any ?time)",
    ":",
    "|",
)
"""A short row that looks like a heading: `In-service withdrawals: yes, any time`."""
_OF_THE_PART = Pattern(
    r"^(?:formula|rate|amount|frequency|timing|(?:computation|calculation|allocation|determination) period|period|how often|true-?up|limit|max(?:imum)?|cap)\W*$"
)
"""`Frequency: payroll`: a label that says nothing of what it is the frequency of; the part of the page does."""
_NUMBERED = Pattern(r"^\W*(?:[a-z]-\d{1,2}|\d{1,2}(?:[.-]\d{1,2})+)[.)]? ")
_BARE_ANSWER = Pattern(
    r"^(?:yes|no|none|n/a|not (?:permitted|allowed|available|offered)|permitted|allowed|available|offered)(?:\b[,. -][^.;]{0,60})?\.?$"
)
_ABBREVIATED = Pattern(r" \([a-z]{2,4}\)$", "(")
"""`Roth (ROT)`: the code that a recordkeeper has for it."""
_THE_LEAST = Pattern(r"^min(?:imum)?\b[^.;]{0,14}$", "min")
_PERMITTED = Pattern(r"\W*(?:(?:is|are) )?(?:allowed|permitted|available|offered|accepted)?\W*$")
_P = r"(\d{1,3}(?:\.\d+)?)%"
_WITHDRAWALS = Pattern(r"\bwithdraw|\bdistribut|\bmoney out\b|\bin-?service\b|\bpayments?\b")
_ELSEWHERE = Pattern(
    rf"{_WITHDRAWALS.text}|\bvest(?:ing|ed)\b|\bmatch|\bloan|\binvest|\bconver|\bin-plan\b|\btransfer|\brollover|\bira\b|\bafter you\b|\bleav(?:e|ing)\b|\bretire|\bterminat|\bseparat|\bdeath\b|\btax(?:es|ed|ation)?\b|\bloans?\b|\bif you do (?:not|nothing)"
)
"""What a heading may be about, so that a row on after-tax money below it says nothing of putting it in."""
_AUTOMATIC = Pattern(r"\bauto|\bdaily\b|\bnightly\b|\beach pay|\bevery pay")
_ON_THE_MATCH = Pattern(r"\bmatch|\bvest|\bloan|\bwithdr")
_TRUE_UP = Pattern(r"^(?:match(?:ing)? |year-end |annual )*true[- ]?up(?: match| contributions?)*\W*$")
_ROTH = Pattern(
    r"^(?:ee |employee )?(?:designated )?@roth(?: 401k)?(?: contributions?| deferrals?| elective| option)*\W*$"
)
_SUPER = Pattern(r"\b60 ?(?:to|-|through|and) ?63\b|\b60, 61, 62", "60")
_SPILL = Pattern(r"^(?:automatic )?spill[- ]?over\b")
_ENROLMENT = Pattern(r"^automatic (?:enrol\w*|deferrals?)\W*$|^auto[- ]?enrol\w*\W*$")
_ENROLLED_AT = Pattern(
    rf"^(?:y(?:es)?(?:,| -|:)? )?(?:enrolled )?(?:at )?{_P}|^(?:yes,? )?enrolled [^.;%]{{0,40}}?\bat {_P}"
)
_RISING = Pattern(
    rf"\b(?:rising|up|increas\w+|plus)(?: by)? {_P}[^.;%]{{0,40}}?(?:\b(?:up to|until|to a maximum of|to) {_P})?(?:$|[.;,)])"
)


def claims_of(document: Document) -> list[Claim]:
    """Every claim of a row of two cells, or of a line with a colon."""
    found: list[Claim] = []
    if document.template or document.general:
        return found
    answers: dict[tuple[int, int], set[int]] = {}
    for unit in document.units:
        if unit.cell and unit.cell[2] and not _WHERE.match(unit.norm):
            document.place(unit)
            # A column of what is to come, or was, is no second answer.
            if document.current(unit) and not _THE_LEAST.match(unit.norm):
                answers.setdefault(unit.cell[:2], set()).add(unit.cell[2])
    section = ""
    for place, unit in enumerate(document.units):
        if unit.kind == "question" and "match" in unit.norm:
            section = "match"
        if (
            place
            and unit.ticked is not False
            and unit.kind in ("heading", "sentence", "item")
            and _BARE_ANSWER.match(unit.norm)
        ):
            found += _below(document, unit, document.units[place - 1])
        if unit.kind == "heading":
            above = document.units[place - 1] if place else unit
            own = _TERM.match(unit.norm)
            if above.kind != "question" and not (own and _OF_THE_PART.match(own[1])):
                section = "match" if "match" in unit.norm else ""
            found += _like_a_heading(above, unit, section)
        if unit.kind in ("contents", "question") or unit.ticked is False:
            continue
        if unit.kind == "heading" and not _ROW.match(unit.norm):
            continue
        before = document.units[place - 1] if place and not unit.cell else None
        if before is not None and (before.kind == "question" or (unit.heads and before.raw == unit.heads[0])):
            found += labels.said(before.norm, unit.norm, unit, section)
            if before.kind == "question" and _SUPER.search(before.norm):
                found += _others(unit, before.norm, unit.norm)
        lead, text = document.lead_of(unit), unit.norm
        if text.count("%") > 2 and "@" in text:
            found += labels.of_rows(unit)
        if unit.cell and lead:
            if unit.until and not unit.since and not document.current(unit):
                continue  # below the head of a column that has ended
            if len(answers.get(unit.cell[:2], ())) > 1:
                document.place(unit)
                if not unit.scope:
                    continue  # two answers, and nothing says whose they are
            term, answer = _ABBREVIATED.sub("", lead.split(" | ")[0]), text
        elif cut := _TERM.match(text):
            term, answer = _NUMBERED.sub("", cut[1], count=1), cut[2]
            if chosen := _CHOSEN.match(answer):
                answer = chosen["first"] or chosen["second"]
        else:
            continue
        found += _sources(document, unit, term, answer) + _others(unit, term, answer)
        found += labels.said(term, answer, unit)
    return found


def _below(document: Document, unit: Unit, label: Unit) -> list[Claim]:
    """`After-tax contributions allowed`, and on the next line `Yes`: the answer stands below its label."""
    if label.kind in ("contents", "question") or label.raw.endswith(".") or len(label.raw.split()) > 12:
        return []
    if abs(label.page - unit.page) > 0 or label.cell or _BARE_ANSWER.match(label.norm):
        return []
    term = _PERMITTED.sub("", label.norm, count=1)
    found = _sources(document, unit, term, unit.norm) or _others(unit, term, unit.norm)
    for claim in found:
        claim.also = (label,)
    return found


def _like_a_heading(above: Unit, unit: Unit, section: str) -> list[Claim]:
    """A short answer without its full stop, or `Match frequency: each payroll`."""
    found = labels.said(above.norm, unit.norm, unit, section) if above.kind in ("question", "heading") else []
    if cut := _TERM.match(unit.norm):
        of_the_part = section if _OF_THE_PART.match(cut[1]) else ""
        found += _others(unit, cut[1], cut[2]) + labels.said(cut[1], cut[2], unit, of_the_part)
    return found


_CHOSEN = Pattern(
    r"^\[ ?x ?\] (?P<first>yes|no) \[ ?\] (?:yes|no)\W*$|^\[ ?\] (?:yes|no) \[ ?x ?\] (?P<second>yes|no)\W*$", "x"
)
"""`[X] Yes [ ] No`"""


def _said(answer: str) -> str:
    if _NO_SUCH.match(answer) or _FOR_SOME.search(answer):
        return ""
    return "no" if NEGATIVE.match(answer) else "yes" if POSITIVE.match(answer) else ""


_NO_SUCH = Pattern(
    r"^no longer\b|^\W*(?:no|none) (?:when|if|unless|until|as long|once|after|before|while)\b|^no (?:[a-z]+ ){0,2}(?:tax|taxes|fee|fees|cost|limit|limits|minimum|age|penalty|penalties|break|benefit|restriction|restrictions|effect|change|action|deduction|waiting)\b"
)
"""`No longer accepted` has an end, and `No tax break now` says what the thing is, and not that there is none."""


_FOR_SOME = Pattern(
    r"\b(?:for|to|by) (?:employees|participants|members|associates|anyone|those) (?:of|at|on|who|hired|covered|under|whose|with)\b(?! (?:the|this|our) (?:company|employer|firm|university|bank|plan))|\b(?:employees|participants|members|associates|staff|hires)(?: \w+)? only\b",
    "employees", "participants", "members", "associates", "anyone", "those", "staff", "hires",
)  # fmt: skip
"""`Not permitted for employees of Exemplar LLC`."""


def _sources(document: Document, unit: Unit, term: str, answer: str) -> list[Claim]:
    """After-tax money: may it go in, may it become Roth, may it come out."""
    said = _said(answer)
    if AT_ONLY.match(term) and not _ELSEWHERE.search(document.heads_of(unit, 1)) and not _ON_THE_MATCH.search(answer):
        if said:
            return [Claim("after_tax_allowed", said, unit, 3)]
        if cap := CAP.match(answer):
            return [Claim("after_tax_allowed", "yes", unit, 2), Claim("after_tax_cap_percent", cap["most"], unit, 3)]
    around = document.heads_of(unit, 1)
    of_it = AT_ONLY.match(term) and len(around.split()) < 10 and is_topic(around)
    if of_it and (value := converts(answer, around)):
        return [Claim("in_plan_conversion", value, unit, 2)]
    if is_topic(term) and len(term.split()) < 12 and not re.search(r"\bira\b", answer):
        value = converts(answer, term)
        if value == "on-request" and said and _AUTOMATIC.search(term):
            value = "automatic"
        times = per_year(answer)
        if not times and value == "on-request" and len(answer.split()) < 6:
            times = scheduled(f"converted {answer}")
        counted = [Claim("conversions_per_year", times, unit, 2)] if times else []
        if value:
            return [Claim("in_plan_conversion", value, unit, 2), *counted]
    if OUT.search(term) and not BESIDE_IT.search(term) and ("@at" in term or answer.startswith("@at")):
        if said == "no":
            return [Claim("in_service_withdrawal", "no", unit, 2)] if IN_SERVICE.search(f"{term} {around}") else []
        first = re.split(r"[.;]", answer)[0]
        times = per_year(first)
        if withdraws(first, term, around, bool(times)) == "yes":
            counted = [Claim("withdrawals_per_year", times, unit, 2)] if times else []
            return [Claim("in_service_withdrawal", "yes", unit, 2), *counted]
    return []


def _others(unit: Unit, term: str, answer: str) -> list[Claim]:
    """The match, the true-up, and the plan's other terms."""
    said = _said(answer)
    if _TRUE_UP.match(term) and said:
        return [Claim("true_up", said, unit, 3)]
    if _ROTH.match(term) and said:
        return [Claim("roth_deferrals", said, unit, 3)]
    said = said or ("yes" if re.search(r"[☑☒]\s*$|\[[xX]\]\s*$", unit.raw) else "")
    if _SUPER.search(term) and (said or "$" in answer):
        return [Claim("super_catch_up", said or "yes", unit, 3 if said else 2)]
    if _SPILL.match(term) and said:
        return [Claim("spillover", said, unit, 3)]
    if _ENROLMENT.match(term) and (hit := _ENROLLED_AT.match(answer)):
        found = [Claim("auto_enrolment_percent", hit[1] or hit[2], unit, 2)]
        if rise := _RISING.search(answer):
            found.append(Claim("auto_increase_percent", rise[1], unit, 2))
            if rise[2]:
                found.append(Claim("auto_increase_up_to_percent", rise[2], unit, 2))
        return found
    return []
