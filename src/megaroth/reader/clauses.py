"""Of a sentence on several kinds of money, what belongs to after-tax money: its items, its clause, and no rollover beside it."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import PERMITS

ROLLOVER = Pattern(
    r"(?<!in-plan @roth )(?<!in-plan )(?<!in-plan roth )\brollovers?\b(?! (?:within|inside) the plan)|\broll(?:ed|ing|s)? (?:over|in)|\bdirect transfer|\bfrom (?:a|an|another|your|the|any) (?:prior|previous|former|other|another|eligible|qualified|tax-qualified)|\btransferred from|\beligible retirement plan",
    "direct transfer", "eligible retirement plan", "from", "roll in", "roll over", "rolled", "rolling", "rollover", "rolls",
)  # fmt: skip
_COUNTED = Pattern(r",? ?(?:\b(?:and|or) )?\((?:i{1,3}|iv|vi{0,3}|[1-9]|[a-h])\) ", "(")
_CLAUSES = Pattern(
    r"; (?:and |or |however,? |also )*|,? (?:and|or|but) (?=(?:also )?(?:may|can|are (?:also )?(?:permitted|allowed))\b)|,? (?:as well as|and|or)(?: for)? (?=(?:in-?service )?(?:withdrawals?|distributions?) (?:of|from)\b)"
    r"|(?<=any time),? (?:and|or),? |(?<=any time), (?:and )?(?!from )|,? and,? (?=(?:at )?any time,? from )|(?<=59\.5),? (?:and|or) (?=(?:any )?@at\b)|(?<=59\.5), (?:and )?(?=(?:their|his|her|your|the|any) )|,? (?:and|or),? (?=(?:upon|after|at|once|when|from|on) [^.;@]{0,40}(?:59\.5|age \d\d)[^.;@,]*,? (?:all|any|the|your|their|from)\b)|(?<=any reason) (?:and|or) |(?<=any time\)), |(?<=anytime\)), "
)
_FIRST_A_CONDITION = Pattern(
    r"^(?:in addition,? |also,? )?(?:if|when|upon|once|after|until|at age|on or after|provided)\b(?![^,.;]*\b(?:limit|prior|before)\b)",
    "after", "at age", "if", "once", "provided", "until", "upon", "when",
)  # fmt: skip


def own_items(text: str) -> str:
    """Of a sentence that counts (i), (ii), (iii), what stands before the list and its items on after-tax money or conversion."""
    if not _COUNTED.search(text):
        return text
    head, *items = _COUNTED.split(text)
    own = [item for item in items if "@at" in item or "conver" in item or "in-plan" in item]
    return " ".join((head, *own)) if len(items) > 1 and own else text


def own_clause(text: str) -> str:
    """Of a sentence that says of several kinds of money when each may be taken out, what it says of after-tax money."""
    if "@at" not in text or _FIRST_A_CONDITION.match(text):
        return text
    if ", and that " in text:  # `Resolved, that …, and that …`
        out = [part for part in text.split(", and that ") if "@at" in part and _OUT.search(part)]
        text = out[0] if len(out) == 1 else text
    if _COUNTED.search(text):
        head, *items = _COUNTED.split(text)
        own = [item for item in items if "@at" in item]
        return f"{head} {own[0]}" if len(own) == 1 and "@at" not in head else text
    if each := _EACH_ITS_AGE.match(text):
        return f"{each['head']} of {each['what'] or each['of']} {each['when'] or each['free']}"
    text = _IN_BRACKETS.sub(lambda found: found[0].replace("; ", " - "), text)
    before, *behind = _NEW_SUBJECT.split(text)
    if len(behind) == 1 and "@at" not in before and _VERB.search(before):
        text = behind[0]
    parts = _CLAUSES.split(text)
    own = [part for part in parts if "@at" in part]
    if len(own) == 1 and own[0] is not parts[0] and (lead := _LEADS_A_LIST.match(parts[0])):
        own_item = re.sub(r"^(?:and|or),? ", "", own[0])
        return f"{lead[0]} {own_item}"
    if len(parts) < 2 or len(own) != 1 or _TAKEN_UP.match(parts[(parts.index(own[0]) + 1) % len(parts)]):
        return text
    later = parts[parts.index(own[0]) + 1 :]
    if later and re.match(r"^(?:also )?(?:may|can|are)\b", later[0]) and not re.search(r"\b(?:may|can)\b.*@at", own[0]):
        return text  # after-tax money is the subject of both
    if (
        own[0] is not parts[0]
        and re.match(r"^(?:in-?service )?(?:withdrawals?|distributions?)\b", own[0])
        and PERMITS.search(parts[0])
    ):
        return f"{own[0].rstrip('.')} are permitted."
    subject = re.match(
        r"^.*?\b(?:may|can)\b(?: also)?(?: (?:withdraw|take|request|receive|elect to withdraw))?(?= )", parts[0]
    )
    if own[0] is not parts[0] and not _VERB.search(own[0]) and (given := _ARE_GIVEN.match(parts[0])):
        return f"{given[0]} {own[0]}"
    if own[0] is not parts[0] and re.match(r"^(?:also )?(?:may|can|are)\b", own[0]):
        return f"{re.split(r' (?:may|can|are) ', parts[0])[0]} {own[0]}"
    if own[0] is not parts[0] and subject and re.match(r"^(?:their|his|her|your|the|any|all|from|@at)\b", own[0]):
        return f"{subject.group()} {own[0]}"
    return own[0]


_ANY_AGE = r"(?:at )?any ?(?:time|age)(?: or time)?\b(?: (?:and )?for any (?:reason|purpose))?"
_EACH_ITS_AGE = Pattern(
    rf"^(?P<head>[^.;@]*?\b(?:withdrawals?|distributions?)\b[^.;,@]{{0,40}}?\b(?:are|is|may be)(?: (?!not\b|never\b|no\b)\w+)? (?:allowed|permitted|available|made|taken|offered)\b)[^.;@]{{0,60}}?59\.5[^.;@]{{0,40}}?,? (?:and|or|but|plus),? (?:(?:for|from|of|in the case of) (?P<what>(?:the |your |any )*@at\b[^.;,]{{0,50}}), (?P<when>{_ANY_AGE})|(?P<free>{_ANY_AGE}),? (?:for|from|of|in the case of) (?P<of>(?:the |your |any )*@at\b[^.;,]{{0,50}}))\W*$",
    "59.5",
)
"""`Withdrawals are allowed at age 59½ and, for after-tax balances, at any age`: each money its own age."""
_OUT = Pattern(r"\bwithdraw|\bdistribut", "withdraw", "distribut")
_LEADS_A_LIST = Pattern(
    r"^[^:;]{10,120}\b(?:for|from|of|following|upon|are|include|withdraw|take)(?: the following)?:(?= )", ":"
)
"""`Money can be taken out while employed for: hardship; age 59½; and, of after-tax contributions, at any time`."""
_IN_BRACKETS = Pattern(r"\([^()]*; [^()]*\)", "; ")
_ARE_GIVEN = Pattern(
    r"^.*?\b(?:withdrawals?|distributions?)\b[^.;,]{0,30}? (?:is|are|may be) (?:\w+ )?(?:available|permitted|allowed|made|taken)\b",
    "withdrawal",
    "distribution",
)
"""`In-service withdrawals are available …, including hardship, and, at any time, from after-tax accounts.`"""
_VERB = Pattern(r"\b(?:may|can|are|is|will|shall|must)\b")
_NEW_SUBJECT = Pattern(
    r",? (?:and|but|while|whereas|though) (?=(?:(?:your|the|any|all|of) )*@at\b[^.;,@]{0,60}?\b(?:may|can|are|is|will|shall)\b|(?:you|they|an? \w+|the \w+|participants?|employees?|members?) (?:also )?(?:may|can) [^.;,@]{0,40}@at\b)",
    "@at",
)
"""`Hardship withdrawals are available, and after-tax contributions can be withdrawn …`."""
_TAKEN_UP = Pattern(
    r"^(?:provided|however|but|except|only|this|these|such|those|they|if|unless|both|in (?:each|either) case|subject|up to|no more|not more|once|twice|at most|limited|as often)\b"
)


_ROLLOVER_ITEM = (
    r"(?:(?:eligible|direct|employee|participant|mandatory|voluntary|in-plan|certain|qualified|@roth|pre-tax|@pre) )*(?:amounts (?:representing|from) )?"
    r"(?:distributions (?:received )?from (?:other|another) (?:eligible |tax-)?(?:qualified )?[^.;@]{0,70}?plans?(?: or iras?)?|rollovers?(?: contributions?| deposits?)?(?: from (?:other|another) [^.;,@]{0,70}?plans?)?)"
    r"(?: \(?[\"']?rollovers?[^).;]{0,16}\)?)?(?: (?:to|into) the plan)?"
    r"(?!,? \(?(?:of|and earnings|includ\w*|exclud\w*|except\w*|other than|on|that|which|consist\w*|attribut\w*|accounts?|sub-?accounts?|sources?|balances?|contributions?|money|with|but|if|after|provisions?)\b)"
)
_ROLLOVERS_TOO = Pattern(
    rf"(?:,? (?:and|or|and/or|as well as|plus|along with)(?: may| can)?(?: also)?|,)(?: to)?(?: make| contribute| accept| receive| deposit)? {_ROLLOVER_ITEM}|(?:(?<=make )|(?<=contribute )){_ROLLOVER_ITEM}(?:,? (?:and|or|and/or|as well as)|,)(?: to| may| can)?(?: also)?(?: make)? (?=[^.;]{{0,30}}@at)",
    "rollover", "distributions",
)  # fmt: skip


_AND_ROLL = Pattern(
    r"(?<=[a-z%)]),? and (?:(?:they|participants?|employees) )?(?:are (?:also )?(?:allowed|permitted|able) to|may (?:also )?|can (?:also )?) ?(?:roll over|rollover|make rollover)\b[^.;@]*",
    " roll",
)
"""`…, and are allowed to roll over contributions from other plans`."""


def without_rollovers(text: str) -> str:
    """A sentence on after-tax contributions without the rollovers that it names beside them."""
    if "@at" not in text and "@true" not in text:
        return text
    text = _AND_ROLL.sub("", text)
    return _ROLLOVERS_TOO.sub(" ", text) if _ROLLOVERS_TOO.search(text) else text


_GOES_ON = Pattern(
    r"^\W*(?:this|it|they|these|the (?:conversions?|feature|option|service)|conversions?|(?:do|request|make|set|put) (?:it|this|so|them|one)|you (?:may|can) (?:(?:also|still|always|now) )*(?:do|request|make|(?:withdraw|take|convert|roll|move|transfer)(?= (?:it|them|this|that)\b)))\b"
)


def goes_on(text: str) -> bool:
    """Whether a sentence goes on about what the one before named."""
    return bool(_GOES_ON.match(text))


_ITS_SUBJECT = Pattern(
    r"^\W*(?:your |the |all )?@at\b(?: (?:contributions?|money|savings|accounts?|option|source))?(?: \([^)]{0,40}\))? (?:is|are|can|may|lets?|goes)\b",
    "@at",
)


def on_after_tax(text: str) -> str:
    """A sentence, where after-tax money is its subject or the only money that it names; else nothing."""
    other = text.replace("@roth ira", "").replace("@at", "")
    only = "@at" in text and "@" not in other and "match" not in other
    return text if only or _ITS_SUBJECT.match(text) else ""


_SO_CALLED = Pattern(
    r" ?\((?:(?:this is |often |also |sometimes |commonly |the |a |an |so-called |called |known as |what is called |i\.e\.,? ))*[\"“]?@mega[^()]*\)",
    "@mega",
)
_BEYOND_THE_LIMIT = Pattern(
    r"(@at contributions?),? (?:that go |going |made )?(?:beyond|above|over|on top of|past|in excess of) (?:the |your |their )?(?:(?:irs|annual|402\S*|elective|regular|dollar|federal|@pre|@roth|and|or|/|deferral|contribution) )*(?:limits?|maximum)\b",
    "@at contribution",
)
"""`After-tax contributions beyond the limit on deferrals`: which they are, and no exception."""


def plainly_called(text: str) -> str:
    """A sentence that calls after-tax contributions no more than that."""
    return _BEYOND_THE_LIMIT.sub(r"\1", _SO_CALLED.sub(" ", text))
