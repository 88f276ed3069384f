"""Where the document as a whole tells that its after-tax money is no Roth: it stands beside Roth as a third, or has terms of its own."""

from __future__ import annotations

import re

from megaroth.reader import three_kinds
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
_OWN_HEAD = Pattern(
    r"^\W*(?:(?:section )?\d{1,2}(?:[.-]\d{1,2})?[.)]? )?(?:your )?after-tax (?:contributions?|savings)\W*$",
    "after-tax",
)
_SHARE = r"(?:(?:up to |from |between )*\$?\d[\d,.]*%?(?: ?(?:to|-|through|and) ?\d+(?:\.\d+)?%)?(?: of (?:your |eligible |base )*(?:pay|compensation|earnings|salary))? ?(?:as |in |on |for |of )?)?"
_TOGETHER = Pattern(
    rf"^\W*{_SHARE}(?:your |combined |total )*(?:@pre|traditional)(?: 401k| contributions?| deferrals?)*(?: ?[+&/] ?|,? (?:and|plus|or|and/or) )@roth(?: 401k| contributions?| deferrals?| combined| total)*(?:\W*$| ?[:|]| - |:? (?=\$?\d|up to))(?!.*after-tax)",
    "@roth",
)
_SHARED = Pattern(
    rf"^\W*(?=[^.;]*\d%){_SHARE}[^.;@%]{{0,20}}[;,:(-]* ?(?:as |either |any mix of |on an? )*(?:@pre|traditional)(?: 401k| contributions?| deferrals?)*(?: ?[+&/] ?|,? (?:and|plus|or|and/or) |, )(?:as )?@roth\b(?!.*after-tax)",
    "@roth",
)
"""`1% to 70% of pay; pre-tax, Roth, or some of each`: in the cell beside another name."""
_ITS_ROW = Pattern(
    rf"^\W*{_SHARE}(?:your )?after-tax(?: contributions?| savings| money)*(?:\W*$| ?[:|]| - |:? (?=\$?\d|up to))(?!.*@roth)",
    "after-tax",
)
"""`Pre-tax + Roth: 1% to 50%` and `After-tax: 1% to 5%`, `1% - 50% before-tax / Roth` and `1% - 15% after-tax`."""
_UNMATCHED = Pattern(
    r"\b(?:not|never|n't) match[^.;@]{0,40}after-tax(?! (?:bonus|pay\b|income|earnings|wages))|\bno (?:company |employer )?match[^.;@]{0,40}after-tax(?! (?:bonus|pay\b|income|earnings|wages))|after-tax (?:contributions?|savings|money|dollars)\b[^.;@]{0,20}(?:\b(?:not|never)\b|n't\b)[^.;@]{0,30}\b(?:match\w*|eligible for)",
    "after-tax",
)
_MATCHED_TWO = Pattern(
    r"\bmatch[^.;]*@pre\b[^.;]{0,40}@roth|@pre\b[^.;]{0,30}@roth[^.;]*(?:\bmatch|\bcontributes (?:\$|\d))|\b(?:first \d|dollar[- ]for[- ]dollar)[^.;@]*@pre\b[^.;]{0,30}@roth"
)
"""What is matched is pre-tax and Roth money, and after-tax money is not: no Roth."""
_EQUATED = Pattern(
    r"[Rr]oth\W[^.;]{0,40}\b(?:after|post)[- ]?tax|\b(?:after|post)[- ]?tax[^.;]{0,40}\b[Rr]oth", flags=re.I
)
"""One sentence with both names: there, or elsewhere, the one may stand for the other."""
UNDER_THE_DEFERRAL_LIMIT = Pattern(
    r"\b(?:both|combined|together|these|shared?)\b[^.;%]{0,40}\b(?:irs|402\S*|elective)[^.;%]{0,12} deferral (?:limit|maximum)|\bafter-tax catch-?up|@pre\b[^.;%]{0,60}\bafter-tax\b[^.;%]{0,130}(?:\$\d{1,3},?\d{3}|\busd \d|\b(?:sections?|code) 402|\b(?:annual|elective|irs|402\S*) (?:irs |elective |salary )?deferral limit)"
    r"|\bafter-tax\b[^.;%]{0,60}@pre\b[^.;%]{0,90}(?:\$\d{1,3},?\d{3}|\busd \d|\b(?:annual|elective|irs|402\S*) (?:irs |elective |salary )?deferral limit)"
    r"|\$(?:1\d|2[0-4]),\d00\b[^.;%]{0,40} (?:for|on|of) [^.;%]{0,20}@pre[^.;%]{0,12}\bafter-tax\b"
    r"|\bafter-tax\b[^.;]{0,80}\b(?:tax[- ]free|not taxed)\b[^.;]{0,60}\b(?:retire|5 years|five|qualified|59)"
)
_SAID_OF_IT = Pattern(
    r"^(?:these|they|this|those|such) (?:\w+ )?(?:is|are) (?:made )?(?:on an? )?after-tax\b", "after-tax"
)
"""`These are after-tax contributions`: Roth, of which the sentence before spoke."""
_OF_CATCH_UP = Pattern(
    r"\bcatch-?up (?:contributions?|deferrals?|savings)\b[^.;]{0,60}\b(?:on an )?after-tax (?:basis|dollars)\b", "catch"
)
"""Catching up after tax is Roth."""
_VOLUNTARY = Pattern(
    r"\bvoluntary (?:nondeductible )?(?:employee |participant |member )?contribution(?=s?\b)", "voluntary"
)


