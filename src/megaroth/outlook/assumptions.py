"""What is assumed about the years to come: as the household says, else a plain value. Every one of them is printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from megaroth.household.model import Household
from megaroth.household.outlook_file import OutlookFile
from megaroth.kit.money import ZERO, Money, Rate, percent
from megaroth.outlook.of_state import has_tables

LONGEST = 80
"""Years an outlook may reach ahead."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Settled: every value there. Rates are yearly; amounts in dollars of the household's year."""

    real_return: Rate
    inflation: Rate
    swing: Rate
    stocks: Rate
    dividends: Rate
    turnover: Rate
    pay_growth: Rate
    age: int
    """The age that the main person attains in the household's year."""
    work_until_age: int
    spend_age: int
    early_age: int
    later_income: Money
    payout_years: int
    step_up: bool
    through_the_year: bool
    yearly_amount: Money | None
    closed_from: int | None
    convert_late_in: int | None
    dividend_tax: Rate | None
    gain_tax: Rate | None
    rate_now: Rate | None
    rate_later: Rate | None
    state: Rate | None
    """Your own rate of state tax; None: by the state's tables, where it has some."""
    state_later: Rate | None
    paths: int
    seed: int

    @property
    def years(self) -> int:
        """Years of the outlook: the household's own is the first, that of `spend_age` the last."""
        return self.spend_age - self.age + 1

    @property
    def saving_years(self) -> int:
        """Years with contributions."""
        return self.work_until_age - self.age + 1


@dataclass(frozen=True, slots=True)
class Assumed:
    """One assumption as it is printed: in words, and whether the household said it."""

    name: str
    value: str
    stated: bool
    says: str

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {"name": self.name, "value": self.value, "stated": self.stated, "says": self.says}


_USUAL: dict[str, Any] = {
    "return_percent": percent("5"),
    "inflation_percent": percent("2.5"),
    "swing_percent": percent("17"),
    "stocks_percent": percent("80"),
    "dividend_percent": percent("1.5"),
    "turnover_percent": percent("0"),
    "pay_growth_percent": percent("3"),
    "payout_years": 20,
    "at_end": "sale",
    "deposits": "through-the-year",
    "paths": 10_000,
    "seed": 1,
}
_LAST_WORKING_AGE, _SPENDING_AGE, _EARLY_AGE = 60, 65, 40


def _state_rate(household: Household, said: OutlookFile) -> Rate | None:
    """As said here, else as said for the tax of a conversion, else none; a paycheck's rate only where the state has no tables."""
    if said.state_percent is not None:
        return said.state_percent
    if household.tax is not None and household.tax.state_percent is not None:
        return household.tax.state_percent
    stated = (job.deductions.state_percent for job in household.jobs if job.deductions is not None)
    of_pay = next(stated, None)
    return None if of_pay is None or has_tables(household.state, household.year) else of_pay


