"""After-tax money becomes Roth: what a sentence says of it, by the grammar of the thing and not by its wording.

Slots: the act, who gives leave and how it is taken, a denial, what goes on by itself, how often. What would make it wrong
stands in the gap between two slots (`_FOREIGN`), or is for the gate.
"""

from __future__ import annotations

from megaroth.reader.conversion_words import all_but_after_tax, has_no_roth, not_had, plainly, signed_up
from megaroth.reader.harmless import NOT_OF_ALL, OR_WHAT_MAY_LEAVE
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import TAIL

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

LEAVE = Pattern(
    r"\b(?:may|can|able|eligible|entitled|permit(?:s|ted|ting)?|allow(?:s|ed|ing)?|lets?|enabl(?:e|es|ed|ing)|offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)|(?:plan|features?|options?|program|provisions?|enhancements?|amend\w*|restate\w*)\b[^.;]{0,60}?\binclud\w+|features?|supports?|(?:at|upon|on|by) (?:the |his |her |your |their |a participant's |the participant's )*(?:written )?(?:direction|request|election|instruction)|available(?= (?:for|to)\b|:| -)|accepts?|gives?|add(?:s|ed|ing)?|introduc\w+|adopt(?:s|ed|ing)?|amended to|option|opportunity|ability|choice|right|chance|possible|free to|elect(?:s|ed|ing|ion)?|choos(?:e|es|ing)|opt|decide|request(?:s|ed|ing)?|ask(?: for| us| them)?|direct|instruct|call|phone|you'd like to|log (?:in|on)|visit|contact|go (?:to|online)|click|tap|pick|press|select|submit|complete|use|initiate|execute|start|set up|how to|wish to|want to|would like to|to (?=conver|initiat|request|make|do )|(?:plan|program|we|it|employer|company|firm|sponsor|university|bank) (?:also |now )?(?:has|have))\b"
)
"""Who gives leave, or how it is taken: before the act."""
LEAVE_AFTER = Pattern(
    r"\b(?:is|are|be|been|also|now|currently|generally)? ?(?:permitted|allowed|available|offered|possible|supported)\b|\b(?:is|are) (?:an? )?(?:\w+ )?(?:option|feature|choice)\b|\b(?:may|can) (?:also )?(?:be )?(?:made|requested|elected|done|processed|initiated|performed|taken|completed|set up|chosen|started|happen|take place|occur)\b|\b(?:allows?|lets?|permits?|enables?|gives?) (?:you|participants?|employees?|members?|associates?)\b"
    r"|\b(?:on|upon|by|at your) request\b|\b(?:when|after|once|if) you (?:request|ask|call|submit|tell)\b|\b(?:may|can) (?:be )?request|\bas many times\b|\b(?:at )?any ?time\b|\bwhenever\b|\bas often as\b|\bonline\b|\bby (?:calling|phone|telephone|logging|visiting|contacting|completing|using|going)\b|\b(?:once|twice|times) (?:per|an?|each|every) (?:\w+ )?(?:year|quarter|month|week|day|pay\w*|period|time)\b|\bunlimited\b|\bexists?\b|\blimited to (?:one|two|three|four|six|once|twice|\d|(?:your |the |vested )*@at\b)|\b(?:please |must |need to |can |may |should )?(?:call|log (?:in|on)|visit|contact|go to|complete|submit|use|fill (?:in|out)|ask for)\b"
)
"""The same after the act."""
_FOREIGN = Pattern(
    r"\b(?:tax(?:es|ed|able|ation)?|owe|with(?:held|hold\w*)|report\w*|(?:gross )?income|penalt\w+|withdraw\w*|distribut\w*|loans?|borrow\w*|hardship|match\w*|vest(?:s|ing)?|invest\w*|beneficiar\w*|consult\w*|advis\w+|consider\w*|not|no|never|cannot|neither|without|unless|until|stop|cease|revoke|undo|reverse\w*|cancel\w*|declin\w*|waiv\w*|been|subject|affect\w*|impact|test\w*|5-year|five-year|partial|standing|recurring|automatic|earnings on|receives?|procedures?|polic(?:y|ies)|establish\w*|effects?|consequences|information|statement|fees?|cost|learn\w*|about|regarding|concerning|questions?|details|explain\w*|understand\w*|discuss\w*|guide|how(?! much| often| to))\b"
)
"""What between leave and act makes the leave another's."""
_LISTED = Pattern(
    r"\b(?:loans?|(?:hardship )?withdrawals?|distributions?|(?:company )?match(?:ing contributions?)?),", ","
)
_PAIRED = Pattern(r"\b(?:withdraw\w*|distribut\w*)(?: \w+){0,4},? (?:or|and|and/or) (?:to )?$")
_TO_ROTH = r"\b(?:in)?to (?:[\w'-]+ ){0,5}?@roth\b(?! ira)(?! (?:elective |salary )*(?:contribut|defer)(?!\w* (?:sub-?)?(?:accounts?|sources?|balance)|\w* (?:while )?(?:(?:they|it) (?:are|is) )?(?:still )?(?:in|inside|within) (?:the|your) (?:plan|account)))(?! (?:[\w-]+ )?(?:fund|target|index))"
_ACT = Pattern(
    r"\bin[- ]?plan (?:[\w@/-]+ ){0,3}?(?:conver\w+|rollovers?|roll|transfers?)\b|\bin[- ]?plan @roth (?:contributions|elections?)\b"
    r"|(?:\b|auto)conver(?:t|ts|ting|ted|sions?)\b"
    r"|@roth (?:rollovers?|transfers?) (?:with|in|inside)\w* (?:the|this|our|your) plan\b"
    rf"|\b(?:(?:turn|switch)\w*\b(?! on\b| off\b)|(?:mov|sweep|swept|roll|transfer|shift|flip|go\b|goes|flow|pour|push|chang|put)\w*\b)(?P<moved>(?:(?!\b(?:mov|sweep|swept|roll|transfer|conver)\w*)[^.;?]){{0,110}}?){_TO_ROTH}"
    r"|\bbecom(?:e|es|ing) (?:[\w'-]+ ){0,2}?@roth\b(?! ira)(?! (?:elective|salary|contrib|defer))",
    "conver", "in-plan", "in plan", "@roth",
)  # fmt: skip
"""After-tax money becomes Roth."""
_A_THING = Pattern(
    r"^(?: @\w+)?(?: contributions?| amounts?)?[ -]*(?:sub-?)?(?:accounts?|balances?|sources?|amounts?|money|funds?|assets|dollars|monies|portion)\b(?! (?:in|with)in)",
    "account", "amount", "assets", "balance", "dollars", "fund", "money", "monies", "portion", "source",
)  # fmt: skip
_ELSEWHERE_TO = Pattern(
    r"^(?:(?! and | but )[^.;,]){0,90}?\b(?<!limited )(?<!open )(?:in)?to (?:[\w'-]+ ){0,3}?(?:@at|@pre|cash|annuit\w+|lump|shares?|stock|units|whole|dollars|life|ira|@roth ira|another|term|full)\b",
    "@at", "@pre", "annuit", "another", "cash", "dollars", "full", "ira", "life", "lump", "share", "stock", "term", "units",
    "whole",
)  # fmt: skip
_NOT_PAY = Pattern(r"\b(?:paychecks?|pay|salary|elections?|rate|percentage|deferrals?|contribution type)\b")
_ITSELF = Pattern(
    r"\bautomatic(?:ally)?\b|\bautomat(?:ed|es?)\b|\bauto\b|\bauto-?conver|\bstanding\b|\brecurring\b|\bevergreen\b|\bperpetual\b|\bcontinu(?:ous|ing)(?:ly)?\b|\bongoing\b|\bby (?:itself|themselves)\b|\bsweep|\bswept\b|\bwithout (?:any |your |you |anyone |further |additional )*(?:action|calls?|steps?|having|doing|request|lifting)|\bhands[- ]off\b|\bauto-?pilot\b|\bgoing forward\b|\bas soon as\b|\b(?:daily|nightly) conver|\b(?:turn|switch)(?:s|ed|ing|es)? (?:it |this )?on\b|\bset (?:it )?and forget\b|\bno action (?:is )?(?:needed|required|necessary)\b|\byou (?:need|have to) do nothing\b",
    "auto", "standing", "recurring", "evergreen", "perpetual", "continu", "ongoing", "by itself", "by themselves", "sweep", "swept",
    "without", "hands", "going forward", "as soon as", "daily", "nightly", " on", "forget", "no action", "nothing",
)  # fmt: skip
_EACH_TIME = Pattern(
    r"\b(?:each|every) time (?:payroll|contributions?|money|they|it|a deposit|your (?:pay|contributions?|deposits?)|you are paid|we pay)\b|\b(?:each|every) (?:new )?(?:pay ?(?:roll|day|check|period|date)?s?|payroll (?:cycle|date|period)|deposit|contribution|@at contribution|night|evening|day|business day|other week|two weeks|second week|(?:mon|tues|wednes|thurs|fri)day|week|month|quarter)\b|\b(?:night|dai|week|month|quarter)ly\b|\bovernight\b|\b(?:same|next|following) (?:business )?(?:day|night)\b|\bimmediately\b|\bright away\b|\b(?:within|after) (?:about |around |approximately )?(?:an? |one |two |three |\d )+(?:business )?(?:days?|hours?)\b|\bonce (?:a|each|every|per) (?:day|week|month|quarter)\b|\bas (?:they|it|each one) (?:are|is|comes?|goes?|arrives?|posts?) \w+|\bupon (?:deposit|receipt|contribution)\b|\b(?:on )?the (?:night|day|same day|evening) (?:it|they|each|after|of|on)\b|\bat the end of (?:each|every)\b|\bas of the (?:date|day) of (?:its|their) (?:receipt|deposit|contribution)\b|\bper pay\w*",
    "each ", "every ", "ly", "same ", "next ", "following ", "right away", "overnight", "within ", "after ", "as ", "upon ", "at the end", "as of", "per pay", "the night", "the day", "the evening", "the same", "once ",
)  # fmt: skip
_TIED = Pattern(
    r"\bon the same (?:business )?day\b|\b(?:each|every) (?:day|night|time) (?:they|it|money|contributions?|deposits?) (?:arrive|come|post|go|land|is|are)\w*|\b(?:each|every) time (?:payroll|contributions?|money|they|it|a deposit|your (?:pay|contributions?|deposits?)|you are paid|we pay)\b|\b(?:each|every) (?:new |later |future |subsequent )*(?:pay ?(?:roll|day|check|period|date)?s?|payroll (?:cycle|date|period)|deposit|contribution|@at (?:contribution|deposit))\b|\bas (?:they|it|each one) (?:are|is|comes?|goes?|arrives?|posts?) \w+|\bupon (?:deposit|receipt|contribution)\b|\b(?:on )?the (?:night|day|same day|evening) (?:it|they|each|of)\b|\bper pay\w*",
    "each ", "every ", "as ", "upon ", "the night", "the day", "the evening", "the same", "per pay",
)  # fmt: skip
"""As often as money goes in: nobody asks that often."""
_NOT_ITSELF = Pattern(
    r"\b(?:not|never|no|nor|without|isn't|aren't|nothing)\b[^.;,]{0,30}\b(?:automat|standing|recurring|ongoing|by (?:itself|themselves))|\bautomat\w* (?:enrol|increas|escalat|deferral|withh|rebalanc|switch|continue|transfer to @at|change to @at|contribut|cash|distribut|rollover (?:to|into) an? ira)|\b(?:automat\w*|recurring|standing)\b[^.;]{0,40}\b(?:not|no longer)\b|\b(?:each|every) (?:time|conversion)\b(?! (?:you (?:are|get) paid|we pay|payroll|money))[^.;]{0,40}\b(?:call|request|form|elect|you)|\b(?:taxed|withheld|reported|included)\b[^.;]{0,15}\bautomat|\bautomat\w*[^.;]{0,15}\b(?:taxed|with(?:held|hold)|reported|included)\b|\b(?:automat\w*|recurring|standing)(?: (?:conversions?|elections?|option))?\W{1,3}(?:n|no|none|n/a|not)\b(?! (?:action|further|call|fee|cost|limit))"
    r"|\b(?:when|if|each time|after|every time|once) you (?:execute|request|make|initiate|perform|call|submit|do|complete|process|convert)\b",
    "automat", "standing", "recurring", "ongoing", "each ", "every ", " you ", "itself", "themselves",
)  # fmt: skip
_ASKED = Pattern(
    r"\b(?:may|can|could|able|option|elect(?:s|ed|ing|ions?)?|choos\w+|request\w*|ask|call|permit\w*|allow\w*|lets?|offer\w*|available|(?<!we )(?<!will )(?<!plan )convert your|eligible|must|need to|initiat\w+|up to|more than|conversions?)\b"
)
_DENIAL = Pattern(
    r"\b(?:does|do|did|will|is|are|has|have|was|were) (?:not|n't)(?: \w+){0,2}? (?:permit\w*|allow\w*|offer\w*|provid\w+|supports?|includ\w+|have|hav\w+|available|able|accept\w*|feature|make|do|process|let|added|adopted|eligible|perform)\b|\b(?:never|not) been (?:amended|changed|updated) to\b|\b(?:voted|decided|elected|chosen|chose|opted) not to (?:allow|permit|offer|add|adopt|have|make)\b|\b(?:cannot|may not|can not|must not|never|not be|not able to|not allowed to|neither|nor)\b|\b(?:no|not any)\b",
    "are n't", "did n't", "do n't", "does n't", "has n't", "have n't", "is n't", "neither", "never", "no", "was n't", "were n't",
    "will n't", "not to",
)  # fmt: skip
_DENIED_AFTER = Pattern(
    r"^(?:[^.;,@]|@roth){0,60}?(?:of (?:any |your )?@at(?:[^.;,@]|@roth){0,40}?)?\b(?:(?:is|are|was|were)(?: \w+)? not(?: \w+)? (?:permitted|allowed|available|offered|provided|supported|possible|an? |included|part)|(?:is|are) (?:prohibited|unavailable|not)\W*$|(?:cannot|may not|can not) (?:currently )?be (?:made|done|requested|elected|processed|taken))",
    "cannot", " not", "prohibited", "unavailable",
)  # fmt: skip
_NO_REFUSAL = Pattern(
    r"\bunless\b|\bexcept\b|\bother than\b|\buntil\b|\bautomat|\b(?:recurring|standing|scheduled|partial|daily)\b|@pre\b|\bundo|\brevers|\bback\b|\bmore (?:often )?than\b|\bif\b|\bonly\b|\bbefore\b|\bonce\b|\bafter\b|\bira\b|\btax|\bexceed|\bminimum|\bmatch|\bloan|\brequire|\bneed|\bhave to\b|\bno (?:other|more|longer|limit|cost|fee|charge|restriction|minimum|maximum|cap|need|deadline|age|penalt)|\baffect|\bcount|\bwithh|\bchange your mind|\brecharacteri"
)
_TOPIC_NO = Pattern(
    r"^\W*(?:no(?=\W*$|[,.;:-])|none|n/a|unavailable|not (?:(?:yet|now|currently|at present|at this time|right now)(?=\W*$)|(?:\w+ )?(?:permitted|allowed|available|offered|provided|supported|applicable)))\b"
)
_NEED_NOT = Pattern(
    r"\b(?:you|participants?|they) (?:(?:do|does) not (?:have|need) to|need not) (?:be|wait (?:until|for)|have reached|reach|attain|turn|leave|retire|terminate)\b(?:59\.5|[^.;,]){0,40}? (?:in order )?(?:to|before you|before they) (?=conver)",
    "not ",
)
"""`You need not be 59½ to convert` is leave to convert."""
NO_FEATURE = Pattern(
    r"^(?:the|our|this|your) (?:plan|company|employer) (?:has|offers|provides|contains) no (?:in-plan |@roth )*conversions?(?: (?:feature|option|provision|service))?s?\W*$",
    "conversion",
)
"""`The plan has no conversion feature`, below or behind what speaks of the money."""
_LEFT_OUT = Pattern(
    r"(?:;|,)(?: and| but)? (?:the |your )?@at(?: (?:contributions?|money|accounts?|balances?|savings|sources?))*,? (?:is|are)(?:, however,)? (?:not (?:eligible|convertible|included|allowed|permitted)|excluded|ineligible)\W*$|(?:;|,|:)(?: and| but)? (?:the |your )?@at(?: (?:contributions?|money|accounts?|balances?|savings|sources?))* (?:do|does) not qualify\W*$",
    "@at",
)
"""`Conversions are limited to pre-tax money; after-tax money is not eligible.`"""
NOT_HAD = Pattern(
    r"^(?:that is|that's|it is|it's|this is) not (?:something|a thing|an option|a feature|one) (?:(?:that )?(?:our|the|this) plan (?:offers?|has|allows?|permits?|provides?)|we (?:offer|have|allow))\W*$|^(?:(?:sorry|unfortunately),? )?(?:the|our|this|your) (?:plan|employer|company|fund|trustees|committee|board) (?:do|does|has|have) not (?:\w+ )?(?:have|adopted|added|approved|offer|permit|allow|provide(?: for)?|support|include) (?:this|it|that|them|these|such|(?:such|this|that) an? (?:feature|option|service)|(?:this|that|the) (?:feature|option|service)|conversions?)(?: (?:feature|option|service))?(?: (?:at (?:this|the present) time|at present|today|now|currently))?\W*$|^(?:(?:sorry|unfortunately|no),? )?(?:the|our|this|your) (?:plan|employer|company|fund) has no such (?:feature|option|service|provision|thing)s?(?: (?:at (?:this|the present) time|at present|today|now|currently))?\W*$|^(?:(?:sorry|unfortunately|no),? )?(?:there is no such (?:feature|option|service|provision)|(?:that|this|it) is not (?:\w+ )?(?:offered|available|possible|permitted|allowed|supported|an option|a feature)(?: (?:in|under|by|within|through) (?:the|our|this|your) (?:\w+ )?plan)?)(?: (?:at (?:this|the present) time|at present|today|now|currently))?\W*$|^we do not (?:\w+ )?(?:have|offer|permit|allow|provide|support) (?:this|it|that|them|these)(?: (?:feature|option|service))?\W*$",
    "allow", "have", "include", "offer", "permit", "provide", "support", "these", "such", "that", "this", "it ", "we do not ", "adopted", "added", "approved",
)  # fmt: skip
"""`The plan does not have this`: said of what stands above or before it."""
_TOPIC_YES = Pattern(
    r"^\W*(?:yes|permitted|allowed|available|offered|included|supported|(?:at )?any ?time|on request|upon request|by request|up to|unlimited|once|twice|one|two|three|four|\d{1,2}(?= (?:times?|conversions?|per|a|an|each|every|in)\b)|whenever|as often|request (?:it |one |them )?(?:by|via|through|online|from)|by phone|(?:on|any|all) (?:of |any |all )?(?:your |the )?(?:vested |eligible |@at )+(?:balances?|accounts?|money|sources?|contributions?)(?=\W*$))\b"
)
_IT_MAY = Pattern(
    r"\b(?:you|they|participants?|employees?|members?|associates?) (?:can |may |must |need to |have to )?(?:request|ask for|elect|initiate|start|do|make) (?:it|this|them|one|these)\b|\b(?:you|they|participants?|employees?|members?|associates?)\b[^.;]{0,40}\b(?:may|can)\b[^.;]{0,50}\b(?:do (?:so|this|it|one)|(?:make|request|elect|initiate|choose) (?:this|it|them|one|these|such|an?)\b)|^(?:this|it|the (?:feature|option|service)|these|such) (?:feature |option |service )?(?:is|are|can|may)(?: also| now)? (?:be )?(?:available|offered|permitted|allowed|made|done|requested|elected)\b"
)
_TALK = Pattern(
    r"\blet you know (?:once|when|as soon as|if)\b|\bstay tuned\b|^(?!.*\b(?:participant|member|employee)).*\b(?:who|she|he) (?:\w+ )?(?:converts|moves|sweeps|rolls|turns|puts)\b|^(?:(?:many|most|some|large|larger|big|other|such|401k) )*plans\b(?! (?:are|is)\b)|\b(?:recordkeepers?|vendors?|providers?|platform|system)(?: also)? (?:can|could|may|is able to) (?:also )?(?:offer|support|provide|handle|process)\b|\b(?:can|does|will) your (?:system|platform|firm|service)\b|\((?:void|voided|superseded|withdrawn|rescinded|deleted|not adopted|expired)\)|\b(?:some|many|other|certain) (?:people|savers|workers|individuals|families|investors|americans|earners|high earners)\b|^(?!.*@at).*\bcatch-?up\b[^.]{0,80}\bconver|^\W*(?:[a-z]+ ){0,2}(?:bloggers?|experts?|press|articles?|people|forums?|writers?|advisors?) (?:\w+ )?(?:call|refer|know|dub|name)s?\b|(?<!of the )(?<!in the )(?<!of this )(?<!in this )\b(?:plan|employer|sponsor|company|committee|administrator|board|trustees?) (?:may|can|could|might) (?:\w+ )?(?:decide|choose|elect|permit|allow|offer|adopt|add|amend)|\btaxable events?\b|\bcatch-?up\b[^.;]{0,30}\bconver|\bby law\b|\boutside (?:of )?(?:the|this|your) plan\b|\bstrateg|\bexcess\b|\bbeneficiar|\bspous|\balternate payee|\btax (?:rules?|laws?|code)|\b(?:irs|congress|legislation|regulations?|secure|act)\b[^.;]{0,40}\b(?:allow|permit|let|creat)|\bconsult\b|\badvis[eo]r|\btax (?:professional|implications?)|\bbefore (?:you )?(?:elect|convert|decid|request|mak)\w*",
    "let you know", "stay tuned", "who ", "he ", "plans", "recordkeeper", "vendor", "provider", "platform", "system", "your firm", "your service", "(void", "(superseded", "(withdrawn", "(rescinded", "(deleted", "(not ", "(expired", "savers", "workers", "individuals", "families", "investors", "americans", "earners", "blogger", "expert", "press", "article", "people", "forum", "writer", "administrator may ", "adviser", "advisor", "allow", "alternate payee", "before", "beneficiar", "board may ", "by law", "can",
    "catch", "committee may ", "company may ", "consult", "could", "creat", "employer may ", "excess", "let", "might", "outside",
    "permit", "plan may ", "sponsor may ", "spous", "strateg", "tax", "trustee",
)  # fmt: skip


