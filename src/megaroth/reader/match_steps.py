"""A match told step by step: sentences, lines or rows that follow one another, each with what one saves and what it earns."""

from __future__ import annotations

import re
from fractions import Fraction

from megaroth.reader.context import Document
from megaroth.reader.formula import of_pairs
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_STEP = Pattern(
    r"^(?:(?:if |when )?(?:you|an employee|a participant) )?(?:contribut\w*|sav\w*|defer\w*|puts? in|put) (?:at least |just )?(\d{1,2}(?:\.\d+)?)%(?: (?:of (?:your |eligible |regular |base |covered )*(?:pay|compensation|earnings|salary)|or more|of pay or more))*,? ?(?:(?:→|->|=|-+>?|:|then|and)? ?)(?:we|the company|the employer|[a-z]+) (?:will )?(?:adds?|contributes?|puts? in|gives?|match(?:es)?)(?: you)? (\d{1,2}(?:\.\d+)?)%(?: of (?:your |eligible )*(?:pay|compensation|earnings))?\W*$"
)


_PAIR = Pattern(r"^(?:[-: ]+\|[-: ]+)?(\d{1,2}(?:\.\d+)?)(?:\+?%|% ?\+) ?\| ?(\d{1,2}(?:\.\d+)?)%\W*$", "|")


_OF_PAIRS = Pattern(r"^(?:if )?(?:you|your|personal|employee|team member|participant)\b[^|]{0,40}\|[^|]{2,40}$", "|")


_ON_CONTRIBUTIONS = Pattern(r"\bmatch|\bcontribution|\bwe (?:add|put in|contribute)", "match", "contribution", "we ")


_WITH_ITS_SUM = Pattern(
    r"^(\d{1,2}(?:\.\d+)?)%(?: or (?:more|over|above))?(?: \| | )(\d{1,2}(?:\.\d+)?)%(?: \| | )(\d{1,2}(?:\.\d+)?)%(?: or (?:more|over|above))?\W*$"
)
"""`4% 3.5% 7.5%`: what somebody saves, what it earns, and both together, which proves that it is so."""


_HEAD_AND_ROW = Pattern(r"^([^%$|]{12,120}?) (\d{1,2}% .*)$", "% ")


def _with_its_sum(text: str) -> re.Match[str] | None:
    found = _WITH_ITS_SUM.match(text)
    return found if found and Fraction(found[1]) + Fraction(found[2]) == Fraction(found[3]) else None


_OF_SUMS = Pattern(
    r"^(?=.*\b(?:you|your|employee|participant|associate|member)\b)(?=.*\b(?:puts? in|match\w*|adds?|contributes?|company|employer)\b).*\b(?:total|together|combined|in all|sum|both)\b",
    "total", "together", "combined", "in all", "sum", "both",
)  # fmt: skip


def _step(document: Document, unit: Unit, run: int, place: int) -> re.Match[str] | None:
    if "%" not in unit.norm or unit.kind == "contents":
        return None
    if step := _STEP.match(unit.norm):
        return step
    before = document.units[place - 1].norm if place else ""
    if not run and (first := _HEAD_AND_ROW.match(unit.norm)) and _OF_SUMS.match(first[1]):
        return _with_its_sum(first[2])  # the head of the table ran into its first row
    if summed := _with_its_sum(unit.norm):
        return summed if run or _OF_SUMS.match(before) else None
    pair = _PAIR.match(unit.norm)
    if pair is None or run:
        return pair
    above = [each.norm for each in document.units[max(0, place - 3) : place]]
    headed = above and _OF_PAIRS.match(above[-1]) and any(_ON_CONTRIBUTIONS.search(text) for text in above)
    return pair if headed else None


def steps_in_a_row(document: Document) -> list[Claim]:
    """`If you contribute 1%, we add 1%. If you contribute 2%, we add 1.5%. …`: three sentences, lines or rows that follow one another."""
    found: list[Claim] = []
    run: list[tuple[Unit, str, str]] = []
    for place, unit in enumerate([*document.units, None]):
        step = _step(document, unit, len(run), place) if unit is not None else None
        if step and unit is not None:
            run.append((unit, step[1], step[2]))
            continue
        if len(run) > 2:
            if Fraction(run[0][1]) > Fraction(run[-1][1]):
                run.reverse()
            name, value = of_pairs([(deferring, earns) for _, deferring, earns in run])
            found += [Claim(name, value, run[0][0], 3, also=tuple(each for each, _, _ in run[1:]))] if name else []
        run = []
    return found


def is_step(text: str) -> bool:
    """Whether a sentence is one step of a match: `Save 2% and we add 4%`."""
    return bool(_STEP.match(text))
