"""Caps by their slots and not by their wording: each percentage of a sentence, a row or an answer, bound to its kinds of money.

A percentage is a cap where something bounds it (`up to`, a range, `at most`, a permission, a row on limits) and where it is money that goes
in. Which money, its own clause tells; else what stands around it. What is for the match, for those who do nothing, for each year's step, for
the law or for an example is none.
"""

from __future__ import annotations

from decimal import Decimal

from megaroth.reader.cap_fields import cap
from megaroth.reader.cap_givers import OWN_SUBJECT, is_given
from megaroth.reader.cap_worded import all_of_it, in_its_row, of_another_plan, of_those, overrun
from megaroth.reader.capped import A_PORTION, THEY_CUT, cleaned, prepared
from megaroth.reader.caps_around import BAD_CONTEXT, LIMIT_OF, Around, brings_in, is_over
from megaroth.reader.caps_bounding import NOT_OF_PAY, PUT_IN, THEY_PUT_IN, is_cap
from megaroth.reader.caps_not import (
    AN_EXAMPLE,
    EXAMPLE,
    IN_TURN,
    IS_REMOVED,
    LEAST,
    OF_SHARES,
    SET_FOR_THEM,
)
from megaroth.reader.caption import (
    TOLD_TO_FEW,
)
from megaroth.reader.context import Document
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern
from megaroth.reader.spots import OF_PAY, OTHER, TOKEN, Spot, spots_of
from megaroth.reader.units import Claim, Unit
from megaroth.reader.whose import is_former

_PART_IS_AFTER_TAX = Pattern(
    r"\b(?:of|within|from) (?:this|that|it|these|them|which)\b[^.;]{0,40}@(?:at|amb)\b|@(?:at|amb)\b[^.;]{0,40}\b(?:of|within) (?:this|that|it|them)\b",
    "@at", "@amb",
)  # fmt: skip
"""`1% to 50% of your check. Not more than half of that may be after-tax`: no cap of deferrals alone."""


_THEY_GIVE = Pattern(
    r"\b(?:what|how much) (?:do|will|would|does|can) (?:i|we|you|one|an employee|the (?:company|employer|firm))\b[^?]{0,20}\b(?:get|receive|contribute for|give|put in for|pay)\b[^?]*\?|\bif i (?:do not|don't|never) (?:contribute|save|put)\b[^?]*\?",
    "?",
)
"""`What do I get if I don't contribute anything? 4% of eligible earnings`: what is given bounds nobody."""


