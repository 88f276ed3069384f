"""The formulas that a document states, put together: a later tier with its first, this year's before the last one's, two plans apart."""

from __future__ import annotations

import itertools
from decimal import Decimal

from megaroth.reader import reserve
from megaroth.reader.context import Document
from megaroth.reader.formula import percent, plausible, tiers_of
from megaroth.reader.joined import one_gives_way
from megaroth.reader.offered import GOES_ON, of_the_formula
from megaroth.reader.pattern import Pattern
from megaroth.reader.rates import rated
from megaroth.reader.reach import (
    with_its_rate,
)
from megaroth.reader.to_come import has_come
from megaroth.reader.units import Claim, Unit

_DO_NOT_FIT = "the tiers of the match do not fit together; ask"


_TIER_FIRST = Pattern(r"^(?:and |plus )?\d+(?:\.\d+)?%", "%")


_ANOTHER_TIER = Pattern(
    r"^(?!.*\b(?:first|example|if|(?<!but )not|no|never)\b)(?=.*(?:\bmatch|\bearn|\bget|\bcents|\$0?\.\d|\bhalf\b|\d%.*\d%))(?:[^.;]|\.(?=\d)){0,60}\b(?:(?:next|following|subsequent) (?:\d{1,2}(?:\.\d+)?%|\$\d)|(?:above|over|beyond|between|from|in excess of|exceeding|greater than|more than) (?:\d{1,2}(?:\.\d+)?%)[^.;%]{0,60}\b(?:and|to|up to|through|but|not)\b[^.;%]{0,40}\d%)",
    "next", "following", "subsequent", "above", "over", "beyond", "between", "from", "in excess of", "exceeding", "more than", "greater than",
)  # fmt: skip
"""`Your next 3% is matched at 50 cents on the dollar.`, behind a first tier."""


_RATE_AND_REACH = (
    r"(?P<rate>\d{2,3}(?:\.\d+)?)%", r"(?:(?:next|following|subsequent) (?P<next>\d{1,2}(?:\.\d+)?)%|(?:above|over|beyond|between|from|in excess of|exceeding|greater than|more than) (?P<low>\d{1,2}(?:\.\d+)?)%[^.;%]{1,50}?(?P<high>\d{1,2}(?:\.\d+)?)%)",
)  # fmt: skip


_RATE_FIRST = Pattern(
    rf"^[^.;%]{{0,50}}?{_RATE_AND_REACH[0]} (?:of|on|for)\b[^.;%]{{0,50}}?{_RATE_AND_REACH[1]}[^;%]*$"
)


_RATE_LAST = Pattern(rf"^[^.;%]{{0,60}}?{_RATE_AND_REACH[1]}[^.;%]{{0,60}} {_RATE_AND_REACH[0]}(?: of| on)?\W*$")


def _and_another(tiers: list[dict[str, str]], text: str) -> list[dict[str, str]]:
    """The tiers of a formula and the one that the next sentence adds; empty where that does not begin where they end."""
    said = rated(of_the_formula(text)).rstrip(" .;,")
    found = _RATE_FIRST.match(said) or _RATE_LAST.match(said)
    if not found or any(
        list(tier) != ["rate_percent", "up_to_percent_of_pay"] or " " in tier["up_to_percent_of_pay"] for tier in tiers
    ):
        return []
    reached = sum(Decimal(tier["up_to_percent_of_pay"]) for tier in tiers)
    if found["low"] and Decimal(found["low"]) != reached:
        return []
    reach = Decimal(found["next"]) if found["next"] else Decimal(found["high"]) - reached
    return [*tiers, {"rate_percent": percent(found["rate"]), "up_to_percent_of_pay": percent(str(reach))}]


_LEFT_OPEN = Pattern(r"\bplus\W*$|[,;] and\W*$", "plus", "and")
"""A first tier whose second one was not understood."""


