"""Who keeps the records, where only the place of a name in the sentence, or what the house calls itself, can tell: it is on no list."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

_WORD = r"(?:[A-Z][\w&'’.-]*|401\(?k\)?)"
_NAME = rf"[A-Z][\w&'’.-]*(?: (?:of|the|and|&|{_WORD}))*"
_TWO = rf"[A-Z][\w&'’.-]*(?: (?:of|&|{_WORD}))*? (?:{_WORD})"
_LONG = rf"[A-Z][\w&'’.-]*(?: (?:of|&|{_WORD}))* (?:{_WORD})"
_FIRM = r"(?:,? (?:Inc|LLC|N\.A|L\.?P|LLP|Co|Corp|Ltd)\b\.?)*(?:,? \([^()]{0,60}\))?"
_ROLE = r"(?:[Pp]lan['’]s |[Pp]lan |401\(k\) |[Tt]hird[- ][Pp]arty |independent |outside |directed |(?:trustee, )?custodian,? and |trustee,? and )*[Rr]ecord[- ]?keep(?:er|ing agent|ing (?:service )?provider)\b"
_NOT_OF_HOURS = r"(?! of (?:your |all |the |each )*(?:hours|service|time|work|employment|pay)\b)"
_NAMED = Pattern(
    rf"(?:(?:[Rr]ecords|[Aa]ccounts) are (?:kept|maintained) (?:by|at|with)|[Rr]ecord[- ]?keeper(?:['’]s name| name|/[Tt]rustee| and (?:trustee|custodian))?(?: (?:for|of) the [Pp]lan)?(?: is|:|[\"”]? (?:shall )?means?)|[Rr]ecord[- ]?(?:keeping|kept)(?: and [a-z]+)? (?:services )?(?:(?:for|to) (?:the|our) [Pp]lan )?(?:is |are )?(?:(?:provided|done|performed|handled|carried out|furnished|managed) )?(?:(?:for|to) (?:the|our) [Pp]lan )?by) (?:the )?({_NAME})"
    rf"|^({_NAME}){_FIRM}(?: is (?:the |our |its )?(?:[Pp]lan['’]s )?(?:directed )?(?:trustee|custodian),? and)? (?:keeps|maintains) (?:the |your |all |our |[Pp]lan |account |participants?['’]? |its )*(?:[Pp]lan['’]s )?records\b{_NOT_OF_HOURS}"
    rf"|(?<![\w-])({_TWO}){_FIRM},? (?:(?:now |currently |also )?(?:is|(?:serves|acts|functions) as|has been appointed(?: as)?|was appointed(?: as)?)(?: the| its| our| an?)?|(?:the|our)|as(?: the)?) {_ROLE}"
    rf"|(?<![\w'’-])({_TWO}){_FIRM},? (?:(?:keeps|maintains) (?:the |your |all |our |[Pp]lan |individual |account |participants?['’]? |its )*(?:[Pp]lan['’]s )?records\b{_NOT_OF_HOURS}|(?:performs|provides|handles|does|furnishes|supplies) (?:the |all |our |[Pp]lan |daily |participant |account )*(?:[Pp]lan['’]s )?record-?keeping\b)"
    rf"|\b(?:appoint(?:s|ed)|name[sd]|engage[sd]|retain(?:s|ed)|hire[sd]|select(?:s|ed)|designate[sd]|uses) ({_TWO}){_FIRM} (?:(?:as|to be|to act as|to serve as) )?(?:the |its |our )?(?:{_ROLE}|for (?:[Pp]lan )?record-?keeping\b)"
    rf"|\b(?:[Tt]he|[Oo]ur|[Yy]our|[Ii]ts|[Pp]lan['’]s) [Rr]ecord[- ]?keeper(?:,| -| –| —)? ?(?:\((?:currently |now )?(?:see [\"“'‘])?|(?:currently |now )?)(?:(?:Contacting|Calling|Reaching|About) )?({_TWO})(?=[\"”'’]?(?:[,.;)]|$)| at\b)"
    rf"|\b(?:401\(?k\)?|403\(b\)|[Rr]etirement(?: plan)?) (?:plan )?(?:provider|vendor|admin|platform)(?: is|:) ({_NAME})(?=[,.;(]| (?:and|at|which|who|brokered|through|via)\b|$)"
    rf"|(?<![\w'’-])({_NAME}),? (?:the|our|your) (?:US |U\.S\. )?(?:401\(?k\)?|403\(b\)|[Rr]etirement(?: plan)?) (?:plan )?(?:provider|vendor|admin|platform)\b"
    rf"|^(?:Plan )?[Rr]ecord[- ]?keeper ({_TWO})(?=,? \(?(?:1[- ])?\(?\d{{3}}\)?[- ]\d{{3}})",
    "Record", "keeper", "provider", "vendor", "admin", "platform", "keeping", "kept", "provided by", "keeps", "maintains", "record", "s are maintained ", "services",
)  # fmt: skip
"""`American Trust keeps the records`, `its affiliate Exemplar Workplace is the third-party recordkeeper`, `the recordkeeper (Exemplar Retirement)`."""
_NEW = Pattern(
    rf"\b(?:chang|mov|transferr|switch|transition)\w*\b[^.;]{{0,60}}?\b[Rr]ecord[- ]?keep(?:er|ing)(?: services)?\b[^.;]{{0,50}}? to (?P<to>{_LONG})|\b[Rr]ecord[- ]?keep(?:er|ing)(?: services)? (?:(?:has|have|was|were|been) )*(?:chang|mov|transferr|switch|transition)\w*\b[^.;]{{0,50}}? to (?P<name>{_LONG})",
    "ecord",
)
"""`The Plan changed its recordkeeper to Birch Retirement Services`."""
_NOT_YET = Pattern(r"\b(?:will|may|shall|plans?|intends?|expects?|if|not|considers?|considering|proposed) (?!'s)", " ")
_OF_HOUSES = r"(?:Retirement(?: (?:Plan )?(?:Services|Solutions))?|Workplace(?: (?:Services|Solutions|Retirement))?|401\(?k\)?(?: Services)?|(?:Plan|Pension|Benefits?) Services|Pension Administrators|Recordkeeping(?: Services)?)"
_GOES_ON = r"(?![\w(])(?! (?:[A-Z&]|and [A-Z]|401|(?:plans?|contributions?|accounts?|balances?|deferrals?|savings|rules|limits?|programs?|benefits?|money|match|options?|features?)\b))"
_HOUSE = rf"(?:[A-Z][\w&'’.-]+ ){{1,3}}?{_OF_HOUSES}{_GOES_ON}"
_SURE_HOUSE = rf"(?:[A-Z][\w&'’.-]+ ){{1,3}}?(?:Retirement (?:Plan )?(?:Services|Solutions)|(?:Plan|Pension|401\(?k\)?|Benefits?|Workplace) Services|Recordkeeping(?: Services)?){_GOES_ON}"
_A_PHONE = r"\(?(?:\+?1[-. ])?\(?[2-9]\d\d\)?[-. ]{1,2}\d{3}[-. ]\d{4}\b"
_TOLD_TO = Pattern(
    rf"\b(?:[Dd]irect|[Cc]all(?:ing)?|[Rr]ing|[Tt]elephone|[Pp]hon(?:e|ing)|[Rr]each|[Cc]ontact(?:ing)?|[Gg]et in touch with|[Aa]sk|[Nn]otify|[Ii]nstruct|[Tt]ell|[Tt]hrough|[Ww]rite(?: to)?|[Vv]isit|[Ll]og (?:in|on) (?:at|to|with)|(?:[Oo]ur|[Tt]he [Pp]lan['’]s) (?:provider|vendor)(?:,| is)) (?P<name>{_HOUSE})|\b(?:by|with) (?P<by>{_SURE_HOUSE})|(?<!of )(?P<beside>{_HOUSE})(?:,| at| \(| [-\u2013\u2014\u00b7|]|:)[^.;]{{0,30}}?(?:\.[a-z][^.;]{{0,15}})?{_A_PHONE}",
    "Retirement", "Workplace", "401", "Services", "Administrators", "Recordkeeping",
)  # fmt: skip
"""`Direct Exemplar Retirement Services to convert`: whom one tells what to do with the account keeps it."""
LABEL = Pattern(
    r"^\W*(?:\d+[.)] ?)?(?:(?:plan's|plan|the|our|your|who is) )*record-?keeper\b(?:'s name| name)?|^\W*(?:\d[\d.]*[.)]? )?who keeps (?:the|our|your|my) (?:plan's |plan |account )*(?:records|accounts?)\b",
    "record", "who keeps",
)  # fmt: skip
_BELOW = Pattern(
    rf"^(?:(?:It|That|They|The [Rr]ecord[- ]?keeper) (?:is|are) )?(?P<name>{_TWO})(?=$|[,.;(]| at\b| is\b| keeps\b)"
)
_FIRST = Pattern(rf"^(?P<name>{_NAME})")
_FIRMS = Pattern(rf"\b(?:{_OF_HOUSES}|Trust|Company|Co|Services|Solutions|Bank|Group|Inc|LLC|N\.A)$")
"""How a firm's name ends, where another heading might follow."""
_TOLD = Pattern(r"^(?:Contact|Call|Ask|See|Visit|Notify|Tell|Ring|Phone|Through|With|At|By) (?=[A-Z])")
_NO_NAMES = frozenset(
    ["the", "a", "an", "your", "our", "this", "plan", "company", "employer", "see", "please", "contact", "contacts", "recordkeeper", "record", "trustee", "trustees", "custodian", "administrator", "committee", "sponsor", "human", "hr", "payroll", "benefits", "benefit", "each", "it", "us", "you", "we", "if", "when", "for", "in", "about", "all", "any", "participant", "participants", "employee", "employees", "fee", "fees", "customer", "service", "services", "website", "web", "name", "address", "phone", "telephone", "information", "early", "normal", "late", "deferred", "disability", "my", "social", "state", "federal", "public", "enjoy", "roth", "traditional", "pre-tax", "after-tax", "safe", "catch-up", "solo", "phased", "planned", "plan's", "what", "who", "how", "where", "named", "investment"]
)  # fmt: skip
_SEVERAL = Pattern(r"^\S+ \S.* and (?!Trust\b)\S+ \S", " and ")
"""`Birch Trust Company and Birch Services`: which of the two, nobody says."""
_NO_HOUSE = Pattern(
    r"\b(?:Department|Office|Committee|Team|Desk|Center|Board|Administrator|Trustees?|Employers?|Sponsor|Participants?|Beneficiary|Fiduciary|Manager|Code|Act|Resources|Information)$"
)
"""What ends so is a part of the employer, or a term of the document."""


