"""A label and the short lines below or beside it: plans at a glance, where each line answers for the label and is no sentence.

A label stands first in its block of lines, or at the head of a row of a table. What it is of says what the lines may mean.
"""

from __future__ import annotations

import re
from decimal import Decimal

from megaroth.reader import matched, matched_clause
from megaroth.reader.become_roth import converts
from megaroth.reader.come_out import OUT, withdraws
from megaroth.reader.context import Document
from megaroth.reader.conversion_act import is_topic
from megaroth.reader.formula import percent, plausible, tiers_of
from megaroth.reader.frequency import per_year
from megaroth.reader.labels import PERIODS
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Line, Page, Unit
from megaroth.reader.words import folded

MOST_LINES = 9
_NO_LABEL = Pattern(
    r"[.;,]$|%|\$|^\W*(?:not|no|yes|none|if(?! you)|and|or|up to|maximum of|includes?|excludes?|excluding)\b|^(?!(?:when|how|what|which|where)\b).*\b(?:is|are|may|will|must|has|have)\b(?!.*\?$)",
    flags=re.I,
)
_STEP = Pattern(r"^(?:step \d+|\d{1,2}|[a-z])[.):] +|^(?:your|the|our|about|how) ")
_MATCH = Pattern(
    r"\bmatch(?:ing|es)?\b|^(?:the )?(?:company|employer|we|what we|[a-z][a-z&'-]*(?: [a-z&'-]+){0,2}) (?:adds?|gives?|chips? in|puts? in|kicks? in)$"
)
_OTHER = Pattern(
    r"\bvest(?:ing|ed|s)?\b|\bloan|\bborrow|\binvest|\beligib\w*\b(?! (?:pay|comp|earn))|\bwithdraw|\brollover|\bhardship|\bnon-?elective|\bprofit|\bpension|\bcore\b|\bhighly|\bexample"
)
_WHEN = Pattern(
    r"\b(?:timing|frequency|period|schedule|basis|based on|figured|calculat\w+|comput\w+|determin\w+|made|paid|deposit\w*|credited|funded|allocated|when|how often|posted|added)\b"
)
_OF_DEFERRALS = Pattern(
    r"^(?:(?:employee|your|my|own|regular|payroll|elective|salary|401k|plan|basic|and|or|&|/|\+|,|@pre|@roth)\W*)*(?:@pre|@roth|contributions?|deferrals?|savings|saving|rates?|percentages?|you (?:can |may )?(?:save|contribute|put in|defer)|salary reduction)(?:\W*(?:@pre|@roth|and|or|contributions?|deferrals?|options?|rates?|limits?|range|amounts?|percentages?|savings|elections?|maximum|allowed|permitted|from your pay|\(?401k\)?))*\W*$"
    r"|^(?:(?:pick|choose|set|select|decide(?: on)?) (?:a|your|the|how much)(?: contribution| savings?| deferral)? ?(?:rate|amount|percentage|to (?:save|contribute))?|(?:(?:what )?you (?:can |may )?)?(?:save|saving|contribute|put in|defer)|how much (?:can|may|do|will|should) (?:i|you|we) (?:save|contribute|put in|defer)|(?:minimum and )?maximum (?:contributions?|deferrals?)|contribution limits?)\W*$"
)
_RANGE = Pattern(
    r"^\W*(?:(?:you (?:can|may) )?(?:save|contribute|defer|choose|elect|anywhere|any (?:whole )?(?:percentage|amount)|between|from|up to|a maximum of|maximum(?: of)?|limited to|max)[ :]*)*(?:\d{1,2}(?:\.\d+)?%? ?(?:to|-|through|and|up to)(?: a maximum of)? ?)?(?P<most>\d{1,3}(?:\.\d+)?)%(?: (?:of|from) (?:(?:your|eligible|annual|base|gross|total|covered|each|every|the|plan|benefits-eligible|regular|paycheck's) )*(?:pay|compensation|earnings|salary|wages|paychecks?)\b)?(?P<rest>[^%$]{0,60})$"
)
_NOTHING_MORE = Pattern(
    r"^(?:[ ,.;()]|@(?:pre|roth)\b|\b(?:in any combination|in whole percent\w*|combined|together|plus|and|or|annual|incentive|bonus(?:es)?|per (?:pay(?:check)?|pay period|payroll)|each (?:pay period|paycheck|payday)|subject to|irs|the|law|limits?|legal|by|maximum|max|up to|of|as|either|both|through|payroll|deductions?|deduction)\b)*$"
)
_AFTER_TAX = Pattern(
    r"^(?:existing |old |your |prior |traditional |any )*@at(?: (?:contributions?|balances?|money|accounts?|savings|sources?|dollars))*\W*$",
    "@at",
)
_CLOSED = Pattern(
    r"^\W*(?:(?:now |currently |the source is )?(?:closed|frozen|discontinued|suspended|ended|stopped)\b(?! (?:to|for) (?:new )?(?:hires|employees|members))|no longer (?:accepted|allowed|permitted|offered|available|taken)|no new (?:@at )?contributions?\b)"
)
_TRUE_UP = Pattern(
    r"^\W*(?:(?:an?|with|plus|and|the|annual(?:ly)?|yearly|year-end|quarterly|final|match(?:ing)?) )*true[- ]?up\b|\bwith an? (?:[a-z-]+ ){0,2}true[- ]?up\b",
    "true",
)
_OPEN = Pattern(r"\bmay\b|\bdiscretion|\bif\b(?! you| needed| necessary)|\?|\bsee\b|\bconsider")
_DENIAL = Pattern(r"\b(?:no|not|never|without|none)\b")
_MOST = Pattern(
    r"^\W*(?:(?:subject to |limited to |capped at |up to |with )*(?:an? )?(?:annual |yearly |plan )?(?:maximum|max\.?|limit|cap|at most|no more than|up to|capped at|limited to|not more than)(?: (?:match|of|is|to|at|company|contribution))*:? )\$(?P<most>\d[\d,]*)(?: ?(?:/|per|a|an|each|every) ?(?:plan |calendar )?(?:year|person|participant|employee)| annually| in (?:any|a) (?:plan |calendar )?year)*\W*$"
)
_TIER = Pattern(r"\b(first|next) (\d{1,2}(?:\.\d+)?)%")
_SHARE = Pattern(r"(\d{1,3}(?:\.\d+)?)%")
_APPLIES = Pattern(
    r"^\W*(?:the )?(?:company |employer )?(?:(?P<yes>match(?:ing)? (?:also )?applies|match(?:ed|able)\b|also matched|is matched|are matched|eligible for (?:the )?(?:company |employer )?match|match(?:ing)?: yes)|(?P<no>(?:is |are )?not matched|no (?:company |employer )?match(?:ing)?|match(?:ing)? (?:does not apply|not applied)|not eligible for (?:the )?(?:company |employer )?match|unmatched|match(?:ing)?: no))\b[^%]{0,30}$"
)
_CATCH_UP = Pattern(
    r"^(?:age |over |your |\W|\d)*catch-?up\b(?: contributions?| savings| deferrals?)*(?: \([^)]*\))?\W*$", "catch"
)


