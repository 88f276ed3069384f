"""What a percentage may be that looks like a cap and is none: what is taken, what was so, an example, one of two tiers, an order of counting."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

SET_FOR_THEM = Pattern(
    r"(?<!limit )(?<!maximum )(?<!cap )(?<!limit for (?:19|20)\d\d )(?<!maximum for (?:19|20)\d\d )(?<!cap for (?:19|20)\d\d )\b(?:is|are|was|were|be|been|gets?) (?:then |automatically |also )?(?:set|moved|raised|brought|bumped|lifted|placed|put|started|defaulted|signed up|enrolled)(?: up| in)? (?:to|at) $",
    "to ",
    "at ",
)
"""`Everyone below 5% is set to 5%`: what is done for those who do nothing."""
IS_TAKEN = Pattern(
    r"^(?: of (?:(?!@)[^.;,%]){0,40}?)?(?: (?:@\w+|contributions?|deferrals?|basis|on an?|as))* (?:comes?|is|are|will be|gets?|goes|go) (?:\w+ )?(?:out|taken|deducted|withheld|required|mandatory)\b|^[^.;%]{0,60}\b(?:required|mandatory|condition of employment)\b",
    "out", "taken", "deducted", "withheld", "required", "mandatory", "condition of",
)  # fmt: skip
"""`14% comes out pre-tax, required.`: what is taken, and no bound."""
IS_REMOVED = Pattern(
    r"\b(?:limit|cap|ceiling|max(?:imum)?|restriction)\b[^;%]{0,60}\b(?:is|are|was|were|has been|have been|will be) (?:hereby |now |also )?(?:removed|lifted|eliminated|dropped|abolished|deleted|rescinded|withdrawn|gone|no more)\b(?! (?:and|to))|\b(?:removes?|lifts?|eliminates?|drops?|abolish(?:es)?) the (?:\d+% )?(?:limit|cap|ceiling|maximum)\b",
    "remov", "lift", "eliminat", "drop", "abolish", "deleted", "rescinded", "withdrawn", "gone", "no more",
)  # fmt: skip
"""`The 4% ceiling for HCEs is removed.`"""
ON_TOP_OF_FIRST = Pattern(
    r"\b(?:on top of|besides|over and above|in addition to|beyond|above) (?:your |the |these |those |their )*(?:basic|thrift|matched|regular|base|core|first|6%)\b",
    "basic", "thrift", "matched", "regular", "base", "core", "first",
)  # fmt: skip
"""`From 1% to 18% of pay on top of your Basic`: the second of two tiers alone."""
AN_EXAMPLE = Pattern(
    r"^\W*(?:for |an? |one |some |two |another )*(?:examples?|illustrations?|math|scenarios?)\b(?! of a plan)",
    "example", "illustration", "math", "scenario",
)  # fmt: skip
OF_SHARES = Pattern(
    r"\b(?:buy|purchase)\b[^.;]{0,40}\b(?:stock|shares?|discount|price|\d\d% of)\b|\bespp\b|\bstock purchase\b",
    "buy", "purchase", "espp",
)  # fmt: skip
"""The sentence before is on another thing that is paid for out of pay."""
IN_TURN = Pattern(
    r"\b(?:taken|counted|matched|used|applied) first\b|\bfirst (?:taken|counted|matched)\b|\bin (?:counting|figuring|computing|adding)\b[^.;%]{0,20}\d",
    "first", "in counting", "in figuring", "in computing", "in adding",
)  # fmt: skip
"""`Pre-tax is taken first, then Roth, then after-tax, in counting up to 5%`: the order in which they are matched."""
OR_MORE = Pattern(r"^(?: of [^.;,%]{0,30})? or (?:more|greater|higher|above)\b")
GONE = Pattern(
    r"\b(?:old|former|previous|prior|earlier) (?:[a-z]+ )?(?:limit|cap|ceiling|max(?:imum)?|most|rate)\b[^.;%]{0,20}$|\b(?:from|between) (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2})?,? (?:to|through|until|and) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b[^.;%]*\b(?:were|was|could)\b[^.;%]*$|\b(?:were|was) (?:held|limited|capped|restricted) (?:to|at) (?:[a-z]+ ){0,3}$|\b(?:former|prior|predecessor|legacy) (?:[a-z]+ ){0,3}plan\b[^.;%]{0,80}$|\b(?:used to|formerly|previously)\b[^.;%]{0,60}$|\b(?:prior to|until|before) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|(?:19|20)\d\d)[^.;%]{0,60}$|^[^.;%]{0,60}\b(?:prior to|until|before) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)|20\d\d|the)\b"
)
LEAST = Pattern(r"^(?!.*\bmax)\W*(?:the )?(?:min(?:imum)?|least|lowest)\b")
"""The column of what one has to put in at least."""
EXAMPLE = Pattern(
    r"^\W*(?:for )?(?:an? |one )?(?:example|illustration)s?\W*$|\blet's say\b|\b(?:suppose|imagine|assume|say) (?:that )?(?:you|an?|\w+ (?:earns|makes|elects|saves))\b",
    "example", "illustration", "let's say", "suppose", "imagine", "assume", "say ",
)  # fmt: skip
"""The sentence before opens an example."""
