"""What stands beside a label: `Match frequency: each payroll`, a row of two cells, or the ticked box below `6.3 Computation period`."""

from __future__ import annotations

import re
from decimal import Decimal

from megaroth.reader import matched, matched_clause
from megaroth.reader.formula import plausible, tiers_of
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded

_NUMBER = Pattern(
    r"^\W*(?:(?:section|article|item|part|question) )?(?:\d{1,2}[a-z]?(?:[.-]\d{1,2})?(?:\([a-z]\))?[.):]?|[a-z]-?\d{1,2}[.):]?|\(?[a-zivx]{1,4}\)|[a-z]\.) +(?=\S)"
)
_P = r"(\d{1,3}(?:\.\d+)?)%"
_PAY = r"(?:a |each |your |eligible |annual |base |total |covered |plan |w-2 |the )*(?:pay|compensation|earnings|salary|wages|paycheck)"
_AT_MOST = Pattern(
    rf"^(?:yes,? )?(?:limited to |at most |no more than |up to |not (?:more than|to exceed) |maximum (?:of )?|a maximum of |(?:any whole percentage )?(?:from |between )?\d+(?:\.\d+)?%? ?(?:to|-|through|and|up to) )*{_P}(?: (?:maximum )?of {_PAY}|$|[;,.(]| per | each )(?P<rest>.*)"
)
_OF_FEW = Pattern(r"\bhighly|\bhces?\b|\bnon-?highly|\bif you\b|\bhired\b")

# --- labels

