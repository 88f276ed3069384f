"""May after-tax money go in: what the rest of the rules leave unread, by the classes of words of which such sentences are made.

Who or what is spoken of (the money, the people, the plan, a pronoun for what the sentence before named), whether it is open to
somebody, open no more, or never was, and what of the sentence is only contrast. Asked last, for one sentence and the one before.
"""

from __future__ import annotations

import re

from megaroth.reader.harmless import without_harmless
from megaroth.reader.pattern import Pattern
from megaroth.reader.taken import NOT_FOR_GOOD
from megaroth.reader.vetoes import CONDITION, DENIED

_IT = r"@at(?: (?:401k|employee|voluntary|nondeductible|contributions?|contribution|savings?|deductions?|deposits?|money|dollars|basis|options?|features?|sources?|buckets?|elections?|kind|type|ones?|sub-?accounts?|accounts?))*(?: \([^()@]{0,30}\))?"
_PEOPLE = r"(?:you|we|i|they|anyone|anybody|everyone|everybody|all|nobody|no one|(?:(?:the|an?|any|each|every|our|no|all|eligible|active|plan) )*(?:participants?|members?|employees?|associates?|colleagues?|savers?|faculty|staff|team members?|partners?|teammates?|people))"
_PLAN = r"(?:we|(?:the|our|this|your) (?:[\w&.'-]+ ){0,4}?(?:plan|401k|403b|program|company|employer|university|hospital|bank|firm|trust|trustees?|committee|board|payroll)|ours)"
_NOT = r"(?:(?:does|do|did|has|have|had|is|are|was|were|will|shall|can|could|may) (?:not|never)|cannot|never)(?: (?:currently|now|yet|at present|presently|ever|also|itself|today|or|and|will|does|been|ever))*"
_TAKE = r"(?:accept|allow|permit|offer|take|have|ha[sd]|include|provide(?: for)?|support|feature|do|let (?:you|participants|members|employees|anyone|people)(?: (?:make|use|add|put in|have|elect))?|make (?:any )?(?:room|provision) for|contain|carry|come with|give you|receive|collect|withhold|deduct)(?:s|es|ed)?"
_TAKES = rf"(?:{_TAKE}|accepting|allowing|permitting|offering|taking|having|including|providing(?: for)?|supporting|included|provided|taken|given)"
_OPEN = r"(?:available|allowed|permitted|accepted|offered|on offer|on the menu|open(?: to)?|possible|supported|included|provided(?: for)?|welcome|(?:an? |the |one |among |our |your )*(?:part|option|choice|feature|source|possibility|provision|something|thing|way|benefit)s?\b|in (?:the|our|this) plan|taken|made|there\b)"
_PUT_IN = r"(?:make|contribute|save|put|add|elect|use|have|start|begin|choose|direct|set up|set aside|send|pay|defer)"
_SHUT = r"(?:closed|shut(?: down| off)?|suspended|terminated|dropped|retired|abolished|scrapped|ended|halted|stopped|ceased|discontinued|eliminated|frozen|withdrawn|removed|deleted|done away with|taken (?:away|out of (?:the|our|this) plan)|turned off|phased out|given up|repealed|cut|came to an end|went away|is (?:gone|over)|lapsed|expired|died out)"
_SINCE = r"(?:since|for (?:many|several|some|\w+) years|as of|effective|in|on|at the end of|after|from)"

_CONTRAST = Pattern(
    r"^\W*(?:unlike|in contrast to|compared (?:to|with)|as opposed to) [^,;:]{3,60}, (?=(?:this|our|the|your|you|ours|we)\b)"
    r"|,? ?\(?\b(?:other than|except|apart from|aside from|besides|in addition to|on top of|as well as|separate from|alongside)(?: for| as| through| in the form of| by)? (?:(?:the|your|those|any|designated|an?|made|as) )*(?:@pre(?:,| and| or) )?@roth(?: (?:401k|403b|contributions?|deferrals?|savings|option|feature|money|dollars|account))*\)?,?"
    r"|^\W*(?:sorry|unfortunately|please note|note|alas|we(?:'re| are) sorry|good to know|in short|in fact|i'm afraid|keep in mind)(?: (?:that|but))?[,:]? ",
    "unlike", "contrast", "compared", "opposed", "than", "except", "apart", "aside", "besides", "addition", "on top", "as well", "separate", "alongside",
    "sorry", "unfortunately", "note", "alas", "good to", "in short", "in fact", "afraid", "keep in mind",
)  # fmt: skip
"""What a sentence only sets it against, and how it begins."""

