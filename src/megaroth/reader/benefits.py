"""Whether a sentence is on the plan or on another benefit: a handbook and a benefits page hold both, and so do letters and filings.

What is said of insurance, stock, spending accounts, time off, severance or gifts says nothing of the plan, however alike the
words are. Its own words decide, then its heading, then what was spoken of before it under the same heading.
"""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_INSURED = r"(?:medical|dental|vision|health(?:care)?|life|disability|accident(?:al)?|travel|pet|legal|critical illness|long[- ]term care|liability|hospital)"
_OTHERS = (
    rf"{_INSURED} (?:\w+ )?(?:insurance|coverage|plans?|benefits?|premiums?|expenses|claims|fsas?|savings accounts?|spending)|\binsurance\b|\bad[&+]d\b|accidental death|"
    r"\bcobra\b|\b(?:dependent care|limited purpose) fsas?\b|\bfsas?\b|\bhsas?\b|\bhras?\b|flexible spending|spending accounts?|health savings|\bdental\b|\bcoinsurance\b|\bco-?pays?\b|short[- ]term disability|long[- ]term disability|"
    r"\bespp\b|stock purchase|\brsus?\b|restricted stock|stock[- ]based|stock options?|equity (?:awards?|grants?|incentive)|stock awards?|"
    r"\bseverance\b|\bholidays?\b|\bvacation\b|\beligible for pto\b|paid time off|sick (?:leave|time|days?)|parental leave|bereavement|jury duty|"
    r"\btuition\b|student loans?|\bcommuter\b|\btransit\b|\bwellness\b|\bgym\b|"
    r"\bcharit\w+|\bnon-?profits?\b|\bdonat\w+|\bdonors?\b|501\(?c|volunteer\w*|\bgifts?\b|"
    r"non-?qualified|deferred compensation plan|\bserp\b|workers'? comp\w*|relocation"
)
_OTHER = Pattern(_OTHERS)
_PLAN = Pattern(
    r"\b40[13]\(?[kb]|\b457|\bdeferrals?\b|\bdefer(?:red|s)? (?:up to|from|between|an?|your)|\bretirement (?:savings |plan|account|program)|\b(?:savings|thrift|profit[- ]sharing|investment) plan|\bcatch-?up|@roth\b(?! ira)|@mega|\bin-plan|\brecord-?keep|\bmatching contributions?\b"
)
_HEADED = Pattern(
    rf"^(?:\W|\d|your |our |the |employee |voluntary |basic |group |company |other )*(?:{_OTHERS}|medical|dental|vision|life|health|disability|time off|leaves?|perks|wellness|equity|stock|bonus(?:es)?|leave of absence|overtime)\b"
)
_PAY_COUNTS = Pattern(
    r"\b(?:eligible|covered|considered|plan|benefit|pensionable|recognized|certified)[- ](?:pay|compensation|earnings|salary|wages)\b|\b(?:pay|compensation|earnings|wages|salary|it|this)\W{1,3}(?:\w+ ){0,5}?(?:means|includes?|excludes?|excluding|is|are|counts?|does not|do not)\b|\b(?:excluding|exclusive of|not (?:counted|included))\b|\bw-2\b"
)
"""What counts as pay is a list of such things."""
_NO_PAY_OF_THE_PLAN = Pattern(
    r"\bcobra\b|non-?qualified|deferred compensation plan|severance (?:agreement|benefits?|plan|payments?)|restricted stock|stock[- ]based|\brsus?\b|flexible spending accounts?\b(?=[^.;]*\b(?:enroll?|elect|contribut))|\bclaims\b|\breimburse|\bholiday hours|\bpaid holidays?|tranches?|\bpto\b"
)
_NEVER_PAY = Pattern(r"\bholiday hours|\beligible for pto\b|\bcobra\b|\bclaims incurred|\btranches")
_NON_QUALIFIED = Pattern(
    r"^.{0,80}\bnon-?qualified (?:\w+ ){0,4}plans?\b|^(?:the|our|its|this) (?:\w+ ){0,2}deferred compensation plan\b",
    "qualified",
    "deferred compensation plan",
)
"""A plan of a few, beside the one for all."""
_A_NAME = Pattern(r"\b(?:life )?insurance (?:co\b|company|corporation|products|and annuity)", "insurance")
"""Who keeps the accounts may be an insurer."""
_SAVED_ELSEWHERE = Pattern(
    r"\bespp\b|stock purchase|\b(?:dependent care|limited purpose) fsas?\b|\bfsas?\b|\bhsas?\b|flexible spending|spending accounts?|health savings|\bcharit\w+|\bdonat\w+|non-?qualified|deferred compensation plan|student loans?"
)
"""Other benefits into which people put money, or which are matched: what is said next goes on about them."""
_OF_THE_MATCH = Pattern(r"\bmatch\w*\b|\btrue[- ]?up|@")
_AFTER_TAX_OF_OTHERS = Pattern(
    r"\bcobra\b|\bfsas?\b|\bhsas?\b|flexible spending|health savings|\bpremiums?\b|\binsurance\b|\bdental\b"
)
_CALLED = Pattern(rf"{_OTHERS}|\bmedical\b|\bvision\b|\bdoctors?\b|\btele(?:medicine|health)|\bnurses?\b|\bimaging\b")
_OTHERS_THAN = {"after_tax_allowed": _AFTER_TAX_OF_OTHERS, "eligible_pay": _NO_PAY_OF_THE_PLAN, "phone": _CALLED}
_FIELDS = frozenset(
    (
        "after_tax_allowed", "deferral_cap_percent", "combined_cap_percent", "after_tax_cap_percent", "after_tax_cap_dollars",
        "hce_after_tax_cap_percent", "match", "match_limits", "match_period", "true_up", "eligible_pay", "auto_enrolment_percent",
        "auto_increase_percent", "recordkeeper", "phone", "vesting",
    )
)  # fmt: skip
_NEAR = 4


