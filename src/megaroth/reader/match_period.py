"""How often the match is worked out or put in: each payday, month, quarter or year."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

_PAY_PERIOD = r"(?:bi-?weekly |semi-?monthly |weekly |regular |single |applicable )*(?:pay(?:roll)?[- ]?(?:periods?|days?|dates?|checks?|cycles?|ments?)|paychecks?|pay cheques?|payrolls?|checks?)(?! (?:deduct|contrib|record|system|department|tax|compan|service|provider|election))"
_ONE = r"(?:each|every|per|by|any|such|that|the same|for the|of the|with|on an?|in an?|follows?|as of)"
WHOLE_YEAR = r"(?:(?:the|your|an?|each) (?:entire|full|whole)(?: (?:plan|calendar|previous|prior|past))* year|the year as a whole|the (?:plan |calendar )?year's (?:pay|comp|contrib|defer|earn)\w*)"
_PERIODS = (
    (
        "payday",
        Pattern(rf"\bat the same time as (?:your|the|their) (?:payroll|paycheck) (?:deduction|contribution)s?\b|\b(?:each|every) bi-?weekly period\b|\bon (?:each |every |your )?pay ?days?\b|\b{_ONE}[- ]{{0,2}}(?:each |every |your |our |the |their )*{_PAY_PERIOD}\b|\b(?:pay(?:day|roll|check|period)?|paycheck|cheque|check)s?[- ](?:by|to)[- ](?:pay|check|cheque)|\bpay(?:roll)?[- ]?(?:period|check)?[- ](?:period )?basis\b|\bper[- ]pay(?:roll|check)?[- ]?(?:period)?\b|\b(?:every|each) (?:(?:two|2) weeks|week|time you(?: are|'re| get) paid)\b|(?<!bi-)(?<!bi)\bweekly\b(?! (?:paid )?(?:employees?|staff))|\b(?:bi-?weekly|semi-?monthly)\b(?! (?:paid )?(?:employees?|staff))|\b(?:each|every|per) pay(?=\W*$|,| (?:\$|\d|the (?:company|employer)\b))|\bone (?:paycheck|pay period|payroll|check|payday) at a time\b", "at a time", "basis", "payday", "by pay", "same time", "by-pay", "check", "cheque", "cycle", "date", "day", "each", "every", "ment", "monthly", "payroll", "per", "to pay", "to-pay", "weekly"),
    ),
    (
        "month",
        Pattern(
            r"\b(?:each|every|per|such|that|any|once a|(?:end|close) of (?:each|the|every)|by) (?:calendar )?month\b(?!ly| of)|(?<!semi-)(?<!semi)(?<!bi-)\bmonthly\b(?! (?:fee|statement|pay))|\bmonth by month\b",
            "month",
        ),
    ),
    (
        "quarter",
        Pattern(
            r"\b(?:each|every|per|such|that|any|once (?:a|each|per)|end of (?:each|the|every)|on a|by|for the|(?:pay|savings|contributions|deferrals|earnings|compensation) (?:of|in) the) (?:calendar |plan )?quarter(?:ly)?\b|\bquarterly\b(?! statement)|\bquarter(?:ly)? basis\b|\bquarter by quarter\b",
            "quarter",
        ),
    ),
    (
        "year",
        Pattern(
            rf"\bannual(?:ly)?\b(?! (?:(?:base|gross|eligible|total|covered|plan) )*(?:compensation|pay|salary|salaries|earnings|wages|limit|dollar|maximum|deferral))(?=[^.;]{{0,20}}\b(?:match|basis|contribut|calculat|determin|after)|\W*$|,)|\b(?:made|contributions?|paid|deposited|funded|calculated|computed|remitted) annually\b|\bonce (?:a|per|each) (?:plan |calendar )?year\b|\bplan[- ]year basis\b|\byearly\b|\bonce[- ]a[- ]year\b|\bperiods?\b[^.;]{{0,60}} (?:is|means|will be) (?:the|each|a) (?:entire |full )?(?:plan |calendar )?year\b|\bannual (?:(?:eligible|base|total|gross|plan|covered) )*(?:pay|compensation|earnings|wages|salary|contributions|deferrals) with \w+|\b(?:calculat|comput|determin|figur)\w* on (?:your |the |his or her |(?:each|an?|the) [a-z]+'s )?annual (?:(?:eligible|base|total|gross|plan|covered) )*(?:pay|compensation|earnings|wages|salary)(?=\W*$)|\b(?:calculat|comput|determin|figur|measur|bas)\w* (?:on|for|over|by|per) (?:the|each|an?|every) (?:plan |calendar )?year\b|\b(?:for|on|over|of|across|at|considers?|account) {WHOLE_YEAR}\b|\bbasis of the (?:entire |full |whole )?(?:plan |calendar )?year\b|\b(?:as of|at|after) the (?:end|close|last day) of (?:the|each|every) (?:plan |calendar )?year\b|\bafter (?:the )?(?:plan |calendar )?year(?:[- ]end| ends| is over| closes)\b|\bat year[- ]end\b|\bin an? (?:annual |single |yearly )*lump[- ]sum\b(?=[^.;]{{0,50}}\byear\b)|\b(?:single|(?:in|as) one) (?:annual |yearly |lump[- ])*(?:sum|deposit|payment)\b|\b(?:full|whole|entire)[- ]year (?:numbers|figures|totals?|pay|compensation|earnings|contributions|deferrals|results|basis)\b|\b(?:compensation|pay|earnings|salary|wages|deferrals|contributions|save|saved|contribute|contributed|defer|deferred) (?:made |paid |earned )?(?:for|during|in|over) (?:the|each|that|such|an?) (?:entire |full |whole )?(?:plan |calendar )?year\b(?! (?:ended|beginning|in which|that|because|you))|\b(?:each|every) (?:january|february|march|april)\b|\b(?:in|each|the) (?:following (?:january|february|march|april)|(?:january|february|march|april) (?:that follows|following))\b",
            "year", "annual", "single", "following", "follows", "each ", "every ", "sum", "deposit", "payment",
        ),
    ),
)  # fmt: skip
_WORKED_OUT = Pattern(
    r"\b(?:calculat(?:es?|ed|ing)|comput(?:es?|ed|ing)|determin(?:es?|ed|ing)|figur(?:es?|ed|ing)|measured?|based|applie[ds]|worked out|stands? (?:alone|on its own|by itself)|depends? on|looks? at|takes? into account|considers?)\b|\b(?:calculation|computation|determination)s? [^.;]{0,90}\b(?:uses?|used)\b"
)
_PUT_IN = Pattern(
    r"\b(?:made|makes?|deposit(?:s|ed)?|pa(?:id|ys?)|fund(?:s|ed)?|credit(?:s|ed)|allocated|contribute[ds]?|add(?:s|ed|ing)?|match(?:es|ed)?|remit(?:s|ted)?|making|contributing|depositing|shows? up|posted|arrives?|go(?:es)? in|goes|comes?(?! (?:to|out|from)\b)|works|runs|happens|occurs|done|lands|given|does so|do(?:es)? (?:it|this|that)|puts? (?:it )?in|follows?)\b"
)
WHEN_GIVEN = Pattern(
    r"^(?:\W*q?\d{0,2}[.:)]? ?)?(?:when|how often|how frequently|how|on what (?:basis|schedule)|is)\b[^?]{0,60}(?:\bmatch\w*|\b(?:company|employer|[a-z]+'s) (?:money|contributions?)|\b(?:company|employer|we|you)\b[^?]{0,20} (?:put|deposit|contribut)\w*)\b[^?]{0,60}\?$",
    "?",
)  # fmt: skip
"""`When does the company's money go in?`"""
_OTHER_SUBJECT = Pattern(
    r"\brebalanc|\brecharacteri|\breclassif|\btreated as\b|\b(?:you|participants?) (?:may|can|must|should|are allowed to)\b|\bchange\b|\belect(?:ion)?s?\b|\bvest|\bstatement|\binvest|\bexample\b|\bmaximum\b(?![^;,$]{0,40}\d%)|\b(?:maximum|total) annual\b|\bpreviously\b|\buntil now\b|\bup to now\b|\bused to\b|\bin the past\b|\bmost\b(?! (?:people|of (?:us|you)|employees|participants|members|associates)\b)|\blimits?\b|@at|\bfees?\b|\bannual eligible(?! (?:[a-z]+ )+with\b)|\bwithdraw|\bany time\b|\bloans?\b|\brollover|\bunder age\b|\bbalance|\bforfeit|\bhours\b|\bamortiz|\bfirst day of\b|\bentry dates?\b|\bbase contribution|\bprofit[- ]sharing|\bnon-?elective|\bcash contrib"
)
_SUM_OF_A_YEAR = Pattern(
    r"\b(?:receives?|gets?|is|are|equals|worth) (?:up to )?\$\d[\d,.]*[^.;$]{0,40}\b(?:annually|per year|(?:a|each|every) year)|\$[\d,.]+ (?:that )?(?:you|they|participants?|an? [a-z]+) (?:saves?|contributes?|defers?|puts? in) (?:in|during|for) (?:an?|any|each|the) (?:plan |calendar )?year|\$[\d,.]+(?: (?:per|for each|to each|to any) (?:participant|employee))?,? ?\(?(?:annually|per annum|(?:per|each|a|in any|for the|during the) (?:(?:plan|calendar) )?year)|\b(?:annual|year)(?:ly)?(?: [a-z]+){0,3}:? (?:of |is |at )?\$|\$[\d,]+ (?:annual|yearly|(?:calendar|plan)[- ]year) (?:[a-z]+ )?(?:ceiling|cap|limit|max\w*|top|most)\b",
    "$",
)
"""`At most $2,000 annually` bounds the match and does not say when it is made."""
_DECIDED = Pattern(
    r"\b(?:determined|declared|decided|set|approved|established|elected|evaluated|reviewed)(?: and (?:approved|funded|declared))?(?: by [^,.;]{3,50}?)?,? (?:on an? )?(?:annual(?:ly)?(?: basis)?|each (?:plan )?year|every year|quarterly)|\b(?:each (?:plan )?year|annually),? (?:as )?determined|\b(?:determined|decided) annually\b",
    "determined", "declared", "decided", "set", "approved", "established", "elected", "evaluated", "reviewed",
)  # fmt: skip
_AT_WILL = Pattern(
    r"\bmay\b|\bdiscretion|\buniform\b|\bpercentage (?:to be|as|is|determined|declared)|\bif any\b|\b(?:by|of) the (?:company|employer|sponsor|board|trustees|management)\b|\bamount\b|\bin prior years\b|\bpercent determined\b",
    "amount", "by the", "discretion", "if any", "in prior years", "may", "of the", "percent", "uniform",
)  # fmt: skip
_WITH_A_TRUE_UP = Pattern(
    r",? (?:with|subject to|including|and|plus|but) (?:an? |the |no )*(?:annual |year-end |plan year )*$"
)
_CLAUSE = Pattern(r"[;,()]| - |\b(?:and|but|although|though|while|then)\b")
_GONE_BY = Pattern(
    r"\b(?:in|for|until|through|up to|before|prior to) (?:(?:the )?(?:past|end of)|[a-z]+ )*(?:\d{1,2}, )?20\d\d\b[^.;]{0,40}\b(?:was|were|had been)\b[^.;]*(?:;|, but)",
    "was", "were", "had been",
)  # fmt: skip
"""`In 2025 it was put in every two weeks; from 2026 …`: how it was made is no longer so."""
_NO_MORE = Pattern(
    r"^\W*(?:until (?:now|then|recently|this year|last year)|up to now|so far|previously|formerly|in the past|before (?:now|this|that))\b[^.;]*\b(?:was|were|had been|used to)\b|\b(?:treated|regarded|considered|counted|made) as (?:an )?advances?\b",
    "until ", "up to now", "so far", "previously", "formerly", "past", "before ", "advance",
)  # fmt: skip
"""`Until now the match was calculated every two weeks`; `each deposit is now treated as an advance`."""
_YEAR_PUT_RIGHT = Pattern(
    r"\bcatch-?up (?:deposit|payment|match)\b|\bcomes? up short\b|\btrue[- ]?up|\btrued[- ]up|\btruing|\bcompar|\breconcil|\badjust|\brecalculat|\brecomput|\bshortfall|\bdifference|\bmake (?:up|you|good)|\blook(?:s)? back|\bmake-?up|\bmade up|\bcatch(?:es)? up\b|\bsettle(?!ments?\b)|\b(?:annual|year-end|final) settlement|\btops?\b|\bdeficienc|\badditional match|\bbrings? the total|\b(?:additional|further|extra|supplemental) (?:[a-z]+ )?(?:contributions?|amounts?|payments?|deposits?)|\bexcess, if any|\bwould have (?:been|had|received|got)|\bas (?:if|though) (?:it|they|the match) had\b|\b(?:balance|amount|rest)s? (?:still )?(?:due|owed|owing)|\bremaining (?:amount|balance|match)",
    "additional ", "adjust", "catch", "compar", "deficienc", "difference", "look", "made up", "make", "recalculat",
    "recomput", "reconcil", "settle", "shortfall", "the total", "top", "true", "truing", "further ", "extra ", "supplemental ", "excess",
    "would have", " had", "due", "owed", "owing", "remaining ", "up short",
)  # fmt: skip
_PAY_AND = Pattern(
    r"\b(pay|earnings|compensation|wages|salary|defer|contribute|save|deferrals|contributions) and (?:(?:your|the|what you|his or her) )?((?:(?:annual|eligible|elective|salary|employee|plan|base|total) )*(?:contributions|deferrals|savings|contribute|defer|save|earn|earnings|pay|compensation|wages))\b",
    " and ",
)
"""`Your pay and deferrals for the year`: one thing, which no clause parts."""
_NOT_SO = Pattern(
    r"\b(?:is|are|shall|will|does|do) (?:not|never|no longer) (?:be )?(?:being )?(?:re)?(?:comput|calculat|determin|figur|work|measur|adjust|ma[kd]e|pa[iy]d?|look|deposit|credit|fund|contribut)\w*\b[^.;]*|\bno longer\b[^.;]*|\bnot of any\b[^.;]*|\bnot (?:on|by|for) (?:an?|the) [^.;]*",
    "not", "never", "no longer",
)  # fmt: skip
"""How the match is not made says nothing of how it is."""
_PER_PAYCHECK = Pattern(
    r"\b(?:your|the|each|its|our|their) (?:per-|paycheck-by-|payroll-by-|payday-by-|pay-period-by-)(?:pay-?check|pay(?:roll)?(?:[- ]period)?|payday|pay-period) (?:company |employer )?match(?:es|ing contributions?)?\b",
    "match",
)


def is_per_paycheck(text: str) -> bool:
    """`Your per-paycheck match`: how often it is made, taken for granted."""
    return bool(_PER_PAYCHECK.search(text))


_ASKED_ABOVE = Pattern(
    r"^\W*\d{1,2}\.\d{1,2} (?:what|when|how|why|will|is|are|can|do|does|may) [^?.;%$]{5,100}? (?=(?:the|your|our) (?:company |employer |matching |match )*(?:match|contributions?) (?:is|are) (?:figured|calculated|computed|determined|made|paid|deposited)\b)",
    "match", "contribution",
)  # fmt: skip
"""`4.6 What if I reach the limit The match is figured …`: the answer ran into its question, which lost its mark."""


_SHARE_OF_PAY = Pattern(
    r"(?<=% of )(?:(?!each|every|any|that)[a-z'-]+ ){0,3}?(?:bi-?weekly|semi-?monthly|weekly|monthly) (?=(?:base |regular |straight-time |gross )?(?:pay|earnings|wages|salary|compensation)\b(?![- ](?:period|day|date|check|roll)))",
    "weekly", "monthly",
)  # fmt: skip
"""`6% of regular weekly pay`: how pay is counted, and not when it is matched."""


def period_of(text: str, formula: bool, about: bool, same_part: bool = False) -> str:
    """How often the match is worked out: said with the formula, of the match, or of `it` straight after the match; `same_part`: no heading between."""
    if _NO_MORE.search(text):
        return ""
    text = _ASKED_ABOVE.sub("", _GONE_BY.sub("", text)).strip()
    if bare := _BARE.match(text) or (_YEAR_PUT_RIGHT.search(text) and _BARE.match(_CLAUSE.split(text)[0])):
        return _bare_period(bare[1]) if same_part else ""
    if not formula and "match" in text and not _MATCH.search(NO_MATCH.sub(" ", text)):
        return ""
    if not formula and not (about and _MATCH.search(text)) and not IT.match(text):
        return ""
    text = _SHARE_OF_PAY.sub("", _AND_IT_VESTS.sub("", text))
    said = _PAY_AND.sub(r"\1 with \2", _SUM_OF_A_YEAR.sub(" $", _NOT_SO.sub(" ", text)))
    if _AT_WILL.search(said):
        said = _DECIDED.sub(" ", said)
        if re.search(
            r"\bmay\b[^.;]{0,60}\bannual|\bmay\b[^.;]{0,30}\bdiscretion[^.;]*\bfor (?:the|a|any) (?:plan )?year\b", said
        ):
            return ""
    if put_right := _YEAR_PUT_RIGHT.search(said):
        if re.match(
            r"(?:after|at|following|once|when|as of)\b[^.;,]{0,40}\byear|(?:each|every|in) (?:[a-z]+ )?(?:year|january|february|march|april)\b",
            said,
        ):
            return ""
        # What is put right at the end of the year is not how the match is made: only the clauses before count.
        begins = _WITH_A_TRUE_UP.search(said[: put_right.start()])
        ends = [found.start() for found in _CLAUSE.finditer(said) if found.start() < put_right.start()]
        cut = max([begins.start() if begins else 0, *ends])
        said = said[:cut]
    if _EITHER.search(said):
        return ""
    worked_out: set[str] = set()
    put_in: set[str] = set()
    alone: set[str] = set()
    of_the_match = formula or bool(IT.match(text)) or ("match" in text and "match" not in said)
    before = this = ""
    of_it = bool(re.match(r"(?:it|this) ", said))
    put = False
    for clause in _CLAUSE.split(said):
        before, this = this, clause
        put = put or bool(_PUT_IN.search(before))
        of_the_match = of_the_match or "match" in clause
        periods = {name for name, pattern in _PERIODS if pattern.search(clause)}
        if not periods or _OTHER_SUBJECT.search(clause) or not (of_the_match or len(clause.split()) < 6):
            continue
        kind = worked_out if _WORKED_OUT.search(clause) else put_in if _PUT_IN.search(clause) else alone
        if kind is alone and len(clause.split()) < 5 and (_PUT_IN.search(before) or (put and of_it)):
            kind = put_in  # `… lands with your own contribution, every payday`
        kind |= periods
    made_somehow = formula or _MADE_SOMEHOW.search(said)
    for found in (worked_out, put_in, alone if made_somehow else set()):
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


_EITHER = Pattern(
    r"\b(?:monthly|weekly|bi-?weekly|semi-?monthly|quarterly|annual(?:ly)?)\b(?: \([^()]*\))?,? or (?:on an? )?(?:monthly|weekly|bi-?weekly|semi-?monthly|quarterly|annual(?:ly)?)\b",
    "ly or ", ") or ", "annual", "ly, or ",
)  # fmt: skip
"""`Monthly (faculty) or biweekly (staff)`: for each his own."""
_AND_IT_VESTS = Pattern(
    r",? (?:with|and) (?:the |a |an |our |its )?(?:company |employer )?(?:match(?:ing contributions?)? |money |contributions? |it )?(?:vest(?:s|ing)?\b|(?:is|are) (?:immediately |always |fully |100% )*vested\b|(?:immediate|full|100%) vesting\b)[^.;]*",
    "vest",
)
"""`… with the company match vesting over three years`: how often it is made, the rest says."""
NO_MATCH = Pattern(r"\b(?:no|not) (?:[a-z-]+ )?match\w*", "match")
_BARE = Pattern(
    r"^\W*(?:it's |it is |is |are |still |also |again )*(?:(?:made|paid|calculated|computed|figured|deposited|posted|credited|funded|determined|done) )?((?:on an? |with |once )?(?:each|every|per|a|by|bi-?weekly|weekly|monthly|quarterly|annually|yearly|annual|payroll)\b(?: (?!to\b|if\b)[a-z-]+){0,3})(?:[,;] (?:paid|deposited|posted|credited|put|sent|and posted|and deposited|vested|always|fully|immediately|from|starting|beginning|after|once|as soon as)(?: [a-z0-9]+){1,8})?\W*$"
)
"""The period and nothing else, after the match: `Each pay period.`"""


def _bare_period(text: str) -> str:
    found = [name for name, pattern in _PERIODS if pattern.search(text)]
    return found[0] if len(found) == 1 else ""


_MATCH = Pattern(r"\bmatch", "match")
ON_THE_YEAR = Pattern(
    r"\bmatch\w*[^.;:,]{0,50}\b(?:determin|calculat|comput|figur|measur|bas)\w* (?:on|for|over) (?:an? (?:annual|yearly|plan[- ]year|full[- ]year) basis|(?:the basis of )?the (?:full |entire |whole )?(?:plan |calendar )?year)(?=\W*$|[:;,.])"
    r"|\bmatch\w*[^.;:,]{0,50}\b(?:calculat|comput|figur|determin)\w* on (?:your |the |his or her |(?:each|an?|the) [a-z]+'s )?annual (?:(?:eligible|base|total|gross|plan|covered) )*(?:pay|compensation|earnings|wages|salary)(?=\W*$|[;,.])"
    r"|\bmatch\w*[^.;:,]{0,50}\b(?:calculat|comput|figur|determin)\w* on (?:your |the |his or her |(?:each|an?|the) [a-z]+'s )?(?:(?:eligible|base|total|gross|plan|covered) )*(?:pay|compensation|earnings|wages|salary)(?: and [a-z]+)? (?:for|of|over) the (?:full|entire|whole) (?:plan |calendar )?year\b"
    r"|\bmatch\w*[^.;:,]{0,30}\b(?:comput|calculat|figur|determin)\w* on [^.;,]{0,60}\byear[- ]to[- ]date\b"
    r"|^(?:(?:it|this|the match) is )?(?:figured|calculated|computed|determined|worked out) on [^.;]{0,40}\bfor the (?:whole|full|entire) (?:plan |calendar )?year(?=\W*$|[;,.])",
    "annual",
    "basis",
    "year",
)
PER_WHAT = Pattern(
    r"^\W*(?:is (?:it|that|the match) )?(?:figured |made |paid |done |calculated )?(?:per|each|every|by the|by) [a-z -]{3,14},? or (?:(?:per|each|every|by the|by|for the) )?(?:[a-z-]+ ){0,2}[a-z]{3,9} ?\?$",
    "?",
)
"""`Per paycheck or per year?`, soon after the match."""
IT = Pattern(
    r"^(?:(?:from|since|starting|beginning|effective)\b[^,;]{0,25}?,? )?(?:(?:the )?[a-z]+(?: [a-z]+)? (?:calculates|figures|computes|works) it\b|it|it's|this|figured|calculated|paid|posted|deposited|credited|computed|made|contributed|funded|determined|worked out|done|put in|(?:all|both)(?: of (?:them|these|it))? (?:are|is) (?:paid|made|figured|calculated|computed|deposited|credited)|(?:the|both|these|all) (?:matching |company |employer )?contributions?|(?:matching|company|employer) contributions?|our (?:part|share|side|half|money)|(?:each|every) (?:[a-z-]+ )?(?:paycheck|pay period|period|payroll|check|payday)(?= (?:stands?|is (?:treated|considered|looked at|taken|figured|calculated)) (?:alone|on its own|separately|independently|by itself)\b)|the [a-z]+'s (?:matching )?contributions?(?= (?:is|are) (?:computed|calculated|figured|made|paid|deposited|credited))|goes (?:in|to)\b|in (?:by|with|each|every)\b|you (?:are|will be) credited (?=(?:on |with |after )?(?:each|every)\b)(?![^.;]*\b(?:service|hours?|interest|earnings)\b)|we|they|the (?:match )?formula(?= is (?:applied|figured|calculated|worked))|the (?:company|employer|firm|bank|addition|amount|calculation|computation)|(?:for (?:the )?purposes? of |in |when )?(?:calculating|determining|computing|figuring) (?:this|the|that|it|these|such|your)|for this purpose|for (?:this|that|these) (?:calculation|computation|determination)s?|there (?:is|are|will be) no changes? (?:in|to) (?:how|when))\b"
)
ITS_CONTRIBUTIONS = Pattern(
    r"^contributions (?:are|will be) (?:made|credited|deposited|paid|funded|calculated|figured)\b", "contributions"
)
IT_GIVES = Pattern(
    r"^(?:the )?(?:company|employer|firm|bank|university|hospital|sponsor|[a-z]+) (?:will |shall )?(?:contributes?|adds?|match(?:es)?|pays?|puts? in|gives?|credits?)\b(?! to (?:your|the) pay)"
)
"""`The Company contributes … Contributions are made each payday`: its own."""
_MADE_SOMEHOW = Pattern(
    r"\b(?:computation|determination|calculation|allocation|matching) periods?\b|\bperiods? for (?:determining|calculating|computing|figuring)\b|\b(?:match\w*|(?:^|[;,.] )?(?:they|it|company contributions|employer contributions))(?: contributions?)?(?: for (?:an?|any|each|every|the) [a-z ]{2,20}?)?,? (?:is|are|will be) (?:now )?(?:made|calculated|deposited|paid|funded|credited|determined|computed|figured|worked out|measured|based|remitted|on an?)\b"
)
