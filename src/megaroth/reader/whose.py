"""Whose plan a sentence names: ours, by the words of its name, or another one."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

MOST_UNITS = 400
"""A plan says what it is called on its first pages."""
_GENERIC = Pattern(
    r"^(?:401\(k|403\(b|457\(b|the|this|our|your|a|an|plan|savings|retirement|thrift|401|401k|401\(k\)|403|403\(b\)|457|457\(b\)|profit|sharing|profit-sharing|investment|employee|employees|company|deferred|deferral|compensation|tax|voluntary|incentive|stock|ownership|inc|inc\.|corp|corp\.|corporation|llc|l\.l\.c\.|group|and|\&|of|for|under|in|basic|new|summary|roth|after-tax|pre-tax|defined|contribution|benefit|benefits|qualified|existing|master|team|member|associate|partner|partners|associates|members|cash|accumulation|security|safe|harbor|u\.s|us|us\.|trust)$"
)
_OPENING = Pattern(
    r"^(?:after|under|in|as|once|if|when|while|although|since|because|both|each|every|neither|either|no|all|any|these|those|however|effective|participants|employees|contributions|you|we|it)$"
)
NAMED = Pattern(
    r"\b((?:(?:[A-Z]|401|403|457)[\w&.'’()/-]*,? (?:(?:and|&|of) )?){1,7})(?:[Pp]lan|401\(k\)|Trust)\b(?! (?:Administrator|Year|Document|Sponsor|Summary|Highlights|Committee|Account|Trustee|Number|Name|Entry|year|administrator|document|account|sponsor))"
)
_OF_A_FIRM = Pattern(
    r"\b(?:[Ee]mployees|[Pp]articipants|[Mm]embers|[Aa]ssociates|[Ww]orkers|[Cc]olleagues) (?:of|at|in|with|employed by|who work for) (?:the )?(?:former )?((?:[A-Z][\w&.'’-]+ ?){1,4})",
    "Associates ", "Colleagues ", "Employees ", "Members ", "Participants ", "Workers ", "associates ", "colleagues ",
    "employees ", "members ", "participants ", "workers ",
)  # fmt: skip
_PLAN_OF = Pattern(
    r"\b(?:[Pp]lan|[Pp]rogram) (?:of|at) (?:the )?((?:[A-Z][\w&.'’-]+ ?){1,4})",
    "Plan", "Program", "plan at ", "plan of ", "program",
)  # fmt: skip
_BYGONE = Pattern(r"\b(?:[Oo]ld|[Ff]ormer|[Pp]rior|[Pp]revious|[Pp]redecessor) $", " ")
"""`The old Specimen Thrift Plan` is no plan of today."""
_OLD_ONES = (("prior",), ("previous",), ("former",), ("predecessor",), ("old",))


def own_names(units: list[Unit]) -> frozenset[str]:
    """The words that are the names of the plan and its employer: of the plan named first, and of those named with it."""
    seen: dict[str, int] = {}
    first: tuple[str, ...] = ()
    for unit in units[:MOST_UNITS]:
        for found in NAMED.finditer(unit.raw):
            if _BYGONE.search(unit.raw, 0, found.start()):
                continue
            words = proper_words(found[1])
            if words[:1] in _OLD_ONES:
                continue
            first = first or words
            for word in words:
                seen[word] = seen.get(word, 0) + 1
    most = max(seen.values(), default=0)
    return frozenset(first) | {word for word, times in seen.items() if times > 1 and times >= 0.6 * most}


def proper_words(name: str) -> tuple[str, ...]:
    """The words of a name that name anybody: not `Savings`, nor `Plan`."""
    name = re.split(r"\b(?:The|Our|Your|This|[a-z]*\.(?= [A-Z]))(?: |$)", name)[-1]
    words = (re.sub(r"['’]s?$", "", word.strip(".,()").lower()) for word in name.split())
    return tuple(word for word in words if word and not _GENERIC.match(word))


_BEFORE_COLON = Pattern(r"^([a-z][^:%@$]{2,40}?)(?: plan| savings plan| employees)?: ", ":")


def is_former(text: str, document: str) -> bool:
    """Whether the label of a line is the name of a plan or an employer that is no more: `Exemplar: up to 6%` for former Exemplar employees."""
    label = _BEFORE_COLON.match(text)
    if not label:
        return False
    name = re.escape(label[1])
    # Both begin with what the engine can look for fast: the name.
    gone = "|".join(rf"(?<=\b{word} {name})" for word in ("former", "prior", "old", "previous", "legacy", "acquired"))
    ends = r"\bplan (?:will|has|is|was)(?: be| been)? (?:merg|end|fro|freez|clos|terminat|cease)"
    return bool(
        re.search(rf"{name}(?:{gone})\b", document)
        or re.search(rf"{name}(?<!\w{name})\b[^.;:]{{0,40}}{ends}", document)
    )


def names_another(raw: str, known: frozenset[str]) -> bool:
    """Whether some words, as they stand on the page, name a plan or an employer that is not ours."""
    for pattern in (NAMED, _OF_A_FIRM, _PLAN_OF):
        for found in pattern.finditer(raw):
            words = proper_words(found[1])
            if words and known and not known.intersection(words) and not _OPENING.match(words[0]):
                return True
    return False
