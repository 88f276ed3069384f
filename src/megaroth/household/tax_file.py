"""What tax needs of a household file: the table [tax], the rest of the year's income and deductions.

Knows its fields and their mistakes. Refuses to know what they do to a return. Everything is optional and for the whole
year; wages come from the jobs unless they are written here.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from megaroth.kit.money import Money
from megaroth.kit.reading import DollarsOrUnknown, FileModel, Percent

Count: TypeAlias = Annotated[int, Field(ge=0, le=20)]


class TaxFile(FileModel):
    """The rest of a year's tax return, both spouses together. Left out: nothing; "unknown" is told as a gap."""

    wages: DollarsOrUnknown | None = Field(
        default=None, description="Form W-2 box 1 of all jobs; left out: pay less pre-tax deferrals of the jobs."
    )
    medicare_wages: DollarsOrUnknown | None = Field(
        default=None, description="Form W-2 box 5 of all jobs; left out: pay of the jobs."
    )
    interest: DollarsOrUnknown = Field(default=Money(0), description="Taxable interest, in dollars.")
    dividends: DollarsOrUnknown = Field(
        default=Money(0), description="Ordinary dividends, qualified ones included (Form 1099-DIV box 1a), in dollars."
    )
    qualified_dividends: DollarsOrUnknown = Field(
        default=Money(0), description="Qualified dividends (Form 1099-DIV box 1b), in dollars."
    )
    short_term_gains: DollarsOrUnknown = Field(
        default=Money(0), description="Gains on what was held up to a year, net of losses, in dollars."
    )
    long_term_gains: DollarsOrUnknown = Field(
        default=Money(0), description="Gains on what was held longer than a year, net of losses, in dollars."
    )
    other_investment_income: DollarsOrUnknown = Field(
        default=Money(0), description="Rents, royalties and annuities, net, in dollars."
    )
    retirement_income: DollarsOrUnknown = Field(
        default=Money(0), description="Taxable pensions, IRA payments and other conversions, in dollars."
    )
    other_income: DollarsOrUnknown = Field(default=Money(0), description="Other taxable income, in dollars.")
    social_security: DollarsOrUnknown = Field(
        default=Money(0), description="Social security benefits (Form SSA-1099 box 5), in dollars."
    )
    tax_exempt_interest: DollarsOrUnknown = Field(default=Money(0), description="Tax-exempt interest, in dollars.")
    adjustments: DollarsOrUnknown = Field(
        default=Money(0), description="Adjustments to income (Schedule 1 part II: HSA, IRA, …), in dollars."
    )
    state_and_local_taxes: DollarsOrUnknown = Field(
        default=Money(0), description="State and local taxes of Schedule A, before any cap, in dollars."
    )
    other_itemized: DollarsOrUnknown = Field(
        default=Money(0), description="All other itemized deductions, as Schedule A allows them, in dollars."
    )
    other_deductions: DollarsOrUnknown = Field(
        default=Money(0),
        description="Deductions beside the standard one (business income, tips, overtime, gifts), in dollars.",
    )
    amt_adjustments: DollarsOrUnknown = Field(
        default=Money(0),
        description="Only for the minimum tax: incentive stock options exercised and held, …, in dollars.",
    )
    children: Count = Field(default=0, description="Children under 17 at the end of the year that you support.")
    other_dependents: Count = Field(default=0, description="Other dependents.")
    blind: Annotated[int, Field(ge=0, le=2)] = Field(default=0, description="How many of you are blind.")
    state_percent: Percent | None = Field(
        default=None, description="Your own marginal rate of state and local income tax, in percent."
    )


AMOUNTS = tuple(
    name for name in TaxFile.model_fields if name not in ("children", "other_dependents", "blind", "state_percent")
)
"""The fields that may be unknown."""
