"""A sentence on caps, prepared: without what is no cap, with the percentages found; and several caps of one sentence taken apart."""

from __future__ import annotations

import re

from megaroth.reader.cap_worded import worded
from megaroth.reader.changed import as_changed
from megaroth.reader.hce import HCE
from megaroth.reader.pattern import Pattern

_OF_PAY = r"(?:pay|paychecks?|compensation|earnings|salary|wages)"
_ITS = r"(?:your |his or her |their |the |eligible |annual |base |gross |plan |covered |considered )*"
_NO_SIGN = Pattern(
    rf"\b(?:percentages?|percent) of {_ITS}{_OF_PAY}\b[^.;%$]{{0,30}}?\b(?:that does not exceed|not exceeding|up to|not more than|from \d+ to|between \d+ and) \d{{1,3}}\b(?![%\d]|[.,]\d)"
    rf"|\b(?:percentages?|percent|rate)\b(?: you (?:like|want|choose|wish))?,? (?:anywhere )?(?:from|between) \d{{1,2}} (?:to|and|through|up to) \d{{1,3}}(?= of {_ITS}{_OF_PAY}\b)"
    r"|\b(?:percentages?|percents?|rate),? (?:anywhere )?(?:from|between) \d{1,2} (?:to|and|through|up to) \d{1,3}(?=[,;)]|\.(?!\d)|$)"
    r"|\b(?:percentages?|percents?)\b(?! of\b)[^.;%$\d]{0,50}?\b(?:capped|limited|held|stops?|tops? out|maxes out|cannot exceed|may not exceed|no more than|at most|up to) (?:at |to )?\d{1,3}\b(?![%\d]|[.,/]\d)(?! (?:of|or more|days?|hours?|years?|months?|times|employees|characters|funds?|digits)\b)",
    "percent", "rate",
)  # fmt: skip
"""`Any whole percentage of Earnings that does not exceed 45`, `a percentage from 1 to 40 of your pay`: as if it had its sign."""
_PENSIONABLE = Pattern(r"\bpension(?:able|[- ]eligible)(?= (?:pay|compensation|earnings|salary|wages)\b)", "pension")
"""A name of pay, and no pension."""
_CATCH_UP_BESIDES = Pattern(
    r",? (?:any |eligible )*catch-?ups?(?: contributions?)? (?:aside|excluded|excepted|apart|left out|not (?:counted|included))\b,?|\b(?:leaving (?:aside|out)|setting aside|not counting|aside from|apart from|excluding) (?:any |all |eligible )*catch-?ups?(?: contributions?)?,|^(?:any |eligible )*catch-?ups?(?: contributions?)? (?:aside|excluded|apart|excepted), | ?\([^()%]*\bcatch-?up\b[^()%]*\b(?:extra|separate(?:ly)?|besides|apart|on top|in addition|additional|not (?:included|counted|part)|does not count|do not count|excluded)\b[^()%]*\)| ?\((?:not counting|without|excluding|plus|before|apart from|besides|on top of) [^()%]{0,20}\bcatch-?up[^()%]*\)",
    "catch",
)
_ITS_LIMIT = Pattern(
    r",? (?:which|that|this) is (?:also )?(?:the|our) (?:plan's |plan |own )*(?:limit|maximum|cap|most|ceiling) (?:for|on|of|in) (?:your |all |any )?@at\b",
    "@at",
)
"""`Your after-tax rate may not be more than 12%, which is the plan's limit for after-tax contributions`."""
_BECOMES_ROTH = Pattern(
    r"^(?!.*@(?:pre|roth)\b.*@basis).*\d% of [^.;%@]{3,30} @?\w* ?@basis\b[^.;@]{0,20}(?:[;,]| and) (?:these|they|which|and|that)\b[^.]{0,60}\bconvert\w* (?:in)?to (?:an? |your )?@roth",
    "convert",
)
"""`Up to 8% of pay in after-tax savings; they can be converted to Roth`: what becomes Roth is none."""
_IN_PLAN = Pattern(
    r"(?:,? (?:and|or|as well as))?(?: (?:to )?(?:allow|permit|add|provide)(?: for)?| for)?[ ,]*(?:\bin-plan @roth|@roth in-plan) (?:[a-z]+ )?(?:rollovers?|conversions?|transfers?)(?: contributions?)?",
    "in-plan",
)
_TAXED = Pattern(
    r"(?<=@roth)(?P<then>[^.;]*)@amb(?= (?:[a-z]+ ){0,2}(?:compensation|earnings|wages|salary))|@amb(?= (?:[a-z]+ ){0,2}(?:compensation|earnings|wages|salary)\b[^.;]*@roth)|@amb(?= basis\b[^.;@]*\bas (?:an? )?@roth)",
    "@amb",
)
"""Pay that was taxed goes in as Roth."""
_AND_VOLUNTARY = Pattern(
    r"\b((?:deferrals?|elective contributions?|@pre contributions?|@roth contributions?),? (?:and|plus|together with) (?:any )?)voluntary (?:employee )?contributions?",
    "voluntary",
)
"""What stands beside deferrals as voluntary is no deferral."""
_DEFERRED = Pattern(r"\btax[- ]deferred(?=,? (?:and|or|and/or|as well as|plus|,|@))", "deferred")
_CATCH_UP_TAIL = Pattern(
    r" ?\((?:plus|with|including|to include|in addition to|excluding|other than|not including|exclusive of|before|except(?: for)?)[^.;%()]{0,60}\bcatch-?up[^.;%()]*\)|(?:(?:,|;| and|\() ?)?(?:plus|with|including|to include|in addition to|excluding|other than|not including|exclusive of|before)[^.;%]{0,60}\bcatch-?up[^.;%]*|(?<=[,/ ])(?:eligible )?catch-?up,? (?:contributions?,? )?(?:and|or) (?=@)|,? (?:and|or) (?:eligible )?catch-?up(?= contributions?)",
    "catch",
)
"""What those of 50 may put in besides."""
_OWN_CAP = Pattern(
    r"@roth[^;@%]{0,90}?\d%[^;@%]{0,90}?@amb[^;@%]{0,60}?\d%|\d%[^;@%]{0,80}?(?:@pre[^;@%]{0,30}?)?@roth[^;@%]{0,60}?\d%[^;@%]{0,60}?@amb",
    "@amb",
)
"""After-tax money with a percentage of its own beside Roth's: no Roth."""


