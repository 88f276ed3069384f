"""Which money is matched, by labels and rows: `After-tax matched? No`, `Contributions that are not matched` and a list below it."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.counted_words import ASIDE, LABEL, token
from megaroth.reader.listed import KINDS_NAMED, alone
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

BARE = Pattern(
    r"^(?:but |and |it's |these are |they are |this is |also )?(?P<said>not matched|unmatched|no match|not eligible for (?:the |a |any )?match\w*|does not (?:get|earn|count (?:for|toward)) (?:a |the |any )?match|matched(?: too| as well| also| (?:as part of|under|by|with|in) (?:the|this|that) (?:same )?(?:formula|match)(?: above| below)?)?|gets? (?:the )?match\w*(?: too)?|eligible for (?:the |a |any )?(?:company |employer )?match(?:ing contributions?)?)(?: (?:on|for) (?:these|those|this|them|it|that)(?: (?:pockets?|buckets?|contributions?|dollars|money|sources?|types?|kinds?|savings|ones?))?)?\W*$",
    "get", "match", "no match", "not",
)  # fmt: skip
_NOT_MATCHED_HEAD = Pattern(
    r"^\W*(?:[a-z0-9]{1,3}[.)] ?)?(?:(?:what|which|the|your|employee|kinds? of|types? of) )*(?:(?:contributions?|deferrals?|savings|money|sources?|types?)(?: of money)? )?(?:(?:that|which) )?(?:(?:is|are|will be) )?(?:not (?:be )?(?:matched|eligible for (?:the |a )?(?:company |employer )?match)|excluded from (?:the )?match\w*|unmatched)(?: contributions?| savings)?\W*$",
    "match",
)
_BARE_LIST = Pattern(r"^(?!.*\b(?:is|are|may|can|if|only|except|will|do|does|not|no|never)\b)")


def below_its_head(document: Document, unit: Unit, place: int, text: str) -> dict[str, bool]:
    """`Contributions that are not matched`, and below it a list of kinds of money without a verb."""
    if unit.kind not in ("sentence", "item") or not _BARE_LIST.match(text) or len(text) > 160:
        return {}
    before = document.units[place - 1].norm if place else ""
    head = before if _NOT_MATCHED_HEAD.match(before) else document.heads_of(unit, 1)
    matched = _WHICH_KINDS.match(head) is not None
    if not (matched or _NOT_MATCHED_HEAD.match(head)):
        return {}
    text = _ROLLED.sub(" ", text)
    return {token(kind): matched for kind in KINDS_NAMED.findall(text)}


THE_SOURCES = Pattern(
    r"^\W*(?:(?:contribution|employee|eligible|money) )*(?:sources?|money types?|contribution types?) (?:that (?:are|is) )?(?:matched|match-eligible|eligible for (?:the )?match)\W*$|^\W*match(?:ed|able|-eligible|ing)? (?:(?:contribution|employee|money) )*(?:sources?|money types?|contribution types?)\W*$",
    "match",
)
KINDS_ALONE = Pattern(
    r"^(?:(?:bef|rot|incl|including|employee|your|and|or|contributions?|deferrals?|401k|savings|catch-?up)\b|@(?:pre|roth|at)|[ ,/&.+])+\W*$"
)
_ROLLED = Pattern(r"(?:in-plan )?@roth (?:rollovers?|conversions?)|rollovers? (?:of|from) @\w+", "roll", "conversion")
MATCHED_LABEL = Pattern(
    r"^(?:(?:is it|are they|is this|are these) )?(?:matched|(?:company |employer )?match[- ]eligible|eligible for (?:a |the )?(?:company |employer )?match|(?:company |employer )?match)(?: by (?:the )?[a-z]+)? ?[?:|-] ?(yes|no|none)\W*$",
    "match",
)
"""`Matched? No`, below the heading of a kind of money."""
_WHICH_KINDS = Pattern(
    r"^\W*(?:(?:which|what|the|your|employee|eligible|types? of) )*(?:contributions?|contribution types?|deferrals?|sources?|money|savings|kinds?|types?)(?: (?:that )?(?:is|are|get|gets))? (?:matched|match-eligible|(?:counted|eligible|included) for (?:the )?(?:company |employer )?match\w*)\W*$"
    r"|^\W*(?:match(?:ed|able|-eligible)) (?:(?:contribution|employee|money) )*(?:contributions?|deferrals?|sources?|money|savings|kinds?|types?)\W*$"
    r"|^\W*(?:what|which)(?: contributions?)? (?:is|are|gets?|counts? for the) match(?:ed)?\W*$|^\W*(?:the )?match(?:ing)? (?:applies to|is made on|is paid on|basis)\W*$",
    "match",
)
"""`Matched contribution types`: the label of a list of kinds of money."""
WHICH_ALONE = Pattern(
    r"^\W*(?:(?:on |for |to )?(?:which|what)|eligible) (?:kinds? of |types? of |employee )?(?:savings|contributions?|money|sources?|deferrals?)\W*$"
)
"""`Which savings`, a row of the part on the match."""
KINDS_ONLY = Pattern(
    r"^\W*(?:only )?(?:on |for )?(?:your )?@pre(?: contributions?)?(?: ?(?:and/or|and|or|,|/|\+|&)) ?@roth(?: contributions?)?(?: only)?\W*$",
    "@pre",
)
"""`Pre-tax and Roth only`, straight below the formula."""
_NO_LIST = Pattern(r"\b(?:not|no|never|except\w*|exclud\w*|other than|may|if)\b")


def of_a_row(label: str, text: str) -> dict[str, bool]:
    """`Matched contributions | pre-tax, Roth and after-tax`, `Catch-up | $7,500 if 50 or older; not matched`."""
    kinds = KINDS_NAMED.findall(text)
    if _WHICH_KINDS.match(label) and kinds and not _NO_LIST.search(text):
        found = {token(kind): True for kind in kinds}
        return {"at": False, **found} if "only" in text.split() else found
    if LABEL.match(label) and (kind := alone(label)) and not kinds:
        said = [hit["said"] for part in ASIDE.split(text) if (hit := BARE.match(part.strip()))]
        said += ["no" if hit["no"] else "yes" for part in ASIDE.split(text) if (hit := _ITS_MATCH.match(part.strip()))]
        if len(said) == 1:
            return {token(kind): not said[0].startswith(("no", "un", "does not"))}
    return {}


_ITS_MATCH = Pattern(
    r"^(?:eligible for (?:the |a |any )?(?:company |employer )?match|(?:company |employer )?match(?:ed)?)\??:? (?:(?P<no>no|none|n|n/a|not (?:applicable|available))|yes|y)\W*$",
    "match",
)
"""`Eligible for match: N`, in the row of a kind of money."""
ROW = Pattern(r"^(?P<label>[^:|?]{3,60}?) ?[:|?] ?(?P<answer>.+)$")
"""`Match on catch-up: no`, `After-tax matched? | Yes`."""
