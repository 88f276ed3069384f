"""What stands around a percentage: the label of its row, its column, its question, its headings, the sentences beside it, and which money they name."""

from __future__ import annotations

import re

from megaroth.reader.capped import BESIDES, traditional
from megaroth.reader.caption import ALL_OF_THEM, ON_AFTER_TAX, ONLY_A_BOUND, WITHIN_IT
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.spots import TOKEN
from megaroth.reader.units import Claim, Unit

PEOPLE = r"(?:you|they|we|i|anyone|everyone|one|each|participants?|employees?|members?|associates?|teammates?|colleagues?|partners?|staff|workers?|people|individuals?)"
ANAPHORA = Pattern(
    r"^\W*(?:for |if |highly|hces?|this|that|these|those|such|it|they|the (?:result|sum|answer|most|maximum|limit|cap|ceiling|two|three|total|rate|percentage|plan(?:'s)? (?:limit|max\w*))|both|either|each|together|combined|in total|you (?:may|can)|your|up to|between|from|any|max\w*|limit\w*|contribut\w+|how much|$)(?:\b|$)"
)
BAD_CONTEXT = Pattern(
    r"\bmatch|\bvest|\bauto|\bdefault|\bincreas|\bescalat|\bloan|\bwithdr|\bdistribut|\bconver|\brollover|\bcatch|\bexampl|\b(?:company|employer) (?:contr|retire|core|basic|auto)|\bnon-?elective|\bprofit|\bsafe harbor|\btax(?:ed|es)?\b(?!-)|\binvest|\bnon-?qualified|\bpension|\bespp|\bstock|\bbonus|\bcommission|\btest|\bformer|\bprior plan|\bhistor"
)
ONLY_LABEL = Pattern(
    r"^\W*(?:\w{1,3}[.)] )?(?:(?:yes|your|employee|voluntary|traditional|regular|additional|extra|further|another|optional|for|alone|plus|contributions?|savings?|deferrals?|money|dollars|basis|limits?|rate|401k|403b|elections?|and|or|and/or|on|an?|together|combined|total|percentage|@(?:at|pre|roth|basis))\b\W*)*$"
)
_THEIR_KINDS = Pattern(
    r"^\W*(?:(?:in|for) (?:19|20)\d\d,? )?(?:that|this|it|these|they|the (?:irs |annual |dollar )*limit|your contributions?|contributions|you (?:may|can) (?:also )?(?:choose|split|designate|divide|decide|elect|make (?:it|them|these|those|your contributions)|have (?:it|them|these|this|your contributions|the money) (?:taken|deducted|withheld|made|treated|taxed|put in|go in|set)))\b.*@"
    r"|^\W*(?:then )?(?:split|divide|spread|allocate|mix|apportion) (?:it|them|this|that|your (?:savings|contributions?|total))\b(?!.*(?:match|conver|withdr|invest|%)).*@"
    r"|^\W*(?:(?:of|within) (?:this|that|these|those)(?: total| amount| percentage)?,|(?:the|this|that|your|whatever) (?:total |whole )?(?:percentage|amount|rate|total|savings?|contributions?|election)(?: (?:that )?you (?:choose|elect|select|save))? (?:can|may|is|are|will) be (?:freely )?(?:divided|split|allocated|apportioned|shared|directed|designated|spread|made|mixed)|(?:you|participants?|members?|each participant)(?: (?:may|can|must|also|then))* (?:(?:decide|choose|pick|tell us|select|say) (?:how|whether|which|what)|(?:split|divide|allocate|spread|direct|designate|mix|apportion)))\b.*@"
)
"""The sentence after may tell of which money one before was: `You may split them between pre-tax and Roth`."""
_KINDS_ALONE = Pattern(
    r"^(?=.*@)\W*(?:(?:as|in|on|either|both|any|all|mix|blend|combination|combined|together|total|of|an?|the|two|three|and|or|and/or|contributions?|savings|money|dollars|basis|@(?:pre|roth|at))\b\W*)+$",
    "@",
)
"""`Pre-tax or Roth.`"""
_CHOOSES_KIND = Pattern(
    r"^\W*(?:(?:(?:you|participants?|members?)(?: (?:may|can|must|also|then))* )?(?:choose|pick|decide|say|tell us|select|split|divide|designate|have (?:it|them|this|the money) (?:taken|deducted|withheld|made|treated|put in|go in))\b(?!.*(?:match|conver|withdr|invest|roll|%)).*@|there are (?:two|three|several) (?:kinds|types|ways|buckets|flavors|sources)\b[^%]*@)",
    "@",
)
"""Further on, the choice among the kinds of money: `You then say which kind: pre-tax, Roth or after-tax`."""
_RUN_IN = Pattern(
    r"^\W*(?:\w{1,3}[.)] )?(?:your )?(?:@(?:pre|roth|at)\b\W*(?:(?:and|or) )?)+(?:(?:contributions?|savings|deferrals?|money)\.|(?<=\. ))?$",
    "@",
)
"""A title of its own at the beginning of a paragraph: `Pre-tax contributions.`"""
_ASKED = Pattern(r"^\W*@(?:pre|roth|at) ?\?$", "@")
FARTHEST = 4
"""So many sentences on may stand which kinds of money one may choose, or a title before."""
GOES_ON = Pattern(
    rf"^\W*(?:then |there |here )?{PEOPLE} (?:may|can|could|will be able to|are able to|are allowed to|will be allowed to|(?:may|can) then)\b[^.;@%]*(?:[\d%]|$)"
)
"""`You will be able to contribute from 1% to 8% of pay`: of which money, the sentence before tells."""
LIMIT_OF = Pattern(r"\b(?:limit|max(?:imum)?|most|cap)s?\b")
_ANSWERED = Pattern(r": (?:yes|no|n/a|none|not [a-z]+)\W*$", ":")
"""A row before that has its own answer is no heading of this one."""
_BRINGS_IN = Pattern(
    r"\b(?:accept|permit|allow|offer|add|introduc|begin|start|open|choos|elect|enter|select|make|making|may|can|available|contribut|take)\w*\b"
)
_DENIED = Pattern(r"\b(?:no|not|never|cannot|without|neither|if)\b|n't\b")


