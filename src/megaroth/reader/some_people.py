"""Whether a sentence is for a part of the people only: by its subject, its agents, and how they are described."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern
from megaroth.reader.vetoes import ON_ANOTHER

_MAY = r"(?:may|can|could|might|are (?:also )?(?:eligible|permitted|allowed|entitled|able)|will be able|have the (?:option|right|opportunity))"
_PEOPLE = r"(?:employees?|participants?|members?|associates?|individuals?|colleagues?|team members?|workers?|staff|people|persons?)"
_SUBJECT = Pattern(
    rf"(?:^|[.;:,] |\band |\bor |\bthat )(?P<adj>(?:[\w/'&-]+ ){{0,5}}?){_PEOPLE}\b(?P<rest>[^.;:]{{0,120}}?)\b{_MAY}\b",
    "associate", "colleague", "employee", "individual", "member", "participant", "people", "person", "staff", "worker",
)  # fmt: skip
_ANYBODY = Pattern(
    r"^(?:all|any|each|every|substantially|an|a|the|our|your|eligible|active|other|such|these|those|plan|participating|enrolled|covered|current|regular|full-time|benefits-eligible|benefit-eligible|both|and|or|also|401k|as|so|that|most|new|newly|in|addition|additionally|further|now|currently|then|generally|no|individual|company|employed|employee|member|participant|associate|team|general|you|hourly|salaried|faculty|staff|physicians|partners|partner|\-)$"
)
_SO_DESCRIBED = Pattern(
    r"^(?: (?:rollovers?|elective|voluntary|@\w+|contributions?|accounts?|savings|deferrals?)\b[^.;]*|\W*)(?:(?:shall|will|also) ?)?(?:\((?!program|division|group|part|class)[^)]*\)\W*)?(?:of the (?:(?:[\w&'-]+ ){0,5}plan|company|employer|corporation|firm|bank|university)|in (?:the|this|our) (?:plan|401k)(?: plan)?|in (?:the )?(?:active )?(?:service|employment|employ)(?: of (?:the|an?) (?:company|employer|firm))?|at any time|at the company|also|then|now|currently|generally|themselves|covered by this agreement|employees?|participating in (?:the|this|our) plan|who ~(?: \w+){0,6}|alike|(?:still|currently|actively) employed|who (?:is|are) (?:an? )?(?:active |eligible |current )*(?:employees?|participants?)|aged? \d\d (?:or|and) (?:older|over|above)|over age \d\d|at least (?:age )?(?:18|21)[^,]{0,20}|(?:who|that)(?: are| is| have| has)? (?:eligible|entitled|(?:still |currently |actively )*employed|elect|wish|want|choose|contribut\w+|make|makes|participate|enrol\w*|reach\w*|hit|max\w*|met|meet|satisf\w+|desire|would like|save)[^.;]*|working [^.;]*|while (?:employed|working|still)[^.;]*|and (?:their|his)[^.;]*)?(?:, [^.;]{0,60},)?\W*$"
)
_ADVERBIAL = Pattern(r"^(?:while|upon|after|once|by|on|if|when|under|for|each|every)\b")
_OF_MONEY = Pattern(r"\b(?:of|from|withdrawals?|distributions?|contributions?|conversions?|accounts?)\b")
_NOUN = Pattern(rf"(?:^|[.;:,] )(?:[\w'-]+ ){{0,4}}?(?P<noun>[a-z]{{3,}}s) (?:also |then |now )?{_MAY}\b")
_NOUNS = Pattern(
    r"^(?:employees|participants|members|associates|individuals|colleagues|workers|persons|partners|contributions|amounts|funds|accounts|earnings|conversions|withdrawals|dollars|deferrals|savings|balances|distributions|limits|transfers|rollovers|elections|sources|this|plans|monies|proceeds|subaccounts|assets|others|requests|payments|basis|plus|tax-deferrals|teammates|faculty|savers|contributors|deductions|elections|percentages|rates|savings|choices|withholdings)$"
)
_AGENT = Pattern(
    r"\b(?:by|for|of) (?:an? |the |your |any |all )?(?:\w+ )?(?:beneficiar\w+|alternate payees?|spouses?|retirees?|(?:terminated|former|retired|inactive|laid-off|grandfathered|certain|some) (?:participants?|employees?|members?))\b"
    r"|\bpartners?(?:/principals?)? who are age\b|\b(?:allows?|permits?|lets) (?:all |any )?(?:participants?|employees?) who are (?:age|over|under|at least)\b|\b(?:to|for|by) (?:all |any |only )?(?:the )?(?:employees?|participants?|members?|associates?|individuals?|those|persons?|anyone|partners?(?:/principals?)?|principals?|shareholders?) (?:who|that) (?:(?:have|has|had) (?:reached|attained|completed|been|retired|left|terminated|separated|not)|(?:are|is) (?:age|aged|over|at least|retired|no longer|not|under)|were|was|retire|terminate|leave|work (?:at|in|for))\b"
    r"|\b(?:covered|listed|named|employed) (?:under|in|by) (?:appendix|schedule|exhibit|the (?:agreement|contract) with)\b",
    "alternate payee", "appendix", "beneficiar", "employee", "exhibit", "member", "participant", "retiree", "schedule", "spouse",
    "that", "the", "who",
)  # fmt: skip


def is_for_some(text: str) -> bool:
    """Whether what a sentence permits is for some of the employees and not for all who take part."""
    if (noun := _NOUN.search(text)) and not _NOUNS.match(noun["noun"]):
        return True
    if _AGENT.search(text):
        return True
    found = _SUBJECT.search(text)
    if not found:
        return False
    if re.search(r"\b(?:you|we|they)\b", found["rest"]) or _OF_MONEY.search(found["adj"]):
        return False
    after = text[found.start() :]
    if "@at" in text[: found.start()] and "@at" not in after and ON_ANOTHER.search(after):
        return False  # `… and participants who are 50 may make catch-up contributions`
    described = "" if _ADVERBIAL.match(found["adj"]) else found["adj"]
    adjectives = [
        word
        for word in described.rpartition(" - ")[2].replace(",", " ").split()
        if not _ANYBODY.match(word) and not word.startswith("@") and not word.isdigit()
    ]
    return bool(adjectives and len(found["adj"].split()) < 5) or not _SO_DESCRIBED.match(found["rest"])
