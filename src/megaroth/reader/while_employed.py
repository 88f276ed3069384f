"""Withdrawal while employed, read clause by clause: which money, what occasion, what leave, and whether it is denied.

It sees the slots of `out_slots`, and reads what the older rules of `come_out` do not: whatever the words, a clause gives leave
where after-tax money, the act, an occasion (while one works, freely, so and so often) and leave stand in it and nothing holds
back; it denies where a denial governs the act while one works or until one leaves, where the money stays in till then, or where
need is the only way. An age alone that opens the way is no answer, but what is denied before it is.
"""

from __future__ import annotations

import re

from megaroth.reader.clauses import own_clause
from megaroth.reader.come_out import NOT_OUT, NOT_THIS_MONEY
from megaroth.reader.out_slots import slots
from megaroth.reader.out_words import without_asides
from megaroth.reader.pattern import Pattern

_APART = Pattern(
    r"[;.!] |,? but (?!only\b|not (?:more|if|until|before|#)|#until|#only|if\b|otherwise)|,? (?:whereas|though|although)\b|, (?:and|so|since|because|while|as|for) (?=(?:[\w@'-]+ ){0,6}(?:may|can|are|is|was|will|do|does|has|have|cannot|#out|must)\b)|\bsince (?=it|they)|\bbecause (?=it|they)"
)
_BEGINS = Pattern(
    r"^(?:[^@#:]{0,60}(?:note|know|minder|news|question|tip)[^@#:]{0,20}: |(?:unlike|in contrast to|as opposed to|instead of|rather than|apart from|aside from|besides|in addition to) [^,@#]*(?:@pre|@roth)?[^,@#]*, |if (?:you|they|he or she|an? \w+)(?:'ve)? (?:have |has |had |hold |holds )?(?:made |any )*@at(?: contributions| money| account)?, )"
)
_OF_MONEY = Pattern(
    r"(?<=@at)(?: (?:contributions?|money|accounts?|sources?|savings|balances?))?,? (?:and|&|or|plus|including|as well as|/)? ?(?:(?:their|the|its|any|your|vested|all|from) )*(?:investment )?(?:earnings|gains|rollovers?(?: (?:contributions|money|accounts?|balances?|sources?))?)\b(?: (?:thereon|on them|on it))?",
    "earnings", "gains", "rollover",
)  # fmt: skip
_TO_IRA = Pattern(r"(?:@roth|traditional|outside|regular) ?(?:@roth |traditional )?ira\b", "ira")
_BROUGHT = Pattern(r", including (?:any|those|amounts|money|what)\b[^,;]*,?", "including")
_COMES_OUT = Pattern(
    r"(?:,? (?:and|;)?) ?(?:(?:the|their|its) )?earnings (?:#out|come|are|is|will|would|withdrawn)\b[^;]*", "earnings"
)

