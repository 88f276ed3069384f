"""What counts as a conversion: after-tax money that becomes Roth in the plan, named as an act, as a topic or in a question.

Money that goes elsewhere, pay that is deferred and things of another kind that are "converted" are none. What belongs to an
act stands in its clause, with nothing of another matter (`FOREIGN`) between.
"""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


FOREIGN = Pattern(
    r"\b(?:tax(?:es|ed|able|ation)?|owe|with(?:held|hold\w*)|report\w*|(?:gross )?income|penalt\w+|withdraw\w*|distribut\w*|loans?|borrow\w*|hardship|match\w*|vest(?:s|ing)?|invest\w*|beneficiar\w*|consult\w*|advis\w+|consider\w*|not|no|never|cannot|neither|without|unless|until|stop|cease|revoke|undo|reverse\w*|cancel\w*|declin\w*|waiv\w*|been|subject|affect\w*|impact|test\w*|5-year|five-year|partial|standing|recurring|automatic|earnings on|receives?|procedures?|polic(?:y|ies)|establish\w*|effects?|consequences|information|statement|fees?|cost|learn\w*|about|regarding|concerning|questions?|details|explain\w*|understand\w*|discuss\w*|guide|how(?! much| often| to))\b"
)
"""What between leave and act makes the leave another's."""
_TO_ROTH = r"\b(?:in)?to (?:[\w'-]+ ){0,5}?@roth\b(?! ira)(?! (?:elective |salary )*(?:contribut|defer)(?!\w* (?:sub-?)?(?:accounts?|sources?|balance)|\w* (?:while )?(?:(?:they|it) (?:are|is) )?(?:still )?(?:in|inside|within) (?:the|your) (?:plan|account)))(?! (?:[\w-]+ )?(?:fund|target|index))"
_ACT = Pattern(
    r"\bin[- ]?plan (?:[\w@/-]+ ){0,3}?(?:conver\w+|rollovers?|roll|transfers?)\b|\bin[- ]?plan @roth (?:contributions|elections?)\b"
    r"|(?:\b|auto)conver(?:t|ts|ting|ted|sions?)\b"
    r"|@roth (?:rollovers?|transfers?) (?:with|in|inside)\w* (?:the|this|our|your) plan\b"
    rf"|\b(?:(?:turn|switch)\w*\b(?! on\b| off\b)|(?:mov|sweep|swept|roll(?!overs? (?:accounts?|money|balances?|contributions?|sources?|iras?|funds?|amounts?)\b)|transfer|shift|flip|send|sent\b|go\b|goes|flow|pour|push|chang|put)\w*\b)(?P<moved>(?:(?!\b(?:mov|sweep|swept|roll(?!overs? (?:accounts?|money|balances?|contributions?|sources?|iras?|funds?|amounts?)\b)|transfer|conver)\w*)[^.;?]){{0,110}}?){_TO_ROTH}"
    r"|\bbecom(?:e|es|ing) (?:[\w'-]+ ){0,2}?@roth\b(?! ira)(?! (?:elective|salary|contrib|defer))",
    "conver", "in-plan", "in plan", "@roth",
)  # fmt: skip
"""After-tax money becomes Roth."""
_A_THING = Pattern(
    r"^(?: @\w+)?(?: contributions?| amounts?)?[ -]*(?:sub-?)?(?:accounts?|balances?|sources?|amounts?|money|funds?|assets|dollars|monies|portion)\b(?! (?:in|with)in)",
    "account", "amount", "assets", "balance", "dollars", "fund", "money", "monies", "portion", "source",
)  # fmt: skip
_ELSEWHERE_TO = Pattern(
    r"^(?:(?! and | but )[^.;,]){0,90}?\b(?<!limited )(?<!open )(?:in)?to (?:[\w'-]+ ){0,3}?(?:@at|@pre|cash|annuit\w+|lump|shares?|stock|units|whole|dollars|life|ira|@roth ira|another|term|full)\b",
    "@at", "@pre", "annuit", "another", "cash", "dollars", "full", "ira", "life", "lump", "share", "stock", "term", "units",
    "whole",
)  # fmt: skip
_NOT_PAY = Pattern(r"\b(?:paychecks?|pay|salary|elections?|rate|percentage|deferrals?|contribution type)\b")
_OTHER_OBJECT = Pattern(
    r"\b(?:insurance|polic(?:y|ies)|dividends?|currency|stock options?|options? convert|shares?|annuit\w+|coverage|hours|vacation|pto|warrants?|preferred|hsa)\b",
    "annuit", "coverage", "currency", "dividend", "hours", "hsa", "insurance", "option", "policies", "policy", "preferred", "pto",
    "share", "vacation", "warrant",
)  # fmt: skip


def is_act(text: str) -> bool:
    """Whether a text speaks of money that becomes Roth in the plan."""
    return any(sign in text for sign in _SIGNS) and bool(_ACT.search(text))


_SIGNS = ("@roth", "in-plan", "in plan", "@mega")


def acts(text: str) -> bool:
    """Whether a sentence speaks of converting, and not of what was converted."""
    return bool(acts_in(text, ""))


