"""The people, or the part of a plan, that a sentence speaks of."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

SCOPE = Pattern(
    r"\b((?<!credit )union|(?<!salary/)hourly(?!/salar| (?:wages|pay|rates?|earnings|or salar))|salaried|(?:non-?)?represented|puerto rico|collective(?:ly)?[- ]bargain\w*|bargaining[- ]unit|local \d+|part-time|seasonal|temporary|interns?|leased|expatriates?|"
    r"hired (?:on or )?(?:before|after|prior to)[^,.;:]{0,25}|rehired|grandfathered(?! (?:after-tax|@at|nonroth))|legacy [a-z]+|former (?!employer)[a-z]+ (?:employees|participants)|non-?u\.?s\.?|canad\w+|mexic\w+|(?:the |our )?(?!the |our |this |each |any |a )[a-z]+ (?:plant|division|subsidiary|refinery|mill)|(?:employees|staff|participants|colleagues|workers|associates|those|people) (?:in|of|at|from|based in) (?:the|our) (?!benefits|hr\b|human|payroll|plan|fund|pension|home|main|retirement|personnel|treasurer)[a-z]+(?: [a-z]+)? (?:office|site|location|facility|branch|warehouse|terminal|campus|mine|depot)|(?<!auto-)(?<!auto )pilots?|nurses?|physicians|faculty|executives?(?! (?:boards?|committees?|officers?|directors?|vice|council|orders?|summary|offices?)\b))\b",
    "bargain", "canad", " division", "executive", "expatriate", "faculty", "former ", "grandfathered", "hired", "hourly",
    "intern", "leased", "legacy ", "local ", "mexic", " mill", "non", "nurse", "part-time", "physicians", "pilot", " plant",
    "puerto rico", " refinery", "represented", "salaried", "seasonal", " office", " site", " location", " facility", " branch", " warehouse", " terminal", " campus", " mine", " depot", " subsidiary", "temporary", "union",
)  # fmt: skip
NAMED_PLAN = Pattern(
    r"\b((?<!the )(?<!this )(?<!our )(?<!such )plan a|plan [b-d1-4]|tier [1-4i]+|group [a-d1-4]|class [a-d1-4]|schedule [a-d1-4])\b(?! year)"
)
NAMED_PART = Pattern(
    r"(?<!Medicare )\b((?:Part|PART|Program|PROGRAM|Division|DIVISION|Category|CATEGORY|Plan|PLAN) [A-HS])\b(?! year)(?! of Form)"
)
"""With its capitals, as a page has it: `part a` may be anything."""
PEOPLE_OF = r"\bunder (?:the )?{0}\b|\b(?:employees|participants|members|associates)[^.;]{{0,30}}\({0}\)|\b{0} (?:\([A-Za-z]|employees|participants|members|covers|applies)"
"""What makes a part one of the plan, and no chapter of the book."""


_ALL_BUT = Pattern(
    r",? \(?\b(?:other than|except for|except|excluding|not including) (?:those |any |eligible |the )*(?:employees?|participants?|members?|residents?|individuals)?[^,.;()]{0,60}(?:[,)]|(?=[.;]|$))",
    "other than", "except", "excluding", "not including",
)  # fmt: skip
"""`Participants, other than those in Puerto Rico, …`: said of all but them."""


_OF_PAY = Pattern(
    r"\b(?:pay|earnings|compensation|wages) \([^()]*\b(?:bonus\w*|overtime|commissions?|wages|mileage|incentives?|shift)\b[^()]*\)"
    r"|\b(?:pay|wages|stipends?|fees|premiums?) (?:that (?:is|are) )?(?:billed|charged|paid|reimbursed) (?:to|by|for) (?:the |a )?[a-z]+\b"
    r"|\b(?:salary|wages|overtime|bonus(?:es)?|commissions?|base pay),? (?:and |or )?hourly\b(?=\W*$|,| and\b| or\b)|\bhourly,? (?:and |or )?(?:overtime|bonus(?:es)?|commissions?|mileage|shift)\b",
    " (", "hourly", "billed", "charged", "paid", "reimbursed",
)  # fmt: skip
"""`Of your gross pay (mileage, hourly, overtime)`: what pay is made of names nobody."""
_OF_A_PLAN = Pattern(
    r"\bplan\b|401k|403b|\b(?:guide|handbook|summary|booklet|highlights|overview)\b[^.]{0,30}\bfor (?:all |our |the )?[a-z-]+ (?:employees|team members|associates|colleagues|members|staff|workers)\b"
)


_TITLES = 7
_LETTERHEAD = Pattern(r"^(?:local \d+|union|represented)$")
"""Who writes the notice, beside the group that the title of the plan names: `Local 12: the Hourly Savings Plan`."""


def besides(groups: set[str], title: str) -> set[str]:
    """The groups that a document names, without the one of its title and the union that speaks for it."""
    return {each for each in groups if each != title and not (title and _LETTERHEAD.match(each))}


def of_the_title(lines: list[str]) -> str:
    """The one group that the title of a plan names, as in `Pilots' Retirement Savings Plan`: there it is everybody."""
    for line in lines[:_TITLES]:
        named = {found[1].rstrip("s") for found in SCOPE.finditer(line)}
        if named and len(line.split()) < 14 and _OF_A_PLAN.search(line):
            others = {found[1].rstrip("s") for each in lines for found in SCOPE.finditer(each)} - named
            others = {each for each in others if not _LETTERHEAD.match(each)}
            return named.pop() if len(named) == 1 and not others else ""
    return ""


_THEY_TOO = Pattern(
    r"\b(?:employees|associates|colleagues|staff|members|teammates|workers|everyone)(?:,| and|, and| as well as| including| plus) (?:our |all |the )?(?:interns?|part-time|part-timers|temporary|seasonal|executives?|union|leased|rehired)\b",
    "employees", "associates", "colleagues", "staff", "members", "teammates", "workers", "everyone",
)  # fmt: skip
"""`Regular employees and interns are in`, above what holds for all of them."""


_LABEL = Pattern(
    r"^([^.;:]{3,60}?\b(?:plan|employees?|participants?|associates?|members?))\s*(?::| - )", ": ", ":", " - "
)
_OF_BOTH = Pattern(
    r"\b(?:salaried (?:and|or) hourly|hourly (?:and|or) salaried|both union and|union and non-?union|(?:faculty|physicians?|nurses?|pilots?|executives?)(?:,| and| or| &) (?:(?:all|other|all other|[a-z]+-eligible) )?(?:staff|employees)|staff(?:,| and| or| &) faculty|full-time (?:and|or|&) part-time|part-time (?:and|or|&) full-time)\b",
    "salaried",
    "union",
    "faculty",
    "staff",
    "physician",
    "nurse",
    "pilot",
    "executive",
    "full-time",
)
_OPENING = Pattern(r"^(?:if you (?:are|were) (?:an? )?|for |in the case of |only )?([^.;]{0,90}\w*)")
_ONLY = Pattern(r"\b(?:only|solely|exclusively)\b[^.;]{0,60}\w*", "only", "solely", "exclusively")


def scope_of(text: str, near: str, lead: str) -> str:
    """Whom a sentence, the heading near it or its lead-in names; empty where that is everybody."""
    text = _OF_PAY.sub(" ", _ALL_BUT.sub(" ", text))
    label = _LABEL.match(text)
    if (
        label
        and len({each[1] for each in SCOPE.finditer(label[1])} | {each[1] for each in NAMED_PLAN.finditer(label[1])})
        > 1
    ):
        return ""
    if label and (found := SCOPE.search(label[1]) or NAMED_PLAN.search(label[1])):
        return found[1]
    if _OF_BOTH.search(text):
        return ""
    opening = _OPENING.match(text)
    if opening and (found := SCOPE.search(opening[1])):
        return found[1]
    only = _ONLY.search(text)
    if only and (inner := SCOPE.search(only[0])):
        return inner[1]
    for other in (near, lead):
        if len(other) < 110 and _THEY_TOO.search(other):
            continue
        if len(other) < 110 and (found := SCOPE.search(other) or NAMED_PLAN.search(other)):
            return found[1]
    found = NAMED_PLAN.search(text)
    return found[1] if found else ""
