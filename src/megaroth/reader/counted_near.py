"""Which money is matched, where the kinds stand in the sentence before, or below a caption of the match: `all of them`, `after-tax does not`."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.counted_words import token
from megaroth.reader.listed import KINDS_NAMED
from megaroth.reader.matched_words import ALL_OF_THEM, COUNTS, ELLIPSIS, NOTHING_ELSE
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

_DENIES = Pattern(r"\b(?:not|no|never|cannot|except\w*|exclud\w*|only|unless|without|neither|nor|may not)\b")
_OF_OTHER_ACTS = Pattern(
    r"\b(?:rollovers?|roll(?:ed)? over|withdr\w+|conver\w+|transfer\w*|distribut\w+|loans?|former\w*|prior|until|before 20\d\d)\b"
)
_MATCH_CAPTION = Pattern(
    r"^\W*(?:[a-z0-9]{1,3}[.)] )?(?:(?:how (?:we|the (?:company|employer)|[a-z]+) )|(?:[a-z'&.]+ ){0,3})match(?:es|ing)?(?: contributions?| you)?\W*$",
    "match",
)
_ON_KINDS = Pattern(
    r"^\W*(?:made |paid |given |applies |counted )?(?:(?:on|for|to) )?(?:both |all |your )?(?P<kinds>(?:@pre|@roth|@at|catch-?up)(?:(?:,? (?:and|or|and/or|plus) |, ?|/| ?\+ ?| ?& ?)(?:your )?(?:@pre|@roth|@at|catch-?up)(?: (?:contributions?|deferrals?|savings))?)+)\W*$"
)
"""`On pre-tax, Roth and catch-up`, an item below the caption `Company match`."""


def of_the_sentence_before(document: Document, unit: Unit, place: int, text: str) -> dict[str, bool]:
    """`The company matches all of them alike`: all kinds of the nearest sentence that names some."""
    if not ALL_OF_THEM.search(text) or KINDS_NAMED.search(text) or _DENIES.search(text):
        return {}
    for each in reversed(document.units[max(0, place - 3) : place]):
        kinds = KINDS_NAMED.findall(each.norm)
        if len(set(kinds)) > 1:
            if each.heads[:1] != unit.heads[:1] or _DENIES.search(each.norm) or _OF_OTHER_ACTS.search(each.norm):
                return {}
            return {token(kind): True for kind in kinds}
        if each.kind == "heading" or (
            "contribut" not in each.norm and kinds == [] and "sav" not in each.norm and "it" not in each.norm.split()
        ):
            continue
    return {}


def spoken_of_before(document: Document, unit: Unit, place: int, text: str) -> bool:
    """Whether `after-tax does not` goes on about what counts for the match: the sentences before, back to the word itself, do."""
    if not ELLIPSIS.match(text):
        return False
    for each in reversed(document.units[max(0, place - 5) : place]):
        if "match" in each.norm:
            return COUNTS.search(each.norm) is not None or counted_since(document, place)
        if each.kind == "heading" or not (ELLIPSIS.match(each.norm) or COUNTS.search(each.norm)):
            return False
    return False


def counted_since(document: Document, place: int) -> bool:
    """Whether the sentence just before says that some kind counts, or does not."""
    before = document.units[place - 1].norm
    return bool(COUNTS.search(before) or ELLIPSIS.match(before))


def below_the_caption(document: Document, unit: Unit, text: str) -> dict[str, bool]:
    """The kinds of an item that names nothing else, below a caption of the match."""
    if (
        unit.kind != "item"
        or not (listed := _ON_KINDS.match(text))
        or not _MATCH_CAPTION.match(document.heads_of(unit, 1))
    ):
        return {}
    return {token(kind): True for kind in KINDS_NAMED.findall(listed["kinds"])}


def nothing_else(document: Document, text: str, asked: str, before: str) -> dict[str, bool]:
    """What `nothing else is` leaves out, after the kinds that are matched: after-tax money."""
    last = NOTHING_ELSE.match(text)
    if (
        last
        and KINDS_NAMED.search(before)
        and "@at" not in before
        and "match" in f"{asked} {before}"
        and "@at" in document.text
    ):
        return {"at": False}
    return {}
