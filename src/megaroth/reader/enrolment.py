"""At what percentage the plan enrols people who do nothing, and by how much it raises that every year.

An increase that is for those who ask for it, and one whose size the participant chooses, is none. What happened once ("all who
were not contributing were enrolled in May") is not what the plan does.
"""

from __future__ import annotations

import re
from decimal import Decimal

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_P = r"(\d{1,3}(?:\.\d+)?)%"
MOST = 25
"""More than that nobody is enrolled at unasked: it is of something else."""
_AUTO = Pattern(
    rf"\b(?:automatic(?:ally)?(?: be)? enroll\w*|auto[- ]?enroll\w*|enrolled automatically|automatic enrollment|automatic (?:contribution|deferral) (?:rate|amount|percentage)|default (?:contribution|deferral) (?:rate|percentage))\b[^.;]{{0,150}}?{_P}|\b(?:@pre |default |initial )*(?:deferral|contribution)(?: rate)? of {_P}[^.;]{{0,60}}\bautomatic(?:ally)? enroll|\bat {_P}[^.;]{{0,40}}\bautomatically enroll|\b(?:enroll?(?:s|ed)? (?:you|new (?:hires|employees|joiners|associates)|employees)|(?:you|they|(?:new )?(?:employees|hires|joiners|associates|participants?))(?: are| is| will be|'re|'ll be) enrolled|^enrolled)\b(?![^.;%]{{0,40}}\bre-?enrol)[^.;%]{{0,60}}?\b(?:at|with) (?:a (?:@pre )?(?:deferral |contribution )?(?:rate )?of )?{_P}|{_P} of [^.;%]{{0,50}}\b(?:will be|is|are) automatically (?:contributed|deferred|deducted|withheld|saved)|\bautomatic enrollment (?:rate |percentage )?(?:is|was|of|at|to|will be)(?: (?:raised|increased|set))?(?: (?:to|at|from \d+% to))? {_P}|\benrolled [^.;]{{0,30}}automatically[^.;]{{0,60}}?{_P}|\bautomatically (?:start |begin |be )?(?:withh\w*|deduct\w*|contribut\w*|defer\w*|take|set aside|sav\w*)[^.;%]{{0,40}}?{_P}|\b(?:if you (?:do nothing|take no action|do not (?:elect|choose|enroll|opt out|decide|make an election)[^.;%]{{0,40}})|unless you (?:elect|choose|decide|opt)[^.;%]{{0,40}}|by default),? [^.;%]{{0,40}}?{_P} (?:of )?[^.;]{{0,50}}\b(?:deferred|contributed|withheld|deducted|taken|saved|goes)|{_P} (?:of )?[^.;%]{{0,50}}\b(?:deferred|contributed|withheld|deducted) automatically",
    "enrol", "auto", "default", "do nothing", "no action", "do not", "unless",
)  # fmt: skip
_AUTO_TOO = Pattern(
    rf"\b(?:treated as (?:having elected|if you (?:had )?elected)|deemed to have elected|considered to have elected)\b[^.;%]{{0,60}}?{_P}|\bautomatic (?:election|enrollment|contributions?|deferrals?)\b[^.;%]{{0,30}}\b(?:starts?|begins?|is set|be set|set|is|of|equals)\b[^.;%]{{0,20}}? {_P}|\b(?:unless you (?:say|tell us|elect|choose|decide|opt|ask|make|select|instruct)|if you (?:do not|make no|take no|fail to|have not)|if we (?:do not|have not) (?:hear|heard))[^.;%]{{0,70}}?,? (?:and )?(?:the company|we|your employer|the plan|the employer)(?:'ll| will| shall)? (?:automatically )?(?:begins? |starts? )?(?:deduct|withhold|sign|enroll|start|defer|contribut|put|set|tak)\w*[^.;%]{{0,50}}?{_P}|\b(?:we|the company)(?:'ll| will)? (?:sign|enroll|start|set|put) (?:you|new [a-z]+|people) (?:up |in )?(?:automatically )?(?:at|for|with) {_P}|\bdeferral of {_P}[^.;%]{{0,40}}\bbegins (?:with|on|after)\b|\bdefaulted in(?:to)?\b[^.;%]{{0,30}}? at {_P}|\bunless you (?:say|elect|choose|tell)[^.;%]{{0,40}},? {_P} of|\b(?:if (?:you|we|they) (?:do not|make no|take no|fail to|have not|see no|hear nothing|get no|have no)|unless we hear)\b[^.;%]{{0,130}}(?:,|\band)(?: then)? {_P} of (?:your |their |eligible |base |gross |the )*(?:pay|compensation|earnings|salary|paycheck|wages)[^.;%]{{0,30}}\b(?:will be|is|are|gets) (?:automatically )?(?:contributed|deferred|withheld|deducted|saved|taken|put)\b(?! (?:in|for|as) (?:[a-z]+ )?tax)|\b(?:employees|participants?|associates|members|colleagues|teammates|staff|hires|anyone|everyone|you)(?: who [^.;%]{{0,70}}| hired [^.;%]{{0,50}}| with no election)? (?:are|is|shall be|will be|will (?:still|also|then) be) (?:automatically )?(?:enrolled|signed up|put in|entered|started)(?: automatically| in the plan| in it)* (?:at|with) (?:an? )?(?:@pre )?(?:(?:deferral|contribution|savings) )?(?:rate |percentage )?(?:of )?{_P}(?! match)|\b(?:everyone|anyone|all [a-z]+) (?:hired |who )[^.;%]{{0,90}}?(?:was|is|are|were|will be) (?:automatically )?enrolled (?:at|with) {_P}|\bdefault is (?:an? )?[^.;%]{{0,40}}?{_P}|^(?:all |most )?(?:newly hired|new|eligible) [a-z]+ (?:who [^.;%]{{0,60}} )?(?:(?:are|is|will be) (?:automatically )?enrolled (?:automatically )?[^.;%]{{0,40}}?(?:at|with|of)|(?:begin|start)s?(?: automatically)? at) {_P}",
    "enrol", "automatic", "default", "treated as", "deemed", "considered to", "signed up", "put in", "entered", "unless", "if you", "if we", "sign you", "sign new", "start", "set you", "put you", "begin", "deferral of",
)  # fmt: skip
_WHATEVER_YOU_DO = Pattern(
    r"\b(?:regardless of|whether or not|even if)\b[^.;]{0,40}\b(?:contribut|defer|participat|sav)|\b(?:company|employer|firm|bank|university|[a-z]+) automatically contributes?\b(?![^.;]*\b(?:pre-tax|@pre|unless|opt|deferral))",
    "regardless", "whether or not", "even if", "automatically contribute",
)  # fmt: skip
"""What comes without anybody's own contribution is the employer's money."""
_RAISED_TO = Pattern(
    rf"(?:\b(?:is|was|were|has been|have been|amended[^.;%]{{0,60}} to|and to) (?:rais|increas|chang|lower|reduc|decreas|adjust)(?:es?|ed)?\b|\b(?:increas|rais|reduc|chang|decreas|lower|adjust)(?:es|ed) the|\b(?:percentage|rate|enrollment|deferral|default) (?:increas|rais|chang|lower|reduc|decreas)ed|\ban? (?:increase|change|decrease|reduction) (?:in|to|of) the)[^.;%]{{0,90}}?(?:\bfrom \d+(?:\.\d+)?% )?(?<!up )\bto {_P}",
    "rais", "increas", "chang", "lower", "reduc", "decreas", "adjust",
)  # fmt: skip
"""`The rate was increased from 3% to 6%`; not `3%, increasing to 4% in the third year`."""
_NOT_ENROLLED = Pattern(
    r"\bexample|\bno longer|\bnot (?:be )?automatically enrolled at|\bchange your|\bmay change|\bno automatic enrol|\buntil (?:19|20)\d\d|\bwas at\b|\bused to\b|\breceive a\b|\bin (?:19|20)\d\d at\b|\b(?:remov|eliminat|discontinu|terminat|delet)\w* (?:the |its |both )?(?:[a-z]+ and )?auto|\bprior to (?:the )?(?:plan )?(?:termination|amendment|merger|restatement|change|that date|this date)"
)
_OTHER_PERCENT = Pattern(
    r"\binvest|\bvest|\bnon-?elective|\bemployer contribution|\bincreas|\bescalat|\bgo(?:es)? up\b|\bris(?:e|es|ing)\b|\bstep(?:s|ped)? up|\bmatch|\bmaximum|(?<!set )\bup to\b|\bnot exceed|\bpartners?\b|\b(?:hired|employed) (?:before|prior to)\b"
)
"""Between the word and the percentage: then it is of something else."""
_SAID_ANEW = Pattern(
    r"\b(?:escalat|increas)\w*[^.;%]{0,90}?\b(?:whereby|under which|in which|where|that|so that)\b[^.;%]{0,60}?((?:automatically|auto-?) ?enroll\w*)(?![^.;%]*(?:escalat|increas))",
    "escalat", "increas",
)  # fmt: skip
_TO = Pattern(rf" ?(?:of [a-z ]{{0,40}})?to {_P}", "to ")
_CERTAIN = Pattern(r"\b(?:certain|select|some|specified)(?: other)? (?:[a-z-]+ ){0,3}(?:employees|participants?|members|groups?|locations?|business)", "certain", "select", "some", "specified")  # fmt: skip
_OTHER_BENEFITS = Pattern(
    r"\b(?:dental|medical|vision|hsa|fsa|insurance|health (?:savings|plan|account|care))\b",
    "dental", "medical", "vision", "hsa", "fsa", "insurance", "health",
)  # fmt: skip
_ONCE = Pattern(
    r"\b(?:existing|current|active|already|not (?:then |currently |yet )?(?:contributing|participating|enrolled|deferring)|transferred|acquired|enrolled in the [a-z]+ plan)\b[^.;%]{0,90}\b(?:were|was) (?:also )?(?:auto|automatically)|\b(?:on|in|during) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:\d{1,2}, )?(?:19|20)\d\d,? [^.;%]{0,60}\b(?:were|was) (?:auto|automatically)",
    "were auto", "was auto", "were also auto", "was also auto",
)  # fmt: skip
"""What was done once with those who were there."""
_RISE = r"\b(?:auto-?)?(?:increas\w*|escalat\w*|step(?:s|ped)?[- ]ups?|go(?:es|ing)? up|up(?= ?$)|rais\w+|bump(?:s|ed)? (?:you )?up|ris(?:e|es|ing)|grow(?:s|ing)?|climb(?:s|ing)?)\b"
_RISES = Pattern(_RISE)
_ANY_PERCENT = Pattern(_P, "%")
_STEP_NOUN = Pattern(
    r"^,? (?:(?:per year|per annum|annual|annually|automatic|automatically|auto|yearly|deferral|contribution|rate|each year|a year)[, -]{1,2})*(?:increases?|escalations?|escalators?|step-ups?|raise)\b(?! (?:by\b|to \d|\d|from))"
)
"""`1% automatic increases`: the percentage is the step."""
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
    r"contribut|deferral|deferred|\brate\b|percentage|election|saving|automatic|escalat|enrol|\byour?\b|\bincrease (?:program|feature)|\bthe (?:annual |automatic |yearly )*increase of \d+(?:\.\d+)?% (?:every|each)\b"
)
_YEARLY = Pattern(
    r"\bevery (?:march|may|june|fall|spring)|\bauto|\bannual|\beach|\bevery|\byear|\bper year|\bjanuary|\bapril|\bjuly|\banniversary"
)
_NO_RISE = Pattern(
    r"\bexample|\bsalaries (?:rise|increase|go)|\bif you increase|\bsign up to\b|\bricher|\bassum|\bpension|\b(?:sponsor|employer|company) (?:to |will |shall |must )?contribut|\b(?:each|every|per) (?:additional |completed |full )?year of (?:[a-z]+ )?service"
)
_OF_OTHER_THINGS = Pattern(
    r"\bmatch|\bvest|\bcola\b|\b(?:employer|company|university|nonelective|profit[- ]sharing)(?:'s)? (?:[a-z]+ )?contribution|\bcost of living|\b(?:pay|salary|wages|earnings|balance|account|fees?|premiums?|price|dividends?|inflation|limits?|caps?|maximum)(?: amount)? (?:(?:is|are|will be|was|were|will|shall|automatically) )*$|\bsalary $"
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
_REACH = Pattern(
    rf"\b(?:until|to a maximum of|up to|maximum of|max of|reach(?:es)?|cap(?:ped)? (?:at|of)|not (?:to )?exceed)\b[^.;%]{{0,50}}?{_P}"
)


def claims_of(document: Document, unit: Unit) -> list[Claim]:
    """What one unit says of both."""
    text = document.full(unit) if "enrol" in document.lead_of(unit) else unit.norm
    if document.is_condition(unit):
        return []
    found = []
    if percent := _enrolled_at(text):
        found.append(Claim("auto_enrolment_percent", percent, unit, 2))
    said = f"{text} {unit.answer_to} {document.heads_of(unit, 2)}"
    about = f"{document.heads_of(unit, 1)} {document.follows.get(id(unit), '')} {document.lead_of(unit)}"
    if not found and (percent := starts_at(text, about)):
        found.append(Claim("auto_enrolment_percent", percent, unit, 1))
    if _SAID_OF_DEFERRALS.search(said) and _YEARLY.search(text) and not _NO_RISE.search(text):
        percent, rest = _raised_by(text)
        if percent:
            found.append(Claim("auto_increase_percent", percent, unit, 2))
            if reach := _REACH.search(rest):
                found.append(Claim("auto_increase_up_to_percent", _short(reach[1]), unit, 2))
    if not any(claim.field == "auto_increase_percent" for claim in found) and (percent := rises_by(unit.norm, said)):
        found.append(Claim("auto_increase_percent", percent, unit, 1))
    return found


def _short(percent: str) -> str:
    """`3.00` is 3."""
    return f"{Decimal(percent).normalize():f}"


def _enrolled_at(text: str) -> str:
    """The percentage at which those are enrolled who do nothing; empty where none is said."""
    hit = _AUTO.search(text) or _AUTO_TOO.search(text)
    if hit and (anew := _SAID_ANEW.search(hit[0])):
        # `Automatic enrollment and escalation provisions, whereby all are automatically enrolled at 4%`.
        text = text[hit.start() + anew.start(1) :]
        hit = _AUTO.search(text) or _AUTO_TOO.search(text)
    if (
        not hit
        or _NOT_ENROLLED.search(text[: hit.end()])
        or "example" in text
        or _WHATEVER_YOU_DO.search(text)
        or re.search(r"\buntil (?:19|20)\d\d", text)
        or _OTHER_BENEFITS.search(text[hit.start() : hit.end() + 60])
        or _CERTAIN.search(text[max(0, hit.start() - 60) : hit.end()])
        or _ONCE.search(text[: hit.end()])
        or _A_YEAR.search(text[hit.end() :])
        or _STEP_NOUN.search(text[hit.end() : hit.end() + 80])
        or re.search(r"\b(?:additional|maximum)\b[^.;,%]{0,40}$", text[: hit.start()])
    ):
        return ""
    percent = next(group for group in hit.groups() if group)
    if hit[0].endswith(f"from {percent}%") and (later := _TO.match(text[hit.end() :])):
        percent = later[1]
    if changed := _RAISED_TO.search(text[max(0, hit.start() - 60) :]):
        percent = changed[1]
    elif _OTHER_PERCENT.search(hit[0]):
        return ""
    return _short(percent) if 0 < Decimal(percent) <= MOST else ""


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
            and not _OF_OTHER_THINGS.search(ahead[-60:])
            and not _ASKED_FOR.search(ahead)
            and not _TAKEN_AWAY.search(ahead[-70:])
            and not _WAS_TAKEN_AWAY.search(after)
        ):
            found[sure].setdefault(_short(hit[1]), text[hit.end() : hit.end() + 120])
    best = found[2] or found[1]
    return next(iter(best.items())) if len(best) == 1 else ("", "")


