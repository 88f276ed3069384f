"""The percentages of a sentence, each with its own clause: what stands before it, after it, and of which kinds of money that speaks."""

from __future__ import annotations

import itertools
import re

from megaroth.reader.pattern import Pattern

_SPOT = Pattern(
    r"(?:(?<![\d.$,])(?P<low>\d{1,2}(?:\.\d+)?)%?(?: ?\([^()%]{0,30}\))?(?: of (?:(?!\b(?:and|or)\b)[^.;,%\d@]){0,40}?| or more)?(?:,? ?(?:to|-|through|thru|up to|or as much as)|(?<=between \d%) and|(?<=between \d) and|(?<=between \d\d%) and) ?(?:(?:an?|the) )?(?:max(?:imum)?(?: of)? |as much as |up to )?)?(?<![\d.$,])(?<![a-z]-)(?P<value>\d{1,3}(?:\.\d+)?)%"
)
_LOW_ONLY = Pattern(
    r"\b(?:at least|minimum(?: [a-z]+){0,3}|min\.?|(?:no|not|never|nor) (?:be )?(?:less|lower|fewer|smaller) than|as (?:little|low|few) as|start\w*(?: [a-z]+){0,2} (?:at|with)|first|next|by|by up to|increments? of|multiples? of|each|every|another|below|under|less than|steps? of|from|between)\W*$"
)
_CUT_PAY = Pattern(
    r"\b(?:reduc\w*|lower\w*|cut|decreas\w*)\b[^.;%]{0,60}\b(?:pay|compensation|earnings|salary|wages)\b[^.;%]{0,30} by (?:up to |as much as )?$|\b(?:pay|compensation|earnings|salary|wages)\b[^.;%]{0,20} (?:be |is |are )?(?:reduced|lowered|cut|decreased) by (?:up to |as much as )?$"
)
"""`Reduce your pay by 1% to 50%`: no step, but what is deferred."""
_MORE = Pattern(r"\b(?:(?:more|greater|higher|larger) than|exceed(?:s|ing)?|(?:in )?excess of|over|above|beyond) $")
_DENIAL = Pattern(r"\b(?:not|no|never|nor|neither|cannot|without|nobody|none)\b|n't\b")
_STEP = Pattern(
    r" (?:increments?|steps?|multiples|(?:[a-z]+ ){0,3}min(?:imum|(?=\.)))\b|(?: of (?:(?!\b(?:or|and)\b)[^.;,%]){0,40})? ?(?:to|up to) (?:the|a|any) (?:max|limit|amount)",
    "increment", "minimum", " min.", "multiples", "step", "to a", "to the",
)  # fmt: skip
OF_PAY = Pattern(
    r"^ (?:of|from) (?:(?!contribut|deferr|match|first|next|saving)[^.;,%])*\b(?:pay|paychecks?|compensation|earnings|salary|wages)\b(?! (?:deferral|reduction|on ))"
)
OTHER = Pattern(
    r"\bmatch|\bvest|\bauto|\bdefault|\benroll?(?!ment (?:form|guide|period|elections?))|\bincreas|\bescalat|\bstep(?:s|ped|ping)?[- ]?up|\braise|\bloan|\bborrow|\bwithdr|\bdistribut|\bhardship|\bpenalt|\btax(?:es)? (?:rate|bracket|withh|credit)|\bwithh\w+ (?:tax|for (?!(?:your |their |the |all )*(?:@|contribut|deferr|sav|plan\b)))|\btax withh|\bexampl|\be\.g|\bsuppose\b|\bforfeit|\bsafe harbor|\bnon-?elective|\bprofit|\bstock\b|\bshares\b|\bpremium|\bfees?\b|\bdiscount|\btest(?:s|ing|ed)?\b|\bowne|\bcatch|\b415|\bannual additions|\breturns?\b|\binterest\b|\brefund|(?<!in )\bexcess\b|\baverage|\btypical|\bgoal|\btarget|\brecommend|\bshould\b|\bsuggest|\bconsider (?:c|s|p|d)|\bexperts?\b|\bpension|\bespp\b|\bdividend|\bprice|\bannuity|\bnursery|\bchild|\bdental|\bmedical|\bhsa\b|\binsur|\bspouse|\bfund (?:is|may|will)|\bunless\b|\bif you do (?:not|nothing)|\bdo nothing|\binvestment|\binvested|\brollover|\bbonus(?:es)?\b(?! (?:pay(?:ments?|outs?)? )?and\b)|\bcommission|\bsurvey|%  ?of (?:our |all |eligible |the )*(?:employees|participants|workers|people)\b(?!'|[^.;,%]{0,30}\b(?:compensation|pay|earnings|salary|wages))|\bdeemed\b|\b(?:you|one|we|i|he|she|somebody|someone) (?:could|might)\b|(?<!for )\bmost (?:people|employees|participants|members|of us)\b|\bno longer\b|\bsince been\b|\bnonresident|%[^.;%]{0,40}\bworkforce\b|\bworkforce\b[^.;%]{0,20}\b(?:saves?|contributes?|participates?|defers?)\b|\bopt(?:ed|s|ing)?[- ]?out|\bsuspend|\bpays? tax|\bin (?:[a-z]+ )?tax(?:es)?\b|\b(?:may|can|will) receive (?:up to|from|between)|\bon file\b|\bgo(?:es)? up\b|\bqualified default"
)
"""Of what else a percentage may be."""
TOKEN = Pattern(
    r"@(?:at|amb|basis|pre|roth)\b|\b(?:(?:elective|salary|401k|your|employee|basic)[ -])*(?:deferrals?|salary[- ]reductions?)\b(?! (?:election|percentage|rate|form|agreement|amount))|\belective contributions?\b|\bcatch-?up|\b(?:combin(?:ed|ation|ing)|totall?(?:ing|ed)?|in aggregate|aggregated?|between (?:them|the two|the three|both)|basic (?:and|plus) supplemental|together|altogether|overall|(?:whichever|whatever|regardless of|no matter which)(?: the)? (?:buckets?|sources?|types?|kinds?)|in all|the sum|all three|across (?:all|both)|everything|(?:the|all|these) three|grand total|adds? up to (?:more|over|a max)|adding up to|added to|less any|minus|reduced by|all (?:of )?(?:(?!the\b|your\b)[a-z]+ |your |the ){0,3}(?:contributions?|savings|sources|types|kinds|deferrals))\b(?! (?:plan |eligible |annual |cash |base |gross )*(?:pay|compensation|earnings|salary|wages|income|remuneration|amount deferred))"
)
_STRONG = Pattern(
    r",? (?:even if|whether or not|regardless of) | and (?=(?:also )?(?:may|can|will|are|is|(?:permits?|allows?|adds?|introduces?)(?= [^.;%]{0,60}@at))\b)|; | \| |,? (?:as|so) long as |,? provided |,? (?:although|though|except|subject to|however) |, (?=(?:you|they|it|we|the|this|your|participants?|employees?|members?|a participant|an employee) (?!contributions?\b))|\. (?=\W?\w)|,? (?:but|while|whereas|of which)\b|, (?=(?:until|unless|if|when|once|after)\b)|, (?:and(?!/)|or|plus|with|including|which)\b|, (?=(?:(?:company |employer )?match|vesting|loans?|rollovers?|enrollment|withdrawals?|investments?)\b[^%$]*$)|: (?=\D)| - "
)
_WEAK = Pattern(r",| and\b| or\b| plus\b| with\b|\(|\)| / |/|:")
_VERB = Pattern(
    r"\b(?:may|can|cannot|is|are|will|shall|must|do|does|has|have|applies|apply|allows?|permits?|makes?|offers?)\b"
)
_SUBORDINATE = Pattern(
    r",? ?(?:provided|(?:as|so) long|although|though|except|however|until|unless|if|when|once|after|even if|whether|regardless)\b"
)
_BESIDE = Pattern(r"(?: of [^.;,%@]{0,50}?)? (?:as|in|on|for|to|into|via|through|with|either) [^.;,%]{0,30}?@")
_TOTAL_NEXT = Pattern(r" ?(?:the |their |your |a )*(?:sum|total|combin|aggregate|all|together|overall)")


