"""Whether a percentage of a sentence bounds what may go in: by its own words, by the label before it, or by the sentence before."""

from __future__ import annotations

from decimal import Decimal

from megaroth.reader.cap_fields import ASKS_HERE, SAVE_FROM_TO, how_much
from megaroth.reader.cap_givers import OWN_SUBJECT
from megaroth.reader.caps_around import BAD_CONTEXT, LIMIT_OF, ONLY_LABEL, PEOPLE, Around
from megaroth.reader.caps_not import GONE, IS_TAKEN, ON_TOP_OF_FIRST, OR_MORE
from megaroth.reader.caption import (
    ALL_KINDS,
    AS_FIRST_TIER,
    ASKS_FOR_RATE,
    FIRST_TIER,
    OF_ANOTHER_RATE,
    ONLY_BOUNDED,
    SECOND_TIER,
)
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern
from megaroth.reader.spots import OF_PAY, TOKEN, Spot

_MAY = r"(?:may|can|could|able to|allowed to|permitted to|eligible to|entitled to|free to|option to|right to|opportunity to|elect|choose|pick|allows?|permits?|lets?)"
BOUNDED = Pattern(
    r"\b(?:up to|upto|max\w*|limit\w*|restrict\w*|confin\w*|held (?:down )?to|holds?\b[^;%]{0,40}\bto|most|(?:not|no|never|cannot|nor|neither|n't|without)\b[^;%]{0,140}\b(?:(?:more|greater|higher|larger) than|exceed\w*|(?:in )?excess(?: of)?|over|above|beyond|past)|as much as|as high as|within(?: (?:an?|the|this|that|overall|total|limit|maximum|cap|ceiling|of))*(?= $)|cap(?:s|ped)?|ceiling|lesser of|any (?:whole )?percent\w*|hard (?:stop|limit)|stops? at|tops? out|all the way to|anywhere|subject to|highest|largest|greatest|biggest|upper|(?:together|combined|limits?|cap|maximum)\b[^.;%]{0,25}\b(?:stays?|remains?)(?: unchanged| the same)?,? at|top (?=rate|percent|election|amount|figure)|(?:cuts?|ends?|shuts?|closes?|draws? (?:the|a) line|peaks?)\b[^;%]{0,50}\bat|(?:may|can|could|free to|able to|allowed to) (?:go|run|be set|set it|elect|turn it)(?: up| all the way| as far| as high)? (?:to|as|at))\b[^;%]{0,60}$"
)
BOUNDED_AFTER = Pattern(
    r"^(?: ?\([^()]{0,40}\))?(?: of [^.;,%|]{0,50}?)? ?[,:|(-]* ?(?:is )?(?:as )?(?:an? |the |your |our |its |plan(?:'s)? |annual |overall |outer |outside |hard |absolute |highest |very |total )*(?:max(?:imum)?|limit|cap|ceiling|upper|most|tops|or (?:less|under|below|lower|fewer|anything (?:less|below|under))|(?:and|but) (?:no|not (?:a|one) (?:penny|cent|dime|percent(?:age point)?|point|bit|dollar)) (?:more|higher|further)|is where (?:it|we|you|payroll|they|that) (?:stops?|ends?|draws?|tops?)|at (?:the )?(?:very )?most|is (?:as (?:far|high|much)|all))\b"
)
_GIVEN_LEAVE = Pattern(rf"\b{_MAY}\b[^;%]{{0,70}}$")
_DEPENDS = Pattern(
    r"\b(?:who|if|when(?! (?:combined|added|aggregated|taken))|after|once|until|unless|where|those(?! (?:is|are|may|can|cannot|will|shall)\b))\b(?:(?!\b(?:may|can|could|allowed|permitted|able|eligible|entitled|elect)\b)[^,;%])*$"
)
"""`Those who save 6%`: on what something depends is no cap of it."""
NOT_OF_PAY = Pattern(
    r"^(?: of [^.;,%]{0,30})? (?:that |which )?(?:they|we|it|the (?:company|employer|firm)) (?:give|contribut|add|put|match|pay)|^ (?:of|on|from) (?:the |your |their |an? |each |all |any |total |those |these |his or her |that )*(?:(?:first|next|elective|employee|participant|salary|@\w+|vested|account|matching|eligible|voluntary|combined|amount)(?:'s)? )*(?:contributions?|deferrals?|savings|first|next|match\w*|account|balance|amounts?|vested|dollars?|employees|participants|workforce|stock|company|award|value|price|distribution|withdrawal|payment|fund|assets|excess|limit|tax\w*|income tax|cost|difference|match)\b(?! (?:eligible )?(?:pay|compensation)\b)|^ (?:match|vest|increment|increase|penalt|tax\b|bonus|discount|fixed|annual(?:ly)? (?:increase|until)|per year|each year|a year|return|interest|owner|point|minimum|withhold|early|federal|company|employer|non-?elective|safe harbor|profit|auto|default|of)\b(?! (?:@\w|your|the|eligible|an?|base|annual|total|each|his|their|gross|covered|regular|plan|any|compensation|pay|earnings|salary|wages|my|qualif))"
)
_PAY = Pattern(
    r"\b(?:deferral|contribution) (?:percentage|rate|limit|election)s?\b|\b(?:pay|paychecks?|checks?|compensation|earnings|salary|salaries|wages|remuneration|payroll|income|base|gross)\b"
)
PUT_IN = Pattern(
    r"\bmost you\b|\byour (?:own )?deposits?\b|\b(?:how much|what|whatever) goes in\b|\bmay go in\b|\bcontribut|\bdefer|\bsav(?:e|ing)|\belect|\bput(?:s|ting)? (?:money |pay )?(?:in|away|aside|up)|\bset(?:ting)? aside|\bwithh|\bdeduct|\bpayroll|\ballot|\bcombin|\bpay in\b|\breduc\w* (?:your|their|his or her|the|my) (?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages)\b|\b(?:pay|compensation|earnings|salary|wages) (?:be )?reduced\b|\bset (?:any|your|the|a) (?:rate|percent)|\binvest(?:s|ing)? (?:in|up)|@(?:pre|roth|at)"
)
_ABOUT_LIMITS = Pattern(
    r"\blimit|\bmax|\bhow much|\bmost\b|\bcontribut|\bdeferr?al|\bsavings\b|\bpercent|\brange|\bamount|\brates?\b|\bcap\b|\ballowed|\byou (?:can|may)|@(?:pre|roth|at)"
)
THEY_PUT_IN = Pattern(
    rf"\b{PEOPLE} (?:[a-z]+ ){{0,2}}?(?:may|can|could|will be able to|are (?:[a-z]+ )?(?:able|allowed|permitted|eligible|entitled) to|elect to|choose to|have the (?:option|right|opportunity) (?:to|of))(?: also| then| now| voluntarily| each [a-z ]{{3,12}}| elect to| choose to| authorize| designate| make| save| have| put| in)* (?:contribut|defer|sav|mak|put|set aside|withh|elect|have|give)\w*\b|^\W*(?:save|contribute|defer|put)\b"
)
_BARELY = Pattern(r"\b(?:yes|anywhere|from|up to|as much as|anything|any|between|whole percentages?|at most|max|a)\b")
_OF_A_PLAN = Pattern(
    r"^(?!.*(?:match|vest|default|auto|irs|law|example)).*(?:\((?:now|current|today|from|since|beginning|effective)\b|\b(?:plan|now|today|current(?:ly)?)\W*$|^\W*(?:is it |are they )?(?:offered|allowed|available|permitted|accepted|details?|provisions?|rules?|(?:can|may) (?:i|you) (?:contribute|add|elect|save|do it|make (?:it|them)))(?: (?:to (?:it|the plan)|now|today))?\W*$|\b(?:from|beginning|effective|as of|in) (?:[a-z]+ )?(?:\d{1,2}, )?20\d\d\W*$)"
)
"""A column for a plan, or for a time: `Exemplar (now)`."""
_OF_ALL = Pattern(
    r"^\W*(?:(?:all|every|each|any) (?:eligible |other )*(?:employees?|participants?|members?|associates?|people|staff)|everyone|everybody)\W*$"
)
"""A column for everybody, beside one for the highly compensated."""
_JUST_PAY = Pattern(
    r"\bof (?:your |each |eligible |gross |base |total |annual )*(?:pay|paychecks?|compensation|earnings|salary|wages)\b"
)
_PRONOUN = Pattern(
    r"^\W*(?:it|this|that|they|these|those|the (?:top|highest|most|maximum|limit|cap|ceiling|upper end|rate|percentage|result|sum|answer))\b"
)
"""What the sentence before was about."""
_PLAN_TAKES = Pattern(
    r"\b(?:plan|program|payroll|system|website|we)\b[^.;%]{0,20}\b(?:accepts?|takes?|allows?|permits?|lets?)\b"
)
"""`The plan accepts up to 28% of your pay`, and behind it the kinds."""
_LIMITS_WHAT = Pattern(
    r"\b(?:limits?|limited|caps?|capped|restricts?|restricted|holds?|held|confines?|confined|keeps?|kept)\b[^;%]{0,170}\b(?:to|at|within) $"
)
_TO_ALONE = Pattern(
    r"^\W*(?:your )?(?:@(?:pre|roth|at)\b(?: (?:contributions?|savings|deferrals?))?(?:,| and| or|/|, and| plus| \+)* ?)+(?:together |combined |in total )?(?:goes |go |runs? )?(?:up )?to $",
    "@",
)
"""`Pre-tax and Roth to 80% of pay`."""
_SAVED_SO = Pattern(
    r"\b(?:savings|contributions?) (?:that |which )?(?:you|they|participants?|members?|employees?)(?: may| can)? (?:make|put in|elect|contribute)\b[^.;%]*@at\b|\b(?:you|they|participants?|members?|employees?) (?:may|can)(?: also)? (?:make|put in|elect|contribute)\b[^.;%]*@at\b[^.;%@]*$",
    "@at",
)
"""`The name for savings that you make after-tax. 1% to 10%.`: of pay, without saying so."""
_QUOTES = Pattern(r"[\"“”']")
_MAY_BE = Pattern(
    r"\bmay be (?:limited|reduced|lowered|restricted|subject)\b(?! to \d+(?:\.\d+)?%(?: of (?:their |your |eligible )*(?:pay|compensation|earnings))? (?:in|for) (?:19|20)\d\d\b)|\bpass(?:es)?\b|\brefund|\breturned\b|\btop[- ](?:paid|\d)|\bnot (?:an? )?(?:highly|hce)"
)
"""What may befall the highly compensated, and who they are: no cap of theirs."""
_IT_COMES_TO = Pattern(
    r"^\W*(?:(?:right now|today|currently|at present|for now),? )?(?:it|that|this)(?:'s| is| stands at| comes to)(?: currently| now| set at| at present)? $",
    "it", "that", "this",
)  # fmt: skip


