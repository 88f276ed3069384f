"""After-tax money out of the plan while still employed. What is not said outright is not claimed."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.clauses import goes_on, on_after_tax, own_clause
from megaroth.reader.come_out import FREELY, IN_SERVICE, OUT, asks, is_hindered, is_row, withdraws
from megaroth.reader.context import OTHER_SUBJECT, Document
from megaroth.reader.frequency import per_year
from megaroth.reader.out_rows import (
    MONEY_ALONE,
    SOURCES,
    among_items,
    at_will,
    below_say_otherwise,
    corner_of,
    in_a_list,
    of_its_own_part,
    of_its_row,
    of_those_who_work,
    title_of_rows,
)
from megaroth.reader.out_words import plain_out
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded


def claims_of(document: Document) -> list[Claim]:
    """Every claim about withdrawal in service."""
    found: list[Claim] = []
    section = ""
    before: Unit | None = None
    subject: Unit | None = None
    for place, unit in enumerate(document.units):
        last, before = before, unit
        of_it, subject = subject, _subject(unit, subject)
        if last is not None and _THE_SAME.match(unit.norm):
            found += _the_same(document, unit, last)
        if unit.kind == "contents":
            continue
        short = (
            unit.kind == "sentence"
            and not unit.ticked
            and "@" not in unit.norm
            and len(unit.raw.split()) < 8
            and unit.raw[-1:].isalpha()
        )
        if (
            unit.kind == "question"
            or (
                unit.kind == "heading"
                and not is_row(unit.norm)
                and not _WAYS.match(unit.norm)
                and not SOURCES.match(unit.norm)
            )
            or short
        ):
            section = _section(unit, section)
            if when := of_its_own_part(document, unit):
                found += [Claim("in_service_withdrawal", "yes", unit, 2), *_counted(when, unit)]
            if "@at" in unit.norm and MONEY_ALONE.match(unit.norm) and (listed := in_a_list(document, unit, place)):
                told = Unit(unit.page, unit.raw, unit.heads, listed, "sentence")
                told.norm = "@at contributions: available"
                found += [
                    Claim(claim.field, claim.value, unit, 2) for claim in _withdrawal(document, told, section, None)
                ]
            continue
        if when := of_its_own_part(document, unit):
            found += [Claim("in_service_withdrawal", "yes", unit, 2), *_counted(when, unit)]
            continue
        if of_it is not None and of_it is not last and of_it.heads == unit.heads and "@" not in unit.norm:
            last = of_it if goes_on(unit.norm) else last
        if unit.ticked is not False and _names_it(document, unit, last):
            found += _withdrawal(document, unit, section, last) or _says_more(document, unit, section, place)
    return found or closed_lists(document)


_STILL_OF_IT = Pattern(
    r"^(?!.*(?:@|\b(?:match\w*|rollovers?|loans?|company|employer|deferrals?|vest\w*|conver\w*|iras?|pension|brokerage|bonus\w*|bank|insurance|stock)\b)).*\b(?:it|them|they|this money|that account)\b",
    "it", "the", "this money", "that account",
)  # fmt: skip


def _subject(unit: Unit, before: Unit | None) -> Unit | None:
    """The sentence that named after-tax money, as long as those behind it go on about `it`: `You cannot add to it`."""
    if "@a" in unit.norm:
        return unit if unit.kind == "sentence" and on_after_tax(unit.norm.replace("@amb", "@at")) else None
    if before is None or unit.heads != before.heads or unit.kind != "sentence":
        return None
    return before if _STILL_OF_IT.match(unit.norm) else None


def _counted(text: str, unit: Unit) -> list[Claim]:
    times = per_year(text)
    return [Claim("withdrawals_per_year", times, unit, 2)] if times else []


def _names_it(document: Document, unit: Unit, before: Unit | None) -> bool:
    """Whether a unit, its lead-in, its question, the heading above or the sentence before it names after-tax money."""
    if "@at" in unit.norm or "@amb" in unit.norm or "@at" in unit.answer_to or "@at" in document.lead_of(unit):
        return True
    if unit.ticked and "@at" in title_of_rows(document, unit):
        return True
    if unit.heads and ("@a" in document.heads[_above_it(unit)] or _named_above(document, unit)):
        return True
    goes_with = (
        goes_on(unit.norm)
        or _SAYS_WHEN.match(unit.norm)
        or (unit.ticked and before is not None and before.norm.endswith(":"))
    )
    return before is not None and "@a" in before.norm and bool(goes_with)


def _above_it(unit: Unit) -> str:
    """The nearest title above a unit, and not the unit itself, where it is so short that it looks like one."""
    return unit.heads[1] if len(unit.heads) > 1 and unit.heads[0] == unit.raw else unit.heads[0]


def _named_above(document: Document, unit: Unit) -> bool:
    """Whether the title above `Withdraw.` names after-tax money."""
    return (
        len(unit.heads) > 1
        and bool(_SAYS_WHEN.match(unit.norm))
        and "@at" in document.heads[unit.heads[1]]
        and bool(_WAY_OUT_ALONE.match(document.heads[unit.heads[0]]))
    )


_OF_ANOTHER = Pattern(
    r"^[^.;]{0,50}(?::| \|| - )|\brollover|\bmatch|\bcompany|\bemployer|\bloan|\bvested|\bother\b|\btransfer|\bcall\b|\bcontact|\bvisit|\blog (?:in|on)\b|\bask\b|\bquestions?\b|\bsee\b"
)
_IS_YES = Pattern(
    r"^\W*(?:yes|you (?:can|may)\b(?! (?:not|only))|absolutely|certainly|sure|of course|indeed|you sure can)\b"
)
_A_NO = Pattern(r"^(?:no|not at all|you do not)\b(?![^.;]*\b(?:but|unless|except|if|only|until)\b)")
_MUST_ONE_LEAVE = Pattern(
    r"\b(?:do|does|must|would|need) (?:i|you|we|one|an? \w+) (?:have to |need to |first |really )*(?:leave|quit|retire|resign|terminate|separate|stop working|end my employment|wait until i (?:leave|retire|am 59\.5)|be 59\.5|reach 59\.5|have a hardship|prove a hardship|give a reason)\b[^?]*\b(?:to|before) (?:i can |i may |you can )?(?:get|take|withdraw|receive|cash|have|access|tap)\b"
)
_A_YES = Pattern(r"^(?:[^.;]*@at[^.;]*: )?yes(?:\.?$|, [^.;@]{0,60}\.?$)", "yes")


def _says_more(document: Document, unit: Unit, section: str, place: int) -> list[Claim]:
    """`Withdrawals of after-tax money: yes. Any reason will do.`: how freely, the sentence behind the bare answer says."""
    after = document.units[place + 1] if place + 1 < len(document.units) else None
    if after is None or not _A_YES.match(unit.norm) or after.kind != "sentence" or after.heads != unit.heads:
        return []
    if (
        "@" in after.norm
        or _OF_ANOTHER.search(after.norm)
        or after.answer_to
        or document.is_condition(after)
        or is_hindered(after.norm)
    ):
        return []
    told = Unit(unit.page, unit.raw, unit.heads, unit.lead, unit.kind)
    told.norm, told.answer_to = f"{unit.norm.rstrip('.')}, {after.norm}", unit.answer_to
    return [
        Claim(claim.field, claim.value, unit, 2, also=(after,))
        for claim in _withdrawal(document, told, section, None)
        if claim.value == "yes"
    ]


_CLOSED_LIST = Pattern(
    r"\b(?:withdraw\w*|take (?:money|out|amounts)|access)\b[^.;]{0,90}\bonly\b|\bonly\b[^.;]{0,60}\b(?:withdraw\w*|take (?:money|amounts))\b"
)
_KNOWN_REASON = Pattern(
    r"\b(?:loans?|hardship|59\.5|age \d\d|disab\w*|death|rollovers?|birth|adoption|disaster|emergency|military|deployed|domestic abuse|terminal\w*|retire\w*|terminat\w*|sever\w*|separat\w*)\b"
)
_OTHER_REASON = Pattern(
    r"@at|\bvoluntary|\bnonroth|\bany (?:reason|time|purpose)|\bother\b|\bemployee contributions|\bthrift|\bnondeductible|\ball (?:accounts|amounts)|\bvested"
)


_OTHERS_ALONE = Pattern(
    r"^(?:your |the |all |any |of )*(?:@pre|@roth|match\w*|employer|company|rollovers?|deferrals?)\b[^.;:]{0,60}\b(?:may|can|are|is|will) (?:only |not )?be\b"
)


def closed_lists(document: Document) -> list[Claim]:
    """`You may withdraw only for: loan, hardship, 59½`: a list without after-tax money that says it is the whole list."""
    if "@at" not in document.text or document.template or document.general:
        return []
    found: list[Claim] = []
    for place, unit in enumerate(document.units):
        text = unit.norm
        if "only" not in text:
            continue
        if (unit.kind in ("contents", "question", "heading") and not text.endswith(":")) or document.is_condition(unit):
            continue
        if _OTHERS_ALONE.match(text):
            continue  # `Pre-tax and Roth contributions may be withdrawn only …`
        if not _CLOSED_LIST.search(text) or not (
            IN_SERVICE.search(text) or IN_SERVICE.search(document.heads_of(unit, 1))
        ):
            continue
        if text.endswith(":"):
            items = []
            for each in document.units[place + 1 : place + 12]:
                if each.lead != unit.raw:
                    break
                items.append(each)
            listed = [re.sub(r"\brollover contributions?, (?:at )?any ?time", "rollover", each.norm) for each in items]
        else:
            items, listed = [unit], re.split(r",| or |\(\d\)|\([a-z]\)", re.split(r"\bonly\b", text, maxsplit=1)[-1])
            listed = [part for part in listed if len(part.split()) > 1 or _KNOWN_REASON.search(part)]
        known = [bool(_KNOWN_REASON.search(part)) and not _OTHER_REASON.search(part) for part in listed]
        if len(known) > 1 and all(known):
            note = "implied: the list of withdrawals is closed, and after-tax money is not on it"
            found.append(
                Claim("in_service_withdrawal", "no", unit, 1, note, tuple(each for each in items if each is not unit))
            )
    return found


_TAKING_OUT = Pattern(
    r"\bwithdraw|\bdistribut|\b(?:tak(?:e|ing)|get(?:ting)?)\b[^.;]*\bout\b|\bneed (?:it|your money|the money) (?:back|early|sooner)|\bmoney out\b|\bgetting (?:at|to)\b|\baccess(?:ing)?\b|\bdraw(?:ing)? (?:on|from|upon)\b|\breceiv|\bpayments?\b|\bpaid\b"
)


def _section(unit: Unit, before: str) -> str:
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


_THE_SAME = Pattern(
    r"^(?:the same|this)(?: rule)? (?:also )?(?:applies|is true|goes|holds)(?: true)? (?:to|for|of) (?:your |the )?@at\b",
    "the same", "this",
)  # fmt: skip
_OTHER_MONEY = Pattern(
    r"(?:@pre|@roth|rollover|match(?:ing)?|(?:company|employer)(?: match)?)(?: contributions?| deferrals?| money)*(?= (?:account|balance|source|contribution|money))"
)


def _the_same(document: Document, unit: Unit, before: Unit) -> list[Claim]:
    """What the sentence before says of other money, where `the same applies to your after-tax account`."""
    told = Unit(before.page, before.raw, before.heads, before.lead, before.kind)
    told.norm = _OTHER_MONEY.sub("@at", before.norm)
    if told.norm == before.norm or before.heads != unit.heads:
        return []
    found = _withdrawal(document, told, "", None)
    return [Claim(claim.field, claim.value, unit, 2, also=(before,)) for claim in found if claim.value in ("yes", "no")]


_ROW_OF_OCCASIONS = Pattern(
    r"^(?P<label>(?:in-?service )?(?:withdrawals?|distributions?)(?: in service| while (?:still |actively |you are )*(?:employed|working))?):? (?P<list>[^:]*(?: - |;)[^:]*(?: - |;)[^:]*)$",
    "withdrawal",
    "distribution",
)
"""A row that lost its lines: `Withdrawals while employed Age 59½ - hardship - after-tax account, any time`."""


_SAYS_WHEN = Pattern(
    r"^(?:at )?any ?time\b|^whenever\b|^on (?:request|demand)\b|^(?:all|any|part|some) or (?:all|any|part|some), any ?time\b"
)
_IS_LABEL = Pattern(
    r"^(?:\W*(?:type|class|category|source|group) \w\W+)?(?!.*\b(?:may|can|are|is|will|limited|taxed|matched)\b)[^.;]*@at\b[^.;]*\.?$",
    "@at",
)
"""`Type B - after-tax money put in since 1986.`, and behind it when it may be had."""


_WAY_OUT_ALONE = Pattern(r"^\W*(?:in-?service )?(?:withdraw(?:als?|ing)?|taking (?:it|money) out|cash(?:ing)? out)\W*$")
_ITS_WAY_OUT = Pattern(r"^\W*(?:in-?service )?(?:@at (?:withdrawals?|distributions?)|withdrawals? of @at)\W*:$", "@at")
_ITS_TITLE = Pattern(
    r"^(?!.*(?:@pre|@roth|rollover|match))[^.;]{0,30}@at(?: (?:contributions?|savings|money|accounts?|sources?|balances?|option|feature))*\W*$",
    "@at",
)


_WAYS = Pattern(
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


_OCCASION_ALONE = Pattern(
    r"^\W*(?:(?:financial )?hardship|(?:(?:at|after|attainment of) )?(?:age )?59\.5(?: (?:or|and) (?:older|over|later))?|loans?|death|disability)(?: withdrawals?)?\W*$"
)
_LIST_OF_OCCASIONS = Pattern(r"^(?=.*\bhardship\b)(?=.*,)(?!.*(?:@|\b(?:after|only)\b))", "hardship")
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


def _above(document: Document, heads: list[str]) -> str:
    """The two titles above, and those of the parts between."""
    found: list[str] = []
    real = 0
    bare = 0
    while bare < len(heads) and _OCCASION_ALONE.match(document.heads[heads[bare]]):
        bare += 1
    # `Hardship`, `59½`, each on a line of its own: the other items of the list, and no titles.
    for each in heads[bare if bare > 1 else 0 :][:5]:
        text = document.heads[each]
        if _ROW_OF_OTHERS.match(text):
            continue
        found.append(text)
        real += not _PART_OF_IT.match(text)
        if real == 2 or (real and len(found) > 1):
            break
    return " < ".join(found)


def _withdrawal(document: Document, unit: Unit, section: str, before: Unit | None) -> list[Claim]:
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
    if (ways := _WAYS.match(unit.norm)) and (
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
        and (goes_on(text) or (_SAYS_WHEN.match(text) and _IS_LABEL.match(before.norm)))
    ):
        lead = lead or on_after_tax(before.norm.replace("@amb", "@at") if "@roth" not in before.norm else before.norm)
    head = document.heads[_above_it(unit)] if unit.heads else ""
    way = head if _WAY_OUT_ALONE.match(head) else lead if _WAY_OUT_ALONE.match(lead) else ""
    if way and "@" not in text:
        # `Withdrawal`, below the title of after-tax money: of that.
        above = next(iter(unit.heads[1:2] if way == head else unit.heads[:1]), "")
        if above and _ITS_TITLE.match(document.heads[above]):
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
        heads = [each for each in heads if not _LIST_OF_OCCASIONS.match(document.heads[each])]
    above = _above(document, heads)
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
