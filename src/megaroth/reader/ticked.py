"""What the ticked boxes of an adoption agreement say of the terms beside the three that count: the match, limits, automatic enrolment, pay."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby

from megaroth.reader import labels
from megaroth.reader.capped import without_few
from megaroth.reader.entries import Entry
from megaroth.reader.formula import percent, plausible
from megaroth.reader.pattern import Pattern
from megaroth.reader.ticked_match import ANSWERED, EXCLUDED, OPTION, in_one_line, of_match
from megaroth.reader.units import Claim
from megaroth.reader.words import folded

_PAY_FIRST = Pattern(
    r"^\W*(?:(?:part|section|article) [a-z\d]{1,3}\W+)?(?:[a-z\d]{1,3}[.)] )?(?:definition of |eligible |plan |covered |considered |total |pensionable )*(?:compensation|earnings|pay)\b(?: definition| exclusions?| inclusions?)?\W*(?:$|\()",
    "compensation", "earnings", "pay",
)  # fmt: skip
"""`Compensation (for deferrals and match)`: what it is for says nothing against what it is."""
_SECTIONS = (
    ("match", Pattern(r"\bmatch(?:ing|ed)?\b", "match")),
    ("auto", Pattern(r"\b(?:automatic|auto|default)[- ]?(?:enrol|deferral|contribution|election|elective|salary|@)|\b[eq]?aca\b", "auto", "default", "aca")),
    ("after-tax", Pattern(r"@at\b", "@at")),
    ("deferral", Pattern(r"\bdeferrals?\b|\belective contributions?\b|@pre\b|\bsalary reduction|^employee (?:accounts and )?contributions?\W*$")),
    ("pay", Pattern(r"(?<!percentage of )(?<!percent of )(?<!% of )(?<!portion of )\b(?:compensation|eligible (?:pay|earnings)|pensionable (?:pay|earnings)|plan pay)\b")),
)  # fmt: skip
_ELSEWHERE = Pattern(
    r"\bvest(?:ing|ed)\b|\bloans?\b|\bforfeit|\binvest|\btrust(?:ee)?\b|\btest(?:ing|ed)?\b|\beligibility\b|\bentry\b|\ballocation (?:conditions|requirements)\b|\bhours\b|\bnon-?elective\b|\bprofit[- ]sharing\b|\brollovers?\b|\bwithdrawals?\b|\bdistributions?\b|\bconver|\bin-plan\b|\bhardship|\bservice\b|\bpredecessor|\bqnec|\bqmac|\bprevailing wage|\btop[- ]heavy"
)
"""Of what a part of the form may be that says nothing of these terms, though their words stand in it."""
_NOT_ALL = Pattern(
    r"\bcatch-?up\b|\bbonus|\bminimum\b|\bprior to\b|\bother than\b|\bcertain\b|\bfor (?:the )?(?:first|initial)\b|\bcollectively|\bunion\b"
)
_DOLLARS = Pattern(
    r"^\W*(?:up to |not (?:more than|to exceed) |maximum(?: of)? )?\$(\d[\d,]*)(?: (?:per|for each|a|by each) participant)?(?P<a_year> (?:per|a|each|in any|for any|for each) (?:(?:plan|calendar) )*year| annually)?\W*$",
    "$",
)
_LEAST = Pattern(r"\bminimum(?: of)? \d{1,2}(?:\.\d+)?%,?(?= [^%]*\d%)", "minimum")
_FEW = Pattern(r"\bhighly\b|\bhces?\b", "highly", "hce")
_MOST = Pattern(
    r"\b(?:limit(?:s|ed|ation)?|max(?:imum)?|up to|exceed|more than|most|cap(?:ped)?|amounts?|range|percentages?|greater than)\b"
)
_AT = r"(?:\d+(?:\.\d+)?% ?(?:to|-|through|and|up to) ?)"
_CAP = Pattern(
    rf"^(?:\W|\b(?:permitted|allowed|elected|yes|applies|limit(?:ed)?|subject|in|to|any|make|made|contribute|amounts?|whole|increments?|percentages?|contributions?|deferrals?|maximum|max|up|from|between|an?|the|of|at|most|not|(?:no )?more than|(?:no )?less than|exceed(?:ing)?|equal|with|and|or|minimum|may|be|is|flat|fixed|specified|single|for|highly|compensated|hces?|employees|participants)\b|{_AT}|\d{{1,2}}(?:\.\d+)?%(?=[^%]*\d%))*?(\d{{1,3}}(?:\.\d+)?)%(?! ?(?:to|-|through|and|up to) ?\d)(?P<rest>[^%]*)$"
)
_CAP_SAID = Pattern(
    r"\b(?:not (?:to )?exceed(?:ing)?|no(?:t)? more than|up to|maximum(?: of)?|to an?|to|limited to|through|and|-) ?\d{1,3}(?:\.\d+)?%(?![^%]*\d%)"
)
_P = r"(\d{1,2}(?:\.\d+)?)%"
_RISES = Pattern(r"\b(?:increas|escalat|step|rais|ris)\w*", "increas", "escalat", "step", "rais", "ris")
_RISES_FIRST = Pattern(
    r"^\W*(?:[a-z\d][.)] )?(?:(?:scheduled|automatic|annual|yearly|periodic|deferral|contribution|the|rate|percentage) )+(?:increas|escalat|step)",
    "increas", "escalat", "step",
)  # fmt: skip
_RISE = Pattern(
    rf"(?:\b(?:increas|escalat|step|rais|ris)\w*\b[^%]{{0,60}}?|^\W*(?:[a-z]\. )?(?:yes,? )?(?:by |of )?){_P}(?! (?:match|of match))"
)
_TOP = Pattern(
    rf"\b(?:up to|until|to a max(?:imum)?|not (?:to )?exceed(?:ing)?|max(?:imum)?|no more than|cap(?:ped)?|limit(?:ed)?|to|reach\w*)\b[^%]{{0,45}}?{_P}"
)
_STARTS_AT = Pattern(
    rf"^\W*(?:[a-z][.)] )?(?:\W|\b(?:yes|apply|applies|elected|permitted|[eq]?aca|initial|default|automatic(?:ally)?|deferrals?|enrol\w*|contributions?|rate|percentage|amount|at|of|is|equal|to|an?|the|will|be|shall|withhold|withheld|in|participants?|employees?|eligible|new|beginning|starting|with|flat|fixed|level|elective|@pre|salary|from|their|each|pay|employer|so)\b)*?{_P}(?! ?(?:to|-|through|and) ?\d)(?! match)"
)
_CALLED_INITIAL = Pattern(
    rf"\b(?:initial|default|starting|beginning) (?:(?:deferral|contribution|enrollment|election) )?(?:percentage|rate|percent)(?: (?:is|of|at|will be|shall be|equal to))*:? {_P}(?! ?(?:to|-|through|and) ?\d)",
    "initial", "default", "starting", "beginning",
)  # fmt: skip
"""`Applies to those hired since 7/1/2020. Default percentage 3%`: behind whom it is for."""
_UPPER = Pattern(
    r"^\W*(?:up to\b|until\b|(?:max(?:imum)?|cap|limit|ceiling|top)\b(?!.*\b(?:initial|default)\b))|\bnot exceed\b|\bmaximum (?:rate|percentage|deferral)|\bmin(?:imum)?\b"
)
_NONE = Pattern(r"^\W*(?:[a-z][.)] )?(?:none\b|no\b|not\b|n/a|does not|will not|shall not)")
_TO_WHAT = Pattern(r"\bmatch|\bcatch-?up\b|\bdays\b\W*$|\bwithdraw|\bafter\b\W*$")
_PART_OF_PAY = Pattern(
    r"\b(?:bonus|overtime|commission|severance|fringe|shift|incentive|reimburs|moving|tips\b|deferred comp|equity|stock|options?\b|premium|differential|allowance|stipend|discount|third[- ]party|cell phone|gift|award|taxable|pay\b|compensation\b|wages\b|expense|relocation|call\b|unused|vacation)"
)
_PAY_IS = Pattern(
    r"\bw-2\b|\b415\b|\b3401|\bwithholding\b|\bwages\b|\bsalary\b|\b(?:base|regular|gross|total|straight-time|hourly) (?:pay|compensation|earnings|rate)"
)


_OF_LAW = Pattern(
    r"\bemployee contributions?\W{1,3}(?:\(|- )?(?:not|other than|which are not|excluding|distinct from) (?:[a-z]+ ){0,2}?(?:elective )?deferrals?\b",
    "employee contribution",
)
"""`Employee Contributions (not Elective Deferrals)`: the law's own name for after-tax contributions."""


