"""Caps: how much of pay may be deferred, go in after tax, go in altogether, and what the highly compensated may."""

from __future__ import annotations

import re
from decimal import Decimal

from megaroth.reader import hce, labelled
from megaroth.reader.capped import CAP, PAY, UP_TO, P, amended, each_its_own, prepared
from megaroth.reader.context import Document
from megaroth.reader.labels import rows_in
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import AT
from megaroth.reader.units import Claim, Unit

_ENDED = Pattern(
    r"\b(?:prior to|until) (?:the |plan |its |such |this |that )*(?:,|merger|termination|amendment|restatement|freez|conversion|acquisition|change|transfer|liquidation|date)",
    "prior to", "until",
)  # fmt: skip
_OF_A_MATCH = Pattern(
    r"\d% (?:of|on) (?:the |your |an? |each |all )?(?:first|next|(?:elective |salary |@pre (?:and @roth )?|participant'?s? |employee |basic )*(?:deferrals?|contributions?|savings))\b[^.;]{0,60}\d%$"
)
"""`100% of your deferrals up to 3%`: the rate before it makes it a match."""
_ONLY_TOTAL = Pattern(
    r"\b(?:when added to|added together|combin\w+|total(?:s)?|aggregate|together|sum of|(?:all|three) (?:of )?(?:your |employee )?(?:contributions?|types|three|kinds|buckets)|overall|(?:everything|all) you (?:contribute|save|put in))\b"
)
_NOT_CAPS = Pattern(
    r"\bmatch|\bexample|\bincreas|\bautomatic|\bauto-|\bdefault|\bvest|\bloan|\binvest|\bcompany (?:stock|contrib)|\bcatch-?up(?! contributions?\))|\bpenalty|\btax rate|\bwithheld\b|\bwithholding\b|\bwithdraw|\bbonus(?:es)? (?:of|up)|\bstock fund|\bnondiscrimination|\bforfeit|\bearnings of|\b415\b|\bannual additions|\b100% of (?:your )?(?:pay|compensation)(?:,| or|) (?:or |, )?(?:whichever|the)|\bwhichever is less|\bqualified(?! (?:annual |plan )?(?:earnings|compensation|pay|wages|@roth|employee|elective))|\bpremium|\bdistribution|\bescalat|\bprofit[- ]sharing"
)
_MONEY = r"\$(\d[\d,]*(?:\.\d\d)?)"
_AT_DOLLARS = Pattern(
    rf"@at(?: contributions?)? (?:max(?:imum)?|limit|cap)(?: is|:| of)? {_MONEY}[^.;]{{0,20}}\b(?:per|a|each|every) (?:plan |calendar )?year|\bup to (?:an additional )?{_MONEY} (?:per|in (?:a|any)|each|a|every) (?:plan |calendar )?year (?:in|of|as|on an?) [^.;$]{{0,30}}@at|@at[^.;$]{{0,40}}\bup to {_MONEY} (?:per|in (?:a|any)|each|a|every) (?:plan |calendar )year|\b(?:plan(?:'s)?|program|company|own)\b[^.;]{{0,50}}\b(?:maximum|limit|cap)s?\b[^.;$]{{0,70}}{_MONEY}|@at[^.;$]{{0,80}}\b(?:may not exceed|cannot exceed|will not exceed|are limited to|is limited to|are capped at|capped at|no more than|not exceed|maximum of|limit(?:ed)? (?:is|of))\s*{_MONEY}[^.;]{{0,30}}?\b(?:per|in (?:a|any)|each|a|every|for (?:a|any)) (?:plan |calendar )?year|\b(?:maximum|most)[^.;$]{{0,40}}@at[^.;$]{{0,50}}\bis {_MONEY}[^.;]{{0,20}}\b(?:per|a|each) (?:plan |calendar )?year"
)
_LAW_FIGURE = Pattern(
    r"\birs\b|internal revenue|415|402\(?g|federal|\bin (?:19|20)\d\d\b|\bfor (?:19|20)\d\d\b|\b(?:19|20)\d\d (?:limit|maximum)|adjusted|cost[- ]of[- ]living|\((?:19|20)\d\d\)|\bwages\b|annual additions|in addition to"
)


