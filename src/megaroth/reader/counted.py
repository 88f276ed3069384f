"""Which money counts for the match: a unit with what its heading, lead-in, question or the sentence before it adds, read by `matched`."""

from __future__ import annotations

import re

from megaroth.reader import reserve
from megaroth.reader.context import Document
from megaroth.reader.listed import GIVES_A_SHARE, IF_ROOM, KINDS_NAMED, LABELLED, ONCE_MADE, alone, implied
from megaroth.reader.matched import FIELDS, PRONOUN, WHICHEVER, said_in
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_LIKE = Pattern(r"\bas\b|\d")
_AS_THE_OTHERS = Pattern(
    r"(?:(?<=matched)|(?<=match)) (?:just |exactly |precisely |at the same rate |in the same way |the same way )*(?:as|like) [^,.;]*?\b(?:would(?: be)?|are|is|do)\b",
    " as ", " like ",
)  # fmt: skip
"""`Matched just as Roth contributions would be`: nothing is unreal in it."""
_RATIO = Pattern(
    r"\b(?:contributes?|adds?|puts? in|gives?|pays?|deposits?) (?:you )?(?:an additional )?\$\d?(?:\.\d+)? (?:for|on|per) (?:each|every) (?:\$1(?:\.00)?|dollar)(?: that)? (?:you|they|an? \w+|the \w+|participants?|employees?|members?) (?:contribut|sav|defer|elect|put)\w*(?: in)?",
    "$",
)
"""`Contributes $1 for every $1 you contribute on an after-tax basis`."""
_EXTRA_AT_50 = Pattern(
    r"\b(?:the |any |your )?(?:extra|additional|added) (?:amounts?|contributions?|savings|deferrals?|deposits?) (?:that |which |for )?(?:\w+ ){0,4}(?:age )?50 (?:and|or) (?:over|older|above|up)(?: (?:may|can|are allowed to) (?:save|contribute|make|defer|put in))?|\bage 50 (?:and|or) (?:over|older|above|up)(?: in 20\d\d)?: (?:an )?(?:extra |additional )?\$[\d,]+(?: additional| more| extra)?",
    " 50 ",
)
"""What is called catch-up elsewhere."""
BARE = Pattern(
    r"^(?:but |and |it's |these are |they are |this is |also )?(?P<said>not matched|unmatched|no match|not eligible for (?:the |a |any )?match\w*|does not (?:get|earn|count (?:for|toward)) (?:a |the |any )?match|matched(?: too| as well| also| (?:as part of|under|by|with|in) (?:the|this|that) (?:same )?(?:formula|match)(?: above| below)?)?|gets? (?:the )?match\w*(?: too)?)(?: (?:on|for) (?:these|those|this|them|it|that))?\W*$",
    "get", "matched", "no match", "not",
)  # fmt: skip
_LABELS = Pattern(
    r"^[^:%$]{0,40}\bmatch[^:%$]{0,30}:|^\W*(?:\d{1,2}\.\d{1,2}\.? )?(?:company |employer )?match(?:ing)?(?: contributions?| deposits?)?\W*$",
    "match",
)
_UNREAL = Pattern(
    r"(?<!matter )(?<!difference )\bif (?!you\b|any\b|eligible|applicable|they\b)|\bwould\b|\bwere matched,"
)
_SUM = Pattern(r"\([^()]*\+[^()]*\)")
"""`(your contributions + the match + after-tax)`: what is added up."""
_STATES = Pattern(r":|\b(?:not?|never|only|is|are|excluding|except|unmatched)\b")
_OTHER_NAME = Pattern(
    r"\bspill-?over (?:contributions|deferrals|money)|@basis(?= (?:is|are|do|does|will|contrib|savings|get|earn|count|receive|and|or)\b|\W*$|[,)])",
    "@basis", "spill",
)  # fmt: skip
_ASKED = Pattern(
    r"(?<!nor )(?<!neither )\b(?:does|do|will) (?:the (?:company|employer|plan)|my (?:company|employer)|they|we|it|you(?: guys| all)?) (?:also |even )?match\b",
    "do it ", "do my", "do the", "do we ", "do you ", "does", "will",
)  # fmt: skip
_NOT_SO = Pattern(
    r"\b(?:example|suppose|assum\w+|formerly|previously|used to|other plans?|prior plan|if the match|if (?:we|they|it|the (?:company|employer|plan)) (?:do|does|did|will) (?:not )?match|(?:some|certain|other) (?:eligible )?(?:plans|employers|companies|groups|employees|participants?))\b",
    "assum", "certain", "employe", "example", "formerly", "if the ", "if we ", "if they ", "if it ", "other companies", "other eligible", "other groups",
    "other participant", "other plan", "previously", "prior plan", "some", "suppose", "used to",
)  # fmt: skip
_OTHER = Pattern(
    r"\b(?:vest\w*(?! (?:service|schedule|year|period))|loans?|rollovers?|roll(?:ed)? over|withdr\w+|conver\w+|transfer\w*|distribut\w+|(?:annual )?additions|nondiscrimination|acp|adp|415|402|forfeit\w*|refund\w*|return(?:ed|s)?|recharacteri\w+|invest\w*|stock|beneficiar\w+)\b"
)
_PAID_IN_STOCK = Pattern(
    r",? (?:(?:and is |which is |is )?(?:made|paid|invested|deposited|contributed|given) )?(?:in|as|with)(?: the form of)?(?: shares of)? (?:the |its |our )?(?:(?:company|employer|common|sponsor|corporation|[a-z]+'s) )*stock\b",
    " stock",
)
"""`Matches … in the form of Company stock`: what it is paid in says nothing of what is matched."""
_A_SOURCE = Pattern(
    r"@\w+(?: [a-z]+){0,2},? (?:and |or )?(?:company |employer )?match(?:ing)?(?: contributions?)?(?:,|\)| and| or| -) ",
    "match",
)
_MOVED = Pattern(r"\b(?:be|been|is|are) (?:converted|rolled|transferred|withdrawn|distributed|moved)\b")
"""`Any amount other than Roth - pre-tax, after-tax, match or rollover - may be converted`: the match is one source of them."""
_LABEL = Pattern(
    r"^\W*(?:(?:slide|page|part|section|step) \d{1,2} ?[-:.)] ?|[a-z\d]{1,3}[.)] |\d{1,2}\.\d{1,2}\.? )?(?:401k ?[:-] ?)?(?:your |the |any |employee |voluntary |regular |age 50\+? )*(?:@at|@roth|catch[- ]?up)(?: (?:401k|employee|contributions?|savings?|deferrals?|money|dollars|option|source|bucket|amounts?))*(?: \([^()]*\))?\W*$",
    "@at", "@roth", "catch",
)  # fmt: skip
_YES = Pattern(
    r"^(?:(?:it|we|they|the (?:company|plan)) (?:do|does|is|are|will)(?! not)\b(?=\W*$|, )|(?:yes|y|matched|eligible|included|counted|✓|✔|x)\b)|^[✓✔☒]"
)
_NO = Pattern(
    r"^(?:(?:it|we|they|the (?:company|plan)) (?:do|does|is|are|will) not|(?:no|n|none)(?! (?!match|company|employer|they|it|it's|we|these|those|this|there|only|not\b)[a-z])|not|unmatched|excluded|ineligible|never|✗|✘)\b|^[✗✘☐]|^(?:sorry|unfortunately|nope)\b"
)
_ANSWER_MARK = Pattern(r"^a(?:nswer)?\d{0,2}[.:)] ?(?=[a-z])", "a")
_PREDICATE_ASKED = Pattern(
    r"^(?:do|does|did|are|is|will|were)\b[^?]*\b(?:count\w*|qualif\w+|eligible|included|considered)\b"
)
_WHICH_ONES = Pattern(
    r"\b(?:which|what)\b[^?]*\b(?:contributions?|savings|money|deferrals?|sources?)\b[^?]*\bmatch|\bmatch\w*\b[^?]*\b(?:which|what)\b[^?]*\b(?:contributions?|savings|money|deferrals?|sources?)\b",
    "match",
)
_EVERY_ONE = Pattern(
    r"^(?:all|every|each|any|both)\b(?: (?:of|three|four|them|kinds?|types?|your|the|contributions?|are|is|matched|counts?))*\W*$"
)
"""`Which of my contributions are matched? All of them.`"""
_PREDICATE = Pattern(
    r"^(?:also |still |currently |generally )*(?:not|no|un)?[ -]?(?:matched|match|eligible|included|counted|excluded|is|are|do|does|will|get|gets|receive|receives|earn|earns)\b"
)


