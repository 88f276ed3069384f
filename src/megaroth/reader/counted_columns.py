"""Which money counts for the match, told by columns: heads of kinds of money, and below them a tick or a word for each."""

from __future__ import annotations

import re

from megaroth.reader.context import Document
from megaroth.reader.counted_words import LABEL, YES, token
from megaroth.reader.listed import KINDS_NAMED, alone
from megaroth.reader.matched_clause import FIELDS
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_COLUMN = Pattern(
    r"^(?=.*\b(?:type|kind|source|contributions?|money|min\w*|max\w*|limit|rate|tax\w*|roth)\b).*(?:\bmatch(?:ed)?|\b(?:counts?|eligible|qualif\w+) (?:for|toward) (?:the |a )?(?:company |employer )?match)\W*$",
    "match",
)
"""The head of a table that lost its lines, the last column of which is the match."""


_LAST_CELL = Pattern(
    r"^\W*(?P<kind>@at|@roth|@pre|catch-?up)\b[^.:?]{0,60}(?<=[ |])(?P<answer>yes|no|y|n|matched|unmatched|✓|✔|✗|✘)\W*$"
)


_COUNTS = Pattern(
    r"^(?:(?:is it |are they )?(?:matched|match-eligible)|(?:does it |do they )?(?:counts?|eligible|qualif(?:y|ies)|earns?|gets?) (?:for |toward |a |the )*(?:company |employer )?match|(?:company |employer )?match)\W*$",
    "match",
)


_ANSWERS = Pattern(r"^(?:(?:yes|no|✓|✔|✗|✘)\W*)+$")


_ANSWER = Pattern(r"yes|no|✓|✔|✗|✘")


def in_columns(document: Document) -> list[Claim]:
    """What a table says that lost its lines: rows that end with yes or no below `Matched?`, or answers below it in the order of the heads."""
    found: list[Claim] = []
    units = document.units
    for place, unit in enumerate(units):
        if "match" not in unit.norm or len(unit.norm) > 90:
            continue
        if unit.cell:
            found += _below_a_cell(document, place) if unit.cell[1] == 0 and _COUNTS.match(unit.norm) else []
            continue
        if _COLUMN.match(unit.norm):
            rows: list[tuple[Unit, str, str]] = []
            for row in units[place + 1 :]:
                hit = _LAST_CELL.match(row.norm)
                if not hit or row.cell or len(KINDS_NAMED.findall(row.norm)) > 1:
                    break
                rows.append((row, hit["kind"], hit["answer"]))
            if len(rows) > 1:
                found += _each(rows)
        elif _IN_THEIR_ORDER.match(unit.norm):
            said = _MATCHED_OR_NOT.findall(unit.norm)
            if len(kinds := _columns_above(document, place)) == len(said):
                found += _each([(unit, kind, each) for kind, each in zip(kinds, said, strict=True)])
        elif _COUNTS.match(unit.norm):
            answers: list[tuple[Unit, str]] = []
            for row in units[place + 1 :]:
                if not _ANSWERS.match(row.norm) or row.cell:
                    break
                answers += [(row, each) for each in _ANSWER.findall(row.norm)]
            kinds = _columns_above(document, place)
            if len(answers) > 1 and len(kinds) == len(answers):
                found += _each([(row, kind, said) for kind, (row, said) in zip(kinds, answers, strict=True)])
    return found if "@at" in document.text else [claim for claim in found if claim.field != "match_on_after_tax"]


_IN_THEIR_ORDER = Pattern(r"^\W*(?:(?:not |un)?matched\b\W*){2,5}$", "matched")


_MATCHED_OR_NOT = Pattern(r"(?:not |un)?matched", "matched")
"""`Matched Matched Not matched`: a row of a table that lost its lines."""


def _below_a_cell(document: Document, place: int) -> list[Claim]:
    """The column `Matched?` of a table: yes or no for the kind of money that begins each row."""
    head = document.units[place]
    rows: list[tuple[Unit, str, str]] = []
    for unit in document.units[place + 1 :]:
        if not unit.cell or not head.cell or unit.cell[0] != head.cell[0]:
            break
        label = document.lead_of(unit).partition(" | ")[0]
        if (
            unit.cell[2] != head.cell[2]
            or not (kind := alone(label))
            or not LABEL.match(label.replace("@pre", "@roth"))
        ):
            continue
        if not _ONE_WORD.match(unit.norm):
            return []
        rows.append((unit, kind, unit.norm))
    return _each(rows) if len(rows) > 1 else []


_ONE_WORD = Pattern(r"^(?:yes|no|none|matched|not matched|✓|✔|✗|✘)\W*$")


def _each(rows: list[tuple[Unit, str, str]]) -> list[Claim]:
    if len({kind for _, kind, _ in rows}) < len(rows):
        return []
    return [
        Claim(FIELDS[token(kind)], "yes" if YES.match(said) else "no", row, 2)
        for row, kind, said in rows
        if token(kind) in FIELDS
    ]


_HEAD_NAME = Pattern(r"pre-?tax|before-?tax|roth|after-?tax|catch-?up")


_HEADS_IN_A_LINE = Pattern(
    r"^(?:(?:pre-?tax|before-?tax|roth|after-?tax|catch-?up)(?: 401\(k\))?(?: (?:contributions?|savings|deferrals?))?(?:\W+|$)){2,4}$",
    flags=re.I,
)


_KIND_OF = {"pr": "@pre", "be": "@pre", "ro": "@roth", "af": "@at", "ca": "catch-up"}


def _columns_above(document: Document, place: int) -> list[str]:
    """The kinds of money that stand in a row of labels above, each once."""
    kinds: list[str] = []
    for each in document.units[max(0, place - 40) : place]:
        named = KINDS_NAMED.findall(each.norm) if len(each.norm.split()) < 8 and each.kind != "question" else []
        if len(named) == 1 and LABEL.match(f"{each.norm}".replace("@pre", "@roth")):
            kinds += named
        elif line := _HEADS_IN_A_LINE.match(each.raw):
            # As written: beside one another, two heads read as one kind of money.
            kinds = [_KIND_OF[name[:2]] for name in _HEAD_NAME.findall(line[0].lower())]
        elif len(named) > 1 and set(each.norm.split()) <= {*named, "catch-up", "contributions", "savings"}:
            kinds = named
        elif len(kinds) > 1:
            break
        else:
            kinds = []
    return kinds if len(kinds) > 1 and len(set(kinds)) == len(kinds) else []
