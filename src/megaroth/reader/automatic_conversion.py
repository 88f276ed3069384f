"""Automatic conversion: that it goes on by itself, as often as money goes in or from one request on; or that it may."""

from __future__ import annotations

from megaroth.reader.conversion_act import BESIDE_IT, FOREIGN, acts, after_last, clause_around
from megaroth.reader.conversion_denied import DENIAL, NOT_DOING, TAKEN_AWAY
from megaroth.reader.conversion_words import signed_up
from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


_ITSELF = Pattern(
    r"\bautomatic(?:ally)?\b|\bautomat(?:ed|es?)\b|\bauto\b|\bauto-?conver|\bstanding\b|\brecurring\b|\bevergreen\b|\bperpetual\b|\bcontinu(?:ous|ing)(?:ly)?\b|\bongoing\b|\bby (?:itself|themselves)\b|\bsweep|\bswept\b|\bwithout (?:any |your |you |anyone |further |additional )*(?:action|calls?|steps?|having|doing|request|lifting)|\bhands[- ]off\b|\bauto-?pilot\b|\bgoing forward\b|\bas soon as\b|\b(?:daily|nightly) conver|\b(?:turn|switch)(?:s|ed|ing|es)? (?:it |this )?on\b|\bset (?:it )?and forget\b|\bno action (?:is )?(?:needed|required|necessary)\b|\byou (?:need|have to) do nothing\b",
    "auto", "standing", "recurring", "evergreen", "perpetual", "continu", "ongoing", "by itself", "by themselves", "sweep", "swept",
    "without", "hands", "going forward", "as soon as", "daily", "nightly", " on", "forget", "no action", "nothing",
)  # fmt: skip
_EACH_TIME = Pattern(
    r"\b(?:each|every) time (?:payroll|contributions?|money|they|it|a deposit|your (?:pay|contributions?|deposits?)|you are paid|we pay)\b|\b(?:each|every) (?:new )?(?:pay ?(?:roll|day|check|period|date)?s?|payroll (?:cycle|date|period)|deposit|contribution|@at contribution|night|evening|day|business day|other week|two weeks|second week|(?:mon|tues|wednes|thurs|fri)day|week|month|quarter)\b|\b(?:night|dai|week|month|quarter)ly\b|\bovernight\b|\b(?:same|next|following) (?:business )?(?:day|night)\b|\bimmediately\b|\bright away\b|\b(?:within|after) (?:about |around |approximately )?(?:an? |one |two |three |\d )+(?:business )?(?:days?|hours?)\b|\bonce (?:a|each|every|per) (?:day|week|month|quarter)\b|\bas (?:they|it|each one) (?:are|is|comes?|goes?|arrives?|posts?) \w+|\bupon (?:deposit|receipt|contribution)\b|\b(?:on )?the (?:night|day|same day|evening) (?:it|they|each|after|of|on)\b|\bat the end of (?:each|every)\b|\bas of the (?:date|day) of (?:its|their) (?:receipt|deposit|contribution)\b|\bper pay\w*",
    "each ", "every ", "ly", "same ", "next ", "following ", "right away", "overnight", "within ", "after ", "as ", "upon ", "at the end", "as of", "per pay", "the night", "the day", "the evening", "the same", "once ",
)  # fmt: skip
_TIED = Pattern(
    r"\bon the same (?:business )?day\b|\b(?:each|every) (?:day|night|time) (?:they|it|money|contributions?|deposits?) (?:arrive|come|post|go|land|is|are)\w*|\b(?:each|every) time (?:payroll|contributions?|money|they|it|a deposit|your (?:pay|contributions?|deposits?)|you are paid|we pay)\b|\b(?:each|every) (?:new |later |future |subsequent )*(?:pay ?(?:roll|day|check|period|date)?s?|payroll (?:cycle|date|period)|deposit|contribution|@at (?:contribution|deposit))\b|\bas (?:they|it|each one) (?:are|is|comes?|goes?|arrives?|posts?) \w+|\bupon (?:deposit|receipt|contribution)\b|\b(?:on )?the (?:night|day|same day|evening) (?:it|they|each|of)\b|\bper pay\w*",
    "each ", "every ", "as ", "upon ", "the night", "the day", "the evening", "the same", "per pay",
)  # fmt: skip
"""As often as money goes in: nobody asks that often."""
_NOT_ITSELF = Pattern(
    r"\b(?:not|never|no|nor|without|isn't|aren't|nothing)\b[^.;,]{0,30}\b(?:automat|standing|recurring|ongoing|by (?:itself|themselves))|\bautomat\w* (?:enrol|increas|escalat|deferral|withh|rebalanc|switch|continue|transfer to @at|change to @at|contribut|cash|distribut|rollover (?:to|into) an? ira)|\b(?:automat\w*|recurring|standing)\b[^.;]{0,40}\b(?:not|no longer)\b|\b(?:each|every) (?:time|conversion)\b(?! (?:you (?:are|get) paid|we pay|payroll|money))[^.;]{0,40}\b(?:call|request|form|elect|you)|\b(?:taxed|withheld|reported|included)\b[^.;]{0,15}\bautomat|\bautomat\w*[^.;]{0,15}\b(?:taxed|with(?:held|hold)|reported|included)\b|\b(?:automat\w*|recurring|standing)(?: (?:conversions?|elections?|option))?\W{1,3}(?:n|no|none|n/a|not)\b(?! (?:action|further|call|fee|cost|limit))"
    r"|\b(?:when|if|each time|after|every time|once) you (?:execute|request|make|initiate|perform|call|submit|do|complete|process|convert)\b",
    "automat", "standing", "recurring", "ongoing", "each ", "every ", " you ", "itself", "themselves",
)  # fmt: skip
_ASKED = Pattern(
    r"\b(?:may|can|could|able|option|elect(?:s|ed|ing|ions?)?|choos\w+|request\w*|ask|call|permit\w*|allow\w*|lets?|offer\w*|available|(?<!we )(?<!will )(?<!plan )convert your|eligible|must|need to|initiat\w+|up to|more than|conversions?)\b"
)