def section_of(entry: Entry) -> str:
    """Of what a question is, by the nearest of its labels that tells; nothing where its part is of another matter."""
    if any(_ELSEWHERE.search(label) and not _SECTIONS[0][1].search(label) for label in entry.path):
        return ""
    if any(re.search(r"\bvest|\bforfeit|\beligibility\b", label) for label in entry.path):
        return ""
    for label in entry.path:
        if _OF_LAW.search(label):
            return "after-tax"
        if _PAY_FIRST.match(label) and not any(_SECTIONS[0][1].search(each) for each in entry.path if each != label):
            return "pay"
        for name, pattern in _SECTIONS:
            if pattern.search(label) and not (name == "pay" and "%" in label):
                # `Catch-Up Contributions` below `Matching`, `after-tax contributions matched`: the match comes first.
                if name in ("after-tax", "deferral", "pay") and any(
                    _SECTIONS[0][1].search(each) for each in entry.path
                ):
                    return "match"
                return name
    return ""


def claims_of(entries: list[Entry]) -> list[Claim]:
    """Every claim of the ticked boxes, question by question."""
    found: list[Claim] = []
    for path, group in groupby([entry for entry in entries if entry.alive], key=lambda entry: entry.path):
        asked = list(group)
        if not any(entry.ticked for entry in asked):
            continue
        section = section_of(asked[0])
        around = " < ".join(path)
        if section == "match":
            found += of_match(asked, around)
        for entry in asked:
            found += in_one_line(entry)
            for words in entry.ticked:
                found += _of_option(entry, words, section, around)
    found = _with_its_reach(entries, found)
    if any(claim.field == "match" and claim.value == "none" for claim in found) and _matches(entries):
        found = [claim for claim in found if not (claim.field == "match" and claim.value == "none")]
    return found


