"""Of when a document is, by the day below its title and by the year of which it says that it tells the benefits."""

from __future__ import annotations

import itertools

from megaroth.reader.amendment_day import is_past
from megaroth.reader.pattern import Pattern
from megaroth.reader.when import date_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.context import Document
    from megaroth.reader.units import Unit

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_PAPER = r"(?:web ?site|site|web ?page|page|guide|booklet|brochure|summary|overview|handbook|document|flyer|leaflet|newsletter|sheet|chart|presentation)"
_BELOW_TITLE = Pattern(
    rf"^\W*(?P<on>{_MONTH} (?:\d{{1,2}},? )?(?:19|20)\d\d),? ?(?:-|\()? ?(?:as (?:applicable|applied|it applies|they apply|in effect|amended)|edition|version|revision|restatement|printing|issue)\b(?! (?:date|by|before|until))[^.;$%]{{0,70}}$",
    "19", "20",
)  # fmt: skip
"""`January 2023 as applicable to staff`, below `Summary Plan Description`."""
_TITLE = Pattern(
    r"\b(?:description|spd|booklet|handbook|guide|summary|highlights|overview|provisions|notice)\W*$",
    "description", "spd", "booklet", "handbook", "guide", "summary", "highlights", "overview", "provisions", "notice",
)  # fmt: skip
_TELLS = Pattern(
    rf"\bth(?:is|ese) {_PAPER}s? (?:gives?|provides?|contains?|offers?|presents?|shows?|has|is|are)(?: only| just)?(?: an?| the| some)?(?: [a-z]+){{0,2}}? (?:highlights|summary|overview|outline|description|information|details)\b[^.;$%]{{0,50}}\b(?:benefits?|plans?|programs?)\b[^.;$%]{{0,12}}\bfor (?:the )?(?:(?:plan|calendar|benefit) )?(?:year )?(?P<for>20\d\d)(?=[.;)]|$|,(?! (?:and|or)? ?20))"
    rf"|\bth(?:is|ese) {_PAPER}s?(?: briefly| only| just)? (?:describes?|summari[sz]es?|outlines?|highlights?|explains?|covers?|shows?) (?:the |your |our |[a-z]+'s )*(?P<of>20\d\d) (?:[a-z]+ ){{0,2}}?(?:benefits?|plans?|programs?)\b",
    "this ", "these ",
)  # fmt: skip
"""`This website gives highlights of the benefits for 2025.`"""


def below_the_title(document: Document, front: list[Unit]) -> str:
    """The month that stands below the name of the document; empty where none does."""
    for before, unit in itertools.pairwise(front[:8]):
        found = _BELOW_TITLE.match(unit.norm)
        if found and _TITLE.search(before.norm) and len(before.raw.split()) < 12 and "limit" not in unit.norm:
            day = date_in(found["on"])
            return day if day and is_past(document, day[:4]) else ""
    return ""


def year_told(document: Document) -> str:
    """The first day of the year whose benefits a document says it tells; empty where it names none, or several."""
    years = {found["for"] or found["of"] for unit in document.units for found in _TELLS.finditer(unit.norm)}
    year = years.pop() if len(years) == 1 else ""
    return f"{year}-01-01" if year and is_past(document, year) else ""
