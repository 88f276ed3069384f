"""May after-tax money go in: what a unit claims of `after_tax_allowed`. A wrong yes is the worst failure."""

from __future__ import annotations

import re

from megaroth.reader import boxes, roth, taken
from megaroth.reader.clauses import without_rollovers
from megaroth.reader.context import Document
from megaroth.reader.harmless import NOT_FOR_FEW
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import AT, LEAD_IN, MAY, NOT, PLAN, WHO, ticked_option
from megaroth.reader.spill import spills
from megaroth.reader.units import Claim, Unit
from megaroth.reader.when import date_in

_NOT_NEAR = Pattern(
    r"\bwithdr|\btak(?:e|ing)\b|\bmoney out\b|\bin-service|\bconver|\bdistribut|\broll(?:ed|ing|s)?\b|\brollover|\btransfer|\bborrow|\bloan|\breceive a|\brefund|\breturn|\brecharacteri|\bforfeit|\bstop|\bsuspend|\brepay|\bpay(?:ing)? tax|\btax(?:ed|able)\b"
)
_ELSEWHERE = Pattern(
    r"\b(?:insurance|coverage|premiums?|medical|dental|vision|hsas?|health savings|fsas?|espp|stock purchase|(?:buy|purchas\w+) (?:\w+ ){0,4}(?:stock|shares)|brokerage account|commuter|parking|529|pension plan|defined benefit|retirement annuity|\bira\b(?! limit)|legal plan|life and disability|military service|userra|make[- ]up (?:missed )?contributions|make up missed|non-?qualified (?:plan|deferred|savings)|top[- ]hat|serp|excess (?:benefit|savings) plan|retiree medical|sister compan\w+|another (?:company|employer)'s)\b",
    "529", "another", "benefit", "brokerage account", "commuter", "coverage", "dental", "espp", "fsa", "hsa", "insurance", "ira",
    "legal plan", "life and disability", "medical", "military service", "parking", "pension plan", "premium", "qualified",
    "retirement annuity", "savings", "serp", "shares", "sister compan", "stock", "top", "up contributions", "up missed", "userra",
    "vision",
)  # fmt: skip
_HCE = Pattern(r"\bhighly[- ](?:compensated|paid)|\bhces?\b")
_TEMPORARY = Pattern(
    r"\b(?:once|when|while|until|months?|days?|if you|if a|hardship|withdraw\w*|reach\w*|limit|leave|during|after (?:you|the) terminat|terminated|former employee|bonus|check|cash|lump sum|in excess|exceed\w*|above)\b"
)
_PAST = Pattern(
    r"\bpre-?(?:19|20)\d\d\b|\bformerly\b|\bpreviously\b|\bin the past\b|\bgrandfather|\bhistor|\bwere (?:made|permitted|allowed|contributed)|\bmade (?:before|prior)|\bhad been|\bcreated the\b|\boriginally\b|\bprior plan\b|\bpredecessor\b|\bmerged\b",
    "formerly", "had been", "histor", "made before", "merged", "originally", "pre-19", "pre-20", "pre19", "pre20", "predecessor",
    "previously", "prior", "the", "were",
)  # fmt: skip

