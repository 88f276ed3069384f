"""Whether a sentence is on the plan or on another benefit: a handbook and a benefits page hold both, and so do letters and filings.

What is said of insurance, stock, spending accounts, time off, severance or gifts says nothing of the plan, however alike the
words are. Its own words decide, then its heading, then what was spoken of before it under the same heading.
"""

from __future__ import annotations

from megaroth.reader import contact
from megaroth.reader.context import Document
from megaroth.reader.handbook import OF_SAVERS, ON_SAVINGS, OTHERS, SPENDING
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_OTHER = Pattern(OTHERS)
_PLAN = Pattern(
    r"\b40[13]\(?[kb]|\b457|\bdeferrals?\b|\bdefer(?:red|s)? (?:up to|from|between|an?|your)|\bretirement (?:savings |plan|account|program)|\b(?:savings|thrift|profit[- ]sharing|investment) plan|\bcatch-?up|@roth\b(?! ira)|@mega|\bin-plan|\brecord-?keep|\bmatching contributions?\b"
)
_HEADED = Pattern(
    rf"^(?:\W|\d|your |our |the |employee |voluntary |basic |group |company |other )*(?:{OTHERS}|medical|dental|vision|life|health|disability|time off|leaves?|perks|wellness|equity|stock|bonus(?:es)?|leave of absence|overtime)\b"
)
_GIVING = Pattern(r"\bcharit|\bgifts?\b|\bgiving\b|\bdonat|\bvolunteer")
_PAY = r"\b(?:eligible|covered|considered|plan|benefit|pensionable|recognized|certified)[- ](?:pay|compensation|earnings|salary|wages)\b"
_NAMED_PAY = Pattern(
    rf"{_PAY}|\b(?:pay|compensation|earnings|wages)[\"']? (?:\([^()]*\) )?(?:means?|is defined|shall mean|for (?:this|plan|these) purposes?)\b"
)
_PAY_COUNTS = Pattern(
    rf"{_PAY}|\b(?:pay|compensation|earnings|wages|salary|it|this)\W{{1,3}}(?:\w+ ){{0,5}}?(?:means|includes?|excludes?|excluding|is|are|counts?|does not|do not)\b|\b(?:excluding|exclusive of|not (?:counted|included))\b|\bw-2\b|\b(?:elections?|deferrals?|contributions?) appl(?:y|ies) to\b"
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
    rf"\bespp\b|stock purchase|{SPENDING}|\bcharit\w+|\bdonat\w+|non-?qualified|deferred compensation plan|student loans?"
)
"""Other benefits into which people put money, or which are matched: what is said next goes on about them."""
_OF_THE_MATCH = Pattern(r"\bmatch\w*\b|\btrue[- ]?up|@")
_AFTER_TAX_OF_OTHERS = Pattern(
    rf"\bcobra\b|{SPENDING}|\bpremiums?\b|\binsurance\b|\bdental\b|\bimputed income\b|\bdomestic partners?\b|\boptum\b|\bhealth ?equity\b|\bon your (?:tax |federal )*returns?\b|\bper share\b|\bcommuter\b|\btransit\b|\bparking\b|\bemergency (?:savings?|fund|account)\b|^\W*costs?\b"
)
_CALLED = Pattern(
    rf"{OTHERS}|\bmedical\b|\bvision\b|\bdoctors?\b|\btele(?:medicine|health)|\bnurses?\b|\bimaging\b|\bcare (?:coach|team|line)|\bwageworks|\bhealth ?equity\b|\boptum|\bmetlife\b|\bunum\b|\bcigna\b|\baetna\b|\bvsp\b|\beyemed\b|\bkaiser\b|\banthem\b|\bunited ?healthcare\b|\buhc\b|\baflac\b|\bwex\b|\bteladoc\b|\bmdlive\b"
)
"""What else has a telephone number, and houses that keep other accounts."""
_OTHERS_THAN = {"after_tax_allowed": _AFTER_TAX_OF_OTHERS, "eligible_pay": _NO_PAY_OF_THE_PLAN, "phone": _CALLED}
_FIELDS = frozenset(
    (
        "after_tax_allowed", "deferral_cap_percent", "combined_cap_percent", "after_tax_cap_percent", "after_tax_cap_dollars",
        "hce_after_tax_cap_percent", "match", "match_limits", "match_period", "true_up", "eligible_pay", "auto_enrolment_percent",
        "auto_increase_percent", "recordkeeper", "phone", "vesting",
    )
)  # fmt: skip
_NEAR = 4
_TAXED = Pattern(r"@(?:at|amb|pre|basis)\b", "@")
_NEEDS_THE_PLAN = frozenset(
    (
        "after_tax_allowed",
        "eligible_pay",
        "phone",
        "recordkeeper",
        "deferral_cap_percent",
        "combined_cap_percent",
        "vesting",
        "true_up",
        "match_limits",
    )
)

