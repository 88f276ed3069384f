"""Who keeps the accounts, and where to ask."""

from __future__ import annotations

import re
from itertools import pairwise

from megaroth.reader.context import Document
from megaroth.reader.houses import LABEL, below_label, name_in, new_one, told_to
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.when import date_in
from megaroth.reader.words import folded

_KEEPERS = {
    "Fidelity": r"fidelity(?: investments| workplace| netbenefits)?|netbenefits", "Vanguard": r"vang(?:ua|au)rd", "Schwab": r"charles schwab|schwab retirement|schwab", "Empower": r"empowermyretirement|empower(?: retirement)?(?! (?:you|employees|participants))",
    "Alight": r"alight(?: solutions)?", "T. Rowe Price": r"t\. ?rowe price|troweprice", "Principal": r"(?<=it's )principal(?=$|[.,;]| if| and)|principal (?:financial|life|retirement|trust)|principal\.com|the principal(?= (?:at|website|will (?:send|mail|help|assist|process|provide|keep)))|principal(?= is (?:the|our|its) (?:plan |401k |new |retirement )*(?:provider|record|administrator))|(?:form|request|call|through|contact)[a-z ]{0,12} (?:to |at |by )?principal(?=$|[.,;]| at \d)", "Merrill": r"merrill(?: lynch)?|benefits online",
    "Voya": r"voya(?: financial)?|voyaretirementplans", "Transamerica": r"transamerica", "John Hancock": r"john ?hancock", "Prudential": r"prudential retirement", "TIAA": r"tiaa(?:-cref)?", "ADP": r"adp retirement|mykplan", "Ascensus": r"ascensus", "Guideline": r"guideline,? inc|guideline (?:401k|website|portal|dashboard|account|app)|(?:through|with|by|via|at|on) guideline(?!s| \w+ (?:for|of|on))",
    "Lincoln": r"lincoln (?:financial|retirement)", "MassMutual": r"massmutual", "Mercer": r"(?<=\()mercer(?=\))|mercer (?:hr services|retirement|outsourcing|human resource)", "Nationwide": r"nationwide (?:retirement|trust company|investment services|financial services)|nationwide\.com|(?:by|through|with|at) nationwide(?=$|[.,;:)]| (?:and|at|online))", "Securian": r"securian", "Conduent": r"conduent", "Milliman": r"milliman", "Bank of America": r"bank of america(?: merrill| retirement)", "Wells Fargo": r"wells fargo (?:institutional|retirement)", "Betterment": r"betterment", "Human Interest": r"human interest(?= \w)|(?:through|with|by|via|is|at|in|on):? human interest(?=$|[.,;:()])|^human interest$", "Slavic401k": r"slavic ?401k?", "Newport": r"newport (?:group|trust)", "Great-West": r"great-west", "Vestwell": r"vestwell", "OneAmerica": r"oneamerica|(?:call|contact|with|by|at|through|via|is) one america|one america(?= (?:retirement|at \(?\d|keeps|website|portal|accounts?))", "Corebridge": r"corebridge|valic", "ForUsAll": r"forusall", "Mutual of America": r"mutual of america",
    "Diversified": r"diversified (?:investment advis[eo]rs|retirement corporation)|(?:call(?:ing)?|contact(?:ing)?|phone|telephone|with|through|by|to) diversified(?= (?:at|on|toll|by phone|online|for (?:the|your|a) (?:plan|form|account))\b|[.,;]? \(?1?-?\(?\d{3})|diversified's (?:web ?site|call center|phone)", "CitiStreet": r"citistreet",
    "Mutual of Omaha": r"mutual of omaha", "Paychex": r"paychex", "Ameritas": r"ameritas", "Alerus": r"alerus", "BPAS": r"bpas", "Pentegra": r"pentegra", "TruStage": r"trustage", "CUNA Mutual": r"cuna mutual(?= retirement)", "The Standard": r"the standard(?= (?:at \(?\d|retirement|insurance company|website))|standard (?:retirement services|insurance company)",
}  # fmt: skip
_KEEPER = {name: Pattern(rf"\b(?:{pattern})\b") for name, pattern in _KEEPERS.items()}
_KEEPER_WORDS = (
    "fidelity", "netbenefits", "vang", "schwab", "empower", "alight", "rowe", "mykplan", "principal", "merrill", "benefits online", "voya",
    "transamerica", "hancock", "prudential", "tiaa", "adp", "ascensus", "guideline", "lincoln", "massmutual", "mercer", "nationwide",
    "securian", "conduent", "milliman", "bank of america", "wells fargo", "betterment", "human interest", "slavic", "newport", "great-west", "vestwell", "oneamerica", "one america", "corebridge", "valic", "forusall", "mutual of america",
    "mutual of omaha", "paychex", "ameritas", "alerus", "bpas", "pentegra", "trustage", "cuna", "standard", "diversified", "citistreet",
)  # fmt: skip
_ANY_KEEPER = Pattern("|".join(f"(?:{pattern})" for pattern in _KEEPERS.values()), *_KEEPER_WORDS)
_PLAIN = r"(?:The Standard|Principal|Guideline|Nationwide|Lincoln|Human Interest|Prudential|Newport|ADP)"
_ITS_NUMBER = r"(?:'s)?(?: [A-Z][a-z]+){0,3}(?:[,:]| at| on| -| \u2013| \u2014)?(?: (?:phone|tel|telephone|toll-free)[:.]?)? ?(?=\(?\+?(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]\d{3})"
_BY_ITS_PLACE = Pattern(
    rf"\b(?P<one>{_PLAIN}){_ITS_NUMBER}|^\W*[Nn]ow (?P<seven>{_PLAIN})(?=$|[.,;)\]])|^(?:The )?(?P<five>{_PLAIN})(?:'s (?=(?:web ?site|portal|app|call center|phone|service center)\b)| (?=(?:runs|keeps|administers|manages|handles|hosts|services|maintains) (?:the |our |your )(?:plan|401\(k\)|accounts?|retirement)))|^(?:[A-Z][\w. /]*)?(?:[Pp]rovider|[Vv]endor|[Rr]ecord ?keeper|[Aa]dministrator)(?: \([^()]*\))?: ?(?P<six>{_PLAIN})(?=$|[.,;])|(?<=[a-z,] )(?P<two>{_PLAIN})(?:'s)? (?=account\b|participant\b|(?:web ?)?site\b|portal\b|log-?in\b|app\b|call center|service|represent|phone|line\b|benefits?\b|plan\b)|\b(?:[Cc]all|[Dd]ial|[Cc]ontact|[Aa]sk|[Pp]hone|[Tt]hrough|[Vv]isit|[Ww]ith|[Vv]ia|by|[Tt]ell|[Jj]oin|[Ll]og (?:in|on)(?: ?to)?|[Gg]o to|[Uu]se|is|uses) (?P<three>{_PLAIN})(?:'s)?(?=$| *[.,;:()>]| (?:at|or|and|to|if|for|when|by|who|website|[a-z]+ly)\b)|\b(?:[Cc]all(?:ing)?|[Dd]ial(?:ing)?|[Cc]ontact(?:ing)?|[Pp]honing|[Tt]hrough|[Vv]ia) (?P<four>{_PLAIN}|Bank of America|Wells Fargo)(?:'s [A-Z]\w+(?: [A-Z]\w+)*)? (?=at (?:or|and)\b|or (?:go|log|visit)|at \(?\+?[\d(]|\(?\+?1?[-. ]?\(?[2-9]\d\d\)?[-. ]\d{{3}})",
    "Bank of America", "Wells Fargo", "The Standard", "Principal", "Guideline", "Nationwide", "Lincoln", "Human Interest", "Prudential", "Newport", "ADP",
)  # fmt: skip
"""A common word that is a keeper's name where it has its capital inside a sentence, and an account, a site or a number."""
_BESIDE_ITS_NAME = Pattern(r"^\W*(?:[A-Z][\w.'’]* ?){1,4}(?:[,:(]| at| -| \u2013| \u2014) ?(?:\+?1[-. ])?\(?$")
"""`Exemplar, 1-800-…`"""
_THEN_ITS_NUMBER = Pattern(
    r"(?:'s)?(?: (?:retirement|investments?|financial|services?|service center|center|call center|participants?|workplace|netbenefits|benefits|line|phone|customer|plan|401k|savings|(?:web ?)?site|online|app|or|at|on|via))*\)?(?:[,:/(]| -)?(?: (?:(?:by )?(?:phone|tel|telephone|toll[- ]free|call|dial|number)[:.]?|at|is|or))* ?\(?\+?(?:1[-. ])?\(?[2-9]\d\d(?:\)|\)?[-. ])",
    *"23456789",
)
"""`Exemplar (800) …`, `Exemplar site or 1-800-…`: nothing but what the number is stands between the name and it."""
_KEEPS = Pattern(
    r"\brecord-?keeper|\badminister|\badministrator|\bcall\b|\bcontact|\bwebsite|\blog (?:on|in)|\bmanage|\bvisit|\bphone|\bnetbenefits|\bservice (?:center|provider)|\bonline\b|\btelephone|\b(?:send|mail|fax|return|submit|forward|deliver)\b[^.;]{0,60}\b(?:forms?|requests?|applications?|paperwork|elections?|instructions?|beneficiary|documents?)\b[^.;]{0,20}\bto\b|\benroll|\baccount\b|\baccess"
)
_FUNDS_OF = r"\b(?:{})(?:'s)? (?:[a-z-]+ ){{0,2}}(?:funds?|etfs?|index|portfolios?|target)\b"
"""`Administered by …, with low-fee Vanguard funds`: whose funds they are keeps no records."""
_FUND = Pattern(r"\b(?:fund|index|freedom|target|trust|portfolio|brokeragelink|class [a-z]\b|commingled)\b")
_PHONE = Pattern(
    r"(?<![\d-])(?:\+?1[-. ]?)?\(?([2-9]\d{2})(?:\)|\)?[-. /])\s?(\d{3}|[A-Z]{3,4})(?:- |[-. ]?)(\d{4}|(?=\d*[A-Z])[A-Z0-9]{3,4})(?!\d\d)"
)
_OTHER_PHONE = Pattern(
    r"\bdepartment of labor|\bebsa\b|\bpbgc\b|\birs\b|\bfacsimile\b|\btelecop\w+|\bfax(?:ed|ing)?\b(?! (?:it|this form|the form)?\b[^.;]{0,40}\bor\b)|\bsocial security|\bhearing|\blegal process|\bcourt|\bclaims?\b|\b1-866-444|\btrustee\b|\bpre-approved plan provider|\bpay(?:check|roll) questions\b|\bquestions? (?:about|on) (?:your |a |the )?(?:pay|paychecks?|checks?|payroll|taxes|w-2s?)\b|\bunclaimed (?:funds|property|money)\b|\b(?:medical|dental)\b[^.;]{0,40}\b(?:dental|fsa|life|vision)\b|\bthird party administrator\b|\beap\d?\b|\bassistance program|\bcrisis\b|\blifeline\b|\bsuicide|\bnurse|\btelehealth|\bleave of absence\b"
)


