"""A match formula read number by number: each percent of a sentence is a rate, a reach or a bound, and together they have to add up.

`50% of deferrals between 3% and 5%` is a rate, a low and a high. What does not fit, or is said for some people alone, is no formula:
a second tier that begins where no first one ended, a rate without its reach, a most of the match that the tiers do not give.
"""

from __future__ import annotations

import itertools
from fractions import Fraction

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Tiers = list[tuple[Fraction, Fraction]]

_PERCENT = Pattern(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)%")
_RANGE = Pattern(
    r"(?<![\d.$])(\d{1,2}(?:\.\d+)?)( ?- ?| to | through |(?<=between \d) and |(?<=between \d\d) and )(?=\d{1,2}(?:\.\d+)?%)",
    "-", " and ", " through ", " to ",
)  # fmt: skip
"""`3-5%`, `between 3 and 5%`."""
_SPAN = Pattern(
    r"(?<=[a-z%] )(?:of|on|for) (?:the )?(?=\d{1,2}(?:\.\d+)?% ?(?:-|to|through) ?\d{1,2}(?:\.\d+)?%)",
    "-",
    " to ",
    "through",
)
"""`50% of deferrals of 4%-5%`, `50% on 4-5%`."""
_EACH_ONE = Pattern(r"\b(?:each|every)(?: additional)? 1%", "each", "every")
_OF_DOLLARS = Pattern(r"\b(?:first|next) \$", "first $", "next $")
_NEGATED = r"\b(?:not|no|never|nor|without|disregarding|ignoring|excluding)\b(?: @?\w+){0,5}? (?:exceed(?:s|ing)?|excess of|more than|greater than|over|above|beyond|past)"
_FILLED = r"(?: (?:of|a|an|the|that|to|or|total|amount|equal|maximum|(?:elective |salary |employee )*(?:contributions?|deferrals?)|first|initial|only|up|on|his|her|their|such|is|be|and including|deferring))*"
_UPTO = Pattern(
    rf"(?:{_NEGATED}|\bbut not|\b(?:up to|upto|(?<!equal )(?<!due )to|through|as much as|max(?:imum)?(?: of)?|limit(?:ed)? (?:to|of)|cap(?:ped)? (?:at|of)|less than|within|until (?:you|they|he or she|the participant|(?:your|their|his or her|the|such) (?:contributions?|deferrals?|savings))(?:'ve|'s| have| has)? (?:reach(?:ed|es)?|hit|contributed|saved|deferred|put in))){_FILLED} $",
    " above", "as much", " beyond", "but not", "cap", " exceed", " excess of", " greater than", "less than", "limit", "max", " more than",
    " over", " past", "through", "to", "until", "within",
)  # fmt: skip
_LOW = Pattern(
    rf"\b(?:between|from|over|above|exceed(?:s|ed|ing)?|excess of|more than|greater than|beyond|past|after){_FILLED} $",
    "above", "after", "between", "beyond", "exceed", "excess of", "from", "greater than", "more than", "over", "past",
)  # fmt: skip
_FROM = Pattern(r"\b(?:between|from) $", "between", "from")
_FIRST = Pattern(r"\b(?:first|initial)(?: (?:of|[a-z]+'s|and/or|and))* $", "first", "initial")
_NEXT = Pattern(
    r"\b(?:next|subsequent|additional|following|another|further|remaining|second|third)(?: (?:up to|contributions?|deferrals?|of|maximum))* $",
    "next", "subsequent", "additional", "following", "another", "further", "remaining", "second", "third",
)  # fmt: skip
_AFTER_THAT = Pattern(
    r"^(?: (?:of|in) [a-z]+)? (?:after|beyond|above|over|on top of|following) (?:that|those|this|it|these)\b"
)
"""`50% of the 3% after that`."""
_NEW = Pattern(
    r"\b(?:next|subsequent|another|second|third)(?: (?:up to|the|a|of|maximum|contributions?|deferrals?))* $|\badditional $", "next", "subsequent", "another", "second", "third", "additional",
)  # fmt: skip
_MOST = Pattern(
    r"\b(?:max(?:imum)?|total|limit|cap|most|combined)\b[^;]*?\bmatch\w*\b[^;]*$|\bmatch\w*\b[^;]*\b(?:max(?:imum)?|total|exceed|limited|capped)\b[^;]*$|\b(?:max(?:imum)? |overall )total\b[^;]*$|\btotal(?:ing| of| up to)+[^;]*$",
    "max", "total", "limit", "cap", "most", "combined", "exceed",
)  # fmt: skip
_MOST_OF_IT = Pattern(
    r"(?:\bmax(?:imum)?(?: [a-z-]+){0,3}? match\w*(?: contributions?)?|\bmatch\w*(?: contributions?)? not (?:to )?exceed(?:ing)?|\bmax(?:imum)? total match\w*)(?: (?:of|equal|to|up|is|rate|amount))* $",
    "match",
)
"""Straight after a rate: `50% of deferrals, for a maximum match of 3%`."""
_OF_PAY = Pattern(
    r"^ (?:of|in) (?:(?!deferred|contributed|match)[a-z@'/-]+ ){0,4}?(?:pay(?! period|roll|check|day)|compensation|earnings|salary|salaries|wages|remuneration)\b(?!(?:[ -][a-z]+)?[ -](?:deferral|reduction|contribut|defer|elect|withh|that (?:is|a|the|he|you|each)))"
)
_RATE = Pattern(
    r"^\)?,?(?: (?:employer|company|safe harbor|non-?discretionary|discretionary|fixed|basic|matching|match|matched by (?:the )?[a-z]+|contributions?|rate|vested))*,? ?(?:\(?(?:of|on|for|per|against|times|up to|to the|to the extent|the first|matching|match|not (?:to )?exceed|between|from|over|above|greater|that (?:is|are|exceed)|thereafter|in excess)\b)"
)
_RATE_BEFORE = Pattern(
    r"(?:\bmatch(?:es|ed|ing)?(?: contributions?)?|\brate of|\bmatched at|\bplus(?: an?)?|\bequal(?:s|ing)? to|\bequals?) $"
)
_IMPLIED = Pattern(
    r"\b(?:equal to|match(?:es|ed)?|matching) (?:the |an? |each |all |sum of |amount of |elective |participants? |employees? |[a-z]+'s? |[a-z]+s' |eligible |salary |@pre |@roth |and |their |your )*(?:contributions?|deferrals?)\b[^%$]{0,40}$",
    "equal to", "match",
)  # fmt: skip
"""`an amount equal to the deferrals up to 3% of pay, plus 50% of deferrals over 3% …`: the first rate is 100%."""
_AND = Pattern(
    r"^[ ,]*(?:(?:for|in|during) (?:the )?(?:plan )?(?:year )?20\d\d,? )?(?:and|or|and/or|to|-|/|versus)(?: the)?(?: first| up to)? $"
)
_BOUND = Pattern(
    r"\bmax|(?<!do )(?<!does )(?<!did )(?<!are )(?<!is )\b(?:not (?:to )?exceed|not exceeding|limited|subject|capped)|\b(?:not|no) more than\b",
    "more than",
    "max",
    "exceed",
    "limited",
    "subject",
    "capped",
)
_PLUS = Pattern(r"\bplus(?: an?)?(?: additional)? $|\band an additional $", "plus", "additional")
_APART = Pattern(
    r"\bfor (?!(?:the|each|every|any|a|an|all|eligible|his|her|their|your|contrib\w*|defer\w*|amounts?|up to|those contrib|those defer)\b)"
    r"|\bfor (?:all )?other\b|\bfor all (?:employees|participants)\b|\b(?:employees|participants|members|those|associates) (?:of|with|hired|in|at|covered|whose|employed|under)\b"
    r"|\bor\b(?! @?roth| after-tax| @at| @pre| greater| less| more| salary| elective|der| her)|\bif\b|\bhired\b|\byears? of service\b|\beffective\b|\b(?:19|20)\d\d\b|\bchang|\bamend|\breduc(?:ed|ing)|\bincreas|\bgroup\b|(?<!for the )(?<!for each )(?<!for that )\bquarters?\b|\bpart-time\b|\bfull-time\b|\b(?:non-?)?represented\b|\bunion\b|\bhourly\b|\bsalaried\b|\bsecond match|\bdiscretionary\b|\bnon-?elective\b|\bprofit[- ]sharing\b|\bcatch-up\b|\brespectively\b|\bvest"
)
"""Between two tiers: what makes the second one that of other people, another year or other money."""
_CHANGED = Pattern(r"\b(?:chang|increas|decreas|reduc|amend|modif|revis|rais)\w*\b[^.;]*\bfrom $|\bfrom $", "from")
_OR_ELSE = Pattern(r"\bor (?:[a-z ]{0,40})?non-?elective", "elective")
_OTHER_MONEY = Pattern(
    r"\bnon-?elective\b|\bprofit[- ]sharing\b|\bbase contribution|\bcore contribution|\bbasic contribution|\bvest|\bautomatic|\benrol|\bretirement contribution|\bdefer\w* (?:rate|percentage)"
)