_TAKES_NONE = Pattern(
    r"^(?:the|our|this|your) (?:plan|employer|company) does not (?:\w+ )?(?:have|accept|offer|permit|allow|take|provide(?: for)?|support) (?:them|these|this|it|any|such contributions|@at contributions)(?: at this time)?\W*$|^we do not (?:\w+ )?(?:have|accept|offer|permit|allow|take|support) (?:them|these|this|it|any)(?: at this time)?\W*$",
    " not ",
)
"""Below a heading that names nothing but after-tax contributions."""
_ONLY_THESE = Pattern(r"^\W*(?:your )?@at(?: (?:employee|contributions?|savings|money))*\W*$", "@at")
_ITS_LABEL = Pattern(
    r"^\W*(?:[\da-z]{1,2}(?:[.-]\d+)*[.)]? )?(?:section [\d.-]+ )?(?:your |employee |participant |additional |voluntary |other |traditional |regular |new )*\W*@at\W*(?:(?:employee|voluntary|@mega|contributions?|savings|money|source|option|feature|deferrals?|nonroth|thrift)\W*)*$",
    "@at",
)
"""The label of a row, or the title of a paragraph, that names after-tax contributions and nothing else."""
_FAREWELL = Pattern(
    r"\bgood-?bye\b|\bfarewell\b|\bend (?:of|to|for)\b|\bend(?:s|ed|ing)\b|\bphas(?:ed?|ing)[- ]?out\b|\bsunset|\bclos(?:ed|ing|es)\b|\bdiscontinu(?:ed|ance)\b|\beliminat|\bno (?:more|longer)\b|\blast (?:call|chance)\b",
    "bye", "farewell", "end", "phas", "sunset", "clos", "discontinu", "eliminat", "no ", "last",
)  # fmt: skip
_THE_LAST = Pattern(
    r"^\W*(?:the|your|our) (?:very )?(?:last|final) (?:@at |@basis |payroll |such )*(?:contributions?|deductions?|@basis)?\b[^.;]{0,20}\b(?:was|were|will be)\b",
    "last", "final",
)  # fmt: skip
_YES_ITEM = Pattern(rf"(?:^[\"'(]*|; (?:and |or )?)(?:(?:make|making|contribute|elect) )?{AT}")
_A_SHARE_OF_PAY = Pattern(
    r"^\W*(?:from |between |up to )?\d+(?:\.\d+)?%(?: ?(?:to|through|and|-) ?\d+(?:\.\d+)?%)? of (?:your |a participant's )?(?:\w+ ){0,3}(?:pay|compensation|salary|earnings|wages)\b"
    r"|\d% of (?:your |a participant's )?(?:\w+ ){0,3}(?:pay|compensation|salary|earnings|wages)\b[^.;]{0,20}\b(?:can|may|will) be (?:withheld|deducted|contributed|saved|taken)\b",
    "%",
)  # fmt: skip
_CLOSED = Pattern(
    rf"\b(?:two|2) (?:\w+ )?(?:ways|kinds|types|options|choices)\b(?! of (?:elective |salary )*deferrals?)[^.;]{{0,60}}(?:@pre\b[^.;]{{0,40}}@roth|@roth\b[^.;]{{0,40}}@pre)"
    r"|\bonly @pre (?:contributions? )?(?:and|or) @roth (?:elective deferrals?|deferrals?|401k contributions?|contributions?)(?: are| may be| is)? (?:permitted|allowed|accepted|made|available)"
    rf"|\b{WHO} (?:may|can) (?:make )?only (?:make )?@pre (?:contributions? )?(?:and|or) @roth (?:\w+ )?contributions"
    r"|\bonly (?:\w+ ){0,3}contributions?\b[^.;@]{0,40}\b(?:are|is) @pre\b[^.;@]{0,30}@roth|\bno (?:\w+ )?contributions? other than (?:\w+ )?@pre\b[^.;@]{0,30}@roth|\bcontributions? other than @pre\b[^.;@]{0,30}@roth[^.;@]{0,30}\b(?:are|is) not (?:accepted|permitted|allowed)"
    r"|\bonly @pre contributions (?:are|may be) (?:permitted|allowed|accepted|made)"
    r"|\b(?:takes?|accepts?|allows?|permits?|offers?) (?:only )?@pre(?: contributions?| deferrals?)? (?:and|or) @roth(?: 401k)?(?: contributions?| deferrals?)? only\b"
)


