"""The larger catch-up of those who turn 60 to 63: whether the plan lets them. What the law allows, the plan has to adopt."""

from __future__ import annotations

import re

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_SUPER = Pattern(
    r"\b(?:age[sd]? )?(?:60(?:,? ?-? ?(?:to|-|through|and|until)?[ -]?|, 61, 62,? (?:and|or) )63|60 (?:through|to|until) (?:the (?:end of the )?year (?:in which |that )?(?:you|they|he or she) (?:will )?(?:turn|reach|attain|are)s? )?(?:age )?63|60(?: or (?:older|over|more))?,? (?:and|but) (?:are |is )?(?:not yet|under|younger than|less than|not) (?:age )?64|60/61/62/63|60, 61, 62|at least 60 (?:and|but) not (?:more than|over|older than) 63)\b",
    "60  63", "60 -", "60 63", "60 to", "60,  63", "60, -", "60, 61, 62", "60, 63", "60 - ", "60, - ", "60, to63", "60,-", "60,63", "60,to63", "60-",
    "60/61", "64", "6063", "60to63", "and", "at least 60 but not", "through", "to 63", "until",
)  # fmt: skip
_SUPER_IS_NOT = Pattern(
    r"^(?:the |our )?[\"']?super catch-?ups?[\"']?(?: contributions?| limits?| feature)?(?:[:,-]| -|) ?(?:no\b|none\b|n/a\b|(?:(?:is|are|was|has|have|been|we|did) )*not (?:been )?(?:adopt|offer|avail|elect|allow|permit|implement|in (?:the|our) plan))",
    "super catch",
)
_LARGER = r"(?:higher|increased|enhanced|special|super|larger|bigger|greater|extra)"
_LARGER_FOR_60 = Pattern(
    rf"\b{_LARGER}\b[^.;]{{0,25}}\b(?:catch-?up|limit|amount|number|figure|maximum|ceiling|size|tier|level|version|kind|sort)s?\b[^.;]{{0,40}}\b60\b|\badjusted (?:dollar )?(?:amount|limit)[^.;]{{0,60}}\b60\b|\b60[^.;]{{1,25}}\b63\b[^.;]{{0,25}}\b{_LARGER} (?:[a-z]+ ){{0,2}}(?:catch-?up|limit|amount)"
)
"""A larger catch-up for those of 60 to 63, though nobody is told that they may."""
_LARGER_AT_THAT_AGE = Pattern(
    rf"\b(?:i'm|i am|turn(?:ed|ing)?|age[sd]?|at|be|who are|someone) (?:already |now )?6[0-3]\b[^?]{{0,60}}\b{_LARGER} catch-?up|\b{_LARGER} catch-?up[^?]{{0,60}}\b6[0-3]\b",
    "catch",
)
"""`I am 61. Do I get the bigger catch-up?`"""
_LARGER_CATCH_UP = Pattern(
    rf"\b{_LARGER} (?:[a-z]+ )?catch-?up|\b(?:you|your)\b[^.;]{{0,20}}\bcatch-?up(?: limit| amount)? (?:is|goes|will be) (?:up|higher|larger|bigger|greater)\b",
    "catch",
)
_LARGER_ONE = Pattern(rf"\b(?:do|does|can|is|are|will|may)\b[^?]{{0,40}}\b{_LARGER} catch-?up", "catch")
"""`Do I get the bigger catch-up?`"""
_HAS_SUPER = Pattern(
    r"\b(?:you|participants?|plan|employees|those)\b[^.;]{0,90}\b(?:may|can|offers?|permits?|allows?|lets|eligible|provides?|includes|higher|increased|enhanced|special|have a limit)\b|\$\d|\badopted\b|\belected to adopt\b|\bimplemented\b|\b(?:was|were|been) amended\b|\b(?:appl(?:y|ies)) to (?:an? |any |each |every )?(?:you|participants?|employees|those|members|anyone)|\b(?:is|are) (?:also |now )?(?:available|offered|permitted|allowed|included|accepted|honored|in (?:effect|place|use))\b|\b(?:put|has|have|had)\b[^.;]{0,40}\bin place\b|\bcatch-?up(?: contributions?)? \([^()]*60[^()]*63[^()]*\)|\bthe plan (?:takes|applies|uses|follows)\b"
)
_SUPER_IN_GENERAL = Pattern(
    r"^(?!.*\b(?:you|your|plan|participants?|employees|members?|we|our)\b).*\b(?:(?:law|congress|act|secure 2\.0)'s\b|(?:in|by|of|under) (?:secure 2\.0|the (?:new |federal )?(?:law|act)|congress)\b)|\bthe law (?:allows|permits)|\bsecure 2\.0 (?:permits|allows)|\bplans may\b|\bkey provisions\b|\bunder (?:review|evaluation)\b|\bevaluating\b|\bfuture years\b|\bmay (?:adopt|offer)|\bcongress\b|\boptional (?:[a-z]+ ){0,4}(?:catch-?up|limit)|^(?!.*\b(?:you|plan|participants?|employees|members?)\b).*\b(?:law|code|irs|secure 2\.0) (?:[a-z]+ )?(?:sets?|fix(?:es)?|provides?|creates?|raises?|gives?)\b"
)
_LIMIT_OF_LAW = Pattern(
    r"(?<=limit |mount )(?:that is |which is |then |as )*(?:fixed|set|prescribed|established|determined|imposed|provided|specified|allowed|permitted|adjusted|available)?(?: each year| for (?:that|the|your) (?:age|year))? ?\b(?:by|under|in) (?:the )?(?:federal|applicable|current|tax|law|irs|code|internal revenue)(?: (?:tax|law|code|rules|revenue))*",
    "limit ", "mount ",
)  # fmt: skip
"""Who sets the amount: `up to the higher limit fixed by federal law`."""
_AT_AGES = Pattern(
    r"\bif (?:you|they|someone|a participant|an employee)(?:'ll| will)?(?: (?:are|is|be|turns?|reach(?:es)?|attains?))+ (?:between )?(?:ages? |aged )?(?=6\d)|\bif turning (?=6\d)|\bif (?:you|they)(?:'ll| will)?(?: (?:are|be|turn|reach))+ (?:age |at least )?50(?: (?:or|and) (?:older|over|more))?",
    "if ",
)
"""`$9,000 if you turn 60 to 63`: for whom it is, and no condition."""
_NO_CONDITION = Pattern(f"{_LIMIT_OF_LAW.text}|{_AT_AGES.text}", "limit ", "mount ", "if ")
_AS_AT_50 = Pattern(
    r"\bthe same as (?:for|at|it is for|it is at) (?:age |ages |those |everyone |people |anyone )*(?:50|else)\b|\b(?:stays?|sticks?|stuck|remains?|keeps?|kept|is|are|have|has|gets?|held|use)(?: only| just| limited)?(?: at| on| to| with| under| in)?(?: the| our)? (?:same|regular|usual|ordinary|standard|normal) (?:[a-z0-9-]+ ){0,2}(?:catch-?up|limit|amount)"
)
_UNDECIDED = Pattern(
    r"\bnot (?:yet )?(?:decided|determined|settled)\b(?! (?:to|against))", "decided", "determined", "settled"
)
_SUPER_DENIED = Pattern(
    r"\b(?:have|has|get|gets|is|are) (?:only )?the same (?:\$[\d,]+|limit|amount|catch)|\b(?:no|without) (?:[a-z-]+ ){0,3}(?:catch-?up|limit|amount)|\bnever\b|\b(?:is|are|do|was|were|cannot|can|may|shall) not\b|\bnor\b|\bneither\b"
)
"""What is denied otherwise is not read."""
_FOOTNOTE = Pattern(r"^[*\d ]*\$[\d,]+ (?:for|at) ages? 6", "$")
"""`* $9,000 for ages 60 to 63`, some lines below the table it belongs to."""
_CATCH_UP = Pattern(
    r"\bcatch-?up|\b(?:over|past) 50\b|\b50 (?:or|and) (?:over|older|more|better|up|above)\b|\b50\+|\b(?:turn(?:ing)?|age|be|reach(?:ing)?|i'm|i am) 50\b|\byou(?:r| can \w+(?: \w+){0,2}) (?:an )?extra\b|\bsave extra\b|\bmore than (?:other|others|those)\b|\b50 ?(?:to|-|through|and) ?59\b|\b(?:older|senior) (?:savers?|workers?|employees|participants?)\b|\bunder 50\b|\b(?:higher|larger|increased|enhanced|greater) (?:[a-z-]+ )?(?:limit|contribution)",
    "catch", "limit", "contribution", "50", "extra", "more than", "older", "senior",
)  # fmt: skip