_MAY = r"(?:may|can|able|allow\w*|permit\w*|available|open|accessible|eligible|entitled|free|lets?|shall|will|offer\w*|provid\w+|right|option|choose|elect|request\w*|possible|withdrawable|distributable|ask|call)"
_ONLY_MONEY = Pattern(
    r"(?:limited|confined|restricted) to (?:[\w'-]+ )*@at|\bnothing (?:but|except|other than|besides) (?:[\w'-]+ )*@at|^(?:[\w#, ]+ )?only (?:[\w'-]+ ){0,3}@at|\bthe only (?:[\w'-]+ ){0,3}(?:money|accounts?|sources?|contributions?|balances?|amounts?|withdrawals?)\b[^@;]*(?:is|are) (?:[\w'-]+ )*@at|@at[^;]{0,40} (?:sources?|accounts?|money|contributions?|balances?)? ?only\W*$"
)
_HOLDS_BACK = Pattern(
    r"#(?:age|end|need|mix|until_\w+)|\b(?:if|unless|except|provided|only|solely|exclusively|not|cannot|no|never|nor|neither|none|nobody|nothing|unavailable|prohibit\w*|was|were|could|would|might|some|certain|hired|grandfathered|loans?|borrow\w*|conver\w*|contribut(?:e|es|ed|ing)\b|rates?|match\w*|invest\w*|enrol\w*|online|transfer(?:red)? in|approval|consent|lends?|suspended|wise|consider|examples?|always|employer|company|profit|described|explained|taxed|taxable|reported|limitations|other (?!retirement)|stop|start|restart|change|increase|decrease|revoke|cancel|thereafter|afterwards?|following|then|once|after|upon|military|layoff|leave of absence|election|elections|exceed\w*|stock purchase|hsa|pension|medical|ended|replaced|frozen)\b|@(?:pre|roth|amb|basis)\b"
)
_ALWAYS = Pattern(
    r"\balways (?=(?:be )?(?:#out|available|open|free|accessible|able))|(?<=can )always |(?<=may )always ", "always"
)
_OCCASION = Pattern(r"#(?:work|free|young|often|before_\w+)")
_WORK = Pattern(r"#(?:work|young|before_\w+|until_end|until_mix)")
_GIVES = Pattern(
    rf"\b{_MAY}\b|@at[^;]{{0,60}}? (?:is|are|stays?|remains?) (?:\w+ )?#out|#out\W*[:-]|@at[^;:]{{0,40}}: |^#out\b|#(?:out|work)\W*[:-] ?(?:yes|available|permitted|allowed|#free|#often)|(?:is|are|we|you|they) #free\b|#free (?:to|for) #out|\b(?:we|you|they|members|participants?|employees?)(?: \w+)? #out"
)
_TOGETHER = Pattern(r"@at[^;]*#out|#out[^;]{0,120}@at")
_ONE_MAY_NOT = Pattern(r"\bnot #|\bno #")


def _plain(clause: str) -> str:
    """A clause without the turns that hold nothing back: its opening, the money beside, where it may go."""
    clause = _BROUGHT.sub(" ", _BEGINS.sub("", clause))
    clause = _TO_IRA.sub("ira", _OF_MONEY.sub("", clause))
    clause = _ANSWERED.sub("", _ARE_NOT.sub(":", _of_the_list(clause)))
    return _ALWAYS.sub("", _COMES_OUT.sub("", clause))


_ANSWERED = Pattern(r"^\W*(?:no|yes|sure|certainly|absolutely)[,.:;-]+ (?=(?:\w+ ){0,3}#free)")
_ARE_NOT = Pattern(r"(?<=@at)(?: (?:contributions?|money|accounts?|savings))? (?:is|are|do|does) not:", "not:")
"""`Deferrals are locked, but after-tax contributions are not: take them out`."""
_LIST = Pattern(
    r"^(?P<head>[^:@]*#out[^:@]*?|#free[^:@]*?)(?: (?:from |of |are |is |include )*the following(?: \w+){0,2})?: (?P<items>[^:]*@at[^:]*)$",
    "@at",
)
_ITEMS = Pattern(r",? and |, |; | / ")


def _of_the_list(clause: str) -> str:
    """`Available from: after-tax, rollover, vested match after five years`: the head and the item on this money."""
    listed = _LIST.match(clause)
    if listed is None:
        return clause
    own = [each for each in _ITEMS.split(listed["items"]) if "@at" in each]
    return f"{listed['head']}: {own[0]}" if len(own) == 1 else clause


def _permits(clause: str, around: str) -> bool:
    """Whether a clause, in slots, lets after-tax money out while one is employed."""
    text = _plain(clause)
    if only := _ONLY_MONEY.search(text):
        text = text.replace(only[0], "may #out @at" if "@at" in only[0] else only[0]).replace("#until_age", "#young")
        if not _WORK.search(f"{text} {around}"):
            return False
    if not ("@at" in text and "#out" in text and _TOGETHER.search(text) and _GIVES.search(text)):
        return False
    if not (_OCCASION.search(text) or ("#work" in around and not _HOLDS_BACK.search(around))):
        return False
    return not (_HOLDS_BACK.search(text) or NOT_OUT.search(text) or NOT_THIS_MONEY.search(text))


