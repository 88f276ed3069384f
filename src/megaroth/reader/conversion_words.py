"""Turns of phrase on conversion, put as the rules of `become_roth.py` know them; lists of what cannot be had; answers on each time."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_PLAINER = (
    (
        Pattern(
            r"^(?:although|though|while|even though) [^,;.]{0,30}\b(?:law|code|irs|congress|rules|plans|employers)\b[^,;.]{0,40}, (?=(?:our|this|the) )",
            "though ", "while ",
        ),
        "",
    ),
    (
        Pattern(
            r"^(?:although|while|though|even though) [^,.;]{0,20}\b(?:cannot|not)\b[^,.;]{0,20}\b(?:automat\w*|by (?:itself|themselves)|recurring|repeat\w*)\b[^,.;]{0,12}, ",
            "though ", "while ",
        ),
        "",
    ),
    (Pattern(r"\bre-?designat(?:e(?=s?\b))?(?P<how>(?:s|ed|ing)?)\b(?P<what>[^.;]{0,60}?) as (?=(?:[\w'-]+ ){0,2}@roth)", "designat"), r"convert\g<how>\g<what> to "),
    (Pattern(r"\bno longer (?=(?:offered|available|permitted|allowed|provided|possible|supported)\b)", "no longer "), "not "),
    (Pattern(r",? however,(?= )", " however,"), ""),
    (Pattern(r"\b(?P<be>is|are) not an? (?=(?:way|means|method|mechanism|possibility|provision) (?:of|for|to|by which)\b)", " not a"), r"\g<be> no "),
    (
        Pattern(
            r",? \b(?:unless(?: and until)?|until) (?:(?:this|the|such) (?:plan|section|article|paragraph|provision|agreement)(?: [\d.-]+)?|it) (?:is|has been|shall have been|shall be) (?:so |hereafter |first )?(?:[a-z]+ by (?:an? )?(?:written )?amendment|amended)\b[^.;]*",
            "amend",
        ),
        "",
    ),
    (Pattern(r",? ?\(?\bbut not (?:an? |any |in )?(?:part|portion|less)s?(?: of (?:it|them))?\b\)?,?", "but not "), ""),
    (Pattern(r"\b(?:is|are) (?:also )?convertible (?=(?:in)?to\b)", "convertible"), "may be converted "),
    (Pattern(r"\bbe the subject of an? (?=(?:@at |@roth )?in-plan\b)", "subject of"), "be made an "),
    (Pattern(r"\b(?:no|not) more (?:often |frequently )?than\b", " more "), "up to"),
    (
        Pattern(
            r"\b(?:nothing|none)(?= (?:in|of|within) (?:your|the|it|these|those|this|them)\b[^.;,]{0,50} (?:can|may|could) be\b| (?:can|may|could) be (?:converted|moved|swept|transferred|rolled))",
            "nothing ", "none ",
        ),
        "no money",
    ),
    (
        Pattern(
            r"\bset (?:it|this) and forget (?:it|this)\b|\bset-(?:it-)?and-forget(?:-it)?\b|\bon autopilot\b",
            "forget", "autopilot",
        ),
        "automatically",
    ),
)  # fmt: skip
_OWN_TURNS = Pattern(
    r"\bonce your (?:new )?accounts? (?:is|are|has been) (?:open|opened|set up|active|activated)(?: (?:at|with) [\w.&-]+(?: [\w.&-]+)?(?= (?:you|they|we)\b|,))?,?|\b(?:un)?till? (?:it|they|all|everything)(?:'s| is| are| has been| have been)? (?:all |fully |both )?converted\b|\(?\bbut not (?:an? |any |in )?(?:part|portion|less)s?(?: of (?:it|them))?\b\)?|\bwithout (?:withdrawing|cashing|taking (?:it|them) out|leaving)(?=\W*$|[,;.]| - )|,? ?\b(?:asked|called|applied) for (?=online|by|on|through|over|in)|,? ?\b(?:not|no|never)\b(?: [\w-]+){0,3}? (?:eligible for|offer(?:ed)?|available|have|allow|support|permit(?:ted)?) (?:the |an? |any )?(?:automatic|recurring|scheduled|standing) (?:@roth |in-plan |@at )*(?:conversions?|requests?|instructions?|orders?)\b(?:, but)?"
    r"|\bwithout (?:having to (?:take|withdraw|move) )?(?:taking|leaving|withdrawing|moving|removing|cashing|touching|drawing)?\b[^.;,]{0,25}\b(?:out(?: of)?|from|leaving|outside(?: of)?)(?: (?:the|your|our) (?:[\w()]+ ){0,2}(?:plan|account|401k))?|\bwithout leaving the plan\b"
    r"|\b(?:no|without (?:an?|any)) (?:further |more |additional |new |separate )*(?:election|action|request|form|call|step|paperwork)s? (?:is |are |being )?(?:needed|required|necessary)\b|\b(?:little or|next to|hardly any|almost) (?:nothing|no (?:growth|earnings|gains?|tax(?:es)?|taxable \w+))\b|,? ?(?:and |so )?\b(?:nothing (?:further|more|else) (?:is |has to be |need be )?(?:needed|required|done)|there is nothing (?:further|more|else|left)? ?to do)\b|\bwithout being (?:held|limited|restricted|subject|bound)\b|\b(?:recurring|automatic|scheduled|standing) (?:@roth |in-plan |@at )*(?:conversions?|requests?|instructions?|orders?) (?:is|are) not (?:currently |yet )?\w+(?: by (?:the )?\w+)?|\b(?:on|upon|by) (?:your )?request only\b|\bonly (?:on|upon|by|at) (?:your )?request\b|\b(?:do|does|will) not (?:stay|remain|sit)\b|\(?\bnot (?:available|open|offered) to (?:retirees|former|terminated|beneficiaries|alternate payees)[^).;,]*\)?|\buntil you (?:ask|tell|direct|instruct|request|call)\b|^(?:although|while|though|even though) [^,.;]{0,20}\b(?:cannot|not)\b[^,.;]{0,20}\b(?:automat\w*|by (?:itself|themselves)|recurring|repeat\w*)\b[^,.;]{0,12}, |,? or only (?= *~)|\bgrandfathered (?=@at\b)|\b(?:it is|it's) (?:up to you|your choice) whether\b"
    r"|\bif you'd (?:like|rather|prefer)\b[^,;.]*,?|,? ?\bwhen(?:ever)? (?:it|that|the time|the mood) (?:suits|is convenient(?: for)?|works for|pleases|strikes|takes)(?: you)?\b|,? ?\b(?:or )?(?:only )?(?:when(?:ever)?|if|any ?time|each time|every time|as often as) you(?:'d)? (?:so |would )?(?:ask|call|like|wish|choose|want|decide|request|click|log|tell|direct|instruct|elect|prefer|please)\w*(?: (?:us|them|it|for it|to|for one|one|an?|conversions?|or \w+|in))*(?=\W*$|[,;.]|,? (?:and|or)\b)",
    "conver", "request", "instruction", "order", "without ", "election", "action", "form", "call", "step", "paperwork", "nothing", " you ", "you'd ", "whether", "not ", "only", "grandfathered ", "account",
)  # fmt: skip
"""`It isn't eligible for automatic conversion, but you may convert it`, `without taking it out of the plan`."""
_ONCE_SET = Pattern(
    r"\b(?:once|when|after) (?:it|this) (?:is|has been) (?:turned |switched )?on\b,?|\b(?:once|when|after|if) (?:the|this|your|that|an?) (?:[\w-]+ ){0,2}?(?:feature|option|service|election|conversion|switch|instruction|request) (?:is|has been|are) (?:switched on|turned on|set up|on|elected|made|active|activated|in (?:place|effect)|on file|given|received)\b,?|,? ?\bif so,|,? ?\b(?:when|as|after|once) (?:it|they|each(?: one)?) (?:is |are )?(?:comes? in|arrives?|lands?|posts?|posted|received|deposited|credited|made)\b|,? ?\b(?:after|when|once) (?:it|they|each(?: one)?) (?:reach|arrive|come|get|go)(?:es|s)?(?: (?:in|into|at|to|the|your|plan|account|fund))*\b|,? ?\b(?:un)?till? (?:you|they|he or she|a participant|the participant) (?:tell|ask|direct|instruct|notify|call)s?\b[^.;,]{0,30}\bstop\b|,? ?\b(?:if|once|when|after|provided(?: that)?|for those who|for participants who|until) (?:you|they|he or she|an? participant|the participant|participants?|employees?)?(?: have| has|'ve)? ?(?:so )?(?:sign(?:s|ed)? up|enroll?(?:s|ed)?|opt(?:s|ed)? (?:in|into|for)|(?:turn|switch|flip)(?:s|ed|ped)?(?: (?:it|this|that|the (?:switch|feature|option)))?(?: on)?|activat\w+|elect(?:s|ed)?|chosen|choos\w+|chose|set(?:s)?(?: (?:it|this|that|them))? up|check(?:s|ed)?|tick(?:s|ed)?|mark(?:s|ed)?|(?:fill|filled|fills) (?:in|out)|stop(?:s|ped)?|cancel\w*|revok\w+|opt(?:s|ed)? out|turn (?:it|this) off|change (?:it|your election))\b[^.;,]{0,60}",
    "sign", "enrol", "opt", "turn", "switch", "flip", "activat", "elect", "cho", "set", "check", "tick", "mark", "fill", "stop", "cancel", "revok", "change",
    " on", "if so", "when ", "as ", "after ", "once ",
)  # fmt: skip
"""What goes by itself is set up once: `daily, if you sign up for it`."""


_SIGNED_UP = Pattern(
    r"\b(?:if|once|when|after|by|for those who|unless and until) (?:(?:you|they|a participant|the participant|participants?)(?:'ve| have| has)? )?(?:sign(?:s|ed|ing)? up|enroll?(?:s|ed|ing)? (?:in|for)|opt(?:s|ed|ing)? in|(?:turn|switch)(?:s|ed|ing)? (?:it|this|that|the \w+) on|activat\w+|(?:setting|set)(?:s)? (?:it|this|that) up)\b",
    "sign", "enrol", "opt", "turn", "switch", "activat", "set",
)  # fmt: skip


def signed_up(text: str) -> bool:
    """Whether a sentence speaks of what one signs up for, once."""
    return bool(_SIGNED_UP.search(text))


def without_its_turns(text: str, value: str) -> str:
    """A sentence on conversion without what is no hindrance to it."""
    text = _OWN_TURNS.sub(" ", text)
    return _ONCE_SET.sub(" ", text) if value == "automatic" else text


def plainly(text: str) -> str:
    """A sentence with its turns of phrase on conversion in plain words."""
    for pattern, put in _PLAINER:
        text = pattern.sub(put, text)
    return text


_NONE_OF_THESE = Pattern(
    r"^(?:the )?following\b[^:.;]{0,60}\b(?:are|is) (?:not|un)(?: currently| yet)? ?(?:offered|available|permitted|allowed|supported|included|provided|part)\b[^:.;]{0,40}: (?P<items>.+)$"
    r"|\b(?:does|do) not (?:\w+ )?(?:offer|allow|permit|support|provide|include|have)(?: any of)?(?: the following)?(?: (?:features?|options?|services?))?: (?P<others>.+)$",
    ": ",
)
_ITEMS = Pattern(r",|;| and | or ")


def not_had(text: str) -> list[str]:
    """The things that a sentence lists as not to be had."""
    found = _NONE_OF_THESE.search(text)
    return [each.strip(" .") for each in _ITEMS.split(found["items"] or found["others"])] if found else []


_ALL_BUT = Pattern(
    r"\b(?:except|other than|excluding|but not|apart from|save)(?: for)? (?:the |your |any |their )*@at(?: (?:contributions?|money|savings|accounts?|balances?|sources?|amounts?|funds))*(?=\W*$|[,.;)]| (?:may|can|are|is)\b)",
    "@at",
)


def all_but_after_tax(text: str) -> bool:
    """Whether a sentence takes after-tax money, all of it, out of what it names."""
    return bool(_ALL_BUT.search(text))


_NOT_HERE = Pattern(
    r"\b(?:(?:does|do) not|doesn't|don't|cannot) (?:\w+ )?(?:have|offer|provide|include|allow|permit|support|do)\b(?! (?:to|you need)\b)|\bnot (?:\w+ )?(?:offered|available|included|permitted|allowed|supported|provided|part of)\b|\bunavailable\b",
    "not ",
    "n't ",
    "cannot",
    "unavailable",
)


def none_of_these(head: str) -> bool:
    """Whether what stands above a list says that the plan has none of the things in it."""
    return bool(head) and not head.endswith("?") and len(head.split()) < 14 and bool(_NOT_HERE.search(head))


_CANNOT_LEAD = Pattern(
    r"\b(?:cannot|may not|must not|not|never)\b[^.:]{0,30}\bconver|\bnot eligible (?:for|to be)\b|\bineligible\b|\bexcluded\b|\bnot (?:be )?(?:converted|convertible)\b",
    "not", "ineligible", "excluded", "never",
)  # fmt: skip


def led_by_a_denial(lead: str) -> bool:
    """Whether what leads a list says that the things in it cannot be converted."""
    return bool(_CANNOT_LEAD.search(lead))


_NO_ROTH = Pattern(
    r"\b(?:no|not have an?|not have any|not offer an?|without an?|lacks an?) (?:designated |in-plan )?@roth (?:feature|account|option|component|source|provision|money)s?\b",
    "@roth",
)
_NOT_DONE = Pattern(
    r"\b(?:cannot|may not|can not|not possible)\b[^.;]{0,20}\b(?:convert|be (?:converted|done|made|moved|turned|changed|transferred)|move|turn|change)\b",
    "cannot", "not ",
)  # fmt: skip


def has_no_roth(text: str) -> bool:
    """Whether a sentence denies conversion because there is no Roth money: `You may not convert it, as the Plan has no Roth feature`."""
    return bool(_NO_ROTH.search(text)) and bool(_NOT_DONE.search(text))


_EACH_ONE = Pattern(
    r"\b(?:call|ask|request|log (?:in|on)|submit|file|complete|elect|sign|go (?:on ?line|to)|do (?:this|it|so|anything|something))\b[^?]{0,60}\b(?:each|every) (?:time|pay\w*|month|quarter|contribution|deposit|conversion|check|week)\b|\b(?:each|every) (?:time|conversion|contribution|pay\w*)\b[^?]{0,40}\b(?:call|ask|request|log (?:in|on)|submit|file|form)\b",
    "each ", "every ",
)  # fmt: skip
"""`Do I have to call each time?`"""
_BY_ITSELF_ASKED = Pattern(
    r"\bautomat\w*|\bby (?:itself|themselves)\b|\brecurring\b|\bstanding\b|\b(?:each|every) pay\w*|\bdaily\b|\bwithout (?:my|me|our)\b",
    "automat", "by itself", "by themselves", "recurring", "standing", "each ", "every ", "daily", "without ",
)  # fmt: skip
_MUST_ASK = Pattern(
    r"\b(?:you|participants?|members?|employees?) (?:have to|need to|must|will have to|will need to|may|can)\b[^.;]{0,40}\b(?:request|ask|call|elect|initiate|convert|submit|log (?:in|on)|do (?:it|so|this|each))\b|\beach (?:conversion|one) (?:is|must|has|needs|requires)\b|\b(?:only )?(?:on|by|upon) request\b|\brequest (?:it|each|one|them)\b",
)
_ONCE_FOR_ALL = Pattern(
    r"\b(?:sign|enroll?|elect|set|call|ask|tell|turn|switch|opt|choose|request)\w*\b[^.;]{0,40}\b(?:once|one time|just one)\b|\bonce\b[^.;]{0,30}\b(?:enough|signed|set|enrolled|turned)\b|\bfrom then on\b|\bautomatic|\bafter that\b|\bthereafter\b|\bby (?:itself|themselves)\b|\bstanding\b|\brecurring\b",
)


def how(question: str, answer: str) -> str | None:
    """What an answer says of the way of conversions, where its question is on that way; nothing where that is open; else None.

    `Do I have to call each time?` and `Does it go by itself?`: yes and no are no answer to whether there is conversion.
    """
    yes, no = answer.startswith("yes"), answer.startswith("no")
    rest = answer.partition(".")[2] if "." in answer[:5] else answer[3:]
    if _EACH_ONE.search(question) and "without" not in question and "instead" not in question:
        if yes:
            return "on-request"
        return "automatic" if no and _ONCE_FOR_ALL.search(rest) else ""
    if yes and "without" in question and _EACH_ONE.search(question):
        return "automatic"
    if no and _BY_ITSELF_ASKED.search(question):
        if "not" in rest and "conver" in rest:
            return ""
        return "on-request" if _MUST_ASK.search(rest) else ""
    return None


_NO_RECURRING = Pattern(
    r"\b(?:cannot|(?:do|does|is|are|can|may|will) not)\b(?: [\w-]+){0,3}? (?:offer\w*|support\w*|allow\w*|permit\w*|have|accept\w*|available|provid\w+|take|possible|be (?:set up|scheduled|made)|set up|scheduled)\b[^.;]{0,20}\b(?:recurring|automatic|scheduled|standing|to recur|repeat\w*|periodic)\b(?! (?:enrol|increas|withdr|distrib|contrib|deferral|escal|rebal))|\b(?:no|not as an?|not any|nor any) (?:(?:recurring|automatic|scheduled|standing|periodic)(?:,? or |, | )){1,3}(?:conversions?|requests?|orders?|instructions?|elections?)\b|\b(?:recurring|automatic|scheduled|standing) (?:@roth |in-plan |@at )*(?:conversions?|requests?|orders?|instructions?) (?:is|are) not (?:currently |yet )?(?:offered|available|permitted|allowed|supported|possible)",
    "recurring", "automatic", "scheduled", "standing", "recur", "repeat", "periodic",
)  # fmt: skip


def none_goes_by_itself(text: str) -> bool:
    """Whether a sentence says that no conversion goes by itself: each one is asked for."""
    return bool(_NO_RECURRING.search(text))
