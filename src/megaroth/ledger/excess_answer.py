"""The question of an excess: what goes back to the person, in which order, taxed in which year, on which form and line."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money, Rate
from megaroth.ledger.excess import (
    Additions,
    CorrectionStep,
    ExcessTax,
    acp_refund,
    already_converted,
    correct_415,
    left_in_402g,
    returned_402g,
    returned_415,
)
from megaroth.ledger.model import total_of

ExcessKind: TypeAlias = Literal["402g", "415c", "acp"]
_AFTER_TAX = ("unmatched after-tax contributions", "matched after-tax contributions")
_DEFERRALS = ("unmatched deferrals", "matched deferrals")


@dataclass(frozen=True, slots=True)
class ExcessFacts:
    """What is known of an excess: its kind, amount and year, the day it is (or will be) paid, and what it earned."""

    kind: ExcessKind
    excess: Money
    year: int
    paid: datetime.date
    earnings: Money = ZERO
    """Of the part that is returned; below zero for a loss."""
    additions: Additions = Additions()  # noqa: RUF009  (frozen)
    """415c: the year's annual additions. acp: after-tax contributions and match in the test."""
    roth: bool = False
    """Whether the deferrals that go back were Roth."""
    vested: Rate = Rate(1, 1)  # noqa: RUF009  (frozen)
    converted: Literal["no", "in_plan", "roth_ira"] = "no"


@dataclass(frozen=True, slots=True)
class ExcessAnswer:
    """What goes back, what is forfeited, and the tax."""

    facts: ExcessFacts
    steps: tuple[CorrectionStep, ...]
    uncovered: Money
    """What no step could cover: the amounts that were given do not make up the excess."""
    tax: ExcessTax | None
    """None where nothing is paid to the person."""
    lines: tuple[str, ...]
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        tax = self.tax
        return {
            "format": 1,
            "kind": self.facts.kind,
            "year": self.facts.year,
            "paid": self.facts.paid.isoformat(),
            "steps": [
                {"what": step.what, "returned": step.returned.plain(), "forfeited": step.forfeited.plain()}
                for step in self.steps
            ],
            "uncovered": self.uncovered.plain(),
            "paid_to_you": (tax.returned if tax else ZERO).plain(),
            "income": {str(year): amount.plain() for year, amount in (tax.income if tax else {}).items()},
            "codes": list(tax.codes if tax else ()),
            "ten_percent_tax": bool(tax and tax.ten_percent_tax),
            "may_be_rolled_over": bool(tax and tax.may_be_rolled_over),
            "lines": list(self.lines),
            "findings": [finding.as_json() for finding in self.findings],
        }


def excess_answer(facts: ExcessFacts) -> ExcessAnswer:
    """The correction of one excess."""
    match facts.kind:
        case "415c":
            found = _of_415(facts)
        case "402g":
            found = _of_402g(facts)
        case _:
            found = _of_acp(facts)
    return found


def _findings(facts: ExcessFacts) -> list[Finding]:
    found = [] if facts.converted == "no" else [already_converted(facts.converted)]
    message = "The plan corrects, and its document goes before this order; it also figures the earnings."
    return [*found, Finding("plan-corrects", "info", message, "excess", "Ask the plan what it will return, and when.")]


def _of_415(facts: ExcessFacts) -> ExcessAnswer:
    steps, uncovered = correct_415(facts.excess, facts.additions)
    returned = total_of(step.returned for step in steps)
    taxed_before = (*_AFTER_TAX, *_DEFERRALS) if facts.roth else _AFTER_TAX
    principal = total_of(step.returned for step in steps if step.what in taxed_before)
    findings = _findings(facts)
    if uncovered > ZERO:
        message = f"{uncovered} of the excess is in none of the amounts that were given."
        remedy = "Give all annual additions of the year: after-tax, deferrals, match and other employer money."
        findings.insert(0, Finding("excess-uncovered", "error", message, "additions", remedy))
    tax = lines = None
    if returned > ZERO:
        tax = returned_415(returned + facts.earnings, principal, facts.paid.year, facts.roth)
        lines = _lines_of_415(facts, tax, principal)
    return ExcessAnswer(facts, tuple(steps), uncovered, tax, tuple(lines or ()), tuple(findings))


def _lines_of_415(facts: ExcessFacts, tax: ExcessTax, principal: Money) -> list[str]:
    income = tax.income[facts.paid.year]
    return [
        f"Form 1099-R of {facts.paid.year}: box 1 {tax.returned}, 2a {income}, 5 {principal}, 7 {tax.codes[0]}.",
        f"Form 1040 of {facts.paid.year}: line 5a {tax.returned}, line 5b {income}.",
    ]


def _of_402g(facts: ExcessFacts) -> ExcessAnswer:
    findings = _findings(facts)
    last = datetime.date(facts.year + 1, 4, 15)
    if facts.paid > last:
        _, told = left_in_402g(facts.excess, ZERO, facts.year)
        findings = ([told] if told else []) + findings
        line = f"Form 1040 of {facts.year}: line 1h {facts.excess}, though it stays in the plan."
        stays = () if facts.roth else (line,)
        return ExcessAnswer(facts, (), facts.excess, None, stays, tuple(findings))
    tax = returned_402g(facts.excess + facts.earnings, facts.excess, facts.year, facts.paid.year, facts.roth)
    lines = [
        f"Form 1099-R of {facts.paid.year}: box 1 {facts.excess}, code {tax.codes[0]} for the excess"
        + (f"; box 1 {facts.earnings}, code {tax.codes[1]} for what it earned." if facts.earnings > ZERO else "."),
        *(f"Form 1040 of {year}: line 1h {amount}." for year, amount in tax.income.items() if amount != ZERO),
    ]
    step = CorrectionStep("Roth deferrals" if facts.roth else "deferrals", facts.excess, ZERO)
    return ExcessAnswer(facts, (step,), ZERO, tax, tuple(lines), tuple(findings))


def _of_acp(facts: ExcessFacts) -> ExcessAnswer:
    after_tax = facts.additions.unmatched_after_tax + facts.additions.matched_after_tax
    tax, forfeited = acp_refund(facts.excess, facts.earnings, after_tax, facts.vested, facts.paid.year)
    income = tax.income[facts.paid.year]
    principal = tax.returned - income
    steps = [CorrectionStep("after-tax contributions", principal, ZERO)]
    from_match = facts.excess - principal
    if from_match > ZERO:
        steps.append(CorrectionStep("match", from_match - forfeited, forfeited))
    lines = (
        f"Form 1099-R of {facts.paid.year}: box 1 {tax.returned}, 2a {income}, 5 {principal}, 7 {tax.codes[0]}.",
        f"Form 1040 of {facts.paid.year}: line 1h {income}.",
    )
    return ExcessAnswer(facts, tuple(steps), ZERO, tax, lines, tuple(_findings(facts)))
