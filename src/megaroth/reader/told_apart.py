"""What tells after-tax money from the Roth money beside which it is named, where it takes more than one sentence to say so.

One sentence names the kinds, the next counts them, sets one on top of the others, or says that they are not the same.
"""

from __future__ import annotations

import itertools

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit
from megaroth.reader.words import plain

_IT = r"after-tax(?: (?:401k|employee|voluntary|contributions?|savings|saving|deductions?|deposits?|money|option|feature|source|bucket|elections?|accounts?|side|kind|ones?))*"
_ROTH = r"@roth(?: (?:401k|403b|elective|contributions?|deferrals?|savings|money|option|feature|source|bucket|account|side|kind))*"
_BE = r"(?:is|are|will be|remains?)(?: (?:also|really|entirely|completely|quite|both|always|in fact))*"
_NOT_SAME = r"(?:(?:two |very |wholly |quite )*(?:different|separate|distinct|unalike|unrelated)\b|two (?:things|sources|features|kinds|options|accounts|buckets)|not (?:at all )?(?:the same|alike|one and the same|interchangeable|to be confused))"
_LIMIT = r"(?:limits?|maximum|ceiling|cap|402\S*)"
_IN_ONE = Pattern(
    rf"{_ROTH},? (?:and|&) (?:the |an? |your )?{_IT} {_BE} {_NOT_SAME}|{_IT},? (?:and|&) (?:the |an? |your )?{_ROTH} {_BE} {_NOT_SAME}"
    rf"|\b{_IT},? (?:(?:which|that|it|they) )?(?:(?:is|are)(?: (?:also|quite|kept))* (?:not (?:an? |the same as |to be confused with |part of )?|separate from |different from |independent of |apart from |distinct from )|(?:does|do) not (?:replace|mean|include|affect|count as) )(?:(?:the|your|an?|designated|our) )*@roth\b(?! ira)"
    rf"|@roth\b[^.;@]{{0,40}}(?:is|are) not (?:the same as |an? |called |to be confused with )?(?:the |our |your )?{_IT}"
    rf"|\bconfuse\b[^.;@]{{0,30}}(?:{_IT}[^.;@]{{0,30}} with [^.;@]{{0,30}}@roth|@roth[^.;@]{{0,40}} with [^.;@]{{0,30}}after-tax)"
    rf"|\bafter-tax\b[^.;@]{{0,40}}\boutside (?:of )?(?:the )?@roth|\b{_IT},? (?:but not|rather than|instead of) (?:as |on )?(?:an? )?@roth\b"
    rf"|@roth\b[^.;]{{0,60}}\b(?:limits?|maximum|ceiling|cap)\b[^.;@]{{0,20}}[;,] (?:but |while |and )?{_IT} (?:are|is|do|does|has|have) (?:not|nothing)\b"
    rf"|\b(?:max(?:ed|ing)? (?:out )?|fill(?:ed|ing)? (?:up )?|us(?:ed|ing) up )(?:the |your )?(?:@pre(?: ?/ ?| and | or ))?@roth\b[^.;@]{{0,30}}\b(?:before|to)\b[^.;@]{{0,40}}\bafter-tax\b"
    rf"|\b(?:once|when|after|until|as soon as|if)\b[^.;]{{0,30}}@(?:pre|roth)\b[^.;]{{0,40}}\b(?:full|filled|maxed|used up|exhausted|at (?:the|its|their) (?:limit|max\w*))\b[^.;]{{0,60}}\bafter-tax\b|\bafter-tax\b[^.;]{{0,30}}\b(?:once|when|after|as soon as)\b[^.;]{{0,30}}@(?:pre|roth)\b[^.;]{{0,40}}\b(?:full|filled|maxed|used up|exhausted|at (?:the|its|their) (?:limit|max\w*))\b",
    "after-tax",
)  # fmt: skip
"""Each is said not to be the other, or begins where the other is full."""
_NOT_AS_ROTH = Pattern(
    r"\b(?:amounts?|contributions?|sums?|part|portion)\b[^;@]*\b(?:not|neither)\b(?: (?:be|been|so|irrevocably|treated|designated|characterized|made|elected|as|an?))* (?:@pre\b[^;@]{0,40}\bn?or (?:an? |as )*)?@roth\b(?! ira| account)",
    "@roth",
)
"""`An amount that is not designated as a Roth contribution`, below a title on after-tax contributions."""
_NAMES_BOTH = Pattern(
    r"@pre\b[^.;]*@roth\b|@roth\b[^.;]*(?:@pre\b|\btraditional\b)|\btraditional\b[^.;]*@roth\b", "@roth"
)
_COUNTED = Pattern(
    rf"\b(?:a|the|is|our|another|your) (?:third|fourth|last)\b[^.;@]{{0,40}}\bafter-tax\b|\b{_IT}(?: (?:is|are|makes?|comes?|goes?))? (?:the |a |your |our )?(?:third|fourth|last|on top|sits? on top|stands? (?:apart|alone)|(?:stacks?|piles?|layers?) on top)\b|\b{_IT}[^.;@]{{0,40}},? (?:too|as well|also)\b|\b{_IT} (?:sits?|comes?|goes|is|are|stacks?) (?:on top|above|beyond)\b",
    "after-tax",
)
"""`The third, after-tax, …`, `After-tax sits on top of it`, behind a sentence that names pre-tax and Roth."""
_NO_LIMIT_OF_DEFERRALS = Pattern(
    rf"\b(?:not|never|nothing|n't)\b[^.;]{{0,40}}\b(?:irs|402\S*|elective|deferral|annual|regular|\$\d\d,\d{{3}})\b[^.;]{{0,30}}\b{_LIMIT}\b|\b(?:irs|402\S*|elective|deferral|\$\d\d,\d{{3}})\b[^.;@]{{0,30}}\b{_LIMIT}\b[^.;@]{{0,30}}\b(?:does|do) not (?:apply|cover|touch|reach|affect|limit|hold|bind)",
    "limit", "maximum", "ceiling", "cap", "402",
)  # fmt: skip
"""What the limit on deferrals leaves alone."""
_IT_IS = Pattern(
    r"^\W*(?:but )?(?:it|they|these|this|that|such contributions|those)(?: contributions?| money| savings| option| feature| source)? (?:(?:is|are)(?: (?:also|quite|entirely|kept|wholly))* (?:not |separate from |different from |independent of |apart from |distinct from |unlike )|(?:does|do) not (?:replace|include|affect|count as) )(?:(?:the|your|an?|designated|our|same|as|@pre|and|or|part|of) )*@roth\b(?! ira)",
    "@roth",
)
"""`They are separate from the Roth feature`, behind a sentence on after-tax money."""
_ROTH_HAS_ITS_OWN = Pattern(
    r"^\W*(?:the )?@roth(?: (?:option|feature|contributions?))? (?:has|have|gets) (?:its|their|a|an) (?:own|separate|different|other) (?:box|line|field|limit|account|election|percentage|page|bucket|source)",
    "@roth",
)
_IS_ANOTHER = Pattern(
    r"^\W*(?:a\W+)?(?:they|these|those|it|this)(?: contributions?| money)? (?:is|are) (?:an? |the )?(?:(?:separate|different|third|other|distinct) (?:kind|type|sort|source|form)s? of (?:contributions?|money|savings) (?:from|than|beside|besides|next to)|neither\b[^.;@]{0,20}@pre n?or|not (?:the same as )?(?:@pre (?:n?or )?)?) ?(?:the |your |an? )?@roth\b",
    "@roth",
)
"""`What are after-tax contributions? They're a separate kind of contribution from Roth.`"""
_ASKS_IF_THE_SAME = Pattern(
    r"\b(?:is|are|isn't|aren't)\b[^?]{0,40}\b(?:the same(?: thing)? as|just|another (?:name|word) for|the same(?: thing)?)\b[^?]*\?",
    "same", "just", "another",
)  # fmt: skip
_NO = Pattern(r"^\W*(?:a\W+)?(?:no\b|not (?:at all|quite|really|in (?:our|this) plan)|they are not|it is not|nope)")
_ONLY_IT = Pattern(r"@(?:roth|pre)\b")


