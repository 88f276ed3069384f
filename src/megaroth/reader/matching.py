"""How the match is made: how often it is worked out, and whether the year is put right at its end."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

# --- how often

_PAY_PERIOD = r"(?:bi-?weekly |semi-?monthly |weekly |regular |single |applicable )*(?:pay(?:roll)?[- ]?(?:periods?|days?|dates?|checks?|cycles?|ments?)|paychecks?|pay cheques?|payrolls?|checks?)(?! (?:deduct|contrib|record|system|department|tax|compan|service|provider|election))"
_ONE = r"(?:each|every|per|by|any|such|that|the same|for the|of the|with|on an?|in an?|follows?|as of)"
_WHOLE_YEAR = r"(?:(?:the|your|an?|each) (?:entire|full|whole)(?: (?:plan|calendar|previous|prior|past))* year|the year as a whole|the (?:plan |calendar )?year's (?:pay|comp|contrib|defer|earn)\w*)"
_PERIODS = (
    (
        "payday",
        Pattern(rf"\b{_ONE}[- ]{{0,2}}(?:each |every |your |our |the |their )*{_PAY_PERIOD}\b|\b(?:pay(?:day|roll|check|period)?|paycheck|cheque|check)s?[- ](?:by|to)[- ](?:pay|check|cheque)|\bpay(?:roll)?[- ]?(?:period|check)?[- ](?:period )?basis\b|\bper[- ]pay(?:roll|check)?[- ]?(?:period)?\b|\b(?:every|each) (?:(?:two|2) weeks|week|time you(?: are|'re| get) paid)\b|(?<!bi-)(?<!bi)\bweekly\b(?! (?:paid )?(?:employees?|staff))|\b(?:bi-?weekly|semi-?monthly)\b(?! (?:paid )?(?:employees?|staff))|\b(?:each|every|per) pay(?=\W*$|,| (?:\$|\d|the (?:company|employer)\b))|\bone (?:paycheck|pay period|payroll|check|payday) at a time\b", "at a time", "basis", "by pay", "by-pay", "check", "cheque", "cycle", "date", "day", "each", "every", "ment", "monthly", "payroll", "per", "to pay", "to-pay", "weekly"),
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
            rf"\bannual(?:ly)?\b(?! (?:(?:base|gross|eligible|total|covered|plan) )*(?:compensation|pay|salary|salaries|earnings|wages|limit|dollar|maximum|deferral))(?=[^.;]{{0,20}}\b(?:match|basis|contribut|calculat|determin|after)|\W*$|,)|\b(?:made|contributions?|paid|deposited|funded|calculated|computed|remitted) annually\b|\bonce (?:a|per|each) (?:plan |calendar )?year\b|\bplan[- ]year basis\b|\byearly\b|\bperiods?\b[^.;]{{0,60}} (?:is|means|will be) (?:the|each|a) (?:entire |full )?(?:plan |calendar )?year\b|\bannual (?:(?:eligible|base|total|gross|plan|covered) )*(?:pay|compensation|earnings|wages|salary|contributions|deferrals) with \w+|\b(?:calculat|comput|determin|figur)\w* on (?:your |the |his or her |(?:each|an?|the) [a-z]+'s )?annual (?:(?:eligible|base|total|gross|plan|covered) )*(?:pay|compensation|earnings|wages|salary)(?=\W*$)|\b(?:calculat|comput|determin|figur|measur|bas)\w* (?:on|for|over|by|per) (?:the|each|an?|every) (?:plan |calendar )?year\b|\b(?:for|on|over|of|across|at|considers?|account) {_WHOLE_YEAR}\b|\bbasis of the (?:entire |full |whole )?(?:plan |calendar )?year\b|\b(?:as of|at|after) the (?:end|close|last day) of (?:the|each|every) (?:plan |calendar )?year\b|\bafter (?:the )?(?:plan |calendar )?year(?:[- ]end| ends| is over| closes)\b|\bat year[- ]end\b|\b(?:single|(?:in|as) one) (?:annual |yearly |lump[- ])*(?:sum|deposit|payment)\b|\b(?:full|whole|entire)[- ]year (?:numbers|figures|totals?|pay|compensation|earnings|contributions|deferrals|results|basis)\b|\b(?:compensation|pay|earnings|salary|wages|deferrals|contributions|save|saved|contribute|contributed|defer|deferred) (?:made |paid |earned )?(?:for|during|in|over) (?:the|each|that|such|an?) (?:entire |full |whole )?(?:plan |calendar )?year\b(?! (?:ended|beginning|in which|that|because|you))|\b(?:each|every) (?:january|february|march|april)\b|\b(?:in|each|the) (?:following (?:january|february|march|april)|(?:january|february|march|april) (?:that follows|following))\b",
            "year", "annual", "single", "following", "follows", "each ", "every ", "sum", "deposit", "payment",
        ),
    ),
)  # fmt: skip
_WORKED_OUT = Pattern(
    r"\b(?:calculat(?:es?|ed|ing)|comput(?:es?|ed|ing)|determin(?:es?|ed|ing)|figur(?:es?|ed|ing)|measured?|based|applie[ds]|worked out|depends? on|looks? at|takes? into account|considers?)\b|\b(?:calculation|computation|determination)s? [^.;]{0,90}\b(?:uses?|used)\b"
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
    r"\brecharacteri|\breclassif|\btreated as\b|\b(?:you|participants?) (?:may|can|must|should|are allowed to)\b|\bchange\b|\belect(?:ion)?s?\b|\bvest|\bstatement|\binvest|\bexample\b|\bmaximum\b(?![^;,$]{0,40}\d%)|\b(?:maximum|total) annual\b|\bpreviously\b|\buntil now\b|\bup to now\b|\bused to\b|\bin the past\b|\bmost\b(?! (?:people|of (?:us|you)|employees|participants|members|associates)\b)|\blimits?\b|@at|\bfees?\b|\bannual eligible(?! (?:[a-z]+ )+with\b)|\bwithdraw|\bany time\b|\bloans?\b|\brollover|\bunder age\b|\bbalance|\bforfeit|\bhours\b|\bamortiz|\bfirst day of\b|\bentry dates?\b|\bbase contribution|\bprofit[- ]sharing|\bnon-?elective|\bcash contrib"
)
_SUM_OF_A_YEAR = Pattern(
    r"\b(?:receives?|gets?|is|are|equals|worth) (?:up to )?\$\d[\d,.]*[^.;$]{0,40}\b(?:annually|per year|(?:a|each|every) year)|\$[\d,.]+ (?:that )?(?:you|they|participants?|an? [a-z]+) (?:saves?|contributes?|defers?|puts? in) (?:in|during|for) (?:an?|any|each|the) (?:plan |calendar )?year|\$[\d,.]+(?: (?:per|for each|to each|to any) (?:participant|employee))?,? ?\(?(?:annually|per annum|(?:per|each|a|in any|for the|during the) (?:(?:plan|calendar) )?year)|\b(?:annual|year)(?:ly)?(?: [a-z]+){0,3}:? (?:of |is |at )?\$",
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
_YEAR_PUT_RIGHT = Pattern(
    r"\bcatch-?up (?:deposit|payment|match)\b|\bcomes? up short\b|\btrue[- ]?up|\btrued[- ]up|\btruing|\bcompar|\breconcil|\badjust|\brecalculat|\brecomput|\bshortfall|\bdifference|\bmake (?:up|you|good)|\blook(?:s)? back|\bmake-?up|\bmade up|\bcatch(?:es)? up\b|\bsettle(?!ments?\b)|\b(?:annual|year-end|final) settlement|\btops?\b|\bdeficienc|\badditional match|\bbrings? the total|\b(?:additional|further|extra|supplemental) (?:[a-z]+ )?(?:contributions?|amounts?|payments?|deposits?)|\bexcess, if any|\bwould have (?:been|had|received|got)|\b(?:balance|amount|rest)s? (?:still )?(?:due|owed|owing)|\bremaining (?:amount|balance|match)",
    "additional ", "adjust", "catch", "compar", "deficienc", "difference", "look", "made up", "make", "recalculat",
    "recomput", "reconcil", "settle", "shortfall", "the total", "top", "true", "truing", "further ", "extra ", "supplemental ", "excess",
    "would have", "due", "owed", "owing", "remaining ", "up short",
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


def period_of(text: str, formula: bool, about: bool, same_part: bool = False) -> str:
    """How often the match is worked out: said with the formula, of the match, or of `it` straight after the match; `same_part`: no heading between."""
    text = _ASKED_ABOVE.sub("", _GONE_BY.sub("", text)).strip()
    if bare := _BARE.match(text) or (_YEAR_PUT_RIGHT.search(text) and _BARE.match(_CLAUSE.split(text)[0])):
        return _bare_period(bare[1]) if same_part else ""
    if not formula and "match" in text and not _MATCH.search(NO_MATCH.sub(" ", text)):
        return ""
    if not formula and not (about and _MATCH.search(text)) and not IT.match(text):
        return ""
    said = _PAY_AND.sub(r"\1 with \2", _SUM_OF_A_YEAR.sub(" $", _NOT_SO.sub(" ", text)))
    if _AT_WILL.search(said):
        said = _DECIDED.sub(" ", said)
        if re.search(r"\bmay\b[^.;]{0,60}\bannual", said):
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
    worked_out: set[str] = set()
    put_in: set[str] = set()
    alone: set[str] = set()
    of_the_match = formula or bool(IT.match(text)) or ("match" in text and "match" not in said)
    for clause in _CLAUSE.split(said):
        of_the_match = of_the_match or "match" in clause
        periods = {name for name, pattern in _PERIODS if pattern.search(clause)}
        if not periods or _OTHER_SUBJECT.search(clause) or not (of_the_match or len(clause.split()) < 6):
            continue
        kind = worked_out if _WORKED_OUT.search(clause) else put_in if _PUT_IN.search(clause) else alone
        kind |= periods
    made_somehow = formula or _MADE_SOMEHOW.search(said)
    for found in (worked_out, put_in, alone if made_somehow else set()):
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


NO_MATCH = Pattern(r"\b(?:no|not) (?:[a-z-]+ )?match\w*", "match")
_BARE = Pattern(
    r"^\W*(?:it's |it is |is |are |still |also |again )*(?:(?:made|paid|calculated|computed|figured|deposited|posted|credited|funded|determined|done) )?((?:on an? |with |once )?(?:each|every|per|a|by|bi-?weekly|weekly|monthly|quarterly|annually|yearly|annual|payroll)\b(?: (?!to\b|if\b)[a-z-]+){0,3})(?:, (?:paid|deposited|posted|credited|put|sent|and posted|and deposited)(?: [a-z]+){1,8})?\W*$"
)
"""The period and nothing else, after the match: `Each pay period.`"""


def _bare_period(text: str) -> str:
    found = [name for name, pattern in _PERIODS if pattern.search(text)]
    return found[0] if len(found) == 1 else ""


_MATCH = Pattern(r"\bmatch", "match")
ON_THE_YEAR = Pattern(
    r"\bmatch\w*[^.;:,]{0,50}\b(?:determin|calculat|comput|figur|measur|bas)\w* (?:on|for|over) (?:an? (?:annual|yearly|plan[- ]year|full[- ]year) basis|(?:the basis of )?the (?:full |entire |whole )?(?:plan |calendar )?year)(?=\W*$|[:;,.])"
    r"|\bmatch\w*[^.;:,]{0,50}\b(?:calculat|comput|figur|determin)\w* on (?:your |the |his or her |(?:each|an?|the) [a-z]+'s )?annual (?:(?:eligible|base|total|gross|plan|covered) )*(?:pay|compensation|earnings|wages|salary)(?=\W*$|[;,.])"
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
    r"^(?:(?:from|since|starting|beginning|effective)\b[^,;]{0,25}?,? )?(?:it|it's|this|figured|calculated|paid|posted|deposited|credited|computed|made|contributed|funded|determined|worked out|done|put in|(?:all|both)(?: of (?:them|these|it))? (?:are|is) (?:paid|made|figured|calculated|computed|deposited|credited)|(?:the|both|these|all) (?:matching |company |employer )?contributions?|(?:matching|company|employer) contributions?|our (?:part|share|side|half|money)|you (?:are|will be) credited (?=(?:on |with |after )?(?:each|every)\b)(?![^.;]*\b(?:service|hours?|interest|earnings)\b)|we|they|the (?:company|employer|firm|bank|addition|amount|calculation|computation)|(?:for (?:the )?purposes? of |in |when )?(?:calculating|determining|computing|figuring) (?:this|the|that|it|these|such|your)|for this purpose|for (?:this|that|these) (?:calculation|computation|determination)s?|there (?:is|are|will be) no changes? (?:in|to) (?:how|when))\b"
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

# --- the year put right

_TRUE_UP = Pattern(
    r"\btrue[- ]?ups?\b|\btrued[- ]up\b|\btruing[- ]up\b|\btrues? (?:up )?the match|\btrues (?:[a-z]+ )?up\b|\btrues? (?:you|them|it|things|everything|it all|everyone|participants) up\b|\bmatch(?:ing)? (?:contribution )?(?:reconciliation|adjustment)\b|\byear-end (?:match|adjustment|reconciliation)",
    "adjustment", "reconciliation", "true", "truing", "year-end match",
)  # fmt: skip
_TRUE_UP_IS_MADE = Pattern(
    r"\b(?:will|makes?|provides?|receive|made|calculat\w*|perform\w*|contribut\w*|eligible|is|are|offers?|credited|deposited|appl(?:y|ies)|trued|trues|paid|pays?|has|have|lands?|runs?|includes?|contains?|comes?|arrives?|follows?|posts?|is posted|there's|it's|adds?|gives?|fills?|tops?|brings?|restores?|covers?|recovers?|picks? up|returns?|repairs?|settles?|catch(?:es)?|corrects|happens|done|due|sent|issued|funded)\b|\b(?:each|every) (?:year|quarter|january|february|march|april|spring)\b|\b(?:annually|yearly)\b|^\W*(?:an? )?(?:annual|yearly|year-end) true[- ]?up (?:for|of|after|if|when|in|by)\b|\bwe(?:'ll| will)? true\b|\btrue up (?:anyone|you|those|the|your|participants)|\bwith (?:an? )?(?:annual |year-end )?true[- ]?up\b|\b(?:do|does|get|gets) (?:an? )?(?:annual |year-end |match )*true[- ]?up\b"
)
_TRUE_UP_OPEN = Pattern(
    r"\bused to\b|\bis gone\b|\b(?:it|which|that|has|was) ended\b|\bdiscontinu|\bformerly\b|\bpreviously\b|\bno longer (?:mak|provid|offer|paid|gives?)|\bphased out\b|\bgoes away\b|\bgoing away\b|\bstop(?:s|ped) (?:making|providing|offering|paying)\b|\bmay,? in (?:its|the company's|the employer's) (?:sole )?discretion\b|\bd(?:id|one) away\b|\btrue[- ]?up[^.;]{0,30}\b(?:ceased|suspended)|\bin the past\b|\b(?:no|not|never|without|nor|neither|cannot)\b[^.;,:]{0,40}(?:adjust|reconcil)|\bmay\b[^.;]{0,30}\btrue|\bdiscretion(?:ary)? (?:to make |year-end |annual )*tru|\btrue[- ]?up[^.;,]{0,60}\bdiscretion|\bregular\b[^.;]{0,40}\bdiscretion|\bcorrecti|\bdeficien|\bdefect|\bomitted\b|\bfail(?:ed|ure)\b|\berror|\$0\b|\bif any\b|\bif (?:an?|any|such an?) (?:[a-z-]+ ){0,2}tru|\?|\bmeans?\b|\bdefin|direction|\bmay (?:be (?:required|made)|make)|\bdelet|\bremov|\beliminat|\breserved\b|\bask(?:s|ed)? (?:about|for|whether|if)\b|\bsome (?:employers|plans|companies)\b|\bneed(?:ed|s)?\b|\bnecessary\b|\bwill be (?:added|introduced)\b|\bplanned\b|\bpremium|\bhealth\b|\bhsas?\b|\bfsas?\b|\binsurance\b"
)
_NOT = r"\b(?:(?:will|does|do|shall|did|can|would) ?(?:not|never)|cannot|won't|doesn't|don't|never)"
_ITS_WORDS = (
    r"(?:be|being|been|mak(?:e|es|ing)|made|provid(?:e|es|ed|ing)|for|offer(?:s|ed|ing)?|includ(?:e|es|ed)|have|has|perform(?:s|ed)?|do|does|did|done|giv(?:e|es|en)|gets?|receives?|entitled|eligible|to|an?|any|the|your|our|its|it|this|such|that"
    r"|annual(?:ly)?|yearly|year-?end|end-of-year|plan-year|plan|year|years?'s?|end|at|of|in|on|retroactive(?:ly)?|match(?:ing|ed)?|company|employer|contributions?|currently|then|later|afterwards?|we|they|is|are|will|shall|going|requir(?:e|ed)|subject|by|other|additional|contain(?:s|ed)?|permits?|allows?|calculat(?:e|ed)|kind|sort|form|further|subsequent|need(?= for)|go(?:es|ing)?|back|and|or)"
)
"""What may stand between a denial and what is denied: words of giving, of the year and of the match."""
_TRUE_UP_NO = Pattern(
    r"\b(?:no|there (?:is|are|will be|shall be) not(?: an?| any)?) (?:annual |year-end |other |further |later |subsequent )*(?:match(?:ing)? )?(?:adjustment|reconciliation|make-?up|look[- ]?back|second look)s?\b(?! (?:fee|period|measurement|to (?:the|your) (?:account|limit)))"
    r"|\bnone(?: of (?:it|them|this|these))?(?: (?:is|are|gets?|will be))?(?: ever)? (?:trued[- ]up|made up|reconciled|recalculated|recomputed)\b"
    r"|\bno (?:further|additional|later|subsequent|other|make-?up|catch-up) (?:match\w* |company |employer )*(?:contributions?|deposits?|payments?|amounts?)\b[^.;]{0,20}\b(?:is|are|will be|gets?|shall be) (?:made|paid|due|deposited|owed|credited)\b[^.;]{0,40}\b(?:after|at|following|once|when)\b[^.;]{0,24}\byear"
    r"|\bmatch\w*[^.;]{0,40}\b(?:is|are|will) not (?:be )?(?:recalculated|recomputed|adjusted|made up|reconciled|trued)"
    rf"|\b(?:no|not|never|none|neither|doesn't|don't|won't|without|nor|cannot)\b(?: {_ITS_WORDS}){{0,12}} tru(?:e|es|ed|ing)[- ]?(?:it )?up"
    rf"|{_NOT} (?:then |later )?(?:adjust|reconcile|recompute|revisit|re-?figure)\w* (?:(?:the|your|its|any|prior|earlier|these|those) )*(?:match\w*|deposits?|amounts?)\b"
    rf"|{_NOT} (?:{_ITS_WORDS} ){{1,8}}?(?:adjustments?|reconciliations?|recalculations?|recomputations?|settlements?|(?:make|top)-?up (?:match\w*|contributions?|payments?)|catch-?up match\w*)\b(?! (?:fees?|for (?:inflation|cost|age|risk|market)|(?:to|of|in) (?!(?:(?:your|the|any|an?|its|his or her) )?(?:match|company|employer|prior|year|amounts?\b|deposits?|contributions?\b|make|account))[a-z]))"
    r"|\btrue[- ]?up[^.;]{0,40}\b(?:not|no longer)\b (?:made|provided|offered|permitted|available|performed|apply|applicable|be)"
    r"|\b(?:does|do|did|shall|will|is|are) not (?:be )?(?:go back|look back|recompute|recalculate|recalculated|recomputed)\b(?![^.;]{0,60}\b(?:loan|fee|balance))"
    r"|\bno (?:catching|making|truing|going back)(?: it| this| that)?(?: up)? (?:later|afterwards?|at|after|for|when|once)\b"
    r"|\bthere (?:is|are|will be|will|shall be) (?:no|not)(?: be)?(?: an?| any)? (?:(?:make-?up|additional|further|extra|supplemental) (?:match\w* |company |employer )*(?:match\w*|contributions?|deposits?|payments?|amounts?|money)|catch-?up (?:match\w*|deposits?|payments?)) (?:later|afterwards?|(?:at|after|following|once|when) [^.;]{0,24}\byear(?:[- ]?end)?\b(?! (?:of|in which|you|that|they)\b))"
    r"|^(?!.*\b(?:vest|leav|terminat|quit|separat|withdr|forfeit|roll|conver)\w*)(?!.*\b(?:if|when|whether|unless) (?:the |your |any |a )?(?:missed |lost )?match)(?:.*\b)?match\w*\b[^.;%$]{0,30}\b(?:is|are) (?:missed|lost|gone) (?:for good|forever|permanently)\b"
    r"|\bno (?:later|further|subsequent) adjustment\b|\bnot go back\b[^.;]{0,50}\bmake (?:it |them )?up"
    r"|\bmiss(?:ed)?\b[^.;]{0,40}\b(?:cannot|can not|is not|are not|will not|never) (?:be )?(?:made up|recovered|restored|made later)"
    r"|\b(?:is|are|will) (?:not|never) (?:be )?made up (?:later|at|after|for)\b"
    r"|(?:^|[;,.:(] ?| (?=and |but ))(?:and |but )?(?:is |are )?(?:not|never) (?:be )?(?:(?:made up|trued(?:[- ]up)?|recalculated|reconciled|recomputed)\b(?=\W*$|[;,.)]| (?:later|again|at|after|once|when)\b)|(?:adjusted|revisited|reopened|reviewed|looked at again) (?:at|after|when|once)\b[^.;]{0,24}\byear)"
    r"|\bnothing (?:to true[- ]?up\b|(?:is|will be) (?:ever )?(?:made up|trued|adjusted)\b)"
    rf"|{_NOT} (?:make|contribute|pay|give|provide|deposit|credit|add|send|owe|offer)\w* (?:an? |any )?(?:additional|further|extra|supplemental|other|make-?up|catch-up|year-end) (?:match\w* |company |employer )*(?:match\w*|contributions?|amounts?|payments?|deposits?|money)[^.;]{{0,40}}\b(?:after|at|following|once|when|on the basis of|based on|to (?:adjust|make up|correct|account|compensate))\b[^.;]{{0,40}}\b(?:year|quarters?|periods?|paychecks?|limit)"
    rf"|{_NOT} (?:then |later |go back and )?(?:make|restore|replace|refund|credit|pay|contribute|deposit|give|recover|fill|cover|return|add)(?: you| up| for| back| in| good)* (?:(?:for|on) )?(?:(?:the|any|that|this|your) )?(?:(?:missed|lost|missing|resulting|unmatched) )*(?:difference|shortfall|gap|rest|balance|match\b(?= (?:you|they|that (?:was|you)) (?:miss|lost|lose|did))|(?:missed|lost|missing) match\w*)",
    "adjust", "ever", "go back", "look back", "look-back", "lookback", "second look", "none", "made up", "make", "no additional ", "no catch-up ", "no further ", "no later ",
    "no other ", "no subsequent ", "no catching", "no making", "no truing", "no going", "not be", "not ma", "not re", "recalculate", "recompute", "reconciliation", "true", "truing",
    "not ", "never", "cannot", "won't", "doesn't", "don't", "without", "nor ", "neither", "there ",
    "for good", "forever", "permanently",
)  # fmt: skip
_YEAR_OVER = (
    r"(?:\b(?:after|at|following|within [^.;]{0,30} (?:of|after)|upon|by|once)\b[^.;]{0,24}\b(?:(?:end|close) of (?:the|each|that) (?:plan |calendar )?year|year[- ]?(?:end|close)|year ends|year's end|year is over)"
    r"|\b(?:plan |calendar )year ends\b|\bnext (?:plan |calendar )?year\b|\bthe year after\b"
    r"|\b(?:each|in|by|with the|every|the following|next) (?:(?:the following|the|early|mid-?|(?:the )?(?:end|close|middle) of) )?(?:january|february|march|april|jan\.?|feb\.?|first quarter|q1|spring)\b|\bfollowing (?:plan |calendar )?year\b)"
)
_GIVES = r"\b(?:contribut|pa(?:y|id)|credit|deposit|add|mak(?:e|ing)|made|receiv|giv|get|due|put|provid|send|sent|owed?|top)\w*"
_WHAT_LACKS = (
    r"(?:\b(?:differences?|shortfalls?|short of|deficienc(?:y|ies)|missing|missed|miss out on|(?:the |any )?(?:rest|balance|remainder|lost part) of (?:the|your|its|that) match|(?:additional|extra|further|supplemental|special|make-?up|top-?up) (?:company |employer |matching |match )*(?:match\w*|contributions?|amounts?|payments?|deposits?)(?! (?:contributions? )?(?:(?:is|are|was|were|equals?|equal to|equaled|of|in the amount of) )?(?:up to )?[\d$])|full match|any amount|(?:remaining|outstanding|unpaid) (?:matching |match )?(?:amounts?|balance|match\w*|contributions?)|(?:balance|amounts?|rest) (?:that is |still |then )*(?:due|owed|owing)|lost match\w*|match\w* (?:you |they |that was )?(?:lost|missed))"
    r"|\bwhat(?:ever)? (?:you|they)(?:'d| would) (?:otherwise )?have (?:gotten|got|received|had|earned|been (?:given|paid))|\bif (?:it|that|this|you|they|the (?:total|match|sum))(?:'s|'re| is| are| comes up| falls) (?:short|too (?:low|little))\b"
    r"|\bwhat(?:ever)? (?:you are|they are|is|was|it|you|'s)(?: (?:still|are|have|were))* (?:owed|due|missing|missed|lacking|lost|short)|\b(?:anything|everything|any amount)(?: that)?(?: is)?(?: still| yet)? (?:due|owed|owing|missing|lacking)\b|\bwhat's (?:missing|due|owed|left)|\b(?:whatever|what|anything|the amount|any amount|an amount|as much as)(?: (?:is|it is|may be|was|that is))? (?:needed|necessary|required|it takes) to (?:bring|raise|lift|complete|fill|reach|make|get|give)|\b(?:made|up|make it|makes it) (?:whole|good|up)\b|\bup to (?:the|your) (?:full|whole) match)"
)
_NOT_ADJUSTED = Pattern(
    rf"\b(?:it|they|this|these|those|match\w*|contributions?|deposits?|amounts?|payments?|calculation) (?:is|are|will|shall) (?:not|never) (?:be )?(?:then |later |again |ever )?(?:adjusted|reconciled|re-?figured|revisited|reviewed|reopened|re-?computed|re-?calculated|re-?determined|squared(?: up)?|settled(?: up)?|evened out|corrected|worked out again|looked at again|figured again|calculated again)\b(?![^.;]*\b(?:until|before|unless|but|only)\b)[^.;,%$]{{0,30}}?{_YEAR_OVER}",
    "not ", "never ",
)  # fmt: skip
"""`It is not adjusted at the end of the year`."""
_PUTS_RIGHT = Pattern(
    rf"{_GIVES}\b[^.;]{{0,60}}{_WHAT_LACKS}|{_WHAT_LACKS}[^.;]{{0,80}}{_GIVES}|{_WHAT_LACKS}[^.;]{{0,20}} (?:comes|arrives|follows|shows up|lands)\b|\b(?:catch(?:es)?|brings?|makes?|tops?) (?:you|them|participants?|everyone|it|this)(?: [a-z]+){{0,2}} (?:up|whole|good)\b(?! to \d)|\bmakes? (?:it )?up\b|\bsettles? (?:up|any|the)\b|\bsquares? up\b|\bwith an? (?:final |annual |year-end |match |matching )*(?:adjustment|reconciliation|settlement)\b|\btop(?:s|ped)?\b[^.;]{{0,20}}\bup\b",
    "additional ", "adjustment", "any amount", "anything ", "remaining ", "outstanding ", "unpaid ", "owing", "bring", "catch", "deficienc", "difference", " due", "extra ", "further ",
    " lacking", " lost", "made", "make", "match", "miss", " owed", "reconciliation", "settle", "short", "special ", "square",
    "supplemental ", "top", "up good", "up up", "up whole", "what's left", "have ", "too ",
)  # fmt: skip
"""What is lacking is given: the difference, the shortfall, what one missed."""
_OVER_THE_YEAR = Pattern(
    rf"{_YEAR_OVER}|\b(?:whole|full|entire|full[- ]) ?(?:plan |calendar )?year\b|\bannual (?:pay|compensation|earnings|basis|deferrals|contributions|total|match)|\byear[- ]end\b|\bfor the (?:plan |calendar )?year\b(?! end)|\b(?:reach|hit|max)\w*\b[^.;%$]{{0,40}}\b(?:limit|maximum|out|early)|\b(?:early|front[- ]?load\w*|uneven\w*)\b|\bends? the year\b|\bhad (?:you|they|he or she|it|the participant|an employee) [^.;]{{0,40}}\b(?:evenly|spread|level)\b",
    "had ",
    "year", "annual", "january", "february", "march", "april", "q1", "quarter", "jan", "feb", "spring", "reach", "hit", "max", "early", "front", "uneven",
)  # fmt: skip
_AFTER_THE_YEAR = Pattern(
    rf"{_YEAR_OVER}|\b(?:reach|hit)\w*\b[^.;%$]{{0,40}}\b(?:limit|maximum)|\bfront[- ]?load",
    "year", "january", "february", "march", "april", "q1", "quarter", "jan", "feb", "spring", "reach", "hit", "front",
)  # fmt: skip
_COMPARES = Pattern(
    r"\b(?:compar|recalculat|recomput|reconcil|review|adjust|re-?figur|re-?determin|look(?:s|ed)? (?:back|again)|work(?:s|ed)? (?:it )?out again|check(?:s|ed)? (?:whether|that|if))\w*",
    "compar", "recal", "recomp", "reconcil", "review", "adjust", "figur", "determin", "look", "again", "check",
)  # fmt: skip
_NOT_LOST = Pattern(
    r"\b(?:continues?|keep|will go on|continuing) (?:making|to make|to receive|contributing|to contribute|matching|to match)[^.;]{0,60}\bmatch\w*[^.;]{0,80}\buntil\b[^.;]{0,70}\b(?:%|full|maximum|matched)"
    r"|\bwill not (?:lose|miss|forfeit)[^.;]{0,30}\bmatch\w*[^.;]{0,80}\b(?:early|limit|maximum|before)",
    "continu", "keep", "go on", "will not",
)  # fmt: skip
_NO_PUTTING_RIGHT = Pattern(
    r"\b(?:is|are|be) (?:then |simply )?(?:lost|gone)\b|(?<!match on )@at (?:basis|contrib)|\bmay\b|discretion|\bvest|\bnot (?:be )?(?:re(?!ceiv|ach)|make|go|look|top)|\bno\b|\bexample|\bexcess\b|\bfees?\b|\brefund|\breturn(?:s|ed)\b|\bloan|\bforfeit|\bprofit[- ]sharing|\bnonelective|\bsubtract|\btax(?:es)?\b|\bcorrect|\berrors?\b"
)
LAST_DAY = Pattern(
    r"\bemployed on december 31|\b(?:employed|active|employee|on the payroll)\b[^.;]{0,40}\b(?:on (?:the )?(?:last (?:business |working )?day of (?:the|each|that) (?:plan |calendar )?(?:year|december 31)|december 31|dec\. 31)|as of (?:december 31|the last day))",
    "dec", "last",
)  # fmt: skip


_IF_NEED_BE = Pattern(r",? (?:if|as) (?:necessary|needed)\b")


_DIFFERENCE = Pattern(
    r"^(?!.*\b(?:may|not|no|would|discretion\w*)\b).*\b(?:get|receive|paid|pays?|contribut\w*|credit\w*|deposit\w*|add\w*|made|makes?)\b[^.;]{0,40}\b(?:the|any) (?:difference|shortfall|balance|rest)\b|^(?!.*\b(?:may|not|no|would)\b).*\bmakes? (?:it|them|this|you) (?:up|whole)\b",
    "difference", "shortfall", "balance", "rest", "make",
)  # fmt: skip
_LACKING = r"\b(?:difference|shortfall|balance|rest|gap|remainder|what(?:'s| is| was)? (?:missing|lacking|missed))\b"
GIVES_IT = Pattern(
    rf"^\W*if (?:you(?:'re| are)|more is|anything is|any (?:more )?match is) (?:still )?(?:owed|due)\b(?!.*\b(?:may|not|no)\b)|^(?!.*\b(?:may|not(?! (?:more|less|over|to exceed))|no(?! (?:more|later|less))|never|would|discretion\w*)\b)(?:.*{_GIVES}\b[^.;]{{0,50}}{_LACKING}|.*{_LACKING}[^.;]{{0,40}}{_GIVES})",
    "difference", "shortfall", "balance", "rest", "gap", "remainder", "what", "owed", "due",
)  # fmt: skip
"""The difference is given: which one, the sentence before tells."""
_COMPARES_THE_YEAR = Pattern(
    r"\b(?:compar|recalculat|recomput|reconcil|review|re-?figur|re-?determin|look(?:s|ed)? (?:back|again)|check)\w*[^.;]*\bmatch|\bmatch\w*[^.;]*\b(?:compar|recalculat|recomput|reconcil|review|re-?figur|re-?determin|check)\w*",
    "match",
)
_IS_LARGER = Pattern(
    r"^(?!.*\bcatch-?up contr).*\bmatch\w*\b[^.;]{0,80}\b(?:larger|bigger|greater|higher|more|exceeds?|less|smaller|lower|short)\b(?! than \$?\d)",
    "match",
)
_YOU_PAY = Pattern(
    r"\b(?:you|participants?|employees?) (?:must |have to |will )?(?:pays?|owes?|returns?|repays?|gives?|sends?)\b"
)
_YEAR_AS_A_WHOLE = Pattern(
    rf"\b(?:look\w*|figur\w*|work\w*|calculat\w*|comput\w*|add\w*|measur\w*|determin\w*|total\w*|consider\w*|check\w*|review\w*|run|compar\w*)\b(?:(?!\b(?:hours|service|vest\w*|eligib\w*|limits?)\b)[^.;%]){{0,50}}\b{_WHOLE_YEAR}",
    "year",
)
"""`In February we look at the year as a whole`; what the match comes to by it, the next sentence says."""
_WOULD_HAVE_BEEN = Pattern(
    rf"\b(?:catch-?up|make-?up) (?:deposit|payment|match)\b[^.;]{{0,40}}\bif\b[^.;]{{0,60}}\b(?:short|less)\b|{_GIVES}[^.;]{{0,120}}\b(?:excess|difference|shortfall|amount|necessary|needed)\b[^;]{{0,60}}\bmatch\w*[^;]{{0,60}}\b(?:would have|had|equal)\b[^;]{{0,120}}\b(?:entire|full|whole|annual)\b",
    "match",
    "deposit",
    "payment",
)
"""`Shall contribute the excess of the match that would have been made had it been applied to the whole year`."""
_BY_WHICH_IT_EXCEEDS = Pattern(
    r"\b(?:shall|will|does)? ?(?:contribute|pay|deposit|credit|add)s?\b[^.;]{0,120}\b(?:amount|sum)s?,?(?: if any,?)? by which\b[^;]{0,40}\bmatch\w*[^;]{0,80}\b(?:determined|calculated|computed|figured|based)\b[^;]{0,90}\b(?:entire|full|whole|annual|for the (?:plan |calendar )?year)\b[^;]{0,40}\b(?:exceeds?|(?:is|was|were|would (?:be|have been)) (?:greater|more|larger|higher) than)\b",
    "by which",
)
"""`Shall contribute the amount by which the match determined for the entire year exceeds what was made`."""
_QUOTES = Pattern(r"[\"“”]", '"', "“", "”")
"""`No "true-up"` is none."""
_NONE_OF_IT = Pattern(
    r"^\W*there (?:is|are|will be|will) (?:none|no (?:longer (?:one|any)|such (?:amounts?|contributions?|payments?|deposits?))|not (?:be )?(?:one|any))(?: (?:for|in|after|from) (?:(?:plan|calendar|the|year|and|later|years?|on|or|after|future|any|subsequent|20\d\d) ?)+| (?:now|any ?more|today|at present|since|going forward))*\W*$",
    "there ",
)
"""`There will not be one for 2026 and later years`, below the heading of the true-up."""
_UNDER_TRUE_UP = Pattern(
    r"^\W*(?:\d+(?:\.\d+)?[.)]? )?(?:the |is |it |annual |year-end |match |matching )*true(?:d)?[- ]?up(?: contributions?| match)?(?: \([a-z ]*\))?\W*$",
    "true",
)
_UNDER_ITS_OTHER_NAME = Pattern(
    r"^\W*(?:the |match |matching )*(?:annual|year-end|final|yearly) (?:match |matching )?(?:reconciliation|adjustment|settlement|recalculation)(?: of (?:the )?match)?\W*$",
    "reconciliation", "adjustment", "settlement", "recalculation",
)  # fmt: skip
_ANSWERS_THE_LABEL = Pattern(
    r"^\W*(?:(?P<yes>y|yes|added|(?:made|paid|done|deposited|credited) [^.;]*\b(?:january|february|march|april|spring|quarter|year[- ]?end)\b|(?:in|each|every|by) (?:the )?(?:early |mid-?|end of )?(?:january|february|march|april|spring|first quarter|year[- ]?end))|no|none|n)\b(?=\W*$|[,.;:(]| - | for | by | in )(?!.*\b(?:may|discretion\w*|if the)\b)"
)
"""`True-up | Yes, by March 15`, `True-up: in February for those who …`."""


_ADJUSTED = Pattern(
    rf"\b(?:match\w*|contributions?|deposits?|deposited|amounts?|advances?|advanced|payments?|paid|installments?|estimates?|it|they|these)\b[^.;]{{0,120}}?\b(?:adjusted|reconciled|recomputed|recalculated|re-?figured|squared(?: up)?|settled|evened out|balanced)\b[^.;%$]{{0,50}}{_YEAR_OVER}"
    rf"|{_YEAR_OVER}[^.;%$]{{0,30}}\b(?:match\w*|deposits|amounts?|contributions?|advances?|it|they|these)\b[^.;%$]{{0,60}}?\b(?:is|are) (?:then |again )?(?:adjusted|reconciled|recomputed|recalculated|re-?figured|squared(?: up)?|settled|evened out)\b",
    "adjusted", "reconciled", "recomputed", "recalculated", "figured", "squared", "settled", "evened", "balanced",
)  # fmt: skip
"""`Deposits of the year are adjusted after it ends`."""
_MADE_SURE = Pattern(
    r"\b(?:calculation|re-?calculation|computation|review|look|comparison|contribution|deposit|payment|adjustment|check)\b[^.;%$]{0,60}?\b(?:assures?|ensures?|guarantees?|makes? (?:sure|certain)|so that|sees? to it)\b[^.;%$]{0,60}\b(?:gets?|receive[sd]?|gotten|have|has|given|credited)\b (?:the |his or her |your |their |all of )*(?:full|maximum|entire|whole|all|most)\b",
    "assure", "ensure", "guarantee", "make", "so that", "see",
)  # fmt: skip
"""`A final calculation after year end assures that everybody has received the maximum`."""
_NOBODY_MISSES = Pattern(
    r"\b(?:year[- ]end|annual|yearly|final|(?:after|at|following|once) [^.;,]{0,20}\byear)\b[^.;%$]{0,40}\b(?:calculation|re-?calculation|computation|review|look|comparison|deposit|payment|adjustment|check|catch-?up)\b(?![^.;]*\b(?:beneficiar|invest|fund|hours|loan|deadline|premium|coverage|enrol|document|tax)\w*)[^.;%$]{0,30}?\b(?:assures?|ensures?|guarantees?|makes? (?:sure|certain)|so that|sees? to it)\b(?: that)? (?:nobody|no one|(?:you|they|participants?|employees?|those|people)(?: who [^.;,]{3,60}?)? (?:do not|does not|never|will not|don't)) (?:miss(?:es)?|loses?(?: out)?|go(?:es)? without|comes? up short|is (?:shorted|left short))\b",
    "nobody", "no one", "not ", "never", "don't",
)  # fmt: skip
"""`A year-end check makes sure nobody misses out`."""
_DENIES = Pattern(r"\b(?:not|never|no|nor|neither|nothing|without)\b")
_OTHER_ADJUSTMENT = Pattern(
    r"\b(?:limits?|irs|inflation|cost[- ]of[- ]living|fees?|premiums?|brackets?|expenses?|investment\w*|earnings|gains|elections?|percentages?)\b"
)


def _is_put_right(text: str, about_match: bool) -> bool:
    """Whether what is lacking is given, and the year, or a second look, is why."""
    if about_match and _NOT_LOST.search(text):
        return True
    if (hit := _ADJUSTED.search(text)) and not _OTHER_ADJUSTMENT.search(hit[0]) and not _DENIES.search(hit[0]):
        return True
    if (hit := _MADE_SURE.search(text)) and "match" in text and re.search(_YEAR_OVER, hit[0]):
        return True
    if not _PUTS_RIGHT.search(text):
        return False
    # A formula "of annual pay" tells no second look at the year.
    year = _AFTER_THE_YEAR if "%" in text else _OVER_THE_YEAR
    return bool(year.search(text) or _COMPARES.search(text))


_ASKED_FIRST = Pattern(r"^[\"'][^\"?]{5,120}\?[\"'] (?=[a-z])", "?")
"""`"What if I max out?" You would …`: somebody's question before the answer, on one line."""
_FOR_LOANS = Pattern(
    r"^[^.;,%]{0,40}(?<= for)[^.;,]{0,30}\b(?:loans?|repayments?|premiums?|military|leaves? of|strike|deductions?)\b"
)
"""`No make-up contribution for missed loan payments`: nothing that was missed for want of deferrals."""
_NOT_FOR_LEAVERS = Pattern(
    r"^[^.;]{0,20}\b(?:for|to|on behalf of) (?:an? |any |the )?(?:those|participants?|employees?|anyone|anybody|members?|people|associates?|former \w+)(?: (?:who|that)\b(?! (?:reach|hit|max|front|contribut|defer|sav|stop|miss|chang|had|did))| whose(?! (?:deferrals?|contributions?|savings|elections?|rates?|percentages?|saving)\b)|\W*$)|^[^.;]{0,15} (?:if|unless|until|when) (?:you|they|the (?:participant|employee)) (?:leave|left|terminat\w*|are (?:no|not)|quit|separat\w*|resign\w*|retire\w*|die)",
    "for ", "to ", "behalf", "if ", "unless ", "until ", "when ",
)  # fmt: skip
"""A true-up that is not made for those who left is made for the others."""
_ANSWERED = Pattern(r"^(?:no|yes)\. (?=(?:\w+,? ){4})", "no. ", "yes. ")
"""`Will I lose match? No. At the end of the year …`: the sentence behind the answer says it."""
_NO_WORRY = Pattern(
    r"\b(?:do not|don't|no(?: need to| reason to)?|never|not to) (?:worry|worries|panic|fear|fret|stress|sweat(?: it)?|problem|(?:miss|lose) out(?: on)?)\b(?: about (?:it|that|this))?[:;,.!]? ?",
    " out",
    "worr",
    "panic",
    "fear",
    "fret",
    "stress",
    "sweat",
    "problem",
)
_LABELLED = Pattern(
    r"^\W*(?:match(?:ing)? |year-end |annual )*true[- ]?up(?: match| contributions?)*[ :|.-]{1,3}(?:(?P<said>yes|no)(?=\W|$)|(?P<when>(?:added|(?:in|each|every|by) (?:the )?(?:early |mid-?|end of )?(?:january|february|march|april|spring|first quarter|year[- ]?end)))\b)",
    "true",
)
"""The row of a table that lost its lines: `True-up Yes`."""