def counts_for(document: Document, unit: Unit, place: int, near: str, after_match: bool) -> list[Claim]:
    """What a unit says of which money is matched."""
    text = _ANSWER_MARK.sub("", unit.norm.replace('"', "").replace("catch- up", "catch-up"), count=1)
    lead, asked = document.lead_of(unit), document.follows.get(id(unit), "")
    before = document.units[place - 1].norm if place else ""
    asked = asked or (before if _ASKED.search(before) else "")
    if not asked and _YES_OR_NO.match(text) and "match" in before and len(before) < 90 and not _STATES.search(before):
        asked = before  # a label on a line of its own, and the answer on the next
    about = after_match or "match" in near or "match" in asked or bool(_LABELS.match(before))
    if "match" not in text and not about and not GIVES_A_SHARE.search(text):
        return []
    if labelled := _MATCHED_LABEL.match(text):
        text = "not matched" if labelled[1].startswith("no") else "matched"
    elif unit.kind == "heading" and not asked and not _STATES.search(text):
        return []
    if _NOT_SO.search(text) or text.endswith("?") or _ASKED.search(text):
        return []
    if _A_SOURCE.search(text) and _MOVED.search(text):
        return []
    if "@amb" in text and _third_kind(document):
        text = text.replace("@amb", "@at")
    if document.after_tax_is_true and "@at" in document.text:
        text = _OTHER_NAME.sub("@at contributions", text)
    text = _SUM.sub(" ", text) if "+" in text else text
    text = _UNDER_A_SECTION.sub(lambda hit: _of_the_section(document, hit), text)
    text = _EXTRA_AT_50.sub("catch-up contributions", _RATIO.sub("matches contributions", _AS_THE_OTHERS.sub("", text)))
    found: dict[str, bool] = {}
    whole = text
    if (bare := BARE.match(text)) and (kind := _spoken_of(document, unit, place)):
        whole, found = "", {_token(kind): not bare["said"].startswith(("no", "un", "does not"))}
    if _WHICH_ONES.search(asked) and _EVERY_ONE.match(text) and "@at" in document.text:
        whole, found = "", {"at": True}
    asks = "match" in asked or ("match" in text and _PREDICATE_ASKED.search(asked))
    if asks and (kind := alone(asked)) and len(asked) < 160:
        answer = "yes" if _YES.match(text) else "no" if _NO.match(text) else ""
        if answer and not alone(text):
            whole = ""
            # What the answer says of other money besides; where it says something else of this one, neither is believed.
            more = said_in(text, True) if KINDS_NAMED.search(text) else {}
            found = (
                {}
                if more.get(_token(kind), answer == "yes") != (answer == "yes")
                else more | {_token(kind): answer == "yes"}
            )
    if "match" in text and (row := _ROW.match(text)) and "match" in row["label"] and (kind := alone(row["label"])):
        answer = "yes" if _YES.match(row["answer"]) else "no" if _NO.match(row["answer"]) else ""
        found, whole = ({_token(kind): answer == "yes"}, "") if answer else ({}, whole)
    if (
        whole
        and lead
        and ("match" in lead or KINDS_NAMED.search(lead))
        and len(lead) < 200
        and not _NOT_SO.search(lead)
    ):
        if unit.cell and (kind := alone(lead)) and "match" in lead and not _WERE_MATCHED.search(lead):
            answer = "yes" if _YES.match(text) else "no" if _NO.match(text) else ""
            found, whole = ({_token(kind): answer == "yes"}, "") if answer else ({}, text)
        elif not unit.cell:
            whole = f"{lead} {text}" if lead.endswith(":") else text
    if whole and unit.cell and (of := _of_a_row(lead.partition(" | ")[0], text)):
        whole, found = "", of
    if whole and (first := _OF_THEM.match(whole)):
        whole = first[0]  # what one is advised to do because of it names other money
    if whole and not KINDS_NAMED.search(whole):
        head = document.heads_of(unit, 1)
        label = LABELLED.match(before)
        if label and _PREDICATE.match(whole):
            whole = f"{label['what']} contributions {whole}"
        elif (_LABEL.match(head) or _LABEL.match(before)) and _PREDICATE.match(whole):
            whole = f"{(head if _LABEL.match(head) else before).strip(' :.')} {whole}"
        elif (
            "match" in whole
            and (kind := _antecedent(document, unit, before, head))
            and kind != "@pre"
            and ("match" not in before or before == head)
            and abs(unit.page - document.units[place - 1].page) <= 1
        ):
            whole = PRONOUN.sub(f"{kind} contributions", whole, count=1)
        if (
            len(whole.split()) < 10
            and not _LIKE.search(whole)
            and WHICHEVER.search(whole)
            and len(set(KINDS_NAMED.findall(before))) > 1
        ):
            whole = f"{whole.strip(' .')} for {', '.join(KINDS_NAMED.findall(before))}"
    if whole and (listed := _below_its_head(document, unit, place, text)):
        whole, found = "", listed
    if whole:
        found = said_in(whole, about)
        if not found and implied(text, before if "@at" in before else "") and not document.general:
            return [Claim(FIELDS["at"], "yes", unit, 1)] if "@at" in document.text else []
    text = _PAID_IN_STOCK.sub("", text)
    unreal = IF_ROOM.sub("", text)
    unreal = unreal[once.end() :] if (once := ONCE_MADE.match(unreal)) else unreal
    if any(found.values()) and (_OTHER.search(text) or _UNREAL.search(unreal)):
        found = {kind: matched for kind, matched in found.items() if not matched}
    claims = [
        Claim(FIELDS[kind], "yes" if matched else "no", unit, 2)
        for kind, matched in found.items()
        if kind in FIELDS and (kind != "at" or ("@at" in document.text or "@at" in text))
    ]
    if _OF_A_PART.search(unit.raw) and "@at" in document.text and _BASIC_AFTER_TAX.search(document.text):
        # Where basic contributions may be after-tax, what is said of the voluntary ones is not said of after-tax money.
        claims = [claim for claim in claims if claim.field != FIELDS["at"] or claim.value == "yes"]
    if claims and (who := reserve.some(unit)):
        document.place(unit)
        unit.scope = unit.scope or who
    return claims


