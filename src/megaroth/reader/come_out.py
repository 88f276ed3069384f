"""After-tax money leaves the plan in service: what a clause says of it, by the grammar of the thing and not by its wording.

Slots: the money, the act, who gives leave, while employed or freely; vetoes: other money, an age, a need, the end of employment.
"""

from __future__ import annotations

from megaroth.reader.harmless import MATCH_STOPS, NOT_OF_ALL
from megaroth.reader.out_words import plain_out
from megaroth.reader.pattern import Pattern

OUT = Pattern(
    r"\bwithdr[ae]w\w*|\btak(?:e|en|ing) back\b|\bavailable (?:before|prior to|at any)\b|\| in-?service\b(?! (?:date|year|credit|training))|\btap(?:ped|ping)?\b|\bin-?service (?:before|prior to|under|at any)\b|\bavailable (?:in[- ]service|while (?:still )?employed)\b|\bdistribut(?:e|ed|ions?|ing|able)\b|\bbe paid (?:all|any|the|up to|such|his|her|their)\b|\btak(?:e|en|ing) (?:[^.;@]{0,40}@at[^.;@]{0,40}|[^.;@]{0,50})?\bout\b|\btak(?:e|en|ing) (?:any|all|some|part|your|their|it|them|money|payment|@at|cash|a portion|from (?:your |the )?@at)\b|\btaken\b(?! (?:into|for|from your pay))|\bpayments? (?:[\w']+ ){0,3}(?:of|from) (?:[\w']+ ){0,7}@at|\bpa(?:id|y|ys|yments?|youts?)(?: (?:out|to (?:you|them|the participant)|in cash|of @at|from @at))|\bpay-?outs?\b|\bcash(?:ed)?(?:[- ]out|-?outs?)\b|\baccess(?:ed|ible|ing)?\b|\bdr(?:aw|awn|awing)(?:n)?\b(?! up)|\bpull(?:ed|ing)?\b|\bremov(?:e|ed|ing)\b|\bget(?:ting)? (?:at|to|back|out|my|your|their|the|all|some)\b|\bcomes? out\b|\b(?:available|accessible) to (?:you|them|participants?|the participant|him)\b|\bmoney out\b|\breceiv(?:e|ed|ing)\b|\broll(?:ed|ing)? (?:over|out|it|them|your|all|@at)[^.;@]{0,60}(?:@at[^.;@]{0,60})?\bto (?:[\w'-]+ ){0,3}(?:@roth )?ira\b|\broll(?:ed|ing)? (?:over|out)\b|\brollovers? of [^.;@]{0,20}@at[^.;@]{0,40}\bto (?:an? |your )?(?:@roth )?ira\b|\b(?:roll|mov|transfer|tak|send)(?:e|ed|ing|s)? [^.;]{0,50}@at[^.;]{0,40}\b(?:out of the plan|to (?:an? |your |my )?(?:[\w'-]+ ){0,2}(?:@roth )?ira)\b|\brolled to (?:[\w'-]+ ){0,3}?(?:@roth )?ira\b|\bback out\b"
)
"""Money leaves the plan."""
NOT_OUT = Pattern(
    r"\b(?:withdr[ae]w\w*|revok\w*|receiv\w*) (?:[\w@'-]+ ){0,4}(?:elections?|authoriz\w+|coverage|applications?|enrol\w+|consent|participation|statements?|match\w*|tax (?:break|deduction|benefit))|\bwithdraw(?:s|ing)? from (?:participation|the plan)\W(?![^.;]*@at)|\baccess (?:to )?(?:your |the )?(?:account (?:online|information)|information|website)|\baccess\b[^.;]{0,60}\b(?:online|web ?site|app|portal)\b|\bconsider|\bborrow|\bloans?\b|\breceiv\w+ (?:an? |the |any )?(?:company |employer )?match|\bto correct\b|\b(?:amend|suspend|modify|discontinue|waive|rules on)\b[^.;@]{0,50}\b(?:withdrawals?|distributions?)\b|\b(?:watch|video|webinar)\b|\b(?:withdrawals?|distributions?) (?:may|might) be available (?!at any|while|to active)|\b(?:view|print|download|track|check|monitor|review)\b[^.;]{0,40}\b(?:withdrawals?|distributions?)|\b(?:withdrawals?|distributions?)\b[^.;]{0,50}\b(?:was|were) (?:requested|made|paid|taken|processed|\$)|\bcancel\w*\b|\bplan (?:will|shall) (?:distribute|refund|return|pay)|(?<!of an )(?<!of the )(?<!by the )\b(?:trustees?|administrator|employer|company|recordkeeper|sponsor) (?:may|can|will|shall) (?:withdraw|distribute|remove|pay|take)|\bdistribut\w* (?:of|to correct)? ?excess|@at(?: \w+){0,2},? (?:and|or) (?:[\w-]+ ){0,3}(?:distributions?|withdrawals?)\b(?! (?:of|from))|\b(?:other than|except(?:ing)?(?: for)?|exclud\w+|but not) (?:[\w'-]+ ){0,4}@at|\b(?:view|see|track|check|monitor) (?:\w+ ){0,2}@at|\bstatements?\b|\b(?:withdrawal|distribution) (?:request )?(?:forms?|fees?|kits?|packets?)\b|^\W*(?:tax|fees?|penalt\w+|notice|consent) (?:on|for|of|before)\b|\bfees?: |\b1099\b|\brecords?\b|\binformation\b|\bquestions?\b|\bsubject to (?:\w+ )*(?:limitations|restrictions|conditions|rules)\b|\b(?:certain|limited|special|specific|some) (?:circumstances|conditions|cases|events|situations)\b"
)
_FREED = Pattern(
    r"\b(?:under|before|prior to|regardless of|without (?:regard to|respect to|attaining|reaching)|even (?:if|though|before)[^.;,]{0,30})(?: (?:reaching|attaining|turning|your|the|age|you are|an?))* ?(?:age )?(?:59[._]5|55|62|65|age)\b(?:,? (?:or|nor|and) (?:(?:an?|any|your|for|of|length of|years of|financial) )*(?:hardship|reason|need|service|emergency)\b)*|\b(?:no|without|not? (?:need|require|have to)\w*|whether or not|regardless of|need not|nor)\b[^.;,]{0,40}\b(?:hardship|age|reason|emergency|proof|leaving|leave|retire|terminate|separate|quit|terminat\w+|separat\w+|retir\w+)\b(?: 59[._]5)?(?: (?:the company|your job|employment|work))?(?:,? (?:or|nor|and) (?:(?:be|reach|turn|attain|have reached|wait (?:for|until)|an?|any|your|for|of|length of|years of|financial) )*(?:(?:age )?59[._]5|age|hardship|reason|need|service|emergency)\b)*|\b(?:who|that) (?:has|have) not (?:had|incurred|experienced)(?: yet)? (?:an? )?(?:severance|separation|termination)(?: (?:of|from) (?:employment|service))?|\bnon-?hardship\b|\bhardship (?:is )?not (?:required|needed)|\b(?:before|prior to|without)(?: (?:i|my|you|they|your|their|his or her|he or she|the|a|participant|leave|leaving))* ?(?:terminat\w+|separat\w+|retir\w+|leav\w+|sever\w+|employment ends)(?: (?:of|from) (?:employment|service))?",
    "not", "age", "before", "emergency", "even", "hardship", "leave", "leaving", "prior to", "proof", "quit", "reason", "regardless of",
    "retir", "separat", "terminat", "under", "without",
)  # fmt: skip
"""What looks like a hindrance and says that there is none."""
_HINDERED = Pattern(
    r"\b(?:59[._]5|age \d\d|55|62|65|70\.5|70)\b|\bhardship|\bdisab|\blay-?offs?\b|\blaid[- ]off\b|\bleave of absence\b|\bterminat(?!ions\b)|\bseparat|\bretir(?:e|es|ed|ement)\b(?! (?:plan|savings|program|account))|\bdeath\b|\bdie[sd]?\b|\bsever(?:ance|ed|s)\b|\bbirth\b|\badoption of a child|\bdisaster|\bmilitary|\bleav(?:e|es|ing) (?:the )?(?:company|employ|firm|your|us|service|work|bank)|\b(?:after|upon|once|when|on) (?:you |they )?(?:leav\w+|quit\w*)\b|\bemergenc|\b(?:former|terminated|retired) (?:employee|participant|member)|\bemployment ends\b|\bend of (?:your |the )?employment\b|\bstop working\b|\bquit\b|\bqdro\b|\bdomestic relations|\bfinancial need|\brequired minimum|\bno longer (?:employed|work)",
    "55", "59.5", "59_5", "62", "65", "70", "adoption of a child", "age ", "birth", "death", "die", "disab", "disaster",
    "domestic relations", "emergenc", "lay-off", "layoff", "laid", "leave of", "employment", "financial need", "former", "hardship", "leav", "military", "no longer",
    "qdro", "quit", "required minimum", "retire", "separat", "severance", "severed", "severs", "stop working", "terminat",
)  # fmt: skip
NOT_THIS_MONEY = Pattern(
    r"@pre\b|@at(?: \w+)? (?:(?:that|which|you|were|was|have|has|been) )*(?:rolled|transferred) (?:over|in|into)\b|\bpremiums?\b|(?<!to )(?<!to a )(?<!to your )(?<!to the )(?<!into )@roth\b(?! ira)|\bexcess\b|\bcorrective|\brefund|\bbeneficiar|\balternate payee|\bspous|\bdividend|\brolled[- ]over @at|\brollover @at|\brollover (?:money|contributions?|amounts?) (?:that|which) |@at rollover|\bprior plan\b|\bpredecessor\b|\bmade (?:before|prior to)\b|\bmade (?:to|under|in) (?:the |a )?(?!plan\b|this\b|our\b|an?\b|any\b|each\b|the\b|one\b)[\w'&-]+(?: [\w'&-]+)? plan\b(?! year)|\bpre-?(?:19|20)\d\d|\b(?:for|after|at least|completed|completing) (?:at least )?(?:\d+|two|three|five|ten|twenty-four) (?:\w+ )?(?:years|months)\b|\bheld in the plan\b|\bwithin \d+ (?:days|months)|\b(?:including|includes) (?:any |the |your )*@at|\b(?:medical|health|insurance|hsa|credit union|stock purchase|espp|non-?qualified|deferred compensation|pension)\b|\bsee (?:the|page|section)\b|\bapproval\b|\bin the plan (?:for )?(?:at least|more than)",
    "@roth", "alternate payee", "approval", "beneficiar", "corrective", " days", "deferred compensation", "dividend", "espp",
    "excess", "health", "hsa", "includ", "insurance", "made", "medical", "months", "over", "pension", "plan", "premium", "pre", "qualified",
    "credit union", "refund", "rolled", "rollover", "see", "spous", "stock purchase", "transferred", "years",
)  # fmt: skip
IN_SERVICE = Pattern(
    r"\bin-?service\b|\bin the employ of\b|\bwhile (?:you are )?(?:still )?with (?!(?:an?|any|this|no|these)\b)[a-z]+|\bbefore (?:your |the )?employment ends\b|\bin (?:the )?active (?:service|employment)\b|\bin service\b|\b(?:while|during|still|actively|currently)\b[^.;]{0,40}\b(?:employ\w*|work\w*|active|service|job|payroll)\b|\bactive (?:participants?|employees?|members?|associates?)\b|\b(?:before|prior to|without)\b[^.;]{0,40}\b(?:terminat\w+|leav\w+|separat\w+|retir\w+|sever\w+)|\bon the payroll\b|\b(?:not|n't)\b[^.;]{0,30}\b(?:have to|need to|required to|had|incurred)\b[^.;]{0,20}\b(?:leave|terminat\w+|retire|separat\w+|quit|cease|severance)|\bnon-?hardship\b|\bcontinue (?:to be employed|working)\b|\bwho (?:is|are) (?:an? )?(?:active )?(?:employees?|participants?|members?)\b"
)
FREELY = Pattern(
    r"\b(?:as of|on) any (?:business|valuation|working|trading) (?:day|date)\b|\balways (?:able|available|free|accessible|have access)\b|\bnot subject to (?:the |these |any |such )*(?:in-service |withdrawal |distribution )*(?:restrictions?|rules|limitations)\b|\bany ?time\b(?! (?:you|they|an?|the|participants?) (?!like|want|wish|need|choose|please))|(?<!at )\bany age\b(?! (?:\d|requirement|limit))|\b(?:withdrawable|withdrawn|available|accessible) at all times\b|\bat any point\b|\bfor any (?:reason|purpose)\b|\bany reason\b|\b(?:regardless of|at any|whatever|no matter)[^.;]{0,12}\bage\b|\bwhenever\b(?= (?:you|i|we|they|he|she|it|he or she) (?:like|want|wish|choose|need|please|decide|suit|desire)|\W*$)|\bas often as\b|\bno limits? (?:on|to|as to) (?:how (?:often|many)|the (?:number|frequency))\b|\b(?:can|may) always\b|\bunlimited\b(?! (?:contribution|loan|transfer|match))|\bfreely\b|\bunrestricted\b|\bwithout (?:\w+ (?:or|and) )?(?:any |further )?(?:restrictions?|limit\w*|reason|regard|conditions?)\b|\bno (?:\w+ )?(?:restrictions?|conditions?|reason|age|waiting|hardship)\b|\bno need to (?:give|state|show|have) an?y? (?:reason|need|hardship)\b|\bas (?:you|they) (?:please|like|wish|see fit)\b|\b(?:not|without|no)\b[^.;,]{0,25}\b(?:wait\w*|59[._]5|hardship)|\bon demand\b|\bon request\b|\bupon request\b|\bimmediately available\b|\brestrict\w*\b[^.;,]{0,60}\bnot (?:apply|extend)\b|\b(?:under|before|prior to)(?: reaching| attaining)?(?: the)? (?:age )?59[._]5\b"
)
_DENIES = Pattern(
    r"\b(?:not|cannot|never|no|nor|none|neither|prohibit\w*|unavailable|locked)\b",
    "locked", "neither", "never", "no", "prohibit", "unavailable",
)  # fmt: skip
_LETS_OUT = Pattern(
    r"\b(?:distributable|shall be paid|withdrawable|yours to|may|can|able|eligible|entitled|permit\w*|allow\w*|lets?|enabl\w+|offer\w*|provid\w+|available|accessible|option|right|free|elect\w*|choose|request\w*|possible|yes|ask for|access|not required|need not|not have to|not need|not apply|not extend|limited to|more than)\b"
)
_ONLY_THEN = Pattern(r"\b(?:only|until|unless|not (?:\w+ ){0,6}before|no (?:\w+ ){0,6}before|solely|exclusively)\b")
_AFTER_LEAVING = Pattern(
    r"\b(?:after|upon|when|once|if|at)\b[^.;]{0,25}\b(?:leav\w*|terminat\w+|separat\w+|retir\w+|sever\w+|death|die)\b|\btermination of employment\b|\bdeath\b|\brequired minimum\b|\b59[._]5\b|\b(?:participants?|employees?|members?) (?:has |have |is |are |who )*(?:terminated|retired|left|separated)\b|\b(?:terminated|former|retired|separated) (?:participants?|employees?|members?)\b",
    "59.5", "59_5", "death", "die", "former", "left", "leav", "required minimum", "retir", "separat", "sever", "terminat",
)  # fmt: skip