_NOT_OF_KINDS = Pattern(r"\bmatch|\bhardship|\bcount|\bvest|\bwithdr|\bloan|\bconver|\btest|\brollover")
"""The only ones that are matched, or may be taken in a hardship: that says nothing of what may be made."""
_ASKS_WHETHER = Pattern(
    r"\b(?:contribut|mak(?:e|ing)|sav(?:e|ing)|accept|offer|permit|allow|hav(?:e|ing)|has|put|add|feature|option|support|available|take|provide)"
)
_IF_ALLOWED = Pattern(
    r"\bif (?:your|the) (?:plan|employer) (?:allows|permits|offers|provides)",
    "employer", "if the plan", "if your plan",
)  # fmt: skip


_ALL_BUT_FEW = Pattern(
    r"\b(?:except|other than|excluding|not including|but not|unless)\b[^.;]{0,30}\b(?:highly[- ](?:compensated|paid)|hces?)\b",
    "highly",
    "hce",
)
_NOT_OF_FEW = "not for the highly compensated"
_OTHERS_DO = Pattern(
    r"^(?!.*\b(?:conver|withdr|distribut|match|loan))(?=.*@(?:at|amb)\b).*\b(?:some|many|most|other|certain|several) (?:\w+ ){0,2}?(?:plans?|employers?|companies|firms|organizations|401ks)\b[^.;]{0,40}\b(?:let|allow|permit|offer|accept|have|take|provide)s?\b[^.;]*@",
    "@at", "@amb",
)  # fmt: skip
_OURS_DOES_NOT = Pattern(
    r"^\W*(?:but |however,? |unfortunately,? )?(?:ours|we|(?:the|our|this) (?:[\w&.'()-]+ ){0,4}?(?:plan|401k|program|company|employer)) (?:does|do) not(?: (?:currently|do so|do this|do that|(?:offer|allow|permit|accept|have|take) (?:them|this|it|these|that)|at this time|at present))*\W*$",
    " not",
)
"""`Some plans let employees make after-tax contributions. Ours does not.`"""


def claims_of(document: Document) -> list[Claim]:
    """Every claim about after-tax and Roth contributions."""
    found: list[Claim] = []
    left_open = any("@roth" in unit.norm and _IF_ALLOWED.search(unit.norm) for unit in document.units)
    for place, unit in enumerate(document.units):
        if place and _OURS_DOES_NOT.match(unit.norm) and _OTHERS_DO.search(document.units[place - 1].norm):
            found += _says(unit, "no", 3)
        if unit.kind == "heading" and (": " in unit.norm or " - " in unit.norm) and not left_open:
            found += roth.of_label(document, unit)
        if unit.kind == "heading" and (":" in unit.norm or " | " in unit.norm) and document.decides(unit):
            found += _of_label(document, unit)
        if unit.kind in ("contents", "question", "heading") or document.is_title(unit):
            continue
        found += [claim for claim in roth.claims_of_unit(document, unit) if claim.strength > 2 or not left_open]
        row = document.lead_of(unit) if unit.cell is not None else ""
        if "@amb" in unit.norm + unit.answer_to + row or (unit.heads and "@amb" in document.heads[unit.heads[0]]):
            found += _ban(document, unit)
        if (
            "@at" in document.full(unit)
            or "@mega" in unit.norm
            or "@at" in unit.answer_to
            or "@at" in document.follows.get(id(unit), "")
            or (unit.heads and "@at" in document.heads[unit.heads[0]])
        ):
            said = _after_tax(document, unit)
            about = (
                "@at" in unit.norm
                and unit.ticked is not False
                and not document.is_condition(unit)
                and not document.is_rollover(unit)
            )
            if any(claim.note == _NOT_OF_FEW for claim in said):
                document.doubts.append(
                    f"Page {unit.page}: after-tax contributions are not for the highly compensated: “{unit.raw[:200]}”. Ask if you are one."
                )
                if _ALL_BUT_FEW.search(unit.norm):
                    found.append(Claim("hce_after_tax_cap_percent", "0", unit, 2))
            if about and is_doubt(unit.norm) and not any(claim.value in ("no", "frozen") for claim in said):
                said = [Claim("after_tax_doubt", "doubt", unit, 1)]
            found += said
        elif (
            "@pre" in unit.norm
            and _CLOSED.search(unit.norm)
            and "catch-up" not in unit.norm
            and not _NOT_OF_KINDS.search(unit.norm)
            and not document.is_condition(unit)
        ):
            found.append(
                Claim(
                    "after_tax_allowed",
                    "no",
                    unit,
                    1,
                    "the document names two ways to contribute, and after-tax is neither",
                )
            )
    return found


