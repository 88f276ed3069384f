"""Whether a sentence speaks of a time to come, and whether that time has come by the day of reading."""

from __future__ import annotations

import re
from datetime import date, timedelta

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit
from megaroth.reader.when import SINCE, iso

TO_COME = Pattern(
    r"\b(?:next|coming|following) (?:year|month|spring|summer|fall|autumn|winter|quarter|january|february|march|april|may(?! (?:be|also|not|only|withdraw|elect|convert|contribute|make|take|have|request|apply)\b)|june|july|august|september|october|november|december)\b|\blater (?:this|in the) year\b|(?<!as )\bsoon\b|\bupcoming\b|\bforthcoming\b|\bin (?:the )?future\b"
    r"|\b(?:committee|board|company|employer|trustees?|we) (?:intends?|hopes?|plans?|expects?|wants?)\b"
    r"|\bwill (?:soon |then |also )?(?:be able|begin|start|introduce|add|become)\b|\b(?:(?<!the )(?<!our )(?<!your )(?<!this )(?<!no )plans?|expect\w*|intend\w*|hopes?|aims?) to (?:add|offer|allow|permit|introduce|adopt|implement)\b|(?<!none )(?<!nothing )\b(?:is|are|was|were) (?:planned|expected|scheduled|slated)\b|\bnot yet\b",
    "coming", "expected", "following", "in future", "in the", "later this year", "next", "not yet", "planned", "scheduled",
    "slated", "soon", "intend", "hope", "plan", "expect", "want", " to add", " to adopt", " to allow", " to implement", " to introduce", " to offer", " to permit", "will",
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_WILL = Pattern(r"\bwill (?:then |also )?(?:be able|begin|start|introduce|add|become)\b", "will ")


def has_come(document: Document, unit: Unit) -> bool:
    """Whether the dates before a sentence that says `you will be able` are all of the past: its future is here."""
    if "will " not in unit.norm or unit not in document.units:
        return False
    place = document.units.index(unit)
    before = [*unit.heads, *(each.raw for each in document.units[max(0, place - 40) : place + 1])]
    dates = [iso(found) for text in before if (found := SINCE.search(document.norm_of(text)))]
    if not dates and _FULL_DATE.match(document.own_date):
        # What a paper of two years ago says will begin has begun.
        return date.fromisoformat(document.own_date) < document.today - _A_WHILE
    return bool(dates) and max(dates) <= document.today.isoformat()


_FULL_DATE = Pattern(r"\d{4}-\d\d-\d\d$")
_A_WHILE = timedelta(days=730)


def names_a_later_year(document: Document, unit: Unit) -> bool:
    """Whether a sentence names a year to come that is not the day from which it holds."""
    years = [int(year) for year in _YEAR.findall(unit.norm)]
    return any(year > document.today.year for year in years) and not unit.since


def is_to_come(document: Document, unit: Unit, text: str) -> bool:
    """Whether a sentence, its own part given as text, speaks of a time that has not come."""
    return bool(
        TO_COME.search(_WILL.sub(" ", text) if has_come(document, unit) else text) or names_a_later_year(document, unit)
    )