def _at_that_age(document: Document, unit: Unit, place: int) -> bool:
    """Whether the question, with the sentence before it, asks for the larger catch-up at 60 to 63."""
    before = document.units[place - 2].norm if place > 1 else ""
    return bool(_LARGER_AT_THAT_AGE.search(f"{before if len(before) < 60 else ''} {unit.answer_to}"))


_AT_ONE_AGE = Pattern(
    r"^\W*(?:\d{1,2}[.)] )?(?:q\W+)?(?:what if |suppose |say )?(?:i'm|i am|i(?:'ll| will) (?:be|turn)|you are|you turn|i turn(?:ed)?|at(?: age)?|age) (?:already |now )?6[0-3]\b[^.;$]{0,60}\W*$|^[^.;$]{0,60}\bi (?:am|turn)(?: already| now)? 6[0-3]\b",
    "60", "61", "62", "63",
)  # fmt: skip
_NOT_THE_OTHER = Pattern(
    r"\bcatch-?up\b[^.;$]{0,30}\$[\d,]+,? \(?(?:not|instead of|rather than|in place of) \$[\d,]+", "catch"
)
"""`Your catch-up is $9,000, not $6,000`."""
_CHOSE_NOT = Pattern(
    r"^(?:but |however,? |so far,? )?(?:we|our plan|the (?:plan|company|employer|firm|bank|sponsor|agency)|[a-z&.]+)(?:'ve|'s| have| has)? (?:chosen|chose|decided|elected|opted) (?:not to\b(?! (?:change|end|drop|remove|limit))|against (?:it|that|this|one)\b)",
    "chose", "decided", "elected", "opted",
)  # fmt: skip
"""`We've chosen not to for now`, below the question whether there is a larger catch-up."""
_BY_ITS_SECTION = Pattern(
    r"\b(?:amounts?|limits?|dollar amount|sum|catch-?up(?: contributions?)?)\b[^.;]{0,50}\b(?:described|set forth|specified|provided|permitted|allowed|in|under|by|of) (?:for )?(?:in |by |under )?(?:code |irc )?(?:section )?414 ?\(v\) ?\(2\) ?\(e\)",
    "(2)(e)", "(2) (e)",
)  # fmt: skip
"""The larger amount by the place where the law has it."""
_AT_THOSE_AGES = Pattern(r"\b(?:at|for|of) (?:that|those|these) ages?\b", " age")
_OURS_DOES_NOT = Pattern(
    r"^\W*(?:(?:as of|at) [^,;.]{3,50}, )?(?:but |however,? )?(?:ours|(?:our|this|the) plan) (?:does|has|is) not(?: (?:do (?:so|that|this)|one of them|adopted (?:it|this|that)|offer (?:it|this|that)))?\W*$",
    "ours", "plan",
)  # fmt: skip
_OTHERS_DO = Pattern(
    r"\b(?:some|other|many|most|certain) (?:[a-z]+ )?(?:plans|employers|companies)\b|\bplans (?:may|can)\b"
)
_SUM_ALONE = Pattern(r"^\W*\$\d{1,2},?\d{3}(?: (?:in|for) (?:20)\d\d| (?:more|extra|additional))?\W*$", "$")
_OFFERED = Pattern(
    r"[:-] (?:[^:]*\b(?:catch-?up|limit|amount)s? (?:is |are )?)?(?P<no>not |no\b)?(?:(?:yes|available|offered|allowed|permitted|included|adopted|elected|implemented|in effect)|(?<=no))(?: \([^()]*\))?\W*$",
    "yes", "available", "offered", "allowed", "permitted", "included", "adopted", "elected", "implemented", "in effect", " no",
)  # fmt: skip
"""`Ages 60 to 63: enhanced catch-up available`."""
_AMOUNT = Pattern(r"\$(\d{1,2},?\d{3})\b", "$")