def _antecedent(document: Document, unit: Unit, before: str, head: str) -> str:
    """The kind of money that `they` and `it` stand for: of the sentence before, of the heading, or of the question above it."""
    if KINDS_NAMED.search(before):
        return alone(before)
    if KINDS_NAMED.search(head):
        return alone(head)
    above = document.heads_of(unit, 2).partition(" < ")[2]
    run_in = (
        unit.heads[0].endswith(".") if unit.heads else False
    )  # `2.3 Not matched.`, a caption below that of the money
    return alone(above) if above.endswith("?") or (run_in and _LABEL.match(above)) else ""


_OF_THEM = Pattern(
    r"^(?!.*\bif\b)[^@,.;]*\b(?:(?:do|does|will|shall) not match (?:them|it|these|those)|(?:they|these|those) (?:are|do|will) not (?:be )?(?:get )?(?:an? )?match(?:ed)?)(?=,? (?:so|which is why|therefore)\b)",
    "match",
)
"""`We do not match them, so save at least 6% pre-tax first.`"""
_UNDER_A_SECTION = Pattern(
    r"\b(?:contributions?|deferrals?|amounts?|savings) (?:made |contributed |elected )?(?:under|pursuant to|described in) (?:plan )?section (?P<article>\d{1,2})-(?P<number>\d{1,2})(?![\d(-])",
    "section",
)