def is_hindered(text: str) -> bool:
    """Whether a text names an age, a need or the end of employment, and not to say that there is none."""
    return bool(_HINDERED.search(_FREED.sub(" ~ ", text)))


def asks(question: str) -> bool:
    """Whether a question asks if after-tax money may be taken out, and not what that costs or brings."""
    return "@at" in question and bool(OUT.search(question)) and not _OF_SOMETHING_ELSE.search(question)


_OF_SOMETHING_ELSE = Pattern(
    r"\b(?:tax(?:es|ed|able)?|penal\w+|fees?|cost|have to|must|need to|required|should|suspen\w+|match\w*|affect\w*|first|report\w*|why|what|who|which|mean|happen|minimum|loans?)\b"
)


def is_row(text: str) -> bool:
    """Whether a text is a line of a list or table: which money, and how freely."""
    return bool(_A_LINE.match(text) or _AT_ANY_AGE.match(text))


def _speaks(own: str, counted: bool) -> bool:
    """Whether a clause speaks of money that leaves, and of this money; or is a row or an answer that only says when."""
    if "@at" in own:
        return bool(
            OUT.search(own)
            or _A_ROW.match(own)
            or _ALL_OR_PART.match(own)
            or (_IS_THERE.search(own) and FREELY.search(own))
        )
    if _ANSWERS.match(own) or FREELY.match(own) or (counted and _DO_SO.match(own)):
        return True
    return bool(OUT.search(own) and (counted or FREELY.search(own) or _OF_IT.search(own)))