_OF_SAVINGS = Pattern(
    r"\b401k\b|\b403b\b|\b(?<!health )(?:retirement|savings|thrift|investment) (?:and [a-z]+ )?(?:plan|program|account|center|line)|\bretirement\b(?! (?:medical|health))|\bsavings$"
)
_OTHER_MATTER = Pattern(
    r"\b(?:medical|dental|vision|pharmacy|prescriptions?|rx|health|hsa|fsa|hra|cobra|life|ad&d|disability|std|ltd|eap|employee assistance|leave|fmla|absence|pension|legal|wellness|coaching|commuter|transit|pet|auto|home|identity|payroll|w-2|workers|tuition|student|hotline|ethics|employment verification|stock|espp|equity|accident|critical illness|hospital)\b"
)
"""What a row of a list of telephone numbers is for, if not for the plan."""
_AS_WRITTEN = {
    "Empower": Pattern(r"\bE(?:mpower|MPOWER)|empowermy|(?i:empower-?retirement|empower\.com)"),
    "Merrill": Pattern(r"(?<![A-Z][a-z] )(?<![a-z]{2} )\bM(?:errill|ERRILL)\b|Merrill (?:Lynch|Edge)|(?i:(?:call|contact|with|at|by|through|to|via|the|log on to) merrill|merrill(?:edge)?\.com|benefits online)"),
    "ADP": Pattern(r"(?i)^(?!.*\b(?:employ(?:ment|ed|ees?)|work(?:s|ed|ing)?|leave|service)\b[^.;]{0,20}\b(?:with|by|of|at|for) adp\b)"),
}  # fmt: skip
"""A verb, a person's name, and an employer of its own: keepers only where they are written so."""
_SERVES = Pattern(
    r"\b(?:40[13]\(?[kb]\)?|retirement(?: plan)?) (?:plan )?(?:provider|vendor|admin|platform)\b",
    "provider", "vendor", " admin", "platform",
)  # fmt: skip
"""What a benefits page calls the keeper."""
_OTHER_ACCOUNTS = Pattern(
    r"\b(?:health|hsa|hra|fsa|flexible|spending|reimbursement|loan|esop|stock|brokerage|pension|bank|checking|ira|medical)s?(?: [a-z]+)? accounts? (?:is|are)\b",
    "account",
)
_OF_THE_PENSION = Pattern(
    r"\bpension (?:center|line|service|plan|benefit|administrat\w+|department|office|fund)\b", "pension"
)
_ASKS_OF_OTHERS = Pattern(
    r"^(?!.*\b(?:sav\w+|401k|403b|thrift)\b).*(?:\bpension(?: plan)?|\bquestions? (?:about|on) (?:your |a |the )?(?:pay|paychecks?|checks?|payroll|taxes|w-2s?))\b",
    "pension", "question",
)  # fmt: skip
"""`What about the old pension?`, above whom to call."""
_A_PERSON = Pattern(
    r"\b(?:advis[eo]rs?|consultants?|brokers?|planners?|coach(?:es)?)\b(?: [a-z]+){0,2}[,:(]?(?: (?:is|at|named?))* ?(?:[a-z][\w.'-]* ?){0,4}[,:(]?(?: at| on)? ?\(?$",
    "advis", "consult", "broker", "planner", "coach",
)  # fmt: skip
_A_DESK = Pattern(
    r"\b(?:rollover|loan|withdrawal|qdro|hardship|brokerage|beneficiary|roll-?in) (?:desk|team|specialists?|department|unit|hotline|help line|line|concierge)\b",
    "desk", "team", "specialist", "department", "unit", "line", "concierge",
)  # fmt: skip
_SAID = Pattern(
    r"\b(?:should|shall|must|are to|will)(?: now)? be (?:read|understood|construed) (?:as|to mean)\b|\brecord[- ]?(?:keeper|keeping|kept)|\bkeeps? (?:the )?(?:plan's )?records|\brecords are kept|\b(?:administered|run|serviced) (?:by|through|via)|\b(?:plans?|401k|403b|program)\b[^.;:]{0,25} (?:is|are) (?:managed|handled|hosted|powered|facilitated|provided|kept|maintained) (?:by|through|via|with|at)\b|\b(?:company|firm|provider|vendor|outfit|people|ones?) (?:that|who|which) (?:handles?|runs?|keeps?|manages?|administers?|services|looks? after) (?:the |our |your |all )*(?:401k|403b|plan|retirement|accounts?|records)\b|\baccounts? (?:is|are) (?:kept|maintained|administered|serviced|looked after) (?:by|at|with)\b|401k administrator|plan administrator|service provider|\bis (?:the|our|its) (?:plan |401k |retirement )*(?:provider|administrator)\b"
)
_TO_THE_KEEPER = Pattern(
    r"\b(?:fees?|expenses?|amounts|payments?|services|paid)\b[^.;]{0,60}\b(?:to|by) [^.;,]{3,40}, the (?:plan's )?record-?keeper\b(?! (?:until|through|before|from|to|in|for) (?:19|20|[a-z]+ (?:\d{1,2}, )?(?:19|20)))",
    "keeper",
)
"""`Fees paid to Exemplar Trust, the recordkeeper, were $18,204`."""
_NO_KEEPER = Pattern(
    r"\b(?:advis[eo]rs?|consultants?|brokers?|planners?|auditors?|actuar\w+|third[- ]party administrator|tpa|pension (?:plan|benefits?)|health|medical|dental|disability|insurance)\b"
)
"""Whoever is told or called about these keeps no accounts."""
_ONCE = Pattern(r"\b(?:former(?:ly)?|previous(?:ly)?|prior|predecessor|until|before|replac\w+|succe\w+|used to)\b")
_BEFORE = Pattern(
    r"\b(?:until|before|prior to|through) (?:[a-z]+ )?(?:\d{1,2}, )?(?:19|20)\d\d\b[^.;]*|\b(?:was|were|used to be|formerly|previously|former)\b[^.;,]*|\b(?:from|left) [^.;,]{3,40}?(?= to\b)|(?<=recordkeeping )(?:services )?from [^.;,]{3,40}|(?<=recordkeeper )from [^.;,]{3,40}|\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)|takes? over from|took over from|instead of|in place of) [^.;,]{3,40}|\breferences? to [^.;]{3,60}? (?:should|shall|must|are to|will)(?: now)? be (?:read|understood|construed)\b",
    "replac", "succeed", "take", "took", "instead of", "in place of", "reference",
    "before ", "former", "from ", "left ", "previously", "prior to ", "through ", "until ", "used to be", "was", "were",
)  # fmt: skip
"""Who kept the records once."""
_PAST_ASIDE = Pattern(
    r"\([^()]*\b(?:used|until|formerly|previously|was|were|replac\w+|before|once|old|prior)\b[^()]*\)|\b[Ww]e (?:used|had|were (?:with|at)) [^.;,()]{2,40} (?:until|before|through)\b[^.;,()]*",
    "(", "until", "before", "through",
)  # fmt: skip
"""`(until last year it was …)`, beside the one of today."""
_SOMEBODY_ELSES = Pattern(
    r"\bmy (?:[a-z]+ )?(?:megacorp|company|employer|job|plan|work|firm|(?:wife|husband|spouse|partner|friend)(?:'s)?)\b|\bmine (?:does|did|do|is|was|has|had|lets?|allows?|will|would|uses?|went|goes|cuts?|through|with|at|\()|\b(?:like|as|same (?:as|with)|at|for) mine\b|\bold (?:employer|job|plan)\b|\b(?:after|starting|beginning|from) (?:that|this) date\b|\bthe [a-z]+ line for [^.;]{0,30} will be\b"
)
"""A forum's voice, and a number that is not yet the plan's."""
_ONLY_HOLDS = Pattern(
    r"^[^.;,]{0,25},? (?:an? |the |as |is the |serves as )*(?:plan's )?(?:custodian|trustee|directed trustee)\b(?!,? (?:and|&) (?:the )?(?:plan's )?record)",
    "custodian",
    "trustee",
)
"""Whoever holds the money, beside another who keeps the records."""
_AFFILIATE = Pattern(
    r"\b(?:an|its|whose|the trustee's) (?:[a-z]+ )?(?:affiliates?|subsidiary|subsidiaries|sister company)\b[^.;]{0,60}\brecord"
)
"""`… is trustee and an affiliate is recordkeeper`: of the same house."""
_ABROAD = Pattern(
    r"\b(?:abroad|overseas|outside|internationally?|international callers?|collect|tty|tdd|fax|hearing|deaf|espa\S+|spanish|relay|foreign|canada|mexico|puerto rico)\b[^.;(]{0,45}$"
)
"""A number for those who cannot dial the other one."""
_OF_INVESTMENTS = Pattern(
    r"\b(?:information|questions?|details?|prospectus\w*)\b[^.;]{0,50}\b(?:about|concerning|on|regarding|for)\b[^.;]{0,20}\b(?:investment|fund)|\bprospectus",
    "investment", "fund", "prospectus",
)  # fmt: skip


