"""What one clause says of which kinds of money are matched: read from left to right, by its tokens."""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

FIELDS = {"at": "match_on_after_tax", "catch": "match_on_catch_up", "roth": "match_on_roth"}


_TOKEN = Pattern(
    r"(?P<at>@at\b)|(?P<catch>(?<!non-)(?<!non )\bcatch[- ]?ups?\b)|(?P<roth>@roth\b(?! ira| catch))|(?P<pre>@pre\b|\btraditional\b(?= (?:401k|contr|deferr|savings|and|or|\())|\belective deferrals?\b)"
    r"|(?P<every>\b(?:all|any|every|each|both|whichever|what(?:ever)?|which(?:ever)?)(?: of)?(?: the| these| those| your| three| four)*(?: single)? (?:contribution |different )?(?:types?|kinds?|sorts?|sources?|buckets?)(?: of (?:your )?(?:employee )?(?:contributions?|money|savings|dollars|deferrals?))?(?! of)|\b(?:all|any|each)(?: of)?(?: the)? (?:three|four)(?= (?:types|kinds|sorts|are|is|counts?|earns?|gets?|qualif\w*|will|contributions?)\b|\W*$))"
    r"|(?P<out>\b(?:except(?:ing|ed)?(?: for)?|exclud(?:es|ing)|exclusive of|other than|apart from|aside from|not (?:including|counting)|but not|with the exception of|rather than|instead of|net of|disregard(?:s|ing)|ignor(?:es|ing)|leav(?:es|ing) out|without (?:regard|reference) to|less|save for|(?<=, )save(?= (?:your |the |any )*(?:catch|@)))\b|\b(?:aside|apart)\b)"
    r"|(?P<deny>\b(?:not|no|never|none|nothing|non-eligible|nor|neither|cannot|without|ineligible|unmatched|excluded|disregarded|ignored|left out|fails? to)\b|n't\b)"
    r"|(?P<only>\b(?:only|solely|exclusively|just|limited to|nothing but)\b)"
    r"|(?P<match>\bmatch(?:es|ed|ing|able)?\b(?! (?:contributions? )?(?:(?:sub-?)?accounts?|suspensions?|penalt(?:y|ies)|forfeitures?|freezes?|pauses?|interruptions?|loss(?:es)?|blackouts?)\b)|\bunmatched\b|\bmatch-eligible\b)"
    r"|(?P<count>\b(?:counts?|counted|qualif(?:y|ies)|eligible(?= (?:for|to receive)\b)|(?<=are )eligible|included?|includes|considered|taken into account|covered|part of it|subject to(?= (?:(?!limit|and\b)[a-z]+[- ]){0,4}match)|receives? (?:it|one)|gets? (?:it|one)|get it)\b)"
    r"|(?P<be>\b(?:is|are|was|were|be|gets?|receives?|earns?|attracts?|draws?|carr(?:y|ies)|do|does|will|shall|has|have)\b)"
    r"|(?P<of>\b(?:of|on|for|to|toward|towards|against|whether|between|covers?|across|applies|with respect to|regard to|in respect of|includ(?:es|ing)|inclusive of|as)\b|[:|]|\((?!plus)|%)"
    r"|(?P<rate>\d% (?:of|on|for)\b)"
    r"|(?P<act>\(plus\b|\bbefore(?= (?:you|they|he|she|an?|participants?|employees|members|looking|making|turning|using|considering|going|starting|adding)\b)|\b(?:(?:may|can)(?! (?:also )?be (?:made|matched)\b)|could|would|must|might|should|makes?(?! (?:an? |the )?(?:[a-z-]+ ){0,3}match)|made(?= by (?:you|your|participants?|employees?|members?|each|the participant|an?)\b|$)|elects?|subject(?! to (?:[a-z]+[- ]){0,5}match)|invest\w*|allocated|held|allows?|permits?|offers?|accept\w*|takes?|stops?|stopped|suspend\w*|withdr\w*|conver\w*|roll(?:s|ed|ing)?\b|transfer\w*|distribut\w*|vest\w*|tested|test|exceed\w*|reach\w*|limit(?:s|ed)?|restrict\w*|(?:(?<=@at )|(?<=catch-up )|(?<=@roth )|(?<=@pre ))(?:accounts?|balances?)|if|in addition|amend\w*|treated|increas\w*|reduc\w*|permit\w*|unless|until|when(?! \w+ing\b)|once|lose|forfeit\w*|refund\w*|maximum|room for)\b)"
)


