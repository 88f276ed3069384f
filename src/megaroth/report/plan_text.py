"""What a plan says, what it leaves open, and the letter that asks: for `check` and `companies`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import NO_CAP, NO_LIMIT, NONE, ZERO, Money, Rate
from megaroth.plan.draft import Finished, PlanDraft, Read
from megaroth.plan.model import FOREVER, EmployerMoney, MatchLimits, MatchStep, Tier
from megaroth.report.lines import BLANK, Line, labelled, wrapped
from megaroth.report.plain import term_words
from megaroth.report.text import VERDICT, finding_lines, proof_of

GROUPS = {
    "After-tax contributions": (
        "after_tax_allowed", "after_tax_cap_percent", "after_tax_cap_dollars", "hce_after_tax_cap_percent",
        "combined_cap_percent", "deferral_cap_percent", "spillover", "auto_stop", "auto_stop_limits",
        "election_step_percent", "election_step_dollars", "election_lead_days",
    ),
    "Into Roth": (
        "in_plan_conversion", "conversion_sources", "conversions_per_year", "conversion_minimum_dollars",
        "in_service_withdrawal", "withdrawal_terms", "withdrawals_per_year", "withdrawal_suspension",
        "separate_accounting", "roth_deferrals",
    ),
    "Employer money": (
        "match", "match_alternative", "match_steps", "match_limits", "match_on_roth", "match_on_catch_up",
        "match_on_after_tax", "match_period", "true_up", "true_up_last_day", "true_up_month", "comp_cap_mode", "nonelective", "profit_sharing", "safe_harbor", "vesting",
    ),
    "Other terms": (
        "super_catch_up", "catch_up_election", "other_wages_in_415_pay", "top_paid_group", "limitation_year_months", "plan_year_ends", "eligible_pay",
        "match_eligible_pay", "pay_excludes", "auto_enrolment_percent", "auto_increase_percent", "auto_increase_up_to_percent",
        "recordkeeper", "phone", "website",
    ),
}  # fmt: skip
"""Every term of a plan file by what a reader looks for; a test keeps the list complete."""
_EXPECTED = (
    "after_tax_allowed", "in_plan_conversion", "in_service_withdrawal", "match", "match_on_catch_up", "true_up",
    "super_catch_up", "roth_deferrals",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """One plan: its stated terms with their evidence, the verdict, what is not stated, what contradicts itself."""

    finished: Finished
    year: int | None
    history: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def draft(self) -> PlanDraft:
        """The terms as they were read."""
        return self.finished.draft

    @property
    def missing(self) -> list[str]:
        """Terms that matter and are not stated."""
        return [name for name in _EXPECTED if name not in self.draft.stated or self.draft.says(name) == "unknown"]

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        draft = self.draft
        return {
            "format": 1,
            "plan": draft.name,
            "from_directory": draft.from_directory,
            "year": self.year,
            "may_i": self.finished.may_i,
            "says": [_said_json(name, draft.stated[name]) for name in terms_in_order(draft)],
            "missing": self.missing,
            "conflicts": list(draft.conflicts),
            "history": list(self.history),
            "questions": [{"field": q.field, "ask": q.ask, "why": q.why} for q in self.finished.questions],
            "letter": letter(self.finished),
            "findings": [finding.as_json() for finding in self.findings],
        }


def own_plan(name: str) -> str:
    """The plan as its administrator would call it: a plan without a name is not the reader's."""
    return "our 401(k) plan" if name == "your plan" else name


def letter(finished: Finished) -> str:
    """The questions to the administrator in words that can be sent as they are; empty when nothing is open."""
    if not finished.questions:
        return ""
    asked = "\n".join(f"{number}. {question.ask}" for number, question in enumerate(finished.questions, 1))
    return (
        f"Subject: Questions about {own_plan(finished.draft.name)}\n\n"
        "Hello,\n\n"
        "I participate in the plan and am planning my contributions for this year. Please answer the questions below, and name "
        "the page of the plan document or summary plan description that says so:\n\n"
        f"{asked}\n\n"
        "Please send me the current summary plan description as well. Thank you."
    )


def plan_lines(answer: PlanAnswer, width: int = 80, ask: bool = True) -> list[Line]:
    """Verdict, terms with evidence, what is missing; with `ask` also findings and the letter."""
    draft = answer.draft
    word, role = VERDICT[answer.finished.may_i]
    if answer.finished.may_i == "ask" and answer.finished.questions:
        word += f" this: {answer.finished.questions[0].ask}"
    lines = wrapped(draft.name, width, role="title") + labelled("May I?", word, width, role=role)
    if draft.from_directory:
        lines += wrapped("Public hearsay with its sources; confirm every line in your own plan document.", width, "  ")
    for group, names in GROUPS.items():
        stated = [name for name in names if name in draft.stated]
        if stated:
            lines += [BLANK, Line(group, "title")]
        for _, same in groupby(stated, key=lambda name: _evidence(draft.stated[name])):
            lines += _term_lines([(name, draft.stated[name]) for name in same], width)
    for title, remarks in (("Where sources disagree", draft.conflicts), ("Earlier years", answer.history)):
        if remarks:
            lines += [BLANK, Line(title, "title")]
            lines += [line for remark in remarks for line in wrapped(f"- {remark}", width, "  ", "    ")]
    if answer.missing:
        listed = ", ".join(term_words(name) for name in answer.missing)
        lines += [BLANK, Line("Not stated", "title"), *wrapped(listed, width, "  ")]
    if ask and answer.findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(list(answer.findings), width)]
    if ask and (text := letter(answer.finished)):
        lines += [BLANK, Line("Ready to send", "title"), BLANK]
        for paragraph in text.split("\n"):
            lines += wrapped(paragraph, width, "  ", "  ") or [BLANK]
    return lines


