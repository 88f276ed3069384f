"""The formula of the match as a document states it: its sentences, lines and examples together, and under which reserve."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from megaroth.reader import bounds, boxes, reserve
from megaroth.reader.context import Document
from megaroth.reader.formula import ONE_STEP, earned, greater_of, of_pairs, percent, plausible, steps_of, tiers_of
from megaroth.reader.pattern import Pattern
from megaroth.reader.rates import rated
from megaroth.reader.reach import (
    IN_DOLLARS,
    after_its_reach,
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
    r"\b(?:employer|company|firm|bank|university|corporation|sponsor|we)\b[^.;%]{0,110}?\b(?:contributes?|adds?|puts? in|makes? [^.;%]{0,40}contributions?)\b[^.;%]{0,170}?\b\d[\d.]*%\)? of (?:so much|their amount|(?:your|the|those|such|each|an?)\b[^.;%]{0,60}(?:contributions?|deferrals?|savings)|(?:(?:elective|salary|@pre|@roth|and) )*deferrals?\b)"
    r"|\b(?:contributes?|adds?|puts? in|pays?|gives?|(?:company|employer)(?:'s)? contributions? (?:is|are|equals?|will be)(?: equal to)?) (?:you |an? (?:extra|additional) )?\d[\d.]*% (?:of|on|for) (?:up to )?(?:the |your )?first \d[\d.]*% (?:of )?[^.;%]{0,40}?\b(?:(?:you|they|participants?|employees?|members?|he or she|each [a-z]+) (?:saves?|contributes?|defers?|puts? in)|(?:saved|contributed|deferred))\b"
    r"|\b(?:contributes?|adds?|puts? in|pays?|gives?|chips? in|kicks? in) (?:you |an? (?:extra|additional) )?\d{2,3}% of (?:what(?:ever)?|everything|anything|all|(?:each|every) (?:dollar|\$1(?:\.00)?))(?: that)? (?:you|they|participants?|employees?|members?|he or she|each [a-z]+) (?:saves?|contributes?|defers?|puts? in)\b[^.;%$]{0,60}\d%"
    r"|\b(?:on|for|of) (?:the |your |that |their )?first \d[\d.]*%[^.;%]{0,40},? (?:the |our )?[a-z&.]+ (?:will )?(?:puts? in|adds?|contributes?|gives?|match(?:es)?) (?:you )?\d{2,3}%"
    r"|\b\d{2,3}% (?:of|on) (?:the |your )?first \d[\d.]*%[^.;%]{0,50}?[ ,+&](?:the )?\d{2,3}% (?:of|on) (?:the |your )?next \d[\d.]*%",
    "% of ", "%) of ", "first",
)  # fmt: skip
"""What adds a share of what somebody puts in is a match, whatever it is called."""


_PLUS_AT_WILL = Pattern(
    r",? (?:plus|and|together with) (?:an? |any )?(?:additional |further |discretionary |profit[- ]sharing )*(?:contributions?|amounts?) (?:at|in|subject to) the (?:sole )?discretion of [^.;%$]*",
    "discretion",
)
"""`…, plus a contribution at the discretion of the board`: that one is open, and the match is not."""


NEXT_TIER = Pattern(
    r"^\W*(?:(?:plus|and|then) )?(?:an additional )?\d{1,3}(?:\.\d+)?% (?:of|on|for) (?:the )?(?:next|following|subsequent) (?:\d|[a-z]+%)",
    "next",
    "following",
    "subsequent",
)
"""The second tier of a formula whose first one stands in the line or item before."""
FOR_EACH = Pattern(
    r"\b(?:for|on|of|to) (?:each|every) (?:(?:@\w+|traditional|regular|eligible|basic|matched|thrift|and/or|and|or) ?,? ?)*(?:\$1|dollar)|\bon the dollar\b|\$\d*\.?\d+ per (?:\$1|dollar)\b|\bif you contribute\b[^.;]*%",
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
    text = _PLUS_AT_WILL.sub("", text)
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
    said = of_the_formula(with_its_row(document, unit, place, text))
    said, pay = bounds.without_pay_counted(said)
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
        return [Claim("match", GOES_ON, unit, 3)]
    steps = steps_of(said)
    if len(tiers) < len(_RATE_OF.findall(rated(said))) and any("up_to_dollars" in tier for tier in tiers):
        tiers = []  # a tier of dollars, and beyond it a rate that was not understood
    if tiers and plausible(tiers) and not _ONE_OF_TWO.search(rated(said)):
        whole = list(tiers[-1]) == ["rate_percent"]
        if whole and unit.norm.rstrip().endswith(","):
            return []  # the rest of it is torn off
        if _FROM_US.search(said):
            return [
                Claim(
                    "match", "unknown", unit, 1, "the percent is the most of the match; ask how much of pay is matched"
                )
            ]
        if whole and "$" not in said and _SOME_LIMIT.search(_OF_THE_LAW.sub(" ", said)):
            return []
        if whole and "$" in said and not bounds.of_the_match(rated(said), unit, True, ""):
            return []
        if (below or _agrees_with_what_follows(document, place, tiers)) and _agrees(text, tiers):
            anew = reserve.is_decided_anew(text)
            strength = 1 if anew else 2 if whole else 3
            found.append(Claim("match", tiers, unit, strength, _ANEW if anew else "", below))
            found += bounds.of_the_pay(tiers, pay, unit)
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


_FROM_US = Pattern(r"\bup to \d[\d.]*% (?:of pay )?(?:from|by) (?:us|the (?:company|employer|firm|bank))\b", "up to ")
"""`Half of what you put in, up to 3% from us`."""
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
    r"\b(?:contribut\w*|defer\w*|sav(?:e|ing)|put in) (?:at least )?(\d{1,2}(?:\.\d+)?)%,? [^.;%$]{0,60}?\b(?:company|employer|firm|we|bank|match)\b[^.;%$]{0,40}?\b(?:contributes?|adds?|match(?:es)?|of|is|be|puts?|gives?)\b (?:in )?(?:up to )?(?:another |an additional |you )?(\d{1,2}(?:\.\d+)?)%(?! of (?:the|your|every|each) (?:first|contrib|deferr))",
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


GOES_ON = "goes on"


_KINDS_IN_BRACKETS = Pattern(
    r" ?\((?:\b(?:both|either|your|any|whether|pay|salary|elective|employee|regular|deferrals?|contributions?|savings|@pre|@roth|@at|catch-?up|and|or|alike|together|combined|included|including|incl|of|the|as)\b|@pre|@roth|@at|[ ,/])+\)",
    "(",
)
"""`For each $1 you defer (pre-tax and Roth alike)`: of which kind it is parts no rate from its reach."""
_WORKED_IN_BRACKETS = Pattern(r" ?\((?:i\.?e\.?|e\.?g\.?|so|that is|meaning)\b[^()]*\)", "(")


def of_the_formula(text: str) -> str:
    """What a sentence says of the formula, without what it works out, what vests and what it was before."""
    text = _AT_FIRST.sub("", _KINDS_IN_BRACKETS.sub("", _WORKED_IN_BRACKETS.sub("", text)))
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
