"""A sentence made fit for matching: numbers as digits, one spelling for one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from megaroth.reader.pattern import Pattern
from megaroth.reader.when import SPELLINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-five": 25, "thirty": 30, "thirty-five": 35, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "seventy-five": 75, "eighty": 80, "eighty-five": 85, "ninety": 90,
    "one hundred": 100, "one hundred fifty": 150, "two hundred": 200,
}  # fmt: skip
_NUMBERS |= {
    f"{tens}-{word}": _NUMBERS[tens] + _NUMBERS[word]
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_GLYPHS = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-",
        "\u2014": " - ", "\u2212": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\ufeff": "", "\u00ad": "",
        "\ufb01": "fi", "\ufb02": "fl", "\ufb00": "ff", "\ufb03": "ffi", "\ufb04": "ffl", "\u00ae": "", "\u2122": "",
        "\u2120": "", "\u00bd": " 1/2", "\u2153": " 1/3", "\u2154": " 2/3", "\u00bc": " 1/4", "\u00be": " 3/4",
        "\u2044": "/", "\u2020": "", "\u2021": "", "\u00a7": "section ",
    }
)  # fmt: skip
_NO_TAX_SOURCE = r"(?! (?:is|are|has|have|was|were|seasons?|laws?|reform|times?|years?|withh\w*|returns?|deadlines?|days?|credits?|rates?|advis\w+|filing)\b)"
"""After tax season, after tax is withheld: no money."""
_DIGITS = tuple("0123456789")
_GLUED_DIGIT = Pattern(r"[a-z]\d")
_WORD_BEFORE = Pattern(r"[a-z]{4}$")
_SHORT_BEFORE = Pattern(r"\b(?:tax|no|yes|pay)$")


def _unmarked(found: re.Match[str]) -> str:
    """The end of a word without the footnote digits glued to it: two after a long word, one after a short one."""
    before = found.string[max(0, found.start() - 4) : found.start() + 1]
    glued = _WORD_BEFORE.search(before) or (len(found[0]) == 2 and _SHORT_BEFORE.search(before))
    return found[0][:1] if glued else found[0]


_REWRITES: tuple[tuple[Any, ...], ...] = (
    # `$2.5`, in thousands or in millions.
    (r"\$(?=\d+\.\d(?!\d)(?! (?:for|on|per|of) (?:each|every|the|\$)))", "usd ", "$"),
    # A word broken at the line's end: the hyphen of a compound stays, that of a syllable goes.
    (
        r"\b(after|pre|before|post|in|non|catch|true|self|re|co|year|pay|roth|tax|safe|part|full|long|short|end|mid|on|one|two|dollar)- (?=[a-z])(?!and |or |to )",
        r"\1-",
        "- ",
    ),
    (
        r"(?<=[a-z]{3})- (?=[a-z]{2,}\b)(?!(?:and|or|to|the|an|you|your|we|our|for|if|up|all|no|yes|each|every|when|it|this|that|see|any|not|only|employees?|participants?|company|employer)\b)",
        "",
        "- ",
    ),
    (r"(?<=\d)%? ?- (?=\d+(?:\.\d+)?%)", "-", "- "),
    (r"^a\d{1,2}[.:)] (?=\w)", "", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"),
    (r"(?<=[a-z])\$", " $", "$"),
    # A label glued to its value, and the stars of a text format.
    (r"(?<=[a-z]{4})(?=\d{1,3}(?:\.\d+)?(?:%|¢| cents| percent))", " ", "%", "¢", "cents", "percent"),
    (r"\*\*", "", "**"),
    # What stands on the line of a form: `_90_ %`.
    (r"(?<![\w_])_+(\$?\d[\d.,/]*)_+(?![\w_])", r"\1", "_"),
    # Leaders of a table, and footnote digits glued to a number.
    (r"(?:\. ?){4,}", " : ", "..", ". ."),
    (r"(\$\d{1,3}(?:,\d{3})+)\d(?!\d)", r"\1", "$"),
    (r"(\d%)\d(?=[\s.,;)]|$)", r"\1", "%"),
    (
        r"\bfifty-nine and (a|one)[- ]half\b|\b59[- ]{0,2}(and )?(1/2|one[- ]half)|\b59\.5\b|\b591/2",
        "59.5",
        "59",
        "fifty",
    ),
    (
        r"\b(\d+)[- ](\d)/(\d)\s*(%|percent|per cent|cents)",
        lambda m: (
            f"{int(m[1]) + int(m[2]) / int(m[3]):.4f}%"
            if m[4] != "cents"
            else f"{int(m[1]) + int(m[2]) / int(m[3]):.4f} cents"
        ),
        "/",
    ),
    (rf"\b({_NUMBER})\s*(?:percent|per cent)?\s*\((\d+(?:\.\d+)?)\s*(?:%|percent)\)", r"\2%", "("),
    (rf"\b(?:{_NUMBER})\s*\((\d+(?:\.\d+)?)\)\s*(?:percent\b|per cent\b|%)", r"\1%", "("),
    (
        rf"\b({_NUMBER})\s*(?:percent\b|percentage points?\b|per cent\b|%)",
        lambda m: f"{_NUMBERS[m[1]]}%",
        "percent",
        "per cent",
        "%",
    ),
    (r"(\d)\s*(?:percent(?:age points?)?|per cent|pct\.?)\b", r"\1%", "percent", "per cent", "pct"),
    (r"(\d) %", r"\1%", "%"),
    (r"\$ (\d)", r"$\1", "$"),
    (r"\b(\d+(?:\.\d+)?)\s*(?:cents?\b|¢)", lambda m: f"${float(m[1]) / 100:.6f}".rstrip("0").rstrip("."), "cent", "¢"),
    (r"(\d{1,3})¢", lambda m: f"${int(m[1]) / 100:g}", "¢"),
    (rf"\b(?:{_NUMBER}) cents \((\$0?\.\d+)\)", r"\1", " cents ("),
    (r"\$1 \(\$1(?:\.00)?\)", "$1", "$1 ("),
    (
        rf"\b(?:(?:{_NUMBER}|hundred|thousand|and)[ -]+){{2,8}}dollars \((\$\d[\d,]*(?:\.\d\d)?)\)",
        r"\1",
        "dollars (",
    ),
    (r"\birst(?= \d)", "first", "irst"),
    (r"\b(of|on|for)( the| your)? 1st (?=\d{1,2}(?:\.\d+)?%)", r"\1\2 first ", "1st"),
    (r"\bhalf a dollar\b", "$0.5", "half a"),
    (r"\bone \(1\) dollar\b|\bone dollar\b", "$1", "one"),
    (r"\bcalendar quarter", "quarter", "calendar q"),
    # Footnote digits glued to a word.
    (r"[a-z]\d{1,2}(?=[\s,.;:|)]|$)", lambda m: _unmarked(m), *_DIGITS),
    (
        r"\b(sections?|articles?|paragraphs?|subsections?|exhibits?) (\d+)\.(\d+)(?:\.\d+)?",
        r"\1 \2-\3",
        "section",
        "article",
        "paragraph",
        "exhibit",
    ),
    (r"\b(are|is|was|were|do|does|did|has|have|had|could|should|would|must|need)n['\s]t\b", r"\1 not", "n't", "n t"),
    (r"\b(?:their|your|the) early (?:sixties|60['’]?s)\b", "ages 60 to 63", "early 60", "early six"),
    # `Unlike many plans, ours …`: what comes is of ours.
    (
        r"^\W*(?:unlike|in contrast to|as opposed to|like) (?:many|most|some|other|a lot of|quite a few)(?: other| of the)?(?: [a-z\d]+){0,2} (?:plans|employers|companies|firms|universities|hospitals|401ks?), (?=(?:ours?|we|(?:the|this) plan|you)\b)",
        "",
        "unlike",
        "contrast",
        "opposed",
        "like ",
    ),
    (r"^([\w@ /(),&+'-]{3,40}?): ?y$", r"\1: yes", ": y", ":y"),
    (r"^([\w@ /(),&+'-]{3,40}?): ?n$", r"\1: no", ": n", ":n"),
    (
        r"\b(between|from) (one|two|three|four|five|ten) (and|to|through) (?=\d{1,3}%)",
        lambda m: f"{m[1]} {_NUMBERS[m[2]]} {m[3]} ",
        "between ",
        "from ",
    ),
    # A mark of yes or no behind a label, on a line of its own.
    (r"^([\w@ /(),+'-]{2,40}?)[ :]*[✔✓✅](?:\ufe0f)?$", r"\1: yes", "✔", "✓", "✅"),
    (r"^([\w@ /(),+'-]{2,40}?)[ :]*[✘✗✕✖❌](?:\ufe0f)?$", r"\1: no", "✘", "✗", "✕", "✖", "❌"),
    (r"\bcan't\b", "cannot", "can't"),
    (r"\b(there|that|which|who|it)'s (?=(?:not?|neither|never)\b)", r"\1 is ", "'s n"),
    (r"\bthere's (?=(?:no|not|an?|nothing)\b)", "there is ", "there's"),
    (r"(?<!\()\birrs?\b(?!\))(?! of return)", "in-plan roth rollovers", "irr"),
    (
        r"\b(?:tell|inform|let)(?: (?:the \w+|us))? (?:know )?(?:if|whether) (they|it|these) (?:is|are) to be\b",
        r"choose to make \1 as",
        " to be",
    ),
    (r"\bnever more than\b", "not more than", "never more"),
    (
        r"\b(?:(?:may|can|must|will|shall)(?: not)?|cannot|(?:is|are)(?: not)? (?:allowed|permitted|able) to|(?:is|are) not to|not|never|to) (?:top|surpass|pass|go (?:over|above|beyond|past)|run (?:over|above))(?= (?:a total of |the sum of )?(?:\$\d|\d+(?:\.\d+)?%))",
        lambda m: "may not exceed" if re.search(r"n[o']t|never", m[0]) else "may exceed",
        " top ",
        " pass ",
        "surpass",
        "go over",
        "go above",
        "go beyond",
        "go past",
        "run ",
    ),
    (r"\b(you|they|we)'re\b", r"\1 are", "'re"),
    (r"\bwon't\b", "will not", "won't"),
    (r"(?<=\d) ?~ ?(?=\d)", "-", "~"),
    (r"\b401 ?\(?k\)?(?!\w)", "401k", "401"),
    (r"\b(403|457) ?\(?b\)?(?!\w)", r"\1b", "403", "457"),
    (r"\b(who|that)'ve\b", r"\1 have", "'ve"),
    (r"\btrue'd\b", "trued", "true'd"),
    (r"\btrueing\b", "truing", "trueing"),
    (
        r"\bnon[- ]roth\b|(?<!\bthere is )(?<!\bthere are )\bnot (?:a |an |the same (?:thing )?as (?:an? )?)?roth\b",
        "nonroth",
        "roth",
    ),
    (r"\bmega[- ]?back[- ]?door(?: roth)?\b", "@mega", "mega"),
    (
        r"\bpre[- ]?tax\b|\bbefore[- ]tax\b|\btax[- ]deferred(?= (?:contribution|deferral|saving|basis|(?:or|and|and/or) (?:an? )?(?:after|post)-?\s?tax))",
        "@pre",
        "tax",
    ),
    (
        r"\bbefore taxes(?= or (?:as |on an? )?(?:an? )?(?:roth|after)| and/or (?:as )?(?:roth|after)| and as roth|,? (?:as )?roth)",
        "@pre",
        "before taxes",
    ),
    (r"@pre and (?=(?:post|after)-?\s?tax)|\bpre[- ]? and (?=(?:post|after)[- ]?tax)", "@pre and ", "pre"),
    (r"(?<!@)\b(?:pre|before)-? (or|and/or|and) (?=(?:post|after)[- ]?tax)", r"@pre \1 ", "pre", "before"),
    (r"\bpre-?(?:income|federal)[- ]tax\b", "@pre", "income", "federal"),
    # Pay that was taxed before it goes in.
    (
        r"\b(?:out of|from|with) (?:(?:pay|money|income|earnings|salary|wages) (?:(?:that|which)(?: has been| has|'s| is| was) )?already (?:been )?taxed|(?:already[- ])?taxed (?:pay|money|income|earnings|salary|wages))(?! contr)",
        "after-tax",
        "taxed",
    ),
    (
        r"\bcontributions? (?:of|in|made (?:with|from)) after[- ]tax (?:dollars|money|pay)\b",
        "after-tax contributions",
        "s of ",
        "n of ",
        "s in",
        "s made",
    ),
    # Savings, or an account, that are called taxed.
    (
        r"(?:[\"“']|\b(?<!not )(?<!be )(?<!is )(?<!are )(?<!un))(?:already[- ]|previously[- ])?taxed[\"”']? (?=(?:savings|contributions?|(?:sub-?)?accounts?)\b(?! (?:earnings|as|at|in|when)))",
        "after-tax ",
        "taxed",
    ),
    (r"\bpost[- ]tax\b|\baftertax\b|\bafter-?\s?tax\b" + _NO_TAX_SOURCE, "after-tax", "tax"),
    (r"\b(withheld|deducted|taken|contributed|saved) after taxes\b", r"\1 on an after-tax basis", "after taxes"),
    (
        r"\b(contributions?|deferrals?|savings) after-tax\b(?! (?:contr|basis|account|sav|money|dollar|deferral))",
        r"after-tax \1",
        "s after-tax",
        "n after-tax",
    ),
    (
        r"\bnon[- ]?deductible,? (?=(?:voluntary )?(?:employee|participant|contribution|after-tax))",
        "after-tax nondeductible ",
        "deductible",
    ),
    # `Participants in the Plan may …`: which plan, all of the text says.
    (
        r"\b(participants?|employees|members|associates) (?:in|of|under|covered by) (?:the|this|our) (?:[a-z]+ )?plan(?= (?:may|can|are|must|will|shall|elect|have)\b)",
        r"\1",
        *(
            f"{who} {of} "
            for who in ("participant", "participants", "employees", "members", "associates")
            for of in ("in", "of", "under", "covered")
        ),
    ),
    # `On a pre-tax or Roth, after-tax basis`: two ways, the second one explained.
    (r"\b(or|and/or) roth, after-tax (?=basis\b)", r"\1 roth ", "roth, after-tax"),
    (r"\bafter-tax nondeductible after-tax\b", "after-tax nondeductible", "deductible"),
    (
        r"\b(?:co-worker|coworker|associate|team member|colleague|partner|member|employee|participant)s?\b(?= (?:may|can|are|who|is|will|must)\b)",
        "participant",
        "worker",
        "associate",
        "member",
        "colleague",
        "partner",
        "employee",
        "participant",
    ),
)
"""Pattern, what to put for it, and of which words one has to be in a text before it is tried: most sentences have none."""
_PLAIN = tuple((Pattern(pattern), put, tuple(needs)) for pattern, put, *needs in (*_REWRITES, *SPELLINGS))

FOOTNOTE = 0xE0E0
"""Digits of footnote marks are kept as characters of private use from here on: seen in a quote, unseen in matching."""
_MARKS = {FOOTNOTE + digit: str(digit) for digit in range(10)}
_NO_MARKS = dict.fromkeys(_MARKS, "")


def folded(text: str) -> str:
    """White space folded and footnote marks as digits: the form in which a quote is compared with its page."""
    return " ".join((text if text.isascii() else text.translate(_MARKS)).split())


@lru_cache(maxsize=2**12)
def plain(text: str) -> str:
    """Lower case, one spelling, numbers as digits; sources not yet tagged but for `@pre` and `@mega`."""
    return _rewritten(_lowered(text))


def all_plain(texts: Iterable[str]) -> list[str]:
    """The same of all sentences of a document, rule by rule: a word that is nowhere in it is looked for once."""
    made = [_lowered(text) for text in texts]
    whole = "\n".join(made)
    vocabulary = "\n".join(set(whole.split()))
    for pattern, put, needs in _PLAIN:
        words = [word for word in needs if word in (whole if " " in word else vocabulary)]
        if needs == _DIGITS:
            words = list(set(_GLUED_DIGIT.findall(vocabulary)))
        if not words:
            continue
        changed = []
        for place, text in enumerate(made):
            for word in words:
                if word in text:
                    if (put_in := pattern.sub(put, text)) != text:
                        made[place] = put_in
                        changed.append(put_in)
                    break
        if changed:
            told = "\n".join(changed)
            whole = f"{whole}\n{told}"
            vocabulary = "\n".join((vocabulary, *set(told.split())))
    return [" ".join(text.split()) for text in made]


def _lowered(text: str) -> str:
    return (text if text.isascii() else text.translate(_NO_MARKS).translate(_GLYPHS)).lower()


def _rewritten(text: str) -> str:
    for pattern, put, needs in _PLAIN:
        for word in needs:
            if word in text:
                text = pattern.sub(put, text)
                break
    return " ".join(text.split())
