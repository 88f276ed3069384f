"""Short words on whether a kind of money is matched: an answer, a label, a name."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

LABEL = Pattern(
    r"^\W*(?:(?:slide|page|part|section|step) \d{1,2} ?[-:.)] ?|[a-z\d]{1,3}[.)] |\d{1,2}\.\d{1,2}\.? )?(?:401k ?[:-] ?)?(?:your |the |any |employee |voluntary |regular |age 50\+? )*(?:@at|@roth|catch[- ]?up)(?: (?:401k|employee|contributions?|savings?|deferrals?|money|dollars|option|source|bucket|amounts?))*(?: \([^()]*\))?\W*$",
    "@at", "@roth", "catch",
)  # fmt: skip


YES = Pattern(
    r"^(?:(?:it|we|they|the (?:company|plan)) (?:do|does|is|are|will)(?! not)\b(?=\W*$|, )|(?:(?:also |too,? )?yes|y|sure|certainly|of course|absolutely|yep|matched|eligible|included|counted|✓|✔|x)\b)|^[✓✔☒]"
)


NO = Pattern(
    r"^(?:(?:it|we|they|the (?:company|plan)) (?:do|does|is|are|will) not|(?:no|n|none)(?! (?!match|company|employer|they|it|it's|we|these|those|this|there|only|not\b)[a-z])|not|unmatched|excluded|ineligible|never|✗|✘)\b|^[✗✘☐]|^(?:also no\b|sorry|unfortunately|nope)\b"
)


ANSWER_MARK = Pattern(r"^a(?:nswer)?\d{0,2}[.:)] ?(?=[a-z])", "a")


YES_OR_NO = Pattern(r"^(?:yes|no|none)\W*$", "yes", "no")


ASIDE = Pattern(r"[;,(]|\. | - ")


PAY = Pattern(r"\b(?:bonus\w*|commissions?|overtime|stock|rsus?|equity|severance|rollovers?|rolled)\b")
"""Of what else one says that it is not matched."""


def token(kind: str) -> str:
    """The word of `matched_clause` for a kind of money."""
    return "at" if kind == "@at" else "roth" if kind == "@roth" else "pre" if kind == "@pre" else "catch"
