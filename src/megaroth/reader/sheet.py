"""Forms whose lines depend on one another: a section, a label, its boxes, and the boxes below that say of what and when.

A line of a form is a label and options with boxes. What is ticked answers for the label on its line, or the last one above.
"""

from __future__ import annotations

import re

from megaroth.reader import boxes, ticked
from megaroth.reader.context import Document
from megaroth.reader.conversion_act import is_act
from megaroth.reader.entries import Entry, entries_of
from megaroth.reader.frequency import per_year
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Page, Unit

_NUMBER = r"^\W*(?:(?:section|article|item|part) )?(?:\(?(?:[a-z]|[ivx]+|\d{1,3}[a-z]?)(?:[.-]\d{1,3})*[a-z]?[.)]?\W+)?"
_AT = r"(?:@at(?: (?:employee|voluntary|nondeductible))*|voluntary employee|employee \(@at\)|voluntary \(@at\))(?: (?:contributions?|savings|accounts?|sub-?accounts?|money|sources?))*"
_AT_LABEL = Pattern(
    rf"{_NUMBER}(?:voluntary )?{_AT}\b(?:(?! (?:matched|and|together)\b)[^:;%]){{0,30}}(?:[.(] ?see (?:sections?|article|basic plan|the basic)[^:;%]{{0,50}})?\W*$"
)
_AT_NAMED = Pattern(rf"{_NUMBER}{_AT}\W*(?:$|\.|: ?$|participants may)")
_ROTH_NAMED = Pattern(
    rf"{_NUMBER}(?:designated )?@roth(?: elective)?(?: deferrals?| contributions?)*(?:[.,:]? \(?effective(?: date)?:? [a-z\d/ ,_]{{0,30}})?\W*$"
)
_YES = Pattern(
    rf"{_NUMBER}(?:yes|(?:is |are |shall be )?(?:permitted|allowed|available|accepted|offered|elected)|applies|apply|will|does|do|may)\b(?! not)"
)
_NO = Pattern(
    rf"{_NUMBER}(?:no\b(?! (?:limit|minimum|maximum|other|match))|none\b(?! other)|not (?:permitted|allowed|available|applicable|accepted|offered|elected)|(?:is|are|does|do|will|shall|may) not\b|n/a|prohibited|no withdrawals?)"
)
_BARE = Pattern(rf"{_NUMBER}(?:permitted|allowed|offered|available|election|availability|elected)\W*$")
_OF_ELSEWHERE = Pattern(
    r"\b(?:predecessor|prior|former|merged|transferred|another|other) (?:\w+ )?(?:plan|employer|account)"
)
_ENDED = Pattern(
    r"\bdiscontinued\b|\bfrozen\b|\bno longer (?:permitted|allowed|accepted|taken|made)|\b(?:permitted|allowed|accepted|taken|made) no longer\b|\bceased\b|\bwere (?:previously|formerly|once) (?:permitted|allowed|accepted|made)\b|\bnot (?:permitted|allowed|accepted) (?:after|since|from)\b[^.;]{0,40}\b(?:19|20)\d\d\b"
)
_OTHER_TOPIC = Pattern(
    r"\bmatch|\bvest|\bloan|\blimit|\bmaximum|\bexclu|\bcompensation\b|\btest|\bwithdr|\bdistribut|\bconver|\brollover|\bin-plan|\bspill|\binvest"
)
_WITHIN_LIMITS = Pattern(r",? subject to (?:the |these )?(?:following )?(?:limits?|limitations?)\b", "subject to")
_KINDS = Pattern(r"\bcontribution|\bdeferral|\bsources?\b|\bemployee money")
_OUT = Pattern(
    r"\bin-?service\b|\b(?:withdrawals?|distributions?|payments?)\b[^.;]{0,40}\b(?:while|during|before|active|employ|in service|prior to)|\bactive (?:employees|participants)\b|\bwhile (?:still )?employed"
)
_AFTER_LEAVING = Pattern(
    r"\b(?:after|upon|following) (?:severance|separation|termination|retirement|leaving)|\bloans?\b|\bhardship\b\W*$"
)
_OUT_OF_IT = Pattern(
    r"\bwithdraw(?:n|als?|ing)?\b|\bdistribut(?:ed|ions?)\b|\btaken out\b", "withdraw", "distribut", "taken out"
)
"""A label that asks when money may be taken out."""
_BOUND = Pattern(
    r"\b(?:only|if|upon|unless|after|until|subject to|hardship|provided|severance|terminat\w+|retire\w*)\b|59"
)
_FREE = Pattern(
    rf"{_NUMBER}(?:participants? may (?:elect to )?withdraw |withdrawals? (?:of|from) |(?:the |their |any )*)*{_AT}\b[^;.]{{0,50}}?\bany ?time\b|{_NUMBER}(?:at )?any ?time(?:,? (?:from|for|of)|:| -) (?:the |their )?{_AT}\W*$"
)
_ANY_TIME = Pattern(r"\bany ?time\b|\bany age\b|\bany reason\b|\bwithout restriction|\bunrestricted\b")
_AGED = Pattern(r"59|\bafter (?:_+|\d|\w+ (?:months|years))|\bhardship|\byears|\bmonths|\bdisab")
_BY_ITSELF = Pattern(r"\bautomatic|\bstanding\b|\beach payroll|\bevery payroll|\bdaily\b|\brecurring\b|\bongoing\b")
_BY_REQUEST = Pattern(
    r"\brequest|\belection of the participant|\beach conversion|\bparticipant(?:'s)? election|\bone-time"
)
_SOURCE = Pattern(
    r"@pre\b|@at\b|\b(?:matching|match|nonelective|rollovers?|employer|deferrals?|after-tax|profit sharing|voluntary employee|vested (?:amounts?|sources?|accounts?))\b"
)
_ALL = Pattern(rf"{_NUMBER}(?:all|any|every)\b")
_WHAT_MAY_LEAVE = Pattern(
    r"\b(?:otherwise )?(?:distributable|eligible (?:for|to be) distribut)|\b(?:could|may|can) otherwise (?:be|receive)\b|\bas a distribution\b|\bdistribution event\b|\bdistributable event\b"
)