def _of_the_section(document: Document, hit: re.Match[str]) -> str:
    """`Contributions under Section 3.2`, where `3.2 Catch-Up Contributions` is the heading of one: their kind."""
    number = f"{hit['article']}.{hit['number']}"
    for unit in document.units:
        if unit.norm.startswith(number) and _LABEL.match(unit.norm) and (kind := alone(unit.norm)):
            return f"{kind} contributions"
    return hit[0]


_WERE_MATCHED = Pattern(r"\b(?:that|which) (?:were|was|are|is|have been)(?: not)? matched", "matched")
"""`Contributions that were matched | no penalty`: which ones, and no question."""
_OF_A_PART = Pattern(r"\b(?:[Vv]oluntary|[Ss]upplemental|[Aa]dditional|[Ee]xcess|[Uu]nmatched)\b")
_BASIC_AFTER_TAX = Pattern(
    r"@at\b[^.;\n]{0,60}\b(?:basic|required|mandatory|thrift)\b|\b(?:basic|required|mandatory|thrift)\b[^.;\n]{0,90}@at\b",
    "basic", "required", "mandatory", "thrift",
)  # fmt: skip
_NOT_MATCHED_HEAD = Pattern(
    r"^\W*(?:[a-z0-9]{1,3}[.)] ?)?(?:(?:what|which|the|your|employee|kinds? of|types? of) )*(?:(?:contributions?|deferrals?|savings|money|sources?|types?)(?: of money)? )?(?:(?:that|which) )?(?:(?:is|are|will be) )?(?:not (?:be )?(?:matched|eligible for (?:the |a )?(?:company |employer )?match)|excluded from (?:the )?match\w*|unmatched)(?: contributions?| savings)?\W*$",
    "match",
)
_BARE_LIST = Pattern(r"^(?!.*\b(?:is|are|may|can|if|only|except|will|do|does|not|no|never)\b)")


