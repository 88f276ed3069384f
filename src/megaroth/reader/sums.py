"""Which sum of a sentence bounds something in a year, and whose money it bounds: the employer's, the employee's own, or what was named before."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_SUM = Pattern(r"\$(?P<sum>\d[\d,]*(?:\.\d\d)?)(?!\d|k\b|,\d|%| ?million)", "$")
_BREAK = Pattern(
    r"[;:()]|(?<!\d),|,(?!\d)| - |\b(?:and|but|so|though|although|while|however|or)\b(?! (?:the |its |our )?(?:match|company|employer|(?:calendar |plan )?years?|less|more|under|over)\b)"
)
_OUTRIGHT = Pattern(
    r"\b(?:most|max(?:imum)?|limit(?:s|ed)?|cap(?:s|ped)?|ceiling|up to|as much as|tops? (?:out )?at|stops? at|ends? at|maxes out at|within)\b[^.;$%]{0,45}$"
)
"""`The most …`, `a limit of`: bounds by itself."""
_PASSING = Pattern(
    r"\b(?:than|over|above|exceeds?|exceeded|exceeding|beyond|past|tops?|surpass(?:es)?|in excess of)(?: (?:an? |the )?(?:sum|total|amount|figure) of| an annual| a total of| a yearly)?[ ,:]*$"
)
_DENIED = Pattern(r"\b(?:no|not|never|nor|nobody|none|neither|cannot|without|no one)\b|n't\b")
_REACHING = Pattern(
    r"\b(?:reach(?:es|ed)?|hits?|come(?:s)? to|came to|amount(?:s|ed)? to|total(?:s|ed|led)?|(?:been|was|were|are) (?:given|paid|credited|matched)|received|gotten|got|have|has|equals?)(?: (?:a total of|a match of|match of|the sum of))?[ ,:]*$"
)
_UNTIL = Pattern(r"\b(?:until|till|stops?|ends?|ceases?|no further|no more|once|as soon as|when|after)\b")
_ENDS_THEN = Pattern(r"\b(?:stops?|ends?|ceases?|no (?:further|more)|is (?:done|over|complete)|until|till|suspended)\b")
ITS_BOUND = Pattern(
    r"^(?:,? ?(?:(?:a|per|each|every|in a|in any|in each|for the|any) (?:one )?(?:calendar |plan )?year|/ ?(?:yr|year)|annual(?:ly)?|yearly|(?:per|a|each) (?:person|participant|employee|member|head)))*,? ?(?:(?:is|as) )?(?:the |our |its |an? )?(?:annual |yearly |plan |company |employer )*(?:match(?:ing)? )?(?:max(?:imum)?|cap|limit|ceiling|most|tops|at (?:the )?(?:very )?most)\b(?! (?:on|of|for) (?:your|eligible|annual|base))"
)
_SHORT_TIME = Pattern(
    r"\b(?:per|each|every|a|any|one|in any|single|twice) (?:pay(?:check|day|roll|slip)?|check|pay ?period|month|quarter|week|bi-?weekly|semi-?monthly|fortnight)\b|\b(?:monthly|quarterly|weekly|lifetime|career)\b"
)
_SOMETHING_ELSE = Pattern(
    r"\birs\b|internal revenue|\b(?:415|402|414|401\(?a)\b|\bcode\b|\bfederal|\blegal|\blaw\b|\bexample|\be\.?g\b|\bassum\w*|\bminimum|\bat least\b|\bfirst \$|\bnext \$|\bfees?\b|\bloans?\b|\bhsa\b|\bbonus(?:es)?\b|\bgrants?\b|\bseed\b|\btuition|\bstudent|\bcatch|\bsocial security|\bfrom \$[\d,.]+$|\bhighly|\bhces?\b|\bless than \$|\bunder \$|\bif (?:your|you|an?) [^$]*\b(?:earn|make|pay|salary)|\b(?:balance|account|vested|distribut\w*|withdraw\w*|roll\w*|insur\w*|benefit)\b|\bprofit|\bnon-?elective|\bfixed\b|\bcore\b|\btogether\b|\bcombined\b|\boverall\b|\ball (?:of|sources|kinds|types|together)\b|@(?!basis)"
)
_OF_PAY = Pattern(
    r"^.{0,30}\b(?:you|they|participants?|employees?|members?|associates?|anyone|people|i|he|she)(?: (?:can|may|could|are|will|allowed|able|to))* (?:defer|contribute|save|put|set aside|elect)\b|^(?: (?:of|in|on))?(?: (?:your|his|her|their|the|an?|annual|eligible|base|gross|covered|total|plan|regular))* (?:pay|compensation|earnings|salary|wages|income)\b|^ (?:of|in) (?:your |their |own |elective |employee |participant |pre-?tax |roth |401\(?k\)? |regular |such )*(?:deferrals?|contributions?|savings)\b|^ (?:limit|max\w*|cap)[^.;]{0,20}\b(?:deferral|contribution)"
)
_THEY_REACH = Pattern(
    r"\b(?:you|they|he|she|participants?|employees?)(?:'ve| have| has)? (?:reach(?:es|ed)?|hits?|come to)\b"
)
_OWN_MONEY = Pattern(
    r"\bmatch|\b(?:company|employer|firm|our|its)(?: (?:own|total|full|yearly|annual))* (?:money|contributions?|part|share|side|help)\b|(?<=[a-z])(?<!participant)(?<!employee)(?<!member)(?<!associate)(?<!person)(?<!year)(?<!spouse)'s (?:own |total |full |yearly |annual )*(?:money|contributions?|part|share|side|help)\b|\bfrom (?:us|the (?:company|employer|firm|bank))\b"
)
_GIVES = Pattern(
    r"\b(?:(?:we|it|us|(?:the |your )?(?:company|employer|firm|bank|college|university|hospital)|(?!you\b|they\b|he\b|she\b|nobody\b|one\b|anyone\b|anybody\b|everyone\b|participants?\b|employees?\b|members?\b|associates?\b|who\b|person\b|cannot\b|never\b|shall\b|must\b|event\b|case\b|years?\b|may\b|can\b|will\b|to\b|must\b|could\b|not\b|and\b|or\b|also\b)[a-z&'-]+)(?:'ll| will| would| can| may| shall| does| ever| never| not| we| it| to)* (?:adds?|pays?|gives?|contributes?|puts? in|credits?|provides?|deposits?|kicks? in|chips? in)|(?:you|anyone|anybody|nobody|no one|they|participants?|employees?|each person|a person)(?:'ll| can| will| may| could| ever| would|'ve| have| has)* (?:gets?|receives?|be given|been given|received|gotten|got))\b(?: you| him| her| them| to you)?"
)
_NO_ONE_HERE = Pattern(
    r"^\W*(?:(?:and|but|with|or|to|though|subject|at|in|for|no|not|never|more|than|over|above|exceed(?:ing)?|it|this|that|is|are|will|may|can|shall|be|the|an?|any|each|every|one|you|we|years?|yearly|annual(?:ly)?|calendar|plan|maximum|max|most|limit(?:ed)?|cap(?:ped)?|ceiling|of|up|as|much|total|sum|overall|amount|case|event|per|person|participant|employee|which|does|do|go(?:es)?|thing|everything|all|in|by|stops?|tops?|out|ends?|once|until|reach(?:es|ed)?|has|been|come(?:s)?|there|these|those|they|figure|greater|higher|larger|beyond|past|set|s)\b\W*)*$"
)
"""Bounding words alone: of whose money is said before."""


def bounds_the_match(text: str, spoken_of: bool, with_formula: bool = False) -> str:
    """The most that the employer gives in a year, or nothing.

    `spoken_of`: the match is what the text speaks of; `with_formula`: it states the formula itself.
    A sum counts with a word that bounds it in its clause, where the clause names the employer's money, or nobody's and
    the match is spoken of. More than one such sum is none.
    """
    found = set()
    for hit in _SUM.finditer(text):
        before, after = _clause(text, hit)
        if with_formula and ITS_BOUND.match(after) and not bounded(before):
            before = ""  # `50% of the first 6% of pay $7,000 annual cap`
        if not (bounded(before) or ITS_BOUND.match(after)) or _THEY_REACH.search(before):
            continue
        whole = f"{before}${after}"
        if (
            _SHORT_TIME.search(whole)
            or _SOMETHING_ELSE.search(f"{before}${hit['sum']}")
            or _SOMETHING_ELSE.search(after)
            or _OF_PAY.match(after)
            or len(hit["sum"].partition(".")[0].replace(",", "")) > 5
        ):
            return ""
        ahead = text[: hit.start() - len(before)]
        if _is_of_the_match(before, after) or (
            spoken_of
            and _NO_ONE_HERE.match(before)
            and (with_formula or not ahead.strip() or _is_of_the_match(ahead, ""))
        ):
            found.add(hit["sum"].replace(",", ""))
    return found.pop() if len(found) == 1 else ""


def _is_of_the_match(before: str, after: str) -> bool:
    if _OWN_MONEY.search(f"{before}${after}"):
        return True
    gives = _GIVES.search(before)
    return bool(gives and _NO_ONE_HERE.match(before[: gives.start()]) and _NO_ONE_HERE.match(before[gives.end() :]))


def bounded(before: str) -> bool:
    """What stands before a sum, in its clause, makes it a bound."""
    return bool(
        _OUTRIGHT.search(before)
        or (_PASSING.search(before) and _DENIED.search(before))
        or (_REACHING.search(before) and _UNTIL.search(before))
    )


def _clause(text: str, hit: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a sum in its clause; a bound may reach over what is put between (`will not, in any year, exceed`)."""
    start = max((each.end() for each in _BREAK.finditer(text, 0, hit.start())), default=0)
    end = next((each.start() for each in _BREAK.finditer(text, hit.end())), len(text))
    return text[start : hit.start()], text[hit.end() : end]