_OF_A_PART = Pattern(
    r"\bbonus|\bincentive|\bcommission|\bhighly|\bhces?\b|\bunion|\bhourly|\bhired|\bcatch|\bold\b|\bbefore\b|\bprior\b|\bwas\b"
)
"""A column for a part of the pay or of the people."""
_BULLET = Pattern(r"^[•·●▪*–-]\s+")
_GOES_ON = Pattern(r"(?:[,:(-]|\b(?:and|or|of|the|an?|to|for|with|by|in|on|at|if|your|from))$")
_SENTENCE = Pattern(r"(?<=[a-z%)][.;]) +(?=[A-Z])")


class _Topic:
    __slots__ = ("label", "section", "values", "wholes")

    def __init__(self, label: str, section: str, values: list[tuple[str, Unit]], wholes: list[Unit]) -> None:
        self.label, self.section, self.values, self.wholes = label, section, values, wholes


_CAPS = (
    "deferral_cap_percent",
    "after_tax_cap_percent",
    "after_tax_cap_dollars",
    "combined_cap_percent",
    "hce_after_tax_cap_percent",
)
_NO_CAP = Pattern(
    r"\bmatch|\bauto|\bdefault|\b(?:annual|yearly) increase|\bescalat|\bif you (?:do not|don't|never|take no|do nothing)|\bnew hires?\b|\bvest(?:ing|ed)\b|\bloan|\bexample"
)
"""Below such a label a number is no limit of what one may put in."""


