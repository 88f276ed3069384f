"""Match formulas as sentences write them: tiers of pay or of dollars, steps, the greater of two. Knows no document."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from fractions import Fraction

from megaroth.reader.pattern import Pattern
from megaroth.reader.rates import PAY, P, rated
from megaroth.reader.tiers import tiers_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass


_MONEY = r"\$(\d[\d,]*(?:\.\d\d)?)"
_TIER = Pattern(
    rf"{P} (?:employer |company )?(?:match(?:ing contribution)?s? )?(?:rate )?(?:of|on|for|against) [^.;$%]{{0,70}}?\b(?:first|next|initial|additional|subsequent) {_MONEY}",
    "$",
)
_A_PAYDAY = Pattern(r"^[^.;$%]{0,50}?\b(?:per|each|every|a|by) (?:pay|month|quarter|week|bi-?week|semi)")
_A_RATE = Pattern(r"\d% (?:of|on|for|against|match)")
_EVERY = Pattern(
    rf"\bmatch(?:es)? {P} of (?:your |all |the |any |employee |elective |salary |@pre |@roth |and )*(?:contributions?|deferrals?)\b(?! (?:up|not|that|which|in excess|between|over|above))(?![^;]*\d%)|\bmatch(?:es)? {P} of (?:every|each) (?:dollar|\$1) (?:that )?you (?:defer|contribute|save)(?![^.;]*\d%)|^for each \$1 contributed[^.;%$]{{0,90}}\bcontribute {P} of(?![^.;]*\d%)"
    rf"|\bmatch\w*(?: contributions?)?(?: to the plan)?(?: in (?:an|the) amount)?,? (?:of|equal to|equals?|is|was|at) {P} of (?:(?:a|an|the|each|all|any|your|their|every|eligible|total|participating) )*(?:[a-z]+'s? |[a-z]+s' |participants? |employees? )?(?:(?:elective|salary|employee|participant|annual|@pre|@roth|and|or|and/or|401k|deferral|reduction|eligible|voluntary) )*(?:contributions?|deferrals?)\b(?!,? (?:up|not|but|that|which|in excess|between|over|above|on|to the extent|subject|limited|with|multiplied))(?![^;]*(?:\d%|\$\d))"
)
_RATE_TO = Pattern(
    rf"\bmatch\w*\b[^.;%$]{{0,60}}?\b{P},? (?:match,? )?(up to|to|on up to)(?: the first| a maximum of)? {P}(?: of (?:your |eligible |annual |base |total |covered |plan )*(?:pay|comp|earn|sal|wage|remun)| per |,|[.;]|$)"
)
_A_RATE_MORE = Pattern(r"\b[2-9]\d%|\b1\d\d%", "%")
"""`The Company matches your contributions 100% up to 5% of pay`, `Match: 50% to 7% of comp`."""
_MATCHED_AT = Pattern(
    rf"\b(?:up to|first) {P}[^.;%$]{{0,110}}?\b(?:(?:is|are|will be) matched|match(?:es)? (?:them|these|those|it))\b[^.;%$]{{0,45}}?(?: at| by)? (?:an? (?:rate of )?|the rate of )?{P}"
)
_EQUALS = Pattern(
    rf"\bmatch\w*(?: contributions?)?[^.;%$@]{{0,40}}\bequals?(?: to)? (?:(?:the|each|a|an|your|their|all) )*(?:[a-z]+[’']s? |[a-z]+s[’'] )?(?:(?:elective|salary|employee|voluntary|deferral|reduction|@pre|@roth|and|or|and/or) )*(?:contributions?|deferrals?|reductions?),? (?:up to|(?:that (?:do|does) )?not (?:to )?exceed(?:ing)?|to a maximum of)(?: (?:the first|a maximum of))? {P} (?:{PAY})(?![^;]*\d%)",
    "equal",
)
"""`Equal to your contributions up to 4% of pay`: the whole of them."""
_ITS_EQUAL = Pattern(
    rf"\b(?:contributes?|adds?|puts? in|gives?|match\w*)(?: (?:another|an additional|an extra|of))? (?:\d%?,? )+(?:or|and|through|to) {P},? (?:equal to|the same as|to match) (?:your|their|his or her|each [a-z]+'s|the [a-z]+'s) (?:own )?(?:contributions?|deferrals?|savings)\b(?![^;]*\d%[^;]*\d%)",
    "equal", "same as", "to match",
)  # fmt: skip
"""`Another 1%, 2%, 3% or 4%, equal to your own contribution`."""
_IN_FULL = Pattern(
    rf"\bmatch(?:es)?\b[^.;%$]{{0,60}}?\b(?:up to|the first) {P} ?(?:{PAY}|(?:that )?(?:you|they) (?:save|contribute|defer|put in))?,? ?(100)% of(?=\W*$|[.;,])"
)
_OF_A_BONUS = Pattern(r"\d% of (?:your |any |an? |the |each )?(?:annual |quarterly |incentive )?bonus", "bonus")
_RATIO_LEFT = Pattern(r"(?<![\d:-])\d:\d(?= (?:match\w* )?(?:on|of|for|up to)\b)", ":")
"""`1:2 on the next 2%`: half, or twice?"""
_MATCH_AT_MOST = Pattern(
    rf"\buntil (?:it|we|the [a-z]+|what (?:it has|we have|we've) put in) (?:has |have |is )?(?:put in |contributed |matched |added |reached )?{P} of (?:your |his or her |eligible |annual |base |total )*(?:pay|comp|earn|sal|wage)|\b(?:up to|to|with|subject to) an? (?:total |annual )?(?:maximum|limit) (?:company |employer )?match(?:ing contribution)?s? (?:equal to|of) {P} of (?:your |his or her |eligible |annual |base |total )*(?:pay|comp|earn|sal|wage)"
)
"""The most of the match itself, not of what is matched."""
_WHOLE = Pattern(
    rf"{P} of (?:[^.;%$]{{0,70}}?\b(?:contributions?|deferrals?|savings|amounts?|contribute|defer|save)|what|every)\b"
)
_REVERSED = Pattern(
    rf"\b(first|next) {P}[^.;%]{{0,40}}?(?:\b(?:(?:matched )?at (?:a rate of )?|(?:it|match|this) is (?:at )?)| (?:-|=|→|->) |(?<=[a-z%]): ?){P}"
)
_AT_RATE = Pattern(
    rf"\bmatch(?:es)?\b[^.;%]{{0,30}}(?:the )?(?:first |up to )(?:the first )?{P}\s*(?:of )?[^.;%]{{0,70}}?\b(?:at (?:a rate of )?|with |by ){P}"
)
_RANGE_OF = Pattern(
    rf"\bif you (?:contribute|defer|save) (?:between|from|at least) [01]% (?:and|to|through) {P}[^.;]{{0,100}}\b(?:matching contribution|match) (?:of|equal to) {P}(?! of (?:your |eligible )?(?:pay|comp))",
    "if you",
)
_IF_UP_TO = Pattern(
    rf"\bif (?:you|an? \w+|the \w+|participants?|employees?) (?:contributes?|defers?|saves?) up to {P}[^.;%]{{0,80}}\bmatch\w*(?: contributions?)? (?:of|equal to|at) {P} (?:of|on) (?:these|those|your|such|that|the) (?:deferrals?|contributions?|savings|amounts?)",
    "if ",
)
"""`If you contribute up to 5% of pay, the Company will make a matching contribution of 100% on these deferrals`."""
ONE_STEP = Pattern(
    rf"\b(?:contribut\w*|defer\w*|sav\w*|elect\w*) (?:at least )?{P}[^.;%]{{0,60}}?,? (?:[^.;%]{{0,40}})\b(?:contributes?|adds?|provides?|receive|match(?:es)?)\b[^.;%]{{0,40}}?{P} of (?:your |eligible )*(?:pay|compensation|earnings)"
)

UNTIL_GIVEN = r"until (?:it|we|the [a-z]+|(?:its|our|the|your) match(?: for the year)?)(?: has|'ve| have)?(?: (?:given|paid|contributed|matched|put in|added|reached|comes? to|reaches|equals)){1,2}(?: you| him| her| them| a total of| a)*|until (?:you|they|a participant)(?: have|'ve| has)? (?:received|gotten|got|reached|been given|earned)(?: a total of| a| a match of)*"
_WHOLE_TO = Pattern(
    rf"{P} (?:match(?:ing contribution)? )?(?:of|on) [^.;%$]{{0,90}}?\b(?:contributions?|deferrals?|savings|contribute[sd]?|defers?|deferred|reductions?|put in)\b[^.;%$]{{0,60}}?\b(?:{UNTIL_GIVEN}|up to|not (?:to )?exceed(?:ing)?|limited to|max\w*|no more than|capp?e?d? (?:at|of)|limit of)\b(?P<of>[^.;%$]{{0,60}})\$\d(?![^;]*\d%)"
    rf"|\b(?:contributions?|deferrals?|savings|put in|contribute|save|defer) (?P<whole>100)% of,? (?:up to|{UNTIL_GIVEN})(?P<of2>[^.;%$]{{0,40}})\$\d(?![^;]*\d%)"
    rf"|(?P<capped>\d{{1,3}}(?:\.\d+)?)% of(?: (?:what )?(?:you|they|participants?|employees?|members?)(?: (?:do|does|contribute|save|defer|put in))?)?,? (?:to|with|at|subject to) (?:an? |its )(?:annual |yearly )?(?:top|ceiling|cap|limit|max(?:imum)?|high)(?: match)? of \$[\d,]+(?![\d,])(?! (?:on|of|for|in) (?:your |their |the |all |own )*(?:deferr|contrib|sav|pay|comp|earn|salar))(?![^;]*\d%)"
)
"""`100% of contributions up to $1,500`; of another rate only where the sum is said to be that of the match."""
_REST = Pattern(
    rf"{P} (?:thereafter|after that|of (?:anything|everything|all|the rest|any amounts?)\b|on the rest|for the rest)"
)
_STEPS = Pattern(
    rf"\b(?:contribut\w*|defer\w*|sav(?:e|es|ing)|elect\w*|at|put(?:s|ting)? in)\b (?:at least |just )?{P}(?: (?:of )?(?:your |eligible )*(?:pay|compensation|earnings|salary))?(?: or more)?[^.;%]{{0,70}}?\b(?:contributes?|adds?|gives?|provides?|credits?|deposits?|receives?|gets?|match(?:es)?|puts? in|equals?|is)\b[^.;%]{{0,40}}?{P}(?! of (?:the|your|every|each) (?:first|contrib|dollar|defer))"
)


def steps_of(text: str) -> list[tuple[str, str]]:
    """Two or more pairs of what one defers and what it earns, both in percent of pay; empty where they do not rise."""
    pairs = [(found[1], found[2]) for found in _STEPS.finditer(text)]
    return pairs if len(pairs) > 1 and _rise(pairs) else []


def _rise(pairs: list[tuple[str, str]]) -> bool:
    numbers = [(Fraction(deferring), Fraction(earns)) for deferring, earns in pairs]
    return all(b[0] > a[0] and b[1] >= a[1] for a, b in itertools.pairwise(numbers)) and numbers[-1][0] <= 50


def of_pairs(pairs: list[tuple[str, str]]) -> tuple[str, list[dict[str, str]]]:
    """A table of percents as what it is: tiers where every whole percent up to the last is there and none jumps, else steps."""
    if len(pairs) < 2 or not _rise(pairs):
        return "", []
    numbers = [(Fraction(deferring), Fraction(earns)) for deferring, earns in pairs if Fraction(deferring) > 0]
    whole = [deferring for deferring, _ in numbers] == [Fraction(n) for n in range(1, len(numbers) + 1)]
    rates = [
        earns - before for (_, earns), before in zip(numbers, [Fraction(0), *(e for _, e in numbers)], strict=False)
    ]
    if whole and all(a >= b for a, b in itertools.pairwise(rates)):
        tiers: list[list[Fraction]] = []
        for rate in rates:
            if tiers and tiers[-1][0] == rate:
                tiers[-1][1] += 1
            elif rate > 0:
                tiers.append([rate, Fraction(1)])
        return "match", [_tier(_text(rate * 100), _text(reach)) for rate, reach in tiers]
    return "match_steps", [
        {"deferring_percent": percent(deferring), "earns_percent_of_pay": percent(earns)}
        for deferring, earns in pairs
        if Fraction(earns) > 0
    ]


_GREATER = Pattern(r"\bgreater of:?\b(?P<one>.+?)\bor\b(?P<two>.+)")


def greater_of(text: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The two formulas of which the greater counts; empty lists where they are not both plain."""
    text = rated(text)
    found = _GREATER.search(text)
    if not found or "lesser of" in text:
        return [], []
    halves = []
    for half in (found["one"], found["two"]):
        tiers = tiers_of(half)
        if not tiers and (
            whole := re.match(
                rf"^\W*(?:\([a-z0-9]\) )?{P} of (?:your |the |all |total |@pre|@roth|and |or |employee |elective )*(?:contributions?|deferrals?)(?![^.;]*%)",
                half,
            )
        ):
            tiers = [{"rate_percent": percent(whole[1])}]
        halves.append(tiers)
    one, two = halves
    return (one, two) if one and two and plausible(one) and plausible(two) else ([], [])