_REFUSES = Pattern(
    rf"^(?:(?!\b(?:but|only|if|when|until|unless|once|after|while|during)\b)[^.;@])*?\b{_PLAN} {_NOT} {_TAKES}\b(?:(?!\b(?:but|limit|fee|match|cap|minimum|about|on|to|for|into|of)\b)[^.;@]){{0,40}}? ?{_IT}(?P<rest>[^.;@]*)$"
    rf"|^(?:[^.;@]*[,:] |\W*(?:and|but|so|this means) (?:that )?)?{_PEOPLE} (?:(?:may|can|could|will|do) not|cannot|(?:are|is) (?:not|never) (?:able|allowed|permitted) to)(?: \w+)? {_PUT_IN}\b(?:(?!\b(?:but|limit|fee|match|more|than|until|before|both|only)\b)[^.;@]){{0,30}}? ?\b(?:on an? )?{_IT}(?P<rest2>[^.;@]*)$"
    rf"|(?:^|[,;:] )(?:and |but |so )?{_IT},? (?:is|are|were|was|has been|have been) (?:not|never)(?: (?:currently|now|yet|at present|ever|been|an?|one of the|part of|among|something))* {_OPEN}\b(?P<rest3>[^.;@]*)$"
    rf"|^(?:[^.;@]*[,:] )?(?:there (?:is|are|has been|have been) )?(?:no|neither)(?: (?:such|provision|way|means|possibility|option|room|opportunity|place|further|other|is|made|thing|as|to|for|of|save|saving|contribute|make|making|will be|any|an?|on))* {_IT}(?:,? (?:or|nor) [^.;@]{{3,30}}?)?(?: (?:is|are|may be|can be|will be|shall be|has been|have been|exists?)(?: (?:ever|now|currently|be|been))*(?: {_OPEN})?)?(?P<rest4> ?(?:here|by any means|in any (?:form|way|amount)|(?:in|under|by|to|with|within|from) (?:the|this|our|any)\b[^.;@]{{0,40}}|of any kind|whatsoever|at (?:this time|all|present|the moment))*)\W*$"
    rf"|\bnor (?:may|can|shall|will|does|do|is|are) (?:{_PEOPLE}|{_PLAN}) (?:{_PUT_IN}|{_TAKE})\b[^.;@]{{0,30}}{_IT}(?P<rest5>[^.;@]*)$"
    rf"|\bno (?:other|further|additional) (?:types?|kinds?|sources?|forms?|contributions?)\b(?: of (?:employee )?(?:contributions?|savings|money))? (?:is|are|can be|may be|will be)\b[^.;@]{{0,40}},? (?:including|such as|like|and that includes|that includes) {_IT}(?P<rest7>[^.;@]*)$"
    rf"|\bneither (?:be )?(?:required|obliged|asked|expected) nor (?:be )?(?:permitted|allowed|able) to \w+ {_IT}(?P<rest8>[^.;@]*)$"
    rf"|\bno provision (?:is|was|has been) (?:made|included) for {_IT}(?P<rest6>[^.;@]*)$",
    "@at",
)  # fmt: skip
"""`We don't do after-tax contributions`, `nor may you make after-tax contributions by any means`."""
_OF_SOME = Pattern(
    r"\b(?:but|except\w*|unless|until|while|during|if|when|once|before|after you|hardship|more than|over|above|in excess|beyond|exceed\w*|highly|hces?|who|limits?|months?|days?|weeks?|bonus\w*|check|cash|phone|mail|online|form|catch-?up|match\w*|rehired|same time|both|withdr\w*|conver\w*|roll\w*|loans?|twice|again|only|of one|directly|automatic\w*|fees?|minimum|tax\w*)\b"
)
"""What makes a refusal one of some people, a time, an amount or a way."""