_TAKEN_OUT = Pattern(
    r"\b(?:true[- ]?ups?|(?:year-end|annual) (?:match(?:ing)? )?(?:adjustments?|reconciliations?) of (?:the |each )?(?:company |employer )?match\w*)\b[^.;]{0,40}\b(?:is|are|is hereby|are hereby) (?:deleted|eliminated|removed|discontinued|repealed|stricken)\b",
    "deleted", "eliminated", "removed", "discontinued", "repealed", "stricken",
)  # fmt: skip
"""`Section 4.5(c) (year-end adjustment of the matching contribution) is deleted`."""
_PUT_INSTEAD = Pattern(r"\b(?:replaced|following|substitut\w*|instead|restated|if|was|when|would)\b")


def true_up_of(text: str, about_match: bool, of_the_match: bool, head: str = "") -> tuple[str, int, str]:
    """Yes, no or nothing; how strong; a note. `about_match`: the text or its heading says match; else the sentence before it."""
    if (
        "true" in head
        and (_DIFFERENCE.search(text) or GIVES_IT.search(text))
        and any(_UNDER_TRUE_UP.match(part) for part in head.split(" < "))
    ):
        return "yes", 2, "below the heading of the true-up"
    if "true" in head and _NONE_OF_IT.match(text) and any(_UNDER_TRUE_UP.match(part) for part in head.split(" < ")):
        return "no", 3, "below the heading of the true-up"
    near = head.split(" < ")
    if (answer := _ANSWERS_THE_LABEL.match(text)) and (
        any(_UNDER_TRUE_UP.match(part) for part in near)
        or (about_match and any(_UNDER_ITS_OTHER_NAME.match(part) for part in near[:1]))
    ):
        return "yes" if answer["yes"] else "no", 3, "below the heading of the true-up"
    if (
        _IS_LARGER.search(text)
        and not _YOU_PAY.search(text)
        and GIVES_IT.search(text)
        and any(_YEAR_AS_A_WHOLE.search(part) for part in near)
    ):
        return "yes", 2, "what is given where the whole year earns more"
    if any(_COMPARES_THE_YEAR.search(part) and _OVER_THE_YEAR.search(part) for part in near) and GIVES_IT.search(text):
        return "yes", 2, "what is given after the year is compared"
    if (
        of_the_match
        and "@at" not in text
        and _NOBODY_MISSES.search(text)
        and not re.search(r"\b(?:may|discretion\w*|example)\b", text)
    ):
        return "yes", 2, "the word true-up is not there, the thing is"
    text = _ANSWERED.sub("", _ASKED_FIRST.sub("", _NO_WORRY.sub("", _QUOTES.sub("", text))))
    if (label := _LABELLED.match(text)) and not re.search(r"\bmay\b|discretion|\?", text):
        return label["said"] or "yes", 3, ""
    denied = _TRUE_UP_NO.search(text)
    if denied and _FOR_LOANS.match(text[denied.end() :]):
        denied = None
    if not denied and (hit := _NOT_ADJUSTED.search(text)) and not _OTHER_ADJUSTMENT.search(hit[0]):
        before = head.rpartition(" < ")[2]
        # `They are not adjusted`, where the sentence before speaks of elections or limits: those are not.
        denied = hit if "match" in hit[0] or "match" in before or not _OTHER_ADJUSTMENT.search(before) else None
    if not denied and _TAKEN_OUT.search(text) and not _PUT_INSTEAD.search(text):
        return "no", 3, "taken out of the plan"
    if denied and _NOT_FOR_LEAVERS.search(text[denied.end() :]):
        return "", 0, ""
    if denied and (about_match or of_the_match or "true" in text or "match" in head):
        if not re.search(
            r"\?|\bask\b|\bif (?:your|the) plan\b|\btrue[- ]?up is (?:needed|necessary|required)\b|\bneed one\b", text
        ):
            return "no", 3, ""
        return "", 0, ""
    if _TRUE_UP.search(text) and not _TRUE_UP_OPEN.search(_IF_NEED_BE.sub("", text)):
        if _TRUE_UP_IS_MADE.search(text):
            return "yes", 3, ""
    elif _BY_WHICH_IT_EXCEEDS.search(text) and not re.search(r"\b(?:may|not|no|discretion\w*|example)\b", text):
        return "yes", 2, "what the whole year gives is made up"
    elif _WOULD_HAVE_BEEN.search(text) and not re.search(r"\b(?:may|not|no|discretion\w*|example)\b", text):
        return "yes", 2, "what the whole year would have given is made up"
    elif (
        (about_match or of_the_match)
        and " as @at" not in text
        and not _NO_PUTTING_RIGHT.search(text)
        and _is_put_right(text, about_match)
    ):
        return "yes", 2, "the word true-up is not there, the thing is"
    return "", 0, ""
