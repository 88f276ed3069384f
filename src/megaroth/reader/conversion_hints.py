"""Hints that conversion can be set up once and then goes by itself: one that is clear, and one that only leaves a doubt.

Where a passage holds either, `on-request` would be the wrong way to plan. A hint stands in a clause on the conversion (its act,
`conversion`, or a pronoun for it) and is something that nobody does by hand: a word for what needs no hand, a rhythm of pay or
deposits, a single telling, somebody who does it for you.
"""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_CLAUSES = Pattern(
    r"; |\. | - |: |, (?=(?:and|or|but|so|which|while|whereas|although|though|yet)\b)|,? (?=(?:but|although|though|whereas)\b)| (?=so that\b)| (?=unless (?:you|they|a participant|the participant)\b)| or (?=(?:you|we|let|have|tell|ask|turn|sign|set|opt|elect|choose)\b)| and (?=(?:you|we|it|they|there)\b)"
)
PAYING = r"(?:(?:new |later |future |subsequent |such |of (?:your|the) )*(?:pay ?(?:roll|day|check|cheque|period|date|cycle)?s?|(?:@at )?(?:deposits?|contributions?|payments?)|night|evening|business day|day)\b)"
_NO_HAND = Pattern(
    r"\bautomat(?!\w* (?:enrol|increas|escalat|deferral|withh|rebalanc|contribut|cash|distribut|@at|invest))\w*|\bauto\b(?! (?:enrol|increas|escal))|\bauto-?(?:conver|roth|sweep)\w*|\bstanding\b(?! alone)|\brecur(?:s|ring)?\b|\brepeating\b|\bongoing\b|\bcontinu(?:ous|ing)(?:ly)?\b|\bevergreen\b|\bperpetual\b|\bsystematic\w*|\b(?:by|all by) (?:itself|themselves)\b|\bon (?:its|their) own\b|\bhands[- ](?:off|free)\b|\bautopilot\b|\bfrom then on\b|\bfrom that (?:point|day|time) (?:on|forward)|\bgoing forward\b|\bset (?:it )?and forget\b|\bset-it-and|\bby default\b|\bconvert(?:s)? (?:itself|themselves)\b|\bwithout (?:(?:you|your|any|having|further|anyone) )+\w+",
    "auto", "standing", "recur", "repeat", "ongoing", "continu", "evergreen", "perpetual", "systematic", "sel", "own", "hands",
    "from th", "forward", "forget", "default", "without ",
)  # fmt: skip
_RHYTHM = Pattern(
    rf"\b(?:each|every) (?:single |other )?(?:{PAYING}|time (?!you (?:\w+ )?(?:want|wish|like|request|ask|call|elect|convert|make|do|log)|a (?:request|conversion))(?:[\w'-]+ ){{0,5}}?(?:is|are|get|gets|comes?|goes|go|lands?|arrives?|posts?|posted|paid|made|received|deposited|credited)\b)|\b(?:daily|nightly|overnight|per[- ]pay\w*)\b|\bas soon as (?:practicable|administratively|possible|they|it|your|the|each|money|@at)\b|\b(?:when|as|after|once|the (?:day|night|moment|minute|instant|evening)|on the (?:same )?(?:day|night|date)) (?:that )?(?:it|they|each|every|(?:your |the |a |an |new )*(?:@at )?(?:contributions?|deposits?|money|dollars|payroll)) ?(?:is|are|'s|'re|has|have|been|gets?)* ?(?:comes?|goes|go|hits?|lands?|arrives?|reach(?:es)?|posts?|posted|made|received|deposited|credited|settles?|clears?)\b|\bupon (?:allocation|deposit|receipt|contribution|posting|crediting)\b|\b(?:same|very same) (?:business )?(?:day|night)\b",
    "each ", "every ", "ly", "overnight", "per", "as soon", "when ", "as ", "after ", "once ", "the ", "upon ", "same ",
)  # fmt: skip
_TOLD_ONCE = Pattern(
    r"\b(?:tell|ask|elect|enrol\w*|sign|set|call|instruct|authoriz\w+|choose|opt|register|request|turn|switch|tick|check|fill|submit|complete|need|do)\b[^.;]{0,40}\b(?:just |only )?(?:once\b(?! (?:a|an|per|each|every|you|your|it|they|the|we|in|or)\b)|one time\b(?! (?:a|per|each|every|in)\b))|\bone-time (?:election|enrol\w*|set-?up|sign-?up|instruction|authorization)\b|\b(?:tick|check|choose|select|pick|click|mark|use)\b[^.;\"]{0,25}\"[^\"]{0,40}\b(?:future|new|each|every|ongoing)\b[^\"]{0,40}\"|\b(?:it|this|they|conversions?) will (?:then )?(?:take place|happen|occur|be (?:done|made)|convert) (?:each|every) time\b|\b(?:stays?|remains?|continues?) (?:in (?:effect|place|force)|on)\b|\buntil (?:you|they) (?:\w+ )?(?:stop|cancel|revoke|turn|opt|change)\b",
    "once", "one time", "one-time", "each time", "every time", "future", '"', "stay", "remain", "continue", "until ",
)  # fmt: skip
_BOX_FOR_LATER = Pattern(
    r"\"[^\"]{0,30}\b(?:conver|sweep|move)\w*[^\"]{0,20}\b(?:future|new|each|every|ongoing)\b[^\"]{0,30}\"|\"[^\"]{0,20}\b(?:future|new|each|every|ongoing)\b[^\"]{0,30}\bconver[^\"]{0,20}\"",
    "future", "new", "each", "every", "ongoing",
)  # fmt: skip
"""`Tick “Convert future contributions”`: the box names what is still to come in."""
_DONE_FOR = Pattern(
    r"\b(?:let|have|leave|authorize|direct|instruct|allow|get|set)\b (?:[\w&'.-]+ ){1,4}?(?:(?:to )?(?:do|handle|take care of|run|look after|perform|process) (?:it|this|that|them|these|so|conversions?|the conver\w+)|(?:it|this|them|these|that|conversions?) (?:done|handled|made|taken care of|processed) )|\b(?:it|this|them|these|conversions?)(?: (?:is|are|be|gets?))? (?:done|handled|made|taken care of|converted|moved|swept) for you\b|\b(?:turn|switch)(?:ed|ing|s|es)? (?:it |this |them |the [\w -]{3,30} )?on\b|\b(?:turn|switch)(?:ed|ing|s)? on (?:the |an? |your )?[\w@ -]{0,30}\b(?:conver\w*|feature|option|switch|service|sweep)|\bconver\w* (?:feature|service|switch|program)\b[^.;]{0,30}\b(?:on|active|activated|enabled)\b|\b(?:enrol\w*|sign(?:ed)? up|opt(?:ed)?) (?:in|into|for) (?:the |an? |our |this )?(?:[\w@-]+ ){0,3}?(?:conver\w*|sweep|feature|service)\b|\bconver\w* (?:them|it|the money|@at|each|every)?[^.;]{0,25}\bfor you\b",
    "let ", "have ", "leave ", "authorize ", "direct ", "instruct ", "allow ", "get ", "set ", "for you", "turn", "switch", "feature", "service", "program", "sign", "opt", "enrol",
)  # fmt: skip
_DENIED = Pattern(
    r"\b(?:not|no|never|nor|neither|none|nothing|cannot|unavailable|isn't|aren't|without (?:an? )?(?:automat\w*|standing|recurring))\b"
)
_NO_ACTION = Pattern(
    r"\b(?:no|without)(?: (?:any|a|an|your|you|further|more|additional|new|separate|having|need(?:ing)?|to))* (?:action|calls?|forms?|steps?|request\w*|election|paperwork|call\w*|ask\w*|log\w*|doing|lifting|submit\w*|fil(?:l|e|ing)\w*|thinking)\b|\b(?:you|participants?|members?|they) (?:do|does|will|need) not(?: (?:have|need))?(?: to)? (?:do|call|ask|lift|request|think|remember|act|worry|file|submit|log|watch)\b[^.;,]*|\b(?:do|need) (?:not )?(?:do )?nothing\b|\bnothing (?:further|more|else)?\b ?(?:is |has to be |need be )?(?:needed|required|done|to do)\b|\b(?:no|nothing) (?:more|further|else)(?: (?:is|has))?(?: (?:to be|for you to|you (?:need|have) to))? (?:done|do|needed|required)\b|\bnext to (?:no|nothing)\b|\blittle or no(?:thing)?\b|\bnot (?:only|just)\b|\bno (?:later|more) than\b|\bif (?:you|they) do not\b|\bnot (?:taxed|taxable|reversible)\b|\bcannot be (?:undone|reversed)\b",
    "no", "without", "cannot",
)  # fmt: skip
_OTHER_MATTER = Pattern(
    r"\b(?:enrol\w*(?! (?:in|for) (?:it|this|the (?:\w+ )?(?:conver|feature|service)))|increas\w*|escalat\w*|rebalanc\w*|invest\w*|target date|withh\w*|taxes|taxed|taxable|report\w*|1099\S*|statements?|match(?:ing|ed|es)?|loans?|borrow\w*|repa(?:y|id)\w*|e-?mail\w*|mail(?:ed)?|confirmation|pric(?:e|ed|es)|valued|valuation|withdraw\w*|hardship|distribut\w*|spill\w*|limit|deferrals?|your (?:rate|percentage)|rate|percent|vest(?:s|ed|ing)?|insurance|dividends?|transfer of ownership|webinars?|remind\w*|advisers?|advisors?|iras?|newsletters?|wait(?:ing)?|quote|example|deduct\w*|pay (?:changes|rises)|growth|grows?|treated|(?:switch\w*|chang\w*|mov\w*)(?: over)? to @at|tax[- ]free|free of)\b"
)
_BY_HAND = Pattern(
    r"\b(?:participant|member|employee|user|self)[- ]initiated\b|\bmanual(?:ly)?\b|\bby hand\b|\b(?:each|every) (?:time|conversion|one|request|election)\b[^.;]{0,40}\b(?:you|call|request\w*|form|elect\w*|repeat|needs?|require[sd]?|must|separate|has to)\b|\b(?:call|request|ask|log (?:in|on)|submit|do (?:this|it|so)|go online|repeat)\b[^.;]{0,40}\b(?:each|every) (?:time|conversion)\b(?! (?:payroll|money|a |your |they|it))|\bneeds? an? (?:request|call|form)\b|\b(?:new|separate|another|own|fresh) (?:request|election|call|form)\b|\bas often as\b|\bany (?:business )?day\b",
    "each ", "every ", "new ", "separate", "another", "own ", "fresh", "as often", "any ", "need", "initiated", "manual", "by hand",
)  # fmt: skip
_MAY_COME = Pattern(
    r"\b(?:committee|employer|company|board|administrator|trustees?|plan|recordkeeper) (?:may|might|could)\b",
    " may", " might", " could",
)  # fmt: skip
_AT_EACH_CALL = Pattern(
    r"\b(?:each|every|any) time (?:that )?(?:you|they|he or she|a participant|the participant) (?:calls?|asks?|requests?|phones?|elects?|submits?|logs?|goes|go|do|does)\b|\b(?:when|whenever|if|once|after) (?:you|they|a participant) (?:request|ask for|make|initiate|submit)s? (?:an? |each |one\b|your )",
    "time ", "when", "if ", "once ", "after ",
)  # fmt: skip
"""`Each time you call, the whole balance is automatically converted.`"""
_ASKED_FOR = Pattern(
    r"\brequest\w*|\bcall(?:ing|s)?\b|\bphon(?:e|ing)\b|\bgo(?:ing)? (?:on ?line|to)\b|\blog(?:ging)? (?:in|on)\b|\bsubmit\w*|\b(?:you|participants?|they) (?:can|may|must)\b[^.;,]{0,20}\bconvert\b",
    "request", "convert", "call", "phon", "go", "log", "submit",
)  # fmt: skip
"""A rhythm beside these is how often one may ask, or how soon it is done."""
_CONVERSION = Pattern(r"\bconver\w*|\bin-plan\b|@roth\b|\bsweep\w*|\bswept\b", "conver", "in-plan", "@roth", "swe")
_BECOMES_ROTH = Pattern(
    r"\bconver\w*|\bin-plan\b|\bsweep\w*|\bswept\b|\b(?:in)?to (?:[\w'-]+ ){0,4}?@roth\b|\bbecom(?:e|es|ing) (?:[\w'-]+ ){0,3}?@roth\b",
    "conver", "in-plan", "swe", "to ", "becom",
)  # fmt: skip
"""A rhythm in a sentence that only names Roth, `… that you choose when money goes into the plan`, is that of paying in."""
_NOT_HERE = Pattern(
    r"\b(?:roadmap|(?:vendor|recordkeeper)'s list|no date|nothing left|looked into|has not (?:\w+ )?(?:signed|turned|added|adopted)|not (?:turned on|offered|available|supported|had|yet)(?! (?:by|over|through|via|on|online)\b)|cannot do|negotiations?|for now|some clients)\b|(?:: ?|\| )(?:not\b|no\b(?! action| call| form)|none|n/a|unavailable|off\W*$)|\bin-plan conversion kit\b"
)
"""What others have, or may come."""
_AT_HAND = Pattern(
    r"\b(?:conversions?|requests?|they|it)(?: requests?)?\b[^.;]{0,40}? (?:is|are) (?:then )?(?:processed|executed|completed|priced)\b[^.;]{0,20}\b(?:(?:each|every|same|next|following) (?:(?:business )?day|pay\w*)|overnight)\b|\b(?:per|each|every) pay period\W*$|^(?:it|they|this|that)(?:'s| is| are) (?:done|processed|carried out) overnight\W*$|\bhave to do (?:this|it|so) (?:each|every) time\b",
    "each ", "every ", "per ", "overnight", "processed", "executed", "completed", "priced",
)  # fmt: skip
"""When what was asked for is carried out, or how often one may ask."""
_ASIDE = Pattern(
    r"\bfrom (?:then|that (?:day|time|point)) (?:on|forward)\b[^;]*\b(?:tax|free|treated)\b|\bauto\w*[- ](?:switch|chang|continu|transition|rollover)\w*(?: over)? to @at\b[^.;]*",
    "from th", "auto",
)  # fmt: skip
"""What grows tax-free from then on; contributions that go on as after-tax ones."""
_FOR_IT = Pattern(r"\b(?:it|this|that|them|they|these|so)\b")
_DOES = Pattern(
    r"\b(?:do|does|doing|done|happens?|happening|occurs?|handle[sd]?|convert(?:s|ed)?|conversions?|sweeps?|swept|mov(?:e|es|ed)|takes? (?:care|place)|take care|made|makes|repeats?|run|runs|goes|processed|performed|set)\b"
)
UNCLEAR, CLEAR = "unclear", "clear"