_COLUMN_OF_ANSWERS = Pattern(
    r"^\W*(?:(?:your|our|the|this|plan|current|today|now|and|after|from|since|january|february|march|april|may|june|july|august|september|october|november|december|[1-3]?\d,?|20\d\d|allowed|permitted|offered|available|status|details?|provisions?|features?|answers?|description|summary|election|yes/no|what (?:the|our|your) plan \w+|401k|in|is|it|how|works|rule)\W*)*$"
)
_OF_SOMETHING_ELSE = Pattern(
    r"\bhighly|\bhces?\b|\bwithdr|\bdistribut|\bloan|\bborrow|\bmatch|\bconver|\brollover|\broll(?:ed|ing)\b|\bin-plan|\btransfer|\bvest|\bauto|\bmoney out|\baccess|\bfees?\b|\bira\b|\bafter you\b|\bleav(?:e|ing)\b|\bretire\b|\bterminat|\bseparat|\bdeath\b|\btax(?:es|ed|ation)\b"
)
"""What the headings above a row may ask of after-tax money, other than whether it may be put in."""


def _of_label(document: Document, unit: Unit) -> list[Claim]:
    """A line that looks like a heading and is a row: `After-tax contributions: none`, `After-tax contributions | None`."""
    text = unit.norm.replace("@amb", "@at")
    label, _, answer = text.partition(":" if ":" in text else " | ")
    said = taken.denied_below(answer) if _ITS_LABEL.match(label) else ""
    if not said or document.is_condition(unit) or _OF_SOMETHING_ELSE.search(document.heads_of(unit, 2)):
        return []
    document.place(unit)
    unit.since = unit.since or (date_in(answer) if said == "frozen" else "")
    return _says(unit, said, 3)


def _ban(document: Document, unit: Unit) -> list[Claim]:
    """No "after-tax" contributions: whichever are meant, those that are not Roth are none of the plan's; deferrals are Roth."""
    if document.template or document.general or "@amb deferral" in unit.norm:
        return []
    norm, asked = unit.norm, unit.answer_to
    unit.norm, unit.answer_to = norm.replace("@amb", "@at"), asked.replace("@amb", "@at")
    said = [claim for claim in _after_tax(document, unit) if claim.value in ("no", "frozen")]
    if not said:
        unit.norm, unit.answer_to = norm, asked
    return said or _denied_below(document, unit)


def _denied_below(document: Document, unit: Unit) -> list[Claim]:
    """`Not offered`, in the row or below the title of after-tax contributions."""
    head = document.heads[unit.heads[0]] if unit.heads else ""
    row, _, column = document.lead_of(unit).partition(" | ")
    text, label = unit.norm, (row or head).replace("@amb", "@at")
    if not _ITS_LABEL.match(label) or unit.answer_to or len(text.split()) > 16:
        return []
    if (column and not unit.since and not _COLUMN_OF_ANSWERS.match(column)) or (
        unit.cell is None and text.strip(" .") == "no"
    ):
        return []  # `Matched? No`
    if _OF_SOMETHING_ELSE.search(" < ".join(_up_to_contributions(document, unit))):
        return []
    said = taken.denied_below(text)
    unit.since = unit.since or (date_in(text) if said == "frozen" else "")
    return _says(unit, said, 3) if said else []