def is_topic(label: str) -> bool:
    """Whether a label names conversion in the plan, and not its tax, its forms or a conversion somewhere else."""
    if BESIDE_IT.search(label) or _ELSEWHERE.search(label) or ("@pre" in label and "@at" not in label):
        return False
    return is_act(label)


_ELSEWHERE = Pattern(r"\b(?:outside|elsewhere|your (?:system|platform|firm)|rf[pi]|iras?|advice|advis\w+)\b")
A_QUALITY = Pattern(
    r"\b(?:limits?|maximum|minimum|auto|automat\w*|auto-?conver\w*|partial|daily|nightly|standing|recurring|scheduled|manual|on[- ]demand|online|one-time|by phone|(?:each|every) (?:time|pay\w*)|without (?:my|me|having|calling))\b"
)
"""What a `no` beside such a label denies is that, and not the conversion."""
BESIDE_IT = Pattern(
    r"\b(?:tax(?:es|ed|able|ation)?|with(?:held|hold\w*)|forms?|calculat\w+|seminars?|webinars?|workshops?|worksheets?|videos?|guides?|brochures?|penalt\w+|revers\w+|undo\w*|undone|consent|spous\w*|match\w*|loans?|beneficiar\w*|count\w*|affect\w*|suspen\w*|information|notices?|effects?|impact|fees?|costs?|charges?|deadlines?|statements?|report\w*)\b"
)
"""What a label may speak of beside the thing itself."""


def to_roth(text: str) -> bool:
    """Whether a text names Roth as what money is converted to."""
    return "conver" in text and bool(_CONVERTED_TO.search(text))


_CONVERTED_TO = Pattern(rf"\bconver(?:t|ts|ted|ting)\b[^.;]{{0,170}}?{_TO_ROTH}")


def asks(question: str) -> bool:
    """Whether a question asks if conversion is there to be had, and not what it costs or brings."""
    return is_act(question) and not _OF_SOMETHING_ELSE.search(question)


_OF_SOMETHING_ELSE = Pattern(
    r"\byour (?:system|platform|firm)\b|\b(?:tax(?:es|ed|able|ation)?|owe|with(?:held|hold\w*)|report\w*|income|penalt\w+|count\w*|limits?|match\w* (?:on|for|apply)|beneficiar\w*|consent|revers\w+|undo\w*|undone|cancel\w*|fees?|costs?|affect\w*|impact\w*|learn|about|explain\w*|have to|must|need to|required|should|1099\S*|why|when|what|who|which|mean|happen|same|better|worth)\b"
)


def acts_in(text: str, about: str, below: bool = False) -> list[re.Match[str]]:
    """The places where a sentence speaks of converting; `about` is what stands around it, `below` whether its label is the topic."""
    own = any(sign in text for sign in _SIGNS) or ("@at" in text and "conver" in text)
    if not own and not ("conver" in text and any(sign in about for sign in _SIGNS)):
        return []
    own = own or "@at" in text
    if not _ACT.search(text):
        return []
    if _OTHER_OBJECT.search(text) and not ("@at" in text and "@roth" in text):
        return []
    found = []
    for act in _ACT.finditer(text):
        word, after = act[0], text[act.end() :]
        if "conver" in word and text[: act.start()].endswith(("pay ", "salary ", "wage ", "compensation ")):
            continue  # pay that is deferred
        if word.endswith(("ted", "ion", "ions", "over", "overs", "transfer", "transfers")) and _A_THING.match(after):
            continue
        if "conver" in word and _ELSEWHERE_TO.match(after):
            continue
        if not own and not (below or _PRONOUN.search(text) or _MONEY.search(text)):
            continue
        if act["moved"] is not None:
            money = f"{text[: act.start()]}{act[0]}"
            if _NOT_PAY.search(act["moved"].replace("@pre deferrals", "@pre")) or not (
                "@at" in money
                or "vested" in money
                or _WHOLE.search(money)
                or ("@at" in about and _PRONOUN.search(money))
            ):
                continue
        found.append(act)
    return found


_WHOLE = Pattern(r"\b(?:any|all|part|portion|entire|whole)\b[^.;]{0,40}\b(?:accounts?|balances?|savings|money)\b")
_MONEY = Pattern(r"\b(?:accounts?|balances?|money|savings|contributions?|amounts?|conversions?|to convert)\b")
_PRONOUN = Pattern(r"\b(?:it|them|they|those|these|that|this)\b")


def clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place up to the next stop."""
    cut = max(text.rfind(sign, 0, start) for sign in (". ", ";", "?")) + 1
    ends = [at for sign in (". ", ";", "?") if (at := text.find(sign, end)) >= 0]
    return text[cut:start], text[end : min(ends, default=len(text))]


def after_last(pattern: Pattern, text: str) -> str | None:
    """What stands between the last place where a pattern is found and the end of a text."""
    ends = [found.end() for found in pattern.finditer(text)] if pattern.search(text) else []
    return text[ends[-1] :] if ends else None
