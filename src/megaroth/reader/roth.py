"""Are Roth deferrals taken: what a unit claims of `roth_deferrals`."""

from __future__ import annotations

import re

from megaroth.reader import boxes, roth_said, taken
from megaroth.reader.asked import OF_SOMETHING_ELSE
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import LEAD_IN, MAY, NOT, PLAN, TAIL, WHO, ticked_option
from megaroth.reader.units import Claim, Unit
from megaroth.reader.whom import SCOPE
from megaroth.reader.whose import is_former

_ROTH_MAY = Pattern(
    rf"\b{WHO}\b[^.;@]{{0,60}}?\b{MAY}\b(?P<gap>[^.;]{{0,170}}?)@roth\b(?! ira)|\b{PLAN}\b[^.;@]{{0,40}}?\b(?:permits?|allows?|accepts?|offers?|provides?(?: for)?|includes?)\b(?P<gap2>[^.;]{{0,80}}?)@roth\b(?! ira)"
    rf"|\b(?:ways|kinds|types|options|choices|basis|buckets|flavou?rs)\b(?P<gap3>[^.;]{{0,80}}?)@roth\b(?! ira)|@roth(?: 401k)?(?: elective)?(?: deferral)?(?: contributions?| deferrals?)?(?:,? (?:and|or) @at(?: contributions?)?)? (?:are|is) (?:also |all )?(?:permitted|allowed|accepted|available|offered)"
    r"|\bchoose @pre\b[^.;]{0,30}@roth|\bon an? (?:@pre,? )?(?:or |and/or |and )?@roth\b[^.;]{0,20}\bbasis|\byour (?:own |designated |elective |voluntary |employee )*@roth (?:401k |elective |deferral )*(?:contributions?|deferrals?|savings|account)|\byour first @roth 401k (?:contribution|deferral)|@pre ?(?:contributions? |savings |deferrals? |amounts? |money )?(?:and|or|and/or|/|\+|&)(?: to)? ?(?:employee |designated |elective |any )*@roth(?! in-plan| conver)|\bas (?:either )?(?:traditional )?@pre[^.;@$]{0,30}(?:,|\bor|\band|\band/or) (?:an? |as |on an? )?@roth\b(?! in-plan| conver)|@pre(?: contributions?)?, @roth(?: 401k)?(?: contributions?)?,? (?:and|or|and/or) @at (?:[a-z]+ ){0,2}(?:contributions?|savings)\b(?! (?:are|were|is|will be|have been|had been)? ?(?:not|no longer|never|ceas|discontinu|remov|eliminat|suspend|frozen))|\btraditional \(@pre\) (?:and|or|&|\+|/|and/or) @roth\b(?! ?iras?\b| conver| in-plan| roll)|^@roth(?: 401k)?(?: contributions?| deferrals?)?:? (?:up to )?(?:\d+%? ?(?:-|to|through) ?)?\d+%|@roth(?: 401k)? contributions?,? (?:are|come|will be) (?:made|subject|deducted|calculated|limited|matched|out)|\b(?:offers?|adds?|adding|introduc\w+|permits?|allows?) (?:an? |the )?(?:new )?@roth(?: 401k)? (?:option|feature|contribution)|(?:\(@pre\)|traditional|@pre|\btax deferred\b\)?)(?: 401k)? (?:and|or|\+|&|/) @roth(?: 401k)? (?:options?|401k|\(|contributions?|deferrals?|savings)|\bcatch-?up contributions must be @roth|\bform of (?:designated )?@roth|\bmaking @roth (?:401k )?(?:deferrals|contributions)"
)
_NOUN = r"(?:[,/ ()-]|after-tax|@basis|@pre|@at|@amb|401k|403b|457b|elective|salary|payroll|deferred|designated|employee|participant|voluntary|savings|basic|catch-?up|reduction|rollovers?|traditional|optional|contribution|deferral|compensation|tax|and|or|other|new)*(?:contributions?|deferrals?|savings|elections?|reductions|amounts|options?|features?|provisions?|source|component)\b"
"""What Roth money is called, alone or in a list: `Roth and catch-up contributions`."""
_ROTH_IS = Pattern(
    rf"@roth\b{_NOUN}(?: to the [a-z]+)? (?:(?:are|is|were|was|have been|has been|will be)(?: also| now| all)? (?:permitted|allowed|accepted|available|offered|added|eligible|introduced|included)|(?:may|can|could) (?:also )?be (?:made|contributed|elected))\b(?! (?:for|to be) (?:withdr|distrib|loan|roll|conver))"
    rf"|(?:\b(?:plan|program|amendment|restatement|amended|restated|changed|company|employer|sponsor|provisions?)\b(?P<gap>[^.;]{{0,120}}?)\b(?:allow|permit|accept|offer|add|includ|introduc|implement|provid|adopt|began|begin|start|contain|consist)(?:e?s|e?d|ing|e)?\b(?P<gap2>[^.;@]{{0,120}}?(?:@pre|@at|@amb|@basis)?[^.;@]{{0,60}}?)"
    rf"|\b{WHO}\b[^.;]{{0,80}}?\b(?:may|can|could|also|elect|choose|make|made|(?:are|were|be|is|was) (?:able|allowed|permitted|eligible) to|become eligible to|option to|designate)\b(?P<gap3>[^.;@]{{0,140}}?(?:@pre|@at|@amb|@basis)?[^.;@]{{0,60}}?))@roth\b{_NOUN}"
    r"|\bwe (?:do |also |now )*(?:have|offer|take|accept) (?:an? )?@roth\b(?! ira)|\b(?:plan|program|employer|company)\b[^.;@]{0,30}\b(?<!not )(?:has|have|had) (?:adopted )?(?:an? |the )?@roth (?:401k |contribution |deferral |savings )*(?:feature|option|provision|component|source)"
    rf"|(?:(?P<gap6>[^.;@]{{0,60}}\b(?:may|can|could) (?:also )?be made [^.;@]{{0,30}}(?:@basis|@amb|@at)?[^.;@]{{0,40}}?)"
    rf"|\b(?:contributions?|deferrals?|reductions?|this) (?:may|can|could|may also) be (?:made |treated )?(?P<gap4>[^.;@]{{0,60}}?(?:@pre|@at|@amb|@basis)?[^.;@]{{0,60}}?))@roth\b{_NOUN}"
    r"|\b(?:contribution types|types of (?:[a-z]+ )?contributions)\b(?P<gap5>[^.;@]{0,40}?\b(?:allowed|permitted|accepted|available|following|are|include)\b[^;@]{0,160}?(?:@pre)?[^.;@]{0,60}?)@roth\b[^.;@]{0,20}?(?:contributions?|deferrals?)",
    "@roth",
)
_ROTH_THEN = Pattern(
    rf"\b(?:credited with|vested (?:immediately |fully |100% )*in|consists? of|contributions? includes?|funded by|match\w*)\b(?:(?!\broll|\bfrom (?:a|an|other|another)\b)[^.;$]){{0,140}}?(?<!in-plan )@roth\b(?! (?:ira|roll|in-plan|conver|transf)){_NOUN}|@roth\b{_NOUN}(?: and [^.;@]{{0,60}})? (?:are|is)(?: immediately| always| fully| 100%)* vested\b",
    "consist", "credited with", "funded by", "include", "match", "vested",
)  # fmt: skip
"""What says something of Roth deferrals as a matter of course: that they are vested, credited, matched."""
_WITHIN = Pattern(
    r"\b(?:but )?(?:(?:may|can|could|do|does|will|shall|were|was|are|is) )?(?:not|no)(?: permitted)?,? (?:to |be )?(?:exceed(?:ing|s)?|less than|more than|greater than|in excess of)\b",
    "no",
)
"""`Not to exceed` denies nothing."""
_OTHER_WAY = Pattern(
    r"\bconver|\bwithdr|\broll(?:ed|ing|s)?\b(?! ?over contributions)|\brollovers? (?:of|from|into|to)\b|\btransfer|\bdistributions?\b(?! from other)|\bhardship|\bloans?\b(?!,| and)|\bborrow|\bnot\b|\bno\b|\bneither\b|\bceas|\bremov|\beliminat|\bprohibit|\bdiscontinu|\b(?:except|excluding)(?: for)?(?: any)?(?: designated)? ?(?:@|$)"
)
_NO_DEFERRAL = Pattern(
    r"^@roth(?: 401k| 403b| elective| deferral| designated| direct)* ?(?:in-plan|conver|roll(?:ed|ing|s)?\b|rollover|ira\b|transfer)|^@roth[^.;,(]{0,40}\b(?:not|no longer)\b",
    "conver", "in-plan", "ira", "no longer", "not", "roll", "transfer",
)  # fmt: skip
_IN_PLAN = Pattern(
    r"\b(?:in-plan|rollovers? of|rollovers? from|portion of|from (?:a|an|the|your|their)) (?:designated )?$"
)
_WHAT = r"(?: (?:401k|403b|elective|salary|designated|deferrals?|contributions?|savings|features?|options?|provisions?|source|component|program))*"
_TAKEN = r"permitted|allowed|accepted|available|offered|adopted|added|included|elected|provided|supported|introduced|approved|agreed|implemented"
_ACT = r"add|offer|adopt|permit|allow|accept|includ|introduc|implement|agree|approve|elect|have|support|provid|take"
_DENIES = r"\b(?:(?:did|does|do|has|have|had|was|were|is|are|will|shall|would|could)(?: not|n't| never)|not to|never|declin\w+|refus\w+|reject\w*|(?:decided|voted|chose|ruled|advised) (?:against|not to)|(?:elect|opt|chose|choos)\w* not to)"
_ROTH_DENIED = Pattern(
    rf"{_DENIES}\b[^.;@]{{0,60}}?\b(?:{_ACT})\w*\b[^.;@]{{0,30}}?@roth(?! (?:in-plan|ira))",
    "not", "n't", "never", "declin", "refus", "reject", "against",
)  # fmt: skip
"""An act that is denied, before Roth: never a permission, and a refusal where nothing but Roth deferrals follows."""
_BARRED = Pattern(
    rf"^(?!.*\b(?:if|until|before|after)\b)(?:[^.;@]*\b(?:participants?|employees?|members?))? ?(?:shall |may |will |can |are |is )?(?:neither\b[^.;@]{{0,30}}\bnor (?:be )?(?:permitted|allowed)|(?:not|never) (?:be )?(?:permitted|allowed)|not|cannot)(?: to)? (?:make|contribute)\b[^.;@%]{{0,100}}\bwhether (?:as|in|by|through|by way of) (?:[a-z]+ )?@roth{_WHAT},? or (?:otherwise|not|in any other)",
    "whether",
)
"""`Participants shall not be permitted to make contributions that are taxed, whether as designated Roth contributions or otherwise`."""
_NOT_PERMITTED = Pattern(
    r"\bneither\b[^.;@]{0,40}\bnor (?:be )?(?:permitted|allowed|able)\b[^.;]{0,140}@roth|\b(?:not|never) (?:be )?(?:required or )?(?:permitted|allowed) to (?:make|contribute)\b[^.;]{0,120}@roth|\b(?:not|never|cannot) (?:allow|permit|accept|offer|take|provide|put|move|send)\b[^.;,]{0,60}\b(?:in|into|to|for) (?:an? |the |your |any )?@roth",
    "neither", "not", "never", "cannot",
)  # fmt: skip
_ACCOUNTS = Pattern(
    r"^(?!.*\b(?:if|former|prior|predecessor|merged|frozen|transferred|ira|other plans?)\b).*(?:@pre (?:elective |salary )?(?:contributions?|deferrals?)|(?:elective|salary) (?:contributions?|deferrals?)) accounts?,? (?:(?:and|or|and/or|as well as) )?(?:the |his or her |your |their )?@roth (?:elective |salary )?(?:contributions?|deferrals?) accounts?\b",
    "account",
)
"""The accounts of both kinds of deferrals, beside one another."""
_MADE_AS_ROTH = Pattern(
    r"^(?!.*\b(?:if any|adoption agreement|in-plan|conver\w*|ira|former|prior|predecessor|not (?:permit|allow|avail|offer)\w*)\b).*\b(?:deferrals?|elective contributions?|contributions?)\b[^.;@]{0,120}\b(?:whether or not|whether|including (?:any|those|amounts)|(?:and|or|other than) (?:any|those)) (?:(?:it|they|he|she|that|which|are|is|so|irrevocably|the participant|elects?|to be|to have (?:it|them)) )*(?:designated|treated|made|contributed|characterized)(?: (?:by [a-z ]{3,20}))? as (?:an? )?(?:designated )?@roth\b",
    "whether", "including", "any", "those",
)  # fmt: skip
"""What a definition leaves to the participant: `whether or not designated as a Roth elective deferral`."""
_IN_APPOSITION = Pattern(
    r"\b(?:deferrals?|elective contributions?|salary reductions?),? \(?(?:(?:both|either|whether|as|in|on|an?) )*(?:@roth,? (?:or|and|and/or) (?:an? |as )?@pre|@pre,? (?:or|and|and/or) (?:an? |as )?@roth)\b(?! (?:in-plan|conver|iras?\b|roll|transf))",
    "@roth",
)
"""`Elective deferrals, Roth or pre-tax, and rollovers: 100%`: of what kinds deferrals are."""
_OF_ANOTHER_PLAN = Pattern(
    r"\brollovers? (?:of|from)\b|\broll(?:ed|ing|s)? (?:over|in)\b|\b(?:if|former|prior|predecessor|merged|another|other employers?'?s?|other plans?|not|no|never|neither|adoption agreement)\b"
)
_OF_ONE = Pattern(
    r"\b(?:if|when|who|whom|unless|whether|you|participants?|employees?|they|anyone)\b[^.;,]{0,30}(?:\b(?:not|never)|n't)\b[^.;@]{0,60}@roth",
    "not", "never", "n't",
)  # fmt: skip
"""What somebody does not have, or may not do, is no refusal by the plan."""
_OUT_OF_IT = Pattern(
    r"\b(?:loans?|borrow\w*|withdraw\w*|distributions?|hardship|transfers?)\b(?:[^.;]|\.(?=\d)){0,120}@roth", "@roth"
)
"""`Loans from Roth deferrals are not permitted`: what is denied is a way out."""
_ROTH_NO = Pattern(
    rf"@roth{_WHAT}(?:,? (?:and|or) (?:@at|@amb)(?: contributions?)?)? (?:are|is|were|was|have been|has been|will be) (?:not|never) (?:currently |yet |been |be )*(?:{_TAKEN})\b(?: by (?:the|our) (?:employer|company|plan|sponsor|board|parties))?{TAIL}"
    rf"|@roth{_WHAT} (?:are|is) (?:prohibited|disallowed)\b{TAIL}"
    rf"|@roth{_WHAT},? (?:and|but|though|although|yet|so) (?:(?:for the (?:present|moment|time being)|at present|for now|so far|currently|as yet|today|now|at this time),? )*(?:these|they|it|this|that|such contributions) (?:is|are|has been|have been)(?: not|n't) (?:currently |yet |been |now )*(?:{_TAKEN})\b(?: for (?:now|the present|the moment|the time being))?{TAIL}"
    rf"|\bneither\b[^.;]{{0,50}}@roth[^.;]{{0,60}}\b(?:are|is|may be|can be)\b[^.;]{{0,20}}\b(?:{_TAKEN}|made)\b"
    rf"|{_DENIES}\b(?:(?!\b(?:whether|if|when|how)\b)[^.;@]){{0,60}}?\b(?:{_ACT})\w*\b(?:(?!\b(?:whether|if|how|advice|match|on)\b)[^.;@]){{0,30}}?@roth{_WHAT}(?:,? (?:n?or|and) (?:any |other )*(?:@at|@amb)(?: contributions?)?)?(?: from (?:your |their |his or her )?(?:pay|paychecks?|compensation))?{TAIL}"
    rf"|\bno (?:designated )?@roth (?:401k |elective )*(?:deferrals?|contributions?) (?:are|may be|shall be|will be|can be) (?:permitted|allowed|accepted|made)\b(?! (?:above|beyond|over|after|until|before|unless|if|when|while|in excess|for|from|by)\b)"
    rf"|@roth{_WHAT} accounts?\b[^.;@]{{0,40}}\b(?:plan|trust|there|and|which) (?:shall |will |does |do |may )?(?:maintain|keep|contain|establish|provide for|hold|have|has|be|is|are)s? no such accounts?\b"
    rf"|\b(?:plan|trust) (?:(?:shall|will|does|may) not (?:maintain|establish|keep|hold|have|provide for) (?:any |an? )?|(?:shall |will |may )?(?:maintain|establish|keep|hold|provide for)s? no )(?:designated )?@roth{_WHAT} accounts?{TAIL}"
    rf"|\bthere (?:is|are)(?: not| n't|n't)(?: yet| currently| now)? (?:an? |any )?@roth{_WHAT}(?: accounts?)?{TAIL}"
    rf"|\bneither (?:of (?:the|our) )?(?:plans?|programs?) (?:currently |now )?(?:has|have|offers?|takes?|accepts?|permits?|allows?|includes?) (?:an? |any )?@roth{_WHAT}{TAIL}"
    rf"|\bno @roth{_WHAT} (?:exists?|is (?:offered|available|provided)|are (?:offered|available|provided))\b{TAIL}|\bthere (?:is|are) no (?:@at|@amb)(?: contributions?)?,? (?:n?or|and) @roth{_WHAT}{TAIL}|\bthere (?:is|are) no @roth{_WHAT},? (?:n?or|and) (?:@at|@amb)\b"
    rf"|\b(?:{PLAN} (?:has|offers|takes|accepts|permits)|there is) no @roth(?: 401k)?(?: deferrals?| contributions?| features?| options?| provisions?)*{TAIL}"
)