class Spot:
    """A percentage and its clause: what stands before it, what after it, and of which kinds of money the clause speaks.

    `left` is what stands before the clause; `of_few` whether it is for the highly compensated, `of_others` for all but them,
    `of_rest` for the others named behind them.
    """

    __slots__ = ("after", "before", "is_range", "left", "of_few", "of_others", "of_rest", "tokens", "value")

    def __init__(self, value: str, before: str, after: str, left: str, is_range: bool) -> None:
        self.value, self.before, self.after, self.left, self.is_range = value, before, after, left, is_range
        self.of_few = self.of_others = self.of_rest = False
        self.tokens = set(TOKEN.findall(before)) | set(TOKEN.findall(after))

    @property
    def clause(self) -> str:
        """The whole clause, without its number."""
        return f"{self.before} % {self.after}"


def spots_of(text: str) -> list[Spot]:
    """The percentages of a text, each with its own clause; without those that only bound from below, or count steps."""
    for hit in reversed(list(_SPOT.finditer(text))):
        if (
            _STEP.match(text, hit.end())
            or (text.endswith(" by ", 0, hit.start()) and not (hit["low"] and _CUT_PAY.search(text, 0, hit.start())))
            or (
                hit["low"] is None
                and (_LOW_ONLY.search(text, 0, hit.start()) or _is_more(text[: hit.start()]))
                and not (text.endswith("by up to ", 0, hit.start()) and _CUT_PAY.search(text, 0, hit.start()))
            )
        ):
            text = f"{text[: hit.start()]}{hit[0].replace('%', ' ')}{text[hit.end() :]}"  # without its sign
    hits = list(_SPOT.finditer(text))
    if not hits:
        return []
    cuts = [0]
    once_before = set(TOKEN.findall(text[: hits[0].start()]))
    named_anew = (
        once_before
        and once_before >= set(TOKEN.findall(text[hits[0].end() :]))
        and TOKEN.search(text, hits[-1].end(), _sum_at(text, hits[-1].end()))
    )
    for one, other in itertools.pairwise(hits):
        kinds_first = (
            bool(TOKEN.search(text, cuts[-1], one.start()))
            and not _BESIDE.match(text, one.end())
            and not (named_anew and one is hits[0])
        )
        between = text[one.end() : other.start()]
        following = TOKEN.search(text, other.end())
        cuts.append(
            one.end() + _cut(between, kinds_first, bool(following), bool(OTHER.search(text[other.end() :][:40])))
        )
    tail = text[hits[-1].end() :]
    cuts.append(len(text))
    for found in _STRONG.finditer(tail):
        rest = re.split(r"[,;.]", tail[found.end() :])[0]
        if (
            found[0].strip()[:1] in ";.|"
            or _VERB.search(rest)
            or OTHER.search(rest)
            or _SUBORDINATE.match(tail, found.start())
        ):
            cuts[-1] = hits[-1].end() + found.start()
            break
    spots = []
    for number, hit in enumerate(hits):
        before, after = text[cuts[number] : hit.start()], text[hit.end() : cuts[number + 1]]
        own = _own(before)
        spots.append(Spot(hit["value"], own, after, before[: len(before) - len(own)], hit["low"] is not None))
    if named_anew and len(spots) > 1:
        spots[0].tokens = set(TOKEN.findall(spots[0].after))
    return spots


