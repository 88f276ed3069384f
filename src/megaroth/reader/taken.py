"""The clause of a sentence that speaks of after-tax money as put in, and whether it says so outright or only implies it.

One broad rule instead of many wordings: any words of putting in, offering or limiting beside after-tax money count, unless the
same clause speaks of what is done with money that is there already, or denies it. `gate` has the last word.
"""

from __future__ import annotations

import itertools

from megaroth.reader.clauses import plainly_called
from megaroth.reader.harmless import without_harmless
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import MAY, NOT

_SENTENCE = Pattern(r"(?<!(?<!/)\b[a-z])[.;?!](?!\d)")
_PIECE = Pattern(
    r",(?!\d{3}| (?:19|20)\d\d\b) ?|[:()|] ?| - |\band (?=(?:an? |the |for |to |then )?(?:in-plan|@roth in-plan|@roth conver|withdr|conver|rollover|in-service|loan))|\b(?:and|that|which) (?=(?:are|is|may|can|will|to|has|have)\b)"
)
_LISTED = Pattern(
    r"^\W*(?:(?:and|or|and/or|as|plus|either|then|both|also|well|your|their|his|the|any|in|on|an?|of|to|from|make|including|voluntary|even|by|made|not only|but) )*@(?:pre|roth|at|amb)\b"
)
"""A piece that goes on with a list: what it says, the piece before it began."""
_MOVED = r"(?:withdr\w*|access\w*|draw(?:n|s|ing)?|taken out|conver\w*|distribut\w*|roll(?:ed|s)?|rollovers?|transfer\w*|borrow\w*|refund\w*|return\w*|recharacteri\w*|forfeit\w*|repa(?:y|id)\w*|paid|moved?|moves|moving|sweep\w*|swept|taxed|taxable|vest(?:s|ing)?|vested(?! @at)|tested|held|invested|enrolled|included|counted)"
_BEFORE = Pattern(
    rf"\b(?:{_MOVED}|(?<!plan does not )(?<!we do not )(?<!company does not )(?<!firm does not )tak(?:e|en|ing) (?!from (?:your |each )?pay)[^,;]*|rolling|loans?|becom\w+|(?:and|any|its|investment) earnings|earnings (?:on(?! an? (?:@|after-tax|pre-tax|$))|are|from|thereon|grow)|annual additions?|direct how|spouse|merged|insurance|may have (?:made|contributed)|you made)\b|\b(?:accounts?|balances?)\b[^,;]{{0,40}}$|\b(?:may|can|will|might) (?:also |still |sometimes )?(?:see|notice|find|view|read|hear)\b|\b(?:are|is) (?:made|taken|withheld|deducted) on an? $|\b0% (?:for|of|as|in|to) "
)
"""What is done with money that is there already, where it stands before after-tax money in its clause."""
_BEHIND = Pattern(
    rf"^@at(?: (?:employee|voluntary|contributions?|savings|deferrals?|money|funds|sources?|401k))* (?:ira|in[- ]plan|employer|investment|accounts?|balances?|withdr\w*|conversions?|rollovers?|distributions?|deferral (?:contribution )?(?:rate|percentage))\b|^@at[^,]{{0,70}}?(?: (?:may|can|must|will|are|is|be|been|were|have|not|also|always|then|fully|immediately|that|which|you made))+ (?:\d+% )?{_MOVED}\b|^@at(?: contributions?| money)? (?:out|{_MOVED})\b|@at[^,]{{0,30}}\b(?:may have (?:made|contributed)|you made|in the past|at 0%|: 0%)|@at 0%(?! ?(?:to|-|through))|@at[^,.;]{{0,30}}\b(?:put in|paid in|made|contributed) (?:since|before|after|prior to|from)\b[^,.;]{{0,16}}(?:19|20)\d\d|\bdiscussed at\b|^@at(?: contributions?| money| savings)? (?:may|can) be taken\b(?! (?:from|out of) (?:your |each |the )?(?:pay|check)| by payroll)"
)
"""The same, said of it behind."""
_OUTRIGHT = Pattern(
    rf"\b(?:{MAY}|permi\w*|allow\w*|accept\w*|offer\w*|provid(?:e|es|ed)|includ(?:e|es|ed)|available|takes?|taken(?! into)|options?|which (?:kind|type|way)|choices?|choos\w*|pick|elect(?:s|ed|ing)?|contribut(?:e|ed|ing)|sav(?:e|ing)|put|add(?:ed|s|ing)?|ways|kinds|types|buckets|sources|introduc\w*|welcome|third|make|(?:tell|say|state|indicate|specify)(?: (?:the|us|your) ?\w*)? (?:if|whether) (?:they|it|these|this) (?:is|are) to be|consist\w*|using|enabl\w*|support(?:s|ing|ed)?|features?|turn on|began|open(?:s|ed)?)\b"
)
_IMPLIES = Pattern(
    r"%|\$|\b(?:match\w*|limit\w*|max\w*|caps?|capped|rate|deduct\w*|payroll|exceed|combin\w*|your|subject|withheld|new|each|go|goes|start|change|yes)\b"
)
_AS_IT_LEAVES = Pattern(
    r"\b(?:of|from|in) (?:each|every|any|the|a) (?:payment|distribution|withdrawal)\b|\bearnings\b[^.;]*\btax(?:ed|able)\b|\btax(?:ed|able)\b[^.;]*\bearnings\b|\b1099",
    "payment", "distribution", "withdrawal", "tax", "1099",
)  # fmt: skip
"""How a part of a payment is taxed says nothing of what goes in today."""
_GENERAL = Pattern(
    r"\bannual (?:additions?|limit)\b|\bstatutory\b|\bmeans\b|\b415\b|\b402\b|\birs\b|\b(?:the|tax|federal|current) (?:law|code|rules|limit)\b"
)
"""What a definition, or the law, says of such contributions in any plan."""
_ANY_PLAN = Pattern(
    r"\b(?:to|in|of|under) (?:an?|any|all) (?:defined contribution|401k|403b|qualified|retirement) plans?\b(?! (?:like|such))",
    " plan",
)
_ACT = Pattern(
    r"\b(?:permi\w*|allow\w*|accept\w*|offer\w*|provid\w*|includ\w*|available|options?|features?|makes?|made|making|contribut(?:e|ed|ing)|take[ns]?|took|ha(?:s|ve)|support\w*|add(?:ed)?|given|go in|able|provisions?|amend\w*|discontinu\w*|fro[sz]\w*|freez\w*|ceas\w*|eliminat\w*|closed|stopped|there (?:is|are) no(?=[^.;]{0,50} (?:in|under) (?:this|the|our) plan\b))\b"
)
_ENDED = Pattern(
    r"\b(?:no longer|any ?more|any longer|ceas\w*|discontinu\w*|fro[sz]\w*|freez\w*|eliminat\w*|stopped|closed to|ended (?:in|on|as)|nothing (?:more|new|further)|no (?:new|further|additional|more)|disallow\w*|remov\w*|delet\w*)\b",
    "any", "ceas", "closed to", "delet", "disallow", "discontinu", "eliminat", "ended", "freez", "fros", "froz", "no longer",
    "no new", "nothing", "remov", "stopped",
    "no further", "no additional", "no more",
)  # fmt: skip
_BYGONE = Pattern(
    r"\bused to (?:allow|accept|permit|take|offer|have)\b|^(?=.*\b(?:until|through|prior to|before)\b[^;]{0,25}\b(?:19|20)\d\d\b)(?!.*\b(?:may|can|are|is|will)\b).*\b(?:accepted|allowed|permitted|took|could|offered|were (?:made|permitted|allowed|accepted))\b"
)
_PARTS_OF_IT = r"(?: (?:contributions?|deductions?|savings|options?|features?|sources?|buckets?|money|programs?|provisions?|deferrals?|elections?|employee|voluntary|sub-?accounts?))*(?: \([^()]*\))?"
_SHUT = r"(?:closed|shut|suspended|terminated|dropped|retired|abolished|scrapped|ended|halted|stopped|discontinued|eliminated|frozen|cancell?ed|rescinded|repealed|revoked|turned off|switched off|phased out|sunset(?:ted)?|done away with|taken away|wound (?:down|up)|abandoned|deactivated|disabled|given up)"
_SHUTS = r"(?:closed|shut (?:off|down)|suspended|terminated|dropped|retired|withdrew|abolished|scrapped|ended|halted|stopped|ceased|discontinued|eliminated|froze|cancell?ed|rescinded|repealed|revoked|turned off|switched off|phased out|sunset|did away with|done away with|took away|abandoned|deactivated|disabled|put an end to|gave up)"
_TOOK = r"(?:taken|accepted|received|collected|allowed|permitted|offered|withheld|deducted|credited)"
_THE_END = Pattern(
    rf"@at{_PARTS_OF_IT} (?:was|were|(?:has|have|had|having) been|will be|is now|are now|got)(?: \w+ly| now| all| then| since| also)* {_SHUT}\b"
    rf"|@at{_PARTS_OF_IT} (?:is|are)(?: \w+ly| now| all)* (?:closed|frozen|shut|discontinued|turned off|phased out|abolished|gone|history|no more|suspended (?:indefinitely|permanently|since))\b"
    rf"|@at{_PARTS_OF_IT} (?:was|were) last (?:accepted|made|taken|permitted|allowed|deducted|withheld|contributed)\b"
    rf"|@at{_PARTS_OF_IT} (?:(?:has |have )?(?:ended|lapsed|expired)|(?:came|come|comes|will come|drew) to an end|went away)\b"
    rf"|@at(?: (?:contributions?|savings|deductions?|account|source|money))* \((?:\w+ly |now |all )?(?:{_SHUT}|no longer \w+)(?: (?:in|on|as of|since|effective|after|at|\w+ \d[\d, ]*|\d[\d/ .-]*))*\)"
    rf"|@at{_PARTS_OF_IT} ?(?:[:|]|-+) ?(?:\w+ly |now )?(?:{_SHUT}|closed|expired)\b"
    r"|@at (?:contributions? )?(?:options?|features?|sources?|provisions?) (?:was|were|(?:has|have) been|will be) (?:withdrawn|removed|deleted)\b"
    rf"|(?:^|[,;:] ?| and | but )(?!(?:if|when|since|after|before|because|you|participants?|employees?|members?|they|who|if)\b)(?:[\w&.'-]+ ){{1,6}}?{_SHUTS} (?:(?:accepting|taking|offering|allowing|permitting|the|our|its|their|this|these|all|any|new|further|plan's|ability|option|right|opportunity|to|make|of|for|with|window|making|contributing|traditional|regular|existing|old|separate) ){{0,7}}@at"
    rf"|\b(?:section|article|paragraph|subsection) [\w.()-]+,? \(?[\"“]?@at{_PARTS_OF_IT}[\"”]?\)?(?: of the plan)? (?:is|are|was|shall be)(?: hereby)? (?:deleted|removed|repealed|eliminated|stricken|struck)\b(?![^;]*\b(?:replaced|restated|to read|as follows)\b)"
    rf"|\b(?:the|its|our|your) (?:very )?(?:last|final) (?:\w+ )?@at (?:payroll )?(?:contributions?|deductions?|savings) (?:was|were|will be|came|went)\b"
    rf"|\b(?:has|have) (?:(?:not|never)(?: \w+ly| been)? {_TOOK}|{_TOOK}(?= no ))(?: (?:no|any|new|further|more|additional|employees?|participants?|members?|you|make|to|in|the|your))* @at{_PARTS_OF_IT}(?:(?!\b(?:from|above|over|beyond|on|for)\b)[^.;@%$]){{0,30}}? since (?!(?:you|they|he|she|your)\b)"
    rf"|\b(?:last|final) (?:[a-z]+ ){{1,3}}?(?:on|from|for|in|of|at|through|out of) which (?:@at{_PARTS_OF_IT}|@basiss) (?:will|can|may|could|shall|were|was|are|is|have|has)(?: still)?(?: be| been)? (?:taken|withheld|made|accepted|deducted|allowed|permitted|contributed|collected)\b"
    r"|\b(?:good-?bye|farewell) to (?:\w+ )?@at|\bth(?:e|is is the) end of (?:\w+ )?@at (?:contributions?|saving)",
    "@at", "@basiss",
)  # fmt: skip
"""A way to put money in that somebody shut, in whatever words."""
NOT_FOR_GOOD = Pattern(
    r"\belections? (?:was|were|will be|are|is|has been|have been) (?:\w+ )?(?:cancell?ed|stopped|suspended|terminated|ended|dropped)\b|\b(?:closed|shut|stopped|turned off|switched off|suspended|cut|dropped) (?:first|last|next|before|ahead of)\b|\b(?:eliminated|removed|dropped|terminated|cancell?ed) from (?!(?:the|this|our) (?:\w+ )?plan\b)|\bfor (?:a |an |the |at least |up to |about )*(?:\d+|several|next|rest|remainder|balance|following|period|plan year)\b|\buntil (?:you|the|january|next|your|he|they|a)\b|\b(?:if|unless|whenever|while|during|once|hardship|temporar\w*|leave of absence|reach\w*|limits?|maximum|caps?|ceiling|catch-?up|highly|hces?|months?|weeks?)\b|\bwhen (?:you|an? |your|they|limits?|the limit)|\bafter (?:you|an? )|\b(?:may|can|could|might|must) be\b|\b(?:you|employees?|participants?) (?:may |can |have |had )?(?:also )?(?:stop|clos|end|suspend|cancel|turn|drop)\w*|\b(?:of|in|by|for|to) (?:all )?(?:hourly|union|bargain\w*|salaried|certain|some|puerto|new(?:ly)?|future|rehired|those|anyone|employees (?:hired|who|at|in|of)|participants who)\b(?! (?:contributions?|deductions?|money|deposits?|deferrals?)\b)|(?<!not be )(?<!not )(?<!never )(?<!nor )(?<!never been )(?<!not been )\b(?:reinstat|reopen|re-open|resum|restor|brought (?:(?:it|them|this|that|these) )?back|(?:came|comes|come|is|are) back|reintroduc|reviv|restart)\w*"
    r"|\b(?:match\w*|limits?|caps?|suspensions?|fees?|restrictions?|minimums?|earnings|withdrawals?|conversions?|rollovers?|transfers?|loans?|distributions?|tax\w*|penalt\w+) (?:on|of|for|to|from|in|after|following)\b[^.;,@]{0,40}@at"
)
"""What ends for a time, for one person or some, or is the end of something else than the contributions."""
_REPORTED = Pattern(
    r"\b(?:few|only|nobody|none|no one|hardly|less than|fewer than|under|about|nearly|almost)\b[^.;@]{0,60}\b(?:us(?:e[ds]?|ing)|chose|elect(?:s|ed)?|took|takes?|made|makes?|participat\w+|contribut(?:e[ds]?|ing))\b[^.;]{0,40}@at|\b(?:average|typical|median) (?:\w+ ){0,2}(?:participant|employee|member|saver|worker|associate|colleague|contribution|rate)\b|\bon average\b|\b(?:fond of|lik(?:e|ed) (?:the|our)|popular|unpopular|little used|rarely used|low (?:use|usage|participation|take-up|interest)|lack of (?:use|interest|participation))\b"
)
"""How many take it up is no leave to do so, and mostly stands where it ends."""