def _larger_at_one_age(document: Document, unit: Unit, place: int) -> bool:
    """`I'm 61. Your catch-up is $…`: more than the document has for others."""
    before = document.units[place - 1].norm
    if not (_AT_ONE_AGE.search(before) or _AT_ONE_AGE.search(unit.answer_to)) or _SUPER_DENIED.search(unit.norm):
        return False
    here = [int(each.replace(",", "")) for each in _AMOUNT.findall(unit.norm)]
    if len(here) == 2 and here[0] > here[1] > 1000 and _NOT_THE_OTHER.search(unit.norm):
        return True
    others = [
        int(each.replace(",", ""))
        for other in document.units
        if other is not unit and "$" in other.norm and "catch" in f"{document.lead_of(other)} {other.norm}"
        for each in _AMOUNT.findall(other.norm)
    ]
    return len(here) == 1 and any(1000 < other < here[0] for other in others) and here[0] not in others


_SUPER_NO = Pattern(
    r"^nor (?:does|has|will)\b|\b(?:did not (?:elect to |choose to |opt to )?(?:adopt|implement|offer|permit|allow|include|provide|add)(?: for)? (?:the |an? |this |that )?(?:[a-z-]+ ){0,4}(?:catch-?up|limit|provision|feature|option|amount|one)\b|(?:chose|chosen|elected) not to|does not|has not|have not|not to adopt|(?:not|no longer) (?:yet |currently |now )?(?:adopted|offer(?:ed)?|permit(?:ted)?|available|allow(?:ed)?|included|implemented|in (?:effect|place|use|(?:the|our) (?:[a-z]+ )?(?:plan|agreement|contract|program))|(?:a )?part of|provided|recognized)|will not|not put|decided (?:not|against)|declined|opted (?:out|against))\b|\b(?:no|without an?) (?:such )?(?:higher|increased|enhanced|special|super|larger|bigger|greater) (?:[a-z]+ )?catch-?up\b"
)
_ANSWERS_NO = Pattern(
    r"^(?:a\W+)?(?:no|not|sorry|unfortunately|nope|never)\b(?! (?:only|just|later|more|less))|^(?:it|we|they|the (?:plan|company)|our plan)(?: (?:do|does|has|have|is))? not\b"
)
_ANSWERS_YES = Pattern(
    r"^(?:a\W+)?(?:yes|sure|they (?:are|can|do)\b(?! not)|it (?:sure |certainly |indeed )?(?:is|does)\b(?! not)|you (?:can|may|do)\b(?! not))\b"
)
_NOT_ADOPTED = Pattern(
    r"\b(?:has|have|did) not (?:yet |as yet |so far )?(?:been )?(?:adopt(?:ed)?|elect(?:ed)?|implement(?:ed)?|chosen|opted)\b(?! (?:to (?:end|drop|limit|stop|remove)|not))",
    "not ",
)
_NOT_REQUIRED = Pattern(
    r",? (?:but|though|although|and|while)(?: it)? (?:does|do|is|are) not (?:requir\w*|oblig\w*|forc\w*|compel\w*|mandat\w*|demand\w*)[^,.;]*,?(?= |$|\.)",
    "not ",
)
"""`The law allows, but does not require, plans to offer it`: nothing is refused."""
_OUR = r"(?:we|our plan|this plan|the (?:plan|company|employer|firm|bank|sponsor|university|hospital)|it)"
_WE_DECIDED = Pattern(
    rf"\b{_OUR}(?:'ve| have| has)? (?:also |now |so far )?(?:chosen|chose|decided|elected|opted|agreed)(?P<no> not to\b| against\b)?(?: to (?:(?P<out>leave (?:it|this|that|them|one) out|skip|pass|forgo|forego|do without|go without|decline|omit|stay with|keep to)|(?P<yes>offer|adopt|include|add|allow|permit|have|provide|implement|put (?:it|this) in)))?",
    "chose", "decided", "elected", "opted", "agreed",
)  # fmt: skip
"""`It's optional for employers, and we have chosen to leave it out.`"""
_BY_ITS_NAME = Pattern(
    rf"^(?:yes,? )?{_OUR}(?P<no> (?:do|does|did|will|has|have) not(?: yet)?)?(?: do| does| will| now| also| has| have)* (?:support|offer|have|has|allow|permit|accept|provide|include|adopt|feature|take|put in)(?:s|ed)? (?:the |so-called |a |an )*[\"']?super catch-?ups?\b|^[\"']?super catch-?ups?[\"']?(?: contributions?| limits?| feature)? (?:is|are) (?:now |also )?(?:available|offered|permitted|allowed|included|supported|accepted|part of|in effect)\b",
    "super catch",
)
"""`We do support super catch-up contributions.`"""


