"""Which field a cap belongs to: the kinds of money that its clause names, or that stand around it."""

from __future__ import annotations

import re

from megaroth.reader.caps_around import ANAPHORA, ONLY_LABEL, PEOPLE, Around
from megaroth.reader.caption import (
    ALL_KINDS,
    ASKS_FOR_RATE,
)
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern
from megaroth.reader.spots import TOKEN, Spot


def cap(spot: Spot, around: Around, before: set[str], whole: set[str]) -> tuple[str, int, set[str]]:
    """The field that a cap belongs to, how surely, and the kinds of money that its clause names."""
    tokens, few = set(spot.tokens), spot.of_few
    strength = 3
    if not tokens and not few and how_much(around.near or around.first, around.text):
        return "deferral_cap_percent", 1, set()
    if any(not _IS_MONEY.search(kind) for kind in tokens - {"catch-up"}):
        if (
            sum(kind.startswith("@") for kind in tokens) < 2
        ):  # `pre-tax and Roth together` is a total of these two alone
            tokens |= set(TOKEN.findall(spot.left))
        if (
            _THAT_ADDED.search(spot.left + spot.before)
            and "catch-up" not in tokens
            and len(ours := _named(tokens)) == 1
        ):
            # `The percentage so directed, when added to the pre-tax percentage, …`: of which money, the sentence before tells.
            told = {each for each in TOKEN.findall(around.before) if each.startswith("@")}
            tokens |= told
            if len(ours | told) != len(ours) + 1:
                return "", 0, ours
        if not any(_IS_MONEY.search(kind) for kind in tokens):
            tokens |= around.listed or (around.kinds(spot.before, few) if ANAPHORA.match(spot.before) else set())
    elif not tokens - {"catch-up"} and "pretax" not in spot.clause:
        if (few or spot.of_rest) and before:
            tokens = before
        elif of_left := set(TOKEN.findall(spot.left)) or whole:
            tokens = of_left
        else:
            tokens = around.kinds(spot.left + spot.clause, few)
            strength = 2
    money = {token for token in tokens if token.startswith("@")}
    deferral = {token for token in tokens if _IS_MONEY.search(token)} - money
    total = tokens - money - deferral - {"catch-up"}
    in_group = few or (
        not spot.of_rest and HCE.search(around.near + around.first) and "non-" not in around.near + around.first
    )
    if money == {"@amb"} or ("@amb" in money and "@pre" not in money) or ("@basis" in money and len(money) == 1):
        return "", 0, money
    money -= {"@basis", "@amb"}
    if "pretax" in spot.clause and (money != {"@at"} or _PRETAX_AND.search(spot.clause)):
        money = money | {"@pre"}
    if deferral and (not money or ("@pre" not in money and not _ITS_DEFERRAL.search(spot.clause))):
        money = money | {"@pre"}
    if in_group:
        return (
            ("hce_after_tax_cap_percent" if money == {"@at"} and (not total or _ITS_TOTAL.search(spot.clause)) else ""),
            strength,
            money,
        )
    if any("three" in token for token in total) and around.document.after_tax_is_true:
        return "combined_cap_percent", strength, money
    if money == {"@at"}:
        if total and not _ITS_TOTAL.search(spot.clause):
            return ("combined_cap_percent" if _INCLUDING.search(spot.clause) or around.besides else ""), strength, money
        return "after_tax_cap_percent", strength, money
    if "@at" in money:
        if _EACH.search(spot.clause):
            return "", 0, money
        if "@pre" in money and _MORE_OF_IT.match(spot.after):
            return "", 0, money  # of a second tier, above the first
        both = "@pre" in money or (total and "@roth" in money)
        return ("combined_cap_percent" if both else "after_tax_cap_percent"), strength, money
    if money:
        if "@pre" not in money and not total and not _INCLUDING_ROTH.search(spot.clause):
            return ("" if "@at" in around.document.text else "deferral_cap_percent"), 0, money
        return "deferral_cap_percent", strength, money
    if total:
        named = {kind for kind in TOKEN.findall(around.first) if kind.startswith("@")}
        if len(named) > 1 and "@at" not in named and "@amb" not in named and ONLY_LABEL.match(around.first):
            return "deferral_cap_percent", 2, named  # `Pre-Tax and Roth`, and below it `1% to 75% in total`
        if ALL_KINDS.match(around.near.partition(" | ")[0]) and "@amb" in around.document.text:
            return "", 0, money
        if any("three" in token for token in total) and "@at" not in around.document.text:
            return "", 0, money  # of which kinds, the text does not say
        takes = around.document.after_tax_is_true and "@at" in around.document.text
        return ("combined_cap_percent" if takes else "deferral_cap_percent"), 2, money
    if _SO_MADE.search(spot.clause) and ("@at" in around.document.text or "@amb" in around.document.text):
        return "", 0, money  # `You can set aside 10% this way`: in which way, stands further above
    if re.search(r"\bdefer|\bpretax\b", spot.clause):
        return "deferral_cap_percent", 2, money
    if ASKS_HERE.match(around.text) or SAVE_FROM_TO.match(around.text):
        return "deferral_cap_percent", 1, money
    above = around.before if ANAPHORA.match(spot.left + spot.before) else around.near or around.first
    if not _ANYBODY.search(spot.left + spot.clause) and not any(
        _OURS.search(text) or ASKS_FOR_RATE.search(text) for text in (above, around.near, around.first)
    ):
        return "", 0, money
    return "deferral_cap_percent", 1, money


