"""The most of the match in dollars a year; what bounds pay, deferrals or a single payday is told from it."""

from __future__ import annotations

import re
from fractions import Fraction

from megaroth.reader import sums
from megaroth.reader.formula import UNTIL_GIVEN, earned
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_MONEY = r"\$(\d[\d,]*(?:\.\d\d)?)"
_MOST = Pattern(
    rf"\b(?:the most (?:[a-z]+ ){{0,8}}?is|maximum(?: annual)?(?: company| employer)?(?: match(?:ing contribution)?)?(?: \w+){{0,5}}?|up to (?:a (?:total|maximum) of |an annual maximum of |an? (?=\$\d[\d,]* (?:annual|yearly) (?:max|limit|cap)))?|not (?:to )?exceed(?:ing)?|not in excess of|limited to|\(?capped(?: at|:)|(?:to|with|at|has) (?:a|an annual|its) (?:top|ceiling|high|maximum|cap|limit|most)(?: of)?|(?:will|shall|may|can|is) in no (?:event|case|(?:plan |calendar )?year) (?:exceed|(?:be )?(?:more|greater|higher) than|be (?:over|above))|(?:may|shall|will|can) not be (?:(?:greater|more|higher|larger) than|over|above)|no more than|(?:tops|maxes) out at|top(?:s|ped) (?:out )?at|maximum (?:company |employer )?match(?:ing contribution)? (?:is|of)|will not exceed|may not exceed|never exceed|\bno (?:[a-z]+'s )?(?:company |employer )?match\w*(?: contributions?)? (?:(?:may|shall|will|can) )?(?:be (?:greater|more|higher|larger) than|exceeds?|goes? (?:over|above|beyond|past))|match stops? (?:once|when|as soon as) (?:it|we|the match)(?: has| have|'s|'ve)? (?:reache[sd]|hits?|given|put in|contributed|paid|added|comes? to)|\bin no (?:event|case|(?:plan |calendar )?year) (?:will|shall|may|can)\b(?![^.;$%]{{0,40}}\b(?:contribute|defer|save)\b)[^.;$%]{{0,110}}? (?:exceed|be (?:(?:more|greater|higher|larger) than|over|above))|(?:in no (?:event|case)|never)(?: (?:does|will|shall|do) (?:it|we|the (?:company|employer|firm|bank)))? (?:contributes?|adds?|pays?|gives?|match(?:es)?|puts? in|credits?)(?: you)? more than|match(?:ing contributions?)? exceed|(?:max(?:imum)?|cap|ceiling|limit) of|(?:annual|yearly) (?:max(?:imum)?|cap|limit|ceiling)|max (?:company |employer )?match|as much as|\bmax(?:imum)?,?|\b(?:not|cannot|never|nobody|no one)\b(?![^.;$%]{{0,25}}\b(?:contribute|defer|save|put|earn))[^.;$%]{{0,25}} more than|(?:stop(?:s|ping)|end(?:s|ing)|topping out) at|match (?:cap|max(?:imum)?|limit|ceiling)|{UNTIL_GIVEN})\s*:?\s*(?:is |of |at )?{_MONEY}(?P<after>[^.;]{{0,60}})|(?:\(|\bwith |\bsubject to |\bthere is )(?:with )?(?:an? )?{_MONEY} (?:per (?:participant|person|employee|member|year) )?(?:annual |yearly )?(?:match(?:ing)? )?(?:cap|max\w*|limit|ceiling)\b[^)]{{0,30}}|\(?{_MONEY} (?:a|per|each) year (?:at (?:the )?most|max(?:imum)?|tops)\b",
    "$", "year",
)  # fmt: skip
_PER_SHORT = Pattern(
    r"\bper (?:pay|quarter|month|check)|\beach (?:pay|quarter|month)|\ba (?:quarter|month)|\b(?:a|any|one)(?: single)? (?:pay(?:check|day|roll)?|check|pay period)\b|\bper (?:bi-?weekly|semi)"
)
_FROM_OLD = Pattern(
    r"\b(?:up )?from (?:(?:an?|the) )?(?:(?:old|former|current|previous|prior|maximum|limit|cap|of) )*\$[\d,]+(?:\.\d\d)?[^.;$]{0,40}? to (?=(?:(?:an?|the) )?(?:(?:new|maximum|limit|cap|of) )*\$\d)",
    "from ",
)
"""`Raised from $4,000 to $5,000`: the old sum bounds nothing."""
_OR_A_SHARE = Pattern(
    r"(?<=year),? or \d{1,2}(?:\.\d+)?% of (?:your |eligible |annual |base )*(?:pay|compensation|earnings|salary),? (?:whichever|if)\b[^.;]*",
    " or ",
)
"""`$5,500 a year or 4% of pay, whichever comes first`: a second bound of the match, and no bound of pay."""
_SUM_FIRST = Pattern(
    r"(\$\d[\d,]*(?:\.\d\d)?)(?: is|:| -|)? (?:the most|as much as|(?<=is )all)(?: that)? (?:we|it|the (?:company|employer|firm|bank|plan)|[a-z]+)(?:'ll| will| can| would)? (?:ever )?(?:match(?:es)?|adds?|contributes?|puts? in|gives?|pays?)\b",
    "the most", "as much as", "is all",
)  # fmt: skip
"""`$4,500 is the most we'll match for anybody in a year`."""
_THEIR_OWN = Pattern(
    r"(?:^|[.;:,] |\b(?:and|but|that) )(?:the |an? |each |no )?(?:your|their|his or her|(?:participant|employee|member|associate)s?'s?)(?: (?:own|total|annual|yearly|elective|regular))* (?:contributions?|deferrals?|savings) (?:for the year |in a year )?$"
)
"""`A participant's contribution cannot be more than $9,000`: no bound of the match."""
_WITH_CATCH_UP = Pattern(
    r",? ?\(?(?:including|with|both [a-z]+ and) (?:your |any )?catch-?up(?: contributions?| deferrals?)?\)?", "catch"
)
"""`50% of contributions, including catch-up, to a maximum match of $9,000`."""
_OTHER_SUM = Pattern(r"^ (?:and|or) \$|^ of (?:[a-z]+ ){0,2}(?:deferrals?|contributions?)\b")
"""One of two sums, or the most that is matched."""