def hint(text: str, after: bool) -> str:
    """Whether a sentence hints that conversion goes, or can be set up to go, by itself; `after`: it follows one on conversion."""
    text = _ASIDE.sub(" ", text)
    if not (_NO_HAND.search(text) or _RHYTHM.search(text) or _TOLD_ONCE.search(text) or _DONE_FOR.search(text)):
        return ""
    if is_by_hand(text) or _AT_EACH_CALL.search(text):
        return ""
    told = bool(_NO_HAND.search(text) or _TOLD_ONCE.search(text) or _DONE_FOR.search(text))
    by_hand = _AT_HAND.search(text) and not (_TOLD_ONCE.search(text) and _DONE_FOR.search(text))
    if _NOT_HERE.search(text) or (by_hand and ("request" in text or not _NO_HAND.search(text))):
        return ""
    if _ASKED_FOR.search(text) and not told:
        return ""
    own = bool(_CONVERSION.search(text)) and (told or bool(_BECOMES_ROTH.search(text)))
    if not own and not (
        after and (_FOR_IT.search(text) or _NO_HAND.search(text) or _DONE_FOR.search(text) or _TOLD_ONCE.search(text))
    ):
        return ""
    if not own and _OTHER_MATTER.search(text) and not _DONE_FOR.search(text):
        return ""
    found, told_once = "", False
    for clause in _CLAUSES.split(_NO_ACTION.sub(" automatically ", text)):
        said = _in_clause(clause)
        if said and told_once and _RHYTHM.search(clause) and _FOR_IT.search(clause) and _DOES.search(clause):
            said = CLEAR  # `ask once, and they repeat it each payday`
        told_once = bool(said and _TOLD_ONCE.search(clause))
        if said == CLEAR and not _MAY_COME.search(text):
            return CLEAR
        found = found or (UNCLEAR if said else "")
    return found