_ANY_ACCOUNT = Pattern(
    r"\bfrom (?:any|all|every|each)(?: of the| of a participant's)? (?:(?:fully|100%|participant|vested|plan) )*accounts?\b(?! (?:that|which|from which|balance))"
)
_OR_NOT = Pattern(r"\bwhether or not [^.;,]*", "whether or not")
"""`Whether or not then distributable` narrows nothing."""


def decide(document: Document, pages: list[Page], others: list[Claim]) -> list[Claim]:
    """All claims, with those of the lines of a form; where a form has a part on conversion, its boxes alone decide."""
    forms = [page for page in pages if any(boxes.has_box(line.text) for line in page.lines)]
    entries = entries_of(forms, document) if forms else []
    if document.template:
        said = ticked.claims_of(entries)
        told = {claim.field for claim in said}
        capped = {claim.unit.raw for claim in said if claim.field in _CAPS}
        void = _words(entries, False) - _words(entries, True)
        others = [
            claim
            for claim in others
            if not _is_of_a_box(claim.unit)
            or (
                (claim.field not in told and claim.unit.norm.strip(" .;") not in void)
                and not (claim.field in _CAPS and any(claim.unit.raw in text for text in capped))
            )
        ] + said
    ticks = [on for entry in entries for on, _ in entry.options if entry.boxed]
    if sum(ticks) < 3 or all(ticks):
        return others
    entries = [entry for entry in entries if entry.alive and entry.boxed]
    found: list[Claim] = []
    run: list[Entry] = []
    for entry in entries:
        how_often = run and _FREQUENCY.match(entry.label) and entry.path[1:] == run[-1].path[1:]
        if any(is_act(label) and len(label.split()) < 24 for label in entry.path) or _is_act_alone(entry) or how_often:
            if run and run[-1].path[-1] != entry.path[-1]:
                found += _converted(run)
                run = []
            run.append(entry)
            continue
        found += _converted(run) if run else []
        run = []
        found += _other(entry)
    found += _converted(run) if run else []
    if not any(claim.field == "in_service_withdrawal" and claim.value == "yes" for claim in found):
        found = [claim for claim in found if claim.note != _OF_WHAT_MAY_LEAVE]
    if any(is_act(label) and len(label.split()) < 14 for entry in entries for label in entry.path):
        others = [claim for claim in others if claim.field not in _OF_CONVERSION or not _is_of_a_box(claim.unit)]
    if any(claim.field == "after_tax_allowed" for claim in found):
        # The question itself was answered: a box that only names the money, `are not eligible for the match`, says nothing of it.
        others = [claim for claim in others if claim.field not in _OF_AFTER_TAX or not _is_of_a_box(claim.unit)]
    return others + found


