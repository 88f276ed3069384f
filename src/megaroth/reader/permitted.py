"""How a document says that after-tax contributions are taken."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import AT, MAY, PLAN, WHO

YES = (
    Pattern(
        rf"\b{WHO}\b[^.;@]{{0,110}}?\b{MAY}\b(?P<gap>[^.;]{{0,190}}?)@at\b",
    ),
    Pattern(
        rf"\b{PLAN}(?:'s)?\b[^.;@]{{0,60}}?\b(?:permits?|allows?|accepts?|takes|offers?|provides?(?: for)?|lets|features?|includes?|enables?|gives|supports?|has added|added|introduc\w+|reinstated)\b(?P<gap>[^.;]{{0,150}}?)@at\b",
        "permit", "allow", "accept", "take", "offer", "provide", "let", "feature", "include", "enable", "give", "support", "added", "introduc", "reinstated",
    ),
    Pattern(
        r"@at(?: employee| voluntary)?(?: contributions?| savings?| deferrals?| option| feature)?(?P<gap>[^.;@]{0,25}|,? \(?(?:of|up to|from|between|ranging|limited) [^.;@]{0,70})\b(?:are|is)(?: also| now| currently| generally)? (?:permitted|allowed|allowable|permissible|accepted|available|offered|welcome|possible|open to|an? (?:third,? |additional |new |contribution |separate )*(?:option|choice|feature|way|kind|type|[a-z]+ kind|[a-z]+ type))\b(?! (?:for|to be) (?:in-service |a )?(?:withdraw|conver|distrib|loan))",
        "permitted", "allowed", "allowable", "permissible", "accepted", "available", "offered", "welcome", "possible", "open to", "option", "choice", "feature", "way", "kind", "type",
    ),
    Pattern(
        r"\b(?:two|three|four|five|several|following|both|\d)(?: \w+){0,3} (?:ways|kinds|types|options|sources|categories|choices|methods|buckets|forms|pots)\b(?P<gap>[^.;]{0,110}?)@at\b",
        "ways", "kind", "type", "option", "source", "categor", "choice", "method", "bucket", "form", "pot",
    ),
    Pattern(
        r"\b(?:contribution|savings|deferral) (?:types?|options?|choices|sources)(?: of| are| include|:| available)*(?P<gap>[^.;]{0,80}?)@at\b",
        "type", "option", "choice", "source",
    ),
    Pattern(
        r"\d+(?:\.\d+)?% (?:to|-|through|and) \d+(?:\.\d+)?%(?P<gap>[^.;]{0,110}?)@at\b",
        "%",
    ),
    Pattern(
        rf"\bup to (?:an additional |a maximum of )?\d+(?:\.\d+)?%(?P<gap>[^.;]{{0,90}}?)\b(?:as|on|in|of|through|toward) {AT}",
        "%",
    ),
    Pattern(
        rf"\b(?:new|third|additional) (?:contribution )?(?:option|type|choice|source|feature)[^.;]{{0,20}}:(?P<gap> ?){AT}",
        "new ", "third", "additional",
    ),
    Pattern(
        rf"{AT}[^.;]{{0,140}}?\b(?:allow|let|enable|give|permit)s? you (?:to |the (?:chance|option|opportunity|ability) to )?(?P<gap>)(?:contribute|save|put|set|make|add)",
        "you ",
    ),
    Pattern(
        rf"{AT}(?: ?\([^)]{{0,60}}\))?[^.;@]{{0,14}}?\b(?:may|can) (?:also )?be (?P<gap>)(?:made|elected|contributed|saved)\b(?! (?:only )?(?:by|in) (?:rollover|check))",
        "made", "elected", "contributed", "saved",
    ),
    Pattern(
        rf"(?:^|: |; )(?:make|making|contribute|save|add|put)\b(?P<gap>[^.;]{{0,60}}?){AT}",
        "make", "making", "contribute", "save", "add", "put",
    ),
    Pattern(
        rf"^\W*{AT}(?P<gap>):? (?:(?:of|from|between|up to|maximum|max\.?) )*(?:\d+(?:\.\d+)?%? ?(?:-|to|through|and) ?)?\d+(?:\.\d+)?%(?! vested)",
        "%",
    ),
    Pattern(
        rf"{AT}(?P<gap>) (?:can|may|shall|will) be (?:made )?(?:in any|as much as|as little as|up to|any\w* (?:from|between|up to)|from|between|at (?:any|a) rate|of)\b[^.;%]{{0,40}}\d%",
        "%",
    ),
    Pattern(
        rf"{AT} (?P<gap>)of (?:up to|from|between) [^.;]{{0,20}}\d%",
        "%",
    ),
    Pattern(
        rf"\bfrom electing {AT}(?P<gap>)",
        "electing",
    ),
    Pattern(
        rf"\b(?:savings|contributions?|money|amounts|percentage|it|they)\b[^.;@]{{0,30}}\b(?:can|may|will)(?: also)? (?:go(?: in)?|be (?:made|put(?: in)?|contributed|saved|directed))\b(?P<gap>[^.;@]{{0,25}}(?:@pre\b[^.;@]{{0,20}}@roth\b[^.;@]{{0,20}})?)\b(?:as|in|into|on an?|or) {AT}",
        " go ", "be made", "be put", "be contributed", "be saved", "be directed", "go in",
    ),
    Pattern(
        rf"^\W*{AT}: (?P<gap>)(?:you|participants?|employees?) (?:can|may) (?:elect|choose|contribute|save)\b",
        ":",
    ),
    Pattern(
        r"\bit is possible to (?:make|contribute|save)\b(?P<gap>[^.;@]{0,40}?)@at\b",
        "possible",
    ),
    Pattern(
        rf"^\W*{AT}(?:, (?:which|that) (?:is|are) [^.;:]{{0,40}})?(?P<gap>)(?::| -|\|) [^.;@]{{0,60}}\bup to (?:an additional )?(?:\d+(?:\.\d+)?%|\$\d)",
        "up to",
    ),
    Pattern(
        rf"\bto (?:make|elect|start|begin|set up) {AT}(?P<gap>),? (?:please |simply |just |you (?:must|need to|should|have to) )?(?:log|go|visit|call|choose|complete|use|contact|enter|select|pick)\b",
        "log", "go", "visit", "call", "choose", "complete", "use", "contact", "enter", "select", "pick",
    ),
    Pattern(
        r"(?:^|[:;] )(?:set|choose|pick|select|elect|turn on|switch on|add) (?:a |an |your |the )?@at(?P<gap>) (?:contribution |deduction )?(?:rate|percent\w*|election|amount|option|deductions?)",
        "set ", "choose", "pick", "select", "elect", "turn on", "switch on", "add ",
    ),
    Pattern(
        rf"\b{PLAN}\b has(?: also)? (?:taken|accepted|allowed|permitted|offered|had)(?P<gap>) (?:voluntary )?{AT}",
        " has ",
    ),
    Pattern(
        rf"\b(?:was|were|is|has been|have been) amended\b(?:(?!\b(?:remov|eliminat|delet|discontinu|ceas|end|clos|prohibit|stop)\w*)[^.;@]){{0,50}},? (?:to |by )?(?:add(?:ing)?|permit(?:ting)?|allow(?:ing)?|introduc(?:e|ing)|includ(?:e|ing)|provid(?:e|ing) for|accept(?:ing)?)\b(?P<gap>[^.;@]{{0,45}}){AT}",
        "amended",
    ),
    Pattern(
        rf"{AT}(?P<gap>) (?:began|started|became available|were added|were introduced|have been (?:available|allowed|permitted|offered|accepted) since)\b",
        "began", "started", "became", "added", "introduced", "have been",
    ),
    Pattern(
        rf"^\W*{AT}(?P<gap>) (?:permitted|allowed|accepted|offered)(?:\W*$|;)",
        "permitted", "allowed", "accepted", "offered",
    ),
    Pattern(
        r"\bthe (?:option|opportunity|ability|chance) to (?:make|contribute|elect|save)\b(?P<gap>[^.;]{0,60}?)@at\b",
        "option", "opportunity", "ability", "chance",
    ),
    Pattern(
        rf"{AT}(?P<gap>)[^.;@]{{0,50}}\b(?:was|were|is|are|has been|have been) added (?:to the plan\b|as an? (?:\w+ )?(?:option|source|type|feature))",
        "added",
    ),
    Pattern(
        r"\b(?:participants?|employees?|member|your)(?:'s?)? contributions? (?:may |can )?(?:consist of|include|comprise|are comprised of|be)\b(?P<gap>[^.;]{0,60}?)@at\b",
        "consist", "include", "comprise", " be ",
    ),
    Pattern(
        rf"^\W*(?:\(?[a-z1-9]\) )?(?:to )?(?:permit|allow|add|introduce|adopt)s?(?P<gap> (?:participants to make |participants to contribute |for )?){AT}",
        "permit", "allow", "add", "introduce", "adopt",
    ),
    Pattern(
        r"\bagreement (?:in order to make|to make|providing for)(?P<gap>[^.;]{0,80}?)@at contributions\b",
        "agreement",
    ),
    Pattern(
        r", (?:elect|choose|use|turn on) (?:the |our )?@at(?P<gap>) (?:contribution )?(?:option|feature|source|election)",
        ", ",
    ),
    Pattern(
        r"^\W*@at (?:sources?|contributions?|options?|features?)?(?: ?(?:permitted|allowed|available|offered|accepted))?\W{1,3}yes\b(?P<gap>)",
        "yes",
    ),
    Pattern(
        r"^\W*@at\b(?: ?\([^)]{0,40}\))?[^.;:@]{0,40}:? ?(?:(?:is|are) )?(?:an? )?(?:third|another|separate|extra|additional|additive) (?:bucket|option|source|type|kind|way|pot)(?P<gap>)",
        "third", "another", "separate", "extra", "additional",
    ),
    Pattern(
        r"@at\b[^.;@]{0,60}\b(?:lets?|allows?|enables?) (?:you|participants|employees) (?:to )?(?:keep (?:on )?|continue |go on )(?P<gap>)(?:contribut|sav)",
        "let", "allow", "enable",
    ),
)  # fmt: skip
"""Who may put after-tax money in, or what the plan takes; `gap` is what stands between, and has to be innocent."""
IMPLIED = (
    Pattern(
        r"(?:\byour )?@at(?: employee| voluntary)? (?:contributions?|savings?|deferrals?)(?P<gap>[^.;]{0,40}?)\b(?:are|is|will be|may not exceed|cannot exceed|do not)(?: not| never| also| always)? (?:matched|eligible for[^.;]{0,30}match\w*|excluded from[^.;]{0,30}match\w*|deducted|calculated|withheld|limited to (?:up to |an? (?:\w+ )?maximum of )?[\d$]|subject to (?:the )?(?:acp|annual|plan))"
    ),
    Pattern(r"\b(?:new|incoming|future|ongoing|subsequent) @at (?:contributions?|deposits?|funds|money)(?P<gap>)"),
    Pattern(
        r"\bmatch(?:es|ed)?(?P<gap>) (?:both |all |your )*@(?:pre|roth)(?: \w+){0,2}(?:, | and | or |/)(?:and |or )?@(?:pre|roth)(?: \w+){0,2}(?:,? and |,? or |/|, )@at (?:contributions?|savings|deferrals?)",
        "match",
    ),
    Pattern(
        r"@(?:pre|roth)\b[^.;@]{0,30}@(?:pre|roth)\b[^.;@]{0,30}@at contributions?(?P<gap>)[^.;]{0,70}\b(?:are|is) (?:\w+ ){0,2}(?:some|among|part|one)?(?: of)? ?(?:the|this|your|our) plan's (?:\w+ )?features\b",
        "features",
    ),
    Pattern(
        r"\b(?:your|all) @at contributions(?P<gap>[^.;]{0,80})\bexceed \d|\bcontribute more than \d+% [^.;]{0,30}\bas @at",
        "exceed", "more than",
    ),
    Pattern(
        r"^(?!.*(?:annual addition|employer|company (?:match|contrib)|\b415\b|forfeiture))[^.;]*@at contributions?(?: [^.;@]{0,40})? (?:may|can|shall|will|could) ?not exceed(?P<gap>) [^.;]{0,60}(?:\d%|\$\d)",
        "exceed",
    ),
    Pattern(
        r"\bmatch\w*\b(?![^.;]{0,140}\b(?:exclud|except|other than|not\b(?! (?:in excess|apply|exceed))))(?P<gap>)[^.;]{0,130}@pre[^.;@]{0,25}(?:@roth[^.;@]{0,25})?(?:,|/| and| or| and/or| plus) ?(?:\w+ ){0,2}@at (?:contributions?|savings|deferrals?|basis)",
        "match",
    ),
    Pattern(
        r"\blimited to (?P<gap>)(?:[^.;@%]{0,20} )?\d+(?:\.\d+)?%[^.;@]{0,50}\b(?:for|in|as) @at contributions?|\d%[^.;@%]{0,12}\b(?:can|may) be @at contributions?|\b(?:total|combin\w*|aggregat\w*|sum)\b[^.;]{0,100}@at contributions?\b[^.;]{0,70}\b(?:is|are) limited to [^.;]{0,10}\d",
        "limited to", "can be", "may be",
    ),
    Pattern(
        r"@roth\b[^.;]{0,40}\b(?:allowed|permitted|available|accepted)\b(?P<gap>)[^.;]{0,20}in addition to [^.;]{0,30}@at contributions?",
        "in addition",
    ),
    Pattern(
        rf"\b(?:no|not) more than(?P<gap>) [^.;%]{{0,20}}\d%[^.;]{{0,50}}\b(?:saved|contributed|made|elected|put in|given)\b[^.;]{{0,20}}\bas {AT}",
        "more than",
    ),
    Pattern(
        rf"\b(?:if|unless|when|while) you(?P<gap>) (?:are )?(?:\w+ )?(?:making|make|electing|elect|contributing)\b(?! [^.;]{{0,60}}\b(?:hardship|withdraw))[^.;]{{0,40}}{AT} (?!to another)",
        "if you", "unless you", "when you", "while you",
    ),
    Pattern(
        rf"\b(?:maximum|most|highest)\b[^.;@]{{0,30}}(?:@pre[^.;@]{{0,12}}(?:@roth[^.;@]{{0,12}})?)?{AT}(?P<gap>)[^.;@%]{{0,40}}\b(?:is|are)\b[^.;%]{{0,25}}\d%",
        "maximum", "most", "highest",
    ),
    Pattern(
        r"\byou (?:may|can)\b[^.;@]{0,20}\b(?:increase|decrease|change|stop|resume|restart|vary)\b(?P<gap>)[^.;@]{0,40}\b(?:your )?@at contributions?",
        "you may", "you can",
    ),
    Pattern(
        rf"\blimit of \$\d(?P<gap>)[^.;]{{0,50}}\b(?:for|on) {AT}|@at (?:contributions? |savings )?(?:are|is|come) (?:taken|out) (?:from|of|out)\b",
        "limit of", "taken", " out",
    ),
    Pattern(
        r"@at (?:contributions? |savings )?(?:are|is) (?:capped at|subject to an? (?:\w+ )?(?:maximum|limit|cap|ceiling) of)(?P<gap>) (?:\d|\$\d)|@at (?:contribution |savings )?(?:limit|maximum|cap) (?:is|of) (?:\d|\$\d)",
        "capped", "subject to", "limit ", "maximum ", "cap ",
    ),
    Pattern(
        rf"\b(?:does not )?match {AT}(?P<gap>)|\bmatch(?:es|ing)?\b[^.;]{{0,60}}\b(?:on|of) (?:[^.;]{{0,40}}, )?{AT}",
        "match",
    ),
)  # fmt: skip
"""What could not be said of contributions that nobody makes."""
