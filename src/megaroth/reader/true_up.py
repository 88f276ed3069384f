"""Whether the match of a year is put right at its end, by that name or as a thing: what is lacking is given."""

from __future__ import annotations

import re

from megaroth.reader.match_period import WHOLE_YEAR
from megaroth.reader.matched_words import OF_THE_YEAR
from megaroth.reader.pattern import Pattern

_TRUE_UP = Pattern(
    r"\btrue[- ]?ups?\b|\btrued[- ]up\b|\btruing[- ]up\b|\btrues? (?:up )?the match|\btrues (?:[a-z]+ )?up\b|\btrues? (?:you|them|it|things|everything|it all|everyone|participants) up\b|\bmatch(?:ing)? (?:contribution )?(?:reconciliation|adjustment)\b|\byear-end (?:match|adjustment|reconciliation)",
    "adjustment", "reconciliation", "true", "truing", "year-end match",
)  # fmt: skip
_TRUE_UP_IS_MADE = Pattern(
    r"\b(?:will|makes?|provides?|receive|made|calculat\w*|perform\w*|contribut\w*|eligible|is|are|offers?|credited|deposited|appl(?:y|ies)|trued|trues|paid|pays?|has|have|lands?|runs?|includes?|contains?|comes?|arrives?|follows?|posts?|(?:is )?posted|there's|it's|adds?|gives?|fills?|tops?|brings?|restores?|covers?|recovers?|picks? up|returns?|repairs?|settles?|catch(?:es)?|corrects|happens|features?|takes? care|done|due|sent|issued|funded)\b|\b(?:each|every) (?:year|quarter|january|february|march|april|spring)\b|\b(?:annually|yearly)\b|^\W*(?:an? )?(?:annual|yearly|year-end) true[- ]?up (?:for|of|after|if|when|in|by)\b|\bwe(?:'ll| will)? true\b|\band true (?:you|it|them|everyone)\b|\btrue up (?:anyone|you|those|the|your|participants)|\bwith (?:an? )?(?:annual |year-end )?true[- ]?up\b|\b(?:do|does|get|gets) (?:an? )?(?:annual |year-end |match )*true[- ]?up\b"
)
_TRUE_UP_OPEN = Pattern(
    r"\bused to\b|\bis gone\b|\b(?:it|which|that|has|was) ended\b|\bdiscontinu|\bformerly\b|\bpreviously\b|\bno longer (?:mak|provid|offer|paid|gives?)|\bphased out\b|\bgoes away\b|\bgoing away\b|\bstop(?:s|ped) (?:making|providing|offering|paying)\b|\bmay,? in (?:its|the company's|the employer's) (?:sole )?discretion\b|\bd(?:id|one) away\b|\btrue[- ]?up[^.;]{0,30}\b(?:ceased|suspended)|\bin the past\b|\b(?:no|not|never|without|nor|neither|cannot)\b[^.;,:]{0,40}(?:adjust|reconcil)|\bmay\b[^.;]{0,30}\btrue|\bdiscretion(?:ary)? (?:to make |year-end |annual )*tru|\btrue[- ]?up[^.;,]{0,60}\bdiscretion|\bregular\b[^.;]{0,40}\bdiscretion|\bcorrecti|\bdeficien|\bdefect|\bomitted\b|\bfail(?:ed|ure)\b|\berror|\$0\b|\bif any\b|\bif (?:an?|any|such an?) (?:[a-z-]+ ){0,2}tru|\?|\bmeans?\b|\bdefin|direction|\bmay (?:be (?:required|made)|make)|\bdelet|\bremov|\beliminat|\breserved\b|\bask(?:s|ed)? (?:about|for|whether|if)\b|\bsome (?:employers|plans|companies)\b|(?<!participating )\bemployers\b|\bexplained\b|\bwhether\b[^.;]{0,30}\btru|\bdecid\w*\b[^.;]{0,40}\btru|\b(?:look(?:s|ing)? (?:at|into)|consider(?:s|ing)|explor(?:es?|ing)|evaluat(?:es?|ing)|thinking (?:of|about)|hop(?:es?|ing) to|propos\w*|stud(?:y|ies|ying)|might|could) (?:[a-z]+ ){0,3}?(?:an? |the )?(?:annual |year-end |match )*true|\btrue[- ]?up[^.;]{0,20} for (?:the )?(?:plan year )?(?:19|20)\d\d\b[^.;]*\bstill\b|\bneed(?:ed|s)?\b|\bnecessary\b|\bwill be (?:added|introduced)\b|\bplanned\b|\bpremium|\bhealth\b|\bhsas?\b|\bfsas?\b|\binsurance\b"
)
_NOT = r"\b(?:(?:will|does|do|shall|did|can|would) ?(?:not|never)|cannot|won't|doesn't|don't|never)"
_ITS_WORDS = (
    r"(?:be|being|been|mak(?:e|es|ing)|made|provid(?:e|es|ed|ing)|for|offer(?:s|ed|ing)?|includ(?:e|es|ed)|have|has|perform(?:s|ed)?|do|does|did|done|giv(?:e|es|en)|gets?|receives?|entitled|eligible|to|an?|any|the|your|our|its|it|this|such|that"
    r"|annual(?:ly)?|yearly|year-?end|end-of-year|plan-year|plan|year|years?'s?|end|at|of|in|on|retroactive(?:ly)?|match(?:ing|ed)?|company|employer|contributions?|currently|then|later|afterwards?|we|they|is|are|will|shall|going|requir(?:e|ed)|subject|by|other|additional|contain(?:s|ed)?|permits?|allows?|calculat(?:e|ed)|kind|sort|form|further|subsequent|need(?= for)|go(?:es|ing)?|back|and|or)"
)
"""What may stand between a denial and what is denied: words of giving, of the year and of the match."""
_TRUE_UP_NO = Pattern(
    r"\b(?:no|there (?:is|are|will be|shall be) not(?: an?| any)?) (?:annual |year-end |other |further |later |subsequent )*(?:match(?:ing)? )?(?:(?<=annual )(?:check|calculation|settlement)|(?<=year-end )(?:check|calculation|settlement|review)|(?:re)?(?:calculation|computation|check|review|settlement)(?= (?:at|after) (?:the )?(?:end|close) of (?:the|each) (?:plan )?year)|adjustment|reconciliation|make-?up|look[- ]?back|second look)s?\b(?! (?:fee|period|measurement|to (?:the|your) (?:account|limit)))"
    r"|\bnone(?: of (?:it|them|this|these))?(?: (?:is|are|gets?|will be))?(?: ever)? (?:trued[- ]up|made up|reconciled|recalculated|recomputed)\b"
    r"|\bno (?:further|additional|later|subsequent|other|make-?up|catch-up) (?:match\w* |company |employer )*(?:contributions?|deposits?|payments?|amounts?)\b[^.;]{0,20}\b(?:is|are|will be|gets?|shall be) (?:made|paid|due|deposited|owed|credited)\b[^.;]{0,40}\b(?:after|at|following|once|when)\b[^.;]{0,24}\byear"
    r"|\bmatch\w*[^.;]{0,40}\b(?:is|are|will) not (?:be )?(?:recalculated|recomputed|adjusted|made up|reconciled|trued)"
    rf"|\b(?:no|not|never|none|neither|doesn't|don't|won't|without|nor|cannot)\b(?: {_ITS_WORDS}){{0,12}} tru(?:e|es|ed|ing)[- ]?(?:it )?up"
    rf"|{_NOT} (?:then |later )?(?:adjust|reconcile|recompute|revisit|re-?figure)\w* (?:(?:the|your|its|any|prior|earlier|these|those) )*(?:match\w*|deposits?|amounts?)\b"
    rf"|{_NOT} (?:{_ITS_WORDS} ){{1,8}}?(?:adjustments?|reconciliations?|recalculations?|recomputations?|settlements?|(?:make|top)-?up (?:match\w*|contributions?|payments?)|catch-?up match\w*)\b(?! (?:fees?|for (?:inflation|cost|age|risk|market)|(?:to|of|in) (?!(?:(?:your|the|any|an?|its|his or her) )?(?:match|company|employer|prior|year|amounts?\b|deposits?|contributions?\b|make|account))[a-z]))"
    r"|\btrue[- ]?up[^.;]{0,40}\b(?:not|no longer)\b (?:made|provided|offered|permitted|available|performed|apply|applicable|be)"
    r"|\b(?:does|do|did|shall|will|is|are) not (?:be )?(?:go back|look back|recompute|recalculate|recalculated|recomputed)\b(?![^.;]{0,60}\b(?:loan|fee|balance))"
    r"|\bno (?:catching|making|truing|going back)(?: it| this| that)?(?: up)? (?:later|afterwards?|at|after|for|when|once)\b"
    r"|\bthere (?:is|are|will be|will|shall be) (?:no|not)(?: be)?(?: an?| any)? (?:(?:make-?up|additional|further|extra|supplemental) (?:match\w* |company |employer )*(?:match\w*|contributions?|deposits?|payments?|amounts?|money)|catch-?up (?:match\w*|deposits?|payments?)) (?:later|afterwards?|(?:at|after|following|once|when) [^.;]{0,24}\byear(?:[- ]?end)?\b(?! (?:of|in which|you|that|they)\b))"
    r"|^(?!.*\b(?:vest|leav|terminat|quit|separat|withdr|forfeit|roll|conver)\w*)(?!.*\b(?:if|when|whether|unless) (?:the |your |any |a )?(?:missed |lost )?match)(?:.*\b)?match\w*\b[^.;%$]{0,30}\b(?:is|are) (?:missed|lost|gone) (?:for good|forever|permanently)\b"
    r"|\bno (?:later|further|subsequent) adjustment\b|\bnot go back\b[^.;]{0,50}\bmake (?:it |them )?up"
    r"|\bmiss(?:ed)?\b[^.;]{0,40}\b(?:cannot|can not|is not|are not|will not|never) (?:be )?(?:made up|recovered|restored|made later)"
    r"|\b(?:is|are|will) (?:not|never) (?:be )?made up (?:later|at|after|for)\b"
    r"|(?:^|[;,.:(] ?| (?=and |but ))(?:and |but )?(?:is |are )?(?:not|never) (?:be )?(?:(?:made up|trued(?:[- ]up)?|recalculated|reconciled|recomputed)\b(?=\W*$|[;,.)]| (?:later|again|at|after|once|when)\b)|(?:adjusted|revisited|reopened|reviewed|looked at again) (?:at|after|when|once)\b[^.;]{0,24}\byear)"
    r"|\bnothing (?:to true[- ]?up\b|(?:is|will be) (?:ever )?(?:made up|trued|adjusted)\b)"
    rf"|{_NOT} (?:make|contribute|pay|give|provide|deposit|credit|add|send|owe|offer)\w* (?:an? |any )?(?:additional|further|extra|supplemental|other|make-?up|catch-up|year-end) (?:match\w* |company |employer )*(?:match\w*|contributions?|amounts?|payments?|deposits?|money)[^.;]{{0,40}}\b(?:after|at|following|once|when|on the basis of|based on|to (?:adjust|make up|correct|account|compensate))\b[^.;]{{0,40}}\b(?:year|quarters?|periods?|paychecks?|limit)"
    rf"|\btrue[- ]?ups?\b(?:(?!\b(?:who|that|whose|if|because|when|for|so)\b)[^.;?]){{0,60}}?{_NOT} (?:currently |now )?(?:provide|offer|make|have|include|permit|allow|contain|perform|do|use)(?: for)? (?:one|it|any|this|that)\b"
    r"|\bno (?:provision|way|feature|mechanism|process) (?:to|for) mak(?:e|ing) (?:it|this|that|them|(?:the |any )?(?:missed|lost) match\w*) (?:up|good)\b"
    rf"|{_NOT} (?:then |later |ever )?make (?:it|this|that|them|the (?:loss|missed match)) (?:up|good)\b|\bnothing (?:further|more|else|additional) (?:is|will be) (?:done|paid|added|made|deposited|contributed|owed)\b(?=[^.;]{{0,40}}\byear)|\byear[- ]?end,? nothing (?:further|more|else|additional) (?:is|will be) (?:done|paid|added|made|deposited|contributed)\b"
    rf"|{_NOT} (?:then |later |go back and )?(?:make|restore|replace|refund|credit|pay|contribute|deposit|give|recover|fill|cover|return|add)(?: you| up| for| back| in| good)* (?:(?:for|on) )?(?:(?:the|any|that|this|your) )?(?:(?:missed|lost|missing|resulting|unmatched) )*(?:difference|shortfall|gap|rest|balance|match\b(?= (?:(?:you|they|that (?:was|you)) )?(?:miss|lost|lose|did))|(?:missed|lost|missing) match\w*)",
    "adjust", "ever", "go back", "look back", "look-back", "lookback", "second look", "none", "made up", "make", "no additional ", "no catch-up ", "no further ", "no later ",
    "no other ", "no subsequent ", "check", "calculation", "settlement", "review", "no catching", "no making", "no truing", "no going", "not be", "not ma", "not re", "recalculate", "recompute", "reconciliation", "true", "truing",
    "not ", "never", "nothing ", "cannot", "won't", "doesn't", "don't", "without", "nor ", "neither", "there ",
    "for good", "forever", "permanently",
)  # fmt: skip
_YEAR_OVER = (
    r"(?:\b(?:after|at|following|within [^.;]{0,30} (?:of|after)|upon|by|once)\b[^.;]{0,24}\b(?:(?:end|close) of (?:the|each|that) (?:plan |calendar )?year|year[- ]?(?:end|close)|year ends|year's end|year is over)"
    r"|\b(?:plan |calendar )year ends\b|\bnext (?:plan |calendar )?year\b|\bthe year after\b"
    r"|\b(?:each|in|by|with the|every|the following|next) (?:(?:the following|the|early|mid-?|(?:the )?(?:end|close|middle) of) )?(?:january|february|march|april|jan\.?|feb\.?|first quarter|q1|spring)\b|\bfollowing (?:plan |calendar )?year\b)"
)
_GIVES = r"\b(?:contribut|pa(?:y|id)|credit|deposit|add|mak(?:e|ing)|made|receiv|giv|get|due|put|provid|send|sent|owed?|top)\w*"
_WHAT_LACKS = (
    r"(?:\b(?:differences?|shortfalls?|short of|deficienc(?:y|ies)|missing|missed|miss out on|(?:the |any )?(?:rest|balance|remainder|lost part) of (?:the|your|its|that) match|(?:additional|extra|further|supplemental|special|make-?up|top-?up) (?:company |employer |matching |match )*(?:match\w*|contributions?|amounts?|payments?|deposits?)(?! (?:contributions? )?(?:(?:is|are|was|were|equals?|equal to|equaled|of|in the amount of) )?(?:up to )?[\d$])|full match|any amount|(?:remaining|outstanding|unpaid) (?:matching |match )?(?:amounts?|balance|match\w*|contributions?)|the rest(?= (?:gets|is|will be|comes|goes) (?:added|paid|deposited|put|posted|contributed|credited|in)\b)|(?:balance|amounts?|rest) (?:that is |still |then )*(?:due|owed|owing)|lost match\w*|match\w* (?:you |they |that was )?(?:lost|missed))"
    r"|\bwhat(?:ever)? (?:you|they)(?:'d| would) (?:otherwise )?have (?:gotten|got|received|had|earned|been (?:given|paid))|\bif (?:it|that|this|you|they|the (?:total|match|sum))(?:'s|'re| is| are| comes up| falls) (?:short|too (?:low|little))\b"
    r"|\bwhat(?:ever)? (?:you are|they are|is|was|it|you|'s)(?: (?:still|are|have|were))* (?:owed|due|missing|missed|lacking|lost|short)|\b(?:anything|everything|any amount)(?: that)?(?: is)?(?: still| yet)? (?:due|owed|owing|missing|lacking)\b|\bwhat's (?:missing|due|owed|left)|\b(?:whatever|what|anything|the amount|any amount|an amount|as much as)(?: (?:is|it is|may be|was|that is))? (?:needed|necessary|required|it takes) to (?:bring|raise|lift|complete|fill|reach|make|get|give)|\b(?:made|up|make it|makes it) (?:whole|good|up)\b|\bup to (?:the|your) (?:full|whole) match)"
)
_NOT_ADJUSTED = Pattern(
    rf"\b(?:it|they|this|these|those|match\w*|contributions?|deposits?|amounts?|payments?|calculation) (?:is|are|will|shall) (?:not|never) (?:be )?(?:then |later |again |ever )?(?:adjusted|reconciled|re-?figured|revisited|reviewed|reopened|re-?computed|re-?calculated|re-?determined|squared(?: up)?|settled(?: up)?|evened out|corrected|worked out again|looked at again|figured again|calculated again)\b(?![^.;]*\b(?:until|before|unless|but|only)\b)[^.;,%$]{{0,30}}?{_YEAR_OVER}",
    "not ", "never ",
)  # fmt: skip
"""`It is not adjusted at the end of the year`."""
_SOMEBODY = Pattern(
    r"\b(?:for|so|say|take) (?:someone|somebody|a person|an? (?:employee|saver|participant|member|colleague))\b[^.;]*\b(?:under|over|aged?|who|with)\b",
    "someone", "somebody", "person", "employee", "saver", "participant", "member", "colleague",
)  # fmt: skip
"""`For someone who maxes out and gets the full match that is about $37,000`: an example, and no rule."""
_PUTS_RIGHT = Pattern(
    rf"{_GIVES}\b[^.;]{{0,60}}{_WHAT_LACKS}|{_WHAT_LACKS}[^.;]{{0,80}}{_GIVES}|{_WHAT_LACKS}[^.;]{{0,20}} (?:comes|arrives|follows|shows up|lands)\b|\b(?:catch(?:es)?|brings?|makes?|tops?) (?:you|them|participants?|everyone|it|this)(?: [a-z]+){{0,2}} (?:up|whole|good)\b(?! to \d)|\bmakes? (?:it )?up\b|\bsettles? (?:up|any|the)\b|\badjustments? (?:follows?|(?:is|are) (?:made|paid)|comes?|takes? place)\b|\bsuch additional amounts?[^.;]{{0,20}} as (?:is|are|may be) (?:needed|necessary|required) to\b|\bmakes? (?:an? |the )?(?:catch-?up|make-?up|top-?up) match\b|\b(?:pays?|adds?|deposits?|contributes?|credits?) the (?:rest|remainder|balance)(?=\W*$)|\bsquares? up\b|\bwith an? (?:final |annual |year-end |match |matching )*(?:adjustment|reconciliation|settlement)\b|\btop(?:s|ped)?\b[^.;]{{0,20}}\bup\b",
    "additional ", "adjustment", "any amount", "the rest", "the remainder", "the balance", "anything ", "remaining ", "outstanding ", "unpaid ", "owing", "bring", "catch", "deficienc", "difference", " due", "extra ", "further ",
    " lacking", " lost", "made", "make", "match", "miss", " owed", "reconciliation", "settle", "short", "special ", "square",
    "supplemental ", "top", "up good", "up up", "up whole", "what's left", "have ", "too ",
)  # fmt: skip
"""What is lacking is given: the difference, the shortfall, what one missed."""
_OVER_THE_YEAR = Pattern(
    rf"{_YEAR_OVER}|\b(?:whole|full|entire|full[- ]) ?(?:plan |calendar )?year\b|\bannual (?:pay|compensation|earnings|basis|deferrals|contributions|total|match)|\byear[- ]end\b|\bfor the (?:plan |calendar )?year\b(?! end)|\b(?:reach|hit|max)\w*\b[^.;%$]{{0,40}}\b(?:limit|maximum|out|early)|\b(?:early|front[- ]?load\w*|uneven\w*)\b|\bends? the year\b|\bhad (?:you|they|he or she|it|the participant|an employee) [^.;]{{0,40}}\b(?:evenly|spread|level)\b",
    "had ",
    "year", "annual", "january", "february", "march", "april", "q1", "quarter", "jan", "feb", "spring", "reach", "hit", "max", "early", "front", "uneven",
)  # fmt: skip
_AFTER_THE_YEAR = Pattern(
    rf"{_YEAR_OVER}|\b(?:reach|hit)\w*\b[^.;%$]{{0,40}}\b(?:limit|maximum)|\bfront[- ]?load",
    "year", "january", "february", "march", "april", "q1", "quarter", "jan", "feb", "spring", "reach", "hit", "front",
)  # fmt: skip
_COMPARES = Pattern(
    r"\b(?:compar|recalculat|recomput|reconcil|review|adjust|re-?figur|re-?determin|look(?:s|ed)? (?:back|again)|work(?:s|ed)? (?:it )?out again|check(?:s|ed)? (?:whether|that|if))\w*",
    "compar", "recal", "recomp", "reconcil", "review", "adjust", "figur", "determin", "look", "again", "check",
)  # fmt: skip
_NOT_LOST = Pattern(
    r"\b(?:continues?|keep|will go on|continuing) (?:making|to make|to receive|contributing|to contribute|matching|to match)[^.;]{0,60}\bmatch\w*[^.;]{0,80}\buntil\b[^.;]{0,70}\b(?:%|full|maximum|matched)"
    r"|\b(?:keeps?|goes on|go on|continues?) (?:matching|to match)\b[^.;]{0,30}\b(?:after|when|although|even (?:if|after|though)) (?:your|you|their|they)\b[^.;]{0,40}\b(?:stop|stopped|end|ended|ceased?|reach(?:ed)?|hit)\b[^.;]{0,30}\buntil\b[^.;]{0,50}\b(?:\d|full|maximum|whole)"
    r"|\bwill not (?:lose|miss|forfeit)[^.;]{0,30}\bmatch\w*[^.;]{0,80}\b(?:early|limit|maximum|before)",
    "continu", "keep", "go on", "goes on", "will not",
)  # fmt: skip
_NO_PUTTING_RIGHT = Pattern(
    r"\b(?:is|are|be) (?:then |simply )?(?:lost|gone)\b|(?<!match on )@at (?:basis|contrib)|\bmay\b|discretion|\bvest|\bnot (?:be )?(?:re(?!ceiv|ach)|make|go|look|top)|\bno\b(?! one\b)|\bexample|\bexcess\b|\bfees?\b|\brefund|\breturn(?:s|ed)\b|\bloan|\bforfeit|\bprofit[- ]sharing|\bnonelective|\bsubtract|\btax(?:es)?\b|\bcorrect|\berrors?\b"
)
LAST_DAY = Pattern(
    r"\bemployed on december 31|\b(?:employed|active|employee|on the payroll)\b[^.;]{0,40}\b(?:on (?:the )?(?:last (?:business |working )?day of (?:the|each|that) (?:plan |calendar )?(?:year|december 31)|december 31|dec\. 31)|as of (?:december 31|the last day))",
    "dec", "last",
)  # fmt: skip
_IF_NEED_BE = Pattern(
    r",? (?:if|as) (?:necessary|needed)\b|\b(?:you |participants? |employees? |they )?(?:need|needs) to be (?:employed|active|an? (?:active )?employee|on the payroll|here|there)\b"
)
_DIFFERENCE = Pattern(
    r"^(?!.*\b(?:may|not|no|would|discretion\w*)\b).*\b(?:get|receive|paid|pays?|contribut\w*|credit\w*|deposit\w*|add\w*|made|makes?)\b[^.;]{0,40}\b(?:the|any) (?:difference|shortfall|balance|rest)\b|^(?!.*\b(?:may|not|no|would)\b).*\bmakes? (?:it|them|this|you) (?:up|whole)\b",
    "difference", "shortfall", "balance", "rest", "make",
)  # fmt: skip
_LACKING = r"\b(?:difference|shortfall|balance|rest|gap|remainder|what(?:'s| is| was)? (?:missing|lacking|missed))\b"
GIVES_IT = Pattern(
    rf"^\W*if (?:you(?:'re| are)|more is|anything is|any (?:more )?match is) (?:still )?(?:owed|due)\b(?!.*\b(?:may|not|no)\b)|^(?!.*\b(?:may|not(?! (?:more|less|over|to exceed))|no(?! (?:more|later|less))|never|would|discretion\w*)\b)(?:.*{_GIVES}\b[^.;]{{0,50}}{_LACKING}|.*{_LACKING}[^.;]{{0,40}}{_GIVES})",
    "difference", "shortfall", "balance", "rest", "gap", "remainder", "what", "owed", "due",
)  # fmt: skip
"""The difference is given: which one, the sentence before tells."""
_COMPARES_THE_YEAR = Pattern(
    r"\b(?:compar|recalculat|recomput|reconcil|review|re-?figur|re-?determin|look(?:s|ed)? (?:back|again)|check)\w*[^.;]*\bmatch|\bmatch\w*[^.;]*\b(?:compar|recalculat|recomput|reconcil|review|re-?figur|re-?determin|check)\w*",
    "match",
)
_IS_LARGER = Pattern(
    r"^(?!.*\bcatch-?up contr).*\bmatch\w*\b[^.;]{0,80}\b(?:larger|bigger|greater|higher|more|exceeds?|less|smaller|lower|short)\b(?! than \$?\d)",
    "match",
)
_YOU_PAY = Pattern(
    r"\b(?:you|participants?|employees?) (?:must |have to |will )?(?:pays?|owes?|returns?|repays?|gives?|sends?)\b"
)
_YEAR_AS_A_WHOLE = Pattern(
    rf"\b(?:look\w*|figur\w*|work\w*|calculat\w*|comput\w*|add\w*|measur\w*|determin\w*|total\w*|consider\w*|check\w*|review\w*|run|compar\w*)\b(?:(?!\b(?:hours|service|vest\w*|eligib\w*|limits?)\b)[^.;%]){{0,50}}\b{WHOLE_YEAR}",
    "year",
)
"""`In February we look at the year as a whole`; what the match comes to by it, the next sentence says."""
_WOULD_HAVE_BEEN = Pattern(
    rf"\b(?:catch-?up|make-?up) (?:deposit|payment|match)\b[^.;]{{0,90}}\b(?:if|whose|where|when)\b[^.;]{{0,60}}\b(?:short|less|below|lower)\b|{_GIVES}[^.;]{{0,160}}\b(?:excess|difference)\b,?(?: if any,?)? (?:of|between) [^;]{{0,30}}\bmatch\w*[^;]{{0,60}}\b(?:annual|entire|full|whole|for the (?:plan |calendar )?year)\b[^;]{{0,60}}\b(?:over|and)\b|{_GIVES}[^.;]{{0,120}}\b(?:excess|difference|shortfall|amount|necessary|needed)\b[^;]{{0,60}}\bmatch\w*[^;]{{0,60}}\b(?:would have|had|equal)\b[^;]{{0,120}}\b(?:entire|full|whole|annual)\b",
    "match",
    "deposit",
    "payment",
)
"""`Shall contribute the excess of the match that would have been made had it been applied to the whole year`."""
_BY_WHICH_IT_EXCEEDS = Pattern(
    r"\b(?:shall|will|does)? ?(?:contribute|pay|deposit|credit|add)s?\b[^.;]{0,120}\b(?:amount|sum)s?,?(?: if any,?)? by which\b[^;]{0,40}\bmatch\w*[^;]{0,80}\b(?:determined|calculated|computed|figured|based)\b[^;]{0,90}\b(?:entire|full|whole|annual|for the (?:plan |calendar )?year)\b[^;]{0,40}\b(?:exceeds?|(?:is|was|were|would (?:be|have been)) (?:greater|more|larger|higher) than)\b",
    "by which",
)
"""`Shall contribute the amount by which the match determined for the entire year exceeds what was made`."""
_QUOTES = Pattern(r"[\"“”]", '"', "“", "”")
"""`No "true-up"` is none."""
_NONE_OF_IT = Pattern(
    r"^\W*(?:a\W+)?(?:(?:unfortunately|sorry|no|nope|currently|at this time),? )*(?:(?:it|we|they|the (?:company|plan|employer)) (?:do|does|is|are) not(?=\W*$)|(?:not|never) (?:in|under|with) (?:this|our|the) plan|there (?:is|are) not(?: (?:one|any))?(?=\W*$)|not (?:at this time|currently|offered|anymore))\W*$|^\W*there (?:is|are|will be|will) (?:none|no (?:longer (?:one|any)|such (?:amounts?|contributions?|payments?|deposits?))|not (?:be )?(?:one|any))(?: (?:for|in|after|from) (?:(?:plan|calendar|the|year|and|later|years?|on|or|after|future|any|subsequent|20\d\d) ?)+| (?:now|any ?more|today|at present|since|going forward))*\W*$",
    "not",
    "never",
    "there ",
)
"""`There will not be one for 2026 and later years`, below the heading of the true-up."""
_UNDER_TRUE_UP = Pattern(
    r"^\W*(?:\d+(?:\.\d+)?[.)]? )?(?:(?:q\W+)|the |is |it |there |an? |do |does |will |you |we |they |have |get |make |offer |pay |what about |how about |and |company |employer |plan |your |annual |year-end |match |matching )*true(?:d)?[- ]?up(?: contributions?| match)?(?: (?:made|paid|offered|at year[- ]end))?(?: \([a-z ]*\))?\W*$",
    "true",
)
_UNDER_ITS_OTHER_NAME = Pattern(
    r"^\W*(?:the |match |matching )*(?:annual|year-end|final|yearly) (?:match |matching )?(?:reconciliation|adjustment|settlement|recalculation)(?: of (?:the )?match)?\W*$",
    "reconciliation", "adjustment", "settlement", "recalculation",
)  # fmt: skip
_ANSWERS_THE_LABEL = Pattern(
    r"^\W*(?:(?P<yes>there (?:is|are)(?! (?:no\b|not\b|none\b))(?: one)?|(?:it|we|they|the (?:plan|company)) (?:does|do|will)(?! not)(?: (?:make|pay|have) one)?|y|yes|yep|yup|yeah|sure|added|(?:made|paid|done|deposited|credited) [^.;]*\b(?:january|february|march|april|spring|quarter|year[- ]?end)\b|(?:in|each|every|by) (?:the )?(?:early |mid-?|end of )?(?:january|february|march|april|spring|first quarter|year[- ]?end))|no|none|n)\b(?=\W*$|[,.;:(]| - | for | by | in )(?!.*\b(?:may|discretion\w*|if the)\b)"
)
"""`True-up | Yes, by March 15`, `True-up: in February for those who …`."""
_ADJUSTED = Pattern(
    rf"\b(?:match\w*|contributions?|deposits?|deposited|amounts?|advances?|advanced|payments?|paid|installments?|estimates?|it|they|these)\b[^.;]{{0,120}}?\b(?:adjusted|reconciled|recomputed|recalculated|re-?figured|squared(?: up)?|settled|evened out|balanced)\b[^.;%$]{{0,50}}{_YEAR_OVER}"
    rf"|{_YEAR_OVER}[^.;%$]{{0,30}}\b(?:match\w*|deposits|amounts?|contributions?|advances?|it|they|these)\b[^.;%$]{{0,60}}?\b(?:is|are) (?:then |again )?(?:adjusted|reconciled|recomputed|recalculated|re-?figured|squared(?: up)?|settled|evened out)\b",
    "adjusted", "reconciled", "recomputed", "recalculated", "figured", "squared", "settled", "evened", "balanced",
)  # fmt: skip
"""`Deposits of the year are adjusted after it ends`."""
_MADE_SURE = Pattern(
    r"\b(?:calculation|re-?calculation|computation|review|look|comparison|contribution|deposit|payment|adjustment|check)\b[^.;%$]{0,60}?\b(?:assures?|ensures?|guarantees?|makes? (?:sure|certain)|so that|sees? to it)\b[^.;%$]{0,60}\b(?:gets?|receive[sd]?|gotten|have|has|given|credited)\b (?:the |his or her |your |their |all of )*(?:full|maximum|entire|whole|all|most)\b",
    "assure", "ensure", "guarantee", "make", "so that", "see",
)  # fmt: skip
"""`A final calculation after year end assures that everybody has received the maximum`."""
_NOBODY_MISSES = Pattern(
    r"\b(?:year[- ]end|annual|yearly|final|(?:after|at|following|once) [^.;,]{0,20}\byear)\b[^.;%$]{0,40}\b(?:calculation|re-?calculation|computation|review|look|comparison|deposit|payment|adjustment|check|catch-?up)\b(?![^.;]*\b(?:beneficiar|invest|fund|hours|loan|deadline|premium|coverage|enrol|document|tax)\w*)[^.;%$]{0,30}?\b(?:assures?|ensures?|guarantees?|makes? (?:sure|certain)|so that|sees? to it)\b(?: that)? (?:nobody|no one|(?:you|they|participants?|employees?|those|people)(?: who [^.;,]{3,60}?)? (?:do not|does not|never|will not|don't)) (?:miss(?:es)?|loses?(?: out)?|go(?:es)? without|comes? up short|is (?:shorted|left short))\b",
    "nobody", "no one", "not ", "never", "don't",
)  # fmt: skip
"""`A year-end check makes sure nobody misses out`."""
_DENIES = Pattern(r"\b(?:not|never|no|nor|neither|nothing|without)\b")
_OTHER_ADJUSTMENT = Pattern(
    r"\b(?:limits?|irs|inflation|cost[- ]of[- ]living|fees?|premiums?|brackets?|expenses?|investment\w*|earnings|gains|elections?|percentages?)\b"
)


