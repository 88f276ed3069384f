"""What the employer adds: match formula, its limits and period, what is matched, true-up, money that needs no deferral, vesting."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from megaroth.reader import bounds, boxes, matching, reserve
from megaroth.reader.context import Document
from megaroth.reader.formula import (
    ONE_STEP,
    earned,
    greater_of,
    of_a_dollar,
    of_pairs,
    percent,
    plausible,
    rated,
    steps_of,
    tiers_of,
)
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import TAIL
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_P = r"(\d{1,3}(?:\.\d+)?)%"
_MATCH = Pattern(r"\bmatch")
_NO_FORMULA = Pattern(
    r"\b(?:for )?example\b|\bfor instance\b|\btypical(?:ly)?\b|\b(?:most )?common(?:ly)?\b|\b(?:many|most|some|other) (?:plans|employers|companies)\b|\bassum|\bsuppose\b|\bexhibit\b|\billustrat|\bif (?:your|the) (?:annual )?(?:salary|pay|compensation|earnings) (?:is|are|was)\b|\btop-heavy|\bin the past\b|\bprevious(?:ly)?\b|\bformer(?:ly)?\b|\bearns? \$|\bearning \$|\bhypothetical|\bmake the most|\bmaximize|\btake (?:full )?advantage|\bmiss(?:ing)? out|\bto (?:get|receive) the (?:full|maximum)|\bnot receive the full|\bif the match (?:were|was)\b|\bwould (?:get|receive|earn)\b|\bcharit|\bgifts?\b|\bpropos"
)
_ROTH_YES = Pattern(
    r"@pre\b[^.;]{0,30}@roth\b[^.;]{0,60}\b(?:are|is|will be)[^.;]{0,20}match|\bmatch\w*[^.;]{0,110}@pre\b[^.;]{0,40}@roth|@roth[^.;]{0,40}\b(?:are|is|will be)(?: also)? (?:eligible for|matched)[^.;]{0,20}(?:match|at)"
)
_ROTH_NO = Pattern(r"@roth[^.;@]{0,50}\b(?:are|is|will)(?: not)\b[^.;]{0,30}\bmatch|\bdoes not match @roth")
_NONELECTIVE = (
    Pattern(
        rf"\b(?:contributes?|credits?|deposits?|adds?|puts?|gives?|makes? a contribution (?:of|equal to)) (?:an amount equal to |an? (?:automatic |additional )?)?{_P}(?P<of> of (?:your |each [a-z']+ |eligible |annual |covered )*(?:pay|compensation|earnings|salary))[^.]{{0,80}}\b(?:need not|do not need to|don't have to|do not have to|regardless|whether|even if)\b[^.;]{{0,40}}\b(?:contribute|defer|participate|save|elect)"
    ),
    Pattern(
        rf"\b(?:contributes?|contribution (?:of|equal to)|will (?:contribute|make|receive)|makes?|receive)\b[^.;%]{{0,80}}?{_P}(?P<of>[^.;%]{{0,80}}?)\b(?:whether or not|regardless of whether|even if you do not|whether you|without regard to whether|you do not (?:need|have) to)\b[^.;]{{0,40}}\b(?:contribute|defer|participate|save|elect)"
    ),
    Pattern(
        rf"\b(?:nonelective|non-elective|core|basic company|company basic|automatic company|automatic employer|annual company|profit[- ]sharing safe harbor|retirement) contributions?\b(?![^.;%]{{0,60}}\b(?:match|discretion|qualified))[^.;%]{{0,60}}?(?:equal to|of|equals|is) {_P}(?P<of> (?:of )?(?:your |each [a-z ]+'s |eligible |annual |covered )*(?:pay|compensation|earnings|salary))"
    ),
    Pattern(
        rf"{_P}(?P<of>[^.;%]{{0,60}}?)\b(?:whether or not|regardless of whether|whether you|even if you (?:do not|don't))\b[^.;]{{0,30}}\b(?:contribute|defer|participate|save)"
    ),
)
_VESTED = Pattern(
    r"\b(?:immediately|always|fully|100%)(?: and immediately| fully| 100%)* (?:100% )?vested\b[^.;]{0,90}\b(?:match|company|employer|all (?:contributions|of))|\b(?:match|company|employer)\w*[^.;]{0,100}\b(?:immediately|always|fully|100%)(?: and immediately| fully)* (?:100% )?vested|\bvest(?:s|ed|ing)?\b[^.;]{0,60}\b(?:after|over|at|upon)\b[^.;]{0,30}\byears?\b|\b(?:three|3|two|2)-year cliff|\bvest(?:ing|s|ed)?\b[^.;]{0,40}\d+% (?:per|each|a|for each) year"
)
_SAFE = Pattern(
    r"\b(?:is|as|uses|operates as|designed as|intended to (?:be|satisfy)|satisfies|satisfy|qualif\w+)\b[^.;]{0,40}\bsafe harbor\b(?! (?:hardship|reasons|withdrawal|distribution|explanation))|\bsafe harbor (?:401k |matching|match|nonelective|plan\b|contribution)"
)
_SAFE_NO = Pattern(r"\bnot (?:a|an)? ?\"?safe harbor|\bnot intended to be a safe harbor")


def claims_of(document: Document) -> list[Claim]:
    """Every claim about employer money."""
    found: list[Claim] = []
    if document.general:
        return found
    last_match = -9
    for place, unit in enumerate(document.units):
        leads_in = unit.kind == "heading" and "match" in unit.norm and unit.raw.endswith(":")
        if leads_in and (period := matching.period_of(unit.norm, False, True)):
            found.append(Claim("match_period", period, unit, 2))
        if unit.kind in ("contents", "question", "heading") or unit.ticked is False or document.is_title(unit):
            continue
        text = unit.norm
        if (document.template and not unit.ticked) or _OF_A_LETTER.match(unit.raw):
            continue
        head = document.heading(unit)
        after_match = 0 < place - last_match <= 3 and unit.page <= document.units[last_match].page + 1
        if (
            after_match
            or "match" in text
            or "match" in head
            or "match" in document.lead_of(unit)
            or "match" in unit.answer_to
            or "true" in text
            or "true" in unit.answer_to
            or ("%" in text and (_FOR_EACH.search(text) or _ADDS_A_SHARE.search(text)))
        ):
            said = _match(document, unit, head, place, after_match)
            if any(claim.field in _THE_MATCH and claim.value != "none" for claim in said):
                last_match = place
            found += said
        if "%" in text and re.search(
            r"nonelective|non-elective|core|whether|need not|need to|have to|regardless|basic|automatic|even if|annual company|retirement contr",
            text,
        ):
            found += _nonelective(document, unit)
        if (
            "vest" in text
            and not document.is_condition(unit)
            and "investment" not in text[:20]
            and _VESTED.search(text)
            and not unit.raw.rstrip().endswith(":")
            and not re.search(r"example|disab|death|terminat|after-tax|hour", text)
        ):
            found.append(Claim("vesting", folded(unit.raw), unit, 1))
        if "safe harbor" in text:
            if _SAFE_NO.search(text):
                found.append(Claim("safe_harbor", "no", unit, 2))
            elif _SAFE.search(text) and not re.search(r"\bmay\b|\bif\b|\bformer|\bwas\b|\bshould\b|\bhardship", text):
                found.append(Claim("safe_harbor", "yes", unit, 2))
    found += _steps_in_a_row(document)
    limits = {str(claim.value) for claim in found if claim.field == "match_limits"}
    if len(limits) > 1:
        # A rate without a reach holds only with its one sum.
        found = [claim for claim in found if not (claim.field == "match" and _is_bounded_by_a_sum(claim))]
    if any(claim.field == "match" and claim.value == "none" for claim in found) and _matches_elsewhere(document):
        # "There is no match" of one plan, in a text on several.
        found = [claim for claim in found if not (claim.field == "match" and claim.value == "none")]
    return found


_STEP = Pattern(
    r"^(?:if )?(?:you|an employee|a participant) (?:contribut\w*|sav\w*|defer\w*|puts? in) (?:at least )?(\d{1,2}(?:\.\d+)?)%(?: (?:of (?:your |eligible )*(?:pay|compensation|earnings)|or more|of pay or more))*,? ?(?:(?:→|->|=|-+>?|:|then)? ?)(?:we|the company|the employer|[a-z]+) (?:will )?(?:adds?|contributes?|puts? in|gives?|match(?:es)?)(?: you)? (\d{1,2}(?:\.\d+)?)%(?: of (?:your |eligible )*(?:pay|compensation|earnings))?\W*$"
)


def _is_bounded_by_a_sum(claim: Claim) -> bool:
    return isinstance(claim.value, list) and list(claim.value[-1]) == ["rate_percent"] and "$" in claim.unit.norm


def _steps_in_a_row(document: Document) -> list[Claim]:
    """`If you contribute 1%, we add 1%. If you contribute 2%, we add 1.5%. …`: three sentences or lines that follow one another."""
    found: list[Claim] = []
    run: list[tuple[Unit, str, str]] = []
    for unit in [*document.units, None]:
        step = _STEP.match(unit.norm) if unit is not None and "%" in unit.norm and unit.kind != "contents" else None
        if step and unit is not None:
            run.append((unit, step[1], step[2]))
            continue
        if len(run) > 2:
            name, value = of_pairs([(deferring, earns) for _, deferring, earns in run])
            found += [Claim(name, value, run[0][0], 3, also=tuple(each for each, _, _ in run[1:]))] if name else []
        run = []
    return found


def _matches_elsewhere(document: Document) -> bool:
    for unit in document.units:
        if "match" in unit.norm and unit.kind not in ("contents", "heading"):
            found = _MATCHES.search(unit.norm)
            if found and not re.search(r"\b(?:no|not|never|if)\b", unit.norm) and unit.ticked is not False:
                return True
    return False


_ADDS_A_SHARE = Pattern(
    r"\b(?:employer|company|firm|bank|university|corporation|sponsor|we)\b[^.;%]{0,110}?\b(?:contributes?|adds?|puts? in|makes? [^.;%]{0,40}contributions?)\b[^.;%]{0,170}?\b\d[\d.]*%\)? of (?:so much|their amount|(?:your|the|those|such|each|an?)\b[^.;%]{0,60}(?:contributions?|deferrals?|savings))"
)
"""What adds a share of what somebody puts in is a match, whatever it is called."""
_MATCHES = Pattern(
    r"\b(?:we|company|employer|firm|bank|university|hospital|college|[a-z]+'s) (?:will |also |currently )?match(?:es)? (?!is|are)|\bmatch\w*\b[^.;]{0,60}\d%|\d%[^.;]{0,60}\bmatch|\bthe match (?:is|vests|applies|looks)|\bown the match\b",
    "match",
)
_FOR_EACH = Pattern(
    r"\b(?:for|on|of) (?:each|every) (?:\$1|dollar)|\bif you contribute\b[^.;]*%", "each", "every", "if you contribute"
)
_NO_MATCH = Pattern(
    rf"\bmakes? no match(?:ing contributions?)?(?: of any kind| on [a-z@ ]{{0,20}}(?:deferrals|contributions))?{TAIL}|\b(?:company|employer|plan|firm|university|college|bank|hospital|school|we) (?:does|do) not match (?:your |employee |elective |salary |@pre |@roth |and |or |any )*(?:deferrals|contributions|savings)?{TAIL}"
    rf"|\bthere (?:is|are) no match(?:ing contributions?)? on (?:[a-z]+ )?(?:deferrals|contributions){TAIL}|\b(?:has|have|offers?|provides?|with) no (?:company |employer |plan )?match(?:ing contributions?)?{TAIL}|\bno (?:company |employer )?match(?:ing contributions?)? (?:in|under|to|for) (?:the|this|our) (?:fund|trust|program|401k|plan|[a-z]{{3,12}}(?=\.|$)|403\(b\))|\bno (?:company |employer )?match(?:ing contributions?)? of any kind|^no match\b\W*$|\bno match on top of (?:it|this|that)\b",
    "no match", "no company match", "no employer match", "no plan match", "not match",
)  # fmt: skip


_OF_A_LETTER = Pattern(r"^[B-PR-Z](?:(?:,| and) [A-Z])*: ", ": ")
"""`H: 50 cents …`: said for people that a key names."""
_THE_MATCH = ("match", "match_steps", "match_period")


def _now(document: Document, unit: Unit) -> bool:
    document.place(unit)
    return document.current(unit)


def _match(document: Document, unit: Unit, head: str, place: int, after_match: bool) -> list[Claim]:
    text = unit.norm
    found: list[Claim] = []
    if document.is_condition(unit) and not unit.ticked:
        return []
    near = f"{head} {document.lead_of(unit)} {unit.answer_to}"
    about = "match" in text + near
    said, strength, note = matching.true_up_of(text, about, after_match)
    if said:
        found.append(Claim("true_up", said, unit, strength, note))
    if matching.LAST_DAY.search(text) and (
        said == "yes" or re.search(r"\bmatch[^.;]{0,60}\b(?:deposit|made|paid|fund|contribut|credit)", text)
    ):
        found.append(Claim("true_up_last_day", "yes", unit, 2))
    if "true-up" in unit.answer_to and text.startswith(("yes", "no")):
        found.append(Claim("true_up", "yes" if text.startswith("yes") else "no", unit, 3))
    if "catch" in unit.answer_to and "match" in unit.answer_to and text.startswith(("yes", "no")):
        found.append(Claim("match_on_catch_up", "yes" if text.startswith("yes") else "no", unit, 3))
    if "@at" in unit.answer_to and re.search(r"\bmatch", unit.answer_to):
        found.append(Claim("match_on_after_tax", "yes" if text.startswith("yes") else "no", unit, 3))
    else:
        before = document.units[place - 1].norm if place else ""
        found += matching.counts_for(document, unit, near, before, after_match)
    if "@roth" in text and "in-plan" not in text and "conver" not in text:
        if _ROTH_NO.search(text):
            found.append(Claim("match_on_roth", "no", unit, 3))
        elif _ROTH_YES.search(text) and "not" not in text:
            found.append(Claim("match_on_roth", "yes", unit, 2))
    if (
        re.search(
            r"\b(?:does not|doesn't|will not|do not) (?:currently )?(?:make|provide|offer)[^.;]{0,20}\bmatching contributions?"
            + TAIL,
            text,
        )
        or re.search(
            rf"\bno (?:company |employer )?match(?:ing contributions?)? (?:is|are) (?:made|provided|offered){TAIL}|\bthere (?:is|are) no (?:company |employer )?match(?:ing contributions?)?{TAIL}",
            text,
        )
        or _NO_MATCH.search(text)
    ) and not re.search(r"@at|catch|true[- ]?up|highly|until|rollover|during|if you", text):
        found.append(Claim("match", "none", unit, 2))
    found += (
        _formula(document, unit, head, place) if about or _FOR_EACH.search(text) or _ADDS_A_SHARE.search(text) else []
    )
    formula = any(claim.field in ("match", "match_steps") for claim in found)
    if (
        (about or after_match or formula)
        and (period := matching.period_of(text, formula, about))
        and not (said == "yes" and period == "year" and not formula)
        and _now(document, unit)
    ):
        found.append(Claim("match_period", period, unit, 2 if formula or about else 1))
    return found


def _formula(document: Document, unit: Unit, head: str, place: int) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    named: object = "match" in full + head + " ".join(document.heads[each] for each in unit.heads[:2])
    named = named or _ADDS_A_SHARE.search(text)
    if _NO_FORMULA.search(text) or not (named or re.search(r"\bfor (?:each|every) (?:\$1|dollar)", text)):
        return []
    if reserve.is_open(text) and not unit.ticked:
        return []
    if reserve.by_service(full):
        note = "the formula depends on years of service; ask for yours"
        return [Claim("match", "unknown", unit, 1, note)] if tiers_of(text) else []
    if boxes.has_box(unit.raw) and not unit.ticked:
        return []
    found: list[Claim] = []
    said = _IN_PLACE_OF.split(_VEST.split(text)[0])[0]
    one, two = greater_of(said)
    if one:
        return [Claim("match", one, unit, 3), Claim("match_alternative", two, unit, 3)]
    tiers = tiers_of(said) or _of_basic(document, said)
    steps = steps_of(said)
    if len(tiers) < len(_RATE_OF.findall(rated(said))) and any("up_to_dollars" in tier for tier in tiers):
        tiers = []  # a tier of dollars, and beyond it a rate that was not understood
    if tiers and plausible(tiers) and not _ONE_OF_TWO.search(rated(said)):
        whole = list(tiers[-1]) == ["rate_percent"]
        if whole and "$" not in said and _SOME_LIMIT.search(_OF_THE_LAW.sub(" ", said)):
            return []
        if whole and "$" in said and not bounds.of_the_match(rated(said), unit, True, ""):
            return []
        if _agrees_with_what_follows(document, place, tiers):
            anew = reserve.is_decided_anew(text)
            strength = 1 if anew or reserve.is_of_a_past_year(document, unit) else 2 if whole else 3
            found.append(Claim("match", tiers, unit, strength, _ANEW if anew else ""))
            if who := reserve.some(unit):
                document.place(unit)
                unit.scope = unit.scope or who
        elif meant := _of_the_match_itself(said, tiers, document, place):
            found.append(Claim("match", meant, unit, 2))
        else:
            found.append(Claim("match", "unknown", unit, 1, "the match is said in two ways that do not agree; ask"))
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
    "greater",
    "less",
    "whichever",
)
_ANEW = "the employer decides on this match anew; ask whether it holds"
_SOME_LIMIT = Pattern(r"\blimits?\b|\bmaximum\b|\bsubject to\b|\bcertain\b|\bcap(?:ped)?\b")
_OF_THE_LAW = Pattern(
    r"\b(?:irs|legal|federal|annual|402\(g\)) (?:[a-z]+ )?limits?|\bno (?:pay |other |such )?(?:cap|limit|maximum)\b"
)
_BASIC = r"(?:basic|matched|match-eligible|thrift|regular) (?:@pre )?(?:contributions?|savings|deposits?|allotments?)"
_BASIC_IS = (
    Pattern(
        rf"\b(?:first|up to) (\d{{1,2}}(?:\.\d+)?)%[^.;%]{{0,80}}?\b(?:is|are)(?: known as| called| referred to as)?,? (?:your |the |a )?[\"']?{_BASIC}",
        "basic", "matched", "match-eligible", "thrift", "regular",
    ),
    Pattern(
        rf"\b{_BASIC}[\"']? (?:are |is |means? |consists? of )(?:your |those |the |contributions? |savings )*(?:limited to|of|on|up to|first)(?: the first)? (\d{{1,2}}(?:\.\d+)?)%",
        "basic", "matched", "match-eligible", "thrift", "regular",
    ),
)  # fmt: skip
_RATE_OF_BASIC = Pattern(
    rf"(\d{{1,3}}(?:\.\d+)?)% of (?:your |the |each [a-z]+'s |a [a-z]+'s |such |those |any )*{_BASIC}(?![^;]*\d%)|\b{_BASIC}\b[^.;%]{{0,90}} (\d{{1,3}}(?:\.\d+)?)% of (?:their amount|them|it)\b"
    rf"|\bfor (?:each|every) (?:\$1|dollar) (?:of|in) (?:your )?{_BASIC},? [^.;$%]{{0,50}}?\b(?:contributes?|adds?|match(?:es)?|puts? in) \$(\d(?:\.\d+)?|\.\d+)(?![\d%])"
)


def _of_basic(document: Document, said: str) -> list[dict[str, str]]:
    """`50% of your basic contributions`, where the plan says which those are: the first so many percent of pay."""
    found = _RATE_OF_BASIC.search(said) or _RATE_OF_BASIC.search(rated(said))
    if not found:
        return []
    reach = {hit[1] for unit in document.units for pattern in _BASIC_IS if (hit := pattern.search(unit.norm))}
    if len(reach) != 1:
        return []
    rate = found[1] or found[2] or of_a_dollar(found[3])
    return [{"rate_percent": percent(rate), "up_to_percent_of_pay": percent(reach.pop())}]


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
    most = re.search(r"\bup to an? (?:maximum|total) of (\d{1,2}(?:\.\d+)?)%", said)
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
_IN_PLACE_OF = Pattern(r",? \b(?:in place of|instead of|rather than|up from|down from) (?=[^.;]{0,30}\d)")
_VEST = Pattern(
    r"[,;.]?\s*(?:and |\bis |\bare )?(?:\d+% |fully |immediately |100% )*\bvest(?!ed (?:safe[- ]harbor |employer |company )*match)"
)
_WORKED = Pattern(
    r"\b(?:contribut\w*|defer\w*|sav(?:e|ing)|put in) (?:at least )?(\d{1,2}(?:\.\d+)?)% [^.;%$]{0,60}?\b(?:company|employer|firm|we|bank|match)\b[^.;%$]{0,40}?\b(?:contributes?|adds?|match(?:es)?|of|is|be|puts?|gives?)\b (?:another |an additional |you )?(\d{1,2}(?:\.\d+)?)%(?! of (?:the|your|every|each) (?:first|contrib|deferr))"
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


def _nonelective(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    if document.is_condition(unit) or re.search(
        r"\bdiscretion|\bmay (?:make|contribute)|\bexample|\btop-heavy|\bqualified non|\bforfeit|\bmatch(?:es|ing)? [^.;]{0,40}whether",
        text,
    ):
        return []
    for pattern in _NONELECTIVE:
        if hit := pattern.search(text):
            return [Claim("nonelective", {"percent_of_pay": percent(hit[1])}, unit, 2)]
    return []