_UNASKED = Pattern(
    r"\bautomatic\w*|\bauto[- ]|\bdefault\w*|\bdo(?:es)? nothing\b|\b(?:do|does|did|have|has)(?: not|n't) (?:\w+ )?(?:elect\w*|choose|chosen|enrol\w*|act|opt\w*|mak\w+|made|take|taken|sign\w*|decid\w*|respond\w*|select\w*|fil(?:e|ed)|want|do|chang\w*|go|tell|heard?)\b|\b(?:doing|mak(?:e|es|ing)|made|fil(?:e|es|ed)) no(?:thing| election)\b|\bno action\b|^new (?:hires?|employees?|joiners?|associates?|teammates?)\b[^.;%]{0,12}\d%[^.;%]{0,20}\b(?:begins?|starts?)\b|\bwithout (?:an |any |your )?(?:election|action|doing)|\bunless\b|\bopt(?:s|ed|ing)? out\b|\bdeclin\w+|\bfail to\b|\benroll?(?:ed|s|ment)?\b"
)
"""Words of what happens to those who do nothing."""
_OF_SOMETHING_ELSE = Pattern(
    r"\bmatch\w*|\bvest\w*|\bnon-?elective|\b(?:company|employer|firm|bank|university|profit[- ]sharing)(?:'s)? (?:(?:\w+ )?contribut|adds?\b|gives?\b|puts?\b)|\binvest\w*|\bexample|\bpenalt|\bwithhold(?:ing)? tax|\bmandatory withh|\brolled over\b|\btax\b|\bnot automatic|\bno auto|\bno (?:longer )?enrol|\bmay (?:be )?(?:elect|contribut|chang|sav|defer)|\bhce|\bhighly|\byears? of service|\breturn|\bfees?\b|\bcertain\b|\bhired (?:before|prior)|(?<!if you )\bwere\b|\bused to\b|\b(?:remov|eliminat|discontinu|terminat|delet|suspend)\w*|\bif you (?:are|were) (?:a )?(?:rehire|already)"
)
_NO_START = Pattern(
    r"(?:\b(?:increas\w*|by|additional|another|up to|max\w*|until|reach\w*|to a|cap\w*|limit\w*|more|less|than|least|between|exceed\w*|above|below|under|over|below|plus|from|add\w*|up|\+|goes|go|rais\w*|step\w*|every|each|through|to|target|first|next)\b[^%;]{0,25}|[+-] ?)$"
)
_NO_START_AFTER = Pattern(
    r"^ ?[-+]|^ ?(?:more|increas\w*|per year|a year|each|every|annual\w*|yearly|per annum|higher|max\w*|until|point|step|to \d+|and \d|(?:[a-z-]+ ){0,3}(?:increas|escalat)\w*|or more|of (?:the |your )?(?:first|match))\b"
)