def _is_put_right(text: str, about_match: bool) -> bool:
    """Whether what is lacking is given, and the year, or a second look, is why."""
    if about_match and _NOT_LOST.search(text):
        return True
    if (hit := _ADJUSTED.search(text)) and not _OTHER_ADJUSTMENT.search(hit[0]) and not _DENIES.search(hit[0]):
        return True
    if (hit := _MADE_SURE.search(text)) and "match" in text and re.search(_YEAR_OVER, hit[0]):
        return True
    hit = None if _SOMEBODY.search(text) else _PUTS_RIGHT.search(text)
    if not hit or ("adjustment" in hit[0] and _OTHER_ADJUSTMENT.search(text)):
        return False
    # A formula "of annual pay" tells no second look at the year.
    year = _AFTER_THE_YEAR if "%" in text else _OVER_THE_YEAR
    return bool(year.search(text) or _COMPARES.search(text))


_ASKED_FIRST = Pattern(r"^[\"'][^\"?]{5,120}\?[\"'] (?=[a-z])", "?")
"""`"What if I max out?" You would …`: somebody's question before the answer, on one line."""
_FOR_LOANS = Pattern(
    r"^[^.;,%]{0,40}(?<= for)[^.;,]{0,30}\b(?:loans?|repayments?|premiums?|military|leaves? of|strike|deductions?)\b"
)
"""`No make-up contribution for missed loan payments`: nothing that was missed for want of deferrals."""
_NOT_FOR_LEAVERS = Pattern(
    r"^[^.;]{0,20}\b(?:for|to|on behalf of) (?:an? |any |the )?(?:those|participants?|employees?|anyone|anybody|members?|people|associates?|former \w+)(?: (?:who|that)\b(?! (?:reach|hit|max|front|contribut|defer|sav|stop|miss|chang|had|did))| whose(?! (?:deferrals?|contributions?|savings|elections?|rates?|percentages?|saving)\b)|\W*$)|^[^.;]{0,15} (?:if|unless|until|when) (?:you|they|the (?:participant|employee)) (?:leave|left|terminat\w*|are (?:no|not)|quit|separat\w*|resign\w*|retire\w*|die)",
    "for ", "to ", "behalf", "if ", "unless ", "until ", "when ",
)  # fmt: skip
"""A true-up that is not made for those who left is made for the others."""
_ANSWERED = Pattern(r"^(?:no|yes)\. (?=(?:\w+,? ){4})", "no. ", "yes. ")
"""`Will I lose match? No. At the end of the year …`: the sentence behind the answer says it."""
_NO_WORRY = Pattern(
    r"\b(?:do not|don't|no(?: need to| reason to)?|never|not to) (?:worry|worries|panic|fear|fret|stress|sweat(?: it)?|problem|(?:miss|lose) out(?: on)?)\b(?: about (?:it|that|this))?[:;,.!]? ?",
    " out",
    "worr",
    "panic",
    "fear",
    "fret",
    "stress",
    "sweat",
    "problem",
)
_LABELLED = Pattern(
    r"^\W*(?:match(?:ing)? |year-end |annual )*true[- ]?up(?: match| contributions?)*[ :|.-]{1,3}(?:(?P<said>yes|no)(?=\W|$)|(?P<when>(?:yep|yup|yeah|added|(?:in|each|every|by) (?:the )?(?:early |mid-?|end of )?(?:january|february|march|april|spring|first quarter|year[- ]?end)))\b)",
    "true",
)
"""The row of a table that lost its lines: `True-up Yes`."""
_TAKEN_OUT = Pattern(
    r"\b(?:true[- ]?ups?|(?:year-end|annual) (?:match(?:ing)? )?(?:adjustments?|reconciliations?) of (?:the |each )?(?:company |employer )?match\w*)\b[^.;]{0,40}\b(?:(?:is|are|is hereby|are hereby|was|were|has been|have been) (?:deleted|eliminated|removed|discontinued|repealed|stricken|dropped|ended|abolished|gone)|goes away|went away|(?:has |have )?(?:ended|ceased))\b(?! (?:until|if|when))|\b(?:discontinued|eliminated|dropped|abolished|did away with|stopped (?:making|paying)|ended) (?:the|its|our|their|all) (?:annual |year-end |match |matching |company )*true[- ]?ups?\b(?! (?:in|for|during) (?:19|20)\d\d (?:only|but))",
    "dropped", "ended", "abolished", "gone", "away", "ceased", "stopped", "deleted", "eliminated", "removed", "discontinued", "repealed", "stricken",
)  # fmt: skip
"""`Section 4.5(c) (year-end adjustment of the matching contribution) is deleted`."""
_PUT_INSTEAD = Pattern(
    r"\b(?:replaced|following|substitut\w*|instead|restated|if|when|would|again|reinstat\w*|resum\w*|brought back|will be)\b|\bwas (?!deleted|eliminated|removed|discontinued|repealed|stricken|dropped|ended|abolished)"
)


