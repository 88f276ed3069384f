"""That there is no conversion: a denial beside the act, an answer that it is not had, and whatever denies something else."""

from __future__ import annotations

from megaroth.reader.conversion_act import FOREIGN, after_last, clause_around
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import TAIL

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


DENIAL = Pattern(
    r"\b(?:does|do|did|will|is|are|has|have|was|were) (?:not|n't)(?: \w+){0,2}? (?:permit\w*|allow\w*|offer\w*|provid\w+|supports?|includ\w+|have|hav\w+|available|able|accept\w*|feature|make|do|process|let|added|adopted|eligible|perform)\b|\b(?:never|not) been (?:amended|changed|updated) to\b|\b(?:voted|decided|elected|chosen|chose|opted)(?: (?:in|under|by) (?:the|its) [a-z ]{3,25})? not to (?:allow|permit|offer|add|adopt|have|make)\b|\b(?:cannot|may not|can not|must not|never|not be|not able to|not allowed to|neither|nor)\b|\b(?:no|not any)\b",
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
NO_FEATURE = Pattern(
    r"^(?:the|our|this|your) (?:plan|company|employer) (?:has|offers|provides|contains) no (?:in-plan |@roth )*conversions?(?: (?:feature|option|provision|service))?s?\W*$",
    "conversion",
)
"""`The plan has no conversion feature`, below or behind what speaks of the money."""
LEFT_OUT = Pattern(
    r"(?:;|,)(?: and| but)? (?:the |your )?@at(?: (?:contributions?|money|accounts?|balances?|savings|sources?))*,? (?:is|are)(?:, however,)? (?:not (?:eligible|convertible|included|allowed|permitted)|excluded|ineligible)\W*$|(?:;|,|:)(?: and| but)? (?:the |your )?@at(?: (?:contributions?|money|accounts?|balances?|savings|sources?))* (?:do|does) not qualify\W*$",
    "@at",
)
"""`Conversions are limited to pre-tax money; after-tax money is not eligible.`"""
NOT_HAD = Pattern(
    r"^(?:that is|that's|it is|it's|this is) not (?:something|a thing|an option|a feature|one) (?:(?:that )?(?:our|the|this) plan (?:offers?|has|allows?|permits?|provides?)|we (?:offer|have|allow))\W*$|^(?:(?:sorry|unfortunately),? )?(?:the|our|this|your) (?:plan|employer|company|fund|trustees|committee|board) (?:do|does|has|have) not (?:\w+ )?(?:have|adopted|added|approved|offer|permit|allow|provide(?: for)?|support|include) (?:this|it|that|them|these|such|(?:such|this|that) an? (?:feature|option|service)|(?:this|that|the) (?:feature|option|service)|conversions?)(?: (?:feature|option|service))?(?: (?:at (?:this|the present) time|at present|today|now|currently))?\W*$|^(?:(?:sorry|unfortunately|no),? )?(?:the|our|this|your) (?:plan|employer|company|fund) has no such (?:feature|option|service|provision|thing)s?(?: (?:at (?:this|the present) time|at present|today|now|currently))?\W*$|^(?:(?:sorry|unfortunately|no),? )?(?:there is no such (?:feature|option|service|provision)|(?:that|this|it) is not (?:\w+ )?(?:offered|available|possible|permitted|allowed|supported|an option|a feature)(?: (?:in|under|by|within|through) (?:the|our|this|your) (?:\w+ )?plan)?)(?: (?:at (?:this|the present) time|at present|today|now|currently))?\W*$|^we do not (?:\w+ )?(?:have|offer|permit|allow|provide|support) (?:this|it|that|them|these)(?: (?:feature|option|service))?\W*$",
    "allow", "have", "include", "offer", "permit", "provide", "support", "these", "such", "that", "this", "it ", "we do not ", "adopted", "added", "approved",
)  # fmt: skip
"""`The plan does not have this`: said of what stands above or before it."""


TAKEN_AWAY = Pattern(
    r"\b(?:eliminat|remov|discontinu|ceas|terminat|suspend|prohibit|disallow|delet|withdr[ae]w|stop|end)(?:e|es|ed|ing|s|ped|ping)?\b (?:(?:the|its|all|any|option|ability|provision|feature|for|of|to|make|making|participants|future|new|in-plan|@roth|automatic|daily|recurring|standing) )*$"
)
"""`Amended to allow … and to eliminate in-plan Roth conversions`."""


_WHOSE_MONEY = Pattern(
    r"(?<![\w@])[@\w'&-]+ (?:contributions?|deferrals?|money|funds|accounts?|amounts?|balances?|match)(?= (?:may|can|will|shall|must|are|is|cannot)\b)",
    "contribution", "deferral", "money", "fund", "account", "amount", "balance", "match",
)  # fmt: skip
_ANY_OF_IT = Pattern(
    r"@at|^(?:no|any|all|the|your|these|those|such|this|that|plan|participant|employee|vested|existing|their|his|her|my|which)\b"
)


def is_refused(text: str, act: re.Match[str]) -> bool:
    """Whether the clause of an act denies it, of after-tax money and without narrowing the denial."""
    before, after = clause_around(text, act.start(), act.end())
    said = _SO_THEN.split(f"{before}{act[0]}{after}")[0]
    if _NO_REFUSAL.search(_OR_AFTER_TAX.sub("@at", said)):
        return False
    if _STAFF.search(before) or _SMALL.search(before) or _NEVER_DID.search(before):
        return False
    if (money := _WHOSE_MONEY.search(before)) and not _ANY_OF_IT.search(money[0]):
        return False  # `Museum contributions may not be converted`
    gap = after_last(DENIAL, before)
    if (gap is not None and NOT_DOING.match(gap)) or _OF_SOME.search(before):
        return False
    bound = gap is not None and len(gap) < 70 and "," not in gap and not FOREIGN.search(gap)
    if bound and _NOTHING_MORE.match(after):
        return True
    denied = _DENIED_AFTER.match(after)
    return bool(denied and _NOTHING_MORE.match(after[denied.end() :]))


_OF_SOME = Pattern(
    r"@at\b(?: \w+)?,? (?:refunded|returned|distributed|withdrawn|credited|received|attributable|held|invested|contributed|earned|from|before|after|prior|older|below|above|under|over|(?:made|that|which|who)(?! to the plan| you (?:make|have made)| (?:are|is) not)\b)(?! (?:the|this|our|your) (?:plan|account)\b)",
    "@at",
)
"""`After-tax contributions refunded because of the test will not be converted`: of the rest it says nothing."""
NOT_DOING = Pattern(r"^ (?!offer|permit|allow|support)\w+ing\b", "ing")
"""`Electing after-tax and never turning on conversion`: one could."""
_OR_AFTER_TAX = Pattern(r"@pre(?: \w+)?(?:,? (?:or|and|nor)|,) @at\b", "@pre")
_SO_THEN = Pattern(r", so (?=[^,]*$)", ", so ")
_NEVER_DID = Pattern(r"\b(?:have|has|had|did) (?:not|never)(?: yet| ever)? $", "not", "never")
"""`Many of you have never converted`: they might."""
_STAFF = Pattern(
    r"\b(?:staff|human resources|hr|payroll|benefits? (?:office|team|department)|representatives?|call center) (?:cannot|can not|may not|(?:does|do|is|are) not)\b",
    " not", "cannot",
)  # fmt: skip
"""`Benefits staff cannot process conversions`: somebody else does."""
_SMALL = Pattern(r"\b(?:less|fewer|smaller|lower|under|below|more|over|above)\b[^.;]{0,12}\$\d", "$")
"""`Amounts of less than $1,000 will not be converted`."""
_INSIDE = r"(?: in-plan)?(?: (?:while (?:(?:they|it) (?:are |is |remains? |stays? ))?(?:still )?)?(?:in|inside|within|under|of) (?:the|this|our|your) (?:[\w&'-]+ ){0,3}?(?:plan|account|program|fund|trust|401k|403b|agreement|plan document|[a-z]{2,4}p)\b)?"
_NOTHING_MORE = Pattern(
    r"(?: (?:it|them|this|these|that))?"
    + _INSIDE
    + r"(?: contributions?| feature| option| service| savings| money)*(?:,? (?:and|or) [\w@ -]{0,40})?(?: (?:of |from |for )?(?:any |(?:part|portion|amount) of |your |all |the |existing |vested )*(?:@pre(?: \w+)? (?:or|and|nor) )?(?:@at|nonroth|vested|accounts?)[\w -]{0,40}?| of any (?:amounts?|kind|type|sort|money|balances?|contributions?)(?! that| which))?(?: (?:in)?to (?:an? |the |your |their )*(?:plan's )?@roth(?: 401k)?(?: (?:accounts?|sources?|contributions?|money|savings))*)?"
    + _INSIDE
    + r"(?: either| at all)?(?: \((?:no|not) [^)]*\))?"
    + TAIL
)
"""After a denial: what it is of and to, and then the end. Whatever else stands there narrows it."""
