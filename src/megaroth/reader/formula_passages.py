"""The match of a document of which no single sentence told one: passages of a few sentences, lines or cells read by their slots.

A passage is on the match by its own words, its heading, its question or what stands before it; each number of it counts
(`formula_slots`). What is told for some people, of a time gone by, as an example or at somebody's will is none.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from megaroth.reader import ended, reserve
from megaroth.reader.context import Document
from megaroth.reader.formula import percent
from megaroth.reader.formula_slots import marks_of, tiers_told
from megaroth.reader.listed import IF_ROOM
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from megaroth.reader.formula_slots import Marks

    Piece = tuple[Unit, Marks]

_FAR = 5
"""So many sentences, lines or cells a passage may have."""
_GIVES = Pattern(
    r"\b(?:we|us|our|ours|company|employer|firm|bank|university|hospital|college|foundation|district|city|county|plan|by [a-z]+|[a-z&]+(?:'s)?)(?: will| also| then| shall|'ll)* (?:adds?|puts? in|contributes?|deposits?|gives?|chips? in|kicks? in|pays?(?: in)?|contributions?|credits?|provides?)\b|\bfrom us\b|\bof ours\b|\bcontributions by\b"
)
_TAKES = Pattern(
    r"\b(?:you|participants?|employees?|members?|associates?|they|teammates?|colleagues?) (?:choose to |elect to |decide to )?(?:save|contribute|defer|put|set|invest|pay in)|\b(?:your|their|yours|of yours|participant's|employee's|member's|associate's)\b|\b(?:put|set|save|contribute|defer) (?:away|aside|at least)\b|\bdeferrals?\b|\bsavings\b|\bwho (?:save|contribute|defer|put)|\bfrom you\b"
)
_NO_RULE = Pattern(
    r"\bexamples?\b|\b(?:common|usual)(?:ly)?\b(?! stock)|\bfor instance\b|\bassum|\bsuppose\b|\bhypothetical|\billustrat|\btypical|\b(?:many|most|some|other|few) (?:plans|employers|companies|firms|people)\b|\bpropos|\bformer(?:ly)?\b|\bprevious(?:ly)?\b|\bused to\b|\bhad been\b|\bin the past\b|\bwould\b|\b(?:could|might) (?:also )?(?:be|match|contribute|add|make|change|differ)|\b(?:before|until|through|prior to|in|during|for) (?:[a-z]+ )?(?:[a-z]+ \d{1,2},? )?(?:19|20)\d\d\b|\blast year\b|\bif any\b|\bdiscretion|\bdepend|\brang(?:e|ed|es|ing)\b|\bvar(?:y|ies|ied)\b|\byears? of (?:[a-z]+ )?service\b|\btop-heavy|\bhsa\b|\bstudent|\bloans?\b|\bcharit|\bgifts?\b|\bbonus|\bnon-?elective|\bprofit[- ]sharing(?! (?:(?:and|401k|savings|retirement|thrift|employees'?) )*(?:plan|401k)\b)|\bstocks?\b|\bmatched\b(?= (?:\{|\d))(?<=(?:y|m|k|r|e) matched)|\bother plan\b|\bone of the following\b|\bwhichever\b|\b(?:greater|lesser|lower|higher) of\b|\bsupplement\b|\bdivision|\bbased on\b|\bdetermined by the\b|\beach year by\b|\bsurvivor|\bpremium|\bbalance\b|\bwithdr|\bdistribut|\bpension\b|\bcredited service\b|\bwas\b|\bwere\b|\bmay (?:make|match|contribute|provide|elect)\b"
)
_SINCE_THEN = Pattern(
    r"^(?:since then|from then on|now\b|today\b|starting|beginning|effective|that (?:changed|ended)|this (?:changed|ended)|it (?:has been|was|ended|changed)|(?:the|all|every|any) (?:other|remaining)|employees in all other|others?\b|everyone else|for (?:all )?others?\b)"
)
_IS_OF_WHAT_IS_MATCHED = Pattern(
    r"\bmatch|\bcount(?:s|ed)?\b|\bconsider|\brecogni[sz]|\btak(?:e|en|es) into\b|\bunmatched\b|\bfirst \d|\b(?:it|this|that|the company|we) (?:does|do|is done|applies|goes|holds) (?:so )?(?:for|on|up|through|to|until)\b|\bno further\b|\bnot beyond\b|\b(?:after|beyond) that\b",
    "match", "count", "consider", "recogni", "into", "first", "it ", "this ", "that", "the company ", "we ", "no further", "not beyond",
)  # fmt: skip
_MORE_OF_IT = Pattern(
    r"^(?:(?:and|but|then|any|all|amounts?|savings|contributions?|deferrals?|anything|everything|what) )*(?:above|over|beyond|more than|after|past|exceeding|in excess)\b"
)
_OTHER_MATTER = Pattern(
    r"\bvest|\bloans?\b|\bborrow|\bwithdr|\benrol|\bincrease|\bconver|\bnon-?elective|\bprofit[- ]sharing|\bpension|\bstock|\bfees?\b|\btax(?:es|able)?\b|\bpenalt"
)
_ON_MONEY = Pattern(
    r"match|%|\$|\bdollar|contribut|\bsav(?:es?|ed|ings?)\b|\bdefer|\bput(?:s|ting)? (?:in|away|aside)\b|\badds?\b|\bcents?\b"
)
"""`You may meet our adviser one to one` has none."""
_SAVE_ALL = Pattern(
    r"\bhow much (?:should|do|must|would|can) (?:i|you|we|an? \w+) (?:have to |need to )?(?:save|contribute|defer|put in|put away)\b.*\b(?:everything|full|all|most|max(?:imum)?|whole|entire)\b",
    "how much",
)
_TIER_NAME = Pattern(
    r"\b(?:tier|level|step|layer|group|class|band) (?:[1-4]|[a-d]|i{1,3}|one|two|three)\b",
    "tier",
    "level",
    "step",
    "layer",
    "group",
    "class",
    "band",
)
"""`Tier 1: 100% of …; Tier 2: 75% of the next …`: steps of one formula, and no two groups of people."""
_BARE = Pattern(r"^(?:at least |that is |that's )?(\d{1,2}(?:\.\d+)?)%(?: of (?:your )?(?:pay|salary))?\W*$", "%")


def where_none_is_told(document: Document, claims: list[Claim]) -> list[Claim]:
    """The formula of passages, where no rule for a single sentence, a label or a table found anything on it."""
    if document.general or document.template or any(c.field in ("match", "match_steps") for c in claims):
        return []
    if "match" not in document.text and not _GIVES.search(document.text):
        return []
    pieces = [(unit, _marks(document, unit)) for unit in document.units]
    found: list[Claim] = []
    place = 0
    while place < len(pieces):
        last, claim = _from(document, pieces, place) if pieces[place][1] else (place, None)
        if claim is not None:
            found.append(claim)
        place = last + 1
    return found


def _marks(document: Document, unit: Unit) -> Marks:
    if unit.kind in ("contents", "question") or unit.ticked is False:
        return []
    text = unit.norm
    if unit.kind == "heading":
        return []
    if (
        "%" in text
        and (bare := _BARE.match(text))
        and _SAVE_ALL.search(f"{unit.answer_to} {document.heads_of(unit, 1)}")
    ):
        return [("m", Fraction(bare[1]), Fraction(0))]
    return marks_of(f"{document.lead_of(unit)} : {text}" if unit.cell and document.lead_of(unit) else text)


def _from(document: Document, pieces: list[Piece], start: int) -> tuple[int, Claim | None]:
    """The passage that begins at a unit: the longest in which all fits; where it ends, and its claim."""
    first = pieces[start][0]
    end = start
    while end + 1 < len(pieces) and end - start + 1 < _FAR and _goes_with(first, pieces[end + 1][0]):
        end += 1
    for last in range(end, start - 1, -1):
        part = pieces[start : last + 1]
        if not part[-1][1] or not any(mark[0] == "r" for _, marks in part for mark in marks):
            continue
        tiers = tiers_told([mark for _, marks in part for mark in marks])
        if not tiers:
            continue
        if not _is_ours(document, pieces, start, last):
            return last, None
        value = [
            {"rate_percent": percent(_decimal(rate)), "up_to_percent_of_pay": percent(_decimal(reach))}
            for rate, reach in tiers
        ]
        units = [unit for unit, marks in part if marks]
        if len(tiers) > 1:
            document.place(units[0], _TIER_NAME.sub("", units[0].norm))
        return last, Claim("match", value, units[0], 2, "", tuple(units[1:]))
    return start, None


def _decimal(number: Fraction) -> str:
    return f"{Decimal(number.numerator) / number.denominator:.4f}"


def _goes_with(first: Unit, unit: Unit) -> bool:
    if unit.kind in ("contents", "question", "heading") or unit.page > first.page + 1:
        return False
    return unit.heads[-1:] == first.heads[-1:]


def _is_ours(document: Document, pieces: list[Piece], start: int, last: int) -> bool:
    """Whether a passage is on the match, for everybody, today, and nothing beside it says otherwise."""
    part = pieces[start : last + 1]
    first = part[0][0]
    before = pieces[start - 1] if start else None
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    whole = " ".join(unit.norm for unit, _ in part)
    above = f"{document.heads_of(first, 2)} {document.lead_of(first)} {first.answer_to}"
    near = f"{whole} {above} {before[0].norm if before else ''}"
    if "match" not in near and not (_GIVES.search(f"{whole} {above}") and _TAKES.search(whole)):
        return False
    if _NO_RULE.search(f"{whole} {above}"):
        return False
    for unit, marks in part:
        kinds = {mark[0] for mark in marks}
        if ended.was_so(unit.norm) or ended.was_told(unit.norm) or reserve.some(unit) or reserve.is_open(unit.norm):
            return False
        if reserve.by_service(unit.norm) or document.is_condition(unit, IF_ROOM):
            return False
        if "r" in kinds and not unit.cell and not _ON_MONEY.search(unit.norm):
            return False
        reaches = kinds & set("fbstw") and "r" not in kinds
        if reaches and not _IS_OF_WHAT_IS_MATCHED.search(unit.norm) and len(unit.norm.split()) > 7 and not unit.cell:
            return False
    if after and (_SINCE_THEN.match(after[0].norm) or reserve.some(after[0])):
        return False
    beside = [each for each in (before, after) if each and each[0].kind not in ("heading", "contents")]
    return not any(marks and _goes_on(unit.norm, {mark[0] for mark in marks}) for unit, marks in beside)


def _goes_on(text: str, kinds: set[str]) -> bool:
    """Whether a sentence beside a formula has more of it, which then was not understood."""
    if "match" in text or kinds & set("nswtdep") or _MORE_OF_IT.match(text):
        return True
    return "r" in kinds and not _OTHER_MATTER.search(text)