def is_by_hand(text: str) -> bool:
    """Whether a sentence has one ask each time, and knows no other way."""
    return bool(_BY_HAND.search(text)) and not _NO_HAND.search(text) and not _TOLD_ONCE.search(text)


def _in_clause(clause: str) -> str:
    no_hand, rhythm = _NO_HAND.search(clause), _RHYTHM.search(clause)
    done_for, once = _DONE_FOR.search(clause), _TOLD_ONCE.search(clause)
    if not (no_hand or rhythm or once or done_for) or _DENIED.search(clause) or _OTHER_MATTER.search(clause):
        return ""
    if _BY_HAND.search(clause) and not no_hand:
        return ""
    if once and _BOX_FOR_LATER.search(clause):
        return CLEAR
    about = _CONVERSION.search(clause) or _FOR_IT.search(clause)
    if about and _DOES.search(clause) and (no_hand or (rhythm and (done_for or once))):
        return CLEAR
    return UNCLEAR


def is_a_rhythm(text: str) -> bool:
    """Whether all that hints at it is a rhythm, in which one could ask as well: `call after each payroll`."""
    return not (_NO_HAND.search(text) or _TOLD_ONCE.search(text) or _DONE_FOR.search(text))


_EACH_ASKED_FOR = Pattern(
    r"^(?!.*\b(?:unless|until|but|if|except|only)\b).*\b(?:not|never)\b[^.;,]{0,25}\b(?:automatic(?:ally)?|by (?:itself|themselves)|on (?:its|their) own)\b",
    "not ", "never ",
)  # fmt: skip


def is_denied(text: str) -> bool:
    """Whether a sentence, on a conversion, says that it does not go by itself: `They do not run it automatically for us`."""
    return bool(_EACH_ASKED_FOR.search(text)) and not _OTHER_MATTER.search(text)
