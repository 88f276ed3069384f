"""What counts as pay: any sentence that names parts of pay and says whether they are in or out."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = {
    "base": r"base(?=,| and | plus | \+|/)|base (?:salary|pay|wages?|earnings|compensation|rate|hourly)|salary(?! (?:reduction|deferral|redirection))|straight[- ]time|gross (?:pay|wages|earnings)|regular (?:pay|wages|earnings)|wages",
    "w-2": r"w-2",
    "bonus": r"(?<!safety )bonus(?:es)?",
    "overtime": r"overtime",
    "commission": r"commissions?",
    "incentive": r"(?:short[- ]term |annual |sales |cash )?incentives?(?! match)|awards?",
    "stock": r"rsus?|equity|stock(?! (?:fund|purchase|ownership|match))|stock options?",
    "differential": r"(?:shift )?(?:differentials?|premiums?)",
    "allowance": r"per diem(?! (?:employ|participant|work|staff|nurse|status|basis))|allowances?|stipends?|tips|reimbursements?|fringe benefits?|imputed income|gross-?ups?|moving|relocation|living expenses",
    "severance": r"severance(?! (?:from|of) (?:employment|service))",
    "time off": r"vacation|pto",
    # Any word beside `pay` is a kind of it, but for those that only say whose, which or how much.
    "kind of pay": r"(?!(?:your|own|my|the|our|their|his|her|its|of|eligible|covered|plan|base|gross|regular|to|for|in|from|and|or|that|which|will|not|no|we|you|they|as|counts?|total|each|any|all|annual|considered|recognized|certified|certain|benefits?|benefits-eligible|severance|disability|take-home|net|same|what|who|is|are|on|with|by|do|does|more|less|can|may|must|should|shall|company|employer|employees?|participants?|members?|also|deferral|per|every|this|match-eligible|pensionable|creditable|deferrable|monthly|yearly|weekly|current|future|other|such|then|when|if|full)\b)[a-z]+(?:-[a-z]+)* pay(?! (?:period|day|date|check|cheque|stub|statement|off|back|tax|for|your|the|it|them|out|into|you|a|an|raise|increase|grade|scale|range|cycle|limit)(?:es|s)?\b)",
}
_ANY = rf"(?:{'|'.join(_PARTS.values())})"
_IN_OR_OUT = r"(?:count(?:s|ed|ing)?|eligible|ineligible|includ\w+|exclud\w+|used|matched|part of|left out|in (?:the |your )?(?:pay|earnings|compensation)|considered|taken into account|apply|applies|deferrable|pensionable)"
_COUNTS_ALL = Pattern(rf"\b(?:{'|'.join(_PARTS.values())})\b")
_UP_TO_A_LIMIT = Pattern(
    r",? \(?(?:up to|subject to|limited (?:to|by)|not (?:to )?exceed\w*|capped at|but not (?:more than|over|above|exceed\w*)|as limited by)\b[^.;]*?(?:\$[\d,]+|limit\w*|maximum|401\(a\)\(17\))[^.;)]*\)?",
    "up to", "subject to", "limited", "exceed", "capped", "but not",
)  # fmt: skip
"""The most of it that the law lets count says nothing of what it is made of."""
_NUMBER = Pattern(r"^\W*(?:\d+(?:[.-]\d+)*[.)]?|\([a-z\d]\)|[a-z][.)]) ")
_PAY = r"(?:pay|comp|compensation|earnings|salary|wages|remuneration)"
_NO_MARK = Pattern(
    rf"(?:^|\d )what (?:is|are|does|counts as|is meant by|qualifies as) (?=(?:(?:the|your|my|plan) )*(?:[a-z-]+ ){{0,2}}?{_PAY} (?:generally |usually |(?:it is |your |all |any )*(?:everything |all |total |w-2|base |gross |regular )))(?P<name>(?:[a-z-]+ ){{0,3}}?{_PAY})\b",
    "what ",
)
"""`4.7 What is compensation Your W-2 pay …`, where a transcript has lost the question mark."""
_ASKS_PAY = Pattern(
    rf"^\W*(?:q\W+)?(?:(?:result |item )?[\dA-Za-z]{{1,3}}(?:\.\d+)*[.)]? (?:- )?)?(?P<asks>(?:what (?:is|are|counts as|counts toward)|what's|definition of|how is|meaning of) )?[\"']?(?:(?:the|your|my|plan|plan's|eligible|covered|base|pensionable|considered|creditable|benefit|annual) )*{_PAY}[\"']?(?: defined| mean| include)?(?P<plan> (?:for|used (?:for|by|in)|under|in) (?:the )?(?:401k|403b|plan|savings)(?: plan)?(?: purposes)?)?\W*$"
)
_PART_OF_IT = Pattern(
    r"\b(?:is|are)(?: not|n't)?(?: also| all| both)? (?:a )?(?:part of (?:it|this|that)|included|excluded|counted|left out|taken into account|in it)\b|^not (?:counted|included)\b|\b(?:do|does)(?: not|n't) count\b"
)
_GROUP_LIFE = Pattern(
    r"\b(?:the |imputed |taxable |value |cost |income |of |from |on |for )*group(?:-?term)?(?: term)? life(?: insurance)?(?: coverage)?(?: (?:over|above|in excess of|exceeding) \$[\d,]+)?",
    "life",
)
"""A part of pay like another."""
_WHAT_IS_PAID = Pattern(
    r"\b(?:what(?:ever)?|everything|all|the (?:money|amounts?)) (?:that )?(?:you|we pay you|(?:an?|the) (?:employee|participant|member))(?: (?:are|is|were|was|get|gets) paid)? ?(?=for\b|in (?:cash|wages)\b|by the (?:hour|piece)\b)",
    "what", "everything", "all ", "money", "amount",
)  # fmt: skip
"""`Pay is what you are paid for hours worked`: a word for wages, and nothing that happens to them."""
_OF_ITS_OWN = Pattern(
    r"\b(?:separate|different|special|own|another) (?:bonus )?(?:rates?|elections?|percentages?)\b",
    "rate",
    "election",
    "percentage",
)
"""`Applies to the bonus unless you set a separate bonus rate` tells which rate is used, and not what counts."""
_ELECTED_APART = Pattern(
    r"\b(?:is|are|isn't|aren't)(?: not|n't)? an? (?:separate|special|own|different) (?:bonus|incentive|commission) elections?\b|\belections? (?:is|are) (?:made |kept )?(?:separate(?:ly)?|apart|different)\b",
    "election",
)
"""`Regular pay and bonus elections are separate` tells how one elects, and not what counts."""
_DEFINED = Pattern(
    r"(?:^(?:a\W+)?|[\"'(:,] ?|\b(?:that|term|plan|purposes?|by|call) )(?:(?:the|your|a participant's|an employee's|each|for) )*(?:[a-z][a-z-]* ){0,3}?[\"']?(?:pay|comp|compensation|earnings|salary|wages|remuneration)[\"')]*(?: \([^)]*\))?(?: (?:for|under|used|from|taken|as|here)[^.;%$]{0,50}?)?,? (?:generally |also |only |we )*(?:(?P<sure>=|means?|meaning|includes?|consists?|refers to|comprises?|excludes?|equals?|(?:is|are) (?:defined|considered|deemed|made up)|(?:does|do) not (?:include|cover|count)|(?:shall|will) (?:mean|include))|is|are)\b(?P<what>[^.;%$]*)"
)
"""`Certified earnings are the hourly rate plus longevity pay`: a name for pay, and what it is made of."""
_ONE = Pattern(
    rf"\b{_ANY}\b[^.;$]{{0,60}}\b(?:(?:do|does|is|are|was|were)(?: not|n't)?|not|isn't|aren't|doesn't|don't) (?:be |also |all |both |401k[ -]|plan[ -]|savings[ -])*{_IN_OR_OUT}\b|\b(?:includ\w+|exclud\w+|excluding|but not|no|not|without|less|minus|plus|other than)\b[^.;$%]{{0,40}}\b{_ANY}\b|\bbase (?:salary|pay|wages) only\b|\b{_ANY}\b,? (?:yes|no)\b|\b{_ANY} (?:counts?|doesn't|don't|does not count|do not count)\b"
)
_BESIDE_BASE = "|".join(words for name, words in _PARTS.items() if name not in ("base", "w-2"))
_COMES_FROM = Pattern(
    rf"\b(?:elections?|deferrals?|contributions?|percentages?|rates?|savings)\b[^.;$%]{{0,30}}\b(?:appl(?:y|ies|ied)|comes?|(?:is|are|be) (?:also )?(?:taken|withheld|deducted|made))\b[^.;$%]{{0,20}}\b(?:to|from|out of)\b[^.;$%]{{0,30}}\b(?:{_BESIDE_BASE})\b"
    rf"|\b(?:elections?|deferrals?|contributions?|percentages?|rates?)\b[^.;$%]{{0,30}}\b(?:figured|calculated|computed|based|measured|taken)\b[^.;$%]{{0,15}}\b(?:on|from)\b[^.;$%]{{0,20}}\b{_ANY}\b[^.;$%]{{0,20}}\b(?:only|alone)\b"
)
"""`Your election applies to your bonus, too`."""
_ASKED = Pattern(
    rf"\b(?:{_BESIDE_BASE})\b[^?$]{{0,40}}\b(?:{_IN_OR_OUT}|pay)\b|\b(?:contribut|defer|sav|put|deduct|taken|come|elect)\w*\b[^?$]{{0,40}}\b(?:from|out of|of|on|to)\b[^?$]{{0,30}}\b(?:{_BESIDE_BASE})\b"
)
_ANSWER = Pattern(
    rf"^\W*(?:a\W+)?(?:yes|no|some|only|all)\b|\b{_ANY}\b[^.;$?]{{0,20}}\b(?:yes|no|do|does|don't|doesn't|is|are|isn't|aren't|count|counts)\b"
)
_OF_PAY = Pattern(
    r"\b(?:pay|paychecks?|compensation|comp|earnings|salary|wages|remuneration|w-2|eligible|counts?|elections?|deferrals?|contribut\w+|save|match\w*|overtime)\b"
)
_LISTED = Pattern(
    rf"\b{_ANY}\b(?: (?:pay|payments?|amounts?|awards?|income|plan payments?))? ?(?:,|\+|&|/|and|plus|or)[^.;$]{{0,60}}\b{_ANY}\b"
)
_ELSEWHERE = Pattern(
    r"\b(?:insurance|disabilit\w+|life|medical|dental|hsa|fsa|pension formula|profit sharing is|loans?(?! (?:origin|officer|process|production))|hardship|withdraw\w*|vest\w*|fica|exceed\w*|invest\w*|funds?|dividends?|shares?|espp|recruit\w*|referral program|salary range|severance plan|earned (?:more|over)|highly|hces?|prior year|last year|automatic\w*|auto-?enrol\w*|example|guide to|if your|trustee|deposited|direct-deposit\w*|stub|statement|target)\b|\b(?:is|are|will be|gets?) (?:paid|taxed|subject|credited|deposited|given|available|described|earned|accrued|provided)\b|\$\d"
)

OF_ANOTHER_BENEFIT = Pattern(
    r"^\W*[a-z ]{0,20}\b(?:pay|compensation|earnings|salary|wages|remuneration) (?:used |taken |that counts |considered )?(?:for|under|in) (?:purposes of )?(?:the |your |our )?(?:[a-z]+ )?(?:pension(?! eligible| and)|retiree|life insurance|disability|severance|vacation|overtime)\b",
    "pension", "retiree", "life insurance", "disability", "severance", "vacation", "overtime",
)  # fmt: skip
"""`Compensation used for the pension is …`"""
WORDS = (
    "base ", "base,", " ot,", " ot ", "salary", "straight", "gross", "regular ", "wages", "w-2", "bonus", "overtime", "commission", "incentive", "award", "rsu",
    "equity", "stock", "differential", "premium", "per diem", "allowance", "stipend", "tips", "reimbursement", "fringe",
    "imputed", "moving", "relocation", "living expenses", "severance", " pay", "vacation", "pto",
)  # fmt: skip
"""Of which every part of pay has one."""


_OT = Pattern(r"(?<=[ /])ot(?=[,.;/ ])(?! (?:is|at))", " ot", "/ot")


_PER_DIEM_PEOPLE = Pattern(
    r"(?:(?<=employees)|(?<=staff)|(?<=workers)|(?<=associates)|(?<=members)|(?<=nurses)|(?<=colleagues)|(?<=hires)|(?<=faculty)|(?<=people)),? (?:\(|including |such as |whether |both |even )+[^.;()]{0,30}\bper diem\b|,? (?:including|even|and|also)(?: [a-z-]+,?){0,3} per diem(?: and [a-z]+| staff| employees)?(?=,? (?:may|can|are|is|join|enroll|save|contribute)\b)",
    "per diem",
)
"""`All employees, including per diem and residents`: people, and no pay."""
_NAME = r"(?P<pay>\b(?:pay|comp|compensation|earnings|salary|wages|remuneration)[\"')]*(?: (?:for|under|used in|used for|in) (?:the |this |our |these )?(?:[a-z0-9]+ ){0,2}(?:plan|purposes?|401k|403b))?)"
_LEAVES_OUT = Pattern(
    rf"{_NAME} (?:(?:does|do|will|shall) not (?:take in|take account of|take into account|reach|extend to|embrace|count in|pick up|capture|contain|allow for|comprise|consist of|look at)|(?:leaves?|keeps?|shuts?|throws?) out|omits?|disregards?|ignores?|passes over|carves? out|strips? out|sets? aside|stops? short of)(?= )",
    " not ", " out", "omit", "disregard", "ignore", "passes over", "aside", "stop",
)  # fmt: skip
_TAKES_IN = Pattern(
    rf"{_NAME} (?:takes? in|embraces?|captures?|picks? up|takes? (?:into account|account of)|counts in|is (?:built|put together) from|adds up|extends? to|reaches to)(?= )",
    " in", "embrace", "capture", "pick", "take", "built", "put together", "adds up", "extend", "reaches",
)  # fmt: skip
"""`Eligible compensation does not take in housing allowances`: the verbs that say what is in and what is out, made two."""


def speaks(text: str, words: Sequence[str]) -> bool:
    """Whether one of the words is in a text, or would be once it is made `plain`."""
    for word in words:
        if word in text:
            return True
    return _OT.search(text) is not None or _WHAT_IS_PAID.search(text) is not None


def plain(text: str) -> str:
    """A sentence without the limit of the law on how much pay counts, and with `=` as a word."""
    text = _PER_DIEM_PEOPLE.sub(" ", _OT.sub("overtime", text))
    text = _TAKES_IN.sub(r"\g<pay> includes", _LEAVES_OUT.sub(r"\g<pay> excludes", text))
    text = _WHAT_IS_PAID.sub("wages ", _NO_MARK.sub(r": \g<name> means", text))
    return (
        _GROUP_LIFE.sub("imputed income", _UP_TO_A_LIMIT.sub("", _NUMBER.sub("", text)))
        .replace(" = ", " means ")
        .replace(" + ", " and ")
    )


def parts(text: str) -> int:
    """How many parts of pay a text names."""
    return len(set(_COUNTS_ALL.findall(text)))


def tells(text: str, words: Sequence[str] = WORDS) -> bool:
    """Whether a sentence says which parts of pay are in or out; `words`: those of `WORDS` that its document has at all."""
    for word in words:
        if word in text:
            break
    else:
        return False
    text = plain(text)
    if OF_ANOTHER_BENEFIT.search(text):
        return False
    defined = _DEFINED.search(text)
    if defined and defined["sure"] and parts(defined["what"]) and not _ELSEWHERE.search(text[: defined.start("what")]):
        return "$" not in text
    if (share := _SHARE_OF_PARTS.search(text)) and not _ELSEWHERE.search(text[: share.end()]):
        return True
    if _ELSEWHERE.search(text) or not _OF_PAY.search(text) or _ELECTED_APART.search(text):
        return False
    if (_COMES_FROM.search(text) and not _OF_ITS_OWN.search(text)) or (defined and parts(defined["what"]) > 1):
        return True
    named = parts(text)
    return bool(named and (_ONE.search(text) or (named > 1 and _LISTED.search(text))))


def below(heading: str, text: str) -> bool:
    """Whether a sentence below `What is base pay?` says what is part of it."""
    if not (asked := _ASKS_PAY.match(heading)) or not parts(text) or _ELSEWHERE.search(text):
        return False
    sure = asked["asks"] or asked["plan"] or _NAMED.search(heading)
    text = plain(text)
    listed = sure and parts(text) > 1 and "%" not in text and not _HAPPENS.search(text) and _LISTED.search(text)
    return bool(listed or _PART_OF_IT.search(text))


_SHARE_OF_PARTS = Pattern(
    rf"\d%? (?:of|from) (?:(?:your|the|their|his or her|eligible|annual|regular) )*{_ANY}(?:(?:, (?:and )?| and | plus | & )(?:(?:your|the|any|annual|quarterly|cash|eligible) )*{_ANY})+",
    "% of",
    "% from",
)
"""`Anything from 1% to 70% of base plus bonus`: the parts of what a share is saved of."""
_NAMED = Pattern(r"\b(?:eligible|covered|pensionable|considered|creditable|plan) [a-z]")
_HAPPENS = Pattern(r"\b(?:is|are|was|were|will|may|must|can|shall|should|we|they|receives?|gets?|if|until)\b")
"""What has a verb is more than a list of what counts."""


def answers(asked: str, text: str) -> bool:
    """Whether an answer to `Are bonuses included?` says so."""
    if not asked or not _ASKED.search(asked) or _ELSEWHERE.search(f"{asked} {text}") or "match" in asked:
        return False
    return bool(_ANSWER.search(text))