_ENDS = Pattern(
    rf"{_IT},? (?:(?:which|that) )?(?:(?:was|were|is|are|has been|have been|had been)(?: (?:\w+ly|now|all|then|since|also|long|already))* )?{_SHUT}\b(?P<rest>[^;@]*)$"
    rf"|{_IT}[^.;@]{{0,50}}\b(?:and|but),? (?:are|is|was|were|has been|have been) (?:now |since |then |all )?(?:closed|frozen|discontinued|eliminated|ended|gone|no longer (?:available|accepted|allowed|permitted|offered|possible|taken))\b(?P<rest7>[^;@]*)$"
    rf"|\b{_PLAN} (?:has |have )?(?:quit|given up|got out of|gave up|stopped|ceased|ended|closed|discontinued|dropped|did away with|shut|froze|frozen|eliminated) (?:(?:accepting|taking|offering|allowing|permitting|collecting|its|our|the|all|any|new|to) )*{_IT}(?P<rest2>[^;@]*)$"
    rf"|\b(?:since|after|from) (?:[a-z]+ )?(?:\d{{1,2}}, )?(?:19|20)\d\d,? (?:(?:nobody|no one|none|no (?:participant|member|employee)s?)\b[^.;@]{{0,20}}\b(?:has|have|had|could|may|can)|(?:{_PEOPLE}|{_PLAN})[^.;@]{{0,20}}\b(?:has|have|had|could|may|can|cannot) ?(?:not|never)?(?<=not|ver)) ?(?:been able|able|been|permitted|allowed|accepted|taken|add|made|make|contribute)\b[^.;@]{{0,40}}\b(?:to|into|in)? ?(?:an? |the |your )?{_IT}(?P<rest3>[^;@]*)$"
    rf"|\bno (?:new |further |more |additional )?{_IT} (?:has|have) been (?:made|accepted|allowed|permitted|taken|received|possible|credited)\b[^.;@]{{0,40}}\b(?:since|after|for)\b(?P<rest4>[^;@]*)$"
    rf"|\b(?:shall|will|does|do|may|can|has|have)(?: (?:not|never) (?:any )?| )?(?:receive|accept|take|collect|credit|add)(?:s|ed)? (?:no|any) (?:new |further |more |additional )?{_IT}[^.;@]{{0,40}}\b(?:that ends? later|thereafter|after (?:that|such|the) (?:date|day|freeze date)|on or after|later|from then on|from that (?:date|day))(?P<rest5>[^;@]*)$"
    rf"|\bcontributions? (?:in)?to (?:the |an? |your )?{_IT} (?:are|is) no longer (?:possible|available|allowed|permitted|accepted|open)(?P<rest6>[^;@]*)$",
    "@at",
)  # fmt: skip
"""`We quit taking after-tax contributions in 2015`, `the after-tax feature was taken out of the plan`."""
_WILL_END = Pattern(
    rf"\b{_PLAN} (?:will|shall) (?:then |also )?(?:(?:stop|cease|quit|discontinue|end|no longer|eliminate|close|freeze|drop|suspend)\b)(?: (?:accept|accepting|taking|take|offering|offer|allowing|allow|permitting|permit|its|our|the|all|any|new|to))* {_IT}(?P<rest>[^;@]*)$"
    rf"|{_IT} (?:will|shall) (?:then |also )?(?:end|stop|cease|no longer be (?:\w+)|be (?:{_SHUT}))\b(?P<rest2>[^;@]*)$",
    "@at",
)  # fmt: skip
"""`Effective January 1 the plan will stop taking after-tax contributions`: a notice, whose day is given."""


