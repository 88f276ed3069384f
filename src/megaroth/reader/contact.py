"""Who keeps the accounts, and where to ask."""

from __future__ import annotations

import re

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_KEEPERS = {
    "Fidelity": r"fidelity(?: investments| workplace| netbenefits)?|netbenefits", "Vanguard": r"vanguard", "Schwab": r"charles schwab|schwab retirement|schwab", "Empower": r"empower(?: retirement)?(?! (?:you|employees|participants))",
    "Alight": r"alight(?: solutions)?", "T. Rowe Price": r"t\. ?rowe price", "Principal": r"principal (?:financial|life|retirement|trust)|principal\.com|the principal(?= (?:at|website|will|is))|(?:form|request|call|through|contact)[a-z ]{0,12} (?:to |at |by )?principal(?=$|[.,;]| at \d)", "Merrill": r"merrill(?: lynch)?|benefits online",
    "Voya": r"voya(?: financial)?", "Transamerica": r"transamerica", "John Hancock": r"john hancock", "Prudential": r"prudential retirement", "TIAA": r"tiaa(?:-cref)?", "ADP": r"adp retirement", "Ascensus": r"ascensus", "Guideline": r"guideline,? inc|guideline 401k|(?:through|with|by|via|at|on) guideline(?!s)",
    "Lincoln": r"lincoln (?:financial|retirement)", "MassMutual": r"massmutual", "Nationwide": r"nationwide retirement", "Securian": r"securian", "Conduent": r"conduent", "Milliman": r"milliman", "Bank of America": r"bank of america(?: merrill| retirement)", "Wells Fargo": r"wells fargo (?:institutional|retirement)", "Betterment": r"betterment", "Human Interest": r"human interest(?= \w)", "Newport": r"newport (?:group|trust)", "Great-West": r"great-west",
}  # fmt: skip
_KEEPER = {name: Pattern(rf"\b(?:{pattern})\b") for name, pattern in _KEEPERS.items()}
_KEEPER_WORDS = (
    "fidelity", "netbenefits", "vanguard", "schwab", "empower", "alight", "rowe", "principal", "merrill", "benefits online", "voya",
    "transamerica", "hancock", "prudential", "tiaa", "adp", "ascensus", "guideline", "lincoln", "massmutual", "nationwide",
    "securian", "conduent", "milliman", "bank of america", "wells fargo", "betterment", "human interest", "newport", "great-west",
)  # fmt: skip
_ANY_KEEPER = Pattern("|".join(f"(?:{pattern})" for pattern in _KEEPERS.values()), *_KEEPER_WORDS)
_KEEPS = Pattern(
    r"\brecord-?keeper|\badminister|\badministrator|\bcall\b|\bcontact|\bwebsite|\blog (?:on|in)|\bmanage|\bvisit|\bphone|\bnetbenefits|\bservice (?:center|provider)|\bonline\b|\benroll|\baccount\b|\baccess"
)
_FUND = Pattern(r"\b(?:fund|index|freedom|target|trust|portfolio|brokeragelink|class [a-z]\b|commingled)\b")
_PHONE = Pattern(
    r"(?<![\d-])(?:\+?1[-. ]?)?\(?([2-9]\d{2})(?:\)|\)?[-. ])\s?(\d{3}|[A-Z]{3,4})[-. ]?(\d{4}|[A-Z0-9]{3,4})(?!\d\d)"
)
_OTHER_PHONE = Pattern(
    r"\bdepartment of labor|\bebsa\b|\bpbgc\b|\birs\b|\bfax\b|\bsocial security|\btty\b|\btdd\b|\bhearing|\blegal process|\bcourt|\bclaims?\b|\b1-866-444|\btrustee\b"
)


def claims_of(document: Document) -> list[Claim]:
    """Every claim about recordkeeper and telephone."""
    told = [unit for unit in document.units if unit.kind not in ("contents", "question") and unit.ticked is not False]
    return [claim for unit in told for claim in _contact(unit)]


def _contact(unit: Unit) -> list[Claim]:
    text = unit.norm
    found = []
    if _ANY_KEEPER.search(text):
        named = [name for name, pattern in _KEEPER.items() if pattern.search(text)]
        if len(named) == 1:
            said = bool(
                re.search(
                    r"\brecord-?keeper|\badministered by|401k administrator|plan administrator|service provider", text
                )
            )
            strength = 3 if said else 2 if _KEEPS.search(text) and not _FUND.search(text) else 1
            if not (strength == 1 and re.search(r"\bira\b|rollover", text)):
                found.append(Claim("recordkeeper", named[0], unit, strength))
    if (
        sum(map(unit.raw.count, "0123456789")) > 6
        and (hit := _PHONE.search(unit.raw))
        and not _OTHER_PHONE.search(text)
    ):
        strength = 2 if re.search(r"\bcall|\bphone|\bcontact|\bparticipant|\bservice|\bcenter|\bhr\b", text) else 1
        found.append(Claim("phone", folded(unit.raw[hit.start() : hit.end()]), unit, strength))
    return found