_AMENDS = Pattern(
    r"^\W*(?:(?:\w{1,4}[.)] )?by )?(?:(?:the plan|it) is (?:hereby )?amended(?: by| to)? )?(?:add|insert|amend|replac|substitut|append|delet|strik)\w*\b.*(?:\b(?:section|article|paragraph|subsection|item|sentence|end)\b).*:\W*$",
    "add", "insert", "amend", "replac", "substitut", "append", "delet", "strik",
)  # fmt: skip
"""`By adding to Employer Contributions, Section 3.1, the following:`"""
_WAS_SO = Pattern(
    r"^\W*(?:(?:yes|no)\W+)?(?:before|until|prior to|through|up to) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|(?:19|20)\d\d|that|then)[^.;]*\b(?:could|were|was|did|might|had|used to)\b[^.;]*\W*$",
    "could", "were", "was", "did", "might", "had", "used to",
)  # fmt: skip
_IN_THE_PAST = Pattern(r"\b(?:could|were|was|did|had|might)\b", "could", "were", "was", "did", "had", "might")
_SINCE_THEN = Pattern(r"\b(?:now|since|today|currently|after|from|may|can|will|beginning|effective)\b")
_ENDED = Pattern(
    r"\bno (?:such|further|more|additional|new) (?:@at )?(?:contributions?|deductions?|savings)\b[^.;]{0,60}\b(?:after|on or after|since|from|beyond|past|beginning|effective)\b"
    r"|^\W*(?:such|these|those|this|the)(?: @at)? (?:contributions?|deductions?|savings|option|feature) (?:then )?(?:ended|ceased|stopped|(?:was|were|has been|have been) (?:then )?(?:discontinued|ended|eliminated|frozen|suspended|stopped|withdrawn|abolished|terminated))\b",
    "no ", "ended", "ceased", "stopped", "discontinued", "eliminated", "frozen", "suspended", "withdrawn", "abolished", "terminated",
)  # fmt: skip


