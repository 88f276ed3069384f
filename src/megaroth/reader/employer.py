"""What the employer adds: match formula, its limits and period, what is matched, true-up, money that needs no deferral, vesting."""

from __future__ import annotations

import re

from megaroth.reader import (
    basic_kinds,
    bounds,
    counted,
    counted_columns,
    counted_rows,
    counted_subject,
    ended,
    match_period,
    match_steps,
    matched_below,
    offered,
    one_formula,
    true_up,
)
from megaroth.reader.context import Document
from megaroth.reader.counted_near import rows_of_the_match
from megaroth.reader.formula import percent
from megaroth.reader.listed import GIVES_A_SHARE, IF_ROOM, KINDS_NAMED
from megaroth.reader.matched_words import GOES_ON, says_nothing_of_ours
from megaroth.reader.no_match import (
    ASKED,
    BARE_NO,
    PUTS_IN_NOTHING,
    THERE_IS_NONE,
    WENT_AWAY,
    denies_the_match,
    for_now,
    now,
    shut,
)
from megaroth.reader.pattern import Pattern
from megaroth.reader.to_come import has_come
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_P = r"(\d{1,3}(?:\.\d+)?)%"
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
    r"\b(?:immediately|always|fully|100%)(?: and immediately| fully| 100%)* (?:100% )?vested\b[^.;]{0,90}\b(?:match|company|employer|all (?:contributions|of))|\b(?:match|company|employer)\w*[^.;]{0,100}\b(?:immediately|always|fully|100%)(?: and immediately| fully)* (?:100% )?vested|\bvest(?:s|ed|ing)?\b[^.;]{0,60}\b(?:after|over|at|upon)\b[^.;]{0,30}\byears?\b|\b(?:three|3|two|2)-year cliff|\bvest(?:ing|s|ed)?\b[^.;]{0,40}\d+% (?:per|each|a|for each) year",
    "100%", "always", "fully", "immediately", "year",
)  # fmt: skip
_SAFE = Pattern(
    r"\b(?:is|as|uses|operates as|designed as|intended to (?:be|satisfy)|satisfies|satisfy|qualif\w+)\b[^.;]{0,40}\bsafe harbor\b(?! (?:hardship|reasons|withdrawal|distribution|explanation))|\bsafe harbor (?:401k |matching|match|nonelective|plan\b|contribution)"
)
_SAFE_NO = Pattern(r"\bnot (?:a|an)? ?\"?safe harbor|\bnot intended to be a safe harbor")


_MAY_BE_NONELECTIVE = Pattern(
    r"nonelective|non-elective|core|whether|need not|need to|have to|regardless|basic|automatic|even if|annual company|retirement contr"
)