def earned(tiers: list[dict[str, str]], deferring: Fraction) -> Fraction | None:
    """What a formula of percents gives for a deferral, in percent of pay; None for tiers of dollars or odd thirds."""
    left, total = deferring, Fraction(0)
    for tier in tiers:
        if "up_to_dollars" in tier or " " in tier["rate_percent"] or "service_from" in tier:
            return None
        reach = min(left, Fraction(tier.get("up_to_percent_of_pay", "100").split()[0]))
        total += reach * Fraction(tier["rate_percent"]) / 100
        left -= reach
    return total


def _text(number: Fraction) -> str:
    return str(Decimal(number.numerator) / Decimal(number.denominator))


_THIRDS = {
    "33.3333": "33 1/3", "33.33": "33 1/3", "66.6667": "66 2/3", "66.67": "66 2/3", "66.66": "66 2/3", "16.6667": "16 2/3",
}  # fmt: skip


def percent(text: str) -> str:
    """A number as a plan file writes a percent: thirds as thirds."""
    number = f"{Decimal(text):.4f}".rstrip("0").rstrip(".")
    return _THIRDS.get(number, number)


_PRODUCT = Pattern(
    r"(?<![\d.])(\d{2,3}(?:\.\d+)?)% ?(?:\u00d7|x|\*|times) ?(\d{1,2}(?:\.\d+)?)%(?: of (?:your |eligible |base )*pay)? ?(?:=|is|equals) ?(\d{1,2}(?:\.\d+)?)%(?![^;]*\d%)",
    "\u00d7", "x", "*", "times",
)  # fmt: skip