def _below_its_head(document: Document, unit: Unit, place: int, text: str) -> dict[str, bool]:
    """`Contributions that are not matched`, and below it a list of kinds of money without a verb."""
    if unit.kind not in ("sentence", "item") or not _BARE_LIST.match(text) or len(text) > 160:
        return {}
    before = document.units[place - 1].norm if place else ""
    head = before if _NOT_MATCHED_HEAD.match(before) else document.heads_of(unit, 1)
    matched = _WHICH_KINDS.match(head) is not None
    if not (matched or _NOT_MATCHED_HEAD.match(head)):
        return {}
    text = _ROLLED.sub(" ", text)
    return {_token(kind): matched for kind in KINDS_NAMED.findall(text)}


_ROLLED = Pattern(r"(?:in-plan )?@roth (?:rollovers?|conversions?)|rollovers? (?:of|from) @\w+", "roll", "conversion")


def _third_kind(document: Document) -> bool:
    """Whether a plan that matches its pre-tax and Roth contributions calls others after-tax: those are not Roth."""
    return any(
        "@pre" in unit.norm
        and ("match" in unit.norm or GIVES_A_SHARE.search(unit.norm))
        and _BOTH_MATCHED.search(unit.norm)
        and "@amb" not in unit.norm
        for unit in document.units
        if unit.kind in ("sentence", "item", "cell")
    )


_BOTH_MATCHED = Pattern(
    r"(?:@pre(?: contributions?| deferrals?)?(?:,? (?:and/or|and|or)|/|,) ?(?:your )?@roth|@roth(?: contributions?| deferrals?)?(?:,? (?:and/or|and|or)|/|,) ?(?:your )?@pre)",
    "@roth",
)
_YES_OR_NO = Pattern(r"^(?:yes|no|none)\W*$", "yes", "no")
_MATCHED_LABEL = Pattern(
    r"^(?:(?:is it|are they|is this|are these) )?(?:matched|match-eligible|eligible for (?:a |the )?(?:company |employer )?match|(?:company |employer )?match)(?: by (?:the )?[a-z]+)? ?[?:|-] ?(yes|no|none)\W*$",
    "match",
)
"""`Matched? No`, below the heading of a kind of money."""
_WHICH_KINDS = Pattern(
    r"^\W*(?:(?:which|what|the|your|employee|eligible|types? of) )*(?:contributions?|contribution types?|deferrals?|sources?|money|savings|kinds?|types?)(?: (?:that )?(?:is|are|get|gets))? (?:matched|match-eligible|(?:counted|eligible|included) for (?:the )?(?:company |employer )?match\w*)\W*$"
    r"|^\W*(?:match(?:ed|able|-eligible)) (?:(?:contribution|employee|money) )*(?:contributions?|deferrals?|sources?|money|savings|kinds?|types?)\W*$"
    r"|^\W*(?:what|which)(?: contributions?)? (?:is|are|gets?|counts? for the) match(?:ed)?\W*$|^\W*(?:the )?match(?:ing)? (?:applies to|is made on|is paid on|basis)\W*$",
    "match",
)
"""`Matched contribution types`: the label of a list of kinds of money."""
_NO_LIST = Pattern(r"\b(?:not|no|never|except\w*|exclud\w*|other than|may|if)\b")