def starts_at(text: str, about: str) -> str:
    """The one percentage of a sentence on what happens to those who do nothing; `about`: headings and question above it."""
    if not (_UNASKED.search(text) or _UNASKED.search(about)) or _OF_SOMETHING_ELSE.search(text):
        return ""
    if not re.search(
        r"\benrol|\bauto|\bdefault|\bsign\w* up|\bput (?:you )?in\b|\bwithh|\bdeduct|\bcontribut|\bdefer|\bbrought in|\bstart|\bbegin|\bset\b|\bin at\b|\bsav|@pre",
        f"{text} {about}",
    ):
        return ""
    text = _OR_NONE.sub(" ", text)
    rise = _RISES_FROM.search(text)
    end = rise.start() if rise else len(text)  # what is said of the increase behind it is not the start
    found = {
        _short(hit[1])
        for hit in _ANY_PERCENT.finditer(text, 0, end)
        if not _BETWEEN.search(text[: hit.start()])
        and not _NO_START.search(text[: hit.start()])
        and not _NO_START_AFTER.search(text[hit.end() :])
    }
    percent = next(iter(found)) if len(found) == 1 else "0"
    return percent if 0 < Decimal(percent) <= MOST and _OTHER_BENEFITS.search(text) is None else ""


_OR_NONE = Pattern(r"\(?\bincluding (?:an election of |an election for |of )?0%\)?", "0%")
_BETWEEN = Pattern(r"\bbetween (?:\d+(?:\.\d+)?% (?:and|to) )?$")
_RISES_FROM = Pattern(r"(?:increas|escalat|\brais|\bstep(?:s|ped|ping)? up|\bgo(?:es|ing)? up|\bris(?:e|es|ing)\b)")
_POINTS = Pattern(r"\b(?P<word>one|two|1|2)(?: full)? (?:percentage )?points?\b", "point")
_MORE = Pattern(
    r"\bincreas\w*|\bescalat\w*|\bgo(?:es|ing)? up|\bbump\w*|\bmore\b|\bup\b|\brais\w*|\bstep\w*|\bris(?:e|es|ing)\b|\badd(?:s|ed)?\b|\bgrow\w*|\bclimb\w*|\bhigher\b|\+\d"
)
_WHEN_YEARLY = Pattern(
    r"\b(?:each|every|per|a|once a|an) (?:plan |calendar |following )?(?:year|annum|spring|fall|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december|anniversary)\b|\bannual\w*|\byearly\b|\banniversar\w+"
)


