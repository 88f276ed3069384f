"""Turns of phrase that say only what would be if the plan allowed it, and such as look like one and are none."""

from __future__ import annotations

from megaroth.reader.genre import BY_LAW
from megaroth.reader.pattern import Pattern

CONDITIONS = (
    Pattern(
        r"\bif (?:the|your|a|this)(?: [a-z]+)? (?:plan|employer|company|adoption agreement)(?: document| sponsor)?\b"
        r"|\bif (?:so )?(?:permitted|allowed|elected|authori[sz]ed|selected|available|offered|provided|applicable)\b"
        r"|\bif (?:the )?(?:irs|board|committee|trustees?|shareholders?) (?:approves?|agrees?|so|consents?)",
        "if ",
    ),
    Pattern(
        r"\bshould (?:the|our|your|this|an?) (?:[a-z]+ )?(?:plan|employer|company|board|committee|trustees?|sponsor)\b|\b(?:were|had) (?:the|our|your|this) (?:[a-z]+ )?(?:plan|employer|company|board|committee) (?:to|ever|chosen|decided|allow|permit|adopt|offer|add|tak|accept|provid)",
        "should ", "were the", "were our", "were your", "were this", "had the", "had our", "had your", "had this",
    ),
    Pattern(
        r"\bmay (?:some ?day|one day|at some (?:point|time)|later|eventually|in time) be\b|\bmay be (?:added|introduced|adopted|allowed|permitted|offered|made available)\b[^.;]{0,40}\b(?:some ?day|one day|in the future|at some (?:later |future )?(?:point|time|date)|later|eventually)\b|\bat some (?:later|future) (?:date|time|point)\b",
        "may some", "may one", "may at", "may later", "may eventually", "may in", "may be ", "at some",
    ),
    Pattern(
        rf"\b(?:to the extent|as|where|unless|only if|when)(?: otherwise)? (?:permitted|allowed|elected|authori[sz]ed|provided|selected|specified)\b{BY_LAW}",
        "permitted", "allowed", "elected", "authori", "provided", "selected", "specified",
    ),
    Pattern(
        r"\b(?:plan|employer|sponsor|company|administrator) may (?:permit|allow|elect to|offer|provide|choose to (?:permit|allow))",
        "may permit", "may allow", "may elect", "may offer", "may provide", "may choose",
    ),
    Pattern(
        r"\b(?:under|by) (?:federal|applicable|current|tax) law\b|\bthe (?:law|code|irs) (?:allows|permits|lets)\b",
        " law", "the code", "the irs",
    ),
    Pattern(
        r"\ba (?:401k )?plan (?:may|can)\b|\b(?:401k )?plans (?:may|can)\b|\bwhether (?:the|your) (?:plan|employer|company)\b|\b(?:some|many|most|certain other|other) (?:[a-z]+ )?(?:401k )?(?:plans|recordkeepers|employers|companies|providers)\b|\bdepend(?:s|ing) on (?:your|the) plan\b|\bdifferent plans\b|\bnot (?:every|all|each) (?:[a-z]+ )?(?:401k )?(?:plans?|employers?)\b|(?<!or )\b(?:his|her) (?:company's |employer's )?plan\b(?! (?:account|benefit|balance))",
        "plan may", "plan can", "plans", "recordkeepers", "employers", "companies", "providers", "whether ", "depend", "not every",
        "not all", "not each", "his plan", "her plan", "his company", "her company", "his employer", "her employer",
    ),
    Pattern(
        r"\b(?:act|congress|legislation|regulations|irs|treasury)\b[^.;]{0,90}\b(?:created?|allow(?:s|ed)?|permit(?:s|ted)?|added|introduced)\b",
        "creat", "allow", "permit", "added", "introduced",
    ),
    Pattern(
        r"\bmay (?:be|become) (?:permitted|allowed|offered|available) in the future|\bsubject to (?:irs|board|committee|shareholder) approval|\bis considering\b|\bunder consideration\b|\bpropos(?:ed|als?)\b|\b(?:was|were|is|are|been|be) (?:not|never) (?:adopted|approved|implemented|enacted)\b|\b(?:vot|turn)ed (?:it |them )?down\b|(?<!\bwe )(?<!company )\bcheck (?:with|whether|if)\b|\bask\b[^.]{0,40}\b(?:if|whether)\b",
        "in the future", "approv", "consider", "propos", "adopted", "implemented", "enacted", " down", "check ", "ask",
    ),
)  # fmt: skip


AS_MUCH_AS_THE_LAW_ALLOWS = Pattern(
    r"\b(?:(?:more|most|all|much|maximum|amounts?|everything|far|less)(?: than| as| that| of what| what)?|what(?:ever)?) (?:the )?(?:irs|(?:tax |federal )?(?:law|code)) (?:allows?|permits?|lets?)\b(?: (?:you|them|anyone|people)\b)?(?: to (?:save|contribute|defer|put in))?",
    "irs ", "law ", "code ",
)  # fmt: skip
"""`If you wish to save more than the law allows you to save`: an amount, and no plan in general."""
NO_CONDITION = Pattern(
    r",? ?\bunless (?:otherwise|affirmatively|(?:is |has been )?(?:elected|directed) otherwise|an? (?:other|different|alternative|affirmative)[a-z ]{0,20})\b(?: (?:is |has been )?(?:affirmatively )?(?:elected|selected|specified|indicated|directed|designated|provided)(?: otherwise)?)?\b(?! (?:in|by|under) the (?:plan|adoption|employer|company))"
    r"|,? ?\bas (?:otherwise )?(?:defined|permitted|provided|specified|described|allowed|allowable|determined|set forth|outlined) (?:for )?(?:in|by|under) (?:the |this |applicable )?(?:plan\b(?! (?:sponsor|administrator))|code\b|irc\b|irs\b|internal revenue|law\b|federal|sections?\b|company\b|regulations?\b)"
    r"|,? ?\b(?:than|beyond|above|past)(?: what)? (?:the |an? )?(?:[a-z\d-]+ ){0,4}?limits? (?:allows?|permits?|lets?)\b"
    rf"|{AS_MUCH_AS_THE_LAW_ALLOWS.text}"
    r"|,? ?\b(?:lower|less|smaller|tighter|stricter) than (?:what )?(?:the )?(?:irs|law|code|tax (?:law|rules)|federal (?:law|rules)) (?:would |itself |otherwise )*(?:permits?|allows?|lets?)\b"
    r"|,? ?\bas (?:elected|selected|chosen|designated|directed) (?:by (?:the |each |an? |any )?(?:eligible )?(?:participant|employee|member)s?\b|in (?:their|his|the) salary)|,? ?\b(?:as |that are )?(?:prescribed|allowed|allowable|permitted|limited|imposed|established|set(?: forth)?|specified) (?:by|under) (?:federal|applicable|current|tax) (?:tax |income tax )?laws?\b|\b(?:from|of) (?:an |any |certain )?other (?:[a-z-]+ ){0,3}plans?\b",
    "irs ", "law ", "code ", "than ", "beyond", "above", "past", "a other", "affirmative", "allowable", "allowed", "alternative", "an other", "applicable law", "as chosen ", "as designated ",
    "as directed ", "current law", "defined", "described", "determined", "different", "elected", "federal law", "for by",
    "for in", "from", "of any other ", "of certain other ", "of other ", "otherwise", "outlined", "permitted", "provided",
    "set forth", "specified", "tax law", "under",
)  # fmt: skip
"""Turns of phrase that look like a condition and are none: `unless otherwise elected by the participant`, `as defined in the Plan`."""
