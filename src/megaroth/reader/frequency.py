"""How often a year something may be done: `twice in a calendar year`, `once every six months`, `no more than two … each quarter`."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_COUNT = {
    "once": 1,
    "twice": 2,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "single": 1,
}
_OFTEN = {"year": 1, "quarter": 4, "month": 12, "week": 52, "90 days": 4}
_WHAT = r"(?:times?|x|conversions?|withdrawals?|requests?|distributions?|transfers?|rollovers?|directions?|elections?|transactions?|payments?|moves?|sweeps?)"
_TIMES = Pattern(
    r"\b(?:(?P<word>once|twice)|(?P<limit>(?:no|not|never) more than |more than |up to |at most |(?:a )?max(?:imum|\.)?(?: of)? |limit(?:ed)? (?:to|of) |(?:max\.? )?frequency:? (?:of |is )?|as many as |as often as |only |just |an? |at least |(?:allowed|permitted|entitled to|given|you get|(?:may|can) (?:do|make|request|have|take)) )?(?P<number>single|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})(?: \(\d{1,2}\))?"
    rf"(?P<what> ?(?:of (?:these|those|such|the) )?(?:such |separate |in-plan |in-service |@roth |@at |cash |partial )*{_WHAT}\b)?)(?P<gap>(?: (?!(?:one|two|three|four|five|six|twelve|once|twice)\b)[a-z'@-]+){{0,6}}?),? "
    r"(?:(?P<ly>annually|yearly|quarterly|monthly)\b|(?:per|each|every|an?|(?:in|during|within|for) (?:any|an?|each|one|the|every)(?: same| single| given| one)?) (?:period of )?"
    r"(?:(?:rolling |consecutive )?(?P<months>\d{1,2}|twelve|six|three|four|two)[- ](?:consecutive[- ])?(?:calendar[- ])?months?(?: period)?|(?:calendar |plan |rolling |fiscal )*(?P<per>year|quarter|month|week|90 days))\b)",
    "year", "quarter", "month", "week", "90 days", "annually",
)  # fmt: skip
_OTHER_COUNT = Pattern(r"\b(?:days?|hours?|loans?|years?|percent|weeks?|months?)\b")


_SLASHED = Pattern(r" ?/ ?(?:calendar |plan )?(?P<per>year|yr|quarter|month|week)\b", "/")
"""`2 requests/calendar year`."""
_LABEL = Pattern(r"(?:^|[|:] )[^.;:|]{0,50}[:|]$", ":", "|")
_AS_LABEL = Pattern(
    rf"^\W*(?:[\w-]+ ){{0,4}}?(?:{_WHAT}|limit|maximum|number|frequency)(?: allowed| permitted)? (?:per|each|every|a) (?:calendar |plan )*(?P<per>year|quarter|month)(?: allowed| permitted)?(?::| \||-)? (?P<number>\d{{1,2}}|one|two|three|four|six|twelve)\W*$"
)


def per_year(text: str) -> int | None:
    """How often a year, where a text limits it to a number."""
    if row := _AS_LABEL.match(text):
        return (_COUNT.get(row["number"]) or int(row["number"])) * _OFTEN[row["per"]] or None
    if "/" in text:
        text = _SLASHED.sub(lambda found: f" per {found['per'].replace('yr', 'year')}", text)
    if not _TIMES.search(text):
        return None
    for found in _TIMES.finditer(text):
        before = text[: found.start()].strip(" ([")
        labelled = not before.strip("|:") or _LABEL.search(before) or before.endswith((",", " -"))
        if not (found["word"] or found["limit"] or found["what"] or labelled) or _OTHER_COUNT.search(found["gap"]):
            continue
        said = found["word"] or found["number"]
        if said == "once" and text.count("once in ") > 1:
            continue  # `once in spring, once in fall, each year`
        times = _COUNT.get(said) or int(said)
        if found["ly"]:
            return times * _A_TIME[found["ly"]]
        if not found["months"]:
            return times * _OFTEN[found["per"]] or None
        months = _COUNT.get(found["months"]) or int(found["months"])
        return times * 12 // months if months and times * 12 % months == 0 else None
    return None


_A_TIME = {"month": 12, "quarter": 4, "year": 1, "monthly": 12, "quarterly": 4, "annual": 1, "annually": 1, "yearly": 1,
           "semi-annual": 2, "semi-annually": 2, "semiannual": 2, "semiannually": 2}  # fmt: skip
_SCHEDULE = Pattern(
    r"\b(?:processed|made|done|performed|completed|executed|convert(?:s|ed)?|swe(?:pt|eps)|move[sd]|transfer(?:s|red)|occurs?|happens?|takes? place|runs?|available|permitted|allowed|offered|request(?:ed)?|elect(?:ed)?|do (?:so|this|it)|(?:make|request|elect|do|have|submit|initiate|ask for|allows?|permits?|accepts?|processes) (?:an? |one |your |any )?(?:in-plan |@roth |@at )*conversions?(?! and\b))\b[^.;]{0,70}?"
    r"(?:\b(?:on|as of|at|by|about|around|during|in) (?:or about )?the (?:[a-z\d]+ ){0,3}?(?:day|end|week|month) of (?:each|every|the|an?) (?:calendar )?(?P<day>month|quarter|year)\b|\b(?:each|every|once (?:a|per|each)) (?:calendar |plan )?(?P<each>month|quarter|year)\b|\b(?P<ly>monthly|quarterly|semi-?annually|annually|yearly)\b|\bon an? (?P<basis>monthly|quarterly|semi-?annual|annual) basis\b)"
    r"|^\W*(?:[\w.-]{1,5} )?(?:each|every) (?P<first>month|quarter|year),|\bas often as (?P<often>monthly|quarterly|annually|yearly)\b",
    "month", "quarter", "year", "annual",
)  # fmt: skip


_MONTH = Pattern(r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b")
_IN_MONTHS = Pattern(
    rf"\b(?:accepted|processed|taken|honored|executed|completed|run|made|done|performed|converted|offered|available|allowed|permitted|conversions?(?: (?:of|for) [^.;,]{{0,40}}?)?|convert(?:ed)? [^.;,]{{0,50}}?) (?:only )?(?:each year )?(?:in|each|every) {_MONTH.text}(?:(?:,|,? and) {_MONTH.text})+(?! \d)",
    " and ", ",",
)  # fmt: skip
"""`Elections are accepted in March, June and September.`"""


_EACH_CALLED = Pattern(
    r"\b(?P<ly>monthly|quarterly|semi-?annual|annual|yearly) (?:@roth |in-plan |@at )*conversions?\b(?! (?:statement|limit|fee|window|deadline|notice|form|calendar|date)s?\b)",
    "conversion",
)
"""`The plan permits quarterly conversions of after-tax money.`"""


def scheduled(text: str) -> int | None:
    """How often a year a thing is done on days that come round: `processed on the last business day of each month`."""
    if text.count("once in ") > 1:
        return None
    if listed := _IN_MONTHS.search(text):
        return len(set(_MONTH.findall(listed[0])))
    if each := _EACH_CALLED.search(text):
        return _A_TIME[each["ly"]]
    found = _SCHEDULE.search(text)
    return _A_TIME[next(each for each in found.groupdict().values() if each)] if found else None
