"""The last look at a claim of which money hangs: what its sentence, its heading and its neighbours leave unresolved takes it back.

A permission is believed if nothing in its sentence denies, conditions, dates, narrows, reports or compares, once the turns of
phrase are taken out that are known to do no harm. So a word nobody thought of costs an answer, and not the truth.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from megaroth.reader import boxes
from megaroth.reader.amended import takes_out
from megaroth.reader.clauses import own_clause, own_items, without_rollovers
from megaroth.reader.come_out import nearest
from megaroth.reader.context import Document
from megaroth.reader.conversion_words import without_its_turns
from megaroth.reader.harmless import without_harmless
from megaroth.reader.out_words import plain_out
from megaroth.reader.pattern import Pattern
from megaroth.reader.taken import BUT_OLD
from megaroth.reader.units import Claim, Unit
from megaroth.reader.when import SINCE, iso
from megaroth.reader.whose import NAMED, names_another, own_names
from megaroth.reader.words import plain

CRITICAL = ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal")
DENIED = Pattern(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|cannot|isn't|aren't|nowhere|hardly|without|refus\w+|den(?:y|ied|ies)|prohibit\w*|forbid\w*|wrong|mistaken\w*|untrue|myth)\b"
)
CONDITION = Pattern(
    r"\b(?:if|unless|provided(?: that|,)? (?:that|the|you|your|it|they|an?|all|there|such|at least)\b|providing|assuming|as long as|so long as|on condition|to the extent|subject to (?:the )?(?:approval|consent|adoption|a vote)|except|in case of|in the event|in an emergency|in which (?:you|they|he|she)|only|solely|exclusively|consents?|approval)\b"
    r"|\b(?:once|when|after|upon|until|whenever) (?:the|our|your|an?(?! (?:calendar |plan )?(?:day|week|month|quarter|year))|we|it|they|this|all|you|reach\w*|attain\w*|age)\b",
    "after ", "approval", "assuming", "consent", "except", "exclusively", "if", "in an emergency", "in case of", "in which",
    "long as", "on condition", "once ", "only", "provid", "solely", "subject to a", "the", "unless", "until ", "upon ", "when",
)  # fmt: skip
TO_COME = Pattern(
    r"\b(?:next|coming|following) (?:year|month|spring|summer|fall|autumn|winter|quarter|january|february|march|april|may(?! (?:be|also|not|only|withdraw|elect|convert|contribute|make|take|have|request|apply)\b)|june|july|august|september|october|november|december)\b|\blater (?:this|in the) year\b|(?<!as )\bsoon\b|\bupcoming\b|\bforthcoming\b|\bin (?:the )?future\b"
    r"|\b(?:committee|board|company|employer|trustees?|we) (?:intends?|hopes?|plans?|expects?|wants?)\b"
    r"|\bwill (?:soon |then |also )?(?:be able|begin|start|introduce|add|become)\b|\b(?:(?<!the )(?<!our )(?<!your )(?<!this )plans?|expect\w*|intend\w*|hopes?|aims?) to (?:add|offer|allow|permit|introduce|adopt|implement)\b|\b(?:is|are|was|were) (?:planned|expected|scheduled|slated)\b|\bnot yet\b",
    "coming", "expected", "following", "in future", "in the", "later this year", "next", "not yet", "planned", "scheduled",
    "slated", "soon", "intend", "hope", "plan", "expect", "want", " to add", " to adopt", " to allow", " to implement", " to introduce", " to offer", " to permit", "will",
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
_MAY = r"(?:may|can|could|might|are (?:also )?(?:eligible|permitted|allowed|entitled|able)|will be able|have the (?:option|right|opportunity))"
_PEOPLE = r"(?:employees?|participants?|members?|associates?|individuals?|colleagues?|team members?|workers?|staff|people|persons?)"
_SUBJECT = Pattern(
    rf"(?:^|[.;:,] |\band |\bor |\bthat )(?P<adj>(?:[\w/'&-]+ ){{0,5}}?){_PEOPLE}\b(?P<rest>[^.;:]{{0,120}}?)\b{_MAY}\b",
    "associate", "colleague", "employee", "individual", "member", "participant", "people", "person", "staff", "worker",
)  # fmt: skip
_ANYBODY = Pattern(
    r"^(?:all|any|each|every|substantially|an|a|the|our|your|eligible|active|other|such|these|those|plan|participating|enrolled|covered|current|regular|full-time|benefits-eligible|benefit-eligible|both|and|or|also|401k|as|so|that|most|new|newly|in|addition|additionally|further|now|currently|then|generally|no|individual|company|employed|employee|member|participant|associate|team|general|you|hourly|salaried|partners|partner|\-)$"
)
_SO_DESCRIBED = Pattern(
    r"^(?: (?:rollovers?|elective|voluntary|@\w+|contributions?|accounts?|savings|deferrals?)\b[^.;]*|\W*)(?:(?:shall|will|also) ?)?(?:\((?!program|division|group|part|class)[^)]*\)\W*)?(?:of the (?:(?:[\w&'-]+ ){0,5}plan|company|employer|corporation|firm|bank|university)|in (?:the|this|our) (?:plan|401k)(?: plan)?|in (?:the )?(?:active )?(?:service|employment|employ)(?: of (?:the|an?) (?:company|employer|firm))?|at any time|at the company|also|then|now|currently|generally|themselves|covered by this agreement|employees?|participating in (?:the|this|our) plan|who ~(?: \w+){0,6}|alike|(?:still|currently|actively) employed|who (?:is|are) (?:an? )?(?:active |eligible |current )*(?:employees?|participants?)|aged? \d\d (?:or|and) (?:older|over|above)|over age \d\d|at least (?:age )?(?:18|21)[^,]{0,20}|(?:who|that)(?: are| is| have| has)? (?:eligible|entitled|(?:still |currently |actively )*employed|elect|wish|want|choose|contribut\w+|make|makes|participate|enrol\w*|reach\w*|hit|max\w*|met|meet|satisf\w+|desire|would like|save)[^.;]*|working [^.;]*|while (?:employed|working|still)[^.;]*|and (?:their|his)[^.;]*)?(?:, [^.;]{0,60},)?\W*$"
)
_ADVERBIAL = Pattern(r"^(?:while|upon|after|once|by|on|if|when|under|for|each|every)\b")
_OF_MONEY = Pattern(r"\b(?:of|from|withdrawals?|distributions?|contributions?|conversions?|accounts?)\b")
_NOUN = Pattern(rf"(?:^|[.;:,] )(?:[\w'-]+ ){{0,4}}?(?P<noun>[a-z]{{3,}}s) (?:also |then |now )?{_MAY}\b")
_NOUNS = Pattern(
    r"^(?:employees|participants|members|associates|individuals|colleagues|workers|persons|partners|contributions|amounts|funds|accounts|earnings|conversions|withdrawals|dollars|deferrals|savings|balances|distributions|limits|transfers|rollovers|elections|sources|this|plans|monies|proceeds|subaccounts|assets|others|requests|payments|basis|plus|tax-deferrals|teammates|savers|contributors|deductions|elections|percentages|rates|savings|choices|withholdings)$"
)
_AGENT = Pattern(
    r"\b(?:by|for|of) (?:an? |the |your |any |all )?(?:\w+ )?(?:beneficiar\w+|alternate payees?|spouses?|retirees?|(?:terminated|former|retired|inactive|laid-off|grandfathered|certain|some) (?:participants?|employees?|members?))\b"
    r"|\bpartners?(?:/principals?)? who are age\b|\b(?:allows?|permits?|lets) (?:all |any )?(?:participants?|employees?) who are (?:age|over|under|at least)\b|\b(?:to|for|by) (?:all |any |only )?(?:the )?(?:employees?|participants?|members?|associates?|individuals?|those|persons?|anyone|partners?(?:/principals?)?|principals?|shareholders?) (?:who|that) (?:(?:have|has|had) (?:reached|attained|completed|been|retired|left|terminated|separated|not)|(?:are|is) (?:age|aged|over|at least|retired|no longer|not|under)|were|was|retire|terminate|leave|work (?:at|in|for))\b"
    r"|\b(?:covered|listed|named|employed) (?:under|in|by) (?:appendix|schedule|exhibit|the (?:agreement|contract) with)\b",
    "alternate payee", "appendix", "beneficiar", "employee", "exhibit", "member", "participant", "retiree", "schedule", "spouse",
    "that", "the", "who",
)  # fmt: skip
_OF_WITHDRAWALS = Pattern(
    r"\b(?:withdrawals?|distributions?|loans?)(?: \w+){0,4} (?:for|to|by) (?:active )?(?:participants?|employees?|members?) who (?:have|are|has|is) (?:attained|reached|at least|over|age)\b[^.;,]{0,30}",
    "withdrawal", "distribution", "loan",
)  # fmt: skip
_WHO_HAVE_SOME = Pattern(
    r"(?<=s )(?:having|holding) (?:(?:an?|any|such|old|existing|prior|remaining) )*@(?:at|amb)(?: \w+)? (?:accounts?|balances?|contributions?|money|sources?)(?= (?:may|can)\b)|\b(?:who|that) (?:has|have) (?:an? |any |some )?(?:balances?|amounts?|money) in (?:the |an? |his |her |his or her |their )?@at accounts?|\bwith (?:(?:an?|any|such|old|existing|prior|remaining) )*@at(?: (?:or|and) \w+)? (?:accounts?|balances?|contributions?|money|sources?)(?= (?:may|can)\b)|\b(?:who|that) (?:has|have) not (?:yet )?(?:had|incurred|experienced) (?:an? )?(?:severance|separation|termination)(?: (?:of|from) (?:employment|service))?|\bif you(?:'ve got|'ve| still have| have| had| hold)(?: got)?(?: a balance in)?(?: such| an?| any| some| existing| old)* (?:@at(?: (?:accounts?|balances?|contributions?|money|savings|sources?))*|(?<=such an )account|(?<=such a )balance)(?: (?:from|before|made)[^,.;]{0,40})?,?|\b(?:who|that) (?:has made|have made|made|has|have|hold|holds|had) (?:an? |any |some |existing )*@at(?: (?:accounts?|balances?|contributions?|money|savings|sources?))+(?: in (?:the plan|(?:their|his or her) accounts?))?",
    "@at", "@amb", "such a", "has not", "have not",
)  # fmt: skip
"""Who has none has nothing to take out or convert."""
_OF_OTHER_ACCOUNTS = Pattern(
    r",? \(?\b(?:except|other than|excluding|but not)(?: for)? (?:(?:the|your|any|safe harbor|qualified|company|employer) )*(?:@pre|match\w*|employer|company|rollovers?|nonelective|profit[- ]sharing|@roth|qnec|money purchase|pension|deferrals?)\b(?: (?:contributions?|accounts?|money|sources?|match\w*|balances?))*\)?",
    "except", "other than", "excluding", "but not",
)  # fmt: skip
"""`Any vested account except the match account`: what is left out is other money."""
_TO_CORRECT = Pattern(
    r"\bexcess (?:deferrals?|contributions?|elective)|\brecharacteri[sz]",
    "excess", "recharacteri",
)  # fmt: skip
_PURPOSE = Pattern(
    r"\bto (?:pay(?! (?:the |any |no |income )*tax)|buy|purchase|cover|fund|meet|prevent|repair|correct)\b|\bfor (?:the |a |an |your )*(?:purchase|education|college|tuition|medical|home|emergenc\w+|first|costs?|expenses)\b",
    "college", "cost", "education", "emergenc", "expenses", "first", "home", "medical", "purchase", "to buy", "to correct",
    "to cover", "to fund", "to meet", "to pay", "to prevent", "to repair", "tuition",
)  # fmt: skip
_ANY_PURPOSE = Pattern(r"\b(?:any|whatever) (?:reason|purpose)\b|\bat any ?time\b")
_STATE = r"(?:available|offered|adopted|approved|effective|in (?:effect|force|place|use)|implemented|live|bought|purchased|signed (?:up|on)?|elected|applied|apply|applies|put into effect|have (?:that|this|it|them)|permitted|allowed|accepted|offer(?: (?:that|this|it))?|active|activated|turned on|up and running|ready|open|carry|pass|final)"
_BACK = Pattern(
    rf"^\W*(?:it|they|that|this|we|ours?)(?: \w+)? (?:is|are|does|do|did|was) not\W*$|\b(?:not|never|isn't|aren't|doesn't|don't|didn't)\b[^.;]{{0,30}}?\b{_STATE}\b|\bnot (?:yet|in our|here|at|so)\b|\bno longer\b|\bany ?(?:more|longer)\b|\bnone (?:are|is|were|has|have)\b"
    r"|\b(?:withdrawn|rescinded|repealed|revoked|closed|ended|removed|discontinued|eliminated|suspended|frozen|dropped|deleted|cancell?ed|rejected|expired|lapsed|stopped|terminated) (?:(?:in|on|as of|at|the|by|since|effective|with|again|it)\b|\d)|\b(?:closed|ended|expired|lapsed|removed|discontinued|eliminated|dropped|rejected|rescinded|repealed)\W*$|\b(?:voted|turned) down\b|\bhas since (?:been )?\w+"
    r"|\b(?:appl(?:y|ies)|extends?|(?:is|are) (?:limited|open|restricted|reserved)|available|offered|holds?)(?: \w+)? only\b|\b(?:is|are) only (?:for|open|available)\b|\bonly (?:for|to|in|at|if|after|when|applies|with|members|employees|participants|those)\b|\bonly\W*$|\bappl(?:y|ies) (?:solely|exclusively)\b|\b(?:is|are) for (?:\w+ ){0,3}(?:employees|members|participants) (?:of|in|at|who|covered|represented)"
    r"|\bappl(?:y|ies) to (?:program|part|plan|group|division|employees of|members of|participants (?:in|of) (?:the )?(?:program|division))"
)
_ANAPHORA = Pattern(
    r"^\W*(?:[a-z]+'s note[^:.]{0,12}[:.] |(?:update|correction)[^:.]{0,14}[:.] |however,? |but |sorry,? |unfortunately,? |note(?: that)?:? |please note(?: that)?:? |remember,? |yet |still,? )*(?:this|that|these|those|such|it|they|we|our (?:plan|company|employer)|none|not|only|sorry|until|from|the (?:(?:above|foregoing|new|automatic|conversion|after-tax|@at|committee's|company's) )*(?:feature|option|provision|service|paragraph|section|change|program|committee|board|amendment|rules?|motion|resolution|proposal|company|employer|plan|benefit|opportunity|privilege|facility|preceding \w+)|no (?:such )?@at|implementation|adoption)\b"
)
_CONTRAST = Pattern(
    r"^\W*(?:however|but|sorry|unfortunately|yet|not)\b",
    "but", "however", "not", "sorry", "unfortunately", "yet",
)  # fmt: skip
_ON_ANOTHER = Pattern(
    r"\bmatch\w*|\bloans?\b|\bvest\w*|\bcatch-?up\b|\bhardship|\bdeductible\b|\btax-free\b|\bmedical\b|\binvest\w*|\brollovers?\b|\bleave of absence\b|\bapply to (?:your )?(?:@pre|@roth)|\bhighly compensated\b|\bhces?\b|\bearnings\b|\b(?:not so|not (?:hold|apply|go|true)|different) (?:for|to|of) (?:your |the )?(?:@pre|@roth|deferrals?|company|employer|other)\b"
)
_ON_ROTH = Pattern(r"^(?!.*(?:@at|conver)).*@roth(?: 401k| elective)?(?: contributions?| deferrals?)\b", "@roth")
_STARTS = Pattern(
    r"\b(?:take effect|takes effect|effective|begins?|starts?|starting|beginning|available|launch\w*|opens?|go(?:es)? live|from|as of|on)\b(?! (?:page|the limit))"
)
_OPENS = (
    Pattern(
        r"\b(?:following|below|here is|here's|like this|differently|different|these|three|two|several|the next|as follows|this (?:section|part|chapter|page))\b",
        "below",
        "different",
        "follow",
        "here",
        "several",
        "the",
        "this",
        "three",
        "two",
    ),
    Pattern(
        r"\bwill (?:be|have|apply|begin|start|offer|change|add|permit|allow|take effect|open)\b|\b(?:begins?|starts?|takes? effect|apply|applies)\b",
        "applies",
        "apply",
        "begin",
        "effect",
        "start",
        "will",
    ),
)
_BAD_HEAD = Pattern(
    r"\bplanned\b|\bminutes of\b|\bagenda\b|\bnegotiation|\bbargaining (?:update|proposal)|\bcase study\b|\barchives?\b|\bcoming\b|\bnext year\b|\bdraft\b|\bpropos\w+|\bhypothetical\b|\bexamples?\b|\billustrat\w+|\b(?:other|some|most) (?:employers?|companies|plans|firms)\b|\bnot (?:adopt\w*|approved|in effect)\b|\bdid not\b(?![^?]*\?)|\bwish list\b|\bcompetitor\w*|\bformer (?:\w+ ){0,2}(?:plan|participants|employees)\b|\bprior (?:\w+ )?plan\b|\bpredecessor\b|\bgrandfathered\b|\bhistory\b|\bsurvey\b|\bunder consideration\b|\bfuture (?:changes|plans|enhance\w+)\b|\bideas\b|\brejected\b|\bcomes? to an end\b|\bending\b|\bglossary of general\b|\bhow (?:it|the mega\S*|@mega) works (?:elsewhere|in general)|\bfrozen\b|\bnon-?qualified\b|\bother plans?\b"
)
_OF_THE_WHOLE = Pattern(
    r"\bdraft\b|\bminutes of\b|\bpropos(?:al|ed)\b|\bcase study\b|\barchives?\b|\bhypothetical\b|\bnon-?qualified\b|\bagenda\b|\bformer \w+ (?:plan|participants)\b"
)
_FIRST = re.compile(r"(?:19|20)\d\d")


def firm(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims without those on a critical field that something beside them takes back; each of those becomes a remark."""
    places: dict[int, int] = {}
    kept = []
    by_itself_if = False
    for claim in claims:
        if claim.field in CRITICAL:
            if not places:
                places = {id(unit): place for place, unit in enumerate(document.units)}
                known = own_names(document.units)
            if why := _doubt(document, claim, places, known):
                document.doubts.append(
                    f"Page {claim.unit.page} may speak of {claim.field.replace('_', ' ')}, but {why}: “{claim.unit.raw[:200]}”. Ask."
                )
                by_itself_if |= claim.value == "automatic" and why in (_IF, _REPORTS)
                continue
        kept.append(claim)
    if by_itself_if:
        # Where it may be had to go by itself, `on request` would be the wrong way to plan.
        return [claim for claim in kept if (claim.field, claim.value) != ("in_plan_conversion", "on-request")]
    return kept


