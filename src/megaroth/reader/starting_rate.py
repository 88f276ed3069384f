"""At what percentage a sentence enrols people who do nothing. What happened once ("all who were not contributing were enrolled in May") is not what the plan does."""

from __future__ import annotations

from decimal import Decimal

from megaroth.reader.pattern import Pattern

PERCENT = r"(\d{1,3}(?:\.\d+)?)%"
LEAST, MOST = Decimal("0.5"), 25
"""Less or more than that nobody is enrolled at unasked: it is of something else."""
_WHATEVER_YOU_DO = Pattern(
    r"\b(?:regardless of|whether or not|even if)\b[^.;]{0,40}\b(?:contribut|defer|participat|sav)|\b(?:company|employer|firm|bank|university|[a-z]+) automatically contributes?\b(?![^.;]*\b(?:pre-tax|@pre|unless|opt|deferral))",
    "regardless", "whether or not", "even if", "automatically contribute",
)  # fmt: skip
"""What comes without anybody's own contribution is the employer's money."""
_NOT_ENROLLED = Pattern(
    r"\bnot (?:need|have|be required) to\b|\bexample|\bno longer|\b(?:good|great|smart|easy) (?:start|starting point|goal|target|rule)\b|\b(?:most|many|some|typical|average|few) (?:people|employees|participants|of us|savers|members|workers|colleagues)\b|\bnot (?:be )?automatically enrolled at|\bchange your|\bmay change|\bno automatic enrol|\buntil (?:19|20)\d\d|\bwas at\b|\bused to\b|\breceive a\b|\bin (?:19|20)\d\d at\b|\b(?:remov|eliminat|discontinu|terminat|delet)\w* (?:the |its |both )?(?:[a-z]+ and )?auto|\bprior to (?:the )?(?:plan )?(?:termination|amendment|merger|restatement|change|that date|this date)"
)
_CERTAIN = Pattern(r"\b(?:certain|select|some|specified)(?: other)? (?:[a-z-]+ ){0,3}(?:employees|participants?|members|groups?|locations?|business)", "certain", "select", "some", "specified")  # fmt: skip
_ONCE = Pattern(
    r"\b(?:existing|current|active|already|not (?:then |currently |yet )?(?:contributing|participating|enrolled|deferring)|transferred|acquired|enrolled in the [a-z]+ plan)\b[^.;%]{0,90}\b(?:were|was) (?:also )?(?:auto|automatically)|\b(?:on|in|during) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:\d{1,2}, )?(?:19|20)\d\d,? [^.;%]{0,60}\b(?:were|was) (?:auto|automatically)",
    "were auto", "was auto", "were also auto", "was also auto",
)  # fmt: skip
"""What was done once with those who were there."""
ANY_PERCENT = Pattern(PERCENT, "%")


def short(percent: str) -> str:
    """`3.00` is 3."""
    return f"{Decimal(percent).normalize():f}"