def settle(household: Household, person: str, wages: Money, last_working_age: int | None = None) -> Assumptions:
    """The household's assumptions for one person; `wages` of the year stand for what a later income may be."""
    said = household.wider.outlook or OutlookFile()
    age = household.people[person].age_at_end_of(household.year)

    def or_usual(name: str) -> Any:
        written = getattr(said, name)
        return _USUAL[name] if written is None else written

    work = said.work_until_age
    if work is None:
        work = max(age, min(_LAST_WORKING_AGE, said.spend_age or _LAST_WORKING_AGE))
    if last_working_age is not None:
        work = max(age, min(work, last_working_age))
    spend = said.spend_age if said.spend_age is not None else max(work, _SPENDING_AGE)
    early = said.early_age if said.early_age is not None else min(max(_EARLY_AGE, age + 5), max(spend, work))
    state = _state_rate(household, said)
    half = Money(int(wages.cents) // 200 * 100)
    return Assumptions(
        real_return=or_usual("return_percent"),
        inflation=or_usual("inflation_percent"),
        swing=or_usual("swing_percent"),
        stocks=or_usual("stocks_percent"),
        dividends=or_usual("dividend_percent"),
        turnover=or_usual("turnover_percent"),
        pay_growth=or_usual("pay_growth_percent"),
        age=age,
        work_until_age=work,
        spend_age=min(max(spend, work), age + LONGEST - 1),
        early_age=early,
        later_income=half if said.later_income is None else said.later_income,
        payout_years=or_usual("payout_years"),
        step_up=or_usual("at_end") == "step-up",
        through_the_year=or_usual("deposits") == "through-the-year",
        yearly_amount=said.yearly_amount,
        closed_from=said.closed_from,
        convert_late_in=said.convert_late_in,
        dividend_tax=said.dividend_tax_percent,
        gain_tax=said.gain_tax_percent,
        rate_now=said.rate_now_percent,
        rate_later=said.rate_later_percent,
        state=state,
        state_later=state if said.state_later_percent is None else said.state_later_percent,
        paths=or_usual("paths"),
        seed=or_usual("seed"),
    )


def told(made: Assumptions, household: Household, tables_of: int | None, wait: str, state: str) -> tuple[Assumed, ...]:
    """Every assumption in words; `tables_of`: the year of the tax tables, `wait`: how soon the plan converts, `state`: its tax."""
    said = household.wider.outlook or OutlookFile()
    written = {name for name in OutlookFile.model_fields if getattr(said, name) is not None}
    year = household.year
    last, end = year + made.saving_years - 1, year + made.years - 1

    def one(name: str, value: object, says: str) -> Assumed:
        return Assumed(name, str(value), name in written, says)

    when = "with every paycheck" if made.through_the_year else "on 31 December"
    parts = f"in {made.payout_years} equal yearly parts" if made.payout_years > 1 else "all at once"
    wished = [
        job.wishes.after_tax
        for job in household.jobs
        if isinstance(job.wishes.after_tax, Money) and job.wishes.after_tax > ZERO
    ]
    amount = (
        "as much as the rules leave each year; limits not announced yet move with the inflation above"
        if made.yearly_amount is None
        else f"{made.yearly_amount} each year, in today's dollars"
    )
    if wished and made.yearly_amount is None:
        amount = f"what your file wishes each year ({' and '.join(map(str, wished))}), as far as the rules leave it"
    shown = [
        one("return_percent", made.real_return, f"Investments earn {made.real_return} a year above inflation."),
        one("inflation_percent", made.inflation, f"Prices rise {made.inflation} a year; all results are in today's dollars."),
        one("pay_growth_percent", made.pay_growth, f"Pay grows {made.pay_growth} a year."),
        one("work_until_age", made.work_until_age, f"Contributions run through {last} (age {made.work_until_age}), put in {when}."),
        one("spend_age", made.spend_age, f"The money is wanted from {end} on (age {made.spend_age}), taken and taxed {parts}."),
        one("yearly_amount", "room" if made.yearly_amount is None else made.yearly_amount, f"Put in: {amount}."),
        one("conversion", wait, f"Into Roth: {wait}."),
        one("dividend_percent", made.dividends, f"A taxable account pays {made.dividends} a year in dividends, taxed each year."),
        one("turnover_percent", made.turnover, f"Of the taxable account's gain {made.turnover} is sold and taxed each year; the rest "
            + ("is left to heirs, who owe no tax on it." if made.step_up else "when the money is wanted.")),
        one("later_income", made.later_income, f"When the money is spent, other taxable income is {made.later_income} a year"
            + ("" if "later_income" in written else " (half of this year's taxable wages, deferrals off)") + "."),
    ]  # fmt: skip
    if tables_of is not None:
        shown.append(
            one("tax_tables", tables_of, f"Tax brackets are those of {tables_of}, moved with inflation; a threshold that "
                "the law does not index (net investment income tax) loses value each year.")
        )  # fmt: skip
    shown.append(one("state_percent", "by its tables" if made.state is None else made.state, state))
    rates = {"dividend_tax_percent": (made.dividend_tax, "on dividends"), "gain_tax_percent": (made.gain_tax, "on gains"),
             "rate_now_percent": (made.rate_now, "on income while you work"),
             "rate_later_percent": (made.rate_later, "on income when the money is spent")}  # fmt: skip
    shown += [
        one(name, rate, f"Tax {what}: {rate}, as you say.") for name, (rate, what) in rates.items() if rate is not None
    ]
    if household.tax is not None:
        shown.append(
            one("tax", "wages alone", "What is taxed beside it while you work: your wages. Other income, deductions and children of "
                "[tax] are this year's, and not counted.")
        )  # fmt: skip
    if made.closed_from is not None:
        shown.append(
            one("closed_from", made.closed_from, f"The law closes the after-tax way from {made.closed_from} on.")
        )
    return tuple(shown)


def varied(made: Assumptions, **changes: Any) -> Assumptions:
    """The same assumptions but for some."""
    return replace(made, **changes)


def more(rate: Rate, points: int) -> Rate:
    """A rate moved by whole points of a percent, not below nothing."""
    top = int(rate.top) * 100 + points * int(rate.bottom)
    return Rate(max(top, 0), int(rate.bottom) * 100)


def assumed_growth(household: Household) -> Rate:
    """What investments are assumed to earn a year before inflation is taken off: return and inflation together."""
    said = household.wider.outlook or OutlookFile()
    real = _USUAL["return_percent"] if said.return_percent is None else said.return_percent
    prices = _USUAL["inflation_percent"] if said.inflation_percent is None else said.inflation_percent
    both: Rate = real + prices
    return both