_MATCHES = Pattern(
    r"(?:\bmatches|(?<!\ba )(?<!\bthe )(?<!\bno )(?<!\bany )(?<!\bcompany )(?<!\bemployer )(?<!\bits )(?<!\bour )(?<!\byour )match)$"
)


_NEW_SUBJECT = Pattern(
    r"\b(?:(?<!get )(?<!gets )(?<!give )(?<!gives )(?<!earn )(?<!earns )you|we|they|(?:participants?|employees?|members?)(?! (?:contributions?|deferrals?|savings)\b)|who)\b"
)


_NO_SUBJECT = Pattern(
    r"(?: (?:contributions?|savings|deferrals?|money))? and (?:also |then |to )?(?:be |become )?(?:receive|get|earn|are|is|will|have)\b"
)


_AND_ARE = Pattern(r".*, and (?=(?:is|are) (?:also |not )?$)", ", and ")


_AND_THEN = Pattern(
    r"(?:,| and)(?: also)?(?: to)?(?: be)? (?:receives?|gets?|earns?|is|are|was|were|will|has|have)\b", " and", ","
)


_WORKED_OUT = Pattern(
    r"\b(?:calculated|figured|computed|worked out|based|paid|made|determined|measured|given|credited|deposited|contributed|applies|goes|holds|is true|extends|covers|counted|gets? (?:it|that|this)|receives? (?:it|that|this)|earns? (?:it|that|this))\b[^.;@]{0,60}\b(?:on|to|for|across|covers)(?: (?:your|the|all|any|both|combined|total|sum|of|whatever|contributions?|you|make|as|including))* $"
)


_THEN = Pattern(r"\b(?:then|followed by|and then|before|and last(?:ly)?)\W+(?:your |the |on )*$")