def decide(document: Document, pages: list[Page], others: list[Claim]) -> list[Claim]:
    """All claims, with those of short lines below or beside a label; what such a label is of is no cap."""
    if document.template or document.general:
        return others
    found: list[Claim] = []
    of_others: set[tuple[int, str]] = set()
    for topic in [*_blocks(document, pages), *_cells(document, pages)]:
        if not _OTHER.search(topic.label):
            found += _of_match(topic) + _of_deferrals(topic) + _of_kinds(topic) + _of_roth(topic)
        found += _of_after_tax(topic) + _of_conversion(topic)
        if _NO_CAP.search(topic.label) and not re.search(r"\bm(?:ax|in)imum|\blimit|\btype|\bsource", topic.label):
            of_others |= {(unit.page, unit.raw) for unit in topic.wholes}
    return [
        claim for claim in others if claim.field not in _CAPS or (claim.unit.page, claim.unit.raw) not in of_others
    ] + found


def _blocks(document: Document, pages: list[Page]) -> list[_Topic]:
    """Lines parted by blank ones, of which the first is a label."""
    units: dict[tuple[int, str], Unit] = {(unit.page, unit.raw): unit for unit in document.units}
    topics: list[_Topic] = []
    for page in pages:
        if page.status not in ("text", "ocr"):
            continue
        block: list[Line] = []
        for line in [*page.lines, None]:
            last = block[-1] if block else None
            if (
                line is not None
                and last is not None
                and line.column == last.column < 10
                and -0.5 <= line.top - last.bottom <= max(0.75 * line.height, 0.6)
            ):
                block.append(line)
                continue
            if 2 <= len(block) <= MOST_LINES and (topic := _topic(document, page, block, units)):
                topics.append(topic)
            block = [line] if line is not None and line.column < 10 else []
    return topics


def _joined(lines: list[Line]) -> list[str]:
    """The lines as they stand, those that go on with the one before joined to it."""
    texts: list[str] = []
    for line in lines:
        text = _BULLET.sub("", folded(line.text), count=1)
        if texts and (text[:1].islower() or text.startswith("(") or _GOES_ON.search(texts[-1])):
            texts[-1] += f" {text}"
        else:
            texts.append(text)
    return texts


def _values(
    document: Document, page: int, texts: list[str], units: dict[tuple[int, str], Unit], like: Unit | None = None
) -> list[tuple[str, Unit]]:
    """Each sentence of the lines, with what is quoted for it."""
    values = []
    for text in (part for whole in texts for part in _SENTENCE.split(whole)):
        unit = units.get((page, text))
        if unit is None:
            unit = Unit(page, text, kind="item", cell=like.cell if like else None)
            unit.norm = document.norm_of(text)
        values.append((unit.norm, unit))
    return values


def _topic(document: Document, page: Page, block: list[Line], units: dict[tuple[int, str], Unit]) -> _Topic | None:
    label, texts = folded(block[0].text), _joined(block[1:])
    if (
        len(label.split()) > 7
        or _NO_LABEL.search(label)
        or block[1].text[:1].islower()
        or any(len(text.split()) > 40 for text in texts)
    ):
        return None
    values = _values(document, page.number, texts, units)
    return _Topic(_bare(document.norm_of(label)), "", values, [unit for _, unit in values])


def _cells(document: Document, pages: list[Page]) -> list[_Topic]:
    """Rows of a table, each with the heading above it; the lines of a cell answer one by one."""
    rows: dict[tuple[int, int], _Topic] = {}
    lines = {page.number: [line for line in page.lines if line.column >= 10 and line.label] for page in pages}
    for unit in document.units:
        lead, _, head = document.lead_of(unit).partition(" | ") if unit.cell and unit.cell[2] else ("", "", "")
        if unit.cell and lead and ("%" in head or not _OF_A_PART.search(head)):
            topic = rows.setdefault(unit.cell[:2], _Topic(_bare(lead), document.heads_of(unit, 1), [], []))
            own = [
                line for line in lines.get(unit.page, ()) if line.label == unit.lead and folded(line.text) in unit.raw
            ]
            apart = len(own) > 1 and " ".join(folded(line.text) for line in own) == unit.raw
            topic.values += _values(document, unit.page, _joined(own), {}, unit) if apart else [(unit.norm, unit)]
            topic.wholes.append(unit)
    return list(rows.values())


