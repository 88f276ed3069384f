"""What the outlook needs of a household file: assumptions, cash, debts, HSA, ESPP, stock that vests, deferred pay.

Every table is optional. Left out, the safe value stands, and the answer says what was assumed.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from megaroth.kit.money import ZERO
from megaroth.kit.reading import Dollars, FileModel, Percent
from megaroth.kit.written import Mistake

Age = Annotated[int, Field(ge=0, le=110)]
Step = Literal[
    "emergency-cash", "match", "high-rate-debt", "espp", "hsa", "deferral", "catch-up", "backdoor-roth-ira", "after-tax",
    "college-529", "taxable",
]  # fmt: skip
USUAL_ORDER: tuple[Step, ...] = (
    "emergency-cash", "match", "high-rate-debt", "espp", "hsa", "deferral", "catch-up", "backdoor-roth-ira", "after-tax",
    "college-529", "taxable",
)  # fmt: skip


class OutlookFile(FileModel):
    """What is assumed about the years to come. Left out: the values that `megaroth worth` prints."""

    return_percent: Percent | None = Field(
        default=None, description="Yearly return above inflation of what is invested, the middle of what may happen."
    )
    inflation_percent: Percent | None = Field(default=None, description="Yearly inflation.")
    swing_percent: Percent | None = Field(
        default=None, description="How much yearly returns swing (standard deviation), for the random markets."
    )
    stocks_percent: Percent | None = Field(
        default=None, description="Share of stocks in the historical markets; the rest is 10-year Treasury bonds."
    )
    dividend_percent: Percent | None = Field(
        default=None, description="Part of the return paid as dividends each year, in percent of the value."
    )
    turnover_percent: Percent | None = Field(
        default=None, description="Share of the unrealised gain of a taxable account that is sold every year."
    )
    pay_growth_percent: Percent | None = Field(default=None, description="Yearly growth of pay, inflation included.")
    work_until_age: Age | None = Field(default=None, description="Age in the last year of these contributions.")
    spend_age: Age | None = Field(default=None, description="Age at which the money is wanted.")
    early_age: Age | None = Field(default=None, description="Age at which you ask what could be taken out early.")
    later_income: Dollars | None = Field(
        default=None, description="Other taxable income a year when the money is spent, in today's dollars."
    )
    payout_years: Annotated[int, Field(ge=1, le=60)] | None = Field(
        default=None, description="Over how many equal yearly parts the money is taken (and taxed); 1: all at once."
    )
    at_end: Literal["sale", "step-up"] | None = Field(
        default=None, description='A taxable account at the end: "sale", or "step-up" (left to heirs).'
    )
    deposits: Literal["through-the-year", "end-of-year"] | None = Field(
        default=None, description="When contributions go in: with every paycheck, or on 31 December."
    )
    yearly_amount: Dollars | None = Field(
        default=None, description="After-tax dollars a year, in today's dollars; left out: the room of each year."
    )
    closed_from: Annotated[int, Field(ge=2000, le=2199)] | None = Field(
        default=None, description="Law-change switch: from this year on nothing after-tax may go in or be converted."
    )
    convert_late_in: Annotated[int, Field(ge=2000, le=2199)] | None = Field(
        default=None, description="Year in which the strategy that converts late converts everything."
    )
    dividend_tax_percent: Percent | None = Field(
        default=None, description="Your own flat rate on dividends, instead of the tax brackets."
    )
    gain_tax_percent: Percent | None = Field(
        default=None, description="Your own flat rate on gains at sale, instead of the tax brackets."
    )
    rate_now_percent: Percent | None = Field(
        default=None, description="Your own marginal rate while you work, instead of the tax brackets."
    )
    rate_later_percent: Percent | None = Field(
        default=None, description="Your own rate when the money is spent, instead of the tax brackets."
    )
    state_percent: Percent | None = Field(
        default=None, description="State income tax on what is earned beside your pay, while you work: a flat rate."
    )
    state_later_percent: Percent | None = Field(
        default=None, description="State income tax when the money is spent; left out: as while you work."
    )
    paths: Annotated[int, Field(ge=100, le=1_000_000)] | None = Field(
        default=None, description="How many random futures are tried."
    )
    seed: Annotated[int, Field(ge=0, lt=2**63)] | None = Field(
        default=None, description="The same seed gives the same futures, to the cent."
    )


class CashFile(FileModel):
    """Cash at hand and what it is for. Left out: the answer asks, and counts on nothing."""

    savings: Dollars | None = Field(default=None, description="Cash and savings that can be used at once, in dollars.")
    monthly_spending: Dollars | None = Field(default=None, description="What the household spends a month, in dollars.")
    months_wanted: Annotated[int, Field(ge=0, le=60)] = Field(
        default=6, description="How many months of spending to keep as emergency cash."
    )
    to_save: Dollars | None = Field(
        default=None, description="What the household can put aside this year out of its take-home pay, in dollars."
    )
    needed_within_five_years: Dollars | None = Field(
        default=None, description="What will be needed within five years (a house, a car, school), in dollars."
    )


class DebtFile(FileModel):
    """One debt."""

    name: Annotated[str, Field(min_length=1)] = Field(description="A label of your choice.")
    balance: Dollars = Field(description="What is owed, in dollars.")
    rate_percent: Percent = Field(description="Its yearly interest rate.")


class HsaFile(FileModel):
    """Health savings accounts of the household."""

    coverage: Literal["self", "family", "none"] = Field(
        description='The HSA-eligible health plan of the year: "self", "family", or "none".'
    )
    person: str | None = Field(default=None, description="Whose account: a name from [people]; left out: the first.")
    months: Annotated[int, Field(ge=0, le=12)] = Field(default=12, description="Months with that coverage this year.")
    employer: Dollars = Field(default=ZERO, description="What the employer puts in this year, in dollars.")
    so_far: Dollars = Field(default=ZERO, description="Your own contributions so far this year, in dollars.")


class EsppFile(FileModel):
    """An employee stock purchase plan."""

    job: str = Field(description="Which job: its name.")
    discount_percent: Percent = Field(description="The discount on the price.")
    lookback: bool = Field(default=False, description="true: the lower of the prices at start and end counts.")
    max_percent: Percent | None = Field(default=None, description="The most the plan takes, in percent of pay.")


class VestFile(FileModel):
    """Stock (RSUs) that vests this year."""

    job: str = Field(description="Which job: its name.")
    value: Dollars = Field(description="Value of the shares on the days they vest, all of this year, in dollars.")
    withheld_percent: Percent | None = Field(
        default=None,
        description="Federal income tax withheld from them; left out: the flat rate for supplemental wages.",
    )


class DeferredPayFile(FileModel):
    """Nonqualified deferred compensation elected for the year."""

    job: str = Field(description="Which job: its name.")
    amount: Dollars = Field(description="Pay of this year that is deferred, in dollars.")
    lowers_eligible_pay: Literal["yes", "no", "unknown"] = Field(
        default="unknown", description="Whether the plan's eligible pay is counted after this deferral."
    )


class FirstFile(FileModel):
    """The order of the next dollar."""

    order: list[Step] = Field(
        default=list(USUAL_ORDER), description="The steps in your own order; a step left out is not taken."
    )
    high_rate_percent: Percent | None = Field(
        default=None, description="From which interest rate on a debt comes before investing."
    )
    college: Dollars = Field(default=ZERO, description="What you want to put into 529 plans this year, in dollars.")

    @model_validator(mode="after")
    def _each_once(self) -> FirstFile:
        twice = next((step for step in self.order if self.order.count(step) > 1), None)
        if twice is not None:
            raise Mistake(f'"{twice}" stands twice in the order', "Name each step once.")
        return self