_NEVER = r"(?:(?:do|does|did|have|has|had)(?: not|n't| never)|never|fails? to|failed to|neglects? to|without)"
_DECIDES = r"(?:elect|choos|chose|opt|direct|tell|told|ask|chang|notif|instruct|say|said|decid|mak|made|tak|select|act|sign|respond|fil(?:e|ing)|return|submit|complet|provid|giv|turn|log|contact|call|pick|hear|enrol|declin|waiv|stop|enter|want|do\b|go\b|set\b|indicat|cancel)"
_CHOICE_MADE = r"(?:elections?|action|choices?|forms?|decisions?|instructions?|response|answer)"
UNASKED = Pattern(
    rf"\bignor(?:e|es|ed|ing) (?:this|the|our|it|that|all)\b|^\W*silence\b|\bby not (?:respond|act|answer|choos|sign|return|opt)\w*|\benrol\w* (?:happens|goes on|takes place)(?: all)? (?:by itself|on its own)\b|\bautomatic\w*|\bauto[- ]|\bdefault(?! (?:invest|fund|option))\w*|\bdo(?:es|ing)? nothing\b|\bnothing done\b|\bnot (?:yet )?enrolled (?:after|within|by)\b|\b(?:says?|hears?|elects?|chooses?|signs?|sends?|files?|submits?|takes? no) (?:nothing|action|steps?)\b|\b{_NEVER} (?:[a-z']+ ){{0,2}}?{_DECIDES}\w*|\bno (?:[a-z]+ )?{_CHOICE_MADE}\b|\b(?:absence of|absent|lacking) (?:an?|any|your|another)\b|\bnothing from you\b|\b(?:newly|new) (?:[a-z-]+ )?(?:hires?|hired|employees?|joiners?|associates?|teammates?|colleagues|members|participants?)\b[^.;%]{{0,40}}\b(?:begins?|starts?|come in|go in|(?:are|is|will be) (?:put|placed|signed|brought|set|started|entered))\b|^new (?:hires?|employees?|joiners?)\b[^.;%]{{0,12}}\d%[^.;%]{{0,20}}\b(?:begins?|starts?)\b|\b(?:unless|until) (?:[a-z']+ ){{0,5}}?(?:{_DECIDES}|otherwise)|\bopt(?:s|ed|ing)?[- ]?out\b|\bdeclin\w+|(?<!if )(?<!say )(?<!once )(?<!when )\b(?:you|they) are in at (?:an? )?\d|\bnothing to (?:sign up|do|sign|fill)\b|\b(?:deemed|considered|presumed|treat(?:s|ed)|assumed)\b[^.;%]{{0,40}}\b(?:elect|chos|agree|enrol)\w*|\b(?:passive|negative) (?:election|enrol)|\b[eq]aca\b|\bsigns? (?:you|them|(?:all |every |each )?(?:new |newly hired )?[a-z]+) up\b|\b(?:we|payroll|the (?:company|plan|employer|firm))(?:'ll| will| shall| automatically)* (?:starts?|begins?|deducts?|withholds?|takes?|sets? up) (?:an? |deducting |withholding |taking |to (?:take|deduct|withhold|defer|save|set aside) )?\d+(?:\.\d+)?% (?:[^.;%]{{0,30}} )?(?:from|of|out of) (?:your|each|every)\b(?![^.;]*\b(?:if|when|once) you\b)|\b(?:we|payroll|the (?:company|plan|employer|firm))(?:'ll| will| shall)? (?:starts?|puts?|places?|brings?|gets?|adds?|enters?) (?:you|them|everyone|everybody|(?:all |every |each )?new(?:ly hired)? [a-z]+)(?: (?:in|off|out|on|to|into))?(?: the plan)? (?:at|with|saving)\b(?![^.;]*\b(?:if|when|once) you (?:want|elect|choose|ask|sign|enroll|tell|pick|decide))|\b(?:you|they|new (?:hires?|employees?|joiners?))(?:(?:'ll| will| shall)(?: then| also)? be|are) (?:put|placed|signed) (?:in|up)\b(?![^.;]*\b(?:if|when|once|as soon as) (?:you|they)\b)|\benrolled\b|\benrolls? (?:you|new|all|every|eligible|employees|them)\b|\benrollment (?:rate|percentage|is|at)\b"
)
"""Words of what happens to those who do nothing."""
_UNASKED_ABOVE = Pattern(
    rf"\bwithout (?:(?:my|your|me|you|even) )?(?:asking|being asked|signing|doing (?:anything|a thing)|acting)\b|\bignor(?:e|es|ed|ing) (?:this|the|our|it|that|all)\b|\bdo(?:es)? not (?:fill|return|send|sign|do|act|respond|answer|choose|elect|enroll|pick)\b|\b(?:is|are|will be|get) enrolled (?:at|in)\b|\bautomatic\w*|\bauto(?:-| (?!insur|home|loan|and )|$)|\bdefault(?! (?:invest|fund|option))\w*|\bdo(?:es|ing)? nothing\b|\b{_NEVER} (?:[a-z']+ ){{0,2}}?(?:elect|choos|enrol|act|sign|decid|respond|tak|mak)\w*|\bno (?:election|action|choice)\b|\b[eq]aca\b|\benroll?ment (?:rate|percentage)"
)
"""The same in what stands above."""
_NONE_ABOVE = Pattern(
    r"\b(?:nobody|no one|not)(?: (?:is|are|be|will be|gets?))? (?:enrolled automatically|automatically enrolled|auto-?enrolled)\b|\b(?:no|not (?:have|offer|use|provide|include|feature)|without|never)(?: an?| any)? (?:automatic(?:ally)? |auto-?)(?:enrol|defer|contribut)",
    "no",
    "without",
    "never",
)
_PUTS_IN = Pattern(
    r"\benrol|\bauto|\bdefault|\bsign\w* (?:[a-z]+ ){0,3}up|\bput (?:[a-z]+ ){0,2}in\b|\bwithh|\bdeduct|\bcontribut|\bdefer|\bbrought in|\bstart|\bbegin|\bset\b|\bin at\b|\bgo(?:es)? in|\bsav|\btaken\b|@pre|% (?:of|from) (?:(?:your|their|eligible|each|the|every|base|gross|covered|plan|his or her) )*(?:pay|paycheck|compensation|earnings|salary|wages)"
)
_OF_SOMETHING_ELSE = Pattern(
    r"\b(?:core|employer|company|firm|university|hospital|bank|school)(?:'s)? (?:[a-z]+ )?contributions?\b|\beven if you\b|\bmatch\w*(?<!eligible for the match)|\b(?:company|employer|college|university|bank|hospital|school|firm) adding\b|\bvest\w*|\bnon-?elective|\binvest\w* (?:[a-z]+ ){0,3}\d+%|\d%(?![^.;%,]{0,20}\band (?:their|the|these|those|your|such)\b)[^.;%,]{0,25}\b(?:is|are|be) (?:automatically )?invested|\bstocks?\b|\bbonds?\b|\b(?:death|disability|survivor)\b|\bbenefit is\b|\bexample|\bpenalt|\bwithhold(?:ing)? tax|\bmandatory withh|\brolled over\b|\btax\b(?!-)|\bnot automatic|\bno auto(?!matic (?:annual |yearly )?(?:increas|escalat))|\bno (?:longer )?enrol(?!\w* (?:by you |from you )?(?:in|within|during|after) (?:your |the )?(?:first )?\d)|\b(?:may|can) (?:be |begin |start |also )*(?:elect|contribut|chang|sav|defer|enroll|set)|\bhce|\bhighly|(?<!one )(?<!1 )\byears? of service|\breturns?\b(?! (?:an?|the|your|it|this|any|or)\b)|\bexpense|\bratio\b|\bfees?\b|\bhired (?:before|prior)|\bwho (?:were|was|had been|have been)\b(?! (?:without|not)\b)|\b(?:old|former|previous) (?:rate|percentage)|\b(?:remov|eliminat|discontinu|terminat|delet|suspend)\w*|\bif you (?:are|were) (?:a )?(?:rehire|already)|\bloan|\bdistribut|\bwithdraw|\bpension|\bpartners?\b"
)
_NOT_HELD_FOR_THE_PLAN = Pattern(
    r"\d% (?:(?:for|in|of) )?(?:(?:mandatory|federal|income|required|the|tax) )*withholding\b|\b(?:withdrawals?|distributions?|(?:cash|benefit|plan) payments?|payouts?|refunds?|lump sums?|rollovers?|rolled over|amounts? (?:paid|withdrawn))\b[^.]{0,90}\d%[^.;]{0,40}\b(?:is|are|will be|must be|gets?) withheld\b|\bwithh\w+\b[^.;]{0,60}\bfrom (?:an?|any|the|your|these|such|each|all) (?:[a-z-]+ ){0,2}(?:withdrawals?|distributions?|payments?|payouts?|refunds?)\b|\bwithh\w+ (?:[a-z]+ ){0,2}?from (?:the |your |any |all |its |their )?(?:taxable|earnings|amount|part|portion|balance|rest|money|growth|gain)\w*\b|\b(?:to|into) (?:(?:an?|your) (?:[a-z@-]+ )?ira|another employer's plan)\b|\b(?:social security|medicare|fica|(?:union )?dues|garnish\w*|charit\w*|united way|pension|stock purchase|espp)\b|\b(?:for|as|in) (?:(?:federal|state|income|mandatory|withholding|estimated)(?: and)? )*tax(?:es)?\b(?!-)|\btax(?:es)? (?:is|are|will be) withheld|\b(?:company|employer|firm|bank|university|hospital|we|companies|employers)(?:'ll|'s)?(?: (?:will|shall|also|still|automatically))* (?:contributes?|gives?|adds?|puts? in|makes? (?:an?|the|contributions))\b(?![^.;]*\b(?:from|out of|on) (?:your|their) (?:pay|behalf|salary|wages|compensation|check|earnings)|[^.;]*(?:@pre|deferral))"
)
"""What is withheld for the tax office, or given by the employer."""
_MAY_CHANGE = Pattern(
    r"[,;]? ?\(?\b(?:but|although|though|however|which|and|unless|until|in which case)?,? ?(?:you|they|he or she|participants?|employees?|members?|the (?:participant|employee))(?: always| also)? (?:may|can|are free to|(?:have|has) the right to)\b[^.;%]*\b(?:change|choose|elect|opt|stop|increase|decrease|raise|lower|cancel|decline|select|waive|withdraw|refuse|another|different|otherwise)\b[^.;%]*(?=[.;]|$)",
    "may", "can", "free to", "right to",
)  # fmt: skip
"""`…, which you may change at any time`: who is free to do otherwise has still been enrolled."""
_NO_START = Pattern(
    r"\b(?:increas\w*|stop(?:s|ping)?|ends?|(?<!set )up to|max\w*|until|reach\w*|cap(?:s|ped)?|limit\w*|exceed\w*|above|below|plus|add(?:s|ed)?(?! (?:you|them|everyone|all|each|every|new)\b)|till|creeps?|go(?:es|ing)? up|rais\w*|step\w*|(?:mov|jump|climb|bump)\w* (?:up|by)|target|(?:more|less|fewer|greater) than)\b[^%;]{0,25}$|\b(?:max(?:imum)?|minimum|(?:top|ceiling|high) of|at least(?! (?:age )?(?:\d[\d,]*|one|twenty-one) (?:years?|months?|days?|hours?)\b))\b[^;%]{0,90}$|\b(?:additional|another) (?:[a-z]+ ){0,2}$|\b(?:by|(?<!equal )(?<!default )(?<!defaults )(?<!defaulted )to|from|between|under|over|each|every|first|next|through|least|than|or)(?: an?| about)?(?: total of)? $|\d% (?:and|or) $|\buntil (?:an?|the|their|your|its) (?:[a-z@-]+ ){0,2}(?:percentage|rate|deferral|contribution)s? (?:of|is|reaches|equals)[^%;]{0,15}$|[+-] ?$"
)
_NO_START_AFTER = Pattern(
    r"^ ?[-+]|^, \d+(?:\.\d+)?%,? (?:or|and) \d|^ ?(?:increments|more|on top|increas\w*|per year|a year|each (?:year|january|april|july)|every|annual\w*|yearly|per annum|higher|max\w*|limit|cap|ceiling|until|till|point|step|to \d+|and \d+|or \d+|(?!(?:with|and|plus|subject to|including|to be|which|that) )(?:[a-z-]+ ){0,3}(?:increas|escalat)\w*(?! \()|or more|of (?:the |your )?(?:first|match)|of (?:our |all |eligible |the )*(?:employees|participants))\b"
)
_CLAUSES = Pattern(
    r"[.;•] |, (?:under which|whereby|in which|so that) |, with (?=(?:the |our )?[a-z]+ adding)| and (?=(?:the |an |its )?(?:automatic (?:enrol|defer|contrib)|auto-?enrol|default (?:rate|defer|contrib)))|,? (?:but|while|whereas) |, and (?=(?:the|we|our|an?|any|its) )|(?<=\D)[:] (?=the |we )"
)


