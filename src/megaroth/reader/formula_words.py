"""How rates and reaches of a match are worded: each way to say one becomes a mark, `{r50}` a rate, `{f6}` the first, `{n2}` the next, `{s3:5}` from to.

A mark is made of classes of words (who saves, what each dollar is met with, how far it goes), never of one wording. Knows no document.
"""

from __future__ import annotations

import re
from fractions import Fraction

from megaroth.reader.pattern import Pattern
from megaroth.reader.rates import CENTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NUMBER = r"(?:about |exactly |just |only |a |an |the |your |their |those |first |initial |total |of )*(?P<n>\d{1,2}(?:\.\d+)?)%"
ANY = r"(?:[^.;:%{}]|\.(?=\d))"
SAVE = r"(?:sav(?:es?|ed|ings?)|contribut(?:es?|ed|ing|ions?)|defer(?:s|red|ring|rals?)?|put(?:s|ting)? (?:in|away|aside|by)|set(?:s|ting)? aside|invest(?:s|ed|ing)?|pay(?:s|ing)? in)"
_PER = r"(?:(?:for|on|of|to|per|against|from|in) (?:each|every|any|the|a|your)?|/)(?: one)? ?(?:(?:of|from|in) (?:your|their|the) )?(?:dollars?|\$1(?:\.00)?)(?![\d.,]*\d)"
OVER = r"(?:beyond|above|over|past|after|exceed(?:s|ing|ed)?|(?:in )?excess of|more than|greater than|higher than|on top of)"
_PARTS: dict[str, int | str] = {
    "half": 50, "one-half": 50, "one half": 50, "a half": 50, "a third": "100/3", "one-third": "100/3", "one third": "100/3",
    "two-thirds": "200/3", "two thirds": "200/3", "a quarter": 25, "one-quarter": 25, "one-fourth": 25, "a fourth": 25, "a fifth": 20,
    "one-fifth": 20, "three-quarters": 75, "three quarters": 75, "three-fourths": 75, "two-fifths": 40, "three-fifths": 60, "four-fifths": 80,
}  # fmt: skip
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_COUNT: dict[str, int] = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a": 1, "another": 1}
_SUM = rf"(?:\$\d?\.\d+|\$\d(?!\d|,\d)|(?:{'|'.join(_COUNT)}) dollars?|(?:a|one) (?:quarter|dime|nickel)|half a dollar)"
_COINS = {"quarter": 25, "dime": 10, "nickel": 5}


def _cents(text: str) -> Fraction:
    if text.startswith("$"):
        return Fraction(text[1:]) * 100
    if "half" in text:
        return Fraction(50)
    count, _, thing = text.partition(" ")
    return Fraction(_COINS[thing]) if thing in _COINS else Fraction(_COUNT[count] * 100)


def _count(text: str) -> Fraction:
    bare = text.strip("$").removesuffix(".00")
    return Fraction(_COUNT[bare]) if bare in _COUNT else Fraction(bare)


def _rate(number: Fraction | int | str) -> str:
    return f"{{r{Fraction(number)}}}"


def _ratio(hit: re.Match[str]) -> str:
    ours, theirs = _count(hit["ours"]), _count(hit["theirs"])
    return _rate(ours * 100 / theirs) if theirs else hit[0]


