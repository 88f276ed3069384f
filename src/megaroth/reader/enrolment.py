"""At what percentage the plan enrols people who do nothing, and by how much it raises that every year.

An increase that is for those who ask for it, and one whose size the participant chooses, is none. What happened once ("all who
were not contributing were enrolled in May") is not what the plan does.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from megaroth.reader.caption import above
from megaroth.reader.changed import as_changed
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_P = r"(\d{1,3}(?:\.\d+)?)%"
LEAST, MOST = Decimal("0.5"), 25
"""Less or more than that nobody is enrolled at unasked: it is of something else."""
_WHATEVER_YOU_DO = Pattern(
    r"\b(?:regardless of|whether or not|even if)\b[^.;]{0,40}\b(?:contribut|defer|participat|sav)|\b(?:company|employer|firm|bank|university|[a-z]+) automatically contributes?\b(?![^.;]*\b(?:pre-tax|@pre|unless|opt|deferral))",
    "regardless", "whether or not", "even if", "automatically contribute",
)  # fmt: skip
"""What comes without anybody's own contribution is the employer's money."""
_NOT_ENROLLED = Pattern(
    r"\bnot (?:need|have|be required) to\b|\bexample|\bno longer|\bnot (?:be )?automatically enrolled at|\bchange your|\bmay change|\bno automatic enrol|\buntil (?:19|20)\d\d|\bwas at\b|\bused to\b|\breceive a\b|\bin (?:19|20)\d\d at\b|\b(?:remov|eliminat|discontinu|terminat|delet)\w* (?:the |its |both )?(?:[a-z]+ and )?auto|\bprior to (?:the )?(?:plan )?(?:termination|amendment|merger|restatement|change|that date|this date)"
)
_CERTAIN = Pattern(r"\b(?:certain|select|some|specified)(?: other)? (?:[a-z-]+ ){0,3}(?:employees|participants?|members|groups?|locations?|business)", "certain", "select", "some", "specified")  # fmt: skip
_ONCE = Pattern(
    r"\b(?:existing|current|active|already|not (?:then |currently |yet )?(?:contributing|participating|enrolled|deferring)|transferred|acquired|enrolled in the [a-z]+ plan)\b[^.;%]{0,90}\b(?:were|was) (?:also )?(?:auto|automatically)|\b(?:on|in|during) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:\d{1,2}, )?(?:19|20)\d\d,? [^.;%]{0,60}\b(?:were|was) (?:auto|automatically)",
    "were auto", "was auto", "were also auto", "was also auto",
)  # fmt: skip
"""What was done once with those who were there."""
_RISE = r"\b(?:auto-?)?(?:increas\w*|escalat\w*|creeps?(?: up)?|step(?:s|ped)?[- ]ups?|go(?:es|ing)? up|up(?= ?$)|rais\w+|bump(?:s|ed)? (?:you )?up|ris(?:e|es|ing)|grow(?:s|ing)?|climb(?:s|ing)?)\b"
_RISES = Pattern(_RISE)
_ANY_PERCENT = Pattern(_P, "%")
_STEP_NOUN = Pattern(
    r"^,? (?:(?:per year|per annum|annual|annually|automatic|automatically|auto|yearly|deferral|contribution|rate|each year|a year)[, -]{1,2})*(?:increases?|escalations?|escalators?|step-ups?|raise)\b(?! (?:by\b|to \d|\d|from))"
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
_SAID_OF_DEFERRALS = Pattern(
    r"contribut|deferral|deferred|\bdefault\b(?! (?:fund|invest|option|loan|on))|\bauto\b(?! (?:insur|home|loan))|\brate\b|percentage|election|saving|automatic|escalat|enrol|\byour?\b|\bincrease (?:program|feature)|\bthe (?:annual |automatic |yearly )*increase of \d+(?:\.\d+)?% (?:every|each)\b"
)
_YEARLY = Pattern(
    r"\bevery (?:march|may|june|fall|spring)|\bfirst (?:pay ?)?(?:checks?|day|payroll|period|paycheck) (?:in|of) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?!,? (?:of )?(?:19|20)\d\d)|\bauto|\bannual|\beach|\bevery|\byear|\bper year|\bjanuary|\bapril|\bjuly|\banniversary"
)
_NO_RISE = Pattern(
    r"\bnot (?:be )?(?:automatically )?(?:increas|rais|go up|ris|escalat)\w*(?! (?:above|beyond|over|past|more))|\bexample|\be\.g\b|\bsalaries (?:rise|increase|go)|\bif you increase|\bsign up to\b|\bricher|\bassum|\bpension|\b(?:sponsor|employer|company) (?:to |will |shall |must )?contribut|\b(?:each|every|per) (?:additional |completed |full )?year of (?:[a-z]+ )?service"
)
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
_REACH = Pattern(
    rf"\b(?:until|to a maximum of|up to|maximum of|max of|reach(?:es)?|cap(?:ped)? (?:at|of)|not (?:to )?exceed)\b[^.;%]{{0,50}}?{_P}"
)


def claims_of(document: Document, unit: Unit, place: int) -> list[Claim]:
    """What one unit says of both."""
    text = as_changed(document.full(unit) if "enrol" in document.lead_of(unit) else unit.norm)
    text = _SO_THAT.sub("", _IT_WAS.sub("", text))
    if " will " in f" {text}" and "(" in text:
        text = _NOW_IN_BRACKETS.sub("", text)
    if document.is_condition(unit, _NOT_HEARD_OF):
        return []
    if "+" in text:
        text = _PLUS_POINTS.sub(r"+\1%", text)
    found = []
    said = f"{text} {unit.answer_to} {document.lead_of(unit) if unit.cell else ''} {document.heads_of(unit, 2)}"
    about = above(document, unit, place)
    if _THE_RATE.search(text) and place:
        about = f"{about} < {document.units[place - 1].norm}"
    elif place and "%" in text and _ALREADY_IN.match(document.units[place - 1].norm):
        about = f"{about} < automatic"
    percent, sure = ("", 0) if _OF_DEFERRALS.search(said) or _ENROLLED_ONCE.search(text) else starts_at(text, about)
    if percent and sure == 1 and _ON_THE_RISE.match(about.partition(" < ")[0]):
        percent = ""  # below a caption on the increase nobody is enrolled
    if percent and sure == 1 and _OF_A_SCHEDULE.search(about.partition(" < ")[0]):
        percent = ""
    if percent and _AS_YET.search(text) and _another_to_come(document, unit, place):
        percent = ""
    if percent:
        found.append(Claim("auto_enrolment_percent", percent, unit, sure))
    if _SAID_OF_DEFERRALS.search(f"{said} {about}") and _YEARLY.search(text) and not _NO_RISE.search(text):
        percent, rest = _raised_by(text)
        if percent:
            found.append(Claim("auto_increase_percent", percent, unit, 2))
            if reach := _REACH.search(rest):
                found.append(Claim("auto_increase_up_to_percent", _short(reach[1]), unit, 2))
    fields = {claim.field for claim in found}
    if not fields and (
        step := _step_of_rows(document, unit, place)
        or _step_of_years(text, f"{said} {about}", _enrolled_before(document, unit, place))
    ):
        return [Claim("auto_increase_percent", step, unit, 2)]
    unasked = "enrolled" if "auto_enrolment_percent" in fields else _enrolled_before(document, unit, place)
    if "auto_increase_percent" not in fields and (
        percent := rises_by(_PLUS_POINTS.sub(r"+\1%", _SO_THAT.sub("", unit.norm)), f"{said} {about} {unasked}")
    ):
        found.append(Claim("auto_increase_percent", percent, unit, 1))
    return found


_NOT_HEARD_OF = Pattern(
    r"\bif (?:the plan|we|the company|payroll)(?: administrator)? (?:has|have|had|does|do|did) not (?:heard?|received?|gets?|got)\b",
    "not hear", "not rece", "not g",
)  # fmt: skip
"""`If the Plan has not heard from you` is no condition but what enrols."""
_PLUS_POINTS = Pattern(
    r"(?<![\d%] )(?<!\d)\+ ?([12])(?= (?:points? )?(?:each|every|a year|per year|annually|yearly)\b)", "+"
)
_ALREADY_IN = Pattern(
    r"^\W*(?:you are (?:already |automatically )?in(?: the plan)?|(?:there is |you have )?nothing to (?:do|sign(?: up for)?|fill out)|it is automatic)\W*$",
    "in", "nothing", "automatic",
)  # fmt: skip
_ON_THE_RISE = Pattern(
    r"^(?!.*\b(?:enrol|default|initial|start))\W*(?:(?:the|your|our|an?|automatic|automated|auto|annual|yearly|rate|contribution|deferral|savings)[ -]?)*(?:increas|escalat|boost|step|rais|ris(?:e|ing))\w*",
    "increas", "escalat", "boost", "step", "rais", "ris",
)  # fmt: skip
"""A caption on the increase alone."""


_OF_A_SCHEDULE = Pattern(r"^(?!.*\b(?:enrol|withh|deduct|taken|defer)).*\b(?:vest|match)", "vest", "match")
"""A schedule of what is vested or matched enrols nobody, though it comes by itself."""
_ROW_OF_YEARS = Pattern(
    r"^\W*(?:(?:in|for|during|your|the|plan|year|of|participation) )*(?:year )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|10th|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?: (?:full|plan|year|years|of|participation|and|or|later|after|thereafter|more|beyond|on|all|each))*[:,.|-]*(?: \|)? (?P<value>\d{1,2}(?:\.\d+)?)%(?: of (?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages))?\W*$",
    "%",
)
"""`Second year: 4%`, in a schedule of what is taken from those who do nothing."""
_CLIMBS = Pattern(
    rf"{_RISE}[^.;%]*\b(?:each|every|per|a|annual\w*|yearly|january|july|year)\b|\b(?:each|every) (?:plan |calendar )?year\b[^.;%]*{_RISE}|\b(?:as follows|schedule|following|below)\b[^%]*:$"
)


def _step_of_rows(document: Document, unit: Unit, place: int) -> str:
    """The one step between the rows of a schedule for those who do nothing, which a sentence of theirs opens."""
    if not unit.norm.endswith(":") or "%" in unit.norm or not _CLIMBS.search(unit.norm):
        return ""
    about = " ".join(each.norm for each in document.units[max(0, place - 3) : place + 1])
    if not _UNASKED.search(f"{about} {document.heads_of(unit, 2)}") and not _enrolled_before(document, unit, place):
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
    return _short(str(steps.pop())) if len(values) > 2 and len(steps) == 1 and 0 < min(steps) <= 3 else ""


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_IN_ITS_YEAR = Pattern(
    rf"\b{_P}(?: of (?:[a-z]+ ){{0,2}}(?:pay|compensation|earnings|salary|wages))? (?:in|for|during|from|starting in|beginning in) (?:the |your |their |his or her )?(?P<year>{'|'.join(_ORDINALS)})\b(?! (?:quarter|month|payroll|pay|check))"
)
_GOES_TO = Pattern(
    rf"{_RISE}|\b(?:go(?:es)?|ris\w+|increas\w+|mov\w+|climb\w*|step\w*|change\w*|become\w*)(?: up)?(?: automatically)? to \d"
)


def _step_of_years(text: str, about: str, before: str) -> str:
    """`The rate goes to 4% in the second year, 5% in the third and 6% in the fourth`: the one step from year to year; `before` enrols."""
    rows = [(_ORDINALS.index(found["year"]), Decimal(found[1])) for found in _IN_ITS_YEAR.finditer(text)]
    if len(rows) < 2 or not _GOES_TO.search(text) or not _UNASKED.search(f"{text} {about} {before}"):
        return ""
    if before and rows[0][0] == 1:
        rows = [(0, Decimal(starts_at(before, "")[0])), *rows]
    if _OF_OTHER_THINGS.search(text) or _ASKED_FOR.search(text) or re.search(r"\bservice\b|\bvest|\bexample", text):
        return ""
    steps = {(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(rows)}
    years, step = steps.pop()
    return _short(str(step)) if not steps and years == 1 and 0 < step <= 3 else ""


def _enrolled_before(document: Document, unit: Unit, place: int) -> str:
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


_OF_DEFERRALS = Pattern(
    r"\b(?:company|employer|firm)'s \d|\d% of (?:your |the |his or her )?(?:(?:elective|@pre|basic) )*(?:deferrals?|contributions?)\b",
    "% of ", "'s ",
)  # fmt: skip
"""`25% of deferrals`, `the Company's 15%`: a match, or what else the employer gives."""
_ENROLLED_ONCE = Pattern(
    r"\b(?:if|those|people|participants|employees|members|anyone|everyone|associates|colleagues)\b[^.;%]{0,40}\b(?:(?:were|was|had been|have been) (?:previously |earlier )?(?:automatically |auto-?)?(?:enrolled|defaulted|signed up|put in|placed)|(?:we|payroll|the (?:plan|company)) (?:had |have )?(?:previously |earlier )?(?:automatically |auto-?)?(?:enrolled|defaulted|signed up|put in|placed|started))\b[^.;%]{0,30}\d%[^.;]*\b(?:mov|ris|increas|go|gone|chang|rais|becom|stay|remain|bump)\w*\b[^.;]*(?:\d%|\bthere\b)",
    "enrolled",
    "defaulted",
    "signed up",
    "put in",
    "placed",
    "started",
)
"""The rate of those who were enrolled before, and are now moved to another."""
_IT_WAS = Pattern(
    r" ?\((?:(?:it|this|that|which|the rate) )?(?:was|were|had been|used to be|up from|formerly|previously|instead of|rather than)\b[^()]*\)| ?\(\d[\d.]*% (?:before|until|till|through|prior to|up to) [^()%]*\)",
    "(",
)
"""`At 6% (it was 3%)`."""
_SO_THAT = Pattern(
    r",? ?\(?\bso (?:that )?(?:you|they|nobody|no one|everyone|participants?|employees?|your|their)\b[^.;%()]*(?:\)|(?=[.;,]| and (?:then )?(?:raise|increase|go|step|add)|$))|,? (?:in order )?to (?:get|receive|earn|capture|take) (?:you |them )?(?:all |full |advantage |of |the |your |our |full |whole |maximum |entire |company |employer )+match\b[^.;%()]*(?=[.;,]|$)",
    "so ", "match",
)  # fmt: skip
"""`… so that you get the whole match`: what it is for says nothing of another rate."""
_NOW_IN_BRACKETS = Pattern(r" ?\((?:now|currently|today|at present|presently)(?: at| it is| it's)? \d[\d.]*%\)", "(")
"""`Will be 5% (now 3%)`."""
_THE_RATE = Pattern(
    r"\bthe (?:new |default |initial |automatic |enrollment |deferral |contribution )*(?:rate|percentage) (?:will be|is|becomes|shall be|goes to|rises to)\b"
)
"""Which rate, the sentence before tells."""
_AS_YET = Pattern(r"\b(?:currently|at present|presently|today|right now|for now|at this time|until now|so far)\b")
_TO_COME = Pattern(r"\b(?:will|shall|becomes?|changes?|rises?|goes)\b[^.;]{0,30}\d%", "%")


def _another_to_come(document: Document, unit: Unit, place: int) -> bool:
    """Whether the next sentence gives the rate that follows the current one."""
    after = document.units[place + 1] if place + 1 < len(document.units) else None
    return after is not None and _THE_RATE.search(after.norm) is not None and _TO_COME.search(after.norm) is not None


def _short(percent: str) -> str:
    """`3.00` is 3."""
    return f"{Decimal(percent).normalize():f}"


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


def _raised_by(text: str) -> tuple[str, str]:
    """The step of an automatic increase, and what is said after it; empty where none or several are said."""
    found: dict[int, dict[str, str]] = {1: {}, 2: {}}
    begin = 0
    for hit in _ANY_PERCENT.finditer(text):
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
            found[sure].setdefault(_short(hit[1]), text[hit.end() : hit.end() + 120])
    best = found[2] or found[1]
    return next(iter(best.items())) if len(best) == 1 else ("", "")


_BOTH_NAMED = Pattern(r"\benrol[^.;:%]{0,30}\b(?:increas|escalat|boost|step)\w*(?: [a-z]+)?: ?$", "enrol")
_NEVER = r"(?:(?:do|does|did|have|has|had)(?: not|n't| never)|never|fails? to|failed to|neglects? to|without)"
_DECIDES = r"(?:elect|choos|chose|opt|direct|tell|told|ask|chang|notif|instruct|say|said|decid|mak|made|tak|select|act|sign|respond|fil(?:e|ing)|return|submit|complet|provid|giv|turn|log|contact|call|pick|hear|enrol|declin|waiv|stop|enter|want|do\b|go\b|set\b|indicat|cancel)"
_CHOICE_MADE = r"(?:elections?|action|choices?|forms?|decisions?|instructions?|response|answer)"
_UNASKED = Pattern(
    rf"\bautomatic\w*|\bauto[- ]|\bdefault(?! (?:invest|fund|option))\w*|\bdo(?:es|ing)? nothing\b|\b(?:says?|hears?|elects?|chooses?|signs?|sends?|files?|submits?|takes? no) (?:nothing|action|steps?)\b|\b{_NEVER} (?:[a-z']+ ){{0,2}}?{_DECIDES}\w*|\bno (?:[a-z]+ )?{_CHOICE_MADE}\b|\b(?:absence of|absent|lacking) (?:an?|any|your|another)\b|\bnothing from you\b|\b(?:newly|new) (?:[a-z-]+ )?(?:hires?|hired|employees?|joiners?|associates?|teammates?|colleagues|members|participants?)\b[^.;%]{{0,40}}\b(?:begins?|starts?|come in|go in|(?:are|is|will be) (?:put|placed|signed|brought|set|started|entered))\b|^new (?:hires?|employees?|joiners?)\b[^.;%]{{0,12}}\d%[^.;%]{{0,20}}\b(?:begins?|starts?)\b|\b(?:unless|until) (?:[a-z']+ ){{0,5}}?(?:{_DECIDES}|otherwise)|\bopt(?:s|ed|ing)?[- ]?out\b|\bdeclin\w+|(?<!if )(?<!say )(?<!once )(?<!when )\b(?:you|they) are in at (?:an? )?\d|\bnothing to (?:sign up|do|sign|fill)\b|\b(?:deemed|considered|presumed|treat(?:s|ed)|assumed)\b[^.;%]{{0,40}}\b(?:elect|chos|agree|enrol)\w*|\b(?:passive|negative) (?:election|enrol)|\b[eq]aca\b|\bsigns? (?:you|them|(?:all |every |each )?(?:new |newly hired )?[a-z]+) up\b|\b(?:we|payroll|the (?:company|plan|employer|firm))(?:'ll| will| shall| automatically)* (?:starts?|begins?|deducts?|withholds?|takes?|sets? up) (?:an? |deducting |withholding |taking |to (?:take|deduct|withhold|defer|save|set aside) )?\d+(?:\.\d+)?% (?:[^.;%]{{0,30}} )?(?:from|of|out of) (?:your|each|every)\b(?![^.;]*\b(?:if|when|once) you\b)|\b(?:we|payroll|the (?:company|plan|employer|firm))(?:'ll| will| shall)? (?:starts?|puts?|places?|brings?|gets?) (?:you|them|everyone|everybody|(?:all |every |each )?new(?:ly hired)? [a-z]+)(?: (?:in|off|out|on))?(?: the plan)? (?:at|with|saving)\b(?![^.;]*\b(?:if|when|once) you (?:want|elect|choose|ask|sign|enroll|tell|pick|decide))|\b(?:you|they|new (?:hires?|employees?|joiners?))(?:'ll| will| shall)(?: then| also)? be (?:put|placed|signed) (?:in|up)\b(?![^.;]*\b(?:if|when|once|as soon as) (?:you|they)\b)|\benrolled\b|\benrolls? (?:you|new|all|every|eligible|employees|them)\b|\benrollment (?:rate|percentage|is|at)\b"
)
"""Words of what happens to those who do nothing."""
_UNASKED_ABOVE = Pattern(
    rf"\b(?:is|are|will be|get) enrolled (?:at|in)\b|\bautomatic\w*|\bauto(?:-| (?!insur|home|loan|and )|$)|\bdefault(?! (?:invest|fund|option))\w*|\bdo(?:es|ing)? nothing\b|\b{_NEVER} (?:[a-z']+ ){{0,2}}?(?:elect|choos|enrol|act|sign|decid|respond|tak|mak)\w*|\bno (?:election|action|choice)\b|\b[eq]aca\b|\benroll?ment (?:rate|percentage)"
)
"""The same in what stands above."""
_PUTS_IN = Pattern(
    r"\benrol|\bauto|\bdefault|\bsign\w* (?:[a-z]+ ){0,3}up|\bput (?:[a-z]+ ){0,2}in\b|\bwithh|\bdeduct|\bcontribut|\bdefer|\bbrought in|\bstart|\bbegin|\bset\b|\bin at\b|\bgo(?:es)? in|\bsav|\btaken\b|@pre|% (?:of|from) (?:(?:your|their|eligible|each|the|every|base|gross|covered|plan|his or her) )*(?:pay|paycheck|compensation|earnings|salary|wages)"
)
_OF_SOMETHING_ELSE = Pattern(
    r"\b(?:core|employer|company|firm|university|hospital|bank|school)(?:'s)? (?:[a-z]+ )?contributions?\b|\beven if you\b|\bmatch\w*|\bvest\w*|\bnon-?elective|\binvest\w* (?:[a-z]+ ){0,3}\d+%|\d%(?![^.;%,]{0,20}\band (?:their|the|these|those|your|such)\b)[^.;%,]{0,25}\b(?:is|are|be) (?:automatically )?invested|\bstocks?\b|\bbonds?\b|\b(?:death|disability|survivor)\b|\bbenefit is\b|\bexample|\bpenalt|\bwithhold(?:ing)? tax|\bmandatory withh|\brolled over\b|\btax\b(?!-)|\bnot automatic|\bno auto(?!matic (?:annual |yearly )?(?:increas|escalat))|\bno (?:longer )?enrol(?!\w* (?:by you |from you )?(?:in|within|during|after) (?:your |the )?(?:first )?\d)|\b(?:may|can) (?:be |begin |start |also )*(?:elect|contribut|chang|sav|defer|enroll|set)|\bhce|\bhighly|(?<!one )(?<!1 )\byears? of service|\breturns?\b(?! (?:an?|the|your|it|this|any|or)\b)|\bexpense|\bratio\b|\bfees?\b|\bhired (?:before|prior)|\bwho (?:were|was|had been|have been)\b(?! (?:without|not)\b)|\b(?:old|former|previous) (?:rate|percentage)|\b(?:remov|eliminat|discontinu|terminat|delet|suspend)\w*|\bif you (?:are|were) (?:a )?(?:rehire|already)|\bloan|\bdistribut|\bwithdraw|\bpension|\bpartners?\b"
)
_NOT_HELD_FOR_THE_PLAN = Pattern(
    r"\b(?:withdrawals?|distributions?|(?:cash|benefit|plan) payments?|payouts?|refunds?|lump sums?|rollovers?|rolled over|amounts? (?:paid|withdrawn))\b[^.]{0,90}\d%[^.;]{0,40}\b(?:is|are|will be|must be|gets?) withheld\b|\bwithh\w+\b[^.;]{0,60}\bfrom (?:an?|any|the|your|these|such|each|all) (?:[a-z-]+ ){0,2}(?:withdrawals?|distributions?|payments?|payouts?|refunds?)\b|\bwithh\w+ (?:[a-z]+ ){0,2}?from (?:the |your |any |all |its |their )?(?:taxable|earnings|amount|part|portion|balance|rest|money|growth|gain)\w*\b|\b(?:to|into) (?:(?:an?|your) (?:[a-z@-]+ )?ira|another employer's plan)\b|\b(?:social security|medicare|fica|(?:union )?dues|garnish\w*|charit\w*|united way|pension|stock purchase|espp)\b|\b(?:for|as|in) (?:(?:federal|state|income|mandatory|withholding|estimated)(?: and)? )*tax(?:es)?\b(?!-)|\btax(?:es)? (?:is|are|will be) withheld|\b(?:company|employer|firm|bank|university|hospital|we)(?:'ll|'s)?(?: (?:will|shall|also|still|automatically))* (?:contributes?|gives?|adds?|puts? in|makes? (?:an?|the))\b(?![^.;]*\b(?:from|out of|on) (?:your|their) (?:pay|behalf|salary|wages|compensation|check|earnings)|[^.;]*(?:@pre|deferral))"
)
"""What is withheld for the tax office, or given by the employer."""
_MAY_CHANGE = Pattern(
    r"[,;]? ?\(?\b(?:but|although|though|however|which|and|unless|until|in which case)?,? ?(?:you|they|he or she|participants?|employees?|members?|the (?:participant|employee))(?: always| also)? (?:may|can|are free to|(?:have|has) the right to)\b[^.;%]*\b(?:change|choose|elect|opt|stop|increase|decrease|raise|lower|cancel|decline|select|waive|withdraw|refuse|another|different|otherwise)\b[^.;%]*(?=[.;]|$)",
    "may", "can", "free to", "right to",
)  # fmt: skip
"""`…, which you may change at any time`: who is free to do otherwise has still been enrolled."""
_NO_START = Pattern(
    r"\b(?:increas\w*|stop(?:s|ping)?|(?<!set )up to|max\w*|until|reach\w*|cap(?:s|ped)?|limit\w*|exceed\w*|above|below|plus|add(?:s|ed)?|till|creeps?|go(?:es|ing)? up|rais\w*|step\w*|target|(?:more|less|fewer|greater) than)\b[^%;]{0,25}$|\b(?:max(?:imum)?|minimum|at least(?! (?:age )?(?:\d[\d,]*|one|twenty-one) (?:years?|months?|days?|hours?)\b))\b[^;%]{0,90}$|\b(?:additional|another) (?:[a-z]+ ){0,2}$|\b(?:by|(?<!equal )(?<!default )(?<!defaults )(?<!defaulted )to|from|between|under|over|each|every|first|next|through|least|than|or)(?: an?| about)?(?: total of)? $|\d% (?:and|or) $|\buntil (?:an?|the|their|your|its) (?:[a-z@-]+ ){0,2}(?:percentage|rate|deferral|contribution)s? (?:of|is|reaches|equals)[^%;]{0,15}$|[+-] ?$"
)
_NO_START_AFTER = Pattern(
    r"^ ?[-+]|^, \d+(?:\.\d+)?%,? (?:or|and) \d|^ ?(?:increments|more|increas\w*|per year|a year|each (?:year|january|april|july)|every|annual\w*|yearly|per annum|higher|max\w*|until|till|point|step|to \d+|and \d+|or \d+|(?!(?:with|and|plus|subject to|including|to be|which|that) )(?:[a-z-]+ ){0,3}(?:increas|escalat)\w*(?! \()|or more|of (?:the |your )?(?:first|match)|of (?:our |all |eligible |the )*(?:employees|participants))\b"
)
_CLAUSES = Pattern(
    r"[.;•] |, (?:under which|whereby|in which|so that) | and (?=(?:the |an |its )?(?:automatic (?:enrol|defer|contrib)|auto-?enrol|default (?:rate|defer|contrib)))|,? (?:but|while|whereas) |, and (?=(?:the|we|our|an?|any|its) )|(?<=\D)[:] (?=the |we )"
)


def starts_at(text: str, about: str) -> tuple[str, int]:
    """The one percentage of a sentence on what happens to those who do nothing, and how surely; `about`: what stands above it."""
    text = _MAY_CHANGE.sub("", _OR_NONE.sub(" ", text))
    text = _REDUCED_BY.sub(r"\1 at ", text)
    if _HELD.search(text):
        text = _NOTHING_TO_DO.sub("you do nothing", text)
    unasked = _UNASKED.search(text)
    if not unasked and not _UNASKED_ABOVE.search(about):
        return "", 0
    if (
        not _PUTS_IN.search(f"{text} {about}")
        or _NOT_ENROLLED.search(text)
        or _WHATEVER_YOU_DO.search(text)
        or _NOT_HELD_FOR_THE_PLAN.search(text)
        or _CERTAIN.search(text)
        or _ONCE.search(text)
    ):
        return "", 0
    hits: list[tuple[str, bool]] = []
    for clause in _CLAUSES.split(text):
        if "%" not in clause or (len(clause) < len(text) and _OF_SOMETHING_ELSE.search(clause)):
            continue
        rise = _RISES_FROM.search(clause)
        end = rise.start() if rise else len(clause)  # what is said of the increase behind it is not the start
        if _OF_SOMETHING_ELSE.search(clause[: end if rise else None]):
            continue
        for hit in _ANY_PERCENT.finditer(clause, 0, end):
            before = _BRACKET.sub("", clause[: hit.start()])  # `(…, at least 30 days after this notice)`
            if (
                not _NO_START.search(before)
                and not _BETWEEN.search(before)
                and not _NO_START_AFTER.search(clause[hit.end() :])
            ):
                first = _FIRST_YEAR.match(clause, hit.end()) or _IN_FIRST_YEAR.search(before)
                hits.append((_short(hit[1]), bool(first)))
    # A schedule: `3% in your first year, 4% in your second year`.
    found = {percent for percent, first in hits if first} or {percent for percent, _ in hits}
    percent = next(iter(found)) if len(found) == 1 else "0"
    return (percent, 2 if unasked else 1) if LEAST <= Decimal(percent) <= MOST else ("", 0)


_REDUCED_BY = Pattern(
    r"(\breduc(?:ed|es|ing)\b[^.;%]{0,120}?) by (?:an? (?:amount |percentage )?(?:equal to|of) )?(?=\d)", "reduc"
)
"""`Earnings are reduced and contributed by 4%`: what the step of an increase sounds like is the rate."""
_HELD = Pattern(r"@pre|\bdeduct|\bwithh|\btaken\b|\bcomes? out\b", "@pre", "deduct", "withh", "taken", "out")
_NOTHING_TO_DO = Pattern(
    r"\b(?:you|they|employees) (?:(?:do|does|will) not (?:need|have) to (?:do anything|enroll|sign up|act|take any (?:action|steps)|elect anything)|need do nothing)(?=\W{1,3}(?!unless|until|if))",
    "not need to", "not have to", "need do nothing",
)  # fmt: skip
"""`You do not need to do anything: 4% of pay is deducted`."""
_BRACKET = Pattern(r" ?\([^()%]*\)", "(")
_FIRST_YEAR = Pattern(
    r" ?(?:of (?:your |their )?(?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages) )?[(,]? ?(?:is |will be )?(?:\w+ ){0,3}?(?:in|for|during|through(?:out)?|until the end of) (?:the |your |their |his or her |a participant's )*(?:(?:first|initial) (?:full )?(?:\w+ )?year|year (?:1|one)\b)"
)
_IN_FIRST_YEAR = Pattern(
    r"\b(?:first|initial)(?: full)?(?: plan| calendar)? year\b[^.;,%]{0,30}[:|-]? ?$|\byear (?:1|one):? $"
)
_BETWEEN = Pattern(r"\bbetween \d+(?:\.\d+)?% (?:and|to) $")
_OR_NONE = Pattern(r"\(?\bincluding (?:an election of |an election for |of )?0%\)?", "0%")
_RISES_FROM = Pattern(
    r"(?:(?<!\()increas|escalat|\bbump|\bcreep|\bclimb|\brais|\bstep(?:s|ped|ping)? up|\bgo(?:es|ing)? up|\bris(?:e|es|ing)\b)"
)
_POINTS = Pattern(r"\b(?P<word>one|two|an?|1|2)(?: full)? (?:percentage )?points?\b", "point")
_MORE = Pattern(
    r"\bincreas\w*|\bescalat\w*|\bgo(?:es|ing)? up|\bbump\w*|\bmore\b|\bup\b|\brais\w*|\bstep\w*|\bris(?:e|es|ing)\b|\badd(?:s|ed)?\b|\bgrow\w*|\bclimb\w*|\bhigher\b|\+\d"
)
_WHEN_YEARLY = Pattern(
    r"\b(?:each|every|per|a|once a|an) (?:plan |calendar |following )?(?:year|annum|spring|fall|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december|anniversary)\b|\bannual\w*|\byearly\b|\banniversar\w+|\bwith the (?:first|last) (?:full )?(?:pay|payroll|paycheck|check|pay period)s? (?:of|in) (?:each |every )?(?:year|january|february|march|april|may|june|july|august|september|october|november|december)\b(?!,? (?:of )?(?:19|20)\d\d)"
)


def rises_by(text: str, about: str) -> str:
    """The one small percentage by which a sentence lets contributions rise every year."""
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
        _short(hit[1])
        for hit in _ANY_PERCENT.finditer(text)
        if 0 < Decimal(hit[1]) <= 3
        and (
            _STEP_BEHIND.search(text[hit.end() :])
            or (_STEP_BEFORE.search(text[: hit.start()]) and not _BOTH_NAMED.search(text[: hit.start()]))
            or (_EACH_TIME.search(text[: hit.start()]) and _TO_A_TOP.match(text[hit.end() :]))
        )
        and not _CHOICE.search(text[: hit.start()])
        and not _RANGE.search(text[hit.end() :])
    }
    return next(iter(found)) if len(found) == 1 else ""


_STEP_BEHIND = Pattern(
    r"^(?! ?of (?:each|every) ) ?(?:of (?:pay|compensation|salary|earnings) )?(?:[a-z-]+ ){0,3}?(?:increas\w*|escalat\w*|more|each|every|per|a year|annually|annual (?=auto|incr|step|esc)|yearly|higher|points?|steps?)\b"
)
_STEP_BEFORE = Pattern(
    rf"(?:{_MORE.text})(?!.*\b(?:max\w*|until|up to|reach\w*|cap\w*|than|least|exceed\w*|enrol\w*|starts?|starting|from|to)\b)[^%;.]{{0,40}}$|(?<!% )\+ ?$"
)
_EACH_TIME = Pattern(
    r"\b(?:each|every) (?:plan |calendar )?(?:year|anniversary|spring|fall|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b[^.;%]{0,25}$",
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
