"""What says that after-tax money may go in: a permission, a share of pay, a row of kinds. A wrong yes is the worst failure."""

from __future__ import annotations

import re

from megaroth.reader import boxes, taken
from megaroth.reader.caps_around import own_heads
from megaroth.reader.context import Document
from megaroth.reader.harmless import NOT_FOR_FEW
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import AT, LEAD_IN, NOT, PLAN
from megaroth.reader.spill import spills
from megaroth.reader.units import Claim, Unit

NOT_NEAR = Pattern(
    r"\bwithdr|\btak(?:e|ing)\b|\bmoney out\b|\bin-service|\bconver|\bdistribut|\broll(?:ed|ing|s)?\b|\brollover|\btransfer|\bborrow|\bloan|\breceive a|\brefund|\breturn|\brecharacteri|\bforfeit|\bstop|\bsuspend|\brepay|\bpay(?:ing)? tax|\btax(?:ed|able)\b"
)


OF_FEW = Pattern(r"\bhighly[- ](?:compensated|paid)|\bhces?\b")


PAST = Pattern(
    r"\bpre-?(?:19|20)\d\d\b|\bformerly\b|\bpreviously\b|\bin the past\b|\bgrandfather|\bhistor|\bwere (?:made|permitted|allowed|contributed|deducted|withheld|taken)|\bmade (?:before|prior)|\bhad been|\bcreated the\b|\boriginally\b|\bprior plan\b|\bpredecessor\b|\bmerged\b",
    "formerly", "had been", "histor", "made before", "merged", "originally", "pre-19", "pre-20", "pre19", "pre20", "predecessor",
    "previously", "prior", "the", "were",
)  # fmt: skip


ITS_LABEL = Pattern(
    r"^\W*(?:[\da-z]{1,2}(?:[.-]\d+)*[.)]? )?(?:section [\d.-]+ )?(?:your |employee |participant |additional |voluntary |other |traditional |regular |new )*\W*@at\W*(?:(?:employee|voluntary|@mega|contributions?|savings|money|source|option|feature|deferrals?|nonroth|thrift)\W*)*$",
    "@at",
)
"""The label of a row, or the title of a paragraph, that names after-tax contributions and nothing else."""


FAREWELL = Pattern(
    r"\bgood-?bye\b|\bfarewell\b|\bend (?:of|to|for)\b|\bend(?:s|ed|ing)\b|\bphas(?:ed?|ing)[- ]?out\b|\bsunset|\bclos(?:ed|ing|es)\b|\bdiscontinu(?:ed|ance)\b|\beliminat|\bno (?:more|longer)\b|\blast (?:call|chance)\b",
    "bye", "farewell", "end", "phas", "sunset", "clos", "discontinu", "eliminat", "no ", "last",
)  # fmt: skip


_YES_ITEM = Pattern(rf"(?:^(?:\(?\w{{1,3}}\) )?[\"'(]*|; (?:and |or )?)(?:(?:make|making|contribute|elect) )?{AT}")


_A_SHARE_OF_PAY = Pattern(
    r"^\W*(?:from |between |up to )?\d+(?:\.\d+)?%(?: ?(?:to|through|and|-) ?\d+(?:\.\d+)?%)? of (?:your |a participant's )?(?:\w+ ){0,3}(?:pay|compensation|salary|earnings|wages)\b"
    r"|\d% of (?:your |a participant's )?(?:\w+ ){0,3}(?:pay|compensation|salary|earnings|wages)\b[^.;]{0,20}\b(?:can|may|will) be (?:withheld|deducted|contributed|saved|taken)\b",
    "%",
)  # fmt: skip


NOT_OF_FEW = "not for the highly compensated"


OF_SOMETHING_ELSE = Pattern(
    r"\bhighly|\bhces?\b|\bwithdr|\bdistribut|\bloan|\bborrow|\bmatch|\bconver|\brollover|\broll(?:ed|ing)\b|\bin-plan|\btransfer|\bvest|\bauto|\bmoney out|\baccess|\bfees?\b|\bira\b|\bafter you\b|\bleav(?:e|ing)\b|\bretire\b|\bterminat|\bseparat|\bdeath\b|\btax(?:es|ed|ation)\b"
)
"""What the headings above a row may ask of after-tax money, other than whether it may be put in."""