class Clause:
    """The tokens of one clause: kind, start, end."""

    __slots__ = ("text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(found.lastgroup or "", found.start(), found.end()) for found in _TOKEN.finditer(text)]


_MONEY = ("at", "catch", "roth", "pre", "every")


def of_clause(clause: Clause, about: bool) -> dict[str, bool]:
    """Which kinds of money a clause says are matched, or are not; `about` where the match was spoken of before it."""
    tokens = clause.tokens
    money = [place for place, token in enumerate(tokens) if token[0] in _MONEY]
    matches = [place for place, token in enumerate(tokens) if token[0] == "match"]
    if not money:
        return {}
    if not matches and about:
        rates = [place for place, token in enumerate(tokens) if token[0] == "rate" and place < money[0]]
        if (
            rates
            and not any(kind == "act" for kind, _, _ in tokens[: rates[0]])
            and re.search(r"\b(?:contribut|add|pa(?:y|id)|put|give|deposit|credit)", clause.text[: tokens[rates[0]][1]])
        ):
            matches = rates[:1]
    if not matches:
        return _without_the_word(clause, money) if about else {}
    own = [place for place in money if place < matches[-1]]
    later = [place for place in money if place > matches[0]]
    found = _subject(clause, [place for place in matches if place > own[-1]], own) if own else {}
    if not found and later:
        found = _object(clause, matches, later)
    return {**_set_apart(clause, matches, money), **found}


_SET_APART = Pattern(
    r"(?P<out>\b(?:exclud(?:es|ing)|exclusive of|other than|not (?:including|considering|counting)|except(?:ing)?(?: for)?|but not|less|net of)\b)?(?(out)|\b(?:including|inclusive of)\b)(?: (?:your|the|any|all|a|participant's?|those|contributions?|designated|characterized|as|for|age|50|and|or|over|older|rollovers?|@roth|@pre|@at|catch-?up|both|traditional|regular|voluntary|employee)(?=[ ,]),?)*,? $"
)
"""`100% of the first 4% of pay that you defer, including catch-up contributions`: a last word on one kind of money."""


_OF_A_LIMIT = Pattern(
    r"\b(?:limits?|limitations?|maximum|bonus\w*|compensation as|plan year)\b[^,;()]{0,25}[,( ]*$|\$[\d,.]+[,( ]*$"
)


def _set_apart(clause: Clause, matches: list[int], money: list[int]) -> dict[str, bool]:
    """What is said to be in or out at the end, or in brackets, of a sentence whose verbs stand between."""
    tokens, found = clause.tokens, dict[str, bool]()
    if any(kind == "deny" for kind, _, _ in tokens[: matches[0]]):
        return {}
    for place in money:
        before = clause.text[: tokens[place][1]]
        hit = _SET_APART.search(before)
        follows = matches[0] > place and tokens[matches[0]][1] - tokens[place][2] < 60
        if hit and (matches[0] < place or (hit["out"] and follows)) and not _OF_A_LIMIT.search(before[: hit.start()]):
            found.setdefault(tokens[place][0], not hit["out"])
    return {kind: each for kind, each in found.items() if kind in FIELDS}


def _names(clause: Clause, first: int, last: int) -> list[str]:
    return [kind for kind, _, _ in clause.tokens[first : last + 1]]


_NO_TEST = Pattern(r"\bnot (?:have to |need to )?(?:be )?(?:test|run|perform|fail)\w*\b", "not ")
"""`The safe harbor match means that we do not test pre-tax and Roth contributions`."""


def _object(clause: Clause, matches: list[int], money: list[int]) -> dict[str, bool]:
    """`The Company matches pre-tax, Roth and after-tax contributions, but not catch-up contributions`."""
    tokens = clause.tokens
    at = max(place for place in matches if place < money[0])
    between = _names(clause, at + 1, money[0] - 1)
    before = _names(clause, 0, at - 1)
    gap = clause.text[tokens[at][2] : tokens[money[0]][1]]
    verb = tokens[at][0] == "rate" or (
        bool(_MATCHES.search(clause.text[: tokens[at][2]])) and not gap.startswith((" on ", " for "))
    )
    verb = verb and not re.match(r" (?:and|or|,)", gap)
    denied = any(
        kind == "deny" and tokens[at][1] - end < 60 and "," not in clause.text[end : tokens[at][1]]
        for kind, _, end in tokens[:at]
    )
    # What is denied just before a kind of money is denied of that kind alone.
    close = (
        "deny" in between
        and not denied
        and bool(re.search(r"\bnot (?:(?:on|for|to|of|your|any|the) )*$", gap))
        and not re.search(r"\b(?:is|are|do|does|will|be|shall) not\b", gap)
    )
    if _NO_TEST.search(gap):
        return {}
    if "deny" in between and not close:
        if "," in gap and "act" in between:
            return {}
        denied = True
    if not denied and "act" in between:
        return {}
    if not (denied or verb or close or {"of", "out"} & set(between) or "%" in gap):
        return {}
    if re.match(r"(?: contributions?)?,? (?:and|or|,)? ?(?:your |any |the )*$", gap) and not verb:
        return {}
    if (
        re.match(
            r"(?: [a-z]+){0,3} (?:(?:is|are|was|were|will|shall|do|does) not|cannot)\b",
            clause.text[tokens[money[-1]][2] :],
        )
        and not verb
    ):
        denied = True
    return _listed(clause, money, not denied, "only" in before[-3:] or "only" in between, close)


def _listed(clause: Clause, money: list[int], matched: bool, only: bool, out: bool = False) -> dict[str, bool]:
    """The kinds of a list, as it goes on: after a word of taking out the other way round, up to the next verb."""
    tokens = clause.tokens
    found: dict[str, bool] = {}
    last = money[0]
    reach = range(len(tokens))
    for place in reach:
        kind, start, _ = tokens[place]
        if place < money[0]:
            out = kind == "out" or (out and kind != "act")
            continue
        if (
            kind == "out"
            and place > money[0]
            and re.match(r"(?:excepted|aside|apart|left out|excluded)", clause.text[start:])
        ):
            found[tokens[last][0]] = not matched
            continue
        if kind == "out" or (kind == "deny" and re.match(r"not\b", clause.text[start:])):
            out = True
            continue
        if kind in ("act", "be"):
            break
        if kind == "only":
            only = True
        if kind in _MONEY:
            if start - tokens[last][2] > 110:
                break
            if matched or not out:
                found.setdefault(kind, matched and not out)
            last = place
    return _closed(found, only, matched)


def _closed(found: dict[str, bool], only: bool, matched: bool) -> dict[str, bool]:
    """What `only` leaves out; and what holds for every kind holds for after-tax money."""
    if found.get("every"):
        found.setdefault("at", True)
    elif only and matched and found.get("pre") and "at" not in found:
        found["at"] = False
    return {kind: each for kind, each in found.items() if kind in FIELDS}


def _last_list(clause: Clause, money: list[int]) -> list[int]:
    """Of the kinds before a verb those that stand together: `A may be …, B and C are matched`."""
    tokens, own = clause.tokens, money[-1:]
    for place in reversed(money[:-1]):
        if {"act", "be"} & set(_names(clause, place + 1, own[0] - 1)) or tokens[own[0]][1] - tokens[place][2] > 90:
            break
        own = [place, *own]
    return own


_MADE_BEFORE = Pattern(
    r"\b(?:may|can) (?:also |only |then )?be made\b(?!.*\b(?:and|but|which|that|is|are|will|shall)\b)",
    "be made",
)
"""`Catch-up contributions may be made before the match is paid`: that they may be made says nothing of their match."""


def _subject(clause: Clause, matches: list[int], money: list[int]) -> dict[str, bool]:
    """`Catch-up contributions are not matched`, `No after-tax contribution earns a match`."""
    tokens = clause.tokens
    own = _last_list(clause, money)
    between = _names(clause, own[-1] + 1, matches[0] - 1)
    gap = clause.text[tokens[own[-1]][2] : tokens[matches[0]][1]]
    if "act" in between and (later := re.search(r".*\band (?=(?:is|are|do|does|will)\b)", gap)):
        between = [
            kind for kind, start, _ in tokens[own[-1] + 1 : matches[0]] if start >= tokens[own[-1]][2] + later.end()
        ]
    if goes_on := _AND_ARE.match(gap):
        gap = gap[goes_on.end() :]  # whose verb it is, the comma tells: what lies between has one of its own
    word = clause.text[tokens[matches[0]][1] : tokens[matches[0]][2]]
    first = tokens[own[0]][1]
    of_them = any(
        kind == "deny" and (start > first or (first - end < 25 and "," not in clause.text[end:first]))
        for kind, start, end in tokens[: own[-1]]
    )
    denied = "deny" in between or word == "unmatched" or of_them
    if not denied and _MADE_BEFORE.search(gap):
        return {}
    verb = (
        {"be", "count", "deny"} & set(between)
        or word in ("unmatched", "matched")
        or (tokens[matches[0]][1] - tokens[own[-1]][2] < 4)
    )
    made = {"act", "count"} & set(_names(clause, 0, own[0] - 1)) and _AND_THEN.search(gap)
    if not verb or made or _NO_SUBJECT.match(gap) or "act" in between or "out" in between or _NEW_SUBJECT.search(gap):
        return {}
    only = "only" in _names(clause, 0, own[-1])
    found: dict[str, bool] = {}
    out, last = False, ""
    for place in range(len(tokens)):
        kind = tokens[place][0]
        start = tokens[place][1]
        if kind == "out" and re.match(r"(?:excepted|aside|apart|left out|excluded)", clause.text[start:]):
            if last:
                found[last] = denied
        elif kind == "out":
            out = True
        elif kind in _MONEY and (own[0] <= place <= own[-1] or out or _THEN.search(clause.text[:start])):
            if not (denied and out):
                found.setdefault(kind, not denied and not out)
            last = kind
    return _closed(found, only, not denied)


_OTHER_DONE = Pattern(
    r"\b(?:has|have|had) (?:not|never|no longer) (?:been )?(?!(?:matched|counted|included|considered)\b)[a-z]+\b|\b(?:is|are|was|were|be) (?:not|never|no longer) (?:being |currently )?(?:taken(?! into)|allowed|offered|available|permitted|used|kept|opened|collected|required|needed|added|put|withheld|deducted|given|possible|tracked|reported)\b",
    "not ", "never ", "no longer ",
)  # fmt: skip
"""`The plan has not taken after-tax savings since the merger`: what is denied is something else."""


_NOT_THE_LAST = Pattern(
    r"(?:,| and| but) not (?:(?:on|for|to|of|your|any|the) )*(?=(?:@|catch))(?![^.;]*\b(?:is|are|do|does|will|can|may)\b)",
    " not ",
)


_OF_THE_PLAN = Pattern(
    r"\b(?:there(?: is|'s| are|'re| will be)|(?:plan|company|employer|we|it) (?:has|have|offers?|provides?|makes?)) (?:currently |now |also )?(?:no|not|none)(?: any)? (?:(?!match)[a-z-]+ ){0,3}?(?:provisions?|options?|features?|choices?|ways?|places?|rooms?|sources?|buckets?|possibilit(?:y|ies)|such thing)\b|\byou:? \d{1,2}%? ?(?:-|to|through) ?\d{1,2}%|\b\d{1,2}% ?(?:-|to|through) ?\d{1,2}% (?:of (?:your |base |eligible )*(?:pay|salary|compensation|earnings),? )?@",
    "no ", "not ", "none", "you", "%",
)  # fmt: skip
"""`There is no provision for after-tax contributions`, `You: 2-25% pre-tax only`: what people may save, not what is matched."""


_DOES_NOT_ELSE = Pattern(
    r"\b(?:do|does|did|will|shall) not (?:[a-z]+ly )?(?!(?:counts?|qualif\w+|get|earn|receive|attract|draw|be|have|carry|yield|bring|include|apply|come with|make|enter|figure|fall|fill|share|take part|reduce|affect|go|too|also|so|either|and|or|but|the|any|an?|on|for|as|if|because|since|under|in)\b)[a-z]+",
    "not ",
)
"""`It does not occur by itself`: what is denied is something else."""
_CANNOT_ELSE = Pattern(
    r"\b(?:may|can) (?:also |ever |now )?be made\b|\b(?:cannot|can not|can't) (?!be (?:counted|included|considered)|get\b|earn|receive|count|qualify)"
)
"""What they cannot do is something else."""


_EXCLUDES = Pattern(
    r"\W*(?:(?:it|this|that|which|and|but|the (?:match|formula|calculation))\b ?)*(?:excludes|disregards|ignores)\b",
    "excludes",
    "disregards",
    "ignores",
)
_AS_WELL = Pattern(
    r"(?: (?:contributions?|deferrals?|savings|money|dollars))* (?:are|is|do|does)(?: too| also| as well)?(?=\W*$|,? +(?:but )?(?:only )?(?:up to|within|(?:to )?the same)\b)"
)
"""`After-tax contributions are not matched; catch-up contributions are, up to the same limit`."""


def _without_the_word(clause: Clause, money: list[int]) -> dict[str, bool]:
    """`After-tax contributions are not`, `only on pre-tax and Roth`, where the match has been spoken of."""
    tokens = clause.tokens
    well = _AS_WELL.match(clause.text[tokens[money[-1]][2] :])
    end = tokens[money[-1]][2] + well.end() if well else len(clause.text)
    if len(clause.text.split()) > 16 or any(kind == "act" and start < end for kind, start, _ in tokens):
        return {}
    if (
        _DOES_NOT_ELSE.search(clause.text)
        or _CANNOT_ELSE.search(clause.text)
        or _OTHER_DONE.search(clause.text)
        or _OF_THE_PLAN.search(clause.text)
    ):
        return {}
    names = [kind for kind, _, _ in tokens]
    before, after = names[: money[0]], names[money[-1] + 1 :]
    denied = "deny" in before or "deny" in names[money[0] :]
    says = (
        re.search(r"\binclud(?:es?|ing)\b", clause.text[tokens[money[0]][2] :])
        or _WORKED_OUT.search(clause.text[: tokens[money[0]][1]])
        or denied
        or "only" in names
        or "count" in (names[money[0] :] if names[money[0]] == "every" else after)
        or re.match(r"\W*(?:on|for|both|including) [^,]*$", clause.text[: tokens[money[0]][1]])
        or well
        or _EXCLUDES.match(clause.text)
    )
    if not says:
        return {}
    found: dict[str, bool] = {}
    out = False
    if "deny" not in before and (apart := _NOT_THE_LAST.search(clause.text, tokens[money[0]][2])):
        # `It is based on pre-tax and Roth, not on after-tax`: what is denied is the last kind alone.
        for kind, start, _ in tokens:
            if kind in _MONEY:
                found.setdefault(kind, start < apart.start())
        return _closed(found, False, True)
    for kind in names:
        out = out or kind == "out"
        if kind in _MONEY and not (denied and out):
            found.setdefault(kind, not denied and not out)
    return _closed(found, "only" in names, not denied)