def claims_of(document: Document) -> list[Claim]:
    """Every claim about recordkeeper and telephone."""
    told = [unit for unit in document.units if unit.kind not in ("contents", "question") and unit.ticked is not False]
    words = [word for word in _KEEPER_WORDS if word in document.text]
    known = {id(unit) for unit in told if any(word in unit.norm for word in words) and _ANY_KEEPER.search(unit.norm)}
    common = _BY_ITS_PLACE.within("\n".join(unit.raw for unit in told))
    found = [claim for unit in told for claim in _contact(document, unit, id(unit) in known, common)]
    keepers = {id(claim.unit): claim.value for claim in found if claim.field == "recordkeeper"}
    left = {
        id(before)
        for before, unit in pairwise(told if len(set(keepers.values())) > 1 else ())
        if id(unit) in keepers and id(before) in keepers and _NOW.match(unit.norm)
    }
    found = [claim for claim in found if claim.field != "recordkeeper" or id(claim.unit) not in left]
    if any(_between_providers(unit) for unit in told if id(unit) in known):
        # The participant chooses among several: none of them is the plan's.
        return [claim for claim in found if claim.strength > 2 and claim.field == "recordkeeper"]
    if any(_TO_ONE.match(unit.norm) for unit in told[:30]):
        # The number in a letter to one person is its writer's, unless it is said to be that of the plan.
        found = [
            claim
            for claim in found
            if claim.field != "phone" or claim.strength > 2 or _OF_SAVINGS.search(claim.unit.norm)
        ]
    return found