_ONLY_PRE = Pattern(
    r"^(?!.*(?:@roth|@at|@amb|catch-?up|match|\bif\b|until|before))[^.;]*\b(?:contribute|save|defer)s?\b[^.;]{0,30} (?:only|solely|exclusively) on an? @pre basis\W*$|^(?!.*(?:@roth|@at|@amb|catch-?up|match|\bif\b|until|before))[^.;]*\b(?:deferrals?|elective contributions?|salary reductions?|(?:your|employee|participant|all) contributions?)\b(?: to the plan)? (?:may|can|must|are|shall|will)(?: only)?(?: be)?(?: made| contributed| permitted| accepted| taken)? (?:only )?(?:on an? |as )?@pre(?: basis| contributions?| money)? (?:only|alone)\W*$"
    r"|^(?!.*(?:@roth|@at|@amb|catch-?up|match|\bif\b|until|before))[^.;]*\b(?:deferrals?|elective contributions?|salary reductions?)\b(?: to the plan)? (?:may|can|must|are|shall|will)(?: be)?(?: made| permitted| accepted)? only (?:on an? |as )?@pre(?: basis)?\W*$",
    "only", "alone", "solely", "exclusively",
)  # fmt: skip
"""`Deferrals may be made on a pre-tax basis only`."""
_TURNED_DOWN = Pattern(
    r"(?:(?<=declined )|(?<=rejected )|(?<=refused )|(?<=turned down ))(?:(?:our|the|its|an?|this|any|every|all|several) )+(?:[\w']+ )?proposals? (?=to )|(?<=[a-z])[;,] (?:and |but )?(?:it|this|that|one|they) (?:was|were|has been|have been|had been) (?:proposed|asked for|requested|suggested)\b[^.]*\b(?:not|never|refused|declined|rejected)\b.*$",
    "proposal", "proposed", "asked for", "requested", "suggested",
)  # fmt: skip
"""`There is no Roth option; it was proposed, but the company would not agree`: why, and no condition."""


