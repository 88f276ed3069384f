"""A match formula in slots, whatever its words: rates (half, dollar for dollar, $2 for every $3), reaches (the first, through, not beyond), and checks.

Every percent of a passage becomes one of them. A formula is there only where each rate has its reach, each later tier begins where
the one before ended, and whatever else is told in percents (`so saving 6% brings in another 4.5%`) comes to what the tiers give.
Knows no document.
"""

from __future__ import annotations

import itertools
import re
from fractions import Fraction

from megaroth.reader.formula_words import ANY, AS_MARKS, HINT, NUMBER, OVER, SAVE
from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    Tiers = list[tuple[Fraction, Fraction]]
    Marks = list[tuple[str, Fraction, Fraction]]

_BEYOND = Pattern(rf"\b{OVER} (?:the )?(?:first )?(?P<n>\d{{1,2}}(?:\.\d+)?)%", "%")
_DENIES = Pattern(
    r"\b(?:unmatched|not|never|no match|nor|nothing|without|disregard\w*|ignor\w*|exclud\w*|except(?:ing|ion)?|none|leav(?:es?|ing) out|stops?|ends?|cannot|no|outside)\b",
    "unmatched", "not", "never", "no", "without", "disregard", "ignor", "exclud", "except", "leav", "stop", "end", "outside",
)  # fmt: skip
_BOUND = Pattern(
    rf"(?:\b(?:(?:not|never|no|nor|without|cannot)(?: to| be| go| being| going| it)*(?: ever)? (?:exceed(?:s|ing)?|in excess of|more than|greater than|higher than|over|above|beyond|past|further than|larger than)|(?:limited|capped|restricted|held|kept) (?:to|at)|(?:to )?(?:a|an|its|the)? ?(?:limit|max(?:imum)?|ceiling|cap|most|top)(?: of| is|:| =| at)*|(?:tops|maxes) out at))(?: of)? {NUMBER}"
)
_UPTO = Pattern(
    rf"(?:\b(?:up to and including|up to|upto|as much as|as far as|all the way (?:up )?to|through|thru|within|to|for savings to|(?:until|till|before|once|when|while|as long as|so long as|provided|stop(?:s|ping)?)\b{ANY}{{0,60}}?\b(?:reach(?:es|ed)?|hits?|comes? to|gets? to|totals?|equals?|attains?|amounts? to|{SAVE}|(?:is|are|stays?|remains?) (?:within|under|below|at or below|at or under|not (?:more|over|above|greater|higher|beyond)(?: than)?)|at|stops? at))(?: (?:to|at|a total of|a maximum of|a limit of|the level of))*) {NUMBER}"
)
_FIRST = Pattern(r"\b(?:first|initial) (?P<n>\d{1,2}(?:\.\d+)?)%", "first", "initial")
_TO_GET_IT_ALL = Pattern(
    rf"\b(?:to|you'll|you will|you) (?:get|earn|receive|collect|qualify for|take|capture|draw|have|obtain|claim|reach|secure)\b{ANY}{{0,45}}?\b(?:whole|full|entire|all|every|maximum|most|max|everything|complete)\b{ANY}{{0,90}}?\b{SAVE}(?: (?:at least|no less than|a minimum of|up to))* (?P<n>\d{{1,2}}(?:\.\d+)?)%"
    rf"|\b{SAVE}(?: (?:at least|no less than|a minimum of))* (?P<m>\d{{1,2}}(?:\.\d+)?)%{ANY}{{0,60}}?\b(?:(?:the|our|your|a) (?:whole|full|entire|maximum|complete) (?:[a-z&']+ ){{0,2}}(?:match|contributions?|amount|benefit)|everything|all (?:of )?(?:it|the match|that we|we offer))\b",
    "whole", "full", "entire", "all", "every", "maximum", "most", "max", "complete",
)  # fmt: skip
_OWN = Pattern(rf"\b{SAVE}\b|\byou\b|\byours?\b|\bof what\b")
_PERCENT = Pattern(r"(?<![\d.{:])(\d{1,3}(?:\.\d+)?)%", "%")
_RATE_HERE = Pattern(
    r"^ ?(?:(?:company |employer )?match\w*|of (?:(?:your|the|that|each|all|any|those|such|what|everything|yours|their|every|my)\b|@|[a-z]+(?:'s?)? )|on\b|for\b|up to\b|\||\W*$|[.,;:-])"
)
_RATE_AHEAD = Pattern(
    r"(?:\b(?:match\w*(?: (?:it|them|that|this|those|these|contributions?|rate|is|are|of|at|by|equal to|equals))*|at|by|rate(?: of| is)?|with|is|are|equals?|of)|[:=|,-]) ?(?:an? )?(?:rate of )?$"
)
_OF_PAY = Pattern(r"^ of (?:your |their |eligible |base |annual |total )*(?:pay|salary|compensation|earnings|wages)\b")
_MARK = Pattern(r"\{([a-z])([\d./]+)(?::([\d.]+))?\}", "{")
_VEST = Pattern(r"(?:,|;|-|\band\b|\bwith\b)?[^.,;%]*(?:\d+% )*\bvest(?:s|ed|ing)?\b[^.;]*", "vest")
_SAME_SENTENCE = Pattern(r"[.;](?!\d)")