_LATER_ONES = Pattern(
    r"\b(?:later|future|new|subsequent|following|upcoming|all) @at (?:contributions?|deposits?)(?: (?:to|will|then|also|automatically))*(?: (?:be|are|get))? (?:automatically )?(?:switched|converted|moved|swept|transferred|rolled|turned)\b[^.;]{0,30}\b(?:each|every) (?:pay\w*|time|month|quarter)",
    "later ", "future ", "new ", "subsequent ", "following ", "upcoming ", "all ",
)  # fmt: skip
"""`Ask that later contributions be switched each pay period`."""
NO_CALLS = Pattern(
    r",? ?\b(?:without|instead of|rather than) (?:your )?(?:calling|asking|having to (?:call|ask|request|log|do)|logging in|requesting|submitting|going)\b[^.;,]{0,40}\b(?:each|every)\b(?: \w+)?"
    r"|(?:,? ?\b(?:so|and|meaning|which means)(?: that)? |; )you (?:do not|will not|need not|never)(?: (?:have|need))?(?: to)? (?:call|ask|remember|request (?:it|one|them)|log in|think about it|do (?:it|this|anything)|(?:tick|check|sign|click|file|submit|fill) \w+|give it another)\b[^.;,]{0,40}"
    r"|\bif you (?:would rather|prefer to|prefer|do not want to|would prefer to)(?: not)?(?: have)?(?: to)? (?:call|ask|request (?:it|one|them)|log in)\b[^.;,]{0,20}\b(?:each|every) time,?",
    "tick", "check", "sign", "click", "file", "fill", "call", "ask", "request", "log", "remember", "submitting", "going", "having to", "think about", "do ", "give it",
)  # fmt: skip
"""`So you don't have to call each time`: it goes on by itself."""


def is_automatic(text: str, act: re.Match[str], label: str = "") -> bool:
    """Whether the clause of an act says that it goes by itself, or is done as often as money goes in."""
    before, after = clause_around(text, act.start(), act.end())
    whole = f"{before}{act[0]}{after}"
    if (act[0].startswith(_DONE) and _WAS.search(before)) or TAKEN_AWAY.search(before):
        return False
    if (gap := after_last(DENIAL, before)) is not None and NOT_DOING.match(gap):
        return False
    if _NOT_ITSELF.search(whole) and _NOT_ITSELF.search(_OTHER_DENIAL.sub(" ", whole)):
        return False
    if _ITSELF.search(act[0]) or before.endswith(_AS_A_RULE) or _beside(_ITSELF, before, after):
        return True
    done = act[0].startswith(_DONE) or _ALONE.search(before) or _TOLD_TO.search(before)
    if "@at" not in whole and "@basis" not in whole and ("@at" not in label or before.strip(" ,-|\"'(•")):
        return False  # `Converted to Roth for you, each payday`, below after-tax money
    if not done or (_MAY_BE.search(before) and not signed_up(text)):
        return False
    if _TOLD_TO.search(before) and _beside(_DAILY, before, after):
        return True
    if signed_up(text) and _beside(_EACH_TIME, before, after):
        return True
    return _beside(_TIED, before, after) or (not _ASKED.search(whole) and _beside(_EACH_TIME, before, after))