EITHER_WAY = Pattern(
    r",? ?\b(?:whether or not|regardless of whether|without regard to whether) [^.;,]{0,90}(?:,|(?=[.;])|$)", "whether"
)
_AT_MOST = Pattern(r"\b(?:no|not) more than\b", "more than")
_OTHER_OBJECT = Pattern(
    r"\b(?:insurance|polic(?:y|ies)|dividends?|currency|stock options?|options? convert|shares?|annuit\w+|coverage|hours|vacation|pto|warrants?|preferred|hsa)\b",
    "annuit", "coverage", "currency", "dividend", "hours", "hsa", "insurance", "option", "policies", "policy", "preferred", "pto",
    "share", "vacation", "warrant",
)  # fmt: skip


def is_act(text: str) -> bool:
    """Whether a text speaks of money that becomes Roth in the plan."""
    return any(sign in text for sign in _SIGNS) and bool(_ACT.search(text))


_SIGNS = ("@roth", "in-plan", "in plan", "@mega")


def acts(text: str) -> bool:
    """Whether a sentence speaks of converting, and not of what was converted."""
    return bool(_acts(text, ""))


def is_topic(label: str) -> bool:
    """Whether a label names conversion in the plan, and not its tax, its forms or a conversion somewhere else."""
    if BESIDE_IT.search(label) or _ELSEWHERE.search(label) or ("@pre" in label and "@at" not in label):
        return False
    return is_act(label)