def claims_of(document: Document, unit: Unit, place: int) -> list[Claim]:
    """What one unit says of caps in percent of pay."""
    if any(_THEY_GIVE.search(asked) for asked in (unit.answer_to, *(document.heads[each] for each in unit.heads[:1]))):
        return []
    said = of_those(document, place, in_its_row(document, place, all_of_it(unit, unit.norm)))
    too_much = overrun(said)
    text = prepared(too_much or said, deferred=not (place and brings_in(document.units[place - 1].norm)))
    if "%" in text and (total := _FOR_A_TOTAL.search(text)) and not document.is_condition(unit):
        text = f"total contributions may not exceed {total['total']} of pay."
    elif (
        "%" in text and (total := _IS_OF_ALL.match(text)) and place and _bounds(document.units[place - 1], total["of"])
    ):
        text = f"all three together may not exceed {total['of']} of pay."
    formula = "%" in text and _FORMULA.search(text) is not None
    if formula and not OWN_SUBJECT.search(text):
        return []
    if (another := _ANOTHER_RATE.match(text)) and _of_deferrals_alone(document, place, text):
        return [Claim("deferral_cap_percent", another["most"], unit, 1)]
    condition = (
        not too_much
        and document.is_condition(unit)
        and not TOLD_TO_FEW.search(text)
        and not _WITHIN_THE_LAW.search(unit.norm)
    )
    if "%" not in text and _BANNED_FEW.search(text) and HCE.search(text) and not condition:
        return [Claim("hce_after_tax_cap_percent", "0", unit, 3)]
    if (
        "%" not in text
        or condition
        or _OF_SAVINGS_MADE.search(text)
        or _WHOLE.search(text)
        or ("reduc" in text and THEY_CUT.search(text))
    ):
        return []
    if (
        _TO_COME.match(text)
        or _OTHER_ACCOUNT.search(text)
        or (_OF_TWO_YEARS.search(text) and not HCE.search(text))
        or A_PORTION.search(text)
        or IS_REMOVED.search(text)
        or is_over(document, place, text)
        or of_another_plan(document, text)
        or _RUN_TOGETHER.search(text)
    ):
        return []
    if (plain := _IT_IS.match(text)) and (_asked_of_few(document, place) or _lower_for_few(document, place)):
        return [Claim("hce_after_tax_cap_percent", plain["value"], unit, 2)]
    text = _CUT_TAIL.sub("", _in_words(document, text))
    banned = _NOT_FOR_FEW.search(text)
    if banned:
        text = _NOT_FOR_FEW.sub("", text)
    around = Around(document, unit, place)
    around.text = text
    if LEAST.search(around.near.rpartition(" | ")[2]) or EXAMPLE.search(around.before_here(unit)):
        return []
    if AN_EXAMPLE.match(around.first) or OF_SHARES.search(around.before) or IN_TURN.search(text):
        return []
    if _TWO.search(text):  # two columns of a table
        if not _MIN_MAX.search(around.near or around.first):
            return []
        text, around.near = _TWO.sub(r"\1-\2%", text), ""
    text = _LABEL_WITHIN.sub(" ; ", cleaned(_GLUED_LABEL.sub("", text)))
    row = around.near.partition(" | ")[0]
    if _NOT_FEW.search(row) and len(row.split()) < 8 and HCE.search(row):
        around.near = around.near.replace(row, "", 1).removeprefix(" | ")  # the others are everybody
    elif _ALL_OTHERS.match(row) and HCE.search(document.text):
        around.near = around.near.replace(row, "", 1).removeprefix(" | ")
    if _NOT_FEW.search(text) and not HCE.search(_NOT_FEW.sub(" ", text)):
        return []  # what holds for the others alone, and nothing of the highly compensated
    caps = _caps_in(text, around, formula)
    found: dict[str, set[tuple[str, int]]] = {}
    kinds: set[str] = set()
    whole = set(TOKEN.findall(text)) if len(caps) == 1 and not _PARTED.search(text) else set()
    for spot in caps:
        if spot.of_others and spot.tokens - {"@at"}:
            continue  # what the highly compensated may not
        name, strength, own_kinds = cap(spot, around, kinds, whole)
        kinds = own_kinds or kinds
        if name:
            found.setdefault(name, set()).add((spot.value, strength))
    if _PART_IS_AFTER_TAX.search(around.after):
        found.pop("deferral_cap_percent", None)
    claims = [claim for name, said in found.items() if (claim := _agreed(name, said, unit))]
    if banned and [claim.field for claim in claims] == ["after_tax_cap_percent"]:
        claims.append(Claim("hce_after_tax_cap_percent", "0", unit, 3))
    return [] if claims and is_former(unit.norm, document.text) else claims


def _caps_in(text: str, around: Around, bad: bool) -> list[Spot]:
    """The percentages that bound what may go in; `bad`: what the sentence begins with is of something else, until somebody may put in."""
    caps: list[Spot] = []
    of_few = of_others = False
    behind = ""
    for spot in spots_of(text):
        # What goes on behind a comma is no subject of its own: `… contributions (whether pre-tax or after-tax) up to 6%`.
        own = None if _GOES_ON_IN.match(spot.before) else OWN_SUBJECT.search(spot.left + spot.before)
        theirs = max((found.start() for found in THEY_PUT_IN.finditer(spot.before)), default=-1)
        bad = (
            bool(OTHER.search(f"{spot.before[max(theirs, 0) :]} % {spot.after[:90]}"))
            or (bad and not own)
            or bool(NOT_OF_PAY.match(spot.after) and not OF_PAY.match(spot.after) and theirs < 0)
            or is_given(spot)
            or (
                bool(spot.left)
                and bool((_STILL_OTHER if _APART.search(spot.left) and spot.tokens else OTHER).search(spot.left))
                and not OWN_SUBJECT.search(spot.before)
            )
        )
        ahead, behind = behind, spot.after
        bad = bad or bool(SET_FOR_THEM.search(ahead + spot.left + spot.before))
        if HCE.search(spot.left + spot.clause):
            of_others = bool(_NOT_FEW.search(spot.left + spot.clause))
            of_few = not of_others
        elif of_few and _THE_REST.search(spot.before):
            of_few, spot.of_rest = False, True
        elif of_others and own:
            of_others = False
        spot.of_few, spot.of_others = of_few, of_others
        told = spot.of_rest and caps and caps[-1].of_few and len(spot.before.split()) < 12 and Decimal(spot.value) >= 1
        if not bad and (told or is_cap(spot, around, text)):
            caps.append(spot)
    return caps