_A_CHOICE = Pattern(
    r"^(?:\(?\w{1,3}\) )?(?:(?:make|making|elect|contribute)\b[^.;@]{0,40})?@roth(?: 401k)?(?: contributions?| deferrals?| basic| catch-up)*",
    "@roth",
)


def claims_of_unit(document: Document, unit: Unit) -> list[Claim]:
    """What one unit claims."""
    text = unit.norm
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if (
        unit.answer_to
        and "@roth" in unit.answer_to
        and "conver" not in unit.answer_to
        and (re.search(r"contribut|defer|sav", unit.answer_to) or _HAVE_ROTH.search(unit.answer_to))
        and not OF_SOMETHING_ELSE.search(unit.answer_to)
    ):
        return [Claim("roth_deferrals", "yes" if text.startswith("yes") else "no", unit, 3)]
    asked = document.follows.get(id(unit), "")
    if not (asked or unit.ticked or unit.cell or "@roth" in text or _ONLY_PRE.search(text)) and not any(
        "@roth" in document.heads[each] for each in unit.heads[:3]
    ):
        return []
    cells = _CELLS.match(text)
    if cells and _NO_CELL.search(text):
        return []  # some have it, and some have not
    if cells and len({each[1] for each in SCOPE.finditer(head)}) > 1:
        row = Unit(unit.page, unit.raw, unit.heads, unit.lead, unit.kind)
        row.norm = text
        document.place(row)
        row.scope = ""  # of every group that the heads of the columns name
        return [] if document.template or document.general else [Claim("roth_deferrals", "yes", row, 2)]
    if (since := _SINCE.match(text)) and _HAVE_ROTH.search(asked) and int(since[1]) <= document.today.year:
        return [Claim("roth_deferrals", "yes", unit, 2)]
    if _ONLY_PRE.search(text) and not document.is_condition(unit) and document.decides(unit):
        return [Claim("roth_deferrals", "no", unit, 2)]
    if _BARRED.search(text) and not document.general and not document.template:
        return [Claim("roth_deferrals", "no", unit, 2)]
    if "@roth" in text and unit.ticked is None and not unit.answer_to and roth_said.looks_alike(text):
        return []
    if _taxed_now(document, unit, text):
        return [Claim("roth_deferrals", "yes", unit, 1)]
    if _presumed(document, unit, text):
        return [Claim("roth_deferrals", "yes", unit, 1)]
    if _beside_pre_tax(document, unit, text, head):
        return [Claim("roth_deferrals", "yes", unit, 1)]
    if below := _answered_below(document, unit, text, head):
        return below
    if (
        ("@roth" not in text and not unit.ticked)
        or unit.ticked is False
        or document.is_condition(unit, _TURNED_DOWN)
        or ((document.template or document.general) and not unit.ticked and not boxes.choice(unit.raw))
    ):
        return []
    if (
        unit.ticked
        and re.search(r"@roth(?! (?:conver|roll|transf))", head)
        and not re.search(r"in-plan|conver", head)
        and (said := ticked_option(text))
    ):
        return [Claim("roth_deferrals", said, unit, 3)]
    if (said := boxes.choice(unit.raw)) and "conver" not in text and "in-plan" not in text:
        return [Claim("roth_deferrals", "no" if said == "no" or "not" in said else "yes", unit, 3)]
    if (boxes.has_box(unit.raw) and not unit.ticked) or ("rollover" in head and "in-plan" not in head):
        return []
    denied = _ROTH_NO.search(text)
    if (
        denied
        and not _OF_ONE.search(text)
        and not _OUT_OF_IT.search(text[: denied.end()])
        and not document.is_rollover(unit)
        and not re.search(r"except|unless|other than", text)
        and not re.search(r"conver|in-plan", text[: denied.end()] if denied[0].endswith(",") else text)
        and not re.match(r"\W*(?:none|no) (?:when|if|unless|until|as long)\b", text)  # of a tax, a charge, a wait
        and not re.match(r"[^()]*\bRoth\b[^()]*\)", unit.raw)  # what is left of `(other than Roth)` at a line's end
    ):
        return [Claim("roth_deferrals", "no", unit, 3)]
    cut = re.match(r"[^()]*\bRoth\b[^()]*\)", unit.raw)  # what is left of `(other than Roth)`
    if not unit.ticked and not cut and roth_said.refused(text):
        return [Claim("roth_deferrals", "no", unit, 2)]
    lead = document.lead_of(unit)
    if _A_CHOICE.match(text) and lead and (LEAD_IN.search(lead) or _YOU_CHOOSE.search(lead)) and not NOT.search(lead):
        return [Claim("roth_deferrals", "yes", unit, 3)]
    text = _WITHIN.sub("up to", text)
    if _STILL_OPEN.search(text) or _ROTH_DENIED.search(text) or _NOT_PERMITTED.search(text):
        return []
    if any(_is_taken(text, found) for found in _ROTH_MAY.finditer(text)):
        return [Claim("roth_deferrals", "yes", unit, 2)]
    if any(_is_taken(text, found) for found in _ROTH_IS.finditer(text)):
        return [Claim("roth_deferrals", "yes", unit, 2)]
    if _IN_APPOSITION.search(text) and not _OF_ANOTHER_PLAN.search(text):
        return [Claim("roth_deferrals", "yes", unit, 1)]
    if document.is_rollover(unit):
        return [Claim("roth_deferrals", "yes", unit, 1)] if _ROTH_THEN.search(text) else []
    if (
        _ROTH_THEN.search(text)
        or _paired(text)
        or _ACCOUNTS.search(text)
        or _MADE_AS_ROTH.search(text)
        or taken.strength(_as_after_tax(text))
        or roth_said.allowed(text)
        or (roth_said.goes_roth(text) and roth_said.is_choice_of_tax(_before(document, unit)))
    ):
        return [Claim("roth_deferrals", "yes", unit, 1)]
    return []


