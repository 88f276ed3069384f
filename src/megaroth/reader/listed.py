"""Kinds of money in a list of which a share is given, or that are matched one after the other; conditions that change no answer. Knows no document."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

KINDS_NAMED = Pattern(r"@at\b|(?<!non-)catch[- ]?up|@roth\b|@pre\b")
IF_ROOM = Pattern(
    r",? ?\b(?:(?:but )?only )?(?:if|when|until|as long as|provided that|to the extent(?: that)?)(?![^,;.]*\b(?:service|age|years?|hours|hired)\b) (?:your|you|they|the|his or her|he or she|a participant|an employee)\b[^,;.]*\b(?:less than|below|under|short of|not (?:yet |already |otherwise )?(?:received|reached|had|gotten|earned|maxed)|(?:full|maximum) (?:match|\d))[^;.,]*",
    "less than", "below", "under", "short of", "not ", "full ", "maximum ",
)  # fmt: skip
"""`Catch-up contributions are matched if you have not received the full match`: they are; no formula gives more than all of it."""
ONCE_MADE = Pattern(
    r"^(?:if|when(?:ever)?|where) (?:an?|any|the|such|this) (?:[a-z-]+ ){0,3}match\w*(?: contributions?)? (?:is|are) (?:made|declared|provided|given|paid)(?: (?:for|in) (?:a|the|any|that) (?:plan )?year)?, ",
    "match",
)
"""`If a matching contribution is made, catch-up contributions are included`: whether there is one is another question."""
_IN_ORDER = Pattern(
    r"\b(?:is|are) (?:then )?matched (?:first|last|second)\b|\bmatch\w*(?: contributions?)? (?:is|are) (?:made|applied|allocated|calculated|credited)\b[^.;]{0,60}\bfirst\b|\bmatch\w*\b[^.;]{0,120},? in (?:that|this) order\b",
    "first", "last", "second", "order",
)  # fmt: skip
"""`Pre-tax contributions are matched first, after-tax contributions last`: each of them is."""
_NOT_IN_ORDER = Pattern(r"\b(?:not|no|never|only|except|exclud\w*|unless|may)\b")
_LIST_OF = r"(?:(?:your|an?|the|either|both|any|traditional|regular|voluntary|employee) )*(?:@pre|@roth|@at|catch-?up)(?: 401k)?(?: (?:contributions?|deferrals?|savings|basis|dollars|money))*"
_EARNED_ON = Pattern(
    rf"(?:\d% (?:of|on)|\bfor (?:each|every) (?:\$1(?:\.00)?|dollar)|\bmatch(?:es)?)\b[^.;]{{0,60}}?\b(?:(?:you|they|participants?|employees?|members?|an? \w+) (?:contributes?|saves?|defers?|puts? in|makes?)|contributed|saved|deferred)(?: to the plan)?,?(?: made)?(?: (?:as|on|in|from|with|through|whether))? (?P<kinds>{_LIST_OF}(?:(?:,? (?:and/or|and|or) |, ?|/| ?\| ?){_LIST_OF})+)(?=\W|$)(?! (?:limit|account|maximum))",
    "% o", "for each", "for every", "match",
)  # fmt: skip
"""`50% of the first 6% you contribute as pre-tax, Roth or after-tax`: a share of each of them."""
_NO_MORE = Pattern(
    r"\b(?:not|no|never) (?:to exceed|more than|exceeding|over|above|less than|in excess)\b", "no", "never"
)


def _clause_around(text: str, found: re.Match[str]) -> str:
    begins = max(text.rfind(stop, 0, found.start()) for stop in (";", ". "))
    return text[begins + 1 : found.end()] + re.split(r"[;.]", text[found.end() :], maxsplit=1)[0]


def of_a_list(text: str, about: bool) -> list[str]:
    """The kinds of money that a text says are matched in their order, or of which a share is given; `about`: what comes before is on the match."""
    if not (about or "match" in text):
        return []
    if _IN_ORDER.search(text) and not _NOT_IN_ORDER.search(_NO_MORE.sub(" ", text)):
        return KINDS_NAMED.findall(text)
    earned = _EARNED_ON.search(text)
    if earned and not re.search(
        r"\b(?:not|no|never|except\w*|exclud\w*|only|depend\w*)\b", _clause_around(text, earned)
    ):
        return KINDS_NAMED.findall(earned["kinds"])
    return []