def withdraws(own: str, about: str = "", around: str = "", counted: bool = False) -> str:
    """Whether after-tax money may leave the plan in service: yes, no or nothing.

    `own` is the clause on after-tax money; `about` its label, question or lead-in; `around` the headings above it; `counted`
    whether it says how often a year.
    """
    own = plain_out(own.replace("59.5", "59_5"))  # its dot ends no sentence
    own = NOT_OF_ALL.sub(" ", _UNLIKE.sub(" ", _AN_ANSWER.sub("", nearest(own))))
    own = _THAT_APPLY.sub(" ", MATCH_STOPS.sub("", _EARNINGS_STAY.sub(" ", _IF_YOU_LIKE.sub("", own))))
    own = _OR_CONVERT.sub(" ", _CONVERT_OR.sub("", _CONVERTED_OR.sub("", _CONVERTED.sub(" ", own))))
    if (own_row := _IN_ITS_BRACKETS.search(own)) and FREELY.search(own_row["how"]) and not is_hindered(own_row["how"]):
        return "yes"
    if (
        (which := _WHICH.search(own))
        and len(which[0]) < len(own)
        and withdraws(which[0].replace(",", ""), about, around, counted) == "yes"
    ):
        return "yes"
    if (
        "@at" not in own
        and "@amb" in own
        and (FREELY.search(own) or counted or IN_SERVICE.search(f"{own} {around}"))
        and not _HINDERED.search(_FREED.sub(" ~ ", f"{own} {around}"))
    ):
        own = own.replace("@amb", "@at")  # what comes out at any time is no deferral, so it is no Roth
    if (
        "@amb" in about
        and "@at" not in own
        and "@roth" not in about
        and (FREELY.search(own) or counted or IN_SERVICE.search(own))
        and not is_hindered(f"{about} {own}")
    ):
        about = about.replace("@amb", "@at")
    told = f"{about} {own}"
    if _LOCKED.search(own) and not _AGE_OR_NEED.search(own):
        return "no"
    if "@at" not in told or not OUT.search(f"{told} {around}") or NOT_OUT.search(own):
        return ""
    if "@at" not in own and ("@" in own.replace("@roth ira", "") or "match" in own):
        return ""
    if not _speaks(own, counted):
        return ""
    own_words = "@at" in own and OUT.search(own)
    freed = _FREED.sub(" ~ ", own)
    hindered = _HINDERED.search(freed)
    denies = _DENIES.search(_FREED.sub(" ~ ", _FREELY_DENIED.sub(" ~ ", own)))
    in_service = IN_SERVICE.search(told) or IN_SERVICE.search(around) or _BEFORE_THE_AGE.search(around)
    if denies or hindered:
        if NOT_THIS_MONEY.search(own.replace("@pre", "")):
            return ""
        return "no" if _taken_back(own, freed, bool(hindered), bool(in_service), around) else ""
    free = FREELY.search(own) or counted or _EVERY.search(own) or (about.endswith(":") and FREELY.search(about))
    if (
        not (in_service or free)
        or NOT_THIS_MONEY.search(own)
        or (not (own_words and about.endswith("?")) and _HINDERED.search(_FREED.sub(" ", about)))
    ):
        return ""
    if _of_an_occasion(around.partition(" < ")[0], own, bool(FREELY.search(own))):
        return ""
    if _AFTER_LEAVING.search(_FREED.sub(" ", around)) and not IN_SERVICE.search(around):
        return ""
    listed = (
        _ALL_OR_PART.match(own)
        or ("@at" not in own and _ANY_AMOUNT.match(own))
        or (_IS_AVAILABLE.match(own) and not is_hindered(f"{about} {around}"))
    )
    listed = listed and in_service and OUT.search(f"{about} {around}")
    if not OUT.search(told) and not ((free or listed) and OUT.search(around)):
        return ""
    if listed or _LETS_OUT.search(told) or _TAKE_IT.match(own):
        return "yes"
    return "yes" if free and len(own.split()) < 25 and not _ON_TAX.search(own) and not _TOLD_OF.search(own) else ""