_ON_EITHER = Pattern(r"\bvoluntary (?:\w+ )?contributions?\b[^.;]{0,40}@pre\b", "voluntary")
"""`Voluntary contributions, on a before-tax or after-tax basis`: there the word means all that people put in."""


def tell_third_items(units: list[Unit]) -> None:
    """Short items or headings that name pre-tax, Roth and after-tax beside one another."""
    short = [
        unit
        for unit in units
        if ("@" in unit.norm or "after-tax" in unit.norm or "traditional" in unit.norm)
        and (
            (
                len(unit.raw.split()) <= 7
                and (unit.kind in ("item", "heading", "cell") or unit.norm.rstrip(" .;,").endswith("%"))
            )
            or (
                unit.kind in ("item", "sentence", "cell")
                and any(each.match(unit.norm) for each in (_LABEL, _TRADITIONAL, _ROTH_LABEL))
            )
        )
    ]
    named: list[list[Unit]] = [[], [], []]
    for unit in short:
        has = [tag in unit.norm for tag in ("@pre", "@roth", "after-tax")]
        if _TRADITIONAL.match(unit.norm):
            named[0].append(unit)
        elif _ROTH_LABEL.match(unit.norm):
            named[1].append(unit)
        elif sum(has) == 1:
            named[has.index(True)].append(unit)
    for unit in units:
        if "after-tax" in unit.norm and _of_its_own(unit, units):
            unit.norm = unit.norm.replace("after-tax", "@true")
    labels = {unit.norm for unit in named[1]}
    for unit in named[2]:
        if unit.norm.replace("after-tax", "@roth") in labels:  # two labels that differ in the kind alone
            unit.norm = unit.norm.replace("after-tax", "@true")
    for unit in three_kinds.thirds(units):
        unit.norm = unit.norm.replace("after-tax", "@true", 1)
    if all(named):
        roth_places = {unit.page for unit in named[1]}
        for unit in named[2]:
            if any(abs(unit.page - page) <= 3 for page in roth_places):
                unit.norm = unit.norm.replace("after-tax", "@true")


def tell_added(units: list[Unit]) -> None:
    """`Roth deferrals are allowed. In addition, the plan allows after-tax contributions`: those are others.

    `You may also make after-tax contributions` likewise, where pre-tax and Roth ones are what was just allowed.
    """
    for place, unit in enumerate(units):
        if unit.kind != "sentence" or not (
            "after-tax contribution" in unit.norm or ("after-tax basis" in unit.norm and "%" in unit.norm)
        ):
            continue
        if "@roth" in unit.norm or "@pre" in unit.norm or "catch" in unit.norm:
            continue
        before = units[place - 1] if place else unit
        added = (
            "@roth" in before.norm
            and "after-tax" not in before.norm
            and before.kind == "sentence"
            and _ADDED.match(unit.norm)
            and (_LETS.search(before.norm) or _A_SHARE_OF_BOTH.search(before.norm))
        )
        if added or (_ALSO.search(unit.norm) and _both_were_allowed(units, place)):
            unit.norm = unit.norm.replace("after-tax", "@true")