_IF = "the sentence holds a condition"
_REPORTS = "the sentence may report and not say"


def _doubt(document: Document, claim: Claim, places: dict[int, int], known: frozenset[str]) -> str:
    unit = claim.unit
    permits = claim.value not in ("no", "frozen")
    if why := _in_the_sentence(document, claim, permits, known):
        return why
    head = document.heads[unit.heads[0]] if unit.heads else ""
    head = "" if head.startswith("whereas") else head
    if any(_OF_THE_WHOLE.search(document.heads[each]) for each in unit.heads[1:]):
        return "it may be part of a draft, a report or a story"
    ours = not permits and _OURS_DOES_NOT.search(unit.norm)
    if claim.field != "after_tax_allowed" and "@at" in head and _OF_OLD_MONEY.search(head):
        head = ""
    if head and not ours and (_BAD_HEAD.search(head) or ELSEWHERE.search(head) or names_another(unit.heads[0], known)):
        return "its heading may speak of something else"
    place = places.get(id(unit))
    if place is None or unit.cell is not None:
        return ""
    if permits and _taken_back(document, unit, place, claim):
        return "what follows takes it back or narrows it"
    if _framed(document, unit, place, known):
        return "what stands before it speaks of another time, plan or group"
    return ""


def _in_the_sentence(document: Document, claim: Claim, permits: bool, known: frozenset[str]) -> str:
    unit = claim.unit
    own = (
        unit.norm
        if unit.answer_to
        else nearest(own_clause(plain_out(unit.norm)))
        if claim.field == "in_service_withdrawal"
        else own_items(unit.norm)
    )
    if claim.field != "after_tax_allowed":
        own = _OF_OTHER_ACCOUNTS.sub(" ", _WHO_HAVE_SOME.sub("who ~", own))
    text = without_harmless(own)
    if unit.answer_to:
        text = re.sub(r"^(?:yes|no)\b", " ", text)
    if claim.field == "after_tax_allowed":
        text = _OF_WITHDRAWALS.sub(" ", without_rollovers(text))
    if unit.answer_to and not permits and _NO_BY_ITSELF.match(own):
        return ""
    if not permits:
        text = BUT_OLD.sub(" ", _CONCEDED.sub("", text))
    if ELSEWHERE.search(text):
        return "the sentence may speak of another plan"
    if names_another(unit.raw, known):
        return "the sentence names another plan or employer"
    if unit.ticked or boxes.choice(unit.raw):
        return ""
    if not unit.scope and (PART.search(unit.raw) or _some_people(text)):
        return "the sentence may be for a part of the people only"
    if TO_COME.search(_WILL.sub(" ", text) if has_come(document, unit) else text) or _later(document, unit):
        return "the sentence may speak of a time to come"
    if not permits:
        return ""
    if claim.field == "after_tax_allowed" and _TO_CORRECT.search(text):
        return "the sentence may speak of a correction"
    if claim.field == "in_plan_conversion" and "59.5" in text and not unit.answer_to:
        text = _without_the_aged(text)
    if claim.field == "in_plan_conversion" and "59.5" in text and not unit.answer_to:
        return "the sentence names an age"
    if claim.field == "in_service_withdrawal" and _ENDED_BESIDE.search(unit.norm):
        return "the sentence may speak of the past"
    if claim.field == "in_service_withdrawal" and _OTHER_POT.match(unit.raw.lower()):
        return "the sentence may speak of another account than that of the plan"
    if claim.field == "in_service_withdrawal" and _PURPOSE.search(text) and not _ANY_PURPOSE.search(text):
        return "the sentence names a purpose"
    if claim.field == "in_plan_conversion":
        text = without_its_turns(text, str(claim.value))
    if TOLD.search(text):
        return _REPORTS
    if BYGONE.search(text):
        return "the sentence may speak of the past"
    if _ONLY_THEY.search(text):
        return "the sentence may be for a part of the people only"
    if claim.strength == 1:
        return ""  # what is implied follows from a sentence on something else, with conditions of its own
    if DENIED.search(text):
        return "the sentence holds a denial"
    if CONDITION.search(text):
        return _IF
    return ""


