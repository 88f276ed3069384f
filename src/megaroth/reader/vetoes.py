"""Words that leave a permission unresolved: a denial, a condition, what is past or only told, other plans, a part of one.

Whether they bear on the claim beside which they stand, `gate` and `neighbors` see.
"""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

DENIED = Pattern(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|cannot|isn't|aren't|nowhere|hardly|without|refus\w+|den(?:y|ied|ies)|prohibit\w*|forbid\w*|wrong|mistaken\w*|untrue|myth)\b"
)
CONDITION = Pattern(
    r"\b(?:if|unless|provided(?: that|,)? (?:that|the|you|your|it|they|an?|all|there|such|at least)\b|providing|assuming|as long as|so long as|on condition|to the extent|subject to (?:the )?(?:approval|consent|adoption|a vote)|except|in case of|in the event|in an emergency|in which (?:you|they|he|she)|only|solely|exclusively|consents?|approval)\b"
    r"|\b(?:once|when|after|upon|until|whenever) (?:the|our|your|an?(?! (?:calendar |plan )?(?:day|week|month|quarter|year))|we|it|they|this|all|you|reach\w*|attain\w*|age)\b",
    "after ", "approval", "assuming", "consent", "except", "exclusively", "if", "in an emergency", "in case of", "in which",
    "long as", "on condition", "once ", "only", "provid", "solely", "subject to a", "the", "unless", "until ", "upon ", "when",
)  # fmt: skip
BYGONE = Pattern(
    r"\bonce (?:permitted|allowed|accepted|offered|took|let|provided)\b|\bused to (?:be|allow|permit|offer|accept|have|make|let|take|give|contribute|convert|withdraw|save)\b|\bformerly\b|\bpreviously\b|\bin the past\b|\bin those (?:days|years)\b|\bin the years\b|\bat (?:one|that) time\b(?! each)|\b(?:until|through|before|prior to|up to|ending before|ended) (?:\w+ ){0,3}(?:19|20)[012]\d\b|\bwere (?:once )?(?:able|allowed|permitted|accepted)\b|\bcould\b|\bhad (?:been )?(?:made|allowed|permitted)\b|\bhistor\w+|\bgrandfathered\b|\bwere (?:part|made|offered|available)\b|\b(?:closed|ended|expired|discontinued|removed|eliminated|frozen) (?:in|on|as of|at|after|since|by)\b|\b(?:ends?|stops?|ceases?) (?:with|on|in|at|after|as of|effective|when|once)\b|\b(?:comes?|came) to an end\b|\bzero\b(?! (?:to|percent|through)\b)|\b0% to 0%|\b(?:former|old|predecessor) (?:[\w'&-]+ ){1,5}plans? (?:had )?(?:permitted|allowed|let|provided|offered)\b",
    "once ", "0% to 0%", "190", "191", "192", "200", "201", "202", "at one time", "at that time", "cease", "closed", "could",
    "discontinued", "eliminated", "end", "expired", "former ", "formerly", "old ", "predecessor", "frozen", "had", "histor", "in those", "previously", "removed",
    "stop", "the", "used to", "were", "zero",
)  # fmt: skip
TOLD = Pattern(
    r"\b(?:might|would|should be able|may be able|could)\b|\bpropos\w+|\brecommend\w*|\bsuggest\w*|\bsurvey\b|\bconsider(?:s|ed|ing)?\b(?! (?:as|to be|a|an|pay|earnings|compensation|wages|salary)\b)|\bdiscuss\w*\b(?! (?:below|above|in|under|further|herein|later|earlier|on|at)\b)|\bdebat\w+|\b(?:described|explained|presented|tabled|outlined|noted) (?!in|by|on|above|below|under|herein|hereunder)|\bvoted?\b|\bmotion\b|\bdraft\b|\blooking into\b|\bstud(?:y|ying|ied)\b|\bexplor\w+|\brumou?r\w*|(?<!and )(?<!or )\b(?:says?|said|told|claims?|believes?|thinks?|hopes?|wish(?:ed)?|asked|asks) (?:that|you|us|me|they|we|to|for)\b"
    r"|\bhop(?:e|es|ed|ing) (?:that|to)\b|\bsuppos(?:e|ing)\b|\bimagin\w+|\bhypothetical\w*|\bpretend\b|\b(?:may|can) (?:one|some) ?day\b|\b(?:we|union|members|committee|many|some|people|they|employees|participants?)(?: of (?:you|us|our \w+))? (?:have |has |had |also |again )*(?:asked|requested|petitioned|pushed|pressed|demanded|lobbied|fought)\b[^.;@]{0,50}\b(?:for|that (?:we|the (?:plan|company|committee))|to (?:add|offer|allow|permit|introduce|adopt|consider|have))\b|\b(?:said|stated|reported|wrote|announced|printed|told you) (?:that )?(?:the|our|you|in)\b|\b(?:is|are|were|was|been|keep) asking\b|\bexamples?\b|(?<!you choose )(?<!may choose )(?<!can choose )(?<!you decide )(?<!may elect )(?<!can elect )(?<!you elect )\bwhether (?!or not|(?!to |the plan|the company|we )[^.;]{0,30}@pre[^.;]{0,30}@)|\bmeans that (?:you|participants)\b",
    "asked ", "asking", "asks ", "be able", "believe", "claim", "consider", "could", "debat", "described ", "discuss", "draft",
    "example", "explained ", "explor", "hope", "hoping to", "hypothetical", "imagin", "looking into", "might", "motion", "noted ",
    "one", "outlined ", "presented ", "pretend", "propos", "recommend", "rumor", "rumour", "said ", "say", "some", "studied",
    "study", "suggest", "suppos", "survey", "tabled ", "that", "think", "told ", "vote", "whether ", "wish", "would", "asked", "requested", "petitioned", "pushed", "pressed",
    "demanded", "lobbied", "fought", "stated", "reported", "wrote", "announced", "printed",
)  # fmt: skip
ELSEWHERE = Pattern(
    r"^\W*competitors?\b|\b(?:competitors?|some|many|most|certain|other|another|at (?:some|many|other)) (?:[a-z]+ )?(?:firms?|plans?|employers?|companies|company|sponsors?|recordkeepers?|universit\w+|providers?)\b|\b(?:old|last|former|previous|prior|predecessor|parent|sister|acquired|merged|acquiring|new)(?: company)?(?:'s)? (?:job|employers?|company|companies|plans?|firm)(?:'s)?\b|\b(?:old|former|previous|prior|predecessor|legacy|acquired) (?:[a-z&.-]+ ){1,2}?(?:(?:savings|thrift|retirement|401k|investment) )*plan\b(?! (?:year|document|limit))|\b(?:parent|sister) compan\w+|\bvendor(?:'s)?\b|\bthe system (?:can|is able)|\bsystem (?:can|is able to|allows)\b"
    r"|\bunlike (?:our|us|the|this|most|many|other)\b|\bin contrast to\b|(?<=[a-z,;] )whereas\b|^\W*(?:she|he)\b|\b(?:platform|system|software|recordkeeping service)\b(?: \w+)? (?:supports?|offers?|can|allows?|handles?)\b|\bwhose (?:plan|employer)\b|\bnotice (?:20)?\d\d-\d+ (?:lets|allows|permits)|\b(?:spouse|partner|friend|wife|husband|someone|competitor|neighbou?r)'s\b|\bnon-?qualified\b|\b(?:irs|laws?|code|regulations?|congress|secure [a-z\d.]+(?: act)?|legislation) (?:now |also |has |have )*(?:allow(?:s|ed)?|permit(?:s|ted)?|lets?|enables?|made it)\b|\b(?:irs|law|federal|tax|government)(?: tax)? (?:rules?|laws?|regulations?) (?:allow|permit|let)|\b(?:allow|permit|let|enable)(?:s|ed)? (?:a|any|401k|employer|retirement|qualified)? ?(?:plans?|employers?|sponsors?) (?:to|which|that)\b",
    "acquir", "certain ", "competitor", "former", "legacy", "friend's", "he", "husband's", "in contrast to", "last", "many ", "merged",
    "most ", "neighbo", "new", "notice ", "rule", "old", "law", "irs", "code", "regulation", "congress", "secure", "legislation", "plans", " plan ", "employers", "sponsor", "parent", "partner's", "platform", "predecessor", "previous", "prior", "qualified",
    "recordkeeping service", "rules", "sister", "software", "some", "spouse's", "system", "unlike", "vendor", "whose", "wife's",
)  # fmt: skip
PART = Pattern(
    r"(?<!in )(?<!see )(?<!under )(?<!described in )\b(?:Program|Division|Group|Tier|Category|Schedule|Appendix|Component|Option|Location|Plan|Part|Benefit Structure) (?:[A-HJ-Z]|[1-9]|I{1,3}|IV)\b(?! [Yy]ear)|\b(?:Under|under|In|in) (?:Program|Division|Group|Tier|Category|Component|Option|Plan|Part) (?:[A-HJ-Z]|[1-9]|I{1,3}|IV)\b|\blocations? (?:listed|named|shown|that)\b|\b(?:Coastal|Northern|Southern|Eastern|Western|Central|Midwest|Atlantic|Pacific) (?:Division|Region|Plant)\b|\b(?:plant|division|subsidiary|mill|refinery|shipyard|mine|site) (?:employees|participants|workers)\b|\bLocal \d+\b",
    "Appendix ", "Benefit Structure ", "Category ", "Component ", "Division", "Group ", "Local ", "Location ", "Option ", "Part ",
    "Plan", "Program ", "Region", "Schedule ", "Tier ", "employees", "location", "participants", "workers",
)  # fmt: skip
ON_ANOTHER = Pattern(
    r"\bmatch\w*|\bloans?\b|\bvest\w*|\bcatch-?up\b|\bhardship|\bdeductible\b|\btax-free\b|\bmedical\b|\binvest\w*|\brollovers?\b|\bleave of absence\b|\bapply to (?:your )?(?:@pre|@roth)|\bhighly compensated\b|\bhces?\b|\bearnings\b|\b(?:not so|not (?:hold|apply|go|true)|different) (?:for|to|of) (?:your |the )?(?:@pre|@roth|deferrals?|company|employer|other)\b"
)
BAD_HEAD = Pattern(
    r"\bplanned\b|\bminutes of\b|\bagenda\b|\bnegotiation|\bbargaining (?:update|proposal)|\bcase study\b|\barchives?\b|\bcoming\b|\bnext year\b|\bdraft\b|\bpropos\w+|\bhypothetical\b|\bexamples?\b|\billustrat\w+|\b(?:other|some|most) (?:employers?|companies|plans|firms)\b|\bnot (?:adopt\w*|approved|in effect)\b|\bdid not\b(?![^?]*\?)|\bwish list\b|\bcompetitor\w*|\bformer (?:\w+ ){0,2}(?:plan|participants|employees)\b|\bprior (?:\w+ )?plan\b|\bpredecessor\b|\bgrandfathered\b|\bhistory\b|\bsurvey\b|\bunder consideration\b|\bfuture (?:changes|plans|enhance\w+)\b|\bideas\b|\brejected\b|\bcomes? to an end\b|\bending\b|\bglossary of general\b|\bhow (?:it|the mega\S*|@mega) works (?:elsewhere|in general)|\bfrozen\b|\bnon-?qualified\b|\bother plans?\b"
)