_TITLE_OF_AN_AGE = Pattern(
    r"^\W*(?:[\w.-]+ ){0,4}?(?:withdrawals?|distributions?)[^.;:,@]{0,30}?\b(?:at|after|from|upon|over|\()\W*(?:age )?59\.5|^\W*(?:[\w.-]+ ){0,2}?(?:age )?59\.5(?: and (?:over|older))? (?:in-service )?(?:withdrawals?|distributions?)",
    "59.5",
)
_TITLE_OF_OTHERS = Pattern(
    r"\bmilitary (?:leave|service|duty)\b|\bretirees\b|\binactive (?:participants?|members?|employees?)|\bdeferred vested\b|\bbeneficiary (?:withdrawals?|distributions?|payments?)"
)
_TITLE_OF_A_NEED = Pattern(
    r"^\W*(?:[\w.-]+ ){0,2}?hardship (?:withdrawals?|distributions?)\b[^.;:,@]{0,20}", "hardship"
)


def _of_an_occasion(title: str, own: str, free: bool) -> bool:
    """Whether the title above is of withdrawals at an age or in need, so that `for any reason` below it is of those alone."""
    if "@at" in title or FREELY.search(title):
        return False
    if _TITLE_OF_OTHERS.search(title):
        return not IN_SERVICE.search(own)
    if _TITLE_OF_AN_AGE.match(title):
        return not _FREED.search(own)
    return bool(_TITLE_OF_A_NEED.match(title)) and not free