_ELSEWHERE = Pattern(r"\b(?:outside|elsewhere|your (?:system|platform|firm)|rf[pi]|iras?|advice|advis\w+)\b")
A_QUALITY = Pattern(
    r"\b(?:limits?|maximum|minimum|auto|automat\w*|auto-?conver\w*|partial|daily|nightly|standing|recurring|scheduled|manual|on[- ]demand|online|one-time|by phone|(?:each|every) (?:time|pay\w*)|without (?:my|me|having|calling))\b"
)
"""What a `no` beside such a label denies is that, and not the conversion."""
BESIDE_IT = Pattern(
    r"\b(?:tax(?:es|ed|able|ation)?|with(?:held|hold\w*)|forms?|calculat\w+|seminars?|webinars?|workshops?|worksheets?|videos?|guides?|brochures?|penalt\w+|revers\w+|undo\w*|undone|consent|spous\w*|match\w*|loans?|beneficiar\w*|count\w*|affect\w*|suspen\w*|information|notices?|effects?|impact|fees?|costs?|charges?|deadlines?|statements?|report\w*)\b"
)
"""What a label may speak of beside the thing itself."""


def to_roth(text: str) -> bool:
    """Whether a text names Roth as what money is converted to."""
    return "conver" in text and bool(_CONVERTED_TO.search(text))