_ALSO_BEHIND = frozenset(("phone", "recordkeeper", "vesting", "match_limits"))
"""What may stand a line or two behind the sentence on the plan, and be said in words of its own."""


def without_others(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims that are said of the plan."""
    kept = [claim for claim in claims if claim.field not in _FIELDS or not _is_of_another(document, claim)]
    return kept if any(claim.field == "phone" for claim in kept) else kept + _of_a_known_keeper(document, claims, kept)


def _of_a_known_keeper(document: Document, claims: list[Claim], kept: list[Claim]) -> list[Claim]:
    """The number straight behind the name of who keeps the plan's records as other sentences say, whatever heading went before."""
    said = {str(claim.value): claim.unit for claim in reversed(kept) if claim.field == "recordkeeper"}
    if len(said) != 1:
        return []
    keeper, first = said.popitem()
    return [
        claim
        for claim in claims
        if claim.field == "phone"
        and claim.unit is not first
        and contact.number_behind(keeper, claim.unit.norm)
        and not _told(claim.unit.norm, "phone")
        and not (_HAS_OTHERS.match(keeper) and _is_right_below(document, claim.unit))
    ]


_HAS_OTHERS = Pattern(
    r"^(?:Fidelity|Alight|ADP|Bank of America|Merrill|Voya|Principal|Prudential|Lincoln|Securian|MassMutual|Nationwide|The Standard|Mutual of|Ameritas|Conduent|Mercer|Paychex|Schwab)"
)
"""Houses that keep other accounts and insure, too."""


def _is_right_below(document: Document, unit: Unit) -> bool:
    """Whether only its heading stands before a unit."""
    place = document.units.index(unit) if unit in document.units else 0
    return place == 0 or document.units[place - 1].raw == unit.heads[0]


def _is_of_another(document: Document, claim: Claim) -> bool:
    unit = claim.unit
    text = document.full(unit) if unit.cell or unit.lead else unit.norm
    below_pay = claim.field == "eligible_pay" and unit.heads and _NAMED_PAY.search(document.heads[unit.heads[0]])
    if below_pay and not _NEVER_PAY.search(text):
        return False
    told = _told(f"{unit.answer_to} {text}", claim.field)
    if told:
        return told == "other"
    near = _spoken_of(document, unit)
    if unit.heads and near != "plan" and not unit.heads[0].endswith(".") and (head := document.heads[unit.heads[0]]):
        if _PLAN.search(head):
            return False
        if claim.field == "phone" and _CALLED.search(head):
            return True
        if claim.field in ("match", "match_limits", "match_period") and _GIVING.search(head):
            return True
        if _HEADED.search(head) and not (claim.field == "eligible_pay" and _PAY_COUNTS.search(text)):
            return True
    if claim.field != "eligible_pay" and near == "other" and not _OF_THE_MATCH.search(unit.norm):
        return True
    return (
        document.mixed
        and claim.field in _NEEDS_THE_PLAN
        and not _stands_with_the_plan(document, unit, text, claim.field)
    )


def _stands_with_the_plan(document: Document, unit: Unit, text: str, field: str) -> bool:
    """Whether a sentence, a heading above it or one just before it speaks of savings for retirement."""
    title = document.units[0].raw  # which stands above all of it
    own = [text, *(document.heads[head] for head in unit.heads if head != title)]
    if field == "after_tax_allowed":
        if not any(OF_SAVERS.search(each) for each in own):
            return False
        own = [
            _TAXED.sub(" ", each) for each in own
        ]  # the word alone stands beside parking, prices and the results of a year, too
    if any(ON_SAVINGS.search(each) or (field == "eligible_pay" and _NAMED_PAY.search(each)) for each in own):
        return True
    if field not in _ALSO_BEHIND:
        return False
    place = document.units.index(unit) if unit in document.units else 0
    return any(ON_SAVINGS.search(_TAXED.sub(" ", each.norm)) for each in document.units[max(0, place - _NEAR) : place])


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
