"""Kinds of money in a list of which a share is given, or that are matched one after the other; conditions that change no answer. Knows no document."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

KINDS_NAMED = Pattern(r"@at\b|(?<!non-)catch[- ]?up|@roth\b|@pre\b")
IF_ROOM = Pattern(
    r",? ?\b(?:(?:but )?only )?(?:if|when|until|as long as|so long as|provided that|to the extent(?: that)?)(?![^,;.]*\b(?:service|age|years?|hours|hired)\b) (?:your|you|they|there|room|something|the|his or her|he or she|a participant|an employee)\b[^,;.]*\b(?:less than|below|under|short of|(?:room|something|some|any) (?:is )?left|(?:has|have|is|leaves?) (?:still |some |any )*room|not (?:yet |already |otherwise )?(?:been )?(?:used up|filled|exhausted|met|received|reached|had|gotten|earned|maxed)|(?:full|maximum) (?:match|\d))(?:(?! then\b)[^;.,])*(?: then\b)?|,? ?\bif (?:there is |there's |you have )?(?:still )?(?:any )?room(?: (?:is |was )?left)?(?=\W*$|[;.)])|,? ?\b(?:but )?(?:only )?(?:so far as|as far as|insofar as|to the extent) (?:is |it is )?(?:needed|necessary|required) to (?:get (?:to|the full)|reach|bring|make up|fill)\b[^,;.]*|,? ?\bif (?:they (?:are|fall|stay) |it is )?(?:still )?within (?:the |that |those |this )?(?:first )?\d[^,;.]*",
    "needed", "necessary", "required", "within", "less than", "below", "under", "short of", "not ", "full ", "maximum ", " left", " room",
)  # fmt: skip
"""`Catch-up contributions are matched if you have not received the full match`: they are; no formula gives more than all of it."""
ONCE_MADE = Pattern(
    r"^(?:if|when(?:ever)?|where) (?:an?|any|the|such|this) (?:[a-z-]+ ){0,3}match\w*(?: contributions?)? (?:is|are) (?:made|declared|provided|given|paid)(?: (?:for|in) (?:a|the|any|that) (?:plan )?year)?, ",
    "match",
)
"""`If a matching contribution is made, catch-up contributions are included`: whether there is one is another question."""
_IN_ORDER = Pattern(
    r"\b(?:is|are) (?:then )?matched (?:first|last|second)\b|\bmatch\w*(?: contributions?)? (?:is|are) (?:made|applied|allocated|calculated|credited)\b[^.;]{0,60}\bfirst\b|\bmatch\w*\b[^.;]{0,120},? in (?:that|this) order\b",
    "first", "last", "second", "order",
)  # fmt: skip
"""`Pre-tax contributions are matched first, after-tax contributions last`: each of them is."""
_NOT_IN_ORDER = Pattern(r"\b(?:not|no|never|only|except|exclud\w*|unless|may)\b")
_LIST_OF = r"(?:(?:your|an?|the|either|both|any|traditional|regular|voluntary|employee) )*(?:@pre|@roth|@at|catch-?up)(?: 401k)?(?: (?:contributions?|deferrals?|savings|basis|dollars|money))*"
_EVERY_PAYDAY = r"(?: (?:(?:in|for|during) )?(?:each|every|per|an?|the) (?:(?:pay(?:roll)?|plan|calendar) )?(?:period|paycheck|payday|paid|month|quarter|year))?"
_EARNED_ON = Pattern(
    rf"(?:\d% (?:of|on)|\bfor (?:each|every) (?:\$1(?:\.00)?|dollar)|\bmatch(?:es)?)\b(?:(?!\bwhether|\bregardless|\beven|\bif\b)(?:[^.;]|\.(?=\d))){{0,60}}?\b(?:(?:you|they|participants?|employees?|members?|an? \w+) (?:contributes?|saves?|defers?|puts? in|makes?)|contributed|saved|deferred)(?: to the plan)?{_EVERY_PAYDAY},?(?: made)?(?: (?:as|on|in|from|with|through|whether))? (?P<kinds>{_LIST_OF}(?:(?:,? (?:and/or|and|or) |, ?|/| ?\| ?){_LIST_OF})+)(?=\W|$)(?! (?:limit|account|maximum))",
    "% o", "for each", "for every", "match",
)  # fmt: skip
"""`50% of the first 6% you contribute as pre-tax, Roth or after-tax`: a share of each of them."""
_SHARE_OF = Pattern(
    rf"(?:\d% of|\btwo thirds of|\bhalf of|\bfor (?:each|every) (?:\$1(?:\.00)?|dollar) of)(?: (?:the|your|their|each|an?|any|all|such|total|combined|sum|of|participant'?s?'?|employee'?s?'?|member'?s?'?))*? (?P<kinds>{_LIST_OF}(?:(?:,? (?:and/or|and|or|plus) |, ?|/| ?\| ?){_LIST_OF})+)(?=\W|$)(?! (?:limit|account|maximum|balance))",
    "% of", "thirds of", "half of", "dollar of", "$1 of", "$1.00 of",
)  # fmt: skip
"""`75% of your pre-tax, Roth and after-tax contributions`, of the match."""
_THEY_MAY = Pattern(r"\b(?:you|participants?|employees?|members?|they)\b[^.;]{0,30}\b(?:may|can|elect|choose|could)\b")
_ANY_KIND = r"(?:@pre|@roth|@at|catch-?up|elective|salary (?:reduction|deferral)|tax-deferred|401k|deferrals?)(?: (?:401k|basis|contributions?|deferrals?|savings|money|dollars|reduction))*"
_WHETHER = Pattern(
    rf"\b(?:whether|regardless of whether|be (?:it|they))(?: (?!not\b)[a-z]+){{0,5}} (?P<kinds>{_ANY_KIND}(?:(?:,? (?:and/or|and|or)| ?/|,)(?: (?:or|as|on|an?|in|made|traditional|regular|voluntary))* {_ANY_KIND})+)(?=\W|$)",
    "whether", "be it", "be they",
)  # fmt: skip
"""`Whether made after-tax or as salary reduction contributions`."""
GIVES_A_SHARE = Pattern(
    r"\b(?:contributes?|adds?|puts? in|pays?|gives?|credits?|provides?|match(?:es)?|make a contribution|contribution equal)\b(?:[^.;]|\.(?=\d)){0,120}?(?:\d% of (?:(?:(?!\bwhether|\bregardless|\beven|\bif\b|\bwhichever|\bin (?:any|either)\b)[^.;%]){0,70}?\b(?:contributions?|deferrals?|savings|contribute|save|defer|put (?:in|into))\b|what you)|\b(?:of|half|third) (?:of )?the first \d[\d.]*%[^.;%]{0,60}?\b(?:contribut\w*|defer\w*|sav\w*|put (?:in|into))\b|\$\d*\.?\d+ (?:for|on|per) (?:the |each |every )?(?:dollar|\$1))|\bfor (?:each|every) (?:dollar|\$1(?:\.00)?)\b(?:[^.;]|\.(?=\d)){0,120}\b(?:contributes?|adds?|puts? in|pays?|gives?|credits?)\b[^.;%]{0,20}\$\d",
    "% of", "first", "$",
)  # fmt: skip
"""The employer gives a share of what is saved: a match, whatever it is called."""
_WHATEVER_KIND = Pattern(
    r"\b(?:of|in|from|on) (?:whatever|whichever|any|every|either|all) (?:the )?(?:types?|kinds?|sorts?|sources?|bas[ie]s)\b(?! of (?:pay|compensation|earnings|plan|employee))|\b(?:in|by|through) (?:(?:any|each|either|all)(?: one)?(?: of)? (?:the|these|those)(?: two| three| four)? ways?|either way|both ways|whichever way)\b|\bwhichever (?:type|kind|basis|way|source|one)s? (?:you|they|he or she|the participant)(?:'re| are| is)?(?: (?:us(?:e|es|ing)|choos(?:e|es|ing)|picks?|prefers?|selects?|chosen?))\b|\bwhatever (?:its|their|the) (?:tax )?(?:types?|kinds?|sorts?|sources?|treatment|status)\b|\b(?:regardless|irrespective) of (?:the |their |its )?(?:tax )?(?:types?|kinds?|sources?|treatment|status)\b",
    "type", "kind", "sort", "source", "regardless", "irrespective", " way", "basis", "bases", "whichever",
)  # fmt: skip
_A_SHARE = Pattern(r"\d% match\b|\bmatch(?:es)? \d")
_A_SHARE_TOO = Pattern(
    r"\d% of (?:up to )?(?:your|the|their|what|all|any|each)\b(?! (?:[a-z]+ ){0,2}(?:pay|compensation|earnings|salary|wages)\b)|\$\d?\.\d+ on the dollar|\bdollar[- ]for[- ]dollar\b",
    "% of", "on the dollar", "dollar",
)  # fmt: skip
"""What may stay without its verb, where the match is spoken of."""
_TO_KEEP_IT = Pattern(
    r"@at\b(?! ira)[^.;]{0,120}?\b(?:so (?:that )?|in order (?:that |to )|to |if you (?:wish|want|would like) to )(?:(?:you|your|they|their|he or she|the participant|participants?|employees?|it|the|company|employer|will|can|may|shall|do|does|not|'ll|[a-z]*contributions?|and|'s)[ ,-]*){0,7}(?:continu\w*|keep\w*|go(?:es)? on|still|lose|miss|maintain|preserve)\b(?: (?:on|to|be|being|getting|get|receiving|receive|earning|earn|having|your|the|their|any|out|out on|coming|with|full|company(?:'s)?|employer(?:'s)?|[a-z]+'s))*,? match",
    "match",
)
"""`Your savings go on after-tax so that you keep the match`: on after-tax money it is kept."""
_KEPT_BY = Pattern(
    r"\b(?:keep|continue|go on)\w*(?: (?:on|to|getting|get|receiving|receive|earning|earn|your|the|their|full|company(?:'s)?|employer(?:'s)?|[a-z]+'s))* match\w*,? (?:contributions? )?(?:you|they|he or she|the participant)(?:'ll| will)? (?:must|have to|need to|should|can|may) (?:elect|switch|change|choose|make|move|save|ask for|start)\b[^.;]{0,40}@at\b(?! ira)|\b(?:change|switch|elect|move|go|turn)\w*(?: (?:over|your savings|your contributions|them))? (?:to|into) @at\b(?! ira)[^.;]{0,50}\b(?:and|so) (?:you|they)(?:'ll| will| can)? (?:keep|continue to (?:get|receive|earn)|go on (?:getting|receiving|earning)|still get)(?: (?:on|your|the|their|full|company(?:'s)?|employer(?:'s)?|[a-z]+'s))* match",
    "match",
)
"""`To keep the match you have to elect after-tax savings`, `change to after-tax in time and you keep the match`."""
_GOES_ON = Pattern(
    r"\b(?:(?:is|are|will be|goes|go|made|taken|deducted|contributed|treated|saved|continues?|switch(?:es)?)\b[^.;]{0,40}?@at\b(?! ira)(?: (?:contributions?|savings|basis|deposits?|dollars|money))*(?: instead| then| (?:at|for) (?:the|what's) [^.;,]{3,30}?)?,? (?:and|so(?: that)?) (?:the |your |our |its )?(?:[a-z]+(?:'s)? )?match\w*(?: contributions?)? (?:continues?|goes on|go on|keeps? (?:going|coming)|carr(?:y|ies) on|(?:does|do) not stop|(?:is|are) not (?:interrupted|lost)|(?:is|are) still (?:made|paid)))\b",
    "match",
)
"""`Is taken as after-tax contributions instead, and the match continues`."""
_MATCHED_ONES = Pattern(
    r"(?<!un)(?<!-)\b(?:matched|match-eligible) (?:voluntary |employee |traditional |regular )*@at (?:contributions?|savings|deposits?)\b(?! accounts?\b)|@at (?:contributions?|savings|deposits?) (?:that|which) (?:are|were|have been|received|receive|earn|earned|got)(?: (?:a|the))?(?: (?:company|employer))? match(?:ed)?\b",
    "match",
)
"""`If you withdraw matched after-tax contributions, …`: there are such."""
_BYGONE = Pattern(
    r"\b(?:(?:19|20)\d\d|prior|before|until|through|former\w*|previous\w*|old|frozen|no longer|grandfather\w*|legacy|merged|transferred|if any|would|used to)\b"
)
_DENIES = Pattern(r"\b(?:not|no|never|cannot|except\w*|exclud\w*|only|depend\w*|unless|without|nor|neither)\b")


def whichever_kind(text: str, about: bool) -> set[str]:
    """The kinds of money of which a text says that a share is given whichever it is; `every` where it names none."""
    if not (about or "match" in text or GIVES_A_SHARE.search(text)):
        return set()
    share = GIVES_A_SHARE.search(text) or _A_SHARE.search(text) or (about and _A_SHARE_TOO.search(text))
    if not share:
        return set()
    if found := _WHETHER.search(text):
        if KINDS_NAMED.search(text[: found.start()] + text[found.end() :]):
            return set()  # the share is of one kind
        return (
            set()
            if _DENIES.search(_NO_MORE.sub(" ", _clause_around(text, found)))
            else set(KINDS_NAMED.findall(found["kinds"]))
        )
    found = _WHATEVER_KIND.search(text)
    return {"every"} if found and not _DENIES.search(_NO_MORE.sub(" ", _clause_around(text, found))) else set()


def implied(text: str, before: str) -> bool:
    """Whether a text takes it for granted that after-tax money is matched: what goes on so that the match does, what was matched."""
    if (kept := _TO_KEEP_IT.search(text)) and not re.search(
        r"\b(?:do|does|will|is|are|may|can|shall)(?: not|n't)\b|\b(?:cannot|never|no)\b|\bnot (?:as|into|to) ",
        text[: kept.start()],
    ):
        return not re.search(r"@at[^.;]{0,60}\b(?:not|never|cannot)\b (?:be )?(?:match|eligible|count)", text)
    if _KEPT_BY.search(text) and not re.search(r"\bmatch[^.;]*\bon (?:your )?(?:@pre|@roth)", text):
        return True
    if _GOES_ON.search(text) and not re.search(
        r"\bmatch[^.;]*\b(?:until|through|only|unless|except|on your @pre|on @pre)\b", text
    ):
        return True
    return (
        bool(_MATCHED_ONES.search(text))
        and not _BYGONE.search(f"{before} {text}")
        and not re.search(r"\bno matched\b", text)
    )


_NO_MORE = Pattern(
    r"\b(?:not|no|never) (?:to exceed|more than|exceeding|over|above|less than|in excess)\b", "no", "never"
)


def _clause_around(text: str, found: re.Match[str]) -> str:
    begins = max(text.rfind(stop, 0, found.start()) for stop in (";", ". "))
    return text[begins + 1 : found.end()] + re.split(r"[;.]", text[found.end() :], maxsplit=1)[0]


def of_a_list(text: str, about: bool) -> list[str]:
    """The kinds of money that a text says are matched in their order, or of which a share is given; `about`: what comes before is on the match."""
    if not (about or "match" in text or GIVES_A_SHARE.search(text)):
        return []
    if _IN_ORDER.search(text) and not _NOT_IN_ORDER.search(_NO_MORE.sub(" ", text)):
        return KINDS_NAMED.findall(text)
    earned = _EARNED_ON.search(text)
    if not earned and (about or GIVES_A_SHARE.search(text)):
        earned = _SHARE_OF.search(text)
        if earned and _THEY_MAY.search(text[: earned.start()]):
            return []
        if earned and set(KINDS_NAMED.findall(text)) - set(KINDS_NAMED.findall(earned["kinds"])):
            return []  # of other kinds the sentence says something too
    if earned and not re.search(
        r"\b(?:not|no|never|except\w*|exclud\w*|only|depend\w*)\b", _NO_MORE.sub(" ", _clause_around(text, earned))
    ):
        return KINDS_NAMED.findall(earned["kinds"])
    return []


OF_A_KIND = Pattern(r"(?:@pre(?: (?:and/or|and|or)|/|,)? )?@roth (?=catch)|@pre (?=catch)", "@roth catch", "@pre catch")
"""`Pre-tax or Roth catch-up contributions` are catch-up contributions."""
_AS_A_KIND = Pattern(
    r"(?<=catch-up)(?:[\"')]+| contributions?| savings| deferrals?){0,3}, (?:made |as |on an? |in |with |either )*(?:@pre|@roth)(?:,? (?:and/or|and|or) (?:@pre|@roth))+(?=\W|$)|(?<=catch-up contributions)(?: (?:as|on an?|in|with))? (?:@pre|@roth)(?:,? (?:and/or|and|or) (?:@pre|@roth))?(?: (?:basis|dollars|contributions?|money))?(?=\W|$)"
)
"""`You may make catch-up contributions before-tax`: of one kind of money."""
LABELLED = Pattern(
    r"^\W*(?:your )?(?P<what>@at|@roth|catch-?up)(?: (?:contributions?|savings|deferrals?|money))*(?:: | - )",
    " - ", ": ",
)  # fmt: skip
_BESIDE = Pattern(
    r"\b(?:besides?|beyond|on top of|in addition to|apart from|in (?:place|lieu) of|instead of|unlike|next to|alongside|(?:separate|different|distinct) from) (?:your |the |regular )*(?:@\w+|catch-up)(?: 401k)?(?: (?:contributions?|deferrals?|savings))?(?:(?:,| and| or) (?:@\w+|catch-up))*",
    "alongside ", "apart from ", "beside", "beyond ", "in addition to ", "next to ", "on top of ", "unlike ", "in place of ", "in lieu of ", "instead of ",
    "separate", "different", "distinct",
)  # fmt: skip
_AT_A_LIMIT = Pattern(
    r"(?:@pre|@roth)(?:(?:/|,? (?:and/or|and|or) )(?:@pre|@roth))*(?: (?:contributions?|deferrals?|savings))? (?:limits?|maximums?|max|caps?)\b",
    "limit", "max", "cap",
)  # fmt: skip
"""`If you are at the pre-tax/Roth maximum, think about after-tax contributions`: of whose limit it is."""
_BECOMES_ROTH = Pattern(
    r"\b(?:(?:in-plan )?@roth (?:in-plan )?(?:conversions?|rollovers?)|(?:convert\w*|become|roll\w*)(?: them| it)? (?:in)?to (?:the |your |a )?@roth)\b",
    "conver", "roll", "become",
)  # fmt: skip
_MAKES = Pattern(
    r".*\b(?:may|can|make|contribute|save|elect|allowed to|permitted to|offers?|permits?|allows?|accepts?|takes?)\b(?P<what>.*)"
)


def alone(text: str) -> str:
    """The one kind of money that a text names, or that it lets people contribute; empty where there is none or several."""
    if label := LABELLED.match(text):
        return label["what"]
    if "catch" in text:
        text = _AS_A_KIND.sub("", OF_A_KIND.sub("", text))
    text = _AT_A_LIMIT.sub(" ", _BECOMES_ROTH.sub(" ", _BESIDE.sub(" ", text)))
    kinds = set(KINDS_NAMED.findall(text))
    if len(kinds) > 1 and (made := _MAKES.match(text)):
        kinds = set(KINDS_NAMED.findall(made["what"]))
    return kinds.pop() if len(kinds) == 1 else ""


_KIND_ALONE = r"(?P<kind>(?:(?:your|any|the|designated|employee|voluntary) )*(?:@pre|@roth|@at|catch-?up)(?: (?:contributions?|deferrals?|savings|money))*)"
_NEITHER_ARE = Pattern(
    rf"(?:,|;)? (?:and )?(?:neither|nor) (?:are|is|do|does|will|would)(?P<they> (?:we|it|they|the (?:company|employer|firm|plan)) match)? {_KIND_ALONE}(?: (?:count|qualify))?(?=\W*$)",
    "neither", "nor ",
)  # fmt: skip
_SO_ARE = Pattern(rf"(?:,|;)? (?:and )?so (?:are|is|do|does|will) {_KIND_ALONE}(?=\W*$)", "so ")
_DENIED = Pattern(r"\b(?:not|never|no|ineligible|unmatched|cannot)\b")


def also(text: str) -> str:
    """`After-tax contributions are not matched, and neither are catch-up contributions`, with its own verb for what comes last."""
    if (found := _NEITHER_ARE.search(text)) and (
        found["they"] or ("match" in (before := text[: found.start()]) and _DENIED.search(before))
    ):
        return f"{text[: found.start()]}, and {found['kind']} are not matched"
    if (found := _SO_ARE.search(text)) and "match" in text[: found.start()] and not _DENIED.search(text):
        return f"{text[: found.start()]}, and {found['kind']} are matched"
    return text