_CONCEDED = Pattern(
    r"^(?:although|though|while|even though) [^,;.]{0,60}, (?=(?:our|this|the) (?:\w+ )?(?:plan|401k)\b)",
    "though",
    "while",
)
"""`Although the law allows it, our plan does not`."""
_ENDED_BESIDE = Pattern(
    r"\bwas (?:once |formerly )?(?:an? |part of )?(?:feature|provision|option|right|possible)\b|\b(?:removes|deletes|strikes|repeals) (?:section|article|the (?:section|provision|paragraph)|paragraph|subsection)\b|^(?!.*(?:limit|restrict|suspen|penalt|fee|minimum)).*\b(?:is|are) (?:hereby )?(?:deleted|repealed)\b|; [^;]*\b(?:no such|no longer|has since|not any ?more|not carried over)\b|\b(?:withdrawals?|distributions?)\b(?:(?!limit|restrict|suspen|penalt|fee|minimum|rule)[^.;]){0,70}\b(?:is|are|was|were|been) (?:now )?(?:discontinued|eliminated|abolished)\b|\b(?:option|feature|provision|right|opportunity|privilege|choice)\b[^.;()]{0,25}\b(?:ended|expired|ceased|closed|lapsed)\b",
    "was ", "removes", "deletes", "strikes", "repeals", "deleted", "repealed", "no such", "no longer", "has since", "any more", "anymore", "carried over", "discontinued", "eliminated", "abolished", "ended", "expired", "ceased", "closed", "lapsed",
)  # fmt: skip
"""`The old plan let you withdraw it; the current one has no such provision.`"""
_OTHER_POT = Pattern(
    r"^\W*(?:(?:the|your|an?|our|any|in|under|from|with) )*(?:health savings|hsas?\b|flexible spending|fsas?\b|529|(?:roth |traditional )?iras?\b|college|able accounts?|(?:self-directed )?brokerage|stock purchase|espp)",
    "health savings", "hsa", "flexible spending", "fsa", "529", "ira", "college", "able account", "brokerage", "stock purchase", "espp",
)  # fmt: skip
_ONLY_THEY = Pattern(r"\b(?:employees|participants|members|associates|staff|hires)(?: \w+)? only\b", " only")
"""`(Davis-Bacon employees only)`."""
_OF_OLD_MONEY = Pattern(r"\b(?:prior|predecessor|former) (?:\w+ )?plans?\b|\bgrandfathered\b", "plan", "grandfathered")
"""`After-tax accounts (prior plan)`: money of old that is here now, and is converted or taken out from here."""
_OURS_DOES_NOT = Pattern(
    r"^\W*(?:but |however,? |unfortunately,? )?(?:ours|we|(?:the|our|this) [^.;,]{0,40}(?:plan|401k|program|company|employer)) (?:(?:does|do) not|(?:takes|accepts|has|allows|permits|offers) no)\b|, (?:and|but|so) (?:the|our|this) (?:\w+ ){0,2}(?:plan|401k) (?:takes|accepts|has|allows|permits|offers) no\b",
    " not",
    " no ",
)
"""What the plan does not do, after a sentence on what others do."""
_NO_BY_ITSELF = Pattern(r"^no[.!;](?: |$)")
"""The answer is given; what comes behind it explains."""
_PARTS = Pattern(r",? (?:and|or|as well as|plus) |, |; ")