_APART = Pattern(r"[;.]\W*$")
"""What stands before is a sentence of its own."""
_STILL_OTHER = Pattern(
    r"\bmatch|\bcatch|\bauto|\bdefault|\bincreas|\bescalat|\bnon-?elective|\bprofit|\bvest|\bloan|\bwithdr|\bexampl|\bsuppose\b|\bcompany|\bemployer"
)
_OTHER_ACCOUNT = Pattern(
    r"\bretiree medical\b|\bhealth savings account\b|\b(?:employees|participants|members|associates|staff|hires)(?: \w+)? only\b",
    "retiree medical", "health savings", " only",
)  # fmt: skip
_TO_COME = Pattern(
    r"^\W*(?:coming|planned|proposed|expected|under consideration|on the way)\b",
    "coming",
    "planned",
    "proposed",
    "expected",
    "consideration",
    "way",
)
_OF_TWO_YEARS = Pattern(r"\d% ?/ ?\d{1,3}(?:\.\d+)?%", "/")
"""`10% / 12%`, of two years or two groups."""
_RUN_TOGETHER = Pattern(
    r"(?:[a-z]{3}|to)match|match(?:es|ed|ing)?(?:the|your|of|contrib|\d)|[a-z]{2}(?:vest(?:ed|ing)|default|increas|loan|withdr)",
    "match", "vest", "default", "increas", "loan", "withdr",
)  # fmt: skip
"""`Electedtomatch 20% ofdeferralsupto 5%`: words that have lost the spaces between them do not tell of what the percentage is."""
_WITHIN_THE_LAW = Pattern(
    r"^(?!.*\b(?:if|when|where|unless|may be|some|plans?)\b).*\d%[^.;]*,? (?:within|up to|as far as|subject to) (?:what|whatever|the limits?) (?:that )?(?:the )?(?:irs|tax laws?|law|congress|code|federal law)\b",
    "irs", "law", "congress", "code",
)  # fmt: skip
"""`1% to 40% of your pay, within what the IRS permits`: no condition of the plan."""
_OF_INITIALS = Pattern(r"(?<=% of )([a-z]{2,5})(?=[.,;) ]|$)", "% of ")
_INITIALS = Pattern(
    r"\b(?:pay|compensation|earnings|salary|wages) \((?:the )?\W?([a-z]{2,5})\W?\)",
    "pay (", "compensation (", "earnings (", "salary (", "wages (",
)  # fmt: skip


def _in_words(document: Document, text: str) -> str:
    """`8% of PEE`, where the document writes `pension eligible earnings (PEE)`: of pay."""
    said = _OF_INITIALS.search(text)
    if said and any(
        said[1] == each[1] for unit in document.units if "(" in unit.norm for each in _INITIALS.finditer(unit.norm)
    ):
        return _OF_INITIALS.sub("pay", text)
    return text


_THE_REST = Pattern(
    r"^\W*(?:(?:and|but|while) )?(?:(?:for|of) )?(?:(?:all|any|every|each|the|our) )*(?:(?:other|remaining)(?: eligible)? (?:employees?|participants?|members?|associates?|people|staff)|others?|rest|(?:everyone|everybody|anyone) else)\b",
    "other", "rest", "remaining", "else",
)  # fmt: skip
"""`Highly compensated members up to 5%; other members, 15%.`"""
_GOES_ON_IN = Pattern(r"^,[^()]*@[^()]*\)(?![^.;]*\b(?:may|can|could)\b)", ")")


