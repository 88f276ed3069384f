"""What tables and lists say that no sentence does: match by years of service, steps, one column a source of money, term and answer."""

from __future__ import annotations

import re
from itertools import groupby

from megaroth.reader.context import Document
from megaroth.reader.formula import of_pairs, percent, plausible, tiers_of
from megaroth.reader.pattern import Pattern
from megaroth.reader.rates import rated
from megaroth.reader.units import Claim, Unit

_ONE_PERCENT = Pattern(
    r"^(?:at least |up to |a )?(\d{1,3}(?:\.\d+)?)(?:\+?%|% ?\+)(?: (?:of (?:your |eligible |base |annual |plan |total |covered )*(?:pay|compensation|earnings|salary|wages)|match|(?:or|and) (?:more|higher|above|up|over|greater)))*\.?$"
)
_ABOVE = Pattern(
    r"^(?:anything |all |amounts? )?(?:more than|over|above|beyond|greater than|in excess of|exceeding) (\d{1,2}(?:\.\d+)?)%"
)
_YOU_PUT_IN = Pattern(
    r"\b(?:you|participants?|employees?|associates?)\b[^.;]{0,25}\b(?:contribut|sav|defer|put)|\b(?:your|employee) (?:contribution|deferral|savings)|\bcontribution percentage"
)
_THEY_ADD = Pattern(
    r"\b(?:company|employer|bank|firm|we|us|match\w*|university)\b[^.;]{0,25}\b(?:contribut|add|match|give|put|pay)|^\W*(?!you\b|participants?\b|employees?\b|i\b)(?:the )?[a-z&.'-]+(?: [a-z&.'-]+)? (?:contributes|adds|gives|puts in|pays|matches|will contribute|will add)\b|\bmatch|\b(?:company|employer|firm|bank)(?:'s)? contribution"
)
_YEARS = Pattern(r"\byears?\b|\bservice\b")
_REACH = Pattern(
    r"\b(?:first|up to(?: the first)?|on up to) (\d{1,2}(?:\.\d+)?)% (?:of )?(?:your |eligible |annual |covered )*(?:pay|compensation|earnings|salary)"
)
POSITIVE = Pattern(r"^(?:yes|y|permitted|allowed|available|offered|included|✓|✔)(?:\b|$)")
NEGATIVE = Pattern(
    r"^(?:no|n|none|not (?:permitted|allowed|available|offered|applicable|eligible|matched)|n/a|✗|✘)(?:\b|$)(?! (?:limit|cap|maximum|minimum|later|earlier|sooner|more|less|fewer|matter|need|action|earnings|(?:income |current )?tax|taxes|reduction|deduction|upfront|up-front|immediate|fees?|cost|change|form|exceptions?))"
)
AT_ONLY = Pattern(
    r"^\W*(?:[a-z\d]{1,2}[.)] )?(?:employee |voluntary |participant |ee )*(?:contributions? \()?@at(?:, @true)?(?: (?:employee|voluntary|nondeductible))*(?: (?:contributions?|savings?|deferrals?|money|option|bucket|account|source|401k))*\W*$"
)
CAP = Pattern(
    r"^(?:(?P<from>up to |max(?:imum)? (?:of )?|not (?:over|more than) |(?:from |between )?\d+(?:\.\d+)?%? ?(?:to|-|through|and) ?)?(?P<most>\d{1,3}(?:\.\d+)?)%)(?: of (?:your |eligible |annual |base |total )*(?:pay|compensation|earnings|salary|wages)\b| max(?:imum)?\b|(?(from)(?:,? \(?(?:within|subject to|up to) (?:the )?(?:irs|legal|plan|annual|federal|code)(?: \w+)? limits?)?\W*$|(?!)))"
)


