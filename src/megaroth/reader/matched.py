"""Which kinds of money a sentence says are matched, by its grammar alone: what is matched, whether, what is taken out. Knows no document.

A clause is read from left to right: kinds of money, words of matching, denials, words of taking out (`except`, `but not`) and `only`.
It knows the slots (a kind of money, a word of matching, yes or no) and no wordings; what hinders (another verb between them) is no answer.
"""

from __future__ import annotations

import re

from megaroth.reader.listed import IF_ROOM, KINDS_NAMED, OF_A_KIND, ONCE_MADE, alone, also, of_a_list, whichever_kind
from megaroth.reader.matched_clause import Clause, of_clause
from megaroth.reader.matched_words import NOTHING_ELSE
from megaroth.reader.pattern import Pattern

_HARMLESS = Pattern(
    r"\b(?:not|never|cannot|no)(?: to| be)? (?:exceed(?:ing)?|more than|(?:in )?excess(?: of)?|over|above|less than|greater than|later than|limited to)\b(?: (?:of|the|first))*|\bwhether or not\b|\b(?:not|never|without) (?:to )?(?:lose|miss|forfeit|giv(?:e|ing) up|losing|missing|forfeiting)\b|\bnot only\b|\bin no event\b|(?<=not),? however,?|,? ?\bif (?:eligible|applicable|any)\b,?|\bup to (?:the |any )?(?:irs|legal|annual|federal|402\S*|dollar|deferral|statutory|elective|pre-?tax) (?:[a-z]+ ){0,2}limits?|\bup to(?: a (?:limit|maximum) of)?|\b(?:a |the )?(?:maximum|limit) of (?=\d)|,? ?\buntil (?:the |that |this )?(?:limit|maximum|\d+% (?:limit |maximum )?)(?:is|has been) (?:reached|met)|\bif (?:they|those|these|it) (?:are|is|total|come to|amount to) (?:less|lower|fewer) than[^,.;]*,|\bas (?:a result|soon as|well as)\b|\bsubject to (?:the )?(?:(?:limits?|limitations?|provisions?|terms|rules|requirements|other provisions) (?:of|in|set forth in|under) )?(?:this |the )?(?:articles?|sections?|paragraphs?|plan)(?: [ivx]+\b| [\d-]+\b)?|\bno (?:difference|matter)\b|\bnot matter\b|\beach (?:pay|year|month|quarter)\w*",
    "not", "never", "no ", "without", "whether", "up to", "maximum", "limit", "as ", "each", "if ",
    "until ", "subject to ",
)  # fmt: skip
_THEIRS = Pattern(
    r"(?<=[a-z])(?:,? (?:that|which))? (?:you|they|(?:an?|the|each) (?:eligible )?(?:participant|employee|member)|(?:eligible )?(?:participants?|employees|members|those|people))(?: who (?:are|have (?:attained|reached|turned)))?(?: (?:at least )?(?:age )?(?:50|fifty)(?: (?:and|or) (?:over|older|above|more))?)? (?:makes?|contributes?|elects?|saves?|defers?|puts? in|(?:may|can) (?:also )?(?:make|contribute|save|elect|defer)|(?:are|is) (?:allowed|permitted|eligible) to (?:make|contribute))(?: to make)?(?: (?:to|into|under) the plan)?,?(?= (?:is|are|do|does|will|shall|get|earn|receive))"
)
"""`Catch-up contributions that you make are not matched`: whose they are says nothing."""
_IN_BOTH_TYPES = Pattern(
    r"(?<= )(?P<be>is|are|may be|can be) (?:allowed|permitted|available|offered|accepted|made) (?:in|as|on|under|with|for|through) (?:both|either|all|any)(?: of)?(?: the)?(?: two| three)? (?:types?|kinds?|sorts?|sources?|bas[ei]s)(?: of (?:contributions?|deferrals?|savings|money))?(?=,? (?:and|but) )",
    "type", "kind", "sort", "source", "bas",
)  # fmt: skip
"""`Catch-up is allowed in both types, and is matched`: what is matched is the catch-up."""
_WHEN_MADE = Pattern(
    r"\bwhen (?=(?:the |its |our |any )?(?:company |employer )?match\w*(?: contributions?)? (?:is|are) (?:being )?(?:calculated|determined|computed|figured|made|worked out)\b)",
    "when ",
)
_FOR_WHOM = Pattern(
    r",? \b(?:for|by|from) (?:those|anyone|anybody|people|everyone|employees|participants?|members|associates) who (?:are|is|were|do|does|have|has|did)(?: not)?\b(?! (?:get|receive|earn|matched|eligible))(?: [a-z]+(?:[ -]compensated)?)?(?=\W*$|[,;.)])",
    "who ",
)
"""`For those who are not highly compensated`: whose money it is, and no denial of the match."""
_ANSWER_FIRST = Pattern(
    r"^(?:no|yes)[.,;] (?=(?:the|our|your|its|we|they|it|only|[a-z]+'s) (?:[@\w$%().,-]+ ){3})", "no", "yes"
)
"""`No. The match is for pre-tax and Roth`: the answer to a question denies nothing of the sentence behind it."""
_NON_CATCH_UP = Pattern(r"\bnon[- ]?catch[- ]?up(?: contributions?| deferrals?)?", "catch")
_NOT_OUT = Pattern(r"\bnot (?:be )?(?:excluded|disregarded|ignored|left out)\b", "not ")
_CLAUSES = Pattern(
    r" and (?=no (?:company |employer )?match\b)|; (?:however|if not|in that case)\b,? |(?<=[a-z)])\. (?=[a-z@(])|,? (?:but|while|whereas|although|though|however)\b,? (?!not (?:on |for |your |any |the )*(?:@|catch))|, and (?=(?:your |the |any |no |that |these |those )*(?:@\w+|catch-?up|match\w*|company|employer|we|it|they)\b[^,]{0,60}\b(?:is|are|do|does|will|match\w*|may|can)\b)|(?<=[a-z]) and (?=(?:your |the |any )*(?:@\w+|catch-?up)(?: \w+)? (?:is|are|do|does|will|may|can)(?: \w+)? not\b)"
)
_SENTENCES = Pattern(r"(?<=[a-z)])\. (?=@\w+ [^.]*\b(?:is|are|do|does|will|count|get|earn)s?\b)", ". @")
_VERB = Pattern(
    r"\b(?:is|are|do|does|will|gets?|receives?|earns?|match(?:es|ed)?|may|can|shall|made|makes?|contribute[sd]?|provide[sd]?|offer(?:s|ed)?|equals?|was|were|has|have)\b"
)
_SPLICE = Pattern(
    r",(?= (?:(?:the|your|any) )?(?:@\w+|catch-?up)(?: \w+){0,2} (?:is|are|do|does|will) (?:not\b|too\b|also\b))"
)
WHICHEVER = Pattern(
    r"\b(?:makes? no difference|(?:does|do|is) not matter|no matter|regardless of|irrespective of|without regard to|whichever|is the same|it's the same|treats?\b(?=[^.;]*\b(?:alike|the same|equally)\b)|(?:is|are) treated (?:alike|the same|equally)|in any (?:combination|mix)|any (?:combination|mix)|whether)\b",
    "difference", "matter", "regardless", "irrespective", "regard to", "whichever", "the same", "alike", "equally", "in any", "any ", "whether",
)  # fmt: skip
_FOR_ALL_ALIKE = Pattern(
    r"^\W*(?:it|this|that|the (?:company |employer )?match|(?:we|the company) do(?:es)? (?:it|this|so)) (?:works|applies|goes|counts|holds|is (?:made|paid|given|the same|figured))? ?(?:for|to|on) (?P<kinds>[^.;]*?)\b(?:alike|equally|in the same way|just the same)\b",
    "alike", "equally", "the same",
)  # fmt: skip
"""`It works for pre-tax, Roth and after-tax savings alike`, of the match."""
_TOPIC = Pattern(
    r"^\W*(?:for|in|when|as to|with respect to|with regard to|under)\b[^,;@%]{0,80}\bmatch[^,;@%]{0,60}, ", "match"
)
_MATCH = Pattern(r"\bmatch", "match")
_NO_WORD = Pattern(r"\d%|\$\d|\b(?:may|can|able to|allowed|permitted|elect|choose)\b")
_SOURCES = Pattern(
    r"\b(?:types?|kinds?|sorts?|sources?|buckets?|bas[ie]s|tax treatments?|tax status)\b(?: of (?:your )?(?:employee )?(?:contributions?|money|savings|dollars|deferrals?))?(?! of)|\bwhich (?:(?:one|of them) )?you (?:choose|pick|use|select|have chosen|make)\b|\bways?\b(?= (?:you|they|it|of|to|in which)\b[^.;]{0,20}\b(?:sav|contribut|defer|put|tax))"
)
_SHARE = Pattern(
    r"\d% (?:of|on|for) (?:the |your )?first \d[\d.]*%|\$[\d.]+ (?:for|on|per) (?:each|every) (?:\$1|dollar)",
    "first",
    "each",
    "every",
)
"""A formula is no limit."""
_UNMATCHED = Pattern(r"(\b(?:is|are|goes|go|stays?|remains?)|[:,-]) unmatched\b", "unmatched")
_OUTSIDE = Pattern(
    r"\b(?:sits?|falls?|stays?|lies?|remains?|are|is) outside (?:of )?(?:the |our |its )?(?:company |employer )?match(?:ing)?(?: formula| contributions?| program)?(?=\W|$)",
    "outside",
)
"""`After-tax savings fall outside the match`."""
_NO_MONEY_OF_ITS = Pattern(
    r"\b(?:draws?|earns?|gets?|receives?|attracts?|brings?|carr(?:y|ies)|yields?) no (?:company|employer) (?:money|dollars|contributions?)\b",
    " no company", " no employer",
)  # fmt: skip
"""`Catch-up dollars draw no company money`."""
_GIVES_NOTHING = Pattern(
    r"\b(?:contributes?|adds?|pays?|puts?(?: in)?|gives?) nothing (?:in )?(?:on|for|toward|to match) ", " nothing "
)
"""`The company adds nothing on after-tax savings`."""
_IT_TREATS = Pattern(
    r"^\W*(?:(?:it|we|the (?:company|employer|firm|plan|formula|calculation)) (?:also |simply )?treats?|(?:all|each|every|both|the|(?:your )?@\w+)\b[^.;]* (?:is|are) treated)\b",
    "treat",
)
_TREATED_BY_LAW = Pattern(
    r"\btreat(?:s|ed)?\b(?=.*\b(?:tax(?:es|ed|ation)?|irs|law|limits?|vest\w*|fees?|loans?|withdr\w+)\b)|\b(?:tax(?:es|ed|ation)?|irs|law|limits?|vest\w*|fees?|loans?|withdr\w+)\b(?=.*\btreat(?:s|ed)\b)",
    "treat",
)
_ON_PAY = Pattern(r"^[a-z\"' -]{0,40}\b(?:salary|compensation|earnings|wages|pay)\b")
"""`Base salary, without regard to pre-tax contributions`: of pay, and not of what is matched."""
_FOR_THIS_PURPOSE = Pattern(r"^for (?:this|that|these|such|the match) purposes?,? ", "for ")
_AS_DEFERRALS = Pattern(
    r"\b(?P<be>(?:is|are|counts?)(?: not)?)(?: treated| considered| regarded| taken| counted)?(?: (?:just |exactly )?(?:as|like|the same as|in the same way as))? (?:(?:other|regular|your other|any other) )?(?:(?:elective|salary|employee|regular|@pre|@roth) )*(?:deferrals?|reductions?|@pre)(?: contributions?)?(?: (?:are|would be))? ?(?=for (?:this|these|that|such|the|all) (?:purposes?|match\w*|calculation)\b|for (?:purposes? of (?:the )?)?match|in (?:figuring|calculating|computing|determining) (?:the )?match|(?:when|where) (?:the )?match)"
)
"""`Catch-up contributions are deferrals for this purpose`: whatever is matched, they are."""
_IF_NOT_MATCHED_YET = Pattern(
    r"^if (?:you|they|an? \w+)\b[^,;]*\bmatch[^,;]*, (?=(?:then )?(?:your |any |the )?(?:@|catch))", "if "
)
_NEED_NOT = Pattern(
    r"^(?:you|participants?|employees?|members?|they|it) (?:(?:do|does) not (?:need|have)|need not)(?: to)? [^.;:-]{0,60}?\b(?:to (?:be|get|receive|earn|have|qualify for)|for) [^.;:-]{0,30}?\bmatch\w*(?: contributions?)?(?: -|[,;:.]) ",
    "need", "have",
)  # fmt: skip
"""`You need not contribute pre-tax to be matched: …`: what is not needed is not denied."""
_NO_DEFERRALS = Pattern(
    r"\b(?:are|is|shall|will)(?: not)?(?: be)? (?:considered|treated as|deemed|regarded as)(?: to be)? (?:an? )?(?:elective|salary|@pre)[a-z -]{0,40}? and (?=(?:shall|are|is|will|do|does)\b)",
    "considered", "treated", "deemed", "regarded",
)  # fmt: skip
"""`Are not considered elective deferrals and are not matched`: what they are beside that."""
_BRACKETS = Pattern(r"\(([^()]*\b(?:is|are|do|does|will|be|match\w*)\b[^()]*)\)", "(")
PRONOUN = Pattern(
    r"\b(?:they|these|those(?! (?:in|who|whose|that|which|with|at|of|under|hired|covered|from|employees|participants|members|people)\b)|them|it|(?:these|those|such|this) (?:additional )?(?:contributions?|amounts?|money|savings|dollars|deferrals?|kind|source|type))\b"
)
_TOKENS = {"@at": "at", "@roth": "roth", "@pre": "pre", "catch-up": "catch", "catch up": "catch", "catchup": "catch"}


