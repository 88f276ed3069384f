"""The formula of the match as a document states it: its sentences, lines and examples together, and under which reserve."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from fractions import Fraction

from megaroth.reader import bounds, boxes, reserve
from megaroth.reader.context import Document
from megaroth.reader.formula import (
    ONE_STEP,
    earned,
    greater_of,
    of_pairs,
    percent,
    plausible,
    rated,
    steps_of,
    tiers_of,
)
from megaroth.reader.pattern import Pattern
from megaroth.reader.reach import (
    IN_DOLLARS,
    after_its_reach,
    basic_of_both_kinds,
    catch_up_not_basic,
    changed_to,
    in_an_example,
    of_basic,
    with_its_rate,
    with_its_row,
    with_reach,
)
from megaroth.reader.tiers import goes_on
from megaroth.reader.units import Claim, Unit

_NO_FORMULA = Pattern(
    r"\b(?:for )?example\b|\bfor instance\b|\btypical(?:ly)?\b|\b(?:most )?common(?:ly)?\b(?! (?:stock|shares?)\b)|\b(?:many|most|some|other) (?:plans|employers|companies)\b|\bassum|\bsuppose\b|\bexhibit\b|\billustrat|\bif (?:your|the) (?:annual )?(?:salary|pay|compensation|earnings) (?:is|are|was)\b|\btop-heavy|\bin the past\b|\bprevious(?:ly)?\b|\bformer(?:ly)?\b|\bearns? \$|\bearning \$|\bhypothetical|\bmake the most|\bmaximize|\btake (?:full )?advantage|\bmiss(?:ing)? out|\bto (?:get|receive) the (?:full|maximum)|\bnot receive the full|\bif the match (?:were|was)\b|\bwould (?:get|receive|earn)\b|\bcharit|\bgifts?\b|\bpropos",
    "advantage", "assum", "charit", "common", "companies", "earn", "employers", "example", "exhibit", "for instance", "former",
    "get", "gift", "hypothetical", "if the", "if your", "illustrat", "in the past", "make the most", "maximize", "miss", "plans",
    "previous", "propos", "receive", "suppose", "top-heavy", "typical",
)  # fmt: skip


ADDS_A_SHARE = Pattern(
    r"\b(?:employer|company|firm|bank|university|corporation|sponsor|we)\b[^.;%]{0,110}?\b(?:contributes?|adds?|puts? in|makes? [^.;%]{0,40}contributions?)\b[^.;%]{0,170}?\b\d[\d.]*%\)? of (?:so much|their amount|(?:your|the|those|such|each|an?)\b[^.;%]{0,60}(?:contributions?|deferrals?|savings))"
    r"|\b(?:contributes?|adds?|puts? in|pays?|gives?|(?:company|employer)(?:'s)? contributions? (?:is|are|equals?|will be)(?: equal to)?) (?:you |an? (?:extra|additional) )?\d[\d.]*% (?:of|on|for) (?:up to )?(?:the |your )?first \d[\d.]*% (?:of )?[^.;%]{0,40}?\b(?:(?:you|they|participants?|employees?|members?|he or she|each [a-z]+) (?:saves?|contributes?|defers?|puts? in)|(?:saved|contributed|deferred))\b"
    r"|\b(?:contributes?|adds?|puts? in|pays?|gives?|chips? in|kicks? in) (?:you |an? (?:extra|additional) )?\d{2,3}% of (?:what(?:ever)?|everything|anything|all|(?:each|every) (?:dollar|\$1(?:\.00)?))(?: that)? (?:you|they|participants?|employees?|members?|he or she|each [a-z]+) (?:saves?|contributes?|defers?|puts? in)\b[^.;%$]{0,60}\d%"
    r"|\b(?:on|for|of) (?:the |your |that |their )?first \d[\d.]*%[^.;%]{0,40},? (?:the |our )?[a-z&.]+ (?:will )?(?:puts? in|adds?|contributes?|gives?|match(?:es)?) (?:you )?\d{2,3}%"
    r"|\b\d{2,3}% (?:of|on) (?:the |your )?first \d[\d.]*%[^.;%]{0,50}?[ ,+&](?:the )?\d{2,3}% (?:of|on) (?:the |your )?next \d[\d.]*%",
    "% of ", "%) of ", "first",
)  # fmt: skip
"""What adds a share of what somebody puts in is a match, whatever it is called."""


NEXT_TIER = Pattern(
    r"^\W*(?:(?:plus|and|then) )?(?:an additional )?\d{1,3}(?:\.\d+)?% (?:of|on|for) (?:the )?(?:next|following|subsequent) (?:\d|[a-z]+%)",
    "next",
    "following",
    "subsequent",
)
"""The second tier of a formula whose first one stands in the line or item before."""
FOR_EACH = Pattern(
    r"\b(?:for|on|of|to) (?:each|every) (?:(?:@\w+|traditional|regular|eligible|and/or|and|or) ?,? ?)*(?:\$1|dollar)|\bon the dollar\b|\$\d*\.?\d+ per (?:\$1|dollar)\b|\bif you contribute\b[^.;]*%",
    "each",
    "every",
    "per ",
    "on the dollar",
    "if you contribute",
)


_THEN_FOR_OTHERS = Pattern(
    r"[;,] (?:and|plus|as well as|together with),? (?:for|to) (?:the |those |eligible |certain |all |any )*(?:employees?|participants?|members?|associates?|people|anyone|staff)\b[^;%]{3,70}, (?:(?:an?|the|its|automatic|annual|additional|fixed|separate) )*(?:fixed|non-?elective|core|basic|profit[- ]sharing|retirement|pension|transition|base|automatic|age-weighted|supplemental|annual) (?:(?:company|employer|retirement) )?contributions?\b(?![^;]*\bmatch)[^;]*$",
    "for ", "to ",
)  # fmt: skip
"""`…; and, for employees hired before 2007, a fixed contribution of 3%`: whose that is says nothing of the match before it."""


def before_others(text: str) -> str:
    """What a sentence says of the match, without what it has behind that of other money for some; empty where it has none."""
    tail = _THEN_FOR_OTHERS.search(text)
    return text[: tail.start()] if tail and "%" in text[: tail.start()] else ""


def formula(document: Document, unit: Unit, head: str, place: int) -> list[Claim]:
    """The formula that a unit states, or that one is there and whose it is cannot be told; with its most in dollars."""
    text, full = changed_to(document, unit), document.full(unit)
    text = with_its_rate(document, unit) or text
    if in_an_example(document, place) or IN_DOLLARS.search(text):
        return []
    named: object = "match" in full + head + " ".join(document.heads[each] for each in unit.heads[:2])
    named = named or ADDS_A_SHARE.search(text) or NEXT_TIER.match(text)
    if _NO_FORMULA.search(text) or not (
        named
        or re.search(
            r"\b(?:for|to) (?:each|every) (?:(?:@\w+|traditional|regular|eligible|and/or|and|or) ?,? ?)*(?:\$1|dollar)|\bon the dollar\b|\d per (?:\$1|dollar)\b",
            text,
        )
    ):
        return []
    if reserve.is_open(text) and not unit.ticked:
        return []
    if reserve.by_service(full):
        note = "the formula depends on years of service; ask for yours"
        return [Claim("match", "unknown", unit, 1, note)] if tiers_of(text) else []
    if boxes.has_box(unit.raw) and not unit.ticked:
        return []
    found: list[Claim] = []
    said = _of_the_formula(with_its_row(document, unit, place, text))
    one, two = greater_of(said)
    if one:
        return [Claim("match", one, unit, 3), Claim("match_alternative", two, unit, 3)]
    tiers = tiers_of(said) or of_basic(document, said)
    below: tuple[Unit, ...] = ()
    if len(tiers) == 1 and list(tiers[0]) == ["rate_percent"] and "$" not in said:
        tiers, below = with_reach(document, place, tiers)
    if not below and "$" in said and (not tiers or list(tiers[0]) == ["rate_percent"]) and FOR_EACH.search(said):
        after = after_its_reach(document, place, said)
        tiers, below = after if after[0] else (tiers, below)
    if not tiers and goes_on(rated(said)) and not reserve.some(unit):
        return [Claim("match", _GOES_ON, unit, 3)]
    steps = steps_of(said)
    if len(tiers) < len(_RATE_OF.findall(rated(said))) and any("up_to_dollars" in tier for tier in tiers):
        tiers = []  # a tier of dollars, and beyond it a rate that was not understood
    if tiers and plausible(tiers) and not _ONE_OF_TWO.search(rated(said)):
        whole = list(tiers[-1]) == ["rate_percent"]
        if whole and "$" not in said and _SOME_LIMIT.search(_OF_THE_LAW.sub(" ", said)):
            return []
        if whole and "$" in said and not bounds.of_the_match(rated(said), unit, True, ""):
            return []
        if (below or _agrees_with_what_follows(document, place, tiers)) and _agrees(text, tiers):
            anew = reserve.is_decided_anew(text)
            strength = 1 if anew else 2 if whole else 3
            found.append(Claim("match", tiers, unit, strength, _ANEW if anew else "", below))
            if both := basic_of_both_kinds(document, said):
                found.append(Claim("match_on_after_tax", "yes", unit, 2, also=(both,)))
            if left_out := catch_up_not_basic(document, said):
                found.append(Claim("match_on_catch_up", "no", left_out, 2, also=(unit,)))
            if own := before_others(unit.norm):
                document.place(unit, own)
            elif who := reserve.some(unit):
                document.place(unit)
                unit.scope = unit.scope or who
        elif meant := _of_the_match_itself(said, tiers, document, place):
            found.append(Claim("match", meant, unit, 2))
        else:
            found.append(Claim("match", "unknown", unit, 1, "the match is said in two ways that do not agree; ask"))
    elif not tiers and (shown := _shown(document, place, said)):
        found.append(Claim("match", shown, unit, 2))
    elif not tiers and (doubtful := tiers_of(said, sure=False)):
        found.append(_by_example(document, unit, place, said, doubtful))
    elif steps and (named or "contribut" in text) and not re.search(r"\$\d", said):
        name, value = of_pairs(steps)
        found += [Claim(name, value, unit, 2)] if name else []
    elif (step := ONE_STEP.search(said)) and "match" in full + head and not re.search(r"\$\d", said):
        value = [{"deferring_percent": percent(step[1]), "earns_percent_of_pay": percent(step[2])}]
        found.append(Claim("match_steps", value, unit, 2))
    if found or re.search(r"\bmatch", text):
        found += bounds.of_the_match(rated(said), unit, bool(found), "")
    elif "match" in head and ("most" in text or "more than $" in text or "maximum" in text):
        found += bounds.of_the_match(said, unit, False, head)
    return found


_ONE_OF_TWO = Pattern(
    r"\bgreater of\b|\bless[eo]r of\b|\bwhichever (?:is|was) (?:greater|less|lesser|lower|higher)\b",
    "greater", "less", "whichever",
)  # fmt: skip


_ANEW = "the employer decides on this match anew; ask whether it holds"


_SOME_LIMIT = Pattern(r"\blimits?\b|\bmaximum\b|\bsubject to\b|\bcertain\b|\bcap(?:ped)?\b")


_OF_THE_LAW = Pattern(
    r"\b(?:irs|legal|federal|annual|402\(g\)) (?:[a-z]+ )?limits?|\bno (?:pay |other |such )?(?:cap|limit|maximum)\b"
)


def _by_example(document: Document, unit: Unit, place: int, said: str, tiers: list[dict[str, str]]) -> Claim:
    """`50% of deferrals, at most 3% of pay`: an example below tells whether 3% is the match or what is matched."""
    shown = any(_WORKED.search(each.norm) for each in document.units[place + 1 : place + 3])
    meant = tiers if shown and _agrees_with_what_follows(document, place, tiers) else []
    meant = meant or _of_the_match_itself(said, tiers, document, place)
    note = "" if meant else "the percent may be the most of the match or of what is matched; ask"
    return Claim("match", meant or "unknown", unit, 2 if meant else 1, note)


def _of_the_match_itself(
    said: str, tiers: list[dict[str, str]], document: Document, place: int
) -> list[dict[str, str]]:
    """`50% of every dollar up to a maximum of 5%`, where the example shows that 5% is the match and not what is matched."""
    most = re.search(r"\bto an? (?:maximum|total|limit) of (\d{1,2}(?:\.\d+)?)%", said)
    if len(tiers) != 1 or not most or " " in tiers[0]["rate_percent"]:
        return []
    full = Fraction(most[1]) * 100 / Fraction(tiers[0]["rate_percent"])
    reach = percent(str(Decimal(full.numerator) / Decimal(full.denominator)))
    meant = [{"rate_percent": tiers[0]["rate_percent"], "up_to_percent_of_pay": reach}]
    shown = [_WORKED.search(unit.norm) for unit in document.units[place + 1 : place + 3]]
    agrees = any(each and Fraction(each[1]) == full for each in shown)
    return meant if agrees and plausible(meant) and _agrees_with_what_follows(document, place, meant) else []


_RATE_OF = Pattern(
    r"\d% of (?:the |your |any |each |all |that )*(?:first|next|elective|salary|deferrals?|contributions?|@pre|amounts?|rest)\b"
)


_IN_PLACE_OF = Pattern(
    r",? \b(?:in place of|instead of|rather than|up from|down from) (?=[^.;]{0,30}\d)",
    "from", " in place of ", " instead of ", " rather than ",
)  # fmt: skip


_VEST = Pattern(
    r"[,;.]?\s*(?:and |\bis |\bare )?(?:\d+% |fully |immediately |100% )*\bvest(?!ed (?:safe[- ]harbor |employer |company )*match)",
    "vest",
)


_WORKED = Pattern(
    r"\b(?:contribut\w*|defer\w*|sav(?:e|ing)|put in) (?:at least )?(\d{1,2}(?:\.\d+)?)%,? [^.;%$]{0,60}?\b(?:company|employer|firm|we|bank|match)\b[^.;%$]{0,40}?\b(?:contributes?|adds?|match(?:es)?|of|is|be|puts?|gives?)\b (?:in )?(?:another |an additional |you )?(\d{1,2}(?:\.\d+)?)%(?! of (?:the|your|every|each) (?:first|contrib|deferr))",
    "% ",
)


def _agrees_with_what_follows(document: Document, place: int, tiers: list[dict[str, str]]) -> bool:
    """Whether the next sentences, which work the formula out or bound it, agree with how it was understood."""
    for unit in document.units[place + 1 : place + 3]:
        if unit.kind in ("heading", "contents") or unit.page > document.units[place].page + 1:
            break
        if (worked := _WORKED.search(unit.norm)) and not boxes.has_box(unit.raw):
            by_formula = earned(tiers, Fraction(worked[1]))
            if by_formula is not None and by_formula != Fraction(worked[2]):
                return False
        if list(tiers[-1]) == ["rate_percent"] and re.search(r"\bmatch[^.;]*\d%|\d%[^.;]*\bmatch", unit.norm):
            return False
    return True


_GOES_ON = "goes on"
_DO_NOT_FIT = "the tiers of the match do not fit together; ask"
_TIER_FIRST = Pattern(r"^(?:and |plus )?\d+(?:\.\d+)?%", "%")
_ANOTHER_TIER = Pattern(
    r"^(?!.*\b(?:first|example|if|not|no|never)\b)(?=.*(?:\bmatch|\bearn|\bget|\bcents|\$0?\.\d|\bhalf\b|\d%.*\d%))(?:[^.;]|\.(?=\d)){0,60}\b(?:(?:next|following|subsequent) (?:\d{1,2}(?:\.\d+)?%|\$\d)|(?:above|over|beyond|between|from|in excess of|exceeding|greater than|more than) (?:\d{1,2}(?:\.\d+)?%)[^.;%]{0,60}\b(?:and|to|up to|through|but|not)\b[^.;%]{0,40}\d%)",
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
    said = rated(_of_the_formula(text)).rstrip(" .;,")
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
        return _of_the_formula(with_its_rate(document, unit) or unit.norm).rstrip(" .;,")

    for claim in found:
        if claim.field != "match" or claim.value != _GOES_ON:
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
            both = " plus ".join(_of_the_formula(unit.norm).rstrip(" .;,") for unit in (claim.unit, after))
            tiers = tiers_of(both.replace("; and", " plus"))
            if len(tiers) > 1 + both.count(";") and plausible(tiers):
                claim.value, claim.also = tiers, (after,)
            else:
                claim.value, claim.strength, claim.note = "unknown", 1, _DO_NOT_FIT
            continue
        if not claim.also and after is not None and _ANOTHER_TIER.search(after.norm) and not reserve.some(after):
            tiers = _and_another(claim.value, after.norm)
            if tiers and plausible(tiers):
                claim.value, claim.also = tiers, (after,)
            else:
                claim.value, claim.strength, claim.note = "unknown", 1, _DO_NOT_FIT
            continue
        if _LEFT_OPEN.search(claim.unit.norm) and not claim.also and not follows:
            claim.value, claim.strength, claim.note = "unknown", 1, _DO_NOT_FIT
    taken = {id(unit) for claim in formulas for unit in claim.also}
    return [claim for claim in out if claim.field != "match" or id(claim.unit) not in taken]


_WORKED_IN_BRACKETS = Pattern(r" ?\((?:i\.?e\.?|e\.?g\.?|so|that is|meaning)\b[^()]*\)", "(")


def _of_the_formula(text: str) -> str:
    text = _AT_FIRST.sub("", _WORKED_IN_BRACKETS.sub("", text))
    parts = _VEST.split(text)
    # `After one year of vesting service, 50% of …`: what comes before any percent vests nothing.
    said = parts[0] if "%" in parts[0] else " ".join(parts)
    rest = " ".join(parts[1:])
    if said == parts[0] and (tier := _TIER_IN_THE_REST.search(rest)):
        # `We match 100% up to 3%, vested at once … so 100% of the first 3%, then 50% of the next 2%`: the rest goes on, or says it whole.
        said = f"match {rest}" if tier[1] == "first" else " ".join(parts)
    return _IN_PLACE_OF.split(said)[0]


_TIER_IN_THE_REST = Pattern(r"\d% (?:of|on|for) (?:the |your )*(first|next) \d", "first", "next")
_AT_FIRST = Pattern(
    r"^(?:instead of|in place of|rather than) [^,;]*\d%[^,;]*, ", "nstead of", "n place of", "ather than"
)
"""`Instead of 50% of the first 6%, the Company now matches …`: what comes before the comma is gone."""


def _agrees(text: str, tiers: list[dict[str, str]]) -> bool:
    """Whether the examples that a formula has in brackets come to what it gives."""
    for brackets in _WORKED_IN_BRACKETS.finditer(text):
        for worked in _WORKED.finditer(brackets[0]):
            if earned(tiers, Fraction(worked[1])) != Fraction(worked[2]):
                return False
    return True


_UP_TO_ALONE = Pattern(
    r"\bmatch(?:es|ing)?(?: (?:of|your|contributions?|program))*,? up to (?:a maximum of )?(\d{1,2}(?:\.\d+)?)%(?! of (?:the|your|every|each) (?:first|contrib|deferr))",
    "up to",
)


def _shown(document: Document, place: int, said: str) -> list[dict[str, str]]:
    """`We match up to 3%. If you contribute 3% we contribute another 3%`: a rate that the example alone tells."""
    most = _UP_TO_ALONE.search(said)
    if not most:
        return []
    for text in (said[most.end() :], *(unit.norm for unit in document.units[place + 1 : place + 3])):
        if (worked := _WORKED.search(text)) and worked[1] == worked[2] == most[1]:
            return [{"rate_percent": "100", "up_to_percent_of_pay": percent(most[1])}]
    return []


def _year(claim: Claim) -> int:
    """The year for which a formula is said: this year's goes before the last one's."""
    return reserve.year_of(claim.unit.norm) if claim.field == "match" and isinstance(claim.value, list) else 0


def _is_bounded_by_a_sum(claim: Claim) -> bool:
    return isinstance(claim.value, list) and list(claim.value[-1]) == ["rate_percent"] and "$" in claim.unit.norm


_STEP = Pattern(
    r"^(?:(?:if |when )?(?:you|an employee|a participant) )?(?:contribut\w*|sav\w*|defer\w*|puts? in|put) (?:at least |just )?(\d{1,2}(?:\.\d+)?)%(?: (?:of (?:your |eligible |regular |base |covered )*(?:pay|compensation|earnings|salary)|or more|of pay or more))*,? ?(?:(?:→|->|=|-+>?|:|then|and)? ?)(?:we|the company|the employer|[a-z]+) (?:will )?(?:adds?|contributes?|puts? in|gives?|match(?:es)?)(?: you)? (\d{1,2}(?:\.\d+)?)%(?: of (?:your |eligible )*(?:pay|compensation|earnings))?\W*$"
)


_PAIR = Pattern(r"^(?:[-: ]+\|[-: ]+)?(\d{1,2}(?:\.\d+)?)(?:\+?%|% ?\+) ?\| ?(\d{1,2}(?:\.\d+)?)%\W*$", "|")
_OF_PAIRS = Pattern(r"^(?:if )?(?:you|your|personal|employee|team member|participant)\b[^|]{0,40}\|[^|]{2,40}$", "|")
_ON_CONTRIBUTIONS = Pattern(r"\bmatch|\bcontribution|\bwe (?:add|put in|contribute)", "match", "contribution", "we ")


_WITH_ITS_SUM = Pattern(
    r"^(\d{1,2}(?:\.\d+)?)%(?: or (?:more|over|above))?(?: \| | )(\d{1,2}(?:\.\d+)?)%(?: \| | )(\d{1,2}(?:\.\d+)?)%(?: or (?:more|over|above))?\W*$"
)
"""`4% 3.5% 7.5%`: what somebody saves, what it earns, and both together, which proves that it is so."""


_HEAD_AND_ROW = Pattern(r"^([^%$|]{12,120}?) (\d{1,2}% .*)$", "% ")


def _with_its_sum(text: str) -> re.Match[str] | None:
    found = _WITH_ITS_SUM.match(text)
    return found if found and Fraction(found[1]) + Fraction(found[2]) == Fraction(found[3]) else None


_OF_SUMS = Pattern(
    r"^(?=.*\b(?:you|your|employee|participant|associate|member)\b)(?=.*\b(?:puts? in|match\w*|adds?|contributes?|company|employer)\b).*\b(?:total|together|combined|in all|sum|both)\b",
    "total", "together", "combined", "in all", "sum", "both",
)  # fmt: skip


def _step(document: Document, unit: Unit, run: int, place: int) -> re.Match[str] | None:
    if "%" not in unit.norm or unit.kind == "contents":
        return None
    if step := _STEP.match(unit.norm):
        return step
    before = document.units[place - 1].norm if place else ""
    if not run and (first := _HEAD_AND_ROW.match(unit.norm)) and _OF_SUMS.match(first[1]):
        return _with_its_sum(first[2])  # the head of the table ran into its first row
    if summed := _with_its_sum(unit.norm):
        return summed if run or _OF_SUMS.match(before) else None
    pair = _PAIR.match(unit.norm)
    if pair is None or run:
        return pair
    above = [each.norm for each in document.units[max(0, place - 3) : place]]
    headed = above and _OF_PAIRS.match(above[-1]) and any(_ON_CONTRIBUTIONS.search(text) for text in above)
    return pair if headed else None


def steps_in_a_row(document: Document) -> list[Claim]:
    """`If you contribute 1%, we add 1%. If you contribute 2%, we add 1.5%. …`: three sentences, lines or rows that follow one another."""
    found: list[Claim] = []
    run: list[tuple[Unit, str, str]] = []
    for place, unit in enumerate([*document.units, None]):
        step = _step(document, unit, len(run), place) if unit is not None else None
        if step and unit is not None:
            run.append((unit, step[1], step[2]))
            continue
        if len(run) > 2:
            if Fraction(run[0][1]) > Fraction(run[-1][1]):
                run.reverse()
            name, value = of_pairs([(deferring, earns) for _, deferring, earns in run])
            found += [Claim(name, value, run[0][0], 3, also=tuple(each for each, _, _ in run[1:]))] if name else []
        run = []
    return found


def is_step(text: str) -> bool:
    """Whether a sentence is one step of a match: `Save 2% and we add 4%`."""
    return bool(_STEP.match(text))


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


def _gave_way(document: Document, found: list[Claim]) -> set[int]:
    """`Old Mill matched 50% of the first 5%. Starting in January you have the New Mill match, …`: the claims of the first."""
    place = {id(unit): number for number, unit in enumerate(document.units)}
    formulas = [claim for claim in found if claim.field == "match" and isinstance(claim.value, list)]
    gone: set[int] = set()
    for old, new in itertools.pairwise(sorted(formulas, key=lambda claim: place[id(claim.unit)])):
        near = old.unit.heads == new.unit.heads and place[id(new.unit)] - place[id(old.unit)] <= 2
        if near and _MATCHED_ONCE.match(old.unit.norm) and _FROM_NOW.match(new.unit.norm):
            document.place(new.unit)
            if document.current(new.unit):
                gone.add(id(old.unit))
    return gone


def settled(document: Document, found: list[Claim]) -> list[Claim]:
    """The claims with the tiers of a formula put together, this year's before the last one's, and no rate with two sums."""
    found = _with_their_tiers(document, found)
    if (rows := _of_two_plans(document)) and any(claim.field == "match" for claim in found):
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
