"""The ways to use the same take-home money: what each pays into which pot, year by year.

Every way costs the household the same each year; what a way saves in tax at once is put in as well, and what it owes
on the way it pays itself. Amounts here are in dollars of today.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from megaroth.outlook.pots import Payments


@dataclass(frozen=True, slots=True)
class Strategy:
    """One way: its name for programs, its name for people, what it means, and its payments of every year."""

    name: str
    called: str
    says: str
    payments: tuple[Payments, ...]


@dataclass(frozen=True, slots=True)
class Budget:
    """What every way has to spend, year by year in dollars of today, and what bounds some of them."""

    amounts: tuple[float, ...]
    waits: tuple[float, ...]
    """The part of a year that the after-tax money of each year waits for its conversion in this plan (or these plans)."""
    lived: float
    closed_at: int | None = None
    """The first year (counted from 0) in which nothing after-tax may go in or be converted any more."""
    late_at: int = 0
    """The year at whose end the late way converts."""
    deferral_left: tuple[float, ...] = ()
    pre_tax_for: tuple[float, ...] = ()
    """Pre-tax deferral that costs the year's amount in take-home pay, as far as there is room for it."""
    pre_tax_cost: tuple[float, ...] = ()
    debts: tuple[Debt, ...] = ()
    inflation: float = 0.0


@dataclass(frozen=True, slots=True)
class Debt:
    """A debt in dollars and its yearly rate, as though only interest were due on it."""

    balance: float
    rate: float


def strategies(budget: Budget, convertible: bool) -> tuple[Strategy, ...]:
    """Every way that is open; the first is the plan's own, the one called `taxable` is what it is measured by."""
    ways = [_mega(budget)] if convertible else []
    if convertible and any(wait < budget.lived for wait in budget.waits):
        ways.append(
            Strategy("yearly", "… converted once a year", "After-tax, converted every 31 December; the growth before is taxed.",
                     _converted(budget, [budget.lived] * len(budget.amounts)))
        )  # fmt: skip
    if convertible and len([amount for amount in budget.amounts if amount]) > 1:
        ways.append(
            Strategy("late", "… converted late, all at once", "After-tax, left to grow and converted in one year; its growth "
                     "is taxed in that year.", _late(budget))
        )  # fmt: skip
    ways += [
        Strategy("unconverted", "After-tax, never converted", "Left in the plan; its growth is taxed as income when taken.",
                 _after_tax(budget)),
        Strategy("taxable", "A taxable account", "Invested alike outside the plan; dividends taxed each year, gains at the end.",
                 tuple(Payments(taxable=amount) for amount in budget.amounts)),
    ]  # fmt: skip
    if any(budget.deferral_left):
        ways += [
            Strategy("pre_tax", "Pre-tax deferral first", "As much as there is room for is deferred before tax, the rest is "
                     "invested in a taxable account.", _pre_tax(budget)),
            Strategy("roth_deferral", "Roth deferral first", "As much as there is room for is deferred to Roth, the rest is "
                     "invested in a taxable account.", _roth_deferral(budget)),
        ]  # fmt: skip
    if budget.debts:
        ways.append(
            Strategy("debt", "Paying down debt", "The debt with the highest rate first; the interest saved pays down more, and is invested "
                     "in a taxable account once all is paid.", _debt(budget))
        )  # fmt: skip
    ways.append(Strategy("none", "Spending it", "Nothing is put aside.", tuple(Payments() for _ in budget.amounts)))
    return tuple(ways)


def _mega(budget: Budget) -> Strategy:
    return Strategy(
        "mega",
        "Mega-backdoor Roth",
        "After-tax, converted to Roth as soon as the plan converts; nothing is taxed afterwards.",
        _converted(budget, budget.waits),
    )


def _is_closed(budget: Budget, year: int) -> bool:
    return budget.closed_at is not None and year >= budget.closed_at


def _converted(budget: Budget, waits: Sequence[float]) -> tuple[Payments, ...]:
    return tuple(
        Payments(taxable=amount) if _is_closed(budget, year) else Payments(roth=amount, wait=wait)
        for year, (amount, wait) in enumerate(zip(budget.amounts, waits, strict=True))
    )


def _after_tax(budget: Budget) -> tuple[Payments, ...]:
    return tuple(
        Payments(taxable=amount) if _is_closed(budget, year) else Payments(after_tax=amount)
        for year, amount in enumerate(budget.amounts)
    )


def _late(budget: Budget) -> tuple[Payments, ...]:
    paid = list(_after_tax(budget))
    if _is_closed(budget, budget.late_at):
        return tuple(paid)
    paid[budget.late_at] = replace(paid[budget.late_at], convert=True)
    for year in range(budget.late_at + 1, len(paid)):
        if paid[year].after_tax:
            paid[year] = Payments(roth=paid[year].after_tax, wait=budget.lived)
    return tuple(paid)


def _pre_tax(budget: Budget) -> tuple[Payments, ...]:
    return tuple(
        Payments(pre_tax=deferred, taxable=max(amount - cost, 0.0))
        for amount, deferred, cost in zip(budget.amounts, budget.pre_tax_for, budget.pre_tax_cost, strict=True)
    )


def _roth_deferral(budget: Budget) -> tuple[Payments, ...]:
    made = []
    for amount, left in zip(budget.amounts, budget.deferral_left, strict=True):
        deferred = min(amount, left)
        made.append(Payments(roth=deferred, taxable=amount - deferred))
    return tuple(made)


def _debt(budget: Budget) -> tuple[Payments, ...]:
    """Dollars of each year are paid down at the debt's rate; balances lose value with prices like everything else."""
    owed = [[debt.balance, debt.rate] for debt in sorted(budget.debts, key=lambda debt: -debt.rate)]
    paid, freed, made = 0.0, 0.0, []
    for year, amount in enumerate(budget.amounts):
        prices = (1 + budget.inflation) ** year
        left = freed + amount * prices
        for debt in owed:
            down = min(left, debt[0])
            debt[0] -= down
            paid += down
            left -= down
            freed += down * debt[1]
        made.append(Payments(debt=paid / prices, taxable=left / prices))
    return tuple(made)


def without_year(strategy: Strategy, year: int) -> Strategy:
    """The same way, but for the payments of one year."""
    paid: Sequence[Payments] = strategy.payments
    kept = [replace(each, roth=0.0, after_tax=0.0, taxable=0.0, pre_tax=0.0) if at == year else each
            for at, each in enumerate(paid)]  # fmt: skip
    return replace(strategy, payments=tuple(kept))