_NOT_KEPT = Pattern(
    r"@at(?: \w+)? (?:is|are)(?: (?:the|your|an?) (?:one|only|single) (?:account|money|source|bucket)s? (?:that|which) (?:is|are))? (?:not|never) (?:locked(?: up| in)?|sealed|tied up|stuck|off[- ]limits|frozen)\b[^;@]{0,30}#(?:until|before|work)\w*\W*$",
    "@at",
)
_ALL_BUT = Pattern(
    r"\b(?:except(?: for)?|other than|apart from|aside from|besides|excluding|with the exception of) (?:[\w'-]+ )*@at\b[^;#]{0,60}(?:, which [^;,]*)?, [^;@]*\b(?:not|cannot|no|nothing|none|never)\b[^;@]*#(?:out|work)[^;@]*#(?:work|out|young|before_\w+|until_\w+)|\b(?:no|nothing|none|not|cannot)\b[^;@]{0,60}#out[^;@]{0,60}#(?:work|young|before_\w+)[^;@]{0,40}\b(?:except(?: for)?|other than|but|apart from) (?:[\w'-]+ )*@at\b[^;]{0,30}$",
    "@at",
)
"""`Other than after-tax money, nothing may be taken out while you work`: this may."""
_NOT_ALL_BUT = Pattern(r"\b(?:loans?|conver\w*|contribut(?:e|ing)|rolled|match\w* on|if|made before)\b|#often")


def _is_all_but(text: str) -> bool:
    return bool(_ALL_BUT.search(text)) and not _NOT_ALL_BUT.search(text)


