"""What one sentence, row, item or answer says of withdrawal in service, put together with its label, its title or the line before."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.clauses import goes_on, on_after_tax, own_clause
from megaroth.reader.come_out import FREELY, IN_SERVICE, OUT, asks, is_hindered, withdraws
from megaroth.reader.context import OTHER_SUBJECT, Document
from megaroth.reader.frequency import per_year
from megaroth.reader.out_rows import (
    MONEY_ALONE,
    SOURCES,
    among_items,
    at_will,
    below_say_otherwise,
    corner_of,
    of_its_row,
    of_those_who_work,
    title_of_rows,
)
from megaroth.reader.out_words import plain_out
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.withdrawal_titles import ITS_TITLE, LIST_OF_OCCASIONS, WAY_OUT_ALONE, nearest_title, titles_above
from megaroth.reader.words import folded

_IS_YES = Pattern(
    r"^\W*(?:yes|you (?:can|may)\b(?! (?:not|only))|absolutely|certainly|sure|of course|indeed|you sure can)\b"
)
_A_NO = Pattern(r"^(?:no|not at all|you do not)\b(?![^.;]*\b(?:but|unless|except|if|only|until)\b)")
_MUST_ONE_LEAVE = Pattern(
    r"\b(?:do|does|must|would|need) (?:i|you|we|one|an? \w+) (?:have to |need to |first |really )*(?:leave|quit|retire|resign|terminate|separate|stop working|end my employment|wait until i (?:leave|retire|am 59\.5)|be 59\.5|reach 59\.5|have a hardship|prove a hardship|give a reason)\b[^?]*\b(?:to|before) (?:i can |i may |you can )?(?:get|take|withdraw|receive|cash|have|access|tap)\b"
)


_ROW_OF_OCCASIONS = Pattern(
    r"^(?P<label>(?:in-?service )?(?:withdrawals?|distributions?)(?: in service| while (?:still |actively |you are )*(?:employed|working))?):? (?P<list>[^:]*(?: - |;)[^:]*(?: - |;)[^:]*)$",
    "withdrawal",
    "distribution",
)
"""A row that lost its lines: `Withdrawals while employed Age 59½ - hardship - after-tax account, any time`."""


SAYS_WHEN = Pattern(
    r"^(?:at )?any ?time\b|^whenever\b|^on (?:request|demand)\b|^(?:all|any|part|some) or (?:all|any|part|some), any ?time\b"
)
_IS_LABEL = Pattern(
    r"^(?:\W*(?:type|class|category|source|group) \w\W+)?(?!.*\b(?:may|can|are|is|will|limited|taxed|matched)\b)[^.;]*@at\b[^.;]*\.?$",
    "@at",
)
"""`Type B - after-tax money put in since 1986.`, and behind it when it may be had."""
_ITS_WAY_OUT = Pattern(r"^\W*(?:in-?service )?(?:@at (?:withdrawals?|distributions?)|withdrawals? of @at)\W*:$", "@at")


WAYS = Pattern(
    r"^(?P<label>(?:the )?(?:(?:types of |available )?in-?service (?:withdrawals?|distributions?)|(?:withdrawals?|distributions?) (?:while (?:still )?(?:employed|working)|in service|during employment))(?: (?:available|permitted|allowed|include|options))*): ?(?P<list>[^.;:]*, [^.;:]*)$",
    "withdrawal", "distribution",
)  # fmt: skip
"""`In-service withdrawals: hardship, age 59½, after-tax, rollover`: each a way of its own."""
_ANY_AGE = Pattern(r"(?<!at )\bany age\?", "any age?")
_BARE = Pattern(r"^\W*(?:yes|x|✓|✔)\W*$")


_AGE, _NEED = r"(?:at|after|from|upon) (?:age )?59\.5", r"(?:for|in case of|on|in)(?: an?| financial| of)* hardship"
_OCCASIONS = Pattern(
    rf"\b(?:withdrawals?|distributions?)(?: (?:are|is) (?:allowed|permitted|available))? (?:{_AGE},? (?:and|or|as well as) {_NEED}|{_NEED},? (?:and|or|as well as) {_AGE})\.(?= <|$| )",
    "59.5",
)
"""`Withdrawals at 59½ and for hardship.`, all of a sentence that begins the line: other occasions, and no title of what follows."""
_ROLLOVERS_TOO = Pattern(r"(?<=@at contributions) and @at rollovers?\b(?: contributions?| accounts?)?", "rollover")


_ON_THE_OTHER_HAND = Pattern(
    r"\bhowever\b|^\W*(?:but|yet|only)\b|\bon the other hand\b|\bby contrast\b",
    "however",
    "but",
    "yet",
    "only",
    "other hand",
    "by contrast",
)
_SUSPENDED = Pattern(r"\bwithdraw[^.;]*\bsuspen|\bsuspen[^.;]*\bwithdraw", "suspen")


def _goes_with_service(document: Document, unit: Unit, before: Unit | None) -> bool:
    """Whether the sentence before says of other money that it may not leave while employed, or the next that one is suspended."""
    if (
        before is not None
        and before.heads == unit.heads
        and _ON_THE_OTHER_HAND.search(unit.norm)
        and "@at" not in before.norm
        and IN_SERVICE.search(before.norm)
        and OUT.search(before.norm)
    ):
        return True
    if not _MAY_OUT.search(unit.norm) or unit not in document.units:
        return False
    after = document.units[document.units.index(unit) + 1 :][:1]
    return bool(
        after and after[0].heads == unit.heads and _SUSPENDED.search(after[0].norm) and not is_hindered(after[0].norm)
    )


_MAY_OUT = Pattern(r"\b(?:may|can|permits?|allows?|lets?)\b[^.;]{0,60}\b(?:withdraw|take)", "withdraw", "take")
_IF_TAKEN = Pattern(
    r"\b(?:if|when) (?:you|they|an? \w+|the participant) (?:withdraws?|takes?|makes?|requests?)\b[^.;]*@at\b[^.;]*,[^.;]*\b(?:suspen\w+|(?:cannot|not be able to|may not|not be allowed to) (?:make |contribute|save)[^.;]*\bmonths?)|\bsuspen\w+[^.;]*\b(?:if|when) (?:you|they|an? \w+|the participant) (?:withdraws?|takes?)\b[^.;]*@at\b",
    "@at",
)
"""What would follow, where money is taken out while one still contributes: so it may be."""


_OF_OLD = Pattern(
    r"(?:(?<=@at contributions)|(?<=@amb contributions))(?: (?:that|which) were)?,? (?:made|contributed|deposited) (?:prior to|before|on or before|through) (?:[a-z]+ \d{1,2}, |[a-z]+ )?20\d\d\b",
    "made", "contributed", "deposited",
)  # fmt: skip
"""Not of the last century: such a date parts what is taxed otherwise, and no more money need be named."""
_ROW_ITSELF = Pattern(r"^\W*(?:in-?service )?(?:@at withdrawals?|withdrawals? of @at(?: contributions?)?)\W*$", "@at")
_LABEL = Pattern(r"^(?P<label>[^:;|.]*@at\b[^:;|.@]*): (?P<parts>[^@]*;[^@]*)$", "@at")


def _part_of_row(text: str) -> str:
    """Of `After-tax: not matched; withdraw at any time; no loans` what it says of money that leaves."""
    row = _LABEL.match(text)
    if row is None:
        return ""
    out = [part for part in row["parts"].split(";") if OUT.search(part)]
    return f"{row['label']}: {out[0].strip(' .')}" if len(out) == 1 else ""


_OF_COSTS = Pattern(r"@pre|@roth|rollover|match|company|employer|\btax|\bpenalt|\bif you leave|\bloan")


def _bound_beside(document: Document, unit: Unit) -> bool:
    """Whether an item of the same list, `You must be 59½`, binds what this one, `Twice a year`, says."""
    if unit not in document.units:
        return False
    place = document.units.index(unit)
    beside = [
        each
        for each in document.units[max(0, place - 6) : place + 7]
        if each.kind == "item" and each.heads == unit.heads and not each.ticked and each is not unit
    ]
    return any(is_hindered(each.norm) and not _OF_COSTS.search(each.norm) for each in beside)


_WAYS_LISTED = Pattern(
    r"\b(?:have access to|available|allows?|permits?|offers?|provides?|include|may (?:request|take|elect))\b"
)


def _among_ways(whole: str) -> bool:
    """Whether it is one of the ways of a list: `Active employees have access to loans, hardship withdrawals and …`."""
    begins = whole[:70]
    return bool("@at" not in begins and IN_SERVICE.search(begins) and _WAYS_LISTED.search(whole))


def said_of_withdrawal(document: Document, unit: Unit, section: str, before: Unit | None) -> list[Claim]:
    """Whether after-tax money may be withdrawn in service, how often and on what terms, as far as this unit says."""
    whole = plain_out(_ROLLOVERS_TOO.sub("", unit.norm))
    text, asked = own_clause(whole), unit.answer_to or document.follows.get(id(unit), "")
    if unit.answer_to and "@at" in asked and OUT.search(asked) and not document.is_condition(unit):
        if _MUST_ONE_LEAVE.search(asked):
            # `Do I have to leave to get it? No.`
            return [Claim("in_service_withdrawal", "yes", unit, 2)] if _A_NO.match(text) else []
        if not asks(asked) or is_hindered(asked):
            return []
        if not (IN_SERVICE.search(asked + text) or FREELY.search(asked + text) or per_year(text)):
            return []
        hindered = is_hindered(text)
        if _IS_YES.match(text):
            return [] if hindered and not FREELY.search(text) else [Claim("in_service_withdrawal", "yes", unit, 3)]
        return [] if hindered else [Claim("in_service_withdrawal", "no", unit, 3)]
    if (
        _IF_TAKEN.search(text)
        and IN_SERVICE.search(text)
        and not is_hindered(text)
        and document.decides(unit)
        and not document.is_condition(unit)
    ):
        note = "implied: a withdrawal of after-tax money while one contributes has consequences"
        return [Claim("in_service_withdrawal", "yes", unit, 1, note)]
    if text.startswith(("example", "for example")) or (
        (document.is_condition(unit) or not document.decides(unit) or boxes.has_box(unit.raw)) and not unit.ticked
    ):
        return []
    if text.endswith(":") and below_say_otherwise(document, unit):
        return []
    if text.startswith(("withdrawal", "distribution")) and len(text.split()) < 7 and _among_ways(whole):
        text = f"{text.rstrip('. ')} are available while employed"
    if "@at" in text and not IN_SERVICE.search(text) and _goes_with_service(document, unit, before):
        text = f"{text.rstrip('. ')} while employed"
    if _OF_OLD.search(text) and document.text.count("@a") == unit.norm.count("@a"):
        text = _OF_OLD.sub("", text)  # no other after-tax money is named: so that is all there is
    lead = document.lead_of(unit)
    if unit.cell is not None and unit.cell[2] == 0 and _ROW_ITSELF.match(text) and of_its_row(document, unit):
        return [Claim("in_service_withdrawal", "yes", unit, 2)]
    if row := _ROW_OF_OCCASIONS.match(unit.norm):
        own = [part for part in re.split(r" - |; ", row["list"]) if "@at" in part]
        text, lead = (own[0], row["label"]) if len(own) == 1 else (text, lead)
    if unit.cell is not None and _BARE.match(text) and " | " in lead:
        # A row for the money, a column for the occasion: `After-tax`, below `Any age?`.
        text, lead = f"{_ANY_AGE.sub('at any age', lead.replace(' | ', ' '))}: {text}", ""
        if not OUT.search(text) and (corner := corner_of(document, unit)):
            text = f"{corner} {text}"
    if (ways := WAYS.match(unit.norm)) and (
        own := [each for each in re.split(r", (?:and |or )?", ways["list"]) if "@at" in each]
    ):
        text, lead = (f"{own[0]}: available", ways["label"]) if len(own) == 1 else (text, lead)
    if " • " in text and not lead and text.index(" • ") < text.find("@at"):
        first, *items = text.split(" • ")
        own = [each for each in items if "@at" in each]
        text, lead = (own[0], first) if len(own) == 1 else (text, lead)
    if ";" in whole and (part := _part_of_row(whole)):
        text = part
    if SOURCES.match(text) and of_those_who_work(document, unit):
        text = "@at contributions: available"
    if unit.kind == "item" and unit.cell is None and MONEY_ALONE.match(text) and among_items(document, unit):
        text = "@at contributions: available"
    if unit.ticked and before is not None and before.norm.endswith(":") and before.heads == unit.heads:
        lead = lead or before.norm
    if not lead and (unit.ticked or " | " in text):
        lead = title_of_rows(document, unit)
    if before is not None and before.norm.endswith(":") and "@at" in before.norm and _ITS_WAY_OUT.match(before.norm):
        lead = lead or before.norm
    if (
        not ("@at" in text or "@pre" in text)
        and before is not None
        and before.heads == unit.heads
        and "@a" in before.norm
        and (goes_on(text) or (SAYS_WHEN.match(text) and _IS_LABEL.match(before.norm)))
    ):
        lead = lead or on_after_tax(before.norm.replace("@amb", "@at") if "@roth" not in before.norm else before.norm)
    head = document.heads[nearest_title(unit)] if unit.heads else ""
    way = head if WAY_OUT_ALONE.match(head) else lead if WAY_OUT_ALONE.match(lead) else ""
    if way and "@" not in text:
        # `Withdrawal`, below the title of after-tax money: of that.
        above = next(iter(unit.heads[1:2] if way == head else unit.heads[:1]), "")
        if above and ITS_TITLE.match(document.heads[above]):
            lead = f"{document.heads[above]}: {way.strip(' .')}"
    if when := at_will(text, document, lead, unit, section):
        text = f"@at: withdraw {when}"
    titled = head if "@a" in head and len(text.split()) < 25 else ""
    if titled and before is not None and goes_on(text) and OTHER_SUBJECT.match(before.norm):
        titled = ""  # `It` is what the sentence before is on, and not what the title is on
    if lead and titled and "@" not in lead and "@" not in text:
        lead = f"{titled}: {lead}"  # an item below the title of this money, and a line that opens the list
    about = asked or lead or titled
    often = per_year(text)
    heads = [each for each in unit.heads if not (each.endswith("?") and unit.cell and " | " in unit.lead)]
    if when:
        heads = [each for each in heads if not LIST_OF_OCCASIONS.match(document.heads[each])]
    above = titles_above(document, heads)
    around = _OCCASIONS.sub("withdrawals", f"{above} {section}")
    said = withdraws(text, about, around, bool(often))
    if said == "yes" and "@a" not in unit.norm and unit.kind == "item" and _bound_beside(document, unit):
        return []
    if said != "yes":
        return [Claim("in_service_withdrawal", said, unit, 2)] if said else []
    found = [Claim("in_service_withdrawal", "yes", unit, 2)]
    if often:
        found.append(Claim("withdrawals_per_year", often, unit, 2))
    if free := FREELY.search(text):
        found.append(Claim("withdrawal_terms", free.group(), unit, 2))
    if "suspen" in text:
        found.append(Claim("withdrawal_suspension", folded(unit.raw), unit, 2))
    return found