def claims_of(document: Document) -> list[Claim]:
    """Every claim that rests on a table or a list as a whole."""
    found = _by_service(document) + _without_lines(document)
    cells = [unit for unit in document.units if unit.cell and not document.general and not document.template]
    for _, group in groupby(cells, key=lambda unit: unit.cell[0] if unit.cell else 0):
        grid: dict[tuple[int, int], list[Unit]] = {}
        for unit in group:
            if unit.cell:
                grid.setdefault(unit.cell[1:], []).append(unit)
        found += _pairs(document, grid) + _tier_rows(document, grid) + _by_source(grid)
    return found


_KINDS = Pattern(
    r"^\W*(?:pre-?tax|before-?tax|traditional)(?: 401\(?k\)?)?[\s,|/]+roth(?: 401\(?k\)?)?[\s,|/]+(?:(?:traditional|regular|non-roth) )?after-?tax\W*$",
    flags=re.I,
)
_ANSWERS = Pattern(
    r"^(?P<one>yes|matched) (?P<two>yes|matched) (?P<three>yes|no|(?:not )?matched)\W*$|^(?:(?:company|employer|is it|are they) )?match(?:ed)?\W* (?P<a>yes) (?P<b>yes) (?P<c>yes|no)\W*$",
    "matched", "yes",
)  # fmt: skip


def _without_lines(document: Document) -> list[Claim]:
    """`Pre-tax Roth After-tax`, and further down `Matched Matched Not matched`: a table that lost its lines."""
    found: list[Claim] = []
    columns: Unit | None = None
    for place, unit in enumerate(document.units):
        if _KINDS.match(unit.raw):
            columns, below = unit, place
        elif (
            columns is not None
            and place - below <= 12
            and "match" in unit.norm + document.units[place - 1].norm
            and (said := _ANSWERS.match(unit.norm))
        ):
            value = "no" if (said["three"] or said["c"]).startswith("no") else "yes"
            found.append(Claim("match_on_after_tax", value, unit, 2, also=(columns,)))
    return found


_SUM = Pattern(
    r"^(?:your )?(?:total|together|combined|sum|all in|you get)\b[^%$]{0,40}$",
    "total",
    "together",
    "combined",
    "sum",
    "all in",
    "you get",
)
"""A last column that only adds the other two up."""
Grid = dict[tuple[int, int], list[Unit]]


def _text(grid: Grid, row: int, column: int) -> str:
    return " ".join(unit.norm for unit in grid.get((row, column), []))


def _pairs(document: Document, grid: Grid) -> list[Claim]:
    """`You contribute | the Company contributes`, one percent each a row."""
    rows = sorted({row for row, _ in grid})
    columns = sorted({column for _, column in grid})
    if len(columns) == 3 and rows and _SUM.match(_text(grid, rows[0], columns[2])):
        del columns[2]
    if len(rows) < 3 or len(columns) != 2:
        return []
    left, right = _text(grid, rows[0], columns[0]), _text(grid, rows[0], columns[1])
    first = grid[min(grid)][0]
    near = document.heads_of(first, 1)
    if not (_YOU_PUT_IN.search(left) and (_THEY_ADD.search(right) or "match" in near)):
        return []
    pairs: list[tuple[str, str]] = []
    said: list[Unit] = []
    for row in rows[1:]:
        above = _ABOVE.match(_text(grid, row, columns[0]))
        if (
            above
            and row == rows[-1]
            and pairs
            and pairs[-1] == (above[1], _text(grid, row, columns[1]).partition("%")[0])
        ):
            continue  # `More than 5% | 4%`: as much as the row before
        one, two = _ONE_PERCENT.match(_text(grid, row, columns[0])), _ONE_PERCENT.match(_text(grid, row, columns[1]))
        if not one or not two:
            return []
        pairs.append((one[1], two[1]))
        said += [*grid[(row, columns[0])], *grid[(row, columns[1])]]
    name, value = of_pairs(pairs)
    return [Claim(name, value, said[0], 2, also=tuple(said[1:]))] if name and len(value) <= 8 else []