def will_end(text: str) -> bool:
    """Whether a notice tells that after-tax contributions end; it is for its date to say whether they have."""
    if "will " not in text and "shall " not in text:
        return False
    found = _WILL_END.search(text.rstrip(" .!"))
    return found is not None and not _FOR_A_TIME.search(_last(found)) and not _IF.search(text[: found.start()])


_IF = Pattern(r"\b(?:if|when|once|unless|until|while|limits?|maximum|reach\w*)\b")
_FOR_A_TIME = Pattern(
    r"\b(?:may|can|could|if|unless|whenever|until|temporar\w*|hardship|limits?|maximum|reach\w*|you (?:leave|retire|reach|stop)|highly|hces?|restarted|resumed|reinstated|reopened|for (?:six|three|one|two|twelve|\d+) months|for the (?:rest|remainder)|automatically|balance of the year|leave|when (?:you|your|an?)|(?:once|after) (?:you|your|an?)|blackout|match\w*|only|some|certain)\b"
)
_NO_NEW = Pattern(
    r"\b(?:no (?:new|further|more|additional) (?:ones?|contributions?|money|deposits?|amounts?|savings)|nothing(?: new| more| further| else)?|(?:new|further|additional) (?:contributions?|money|deposits?|ones)) (?:(?:can|may|could|will|shall) (?:not )?be|(?:are|is|were|was|have been|has been)(?: not| no longer)?)(?: (?:be|being|now|currently|any longer))*\b ?(?:made|added|accepted|allowed|permitted|put in|taken|contributed|possible|credited|coming in|going in)?",
    "no ", "nothing", "new ", "further", "additional",
)  # fmt: skip
_NEW_REFUSED = Pattern(r"^(?:no |nothing )|\bnot\b|\bno longer\b")
_ACCOUNT = Pattern(
    r"@at (?:contributions? |employee |savings )*(?:sub-?)?(?:accounts?|balances?|money|sources?|contributions?)\b[^;]*\b(?:before|prior to|until|through|frozen|old|past|left over|remains?|stays?|kept|held|closed|made|still)\b|\b(?:frozen|old|existing|former)\b[^.;@]{0,20}@at\b|\bif you (?:have|made|had) [^.;@]{0,20}@at\b",
    "@at",
)
"""Money that is there, of an account to which nothing new goes."""
_WAS = Pattern(
    rf"^(?!.*\b(?:may|now|still)\b)(?:[^.;@]*\b(?:once|could|used to|formerly|previously|at one time|in the past|originally|years ago|for (?:many )?years|before|prior to|until|through)\b[^;]*@at\b|[^;@]*{_IT}[^.;@]*\b(?:once|could|used to|formerly|previously|at one time|until|through)\b)",
    "@at",
)
"""What was: `members were once able to make after-tax contributions`."""
_IT_ENDED = Pattern(
    rf"(?:^|[,;] )\W*(?:but |and |however,? )?(?:that|this|it|they|these|those)(?: (?:option|feature|source|practice|provision|possibility|choice|opportunity|program|ability|account|contributions?|money))* (?:(?:was|were|is|are|has been|have been|has|have|had)(?: (?:\w+ly|now|all|then|since|also|long))* )?{_SHUT}\b(?P<rest>[^;]*)$"
    r"|(?:^|[,;] )\W*(?:but |and |however,? )?(?:that|this|it|they|these|those)(?: (?:option|feature|source|contributions?))* (?:(?:is|are) (?:no longer|not any more)|(?:can|may|could) (?:no longer|not (?:now |any more )?)(?: be)?)(?: (?:\w+ ){0,2}(?:made|available|allowed|permitted|accepted|possible|offered|taken|open)\b| now| any ?more)(?P<rest2>[^;]*)$"
    r"|^\W*(?:but )?(?:that|this|it|they|these) (?:stops?|ends?|will (?:stop|end|cease)|comes? to an end|will come to an end) (?:with|on|after|as of|effective|in|at) [^;]{0,40}\b(?:19|20)\d\d(?P<rest3>)\W*$"
)
_NOT_THEM = Pattern(
    rf"(?:^|[,;:] )(?:but |and |unfortunately,? |however,? )?(?:{_PLAN}|it) (?:(?:{_NOT} (?:(?:accept|allow|permit|offer|take|have|include|provide|support|make provision)(?: for)? (?:them|these|those|this|it|any|such contributions|that)|do (?:so|this|that)))(?P<now> (?:now|any ?more|any longer|today))?|(?P<now2>no longer (?:does|do|takes?|accepts?|allows?|offers?)(?: (?:so|them|it|these|this))?))(?: (?:at this time|at present|currently|either))?$"
)
"""`The plan does not allow for them`, behind a sentence on after-tax contributions."""

