"""What other sentences tell of a match: how far its rate reaches, which contributions are `basic`, what it was changed to, that it is an example."""

from __future__ import annotations

import itertools

from megaroth.reader import reserve
from megaroth.reader.context import Document
from megaroth.reader.formula import percent
from megaroth.reader.pattern import Pattern
from megaroth.reader.rates import of_a_dollar, rated
from megaroth.reader.to_come import has_come
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


_FIRST_ALONE = Pattern(
    r"^(?!.*\b(?:not|no|unless|if|example)\b)(?:[^.;%$]{0,60}\b(?:match\w*|contributions?|on|to|for|up to)\b[^.;%$]{0,25})?\W*(?:only )?(?:the |your |on the |up to the )*first (\d{1,2}(?:\.\d+)?)% of (?:[a-z']+ ){0,3}?(?:pay|compensation|earnings|salary|wages|remuneration)\b(?: (?:that )?you (?:contribute|save|defer|put in)| (?:is|are) matched| contributed| saved| deferred)*\W*$",
    "first",
)
_ONE_RATE = Pattern(r"(?<![\d.])(\d{2,3}(?:\.\d+)?)% of\b", "% of")


def after_its_reach(document: Document, place: int, said: str) -> tuple[list[dict[str, str]], tuple[Unit, ...]]:
    """`The first 6% of pay is matched. For each dollar the Company adds 50 cents.`: the rate follows the reach in a sentence of its own."""
    before = document.units[place - 1] if place else None
    if before is None or before.kind not in ("sentence", "item") or "first" not in before.norm:
        return [], ()
    text = rated(said)
    rates = _ONE_RATE.findall(text)
    near = before.norm + " ".join(document.heads[head] for head in before.heads[:1])
    found = _FIRST_ALONE.match(before.norm)
    if not found or len(rates) != 1 or text.count("%") != 1 or "match" not in near or document.is_condition(before):
        return [], ()
    return [{"rate_percent": percent(rates[0]), "up_to_percent_of_pay": percent(found[1])}], (before,)


_REACH_ALONE = Pattern(
    r"^(?:the )?(?:first )?\d{1,2}(?:\.\d+)?% of (?:your |eligible |base |annual |covered |total |plan )*(?:pay|compensation|earnings|salary|wages)\W*$",
    "% of",
)


_OF_THE_FIRST = Pattern(r"^(?:match )?(?:on|of|for) (?:the |your )?(?:first|next) \d", "first", "next")
_RATE_ALONE = Pattern(r"^\d{2,3}(?:\.\d+)?%(?: match)?\W*$", "%")


def with_its_rate(document: Document, unit: Unit) -> str:
    """`100% | on the first 3% of pay`: the rate is the label of the row; empty where it is not."""
    if not unit.cell or not _OF_THE_FIRST.match(unit.norm) or not _RATE_ALONE.match(label := document.lead_of(unit)):
        return ""
    return f"{label.strip(' :')} {unit.norm}"


def with_its_row(document: Document, unit: Unit, place: int, text: str) -> str:
    """`Matches 100% of your contributions up to:`, and in the row below `6% of pay | all employees`."""
    if not text.endswith(":") or text.count("%") != 1:
        return text
    rows = list(itertools.takewhile(lambda each: each.kind in ("cell", "item"), document.units[place + 1 : place + 8]))
    if not rows or not _REACH_ALONE.match(rows[0].norm) or sum("%" in each.norm for each in rows) > 1:
        return text
    return (
        text
        if any(reserve.some(each) for each in rows[1:] if "all " not in each.norm)
        else f"{text[:-1]} {rows[0].norm}"
    )


_OLD_IN_BRACKETS = Pattern(
    r" ?\((?:formerly|previously|was|were|it was|currently|instead of|in place of|up from|increased from|from)\b[^()]*\)",
    "(",
)
_FROM_OLD = Pattern(
    r"^(?=.*\bmatch).*?\b(?:from|now|currently|formerly|previously|until now|had been|has been|used to be|was|is)\b[^.;]*?\d%[^.;]*?,? (?:to|(?:has |have |will |is |was )?(?:been |be |now )?(?:become|becomes|became|increased? to|changed? to|raised? to|improved? to|be)|(?<=, )(?:is|is now|now is|now equals|equals|stands at)) (?=(?:an? )?\d|dollar)"
)
_CHANGES = Pattern(
    r"\b(?:chang|increas|rais|improv|amend|reduc|lower|become|became|enhanc|revis)\w*|\bwill be\b|\b(?:has gone|went|goes|going|moved|moves|jumps?|climbs?|grows?|rises?|rising)(?: (?:up|down))? (?:from|to)\b|\b(?:formerly|previously|had been|used to be|until now)\b[^.;]*, (?:is|now|equals)\b"
)