def says(unit: Unit, value: str, strength: int, note: str = "") -> list[Claim]:
    """One claim of `after_tax_allowed`."""
    return [Claim("after_tax_allowed", value, unit, strength, note)]


_HOW_MUCH = Pattern(
    r"\b(?:how much|what percent\w*)\b[^?@]*\b(?:contribute|save|put|make|set aside|defer)\b[^?@]*@at\b|\bhow much @at\b",
    "how much",
    "percent",
)


_ASKS_WHO = Pattern(
    r"\bwho (?:may|can|is (?:eligible|allowed|able|permitted|entitled) to|gets to) (?:make|elect|contribute|save|use)\b[^?@]{0,30}@at\b(?! contributions? (?:withdr|conver))",
    "who ",
)


_SOMEBODY = Pattern(
    r"^\W*(?:all|any|every|each|anyone|everyone|everybody)\b(?! of\b)(?![^.;]*\b(?:if|when|once|former|hired|division|plant|location|union|hourly|salaried|who (?:have|are|were|had))\b)"
)


_ONLY_A_LIMIT = Pattern(
    r"^\W*(?:how much\W+)?(?:plan )?(?:min(?:imum)?|max(?:imum)?|limit|range|rate|up to|from|between)?(?: limit| rate)?\W*(?!100%)[1-9]\d?(?:\.\d+)?%(?: ?(?:to|-|through|and) ?[1-9]\d?%)?(?: of (?:\w+ ){0,3}(?:pay|compensation|earnings|salary|wages))?\W*$",
    "%",
)
NOT_MORE_FOR_FEW = Pattern(
    r" ?\((?:for )?(?:an? |the )?(?:hces?|highly[- ](?:compensated|paid)(?: employees?)?)\b[^()]*\)", "hce", "highly"
)
"""`Maximum 12%`, on a line of its own below the kind of money."""


_A_SHARE = Pattern(
    r"^\W*(?:(?:for )?(?:most |all |other |eligible |non-?highly[- ]compensated |our )*(?:people|everyone|everybody|anyone|(?:associate|employee|participant|member|colleague|team member|teammate|partner)s?)\W+)?(?:you (?:can|may) \w+ )?(?:anywhere )?(?:from |between |up to |any\w* )*(?:\$?\d[\d,]*%?)"
)


_ASKS_WHICH = Pattern(
    r"\b(?:what|which|how)\b[^?]*\b(?:contribut|sav(?:e|ing)|kinds?|types?|options?|choices|buckets|sources)\b|\b(?:what|which) (?:kinds|types) of\b|\bhow (?:can|may|do) i (?:contribute|save)",
    "how", "what", "which",
)  # fmt: skip


_ROW_OF_KINDS = Pattern(
    r"^\W*(?:(?:your|our|available|allowed|permitted|employee|participant|the|what) )*(?:(?:types?|kinds?|sources?|forms?) of (?:employee |participant |your )?(?:contributions?|savings|deferrals?|money)|(?:contribution|savings|deferral|saving) (?:types?|kinds?|options?|sources?|choices|elections?|methods?)|ways to (?:save|contribute)|(?:you can|you may|how (?:to|you can|you)) (?:save|contribute)|(?:employee|participant|your) contributions)(?: (?:allowed|permitted|available|offered|accepted|you can (?:make|choose)))?\W*$"
)
"""`Contribution types | Pre-tax, Roth, traditional after-tax`."""


_NAMES_THREE = Pattern(
    r"^\W*(?:@pre\b[^.;]{0,40}@roth\b[^.;]{0,40}@at\b|@roth\b[^.;]{0,40}@pre\b[^.;]{0,40}@at\b|@pre\b[^.;]{0,40}@at\b[^.;]{0,40}@roth\b)"
)


_WAYS = Pattern(
    r"^\W*(?:(?:your|the|our|three|what are (?:your|the|my)) )*(?:ways? (?:to|of|you can) (?:sav\w+|contribut\w+)|how (?:to|you|i)(?: can| may)? (?:save|contribute)|contribution (?:types?|options?|choices)|(?:types?|kinds?) of contributions?)\W*$"
)
"""A title above `Pretax, Roth or after-tax: one, two, or all three.`"""


