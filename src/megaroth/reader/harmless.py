"""Turns of phrase that deny, condition or limit something else than a permission: what the gate does not count."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_LIMIT = r"(?:limits?|maximums?|max|caps?|402\S*|415\S*|threshold|ceiling|amount)"
_MONEY = r"(?:contributions?|deferrals?|savings|money|amounts?|dollars|earnings|@\w+)"

NOT_OF_ALL = Pattern(
    r"\b(?:that|which)(?: (?:you(?:'ve)?|they(?:'ve)?|he or she|a participant|the participant|participants))?(?: \w+){0,2}? (?:not|never)(?: (?:to|yet|been|be|elect(?:ed)? to|choose to|chosen to|have|had|want to|wish to|already))* (?:conver|withdr|roll|transfer|match|swe|mov)\w*",
    "not ", "never ",
)  # fmt: skip
"""Which of it: `contributions that you do not convert can be withdrawn`."""
_FEW = r"(?:highly[- ](?:compensated|paid)(?: employees?| participants?| persons?| individuals?| group)?|hces?)"
_NAMED_FEW = rf"(?:an? |the |irs |for |of )*[\"'(]*{_FEW}[\"')]*(?: (?:threshold|limit|level|amount|by the irs|status|for the year))*"
_WHOSE = r"(?:you(?:'re)?|they|your|an? \w+|the \w+|he or she|annual|base|pay|salary)(?: (?!match|plan|allow|permit|elect|not\b|never|below|under|less|non)[\w'-]+){0,7}?"
NOT_FOR_FEW = Pattern(
    rf"[,;]? ?\(?\b(?:(?:unless|except(?: if| when| that)?|but not if) {_WHOSE} {_NAMED_FEW}|(?:if|provided(?: that)?|as long as|so long as) {_WHOSE} (?:not|never|below|under|less than)(?: (?!match|plan|allow|permit|elect)[\w'-]+){{0,4}}? {_NAMED_FEW}|(?:except(?: for| that)?|other than|excluding|not including|but not(?: for)?|apart from) (?:any |all |the |those |who |are |an? )*[\"'(]*{_FEW}[\"')]*|(?:(?:who|that) (?:are|is) not|(?:are|is) not) (?:considered |classified as |treated as |an? |the )*[\"'(]*{_FEW}[\"')]*|non-?{_FEW}|not (?:for |open to |available to )?(?:an? |any |the )?[\"'(]*{_FEW}[\"')]*)(?:\W*\([^)]*\))?",
    "highly",
    "hce",
)
"""What is open to all but the highly compensated is open: `if your pay is below the highly compensated threshold`."""
MATCH_STOPS = Pattern(
    r",? (?:but|although|though|and) (?:the |your |company |employer )*match\w*(?: contributions?)? (?:stops?|will stop|ends?|is suspended|are suspended|will be suspended|ceases?)\b[^.;]*",
    "match",
)
"""What taking money out costs is no hindrance: `…, but the match stops for six months if you take it early`."""
OR_WHAT_MAY_LEAVE = Pattern(
    r",? or (?:from )?(?:any|all|some) (?:other )?(?:accounts?|amounts?|money|portion|part|balances?)(?: of [^.;,]{0,30})? (?:from which|of which|which|that) (?:you|they|he or she|an?|the participant) (?:could|might|would|may|can)\b[^.;,]{0,40}\b(?:distribut\w+|withdr\w+|paid|payment)\b,?",
    ", or ",
    " or any",
    " or all",
    " or some",
    " or from",
)
"""`Your after-tax account, or any account from which you could take a distribution`: what else may be converted."""
_HARMLESS = (
    Pattern(
        r",? (?:except|save|but) that (?:the (?:figure|amount|minimum|words?) )?[\"“]?\$[\d,.]+[\"”]? (?:is|are|was|shall be|has been|will be) (?:changed|increased|reduced|lowered|raised|replaced|amended)\b[^.;]*",
        " that ",
    ),
    # `… (our own limit, lower than what the IRS would permit)`
    Pattern(
        r",? ?\b(?:lower|less|smaller|tighter|stricter) than (?:what )?(?:the )?(?:irs|law|code|tax (?:law|rules)|federal (?:law|rules)) (?:would |itself |otherwise )*(?:permits?|allows?|lets?)\b",
        " than ",
    ),
    NOT_OF_ALL,
    MATCH_STOPS,
    Pattern(
        r"\b(?:do|does) not (?:have|need) to (?:wait|leave|retire|quit|terminate)(?: (?:until|till|for|before|the (?:company|plan))(?: you| they)?(?: (?:leave|retire|terminate|quit|reach \S+|turn \S+|are \S+))?)?|\bneed not wait (?:until|till|for) [^.;,]{0,30}",
        " not ",
    ),
    Pattern(
        r"\b(?:once|when|after|as soon as) (?:the|your|an?|that|each) @at(?: (?:contributions?|money|deposits?|amounts?))?(?: \w+){0,2}? (?:is|are|has been|have been|lands?|reach\w*|posts?|arriv\w*)(?: (?:in|into|deposited|made|posted|credited|received|there|the|your|plan|account))+,?",
        "once ",
        "when ",
        "after ",
        "soon as",
    ),
    Pattern(r"\bnothing special\b", "nothing special"),
    Pattern(
        r",? ?\b(?:once|when|after) you (?:have )?(?:switch|turn|set|opt|sign|activat|enabl)\w*(?: (?:it|this|that|the (?:feature|option|service)))?(?: (?:on|up|in|for it))?(?: (?:at|with|through|on|in) [a-z]+)?\b",
        "once you",
        "when you",
        "after you",
    ),
    Pattern(r"\bconsidered (?=(?:earnings|compensation|pay|salary|wages)\b)", "considered "),
    Pattern(
        r"\b(?:little or no|few or no|little,? if any,?|no or little)\b|\bso (?:that )?[^.;,]{0,60}\b(?:no|not|little|without|hardly|scarcely|barely|nothing)\b[^.;,]{0,40}\b(?:earnings|gains?|growth|tax\w*)\b[^.;,]*",
        "little",
        "few or",
        "so ",
    ),
    Pattern(
        r"\bwhether or not (?:you|they|it|such \w+|(?:the|that|those|these) (?:\w+ )?(?:amounts?|money|accounts?|balances?)) (?:could|can|may|would)(?: otherwise| then| be)*\b(?:[^.;,]{0,50}(?=,))?",
        "whether or not",
    ),
    OR_WHAT_MAY_LEAVE,
    Pattern(
        r"\b(?:provided|so long as|as long as)(?:,? however)?,? (?:that )?(?:the |such |a participant's |participants' |your |their )*(?:combined |total |sum |aggregate )*(?:of )?(?:all |both |the )*(?:employee |participant |their )*(?:contributions?|amounts?|additions?|@pre|@at|before-tax|percentage)[^.;]{0,140}?\b(?:do|does) not exceed\b",
        "not exceed",
    ),
    Pattern(
        rf",? ?\(?\b(?:provided|so long as|as long as|on condition|if)(?:,? however)?,? (?:that )?(?:(?!and\b|or\b|allow|permit|offer|approv|agree|amend|adopt|plan\b)[\w'@-]+ ){{0,6}}?(?:contributions?|deferrals?|savings|amounts?|total|sum|rates?|percentages?|elections?|@\w+|you|they)\b(?:(?! and | or | allow| permit|[.;,]).){{0,50}}?\b(?:not|never|cannot|n't) (?:add up to |be |come to |go |together |in total |combined )*(?:exceed|more|greater|higher|over|above|beyond|past|surpass|top)\b(?: than)?[^.;,]{{0,40}}?(?:\d%|\$\d|{_LIMIT})[^.;]{{0,40}}",
        "not",
        "never",
        "n't",
    ),
    NOT_FOR_FEW,
    Pattern(
        rf",? ?\(?(?:or|but|and) (?:only |not more than |up to |to |at most |just )*\d+(?:\.\d+)?%[^.;,()]{{0,30}} (?:if|when|for) (?:(?:you(?:'re| are)|they are|those|participants?|employees?) )?(?:who are )?(?:considered |classified as |treated as )?(?:an? )?{_FEW}[^.;,()]{{0,60}}\)?",
        "highly",
        "hce",
    ),
    Pattern(
        r"^\W*(?:what|whatever|any amount (?:that )?|anything (?:that )?) ?you (?:cannot|are (?:not able|unable) to|may not) [^,;]*,",
        "you ",
    ),
    Pattern(
        rf"; (?:but |and |however,? )?(?:an? |the |any )?{_FEW} (?:may|can|are|is|do|will|participant|shall|should)[^.;]*\b(?:not|cannot|ineligible)\b[^.;]*",
        "highly",
        "hce",
    ),
    # Limits, tax and the match: what they deny is not the permission.
    Pattern(
        r"\b(?:not|cannot|never|no|nor)(?: \w+)?(?: be)? (?:matched|match\w*|moved back|changed back|cancell?ed|reported|taxed|taxable|deductible|tax-deductible|reversed|undone|recharacterized|revoked|reduced|forfeited|vest\w*)\b",
        "not",
        "never",
        "no",
        "nor",
    ),
    Pattern(
        r"\bnot (?:be |currently |also )?eligible (?:for|to receive) [^.;,]{0,30}match\w*|\bnot receive [^.;,]{0,30}match\w*|\bwithout (?:a |any |the )?(?:company |employer )?match\w*",
        "match",
    ),
    Pattern(
        r"\b(?:may|can|could|shall|will|must|do|does)? ?(?:not|cannot) (?:to )?(?:exceed|total more|be (?:more|greater|higher) than|be (?:over|above)(?= \$?\d)|be less than|count\w*|reduce|affect|lower|add up|qualify for (?:the )?match\w*)\b",
        "not",
    ),
    Pattern(
        r"\b(?:not|no) (?:more|less|later|fewer|greater|higher|lower|earlier|often\w*)(?: often| frequently)? than\b|\bup to (?:but )?not (?:exceeding|more)\b|\bnot exceeding\b|\bnot in excess of\b|\bif (?:less|more|greater|later|earlier|any|you do not|lower)\b",
        "not ",
        "no ",
        "if ",
    ),
    Pattern(
        r"\bnot (?:be )?(?:constitute|represent|excluded|subject to|limited|restricted|required|necessary|count\w*|include\w* in|part of(?! (?:the|our|this) (?:[\w()]+ )?plan\b)|deferrals?|elective deferrals?|considered|treated|reflected|guaranteed)\b",
        "not ",
    ),
    Pattern(
        r"\b(?:do|does|did|will|shall|need) not (?:(?:have to |need to )?(?:be|wait (?:until|for)|have reached|reach|attain|turn) (?:age )?59\.5|have to|need|require|be required|count|apply toward|affect|impose|set|limit|charge|cause|result|trigger|tax|pay|owe|match|lose|earn)\b|\bneed not\b",
        "not ",
    ),
    Pattern(
        r"\bwhether or not\b|\b(?:regardless (?:of )?|without regard to )(?:if|whether)\b|\bnot (?:only|just|merely)\b|\bif not\b|\bor not\b|\bnon[- ]?(?:roth|deductible|discrimination|forfeitable)\w*",
        "not",
        "regard",
        "non",
    ),
    Pattern(
        r"\bno longer (?:limit|cap|restrict|require|charge|suspend|count|tax)\w*|\bno (?:hardship|proof|emergency)\b|\bno (?:\w+ )?(?:action|steps?|paperwork)(?: (?:is |are )?(?:needed|required|necessary)\b| (?:on your part|by you)\b|(?=\W*$|[,.;]))|\bwhenever (?:it|that|this) suits\b|\bno (?:\w+ )?(?:effect|impact|forfeiture|loss|question|limit|maximum|minimum|cap|charge|fee|cost|tax|taxes|penalty|need|restrictions?|suspension|waiting|reason|age|longer than|matter|(?:additional|further|current|separate|plan|such)(?! (?:new |employee |voluntary )*(?:@|contributions?\b|deferrals?\b|savings\b|money\b)))\b",
        "no ",
        "whenever",
    ),
    Pattern(
        r"\b(?:upon|on|at) (?:your|(?:the|a|each) (?:participant|employee|member)'s|their|his or her) (?:written |electronic )?(?:request|election|direction|instructions?)\b",
        "request",
        "election",
        "direction",
        "instruction",
    ),
    Pattern(
        r"\bwithout (?:calling|asking|having to|requesting|logging|submitting|lifting|limit\w*|restrictions?|penalt\w+|tax\w*|any|(?:you|anyone) (?:doing|having)|an? (?:further|hardship|(?:stated |given )?reason|penalty|fee)|further|regard|(?:first |previously )?having|leaving|terminat\w+|giving|stating|showing|paying|separat\w+|incurring|your|charges?|costs?|fees?)\b",
        "without",
    ),
    Pattern(
        r"\bnot (?:as )?(?:an? |the |your )?(?:@?roth|@pre|deferrals?|rollovers?|loans?|substitute|replacement)\b|\b(?:isn't|are not|is not|were not|was not) (?:already |yet |currently )?(?:an? |in )?(?:@roth|@pre|deferrals?|the same)\b",
        "not ",
        "isn't",
    ),
    Pattern(
        rf"\bafter (?:you|they|a participant|the participant) (?:have |has )?(?:reach\w*|hit|met|meet\w*|max\w*)[^.;]{{0,50}}{_LIMIT}",
        "after ",
    ),
    Pattern(
        r"\b(?:tell|say|state|indicate|specify|decide|choose)(?: (?:the|us|your) ?\w*)? (?:if|whether) (?:they|it|these|this) (?:is|are) to be\b|\b(?:that|which) (?:is|are|was|were|has|have) not (?:yet )?(?:been )?(?:converted|rolled over|matched)\b|\(not (?:the )?(?:converted|matched)(?: (?:amounts?|money|part|portion))?\)|\(\d[^()]* if (?:an? |you are an? )?(?:hces?|highly[- ](?:compensated|paid)(?: employees?| participants?)?)\)",
        "not ",
        " if ",
    ),
    # Wishes and the eligible: no condition that somebody has to fulfil.
    Pattern(
        r"\b(?:if|when|whenever|as|should|where) (?:you|they|he or she|a participant|the participant|participants|it is|an? employee)(?: \w+)? ?(?:want|wish|like|please|must|elect|choose|decide|prefer|need|desire|so (?:elect|choose|wish|desire)|opt|are interested|would like|plan|desired|happen|contribut\w+|save|make|use|do so|enrol\w*|sign up)s?\b(?! (?:the age|age))|\b(?:if|as|when) (?:so )?(?:desired|needed|wanted)\b",
        "if ",
        "when",
        "as ",
        "should ",
        "where ",
    ),
    Pattern(
        r"\b(?:once|when|if|as soon as|after|until|and) (?:you are|they are|you become|a participant (?:is|becomes)|an employee (?:is|becomes)) (?:an? )?(?:eligible|enrolled|participant|hired(?! (?:on|before|after|in|by|at|prior|into|as)\b))(?: employee| participant)?\b(?! (?:for|to (?:take|receive)) (?:a |an )?(?:distrib|withdr|hardship))",
        "a participant is",
        "an employee is",
        "are",
        "become",
    ),
    Pattern(
        rf"\b(?:once|when|if|after|until|as soon as|before|whenever)\b(?! your (?:\w+ )?(?:pay|compensation|salary|earnings|income|wages))[^.;]{{0,80}}?\b(?:reach\w*|hit\w*|met|meets?|max(?:es|ed)?(?: out)?|exceed\w*|attain\w*|contributed|use[ds]? up|exhaust\w*|maximiz\w+|come to|go(?:ne|es)? (?:past|over|beyond)|pass(?:ed|es)?|fill\w*)\b[^.;]{{0,70}}?\b{_LIMIT}\b",
        "once ",
        "when",
        "if ",
        "after ",
        "until ",
        "as soon",
        "before",
    ),
    Pattern(
        r"\b(?:once|when|if|after|as soon as) you(?:'re|'ve| are| have)?(?: already)? (?:max(?:ed|ing)|hit|reached|met)\b[^.;,]{0,60}|\beven (?:if|though|while|when)\b[^.;,]{0,60}|\b(?:once|when|if|after|as soon as) (?:you|they|your \w+(?: \w+)?) (?:max|have maxed|maxed|maxes|hits?|reach) (?:out|it|them)\b|\bmax(?:ed|es|ing)? out\b",
        "even ",
        "max",
        "once ",
        "when ",
        "if ",
        "after ",
        "as soon",
    ),
    Pattern(
        r"\b(?:once|when|if|after|as soon as) (?:you|they|a participant|the participant|your (?:[\w@-]+ )?(?:contributions?|request|election|form|money)|each|the (?:[\w@-]+ )?(?:contributions?|deposits?|money|requests?|forms?|conversions?|transactions?|payroll|funds))\b ?[^.;,]{0,50}\b(?:elect(?:ed)?|enrol\w*|sign(?:ed)? up|turn(?:ed)? (?:\w+ ){0,2}on|opt(?:ed)? in|activat\w+|set (?:it )?up|request\w*|call\w*|receive[ds]?|deposit\w*|post(?:ed|s)?|credited|processed|made|arrive[sd]?|convert\w*|ask\w*|submit\w*|log\w*)\b|\b(?:once|when|after|as soon as) (?:we|it|they|the (?:plan|recordkeeper|trustee|service center))(?:'s|'ve)? (?:has |have |is |are )?(?:been )?(?:receive[ds]?|process(?:es|ed)?|deposited|posted|credited|arrives?)\b",
        "once ",
        "when ",
        "if ",
        "after ",
        "as soon",
    ),
    Pattern(
        rf"\b(?:once|when|if|after|as soon as) (?:you|they|an? \w+|the \w+|your \w+) (?:are|is)(?: already| now)? (?:(?:contributing|saving|deferring|putting in|putting away) )?(?:at |up to )?(?:the|your|their|all) (?:most|full|{_LIMIT})\b[^.;,]{{0,60}}",
        "once ",
        "when ",
        "if ",
        "after ",
        "as soon",
    ),
    Pattern(
        r"\b(?:after|before|once) (?:conversion|converting|it is converted|your first (?:call|election|request))\b|\b(?:after|before) (?:tax|taxes|@\w+)\b|\b(?:after|before) (?:federal |income |state )+tax\w*",
        "after ",
        "before ",
        "once ",
    ),
    Pattern(
        r"\b(?:only|solely|exclusively) (?:by|through|via) (?:regular )?(?:payroll|salary|calling|phone|telephone|the (?:web ?site|phone|plan|recordkeeper))\b|\bonly (?:once|twice|in whole|in 1%|whole)\b|\bonly (?:on )?(?:the |any |your )?(?:earnings|investment|growth|basis|gains?|taxable|income)\b|\bonly (?:your |the |from )*@at\b|\b(?:one|a|the) only\b|\bonly one\b",
        "only",
        "solely",
        "exclusively",
    ),
    Pattern(
        r"\b(?:it is|we) recommend(?:ed)? (?:that )?you\b|\byou may (?:also )?(?:want to |wish to )?consider\b|\bcould potentially\b|\bwhether or not (?:you|they|it|(?:the|that|those|these) (?:\w+ )?(?:amounts?|money|accounts?|balances?)) (?:could|can|may)(?: otherwise)?\b|\bwhether you (?:want|wish|would like|elect|choose|decide) to\b",
        "recommend",
        "consider",
        "could",
        "whether",
    ),
    Pattern(
        r"\b(?:if|provided|once|when|as long as|so long as|to the extent)(?: that)?(?: (?:you|it|they|the (?:account|amount|money)s?) (?:is|are|have become|become))? (?:fully |100% )?vested\b|\b(?:if|when) (?:it is|they are) (?:in |from )?(?:your |an? |the )?@at\b|\bif (?:you have|there is|your account (?:has|holds|includes)) (?:an? |any |your )?@at\b|\bif you are (?:an? )?(?:active|current|eligible)(?: or \w+)? (?:employee|participant)\b|\bif you(?:'ve| have)?(?: still)?(?: have| got)? (?:one|any|some)\b(?! (?:other |further )?(?:questions?|doubts?|concerns?))|\bif you (?:have |'ve )?(?:check|tick|mark|click)(?:ed)? (?:the|this|that|a) (?:\w+ )?(?:box|button|option)|\bif you have (?:opted|elected|chosen|enrolled)\b|\bif,? and only if,? you\b",
        "if",
        "provided",
        "once ",
        "when ",
        "long as",
        "extent",
    ),
    Pattern(
        r"\b(?:this|it|they|conversions?)? ?cannot be (?:done|made|requested|processed|completed|started) (?:online|by|on|through|over|with)\b|@at(?: \w+){0,2} only(?=\W*$|[.,;)])|\bexcept that [^.;]{0,60}(?:may|can|shall) ?not (?:be more|exceed)|\bnot be converted (?:back )?(?:in)?to @at\b|\bwhen your (?:\w+ )*(?:pay|salary|compensation) changes\b|\buntil the end of the (?:plan |calendar )?year\b|\buntil they are stopped\b|\b(?:so|as) long as (?:the|they|it|your) (?:\w+ )?(?:amounts?|money|earnings|funds|remains?|stays?)\b",
        "cannot",
        "only",
        "except",
        "not be",
        "when your",
        "until",
        "long as",
    ),
    Pattern(
        r"\bafter (?:this|that|the|your|a|one) (?:single |first |initial |one )*(?:call|request|election|enrol\w*|instructions?|form)\b",
        "after ",
    ),
    Pattern(
        r"\bnothing (?:in|here)\b[^.;]{0,50}\b(?:prohibits?|prevents?|keeps?|stops?|forbids?)\b|\b(?:not|cannot) \w+ [^.;]{0,80}?\bmore (?:often |frequently )?than (?:once|twice|(?:\w+|\(\d+\)) times)\b|\b(?:(?:by|through|via) )?payroll(?: deductions?)? only\b(?:[,;]? (?:no|not by) (?:\w+ )?(?:checks?|cash|lump sums?)\b)?",
        "nothing",
        "more ",
        "only",
    ),
    Pattern(
        r"\bexcept (?:for |from |that )?(?:your |the )?@at(?: \w+)?, (?:which|where)\b|\bfor example,?|\be\.g\.,?|\b(?:your |the )?(?:accounts?|@pre|@roth|money|amounts|balance)[^.;,@]{0,40}\b(?:cannot|may not) be (?:withdrawn|taken|distributed|paid)\b",
        "except",
        "for example",
        "e.g.",
        "cannot",
        "may not",
    ),
    Pattern(
        r"\b(?:restrictions?|limits?|rules?)\b(?:59\.5|[^.;]){0,80}\b(?:do|does) not (?:apply|extend) to\b",
        "not apply",
        "not extend",
    ),
    Pattern(
        r"\b(?:has|have) not (?:had|incurred|yet (?:had|left|terminated|reached)|terminated|separated|retired|left|severed)\b|\bthere (?:is|are) no (?:such )?(?:restrictions?|limits?|limitations?)\b",
        " not ",
        "there ",
    ),
    Pattern(
        r"\b(?:there is |but )?no (?:automatic|standing|recurring)\b[^.;]{0,25}|\bnot (?:automatic\w*|set to repeat)\b",
        "no ",
        "not ",
    ),
    Pattern(
        r"\b(?:once|after|when|if) (?:you|they|a participant|an employee|the participant) (?:have |has |had )?(?:complet\w+|me?e?ts?|satisf\w+|work\w*|reach\w*|attain\w*) (?:(?:\w+ ){0,2}(?:days?|hours?)|(?:one|two|three|six|\d) (?:full )?months?|(?:one|1|a|an) (?:full )?(?:year|hour)|(?:the |all |its )*(?:age and service |plan's |plan )?(?:eligibility|entry|participation)[^.;,]{0,20}|(?:age )?(?:18|21))\b(?: of (?:eligib\w+ |continuous )?(?:service|employment))?",
        "once ",
        "after ",
        "when ",
        "if ",
    ),
    Pattern(
        r"\byou (?:need|have to|must|should) do nothing\b|\bnothing (?:you |more |else |further |for you )?(?:need|have|has)? ?(?:you )?to (?:do|be done|elect|choose|request|sign|submit|file|fill (?:in|out)|set up|turn on)\b|\bdo nothing\b|\bonce (?:each|every|per|a|in any) \w+\b|\bonce you (?:give|have given|tell|do|turn|set|make|say)\b",
        "nothing",
        "once ",
    ),
    Pattern(
        r"\bunless (?:they|it|you) (?:are |is )?(?:first )?convert\w*",
        "unless ",
    ),
    Pattern(
        r"\bnext to nothing\b|\b(?:once|when|after|as soon as) (?:the|your|a|each|it|they) ?(?:\w+ ){0,2}(?:has |have |is |are )?(?:been )?(?:settles?d?|clears?|cleared|posts?|arrives?)\b",
        "nothing",
        "once ",
        "when ",
        "after ",
        "as soon",
    ),
    Pattern(
        r"\bas you would\b|\bwould (?:otherwise )?(?:like|be (?:taxed|taxable))\b|\bif you (?:are |would )?(?:like|interested)\b|\bif you leave it\b",
        "would",
        "if you",
        "as you",
    ),
    Pattern(
        rf"\bunlike (?:your |the |with )?(?:@\w+|pre-?tax|{_MONEY})|\b(?:in contrast to|compared (?:to|with)|as opposed to) (?:your |the )?@\w+|\bother than (?:@|your |the )",
        "unlike",
        "in contrast",
        "compared",
        "as opposed",
        "other than",
    ),
    Pattern(
        r"\bunless (?:you|the participant|a participant|they|he or she)(?: have| has)? (?:told|elect|choose|direct|opt|tell|instruct|change|decline|revoke|notify|cancel|stop|ask|say)\w*(?: otherwise| out)?(?:[^.;,]{0,40}\b(?:that you do not want (?:this|it)|(?:us|them|\w+) (?:not to(?: do (?:so|this|it))?|otherwise)))?",
        "unless ",
    ),
    Pattern(
        r"\badditional \$[\d,]+[^.;]{0,20} if you\b[^.;,]{0,40}|\bif (?:the )?(?:plan|actual|nondiscrimination|acp|adp) (?:tests?|fails?)[^.;]{0,60}|\bif (?:necessary|needed|required)[^.;]{0,40}\btest\w*",
        "if ",
    ),
    Pattern(
        r"\bat (?:any|whatever) time (?:before|while|during|prior to)\b|\b(?:before|prior to)(?: reaching| attaining)?(?: the)?(?: age)? ?59\.5|\bunder (?:age )?59\.5|\bbefore (?:you |they )?(?:leav\w+|terminat\w+|retir\w+|separat\w+)|\bbefore (?:your |the )?(?:termination|retirement|separation|employment ends)|\buntil (?:you|they) (?:cancel|revoke|change|stop|tell|turn)\w*|\buntil (?:changed|revoked|canceled|cancelled|stopped)",
        "at any",
        "at whatever",
        "before",
        "prior to",
        "under",
        "until",
    ),
    Pattern(
        r"\bif (?:you|they|an? \w+|the \w+|\w+) (?:is|are|were) (?:considered |deemed |classified as |treated as )?(?:an? )?(?:highly compensated|hce)\b(?: \w+)?,? [^.;,]{0,40}\b(?:limited|restricted|capped|reduced|lower|up to)\b",
        "highly compensated",
        "hce",
    ),
    Pattern(
        r"\b(?:provided(?:,? however)?,? (?:that )?)?in no (?:event|case) (?:can|shall|may|will)\b[^.;]{0,120}\b(?:exceed|more than)\b|\bnot less than \d[^.;]{0,20}\bnor (?:more|greater) than\b|\bmay not be less than \d[^.;]{0,20}\bnor (?:exceed|more than|greater than)\b|\bnor (?:exceed|more than)\b",
        "in no event",
        "nor ",
    ),
    Pattern(
        rf"\b(?:only )?(?:after|upon|once) (?:the |their |his or her )?(?:(?:annual|elective|dollar|deferral|statutory|irs|maximum|@pre|@roth|or|and|contributions?|salary|402\S*) )*{_LIMIT} (?:is|are|has been|have been) (?:reached|met|attained|exceeded)|\bafter reaching the [^.;]{{0,60}}{_LIMIT}(?: on [^.;]{{0,60}}(?=[,.;]|$))?|\bafter the deduction of\b[^.;]{{0,30}}\btax(?:es)?\b|\bexcept on an? @?(?:after|roth|at)\S*",
        "reach",
        "limit",
        "after the deduction",
        "except on",
    ),
    Pattern(
        r"\b(?:could|may|might) (?:be (?:waived|reduced|limited|lower)|result in|cause)\b|\$[\d,]+ if (?:you are |they are )?(?:over |at least )?(?:age )?50\b[^.;,)]{0,20}",
        "age 50",
        "could",
        " if 50",
        " if at least 50",
        " if over 50",
        "if they are",
        "if you are",
        "may be",
        "may cause",
        "may result in",
        "might",
    ),
    Pattern(
        r"\byou only (?:have|need) to (?:\w+ ){1,4}once\b|\bthe only (?:thing|part|amount)s? (?:that (?:is|are) )?(?:taxed|taxable)\b|\bor even if (?:you|they) have not\b|\bthere(?: is|'s) hardly (?:a|any) reason(?: to| for)?\b|\bthat (?:have|has) not (?:yet )?been converted\b|\bwhen (?:you|they) have (?:gone|saved|contributed|put in) (?:as (?:far|much)|all)\b[^.;,]{0,40}|\bpreviously (?:made|contributed|deferred|vested|taxed|matched|taken)\b|\bwere previously (?:vested|@?pre\S*|contributed|deferred|made)|\b(?:do not|don't) (?:forget|worry|miss|wait)\b|\bgrandfathered vesting\b|\b(?:except(?: for)?|excluding|other than) (?:any )?(?:amounts? subject to |outstanding )*(?:a |plan |participant )*(?:loans?|notes?)(?: accounts?| balances?| amounts?)?|\b(?:with )?no transfers? of (?:plan )?loans?(?: permitted| allowed)?|\bnot part of an? (?:outstanding )?(?:plan )?loan\b|\bthat are not part of an? [^.;,]{0,20}(?:loan|note)\b",
        "only",
        "even if",
        "hardly",
        "converted",
        "when ",
        "previously",
        "grandfathered",
        "loan",
        "note",
        "forget",
        "worry",
        "miss",
        "wait",
    ),
)


def without_harmless(text: str) -> str:
    """A sentence without the turns of phrase that do no harm."""
    for pattern in _HARMLESS:
        if pattern.search(text):
            text = pattern.sub(" ~ ", text)
    return text