def _named(tokens: set[str]) -> set[str]:
    """The kinds of money among what a clause names; deferrals are pre-tax where nothing else is said."""
    named = {each for each in tokens if each.startswith("@")}
    return named or ({"@pre"} if any(_IS_MONEY.search(each) for each in tokens) else set())


ASKS_HERE = Pattern(
    r"^\W*(?:\d+[.)] )?(?:just |simply |first,? )?(?:choose|pick|set|select|elect|decide on) (?:an?|your|any|the) (?:[a-z]+ )?(?:percent\w*|rate)\b",
    "percent", "rate",
)  # fmt: skip
"""`Choose a percentage (1% to 50% of gross pay).`"""


SAVE_FROM_TO = Pattern(
    r"^\W*(?:(?:you|participants?|employees?|members?) (?:may|can|are (?:able|allowed|permitted) to) )?(?:save|contribute|defer|put in|put away|set aside)(?: anywhere)?(?: from| between)? [0-3](?:\.\d)?%? ?(?:to|and|through|-) ?\d{1,3}%\W*$",
    "save", "contribute", "defer", "put ", "set aside",
)  # fmt: skip
"""`Save 1% to 50%.`: a range that begins so low is what one may, and no advice."""


_HOW_MUCH = Pattern(
    r"^\W*how much\W+(?:anywhere |anything )?(?:up to|from|between|as much as|at most)\b[^.;]*\d% of (?:your |each |eligible |gross |base )*(?:pay|paychecks?|compensation|earnings|salary|wages)\b(?!.*\b(?:disab|levy|days|weeks)\w*)(?=.*\b(?:irs (?:limit|max\w*|allows|says|cap|lets|stops)|annual limit|federal limit|legal limit|401k)\b)",
    "how much",
)
"""`How much? Up to 90% of your paycheck, stopping at the IRS limit.`"""


_THAT_ADDED = Pattern(
    r"\b(?:together|combined|along|in combination|added|aggregated)(?: with| to)? (?:your |the |his or her |their |any |all )*(?:@(?:pre|roth)|(?:elective |salary |employee )*deferrals?)\b[^.;%]{0,60}?,? (?:these|they|those|it|this|that)\b(?= (?:is|are|may|can|cannot|must|will|shall|come|have|has)\b)|\b(?:these|they|those|it|this|that)\b(?: (?:money|contributions?))?,? (?:when )?(?:may |cannot |must |are |is |not |be )*(?:added to|combined with|aggregated with|together with|taken with) (?:your |the |his or her |their |any |all )*(?:@(?:pre|roth)|(?:elective |salary |employee )*deferrals?)\b|\b(?:the|this|that|such|any|these|those) (?:percentages?|amounts?|rates?|contributions?|elections?|savings)\b[^.;%@]{0,40}\b(?:added to|combined with|aggregated with|together with|plus)\b",
    "added", "combined", "aggregated", "together", "plus",
)  # fmt: skip


def how_much(label: str, text: str) -> bool:
    """Whether a line answers how much one may put in."""
    return bool(_HOW_MUCH.match(text) or _HOW_MUCH.match(f"{label} {text}"))


_ANYBODY = Pattern(rf"\b{PEOPLE}\b|^\W*(?:save|contribute|defer|put)\b|\byour\b")


_OURS = Pattern(
    r"^(?:[\d.]+ )?(?:your |my |employee |participant |payroll |making )?(?:contributions?|savings|deferrals?)(?: (?:limits?|amounts?|rates?|percentages?))?\W*$|\byour (?:own )?(?:contrib|sav|defer)|\b(?:you|i|employees?|participants?) (?:may|can)?\b.*\b(?:contribut|sav|put|defer)"
)


_IS_MONEY = Pattern(r"@|deferral|salary|elective")


_ITS_DEFERRAL = Pattern(r"@(?:at|roth) (?:401k |basis |salary |elective )*deferr")


_ITS_TOTAL = Pattern(
    r"\b(?:total|aggregate|combined|sum) (?:(?!and\b|plus\b|or\b|with\b)[a-z'’]+ ){0,9}?@at(?! contributions?,? (?:and|plus|or|with)\b)|@at[^.;%@]{0,40}\b(?:basic|both kinds|matched|thrift)\b[^.;%@]{0,40}\b(?:together|combined)\b|@at contributions?,? in (?:the )?aggregate"
)


_INCLUDING = Pattern(r"\b(?:including|with|and|plus|both)\b[^.;%]{0,40}@at|@at\b[^.;%]{0,30}\b(?:and|plus|included)\b")


_PRETAX_AND = Pattern(r"\bpretax (?:[a-z]+ ){1,3}(?:and|or|and/or) [^%]{0,30}@at")


_INCLUDING_ROTH = Pattern(r"\bincluding\b[^.;%]{0,30}@roth")


_MORE_OF_IT = Pattern(
    r"^(?: of (?:\w+ ){0,3}(?:pay|compensation|earnings|salary))? (?:more|extra|additional(?:ly)?|on top)\b"
)
"""`Supplemental contributions: up to 12% more, pre-tax or after-tax`."""
_SO_MADE = Pattern(r"\b(?:this|that|such a|the latter|the third) (?:way|manner|method|kind|type|bucket|source)\b")


_EACH = Pattern(
    r"(?<!some of )(?<!mix of )(?<!part of )(?<!bit of )(?<!blend of )\beach (?:type|kind|source|of (?:the|these|them))|\bper source\b|\b(?:of|in|for|to) each:|\bindividually\b|(?<!some of )(?<!mix of )(?<!part of )(?<!bit of )(?<!blend of )(?<!elections for )(?<!rates for )\beach\W*$"
)
