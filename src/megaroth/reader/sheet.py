"""Forms whose lines depend on one another: a section, a label, its boxes, and the boxes below that say of what and when.

A line of a form is a label and options with boxes. What is ticked answers for the label on its line, or the last one above.
"""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.become_roth import is_act
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Line, Page, Unit
from megaroth.reader.words import folded

_BOX = Pattern(rf"({boxes.ON}|{boxes.OFF}|(?<!\w)n/a(?!\w))\s*", flags=re.I)
_ON = Pattern(boxes.ON)
_NUMBER = r"^\W*(?:(?:section|article|item|part) )?(?:\(?(?:[a-z]|[ivx]+|\d{1,3}[a-z]?)(?:[.-]\d{1,3})*[a-z]?[.)]?\W+)?"
_SECTION = Pattern(
    r"^\W*(?:(?:SECTION|Section|ARTICLE|Article|ITEM|Item|PART|Part)\s+\w+|\d{1,2}[A-Z]?[.)]?\s+[A-Z]|[A-Z]\.\s+[A-Z]|[IVX]+\.\s)|^[A-Z][A-Z /&()-]{8,}$"
)
_AT = r"(?:@at(?: (?:employee|voluntary|nondeductible))*|voluntary employee|employee \(@at\))(?: (?:contributions?|savings|accounts?|sub-?accounts?|money|sources?))*"
_AT_LABEL = Pattern(rf"{_NUMBER}(?:voluntary )?{_AT}\b(?:(?! (?:matched|and|together)\b)[^:;%]){{0,30}}\W*$")
_AT_NAMED = Pattern(rf"{_NUMBER}{_AT}\W*(?:$|\.|: ?$|participants may)")
_ROTH_NAMED = Pattern(rf"{_NUMBER}(?:designated )?@roth(?: elective)?(?: deferrals?| contributions?)*\W*$")
_YES = Pattern(
    rf"{_NUMBER}(?:yes|(?:is |are |shall be )?(?:permitted|allowed|available|accepted|offered|elected)|applies|apply|will|does|do|may)\b(?! not)"
)
_NO = Pattern(
    rf"{_NUMBER}(?:no\b(?! (?:limit|minimum|maximum|other|match))|none\b(?! other)|not (?:permitted|allowed|available|applicable|accepted|offered|elected)|(?:is|are|does|do|will|shall|may) not\b|n/a|prohibited|no withdrawals?)"
)
_BARE = Pattern(rf"{_NUMBER}(?:permitted|allowed|offered|available|election|availability|elected)\W*$")
_OF_ELSEWHERE = Pattern(
    r"\b(?:predecessor|prior|former|merged|transferred|another|other) (?:\w+ )?(?:plan|employer|account)"
)
_ENDED = Pattern(r"\bdiscontinued\b|\bfrozen\b|\bno longer (?:permitted|allowed|accepted)|\bceased\b")
_OTHER_TOPIC = Pattern(
    r"\bmatch|\bvest|\bloan|\blimit|\bmaximum|\bexclu|\bcompensation\b|\btest|\bwithdr|\bdistribut|\bconver|\brollover|\bin-plan|\bspill|\binvest"
)
_KINDS = Pattern(r"\bcontribution|\bdeferral|\bsources?\b|\bemployee money")
_OUT = Pattern(
    r"\bin-?service\b|\b(?:withdrawals?|distributions?|payments?)\b[^.;]{0,40}\b(?:while|during|before|active|employ|in service|prior to)|\bactive (?:employees|participants)\b|\bwhile (?:still )?employed"
)
_AFTER_LEAVING = Pattern(
    r"\b(?:after|upon|following) (?:severance|separation|termination|retirement|leaving)|\bloans?\b|\bhardship\b\W*$"
)
_ANY_TIME = Pattern(r"\bany ?time\b|\bany age\b|\bany reason\b|\bwithout restriction|\bunrestricted\b")
_AGED = Pattern(r"59|\bafter (?:_+|\d|\w+ (?:months|years))|\bhardship|\byears|\bmonths|\bdisab")
_BY_ITSELF = Pattern(r"\bautomatic|\bstanding\b|\beach payroll|\bevery payroll|\bdaily\b|\brecurring\b|\bongoing\b")
_BY_REQUEST = Pattern(
    r"\brequest|\belection of the participant|\beach conversion|\bparticipant(?:'s)? election|\bone-time"
)
_SOURCE = Pattern(
    r"@pre\b|@at\b|\b(?:matching|nonelective|rollover|employer|elective deferral|after-tax|profit sharing|voluntary employee|vested (?:amounts?|sources?|accounts?))\b"
)
_ALL = Pattern(rf"{_NUMBER}(?:all|any|every)\b")
_WHAT_MAY_LEAVE = Pattern(
    r"\b(?:otherwise )?(?:distributable|eligible (?:for|to be) distribut)|\b(?:could|may|can) otherwise (?:be|receive)\b|\bas a distribution\b|\bdistribution event\b|\bdistributable event\b"
)