_ONE_TO_SIX = rf"\$?[1-6](?:\.00)?(?![\d.,%]*\d|%)|{'|'.join(word for word in _COUNT if word not in ('a', 'another'))}"
_FROM_US = r"(?:(?: dollars?)? (?:from|of|by|in) (?:match(?:ing)?(?: money| funds)?|us|ours|[a-z]+|the [a-z]+|our own|its own|company money|employer money))?(?: dollars?)?"
_FULLY = r"(?:in full|fully|completely|entirely|in (?:its|their) entirety|all of it|all of them|the whole (?:of it|amount|thing)|every (?:bit|penny|cent)(?: of it)?|100 cents on the dollar|(?:dollar|penny|point|percent|one|cent)[- ]for[- ](?:a[- ])?(?:dollar|penny|point|percent|one|cent)|(?:a|one) dollar for (?:a|each|every|one|your) dollar|one[- ]to[- ]one|1:1|1[- ](?:for|to)[- ]1|dollar per dollar|at par|equally)"
_YOURS = r"(?:(?:your|their|his or her|each|an?|the|any|every|all|such) )?(?:(?:participant|employee|member|associate|teammate|person|saver|worker|colleague|individual)s?(?:'s|'|s')? )?(?:own )?(?:(?:elective|salary|employee|@pre|@roth|and|or|401k|403b|deferral|reduction|eligible|pilot|personal) )*(?:contributions?|deferrals?|savings|amount (?:you|they) \w+)\b"
HINT = Pattern(
    r"%|\$\d?\.?\d|\bdollars?\b|\bhalf\b|\btoo\b|\bas well\b|\blike amount\b|\bdoubled?s?\b|\btwice\b|\bcents?\b|\b(?:one|two|three)[- ](?:for|to)\b|\bequals?\b|=|\bsame\b|\bas much as\b|\bpenny\b|\bone[- ]for\b|\bone[- ]to\b|1:1|\bmatch\w*\b[^.;:]{0,60}\b(?:full|fully|completely|entirely|entirety|all of|every|third|thirds|quarters?|fourths?|fifths?)\b"
)
"""A sentence that can hold a rate or a reach."""
AS_MARKS: tuple[tuple[Pattern, Any], ...] = (
    # Cents in words; what each dollar brings; a dollar of theirs and what is put beside it.
    (Pattern(rf"\b(?P<word>{'|'.join(sorted(CENTS, key=len, reverse=True))})[- ]cents?\b", "cent"), lambda m: f"$0.{CENTS[m['word']]:02d}"),
    (Pattern(r"(?<![\w$.])(?P<n>\d\d)[- ]?cents?\b", "cent"), lambda m: f"$0.{m['n']}"),
    (
        Pattern(rf"\b(?:each|every)(?: one)?(?: of (?:these|those|your|their|the|them))?(?: [a-z]+)? dollars?\b(?P<of>{ANY}{{0,60}}?)\b(?:brings?|earns?|gets?|draws?|is worth|means|attracts?|yields?|produces?|with|by|receives?|triggers?)(?: you| in)? (?P<sum>{_SUM})(?![\w%]|[.,]\d)", "dollar"),
        lambda m: f"{m['of']} {_rate(_cents(m['sum']))}",
    ),
    (
        Pattern(rf"\b{SAVE} (?:a dollar|one dollar|\$1(?:\.00)?)\b(?P<of>(?:[^.;:%{{}}]|\.(?=\d)){{0,60}}?)\b(?:puts? in|adds?|contributes?|gives?|pays?|deposits?|kicks? in|chips? in)(?: you)? (?P<sum>{_SUM}|(?:another|one|a second)(?: dollar| of (?:our|its) own)?)(?![\w%]|[.,]\d)", "dollar", "$1"),
        lambda m: f"{m['of']} {_rate(_cents(m['sum']) if m['sum'][0] == '$' or 'half' in m['sum'] or 'quarter' in m['sum'] else 100)}",
    ),
    (
        Pattern(rf"\b(?:whatever|what|everything|the amount|as much as)(?: that)? (?:you|they|an? \w+|each \w+) {SAVE}(?P<of>{ANY}{{0,30}}?),? (?:the |our )?[a-z&.]+(?: [a-z&.]+)? (?:will )?(?:{SAVE}|adds?|gives?|does|do)(?: in)? (?:too|as well|also|likewise|the same|just as much|that much(?: again| too)?|an equal (?:amount|sum)|it all)\b", "what", "everything", "the amount", "as much"),
        lambda m: f"{m['of']} {_rate(100)}",
    ),
    (
        Pattern(r"\b(?P<ours>one|two|three|[1-3])[- ](?:for|to)[- ](?P<theirs>one|two|three|four|five|[1-5])\b(?=[- ](?:on|of|match|basis|up|for|until|through|to)\b|\W*$|[.,;:])", "one", "two", "three", "1", "2", "3"),
        _ratio,
    ),
    (
        Pattern(rf"\b(?:adds?|contributes?|puts? in|gives?|pays?|match(?:es)?|deposits?)(?: you)? (?:double|twice)(?: (?:that|as much|the amount|what (?:you|they) {SAVE}|your (?:contributions?|savings)))?(?![\w-])", "double", "twice"),
        _rate(200),
    ),
    (
        Pattern(r"\b(?:we|company|employer|[a-z&]+)(?: will)? doubles? (?=(?:your|the first|what|every|each|their)\b)|\b(?:is|are|gets?) doubled\b(?= by (?:us|the|our)|,| up| until|\W*$)", "double"),
        f"{_rate(100)} ",
    ),
    (
        Pattern(rf"\bmatch(?:es|ed|ing)? (?:all|every (?:dollar|penny|cent|bit)|everything|each dollar|the whole)(?: (?:of|that))*(?= (?:your|the|you|they|what|first|an? \w+|participants?|employees?)\b)(?![^.;]*\b(?:with|by|at) (?:\$|\d|{_PART}|a rate))", "match"),
        f"match {_rate(100)}",
    ),
    (
        Pattern(r"(?<!up to )\b(?:in )?(?:an|the) (?:equal|same|like|identical|matching) (?:amount|sum|share|percentage)\b(?! (?:for|to) (?:all|every|each|both))", "equal", "same", "like", "identical", "matching"),
        _rate(100),
    ),
    (
        Pattern(rf"(?<![\w-])(?:(?P<full>full(?:y)?)|(?P<part>{_PART}))(?: match(?:ed)?)? (?:on|of|for|to) (?=(?:the |your |their )?(?:first|next|following|last)\b)", "full", "half", "third", "quarter", "fourth", "fifth"),
        lambda m: f"{_rate(100 if m['full'] else _PARTS[m['part']])} on ",
    ),
    (
        Pattern(rf"^(?P<part>{_PART})\W{{1,3}}(?:that(?:'s| is)|this is) (?=what)", "half", "third", "quarter", "fourth", "fifth"),
        lambda m: f"{_rate(_PARTS[m['part']])} ",
    ),
    (
        Pattern(r"\b(?:up to|to|through|until|till|at|past|as far as) (?:the|that|your|a) (?P<n>\d{1,2}(?:\.\d+)?)%(?:[- ]of[- ]pay)?[- ](?:mark|level|point|line|threshold|ceiling|limit|cap)\b", "mark", "level", "point", "line", "threshold", "ceiling", "limit", "cap"),
        r"{f\g<n>}",
    ),
    (
        Pattern(r"\bfirst (?P<n>\d{1,2}(?:\.\d+)?)%(?P<of>(?:[^.;:%{}]|\.(?=\d)){0,60}?)\b(?:puts? in|adds?|contributes?|gives?|pays?|deposits?|match(?:es)? (?:with|by))(?: you)?(?: another| an additional| the same| its own| our own| a matching)? (?P=n)%(?! of (?:the|your|what))", "first"),
        lambda m: f"{{f{m['n']}}}{m['of']}{_rate(100)}",
    ),
    # Rates in words. A part of a dollar is no dollar: `we add a third of a dollar`.
    (
        Pattern(rf"(?<![\w-])(?P<part>{_PART}) of (?:an?|one|another) dollar\b", "half of", "third", "quarter", "fourth", "fifth"),
        lambda m: _rate(_PARTS[m["part"]]),
    ),
    (
        Pattern(rf"(?<![\w$.,])(?P<ours>{_ONE_TO_SIX}){_FROM_US} (?:for|to|against|on|per|with) (?:each|every) (?P<theirs>{_ONE_TO_SIX})\b(?: dollars?)?", "each", "every"),
        _ratio,
    ),
    (
        Pattern(rf"\b(?:for|against|to|on) (?:each|every) (?P<theirs>(?:\$[2-6](?:\.00)?(?![\d.,]*\d)|(?:two|three|four|five|six)(?: dollars)?))\b(?P<of>{ANY}{{0,70}}?)(?P<ours>(?<![\w$])\$[1-6](?![\d.,]*\d)|(?:a|one|two|three|four|another) dollars?|(?<=adds )(?:one|two|three)|(?<=add )(?:one|two|three)|(?<=put in )(?:one|two|three)|(?<=puts in )(?:one|two|three)|(?<=gives )(?:one|two|three)|(?<=contributes )(?:one|two|three))\b", "each", "every"),
        lambda m: f"{m['of']} {_rate(_count(m['ours'].split()[0]) * 100 / _count(m['theirs'].split()[0]))}",
    ),
    (
        Pattern(rf"\b(?:every|each) dollar(?P<of>{ANY}{{0,60}}?) (?:is |gets |are )?(?:met|matched|answered|joined|doubled|topped|rewarded|followed)(?: with| by)+ (?P<ours>one|two|three|four|another)(?: of (?:ours|our own|its own)| more| dollars?(?: (?:of|from) \w+)?| from us)+", "dollar"),
        lambda m: f"{m['of']} {_rate(_COUNT[m['ours']] * 100)}",
    ),
    (
        Pattern(rf"(?P<sum>{_SUM})(?: (?:(?:match|of match|matching|in match|company match|extra)\b|(?:from|of) (?:us|our own|its own|company money|the company|the employer|[a-z]+))*)? {_PER}", "dollar", "$1"),
        lambda m: _rate(_cents(m["sum"])),
    ),
    (
        Pattern(rf"\b{_PER}(?P<of>(?:[^.;:{{}}]|\.(?=\d)){{0,90}}?)(?<![\w$.])(?P<sum>{_SUM})(?![\w%]|[.,]\d)", "dollar", "$1"),
        lambda m: f"{m['of']}{_rate(_cents(m['sum']))}",
    ),
    (Pattern(r"(?<![\w$.])\$(?P<n>\d?\.\d+|1(?:\.00)?)(?= (?:on|for|of|to|through|up to|against) (?:(?:it|them|those|that|the|your|each|up|to|of|on|for) )*(?:first|next|following|remaining|last|\d))", "$"), lambda m: _rate(Fraction(m["n"]) * 100)),
    (Pattern(rf"\b(?P<n>\d\d?) cents? {_PER}", " cent"), lambda m: _rate(m["n"])),
    (
        Pattern(r"\b(?:one[- ]and[- ](?:one[- ])?(?:a[- ])?half times|1\.5 times|1\.5x|one and a half dollars)\b", "half", "1.5"),
        _rate(150),
    ),
    (Pattern(r"\b(?:twice|two times|2 times|2x|double) (?=(?:what|whatever|everything|the amount|your|their|as much|the first|that))", "twice", "two times", "2 times", "2x", "double"), _rate(200) + " "),
    (Pattern(rf"\bmatch(?P<be>es|ed|ing)?\b(?P<of>(?:[^.;:]|\.(?=\d)){{0,60}}?)(?<![\w-]){_FULLY}(?![\w-])(?! vested)", "match"), lambda m: f"match{m['be'] or ''}{m['of']}{_rate(100)}"),
    (Pattern(rf"(?<![\w-]){_FULLY} (?=match)", " match"), _rate(100) + " "),
    (Pattern(r"(?<![\w-])(?:dollar[- ]for[- ](?:a )?dollar|(?:a|one) dollar for (?:a|each|every|one) dollar|one[- ]for[- ]one|one[- ]to[- ]one|penny[- ]for[- ]penny|1:1|dollar per dollar)(?![\w:])", "dollar", "one", "penny", "1:1"), _rate(100)),
    (
        Pattern(r"\b(?:an?|the) (?:full|equal|identical|complete|100%) (?:company |employer )?match(?=(?:ing contribution)? (?:on|of|for|to|up)\b|,)", "match"),
        _rate(100) + " match",
    ),
    (Pattern(r"\b(?:an?|the) half(?:-| )match\b", "half"), _rate(50) + " match"),
    (
        Pattern(rf"(?:\bequals?(?: to)?|\bequal to|=|\bthe same (?:amount )?as|\bas much as|\bidentical to|\bmirrors?|\ba like amount to) (?:100% of )?(?:what(?:ever)? (?:you|they|each \w+|he or she|an? \w+) {SAVE}|you (?:do|{SAVE})|{_YOURS})(?! (?:limit|rate)\b)", "equal", "=", "the same", "as much as", "identical", "mirror", "like amount"),
        _rate(100),
    ),
    (
        Pattern(rf"\b(?P<by>match(?:es|ed)?|by|at|add(?:s)?|gives?|contributes?|puts? in|pays?|deposits?|for|:|,|-|is|=|to|of|with) (?:(?:it|them|that|those|only|just|a rate of|about|us) )*(?:the )?(?P<part>{_PART})(?: of (?=\w)| the | as much\b| (?=(?:of )?(?:your|the|what|that|each|every|{_YOURS})\b)|(?= (?:match|rate)\b)|(?=\W*(?:$|[.,;:])))", "half", "third", "quarter", "fourth", "fifth"),
        lambda m: f"{m['by']} {_rate(_PARTS[m['part']])} ",
    ),
    (
        Pattern(rf"^(?:the )?(?P<part>{_PART}) of (?={_YOURS}|what|everything|the first|your)", "half", "third", "quarter", "fourth", "fifth"),
        lambda m: f"{_rate(_PARTS[m['part']])} of ",
    ),
    # `Put away 5% and we put in the same 5%`
    (
        Pattern(rf"\b{SAVE} (?:at least )?(?P<n>\d{{1,2}}(?:\.\d+)?)%(?P<of>{ANY}{{0,80}}?)\b(?:the|that|this) (?:very |exact )?same (?:(?P=n)%|amount|percent(?:age)?|share|much)", "same"),
        lambda m: f"{{f{m['n']}}}{m['of']}{_rate(100)}",
    ),
    # Reaches: spans, and what is after another.
    (
        Pattern(rf"\b(?:(?:between|from)|(?:that |which )?(?:are |is )?{OVER})(?: the)?(?: first)? (?P<a>\d{{1,2}}(?:\.\d+)?)%?(?: of {ANY}{{1,30}}?)?,? (?:(?:but|and|to|through|up|not|no|do|does|which|that|are|is|more|than|until|in|excess|of|greater|higher|exceed(?:s|ing)?|above|over|beyond|past|-) ?)+(?:the )?(?P<b>\d{{1,2}}(?:\.\d+)?)%", "between", "from", "beyond", "above", "over", "past", "after", "exceed", "excess of", "than", "on top of"),
        lambda m: f"{{s{m['a']}:{m['b']}}}",
    ),
    (
        Pattern(r"(?<![\d.])(?P<a>\d{1,2})%? ?(?:through|thru|to|-|\u2013) ?(?P<b>\d{1,2})%", "%"),
        lambda m: f"{{w{m['a']}:{m['b']}}}",
    ),
    (
        Pattern(r"\b(?P<a>\d{1,2})(?:st|nd|rd|th)(?:,? (?:(?:and|through|to|or|thru) |- ?)*(?:\d{1,2}(?:st|nd|rd|th),? (?:and |through |to )*)*(?P<b>\d{1,2})(?:st|nd|rd|th))? (?:percent(?:age)?(?: points?)?|%)", "percent", "%"),
        lambda m: f"{{w{m['a']}:{m['b'] or m['a']}}}",
    ),
    (
        Pattern(rf"(?<![\d.])(?P<n>\d{{1,2}}(?:\.\d+)?)% (?:of {ANY}{{1,25}}? )?(?:after|beyond|above|over|on top of|following|past|upon) (?:that|it|those|this|them|these)\b", "after", "beyond", "above", "over", "on top of", "following", "past", "upon"),
        r"{n\g<n>}",
    ),
    (
        Pattern(r"\b(?:next|following|subsequent|last|remaining|second|further|additional) (?P<n>\d{1,2}(?:\.\d+)?)%(?! (?:vest|per year))", "next", "following", "subsequent", "last", "remaining", "second", "further", "additional"),
        r"{n\g<n>}",
    ),
    # Denied beyond.
    (
        Pattern(r"(?<![\d.])(?P<n>\d{1,2}(?:\.\d+)?)%(?: of \w+)?,? (?:and|or) (?:over|up|more|above|higher|beyond)(?=[^.;%{}]{0,30}(?:no match|not matched|unmatched|nothing|0%|none))", "%"),
        r"{e\g<n>}",
    ),
    (
        Pattern(r"(?<![\d.])(?P<n>\d{1,2}(?:\.\d+)?)%(?: of (?:your |their |eligible |base |annual )*(?:pay|salary|compensation|earnings|wages))?,? (?:or|and) (?:less|lower|under|below|fewer)\b", "%"),
        r"{f\g<n>}",
    ),
)  # fmt: skip
