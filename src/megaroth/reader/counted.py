"""Which money counts for the match: whether catch-up and after-tax contributions are matched.

What is denied of one kind is not said of another, and a pronoun means the one kind of money that the sentence before speaks of.
"""

from __future__ import annotations

import re

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.tables import AT_ONLY
from megaroth.reader.units import Claim, Unit

_KIND = {
    "match_on_after_tax": r"@at(?: (?:contributions?|savings?|deferrals?|money))*",
    "match_on_catch_up": r"(?<!non-)(?<!non )catch[- ]?ups?(?: (?:contributions?|deferrals?|savings?|amounts?|provision))*\)?",
}
_NOT_MATCHED = (
    r"{kind},?(?: \(?(?:which|that|those|these|they))?(?: [a-z0-9.]+){{0,8}}? (?:is|are|will|shall|do|does)(?: also| still| be| themselves)? (?:not|never)\b(?! (?:ex|miss|lose|forfeit|give up|limit|subject(?! to (?:an? |the |any )?(?:[a-z]+[- ]){{0,3}}match)|affect|reduce))[^.;,]{{0,70}}\b(?:match\w*|attract|earn)"
    r"|{kind}[^.;]{{0,80}}[,;] (?:but|however,?)(?: [a-z]+){{0,3}}? (?:does|do|will|are|is) not (?:be )?match(?:ed)? (?:these|those|such|them|this)"
    r"|{kind}[^.;]{{0,80}}; however, (?:those|these|they|such contributions) (?:are|is|will be) not (?:be )?(?:eligible|matched)[^.;]{{0,40}}"
    r"|{kind},?(?: [a-z]+){{0,4}}? (?:receives?|earns?|attracts?|gets?|draws?|carry|carries) no (?:company |employer )?(?:match|contribution)"
    r"|{kind}[^.;,]{{0,50}}\b(?:excluded from|ineligible for|not eligible for|disregarded (?:for|in)|left out of|unmatched)\b[^.;]{{0,50}}match"
    r"|\b(?:does not|do not|will not|doesn't|shall not|never|not) (?:be )?match\w*[^.;]{{0,60}}?{kind}"
    r"|\bno (?:[a-z-]+ ){{0,3}}?match\w*(?: (?:employer |company )?contributions?)?(?: (?:is|are|will be|shall be) [a-z]+)? (?:on|for|with (?:respect|regard) to|to|in respect of) [^.;,%$]{{0,70}}?{kind}"
    r"|\bmatch\w*(?: contributions?)?(?: made)? (?:on|for) (?:any |the )?{kind} (?:is|are) not (?:permitted|allowed|made|provided)"
    r"|\bmatch\w*(?: contributions?)? (?:is|are|were|will|shall|do|does) not (?:be )?(?:made|paid|provided|given|applied|apply|applicable|available|contributed|extend)\b[^.;]{{0,25}} (?:on|to|for|with (?:respect|regard) to|in respect of) (?:your |any |the )?{kind}"
    r"|\bmatch\w*\b[^.;]{{0,220}}\b(?:exclud(?:es|ing)|exclusive of|less|net of|disregard(?:s|ing)|without (?:regard|reference) to|ignoring|other than|except(?: for)?|but not|not including|not counting|apart from|aside from|with the exception of|(?<=, )save(?: for)?|bar)\b(?: [a-z-]+){{0,6}}? {kind}"
    r"|\b(?:exclud(?:es|ing)|disregarding|other than|but not|not including)\b (?:your |any |the )?{kind}[^.;]{{0,60}}match"
    r"|\bmatch\w* counts?\b[^.;]*\bnot (?:[^.;]{{0,30}} (?:and|or) (?:not )?)?{kind}"
    r"|\b(?:does|do|will) not make match\w* contributions? (?:on|for|with (?:respect|regard) to) (?:your |any )?{kind}"
    r"|\bneither\b[^.;]{{0,60}}{kind}[^.;]{{0,60}}\b(?:matched|eligible for [^.;]{{0,20}}match)"
    r"|\b(?:neither|none|no)\b(?: (?:of|the|our|these|those|two|three|savings|other))* (?:plans?|programs?|funds?|compan(?:y|ies)|employers?|circumstances?|case)\b[^.;]{{0,20}}\b(?:(?:is|are) there (?:an? |any )?(?:company |employer )?match\w*|(?:(?:do|does|will) )?match(?:es)?|(?:make|pay|offer|give)s? (?:an? |any )?match\w*)[^.;]{{0,60}} {kind}"
    r"|^nor (?:(?:is|are) there (?:an? |any )?(?:company |employer )?match\w* (?:on|for)|(?:does|do|will) [^.;]{{0,30}}\bmatch|are|is)\b[^.;]{{0,30}} {kind}(?: matched)?\W*$"
    r"|\bmatch\w*\b[^.;]{{0,120}} {kind} (?:excepted|excluded|aside|apart|left out|not included)"
    r"|\bmatch\w*[^.;]{{0,60}}\b(?:does|do|will) not (?:take|count|include|consider|cover)[^.;]{{0,20}} {kind}"
    r"|\bmatch\w*\b[^.;]{{0,90}}, (?:but |and )?not (?:your |on |any )*{kind}"
    r"|\bunmatched {kind}|{kind} (?:still )?(?:continue not to be matched|remain unmatched|(?:are|is|go) unmatched)"
    r"|\bno (?:company |employer |matching )?contributions? (?:is|are|will be) made (?:on|for|with (?:respect|regard) to)\b[^.;]{{0,50}}\b{kind}"
)
_MATCHED = (
    r"{kind}(?! to\b)(?: (?!and (?:is|are|will)\b)[a-z0-9.]+){{0,6}}? (?:is|are|will be)(?: also| all| generally)? (?:eligible for[^.;]{{0,30}}match\w*|matched|match-eligible|(?:included|counted|taken into account|considered) [^.;]{{0,40}}match)"
    r"|{kind}(?: [a-z]+){{0,3}}? counts? (?:for|toward|towards)(?: purposes of)? (?:the |a )?(?:company |employer )?match|{kind}(?: dollars)?(?: all| also)? (?:earn|get|receive|draw|attract)s? (?:the |a )?(?:company |employer )?match"
    r"|{kind}[^.;]{{0,30}}\b(?:is|are) not excluded from (?:the )?(?:company |employer )?match"
    r"|\bmatch(?:es|ed|ing)?(?: contributions?| formula)?\b[^.;]{{0,40}}\b(?:on|of|for|to|covers?|includ\w+|applies)\b(?:[^.;%$]{{0,110}}|[^.;$]{{0,60}}\bwhether\b[^.;]{{0,60}}){kind}"
    r"|\b(?:first|up to) \d+(?:\.\d+)?%[^.;%]{{0,90}}\b(?:whether|in any (?:combination|mix) of|includ\w+|as)\b[^.;%]{{0,90}}{kind}"
    r"|\bincluding {kind}[^.;]{{0,40}}\bmatch"
    r"|\bmatch\w*\b[^;]{{0,260}}\b(?:including|inclusive of|including any)(?: [a-z-]+){{0,3}}? {kind}"
    r"|\bmatch\w*\b[^;]{{0,140}}\d% (?:of|on) [^.;%$]{{0,90}}{kind}"
    r"|\bmatch\w*\b[^.;]{{0,60}}\bthe same (?:whether|for)\b[^.;]{{0,70}}{kind}"
    r"|\beligible for (?:the )?(?:company )?match\w*[^.;]{{0,12}} (?:whether|regardless)\b[^.;]{{0,70}}{kind}"
    r"|\bwhether\b[^.;]{{0,60}}{kind}[^.;]{{0,20}}\bmatch(?:ing contribution)? (?:is|are) the same"
    r"|\bmatch(?:es)? (?:a portion of |part of |your |the |employee |all )*(?:@pre[^.;]{{0,40}})?{kind}"
)
_NO = {field: Pattern(_NOT_MATCHED.format(kind=kind)) for field, kind in _KIND.items()}
_YES = {field: Pattern(_MATCHED.format(kind=kind)) for field, kind in _KIND.items()}
_ONLY_DEFERRALS = Pattern(
    r"\bmatch\w*[^.;]{0,60}\b(?:only|solely|just) (?:to|on|for|applies to)? ?(?:your )?@pre(?: contributions?)?(?: (?:and|or|&|\+) | ?/ ?)@roth"
    r"|\bmatch\w*[^.;]{0,110}@pre(?: contributions?)?(?: and| or| &| \+|,|/) ?@roth(?: (?:401k|contributions?|deferrals?|savings))*,? only\b"
    r"|\bonly (?:your )?@pre(?: contributions?)? (?:and|or|&) @roth(?: (?:contributions?|deferrals?|savings|money|dollars))* (?:are|is|will be|counts?|qualif(?:y|ies)|earns?|gets?|draws?|receives?)\b[^.;]{0,40}\b(?:match|count)"
    r"|^only (?:your )?@pre(?: contributions?)? (?:and|or|&) @roth(?: (?:contributions?|deferrals?|savings))* (?:are|is) (?:eligible|matched|counted)",
    "only", "solely", "just",
)  # fmt: skip
_COUNT_AND_NOT = Pattern(
    r"(?:@(?:pre|roth)|catch-up)\b[^.]{0,60}\b(?:counts?|matched|eligible)\b[^.]{0,50}[;,] (?:but )?@at[^.;,]{0,20} (?:does|do|is|are) not\b"
)
_ALL_KINDS = Pattern(
    r"^all (?:contribution )?types? (?:of contributions? )?(?:are|is) (?:eligible for [^.;]{0,20}match|matched)|\bmatch(?:es)? all (?:three )?(?:types|kinds) of (?:your )?contributions?|\b(?:all|each) (?:contribution )?types?[^.;]{0,20}(?:are|is) (?:eligible|matched)[^.;]{0,30}match|\ball contributions,? (?:whether|be they)[^.;]{0,20}@pre[^.;]{0,30}@at[^.;]{0,20}(?:are|is) matched"
    r"|\bcontributions? of (?:any|every|all|each) (?:types?|kinds?|sorts?)\b[^.;]{0,50}\b(?:is|are|shall be|will be) (?:all )?(?:matched|eligible for [^.;]{0,20}match)|\bmatch\w*\b[^.;%$]{0,40} (?:on )?(?:(?:all|every|each|any) (?:three |single )?(?:types?|kinds?|sorts?) of (?:your )?contributions?|contributions? of (?:all|every|each|any) (?:types?|kinds?|sorts?))\b",
    "type", "kind", "sort", "all contributions",
)  # fmt: skip
_WHICHEVER = Pattern(
    r"\b(?:makes? no difference|(?:does|do) not matter|no matter|regardless of|is the same)\b[^.;]{0,20}\b(?:which(?:ever)?|what)(?: one)?(?: (?:of|the|three|these|those))* (?:types?|kinds?|sorts?)(?: of (?:contributions?|money|savings|dollars))?\b(?! of)"
    r"|\b(?:all|any|each)(?: of the)? three(?: (?:types?|kinds?|sorts?|sources?|buckets?))?(?: of (?:contributions?|money|savings))? (?:counts?|qualif(?:y|ies)|earns?|gets?|(?:are|is|will be) (?:all )?(?:matched|counted|eligible))\b|@at(?: (?:contributions?|money|savings))? all (?:counts?|qualif(?:y|ies)|earns?|gets?|are matched)\b",
    "difference", "matter", "regardless", "the same", "three", " all ",
)  # fmt: skip
_WHETHER = Pattern(
    r"\b(?:makes? no difference|(?:does|do) not matter|no matter|regardless of)\b[^.;]{0,20}\b(?:if|whether|how)\b[^.;]{0,80}@at\b",
    "difference", "matter", "regardless",
)  # fmt: skip
_THE_SAME = Pattern(
    r"^the (?:company |employer )?match(?:ing contribution)? is (?:then )?the same(?: (?:either way|in (?:all|every|any) cases?|for (?:all|each|any)(?: of (?:them|these))?))?\W*$",
    "the same",
)
_ONE_KIND = r"(?:@at|catch-?up)(?: (?:contributions?|deferrals?|savings|money|dollars|amounts))*"
_OR_NOT = Pattern(
    rf"^(?P<neither>neither )?(?:your |any )?(?P<what>{_ONE_KIND}(?:(?:,| and| or| nor|, and|, or) {_ONE_KIND})*)(?:(?: (?:are|is|do|does|will be|will|shall)|:)?(?P<not> not)?(?: be)?(?: (?:counted|count|considered|taken into account|(?:not )?included|eligible|matched|part of it|(?:left )?out|excluded|qualify))(?: (?:for|toward|towards|in|of) (?:this|it|that|the match|this purpose|these purposes))?| (?:are|is|do|does)(?P<not2> not)?|:? ?(?P<not3>not))(?: here| either| too| as well| under (?:section|article) [\w.()-]+)?\W*$",
    "@at", "catch",
)  # fmt: skip
"""Below the heading of the match, or straight after it: `Catch-up contributions are not.`"""
_TOO = Pattern(
    r"^(?:that|this|the same|it)(?: also)? (?:goes|applies|holds|is true)(?: also)? (?:for|to|of) (?:your |any )?(?P<what>@at|catch-?up)(?: (?:contributions?|deferrals?|savings|money))*(?:,? (?:too|as well|also))?\W*$",
    "goes", "applies", "holds", "is true",
)  # fmt: skip
_OUT = Pattern(r"\b(?:out|excluded|not included)\b")
_THEM = r"(?:it|them|those|these|this money|(?:these|those|such) contributions)"
_NONE_ON_THEM = Pattern(
    rf"^(?:(?:but|however),? )?(?:there is |we make |it makes )?no (?:company |employer )?match(?:ing contributions?)?(?: (?:is|are|will be))?(?: (?:paid|made|given|provided|contributed|due))? (?:on|for) {_THEM}\b"
    rf"|^(?:(?:but|however),? )?(?:the |our )?(?:company|employer|firm|bank|plan|university|hospital|we|it) (?:do|does|will) not match {_THEM}\b"
    rf"|^(?:they|{_THEM}) (?:draw|get|receive|earn|attract|carr(?:y|ies))s? no (?:company |employer )?match",
    "match",
)
"""`No match is paid on these`, after a sentence on one kind of money."""
_TO_IT = Pattern(
    r"^(?:the |our )?(?:company |employer )?match(?:ing contributions?)? (?:does|do|is|are|will)(?P<not> not) (?:be )?(?:apply|applied|made|paid|extend)\w* (?:to|on|for) (?:it|them|these|this)\b|^(?:the |our )?(?:company |employer )?match(?:ing contributions?)? (?:also )?applies to (?:it|them|these|this)\b",
    "match",
)
_THESE = Pattern(
    r"^(?:(?:although|while) )?(?:(?:these|such) contributions|these|they|this money|it) (?:are|is|will be)(?P<not> not)? (?:also )?(?:matched|eligible for (?:the |a )?(?:company |employer )?match)\b(?! (?:up|until|if|once))",
    "match",
)
"""Below a heading that is only the name of the money."""
EXCEPT = Pattern(
    r"^(?:yes|matched|all|everything)\b[^.;]{0,40}\b(?:except(?: for)?|but not|other than) (?:your |any )?(?P<what>@at|catch-?up)",
    "except", "but not", "other than",
)  # fmt: skip
_THEY_ARE = Pattern(
    r"\bcatch[- ]?up contributions?[^.;]{0,60}(?:[;,] | \()(?:and |but |however,? )?(?:they|these|those|such|which)(?: additional)?(?: contributions)? (?:are|will be)(?P<not> not)? (?:also )?(?:matched\b|(?P<in>in)?eligible for [^.;]{0,30}\bmatch|subject to [^.;]{0,25}\bmatch)(?![^.;]*\bif\b)",
    "catch",
)
_NON_CATCH_UP = Pattern(r"\bmatch\w*\b[^.;]{0,160}\bnon[- ]catch[- ]?up", "catch")
_NOT_OF_WHAT_IS_MATCHED = Pattern(
    r"\bvested in\b|\bplan (?:also )?accepts\b|\baccount is credited\b|\bwithdraw|\b(?:some|certain) groups\b|\bdefinition of\b|\bdirect(?:s|ed)? (?:how|the investment)"
)
_NOT_OF_THE_MATCH = Pattern(
    r"\bno\b|\bless\b|\bexclusive of\b|\bineligible\b|\bnot\b|\bexcept|\bexclud|\bother than|\bbefore you\b|(?<!legal )(?<!irs )(?<!annual )(?<!deferral )\blimit|\bwould\b|\bask(?:s|ed|ing)? for\b|\bwithdraw|\bstop|\bsuspen|@at (?:account|balance|withdraw)|\binvest|\blike\b|\bif the match"
)
_OF_ANOTHER_LIMIT = Pattern(
    r"\bnot (?:be )?exclud|\bmaximum\b|\blimit\b|annual additions|\$\d|\binvest|\bwithdraw|\bsuspend"
)


