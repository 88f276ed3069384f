"""Rates of a match however they are written, as percents: cents, halves, ratios, `dollar for dollar`. Knows no document."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def of_a_dollar(text: str) -> str:
    """So much of a dollar as a percent, exactly: `.50` is 50."""
    return f"{(Decimal(text) * 100).normalize():f}"


P = r"(\d{1,3}(?:\.\d+)?)%"


PAY = r"(?:of )?(?:your |his or her |their |each [a-z]+(?:'s)? |eligible |annual |covered |plan |base |total |considered |pensionable |gross |recognized )*(?:pay|compensation|earnings|salary|wages|remuneration)\b"


_DOLLAR = r"(?:\$1(?:\.00)?|dollar|one dollar)"


CENTS = {
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
            r"(?<=% of )(?:what(?:ever)?|everything|anything|all|the amount)(?: that)? (?:you|participants|employees|members|they) (?:contribute|put in|save|defer)(?: to the plan)?(?=\W*(?:up to|to a max\w*|max(?:imum)?|not (?:to )?exceed\w*|no more than|until)\b[^.;%]{0,40}\$\d|\W*$)"
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
            rf"(?:\b(?:a|one) dollar|\$1(?:\.00)?) and (?:\$0?(\.\d+)|({'|'.join(sorted(CENTS, key=len, reverse=True))}) cents\b)"
        ),
        lambda m: f"${Decimal(1) + (Decimal(m[1]) if m[1] else Decimal(CENTS[m[2]]) / 100)}",
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
        Pattern(rf"\b({'|'.join(sorted(CENTS, key=len, reverse=True))}) cents\b"),
        lambda m: f"${CENTS[m[1]] / 100:g}",
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
            r"(?<![\w$])(\$1|one|two|three)(?: dollars?)?(?: (?:of|in) (?:[a-z&.]+ )?(?:stock|shares))? (?:for|on) (?:every|each) \$?([2-5]|two|three|four|five)\b(?!\.)(?: dollars)?(?: (?:you|they|an? \w+|participants?|employees?) (?:saves?|contributes?|defers?))?(?: of)?\b"
        ),
        lambda m: f"{100 * _COUNT[m[1].replace('$1', 'one')] / int(_COUNT.get(m[2], m[2])):.4f}% of",
        ("every", "each"),
    ),
    (
        Pattern(
            rf"\bfor (?:each|every) {_DOLLAR}(?: \(\$1(?:\.00)?\))?([^.;$%]{{0,90}}?\b(?:up to|not (?:to )?exceed(?:ing)?|on the first) (?:the first )?{P}[^;$%]{{0,60}}?),? (?:[a-z]+ ){{0,6}}?(?:contributes?|adds?|match(?:es)?|puts? in|kicks in|deposits?|pays|credits?|gives?)(?: you)?(?: an additional| another)? (?:\$(\d*\.\d+|\d)(?:\s\(\$\d*\.?\d*\))?|\(?\$(\d?\.\d+)\)?)(?!\d)"
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
            rf"{P} (?:dollar[- ]for[- ]dollar|dollar per dollar) (?:company |employer |401k )?match\b|{P} (?:company |employer |401k )?match(?:ing contribution)?,? (?:on an? )?\(?(?:dollar[- ]for[- ]dollar|dollar per dollar)\b\)?",
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
            rf"\bfor (?:each|every) (?:{_DOLLAR})(?: (?:(?:of|in) (?:your )?@?\w+(?: (?:and|or) @\w+)? contributions?|(?:that )?(?:you|an? \w+) (?:contributes?|saves?|defers?|puts? in)(?: to the plan)?| contributed by [^.;$%,]{{1,70}}))?,? [^.;$%]{{1,50}}?\b(?:contributes?|adds?|match(?:es)?|puts? in|kicks in|deposits?|gives?|pays?) (?:you )?(?:an additional )?\$(\d*\.\d+|\d)"
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
        Pattern(rf"\bnext {P}([^.;$%]{{0,60}}?)(?:,|:| -) (?:it is |it adds |we add |only |just )?half\W*$"),
        r"next \1%\2, 50%",
        ("half",),
    ),
    (Pattern(r"\ba quarter of (?=the first|your|what|each)"), "25% of ", ("a quarter",)),
    (
        Pattern(
            rf"\b(?:on|for|of|with (?:respect|regard) to) (?:the |your |that |their )?first {P}(?: (?:{PAY}|(?:that )?you (?:save|contribute|defer|put in)))*,? (?!of\b|in\b|and\b)(?:(?:the|our|your) )?[a-z&.]+(?: [a-z&.]+)? (?:will )?(?:puts? in|adds?|contributes?|gives?|pays|match(?:es)?)(?: you)?(?: back)?(?: at)? {P}(?! of (?:your |eligible )?(?:pay|salary|comp|earn|wage))"
        ),
        r"match \2% of the first \1%",
        ("first",),
    ),
    (
        Pattern(
            rf"\bfor (?:each|every) {_DOLLAR} (?:(?:that )?(?:you|an? [a-z]+|the [a-z]+|participants?|employees?) (?:saves?|contributes?|defers?|puts? in) )?(?:of|on|from|in) (?:the |your )?(first|next) {P}([^.;$%]{{0,80}}?)(?:,? (?:[a-z]+ ){{0,4}}?(?:contributes?|adds?|match(?:es)?|puts? in|gives?)(?: you)?(?: an additional| another)? |(?:,|:| -) (?:only )?)\$(\d*\.\d+|\d)(?![\d%])"
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
    # `100% of the first 3, 50% of the next 2`.
    (
        Pattern(
            r"(\d{2,3}% (?:of|on) (?:the |your )?(?:first|next) \d{1,2})(?![%\d]|\.\d)(?=\W*$|,? (?:and|then|plus)\b|[,;] )"
        ),
        r"\1%",
        ("first", "next"),
    ),
    # `Contributions that are not over 1% of pay`, `for each dollar saved, not counting savings above 6%`.
    (
        Pattern(
            r",? (?:(?:that|which) (?:are|is|do|does) not (?:go )?(?:over|above|beyond|past)|not counting (?:any )?(?:savings|contributions?|deferrals?|amounts?|anything) (?:over|above|beyond|in excess of)) (?=\d)"
        ),
        " up to ",
        ("not over", "not above", "not beyond", "not past", "not go", "not counting"),
    ),
    (
        Pattern(r"\b(?P<be>is|are|gets?) (?:matched in full|fully matched|matched fully)\b"),
        r"\g<be> matched at 100%",
        (" match",),
    ),
    (Pattern(r"\bmatched (?:at|by) (?:one[- ])?half\b(?! of)"), "matched at 50%", ("half",)),
    (
        Pattern(r"\bup to an? (\$\d[\d,]*)(?: (?:annual|yearly|calendar[- ]year))? (?:maximum|max|limit|cap)\b"),
        r"up to \1 a year",
        ("up to a",),
    ),
    # `80% of deferrals, but it does not count deferrals of more than 5% of pay`.
    (
        Pattern(
            r",? but (?:it |the (?:company|employer|firm|bank|plan) |we )?(?:does|do|will|shall) not (?:take (?:into )?account(?: of)?|count|consider|match|recogni[sz]e) (?:[a-z@]+ ){0,4}?(?:of more than|in excess of|more than|above|over|that exceed|exceeding|beyond) (?=\d[\d.]*%)"
        ),
        " up to ",
        ("but ",),
    ),
    (Pattern(r"\bthe (?:following|subsequent) (?=\d[\d.]*%)"), "the next ", ("the following ", "the subsequent ")),
    (Pattern(r"(?<=%) at (?:one[- ])?half(?=\W*$|[;,.])"), " at 50%", (" half",)),
    (
        Pattern(r"\bmatch(?P<be>ed|es)? (?:at )?(?:2|two)[- ](?:to|for)[- ](?:1|one)\b"),
        r"match\g<be> at 200%",
        ("-1", "-one", "to 1", "for 1", "to one", "for one"),
    ),
    (
        Pattern(r"\b(?:2|two)[- ](?:to|for)[- ](?:1|one) match\b"),
        "200% match",
        ("-1 match", "-one match", " 1 match", " one match"),
    ),
    # `On the first 8% that you save the company puts in 50 cents on the dollar`.
    (
        Pattern(
            r"\b(?:on|for) (?:the |your )?first (?P<reach>\d{1,2}(?:\.\d+)?)%[^.;%$]{0,90}?\b(?:contributes?|puts? in|pays?|adds?|gives?|chips? in) (?:you )?(?P<rate>\d{2,3}(?:\.\d+)?)% of(?=\W*$)"
        ),
        r"match \g<rate>% of the first \g<reach>%",
        ("first",),
    ),
    # The whole of a sum is the most that it gives.
    (
        Pattern(r"(?<!\d)100% up to (?:the )?first \$(?=\d[^%]*$)"),
        "100% of your contributions up to $",
        ("100% up to",),
    ),
)


@lru_cache(maxsize=2**10)
def rated(text: str) -> str:
    """A sentence with every way to say a rate as percent."""
    for pattern, put, needs in _RATES:
        if any(word in text for word in needs):
            text = pattern.sub(put, text)
    return text