def _bare(label: str) -> str:
    return _CODE.sub("", _STEP.sub("", label, count=1)).strip(" :.?*•")


_CODE = Pattern(r" \([a-z]{2,4}\)$", "(")
"""`Roth (ROT)`."""


def _of_match(topic: _Topic) -> list[Claim]:
    """How much, how often, at most, on which money, and whether the year is put right."""
    named = bool(_MATCH.search(topic.label))
    if not named and not (_MATCH.search(topic.section) and not _OTHER.search(topic.section)):
        return []
    found: list[Claim] = []
    timed = bool(_WHEN.search(topic.label))
    whole = " ".join(text for text, _ in topic.values)
    rates = [(text, unit) for text, unit in topic.values if re.match(r"^\W*(?:and |plus )?\d[\d.]*% ", text)]
    if (
        named
        and len(rates) > 1
        and (tiers := tiers_of("match " + " and ".join(text.strip(" .;,") for text, _ in rates)))
        and plausible(tiers)
    ):
        found.append(Claim("match", tiers, rates[0][1], 3, also=tuple(unit for _, unit in rates[1:])))
    for text, unit in topic.values:
        if _OPEN.search(text) or _OTHER.search(text):
            continue
        bare = re.sub(
            r"^(?:it is |it's |is |are )?(?:made|paid|calculated|computed|figured|deposited|posted|credited|funded|determined|contributed|added)(?: in)?(?: on an?)? ",
            "",
            text,
        )
        periods = [
            name
            for name, pattern in PERIODS
            if pattern.match(bare)
            or (bare != text and re.match(r"^(?:bi-?|semi-?)?(?:weekly|monthly)\b", bare) and name == "payday")
        ]
        put_right = _TRUE_UP.search(text)
        if put_right and put_right.start() == 0:
            periods = []
        if (timed or bare != text) and periods and len(text.split()) < 24 and not _DENIAL.search(text.split(",")[0]):
            found.append(Claim("match_period", periods[0], unit, 2))
        if put_right and not _DENIAL.search(text):
            found.append(Claim("true_up", "yes", unit, 2))
        if most := _MOST.match(text):
            found.append(Claim("match_limits", {"max_dollars": most["most"].replace(",", "")}, unit, 2))
        if (
            re.match(
                r"^\W*(?:is |are )?(?:not )?(?:applied|applies|apply|made|paid|available|provided|given|on|for)\b", text
            )
            and "%" not in text
        ):
            said = matched.said_in(
                f"the match is {text}" if not text.startswith(("is ", "applies")) else f"the match {text}", True
            )
            found += [
                Claim(matched_clause.FIELDS[kind], "yes" if counts else "no", unit, 2)
                for kind, counts in said.items()
                if kind in matched_clause.FIELDS
            ]
        if (
            named
            and len(rates) < 2
            and re.search(r"\byou (?:save|contribute|defer|put in)\b|\bmatch", f"{whole} {topic.label}")
            and (tiers := tiers_of(f"match {text}"))
            and plausible(tiers)
        ):
            found.append(Claim("match", tiers, unit, 2))
    return found + _beside(topic)


def _beside(topic: _Topic) -> list[Claim]:
    """`First 3% of pay, next 3% of pay` in one cell, `100%, 50%` in the one beside it."""
    cells: dict[int, list[tuple[str, Unit]]] = {}
    for text, unit in topic.values:
        cells.setdefault(unit.cell[2] if unit.cell else 0, []).append((text, unit))
    if len(cells) != 2:
        return []
    one, two = (" ".join(text for text, _ in each) for each in cells.values())
    reach, share = _TIER.findall(one), _SHARE.findall(two)
    names = ["first", *["next"] * (len(reach) - 1)]
    if (
        len(reach) < 2
        or len(reach) != len(share)
        or [name for name, _ in reach] != names
        or len(_SHARE.findall(one)) != len(reach)
    ):
        return []
    tiers = [
        {"rate_percent": percent(rate), "up_to_percent_of_pay": percent(most)}
        for (_, most), rate in zip(reach, share, strict=True)
    ]
    units = [unit for _, unit in topic.values]
    return [Claim("match", tiers, units[0], 3, also=tuple(units[1:]))] if plausible(tiers) else []