_BARE_END = Pattern(
    rf"^\W*(?:n/a,? |not available,? |no,? |this (?:source|option|feature) (?:was|is|has been) |(?:was|were|has been|have been|is|are) )?(?:\w+ly |now )?(?:{_SHUT}|no longer (?:\w+ )?(?:permitted|allowed|accepted|offered|available|made|taken))\b(?: (?:in|on|as of|effective|since|at|from|to|for|new|contributions?|money|all|participants|the|end|of|beginning|january|february|march|april|may|june|july|august|september|october|november|december|[\d/,.-]+))*\W*$"
)
_BARE_NO = Pattern(
    r"^\W*(?:(?:at this time|currently|unfortunately),? )?(?:(?:these |they |such contributions |this (?:is|feature is) )?(?:are |is )?(?:currently |presently )?not (?:currently |presently |yet )?(?:permitted|allowed|available|offered|accepted|applicable|provided(?: for)?|a (?:feature|part) of (?:the|this|our) plan|(?:part of|in) (?:the|this|our) plan)|none(?: (?:(?:are |is |may be |will be )?(?:currently )?)(?:permitted|allowed|available|offered|accepted))?|no|n/a|prohibited|unavailable|do(?:es)? not apply|no such (?:@at )?contributions? (?:(?:have|has)(?: ever)? been|are|were|may be|can be|will be) (?:currently |now |ever )?(?:permitted|allowed|offered|accepted|made|taken)(?: since (?:the plan|it) (?:began|started|was (?:adopted|established)))?)(?: (?:at this time|at present|currently|under (?:the|this) plan|in (?:the|this|our) plan|by (?:the|this|our) plan))?\W*$"
)