_OF_WHAT_MAY_LEAVE = "of what may be taken out, and after-tax money may be"
_FREQUENCY = Pattern(
    r"^\W*(?:[\w.-]{1,6} )?(?:frequency|how often|number|(?:eligible |money |contribution |permitted )*(?:sources?|money types?)|method|manner|timing|how (?:made|elected|requested))\b(?!.*\b(?:contribut\w* (?:may|are)|withdr|distrib|loan|match (?:is|on)))"
)
_OF_AFTER_TAX = ("after_tax_allowed", "after_tax_doubt")


_CAPS = ("deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent")
"""A line that the form's own labels give to one of them is no limit of another kind of money."""


def _words(entries: list[Entry], alive: bool) -> set[str]:
    """The words of every box that counts, or that stands below an empty one."""
    return {words.strip(" .;") for entry in entries if entry.alive == alive for _, words in entry.options}


_OF_CONVERSION = ("in_plan_conversion", "conversion_sources")


def _is_act_alone(entry: Entry) -> bool:
    """`[X] Participants may convert after-tax contributions to Roth`, under whatever label."""
    return len(entry.options) == 1 and is_act(entry.options[0][1]) and bool(_leave(entry.options[0][1]))


def _is_of_a_box(unit: Unit) -> bool:
    return unit.ticked is not None or boxes.has_box(unit.raw)


def _claim(field: str, value: str, entry: Entry, *also: Entry) -> Claim:
    return Claim(field, value, entry.unit(), 3, also=tuple(each.unit() for each in also if each is not entry))


def _other(entry: Entry) -> list[Claim]:
    """What goes in, or comes out while employed."""
    around = " < ".join(entry.path)
    if any(_OUT.search(label) and not _AFTER_LEAVING.search(label) for label in entry.path):
        return _taken_out(entry)
    if _OUT_OF_IT.search(entry.label):
        return [] if _AFTER_LEAVING.search(around) or is_act(entry.label) else _taken_out(entry)
    if any("withdraw" in words and _FREE.match(words) and not _BOUND.search(words) for words in entry.ticked):
        return [_claim("in_service_withdrawal", "yes", entry)]
    return (
        [] if _OTHER_TOPIC.search(_WITHIN_LIMITS.sub(" ", around)) or _OF_ELSEWHERE.search(around) else _put_in(entry)
    )


def _put_in(entry: Entry) -> list[Claim]:
    """After-tax and Roth contributions: the line that names them, or the answer below their name."""
    found: list[Claim] = []
    labels = [label for label in entry.path if not _BARE.match(label)]
    about = labels[0] if labels else ""
    fields = (("after_tax_allowed", _AT_LABEL, _AT_NAMED), ("roth_deferrals", _ROTH_NAMED, _ROTH_NAMED))
    for field, labelled, named in fields:
        if labelled.match(about):
            if field == "after_tax_allowed" and (ended := [words for words in entry.ticked if _ENDED.search(words)]):
                return [_claim(field, "frozen", entry)] if len(ended) == len(entry.ticked) else []
            said = [each for words in entry.ticked if (each := _said(words, field == "after_tax_allowed"))]
            if len(said) == 1:
                found.append(_claim(field, said[0], entry))
        elif _KINDS.search(" ".join(labels)):
            for ticked_, words in entry.options:
                if named.match(words) and (ticked_ or field == "after_tax_allowed"):
                    found.append(_claim(field, "yes" if ticked_ else "no", entry))
    granted = [said_so for words in entry.ticked if (said_so := _GRANTED.match(words.strip(" .;")))]
    if not found and len(granted) == 1:
        # `Not permitted, unless elected here: [X] Participants may make after-tax contributions`
        found.append(_claim("after_tax_allowed", "no" if granted[0]["no"] else "yes", entry))
    return found


