"""Where the document as a whole tells that its after-tax money is no Roth: it stands beside Roth as a third, or has terms of its own."""

from __future__ import annotations

import re

from megaroth.reader.clauses import ROLLOVER
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

_LABEL = Pattern(
    r"^\W*(?:your )?(?:@pre|@roth|after-tax)(?: (?:401k|contributions?|savings|deferrals?|money))*(?:(?::| -| \|) |:? (?=\d))(?!.*(?:@pre|@roth|after-tax))"
)
"""`After-tax - for when you have reached the limit`: an item that begins with the kind of money, and names no other."""
_ROTH_LABEL = Pattern(r"^\W*(?:your )?@roth(?: 401k| contributions?| deferrals?)?(?::| -| \|)", "@roth")
_TRADITIONAL = Pattern(
    r"^\W*traditional(?: 401k)?(?: contributions?)?(?::| -| \|)(?!.*(?:@roth|after-tax))", "traditional"
)
_CAP_OF_DEFERRALS = Pattern(
    r"@pre\b[^.;]{0,30}@roth[^.;]{0,80}?\d%|@roth\b[^.;]{0,30}@pre[^.;]{0,80}?\d%|\$\d[\d,]*[^.;]{0,60}@pre\b[^.;]{0,30}@roth"
)
_CAP_OF_AFTER_TAX = Pattern(
    r"\bafter-tax (?:contributions?|savings|basis)\b[^.;%]{0,40}\d%|\d%[^.;%]{0,40}\bafter-tax (?:contributions?|savings|basis)"
)
_ROTH_BY_NAME = Pattern(
    r"@roth(?: 401k)? (?:elective )?(?:contributions?|deferrals?|accounts?|basis)|@pre(?: contributions?)?(?:,| and| or| and/or|/) @roth"
)
_OWN_HEAD = Pattern(r"^\W*(?:your )?after-tax (?:contributions?|savings)\W*$")
_EQUATED = Pattern(
    r"[Rr]oth\W[^.;]{0,40}\b(?:after|post)[- ]?tax|\b(?:after|post)[- ]?tax[^.;]{0,40}\b[Rr]oth", flags=re.I
)
"""One sentence with both names: there, or elsewhere, the one may stand for the other."""
UNDER_THE_DEFERRAL_LIMIT = Pattern(
    r"\bafter-tax catch-?up|@pre\b[^.;%]{0,60}\bafter-tax\b[^.;%]{0,90}(?:\$\d{1,3},?\d{3}|\busd \d|\b(?:sections?|code) 402|\b(?:annual|elective|irs|402\S*) (?:irs |elective |salary )?deferral limit)"
    r"|\bafter-tax\b[^.;%]{0,60}@pre\b[^.;%]{0,90}(?:\$\d{1,3},?\d{3}|\busd \d|\b(?:annual|elective|irs|402\S*) (?:irs |elective |salary )?deferral limit)"
    r"|\$(?:1\d|2[0-4]),\d00\b[^.;%]{0,40} (?:for|on|of) [^.;%]{0,20}@pre[^.;%]{0,12}\bafter-tax\b"
    r"|\bafter-tax\b[^.;]{0,80}\b(?:tax[- ]free|not taxed)\b[^.;]{0,60}\b(?:retire|5 years|five|qualified|59)"
)
_VOLUNTARY = Pattern(
    r"\bvoluntary (?:nondeductible )?(?:employee |participant |member )?contribution(?=s?\b)", "voluntary"
)


def tell_third_items(units: list[Unit]) -> None:
    """Short items or headings that name pre-tax, Roth and after-tax beside one another."""
    short = [
        unit
        for unit in units
        if ("@" in unit.norm or "after-tax" in unit.norm or "traditional" in unit.norm)
        and (
            (len(unit.raw.split()) <= 7 and (unit.kind in ("item", "heading", "cell") or unit.norm.endswith("%")))
            or (
                unit.kind in ("item", "sentence", "cell")
                and any(each.match(unit.norm) for each in (_LABEL, _TRADITIONAL, _ROTH_LABEL))
            )
        )
    ]
    named: list[list[Unit]] = [[], [], []]
    for unit in short:
        kinds = [tag in unit.norm for tag in ("@pre", "@roth", "after-tax")]
        if _TRADITIONAL.match(unit.norm):
            named[0].append(unit)
        elif _ROTH_LABEL.match(unit.norm):
            named[1].append(unit)
        elif sum(kinds) == 1:
            named[kinds.index(True)].append(unit)
    labels = {unit.norm for unit in named[1]}
    for unit in named[2]:
        if unit.norm.replace("after-tax", "@roth") in labels:  # two labels that differ in the kind alone
            unit.norm = unit.norm.replace("after-tax", "@true")
    if all(named):
        roth_places = {unit.page for unit in named[1]}
        for unit in named[2]:
            if any(abs(unit.page - page) <= 3 for page in roth_places):
                unit.norm = unit.norm.replace("after-tax", "@true")


def tell_own_terms(units: list[Unit]) -> None:
    """After-tax money with an account, or a cap, of its own beside Roth's: no Roth."""
    spoken = [unit for unit in units if "after-tax" in unit.norm and "@roth" not in unit.norm]
    if not spoken:
        return
    # "… out of taxed pay as a voluntary employee contribution": from there on the term alone says it.
    if any(_VOLUNTARY.search(unit.norm) for unit in spoken):
        for unit in units:
            if "@" not in unit.norm or "after-tax" in unit.norm:
                unit.norm = _VOLUNTARY.sub("@true contribution", unit.norm.replace("after-tax", "@true"))
    accounts = any(re.search(r"@roth (?:\w+ ){0,3}accounts?\b", unit.norm) for unit in units)
    caps = any(_CAP_OF_DEFERRALS.search(unit.norm) for unit in units if "after-tax" not in unit.norm)
    matched = any(re.search(r"\bmatch[^.;]*@pre\b[^.;]*@roth", unit.norm) for unit in units)
    by_name = any(_ROTH_BY_NAME.search(unit.norm) for unit in units if "@roth" in unit.norm)
    equated = any(_EQUATED.search(unit.raw) for unit in units if "@roth" in unit.norm)
    headed = (
        by_name
        and not equated
        and not any(UNDER_THE_DEFERRAL_LIMIT.search(unit.norm) for unit in spoken)
        and any(unit.kind == "heading" and _OWN_HEAD.match(unit.norm) for unit in spoken)
    )
    for unit in spoken:
        apart = matched and re.search(r"\bafter-tax contributions? (?:are|is) not (?:matched|eligible for)", unit.norm)
        named = accounts and re.search(r"\bAfter-?[Tt]ax (?:\w+ ){0,2}Accounts?\b", unit.raw)
        capped = (caps or (by_name and not equated)) and "@pre" not in unit.norm and _CAP_OF_AFTER_TAX.search(unit.norm)
        if (named or capped or apart or headed) and not ROLLOVER.search(unit.norm):
            unit.norm = unit.norm.replace("after-tax", "@true")