_LETS = Pattern(
    rf"\b{_PEOPLE},? (?:(?:who|that) [^.;@]{{3,60}} )?(?:(?:is|are) (?:also )?(?:welcome|free|invited|encouraged|in a position|entitled|at liberty) to|(?:may|can) (?:also |always |instead |then )?(?:supplement|add to|top (?:up|off)|go beyond|build on|extend|round out|complement))\b[^.;@]{{0,70}}(?:@(?:pre|roth)[^.;@]{{0,40}}){{0,2}}\b(?:with|to|in|make|on|using|by|via|of|for|through)\b[^.;@]{{0,24}}{_IT}"
    rf"|\b(?:nothing|no rule|no one) (?:(?:to|that|in the plan|will|in it|would) )*(?:keeps?|prevents?|stops?|bars?|hinders?) (?:you|anyone|participants|members|employees|people) from (?:also )?(?:making|adding|using|saving|contributing|having|electing)\b[^.;@]{{0,30}}{_IT}"
    rf"|\b{_PLAN} (?:also |now )?(?:makes? (?:\w+ )?room for|comes with|carries|has(?: both)?|have|gives you|lets you (?:use|make|add|have)|supports?|does (?:have|offer|take|accept|allow|permit)|runs|features) (?:(?:an?|the|true|real|its|your|both|also) )*{_IT}(?! (?:balance|limit|cap|withdr|conver|loan|roll))"
    rf"|{_IT},? (?:which|that) {_PLAN} (?:also )?(?:accepts|takes|allows|permits|offers|supports|has|provides(?: for)?|lets)\b"
    rf"|^\W*(?:(?:and|but|so) )?{_IT}(?:: | - | \| | (?:is|are)(?: (?:also|now|still|always|likewise))* ){_OPEN}\b(?! (?:for|to be) (?:withdr|conver|roll|distrib|loan|taken))(?![^.;]*\b(?:account|balance|elsewhere)\b)"
    rf"|\b(?:an? |the )?{_IT} (?:election )?(?:may|can) be (?:added|elected|started|chosen|turned on|switched on|entered|set up|begun|stopped and restarted|stopped or restarted|started or stopped|started, stopped)\b"
    rf"|\b(?:can|may|possible)\b[^.;@]{{0,40}}\bbe (?:making|contributing|saving|using|putting in) {_IT}"
    rf"|\b(?:(?:your|payroll|regular|all|employee|participant|these|the) )*(?:contributions|elections|savings|deductions)\b[^.;@]{{0,20}}(?::|of|,|\bwhether\b|\bfor\b) ?@(?:pre|roth)\b[^.;]{{0,30}}@(?:pre|roth)\b[^.;@]{{0,20}}(?:and|or) {_IT}(?: \w+){{0,2}}? (?:continue|go on|are made|may be made|can be made|carry on|keep going|are elected|are set|may be changed|can be changed)\b"
    rf"|{_IT} [^@]{{0,90}},? so (?:you|members|participants|employees) (?:can|may) (?:also |still )?(?:use|make|choose|add) (?:it|them|these)\b"
    rf"|\b(?:box|line|field|percentage|election|button|slot|entry)\b(?: [a-d\d])?(?: (?:on|of|in) the (?:enrol\w+ |election )?(?:form|page|screen))? (?:is )?(?:for|marked|labell?ed|called) [^.;@]{{0,15}}{_IT}(?:[^.;@]{{0,40}}\b(?:enrol\w*|page|form|screen|portal|website)|\W*$)"
    rf"|{_IT}(?: election)? (?:shall|must|may|can|are to|is to) be (?:made|expressed|stated|entered|elected|given) (?:in|as|by|through|on) (?!cash|a rollover)"
    rf"|\bthere(?: i|')s no (?:minimum|maximum|fee|waiting period|limit of (?:the plan's|our) own) (?:for|on|to) {_IT}(?! (?:withdr|conver|roll|balance|account|distrib))"
    rf"|{_IT} (?:is|are) (?:yours|your way|the way to go|the next step)\b"
    rf"|\bthere(?: i|')s (?:also |still |always )?(?:an? |the )?(?:(?:third|other|extra|further|additional) (?:choice|option|way|source|kind|bucket|lane)[:,-]? )?{_IT}(?= |\W*$)(?! (?:account|balance|limit))",
    "@at",
)  # fmt: skip
"""`Our plan makes room for …`, `you are welcome to go beyond the limit with …`, `…, which our plan accepts too`."""
_THIRD = Pattern(
    rf"\b(?:the |a |your |our )(?:third|last|final|fourth)(?: (?:one|kind|way|bucket|lane|type|source|place|slice|is|of them|of these))*[:,-]? ?(?:is |for |are |being |takes |holds )*(?:for )?{_IT}|^\W*(?:and |then )?{_IT} (?:sits?|comes?|goes|is|are|stacks?)(?: \w+)? (?:on top|the third|third|above|beyond|your third|last)",
    "@at",
)
_COUNTS = Pattern(
    r"\b(?:three|four|3) (?:\w+ )?(?:kinds?|types?|ways|sources|buckets|lanes|choices|options|percentages|elections|flavou?rs|places|slices|forms|rates|boxes|lines|fields)\b|\b(?:not|n't) (?:your |the )?only (?:\w+ )?(?:lanes?|ways?|choices?|options?|kinds?|buckets?)\b",
    "three", "four", "3 ", "only",
)  # fmt: skip
_OURS = Pattern(r"\b(?:plan|you|your|we|our|participants?|members?|employees?|paycheck|payroll|enrol\w*)\b")
_BOTH = Pattern(
    rf"(?:^|[,;:] )(?:and |but |so )?(?:{_PLAN} (?:lets|allows|permits) (?:you|participants|members|employees|everyone) (?:to )?(?:use|make|have|choose|do|elect) (?:both|either|each|all three)|{_PLAN} (?:has|offers|takes|accepts|allows|permits|includes|supports) (?:both|all three|each of them)|{_PEOPLE} (?:may|can) (?:also )?(?:use|make|have|choose|elect|do|contribute to) (?:both|either|each|all three))\b(?! @)",
    "both", "either", "each", "all three",
)  # fmt: skip
_ELECT_IT = Pattern(
    rf"^\W*(?:a )?(?:but |and |so )?{_PEOPLE} (?:may|can|is free to|are free to)(?: \w+ly| also| always)? (?:elect|choose|use|start|turn on|add|stop|sign up for|opt for|make|begin)\b(?:, \w+)*(?: (?:or|and) \w+)? (?:it|this|that|them|these contributions|this option|this election|@at contributions)\b(?! (?:out|back|over|from))",
    "it", "this", "that", "them", "these", "@at",
)  # fmt: skip
_DENIED = Pattern(
    r"\b(?:not|no|never|cannot|nor|neither|if|unless|once|were|was|had|would|could|might|may (?:be|allow|offer|add)|some day|one day|other plans?|another plan|some plans|balances?|withdr\w*|conver\w*|rollovers?|rolled|transfer\w*|distribut\w*|loans?|premiums?|insurance|until|before|after (?:the|a)|some|ira|statement|tax(?:ed|able)|next year|soon|future|later|considering|asked|hope|former|prior|previous|old|merged|frozen)\b"
)
_OWN_KIND = Pattern(r"@at\b")
_OTHER = Pattern(r"@(?:roth|pre)\b")


