"""Of which money the conversion is said to be: after-tax, pre-tax, match, rollover. Where that is not told, nothing is."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_SOURCES = (
    ("after-tax", Pattern(r"@at\b")),
    (
        "pre-tax",
        Pattern(
            r"@pre\b|\btraditional\b(?! @at)|(?<!@roth )(?:salary|elective|employee) deferral|(?<!@roth )(?<!elective )(?<!salary )\bdeferral contributions?",
            "@pre",
            "deferral",
            "traditional",
        ),
    ),
    (
        "match",
        Pattern(
            r"\b(?:company|employer)(?: matching| match|\b.{0,12}contributions?)|\bmatch(?:ing)?\b|\bnonelective",
            "company",
            "employer",
            "match",
            "nonelective",
        ),
    ),
    (
        "rollover",
        Pattern(
            r"(?<!in-plan @roth )(?<!direct )\brollover(?:s?,| (?:contribution|account|balance|and|source|money|sub))",
            "rollover",
        ),
    ),
)
_MOVED_PRE = Pattern(
    r"@pre (?:\w+ )?(?:accounts?|contributions?|deferrals?|balances?|money|savings)(?: \w+)? (?:be )?(?:moved|converted|transferred|rolled|switched|changed) (?:in)?to (?:an? |the |your |their )*@roth",
    "@pre ",
)
"""`To have the pre-tax accounts moved to Roth`: of after-tax money it says nothing."""
_OTHER_MONEY = Pattern(
    r"\b(?:convert|transfer|move|roll|change|switch|conver(?:sions?|ting) of|rollovers? of|transfers? of)\b(?P<what>[^.;?]{0,120})",
    "conver",
    "transfer",
    "move",
    "roll",
    "change",
    "switch",
)
_ANY_MONEY = Pattern(
    r"@at\b|\bafter-tax|@amb|\bnonroth|\bnon-@?roth|\b(?:all|any|entire|whole|vested) (?:or (?:part|any|some) of |part of |portion of |of )*(?:your |the |their |his |her |vested |eligible )*(?:account|balance|money|amount|assets|savings|portion|part|funds)(?! of (?:your |their |his or her |his |her |the )?(?:existing |vested )*(?:@pre|elective|salary|deferral|employer|company|matching))|\bother (?:eligible |vested )?(?:money|amounts?|sources?|contributions)"
)


def _of_other_money(text: str) -> bool:
    """Whether only pre-tax or employer money is named as what may be converted, and no after-tax money."""
    if _ANY_MONEY.search(text):
        return False
    return any(
        re.search(
            r"@pre\b|\bmatch|\bprofit[- ]sharing|\bemployer\b|\bcompany contrib|\bdeferrals?\b|\btraditional\b",
            each["what"],
        )
        for each in _OTHER_MONEY.finditer(text)
    )


_OF_WHAT = Pattern(
    r"\b(?:conver\w*|in[- ]?plan (?:@roth )?(?:rollovers?|transfers?))(?: contributions?| feature| option| elections?)? (?:of|from|for|on) (?P<of>[^.;]{0,150})"
    r"|\bconvert(?:s|ing)? (?P<what>[^.;]{0,150})|(?<!@roth )(?<!in-plan )\b(?:transfer|move|roll(?: over)?|change|switch|sweep|turn|moving|transferring)s? (?=[^.;]{0,170}@roth)(?P<moved>[^.;]{0,150})"
    r"|(?P<before>[^.;]{0,170})\b(?:(?:is|are|be|been|gets?|being|then|also|automatically|daily|immediately) )+(?:converted|moved|swept|transferred|rolled(?: over)?|turned|changed|recharacterized|switched)\b"
)


_BUT = Pattern(r",? (?:but|yet|although|though) ")
"""`Exemplar does not match these dollars, but they can be moved to Roth`: what is moved stands behind the `but`."""


_ROTH_MONEY = Pattern(r"@roth (?:elective |salary )*(?:deferrals?|contributions?)|@roth rollovers?(?: contributions?)?")
_ALL_OF_IT = Pattern(
    r"\ball non-?@?roth|\bany (?:portion|part|vested)(?! of (?:your |their |his |her |the )?(?:existing |vested )*(?:@pre|elective|salary|deferral|employer|company|matching))|\b(?:all|entire) (?:or (?:a|any) (?:portion|part) )?of your (?:vested )?(?:nonroth )?(?:account|balance)|nonroth"
)


def sources_of(unit: Unit, asked: str = "") -> list[Claim]:
    """The sources of a conversion, as far as the sentence, or the question it answers, names what is converted."""
    text = f"{asked} {unit.norm}"
    parts = " ".join(
        _BUT.split(part)[-1] if name == "before" else part
        for found in _OF_WHAT.finditer(text)
        for name, part in found.groupdict().items()
        if part
    )
    if not parts and len(text.split()) > 12 and "@at" not in text and not _MOVED_PRE.search(text):
        return []
    text = parts or text
    text = _ROTH_MONEY.sub("@roth", text)
    if _of_other_money(f"convert {text}"):
        named = [name for name, pattern in _SOURCES[1:] if pattern.search(text)]
        named = named or (["pre-tax"] if "deferral" in text else [])
        return [Claim("conversion_sources", named, unit, 2)] if named else []
    if _ALL_OF_IT.search(text):
        return [Claim("conversion_sources", ["after-tax", "pre-tax", "match", "rollover"], unit, 1)]
    named = [name for name, pattern in _SOURCES if pattern.search(text)]
    if re.search(r"\b(?:not|exclud|other than|except)\b", text) or not named:
        return []
    return [Claim("conversion_sources", named, unit, 2)]
