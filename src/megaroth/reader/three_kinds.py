"""Lists of the kinds of contributions: pre-tax, Roth and after-tax, each at the beginning of an item, a line, a cell or a paragraph.

Where all three open one after the other, the after-tax one is no Roth, and it is a kind that the plan takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

if TYPE_CHECKING:
    from megaroth.reader.context import Document

_OPENS = Pattern(
    r"^\W*(?:(?:\(?[a-d1-4][.)]|option [a-c1-4]:?|plus|and|or|also) )?(?:(?:your|the|an?|regular|voluntary|standard|ordinary|plain|true|employee|non-roth|elective|eligible|traditional(?= (?:after-tax|@at|@true))) )*"
    r"(?P<kind>@pre|traditional(?: 401k)?(?! after-tax| @at)|@roth|after-tax|@true|@at)(?: (?:401k|basis|contributions?|savings|deferrals?|money|option|bucket|source|dollars|employee|elective|voluntary))*(?: \([^()@]{0,60}\))?"
    r"(?:\W*$|[.:;,]+ (?!@|or\b|and\b|after-tax)| - (?!@)| \| |[\"']? (?:also |all )?(?:is|are|means|being|lets?|comes?|go(?:es)?|from|up to)\b| \d)",
    "@", "after-tax", "traditional",
)  # fmt: skip
_FAR = 9
"""How many sentences may stand between two kinds of one list."""


def _kind(unit: Unit) -> str:
    found = _OPENS.match(unit.norm) if unit.kind not in ("contents", "question") else None
    if found is None:
        return ""
    return {"@pre": "@pre", "@roth": "@roth"}.get(found["kind"], "@pre" if found["kind"][0] == "t" else "@at")


def _opened(units: list[Unit]) -> list[tuple[int, Unit, str]]:
    """Place, unit and kind of all that open with a kind, in their order."""
    return [(place, unit, kind) for place, unit in enumerate(units) if (kind := _kind(unit))]


def _beside(opened: list[tuple[int, Unit, str]], number: int) -> set[str]:
    """The kinds that open near by, in one list, column or text."""
    place, unit, _ = opened[number]
    return {
        kind
        for at, each, kind in opened[max(0, number - _FAR) : number + _FAR + 1]
        if abs(at - place) <= _FAR and abs(each.page - unit.page) < 2 and _side_by_side(unit, each)
    }


IN_A_ROW = Pattern(
    r"^\W*(?:how(?: to (?:save|contribute))?|(?:contribution )?(?:types?|kinds?|sources?|choices?|options?)(?: of contributions?)?|ways to (?:save|contribute)|your (?:choices|options))(?: -|:| \|) (?:@pre|traditional),? (?:and |or )?@roth,? (?:and|or|and/or) @at\b(?!.*\b(?:not|no|never|withdr\w*|conver\w*|match\w*)\b)",
    "@at",
)
"""`How – pre-tax, Roth or after-tax`: a row of what one decides."""


def thirds(units: list[Unit]) -> list[Unit]:
    """The units that open with after-tax money where pre-tax and Roth money open others near by; below a title on Roth it may be Roth."""
    opened = _opened(units)
    return [
        unit
        for number, (_, unit, kind) in enumerate(opened)
        if kind == "@at"
        and not (unit.heads and "roth" in unit.heads[0].lower())
        and {"@pre", "@roth"} <= _beside(opened, number)
    ]


def allowed(document: Document, place: int) -> bool:
    """Whether such a list tells that after-tax money is taken: it is one of what people put in, and nothing said of it denies it or is of the past."""
    units = document.units
    unit = units[place]
    told = [unit]
    for each in units[max(0, place - _FAR) : place + _FAR + 1]:
        if unit.cell is not None and each.cell is not None and each.cell[:2] == unit.cell[:2]:
            told.append(each)
    for each in units[place + 1 : place + 5]:
        if _kind(each) or each.kind in ("heading", "question") or each.heads != unit.heads or each.cell != unit.cell:
            break
        told.append(each)
    around = [document.lead_of(unit), *(document.heads[head] for head in unit.heads[:2])]
    before = (each.norm for each in units[max(0, place - 3 * _FAR) : place])
    return (
        any(_ON_SAVING.search(text) for text in (*around, *before))
        and not any(_ON_SOMETHING_ELSE.search(text) for text in around)
        and not any(_DENIES.search(each.norm) for each in told)
    )


_ON_SAVING = Pattern(
    r"\b(?:contribut\w+|sav(?:e|ing|ings)|put (?:in|into|away|aside)|types?|kinds?|ways|options?|choices?|choose|buckets?|sources?|pay)\b"
)
_ON_SOMETHING_ELSE = Pattern(
    r"\b(?:withdr\w*|distribut\w*|tak(?:e|ing) (?:it|money|your)|loans?|borrow\w*|match\w*|conver\w*|rollovers?|roll(?:ed|ing)?|transfer\w*|vest\w*|leav(?:e|ing)|terminat\w*|glossary|defin\w+|terms|statements?|balances?|accounts? (?:hold|may hold|can hold)|tax(?:es|ed|ation)|invest\w*|example)\b"
)
_DENIES = Pattern(
    r"\b(?:cannot|can't|can not|not (?:offered|available|permitted|allowed|accepted|taken|open|part|an? (?:option|feature|choice)|in (?:the|our|this) plan|yet|currently|now|at this time)|do(?:es)? not (?:offer|permit|allow|accept|take|have|exist|provide)|none|n/a|no longer|no new|no more|not any ?more|closed|frozen|discontinu\w*|end(?:ed|s)|stopped|ceased|eliminat\w*|former(?:ly)?|prior|previous(?:ly)?|old|grandfather\w*|were|was|until|before (?:19|20)\d\d|may be added|consider\w*|coming|soon|next year|if (?:your|the) (?:plan|employer)|some plans|other plans|many plans|pre-?(?:19|20)?\d\d)\b"
)


def _side_by_side(one: Unit, other: Unit) -> bool:
    if one.cell is None or other.cell is None:
        return one.cell is None and other.cell is None
    return one.cell[0] == other.cell[0] and (one.cell[1] == other.cell[1] or one.cell[2] == other.cell[2])


_ROTH_AS_A_KIND = Pattern(
    r"^\W*(?:[\d.]+ )?(?:your |designated )?@roth(?: (?:401k|403b|457b))?(?: (?:elective |salary |employee )?(?:contributions?|deferrals?|savings|option))+(?: \(@\w+\))?\W*$|^\W*@roth (?:401k|403b|457b)(?: \(@\w+\))?\W*$",
    "@roth",
)
"""`3.2 Roth Contributions`, `Roth 403(b) (after-tax)`, as a title, an item or a cell."""
_PRE_OR_ROTH = Pattern(
    r"^\W*(?:your |employee |either |(?:401k|403b):? )*@pre(?: contributions?| deferrals?| savings)?(?:,? (?:and/or|or|and)| ?[+/&]) (?:designated )?@roth\b(?! ira| conver)",
    "@pre",
)
"""`Pre-tax or Roth`, where a title, an item or a cell begins."""
_BOTH = Pattern(
    r"^\W*(?:your |the )*@pre(?: contributions?)? (?:and|&) @roth(?: 401k)? (?:contributions?|deferrals?|savings|accounts?|money)\W*$",
    "@pre",
)
"""`Your before-tax and Roth accounts`, as the title of a part."""
_ROTH_DENIED = Pattern(
    r"\b(?:no|not|never|cannot|none|without|nor)\b[^.;]{0,40}@roth|@roth\b[^.;]{0,40}\b(?:not|no|never|cannot|none|n/a|unavailable)\b",
    "@roth",
)


def roth_among_them(document: Document) -> list[Claim]:
    """Where nothing else is said of Roth deferrals: that Roth stands as a title, an item or a cell among the kinds of contributions."""
    if document.template or document.general or "@roth" not in document.text or "@pre" not in document.text:
        return []
    if any(_ROTH_DENIED.search(unit.norm) for unit in document.units):
        return []
    opened = _opened(document.units)
    among = {
        id(unit)
        for number, (_, unit, kind) in enumerate(opened)
        if kind == "@roth" and "@pre" in _beside(opened, number)
    }
    for unit in document.units:
        if "@roth" not in unit.norm or unit.kind in ("contents", "question") or unit.ticked is not None:
            continue
        around = (document.lead_of(unit), *(document.heads[head] for head in unit.heads[:2]))
        # What stands above a title is often the title of the part before.
        title = unit.kind == "heading" and _BOTH.match(unit.norm) is not None
        if any("ira" in text.split() for text in around) or document.is_condition(unit):
            continue
        if not title and any(_ON_SOMETHING_ELSE.search(text) for text in around):
            continue
        short = unit.kind in ("heading", "item", "cell")
        if id(unit) in among or (short and (_ROTH_AS_A_KIND.match(unit.norm) or _PRE_OR_ROTH.match(unit.norm))):
            return [Claim("roth_deferrals", "yes", unit, 1, "implied: it is named among the kinds of contributions")]
    return []