_WHO = r"(?:your |the |plan |company |employer |employee |safe harbor |fixed |basic |current |annual )*"
_MATCH = Pattern(rf"^{_WHO}match(?:ing)?(?: contributions?| formula| rate| amount| percentage)*$", "match")
_PERIOD = Pattern(
    rf"^{_WHO}(?:match(?:ing)? (?:contributions? )?)?(?:computation |allocation |matching |determination |calculation |contribution )?(?:period|frequency|timing)(?: for (?:computing|calculating|determining) {_WHO}match\w*(?: contributions?)?)?$|^(?:match(?:ing contributions?)? )?(?:is |are )?(?:determined|calculated|computed|made|deposited|funded)(?: on)?$|^how (?:(?:is|are) )?{_WHO}match(?:ing)?(?: contributions?)? (?:(?:is|are) )?(?:determined|calculated|computed|figured|worked out|made|paid|deposited|funded)$"
)
_WHEN = Pattern(
    r"^(?:when|how often) (?:is|are|do|does|will) (?:[a-z']+ )*?(?:the )?(?:company |employer )?(?:match|it)\w*\b(?: contributions?)? ?(?:paid|made|calculated|deposited|credited|figured|computed)?$|^(?:when|how often) do(?:es)? (?:i|we|you) (?:get|receive) (?:it|the match)$"
)
_TRUE_UP = Pattern(
    rf"^(?:is there an? |does [a-z ]+ have an? )?{_WHO}(?:match(?:ing)? |year-end )*true[- ]?up(?: match| contributions?)*\b",
    "true",
)
_DEFERRALS = Pattern(
    rf"^{_WHO}(?:(?:max(?:imum)?|limits?|cap)(?: (?:on|for|of))?{_WHO.replace('(?:', ' ?(?:', 1)}(?:elective |salary |@pre |and |or |/ ?|\+ ?|@roth )*deferrals?(?: contributions?| percentage| rate| election)*|(?:elective |salary |@pre |@roth )*deferrals?(?: contributions?)? ?(?:limits?|maximum|range|percentage|rates?)|max(?:imum)? (?:elective |salary )*deferrals?)$"
)
_LIMIT = Pattern(
    r"^(?:plan )?(?:limits?|maximum|max|maximum percentage)$|\b(?:may not be more than|not defer more than|may not exceed)$"
)
_TOGETHER = Pattern(
    r"^(?:all|everything|combined|together|in total)(?: (?:of|your|contributions?|sources|three|kinds?|types?|savings|deferrals|employee|limits?|max(?:imum)?|combined|together))*$|^(?:combined|total|overall|aggregate)(?: employee| plan| contribution)* (?:max(?:imum)?|limit|cap)s?$|^max(?:imum)? (?:combined|total)(?: employee)?(?: contributions?)?$|^(?=.*@at)(?=.*(?:@pre|@roth|elective)).*\b(?:together|combined)$"
)
_BOTH_KINDS = Pattern(
    r"^(?=.*(?:@pre|traditional))(?=.*@roth)(?!.*@at).*\b(?:together|combined|total)(?: (?:limit|max(?:imum)?))?$",
    "@roth",
)
"""`Pre-tax and Roth combined`: the most of deferrals."""
_PAY_IS = Pattern(
    rf"^(?:definition of |what is |what counts as |{_WHO})*(?:(?:benefits?-|plan-)?eligible |covered |considered |pensionable |recognized |plan |regular |base )*(?:pay|compensation|earnings|salary|wages)(?: definition| means| that counts?| for plan purposes|, for all purposes.*)?(?: (?:means|is|includes))?$|^definition(?:\. compensation.*)?$"
)
_UP_TO = Pattern(
    r",? (?:up to|limited to|capped at|not over|maximum(?: of)?) (?:an? |the )*(?:annual |irs )*(?:(?:maximum|limit) of )?\$[\d,]+",
    "$",
)
"""How much of it counts says nothing against what it is."""
_PAY_ITEM = Pattern(
    r"\bw-2\b|\b415\b|\b3401|\b(?:regular|base|gross|straight-time|total|hourly|taxable)(?:,? (?:hourly|weekly|annual))? (?:pay|salary|wages|compensation|earnings|rate)|\bsalary\b|\bwages\b|\bovertime\b|\bbonus|\bcommission"
)
_LEFT_OUT = Pattern(r"\bexclu(?:sions?|ding|des?|ded)\b|\bincludes?\b|\bincluding\b|\bless\b|\bother than\b")
_PART_OF_PAY = Pattern(
    r"^(?:all |any |annual |discretionary )*(?:bonus|overtime|commission|severance|fringe|shift|incentive|reimburs|moving|tips\b|deferred comp|equity|stock)"
)
"""What a ticked box leaves out of pay."""
_ENROLMENT = Pattern(
    r"^(?:the )?(?:automatic|auto|default)[- ]?(?:enrol\w*|deferrals?|contributions?|contribution arrangement)(?: feature| rate| percentage| amount)*$|^enrol(?:l)?(?:ment|ing)?$|^automatic contributions?(?: arrangement)?$|\benrolled automatically$|\bautomatically enrolled$"
)
_ENROLLED_AT = Pattern(
    rf"^(?:yes,? )?(?:you (?:are|will be) )?(?:eaca|qaca|aca|new hires|enrolled|automatic(?:ally)?)?[ ,:]*(?:enrolled )?(?:at |of )?{_P}(?! (?:becomes?|match|(?:[a-z-]+ ){{0,2}}(?:increas|escalat)))"
)
_INCREASE = Pattern(
    r"^(?:the )?(?:automatic|auto|annual|yearly)[- ]?(?:annual |yearly |contribution |deferral |rate )*(?:increases?|escalation|step-?ups?)(?: feature| program)?$|^escalation$|^auto-?escalation$"
)
_RISE_OF = Pattern(rf"\bincrease:? {_P}")
_RISES = Pattern(
    rf"^(?:yes,? )?(?:(?:by|of|up|increas(?:es?|ing)|ris(?:es?|ing)|goes|an? (?:increase|rise) of) |\+ ?)*{_P}"
)
SUPER = Pattern(r"\b60 ?(?:to|-|through|and) ?63\b|\b60, 61, 62", "60")
_SPILL = Pattern(r"^(?!.*catch).*\bspill[- ]?over", "spill")
_ON_OFFER = Pattern(
    r"^(?:(?:it is )?(?:optional|available|offered|elective)\b(?! (?:only )?(?:to|for) )|(?:by|at) your (?:election|option)|you (?:may|can) (?:elect|choose|turn|switch|opt|ask|sign)\b)"
)
"""Who asks for it has it."""
_SAFE = Pattern(r"^(?P<not>not )?(?:a |an )?safe harbor(?: plan| 401k plan)?\b", "safe")
_NO = Pattern(
    r"^(?:no(?! (?:later|earlier|sooner|more|less|fewer|matter|need|actions?|changes?|elections?|forms?|fees?|one)\b)|none|not|never|will not|does not|shall not|n/a|n)\b|\bnot (?:made|required|apply|permitted|provided)\b|\bwill not\b"
)
_YES = Pattern(
    r"^(?:yes|y|will|made|required|applies|permitted|provided|paid|annual(?:ly)?|after|at|by|within|in (?:the|january|february|march))\b"
)
_IS_ON = Pattern(r"^(?:(?:turned |switched )?on(?: by default)?(?=\W*$|[,;(])|enabled\b|automatic(?:ally)?\b)")
_OPEN = Pattern(r"\bmay\b|discretion|\bsee\b|\bif\b|\?")
PERIODS = (
    ("payday", Pattern(r"^(?:made |paid |computed |calculated )?(?:on an? |with |each |every |per |by |as of each )*(?:bi-?weekly |semi-?monthly )?(?:pay(?:roll)?[- ]?(?:period|day|date|check|cycle)?s?|bi-?weekly|semi-?monthly|(?:two |2 )?weeks?)(?: basis)?\b")),
    ("month", Pattern(r"^(?:each |every |per |calendar )*month(?:ly)?\b")),
    ("quarter", Pattern(r"^(?:each |every |per |calendar |plan )*quarter(?:ly)?\b")),
    ("year", Pattern(r"^(?:each |every |per |once a |calendar |the |entire |full )*(?:plan year|annual(?:ly)?|year(?:ly)?)\b")),
)  # fmt: skip


