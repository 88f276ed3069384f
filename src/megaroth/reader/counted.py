"""Which money counts for the match: a unit with what its heading, lead-in, question or the sentence before it adds, read by `matched`."""

from __future__ import annotations

import re

from megaroth.reader import reserve
from megaroth.reader.context import Document
from megaroth.reader.counted_near import (
    below_the_caption,
    nothing_else,
    of_another_verb,
    of_its_row,
    of_the_sentence_before,
    of_yes_and_no,
    spoken_of_before,
)
from megaroth.reader.counted_words import ANSWER_MARK, ASIDE, LABEL, NO, PAY, YES, YES_OR_NO, token
from megaroth.reader.listed import GIVES_A_SHARE, IF_ROOM, KINDS_NAMED, LABELLED, ONCE_MADE, alone, implied
from megaroth.reader.matched import PRONOUN, WHICHEVER, said_in
from megaroth.reader.matched_clause import FIELDS
from megaroth.reader.matched_words import plainly, says_nothing_of_ours
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
    r"^(?:but |and |it's |these are |they are |this is |also )?(?P<said>not matched|unmatched|no match|not eligible for (?:the |a |any )?match\w*|does not (?:get|earn|count (?:for|toward)) (?:a |the |any )?match|matched(?: too| as well| also| (?:as part of|under|by|with|in) (?:the|this|that) (?:same )?(?:formula|match)(?: above| below)?)?|gets? (?:the )?match\w*(?: too)?|eligible for (?:the |a |any )?(?:company |employer )?match(?:ing contributions?)?)(?: (?:on|for) (?:these|those|this|them|it|that)(?: (?:pockets?|buckets?|contributions?|dollars|money|sources?|types?|kinds?|savings|ones?))?)?\W*$",
    "get", "match", "no match", "not",
)  # fmt: skip
_IF_BEFORE = Pattern(
    r"^(?:and )?(?:when|if|while|as long as) [^,;.]{3,60}\b(?:below|under|short of)\b[^,;.]{0,30}, ",
    "below",
    "under",
    "short of",
)
"""`When you are below the percent, sure.`"""
_ASKED_AGAIN = Pattern(
    r"^\W*(?:q\W+)?(?:(?:and|what about|how about|do(?:es)?|is|are|on|for|my|your|the) )*(?:@pre|@roth|@at|catch-?up)(?: (?:contributions?|savings|dollars|money))?\?$",
    "?",
)
"""`Do catch-up contributions get a match? Yes. Do after-tax? No.`"""
_NOT_HERE = Pattern(
    r"^\W*no (?:company |employer )?match(?=,[^.;]{0,40}\W*$)|^\W*(?:but |and |though )?(?:(?:the|our|company|employer|[a-z]+'s) )*match(?:ing contributions?)?:? (?:does not apply|do not apply|is not applicable|not applicable)(?: (?:here|to (?:these|this|them|it)(?: [a-z]+)?))?\W*$",
    "appl", "no ",
)  # fmt: skip
"""`The match does not apply`, after what may be put in."""
_AFTER_50 = Pattern(
    r"\b(?:i'm|i am|you are|if you are|past|over|turn(?:ed|ing)?|reach(?:ed|ing)?|age) (?:past |over |already |now )?50\b[^?]{0,60}\b(?:more|extra|additional)\b",
    "50",
)
_THE_EXTRA = Pattern(
    r"\b(?:the|that|this|your|any) (?:extra|additional (?:amount|money|savings|contributions?)|added (?:amount|money)|extra (?:amount|money|savings|contributions?))(?=\W*$|[,.;]| (?:is|are|does|do|will|counts?|gets?|earns?)\b)",
    "extra", "additional", "added",
)  # fmt: skip
"""`I'm past 50. May I put in more? Yes, but the Company does not match the extra.`"""
_ALL_ONE = Pattern(
    r"^(?:yes[,.;:] )?(?:it's|it is|they are|they're|these are|everything is|both are|that's|all of it is) all (?:(?:in )?one (?:bucket|pot|pool|sum|total|number|amount|thing)|the same|counted together|added (?:up|together))(?: to us)? (?:for|in|when (?:we )?(?:figur|calculat|work)\w*(?: out)?|as far as) (?:the |your |our )*(?:company |employer )?match\b",
    "all ",
)
"""`Does my catch-up count? It's all one bucket for the match.`"""
_FULL_TOGETHER = Pattern(
    r"^(?:so )?if (?:your |the )?(?P<kinds>[^,;.%]{3,60}) (?:together |combined |in total )*(?:reach|come to|add up to|total|amount to|make up|equal|are)(?: at least)? \d[\d.]*%[^,;%]{0,40}, (?:then )?you(?:'ll| will)? (?:still |also )?(?:get|receive|earn|have) (?:the |your |all of the )*(?:full|whole|entire|maximum|all)\b",
    "if ",
)
"""`If your regular deferrals plus catch-up reach 5% of a check, you get the full 4%`: each of them counts."""
_OF_IT = Pattern(
    rf"\bmatch\w*(?: (?:contributions?|to|on|for|of|any|all))* (?:{PRONOUN.text})\W*$|^(?:but |and )?(?:{PRONOUN.text}) .*\bmatch",
    "match",
)
_WHAT_ELSE = Pattern(r";|,? (?:but|although|though|while|however)\b")
_PLUS = Pattern(r"(?: plus | and |, ?| & | \+ )")
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
    r"\bspill-?over (?:contributions?|deferrals?|money|dollars|savings|amounts?)|@basis(?= (?:is|are|do|does|will|contrib|savings|get|earn|count|receive|and|or)\b|\W*$|[,;)])",
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


