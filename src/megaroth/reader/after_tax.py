"""May after-tax money go in: what a unit claims of `after_tax_allowed`. A wrong yes is the worst failure."""

from __future__ import annotations

import re

from megaroth.reader import after_tax_said, boxes, roth, taken, three_kinds
from megaroth.reader.after_tax_yes import (
    FAREWELL,
    ITS_LABEL,
    NOT_NEAR,
    NOT_OF_FEW,
    OF_FEW,
    OF_SOMETHING_ELSE,
    PAST,
    says,
    yes,
)
from megaroth.reader.asked import ASKS_FOR_OTHERS
from megaroth.reader.asked import OF_SOMETHING_ELSE as ASKS_ELSE
from megaroth.reader.clauses import ROLLOVER, without_rollovers
from megaroth.reader.context import Document
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import MAY, WHO, ticked_option
from megaroth.reader.units import Claim, Unit
from megaroth.reader.when import date_in

_ELSEWHERE = Pattern(
    r"\b(?:(?:assistance|relief|charitable|flower|sunshine) fund|foundation|united way|charit\w+|insurance|coverage|premiums?|medical|dental|vision|hsas?|health savings|fsas?|espp|stock purchase|(?:buy|purchas\w+) (?:\w+ ){0,4}(?:stock|shares)|brokerage account|commuter|parking|529|pension plan|defined benefit|retirement annuity|\bira\b(?! limit)|legal plan|life and disability|military service|userra|make[- ]up (?:missed )?contributions|make up missed|non-?qualified (?:plan|deferred|savings)|top[- ]hat|serp|excess (?:benefit|savings) plan|retiree medical|on your (?:tax |federal |income tax )*returns?|sister compan\w+|another (?:company|employer)'s)\b",
    "assistance", "relief", "charit", "flower", "sunshine", "foundation", "united way",
    "529", "another", "benefit", "brokerage account", "commuter", "coverage", "dental", "espp", "fsa", "hsa", "insurance", "ira",
    "legal plan", "life and disability", "medical", "military service", "parking", "pension plan", "premium", "qualified",
    "retirement annuity", "savings", "serp", "shares", "sister compan", "stock", "top", "up contributions", "up missed", "userra",
    "vision",
)  # fmt: skip
_TEMPORARY = Pattern(
    r"\b(?:once|when|while|until|months?|days?|if you|if a|hardship|withdraw\w*|reach\w*|limit|leave|during|after (?:you|the) terminat|terminated|former employee|bonus|check|cash|lump sum|in excess|exceed\w*|above)\b"
)

_TAKES_NONE = Pattern(
    r"^(?:the|our|this|your) (?:plan|employer|company) does not (?:\w+ )?(?:have|accept|offer|permit|allow|take|provide(?: for)?|support) (?:them|these|this|it|any|such contributions|@at contributions)(?: at this time)?\W*$|^we do not (?:\w+ )?(?:have|accept|offer|permit|allow|take|support) (?:them|these|this|it|any)(?: at this time)?\W*$",
    " not ",
)
"""Below a heading that names nothing but after-tax contributions."""
_ONLY_THESE = Pattern(r"^\W*(?:your )?@at(?: (?:employee|contributions?|savings|money))*\W*$", "@at")
_THE_LAST = Pattern(
    r"^\W*(?:the|your|our) (?:very )?(?:last|final) (?:@at |@basis |payroll |such )*(?:contributions?|deductions?|@basis)?\b[^.;]{0,20}\b(?:was|were|will be)\b",
    "last", "final",
)  # fmt: skip
_CLOSED = Pattern(
    rf"\b(?:two|2) (?:\w+ )?(?:ways|kinds|types|options|choices)\b(?! of (?:elective |salary )*deferrals?)[^.;]{{0,60}}(?:@pre\b[^.;]{{0,40}}@roth|@roth\b[^.;]{{0,40}}@pre)"
    r"|\bonly @pre (?:contributions? )?(?:and|or) @roth (?:elective deferrals?|deferrals?|401k contributions?|contributions?)(?: are| may be| is)? (?:permitted|allowed|accepted|made|available)"
    rf"|\b{WHO} (?:may|can) (?:make )?only (?:make )?@pre (?:contributions? )?(?:and|or) @roth (?:\w+ )?contributions"
    r"|\bonly (?:\w+ ){0,3}contributions?\b[^.;@]{0,40}\b(?:are|is) @pre\b[^.;@]{0,30}@roth|\bno (?:\w+ )?contributions? other than (?:\w+ )?@pre\b[^.;@]{0,30}@roth|\bcontributions? other than @pre\b[^.;@]{0,30}@roth[^.;@]{0,30}\b(?:are|is) not (?:accepted|permitted|allowed)"
    r"|\bonly @pre contributions (?:are|may be) (?:permitted|allowed|accepted|made)"
    r"|\b(?:takes?|accepts?|allows?|permits?|offers?) (?:only )?@pre(?: contributions?| deferrals?)? (?:and|or) @roth(?: 401k)?(?: contributions?| deferrals?)? only\b"
)