_WAS = Pattern(r"\b(?:was|were|had been|used to be)(?: \w+)? $", "was ", "were ", "had been ", "used to be ")
_AS_A_RULE = ("daily ", "nightly ", "same-day ", "per-payroll ", "each-payroll ", "payroll-by-payroll ")
_DAILY = Pattern(r"\b(?:daily|nightly|overnight|(?:each|every) (?:day|night))\b", "daily", "night", "each", "every")
"""`Have them converted daily`: nobody asks that often."""
_OTHER_DENIAL = Pattern(
    r",? \bunless (?:you|they|a participant)\b[^.;]*|\b(?:not|cannot|never)(?: be)? (?:reported|taxed|taxable|withheld|matched|undone|reversed|cancell?ed|changed back|moved back)\b",
    "unless", "not ", "never ",
)  # fmt: skip
_DONE = (
    "converted",
    "swept",
    "moved",
    "rolled",
    "transferred",
    "turned",
    "moves",
    "converts",
    "sweeps",
    "rolls",
    "transfers",
    "turns",
    "changed",
    "changes",
    "flips",
    "flipped",
)
_MAY_BE = Pattern(r"\b(?:may|can|could|must|to)(?: also| then)? be $")
_TOLD_TO = Pattern(r"\b(?:tell|direct|instruct|set|have|let|program|schedule)\b[^.;]{0,50}$")


def _beside(pattern: Pattern, before: str, after: str) -> bool:
    """Whether a word stands near, before or after an act, with nothing foreign between."""
    if not pattern.search(f"{before} | {after}"):
        return False
    if (gap := after_last(pattern, before)) is not None and len(gap) < 110 and not FOREIGN.search(gap):
        return True
    given = pattern.search(after)
    return given is not None and given.start() < 120 and not FOREIGN.search(after[: given.start()])


_ALONE = Pattern(
    r"(?:(?:\b(?:we|they|it|plan|recordkeeper|trustee|system|company)|@at(?: \w+)?)(?: |'ll )(?:will |shall |then |also )*)$"
    r"|\b(?!you\b|participants?\b|employees?\b|members?\b|associates?\b|who\b|that\b|which\b|and\b|not\b)[\w.&]+ will (?:then |also )?$"
)
_BY_ITSELF_ALONE = Pattern(
    r"^\W*(?:yes\W+)?(?:(?:this|it|they|these|that|(?:the )?conversions?) )?(?:(?:is|are|happens?|goes|occurs?|takes? place|runs?|done|made|performed) )*(?:fully |each |every )?(?:automat|dai?ly|nightly|standing|recurring|pay(?:roll|day| period| date)|same[ -]day|by itself|without (?:any |your )*action)"
)


FOR_ALL = (
    r"\b(?:instruction|election|direction|request|authorization)s?(?: to convert)? (?:will |shall |then |also )*(?:appl(?:y|ies)|extends?|continues? to apply|covers?|remains? in (?:effect|force)|stays? in (?:effect|force|place)|continues? in effect)(?: to| for)?\b[^.;]{0,40}\b(?:(?:all |any |each |every )*(?:future|later|subsequent|new|ongoing)|made in the future|until (?:you|it is|the participant|they|revoked|changed|cancelled|canceled|he or she))\b|"
    r"\b(?:continuing|continuous|standing|recurring|ongoing) (?:\w+ )?(?:instructions?|elections?|directions?|requests?)\b"
    r"|\bautomat(?:e|es|ing|ed) (?:my |your |the |these |future |@at |@roth )*conversions?\b"
)
"""One request for all that is to come."""
_REPEATS = Pattern(
    rf"\b(?:choose|select|pick|elect)\b[^.;]{{0,20}}\b(?:each|every) pay\w*|\b(?:up to you|you (?:can |may )?(?:choose|decide|select|pick)|your choice)(?: of)? (?:whether|if|between)\b[^.;]{{0,60}}\bautomatic\w*|\b(?:set|put|turn|switch|make|have|let|leave|run)\w* (?:it|them|this|these|conversions?)(?: \w+){{0,4}}? (?:auto-?pilot|automatic(?:ally)?|repeat\w*|recurring|standing|(?:each|every) (?:new )?(?:pay\w*|time|contribution|deposit))\b|{FOR_ALL}|\bset (?:it |this )?up once\b|\b(?:it|that|this) (?:then )?repeats\b|\b(?:it|this|they|conversions?|which) (?:(?:can|may|also) )*(?:be|is|are) set (?:up )?to (?:happen|run|repeat|occur|convert)\b[^.;]{{0,20}}\b(?:each|every|daily|automatic\w*|recurring)\b",
    "auto", "repeat", "recurring", "standing", "each", "every", "up once", "continu", "ongoing", "daily", "instruction", "election", "direction", "request", "authorization", "up to you", "choice", "you ",
)  # fmt: skip
"""What one sets once, and what goes on by itself from then on."""


