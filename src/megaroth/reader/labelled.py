"""Caps that stand beside or below the name of their money: `After-tax: 1% to 12% of pay`, or the answer to `How much after-tax may I save?`.

A label with any other word in it labels something else.
"""

from __future__ import annotations

import re
from decimal import Decimal

from megaroth.reader.capped import P, cap_of, without_besides
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_KIND = r"@(?:at|pre|roth|basis)"
_LABEL = Pattern(
    rf"^\W*(?:\w{{1,3}}[.)] )?(?:(?:your|employee|voluntary|traditional|regular|additional|optional|contributions?|savings?|deferrals?|money|dollars|basis|limits?|rate|401k|403b|elections?|and|or|and/or|&|/|\+|,|\(|\)|together|combined|total|{_KIND}) ?)*\W*$"
)
_ASKED = Pattern(
    r"\bhow much (?:of my pay |of your pay )?(?:[a-z]+ )?(?=.*@)[^?]{0,40}\b(?:may|can|could|do) (?:i|you|we|participants?|employees?)\b[^?]{0,40}\b(?:contribut|sav|put|defer|elect|give)",
    "how much",
)
_BESIDE = Pattern(r"^(?P<label>[^:|%$]{3,90}?)(?::| \| | - )\s?(?P<rest>.+)$", ":", "|", " - ")
_ONLY_A_NUMBER = Pattern(r"^[qa]?\d{0,2}[.):]?$")
_PAY = r"(?:your |the |an? |each |eligible |annual |base |gross |total |covered |plan |regular |his or her )*(?:pay|compensation|earnings|salary|wages|paychecks?)"
_MOST = Pattern(
    rf"^(?:(?:\w\d?[.)] )?(?:if you (?:wish|like|want|choose),? |you (?:may|can) (?:also )?(?:save|contribute|put in|elect|defer|choose) )?)(?P<cap>(?:any whole percent(?:age)?(?: of {_PAY})?,? |an? (?:further|additional|extra) |another |from |between |up to |as much as |not (?:more than|over) |no more than |at most |(?:a )?max(?:imum)?\.?(?: of)? )*(?:\d{{1,2}}(?:\.\d+)?%? ?(?:to|-|through|and|up to) ?)?){P}(?P<then>(?: of {_PAY})?(?:$|[.,;(]| (?:together|combined|max|maximum|each|per|can|may|a pay)\b).*)"
)
_OF_OTHER_THINGS = Pattern(
    r"\bmatch(?!ed| on)|\bauto|\benrol|\bvest|\bwithdraw|\bincreas|\bexample|\bloan|\bhighly|\bhces?\b|\btax rate|\bpenalty|\bwithheld for\b|\bconver|\bdefault|\bunless\b|\bopt(?:ed)? out|\b(?:company|employer)\b"
)


def claims_of(document: Document, unit: Unit, text: str) -> list[Claim] | None:
    """The cap that a label tells the money of; None where there is no such label."""
    if text.count("%") > 2 or _OF_OTHER_THINGS.search(re.sub(r"\bnot matched\b|\bno match\b", "", text)):
        return None
    rest, label = text, ""
    if (beside := _BESIDE.match(text)) and "@" in beside["label"]:
        label, rest = re.sub(r",? (?:which|that) is [^:]*$", "", without_besides(beside["label"])), beside["rest"]
    found = _MOST.match(rest)
    if not found or not found["cap"].strip() or "%" in found["then"] or not 1 <= Decimal(found[2]) <= 100:
        return None
    if not label:
        label = _above(document, unit)
    elif not _LABEL.match(label):
        return None
    if not label or re.search(r"@amb|catch", label) or re.search(r"@amb", text):
        return None
    kinds = set(re.findall(r"@(?:at|pre|roth)\b", label))
    name = cap_of(kinds) if kinds else ""
    return [Claim(name, found[2], unit, 3)] if name else None


def _above(document: Document, unit: Unit) -> str:
    """The label or the question above, where it is of money alone."""
    heads = [document.heads[head] for head in unit.heads[:2]]
    if heads and _ONLY_A_NUMBER.match(heads[0]):
        heads = heads[1:]
    asked = document.follows.get(id(unit), "") or (heads[0] if heads and heads[0].endswith("?") else "")
    if asked:
        return asked if _ASKED.search(asked) else ""
    return heads[0] if heads and "@" in heads[0] and _LABEL.match(heads[0]) else ""
