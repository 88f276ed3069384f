"""Conversion to Roth in the plan: whether it is offered, on request or automatic. What is not said outright is not claimed.

Of which money it is, `conversion_sources` says; how often and how much at least, `conversion_limits`.
"""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.after_tax_yes import as_a_benefit
from megaroth.reader.automatic_conversion import FOR_ALL, goes_on_by_itself, repeats
from megaroth.reader.become_roth import EITHER_WAY, converts
from megaroth.reader.clauses import goes_on
from megaroth.reader.context import Document
from megaroth.reader.conversion_act import A_QUALITY, acts, asks, is_act, is_topic, to_roth
from megaroth.reader.conversion_denied import NO_FEATURE, NOT_HAD
from megaroth.reader.conversion_limits import OUT_OF_THE_PLAN, counts_on, limits_of
from megaroth.reader.conversion_sources import sources_of
from megaroth.reader.conversion_words import how, led_by_a_denial, none_goes_by_itself, none_of_these
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import ticked_option
from megaroth.reader.tables import AT_ONLY
from megaroth.reader.units import Claim, Unit

_TURNED_ON = Pattern(
    r"\b(?:once|when|after|if) you (?:elect|enroll|sign up|turn on|opt|activate|set up|choose|enable|make your first)\b|\bsign up|\bset(?:ting)? up|\bturn(?:ed)? on|\benroll in|\bopt in|\belect(?:ion)?\b|\bstanding|\bafter your (?:first|initial)|\bactivate|\benable|\brequest\b|\bcan\b|\bmay\b|\bchoose"
)
_ONLY_WHAT_MAY_LEAVE = Pattern(
    r"\b(?:who (?:is|are)|must be|if you are|are not) (?:otherwise )?eligible (?:for|to (?:take|receive|draw)) (?:an? )?(?:in-?service )?(?:withdraw|distribut|funds|money)"
    r"|\b(?:amounts?|money|assets|balances?|portions?)\b[^.;]{0,40}\b(?:(?:not )?otherwise (?:be )?(?:distributable|eligible)|could (?:otherwise )?(?:be (?:withdrawn|distributed)|receive)|eligible (?:for|to be) (?:withdraw|distribut)\w*|distributable)",
    "could", "distributable", "eligible",
)  # fmt: skip
"""Conversion of what could be taken out as well: whether that is after-tax money, another sentence says."""
_ONLY_FOR = Pattern(
    r"^(?:terminated|former) (?:participants?|employees?)|\b(?:sister compan\w+|another (?:company|employer)|affiliate's plan|terminated (?:participant|employee)s? only|former employees? only|only (?:after|once|upon|if) you)\b"
    r"|(?:^|[,;.(] ?|\bonly )(?:upon|after|following|at|on|once|when) (?:(?:you|they|he or she|a participant|the participant|your|his or her|their|a|the) (?:have |has )?)?(?:terminat\w+|separat\w+|severance|retir\w+|leav\w+|left|death|disab\w+)\b",
    "affiliate's plan", "compan", "employe", "only", "participant", "terminat", "separat", "severance", "retir", "leav", "left", "death", "disab",
)  # fmt: skip


_A_ROW = Pattern(
    r"^\W*(?:automatic |@at )*(?:@roth )?in-plan (?:@roth )?(?:conversions?|rollovers?)(?: option| feature)?(?: (?:of|for) @at(?: contributions?| money)?)?(?: (?:per year|allowed|permitted|available|offered))?(?::| \|) \w",
    "in-plan",
)
"""A line of label and value that looks like a heading."""


def claims_of(document: Document) -> list[Claim]:
    """Every claim about conversion in the plan."""
    found: list[Claim] = []
    before = spoken = ""
    since = 9
    units = document.units
    for place, unit in enumerate(units):
        row = unit.kind == "heading" and _A_ROW.match(unit.norm)
        if (unit.kind in ("contents", "question", "heading") and not row) or unit.ticked is False:
            continue
        if document.is_title(unit) and place + 1 < len(units) and (units[place + 1].since or units[place + 1].until):
            continue  # the cells beside it say what it was, and what it is
        heads = document.heads_of(unit, 3)
        lead = document.lead_of(unit)
        label = f"{unit.answer_to} {lead} {unit.norm}"
        about = f"{label} {heads} {before}"
        if (
            "@roth" in label
            or "conver" in about
            or "in-plan" in about
            or ("to @roth" in heads and len(unit.norm) < 90)
            or (unit.cell and _IS_GIVEN.match(lead))
            or (
                "@roth" in before
                and (NOT_HAD.match(unit.norm) or NO_FEATURE.match(unit.norm) or (goes_on(unit.norm) and acts(before)))
            )
        ):
            found += _as_a_benefit(document, unit) or _conversion(document, unit, heads, before)
            if is_act(unit.norm):
                spoken, since = unit.norm, 0
            elif since < 4 and counts_on(unit.norm):
                found += limits_of(document, unit, heads, spoken)
        since += 1
        before = unit.norm
    return found + _one_by_one(document, found)