_NOT_ALL = Pattern(r"\b(?:no(?! difference| matter)|not(?! matter)|two|both|if|other)\b|@pre|@roth")
_DENIED = Pattern(
    r"\bnot\b(?! matter)|\bexcept|\bexclud|\bother than\b|\bapart\b|\baside\b|\bsave for\b|\bneither\b|\bnor\b|\bif\b(?! those| these| they| it)"
)
_ENDS = Pattern(r"[.;]|, but\b")
_PICKED = Pattern(r"\b(?:in any|combination|or|mix)\b")


_ASKED = Pattern(
    r"(?<!nor )(?<!neither )\b(?:does|do|will) (?:the (?:company|employer|plan)|my (?:company|employer)|they|we|it|you(?: guys| all)?) (?:also |even )?match\b",
    "match",
)
"""`does the company match after tax`, asked without its mark."""
_BARE_NOT = Pattern(
    r"^(?:(?:it|this) is |(?:they|these) are )?(?:not (?:matched|eligible for (?:the |a )?(?:company |employer )?match)|no match|unmatched)\W*$",
    "match",
)
_LABELLED = Pattern(r"^\W*(?P<what>@at|catch-?up)(?: (?:contributions?|savings|deferrals?|money))*(?:: | - )")
_ITS = Pattern(
    r"^(?:(?:it|this) (?:is|will be) |they are |it's |which is |you (?:get|receive|earn) it (?=on )|it (?=(?:applies|covers|extends)\b))?(?=(?:on|for|applies|covers|extends)\b|(?:calculated|figured|computed|worked out|based|paid|made|determined|measured)\b)"
)
_ON_MONEY = Pattern(
    r"\b(?:on|applies (?:also )?to|covers|extends to) (?:your |the |all |any |both |combined |whatever you contribute as )*(?:@pre|@roth|@at|catch-?up|traditional|contributions?\b|deferrals?\b)"
)
"""Straight after the match: what is worked out is the match."""
_ITS_OTHER_NAME = Pattern(
    r"(?:^|(?<=and )|(?<=or )|(?<=, ))spill-?over (?:contributions|deferrals|money)|@basis(?= (?:is|are|do|will)\b)"
)
_NOT_SO_IT = Pattern(
    r"^(?:no, )?(?:it|they|we|the company|the plan|these|those) (?:do|does|is|are|will) not(?: match (?:them|those|these))?\W*$"
)


