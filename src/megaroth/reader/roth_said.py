"""Are Roth deferrals taken: what the rest of the rules leave unread, by subject, predicate and denial; and what only looks like a word on it."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_IT = r"@roth(?: (?:401k|403b|457b|elective|salary|designated|employee|deferrals?|contributions?|savings|features?|options?|provisions?|sources?|components?|accounts?|choices?|elections?|side|bucket|money|dollars|program|basis|part|piece|half))*"
_PEOPLE = r"(?:you|we|they|anyone|nobody|no one|(?:(?:the|an?|any|each|every|our|no|all|eligible|active|plan) )*(?:participants?|members?|employees?|associates?|colleagues?))"
_PLAN = r"(?:we|ours|(?:the|our|this|your) (?:[\w&.'-]+ ){0,4}?(?:plan|401k|403b|program|company|employer|trust|trustees?|committee|university|fund))"
_NOT = r"(?:(?:does|do|did|has|have|had|is|are|was|were|will|shall|can|could|may) (?:not|never)|cannot|never)(?: (?:currently|now|yet|at present|presently|ever|also|been|be))*"
_TAKE = r"(?:accept|allow|permit|offer|take|have|ha[sd]|include|provide(?: for)?|support|feature|do|let (?:you|participants|members|employees|anyone) (?:make|use|elect|have)|contain|carry|come with|give you|receive|make provision for)(?:s|es|ed|ing)?"
_OPEN = r"(?:available|allowed|permitted|accepted|offered|on offer|open|possible|supported|included|provided(?: for)?|(?:an? |the |one |among |our |your )*(?:part|options?|choices?|features?|sources?|possibility|provisions?|something|things?|way)\b|in (?:the|our|this) plan|taken|made|elected|adopted|here|there)\b"
_PUT_IN = r"(?:make|contribute|save|put|add|elect|use|have|choose|designate|treat|defer|direct)"
_SAYS_NO = Pattern(
    rf"(?:^|[,;:] )(?:and |but |so )?(?:(?:an?|any|the|designated|such) )*{_IT} (?:is|are|was|were|has been|have been|has|have) (?:not|never)(?: (?:currently|now|yet|at present|been|an?|one of|part of|among|something))* {_OPEN}(?P<a>[^.;]*)"
    rf"|(?:^|[,;:] )(?:and |but |so )?(?:(?:an?|any|the|designated|such) )*{_IT} (?:cannot|(?:can|may|shall|will|could) not|may never) be (?:made|elected|contributed|accepted|chosen|taken|added|designated|put in)\b(?P<b>[^.;]*)"
    rf"|(?:^|[,;:] )(?:and |but |so )?(?:(?:an?|any|the|designated|such) )*{_IT} (?:is|are) (?:currently |now |simply )?(?:unavailable|excluded|prohibited|out of the question|off the table|ruled out|missing|barred)\b(?P<c>[^.;]*)"
    rf"|\b{_PEOPLE} (?:(?:may|can|could|shall|will|do) not|cannot|(?:are|is) not (?:able|allowed|permitted) to) (?:\w+ )?{_PUT_IN}\b[^.;@]{{0,70}}(?:as |on an? |in |into |to |an? )?(?:an? |the |any )?(?:designated )?{_IT}(?P<d>[^.;]*)"
    rf"|\b(?:deferrals?|contributions?|elections?)\b[^.;@]{{0,30}} (?:cannot|(?:can|may|shall|will) not|(?:is|are) not (?:permitted|allowed) to) be (?:made|designated|treated|elected|contributed|characterized)\b[^.;@]{{0,20}}(?:as|on|in) (?:an? )?(?:designated )?{_IT}(?P<e>[^.;]*)"
    rf"|\b(?:no|none of (?:the|your)|neither) (?:part of )?(?:(?:an?|any|your|the|elective|salary|employee|participant's) )*(?:deferrals?|contributions?|part|portion|amount)\b[^.;@]{{0,40}} (?:may|can|shall|will|is|are)(?: be)?(?: (?:permitted|allowed) to be)? (?:made|designated|treated|elected|contributed|characterized)\b[^.;@]{{0,20}}(?:as|on|in) (?:an? )?(?:designated )?{_IT}(?P<f>[^.;]*)"
    rf"|\b{_PLAN} (?:{_NOT} {_TAKE}|lacks?|{_TAKE} no|(?:is|are) without|does without|ha(?:s|ve) never (?:had|offered|taken|accepted|allowed|permitted|included))\b(?:(?! (?:conver|match|in-plan|for|on|to)\b)[^.;@]){{0,20}}? {_IT}(?P<g>[^.;]*)"
    rf"|\b(?:what|the one thing|one thing|things?) (?:(?:that|which) )?(?:the|our|this) (?:plan|401k) (?:lacks?|does not (?:have|offer|include)|is missing|leaves out)(?: is)?:? (?:an? |the )?{_IT}(?P<h>[^.;]*)"
    rf"|(?:^|[,;:] )(?:there (?:is|are) |{_PEOPLE} (?:have|has|get) )?no {_IT}(?: (?:is|are) (?:{_OPEN}))?(?P<i>(?: (?:here|yet|in (?:the|this|our) plan|for (?:you|anyone|now)))*\W*$)"
    rf"|\b(?:declined|rejected|refused|turned down|voted down|said no to|ruled out|decided against|voted against|voted (?:in (?:19|20)\d\d )?not to|chose not to|decided not to|opted not to|opted against)\b[^.;@]{{0,60}}\b(?:add|adding|addition of|offer|offering|adopt|adopting|have|having|introduc\w+|proposals?|requests?|idea|include|including|for)\b[^.;@]{{0,20}} {_IT}(?P<j>[^.;]*)",
    "@roth",
)  # fmt: skip
_OF_ELSE = Pattern(
    r"\b(?:conver\w*|withdr\w*|distribut\w*|loans?|borrow\w*|hardship|in-plan|rolled|rolling|match\w*|transfer\w*|iras?|catch-?up|highly|hces?|until|before|after|unless|if|when|once|while|except|other than|more than|above|exceed\w*|limits?|income|tax(?:ed|able)?|deduct\w*|undone|revok\w*|chang\w*|back|same time|later|retroactiv\w*|count\w*|invest\w*|fees?|phone|paper|mail|check|only|some|who|whether|former|prior|old|other plans?|some plans|many|from (?:an?|your|another)\b)"
)
"""What is denied is another thing than taking Roth deferrals, or denied to some, or for a time."""
_FOR_SOMETHING = Pattern(
    r"^,? (?:for|on|with|as|toward|during)\b(?! (?:now|the (?:time being|present|moment)|anyone|any participants?|plan participants?)\b)"
)
_ROLLED = Pattern(r",? n?or (?:(?:any|direct|for) )*rollovers?\b.*$|,? (?:n?or|and) @(?:at|amb)\b.*$", "or ", "and ")
_SUPPOSED = Pattern(
    r"^\W*(?:suppose|supposing|imagine|assume|assuming|picture|let's say|say (?:that )?(?:you|[a-z]+ (?:is|are|puts|earns|saves|makes))|consider (?:an?|two|[a-z]+ (?:who|and)))\b|^\W*(?:for )?(?:an? )?(?:examples?|illustration|hypothetical\w*)(?: \d| [a-d])?\b[:,.-]? (?!.*\b(?:plan|may|can|our|elect|allow\w*|you)\b)|^\W*(?:case|scenario) (?:\d|[a-d]|one|two)\b",
    "suppos", "imagin", "assum", "picture", "let's say", "say ", "consider ", "example", "illustration", "hypothetical", "case ", "scenario ",
)  # fmt: skip
_HOPED = Pattern(
    r"\b(?:would|'d) (?:like|love|prefer|want) to (?:\w+ )?(?:add|offer|have|introduce|adopt|allow|see|bring)\b[^.;]*@roth|\b(?:hop(?:e|es|ing)|wish(?:es)?|aim(?:s|ing)?) (?:to|that|for)\b[^.;]*@roth|\b(?:might|could|may (?:one day|some ?day|later|eventually)) (?:\w+ )?(?:add|offer|introduce|adopt|allow|accept)\b[^.;]*@roth",
    "@roth",
)
_SAYS_YES = Pattern(
    rf"\b{_PLAN} (?:also |now )?(?:has|have|comes with|carries|features|gives you|supports|runs|includes|offers|contains)(?: both)? (?:an? |the |its |your |our )?(?:(?:@pre|traditional)[^.;@]{{0,20}}(?:and|or) (?:an? )?)?{_IT}\b(?! (?:ira|conver|in-plan|roll))"
    rf"|\bno (?:\w+ ){{0,2}}(?:income|earnings|pay|salary) (?:limit|cap|test|restriction|ceiling)s? (?:on|for|applies to|apply to) (?:making |your |the )?{_IT}\b(?! ira)[^.;]{{0,40}}(?:plan|401k|403b|contributions?|deferrals?)"
    rf"|@roth (?:elective |salary |401k )*(?:deferrals?|contributions?) (?:are|is|shall be|will be) (?:separately |always |also )?(?:held|credited|kept|recorded|accounted|deposited|allocated|tracked|withheld|taken from)\b"
    r"|\b(?:deferrals?|contributions?)\b[^.;@]{0,20} (?:are|is|shall be|will be) (?:held|credited|kept|recorded|accounted for|deposited|allocated|tracked)\b[^.;@]{0,30} (?:in|to|under) (?:an? |the |your |their |his or her )?(?:separate )?(?:designated )?@roth (?:\w+ )?(?:sub-?)?accounts?\b"
    r"|\b(?:deferrals?|contributions?|amounts?) (?:(?:that|which) (?:you|they|a participant) )?(?:made|designated|elected|contributed|treated|deferred|characterized)(?: by [a-z ]{3,20})? as (?:an? )?(?:designated )?@roth(?: (?:deferrals?|contributions?))? (?:are|is|shall be|will be|may|cannot|can|must|stay|remain)\b(?! (?:not )?(?:permitted|allowed|accepted|available|offered))"
    r"|@roth(?: (?:401k|403b|contributions?|deferrals?|savings))*:? ?(?:_{2,}|\.{4,}) ?%|@roth(?: (?:401k|403b|contributions?|deferrals?|savings))*:? ?\$? ?_{3,}"
    rf"|\b{_PEOPLE} (?:may|can|get to|are free to|is free to|are welcome to)(?: also| always| just| simply)? (?:go|choose|pick|use|do|save) (?:for )?@roth\b(?! ira)",
    "@roth",
)  # fmt: skip
_NO_YES = Pattern(
    r"\b(?:not|no longer|never|nor|neither|none|if (?:the|your)|some plans|many|most plans|other plans?|conver\w*|withdr\w*|distribut\w*|rollovers?|rolled|roll|transfer\w*|ira|loans?|former|prior|previous|old|merged|in-plan|will (?:soon|add|offer)|next year|future|consider\w*|might|could|would)\b"
)
_NO_LIMIT = Pattern(
    r"\bno (?:\w+ ){0,2}(?:income|earnings|pay|salary)\b|\bcannot (?:later )?be (?:changed|revoked|undone|moved|switched|reversed)\b"
)
_CHOOSE_TAX = Pattern(
    r"\b(?:choose|pick|decide|choice|select|up to you)\b[^.;]*\btax(?:ed|es)?\b|\b(?:deferrals?|contributions?|savings)\b[^.;]*\btaxed\b[^.;]*\b(?:now|later|before|when)\b"
)
_GOING_ROTH = Pattern(
    r"^\W*(?:by |if you |when you )?(?:go(?:ing)?|choos(?:e|ing)|pick(?:ing)?|elect(?:ing)?|say(?:ing)?) @roth\b(?! ira)",
    "@roth",
)


def looks_alike(text: str) -> bool:
    """What is supposed or hoped for tells nothing of the plan."""
    return bool(_SUPPOSED.match(text) or _HOPED.search(text))


def refused(text: str) -> bool:
    """Whether a sentence says in so many words that the plan takes no Roth deferrals."""
    for clause in text.rstrip(" .!").split("; "):
        if "@roth" not in clause:
            continue
        clause = _ROLLED.sub("", clause)
        for found in _SAYS_NO.finditer(clause):
            rest = next((each for each in found.groups() if each is not None), "")
            before = clause[: found.end() - len(rest)]
            if (
                not _OF_ELSE.search(before)
                and not _FOR_SOMETHING.match(rest)
                and not _OF_ELSE.search(rest.partition(",")[0])
            ):
                return True
    return False


def goes_roth(text: str) -> bool:
    """`Going Roth means the first`: behind a choice of when to be taxed."""
    return _GOING_ROTH.match(text) is not None


def is_choice_of_tax(text: str) -> bool:
    """Whether a sentence leaves it to people when their deferrals are taxed."""
    return _CHOOSE_TAX.search(text) is not None


def allowed(text: str) -> bool:
    """Whether a sentence takes it for granted, or says it, in words that no other rule knows."""
    found = _SAYS_YES.search(text)
    if found is None:
        return False
    begin = max(text.rfind(mark, 0, found.start()) for mark in ("; ", ". ", ": ")) + 1
    end = text.find(";", found.end())
    return not _NO_YES.search(_NO_LIMIT.sub(" ", text[begin : end if end > 0 else len(text)]))
