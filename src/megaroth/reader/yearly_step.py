"""By how much the rate of those who were enrolled is raised every year.

An increase that is for those who ask for it, and one whose size the participant chooses, is none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.starting_rate import ANY_PERCENT, UNASKED, short, starts_at
from megaroth.reader.units import Unit

_RISE = r"\b(?:auto-?)?(?:increas\w*|escalat\w*|creeps?(?: up)?|step(?:s|ped)?[- ]ups?|go(?:es|ing)? up|up(?= ?$)|rais\w+|bump(?:s|ed)? (?:you )?up|ris(?:e|es|ing)|grow(?:s|ing)?|climb(?:s|ing)?|(?:yearly|annual|automatic)(?: (?:yearly|annual|automatic))? (?:steps?|bumps?|boosts?|hikes?|nudges?)(?= of\b))\b"
_RISES = Pattern(_RISE)
_STEP_NOUN = Pattern(
    r"^,? (?:(?:per year|per annum|annual|annually|automatic|automatically|auto|yearly|deferral|contribution|rate|each year|a year)[, -]{1,2})*(?:increases?|escalations?|escalators?|step-ups?|raise)\b(?! (?:by\b|to \d|\d|from))(?!:)"
)
"""`1% automatic increases`: the percentage is the step."""
_IS_AUTOMATIC = Pattern(
    r"^ ?(?:(?:per year|per annum|annual|annually|yearly) )?auto(?:matic)?[- ](?:escalat|increas)", "auto"
)
"""`The match design has a 1% automatic escalation`: what goes up by itself is what people put in."""
_BY = Pattern(
    r"\b(?:by|increments? of|in the amount of|(?:increase|escalation)s? (?:rate )?(?:is|of)|equal to|at (?:a|the) rate of)(?: an?| an additional| one| another| approximately)? $"
)
_A_LIMIT = Pattern(
    r"\b(?:to|from|max\w*|until|up|reach\w*|limit\w*|cap|caps|capped|ceiling|exceed\w*|than|least|between|below|above|first(?! (?:day|pay|of|month))|minimum|target|and|default|initial|starting|under|over|if)\b"
)
_A_YEAR = Pattern(
    r"^ ?(?:of (?:[a-z]+ )?(?:pay|compensation) )?(?:annually|yearly|(?:each|every|per|a) (?:plan |calendar )?year|per annum)\b"
)
_A_MOST = Pattern(r"\b(?:from|max\w*|up|until|reach\w*|cap\w*|exceed\w*|than|least|between|enrol\w*)\b")
_OF_A_YEAR = Pattern(r" ?(?:first|second|third|fourth|year \d)\b")
_OR_MORE = Pattern(r"^ ?(?:-|to|or|and|,) ?[0-5](?:\.\d)?%")
_CHOICE = Pattern(r"\d(?:\.\d+)?%?,? ?(?:-|to|or|and|,) ?$")
_OF_OTHER_THINGS = Pattern(
    r"\bmatch|\bvest|\bcola\b|\bour contribution|\braises: |\b(?:employer|company|university|nonelective|profit[- ]sharing)(?:'s)? (?:[a-z]+ )?contribution|\bcost of living|\b(?:pay|salary|wages|earnings|balance|account|fees?|premiums?|price|dividends?|inflation|limits?|caps?|maximum)(?: amount)? (?:(?:is|are|will be|was|were|will|shall|automatically) )*$|\bsalary $"
)
"""What else rises: said just before it."""
_ASKED_FOR = Pattern(
    r"\b(?:participants?|employees?|members?|you|who|they|individuals)\b[^.;,]{0,40}\b(?:may|can|could|(?:have|has|had|given|with) (?:the|an) (?:option|opportunity|ability|choice)|to opt[- ]in|opt[- ]in|opted in|(?:able|allowed|permitted) to)\b[^.;%]{0,90}$|\b(?:optional|voluntary|opt-in)(?: (?:annual|automatic|auto|rate|deferral|contribution)-?)* ?$|\boption (?:to|for|of)\b[^.;,%]{0,60}$|\ballows? [^.;,]{0,30}\bto (?:elect|choose|opt|enroll|participate|select|request|set)\b[^.;%]{0,60}$"
)
"""An increase for those who ask for it."""
_TAKEN_AWAY = Pattern(
    r"\b(?:remov\w+|eliminat\w+|discontinu\w+|ceas\w+|delet\w+|terminat\w+|suspend\w*|opt(?:ed)? out of)\b[^.;,%]{0,60}$|\b(?:no|without(?: an?)?|not (?:subject to|have|include|provide for|offer|contain)(?: an?)?)(?: [a-z-]+){0,2} $"
)
_WAS_TAKEN_AWAY = Pattern(
    r"^[^.;%]{0,60}\b(?:was|were|has been|have been|be|been) (?:removed|eliminated|discontinued|deleted|terminated|suspended)"
)
_TO_PAY = Pattern(
    r"^[^.;%]{0,20}\bto (?:your|their|each|the|all|everyone's) (?:[a-z']+ )?(?:pay|salary|salaries|wages|pensions?)\b(?! (?:deferral|reduction|contribution))"
)
_ROW_OF_YEARS = Pattern(
    r"^\W*(?:(?:in|for|during|your|the|plan|year|of|participation) )*(?:year )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|10th|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?: (?:full|plan|year|years|of|participation|and|or|later|after|thereafter|more|beyond|on|all|each))*[:,.|-]*(?: \|)? (?P<value>\d{1,2}(?:\.\d+)?)%(?: of (?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages))?\W*$",
    "%",
)
"""`Second year: 4%`, in a schedule of what is taken from those who do nothing."""
_CLIMBS = Pattern(
    rf"{_RISE}[^.;%]*\b(?:each|every|per|a|annual\w*|yearly|january|july|year)\b|\b(?:each|every) (?:plan |calendar )?year\b[^.;%]*{_RISE}|\b(?:as follows|schedule|following|below)\b[^%]*:$"
)


def step_of_rows(document: Document, unit: Unit, place: int) -> str:
    """The one step between the rows of a schedule for those who do nothing, which a sentence of theirs opens."""
    if not unit.norm.endswith(":") or "%" in unit.norm or not _CLIMBS.search(unit.norm):
        return ""
    about = " ".join(each.norm for each in document.units[max(0, place - 3) : place + 1])
    if not UNASKED.search(f"{about} {document.heads_of(unit, 2)}") and not enrolled_before(document, unit, place):
        return ""
    if (
        _OF_OTHER_THINGS.search(about)
        or _ASKED_FOR.search(unit.norm)
        or re.search(r"\bmatch|\bvest|\bservice\b", about)
    ):
        return ""
    values: list[Decimal] = []
    for each in document.units[place + 1 : place + 12]:
        if row := _ROW_OF_YEARS.match(each.norm):
            values.append(Decimal(row["value"]))
        elif values or "%" in each.norm or each.kind == "question":
            break
    steps = {later - earlier for earlier, later in pairwise(values)}
    return short(str(steps.pop())) if len(values) > 2 and len(steps) == 1 and 0 < min(steps) <= 3 else ""


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_IN_ITS_YEAR = Pattern(
    r"\b(?P<value>\d{1,2}(?:\.\d+)?)%(?: of (?:[a-z]+ ){{0,2}}(?:pay|compensation|earnings|salary|wages))? (?:in|for|during|from|starting in|beginning in) (?:the |your |their |his or her )?(?P<year>first|second|third|fourth|fifth|sixth|seventh|eighth)\b(?! (?:quarter|month|payroll|pay|check))"
)
_ITS_YEAR_FIRST = Pattern(
    r"\b(?:in|for|during) (?:the |your |their )?(?P<year>first|second|third|fourth|fifth|sixth|seventh|eighth)(?: (?:and (?:all )?(?:later|following|subsequent) years?|(?:plan )?year))?(?:,? (?:it|the rate|your rate))?(?: (?:will be|is|becomes|goes to|rises to))?,? (?P<value>\d{1,2}(?:\.\d+)?)%",
    "second", "third", "fourth",
)  # fmt: skip
"""`In the second year it will be 4%, in the third 5%`."""
_GOES_TO = Pattern(
    rf"{_RISE}|\b(?:go(?:es)?|ris\w+|increas\w+|mov\w+|climb\w*|step\w*|change\w*|become\w*)(?: up)?(?: automatically)? to \d"
)


def step_of_years(text: str, about: str, before: str) -> str:
    """`The rate goes to 4% in the second year, 5% in the third and 6% in the fourth`: the one step from year to year; `before` enrols."""
    found = [*_IN_ITS_YEAR.finditer(text)]
    turned = not found and bool(before)
    found = [*_ITS_YEAR_FIRST.finditer(text)] if turned else found
    rows = [(_ORDINALS.index(each["year"]), Decimal(each["value"])) for each in found]
    if len(rows) < 2 or not (turned or _GOES_TO.search(text)) or not UNASKED.search(f"{text} {about} {before}"):
        return ""
    if before and rows[0][0] == 1:
        rows = [(0, Decimal(starts_at(before, "")[0])), *rows]
    if _OF_OTHER_THINGS.search(text) or _ASKED_FOR.search(text) or re.search(r"\bservice\b|\bvest|\bexample", text):
        return ""
    steps = {(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(rows)}
    years, step = steps.pop()
    return short(str(step)) if not steps and years == 1 and 0 < step <= 3 else ""


def enrolled_before(document: Document, unit: Unit, place: int) -> str:
    """The sentence or item before, where it enrols people: `1% more each January` goes on about them."""
    before = document.units[place - 1] if place else None
    if (
        before is None
        or before.kind not in ("sentence", "item")
        or before.heads != unit.heads
        or "%" not in before.norm
    ):
        return ""
    return before.norm if starts_at(before.norm, "")[0] else ""


def _sureness(before: str, gap: str, after: str) -> int:
    """How sure it is that a percentage is what something is raised by: 2, 1 or 0, by the words between the two."""
    if before.endswith((" by ", " by an additional ")):
        return 2
    if before.endswith(" in ") and after.startswith(" increment"):
        return 2
    if _OF_A_YEAR.match(after):
        return 0  # a row of a schedule
    if "enrol" in gap:
        return 0
    if _BY.search(before):
        return 2
    return int(not _A_LIMIT.search(gap) or bool(_A_YEAR.search(after) and not _A_MOST.search(gap)))


def raised_by(text: str) -> tuple[str, str]:
    """The step of an automatic increase, and what is said after it; empty where none or several are said."""
    found: dict[int, dict[str, str]] = {1: {}, 2: {}}
    begin = 0
    for hit in ANY_PERCENT.finditer(text):
        before, after = text[begin : hit.start()], text[hit.end() : hit.end() + 80]
        begin = hit.end()
        before = re.split(r"[.;] ", before)[-1]
        if before == " by ":
            before = text[max(0, hit.start() - 90) : hit.start()]  # `increases the initial 3% by 1%`
        if (
            _CHOICE.search(text[max(0, hit.start() - 10) : hit.start()])
            or _OR_MORE.search(after)
            or not 0 < Decimal(hit[1]) <= 5
        ):
            continue
        sure, where = 0, len(before)
        if _BOTH_NAMED.search(before):
            continue  # `Automatic enrollment and increase: 3%`
        if _STEP_NOUN.search(after):
            sure = 2
        elif rises := list(_RISES.finditer(before)):
            where = rises[-1].start()
            gap = before[rises[-1].end() :]
            sure = _sureness(before, gap, after)
        ahead = text[max(0, hit.start() - len(before) + where - 130) : hit.start() - len(before) + where]
        ahead = re.split(r"[.;] ", ahead)[-1]
        if (
            sure
            and (_IS_AUTOMATIC.match(after) or not _OF_OTHER_THINGS.search(ahead[-60:]))
            and not _ASKED_FOR.search(ahead)
            and not _TAKEN_AWAY.search(ahead[-70:])
            and not _WAS_TAKEN_AWAY.search(after)
            and not _TO_PAY.match(after)
        ):
            found[sure].setdefault(short(hit[1]), text[hit.end() : hit.end() + 120])
    best = found[2] or found[1]
    return next(iter(best.items())) if len(best) == 1 else ("", "")


_BOTH_NAMED = Pattern(r"\benrol[^.;:%]{0,30}\b(?:increas|escalat|boost|step)\w*(?: [a-z]+)?: ?$", "enrol")
_DAY = Pattern(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december) (?:[12]?\d|3[01])(?:st|nd|rd|th)?(?=,? )(?! ?(?:%|percent|point))",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""`Each February 1, 1% is added`: the day is no choice between two."""
_POINTS = Pattern(r"\b(?P<word>one|two|an?|1|2)(?: \([12]\))?(?: full)? (?:percentage )?points?\b", "point")
_MORE = Pattern(
    r"\bincreas\w*|\bescalat\w*|\bgo(?:es|ing)? up|\bbump\w*|\bmore\b|\bup\b|\brais\w*|\bstep\w*|\bris(?:e|es|ing)\b|\badd(?:s|ed)?\b|\btack(?:s|ed)? on\b|\bgrow\w*|\bclimb\w*|\bhigher\b|\+\d"
)
_WHEN_YEARLY = Pattern(
    r"\b(?:each|every|per|a|once a|an) (?:plan |calendar |following )?(?:year|annum|spring|fall|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december|anniversary)\b|\bannual\w*|\byearly\b|\banniversar\w+|\bwith the (?:first|last) (?:full )?(?:pay|payroll|paycheck|check|pay period)s? (?:of|in) (?:each |every )?(?:year|january|february|march|april|may|june|july|august|september|october|november|december)\b(?!,? (?:of )?(?:19|20)\d\d)"
)