def _without_contrast(text: str) -> str:
    return " ".join(_CONTRAST.sub(" ", text).split())


_ADD_TO_IT = Pattern(
    r"\b(?:add|contribute|put|save|deposit|pay)\b[^?]{0,20}\b(?:to|in|into) (?:it|them|that|this|these)\b",
    "it",
    "them",
    "that",
    "this",
    "these",
)
_THERE = Pattern(r"@at[\"']? (?:accounts?|balances?|money|sources?|savings|sub-?accounts?)\b", "@at")


_NOT_AS_ROTH = Pattern(
    r"\b(?:participants?|members?|employees?|you)\b[^;@]*\b(?:may|can|shall be (?:entitled|permitted))\b[^;@]*\b(?:amounts?|contributions?|sums?|part|portion)\b[^;@]*\b(?:not|neither)\b(?: (?:be|been|so|irrevocably|treated|designated|characterized|made|elected|as|an?))* (?:@pre\b[^;@]{0,40}\bn?or (?:an? |as )*)?@roth\b(?! ira| account)",
    "@roth",
)


def is_defined_so(text: str) -> bool:
    """`An amount that is not treated as a Roth contribution`, below a title on after-tax contributions: what they are, by law."""
    return _NOT_AS_ROTH.search(text) is not None


def more_of_it(asked: str, before: str) -> bool:
    """Whether one who has after-tax money asks if more can go to it: `I see an after-tax balance. Can I add to it?`."""
    return bool(_ADD_TO_IT.search(asked) and ("@at" in asked or _THERE.search(before)))


