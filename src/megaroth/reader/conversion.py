"""Conversion to Roth in the plan: offered, automatic, of which money, how often. What is not said outright is not claimed."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.after_tax_yes import as_a_benefit
from megaroth.reader.become_roth import (
    A_QUALITY,
    EITHER_WAY,
    FOR_ALL,
    NO_FEATURE,
    NOT_HAD,
    acts,
    asks,
    converts,
    goes_on_by_itself,
    is_act,
    is_topic,
    may_go_by_itself,
    repeats,
    to_roth,
)
from megaroth.reader.clauses import goes_on
from megaroth.reader.come_out import OUT
from megaroth.reader.context import Document
from megaroth.reader.conversion_words import how, led_by_a_denial, none_goes_by_itself, none_of_these
from megaroth.reader.frequency import per_year, scheduled
from megaroth.reader.gate import BYGONE
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
_SOURCES = (
    ("after-tax", Pattern(r"@at\b")),
    (
        "pre-tax",
        Pattern(
            r"@pre\b|\btraditional\b(?! @at)|(?<!@roth )(?:salary|elective|employee) deferral|(?<!@roth )(?<!elective )(?<!salary )\bdeferral contributions?",
            "@pre",
            "deferral",
            "traditional",
        ),
    ),
    (
        "match",
        Pattern(
            r"\b(?:company|employer)(?: matching| match|\b.{0,12}contributions?)|\bmatch(?:ing)?\b|\bnonelective",
            "company",
            "employer",
            "match",
            "nonelective",
        ),
    ),
    (
        "rollover",
        Pattern(
            r"(?<!in-plan @roth )(?<!direct )\brollover(?:s?,| (?:contribution|account|balance|and|source|money|sub))",
            "rollover",
        ),
    ),
)


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
            elif since < 4 and (unit.norm.startswith(_HOW_OFTEN) or _DO_SO.match(unit.norm)):
                found += _terms(document, unit, heads, spoken)
        since += 1
        before = unit.norm
    return _unless_by_itself(document, found) + _one_by_one(document, found)


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


def _unless_by_itself(document: Document, found: list[Claim]) -> list[Claim]:
    """Without `on-request` where a sentence may say that it goes by itself, and nobody can tell: a wrong way costs tax on earnings."""
    ways = {claim.value for claim in found if claim.field == "in_plan_conversion"}
    if "on-request" not in ways or "automatic" in ways:
        return found
    for unit in document.units:
        if unit.kind in ("contents", "question") or "@pre" in unit.norm:
            continue
        if may_go_by_itself(unit.norm) or (_CHOSEN.search(unit.norm) and _is_on_conversion(document, unit)):
            document.doubts.append(
                f"Page {unit.page} may say that conversions go by themselves: “{unit.raw[:200]}”. Ask whether they do, or have to be requested each time."
            )
            return [claim for claim in found if (claim.field, claim.value) != ("in_plan_conversion", "on-request")]
    return found


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
_CHOSEN = Pattern(
    r"^(?!.*\b(?:not|no|never|enrol\w*|increas\w*|deferrals?|escalat\w*|rebalanc\w*)\b)(?:[^.;]* )?(?:automatic(?:ally)?|standing|recurring)\b",
    "automatic", "standing", "recurring",
)  # fmt: skip
"""`Call, or choose automatic at sign-up`, in a few words below a title on conversion."""


def _is_on_conversion(document: Document, unit: Unit) -> bool:
    """Whether a unit is a cell, of few words, of a table on conversion: prose has a subject of its own."""
    if unit.cell is None or len(unit.norm.split()) > 15:
        return False
    return "conver" in f"{document.heads_of(unit, 2)} {document.lead_of(unit)}"


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
            return [Claim("in_plan_conversion", value, unit, 3), *_sources(unit, unit.answer_to)] if value else []
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
                *_sources(unit, unit.answer_to),
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
        found += _sources(unit)
    return found + _terms(document, unit, heads, before)


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
    if goes_on(text) and not acts(before) and not is_act(text) and _GONE.search(before):
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
_MOVED_PRE = Pattern(
    r"@pre (?:\w+ )?(?:accounts?|contributions?|deferrals?|balances?|money|savings)(?: \w+)? (?:be )?(?:moved|converted|transferred|rolled|switched|changed) (?:in)?to (?:an? |the |your |their )*@roth",
    "@pre ",
)
"""`To have the pre-tax accounts moved to Roth`: of after-tax money it says nothing."""
_ONE_FOR_ALL = Pattern(
    rf"^(?!.*\b(?:(?:may|might|could) (?:let|allow|permit|offer|add)|intends?|consider\w*)\b).*(?:{FOR_ALL})",
    "continu", "standing", "recurring", "ongoing", "automat", "instruction", "election", "direction", "request", "authorization",
)  # fmt: skip
"""`Standing requests are taken as well`, after a sentence on conversion."""
_OTHER_MONEY = Pattern(
    r"\b(?:convert|transfer|move|roll|change|switch|conver(?:sions?|ting) of|rollovers? of|transfers? of)\b(?P<what>[^.;?]{0,120})",
    "conver",
    "transfer",
    "move",
    "roll",
    "change",
    "switch",
)
_ANY_MONEY = Pattern(
    r"@at\b|\bafter-tax|@amb|\bnonroth|\bnon-@?roth|\b(?:all|any|entire|whole|vested) (?:or (?:part|any|some) of |part of |portion of |of )*(?:your |the |their |his |her |vested |eligible )*(?:account|balance|money|amount|assets|savings|portion|part|funds)(?! of (?:your |their |his or her |his |her |the )?(?:existing |vested )*(?:@pre|elective|salary|deferral|employer|company|matching))|\bother (?:eligible |vested )?(?:money|amounts?|sources?|contributions)"
)


def _of_other_money(text: str) -> bool:
    """Whether only pre-tax or employer money is named as what may be converted, and no after-tax money."""
    if _ANY_MONEY.search(text):
        return False
    return any(
        re.search(
            r"@pre\b|\bmatch|\bprofit[- ]sharing|\bemployer\b|\bcompany contrib|\bdeferrals?\b|\btraditional\b",
            each["what"],
        )
        for each in _OTHER_MONEY.finditer(text)
    )


def _right_kind(text: str) -> bool:
    """Conversion inside this plan; not to a Roth IRA, not of Roth to something else."""
    if ";" in text and "ira" in text:
        # `(1) take it out to a Roth IRA; or (2) turn on …, and it moves to Roth`
        return any(acts(each) and _right_kind(each) for each in text.split(";"))
    return not (
        re.search(r"\biras?\b", text) and not re.search(r"in-?plan|within the plan|@roth 401k|@roth account in", text)
    )


_OF_WHAT = Pattern(
    r"\b(?:conver\w*|in[- ]?plan (?:@roth )?(?:rollovers?|transfers?))(?: contributions?| feature| option| elections?)? (?:of|from|for|on) (?P<of>[^.;]{0,150})"
    r"|\bconvert(?:s|ing)? (?P<what>[^.;]{0,150})|(?<!@roth )(?<!in-plan )\b(?:transfer|move|roll(?: over)?|change|switch|sweep|turn|moving|transferring)s? (?=[^.;]{0,170}@roth)(?P<moved>[^.;]{0,150})"
    r"|(?P<before>[^.;]{0,170})\b(?:(?:is|are|be|been|gets?|being|then|also|automatically|daily|immediately) )+(?:converted|moved|swept|transferred|rolled(?: over)?|turned|changed|recharacterized|switched)\b"
)


_BUT = Pattern(r",? (?:but|yet|although|though) ")
"""`Exemplar does not match these dollars, but they can be moved to Roth`: what is moved stands behind the `but`."""


def _sources(unit: Unit, asked: str = "") -> list[Claim]:
    text = f"{asked} {unit.norm}"
    parts = " ".join(
        _BUT.split(part)[-1] if name == "before" else part
        for found in _OF_WHAT.finditer(text)
        for name, part in found.groupdict().items()
        if part
    )
    if not parts and len(text.split()) > 12 and "@at" not in text and not _MOVED_PRE.search(text):
        return []
    text = parts or text
    text = re.sub(
        r"@roth (?:elective |salary )*(?:deferrals?|contributions?)|@roth rollovers?(?: contributions?)?", "@roth", text
    )
    if _of_other_money(f"convert {text}"):
        named = [name for name, pattern in _SOURCES[1:] if pattern.search(text)]
        named = named or (["pre-tax"] if "deferral" in text else [])
        return [Claim("conversion_sources", named, unit, 2)] if named else []
    if re.search(
        r"\ball non-?@?roth|\bany (?:portion|part|vested)(?! of (?:your |their |his |her |the )?(?:existing |vested )*(?:@pre|elective|salary|deferral|employer|company|matching))|\b(?:all|entire) (?:or (?:a|any) (?:portion|part) )?of your (?:vested )?(?:nonroth )?(?:account|balance)|nonroth",
        text,
    ):
        return [Claim("conversion_sources", ["after-tax", "pre-tax", "match", "rollover"], unit, 1)]
    named = [name for name, pattern in _SOURCES if pattern.search(text)]
    if re.search(r"\b(?:not|exclud|other than|except)\b", text) or not named:
        return []
    return [Claim("conversion_sources", named, unit, 2)]


_LEAST = Pattern(
    r"\b(?:minimum|at least|no less than|not less than)\b[^.;]{0,40}?\$(\d[\d,]*(?:\.\d\d)?)|\$(\d[\d,]*) minimum",
    "at least", "less than", "minimum",
)  # fmt: skip


_OF_SOMETHING_ELSE = Pattern(
    r"\bwithdraw|\bloan|\bborrow|\bhardship|\bdistribut|\bcontribut|\bmatch|\binvest|\btrad(?:e|ing)|\bstatement|\bdeferral|\b(?:elections?|directions?|requests?) to (?:change|increase|decrease|stop|begin|waive|save)\b"
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
_GONE = Pattern(
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


def _terms(document: Document, unit: Unit, heads: str, before: str) -> list[Claim]:
    text = unit.norm
    times, least = per_year(text), _LEAST.search(text)
    if not times and (
        acts(text)
        or _CONVERSIONS.match(text)
        or _MAKES_ONE.search(text)
        or ((goes_on(text) or _DO_SO.match(text)) and acts(before))
    ):
        times = scheduled(text)
        if times and "auto" in text and _SINGLE.search(_after(document, unit)):
            times = None  # the days of those that go by themselves; between them one may ask
    near = document.heads_of(unit, 1)
    if not (times or least) or (
        OUT.search(_WITHOUT_IT.sub(" ", near)) and not is_act(text) and not (goes_on(text) and acts(before))
    ):
        return []
    if _NOT_SO_CONVERTED.search(text) or (goes_on(text) and not acts(before) and _GONE.search(before)):
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
