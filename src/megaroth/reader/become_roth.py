"""After-tax money becomes Roth: what a sentence says of it, by the grammar of the thing and not by its wording.

Slots: the act (`conversion_act`), who gives leave and how it is taken, a denial (`conversion_denied`), what goes on by itself
(`automatic_conversion`). What would make it wrong stands in the gap between two slots (`FOREIGN`), or is for the gate.
"""

from __future__ import annotations

from megaroth.reader.automatic_conversion import NO_CALLS, answers_automatic, is_automatic, is_set_once, repeats
from megaroth.reader.conversion_act import A_QUALITY, FOREIGN, acts_in, after_last, clause_around, is_act, is_topic
from megaroth.reader.conversion_denied import LEFT_OUT, NO_FEATURE, NOT_HAD, TAKEN_AWAY, is_refused
from megaroth.reader.conversion_words import all_but_after_tax, has_no_roth, not_had, plainly
from megaroth.reader.harmless import NOT_OF_ALL, OR_WHAT_MAY_LEAVE
from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


LEAVE = Pattern(
    r"\b(?:may|can|able|eligible|entitled|permit(?:s|ted|ting)?|allow(?:s|ed|ing)?|lets?|enabl(?:e|es|ed|ing)|offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)|(?:plan|features?|options?|program|provisions?|enhancements?|amend\w*|restate\w*)\b[^.;]{0,60}?\binclud\w+|features?|supports?|(?:at|upon|on|by) (?:the |his |her |your |their |a participant's |the participant's )*(?:written )?(?:direction|request|election|instruction)|available(?= (?:for|to)\b|:| -)|accepts?|gives?|add(?:s|ed|ing)?|introduc\w+|adopt(?:s|ed|ing)?|amended to|option|opportunity|ability|choice|right|chance|possible|free to|elect(?:s|ed|ing|ion)?|choos(?:e|es|ing)|opt|decide|request(?:s|ed|ing)?|ask(?: for| us| them)?|direct|instruct|call|phone|you'd like to|log (?:in|on)|visit|contact|go (?:to|online)|click|tap|pick|press|select|submit|complete|use|initiate|execute|start|set up|how to|wish to|want to|would like to|to (?=conver|initiat|request|make|do )|(?:plan|program|we|it|employer|company|firm|sponsor|university|bank) (?:also |now )?(?:has|have))\b"
)
"""Who gives leave, or how it is taken: before the act."""
LEAVE_AFTER = Pattern(
    r"\b(?:is|are|be|been|also|now|currently|generally)? ?(?:permitted|allowed|available|offered|possible|supported)\b|\b(?:is|are) (?:an? )?(?:\w+ )?(?:option|feature|choice)\b|\b(?:may|can) (?:also )?(?:be )?(?:made|requested|elected|done|processed|initiated|performed|taken|completed|set up|chosen|started|happen|take place|occur)\b|\b(?:allows?|lets?|permits?|enables?|gives?) (?:you|participants?|employees?|members?|associates?)\b"
    r"|\b(?:on|upon|by|at your) request\b|\b(?:when|after|once|if) you (?:request|ask|call|submit|tell)\b|\b(?:may|can) (?:be )?request|\b(?:is|are) (?:requested|asked for|initiated|elected|made) (?:by|over|on|online|through|with|via|in writing)\b|\bas many times\b|\b(?:at )?any ?time\b|\bwhenever\b|\bas often as\b|\bonline\b|\bby (?:calling|phone|telephone|logging|visiting|contacting|completing|using|going)\b|\b(?:once|twice|times) (?:per|an?|each|every) (?:\w+ )?(?:year|quarter|month|week|day|pay\w*|period|time)\b|\bunlimited\b|\bexists?\b|\blimited to (?:one|two|three|four|six|once|twice|\d|(?:your |the |vested )*@at\b)|\b(?:please |must |need to |can |may |should )?(?:call|log (?:in|on)|visit|contact|go to|complete|submit|use|fill (?:in|out)|ask for)\b"
)
"""The same after the act."""
_LISTED = Pattern(
    r"\b(?:loans?|(?:hardship )?withdrawals?|distributions?|(?:company )?match(?:ing contributions?)?),", ","
)
_PAIRED = Pattern(r"\b(?:withdraw\w*|distribut\w*)(?: \w+){0,4},? (?:or|and|and/or) (?:to )?$")
_TOPIC_NO = Pattern(
    r"^\W*(?:no(?=\W*$|[,.;:-])|none|n/a|unavailable|not (?:(?:yet|now|currently|at present|at this time|right now)(?=\W*$)|(?:\w+ )?(?:permitted|allowed|available|offered|provided|supported|applicable)))\b"
)
_NEED_NOT = Pattern(
    r"\b(?:you|participants?|they) (?:(?:do|does) not (?:have|need) to|need not) (?:be|wait (?:until|for)|have reached|reach|attain|turn|leave|retire|terminate)\b(?:59\.5|[^.;,]){0,40}? (?:in order )?(?:to|before you|before they) (?=conver)",
    "not ",
)
"""`You need not be 59½ to convert` is leave to convert."""
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


