"""Of when an amendment is: from when all of it holds, or when it was signed; not when the plan was restated before."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.when import DATE, date_in

_AMENDMENT = Pattern(r"\bamendments?\b(?! and restat)", "amendment")
_IS_AMENDED = Pattern(
    rf"\b(?:plan|agreement|section [\d.]+|article [\w.]+)\b[^.;]{{0,60}}\b(?:is|are|be) (?:hereby |further )*amended\b[^.;]{{0,60}}?\beffective(?: as of| on| for [a-z ]{{3,40}})? (?P<on>{DATE})|\beffective(?: as of| on)? (?P<of>{DATE})[^.;]{{0,90}}\b(?:is|are|be) (?:hereby |further )*amended\b",
    "amended",
)
_A_PART = Pattern(r"\b(?:section|article|paragraph|subsection|definition) ")
_PART_FROM = Pattern(
    rf"\b(?:section|article|paragraph|subsection)s? [\d.]+[^;]{{0,120}}?\b(?:added|amended|restated|replaced|deleted|revised|clarified|removed|inserted|substituted)\b[^.;]{{0,60}}?\beffective\b[^.;]{{0,50}}?\b(?P<on>{DATE})",
    "section", "article", "paragraph",
)  # fmt: skip
"""A part of an amendment may hold from a day of its own."""
_RESTATED_BEFORE = Pattern(
    rf"\b(?:as|was|were|been|last|recently|previously|heretofore) (?:(?:last|most|recently|previously|heretofore|further|completely|amended|and) )*restated\b(?:(?! (?:is|are|hereby|now) )[^.;)]){{0,80}}?{DATE}|\bas (?:(?:last|most|recently|previously|heretofore|further) )*amended,? (?:effective|as of|through|on|dated)(?: as of| on)? {DATE}",
    "restated", "amended",
)  # fmt: skip
"""`The Plan, as amended and restated effective October 1, 2014, is amended …`: of when the plan was before."""
_EXECUTED = Pattern(
    rf"\b(?:executed|signed|adopted|dated|(?:made|entered into|given)(?: and [a-z ]{{3,20}})?,? (?:as of|on|this|effective))\b[^.;]{{0,60}}?\b(?P<on>{DATE})",
    "executed", "signed", "adopted", "dated", "made", "entered into", "given",
)  # fmt: skip


_MADE = Pattern(
    rf"^\W*this (?:[a-z]+ ){{0,3}}?amendment\b[^.;]{{0,90}}?\b(?:made|entered into|given|executed|adopted)\b(?: (?:and|made|entered into|executed|adopted))*,? (?:as of|on|this|effective)(?: as of)? (?P<on>{DATE})",
    "this ",
)
"""`This amendment, made as of November 4, 2024`, beside the days from which its parts hold."""


def of_amendment(document: Document) -> str | None:
    """From when an amendment holds, or when it was signed; empty where its parts hold from several days, None where the text is none."""
    titles = (unit.norm for unit in document.units[:14] if unit.kind != "contents" and len(unit.raw.split()) < 22)
    if not any(_AMENDMENT.search(title) for title in titles):
        return None
    parts, signed, made = [], "", ""
    for unit in document.units:
        if "20" not in unit.norm:
            continue
        text = _RESTATED_BEFORE.sub(" ", unit.norm)
        found = _IS_AMENDED.search(text)
        if found and is_past(document, (day := date_in(found["on"] or found["of"]))[:4]):
            if not _A_PART.search(found[0]):
                return day
            parts.append(day)
        elif (part := _PART_FROM.search(text)) and is_past(document, (day := date_in(part["on"]))[:4]):
            parts.append(day)
        if (done := _EXECUTED.search(text)) and is_past(document, (day := date_in(done["on"]))[:4]):
            made = made or (day if _MADE.match(text) else "")
            signed = day  # the last one: signatures stand below
    if made:
        return made
    if len(set(parts)) > 1:
        return signed if signed <= document.today.isoformat() else ""
    return (parts[0] if parts else signed) or None


def is_past(document: Document, year: str) -> bool:
    """Whether a document of today may be of that year."""
    return 1990 <= int(year) <= document.today.year + 1