_AN_OFFICER = Pattern(
    r"(?:Director|Manager|Vice President|President|Head|Chief|Secretary|Treasurer|Office|Department|Board|Bureau|Ministry) of "
)


def name_in(raw: str) -> str:
    """The name that a sentence gives to who keeps the records; empty where it gives none."""
    for found in _NAMED.finditer(raw):
        if name := _name(next(group for group in found.groups() if group)):
            return name
    return ""


def new_one(raw: str) -> str:
    """The name of whom the records have been moved to; whether the day has come is not looked at."""
    found = _NEW.search(raw)
    return _name(found["to"] or found["name"]) if found and not _NOT_YET.search(raw[: found.end()]) else ""


def below_label(unit: Unit, beside: bool) -> str:
    """The name with which a unit begins that stands beside `Recordkeeper`, or below it as a heading or a question."""
    found = _FIRST.match(unit.raw) if beside else _BELOW.match(unit.raw)
    name = _name(found["name"]) if found else ""
    return "" if unit.kind == "heading" and not _FIRMS.search(name) else name


def told_to(raw: str) -> str:
    """A house that keeps accounts by its name, and that one calls or tells what to do."""
    found = _TOLD_TO.search(raw)
    return _name(found["name"] or found["by"] or found["beside"]) if found else ""


def _name(said: str) -> str:
    name = re.sub(r"(?: (?:and|of|the|&))+$", "", _TOLD.sub("", said.strip(" .,")))
    if _SEVERAL.match(name) or _AN_OFFICER.match(name):
        return ""
    return "" if name.split()[0].lower() in _NO_NAMES or len(name) < 3 or _NO_HOUSE.search(name) else name