_CATCH_UP_TOO = Pattern(
    r",? (?:and |so (?:is|are|does|do) )?(?:your )?catch-?ups?(?: contributions?)?,? (?:too|as well|also)\W*$",
    "too",
    "as well",
    "also",
)
_ALL_ARE = Pattern(
    r"^\W*(?:all|every|any|each)(?: of)?(?: your)? (?:employee )?contributions? (?:are|is|gets?) (?:matched|(?:a |the )?match)\b",
    "match",
)
_CATCH_UP_WITH_THEM = Pattern(r"\bincluding (?:your |any )?catch-?up\b", "including")
_REGULAR_OR_CATCH_UP = Pattern(
    r",? \((?:both |whether )?(?:regular|normal) (?:or|and) catch[- ]?up(?: contributions?)?\)", "regular", "normal"
)
_DENIES = Pattern(r"\b(?:not|never|no|nor|neither|except|only|without)\b")
_HINTS = (
    "@",
    "catch",
    "kind",
    "type",
    "sort",
    "source",
    "bucket",
    "three",
    "four",
    "tax treatment",
    "tax status",
    "basis",
    "bases",
    "difference",
    "matter",
    "way",
)
"""A text on which money is matched has one of these."""


_BEGINS_WITH_ITS_VERB = Pattern(
    r"^\W*(?:(?:is|are|do|does|will|shall) not (?:be )?(?:matched|(?:eligible for|get|earn|receive|count (?:for|toward))(?: an?| the| any)?(?: company| employer)? match(?:ing contributions?)?)|(?:receives?|gets?|earns?) no (?:company |employer )?match(?:ing contributions?)?)(?=\W*$|[,;.)])",
    "match",
)
"""`After-tax contributions may be made but are not matched`: the subject of the second verb is that of the first."""


