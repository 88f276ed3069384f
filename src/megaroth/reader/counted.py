"""Which money counts for the match: a unit with what its heading, lead-in, question or the sentence before it adds, read by `matched`."""

from __future__ import annotations

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
from megaroth.reader.counted_rows import (
    BARE,
    KINDS_ALONE,
    MATCHED_LABEL,
    ROW,
    THE_SOURCES,
    WHICH_ALONE,
    below_its_head,
    of_a_row,
)
from megaroth.reader.counted_subject import (
    UNDER_A_SECTION,
    antecedent,
    asked_just_now,
    is_asked_again,
    of_the_matching_section,
    of_the_section,
    spoken_of,
    third_kind,
)
from megaroth.reader.counted_words import ANSWER_MARK, LABEL, NO, PAY, YES, YES_OR_NO, token
from megaroth.reader.listed import GIVES_A_SHARE, IF_ROOM, KINDS_NAMED, LABELLED, ONCE_MADE, alone, implied
from megaroth.reader.matched import PRONOUN, WHICHEVER, said_in
from megaroth.reader.matched_clause import FIELDS
from megaroth.reader.matched_words import plainly, says_nothing_of_ours
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit

_THEY_IN_A_CLAUSE = Pattern(
    r"^(?P<they>they|these|those|it)\b[^;]*; (?:[^;]*; )?(?P<clause>(?:and |but )?(?P=they) (?:are|is|do|does|will) [^;@]*\bmatch[^;@]*)(?:;|$)",
    "; ",
)
_HOW_MUCH = Pattern(
    r"^\W*(?:q\W+)?(?:how much|what) (?:is|are) (?:the |your |our |my )?(?:company |employer )*match(?:ing contributions?)?\W*$",
    "match",
)
_LIKE = Pattern(r"\bas\b|\d")
_AS_THE_OTHERS = Pattern(
    r"(?:(?<=matched)|(?<=match)) (?:just |exactly |precisely |at the same rate |in the same way |the same way )*(?:as|like) [^,.;]*?\b(?:would(?: be)?|are|is|do)\b",
    " as ", " like ",
)  # fmt: skip
"""`Matched just as Roth contributions would be`: nothing is unreal in it."""
_RATIO = Pattern(
    r"\b(?:contributes?|adds?|puts? in|gives?|pays?|deposits?) (?:you )?(?:an additional )?\$\d?(?:\.\d+)? (?:for|on|per|to) (?:each|every) (?:\$1(?:\.00)?|dollar)(?: (?:of|on|in) the first \d[\d.]*%(?: of [a-z ]{3,24}?)?)?(?: that)? (?:you|they|an? \w+|the \w+|participants?|employees?|members?) (?:contribut|sav|defer|elect|put)\w*(?: in)?",
    "$",
)
"""`Contributes $1 for every $1 you contribute on an after-tax basis`."""
_EXTRA_AT_50 = Pattern(
    r"\b(?:the |any |your )?(?:extra|additional|added) (?:amounts?|contributions?|savings|deferrals?|deposits?) (?:that |which |for )?(?:\w+ ){0,4}(?:age )?50 (?:and|or) (?:over|older|above|up)(?: (?:may|can|are allowed to) (?:save|contribute|make|defer|put in))?|\bage 50 (?:and|or) (?:over|older|above|up)(?: in 20\d\d)?: (?:an )?(?:extra |additional )?\$[\d,]+(?: additional| more| extra)?",
    " 50 ",
)
"""What is called catch-up elsewhere."""
_IF_BEFORE = Pattern(
    r"^(?:and )?(?:when|if|while|as long as) [^,;.]{3,60}\b(?:below|under|short of)\b[^,;.]{0,30}, ",
    "below",
    "under",
    "short of",
)
"""`When you are below the percent, sure.`"""
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
_ADDED_UP = Pattern(
    r"\bmatch\w*(?: contributions?| money)? ?\+ ?(?:[a-z]+ ){0,2}@|@\w+(?: [a-z]+){0,2} ?\+ ?(?:[a-z]+ ){0,2}match", "+"
)
"""`Your money + match + after-tax cannot be above $72,000`."""
_STOPS_FOR_A_TIME = Pattern(
    r"\b(?:not|no|stops?|suspend\w*|without)\b[^.;]{0,30}\bmatch\w*[^.;]{0,40}\bfor (?:the )?(?:next |following |a period of |up to )?(?:\d{1,2}|one|two|three|four|five|six|nine|twelve)(?: \(\d+\))?(?: full| calendar)? (?:months?|pay|quarters?|weeks?|years?)\b",
    "month", "pay", "quarter", "week", "year",
)  # fmt: skip
"""`After such a withdrawal the Company will not match for three months`: a penalty, and not what is matched."""
_WHERE_IT_GOES = Pattern(
    r"\bmatch\w*(?: contributions?)?,? (?:(?:is|are|goes|will be|always|credited|deposited|made|put|placed|paid|held) )+(?:to|in|into) (?:(?:the|your|a|an) )?(?:[@a-z-]+ ){0,2}(?:sources?|accounts?|buckets?|side)\b|\bmatch\w*(?: contributions?)?,? (?:is|are|goes|will be)(?: always)?(?: made| paid| credited| put in)?(?: as| in)? @pre\b",
    "match",
)
"""`The match is always credited to the traditional source no matter which type you choose`: where it goes."""
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
    r"\bif (?:you|they|an? \w+|participants?|employees?|members?)(?:'ve| have| has) been (?:getting|receiving|earning|matched)\b|\b(?:example|suppose|assum\w+|formerly|previously|used to|other plans?|prior plan|if the match|if (?:we|they|it|the (?:company|employer|plan)) (?:do|does|did|will) (?:not )?match|(?:some|certain|other) (?:eligible )?(?:plans|employers|companies|groups|employees|participants?))\b",
    " been ", "assum", "certain", "employe", "example", "formerly", "if the ", "if we ", "if they ", "if it ", "other companies", "other eligible", "other groups",
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
    if "☐" in text:
        text = _TICKED_ANSWER.sub(lambda box: box["first"] or box["second"], text)
    text = of_the_matching_section(document, text) if "section" in text else text
    lead, asked = document.lead_of(unit), document.follows.get(id(unit), "")
    before = document.units[place - 1].norm if place else ""
    asked = asked or (before if _ASKED.search(before) else "")
    if not asked and YES_OR_NO.match(text) and "match" in before and len(before) < 90 and not _STATES.search(before):
        asked = before  # a label on a line of its own, and the answer on the next
    about = after_match or "match" in near or "match" in asked or bool(_LABELS.match(before))
    if "@amb" in text and third_kind(document):
        text = text.replace("@amb", "@at")
    if of_another_verb(before, text):
        return []
    about = about or spoken_of_before(document, unit, place, text)
    if "match" not in text and not about and not GIVES_A_SHARE.search(text) and not says_nothing_of_ours(text):
        return []
    text = plainly(text)
    if labelled := MATCHED_LABEL.match(text):
        text = "not matched" if labelled[1].startswith("no") else "matched"
    elif unit.kind == "heading" and not asked and not _STATES.search(text):
        return []
    if _NOT_SO.search(IF_ROOM.sub("", text)) or text.endswith("?") or _ASKED.search(text):
        return []
    if (_A_SOURCE.search(text) and _MOVED.search(text)) or _STOPS_FOR_A_TIME.search(text):
        return []
    if _WHERE_IT_GOES.search(text) and WHICHEVER.search(text):
        return []
    if document.after_tax_is_true and "@at" in document.text:
        text = _OTHER_NAME.sub("@at contributions", text)
    if "+" in text and _ADDED_UP.search(text):
        return []
    text = _SUM.sub(" ", text) if "+" in text else text
    if "match" in text and _AFTER_50.search(f"{asked} {unit.answer_to} {document.heads_of(unit, 1)}"):
        text = _THE_EXTRA.sub("catch-up contributions", text)
    text = UNDER_A_SECTION.sub(lambda hit: of_the_section(document, hit), text)
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
    if clause := _THEY_IN_A_CLAUSE.match(text):
        whole = clause["clause"]  # `They go up to 9% beside pre-tax and Roth; they are not matched; …`
    if whole and _HOW_MUCH.match(asked) and text[:1].isdigit():
        whole = f"the company matches {whole}"  # `How much is the match? 100% of …`
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
        # `No. Nor are after-tax contributions`: what a sentence of its own goes on to say does not change the answer.
        if answer and (not alone(text) or (alone(text) != kind and text[len(answer) : len(answer) + 1] in (".", ";"))):
            whole = ""
            # What the answer says of other money besides; where it says something else of this one, neither is believed.
            more = said_in(text, True) if KINDS_NAMED.search(text) else {}
            found = (
                {}
                if more.get(token(kind), answer == "yes") != (answer == "yes")
                else more | {token(kind): answer == "yes"}
            )
    row = ROW.match(text) if "match" in text else None
    asked_of = row and ("match" in row["label"] or (LABEL.match(row["label"]) and asked_just_now(document, place)))
    if row and asked_of and (kind := alone(row["label"])):
        answer = "yes" if YES.match(row["answer"]) else "no" if NO.match(row["answer"]) else ""
        found, whole = ({token(kind): answer == "yes"}, "") if answer else ({}, whole)
    row = ROW.match(text) if whole else None
    if row and not unit.cell and LABEL.match(row["label"]) and (of := of_a_row(row["label"], row["answer"])):
        whole, found = "", of  # `Catch-up contributions: $7,500 limit; no match`
    if row and THE_SOURCES.match(row["label"]) and KINDS_ALONE.match(row["answer"]):
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
        elif not unit.cell and not (_OFFERS_IT.search(text) and "match" not in text):
            whole = f"{lead} {text}" if lead.endswith(":") else text
    of_row = lead.partition(" | ")[0]
    if unit.cell and WHICH_ALONE.match(of_row) and "match" in document.heads_of(unit, 1):
        of_row = f"matched {of_row.split()[-1]}"
    if whole and unit.cell and (of := of_a_row(of_row, text)):
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
            and (kind := antecedent(document, unit, before, head))
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
    if whole and (listed := below_its_head(document, unit, place, text)):
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
    if (
        _OF_A_PART.search(unit.raw)
        and "@at" in document.text
        and any("@at" in each.norm and _BASIC_AFTER_TAX.search(each.norm) for each in document.units)
    ):
        # Where basic contributions may be after-tax, what is said of the voluntary ones is not said of after-tax money.
        claims = [claim for claim in claims if claim.field != FIELDS["at"] or claim.value == "yes"]
    if claims and (who := reserve.some(unit)):
        document.place(unit)
        unit.scope = unit.scope or who
    return claims