def _agreed(name: str, said: set[tuple[str, int]], unit: Unit) -> Claim | None:
    """The one value, or the one said best, of a field; none where two are said as well."""
    top = max(strength for _, strength in said)
    best = {value for value, strength in said if strength in (top, 0)}  # what Roth alone may be has to agree
    return Claim(name, best.pop(), unit, top or 2) if len(best) == 1 else None


_LABEL_WITHIN = Pattern(
    r"(?<=[a-z@%)]) (?=@at(?: contributions?| savings)?: (?:yes|no|none|allowed|permitted|up to|\d))", "@at"
)
"""`… as pre-tax and Roth After-tax: yes`: the label of the line below that ran into this one."""
_TWO = Pattern(r"(?<![\d.-])(\d{1,2}(?:\.\d+)?)% (\d{1,3}(?:\.\d+)?)%")
_MIN_MAX = Pattern(r"\b(?:min\b|minimum|least|from)\b.*\b(?:max\b|maximum|most|to)\b")
_GLUED_LABEL = Pattern(
    r"^[^;]*?\b(?:your|employee|participant) (?:contributions?|deferrals?|savings) (?=@(?:pre|roth|at)\b[^.;:%]{0,40}: ?\d)",
    "contribution", "deferral", "savings",
)  # fmt: skip
"""What stands before the label of a row that ran into the line above."""
_BANNED_FEW = Pattern(
    r"\b(?:may not|cannot|can not|are not (?:permitted|allowed|eligible|able) to) (?:currently )?(?:make|contribute|elect)(?! more)[^.;]{0,30}@at|@at\b[^.]*;[^.;@]*(?:may not|cannot) (?:make|contribute|elect) (?:them|these|any|this)\b|@at\b[^.;,@]{0,30}\b(?:are|is) (?:not (?:open|available|offered|permitted|allowed)|closed) (?:to|for) (?:any |the |our )?(?:highly[- ](?:compensated|paid)|hces?)\b",
    "@at",
)
_NOT_FOR_FEW = Pattern(
    r",? \(?(?:but )?not (?:open |available |offered |allowed |permitted )?(?:for|to|by) (?:the |any )?(?:hces?|highly[- ](?:compensated|paid)(?: employees?)?)\b\)?",
    "not ",
)
"""`1% to 6% after-tax (not for HCEs)`."""
_FORMULA = Pattern(r"\d% (?:of|on) (?:the |your )?first\b|\bfirst \d+%|\bmatch\w*\b[^.;%]{0,60}\d%")
_WHOLE = Pattern(
    r"\b(?:contributions|ours)(?: [a-z]+){0,2}?,? (?:and|plus|with|together with|combined with|added to) yours\b|\b(?:yours|your (?:own )?contributions),? (?:and|plus|together with|combined with|added to) (?:ours|the (?:company|employer|firm|bank)'s)\b|\b(?:an? additional|another|an extra|a further) (?:\d{1,2}(?:\.\d+)?%? ?(?:to|-) ?)?\d{1,3}(?:\.\d+)?%(?=[^.;]*\bsupplement)|\b(?:will be|are|is) (?:considered|counted|recognized|taken into account)\W*$|(?<!who )(?<!that )\b(?:earns|makes|is paid) (?:about )?\$\d[\d,.]*(?![\d,.]* or (?:more|over|above))|\bonly\b[^.;]{0,80}\bcounts?\W*$|\bexample\b|\be\.g\b|\bsuppose\b|\blet's say\b|\bassum(?:e|ing)\b|\b(?:for|on) (?:every|each) (?:(?:@\w+|of|your|own|and|or|and/or|eligible|employee)[ /]*)*(?:\$|dollar)|\$[\d.]+ (?:for|on|per) (?:every|each|the)|\bdollar[- ]for[- ]dollar|\btrue-?up|\b(?:under|in|of|by) (?:the|your|a|our|his|another|an) ?(?:prior|former|old|previous|predecessor|spouse's)? (?:employer's |company's )?(?<!the )(?<!your )(?<!our )(?<!a )plan\b|\bspouse's\b|\b(?:pay|salary|compensation|earnings|wages) (?:is|are|was|equals|totals|of) \$\d(?![\d,.]* or (?:more|over|above|higher))|\bbasic\b(?! (?:and|plus) (?:the )?supplement).*\b(?:supplement|thrift|additional)|\b(?:supplement|thrift|additional)\w* .*(?<!taking )(?<!both )\bbasic\b(?! (?:and|plus))|\d% [^$]*\d%[^$]*\brespectively\b|\d%[^.;%]{0,60},? (?:which|of which|and (?:it|this|these|that|they))\b[^.;%]{0,30}\bmatch\b|\b(?:prior to|until|before) (?:the |plan |its |such |this |that )*(?:,|merger|termination|amendment|restatement|freez|conversion|acquisition|change|transfer|liquidation|date)",
    "$", ",", "only", "acquisition", "amendment", " and it", "and th", "assume", "assuming", "basic", "change", "conversion", "date",
    "dollar", "e.g", "example", "freez", "let's say", "liquidation", "merger", " plan", "respectively", "restatement", "spouse's",
    "suppose", "termination", "transfer", "true", " which", "considered", "counted", "recognized", "into account", "supplement",
    "yours", "ours", "company's", "employer's", "firm's", "bank's",
)  # fmt: skip
"""What makes every percentage of a sentence one of another thing."""
_CUT_TAIL = Pattern(r", (?:and )?@\w+(?: contributions?)? up to\W*$", " up to")
"""`…, after-tax contributions up to`, where a sentence is cut: the next cap, of which no number is left."""
_NOT_FEW = Pattern(
    r"\bnon-?highly|\bnon-?hces?\b|\bnot (?:an? )?[\"']?(?:highly|hce)|\bother than (?:an? )?(?:highly|hce)",
    "highly", "non", "not \"hce", "not 'hce", "not a", "not hce", "other than",
)  # fmt: skip
_ALL_OTHERS = Pattern(
    r"^\W*(?:(?:all|any|every) other(?: eligible)? (?:employees?|participants?|members?|associates?|people|staff)|all others|everyone else|everybody else)\W*$",
    "other", "else",
)  # fmt: skip
_IT_IS = Pattern(
    r"^\W*(?:(?:at present|currently|for now|right now|today|now|this year|(?:for|in) (?:the )?(?:current |present )?(?:(?:19|20)\d\d )?(?:plan year|year|(?:19|20)\d\d)),? )?(?:it's|it is|that is|that's|this is|(?:the|your|that|this) (?:limit|cap|maximum|most|percentage|percent|rate|figure|number) is|they (?:may|can) (?:put in|contribute|save)|currently|at present)(?: currently| now| at present)?(?: set at| limited to| capped at)? (?P<value>\d{1,2}(?:\.\d+)?)%(?: of (?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages))?(?: (?:in|for|during) the (?:current|present) (?:[a-z]+ )?year| (?:now|currently|at present|this year|today))?\W*$"
)
"""The answer to what was asked above: `It's 12% in the current plan year.`"""
_FOR_A_TOTAL = Pattern(
    r"\bbasic\b[^.;]*\bsupplement\w*\b[^.;]*%[^.;]*\b(?:for|to|giving|making|bringing|reaching)\b[^.;%]{0,30}\b(?:total|combined)\b[^.;%]{0,30}?(?P<total>\d{1,3}%)",
    "basic",
)