class Percent:
    """One percent of a sentence: what it is, its number, where it stands, and the words before it."""

    __slots__ = ("end", "kind", "left", "start", "value")

    def __init__(self, kind: str, value: Fraction, start: int, end: int, left: str) -> None:
        self.kind, self.value, self.start, self.end, self.left = kind, value, start, end, left


def tiers_in(text: str, sure: bool = True) -> Tiers | None:
    """Rate and reach of each tier, in percent; empty where the numbers do not make a formula; None where there is none to read.

    Not `sure`: also where the bound of what is matched may be that of the match.
    """
    if _OF_DOLLARS.search(text):
        return None
    text = _SPAN.sub("between ", _EACH_ONE.sub("each point", _RANGE.sub(r"\1%\2", text)))
    percents = list(_percents(text))
    start = next((place for place in range(len(percents) - 1) if _opens(percents, place)), None)
    if start is None or (start and percents[start - 1].kind == "first" and percents[start + 1].kind == "next"):
        return None  # "the first 3% at 100%, the next 2% at 50%" runs the other way
    tiers = _implied(percents, start)
    if tiers is None:
        return []
    reached = sum((reach for _, reach in tiers), Fraction(0))
    place, least = start, False
    while place < len(percents):
        each = percents[place]
        if each.kind == "rate":
            if tiers and _CHANGED.search(text[: percents[start].start]) and each.left.endswith(" to "):
                tiers, reached = [], Fraction(0)  # "was changed from … to …": what it was changed to
            elif tiers and (tiers[-1][0] == each.value or _APART.search(each.left)):
                return []
            reach, place = _reach(percents, place + 1, tiers, each)
            if reach is None or reach <= 0:
                return []
            tiers.append((each.value, reach))
            reached += reach
            least = least or _of_the_match(each, percents[place - 1], len(tiers))
            continue
        if _OTHER_MONEY.search(each.left):
            if _OR_ELSE.search(each.left):
                return []
            break
        if tiers and _AND.search(each.left):
            return []  # "the first 6% and 5% of pay": of two years, or of two groups
        if each.kind != "other":
            if not _bounds(each.value, tiers, reached):
                return []
            least = False
        place += 1
    return [] if least and sure else tiers