def _up_to_contributions(document: Document, unit: Unit) -> list[str]:
    """The headings above a unit, as far as the one that says that it is all about contributions."""
    found: list[str] = []
    for head in unit.heads[:3]:
        found.append(document.heads[head])
        if len(found) > 1 and _ON_CONTRIBUTIONS.search(found[-1]):
            break
    return found


_ON_CONTRIBUTIONS = Pattern(
    r"\b(?:what|how|how much|ways) (?:you |participants |employees |to )?(?:can |may )?(?:contribut|sav)\w*|^\W*(?:[\w.]+ )?(?:your|employee|participant) (?:contributions?|savings)\W*$"
)


def _says(unit: Unit, value: str, strength: int, note: str = "") -> list[Claim]:
    return [Claim("after_tax_allowed", value, unit, strength, note)]


def _after_tax(document: Document, unit: Unit) -> list[Claim]:
    text, full = without_rollovers(unit.norm), document.full(unit)
    if _HOWEVER_IT_COMES.search(text):
        text = _HOWEVER_IT_COMES.sub("", text)
    elif document.is_rollover(unit):
        return []
    if _ELSEWHERE.search(full) or "example" in text[:14]:
        return []
    if (
        unit.answer_to
        and re.search(
            rf"\b(?:{MAY}|do|does|is|are|am)\b[^?]*@at\b|@at\b[^?]*\b(?:permitted|allowed|accepted|offered|available)\W*$",
            unit.answer_to,
        )
        and not _NOT_NEAR.search(unit.answer_to)
        and _ASKS_WHETHER.search(unit.answer_to)
        and not re.search(r"\bmatch|\bvest|\bcount|\bhow\b|\bwhen\b|\bpart of\b|\bwhy\b", unit.answer_to)
    ):
        return (
            []
            if document.is_condition(unit) or _HCE.search(unit.answer_to)
            else _says(unit, "yes" if text.startswith("yes") else "no", 3)
        )
    if choice := boxes.choice(unit.raw):
        return _ticked(unit, choice)
    if unit.ticked is False:
        return []
    if unit.ticked and (said := ticked_option(text)) and "@at" in (document.heads[unit.heads[0]] if unit.heads else ""):
        return [] if _has_its_own_label(document, unit) else _says(unit, said, 3)
    if document.is_condition(unit) and not unit.ticked:
        return []
    if not document.decides(unit) and not unit.ticked:
        return []
    if not boxes.has_box(unit.raw) or unit.ticked:
        document.place(unit)
        head = document.heads[unit.heads[0]] if unit.heads else ""
        if _TAKES_NONE.match(text) and _ONLY_THESE.match(head):
            return _says(unit, "no", 3)
        if said_below := _denied_below(document, unit):
            return said_below
        if "@at" in head and _FAREWELL.search(head) and _THE_LAST.match(text) and not _TEMPORARY.search(text):
            unit.since = unit.since or date_in(text)
            return _says(unit, "frozen", 3)
        if said := taken.denied(text):
            unit.since = unit.since or (unit.until if said == "frozen" else "")
            return _says(unit, said, 3)
    return _yes(document, unit, text)


_OWN_LABEL = Pattern(r"^(?!.*@at\b)[a-z][^:.]{2,50}:(?: \(\w{1,3}\))?$", ":")


def _has_its_own_label(document: Document, unit: Unit) -> bool:
    """Whether a box answers a label of its own within the paragraph on after-tax contributions: `Matching: (c) [X] None`."""
    place = document.units.index(unit)
    return place > 0 and _OWN_LABEL.match(document.units[place - 1].norm) is not None