def _without_the_aged(text: str) -> str:
    """A sentence without the kinds of money, not after-tax, that it lets be converted only at an age."""
    if "@at" in (shorter := _IF_AGED.sub(" ", text)):
        text = shorter
    pieces = _PARTS.split(text)
    aged = [each for each in pieces if "59.5" in each and "@at" not in each and _OTHER_KIND.search(each)]
    for each in aged if "@at" in pieces[0] else ():
        text = text.replace(each, " ")
    return text


_IF_AGED = Pattern(
    r",? (?:and|or|plus),? (?:if|once|when|after) (?:you|they|he or she|a participant|the participant)[^,;.@]{0,40} 59\.5[^,;.@]{0,12}, (?:any|all|the|your|an?) (?:other )?[^.;@]*(?=[.;]|$)",
    "59.5",
)
"""`…, and, if you are 59½, any other vested account`."""
_OTHER_KIND = Pattern(r"@pre\b|@roth (?!in-plan)|\b(?:company|employer|match\w*|deferrals?|vested|profit)\b")
_WILL = Pattern(r"\bwill (?:then |also )?(?:be able|begin|start|introduce|add|become)\b", "will ")


def has_come(document: Document, unit: Unit) -> bool:
    """Whether the dates before a sentence that says `you will be able` are all of the past: its future is here."""
    if "will " not in unit.norm or unit not in document.units:
        return False
    place = document.units.index(unit)
    before = [*unit.heads, *(each.raw for each in document.units[max(0, place - 40) : place + 1])]
    dates = [iso(found) for text in before if (found := SINCE.search(document.norm_of(text)))]
    if not dates and _FULL_DATE.match(document.own_date):
        # What a paper of two years ago says will begin has begun.
        return date.fromisoformat(document.own_date) < document.today - _A_WHILE
    return bool(dates) and max(dates) <= document.today.isoformat()


