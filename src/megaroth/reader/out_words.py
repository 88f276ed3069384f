"""What a sentence on money that is taken out says of how it is done and what it costs: put in few plain words, or left out.

It bears not on whether money may be taken out: the form, what follows, other ways to say `while employed` and `freely`.
"""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_YOU = r"(?:you|they|he|she|he or she|(?:an?|the|such|any) (?:participant|member|employee|associate)|participants|members|employees|associates)"
_END = r"(?:sever(?:ance|ed|s)|terminat(?:ion|ed|es?|ing)|separat(?:ion|ed|es?|ing)|retire(?:ment|d|s)?|retiring|leav(?:e|es|ing)|left|quit|departure|employment ends?)"
_OF_WORK = r"(?: (?:of|from) (?:his |her |their |your |the |active )*(?:employment|service|employ|company|employer)| (?:the )?(?:company|service|employment|employer|firm)| dates?\b)*"
_WHOSE = r"(?:(?:his|her|their|your|the|an?|such|or|participant's|member's|employee's|associate's|actual|date of|date on which|day|time|any|you|they|he|she|participant|member|employee|actually|ever|have|has) )*"
_SAYS_SO = r"(?:sever|terminat|separat|retir|leav|left|quit|departure|employment ends)"
_FILLED_IN = r"(?: (?:an?|the|your|his|her|their|such|required|proper|written|withdrawal|distribution|election|request|application|in-service|appropriate|online|and|completed|signed|prescribed|paper|notarized|timely))*"
_IN_THE_FIRST = r"(?: (?:to|with|from) (?:the )?(?:\w+ ){0,2}?(?:committee|administrator|office|center|department|trustees?|company|recordkeeper))?"

