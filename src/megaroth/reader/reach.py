"""What other sentences tell of a match: how far its rate reaches, which contributions are `basic`, what it was changed to, that it is an example."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.formula import of_a_dollar, percent, rated
from megaroth.reader.gate import has_come
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

_EXAMPLE_HEAD = Pattern(r"^\W*(?:\w+ )?(?:an? )?(?:examples?|illustrations?)\b", "example", "illustration")
IN_DOLLARS = Pattern(r"\$[\d,]+(?:\.\d\d)? (?:\(|= ?|is )\d+(?:\.\d+)?% of", "$")
"""`$36 (100% of 3%)`: worked out for somebody."""


def in_an_example(document: Document, place: int) -> bool:
    """Whether the heading above is that of an example; a short first sentence may look like another heading."""
    for unit in reversed(document.units[max(0, place - 4) : place + 1]):
        if any(_EXAMPLE_HEAD.match(document.heads[head]) for head in unit.heads[:1]):
            return True
        if unit.kind == "heading":
            return bool(_EXAMPLE_HEAD.match(unit.norm))
    return False


_REACH = Pattern(
    r"(?:\b(?:deferrals?|(?<!matching )contributions?|savings|amounts?|reductions?|(?:you|they) (?:save|contribute|defer|put in))\b[^.;%$]{0,60}?\b(?:up to|not (?:to )?exceed\w*|in excess of|exceed(?:s|ing)?|above|over|beyond|more than|greater than|limited to|equal to)|\b(?:first|initial))(?: (?:the first|an? (?:maximum|limit|total) of))? (\d{1,2}(?:\.\d+)?)% (?:of )?(?:[a-z']+ ){0,3}?(?:pay|compensation|earnings|salary|wages|remuneration)\b",
    "%",
)
_WEIGHED = Pattern(
    r"\b(?:consider|tak\w+ into|recogni[sz]|count|match|us(?:e|ed|ing)\b|disregard|ignor|eligible|appl(?:y|ies|ied)\b)\w*"
)


def with_reach(
    document: Document, place: int, tiers: list[dict[str, str]]
) -> tuple[list[dict[str, str]], tuple[Unit, ...]]:
    """`50% of your deferrals. Only deferrals up to 6% of pay are considered.`: the next sentence tells how far the rate reaches."""
    for after in document.units[place + 1 : place + 3]:
        if after.kind not in ("sentence", "item") or abs(after.page - document.units[place].page) > 1:
            break
        if after.norm.count("%") != 1 or document.is_condition(after):
            continue
        found = _REACH.search(after.norm)
        if found and _WEIGHED.search(after.norm):
            return [{**tiers[0], "up_to_percent_of_pay": percent(found[1])}], (after,)
    return tiers, ()


_OLD_IN_BRACKETS = Pattern(
    r" ?\((?:formerly|previously|was|were|it was|currently|instead of|in place of|up from|increased from|from)\b[^()]*\)",
    "(",
)
_FROM_OLD = Pattern(
    r"^(?=.*\bmatch).*?\b(?:from|now|currently|formerly|previously|was|is)\b[^.;]*?\d%[^.;]*?,? (?:to|(?:has |have |will |is |was )?(?:been |be |now )?(?:become|becomes|became|increased? to|changed? to|raised? to|improved? to|be)) (?=(?:an? )?\d|dollar)"
)
_CHANGES = Pattern(r"\b(?:chang|increas|rais|improv|amend|reduc|lower|become|became|enhanc|revis)\w*|\bwill be\b")


def changed_to(document: Document, unit: Unit) -> str:
    """Of a sentence that changes the match, the new one where its day has come: `now 50% of the first 6%, will become 75% …`."""
    text = _OLD_IN_BRACKETS.sub("", unit.norm)
    if text.count("%") < 3 or not _CHANGES.search(text) or not (old := _FROM_OLD.match(text)):
        return text
    if "will " in old[0] and not has_come(document, unit):
        return text
    return f"match {text[old.end() :]}"


_BASIC = r"(?:basic|matched|match-eligible|thrift|regular) (?:@pre )?(?:contributions?|savings|deposits?|allotments?)"


_BASIC_IS = (
    Pattern(
        rf"\b(?:make|contribute|elect|save|defer)\b[^.;%]{{0,60}}?\b{_BASIC}\b[^.;%]{{0,40}}?\bof (?:from |between |not less than |at least )?\d{{1,2}}%(?: of [^.;%]{{0,30}}?)?,? ?(?:to|through|-|and|nor more than|but not more than|up to) (?:not more than )?(\d{{1,2}}(?:\.\d+)?)% of",
        "basic", "matched", "match-eligible", "thrift", "regular",
    ),
    Pattern(
        rf"\b(?:contribute|elect|save|defer)\b[^.;%]{{0,60}}?\d{{1,2}}% (?:to|through|and|nor (?:be )?more than|but not more than|up to) (\d{{1,2}}(?:\.\d+)?)% of [^.;%]{{0,60}}?\bas (?:your |their |an? )?{_BASIC}",
        "basic", "matched", "match-eligible", "thrift", "regular",
    ),
    Pattern(
        rf"\b(?:first|up to) (\d{{1,2}}(?:\.\d+)?)%[^.;%]{{0,80}}?\b(?:is|are)(?: known as| called| referred to as)?,? (?:your |the |a )?[\"']?{_BASIC}",
        "basic", "matched", "match-eligible", "thrift", "regular",
    ),
    Pattern(
        rf"\b{_BASIC}[\"']? (?:are |is |means? |consists? of )(?:your |those |the |contributions? |savings )*(?:limited to|of|on|up to|first)(?: the first)? (\d{{1,2}}(?:\.\d+)?)%",
        "basic", "matched", "match-eligible", "thrift", "regular",
    ),
)  # fmt: skip


_RATE_OF_BASIC = Pattern(
    rf"(\d{{1,3}}(?:\.\d+)?)% of (?:your |(?:the|each|an?|any) [a-z]+(?:'s|s') |the |such |those |any |his or her |their )*{_BASIC}(?![^;]*\d%)|\b{_BASIC}\b[^.;%]{{0,90}} (\d{{1,3}}(?:\.\d+)?)% of (?:their amount|them|it)\b"
    rf"|\bfor (?:each|every) (?:\$1|dollar) (?:of|in) (?:your )?{_BASIC},? [^.;$%]{{0,50}}?\b(?:contributes?|adds?|match(?:es)?|puts? in) \$(\d(?:\.\d+)?|\.\d+)(?![\d%])"
)


def of_basic(document: Document, said: str) -> list[dict[str, str]]:
    """`50% of your basic contributions`, where the plan says which those are: the first so many percent of pay."""
    found = _RATE_OF_BASIC.search(said) or _RATE_OF_BASIC.search(rated(said))
    if not found:
        return []
    reach = {hit[1] for unit in document.units for pattern in _BASIC_IS if (hit := pattern.search(unit.norm))}
    if len(reach) != 1:
        return []
    rate = found[1] or found[2] or of_a_dollar(found[3])
    return [{"rate_percent": percent(rate), "up_to_percent_of_pay": percent(reach.pop())}]
