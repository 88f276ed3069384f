"""Whether savings are carried on after-tax at the limit on deferrals, by the slots of such a sentence, in any order.

The limit (in the sentence, the one before, the question or the title), what is carried on or who carries it on, the act, and
after-tax money as its end. Asked where the wordings of `spill` find nothing.
"""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_AT = r"(?:@(?:at|amb|basiss)|after-tax)\b"
_LIMITS = r"(?:(?:irs|federal|annual|yearly) (?:annual |yearly |dollar )?(?:amount|figure)|limit\w*|maximum|max\b|402\S*|cap\b|ceiling|threshold|most)"
LIMIT = Pattern(
    rf"\b(?:reach|hit|met|meet|exceed|attain|exhaust|max|at|past|above|over|beyond|after|once|when|in excess of|because of|by|on|until|before|past|with|up to|cross|pass|run(?:s|ning)? into|use[sd]? up|the|your|irs|federal|annual|deferral|elective)\w*\b[^.;]{{0,60}}\b{_LIMITS}"
    r"|@(?:pre|roth)\b[^.;]{0,40}\b(?:is|are|gets?|have been|has been|was) (?:full|filled|maxed|used up|exhausted|capped|cut off|done|shut off)\b|\bfills? up\b|\bmax(?:ed|es|ing)? out\b|\bcut off\b|\b(?:no (?:more|further)|nothing (?:more|further)|cannot|can't|can no longer|may no longer|not)\b[^.;]{0,30}\b(?:be )?(?:deferred|defer|put in|contribute|save|more @pre|more deferrals|@pre)\b|\bdeferrals? (?:must|have to|has to|need to) (?:stop|end|cease)\b|\bcontributions past\b|\b(?:maximum|most) @(?:pre|roth)\b",
)  # fmt: skip
"""Where deferrals have to end."""
_AT_IT = Pattern(
    rf"\b(?:reach|hit|met|meet|exceed|attain|exhaust|max|past|above|over|beyond|after|once|when|in excess|cross|pass|at the|by the irs)\w*\b[^.;]{{0,60}}\b{_LIMITS}|@(?:pre|roth)\b[^.;]{{0,40}}\b(?:is|are|gets?|have been|has been|was) (?:full|filled|maxed|used up|exhausted|capped|cut off|done|shut off)\b|\bfills? up\b|\bmax(?:ed|es|ing)? out\b|\bcut off\b|\b(?:no (?:more|further)|cannot|can no longer|may no longer)\b[^.;]{{0,30}}\b(?:deferred|defer|put in|contribute|save|@pre)\b|\bdeferrals? (?:must|have to) (?:stop|end)\b|\b(?:maximum|most) @(?:pre|roth)\b|\bspill|\boverflow"
)
_STRONGLY = Pattern(
    r"\b(?:continu|keep|kept|carr|flow|turn|becom|switch|mov|chang|roll|flip|shift|re-?direct|re-?class|recharac|redesig|convert|treat|deem|default|spill|overflow|resum|what follows|what comes|runs? on|go(?:es)? on|automatic|instead)\w*"
)
"""What goes on; of what is only made or taken after-tax, its sentence has to name the limit itself."""
_MONEY = r"(?:contributions?|deferrals?|deductions?|savings|elections?|percentages?|rates?|amounts?|excess|rest|remainder|overflow|surplus|difference|anything|everything|whatever|what|they|it|these|them|you|him|her|members?|participants?|employees?|pay|money|dollars|paycheck|withholding|part)"
_DOES = r"(?:will|shall|would then|then|just|simply|also|automatically|instead|now|still|always|are|is|be|get|gets|have|has|having|being|to|can|should)"
_GO = r"(?:continu(?:e|es|ed|ing)|keeps?(?: on| going| coming)?|kept|carr(?:y|ies|ied)(?: on| over)?|go(?:es)?(?: on| over| in)?|going|runs? on|run on|flows?|turn(?:s|ed)?(?: over)?(?: into)?|becomes?|switch(?:es|ed|ing)?(?: over)?|mov(?:e|es|ed|ing)(?: over)?|chang(?:e|es|ed|ing)(?: over)?|roll(?:s|ed|ing)?(?: over| on)?|flip(?:s|ped)?(?: over)?|shift(?:s|ed|ing)?(?: over)?|re-?direct(?:s|ed|ing)?|re-?classif(?:y|ies|ied|ying)|recharacteri[sz](?:e|es|ed)|re-?designat(?:e|es|ed)|convert(?:s|ed)?|treat(?:s|ed)?|deem(?:s|ed)?|record(?:s|ed)?|count(?:s|ed)?|credit(?:s|ed)?|deposit(?:s|ed)?|withh(?:old|olds|eld)|deduct(?:s|ed)?|tak(?:e|es|en)|made|paid|put|default(?:s|ed)?|spill(?:s|ed)?(?: over)?|overflow(?:s|ed)?|start(?:s|ed)?|begin(?:s|ning)?|kicks? in|resum(?:e|es|ed)|transfer(?:s|red)?|plac(?:e|es|ed)|applied(?! to\b)|pick(?:s|ed)? up)"
_TO = rf"(?:(?!\b(?:not|never|no|only|if|unless|@roth|conver\w+|match\w*|withdr\w*)\b)[^.;@]|@pre\b|@roth\b(?= to )){{0,60}}?{_AT}"
_WHO = r"(?:(?:the|our|your|this|[\w.&-]+'s) )?(?:[\w.&'-]+ ){0,2}?(?:plan|payroll(?: system)?|system|company|employer|recordkeeper|trustee|fund office|we|feature|option|election|university|hospital|bank|it|spill-?over|overflow|continuation|carry-?over)"
_GOES = Pattern(
    rf"\b{_MONEY}\b(?:(?!\b(?:not|never|no|may|must|should|want|wish|need|rather)\b)[^.;]){{0,60}}?\b{_DOES}(?: {_DOES})* {_GO}\b{_TO}"
    rf"|\b{_WHO}(?: (?:will|shall|can|then|just|simply|also|automatically|does))* {_GO}\b(?: \w+)?(?:(?!\b(?:not|never|no|may|must|match\w*|your own)\b)[^.;@]|@pre\b|@roth\b(?= )){{0,60}}?{_AT}"
    rf"|\b(?:contributions?|deferrals?|deductions?|savings|they|it|percentage|rate|excess|rest|remainder|overflow)\b(?: (?:that |which )?(?:you|they|he or she|the participant) (?:had |have |has )?(?:elected|chosen|chose|set|selected|picked))? [^.;@]{{0,12}}\b{_GO}\b{_TO}"
    rf"|\b(?:by default|automatically|from then on|from there|for the (?:rest|remainder|balance) of the year|instead|then|now)\b[^.;@]{{0,40}}\b(?:are|is|will be|comes? out|goes? in)(?: made| taken)? {_AT}|\b(?:are|is|will be|comes? out|goes? in)(?: made| taken)?(?: (?:by default|automatically|then|instead))* {_AT}(?: contributions?)? (?:by default|automatically|for the (?:rest|remainder|balance) of the year|from then on|instead)"
    rf"|\bcontributions? for (?:the (?:rest|remainder|balance) of )?(?:the|that) year (?:will be|are) {_AT}",
    "@at", "@amb", "@basiss", "after-tax",
)  # fmt: skip
"""What goes on, or is carried on by somebody, as after-tax money."""
_HAVE_IT_DONE = Pattern(
    rf"\b(?:authori[sz]e|direct|instruct|ask|allow|let|have|elect(?: to have)?|choose to have|want|would like|like)\b[^.;@]{{0,40}}(?:@(?:pre|roth)\b[^.;]{{0,30}})?\b(?:contributions?|deferrals?|savings|deductions?|percentage|rate|recordkeeper|plan|payroll|company|employer|system|trustee)\b[^.;@]{{0,30}}\b{_GO}\b{_TO}"
    rf"|\b(?:feature|option|spill-?over|overflow|continuation|carry-?over)\b[^.;@]{{0,110}}\b(?:lets?|starts?|keeps?|has|makes?|moves?|switches|continues?|allows?|runs?|sends?|turns?|carr(?:y|ies))\b{_TO}",
    "@at", "@amb", "@basiss", "after-tax",
)  # fmt: skip
"""Asked for once, and then by itself."""
_BY_NAME = Pattern(
    r"\b(?:everyone|everybody|all|you|participants?|members?|employees?|each \w+)\b[^.;]{0,30}\b(?:is|are|will be)(?: automatically)? (?:in|enrolled in|signed up for|opted into|part of|covered by|set up with|set up for|given) (?:the |our )?(?:\w+ )?spill-?over\b(?![^.;]*\bcatch)|\bspill-?over\b[^.;]{0,30}\b(?:is|comes) (?:on|automatic|the default|built in|standard|included|in place|turned on|switched on)\b(?![^.;]*\b(?:not|only|if|catch|other)\b)",
    "spill",
)
_YOU_DO = Pattern(
    r"\b(?:you|participants?|members?|employees?|they|he or she|who|anyone|i|we) (?:\w+ )?(?:may|can|could|might|must|have to|need to|should)(?: (?:also|then|still|always|instead|choose|elect|decide|want|wish|to))* (?:make|contribute|save|start|begin|elect|switch|change|move|continue|keep|go|turn|pick|put|add|request|consider)\b"
)
"""What one does oneself."""
_CONDITION = Pattern(
    r"\b(?:some|many|most|other|few) (?:\w+ )?(?:plans?|employers?|companies|recordkeepers?|providers?)\b|\b(?:if|whether|where|in) (?:a|an|your|the) (?:\w+ )?(?:plan|employer)(?:'s plan)? (?:with|that|allows?|permits?|offers?|has|lets)\b|\b(?:might|could|would|may (?:have|offer|add|introduce|adopt|be (?:added|introduced|adopted|offered)))\b|\bmatch(?:ed|es|ing)?\b[^.;@]{0,30}(?:after-tax|@at)|\bin-plan\b|\b(?:in)?to (?:an? |the |your )?@roth\b|\bconver\w*|\bwithdr\w*|\brollovers?\b|\bloans?\b|\bpremiums?\b|\bira\b|\b(?:adp|acp|nondiscrimination|test)\b|\bwere to\b|\bused to\b|\buntil (?:19|20)\d\d|\bexample\b|\bcatch-?up (?:contributions? )?(?:start|begin|automatic)"
)
NOT_YET = Pattern(
    r"\b(?:hop(?:e|es|ing)|(?<=we )plan|(?<=company )plans|(?<=employer )plans|(?<=committee )plans|planning|intend\w*|expect\w*|aim\w*|want|looking|consider\w*|propos\w*|explor\w*|working)\b[^.;]{0,20}\b(?:to|at|for|on|whether|a)\b[^.;]{0,30}\b(?:introduc|add|offer|adopt|implement|bring|turn|spill|have)\w*|\bshould\b[^.;]{0,40}\b(?:be )?(?:adopt|introduc|add|offer|implement|approv)ed\b|\b(?:next year|in the future|some ?day|one day|coming soon|not yet decided|under (?:review|consideration|discussion))\b|\bwill be (?:added|introduced|available|offered|implemented)\b|\bin (?:a|any|some) plans? (?:with|that)\b|\b(?:asked|asking) (?:us |for|about|the)\b|\bgoes live\b|\b(?:competitor|other compan\w+|some plans)\b"
)
"""A spillover that somebody hopes for."""
_AGAINST = Pattern(
    rf"\bspill-?over\b[^.;]{{0,30}}\b(?:has been|was|were|is being|is|have been|had been)(?: \w+ly| since| now)? (?:removed|discontinued|dropped|eliminated|ended|turned off|switched off|withdrawn|retired|taken (?:away|out)|suspended|not (?:an? |part of |available|offered|in|used)|unavailable|gone)|\b(?:no|(?<!^)without|lacks?|drops?|dropped|removed|discontinued|eliminated|ended)(?: (?:a|an|any|the|our|automatic|such|after-tax|@at))* spill-?over\b(?! (?:to|into) catch)"
    rf"|(?:^|[,;:] )(?:and |but )?(?:no (?:part|portion|amount|share)s?|none|nothing|neither)\b[^.;@]{{0,40}}\b(?:is|are|will be|shall be|gets?|goes|be)\b[^.;@]{{0,30}}{_AT}(?=[^.;@]{{0,20}}(?:instead|automatically|for you|$|[.,;]| savings| contributions?))"
    rf"|\b(?:reaching|hitting|meeting|attaining|exceeding|being at|maxing out)\b[^.;@]{{0,40}}\b(?:does|do|will|is|would) (?:not|never) (?:\w+ )?(?:start|begin|trigger|raise|turn on|change|affect|cause|create|set up|activate|switch|lead to|increase)\w*[^.;@]{{0,30}}(?:{_AT}|\bthe other\b)"
    rf"|{_AT}(?: (?:contributions?|savings?|elections?|saving|deductions?))* (?:(?:requires?|needs?|takes?|calls? for|must have|has to have) (?:an? )?(?:election of (?:its|their) own|separate election|(?:new|own) election)|(?:stands?|is|are) (?:on (?:its|their) own|independent of|not (?:linked|tied|connected) (?:to|with))[^.;]{{0,40}}@(?:pre|roth))"
    rf"|\b(?:must|have to|has to|need to|needs to|will have to|will need to|required to) (?:\w+ )?(?:make|have|enter|set up|file|submit|place)\b (?:an? )?(?:separate|new|different|own|second) {_AT} (?:election|rate|percentage)"
    rf"|\b(?:deferrals?|contributions?|@pre|they|election|percentage|it)\b[^.;@]{{0,30}}\b(?:will|do|does|is|are|shall|would) (?:not|never) (?:be )?(?:automatically )?{_GO}\b[^.;@]{{0,30}}{_AT}"
    r"|^\W*(?:but )?(?:it|they|this|that) (?:does|do|will) not (?:roll over|continue|carry over|switch|change|happen|spill over|go on|move over|start)(?: over)? (?:by (?:itself|themselves)|on (?:its|their) own|automatically)\b"
    r"|\b(?:no (?:link|connection|tie)|not (?:linked|connected|tied)|independent)\b[^.;]{0,40}(?:between|to|of)\b[^.;]{0,80}\b(?:limit|reach\w*|hit\w*|will not|does not)\b",
    "spill", "@at", "@amb", "@basiss", "after-tax", "other", "itself", "themselves", "own", "automatically", "link", "connect", "tie", "independent",
)  # fmt: skip
_UNSURE = Pattern(
    r"\b(?:unless (?:you|they) (?:have |are )?(?:opt|sign|elect|turn|check|enrol|choos|chose)|except|not only|if you (?:do not|opt out|turn)|only if|catch-?up|worry|avoid|would)\b"
)
_SETS_ASIDE = Pattern(
    r"\b(?:does|do|will|shall|need|are|is|can) not (?:have to|need to|stop|shut|end|cease|miss|skip|lose|be (?:interrupted|lost|stopped|cut|refunded|returned|suspended)|get cut)\b[^.,;:]*|\bwithout (?:a |an |any |your |further |new |interruption|stopping|having)[^.,;]*|\bno (?:need|action|new|further|more|break)\b[^.,;]*|\bnot (?:interrupted|stopped|cut short|lost|refunded)\b|\bwhen no (?:more|further)\b[^.,;]*|\b(?:cannot|can not|can no longer|may no longer) (?:be )?(?:put in|go in|defer|deferred|contribute|save|make)[^.,;]*?(?=[.,;]|$| goes? )|\bunless (?:you|they|he or she|a \w+|the \w+)\b[^.;]*|\bif you(?:'d| would)? rather not\b[^,;]*,|\bso that\b[^.;]*|\byou need not\b[^.,;]*"
)  # fmt: skip
"""What is denied there is no denial of the going on."""
_DENIED = Pattern(r"\b(?:not|never|no|none|nothing|neither|nor|cannot|n't|instead of|rather than)\b")
_ONLY_BY_CHOICE = Pattern(r"\bonly (?:if|when|where|for|by|upon|with)\b|\bso elects?\b", "only ", "so elect")
"""What may be an election of one's own, or one that is made once: nobody can tell."""
_NAMES_IT = Pattern(r"\bspill-?over\b|\boverflow\b", "spill", "overflow")