def told_apart(spoken: list[Unit]) -> bool:
    """Whether a document that knows Roth tells its after-tax money from it."""
    if any(
        "@roth" in unit.norm and unit.heads and "tax" in unit.heads[0].lower() and _NOT_AS_ROTH.search(unit.norm)
        for unit in spoken
        if "after-tax" in plain(unit.heads[0] if unit.heads else "")
    ):
        return True
    if any("after-tax" in unit.norm and unit.kind != "question" and _IN_ONE.search(unit.norm) for unit in spoken):
        return True
    named = -9  # where pre-tax and Roth money were named together last
    for place, (before, unit) in enumerate(itertools.pairwise(spoken), 1):
        if "@roth" in before.norm and _NAMES_BOTH.search(before.norm):
            named = place - 1
        if unit.kind == "question" or abs(unit.page - before.page) > 1:
            continue
        text = unit.norm
        if "after-tax" in text and place - named <= 2 and "@roth" not in text and _COUNTED.search(text):
            return True
        if "after-tax" not in before.norm:
            continue
        if before.kind == "question":
            if "@roth" in before.norm and _ASKS_IF_THE_SAME.search(before.norm) and _NO.match(text):
                return True
            if "@roth" not in before.norm and "@roth" in text and _IS_ANOTHER.match(text):
                return True
            continue
        if _ONLY_IT.search(before.norm.rpartition("after-tax")[2]) is None and (
            ("@roth" in text and (_IT_IS.match(text) or _ROTH_HAS_ITS_OWN.match(text)))
            or (_THEY.match(text) and "@" not in text and _NO_LIMIT_OF_DEFERRALS.search(text))
        ):
            return True
    return any(
        "after-tax" in unit.norm
        and unit.kind != "question"
        and _NO_LIMIT_OF_DEFERRALS.search(unit.norm.rpartition("after-tax")[2])
        and not _ONLY_IT.search(unit.norm.rpartition("after-tax")[2])
        for unit in spoken
    )


def is_roth_in_disguise(spoken: list[Unit]) -> bool:
    """Whether a document that never says Roth tells of its after-tax money what holds for Roth alone: qualified payments free of tax."""
    return any(
        _TAX_FREE.search(unit.norm) and ("after-tax" in unit.norm or "after-tax" in before.norm)
        for before, unit in itertools.pairwise(spoken)
    )


_TAX_FREE = Pattern(
    r"\b(?:qualified|qualifying) (?:distributions?|withdrawals?|payments?)\b[^.;]{0,90}\btax[- ]free\b|\bearnings\b[^.;]{0,50}\b(?:come out|are|is|withdrawn|paid|distributed|never taxed)\b[^.;]{0,30}\btax[- ]free\b",
    "tax free", "tax-free",
)  # fmt: skip
_THEY = Pattern(r"^\W*(?:but )?(?:it|they|these|this|that|such|those)\b")