def claims_of(document: Document, unit: Unit, place: int) -> list[Claim]:
    """What one unit says of caps in percent of pay."""
    text, full = hce.told(prepared(unit.norm)), document.full(unit)
    if document.is_condition(unit) or _is_rollover(document, unit, text):
        return []
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if asked := document.follows.get(id(unit)):
        head = asked if not head else f"{head} {asked}"
    if hce.HCE.search(text):
        return hce.claims_of(document, unit, place, text, head)
    if text.count("%") > 2 and len(rows_in(text)) > 2:
        return []  # a table that ran together: `labels` takes it apart
    if (
        "@" in f"{text}{head}{document.heads_of(unit, 2)}"
        and (of_label := labelled.claims_of(document, unit, text)) is not None
    ):
        return of_label
    if changed := amended(unit, text):
        return changed
    hit = CAP.search(text)
    if hit is None or _OF_A_MATCH.search(text[: hit.end()]) or _ENDED.search(text[: hit.end()]):
        return []
    near = text[max(0, hit.start() - 70) : hit.end() + 50]
    if _NOT_CAPS.search(
        near.replace("withheld as", "taken as")
        if re.search(r"\b(?:save|contribute|defer|put)\b[^%]*\d% (?:to|through|-)", text)
        else text
    ) and not re.search(
        r"(?:may|can) (?:also |voluntarily |subsequently |elect to )*(?:contribute|defer|save|put in) [^.;]*%|contribute from",
        text,
    ):
        return []
    if re.search(
        r"\bmatch|\bexample|\bautomatically|\bautomatic (?:enrol|incr|contr|def)|\bincreas|\bloan|\b415\b|\bwhichever is less|\bfor (?:each|every) (?:\$1|dollar)",
        text,
    ):
        return []
    if _NO_SAVINGS.search(text) or _SOMEBODY_ELSES.search(text) or _OF_ONE_PAY.match(text):
        return []
    before = text[: hit.start()]
    if re.search(r"\bnon-?elective\b[^.;]{0,130}$", before):
        return []
    if _gives_up_to(text[: hit.end()]):
        return []
    given = max((found.end() for found in _EMPLOYER_GIVES.finditer(before)), default=-1)
    if given >= 0 and given > max((found.end() for found in _THEY_GIVE.finditer(before)), default=-1):
        return []
    of_kinds = _ONLY_TOTAL.search(text) and (("@pre" in text and "@roth" in text) or "all three" in text)
    if not (
        of_kinds
        or re.search(PAY, full)
        or _OF_ONE_KIND.search(text)
        or re.search(r"\bcontribution percentage|\bdeferral (?:rate|percentage)", text)
    ):
        return []
    percent = hit[1]
    if re.search(
        r"^(?:(?!compensation|salary|earnings|wages|pay\b)[^.;,%]){0,30}\bbonus", text[hit.end() :]
    ) or re.search(r"\bby (?:up to )?$", text[: hit.start()]):
        return []
    if _ADVICE.search(text):
        return []
    if not 1 <= Decimal(percent) <= 100:
        return []
    if (
        _OURS.match(head)
        and re.search(r"\b(?:from|by) (?:the |your )?(?:company|employer|firm|us)\b|\bvest", text)
        and not _THEY_GIVE.search(text)
    ):
        return []
    contributes = re.search(
        r"\bcontribut|\bdefer|\bsav(?:e|ing)|\belect|\bmaximum|\bput (?:in|away|aside)|\bset aside|\b(?:choose|pick|decide on) (?:a|any) (?:whole )?percent|\bsplit\b|\badd up to\b|\bgo (?:up )?to\b|\bdeduct\b|\bgive\b|\btogether may\b|\bover all three\b|\ball three (?:types|kinds)\b|\bwithhold\b|\bpercentages? together|\b(?:limit|ceiling) on\b|\ballotments?\b",
        full + " " + head,
    )
    if not contributes or _EMPLOYERS_SHARE.search(text):
        return []
    if ("@at" in text or "@pre" in text or "@roth" in text) and (each := each_its_own(unit, text)) is not None:
        return each
    if in_brackets := _IN_BRACKETS.search(text):
        return [Claim("after_tax_cap_percent", in_brackets[1], unit, 3)] if text.count("%") < 3 else []
    at, pre, roth = "@at" in text, "@pre" in text, "@roth" in text
    if "@amb" in text and not (at or pre):
        return []  # it may be money of its own, and Roth beside it another
    tags_before = re.findall(r"@(at|pre|roth)", text[: hit.start()])
    tags_after = re.findall(r"@(at|pre|roth)", text[hit.end() :])
    own = tags_after[0] == "at" if tags_after else bool(tags_before) and tags_before[-1] == "at"
    if (
        at
        and own
        and not _ONLY_TOTAL.search(text)
        and not _COORDINATED.search(text[: hit.start()])
        and not {"pre", "roth"} & set(tags_after)
        and re.search(
            r"\b(?:beyond|above|in addition to|besides|on top of|once|after|more than|apart from|separate(?:ly)? from|as well as)\b[^%]*(?:@(?:pre|roth)|elective deferrals)[^%]*$",
            text[: hit.start()],
        )
    ):
        return [Claim("after_tax_cap_percent", percent, unit, 3)]
    if at and tags_before[-1:] == ["at"] and "at" not in tags_after and _OVER_AND_ABOVE.search(text[hit.end() :]):
        return [Claim("after_tax_cap_percent", percent, unit, 3)]
    # "10% of pay as after-tax contributions": the money that stands beside the number has the cap.
    beside = (
        re.match(rf"^(?: of [^.;@%]{{0,40}}?)? (?:as|in|on) {AT}(?P<then>[^.;]{{0,40}})", text[hit.end() :])
        if at
        else None
    )
    if beside and (
        not (pre or roth)
        or re.search(
            r"\b(?:besides|in addition to|apart from|on top of|beyond|as well as|separate from|other than|not including|excluding)\b",
            beside["then"],
        )
    ):
        return [Claim("after_tax_cap_percent", percent, unit, 3)]
    of_head = "@at" not in head and re.search(r"\bdeferrals?\b|elective", head)
    # Beyond the limit on deferrals there are no deferrals.
    without_limits = re.sub(
        r"\b(?:irs |legal |annual )*(?:elective )?deferral limits?\b|\bdefer(?= (?:an? |additional |voluntary )*@at)|\blimits? on deferrals\b",
        "",
        text,
    )
    if re.search(r"\b(?:even if|once|after|when)\b[^.;]{0,40}\b(?:hit|reach)", text) and not (at or pre or roth):
        return []
    deferral = (
        pre
        or roth
        or of_head
        or re.search(r"\bdeferrals?\b|\bdefer\b|401k contributions|elective|\bsalary reduction", without_limits)
    )
    if (
        "at" in tags_before
        and {"pre", "roth"} & set(tags_after)
        and "at" not in tags_after
        and _APART.search(text[: hit.start()])
    ):
        return [Claim("deferral_cap_percent", percent, unit, 3)]
    if at and not (pre or roth) and _ONLY_TOTAL.search(text) and len(CAP.findall(text)) == 2:
        return _two_caps(unit, text)
    if at and _DIVIDED.search(text[hit.end() :]):
        # "30% in total, divided as you like among …, except that after-tax contributions may not be more than 20%"
        own_cap = re.search(
            rf"\b(?:except|but|provided|however)\b[^.;%]{{0,40}}@at[^.;%]{{0,60}}{UP_TO}{P}", text[hit.end() :]
        )
        second = [Claim("after_tax_cap_percent", own_cap[1], unit, 3)] if own_cap else []
        return [Claim("combined_cap_percent", percent, unit, 3), *second]
    if at and (pre or roth or deferral):
        if re.search(rf"@at[^.;%]{{0,50}}{UP_TO}\d|{UP_TO}\d+%[^.;%]{{0,80}}@at", text) and len(CAP.findall(text)) > 1:
            return _two_caps(unit, text)
        return [Claim("combined_cap_percent", percent, unit, 3 if _ONLY_TOTAL.search(text) else 2)]
    if (
        at
        or ("@at" in head and "@pre" not in head and "@roth" not in head and not pre and not roth)
        or re.match(rf"^{AT}", document.lead_of(unit))
    ):
        return (
            []
            if _ONLY_TOTAL.search(_OWN_TOTAL.sub("@at", text))
            else [Claim("after_tax_cap_percent", percent, unit, 3 if at else 2)]
        )
    if not (at or pre or roth) and (kinds := _kinds_near(document, unit, place, text)):
        name = "combined_cap_percent" if "@at" in kinds else "deferral_cap_percent"
        return [Claim(name, percent, unit, 2)]
    if _ONLY_TOTAL.search(text) and not pre and not roth:
        whole = document.after_tax_is_true and "@at" in document.text
        if re.search(r"\bdefer\b", text) and "@at" not in document.text:
            whole = False
        return (
            [
                Claim(
                    "combined_cap_percent"
                    if whole and not re.search(r"\bdeferrals?\b", text)
                    else "deferral_cap_percent",
                    percent,
                    unit,
                    2,
                )
            ]
            if whole is not None
            else []
        )
    if not re.search(
        r"\byour?\b|\b(?:participant|employee|member|associate|colleague)s?\b|\bdefer|\belect|\bsalary reduction|@",
        full + " " + head,
    ) and not _OURS.match(head):
        return []  # somebody else's contributions
    # One percentage for "contributions" in a plan that takes after-tax money may be either: said so, decided later.
    if not deferral and not re.search(
        r"contribut|\bdefer|\bsav|\bput\b|withh|deduct|set aside",
        f"{full} {head}" if _OURS.match(head) or "how much" in head else full,
    ):
        return []
    if not deferral and ("@amb" in document.text or _TAXED_PAY.search(document.text)):
        return []  # of money that went in taxed, and of an "after-tax" nobody knows what it is
    return [Claim("deferral_cap_percent", percent, unit, 3 if deferral else 1)]