def _both_were_allowed(units: list[Unit], place: int) -> bool:
    """Whether the sentences just before let people put in pre-tax and Roth money, and speak of no other after-tax money."""
    seen: set[str] = set()
    for each in reversed(units[max(0, place - _SHORTLY_BEFORE) : place]):
        if "after-tax" in each.norm or each.kind not in ("sentence", "item"):
            break
        if _LETS.search(each.norm) or _SAVED.search(each.norm):
            seen |= {tag for tag in ("@pre", "@roth") if tag in each.norm}
    return len(seen) == 2


_SHORTLY_BEFORE = 3
_SAVED = Pattern(r"^\W*(?:your )?(?:@pre|@roth)\b[^.;]*\d%|\b(?:save|contribute|defer)\b")
_ALSO = Pattern(
    r"\b(?:may|can) (?:also|in addition|additionally|further|as well) (?:make|contribute|save|elect|choose)\b[^.;@]{0,40}\bafter-tax contributions?\b|\b(?:also|additionally|further) (?:allows?|permits?|offers?|accepts?|takes?|lets? you make|provides? for)\b[^.;@]{0,40}\bafter-tax contributions?\b|\bafter-tax contributions?\b[^.;@]{0,60}\b(?:may|can|are|is) also (?:be )?(?:made|permitted|allowed|available|accepted|offered|possible|taken)\b|\bafter-tax contributions?\b[^.;@]{0,60}\b(?:may|can|are|is) (?:be )?(?:made|permitted|allowed|available|accepted|offered|possible|taken),? (?:too|as well|also|in addition)\b|\b(?:may|can) make\b[^.;@]{0,40}\bafter-tax contributions?,? (?:too|as well|also|in addition)\b",
    "also", "too", "as well", "in addition", "additional", "further",
)  # fmt: skip
"""`You may also make after-tax contributions`, `After-tax contributions are also permitted`."""


_ADDED = Pattern(
    r"^(?:in addition|additionally|furthermore|beyond (?:this|that|these)|on top of (?:this|that|these)|besides)\b[^.;@]{0,60}\b(?:may|can|allows?|permits?|offers?|accepts?|provides?)\b[^.;@]{0,60}\bafter-tax (?:contributions?\b(?! (?:accounts?|balances?)\b)|basis\b)"
)
_A_SHARE_OF_BOTH = Pattern(r"^(?=.*@pre\b)(?=.*@roth\b).*\d%", "@pre")
"""`As much as 50% of pay pre-tax, Roth, or a mix`, in answer to how much."""
_LETS = Pattern(
    r"\b(?:may|can|allows?|permits?|offers?|accepts?|provides?|elect)\b(?![^.;]*\b(?:conver|roll|transfer))"
)


def _of_its_own(unit: Unit, units: list[Unit]) -> bool:
    """Whether a label of after-tax money stands in one table or list with a label of pre-tax and Roth money together."""
    if not _ITS_ROW.match(unit.norm) or unit.kind not in ("cell", "item", "sentence", "heading"):
        return False
    if unit.cell is not None:
        return any(
            each.cell is not None
            and each.cell[0] == unit.cell[0]
            and (_TOGETHER.match(each.norm) or _SHARED.match(each.norm))
            for each in units
        )
    place = units.index(unit)
    return any(
        _TOGETHER.match(each.norm) and each.kind == unit.kind and each.cell is None
        for each in units[max(0, place - 4) : place + 5]
    )