_NOW = Pattern(
    r"^\W*(?:now|today|currently|at present|since (?:19|20)\d\d)[:,]? (?:(?:it is|it's|this is|at|with) )?[a-z]+",
    "now", "today", "current", "present", "since",
)  # fmt: skip
"""`Exemplar Institutional Retirement. [Now Sample, after the transfer.]`"""
_TO_ONE = Pattern(
    r"^\W*dear (?!(?:\w+ )?(?:participants?|employees?|colleagues?|members?|associates?|team|teammates?|plan|all|everyone|friends?|partners?|retirees?|staff|valued|fellow|eligible|savers?|[a-z]+ers|[a-z]+ees|[a-z]+ites)\b)[a-z.]+(?: [a-z.]+){0,3}\W*$",
    "dear ",
)


def _between_providers(unit: Unit) -> bool:
    text = unit.norm
    if not re.search(r"\b(?:direct|choose|choice|either|vendors|providers)\b", text):
        return False
    named = [name for name, pattern in _KEEPER.items() if pattern.search(text)]
    return len(named) > 1 and not re.search(r"\b(?:from|until|formerly|was|merg)\b", text)


def _may_tell(document: Document, unit: Unit, common: Pattern) -> bool:
    """Whether a unit has any word or number without which `_contact` finds nothing: most have none."""
    raw, text, lead = unit.raw, unit.norm, document.lead_of(unit)
    near = (text, lead, unit.answer_to, document.heads[unit.heads[0]] if unit.heads else "")
    return (
        _has_number(raw)
        or "ccounts are " in raw
        or any("record" in each or "who keeps" in each for each in near)
        or any(word in raw for word in common.needs)
        or any(word in text for word in _SERVES.needs)
        or bool(told_to(raw))
    )