_NOT_MATCHED_TAIL = Pattern(
    r"^(?!.*\b(?:if|above|over|beyond|more than|excess|except)\b).{4,90}(?:,|;| -) (?:but )?(?:not matched|unmatched|no (?:company |employer )?match)\W*$",
    "not matched", "unmatched", "no ",
)  # fmt: skip


def counts_for(document: Document, unit: Unit, place: int, near: str, after_match: bool) -> list[Claim]:
    """What a unit says of which money is matched."""
    text = ANSWER_MARK.sub("", unit.norm.replace('"', "").replace("catch- up", "catch-up"), count=1)
    text = of_the_matching_section(document, text) if "section" in text else text
    lead, asked = document.lead_of(unit), document.follows.get(id(unit), "")
    before = document.units[place - 1].norm if place else ""
    asked = asked or (before if _ASKED.search(before) else "")
    if not asked and YES_OR_NO.match(text) and "match" in before and len(before) < 90 and not _STATES.search(before):
        asked = before  # a label on a line of its own, and the answer on the next
    about = after_match or "match" in near or "match" in asked or bool(_LABELS.match(before))
    if "@amb" in text and _third_kind(document):
        text = text.replace("@amb", "@at")
    if of_another_verb(before, text):
        return []
    about = about or spoken_of_before(document, unit, place, text)
    if "match" not in text and not about and not GIVES_A_SHARE.search(text) and not says_nothing_of_ours(text):
        return []
    text = plainly(text)
    if labelled := _MATCHED_LABEL.match(text):
        text = "not matched" if labelled[1].startswith("no") else "matched"
    elif unit.kind == "heading" and not asked and not _STATES.search(text):
        return []
    if _NOT_SO.search(IF_ROOM.sub("", text)) or text.endswith("?") or _ASKED.search(text):
        return []
    if _A_SOURCE.search(text) and _MOVED.search(text):
        return []
    if document.after_tax_is_true and "@at" in document.text:
        text = _OTHER_NAME.sub("@at contributions", text)
    text = _SUM.sub(" ", text) if "+" in text else text
    if "match" in text and _AFTER_50.search(f"{asked} {unit.answer_to} {document.heads_of(unit, 1)}"):
        text = _THE_EXTRA.sub("catch-up contributions", text)
    text = _UNDER_A_SECTION.sub(lambda hit: _of_the_section(document, hit), text)
    text = _EXTRA_AT_50.sub("catch-up contributions", _RATIO.sub("matches contributions", _AS_THE_OTHERS.sub("", text)))
    found: dict[str, bool] = {}
    whole = text
    if _NOT_HERE.match(text) and (kind := spoken_of(document, unit, place)):
        whole, found = "", {token(kind): False}
    if (bare := BARE.match(text)) and (kind := spoken_of(document, unit, place)):
        whole, found = "", {token(kind): not bare["said"].startswith(("no", "un", "does not"))}
    elif (
        _NOT_MATCHED_TAIL.search(text)
        and not KINDS_NAMED.search(text)
        and not PAY.search(text)
        and (kind := spoken_of(document, unit, place))
    ):
        whole, found = "", {token(kind): False}  # `Up to 8% of pay, not matched`, below its caption
    if _WHICH_ONES.search(asked) and _EVERY_ONE.match(text) and "@at" in document.text:
        whole, found = "", {"at": True}
    near_by = (
        of_the_sentence_before(document, unit, place, text)
        or below_the_caption(document, unit, text)
        or of_yes_and_no(document, unit, place, text)
        or of_its_row(document, unit, place, text)
        or nothing_else(document, text, asked or document.heads_of(unit, 1), before)
    )
    if near_by:
        whole, found = "", near_by
    if (
        _ALL_ONE.match(text)
        and (kind := alone(asked or document.heads_of(unit, 1)))
        and ("count" in asked + before or "match" in asked)
    ):
        whole, found = "", {token(kind): True}
    if about and (both := _FULL_TOGETHER.match(text)) and len(_PLUS.split(both["kinds"])) > 1:
        whole, found = "", {token(kind): True for kind in KINDS_NAMED.findall(both["kinds"])}
        text = text[both.end() :]
    asks = (
        "match" in asked
        or is_asked_again(document, unit, place)
        or ("match" in text and _PREDICATE_ASKED.search(asked))
    )
    if asks and (kind := alone(asked)) and len(asked) < 160:
        met = _IF_BEFORE.sub("", IF_ROOM.sub("", text)).lstrip(" ,")  # `As long as there is room, yes`
        answer = "yes" if YES.match(met) else "no" if NO.match(met) else ""
        if answer and not alone(text):
            whole = ""
            # What the answer says of other money besides; where it says something else of this one, neither is believed.
            more = said_in(text, True) if KINDS_NAMED.search(text) else {}
            found = (
                {}
                if more.get(token(kind), answer == "yes") != (answer == "yes")
                else more | {token(kind): answer == "yes"}
            )
    row = _ROW.match(text) if "match" in text else None
    asked_of = row and ("match" in row["label"] or (LABEL.match(row["label"]) and _asked_just_now(document, place)))
    if row and asked_of and (kind := alone(row["label"])):
        answer = "yes" if YES.match(row["answer"]) else "no" if NO.match(row["answer"]) else ""
        found, whole = ({token(kind): answer == "yes"}, "") if answer else ({}, whole)
    row = _ROW.match(text) if whole else None
    if row and not unit.cell and LABEL.match(row["label"]) and (of := _of_a_row(row["label"], row["answer"])):
        whole, found = "", of  # `Catch-up contributions: $7,500 limit; no match`
    if row and _THE_SOURCES.match(row["label"]) and _KINDS_ALONE.match(row["answer"]):
        # `Sources matched: before-tax, Roth`, of a plan that has more of them: the others are not.
        kinds = KINDS_NAMED.findall(row["answer"])
        whole, found = "", {"at": False} | {token(kind): True for kind in kinds if kind != "@pre"}
    if (
        whole
        and lead
        and ("match" in lead or KINDS_NAMED.search(lead))
        and len(lead) < 200
        and not _NOT_SO.search(lead)
    ):
        if unit.cell and (kind := alone(lead)) and "match" in lead and not _WERE_MATCHED.search(lead):
            answer = "yes" if YES.match(text) else "no" if NO.match(text) else ""
            found, whole = ({token(kind): answer == "yes"}, "") if answer else ({}, text)
        elif not unit.cell:
            whole = f"{lead} {text}" if lead.endswith(":") else text
    of_row = lead.partition(" | ")[0]
    if unit.cell and _WHICH_ALONE.match(of_row) and "match" in document.heads_of(unit, 1):
        of_row = f"matched {of_row.split()[-1]}"
    if whole and unit.cell and (of := _of_a_row(of_row, text)):
        whole, found = "", of
    if whole and (first := _OF_THEM.match(whole)):
        whole = first[0]  # what one is advised to do because of it names other money
    own = _WHAT_ELSE.split(whole, maxsplit=1) if whole else []
    if len(own) > 1 and "match" in own[0] and "match" not in own[1] and _OF_IT.search(own[0]):
        # `… does not match these dollars, but they can be moved into Roth`: what is matched, the first clause says.
        whole = whole if KINDS_NAMED.search(own[0]) else own[0]
    if whole and not KINDS_NAMED.search(whole):
        head = document.heads_of(unit, 1)
        label = LABELLED.match(before)
        if label and _PREDICATE.match(whole):
            whole = f"{label['what']} contributions {whole}"
        elif (LABEL.match(head) or LABEL.match(before)) and _PREDICATE.match(whole):
            whole = f"{(head if LABEL.match(head) else before).strip(' :.')} {whole}"
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