def _of_the_match(rate: Percent, upto: Percent, tiers: int) -> bool:
    """Whether a bound may be that of the match: `50% of deferrals, not to exceed 3% of pay` is 50% of 6% as often as of 3%."""
    if tiers > 1 or upto.kind != "upto" or rate.value >= 100 or (upto.value * 100 / rate.value).denominator != 1:
        return False
    return upto.value.denominator != 1 or (upto.value <= 3 and bool(_BOUND.search(upto.left)))


def goes_on(text: str) -> bool:
    """Whether a text begins with a later tier, `50% of deferrals between 3% and 5%`: the first one stands before it."""
    percents = list(_percents(_RANGE.sub(r"\1%\2", text)))
    for rate, after in itertools.pairwise(percents):
        if rate.kind == "rate":
            return after.kind == "low" and (after.value > 1 or not _FROM.search(after.left))
    return False


def _opens(percents: list[Percent], place: int) -> bool:
    rate, after = percents[place : place + 2]
    again = after.kind == "rate" and after.value == rate.value
    of_it = after.kind in ("other", "low") and after.left.strip() in ("of", "of the") and len(percents) > place + 2
    return rate.kind == "rate" and (again or of_it or after.kind in ("first", "upto", "next", "low", "most"))


def _implied(percents: list[Percent], start: int) -> Tiers | None:
    """The tier that a sentence begins with and that has no rate, as none; None where what comes before leaves a doubt."""
    before = percents[start - 1] if start else None
    if before is None:
        return []
    if before.kind in ("rate", "low") or any(each.kind == "other" and each.value >= 20 for each in percents[:start]):
        return None
    plus = _PLUS.search(percents[start].left)
    if not plus and percents[start + 1].kind not in ("low", "next"):
        return []
    whole = before.kind in ("upto", "first") and _IMPLIED.search(before.left)
    return [(Fraction(100), before.value)] if whole else None if plus or percents[start + 1].kind == "low" else []


def _bounds(most: Fraction, tiers: Tiers, reached: Fraction) -> bool:
    """Whether a number is what the tiers reach or give, but for the rounding of a third."""
    return most == reached or abs(most - _earned(tiers)) * 20 < 1


