"""The yearly step where a line says only how much: that it comes every year and by itself, the lines around it tell."""

from __future__ import annotations

from decimal import Decimal

from megaroth.reader.pattern import Pattern
from megaroth.reader.starting_rate import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.context import Document
    from megaroth.reader.units import Unit

MOST = Decimal(3)
"""No plan raises by more each year."""
_P = r"(?P<step>\d(?:\.\d+)?)%"
_HOW_MUCH = Pattern(
    rf"^\W*(?:(?:how much|how big|amount|size|step|by|by how much|the step|increase|rate of increase|each step|each time)\W+)?(?:it(?:'s| is)|that(?:'s| is)|by|an? (?:additional|extra)|another|plus|up)? ?\+? ?{_P}(?: points?| more)?(?: of (?:[a-z]+ ){{0,2}}(?:pay|compensation|earnings|salary))?(?:,? (?:each time|at a time|a step|per step|a year|each year|every year|annually|yearly))?\W*$",
    "%",
)
"""`How much: +1%`, `It's 2%.`"""
_RISES = Pattern(
    rf"\b(?:go(?:es)? up|increas\w+|ris(?:es?|ing)|move[sd]? up|step(?:s|ped)? up|climbs?|grow(?:s|ing)?|is raised|be raised|tick(?:s|ed)? up|bumps? up)(?: automatically)?(?: by)?(?: an? additional| another)? {_P}(?! of (?:the|your) (?:match|account|balance))"
    rf"|\b(?:the|each|every|that|this|your) (?:notch|step|increase|bump|raise|increment|rise|boost|nudge)(?: size| amount)? (?:is|will be|equals|comes to) (?:by )?{_P.replace('step', 'same')}"
    rf"|\b(?:another|an (?:additional|extra)|a further|one more) {_P.replace('step', 'more')}(?: of (?:[a-z]+ ){{0,2}}(?:pay|compensation|earnings|salary))? (?:is|gets|will be) (?:added|saved|withheld|deducted|put in|contributed|taken)\b",
    "%",
)  # fmt: skip
_ASKS = Pattern(
    r"\bhow (?:big|much|large|steep|fast)\b[^?]*\b(?:yearly|annual|automatic|auto)\b[^?]*\b(?:step|increase|bump|raise|escalation|rise|boost)\b|\bhow much (?:does|will|is) (?:my|your|the) (?:[a-z]+ )?(?:rate|percentage|contribution|deferral|savings)s? (?:automatically )?(?:go up|rise|increase|grow|raised|increased)\b[^?]*\b(?:year|annual\w*)\b",
    "how ",
)
"""`How big is the yearly step?`"""
_OF_A_RISE = Pattern(r"\bincreas|\bescalat|\bstep|\bnotch|\bbump|\bgo(?:es)? up|\brais|\brise|\bboost|\bsave more")
_OF_A_START = Pattern(r"\benrol|\bdefault|\binitial|\bstart|\bmax|\bcap\b|\blimit|\buntil|\bup to\b|\btop\b|\bstop")
"""What a number alone is of, its caption tells."""
_RANGE = Pattern(r" ?(?:-|to|or|and|through|,) ?\d")
_EVERY_YEAR = Pattern(
    r"\b(?:each|every|a|per|once a) (?:plan |calendar |new )?(?:year|january|february|march|april|may|june|july|august|september|october|november|december|anniversary|spring|summer|fall|winter)\b|\bannual\w*\b|\byearly\b|\banniversary\b"
)
_BY_ITSELF = Pattern(
    r"\bauto\w*|\bescalat\w*|\bopt(?:ing)?[- ]?out\b|\bunless you\b|\beveryone\b|\beverybody\b|\bonce enrolled\b|\byou (?:move|go|step|will move|will go) up\b|\bbuilt[- ]in\b|\bby itself\b|\bon its own\b|\bwithout (?:your )?(?:doing|lifting)\b"
)
_OF_WHAT_IS_SAVED = Pattern(
    r"\bcontribut|\bdefer|\bsav(?:e|es|ing|ings)\b|\benrol|\bwithh|\bpercentage\b|\bescalat|\bauto(?:matic)?[- ]?(?:increas|escalat)"
)
_NOT_SO = Pattern(
    r"(?<!from your )(?<!of your )(?<!from their )(?<!from )(?<!of )\b(?:pay|salary|salaries|wages) (?:will |is |are |shall )?(?:also )?(?:go(?:es)? up|ris\w+|increas\w+|be raised|raised)|\bmatch\w*|\bvest\w*|\bcola\b|\bcost[- ]of[- ]living|\bpension|\bpremium|\bfees?\b|\bexample|\bsuppose|\binflation|\breturn|\bsalary (?:increase|raise)s? (?:is|are|of)|\bservice\b|\bcatch|\b(?:company|employer)(?:'s)? contribution|\b(?:you|participants?|employees?|members?) (?:may|can|could)(?: also)? (?:elect|choose|sign|opt (?:in|into)|turn|set up|ask|enroll|pick)|\bopt[- ]in|\boptional\b|\bvoluntary\b|\bsign up\b|\bif you (?:want|wish|like|elect|choose|sign)|\bask for\b|\bno (?:longer|auto\w*)|\bnot (?:go|be|increase|rise|auto)\w*|\bsuspend|\bdiscontinu|\bremov"
)


def step_told(document: Document, unit: Unit, place: int, about: str) -> str:
    """The step of a line that says how much, where the lines around say that it comes each year, unasked, on top of what is saved."""
    hit = _HOW_MUCH.match(unit.norm) or _RISES.search(unit.norm)
    if not hit:
        return ""
    step = next((each for each in hit.groups() if each), "")
    if not step or not 0 < Decimal(step) <= MOST:
        return ""
    if hit.re.pattern == _RISES.text and (_EVERY_YEAR.search(unit.norm) or _RANGE.match(unit.norm, hit.end())):
        return ""  # of that the sentence's own rules have judged
    alone = hit.re.pattern == _HOW_MUCH.text
    nearest = f"{about.partition(' < ')[0]} {unit.norm}"
    asked = document.follows.get(id(unit), "")
    if alone and asked and _ASKS.search(asked) and not _NOT_SO.search(asked):
        return short(step)
    if alone and "+" not in unit.norm and (not _OF_A_RISE.search(nearest) or _OF_A_START.search(nearest)):
        return ""
    near = " ".join(
        each.norm
        for each in document.units[max(0, place - 2) : place + 3]
        if each.kind in ("sentence", "item", "heading", "cell")
    )
    whole = f"{about} {near}"
    if not (_EVERY_YEAR.search(whole) and _BY_ITSELF.search(whole) and _OF_WHAT_IS_SAVED.search(whole)):
        return ""
    return "" if _NOT_SO.search(whole) else short(step)