def _as_a_benefit(document: Document, unit: Unit) -> list[Claim]:
    """`Mega backdoor Roth via after-tax contributions + in-plan conversion`, in a list of benefits: both are had."""
    found = as_a_benefit(document, unit) if "@mega" in unit.norm else None
    if found is None or not found["act"] or found["how"].strip() not in _BY_ITSELF:
        return []
    value = _BY_ITSELF[found["how"].strip()]
    return [Claim("in_plan_conversion", value, unit, 2)]


_BY_ITSELF = {
    "": "on-request",
    "automatic": "automatic",
    "daily": "automatic",
    "auto": "automatic",
    "nightly": "automatic",
}


def _one_by_one(document: Document, found: list[Claim]) -> list[Claim]:
    """`Conversions cannot be scheduled to recur`, below the title of conversions and the money they are of: each one is asked for."""
    if any(claim.field == "in_plan_conversion" for claim in found) or "conver" not in document.text:
        return []
    for place, unit in enumerate(document.units):
        if not none_goes_by_itself(unit.norm) or unit.kind in ("contents", "question"):
            continue
        near = _above(document, place)
        of = next((each for each in near if "@at" in each.norm and not _NOT_OF_IT.search(each.norm)), None)
        about = f"{document.heads_of(unit, 2)} {' '.join(each.norm for each in near)}"
        if of is not None and is_act(about) and not _ONLY_FOR.search(about):
            return [Claim("in_plan_conversion", "on-request", of, 2, also=(unit,))]
    return []


def _above(document: Document, place: int) -> list[Unit]:
    """What stands before a sentence below its heading; the questions of a section stand below one heading."""
    unit, before = document.units[place], document.units[max(0, place - 14) : place]
    start = next((at for at in range(len(before) - 1, -1, -1) if before[at].kind == "heading"), 0)
    if any(each.kind == "question" for each in before[start:]):
        return before[start:]
    return [each for each in before[-8:] if unit.heads and each.heads == unit.heads]


_NOT_OF_IT = Pattern(
    r"\b(?:not|no|never|cannot|except|excluding|excl|other than|if|unless|until|former|prior|were|was)\b"
)


def _conversion(document: Document, unit: Unit, heads: str, before: str) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    if (
        document.is_rollover(unit)
        and "in-plan" not in full
        and "conver" not in text
        and not (_AVAILABLE_FOR.match(text) and is_act(heads))
        and not re.search(r"@at\b[^.;]{0,80}@roth\b(?! ira)", text)
    ) or text.startswith(("example", "for example", "whereas")):
        return []
    if unit.answer_to and (is_act(unit.answer_to) or acts(unit.answer_to)):
        value = how(unit.answer_to, text)
        if value is not None:
            return [Claim("in_plan_conversion", value, unit, 3), *sources_of(unit, unit.answer_to)] if value else []
    if unit.answer_to and is_act(unit.answer_to):
        if not asks(unit.answer_to):
            return []
        if document.is_condition(unit):
            return []
        asked_auto = bool(re.search(r"automat", unit.answer_to))
        if text.startswith("yes"):
            return [
                Claim(
                    "in_plan_conversion",
                    "automatic" if asked_auto or converts(text, unit.answer_to) == "automatic" else "on-request",
                    unit,
                    3,
                ),
                *sources_of(unit, unit.answer_to),
            ]
        return [] if asked_auto else [Claim("in_plan_conversion", "no", unit, 3)]
    above = next((each for each in unit.heads if each != unit.raw), "")
    head = document.heads[above] if above else ""
    if unit.ticked and is_act(head) and (said := ticked_option(text)):
        if said == "yes" and _ONLY_WHAT_MAY_LEAVE.search(text):
            return []
        return [Claim("in_plan_conversion", "on-request" if said == "yes" else "no", unit, 3)]
    if choice := boxes.choice(unit.raw):
        if _ONLY_WHAT_MAY_LEAVE.search(text) and (choice == "no" or "not" in choice):
            return []  # no conversion of what could not be taken out: of the rest another line speaks
        return (
            [Claim("in_plan_conversion", "no" if choice == "no" or "not" in choice else "on-request", unit, 3)]
            if is_act(text)
            else []
        )
    condition = document.is_condition(unit) and not _UNLESS_TOLD.match(text)
    if (condition or not document.decides(unit) or boxes.has_box(unit.raw)) and not unit.ticked:
        return []
    found = _said(document, unit, head, before)
    if found or to_roth(text):
        found += sources_of(unit)
    return found + limits_of(document, unit, heads, before)


