"""Dates in a sentence: from when it holds, until when."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    rf"(?<!made )(?<!contributed )(?<!deposited )(?<!credited )(?<!earned )(?<!\bfrom )(?<!for contributions )\b(?:before|prior to|until|through|ended? on|up to|no later than) {DATE}"
)
DATES = Pattern(rf"\b{DATE}")


def _slashed(found: re.Match[str]) -> str:
    """`2025-02-18`, `2.18.2025` and `2/18/25` as `2/18/2025`."""
    year, month, day = (
        found[1] or found[6] or found[9],
        found[2] or found[4] or found[7],
        found[3] or found[5] or found[8],
    )
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31) or 35 < int(year) < 90:
        return found[0]
    century = "" if len(year) == 4 else "20" if int(year) < 90 else "19"
    return f"{month}/{day}/{century}{year}"


SPELLINGS: tuple[tuple[Any, ...], ...] = (
    (
        r"\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)t?(?:\.,?|,)? (?=\d)",
        lambda found: next(f"{month} " for month in _MONTHS if month.startswith(found[1])),
        *(f"{month[:3]}{end}" for month in _MONTHS if month != "may" for end in (" ", ".", ",", "t")),
    ),
    (rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)\b", r"\1 \2", "1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10))),
    (rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: day)? of ({_MONTH}),? (?=(?:19|20)\d\d\b)", r"\2 \1, ", *(f" of {month}" for month in _MONTHS)),
    (
        rf"(?<![\d/.,-])\b(?P<before>(?:rev|revision|version|v|no|form|page|section|edition|number)\b\.? )?(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?=(?:19|20)\d\d\b)",
        lambda found: found[0] if found["before"] else f"{found['month']} {found['day']}, ",
        *_MONTHS,
    ),
    (
        r"(?<![\w/.-])(?:((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[.-](\d{1,2})[.-]((?:19|20)\d\d)|(\d{1,2})/(\d{1,2})/(\d\d))(?![\w/-]|\.\d)",
        _slashed,
        "19", "20", "/",
    ),
)  # fmt: skip
"""One spelling for a day: `Nov. 4th, 2024`, `4 November 2024`, `this 4th day of November, 2024`, `2024-11-04`, `11/4/24`."""


_MONTH_IN_DIGITS = Pattern(r"(?<![\d/.-])(0?[1-9]|1[0-2])[/.-](?=(?:19|20)\d\d(?![\d/-]))", "19", "20")


def date_in(text: str) -> str:
    """The first date of a text, as ISO; empty where there is none."""
    text = _MONTH_IN_DIGITS.sub(lambda month: f"{_MONTHS[int(month[1]) - 1]} ", text)
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