_TAXED = Pattern(
    r"\bafter-tax\b|@basis|@true|\btax(?:es)? (?:has|have) (?:already )?been (?:withheld|paid|taken)|\b(?:already|been) taxed\b|\bnot (?:tax[- ])?deductible\b|\bnon-?deductible\b|\bdo(?:es)? not (?:lower|reduce) (?:your )?tax"
)
_EMPLOYEE = Pattern(r"(?<!@at )(?<!@true )\bemployee contribution(?=s?\b)(?!s? and employer)", "employee contribution")
_EMPLOYEE_TITLE = Pattern(
    r"^\W*(?:(?:section |article )?[\d.]+ )?(?:voluntary )?(?:employee|@true employee|@true) contributions? ?\((?:after-tax|@true|@amb|other than (?:elective |salary )?deferrals?)\)",
    "contribution",
)
"""`1.08 Employee Contributions (after-tax)`, as a title."""


def _tell_voluntary(units: list[Unit]) -> None:
    """Where a document has deferrals, and says of its voluntary contributions that they are taxed, the term alone says it from there on.

    The same of `Employee Contributions`, where a title of an agreement calls them after-tax, or sets them apart from deferrals.
    """
    if any(_EMPLOYEE_TITLE.match(unit.norm) for unit in units if unit.kind != "contents"):
        for unit in units:
            unit.norm = _EMPLOYEE.sub("@true contribution", unit.norm)
    named = [
        (place, unit) for place, unit in enumerate(units) if _VOLUNTARY.search(unit.norm) and unit.kind != "contents"
    ]
    if (
        not named
        or not any("deferral" in unit.norm for unit in units)
        or any(_ON_EITHER.search(unit.norm) for unit in units)
    ):
        return
    told = any(
        _TAXED.search(text) and "@pre" not in text and "@roth" not in text
        for place, unit in named
        for text in (unit.norm, *(each.norm for each in units[place + 1 : place + 2] if _THESE.match(each.norm)))
    )
    if told:
        for _, unit in named:
            unit.norm = _VOLUNTARY.sub("@true contribution", unit.norm)


_THESE = Pattern(r"^(?:these|they|such contributions|those|this money|voluntary contributions)\b")


def tell_own_terms(units: list[Unit]) -> None:
    """After-tax money with an account, or a cap, of its own beside Roth's: no Roth."""
    _tell_voluntary(units)
    spoken = [unit for unit in units if "after-tax" in unit.norm and "@roth" not in unit.norm]
    if not spoken:
        return
    # "… out of taxed pay as a voluntary employee contribution": from there on the term alone says it.
    if any(_VOLUNTARY.search(unit.norm) for unit in spoken) and not any(_ON_EITHER.search(unit.norm) for unit in units):
        for unit in units:
            if "@" not in unit.norm or "after-tax" in unit.norm:
                unit.norm = _VOLUNTARY.sub("@true contribution", unit.norm.replace("after-tax", "@true"))
    accounts = any("@roth" in unit.norm and re.search(r"@roth (?:\w+ ){0,3}accounts?\b", unit.norm) for unit in units)
    caps = any(_CAP_OF_DEFERRALS.search(unit.norm) for unit in units if "after-tax" not in unit.norm)
    matched = any(_MATCHED_TWO.search(unit.norm) for unit in units if "@roth" in unit.norm)
    by_name = any(_ROTH_BY_NAME.search(unit.norm) for unit in units if "@roth" in unit.norm)
    equated = any(
        _EQUATED.search(unit.raw) for unit in units if "@roth" in unit.norm and not ROLLOVER.search(unit.norm)
    )
    headed = (
        by_name
        and not equated
        and not any(UNDER_THE_DEFERRAL_LIMIT.search(unit.norm) for unit in spoken)
        and any((unit.kind == "heading" or unit.raw[:1].isdigit()) and _OWN_HEAD.match(unit.norm) for unit in spoken)
    )
    for unit in spoken:
        apart = matched and _UNMATCHED.search(unit.norm)
        named = accounts and re.search(r"\bAfter-?[Tt]ax (?:\w+ ){0,2}Accounts?\b", unit.raw)
        capped = (caps or (by_name and not equated)) and "@pre" not in unit.norm and _CAP_OF_AFTER_TAX.search(unit.norm)
        if capped and (_SAID_OF_IT.match(unit.norm) or _OF_CATCH_UP.search(unit.norm)):
            continue
        if (named or capped or apart or headed) and not ROLLOVER.search(unit.norm):
            unit.norm = unit.norm.replace("after-tax", "@true")