_NONE_BUT_DEFERRALS = Pattern(
    r"^(?!.*(?:@at|@amb|match|hardship|\bcount|\bvest|withdr|\bloan|\btest|\bif\b)).*(?:\bno (?:other )?(?:employee|participant)s?'? contributions?,? (?:other than|except(?: for)?|besides|apart from) (?:@pre|@roth|(?:elective |salary )?deferrals?|elective contributions?)[^.;]{0,30}? (?:are|is|shall be|will be|may be) (?:required or |made or )?(?:permitted|allowed|accepted|made)\b|\b(?:plan|trust|trustees?) (?:shall|will|does|may|can)(?: not|not) (?:\w+ )?(?:accept|permit|allow|provide for|receive|take) any (?:other )?(?:employee|participant)s?'? contributions?,? (?:other than|except(?: for)?|besides|apart from)(?: \w+){0,2}? (?:@pre|@roth|(?:elective |salary )?deferrals?|elective contributions?)\b|\b(?:neither (?:be )?required nor permitted|not (?:be )?(?:required or )?(?:permitted|allowed)) to make (?:any )?contributions? (?:to the (?:plan|trust(?: fund)?) )?other than (?:@pre|@roth|(?:elective |salary )?deferrals?|elective contributions?)\b|\b(?:deferrals?|elective contributions?)(?: \([^()]*\))? are the only contributions (?:that )?(?:an? |the |any )?(?:participants?|employees?|members?|you) (?:may|can|are (?:allowed|permitted) to) make\b)",
    "other than", "except", "besides", "apart from", "are the only contributions",
)  # fmt: skip
"""`The Plan shall not accept any employee contributions other than elective deferrals`."""
_NONE_OF_THESE = Pattern(
    r"\b(?:contributions?|money|savings|kinds|types|sources)\b[^.;@]{0,40}\b(?:cannot|may not|can not|(?:are|is|will) not) (?:currently |be |now )*(?:made|permitted|allowed|accepted|available|offered|put in|contributed|part of)\b[^.;@]{0,30}:\W*$|\b(?:plan|we) (?:does|do|will|shall|can)(?: not|not) (?:currently |now )*(?:permit|allow|accept|offer|provide(?: for)?|take|have|support|include)(?: (?:any|either|of|the|these|this|following|kinds|types|contributions?|employee|money|savings))*:\W*$",
    "not",
)
"""`The following contributions cannot be made:`, and below it their kinds."""
_ONLY_THE_TWO = Pattern(
    r"\bonly @pre (?:contributions? )?(?:and|or) @roth (?:elective deferrals?|deferrals?|401k contributions?|contributions?) (?:are|may be|can be|will be) (?:permitted|allowed|accepted|made)\b[^@]*\b(?:existing|old|prior|earlier|previous|remaining) (?:\w+ )?@at\b[^@]{0,60}\b(?:remain|stay|kept|continue|may|can|are)",
    "only @pre",
)
"""`Only pre-tax and Roth contributions are allowed; existing after-tax money remains`."""
_OURS_TAKES_NONE = Pattern(
    r"\b(?:although|though|but|while|even though|however),? (?:the|this|our) plan (?:does|do|will|shall|may)(?: not|not) (?:otherwise |itself |currently )*(?:accept|permit|allow|provide for|offer|take) @at(?: contributions?)?(?: (?:from (?:you|participants|employees|your pay)|by payroll deduction))?(?=\W*$|[,;.])",
    "@at",
)
"""`Rollovers may include after-tax money, although the plan does not otherwise accept after-tax contributions`."""
_NO_OTHER = Pattern(
    r"\b(?:only|solely|exclusively|other than|no other|nothing (?:else|but)|but not|neither)\b"
    r"|\b(?:contribut\w*|sav(?:e|ing|ings))\b[^.;:]{0,40}\b(?:two|2) (?:\w+ )?(?:ways|types|kinds|options)\b|\b(?:two|2) (?:\w+ )?(?:ways|types|kinds|options)\b[^.;:]{0,30}\b(?:contribut|sav(?:e|ing))",
)
"""`Contribute in two ways: …` knows no third; `there are two types` may be those of deferrals."""
_NOT_OF_KINDS = Pattern(r"\bmatch|\bhardship|\bcount|\bvest|\bwithdr|\bloan|\bconver|\btest|\brollover")
"""The only ones that are matched, or may be taken in a hardship: that says nothing of what may be made."""
_ASKS_WHETHER = Pattern(
    r"\b(?:contribut|mak(?:e|ing)|sav(?:e|ing)|accept|offer|permit|allow|hav(?:e|ing)|has|put|add|feature|option|support|available|take|provide)|\b(?:is|are) there (?:also |still |any |an? |some |such a thing as )*@at\b"
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
_OTHERS_DO = Pattern(
    r"^\W*(?:only )?(?:where|if|when|in) (?:a|an employer's|some|the) plans? (?:that )?(?:allows?|permits?|offers?|accepts?|has|have|takes?)\b[^.;]*@|^(?!.*\b(?:conver|withdr|distribut|match|loan))(?=.*@(?:at|amb)\b).*\b(?:(?:some|many|most|other|certain|several) (?:\w+ ){0,2}?(?:plans?|employers?|companies|firms|organizations|401ks)|(?:tax|federal) law|the (?:law|irs|code)|(?:an?|any|the other) (?:employer's )?(?:plan|401k|employer) (?:has to|must|needs? to|would have to))\b[^.;]{0,40}\b(?:let|allow|permit|offer|accept|have|take|provide)s?\b[^.;]*@",
    "@at", "@amb",
)  # fmt: skip
_OURS_DOES_NOT = Pattern(
    r"^\W*(?:but |however,? |unfortunately,? )?(?:ours|we|(?:the|our|this) (?:[\w&.'()-]+ ){0,4}?(?:plan|401k|program|company|employer)) (?:does|do) not(?: (?:currently|do so|do this|do that|(?:offer|allow|permit|accept|have|take) (?:them|this|it|these|that)|at this time|at present))*(?:\W*$|[,;] (?:so|and so|which means|meaning)\b)",
    " not",
)
"""`Some plans let employees make after-tax contributions. Ours does not.`"""


def claims_of(document: Document) -> list[Claim]:
    """Every claim about after-tax and Roth contributions."""
    found: list[Claim] = []
    thirds = {id(unit) for unit in three_kinds.thirds(document.units)}
    left_open = any("@roth" in unit.norm and _IF_ALLOWED.search(unit.norm) for unit in document.units)
    for place, unit in enumerate(document.units):
        if place and _OURS_DOES_NOT.match(unit.norm) and _OTHERS_DO.search(document.units[place - 1].norm):
            found += says(unit, "no", 3)
        if unit.kind == "heading" and (": " in unit.norm or " - " in unit.norm) and not left_open:
            found += roth.of_label(document, unit)
        if unit.kind == "heading" and (":" in unit.norm or " | " in unit.norm) and document.decides(unit):
            found += _of_label(document, unit)
        if three_kinds.IN_A_ROW.match(unit.norm) and not left_open and document.decides(unit):
            found += [*says(unit, "yes", 1), Claim("roth_deferrals", "yes", unit, 1)]
        if id(unit) in thirds and not left_open and document.decides(unit) and three_kinds.allowed(document, place):
            found += says(unit, "yes", 2 if unit.kind != "heading" else 1)
        others, comma, ours = unit.norm.rpartition(", ")
        if comma and "@at" in others and _OURS_DOES_NOT.match(ours) and _OTHERS_DO.search(others):
            found += says(unit, "no", 3)
        if unit.kind == "question" and unit.norm.startswith("did you know") and "@at" in unit.norm:
            found += says(unit, "yes", 1) if taken.strength(unit.norm[12:]) > 2 else []
        if unit.kind == "heading" and ": " in unit.norm and unit.norm.startswith("@at"):
            found += [claim for claim in _in_other_words(document, unit, place) if claim.value == "yes"]
        if unit.kind in ("contents", "question", "heading") or document.is_title(unit):
            continue
        if unit.answer_to and unit.norm.startswith("no") and ASKS_FOR_OTHERS.match(unit.answer_to):
            found += says(unit, "no", 3)
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
            said = _after_tax(document, unit) or _in_other_words(document, unit, place)
            about = (
                "@at" in unit.norm
                and unit.ticked is not False
                and not document.is_condition(unit)
                and not document.is_rollover(unit)
            )
            if any(claim.note == NOT_OF_FEW for claim in said):
                document.doubts.append(
                    f"Page {unit.page}: after-tax contributions are not for the highly compensated: “{unit.raw[:200]}”. Ask if you are one."
                )
                if _ALL_BUT_FEW.search(unit.norm):
                    found.append(Claim("hce_after_tax_cap_percent", "0", unit, 2))
            if (
                not said
                and _ONLY_THE_TWO.search(unit.norm)
                and not document.is_condition(unit)
                and document.decides(unit)
            ):
                said = says(unit, "no", 2)
            if not said and _CLOSED.search(unit.norm) and _is_asked_of_it(document, unit):
                said = says(unit, "no", 2, "asked of after-tax contributions, the document names the kinds it takes")
            if about and is_doubt(unit.norm) and not any(claim.value in ("no", "frozen") for claim in said):
                said = [Claim("after_tax_doubt", "doubt", unit, 1)]
            found += said
        elif (
            place
            and "@at" in document.units[place - 1].norm + document.units[max(0, place - 2)].norm
            and (said := _in_other_words(document, unit, place))
        ):
            found += said
        elif _NONE_BUT_DEFERRALS.search(unit.norm) and not document.is_condition(unit) and document.decides(unit):
            found += says(
                unit, "no", 1, "the document names the only ways to contribute, and after-tax is none of them"
            )
        elif (
            "@pre" in unit.norm
            and _CLOSED.search(unit.norm)
            and _NO_OTHER.search(unit.norm)
            and "catch-up" not in unit.norm
            and not _NOT_OF_KINDS.search(unit.norm)
            and not document.is_condition(unit)
        ):
            note = "the document names the only ways to contribute, and after-tax is none of them"
            found.append(Claim("after_tax_allowed", "no", unit, 1, note))
    if not left_open and not any(claim.field == "roth_deferrals" for claim in found):
        found += three_kinds.roth_among_them(document)
    return found


def _is_asked_of_it(document: Document, unit: Unit) -> bool:
    """Whether a closed list of kinds answers the question whether after-tax contributions are taken."""
    asked = document.heads[unit.heads[0]] if unit.heads else ""
    return (
        asked.endswith("?")
        and "@at" in asked
        and "@at" not in unit.norm
        and "catch-up" not in unit.norm
        and bool(_ASKS_WHETHER.search(asked))
        and not (NOT_NEAR.search(asked) or ASKS_ELSE.search(asked) or _NOT_OF_KINDS.search(unit.norm))
        and not document.is_condition(unit)
        and document.decides(unit)
    )


_COLUMN_OF_ANSWERS = Pattern(
    r"^\W*(?:(?:your|our|the|this|plan|current|today|now|and|after|from|since|january|february|march|april|may|june|july|august|september|october|november|december|[1-3]?\d,?|20\d\d|allowed|permitted|offered|available|status|details?|provisions?|features?|answers?|description|summary|election|yes/no|what (?:the|our|your) plan \w+|401k|in|is|it|how|works|rule)\W*)*$"
)


def _of_label(document: Document, unit: Unit) -> list[Claim]:
    """A line that looks like a heading and is a row: `After-tax contributions: none`, `After-tax contributions | None`."""
    text = unit.norm.replace("@amb", "@at")
    label, _, answer = text.partition(":" if ":" in text else " | ")
    said = taken.denied_below(answer) if ITS_LABEL.match(label) else ""
    if not said or document.is_condition(unit) or OF_SOMETHING_ELSE.search(document.heads_of(unit, 2)):
        return []
    document.place(unit)
    unit.since = unit.since or (date_in(answer) if said == "frozen" else "")
    return says(unit, said, 3)


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
    """`Not offered`, in the row or below the title of after-tax contributions; or an item of what is not taken."""
    listed = unit.lead and unit.cell is None and ITS_LABEL.match(unit.norm.replace("@amb", "@at"))
    if listed and _NONE_OF_THESE.search(document.lead_of(unit)) and not document.is_condition(unit):
        return says(unit, "no", 3)
    head = document.heads[unit.heads[0]] if unit.heads else ""
    row, _, column = document.lead_of(unit).partition(" | ")
    text, label = unit.norm, (row or head).replace("@amb", "@at")
    if not ITS_LABEL.match(label) or unit.answer_to or len(text.split()) > 16:
        return []
    if (column and not unit.since and not _COLUMN_OF_ANSWERS.match(column)) or (
        unit.cell is None and text.strip(" .") == "no"
    ):
        return []  # `Matched? No`
    if OF_SOMETHING_ELSE.search(" < ".join(_up_to_contributions(document, unit))):
        return []
    said = taken.denied_below(text)
    if said and ("n/a" in text or "applicable" in text) and _OF_LIMITS.search(document.heads_of(unit, 3)):
        return []  # of a limit that there is not
    unit.since = unit.since or (date_in(text) if said == "frozen" else "")
    return says(unit, said, 3) if said else []


_OF_LIMITS = Pattern(r"\blimits?\b|\bmax(?:imum)?\b|\birs\b", "limit", "max", "irs")


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


def _after_tax(document: Document, unit: Unit) -> list[Claim]:
    text, full = without_rollovers(unit.norm), document.full(unit)
    if _HOWEVER_IT_COMES.search(text):
        text = _HOWEVER_IT_COMES.sub("", text)
    elif document.is_rollover(unit) and not (
        taken.BUT_OLD.search(text) and taken.denied(text) and not ROLLOVER.search(taken.BUT_OLD.sub(" ", text))
    ):
        return says(unit, "no", 3) if _OURS_TAKES_NONE.search(text) and document.decides(unit) else []
    if _ELSEWHERE.search(full) or "example" in text[:14]:
        return []
    if (
        unit.answer_to
        and re.search(
            rf"\b(?:{MAY}|do|does|is|are|am)\b[^?]*@at\b|@at\b[^?]*\b(?:permitted|allowed|accepted|offered|available)\W*$",
            unit.answer_to,
        )
        and not NOT_NEAR.search(asked := _asked_plainly(unit.answer_to))
        and _ASKS_WHETHER.search(asked)
        and not ASKS_ELSE.search(asked)
    ):
        return (
            []
            if document.is_condition(unit) or OF_FEW.search(unit.answer_to)
            else says(
                unit,
                "yes"
                if text.startswith("yes")
                else "frozen"
                if _NOT_NOW.match(unit.raw) or _STILL_OPEN.search(asked)
                else "no",
                3,
            )
        )
    if unit.answer_to and text.startswith("no") and ITS_LABEL.match(unit.answer_to.strip(" ?")):
        return [] if document.template or document.general else says(unit, "no", 3)
    if choice := boxes.choice(unit.raw):
        return _ticked(unit, choice)
    if unit.ticked is False:
        return []
    if unit.ticked and (said := ticked_option(text)) and "@at" in (document.heads[unit.heads[0]] if unit.heads else ""):
        return [] if _has_its_own_label(document, unit) else says(unit, said, 3)
    if document.is_condition(unit) and not unit.ticked:
        return []
    if not document.decides(unit) and not unit.ticked:
        return []
    if not boxes.has_box(unit.raw) or unit.ticked:
        document.place(unit)
        head = document.heads[unit.heads[0]] if unit.heads else ""
        if _TAKES_NONE.match(text) and _ONLY_THESE.match(head):
            return says(unit, "no", 3)
        if said_below := _denied_below(document, unit):
            return said_below
        if ITS_LABEL.match(head) and after_tax_said.is_defined_so(text):
            return says(unit, "yes", 1)
        if "@at" in head and FAREWELL.search(head) and _THE_LAST.match(text) and not _TEMPORARY.search(text):
            unit.since = unit.since or date_in(text)
            return says(unit, "frozen", 3)
        if unit.since and after_tax_said.will_end(text):
            return says(unit, "frozen", 3)
        if said := taken.denied(text) or after_tax_said.refused(text, ""):
            unit.since = unit.since or (unit.until if said == "frozen" else "")
            return says(unit, said, 3)
    return yes(document, unit, text)


def _asked_plainly(question: str) -> str:
    """A question without what it only sets aside: `Is there an after-tax option besides Roth?`; what a plan takes, it accepts."""
    return _PLAN_TAKES.sub("plan accept", _BESIDE_ROTH.sub(" ", question))


_PLAN_TAKES = Pattern(r"\b(?:plan|we|company|employer) take\b(?= (?:any )?@at)", " take")
_BESIDE_ROTH = Pattern(
    r",? ?\b(?:other than|besides|beyond|apart from|aside from|in addition to|as well as|on top of) (?:(?:the|my|your|our|@pre|and|or|,) )*@roth\b(?: (?:401k|contributions?|deferrals?|savings|option|feature|one))*",
    "than", "besides", "beyond", "apart", "aside", "addition", "as well", "on top",
)  # fmt: skip


def _in_other_words(document: Document, unit: Unit, place: int) -> list[Claim]:
    """What a sentence, and those before it, say in words that no other rule knows."""
    if unit.ticked is not None or boxes.has_box(unit.raw) or not document.decides(unit):
        return []
    if unit.answer_to:
        if "@at" in unit.answer_to and _STILL_OPEN.search(unit.answer_to) and unit.norm.startswith("no"):
            return [] if ASKS_ELSE.search(unit.answer_to) or document.is_condition(unit) else says(unit, "frozen", 2)
        more = after_tax_said.more_of_it(unit.answer_to, document.units[max(0, place - 2)].norm)
        return says(unit, "yes" if unit.norm.startswith("yes") else "frozen", 2) if more else []
    before, earlier = (_told_before(document, unit, place - back) for back in (1, 2))
    text = _OR_ROLLOVERS.sub("", unit.norm)
    if _ELSEWHERE.search(document.full(unit)) or "example" in text[:14] or taken.ON_PAPER.search(text):
        return []
    if ROLLOVER.search(without_rollovers(text)) or document.is_condition(unit):
        return []
    said = after_tax_said.refused(text, before)
    if said != "frozen" and any(FAREWELL.search(document.heads[each]) for each in unit.heads[:1]):
        return []
    document.place(unit)
    if said:
        unit.since = unit.since or (_day_in(text) if said == "frozen" else "")
        return says(unit, said, 2)
    if OF_SOMETHING_ELSE.search(document.heads_of(unit, 2)) or PAST.search(text):
        return []
    # What stands in other clauses is looked at there; so the sentence need not be free of every denial.
    return says(unit, "yes", 1) if after_tax_said.allowed(text, before, earlier) else []


def _day_in(text: str) -> str:
    """The day that a sentence names, and where it names a year alone, the last of that year."""
    year = _OF_A_YEAR.search(text)
    return date_in(text) or (f"{year[1]}-12-31" if year else "")


_OF_A_YEAR = Pattern(r"\b(?:of|in) ((?:19|20)\d\d)\b", "of ", "in ")
_OR_ROLLOVERS = Pattern(r",? n?or rollovers?(?: contributions?| deposits?)?\b", "or rollover")


def _told_before(document: Document, unit: Unit, place: int) -> str:
    """The sentence at a place, if it is one of the same text."""
    if place < 0:
        return ""
    before = document.units[place]
    same = before.kind in ("sentence", "item") and abs(before.page - unit.page) < 2 and before.cell == unit.cell
    return before.norm if same else ""


_STILL_OPEN = Pattern(
    r"\bstill (?:be )?(?:open|accept|tak|allow|permit|mak|contribut|sav|add|available|possible|put|offer)\w*", "still "
)
"""`Can I still make after-tax contributions? No`: once one could."""
_NOT_NOW = Pattern(
    r"^\W*(?:A\W+)?(?:No\W+)?(?:[Nn]ot any (?:longer|more)|[Nn]ot anymore|[Nn]o longer)\b", "any", "longer"
)
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


_DOUBT = Pattern(
    r"(?:no longer|discontinu|frozen|freez|ceas|closed to|eliminat|stopped accept|suspended indefinitely|not (?:permit|allow|accept|offer|available))[^.;]{0,60}@at(?! (?:balance|withdraw))|@at(?! (?:balance|withdraw))[^.;]{0,60}(?:no longer|discontinu|frozen|ceas|closed to|eliminat|not (?:permitted|allowed|accepted|offered|available))",
    "ceas", "closed to", "discontinu", "eliminat", "freez", "frozen", "no longer", "not", "stopped accept",
    "suspended indefinitely",
)  # fmt: skip


_OF_A_LIMIT = Pattern(
    r"\b(?:caps?|limits?|maximum|suspension|restrictions?|match|minimum|fee|waiting period|ceiling)\b (?:\w+ )?(?:on|of|for|to|following|after)\b[^.;]{0,40}@at|\bno longer (?:limit|cap|match|suspend|restrict|require)"
)
"""A limit that ends is no end of the contributions."""


_OTHERS_CEASE = Pattern(
    r"\b(?:whose|when|once|after|if|because|since)\b[^.;@]{0,30}@(?:pre|roth)\b(?:[^.;@]{0,20}@(?:pre|roth)\b)?(?: (?:elective |salary )*(?:contributions?|deferrals?|savings))?(?: \w+){0,2}? (?:ceas|discontinu|stop|end|suspend)\w*",
    "ceas", "discontinu", "stop", "end", "suspend",
)  # fmt: skip
"""`Whose pre-tax contributions cease at the limit may make after-tax contributions`: what ends is other money."""


def is_doubt(text: str) -> bool:
    """Words of an end or a ban beside after-tax money that made no claim: enough to keep a yes from being believed."""
    text = _OTHERS_CEASE.sub(" ", text)
    found = _DOUBT.search(text)
    if (
        not found
        or taken.TURNED.search(text)
        or _OF_A_LIMIT.search(text)
        or NOT_NEAR.search(text)
        or HCE.search(text)
        or PAST.search(text)
    ):
        return False
    return not _TEMPORARY.search(text)


def _ticked(unit: Unit, choice: str) -> list[Claim]:
    if NOT_NEAR.search(unit.norm):
        return []
    return says(unit, "no" if choice == "no" or "not" in choice else "yes", 3)