_BRINGS = Pattern(
    rf"\b{SAVE} (?P<save>\d{{1,2}}(?:\.\d+)?)%(?: of {ANY}{{1,20}}?)?(?: [a-z]+){{0,3}},? (?:brings?|gets?|earns?|gives?|receives?|yields?|results in|is worth|makes|adds?|will (?:get|receive|earn))(?: (?:you|them|him|her|in|an?|another|extra|additional|the|match|of|just|only|from us|about))* (?P<get>\d{{1,2}}(?:\.\d+)?)%(?! of (?:the|your|what))",
    "brings",
    "get",
    "earn",
    "give",
    "receive",
    "yield",
    "results in",
    "worth",
    "makes",
    "add",
)
"""`Saving 4% brings you 3%`: what the formula comes to."""
_OR_RATE = Pattern(r"\bor (?=\{r)", "or ")
"""One rate or another: nobody can say which."""


def _marked(text: str) -> str:
    """A sentence with each rate and reach as a mark: `{r50}`, `{f6}`, `{n2}`, `{s3:5}`, `{d6}` (nothing beyond)."""
    text = _VEST.sub(" ", text)
    text = _TO_GET_IT_ALL.sub(lambda m: m[0][: m[0].rindex(f"{m['n'] or m['m']}%")] + f"{{m{m['n'] or m['m']}}}", text)
    for pattern, put in AS_MARKS:
        text = pattern.sub(put, text)
    text = _BOUND.sub(lambda m: _bound(m), text)
    if _DENIES.search(text):
        text = _BEYOND.sub(lambda m: f"{{d{m['n']}}}" if _denied(m) else m[0], text)
    text = _FIRST.sub(r"{f\g<n>}", _UPTO.sub(lambda m: _upto(m), text))
    text = _BRINGS.sub(r"{p\g<save>:\g<get>}", text)
    return _OR_RATE.sub("{x0} ", _PERCENT.sub(_alone, text))


def _bound(hit: re.Match[str]) -> str:
    """A bound: of what is matched where somebody's savings stand before it; else perhaps of the match."""
    clause = _SAME_SENTENCE.split(hit.string[: hit.start()])[-1].rpartition("}")[2]
    return f"{{{'f' if _OWN.search(clause) else 'b'}{hit['n']}}}"


_MAY_SAVE = Pattern(
    rf"\b(?:may|can|could|able to|allowed to|permitted to|free to|let you|lets you) (?:[a-z]+ )?{SAVE}[^{{}}]{{0,40}}$",
    "may",
    "can",
    "could",
    "able to",
    "allowed to",
    "permitted to",
    "free to",
    "let",
)


_AFTER_THAT = Pattern(
    r"\b(?:after (?:that|this|those)|from (?:there|that point|then)(?: on)?|(?:beyond|above|past|over) (?:that|this|it)|then|thereafter|following that)\b",
    "after",
    "from",
    "beyond",
    "above",
    "past",
    "over",
    "then",
)


def _upto(hit: re.Match[str]) -> str:
    if hit[0].startswith("to ") and not re.search(
        r"\b(?:match\w*|only|savings?|contributions?|deferrals?|dollar|\}|%),? $", hit.string[: hit.start()]
    ):
        return hit[0]
    after = hit.string[hit.end() : hit.end() + 45]
    if re.match(r"(?: of (?:your )?(?:pay|salary|compensation))? (?:from|by) (?!the first|your|each|every)", after):
        return f"{{c{hit['n']}}}"  # `up to 6% of pay from us`: what the tiers give
    if _MAY_SAVE.search(hit.string[: hit.start()]):
        return f"{{x{hit['n']}}}"  # how much somebody may save, and not how much of it is matched
    if Fraction(hit["n"]) > 20:
        return hit[0]
    said = _SAME_SENTENCE.split(hit.string[: hit.start()])[-1]
    return f"{{{'t' if _AFTER_THAT.search(said) else 'f'}{hit['n']}}}"


def _denied(hit: re.Match[str]) -> bool:
    parts = _SAME_SENTENCE.split(hit.string[: hit.start()])
    after = _SAME_SENTENCE.split(hit.string[hit.end() :])[0]
    return bool(_DENIES.search(parts[-1]) or _DENIES.search(after))