_HOWEVER_IT_COMES = Pattern(
    r",? ?\(?\b(?:whether|either|both|not|neither|regardless of whether)\b[^.;@]{0,30}\b(?:from you|by you|you|directly|from (?:your |their )?pay\w*|by payroll\w*|payroll|contributed|withheld|salary)\b[^.;@]{0,40}\b(?:n?or|and)\b[^.;@]{0,30}\b(?:rollovers?|rolled)\b[^.;)]*\)?",
    "rollover", "rolled",
)  # fmt: skip
"""`Whether from your pay or by rollover`: it is of both."""
_HOW_MUCH = Pattern(
    r"\b(?:how much|what percent\w*)\b[^?@]*\b(?:contribute|save|put|make|set aside|defer)\b[^?@]*@at\b|\bhow much @at\b",
    "how much",
    "percent",
)
_ASKS_WHO = Pattern(
    r"\bwho (?:may|can|is (?:eligible|allowed|able|permitted|entitled) to|gets to) (?:make|elect|contribute|save|use)\b[^?@]{0,30}@at\b(?! contributions? (?:withdr|conver))",
    "who ",
)
_SOMEBODY = Pattern(
    r"^\W*(?:all|any|every|each|anyone|everyone|everybody)\b(?! of\b)(?![^.;]*\b(?:if|when|once|former|hired|division|plant|location|union|hourly|salaried|who (?:have|are|were|had))\b)"
)
_ONLY_A_LIMIT = Pattern(
    r"^\W*(?:plan )?(?:min(?:imum)?|max(?:imum)?|limit|range|rate|up to|from|between)?(?: limit| rate)?\W*(?!100%)[1-9]\d?(?:\.\d+)?%(?: ?(?:to|-|through|and) ?[1-9]\d?%)?(?: of (?:\w+ ){0,3}(?:pay|compensation|earnings|salary|wages))?\W*$",
    "%",
)
"""`Maximum 12%`, on a line of its own below the kind of money."""
_A_SHARE = Pattern(
    r"^\W*(?:(?:for )?(?:most |all |other |eligible |non-?highly[- ]compensated |our )*(?:people|everyone|everybody|anyone|(?:associate|employee|participant|member|colleague|team member|teammate|partner)s?)\W+)?(?:you (?:can|may) \w+ )?(?:anywhere )?(?:from |between |up to |any\w* )*(?:\$?\d[\d,]*%?)"
)
_ASKS_WHICH = Pattern(
    r"\b(?:what|which|how)\b[^?]*\b(?:contribut|sav(?:e|ing)|kinds?|types?|options?|choices|buckets|sources)\b|\b(?:what|which) (?:kinds|types) of\b|\bhow (?:can|may|do) i (?:contribute|save)",
    "how", "what", "which",
)  # fmt: skip
_ROW_OF_KINDS = Pattern(
    r"^\W*(?:(?:your|our|available|allowed|permitted|employee|participant|the|what) )*(?:(?:types?|kinds?|sources?|forms?) of (?:employee |participant |your )?(?:contributions?|savings|deferrals?|money)|(?:contribution|savings|deferral|saving) (?:types?|kinds?|options?|sources?|choices|elections?|methods?)|ways to (?:save|contribute)|(?:you can|you may|how (?:to|you can|you)) (?:save|contribute)|(?:employee|participant|your) contributions)(?: (?:allowed|permitted|available|offered|accepted|you can (?:make|choose)))?\W*$"
)
"""`Contribution types | Pre-tax, Roth, traditional after-tax`."""
_NAMES_THREE = Pattern(
    r"^\W*(?:@pre\b[^.;]{0,40}@roth\b[^.;]{0,40}@at\b|@roth\b[^.;]{0,40}@pre\b[^.;]{0,40}@at\b|@pre\b[^.;]{0,40}@at\b[^.;]{0,40}@roth\b)"
)
_MEGA = Pattern(
    rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:offers?|supports?|allows?|permits?|includes?|has|provides?|features?)\b[^.;@]{{0,25}}@mega|@mega: [^.;]{{0,25}}\b(?:supports?|offers?|allows?|has) it\b|@mega:? (?:is |are )?(?:available|supported|yes|offered|included)\b",
    "@mega",
)