def denied_below(text: str) -> str:
    """What a cell, or a line of its own, says of the kind of money that its row or heading names: `Not offered`, `Closed in 2014`."""
    if _BARE_END.match(text):
        return "frozen"
    return "no" if _BARE_NO.match(text) else ""


def ended(text: str) -> bool:
    """Whether a sentence says that the way for after-tax money to come in was shut, for good and for all."""
    return any(
        _THE_END.search(part) and not NOT_FOR_GOOD.search(part)
        for part in _SENTENCE.split(_UNTIL_FURTHER.sub(" ", _AT_THAT_TIME.sub(" ", text)))
    )


_OF_A_LIMIT = Pattern(r"\b(?:when|once|reach\w*|limits?|caps?|maximum|suspen\w*)\b")
"""What ends at a limit, or is the end of a limit, is no end of the contributions."""
_OF_A_FEE = Pattern(
    r"\b(?:stopp?\w*|ceas\w*|discontinu\w*|eliminat\w*|remov\w*|no longer|ended|dropp?\w*) (?:\w+ ){0,2}?(?:charg\w+|fees?|match\w*|tax\w*|test\w*|limit\w*|cap\w*|restrict\w*|requir\w*|penal\w*|waiting)\b[^.;]*@at",
    "@at",
)
"""`We have stopped charging a fee for …`."""
_OTHER_THAN_ROTH = Pattern(
    r"[,(]? ?\b(?:other than|except|apart from|aside from|besides|unless (?:they are|it is|made as|designated as|treated as))(?: for)? (?:\w+ )?@roth\b(?: contributions?| deferrals?)?\)?",
    "unless ", "except ", "other than ", "apart from ", "aside from ", "besides ",
)  # fmt: skip
BUT_OLD = Pattern(
    r",? \(?(?:other than|except|apart from|aside from|besides)(?: for| as| by)? (?:(?:those|the|any|amounts?|money|contributions?|ones|balances?|@at|that|which|were|was|have been|had been|already|previously) )*(?:transferred|rolled over|rollovers?|moved|merged|carried over|held|made (?:before|prior to|until|under|to (?:the|a|another) (?:prior|former|predecessor)))\b[^.;)]*\)?",
    "except ", "other than ", "apart from ", "aside from ", "besides ",
)  # fmt: skip
"""`No after-tax contributions except those transferred from the old plan`: old money is no exception of what goes in."""
_BUT_SOME = Pattern(
    r"@at\b[^.;]*,? \(?(?:except|save|but only) (?:for|from|by|in|at|to|those|that|employees|participants|members)\b",
    "except",
    "save",
    "but only",
)
"""`…, except from partners`: not for all."""
_IN_A_CASE = Pattern(r"^\W*(?:while|during|when|if|once) (?!the plan (?:was|merged))[^@]*@at", "@at")
"""`While on leave you cannot make …`: at other times one can."""
_CAME_BACK = Pattern(
    r"\b(?:brought (?:it|them|this|that|these)? ?back|(?:came|come|comes|is|are) back|reinstat\w+|reintroduc\w+|reviv\w+|restor\w+|resum\w+|reopen\w*)\b|\b(?:freez|frozen|freeze|ban|moratorium|suspension|prohibition|restriction|closure)\w*\b[^.;]*\b(?:lifted|ended|removed|is over|withdrawn|reversed|undone)\b",
    "back", "reinstat", "reintroduc", "reviv", "restor", "resum", "reopen", "lifted", "ended", "removed", "is over", "withdrawn",
    "reversed", "undone",
)  # fmt: skip
_THAT_IS = Pattern(r",? \(?(?:that is(?: to say)?|i\.e\.|in other words|meaning),? (?=(?:\w+ ){0,2}@at\b)", "@at")
"""`Voluntary employee contributions, that is, after-tax contributions, are not allowed`."""
_ONLY_ROTH = Pattern(
    r"\bthe only @at(?: (?:contributions?|money|savings))?[^.;@]{0,40}\b(?:are|is)(?: designated)? @roth\b",
    "the only @at",
)
"""`The only after-tax contributions the Plan accepts are Roth contributions`."""
_IT_ENDED = Pattern(
    rf"^\W*(?:this|it|that|these|they|the (?:option|feature|practice)) (?:was|were|has been|have been)(?: \w+ly)? {_SHUT}\b"
)
_SINCE = Pattern(
    r"\bsince\b|^\W*(?:and |but )?(?:after (?:that|this)|thereafter|from (?:then|that point|that (?:day|date)) on|going forward)\b(?! (?:if|when|you (?:must|have)))|\b(?:after|from) (?:that|such|this) (?:date|day)\b|\b(?:after|subsequent to|beginning|effective|as of)\b[^;]{0,25}\b(?:19|20)\d\d\b"
)
_ACT_DENIED = r"(?:permi\w*|allow\w*|accept\w*|offer\w*|provid\w*|includ\w*|available|an? (?:option|feature|choice)|mak(?:e|ing)|made|contribut\w*|tak(?:e|en|ing)|have|had|support\w*|add(?:ed)?|adopted|given|go in|able|entitled|eligible|use|part of|elect(?:ed)?|agree\w*|authori[sz]\w*)"
_REFUSED = Pattern(
    rf"\bnor (?:do|does|did|may|can|could|will|shall|is|are|has|have)\b(?: \w+){{0,4}}? {_ACT_DENIED}\b|\b(?:(?:do|does|did|may|can|could|shall|will|would|is|are|was|were|be|been|has|have|had|must)(?: \w+)?? (?:not|never)|cannot|\w+n't|never)\b(?: \w+){{0,3}}? {_ACT_DENIED}\b"
    rf"|\b(?:not|never) (?:\w+ ){{0,2}}?{_ACT_DENIED}\b(?=[^.;@]*@at\b)|@at\b[^.;@]{{0,60}}\b(?:not|never)(?: \w+)? {_ACT_DENIED}\b"
    r"|\b(?:accepts?|takes?|permits?|allows?|offers?|provides?|has|have|makes?|contains?|there (?:is|are|will be|can be)|with) (?:currently |at present )?(?:no|neither)\b(?: (?:provisions?|options?|opportunit\w+|ability|way|features?|mechanism|arrangements?)(?: (?:in|under|within) (?:the|this|our) (?:[\w()]+ ){1,2}?)? ?(?:for|of|to (?:make|contribute)))?(?: (?!spill|to\b|on\b|for\b|of\b|in\b|from\b|limits?\b|caps?\b|match|min|max|fees?\b|tax|penal|restrict|suspens|change|effect)[\w'-]+){0,3}?(?: @\w+[^.;@]{0,30}\b(?:n?or|and)\b(?: [\w'-]+){0,3}?)? @at\b(?! (?:minimum|maximum|max\b|limits?|caps?|match\w*|fees?|withdraw\w*|rollovers?|conver\w*|loans?|tax\w*|penalt\w*|restriction\w*|distribution\w*))(?![^.;]*\b(?:accounts?|balances?|statements?)\b)|\b(?:no|neither) (?:[\w'-]+ ){0,2}?(?:@(?:pre|roth)[^.;@]{0,20} n?or )?@at\b(?! (?:minimum|maximum|max\b|limits?|caps?|match\w*|fees?|withdraw\w*|rollovers?|conver\w*|loans?|tax\w*|penalt\w*|restriction\w*|distribution\w*))[^.;@]{0,60}\b(?:is|are|was|were|may|can|will|shall|have been)\b"
    r"|\bno @at(?: (?:employee )?(?:contributions?|deductions?))? (?:would|will|may|shall|can|could) be (?:taken|made|accepted|deducted|withheld|permitted|allowed)\b"
    r"|\b(?:is|are|be)? ?neither (?:required|mandatory|made|needed) nor (?:permitted|allowed|accepted)\b"
    r"|\bprohibit\w*|\bdisallow\w*|\bunavailable\b|@at\b[^.;@,]{0,40}(?:[:|]| -) ?(?:no\b|none\b|not\b|n/a)|^\W*no (?:[\w'-]+ ){0,2}?@at(?: \w+){0,3}\W*$"
)
"""An act of putting in that is denied, or the money itself: what else a sentence denies is no refusal."""
_UNTIL_FURTHER = Pattern(r",? ?\bunless and until\b[^.;]*|,? ?\buntil further notice\b", "until")
"""What somebody may do one day makes no exception of today."""
_NO_OTHERS = Pattern(
    r"\bno (?:other |further )?(?:\w+ ){0,2}contributions?,? \(?(?:such as|including|like|e\.g\.,?) ([^.;()]*@at[^.;()]*?)\)?,? (?=(?:are|is|may|can|will)\b)",
    "such as", "including", "like", "e.g",
)  # fmt: skip
"""`No other contributions (such as after-tax contributions) are permitted`."""
_NOR_THEM = Pattern(
    r"\b(?:the|our|this) plan (?:does|did) not (?:currently )?(?:permit|allow|accept|offer|provide for|have|take|include) (?:them|these|any|it)\b|\bneither of (?:the|our|these) plans (?:permits?|allows?|accepts?|offers?|provides? for|has|takes?|includes?) (?:them|these|any|it)\b",
    "plan ",
    "plans ",
)
_OTHERS = r"(?:(?:employer|company|safe harbor|qualified|discretionary|rollover|profit[- ]sharing|matching|match|non-?elective|catch-?up|any|other) )*(?:match(?:ing)?|profit[- ]sharing|non-?elective|catch-?up|rollovers?|employer|company|voluntary)(?: contributions?| deferrals?)?"
_BEFORE_OTHERS = Pattern(
    rf"\b(?:for )?{_OTHERS}(?:, (?:for )?{_OTHERS})*,? n?or (?:for |to )?(?=(?:any |an? |other |for |to |voluntary |make )*@at)",
    "or ",
)
"""`For matching contributions or for after-tax contributions`: each of what is denied together is denied."""
_BEHIND_OTHERS = Pattern(rf"(@at contributions?),? n?or (?:for |to )?{_OTHERS}\b", "or ")
_NO_MATTER = Pattern(
    r"\b(?:it |this )?(?:does|do|did|will|would) not (?:matter|make (?:a|any) difference|depend on)\b(?: to \w+)?,? (?:whether|if|how|which|what)\b|\bnot? matter (?:whether|how|which|what)\b",
    "matter", "difference", "depend",
)  # fmt: skip
"""`It does not matter whether they are pre-tax or after-tax`."""
_NOT_OF_IT = Pattern(
    r"@at(?: contributions?)? (?:in)?to (?:an? |the |your )?@roth\b|\bnot (?:\w+ )?available (?:for|on|with) (?:the |your |any )?@at|\b(?:not|never)(?: \w+){0,2} taken into (?:account|consideration)\b|\b(?:do|does|did|are|is|will) not\W*$|\bmeans?\b"
    r"|\b(?:company|employer|bank|university|hospital|firm|corporation|partnership|we) (?:do|does|will|shall) not (?:currently )?(?:add|match|contribut\w*|make|put|give|pay)\b(?! (?:@at|an? (?:option|feature)|this|it|them))[^.;@]{0,40}\b(?:to|on|for|toward) [^.;@]{0,20}@at"
)
"""`The contributions you make after-tax do not.`: what they do not, stands in the sentence before."""
_AT_THAT_TIME = Pattern(
    r"\bwhen (?:the |our |this |we |it |its |an? |@)[^.;,]{0,40}\b(?:introduc|add|adopt|amend|mov|merg|chang|beg[au]n|start|restat|switch|bec[ao]me|acquir)\w*\b[^.;,]{0,20}",
    "when ",
)
"""A date in other words: `when Roth contributions were introduced`."""
_EXCEPT = Pattern(
    r"\breplaced (?:by|with|in)\b|\bto read\b|\b(?:eliminated|removed) from (?!(?:the|this|our) (?:\w+ )?plan\b)|\b(?:except|other than|unless|until you|during|while|if|when|who|once|hardship|exceed|in excess|than|over|above|beyond|true|limits?|bonus\w*|check|cash|highly|hces?|rehired|months?|days?|temporar\w*|suspen\w*|tax\w*|deduct\w*|match\w*|requirements?|service|waiting|(?:new|newly|future) (?:\w+ )?(?:participants?|employees?|hires?|members?|entrants?)|employees (?:working|in|at|of|covered|represented))\b"
)
"""What makes a denial one of some people, some time or some amount."""