def is_asked_again(document: Document, unit: Unit, place: int) -> bool:
    """`Does catch-up get a match? Yes. Does after-tax? No.`: whether the question before leaves the match out, and the one before has it."""
    asked = document.follows.get(id(unit), "")
    return 0 < len(asked) < 50 and bool(_ASKED_AGAIN.match(asked)) and _asked_just_now(document, place)


def _asked_just_now(document: Document, place: int) -> bool:
    """`Match on Roth? On catch-up?`: questions in a row, and their answers below."""
    return any(unit.kind == "question" and "match" in unit.norm for unit in document.units[max(0, place - 4) : place])


def _antecedent(document: Document, unit: Unit, before: str, head: str) -> str:
    """The kind of money that `they` and `it` stand for: of the sentence before, of the heading, or of the question above it."""
    above = document.heads_of(unit, 2).partition(" < ")[2]
    if KINDS_NAMED.search(before) or "@amb" in before or "@basis" in before:
        if set(KINDS_NAMED.findall(before)) <= {"@pre", "@roth"} and "@amb" not in before and "@basis" not in before:
            # `They can be pre-tax or Roth`: how they are taxed, and they are what the heading names.
            for each in (head, above):
                if LABEL.match(each) and (kind := alone(each)) in ("@at", "catch-up", "catchup"):
                    return kind
        return alone(before)
    if KINDS_NAMED.search(head):
        return alone(head)
    run_in = (
        unit.heads[0].endswith(".") if unit.heads else False
    )  # `2.3 Not matched.`, a caption below that of the money
    return alone(above) if above.endswith("?") or (run_in and LABEL.match(above)) else ""


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
        if unit.norm.startswith(number) and LABEL.match(unit.norm) and (kind := alone(unit.norm)):
            return f"{kind} contributions"
    return hit[0]