def is_over(document: Document, place: int, text: str) -> bool:
    """Whether a sentence in the past tells what could be put in up to a day: `Before July 2018 they could. They could save 4%`."""
    if not _IN_THE_PAST.search(text) or _SINCE_THEN.search(text):
        return False
    before = document.units[place - 1] if place else None
    after = document.units[place + 1] if place + 1 < len(document.units) else None
    return bool(
        (before is not None and before.kind == "sentence" and _WAS_SO.match(before.norm))
        or (after is not None and after.kind == "sentence" and _ENDED.search(after.norm))
    )


def own_heads(document: Document, unit: Unit) -> list[str]:
    """The two headings above a unit; what begins a paragraph is none of itself."""
    above = [document.heads[head] for head in unit.heads[:4] if head != unit.raw and not _cuts(head, unit.raw)]
    while len(above) > 1 and _ANSWERED_ROW.match(above[0]) and not unit.raw.lower().startswith(above[0][:12]):
        above = above[1:]
    if len(above) > 2 and _ROW.match(above[1]) and unit.raw.lower().startswith(f"{above[0]}:"):
        above = above[2:]
    elif len(above) > 1 and _ROW.match(above[0]):
        above = above[1:]
    return above[:2]


_ANSWERED_ROW = Pattern(
    r"^\W*(?:who|when|where|how(?: to [a-z ]{3,12})?|start\w*|begin\w*|eligib\w+|enrol\w+|vesting|loans?|fees?|(?:(?:company|employer) )?match|investments?|default fund|phone|website|recordkeeper|administrator)\b[^:?@%]{0,12}: (?=(?:none|yes|no|not|all|any|every\w*|at once|immediate\w*|after|automatic\w*|through|by|payroll|online|call|(?:january|february|march|april|may|june|july|august|september|october|november|december)|\d|first|day|the )\b)[^:@%]{1,40}$",
    ":",
)
"""`Vesting: at once`, `How: payroll deduction`: a row with its answer, which heads nothing."""
_ROW = Pattern(r"^\W*(?:who|when|where|how|start\w*|begin\w*)\b[^:?@%]{0,20}: (?!.*(?:match|%|@))[^:]{1,40}$", ":")
"""`Who: everyone`, which looks like a heading, and is the row before."""


def _cuts(head: str, raw: str) -> bool:
    """Whether a label ends within a bracket of its own sentence: `Up to 22% after-tax (HCEs`, and behind it `: 8%)`."""
    return "(" in head and raw.startswith(head) and head.count("(") > head.count(")")


_THREE = Pattern(
    r"(?P<two>@pre(?: [a-z]+)?(?:,| and| or)+ @roth(?: [a-z]+)?,? (?:and|or|plus) (?:your )?)@(?:basis|amb)s?\b",
    "@basis", "@amb",
)  # fmt: skip
"""`Your pre-tax, Roth and after-tax rates`: the third beside the two is no Roth."""