def _of_a_row(label: str, text: str) -> dict[str, bool]:
    """`Matched contributions | pre-tax, Roth and after-tax`, `Catch-up | $7,500 if 50 or older; not matched`."""
    kinds = KINDS_NAMED.findall(text)
    if _WHICH_KINDS.match(label) and kinds and not _NO_LIST.search(text):
        found = {_token(kind): True for kind in kinds}
        return {"at": False, **found} if "only" in text.split() else found
    if _LABEL.match(label) and (kind := alone(label)) and not kinds:
        said = [hit["said"] for part in _ASIDE.split(text) if (hit := BARE.match(part.strip()))]
        if len(said) == 1:
            return {_token(kind): not said[0].startswith(("no", "un", "does not"))}
    return {}


_ASIDE = Pattern(r"[;,(]|\. | - ")
_COLUMN = Pattern(
    r"^(?=.*\b(?:type|kind|source|contributions?|money|min\w*|max\w*|limit|rate|tax\w*|roth)\b).*(?:\bmatch(?:ed)?|\b(?:counts?|eligible|qualif\w+) (?:for|toward) (?:the |a )?(?:company |employer )?match)\W*$",
    "match",
)
"""The head of a table that lost its lines, the last column of which is the match."""
_LAST_CELL = Pattern(
    r"^\W*(?P<kind>@at|@roth|@pre|catch-?up)\b[^.;:?]{0,60}(?<=[ |])(?P<answer>yes|no|y|n|matched|unmatched|✓|✔|✗|✘)\W*$"
)
_COUNTS = Pattern(
    r"^(?:(?:is it |are they )?(?:matched|match-eligible)|(?:does it |do they )?(?:counts?|eligible|qualif(?:y|ies)|earns?|gets?) (?:for |toward |a |the )*(?:company |employer )?match|(?:company |employer )?match)\W*$",
    "match",
)
_ANSWERS = Pattern(r"^(?:(?:yes|no|✓|✔|✗|✘)\W*)+$")
_ANSWER = Pattern(r"yes|no|✓|✔|✗|✘")


def in_columns(document: Document) -> list[Claim]:
    """What a table says that lost its lines: rows that end with yes or no below `Matched?`, or answers below it in the order of the heads."""
    found: list[Claim] = []
    units = document.units
    for place, unit in enumerate(units):
        if "match" not in unit.norm or len(unit.norm) > 90:
            continue
        if unit.cell:
            found += _below_a_cell(document, place) if unit.cell[1] == 0 and _COUNTS.match(unit.norm) else []
            continue
        if _COLUMN.match(unit.norm):
            rows: list[tuple[Unit, str, str]] = []
            for row in units[place + 1 :]:
                hit = _LAST_CELL.match(row.norm)
                if not hit or row.cell or len(KINDS_NAMED.findall(row.norm)) > 1:
                    break
                rows.append((row, hit["kind"], hit["answer"]))
            if len(rows) > 1:
                found += _each(rows)
        elif _IN_THEIR_ORDER.match(unit.norm):
            said = _MATCHED_OR_NOT.findall(unit.norm)
            if len(kinds := _columns_above(document, place)) == len(said):
                found += _each([(unit, kind, each) for kind, each in zip(kinds, said, strict=True)])
        elif _COUNTS.match(unit.norm):
            answers: list[tuple[Unit, str]] = []
            for row in units[place + 1 :]:
                if not _ANSWERS.match(row.norm) or row.cell:
                    break
                answers += [(row, each) for each in _ANSWER.findall(row.norm)]
            kinds = _columns_above(document, place)
            if len(answers) > 1 and len(kinds) == len(answers):
                found += _each([(row, kind, said) for kind, (row, said) in zip(kinds, answers, strict=True)])
    return found if "@at" in document.text else [claim for claim in found if claim.field != "match_on_after_tax"]


_IN_THEIR_ORDER = Pattern(r"^\W*(?:(?:not |un)?matched\b\W*){2,5}$", "matched")
_MATCHED_OR_NOT = Pattern(r"(?:not |un)?matched", "matched")
"""`Matched Matched Not matched`: a row of a table that lost its lines."""