_ASIDES = (
    (
        Pattern(
            r"(?:,| -)? (?:and|which|they) (?:is|are) (?:further |more fully )?(?:described|explained|covered|set out|detailed|discussed|shown) (?:on|in|at|under|below|above)\b[^.;]*",
            "described", "explained", "covered", "set out", "detailed", "discussed", "shown",
        ),
        "",
    ),
    (
        Pattern(
            r",? (?:the same )?as (?:under|in|with|it was under|before under) (?:the|our) (?:old|former|previous|prior|last|expired) (?:\w+ )?(?:rules?|plan|agreement|contract)\b[^.;]*",
            "old ", "former ", "previous ", "prior ", "last ", "expired ",
        ),
        "",
    ),
    (
        Pattern(
            r" ?\((?:you (?:will|can|may|would|should) (?:see|find)|(?:shown|listed|labell?ed|marked) |look for|it (?:appears|shows)|they (?:appear|show))[^()]*\)",
            "(you ", "(shown", "(listed", "(label", "(marked", "(look", "(it ", "(they ",
        ),
        "",
    ),
    (
        Pattern(
            rf"^if {_YOU}(?: have| had|'ve)?(?: ever| still)? (?:made|contributed|paid in|have|hold|saved) (?:(?:an?|any|some|such|old) )*@at(?: (?:contributions?|money|savings|accounts?|balances?))*(?: (?:before|until|prior to|in) [^,.;]{{0,30}}?)?,? (?={_YOU} (?:can|may)\b)",
            "if ",
        ),
        "@at contributions: ",
    ),
)  # fmt: skip
"""Where it is described, how it was before, where one sees it, and that one has such money at all."""
_PLAINER = (
    *_ASIDES,
    (
        Pattern(
            r"(?P<first>@at\b[^.;:,@]{0,30}),? (?:and )?then,? (?:from |out of )?(?:your|the|that|any|his or her|their|all)\b[^.;@]*(?=[.;]|$)",
            "then",
        ),
        r"\g<first>",
    ),
    (
        Pattern(
            r"^\W*(?:the |our |your )?(?:rules?|terms|provisions?|way|right)\b[^.;:@]{0,50}\b(?:(?:has|have|is|are|does|do|will) not (?:been )?chang\w*|(?:is|are|stays?|remains?) (?:unchanged|the same|as (?:it|they) (?:was|were)))[:,;-] ",
            "chang", "same", "as it", "as they",
        ),
        "",
    ),
    (
        Pattern(
            r"\b(?:(?:any|every)thing|all|any|money|amounts?|balances?|funds|what)(?: (?:money|amounts?|balances?|funds))?(?: (?:that|which))?(?: you| they| a participant| were| was)?(?: have| has)? (?:rolled|transferred|brought) (?:in|over|into)\b(?: (?:to )?the plan| it)?(?: from [^.;,]{0,40}? (?:plans?|employers?|company|iras?|jobs?))?"
            r"|(?<=rollovers )from (?:(?:an?|any|other|another|your|former|previous|prior|old|employer's|eligible|qualified|retirement|or|and|401k) )+(?:plans?|employers?|iras?|jobs?)\b|(?<=rollover contributions )from (?:(?:an?|any|other|another|your|former|previous|prior|old|employer's|eligible|qualified|retirement|or|and|401k) )+(?:plans?|employers?|iras?|jobs?)\b",
            "rolled", "transferred", "brought", "rollover",
        ),
        "rollovers",
    ),
    (
        Pattern(
            r"\b(?:what|whatever|anything|any (?:of it )?that|the part that) (?:has|have|is|you have|you do) not (?:yet )?(?:been )?convert(?:ed)?\b",
            "convert",
        ),
        "it",
    ),
    (
        Pattern(
            r"(?<=[a-z]),? (?:(?:that|which) (?:is|are|was|were|has|have|you have) )?(?:not|un-?)(?: yet| so| already)* ?(?:been )?(?:yet |so )?converted(?: yet| to @roth)*(?= (?:may|can|is|are|at|any)\b|[:,] )",
            "converted",
        ),
        "",
    ),
    (
        Pattern(
            r"^[^.;]*\b(?:conver\w*|contribute)\b[^.;]*,? or (?P<own>(?:take|withdraw|roll(?: over)?|move) (?:the |your |my |all |this )*@at\b[^.;]*\b(?:ira|in cash|out of the plan)\b)",
            " or take", " or withdraw", " or roll", " or move",
        ),
        r"you may \g<own>",
    ),
    (Pattern(r",? without (?:the |their |its |any |related )*earnings(?: thereon)?\b", "without"), ""),
    (
        Pattern(r"\bpre-?(?:19|20)\d\d\b(?=[^;]*\b(?:then|next|second|post-?(?:19|20)\d\d)\b)", "pre-1", "pre-2", "pre1", "pre2"),
        "",
    ),
    (Pattern(r"^no changes? (?:for|to|in|with|here)\b[^:.;]*: ", "no change"), ""),
    (Pattern(r"^.*?(?P<own>@at withdrawals? \((?:any|no|at any|unlimited)\b[^()]*\)).*$", "@at withdrawal"), r"\g<own>"),
    (Pattern(r"^if you (?:are|were|had|made)\b[^.;@]{0,60}? you (?:may|might|will)(?: also| still)? have (?=(?:an? |such )?\W?@at\b)", "if you"), ""),
    (
        Pattern(
            r"\b(?:without|no need (?:to|for)) (?:(?:proving|showing|having|to prove|to show|proof of|prove|show|demonstrat\w+|giving|stating|give|state) )?(?:(?:an?|any|financial|your) )*(?:hardship|need|reason|emergency)\b",
            "without", "no need",
        ),
        "for any reason",
    ),
    (
        Pattern(
            r",? (?:that|which|as) (?:the |your |most )*(?:others?|other (?:\w+ ){0,2}?(?:contributions?|money|accounts?|savings)|@pre(?: \w+)?|@roth(?: \w+)?) (?:do|does|are|is|have|has|can|cannot)(?: not)?(?=[,:;.]| -)",
            "other", "@pre", "@roth",
        ),
        "",
    ),
    (Pattern(r"< ?(?=(?:age )?59_5)", "<"), "before "),
    (
        Pattern(
            r",? ?\bsubject to (?:such|any|the|reasonable|uniform)(?: \w+)? (?:rules?|procedures|regulations|terms|provisions|requirements) (?:as|of the plan|that|established|adopted|prescribed|set)\b[^.;,]*,?",
            "subject to",
        ),
        "",
    ),
    (
        Pattern(
            r"^(?:\W*(?:in addition to|besides|apart from|aside from|along with|as well as)) [^.;@]*?(?:withdrawals?|distributions?|loans?)(?: [^.;,@]{0,40})?,? (?=(?:you|participants?|members?|employees?|an?|the|active|withdrawals?|distributions?|your|@at)\b)",
            "in addition", "besides", "part from", "side from", "along with", "as well as",
        ),
        "",
    ),
    (
        Pattern(rf"^if {_YOU} (?:are|is)(?: (?:still|currently|actively|an?|active))* (?:employed|working|employee|at work)\b[^.;,]{{0,40}},", "if "),
        "while employed,",
    ),
    (
        Pattern(
            r"\b(?:irrespective of|regardless of|without regard to|independent(?:ly)? of|no matter) (?:(?:your|any|their|his|her|the|an?|financial|length of|years of|attained) )*(?:age|need|hardship|reason|service)\b(?:,? (?:or|and|nor) (?:(?:your|any|their|his|her|the|an?|financial|length of|years of) )*(?:age|need|hardship|reason|service)\b)*",
            "irrespective", "regardless", "without regard", "independent", "no matter",
        ),
        "at any age",
    ),
    (
        Pattern(
            r"\b(?:proof of )?(?:an? |financial )*(?:need|hardship) (?:does not (?:have|need) to be|need not be|is not|must not be) (?:shown|proved|proven|required|needed|demonstrated|necessary)\b",
            "need", "hardship",
        ),
        "for any reason,",
    ),
    (Pattern(r",? (?:with )?no questions(?: asked)?\b", "no questions"), " for any reason"),
    (Pattern(r"; (?:all|any|every) other (?:in-service )?(?:withdrawals?|distributions?|amounts?|money|accounts?|contributions?)\b[^@]*$", " other "), "."),
    (
        Pattern(
            r"^\W*(?:(?:article|section|sec)\W? ?)?\d+(?:[.-]\d+)*[.)]? (?:\([a-z\d]\) )?(?=(?:an?|each|any|every|the|participants?|members?|employees?|upon|subject)\b)",
            "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
        ),
        "",
    ),
    (
        Pattern(
            r"(?<=@at)(?P<of> (?:contributions?|accounts?|money|savings|balances?))? \((?![^()]*(?:59_5|hardship|\bafter you))[^()]*\bearnings\b[^()]*\)",
            "earnings",
        ),
        r"\g<of>",
    ),
    (
        Pattern(
            r",? (?:but|and) not (?:(?:your|the|any|their|from|of) )*(?:@pre|@roth|rollover|match\w*|company|employer|deferrals?)\b[^.;,@]*,?",
            "but not ", "and not ",
        ),
        "",
    ),
    (Pattern(r",? (?:and|or) from time to time\b", "time to time"), ""),
    (
        Pattern(
            r"\b(?P<may>may|can|right|entitled|option|elect|privilege),? (?P<how>(?:at any ?time|once|twice|not more|no more|not less|upon|by|as of|during|while|in accordance|on)\b[^,.;@]{0,80}), (?=(?:to )?(?:elect|withdraw|request|receive|make|take|have|apply)\b)",
            ", ",
        ),
        r"\g<may> \g<how> ",
    ),
    (Pattern(r"(?<=@at)(?P<of> (?:contributions?|accounts?|money|savings|balances?))? (?:are|is|do|does) not:", " not:"), r"\g<of>:"),
    (Pattern(r" \((?:other than|except|excluding|not)(?: for| in case of| upon)? hardships?\)", " hardship"), ""),
    (Pattern(rf"^if {_YOU} (?:are|is|have|has) (?:under|not (?:yet )?(?:reached )?|younger than|below)(?: age)? ?59_5(?: (?:and|but) [^.;,@]{{0,40}})?,", "59"), "while employed,"),
    (Pattern(r"\bonly (?P<of>(?:(?:withdraw|take(?: out)?|receive|access|request) (?:withdrawals? of |distributions? of )?)?(?:your |the |their |his or her |his |from )*@at\b[^.;]*?)(?:,? unless [^.;]*)?(?=[.;]|$)", "only "), r"\g<of>"),
    (
        Pattern(
            r" \((?:but )?(?:not|excluding|without|other than|exclusive of) (?:(?:the|any|their|its|investment) )*(?:earnings|gains|income|growth)\b[^()]*\)",
            "earnings)", "earnings ", "gains", "income", "growth",
        ),
        "",
    ),
    (
        Pattern(
            r"\b(?:for|by|to) (?:active )?(?:participants?|employees?|members?|those)(?: who are)? (?:younger than|under|below|not yet) (?:age )?59_5",
            "59",
        ),
        "while employed",
    ),
    (Pattern(r"\bonly:(?= )", "only:"), ":"),
    (
        Pattern(
            r"\b(?P<ways>withdrawals?|distributions?) (?P<are>(?:are|is) (?:permitted|allowed|available|offered)) (?:for|after|upon|at|in|on)\b[^;@]*?(?:59_5|hardship)[^;@]*?,? and,? (?P<of>(?:from|of|for) (?:(?:your|the|any) )*@at\b)",
            "59_5", "hardship",
        ),
        r"\g<ways> \g<are> \g<of>",
    ),
    (Pattern(r"(?<=\w)(?:,? and|,) (?:for )?(?:hardship|(?:age )?59_5) (?:withdrawals?|distributions?)\b[^;@]*$", "and "), ""),
    (Pattern(r"^\W*(?:at )?any ?(?:time|age)(?:,? (?:from|of|for)|:| \|| -) (?P<of>(?:(?:your|the|any|all|from|rollovers?|and|or|vested|contributions?|,) ?)*@at\b[^.;]*)$", "@at"), r"\g<of>: any time"),
    (
        Pattern(r"\b(?:never|not)(?: be)? (?:locked(?: up| in| away)?|tied up)\b", "locked", "tied up"),
        "always accessible",
    ),
    (
        Pattern(
            r"\b(?:grandfathered|existing|older?|legacy|remaining|frozen|prior|previous|earlier) (?:[\"(]*(?=@(?:at|amb)\b))",
            "@at", "@amb",
        ),
        "",
    ),
    (
        Pattern(
            r"^(?![^:]*(?:after|leav|terminat|retir|separat|59|hardship|\bage\b|once|disab|death|former|until|example|plans?\b))[^:@]{20,160}: (?=(?:your |the |any )*@at\b[^:;.]{0,40}\b(?:may|can) be\b)",
            ": ",
        ),
        "",
    ),
    (
        Pattern(
            r"\bin-service (?P<what>withdrawals?|distributions?) are (?P<may>allowed|permitted|available) (?:if|for|to) [^;@]*,? or (?:(?:who|that) )?(?:has |have )?(?:made|contributed|holds?|had) (?P<of>@at contributions)",
            "@at contributions",
        ),
        r"in-service \g<what> of \g<of> are \g<may>",
    ),
    (
        Pattern(r" \((?:those |that )?(?:is |are |has |have )?(?:not |un-?)(?:yet )?(?:been )?converted\)", "converted)"),
        "",
    ),
    (
        Pattern(
            rf"\b(?:who|that) (?:has|have|is|are) not (?:yet )?(?:(?:had|incurred|experienced) an? )?{_END}\b{_OF_WORK}|\b(?:prior to|before|without) {_WHOSE}(?:or after {_WHOSE})?{_END}\b{_OF_WORK}|\b(?:before|during)(?: employment)?,? (?:and|or) after {_WHOSE}{_END}\b{_OF_WORK}"
            rf"|\bwhether or not {_YOU} (?:is|are|have|has)(?: (?:still|yet|been|actually))* (?:{_END}|employed|at work|working)\b{_OF_WORK}|\bwhether (?:still )?(?:employed|at work|working|active) or (?:not|retired|terminated|gone)\b",
            "sever", "terminat", "separat", "retir", "leav", "left", "quit", "departure", "employment ends", "whether ",
        ),
        "while employed",
    ),
    (
        Pattern(
            rf"\b(?:for )?(?:as|so) long as {_YOU} (?:(?:are|is|remains?|stays?|continues?)(?: (?:still|actively|to be|to))* )?(?:employed|working|works?|active|an? (?:active )?employee|on the payroll|in (?:the )?(?:service|employ))\b",
            "long as",
        ),
        "while employed",
    ),
    (
        Pattern(
            r"\b(?:need not|(?:do|does) not (?:need|have) to|not required to|without having to) (?:be|have reached|reach|turn|have turned|attain|have attained|be at least|wait (?:until|till|for)(?: you(?: are| turn| reach)?)?) (?:age )?59_5(?: years)?(?: old)?(?:,? (?:n?or) (?:(?:have|to|show|prove|be in|an?|any|financial) )*(?:hardship|reason|emergency))?",
            "59",
        ),
        "at any age",
    ),
    (
        Pattern(
            r"(?<!@)\b(?:at|in) (?:your|their|his|her|his or her|the participant's) (?:own |sole |absolute )*(?:discretion|pleasure|option|request)\b(?! (?:for|to)\b)|(?<!@)\bat will\b(?! (?:be|not|also|then))"
            rf"|\bwhen(?:ever)? (?:you'd|they'd|{_YOU}(?: would)?) (?:so )?(?:asks?|requests?|wants?|likes?|wish|wishes|chooses?|pleases?|desires?|would like|sees? fit|elects?)(?: (?:for it|to|it|them|so))*(?! \w*(?:convert|contribut|chang|stop|sav|enrol|retire|leave))(?=\W|$)",
            "discretion", "pleasure", "option", "request", "at will", "when",
        ),
        "at any time",
    ),
    (
        Pattern(
            rf",? ?\b(?:by|on|upon) (?:filing|completing|submitting|signing|returning|giving|delivering|making|filling (?:out|in)|sending(?: in)?){_FILLED_IN} (?:forms?|requests?|applications?|notice)\b(?: [a-z]{{1,2}}-?\d{{1,3}})?{_IN_THE_FIRST},?",
            "form", "request", "application", "notice",
        ),
        "",
    ),
    (Pattern(r"\bborrow (?:(?:money )?from (?:the plan|your account|it))?,? ?or (?=withdraw)", "borrow"), "while employed "),
    (
        Pattern(r",? with(?:out(?: (?:an?|any))?| (?:an?|no|any)) (?:\w+[- ]){0,2}?suspension\b[^.;]*|(?<!\w)no suspension\b", "suspension"),
        " while employed",
    ),
    (
        Pattern(
            rf"\b(?P<to>(?:limited|restricted|confined) to (?:[\w'-]+ )*@at\b[^.;@]*?),? (?:until|before) (?:{_YOU} )?(?:(?:reach|reaches|turn|turns|attain|attains|are|is) )?(?:age )?59_5",
            "59",
        ),
        r"\g<to>",
    ),
    (
        Pattern(
            r",? ?\b(?:to the extent|as|if|where) (?:that )?(?:your|the|their) (?:annuity |investment |fund )*(?:contracts?|funds?|investments?) (?:so )?(?:permits?|allows?)\b",
            "permit", "allow",
        ),
        "",
    ),
    (
        Pattern(
            r"(?<=available) (?:to|for) (?:(?:all|any|every|each|active) )+(?:participants?|employees?|members?|associates?) (?:with|who ha(?:s|ve)) (?:an?|any|such) @at (?:accounts?|balances?|contributions?|money)",
            "available",
        ),
        "",
    ),
)  # fmt: skip
_BESIDE = Pattern(
    rf"(?<=[\w)]),? (?:and|or(?=[^.;]*(?:@pre|@roth|match|other|deferral|elective))),? (?:(?:if|once|after) {_YOU}\b|(?:in (?:the )?(?:case|event) of|upon|for|on|at|after)\b[^.;,@]{{0,60}}(?:hardship|59_5|disab\w*|emergenc\w*))[^.;]*",
    "if ", "once ", "after ", "hardship", "59", "disab", "emergenc",
)  # fmt: skip
"""`… of after-tax contributions and, in case of hardship, of all others`: what is for others, at other times."""
_FOLLOWS = Pattern(
    r"(?<=[\w)]),? (?:but|although|though|however,?|except that|and) (?:(?:if|when|whenever|once) (?:you|they|he or she|an?|the|such|any)\b|(?:you|they|he or she|(?:the |an? )?participants?|your|(?:the )?(?:company|employer|matching|match)|such|this|doing so|there|those|any)\b)[^.;]*",
    "but ", "although", "though", "however", "except that", "and ",
)  # fmt: skip
_COSTS = Pattern(
    r"\bsuspen|\bmatch|\bpenalt|\bforfeit|\blos[et]\b|\bcannot (?:make|contribute)|\bnot (?:be able to )?(?:make |contribut)|\bstop|\btax|\bwaiting period\b|\bday wait\b"
)
_HOLDS_BACK = Pattern(
    r"\bonly\b|\bunless\b|\buntil\b|\b(?:not|cannot|no)\b[^.;,]{0,30}\b(?:withdr|take\b|taken\b|distribut|available|access)|\bhardship|\bconvert"
)


def _without_costs(found: re.Match[str]) -> str:
    return "" if _COSTS.search(found[0]) and not _HOLDS_BACK.search(found[0]) else found[0]


def plain_out(text: str) -> str:
    """A sentence on money that is taken out, in plainer words."""
    dotted = "59.5" in text
    text = text.replace("59.5", "59_5")  # its dot ends no sentence
    for pattern, put in _PLAINER:
        text = pattern.sub(put, text)
    if "@a" in text:
        text = _beside(text)
    if _COSTS.search(text):
        text = _FOLLOWS.sub(_without_costs, text)
    return text.replace("59_5", "59.5") if dotted else text


def without_asides(text: str) -> str:
    """A sentence on money that is taken out without what it says beside that."""
    for pattern, put in _ASIDES:
        text = pattern.sub(put, text)
    return text


def _beside(text: str) -> str:
    """A sentence on after-tax money without what it says behind it of other money or other occasions."""
    if (found := _BESIDE.search(text)) and "@a" not in found[0] and "@a" in text[: found.start()]:
        text = text[: found.start()] + text[found.end() :]
    return text