TURNED = Pattern(
    r"^[^.;@]{0,40}(?:@(?:pre|roth)\b[^.;:|]{0,30}|\b(?:spill\w*|overflow|continuation|carry-?over|switch\w*|conver\w+|transfers?|redirect\w*|recharacteri\w*)\b[^.;:|@]{0,15}) (?:in)?to @at\b(?: contributions?)?(?:\W+| (?:is|are) )(?:(?:is|are) )?(?:not|no|none)\b",
    "to @at",
)
"""`Spillover: pre-tax to after-tax - not available`: what is denied is that one turns into the other."""
_NO_CELL = r"(?:not (?:available|offered|permitted|allowed)|none|no|n/a)"
_MIXED_CELLS = Pattern(
    rf"^\W*@at(?: (?:contributions?|savings))*:? (?:(?:[1-9]\d?%? ?(?:to|-) ?)?\d{{1,2}}% (?:.*\b)?{_NO_CELL}\b|{_NO_CELL} .*\d%).{{0,20}}$",
    "@at",
)
"""`After-tax 1-10% not available 1-5%`: columns that ran together, one of which denies it."""
_BEGINS_UNTIL = Pattern(
    r"^(\W*(?:until|through|up to|prior to|before) [^,;@]{0,16}?(?:\d{1,2}, )?(?:19|20)\d\d),(?= )",
    "until",
    "through",
    "up to",
    "prior to",
    "before",
)
"""`Until June 30, 2012, the plan took …`: the day belongs to what was done."""
_NOT_UNTIL = Pattern(
    r"^\W*(?:until|prior to|before) [^,;@]{0,16}?(?:\d{1,2}, )?(?:19|20)\d\d\b[^;@]*\b(?:(?:could|did|was|were) not|no|never|only)\b[^;]*@at",
    "until ", "prior to ", "before ",
)  # fmt: skip
"""`Prior to July 1, 2018, participants could not make them`: what did not go until a day may go since."""
_AT_SOME_POINT = r"(?:(?:until|before|unless|except (?:after|when|once)) (?:you|they|he or she|an?|the|your|their|all|it|reach\w*|after)\b(?! (?:committee|board|company|trustees?|plan is amended))|(?:after|once|when|if|while|during) (?:you|they|he or she|an? (?:participant|employee|member)|your|reach\w*|leaving|terminat\w*|the limit|the \w+ (?:day|of the month))\b)"
_NOT_BEFORE = Pattern(
    rf"\b(?:no|not|never|cannot|nobody|none)\b[^.;]*@at\b[^.;]*\b{_AT_SOME_POINT}|@at\b[^.;]*\b(?:not|never|cannot)\b[^.;]*\b{_AT_SOME_POINT}",
    "after ", "once ", "when ", "if ", "while ", "during ", "until ", "before ", "unless ", "except ",
)  # fmt: skip
"""`None can be made until you have reached the limit`: from then on they can."""
_THEN_ONLY = Pattern(r"\bnow\b|\bonly (?:up to|in|by|at|from|through)\b|\blimit")
"""`Until 2015 the plan took only up to 3%; the limit is now 10%`: what ended is a limit."""
_ADVICE = Pattern(
    r"^\W*(?:please |so |but |and )*(?:do not|never|try not|avoid)\b", "do not", "never", "try not", "avoid"
)
"""`Do not use after-tax contributions as …`: what one should not, one may."""
_OF_A_WAY = Pattern(
    r"\b(?:by|via|through|over|on) (?:the )?(?:tele)?(?:phone|personal checks?|checks?|cash|e-?mail|mail|fax|paper)\b|\bboth\b[^.;]*@at\b|@at\b[^.;]*\bat the same time\b"
    r"|\b(?:in)?to (?:the |your |an? )(?:@roth\b|[\w ]{0,30}\b(?:stock|funds?|brokerage)\b)(?<!trust fund)|\bno longer (?:have to|has to|need\w*|required|subject|limited|tested|refunded|reported|in whole|taxed|deductible)\b"
    r"|@at (?:catch-?up|loans?|match\w*|funds?|withdrawals?|rollovers?|conversions?|tiers?|limits?|caps?|fees?|forms?|codes?)\b|\b(?:codes?|forms?|screens?|pages?|funds?|tiers?|brochures?)(?: \w+)? (?:for|on|of) (?:\w+ )?@at"
    r"|\bfor (?:employees|participants|members|associates|anyone|those) (?:of|at|on|who|hired|covered|under|whose|with)\b(?! (?:the|this|our) (?:company|employer|firm|university|bank|plan))|\bnot (?:everyone|everybody|all|every)\b",
    "phone", "check", "cash", "mail", "fax", "paper", "both", "same time", "to ", "no longer", "@at ", "code", "form", "screen", "page",
    "fund", "tier", "brochure", "for ", "not ",
)  # fmt: skip
"""What is denied is a way to do it, another thing, or it is denied to some."""
_OPEN = Pattern(
    r"\b(?:not|never|no one)\b(?: \w+){0,2} (?:decid\w+|determin\w+|conclud\w+|announc\w+|sure|clear|known?|settled|finali[sz]\w+|voted|agreed)\b[^.;@]{0,20}\b(?:whether|if|when|how)\b",
    "not ", "never ", "no one",
)  # fmt: skip
"""`The committee has not decided whether to add …`."""
_SOME_KIND = Pattern(
    r"^\W*(?:(?:the|our|all|any|some|if you are an?|as an?) )*(?:(?:equity|income|managing|non-equity) )?(?:partners?|principals?|shareholders?|directors?|officers?|executives?|retirees?|physicians?|residents?|interns?|nurses|faculty|drivers|pilots|attorneys|temporary|temps|seasonal|part-time|union|hourly|salaried|leased|bargain\w*|collectively|non-?resident\w*|foreign|expat\w*|puerto|rehired|new|newly|former|terminated|inactive|participants? (?:at|in|of|on|from|who|covered|whose)|employees (?:at|in|of|on|from|who|covered|whose))\b(?![^.;@]{0,20}\bplan\b)[^.;@]{0,120}\b(?:not|cannot|no longer|ineligible)\b",
    "not", "no longer", "ineligible",
)  # fmt: skip
"""`Partners, who are paid otherwise, cannot make after-tax contributions`: a ban of some."""
_NOT_OFFERED_ARE = Pattern(
    r"^\W*(?:(?:what|features?|options?|things|provisions?|contributions?|money|sources?|types?)\b[^:.;@]{0,30} )?(?:not|no longer|(?:the|our|this) (?:plan|401k)(?: plan)? (?:does|do) not)(?: (?:currently|now|offer|have|include|allow|permit|accept|support|elected|selected|offered|adopted|available|permitted|allowed|included|accepted|part|of|in|by|under|the|this|our|plan|401k|employer|company))*:(?: ?[^:.;]{0,60}[,;])? ?(?:voluntary |employee )*@at\b(?: contributions?| savings)?(?=\W*$|[,;]| and | or )",
    "not", "no longer",
)  # fmt: skip
"""`What the plan doesn't offer: loans, after-tax contributions`."""
_OF_FEW = Pattern(
    r"^(?:[^.;@]{0,60}, )?(?:(?:the|all|any|certain|those|some) )*(?:(?:participants?|employees?|members?)\b[^.;@]{0,60}?\b)?(?<!non-)(?<!non )(?<!not )(?:highly[- ](?:compensated|paid)|hces?)\b[^;@]{0,120}\b(?:not|no longer|ineligible|cannot)\b",
    "highly", "hce",
)  # fmt: skip
"""`Highly compensated participants, as defined by law, are not eligible to make …`: a ban of some, and no end for all."""
_FOR_A_WHILE = Pattern(
    r"\bblack-?out\b|\bdid (?:the )?participants? make any\b|\bparticipants? did not make any\b"
    r"|\b(?:for|during|through|until the end of) the (?:rest|remainder|balance|remaining part) of (?:that|the|such|this|your) (?:plan |calendar )*(?:year|quarter|month|period)\b|\b(?:for|during) (?:a period of |at least |the next |the following )?(?:\d{1,2}|one|two|three|six|twelve|an?)[- ](?:\(\d+\) )?(?:full |consecutive )?(?:months?|weeks?|days?|pay periods?|years?)\b|\buntil the (?:next|following|first (?:day|payday|payroll) of)\b"
)
"""What is denied for a time, after a withdrawal or while records move, is no refusal."""
_BOTH_THEN = Pattern(r"\bcould\b(?=.*@pre\b)(?=.*@at\b)", "could")
"""`Before 2024 participants could put in pre-tax pay and after-tax contributions`: how much may have changed, and not whether."""
_CUT_OFF = Pattern(r"\bfor (?:the|an?|any)\W*$", "for ")
"""`Are not eligible for the`, in a column of its own: for what, stands elsewhere."""