_OF_SAVINGS_MADE = Pattern(
    r"\d% of (?:your|their|the|those|these|his or her|what(?:ever)?) (?:(?:basic|regular|own|employee|@\w+) )*(?:savings|contributions?|deferrals?|you (?:save|contribute|put in))\b[^.;%]{0,30}\b(?:to|up to|on the first) \d",
    "% of ",
)
"""`80% of your savings to 5% of pay`: a match."""
_ANOTHER_RATE = Pattern(
    r"^\W*(?:(?:but|instead|of course),? )?(?:you|participants?|members?|employees?) (?:may|can|are free to)(?: always| instead| also)? (?:pick|choose|elect|select|set|change to|switch to|ask for|go to) (?:an?other|(?:a|any) (?:different|other|new|higher|higher or lower|lower or higher)|your own|whatever) (?:contribution |deferral |savings )?(?:rate|percentage|amount)\b(?! of (?:increase|escalation))[^.;%@]{0,40}?(?:up to|as high as|as much as|to a maximum of|between \d{1,2}%? and|from \d{1,2}%? to) (?P<most>\d{2,3})%(?: of [a-z ]{3,25})?[^.;%@]{0,40}\W*$",
    "rate", "percentage", "amount",
)  # fmt: skip
"""`You can pick another rate at any time, up to 90%.`, after the rate at which one is enrolled."""
_NO_STEP = 25
"""No yearly increase, and no ceiling of one, is as high as that."""