_OURS = Pattern(
    r"^(?:your |employee |participant )?(?:contributions?|savings|deferrals?)(?: (?:limits?|amounts?|rates?))?$"
)
"""A heading that tells whose percentage stands below."""
_COORDINATED = Pattern(
    r"@(?:pre|roth)(?: (?:contributions?|deferrals?|basis))? ?(?:,|/|and|or|and/or) ?(?:an? |on an? )?@at|@at(?: (?:contributions?|basis))? (?:and|or|and/or) @(?:pre|roth)",
    "@at",
)
_EMPLOYER_GIVES = Pattern(
    r"(?<!have the )(?<!that the )(?<!allow the )\b(?:company|employer|sponsor|school|university|bank|hospital|college|foundation|firm|organization|credit union|association|church|center|agency|partnership|corporation|institute|society|trust|district) (?:may |will |shall |can |could |must )?(?:also |additionally |currently |annually )*(?:elects? to |choose to )?(?:contribut(?:es?|ed|ing)|makes?|made|provides?|provided|allocates?)\b[^.;%]{0,60}?\bcontributions?\b|\b(?:non-?elective|employer|company|profit[- ]sharing|retirement|discretionary)(?: (?!make|made|to\b)[a-z]+){0,2} contributions?\b|\bof deferred (?:wages|pay|compensation)|\bdollar[- ]for[- ]dollar"
)
_UP_TO_SAYS = Pattern(
    r"\b(?P<who>[a-z0-9&.'’-]+) (?P<will>(?:(?:will|shall|would|can|may|is going to|also|automatically|generally|currently|then) )*)(?P<verb>contribut(?:es?|ing)|puts? (?:in|up)|adds?|gives?|pays?|(?:chip|kick|throw|toss)s? in|deposits?|provides?|makes?|match(?:es)?|funds?|invests?)(?: (?:you|in|another|an additional|an extra|an amount|a contribution|contributions|money|equal to|of))* (?:up to |as much as |the first |anywhere from |between |from )?(?:\d+(?:\.\d+)?% ?(?:to|-|through|and) )?\d+(?:\.\d+)?%$"
)
_ONE_OF_US = Pattern(
    r"^(?:you|they|who|i|one|and|or|to|can|may|participants?|employees?|members?|associates?|teammates?|colleagues?|staff|workers?|partners?|individuals?|people|person|everyone|everybody|anyone|anybody|each|he|she|that|those|eligible|hires?|joiners?|crew|owners?|managers?|executives?|savers?|not|employee's|could|elect|let's?|us|if|when|which|also|voluntarily|plan|contribution|deferral|percentage|amount|nobody|none|she/he|he/she|physicians?|nurses?|teachers?|faculty|drivers?|consultants?|hces?|compensated)$"
)
_THE_FIRM = Pattern(
    r"^(?:we|company|employer|firm|organization|school|university|hospital|business|co-op|startup|bank|foundation|agency|studio|team|inc|llc|corp|college|district|church|sponsor)(?:'ll)?[.,]?$"
)