def refused(text: str, before: str) -> str:
    """`no` or `frozen`, where one sentence, or it and the one before, says so in words that no other rule knows; else empty."""
    if "@at" in text:
        plainly = _without_contrast(text).rstrip(" .!")
        for clause in plainly.split("; "):
            if (found := _ENDS.search(clause)) and not (
                _FOR_A_TIME.search(_last(found))
                or NOT_FOR_GOOD.search(clause)
                or _BELONGS_TO_IT.search(clause[: found.start()])
            ):
                return "frozen"
            if (found := _REFUSES.search(clause)) and not _OF_SOME.search(_last(found)):
                return "frozen" if _ANY_MORE.search(clause) else "no"
        if _WAS.search(plainly) and (found := _IT_ENDED.search(plainly)) and _was(plainly[: found.start()]):
            return "" if _FOR_A_TIME.search(_last(found)) else "frozen"
        if _ACCOUNT.search(text) and _refuses_new(text):
            return "frozen"
        return ""
    if "@at" in before and "@roth" not in text:
        if found := _NOT_THEM.search(text.rstrip(" .!")):
            if _was(before) or found["now"] or found["now2"]:
                return "frozen"
            return (
                "no" if not _OF_SOMETHING_ELSE.search(before) and not _OTHER.search(before.rpartition("@at")[2]) else ""
            )
        if _was(before) and (found := _IT_ENDED.search(text)) and not _FOR_A_TIME.search(_last(found)):
            return "frozen"
        if (_ACCOUNT.search(before) or "frozen" in before) and _refuses_new(text):
            return "frozen"
    return ""


_ANY_MORE = Pattern(
    r"\b(?:any|no) ?(?:more|longer|further)\b(?! than)|\bno new\b", "more", "longer", "further", "no new"
)
"""`The plan cannot take any more after-tax money`: once it did."""
_BELONGS_TO_IT = Pattern(r"\b(?:for|of|on|from|with|about|between|against)(?: (?:the|your|an?))?(?: \w+)?\W*$")
"""`The form for after-tax contributions was discontinued`."""