def _earned(tiers: Tiers) -> Fraction:
    return sum((rate * reach / 100 for rate, reach in tiers), Fraction(0))


def _reach(percents: list[Percent], place: int, tiers: Tiers, rate: Percent) -> tuple[Fraction | None, int]:
    """How far a tier reaches, and where the next one may begin."""
    if place >= len(percents):
        return None, place
    reached = sum((reach for _, reach in tiers), Fraction(0))
    each = percents[place]
    after = percents[place + 1] if place + 1 < len(percents) else None
    if after is not None and each.value == rate.value and each.kind in ("upto", "rate"):
        # "50% of deferrals, up to 50% of the first 6% of pay"
        if after.kind in ("first", "upto"):
            return _reach(percents, place + 1, tiers, rate)
        if after.left.strip() in ("of", "of the"):
            return (None if tiers else after.value), place + 2
    if each.kind in ("other", "low") and not tiers and each.left.strip() in ("of", "of the") and after is not None:
        # "50% of 8% of pay, provided that the match does not exceed 4%": the bound tells that 8% is what is matched
        told = after.kind != "rate" and after.value * 100 == each.value * rate.value
        return (each.value if told else None), place + 2
    if each.kind == "most":
        whole = each.value * 100 / rate.value  # what no plan would write is not meant: 25% of 24% of pay
        return (whole if not tiers and whole.denominator == 1 and whole <= 10 else None), place + 1
    if each.kind == "first":
        return (None if tiers else each.value), place + 1
    if each.kind == "next":
        if after is not None and after.kind == "upto" and after.left.strip() in ("-", "to", "through"):
            # "50% of the next 3% to 5%": from the third percent or the fourth, as the first tier tells
            follows = bool(tiers) and each.value in (reached, reached + 1)
            return (after.value - reached if follows else None), place + 2
        alone = len(percents) == 2  # below the first tier, in a sentence of its own
        return (each.value if tiers or alone else None), place + 1
    if each.kind == "upto":
        total = each.value * rate.value / 100 + _earned(tiers)
        if tiers and after is not None and after.kind == "most" and each.value < tiers[-1][1] and total == after.value:
            return each.value, place + 1  # "100% up to 3% plus 50% up to 2%, at most 4%": two more
        return each.value - reached, place + 1
    if each.kind == "low" and after is not None:
        begins = bool(tiers) or bool(_FROM.search(each.left))
        follows = each.value == reached or (each.value == reached + 1 and begins)
        if after.kind == "most":
            return ((after.value - _earned(tiers)) * 100 / rate.value if follows and tiers else None), place + 1
        if follows and after.kind == "next":
            return after.value, place + 2
        high = after.kind in ("upto", "high")
        return (after.value - reached if follows and high else None), place + 2
    return None, place + 1


def _percents(text: str) -> Iterator[Percent]:
    end = 0
    before = ""
    for found in _PERCENT.finditer(text):
        left, value = text[end : found.start()], Fraction(found[1])
        kind = _kind(left, text[found.end() : found.end() + 60], before, value)
        yield Percent(kind, value, found.start(), found.end(), left)
        before, end = kind, found.end()


def _kind(left: str, right: str, before: str, value: Fraction) -> str:
    """What a percent is, by the words before and after it and what came before it."""
    rate = value >= 10 and bool(_RATE.match(right) or _RATE_BEFORE.search(left))
    if rate and _OF_PAY.match(right):
        rate = value >= 20 and before != "rate" and not _UPTO.search(left)
    if (
        rate
        and before != "rate"
        and (before != "low" or value >= 20)
        and not _FIRST.search(left)
        and not (_NEW.search(left) and value < 20)
    ):
        return "rate"
    if before == "low" and left.rstrip().endswith(("and", "but", "-", "than")):
        return "high"
    if _MOST.search(left) and (before not in ("rate", "") or (before == "rate" and _MOST_OF_IT.search(left))):
        return "most"
    if _UPTO.search(left) and before == "low" and (right.startswith(" match") or ("max" in left and value < 5)):
        return "most" if right.startswith(" match") else "other"
    if _UPTO.search(left):
        return "next" if _NEW.search(left) else "upto"
    if _LOW.search(left):
        return "low"
    if _FIRST.search(left):
        return "first"
    if left in ("-", " - "):
        return "upto"
    if before == "rate" and _AFTER_THAT.match(right):
        return "next"
    if before in ("rate", "low") and _NEXT.search(left):
        return "next"
    if before == "rate" and left.strip() in ("of", "of the", "on", "for", "of between"):
        return "low"
    return "rate" if rate else "other"