def _only_kind_of(before: str) -> str:
    """The field of the one kind of money that a sentence speaks of; empty where it speaks of none or of several."""
    if "catch-up" in before:
        return "" if "@at" in before else "match_on_catch_up"
    return "match_on_after_tax" if "@at" in before and "@pre" not in before else ""


def counts_for(document: Document, unit: Unit, near: str, before: str, after_match: bool) -> list[Claim]:
    """Whether catch-up and after-tax contributions are matched; `near`: the heading and what leads the unit in; `before`: the last unit."""
    text = unit.norm.replace('"', "").replace("catch- up", "catch-up")
    if after_match and _ON_MONEY.search(text):
        text = _ITS.sub("the match is ", text)
    if document.after_tax_is_true and "@at" in document.text:
        text = _ITS_OTHER_NAME.sub("@at contributions", text)
    about = "match" in text + near
    found: list[Claim] = []
    if _ASKED.search(text):
        return []
    if _BARE_NOT.match(text) and (labelled := _LABELLED.match(before)):
        return [Claim("match_on_after_tax" if labelled["what"] == "@at" else "match_on_catch_up", "no", unit, 2)]
    asked = document.follows.get(id(unit), "")
    if "match" in asked and _NOT_SO_IT.match(text) and (field := _only_kind_of(asked)):
        return [Claim(field, "no", unit, 2)]
    if "match" in text and _NONE_ON_THEM.search(text) and (field := _only_kind_of(before)):
        return [Claim(field, "no", unit, 2)]
    if "match" in text and (to_it := _TO_IT.match(text)):
        for field, tag in (("match_on_catch_up", "catch"), ("match_on_after_tax", "@at")):
            if tag in before and not {"@at", "catch"} - {tag} & set(re.findall(r"@at|catch", before)):
                return [Claim(field, "no" if to_it["not"] else "yes", unit, 2)]
    if (these := _THESE.match(text)) and (
        AT_ONLY.match(document.heads_of(unit, 1))
        or ("@at" in before and "@pre" not in before and "catch" not in before)
    ):
        return [Claim("match_on_after_tax", "no" if these["not"] else "yes", unit, 2)]
    if (alone := _OR_NOT.match(text)) and ("match" in text + near + before or after_match):
        denied = alone["neither"] or alone["not"] or alone["not2"] or alone["not3"] or _OUT.search(text)
        return [
            Claim(field, "no" if denied else "yes", unit, 2)
            for field, tag in (("match_on_catch_up", "catch"), ("match_on_after_tax", "@at"))
            if tag in alone["what"]
        ]
    if "catch" in text and _NON_CATCH_UP.search(text):
        return [Claim("match_on_catch_up", "no", unit, 2)]
    if "catch" in text and (they := _THEY_ARE.search(text)):
        found.append(Claim("match_on_catch_up", "no" if they["not"] or they["in"] else "yes", unit, 2))
    if after_match and (too := _TOO.match(text)):
        return [Claim("match_on_after_tax" if too["what"] == "@at" else "match_on_catch_up", "yes", unit, 2)]
    if "match" in near and (save := EXCEPT.search(text)):
        return [Claim("match_on_after_tax" if save["what"] == "@at" else "match_on_catch_up", "no", unit, 2)]
    for field, tag in (("match_on_catch_up", "catch"), ("match_on_after_tax", "@at")):
        if tag not in text or not about or (tag == "@at" and "conver" in text):
            continue
        if _NOT_OF_WHAT_IS_MATCHED.search(". ".join(part for part in text.split(". ") if tag in part)):
            continue
        if (denied := _NO[field].search(text)) and not (
            _OF_ANOTHER_LIMIT.search(denied[0]) or re.search(r"\b(?:maximum|limit)\b[^%]*\$\d", text)
        ):
            found.append(Claim(field, "no", unit, 3))
        elif (said := _YES[field].search(text)) and not (
            _NOT_OF_THE_MATCH.search(text.replace("does not matter", ""))
            if tag == "@at"
            else re.search(
                r"\b(?:not(?! excluded| (?:to )?exceed| in excess| more)|if(?! eligible| applicable| any))\b|\bdisregard|\bexclud(?!ed)|\bexclusive\b|\bless\b|\bexcept\b|\bother than\b|\bnon[- ]catch|\bno\b|\bineligible\b|\bwithout\b|\bneither\b|\bnor\b",
                said[0],
            )
        ):
            found.append(Claim(field, "yes", unit, 2))
    if document.after_tax_is_true and "@at" in document.text:
        by_name = "match" in text + near or (after_match and ("match" in before or "%" in before))
        kinds = _ALL_KINDS.search(text) or (by_name and _WHICHEVER.search(text))
        all_kinds = kinds and not (_DENIED if "@at" in text else _NOT_ALL).search(_ENDS.split(text, 1)[0])
        whether = _WHETHER.search(text) if by_name else None
        if (
            all_kinds
            or (whether and not _DENIED.search(text))
            or (_THE_SAME.match(text) and "@at" in before and "@pre" in before and _PICKED.search(before))
        ):
            found.append(Claim("match_on_after_tax", "yes", unit, 2))
        if (about and _ONLY_DEFERRALS.search(text)) or (
            "@at" in text and (about or after_match) and _COUNT_AND_NOT.search(text)
        ):
            found.append(Claim("match_on_after_tax", "no", unit, 2))
    return found