class Row:
    """A line of a form: what stands before its boxes, and each box with its words."""

    __slots__ = ("cells", "label", "marks", "options", "page", "section", "text")

    def __init__(self, page: int, lines: list[Line], document: Document) -> None:
        self.page = page
        self.cells = [folded(line.text) for line in lines]
        self.text = folded(" ".join(self.cells))
        pieces = _BOX.split(self.text) if boxes.has_box(self.text) else [self.text]
        self.label = _norm(document, pieces[0])
        self.marks = [bool(_ON.match(mark)) for mark in pieces[1::2]]
        self.options = [
            (ticked, _norm(document, words))
            for mark, ticked, words in zip(pieces[1::2], self.marks, pieces[2::2], strict=True)
            if mark.lower() != "n/a"
        ]
        self.section = not self.marks and bool(_SECTION.match(self.text))

    @property
    def ticked(self) -> list[str]:
        """The words of what is ticked."""
        return [words for ticked, words in self.options if ticked]


def _norm(document: Document, words: str) -> str:
    """On a form Roth has a line of its own: what is called after-tax beside it is no Roth."""
    text = document.norm_of(words)
    return text if "@roth" in text else text.replace("@amb", "@at")


def decide(document: Document, pages: list[Page], others: list[Claim]) -> list[Claim]:
    """All claims, with those of the lines of a form; where a form has a part on conversion, its boxes alone decide."""
    found, on_conversion = _claims_of(document, pages)
    if on_conversion:
        others = [claim for claim in others if claim.field not in _OF_CONVERSION or not _is_of_a_box(claim.unit)]
    return others + found


_OF_CONVERSION = ("in_plan_conversion", "conversion_sources")


def _is_of_a_box(unit: Unit) -> bool:
    return unit.ticked is not None or boxes.has_box(unit.raw)


def _claims_of(document: Document, pages: list[Page]) -> tuple[list[Claim], bool]:
    """Every claim of the lines of a form, and whether it has a part on conversion; none where nothing is ticked, or nothing left open."""
    forms = [page for page in pages if any(boxes.has_box(line.text) and _BOX.search(line.text) for line in page.lines)]
    rows = [row for page in forms for row in _rows(page, document)]
    ticks = [mark for row in rows for mark in row.marks]
    if sum(ticks) < 3 or all(ticks):
        return [], False
    found: list[Claim] = []
    section = ""
    part: list[Row] = []
    for row in [*rows, None]:
        if row is None or row.section:
            if part:
                found += _section(section, part)
            if row is None:
                break
            section, part = row.label, []
        else:
            part.append(row)
    return found, any(is_act(row.label) and len(row.label.split()) < 14 for row in rows)


def _rows(page: Page, document: Document) -> list[Row]:
    at: dict[int, list[Line]] = {}
    for line in page.lines:
        at.setdefault(round(line.top), []).append(line)
    return [Row(page.number, sorted(lines, key=lambda line: line.x0), document) for _, lines in sorted(at.items())]


def _claim(field: str, value: str, row: Row, *also: Row) -> Claim:
    def unit(each: Row) -> Unit:
        made = Unit(each.page, each.text, kind="item", ticked=True)
        made.norm = each.label
        return made

    return Claim(field, value, unit(row), 3, also=tuple(unit(each) for each in also if each is not row))


def _section(section: str, rows: list[Row]) -> list[Claim]:
    found: list[Claim] = []
    if is_act(section):
        found += _converted(rows)
    out = _OUT.search(section) and not _AFTER_LEAVING.search(section)
    label = section
    header: list[str] = []
    of_conversion: list[Row] = []
    for row in rows:
        if not row.marks:
            if len(row.cells) > 1:
                header = row.cells
            label = row.label
            if of_conversion:
                found += _converted(of_conversion)
                of_conversion = []
            if is_act(label) and not is_act(section):
                of_conversion = [row]
            continue
        about = row.label if re.search(r"[a-z@]{3}", row.label) else label
        if of_conversion:
            of_conversion.append(row)
        elif is_act(row.label) and not is_act(section):
            found += _converted([row])
        if out or _OUT.search(label):
            found += _taken_out(row, about, header)
        elif not _OTHER_TOPIC.search(f"{section} {label} {about}"):
            found += _put_in(row, about, label, section)
    return found + (_converted(of_conversion) if of_conversion else [])