def _gives_up_to(said: str) -> bool:
    """Whether it is the employer who puts in up to that percentage: `for those who save 5%, the firm will contribute up to 4%`."""
    found = _UP_TO_SAYS.search(said)
    if found and found["who"] == "who" and not found["will"]:
        return True  # `those who contribute up to 5% of pay get it all`
    if not found or _ONE_OF_US.match(found["who"]):
        return False
    return bool(
        _THE_FIRM.match(found["who"])
        or found["verb"].split()[0].endswith("s")
        or (found["will"].startswith(("will", "shall")) and not found["who"].endswith("s"))
    )


_THEY_GIVE = Pattern(
    r"\b(?:participants?|employees?|members?|associates?|you|they|who|staff|one)\b[^.;%]{0,80}\b(?:may|can|could|elect|contribut\w+|defer|mak(?:e|es|ing)|authorize|choose|designate)\b|\bopportunity to\b|\bsalary (?:deferral|reduction)|(?<!non-)\b(?:employee|participant|elective|voluntary) (?:[a-z@-]+ ){0,3}(?:contributions?|deferrals?)\b|@(?:pre|roth|at)"
)
_OF_ONE_KIND = Pattern(
    rf"{P}(?: limit)? (?:in|as|on an?) (?:[a-z-]+ ){{0,2}}@(?:at|roth|pre)|{P} @at|@at contributions?[^.;%]{{0,40}}{UP_TO}{P}|@at contributions?[^.;%]{{0,40}}{P} (?:contribution )?limit",
    "@",
)
"""Where the money stands beside the number it is of pay, said or not."""
_IN_BRACKETS = Pattern(rf"@at(?: (?:contributions?|basis|deferrals?))? \((?:limited to )?{UP_TO}{P}[^()@]*\)", "@at")
_OWN_TOTAL = Pattern(
    r"\b(?:total|aggregate) (?:annual |voluntary )*@at|@at contributions?,? in (?:the )?aggregate", "@at"
)
_SOMEBODY_ELSES = Pattern(
    r"\b(?:employer|company|firm|university|bank|hospital|college)(?:'s)? (?:basic |core |service |retirement |base |nonelective |annual |automatic )*contributions? (?:[a-z]+ )?(?:ranges?|is|are|of|equals?|will be|varies|may be)\b|\byears of (?:vesting |continuous |credited )?service\b"
)
_EMPLOYERS_SHARE = Pattern(
    r"\b(?:employer|company|firm|bank) (?:shall|will) contribute\b[^.;]{0,60}\bamount equal to \d", "amount equal"
)
_TAXED_PAY = Pattern(
    r"\b(?:after|once) (?:federal )?(?:income )?tax(?:es)? (?:is|are|has been|have been) (?:figured|withheld|taken|deducted|paid)\b|\bpay (?:that has |which has )?(?:already|been) (?:been )?taxed\b|\bnot deductible\b"
)
_NO_SAVINGS = Pattern(
    r"\bsav(?:e|es|ing) you\b|\bfees\b|\bis (?:hereby )?(?:replaced|deleted)\b|\bnursery\b|\bchild ?care\b|\bwill be able to\b|(?<!participant )(?<!participants )(?<!employees )\bcould (?:make|contribute|save|defer|put)\b|\d% of [^.;%]{0,40} as (?:[a-z]+ )?(?:basic|thrift|supplemental|additional)\b"
)
"""What is saved in fees, and what is quoted to be replaced."""
_ADVICE = Pattern(
    r"\bshould\b|\brecommend|\baim (?:for|to)\b|\baverage\b|\btypical|\bmost (?:people|employees|participants)\b|\bconsider (?:contributing|saving|deferring)\b|\bexperts?\b|\bgoal\b"
)
_OF_ONE_PAY = Pattern(r"^(?:base |annual |your )*(?:salary|pay|bonus(?:es)?|incentive)\b\W{1,4}(?:up to |from )?\d")
"""`Base salary: 5% to 90%`: another row has another percentage for the bonus."""
_DIVIDED = Pattern(
    r"\b(?:divided|split|spread|allocated|in any (?:combination|mix)|as you (?:like|wish|choose)|among|between)\b[^.;%]{0,40}@pre[^.;%]{0,30}@roth[^.;%]{0,30}@at\b|\bdivided\b[^.;%]{0,60}@at",
    "divided",
    "split",
    "spread",
    "allocated",
    "combination",
    "mix",
    "as you",
    "among",
    "between",
)
_OVER_AND_ABOVE = Pattern(
    r"^[^.;%]{0,40}\b(?:over and above|in addition to|on top of|besides|apart from)\b[^.;%]{0,40}@(?:pre|roth)"
)
_APART = Pattern(
    r"@at\b[^;%]*\b(?:in addition to|not part of|apart from|separate from|not count\w* (?:against|toward)|beyond)\b"
)
_TAG = Pattern(r"@(?:pre|roth|at|amb)\b")
_THE_THREE = Pattern(r"^(?:all |the |these |those )?three\b(?! (?:months|years|days|times|percent))", "three")
_THAT_LIMIT = Pattern(
    r"^(?:(?:in|for) (?:19|20)\d\d,? )?(?:that|this|it|(?:the|that) (?:irs |annual |dollar )*limit) (?:is|was|means|comes to) (?:up to )?\$",
    "$",
)
"""`… until you get to the limit. In 2023 that is $22,500 for pre-tax and Roth`: the percentage before is of these two."""
_THEY = Pattern(
    r"\b(?:between|among) (?:them|the (?:two|three))\b|^of (?:them|the two)\b|^(?:together|combined|in total),? (?:they|these|the two|both)\b|^(?:both|the two)[^.;%]{0,20} together\b"
)
_SPLIT = Pattern(
    r"^(?!.*\b(?:in addition|besides|apart from|separate)\b).*\b(?:split|divide|designate|combination|mix|either|both|some of each)\b"
)
_CHOOSE = Pattern(
    r"\b(?:designate|choose|decide|divide|split|allocate|make (?:them|your contributions|these contributions))\b|\b(?:in any|a) combination\b|^(?:@pre|@roth|@at)\b|\bmay be (?:made )?(?:@pre|@roth)|\b(?:kinds|types|ways|buckets)\b|\b(?:or|and) (?:some of |a mix of |a combination of )?(?:both|each)\b"
)