def _clauses(text: str) -> list[str]:
    """The clauses of a sentence that hold after-tax money, each with what a list before it, or the verb behind it, belongs to."""
    found = []
    for sentence in _SENTENCE.split(text):
        if "@at" not in sentence:
            continue
        pieces = _PIECE.split(sentence)
        for place, piece in enumerate(pieces):
            if "@at" not in piece:
                continue
            first = place
            while (
                first
                and (_LISTED.match(pieces[first]) or not _says(pieces[first]))
                and not _SUBORDINATE.match(pieces[first - 1])
            ):
                first -= 1
            own = " , ".join(pieces[first : place + 1])
            if not _says(own):
                rest = itertools.takewhile(lambda each: not _SUBORDINATE.match(each), pieces[place + 1 :])
                own = " , ".join((own, *rest))
                if _DONE.search(own):
                    continue
            found.append(own)
    return found


_DONE = Pattern(
    r"\b(?:may|can|are|is|be|will) (?:\w+ ){0,3}?(?:withdr\w+|vested|taken out|distributed|invested|returned|refunded)\b"
)
_SUBORDINATE = Pattern(r"^\W*(?:but |and )?(?:if|when|once|after|unless|until|while|although|because|since|before)\b")


_SAYS = Pattern(
    r"%|\$|\b(?:is|are|may|can|will|shall|cannot|match(?:es|ed)?|exceed\w*|deducted|withheld|limits?|capped|rate|makes|made)\b"
)


