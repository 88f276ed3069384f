"""Caps by their slots and not by their wording: each percentage of a sentence, a row or an answer, bound to its kinds of money.

A percentage is a cap where something bounds it (`up to`, a range, `at most`, a permission, a row on limits) and where it is money that goes
in. Which money, its own clause tells; else what stands around it. What is for the match, for those who do nothing, for each year's step, for
the law or for an example is none.
"""

from __future__ import annotations

import re
from decimal import Decimal

from megaroth.reader.cap_fields import ASKS_HERE, SAVE_FROM_TO, cap, how_much
from megaroth.reader.cap_givers import OWN_SUBJECT, is_given
from megaroth.reader.cap_worded import all_of_it, in_its_row, of_another_plan, of_those, overrun
from megaroth.reader.capped import A_PORTION, THEY_CUT, cleaned, prepared
from megaroth.reader.caps_around import BAD_CONTEXT, LIMIT_OF, ONLY_LABEL, PEOPLE, Around, brings_in, is_over
from megaroth.reader.caps_not import (
    AN_EXAMPLE,
    EXAMPLE,
    GONE,
    IN_TURN,
    IS_REMOVED,
    IS_TAKEN,
    LEAST,
    OF_SHARES,
    ON_TOP_OF_FIRST,
    OR_MORE,
    SET_FOR_THEM,
)
from megaroth.reader.caption import (
    ALL_KINDS,
    AS_FIRST_TIER,
    ASKS_FOR_RATE,
    FIRST_TIER,
    OF_ANOTHER_RATE,
    ONLY_BOUNDED,
    SECOND_TIER,
    TOLD_TO_FEW,
)
from megaroth.reader.context import Document
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern
from megaroth.reader.spots import OF_PAY, OTHER, TOKEN, Spot, spots_of
from megaroth.reader.units import Claim, Unit
from megaroth.reader.whose import is_former