def companies_lines(found: list[dict[str, str]], width: int = 80) -> list[Line]:
    """All employers of the directory with the verdict that public sources give."""
    words = {"yes": "yes", "no": "no", "ask": "ask first"}
    lines = wrapped("Employers' plans and what is publicly said: mega-backdoor Roth?", width, role="title")
    for entry in found:
        called = (
            entry["name"] if entry["employer"].lower() == entry["name"] else f"{entry['name']} ({entry['employer']})"
        )
        lines.append(Line(f"  {called:<46}{words[entry['may_i']]}"))
    return lines + wrapped(
        "`megaroth companies NAME` shows one with its sources; confirm it in your plan document.", width
    )


def terms_in_order(draft: PlanDraft) -> list[str]:
    """The terms that a plan states, in the order of `GROUPS`."""
    return [name for names in GROUPS.values() for name in names if name in draft.stated]


def _evidence(read: Read) -> tuple[object, ...]:
    return read.quote, read.also, read.note, proof_of(read)


def _term_lines(terms: list[tuple[str, Read]], width: int) -> list[Line]:
    """Terms that rest on the same words, and these words once."""
    lines: list[Line] = []
    for name, read in terms:
        lines += wrapped(f"{term_words(name)}: {said(read.value)}", width, "  ", "      ")
    if read.quote:
        lines += wrapped(_quoted(read), width, "      ", role="faint")
    if read.note:
        lines += wrapped(read.note, width, "      ", role="faint")
    if proof := proof_of(read):
        lines += wrapped(f"({proof})", width, "      ", role="faint")
    return lines


def _quoted(read: Read) -> str:
    """The quote with what else the term rests on: the question before it; the cells of a table, the lead-in of a list, the next sentence."""
    asked = "".join(f"“{quote}” … " for quote, _ in read.also if quote.endswith("?"))
    others = (
        f" … “{quote}”{f' (page {page})' if page != read.page else ''}"
        for quote, page in read.also
        if not quote.endswith("?")
    )
    return f"{asked}“{read.quote}”{''.join(others)}"


def _said_json(name: str, read: Read) -> dict[str, Any]:
    return {
        "field": name,
        "value": said(read.value),
        "quote": read.quote,
        "page": read.page,
        "also": [{"quote": quote, "page": page} for quote, page in read.also],
        "source": read.source,
        "date": read.date if read.source else "",
        "confidence": read.confidence,
        "note": read.note,
    }


def said(value: object) -> str:
    """A term in plain words: `50% of the first 4% of pay`."""
    if isinstance(value, list):
        return ", then ".join(_tier(part, number) for number, part in enumerate(value))
    if isinstance(value, MatchLimits):
        return f"at most {_amount_and_share(value.dollars, value.of_pay)}"
    if isinstance(value, EmployerMoney):
        return _amount_and_share(value.dollars, value.of_pay)
    return str(value)


def _amount_and_share(amount: Money, share: Rate) -> str:
    """Both, as far as they say something."""
    parts = ["" if amount in (ZERO, NO_LIMIT) else str(amount), "" if share in (NONE, NO_CAP) else f"{share} of pay"]
    return " and ".join(part for part in parts if part) or "nothing"


def _tier(part: object, number: int) -> str:
    if isinstance(part, MatchStep):
        return f"{part.earns} of pay for deferring {part.deferring}"
    if not isinstance(part, Tier):
        return str(part)
    which = "first" if number == 0 else "next"
    reach = "everything deferred" if number == 0 else "the rest"
    if part.of_pay != NO_CAP:
        reach = f"the {which} {part.of_pay} of pay"
    elif part.dollars != NO_LIMIT:
        reach = f"the {which} {part.dollars}"
    years = f", from {part.service_from} years of service" if part.service_from else ""
    if part.service_below != FOREVER:
        years += f", below {part.service_below} years of service"
    return f"{part.rate} of {reach}{years}"


def terms() -> set[str]:
    """Every term a plan file may state, for the test of completeness."""
    from megaroth.plan.file import PlanFile

    described = {"name", "employer", "aliases", "read_on", "conflicts", "history", "evidence"}
    return set(PlanFile.model_fields) - described