_STATED = Pattern(
    rf"{_NUMBER}{_AT} (?:are|is|shall be|will be|may)(?P<no> not| no longer)?(?: be)? (?:permitted|allowed|accepted|made|available|offered)\b(?P<rest>.*)"
)
_GRANTED = Pattern(
    rf"{_NUMBER}(?:the )?(?:employer|plan|company|participants?|employees?) (?P<no>(?:does|do|will|shall|may) not )?(?:may |elects? to |will |shall )?(?:permit|allow|accept|make|offer)s? (?:(?:any |all |eligible )*(?:participants?|employees?) to make |any )?{_AT}\W*$"
)


def _said(words: str, after_tax: bool) -> str:
    """What a ticked option says below the name of the money: `permitted`, or `after-tax contributions are not permitted`."""
    if after_tax and (stated := _STATED.match(words)):
        return "" if stated["rest"].strip(" .;") else "no" if stated["no"] else "yes"
    if after_tax and (granted := _GRANTED.match(words)):
        return "no" if granted["no"] else "yes"
    if _OF_THE_MATCH.search(words):
        return ""
    return "yes" if _YES.match(words) else "no" if _NO.match(words) else ""


_OF_THE_MATCH = Pattern(r"\bmatch|\bvest", "match", "vest")


def _is_of_after_tax(entry: Entry) -> bool:
    """Whether the nearest label that names a money names after-tax money, and no other."""
    for label in entry.path:
        if re.search(_AT, label):
            return (
                not _SOURCE.search(re.sub(_AT, " ", label))
                and not _AFTER_LEAVING.search(label)
                and not _OTHER_TOPIC.search(_OUT_OF_IT.sub(" ", label))
            )
        if _SOURCE.search(label):
            return False
    return False


_HOW_IT_GOES = Pattern(r"\bsuspen|\bpenalt|\bfees?\b|\bminimum\b|\bnumber of\b|\bfrequency\b|\bforms? of\b")
"""`Suspension after withdrawal: (X) none`: how it goes, and not whether it may."""


_AFTER_TAX_HEAD = Pattern(r"^(?:employee |voluntary )*after-?tax(?: (?:employee|voluntary|contributions?|accounts?))*$")


def _taken_out(entry: Entry) -> list[Claim]:
    """After-tax money while employed: a line, or a row of a grid whose columns say when."""
    if _HOW_IT_GOES.search(entry.label):
        return []
    cells = [cell.lower() for cell in entry.header]
    if (
        _is_at_will(entry.label)
        and len(cells) == len(entry.options)
        and not any(words.strip() for _, words in entry.options)
    ):
        # A row for the occasion, a column for each kind of money.
        own = [on for cell, (on, _) in zip(cells, entry.options, strict=True) if _AFTER_TAX_HEAD.match(cell)]
        return [_claim("in_service_withdrawal", "yes", entry)] if own == [True] else []
    if _is_of_after_tax(entry):
        if len(entry.header) == len(entry.options) and not any(words.strip() for _, words in entry.options):
            when = [cell.lower() for cell, (on, _) in zip(entry.header, entry.options, strict=True) if on]
            return (
                [_claim("in_service_withdrawal", "yes", entry)] if any(_ANY_TIME.search(each) for each in when) else []
            )
        at_will = _is_at_will(entry.label)
        for words in entry.ticked:
            if _is_at_will(words):
                return [_claim("in_service_withdrawal", "yes", entry)]
            if len(entry.ticked) == 1 and at_will and (_YES.match(words) or not words):
                return [_claim("in_service_withdrawal", "yes", entry)]
            if _NO.match(words) and len(entry.ticked) == 1 and not at_will:
                return [_claim("in_service_withdrawal", "no", entry)]
        return []
    if _is_at_will(entry.label) and not _SOURCE.search(entry.label):
        named = [words for words in entry.ticked if _AT_NAMED.match(words)]
    else:
        named = [words for words in entry.ticked if _FREE.match(words) and not _BOUND.search(words)]
    return [_claim("in_service_withdrawal", "yes", entry)] if named else []