_TICKED_ANSWER = Pattern(
    r"^(?:(?:[☒☑✔x] ?)?(?P<first>yes|no) ☐ ?(?:yes|no)\b|☐ ?(?:yes|no) (?:[☒☑✔x] ?)?(?P<second>yes|no)\b)", "☐"
)
"""`☒ Yes ☐ No`, as an answer."""
_OFFERS_IT = Pattern(
    r"\b(?:allows?|offers?|permits?|accepts?|may|can) ", "allow", "offer", "permit", "accept", "may ", "can "
)
"""An item of a list that tells what may be put in, below `One of the most generous matches:`."""
_OF_THEM = Pattern(
    r"^(?!.*\bif\b)[^@,.;]*\b(?:(?:do|does|will|shall) not match (?:them|it|these|those)|(?:they|these|those) (?:are|do|will) not (?:be )?(?:get )?(?:an? )?match(?:ed)?)(?=,? (?:so|which is why|therefore)\b)",
    "match",
)
"""`We do not match them, so save at least 6% pre-tax first.`"""
_WERE_MATCHED = Pattern(r"\b(?:that|which) (?:were|was|are|is|have been)(?: not)? matched", "matched")
"""`Contributions that were matched | no penalty`: which ones, and no question."""
_OF_A_PART = Pattern(r"\b(?:[Vv]oluntary|[Ss]upplemental|[Aa]dditional|[Ee]xcess|[Uu]nmatched)\b")
_BASIC_AFTER_TAX = Pattern(
    r"@at\b[^.;]{0,60}\b(?:basic|required|mandatory|thrift)\b|\b(?:basic|required|mandatory|thrift)\b[^.;]{0,90}@at\b",
    "basic", "required", "mandatory", "thrift",
)  # fmt: skip