def _says(text: str) -> bool:
    return bool(_OUTRIGHT.search(text) or _SAYS.search(text))


def _moves(own: str) -> bool:
    """Whether a clause tells what is done with after-tax money that is there already."""
    before, _, behind = own.partition("@at")
    found = _BEFORE.search(before)
    if found and not (found[0].startswith("account") and _DIRECTS.search(before)):
        return True
    return bool(_BEHIND.search(f"@at{behind}")) and not _INTO.search(before)


_DIRECTS = Pattern(
    r"\b(?:direct|allocate|designate|split|divide)\b[^.;@]{0,40}\b(?:savings|contributions|payroll|pay)\b.*\b(?:in|into|to|between|among)\b",
    "direct", "allocate", "designate", "split", "divide",
)  # fmt: skip
"""`You can direct your savings to your pre-tax account, your Roth account or your after-tax account`."""
_INTO = Pattern(
    r"\b(?:contribut(?:e|ing)|sav(?:e|ing)|put)\b.*\b(?:in|into|to) (?:an? |the |your )?|" + _DIRECTS.text,
    "contribut", "put", "save", "saving", "direct", "allocate", "designate", "split", "divide",
)  # fmt: skip


def strength(text: str) -> int:
    """How sure a sentence says that after-tax money may be put in: 3 outright, 1 implied, 0 not at all."""
    if _UNUSED.search(text) or _REPORTED.search(text) or _MANDATORY.search(text):
        return 0
    if ON_PAPER.search(text) or _DEFINED.match(text) or _IN_GENERAL.search(text) or _IF_THERE_IS_ANY.search(text):
        return 0
    best = 0
    text = _BESIDE_CONVERSIONS.sub("", text)
    cleaned = without_harmless(text)
    bounded = "@at" not in cleaned  # a limit that was taken out whole
    for own in _clauses(text if bounded else cleaned):
        if _moves(own) or _ENDED.search(own) or _shut(own) or (NOT.search(own) and not bounded):
            continue
        if _CHANGED.search(own):
            best = 1
            continue
        if _TESTED.search(own):
            continue
        if _OUTRIGHT.search(own) and not bounded:
            return 3
        matched = "~" in own and "match" in text  # `not matched` is taken out as harmless, and implies all the same
        if (matched or (_IMPLIES.search(own) and not _AS_IT_LEAVES.search(own))) and (
            "%" in own or not (_GENERAL.search(own) or _ANY_PLAN.search(text))
        ):
            best = 1
    return 0 if best == 1 and _OF_A_TEST.search(text) else best