def _before(document: Document, unit: Unit) -> str:
    place = document.units.index(unit)
    return document.units[place - 1].norm if place else ""


_KINDS_OF = r"(?:(?: \(?(?:401k|403b|457b|elective|salary|contributions?|deferrals?|savings|money|dollars|basis|catch-?up)\)?)*)"
_JOINT = r"(?: ?(?:,|\bif you (?:prefer|wish|like|choose|want|elect)|/|&|\+|;|\||\band\b|\bor\b|\band/or\b|\bas well as\b|\bversus\b|\bvs\.?|\bplus\b))+ ?(?:(?:as|an?|the|on|in|to|employee|designated|via|with|through) )*"
_WITHOUT_ROTH = r"(?:\(?@pre\)?|\bbefore (?:income )?taxes|\b(?:traditional|regular|trad)(?: \(@pre\))?)"
_UNLESS = r",? (?:unless (?:it is |they are |specifically |irrevocably )*(?:designated|elected|chosen|made|treated) (?:by [a-z ]{3,20} )?as (?:an? )?|(?:unless|except where|if not) (?:you|they|he or she|it|(?:the|a|an) (?:participant|employee|member))\b[^.;@]{0,40})"
_PAIR = Pattern(
    rf"{_WITHOUT_ROTH}{_KINDS_OF}{_JOINT}@roth\b(?! ira| ?accounts?\b| in-plan| conver| roll| transf| only)|@roth\b(?! ira){_KINDS_OF}{_JOINT}(?:@pre|regular|traditional|trad)\b(?! ira| ?accounts?\b)|{_WITHOUT_ROTH}{_KINDS_OF}{_UNLESS}@roth\b(?! ira| in-plan| conver| roll| transf)|@roth\b(?! ira){_KINDS_OF}{_UNLESS}@pre\b",
    "@roth",
)
"""Roth beside the money it is chosen instead of: `Pre-tax, Roth or a blend`."""
_NO_CHOICE = Pattern(
    r"\biras?\b|\bconver|\bwithdr|\bdistribut|\brollover|\broll(?:ed|ing|s)?\b|\btransfer|\bloan|\bhardship|\bborrow|\bbalances?\b|\baccounts?\b|\binvest|\btaxed\b|\bnot\b|\bno\b|\bneither\b|\bnever\b|\bwithout\b|\bno longer\b|\bmay be available\b|\bif (?:your|the|you(?! (?:prefer|wish|like|choose|want)\b(?! to)))\b|\b(?:many|most|some|other|employers'?) (?:plans|employers)\b|\bfund(?:s|ed)?\b|\bformer\b|\bpredecessor\b|\bespp\b|\bspouse|\bemployer (?:contr|match)|\bfuture\b|\bconsider(?:s|ed|ing) (?:adding|offering)"
)