_COUNTED_UNDER = Pattern(
    r"\b(?P<says>(?:taken into account|considered|counted|included|disregarded)(?: in| for purposes)?) (?:under|of|for purposes of) section (?P<article>\d{1,2})-(?P<number>\d{1,2})(?![\d(-])",
    "section",
)


def of_the_matching_section(document: Document, text: str) -> str:
    """`Not taken into account under Section 4.06`, where the heading of that section is on the match."""
    if ("catch" not in text and "@" not in text) or not (hit := _COUNTED_UNDER.search(text)):
        return text
    heads = (f"section {hit['article']}-{hit['number']} ", f"{hit['article']}.{hit['number']} ")
    if not any(unit.norm.startswith(heads) and "match" in unit.norm[:60] for unit in document.units):
        return text
    return f"{text[: hit.start()]}{hit['says']} for the match{text[hit.end() :]}"


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
    return {token(kind): matched for kind in KINDS_NAMED.findall(text)}


_THE_SOURCES = Pattern(
    r"^\W*(?:(?:contribution|employee|eligible|money) )*(?:sources?|money types?|contribution types?) (?:that (?:are|is) )?(?:matched|match-eligible|eligible for (?:the )?match)\W*$|^\W*match(?:ed|able|-eligible|ing)? (?:(?:contribution|employee|money) )*(?:sources?|money types?|contribution types?)\W*$",
    "match",
)
_KINDS_ALONE = Pattern(
    r"^(?:(?:bef|rot|incl|including|employee|your|and|or|contributions?|deferrals?|401k|savings|catch-?up)\b|@(?:pre|roth|at)|[ ,/&.+])+\W*$"
)
_ROLLED = Pattern(r"(?:in-plan )?@roth (?:rollovers?|conversions?)|rollovers? (?:of|from) @\w+", "roll", "conversion")


def _third_kind(document: Document) -> bool:
    """Whether a plan that matches its pre-tax and Roth contributions calls others after-tax: those are not Roth."""
    return any(
        "@pre" in unit.norm
        and ("match" in unit.norm or GIVES_A_SHARE.search(unit.norm) or "match" in document.heads_of(unit, 1))
        and _BOTH_MATCHED.search(unit.norm)
        and "@amb" not in unit.norm
        for unit in document.units
        if unit.kind in ("sentence", "item", "cell")
    )