def is_of_another(document: Document, claim: Claim) -> bool:
    """Whether what a claim rests on is said of another benefit."""
    if claim.field not in _FIELDS:
        return False
    unit = claim.unit
    text = document.full(unit) if unit.cell or unit.lead else unit.norm
    told = _told(f"{unit.answer_to} {text}", claim.field)
    if told:
        return told == "other"
    near = _spoken_of(document, unit)
    if unit.heads and near != "plan" and not unit.heads[0].endswith(".") and (head := document.heads[unit.heads[0]]):
        if _PLAN.search(head):
            return False
        if claim.field == "phone" and _CALLED.search(head):
            return True
        if _HEADED.search(head) and not (claim.field == "eligible_pay" and _PAY_COUNTS.search(text)):
            return True
    return claim.field != "eligible_pay" and near == "other" and not _OF_THE_MATCH.search(unit.norm)


def _told(text: str, field: str) -> str:
    """By its own words: `plan`, `other`, or nothing."""
    if _NON_QUALIFIED.search(text):
        return "other"
    if _PLAN.search(text):
        return "plan"
    text = _A_NAME.sub(" ", text)
    if field == "eligible_pay" and _NEVER_PAY.search(text):
        return "other"
    if field == "eligible_pay" and _PAY_COUNTS.search(text):
        return ""
    return "other" if _OTHERS_THAN.get(field, _OTHER).search(text) else ""


def _spoken_of(document: Document, unit: Unit) -> str:
    """What the nearest sentence before it, under the same heading, is on."""
    if unit.cell is not None or unit not in document.units:
        return ""
    place = document.units.index(unit)
    for before in reversed(document.units[max(0, place - _NEAR) : place]):
        run_in = before.heads[:1] == (before.raw,) and before.heads[1:2] == unit.heads[:1]
        if before.heads[:1] != unit.heads[:1] and not run_in:
            break
        if _SAVED_ELSEWHERE.search(before.norm) and not _PLAN.search(before.norm):
            return "other"
        if _PLAN.search(before.norm):
            return "plan"
    return ""