def _below_a_cell(document: Document, place: int) -> list[Claim]:
    """The column `Matched?` of a table: yes or no for the kind of money that begins each row."""
    head = document.units[place]
    rows: list[tuple[Unit, str, str]] = []
    for unit in document.units[place + 1 :]:
        if not unit.cell or not head.cell or unit.cell[0] != head.cell[0]:
            break
        label = document.lead_of(unit).partition(" | ")[0]
        if (
            unit.cell[2] != head.cell[2]
            or not (kind := alone(label))
            or not _LABEL.match(label.replace("@pre", "@roth"))
        ):
            continue
        if not _ONE_WORD.match(unit.norm):
            return []
        rows.append((unit, kind, unit.norm))
    return _each(rows) if len(rows) > 1 else []


_ONE_WORD = Pattern(r"^(?:yes|no|none|matched|not matched|✓|✔|✗|✘)\W*$")


def _each(rows: list[tuple[Unit, str, str]]) -> list[Claim]:
    if len({kind for _, kind, _ in rows}) < len(rows):
        return []
    return [
        Claim(FIELDS[_token(kind)], "yes" if _YES.match(said) else "no", row, 2)
        for row, kind, said in rows
        if _token(kind) in FIELDS
    ]


_HEAD_NAME = Pattern(r"pre-?tax|before-?tax|roth|after-?tax|catch-?up")
_HEADS_IN_A_LINE = Pattern(
    r"^(?:(?:pre-?tax|before-?tax|roth|after-?tax|catch-?up)(?: 401\(k\))?(?: (?:contributions?|savings|deferrals?))?(?:\W+|$)){2,4}$",
    flags=re.I,
)
_KIND_OF = {"pr": "@pre", "be": "@pre", "ro": "@roth", "af": "@at", "ca": "catch-up"}


def _columns_above(document: Document, place: int) -> list[str]:
    """The kinds of money that stand in a row of labels above, each once."""
    kinds: list[str] = []
    for each in document.units[max(0, place - 40) : place]:
        named = KINDS_NAMED.findall(each.norm) if len(each.norm.split()) < 8 and each.kind != "question" else []
        if len(named) == 1 and _LABEL.match(f"{each.norm}".replace("@pre", "@roth")):
            kinds += named
        elif line := _HEADS_IN_A_LINE.match(each.raw):
            # As written: beside one another, two heads read as one kind of money.
            kinds = [_KIND_OF[name[:2]] for name in _HEAD_NAME.findall(line[0].lower())]
        elif len(named) > 1 and set(each.norm.split()) <= {*named, "catch-up", "contributions", "savings"}:
            kinds = named
        elif len(kinds) > 1:
            break
        else:
            kinds = []
    return kinds if len(kinds) > 1 and len(set(kinds)) == len(kinds) else []


_PAY = Pattern(r"\b(?:bonus\w*|commissions?|overtime|stock|rsus?|equity|severance|rollovers?|rolled)\b")
"""Of what else one says that it is not matched."""


def _spoken_of(document: Document, unit: Unit, place: int) -> str:
    """The one kind of money that the sentences just before are about; empty where they name several, or another row begins."""
    if unit.kind == "item" and _LABEL.match(head := document.heads_of(unit, 1)):
        return alone(head)
    for each in reversed(document.units[max(0, place - 3) : place]):
        if each.kind == "heading" and unit.heads[:1] == (each.raw,):
            break
        if each.cell != unit.cell or each.heads[:1] != unit.heads[:1] or each.page != unit.page:
            return ""
        if _PAY.search(each.norm):
            return ""
        if KINDS_NAMED.search(each.norm):
            label, row, _ = each.norm.partition(" | ")
            return alone(label if row and _LABEL.match(label) else each.norm)
    for text in document.heads_of(unit, 3).split(" < "):
        if KINDS_NAMED.search(text):
            return alone(text) if _LABEL.match(text) else ""
        if not (_NO_SUBJECT.match(text) or text.endswith("?")):
            return ""
    return ""


_NO_SUBJECT = Pattern(
    r"^\W*(?:the )?(?:basics|details|key (?:facts|features|points)|features|facts|at a glance|how it works|rules|limits?|overview|quick facts|what to know|highlights|good to know)\W*$"
)
"""A heading that says nothing of what it is about."""


_ROW = Pattern(r"^(?P<label>[^:|?]{3,60}?) ?[:|?] ?(?P<answer>.+)$")
"""`Match on catch-up: no`, `After-tax matched? | Yes`."""


def _token(kind: str) -> str:
    return "at" if kind == "@at" else "roth" if kind == "@roth" else "pre" if kind == "@pre" else "catch"
