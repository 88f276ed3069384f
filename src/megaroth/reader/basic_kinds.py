"""Which kinds of money may be `basic` or `matched` contributions, in a plan that matches those by that name."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.rates import rated
from megaroth.reader.reach import BASIC, NAMES, RATE_OF_BASIC, WHOSE
from megaroth.reader.units import Claim, Unit

_OF_BASIC = Pattern(
    rf"(?:\d% |\bfor (?:each|every) (?:\$1(?:\.00)?|dollar) )(?:of|in|on) {WHOSE}(?:{BASIC}|basic(?=\W*$|[.;,]))|\bmatch(?:es)? (?:only )?{WHOSE}{BASIC}|(?<!un)(?:basic|thrift|primary) (?:contributions?|savings|deferrals?|deposits?|allotments?) (?:is|are|will be) matched\b",
    *NAMES,
)
_DENIES = r"\b(?:not|no|never|except\w*|unless|other than|exclud\w*|only|if|cannot|neither|nor)\b"
_REST = r"\b(?:supplemental|additional|unmatched|voluntary|excess|above|over|beyond|more than|extra)\b"
_MEANT = r"(?: (?:all|both|each|as|your|the|an?|part of|considered|treated as|called|known as|regarded as|deemed|together|collectively|to be|participant's|member's))*"
_OF_BOTH_KINDS = Pattern(
    rf"^(?!.*{_DENIES}).*\b{BASIC}\b[^.;]{{0,40}}\b(?:made|be|are|contributed|on|as)\b(?=[^;]*(?:@pre|\bbefore (?:income )?tax))(?=[^;]*@at\b)",
    *NAMES,
)
_BOTH_UP_TO = Pattern(
    rf"^(?:\d{{1,2}}\.\d{{1,2}} )?(?:so much of|that part of|the (?:part|portion|first|sum) of|any) [^.;]*@pre[^.;]*\band\b[^.;]*@at[^.;]*\b(?:does|do) not exceed \d[^.;]*\b(?:is|are|shall be|will be)\b[^.;]{{0,30}}?[\"']?{BASIC}",
    *NAMES,
)
"""`So much of the pre-tax and after-tax contributions as does not exceed 5% of pay shall be "Basic Contributions"`."""
_ARE_BASIC = Pattern(
    rf"^(?!.*{_DENIES})(?:(?!{_REST})[^;])*?@at\b(?:(?!{_REST})[^;.]){{0,90}}?\b(?:is|are|be|counts?|qualif(?:y|ies))\b{_MEANT},? [\"']?(?:{BASIC}|basic(?=\W*$|[.;,]))",
    *NAMES,
)
"""`The first 6% that you contribute, whether pre-tax or after-tax, is your Basic Contribution`."""
_BASIC_ARE = Pattern(
    rf"^(?!.*{_DENIES}).*?\b{BASIC}[\"']?(?: ?\([^()@]{{0,30}}(?=@)[^()]*@at\b|,? (?:means?|includes?|consists? of|comprises?|shall mean) (?:(?!{_REST})[^;])*?@at\b)",
    *NAMES,
)
"""`Basic Contributions (before-tax, Roth or after-tax)`, `"Matched Contributions" means … and After-Tax Contributions`."""
_EITHER_PART = Pattern(
    r"^(?!.*\b(?:not|no|never|except|unless)\b)(?:either|both|each)\b(?: (?:of|the|these|them|two|one|parts?|kinds?|types?|sorts?|contributions?))* (?:can|may|could|is|are)?\b[^.;]*(?:@pre|tax-deferred|before (?:income )?tax)[^.;]*@at\b",
    "either", "both", "each",
)  # fmt: skip
"""`Either part can be pre-tax, Roth or after-tax`, straight after the basic contributions."""
_ARE_NOT_BASIC = Pattern(
    rf"(?<!supplemental )(?<!additional )(?<!voluntary )(?<!excess )(?<!unmatched )(?P<kind>@at|\bcatch-?up)(?: (?:contributions?|savings|allotments?|deposits?|deferrals?))* (?:(?:is|are|shall|will|do|does|can) (?:not|never)|cannot)(?: be)?(?: (?:count as|considered|treated as|deemed|counted as|regarded as|included in|part of))?(?: to be)? (?:an? |the |your )?[\"']?(?:{BASIC}|basic)[\"']?(?=\W*$|[;,.]| and (?:are|is|do|does|shall|will)\b)",
    "@at", "catch",
)  # fmt: skip
_LEAVE_OUT = Pattern(
    rf"\b{BASIC}[\"']?,? (?:means?|includes?|consists? of|comprises?|shall mean|are|is)\b[^;]*?(?:\b(?:do|does|shall) not include|\bexcluding|\bother than|\bbut not|\bexcept(?: for)?)(?: (?:any|the|your|a|participant's|contributions?|characterized|as))* (?P<kind>@at|catch-?up)\b",
    *NAMES,
)
"""`"Matched Contributions" means Before-Tax Contributions, and does not include After-Tax Contributions`."""
_OF_A_SECTION = Pattern(
    rf"^(?:\d{{1,2}}\.\d{{1,2}} )?(?:those |the |all )?contributions? (?:made |elected )?(?:under|pursuant to|described in) section (?P<article>\d{{1,2}})-(?P<number>\d{{1,2}})(?!\d)[^;]*\b(?:is|are|shall be|will be)\b{_MEANT},? [\"']?{BASIC}",
    *NAMES,
)
"""`Contributions under Section 3.1 that do not exceed 6% of pay are "Basic Contributions"`: of the kinds that section names."""
_WITHIN = Pattern(r"\b(?:do|does) not (?:together |in total |in the aggregate )?exceed\b", " not ")
_SOME_OF_IT = Pattern(r"\b(?:[Ss]upplemental|[Aa]dditional|[Vv]oluntary|[Ee]xcess|[Uu]nmatched)\b")
"""`Supplemental after-tax contributions`: there may be basic ones."""
_ANY_NAME = Pattern(BASIC)


def claims_of(document: Document) -> list[Claim]:
    """What the plan says of the kinds of its basic contributions, where a share of those is its match."""
    text = document.text
    if ("@at" not in text and "catch" not in text) or not any(name in text for name in NAMES):
        return []
    share = next((unit for unit in document.units if _gives_a_share(unit)), None)
    if share is None:
        return []
    found = []
    for place, unit in enumerate(document.units):
        if unit.kind in ("contents", "question") or unit.ticked is False or (document.template and not unit.ticked):
            continue
        if hit := _ARE_NOT_BASIC.search(unit.norm) or _LEAVE_OUT.search(unit.norm):
            field = "match_on_after_tax" if hit["kind"] == "@at" else "match_on_catch_up"
            if hit["kind"] == "@at" and _SOME_OF_IT.search(unit.raw):
                continue
            found.append(Claim(field, "no", unit, 2, also=(share,)))
        elif (hit := _OF_A_SECTION.match(unit.norm)) and (
            named := _names_both(document, f"{hit['article']}.{hit['number']}")
        ):
            found.append(Claim("match_on_after_tax", "yes", unit, 2, also=(share, named)))
        elif "@at" in unit.norm and _may_be_after_tax(document, unit, place):
            found.append(Claim("match_on_after_tax", "yes", unit, 2, also=(share,)))
    return found


def _names_both(document: Document, number: str) -> Unit | None:
    """The sentence of a section that names pre-tax and after-tax contributions side by side, and denies neither."""
    return next(
        (
            unit
            for unit in document.units
            if "@at" in unit.norm
            and "@pre" in unit.norm
            and (unit.norm.startswith(f"{number} ") or (unit.heads and unit.heads[0].startswith(f"{number} ")))
            and not _NEITHER.search(_ASIDE.sub(" ", _WITHIN.sub(" ", unit.norm)))
        ),
        None,
    )


_NEITHER = Pattern(_DENIES)
_ASIDE = Pattern(r"\([^()]*\)|\b(?:shall|may|will) not exceed\b", "(", "exceed")


def _gives_a_share(unit: Unit) -> bool:
    if unit.kind in ("contents", "question") or unit.ticked is False:
        return False
    return bool(
        _OF_BASIC.search(unit.norm)
        or (any(name in unit.norm for name in NAMES) and RATE_OF_BASIC.search(rated(unit.norm)))
    )


def _may_be_after_tax(document: Document, unit: Unit, place: int) -> bool:
    text = _WITHIN.sub("are within", unit.norm)
    return bool(
        _OF_BOTH_KINDS.search(text)
        or _BOTH_UP_TO.search(unit.norm)
        or _ARE_BASIC.search(text)
        or _BASIC_ARE.search(text)
        or (
            _EITHER_PART.search(text)
            and any(_ANY_NAME.search(each.norm) for each in document.units[max(0, place - 2) : place])
        )
    )