def is_cap(spot: Spot, around: Around, text: str) -> bool:
    """Whether a percentage bounds what may go in."""
    if not (0 if spot.of_few else 1) <= Decimal(spot.value) <= 100 or OR_MORE.match(spot.after):
        return False
    if NOT_OF_PAY.match(spot.after) and not OF_PAY.match(spot.after) and not THEY_PUT_IN.search(spot.before):
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
    goes_on = _PRONOUN.match(spot.before) is not None and _goes_on(around)
    put_in = (
        spot.tokens
        or TOKEN.search(around.near)
        or PUT_IN.search(text)
        or PUT_IN.search(around.near)
        or PUT_IN.search(around.first)
        or ASKS_FOR_RATE.search(label)
        or (bare and TOKEN.search(around.before))
        or ASKS_HERE.match(text)
        or how_much(label, text)
        or (_PLAN_TAKES.search(spot.before) and around.tells_kinds())
        or goes_on
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
        or (goes_on and (_PAY.search(around.before) or TOKEN.search(around.before)))
        or _PAY.search(spot.clause)
        or _PAY.search(around.near)
        or (bare and (_PAY.search(around.before) or ASKS_FOR_RATE.search(label)))
        or (BOUNDED_AFTER.match(spot.after) and ASKS_FOR_RATE.search(label) and not spot.before.strip(" :"))
        or SAVE_FROM_TO.match(text)
        or (bare and spot.is_range and _SAVED_SO.search(around.before))
        or (around.titled and PUT_IN.search(spot.before) and _GIVEN_LEAVE.search(spot.before))
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
    if starts and not (spot.before.strip(" ,;:") or spot.left or spot.tokens or _OPENS.match(text)):
        return False  # `So a person contributing 6% gets 3.5%`: no label, and nothing before it in its clause
    return bool(bounded or (starts and (_ABOUT_LIMITS.search(label) or spot.tokens or ALL_KINDS.match(own_row))))


_OPENS = Pattern(r"^\W*(?:[a-z][.)]? )?\W*\d")


def _speaks_of_limit(before: str) -> bool:
    """`Yes, there is a cap on after-tax`, and then `It's 10% of pay`."""
    return bool(LIMIT_OF.search(before)) and "%" not in before and "$" not in before and not BAD_CONTEXT.search(before)


def _goes_on(around: Around) -> bool:
    """Whether the sentence before is on the rate that people put in, and on nothing else: `Your deferral rate may be as low as 1%. It may …`."""
    return bool(PUT_IN.search(around.before) and not BAD_CONTEXT.search(around.before))
