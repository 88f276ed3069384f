"""What a unit says of automatic enrolment: its rate and its yearly step, with what stands above and before."""

from __future__ import annotations

from megaroth.reader.capped import ADDRESS
from megaroth.reader.caption import above
from megaroth.reader.changed import as_changed
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.starting_rate import PERCENT, short, starts_at
from megaroth.reader.step_told import step_told
from megaroth.reader.units import Claim, Unit
from megaroth.reader.yearly_step import enrolled_before, raised_by, rises_by, step_of_rows, step_of_years

_SAID_OF_DEFERRALS = Pattern(
    r"contribut|deferral|deferred|\bdefault\b(?! (?:fund|invest|option|loan|on))|\bauto\b(?! (?:insur|home|loan))|\brate\b|percentage|election|saving|automatic|escalat|enrol|\byour?\b|\bincrease (?:program|feature)|\bthe (?:annual |automatic |yearly )*increase of \d+(?:\.\d+)?% (?:every|each)\b"
)
_YEARLY = Pattern(
    r"\bevery (?:march|may|june|fall|spring)|\bfirst (?:pay ?)?(?:checks?|day|payroll|period|paycheck) (?:in|of) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?!,? (?:of )?(?:19|20)\d\d)|\bauto|\bannual|\beach|\bevery|\byear|\bper year|\bjanuary|\bapril|\bjuly|\banniversary"
)
_NO_RISE = Pattern(
    r"\bnot (?:be )?(?:automatically )?(?:increas|rais|go up|ris|escalat)\w*(?! (?:above|beyond|over|past|more))|\bexample|\be\.g\b|\bsalaries (?:rise|increase|go)|\bif you increase|\bsign up to\b|\bricher|\bassum|\bpension|\b(?:sponsor|employer|company) (?:to |will |shall |must )?contribut|\b(?:each|every|per) (?:additional |completed |full )?year of (?:[a-z]+ )?service"
)
_REACH = Pattern(
    rf"\b(?:until|to a maximum of|up to|maximum of|max of|reach(?:es)?|cap(?:ped)? (?:at|of)|not (?:to )?exceed)\b[^.;%]{{0,50}}?{PERCENT}"
)


def claims_of(document: Document, unit: Unit, place: int) -> list[Claim]:
    """What one unit says of both."""
    text = as_changed(document.full(unit) if "enrol" in document.lead_of(unit) else unit.norm)
    text = ADDRESS.sub("", _SO_THAT.sub("", _IT_WAS.sub("", text)))
    if " will " in f" {text}" and "(" in text:
        text = _NOW_IN_BRACKETS.sub("", text)
    if document.is_condition(unit, _NOT_HEARD_OF) or (unit.cell and _OF_PAYMENTS.search(document.lead_of(unit))):
        return []
    if " up " in text:
        text = _ONE_UP.sub(r"\g<verb> up by 1%", _ONE.sub(" 1", text))
    if "+" in text:
        text = _PLUS_POINTS.sub(r"+\1%", text)
    found = []
    said = f"{text} {unit.answer_to} {document.lead_of(unit) if unit.cell else ''} {document.heads_of(unit, 2)}"
    about = above(document, unit, place)
    if _THE_RATE.search(text) and place:
        about = f"{about} < {document.units[place - 1].norm}"
    elif (place and "%" in text and _ALREADY_IN.match(document.units[place - 1].norm)) or (
        "%" in text and place + 1 < len(document.units) and _IT_WAS_AUTOMATIC.match(document.units[place + 1].norm)
    ):
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
        percent, rest = raised_by(text)
        if percent:
            found.append(Claim("auto_increase_percent", percent, unit, 2))
            if reach := _REACH.search(rest):
                found.append(Claim("auto_increase_up_to_percent", short(reach[1]), unit, 2))
    fields = {claim.field for claim in found}
    if not fields and (
        step := step_of_rows(document, unit, place)
        or step_of_years(text, f"{said} {about}", enrolled_before(document, unit, place))
    ):
        return [Claim("auto_increase_percent", step, unit, 2)]
    unasked = "enrolled" if "auto_enrolment_percent" in fields else enrolled_before(document, unit, place)
    if "auto_increase_percent" not in fields and (
        percent := rises_by(
            _PLUS_POINTS.sub(r"+\1%", _SO_THAT.sub("", text if " up by 1%" in text else unit.norm)),
            f"{said} {about} {unasked}",
        )
    ):
        found.append(Claim("auto_increase_percent", percent, unit, 1))
    stepped = "auto_increase_percent" in {claim.field for claim in found}
    if "%" in text and not stepped and (step := step_told(document, unit, place, about)):
        found.append(Claim("auto_increase_percent", step, unit, 1))
    return found