_DENIAL = r"(?:not|cannot|never|no(?! (?:\w+ )?(?:limits?|minimum|maximum|fees?|charges?|costs?|penalt\w+|suspensions?|cap|deadlines?)\b)|none|nor|neither|nobody|nothing|unavailable|prohibit\w*|barred|forbid\w*|ineligible|impossible)"
_DENIED = Pattern(
    rf"\b{_DENIAL}\b(?:(?!\b(?:accept|stop|start|resume|change|save|matched|receive)\b|\bmake\b(?! (?:an? |any )?#)|\bbut\b|\bonly\b|\bcan\b|\bmay\b(?! (?:be|an?|\w+ #out)))[^;]){{0,90}}?#out"
)
_NOBODY = Pattern(
    r"\b(?:nobody|no one|nothing|none|neither|no (?:portion|part|amounts?|money|participants?|employees?|members?|#work|way|provision))\b(?:(?!\bbut\b|\bonly\b)[^;]){0,90}?#out"
)
_DENIED_BEHIND = Pattern(
    rf"#out(?:(?!\bbut\b|\bonly\b|\bif\b)[^;]){{0,90}}?(?:(?:\b(?:is|are|be|may|can|does|do)(?: \w+)?|[:|-]) ?{_DENIAL}\b(?:,? (?:be |currently |yet |now |generally )*(?:permitted|allowed|available|offered|made|taken|possible|provided|paid|an option|granted|#\w+)\b|\W*$)|\b(?:is|are)(?: \w+)? (?:unavailable|prohibited|barred|forbidden|impossible)\b)"
)
_KEPT = Pattern(
    r"@at[^;]{0,90}?(?<!not )(?<!never )\b(?:locked|sealed|tied up|off[- ]limits|out of (?:your )?reach|inaccessible|untouchable|illiquid|(?:must|has to|have to|shall|will) (?:\w+ )?(?:stay|remain|be (?:left|kept|held))|(?:stays?|remains?|is|are|be|left|kept|held)(?: \w+)? in (?:the|this|your) (?:plan|trust|account)|stays? put|stays? where)\b[^;]{0,60}?#(?:until_end|until_mix|before_end|before_mix|work)"
)
_KEPT_MEANWHILE = Pattern(
    r"#(?:work|until_end|until_mix|before_end)\b[^;@]{0,40}@at[^;@#]{0,60}?\b(?:stays?|remains?|be (?:left|kept|held)) (?:where|in the (?:plan|trust)|put|there|locked|untouched)\b",
    "@at",
)
_ONLY_AT_THE_END = Pattern(
    r"(?:#out|available|payable|paid|permitted|allowed|accessible|released?)\b[^;#]{0,70}\b(?:only|solely|exclusively|just)\b(?: [\w']+){0,5} #end|\b(?:only|solely|exclusively)\b(?: [\w']+){0,4} #end\b[^;#]{0,60}#out|\b(?:have|has|must|need|needs)(?: to)? (?:first )?#end (?:before|to|in order to)\b[^;#]{0,40}#out|\b(?:wait|waits) #until_(?:end|mix)\b|\bwait (?:until|till|for) #end\b"
)
_ONLY_IN_NEED = Pattern(
    r"#need\b[^;]{0,50}\b(?:only|sole|single)\b[^;]{0,60}#out|\b(?:only|sole|single) (?:ground|reason|way|basis|exception|event|circumstance|means|occasion)\b[^;]{0,90}#need|\botherwise not #until_end|\bother than #need, not? |#need, and (?:otherwise )?(?:not|never|for nothing)"
)
_NO_ANSWER = Pattern(
    r"\b(?:more|less|fewer|greater|larger|smaller|exceed\w*|minimum|maximum|at least|suspen\w*|loans?|borrow\w*|conver\w*|contribut(?:e|es|ed|ing)\b|make (?:any )?@at contributions|for (?:at least )?(?:\d+|three|six|twelve) months|if|tax\w*|penalt\w*|some|certain|hired|else|made (?:since|before|after|through|in)|revers\w*|unless (?:it|they|the|those)\b|rollovers? (?:of )?@at|@at rollovers?|online|could|would|might|was|were|used to|other (?:firms|plans|employers|companies)|match\w*|(?<!any )(?<!or )(?<!no )part of|partial|form|in kind|charged?|fees?|costs?|premium|medical|hsa|pension|automatic\w*|recommend\w*|advis\w+|wise|health|union|reimburs\w*|again for|within|until you (?:take|request|withdraw|elect)|days?|excess|always|whether)\b|[$%]|#often|\b(?:except|other than|besides|apart from|excluding|but not|unlike)\b (?![^;,]*#need)[^;,]*(?:@|money)|\b(?:only|alone)\b[^;]{0,12}\bearnings|\bearnings (?:on|may|can|cannot|are|from)|\bother (?:accounts|money|contributions)"
)
_NOT_AMONG_THEM = Pattern(
    r"\bonly\b(?=[^;]*#work)[^;@]*#out[^;@]*(?:#age|#need)[^;@]*\b(?:do|does|is|are) not (?:include|one of|among|on|cover)\b[^;]{0,20}@at",
    "@at",
)
"""`The only ones we offer are for hardship and at 59½, and after-tax money is not among them.`"""
_EVEN_THAT = Pattern(
    r"#out[^;]{0,80}\b(?:that|this|and it|which|and these) (?:includes?|goes for|applies to|covers?|means)\b[^;]{0,30}@at|@at[^;]{0,20}\bincluded\b"
)


def _denies(clause: str, around: str) -> bool:
    """Whether a clause, in slots, keeps after-tax money in while one is employed."""
    text = _BROUGHT.sub(" ", _BEGINS.sub("", clause)) if not _EVEN_THAT.search(clause) else clause
    text = _OF_MONEY.sub("", _TO_IRA.sub("ira", text))
    if "@at" not in text or _NO_ANSWER.search(text):
        return False
    if (_KEPT.search(text) or _KEPT_MEANWHILE.search(text) or _ONLY_AT_THE_END.search(text)) and "#free" not in text:
        return not _OTHERS_FIRST.search(text)
    if "#until_age" in text or "#before_age" in text or "#age" in text:
        # From that age on it is yes, and which of the two is asked nobody can tell; but where nothing but need comes before it, that is no.
        while_employed = bool("need" in text or "#before_mix" in text or "#until_mix" in text)
    else:
        while_employed = bool(_WORK.search(text) or "#work" in around)
    if not while_employed:
        return False
    if _ONLY_IN_NEED.search(text) and "#free" not in text:
        return True
    denied = _DENIED.search(text) or _DENIED_BEHIND.search(text) or _NOBODY.search(text)
    return bool(denied and not _ONLY_MONEY.search(text) and not _OTHERS_FIRST.search(text))