def _of_deferrals_alone(document: Document, place: int, text: str) -> bool:
    """Whether the rate that one may pick is that of deferrals: no after-tax money in the document, no match or step near by."""
    most = _ANOTHER_RATE.match(text)
    near = document.units[place - 1].norm if place else ""
    return (
        most is not None
        and _NO_STEP <= int(most["most"]) <= 100
        and "@at" not in document.text
        and "@amb" not in document.text
        and not OTHER.search(text)
        and "match" not in near
    )


_IS_OF_ALL = Pattern(
    r"^\W*(?:the|this|that|these) (?P<of>\d{1,3}%)(?: (?:limit|cap|maximum|ceiling|figure|most))?,? (?:is|applies|covers|counts|holds|goes|means)(?: the total)?(?: for| to| of)? (?:all (?:of )?(?:the )?(?:three|them|these|(?:three )?(?:kinds|types|sources))|the (?:three|total)|everything)\b[^.;%]{0,40}\W*$",
    "%",
)
"""`The 40% is for all three taken together`, of what the sentence before bounds."""


def _bounds(before: Unit, value: str) -> bool:
    """Whether a sentence lets that share of pay be put in, and does not speak of a match."""
    return value in before.norm and bool(PUT_IN.search(before.norm)) and not BAD_CONTEXT.search(before.norm)


def _asked_of_few(document: Document, place: int) -> bool:
    """Whether a question just above asks for the limit of the highly compensated, on after-tax money and no other."""
    said = ""
    for number in range(place - 1, max(0, place - 4), -1):
        before = document.units[number]
        said = f"{before.norm} {said}"
        if before.kind in ("question", "heading"):
            if len((first := document.units[number - 1]).raw.split()) < 8:
                said = f"{first.norm} {said}"  # `I am an HCE. Is there a lower limit?`
            kinds = {kind for kind in TOKEN.findall(said) if kind.startswith("@")}
            return bool(HCE.search(said) and LIMIT_OF.search(before.norm)) and kinds == {"@at"} and "%" not in said
    return False


_MAY_LOWER = Pattern(
    r"\b(?:may|can|might|could|will|is|are|has to|have to) (?:\w+ )?(?:limit|hold|cap|restrict|lower|reduc|keep|held|set|subject)\w*\b[^.;%]*\b(?:lower|lesser|reduced|smaller|special|separate|limit)\b",
    "lower", "lesser", "reduced", "smaller", "special", "separate", "limit",
)  # fmt: skip


def _lower_for_few(document: Document, place: int) -> bool:
    """Whether the sentence just above lets the after-tax contributions of the highly compensated be held down, as in `At present that is 9%`."""
    before = document.units[place - 1] if place else None
    if before is None or "%" in before.norm or not _MAY_LOWER.search(before.norm) or not HCE.search(before.norm):
        return False
    return {kind for kind in TOKEN.findall(before.norm) if kind.startswith("@")} == {"@at"}


_PARTED = Pattern(r"[.;] (?=\w)")