def tiers_of(text: str, sure: bool = True) -> list[dict[str, str]]:
    """The tiers that a sentence writes out; empty when it writes none that can be relied upon."""
    text = rated(text)
    if _OF_A_BONUS.search(text) or _RATIO_LEFT.search(text):
        return []
    if (product := _PRODUCT.search(text)) and Fraction(product[1]) * Fraction(product[2]) == 100 * Fraction(product[3]):
        return [_tier(product[1], product[2])]  # `50% x 8% = 4% of pay`: worked out for the whole of it
    read = tiers_in(text, sure)
    tiers = [_tier(_text(rate), _text(reach)) for rate, reach in read] if read is not None else _written(text)
    if len(tiers) == 1 and "first" in text and _NEXT_SHARE.search(text):
        return []  # its second tier was not understood
    return tiers


_NEXT_SHARE = Pattern(
    r"\b(?:on|of|for|to|and|,|match(?:es)?|then) (?:the |your |his or her )?(?:next|following|subsequent|last|remaining) \d[\d.]*%(?![^;%]{0,40}\b(?:not matched|unmatched|no match)\b)",
    "next", "following", "subsequent", "last", "remaining",
)  # fmt: skip


def _written(text: str) -> list[dict[str, str]]:
    turned = list(_REVERSED.finditer(text)) if "match" in text else []
    if len(turned) > 1 and turned[0][1] == "first" and all(each[1] == "next" for each in turned[1:]):
        return [_tier(each[3], each[2]) for each in turned]
    if most := _MATCH_AT_MOST.search(text):
        whole = _WHOLE.search(text[: most.start()])
        if whole and len(re.findall(r"\d%", text[: most.start()])) == 1:
            full = Fraction(most[1] or most[2]) * 100 / Fraction(whole[1])
            # A reach that no plan would write is not what was meant.
            return [_tier(whole[1], f"{Decimal(int(full * 100)) / 100}")] if (full * 100).denominator == 1 else []
    of_dollars = _of_dollars(text)
    if of_dollars:
        return of_dollars
    if turned and turned[0][1] == "first":
        return [_tier(each[3], each[2]) for each in turned]
    whole = _WHOLE_TO.search(text) if "$" in text and len(re.findall(r"\d%", text)) == 1 else None
    if (
        whole
        and "first" not in (whole["of"] or "")
        and (whole[1] in ("100", None) or whole["capped"] or re.search(r"match|max|until", whole[0]))
    ):
        return [{"rate_percent": percent(whole["capped"] or whole[1] or whole["whole"])}]
    if every := _EVERY.search(text):
        return [{"rate_percent": percent(next(group for group in every.groups() if group))}]
    for pattern, rate, reach in (
        (_IF_UP_TO, 2, 1),
        (_RANGE_OF, 2, 1),
        (_AT_RATE, 2, 1),
        (_MATCHED_AT, 2, 1),
        (_IN_FULL, 2, 1),
    ):
        if one := pattern.search(text):
            given = [group for group in one.groups() if group]
            return [_tier(given[rate - 1], given[reach - 1])]
    if one := _ITS_EQUAL.search(text):
        return [_tier("100", one[1])]
    if (one := _EQUALS.search(text)) and text.count("%") == 1:
        return [_tier("100", one[1])]
    one = _RATE_TO.search(text)
    if one and Fraction(one[1]) >= 20 and Fraction(one[3]) <= 15 and not _A_RATE_MORE.search(text[one.end() :]):
        return [_tier(one[1], one[3])]
    return []