_OF_PAY = r"(?: of (?:[a-z'-]+ ){0,3}?(?:compensation|pay|earnings|salary|wages))?"
_OVER = r"(?:in excess of|exceed(?:s|ing)?|over|above|greater than|more than|beyond)"
_NOT_BEYOND = Pattern(
    rf"\b(?:contributions?|deferrals?|amounts?|those|savings)\b[^.;%]{{0,40}}\b{_OVER} {_P}{_OF_PAY}[^.;%]{{0,30}}\b(?:not (?:be )?(?:matched|taken|counted|considered|included|eligible)|disregarded|excluded|ignored|unmatched)"
    rf"|\b(?:not|no)\b[^.;%]{{0,30}}\bmatch\w*[^.;%]{{0,60}}\b(?:contributions?|deferrals?|amounts?|savings)\b[^.;%]{{0,40}}\b{_OVER} {_P}",
    "%",
)
_WITHIN = Pattern(
    rf"^(?!.*\bmatch(?:ing)? contributions?\b).*\b(?:contributions?|deferrals?|amounts?|savings)\b[^%]{{0,60}}\b(?:not (?:to )?exceed(?:ing)?|up to|limited to|no(?:t)? more than|not in excess of|(?:only )?the first) {_P}{_OF_PAY}\W*$",
    "%",
)


def _with_its_reach(entries: list[Entry], found: list[Claim]) -> list[Claim]:
    """A rate without an end, with the end that another ticked line gives: `Contributions in excess of 6% of pay shall not be matched`.

    Where another line on the match has a percent that is not understood, the rate alone is not believed.
    """
    whole = [claim for claim in found if claim.field == "match" and isinstance(claim.value, list)]
    if len(whole) != 1 or list(whole[0].value[-1]) != ["rate_percent"] or len(whole[0].value) > 1:
        return found
    claim = whole[0]
    reach: dict[str, Entry] = {}
    for entry in entries:
        if not entry.alive or entry.text == claim.unit.raw or section_of(entry) != "match":
            continue
        for words in entry.ticked:
            if "%" not in words:
                continue
            hit = _NOT_BEYOND.search(words) or _WITHIN.match(f"{entry.label} {words}")
            if hit is None:
                return [each for each in found if each is not claim]
            reach[next(group for group in hit.groups() if group)] = entry
    if len(reach) == 1:
        (most, entry), *_ = reach.items()
        tiers = [{**claim.value[0], "up_to_percent_of_pay": percent(most)}]
        claim.value, claim.also = tiers, (entry.unit(),)
    return found if len(reach) < 2 and plausible(claim.value) else [each for each in found if each is not claim]


_A_MATCH = Pattern(
    r"\b(?:basic|enhanced|fixed|discretionary|flat|tiered|safe harbor|qaca) (?:\w+ )?match|\bmatch\w*\b[^.;]{0,40}\d%|\d%[^.;]{0,60}\bmatch",
    "match",
)


def _matches(entries: list[Entry]) -> bool:
    """Whether some ticked box of a form is a match, so that `Matching contributions: none` is said of another."""
    return any(_A_MATCH.search(words) for entry in entries if entry.alive for words in entry.ticked)


