"""Planning conversions: when they happen, what is earned before them, and what waiting costs in tax and dollars.

What a conversion costs in tax is told by whoever asks: a rate, or the whole return of a household.

Knows the plan's frequency, yearly count and minimum. The return is an assumption of the person's, simple by days and an
exact rate; nothing here forecasts markets.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money, Rate, Rounding
from megaroth.kit.words import portion
from megaroth.law.s72_basis import basis_in_payment
from megaroth.law.s402A_designated_roth import taxable_in_plan_rollover
from megaroth.ledger.model import total_of

TaxOn: TypeAlias = Callable[[Money], Money]
"""The tax that an amount of income from converting costs, in all."""


def at_rate(rate: Rate) -> TaxOn:
    """Tax at the person's own marginal rate, half up to the cent."""
    return lambda income: portion(income, rate, Rounding.HALF_UP)


Frequency: TypeAlias = Literal[
    "automatic", "payday", "monthly", "quarterly", "twice-a-year", "annual", "by-phone", "never"
]
FREQUENCIES: tuple[Frequency, ...] = ("automatic", "payday", "monthly", "quarterly", "twice-a-year", "annual")
DAYS_IN_YEAR = 365


@dataclass(frozen=True, slots=True)
class Terms:
    """What the plan says of conversions."""

    most_a_year: int | None = None
    minimum: Money = ZERO


NO_TERMS = Terms()
"""The plan limits nothing, as far as is known."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """One conversion: what is in it, and what of it is income."""

    on: datetime.date
    amount: Money
    basis: Money
    taxable: Money


@dataclass(frozen=True, slots=True)
class ConversionPlan:
    """A year's conversions at one frequency."""

    frequency: Frequency
    conversions: tuple[Conversion, ...]
    taxable: Money
    tax: Money
    left: Money
    """After-tax money, with its earnings, that is not converted at the year's end."""
    later: Money
    """What converting that on the last day of the year would cost in tax."""
    findings: tuple[Finding, ...] = ()

    @property
    def cost(self) -> Money:
        """What waiting costs in dollars: converted as it comes, nothing would have been taxed."""
        return self.tax + self.later


def days_of(
    frequency: Frequency, year: int, paydays: Sequence[datetime.date], chosen: Sequence[datetime.date] = ()
) -> list[datetime.date]:
    """The days of a year on which a frequency converts; "by-phone" on the days the person chooses."""
    if frequency in ("automatic", "payday"):
        return sorted({day for day in paydays if day.year == year})
    if frequency == "by-phone":
        return sorted({day for day in chosen if day.year == year})
    months = {"monthly": range(1, 13), "quarterly": (3, 6, 9, 12), "twice-a-year": (6, 12), "annual": (12,)}
    ends = months.get(frequency, ())
    return [datetime.date(year, month, calendar.monthrange(year, month)[1]) for month in ends]


