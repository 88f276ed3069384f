"""How a cap is worded: the many ways to say it, made one, before its slots are looked for; and what stands beside it and bounds nothing."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from megaroth.reader.context import Document
    from megaroth.reader.units import Unit

_PAY = r"(?:pay|paychecks?|checks?|compensation|earnings|salary|wages)"
_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "twelve": "12", "fifteen": "15", "sixteen": "16", "eighteen": "18", "twenty": "20", "twenty-five": "25", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "seventy-five": "75", "eighty": "80", "ninety": "90",
}  # fmt: skip
_SHARES = {"half": "50", "quarter": "25", "three-quarters": "75", "all": "100", "whole": "100", "entire": "100"}
_PARTS = {"tenth": "10", "fifth": "20", "quarter": "25", "fourth": "25", "third": "33", "half": "50"}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"

_REWRITES: tuple[tuple[Pattern, str | Callable[[re.Match[str]], str]], ...] = (
    (Pattern(r"\bincl\.(?= )", "incl."), "including"),
    (Pattern(r"\bexcl\.(?= )", "excl."), "excluding"),
    # `50% of elective deferrals up to 8% of compensation`, below the title of the match.
    (
        Pattern(
            r"\b\d{1,3}% of (?:each |the |your |a participant's |all )*(?:elective |salary |401k |employee )?(?:deferrals?|contributions?),? (?:up to|not (?:to )?exceed(?:ing)?|to|on|of) (?:the first )?\d{1,2}(?:\.\d+)?%(?: of [a-z ]{0,20}?(?:pay|compensation|earnings|salary|wages))?",
            "% of ",
        ),
        "",
    ),
    # `Pre-tax, Roth or after-tax in any mix, but no more than 15% may be after-tax`, `to these the plan adds a third kind, after-tax, from 1% to 8%`.
    (
        Pattern(
            r"^[^%]*@(?:pre|roth)\b[^%]*,? but (?=(?:no|not) more than \d{1,2}% (?:of [a-z ]{2,20}? )?(?:may|can|will|shall) be (?:made )?(?:as |on an? )?@at\b[^@%]*$)",
            "but ",
        ),
        "",
    ),
    (Pattern(r"^\W*to [^%]*@(?:pre|roth)\b[^%]*? adds? an? (?:third|new|another|further) (?:type|kind|source|way)[,:]? (?=@at\b[^@]*%)", "adds ", "add "), ""),
    # `Up to half (50%) of your pay`, `up to half of each paycheck`.
    (
        Pattern(
            r"\b(?:one[- ])?(?:half|(?:a |one[- ])?quarter|(?:a |one[- ])?third|three[- ]quarters|two[- ]thirds) \(?(?P<share>\d{1,2}(?:\.\d+)?%)\)?",
            "half ", "quarter", "third",
        ),
        r"\g<share>",
    ),
    (
        Pattern(
            rf"(?P<bound>\b(?:up to|as much as|more than|at most|limited to|capped at|exceed|over|above|to) )(?:(?:the|your) )?(?:one[- ])?(?P<share>half|three-quarters|all|whole|entire)(?: of)?(?P<of> (?:your |their |his or her |each |the |every |an? |eligible |gross |base |total )*{_PAY}\b)",
            "half", "three-quarters", "all", "whole", "entire",
        ),
        lambda found: f"{found['bound']}{_SHARES[found['share']]}% of{found['of']}",
    ),
    # `A tenth of your pay`.
    (
        Pattern(
            rf"\b(?:an? |one[- ])(?P<part>tenth|fifth|quarter|fourth|third|half)(?: of)?(?= (?:your |their |his or her |each |the |every |eligible |gross |base |total )*{_PAY}\b)",
            "tenth", "fifth", "quarter", "fourth",
        ),
        lambda found: f"{_PARTS[found['part']]}% of",
    ),
    # `One to 10% of pay`.
    (
        Pattern(r"\b(?P<low>one|two|three|four|five)(?= (?:to|through|and|up to) \d{1,3}(?:\.\d+)?%)", "one ", "two ", "three ", "four ", "five "),
        lambda found: f"{_WORDS[found['low']]}%",
    ),
    # `When expressed as a percentage of pay, exceed twelve`, `a whole number from 1 to 50, meaning percent`.
    (
        Pattern(
            rf"(?P<head>\b(?:percent\w*|rate)\b[^.;%$]{{0,80}}\b(?:exceed|exceeding|more than|greater than|higher than|over|above|limited to|up to|at most),? )(?P<number>{_NUMBER})(?=[.;,]|$)(?![.,]\d)",
            "percent", "rate",
        ),
        lambda found: f"{found['head']}{_WORDS.get(found['number'], found['number'])}%",
    ),
    (
        Pattern(
            rf"(?P<head>^(?=.*\b(?:max(?:imum)?|most|top|highest|limit|cap|ceiling)\b).*\b(?:percent\w*|rate)\b[^.;%$]{{0,60}}\b(?:is|max(?:imum)?|most|of) )(?P<number>{_NUMBER})(?=[.;,]|$)(?![.,]\d)",
            "percent", "rate",
        ),
        lambda found: f"{found['head']}{_WORDS.get(found['number'], found['number'])}%",
    ),
    (
        Pattern(
            r"\b(?P<head>(?:whole )?(?:numbers?|integers?|figures?) (?:from|between) \d{1,2} (?:to|and|through|up to) \d{1,3})(?![%\d]|[.,]\d)(?=[^.;%$]{0,40}\bpercent)",
            "number", "integer", "figure",
        ),
        r"\g<head>%",
    ),
    # What is refused above it: `elections above 45% of pay are refused`, `we reject any rate over 12%`.
    (
        Pattern(
            r"\b(?:of )?(?:above|over|higher than|more than|greater than|in excess of|beyond|exceeding|that exceeds?|past) (?P<share>\d{1,3}(?:\.\d+)?%(?: of [a-z ]{3,30}?)?)(?P<then> (?:is|are|will be|gets?|cannot be|may not be|can not be) (?:simply |always |automatically )?(?:refused|rejected|disallowed|sent back|turned down|declined|not (?:accepted|allowed|permitted|possible|available|processed|taken)|accepted|processed|taken|blocked|ignored|invalid)\b)(?<!are accepted)(?<!is accepted)(?<!are processed)(?<!is processed)",
            "refused", "rejected", "disallowed", "sent back", "turned down", "declined", " accepted", "allowed", "permitted", "possible", "available", "processed", "taken", "blocked", "ignored", "invalid",
        ),
        r"of up to \g<share>",
    ),
    (
        Pattern(
            r"\b(?:rejects?|refuses?|blocks?|disallows?|turns? down|sends? back|(?:does|do|will|can) not (?:accept|take|process|allow|permit|let you (?:enter|elect|choose)))\b(?P<what>[^.;%$]{3,60}?) (?:of )?(?:above|over|higher than|more than|greater than|in excess of|beyond|exceeding|that exceeds?|past) (?=\d{1,3}(?:\.\d+)?%)",
            "reject", "refuse", "block", "disallow", "turn", "send", "not ",
        ),
        r"accepts\g<what> of up to ",
    ),
    # Who it is that bounds: `are limited by the Plan to 12%`.
    (
        Pattern(
            r"\b(?P<act>limited|restricted|confined|capped|held|kept|fixed),? (?:by|under|in) (?:the|our|your|this|its|that) (?:[a-z0-9'-]+ ){0,3}?(?:plan|company|employer|committee|administrator|agreement|contract|policy|sponsor|trustees|rules)(?: document| rules| terms)?,? (?=(?:to|at) )",
            "limited", "restricted", "confined", "capped", "held", "kept", "fixed",
        ),
        r"\g<act> ",
    ),
    # Rows that ran together: `… 40% of pay @at alone: 10%`.
    (
        Pattern(rf"(?P<end>\d%(?: of (?:[a-z]+ )?{_PAY})?) (?=@(?:pre|roth|at)\b[^%;.@()]{{0,25}}: ?\d)", "%"),
        r"\g<end> ; ",
    ),
    # `…: the first 6% is matched, and the rest is not`.
    (
        Pattern(
            r"(?:[:;,(]| -) ?(?:of (?:which|that|this),? )?(?:and |only )?(?:the |your )?first \d[\d.]*%[^.;%@]{0,60}\bmatched\b[^.;%@]*(?=[.;]|$)",
            "matched",
        ),
        "",
    ),
    # A remark put between, which bounds nothing.
    (
        Pattern(
            r",? (?:which|who|that) (?:is|are|was|were|do|does|has|have|gets?|earns?|receives?|come|comes|go|goes|may|can|cannot|will)\b(?![^,]*\b(?:exceed|more than|limit|cap|up to|max\w*|most|highly|hce|above|over)\b)[^,;.%@$]{3,90},",
            "which ", "who ", ", that ",
        ),
        " ",
    ),
    # `…, but never past the $69,000 415(c) limit`.
    (
        Pattern(
            r"(?<=[a-z%]),? \(?(?:but |and )?(?:never|not|no) (?:past|over|above|beyond|more than|to exceed|exceeding) (?:the |an? )?(?:\$[\d,]+ )?(?:irs|irc|415|federal|legal|annual additions|code|section)\b[^.;%@]*(?=[.;]|$)",
            "irs", "irc", "415", "federal", "legal", "annual", "code", "section",
        ),
        "",
    ),
    # However much room the law leaves.
    (
        Pattern(
            r"^\W*(?:(?:and|but) )?(?:regardless of|no matter|however (?:much|high|little)|irrespective of|despite|notwithstanding)\b(?![^,]*\b(?:sources?|buckets?|types?|kinds?|hces?|highly)\b)[^,;%$@]{3,110}, ",
            "regardless", "no matter", "however", "irrespective", "despite", "notwithstanding",
        ),
        "",
    ),
    # A name that sounds like something else: `the Lakeview Dental 401k`.
    (
        Pattern(
            r"\b(?:dental|medical|insurance|pension|stock|premium|child|children's|annuity|interest|nursery|investment)s?(?= (?:(?:group|care|center|services?|company|partners|retirement|savings|workers) )*(?:401k|403b)\b)",
            "401k", "403b",
        ),
        "",
    ),
    # What is called traditional, or told from Roth, is none.
    (
        Pattern(r"\b(?:traditional|regular|conventional|ordinary|plain|classic|non-?roth|true) @(?:basis|amb)\b", "@basis", "@amb"),
        "@at",
    ),
    (
        Pattern(
            r"@(?:basis|amb)(?P<noun>(?: contributions?| savings| money| deductions?)?),? \(?(?:not including|not counting|excluding|other than|as distinct from|distinct from|as opposed to|not|rather than|unlike|and not) (?:the |any |your |designated )*@roth(?: contributions?| deferrals?| savings| money)?(?P<end>\)|,|(?= ))",
            "@basis", "@amb",
        ),
        r"@at\g<noun>",
    ),
)  # fmt: skip
_SET_BESIDE_BOTH = Pattern(
    r"@pre(?: contributions?| deferrals?| savings)?(?:,| and| or|/| and/or| plus| &)+ ?@roth\b(?! \(?@(?:amb|basis))",
    "@roth",
)
_MAYBE_ROTH = Pattern(
    r"@roth (?:\(|or |i\.e|/)? ?@(?:amb|basis)|@(?:amb|basis) ?(?:\(|/|or ) ?@roth|@(?:amb|basis) @roth|@roth @(?:amb|basis)|@pre (?:or|and|and/or|/) @(?:amb|basis)(?! contributions?[^.;]*@roth)"
)
_OF_ITS_OWN = Pattern(r"@(?:amb|basis)(?=(?: contributions?| savings| money| dollars| source| elections?| deductions?)\b)", "@amb", "@basis")  # fmt: skip


def worded(text: str) -> str:
    """A sentence with its cap said in the one way that the slots know."""
    for pattern, put in _REWRITES:
        text = pattern.sub(put, text)
    if ("@amb" in text or "@basis" in text) and _SET_BESIDE_BOTH.search(text) and not _MAYBE_ROTH.search(text):
        text = _OF_ITS_OWN.sub("@at", text)
    return text


_OVERRUN = Pattern(
    r"^\W*(?:(?:and|but) )?(?:should|if|in case|in the event(?: that)?|whenever|when|where|any time) (?P<what>[^.;%$]{3,120}?)(?: (?:be|is|are|would|will|do|does|come|comes|add|adds|go|goes|total|totals|amount|amounts|work|works|up|out|to|at|set))* (?:above|over|more than|greater than|higher than|larger than|in excess of|beyond|exceeds?|exceeding|past|pass(?:es)?)(?: a total of| the sum of)? (?P<share>\d{1,3}(?:\.\d+)?%)(?P<of> of [^.;,%]{3,45}?)?,? (?:then )?(?:we|the|your|payroll|it|they|any|that|this|you|our|his or her|their)\b[^.]{0,90}?\b(?:reduc|lower|cut\b|cuts\b|trim|scal|refus|reject|not (?:be )?(?:accept|process|tak)|disallow|dropp|brought|bring)\w*",
    "should ", "if ", "in case ", "in the event", "whenever ", "when ", "where ", "any time ",
)  # fmt: skip
"""`Should the total be above 75% of pay, the after-tax election will be lowered`: what would be cut back is bounded."""
_NO_OVERRUN = Pattern(r"\bmatch|\bhighly|\bhces?\b|\btest|\bloan|\bvest|\brefund|\bauto|\bincreas|\bexample|\b415\b")


def overrun(text: str) -> str:
    """The same as a plain bound, where a sentence says what becomes of more: `… may not exceed 75% of pay.`; else empty."""
    found = _OVERRUN.search(text) if "%" in text else None
    if not found or _NO_OVERRUN.search(text):
        return ""
    return f"{found['what']} may not exceed {found['share']}{found['of'] or ''}."


_LABEL = Pattern(r"^\W*(?:[a-z]\w{0,8}[.)] )?@(?:amb|basis)(?= ?(?:contributions?|savings|money|source)?(?: limit| maximum| cap)?(?: \([^()%]*\))? ?(?::|-|\|))", "@amb", "@basis")  # fmt: skip
_ROTH_LABEL = Pattern(
    r"^\W*(?:[a-z]\w{0,8}[.)] )?(?:(?:your|401k|@pre)(?: contributions?| deferrals?| savings)?(?:,| and| or|/| and/or| \+| &)* ?)*@roth\b(?! \(?@)[^.;%@]{0,40}(?::|\|| - |\W*$)",
    "@roth",
)
_NEAR = 3
_ITS_SUBJECT = Pattern(
    r"^\W*(?:and |but |as for |for |your )?@(?:amb|basis)(?: contributions?| savings| money| elections?| dollars| rates?)?(?: alone| by itself)?,? (?:(?:can|may|could|must|is|are|has|have|stops?|tops?|goes|go|runs?|ends?|gets?|will|cannot)\b|\d)",
    "@amb", "@basis",
)  # fmt: skip
_OF_BOTH = Pattern(rf"^[^%@]{{0,40}}{_SET_BESIDE_BOTH.text}(?=[^@]*(?:%|\blimit|\bmaximum|\bcap\b|\$))", "@roth")


def in_its_row(document: Document, place: int, text: str) -> str:
    """`After-tax: 4% of pay`, in a list where Roth has a row of its own: no Roth."""
    label = _LABEL.match(text)
    if not label:
        if "@roth" not in text and _ITS_SUBJECT.match(text):
            beside = document.units[max(0, place - 1) : place] + document.units[place + 1 : place + 2]
            if any(_OF_BOTH.match(each.norm) and each.heads == document.units[place].heads for each in beside):
                return text.replace("@amb", "@at").replace("@basis", "@at")
        return text
    rows = document.units[max(0, place - _NEAR) : place] + document.units[place + 1 : place + 1 + _NEAR]
    if any("@roth" in each.norm and _ROTH_LABEL.match(each.norm) and "@amb" not in each.norm for each in rows):
        return f"{text[: label.end()].replace('@amb', '@at').replace('@basis', '@at')}{text[label.end() :]}"
    return text


_ALL_OF_IT = Pattern(r"\ball of (?:it|them|these|those|this)\b|\beverything\b")


def all_of_it(unit: Unit, text: str) -> str:
    """`One ceiling for all of it`, below the rows of several kinds: of them all, not of the one that stands last."""
    if "all of @at" in text and _ALL_OF_IT.search(unit.raw.lower()):
        return text.replace("all of @at contributions", "all contributions").replace("all of @at", "all contributions")
    return text


_THOSE_WHO_ARE = Pattern(
    r"^\W*(?:but |and |for )?(?:those|people|employees|participants?|members|anyone|everyone) (?:who|that) (?:are|is)\b(?= (?:may|can|could|have|has|go|stop|are|is|up|limited|capped|at|face|get)\b|[,:])",
    " are",
    " is",
)
_ARE_NOT = Pattern(
    r"\b(?:are|is) not (?:an? )?(?:considered |classified as )?(?:highly[- ](?:compensated|paid)|hces?)\b",
    "highly",
    "hce",
)
_THEY = Pattern(
    r"^\W*(?:they|these|those|their (?:limit|cap|ceiling|most|maximum))\b(?= [^%@]{0,40}\d)",
    "they",
    "these",
    "those",
    "their",
)
_ONLY_FEW = Pattern(
    r"^\W*(?:only )?(?:the |our |your )?(?:highly[- ](?:compensated|paid) (?:employees|participants?|members|people|associates)|hces)(?: \(hces\)| only)?\W*$",
    "highly", "hce",
)  # fmt: skip


def of_those(document: Document, place: int, text: str) -> str:
    """`Those who are can go to 20%`, `They stop at 5%`, after the highly compensated have been named: of these."""
    if not place or "%" not in text:
        return text
    before = document.units[place - 1].norm
    if (_THOSE_WHO_ARE.match(text) and _ARE_NOT.search(before)) or (_ONLY_FEW.match(before) and _THEY.match(text)):
        return (_THOSE_WHO_ARE if _THOSE_WHO_ARE.match(text) else _THEY).sub("highly compensated employees", text)
    return text


_OF_457 = Pattern(r"\b457b?\b", "457")
_OF_THIS = Pattern(r"\b(?:401k|403b)\b", "401k", "403b")


def of_another_plan(document: Document, text: str) -> bool:
    """Whether a sentence names the 457 plan that stands beside the 401(k) or 403(b) of the document."""
    return bool(_OF_457.search(text)) and not _OF_THIS.search(text) and bool(_OF_THIS.search(document.text))


_TURNED = Pattern(
    r"\bconver\w+\b(?: (?:in)?to (?:an? |your )?@roth| it| them)[^.;@]{0,40}\b(?:each|every|daily|nightly|automatic\w*|right away|immediately|same day|as soon as)\b|\b(?:each|every|daily|nightly|automatic\w*|right away|immediately|same day)\b[^.;@]{0,50}\bconver\w+\b(?: it| them)? (?:in)?to (?:an? |your )?@roth",
    "conver",
)


def turned_into_roth(document: Document, text: str) -> str:
    """After-tax money of a document in which what is put in becomes Roth by itself is none yet."""
    if "@amb" in text and "@roth" not in text and _TURNED.search(document.text):
        return text.replace("@amb", "@at")
    return text