_FULL_DATE = Pattern(r"\d{4}-\d\d-\d\d$")
_A_WHILE = timedelta(days=730)


def _later(document: Document, unit: Unit) -> bool:
    """A year to come in the sentence that is not the day from which it holds."""
    years = [int(year) for year in _FIRST.findall(unit.norm)]
    return any(year > document.today.year for year in years) and not unit.since


def _some_people(text: str) -> bool:
    if (noun := _NOUN.search(text)) and not _NOUNS.match(noun["noun"]):
        return True
    if _AGENT.search(text):
        return True
    found = _SUBJECT.search(text)
    if not found:
        return False
    if re.search(r"\b(?:you|we|they)\b", found["rest"]) or _OF_MONEY.search(found["adj"]):
        return False
    after = text[found.start() :]
    if "@at" in text[: found.start()] and "@at" not in after and _ON_ANOTHER.search(after):
        return False  # `… and participants who are 50 may make catch-up contributions`
    described = "" if _ADVERBIAL.match(found["adj"]) else found["adj"]
    adjectives = [
        word
        for word in described.rpartition(" - ")[2].replace(",", " ").split()
        if not _ANYBODY.match(word) and not word.startswith("@") and not word.isdigit()
    ]
    return bool(adjectives and len(found["adj"].split()) < 5) or not _SO_DESCRIBED.match(found["rest"])


