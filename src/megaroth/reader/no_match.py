"""Whether a document denies a match: there is none, it went away, it is no part of the plan."""

from __future__ import annotations

import re

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

_DENIES = ("no", "not", "never", "neither", "without", "cannot")


_BESIDE = (
    "a an any the your our my this its there is are be been do does will shall make makes made provide provides provided offer offers offered have has give gives "
    "given pay pays paid contribute company company's employer employer's firm sponsor plan program fund trust 401k 403b 403(b) 457 457b savings retirement contribution contributions deferral deferrals "
    "employee employees team teams plans participant participants elective salary money account to in into under for on of by with and or nor no not currently presently now at present time moment point yet right "
    "supplemental voluntary sra tda tsa funds dollars monies permit permits associates staff members kind sort whatsoever either anyone anybody whomever all other it available there's contract agreement national cba @pre @roth"
)


_BESIDE_IT = frozenset(_BESIDE.split())
"""What a clause may hold beside a denial and the match, and still deny the match as such."""


_CONTRIBUTE_OR = Pattern(
    r"\b(?:contributes?|contributions?|add)(?: to)?,? or(?= match)|(?<=[a-z]),(?= in (?:the|this))",
    " or match",
    ", in th",
)
"""`Does not contribute to, or match contributions in, the plan`."""


_ON_WHATEVER = Pattern(
    r"(?: (?:on|for|of|any of)|(?<=match)(?: any of)?) (?:what(?:ever)?|anything|everything|(?:the |any )?(?:amounts?|money|dollars))(?: that)? (?:you|they|employees|participants?|members|people|anyone|anybody) (?:defers?|contributes?|saves?|puts? (?:in|away|aside|by)|sets? aside)(?: yourself| themselves)?(?: (?:in|into|to|under) (?:the |this |our )?(?:401k )?(?:plan|401k))?(?=\W*$|[.;,])",
    "defer", "contribute", "save", "put", "set",
)  # fmt: skip
"""`No match on what you defer`: none at all."""


_PART_OF_THE_PLAN = Pattern(
    r"(?<=401k)(?: savings)? (?:portion|part|side|component|feature|piece)\b(?! of (?!the plan))",
    "portion", "part", "side", "component", "feature", "piece",
)  # fmt: skip
"""`No match in the 401(k) portion`: of a plan that has others, which match nothing."""


WENT_AWAY = Pattern(
    r"\bmatch(?:ing contributions?)?\b[^.;,%]{0,20}\b(?:went away|ended|disappeared|(?:was|were|has been|is) (?:gone|eliminated|ended|discontinued|abolished|dropped|done away with))\b(?!.*\b(?:for|if|until|when)\b)",
    "match",
)


THERE_IS_NONE = Pattern(
    r"^(?:now |today |so )?there (?:is|has been)(?: now)? (?:none|no (?:longer )?(?:one|any|match))(?: (?:now|today|any more|since|at present))*\W*$",
    "there",
)
"""`The old match went away in 2021. There is none.`"""


PUTS_IN_NOTHING = Pattern(
    r"^\W*(?:please note(?: that)?:? |note:? )?(?!you\b|they\b|who\b)(?:the |our |this )?(?!(?:participants?|employees?|members?|match\w*)\b)(?:[a-z&.'-]+ ){0,3}?(?:company|employer|university|college|district|county|city|state|hospital|school|firm|bank|organization|agency|authority|corporation|we) (?:does|do) not (?:currently |presently |itself |now )?(?:contribute|make (?:any |its own )?(?:employer |company )?contributions)(?: (?:any )?money)? to (?:the|this|our|your|either) (?:(?:tsa|tda|supplemental|voluntary|savings|retirement|401k|403b|457b?|deferred|compensation|annuity) )*(?:plans?|accounts?|program|401k|403b|457b?)(?: (?:at (?:this|the present) time|currently|on your behalf|for you|itself))*\W*$",
    " not ",
)
"""`The University does not contribute to the Plan`."""


_SHUT = Pattern(
    r"^(?!.*\b(?:temporar\w+|until|through|resum\w*|reinstat\w*|restor\w*|restart\w*|remainder|rest|months?|weeks?|if|may|might|could|will|only|certain|some|highly|catch|part|portion|pandemic|covid\S*)\b)(?!.*@at).*\b(?:company|employer|firm|bank|corporation|university|hospital|organization|we) (?:has |have )?(?:suspended|discontinued|eliminated|stopped|ceased|ended|terminated|abolished)(?: (?:making|paying|providing|its|all|any|the|our|employer|company|discretionary))* match(?:ing contributions?|es|ing)?(?: (?:contributions?|program|formula|altogether|entirely|(?:for|to|on behalf of) (?:all |its |our |eligible )*(?:employees|participants|associates|members)|(?:to|under|in) (?:the|our|this) (?:\w+ ){0,3}?plan|(?:in|as of|effective|on|since) (?:[a-z]+ )?(?:\d{1,2}, )?(?:19|20)\d\d))*\W*$",
    "match",
)
_BACK_AGAIN = Pattern(
    r"\bmatch\w*\b[^.;]{0,60}\b(?:resum|reinstat|restor|restart)\w*|\b(?:resum|reinstat|restor|restart)\w*[^.;]{0,60}\bmatch|\b(?:they|it|these|this|contributions) (?:was|were|has been|have been|will be)? ?(?:resum|reinstat|restor|restart)\w*",
    "resum",
    "reinstat",
    "restor",
    "restart",
)