_NOT_HEARD_OF = Pattern(
    r"\bif (?:the plan|we|the company|payroll)(?: administrator)? (?:has|have|had|does|do|did) not (?:heard?|received?|gets?|got)\b",
    "not hear", "not rece", "not g",
)  # fmt: skip
"""`If the Plan has not heard from you` is no condition but what enrols."""
_ONE = Pattern(r"(?<= by) one\b(?! of\b| half| quarter|-)|(?<= up) one\b(?! of\b| half| quarter|-)", " one")
_ONE_UP = Pattern(
    r"\b(?P<verb>(?:steps?|goes|go|moves?|bumps?|nudge[sd]?|ris(?:es|e)|ticks?)(?: (?:it|that|this|you|them))?) up (?:by )?(?:an? (?=per|point)|1(?![\w.%/-]| half| quarter| of) ?)(?:percent(?:age)?(?: points?)?|points?)?",
    " up ",
)
"""`Each January the percentage steps up by one`, `you go up a percent`."""
_OF_PAYMENTS = Pattern(
    r"\bwithholding\b|\b(?:withdrawals?|distributions?|hardships?|loans?|rollovers?)\b(?![^|]*\b(?:enrol|default))",
    "withholding", "withdraw", "distribution", "hardship", "loan", "rollover",
)  # fmt: skip
"""A row or a column of money paid out: `20% withholding? | No (10% unless you elect out)`."""
_PLUS_POINTS = Pattern(
    r"(?<![\d%] )(?<!\d)\+ ?([12])(?= (?:points? )?(?:each|every|a year|per year|annually|yearly)\b)", "+"
)
_ALREADY_IN = Pattern(
    r"^\W*(?:you do not (?:have|need) to do (?:a thing|anything(?: at all)?)|(?:your employer|the (?:plan|company|employer)|our plan|we|it|[a-z&.]+) (?:has|have|offers?|uses?|features?|includes?|provides? for|provides?|comes with|has chosen|have chosen|chose|adopted|has adopted) (?:an )?(?:automatic enrollment|auto-?enrollment)(?: feature| program)?|you are (?:already |automatically )?in(?: the plan)?|(?:there is |you have )?nothing to (?:do|sign(?: up for)?|fill out)|it is automatic)\W*$",
    "in", "nothing", "automatic", "auto-enrol", "autoenrol", "not ",
)  # fmt: skip
_IT_WAS_AUTOMATIC = Pattern(
    r"^\W*(?:you (?:did|do|will) not (?:have|need) to (?:do|sign|act|fill|lift|choose|elect|enroll|take)\b(?! (?:anything|it) (?:if|unless|until|else))|no action (?:is|was) (?:needed|required)|there (?:is|was) nothing (?:for you )?to (?:do|sign|fill)|(?:your |the )?enrollment (?:is|was|happens) (?:automatic\w*|by itself|on its own)|(?:this|that|it) (?:is|was|happens|happened|goes) (?:automatic\w*|by itself|on its own)|you (?:were|are) (?:automatically enrolled|enrolled automatically)|(?:you|new (?:hires?|employees?|colleagues|members|associates|joiners)|(?:all |eligible )?(?:employees|participants?)|everyone|they)(?: (?:who|with) [^,;%]{3,40}?)? (?:is|are|will be|gets?) (?:automatically )?(?:enrolled|signed up|started|put in|entered) at (?:that|this) (?:rate|percentage|level))",
    "not ", " that ", " this ", "no action", "nothing", "automatic", "by itself", "on its own",
)  # fmt: skip
"""Behind `Your first contribution will be 3% of pay`: nobody asked for it."""
_ON_THE_RISE = Pattern(
    r"^(?!.*\b(?:enrol|default|initial|start))\W*(?:(?:the|your|our|an?|automatic|automated|auto|annual|yearly|rate|contribution|deferral|savings)[ -]?)*(?:increas|escalat|boost|step|rais|ris(?:e|ing))\w*",
    "increas", "escalat", "boost", "step", "rais", "ris",
)  # fmt: skip
"""A caption on the increase alone."""
_OF_A_SCHEDULE = Pattern(r"^(?!.*\b(?:enrol|withh|deduct|taken|defer)).*\b(?:vest|match)", "vest", "match")
"""A schedule of what is vested or matched enrols nobody, though it comes by itself."""
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
    r" ?\((?:[^()%;,]{0,30}[;,] )?(?:(?:it|this|that|which|the rate) )?(?:was|were|had been|used to be|up from|formerly|previously|instead of|rather than)\b[^()]*\)| ?\(\d[\d.]*% (?:before|until|till|through|prior to|up to) [^()%]*\)",
    "(",
)
"""`At 6% (it was 3%)`."""
_SO_THAT = Pattern(
    r",? ?\(?\bso (?:that )?(?:you|they|nobody|no one|everyone|participants?|employees?|your|their)\b[^.;%()]*(?:\)|(?=[.;,]| and (?:then )?(?:raise|increase|go|step|add)|$))|,? (?:in order )?to (?:get|receive|earn|obtain|secure|capture|take) (?:you |them )?(?:all |full |advantage |of |the |your |our |full |whole |maximum |entire |company |employer )+match\b[^.;%()]*(?=[.;,]|$)",
    "so ", "match",
)  # fmt: skip
"""`… so that you get the whole match`: what it is for says nothing of another rate."""
_NOW_IN_BRACKETS = Pattern(r" ?\((?:now|currently|today|at present|presently)(?: at| it is| it's)? \d[\d.]*%\)", "(")
"""`Will be 5% (now 3%)`."""
_THE_RATE = Pattern(
    r"\b(?:the|your) (?:new |default |initial |automatic |enrollment |deferral |contribution )*(?:rate|percentage) (?:will be|is|becomes|shall be|goes to|rises to)\b"
)
"""Which rate, the sentence before tells."""
_AS_YET = Pattern(r"\b(?:currently|at present|presently|today|right now|for now|at this time|until now|so far)\b")
_TO_COME = Pattern(r"\b(?:will|shall|becomes?|changes?|rises?|goes)\b[^.;]{0,30}\d%", "%")


def _another_to_come(document: Document, unit: Unit, place: int) -> bool:
    """Whether the next sentence gives the rate that follows the current one."""
    after = document.units[place + 1] if place + 1 < len(document.units) else None
    return after is not None and _THE_RATE.search(after.norm) is not None and _TO_COME.search(after.norm) is not None