_FROM_ELSEWHERE = Pattern(
    r"(?:,|,? (?:and|or|as well as))? ?(?:may (?:also )?contribute |make contributions |contribute )?(?:amounts|funds|money|contributions)? ?(?:to the plan )?(?:representing|in the form of) (?:a |an |eligible )?(?:rollovers?|distributions?)[^.;%@]*?\bplans?\b(?: (?:and|or|as well as)\b)?",
    "representing", "in the form of",
)  # fmt: skip


ADDRESS = Pattern(
    r"(?:\b(?:or|and|at|on|visit) )?(?<![\w.@-])(?:https?://)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|net|org|gov|edu|example|us)\b(?:/[\w./?=&-]*\w)?",
    ".com", ".net", ".org", ".gov", ".edu", ".example", ".us",
)  # fmt: skip
"""What an address on the web is called says nothing of a cap."""
_LEFT_OF_PAY = Pattern(
    r"(?<=[a-z%]),? \(?\b(?:less|net of|minus|reduced by)\b[^.;%@$]{0,40}\b(?:withh\w+|deduct\w+|payroll tax\w*|taxes|premiums?|benefit (?:costs?|elections?)|social security|fica|garnish\w*)\b[^.;%@$)]*\)?(?=[.;]|$)",
    "withh", "deduct", "tax", "premium", "benefit", "social sec", "fica", "garnish",
)  # fmt: skip
"""What payroll takes first bounds nothing."""
_REASON = Pattern(
    r"(?<=[a-z%]),? \(?\b(?:since(?! the (?:plan|start)\b)|because|so that|in order to|due to|inasmuch as|as (?:there|room|your|the (?:rest|remainder|other)|other|some|we|payroll)|(?:so as )?to (?:leave|make|keep|allow) (?:room|space|enough))\b(?! (?:(?:january|february|march|april|may|june|july|august|september|october|november|december|then|inception)\b|\d))[^.;%@]*(?=[.;]|$)",
    "since", "because", "so that", "in order", "due to", "inasmuch", " as ", "to leave", "to make", "to keep", "to allow",
)  # fmt: skip
"""Why a cap is what it is says nothing of what it bounds."""