def _kinds_near(document: Document, unit: Unit, place: int, text: str) -> set[str]:
    """The kinds of money that one percentage is said of: `between them` of the headings above, or what the next sentences divide it among."""
    if _THEY.search(text):
        above = " ".join(document.heads[each] for each in unit.heads[:2])
        kinds = set(re.findall(r"@(?:pre|roth|at|amb)\b", above))
        return kinds if {"@pre", "@roth"} <= kinds and "@amb" not in kinds else set()
    if _THE_THREE.search(text):
        said = " ".join(each.norm for each in document.units[max(0, place - 2) : place])
        return {"@pre", "@roth", "@at"} if {"@pre", "@roth", "@at"} <= set(_TAG.findall(said)) else set()
    after = document.units[place + 1].norm if place + 1 < len(document.units) else ""
    if "limit" in text and _THAT_LIMIT.search(after) and set(_TAG.findall(after)) == {"@pre", "@roth"}:
        return {"@pre", "@roth"}
    kinds = set()
    before = document.units[place - 1] if place else None
    if before is not None and _SPLIT.search(before.norm) and "%" not in before.norm and before.heads == unit.heads:
        kinds = set(re.findall(r"@(?:pre|roth|at|amb)\b", before.norm))
        if {"@pre", "@roth"} <= kinds and "@amb" not in kinds:
            return kinds
    kinds = set()
    for other in document.units[place + 1 : place + 6]:
        if other.kind in ("heading", "question", "contents") or other.page > unit.page + 1 or "%" in other.norm:
            break
        if not _CHOOSE.search(other.norm) or re.search(
            r"\bmatch|\bconver|\bwithdraw|\brollover|\bcatch-?up", other.norm
        ):
            break
        kinds |= set(re.findall(r"@(?:pre|roth|at|amb)\b", other.norm))
    return kinds if {"@pre", "@roth"} <= kinds and "@amb" not in kinds else set()