_DOLLARS = Pattern(r"^\W*(?:up to )?\$\d[\d,]*\W*$", "$")
_LIMITS = Pattern(r"\blimits?\b|\bmaximum\b|\bmax\b|\bhow much (?:can|may|could) you\b")


def _of_limits(document: Document, unit: Unit) -> bool:
    """Whether a cell stands in a table of limits, by its head or the heading above."""
    place = document.units.index(unit)
    table = unit.cell[0] if unit.cell else -1
    heads = [
        each.norm for each in document.units[max(0, place - 40) : place] if each.cell and each.cell[:2] == (table, 0)
    ]
    return any(_LIMITS.search(text) for text in (*heads, document.heads_of(unit, 2)))


def _yes(document: Document, unit: Unit, text: str) -> list[Claim]:
    if unit.kind == "sentence" and _CUT.search(text) and len(text.split()) > 5 and unit.rest is None:
        return []  # `… or an after-tax`: who knows what came behind
    if _PAST.search(text) or taken.is_bygone(text) or text.startswith("whereas"):
        return []  # a recital tells what was, and why it is changed
    if any("@at" in document.heads[each] and _FAREWELL.search(document.heads[each]) for each in unit.heads[:1]):
        return []
    if strength := taken.strength(text):
        note = "" if strength > 1 else "implied: the document speaks of such contributions as going on"
        if NOT_FOR_FEW.search(text) and not _HCE.search(NOT_FOR_FEW.sub(" ", text)):
            note = _NOT_OF_FEW
        return _says(unit, "yes", strength, note)
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if _ASKS_WHICH.search(document.follows.get(id(unit), "")) and _NAMES_THREE.match(text) and not NOT.search(text):
        return _says(unit, "yes", 2)
    row = document.lead_of(unit).partition(" | ")[0] if unit.cell else ""
    if (
        row
        and _ROW_OF_KINDS.match(row)
        and _NAMES_THREE.match(unit.norm)
        and not (NOT.search(text) or "rollover" in unit.norm)
    ):
        return _says(unit, "yes", 2)
    if _HOW_MUCH.search(document.follows.get(id(unit), "")) and _A_SHARE.match(text) and not NOT.search(text):
        return _says(unit, "yes", 2)
    if _ASKS_WHO.search(document.follows.get(id(unit), "")) and _SOMEBODY.match(text) and not NOT.search(text):
        return _says(unit, "yes", 2)
    if (
        _ONLY_A_LIMIT.match(text)
        and _ITS_LABEL.match(head)
        and "@at" in head
        and not _OF_SOMETHING_ELSE.search(document.heads_of(unit, 4))
    ):
        return _says(unit, "yes", 1, "implied: a list of limits has one for it")
    if row and _DOLLARS.match(text) and _ITS_LABEL.match(row) and _of_limits(document, unit):
        return _says(unit, "yes", 1, "implied: a table of limits has a row for it")
    if _MEGA.search(text) and not NOT.search(text) and not re.search(r"\bif\b|\bmay\b|\bmight\b", text):
        return _says(unit, "yes", 2, "said by the name of the mega-backdoor Roth")
    if _permitted_below(document, unit, text, head):
        return _says(unit, "yes", 3)
    lead = document.lead_of(unit)
    if (
        lead
        and _YES_ITEM.search(text)
        and len(text.split()) < 60
        and LEAD_IN.search(lead)
        and not _NOT_NEAR.search(lead)
        and not NOT.search(lead)
    ):
        return _says(unit, "yes", 3)
    if (
        (
            "@at" in head
            and "@roth" not in head
            and "@pre" not in head
            and len(head.split()) <= 8
            and not _NOT_NEAR.search(head)
            and not NOT.search(head)
        )
        and "account" not in head
        and _below(document, unit, text)
    ):
        return _says(unit, "yes", 2)
    around = head + " " + lead
    if (
        len(text.split()) <= 9
        and re.search(rf"^{AT}[^.;@]{{0,30}}(?:\$\d|\d%)", text)
        and re.search(r"limit|maximum|contribut", around)
    ):
        return _says(unit, "yes", 1, "implied: a table of limits has a row for it")
    if spills(text, "") == "yes":
        return _says(unit, "yes", 1, "implied: contributions go on as after-tax")
    return []