_EXPLAINED = Pattern(
    r" ?\((?!@)[^()@]*\)|^[^.;:@]*\b(?:how|when)\b[^.;:@]{0,40}\btaxed\b[^.;:@]{0,20}:|\btax treatment\b", "(", "tax"
)
"""What a bracket explains, and that the choice is one of tax, denies nothing."""


def _paired(text: str) -> bool:
    """Whether a clause names Roth and pre-tax as one of two ways, and nothing moves, denies or leaves it open."""
    return any(
        not _NO_CHOICE.search(clause) and _PAIR.search(clause)
        for clause in re.split(r"[.;?!] (?=\W?\w)", " ".join(_EXPLAINED.sub(" ", text).split()))
        if "@roth" in clause
    )


def of_label(document: Document, unit: Unit) -> list[Claim]:
    """A line that looks like a heading: `Employee deferrals: pre-tax and Roth`, or `Roth contributions` and below it `Exemplar: offered`."""
    if document.template or document.general or document.is_condition(unit) or document.is_rollover(unit):
        return []
    label, colon, answer = unit.norm.replace(" - ", ": ", 1).partition(": ")
    if not colon:
        return []
    if _OWN_ROTH.match(answer) and not re.search(r"\bmatch|\bwithdr|\bconver|\bexample|\bprior\b|\bformer", label):
        return [Claim("roth_deferrals", "yes", unit, 1)]
    if "@roth" in answer and _paired(answer) and not re.search(r"\bmatch|\bwithdr|\bconver|\bexample|\btopic", label):
        return [Claim("roth_deferrals", "yes", unit, 1)]
    heads = [text for head in unit.heads[:3] if ": " not in (text := document.heads[head])][:1]
    if heads and _ROTH_LABEL.match(heads[0]) and "@" not in label and (said := _BARE.match(answer)):
        said_of = [Claim("roth_deferrals", "no" if said["no"] else "yes", unit, 1)]
        return [] if is_former(unit.norm, document.text) else said_of
    return []