_FIRST_OR_NEXT = Pattern(
    r"^(?:on |of )?(?:the |your )?(first|next) (?:(\d{1,2}(?:\.\d+)?)%|\$(\d[\d,]*))(?: (?:of (?:your |eligible |base |annual |plan |total |covered )*(?:pay|compensation|earnings|salary|wages)|(?:that )?you (?:contribute|save|defer)[a-z ]*))*\W*$"
)
_BEYOND = Pattern(
    r"^(?:on |of |for )?(?:anything |all |amounts? |contributions? )?(?:above|over|more|beyond|in excess|exceeding|the rest|remaining|thereafter)\b"
)
_NOTHING = Pattern(r"^(?:\W*$|0%|0$|none|no\b|not matched|unmatched|nothing|n/a|nil|zero)")
_RATE = Pattern(r"^(\d{1,3}(?:\.\d+)?)%(?: of(?: each dollar)?| match(?:ed)?)?\W*$")


def _tier_rows(document: Document, grid: Grid) -> list[Claim]:
    """`First 4% | 100 cents per dollar`, `Next 2% | 50%`: one tier a row, below a head or heading that says match."""
    rows = sorted({row for row, _ in grid})
    columns = sorted({column for _, column in grid})
    if len(columns) != 2:
        return []
    tiers: list[dict[str, str]] = []
    said: list[Unit] = []
    for row in rows:
        reach, rate = (
            _FIRST_OR_NEXT.match(_text(grid, row, columns[0])),
            _RATE.match(rated(_text(grid, row, columns[1]))),
        )
        if reach and rate and (reach[1] == "first") == (not tiers):
            value = (
                {"up_to_percent_of_pay": percent(reach[2])}
                if reach[2]
                else {"up_to_dollars": reach[3].replace(",", "")}
            )
            tiers.append({"rate_percent": percent(rate[1]), **value})
            said += [*grid[(row, columns[0])], *grid[(row, columns[1])]]
        elif reach or (
            tiers
            and not (
                _BEYOND.match(_text(grid, row, columns[0])) and _NOTHING.match(rated(_text(grid, row, columns[1])))
            )
        ):
            return []
    if len(tiers) < 2 or not plausible(tiers):
        return []
    first = grid[min(grid)]
    around = " ".join((document.heading(said[0]), *(unit.norm for unit in first), _text(grid, rows[0], columns[1])))
    return [Claim("match", tiers, said[0], 2, also=tuple(said[1:]))] if "match" in around else []


def _by_source(grid: Grid) -> list[Claim]:
    """Pre-tax, Roth and after-tax as heads of columns, or as rows: what the after-tax column says in a row on match or limit."""
    rows = sorted({row for row, _ in grid})
    columns = sorted({column for _, column in grid})
    found: list[Claim] = []
    across = [(_text(grid, rows[0], column), column) for column in columns]
    shift = _shifted(grid, rows[0], columns)
    down = [(_text(grid, row, columns[0]), row) for row in rows]
    for heads, is_column in ((across, True), (down, False)):
        named = [(text, at) for text, at in heads if AT_ONLY.match(text)]
        if len(named) != 1 or not any(("@roth" in text or "@pre" in text) and "@at" not in text for text, _ in heads):
            continue
        at = named[0][1]
        for other in rows[1:] if is_column else columns[1:]:
            about = _text(grid, other, columns[0]) if is_column else _text(grid, rows[0], other)
            units = grid.get((other, at + shift) if is_column else (at, other), [])
            title = grid.get((rows[0], at) if is_column else (at, columns[0]), [])
            if units and title:
                found += _of_after_tax(about, units[0], tuple(title))
    return found


_MONEY = Pattern(r"^\W*(?:@\w+|rollovers?|match\w*|company|employer)(?: [\w()@-]+){0,3}\W*$")


def _shifted(grid: Grid, top: int, columns: list[int]) -> int:
    """How far the heads stand to the left of their columns: the cell above the names of the rows is empty and was lost."""
    heads = [column for row, column in grid if row == top]
    lost = len(heads) > 1 and max(heads) == max(columns) - 1
    return int(lost and all(_MONEY.match(_text(grid, top, column)) for column in heads))


