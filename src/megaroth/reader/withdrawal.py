"""After-tax money out of the plan while still employed: which sentences speak of it. What is not said outright is not claimed.

What one of them says, `withdrawal_clause` tells; what stands above it, `withdrawal_titles`; closed lists, `distributable_events`.
"""

from __future__ import annotations

from megaroth.reader import boxes
from megaroth.reader.clauses import goes_on, on_after_tax
from megaroth.reader.come_out import OUT, is_hindered, is_row
from megaroth.reader.context import Document
from megaroth.reader.distributable_events import closed_lists
from megaroth.reader.frequency import per_year
from megaroth.reader.out_rows import MONEY_ALONE, SOURCES, in_a_list, of_its_own_part, title_of_rows
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.while_employed import said_while_employed, words_of
from megaroth.reader.withdrawal_clause import SAYS_WHEN, WAYS, said_of_withdrawal
from megaroth.reader.withdrawal_titles import ITS_TITLE, WAY_OUT_ALONE, nearest_title, section_of, titles_above


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
            and not unit.answer_to
            and len(unit.raw.split()) < 8
            and unit.raw[-1:].isalpha()
        )
        if (
            unit.kind == "question"
            or (
                unit.kind == "heading"
                and not is_row(unit.norm)
                and not WAYS.match(unit.norm)
                and not SOURCES.match(unit.norm)
            )
            or short
        ):
            section = section_of(unit, section)
            if "@a" in unit.norm and ": " in unit.norm and unit.kind == "heading":
                found += _clause_by_clause(document, unit, section, last)
            if when := of_its_own_part(document, unit):
                found += [Claim("in_service_withdrawal", "yes", unit, 2), *_counted(when, unit)]
            if "@at" in unit.norm and MONEY_ALONE.match(unit.norm) and (listed := in_a_list(document, unit, place)):
                told = Unit(unit.page, unit.raw, unit.heads, listed, "sentence")
                told.norm = "@at contributions: available"
                found += [
                    Claim(claim.field, claim.value, unit, 2)
                    for claim in said_of_withdrawal(document, told, section, None)
                ]
            continue
        if when := of_its_own_part(document, unit):
            found += [Claim("in_service_withdrawal", "yes", unit, 2), *_counted(when, unit)]
            continue
        if of_it is not None and of_it is not last and of_it.heads == unit.heads and "@" not in unit.norm:
            last = of_it if goes_on(unit.norm) else last
        if unit.ticked is not False and (_names_it(document, unit, last) or _OURS_NOT.match(unit.norm)):
            said = said_of_withdrawal(document, unit, section, last) or _says_more(document, unit, section, place)
            found += _both(said, _clause_by_clause(document, unit, section, last))
    return found or closed_lists(document)


def _both(said: list[Claim], by_slots: list[Claim]) -> list[Claim]:
    """What both readers say of a sentence: the one on which they agree, or the one that says anything."""
    if not said or not by_slots:
        return said or by_slots
    values = {claim.value for claim in (*said, *by_slots) if claim.field == "in_service_withdrawal"}
    if len(values) > 1:
        return by_slots if by_slots[0].value == "no" else []
    for claim in said:
        if claim.field == "in_service_withdrawal":
            claim.own = by_slots[0].own
    return said


def _clause_by_clause(document: Document, unit: Unit, section: str, before: Unit | None) -> list[Claim]:
    """What the reader of slots finds in a sentence, its question, its label or its title."""
    if (
        unit.cell is not None
        or not document.decides(unit)
        or document.is_condition(unit)
        or (boxes.has_box(unit.raw) and not unit.ticked)
    ):
        return []
    about = unit.answer_to or document.lead_of(unit) or document.follows.get(id(unit), "")
    same = before is not None and before.heads == unit.heads
    if not about and before is not None and same and "@" not in unit.norm:
        about = on_after_tax(before.norm) if goes_on(unit.norm) else ""
        if "@at" in before.norm and _OUT_ALONE.match(unit.norm) and not _OTHER_KINDS.search(before.norm):
            about = "@at contributions"
    if (
        not about
        and "@" not in unit.norm
        and unit.heads
        and OUT.search(unit.norm)
        and ITS_TITLE.match(document.heads[nearest_title(unit)])
    ):
        about = document.heads[nearest_title(unit)]
    text = unit.norm
    if "@amb" in text and _row_beside_roth(document, unit):
        text = text.replace("@amb", "@at")
    also: tuple[Unit, ...] = ()
    if before is not None and _OURS_NOT.match(text) and "@at" in before.norm:
        # `Other firms let people roll it out while they work. Our plan doesn't.`
        text, about, also = f"our plan does not let you {_LET.sub('', before.norm)}", "", (before,)
    titles = titles_above(
        document, [each for each in unit.heads[:3] if not (each.endswith(".") and len(each.split()) > 5)]
    )
    if "@amb" in text and not _ROTH.search(document.text):
        text = text.replace("@amb", "@at")
    value, own = said_while_employed(text, about, f"{titles} {section}")
    if not value:
        return []
    claim = Claim("in_service_withdrawal", value, unit, 2, also=also)
    claim.own = words_of(own)
    return [claim, *_counted(unit.norm, unit)] if value == "yes" else [claim]