_OTHERS_FIRST = Pattern(
    r"@(?:pre|roth)\b[^;]{0,60}\b(?:cannot|not|only|locked|must|stay|remain)\b[^;]{0,80}@at|\bmatch|\bemployer|\bcompany c"
)


_TITLES: dict[str, str] = {}
_MOST_TITLES = 50


def _slots_of_title(titles: str) -> str:
    """The slots of the titles above, which are the same for many sentences."""
    if titles not in _TITLES:
        if len(_TITLES) > _MOST_TITLES:
            _TITLES.clear()
        _TITLES[titles] = slots(titles)
    return _TITLES[titles]


_OF_MONEY_THAT_LEAVES = Pattern(
    r"withdr|distribut|in-?service|\btak(?:e|es|en|ing)\b|\bout\b|\bback\b|\bpa(?:id|yable)\b|\bpay(?:outs?|ments?)\b|\bira\b|\baccess|\bdr[ae]w|\btap|\bpull|\bcash|\bget|\breach\b|\btouch|\bremov|\breleas|\bliquid|\bdisposal|\bdip|\bsend|\bsent\b|\broll|\breceive|\bmov(?:e|ed|ing)\b|\blocked|\bsealed|\btied|\blimits\b|\bstays?\b|\bremains?\b|\bkept\b|\bheld\b|\bleft\b|\bstuck|\bavailable|\bhardship"
)
"""One look, before slots are put in: most sentences on after-tax money are on money that goes in."""
_OTHER_TITLE = Pattern(
    r"#(?:age|end|need|mix|until_\w+)|\b(?:military|inactive|beneficiar\w*|former|retire\w*|death|loans?|example|layoff|terminated|deferred vested)\b"
)
_ROW = Pattern(
    r"^#out: (?:your |the |all |any |from )*@at(?: (?:contributions?|money|accounts?|sources?|savings|balances?))*(?:[,:|]| -)*(?: (?:is|are|may be|can be|always))*(?:[ ,;]*(?:#free|#often|#young|#work|#before_age|available|yes|permitted|allowed|open|accessible|eligible|and|to))+\W*$"
)
"""Where only the title says that it is of money that leaves, a line says when, and nothing else."""
_FROM_ELSEWHERE = Pattern(
    r"rolled[- ]over @at|rollover @at|@at rollovers?\b|@at(?: \w+)? (?:(?:that|which|you|were|was|have|has|been) )+(?:rolled|transferred)|rollover money (?:that|which)"
)


def said_while_employed(norm: str, about: str = "", around: str = "") -> tuple[str, str]:
    """What a sentence says of withdrawal while employed, and the clause that says it, in slots; `about`: its label or question."""
    if "@amb" in (said := f"{norm} {about}") and "@roth ira" in said and not _ROTH_OR_PRE.search(said):
        norm, about = norm.replace("@amb", "@at"), about.replace("@amb", "@at")  # one's Roth money is called Roth there
    if "@at" not in norm and "@at" not in about:
        return "", ""
    if not _OF_MONEY_THAT_LEAVES.search(norm) and not (
        _OF_MONEY_THAT_LEAVES.search(about) or _OF_MONEY_THAT_LEAVES.search(around)
    ):
        return "", ""
    whole = slots(without_asides(norm))
    above = _slots_of_title(around) if around else ""
    if about.endswith("?") and (answer := _answers(whole, slots(about))):
        return answer, whole if answer == "no" else _SAYS_NO.sub("", whole)
    if "@at" not in whole:
        if "@" in whole:
            return "", ""
        if about.endswith("?") and "#out" not in whole and _OTHER_ASKED.search(slots(about)):
            return "", ""
        label = slots(about.rstrip(" :.|"))
        whole = (
            f"{label}: {whole}"
            if not _IT.search(whole)
            else _IT.sub(lambda it: f"{it[1]}@at contributions", whole, count=1)
        )
        above = above if "#out" in whole and _OTHER_TITLE.search(label) else f"{above} {label}"
    if "#out" not in whole and not (_KEPT.search(whole) or _KEPT_MEANWHILE.search(whole) or _NOT_KEPT.search(whole)):
        if "#out" not in above:
            return "", ""
        whole = f"#out: {whole}"
        if not (_ROW.match(whole) or _DENIED_BEHIND.search(whole)):
            return "", ""
    clauses = [each for each in _APART.split(whole) if each]
    clauses = [_taken_up(before, each) for before, each in zip(["", *clauses], clauses, strict=False)]
    own = [each for each in clauses if "@at" in each]
    if any(_denies(each, above) for each in own):
        denied = next(each for each in own if _denies(each, above))
        return ("", "") if any(_permits(each, above) for each in own) else ("no", denied)
    if _NOT_AMONG_THEM.search(whole) or (_EVEN_THAT.search(whole) and _denies(whole, above)):
        return "no", whole
    if _OTHER_TITLE.search(above) or _FROM_ELSEWHERE.search(norm):
        return "", ""
    if any(_NOT_KEPT.search(each) or _is_all_but(each) for each in map(_plain, own)):
        return "yes", "@at #out"
    if NOT_OUT.search(_NOT_BOUND.sub(" ", own_clause(norm))):
        return "", ""
    return next((("yes", each) for each in own if _permits(each, above)), ("", ""))