class Around:
    """What stands around a unit: the label of its row, its column, its question, its headings and the sentence before."""

    def __init__(self, document: Document, unit: Unit, place: int) -> None:
        self.document = document
        self.text = ""
        asked = document.follows.get(id(unit), "")
        lead = document.lead_of(unit)
        if TOKEN.search(unit.norm) and _AMENDS.match(lead):
            lead = ""  # where it is put in says nothing of what names its money itself
        self.near = f"{lead} {asked}".strip()
        self.heads = own_heads(document, unit)
        if len(self.heads) > 1 and ONLY_A_BOUND.match(self.heads[0]):
            self.heads = self.heads[1:]  # `Contributions`, and below it `Maximum: 50% of pay`
        above = (document.heads[head] for head in unit.heads)
        self.section = next((head for head in above if "@" not in head or not ONLY_LABEL.match(head)), "")
        self.first = self.heads[0] if self.heads else ""
        if len(self.heads) > 1 and all(_ASKED.match(head) for head in self.heads):
            self.first = " ".join(self.heads)  # `Pre-tax? Roth?`
        self.titled = _run_in(document, unit, place)
        if self.titled:
            self.first = self.titled
        self.listed = _listed(document, unit, place)
        before = document.units[place - 1] if place else None
        near = before is not None and abs(before.page - unit.page) < 2
        after = document.units[place + 1] if place + 1 < len(document.units) else None
        self.after = (
            after.norm
            if after is not None
            and (after.kind in ("sentence", "item") or (after.cell is not None and after.cell == unit.cell))
            else ""
        )
        if self.after.endswith(":") and after is not None:
            listed = [each.norm for each in document.units[place + 2 : place + 8] if each.lead == after.raw]
            self.after += " , ".join(["", *listed])
        if not _THEIR_KINDS.match(self.after):
            if unit.norm.endswith(":") or (
                after is not None and after.kind != "sentence" and not (after.cell and after.norm.startswith("("))
            ):
                self.after = "" if _KINDS_ALONE.match(self.after) else self.after
            self.after = _chosen_further_on(document, unit, place) or self.after
        self.after = traditional(self.after)
        if self.tells_kinds():
            # `… divided among these three, except that the first two may not be more than 20%`, `(not more than 10%)`
            self.after = WITHIN_IT.sub("", self.after)
        titles = [each.norm for each in document.units[:2] if each.kind == "heading"]
        of_one = next((title for title in titles if ON_AFTER_TAX.match(title)), "")
        self.of_one_kind = {"@at"} if "@mega" in of_one else set(TOKEN.findall(of_one))
        self.in_list = (
            before is not None
            and before.kind == unit.kind == "item"
            and before.heads == unit.heads
            and not (BAD_CONTEXT.search(before.norm) or "borrow" in before.norm)
        )
        self.besides = BESIDES.search(unit.norm) is not None
        self.before = _THREE.sub(r"\g<two>@at", BESIDES.sub(" ", before.norm)) if before is not None and near else ""

    def before_here(self, unit: Unit) -> str:
        """The sentence before, where it stands below the same heading, or begins this paragraph."""
        return self.before if unit.kind in ("sentence", "item") and not re.search(r"\b(?:may|can)\b", unit.norm) else ""

    def tells_kinds(self) -> bool:
        """Whether what follows tells of which money the percentage is."""
        return any(each.match(self.after) for each in (_THEIR_KINDS, _KINDS_ALONE, _CHOOSES_KIND))

    def kinds(self, text: str, few: bool) -> set[str]:
        """The kinds of money that the surroundings name, nearest first."""
        if self.listed:
            return set(self.listed)
        if GOES_ON.match(text) and brings_in(self.before):
            return {"@at"}
        named = set(TOKEN.findall(self.before))
        if (
            ALL_OF_THEM.match(text)
            and sum(kind.startswith("@") for kind in named) > 1
            and "%" not in self.before
            and not BAD_CONTEXT.search(self.before)
        ):
            return named
        # What begins a paragraph is its title, unless it is a sentence on something else.
        other = self.first.endswith(".") and (BAD_CONTEXT.search(self.first) or _DENIED.search(self.first))
        for where in (self.near, "" if other else self.first):
            if tokens := set(TOKEN.findall(where)):
                return tokens - {"@roth"} if "@at" in tokens and "conver" in where else tokens
        if not few and "%" not in self.after and self.tells_kinds() and not BAD_CONTEXT.search(self.after):
            return set(TOKEN.findall(self.after))
        tokens = set(TOKEN.findall(self.before)) if few or "%" not in self.before else set()
        if tokens and (few or ANAPHORA.match(text)) and not BAD_CONTEXT.search(self.before):
            return tokens
        if (
            len(self.heads) > 1
            and not _ANSWERED.search(self.heads[1])
            and (tokens := set(TOKEN.findall(self.heads[1])))
        ):
            return tokens
        return self.of_one_kind