_THEIR_PAY = r"(?:his or her|his|her|your|their|the participant's|the employee's|such) (?:[a-z]+ )?(?:pay|compensation|earnings|salary|wages)\b(?: otherwise payable| for (?:each|any|the) [a-z ]{2,20}?)?"
_CUT_OF_PAY = Pattern(
    rf"(?P<who>\b(?:may|can|elect|agree|authoriz|choos|direct)\w*\b[^.;%]{{0,60}}?)(?:\b(?:reduc(?:e|ing)|have) {_THEIR_PAY}(?: reduced)? by|\b(?:that )?{_THEIR_PAY} (?:shall |will |is to |to )?(?:be )?reduced by)(?= [^.;@]*\d)",
    "reduc",
)
"""`May elect that his Compensation be reduced by 1% to 40%`: that is how deferrals are made, and no other rate than before."""


THEY_CUT = Pattern(
    r"^(?!.*\b(?:authoriz|direct|ask|elect|agree|request|choos)\w*\b).*\b(?:company|employer|firm|bank|court|management)(?: [a-z]+)?,? (?:may |can |will |could |might )?reduces? (?:your|their|an? employee's|everyone's) (?:base )?(?:pay|salary|wages|compensation)\b|\breduc\w* (?:your|their|his or her) (?:working )?hours\b",
    "reduc",
)
"""Pay that is cut, or given up for time."""


_LEFT_UNDER = Pattern(
    r",? (?:and|or|but)(?:,? for the (?:[a-z]+ )?year)?,? (?:whatever|what|all that) (?:is|remains|stays)(?: then| still)?(?: left)?(?: over)? (?:under|within|below|of|up to) [^.;%@]*(?=[.;]|$)",
    "whatever ", "what ", "all that ",
)  # fmt: skip
"""`25% of pay, and for the year whatever is left under the overall limit after your deferrals`: what the law leaves."""
_WHEN_JOINING = Pattern(
    r"^\W*(?:when|once|as|after|as soon as|at the time) you (?:first )?(?:enroll?|join|sign up|become (?:a participant|a member|eligible)|start)\b[^.;,%]{0,30}?,? (?=(?:you (?:may |can )?)?(?:choose|pick|elect|decide|select|may|can)\b)",
    " you ",
)
"""`When you enroll you choose …`: nobody is enrolled without asking."""
_WHICH_KIND = Pattern(
    r",? (?:and|then) (?:you )?(?:then |also )?(?:choose|pick|decide|say|select) (?:on )?(?:the|which|what|your) (?:type|kind|sort|form)s?(?: of (?:contribution|saving|money)s?)?(?: (?:you want|it is|they are))?(?::|,| -)? (?=(?:as )?@(?:pre|roth|at)\b)",
    "type", "kind", "sort", "form",
)  # fmt: skip
"""`1 to 40% of your pay, and you choose the type: pre-tax, Roth or after-tax`."""