def _said(document: Document, unit: Unit, head: str, before: str) -> list[Claim]:
    """What the sentence says, or what it answers to its label, its question or the sentence before."""
    text = unit.norm
    narrowed = "@at" not in text and _ONLY_WHAT_MAY_LEAVE.search(EITHER_WAY.sub(" ", text))
    if not _right_kind(text) or _ONLY_FOR.search(text) or narrowed:
        return []
    asked = unit.answer_to or document.follows.get(id(unit), "")
    lead = document.lead_of(unit)
    if unit.kind == "item" and lead and AT_ONLY.match(text) and led_by_a_denial(lead) and "conver" in f"{lead} {head}":
        return [Claim("in_plan_conversion", "no", unit, 2)]
    if unit.kind == "item" and len(text.split()) < 10 and none_of_these(lead or head):
        had_not = is_topic(text) and not A_QUALITY.search(text)
        return [Claim("in_plan_conversion", "no", unit, 2)] if had_not else []
    kind = lead.rpartition(" | ")[2] if unit.cell and " | " in lead else ""
    if ("@pre" in kind or "@roth" in kind or "match" in kind) and "@at" not in kind:
        return []  # a column of other money
    if unit.cell and "@at" in kind and _IS_GIVEN.match(lead) and is_topic(_corner(document, unit)):
        said = "" if _ONLY_WHAT_MAY_LEAVE.search(text) else converts(text, "@roth in-plan conversion of @at")
        return [Claim("in_plan_conversion", said, unit, 2)] if said else []
    label = asked or lead or head
    around = f"{document.heads_of(unit, 3)} {before}"
    if goes_on(text) and not acts(before) and not is_act(text) and OUT_OF_THE_PLAN.search(before):
        return []  # `Take it out and send it to a Roth IRA. This can be done four times a year.`
    said = converts(text, label, around) or (
        converts(text, before, around) if goes_on(text) or NOT_HAD.match(text) else ""
    )
    if not said and _AVAILABLE_FOR.match(text) and head.endswith(".") and len(unit.heads) > 1:
        said = converts(
            text, document.heads[unit.heads[1]], around
        )  # the title above a paragraph that opens with a name
    if not said and head.endswith(".") and len(unit.heads) > 1 and len(text.split()) < 12 and _WHICH_MONEY.match(head):
        above = document.heads[unit.heads[1]]
        said = converts(text, above, around) if is_topic(above) else ""
    for_all = not said and bool(_ONE_FOR_ALL.search(text)) and ("conver" in text or acts(before))
    if not said and repeats(text) and (for_all or (goes_on(text) and acts(before))):
        said = "automatic"
    if said in ("", "on-request") and "conver" not in text and goes_on_by_itself(text) and acts(before):
        said = "automatic"
    if not said:
        return []
    note = ""
    if said == "automatic":
        note = "you turn it on" if _TURNED_ON.search(text) else "as the document has it, without being asked"
    return [Claim("in_plan_conversion", said, unit, 2, note)]


def _corner(document: Document, unit: Unit) -> str:
    """What stands in the first cell of a table: `Roth conversion | Pre-tax | After-tax`."""
    at = (unit.cell[0], 0, 0) if unit.cell else None
    return next((each.norm for each in document.units if each.cell == at), "")


_IS_GIVEN = Pattern(
    r"^(?:permitted|allowed|available|offered|eligible|convertible|can (?:i|you) convert|may be converted)\W* \| ",
    " | ",
)
"""`Permitted | After-tax`: a row, and a column of a table on conversion."""
_AVAILABLE_FOR = Pattern(
    r"^\W*(?:available|offered|permitted|allowed) (?:for|on|from) (?:your |the |any |all )*@at\b", "@at"
)


_WHICH_MONEY = Pattern(
    r"^(?!.*\b(?:not|no|except|match\w*|company|employer|@pre|@roth)\b)\W*(?:only |all |any |your |the |whole |entire |vested |eligible )*(?:@at )?(?:accounts?|balances?|money|sources?|contributions?)\b(?:,? [^.;]{0,40})?\.$",
)
"""`All vested accounts, whatever the source.`, which a paragraph opens with as if it were its title."""


_UNLESS_TOLD = Pattern(
    r"^unless you (?:tell us|ask us|instruct us|direct us|elect|choose|opt|decide|request)\b[^.;,]{0,25}(?:\bnot to\b|\bout\b|otherwise|\bnot\b)[^.;,]{0,15},",
    "unless ",
)
"""What goes by itself until one says no."""
_ONE_FOR_ALL = Pattern(
    rf"^(?!.*\b(?:(?:may|might|could) (?:let|allow|permit|offer|add)|intends?|consider\w*)\b).*(?:{FOR_ALL})",
    "continu", "standing", "recurring", "ongoing", "automat", "instruction", "election", "direction", "request", "authorization",
)  # fmt: skip
"""`Standing requests are taken as well`, after a sentence on conversion."""


def _right_kind(text: str) -> bool:
    """Conversion inside this plan; not to a Roth IRA, not of Roth to something else."""
    if ";" in text and "ira" in text:
        # `(1) take it out to a Roth IRA; or (2) turn on …, and it moves to Roth`
        return any(acts(each) and _right_kind(each) for each in text.split(";"))
    return not (
        "ira" in text
        and re.search(r"\biras?\b", text)
        and not re.search(r"in-?plan|within the plan|@roth 401k|@roth account in|\bplan's @roth(?! ira)", text)
    )