def _taken_back(document: Document, unit: Unit, place: int, claim: Claim) -> bool:
    """Whether the next sentence, or the one after an innocent one, turns back to this one and ends, dates or narrows it."""
    for after in document.units[place + 1 : place + 3]:
        if after.kind != "heading" and _LEFT_TO_ASK.search(after.norm):
            return True
    for after in document.units[place + 1 : place + 2]:
        if (
            after.kind in ("heading", "contents", "question")
            or after.cell is not None
            or abs(after.page - unit.page) > 1
        ):
            return False
        if after.heads != unit.heads and unit.kind != "item" and after.heads[1:] != unit.heads:
            return False
        text = after.norm
        if not _ANAPHORA.match(text) and not _CONTRAST.match(text):
            return False
        if takes_out(plain(after.raw)):
            return False  # what it ends is the old text that it quotes
        if _ON_ANOTHER.search(text) or _ON_ROTH.search(text) or _of_another_field(claim.field, text):
            return False
        if _NOT_BY_ITSELF.search(text):
            return bool(claim.value == "automatic")
        text = without_its_turns(without_harmless(text), "automatic")
        document.place(after)
        starts = after.since > document.today.isoformat() or _later(document, after) or TO_COME.search(text)
        if _BACK.search(text) or (starts and _STARTS.search(text)) or PART.search(after.raw):
            return True
    return False