def starts_at(text: str, about: str) -> tuple[str, int]:
    """The one percentage of a sentence on what happens to those who do nothing, and how surely; `about`: what stands above it."""
    if "%" not in text:
        return "", 0
    text = _MAY_CHANGE.sub("", _OR_NONE.sub(" ", text))
    text = _REDUCED_BY.sub(r"\1 at ", _UNTIL_CHANGED.sub("", text))
    if _HELD.search(text):
        text = _NOTHING_TO_DO.sub("you do nothing", text)
    unasked = UNASKED.search(text)
    if not unasked and (not _UNASKED_ABOVE.search(about) or _NONE_ABOVE.search(about)):
        return "", 0
    if (
        not _PUTS_IN.search(f"{text} {about}")
        or _NOT_ENROLLED.search(text)
        or _WHATEVER_YOU_DO.search(text)
        or _NOT_HELD_FOR_THE_PLAN.search(text)
        or _CERTAIN.search(text)
        or _ONCE.search(text)
    ):
        return "", 0
    hits: list[tuple[str, bool]] = []
    for clause in _CLAUSES.split(text):
        if "%" not in clause or (len(clause) < len(text) and _OF_SOMETHING_ELSE.search(clause)):
            continue
        rise = _RISES_FROM.search(clause)
        end = rise.start() if rise else len(clause)  # what is said of the increase behind it is not the start
        if _OF_SOMETHING_ELSE.search(clause[: end if rise else None]):
            continue
        for hit in ANY_PERCENT.finditer(clause, 0, end):
            before = _OTHERWISE.sub(
                "", _BRACKET.sub("", clause[: hit.start()])
            )  # `(…, at least 30 days after this notice)`
            if (
                Decimal(hit[1]) <= MOST
                and not _NO_START.search(before)
                and not _BETWEEN.search(before)
                and not _NO_START_AFTER.search(clause[hit.end() :])
            ):
                first = _FIRST_YEAR.match(clause, hit.end()) or _IN_FIRST_YEAR.search(before)
                hits.append((short(hit[1]), bool(first)))
    # A schedule: `3% in your first year, 4% in your second year`.
    found = {percent for percent, first in hits if first} or {percent for percent, _ in hits}
    percent = next(iter(found)) if len(found) == 1 else "0"
    return (percent, 2 if unasked else 1) if LEAST <= Decimal(percent) <= MOST else ("", 0)