def _of_option(entry: Entry, words: str, section: str, around: str) -> list[Claim]:
    unit = entry.unit()
    if labels.SUPER.search(entry.label) and len(entry.ticked) == 1:
        said = ANSWERED.match(words)
        return [Claim("super_catch_up", "no" if said["no"] else "yes", unit, 3)] if said else []
    if section == "auto" or (section == "deferral" and _SECTIONS[1][1].search(words)):
        return _automatic(entry, words)
    if section in ("after-tax", "deferral") and (most := _cap(entry, words)):
        few = _FEW.search(without_few(f"{entry.label} {words}"))
        if few and (section == "deferral" or re.search(r"\bnon-?highly", f"{entry.label} {words}")):
            return []
        name = (
            "hce_after_tax_cap_percent"
            if few
            else "after_tax_cap_percent"
            if section == "after-tax"
            else "deferral_cap_percent"
        )
        return [Claim(name, most, unit, 3)]
    if (
        section == "after-tax"
        and (sum_of := _DOLLARS.match(words))
        and (sum_of["a_year"] or re.search(r"\byear\b|\bannual", entry.label))
        and _MOST.search(f"{around} {' '.join(each for _, each in entry.options)}")
    ):
        return [Claim("after_tax_cap_dollars", sum_of[1].replace(",", ""), unit, 3)]
    if section == "pay":
        return _pay(entry, words, around)
    if section == "match":
        return []
    return labels.alone(words, unit)


def _cap(entry: Entry, words: str) -> str:
    """The most that a ticked box allows: below a label that says so, or in words of its own."""
    label = entry.label
    words = OPTION.sub("", without_few(_LEAST.sub("", words)))
    if _NOT_ALL.search(label) or _NOT_ALL.search(words.split("%")[0]) or "match" in words or _RISES.search(words):
        return ""
    most = _CAP.search(words)
    if most is None:
        said = _CAP_SAID.search(words)
        most = (
            re.search(r"(\d{1,3}(?:\.\d+)?)%(?![^%]*\d%)", said[0])
            if said and not re.search(r"\bless than\b(?!.*\bmore than)", words)
            else None
        )
        if most is None or not re.search(r"\bcontribut|\bdefer|\belect|\bpermit", words):
            return ""
    elif not (
        _MOST.search(f"{label} {' '.join(each for _, each in entry.options)}")
        or _CAP_SAID.search(words)
        or _FEW.search(words)
        or re.search(r"\bpermitted\b", label)
    ):
        return ""
    if re.search(r"\b(?:first|next|in excess|above)\b", words) or not 1 <= Decimal(most[1]) <= 100:
        return ""
    return most[1]


def _automatic(entry: Entry, words: str) -> list[Claim]:
    """What new employees begin with, and how it rises."""
    label, unit = entry.label, entry.unit()
    if "%" not in words or _NONE.match(words) or _TO_WHAT.search(label):
        return []
    found: list[Claim] = []
    if _UPPER.search(label):
        top = re.match(rf"^\W*{_P}", words)
        return [Claim("auto_increase_up_to_percent", top[1], unit, 2)] if top else []
    rising = (
        _RISES.search(label)
        or _RISES.match(words)
        or _RISES_FIRST.match(words)
        or re.match(r"^\W*(?:[a-z][.)] )?(?:annual|yearly)", words)
    )
    start = None if rising else _STARTS_AT.match(words) or _CALLED_INITIAL.search(words)
    if start and 0 < Decimal(start[1]) <= 25:
        found.append(Claim("auto_enrolment_percent", start[1], unit, 2))
    rest = words if rising else words[start.end() :] if start else ""
    if (rising or _RISES.search(rest)) and (rise := _RISE.search(rest)) and 0 < Decimal(rise[1]) <= 5:
        found.append(Claim("auto_increase_percent", rise[1], unit, 2))
        if (top := _TOP.search(rest[rise.end() :])) and Decimal(top[1]) > Decimal(rise[1]):
            found.append(Claim("auto_increase_up_to_percent", top[1], unit, 2))
    return found


def _pay(entry: Entry, words: str, around: str) -> list[Claim]:
    """What pay is, or what a ticked box leaves out of it."""
    if re.search(r"\blimit|\bperiod\b|\bwhen\b|\bdate\b", entry.label):
        return []
    counts = _PART_OF_PAY.search(words) if EXCLUDED.search(around) else _PAY_IS.search(words)
    return [Claim("eligible_pay", folded(entry.text), entry.unit(), 2)] if counts and not _NONE.match(words) else []


# --- the match
