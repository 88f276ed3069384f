"""Under which reserve a match is said: at somebody's discretion, for some people alone, by years of service, of a year gone by."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.units import Unit

_MAY = Pattern(
    r"\b(?!participants?|employees?|you|members?|associates?|who|they|he|she|individuals?|that|which|those|@|plan)[a-z.)\"']+ (?:may|can)\b,?(?: (?:also|annually|each year|elect|choose|opt|decide|wish|to|but|is not required|then|range|at|in|its|sole|absolute|discretion|option)\b,?)* (?:make|match|contribute|provide|declare|allocate|offer|fund|range)\b(?P<what>[^.;%]{0,130}?\d)"
    r"|\bmatch\w*(?: contributions?)?[^.;%$]{0,30} (?:may|can) (?:also |only )?(?:be(?! (?:greater|more|higher|larger|less|lower) than)|range)\b|% of [^.;$]{0,150}\bmay (?:also )?be (?:made|provided|contributed)",
    "may", "can ",
)  # fmt: skip
_MONEY = Pattern(r"\bmatch\w*|\bprofit[- ]sharing|\bnon-?elective|\bqualified non")
_AT_WILL = Pattern(
    r"\b(?:is|are|be|remains?|was|were) (?:entirely |purely |solely |completely |also |made )?(?:discretionary|at the discretion|in the discretion)\b(?! (?:employer|company|match|contrib))|\bdiscretionary (?:percentage|amount|rate|portion|formula)|\b(?:uniform|discretionary) percentage|\bdetermined (?:annually|each year|every year|by the|from year)[^.;]{0,40}(?:discretion|board|year)|\b(?:at|in) (?:the|its|their)(?: own)? (?:[a-z']+ ){0,5}discretion\b|\bas determined by\b|\bdiscretionary right\b",
    "discretion", "uniform", "determined",
)  # fmt: skip
_ENDED = Pattern(
    r"\bprior to (?:(?:the|this|that|its|such|plan|plan's) )*(?:being frozen|freez|terminat|suspen|merger|change|restatement|amendment|conversion|acquisition|effective date)|\buntil\b[^.;]{0,90}\b(?:paused|suspended|ceased|stopped|discontinued|frozen|terminated)\b|\beffective\b[^.;%]{5,40}\band through [a-z]+ \d{1,2}, 20\d\d|[;,] (?:but |and |which |then )*(?:it|the match|which|this)? ?(?:was|has been|is) (?:then |since |later |temporarily |indefinitely )?(?:suspended|discontinued|eliminated|terminated|stopped)\b(?! (?:for|if|when))(?![^.]*\b(?:reinstat|resum|restor))",
    "prior to", "until", "through", "suspended", "discontinued", "eliminated", "terminated", "stopped",
)  # fmt: skip
_DONE = Pattern(r"\b(?:elected|approved|authori[sz]ed|declared|made|matched|contributed)\b[^%]{0,120}\d% ")
_NOW = Pattern(r"\bcurrently\b", "currently")
_DISCRETIONARY = Pattern(
    r"(?<!non-)(?<!non )\bdiscretionary (?:(?!profit|non-?elec|contributions? and)[a-z-]+,? ){0,5}?match|\bunder discretionary\b",
    "discretion",
)
_THEN_OTHER_MONEY = Pattern(
    r"(?:[,;] ?|\bas well as |\band )(?:[^,;%$]*\b(?:profit[- ]sharing|non-?elective|discretionary (?:employer |company )?contributions?|additional (?:employer |company )?contributions?)\b[^%]*)$",
    "profit", "elective", "discretionary", "additional",
)  # fmt: skip
_NO_ONE_RATE = Pattern(
    r"\bdepend(?:s|ing|ent)? (?:up)?on\b(?! the (?:amount|percentage|level)[^.;]{0,30}\b(?:contribut|defer|elect))|\brang(?:es?|ing|ed) (?:from|between)\b|\bbetween \d{2,3}% and \d{2,3}% of\b|\bin various amounts\b|\b(?:based on|according to|dependent on|determined by|vary by|varies by)(?: (?:the|their|a|each|an?|participant'?s?'?|employee'?s?'?|eligible|number|length|completed|of))* (?:years? of|length of|service|tenure|classification|location|job|division|hire date|date of hire|union)\b|\bone of the following\b|\baccording to the following (?:schedule|table)|\bfollowing (?:schedule|chart|table)\b|\bpercentage dependent",
    "depend", "rang", "between", "various", "based on", "according", "determined by", "vary by", "varies by", "one of the", "following",
)  # fmt: skip
_COUNT = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_BY_SERVICE = Pattern(
    rf"\b(?:less|fewer) than (?:{_COUNT}|one)(?: \(\d+\))? years?|\b{_COUNT}(?: \(\d+\))? (?:or (?:more|fewer|less)|\+|(?:to|-|through) {_COUNT}|-{_COUNT}) years|\b(?:more|greater) than {_COUNT}(?: \(\d+\))? years|\bafter {_COUNT}(?: or more)? years of service[^.;]{{0,60}}%[^.;]*\byears\b|\byears? of service:? (?:\||less|or (?:less|more))|\b{_COUNT} years of (?:credited |eligible |continuous )*service (?:or (?:less|more|fewer)|and (?:over|above))|\byears? (?:\d+|one) ?(?:-|to|through) ?\d+\b[^.;]*\d%|\bgreater than {_COUNT} (?:but|years)",
    "year",
)  # fmt: skip
_FEW = r"(?:(?<!credit )(?<!credit)(?:non-? ?)?union(?:ized|s)?\b(?! (?:of|bank|county|hospital|college))|(?:non-?|collectively[- ])?bargain\w+|(?:non-?)?represented|hourly|salaried|part[- ]time|temporary|seasonal|(?:non-?)?exempt|faculty|physicians?|pilots?|nurses?|executives?|officers|(?:non-?)?highly[- ]compensated|support|administrative|clerical|field|sales|warehouse|classified|unclassified|management|production|craft|grandfathered|legacy|puerto rico|drivers?)"
_NOT_THEIR = r"(?!'?s?'? (?:contributions?|deferrals?|elective|salary|@)\b)"
_SOME = Pattern(
    rf"(?:^|[,;:] |\b(?:for|by|to|of|that|each|all|other|eligible|certain|and|the|on behalf of)\b)(?: ?\b(?:all|each|the|certain|eligible|active|other|its|any|an?|our)\b)* ?{_FEW}(?: (?!employer|plan |bank|company)[a-z-]+){{0,2}}? ?(?:employees?|participants?|members?|associates?|unit|staff|workers?|personnel|team members?)\b(?! (?:are|is) (?:not|excluded|ineligible))"
    rf"|\b(?:employees?|participants?|members?|those)(?: who (?:are|were))?(?: (?:currently|not|also|either))* (?:covered (?:by|under)|governed|represented|rehired|accruing|grandfathered|classified)\b|\bwhose (?:[a-z]+ ){{0,2}}(?:compensation|pay|earnings|salary)\b"
    rf"|\b(?:for|to|of) (?:all |the )?(?:other|remaining|certain)(?: (?:eligible|full-time|active))* (?:employees?|participants?|members?|locations?|employers?|companies|divisions?|groups?)\b{_NOT_THEIR}|^certain (?:participating |of the |other |eligible )*(?:participants|employees|employers|locations)"
    r"|\b(?:participants?|employees?) (?:not )?under\b|\b(?:collective bargaining|union) agreements?\b|\bhired (?:and |on |by |at )|\bhired (?:before|after|prior|between|since)\b|\bwho (?:have )?bargained\b|\bmembers? of (?:[a-z]+ )?(?:unions?|local|international)\b|\bparticipants? (?:in|of) [^.;,%]{0,40}\b(?:pension|defined benefit) plan|\(non-?union\)|\bclass(?:ification)? of employees\b"
    r"|\b(?:at|of|in|for) (?:the |its |our |their |each |one of the |certain )?(?:(?!and\b|or\b)[a-z'&-]+ ){0,4}(?:divisions?|facilit(?:y|ies)|plants?|locations?|subsidiar(?:y|ies)|branch(?:es)?)\b(?! of compensation)|\b[a-z]+ divisions? (?:receive|are|is|match)|\b(?:participants|employees|members) (?:hired|employed) (?:by|at|in)\b|\bdivision (?:of|contribution)\b",
    " accruing", "administrative", "bargain", "branch", "certain", "classified", "clerical", "compensated", "covered", "craft",
    "defined benefit plan", "division", "driver", "employe", "executive", "exempt", "facilit", "faculty", "field", " governed",
    "grandfathered", "hired", "hourly", "legacy", "location", "management", "member", "nurse", "officers", "other", "part",
    "pension plan", "physician", "pilot", "plant", "production", "puerto rico", "remaining", "represented", "salaried", "sales",
    "seasonal", "subsidiar", "support", "temporary", "union", "warehouse", "whose ",
)  # fmt: skip
_SAVE_FOR = Pattern(
    r"[,(;]? ?\b(?:except(?:ing)?|with the exception|other than|unless|excluding|exclusive of|or (?:as|per)|and per applicable|which (?:does|do) not apply to)\b[^.;()%$]*(?:\([^()]*\))?[^.;()%$]*[.;]?$|\((?:except|excluding|other than)[^()]*\)|^(?:except for|with the exception of|other than)\b[^,.;%]*,",
    "xcept", "ther than", "nless", "xclu", "or as", "or per", "and per", "not apply", "the exception",
    flags=re.IGNORECASE,
)  # fmt: skip
"""What is said for all but a few is said for the others."""
_SAVE_THOSE = Pattern(r"\bno\b[^.;%]{0,80}\bexcept(?: for)?\b[^.;%]{0,80}\b(?:which|who|that) receive[ds]?\b", "except")
_BOTH = Pattern(
    r"\bboth (?:eligible )?(?:union|hourly|salaried|bargaining|represented|non-?union)\b|\ball (?:locations|divisions|participating)\b|\bwhether (?:salaried|hourly|union)\b|\b(?:hourly and salaried|salaried and hourly|union and non-?union|full-time and part-time|part-time and full-time)\b|\beach (?:location|division|subsidiary)\b",
    "both", "all ", "hourly", "salaried", "union", "time", "each ",
)  # fmt: skip
_OF_A_FIRM = Pattern(
    r"\b(?:[Ee]mployees|[Pp]articipants|[Mm]embers|[Ee]mployed|[Pp]articipants who are) (?:of|at|in|by)(?: the)? (?!Company|Employer|Plan|Sponsor|Participating|Bank|Organization|Association|School|University|College|Corporation|Partnership|Firm|Hospital|District|Credit|Cooperative|Agency|Church|Club|City|County|Tribe|Trust|Fund|Group|Society|Foundation|Institute|Center|Board|Authority|January|February|March|April|May|June|July|August|September|October|November|December|this|an?\b)[A-Z]"
    r"|^(?:For|To) (?:the )?(?!Plan|All|Each|Eligible|Active|Company|Participating|Those|Most|Any|Such|Current)[A-Z][\w&.'-]+(?: [A-Z][\w&.'-]+)* (?:participants|employees|members)\b(?!,? who contr)",
    "Employe", "Members", "Participants", "employe", "members", "participants",
)  # fmt: skip
_OF_A_YEAR = Pattern(
    r"\b(?:in|during|for|of)(?: the)?(?: both)?(?: (?:plan|calendar|fiscal|years?|year ended|years ended|ended|december 31,|june 30,|september 30,))* (20\d\d)(?:(?:,| and|, and) (20\d\d))?\b",
    "20",
)  # fmt: skip


_PART_OF_A_YEAR = Pattern(
    r"\b(?:from|period|between)(?: of| from)?,? (?P<from>[a-z]+ \d{1,2}), 20\d\d,? (?:through|to|until|-|and) (?P<to>[a-z]+ \d{1,2}), 20\d\d|\bfirst (?:few|two|three|six|\d+) months of\b|\bperiod(?: of| from)? [a-z]+ \d{1,2},? (?:through|to|until|-|and) (?!december 31)[a-z]+ \d{1,2}, 20\d\d",
    ", 20", " months of", "period ",
)  # fmt: skip


def is_open(text: str) -> bool:
    """Whether a formula is only what the employer may do, or there are several of which nothing says whose they are."""
    text = _THEN_OTHER_MONEY.sub("", text)
    may = _MAY.search(text)
    money = _MONEY.findall(may["what"] or "") if may else []
    if may and (not money or money[-1].startswith("match")):
        return True
    part = _PART_OF_A_YEAR.search(text)
    whole = part and part["from"] == "january 1" and part["to"] == "december 31"
    will = _AT_WILL.search(text)
    if will and (_NOW.search(text) or (_DONE.search(text, will.end()) and not will[0].endswith("discretionary"))):
        will = None  # "as determined by its board, the Company matched …"
    return bool((part and not whole) or will or _ENDED.search(text) or _NO_ONE_RATE.search(text))


def by_service(text: str) -> bool:
    """Whether a sentence tells people apart by their years of service; one year is when a match begins, not whose it is."""
    return bool(_BY_SERVICE.search(text))


def is_decided_anew(text: str) -> bool:
    """`The Company made discretionary matching contributions of …`: what was decided once."""
    return bool(_DISCRETIONARY.search(text))


def some(unit: Unit) -> str:
    """The few people for whom a sentence says its match; empty where it is said for all, or for all but a few."""
    text = _THEN_OTHER_MONEY.sub(" ", _SAVE_FOR.sub(" ", unit.norm))
    if (found := _SOME.search(text) or _SAVE_THOSE.search(unit.norm)) and not _BOTH.search(text):
        return found[0]
    firm = _OF_A_FIRM.search(_SAVE_FOR.sub(" ", unit.raw))
    return firm[0] if firm else ""


def year_of(text: str) -> int:
    """The last year that a sentence says its match for, `During 2024 the Company matched …`; 0 where it names none."""
    return max((int(year) for found in _OF_A_YEAR.finditer(text) for year in found.groups() if year), default=0)