def _of_after_tax(about: str, unit: Unit, also: tuple[Unit, ...]) -> list[Claim]:
    text = unit.norm
    if re.search(r"\bmatch", about):
        if NEGATIVE.match(text):
            return [Claim("match_on_after_tax", "no", unit, 2, also=also)]
        return [Claim("match_on_after_tax", "yes", unit, 2, also=also)] if POSITIVE.match(text) else []
    if re.search(r"\blimit|\bmaximum|\bhow much|\bcontribution (?:rate|amount|range)|\bcontribute|\bmost\b", about):
        taken = [Claim("after_tax_allowed", "yes", unit, 1, "implied: a table of limits has it", also)]
        if cap := CAP.match(text):
            return [*taken, Claim("after_tax_cap_percent", cap["most"], unit, 2, also=also)]
        return taken if re.search(r"\$\d|\d%", text) and not NEGATIVE.match(text) else []
    if _EARLY.search(about):
        if _ONLY_LATER.search(text) or not _FREELY.match(text):
            return []
        return [Claim("in_service_withdrawal", "yes", unit, 2, also=also)]
    if re.search(r"\bwithdraw", about) and re.search(r"\bwhile\b[^.;]*\b(?:employed|working)\b|\bin-?service\b", about):
        of_age = re.search(
            r"59\.5 (?:or|and) (?:older|over|later|above)|\b(?:after|from|over|at)\b[^.;]{0,15}59\.5", about
        )
        if of_age or re.search(r"hardship|disab|59\.5|\bif\b|\bonly\b|\bafter \d", text):
            return []
        if _FREELY.match(text):
            return [Claim("in_service_withdrawal", "yes", unit, 2, also=also)]
        said = "no" if NEGATIVE.match(text) else "yes" if POSITIVE.match(text) else ""
        before = re.search(r"59\.5|\bany age\b", about)
        # Without an age in its row, a bare yes may be meant for those of 59½.
        return [Claim("in_service_withdrawal", said, unit, 2, also=also)] if said and (before or said == "no") else []
    if re.search(r"\bconver\w*[^.;]{0,30}@roth(?! ira)|@roth[^.;]{0,15}\bconver", about):
        said = "no" if NEGATIVE.match(text) else "on-request" if POSITIVE.match(text) else ""
        if said == "on-request" and "automatic" in text:
            return []
        return (
            [Claim("in_plan_conversion", said, unit, 2, also=also)]
            if said and not re.search(r"\bif\b|\bonly\b|\bafter\b|59\.5", text)
            else []
        )
    if re.search(r"\b(?:permitted|allowed|offered|available)\b\W*(?:\?|$)", about):
        said = "no" if NEGATIVE.match(text) else "yes" if POSITIVE.match(text) else ""
        return [Claim("after_tax_allowed", said, unit, 2, also=also)] if said else []
    return []


_EARLY = Pattern(
    r"\b(?:withdr\w+|get (?:it|at it|your money|money)|take (?:it|money|your money)|access|available|payout)\b[^.;]{0,40}\b(?:before|prior to|under)(?: reaching)?(?: (?:the )?age)? ?59\.5",
    "59.5",
)
_FREELY = Pattern(
    r"^\W*(?:yes,? )?(?:(?:at )?any ?time|any reason|whenever|no restrictions?|unrestricted|without restriction)\b"
)
_ONLY_LATER = Pattern(r"\bif\b|\bonly\b|\bafter\b|59\.5|\bhardship|\bdisab")


# --- match by years of service

_RANGE = (
    (Pattern(r"\b(?:less|fewer) than (\d{1,2})\b|\bunder (\d{1,2})\b(?= years)|\b(?:0|zero) ?(?:-|to|through) ?(\d{1,2})\b"), "below"),
    (Pattern(r"\b(\d{1,2})(?: years)?,? (?:but (?:less|fewer)|to (?:less|fewer)) than (\d{1,2})\b"), "half-open"),
    (Pattern(r"\b(\d{1,2}) ?(?:-|to|through) ?(\d{1,2})\b"), "closed"),
    (Pattern(r"\b(\d{1,2})(?: years?(?: of service)?)? (?:or more|and (?:over|above|more))|\b(\d{1,2})(?: years)?\+|\bat least (\d{1,2})\b"), "from"),
)  # fmt: skip