def _presumed(document: Document, unit: Unit, text: str) -> bool:
    """Whether the question above takes it for granted: `Does it matter whether I pick Roth or pre-tax?`."""
    asked = document.follows.get(id(unit), "")
    if _ASKED_ONE.match(asked) and len(unit.heads) > 1 and _ASKED_ONE.match(first := document.heads[unit.heads[1]]):
        # `Pre-tax? Roth? Both are available.`
        return "@roth" in f"{first}{asked}" and first != asked and _EITHER.match(text) is not None
    if "@roth" not in asked or document.template or document.general:
        return False
    if _NO_CHOICE.search(asked):
        return False
    if len(asked.split()) < 7 and _PAIR.search(asked) and _EITHER.match(text):
        return True
    if not (_ASKS_WHICH.search(asked) or _ASKS_WHY.search(asked)):
        return False
    return not _SAYS_NO.search(text) and not ("@roth" in text and NOT.search(text))


_ASKED_ONE = Pattern(r"^\W*(?:@pre|@roth|traditional) ?\?$")
_ASKS_WHY = Pattern(
    rf"\b(?:advantages?|benefits?|point|reasons?|why)\b[^?@]{{0,30}}\b(?:mak(?:e|ing)|choos(?:e|ing)|us(?:e|ing)|pick(?:ing)?|elect(?:ing)?) (?:my |your |an? )?(?:own |designated )*@roth{_WHAT}\W*\?$",
    "@roth",
)
"""`What are the advantages of making Roth contributions?`"""
_YOU_CHOOSE = Pattern(
    r"\b(?:you|participants?|employees?|members?) (?:may |can |get to |have )?(?:an? )?(?:choose|choice|pick|select|decide)(?: (?:from|between|among|of|any of|one or more of|either of)(?: the following| these)?(?: (?:two|three|several|2|3))?(?: (?:kinds|types|ways|options|choices|sources|forms|of|(?:elective |salary )?(?:deferrals?|contributions?)))*)?:$",
    "you ",
    "participant",
    "employee",
    "member",
)
_EITHER = Pattern(
    r"^\W*(?:a\W+)?(?:either|both|any (?:mix|combination|blend)|a (?:mix|combination|blend)|(?:it's|it is|that's|the choice is) (?:up to you|your (?:choice|call|decision)|yours)|your (?:choice|call)|(?:you|participants|members) (?:choose|decide|pick|may|can))\b"
)
"""The answer to `Traditional or Roth?`"""
_OWN_ROTH = Pattern(
    r"^(?:your |the )?(?:own |designated |elective |voluntary |employee )*@roth (?:401k |elective |deferral )*(?:contributions?|deferrals?|savings)\W*$",
    "@roth",
)
"""`Roth account: your designated Roth contributions`."""
_BARE = Pattern(r"^(?:now )?(?:(?P<no>no|none|not(?: \w+)?)|yes|available|offered|permitted|allowed|accepted)\W*$")
_ROTH_LABEL = Pattern(
    r"^\W*@roth(?: (?:401k|403b|elective|salary|employee|contributions?|deferrals?|savings|option|feature))*\W*$",
    "@roth",
)
_ASKS_WHICH = Pattern(
    rf"^\W*(?:which(?: one)?\W+|q\W+)?(?:{_PAIR.text})\W*\?$|\b(?:pick|choose|choosing|elect|use|contribut|put|save|difference|better|which|split|do|go|should i|matter)\w*\b[^?]{{0,60}}(?:{_PAIR.text})"
)


