"""The last look at a claim of which money hangs: what its sentence, its heading and its neighbours leave unresolved takes it back.

A permission is believed if nothing in its sentence denies, conditions, dates, narrows, reports or compares, once the turns of
phrase are taken out that are known to do no harm. So a word nobody thought of costs an answer, and not the truth.
The words are in `vetoes`; of other times, people and sentences speak `to_come`, `some_people` and `neighbors`.
"""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.clauses import own_clause, own_items, without_rollovers
from megaroth.reader.come_out import nearest
from megaroth.reader.conditions import AS_MUCH_AS_THE_LAW_ALLOWS
from megaroth.reader.context import Document
from megaroth.reader.conversion_hints import hint
from megaroth.reader.conversion_words import without_its_turns
from megaroth.reader.harmless import without_harmless
from megaroth.reader.neighbors import is_framed, is_taken_back
from megaroth.reader.out_words import plain_out
from megaroth.reader.pattern import Pattern
from megaroth.reader.some_people import is_for_some
from megaroth.reader.taken import BUT_OLD
from megaroth.reader.to_come import is_to_come
from megaroth.reader.units import Claim
from megaroth.reader.vetoes import BAD_HEAD, BYGONE, CONDITION, DENIED, ELSEWHERE, PART, TOLD
from megaroth.reader.whose import names_another, own_names

CRITICAL = ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal")
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
_OF_THE_WHOLE = Pattern(
    r"\bdraft\b|\bminutes of\b|\bpropos(?:al|ed)\b|\bcase study\b|\barchives?\b|\bhypothetical\b|\bnon-?qualified\b|\bagenda\b|\bformer \w+ (?:plan|participants)\b"
)


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
                by_itself_if |= claim.value == "automatic" and (
                    why in (_IF, _REPORTS) or (why == _DENIES and bool(hint(claim.unit.norm, True)))
                )
                continue
        kept.append(claim)
    if by_itself_if:
        # Where it may be had to go by itself, `on request` would be the wrong way to plan.
        return [claim for claim in kept if (claim.field, claim.value) != ("in_plan_conversion", "on-request")]
    return kept


_IF = "the sentence holds a condition"
_DENIES = "the sentence holds a denial"
_REPORTS = "the sentence may report and not say"


def _doubt(document: Document, claim: Claim, places: dict[int, int], known: frozenset[str]) -> str:
    unit = claim.unit
    permits = claim.value not in ("no", "frozen")
    why = _in_the_sentence(document, claim, permits, known)
    if why and claim.own:
        why = _in_the_sentence(document, claim, permits, known, claim.own)
    if why:
        return why
    head = document.heads[unit.heads[0]] if unit.heads else ""
    head = "" if head.startswith("whereas") else head
    if any(_OF_THE_WHOLE.search(document.heads[each]) for each in unit.heads[1:]):
        return "it may be part of a draft, a report or a story"
    ours = not permits and _OURS_DOES_NOT.search(unit.norm)
    if claim.field != "after_tax_allowed" and "@at" in head and _OF_OLD_MONEY.search(head):
        head = ""
    if head and not ours and (BAD_HEAD.search(head) or ELSEWHERE.search(head) or names_another(unit.heads[0], known)):
        return "its heading may speak of something else"
    place = places.get(id(unit))
    if place is None or unit.cell is not None:
        return ""
    if permits and is_taken_back(document, unit, place, claim):
        return "what follows takes it back or narrows it"
    if is_framed(document, unit, place, known):
        return "what stands before it speaks of another time, plan or group"
    return ""


def _in_the_sentence(document: Document, claim: Claim, permits: bool, known: frozenset[str], clause: str = "") -> str:
    unit = claim.unit
    own = clause or (
        unit.norm
        if unit.answer_to
        else nearest(own_clause(plain_out(unit.norm)))
        if claim.field == "in_service_withdrawal"
        else own_items(unit.norm)
    )
    if claim.field != "after_tax_allowed":
        own = _OF_OTHER_ACCOUNTS.sub(" ", _WHO_HAVE_SOME.sub("who ~", own))
    text = AS_MUCH_AS_THE_LAW_ALLOWS.sub(" ", without_harmless(own))
    if unit.answer_to:
        text = re.sub(r"^(?:yes|no)\b", " ", text)
    if claim.field == "after_tax_allowed":
        text = _OF_WITHDRAWALS.sub(" ", without_rollovers(text))
    if unit.answer_to and not permits and _NO_BY_ITSELF.match(own):
        return ""
    raw = unit.raw
    if not permits:
        text = BUT_OLD.sub(" ", _CONCEDED.sub("", text))
        raw = _SET_AGAINST.sub(" ", raw)
        text = _SET_AGAINST.sub(" ", text)
        first, _, rest = text.partition("; ")
        text = first if claim.field == "after_tax_allowed" and "@at" in first and "@at" not in rest else text
    if ELSEWHERE.search(text):
        return "the sentence may speak of another plan"
    if claim.field == "in_service_withdrawal":
        raw = _BY_WHOM.sub("", raw)
    if names_another(raw, known):
        return "the sentence names another plan or employer"
    if unit.ticked or boxes.choice(unit.raw):
        return ""
    if not unit.scope and (PART.search(unit.raw) or is_for_some(text)):
        return "the sentence may be for a part of the people only"
    if is_to_come(document, unit, text):
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
        return _DENIES
    if CONDITION.search(text):
        return _IF
    return ""


_BY_WHOM = Pattern(
    r"\b(?:handled|processed|administered|arranged|paid out) by (?:the )?(?:[A-Z][\w&.'-]*,? ?(?:of |and |& )?)+|,? including (?:any|those|amounts|money)\b[^.;,]*(?:transferred|merged|rolled|brought|moved)[^.;,]*",
    "handled", "processed", "administered", "arranged", "paid out", "including",
)  # fmt: skip
"""Who handles a request, and where a part of the money came from."""
_CONCEDED = Pattern(
    r"^(?:although|though|while|even though) [^,;.]{0,60}, (?=(?:our|this|the) (?:\w+ )?(?:plan|401k)\b|ours\b)",
    "though",
    "while",
)
"""`Although the law allows it, our plan does not`."""
_SET_AGAINST = Pattern(
    r"^\W*(?:[Uu]nlike|[Ii]n contrast to|[Aa]s opposed to) [^,;:]{3,60}, (?=(?:[Tt]his|[Oo]ur|[Tt]he) (?:\w+ )?[Pp]lan\b)|\b(?:since|after|upon|at) (?:the )?(?:merger|spin-?off|acquisition|transfer) of [^,;:]{3,60} (?:in)?to (?:it|this [Pp]lan|the [Pp]lan)\b",
    "nlike", "n contrast", "s opposed", "merger", "spin", "acquisition", "transfer",
)  # fmt: skip
"""Another plan that a refusal is set against, or that is the date of its end: `Unlike the Example Plan, this Plan does not …`."""
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