def _range_of(text: str) -> tuple[int, int | None, bool] | None:
    """Years of service: from, to, and whether the upper end belongs to it."""
    half_open, closed, onward, below = _RANGE[1][0], _RANGE[2][0], _RANGE[3][0], _RANGE[0][0]
    if found := half_open.search(text):
        return int(found[1]), int(found[2]), False
    if found := onward.search(text):
        return int(next(group for group in found.groups() if group)), None, False
    if found := below.search(text):
        return 0, int(next(group for group in found.groups() if group)), found[3] is not None
    if found := closed.search(text):
        return int(found[1]), int(found[2]), True
    return None


def _by_service(document: Document) -> list[Claim]:
    """Two lines or more that give a match for years of service each: one formula with tiers for each."""
    found: list[Claim] = []
    run: list[tuple[Unit, tuple[int, int | None, bool], str]] = []
    before = ""
    for unit in [*document.units, None]:
        if unit is not None and unit.cell and "%" not in unit.norm:
            continue
        entry = _entry(document, unit) if unit is not None else None
        if entry:
            run.append(entry)
            continue
        if len(run) > 1:
            found += _service_formula(document, run, before)
        if unit is not None and not (unit.cell and not run):
            before = unit.norm if not run else ""
        if run:
            run = []
    return found


def _entry(document: Document, unit: Unit) -> tuple[Unit, tuple[int, int | None, bool], str] | None:
    lead = document.lead_of(unit)
    if (
        unit.kind == "contents"
        or "%" not in unit.norm
        or not (unit.cell or "year" in unit.norm or "service" in unit.norm)
    ):
        return None
    if (unit.cell and _YEARS.search(lead)) or (unit.cell and (_range_of(lead.split(" | ")[0]))):
        years = _range_of(lead.split(" | ")[0])
        return (unit, years, unit.norm) if years else None
    cut = re.match(
        r"^(?P<years>[^:%]{3,60}?(?:years?|service)[^:%]{0,30}?)(?::| - | \| |, )(?P<said>[^:]*%.*)$", unit.norm
    )
    years = _range_of(cut["years"]) if cut else None
    return (unit, years, cut["said"].strip()) if cut and years else None


def _service_formula(
    document: Document, run: list[tuple[Unit, tuple[int, int | None, bool], str]], before: str
) -> list[Claim]:
    first = run[0][0]
    around = " ".join((document.lead_of(first), document.heads_of(first, 2), before, *(said for _, _, said in run)))
    if "match" not in around or re.search(
        r"\bvest", document.heads_of(first, 1) + " " + document.lead_of(first) + before
    ):
        return []
    reach = set(_REACH.findall(" ".join((document.lead_of(first), document.heads_of(first, 1), before))))
    value: list[dict[str, object]] = []
    follows = 0
    for place, (_, (start, end, closed), said) in enumerate(run):
        below = None if end is None else end + 1 if closed else end
        nothing_after = place + 1 == len(run)
        following = None if nothing_after else run[place + 1][1][0]
        if closed and following == end:
            below = end  # 0-5, 5-10: the upper end is the next one's
        if start != follows or (following is not None and below != following) or (nothing_after and below is not None):
            return []
        follows = below or 0
        tiers = tiers_of(said)
        if (
            not tiers
            and len(reach) == 1
            and (rate := re.match(r"^(\d{1,3}(?:\.\d+)?)%(?! of (?:your |eligible )*pay)", said))
        ):
            tiers = [{"rate_percent": percent(rate[1]), "up_to_percent_of_pay": percent(next(iter(reach)))}]
        if not tiers or not plausible(tiers):
            return []
        for tier in tiers:
            value.append({**tier, "service_from": start, **({} if below is None else {"service_below": below})})
    return [Claim("match", value, first, 3, also=tuple(unit for unit, _, _ in run[1:]))]