_GOES_FROM = Pattern(
    r"^(?:(?:it |this )?(?:goes|went|moves|moved|rises|rose|climbs|grows|jumps|increases|increased|is raised|was raised|changes|changed)(?: up| down)?|up) from \d",
    "from ",
)
"""`Match. Goes from 60% to 70% of the first 6% of pay.`"""


def changed_to(document: Document, unit: Unit) -> str:
    """Of a sentence that changes the match, the new one where its day has come: `now 50% of the first 6%, will become 75% …`."""
    text = _OLD_IN_BRACKETS.sub("", unit.norm)
    if _GOES_FROM.match(text) and "match" in document.heads_of(unit, 1):
        text = f"match {text}"
    if text.count("%") < 3 or not _CHANGES.search(text) or not (old := _FROM_OLD.match(text)):
        return text
    if "will " in old[0] and not has_come(document, unit):
        return text
    return f"match {text[old.end() :]}"


BASIC = r"(?:basic|matched|match-eligible|matchable|thrift|regular|primary) (?:(?:@pre|employee|participant|employee savings) )?(?:contributions?|savings|deferrals?|deposits?|allotments?)"
NAMES = ("basic", "matched", "match-eligible", "matchable", "thrift", "regular", "primary")
_CALLED = r"(?:is|are|(?:shall|will) be)(?: (?:called|known as|referred to as|designated(?: as)?|considered|treated as|deemed(?: to be)?|termed|defined as|regarded as))?,?"
_A_LIST = Pattern(
    r"\b(\d{1,2}(?:\.\d+)?%)(?:, (?:\d{1,2}(?:\.\d+)?)%)*,? (?:or|and) (?=\d{1,2}(?:\.\d+)?%(?: of|\W*$))",
    " or ",
    " and ",
)
"""`2%, 3%, 4%, 5% or 6% of pay`: from the first to the last."""
_NO_OTHER = r"(?:(?!supplemental|additional|unmatched|voluntary|other|extra|excess|above|over\b|more)[^.;,%$])"


_BASIC_IS = (
    Pattern(
        rf"\b(?:make|contribute|elect|save|defer)\b[^.;%]{{0,60}}?\b{BASIC}\b[^.;%]{{0,40}}?\bof (?:from |between |not less than |at least )?\d{{1,2}}%(?: of [^.;%]{{0,30}}?)?,? ?(?:to|through|-|and|nor more than|but not more than|up to) (?:not more than )?(\d{{1,2}}(?:\.\d+)?)% of",
        *NAMES,
    ),
    Pattern(
        rf"\b(?:contribute|elect|save|defer)\b[^.;%]{{0,60}}?\d{{1,2}}% (?:to|through|and|nor (?:be )?more than|but not more than|up to) (\d{{1,2}}(?:\.\d+)?)% of [^.;%]{{0,60}}?\bas (?:your |their |an? )?{BASIC}",
        *NAMES,
    ),
    Pattern(
        rf"\b(?:first|up to|(?:does|do|that is|that are) not (?:exceed|in excess of)|(?:(?:but|and|be) )?not (?:more than|exceeding)|nor more than) (\d{{1,2}}(?:\.\d+)?)%[^.;%]{{0,80}}?(?:\b{_CALLED} (?:as )?(?:your |the |a )?[\"']?|\((?:the |your |called |collectively,? )*[\"']?){BASIC}",
        *NAMES,
    ),
    Pattern(
        rf"\b{BASIC}[\"']? (?:are |is |means? |consists? of )(?:your |those |the |contributions? |savings )*(?:limited to|of|on|up to|first)(?: the first)? (\d{{1,2}}(?:\.\d+)?)%(?! (?:to|through|or|and) \d|,? ?-? ?\d)",
        *NAMES,
    ),
    Pattern(
        rf"^(?:(?!supplemental|additional|unmatched|voluntary|excess|beyond|on top|addition|besides)[^.;])*?\b{BASIC}[\"']?:? {_NO_OTHER}{{0,60}}?(?<!\d )\d{{1,2}}%?(?: of [^.;,%$]{{3,30}}?)? ?(?:to|through|-|or|and|up to|but not more than) (\d{{1,2}}(?:\.\d+)?)%(?![^.;]*\d%)",
        *NAMES,
    ),
)  # fmt: skip
"""Which contributions are `basic`: `Basic Contributions may be 1% to 6% of pay`, `your first 6% is called your Basic Contribution`."""