def rises_by(text: str, about: str) -> str:
    """The one small percentage by which a sentence lets contributions rise every year."""
    text = _OF_PAY.sub(r"\g<step>", _DAY.sub(r"\1", text))
    text = _POINTS.sub(lambda found: {"one": "1", "a": "1", "two": "2"}.get(found["word"], found["word"]) + "%", text)
    if (
        not _WHEN_YEARLY.search(text)
        or not (_MORE.search(f"{text} {about}") or _UP_TO_A_TOP.search(text))
        or _RISES_OTHERWISE.search(text)
    ):
        return ""
    if not re.search(
        r"\bauto(?! (?:insur|home|loan))|\benrol|\bdefer|\bcontribut|\brate\b|\b(?:annual|yearly) (?:increase|bump|step)|\bincrease (?:program|feature|service)|\bescalat|\bpercent\w*|\byou\b|\byour\b|\bit\b|\bwe\b",
        f"{text} {about}",
    ):
        return ""
    found = {
        short(hit[1])
        for hit in ANY_PERCENT.finditer(text)
        if 0 < Decimal(hit[1]) <= 3
        and (
            _STEP_BEHIND.search(text[hit.end() :])
            or (_STEP_BEFORE.search(text[: hit.start()]) and not _BOTH_NAMED.search(text[: hit.start()]))
            or _ADDED_BEHIND.match(text[hit.end() :])
            or (_EACH_TIME.search(text[: hit.start()]) and _TO_A_TOP.match(text[hit.end() :]))
        )
        and not _CHOICE.search(text[: hit.start()])
        and not _RANGE.search(text[hit.end() :])
    }
    return next(iter(found)) if len(found) == 1 else ""