def claims_of(document: Document) -> list[Claim]:
    """Every claim about employer money."""
    found: list[Claim] = []
    if document.general:
        return found
    last_match = -9
    gone = {head for head, text in document.heads.items() if _HOW_IT_WAS.search(text)}
    if not document.template and "match" in document.text:
        found += counted_columns.in_columns(document)
        found += matched_below.claims_of(document)
    found += basic_kinds.claims_of(document)
    for place, unit in enumerate(document.units):
        leads_in = unit.kind == "heading" and "match" in unit.norm and unit.raw.endswith(":")
        if leads_in and (period := match_period.period_of(unit.norm, False, True)):
            found.append(Claim("match_period", period, unit, 2))
        if unit.kind == "heading" and "true" in unit.norm and (stated := true_up.of_a_heading(unit.norm)):
            found.append(Claim("true_up", stated, unit, 2))
        asked = place > 0 and "match" in document.units[place - 1].norm and unit.norm in ("yes", "no", "none")
        if unit.kind == "heading" and ("match" in unit.norm or asked) and not document.template:
            found += counted.counts_for(document, unit, place, "", False)
        if unit.kind == "heading" and ": " in unit.norm and "match" not in unit.norm and not document.template:
            found += rows_of_the_match(document, unit, place)
        if unit.kind == "heading" and place - last_match == 1 and counted_rows.KINDS_ONLY.match(unit.norm):
            found += counted.counts_for(document, unit, place, "match", True)
        if unit.kind in ("contents", "question", "heading") or unit.ticked is False or document.is_title(unit):
            continue
        text = unit.norm
        if gone and unit.heads[:1] and unit.heads[0] in gone and unit.cell is None:
            continue
        if (document.template and not unit.ticked) or _OF_A_LETTER.match(unit.raw):
            continue
        head = document.heading(unit)
        before = document.units[place - 1].norm if place else ""
        if _BARE_LABEL.match(before):
            head = f"{before} < {head}"
        above = document.heads[unit.heads[1]] if len(unit.heads) > 1 else ""
        answers = above.endswith("?") and unit.heads[0].endswith((".", "!"))
        labelled = (
            bool(unit.heads) and unit.raw.startswith(f"{unit.heads[0].rstrip(':')}:") and _MATCH_HEAD.match(above)
        )
        if "match" not in head and "match" in above and (answers or labelled or _GENERIC.match(head)):
            # `Formula`, `Timing` below `Employer match`; `There is.` below `Is there a match?`; `New Mill: 100% of …`
            head = f"{head} < {above}"
        a_share = ("%" in text or "$" in text or "dollar" in text) and _IS_A_SHARE.search(text) is not None
        if (
            a_share
            and "match" not in head
            and (
                _SHORT_ON_MATCH.match(before)
                or any(_WHAT_WE_PUT_IN.match(each) for each in (before, head.split(" < ")[0], document.lead_of(unit)))
            )
        ):
            head = f"{before} < match < {head}"
        if 0 < place - last_match <= 6 and any(
            match_period.PER_WHAT.match(each) for each in document.heads_of(unit, 2).split(" < ")
        ):
            head = f"how often is the match made? < {head}"
        after_match = 0 < place - last_match <= 3 and unit.page <= document.units[last_match].page + 1
        near = "match" in before or (
            0 < place - last_match <= 6 and unit.heads[:1] == document.units[last_match].heads[:1] != ()
        )
        gives_it = near and bool(true_up.GIVES_IT.search(text))
        if (
            after_match
            or gives_it
            or "match" in text
            or "match" in head
            or "match" in document.lead_of(unit)
            or "match" in unit.answer_to
            or ("section" in text and counted_subject.of_the_matching_section(document, text) != text)
            or "match" in document.follows.get(id(unit), "")
            or match_period.WHEN_GIVEN.match(head.partition(" < ")[0])
            or ("match" in before and (match_period.IT.match(text) or THERE_IS_NONE.match(text)))
            or "true" in text
            or "true" in unit.answer_to
            or "true" in head
            or (unit.cell and "true" in document.lead_of(unit))
            or says_nothing_of_ours(text)
            or GOES_ON.match(text)
            or (text.startswith(("yes", "no")) and counted_subject.is_asked_again(document, unit, place))
            or (
                ("%" in text or "$" in text or " cents" in text)
                and (offered.FOR_EACH.search(text) or offered.ADDS_A_SHARE.search(text) or GIVES_A_SHARE.search(text))
            )
        ):
            same_part = after_match and unit.heads[:1] == document.units[last_match].heads[:1]
            said = _match(document, unit, head, place, after_match, same_part, gives_it)
            if any(claim.field in _THE_MATCH and claim.value != "none" for claim in said):
                last_match = place
            found += said
        if a_share and _WHAT_WE_PUT_IN.match(document.heads_of(unit, 1)):
            last_match = place  # whatever it is called, and whether or not its formula was understood
        if "%" in text and match_steps.is_step(text):
            last_match = place
        if PUTS_IN_NOTHING.match(text) or shut(document, unit):
            found.append(Claim("match", "none", unit, 1))
        if "%" in text and _MAY_BE_NONELECTIVE.search(text):
            found += _nonelective(document, unit)
        if (
            "vest" in text
            and "investment" not in text[:20]
            and _VESTED.search(text)
            and not unit.raw.rstrip().endswith(":")
            and not re.search(r"example|disab|death|terminat|after-tax|hour", text)
            and not document.is_condition(unit)
        ):
            found.append(Claim("vesting", folded(unit.raw), unit, 1))
        if "safe harbor" in text:
            if _SAFE_NO.search(text):
                found.append(Claim("safe_harbor", "no", unit, 2))
            elif _SAFE.search(text) and not re.search(r"\bmay\b|\bif\b|\bformer|\bwas\b|\bshould\b|\bhardship", text):
                found.append(Claim("safe_harbor", "yes", unit, 2))
    found = one_formula.settled(document, found + match_steps.steps_in_a_row(document))
    if any(claim.field == "match" and claim.value == "none" for claim in found) and _matches_elsewhere(document):
        # "There is no match" of one plan, in a text on several.
        found = [
            claim
            for claim in found
            if not (claim.field == "match" and claim.value == "none" and claim.strength < _SINCE_A_DAY)
        ]
    return found