_THREE_OF_IT = Pattern(
    r"\b(?:three|four|these|following|kinds?|types?|ways|sources|buckets|choices|options|flavou?rs|places)\b[^.;@]{0,40}(?::| -|—) ?(?:\(?[a1][.)] ?)?(?:@(?:pre|roth)\b[^.;]{0,80}@(?:pre|roth)\b[^.;]{0,80}@at\b|@(?:pre|roth)\b[^.;]{0,80}@at\b[^.;]{0,80}@(?:pre|roth)\b|@at\b[^.;]{0,80}@(?:pre|roth)\b[^.;]{0,80}@(?:pre|roth)\b)"
    r"|\b(?:plan|401k|you) (?:now |also )*(?:has|have|offers?|gets?|adds?|takes?)\b[^.;@]{0,20}\b(?:third|fourth|another|additional|new) (?:place|way|kind|type|bucket|source|option|choice)\b[^.;@]{0,30}[:,-] ?(?:voluntary )?@at\b",
    "@at",
)
"""`The plan has three: before-tax, Roth and after-tax`, `the plan now has a third place: after-tax`."""
_OF_KINDS = Pattern(
    r"\b(?:match\w*|accounts?|hold|record\w*|statements?|tax(?:es|ed)|treat\w*|laws?|irs|limits?|differ\w*|providers?|often|usually|some|many|most|other|others|any 401k|glossary|means?)\b"
    r"|^(?!.*\b(?:(?:the|our|this|your) (?:[\w&.'-]+ ){0,3}(?:plan|401k|403b|program)|you|your|we|there are|choose)\b)"
)
"""What else a list of kinds may be of, and lists of nobody's plan."""


_FEATURES = Pattern(
    r"^\W*(?:(?:optional|plan|key|other|our|the|your|401k) )*(?:features|provisions|options|contributions|sources|contribution (?:types|sources)) (?:(?:elected|selected|offered|adopted|included|permitted|allowed|accepted)(?: by (?:the|your) employer)?|(?:of|in) (?:the|our|your) (?:401k )?plan)(?: include)?: (?:[^:%]*?[;,] )?@at(?: contributions?| savings)?(?=\W*$|[;,] | and )",
    "@at",
)
"""`Features elected by the employer: Roth deferrals; after-tax contributions`."""


_MEGA = Pattern(
    rf"\b401k(?: plan)?,? (?:with|including|featuring|that (?:includes|offers))\b[^.;]{{0,140}}@mega|\b{PLAN}\b[^.;@]{{0,30}}\b(?:offers?|supports?|allows?|permits?|includes?|has|provides?|features?)\b[^.;@]{{0,25}}@mega|@mega: [^.;]{{0,25}}\b(?:supports?|offers?|allows?|has) it\b|@mega:? (?:is |are )?(?:available|supported|yes|offered|included)\b",
    "@mega",
)


_AS_A_BENEFIT = Pattern(
    r"^\W*(?:the )?@mega(?: contributions?| savings)?,? (?:via|through|with|using|by way of|by means of|thanks to) (?:voluntary )?@at(?: 401k)? (?:contributions?|savings)(?: (?:in|into|to|inside) (?:the|our|your) (?:401k|plan)(?: plan)?)?(?:,? (?:\+|&|and|plus|with) (?:an? |the )?(?P<how>(?:[a-z]+ )?)(?P<act>(?:@roth )?in-plan (?:@roth )?(?:conversions?|rollovers?)))?\W*$",
    "@mega",
)
"""`Mega backdoor Roth via after-tax contributions + in-plan conversion`, in the list of what a company gives."""
_OF_BENEFITS = Pattern(r"\b(?:benefits?|perks?|rewards?|what (?:you get|you'll get|we offer)|compensation)\b")
_NO_BENEFIT = Pattern(
    r"\b(?:other|others|elsewhere|competitors?|asked|requests?|wish\w*|ideas?|coming|soon|future|next|glossary|explained|how|why|consider\w*|propos\w*|plan(?:s|ned|ning)? to|hop(?:e|es|ing)|want|would|could|might|explor\w*|vot\w+|works|stay tuned|working on|retired|ended|until|what is|what are)\b"
)
_LEFT_OPEN = Pattern(r"\b(?:not|no|never|may|if|only|was|were|launch\w*|start\w*|begin\w*|begins|20\d\d)\b")
"""What a sentence behind it may not say either."""


