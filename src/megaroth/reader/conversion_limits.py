"""How many conversions a year there may be, and how much each has to be at least: where it is conversions that are counted."""

from __future__ import annotations

import re

from megaroth.reader.clauses import goes_on
from megaroth.reader.come_out import OUT
from megaroth.reader.context import Document
from megaroth.reader.conversion_act import acts, is_act
from megaroth.reader.frequency import per_year, scheduled
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.vetoes import BYGONE

_HOW_OFTEN = (
    "a maximum of",
    "no more than",
    "not more than",
    "up to",
    "there is a limit of",
    "you are limited to",
    "at most",
)
"""What begins so, a few sentences after the conversion was spoken of, goes on about it."""


_DO_SO = Pattern(
    r"^(?:you|participants?|members?) (?:can|may) (?:call|ask|request|elect|do (?:so|this|it|that)|repeat (?:this|it)|submit (?:an? |your )?[a-z]+)(?: for (?:it|this|one))? (?:as often as|(?:up to|only|no more than|not more than|at most) [a-z\d]+ times|once|twice|every|each|monthly|quarterly)\b",
    "can ", "may ",
)  # fmt: skip
"""`You can call as often as monthly`: to have that done of which was spoken."""


_LEAST = Pattern(
    r"\b(?:minimum|at least|no less than|not less than)\b[^.;]{0,40}?\$(\d[\d,]*(?:\.\d\d)?)|\$(\d[\d,]*) minimum",
    "at least", "less than", "minimum",
)  # fmt: skip


_OF_SOMETHING_ELSE = Pattern(
    r"\bwithdraw|\bloan|\bborrow|\bespp\b|\bstock|\bshares?\b|\bbonus|\binsur|\bmedical|\bdental|\bcommut|\bhardship|\bdistribut|\bcontribut|\bmatch|\binvest|\btrad(?:e|ing)|\bstatement|\bdeferral|\b(?:elections?|directions?|requests?) to (?:change|increase|decrease|stop|begin|waive|save)\b"
)


_CONVERSIONS = Pattern(
    r"^\W*(?:the |all |these |such |in-plan |@roth )*(?:conversions?|elections?|requests?) ",
    "conver",
    "election",
    "request",
)


_OF_CONVERSIONS = Pattern(r"^(?:[a-z-]+ )?conversions?\W*$", "conversion")
"""`One-time conversions`, as a title."""
_MAKES_ONE = Pattern(
    r"\b(?:may|can|to) (?:only )?(?:make|request|elect|do|have|submit|initiate|ask for) (?:an? |one |your |any )?(?:in-plan |@roth |@at )*conversions?\b",
    "conver",
)
_ASIDE = Pattern(r"\([^()]*\)", "(")
_DIRECTIONS = Pattern(
    r"\b(?:directions?|elections?|requests?)\b",
    "direct",
    "election",
    "request",
)
"""What is counted below the heading of conversions: `not more than four directions in a calendar year`."""
_ARE_TAKEN = Pattern(
    r"\b(?:requests?|elections?|directions?)\b[^.;]{0,40}? (?:are|is|may be|can be|will be) taken\b", "taken"
)
_SINGLE = Pattern(
    r"\b(?:also|or)\b[^.;]{0,40}\b(?:single|one) time\b|\b(?:single|one)[- ]time (?:@roth |in-plan |@at )*conversions?\b|\bat any time\b|\bwhenever\b",
    "time", "whenever",
)  # fmt: skip


_DOES_IT = Pattern(r"\b(?:do|does|doing|done|ask for|request|repeat) (?:it|this|so|them|one)\b")
_LETS_SO_MANY = Pattern(
    r"\b(?:plan|we|you|participants?|members?|rules?) (?:permits?|allows?|lets?|accepts?|may|can)\b[^.;]{0,30}\b(?:up to|at most|no more than|not more than|only|as often as|once|twice|(?:one|two|three|four|five|six|twelve|\d{1,2}) times)\b",
)
"""`Most do it once a month, and the plan permits up to six a year.`"""


def counts_on(text: str) -> bool:
    """Whether a sentence goes on about the conversion that was spoken of a few sentences before it."""
    return (
        text.startswith(_HOW_OFTEN)
        or bool(_DO_SO.match(text))
        or bool(_DOES_IT.search(text) and _LETS_SO_MANY.search(text))
    )


def _after(document: Document, unit: Unit) -> str:
    """The sentence after one, where it is on conversion."""
    place = document.units.index(unit) + 1 if unit in document.units else len(document.units)
    after = document.units[place].norm if place < len(document.units) else ""
    return after if "conver" in after else ""


