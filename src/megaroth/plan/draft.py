"""From what a plan document states to terms that rules can read: gaps are settled here, on the safe side, and asked about.

A `PlanDraft` is the plan as far as it is known, field by field with its evidence. `finish` gives the `Plan` for the rules
and says which fields were not stated. Nothing behind this point guesses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from megaroth.kit.finding import Finding
from megaroth.kit.money import NO_CAP, NO_LIMIT, Money, Rate
from megaroth.plan.model import EmployerMoney, MatchLimits, Plan

if TYPE_CHECKING:
    from megaroth.plan.file import PlanFile


@dataclass(frozen=True, slots=True)
class Read:
    """One field as it was read: the value, and where it stands written; `also`: what else it rests on, as quote and page.

    A value is a word, a text, a number, an amount, or what `plan.model` calls it: a list of tiers or of steps, limits,
    employer money.
    """

    value: Any
    quote: str = ""
    page: int | None = None
    source: str = ""
    date: str = ""
    confidence: str = ""
    note: str = ""
    also: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as far as it is known: every stated field with its evidence; a missing key means "not stated"."""

    name: str
    stated: dict[str, Read]
    from_directory: bool = False
    where: str = ""
    conflicts: tuple[str, ...] = ()

    def value(self, field_name: str, otherwise: Any = None) -> Any:
        """The stated value of a field, or `otherwise` where it is not stated."""
        read = self.stated.get(field_name)
        return read.value if read else otherwise

    def says(self, field_name: str) -> str:
        """A yes/no field as a word, "unknown" where it is not stated."""
        return str(self.value(field_name, "unknown"))


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the plan's administrator, and which field the answer settles."""

    field: str
    ask: str
    why: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A plan the rules can read, the verdict *may I*, what is not known, and what to ask."""

    plan: Plan
    draft: PlanDraft
    may_i: Literal["yes", "no", "ask"]
    match_known: bool
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def after_tax_known(self) -> bool:
        """Whether the plan is known to take after-tax contributions."""
        return self.draft.says("after_tax_allowed") == "yes"

    @property
    def may_lead_to_roth(self) -> bool:
        """Whether after-tax money is worth electing at all: it is taken, and nothing says that it can never get into Roth."""
        return self.after_tax_known and self.may_i != "no"


HEARSAY = ("forum", "blog_weak")
"""Evidence that a field may not rest on: the field then counts as not stated."""
NO_FORMULA = {"match": Read("unknown")}
"""What a plan says of its match of which nobody has said anything."""
_DESCRIPTIVE = {"name", "aliases", "conflicts", "history", "evidence", "read_on", "employer"}


OF_THE_MATCH = ("match_alternative", "match_steps", "match_limits")
"""Parts of the match formula: the evidence of `match` is theirs where they have none of their own."""


def draft_of(file: PlanFile, where: str = "", from_directory: bool = False) -> PlanDraft:
    """The draft of a plan file: a field counts as stated if it was written, is not "unknown", and is more than hearsay.

    The evidence of `match` is that of the other parts of the formula too. A match by hearsay, or one that the directory
    does not know, is unknown, not absent.
    """
    from megaroth.plan.file import EvidenceFile

    stated = {}
    for name in file.model_fields_set - _DESCRIPTIVE:
        value = getattr(file, name)
        if value == "unknown" and name != "match":
            continue
        of_the_match = file.evidence.get("match") if name in OF_THE_MATCH else None
        proof = file.evidence.get(name) or of_the_match or EvidenceFile.empty()
        also = tuple((more.quote, more.page) for more in proof.also)
        read = Read(
            _term(value), proof.quote, proof.page, proof.source, str(proof.date), proof.confidence, proof.note, also
        )
        if proof.confidence.strip().lower() not in HEARSAY:
            stated[name] = read
    hearsay = file.model_fields_set & {"match", *OF_THE_MATCH} - stated.keys()
    if hearsay or (from_directory and not file.model_fields_set & {"match", *OF_THE_MATCH}):
        stated = {name: read for name, read in stated.items() if name not in OF_THE_MATCH}
        stated |= NO_FORMULA
    return PlanDraft(file.name or "your plan", stated, from_directory, where, tuple(file.conflicts))


def _term(written: Any) -> Any:
    """A value of a plan file as drafts hold it."""
    if isinstance(written, list):
        return [_term(each) for each in written]
    return written.term() if hasattr(written, "term") else written


_QUESTIONS = {
    "after_tax_allowed": (
        "Does the plan accept after-tax (non-Roth) employee contributions today?",
        "without them there is no mega-backdoor Roth",
    ),
    "in_plan_conversion": (
        "Can I convert after-tax contributions to Roth inside the plan, and can that be made automatic?",
        "after-tax money that stays after-tax is a poor deal",
    ),
    "in_service_withdrawal": (
        "Can I roll after-tax contributions out to a Roth IRA while still employed, and how often?",
        "it is the other way into Roth",
    ),
    "after_tax_cap_percent": (
        "Is there a cap on after-tax contributions (percent of pay or dollars), and is it lower for highly compensated employees?",
        "a cap below the legal limit decides how much goes in",
    ),
    "match": (
        "What is the exact match formula, and what is the most it pays in a year?",
        "the match uses the same limit",
    ),
    "match_on_catch_up": (
        "Does the match also apply to catch-up contributions?",
        "match on catch-up lowers the after-tax room",
    ),
    "true_up": (
        "Is the match trued up after year end if I reach the deferral limit early?",
        "without it, front-loading loses match",
    ),
    "super_catch_up": ("Does the plan offer the higher catch-up at ages 60 to 63?", "a plan need not offer it"),
    "roth_deferrals": ("Does the plan accept Roth deferrals?", "catch-up may have to be Roth"),
}


def finish(draft: PlanDraft) -> Finished:
    """Settle every gap on the safe side.

    After-tax: not stated means *ask*. Caps: not stated means none, with a question. The 60-63 catch-up: not stated means
    not offered. Match on catch-up: not stated means it is matched (so that room is kept for it). Match on after-tax:
    not stated means it is not, stated "unknown" is the same with a question. Roth deferrals: not stated means offered,
    and the answer asks where it matters.
    """
    says, value = draft.says, draft.value
    match = value("match")
    nonelective, profit_sharing = (value(name, EmployerMoney()) for name in ("nonelective", "profit_sharing"))
    limits = value("match_limits", MatchLimits())
    plan = Plan(
        name=draft.name,
        after_tax_allowed=says("after_tax_allowed") in ("yes", "unknown"),
        after_tax_cap=_rate_cap(value("after_tax_cap_percent")),
        after_tax_dollar_cap=_dollar_cap(value("after_tax_cap_dollars")),
        hce_after_tax_cap=_rate_cap(value("hce_after_tax_cap_percent")),
        deferral_cap=_rate_cap(value("deferral_cap_percent")),
        combined_cap=_rate_cap(value("combined_cap_percent")),
        roth_deferrals=says("roth_deferrals") != "no",
        super_catch_up=says("super_catch_up") == "yes",
        match=tuple(match) if isinstance(match, list) else (),
        match_alternative=tuple(value("match_alternative", ())),
        match_steps=tuple(value("match_steps", ())),
        match_dollar_cap=limits.dollars,
        match_pay_cap=limits.of_pay,
        match_on_roth=says("match_on_roth") != "no",
        match_on_catch_up=says("match_on_catch_up") != "no",
        match_on_after_tax=says("match_on_after_tax") == "yes",
        nonelective=nonelective.of_pay,
        nonelective_dollars=nonelective.dollars,
        profit_sharing=profit_sharing.of_pay,
        profit_sharing_dollars=profit_sharing.dollars,
        other_pay_counts=says("other_wages_in_415_pay") == "yes",
        limitation_months=value("limitation_year_months", 12),
    )
    return Finished(plan, draft, may_i(draft), match != "unknown", questions_for(draft))


def may_i(draft: PlanDraft) -> Literal["yes", "no", "ask"]:
    """The verdict: yes needs after-tax contributions *and* a way into Roth before leaving; what is not stated is asked."""
    allowed = draft.says("after_tax_allowed")
    inside, outside = conversion_of(draft), draft.says("in_service_withdrawal")
    if allowed in ("no", "frozen") or (inside == "no" and outside == "no"):
        return "no"
    return "yes" if allowed == "yes" and (inside in ("automatic", "on-request") or outside == "yes") else "ask"


def conversion_of(draft: PlanDraft) -> str:
    """How after-tax money is converted in the plan; "unknown" where only other money is said to be convertible."""
    sources = draft.value("conversion_sources", [])
    return "unknown" if sources and "after-tax" not in sources else draft.says("in_plan_conversion")


def questions_for(draft: PlanDraft) -> tuple[Question, ...]:
    """What to ask about everything that matters and is not stated, most important first."""
    if draft.says("after_tax_allowed") in ("no", "frozen"):
        return ()
    into_roth = conversion_of(draft) in ("automatic", "on-request") or draft.says("in_service_withdrawal") == "yes"
    has_formula = draft.stated.keys() & {"match_steps", "match_alternative"}
    no_match = draft.says("match") == "none" and not has_formula
    settled = {
        "in_plan_conversion": into_roth,
        "in_service_withdrawal": into_roth,
        "after_tax_cap_percent": "after_tax_cap_dollars" in draft.stated,
        "match": bool(has_formula),
        "match_on_catch_up": no_match,
        "true_up": no_match or draft.says("match_period") == "year",
    }
    asked = []
    for name, (ask, why) in _QUESTIONS.items():
        answered = settled.get(name, False) or (name in draft.stated and draft.says(name) != "unknown")
        if not answered:
            asked.append(Question(name, ask, why))
    return tuple(asked)


def _rate_cap(written: Any) -> Rate:
    return written if isinstance(written, Rate) else NO_CAP


def _dollar_cap(written: Any) -> Money:
    return written if isinstance(written, Money) else NO_LIMIT