_COMP = Pattern(r"(?:(?<=% of )|(?<=% of eligible )|(?<=% of your )|(?<=% of base )|(?<=% of total ))comp\b", " comp")
_TO_ZERO = Pattern(
    r"(?:(?<=ed to )|(?<=ed at )|(?<=held to )|(?<=held at )|(?<=set to )|(?<=set at ))zero(?: percent| \(0%\))?(?=\W|$)",
    " zero",
)
"""`Are limited to zero`."""
_ROTH_AS_TAXED = Pattern(
    r"(?P<roth>@roth(?: contributions)?) \((?:i\.?e\.?,? |that is,? |which is |meaning |also called |also known as |or )?(?:@at|@amb|@basis)\)",
    "@roth (", "@roth contributions (",
)  # fmt: skip
"""`As Roth (i.e., after-tax)`: how Roth is taxed, and no third kind."""
_ASIDE = Pattern(
    r" ?\((?:please |but |also )?(?:see|refer to|cf\.|go to|turn to|read|explained|described|more on (?:this|that)) [^()%]*\)|,? (?:please )?see [^.;%@]{0,70}\b(?:question|section|page|below|above)\b[^.;%@]{0,20}(?=[.;]|$)",
    "see", "refer", "cf.", "go to", "turn to", "read", "explained", "described", "more on",
)  # fmt: skip
"""`Up to 20% after-tax (see the HCE question)`: where to read on says nothing of whom it is for."""
_FOR_BOTH = Pattern(
    r",? \(?(?:for (?:all|everyone|everybody)[,:]? )?(?:(?:whether|no matter whether|if)(?: you are)?(?: an?)? )?(?:hces?|highly[- ](?:compensated|paid)(?: employees?)?) or (?:not|non-?hces?|anybody else|otherwise)\b\)?|,? \(?(?:for |by |to |open to )?(?:(?:both|all) )?(?:hces? and non-?hces?|non-?hces? and hces?)(?: alike| both| the same)?\b\)?",
    "hce", "highly",
)  # fmt: skip
"""`For all, HCE or not`."""
_BEFORE_THAT = Pattern(
    r" ?\((?:(?:it |this |that |which )?(?:was|were|had been|used to be|up from|down from|formerly|previously|before|instead of) )(?:[a-z]+ ){0,3}\d[\d.]*%[^()%]*\)| ?\(\d[\d.]*% (?:in|for|through|until|before|up to|during) (?:[a-z]+ )?(?:19|20)\d\d\)",
    "%",
)
"""`Up to 6% (8% in 2022)`: what it was, or is in one year."""


_ONE_OF_SOME = Pattern(
    r"(?<![\d.$-])(\d{1,2})%?(?:, \d{1,2}%?){1,14},? or (\d{1,2}%)",
    "%, or ", "1%", "or ",
)  # fmt: skip
"""`2, 3, 4, 5 or 6%`: one may choose among them."""
_OF_A_TIER = Pattern(r"\b(?:thrift|basic|matched|regular|core|primary)\b")
"""Such savings are often the first of two tiers, and more may go in above them."""
_WHO_SAVES = Pattern(
    r"(?:(?<=\bwho)|(?<=\bthat)) (?:contribute|save|defer|elect|put in|make|have|are)s?\b[^.;%]{0,30}\b(?:at least|a minimum of|the maximum of|less than|more than) \d{1,3}(?:\.\d+)?%[^.;%]{0,60}?(?= (?:may|can|could|are (?:allowed|permitted|able))\b)",
    "who ", "that ",
)  # fmt: skip
"""`Those who save at least 6% pre-tax may also …`: who may, and not how much."""


def prepared(text: str, deferred: bool = True) -> str:
    """A sentence with its percentages found, as they were last changed, without reasons, conversions, rollovers and catch-up beside its caps.

    `deferred`: what pay is reduced by goes in as deferrals, unless the sentence before brings in after-tax contributions.
    """
    if (
        deferred
        and "%" in text
        and "reduc" in text
        and not ("@at" in text or "@amb" in text or "@basis" in text or THEY_CUT.search(text))
    ):
        text = _CUT_OF_PAY.sub(r"\g<who>to make salary deferrals of", text)
    text = worded(_WHEN_JOINING.sub("", _WHICH_KIND.sub(" ", as_changed(text))))
    if " o @" in text:
        text = text.replace(" o @", "; @")  # the round bullets of a list that ran together
    if "pension" in text:
        text = _PENSIONABLE.sub("eligible", text)
    if "@basis" in text and (_ITS_LIMIT.search(text) or _BECOMES_ROTH.search(text)):
        text = text.replace("@basis", "@at")
    if "%" in text:
        text = _WHO_SAVES.sub("", ADDRESS.sub("", text))
        if " or " in text and not _OF_A_TIER.search(text):
            text = _ONE_OF_SOME.sub(r"\1%-\2", text)
        if "(" in text or "see" in text:
            text = _BEFORE_THAT.sub("", _ASIDE.sub("", text))
        if "hce" in text or "highly" in text:
            text = _FOR_BOTH.sub("", text)
        text = _LEFT_UNDER.sub("", _LEFT_OF_PAY.sub("", text))
        text = _CATCH_UP_BESIDES.sub("", _REASON.sub("", text))
    if "@roth (" in text or "@roth contributions (" in text:
        text = _ROTH_AS_TAXED.sub(r"\g<roth>", text)
    text = _AND_VOLUNTARY.sub(r"\1@at contributions", text)
    if "% of" in text and " comp" in text:
        text = _COMP.sub("compensation", text)
    if " zero" in text:
        text = _TO_ZERO.sub("0%", text)
    text = _NO_SIGN.sub(lambda found: f"{found[0]}%", text)
    if "in-plan" in text:
        text = _IN_PLAN.sub(" ", text)
    text = _DEFERRED.sub("@pre", text)
    if "@" in text:
        for pattern in (_CATCH_UP_TAIL, _FROM_ELSEWHERE):
            if any(word in text for word in pattern.needs):
                text = pattern.sub("", text)
    if "@amb" in text:
        text = (
            text.replace("@amb", "@at")
            if _OWN_CAP.search(text)
            else _TAXED.sub(lambda found: f"{found['then'] or ''}@basis", text)
        )
    return text