def _was(text: str) -> bool:
    """Whether a sentence tells that after-tax money went in at one time."""
    return bool(_WAS.search(text)) and bool(_WENT_IN.search(text)) and not _OF_SOMETHING_ELSE.search(text)


_WENT_IN = Pattern(
    r"\b(?:contribut\w*|sav(?:e|ed|ing|ings)|ma[dk]e|allow\w*|accept\w*|permit\w*|took|taken|take|offer\w*|let|had|put|option|feature)\b"
)
_OF_SOMETHING_ELSE = Pattern(
    r"\b(?:withdr\w*|suspen\w*|match\w*|limits?|maximum|caps?|fees?|loans?|conver\w*|roll\w*|transfer\w*|distribut\w*|tax(?:ed|able)|only|up to)\b|\d%"
)


def _refuses_new(text: str) -> bool:
    found = _NO_NEW.search(text)
    if found is not None and _OF_TAX.search(text[found.start() :]):
        return False  # `nothing is withheld for it`
    return found is not None and bool(_NEW_REFUSED.search(found[0])) and not _FOR_A_TIME.search(text[found.end() :])


_OF_TAX = Pattern(r"\b(?:withheld|withholding|tax(?:es|ed|able)?|owed?|reported|charged)\b")


def _last(found: re.Match[str]) -> str:
    """What stands behind that which was found, in its clause."""
    return next((each for each in found.groups() if each is not None), "")


def allowed(text: str, before: str, earlier: str) -> bool:
    """Whether a sentence, beside the two before it, says that after-tax money may be put in."""
    if "@at" in text:
        plainly = _without_contrast(text)
        if any(_stands(plainly, found) for found in _LETS.finditer(plainly)):
            return True
        return bool((found := _THIRD.search(text)) and _stands(text, found)) and any(
            _COUNTS.search(each) and _OURS.search(each) and not _OF_OTHERS.search(_COUNTS.sub(" ", each))
            for each in (before, earlier)
        )
    if "@at" not in before or _DENIED.search(text):
        return False
    if _BOTH.search(text):
        return any("@roth" in each and "@at" in each for each in (before, earlier))
    return bool(_ELECT_IT.search(text)) and not _OTHER.search(before.rpartition("@at")[2])


def _stands(text: str, found: re.Match[str]) -> bool:
    """Whether nothing conditions what was found, and its own clause denies nothing: a later clause may."""
    end = _CLAUSE_ENDS.search(text, found.end())
    clause = without_harmless(text[: end.start() if end else len(text)])
    begin = max(clause.rfind(mark) for mark in (", ", "; ", ": "))
    return not (
        CONDITION.search(clause)
        or _OF_OTHERS.search(clause.rpartition("; ")[2].rpartition(": ")[2])
        or DENIED.search(_NO_HINDRANCE.sub(" ", clause[begin + 1 :]))
        or (end and _TAKES_BACK.match(text, end.start()))
    )


_CLAUSE_ENDS = Pattern(r"[,;:(]|\.(?!\d)| - ")
_TAKES_BACK = Pattern(
    r"\W*(?:and )?(?:if|provided|unless|once|when|subject|as long as|so long as|assuming|but (?:not|only|no)|though not|however|until|except)\b"
)
_NO_HINDRANCE = Pattern(
    r"\b(?:nothing|no rule|no one) (?:\w+ ){0,4}?(?:keep|prevent|stop|bar|hinder)s?\b|\bnonroth\b|\bwithout\b"
)
_OF_OTHERS = Pattern(
    r"\b(?:were|was|had|would|could|might|may (?:be|allow|offer|add)|should|some ?day|one day|(?:other|another|some|many|most) (?:\w+ )?(?:plans?|employers?|companies)|a plan|balances?|withdr\w*|conver\w*|rollovers?|rolled|distribut\w*|loans?|premiums?|insurance|ira|next year|soon|future|considering|former|prior|previous|old|merged|frozen|no longer|used to)\b"
)
