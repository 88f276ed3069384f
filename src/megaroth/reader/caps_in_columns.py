"""Caps of a table that lost its lines: the kinds of money one after the other, and further down as many percentages in the same order."""

from __future__ import annotations

import re
from itertools import pairwise

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

FARTHEST = 30
"""So many cells may stand between the heads of the columns and a row of the table."""
_P = r"(?:(?:up to |from |between )?(?:\d{1,2}(?:\.\d+)?%? ?(?:to|-|through|and) ?)?\d{1,3}(?:\.\d+)?%)"
_OF_PAY = r"(?: of (?:your |eligible |annual |base |total )*(?:pay|compensation|earnings|salary|wages))?"
CELL = Pattern(
    rf"^{_P}{_OF_PAY}\W*$|^(?:up to )?\$\d[\d,]*(?: [^%.;]{{1,45}})?$|^(?:up to )?(?:the )?(?:irs|legal|annual|federal|402g?|dollar)(?: [a-z]+)? (?:limit|max(?:imum)?)$|^no (?:limit|maximum)$",
    "%", "$", "limit", "max",
)  # fmt: skip
"""A cell of a row on limits: a percentage, or what the law leaves."""
ROW = Pattern(rf"^(?P<label>[^%\d]{{3,60}}?)\W*(?P<cells>{_P}{_OF_PAY}(?:\W+{_P}{_OF_PAY}){{1,2}})\W*$", "%")
VALUE = Pattern(r"(\d{1,3}(?:\.\d+)?)%(?! ?(?:to|-|through|and up to) ?\d)")
_KIND = Pattern(r"@(?:pre|roth|at|amb)\b", "@")
_HEADS = Pattern(r"^\W*(?:(?:@(?:pre|roth|at|amb)|401k|contributions?|deferrals?|savings|basis)\b\W*)+$")
_ABOUT_LIMITS = Pattern(
    r"\blimit|\bmaximum|\bmax\b|\bhow much\b|\bplan (?:allows?|permits?)|\bcan (?:i|you) (?:contribute|save)|\bcontribution (?:range|rate|percent)|\bmost\b"
)
OTHER = Pattern(
    r"\birs\b|\blaw\b|\bfederal|\bmatch|\bauto|\bvest|\bincreas|\bcatch|\bhighly|\bhces?\b|\bcombined|\btotal"
)


def claims_of(document: Document) -> tuple[list[Claim], set[int]]:
    """Every cap that its place in a row binds to its kind of money, and the units (by `id`) of these rows."""
    found: list[Claim] = []
    placed: set[int] = set()
    heads: list[tuple[int, str, Unit]] = []  # where, which kind, and the unit
    run: list[Unit] = []
    label = ""
    for place, (before, unit) in enumerate(pairwise([*document.units, *document.units[:1]])):
        text = before.norm
        if before.cell is not None or before.kind == "contents":
            heads, run = [], []
            continue
        if "@" in text and len(text.split()) < 9 and _HEADS.match(text):
            heads += [(place, kind, before) for kind in _KIND.findall(text)]
        elif "%" not in text and "$" not in text and "limit" not in text and "max" not in text:
            continue
        elif _AGAIN.match(text):
            found += _again(document, before)
            placed.add(id(before))  # of which column each of its parts is, no sentence tells
        elif CELL.match(text):
            if not run:
                label = document.units[place - 1].norm if place else ""
            run.append(before)
            if not CELL.match(unit.norm) or place + 1 == len(document.units):
                if said := _bound(heads, place, label, [each.norm for each in run], run):
                    found += said
                    placed |= {id(each) for each in run}
                run = []
        elif row := ROW.match(text):
            cells = re.findall(rf"{_P}", row["cells"])
            if said := _bound(heads, place, row["label"], cells, [before] * len(cells)):
                found += said
                placed.add(id(before))
    return found, placed


def _again(document: Document, unit: Unit) -> list[Claim]:
    """`Limit: $23,500 Limit: 8% of pay`, below `Pre-tax After-tax`: columns that ran together, each with its label."""
    label = _AGAIN.match(unit.norm)
    if not label or not _ABOUT_LIMITS.search(label[1]) or OTHER.search(label[1]):
        return []
    parts = [part.strip(" ,;") for part in unit.norm.split(f"{label[1]}:")[1:]]
    for head in unit.heads[:3]:
        kinds = _KIND.findall(document.heads[head])
        if len(kinds) != len(parts) or len(set(kinds)) < len(kinds) or "@amb" in kinds:
            continue
        title = next((each for each in document.units if each.raw == head), None)
        most = {
            kind: value[1]
            for kind, part in zip(kinds, parts, strict=True)
            if (value := VALUE.search(part)) and _A_BOUND.match(part)
        }
        also = (title,) if title is not None else ()
        found = []
        if "@at" in most:
            found.append(Claim("after_tax_cap_percent", most["@at"], unit, 2, also=also))
        if "@pre" in most and most.get("@roth", most["@pre"]) == most["@pre"]:
            found.append(Claim("deferral_cap_percent", most["@pre"], unit, 2, also=also))
        return found
    return []


_AGAIN = Pattern(r"^([a-z]+(?: [a-z]+){0,2}):(?=.*%)(?:[^:]* \1:)+[^:]*$", ":")
"""A line that says its label once more for each of its columns."""
_A_BOUND = Pattern(rf"^{_P}{_OF_PAY}(?:,? [^%]{{1,40}})?\W*$", "%")


def _bound(
    heads: list[tuple[int, str, Unit]], place: int, label: str, cells: list[str], units: list[Unit]
) -> list[Claim]:
    """The caps of one row, where it has as many cells as there are heads of columns."""
    last = heads[-len(cells) :]
    kinds = [kind for _, kind, _ in last]
    near = [at for at, _, _ in heads if place - at <= FARTHEST]
    if not 2 <= len(cells) <= 3 or len(near) != len(cells) or len(set(kinds)) < len(cells) or "@amb" in kinds:
        return []
    if not _ABOUT_LIMITS.search(label) or OTHER.search(label):
        return []
    most = {kind: value[1] for kind, cell in zip(kinds, cells, strict=True) if (value := VALUE.search(cell))}
    of = dict(zip(kinds, units, strict=True))
    title = {kind: (unit,) for _, kind, unit in last}
    found = []
    if "@at" in most:
        found.append(Claim("after_tax_cap_percent", most["@at"], of["@at"], 2, also=title["@at"]))
    if "@pre" in most and most.get("@roth", most["@pre"]) == most["@pre"]:
        found.append(Claim("deferral_cap_percent", most["@pre"], of["@pre"], 2, also=title["@pre"]))
    return found