_BARE_YES = Pattern(
    r"^\W*(?:(?:these|they|such contributions) )?(?:are |may be )?(?:currently |now |also )?(?:permitted|allowed|available|offered|accepted|made)(?: (?:in|under|by) (?:the|this|our) plan)?\W*$"
)


def _permitted_below(document: Document, unit: Unit, text: str, head: str) -> bool:
    """`3.3 After-tax contributions. Allowed.`: said at once below the label, with no other choice beside it."""
    if unit.cell is not None or unit.ticked is not None or not _BARE_YES.match(text) or not _ITS_LABEL.match(head):
        return False
    place = document.units.index(unit)
    around = document.units[max(0, place - 1) : place + 2]
    return around[0].raw in unit.heads[:1] and not taken.denied_below(around[-1].norm) and not boxes.has_box(unit.raw)


_DOUBT = Pattern(
    r"(?:no longer|discontinu|frozen|freez|ceas|closed to|eliminat|stopped accept|suspended indefinitely|not (?:permit|allow|accept|offer|available))[^.;]{0,60}@at(?! (?:balance|withdraw))|@at(?! (?:balance|withdraw))[^.;]{0,60}(?:no longer|discontinu|frozen|ceas|closed to|eliminat|not (?:permitted|allowed|accepted|offered|available))",
    "ceas", "closed to", "discontinu", "eliminat", "freez", "frozen", "no longer", "not", "stopped accept",
    "suspended indefinitely",
)  # fmt: skip


_OF_A_LIMIT = Pattern(
    r"\b(?:caps?|limits?|maximum|suspension|restrictions?|match|minimum|fee|waiting period|ceiling)\b (?:\w+ )?(?:on|of|for|to|following|after)\b[^.;]{0,40}@at|\bno longer (?:limit|cap|match|suspend|restrict|require)"
)
"""A limit that ends is no end of the contributions."""


_CUT = Pattern(r"\b(?:an?|or|and|the) @at$")
_PUT_IN = Pattern(
    r"\b(?:contribut(?:e|ing|ions?)|sav(?:e|ing|ings)|put|set aside|third choice|another (?:choice|option)|deducted|withheld from)\b|\d% of (?:\w+ ){0,3}(?:pay|compensation|earnings|salary)|\bup to \$?\d"
)


def _below(document: Document, unit: Unit, text: str) -> bool:
    """Whether one of the first sentences below a heading on after-tax contributions says of them that they are put in."""
    place = document.units.index(unit)
    near = document.units[max(0, place - 4)]
    if near is not document.units[0] and near.heads == unit.heads and unit.kind != "item":
        return False  # a heading does not reach over everything that stands below it
    if NOT.search(text) or _OTHER_KIND.search(text):
        return False
    return bool(_A_SHARE_OF_PAY.search(text) or (_PUT_IN.search(text) and taken.strength(f"@at {text}") > 2))


_OTHER_KIND = Pattern(r"@pre\b|@roth\b|\bmatch|\bemployer\b|\brollover|\bcatch-?up|\bprofit")


def is_doubt(text: str) -> bool:
    """Words of an end or a ban beside after-tax money that made no claim: enough to keep a yes from being believed."""
    found = _DOUBT.search(text)
    if not found or _OF_A_LIMIT.search(text) or _NOT_NEAR.search(text) or HCE.search(text) or _PAST.search(text):
        return False
    return not _TEMPORARY.search(text)


def _ticked(unit: Unit, choice: str) -> list[Claim]:
    if _NOT_NEAR.search(unit.norm):
        return []
    return _says(unit, "no" if choice == "no" or "not" in choice else "yes", 3)
