"""Where the money grows: five pots, one year's step of each. Amounts are in dollars of today, a number or a column.

A step takes the year's growth above inflation and its deflator; contributions are in the dollars of the year's end, with
the part of the year's growth that they lived to see. All taxes of a pot come out of the pot: no strategy asks the
household for more than another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from megaroth.outlook.pieces import NO_TAX, Tax, above


@dataclass(frozen=True, slots=True)
class YearTerms:
    """What is the same for every future in a year: how contributions grow and how what comes of them is taxed."""

    lived: float = 0.5
    """The part of the year's growth that a contribution of the year sees: 0 on 31 December, 1/2 with every paycheck."""
    on_conversion: Tax = NO_TAX
    """Tax on further ordinary income of the year, on top of the household's."""
    on_dividends: Tax = NO_TAX
    on_gains: Tax = NO_TAX
    dividends: float = 0.0
    """Dividends of the year as a share of the value at its start."""
    turnover: float = 0.0


@dataclass(frozen=True)
class MarketYear:
    """A year of the market, the same for every way: a number or a column of futures."""

    growth: Any
    """Above inflation: 1.05 is 5%."""
    deflator: Any
    """One over the year's price growth."""
    lived: Any
    """What a dollar that went in during the year has become at its end."""

    @cached_property
    def before_inflation(self) -> Any:
        """What a dollar earns in the year, in the year's own dollars."""
        return self.growth / self.deflator - 1.0


def market_year(growth: Any, deflator: Any, terms: YearTerms) -> MarketYear:
    """A year as the pots meet it."""
    return MarketYear(growth, deflator, 1.0 + (growth - 1.0) * terms.lived)


@dataclass(frozen=True, slots=True)
class Payments:
    """What a strategy pays into the pots in one year, in dollars of today."""

    roth: float = 0.0
    """After-tax money that is converted, or Roth deferrals: in Roth after `wait`."""
    wait: float = 0.0
    """The part of a year between contribution and conversion; its growth is taxed."""
    after_tax: float = 0.0
    taxable: float = 0.0
    pre_tax: float = 0.0
    debt: float = 0.0
    convert: bool = False
    """At the year's end everything after-tax is converted."""


@dataclass(slots=True)
class Pots:
    """What a strategy holds; bases in dollars of today too, so that they shrink with prices."""

    roth: Any = 0.0
    roth_basis: Any = 0.0
    """What was paid into Roth: it comes out first, and free."""
    after_tax: Any = 0.0
    after_tax_basis: Any = 0.0
    taxable: Any = 0.0
    taxable_basis: Any = 0.0
    pre_tax: Any = 0.0
    debt_paid: Any = 0.0
    used: set[str] = field(default_factory=set)
    """The pots that hold something: the others cost nothing."""

    def step(self, year: MarketYear, pay: Payments, terms: YearTerms) -> None:
        """One year: growth, contributions, taxes of the year. Columns are added to in place only where this step made them."""
        if pay.roth or "roth" in self.used:
            self._roth(year, pay, terms)
        if pay.after_tax or "after_tax" in self.used:
            self._after_tax(year, pay, terms)
        if pay.taxable or "taxable" in self.used:
            self._taxable(year, pay, terms)
        if pay.pre_tax or "pre_tax" in self.used:
            self.used.add("pre_tax")
            self.pre_tax = self.pre_tax * year.growth + year.lived * pay.pre_tax

    def _roth(self, year: MarketYear, pay: Payments, terms: YearTerms) -> None:
        self.used.add("roth")
        self.roth = self.roth * year.growth
        self.roth_basis = self.roth_basis * year.deflator + pay.roth
        if pay.roth:
            added = year.lived * pay.roth
            if pay.wait and terms.on_conversion:
                # Growth before inflation is what is taxed, and it is earned within the year: in the year's own dollars.
                added -= terms.on_conversion.on(year.before_inflation * (pay.roth * pay.wait))
            self.roth += added

    def _after_tax(self, year: MarketYear, pay: Payments, terms: YearTerms) -> None:
        self.used.add("after_tax")
        self.after_tax = self.after_tax * year.growth
        self.after_tax += year.lived * pay.after_tax
        self.after_tax_basis = self.after_tax_basis * year.deflator + pay.after_tax
        if pay.convert:
            earned = above(self.after_tax - self.after_tax_basis, 0.0)
            self.roth = self.roth + self.after_tax - terms.on_conversion.on(earned)
            self.after_tax, self.after_tax_basis = 0.0, 0.0
            self.roth_basis = self.roth
            self.used.add("roth")
            self.used.discard("after_tax")

    def _taxable(self, year: MarketYear, pay: Payments, terms: YearTerms) -> None:
        self.used.add("taxable")
        paid_out = self.taxable * (year.deflator * terms.dividends)
        tax = terms.on_dividends.on(paid_out)
        self.taxable = self.taxable * year.growth
        self.taxable -= tax
        self.taxable_basis = self.taxable_basis * year.deflator
        self.taxable_basis += paid_out - tax
        if terms.turnover:
            sold = above(self.taxable - self.taxable_basis, 0.0) * terms.turnover
            tax = terms.on_gains.on(sold)
            self.taxable -= tax
            self.taxable_basis = self.taxable_basis + sold - tax
        if pay.taxable:
            self.taxable += year.lived * pay.taxable
            self.taxable_basis = self.taxable_basis + pay.taxable


@dataclass(frozen=True, slots=True)
class Taking:
    """How the pots are taxed when they are taken out in one year, or over several (see `Tax.over_years`)."""

    on_ordinary: Tax = NO_TAX
    on_gains: Tax = NO_TAX
    on_roth_earnings: Tax = NO_TAX
    """On what is no qualified distribution."""
    penalty: float = 0.0
    """The further tax on what is income before 59½."""
    roth_early: float = 0.0
    """The share of a Roth account that is taken before a distribution is qualified (59½ and five years)."""
    roth_penalised: float = 0.0
    """The share that is taken before 59½."""
    plan_penalised: float = 0.0
    """The share of plan money that is taken before 59½, and not after leaving at 55 or later."""
    step_up: bool = False


def taken(pots: Pots, how: Taking) -> Any:
    """What is left after all taxes, in dollars of today."""
    value = pots.roth + pots.debt_paid
    if how.roth_early:
        value = value - how.on_roth_earnings.on(above(pots.roth * how.roth_early - pots.roth_basis, 0.0))
    if how.roth_penalised:
        value = value - above(pots.roth * how.roth_penalised - pots.roth_basis, 0.0) * how.penalty
    on_plan = how.penalty * how.plan_penalised
    if "after_tax" in pots.used:
        earned = above(pots.after_tax - pots.after_tax_basis, 0.0)
        value = value + pots.after_tax - how.on_ordinary.on(earned) - earned * on_plan
    if "pre_tax" in pots.used:
        value = value + pots.pre_tax - how.on_ordinary.on(pots.pre_tax) - pots.pre_tax * on_plan
    if "taxable" in pots.used:
        earned = above(pots.taxable - pots.taxable_basis, 0.0)
        value = value + pots.taxable - (0.0 if how.step_up else how.on_gains.on(earned))
    return value