def _with_their_tiers(document: Document, found: list[Claim]) -> list[Claim]:
    """A later tier in a line or sentence of its own belongs to the formula before it; where they do not fit, neither is believed."""
    place = {id(unit): number for number, unit in enumerate(document.units)}
    out: list[Claim] = []
    last: Claim | None = None

    def said_of(unit: Unit) -> str:
        return of_the_formula(with_its_rate(document, unit) or unit.norm).rstrip(" .;,")

    for claim in found:
        if claim.field != "match" or claim.value != GOES_ON:
            last = claim if claim.field == "match" and isinstance(claim.value, list) else last
            out.append(claim)
            continue
        if last is None or not 0 < place[id(claim.unit)] - place[id((last.also or (last.unit,))[-1])] <= 3:
            continue
        units = (last.unit, *last.also, claim.unit)
        tiers = tiers_of(" plus ".join(said_of(unit) for unit in units))
        if len(tiers) == len(units) and plausible(tiers):
            last.value, last.also = tiers, units[1:]
        else:
            last.value, last.strength, last.note = "unknown", 1, _DO_NOT_FIT
    formulas = [claim for claim in out if claim.field == "match" and isinstance(claim.value, list)]
    for claim in formulas:
        at = place[id(claim.unit)]
        after = document.units[at + 1] if at + 1 < len(document.units) else None
        follows = any(0 < place[id(other.unit)] - at <= 2 for other in formulas)
        if after is not None and claim.unit.norm.endswith(";") and not claim.also and _TIER_FIRST.match(after.norm):
            # `100% of the first 1%; 75% of the next 1%; and …`: a sentence that its semicolons cut.
            both = " plus ".join(of_the_formula(unit.norm).rstrip(" .;,") for unit in (claim.unit, after))
            tiers = tiers_of(both.replace("; and", " plus"))
            if len(tiers) > 1 + both.count(";") and plausible(tiers):
                claim.value, claim.also = tiers, (after,)
            else:
                claim.value, claim.strength, claim.note = "unknown", 1, _DO_NOT_FIT
            continue
        if _takes_another(claim, after):
            continue
        if _LEFT_OPEN.search(claim.unit.norm) and not claim.also and not follows:
            claim.value, claim.strength, claim.note = "unknown", 1, _DO_NOT_FIT
    taken = {id(unit) for claim in formulas for unit in claim.also}
    return [claim for claim in out if claim.field != "match" or id(claim.unit) not in taken]


def _takes_another(claim: Claim, after: Unit | None) -> bool:
    """Whether the unit behind a formula is its next tier: it becomes part of it, or the formula is not believed."""
    if claim.also or after is None or not _ANOTHER_TIER.search(after.norm) or reserve.some(after):
        return False
    tiers = _and_another(claim.value, after.norm)
    if tiers and plausible(tiers):
        claim.value, claim.also = tiers, (after,)
    else:
        claim.value, claim.strength, claim.note = "unknown", 1, _DO_NOT_FIT
    return True


_BROKEN_OFF = Pattern(
    r"\d%[^.;]*(?:,|\band|\bplus|\bthen) (?:then |another |an additional )*(?:\$\d*\.\d+|\d{1,3}(?:\.\d+)?%)(?: (?:for|on|of|per))?(?: (?:each|every|the|any|your))?$"
)
"""`100% of the first 3%, and $0.5 for each`: a column that is cut here has kept a tier to itself."""


def no_half(document: Document, claims: list[Claim]) -> None:
    """The same for formulas that a label or a table told."""
    single = [
        claim for claim in claims if claim.field == "match" and isinstance(claim.value, list) and len(claim.value) == 1
    ]
    for claim in single:
        if _BROKEN_OFF.search(claim.unit.norm):
            claim.value, claim.strength, claim.note = "unknown", 1, _DO_NOT_FIT
            continue
        at = next((n for n, unit in enumerate(document.units[:-1]) if unit is claim.unit), None)
        if at is not None and claim.unit.cell is None:
            _takes_another(claim, document.units[at + 1])


def _year(claim: Claim) -> int:
    """The year for which a formula is said: this year's goes before the last one's."""
    return reserve.year_of(claim.unit.norm) if claim.field == "match" and isinstance(claim.value, list) else 0


def _is_bounded_by_a_sum(claim: Claim) -> bool:
    return isinstance(claim.value, list) and list(claim.value[-1]) == ["rate_percent"] and "$" in claim.unit.norm


_NAMED = Pattern(r"^((?:[A-Z][\w.'-]*|&|and|of|the)(?: (?:[A-Z][\w.'-]*|&|and|of|the)){0,4}): .*\d%")


_NO_NAME = Pattern(
    r"\b(?:match\w*|tier|first|next|then|plus|pay|contributions?|example|formula|company|employer|step|note|amount)\b"
)