_OF_PAY = Pattern(
    r"(?P<step>\d%(?: more)?) of (?:your |their |his or her |eligible |base |gross )*(?:pay|salary|compensation|wages|earnings)(?= (?:is|are|will be|gets) (?:added|saved|withheld|deducted|put|contributed|taken))",
    "% of ", "% more",
)  # fmt: skip
"""`2% more of your pay is saved`: it is no pay that rises."""
_ADDED_BEHIND = Pattern(
    r"^(?: (?:more|points?))? (?:is|are|will be|gets) (?:added|tacked on|put on top)\b[^.;%]{0,60}\b(?:each|every|a year|annually|yearly)\b",
    "added",
    "tacked",
    "put on",
)
_STEP_BEHIND = Pattern(
    r"^(?! ?of (?:each|every) ) ?(?:of (?:pay|compensation|salary|earnings) )?(?:[a-z-]+ ){0,3}?(?:increas\w*|escalat\w*|more|each|every|per|a year|annually|annual (?=auto|incr|step|esc)|yearly|higher|points?|steps?)\b"
)
_STEP_BEFORE = Pattern(
    rf"(?:{_MORE.text})(?!.*\b(?:max\w*|until|up to|reach\w*|cap\w*|than|least|exceed\w*|enrol\w*|starts?|starting|from|to)\b)[^%;.]{{0,40}}$|(?<!% )\+ ?$"
)
_EACH_TIME = Pattern(
    r"\b(?:each|every) (?:plan |calendar )?(?:year|anniversary|spring|fall|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b[^.;%]{0,60}$",
    "each", "every",
)  # fmt: skip
_TOP = r"[^.;%]{0,25}\b(?:until|till|to|up to|stop(?:s|ping)? at|max(?:imum)?(?: of)?)\b[^.;%]{0,25}?\d+(?:\.\d+)?%"
_TO_A_TOP = Pattern(rf"^{_TOP}", "until", "till", "to", "max")
"""`Each March 1% is added until 15%`: what goes on each year and ends at a top is the increase."""
_UP_TO_A_TOP = Pattern(
    rf"\d%(?: [a-z]+){{0,2}} (?:a|each|every|per) [a-z]+{_TOP}|{_EACH_TIME.text[:-1]}\d+(?:\.\d+)?%{_TOP}", "%"
)
_RANGE = Pattern(r"^(?: ?(?:-|or|to|and|through)|,) ?\d")
_RISES_OTHERWISE = Pattern(
    r"\bpension\b|\bto (?:your|their|each|the|all|everyone's) (?:[a-z']+ )?(?:pay|salary|salaries|wages|pension|account|balance)s?\b(?! (?:deferral|reduction|contribution))|\bcatch-?up|\bmatch\w*|\bvest\w*|\bdues\b|\bour contribution|\b(?:company|employer|firm|profit[- ]sharing)(?:'s)? (?:\w+ )?contribut|\bcost[- ]of[- ]living|\bcola\b|\binflation|\bexample|\bif you (?:increase|save|raise)|\bno auto|\bnot (?:be )?(?:automatic|increase)|\bpay (?:raise|increase|rise)s?\b|\bsalary (?:increase|raise)|\breturn|\bfees?\b|\b(?:may|can) (?:also )?(?:elect|choose|sign|opt in|increase|set|ask|enroll)|\b(?:to|elect to|option to|opt\w* (?:in|into|to)) (?:elect|opt|choose|auto\w*|participate)\b|\boptions?\b|\bopt into\b|\bask\b|\bsign up\b|\bopt in\b|\bif you (?:want|wish|like)|\bunless (?:you|they|participants?|employees?) (?:elect|choose|enroll|sign|select|ask)\w*(?: to| into| in| up| for)? (?:the |an? |have)|\boptional|\bconsider\b|\btry\b|\bservice\b|\blimits? (?:are|is|may|will)|\bconver|\bsuspend|\bdiscontinu|\beliminat|\bremov|\b(?:pay|salar(?:y|ies)|wages|benefits?|pension|balance) (?:is|are|will be|was|ris\w+|go(?:es)? up|increas\w+)\b"
)