_NOT_SO_CONVERTED = Pattern(
    r"\b(?:withdraw|distribut|take|draw)\w*\b[^.;]*\bnot (?:so |yet |been |previously |already |thus )*converted\b",
    "converted",
)
"""`You may withdraw what is not so converted once a quarter`: what is counted are withdrawals."""
OUT_OF_THE_PLAN = Pattern(
    r"\bto an? @roth ira\b|\bin-service (?:withdrawal|distribution)s?\b|\b(?:withdraw|cash out)\b",
    "ira",
    "in-service",
    "withdraw",
    "cash out",
)
"""What is taken out of the plan."""
_WITHOUT_IT = Pattern(r"\bwithout (?:taking|withdrawing|cashing|drawing)\b[^?.;]*", "without ")
"""`Can I make it Roth without taking it out?`"""
_CONVERTS = Pattern(r"\b(?:may|can|to) (?:only )?convert\b|\bconversions? (?:may|can|is|are)\b", "conver")


_WHAT_PEOPLE_DO = Pattern(
    r"\b(?:most|many|some|several|lots|plenty|a few)\b(?: (?:of )?(?:you|us|our|the|them))?(?: [a-z-]+){0,3}? (?:do|does|did|convert|call|ask|prefer|like|choose|make)\b[^.;,()]*|^until now\b[^.;]*|\bonce or twice\b[^.;,()]*",
    "most", "many", "some", "several", "lots", "plenty", "few", "until now", "once or",
)  # fmt: skip
"""`Many do it once a quarter`, `until now you had to call every month`: not how often one may."""
_OR_SO = Pattern(r"\(or (?:once|twice) [^()]*\)", "(or ")
"""`Call after each payday (or once a quarter)`: a suggestion."""


def _below_withdrawals(document: Document, unit: Unit) -> bool:
    """Whether the nearest title that is on either is on money that leaves, and not on conversion."""
    for head in unit.heads[: 2 if unit.kind == "item" else 1]:
        above = document.heads[head]
        if is_act(above):
            return False
        if OUT.search(_WITHOUT_IT.sub(" ", above)):
            return True
    return False


def limits_of(document: Document, unit: Unit, heads: str, before: str) -> list[Claim]:
    """How many conversions a year, and the least of one, as far as a sentence is on conversions."""
    text = unit.norm
    counted = _OR_SO.sub(" ", _WHAT_PEOPLE_DO.sub(" ", text))
    times, least = per_year(counted), _LEAST.search(text)
    if not times and (
        acts(text)
        or _CONVERSIONS.match(text)
        or _MAKES_ONE.search(text)
        or ((goes_on(text) or _DO_SO.match(text)) and acts(before))
    ):
        times = scheduled(counted)
        if times and "auto" in text and _SINGLE.search(_after(document, unit)):
            times = None  # the days of those that go by themselves; between them one may ask
    near = document.heads_of(unit, 1)
    if not (times or least) or (
        _below_withdrawals(document, unit) and not is_act(text) and not (goes_on(text) and acts(before))
    ):
        return []
    if _NOT_SO_CONVERTED.search(text) or (goes_on(text) and not acts(before) and OUT_OF_THE_PLAN.search(before)):
        return []
    if OUT.search(_ARE_TAKEN.sub(" ", text)) and not acts(text):
        return []  # `withdraw after-tax and Roth conversion amounts up to six times a year`
    if not is_act(text) and not acts(text):
        label = f"{document.lead_of(unit)} {unit.answer_to} {document.follows.get(id(unit), '')} {document.heads_of(unit, 1)}"
        short = len(_ASIDE.sub(" ", text).split()) < 12
        such = (
            short
            or (_CONVERSIONS.match(text) and acts(before))
            or "conver" in text
            or " such " in text
            or " of these " in text
            or " of them " in text
            or goes_on(text)
            or _DOES_IT.search(text)
            or _DO_SO.match(text)
        )
        above = document.heads_of(unit, 2 if "this section" in near or "conver" in near else 1)
        directed = bool(_DIRECTIONS.search(text)) and is_act(above)
        if (
            _OF_SOMETHING_ELSE.search(text)
            or "loan" in near
            or not (
                is_act(label)
                or (such and _CONVERTS.search(text) and "conver" in near and "ira" not in f"{text} {near}".split())
                or (such and (is_act(f"{document.heads_of(unit, 5)} {before}") or acts(before)))
                or directed
                or (short and _OF_CONVERSIONS.match(near))
            )
        ):
            return []
    found = []
    if times and not (
        re.search(
            r"\bno limit\b(?! (?:to|on) (?:how much|(?:the |any )?(?:amounts?|dollars?|percentage|sum)))|\bunlimited\b(?! amounts?)",
            text,
        )
        or BYGONE.search(text)
    ):
        found.append(Claim("conversions_per_year", times, unit, 2))
    if least:
        found.append(Claim("conversion_minimum", (least[1] or least[2]).replace(",", ""), unit, 2))
    return found
