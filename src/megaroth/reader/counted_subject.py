"""Of which money a sentence on the match speaks: what `they`, a bare answer, or the number of a section stands for."""

from __future__ import annotations

import re

from megaroth.reader.context import Document
from megaroth.reader.counted_words import LABEL, PAY
from megaroth.reader.listed import GIVES_A_SHARE, KINDS_NAMED, alone
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

_ASKED_AGAIN = Pattern(
    r"^\W*(?:q\W+)?(?:(?:and|what about|how about|do(?:es)?|is|are|on|for|my|your|the) )*(?:@pre|@roth|@at|catch-?up)(?: (?:contributions?|savings|dollars|money))?\?$",
    "?",
)
"""`Do catch-up contributions get a match? Yes. Do after-tax? No.`"""


def is_asked_again(document: Document, unit: Unit, place: int) -> bool:
    """`Does catch-up get a match? Yes. Does after-tax? No.`: whether the question before leaves the match out, and the one before has it."""
    asked = document.follows.get(id(unit), "")
    return 0 < len(asked) < 50 and bool(_ASKED_AGAIN.match(asked)) and asked_just_now(document, place)


def asked_just_now(document: Document, place: int) -> bool:
    """`Match on Roth? On catch-up?`: questions in a row, and their answers below."""
    return any(unit.kind == "question" and "match" in unit.norm for unit in document.units[max(0, place - 4) : place])


def antecedent(document: Document, unit: Unit, before: str, head: str) -> str:
    """The kind of money that `they` and `it` stand for: of the sentence before, of the heading, or of the question above it."""
    above = document.heads_of(unit, 2).partition(" < ")[2]
    if KINDS_NAMED.search(before) or "@amb" in before or "@basis" in before:
        if set(KINDS_NAMED.findall(before)) <= {"@pre", "@roth"} and "@amb" not in before and "@basis" not in before:
            # `They can be pre-tax or Roth`: how they are taxed, and they are what the heading names.
            for each in (head, above):
                if LABEL.match(each) and (kind := alone(each)) in ("@at", "catch-up", "catchup"):
                    return kind
        return alone(before)
    if KINDS_NAMED.search(head):
        return alone(head)
    run_in = (
        unit.heads[0].endswith(".") if unit.heads else False
    )  # `2.3 Not matched.`, a caption below that of the money
    return alone(above) if above.endswith("?") or (run_in and LABEL.match(above)) else ""


UNDER_A_SECTION = Pattern(
    r"\b(?:contributions?|deferrals?|amounts?|savings) (?:made |contributed |elected )?(?:under|pursuant to|described in) (?:plan )?section (?P<article>\d{1,2})-(?P<number>\d{1,2})(?![\d(-])",
    "section",
)


def of_the_section(document: Document, hit: re.Match[str]) -> str:
    """`Contributions under Section 3.2`, where `3.2 Catch-Up Contributions` is the heading of one: their kind."""
    number = f"{hit['article']}.{hit['number']}"
    for unit in document.units:
        if unit.norm.startswith(number) and LABEL.match(unit.norm) and (kind := alone(unit.norm)):
            return f"{kind} contributions"
    return hit[0]


_COUNTED_UNDER = Pattern(
    r"\b(?P<says>(?:taken into account|considered|counted|included|disregarded)(?: in| for purposes)?) (?:under|of|for purposes of) section (?P<article>\d{1,2})-(?P<number>\d{1,2})(?![\d(-])",
    "section",
)


def of_the_matching_section(document: Document, text: str) -> str:
    """`Not taken into account under Section 4.06`, where the heading of that section is on the match."""
    if ("catch" not in text and "@" not in text) or not (hit := _COUNTED_UNDER.search(text)):
        return text
    heads = (f"section {hit['article']}-{hit['number']} ", f"{hit['article']}.{hit['number']} ")
    if not any(unit.norm.startswith(heads) and "match" in unit.norm[:60] for unit in document.units):
        return text
    return f"{text[: hit.start()]}{hit['says']} for the match{text[hit.end() :]}"


def third_kind(document: Document) -> bool:
    """Whether a plan that matches its pre-tax and Roth contributions calls others after-tax: those are not Roth."""
    return any(
        "@pre" in unit.norm
        and ("match" in unit.norm or GIVES_A_SHARE.search(unit.norm) or "match" in document.heads_of(unit, 1))
        and _BOTH_MATCHED.search(unit.norm)
        and "@amb" not in unit.norm
        for unit in document.units
        if unit.kind in ("sentence", "item", "cell")
    )


_BOTH_MATCHED = Pattern(
    r"(?:@pre(?: contributions?| deferrals?)?(?:,? (?:and/or|and|or)|/|,) ?(?:your )?@roth|@roth(?: contributions?| deferrals?)?(?:,? (?:and/or|and|or)|/|,) ?(?:your )?@pre)",
    "@roth",
)


def spoken_of(document: Document, unit: Unit, place: int) -> str:
    """The one kind of money that the sentences just before are about; empty where they name several, or another row begins."""
    if unit.kind == "item" and LABEL.match(head := document.heads_of(unit, 1)):
        return alone(head)
    for each in reversed(document.units[max(0, place - 3) : place]):
        if each.kind == "heading" and unit.heads[:1] == (each.raw,):
            break
        if unit.answer_to and each.norm == unit.answer_to and not KINDS_NAMED.search(each.norm):
            continue
        if each.cell != unit.cell or each.heads[:1] not in _above(unit) or each.page != unit.page:
            return ""
        if PAY.search(_IN_BRACKETS.sub("", each.norm)):
            return ""
        if KINDS_NAMED.search(each.norm):
            label, row, _ = each.norm.partition(" | ")
            return alone(label if row and LABEL.match(label) else each.norm)
    for text in document.heads_of(unit, 3).split(" < "):
        if KINDS_NAMED.search(text):
            return alone(text) if LABEL.match(text) else ""
        if not (_NO_SUBJECT.match(text) or text.endswith("?")):
            return ""
    return ""


def _above(unit: Unit) -> tuple[tuple[str, ...], ...]:
    """The heading that what a unit goes on about stands below; for an answer, that of its question too."""
    return (unit.heads[:1], unit.heads[1:2]) if unit.answer_to else (unit.heads[:1],)


_IN_BRACKETS = Pattern(r"\([^()]*\)", "(")
_NO_SUBJECT = Pattern(
    r"^\W*(?:the )?(?:basics|details|key (?:facts|features|points)|features|facts|at a glance|how it works|rules|limits?|overview|quick facts|what to know|highlights|good to know)\W*$"
)
"""A heading that says nothing of what it is about."""