_UNTIL_CHANGED = Pattern(
    r",? (?:unless and )?until (?:such|the|that|this|their|your|his or her) (?:deferral |contribution )?(?:elections?|rates?|amounts?|percentages?) (?:is|are|has been|have been) (?:otherwise )?(?:changed|modified|revoked|stopped|suspended|cancel+ed|amended|replaced)[^.;%]*(?=[.;]|$)",
    "until ",
)
"""`… at 3% until the election is modified or suspended`: so it goes on."""
_REDUCED_BY = Pattern(
    r"(\breduc(?:ed|es|ing)\b[^.;%]{0,120}?) by (?:an? (?:amount |percentage )?(?:equal to|of) )?(?=\d)", "reduc"
)
"""`Earnings are reduced and contributed by 4%`: what the step of an increase sounds like is the rate."""
_HELD = Pattern(r"@pre|\bdeduct|\bwithh|\btaken\b|\bcomes? out\b", "@pre", "deduct", "withh", "taken", "out")
_NOTHING_TO_DO = Pattern(
    r"\b(?:you|they|employees) (?:(?:do|does|will) not (?:need|have) to (?:do anything|enroll|sign up|act|take any (?:action|steps)|elect anything)|need do nothing)(?=\W{1,3}(?!unless|until|if))",
    "not need to", "not have to", "need do nothing",
)  # fmt: skip
"""`You do not need to do anything: 4% of pay is deducted`."""
_OTHERWISE = Pattern(
    r"\b(?:unless|until) (?:you|they|we|participants?|employees?|members?|an? [a-z]+) [^,;%]{3,60}, (?=(?:the plan |we |payroll |it )?[^,;%]{0,60}$)",
    "unless ", "until ",
)  # fmt: skip
"""`Until you tell us otherwise, 4% of pay goes in`: the clause before the comma bounds nothing."""
_BRACKET = Pattern(r" ?\([^()%]*\)", "(")
_FIRST_YEAR = Pattern(
    r" ?(?:of (?:your |their )?(?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages) )?[(,]? ?(?:is |will be )?(?:\w+ ){0,3}?(?:in|for|during|through(?:out)?|until the end of) (?:the |your |their |his or her |a participant's )*(?:(?:first|initial) (?:full )?(?:\w+ )?year|year (?:1|one)\b)"
)
_IN_FIRST_YEAR = Pattern(
    r"\b(?:first|initial)(?: full)?(?: plan| calendar)? year\b[^.;,%]{0,30}[:|-]? ?$|\byear (?:1|one):? $"
)
_BETWEEN = Pattern(r"\bbetween \d+(?:\.\d+)?% (?:and|to) $")
_OR_NONE = Pattern(r"\(?\bincluding (?:an election of |an election for |of )?0%\)?", "0%")
_RISES_FROM = Pattern(
    r"(?:(?<!\()increas|escalat|\bbump|\bcreep|\bclimb|\brais|\bstep(?:s|ped|ping)? up|\bgo(?:es|ing)? up|\bris(?:e|es|ing)\b)"
)