_ANY_AMOUNT = Pattern(
    r"^\W*(?:any|the (?:full|entire|whole)|all) (?:amount|balance|portion|part|of it)\b", "any ", "the ", "all "
)
_BEFORE_THE_AGE = Pattern(r"\b(?:before|prior to|under)(?: reaching)?(?: age)? 59[._]5")
_EVERY = Pattern(
    r"\b(?:may|can)\b[^.;]{0,90}?\b(?:each|every) (?:calendar |plan )?(?:quarter|year|month|half-year|(?:three|six|twelve|\d+) months)\b",
    "each ", "every ",
)  # fmt: skip
_TOLD_OF = Pattern(r"\b(?:withdraws|withdrew|took|takes|rolls|rolled|decides)\b")
"""What somebody does, in a story."""
_IN_ITS_BRACKETS = Pattern(r"@at withdrawals? \((?P<how>[^()]*)\)", "@at withdrawal")
"""Of several ways one: `hardship withdrawals, after-tax withdrawals (any reason, twice a year), loans`."""
_IS_THERE = Pattern(r"@at\b[^.;@]{0,40} (?:is|are) (?:always |also )?(?:available|accessible|open)\b", "@at")
_TAKE_IT = Pattern(
    r"^(?:[^:.;]{0,40}: )?(?:take|request|make|ask for|call for) (?:an? |your )?(?:in-?service )?(?:withdrawals?|distributions?|rollovers?)\b",
    "withdrawal", "distribution", "rollover",
)  # fmt: skip
"""`Outside the plan: take an in-service withdrawal of your after-tax money`."""
_DO_SO = Pattern(
    r"^\W*(?:you|participants?|members?|they) (?:may|can) (?:do (?:this|so|it)|(?:make|take|request) (?:one|such|these|them|this|an? withdrawal)\b)"
)
_OF_IT = Pattern(r"\b(?:it|they|them|this money|these|those)\b")
_ANSWERS = Pattern(
    r"^\W*(?:yes|no|permitted|allowed|available|offered|not (?:permitted|allowed|available|offered)|none|once|twice|up to|no more|not more|any amount|as (?:much|many)|limited|unlimited|(?:at )?any ?time|whenever|on (?:request|demand)|(?:all|any|part|some)(?: (?:or|of|all|any|part|some|a|portion|it|them))*,? (?:at )?any ?time|(?:all|any|a|part)(?: (?:or|of|all|any|part|a|portion|amount))+ (?:it|them|that account|the account|the balance))\b"
)
_ALL_OR_PART = Pattern(
    r"^\W*(?:(?:yes,? )?(?:(?:is |are )?(?:available|permitted|allowed|eligible|made|taken|may be (?:made|taken)) )?(?:only )?from|yes,? (?:of|from|for)|(?:all|any|a portion|part|some|up to 100%)\b)(?: (?:or|of|a|any|all|part|some|portion|your|the|his|her|their|vested|value|balance|amounts?|in|only))* @at\b",
    "@at",
)
"""Below a heading on withdrawals in service: what may be taken."""
_IS_AVAILABLE = Pattern(
    r"^\W*(?:your |the |all )*@at\b(?: (?:contributions?|accounts?|sources?|money|balances?|savings))*(?: \([^()]*\))?(?::| \||-| -) ?(?:yes|available|permitted|allowed|all|100%)\W*$",
    "@at",
)
_A_ROW = Pattern(r"^\W*(?:\[?x\]? )?(?:\(?[a-z\d.-]{1,4}[.)]? )?(?:your |the |all |any |from |other )*@at\b", "@at")
_A_LINE = Pattern(
    r"^\W*(?:[\w.]{1,4} )?(?:(?:your|the|all|any|from|prior|old|existing|grandfathered|unmatched|matched|rollovers?|and|&|vested|traditional|regular) )*@at\b[^.;:|@]{0,50}(?:[:|]| -) \S",
    "@at",
)
_AT_ANY_AGE = Pattern(r"^\W*(?:at )?any (?:age|time)(?::| \|| -) [^.;:]*@at\b", "@at")
"""`At any age: after-tax, rollover`."""
_ON_TAX = Pattern(r"\btax(?:ed|able|es)?\b|\bpenalt|\bwithh|\breport")
_FREELY_DENIED = Pattern(
    r"\b(?:no|without|not (?:subject to|limited|restricted|required|need\w*|have to)|do not (?:have|need) to|need not|no longer)\b[^.;,]{0,30}\b(?:restrict\w*|limit\w*|condition\w*|reason|age|wait\w*|hardship|penalt\w+|tax\w*|suspen\w+|approval|leave|cease|terminat\w*|retire|quit|cause|minimum|maximum|fee|charge|notice|proof)\b|\bwhether or not\b|\bnot be (?:limited|restricted|denied|impaired|suspended|reduced)\b|\bnot (?:more|less|to exceed|exceeding|in excess|taxed|taxable|subject|only|matched)\b|\b(?:restrict\w*|limit\w*|rules?|conditions?|requirements?|penalt\w+)\b[^.;,]{0,60}\b(?:do|does) not (?:apply|extend)\b|\bno (?:more|less|later)\b|\bif not\b|\bor not\b|\b(?:that|which|who) (?:have|has|are|is|was|were) not (?:yet )?(?:been )?\w+|\bnot (?:withdraw|take)\b[^.;]{0,60}(?= more (?:often |frequently )?than (?:once|twice|one|two|\d))",
    "age", "approval", "cause", "cease", "charge", "condition", "fee", "hardship", "leave", "limit", "maximum", "minimum",
    "no later", "no less", "no more", "not", "penalt", "proof", "quit", "reason", "restrict", "retire", "suspen", "tax",
    "terminat", "wait",
)  # fmt: skip