def _listed(document: Document, unit: Unit, place: int) -> set[str]:
    """`From 1% to 30% of pay in any combination of:` and below it the kinds of money, each a line of its own."""
    if not unit.norm.endswith(":"):
        return set()
    named: set[str] = set()
    for each in document.units[place + 1 : place + 2 + FARTHEST]:
        kinds = {kind for kind in TOKEN.findall(traditional(each.norm)) if kind.startswith("@")}
        label = _ITS_OWN_BOUND.sub("", each.norm)
        if each.lead != unit.raw or len(kinds) != 1 or not ONLY_LABEL.match(label):
            if each.lead == unit.raw and kinds:
                return set()  # a kind of which nobody can tell what is said
            break
        named |= kinds
    return named if len(named) > 1 else set()


_ITS_OWN_BOUND = Pattern(
    r",? \(?(?:but )?(?:up to|at most|not more than|no more than|limited to|max(?:imum)?(?: of)?|not over)\b[^;@]*$|\((?:not|non)[- ]?@?roth\)|\(@at\)",
    "up to", "at most", "more than", "limited to", "max", "not", "non", "(@at)",
)  # fmt: skip
"""`- After-tax contributions, up to 10%`, in a list of the kinds of which a whole is made."""


def _chosen_further_on(document: Document, unit: Unit, place: int) -> str:
    """The sentence a little further on below the same heading that names the kinds one may choose; nothing of money may stand between."""
    for each in document.units[place + 1 : place + 1 + FARTHEST]:
        if each.heads != unit.heads or each.kind != "sentence" or "%" in each.norm:
            return ""
        if "@" in each.norm:
            told = _CHOOSES_KIND.match(each.norm) or (
                each is document.units[place + 1] and _KINDS_ALONE.match(each.norm)
            )
            return each.norm if told else ""
    return ""


def _run_in(document: Document, unit: Unit, place: int) -> str:
    """The title that begins the paragraph of a sentence, where it is no heading: `Pre-tax contributions. These come out … No more than 25% …`."""
    if unit.kind != "sentence" or TOKEN.search(unit.norm):
        return ""
    for each in reversed(document.units[max(0, place - FARTHEST) : place]):
        if each.heads != unit.heads or each.kind != "sentence":
            return ""
        if len(each.raw.split()) < 6 and _RUN_IN.match(each.norm):
            return each.norm
        if "@" in each.norm or "%" in each.norm:
            return ""
    return ""


def brings_in(text: str) -> bool:
    """Whether a sentence brings in after-tax money and nothing else, so that the next one goes on about it."""
    return (
        {kind for kind in TOKEN.findall(text) if kind.startswith("@")} == {"@at"}
        and _BRINGS_IN.search(text) is not None
        and not BAD_CONTEXT.search(text)
        and not _DENIED.search(text)
    )


LEFT_OVER = Pattern(
    r"\b(?:left|remains?|remaining)\b[^.;]{0,60}\bafter (?:your |the )?(?:@pre |@roth )*deferrals\b", "after "
)
"""`…, and whatever is left under the limit after your deferrals`: deferrals are taken off, and not bounded."""
_TOGETHER_ALONE = Pattern(
    r"^\W*(?:(?:both|the two|these) )?(?:together|combined|in total)\b[^@]*$", "together", "combined", "in total"
)


def of_what_stands_above(document: Document, claim: Claim, place: int) -> Claim:
    """`(together not above 75%)`, below a line on pre-tax and one on Roth: a cap on these two."""
    if claim.field == "combined_cap_percent" and _TOGETHER_ALONE.match(claim.unit.norm):
        above = [each.norm for each in document.units[max(0, place - 2) : place]]
        if (
            len(above) == 2
            and all("@pre" in each or "@roth" in each for each in above)
            and "@at" not in " ".join(above)
        ):
            claim.field = "deferral_cap_percent"
    return claim