_ONCE_THEN = Pattern(
    r"^(?!.*\b(?:enrol|increas|deferral|rebalanc|withdraw|match|invest|valu|fund|tax|report|statement|trad|pric|fee))(?:\W*|.*\b(?:ask|call|tell|sign|elect|fill|request|submit|complet|turn|set|instruct|authoriz|choose|once|from then on)\w*\b[^.;]{0,60}\b)(?:it|this|that|they|conversions?) (?:(?:is|are|will be|gets?) (?:then |thereafter |after that |from then on )*(?:done|made|processed|run|repeated|converted)|(?:will )?(?:then |thereafter )*(?:happens?|takes? place|runs?|goes|repeats?))(?: on)? (?:for you )?(?:then |thereafter )?(?:automatically|daily|nightly|overnight|by (?:itself|themselves)|on (?:its|their) own|(?:each|every) (?:business )?(?:day|night|pay\w*|week|time))\b",
    "automatically", "daily", "nightly", "overnight", "itself", "themselves", "own", "each ", "every ",
)  # fmt: skip
_IN_QUOTES = Pattern(
    r"\b(?:flip|turn on|check|tick|choose|select|pick|set|enable|click|mark)\w*(?: on)?(?: (?:the|a|your))?(?: (?:box|switch|option|setting|line))? \"(?:auto[- ]?|always )?(?:convert|move|sweep)\b[^\"]*\b(?:each|every) (?:pay\w*|day|night|contribution|deposit)",
    '"',
)
"""`Tick “Convert on each payday”`."""


def goes_on_by_itself(text: str) -> bool:
    """Whether a sentence says of the conversion before it that it is done again and again: `Ask once, and it is then done daily`."""
    return bool(_ONCE_THEN.search(text)) and not _NOT_ITSELF.search(text) and not DENIAL.search(text)


def is_set_once(text: str) -> bool:
    """Whether a sentence has one ask or tick once for all that is to come."""
    return bool(_LATER_ONES.search(text) or _IN_QUOTES.search(text))


def answers_automatic(text: str) -> bool:
    """Whether a short answer below or beside a label on conversion says that it goes by itself: `Daily`."""
    return bool(_BY_ITSELF_ALONE.match(text) or _REPEATS.search(text)) and not _NOT_ITSELF.search(text)


def repeats(text: str) -> bool:
    """Whether a sentence says of what was named before it that one may have it go on by itself."""
    return bool(_REPEATS.search(text)) and not _NOT_ITSELF.search(NO_CALLS.sub(" ", text))


_SIGN_OF_ITSELF = Pattern(
    r"\bautomat|\bauto-?conver|\bstanding\b|\brecurring\b|\bevery (?:pay\w*|day|night|deposit|contribution|time)\b|\beach (?:pay\w*|day|night|deposit|@at contribution|time)\b|\b(?:daily|nightly|overnight)\b|\bsame day\b|\bas soon as (?:practicable|administratively|possible|they|it)\b|\bwithout (?:any )?further\b|\bno further (?:action|election|request)\b|\bfrom then on\b|\bgoing forward\b",
)


_CONVERTS = Pattern(
    r"\bconvert(?:s|ed)?\b(?! (?:@\w+ )?(?:amounts?|balances?|money|accounts?|contributions?|funds|dollars)\b)",
    "convert",
)


_DONE_BY_HAND = Pattern(
    r"^(?!.*(?:automat|standing|recurring)).*(?:\bby (?:calling|phoning|asking|submitting|logging in|requesting)\b[^.;]{0,20}\b(?:each|every) time\b|\byou (?:can|may|must|need to|have to) (?:go on ?line|call|log (?:in|on)|phone|submit)\b)",
    "call", "phon", "ask", "submit", "log", "request", "online", "on line",
)  # fmt: skip
"""`After every payroll you can go online and convert the new money.`"""


def may_go_by_itself(text: str) -> bool:
    """Whether a sentence on conversion has a sign that it goes on by itself, which nothing in it denies."""
    if (
        not _SIGN_OF_ITSELF.search(text)
        or ("request" in text and not _TIED.search(text))
        or not (acts(text) or _CONVERTS.search(text))
    ):
        return False
    if _DONE_BY_HAND.search(text) and "once" not in text:
        return False
    return not _NOT_ITSELF.search(text) and not DENIAL.search(text) and not BESIDE_IT.search(text)