def of_the_match(text: str, unit: Unit, with_formula: bool, head: str) -> list[Claim]:
    """The most that a sentence says, with a formula, below a heading on the match, or of the match itself."""
    text = _SUM_FIRST.sub(r"the most the match is \1", _OR_A_SHARE.sub("", _FROM_OLD.sub("to ", text)))
    text = _WITH_CATCH_UP.sub("", text)
    hit = _MOST.search(text)
    if not hit:
        most = sums.bounds_the_match(text, with_formula or bool(head), with_formula) if "$" in text else ""
        return [Claim("match_limits", {"max_dollars": most}, unit, 2)] if most else []
    dollars = next(group for group in (hit[1], hit[3], hit[4]) if group)
    after = (hit["after"] or "").partition(")")[0] if text[hit.start() - 1 : hit.start()] == "(" else hit["after"] or ""
    if (
        _PER_SHORT.search(after)
        or re.search(
            r"\beligible (?:pay|comp)|\bof (?:your |eligible |annual )*(?:pay|compensation|earnings)\b|irs|401\(?a|compensation limit|in (?:pay|compensation)",
            after,
        )
        or re.search(
            r"\birs\b|internal revenue|415|402\(g\)|compensation (?:limit(?!ed)|amount)|after-tax|@at|catch-up|contribute up to \$|first \$|next \$|\btogether with\b|\bborrow|\bloans?\b|\bwithdr|\bmost (?:that |which )?(?:is|are|gets?|(?:can|may|will) be) matched\b",
            text[max(0, hit.start() - 60, text.rfind("%", 0, hit.start())) : hit.end()],
        )
        or len(dollars.partition(".")[0].replace(",", "")) > 5
        or _OTHER_SUM.match(after)
        or _THEIR_OWN.search(text[: hit.start()])
    ):
        return []
    if (
        not with_formula
        and not head
        and not re.search(r"match\w*[^.;]{0,120}$|maximum[^.;]{0,30}match", text[: hit.end()])
    ):
        return []
    return [Claim("match_limits", {"max_dollars": dollars.replace(",", "")}, unit, 2)]


_OF_PAY = r"(?:(?:your|his or her|their|the|a|an|[a-z]+'s|base|annual|eligible|total|plan|gross|regular|covered) )*(?:pay|compensation|earnings|salary|wages)"
_PAY_COUNTED = Pattern(
    rf"(?:,? (?:up to|but only on|only on|limited to|not counting more than))?(?<= )(?:(?:the|your|their) )*first {_MONEY} (?:of|in) {_OF_PAY}\b(?: (?:in )?(?:each|a|per|every) (?:plan |calendar )?year)?"
    rf"|,? \(?(?:up to|with|to|subject to) an? (?:maximum|limit|cap|ceiling)(?: of| on)? {_OF_PAY}(?: limit| cap| maximum)? of {_MONEY}\)?"
    rf"|,? \(?(?:where |with )?{_OF_PAY} (?:is |being |that is )?(?:limited to|capped at|limited at) {_MONEY}\)?",
    "first $", "maximum", "limit", "cap", "ceiling",
)  # fmt: skip
"""`4% of the first $120,000 of pay`: no more pay than this is matched."""
_BY_LAW = Pattern(r"\birs\b|internal revenue|401\(?a\)?|\bcode\b|\bfederal|\blegal|\blaw\b|\bgovernment")
_ITS_OBJECT = Pattern(r"\d% (?:of|on) $", "% ")


