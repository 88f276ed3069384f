"""After-tax money out of the plan while still employed. What is not said outright is not claimed."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.context import Document
from megaroth.reader.frequency import per_year
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import MAY, PLAN, TAIL, WHO
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded


def claims_of(document: Document) -> list[Claim]:
    """Every claim about withdrawal in service."""
    found: list[Claim] = []
    section = ""
    for unit in document.units:
        if unit.kind == "contents":
            continue
        if unit.kind in ("question", "heading"):
            section = _section(unit, section)
            continue
        if unit.ticked is False:
            continue
        heads, full = document.heads_of(unit, 3), document.full(unit)
        spoken_of = (
            "withdr" in full
            or "distribut" in full
            or "in-service" in unit.norm
            or " roll" in unit.norm
            or "withdr" in unit.answer_to
            or "withdr" in heads
            or "distribut" in heads
        )
        if spoken_of or section or ("@at" in unit.norm and _MONEY_OUT.search(unit.norm)):
            found += _withdrawal(document, unit, heads, section)
    return found or closed_lists(document)


_MONEY_OUT = Pattern(r"\btak(?:e|en)\b|\bpaid out|\bpay-?out|\bcash|\baccess|\bmoney out|\bavailable")

_CLOSED_LIST = Pattern(
    r"\b(?:withdraw\w*|take (?:money|out|amounts)|access)\b[^.;]{0,90}\bonly\b|\bonly\b[^.;]{0,60}\b(?:withdraw\w*|take (?:money|amounts))\b"
)
_KNOWN_REASON = Pattern(
    r"\b(?:loans?|hardship|59\.5|age \d\d|disab\w*|death|rollovers?|birth|adoption|disaster|emergency|military|deployed|domestic abuse|terminal\w*|retire\w*|terminat\w*|sever\w*|separat\w*)\b"
)
_OTHER_REASON = Pattern(
    r"@at|\bvoluntary|\bnonroth|\bany (?:reason|time|purpose)|\bother\b|\bemployee contributions|\bthrift|\bnondeductible|\ball (?:accounts|amounts)|\bvested"
)


def closed_lists(document: Document) -> list[Claim]:
    """`You may withdraw only for: loan, hardship, 59½`: a list without after-tax money that says it is the whole list."""
    if "@at" not in document.text or document.template or document.general:
        return []
    found: list[Claim] = []
    for place, unit in enumerate(document.units):
        text = unit.norm
        if "only" not in text:
            continue
        if (unit.kind in ("contents", "question", "heading") and not text.endswith(":")) or document.is_condition(unit):
            continue
        if not _CLOSED_LIST.search(text) or not (
            _IN_SERVICE.search(text) or _IN_SERVICE.search(document.heads_of(unit, 1))
        ):
            continue
        if text.endswith(":"):
            items = []
            for each in document.units[place + 1 : place + 12]:
                if each.lead != unit.raw:
                    break
                items.append(each)
            listed = [re.sub(r"\brollover contributions?, (?:at )?any ?time", "rollover", each.norm) for each in items]
        else:
            items, listed = [unit], re.split(r",| or |\(\d\)|\([a-z]\)", re.split(r"\bonly\b", text, maxsplit=1)[-1])
            listed = [part for part in listed if len(part.split()) > 1 or _KNOWN_REASON.search(part)]
        known = [bool(_KNOWN_REASON.search(part)) and not _OTHER_REASON.search(part) for part in listed]
        if len(known) > 1 and all(known):
            note = "implied: the list of withdrawals is closed, and after-tax money is not on it"
            found.append(
                Claim("in_service_withdrawal", "no", unit, 1, note, tuple(each for each in items if each is not unit))
            )
    return found


_IN_SERVICE = Pattern(
    r"\bin-?service\b|\bwhile (?:you are |you're |they are |still |actively |you remain )*(?:employed|working|an active|an employee|in service)\b|\bstill (?:employed|working)\b|\bduring (?:your )?(?:employment|active service)\b|\bactive (?:participants?|employees?)\b|\bactively employed\b|\bwithout (?:leaving|terminating)\b"
    r"|\bbefore (?:you )?(?:terminat|leav|separat|retir)|\bprior to (?:his |her |their |your )?(?:termination|separation|retirement|severance)(?: (?:from|of) (?:employment|service))?|\bon the payroll\b|\b(?:do not|don't) (?:have to|need to) (?:leave|terminate|retire|separate)[^.;]{0,30}|\bnot required to (?:cease|terminate|leave|sever)[^.;]{0,40}|\bwho is an (?:active )?(?:employee|participant)\b|\bnon-?hardship withdrawal"
)
_ANY_TIME = Pattern(
    r"\b(?:at )?any ?time\b|\bfor any reason\b|\bany reason\b|\bregardless of (?:your )?age\b|\bat any age\b|\b(?:under|before|prior to)(?: reaching| attaining)?(?: the)? (?:age )?59\.5\b|\bwithout (?:any )?(?:restriction|age|regard to)\b|\bno (?:age|restriction)|\bwhenever (?:you|they|he|she) (?:like|want|wish|choose)|\bas often as\b|\bno waiting\b"
)
_FROM_THEN_ON = Pattern(r"\b(?:thereafter|afterwards?|after that|from then on)\b")
_AGED = Pattern(
    r"\b(?:after|once|upon|reach\w*|attain\w*|at least|over|until|age|older|on or after)\b[^.;]{0,25}(?<!under )(?<!before )\b(?:59\.5|55|60|62|65|70)\b"
)
_HARD = Pattern(
    r"\bhardship|\bdisab|\bterminat|\bseparat|\bretire(?:s|ment|d)? ?(?:,|or|date|age)?|\bdeath\b|\bdie\b|\bsever|\bbirth or adoption|\bdisaster|\bmilitary\b|\bleave (?:the company|employment|mmc)|\bemergency"
)
_TAKES = r"(?:withdraw|take|receive|request|obtain|access|elect|make|get|pull|roll(?: over)?)"
_OUT = r"(?:withdrawn|distributed|taken(?: out| in cash)?|rolled|paid(?: out)?|cashed out|accessed|removed|pulled)"
_MAY_TAKE = Pattern(
    rf"\b{WHO}\b[^.;@]{{0,80}}?\b{MAY}\b(?P<gap>[^.;]{{0,60}}?)\b{_TAKES}\b[^.;]{{0,150}}?@at\b|@at\b[^.;@]{{0,70}}\b(?:may|can)(?P<gap2>[^.;]{{0,20}}?) be {_OUT}|\b{PLAN}\b[^.;@]{{0,30}}\b(?:allows?|permits?|lets)\b(?P<gap6>[^.;]{{0,30}}?)@at\b[^.;]{{0,40}}\bto be {_OUT}"
    rf"|@at\b[^.;]{{0,60}}\b(?:is|are)(?P<gap3>(?: also| always| generally)?) (?:available|eligible) (?:for|to be)[^.;]{{0,30}}(?:withdraw|distribut)|\b{PLAN}\b[^.;@]{{0,40}}\b(?:permits?|allows?|offers?|provides? for)\b(?P<gap4>[^.;]{{0,60}}?)\b(?:withdrawals?|distributions?)\b[^.;]{{0,60}}@at\b"
    rf"|\b(?:withdrawals?|distributions?) (?:of|from) (?:your )?@at[^.;]{{0,50}}\b(?:are|is)(?P<gap5>(?: also| generally)?) (?:permitted|allowed|available)"
)
_NEED_NOT_LEAVE = Pattern(
    r"\b(?:not required to|(?:do|does) not (?:have|need) to|need not) (?:cease|terminate|leave|separate|retire)\b[^.;]{0,40}\b(?:to|in order to|before you can) (?:receive|take|obtain|request|withdraw|get)\b[^.;]{0,50}@at\b"
)
_ITEM_LEAD = Pattern(r"\b(?:withdraw|distribut)")
_ALL_OR_PART = Pattern(r"^(?:all|any|a portion|part|some|up to 100%)\b[^.;]{0,60}@at\b")
_COUNTED_NOT = r"\bnot (?:more (?:often )?than|to exceed|subject to|limited|roth)|\b(?:may|can) not (?=withdraw [^.;]{0,60}more (?:often )?than)"
_NO_TAKE = (
    Pattern(
        r"@at\b[^.;@]{0,60}\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|eligible) to) be (?:withdrawn|distributed|taken out|paid out|paid|removed|accessed)\b(?P<why>[^.;]{0,90})"
    ),
    Pattern(
        r"\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|able) to)\b (?:\w+ )?withdraw\b[^.;@]{0,40}@at\b(?P<why>[^.;]{0,90})"
    ),
    Pattern(
        r"\b(?:in-?service )?(?:withdrawals?|distributions?) (?:of|from) (?:your |the )?@at\b[^.;@]{0,40}\b(?:are|is) not (?:permitted|allowed|available)\b(?P<why>[^.;]{0,60})"
    ),
    Pattern(
        r"@at\b[^.;@]{0,50}\b(?:is|are) not (?:available|eligible) for (?:an? )?(?:in-?service )?(?:withdrawals?|distributions?)(?P<why>[^.;]{0,60})"
    ),
    Pattern(
        r"@at\b[^.;@]{0,40}\b(?:is|are) not (?:available|payable|accessible) (?P<why>)(?:until|before) (?:you |your |they )?(?:leave|terminat|separat|retire|employment ends|sever)"
    ),
    Pattern(
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|doesn't|will not) (?:currently )?(?:permit|allow|offer|provide for)\b[^.;@]{{0,20}}(?:in-?service )(?:withdrawals?|distributions?)(?: of @at[^.;]{{0,25}})?(?P<why>{TAIL})"
    ),
    Pattern(
        r"\bno (?:in-?service )(?:withdrawals?|distributions?)(?: of @at[^.;]{0,25})? (?:are|is) (?:permitted|allowed|available)(?P<why>[^.;]{0,40})"
    ),
)
_WHILE_EMPLOYED = Pattern(
    r"^\s*(?:account|contributions?|money|balance)?[^.;]{0,20}(?:$|\b(?:while|during|before|prior to|until) (?:after )?(?:you |your |they |he or she |a participant |the participant )?(?:are |is |remain )?(?:still |actively )?(?:employ|work|terminat|separat|leav|in service|sever|retire))"
)


def _section(unit: Unit, before: str) -> str:
    """Whether a heading opens, keeps or closes a section on withdrawals in service."""
    text = unit.norm
    if re.search(r"\bwithdraw|\bdistribut", text) and _IN_SERVICE.search(text):
        return text
    if re.search(r"\bin-service\b", text):
        return text
    if (
        before
        and re.search(r"withdraw|rollover|age 59|employer|hardship|@at|qualif|option|request|available|availab", text)
        and not re.search(r"\bterminat|\bleav|\bretire|\bdeath|\bafter\b", text)
    ):
        return before
    return ""


def _withdrawal(document: Document, unit: Unit, heads: str, section: str) -> list[Claim]:
    text, full = unit.norm, document.full(unit)
    if (
        unit.answer_to
        and re.search(r"withdr|distribut|roll", unit.answer_to)
        and "@at" in unit.answer_to
        and not document.is_condition(unit)
    ):
        if _IN_SERVICE.search(unit.answer_to + text) or _ANY_TIME.search(unit.answer_to + text):
            if text.startswith("yes"):
                return (
                    []
                    if _AGED.search(text) and not _ANY_TIME.search(text)
                    else [Claim("in_service_withdrawal", "yes", unit, 3)]
                )
            return [] if _AGED.search(text) or _HARD.search(text) else [Claim("in_service_withdrawal", "no", unit, 3)]
        return []
    if text.startswith(("example", "for example")) or (
        (document.is_condition(unit) or document.template or document.general or boxes.has_box(unit.raw))
        and not unit.ticked
    ):
        return []
    lead = document.lead_of(unit)
    if re.search(r"\bloans?\b|\bborrow", text) and not re.search(r"\bwithdr|\bdistribut|\broll", full):
        return []
    if "@at" not in full and not re.search(r"in-?service", text):
        return []
    if "@at" in text and (
        bounded := re.search(
            r"\b(?:may|can)(?:not| not) withdraw\b[^.;]{0,60}@at[^.;]{0,60}more (?:often )?than (?P<times>once|twice)[^.;]*",
            text,
        )
    ):
        often = per_year(bounded["times"] + bounded.group().split(bounded["times"], 1)[1])
        if often and (_IN_SERVICE.search(text) or _IN_SERVICE.search(heads)):
            return [Claim("in_service_withdrawal", "yes", unit, 3), Claim("withdrawals_per_year", often, unit, 2)]
    if _NEED_NOT_LEAVE.search(text) and not re.search(r"59\.5|\bhardship", text):
        return [Claim("in_service_withdrawal", "yes", unit, 3)]
    for pattern in _NO_TAKE:
        hit = pattern.search(text)
        if not hit:
            continue
        why = hit["why"]
        if re.search(r"\bunless\b|\bexcept\b|\bother than\b|59\.5|\bhardship|\bmore than\b|\bif\b|\bonly\b", text) or (
            pattern in _NO_TAKE[:2] and not _WHILE_EMPLOYED.search(why)
        ):
            return []
        return [Claim("in_service_withdrawal", "no", unit, 3)]
    if "@at" not in full or re.search(
        r"\b(?:not|cannot|no longer|never)\b[^.;]{0,40}@at|@at[^.;]{0,60}\b(?:not|cannot|no longer)\b",
        re.sub(_COUNTED_NOT, " ", full),
    ):
        return []
    if _FROM_THEN_ON.search(text) and not _IN_SERVICE.search(text):
        return []  # after what, the sentence before says: mostly the end of employment
    if "@roth ira" in text and "withdr" not in text and "distrib" not in text and not re.search(r"\broll", text):
        return []
    if re.search(r"\b(?:tax(?:ed|able|es)?|penalty)\b", text) and not _MAY_TAKE.search(text) and not lead:
        return []
    hit = _MAY_TAKE.search(full)
    listed = bool(lead and _ITEM_LEAD.search(lead) and "@at" in text) or bool(section and _ALL_OR_PART.match(text))
    if not hit and not listed:
        return []
    if hit and not listed and "@at" not in text:
        return []
    gaps = " ".join(gap for gap in hit.groups() if gap) if hit else ""
    if re.search(r"\bnot\b|\bconver|\bcontribut|\bonly\b", gaps):
        return []
    around = f"{full} {section}"
    in_service = bool(_IN_SERVICE.search(around)) or bool(_IN_SERVICE.search(heads))
    free = bool(_ANY_TIME.search(full))
    counted = per_year(text)
    if not (in_service or free or counted):
        return []
    if _bound(text, lead, free) or re.search(
        r"\bexcess\b|\bcorrective|\brefund|\bbeneficiar|\balternate payee|\bspous|\bdividend|\bformer (?:employee|participant)|\bterminated (?:employee|participant)|\bretirees?\b|\brolled[- ]over @at|\brollover @at|@at rollover|\brollover (?:account|contributions?|source|balance)s?,? (?:including|with)\b[^.;]{0,25}@at|\bmilitary|\bprior plan\b|\bpredecessor\b|\bmade (?:before|prior to)\b|\bpre-?(?:19|20)\d\d|\bafter (?:you have |he has |completing )?(?:been|completed|participated)?[^.;]{0,30}\b(?:\d+|two|three|five|ten) years of|\bparticipant for (?:at least )?(?:\d+|two|three|five|ten) years",
        text,
    ):
        return []
    found = [Claim("in_service_withdrawal", "yes", unit, 3 if free or in_service else 2)]
    if counted:
        found.append(Claim("withdrawals_per_year", counted, unit, 2))
    if free:
        words = _ANY_TIME.search(full)
        found.append(Claim("withdrawal_terms", words.group() if words else "", unit, 2))
    if re.search(r"\bsuspen", text):
        found.append(Claim("withdrawal_suspension", folded(unit.raw), unit, 2))
    return found


def _bound(text: str, lead: str, free: bool) -> bool:
    """Whether the permission hangs on age, hardship or an end of employment."""
    if free:
        return bool(
            re.search(
                r"\b(?:after|once|upon|following|when) you(?:r)? (?:terminat|separat|retire|leave|sever|employment ends)|any ?time (?:after|following|on or after|once)"
                r"|\b(?:if|once|when|after|upon|provided|at least|attain\w*|reach\w*)\b[^.;]{0,30}\b(?:59\.5|age \d\d)"
                r"|\b(?:if|when|upon|due to|because of|on account of|in the event of|for)\b[^.;]{0,40}\b(?:disab|hardship|disaster|emergency|death|birth|leave)|\bwithin \d+ days\b",
                text,
            )
        )
    both = _IN_SERVICE.sub(" ", f"{lead} {text}")
    return bool(_AGED.search(both)) or bool(_HARD.search(both))