def _is_at_will(words: str) -> bool:
    """`At any time`, without an age, a purpose or a condition."""
    return bool(_ANY_TIME.search(words)) and not _AGED.search(words) and not _BOUND.search(words)


_ITS_LEAVE = Pattern(
    r"\b(?:available|permit(?:s|ted)?|allow(?:s|ed)?|offer(?:s|ed)?|made|elects?|may|can|cannot|eligible|able)\b",
    "available", "permit", "allow", "offer", "made", "may", "can", "elect", "eligible", "able",
)  # fmt: skip


def _leave(words: str) -> str:
    """What a ticked option says of conversion as such: `Permitted`, or `In-plan Roth conversions are not available`."""
    if _NO.match(words):
        return "no"
    if _YES.match(words):
        return "yes"
    said = _ITS_LEAVE.search(words) if is_act(words) else None
    if said is None:
        return ""
    if not _DENIAL.search(re.split(r"[.;:]", words)[0]):
        return "yes"
    return "no" if _REFUSED.search(words) else ""


_DENIAL = Pattern(r"\b(?:not|no|never|neither|cannot|only)\b")
_REFUSED = Pattern(
    r"\b(?:not|no|cannot)\b(?: be| yet)? ?(?:permit|allow|available|offer|elect|made|provid|in-plan|convert)\w*"
)


def _holds_it(words: str) -> bool:
    """Whether what a box says may be converted holds after-tax money: by name, or as part of every account."""
    if re.search(_AT, words) or _ALL.match(words):
        return True
    return bool(_ANY_ACCOUNT.search(words)) and not _WHAT_MAY_LEAVE.search(_OR_NOT.sub(" ", words))


def _converted(asked: list[Entry]) -> list[Claim]:
    """Conversion: permitted or not, of which money, by itself or on request."""
    itself = [entry for entry in asked if _BY_ITSELF.search(entry.label) and is_act(f"{entry.label} {entry.path[1]}")]
    leave = next(
        ((entry, words) for entry in asked for words in entry.ticked if entry not in itself and _leave(words)), None
    )
    if leave is None:
        return []
    if _leave(leave[1]) == "no":
        return [_claim("in_plan_conversion", "no", leave[0])]
    sources = [
        (on, words, entry)
        for entry in asked
        for on, words in entry.options
        if _SOURCE.search(words) and not (is_act(words) and _leave(words))
    ]
    of_it = [entry for on, words, entry in sources if on and _holds_it(words)]
    if sources and any(on for on, _, _ in sources) and not of_it:
        return []
    if not of_it and any(_WHAT_MAY_LEAVE.search(_OR_NOT.sub(" ", words)) for entry in asked for words in entry.ticked):
        claim = _claim("in_plan_conversion", "on-request", leave[0])
        claim.note = _OF_WHAT_MAY_LEAVE
        return [claim]
    ways = [
        (entry, words)
        for entry in asked
        for words in entry.ticked
        if _BY_ITSELF.search(words) or _BY_REQUEST.search(words)
    ]
    by_itself = [entry for entry, words in ways if _BY_ITSELF.search(words)]
    also = (*of_it[:1], *(entry for entry, _ in ways[:1]))
    times = [
        Claim("conversions_per_year", often, entry.unit(), 2)
        for entry in asked
        for words in entry.ticked
        if (often := per_year(words))
    ]
    return [_claim("in_plan_conversion", "automatic" if by_itself else "on-request", leave[0], *also), *times]