BESIDES = Pattern(
    r"(?:,? (?:which|that) (?:is|are) )?\b(?:in addition to|besides|apart from|alongside(?: of)?|side by side with|next to|on top of|over and above|beyond|aside from|(?:separate|distinct|different)(?:ly)? from|other than|unlike|in lieu of|instead of|as well as (?=[^%]*@(?:pre|roth)[^%,]*,))(?:,? (?:and|or) in (?:place|lieu|addition) (?:of|to),?)?,? [^.;:%]{0,80}?(?:@(?:pre|roth)|deferrals?|402\S*|limits?\b)[^.;:%@,]{0,30}?(?:(?:,| or| and|/) ?@(?:pre|roth))?[^.;:%,@]{0,50}?(?:,|(?= (?:you|participants?|employees?|members?|associates?|an?|the|up|is|are|may|can)\b)|(?=[.;]|$))"
    r"|\b(?:once|after|when|if|as soon as)\b[^.;:%,]{0,40}\b(?:elected|contributed|made|saved|deferred|put in)\b (?:the |your |all )*(?:maximum|most|full|limit)\b[^.;:%,]{0,70},?|\b(?:once|after|when|if|even (?:if|after|when)|as soon as)\b[^.;:%,]{0,90}\b(?:reach\w*|hit|hits|max\w*|met|meets?|exceed\w*|attain\w*)\b[^.;:%,]{0,40}(?:limits?|maximum|402\S*|out\b)[^.;:%,]{0,40},?",
    "alongside", "side by side", "next to", "apart from", "as well as ", "aside from", "elected", "contributed", "made", "saved", "deferred", "put in", "attain", "besides", "beyond", "different", "distinct", "exceed", "hit",
    "in addition to", "in lieu of", "instead of", "max", "meet", "met", "on top of", "other than", "over and above", "reach",
    "separate", "unlike",
)  # fmt: skip
"""The other money that a cap stands beside, or beyond the limit of which it begins."""
_HARMLESS = Pattern(
    r"\((?:(?!auto|match)[^()%@])*\b(?:base|salary|wages|bonus\w*|commissions?|overtime)\b(?:(?!auto|match)[^()%@])*\)|\b(?:for |of )?(?:both )?(?:non-?)?highly(?: |-)?(?:compensated )?(?:employees |participants )?(?:\([^()%]*\) )?and (?:non-?)?highly(?: |-)compensated (?:employees|participants)(?: \([^()%]*\))?|(?=,? ?\(?(?:subject|limited|not |up to|within|in acc|to comply|as ))(?![^%@;.]{0,120}\bcatch),? ?\(?\b(?:subject to|limited (?:by|to)|not (?:to )?exceed(?:ing)?|up to|within|in accordance with|to comply with|as (?:limited|permitted|allowed|defined|described|prescribed))\b(?=[^%@;]{0,90}\b(?:federal|irs|irc|code|law|internal|statutory|402|415|401|dollar|tests?|testing|nondiscriminat\w+|anti-discriminat\w+|regulat\w+|limits?|limitations?|plan))(?: the)?[^%@;.]*?(?=[@;.)]|, (?:and|but|or|however)\b|$)"
    r"|\([^()%@]*\b(?:as|irc|irs|code|defined|tax\w*|which|that|whole|known|called|increments?|otherwise|\$)\b[^()%@]*\)"
    r"|(?:(?<=\bpay)|(?<=\bbase)|(?<=\bsalary)|(?<=\bwages)|(?<=\bearnings)|(?<=\bcompensation))(?:(?:,| and| or| &| plus| \+)+ (?:any |annual |cash |eligible |sales |target )*(?:(?:(?!match|up\b|an?\b)[a-z]+ ){0,3}?bonus(?: awards?| pay(?:ments?|outs?)?)|bonus(?:es)?|commissions?|overtime|incentives?(?: pay)?|shift (?:differentials?|premiums?)))+\b"
    r"|(?<=compensation )(?:and|or|and/or|including|plus) (?:any |annual |cash |performance |the |their |portion of )*(?:bonus\w*|commission\w*)(?: pay)?|(?:(?<=pay )|(?<=base )|(?<=salary )|(?<=wages )|(?<=earnings ))(?:and|or|and/or|including|plus) (?:any |annual |cash |performance |the |their |portion of )*(?:bonus\w*|commission\w*)(?: pay)?"
    r"|\bhave (?:the|their|your|an?|his or her) (?:plan )?[a-z]+ (?:make|contribute|withhold)\w*|\bto be contributed [a-z ]{0,20}by (?:the|their|your) (?:plan )?[a-z]+|\(?(?:,? ?\b(?:other than|excluding|not including|exclusive of|except|plus|including|before|without|and|or)) [^.;%()@]{0,30}catch-?up(?: contributions?)?\)?|\b(?:not|un|neither|never|whether or not)[ -]?(?:be |is |are |eligible for )?(?:the |a |company |employer )*(?:match\w*|automatic\b(?! enrol| contrib| increas))|\bautomatic (?:payroll|deduction)\w*|\bautomatically deduct\w*|\bexcluding (?:bonus(?:es)?|commissions|overtime|,|and| )+|\bincluding (?:bonus(?:es)?|commissions|overtime|,|and| )+|\binvest(?:ed|ment)? in (?:the|your|our) plan\b|\b(?:increase,? (?:or )?)?decrease,? (?:or )?(?:stop|suspend)|\b(?:as|through) (?:automatic |regular )?payroll (?:deductions?|withholdings?)"
)
_PRETAX_PAY = Pattern(
    r"(?<=of )((?:[a-z]+ ){0,2})@pre (?=(?:[a-z]+ ){0,2}(?:compensation|pay|salary|earnings|wages)\b)", "@pre"
)
"""Of which pay the percentage is; the money tells its own clause, where it tells any."""
_TRADITIONAL = Pattern(
    r"\b(?:traditional|trad|regular|401k)(?: (?:401k|contributions?))*(?:,? (?=(?:and|or|and/or) (?:for )?@roth)|, (?=@roth))"
)
_LOWER_FOR_FEW = Pattern(
    r" ?\((?:(?:may|can) be |or |and )?(?:perhaps )?(?:lower|less|smaller|reduced|limited|restricted|subject to|fewer)\b[^()%]*\b(?:highly[- ](?:compensated|paid)|hces?)\b[^()%]*\)",
    "highly", "hce",
)  # fmt: skip
"""`25% of pay (lower for HCEs)`: how much lower, it does not say."""
_BRACKETS = Pattern(r"(?P<before>\d%(?: of [^.;%()]{0,70})?)? ?\((?P<within>[^()%]*\d%[^()]*)\)")