_HOW_IT_WAS = Pattern(
    r"^\W*(?:what|how) (?:it|things|we|the (?:plan|match)) (?:was|were|had|did|used to)\b(?!.*\?)|\(?\bno longer appl(?:y|ies)\b",
    "what ", "how ", "no longer",
)  # fmt: skip
"""`What it was (no longer applies)`: the heading of what is gone."""
_LONGEST_LABEL = 60
"""What is longer labels no row: it is prose in columns, and says nothing of what stands beside it."""
_SINCE_A_DAY = 3
"""`No match shall be made after June 30, 2009`: whatever formula stands beside it, nobody can say that it holds."""


def _matches_elsewhere(document: Document) -> bool:
    for unit in document.units:
        if "match" in unit.norm and unit.kind not in ("contents", "heading", "question"):
            found = _MATCHES.search(unit.norm)
            if (
                found
                and not re.search(r"\b(?:no|not|never|if)\b", unit.norm)
                and unit.ticked is not False
                and not ended.was_told(unit.norm)
                and now(document, unit)
            ):
                return True
    return False


_MATCHES = Pattern(
    r"^(?!match\w*(?: contributions?)?\W{1,3}\d[\d.]*% (?:safe harbor )?non-?elective).*?(?:\b(?:we|company|employer|firm|bank|university|hospital|college|[a-z]+'s) (?:will |also |currently )?match(?:es)? (?!is|are)|\bmatch\w*\b[^.;]{0,60}\d%|\d%[^.;]{0,60}\bmatch|\bthe match (?:is|vests|applies|looks)|\bown the match\b)",
    "match",
)
_OTHER = r"(?:(?:any|an?|employee|participant|voluntary|nondeductible|other|company|employer) )*(?:@at|@roth|@true|after-tax|profit[- ]sharing|non-?elective|rollover|discretionary|catch-up)(?: (?:employee|company|employer|non-?elective))*(?: contributions?)?"
_OR_OTHER_MONEY = Pattern(
    rf"(?P<match>\bmatch(?:ing contributions?|ing|es)?),? (?:or|nor|and)(?: for)? {_OTHER}(?=\W*$|[.,;]| (?:is|are|to|under|in|at this)\b)|(?<=\bneither )(?:for )?{_OTHER},? nor (?=(?:for )?match)|(?<=\bno ){_OTHER},? (?:or|nor|and) (?=match)|(?<=\bnot provide for ){_OTHER},? (?:or|nor)(?: for)? (?=match)",
    "match",
)
"""`No matching or after-tax contributions`: the match is denied as the other money is."""
_FIGURED = Pattern(
    r"\b(?:calculated|figured|computed|determined|worked out)\b",
    "calculated",
    "figured",
    "computed",
    "determined",
    "worked out",
)
"""Over what a match is figured counts before the day on which it is put in."""
_GROUP = Pattern(
    r"\b(?:for|to|of|on behalf of) (?:the |all |its |our |eligible )*(?:hourly|salaried|union|represented|bargaining|flight|production|part-time|temporary) (?:team members?|employees?|associates?|participants?|members?|workers?|staff)\b|(?<=match )(?:pilots?'?|nurses?'?|drivers?'?|hourly|salaried|physicians?'?)(?= (?:contributions?|deferrals?))",
    "match",
)


def _of_the_people(document: Document, text: str) -> str:
    """A sentence without the group it speaks of, where the plan's title names the same: there it is everybody."""
    if not document.for_whom or not (group := _GROUP.search(text)) or document.for_whom not in group[0]:
        return text
    return _GROUP.sub("", text)


_OF_A_PART = Pattern(
    r"\b(?:supplemental|voluntary|additional|excess|unmatched) (?:[a-z@]+ )?(?:contributions?|savings|deferrals?|deposits?)\b"
)
_BASIC_NAMED = Pattern(
    r"\b(?:basic|regular|matched|required|thrift|primary)[\"']? (?:[a-z@]+ )?(?:contributions?|savings|deferrals?|deposits?)\b"
)
"""Where some contributions are basic, that the others are not matched denies no match."""
_NO_MATCH_AT_ITS_END = Pattern(r"(?<=[a-z)%\d.]) No (?:company |employer )?match(?:ing contributions?)?\W*$", "No ")
"""A line of its own that ran into the one above."""
_MATCH_HEAD = Pattern(
    r"^\W*(?:[a-z0-9]{1,3}[.)] )?(?:(?:the|our|your|company|employer|firm|bank|university|hospital|college|lab|clinic|practice|school|district|city|county|group|association|agency|cooperative|foundation|institute|401k|plan|[a-z]+'s) )*match(?:ing)?(?: contributions?)?(?: (?:formula|rate|amount))?\W*$",
    "match",
)
_NONE = Pattern(
    r"^(?:none|n/a|not (?:currently |presently )?(?:offered|provided|available|applicable)|there is (?:none|no match))(?![\w-])(?!,? (?:if|for|until|unless|on|of|to|before|after|in|during|while|except)\b)"
)