def rises_by(text: str, about: str) -> str:
    """The one small percentage by which a sentence lets contributions rise every year."""
    text = _POINTS.sub(lambda found: {"one": "1", "two": "2"}.get(found["word"], found["word"]) + "%", text)
    if not _WHEN_YEARLY.search(text) or not _MORE.search(f"{text} {about}") or _RISES_OTHERWISE.search(text):
        return ""
    if not re.search(
        r"\bauto|\benrol|\bdefer|\bcontribut|\brate\b|\bescalat|\bpercent\w*|\byou\b|\byour\b|\bit\b|\bwe\b",
        f"{text} {about}",
    ):
        return ""
    found = {
        _short(hit[1])
        for hit in _ANY_PERCENT.finditer(text)
        if 0 < Decimal(hit[1]) <= 3
        and (_STEP_BEHIND.search(text[hit.end() :]) or _STEP_BEFORE.search(text[: hit.start()]))
        and not _CHOICE.search(text[: hit.start()])
        and not _RANGE.search(text[hit.end() :])
    }
    return next(iter(found)) if len(found) == 1 else ""


_STEP_BEHIND = Pattern(
    r"^ ?(?:of (?:pay|compensation|salary|earnings) )?(?:[a-z-]+ ){0,3}?(?:increas\w*|escalat\w*|more|each|every|per|a year|annually|annual (?=auto|incr|step|esc)|yearly|higher|points?|steps?)\b"
)
_STEP_BEFORE = Pattern(
    rf"(?:{_MORE.text})(?!.*\b(?:max\w*|until|up to|reach\w*|cap\w*|than|least|exceed\w*|enrol\w*|starts?|starting|from|to)\b)[^%;.]{{0,40}}$"
)
_RANGE = Pattern(r"^(?: ?(?:-|or|to|and|through)|,) ?\d")
_RISES_OTHERWISE = Pattern(
    r"\bcatch-?up|\bmatch\w*|\bvest\w*|\b(?:company|employer|firm|profit[- ]sharing)(?:'s)? (?:\w+ )?contribut|\bcost[- ]of[- ]living|\bcola\b|\binflation|\bexample|\bif you (?:increase|save|raise)|\bno auto|\bnot (?:be )?(?:automatic|increase)|\bpay (?:raise|increase|rise)s?\b|\bsalary (?:increase|raise)|\breturn|\bfees?\b|\b(?:may|can) (?:also )?(?:elect|choose|sign|opt in|increase|set|ask|enroll)|\b(?:to|elect to|option to|opt\w* (?:in|into|to)) (?:elect|opt|choose|auto\w*|participate)\b|\boptions?\b|\bopt into\b|\bask\b|\bsign up\b|\bopt in\b|\bif you (?:want|wish|like)|\boptional|\bconsider\b|\btry\b|\bservice\b|\blimits? (?:are|is|may|will)|\bconver|\bsuspend|\bdiscontinu|\beliminat|\bremov|\b(?:pay|salar(?:y|ies)|wages|benefits?|pension|balance) (?:is|are|will be|was|ris\w+|go(?:es)? up|increas\w+)\b"
)