_OF_LONG_SERVICE = Pattern(
    r"\b(?:if|provided|when|once|after|for|with)\b[^.;%]{0,50}\b(?:(?!1\b)\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)(?: or more)? years?(?:'s?)? of (?:[a-z]+ )?(?:service|employment)\b",
    "service", "employment",
)  # fmt: skip
"""`Are matched if you have five years of service`: of some alone. (One year is what any match may wait for.)"""


_WHAT_IS_MATCHED = Pattern(
    r"\b(?:announce|decide|tell|say|determine|see)s?\b[^.;]{0,40}\bwhat (?:will|is|gets?|was)\b", "what "
)
"""`They announce what will be matched`: nobody knows yet."""


def said_in(text: str, about: bool) -> dict[str, bool]:
    """Kind of money -> whether it is matched; `about`: what comes before is about the match, so a clause may leave the word out."""
    if _WHAT_IS_MATCHED.search(text):
        return {}
    text = text.partition("; otherwise")[0]  # what else would come of it says nothing of this money
    if not any(word in text for word in _HINTS):
        return {}
    text = _ANSWER_FIRST.sub("", IF_ROOM.sub("", text))
    if (last := NOTHING_ELSE.search(text)) and last.start():
        # `It matches pre-tax or Roth deferrals; nothing else`: of after-tax money that is a no.
        first = said_in(text[: last.start()], about)
        named = KINDS_NAMED.search(text)
        return {"at": False, **first} if first or (named and (about or "match" in text)) else {}
    if "catch" in text:
        # `Pre-tax and Roth count, catch-up too`, `pre-tax or Roth (regular or catch-up)`: as the others are.
        too = _CATCH_UP_TOO.search(text) or _REGULAR_OR_CATCH_UP.search(text)
        if too and not _DENIES.search(text):
            others = said_in(text[: too.start()] + text[too.end() :], about)
            if True in others.values():
                return {**others, "catch": True}
            if _ALL_ARE.match(text):
                return {"catch": True}
    if about and (purpose := _FOR_THIS_PURPOSE.match(text)):
        text = f"{text[purpose.end() :].rstrip(' .')} for this purpose"
    if made := ONCE_MADE.match(text):
        text, about = text[made.end() :], True
    if listed := of_a_list(text, about):
        beside = ["catch-up"] if _CATCH_UP_WITH_THEM.search(text) else []
        return {_TOKENS[kind]: True for kind in (*listed, *beside) if _TOKENS[kind] != "pre"}
    if kinds := whichever_kind(text, about):
        return {"at": True} if "every" in kinds else {_TOKENS[kind]: True for kind in kinds if kind != "@pre"}
    if (about or "match" in text) and (alike := _FOR_ALL_ALIKE.match(text)) and not _DENIES.search(text):
        return {_TOKENS[kind]: True for kind in KINDS_NAMED.findall(alike["kinds"]) if _TOKENS[kind] != "pre"}
    if (
        (which := WHICHEVER.search(text))
        and ("match" in text or (about and not _ON_PAY.match(text)))
        and not _TREATED_BY_LAW.search(text)
        and ("treat" not in which[0] or "match" in text or _IT_TREATS.match(text))
        and not re.search(r"\b(?:not(?! matter)|except|exclud|only)", text)
    ):
        kinds = set(KINDS_NAMED.findall(text))
        if not _MATCH.search(text) and _NO_WORD.search(_SHARE.sub(" ", text)):
            return {}
        no_matter = which[0].endswith(("matter", "difference", "alike", "the same", "equally"))
        of_any = _SOURCES.search(text, 0 if no_matter else which.start()) and kinds <= {"@at"}
        if ("@at" in kinds and len(kinds) > 1) or of_any:
            return {"at": True} | ({"catch": True} if any(kind.startswith("catch") for kind in kinds) else {})
    if "neither" in text or "nor " in text or "so " in text:
        text = also(text)
    if need_not := _NEED_NOT.search(text):
        text, about = text[: need_not.start()] + text[need_not.end() :], True
    text = _NO_DEFERRALS.sub("", text)
    text = _NO_MONEY_OF_ITS.sub(
        "get no match", _OUTSIDE.sub("are not matched", _GIVES_NOTHING.sub("does not match ", text))
    )
    text = _UNMATCHED.sub(r"\1 not matched", _WHEN_MADE.sub("for ", text))
    text = _IN_BOTH_TYPES.sub(r"\g<be> permitted", _AS_DEFERRALS.sub(r"\g<be> matched ", text))
    if unmet := _IF_NOT_MATCHED_YET.match(text):
        text, about = text[unmet.end() :], True
    text = _THEIRS.sub("", _NOT_OUT.sub("included", _HARMLESS.sub(" ", _FOR_WHOM.sub("", text))))
    if "catch" in text:
        text = OF_A_KIND.sub("", text)
        text = _NON_CATCH_UP.sub("contributions excluding catch-up contributions", text)
    inner = [found[1] for found in _BRACKETS.finditer(text) if KINDS_NAMED.search(found[1])]
    found: dict[str, bool] = {}
    against: set[str] = set()
    if inner:
        text = _BRACKETS.sub(lambda hit: " " if hit[1] in inner else hit[0], text)
    if topic := _TOPIC.match(text):
        text, about = text[topic.end() :], True
    spoken, before = about, ""
    for part in (*_parts(text), *inner):
        if before and not KINDS_NAMED.search(part) and (kind := alone(before)) and kind != "@pre":
            part = PRONOUN.sub(f"{kind} contributions", part)
            if _BEGINS_WITH_ITS_VERB.match(part):
                part = f"{kind} contributions {part}"
        clause, before = Clause(part), part
        said = of_clause(clause, spoken)
        spoken = spoken or any(kind == "match" for kind, _, _ in clause.tokens)
        for kind, matched in said.items():
            if found.setdefault(kind, matched) != matched:
                against.add(kind)
    if True in found.values() and _OF_LONG_SERVICE.search(text):
        return {}
    return {kind: matched for kind, matched in found.items() if kind not in against}


def _parts(text: str) -> list[str]:
    """The clauses, each with a verb of its own: a list of kinds is not cut."""
    parts: list[str] = []
    for whole in (sentence for part in text.split(";") for sentence in _SENTENCES.split(part)):
        own: list[str] = []
        for part in (piece for clause in _CLAUSES.split(whole) for piece in _SPLICE.split(clause)):
            if own and not _VERB.search(own[-1]):
                own[-1] = f"{own[-1]} and {part}"
            else:
                own.append(part)
        parts += own
    return parts