def _two_caps(unit: Unit, text: str) -> list[Claim]:
    parts = re.split(r",? (?:and|but|plus|while) (?=[^,;]*\d%)|[;,] (?=[^,;]*\d%)", text)
    found = []
    for part in parts:
        hit = CAP.search(part)
        if not hit:
            continue
        tags = {tag for tag in ("@at", "@pre", "@roth") if tag in part}
        if tags == {"@at"}:
            found.append(Claim("after_tax_cap_percent", hit[1], unit, 2))
        elif not tags and _ONLY_TOTAL.search(part):
            found.append(Claim("combined_cap_percent", hit[1], unit, 3))
        elif tags and "@at" not in tags:
            found.append(Claim("deferral_cap_percent", hit[1], unit, 2))
    return found


def _is_rollover(document: Document, unit: Unit, text: str) -> bool:
    """Whether it speaks of money from elsewhere, and of nothing else."""
    rest = Unit(unit.page, unit.raw, unit.heads)
    rest.norm = text
    return document.is_rollover(rest)


def dollars(document: Document, unit: Unit) -> list[Claim]:
    """A cap of after-tax contributions in dollars; one year's figure of the law is told apart."""
    text = unit.norm
    if document.is_condition(unit) or re.search(r"\bmatch|\bexample|\bconver|\bminimum|\bwithdraw|catch", text):
        return []
    hit = _AT_DOLLARS.search(text)
    if not hit:
        return []
    dollars = next(group for group in hit.groups() if group)
    if _LAW_FIGURE.search(
        re.sub(
            r"(?:whatever|regardless of|independent of|apart from) [^.;,]{0,30}irs[^.;,]{0,20}|^in addition to[^$]*",
            "",
            text,
        )
    ):
        return [Claim("after_tax_cap_remainder", dollars.replace(",", ""), unit, 1)]
    return [Claim("after_tax_cap_dollars", dollars.replace(",", ""), unit, 2)]