_ON_RECORD = Pattern(
    r"\b(?:keeps?|kept) (?:an? |the |your |separate )*(?:records?|track|count|accounts?|list) of\b",
    "record",
    "track",
    "count",
    "list",
)
"""What is kept track of is not kept going."""
_NOTHING_OF_IT = Pattern(
    r"\bno (?:amount|part|portion|deferral|contribution)s?\b[^.;]{0,60}\b(?:shall|will|may|can) be (?:treated|re-?characterized|re-?classified|credited|continued|deemed)\b[^.;]{0,30}@at\b",
    "no ",
)


def concerns(text: str) -> bool:
    """Whether a sentence may tell of it though it does not name after-tax money."""
    return (
        "spill" in text
        or "overflow" in text
        or "@basiss" in text
        or "itself" in text
        or "on its own" in text
        or "the other" in text
    )


def carries_on(text: str, around: str) -> str:
    """Whether savings are carried on after-tax at the limit: yes, no, or nothing; `around` are the sentences before and the title."""
    if NOT_YET.search(text) or _CONDITION.search(text):
        return ""
    text = _ON_RECORD.sub(" ", text.replace("'ll ", " will ").replace("'d ", " would "))
    if _NOTHING_OF_IT.search(text):
        return "no"
    both = f"{text} | {around}"
    named = _NAMES_IT.search(text) is not None
    limit = LIMIT.search(text) or named or LIMIT.search(around)
    if not limit or not ("@at" in both or "@amb" in both or "@basiss" in both or named):
        return ""
    if _AGAINST.search(text) and not _UNSURE.search(text):
        return "no"
    if _ONLY_BY_CHOICE.search(text):
        return ""
    if _BY_NAME.search(text):
        return "yes"
    rest = _SETS_ASIDE.sub(" ", text)
    found = _HAVE_IT_DONE.search(rest)
    if found and not _DENIED.search(rest) and (_AT_IT.search(both) or named):
        return "yes"
    found = _GOES.search(rest)
    if found is None or _DENIED.search(rest[: found.end()]) or _YOU_DO.search(rest):
        return ""
    return "yes" if _STRONGLY.search(found[0]) or _AT_IT.search(text) else ""
