"""Rows and lists of the ways in which money leaves while one is employed: the money here, the title, the corner or the line above there."""

from __future__ import annotations

from megaroth.reader.come_out import FREELY, IN_SERVICE, OUT, is_hindered
from megaroth.reader.context import Document
from megaroth.reader.frequency import per_year
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit


def is_way_out(around: str) -> bool:
    """Whether titles are of money that leaves, and not of loans."""
    return bool(OUT.search(around) or IN_SERVICE.search(around)) and "loan" not in around


_ROWS_OF_MONEY = (
    Pattern(r"^[^\w@]*(?:\d[\d.]*[.)]? )?(?P<label>[^:;|.]*?@at\b[^:;|.]*?)(?::| \|| -) (?P<when>[^|]+)$", "@at"),
    Pattern(
        r"^[^\w@]*(?:\d[\d.]*[.)]? )?(?P<label>[^:;|.]*?@at\b[^:;|.,]*?)(?:, | (?=(?:at )?any ?time\b|whenever\b|unlimited\b))(?P<when>[^|]+)$",
        "@at",
    ),
)


_LABEL_OF_IT = Pattern(
    r"^[^\w@]*(?:[\w-]{1,3}(?:\.\d+)*[.)]? )?(?:from )?(?:(?!(?:in|on|for|to|of|you|your|we|if|no|not|after|when|before|until|only|loan|loans|roth|may|can|is|are|will|the|a|convert\w*|match\w*|limits?|taxe?[ds]?|example|former)\b)[\w'&]+ ){0,3}?(?:(?:@at|@pre(?= rollover)|rollovers?|unmatched|matched|vested|savings|contributions?|accounts?|sources?|money|balances?|accumulations?|deposits|subaccounts?|and|or|&|all|your|the|any|thrift|basic|supplemental|company|employer|match(?:ing)?),? ?)+$"
)


_AT_WILL = Pattern(
    r"^\W*(?:(?:yours to (?:take|withdraw)|(?:may|can) be (?:taken|withdrawn|distributed)|withdrawable|distributable|available|payable|withdraw)(?: out)? )?(?:(?:at )?any ?time|unlimited|whenever|(?:on|upon) (?:request|demand)|(?:for )?any reason|no restrictions?|unrestricted|(?:at )?any age|without restrictions?)\b"
)


_BRACKETS = Pattern(r" \([^()]*\)", "(")


_NOT_AT_WILL = Pattern(
    r"\b(?:if|after|only|unless|until|not|no longer|contribut\w*|chang\w*|convert\w*|conversion|invest\w*|transfer\w*|stop|loan\w*|match\w*)\b(?<!no match)"
)


def at_will(text: str, document: Document, lead: str, unit: Unit, section: str) -> str:
    """When it may be had: `After-tax and rollover sources: any time, $500 minimum`, where the title above is of money that leaves."""
    plain = _BRACKETS.sub("", text.replace("@amb", "@at"))
    row = _ROWS_OF_MONEY[0].match(plain) or _ROWS_OF_MONEY[1].match(plain)
    if row is None or not _LABEL_OF_IT.match(row["label"]):
        return ""
    when = row["when"].partition(";")[0].partition(". ")[0]
    if (
        not (_AT_WILL.match(when) or ("@at" in text and per_year(when)))
        or is_hindered(when)
        or _NOT_AT_WILL.search(when)
    ):
        return ""
    title = f"{lead} {document.heads_of(unit, 2)} {section}"
    return when if is_way_out(title) or (not _ON_ELSE.search(title) and _beside_occasions(document, unit)) else ""


_OCCASION = Pattern(
    r"^(?!.*\b(?:tax(?:e[sd])?|taxable|penalt\w*|catch-?up|suspen\w*|wait(?:ing)?|months?|resum\w*|again|conver\w*|stop\w*)\b(?! for))[^;]{0,60}\b(?:59\.5|hardship)\b",
    "59.5", "hardship",
)  # fmt: skip
_ON_ELSE = Pattern(
    r"\b(?:chang|enrol|contribut|stop|start|rates?\b|loan|conver|rollover|invest|elect|match|sav(?:e|ing)\b)"
)


def _beside_occasions(document: Document, unit: Unit) -> bool:
    """Whether a line beside this one, on other money, names hardship or 59½: so all of them are on when money leaves."""
    if unit not in document.units:
        return False
    place = document.units.index(unit)
    return any(
        _OCCASION.match(each.norm) and "@at" not in each.norm and "loan" not in each.norm
        for each in document.units[max(0, place - 2) : place + 3]
        if each is not unit and each.page == unit.page
    )


MONEY_ALONE = Pattern(
    r"^\W*(?:your |the |all )*@at(?: (?:contributions?|accounts?|sources?|money|balances?|savings))*(?: (?:and|with|plus|including) (?:any |their |its |the |all )*(?:investment )?(?:earnings|gains|growth)(?: on (?:them|it)| thereon)?)?(?: \((?:with|includ|and|plus|as well)[^()]*\))?[.;,]?(?: (?:and|or))?\W*$",
    "@at",
)


def among_items(document: Document, unit: Unit) -> bool:
    """Whether the next line is an item as well, or another matter: so that nothing says more of this one."""
    if unit not in document.units:
        return False
    after = document.units[document.units.index(unit) + 1 :][:1]
    return not after or after[0].kind in ("item", "heading", "question")


def below_say_otherwise(document: Document, unit: Unit) -> bool:
    """Whether the items below `After-tax contributions may be distributed:` name an age, a need or the end of employment."""
    if unit not in document.units:
        return False
    place = document.units.index(unit)
    below = [
        each
        for each in document.units[place + 1 : place + 8]
        if each.heads == unit.heads and (each.lead == unit.raw or each.kind == "item" or each.ticked is not None)
    ]
    if any(each.ticked for each in below):
        below = [each for each in below if each.ticked]
    return any(is_hindered(each.norm) for each in below) and not any(
        FREELY.search(each.norm) and not is_hindered(each.norm) for each in below
    )