def without_pay_counted(text: str) -> tuple[str, str]:
    """A sentence on the match without the most pay that counts, and that sum: `4% of the first $120,000 of pay` is 4% of pay."""
    hit = _PAY_COUNTED.search(text) if "$" in text and "%" in text else None
    dollars = (hit[1] or hit[2] or hit[3]).replace(",", "") if hit else ""
    if not hit or len(dollars.partition(".")[0]) < 5:
        return text, ""
    before = text[: hit.start()]
    instead = "pay" if _ITS_OBJECT.search(before) else ""
    # Sums as high as the law's own limit on pay has been for twenty years are taken for the law's.
    of_law = len(dollars.partition(".")[0]) > 5 and dollars[0] > "1"
    return before + instead + text[hit.end() :], "" if of_law or _BY_LAW.search(text) else dollars


def of_the_pay(tiers: list[dict[str, str]], dollars: str, unit: Unit) -> list[Claim]:
    """What the most pay that counts makes of a formula in a year."""
    full = earned(tiers, Fraction(100)) if dollars and "up_to_percent_of_pay" in tiers[-1] else None
    if full is None:
        return []
    whole, cents = divmod(int(full * Fraction(dollars)), 100)  # percents of dollars are cents
    most = f"{whole}.{cents:02d}" if cents else str(whole)
    return [
        Claim("match_limits", {"max_dollars": most}, unit, 2, f"of no more than ${int(Fraction(dollars)):,} of pay")
    ]


_ITS_MOST = Pattern(
    r"^(?:(?:but |and )?(?:the most (?:it|we|the (?:company|employer|firm|bank|match)|you (?:can )?(?:get|receive))\b|(?:it|this) (?:is|stops|ends|tops|maxes|will|may|cannot|can)\b|(?:nobody|no one) (?:gets?|receives?)\b|you(?:'ll| can| will)? (?:get|receive) (?:up to|at most|no more than) \$[\d,]+ (?:from (?:us|the (?:company|employer|firm|bank))|(?:of|in) (?:company )?match)|(?:(?:the )?(?!participant|employee|member|associate|worker|person|irs)[a-z]+'s|our) (?:money|contribution|part|share|side|match) (?:is|stops|ends|tops|maxes|will|may|cannot|can)\b|in no (?:case|event|(?:plan |calendar )?year) (?:will|shall|may|can) (?:the |our |its )?(?:company|employer|firm|bank|match|[a-z]+'s|it|we)\b))",
    "the most", "in no ", "it ", "this ", "nobody", "no one", "'s ", "our ", "from ", "match",
)  # fmt: skip


_ASKS_THE_MOST = Pattern(
    r"^(?!.*\b(?:pay|compensation|salary|deferrals?|my contributions?|i )\b).*\b(?:cap|limit|max(?:imum)?|most|ceiling)\b.*\bmatch|^(?!.*\b(?:pay|compensation|salary|deferrals?)\b).*\bmatch\w*\b.*\b(?:capped|cap|limit(?:ed)?|max(?:imum)?|ceiling)\b",
    "match",
)
_ONE_SUM = Pattern(
    r"^(?:yes[,.:;]? )?(?:it is |it's |the (?:cap|limit|maximum) is )?(?P<sum>\$\d[\d,]*(?:\.\d\d)?)(?: (?:(?:a|per|each|every) (?:plan |calendar )?year|annually|yearly|(?:a|per) person))*\W*$",
    "$",
)


def asked_for(text: str, asked: str, unit: Unit) -> list[Claim]:
    """`Is there a cap on the match? $13,500 a year`."""
    if (
        not _ASKS_THE_MOST.search(asked)
        or "@" in asked
        or _PER_SHORT.search(asked)
        or not (hit := _ONE_SUM.match(text))
    ):
        return []
    return [Claim("match_limits", {"max_dollars": hit["sum"].strip("$").replace(",", "")}, unit, 2)]


def straight_after(text: str, unit: Unit) -> list[Claim]:
    """`The most it adds in a year is $4,500`, `Not more than $4,800 in any year`, after a sentence on the match."""
    if "$" not in text:
        return []
    if _ITS_MOST.match(text) and (found := of_the_match(text, unit, False, "match")):
        return found
    most = sums.bounds_the_match(text, True)
    return [Claim("match_limits", {"max_dollars": most}, unit, 2)] if most else []