_LEFT_TO_ASK = Pattern(
    r"\b(?:whether|(?:see|check|find out|ask|know|confirm|sure|verify) if) (?:your|the|their) (?:own )?(?:(?:employer|company)'s )?(?:plan|employer|company)(?:'s plan)? (?:supports?|allows?|permits?|offers?|has|accepts?|lets|provides?(?: for)?) (?:it|this|that|them|these|such|one|@at|@mega|you|the (?:feature|option))\b",
    "whether ", " if ",
)  # fmt: skip
"""`Check whether your plan supports it`: who has to ask is told of plans in general."""
_NOT_BY_ITSELF = Pattern(
    r"\b(?:not|no|cannot|never)\b(?: \W?\w+\W?){0,3} (?:automat\w*|standing|recurring|repeat\w*)\b|\b(?:each|every) (?:conversion|one|time)\b[^.;]{0,30}\b(?:requested|request|call|form)",
    "automat", "standing", "recurring", "repeat", "each ", "every ",
)  # fmt: skip
_ABOUT = {
    "after_tax_allowed": Pattern(r"\bcontribut|\bsav(?:e|ing)|\bput in\b|@at (?:option|feature|source)"),
    "in_plan_conversion": Pattern(r"\bconver|\bin-plan|\brollovers? to @roth"),
    "in_service_withdrawal": Pattern(
        r"\btake\b[^.;]{0,50}\bout\b|\bwithdraw(?:als?|ing|s)?\b|\bdistributions?\b|\btake (?:it |them |money )?out\b|\bpaid out"
    ),
}


