"""Other ways to say which money is matched, brought to the words that the grammar of `matched` knows. Knows no document."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_KIND = r"(?:@pre|@roth|@at|catch-?up)"
_OWN = r"(?:(?:your|any|the|those|such|voluntary|employee|traditional|regular) )*"
_THAT_ARE_NOT = Pattern(
    rf"(?:(?<=contributions)|(?<=deferrals)|(?<=savings)|(?<=amounts)|(?<=dollars)) (?:that|which) (?:are|is) not (?={_OWN}{_KIND})",
    " not ",
)
"""`On elective deferrals that are not catch-up contributions`."""
_LEAVES_OUT = Pattern(
    rf"\b(?:leaves?|keeps?) (?P<kind>{_OWN}(?:{_KIND}|@basis)(?: (?:contributions?|deferrals?|savings|dollars|money))*) (?:out|aside)(?: of (?:it|account|this|the (?:match|calculation)))?(?=\W|$)",
    "leave", "keep",
)  # fmt: skip
_GOES_AND_IS_NOT = Pattern(
    r"\b(?:goes|go|becomes?|continues?|is|are|will be) (?:saved |made |contributed |taken |deducted |treated )?(?:as |on an? |in |in as )?@at(?: (?:contributions?|basis|dollars|money|savings))*,? (?:and|but) (?=(?:is|are|does|do|will|earns?|gets?|receives?)(?: be)? (?:not\b|unmatched|no (?:company )?match))",
    "@at",
)
"""`What is above the limit goes after-tax and is unmatched`: the after-tax money is."""
_NO_MONEY = Pattern(
    r"\b(?:no|nor any) (?:company|employer|firm|bank|university|hospital|college) (?:money|dollars|contributions?|funds?) (?P<be>is|are|will be|shall be)(?: (?:made|paid|given|added|credited|put in|contributed))?(?= (?:on|for|to|toward|with respect to)\b)",
    "no company", "no employer", "no firm", "no bank", "no university", "no hospital", "no college", "nor any ",
)  # fmt: skip
_ADDS_NOTHING = Pattern(
    r"\b(?:(?:the )?(?:company|employer|firm|bank|plan|university|hospital|college)|we|it) (?:(?:will )?(?:contributes?|adds?|pays?|puts?(?: in)?|gives?) (?:nothing|no (?:money|contributions?))|(?:does|do|will) not (?:contribute|add|pay|put|give)(?: anything| money)?)(?: in)? (?:on|for|to|toward|towards) (?=them|these|those|this|it\b|such|(?:(?:your|any|the|those|such|voluntary|employee|traditional|regular) )*(?:@at|catch-?up))",
    "nothing", " no money", " no contribution", " not ",
)  # fmt: skip
"""`The Company adds nothing to these`."""
_NOTHING_ON = Pattern(
    rf"(?<=[;,:.-]) (?:and |but |though )?(?:zip|zilch|nada|zero|nothing|none) (?:on|for) (?={_OWN}{_KIND})",
    "zip", "zilch", "nada", "zero", "nothing", "none",
)  # fmt: skip
"""`100% to 4% on pre-tax; zip on after-tax`."""
_ORDER_ASIDE = Pattern(
    r" ?\((?:after (?:those|that|these|them)|in (?:that|this) order|(?:and )?(?:last|first|then)|lastly)\)", "("
)
_THEY_MAY_BE = Pattern(
    r"^(?P<they>they|these|those|it|this|(?:these|those|such) (?:contributions|amounts|savings)) (?:can|may|are|is) (?:also )?(?:be )?(?:made |saved |contributed )?(?:as |on an? |in )?(?:either |both )?(?:@pre|@roth)(?: (?:contributions?|basis|dollars|money))*(?:(?:,? (?:and/or|and|or)|/|,) (?:@pre|@roth)(?: (?:contributions?|basis|dollars|money))*)*,? (?:and|but) (?=(?:are|is|do|does|will|get|earn)\b)",
    "they", "these", "those", "it ", "this", "such",
)  # fmt: skip
"""`They can be pre-tax or Roth and are not matched`: how they are taxed is another question."""
_BY_NATURE = Pattern(
    r"^(?P<they>they|these|those|it|this|(?:these|those|such) (?:contributions|amounts|savings)) (?:are|is) (?:always |by definition )?(?:supplemental|additional|voluntary|extra|unmatched)(?: (?:contributions?|savings))?(?: by (?:definition|nature))?,? and (?=(?:are|is|do|does|will) not\b)",
    "supplemental", "additional", "voluntary", "extra", "unmatched",
)  # fmt: skip
_A_NAME_FOR_MORE = Pattern(
    r"^(?:(?:annual|year-end) )?(?:match(?:ing)? catch-?up|catch-?up match)(?: contributions?)?(?= ?(?:[:.-]|is|are)(?: \S+){4})",
    "match",
)
"""`Match catch-up: in March we look back …` names the true-up and no catch-up contributions."""
_EARN_IT = Pattern(r"\b(?P<no>(?:do|does|will) not )(?:earn|attract|draw) (?:it|one)\b", "not ")


_DRAWS = Pattern(
    r"\b(?:draws?|earns?|attracts?|gets?) an? (?:company|employer|firm|bank) contribution\b", "company contribution", "employer contribution", "firm contribution", "bank contribution",
)  # fmt: skip
"""`Only what you save pre-tax or Roth draws a Company contribution`."""


_WHILE_THEY = Pattern(
    rf"^(?:while|although|though|even though|whereas) (?P<kind>{_OWN}{_KIND}(?: (?:contributions?|deferrals?|savings|dollars|money))*) (?:can|may|are|is|do|does|will)\b(?![^,]*\bmatch)[^,;]*, (?:they|it|these|those) (?=(?:are|is|do|does|will)\b)",
    "while ", "though ", "whereas ",
)  # fmt: skip
"""`While after-tax savings can be made Roth, they are not matched`."""
_NOT_ROLLOVERS = Pattern(
    r",? ?\(?(?:but|and) (?:not|excluding|never)(?: any| your)? rollovers?(?: contributions?)?\)?|,? ?\(?(?:excluding|other than|except(?: for)?)(?: any| your)? rollovers?(?: contributions?)?\)?",
    "rollover",
)
_UNMATCHED_ASIDE = Pattern(
    rf"(?P<kind>{_KIND}|@basis)(?P<of>(?: (?:contributions?|deferrals?|savings|dollars|money))*) \((?:which (?:is|are) )?(?:not matched|unmatched|no (?:company )?match)\)",
    "match",
)
"""`Add after-tax dollars (unmatched) and convert them`."""


_NO_OTHER_MATCH = Pattern(
    rf"\b(?:no|not an?) (?:separate|special|different) (?:company |employer )?match(?:ing)?(?: contributions?| rate| formula)?(?: (?:is made|is paid|applies))? (?:on|for|to) {_OWN}{_KIND}(?: (?:contributions?|deferrals?|savings|dollars|money))*,? ?(?:but |and )?",
    "separate", "special", "different",
)  # fmt: skip
"""`There is no separate match for catch-up`: it may well share in the one that there is."""


_LAST_WORD = Pattern(
    rf", (?:with )?(?P<kind>{_OWN}{_KIND}(?: (?:contributions?|deferrals?|savings|dollars|money))*) (?:not (?:included|counted|considered|eligible)|excluded|excepted|left out)(?=\W*$|[;.])",
    " not ", " excluded", " excepted", " left out",
)  # fmt: skip
"""`… that you contribute, catch-up contributions not included`."""
_TAKEN_IN = Pattern(
    rf"[,(] ?(?:with |and )?(?P<kind>{_OWN}(?:{_KIND}|@basis)(?: (?:contributions?|deferrals?|savings|dollars|money))*) (?:(?:also|too) )?included ?(?:\)|(?=[,.;]|\W*$))",
    " included",
    " too included",
)
"""`On the first 5% you save pre-tax or Roth (catch-up included)`."""
_COUNTS_WHEN = Pattern(
    r"\b(?:(?P<no>(?:does|do|is|are|will) (?:not|never)) )?(?:also )?(?:be )?(?:counts?|counted|included|considered|looked at)(?: too| also)? (?:when|where|whenever|as) (?:we|they|the (?:company|employer|plan)|[a-z&]+) (?:will )?(?:figures?|calculates?|computes?|determines?|works? out|makes?|sets?) (?:the|your|our|its|this) (?:company |employer )?match\b",
    "match",
)
"""`Catch-up money counts when we figure the match`."""
OF_THE_YEAR = Pattern(
    r"\b(?:year-end|annual|end-of-year) (?:match )?catch[- ]?up\b(?! (?:contributions?|limits?|amounts?|savings|deferrals?|dollars|maximum))|\bcatch[- ]?up (?:on|of|for) (?:the |your |any )?(?:missed |lost )?(?:company |employer )?match(?=\W*$|[,;.!])",
    "catch",
)
"""`There is no year-end catch-up on the match`: the true-up, and no money of those over 50."""


def plainly(text: str) -> str:
    """A sentence with such ways said in the words of the grammar."""
    text = OF_THE_YEAR.sub("true-up", _A_NAME_FOR_MORE.sub("true-up", text))
    text = _TAKEN_IN.sub(r" including \g<kind> ", text)
    text = _COUNTS_WHEN.sub(lambda hit: "are not matched" if hit["no"] else "are matched", text)
    text = _LAST_WORD.sub(r" excluding \g<kind>", text)
    text = _NO_OTHER_MATCH.sub(" ", text)
    text = _NOT_ROLLOVERS.sub("", _WHILE_THEY.sub(r"\g<kind> ", text))
    if aside := _UNMATCHED_ASIDE.search(text):
        return f"{aside['kind']}{aside['of']} are not matched."
    text = _THAT_ARE_NOT.sub(" excluding ", text)
    text = _LEAVES_OUT.sub(r"excludes \g<kind>", text)
    text = _GOES_AND_IS_NOT.sub("@at contributions ", text)
    text = _NO_MONEY.sub(r"no match \g<be> made", text)
    text = _ADDS_NOTHING.sub("the company does not match ", text)
    text = _NOTHING_ON.sub(" no match on ", text)
    text = _THEY_MAY_BE.sub(r"\g<they> ", text)
    text = _BY_NATURE.sub(r"\g<they> ", text)
    text = _DRAWS.sub("gets a match", text)
    text = _EARN_IT.sub(r"\g<no>get it", text)
    return _ORDER_ASIDE.sub("", text)


def says_nothing_of_ours(text: str) -> bool:
    """Whether a sentence without the word tells that the employer adds nothing."""
    return bool(_NO_MONEY.search(text) or _ADDS_NOTHING.search(text))


NOTHING_ELSE = Pattern(
    r"(?:[;,:-]|\. ?) ?(?:and |but )?(?:nothing (?:else|more)|no (?:other|others)|that's (?:it|all))\W*$|^\W*(?:and |but )?(?:nothing else|no other (?:contributions?|money|savings|dollars|sources?|types?|kinds?))(?: (?:is|are|gets?|earns?|counts?|qualif\w+|will be|does|do))?(?: (?:not )?(?:matched|it|one|an? match|the match))?\W*$",
    "nothing", "no other", "that's",
)  # fmt: skip
"""`It matches pre-tax and Roth; nothing else`."""
ALL_OF_THEM = Pattern(
    r"\bmatch(?:es)? (?:all|each|every one|both|any)(?: (?:two|three|four))?(?: of (?:them|these|those|the (?:two|three|four)))?(?: (?:types|kinds|sources|of them))?(?= ?(?:[,;:.]|-|$)| (?:in )?(?:the same|alike|equally|at the same|dollar|identically))|^\W*(?:all|each|both|every one)(?: (?:two|three|four))?(?: of (?:them|these|those|the (?:two|three|four)))? (?:is|are|gets?|receives?|earns?) (?:matched|(?:the |a )?(?:same )?(?:company |employer )?match|counted for the match)(?= ?(?:[,;:.]|-|$)| (?:in )?(?:the same|alike|equally|at the same|identically))",
    "match",
)
"""`The company matches all of them in the same way`: all that the sentence before names."""
ELLIPSIS = Pattern(
    rf"^\W*(?:but |and |while )?{_OWN}(?:{_KIND}|@amb)(?: (?:contributions?|deferrals?|savings|dollars|money|amounts?|401k))*(?:,? (?:and|or) {_OWN}(?:{_KIND}|@amb)(?: (?:contributions?|deferrals?|savings|dollars|money|amounts?|401k))*)* (?:is|are|do|does|will) ?(?:not|too|also)?\W*$",
    " is", " are", " do", " will",
)  # fmt: skip
"""`After-tax doesn't.`, after what counts."""
GOES_ON = Pattern(
    rf"{ELLIPSIS.text}|^\W*(?:and |but )?(?:nothing else|no other (?:contributions?|money|savings))\b.{{0,30}}$",
    "@", "catch", "nothing", "no other",
)  # fmt: skip
COUNTS = Pattern(
    rf"{_KIND}[^.;]{{0,60}}\b(?:counts?|qualif(?:y|ies)|(?:is|are) (?:matched|eligible|counted|included|considered|taken into account))\b"
)