def _contact(document: Document, unit: Unit, known_name: bool, common: Pattern) -> list[Claim]:
    """What one unit says; `common`: of a name that is a common word, as far as the document has such."""
    found: list[Claim] = []
    if not (known_name or _may_tell(document, unit, common)):
        return found
    text = _PAST_ASIDE.sub(" ", unit.norm)
    keeper = behind = ""
    by_place = _by_its_place(_PAST_ASIDE.sub(" ", unit.raw), common)
    by_place = "" if by_place and _BEFORE.search(text) else by_place
    known_name = known_name or bool(by_place)
    lead = document.lead_of(unit)
    heading = document.heads_of(unit, 1)
    labelled = LABEL.match(lead) or LABEL.match(unit.answer_to) or (len(heading.split()) < 6 and LABEL.match(heading))
    if (
        not known_name
        and "record" not in text
        and "ccounts are " not in unit.raw
        and "record" not in lead
        and not _has_number(unit.raw)
        and not _SERVES.search(text)
        and not labelled
        and not told_to(unit.raw)
    ):
        return found
    label = (_caption(document, unit) or lead.split(" | ")[0]) if unit.cell else _label(text)
    of_savings = bool(_OF_SAVINGS.search(label))
    if not of_savings and (
        _OTHER_MATTER.search(label) or (_OTHER_ACCOUNTS.search(text) and not _OF_SAVINGS.search(text))
    ):
        return found
    above = next((document.heads[each] for each in unit.heads[:2] if not each.endswith(".")), "")
    if not label and _is_for_others_alone(above) and not _OF_SAVINGS.search(text):
        return found
    of_pension = not of_savings and any(
        _ASKS_OF_OTHERS.search(document.heads[head])
        for head in [each for each in unit.heads[:2] if each.endswith("?")][:1]
    )
    # Beside a name from the list only the word for a keeper of records can tell one.
    told = known_name or labelled or "ecord" in unit.raw or "ccounts are " in unit.raw or "record" in lead
    told = told or _SERVES.search(text) is not None
    said = told and bool(labelled or _SAID.search(text))
    if known_name:
        now = _BEFORE.sub(" ", text)
        named = [name for name, pattern in _KEEPER.items() if name == by_place or pattern.search(now)]
        if not (said and len(named) == 1):
            named = [name for name in named if not re.search(_FUNDS_OF.format(_KEEPERS[name]), now)]
        if "Merrill" in named and "Bank of America" in named and "merrill" not in now:
            named.remove("Merrill")  # the site is the bank's, too
        if named == ["Merrill"] and "merrill" not in now and "bank of america" in now:
            named = ["Bank of America"]
        named = [name for name in named if name not in _AS_WRITTEN or _AS_WRITTEN[name].search(unit.raw)]
        if len(named) > 1 and said:
            named = [name for name in named if _is_keeper(name, now)] or named
        if len(named) == 1 and not (
            "record" in text and _ONLY_HOLDS.search(_KEEPER[named[0]].split(now)[-1]) and not _AFFILIATE.search(text)
        ):
            keeper = named[0]
            behind = number_behind(keeper, text) if _has_number(unit.raw) else ""
            strength = 3 if said else 2 if _KEEPS.search(text) and not _FUND.search(text) else 1
            if behind and (of_savings or not label):
                strength = 3 if of_savings else max(strength, 2)
            of_an_ira = re.search(r"\bira\b", text) and not re.search(r"\bcall|\bcontact|\blog |\bwebsite|\.com", text)
            if (
                not (strength < 3 and (of_an_ira or of_pension))
                and not (strength == 1 and "rollover" in text)
                and not (strength < 3 and (_FUND.search(text) or _OF_INVESTMENTS.search(text)))
            ):
                found.append(Claim("recordkeeper", keeper, unit, strength))
    house, strength = "", 3
    if not keeper and told:
        house = name_in(unit.raw) or (below_label(unit, bool(LABEL.match(lead))) if labelled else "")
        if _BEFORE.search(text) and (_ONCE.search(text) or not _TO_THE_KEEPER.search(text)):
            house = ""  # but accounts tell what was paid to the one who keeps the records
        house = house or (new_one(unit.raw) if date_in(text) <= document.today.isoformat() else "")
    if (
        not (keeper or house)
        and (called := told_to(unit.raw))
        and not (_BEFORE.search(text) or _NO_KEEPER.search(text))
    ):
        house, strength = called, 2
        titles = " ".join(each.raw for each in document.units[:6] if not house or house not in each.raw).lower()
        without = text.replace(house.lower(), "")
        if house and (
            house.split()[0].lower() in titles or (_OTHER_MATTER.search(without) and not _OF_SAVINGS.search(without))
        ):
            house = ""  # a department of the employer, or a house for other things
    if house:
        found.append(Claim("recordkeeper", _known(house), unit, strength))
    if (
        _has_number(unit.raw)
        and (hit := _first_number(unit.raw, behind))
        and not _is_for_others(unit.raw[: hit.start()].lower())
        and not _OTHER_PHONE.search(text)
        and not _OF_INVESTMENTS.search(text)
        and not (not house and _OF_THE_PENSION.search(text) and not _OF_SAVINGS.search(text))
        and not of_pension
    ):
        strength = 2 if re.search(r"\bcall|\bphone|\bcontact|\bparticipant|\bservice|\bcenter|\bhr\b", text) else 1
        strength = 1 if re.search(r"\bhr\b|\bhuman resources\b", text) and not keeper else strength
        strength = 2 if keeper and _BESIDE_ITS_NAME.search(unit.raw[: hit.start()]) else strength
        strength = 3 if (keeper and strength == 2) or behind or (of_savings and unit.cell) else strength
        if _A_PERSON.search(unit.raw[: hit.start()].lower()):
            strength = 1  # an adviser's own, beside the one for all
        if _A_DESK.search(text):
            strength = 1  # the line for one matter, beside the one for all
        found.append(Claim("phone", _whole(folded(hit.group())).replace("- ", "-"), unit, strength))
    if found:
        document.place(unit)
        over = unit.cell is not None and not document.current(unit)  # below the head of a column that has ended
        if over or unit.since > document.today.isoformat() or _SOMEBODY_ELSES.search(text):
            return []
    return found