_CONVERTED_TO = Pattern(rf"\bconver(?:t|ts|ted|ting)\b[^.;]{{0,170}}?{_TO_ROTH}")


def asks(question: str) -> bool:
    """Whether a question asks if conversion is there to be had, and not what it costs or brings."""
    return is_act(question) and not _OF_SOMETHING_ELSE.search(question)


_OF_SOMETHING_ELSE = Pattern(
    r"\byour (?:system|platform|firm)\b|\b(?:tax(?:es|ed|able|ation)?|owe|with(?:held|hold\w*)|report\w*|income|penalt\w+|count\w*|limits?|match\w* (?:on|for|apply)|beneficiar\w*|consent|revers\w+|undo\w*|undone|cancel\w*|fees?|costs?|affect\w*|impact\w*|learn|about|explain\w*|have to|must|need to|required|should|1099\S*|why|when|what|who|which|mean|happen|same|better|worth)\b"
)


_LATER_ONES = Pattern(
    r"\b(?:later|future|new|subsequent|following|upcoming|all) @at (?:contributions?|deposits?)(?: (?:to|will|then|also|automatically))*(?: (?:be|are|get))? (?:automatically )?(?:switched|converted|moved|swept|transferred|rolled|turned)\b[^.;]{0,30}\b(?:each|every) (?:pay\w*|time|month|quarter)",
    "later ", "future ", "new ", "subsequent ", "following ", "upcoming ", "all ",
)  # fmt: skip
"""`Ask that later contributions be switched each pay period`."""
_NO_CALLS = Pattern(
    r",? ?\b(?:without|instead of|rather than) (?:your )?(?:calling|asking|having to (?:call|ask|request|log|do)|logging in|requesting|submitting|going)\b[^.;,]{0,40}\b(?:each|every)\b(?: \w+)?"
    r"|(?:,? ?\b(?:so|and|meaning|which means)(?: that)? |; )you (?:do not|will not|need not|never)(?: (?:have|need))?(?: to)? (?:call|ask|remember|request (?:it|one|them)|log in|think about it|do (?:it|this|anything)|(?:tick|check|sign|click|file|submit|fill) \w+|give it another)\b[^.;,]{0,40}"
    r"|\bif you (?:would rather|prefer to|prefer|do not want to|would prefer to)(?: not)?(?: have)?(?: to)? (?:call|ask|request (?:it|one|them)|log in)\b[^.;,]{0,20}\b(?:each|every) time,?",
    "tick", "check", "sign", "click", "file", "fill", "call", "ask", "request", "log", "remember", "submitting", "going", "having to", "think about", "do ", "give it",
)  # fmt: skip
"""`So you don't have to call each time`: it goes on by itself."""


