"""Which money is matched, where the kinds stand in the sentence before, or below a caption of the match: `all of them`, `after-tax does not`."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.counted_words import token
from megaroth.reader.listed import KINDS_NAMED
from megaroth.reader.matched_clause import FIELDS
from megaroth.reader.matched_words import ALL_OF_THEM, COUNTS, ELLIPSIS, NOTHING_ELSE
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_DENIES = Pattern(r"\b(?:not|no|never|cannot|except\w*|exclud\w*|only|unless|without|neither|nor|may not)\b")
_OF_OTHER_ACTS = Pattern(
    r"\b(?:rollovers?|roll(?:ed)? over|withdr\w+|conver\w+|transfer\w*|distribut\w+|loans?|former\w*|prior|until|before 20\d\d)\b"
)
_LIMITS = Pattern(r"\b(?:limits?|maximum|cap|402|415|testing|tests?|taxed|taxable|vest\w*|withdr\w+|conver\w+)\b")
_MATCH_CAPTION = Pattern(
    r"^(?!.*(?:\b(?:and|your|limits?|types?|savings?|saving|deferrals?|or|vs\.?|versus)\b|&))\W*(?:[a-z0-9]{1,3}[.)] )?(?:(?:how (?:we|the (?:company|employer)|[a-z]+) )|(?:[a-z'&.]+ ){0,3})match(?:es|ing)?(?: contributions?| you)?\W*$",
    "match",
)
_ON_KINDS = Pattern(
    r"^\W*(?:made |paid |given |applies |counted )?(?:(?:on|for|to) )?(?:both |all |your )?(?P<kinds>(?:@pre|@roth|@at|catch-?up)(?:(?:,? (?:and|or|and/or|plus) |, ?|/| ?\+ ?| ?& ?)(?:your )?(?:@pre|@roth|@at|catch-?up)(?: (?:contributions?|deferrals?|savings))?)+)\W*$"
)
"""`On pre-tax, Roth and catch-up`, an item below the caption `Company match`."""


def of_the_sentence_before(document: Document, unit: Unit, place: int, text: str) -> dict[str, bool]:
    """`The company matches all of them alike`: all kinds of the nearest sentence that names some, or of what comes before in this one."""
    them = ALL_OF_THEM.search(text)
    if them and len(own := set(KINDS_NAMED.findall(text[: them.start()]))) > 1:
        return (
            {}
            if _DENIES.search(text) or KINDS_NAMED.search(text[them.end() :])
            else {token(kind): True for kind in own}
        )
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
        if _LIMITS.search(each.norm):
            return False  # `Pre-tax counts toward the limit. After-tax does not.`
        if "match" in each.norm:
            return COUNTS.search(each.norm) is not None or counted_since(document, place)
        if each.kind == "heading" or not (ELLIPSIS.match(each.norm) or COUNTS.search(each.norm)):
            return False
    return False


def of_another_verb(before: str, text: str) -> bool:
    """Whether `after-tax does not` takes up a limit, a tax or a withdrawal, of which the sentence before speaks."""
    return "match" not in before and bool(_LIMITS.search(before)) and ELLIPSIS.match(text) is not None


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


_YES_NO_LIST = Pattern(
    r"^\W*(?:(?P<no>no|not matched|(?:does|do) not apply to|not (?:available|paid|made|eligible)(?: (?:to|on|for))?|excluded?|excludes|unmatched)|yes|matched|applies to|available (?:on|for)|paid on|made on|eligible|included?|includes)(?: (?:contributions?|money|sources?|types?))?[:|-] ?(?P<kinds>(?:(?:@pre|@roth|@at|catch-?up|rollovers?)(?: (?:contributions?|deferrals?|savings|money|401k))*(?:,? (?:and|or) |, ?|/|; ?)?)+)\W*$",
    ":", "|", "-",
)  # fmt: skip
_MATCH_NEAR = Pattern(
    r"^(?!.*\b(?:allow|permit|accept|offer|conver|withdr|roll|contribute |limit|take|put in|save )\w*)[^.]{0,60}\bmatch\w*[^.]{0,30}$",
    "match",
)


def _below_the_match(document: Document, unit: Unit, place: int) -> bool:
    """Whether a caption or a question on the match stands above, with nothing but rows between."""
    if _MATCH_NEAR.match(document.heads_of(unit, 1)):
        return True
    for each in reversed(document.units[max(0, place - 5) : place]):
        if _MATCH_NEAR.match(each.norm) or _MATCH_CAPTION.match(each.norm):
            return True
        if len(each.norm) > 90 or not (":" in each.norm or each.cell):
            return False
    return False


def of_yes_and_no(document: Document, unit: Unit, place: int, text: str) -> dict[str, bool]:
    """`Yes: pre-tax, Roth`, `Does not apply to: after-tax`, below the caption or the question on the match."""
    if unit.cell:
        text = f"{document.lead_of(unit)}: {text}"
    if not (listed := _YES_NO_LIST.match(text)):
        return {}
    if not _below_the_match(document, unit, place):
        return {}
    return {token(kind): not listed["no"] for kind in KINDS_NAMED.findall(listed["kinds"])}


_IN_ITS_ROW = Pattern(
    r"^\W*(?:your )?(?P<kind>@at|@roth|catch-?up)(?: (?:contributions?|savings|deferrals?|money|401k))*(?: \(?(?:age )?50 ?(?:\+|and over|or older)\)?)? ?[:|-] ?(?:(?P<no>none|no match|not matched|unmatched|0%|no|n/a|not eligible)|same(?: as (?:@pre|above|regular|the others?)| match)?(?: (?:contributions?|deferrals?))?|matched|\d{1,3}% (?:of|on) (?:the )?first \d[^;]*|yes)\W*$",
    "@at", "@roth", "catch",
)  # fmt: skip


def of_its_row(document: Document, unit: Unit, place: int, text: str) -> dict[str, bool]:
    """`After-tax: none`, a row below the caption `Matching contributions`."""
    if not (row := _IN_ITS_ROW.match(text)):
        return {}
    above = [document.heads_of(unit, 1)]
    for each in reversed(document.units[max(0, place - 5) : place]):
        above.append(each.norm)
        if ":" not in each.norm or len(each.norm) > 90:
            break
    if not any(_MATCH_CAPTION.match(each) for each in above):
        return {}
    return {token(row["kind"].replace("catchup", "catch-up")): not row["no"]}


def rows_of_the_match(document: Document, unit: Unit, place: int) -> list[Claim]:
    """Rows without a full stop, which look like headings."""
    said = of_yes_and_no(document, unit, place, unit.norm) or of_its_row(document, unit, place, unit.norm)
    return [
        Claim(FIELDS[kind], "yes" if matched else "no", unit, 2)
        for kind, matched in said.items()
        if kind in FIELDS and (kind != "at" or "@at" in unit.norm)
    ]


def nothing_else(document: Document, text: str, asked: str, before: str) -> dict[str, bool]:
    """What `nothing else is` leaves out, after the kinds that are matched: after-tax money."""
    last = NOTHING_ELSE.match(text)
    if (
        last
        and KINDS_NAMED.search(before)
        and "@at" not in before
        and not _LIMITS.search(before)
        and ("match" in before or (asked.endswith("?") and "match" in asked))
        and "@at" in document.text
    ):
        return {"at": False}
    return {}