def as_a_benefit(document: Document, unit: Unit) -> re.Match[str] | None:
    """What an item of a list of benefits names as a whole; nothing beside it or above it may leave it open."""
    found = _AS_A_BENEFIT.match(unit.norm) if unit.kind == "item" else None
    if found is None or document.template or document.general or not document.decides(unit):
        return None
    place = document.units.index(unit)
    heads = [document.heads[each] for each in unit.heads[:4] if each != unit.raw]
    after = [each.norm for each in document.units[place + 1 : place + 3]]
    if any(_NO_BENEFIT.search(text) for text in (document.lead_of(unit), *heads, *after)):
        return None
    listed = any(_OF_BENEFITS.search(head) for head in heads)
    return found if listed and not any(_LEFT_OPEN.search(text) for text in after) else None


_DOLLARS = Pattern(r"^\W*(?:up to )?\$\d[\d,]*\W*$", "$")


_LIMITS = Pattern(r"\blimits?\b|\bmaximum\b|\bmax\b|\bhow much (?:can|may|could) you\b")


def _of_limits(document: Document, unit: Unit) -> bool:
    """Whether a cell stands in a table of limits, by its head or the heading above."""
    place = document.units.index(unit)
    table = unit.cell[0] if unit.cell else -1
    heads = [
        each.norm for each in document.units[max(0, place - 40) : place] if each.cell and each.cell[:2] == (table, 0)
    ]
    return any(_LIMITS.search(text) for text in (*heads, document.heads_of(unit, 2)))


def yes(document: Document, unit: Unit, text: str) -> list[Claim]:
    """What a unit, whose own words deny nothing, says for it."""
    if unit.kind == "sentence" and _CUT.search(text) and len(text.split()) > 5 and unit.rest is None:
        return []  # `… or an after-tax`: who knows what came behind
    if PAST.search(text) or taken.ON_PAPER.search(text) or taken.is_bygone(text) or text.startswith("whereas"):
        return []  # a recital tells what was, and why it is changed
    if any("@at" in document.heads[each] and FAREWELL.search(document.heads[each]) for each in unit.heads[:1]):
        return []
    if strength := taken.strength(text):
        note = "" if strength > 1 else "implied: the document speaks of such contributions as going on"
        if NOT_FOR_FEW.search(text) and not OF_FEW.search(NOT_FOR_FEW.sub(" ", text)):
            note = NOT_OF_FEW
        return says(unit, "yes", strength, note)
    head = document.heads[unit.heads[0]] if unit.heads else ""
    if _ASKS_WHICH.search(document.follows.get(id(unit), "")) and _NAMES_THREE.match(text) and not NOT.search(text):
        return says(unit, "yes", 2)
    if (
        _WAYS.match(head)
        and _NAMES_THREE.match(text)
        and len(text.split()) < 16
        and not (NOT.search(text) or NOT_NEAR.search(text))
    ):
        return says(unit, "yes", 2)
    if _THREE_OF_IT.search(text) and not (NOT.search(text) or NOT_NEAR.search(text) or _OF_KINDS.search(text)):
        return says(unit, "yes", 2)
    row = document.lead_of(unit).partition(" | ")[0] if unit.cell else ""
    if (
        row
        and _ROW_OF_KINDS.match(row)
        and _NAMES_THREE.match(unit.norm)
        and not (NOT.search(text) or "rollover" in unit.norm)
    ):
        return says(unit, "yes", 2)
    if _HOW_MUCH.search(document.follows.get(id(unit), "")) and _A_SHARE.match(text) and not NOT.search(text):
        return says(unit, "yes", 2)
    if (
        _ASKS_WHO.search(document.follows.get(id(unit), ""))
        and _SOMEBODY.match(text)
        and not NOT.search(NOT_FOR_FEW.sub("", text))
    ):
        return says(unit, "yes", 2)
    if (
        _ONLY_A_LIMIT.match(NOT_MORE_FOR_FEW.sub("", text))
        and (ITS_LABEL.match(head) or ITS_LABEL.match(head := next(iter(own_heads(document, unit)), "")))
        and "@at" in head
        and not OF_SOMETHING_ELSE.search(document.heads_of(unit, 4))
    ):
        return says(unit, "yes", 1, "implied: a list of limits has one for it")
    if row and _DOLLARS.match(text) and ITS_LABEL.match(row) and _of_limits(document, unit):
        return says(unit, "yes", 1, "implied: a table of limits has a row for it")
    if _FEATURES.match(text) and not (NOT.search(text) or OF_SOMETHING_ELSE.search(text.partition(":")[0])):
        return says(unit, "yes", 2)
    if _MEGA.search(text) and not NOT.search(text) and not re.search(r"\bif\b|\bmay\b|\bmight\b", text):
        return says(unit, "yes", 2, "said by the name of the mega-backdoor Roth")
    if "@mega" in text and as_a_benefit(document, unit):
        return says(unit, "yes", 2, "said by the name of the mega-backdoor Roth")
    if _permitted_below(document, unit, text, head):
        return says(unit, "yes", 3)
    lead = document.lead_of(unit)
    if (
        lead
        and _YES_ITEM.search(text)
        and len(text.split()) < 60
        and LEAD_IN.search(lead)
        and not NOT_NEAR.search(lead)
        and not NOT.search(lead)
    ):
        return says(unit, "yes", 3)
    if (
        (
            "@at" in head
            and "@roth" not in head
            and "@pre" not in head
            and len(head.split()) <= 8
            and not NOT_NEAR.search(head)
            and not NOT.search(head)
        )
        and "account" not in head
        and _below(document, unit, text)
    ):
        return says(unit, "yes", 2)
    around = head + " " + lead
    if (
        len(text.split()) <= 9
        and re.search(rf"^{AT}[^.;@]{{0,30}}(?:\$\d|\d%)", text)
        and re.search(r"limit|maximum|contribut", around)
    ):
        return says(unit, "yes", 1, "implied: a table of limits has a row for it")
    if spills(text, "") == "yes":
        return says(unit, "yes", 1, "implied: contributions go on as after-tax")
    return []