def shut(document: Document, unit: Unit) -> bool:
    """`Effective January 1, 2024, the Company suspended matching contributions`: for good, as far as the document knows."""
    return bool(_SHUT.match(unit.norm)) and not _BACK_AGAIN.search(document.text) and now(document, unit)


_ACTS = frozenset(("does", "will", "has", "makes", "offers", "provides", "doesn't", "won't"))


_NOW = frozenset(("at", "the", "this", "present", "time", "moment", "point", "currently", "presently", "now", "today"))
"""`At the present time the Group does not match`: who does not, is fewer words."""


_NOT_THE_PLAN = Pattern(
    r"\b(?:you|they|these|those|such|it|who|which|that|what|other|old|former|supplemental|second|match\w*|rollovers?|law|irs)\b"
)


_ONE_SAYS = Pattern(
    r"[.;:,]|(?<!\d)\(|(?<!\(b)\)| - |\b(?:but|so|because|since)\b|\band (?=(?:you|we|they|there|your|none)\b)"
)


_CONDITIONED = Pattern(
    r"\b(?:if|until|unless|when|after|before|once|during|while|except|was|were|did|may|on top of (?!it|this|that))\b|[%$]|(?<!401)(?<!403)(?<!457)(?<!\d)\d(?!\d{0,2}(?:k|\(?b|\b))"
)


_FOR_NOW = Pattern(
    r",? ?\b(?:until (?:further notice|(?:we|it|the (?:company|employer|board|firm)) (?:decides?|says?|announces?|acts?) otherwise|(?P<then>then|that (?:day|time|happens)))|for (?:now|the time being|the present|the foreseeable future)),?(?=\W*$|[.;]| (?:there|the|no|we|it|matching|match|your|our)\b)",
    "until", "for ",
)  # fmt: skip


_NAMES_A_DAY = Pattern(r"\b(?:19|20)\d\d\b|\b(?:next|this|coming|later|will|shall|starts?|begins?|resumes?)\b")


def for_now(document: Document, place: int, text: str) -> str:
    """`Until further notice there is no match`: there is none; `until then` only where nobody has said when that is."""
    if not (found := _FOR_NOW.search(text)):
        return text
    if found["then"] and (not place or _NAMES_A_DAY.search(document.units[place - 1].norm)):
        return text
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def denies_the_match(text: str) -> bool:
    """Whether a clause denies the match as such: beside its subject, a denial and `match` it holds but words that change nothing."""
    text = _ON_WHATEVER.sub("", _CONTRIBUTE_OR.sub(" ", _PART_OF_THE_PLAN.sub("", text)))
    said = (part for part in re.split(r"[.;] ", text) if "match" in part and not _CONDITIONED.search(part))
    for clause in (clause for part in said for clause in _ONE_SAYS.split(part)):
        words = [word.rstrip("'’") for word in clause.split()]
        place = next((n for n, word in enumerate(words) if word in _DENIES or word.endswith("n't")), None)
        if place is None or "match" not in clause:
            continue
        before, after = words[:place], words[place + 1 :]
        if words[place].endswith("n't"):
            before = [*before, words[place]]
        own = [word for word in after if not word.startswith("match")]
        after_it = "match" in " ".join(before) and {"made", "provided", "offered", "available"} & set(after)
        if after_it and _BESIDE_IT.issuperset([*after, *(word for word in before if not word.startswith("match"))]):
            return True
        if len(own) == len(after) or re.search(r"\bother (?:[a-z]+ )?match", clause) or not _BESIDE_IT.issuperset(own):
            continue
        if after[:1] in (["a"], ["an"]) and words[0] in _IT:
            continue  # `It is not a match`: what another contribution is not
        if (
            len(after) > 1
            and after[-2].startswith("match")
            and after[-1] in ("it", "them", "these", "those", "that", "this")
        ):
            continue  # `Exemplar does not match it`: of what stands before
        if (
            words[place] == "without"
            and not before
            and not re.search(r"\b(?:plan|401k|accounts?)\b", text.split(" without")[0])
        ):
            continue
        known = _BESIDE_IT | {"we", words[place]}
        who = [word for word in before if word not in _NOW]
        named = 1 < len(who) < 7 and before[-1] in _ACTS and not _NOT_THE_PLAN.search(" ".join(before))
        if known.issuperset(before) or named:
            return True
    return False


ASKED = Pattern(
    r"^(?:\W*q?\d{0,2}[.:)]? ?)?(?:(?:does|do|will) (?:the |my |our |your )?(?!i )[\w.,&'-]+(?: (?!i )[\w.,&'-]+){0,3}?(?: (?:make|provide|offer|have|give)(?: an?| any)?(?: company| employer| 401k| plan)*)?|(?:is|are) there (?:currently )?(?:an?|any)?(?: company| employer| 401k| plan)*) match(?:ing|es)?(?: contributions?| program)?(?: (?:on|to|for|of|my|our|your|employee|any|the|in|under|this|401k|plan|contributions?|deferrals?|savings|money))*\W*$",
    "match",
)


BARE_NO = Pattern(
    r"^(?:no\b|none\b|(?:it|we|they) (?:do|does) not\b|there is (?:none|not)\b)(?:[,.;]? (?:not|at|this|the|present|time|moment|right|now|currently|presently|yet|there|is|are|we|it|they|do|does|have|one|a|match|none|sorry|unfortunately))*\W*$"
)
"""`Does the company match? Not at this time.`"""


_IT = frozenset(("it", "it's", "this", "that", "these", "they", "which"))


def now(document: Document, unit: Unit) -> bool:
    """Whether what a unit says holds today."""
    document.place(unit)
    return document.current(unit)