def _caption(document: Document, unit: Unit) -> str:
    """The nearest line in capitals above a cell, in its own column: of two columns each has its own captions."""
    table, row, column = unit.cell or (-1, 0, 0)
    for each in reversed(document.units[: document.units.index(unit)]):
        if each.cell is None or each.cell[0] != table:
            return ""
        if each.cell[1] < row and each.cell[2] == column and each.raw.isupper() and len(each.raw.split()) < 5:
            return each.norm
    return ""


def _is_for_others_alone(head: str) -> bool:
    """Whether a heading is the name of another matter and nothing else: `Employee assistance`."""
    few = len(head.split()) < 4 and not any(mark in head for mark in ":0123456789")
    return few and _OTHER_MATTER.search(head) is not None and not _OF_SAVINGS.search(head)


def _label(text: str) -> str:
    """The few words before a colon."""
    label = text.split(": ")[0] if ": " in text else ""
    return label if len(label.split()) < 5 else ""


def _by_its_place(raw: str, common: Pattern) -> str:
    """A keeper whose name is a common word, told by its capital and what stands beside it; empty where none is."""
    found = common.search(raw)
    return _known(next(group for group in found.groups() if group)) if found else ""


def number_behind(keeper: str, text: str) -> str:
    """What a text says up to the number that stands straight behind a keeper's name; empty where none does."""
    pattern = _KEEPER.get(keeper)
    for named in pattern.finditer(text) if pattern else ():
        if number := _THEN_ITS_NUMBER.match(text, named.end()):
            return text[: number.end()]
    return ""