_BARE_YES = Pattern(
    r"^\W*(?:(?:these|they|such contributions) )?(?:are |may be )?(?:currently |now |also )?(?:permitted|allowed|available|offered|accepted|made)(?: (?:in|under|by) (?:the|this|our) plan)?\W*$"
)


def _permitted_below(document: Document, unit: Unit, text: str, head: str) -> bool:
    """`3.3 After-tax contributions. Allowed.`: said at once below the label, with no other choice beside it."""
    if unit.cell is not None or unit.ticked is not None or not _BARE_YES.match(text) or not ITS_LABEL.match(head):
        return False
    place = document.units.index(unit)
    around = document.units[max(0, place - 1) : place + 2]
    return around[0].raw in unit.heads[:1] and not taken.denied_below(around[-1].norm) and not boxes.has_box(unit.raw)


_CUT = Pattern(r"\b(?:an?|or|and|the) @at$")


_PUT_IN = Pattern(
    r"\b(?:contribut(?:e|ing|ions?)|sav(?:e|ing|ings)|put|set aside|third choice|another (?:choice|option)|deducted|withheld from)\b|\d% of (?:\w+ ){0,3}(?:pay|compensation|earnings|salary)|\bup to \$?\d"
)


def _below(document: Document, unit: Unit, text: str) -> bool:
    """Whether one of the first sentences below a heading on after-tax contributions says of them that they are put in."""
    place = document.units.index(unit)
    near = document.units[max(0, place - 4)]
    if near is not document.units[0] and near.heads == unit.heads and unit.kind != "item":
        return False  # a heading does not reach over everything that stands below it
    if NOT.search(text) or _OTHER_KIND.search(text) or _ALREADY_IN.search(text):
        return False
    return bool(_A_SHARE_OF_PAY.search(text) or (_PUT_IN.search(text) and taken.strength(f"@at {text}") > 2))


_ALREADY_IN = Pattern(
    r"\b(?:already|so far|until now|in the past|over the years|ever) (?:[a-z]+ ){0,2}?(?:put|paid|saved|contributed|made)\b|\b(?:have|has|had)(?: already)? (?:put|paid|saved|contributed)\b|\b(?:stays?|remains?) (?:in|where|invested|yours)\b",
    "put", "paid", "saved", "contributed", "made", "stay", "remain",
)  # fmt: skip
"""`What you have already put in stays in your account`: nothing of what goes in today."""
_OTHER_KIND = Pattern(r"@pre\b|@roth\b|\bmatch|\bemployer\b|\brollover|\bcatch-?up|\bprofit")