def _decided(text: str) -> str:
    """`yes`, `no` or nothing: what a sentence says that the plan has decided."""
    said = _WE_DECIDED.search(text)
    if not said or _CONDITION.search(text):
        return ""
    if said["no"] or said["out"]:
        return "no"
    return "yes" if said["yes"] else ""


_FOR_A_YEAR = Pattern(r"\b(?:for|in|during) (20\d\d)\b", "20")
_CONDITION = Pattern(r"\b(?:if|when|unless|once|may adopt|provided)\b")


def _in_a_clause(text: str) -> bool:
    """`(…, more if you are 50; the larger catch-up for those of 60 to 63 is available too)`: a clause of its own, without the condition."""
    parts = [part for part in re.split(r"[;()]", text) if _SUPER.search(part)]
    return (
        len(parts) == 1 and parts[0] != text and "if" in text.replace(parts[0], "") and not _CONDITION.search(parts[0])
    )


def _super(document: Document, unit: Unit, text: str) -> list[Claim]:
    """What a sentence, with the question before it, says of the catch-up of those of 60 to 63."""
    text = _NOT_REQUIRED.sub("", text)
    if _NOT_ADOPTED.search(text) and not _CONDITION.search(text):
        return [Claim("super_catch_up", "no", unit, 3)]
    if (document.is_condition(unit, _NO_CONDITION) and not _in_a_clause(text)) or _UNDECIDED.search(text):
        return []
    asked = document.follows.get(id(unit), "")
    if asked and _SUPER.search(asked) and not _SUPER.search(unit.norm):
        # What is asked is not said: the answer alone decides.
        if _ANSWERS_NO.match(unit.norm):
            return [Claim("super_catch_up", "no", unit, 3)]
        if not (_ANSWERS_YES.match(unit.norm) or _HAS_SUPER.search(unit.norm) or _SUPER_NO.search(unit.norm)):
            return []
    if unit.answer_to and _LARGER_FOR_60.search(unit.answer_to):
        return [Claim("super_catch_up", "yes" if unit.norm.startswith("yes") else "no", unit, 3)]
    if _SUPER_NO.search(text) or _AS_AT_50.search(text):
        gone = [int(year) for year in _FOR_A_YEAR.findall(text)]
        old = bool(gone) and max(gone) < document.today.year  # of another year, what is said today may be otherwise
        return [Claim("super_catch_up", "no", unit, 1 if old else 3)]
    if _SUPER_DENIED.search(text):
        return []
    if (_LARGER_FOR_60.search(text) or _HAS_SUPER.search(text)) and not _SUPER_IN_GENERAL.search(text):
        return [Claim("super_catch_up", "yes", unit, 2)]
    return []