_FEW_FIRST = Pattern(
    r"^(?:(?:for|if(?: you are)?(?: an?)?|but|only) )*(?:the )?(?:hces?|highly[- ](?:compensated|paid))\b|^(?:\d[\d.]*%? ?(?:to|-) ?)?[^%]*\d%(?: of [a-z ]{3,20}?)?,? (?:for|if(?: you are)?(?: an?)?|when) (?:the )?(?:hces?|highly[- ](?:compensated|paid))\b",
    "hce", "highly",
)  # fmt: skip
"""`20% after-tax (HCE: 7%)`: the bracket is a clause of its own."""


def _unbracketed(text: str) -> str:
    """`(up to 9% of pay)` as part of its clause; what amends another number, `90% (50% for partners)`, is left out but for the highly compensated."""

    def put(found: re.Match[str]) -> str:
        amends = found["before"] and not HCE.search(found["within"]) and "@" not in found["within"]
        if amends:
            return f"{found['before']} "
        if _FEW_FIRST.match(found["within"]):
            return f"{found['before'] or ''} ; {found['within']} ; "
        return f"{found['before'] or ''} {'(' if found['before'] else ''}{found['within']} "

    return _BRACKETS.sub(put, text).replace(" ,", ",").replace(" ;,", " ; ")


_MERELY_FEW = Pattern(
    r",? ?\(?\b(?:subject to|except(?: that)?|although|but|however|unless)\b[^.;%]{0,60}\b(?:highly[- ](?:compensated|paid)|hces?\b)[^.;%]*$"
)