def _answered_below(document: Document, unit: Unit, text: str, head: str) -> list[Claim]:
    """`Roth contributions. Not offered.`: the answer right behind the title of a paragraph, or in the row of that name."""
    if len(text.split()) > 12 or unit.ticked is not None or boxes.has_box(unit.raw) or "@" in text:
        return []
    row, _, column = document.lead_of(unit).partition(" | ")
    if unit.cell is not None:
        if not _ROTH_LABEL.match(row) or (column and not _of_two_columns(document, unit, column)):
            return []
    elif (
        not (_ROTH_LABEL.match(head) or (_HAVE_ROTH.search(head) and text.startswith("not ")))
        or document.units[document.units.index(unit) - 1].raw != unit.heads[0]
    ):
        return []
    if document.template or document.general or document.is_condition(unit) or is_former(text, document.text):
        return []
    if _NOT_WHETHER.search(document.heads_of(unit, 3).replace(head if unit.cell is None else "", "", 1)):
        return []
    if said := _BARE_OF_PLAN.match(text):
        return [Claim("roth_deferrals", "no" if said["no"] or said["none"] else "yes", unit, 2)]
    return []


def _of_two_columns(document: Document, unit: Unit, column: str) -> bool:
    """Whether a table has but a label and a value in each row, so that its first row is no head of a column."""
    if unit.cell is None or "@" in column or _NOT_WHETHER.search(column):
        return False
    return not any(each.cell and each.cell[0] == unit.cell[0] and each.cell[2] > 1 for each in document.units)


_NOT_WHETHER = Pattern(
    r"\bmatch|\bwithdr|\bdistribut|\bconver|\brollover|\bloan|\bvest|\bauto|\bin-plan|\btransfer|\bhighly|\bhces?\b"
)
"""What else a heading above may ask of Roth money."""
_BARE_OF_PLAN = Pattern(
    r"^\W*(?:(?:currently |now |at present )?(?:(?P<none>no|none|n/a|not (?:yet|now|currently|at present|at the moment|at this time|an option|(?:currently |yet |now |been )?(?:offered|available|permitted|allowed|accepted|provided|adopted|elected))(?: (?:by|in|under) (?:the|this|our) plan)?(?: at (?:this|the present) time)?)|yes|available|offered|permitted|allowed|accepted))\W*$|^\W*(?:(?:the|this|our) plan|we|the (?:company|employer)|they|these|this|it) (?:(?P<no>(?:does|do|is|are) not)|does|is|are)(?: (?:currently|now|at present|presently|yet|also))*(?: (?:offer(?:ed)?|accept(?:ed)?|permit(?:ted)?|allow(?:ed)?|available|provided?|have|an option))(?: (?:them|these|this|it|any|roth))?(?: (?:by|in|under) (?:the|this|our) plan)?(?: at (?:this|the present) time)?\W*$"
)


def _as_after_tax(text: str) -> str:
    return text.replace("@at", "@amb").replace("@roth", "@at")


_SOURCE = r"(?: (?:401k|403b|contributions?|deferrals?|savings?|money|option|basis))*"
_OF_ROTH = Pattern(rf"^\W*@roth{_SOURCE}(?:\.?$|:| - | \| )", "@roth")
_OF_PRE_TAX = Pattern(
    rf"^\W*(?:(?:traditional )?\(?@pre\)?|traditional(?= 401k| contr|:| \(@pre|$)(?: \(@pre\))?){_SOURCE}(?:\.?$|:| - | \| )",
    "@pre", "traditional",
)  # fmt: skip
_HAVE_ROTH = Pattern(
    r"^(?:q?\d*\W+|q\W+)?(?:do|does|is|have|has|can|may)\b[^?]{0,30}\b(?:have|offer|got|there|get|use|do)\b(?: an?| the| any)? @roth(?: 401k| option| feature| savings)*(?: in (?:the|our|this) plan)? ?\?$",
    "@roth",
)
"""`Do we have a Roth?`"""
_NONE = r"not (?:available|offered|permitted|allowed)|none|no|n/a"
_CELLS = Pattern(
    rf"^\W*(?:@pre ?(?:contributions? )?(?:/|and/or|and|or|&|,|\+) ?)?@roth(?: (?:contributions?|deferrals?|401k))*:? (?:(?:yes|{_NONE}|(?:up to )?(?:[1-9]\d?%? ?(?:to|-) ?)?[1-9]\d?%)(?:\W+|$)){{2,4}}$",
    "@roth",
)
"""`Pre-tax / Roth 1-50% 1-25% 1-50%`: a row whose columns, one for each group, ran together."""
_NO_CELL = Pattern(rf"\b(?:{_NONE})\b")
_SINCE = Pattern(r"^\W*(?:a\W+)?(?:yes,? )?(?:ever )?since (?:[a-z]+ )?(?:\d{1,2}, )?(20\d\d)\W*$", "since")
"""The answer to `Can I do Roth?`"""
_STILL_OPEN = Pattern(
    r"\b(?:asked|requested|petitioned|pushed|pressed|lobbied|demanded)\b[^.;@]{0,40}\b(?:for|to (?:add|offer|allow|have))\b[^.;@]{0,20}@roth|\bwill (?:(?:be (?:ready|able) to|soon|then|also) )*(?:take|accept|add|offer|introduce|begin|start|allow|permit)\b[^.;]{0,40}@roth[^.;]{0,40}\b(?:later|in the future|soon|at a (?:later|future) date|next (?:year|month|quarter|spring|summer|fall))\b|\bnot (?:yet |been )*(?:decided|determined|settled|agreed) (?:whether|if|when|on whether)\b[^.;]*@roth|\b(?:consider|explor|evaluat|discuss|study|weigh)ing (?:adding|offering|introducing|whether|if|an?\b|the\b)[^.;]*@roth|\b(?:company|employer|committee|trustees|we) (?:may|might|could|hopes? to|intends? to|plans? to) (?:soon |later |also )?(?:add|introduce|adopt)\b[^.;]*@roth",
    "@roth",
)
"""What is only thought of."""
_SAYS_NO = Pattern(
    r"\bnot (?:yet )?(?:decided|determined|settled|known)\b|\bira\b|\bnot (?:offer|avail|permit|allow|accept|yet)|\bno longer\b|\bconver|\brollover|\bif your\b"
)