_IF_THERE_IS_ANY = Pattern(
    r"\b(?:total|sum) of all\b[^.;]{0,160}\bany @at\b|\bwhether (?:it|they|that money|this) (?:is|are|was|were)\b[^.;]{0,30}@pre or @at\b",
    "any @at", "whether",
)  # fmt: skip
"""`The total of all contributions, with any after-tax ones, cannot exceed the law's limit`: so one writes of every plan."""
_IN_GENERAL = Pattern(
    r"(?<!have )(?<!is )(?<!has )(?<!offers )(?<!offer )(?<!sponsors )(?<!in )\ban? (?:401k |retirement |qualified )?plans? (?:that|which) (?:also )?(?:accepts?|allows?|permits?|offers?|takes?|has|have|includes?)\b|^\W*(?:before|until|prior to|up to) [^,;@]{0,50}\b(?:19|20)\d\d\b,(?!.*\b(?:may|can|now|still|today)\b)[^;@]*@at|\b(?:providers?|(?<!the )(?<!our )(?<!both )plans|employers|companies) (?:often|usually|sometimes|generally|typically|commonly)\b|\b(?:kinds?|types?|sources?) of (?:money|contributions?) (?:may|can|might) be (?:held )?in (?:your|the|an?) accounts?\b|\b(?:an?|any) (?:employer's |401k |retirement )?(?:plan|employer|sponsor) (?:has to|must|needs to|would have to|may|can|could)\b"
)
"""What providers often have, and what an account may hold."""
_BESIDE_CONVERSIONS = Pattern(
    r"\b(?:in[- ]plan )?(?:@roth )?(?:in[- ]plan )?(?:conversions?|rollovers?)(?:,? (?:and|as well as|plus)|,) (?=(?:and )?(?:voluntary |employee )*@at (?:employee )?contributions?\b(?! (?:to|into|can|may|are converted)\b))",
    "conversion", "rollover",
)  # fmt: skip
"""`The plan permits in-plan Roth conversions and after-tax contributions`: two things."""


def _shut(own: str) -> bool:
    """Whether a clause has words of an end that nobody limits to a time or a person: no leave, whether it is an end or not."""
    return bool(_THE_END.search(own)) and not _FOR_A_TIME.search(own)


_FOR_A_TIME = Pattern(r"\b(?:may|can|months?|weeks?|hardship|you (?:stop|reach|leave))\b")
_OF_A_TEST = Pattern(r"\bsame (?:[a-z]+ )?tests?\b|\bmathematical tests?\b", "test")
"""What the law's test is applied to implies no leave to put it in."""
_TESTED = Pattern(r"\btaken into (?:account|consideration)\b", "taken into")
_CHANGED = Pattern(
    rf"\b{MAY}(?: also)?(?: be)? (?:chang|increas|decreas|rais|lower|stop|suspend|var|restart|resum)\w*\b(?!.*\b(?:start|elect|make|contribute)\b)",
    " chang", " decreas", " increas", " lower", " rais", " restart", " resum", " stop", " suspend", " var",
)  # fmt: skip
"""That contributions may be changed implies them, and does not outweigh a sentence that ends them."""
_UNUSED = Pattern(
    r"@at[^.;@]{0,60}\b(?:set|reset|changed|reduced|go|goes|drop|drops) (?:back )?to (?:0%|zero)|\bdoes not use\b|\bblank\b|@at(?: (?:employee|voluntary|contributions?|savings|deferrals?|accounts?|money))*[:|] ?(?:please )?(?:see|refer|ask|check|contact|consult|call)\b"
)