def converts(text: str, label: str = "", around: str = "") -> str:
    """What a sentence says of conversion in the plan: automatic, on-request, no, or nothing.

    `label` is its question, label or heading, which a short one may answer; `around` what else stands above and before it.
    """
    text = _NO_CALLS.sub(" automatically ", plainly(text))
    if NO_FEATURE.match(text) and ("@at" in around or "@roth" in around):
        return "no"
    if has_no_roth(text) or (_LEFT_OUT.search(text) and is_act(text)):
        return "no"
    if any(is_act(each) and ("@pre" not in each or "@at" in each) for each in not_had(text)):
        return "no"
    text = _AT_MOST.sub("up to", NOT_OF_ALL.sub(" ", EITHER_WAY.sub(" ", text)))
    text = _NEED_NOT.sub("you may ", OR_WHAT_MAY_LEAVE.sub(" ", text) if "@at" in text else text)
    acts = _acts(text, f"{label} {around}", bool(label) and is_topic(label))
    if not acts:
        said = _answer(text) if label and is_topic(label) else ""
        return "" if said == "no" and A_QUALITY.search(label) else said
    if _TALK.search(text):
        return ""
    if any(_refused(text, act) for act in acts):
        return "no"
    if "@at" in text and all_but_after_tax(text) and any(_has_leave(text, act) for act in acts):
        return "no"
    if (
        any(_by_itself(text, act, label) for act in acts)
        or repeats(text)
        or _LATER_ONES.search(text)
        or _IN_QUOTES.search(text)
    ):
        return "automatic"
    if any(_has_leave(text, act) for act in acts):
        return "on-request"
    row = _A_ROW.match(text)
    return _answer(row["value"] or row["bare"] or row["of"]) if row else ""


def _acts(text: str, about: str, below: bool = False) -> list[re.Match[str]]:
    own = any(sign in text for sign in _SIGNS) or ("@at" in text and "conver" in text)
    if not own and not ("conver" in text and any(sign in about for sign in _SIGNS)):
        return []
    own = own or "@at" in text
    if not _ACT.search(text):
        return []
    if _OTHER_OBJECT.search(text) and not ("@at" in text and "@roth" in text):
        return []
    found = []
    for act in _ACT.finditer(text):
        word, after = act[0], text[act.end() :]
        if "conver" in word and text[: act.start()].endswith(("pay ", "salary ", "wage ", "compensation ")):
            continue  # pay that is deferred
        if word.endswith(("ted", "ion", "ions", "over", "overs", "transfer", "transfers")) and _A_THING.match(after):
            continue
        if "conver" in word and _ELSEWHERE_TO.match(after):
            continue
        if not own and not (below or _PRONOUN.search(text) or _MONEY.search(text)):
            continue
        if act["moved"] is not None:
            money = f"{text[: act.start()]}{act[0]}"
            if _NOT_PAY.search(act["moved"].replace("@pre deferrals", "@pre")) or not (
                "@at" in money
                or "vested" in money
                or _WHOLE.search(money)
                or ("@at" in about and _PRONOUN.search(money))
            ):
                continue
        found.append(act)
    return found


