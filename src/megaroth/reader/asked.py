"""Questions of a document and their answers: whether one fits, and what a question tells of the money it asks of."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

ANSWER = Pattern(
    r"^(?:a(?:nswer)?\d{0,2}[.:)] ?)?(?:(?:other than|except for|apart from|aside from|besides) (?:\w+ )?@roth[^,.;]{0,25}, (?=no\b))?(?:(?:with|inside|in) ?(?:in )?(?:the|this|our) plan, (?=no\b))?(?:(?P<yes>(?:yes|yep|absolutely|certainly|definitely|of course|sure|correct|(?:that is|that's) right)\b|(?:they|it|we|you|those|these) (?:do|does|can|may|are|is|will)(?=[.,;!]|$))|(?P<no>(?:unfortunately,? |sorry,? |at this time,? )?(?:no\b(?!t)|nope\b|(?:they|it|we|you|those|these) (?:(?:do|does|can|may|are|is|will) not|cannot)(?=[.,;!]|$)|(?:i'm afraid|i am afraid|unfortunately|sadly|regrettably|sorry, but) not\b|not (?:currently|at this time|at present|yet|right now|presently|now|today|here|any longer|any ?more|(?:in|under|with|by|through) (?:the|our|this) (?:\w+ )?(?:plan|program|401k)(?=[.,;!]|$)))))"
)


_SHORT = Pattern(
    r"^(?:a(?:nswer)?\d{0,2}[.:)] ?)?(?P<who>they|it|we|you|those|these) (?P<does>do|does|can|may|are|is|will)\b"
)


_ASKS = Pattern(r"\b(?P<does>do|does|can|may|are|is|will) (?P<who>(?:i|we|you|my)\b)?")


def fits(question: str, answer: str) -> bool:
    """Whether `They do` answers its question: with the same verb, and of no others than were asked of."""
    short = _SHORT.match(answer)
    if short is None:
        return True
    asked = _ASKS.search(question)
    others = short["who"] in ("they", "those", "these")
    return asked is not None and asked["does"] == short["does"] and not (others and asked["who"])


OF_SOMETHING_ELSE = Pattern(
    r"\b(?:is|are) (?:that|this|it|they|these|those|@at(?: contributions?)?) (?:(?:just|really|the|our|an?|called|same|as|my|also) )*@roth\b|\b(?:match|vest|count|happen|affect|matter|tax(?:es|ed|able)\b|suspen|withdr|borrow|loan|hardship)|\b(?:how|when|why|part of|have to|need to|must|required?|should|before|first|stop|stops|lose|limits?|maximum|reach|same|instead|switch|change|differ\w*|better|mean|only|other than|besides|beyond|apart from|aside from)\b"
)
"""What a question may ask of a kind of contributions, other than whether the plan has them."""
ASKS_FOR_OTHERS = Pattern(
    r"^[^?]*\b(?:contributions?|deferrals?|savings?|save|contribute|money|kinds?|types?|ways?|options?|sources?|else|others?)\b[^?@]{0,30}\b(?:other than|than|besides|beyond|apart from|aside from|in addition to|except)(?: for)? (?:(?:the|your|my|traditional|regular|designated) )*(?:@pre\b[^?;@]{0,30}@roth|@roth\b[^?;@]{0,30}@pre)(?: (?:contributions?|deferrals?|savings|money|401k))*(?: (?:be|possible|permitted|allowed|accepted|available|offered|taken|made|contributed|saved|in|by|to|under|the|this|our|plan))*\W*\?$",
    "than ", "besides", "beyond", "apart from", "aside from", "in addition to", "except",
)  # fmt: skip
"""`Are contributions other than pre-tax and Roth possible?`"""


ASKED_TO_CONVERT = Pattern(
    r"^\W*(?:q\d*[.:] )?(?:how|when|how often|can|may) (?:do |can |may |would |must )?i (?:\w+ )?(?:move|convert|change|turn|transfer|switch|roll) (?:over |my |the |any |some |all |of )*@true\b[^?]{0,30}\b(?:to|into) (?:an? |my |the )?@roth(?! ira)",
    "@true",
)
"""Who asks how to make Roth of it knows it to be none."""


ASKS_TO_CONVERT = Pattern(
    r"^\W*(?:q\d*\W+)?(?:can|may|could) (?:i|you|we|participants|employees) (?:[a-z]+ )?(?:move|convert|change|turn|transfer|switch|roll) (?:over |my |the |your |any |some |all |of |existing )*after-tax\b(?: (?:contributions?|money|savings|balances?|dollars|accounts?|amounts?))*[^?@]{0,30}\b(?:to|into) (?:an? |my |your |the )?@roth(?! ira)",
    "after-tax",
)


YES = Pattern(r"^\W*(?:a\W+)?(?:yes|yep|yeah|sure|absolutely|certainly|of course|you (?:can|may))\b")
"""What the plan says may be converted to Roth is none yet."""


ASKED_APART = Pattern(
    r"\bdifferences? between [^.;?]{0,40}(?:@roth\b[^.;?]{0,30}@true|@true\b[^.;?]{0,30}@roth)", "difference"
)


_ROTH_WORDS = r"(?: (?:401k|403b|elective|salary|designated|contributions?|deferrals?|savings|features?|options?|provisions?|sources?|accounts?))*"


_ASKS_FOR_ROTH = Pattern(
    rf"\b(?:is|are|does|do|has|have|can|may)\b(?:(?!\b(?:conver|roll|transfer|withdr|ira))[^?@]){{0,50}}(?<!than )(?<!not )@roth{_ROTH_WORDS}(?: (?:in|under|by|with|available|offered|allowed|permitted|an option|the|this|our|plan|at|company))*\W*\?",
    "@roth",
)


_NO_ROTH = Pattern(
    rf"\b(?:has|have|offers?|accepts?|permits?|allows?|provides?(?: for)?|there (?:is|are)) no @roth{_ROTH_WORDS}(?: (?:in|under|for|to) (?:the|this|our) plan)?\W*$"
    rf"|\bneither (?:of (?:the|our) )?(?:plans?|programs?) (?:currently |now )?(?:has|have|offers?|takes?|accepts?|permits?|allows?|includes?) (?:an? |any )?@roth{_ROTH_WORDS}(?: (?:at|for) (?:this|the) (?:present )?(?:time|moment))?\W*$"
    rf"|\b(?:does|do) not (?:currently |yet |at present )?(?:offer|accept|permit|allow|have|provide(?: for)?|include|support|take) (?:any |an? |the )?@roth{_ROTH_WORDS}(?: (?:in|under|to|at|this) (?:the|this|our|time)(?: plan)?)?\W*$"
    rf"|^\W*(?:\w+ )?@roth{_ROTH_WORDS}(?:(?: (?:are|is)|:| -| \|) (?:currently |at present )?(?:not (?:currently |yet |presently )?(?:offered|available|permitted|allowed|accepted|provided)|no|none)(?: (?:in|under|by|at) (?:the|this|our)(?: plan| time)?)?)\W*$"
    rf"|\bthere (?:is|are) not (?:yet )?(?:an? |any )?@roth{_ROTH_WORDS}(?: (?:in|under) (?:the|this|our) (?:[a-z]+ )?plan)?\W*$"
    rf"|\bno @roth{_ROTH_WORDS} (?:is|are) (?:offered|available|permitted|allowed|accepted)\W*$",
    "@roth",
)


def knows_no_roth(spoken: list[Unit]) -> bool:
    """Whether a document names Roth only to say that the plan has none: what it calls after-tax is then what it says."""
    denied = False
    for place, unit in enumerate(spoken):
        if "@roth" not in unit.norm.replace("@roth ira", ""):
            continue
        after = spoken[place + 1].norm if place + 1 < len(spoken) else ""
        answered = unit.kind in ("question", "heading") and _ASKS_FOR_ROTH.search(unit.norm) and ANSWER.match(after)
        denies = unit.kind == "question" and _ASKS_FOR_ROTH.search(unit.norm) and _NO_ROTH.search(after)
        if not (_NO_ROTH.search(unit.norm) or denies or (answered and answered["no"])):
            return False
        denied = True
    return denied