def _sum_at(text: str, start: int) -> int:
    """Where a sum of dollars begins, which has its own kind of money: `…, but never more than $30,000 of after-tax`."""
    at = text.find("$", start)
    return at if at >= 0 else len(text)


def _is_more(before: str) -> bool:
    """Whether something begins above a percentage, which is another matter than not going above it."""
    return bool(_MORE.search(before)) and not _DENIAL.search(before[-160:])


def _cut(between: str, kinds_first: bool, kinds_follow: bool, other_follows: bool) -> int:
    """Where, between two percentages, the clause of the first one ends."""
    kinds = list(TOKEN.finditer(between))
    strong = list(_STRONG.finditer(between))
    weak = list(_WEAK.finditer(between))
    if other := OTHER.search(between):
        ahead = [each for each in (*strong, *weak) if each.end() <= other.start()]
        if ahead:
            return max(each.start() for each in ahead)  # another thing begins there
    if not kinds:
        breaks = strong or weak
        if breaks and breaks[-1][0] == ":" and len(between[: breaks[-1].start()].split()) < 9:
            own_pay = OF_PAY.match(between)
            return own_pay.end() if own_pay else 0  # `25% of pay Company match: 80%`: a label has no comma before it
        return breaks[-1].start() if breaks else len(between)
    inner = [each for each in (*strong, *weak) if kinds[0].end() <= each.start() and each.end() <= kinds[-1].start()]
    if apart := [each for each in inner if each[0][0] in ";."]:
        return apart[0].start()
    if kinds_first:
        breaks = [each for each in strong if each.end() <= kinds[0].start()] or [
            each for each in weak if each.end() <= kinds[0].start()
        ]
        return breaks[0].start() if breaks else kinds[0].start()
    if not (kinds_follow or other_follows) and (lead := [each for each in strong if each.end() <= kinds[0].start()]):
        return lead[-1].start()  # `…, and may make after-tax contributions not to exceed 5%`
    verb = _VERB.search(between, kinds[-1].end())
    # `…, and may contribute up to 8% after-tax`: the verb goes on with the people, not with the money named last.
    goes_on = verb and kinds_follow and any(kinds[-1].end() <= each.start() < verb.start() for each in strong)
    is_subject = bool(verb) and not goes_on
    ahead = [each for each in (*strong, *weak) if each.end() <= kinds[-1].start()] if is_subject else inner
    if ahead and not other_follows and (is_subject or not kinds_follow):
        # The last kinds are what the next percentage is said of.
        firm = [each for each in ahead if each in strong and (is_subject or each[0][0] == ",")]
        best = (
            [each for each in ahead if _TOTAL_NEXT.match(between, each.end())]
            or (firm[-1:] if is_subject else firm[:1])
            or [each for each in inner if " and" in each[0]]
            or ahead
        )
        return best[0].start()
    breaks = [each for each in (*strong, *weak) if each.start() >= kinds[-1].end()]
    return min(each.start() for each in breaks) if breaks else kinds[-1].end()


def _own(before: str) -> str:
    """What stands before a number, without a clause of its own: `The match is fixed; you may …`."""
    for found in reversed(list(_STRONG.finditer(before))):
        rest = before[found.end() :]
        if found[0][0] in ";." or (_VERB.search(before[: found.start()]) and _VERB.search(rest[:60])):
            return rest
    return before