WHOSE = r"(?:your |(?:the|each|an?|any|such) [a-z]+(?:'s|s') |the |such |those |any |his or her |their )*"
_BASIC_LABEL = Pattern(rf"^\W*(?:your )?{BASIC}\W*$", *NAMES)
_UP_TO_ALONE = Pattern(
    r"^\W*(?:your |any |those )?(?:(?:contributions?|savings|deferrals?|deposits?|allotments?)[, ]*)?(?:of )?(?:up )?to (\d{1,2}(?:\.\d+)?)% of\b(?![^.;]*\d%)",
    "to ",
)
RATE_OF_BASIC = Pattern(
    rf"(\d{{1,3}}(?:\.\d+)?)% of {WHOSE}{BASIC}(?![^;]*\d%)|\b{BASIC}\b[^.;%]{{0,90}} (\d{{1,3}}(?:\.\d+)?)% of (?:their amount|them|it)\b"
    rf"|\b(?:for|on) (?:each|every) (?:\$1(?:\.00)?|dollar) (?:of|in) {WHOSE}{BASIC},? [^.;$%]{{0,50}}?\b(?:contributes?|adds?|match(?:es)?|puts? in) \$(\d(?:\.\d+)?|\.\d+)(?![\d%])"
    rf"|\b(?:match(?:es)? {WHOSE}{BASIC}|{BASIC} (?:is|are|will be) matched)(?: by [a-z ]{{1,30}}?)?,? (?:at (?:a rate of )?)?(\d{{2,3}}(?:\.\d+)?)% ?(?:of|rate|,|\W*$)(?![^;]*\d%)"
    rf"|\b{BASIC}\b[^;%$]{{0,120}}?\bmatch(?:es)? (?:them|all of them|these|those|each(?: of them)?|both)\b[^.;%$]{{0,30}}?\$(\d(?:\.\d+)?|\.\d+) (?:for|on|per) (?:each|every) (?:\$1(?:\.00)?|dollar)(?![^;]*\d%)"
)
"""The share of the basic contributions; of a dollar in the third and the last group."""


_A_DOLLAR = Pattern(r"\b((?:contributes?|adds?|puts? in|match(?:es)?)) (?:a|one|another) dollar\b", " dollar")
_NO_RULE = Pattern(r"\bif you\b[^.;%]{0,60}\d%|\bfor (?:example|instance)\b", "if you", "for ")
"""`If you make Basic Contributions of 6% …` says of whom it speaks, and not how far they go."""


def of_basic(document: Document, said: str) -> list[dict[str, str]]:
    """`50% of your basic contributions`, where the plan says which those are: the first so many percent of pay."""
    said = _A_DOLLAR.sub(r"\1 $1.00", said)
    found = RATE_OF_BASIC.search(said) or RATE_OF_BASIC.search(rated(said))
    if not found:
        return []
    texts = [
        _A_LIST.sub(r"\1 to ", unit.norm.replace('"', "")) for unit in document.units if not _NO_RULE.search(unit.norm)
    ]
    # `Basic savings | 2% to 7% of pay`: which ones, the label of the row says.
    rows = [unit for unit in document.units if unit.cell and "%" in unit.norm]
    texts += [f"{lead} {unit.norm}".replace('"', "") for unit in rows if (lead := document.lead_of(unit))]
    # `Basic contributions`, and below it `the first 1% through 6% of your pay`, or `deposits up to 4% of wages`.
    for unit in document.units:
        if "%" not in unit.norm or unit.kind in ("heading", "contents"):
            continue
        label = document.lead_of(unit) if unit.cell else document.heads_of(unit, 1)
        if _BASIC_LABEL.match(label):
            alone = _UP_TO_ALONE.match(unit.norm)
            texts.append(f"basic contributions are up to {alone[1]}%" if alone else f"{label}: {unit.norm}")
    reach = {hit[1] for text in texts for pattern in _BASIC_IS if (hit := pattern.search(text))}
    if len(reach) != 1:
        return []
    rate = found[1] or found[2] or found[4] or of_a_dollar(found[3] or found[5])
    return [{"rate_percent": percent(rate), "up_to_percent_of_pay": percent(reach.pop())}]
