"""The titles above a sentence on money that leaves: whether they are of withdrawal in service, of this money, or of one occasion."""

from __future__ import annotations

import re

from megaroth.reader.come_out import IN_SERVICE
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit


def nearest_title(unit: Unit) -> str:
    """The nearest title above a unit, and not the unit itself, where it is so short that it looks like one."""
    return unit.heads[1] if len(unit.heads) > 1 and unit.heads[0] == unit.raw else unit.heads[0]


_TAKING_OUT = Pattern(
    r"\bwithdraw|\bdistribut|\b(?:tak(?:e|ing)|get(?:ting)?)\b[^.;]*\bout\b|\bneed (?:it|your money|the money) (?:back|early|sooner)|\bmoney out\b|\bgetting (?:at|to)\b|\baccess(?:ing)?\b|\bdraw(?:ing)? (?:on|from|upon)\b|\breceiv|\bpayments?\b|\bpaid\b"
)


def section_of(unit: Unit, before: str) -> str:
    """Whether a heading opens, keeps or closes a section on withdrawals in service."""
    text = unit.norm
    if _TAKING_OUT.search(text) and IN_SERVICE.search(text):
        return text
    if re.search(r"\bin-service\b", text):
        return text
    if (
        before
        and re.search(r"withdraw|rollover|age 59|employer|hardship|@at|qualif|option|request|available|availab", text)
        and not re.search(r"\bterminat|\bleav|\bretire|\bdeath|\bafter\b", text)
    ):
        return before
    return ""


WAY_OUT_ALONE = Pattern(r"^\W*(?:in-?service )?(?:withdraw(?:als?|ing)?|taking (?:it|money) out|cash(?:ing)? out)\W*$")
ITS_TITLE = Pattern(
    r"^(?!.*(?:@pre|@roth|rollover|match))[^.;]{0,30}@at(?: (?:contributions?|savings|money|accounts?|sources?|balances?|option|feature))*\W*$",
    "@at",
)


_OCCASION_ALONE = Pattern(
    r"^\W*(?:(?:financial )?hardship|(?:(?:at|after|attainment of) )?(?:age )?59\.5(?: (?:or|and) (?:older|over|later))?|loans?|death|disability)(?: withdrawals?)?\W*$"
)
LIST_OF_OCCASIONS = Pattern(r"^(?=.*\bhardship\b)(?=.*,)(?!.*(?:@|\b(?:after|only)\b))", "hardship")
"""`Leaving, death, disability, hardship.`: the line above, and no title of a part on those who left."""
_ROW_OF_OTHERS = Pattern(
    r"^\W*(?:your |the |all )*(?:@pre|@roth|rollovers?|match\w*|company|employer)\b[^:|]{0,40}(?::| \|| -) \S",
    "@pre", "@roth", "rollover", "match", "company", "employer",
)  # fmt: skip
"""`Pre-tax: hardship only`: the row before, and no title."""
_PART_OF_IT = Pattern(
    r"^\W*(?:[\w.]{1,4} )?(?:type|kind|what (?:you (?:can|may) (?:take|withdraw)|is available)|how(?: (?:often|much|to \w+))?|when|who|taxes|frequency|minimum|reasons?|amount|(?:type of withdrawal: )?(?:your |the |all )*(?:@at|@pre|@roth|rollovers?|match(?:ing)?|company|employer)(?: (?:contributions?|accounts?|money|balances?|savings|withdrawals?|match))*)\W*$"
)
"""A title of a part of the page on withdrawals: what it is of, the title above says."""
_OF_IT = Pattern(
    r"^\W*(?:[\w.]{1,4} )?(?:@at (?:withdrawals?|distributions?)|(?:withdrawals?|distributions?) (?:of|from) (?:your )?@at\b[^:;]{0,20})\W*$",
    "@at",
)
_SIBLING = Pattern(
    r"^\W*(?:[\w.]{1,4} )?(?:(?:financial |age )*(?:hardship|59\.5|rollover|@pre|@roth|disaster|military) (?:withdrawals?|distributions?)|(?:withdrawals?|distributions?) (?:at|after|for|of|in case of|due to|because of) (?:an? |your |age |financial )*(?:hardship|59\.5|rollover|@pre|@roth|disaster)[^:;]{0,20})\W*$",
    "withdrawal", "distribution",
)  # fmt: skip
"""`Withdrawals at 59½`, before `After-tax withdrawals`: the part before, and no title of this one."""


def titles_above(document: Document, heads: list[str]) -> str:
    """The two titles above, and those of the parts between."""
    found: list[str] = []
    real = 0
    bare = 0
    while bare < len(heads) and _OCCASION_ALONE.match(document.heads[heads[bare]]):
        bare += 1
    # `Hardship`, `59½`, each on a line of its own: the other items of the list, and no titles.
    for each in heads[bare if bare > 1 else 0 :][:5]:
        text = document.heads[each]
        if _ROW_OF_OTHERS.match(text) or (found and _OF_IT.match(found[0]) and _SIBLING.match(text)):
            continue
        found.append(text)
        real += not _PART_OF_IT.match(text)
        if real == 2 or (real and len(found) > 1):
            break
    return " < ".join(found)
