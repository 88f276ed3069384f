"""Which kinds of money a sentence says are matched, by its grammar alone: what is matched, whether, what is taken out. Knows no document.

A clause is read from left to right: kinds of money, words of matching, denials, words of taking out (`except`, `but not`) and `only`.
It knows the slots (a kind of money, a word of matching, yes or no) and no wordings; what hinders (another verb between them) is no answer.
"""

from __future__ import annotations

import re

from megaroth.reader.listed import IF_ROOM, KINDS_NAMED, OF_A_KIND, ONCE_MADE, alone, also, of_a_list, whichever_kind
from megaroth.reader.pattern import Pattern

FIELDS = {"at": "match_on_after_tax", "catch": "match_on_catch_up", "roth": "match_on_roth"}
_TOKEN = Pattern(
    r"(?P<at>@at\b)|(?P<catch>(?<!non-)(?<!non )\bcatch[- ]?ups?\b)|(?P<roth>@roth\b(?! ira| catch))|(?P<pre>@pre\b|\btraditional\b(?= (?:401k|contr|deferr|savings|and|or|\())|\belective deferrals?\b)"
    r"|(?P<every>\b(?:all|any|every|each|both|whichever|what(?:ever)?|which(?:ever)?)(?: of)?(?: the| these| those| your| three| four)*(?: single)? (?:contribution |different )?(?:types?|kinds?|sorts?|sources?|buckets?)(?: of (?:your )?(?:employee )?(?:contributions?|money|savings|dollars|deferrals?))?(?! of)|\b(?:all|any|each)(?: of)?(?: the)? (?:three|four)(?= (?:types|kinds|sorts|are|is|counts?|earns?|gets?|qualif\w*|will|contributions?)\b|\W*$))"
    r"|(?P<out>\b(?:except(?:ing|ed)?(?: for)?|exclud(?:es|ing)|exclusive of|other than|apart from|aside from|not (?:including|counting)|but not|with the exception of|rather than|instead of|net of|disregard(?:s|ing)|ignor(?:es|ing)|leav(?:es|ing) out|without (?:regard|reference) to|less|save for|(?<=, )save(?= (?:your |the |any )*(?:catch|@)))\b|\b(?:aside|apart)\b)"
    r"|(?P<deny>\b(?:not|no|never|none|nothing|non-eligible|nor|neither|cannot|without|ineligible|unmatched|excluded|disregarded|ignored|left out|fails? to)\b|n't\b)"
    r"|(?P<only>\b(?:only|solely|exclusively|just|limited to|nothing but)\b)"
    r"|(?P<match>\bmatch(?:es|ed|ing|able)?\b(?! (?:contributions? )?(?:sub-?)?accounts?\b)|\bunmatched\b|\bmatch-eligible\b)"
    r"|(?P<count>\b(?:counts?|counted|qualif(?:y|ies)|eligible(?= (?:for|to receive)\b)|(?<=are )eligible|included?|includes|considered|taken into account|covered|part of it|subject to(?= (?:(?!limit|and\b)[a-z]+[- ]){0,4}match)|receives? (?:it|one)|gets? (?:it|one))\b)"
    r"|(?P<be>\b(?:is|are|was|were|be|gets?|receives?|earns?|attracts?|draws?|carr(?:y|ies)|do|does|will|shall|has|have)\b)"
    r"|(?P<of>\b(?:of|on|for|to|toward|towards|against|whether|between|covers?|across|applies|with respect to|regard to|in respect of|includ(?:es|ing)|inclusive of|as)\b|[:|]|\((?!plus)|%)"
    r"|(?P<rate>\d% (?:of|on|for)\b)"
    r"|(?P<act>\(plus\b|\bbefore(?= (?:you|they|he|she|an?|participants?|employees|members|looking|making|turning|using|considering|going|starting|adding)\b)|\b(?:(?:may|can)(?! (?:also )?be (?:made|matched)\b)|could|would|must|might|should|makes?(?! (?:an? |the )?(?:[a-z-]+ ){0,3}match)|made(?= by (?:you|your|participants?|employees?|members?|each|the participant|an?)\b|$)|elects?|subject(?! to (?:[a-z]+[- ]){0,5}match)|invest\w*|allocated|held|allows?|permits?|offers?|accept\w*|takes?|stops?|stopped|suspend\w*|withdr\w*|conver\w*|roll(?:s|ed|ing)?\b|transfer\w*|distribut\w*|vest\w*|tested|test|exceed\w*|reach\w*|limit(?:s|ed)?|restrict\w*|(?:(?<=@at )|(?<=catch-up )|(?<=@roth )|(?<=@pre ))(?:accounts?|balances?)|if|in addition|amend\w*|treated|increas\w*|reduc\w*|permit\w*|unless|until|when(?! \w+ing\b)|once|lose|forfeit\w*|refund\w*|maximum)\b)"
)
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
    r"^(?:no|yes)[.,;] (?=(?:the|our|your|its|we|they|it|only|[a-z]+'s) (?:[@\w-]+ ){3})", "no", "yes"
)
"""`No. The match is for pre-tax and Roth`: the answer to a question denies nothing of the sentence behind it."""
_NON_CATCH_UP = Pattern(r"\bnon[- ]?catch[- ]?up(?: contributions?| deferrals?)?", "catch")
_NOT_OUT = Pattern(r"\bnot (?:be )?(?:excluded|disregarded|ignored|left out)\b", "not ")
_CLAUSES = Pattern(
    r"; (?:however|if not|in that case)\b,? |(?<=[a-z)])\. (?=[a-z@(])|,? (?:but|while|whereas|although|though|however)\b,? (?!not (?:on |for |your |any |the )*(?:@|catch))|, and (?=(?:your |the |any |no |that |these |those )*(?:@\w+|catch-?up|match\w*|company|employer|we|it|they)\b[^,]{0,60}\b(?:is|are|do|does|will|match\w*|may|can)\b)|(?<=[a-z]) and (?=(?:your |the |any )*(?:@\w+|catch-?up)(?: \w+)? (?:is|are|do|does|will|may|can)(?: \w+)? not\b)"
)
_SENTENCES = Pattern(r"(?<=[a-z)])\. (?=@\w+ [^.]*\b(?:is|are|do|does|will|count|get|earn)s?\b)", ". @")
_VERB = Pattern(
    r"\b(?:is|are|do|does|will|gets?|receives?|earns?|match(?:es|ed)?|may|can|shall|made|makes?|contribute[sd]?|provide[sd]?|offer(?:s|ed)?|equals?|was|were|has|have)\b"
)
_SPLICE = Pattern(
    r",(?= (?:(?:the|your|any) )?(?:@\w+|catch-?up)(?: \w+){0,2} (?:is|are|do|does|will) (?:not\b|too\b|also\b))"
)
WHICHEVER = Pattern(
    r"\b(?:makes? no difference|(?:does|do|is) not matter|no matter|regardless of|irrespective of|without regard to|whichever|is the same|treats?\b(?=[^.;]*\b(?:alike|the same|equally)\b)|(?:is|are) treated (?:alike|the same|equally)|in any (?:combination|mix)|any (?:combination|mix)|whether)\b",
    "difference", "matter", "regardless", "irrespective", "regard to", "whichever", "the same", "alike", "equally", "in any", "any ", "whether",
)  # fmt: skip
_MATCHES = Pattern(
    r"(?:\bmatches|(?<!\ba )(?<!\bthe )(?<!\bno )(?<!\bany )(?<!\bcompany )(?<!\bemployer )(?<!\bits )(?<!\bour )(?<!\byour )match)$"
)
_TOPIC = Pattern(
    r"^\W*(?:for|in|when|as to|with respect to|with regard to|under)\b[^,;@%]{0,80}\bmatch[^,;@%]{0,60}, ", "match"
)
_NEW_SUBJECT = Pattern(
    r"\b(?:(?<!get )(?<!gets )(?<!give )(?<!gives )(?<!earn )(?<!earns )you|we|they|(?:participants?|employees?|members?)(?! (?:contributions?|deferrals?|savings)\b)|who)\b"
)
_NO_SUBJECT = Pattern(
    r"(?: (?:contributions?|savings|deferrals?|money))? and (?:also |then |to )?(?:be |become )?(?:receive|get|earn|are|is|will|have)\b"
)
_AND_ARE = Pattern(r".*, and (?=(?:is|are) (?:also |not )?$)", ", and ")
_AND_THEN = Pattern(
    r"(?:,| and)(?: also)?(?: to)?(?: be)? (?:receives?|gets?|earns?|is|are|was|were|will|has|have)\b", " and", ","
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
    r"^\W*(?:(?:it|we|the (?:company|employer|firm|plan|formula|calculation)) (?:also |simply )?treats?|(?:all|each|every|both|the)\b[^.;]* (?:is|are) treated)\b",
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
_WORKED_OUT = Pattern(
    r"\b(?:calculated|figured|computed|worked out|based|paid|made|determined|measured|given|applies|goes|holds|is true|extends|covers|counted|gets? it|receives? it|earns? it)\b[^.;@]{0,60}\b(?:on|to|for|across|covers)(?: (?:your|the|all|any|both|combined|total|sum|of|whatever|contributions?|you|make|as|including))* $"
)
_THEN = Pattern(r"\b(?:then|followed by|and then|before|and last(?:ly)?)\W+(?:your |the |on )*$")
_BRACKETS = Pattern(r"\(([^()]*\b(?:is|are|do|does|will|be|match\w*)\b[^()]*)\)", "(")
PRONOUN = Pattern(
    r"\b(?:they|these|those(?! (?:in|who|whose|that|which|with|at|of|under|hired|covered|from|employees|participants|members|people)\b)|them|it|(?:these|those|such|this) (?:additional )?(?:contributions?|amounts?|money|savings|dollars|deferrals?|kind|source|type))\b"
)
_TOKENS = {"@at": "at", "@roth": "roth", "@pre": "pre", "catch-up": "catch", "catch up": "catch", "catchup": "catch"}


class _Clause:
    """The tokens of one clause: kind, start, end."""

    __slots__ = ("text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(found.lastgroup or "", found.start(), found.end()) for found in _TOKEN.finditer(text)]


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
_MONEY = ("at", "catch", "roth", "pre", "every")


_BEGINS_WITH_ITS_VERB = Pattern(
    r"^\W*(?:(?:is|are|do|does|will|shall) not (?:be )?(?:matched|(?:eligible for|get|earn|receive|count (?:for|toward))(?: an?| the| any)?(?: company| employer)? match(?:ing contributions?)?)|(?:receives?|gets?|earns?) no (?:company |employer )?match(?:ing contributions?)?)(?=\W*$|[,;.)])",
    "match",
)
"""`After-tax contributions may be made but are not matched`: the subject of the second verb is that of the first."""


def said_in(text: str, about: bool) -> dict[str, bool]:
    """Kind of money -> whether it is matched; `about`: what comes before is about the match, so a clause may leave the word out."""
    text = text.partition("; otherwise")[0]  # what else would come of it says nothing of this money
    if not any(word in text for word in _HINTS):
        return {}
    text = IF_ROOM.sub("", text)
    text = _ANSWER_FIRST.sub("", text)
    if about and (purpose := _FOR_THIS_PURPOSE.match(text)):
        text = f"{text[purpose.end() :].rstrip(' .')} for this purpose"
    if made := ONCE_MADE.match(text):
        text, about = text[made.end() :], True
    if listed := of_a_list(text, about):
        return {_TOKENS[kind]: True for kind in listed if _TOKENS[kind] != "pre"}
    if kinds := whichever_kind(text, about):
        return {"at": True} if "every" in kinds else {_TOKENS[kind]: True for kind in kinds if kind != "@pre"}
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
            return {"at": True}
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
        clause, before = _Clause(part), part
        said = _of_clause(clause, spoken)
        spoken = spoken or any(kind == "match" for kind, _, _ in clause.tokens)
        for kind, matched in said.items():
            if found.setdefault(kind, matched) != matched:
                against.add(kind)
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


def _of_clause(clause: _Clause, about: bool) -> dict[str, bool]:
    tokens = clause.tokens
    money = [place for place, token in enumerate(tokens) if token[0] in _MONEY]
    matches = [place for place, token in enumerate(tokens) if token[0] == "match"]
    if not money:
        return {}
    if not matches and about:
        rates = [place for place, token in enumerate(tokens) if token[0] == "rate" and place < money[0]]
        if (
            rates
            and not any(kind == "act" for kind, _, _ in tokens[: rates[0]])
            and re.search(r"\b(?:contribut|add|pa(?:y|id)|put|give|deposit|credit)", clause.text[: tokens[rates[0]][1]])
        ):
            matches = rates[:1]
    if not matches:
        return _without_the_word(clause, money) if about else {}
    own = [place for place in money if place < matches[-1]]
    later = [place for place in money if place > matches[0]]
    found = _subject(clause, [place for place in matches if place > own[-1]], own) if own else {}
    if not found and later:
        found = _object(clause, matches, later)
    return {**_set_apart(clause, matches, money), **found}


_SET_APART = Pattern(
    r"(?P<out>\b(?:exclud(?:es|ing)|exclusive of|other than|not (?:including|considering|counting)|except(?:ing)?(?: for)?|but not|less|net of)\b)?(?(out)|\b(?:including|inclusive of)\b)(?: (?:your|the|any|all|a|participant's?|those|contributions?|designated|characterized|as|for|age|50|and|or|over|older|rollovers?|@roth|@pre|@at|catch-?up|both|traditional|regular|voluntary|employee)(?=[ ,]),?)*,? $"
)
"""`100% of the first 4% of pay that you defer, including catch-up contributions`: a last word on one kind of money."""
_OF_A_LIMIT = Pattern(
    r"\b(?:limits?|limitations?|maximum|bonus\w*|compensation as|plan year)\b[^,;()]{0,25}[,( ]*$|\$[\d,.]+[,( ]*$"
)


def _set_apart(clause: _Clause, matches: list[int], money: list[int]) -> dict[str, bool]:
    """What is said to be in or out at the end, or in brackets, of a sentence whose verbs stand between."""
    tokens, found = clause.tokens, dict[str, bool]()
    if any(kind == "deny" for kind, _, _ in tokens[: matches[0]]):
        return {}
    for place in money:
        before = clause.text[: tokens[place][1]]
        hit = _SET_APART.search(before)
        follows = matches[0] > place and tokens[matches[0]][1] - tokens[place][2] < 60
        if hit and (matches[0] < place or (hit["out"] and follows)) and not _OF_A_LIMIT.search(before[: hit.start()]):
            found.setdefault(tokens[place][0], not hit["out"])
    return {kind: each for kind, each in found.items() if kind in FIELDS}


def _names(clause: _Clause, first: int, last: int) -> list[str]:
    return [kind for kind, _, _ in clause.tokens[first : last + 1]]


def _object(clause: _Clause, matches: list[int], money: list[int]) -> dict[str, bool]:
    """`The Company matches pre-tax, Roth and after-tax contributions, but not catch-up contributions`."""
    tokens = clause.tokens
    at = max(place for place in matches if place < money[0])
    between = _names(clause, at + 1, money[0] - 1)
    before = _names(clause, 0, at - 1)
    gap = clause.text[tokens[at][2] : tokens[money[0]][1]]
    verb = tokens[at][0] == "rate" or (
        bool(_MATCHES.search(clause.text[: tokens[at][2]])) and not gap.startswith((" on ", " for "))
    )
    verb = verb and not re.match(r" (?:and|or|,)", gap)
    denied = any(
        kind == "deny" and tokens[at][1] - end < 60 and "," not in clause.text[end : tokens[at][1]]
        for kind, _, end in tokens[:at]
    )
    # What is denied just before a kind of money is denied of that kind alone.
    close = (
        "deny" in between
        and not denied
        and bool(re.search(r"\bnot (?:(?:on|for|to|of|your|any|the) )*$", gap))
        and not re.search(r"\b(?:is|are|do|does|will|be|shall) not\b", gap)
    )
    if "deny" in between and not close:
        if "," in gap and "act" in between:
            return {}
        denied = True
    if not denied and "act" in between:
        return {}
    if not (denied or verb or close or {"of", "out"} & set(between) or "%" in gap):
        return {}
    if re.match(r"(?: contributions?)?,? (?:and|or|,)? ?(?:your |any |the )*$", gap) and not verb:
        return {}
    if (
        re.match(
            r"(?: [a-z]+){0,3} (?:(?:is|are|was|were|will|shall|do|does) not|cannot)\b",
            clause.text[tokens[money[-1]][2] :],
        )
        and not verb
    ):
        denied = True
    return _listed(clause, money, not denied, "only" in before[-3:] or "only" in between, close)


def _listed(clause: _Clause, money: list[int], matched: bool, only: bool, out: bool = False) -> dict[str, bool]:
    """The kinds of a list, as it goes on: after a word of taking out the other way round, up to the next verb."""
    tokens = clause.tokens
    found: dict[str, bool] = {}
    last = money[0]
    reach = range(len(tokens))
    for place in reach:
        kind, start, _ = tokens[place]
        if place < money[0]:
            out = kind == "out" or (out and kind != "act")
            continue
        if (
            kind == "out"
            and place > money[0]
            and re.match(r"(?:excepted|aside|apart|left out|excluded)", clause.text[start:])
        ):
            found[tokens[last][0]] = not matched
            continue
        if kind == "out" or (kind == "deny" and re.match(r"not\b", clause.text[start:])):
            out = True
            continue
        if kind in ("act", "be"):
            break
        if kind == "only":
            only = True
        if kind in _MONEY:
            if start - tokens[last][2] > 110:
                break
            if matched or not out:
                found.setdefault(kind, matched and not out)
            last = place
    return _closed(found, only, matched)


def _closed(found: dict[str, bool], only: bool, matched: bool) -> dict[str, bool]:
    """What `only` leaves out; and what holds for every kind holds for after-tax money."""
    if found.get("every"):
        found.setdefault("at", True)
    elif only and matched and found.get("pre") and "at" not in found:
        found["at"] = False
    return {kind: each for kind, each in found.items() if kind in FIELDS}


def _last_list(clause: _Clause, money: list[int]) -> list[int]:
    """Of the kinds before a verb those that stand together: `A may be …, B and C are matched`."""
    tokens, own = clause.tokens, money[-1:]
    for place in reversed(money[:-1]):
        if {"act", "be"} & set(_names(clause, place + 1, own[0] - 1)) or tokens[own[0]][1] - tokens[place][2] > 90:
            break
        own = [place, *own]
    return own


_MADE_BEFORE = Pattern(
    r"\b(?:may|can) (?:also |only |then )?be made\b(?!.*\b(?:and|but|which|that|is|are|will|shall)\b)",
    "be made",
)
"""`Catch-up contributions may be made before the match is paid`: that they may be made says nothing of their match."""


def _subject(clause: _Clause, matches: list[int], money: list[int]) -> dict[str, bool]:
    """`Catch-up contributions are not matched`, `No after-tax contribution earns a match`."""
    tokens = clause.tokens
    own = _last_list(clause, money)
    between = _names(clause, own[-1] + 1, matches[0] - 1)
    gap = clause.text[tokens[own[-1]][2] : tokens[matches[0]][1]]
    if "act" in between and (later := re.search(r".*\band (?=(?:is|are|do|does|will)\b)", gap)):
        between = [
            kind for kind, start, _ in tokens[own[-1] + 1 : matches[0]] if start >= tokens[own[-1]][2] + later.end()
        ]
    if goes_on := _AND_ARE.match(gap):
        gap = gap[goes_on.end() :]  # whose verb it is, the comma tells: what lies between has one of its own
    word = clause.text[tokens[matches[0]][1] : tokens[matches[0]][2]]
    first = tokens[own[0]][1]
    of_them = any(
        kind == "deny" and (start > first or (first - end < 25 and "," not in clause.text[end:first]))
        for kind, start, end in tokens[: own[-1]]
    )
    denied = "deny" in between or word == "unmatched" or of_them
    if not denied and _MADE_BEFORE.search(gap):
        return {}
    verb = (
        {"be", "count", "deny"} & set(between)
        or word in ("unmatched", "matched")
        or (tokens[matches[0]][1] - tokens[own[-1]][2] < 4)
    )
    made = {"act", "count"} & set(_names(clause, 0, own[0] - 1)) and _AND_THEN.search(gap)
    if not verb or made or _NO_SUBJECT.match(gap) or "act" in between or "out" in between or _NEW_SUBJECT.search(gap):
        return {}
    only = "only" in _names(clause, 0, own[-1])
    found: dict[str, bool] = {}
    out, last = False, ""
    for place in range(len(tokens)):
        kind = tokens[place][0]
        start = tokens[place][1]
        if kind == "out" and re.match(r"(?:excepted|aside|apart|left out|excluded)", clause.text[start:]):
            if last:
                found[last] = denied
        elif kind == "out":
            out = True
        elif kind in _MONEY and (own[0] <= place <= own[-1] or out or _THEN.search(clause.text[:start])):
            if not (denied and out):
                found.setdefault(kind, not denied and not out)
            last = kind
    return _closed(found, only, not denied)


_OTHER_DONE = Pattern(
    r"\b(?:has|have|had) (?:not|never|no longer) (?:been )?(?!(?:matched|counted|included|considered)\b)[a-z]+\b|\b(?:is|are|was|were|be) (?:not|never|no longer) (?:being |currently )?(?:taken(?! into)|allowed|offered|available|permitted|used|kept|opened|collected|required|needed|added|put|withheld|deducted|given|possible|tracked|reported)\b",
    "not ", "never ", "no longer ",
)  # fmt: skip
"""`The plan has not taken after-tax savings since the merger`: what is denied is something else."""
_CANNOT_ELSE = Pattern(
    r"\b(?:may|can) (?:also |ever |now )?be made\b|\b(?:cannot|can not|can't) (?!be (?:counted|included|considered)|get\b|earn|receive|count|qualify)"
)
"""What they cannot do is something else."""


def _without_the_word(clause: _Clause, money: list[int]) -> dict[str, bool]:
    """`After-tax contributions are not`, `only on pre-tax and Roth`, where the match has been spoken of."""
    tokens = clause.tokens
    if len(clause.text.split()) > 16 or any(kind == "act" for kind, _, _ in tokens):
        return {}
    if _CANNOT_ELSE.search(clause.text) or _OTHER_DONE.search(clause.text):
        return {}
    names = [kind for kind, _, _ in tokens]
    before, after = names[: money[0]], names[money[-1] + 1 :]
    denied = "deny" in before or "deny" in names[money[0] :]
    says = (
        re.search(r"\binclud(?:es?|ing)\b", clause.text[tokens[money[0]][2] :])
        or _WORKED_OUT.search(clause.text[: tokens[money[0]][1]])
        or denied
        or "only" in names
        or "count" in after
        or re.match(r"\W*(?:on|for|both|including) ", clause.text)
    )
    if not says:
        return {}
    found: dict[str, bool] = {}
    out = False
    for kind in names:
        out = out or kind == "out"
        if kind in _MONEY and not (denied and out):
            found.setdefault(kind, not denied and not out)
    return _closed(found, "only" in names, not denied)