_NOT_BOUND = Pattern(r"\bnot (?:be )?subject to [^.;,]*?(?=,| and (?:can|may)\b|[.;]|$)", "subject to")
_ROTH_OR_PRE = Pattern(r"@pre|@roth(?! ira)")
_ASKS_FOR_A_NEED = Pattern(
    r"\b(?:need|must|have to|has to|required|wait|tied up|locked)\b(?:(?!#out)[^?])*#(?:need|end|age|mix|until_\w+|before_\w+)"
)
_SAYS_NO = Pattern(
    r"^(?:(?:for|with|of) (?:(?:your|the) )?@at[^,;:]{0,30}[,:] )?(?:(?:sorry|unfortunately|i am afraid|we are afraid)[,.]? )?(?:no|not|there (?:is|are) (?:not|none|no)|(?:you|they|it) (?:cannot|may not))\b(?! (?:unless|until|if|only|before|without|all|always|necessarily|more))"
)
_TURNS = Pattern(
    r"\b(?:but|except|unless|however|although|if|some|depends|certain|may be)\b|@(?:pre|roth(?! ira))|#(?:age|need)"
)


def _answers(answer: str, asked: str) -> str:
    """A bare no to a question that asks for after-tax money while employed, or for what one must have to get at it."""
    said_no = _SAYS_NO.match(answer)
    if said_no is None or "@at" not in f"{asked} {answer}" or _TURNS.search(answer):
        return ""
    if _ASKS_FOR_A_NEED.search(asked):
        more = answer[said_no.end() :]
        return "" if re.search(r"#(?:end|mix|until)|\b(?:not|no|cannot)\b", more) else "yes"
    if "#out" in asked and _WORK.search(asked) and "#free" not in answer and not _OTHER_ASKED.search(asked):
        return "no"
    return ""


_OTHER_ASKED = Pattern(
    r"\b(?:tax(?:es|ed|able)?|penal\w+|fees?|cost|should|suspen\w+|match\w*|affect\w*|loans?|conver\w*|contribut(?:e|ing)|have to|has to|need to|must|required|why|what|who|which|how|limit\w*|minimum|only)\b|#(?:age|need)"
)
_IT = Pattern(
    r"(^|\. |\b(?:of|from|out|have|take|to|and|,|:) ?|#out )\b(?:it|they|them|these|this money|that money|that account|the account)\b"
)


def _taken_up(before: str, clause: str) -> str:
    """A clause on `it` with the money that the clause before named."""
    if "@" in clause or "@at" not in before or "@" in before.replace("@at", ""):
        return clause
    return _IT.sub(lambda it: f"{it[1]}@at contributions", clause, count=1)


def words_of(clause: str) -> str:
    """The clause as the last look sees it: what its slots stood for has been weighed here."""
    return re.sub(r"#\w+", "~", _plain(clause))