_WHOLE = Pattern(r"\b(?:any|all|part|portion|entire|whole)\b[^.;]{0,40}\b(?:accounts?|balances?|savings|money)\b")
_MONEY = Pattern(r"\b(?:accounts?|balances?|money|savings|contributions?|amounts?|conversions?|to convert)\b")
_PRONOUN = Pattern(r"\b(?:it|them|they|those|these|that|this)\b")


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place up to the next stop."""
    cut = max(text.rfind(sign, 0, start) for sign in (". ", ";", "?")) + 1
    ends = [at for sign in (". ", ";", "?") if (at := text.find(sign, end)) >= 0]
    return text[cut:start], text[end : min(ends, default=len(text))]


def _after_last(pattern: Pattern, text: str) -> str | None:
    """What stands between the last place where a pattern is found and the end of a text."""
    ends = [found.end() for found in pattern.finditer(text)] if pattern.search(text) else []
    return text[ends[-1] :] if ends else None


_WHEN_ONE = Pattern(
    r"\b(?:when|if|whenever|once|each time|any ?time) (?:you|they|a participant|participants)(?: \w+)? (?:request|elect|make|choose|execute|initiate|do|complete|perform)\w*$"
)
_COST = Pattern(r"\btax|\bincome\b|\breport|\bwith(?:held|hold)|\b1099|\bfees?\b|\bowe\b")
"""`You pay tax when you request one` is said of the tax."""
_NOT_GIVEN = Pattern(r"\b(?:not|never|cannot|without) (?:\w+ )?\w+$")
_OF_IT = Pattern(
    r"^(?: of [^.;,]{0,40})? (?:is|are|will be|was|were)(?: \w+)? (?:invest|tax|report|treat|subject|consider|final|held|credited|valued|shown|based|explained|described)"
)
"""What is said of conversions that were made: no leave to make one."""


_TAKEN_AWAY = Pattern(
    r"\b(?:eliminat|remov|discontinu|ceas|terminat|suspend|prohibit|disallow|delet|withdr[ae]w|stop|end)(?:e|es|ed|ing|s|ped|ping)?\b (?:(?:the|its|all|any|option|ability|provision|feature|for|of|to|make|making|participants|future|new|in-plan|@roth|automatic|daily|recurring|standing) )*$"
)
"""`Amended to allow … and to eliminate in-plan Roth conversions`."""


def _has_leave(text: str, act: re.Match[str]) -> bool:
    before, after = _clause(text, act.start(), act.end())
    if _OF_IT.match(after) or _TAKEN_AWAY.search(before):
        return False
    gap = _after_last(LEAVE, before)
    if gap is not None and len(gap) < 170 and not _FOREIGN.search(_LISTED.sub(" ", _PAIRED.sub(" ", gap))):
        given = before[: len(before) - len(gap)]
        return not (_NOT_GIVEN.search(given) or (_WHEN_ONE.search(given) and _COST.search(text)))
    told_to = act[0].startswith(("convert", "move", "roll", "sweep")) and not act[0].endswith("ted")
    if told_to and not before.strip(" ,-|\"'("):
        return True
    found = LEAVE_AFTER.search(after)
    return bool(found and found.start() < 90 and not _FOREIGN.search(after[: found.start()]))


def _by_itself(text: str, act: re.Match[str], label: str = "") -> bool:
    before, after = _clause(text, act.start(), act.end())
    whole = f"{before}{act[0]}{after}"
    if (act[0].startswith(_DONE) and _WAS.search(before)) or _TAKEN_AWAY.search(before):
        return False
    if (gap := _after_last(_DENIAL, before)) is not None and _NOT_DOING.match(gap):
        return False
    if _NOT_ITSELF.search(whole) and _NOT_ITSELF.search(_OTHER_DENIAL.sub(" ", whole)):
        return False
    if _ITSELF.search(act[0]) or before.endswith(_AS_A_RULE) or _beside(_ITSELF, before, after):
        return True
    done = act[0].startswith(_DONE) or _ALONE.search(before) or _TOLD_TO.search(before)
    if "@at" not in whole and "@basis" not in whole and ("@at" not in label or before.strip(" ,-|\"'(•")):
        return False  # `Converted to Roth for you, each payday`, below after-tax money
    if not done or (_MAY_BE.search(before) and not signed_up(text)):
        return False
    if _TOLD_TO.search(before) and _beside(_DAILY, before, after):
        return True
    if signed_up(text) and _beside(_EACH_TIME, before, after):
        return True
    return _beside(_TIED, before, after) or (not _ASKED.search(whole) and _beside(_EACH_TIME, before, after))


_WAS = Pattern(r"\b(?:was|were|had been|used to be)(?: \w+)? $", "was ", "were ", "had been ", "used to be ")
_AS_A_RULE = ("daily ", "nightly ", "same-day ", "per-payroll ", "each-payroll ", "payroll-by-payroll ")
_DAILY = Pattern(r"\b(?:daily|nightly|overnight|(?:each|every) (?:day|night))\b", "daily", "night", "each", "every")
"""`Have them converted daily`: nobody asks that often."""
_OTHER_DENIAL = Pattern(
    r",? \bunless (?:you|they|a participant)\b[^.;]*|\b(?:not|cannot|never)(?: be)? (?:reported|taxed|taxable|withheld|matched|undone|reversed|cancell?ed|changed back|moved back)\b",
    "unless", "not ", "never ",
)  # fmt: skip
_DONE = (
    "converted",
    "swept",
    "moved",
    "rolled",
    "transferred",
    "turned",
    "moves",
    "converts",
    "sweeps",
    "rolls",
    "transfers",
    "turns",
    "changed",
    "changes",
    "flips",
    "flipped",
)
_MAY_BE = Pattern(r"\b(?:may|can|could|must|to)(?: also| then)? be $")
_TOLD_TO = Pattern(r"\b(?:tell|direct|instruct|set|have|let|program|schedule)\b[^.;]{0,50}$")


def _beside(pattern: Pattern, before: str, after: str) -> bool:
    """Whether a word stands near, before or after an act, with nothing foreign between."""
    if not pattern.search(f"{before} | {after}"):
        return False
    if (gap := _after_last(pattern, before)) is not None and len(gap) < 110 and not _FOREIGN.search(gap):
        return True
    given = pattern.search(after)
    return given is not None and given.start() < 120 and not _FOREIGN.search(after[: given.start()])


_ALONE = Pattern(
    r"(?:(?:\b(?:we|they|it|plan|recordkeeper|trustee|system|company)|@at(?: \w+)?)(?: |'ll )(?:will |shall |then |also )*)$"
    r"|\b(?!you\b|participants?\b|employees?\b|members?\b|associates?\b|who\b|that\b|which\b|and\b|not\b)[\w.&]+ will (?:then |also )?$"
)


_WHOSE_MONEY = Pattern(
    r"(?<![\w@])[@\w'&-]+ (?:contributions?|deferrals?|money|funds|accounts?|amounts?|balances?|match)(?= (?:may|can|will|shall|must|are|is|cannot)\b)",
    "contribution", "deferral", "money", "fund", "account", "amount", "balance", "match",
)  # fmt: skip
_ANY_OF_IT = Pattern(
    r"@at|^(?:no|any|all|the|your|these|those|such|this|that|plan|participant|employee|vested|existing|their|his|her|my|which)\b"
)


def _refused(text: str, act: re.Match[str]) -> bool:
    before, after = _clause(text, act.start(), act.end())
    said = _SO_THEN.split(f"{before}{act[0]}{after}")[0]
    if _NO_REFUSAL.search(_OR_AFTER_TAX.sub("@at", said)):
        return False
    if _STAFF.search(before) or _SMALL.search(before) or _NEVER_DID.search(before):
        return False
    if (money := _WHOSE_MONEY.search(before)) and not _ANY_OF_IT.search(money[0]):
        return False  # `Museum contributions may not be converted`
    gap = _after_last(_DENIAL, before)
    if (gap is not None and _NOT_DOING.match(gap)) or _OF_SOME.search(before):
        return False
    bound = gap is not None and len(gap) < 70 and "," not in gap and not _FOREIGN.search(gap)
    if bound and _NOTHING_MORE.match(after):
        return True
    denied = _DENIED_AFTER.match(after)
    return bool(denied and _NOTHING_MORE.match(after[denied.end() :]))


_OF_SOME = Pattern(
    r"@at\b(?: \w+)?,? (?:refunded|returned|distributed|withdrawn|credited|received|attributable|held|invested|contributed|earned|from|before|after|prior|older|below|above|under|over|(?:made|that|which|who)(?! to the plan| you (?:make|have made)| (?:are|is) not)\b)(?! (?:the|this|our|your) (?:plan|account)\b)",
    "@at",
)
"""`After-tax contributions refunded because of the test will not be converted`: of the rest it says nothing."""
_NOT_DOING = Pattern(r"^ (?!offer|permit|allow|support)\w+ing\b", "ing")
"""`Electing after-tax and never turning on conversion`: one could."""
_OR_AFTER_TAX = Pattern(r"@pre(?: \w+)?(?:,? (?:or|and|nor)|,) @at\b", "@pre")
_SO_THEN = Pattern(r", so (?=[^,]*$)", ", so ")
_NEVER_DID = Pattern(r"\b(?:have|has|had|did) (?:not|never)(?: yet| ever)? $", "not", "never")
"""`Many of you have never converted`: they might."""
_STAFF = Pattern(
    r"\b(?:staff|human resources|hr|payroll|benefits? (?:office|team|department)|representatives?|call center) (?:cannot|can not|may not|(?:does|do|is|are) not)\b",
    " not", "cannot",
)  # fmt: skip
_SMALL = Pattern(r"\b(?:less|fewer|smaller|lower|under|below|more|over|above)\b[^.;]{0,12}\$\d", "$")
"""`Amounts of less than $1,000 will not be converted`."""
"""`Benefits staff cannot process conversions`: somebody else does."""
_INSIDE = r"(?: in-plan)?(?: (?:while (?:(?:they|it) (?:are |is |remains? |stays? ))?(?:still )?)?(?:in|inside|within|under|of) (?:the|this|our|your) (?:[\w&'-]+ ){0,3}?(?:plan|account|program|fund|trust|401k|403b|agreement|plan document|[a-z]{2,4}p)\b)?"
_NOTHING_MORE = Pattern(
    _INSIDE
    + r"(?: contributions?| feature| option| service| savings| money)*(?:,? (?:and|or) [\w@ -]{0,40})?(?: (?:of |from |for )?(?:any |(?:part|portion|amount) of |your |all |the |existing |vested )*(?:@pre(?: \w+)? (?:or|and|nor) )?(?:@at|nonroth|vested|accounts?)[\w -]{0,40}?| of any (?:amounts?|kind|type|sort|money|balances?|contributions?)(?! that| which))?(?: (?:in)?to (?:an? |the |your |their )*(?:plan's )?@roth(?: 401k)?(?: (?:accounts?|sources?|contributions?|money|savings))*)?"
    + _INSIDE
    + r"(?: either| at all)?(?: \((?:no|not) [^)]*\))?"
    + TAIL
)
"""After a denial: what it is of and to, and then the end. Whatever else stands there narrows it."""


_A_ROW = Pattern(
    r"^\W*(?:@at )?(?:@roth )?in-plan (?:@roth )?(?:conversions?|rollovers?|transfers?)(?: option| feature)?(?: of @at)?(?: contributions?)?(?: ?(?::|\|| -) (?P<value>[^:|]+)| (?P<bare>no)$| (?P<of>(?:on|any|all) (?:of |any |all )?(?:your |the )?(?:vested |eligible |@at )*(?:balances?|accounts?|money|sources?|contributions?)\W*))$"
)
"""A row: the thing, and how it is to be had; or, where the line between is lost, of which money."""
_NO_LIMIT = Pattern(r"\b(?:no|without) (?:\w+ )?(?:limits?|fees?|costs?|charges?|minimums?|maximums?|restrictions?)\b")
_BY_ITSELF_ALONE = Pattern(
    r"^\W*(?:yes\W+)?(?:(?:this|it|they|these|that|(?:the )?conversions?) )?(?:(?:is|are|happens?|goes|occurs?|takes? place|runs?|done|made|performed) )*(?:fully |each |every )?(?:automat|dai?ly|nightly|standing|recurring|pay(?:roll|day| period| date)|same[ -]day|by itself|without (?:any |your )*action)"
)


FOR_ALL = (
    r"\b(?:instruction|election|direction|request|authorization)s?(?: to convert)? (?:will |shall |then |also )*(?:appl(?:y|ies)|extends?|continues? to apply|covers?|remains? in (?:effect|force)|stays? in (?:effect|force|place)|continues? in effect)(?: to| for)?\b[^.;]{0,40}\b(?:(?:all |any |each |every )*(?:future|later|subsequent|new|ongoing)|made in the future|until (?:you|it is|the participant|they|revoked|changed|cancelled|canceled|he or she))\b|"
    r"\b(?:continuing|continuous|standing|recurring|ongoing) (?:\w+ )?(?:instructions?|elections?|directions?|requests?)\b"
    r"|\bautomat(?:e|es|ing|ed) (?:my |your |the |these |future |@at |@roth )*conversions?\b"
)
"""One request for all that is to come."""
_REPEATS = Pattern(
    rf"\b(?:choose|select|pick|elect)\b[^.;]{{0,20}}\b(?:each|every) pay\w*|\b(?:up to you|you (?:can |may )?(?:choose|decide|select|pick)|your choice)(?: of)? (?:whether|if|between)\b[^.;]{{0,60}}\bautomatic\w*|\b(?:set|put|turn|switch|make|have|let|leave|run)\w* (?:it|them|this|these|conversions?)(?: \w+){{0,4}}? (?:auto-?pilot|automatic(?:ally)?|repeat\w*|recurring|standing|(?:each|every) (?:new )?(?:pay\w*|time|contribution|deposit))\b|{FOR_ALL}|\bset (?:it |this )?up once\b|\b(?:it|that|this) (?:then )?repeats\b|\b(?:it|this|they|conversions?|which) (?:(?:can|may|also) )*(?:be|is|are) set (?:up )?to (?:happen|run|repeat|occur|convert)\b[^.;]{{0,20}}\b(?:each|every|daily|automatic\w*|recurring)\b",
    "auto", "repeat", "recurring", "standing", "each", "every", "up once", "continu", "ongoing", "daily", "instruction", "election", "direction", "request", "authorization", "up to you", "choice", "you ",
)  # fmt: skip
"""What one sets once, and what goes on by itself from then on."""


_ONCE_THEN = Pattern(
    r"^(?!.*\b(?:enrol|increas|deferral|rebalanc|withdraw|match|invest|valu|fund|tax|report|statement|trad|pric|fee))(?:\W*|.*\b(?:ask|call|tell|sign|elect|fill|request|submit|complet|turn|set|instruct|authoriz|choose|once|from then on)\w*\b[^.;]{0,60}\b)(?:it|this|that|they|conversions?) (?:(?:is|are|will be|gets?) (?:then |thereafter |after that |from then on )*(?:done|made|processed|run|repeated|converted)|(?:will )?(?:then |thereafter )*(?:happens?|takes? place|runs?|goes|repeats?))(?: on)? (?:for you )?(?:then |thereafter )?(?:automatically|daily|nightly|overnight|by (?:itself|themselves)|on (?:its|their) own|(?:each|every) (?:business )?(?:day|night|pay\w*|week|time))\b",
    "automatically", "daily", "nightly", "overnight", "itself", "themselves", "own", "each ", "every ",
)  # fmt: skip
_IN_QUOTES = Pattern(
    r"\b(?:flip|turn on|check|tick|choose|select|pick|set|enable|click|mark)\w*(?: on)?(?: (?:the|a|your))?(?: (?:box|switch|option|setting|line))? \"(?:auto[- ]?|always )?(?:convert|move|sweep)\b[^\"]*\b(?:each|every) (?:pay\w*|day|night|contribution|deposit)",
    '"',
)
"""`Tick “Convert on each payday”`."""


def goes_on_by_itself(text: str) -> bool:
    """Whether a sentence says of the conversion before it that it is done again and again: `Ask once, and it is then done daily`."""
    return bool(_ONCE_THEN.search(text)) and not _NOT_ITSELF.search(text) and not _DENIAL.search(text)


def repeats(text: str) -> bool:
    """Whether a sentence says of what was named before it that one may have it go on by itself."""
    return bool(_REPEATS.search(text)) and not _NOT_ITSELF.search(_NO_CALLS.sub(" ", text))


_SIGN_OF_ITSELF = Pattern(
    r"\bautomat|\bauto-?conver|\bstanding\b|\brecurring\b|\bevery (?:pay\w*|day|night|deposit|contribution|time)\b|\beach (?:pay\w*|day|night|deposit|@at contribution|time)\b|\b(?:daily|nightly|overnight)\b|\bsame day\b|\bas soon as (?:practicable|administratively|possible|they|it)\b|\bwithout (?:any )?further\b|\bno further (?:action|election|request)\b|\bfrom then on\b|\bgoing forward\b",
)


_CONVERTS = Pattern(
    r"\bconvert(?:s|ed)?\b(?! (?:@\w+ )?(?:amounts?|balances?|money|accounts?|contributions?|funds|dollars)\b)",
    "convert",
)


_DONE_BY_HAND = Pattern(
    r"^(?!.*(?:automat|standing|recurring)).*(?:\bby (?:calling|phoning|asking|submitting|logging in|requesting)\b[^.;]{0,20}\b(?:each|every) time\b|\byou (?:can|may|must|need to|have to) (?:go on ?line|call|log (?:in|on)|phone|submit)\b)",
    "call", "phon", "ask", "submit", "log", "request", "online", "on line",
)  # fmt: skip
"""`After every payroll you can go online and convert the new money.`"""


def may_go_by_itself(text: str) -> bool:
    """Whether a sentence on conversion has a sign that it goes on by itself, which nothing in it denies."""
    if (
        not _SIGN_OF_ITSELF.search(text)
        or ("request" in text and not _TIED.search(text))
        or not (acts(text) or _CONVERTS.search(text))
    ):
        return False
    if _DONE_BY_HAND.search(text) and "once" not in text:
        return False
    return not _NOT_ITSELF.search(text) and not _DENIAL.search(text) and not BESIDE_IT.search(text)


_OF_AFTER_TAX_ONLY = Pattern(
    r"^\W*(?:(?:your |vested |all |any |the )*(?:@pre|@roth|match\w*|rollovers?)(?: (?:contributions?|money|accounts?|balances?|sources?))?,? (?:and |or )?)*(?:your |vested |all |any |the )*@at(?: (?:contributions?|money|accounts?|balances?|savings|sources?))*(?: only)?(?=\W)",
    "@at",
)
_IS_ASKED_FOR = Pattern(
    r"\b(?:must|has to|have to|may|can) be (?:requested|asked for|made by|done by)\b|\b(?:by|over the|per) (?:phone|telephone|calling|form)\b|\b(?:on|by|upon) request\b|\bcall\b|\bonline\b|\blog (?:in|on)\b"
)
"""`After-tax only. Must be requested by phone`, beside the label."""


def _answer(text: str) -> str:
    """What a short answer says, below or beside a label that names the act."""
    if len(text.split()) > 30:
        return ""
    if NOT_HAD.match(text):
        return "no"
    if _TOPIC_NO.match(text):
        return "no" if len(text.split()) < 12 or not _FOREIGN.search(_TOPIC_NO.sub(" ", text)) else ""
    if _BY_ITSELF_ALONE.match(text) and not _NOT_ITSELF.search(text):
        return "automatic"
    if _REPEATS.search(text) and not _NOT_ITSELF.search(text):
        return "automatic"
    if _FOREIGN.search(_NO_LIMIT.sub(" ", text)):
        return ""
    if _OF_AFTER_TAX_ONLY.match(text) and _IS_ASKED_FOR.search(text):
        return "on-request"
    return "on-request" if _TOPIC_YES.match(text) or _IT_MAY.search(text) else ""