_MAY = r"(?:may|can|could|able to|allowed to|permitted to|eligible to|entitled to|free to|option to|right to|opportunity to|elect|choose|pick|allows?|permits?|lets?)"
BOUNDED = Pattern(
    r"\b(?:up to|upto|max\w*|limit\w*|restrict\w*|confin\w*|held (?:down )?to|holds?\b[^;%]{0,40}\bto|most|(?:not|no|never|cannot|nor|neither|n't|without)\b[^;%]{0,140}\b(?:(?:more|greater|higher|larger) than|exceed\w*|(?:in )?excess(?: of)?|over|above|beyond|past)|as much as|as high as|within(?: (?:an?|the|this|that|overall|total|limit|maximum|cap|ceiling|of))*(?= $)|cap(?:s|ped)?|ceiling|lesser of|any (?:whole )?percent\w*|hard (?:stop|limit)|stops? at|tops? out|all the way to|anywhere|subject to|highest|largest|greatest|biggest|upper|top (?=rate|percent|election|amount|figure)|(?:cuts?|ends?|shuts?|closes?|draws? (?:the|a) line|peaks?)\b[^;%]{0,50}\bat|(?:may|can|could|free to|able to|allowed to) (?:go|run|be set|set it|elect|turn it)(?: up| all the way| as far| as high)? (?:to|as|at))\b[^;%]{0,60}$"
)
BOUNDED_AFTER = Pattern(
    r"^(?: ?\([^()]{0,40}\))?(?: of [^.;,%|]{0,50}?)? ?[,:|(-]* ?(?:is )?(?:as )?(?:an? |the |your |our |its |plan(?:'s)? |annual |overall |outer |outside |hard |absolute |highest |very |total )*(?:max(?:imum)?|limit|cap|ceiling|upper|most|tops|or (?:less|under|below|lower|fewer|anything (?:less|below|under))|(?:and|but) (?:no|not (?:a|one) (?:penny|cent|dime|percent(?:age point)?|point|bit|dollar)) (?:more|higher|further)|is where (?:it|we|you|payroll|they|that) (?:stops?|ends?|draws?|tops?)|at (?:the )?(?:very )?most|is (?:as (?:far|high|much)|all))\b"
)
_GIVEN_LEAVE = Pattern(rf"\b{_MAY}\b[^;%]{{0,70}}$")
_DEPENDS = Pattern(
    r"\b(?:who|if|when(?! (?:combined|added|aggregated|taken))|after|once|until|unless|where|those(?! (?:is|are|may|can|cannot|will|shall)\b))\b(?:(?!\b(?:may|can|could|allowed|permitted|able|eligible|entitled|elect)\b)[^,;%])*$"
)
"""`Those who save 6%`: on what something depends is no cap of it."""
_NOT_OF_PAY = Pattern(
    r"^(?: of [^.;,%]{0,30})? (?:that |which )?(?:they|we|it|the (?:company|employer|firm)) (?:give|contribut|add|put|match|pay)|^ (?:of|on|from) (?:the |your |their |an? |each |all |any |total |those |these |his or her |that )*(?:(?:first|next|elective|employee|participant|salary|@\w+|vested|account|matching|eligible|voluntary|combined|amount)(?:'s)? )*(?:contributions?|deferrals?|savings|first|next|match\w*|account|balance|amounts?|vested|dollars?|employees|participants|workforce|stock|company|award|value|price|distribution|withdrawal|payment|fund|assets|excess|limit|tax\w*|income tax|cost|difference|match)\b(?! (?:eligible )?(?:pay|compensation)\b)|^ (?:match|vest|increment|increase|penalt|tax\b|bonus|discount|fixed|annual(?:ly)? (?:increase|until)|per year|each year|a year|return|interest|owner|point|minimum|withhold|early|federal|company|employer|non-?elective|safe harbor|profit|auto|default|of)\b(?! (?:@\w|your|the|eligible|an?|base|annual|total|each|his|their|gross|covered|regular|plan|any|compensation|pay|earnings|salary|wages|my|qualif))"
)
_PAY = Pattern(
    r"\b(?:deferral|contribution) (?:percentage|rate|limit|election)s?\b|\b(?:pay|paychecks?|checks?|compensation|earnings|salary|salaries|wages|remuneration|payroll|income|base|gross)\b"
)
_PUT_IN = Pattern(
    r"\bmost you\b|\byour (?:own )?deposits?\b|\b(?:how much|what|whatever) goes in\b|\bmay go in\b|\bcontribut|\bdefer|\bsav(?:e|ing)|\belect|\bput(?:s|ting)? (?:money |pay )?(?:in|away|aside|up)|\bset(?:ting)? aside|\bwithh|\bdeduct|\bpayroll|\ballot|\bcombin|\bpay in\b|\breduc\w* (?:your|their|his or her|the|my) (?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages)\b|\b(?:pay|compensation|earnings|salary|wages) (?:be )?reduced\b|\bset (?:any|your|the|a) (?:rate|percent)|\binvest(?:s|ing)? (?:in|up)|@(?:pre|roth|at)"
)
_ABOUT_LIMITS = Pattern(
    r"\blimit|\bmax|\bhow much|\bmost\b|\bcontribut|\bdeferr?al|\bsavings\b|\bpercent|\brange|\bamount|\brates?\b|\bcap\b|\ballowed|\byou (?:can|may)|@(?:pre|roth|at)"
)
_THEY_PUT_IN = Pattern(
    rf"\b{PEOPLE} (?:[a-z]+ ){{0,2}}?(?:may|can|could|will be able to|are (?:[a-z]+ )?(?:able|allowed|permitted|eligible|entitled) to|elect to|choose to|have the (?:option|right|opportunity) (?:to|of))(?: also| then| now| voluntarily| each [a-z ]{{3,12}}| elect to| choose to| authorize| designate| make| save| have| put| in)* (?:contribut|defer|sav|mak|put|set aside|withh|elect|have|give)\w*\b|^\W*(?:save|contribute|defer|put)\b"
)
_BARELY = Pattern(r"\b(?:yes|anywhere|from|up to|as much as|anything|any|between|whole percentages?|at most|max|a)\b")
_OF_A_PLAN = Pattern(
    r"^(?!.*(?:match|vest|default|auto|irs|law|example)).*(?:\((?:now|current|today|from|since|beginning|effective)\b|\b(?:plan|now|today|current(?:ly)?)\W*$|^\W*(?:is it |are they )?(?:offered|allowed|available|permitted|accepted|details?|provisions?|rules?|(?:can|may) (?:i|you) (?:contribute|add|elect|save|do it|make (?:it|them)))(?: (?:to (?:it|the plan)|now|today))?\W*$|\b(?:from|beginning|effective|as of|in) (?:[a-z]+ )?(?:\d{1,2}, )?20\d\d\W*$)"
)
"""A column for a plan, or for a time: `Exemplar (now)`."""
_PART_IS_AFTER_TAX = Pattern(
    r"\b(?:of|within|from) (?:this|that|it|these|them|which)\b[^.;]{0,40}@(?:at|amb)\b|@(?:at|amb)\b[^.;]{0,40}\b(?:of|within) (?:this|that|it|them)\b",
    "@at", "@amb",
)  # fmt: skip
"""`1% to 50% of your check. Not more than half of that may be after-tax`: no cap of deferrals alone."""
_OF_ALL = Pattern(
    r"^\W*(?:(?:all|every|each|any) (?:eligible |other )*(?:employees?|participants?|members?|associates?|people|staff)|everyone|everybody)\W*$"
)
"""A column for everybody, beside one for the highly compensated."""
_JUST_PAY = Pattern(
    r"\bof (?:your |each |eligible |gross |base |total |annual )*(?:pay|paychecks?|compensation|earnings|salary|wages)\b"
)