_HEADING = Pattern(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]? )?(?:there is )?(?:(?P<no>no) (?:annual |year-end |match |matching )*true[- ]?ups?(?: (?:match|contributions?))?|(?:annual |year-end |match |matching )*true[- ]?up (?:match |contributions? |made |paid )*(?:(?:at|after|each|every|in|by) (?:the |each )?(?:plan |calendar )?(?:year|january|february|march|april|q1|spring|first quarter)[a-z-]*(?: end)?|annually))\W*$",
    "true",
)


def of_a_heading(text: str) -> str:
    """`4.2 No true-up`, `True-up match at year-end`: a heading that is itself the statement."""
    said = _HEADING.match(text)
    return "" if said is None else "no" if said["no"] else "yes"


_DENIED_BEHIND = Pattern(
    r"\btrue[- ]?ups?\b(?:(?!\b(?:who|that|whose|if|because|when|where|for|so|after|to)\b)[^.;?,(]){0,40}\b(?:not|never|cannot)\b(?! (?:only|later|more|less|exceed))",
    "true",
)
"""`The true-up, the plan does not …`: denied in a way that is not understood."""


_OF_ANOTHER_PLAN = Pattern(
    r"\b(?:sister|other|parent|former|prior|acquired|another|old) (?:company|employer|firm|bank|entity)?(?:'s)? ?(?:401k )?plan\b",
    "sister", "other", "parent", "former", "prior", "acquired", "old ",
)  # fmt: skip
"""`The sister company's plan has a true-up`: this one does not say so."""
_NO_TOP_UP = Pattern(
    r"^(?!.*\b(?:need|needs|require[sd]?|have to|request|apply|tax\w*|count\w*|subject|later than|only|unless|until|if|before)\b)(?:.*[,;:-] )?(?:there (?:is|are) )?no (?:[a-z-]+ ){0,3}(?:make-whole|make-good|top-?up)(?: match(?:ing)?)?(?: contributions?| payments?)?(?: (?:is|are) (?:made|contributed|paid|provided|given|offered))?(?=\W*$| for | at | by | to those)"
    r"|^(?:there is )?no (?:mechanism|provision|way|procedure|process|arrangement)\b[^.;]{0,40}\b(?:add|mak|giv|pay|restor|credit|provid)\w*(?: up| good| back)? (?:any |the |a )?(?:[a-z]+ )?match\w*\b[^.;]{0,20}\b(?:after the fact|after-the-fact|later|afterwards?|retroactively|at year-?end|after year-?end)",
    "make-whole", "make-good", "top-up", "topup", "mechanism", "provision", "way", "procedure", "process", "arrangement",
)  # fmt: skip
"""`No year-end make-whole match is contributed`, `there is no mechanism for adding match after the fact`."""