def _put_in(row: Row, about: str, label: str, section: str) -> list[Claim]:
    """After-tax and Roth contributions: the line that names them, or the answer below their name."""
    found: list[Claim] = []
    if _OF_ELSEWHERE.search(f"{section} {label} {about}"):
        return found
    fields = (("after_tax_allowed", _AT_LABEL, _AT_NAMED), ("roth_deferrals", _ROTH_NAMED, _ROTH_NAMED))
    for field, labelled, named in fields:
        if labelled.match(about) or ((about == label or _BARE.match(about)) and labelled.match(section)):
            if field == "after_tax_allowed" and (ended := [words for words in row.ticked if _ENDED.search(words)]):
                return [_claim(field, "frozen", row)] if len(ended) == len(row.ticked) else []
            said = ["yes" if _YES.match(words) else "no" if _NO.match(words) else "" for words in row.ticked]
            if len(said) == 1 and said[0]:
                found.append(_claim(field, said[0], row))
        elif _KINDS.search(f"{section} {label}"):
            for ticked, words in row.options:
                if named.match(words) and (ticked or field == "after_tax_allowed"):
                    found.append(_claim(field, "yes" if ticked else "no", row))
    return found


def _taken_out(row: Row, about: str, header: list[str]) -> list[Claim]:
    """After-tax money while employed: a line, or a row of a grid whose columns say when."""
    if _AT_LABEL.match(about) and not _AFTER_LEAVING.search(about):
        if len(header) == len(row.marks) and not any(words.strip() for _, words in row.options):
            when = [cell.lower() for cell, ticked in zip(header, row.marks, strict=True) if ticked]
            return [_claim("in_service_withdrawal", "yes", row)] if any(_ANY_TIME.search(each) for each in when) else []
        for words in row.ticked:
            if _ANY_TIME.search(words) and not _AGED.search(words):
                return [_claim("in_service_withdrawal", "yes", row)]
            if _NO.match(words) and len(row.ticked) == 1:
                return [_claim("in_service_withdrawal", "no", row)]
        return []
    named = [words for words in row.ticked if re.match(rf"{_NUMBER}{_AT} (?:at )?any ?time\W*$", words)]
    return [_claim("in_service_withdrawal", "yes", row)] if named else []


_ITS_LEAVE = Pattern(r"\b(?:are|is|may be) (?P<no>not )?(?:available|permitted|allowed|offered|made)\b")


def _leave(words: str) -> str:
    """What a ticked option says of conversion as such: `Permitted`, or `In-plan Roth conversions are not available`."""
    if _NO.match(words):
        return "no"
    if _YES.match(words):
        return "yes"
    said = _ITS_LEAVE.search(words) if is_act(words) else None
    return "" if said is None else "no" if said["no"] else "yes"


def _converted(rows: list[Row]) -> list[Claim]:
    """Conversion: permitted or not, of which money, by itself or on request."""
    leave = next(((row, words) for row in rows for words in row.ticked if _leave(words)), None)
    if leave is None:
        return []
    if _leave(leave[1]) == "no":
        return [_claim("in_plan_conversion", "no", leave[0])]
    sources = [(ticked, words, row) for row in rows for ticked, words in row.options if _SOURCE.search(words)]
    of_it = [row for ticked, words, row in sources if ticked and (re.search(_AT, words) or _ALL.match(words))]
    if sources and any(ticked for ticked, _, _ in sources) and not of_it:
        return []
    if not of_it and any(_WHAT_MAY_LEAVE.search(words) for row in rows for words in row.ticked):
        return []
    ways = [
        (row, words) for row in rows for words in row.ticked if _BY_ITSELF.search(words) or _BY_REQUEST.search(words)
    ]
    alone = [row for row, words in ways if _BY_ITSELF.search(words)]
    also = (*of_it[:1], *(row for row, _ in ways[:1]))
    return [_claim("in_plan_conversion", "automatic" if alone else "on-request", leave[0], *also)]
