"""Documents that hold much beside the plan: handbooks, guides to all benefits, letters, filings. Knows texts, and no claims."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from megaroth.reader.units import Unit

_INSURED = r"(?:medical|dental|vision|health(?:care)?|life|disability|accident(?:al)?|travel|pet|legal|critical illness|long[- ]term care|liability|hospital)"
SPENDING = r"\b(?:dependent care|limited purpose) fsas?\b|\bfsas?\b|\bhsas?\b|\bhras?\b|flexible spending|spending accounts?|health savings"
"""Accounts for expenses, into which people put money before tax and after."""
OTHERS = (
    rf"{_INSURED} (?:\w+ )?(?:insurance|coverage|plans?|benefits?|premiums?|expenses|claims|fsas?|savings accounts?|spending)|\binsurance\b|\bad[&+]d\b|accidental death|"
    r"\bcobra\b|"
    rf"{SPENDING}|"
    r"\bdental\b|\bcoinsurance\b|\bco-?pays?\b|short[- ]term disability|long[- ]term disability|"
    r"\bespp\b|stock purchase|\brsus?\b|restricted stock|stock[- ]based|stock options?|equity (?:awards?|grants?|incentive)|stock awards?|"
    r"\bseverance\b|\bholidays?\b|\bvacation\b|\bpto\b|paid time off|sick (?:leave|time|days?)|parental leave|bereavement|jury duty|"
    r"\btuition\b|student loans?|\bcommuter\b|\btransit\b|\bwellness\b|\bgym\b|"
    r"\bcharit\w+|\bnon-?profits?\b|\bdonat\w+|\bdonors?\b|501\(?c|volunteer\w*|\bgifts?\b|"
    r"non-?qualified|deferred compensation plan|\bserp\b|workers'? comp\w*|relocation"
)
"""Other benefits of an employer, in a pattern."""
_MANY_THINGS = Pattern(
    rf"{OTHERS}|\bmedical\b|\bleave\b|\bovertime\b|\bsupervisors?\b|\bdisciplin\w+|\bharass\w+|\bconduct\b|\bdress\b|\bsafety\b|\battendance\b|\bshares\b|\bshareholders?\b|\bfiscal\b|\bnet (?:sales|income|loss|earnings)|\bagreement\b|\bterminat\w+"
)
ON_SAVINGS = Pattern(
    r"contribut|401k|403b|\broth\b|@(?:roth|at|amb|mega)\b|\bmatch|deferral|\bretire|rollover|\bplan year|savings plan"
)
"""Words of saving for retirement."""
OF_SAVERS = Pattern(
    r"\b40[13][kb]\b|\broth\b|\bdeferrals?\b|\bretire|savings plan|\bparticipant|\bemployees?\b|\byour?\b|@(?:at|amb) (?:[a-z]+ )?contributions?\b"
)
"""In a filing much is contributed, and after tax, but not by somebody who saves."""
_LEAST = 15
_ENOUGH = 150
"""Of a long document every so many sentences tell as much as all of them."""
_MOSTLY = 0.35
"""Of a document on the plan three sentences in five speak of savings; of a handbook, a letter or a filing hardly one in ten."""
_NEAR = 2
_TAXED = Pattern(r"\bafter-tax\b|@true\b", "after-tax", "@true")


def is_mixed(texts: Sequence[str]) -> bool:
    """Whether a document speaks more of other things than of savings for retirement."""
    some = texts[:: 1 + len(texts) // _ENOUGH]
    savings = sum(ON_SAVINGS.search(text) is not None for text in some)
    if len(texts) < _LEAST or savings >= _MOSTLY * len(some):
        return False
    return savings < sum(_MANY_THINGS.search(text) is not None for text in some)


def of_savers(text: str) -> bool:
    """Whether a sentence speaks of people and what they contribute."""
    return bool(OF_SAVERS.search(text) and ON_SAVINGS.search(text))


def tell_taxed_apart(units: list[Unit], texts: Sequence[str]) -> None:
    """In a mixed document: an "after-tax" in a sentence on other things, as of a price or a year's result, is a way to be taxed."""
    title = units[0].raw if units else ""
    for place, (unit, text) in enumerate(zip(units, texts, strict=True)):
        if not _TAXED.search(unit.norm):
            continue
        around = [text, unit.lead.lower(), *(head.lower() for head in unit.heads if head != title)]
        around += [texts[n] for n in range(max(0, place - _NEAR), place) if units[n].heads[:1] == unit.heads[:1]]
        if not any(ON_SAVINGS.search(each) or "401(k)" in each for each in around):
            unit.norm = _TAXED.sub("@basis", unit.norm)