def true_up_of(text: str, about_match: bool, of_the_match: bool, head: str = "") -> tuple[str, int, str]:
    """Yes, no or nothing; how strong; a note. `about_match`: the text or its heading says match; else the sentence before it."""
    if _OF_ANOTHER_PLAN.search(text):
        return "", 0, ""
    if (about_match or of_the_match) and _NO_TOP_UP.match(text):
        return "no", 2, "by another name"
    if (
        "true" in head
        and (_DIFFERENCE.search(text) or GIVES_IT.search(text))
        and any(_UNDER_TRUE_UP.match(part) for part in head.split(" < "))
    ):
        return "yes", 2, "below the heading of the true-up"
    if "true" in head and _NONE_OF_IT.match(text) and any(_UNDER_TRUE_UP.match(part) for part in head.split(" < ")):
        return "no", 3, "below the heading of the true-up"
    near = head.split(" < ")
    if (answer := _ANSWERS_THE_LABEL.match(text)) and (
        any(_UNDER_TRUE_UP.match(part) for part in near)
        or (about_match and any(_UNDER_ITS_OTHER_NAME.match(part) for part in near[:1]))
    ):
        return "yes" if answer["yes"] else "no", 3, "below the heading of the true-up"
    if (
        _IS_LARGER.search(text)
        and not _YOU_PAY.search(text)
        and GIVES_IT.search(text)
        and any(_YEAR_AS_A_WHOLE.search(part) for part in near)
    ):
        return "yes", 2, "what is given where the whole year earns more"
    if any(_COMPARES_THE_YEAR.search(part) and _OVER_THE_YEAR.search(part) for part in near) and GIVES_IT.search(text):
        return "yes", 2, "what is given after the year is compared"
    if (
        of_the_match
        and "@at" not in text
        and _NOBODY_MISSES.search(text)
        and not re.search(r"\b(?:may|discretion\w*|example)\b", text)
    ):
        return "yes", 2, "the word true-up is not there, the thing is"
    text = OF_THE_YEAR.sub("true-up", text)
    text = _ANSWERED.sub("", _ASKED_FIRST.sub("", _NO_WORRY.sub("", _QUOTES.sub("", text))))
    if (label := _LABELLED.match(text)) and not re.search(r"\bmay\b|discretion|\?", text):
        return label["said"] or "yes", 3, ""
    denied = _TRUE_UP_NO.search(text)
    if denied and _FOR_LOANS.match(text[denied.end() :]):
        denied = None
    if not denied and (hit := _NOT_ADJUSTED.search(text)) and not _OTHER_ADJUSTMENT.search(hit[0]):
        before = head.rpartition(" < ")[2]
        # `They are not adjusted`, where the sentence before speaks of elections or limits: those are not.
        denied = hit if "match" in hit[0] or "match" in before or not _OTHER_ADJUSTMENT.search(before) else None
    if not denied and _TAKEN_OUT.search(text) and not _PUT_INSTEAD.search(text):
        return "no", 3, "taken out of the plan"
    if denied and _NOT_FOR_LEAVERS.search(text[denied.end() :]):
        return "", 0, ""
    if denied and (about_match or of_the_match or "true" in text or "match" in head):
        if not re.search(
            r"\?|\bask\b|\bif (?:your|the) plan\b|\btrue[- ]?up is (?:needed|necessary|required)\b|\bneed one\b", text
        ):
            return "no", 3, ""
        return "", 0, ""
    if _DENIED_BEHIND.search(text):
        return "", 0, ""
    if _TRUE_UP.search(text) and not _TRUE_UP_OPEN.search(_IF_NEED_BE.sub("", text)):
        if _TRUE_UP_IS_MADE.search(text):
            return "yes", 3, ""
    elif _BY_WHICH_IT_EXCEEDS.search(text) and not re.search(r"\b(?:may|not|no|discretion\w*|example)\b", text):
        return "yes", 2, "what the whole year gives is made up"
    elif _WOULD_HAVE_BEEN.search(text) and not re.search(r"\b(?:may|not|no|discretion\w*|example)\b", text):
        return "yes", 2, "what the whole year would have given is made up"
    elif (
        (about_match or of_the_match)
        and " as @at" not in text
        and not _NO_PUTTING_RIGHT.search(text)
        and _is_put_right(text, about_match)
    ):
        return "yes", 2, "the word true-up is not there, the thing is"
    return "", 0, ""