def clean(term: str) -> str:
    """A label without its number, its article and its colon."""
    return _NUMBER.sub("", term).strip(" :.?*•-–_").strip()


_TOPICS = (
    "match", "true", "period", "frequency", "determined", "calculated", "limit", "max", "deferral", "pay", "compensation", "earnings", "salary",
    "wages", "combined", "total", "together", "overall", "aggregate", "auto", "default", "enrol", "increase", "escalat", "step", "spill", "formula", "counted",
    "eligible", "contribution", "definition", "tiered", "fixed", "more than", "exceed",
)  # fmt: skip
"""Of which words a label has one."""


def said(term: str, answer: str, unit: Unit, section: str = "", also: tuple[Unit, ...] = ()) -> list[Claim]:
    """What an answer says below or beside its label; `section`: what the part of the form is about."""
    if not any(word in term for word in _TOPICS) and section != "match":
        return []
    label, text = clean(term), _NUMBER.sub("", answer).strip()
    if not label or len(label.split()) > 16 or not text:
        return []
    found = _of_match(label, text, unit, section, also) + _of_limits(label, text, unit, section)
    if found:
        return found
    if _PAY_IS.match(label) and (not label.startswith("definition") or section == "pay" or "compensation" in label):
        if _PAY_ITEM.search(text) and not re.search(r"\$\d|\blimit|\d%", _UP_TO.sub("", text.split(".")[0])):
            return [Claim("eligible_pay", folded(unit.raw), unit, 2)]
        return []
    if section == "pay" and _LEFT_OUT.search(label) and _PART_OF_PAY.search(text):
        return [Claim("eligible_pay", folded(unit.raw), unit, 2)]
    if (_ENROLMENT.search(label) or (label.startswith("automatic deferral") and section == "deferral")) and (
        at := _ENROLLED_AT.match(text)
    ):
        rise = _RISE_OF.search(text)
        return [Claim("auto_enrolment_percent", at[1], unit, 2)] + (
            [Claim("auto_increase_percent", rise[1], unit, 2)] if rise and Decimal(rise[1]) <= 5 else []
        )
    if _INCREASE.match(label) and (rise := _RISES.match(text)) and Decimal(rise[1]) <= 5:
        return [Claim("auto_increase_percent", rise[1], unit, 2)]
    if _SPILL.search(label) and (
        _NO.match(text)
        or (_YES.match(text) and not text.startswith(("in ", "at ", "by ", "after ", "within ")))
        or _IS_ON.match(text)
        or _ON_OFFER.match(text)
    ):
        return [Claim("spillover", "no" if _NO.match(text) else "yes", unit, 3)]
    return []


