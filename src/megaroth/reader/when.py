"""Dates in a sentence: from when it holds, until when."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_MONTH = "|".join(_MONTHS)
DATE = rf"(?:(?:({_MONTH}) (\d{{1,2}}),? ((?:19|20)\d\d))|(?:(\d{{1,2}})/(\d{{1,2}})/((?:19|20)\d\d))|(?:({_MONTH}) ((?:19|20)\d\d))|((?:19|20)\d\d))"
SINCE = Pattern(
    rf"\b(?:effective(?: date)?(?: as of| from| on| beginning)?|as of|beginning(?: on| in| with)?|starting(?: on| in| with)?|on and after|on or after|since|from|takes? effect|becomes? effective|in effect from|commencing)(?: the plan year beginning)?(?: on)?(?: the (?:first|last) (?:day|payroll|pay ?check|pay ?day|pay period|business day) (?:of|in))?:? {DATE}",
    "after", "as of", "beginning", "commencing", "effect", "from", "since", "starting",
)  # fmt: skip
SAME_DATE = Pattern(
    r"\b(?:on|from|as of|beginning|starting|effective|with effect from) (?:and after )?(?:the same|that) (?:date|day)\b",
    "and after th", "that da", "the same da",
)  # fmt: skip
UNTIL = Pattern(
    rf"(?<!made )(?<!contributed )(?<!deposited )(?<!credited )(?<!earned )\b(?:before|prior to|until|through|ended? on|up to|no later than) {DATE}"
)
DATES = Pattern(rf"\b{DATE}")


def date_in(text: str) -> str:
    """The first date of a text, as ISO; empty where there is none."""
    found = DATES.search(text)
    return iso(found) if found else ""


def iso(found: re.Match[str]) -> str:
    """The date that one of these patterns has found, as ISO."""
    month, day, year, m2, d2, y2, month3, y3, y4 = found.groups()[-9:]
    if year:
        return f"{year}-{_MONTHS.index(month) + 1:02d}-{int(day):02d}"
    if y2:
        return f"{y2}-{int(m2):02d}-{int(d2):02d}"
    if y3:
        return f"{y3}-{_MONTHS.index(month3) + 1:02d}-01"
    return f"{y4}-01-01"