def _of_deferrals(topic: _Topic) -> list[Claim]:
    """The most of one's pay: `1% to 75% of eligible pay in any combination`, below a label that says nothing but contributions."""
    label = topic.label
    if not _OF_DEFERRALS.match(label) or "@at" in label or "@amb" in label or _MATCH.search(f"{topic.section} {label}"):
        return []
    if any(re.search(r"@at\b|@amb\b", text) for text, _ in topic.values):
        return []
    found = []
    for text, unit in topic.values:
        first = re.split(r"(?<=[a-z%])\. ", re.sub(r"\([^()]*\)", " ", text))[0]
        if (most := _RANGE.match(first)) and _NOTHING_MORE.match(most["rest"]) and Decimal(most["most"]) >= 4:
            found.append(Claim("deferral_cap_percent", most["most"], unit, 2))
    return found


def _of_kinds(topic: _Topic) -> list[Claim]:
    """Below `Catch-up` or `After-tax`: whether it is matched."""
    field = (
        "match_on_catch_up"
        if _CATCH_UP.match(topic.label)
        else "match_on_after_tax"
        if _AFTER_TAX.match(topic.label)
        else ""
    )
    if not field:
        return []
    return [
        Claim(field, "no" if said["no"] else "yes", unit, 2)
        for text, unit in topic.values
        for part in re.split(r"[;,(] ?", text)
        if (said := _APPLIES.match(part)) and not _OPEN.search(text)
    ]


_ROTH = r"(?:designated |employee )*@roth(?: (?:401k|403b|contributions?|deferrals?|savings|option|source))*"
_PRE_TAX = r"(?:@pre|traditional|regular)(?: (?:401k|403b|contributions?|deferrals?|savings|option|source))*"
_BOTH = (
    rf"(?:{_PRE_TAX}(?:,? (?:and/or|and|or)|,| ?[/&+]) ?{_ROTH}|{_ROTH}(?:,? (?:and/or|and|or)|,| ?[/&+]) ?{_PRE_TAX})"
)
_ROTH_ROW = Pattern(rf"^\W*(?:{_ROTH}|{_BOTH})\W*$", "@roth")
_ONLY_BOTH = Pattern(
    rf"^\W*(?:choose |either |both )*{_BOTH}(?:,? or (?:both|a (?:mix|combination)[a-z ]*))?\W*$", "@roth"
)
_TAKEN = Pattern(
    r"^\W*(?:yes|available|permitted|allowed|offered|accepted|see above|same|matched|included)\b|\d% |\d%$|\$\d"
)
_NOT_PUT_IN = Pattern(
    r"\bwithdr|\bdistribut|\bconver|\baccess\b|\bmoney out\b|\btax(?:ed|es|ation)\b|\bin-plan\b|\btransfer|\bira\b"
)


def _of_roth(topic: _Topic) -> list[Claim]:
    """A row on Roth money that has a limit or counts for the match, or `Pre-tax or Roth` below what one may save: Roth is taken."""
    around = f"{topic.section} {topic.label}"
    if _OTHER.search(around) or _NOT_PUT_IN.search(around):
        return []
    for text, unit in topic.values:
        taken = _ROTH_ROW.match(topic.label) and _TAKEN.search(text) and not _DENIAL.search(text)
        if (taken or (_OF_DEFERRALS.match(topic.label) and _ONLY_BOTH.match(text))) and not _OPEN.search(
            text.replace("see above", "")
        ):
            return [Claim("roth_deferrals", "yes", unit, 1)]
    return []