def claims_of(document: Document, unit: Unit, place: int) -> list[Claim]:
    """What one unit says of caps in percent of pay."""
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
        theirs = max((found.start() for found in _THEY_PUT_IN.finditer(spot.before)), default=-1)
        bad = (
            bool(OTHER.search(f"{spot.before[max(theirs, 0) :]} % {spot.after[:90]}"))
            or (bad and not own)
            or bool(_NOT_OF_PAY.match(spot.after) and not OF_PAY.match(spot.after) and theirs < 0)
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
        if not bad and (told or _is_cap(spot, around, text)):
            caps.append(spot)
    return caps


_APART = Pattern(r"[;.]\W*$")
"""What stands before is a sentence of its own."""
_STILL_OTHER = Pattern(
    r"\bmatch|\bcatch|\bauto|\bdefault|\bincreas|\bescalat|\bnon-?elective|\bprofit|\bvest|\bloan|\bwithdr|\bexampl|\bsuppose\b|\bcompany|\bemployer"
)
_PRONOUN = Pattern(
    r"^\W*(?:it|this|that|they|these|those|the (?:top|highest|most|maximum|limit|cap|ceiling|upper end|rate|percentage))\b"
)
"""What the sentence before was about."""
_PLAN_TAKES = Pattern(
    r"\b(?:plan|program|payroll|system|website|we)\b[^.;%]{0,20}\b(?:accepts?|takes?|allows?|permits?|lets?)\b"
)
"""`The plan accepts up to 28% of your pay`, and behind it the kinds."""
_LIMITS_WHAT = Pattern(
    r"\b(?:limits?|limited|caps?|capped|restricts?|restricted|holds?|held|confines?|confined|keeps?|kept)\b[^;%]{0,170}\b(?:to|at|within) $"
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
_TO_ALONE = Pattern(
    r"^\W*(?:your )?(?:@(?:pre|roth|at)\b(?: (?:contributions?|savings|deferrals?))?(?:,| and| or|/|, and| plus| \+)* ?)+(?:together |combined |in total )?(?:goes |go |runs? )?(?:up )?to $",
    "@",
)
"""`Pre-tax and Roth to 80% of pay`."""
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


def _in_words(document: Document, text: str) -> str:
    """`8% of PEE`, where the document writes `pension eligible earnings (PEE)`: of pay."""
    said = _OF_INITIALS.search(text)
    if not said or not re.search(
        rf"\b(?:pay|compensation|earnings|salary|wages) \((?:the )?\W?{said[1]}\W?\)", document.text
    ):
        return text
    return _OF_INITIALS.sub("pay", text)


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
_SAVED_SO = Pattern(
    r"\b(?:savings|contributions?) (?:that |which )?(?:you|they|participants?|members?|employees?)(?: may| can)? (?:make|put in|elect|contribute)\b[^.;%]*@at\b|\b(?:you|they|participants?|members?|employees?) (?:may|can)(?: also)? (?:make|put in|elect|contribute)\b[^.;%]*@at\b[^.;%@]*$",
    "@at",
)
"""`The name for savings that you make after-tax. 1% to 10%.`: of pay, without saying so."""
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
    return value in before.norm and bool(_PUT_IN.search(before.norm)) and not BAD_CONTEXT.search(before.norm)


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


_QUOTES = Pattern(r"[\"“”']")
_MAY_BE = Pattern(
    r"\bmay be (?:limited|reduced|lowered|restricted|subject)\b(?! to \d+(?:\.\d+)?%(?: of (?:their |your |eligible )*(?:pay|compensation|earnings))? (?:in|for) (?:19|20)\d\d\b)|\bpass(?:es)?\b|\brefund|\breturned\b|\btop[- ](?:paid|\d)|\bnot (?:an? )?(?:highly|hce)"
)
"""What may befall the highly compensated, and who they are: no cap of theirs."""


def _is_cap(spot: Spot, around: Around, text: str) -> bool:
    """Whether a percentage bounds what may go in."""
    if not (0 if spot.of_few else 1) <= Decimal(spot.value) <= 100 or OR_MORE.match(spot.after):
        return False
    if _NOT_OF_PAY.match(spot.after) and not OF_PAY.match(spot.after) and not _THEY_PUT_IN.search(spot.before):
        return False
    label = around.near or around.first
    if GONE.search(spot.before):
        return False
    if spot.of_few and not _MAY_BE.search(text):
        return Decimal(spot.value) >= 1 or not BAD_CONTEXT.search(f"{around.near} {around.first} {text}")
    if BAD_CONTEXT.search(around.near) or (
        not around.near and BAD_CONTEXT.search(around.first) and not spot.tokens and not OWN_SUBJECT.search(spot.before)
    ):
        return False
    if _DEPENDS.search(spot.before):
        return False
    tier = text if FIRST_TIER.search(text) else _QUOTES.sub("", around.near.partition(" | ")[0])
    if FIRST_TIER.search(tier) and SECOND_TIER.search(_QUOTES.sub("", around.document.text)):
        return False
    if AS_FIRST_TIER.search(text) and SECOND_TIER.search(_QUOTES.sub("", around.document.text)):
        return False
    if (tier is not text and SECOND_TIER.match(tier)) or (not spot.tokens and ON_TOP_OF_FIRST.search(spot.after)):
        return False
    money = any(token.startswith("@") for token in spot.tokens)
    barely = _BARELY.sub("", spot.clause)
    if around.in_list:
        barely = _JUST_PAY.sub("", barely)  # `- Pre-tax or Roth` and below it `- Up to 80% of your pay`
    bare = not barely.strip(" %.,")  # `1 to 35%.` after the sentence that names the money
    goes_on = False
    put_in = (
        spot.tokens
        or TOKEN.search(around.near)
        or _PUT_IN.search(text)
        or _PUT_IN.search(around.near)
        or _PUT_IN.search(around.first)
        or ASKS_FOR_RATE.search(label)
        or (bare and TOKEN.search(around.before))
        or ASKS_HERE.match(text)
        or how_much(label, text)
        or (_PLAN_TAKES.search(spot.before) and around.tells_kinds())
        or (goes_on := bool(_PRONOUN.match(spot.before)) and _goes_on(around))
        or (ONLY_LABEL.match(spot.before) and TOKEN.search(" ".join(around.heads[1:])))
    )
    if not put_in:
        return False
    row, _, column = around.near.partition(" | ")
    if HCE.search(row) and ("@" in column or ALL_KINDS.match(column)):
        row, column = column, ""  # a row for people, a column for each kind of money
    own_row = row or around.first
    labelled = (
        bool(bare or ONLY_BOUNDED.match(spot.clause))
        and ("@" in own_row or ALL_KINDS.match(own_row))
        and (ONLY_LABEL.match(own_row) or ALL_KINDS.match(own_row))
        and (
            not column
            or LIMIT_OF.search(column)
            or HCE.search(column)
            or _OF_A_PLAN.search(column)
            or _OF_ALL.match(column)
        )
        and not BAD_CONTEXT.search(around.first)
        and not OF_ANOTHER_RATE.search(around.section)
    )
    of_pay = (
        labelled
        or (goes_on and _PAY.search(around.before))
        or _PAY.search(spot.clause)
        or _PAY.search(around.near)
        or (bare and (_PAY.search(around.before) or ASKS_FOR_RATE.search(label)))
        or (BOUNDED_AFTER.match(spot.after) and ASKS_FOR_RATE.search(label) and not spot.before.strip(" :"))
        or SAVE_FROM_TO.match(text)
        or (bare and spot.is_range and _SAVED_SO.search(around.before))
        or (around.titled and _PUT_IN.search(spot.before) and _GIVEN_LEAVE.search(spot.before))
    )
    if not (of_pay or money or spot.of_few or spot.tokens):
        return False
    bounded = (
        spot.is_range
        or BOUNDED.search(spot.before)
        or BOUNDED_AFTER.match(spot.after)
        or _GIVEN_LEAVE.search(spot.before)
        or _LIMITS_WHAT.search(spot.left + spot.before)
        or (_IT_COMES_TO.match(spot.before) and _speaks_of_limit(around.before))
    )
    if not bounded and _TO_ALONE.match(spot.before) and not BAD_CONTEXT.search(f"{around.near} {around.first}"):
        return True
    if not bounded and IS_TAKEN.match(spot.after):
        return False
    starts = ONLY_LABEL.match(spot.before) or ALL_KINDS.match(spot.before)
    return bool(bounded or (starts and (_ABOUT_LIMITS.search(label) or spot.tokens or ALL_KINDS.match(own_row))))


_IT_COMES_TO = Pattern(
    r"^\W*(?:(?:right now|today|currently|at present|for now),? )?(?:it|that|this)(?:'s| is| stands at| comes to)(?: currently| now| set at| at present)? $",
    "it", "that", "this",
)  # fmt: skip


def _speaks_of_limit(before: str) -> bool:
    """`Yes, there is a cap on after-tax`, and then `It's 10% of pay`."""
    return bool(LIMIT_OF.search(before)) and "%" not in before and "$" not in before and not BAD_CONTEXT.search(before)


def _goes_on(around: Around) -> bool:
    """Whether the sentence before is on the rate that people put in, and on nothing else: `Your deferral rate may be as low as 1%. It may …`."""
    return bool(_PUT_IN.search(around.before) and not BAD_CONTEXT.search(around.before))


_PARTED = Pattern(r"[.;] (?=\w)")