def converts(text: str, label: str = "", around: str = "") -> str:
    """What a sentence says of conversion in the plan: automatic, on-request, no, or nothing.

    `label` is its question, label or heading, which a short one may answer; `around` what else stands above and before it.
    """
    text = NO_CALLS.sub(" automatically ", plainly(text))
    if NO_FEATURE.match(text) and ("@at" in around or "@roth" in around):
        return "no"
    if has_no_roth(text) or (LEFT_OUT.search(text) and is_act(text)):
        return "no"
    if any(is_act(each) and ("@pre" not in each or "@at" in each) for each in not_had(text)):
        return "no"
    text = _AT_MOST.sub("up to", NOT_OF_ALL.sub(" ", EITHER_WAY.sub(" ", text)))
    text = _NEED_NOT.sub("you may ", OR_WHAT_MAY_LEAVE.sub(" ", text) if "@at" in text else text)
    acts = acts_in(text, f"{label} {around}", bool(label) and is_topic(label))
    if not acts:
        said = _answer(text) if label and is_topic(label) else ""
        return "" if said == "no" and A_QUALITY.search(label) else said
    if _TALK.search(text):
        return ""
    if any(is_refused(text, act) for act in acts):
        return "no"
    if "@at" in text and all_but_after_tax(text) and any(_has_leave(text, act) for act in acts):
        return "no"
    if any(is_automatic(text, act, label) for act in acts) or repeats(text) or is_set_once(text):
        return "automatic"
    if any(_has_leave(text, act) for act in acts):
        return "on-request"
    row = _A_ROW.match(text)
    return _answer(row["value"] or row["bare"] or row["of"]) if row else ""


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


def _has_leave(text: str, act: re.Match[str]) -> bool:
    before, after = clause_around(text, act.start(), act.end())
    if _OF_IT.match(after) or TAKEN_AWAY.search(before):
        return False
    gap = after_last(LEAVE, before)
    if gap is not None and len(gap) < 170 and not FOREIGN.search(_LISTED.sub(" ", _PAIRED.sub(" ", gap))):
        given = before[: len(before) - len(gap)]
        return not (_NOT_GIVEN.search(given) or (_WHEN_ONE.search(given) and _COST.search(text)))
    told_to = act[0].startswith(("convert", "move", "roll", "sweep")) and not act[0].endswith("ted")
    if told_to and not before.strip(" ,-|\"'("):
        return True
    found = LEAVE_AFTER.search(after)
    return bool(found and found.start() < 90 and not FOREIGN.search(after[: found.start()]))


_A_ROW = Pattern(
    r"^\W*(?:@at )?(?:@roth )?in-plan (?:@roth )?(?:conversions?|rollovers?|transfers?)(?: option| feature)?(?: of @at)?(?: contributions?)?(?: ?(?::|\|| -) (?P<value>[^:|]+)| (?P<bare>no)$| (?P<of>(?:on|any|all) (?:of |any |all )?(?:your |the )?(?:vested |eligible |@at )*(?:balances?|accounts?|money|sources?|contributions?)\W*))$"
)
"""A row: the thing, and how it is to be had; or, where the line between is lost, of which money."""
_NO_LIMIT = Pattern(r"\b(?:no|without) (?:\w+ )?(?:limits?|fees?|costs?|charges?|minimums?|maximums?|restrictions?)\b")


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
        return "no" if len(text.split()) < 12 or not FOREIGN.search(_TOPIC_NO.sub(" ", text)) else ""
    if answers_automatic(text):
        return "automatic"
    if FOREIGN.search(_NO_LIMIT.sub(" ", text)):
        return ""
    if _OF_AFTER_TAX_ONLY.match(text) and _IS_ASKED_FOR.search(text):
        return "on-request"
    return "on-request" if _TOPIC_YES.match(text) or _IT_MAY.search(text) else ""