def _of_another_field(field: str, text: str) -> bool:
    """Whether a sentence speaks of one of the other two things that one may do with after-tax money, and not of this one."""
    text = text.replace("@at contributions", "@at")
    about = [name for name, pattern in _ABOUT.items() if pattern.search(text)]
    return bool(about) and field not in about


def _framed(document: Document, unit: Unit, place: int, known: frozenset[str]) -> bool:
    """Whether the sentence before opens a time to come, another plan, a group or a proposal, to which this one belongs."""
    if not place:
        return False
    before = document.units[place - 1]
    lead = document.lead_of(unit)
    if lead and (TO_COME.search(lead) or ELSEWHERE.search(lead) or _BAD_HEAD.search(lead)):
        return True
    if before.kind in ("heading", "contents", "question") or before.cell is not None or before.heads != unit.heads:
        return False
    text = before.norm
    if len(text.split()) > 22 or ("@at" in text and "following" not in text):
        return False
    if re.match(r"^(?:our|this|the|your) (?:\w+ )?plan\b", unit.norm):
        return False
    document.place(before)
    later = before.since > document.today.isoformat() or _later(document, before) or TO_COME.search(text)
    if later and (_OPENS[0].search(text) or _OPENS[1].search(text)) and not re.search(r"\blimits?\b|\$", text):
        return True
    opens = _OPENS[0].search(text)
    if opens and (
        TOLD.search(text) or ELSEWHERE.search(text) or before.scope or _GROUP.search(text) or _WILL_APPLY.search(text)
    ):
        return True
    if re.match(r"^(?:they|these|those|such)\b", unit.norm) and (
        ELSEWHERE.search(text) or PART.search(before.raw) or before.scope or _GROUP.search(text)
    ):
        return True
    return bool(
        re.match(r"^(?:suppose|imagine|assume|say\b|consider)", text)
        or (re.match(r"^(?:under|at|in) ", text) and ELSEWHERE.search(text))
        or (NAMED.search(before.raw) and names_another(before.raw, known) and re.match(r"^(?:under|in|at) ", text))
    )


_GROUP = Pattern(
    r"\b(?:is|are|applies|apply|intended|written|meant) (?:only )?(?:for|to) (?:\w+ ){0,4}(?:employees|members|participants|associates|workers|retirees)\b"
)
_WILL_APPLY = Pattern(r"\bwill apply\b|\bonce the\b|\bafter the (?:merger|closing|transition)")