def _of_dollars(text: str) -> list[dict[str, str]]:
    """`75% of the first $800 and 25% of the next $800`, `and 10% of the rest`."""
    found = list(_TIER.finditer(text)) if "$" in text else []
    tiers = [{"rate_percent": percent(each[1]), "up_to_dollars": each[2].replace(",", "")} for each in found]
    if not tiers or any(_A_PAYDAY.match(text[each.end() :]) for each in found):
        return []
    if rest := _REST.search(text, found[-1].end()):
        tiers.append({"rate_percent": percent(rest[1])})
    return tiers if len(_A_RATE.findall(text)) <= len(tiers) else []


def _tier(rate: str, reach: str) -> dict[str, str]:
    return {"rate_percent": percent(rate), "up_to_percent_of_pay": percent(reach)}


def plausible(tiers: list[dict[str, str]]) -> bool:
    """Whether tiers can be a match formula at all."""
    for tier in tiers:
        rate = tier["rate_percent"]
        if " " not in rate and not 10 <= Fraction(rate) <= 400:
            return False
        if "up_to_percent_of_pay" in tier and not 0 < Fraction(tier["up_to_percent_of_pay"].split()[0]) <= 50:
            return False
    of_dollars = {"up_to_dollars" in tier for tier in tiers if len(tier) > 1}
    if len(of_dollars) > 1:
        return False  # dollars first, then percents of pay: how far the second reaches, nobody can say
    return len({str(tier) for tier in tiers}) == len(tiers) and len(tiers) <= 5