_BOTH_MATCHED = Pattern(
    r"(?:@pre(?: contributions?| deferrals?)?(?:,? (?:and/or|and|or)|/|,) ?(?:your )?@roth|@roth(?: contributions?| deferrals?)?(?:,? (?:and/or|and|or)|/|,) ?(?:your )?@pre)",
    "@roth",
)
_MATCHED_LABEL = Pattern(
    r"^(?:(?:is it|are they|is this|are these) )?(?:matched|(?:company |employer )?match[- ]eligible|eligible for (?:a |the )?(?:company |employer )?match|(?:company |employer )?match)(?: by (?:the )?[a-z]+)? ?[?:|-] ?(yes|no|none)\W*$",
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
_WHICH_ALONE = Pattern(
    r"^\W*(?:(?:on |for |to )?(?:which|what)|eligible) (?:kinds? of |types? of |employee )?(?:savings|contributions?|money|sources?|deferrals?)\W*$"
)
"""`Which savings`, a row of the part on the match."""
KINDS_ONLY = Pattern(
    r"^\W*(?:only )?(?:on |for )?(?:your )?@pre(?: contributions?)?(?: ?(?:and/or|and|or|,|/|\+|&)) ?@roth(?: contributions?)?(?: only)?\W*$",
    "@pre",
)
"""`Pre-tax and Roth only`, straight below the formula."""
_NO_LIST = Pattern(r"\b(?:not|no|never|except\w*|exclud\w*|other than|may|if)\b")


def _of_a_row(label: str, text: str) -> dict[str, bool]:
    """`Matched contributions | pre-tax, Roth and after-tax`, `Catch-up | $7,500 if 50 or older; not matched`."""
    kinds = KINDS_NAMED.findall(text)
    if _WHICH_KINDS.match(label) and kinds and not _NO_LIST.search(text):
        found = {token(kind): True for kind in kinds}
        return {"at": False, **found} if "only" in text.split() else found
    if LABEL.match(label) and (kind := alone(label)) and not kinds:
        said = [hit["said"] for part in ASIDE.split(text) if (hit := BARE.match(part.strip()))]
        said += ["no" if hit["no"] else "yes" for part in ASIDE.split(text) if (hit := _ITS_MATCH.match(part.strip()))]
        if len(said) == 1:
            return {token(kind): not said[0].startswith(("no", "un", "does not"))}
    return {}


_ITS_MATCH = Pattern(
    r"^(?:eligible for (?:the |a |any )?(?:company |employer )?match|(?:company |employer )?match(?:ed)?)\??:? (?:(?P<no>no|none|n|n/a|not (?:applicable|available))|yes|y)\W*$",
    "match",
)
"""`Eligible for match: N`, in the row of a kind of money."""


def spoken_of(document: Document, unit: Unit, place: int) -> str:
    """The one kind of money that the sentences just before are about; empty where they name several, or another row begins."""
    if unit.kind == "item" and LABEL.match(head := document.heads_of(unit, 1)):
        return alone(head)
    for each in reversed(document.units[max(0, place - 3) : place]):
        if each.kind == "heading" and unit.heads[:1] == (each.raw,):
            break
        if each.cell != unit.cell or each.heads[:1] != unit.heads[:1] or each.page != unit.page:
            return ""
        if PAY.search(_IN_BRACKETS.sub("", each.norm)):
            return ""
        if KINDS_NAMED.search(each.norm):
            label, row, _ = each.norm.partition(" | ")
            return alone(label if row and LABEL.match(label) else each.norm)
    for text in document.heads_of(unit, 3).split(" < "):
        if KINDS_NAMED.search(text):
            return alone(text) if LABEL.match(text) else ""
        if not (_NO_SUBJECT.match(text) or text.endswith("?")):
            return ""
    return ""


_IN_BRACKETS = Pattern(r"\([^()]*\)", "(")
_NO_SUBJECT = Pattern(
    r"^\W*(?:the )?(?:basics|details|key (?:facts|features|points)|features|facts|at a glance|how it works|rules|limits?|overview|quick facts|what to know|highlights|good to know)\W*$"
)
"""A heading that says nothing of what it is about."""


_ROW = Pattern(r"^(?P<label>[^:|?]{3,60}?) ?[:|?] ?(?P<answer>.+)$")
"""`Match on catch-up: no`, `After-tax matched? | Yes`."""