_AN_ANSWER = Pattern(
    r"^\W*(?:yes|no|not at all|sure|of course)[.,;:!] (?=\w+ \w+ \w+)",
    "no! ", "no, ", "no. ", "no: ", "no; ", "not at all", "of course", "sure", "yes",
)  # fmt: skip
_UNLIKE = Pattern(
    r"\b(?:unlike|in contrast to|as opposed to|compared (?:to|with)) [^.;,]*,",
    "unlike",
    "in contrast",
    "as opposed",
    "compared",
)
_WHICH = Pattern(
    r"@at\b[\w -]{0,30}, (?:which|that|and these|these) [^.;,]*",
    ", that ", ", which ", "these",
)  # fmt: skip
"""`… your after-tax account, which you may withdraw at any time, …`"""
_CONVERTED = Pattern(
    r"(?<=@at)(?: (?:contributions?|amounts?|money|accounts?))?,? (?:and|or) @roth (?:in-plan )?(?:conversion|converted|rollover)(?= (?:amounts?|accounts?|contributions?|money|balances?|sources?)\b)",
    "@roth",
)
"""`After-tax and Roth conversion amounts`: what was converted comes out beside it."""
_OR_CONVERT = Pattern(
    r",? (?:or|and)(?: also)? (?:convert|roll(?: over)?|transfer|move) (?:it|them|this money|@at(?: contributions?| money)?)(?: (?:with)?in the plan)?(?: (?:in)?to)? (?:an? |your )?@roth\b(?: (?:accounts?|money|contributions?))?(?: (?:with)?in the plan)?(?: \(see [^)]*\))?",
    "@roth",
)
_CONVERTED_OR = Pattern(
    r"\b(?:be )?(?:converted|rolled over|transferred|moved)(?: (?:with)?in the plan)?(?: (?:in)?to)? (?:an? |your )?@roth\b(?! ira)(?: (?:accounts?|money|contributions?))?(?: (?:with)?in the plan)?(?: \(see [^)]*\))?,? or (?=(?:be )?(?:withdrawn|paid|taken|distributed|cashed))",
    "@roth",
)
"""`It may be converted to Roth or withdrawn as before.`"""
_CONVERT_OR = Pattern(
    r"\bconvert (?:it|them|that money) (?:in)?to (?:an? |your )?@roth\b(?! ira)(?: (?:accounts?|money|contributions?))?(?: (?:with)?in the plan)?,? or (?=(?:withdraw|take|cash|roll))",
    "convert",
)
_EARNINGS_STAY = Pattern(
    r",? (?:but|although|though|however,?) (?:not )?(?:(?:the|your|any|its|their|investment) )*earnings\b[^.;]*",
    "earnings",
)
"""What is said of the earnings alone: the contributions come out all the same."""
_THAT_APPLY = Pattern(r"\b(?:that|which) apply to (?:your |the )?@pre\b[^.;,@]*", "apply to")
_IF_YOU_LIKE = Pattern(r"^if you(?: would like|'d like| want| wish| prefer)\b[^,;]*, (?=(?:you|they) )", "if you")
_NEXT_MONEY = Pattern(
    r"(?:,|;)? (?:and|but|whereas|while(?! (?:you|still|work|employ|active|in |they|a )))(?=[^.;@]{0,90}\b(?:may|can|are|is)\b[^.;@]{0,40}(?:@pre|@roth(?! ira)|match|rollover|(?:employer|company)(?:'s)? (?:[\w-]+ ){0,2}(?:contributions?|accounts?|money|stock|sources?|balances?|savings)|\bother (?:vested )?(?:amounts|money|accounts|balances|contributions)))|; (?:however|but|whereas)\b,?(?=[^.;]*(?:@pre|@roth(?! ira)|match|deferred|company|employer))(?![^.;]*@a)[^.;]*\b(?:may|can|are|is)\b"
)


