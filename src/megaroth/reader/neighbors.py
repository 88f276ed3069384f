"""The sentences before and after a permission: they end, date or narrow it, or open a time, plan or group to which it belongs."""

from __future__ import annotations

import re

from megaroth.reader.amended import takes_out
from megaroth.reader.context import Document
from megaroth.reader.conversion_words import without_its_turns
from megaroth.reader.harmless import without_harmless
from megaroth.reader.pattern import Pattern
from megaroth.reader.to_come import TO_COME, names_a_later_year
from megaroth.reader.units import Claim, Unit
from megaroth.reader.vetoes import BAD_HEAD, ELSEWHERE, ON_ANOTHER, PART, TOLD
from megaroth.reader.whose import NAMED, names_another
from megaroth.reader.words import plain

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


def is_taken_back(document: Document, unit: Unit, place: int, claim: Claim) -> bool:
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
        if ON_ANOTHER.search(text) or _ON_ROTH.search(text) or _of_another_field(claim.field, text):
            return False
        if _NOT_BY_ITSELF.search(text):
            return bool(claim.value == "automatic")
        text = without_its_turns(without_harmless(text), "automatic")
        document.place(after)
        starts = after.since > document.today.isoformat() or names_a_later_year(document, after) or TO_COME.search(text)
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


def is_framed(document: Document, unit: Unit, place: int, known: frozenset[str]) -> bool:
    """Whether the sentence before opens a time to come, another plan, a group or a proposal, to which this one belongs."""
    if not place:
        return False
    before = document.units[place - 1]
    lead = document.lead_of(unit)
    if lead and (TO_COME.search(lead) or ELSEWHERE.search(lead) or BAD_HEAD.search(lead)):
        return True
    if before.kind in ("heading", "contents", "question") or before.cell is not None or before.heads != unit.heads:
        return False
    text = before.norm
    if len(text.split()) > 22 or ("@at" in text and "following" not in text):
        return False
    if re.match(r"^(?:our|this|the|your) (?:\w+ )?plan\b", unit.norm):
        return False
    document.place(before)
    later = before.since > document.today.isoformat() or names_a_later_year(document, before) or TO_COME.search(text)
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