def _alone(hit: re.Match[str]) -> str:
    """A percent that no words of reach stand with: a rate, or what the tiers have to come to."""
    before, after = hit.string[max(0, hit.start() - 40) : hit.start()], hit.string[hit.end() : hit.end() + 40]
    value = Fraction(hit[1])
    ahead = _RATE_AHEAD.search(before)
    here = (
        _RATE_HERE.match(after)
        or not before.strip(" :|-")
        or (ahead and ahead[0].startswith(("match", "at", "by", "rate")))
    )
    if value >= 10 and not _OF_PAY.match(after) and here and (value >= 20 or ahead):
        return f"{{r{hit[1]}}}"
    return f"{{c{hit[1]}}}"


_TOGETHER = Pattern(
    r"\b(?:total|together|in all|altogether|combined|go(?:es)? into|adds? up|ends? up|in sum|both)\b",
    "total",
    "together",
    "in all",
    "altogether",
    "combined",
    "into",
    "up",
    "in sum",
    "both",
)


def marks_of(text: str) -> Marks:
    """The rates, reaches and checks of a sentence, in their order: what it is, the number, and of a span its end."""
    if not HINT.search(text):
        return []
    both = bool(_TOGETHER.search(text))
    return [
        ("a" if both and hit[1] == "c" else hit[1], Fraction(hit[2]), Fraction(hit[3] or 0))
        for hit in _MARK.finditer(_marked(text))
    ]


def tiers_told(marks: Marks) -> Tiers:
    """The tiers (rate, reach) that marks tell together; empty where a number is left over or does not fit."""
    tiers: Tiers = []
    checks: list[tuple[str, Fraction, Fraction]] = []
    rate: Fraction | None = None
    reach: tuple[str, Fraction, Fraction] | None = None
    for kind, value, high in marks:
        if kind == "x":
            return []
        if kind in "demcap":
            checks.append((kind, value, high))
            continue
        if kind == "r":
            if rate is not None:
                if rate != value:
                    return []
                continue
            rate = value
        elif reach is None:
            reach = (kind, value, high)
        elif reach != (kind, value, high):
            return []
        if rate is None or reach is None:
            continue
        width = _width(reach, tiers, rate)
        if width is None or width <= 0:
            return []
        tiers.append((rate, width))
        rate = reach = None
    whole = [value for kind, value, _ in checks if kind in "dm"]
    if rate is not None and not tiers and whole and reach is None:
        tiers, rate = [(rate, whole[0])], None
    if not tiers or rate is not None:
        return []
    if reach is not None:
        if reach[0] in "nswt":
            return []  # a later tier whose rate was not understood
        checks.append(("c", reach[1], Fraction(0)))
    return tiers if _sane(tiers) and all(_agrees(*check, tiers) for check in checks) else []


def _width(reach: tuple[str, Fraction, Fraction], tiers: Tiers, rate: Fraction) -> Fraction | None:
    """How many percents of pay a tier takes; None where it does not begin where the one before ended."""
    kind, low, high = reach
    reached = sum((each for _, each in tiers), Fraction(0))
    if kind == "n":
        return low if tiers else None
    if kind == "t" and tiers:
        return low - reached  # `after that at 50% until 6%`
    if kind in "sw":
        # `Contributions between 1% and 6% of pay are matched`: who knows whether the first percent is.
        begins = low == reached or (low == reached + 1 and (kind == "w" or (high > low and reached > 0)))
        return high - reached if begins else None
    if tiers or (kind == "b" and rate != 100):
        return None
    return low


def _sane(tiers: Tiers) -> bool:
    total = sum((reach for _, reach in tiers), Fraction(0))
    apart = all(one[0] != two[0] for one, two in itertools.pairwise(tiers))
    return len(tiers) <= 4 and total <= 20 and apart and all(10 <= rate <= 300 for rate, _ in tiers)


def _agrees(kind: str, value: Fraction, got: Fraction, tiers: Tiers) -> bool:
    reached = sum((reach for _, reach in tiers), Fraction(0))
    given = sum((rate * reach / 100 for rate, reach in tiers), Fraction(0))
    if kind in "dm":
        return value == reached
    if kind == "p":
        return abs(_earned(value, tiers) - got) * 20 < 1
    if kind == "e":
        return value in (reached, reached + 1)
    if kind == "a" and abs(value - given - reached) * 20 < 1:
        return True
    return value == reached or abs(value - given) * 20 < 1


def _earned(saving: Fraction, tiers: Tiers) -> Fraction:
    """What somebody gets who saves so many percents of pay."""
    got = Fraction(0)
    for rate, reach in tiers:
        part = min(saving, reach)
        got, saving = got + part * rate / 100, saving - part
    return got
