"""What the ticked boxes of an adoption agreement say of the match: its formula, its most, its period, what is matched."""

from __future__ import annotations

import re

from megaroth.reader import labels
from megaroth.reader.entries import Entry
from megaroth.reader.formula import plausible, tiers_of
from megaroth.reader.pattern import Pattern
from megaroth.reader.true_up import true_up_of
from megaroth.reader.units import Claim
from megaroth.reader.words import plain

EXCLUDED = Pattern(
    r"\bexclu|\bnot (?:be )?(?:included?|match(?:ed|ing)?|eligible|counted|taken|considered)|\bless\b|\bother than\b|\bwithout\b",
    "exclu",
    "not ",
    "less",
    "other than",
    "without",
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


ANSWERED = Pattern(
    r"^\W*(?:[a-z][.)] )?(?:the (?:employer|company) |it |a true-up )?(?:(?P<no>no\b|none\b|not\b|n/a|(?:does|do|will|shall|is|are) not|never)|(?P<yes>yes|applies|apply|elected|permitted|allowed|available|offered|adopted|included|required|provided|made|annual(?:ly)?|will|shall|does|is|are)\b)"
)


_OPEN = Pattern(r"\bmay\b|\bdiscretion|\bif any\b")


_MOST_OF_IT = Pattern(
    r"^(?=.*\bmatch)(?!.*\b(?:compensation|pay|deferrals?|matched)\b).*\b(?:max\w*|limit\w*|cap(?:ped)?|ceiling|exceed)\b|^\W*(?:[a-z\d]{1,3}[.)] )?(?:annual |dollar )*(?:maximum|limit|cap)(?: amount)?(?: (?:per|for each|in any|for the|each) (?:(?:plan|calendar|participant|and) )*(?:year|participant))*\W*$",
    "max", "limit", "cap", "ceiling", "exceed",
)  # fmt: skip


_A_SUM = Pattern(
    r"^\W*(?:[a-z\d]{1,2}[.)] )?(?:(?:yes|annual|not (?:to exceed|more than)|up to|maximum(?: of)?|limited to|may not exceed)[:,]? )*\$(\d[\d,]*)(?:\.00)?(?! ?per (?:pay|month|quarter|week))(?: (?:per|a|for|each|in|any|plan|calendar|year|participant|employee|annually|match\w*)\b)*\W*$",
    "$",
)
"""`Maximum match: [X] $5,000 per Participant per Plan Year`."""


def of_match(asked: list[Entry], around: str) -> list[Claim]:
    """What the entries below one label say of the match."""
    label = asked[0].label
    options = _each_whole([(on, words, entry) for entry in asked for on, words in entry.options])
    ticked = [(words, entry) for on, words, entry in options if on]
    found: list[Claim] = []
    true_up = next((each for each in asked[0].path if _TRUE_UP.search(each)), "")
    if true_up == label and true_up:
        if len(ticked) == 1 and not _OPEN.search(ticked[0][0]) and (said := ANSWERED.match(ticked[0][0])):
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
        value, strength, note = true_up_of(words, True, True)
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
    r"^\W*(?:(?P<no>(?:do(?:es)?|will|shall|are|is) not (?:be )?|not )|(?:are|is|will be|shall be) )?(?:match(?:ed)?\W*$|match-eligible\b|(?:eligible (?:for|to receive)|taken into account|considered|counted|included|disregarded)\b[^;]{0,60}\bmatch)",
    "match",
)
"""`Shall not be eligible for Matching Contributions`, behind a box."""
_LAST_WORDS = Pattern(r"^.*(?:[.;,]|\band) (?=\S)")
"""`Catch-up contributions are permitted. Catch-up contributions [ ] shall …`: of what the choice is, the last words tell."""


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


def _matched_or_not(entry: Entry) -> list[Claim]:
    """`[X] (a) Permitted, and [ ] shall [X] shall not be matched`: the choice of two anywhere in a line, and of which money it is."""
    options = entry.options
    for place in range(len(options) - 1):
        (on, words), (other, last) = options[place : place + 2]
        two = _MATCH_OR_NOT.match(last)
        one = two and (_MATCH_OR_NOT.match(words) or _VERB_ALONE.match(words))
        if not one or not two or on == other or bool(one["no"]) == bool(two["no"]):
            continue
        if place and not all(ticked for ticked, _ in options[:place]):
            return []
        before = options[place - 1][1] if place else ""
        for label in (_LAST_WORDS.sub("", before), before, *entry.path):
            if field := _kind(label):
                return [Claim(field, "no" if (one if on else two)["no"] else "yes", entry.unit(), 3)]
            if _OTHER_MONEY.search(label) or "@roth" in label:
                return []
    return []


def in_one_line(entry: Entry) -> list[Claim]:
    """Questions that stand in a line with the options of another: `[X] Permitted and [X] Match. [ ] Do not match.`, `Matching: [X] None`."""
    unit = entry.unit()
    found = _matched_or_not(entry)
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
    r"\b(?:plan|calendar|fiscal) year(?= quarters?\b)|(?<=quarter)s? (?:of|in|during) (?:the|each|a) (?:plan |calendar |fiscal )?year\b",
    "quarter",
)
"""`Plan Year quarter` is a quarter, and so is `each quarter of the Plan Year`."""


def _period(words: str) -> str:
    words = _QUARTER.sub("", words)
    names = [name for name, pattern in _PERIODS if pattern.search(words)]
    return names[0] if len(names) == 1 and _ONE_PERIOD.match(words) else ""


OPTION = Pattern(r"^\W*(?:option #?\w{1,3}[:.)]?|[a-z\d]{1,2}[.)]) ")


_NAMED_FORMULA = Pattern(r"^\W*(?:[a-z][.)] )?[a-z ,()/-]{3,70}[:.,] ?(?:the employer shall match )?(?=_*\d)")


def _formula(words: str) -> list[dict[str, str]] | None:
    own = OPTION.sub("", words)
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
    turned = bool(EXCLUDED.search(label))
    if (field := _kind(label)) and len(ticked) == 1:
        said = _DONE.match(ticked[0][0])
        return [Claim(field, "yes" if bool(said["no"]) == turned else "no", ticked[0][1].unit(), 3)] if said else []
    kinds = [_kind(words) if len(words.split()) < 8 else "" for _, words, _ in options]
    if not ticked or not any(kinds) or len(options) < 2 or not (turned or _ON_WHICH.search(label)):
        return []
    return [
        # `[ ] include [X] do not include Catch-up Contributions`: an option may deny what it names.
        Claim(kind, "yes" if (on != turned) != bool(EXCLUDED.search(words)) else "no", entry.unit(), 3)
        for (on, words, entry), kind in zip(options, kinds, strict=True)
        if kind
    ]
