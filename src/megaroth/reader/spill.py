"""Deferrals that go on as after-tax contributions at their limit: the limit, what goes on, by itself; a denial."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_AT_THE_LIMIT = Pattern(
    r"\b(?:once|when|after|as soon as|if) [^.;]{0,40}\b(?:contributed|saved|deferred|put in) (?:the |a total of )?\$\d\d,\d{3}|\b(?:reach|hit|met|meet|exceed|attain|exhaust|max|arriv|us(?:e|ing) up|com(?:e|ing) (?:up )?to|run (?:in)?to|g[eo]t(?:ten)? to)\w*\b(?:[^.;]{0,90}\b(?:limit\w*|maximum|max|402\S*|cap|ceiling|threshold|(?:irs|federal|annual|yearly) (?:annual |yearly |dollar )?(?:amount|figure))\b|(?: \w+){0,3} \$\d\d,\d{3})|\b(?:limit\w*|maximum|max|402\S*|cap|ceiling|threshold)\b[^.;]{0,50}\b(?:reach|hit|met|exceed|attain)\w*"
    r"|\b(?:above|over|beyond|in excess of|past|exceeding|at|after|once|when|because of|by reason of|on account of|owing to|due to) [^.;]{0,40}\b(?:limit\w*|maximum|402\S*|cap)\b|\bmax(?:ed|es|ing)? (?:it |them )?out\b|\bmax(?:ed|es)? (?:your |the )?@(?:pre|roth)\b|\b(?:i|you) max (?:early|before)\b|\bspill"
    r"|\b(?:(?:can|may|could) (?:make|defer|contribute|save|put in) (?:no more|no further|nothing more|nothing further)|(?:cannot|can no longer|may not|may no longer|could no longer) (?:make|defer|contribute|save)[^.;,]{0,20}\b(?:any ?more|any further|more|further)|no (?:more|further) (?:@pre |@roth |elective |salary |or |and )*(?:deferrals|contributions)(?: [a-z]+){0,2} (?:can|may|are permitted|are allowed))\b",
    "limit", "max", "cap", "ceiling", "402", "threshold", "amount", "figure", "spill", "$", "more", "further",
)  # fmt: skip
_A_LIMIT = Pattern(
    rf"{_AT_THE_LIMIT.text}|\b(?:irs|dollar|annual|yearly|402\S*|deferral)(?: [a-z]+){{0,2}} (?:limit|maximum)\b|\b(?:limit|maximum)\b[^.;]{{0,30}}\b(?:of|for) the year\b|\blimits? (?:for|in) (?:19|20)\d\d\b|\b(?:(?:not|cannot) (?:be )?(?:more than|exceed|over|above)|no more than|at most|limited to) \$\d\d,\d{{3}}",
    "limit", "max", "cap", "ceiling", "402", "threshold", "amount", "figure", "spill", "$", "more", "further",
)  # fmt: skip
_STRONGLY = Pattern(
    r"\b(?:continu|keep|roll|carr|flow|flip|switch|redirect|re-direct|divert|shift|treat|deem|recharacteri|turn|becom|convert|chang|spill|overflow|automat)\w*\b|\bgo(?:es)? (?:on|into)\b|\b(?:beyond|above|over) (?:that|this|it)\b"
)
"""What goes on; where a sentence only says that contributions are made after-tax, it has to name the limit itself."""
_GOES_ON = Pattern(
    r"\b(?:continu\w+|keeps?|carr(?:y|ies|ied)|flows?|go(?:es)?|flip\w*|switch\w*|redirect\w*|divert\w*|shift\w*|roll\w*|transfer\w*|treat(?:s|ed)?|deemed|recharacteri\w+|turn\w*|becom\w+|convert\w*|change\w*|credited|recorded|counted|deposited|contributed|sen(?:t|ds?|ding)|made|taken|put|placed|start\w*|begin\w*|mov\w+|spill\w*|overflow\w*|(?:are|is|be)(?= on an?))\b(?:[^.;@]|@(?:pre|roth)\b){0,70}(?:\b(?:as|to|into|in|on|being|an?|make|making) )?(?:[\w'-]+ ){0,3}?@(?:at|amb|basis)\b"
    r"|\bautomatic\w*\b[^.;@]{0,40}\b(?:as|to|into|in|on|make|making|begin\w*|start\w*) (?:[\w'-]+ ){0,3}?@(?:at|amb)\b|@(?:at|amb)\b(?: contributions?| savings| deductions?)? (?:will |can |then |automatically |also )*(?:begin|start|kick in|take over|pick up)s?\b|@(?:at|amb)\b[^.;@]{0,40}\bspill|\bspill[^.;]{0,60}@(?:at|amb)"
    r"|\b(?:deemed|considered|treated|presumed) (?:to have|as having) (?:so )?(?:elected|chosen|directed|agreed|authorized)\b[^.;@]{0,120}@(?:at|amb)\b",
    "@at", "@amb", "@basis",
)  # fmt: skip
_OTHER_WAY = Pattern(
    r"\b(?:keeps?|go(?:es)? on|carr(?:y|ies) on) (?:matching|making (?:the |its )?(?:match|company|employer)|paying|an?\b|the (?:match|record|track)|track|records?|treating (?:your|the)? ?(?:pay|compensation))|\b(?:keeps?|continues?|goes on|go on) (?:to )?match\w* (?:on |your |the |any |all )*@at|\bmatch\w*(?: contributions?)? (?:will |does |do )?(?:also )?(?:continue|go|keep)\w*(?: going| on)? (?:on|for|to|with) (?:your |the |any |all )*@at|\b(?:deferred compensation|non-?qualified|excess|restoration|supplemental executive) (?:\w+ )?(?:plan|program)\b|\b(?:in)?to (?:[\w'-]+ ){0,3}?@roth\b|\bin-plan\b|\brollover|\bconver\w*[^.;]{0,40}@at[^.;]{0,40}@roth"
)
"""After-tax money that becomes Roth: another thing."""
_BY_ITSELF = Pattern(
    r"\b(?:system|payroll|recordkeeper) (?:can|could|will|then)(?: just| also| automatically)? (?:keep|send|move|put|carry|roll|start|begin)s?\b|\b(?:plan|company|employer|payroll|we|system|recordkeeper|trustee) (?:will |then |shall )*(?:treat|record|credit|count|switch|continue|change|redirect|convert|deposit|move|shift|keep|go on|goes on|carry on|carries on)(?:e?s)?\b|\bwho (?:has|have) (?:so )?(?:elected|chosen)\b[^.;]{0,30}\bcontinues? to\b|\bautomat|\bspill|\boverflow|\bby (?:itself|themselves)\b|\bwithout (?:any |your |further |you |having |a )*(?:to (?:act|do|ask)|action|election|doing|new|interrupt\w*|stopping|pause)|\buninterrupted|\bdefault|\bthe (?:excess|rest|remainder)\b[^.;@]{0,50}\b(?:is|are|will be|shall be) (?:turned|changed|switched|treated|made|taken|put|converted|redirected)\b|\b(?:contributions?|deferrals?|savings|amounts?|anything|everything|whatever|money|dollars)\b[^.;@]{0,20}\b(?:above|over|beyond|in excess of|exceeding|past) [^.;]{0,60}\b(?:are|is|will be|shall be)\b|\b(?:contributions?|deferrals?|savings|elections?|amounts?|anything|money|dollars|percentage)\b[^.;@]{0,12}\b(?:above|over|beyond|in excess of|exceeding|past) [^.;@]{0,60}\b(?:become|continue|carry on|roll(?: on| over)?|spill|go(?: on)?|turn|change|switch|shall be (?:deemed|treated)|(?:are|is) deemed)s?\b|\bunless (?:you\b|(?:they|he or she|(?:the|a|such|that) (?:participant|employee|member|associate)|he|she) (?:(?:has|have|had) )?(?:declin|direct|elect|choos|chose|instruct|opt|ask|ha[sd] (?:declin|direct|elect|chosen)|object|say|stop|cancel|mak|decid)\w*)|\b(?:shall|will|is|are) (?:then |thereafter |thereupon |automatically )?(?:be )?(?:deemed|considered|treated|presumed) (?:to have |as having )?(?:so )?(?:elected|chosen|directed|agreed|authorized)\b|\bif you (?:do nothing|take no action|(?:do not|make no) (?:choose|choice|tell us|elect|election|decide))\b|\b(?:contributions?|deferrals?|savings|payroll|deductions?|amounts?|excess|rest|remainder|election|they|it|anything|money|dollars|rate|percentage)\b (?:will |shall |then |simply |just |also )*(?:continu|keep|carr(?:y|ies)|flow|go|switch|redirect|roll|spill|be (?:treated|made|redirected|credited|recharacter|deposited|recorded|switched|directed|contributed)|become|are (?:simply |then |automatically |instead )?(?:treated|made|redirected|credited|switched|deposited|recorded)|is (?:simply |then |automatically |instead )?(?:treated|made|redirected|credited|switched|deposited|recorded)|turn|change|convert)"
)
_YOU_MUST = Pattern(
    r"\byou (?:\w+ )?(?:must|need to|have to|will need|may|can|could|should|might)\b|\bif you (?:want|wish|elect|choose|would|have elected)\b|\b(?:may|can|allows?|permits?|lets?|option|opportunity)\b[^.;@]{0,40}\b(?:contribut|make|elect|choose|save|continue)\w*|\bif (?:you|they|a participant|so)\b(?!'s\b)(?! (?:do nothing|take no action|(?:do not|make no) (?:choose|choice|tell us|elect|election|decide)\b|(?:have |has )?(?:reach|hit|max|exceed|meet|met|go|use|contribut)))|\bseparate(?:ly)? elect"
)
_NO_FLOW = Pattern(
    r"\b(?<!rather )(?:not|never|cannot|no)\b[^.;:]{0,40}\b(?:automat|spill|overflow|continu|switch|redirect|roll|convert|change|carr|flow|become|go|moved|shifted|turn|flip|treated as @at)|\bspill\w*[^.;=,]{0,30}\b(?:not|no)\b|\bno spill"
)


YOURSELF = Pattern(
    r"\b(?:you|participants?|members?|employees?) (?:must|have to|need to|will have to|will need to) (?:first |then |also )?(?:pick|choose|elect|set|turn on|start|sign up for|switch|make|enroll in)\b[^.;]{0,40}(?:@at|@amb|@basis)\b[^.;]{0,30}\b(?:yoursel(?:f|ves)|themselves|separately|on (?:your|their) own)\b",
    "yourself", "yourselves", "themselves", "separately", "own",
)  # fmt: skip
"""`At the limit deferrals stop. You have to pick an after-tax rate yourself.`"""
NOT_BY_ITSELF = Pattern(
    r"\b(?:this|that|it|they|election) (?:is|are|will) (?:not|never) (?:be )?(?:triggered|started|activated|set off|brought about|turned on|switched on) (?:by|when|because) |@at\b[^.;]{0,50} and (?:do|does|will) not (?:begin|start|kick in|switch on) (?:by (?:itself|themselves)|on (?:its|their) own|automatically)\b|\b(?:this|that|it|(?:the|such|this) (?:change|switch|election)|they) (?:do|does|will|is|are) (?:not|never) (?:be )?(?:happen|occur|made|done|take place|switch\w*|change\w*|start\w*)(?: \w+)? (?:by itself|by themselves|automatically|for you|on (?:its|their) own)\b|\b(?:(?:system|plan|payroll|recordkeeper|website|we|company) (?:do|does|will) not(?= automatically \w+ (?:up |over |on )?(?:it|this|that|them|these)\b)|nobody(?: will)? automatically|nothing(?: will)? automatically) automatically (?:start|begin|switch|turn|change|make|do|set|move|redirect)s?(?: up| over| on)? (?:it|this|that|them|these|this change)\b|\b(?:(?:system|plan|payroll|recordkeeper|website|we|company) (?:do|does|will) not|nobody(?: will)?|nothing(?: will)?) (?:start|begin|switch|turn|change|make|do|set|move|redirect)s?(?: up| over| on)? (?:it|this|that|them|these|(?:this|that|the) (?:change|switch|election))(?: up| over| on)? (?:for you|automatically|by itself|on (?:its|their) own)\b|@at(?: (?:election|contributions?|savings|rate|option))? (?:(?:do|does|will|is|are) (?:not|never)|never) (?:be )?(?:automatically )?(?:switch|turn|start|begin|begun|kick|set|come)\w*(?: on| in| up)? (?:by itself|by themselves|automatically|for you|on (?:its|their|your) own)\b|\b(?:you|they|participants?|members?) (?:are|will) (?:not|never) (?:be )?(?:automatically )?(?:switched|moved|changed|shifted|put|carried)(?: over)?(?: automatically| by the plan| for this)\b|\b(?:does|do|will) not (?:switch|change|move|shift|convert) (?:you|your contributions|your deferrals|them|these)(?: over)? automatically\b",
    "this", "that", "it ", "change", "switch", "election", "they", "automatically", "them", "these", "@at", "moved", "shifted", "put", "carried",
)  # fmt: skip
"""`… elect after-tax contributions; this does not happen by itself`."""


_OF_A_FIGURE = Pattern(
    r"\b(?:figure|amount|cap|limit|maximum|percentage|threshold)\b[^.;@]*(?:;|, (?:and|but)| and| but) (?:it|this|that) (?:do|does|will|is) (?:not|never)\b",
    "it ", "this ", "that ",
)  # fmt: skip
"""`The plan sets this amount, and it does not change by itself`: not the deferrals."""


_LET_GO = Pattern(
    r"\b(?:have|let)\b[^.;@]{0,30}\b(?:contributions?|deferrals?|savings|election|them|it)\b[^.;@]{0,60}\b(?:switch|continu|carr(?:y|ied) on|roll|go|spill|change|convert|made|treated|redirect)"
    r"|\b(?:may|can) (?:choose|elect|direct|ask|arrange|request) that\b[^;@]{0,220}\b(?:contributions?|deferrals?|percentages?|rate|savings|election)\b[^;.@]{0,60}\b(?:shall|will|should|be|is|are)\b"
    r"|\b(?:choos|chose|elect|opt|ask|arrang|direct)\w*\b[^.;@]{0,40}\bfor (?:your|their|his or her) (?:contributions?|deferrals?|savings) to\b"
    r"|\bif (?:you|they|a participant|the participant) (?:have |has |had )?(?:elect|choose|chose|make|made|sign|enrol|select|turn|activat|opt|ask|request|check|tick|say|said)\w*\b[^.;]{0,90},\"? [^.;@]{0,40}(?:@(?:pre|roth)[^.;]{0,40})?\b(?:rate|savings|contributions?|deferrals?|deductions?|elections?|they|it)\b"
)
"""`You can elect to have contributions switch to after-tax`: asked once, and then by itself."""
_AGAINST_IT = Pattern(
    r"\bspill-?over\b[^.;]{0,40} (?:is|are|has) not (?:been |currently |yet )*(?:set up|enabled|turned on)\b|(?:^\W*|\bthere's |\bhere's |: )no (?:automatic )?\"?spill-?over\b(?![^.;]{0,40}(?:\bcatch|match|tax))|\bspill-?over\b[^.;]{0,50}\b(?:(?:not|never|no longer) (?:an? |yet |currently |been )*(?:offer|avail|allow|permit|support|provid|part|used?|feature|option|in place|adopt)|(?:decided|voted|chose|opted) (?:against|not)|rejected|declined|turned down)|\b(?:(?:there is|has|have|with|is|are|and|but) no|(?<!^)without|against|(?:does|do|did|will) not (?:offer|allow|permit|have|support|provide|use|include|adopt)|rejected|declined)(?: an?| any| the)?(?: automatic)? \"?spill-?over",
    "spill",
)
"""`We looked at spillover and decided against it.`"""
TO_ANOTHER = Pattern(
    r"\bno (?:contributions?|deferrals?|money|amounts?|savings) (?:is|are|will be|gets?) (?:automatically )?(?:re-?directed|moved|switched|changed|shifted|transferred|carried|turned)(?: over)? from one (?:type|kind|source|sort|bucket|account) (?:in)?to another\b|\b(?:savings|contributions?|deferrals?|they|it|these|deductions|election|rate)\b[^.;]{0,30}\b(?:do|does|will|are|is|can) (?:not|never) (?:be )?(?:automatically )?(?:roll|carr|spill|switch|mov|shift|chang|continu|flow|go|redirect|pass|convert)\w*(?: over| on)? (?:to|into|as|in) (?:an(?:other|y other)|the other|a (?:different|second|new)|some other) (?:types?|kinds?|sources?|sorts?|buckets?|form)\b"
    r"|\b(?:the )?one (?:does|will) (?:not|never) (?:turn|roll|spill|change|flow|switch|carry|run)(?: over)? (?:in)?to the other\b",
    "another", "other", "different", "second", "new",
)  # fmt: skip
"""`They do not roll over to another type by themselves`."""
ON_OFFER = Pattern(
    r"\bspill-?over\b[^.;]{0,40} is (?:an? )?(?:feature|option|choice) (?:of|in|under|available (?:in|under)|offered (?:by|in)) (?:our|the|this|your) (?:\w+ )?(?:plan|payroll|401k)\b(?! that (?:some|many))|\b(?:you|they|participants?|members?|employees?) (?:may|can)(?: also)? (?:say yes to|elect|choose|turn on|switch on|opt in(?: ?to| for)?|sign up for|check|request|activate|select|add) (?:the |our |an? )?(?:automatic )?\"?spill-?over\b(?!-)(?![^.;]{0,30}catch)"
    r"|\bspill-?over\b[^.]{0,140}\b(?:it is|it's|is) (?:turned |switched )?off (?:unless|until|by default)\b",
    "spill",
)
"""`You can also say yes to spillover`: asked once, and then by itself."""
_CALLED = Pattern(
    r"\b(?:may|can)\b[^.;@]{0,30}\b(?:elect|choose|select|check|tick|turn on|say yes to|mark)\w* (?:the |our )?(?:option |box |line |switch )?\"(?:yes, )?(?:continu|keep|carry|spill|switch)[^\"@]{0,25}@at",
    '"',
)
"""`You may elect “continue as after-tax” on the portal`: asked once, and then by itself."""
_AT_IT = Pattern(
    r"\b(?:reach|hit|meet|exceed|com(?:e|ing) to|go (?:over|past|beyond))\w* (?:it|them|that|this|one|either)\b"
)
_NOTHING_IS_MOVED = Pattern(
    r"\bnothing (?:is|will be|gets) (?:then |automatically )?(?:moved|switched|turned|changed|carried|redirected|continued|shifted)\b[^.;]{0,20}@at\b",
    "nothing ",
)
_NOTHING_GOES = Pattern(
    r"(?:^|[;:] )(?:(?:but|and) )?(?:no|nor shall any|neither) (?:part|portion|excess|(?:such )?(?:amounts?|contributions?|deferrals?))\b[^.;@]{0,60}\b(?:but for|in excess of|beyond|above|over|on account of|by reason of)\b[^.;]{0,120}\b(?:shall|will|may|is|are|can) (?:thereafter |then |automatically )?(?:be )?(?:contributed|treated|recharacterized|made|continued|credited|considered|deemed|redirected|deposited|taken|become)\b[^.;@]{0,30}@at\b",
    "no ", "nor ", "neither",
)  # fmt: skip
"""`No amount that but for the limit would have been a deferral shall be contributed as an after-tax contribution`."""
_ONLY_BY_ELECTION = Pattern(
    r"\b(?:cease|stop|end|(?:is|are) suspended|reach|hit|have been limited)\w*\b[^.;@]{0,90}\b(?:402\S*|limit\w*|maximum)\b[^@;.]{0,30}\b(?:may|can|shall) (?:thereafter |then )?(?:make|contribute|begin|have)\b[^.;@]{0,20}@at\b[^.;@]{0,25}\bonly (?:by|upon|through|on|after|with|pursuant to)\b[^.;]{0,30}\b(?:authoriz|elect|enrol|request|direct|sign|application|form)\w*",
    "only ",
)
"""`A member whose deferrals cease at the limit may make after-tax contributions only by an election of his own`."""
_NOT_DEEMED = Pattern(
    r"\b(?:shall|will|is|are|may) not\b[^.;@]{0,40}\b(?:deemed|considered|treated|presumed) (?:to have|as having) [^.;@]{0,20}(?:elected|chosen|directed|authorized)[^.;@]{0,20}@at\b",
    "deemed", "considered", "treated", "presumed",
)  # fmt: skip
"""`… shall not by reason thereof be deemed to have elected after-tax contributions`."""
_NOT_UNLESS_CHOSEN = Pattern(
    r"\b(?:not|never) (?:be )?(?:automatically )?(?:continu|switch|chang|carr|mov|made|treat|turn|convert|redirect)\w*\b[^.;@]{0,30}@at\b[^.;@]{0,20} unless (?:you|they|he or she|(?:a|the) (?:participant|member|employee))(?:'ve| have| has)? (?:also |separately |already )?(?:elect|cho[os]|sign|enrol|ask)\w*(?: up| separately)? (?:to (?:save|contribute|make)|for|an?)\b[^.;]{0,20}@at\b",
    "unless",
)
"""`They will not be continued as after-tax savings unless you have elected to save after-tax`."""
_NOT_WITHOUT = Pattern(
    r"\b(?:shall|will|are|is) not (?:thereby |then |automatically )?(?:be )?(?:contributed|made|treated|deemed|considered|taken|continued)[^.;@]{0,15} as @at\b[^.;]{0,20}\b(?:absent|without)\b[^.;@]{0,20}(?:@at )?(?:\w+ )?election",
    "absent",
    "without",
)
_HAS_THE_FEATURE = Pattern(
    r"@(?:at|amb)\b[^.;]{0,30}\b(?:only )?(?:if|when|where|for those who) (?:you|they|he or she|(?:a|the|such) (?:participant|member|employee))?(?: have| has)? ?(?:chosen|elected|selected|activated|turned on|signed up for|switched on|enrolled in|opted (?:in|into|for)) (?:the |our |this )(?:[a-z-]+ ){0,2}(?:continuation|spill-?over|overflow|carry-?over|roll-?over|rollover|continue|excess)(?: [a-z-]+){0,2} ?(?:feature|option|election|program|service|setting)"
    r"|@(?:at|amb)\b[^.;]{0,30}\bif (?:you|they|he or she|(?:a|the|such) (?:participant|member|employee))(?:'ve| have| has)? ?(?:checked|ticked|marked|chosen|elected|selected|turned on|said yes to) (?:the |our |a )?(?:box |option |line )?\"?(?:continu\w*|spill\w*|carry\w*|auto)",
    "feature", "option", "election", "program", "service", "setting", "continu", "spill", "carry", "auto",
)  # fmt: skip
"""`They are changed to after-tax contributions only if you have chosen the continuation feature`: asked once, and then by itself."""
_COMPARED = Pattern(
    r"\bspill\w*[^.;]{0,30}\b(?:not the same|differs?|different|unlike)\b|\bunlike[^.;]{0,20}\bspill|\bspill[^.;]{0,30} ?= ?(?:yes|no)\b",
    "spill",
)
_UNSURE = Pattern(r"\b(?:if|whether|unless|until|was|were|once|avoid|no longer|not only|worry|problem|limits? on)\b")
_BY_ITSELF_ASKED = Pattern(r"\bby (?:itself|themselves)\b|\bautomatic|\bon (?:its|their) own\b")
_ASIDE = Pattern(r" ?\((?![a-z\d]\))(?:[^()]|\([a-z\d]\))*\)", "(")
_TURNED_ON = Pattern(r"\bunless (?:you|they|he or she|a participant)\b[^.;]{0,60}\bspill", "spill")
_STOPS = Pattern(r"(?<!-)(?<!year )\b(?:stop|cease|end)s?\b(?! of\b)[^.;]{0,80}\bunless\b", "unless")
_STOP = Pattern(r"\b(?:stop|cease|end)(?:s|ped|ed)?\b", "stop", "cease", "end")
_STOP_THEN = Pattern(
    r"\b(?:when|once|after|as soon as) [^.;,]{0,20}@(?:pre|roth)\b[^.;,]{0,30}\b(?:stops?|ends?|ceases?|(?:is|are) (?:suspended|stopped|used up|maxed))\b",
    "@pre", "@roth",
)  # fmt: skip
_ONLY_THEN = Pattern(
    r"\b(?:unless|only (?:if|when|where|for))\b(?!(?:(?!@)[^.;])*\b(?:not|out|declin\w*|stop\w*|cancel\w*|refus\w*|waiv\w*|revok\w*|contrary|otherwise)\b)[^.;]*@(?:at|amb)\b|\bonly (?:if|when|where) (?:you|they|he or she|(?:a|the|such) (?:participant|member|employee))\b",
    "unless", "only",
)  # fmt: skip
"""`… are refunded unless you turn them into after-tax contributions`, `only if the member so elects`."""
_STILL = Pattern(
    r"\b(?:that|which|what) (?:cannot|can no longer|may not) (?:go in|be (?:put in|made|contributed|deferred|taken))[^.;]{0,60}\b(?:limit|maximum)\b|\b(?:call|tell|ask|let|write|say|opt out)\b[^.;,]{0,25}\bif you (?:do not|would rather not|would not|prefer not to)(?: want| like| have)?(?: that| this| it| so)?(?=\W*$|[.;,])|\b(?:will|do|does|need|are|is) not (?:miss|skip|lose|stop|end|cease|(?:be )?(?:interrupted|stopped|refunded|returned|lost|cut off|suspended))\b|\b(?:have|has|had|did) (?:not|never) (?:yet )?(?:told|asked|elected|chosen|directed|instructed|checked|ticked|said|signed|made|tell|ask|elect|choose|say|check)\b[^.;,]*|\b(?:once|when|after|if|as soon as) [^.;,]{0,40}\bno (?:more|further)\b[^.;,]{0,40}|\bno (?:further |more )?(?:action|election|step)s?\b[^.;,]{0,20}|\bunless (?:you|they)\b[^.;]*|\b(?:not|never) (?:have to|need to|taxed|matched|over|more than|to exceed)\b|\bwithout (?:interruption|stopping|any)\b"
)


_SAID_OF_OTHERS = Pattern(
    r"\b(?:some|many|other|several) (?:\w+ )?(?:participants?|employees|members|people|employers?|plans?|companies)\b|\b(?:spouse|partner|friend|wife|husband)'s\b|\b(?:may|might|could) (?:have|offer|add|introduce|adopt)\b|\b(?:asked|ask|asking) (?:us |the company |management )?for\b(?<!you ask for)|\bfor executives\b|\bmost (?:\w+ )?(?:participants?|employees|members|people)\b[^.;]{0,20}\b(?:never|not|forget)\b|\bautomatically (?:become )?(?:eligible|allowed|permitted|able|entitled)\b"
)
"""`Many ask for a spillover to after-tax`, `your spouse's plan may have it`."""
_OF_THE_TEST = Pattern(r"\b(?:adp|acp|nondiscrimination|actual deferral)\b")
"""What a failed test makes of deferrals is no spillover."""
_INTO_CATCH_UP = Pattern(r"\bspill\w*(?:[- ]over)? (?:in)?to (?:the |your )?catch|\bcatch-?up spill", "spill")


def spills(text: str, around: str) -> str:
    """Whether deferrals go on as after-tax contributions at their limit: yes, no or nothing; `around` are the sentences before."""
    text = _ASIDE.sub(" ", text)
    if _COMPARED.search(text) or _INTO_CATCH_UP.search(text):
        return ""
    if _AGAINST_IT.search(text) and not _UNSURE.search(text):
        return "no"
    if ON_OFFER.search(text) and not _NO_FLOW.search(text):
        return "yes"
    if _STOPS.search(text) and "@at" in text and _AT_THE_LIMIT.search(text):
        return "yes" if _TURNED_ON.search(text) or _LET_GO.search(text.partition("unless")[2]) else "no"
    if YOURSELF.search(text) and _AT_THE_LIMIT.search(f"{text} | {around}") and _STOP.search(f"{text} | {around}"):
        return "no"
    if _ONLY_BY_ELECTION.search(text) or (_NOT_DEEMED.search(text) and _A_LIMIT.search(text)):
        return "no"
    if (_NOT_UNLESS_CHOSEN.search(text) or _NOT_WITHOUT.search(text)) and _A_LIMIT.search(f"{text} | {around}"):
        return "no"
    if _NOTHING_IS_MOVED.search(text):
        return "no"
    if _CALLED.search(text) and _A_LIMIT.search(f"{text} | {around}"):
        return "yes"
    if _NOTHING_GOES.search(text) and _A_LIMIT.search(f"{text} | {around}"):
        return "no"
    if TO_ANOTHER.search(text) and (
        _AT_THE_LIMIT.search(text)
        or ((_AT_IT.search(text) or "the other" in text or "from one " in text) and "limit" in around)
    ):
        return "no"
    if _HAS_THE_FEATURE.search(text) and _GOES_ON.search(text) and _A_LIMIT.search(f"{text} | {around}"):
        return "" if _NO_FLOW.search(text) else "yes"
    if (
        NOT_BY_ITSELF.search(text)
        and not _OF_A_FIGURE.search(text)
        and (_A_LIMIT.search(f"{text} | {around}") or _STOP_THEN.search(text))
        and "@at" in f"{text} {around}"
    ):
        return "no"
    if not _GOES_ON.search(text) or _OTHER_WAY.search(text) or _ONLY_THEN.search(text):
        return ""
    if _SAID_OF_OTHERS.search(text) or _OF_THE_TEST.search(text):
        return ""
    if not (_AT_THE_LIMIT.search(text) or (_STRONGLY.search(text) and _A_LIMIT.search(f"{text} | {around}"))):
        return ""
    rest = _STILL.sub(" ", text)
    if _NO_FLOW.search(rest):
        return "no"
    if _LET_GO.search(text):
        return "yes"
    if not _BY_ITSELF.search(text) or (_YOU_MUST.search(rest) and not ("automat" in text or "spill" in text)):
        return ""
    return "yes"


def asks(question: str, before: str = "") -> bool:
    """Whether a question asks if deferrals go on as after-tax contributions at their limit, which the words before it may name."""
    if not _GOES_ON.search(question) or _OTHER_WAY.search(question):
        return False
    if _AT_THE_LIMIT.search(question):
        return True
    by_name = (
        _BY_ITSELF_ASKED.search(question)
        or _AT_IT.search(question)
        or _GO_ON.search(question)
        or _DO_MINE.search(question)
    )
    return bool(by_name and not _BY_ME.search(question) and (_AT_THE_LIMIT.search(before) or _ALL_OF_IT.search(before)))


_BY_ME = Pattern(r"\b(?:can|may|do|must|should|could|would) (?:i|we)\b(?! have)")
"""`Can I switch when I reach it?`: whoever may do it himself has to."""
_MUST_I = Pattern(r"\bmust i\b|\b(?:do|will|would) i (?:have|need) to\b|\bshould i\b", " i ")


def is_of_me(question: str, yes: bool) -> bool:
    """Whether a question asks what one has to do, or, where the answer is yes, what one may do oneself."""
    if _MUST_I.search(question):
        return True
    return yes and bool(_BY_ME.search(question)) and not _LET_GO.search(question)


_GO_ON = Pattern(r"\b(?:go on|continue|keep (?:on |going )|carry on|switch(?:ed)? over|roll over|spill)\b")
_DO_MINE = Pattern(
    r"\b(?:do|does|will|would|are|is) (?:my|our|the|these|those) (?:[\w@-]+ ){0,3}?(?:contributions?|deferrals?|deductions?|savings|money|percentage|rate) (?:then |just |simply )?(?:be |get )?(?:turn|chang|becom|convert|redirect|treat|mov|shift|flow)\w*\b",
    "do ", "does ", "will ", "would ", "are ", "is ",
)  # fmt: skip
"""`I'll hit the limit in August. Do my deductions turn into after-tax ones?`"""
_ALL_OF_IT = Pattern(
    r"\b(?:contribute|save|defer|put in|reach|hit) (?:the |all |of |full |whole |entire |my )*\$\d\d,\d{3}", "$"
)
"""`I put in the full $23,500 by June.`"""
_JUST_STOPS = Pattern(
    r"^(?!.*(?:\b(?:unless|if you(?:'d| would)? (?:do not|have not|are|rather|prefer|want|wish|like|choose|elect)|otherwise|without|until you|@at|match\w*|true-?up|spill\w*|withdr\w*|hardship|employ\w*|loan\w*)\b)).*\b(?:savings?|contributions?|deferrals?|deductions?|they|these|both)\b(?: for the year)? (?:will |shall |must |simply |then |just |also |automatically )*(?:stops?|ceases?|ends?|are (?:stopped|suspended))\b",
    "stop", "cease", "end",
)  # fmt: skip


STOPS = "deferrals stop, and nothing goes in after-tax"


def just_stops(text: str, around: str) -> bool:
    """Whether deferrals stop at their limit, and nothing is said of what comes then."""
    return bool(_JUST_STOPS.search(text)) and bool(
        _AT_THE_LIMIT.search(text) or (_REACHED.search(text) and "limit" in around)
    )


_REACHED = Pattern(r"\b(?:when|once|if|after)\b[^.;,]{0,30}\b(?:reach|hit|met|meet)\w*", "reach", "hit", "met", "meet")
_ANSWERED = Pattern(
    r"^(?:a\d{0,2}[:.)] ?)?(?:(?P<no>not (?:automatic|on (?:its|their|your) own|by (?:itself|themselves)|unless you (?:set|tell|ask)))|(?P<yes>(?:yes,? )?(?:but )?(?:only )?(?:if|when|provided) (?:you|they)(?:'ve| have| had)? ?(?:check|tick|mark|cho[os]|select|turn|switch|activat|sa(?:y|id) yes|opt|elect|sign)\w*(?: (?:on|up|yes|for|into|in|to))*(?: (?:the|our|a))?(?: (?:box|option|line|switch))? ?(?:\"(?:[\w-]+ )?(?:continu|spill|overflow|carry|roll over|keep)|(?:[\w-]+ )?(?:spill-?over|overflow|continuation|carry-?over)\b)))",
    "not ", "if ", "when ", "provided ",
)  # fmt: skip


def answered(text: str) -> str:
    """What an answer says that begins with neither yes nor no: `Not on their own`, `Only if you ticked “continue after-tax”`."""
    found = _ANSWERED.match(text)
    return ("no" if found["no"] else "yes") if found else ""