def _of_two_plans(document: Document) -> set[int]:
    """The rows of a comparison, each with the name of a plan: `Old Mill: 25% of the first 8%`, `New Mill: 100% of the first 4%`."""
    rows: set[int] = set()
    for one, two in itertools.pairwise(document.units):
        if ":" not in one.raw or "%" not in one.raw or "%" not in two.raw or one.cell or two.cell:
            continue
        names = [found[1] for unit in (one, two) if (found := _NAMED.match(unit.raw))]
        if len(names) == 2 and names[0] != names[1] and not any(_NO_NAME.search(name.lower()) for name in names):
            rows |= {id(one), id(two)}
    return rows


_MATCHED_ONCE = Pattern(
    r"^(?:the |our )?(?!(?:company|employer|plan|sponsor|we|you|they|bank|firm|corporation|organization|university|hospital)\b)[a-z&.]+(?: [a-z&.]+)? (?:matched|used to match)\b",
    "match",
)


_FROM_NOW = Pattern(
    r"^(?:starting|beginning|effective|from|as of|since|now)\b[^.;%]{0,40}\b(?:you'll|you (?:will )?(?:have|get|receive)|we|your match|it)\b[^.;%]{0,40}\bmatch",
    "match",
)


_HAS_BEEN = Pattern(
    r"^(?:until now,? |up to now,? |so far,? |in the past,? )?(?:the |our |your )?(?:current |old |company |employer |safe harbor )*match(?:ing)?(?: contributions?| formula| rate)? (?:has been|had been|was|used to be)\b",
    "match",
)
_WILL_BE = Pattern(
    r"^(?:(?:now|from now on|going forward),? )?(?:it|this|that|the (?:new )?(?:match|rate|formula|matching contribution)) (?:(?:will|shall)(?: now| then)? be|is now|now (?:is|equals)|becomes|has become)\b"
)
"""`The match has been 50% of the first 6%. It will be 100% of the first 4%`, of a change whose day has come."""


def gives_way(old: str, new: str) -> bool:
    """Whether a sentence tells what the match has been, and the one after it what it will be."""
    return "%" in old and bool(_HAS_BEEN.match(old) and _WILL_BE.match(new))


def _gave_way(document: Document, found: list[Claim]) -> set[int]:
    """`Old Mill matched 50% of the first 5%. Starting in January you have the New Mill match, …`: the claims of the first."""
    place = {id(unit): number for number, unit in enumerate(document.units)}
    formulas = [claim for claim in found if claim.field == "match" and isinstance(claim.value, list)]
    gone: set[int] = set()
    for old, new in itertools.pairwise(sorted(formulas, key=lambda claim: place[id(claim.unit)])):
        near = old.unit.heads == new.unit.heads and place[id(new.unit)] - place[id(old.unit)] <= 2
        once = _MATCHED_ONCE.match(old.unit.norm) and _FROM_NOW.match(new.unit.norm)
        if near and (once or gives_way(old.unit.norm, new.unit.norm)):
            document.place(new.unit)
            if document.current(new.unit) and (once or " will " not in new.unit.norm or has_come(document, new.unit)):
                gone.add(id(old.unit))
    return gone


def settled(document: Document, found: list[Claim]) -> list[Claim]:
    """The claims with the tiers of a formula put together, this year's before the last one's, and no rate with two sums."""
    found = _with_their_tiers(document, found)
    rows = _of_two_plans(document)
    if rows and any(claim.field == "match" for claim in found) and not one_gives_way(document):
        for claim in found:
            if claim.field == "match" and id(claim.unit) in rows:
                claim.value, claim.strength, claim.note = "unknown", 1, "two plans are compared; ask which one is yours"
    gone = _gave_way(document, found)
    found = [claim for claim in found if claim.field != "match" or id(claim.unit) not in gone]
    latest = max((_year(claim) for claim in found), default=0)
    found = [claim for claim in found if not 0 < _year(claim) < latest]
    limits = [claim for claim in found if claim.field == "match_limits"]
    if len({str(claim.value) for claim in limits}) > 1:
        # `Effective January 1, 2026 the maximum was increased to $10,000`: once the day has come, that one holds.
        for claim in limits:
            document.place(claim.unit)
        since = max((claim.unit.since for claim in limits if document.current(claim.unit)), default="")
        latest_ones = {str(claim.value) for claim in limits if claim.unit.since == since}
        if since and len(latest_ones) == 1:
            found = [claim for claim in found if claim.field != "match_limits" or str(claim.value) in latest_ones]
    if len({str(claim.value) for claim in found if claim.field == "match_limits"}) > 1:
        # A rate without a reach holds only with its one sum.
        found = [claim for claim in found if not (claim.field == "match" and _is_bounded_by_a_sum(claim))]
    return found
