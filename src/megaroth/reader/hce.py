"""What the highly compensated may put in after tax."""

from __future__ import annotations

import re

from megaroth.reader.capped import CAP, UP_TO, P, each_its_own, without_besides
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

HCE = Pattern(
    r"\bhighly[- ](?:compensated|paid)|\bhces?\b|\b(?:made|earn(?:s|ed|ing)?|paid|pay|wages|salary|compensation)\b[^.;]{0,30}\b(?:more than|over|above) \$\d{3},\d{3}|^if you(?:'re| are) (?:one of them|in (?:this|that) group)\b",
    "highly", "hce", ",000", "one of them", "group",
)  # fmt: skip
_ONE_OF_THEM = Pattern(r"^if you(?:'re| are) (?:one of them|in (?:this|that) group)\b")
_TAIL = Pattern(
    r",? ?\(?(?:subject to|except that|although|but)\b[^.;%]{0,60}\b(?:limit|restrict|reduc|appl)\w*\b[^.;%]{0,60}\b(?:highly[- ](?:compensated|paid)|hces?\b)[^.;%]*\.?$",
    "highly", "hce",
)  # fmt: skip
"""`Subject to limitations applicable to the highly compensated`: no percentage of theirs."""
_NO_HCE_CAP = Pattern(
    r"\bmatch|\bnon-?highly|\bexample|\bnot (?:an? )?[\"']?(?:highly|hces?\b)|\bif you are not|\btop (?:paid )?20%|\btop-paid|\bmay be (?:limited|reduced|lowered|restricted|subject)\b|\bpass|\brefund|\breturned|\b(?:were|was) (?:held|limited|capped|restricted)\b|\bsince been\b"
)
_HCE_IN_BRACKETS = Pattern(
    rf"{P}[^.;()]{{0,60}}\((?:or |but |and )?(?:up to |only |limited to |a maximum of )?{P}[^()]{{0,40}}(?:highly[- ]|hces?\b)[^()]*\)|{P}[^.;()]{{0,60}}\((?:for )?(?:highly[- ]compensated[^()]{{0,30}}|hces?)[:,]? (?:up to )?{P}\)"
)
_HCE_INSTEAD = Pattern(
    rf"\b(?:is|are) (?:held|limited|restricted|capped) (?:to|at) {P}|\b(?:the|your|their|this|that) (?:limit|maximum|cap|ceiling|most|figure|percentage|top)(?: (?:for them|they (?:may|can) [a-z ]{{2,20}}))? is (?:only |just |capped at |held to )?{P}|\b(?:not|no) (?:be |contribute |elect )?more than {P}|\bmay (?:contribute|elect|save) (?:only )?up to {P}"
)
_AFTER_TAX_IN_BRACKETS = Pattern(
    rf"@at(?: [a-z]+)? \((?:limited to |up to |not more than )?{P}[^()%]*(?:highly[- ]|hces?\b)", "@at"
)
_OF_WHICH = Pattern(rf"\bof which @at(?: contributions?)?[^.;%]{{0,40}}?\b{P}", "of which @at")
_HCE_OTHERWISE = Pattern(
    rf"\b{UP_TO}{P}[^.;%]{{0,60}}(?:,|;| or| but)[^.;%]{{0,20}}\b(?:for|in the case of|if you are|with the exception of|except(?:ing)?(?: for| that)?)[^.;%]{{0,60}}(?:highly[- ]|hces?\b)[^.;%]{{0,60}}?\b{P}"
)


def told(text: str) -> str:
    """A sentence without the mere mention that the highly compensated may be limited."""
    return _TAIL.sub("", text) if "highly" in text or "hce" in text else text


def claims_of(document: Document, unit: Unit, place: int, text: str, head: str) -> list[Claim]:
    """What the highly compensated may put in after tax; and, where one sentence has both, what the others may."""
    after_tax = "@at" in text or ("@at" in head and "@pre" not in head)
    both = _HCE_IN_BRACKETS.search(text) or _HCE_OTHERWISE.search(text)
    if both and after_tax and not re.search(r"@pre|@roth|combin|total", text):
        most, few = [group for group in both.groups() if group]
        return [Claim("after_tax_cap_percent", most, unit, 3), Claim("hce_after_tax_cap_percent", few, unit, 3)]
    if _NO_HCE_CAP.search(text):
        return []
    if not both and (each := each_its_own(unit, text)) is not None:
        # "12% before tax and Roth together, and 7% after tax": each kind has its own.
        own_cap = [claim.value for claim in each if claim.field == "after_tax_cap_percent"]
        return [Claim("hce_after_tax_cap_percent", value, unit, 3) for value in own_cap]
    if bracketed := _AFTER_TAX_IN_BRACKETS.search(text) or _OF_WHICH.search(text):
        return [Claim("hce_after_tax_cap_percent", bracketed[1], unit, 3)]
    if _ONE_OF_THEM.match(text) and not any(
        HCE.search(each.norm) or "highly" in each.norm for each in document.units[max(0, place - 5) : place]
    ):
        return []
    parts = re.split(r",? (?:and|but) (?=[^,;]*\d%)|; ", text)
    if "@pre" in text and len(parts) == 2:
        # "10% of pay before tax, and 5% after tax": each kind has its own.
        theirs = [
            re.findall(rf"{P}", part) for part in parts if "@at" in part and "@pre" not in part and "@roth" not in part
        ]
        if len(theirs) == 1 and len(theirs[0]) == 1:
            return [Claim("hce_after_tax_cap_percent", theirs[0][0], unit, 3)]
    if (
        "@at" in text
        and "%" not in text
        and re.search(
            r"\b(?:may not|cannot|can not|are not (?:permitted|allowed|eligible|able) to) (?:currently )?(?:make|contribute|elect)(?! more)[^.;]{0,30}@at",
            text,
        )
    ):
        return [Claim("hce_after_tax_cap_percent", "0", unit, 3)]
    if "@at" in text and (
        own := re.search(
            rf"\b{P}[^.;%,]{{0,25}} (?:for|in the case of) (?:an? |any |each )*(?:participants? who (?:is|are) (?:an? )?)?(?:highly[- ]compensated|hce)",
            text,
        )
    ):
        return (
            [] if re.search(r"@pre|@roth|combin|total", text) else [Claim("hce_after_tax_cap_percent", own[1], unit, 3)]
        )
    if of_after_tax := re.search(rf"@at(?: contributions?)? (?:maximum|limit|cap) (?:is|of) {P}", text):
        return [Claim("hce_after_tax_cap_percent", of_after_tax[1], unit, 3)]
    before = document.units[place - 1].norm if place and document.units[place - 1].page == unit.page else ""
    before = without_besides(before)
    about = re.search(rf"{CAP.text}[^.;%]{{0,60}}@at|@at[^.;%]{{0,60}}{CAP.text}", before)
    if (about or after_tax) and not re.search(r"@pre|@roth|combin|total|\bdefer", text + before * (not after_tax)):
        found = {group for each in _HCE_INSTEAD.finditer(text) for group in each.groups() if group}
        if len(found) == 1:
            return [Claim("hce_after_tax_cap_percent", found.pop(), unit, 3 if "@at" in text else 2)]
    hits = re.findall(rf"{UP_TO}{P}|(?:is|of|to|at|than) {P}", text)
    values = {first or second for first, second in hits}
    if len(values) != 1 or "@at" not in text:
        return []
    if re.search(r"@pre|@roth|combin|total|all contributions", text):
        return []
    return [Claim("hce_after_tax_cap_percent", values.pop(), unit, 3)]