_BECAUSE = Pattern(
    r"(?:^\W*|,? )(?:since|because) (?!(?:19|20)\d\d)[^.;]*?(?=[.;]|$|, (?:you|they|participants?|members?|employees?)\b)",
    "since",
    "because",
)


_THEM = Pattern(r"\b(?:them|it)\b")


def _because_of(own: str) -> str:
    """A clause without its reason; of which money, only the reason may name: `because after-tax money is …, you may withdraw it`."""
    found = _BECAUSE.search(own)
    if found is None:
        return own
    rest = own[: found.start()] + own[found.end() :]
    return _THEM.sub("@at contributions", rest, 1) if "@at" in found[0] and "@at" not in rest else rest


def nearest(own: str) -> str:
    """The clause without what it goes on to say of other money."""
    own = _because_of(own)
    found = _NEXT_MONEY.search(own)
    return own[: found.start()] if found and "@a" in own[: found.start()] else own


def _taken_back(own: str, freed: str, hindered: bool, in_service: bool, around: str) -> bool:
    """Whether a clause with a denial or a hindrance says that after-tax money stays in while one is employed."""
    if "@at" not in own or not OUT.search(own):
        return False
    only = _ONLY_THEN.search(freed)
    if hindered:
        # Only in hardship: then as little as of any other money, which is no answer to what is asked here.
        aged = _AGE_OR_NEED.search(freed)
        return bool(only and not aged and not _OPEN_END.search(freed) and not FREELY.search(own))
    refused = _REFUSES.search(own)
    return bool(refused and in_service and not _OPEN_END.search(own) and not only and not _THAT_AGE.search(own))