def of_a_heading(unit: Unit) -> list[Claim]:
    """`Ages 60 to 63: enhanced catch-up available`, a line that looks like a heading."""
    text, found = unit.norm, list[Claim]()
    if (
        unit.kind == "heading"
        and "catch" in text
        and "60" in text
        and _SUPER.search(text)
        and (said := _OFFERED.search(text))
    ):
        found.append(Claim("super_catch_up", "no" if said["no"] else "yes", unit, 3))
    if _SUPER_IS_NOT.match(text):
        found.append(Claim("super_catch_up", "no", unit, 3))
    return found


def claims_of(document: Document, unit: Unit, place: int) -> list[Claim]:
    """What a unit says of it, with the question, the label or the sentence before."""
    text, found = unit.norm, list[Claim]()
    asked = document.follows.get(id(unit), "")
    if not ("catch" in text or asked or unit.answer_to or unit.cell or "6" in text) and not (
        "6" in document.units[place - 1].norm or any("6" in document.heads[each] for each in unit.heads[:2])
    ):
        return found  # it says nothing of it, nor does it stand below a heading or behind a sentence on ages from 60
    if "catch" in asked and _LARGER_AT_THAT_AGE.search(asked) and (said := _decided(text)):
        return [Claim("super_catch_up", said, unit, 3)]
    if "super catch" in text and (named := _BY_ITS_NAME.match(text)) and not document.is_condition(unit):
        return [Claim("super_catch_up", "no" if named["no"] else "yes", unit, 2)]
    if "super catch" in text and _SUPER_IS_NOT.match(text):
        found.append(Claim("super_catch_up", "no", unit, 3))
    elif "catch" in unit.answer_to and _at_that_age(document, unit, place) and not document.is_condition(unit):
        found.append(Claim("super_catch_up", "yes" if text.startswith("yes") else "no", unit, 3))
    elif "60" in (
        said := f"{document.lead_of(unit) if unit.cell else ''} {document.follows.get(id(unit), '')} {text}".strip()
    ) and _SUPER.search(said):
        before = document.units[max(0, place - (12 if _FOOTNOTE.match(text) else 3)) : place]
        told = " ".join(document.full(each) if each.cell else each.norm for each in before)
        near = f"{document.full(unit)} {document.heads_of(unit, 1)} {told}"
        found += _super(document, unit, said) if _CATCH_UP.search(near) else []
    elif "catch" in text and "$" in text and place and _larger_at_one_age(document, unit, place):
        found.append(Claim("super_catch_up", "yes", unit, 2))
    elif "catch" in unit.answer_to and ("$" in text or "adopted" in text) and _LARGER_ONE.search(unit.answer_to):
        found.append(Claim("super_catch_up", "yes" if text.startswith("yes") else "no", unit, 3))
    elif "catch" in text and (hit := _BY_ITS_SECTION.search(text)):
        found += _super(document, unit, f"{text[: hit.start()]} larger amount at ages 60 to 63 {text[hit.end() :]}")
    elif (
        "catch" in text
        and _AT_THOSE_AGES.search(text)
        and any(_SUPER.search(each.norm) for each in document.units[max(0, place - 2) : place])
    ):
        found += _super(document, unit, f"{text.rstrip(' .')} at ages 60 to 63")
    elif (
        _OURS_DOES_NOT.match(text)
        and place
        and _SUPER.search(before_it := document.units[place - 1].norm)
        and _OTHERS_DO.search(before_it)
    ) or (_CHOSE_NOT.match(text) and _LARGER_AT_THAT_AGE.search(document.heads_of(unit, 2))):
        found.append(Claim("super_catch_up", "no", unit, 3))
    elif (
        "6" in (above := document.heads_of(unit, 1))
        and _SUPER.search(above)
        and (
            text.startswith(("yes", "no", "the plan", "our plan"))
            or _LARGER_CATCH_UP.search(text)
            or (_SUM_ALONE.match(text) and _LARGER_CATCH_UP.search(above))
        )
    ):
        found += _super(document, unit, f"{above} {text}")
    return found