_TAX_NOW = Pattern(
    r"\b(?:pay|paid|save|saved|contribut\w+)\b[^.;]{0,40}\btax\w*\b[^.;]{0,20}\b(?:now|today|first|up front|upfront|this year)\b|\btax\w* (?:now|today|first|up front|upfront)\b|\btax-free\b"
)
"""How Roth money is taxed, in the row of its name beside that of pre-tax money."""


def _beside_pre_tax(document: Document, unit: Unit, text: str, head: str) -> bool:
    """Whether Roth stands as a label beside pre-tax: `Pre-tax: …` and below it `Roth: you pay the tax now`."""
    if (
        unit.kind in ("question", "heading", "contents")
        or unit.ticked is not None
        or document.template
        or document.general
    ):
        return False
    if (
        unit.cell is not None
        and _OF_ROTH.match(f"{document.lead_of(unit).partition(' | ')[0]}.")
        and _TAX_NOW.search(text)
    ):
        beside = any(
            each.cell is not None
            and each.cell[0] == unit.cell[0]
            and _OF_PRE_TAX.match(f"{document.lead_of(each).partition(' | ')[0]}.")
            for each in document.units
        )
    elif "@roth" in text and _OF_ROTH.match(text) and len(text.split()) > 3:
        place = document.units.index(unit)
        beside = any(_OF_PRE_TAX.match(other.norm) for other in document.units[max(0, place - 5) : place + 6])
    elif (
        len(heads := [each for each in unit.heads[:3] if each != unit.raw]) > 1 and "@roth" in document.heads[heads[0]]
    ):
        head = document.heads[heads[0]]
        beside = bool(_OF_ROTH.match(f"{head}.") and _OF_PRE_TAX.match(document.heads[heads[1]]))
    else:
        return False
    return beside and not _SAYS_NO.search(f"{text} {head}") and not document.is_condition(unit)


_MONEY_IN = r"(?:(?:money|savings|contributions?|deferrals?|dollars|pay|amounts?|what (?:you|goes)(?: [a-z]+){0,2}?) (?:(?:you|that|which) [a-z]+ )?(?:in|into|to|as) (?:the |your |an? )?)?(?:your |the |own )*"
_ROTH_TAXED = Pattern(
    rf"^\W*(?:on the other hand,? |by contrast,? |with |in contrast,? )?{_MONEY_IN}@roth(?: (?:401k|403b|account|side|bucket|part|contributions?|deferrals?|savings|money|dollars|option))*,? (?:is|are|gets?|has|have|comes?|goes?|you)\b(?=[^.;]*\btax)(?![^.;]*\b(?:conver|roll|withdr|distrib|transfer|not (?:offer|avail|permit|allow))\w*)",
    "@roth",
)
_PRE_TAXED = Pattern(
    rf"^\W*(?:with )?{_MONEY_IN}(?:@pre|regular|traditional|ordinary)(?: \(@pre\))?(?: (?:401k|403b|account|side|bucket|part|contributions?|deferrals?|savings|money|dollars|option))+,? (?:is|are|gets?|skips?|avoids?|escapes?|has|have|comes?|goes?|lowers?|reduces?|you)\b[^.;]*\btax"
)
"""`Money in the regular 401(k) skips the tax` and behind it `Money in the Roth 401(k) is taxed this year`."""


def _taxed_now(document: Document, unit: Unit, text: str) -> bool:
    """Whether a sentence tells how Roth money is taxed as it goes in, beside one that tells it of the other kind."""
    if unit.kind not in ("sentence", "item") or document.template or document.general or not _ROTH_TAXED.search(text):
        return False
    if (
        not _TAX_NOW_SAID.search(text)
        or document.is_condition(unit)
        or _NO_CONTRIBUTION.search(document.heads_of(unit, 2))
    ):
        return False
    place = document.units.index(unit)
    return any(_PRE_TAXED.search(each.norm) for each in document.units[max(0, place - 3) : place + 4])


_TAX_NOW_SAID = Pattern(
    r"\btaxed\b(?! (?:when|later|at retirement|on the way out))|\bpay (?:the |your |income )*tax\w* (?:now|today|first|this year|up front|upfront)|\btax\w* (?:has |have |been |is |are |already |was )*(?:paid|taken)|\bafter[ -]tax|@basis|\btax is taken (?:first|out first)"
)
_NO_CONTRIBUTION = Pattern(r"\bconver|\broll|\bwithdr|\bdistribut|\btransfer|\bin-plan|\bpay(?:ment|out)s?\b|\bloan")


def _is_taken(text: str, found: re.Match[str]) -> bool:
    """Whether it is Roth money that comes from pay, and nothing takes it back."""
    gaps = " ".join(gap for gap in found.groupdict().values() if gap)
    begin = found.start() + found[0].rfind("@roth")
    return (
        not _OTHER_WAY.search(gaps)
        and not _NO_DEFERRAL.search(text[begin : begin + 70])
        and not _IN_PLAN.search(text[:begin])
    )