_THAT_AGE = Pattern(r"\b59[._]5\b", "59")
_LOCKED = Pattern(
    r"@at\b[^.;@]{0,60}\b(?:not (?:be )?(?:available|accessible|payable|paid)|unavailable|locked(?: up| in)?|(?:stays?|remains?) in the plan)\b[^.;@]{0,20}\b(?:until|before|while|as long as) (?:you |your |they )?(?:are |still )*(?:leave|terminat|separat|retire|employ|work|sever)",
    "in the plan", "locked", "not", "unavailable",
)  # fmt: skip
_AGE_OR_NEED = Pattern(
    r"59[._]5|\bage\b|\bhardship|\bdisab|\bbirth|\bdisaster|\bemergenc|\bmilitary|\bfinancial need|\bapproval"
)
_OPEN_END = Pattern(
    r"\$\d|\buntil (?:you|they|it is|they are|he or she|a participant) (?:withdr|tak|conver|elect|request|choose|roll|mov)\w*|\binclud|\bmake @at contributions|\bpart\b|\bportion|\bunder \d|\bmore (?:often )?than\b|\bexcept\b|\bother than\b|\bless than\b|\bif\b|\bsuspen|\bminimum|\bmay also\b|\bpenalty|\btax|\bearnings\b|\bexceed|\bcontinue|\bonly (?:once|twice|one)|\bduring an?\b|\bblackout|\bonline\b|\bby (?:phone|telephone|mail|check)|\bin (?:kind|cash|the form|full)|\bpartial|\bwithin \d|\bwebsite|\bredeposit|\brepa"
)
_REFUSES = Pattern(
    r"\b(?:not|no|never|cannot|nor|none)\b[^.;]{0,60}?(?:\bwithdr|\bdistribut|\btake|\baccess|\bpaid|\breceive|\bremove|\bget\b|\bout\b|\bavailable|\bpermitted|\ballowed|\boffered)|\b(?:withdraw\w*|distribut\w*)\b[^.;]{0,60}\b(?:prohibited|unavailable|not (?:(?:be|currently|yet|now) )*(?:permitted|allowed|available|offered|made|possible|provided|taken|paid|an option))\b"
)