def title_of_rows(document: Document, unit: Unit) -> str:
    """The line above the ticked items, or the first of the rows with strokes, to which one belongs."""
    if unit not in document.units:
        return ""
    place = document.units.index(unit)
    above = unit
    for each in reversed(document.units[max(0, place - 7) : place]):
        if each.page != unit.page or (each.ticked is None and " | " not in each.norm):
            above = each if unit.ticked and each.kind != "question" and each.heads == unit.heads else above
            break
        above = each
    if above is unit or (not unit.ticked and " | " not in above.norm):
        return ""
    return above.norm if is_way_out(above.norm) and not is_hindered(above.norm) else ""


SOURCES = Pattern(
    r"^\W*(?:(?:allowed|eligible|available|permitted) )?(?:sources?|accounts?|money types?|contribution types?|from)(?: (?:available|allowed|eligible|permitted))?(?::| \|| -) (?!all\b)[^.;]*@at\b[^.;]*$",
    "@at",
)
"""`Sources: rollover, after-tax`, below `In-service withdrawals`."""


def of_those_who_work(document: Document, unit: Unit) -> bool:
    """Whether the title above is of withdrawals in service, and no row of the same part names an age or a need."""
    title = document.heads_of(unit, 1) if unit.heads else ""
    if not (IN_SERVICE.search(title) and is_way_out(title)) or is_hindered(title) or unit not in document.units:
        return False
    place = document.units.index(unit)
    rows = document.units[max(0, place - 3) : place + 5]
    return not any(is_hindered(each.norm) for each in rows if each.page == unit.page)


def of_its_row(document: Document, unit: Unit) -> bool:
    """Whether a row called `After-tax withdrawal`, of a table of withdrawals in service, names no age and no need, and is no denial."""
    title = document.heads_of(unit, 1) if unit.heads else ""
    if not (IN_SERVICE.search(title) and is_way_out(title)) or is_hindered(title) or unit not in document.units:
        return False
    place = document.units.index(unit)
    row = [
        each.norm
        for each in document.units[place + 1 : place + 9]
        if each.cell is not None and unit.cell is not None and each.cell[:2] == unit.cell[:2]
    ]
    return bool(row) and not any(is_hindered(each) or _NO_ROW.search(each) for each in row)


_NO_ROW = Pattern(r"\b(?:not|no|none|never|n/a|discontinued|closed|only)\b")


def corner_of(document: Document, unit: Unit) -> str:
    """The first cell of a table, where it is `Withdrawals`: what all its rows are of."""
    if unit not in document.units or unit.cell is None:
        return ""
    place = document.units.index(unit)
    for each in reversed(document.units[max(0, place - 80) : place]):
        if each.cell is None or each.cell[0] != unit.cell[0]:
            return ""
        if each.cell[1:] == (0, 0):
            return each.norm if OUT.search(each.norm) and not is_hindered(each.norm) and len(each.norm) < 50 else ""
    return ""


def in_a_list(document: Document, unit: Unit, place: int) -> str:
    """The line with a colon above the lines of a list that lost its points: `You may request a withdrawal from these accounts:`."""
    for each in reversed(document.units[max(0, place - 6) : place]):
        if each.norm.endswith(":"):
            return each.raw if each.page == unit.page and is_way_out(each.norm) and not is_hindered(each.norm) else ""
        if each.kind == "heading" and is_way_out(each.norm) and FREELY.search(each.norm) and not is_hindered(each.norm):
            return each.raw
        if each.kind != "heading" or len(each.norm.split()) > 7 or is_hindered(each.norm):
            return ""
    return ""


_WITHDRAWALS_ROW = Pattern(
    r"^\W*(?:in-?service )?withdrawals?(?: (?:while (?:still )?(?:employed|working)|in service))?(?::| \|| -) (?P<when>[^:|]+)$",
    "withdrawal",
)
_HOW_OFTEN_ROW = Pattern(
    r"^\W*(?:number|limit|frequency|how many|maximum(?: number)?) (?:of |on |for )?@at withdrawals?\b[^:|@]{0,30}(?::| \|) (?P<when>[^@]+)$",
    "@at withdrawal",
)
_TITLE_OF_IT = Pattern(r"^(?!.*(?:@pre|@roth|match|rollover|loan))[^.;:?]{0,30}@at\b[^.;:?]{0,40}$", "@at")


def of_its_own_part(document: Document, unit: Unit) -> str:
    """When it may be had: `Withdrawals: any time`, one of the rows below the title `Your after-tax savings at a glance`."""
    if "withdrawal" not in unit.norm:
        return ""
    if (own := _HOW_OFTEN_ROW.match(unit.norm)) and per_year(unit.norm) and not is_hindered(unit.norm):
        return own["when"]
    row = _WITHDRAWALS_ROW.match(unit.norm)
    if row is None or not _AT_WILL.match(row["when"]) or is_hindered(row["when"]) or _NOT_AT_WILL.search(row["when"]):
        return ""
    place = next(place for place, each in enumerate(document.units) if each is unit)
    for each in reversed(document.units[max(0, place - 9) : place]):
        if each.page != unit.page or each.cell is not None:
            return ""
        if not _IS_ROW.match(each.norm):
            return row["when"] if _TITLE_OF_IT.match(each.norm) and not is_hindered(each.norm) else ""
    return ""


_IS_ROW = Pattern(r"^[^:|]{2,40}(?::| \|| -) \S", ":", "|", " -")