A_PORTION = Pattern(
    r"\b(?:so much|such (?:part|portion)|(?:the|that|any|each) (?:part|portion)|those|the amount) of [^.;%]{0,60}(?:contributions?|deferrals?|savings|@(?:pre|roth|at))\b[^.;%]{0,80}\b(?:as|that|which)?,? ?(?:(?:does|do|is|are) not (?:exceed|exceeding|more than|in excess of|over|above)|not (?:exceeding|more than|in excess of|over|above)|up to|(?:falls? |is |are )?(?:within|below|under))[^.;%]{0,20}\d%[^.;%]{0,60}\b(?:shall|will|is|are|constitutes?|means?|comprises?|qualif\w+|counts?|makes? up)\b",
    "much", "part", "portion", "those", "amount",
)  # fmt: skip
"""`So much of the contributions as does not exceed 5% of pay shall be "Basic"`: that names a portion, and bounds nothing."""
_TWO_OF_THEM = Pattern(
    r"(?<=@roth)(?P<noun>(?: (?:contributions?|deferrals?|savings|money|basis))*),? (?:or|and) (?:in |as )?(?:an?|any) (?:combination|mix|mixture|blend)(?: of (?:the two|both|these|those|them|either|pre-tax and roth))?(?=[,;] (?:and|but|plus)\b|;| and (?:may|can|also|further|to)\b)",
    "combination", "mix", "blend",
)  # fmt: skip
"""`As pre-tax, Roth, or a combination of the two, and may make after-tax contributions of …`: no total of all three."""
_OR_LESS = Pattern(
    r",? (?:or|but) (?:perhaps |possibly )?(?:at |to |up to )?(?:an?|any|some|such|the) (?:lower|smaller|lesser|reduced|other) (?:rate|percent\w*|amount|limit|cap|number)\b[^.;%]*$",
    "lesser", "lower", "reduced", "smaller", "the",
)  # fmt: skip
"""`Or a lower rate if the tests call for it`."""
_TAKING = Pattern(
    r", (?:taking|counting|adding(?: up)?|including) [^.;%@]{0,50}(?:,| and|, and) (?=@)",
    ", adding ", ", counting ", ", including ", ", taking ",
)  # fmt: skip
"""`The most you may save, taking the two tiers together, and …`."""


def traditional(text: str) -> str:
    """A sentence with what is called traditional beside Roth as pre-tax money."""
    return _TRADITIONAL.sub("@pre ", text) if "@roth" in text else text


def _of_the_two(found: re.Match[str]) -> str:
    return found["noun"] if "@at" not in found.string[: found.start()] else found[0]


def without_few(text: str) -> str:
    """A text without the bracket that lets the highly compensated have less, and gives no number."""
    return _LOWER_FOR_FEW.sub("", text)


def cleaned(text: str) -> str:
    """A prepared sentence without the other money it stands beside, what the law leaves, and brackets that explain."""
    if "@roth-basis" in text and BESIDES.search(text):
        text = text.replace("@roth-basis", "@at")  # what stands beside Roth is none
    if "@" in text:
        text = traditional(_PRETAX_PAY.sub(r"\1pretax ", text))
        if "@roth" in text:
            text = _TWO_OF_THEM.sub(_of_the_two, text)
    text = BESIDES.sub(" ", _TAKING.sub(" ", _OR_LESS.sub("", text)))
    if "highly" in text or "hce" in text:
        text = without_few(text)
        text = _MERELY_FEW.sub(" ", text)
    text = _HARMLESS.sub(" ", text)
    return _unbracketed(text) if "(" in text else text