def _is_for_others(before: str) -> bool:
    """Whether an aside between a name and its number says that the number is for another benefit: `Exemplar (life) 877-…`."""
    aside = _ASIDE.search(before) if "(" in before else None
    return aside is not None and bool(_OTHER_MATTER.search(aside[1])) and not _OF_SAVINGS.search(aside[1])


_ASIDE = Pattern(r"\(([^()\d]{2,40})\)[,:]? ?(?:at )?(?:\+?1[-. ])?\(?$", "(")


def _first_number(raw: str, behind: str = "") -> re.Match[str] | None:
    """The first telephone number that is not for callers from abroad, the deaf or a fax; in digits where it has both. `behind`: its end."""
    hits = [
        hit
        for hit in _PHONE.finditer(raw)
        # Letters for digits have the free numbers alone: `955 ADDITIONS` is a line of a statement.
        if (hit[1][0] == "8" or not hit[2][0].isalpha()) and not _ABROAD.search(raw[: hit.start()].lower())
    ]
    if behind and len(hits) > 1:
        code = re.sub(r"\D", "", behind)[-3:]
        hits = [hit for hit in hits if hit[1] == code] or hits
    both = len(hits) > 1 and hits[0][0].upper() != hits[0][0].lower() and hits[1].start() - hits[0].end() < 12
    return hits[both] if hits else None


def _whole(number: str) -> str:
    """Without the bracket in which all of it stands: `(800-555-0100)`."""
    return number if ")" in number else number.removeprefix("(")


def _has_number(raw: str) -> bool:
    return sum(map(raw.count, "0123456789")) > 6


def _is_keeper(name: str, text: str) -> bool:
    """Whether a sentence with several names says that this one keeps the records."""
    pattern = _KEEPERS[name]
    return bool(
        re.search(
            rf"\b(?:{pattern})\b[^.;,]{{0,25}} (?:is|as) (?:the|our) (?:plan's )?record-?keeper|\brecord-?keeper (?:for the plan )?is (?:now )?(?:{pattern})\b",
            text,
        )
    )


def _known(name: str) -> str:
    """A name as the list has it, where it is on it."""
    said = name.lower()
    return next(
        (
            known
            for known in _KEEPERS
            if known.split()[0].lower() == said.split()[0] or known.lower().endswith(f" {said}")
        ),
        name,
    )
