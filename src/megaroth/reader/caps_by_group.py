"""Caps of a table with one column for everybody and one for the highly compensated, whose heads its lines have lost."""

from __future__ import annotations

from megaroth.reader.caps_in_columns import CELL, OTHER, ROW, VALUE
from megaroth.reader.caption import ALL_KINDS
from megaroth.reader.context import Document
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

FARTHEST = 40
"""So many cells may stand between the heads of the columns and a row of the table."""
_OTHERS = Pattern(
    r"^\W*(?:(?:(?:all |other )*(?:employees|participants|members|associates|those) (?:who|that) are |those )?(?:non-?(?:highly[- ](?:compensated|paid)|hces?)|not (?:an? )?(?:highly[- ](?:compensated|paid)|hces?))|(?:all|any|every) others?|(?:all )?other (?:than hces?|employees|participants|members|associates|people|staff)|all other (?:[a-z-]+ )?(?:employees|participants|members|associates|staff)|everyone else|everybody else|most (?:people|employees|participants|members))\b(?: [a-z-]+){0,3}\W*$"
)
_FEW = Pattern(
    r"^\W*(?:if (?:you are )?(?:an? )?|for |an? |(?:employees|participants|members|associates|those) (?:who|that) are )?(?:highly[- ](?:compensated|paid)|hces?)\b(?: (?:employees?|participants?|members?|associates?|people|staff|limits?|only|[(]?hces?[)]?))*\W*$",
    "highly", "hce",
)  # fmt: skip
_KIND = Pattern(r"@(?:pre|roth|at|amb|basis)\b|\bdeferrals?\b", "@", "deferral")
_LABEL = Pattern(r"^(?=.*[a-z])[^%$;]{3,70}$")


def claims_of(document: Document) -> tuple[list[Claim], set[int]]:
    """Every cap that such a table gives, and the units (by `id`) of its rows."""
    found: list[Claim] = []
    placed: set[int] = set()
    heads: list[tuple[int, str, Unit]] = []  # where, of whom, and the unit
    units = document.units
    for place, unit in enumerate(units):
        text = unit.norm
        if unit.kind == "contents":
            heads = []
        elif _OTHERS.match(text) or _FEW.match(text):
            whom = "few" if _FEW.match(text) else "others"
            heads = [each for each in heads if place - each[0] < 3 and each[1] != whom]
            heads.append((place, whom, unit))
        elif len(heads) == 2 and place - heads[-1][0] <= FARTHEST:
            if row := ROW.match(text):
                said, values = [each[0] for each in CELLS.finditer(row["cells"])], [unit, unit]
                label = row["label"]
            else:
                values, label = units[place + 1 : place + 3], text
                said = [each.norm for each in values]
                more = place + 3 < len(units) and CELL.match(units[place + 3].norm)
                if len(said) < 2 or more or not _LABEL.match(text) or not all(CELL.match(each) for each in said):
                    continue
                columns = [document.lead_of(each).partition(" | ")[2] for each in values]
                if any(column and not (_OTHERS.match(column) or _FEW.match(column)) for column in columns):
                    continue  # another column than these two
            if len(said) == 2 and (claims := _bound(document, heads, label, said, values)):
                found += claims
                placed |= {id(each) for each in values}
    return found, placed


def _bound(
    document: Document, heads: list[tuple[int, str, Unit]], label: str, said: list[str], values: list[Unit]
) -> list[Claim]:
    """What one row says of both groups."""
    whole = bool(ALL_KINDS.match(label))
    kinds = set(_KIND.findall(label))
    if not (kinds or whole) or "@amb" in kinds or "@basis" in kinds or HCE.search(label):
        return []
    if not whole and OTHER.search(label):
        return []
    claims = []
    for (_, whom, head), text, unit in zip(heads, said, values, strict=True):
        value = VALUE.search(text)
        if not value:
            continue
        if kinds == {"@at"}:
            field = "after_tax_cap_percent" if whom == "others" else "hce_after_tax_cap_percent"
        elif whom == "few":
            continue
        elif "@at" in kinds or whole:
            field = "combined_cap_percent" if document.after_tax_is_true else ""
        else:
            field = "deferral_cap_percent" if "@pre" in kinds or kinds == {"deferral"} else ""
        if field:
            claims.append(Claim(field, value[1], unit, 3, also=(head,)))
    return claims


CELLS = Pattern(
    r"(?:(?:up to |from |between )?(?:\d{1,2}(?:\.\d+)?%? ?(?:to|-|through|and) ?)?\d{1,3}(?:\.\d+)?%)", "%"
)
"""The shares of a row, one after the other."""