def _of_match(label: str, text: str, unit: Unit, section: str, also: tuple[Unit, ...]) -> list[Claim]:
    of_match = "match" in label or section == "match"
    if _TRUE_UP.match(label) and not _OPEN.search(text.split(";")[0]):
        value = "no" if _NO.search(text) else "yes" if _YES.match(text) else ""
        return [Claim("true_up", value, unit, 3)] if value else []
    if of_match and _MATCH.match(label) and (taken_out := matched.said_in(f"match on {text}", True)):
        return [Claim(matched_clause.FIELDS[kind], "no", unit, 2) for kind, counts in taken_out.items() if not counts]
    if of_match and (_PERIOD.match(label) or _WHEN.match(label)):
        periods = [name for name, pattern in PERIODS if pattern.match(text)]
        found = [Claim("match_period", periods[0], unit, 2)] if periods else []
        if "true" in text and not _OPEN.search(text):
            value = "no" if re.search(r"\bno\b|\bnot\b|\bwithout\b", text) else "yes"
            found.append(Claim("true_up", value, unit, 3))
        return found
    if _MATCH.match(label) and re.match(r"^(?:none|no(?: match\w*)?|not (?:offered|provided|available))\W*$", text):
        return [Claim("match", "none", unit, 2)]
    if of_match and (_MATCH.match(label) or label in ("formula", "tiered", "fixed", "fixed match")) and section:
        tiers = tiers_of(f"match {text}") if "vest" not in label else []
        return [Claim("match", tiers, unit, 3, also=also)] if tiers and plausible(tiers) else []
    return []


def _of_limits(label: str, text: str, unit: Unit, section: str) -> list[Claim]:
    most = _AT_MOST.match(text)
    if not most or Decimal(most[1]) < 1 or Decimal(most[1]) > 100:
        return []
    few = _OF_FEW.search(label)
    if few or _OF_FEW.search(most["rest"]):
        after_tax = "@at" in label or section == "after-tax"
        return [Claim("hce_after_tax_cap_percent", most[1], unit, 3)] if few and after_tax and "highly" in label else []
    if _TOGETHER.search(label):
        return [Claim("combined_cap_percent", most[1], unit, 3)]
    if (
        _DEFERRALS.match(label)
        or _BOTH_KINDS.match(label)
        or (_LIMIT.search(label) and section == "deferral" and "@at" not in label)
    ):
        return [Claim("deferral_cap_percent", most[1], unit, 3)]
    if "@at" in label + section.replace("after-tax", "@at") and _LIMIT.search(label):
        return [Claim("after_tax_cap_percent", most[1], unit, 3)]
    return []


_ROW = Pattern(
    rf"(?P<what>@pre|@roth|@at|(?:combined|total|overall)(?: contributions?)?(?: max(?:imum)?| limit| total)|all (?:three|contributions)(?: together| combined)?)(?: contributions?| deferrals?| savings)*:? (?:up to |from )?(?:\d+(?:\.\d+)?%? ?(?:-|to|through) ?)?{_P}(?: of {_PAY})?(?=$|[ ;,.])"
)


def rows_in(text: str) -> list[tuple[str, str]]:
    """The kinds of money, or `combined maximum`, and the most of each, where rows of a table ran into one another."""
    return [(found["what"], found[2]) for found in _ROW.finditer(text)]


def of_rows(unit: Unit) -> list[Claim]:
    """Rows of a table that run into one another: `Pre-tax 1-50% of pay Roth 1-50% of pay After-tax 1-10% of pay Combined maximum 50% of pay`."""
    rows = rows_in(unit.norm)
    if len(rows) < 3 or len({what for what, _ in rows}) < len(rows) or re.search(r"\bmatch|\bvest|\bhighly", unit.norm):
        return []
    found = [Claim("after_tax_cap_percent", most, unit, 3) for what, most in rows if what == "@at"]
    return found + [Claim("combined_cap_percent", most, unit, 3) for what, most in rows if not what.startswith("@")]


# --- forms


def alone(answer: str, unit: Unit) -> list[Claim]:
    """A ticked option that says it all by itself."""
    if SUPER.search(answer):
        return [Claim("super_catch_up", "no" if re.search(r"\bnot\b", answer) else "yes", unit, 3)]
    if safe := _SAFE.search(answer):
        return [Claim("safe_harbor", "no" if safe["not"] else "yes", unit, 3)]
    if _SPILL.search(answer):
        return [Claim("spillover", "no" if re.search(r"\bno\b|\bnot\b", answer) else "yes", unit, 3)]
    return []
