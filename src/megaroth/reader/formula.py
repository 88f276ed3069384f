"""Match formulas as sentences write them: tiers of pay or of dollars, steps, the greater of two. Knows no document."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from fractions import Fraction

from megaroth.reader.pattern import Pattern
from megaroth.reader.tiers import tiers_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def of_a_dollar(text: str) -> str:
    """So much of a dollar as a percent, exactly: `.50` is 50."""
    return f"{(Decimal(text) * 100).normalize():f}"


_P = r"(\d{1,3}(?:\.\d+)?)%"
_PAY = r"(?:of )?(?:your |his or her |their |each [a-z]+(?:'s)? |eligible |annual |covered |plan |base |total |considered |pensionable |gross |recognized )*(?:pay|compensation|earnings|salary|wages|remuneration)\b"
_DOLLAR = r"(?:\$1(?:\.00)?|dollar|one dollar)"
_CENTS = {
    "ten": 10, "twenty": 20, "twenty-five": 25, "thirty": 30, "thirty-three": 33, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "seventy-five": 75, "eighty": 80, "ninety": 90,
}  # fmt: skip
_COUNT = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "a": 1}
_SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5}
_KIND = (
    r"(?:@pre|@roth|@at|catch-up|traditional)(?: 401k)?(?: (?:contributions?|deferrals?|savings|basis|dollars|money))*"
)
_LESSER = Pattern(
    r"\bless[eo]r of:? (?:(?:\(?[a-z0-9]\) ?|either )?)(?P<one>\d{1,3}(?:\.\d+)?% of [^;]{3,150}?),? or (?:\(?[a-z0-9]\) ?)?(?P<two>\d{1,2}(?:\.\d+)?% of (?:(?:the|an|all|total) )?(?:[a-z']+ ){0,4}?(?:pay|compensation|earnings|salary|wages|income)\b|\d{1,3}% of (?:the first )?\d|(?:an? )?(?:annual )?(?:maximum (?:amount )?of )?\$\d)",
    "lesser of", "lessor of",
)  # fmt: skip


def _the_lesser(found: re.Match[str]) -> str:
    """`The lesser of 50% of deferrals or 3% of pay`: the second bounds the match; what a lesser of two bounds, nobody can say."""
    if re.search(
        r"\b(?:up to|total of|maximum of|exceed|limited to|subject to)(?: the)? $", found.string[: found.start()]
    ):
        return found[0]
    rate = found["two"].partition("%")[0] == found["one"].partition("%")[0]
    return f"{found['one']}, {'not to exceed' if rate else 'for a maximum match of'} {found['two']}"


_RATES: tuple[tuple[Pattern, Any, tuple[str, ...]], ...] = (
    (_LESSER, _the_lesser, ("lesser of", "lessor of")),
    (
        Pattern(
            r"(?<=% of )(?:what(?:ever)?|everything|anything|all|the amount)(?: that)? (?:you|participants|employees|members|they) (?:contribute|put in|save|defer)(?: to the plan)?(?=\W*(?:up to|to a max\w*|not (?:to )?exceed\w*|no more than|until)\b[^.;%]{0,40}\$\d|\W*$)"
        ),
        "your contributions",
        ("% of what", "% of every", "% of any", "% of all", "% of the amount"),
    ),
    (
        Pattern(
            rf"(?<=[a-z])(?: made)? (?:as|on|in|through) (?:(?:an?|either|your) )*{_KIND}(?:(?:,? (?:and/or|and|or) |, |/)(?:an? )?{_KIND})*(?=\W|$)"
        ),
        "",
        ("@pre", "@roth", "@at", "catch-up"),
    ),
    (
        Pattern(
            r"\b(?:up )?to (?:an?|the) (?:maximum )?(?:savings?|contribution|deferral) (?:rate|percentage|level|election) of (?=\d)"
        ),
        "up to ",
        ("rate of", "percentage of", "level of", "election of"),
    ),
    (
        Pattern(
            rf"\b(for|on|of) (each|every) (?:{_KIND}|traditional|regular|eligible|/|,|and/or|and|or| )+ (?=dollar\b(?! (?:limit|amount|cap)))"
        ),
        r"\1 \2 ",
        (" dollar",),
    ),
    (
        Pattern(
            r"\b(?P<each>for (?:each|every) dollar)\b(?P<of>[^.;]*?\b(?:contributes?|adds?|puts? in|gives?|deposits?|pays?|credits?|match(?:es)?)(?: you| in| with)?) (?:a|one|another|an additional|an extra)(?: full| additional| extra| matching)? dollar(?= of its own\b| too\b| (?:in)?to your\b|[,.;]|\W*$)"
        ),
        r"\g<each>\g<of> $1",
        ("for each dollar", "for every dollar"),
    ),
    (
        Pattern(rf"\ba (quarter|dime|nickel)(?= (?:for|on) (?:each|every|the) {_DOLLAR})"),
        lambda m: {"quarter": "$0.25", "dime": "$0.10", "nickel": "$0.05"}[m[1]],
        ("a quarter", "a dime", "a nickel"),
    ),
    (
        Pattern(
            rf"(?:\b(?:a|one) dollar|\$1(?:\.00)?) and (?:\$0?(\.\d+)|({'|'.join(sorted(_CENTS, key=len, reverse=True))}) cents\b)"
        ),
        lambda m: f"${Decimal(1) + (Decimal(m[1]) if m[1] else Decimal(_CENTS[m[2]]) / 100)}",
        ("dollar and", "$1 and", "$1.00 and"),
    ),
    (
        Pattern(
            rf"\b(adds?|contributes?|puts? in|gives?|pays?|match(?:es)?) ([1-9]\d)(?= (?:for|on|per) (?:each |every |the )?{_DOLLAR})"
        ),
        r"\1 $.\2",
        ("for", " on ", "per"),
    ),
    (
        Pattern(rf"\b({'|'.join(sorted(_CENTS, key=len, reverse=True))}) cents\b"),
        lambda m: f"${_CENTS[m[1]] / 100:g}",
        (" cents",),
    ),
    (
        Pattern(
            r"\bmatch(?:ing)?(?: contributions?)?\W{1,3}(\d(?:\.\d+)?|1[0-5])% \(?dollar[- ]for[- ]dollar\b\)?(?! (?:of|on|up|for))",
            "% (dollar for dollar",
            "% dollar for dollar",
            "dollar-for dollar",
            "for-dollar",
        ),
        r"match 100% of the first \1% of pay",
        ("dollar-for", "dollar for"),
    ),
    (Pattern(r"(?<=\d%) \(dollar[- ]for[- ]dollar\)"), "", ("(dollar",)),
    (
        Pattern(r"(?<![\d:-])(?:1:1|1[- ]to[- ]1|one[- ]to[- ]one)(?![\d:-])"),
        "dollar for dollar",
        ("1:1", "to-1", "to 1", "to-one", "to one"),
    ),
    (
        Pattern(
            r"\bmatch(?:es)? (?:every|each) dollar\b(?!,? (?:with|by|at)\b)(?![^;]*(?:[2-9]\d%|\d{3}%|\$\d?\.\d|\$1\b|half))"
        ),
        "matches 100% of each dollar",
        ("y dollar", "h dollar"),
    ),
    (
        Pattern(
            r"\bfor (?:each|every) \$([2-5])(?:\.00)? (?:that )?[^.;$%]{1,40}?\b(?:contributes?|adds?|match(?:es)?|puts? in|gives?)(?: you)?(?: an additional| another)? \$1(?:\.00)?(?![\d.]*\d)"
        ),
        lambda m: f"match {Decimal(100) / int(m[1]):.4f}% of",
        ("for each $", "for every $"),
    ),
    (
        Pattern(r"\b(?:point|percent|penny)[- ]for[- ](?:point|percent|penny)\b|\d?%[- ]for[- ]\d?%"),
        "dollar for dollar",
        ("for-p", "for p", "for %", "for-%"),
    ),
    (
        Pattern(
            r"\b(half|quarter|third) (?:a |of a )?(?:point|percent(?:age point)?|%)(?: each)? (?:for|on|of) (?=(?:each (?:of )?)?(?:the )?next\b)"
        ),
        lambda m: f"{Decimal(100) / _PARTS[m[1]]:.4f}% of ",
        ("half", "quarter", "third"),
    ),
    (
        Pattern(rf"\b(up to|first|next) (?:the (?:first |next )?)?(\d|{'|'.join(_SMALL)}) points\b"),
        lambda m: f"{m[1]} {_SMALL.get(m[2], m[2])}%",
        (" points",),
    ),
    (
        Pattern(r"\b(one|two|three|four)[- ](third|quarter|fourth|fifth)s?(?: \(\d+(?:\.\d+)?%\))? of\b"),
        lambda m: f"{100 * _COUNT[m[1]] / _PARTS[m[2]]:.4f}% of",
        ("third", "quarter", "fourth", "fifth"),
    ),
    (
        Pattern(
            r"\b(\$1|one|two|three)(?: dollars?)? (?:for|on) (?:every|each) (two|three|four|five)(?: dollars)?(?: of)?\b"
        ),
        lambda m: f"{100 * _COUNT[m[1].replace('$1', 'one')] / _COUNT[m[2]]:.4f}% of",
        ("every", "each"),
    ),
    (
        Pattern(
            rf"\bfor (?:each|every) {_DOLLAR}(?: \(\$1(?:\.00)?\))?([^.;$%]{{0,90}}?\b(?:up to|not (?:to )?exceed(?:ing)?|on the first) (?:the first )?{_P}[^;$%]{{0,60}}?),? (?:[a-z]+ ){{0,6}}?(?:contributes?|adds?|match(?:es)?|puts? in|kicks in|deposits?|pays|credits?)(?: an additional| another)? (?:\$(\d*\.\d+|\d)(?:\s\(\$\d*\.?\d*\))?|\(?\$(\d?\.\d+)\)?)(?!\d)"
        ),
        lambda m: f"match {of_a_dollar(m[3] or m[4])}% of contributions{m[1]}",
        ("for each", "for every"),
    ),
    (
        Pattern(rf"\b(?:each|every) {_DOLLAR}([^.;$%]{{0,40}}?) with \$(\d*\.\d+)\b"),
        lambda m: f"{of_a_dollar(m[2])}% of amounts{m[1]}",
        ("with $",),
    ),
    (
        Pattern(
            rf"{_P} (?:dollar[- ]for[- ]dollar|dollar per dollar) (?:company |employer |401k )?match\b|{_P} (?:company |employer |401k )?match(?:ing contribution)?,? (?:on an? )?\(?(?:dollar[- ]for[- ]dollar|dollar per dollar)\b\)?",
            "% dollar",
            "match ",
            "match,",
            "matching contribution",
        ),
        lambda m: f"100% of the first {m[1] or m[2]}% of pay match",
        ("dollar",),
    ),
    (
        Pattern(
            rf"\b(?:dollar[- ]for[- ]dollar|dollar per dollar|a dollar for (?:each|every) (?:dollar|of your dollars))\b|\$1(?:\.00)?(?: (?:in)?to (?:your|the) (?:account|plan))? (?:for|on|per) (?:each|every)? ?{_DOLLAR}|\b100 cents (?:on|for|per) (?:the|each|every|a)? ?{_DOLLAR}"
        ),
        "100% of",
        ("dollar", "$1", "100 cents"),
    ),
    (
        Pattern(
            rf"\$(\d*\.\d+|\d)(?: (?:of )?match(?:ing contribution)?)?(?: from (?:the |our )?[a-z]+)?(?: (?:in)?to (?:your|the) (?:account|plan))? (?:(?:for|on|per|of) (?:the |a |each |every )?|to (?:each|every) )(?:{_DOLLAR})(?: (?:that )?(?:you|participants?|employees?) (?:contributes?|saves?|defers?|puts? in))?(?: saved)?"
        ),
        lambda m: f"{of_a_dollar(m[1])}% of",
        ("$",),
    ),
    (
        Pattern(
            rf"\bfor (?:each|every) (?:{_DOLLAR})(?: (?:of @?\w+ contributions?|(?:that )?(?:you|an? \w+) (?:contributes?|saves?|defers?|puts? in)(?: to the plan)?| contributed by [^.;$%,]{{1,70}}))?,? [^.;$%]{{1,50}}?\b(?:contributes?|adds?|match(?:es)?|puts? in|kicks in|deposits?) (?:an additional )?\$(\d*\.\d+|\d)"
        ),
        lambda m: f"{of_a_dollar(m[1])}% of",
        ("for each", "for every"),
    ),
    (
        Pattern(
            r"\b(?:one[- ]half|half)(?: of)?(?= (?:of )?(?:the|your|each|every|what|any|all|elective|salary|employee|participant|such|their|deferrals|contributions|basic)\b)"
        ),
        "50% of",
        ("half",),
    ),
    (
        Pattern(rf"\bnext {_P}([^.;$%]{{0,60}}?)(?:,|:| -) (?:it is |it adds |we add |only |just )?half\W*$"),
        r"next \1%\2, 50%",
        ("half",),
    ),
    (Pattern(r"\ba quarter of (?=the first|your|what|each)"), "25% of ", ("a quarter",)),
    (
        Pattern(
            rf"\b(?:on|for|of) (?:the |your |that |their )?first {_P}(?: (?:{_PAY}|(?:that )?you (?:save|contribute|defer|put in)))*,? (?!of\b|in\b|and\b)(?:(?:the|our|your) )?[a-z&.]+(?: [a-z&.]+)? (?:will )?(?:puts? in|adds?|contributes?|gives?|pays|match(?:es)?)(?: you)?(?: back)?(?: at)? {_P}(?! of (?:your |eligible )?(?:pay|salary|comp|earn|wage))"
        ),
        r"match \2% of the first \1%",
        ("first",),
    ),
    (
        Pattern(
            rf"\bfor (?:each|every) {_DOLLAR} (?:(?:that )?(?:you|an? [a-z]+|the [a-z]+|participants?|employees?) (?:saves?|contributes?|defers?|puts? in) )?(?:of|on|from|in) (?:the |your )?(first|next) {_P}([^.;$%]{{0,80}}?)(?:,? (?:[a-z]+ ){{0,4}}?(?:contributes?|adds?|match(?:es)?|puts? in|gives?)(?: you)?(?: an additional| another)? |(?:,|:| -) (?:only )?)\$(\d*\.\d+|\d)(?![\d%])"
        ),
        lambda m: f"match {of_a_dollar(m[4])}% of the {m[1]} {m[2]}%{m[3]}",
        ("for each", "for every"),
    ),
    (Pattern(r"\bfully match(?:es)? (?=(?:your|the|each|all|@|what))"), "matches 100% of ", ("fully match",)),
    (
        Pattern(r"(\d{2,3})% to (\d{1,2}%,? (?:and |then |plus |and then )\d{2,3}%) to (?=\d{1,2}%)"),
        r"\1% up to \2 up to ",
        ("% to ",),
    ),
    (Pattern(r"% of,? of\b"), "% of", (" of",)),
    (
        Pattern(r"\b(?P<be>is|are|gets?) (?:matched in full|fully matched|matched fully)\b"),
        r"\g<be> matched at 100%",
        (" match",),
    ),
    (Pattern(r"\bmatched (?:at|by) (?:one[- ])?half\b(?! of)"), "matched at 50%", ("half",)),
    # The whole of a sum is the most that it gives.
    (
        Pattern(r"(?<!\d)100% up to (?:the )?first \$(?=\d[^%]*$)"),
        "100% of your contributions up to $",
        ("100% up to",),
    ),
)
_MONEY = r"\$(\d[\d,]*(?:\.\d\d)?)"
_TIER = Pattern(
    rf"{_P} (?:employer |company )?(?:match(?:ing contribution)?s? )?(?:rate )?(?:of|on|for|against) [^.;$%]{{0,70}}?\b(?:first|next|initial|additional|subsequent) {_MONEY}",
    "$",
)
_A_PAYDAY = Pattern(r"^[^.;$%]{0,50}?\b(?:per|each|every|a|by) (?:pay|month|quarter|week|bi-?week|semi)")
_A_RATE = Pattern(r"\d% (?:of|on|for|against|match)")
_EVERY = Pattern(
    rf"\bmatch(?:es)? {_P} of (?:your |all |the |any |employee |elective |salary |@pre |@roth |and )*(?:contributions?|deferrals?)\b(?! (?:up|not|that|which|in excess|between|over|above))(?![^;]*\d%)|\bmatch(?:es)? {_P} of (?:every|each) (?:dollar|\$1) (?:that )?you (?:defer|contribute|save)(?![^.;]*\d%)|^for each \$1 contributed[^.;%$]{{0,90}}\bcontribute {_P} of(?![^.;]*\d%)"
    rf"|\bmatch\w*(?: contributions?)?(?: to the plan)?(?: in (?:an|the) amount)?,? (?:of|equal to|equals?|is|was|at) {_P} of (?:(?:a|an|the|each|all|any|your|their|every|eligible|total|participating) )*(?:[a-z]+'s? |[a-z]+s' |participants? |employees? )?(?:(?:elective|salary|employee|participant|annual|@pre|@roth|and|or|and/or|401k|deferral|reduction|eligible|voluntary) )*(?:contributions?|deferrals?)\b(?!,? (?:up|not|but|that|which|in excess|between|over|above|on|to the extent|subject|limited|with|multiplied))(?![^;]*(?:\d%|\$\d))"
)
_RATE_TO = Pattern(
    rf"\bmatch\w*\b[^.;%$]{{0,60}}?\b{_P},? (?:match,? )?(up to|to|on up to)(?: the first| a maximum of)? {_P}(?: of (?:your |eligible |annual |base |total |covered |plan )*(?:pay|comp|earn|sal|wage|remun)| per |,|[.;]|$)"
)
_A_RATE_MORE = Pattern(r"\b[2-9]\d%|\b1\d\d%", "%")
"""`The Company matches your contributions 100% up to 5% of pay`, `Match: 50% to 7% of comp`."""
_MATCHED_AT = Pattern(
    rf"\b(?:up to|first) {_P}[^.;%$]{{0,110}}?\b(?:(?:is|are|will be) matched|match(?:es)? (?:them|these|those|it))\b[^.;%$]{{0,45}}?(?: at| by)? (?:an? (?:rate of )?|the rate of )?{_P}"
)
_EQUALS = Pattern(
    rf"\bmatch\w*(?: contributions?)?[^.;%$@]{{0,40}}\bequals?(?: to)? (?:(?:the|each|a|an|your|their|all) )*(?:[a-z]+[’']s? |[a-z]+s[’'] )?(?:(?:elective|salary|employee|voluntary|deferral|reduction|@pre|@roth|and|or|and/or) )*(?:contributions?|deferrals?|reductions?),? (?:up to|(?:that (?:do|does) )?not (?:to )?exceed(?:ing)?|to a maximum of)(?: (?:the first|a maximum of))? {_P} (?:{_PAY})(?![^;]*\d%)",
    "equal",
)
"""`Equal to your contributions up to 4% of pay`: the whole of them."""
_ITS_EQUAL = Pattern(
    rf"\b(?:contributes?|adds?|puts? in|gives?|match\w*)(?: (?:another|an additional|an extra|of))? (?:\d%?,? )+(?:or|and|through|to) {_P},? (?:equal to|the same as|to match) (?:your|their|his or her|each [a-z]+'s|the [a-z]+'s) (?:own )?(?:contributions?|deferrals?|savings)\b(?![^;]*\d%[^;]*\d%)",
    "equal", "same as", "to match",
)  # fmt: skip
"""`Another 1%, 2%, 3% or 4%, equal to your own contribution`."""
_IN_FULL = Pattern(
    rf"\bmatch(?:es)?\b[^.;%$]{{0,60}}?\b(?:up to|the first) {_P} ?(?:{_PAY}|(?:that )?(?:you|they) (?:save|contribute|defer|put in))?,? ?(100)% of(?=\W*$|[.;,])"
)
_OF_A_BONUS = Pattern(r"\d% of (?:your |any |an? |the |each )?(?:annual |quarterly |incentive )?bonus", "bonus")
_RATIO_LEFT = Pattern(r"(?<![\d:-])\d:\d(?= (?:match\w* )?(?:on|of|for|up to)\b)", ":")
"""`1:2 on the next 2%`: half, or twice?"""
_MATCH_AT_MOST = Pattern(
    rf"\buntil (?:it|we|the [a-z]+|what (?:it has|we have|we've) put in) (?:has |have |is )?(?:put in |contributed |matched |added |reached )?{_P} of (?:your |his or her |eligible |annual |base |total )*(?:pay|comp|earn|sal|wage)|\b(?:up to|to|with|subject to) an? (?:total |annual )?(?:maximum|limit) (?:company |employer )?match(?:ing contribution)?s? (?:equal to|of) {_P} of (?:your |his or her |eligible |annual |base |total )*(?:pay|comp|earn|sal|wage)"
)
"""The most of the match itself, not of what is matched."""
_WHOLE = Pattern(
    rf"{_P} of (?:[^.;%$]{{0,70}}?\b(?:contributions?|deferrals?|savings|amounts?|contribute|defer|save)|what|every)\b"
)
_REVERSED = Pattern(
    rf"\b(first|next) {_P}[^.;%]{{0,40}}?(?:\b(?:(?:matched )?at (?:a rate of )?|(?:it|match|this) is (?:at )?)| (?:-|=|→|->) |(?<=[a-z%]): ?){_P}"
)
_AT_RATE = Pattern(
    rf"\bmatch(?:es)?\b[^.;%]{{0,30}}(?:the )?(?:first |up to )(?:the first )?{_P}\s*(?:of )?[^.;%]{{0,70}}?\b(?:at (?:a rate of )?|with |by ){_P}"
)
_RANGE_OF = Pattern(
    rf"\bif you (?:contribute|defer|save) (?:between|from|at least) [01]% (?:and|to|through) {_P}[^.;]{{0,100}}\b(?:matching contribution|match) (?:of|equal to) {_P}(?! of (?:your |eligible )?(?:pay|comp))",
    "if you",
)
ONE_STEP = Pattern(
    rf"\b(?:contribut\w*|defer\w*|sav\w*|elect\w*) (?:at least )?{_P}[^.;%]{{0,60}}?,? (?:[^.;%]{{0,40}})\b(?:contributes?|adds?|provides?|receive|match(?:es)?)\b[^.;%]{{0,40}}?{_P} of (?:your |eligible )*(?:pay|compensation|earnings)"
)

UNTIL_GIVEN = r"until (?:it|we|the [a-z]+|(?:its|our|the|your) match(?: for the year)?)(?: has|'ve| have)?(?: (?:given|paid|contributed|matched|put in|added|reached|comes? to|reaches|equals)){1,2}(?: you| him| her| them| a total of| a)*|until (?:you|they|a participant)(?: have|'ve| has)? (?:received|gotten|got|reached|been given|earned)(?: a total of| a| a match of)*"
_WHOLE_TO = Pattern(
    rf"{_P} (?:match(?:ing contribution)? )?(?:of|on) [^.;%$]{{0,90}}?\b(?:contributions?|deferrals?|savings|contribute[sd]?|defers?|deferred|reductions?|put in)\b[^.;%$]{{0,60}}?\b(?:{UNTIL_GIVEN}|up to|not (?:to )?exceed(?:ing)?|limited to|max\w*|no more than|capp?e?d? (?:at|of)|limit of)\b(?P<of>[^.;%$]{{0,60}})\$\d(?![^;]*\d%)"
    rf"|\b(?:contributions?|deferrals?|savings|put in|contribute|save|defer) (?P<whole>100)% of,? (?:up to|{UNTIL_GIVEN})(?P<of2>[^.;%$]{{0,40}})\$\d(?![^;]*\d%)"
    rf"|(?P<capped>\d{{1,3}}(?:\.\d+)?)% of(?: (?:what )?(?:you|they|participants?|employees?|members?)(?: (?:do|does|contribute|save|defer|put in))?)?,? (?:to|with|at|subject to) (?:an? |its )(?:annual |yearly )?(?:top|ceiling|cap|limit|max(?:imum)?|high)(?: match)? of \$[\d,]+(?![\d,])(?! (?:on|of|for|in) (?:your |their |the |all |own )*(?:deferr|contrib|sav|pay|comp|earn|salar))(?![^;]*\d%)"
)
"""`100% of contributions up to $1,500`; of another rate only where the sum is said to be that of the match."""
_REST = Pattern(
    rf"{_P} (?:thereafter|after that|of (?:anything|everything|all|the rest|any amounts?)\b|on the rest|for the rest)"
)
_STEPS = Pattern(
    rf"\b(?:contribut\w*|defer\w*|sav(?:e|es|ing)|elect\w*|at|put(?:s|ting)? in)\b (?:at least |just )?{_P}(?: (?:of )?(?:your |eligible )*(?:pay|compensation|earnings|salary))?(?: or more)?[^.;%]{{0,70}}?\b(?:contributes?|adds?|gives?|provides?|credits?|deposits?|receives?|gets?|match(?:es)?|puts? in|equals?|is)\b[^.;%]{{0,40}}?{_P}(?! of (?:the|your|every|each) (?:first|contrib|dollar|defer))"
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
                rf"^\W*(?:\([a-z0-9]\) )?{_P} of (?:your |the |all |total |@pre|@roth|and |or |employee |elective )*(?:contributions?|deferrals?)(?![^.;]*%)",
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


def rated(text: str) -> str:
    """A sentence with every way to say a rate as percent."""
    for pattern, put, needs in _RATES:
        if any(word in text for word in needs):
            text = pattern.sub(put, text)
    return text


def _text(number: Fraction) -> str:
    return str(Decimal(number.numerator) / Decimal(number.denominator))


_THIRDS = {
    "33.3333": "33 1/3", "33.33": "33 1/3", "66.6667": "66 2/3", "66.67": "66 2/3", "66.66": "66 2/3", "16.6667": "16 2/3",
}  # fmt: skip


def percent(text: str) -> str:
    """A number as a plan file writes a percent: thirds as thirds."""
    number = f"{Decimal(text):.4f}".rstrip("0").rstrip(".")
    return _THIRDS.get(number, number)


def tiers_of(text: str, sure: bool = True) -> list[dict[str, str]]:
    """The tiers that a sentence writes out; empty when it writes none that can be relied upon."""
    text = rated(text)
    if _OF_A_BONUS.search(text) or _RATIO_LEFT.search(text):
        return []
    read = tiers_in(text, sure)
    if read is not None:
        return [_tier(_text(rate), _text(reach)) for rate, reach in read]
    return _written(text)


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
    for pattern, rate, reach in ((_RANGE_OF, 2, 1), (_AT_RATE, 2, 1), (_MATCHED_AT, 2, 1), (_IN_FULL, 2, 1)):
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