def _of_after_tax(topic: _Topic) -> list[Claim]:
    """A row on after-tax money: closed, to be taken out, to be converted."""
    if not _AFTER_TAX.match(topic.label) or re.search(r"\bmatch|\bvest(?:ing|ed)?\b", topic.section):
        return []
    found: list[Claim] = []
    for unit in topic.wholes:
        text = unit.norm
        if _CLOSED.match(text) and not OUT.search(topic.section):
            found.append(Claim("after_tax_allowed", "frozen", unit, 3))
            continue
        for part in re.split(r"; ", text):
            about = topic.label.replace("existing ", "")
            if OUT.search(topic.section) and withdraws(part, f"withdrawals of {about}", topic.section) == "yes":
                found.append(Claim("in_service_withdrawal", "yes", unit, 2))
            told = converts(f"{about} {part}")
            if told in ("on-request", "automatic"):
                found.append(Claim("in_plan_conversion", told, unit, 2))
    return found


_FROM_WHICH = Pattern(
    r"^\W*(?:(?:eligible|available|convertible|allowed|permitted) )?(?:(?:money )?(?:sources?|types?|accounts?|balances?|contributions?|money)(?: (?:types?|eligible|available|allowed|that (?:may|can) be converted))*|of|from|what|which money|applies to|what (?:can|may) be converted|available for)(?::| \|) (?P<money>[^:]*)$"
)
"""`Eligible sources: after-tax, rollover`, below the title of conversions."""
_GOES_BY_ITSELF = Pattern(
    r"^\W*(?:auto(?:matic)?(?:[- ]convert| conversions?)?|daily|recurring)(?: conversions?)?(?::| \|) (?P<is>[^:]*)$"
)
_CONVERSION = Pattern(
    r"^(?:in-plan @roth|@roth in-plan|in-plan|@roth) (?:conversions?|rollovers?|transfers?)(?: (?:options?|features?|provisions?|rules|details|inside the plan|in the plan))*(?: \([a-z]{2,5}\))?$",
    "in-plan", "@roth",
)  # fmt: skip
_UNSURE = Pattern(
    r"59\.5|\b20\d\d\b|\b(?:pending|propos\w+|planned|coming|expected|former|terminated|retired|separated|after you leave|if|unless|until|may be added|only (?:for|if|after|at)|varies|see)\b"
)
_IS_NOT = Pattern(r"^\W*(?:not\b|no\b|none\b|n/a|unavailable|off\W*$)")
_IS_SO = Pattern(
    r"^\W*(?:yes|available|offered|daily|on\W*$|allowed|permitted|each|every)\b(?!.*\b(?:not|no|if|only)\b)"
)
_REQUESTED = Pattern(
    r"^\W*(?:(?:how|to (?:request|convert|elect)|requests?|elections?)(?::| \|) )?(?:(?:please )?(?:call|phone|log in|log on|go online|submit|complete|use|ask|request)\b[^.;:]{0,40}\b(?:request|convert|elect|form|online|phone|one|representative|center|\d{3}-\d{4})|(?:on|by|upon) (?:request|phone|telephone)|online|phone)\b[^.;:]{0,30}\W*$"
)


def _of_conversion(topic: _Topic) -> list[Claim]:
    """Below `Roth in-plan conversion`: of which money, how often, and whether it goes by itself or is asked for."""
    if not (_CONVERSION.match(topic.label) and is_topic(topic.label)):
        return []
    if any(_IS_NOT.match(text) or _UNSURE.search(text) for text, _ in topic.values):
        return []
    of = next(
        ((text, unit) for text, unit in topic.values if (row := _FROM_WHICH.match(text)) and "@at" in row["money"]),
        None,
    )
    if of is None or _DENIAL.search(of[0]):
        return []
    itself = next(((row["is"], unit) for text, unit in topic.values if (row := _GOES_BY_ITSELF.match(text))), None)
    counted = next(((times, unit) for text, unit in topic.values if (times := per_year(text))), None)
    asked = next((unit for text, unit in topic.values if _REQUESTED.match(text)), None)
    found = [] if counted is None else [Claim("conversions_per_year", counted[0], counted[1], 2)]
    if itself is not None and _IS_SO.match(itself[0]):
        return [*found, Claim("in_plan_conversion", "automatic", of[1], 2, also=(itself[1],))]
    also = asked or (counted[1] if counted else None)
    if also is None or (itself is not None and not _IS_NOT.match(itself[0])):
        return []
    return [*found, Claim("in_plan_conversion", "on-request", of[1], 2, also=(also,))]