_OUT_ALONE = Pattern(
    r"^(?:in-service )?(?:withdrawals?|distributions?|payouts?)\b(?! (?:of|from))",
    "withdrawal",
    "distribution",
    "payout",
)
_OTHER_KINDS = Pattern(r"@pre|@roth|@amb|match|rollover|employer|company")
_OURS_NOT = Pattern(
    r"^(?:but |however,? |unfortunately,? )?(?:ours|we|(?:our|this|the) (?:plan|401k)) (?:does|do) not(?: (?:allow|permit|offer|do) (?:it|that|this|so))?\W*$",
    "not",
)
_LET = Pattern(
    r"^.*?\b(?:let|allow|permit)s? (?:people|you|employees|participants|members|savers|staff|workers)(?: to)? "
)


def _row_beside_roth(document: Document, unit: Unit) -> bool:
    """Whether `After-tax account: any time` has a row on Roth beside it, so that it is money of its own."""
    if not _ROW_OF_IT.match(unit.norm) or unit not in document.units:
        return False
    place = document.units.index(unit)
    return any(_ROTH_ROW.match(each.norm) for each in document.units[max(0, place - 3) : place + 4] if each is not unit)


_ROTH = Pattern(r"@roth(?! ira)", "@roth")
_ROW_OF_IT = Pattern(r"^[^:@]{0,20}@amb[^:@]{0,30}: ", "@amb")
_ROTH_ROW = Pattern(r"^[^:]{0,40}@roth[^:@]{0,30}(?:@pre[^:@]{0,20})?: ", "@roth")
_STILL_OF_IT = Pattern(
    r"^(?!.*(?:@|\b(?:match\w*|rollovers?|loans?|company|employer|deferrals?|vest\w*|conver\w*|iras?|pension|brokerage|bonus\w*|bank|insurance|stock)\b)).*\b(?:it|them|they|this money|that account)\b",
    "it", "the", "this money", "that account",
)  # fmt: skip
_OF_WHAT_IS_THERE = Pattern(
    r"\bwhat (?:about|happens (?:to|with)|becomes? of|will happen (?:to|with)|if i have)\b[^?]*@a(?:t|mb)\b", "what"
)
"""`What about the after-tax money I already have?`: `it`, in the answer."""


def _subject(unit: Unit, before: Unit | None) -> Unit | None:
    """The sentence that named after-tax money, as long as those behind it go on about `it`: `You cannot add to it`."""
    if "@a" in unit.norm:
        if unit.kind == "question" and not _OTHER_KINDS.search(unit.norm.replace("@amb", "@at")):
            return unit if _OF_WHAT_IS_THERE.search(unit.norm) else None
        return unit if unit.kind == "sentence" and on_after_tax(unit.norm.replace("@amb", "@at")) else None
    if before is None or unit.heads != before.heads or unit.kind not in ("sentence", "item"):
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
    if unit.heads and ("@a" in document.heads[nearest_title(unit)] or _named_above(document, unit)):
        return True
    goes_with = (
        goes_on(unit.norm)
        or SAYS_WHEN.match(unit.norm)
        or (unit.ticked and before is not None and before.norm.endswith(":"))
    )
    return before is not None and "@a" in before.norm and bool(goes_with)


def _named_above(document: Document, unit: Unit) -> bool:
    """Whether the title above `Withdraw.` names after-tax money."""
    return (
        len(unit.heads) > 1
        and bool(SAYS_WHEN.match(unit.norm))
        and "@at" in document.heads[unit.heads[1]]
        and bool(WAY_OUT_ALONE.match(document.heads[unit.heads[0]]))
    )


_OF_ANOTHER = Pattern(
    r"^[^.;]{0,50}(?::| \|| - )|\brollover|\bmatch|\bcompany|\bemployer|\bloan|\bvested|\bother\b|\btransfer|\bcall\b|\bcontact|\bvisit|\blog (?:in|on)\b|\bask\b|\bquestions?\b|\bsee\b"
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
        for claim in said_of_withdrawal(document, told, section, None)
        if claim.value == "yes"
    ]


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
    found = said_of_withdrawal(document, told, "", None)
    return [Claim(claim.field, claim.value, unit, 2, also=(before,)) for claim in found if claim.value in ("yes", "no")]