def plan_conversions(
    frequency: Frequency, year: int, contributions: Sequence[tuple[datetime.date, Money]], yearly_return: Rate,
    tax_on: TaxOn, terms: Terms = NO_TERMS, chosen: Sequence[datetime.date] = (),
) -> ConversionPlan:  # fmt: skip
    """The year's conversions of after-tax contributions, all of the source each time.

    "automatic" converts each contribution as it is made, before it earns anything; "payday" on each payday what the
    earlier ones brought, for the day's own contribution is not yet invested. Earnings are the contribution times
    the yearly return times its days over 365, rounded half up to the cent; a loss makes them negative.
    """
    made = sorted(contribution for contribution in contributions if contribution[0].year == year)
    days = days_of(frequency, year, [day for day, _ in made], chosen)
    findings = _limited(frequency, days, terms)
    if terms.most_a_year is not None and len(days) > terms.most_a_year and frequency != "automatic":
        # The last ones of the year, evenly apart, so that nothing stays behind on 31 December.
        step = -(-len(days) // terms.most_a_year) if terms.most_a_year else len(days) + 1
        days = days[::-1][::step][::-1][-terms.most_a_year :] if terms.most_a_year else []
    waiting: list[tuple[datetime.date, Money]] = []
    coming = made.copy()
    carried = ZERO
    done: list[Conversion] = []
    for day in days:
        while coming and (coming[0][0] < day or (coming[0][0] == day and frequency != "payday")):
            waiting.append(coming.pop(0))
        basis = carried + total_of(amount for _, amount in waiting)
        value = _worth(waiting, day, yearly_return)
        if value < terms.minimum or value <= ZERO:
            continue
        untaxed = basis_in_payment(value, basis, value)
        done.append(Conversion(day, value, untaxed, taxable_in_plan_rollover(value, untaxed)))
        # Basis that a loss left behind stays in the contract and meets later earnings.
        carried, waiting = basis - untaxed, []
    taxable = total_of(each.taxable for each in done)
    left = _worth(waiting + coming, datetime.date(year, 12, 31), yearly_return)
    basis_left = carried + total_of(amount for _, amount in waiting + coming)
    gain = left - basis_left if left > basis_left else ZERO
    tax = tax_on(taxable)
    later = tax_on(taxable + gain) - tax
    return ConversionPlan(frequency, tuple(done), taxable, tax, left, later, tuple(findings))


def _worth(waiting: Sequence[tuple[datetime.date, Money]], day: datetime.date, yearly_return: Rate) -> Money:
    return total_of(amount + _earned(amount, since, day, yearly_return) for since, amount in waiting)


def _earned(amount: Money, since: datetime.date, until: datetime.date, yearly: Rate) -> Money:
    days = (until - since).days
    return portion(amount, Rate(yearly.top * days, yearly.bottom * DAYS_IN_YEAR), Rounding.HALF_UP)


def _limited(frequency: Frequency, days: Sequence[datetime.date], terms: Terms) -> list[Finding]:
    if terms.most_a_year is None or len(days) <= terms.most_a_year or frequency == "automatic":
        return []
    message = f"The plan converts {terms.most_a_year} times a year; {frequency} would be {len(days)} times."
    remedy = "Ask whether it offers automatic conversion, which plans usually do not count."
    return [Finding("conversions-limited", "warning", message, "conversions_per_year", remedy)]


def cost_of_waiting(
    year: int, contributions: Sequence[tuple[datetime.date, Money]], yearly_return: Rate, tax_on: TaxOn,
    terms: Terms = NO_TERMS, chosen: Sequence[datetime.date] = (),
) -> list[ConversionPlan]:  # fmt: skip
    """Every frequency side by side, the soonest first, and "by-phone" where days were chosen; `cost` is that of waiting."""
    kinds: tuple[Frequency, ...] = (*FREQUENCIES, "by-phone") if chosen else FREQUENCIES
    return [plan_conversions(f, year, contributions, yearly_return, tax_on, terms, chosen) for f in kinds]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the choice between in-plan and Roth IRA depends on; None is not known."""

    age: int | None = None
    roth_ira_first_year: int | None = None
    plan_roth_first_year: int | None = None
    in_plan: Literal["yes", "no", "unknown"] = "unknown"
    in_service: Literal["yes", "no", "unknown"] = "unknown"
    state: str = ""
    plan_cost: Rate | None = None
    ira_cost: Rate | None = None


@dataclass(frozen=True, slots=True)
class Consideration:
    """One row of the table: what speaks for which side, for this person."""

    about: str
    in_plan: str
    roth_ira: str
    leans: Literal["in-plan", "roth-ira", "even", "ask"]
    cite: str = ""


def in_plan_or_roth_ira(facts: Facts, year: int) -> list[Consideration]:
    """The decision table for one person; rows that depend on what is not known lean to "ask"."""
    possible: Literal["in-plan", "roth-ira", "even", "ask"] = "even"
    if facts.in_plan == "no" and facts.in_service == "yes":
        possible = "roth-ira"
    elif facts.in_service == "no" and facts.in_plan == "yes":
        possible = "in-plan"
    elif "unknown" in (facts.in_plan, facts.in_service):
        possible = "ask"
    return [
        Consideration(
            "what the plan allows", f"conversion in the plan: {_said(facts.in_plan)}",
            f"payout of after-tax money during employment: {_said(facts.in_service)}", possible,
            "IRC §402A(c)(4); plan document",
        ),
        Consideration(
            "access before 59½", "as the plan allows; each payment has its share of earnings",
            "the untaxed part comes out at once, free of tax; earnings last", "roth-ira",
            "IRC §408A(d)(4), §402A(d), §72(e)(8)",
        ),
        Consideration(
            "rule of 55", "leaving the employer in or after the year of 55: no 10% tax on what the plan pays",
            "does not apply to IRAs", _rule_of_55(facts.age), "IRC §72(t)(2)(A)(v)",
        ),
        Consideration(
            "creditors", "ERISA plan: protected without limit, in and out of bankruptcy",
            "in bankruptcy protected up to a limit that does not count rollovers from plans; outside it state law",
            "in-plan", "ERISA §206(d); 11 U.S.C. §522(b)(3)(C), (n)",
        ),
        Consideration("investments", "the plan's menu", "what the IRA's broker offers", "even"),
        _clock(facts, year),
        _fees(facts),
        Consideration(
            "state", _state(facts.state), "the same income; a few states treat plans and IRAs differently",
            "ask" if facts.state in ("", *_OWN_RULES) else "even",
        ),
    ]  # fmt: skip


def _said(term: Literal["yes", "no", "unknown"]) -> str:
    return "not stated" if term == "unknown" else term


_OWN_RULES = ("NJ", "PA", "MA", "IL", "MS", "IA", "CA")


def _rule_of_55(age: int | None) -> Literal["in-plan", "even", "ask"]:
    if age is None:
        return "ask"
    return "in-plan" if age < 60 else "even"


def _clock(facts: Facts, year: int) -> Consideration:
    plan = facts.plan_roth_first_year
    ira = facts.roth_ira_first_year
    in_plan = f"this plan's own clock began in {plan}" if plan else f"this plan's own clock would begin in {year}"
    roth = f"your Roth IRA clock began in {ira}" if ira else f"your Roth IRA clock would begin in {year}"
    if plan == ira:
        leans: Literal["in-plan", "roth-ira", "even"] = "even"
    else:
        leans = (
            "in-plan" if (plan or year) < (ira or year) else "roth-ira" if (ira or year) < (plan or year) else "even"
        )
    return Consideration("five-year clock", in_plan, roth, leans, "IRC §402A(d)(2)(B), §408A(d)(2)(B)")


def _fees(facts: Facts) -> Consideration:
    plan, ira = facts.plan_cost, facts.ira_cost
    if plan is None or ira is None:
        ask = "ask for the plan's fee disclosure (29 CFR 2550.404a-5)"
        return Consideration("fees", ask, "ask the broker", "ask")
    left, right = plan.top * ira.bottom, ira.top * plan.bottom
    leans: Literal["in-plan", "roth-ira", "even"] = "even"
    if left != right:
        leans = "in-plan" if left < right else "roth-ira"
    return Consideration("fees", f"{plan} a year", f"{ira} a year", leans)


def _state(state: str) -> str:
    if not state:
        return "state not known"
    if state in _OWN_RULES:
        return f"{state} has rules of its own for contributions or conversions: check them before filing"
    return f"{state}: the taxable part as on the federal return, where the state has an income tax"
