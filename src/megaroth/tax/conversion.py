"""What one conversion costs: the year's tax with it, less the tax without it, line by line, with what else it touches.

`conversion_cost(year, filing, income, taxable, own_rate=…)` needs only facts; `of_household.py` finds them in a household file.
The taxable part of a conversion is ordinary income: no wages (no FICA), no net investment income (§1411(c)(5)).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.trace import Step, explaining
from megaroth.kit.words import portion, remaining
from megaroth.law.book import Filing, Law
from megaroth.law.income_tax import income_tax_for
from megaroth.law.rates_of_states import WITHOUT_INCOME_TAX, StateTax, state_tax_for
from megaroth.tax.federal import Federal, federal_tax
from megaroth.tax.s61_income import Income
from megaroth.tax.s_state import retirement_left_out, state_income, state_tax_of_conversion
from megaroth.tax.warnings import People, warnings_of

LINES = (
    ("social security that is taxed", "social_security"),
    ("adjusted gross income", "agi"),
    ("standard or itemized deduction", "deduction"),
    ("deduction for seniors and others", "deductions_beside"),
    ("taxable income", "taxable_income"),
    ("regular income tax", "regular_tax"),
    ("alternative minimum tax", "alternative_minimum_tax"),
    ("credits for dependents", "credits"),
    ("net investment income tax", "net_investment_income_tax"),
    ("additional Medicare tax", "additional_medicare_tax"),
    ("self-employment tax", "self_employment_tax"),
    ("federal tax", "total"),
)
"""What the lines are called, and the field of `Federal` they show; the last is the sum of the taxes."""


@rule("the person's own rate", "State and local income tax on the conversion, at a rate that the person stated.")
def state_tax_at_own_rate(taxable: Money, rate: Rate) -> Money:
    """Rounded half up to the cent."""
    return portion(taxable, rate, Rounding.HALF_UP)


@rule(
    "IRC §408A(d)(3)(A), §402A(c)(4)(A)", "What a conversion costs in a tax: the tax with it, less the tax without it."
)
def cost_of_conversion(with_it: Money, without_it: Money) -> Money:
    """Never below nothing: more ordinary income lowers no tax."""
    return remaining(of=with_it, without_it=without_it)


@dataclass(frozen=True, slots=True)
class ConversionCost:
    """The answer: both returns, what the conversion costs, and what it pushes income over."""

    year: int
    filing: Filing
    state: str | None
    taxable: Money
    without: Federal
    with_it: Federal
    federal: Money
    state_tax: Money | None
    """None where neither a rate nor the state's law is known."""
    findings: tuple[Finding, ...]
    why: Step

    @property
    def total(self) -> Money:
        """Federal and, where it is known, state tax of the conversion."""
        return self.federal + (ZERO if self.state_tax is None else self.state_tax)

    @property
    def lines(self) -> list[tuple[str, Money, Money]]:
        """Every line without and with the conversion."""
        return [(label, getattr(self.without, name), getattr(self.with_it, name)) for label, name in LINES]

    def share(self, part: Money) -> str:
        """A cost as a percentage of the conversion, one decimal; "" where nothing is converted."""
        if self.taxable == ZERO:
            return ""
        tenths = portion(Money(part.cents * 1000), Rate(1, self.taxable.cents), Rounding.HALF_UP).cents
        return f"{int(tenths) // 10}.{int(tenths) % 10}"

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract: amounts as strings with two decimals."""
        return {
            "format": 1,
            "year": self.year,
            "filing": self.filing,
            "state": self.state,
            "taxable": self.taxable.plain(),
            "cost": {
                "federal": self.federal.plain(),
                "state": None if self.state_tax is None else self.state_tax.plain(),
                "total": self.total.plain(),
                "percent": self.share(self.total),
            },
            "lines": [
                {"name": name, "line": label, "before": before.plain(), "after": after.plain(), "change": (after - before).plain()}
                for (label, before, after), (_, name) in zip(self.lines, LINES, strict=True)
            ],
            "findings": [finding.as_json() for finding in self.findings],
            "why": self.why.as_json(),
        }  # fmt: skip


def conversion_cost(
    law: Law,
    filing: Filing,
    income: Income,
    taxable: Money,
    *,
    state: str | None = None,
    own_rate: Rate | None = None,
    people: People | None = None,
    found: tuple[Finding, ...] = (),
) -> ConversionCost:
    """What converting `taxable` (the part that is income) costs one household that has `income` without it.

    `own_rate` is the person's marginal rate of state and local tax. `people` (ages) brings the warnings of Medicare,
    and states that leave out retirement income from an age on are known only with it.
    `found` are findings about the facts themselves. Raises `UnknownYear` where the book has no tables of the year.
    """
    year = int(law.year)
    tax = income_tax_for(year, filing)
    converted = replace(income, retirement_income=income.retirement_income + taxable)
    without = federal_tax(tax, income)
    rates = None if state is None else state_tax_for(year, state, filing)
    with explaining() as why:
        with_it = federal_tax(tax, converted)
        federal = cost_of_conversion(with_it.total, without.total)
        state_tax = _state_tax(
            state, own_rate, _of_age(rates, people), taxable, income.retirement_income, without, with_it
        )
    told = (
        *found,
        *_about_state(state, year, own_rate, rates, state_tax),
        *warnings_of(law, tax, filing, income, without, with_it, people),
    )
    return ConversionCost(year, filing, state, taxable, without, with_it, federal, state_tax, told, why)


def _of_age(rates: StateTax | None, people: People | None) -> StateTax | None:
    """The rates, or None where somebody is of an age from which they are others, or no age is known."""
    if rates is None or rates.below_age is None:
        return rates
    ages = people.ages if people is not None else ()
    return rates if ages and max(ages) < rates.below_age else None


def _state_tax(
    state: str | None,
    own_rate: Rate | None,
    rates: StateTax | None,
    taxable: Money,
    retirement: Money,
    without: Federal,
    with_it: Federal,
) -> Money | None:
    """`retirement` is the retirement income of the return without the conversion."""
    if own_rate is not None:
        return state_tax_at_own_rate(taxable, own_rate)
    if state in WITHOUT_INCOME_TAX:
        return ZERO
    if rates is None:
        return None
    excluded = rates.retirement_exclusion
    if excluded > ZERO and retirement > ZERO:
        return None  # each person has an exclusion, and the return does not say whose income it is
    before, after = (state_income(each.agi, each.social_security) for each in (without, with_it))
    if excluded > ZERO:
        after = after - retirement_left_out(taxable, excluded)
    return state_tax_of_conversion(before, after, rates.bands) if rates.covers(before, after) else None


def _about_state(
    state: str | None, year: int, own_rate: Rate | None, rates: StateTax | None, state_tax: Money | None
) -> list[Finding]:
    remedy = "Add state_percent = … under [tax]: your marginal rate of state and local income tax."
    if own_rate is not None or state in WITHOUT_INCOME_TAX:
        return []
    if state is None:
        message = "The file names no state: state tax is not counted."
        return [Finding("state-tax-not-counted", "warning", message, "state", f'Add state = "CA", or: {remedy}')]
    if rates is None or state_tax is None:
        why = (
            f"the book has no rates of {state} for {year}"
            if rates is None
            else f"at this age or income {state}'s rate depends on more"
        )
        message = f"State tax is not counted: {why}."
        return [Finding("state-tax-not-counted", "warning", message, "tax.state_percent", remedy)]
    note = f" {rates.note}" if rates.note else ""
    message = (
        f"Tax of {state} is counted by its brackets and standard deduction, without credits and local taxes.{note}"
    )
    return [
        Finding("state-tax-by-brackets", "info", message, "state", f"If you know it better: {remedy}", rates.source)
    ]
