"""How often a year something may be done: `twice in a calendar year`, `once every six months`."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

_OFTEN = {
    "day": 0, "business day": 0, "week": 52, "pay period": 0, "month": 12, "calendar month": 12, "quarter": 4, "calendar quarter": 4, "plan quarter": 4, "year": 1, "calendar year": 1, "plan year": 1,
    "90 days": 4,
}  # fmt: skip
_PER_MONTHS = {"12": 1, "twelve": 1, "six": 2, "6": 2, "three": 4, "3": 4}
_TIMES = Pattern(
    r"\b(?:(?P<word>once|twice)|(?P<number>one|two|three|four|six|twelve|\d{1,2})(?: \(\d+\))?(?: such)? (?:times?|conversions?|withdrawals?|requests?|distributions?|in-plan \w+|@roth in-plan \w+|@at withdrawals?)|(?P<only>only one|one|a single)"
    r"|(?:no more than|not more than|up to|at most|(?:a )?maximum of|limited to|as many as) (?P<most>one|two|three|four|six|twelve|\d{1,2})(?: ?x)?(?: such [a-z]+| of (?:them|these|those))?(?: (?:are|is|(?:may|can|will|shall) be) [a-z]+(?: for you)?)?(?= (?:per|each|every|an?|in|during) ))"
    r"(?: \w+){0,4}? (?:per|each|every|an?|in (?:a|any|each)|during (?:a|any|each)|in (?:the|one)) (?P<per>(?:calendar |plan )?(?:year|quarter|month)|week|business day|day|pay period|(?:12|twelve|six|6|three|3)[- ](?:consecutive[- ])?months?(?: period)?|90 days)\b"
)
_COUNT = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}


def per_year(text: str) -> int | None:
    """How often a year, where a text limits it to a number."""
    found = _TIMES.search(text)
    if not found:
        return None
    months = re.match(r"(12|twelve|six|6|three|3)[- ]", found["per"])
    often = _PER_MONTHS[months[1]] if months else _OFTEN.get(found["per"].replace("plan quarter", "quarter"), 0)
    times = _COUNT.get(said := found["word"] or found["number"] or found["most"] or "one") or (
        int(said) if said.isdigit() else 1
    )
    return times * often or None