_BARE_LABEL = Pattern(
    r"^(?:the |our |your |company |employer |401k |safe harbor |basic )*match(?:ing)?(?: contributions?)?\W*$", "match"
)
"""`Company match.`, with a full stop, so that nobody took it for a heading."""
_GENERIC = Pattern(
    r"^\W*(?:the )?(?:formula|rate|amount|how much|how it works|timing|frequency|how often|when|schedule|calculation|calculated|computation|period|basis|deposits?|limit|maximum|cap|most|what counts|which contributions|eligible contributions)(?: (?:formula|rate|amount|period|basis|frequency|per year|is it|made|paid|of))*\W*$"
)
"""A label that says nothing of what it is the rate or the time of."""
_IS_A_SHARE = Pattern(
    r"\d% (?:of|on|for|against) (?:up to )?(?:the |your |his or her |their |any )?(?:first|initial) \d|\d{2,3}% of (?:what(?:ever)?|everything|anything|all|(?:each|every) (?:dollar|\$1(?:\.00)?))(?: that)? (?:you|they|participants?|employees?|members?) (?:saves?|contributes?|defers?|puts? in)\b|\$1(?:\.00)? (?:for|on|per) (?:each |every )?\$1|\$\d?\.\d+,? (?:(?:for|on|per) (?:each|every) (?:dollar|\$1)|on the dollar)|\bdollar[- ]for[- ]dollar\b|\d{2,3}% of (?:the |your |each )?(?:basic|matched|thrift) (?:contributions?|savings|deferrals?|deposits?|allotments?)\b",
    "basic", "matched", "thrift", "first", "initial", "$", "dollar", "% of what", "% of every", "% of any", "% of all", "% of each",
)  # fmt: skip
"""A share of what somebody saves; money that needs no saving is never said so."""
_SHORT_ON_MATCH = Pattern(
    r"^(?!.*\b(?:no|not|never)\b)(?:\$\d[\d,]* )?(?:[a-z'&.]+ ){0,4}match(?:ing|es)?(?: [a-z']+){0,4}\W*$", "match"
)
_WHAT_WE_PUT_IN = Pattern(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]? ?)?(?:(?:what|how much) (?:will |does |do )?(?:we|it|they|the (?:company|employer|firm|bank|plan)|[a-z]+(?: [a-z]+)?) (?:puts? in|adds?|contributes?|gives?|pays?|chips? in)(?: for you)?|(?:the |our )?(?:company|employer|firm|bank)(?:'s)? (?:contributions?|money|share|part|side)|(?:from|by) (?:us|the (?:company|employer))|our (?:contributions?|part|share|side))\W*$",
    "bank", "by us", "company", "employer", "firm", "from us", "how much ", "our", "what ",
)  # fmt: skip
"""A heading on the employer's money that does not say `match`."""
_OF_A_LETTER = Pattern(r"^[B-PR-Z](?:(?:,| and) [A-Z])*: ", ": ")
"""`H: 50 cents …`: said for people that a key names."""
_TRUED_UP_IF_NEED_BE = Pattern(
    r"\btrue[- ]?up\b[^.;]{0,70}\b(?:is|are|will be) (?:made|paid|deposited|credited|contributed)\b[^.;]{0,50},? (?:if|as|where) (?:applicable|necessary|needed)\W*$",
    "true",
)
"""`And a true-up is made after year end, if applicable`: there is one."""
_OF_THAT_MONEY = Pattern(
    r"\b(?:this|that|these|those|such|(?:the|any|that) (?:extra|additional|added)) (?:money|amounts?|contributions?|dollars|savings|deferrals?|kinds?|types?|sources?|buckets?|pockets?)\b[^.;]{0,20}\b(?:not|never|no|unmatched)\b|\bno (?:company |employer )?match\w*(?: contributions?)?(?: is made)? (?:on|for) (?:this|that|these|those|such|them|it)\b",
    "this ", "that ", "these ", "those ", "such ", "extra ", "additional ", "added ", " them", " it",
)  # fmt: skip
"""`This money is not matched`: of that money, and there is a match for other."""
_NO_MATCH_FIRST = Pattern(r"^\W*no (?:company |employer )?match\b(?=[,;])[^.]{0,60}\W*$", "no ")
"""`No match, no vesting`, after a sentence on after-tax money: of that alone."""
_TRUED_UP_WHO_IS_EARLY = Pattern(
    r"^(?:so )?(?:if|when|should) (?:you|an? [a-z]+|participants?|employees?) (?:reach|hit|max|stop|contribute|front-load|come up short|miss)\w*\b(?![^.;]*\b(?:may|might|if any|unless|discretion\w*)\b)[^.;%]*\btrue[- ]?up\b(?: match| contribution| payment| deposit)? (?:is|are|will be) (?:made|paid|deposited|credited)\b|^(?:so )?(?:if|when|should) (?:you|an? [a-z]+|participants?|employees?) (?:reach|hit|max|stop|contribute|front-load|come up short|miss)\w*\b(?![^.;]*\b(?:may|might|if any|unless|discretion\w*)\b)[^.;%]*, (?:the company|the plan|we|the employer|[a-z]+) (?:will |then |also )*(?:makes?|pays?|deposits?|adds?|provides?) (?:an? |the |your )?(?:annual |year-end |match )*true[- ]?up\b",
    "true",
)
"""`If you reach the limit early, a true-up is made in January`: whoever needs it has it."""
_THE_MATCH = ("match", "match_steps", "match_period")


_OF_YEARS_GONE = Pattern(
    r"\b(?:for|in|during) (?:those|these|both) years\b|\b(?:for|in|during) (?:19|20)\d\d (?:and|or|to|through) (?:19|20)\d\d\b",
    "years",
    "19",
    "20",
)
"""`No make-up was made for those years`: of a match that was suspended once."""


def _match(
    document: Document, unit: Unit, head: str, place: int, after_match: bool, same_part: bool, gives_it: bool
) -> list[Claim]:
    text = unit.norm
    found: list[Claim] = []
    if ended.was_so(text):
        return found
    if match_period.is_per_paycheck(text) and not document.general:
        found.append(Claim("match_period", "payday", unit, 1))
    if (
        document.is_condition(unit, IF_ROOM)
        and not unit.ticked
        and not _TRUED_UP_IF_NEED_BE.search(text)
        and not _TRUED_UP_WHO_IS_EARLY.search(text)
    ):
        return found
    near = f"{head} {document.lead_of(unit)} {unit.answer_to}"
    about = "match" in text + near
    if "%" in text and place and not about and one_formula.gives_way(document.units[place - 1].norm, text):
        head, about = f"match < {head}", True  # `The match has been …. It will be 100% of the first 4%`
    labels = " < ".join(
        (
            document.lead_of(unit).partition(" | ")[0] if unit.cell else document.heads_of(unit, 1),
            *(each.norm for each in document.units[max(0, place - 2) : place]),
        )
    )
    said, strength, note = true_up.true_up_of(text, about, after_match or gives_it, labels)
    if said == "no" and note and "will" in text.split() and not has_come(document, unit):
        said = ""
    if said and not (said == "no" and _OF_YEARS_GONE.search(text)):
        found.append(Claim("true_up", said, unit, strength, note))
    if true_up.LAST_DAY.search(text) and (
        said == "yes" or re.search(r"\bmatch[^.;]{0,60}\b(?:deposit|made|paid|fund|contribut|credit)", text)
    ):
        found.append(Claim("true_up_last_day", "yes", unit, 2))
    if "true-up" in unit.answer_to and re.match(r"(?:yes|no)\b(?=\W*$|[,.;:]| - )", text):
        found.append(Claim("true_up", "yes" if text.startswith("yes") else "no", unit, 3))
    denial = _OR_OTHER_MONEY.sub(lambda hit: hit["match"] or "", _of_the_people(document, text))
    denial = for_now(document, place, denial)
    part = _OF_A_PART.search(denial) and ("@at" in document.text or _BASIC_NAMED.search(document.text))
    undated, day = ended.without_its_day(document, place, denial) if "match" in denial else (denial, "")
    dated = bool(day) and not part and denies_the_match(undated)
    none = (
        dated
        or (not part and denies_the_match(denial))
        or _NO_MATCH_AT_ITS_END.search(unit.raw)
        or (place and THERE_IS_NONE.match(text) and WENT_AWAY.search(document.units[place - 1].norm))
        or (_MATCH_HEAD.match(document.lead_of(unit) if unit.cell else head.partition(" < ")[0]) and _NONE.match(text))
        or (ASKED.search(document.follows.get(id(unit), "")) and BARE_NO.match(text.partition(". ")[0]))
    )
    if (
        none
        and not counted_rows.BARE.match(text)
        and not _OF_THAT_MONEY.search(text)
        and not (
            _NO_MATCH_FIRST.match(text) and counted_subject.spoken_of(document, unit, place) in ("@at", "catch-up")
        )
        and not (unit.cell and len(lead := document.lead_of(unit)) < _LONGEST_LABEL and KINDS_NAMED.search(lead))
        and not re.search(
            r"@at|@amb|@basis|catch|true[- ]?up|highly|until|rollover|during|if you|\bmatch(?:es)? (?:any |your |these )?supplemental\b",
            denial,
        )
    ):
        found.append(Claim("match", "none", unit, _SINCE_A_DAY if dated else 2))
        if dated:
            document.place(unit)
            unit.since, unit.until = unit.since or day, ""
    if not none or denial == text:
        found += counted.counts_for(document, unit, place, near, after_match)
    could_be_less = bool(ended.COULD_BE_LESS.search(text))
    found += (
        []
        if could_be_less or ended.was_told(text)
        else offered.formula(document, unit, head, place)
        if about
        or (after_match and offered.NEXT_TIER.match(text))
        or offered.FOR_EACH.search(text)
        or offered.ADDS_A_SHARE.search(text)
        else []
    )
    if "$" in text:
        before = document.units[place - 1] if place else unit
        label = before.norm if len(before.norm.split()) < 5 and not before.raw.endswith((".", "!")) else ""
        asked_above = (
            document.follows.get(id(unit), "")
            or unit.answer_to
            or document.lead_of(unit)
            or (label if "match" in label else document.heads_of(unit, 1))
        )
        found += bounds.asked_for(text, asked_above, unit) if not any(c.field == "match_limits" for c in found) else []
    if same_part and "match" not in text and not any(claim.field == "match_limits" for claim in found):
        found += bounds.straight_after(text, unit)
    formula = any(claim.field in ("match", "match_steps") and claim.value != "none" for claim in found)
    before_it = document.units[place - 1].norm if place else ""
    just_said = (
        "match" in before_it and bool(match_period.IT.match(text)) and not match_period.NO_MATCH.search(before_it)
    )
    it_gives = (
        after_match
        and same_part
        and match_period.ITS_CONTRIBUTIONS.match(text)
        and match_period.IT_GIVES.match(document.units[place - 1].norm)
    )
    just_said = just_said or bool(it_gives)
    asked = any(
        match_period.WHEN_GIVEN.match(each) for each in (document.follows.get(id(unit), ""), head.partition(" < ")[0])
    )
    nearest = head.partition(" < ")[0]
    labelled = "match" in head and bool(_GENERIC.match(nearest) or _MATCH_HEAD.match(nearest))
    said_of = f"the match is made {text}" if asked and "match" not in text and not match_period.IT.match(text) else text
    said_of = f"company {text}" if it_gives else said_of
    if (
        (about or after_match or formula or asked or just_said)
        and not could_be_less
        and (period := match_period.period_of(said_of, formula, about or asked, same_part or labelled or just_said))
        and not (
            said == "yes"
            and period == "year"
            and (not formula or text.startswith("if "))
            and not match_period.ON_THE_YEAR.search(text)
        )
        and now(document, unit)
        and not (unit.cell and "vest" in document.lead_of(unit))
    ):
        worked_out = period == "year" and match_period.ON_THE_YEAR.search(
            text
        )  # when it is put in, another sentence may say
        worked_out = worked_out or (None if formula or period != "payday" else _FIGURED.search(text))
        found.append(Claim("match_period", period, unit, 3 if worked_out else 2 if formula or about else 1))
    return found


def _nonelective(document: Document, unit: Unit) -> list[Claim]:
    text = unit.norm
    if offered.before_others(text):
        return []
    if document.is_condition(unit) or re.search(
        r"\bdiscretion|\bmay (?:make|contribute)|\bexample|\btop-heavy|\bqualified non|\bforfeit|\bmatch(?:es|ing)? [^.;]{0,40}whether",
        text,
    ):
        return []
    for pattern in _NONELECTIVE:
        if hit := pattern.search(text):
            return [Claim("nonelective", {"percent_of_pay": percent(hit[1])}, unit, 2)]
    return []