ON_PAPER = Pattern(
    r"@at[^.;]{0,40}\$[\d,]+\.\d\d\b|\b(?:form )?1099|\bw-2\b|\byear[- ]to[- ]date\b|\bytd\b|\(basis\)|\bin excess of\b[^.;@]{0,40}\blimit\b[^.;@]{0,20}\b(?:is|are) @at\b",
    "@at", "1099", "w-2", "year", "ytd", "(basis)",
)  # fmt: skip
"""What a statement or a tax form shows of it."""
_DEFINED = Pattern(
    r"^(?!.*(?:\byou|\bour\b|\bthe plan\b|%|\$|\bmay\b|\bcan\b))\W*(?:glossary\W+)?@at(?: (?:contributions?|savings|money))*\W*(?: -|:|\bmeans\b|\bis\b|\bare\b)\W*(?:an? |the )?(?:money|(?:employee )?contributions?|amounts?|savings|dollars)\b",
    "@at",
)
"""`After-tax contribution: money put into a retirement plan …`, in a list of words."""
_MANDATORY = Pattern(
    r"\b(?:mandatory|compulsory|required)\b[^.;@]{0,40}@at|@at\b(?: contributions?)?\)?[^.;@]{0,30}(?<!not )(?<!no )\b(?:mandatory|compulsory|required)\b(?! (?:minimum|distribution|to reach|before|by the (?:irs|code)))|\bcondition of employment\b",
    "mandatory", "compulsory", "required", "condition of employment",
)  # fmt: skip
"""What one has to put in is no leave to put in what one likes."""
_NOBODY_MAY = Pattern(
    r"\b(?:no (?:eligible |active |plan |other )*(?:participants?|employees?|members?|associates?|persons?|one|individuals?)|none of the (?:participants|employees|members)|nobody) (?:may|can|shall|will|is (?:permitted|allowed|able) to|are (?:permitted|allowed|able) to)(?: \w+)?? (?:make|contribute|elect|save|put in|add(?: (?:money|anything|new money|more))?)(?: (?:any|further|new|more|additional|to|make|or|the|your|their|@pre|@roth))* @at(?: contributions?| savings)*\b(?P<rest>[^.;,]*)",
    "no ", "none of the ", "nobody ",
)  # fmt: skip
"""`No Participant may make After-Tax Contributions`."""
_WITHIN_IT = Pattern(
    rf"@at{_PARTS_OF_IT} (?:do|does|did|will)(?: \w+)? (?:not|never) (?:currently |now |yet |also )?(?:include|allow|permit|offer|provide|support|have|carry|come with|feature|accept|take|make)\b(?! (?:for )?(?:\w+ ){{0,2}}?(?:contribut|deposit|money|saving|participa|employee))",
    "@at",
)
"""`The after-tax option does not include a conversion`: what stands behind is denied, and not the contributions."""
_SOME_MAY_NOT = Pattern(
    r"\b(?:who|that)\b[^.;]{0,80}?,? (?:are|is|may|can) (?:not|no longer) (?:be )?(?:permitted|allowed|able|eligible|make|contribute|save)\b[^.;]{0,40}@at"
)
"""Some people, of whom their clause stands before the comma."""
_SPAN = r"\b(?:from|between) (?:[a-z]+ )?(?:\d{1,2}, )?(?:19|20)\d\d (?:to|through|until|till|and|-) (?:[a-z]+ )?(?:\d{1,2}, )?(?:19|20)[012]\d\b"
_TOOK = r"\b(?:accepted|allowed|permitted|took|let|had|could|offered|made|were|was|provided)\b"
_FROM_TO = Pattern(
    rf"^(?!.*\b(?:may|can|now|still|conver\w*|withdr\w*|roll\w*|transfer\w*|distribut\w*|match\w*|return\w*)\b)(?=.*@at\b).*(?:{_SPAN}.*{_TOOK}|{_TOOK}.*{_SPAN})",
    "from ", "between ",
)  # fmt: skip


_OF_SOME = Pattern(r"\d%|\bformer\b|\b(?:employees|members|participants) (?:of|in|at)\b|\bprior plan\b")
"""A limit that held for a time, or people from elsewhere: no end of the contributions to this plan."""


def is_bygone(text: str) -> bool:
    """Whether a sentence tells of a time, from one year to another, in which after-tax money was taken."""
    return _FROM_TO.search(text) is not None


_STARTED_AGAIN = Pattern(
    r"\b(?:may|can) be (?:\w+,? (?:or |and )?){0,3}(?:stopped|ceased|discontinued|suspended)(?:,? (?:or|and)|,) (?:\w+,? (?:or |and )?)?(?:re-?started|resumed|started|begun|changed|increased|reinstated|taken up)\b",
    "stopped", "ceased", "discontinued", "suspended",
)  # fmt: skip
"""`May be stopped and restarted at any time`."""


def denied(text: str) -> str:
    """Whether a sentence says that after-tax money may not be put in (`no`), or not any more (`frozen`); else empty."""
    text = plainly_called(text)
    if "@at" in text and (back := _NOR_THEM.search(text)) and "@at" in text[: back.start()]:
        text = f"{back[0].rpartition(' ')[0]} @at contributions"  # `… , since the plan does not provide for them`
    if _ONLY_ROTH.search(text):
        return "no"
    if (
        TURNED.search(text)
        or _MIXED_CELLS.match(text)
        or _ADVICE.match(text)
        or _SOME_KIND.match(text)
        or _OPEN.search(text)
        or _OF_A_WAY.search(text)
    ):
        return ""
    if _NOT_OFFERED_ARE.match(text):
        return "no"
    if _NOT_UNTIL.match(text):
        return ""
    text = _BEGINS_UNTIL.sub(r"\1", text)
    if _OF_FEW.match(text) or _FOR_A_WHILE.search(text):
        return ""
    text = _NO_OTHERS.sub(r"no \1 ", _UNTIL_FURTHER.sub(" ", text))
    if _NOT_BEFORE.search(_OTHER_THAN_ROTH.sub(" ", text)):
        return ""
    if ended(text) or (is_bygone(text) and not _OF_SOME.search(text)):
        return "frozen"
    text = _THAT_IS.sub(" ", _AT_THAT_TIME.sub(" ", _OTHER_THAN_ROTH.sub(" ", BUT_OLD.sub(" ", text))))
    text = _NO_MATTER.sub(" ", _BEHIND_OTHERS.sub(r"\1", _BEFORE_OTHERS.sub("", text)))
    if _BUT_SOME.search(text) or _IN_A_CASE.match(text) or (_ENDED.search(text) and _CAME_BACK.search(text)):
        return ""
    if (nobody := _NOBODY_MAY.search(text)) and not _EXCEPT.search(nobody["rest"]):
        return "frozen" if _SINCE.search(text) or "amended" in text else "no"
    if _WITHIN_IT.search(text) or _SOME_MAY_NOT.search(text):
        return ""
    for own in _clauses(without_harmless(text)):
        if _moves(own) or _EXCEPT.search(own) or _CUT_OFF.search(own):
            continue
        if _STARTED_AGAIN.search(own):
            continue
        if (_BYGONE.search(own) and not _THEN_ONLY.search(text) and not _BOTH_THEN.search(text)) or (
            _ENDED.search(own) and _ACT.search(own) and not _OF_A_LIMIT.search(text) and not _OF_A_FEE.search(text)
        ):
            return "frozen"
        if _REFUSED.search(own) and not _NOT_OF_IT.search(own):
            return "frozen" if _SINCE.search(own) or "amended" in text or _IT_ENDED.match(text) else "no"
    return ""
