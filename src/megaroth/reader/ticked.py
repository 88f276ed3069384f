"""What the ticked boxes of an adoption agreement say of the terms beside the three that count: the match, limits, automatic enrolment, pay."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby

from megaroth.reader import labels, matching
from megaroth.reader.capped import without_few
from megaroth.reader.entries import Entry
from megaroth.reader.formula import percent, plausible, tiers_of
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim
from megaroth.reader.words import folded, plain

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
_UPPER = Pattern(
    r"^\W*(?:up to\b|until\b|(?:max(?:imum)?|cap|limit|ceiling|top)\b(?!.*\b(?:initial|default)\b))|\bnot exceed\b|\bmaximum (?:rate|percentage|deferral)|\bmin(?:imum)?\b"
)
_NONE = Pattern(r"^\W*(?:[a-z][.)] )?(?:none\b|no\b|not\b|n/a|does not|will not|shall not)")
_TO_WHAT = Pattern(r"\bmatch|\bcatch-?up\b|\bdays\b\W*$|\bwithdraw|\bafter\b\W*$")
_EXCLUDED = Pattern(
    r"\bexclu|\bnot (?:be )?(?:included?|match(?:ed|ing)?|eligible|counted|taken|considered)|\bless\b|\bother than\b|\bwithout\b",
    "exclu",
    "not ",
    "less",
    "other than",
    "without",
)
_PART_OF_PAY = Pattern(
    r"\b(?:bonus|overtime|commission|severance|fringe|shift|incentive|reimburs|moving|tips\b|deferred comp|equity|stock|options?\b|premium|differential|allowance|stipend|discount|third[- ]party|cell phone|gift|award|taxable|pay\b|compensation\b|wages\b|expense|relocation|call\b|unused|vacation)"
)
_PAY_IS = Pattern(
    r"\bw-2\b|\b415\b|\b3401|\bwithholding\b|\bwages\b|\bsalary\b|\b(?:base|regular|gross|total|straight-time|hourly) (?:pay|compensation|earnings|rate)"
)
_KINDS = (
    ("match_on_after_tax", Pattern(r"@at\b|\bvoluntary (?:nondeductible )?employee contributions?\b", "@at", "voluntary")),
    ("match_on_catch_up", Pattern(r"\bcatch-?ups?\b", "catch")),
)  # fmt: skip
_OTHER_MONEY = Pattern(
    r"@pre\b|\belective\b|\bdeferrals?\b(?! (?:catch|that are catch))|(?<!matching )\bemployer\b|\bnonelective\b"
)
_ON_WHICH = Pattern(
    r"\bmatch(?:ed|able)\b|\beligible\b|\btaken into account|\bcounted\b|\binclud|\bmatch\w* (?:contributions? )?(?:is |are |will be |shall be )?(?:made |based |calculated |computed |provided |applied )?(?:on|to|for|with respect to|applies|apply)\b|\bsubject to\b|\b(?:used|considered|apply to|with respect to|types? of|which|applicable|basis)\b"
)
_DONE = Pattern(
    r"^\W*(?:[a-z][.)] )?(?:will be |shall be |are |is )?(?:(?P<no>not (?:be )?(?:matched|included|eligible|taken|counted|permitted|considered)|no\b|excluded|disregarded|unmatched|none|will not|shall not|are not|is not|does not|do not)|yes|matched|included|eligible|taken into account|counted|applies|permitted|considered|also matched|will|shall|are|does|do)\b(?! other)"
)
_PERIODS = (
    ("payday", Pattern(r"\bpay(?:roll)? ?(?:roll)?[- ]?(?:periods?|dates?|days?|checks?)?\b|\bpaycheck|\bpayroll\b|\bbi-?weekly\b|\bsemi-?monthly\b")),
    ("quarter", Pattern(r"\bquarter", "quarter")),
    ("month", Pattern(r"(?<!semi-)\bmonth", "month")),
    ("year", Pattern(r"\b(?:plan |calendar |limitation |entire )?year\b|\bannual", "year", "annual")),
)  # fmt: skip
_ONE_PERIOD = Pattern(
    r"^\W*(?:(?:[a-z]|\d{1,2})[.)] )?(?:\W|\b(?:each|every|the|an?|per|plan|calendar|full|entire|for|on|of|by|as|end|last|day|basis|regular|applicable|period|based|during|at|ending|within|in)\b|\b(?:pay(?:roll)?(?:[- ]?(?:periods?|dates?|days?|checks?))?|bi-?weekly|semi-?monthly|month(?:ly)?|quarter(?:ly)?|year|annual(?:ly)?)\b)*$"
)
_NOT_A_PERIOD = Pattern(
    r"\btrue|\badditional\b|\bvest|\bforfeit|\bdeposit|\bremit|\bfund(?:ed|ing)\b|\blast day|\bexclu|\bchange\b|\bsuspen"
)
_TRUE_UP = Pattern(
    r"\btru(?:e|ing)[- ]?up|\b(?:year-end|annual|supplemental|additional|make-?up)\b[^.;]{0,30}\b(?:match|adjust|reconcil|contribution)\w*|\b(?:re-?calculat|re-?comput|re-?determin|reconcil|adjust)\w*[^.;]{0,50}\b(?:year|match)|\bmatch\w* (?:contribution )?(?:adjustment|reconciliation)"
)
_ANSWERED = Pattern(
    r"^\W*(?:[a-z][.)] )?(?:the (?:employer|company) |it |a true-up )?(?:(?P<no>no\b|none\b|not\b|n/a|(?:does|do|will|shall|is|are) not|never)|(?P<yes>yes|applies|apply|elected|permitted|allowed|available|offered|adopted|included|required|provided|made|annual(?:ly)?|will|shall|does|is|are)\b)"
)
_OPEN = Pattern(r"\bmay\b|\bdiscretion|\bif any\b")


def section_of(entry: Entry) -> str:
    """Of what a question is, by the nearest of its labels that tells; nothing where its part is of another matter."""
    if any(_ELSEWHERE.search(label) and not _SECTIONS[0][1].search(label) for label in entry.path):
        return ""
    if any(re.search(r"\bvest|\bforfeit|\beligibility\b", label) for label in entry.path):
        return ""
    for label in entry.path:
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
            found += _of_match(asked, around)
        for entry in asked:
            found += _in_one_line(entry)
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
        said = _ANSWERED.match(words)
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
    words = without_few(_LEAST.sub("", words))
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
    start = None if rising else _STARTS_AT.match(words)
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
    counts = _PART_OF_PAY.search(words) if _EXCLUDED.search(around) else _PAY_IS.search(words)
    return [Claim("eligible_pay", folded(entry.text), entry.unit(), 2)] if counts and not _NONE.match(words) else []


# --- the match


_MOST_OF_IT = Pattern(
    r"^(?=.*\bmatch)(?!.*\b(?:compensation|pay|deferrals?|matched)\b).*\b(?:max\w*|limit\w*|cap(?:ped)?|exceed)\b|^\W*(?:[a-z\d]{1,3}[.)] )?(?:annual |dollar )*(?:maximum|limit|cap)(?: amount)?\W*$",
    "max", "limit", "cap", "exceed",
)  # fmt: skip
_A_SUM = Pattern(
    r"^\W*(?:[a-z\d]{1,2}[.)] )?(?:(?:yes|annual|not (?:to exceed|more than)|up to|maximum(?: of)?|limited to|may not exceed)[:,]? )*\$(\d[\d,]*)(?:\.00)?(?! ?per (?:pay|month|quarter|week))(?: (?:per|a|for|each|in|any|plan|calendar|year|participant|employee|annually|match\w*)\b)*\W*$",
    "$",
)
"""`Maximum match: [X] $5,000 per Participant per Plan Year`."""


def _of_match(asked: list[Entry], around: str) -> list[Claim]:
    label = asked[0].label
    options = _each_whole([(on, words, entry) for entry in asked for on, words in entry.options])
    ticked = [(words, entry) for on, words, entry in options if on]
    found: list[Claim] = []
    true_up = next((each for each in asked[0].path if _TRUE_UP.search(each)), "")
    if true_up == label and true_up:
        if len(ticked) == 1 and not _OPEN.search(ticked[0][0]) and (said := _ANSWERED.match(ticked[0][0])):
            return [Claim("true_up", "no" if said["no"] else "yes", ticked[0][1].unit(), 3)]
        return []
    periods = [_period(words) for _, words, _ in options]
    if (
        len(ticked) == 1
        and not _NOT_A_PERIOD.search(label)
        and sum(map(bool, periods)) >= min(2, len(options))
        and (value := _period(ticked[0][0]))
    ):
        return [Claim("match_period", value, ticked[0][1].unit(), 2)]
    found += _counted(label, options, ticked, around)
    if _MOST_OF_IT.search(label) and len(ticked) == 1 and (most := _A_SUM.match(ticked[0][0])):
        found.append(Claim("match_limits", {"max_dollars": most[1].replace(",", "")}, ticked[0][1].unit(), 3))
    if _ONLY_MATCH.match(label) and [words for words, _ in ticked if _NO_MATCH.match(words)] and len(ticked) == 1:
        return [Claim("match", "none", ticked[0][1].unit(), 2)]
    for words, entry in ticked:
        value, strength, note = matching.true_up_of(words, True, True)
        if value and not _OPEN.search(words):
            found.append(Claim("true_up", value, entry.unit(), strength, note))
        elif not true_up and "%" in words and (tiers := _formula(words)):
            found.append(Claim("match", tiers, entry.unit(), 3))
        else:
            found += labels.alone(words, entry.unit())
    tiers_below = [(words, entry) for words, entry in ticked if re.match(r"^\W*_*\d[\d.]*_* ?%", words)]
    if len(tiers_below) > 1 and not any(claim.field == "match" for claim in found):
        value_of_all = tiers_of("match " + " and ".join(words.rstrip(";. ") for words, _ in tiers_below))
        if value_of_all and plausible(value_of_all):
            first, *rest = (entry.unit() for _, entry in tiers_below)
            found.append(Claim("match", value_of_all, first, 3, also=tuple(rest)))
    return found


_OF_MATCHING = Pattern(r"^match(?:ing)?(?: contributions?)?\W*(?:\([a-z\d]{1,2}\))?\W*$", "match")
_MATCH_OR_NOT = Pattern(
    r"^\W*(?:(?P<no>(?:do(?:es)?|will|shall|are|is) not (?:be )?|not )|(?:are|is|will be|shall be) )?match(?:ed)?\W*$",
    "match",
)
_VERB_ALONE = Pattern(r"^\W*(?P<verb>are|is|will|shall|does|do)(?P<no> not)?(?: be)?\W*$")
_VERB_AND_MORE = Pattern(r"^\W*(?P<verb>are|is|will|shall|does|do)(?P<no> not)?(?P<rest> [a-z].*)$")


def _each_whole(options: list[tuple[bool, str, Entry]]) -> list[tuple[bool, str, Entry]]:
    """`[X] will [ ] will not true up`: the first says what the last says, the other way round."""
    if len(options) != 2 or not (one := _VERB_ALONE.match(options[0][1])):
        return options
    two = _VERB_AND_MORE.match(options[1][1])
    if not two or one["verb"] != two["verb"] or bool(one["no"]) == bool(two["no"]):
        return options
    on, words, entry = options[0]
    return [(on, f"{words.strip(' .')}{two['rest']}", entry), options[1]]


def _with_their_verb(options: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """`[ ] are [X] are not matched`: what only the last of them has, both have."""
    if len(options) != 2 or not _MATCH_OR_NOT.match(options[1][1]) or not (verb := _VERB_ALONE.match(options[0][1])):
        return options
    return [(options[0][0], f"are {'not ' if verb['no'] else ''}matched"), options[1]]


def _in_one_line(entry: Entry) -> list[Claim]:
    """Questions that stand in a line with the options of another: `[X] Permitted and [X] Match. [ ] Do not match.`, `Matching: [X] None`."""
    unit = entry.unit()
    found: list[Claim] = []
    if field := _kind(entry.label):
        said = [(on, hit) for on, words in _with_their_verb(entry.options) if (hit := _MATCH_OR_NOT.match(words))]
        ticked = [hit for on, hit in said if on]
        if len(said) == 2 and len(ticked) == 1 and bool(said[0][1]["no"]) != bool(said[1][1]["no"]):
            found.append(Claim(field, "no" if ticked[0]["no"] else "yes", unit, 3))
    above = entry.path[1] if len(entry.path) > 1 else ""
    chosen = entry.ticked
    if _OF_MATCHING.match(entry.label) and len(chosen) == 1 and _NO_MATCH.match(chosen[0]) and (field := _kind(above)):
        found.append(Claim(field, "no", unit, 3))
    return found


_ONLY_MATCH = Pattern(
    r"^\W*(?:[\w.-]{1,6} )?(?:employer |company )?match(?:ing)? contributions?(?: \([^()]*\))?\W*$", "match"
)
_NO_MATCH = Pattern(
    r"^\W*(?:[\w.-]{1,6} )?(?:none|no match(?:ing contributions?)?|not (?:permitted|made|provided))\W*$"
)
_QUARTER = Pattern(
    r"\b(?:plan|calendar|fiscal) year(?= quarters?\b)|\bquarters?(?: of| in)(?= (?:the|each|a) (?:plan |calendar )?year\b)",
    "quarter",
)
"""`Plan Year quarter` is a quarter."""


def _period(words: str) -> str:
    words = _QUARTER.sub("", words)
    names = [name for name, pattern in _PERIODS if pattern.search(words)]
    return names[0] if len(names) == 1 and _ONE_PERIOD.match(words) else ""


_OPTION = Pattern(r"^\W*(?:option #?\w{1,3}[:.)]?|[a-z\d]{1,2}[.)]) ")
_NAMED_FORMULA = Pattern(r"^\W*(?:[a-z][.)] )?[a-z ,()/-]{3,70}[:.,] ?(?:the employer shall match )?(?=_*\d)")


def _formula(words: str) -> list[dict[str, str]] | None:
    own = _OPTION.sub("", words)
    for text in (words, own, _NAMED_FORMULA.sub("", own), f"equal to {own}"):
        tiers = tiers_of(f"match {plain(text)}")
        if tiers and plausible(tiers):
            return tiers
    return None


def _kind(words: str) -> str:
    """Which money a label or an option names alone: after-tax, catch-up, or neither."""
    named = [field for field, pattern in _KINDS if pattern.search(words)]
    return (
        named[0]
        if len(named) == 1 and not _OTHER_MONEY.search(re.sub(r"catch-?up (?:elective )?deferrals?", "catch-up", words))
        else ""
    )


def _counted(
    label: str, options: list[tuple[bool, str, Entry]], ticked: list[tuple[str, Entry]], around: str
) -> list[Claim]:
    """Which money is matched: `Catch-up matched: yes`, or a list of kinds of which some are ticked."""
    turned = bool(_EXCLUDED.search(label))
    if (field := _kind(label)) and len(ticked) == 1:
        said = _DONE.match(ticked[0][0])
        return [Claim(field, "yes" if bool(said["no"]) == turned else "no", ticked[0][1].unit(), 3)] if said else []
    kinds = [_kind(words) if len(words.split()) < 8 else "" for _, words, _ in options]
    if not ticked or not any(kinds) or len(options) < 2 or not (turned or _ON_WHICH.search(label)):
        return []
    return [
        Claim(kind, "yes" if on != turned else "no", entry.unit(), 3)
        for (on, _, entry), kind in zip(options, kinds, strict=True)
        if kind
    ]
