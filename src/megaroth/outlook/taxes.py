"""The taxes on what an investment brings, on top of what the household is taxed on anyway: asked of the tax engine.

One futures' taxes come from the engine to the cent. For thousands of futures the same answers are laid out as straight
pieces, found by asking the engine and by nothing else: no number of law and no rule stands here a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from megaroth.kit.money import NO_LIMIT, Money
from megaroth.kit.rule import Limit
from megaroth.law.income_tax import Bands, IncomeTax
from megaroth.outlook.market import in_dollars, share, to_cents
from megaroth.outlook.of_state import Kind
from megaroth.outlook.pieces import Pieces, Tax, both
from megaroth.tax.federal import Federal, federal_tax
from megaroth.tax.s61_income import Income
from megaroth.tax.s_state import state_income, state_tax_of_conversion

FINEST = 1.0
"""Width in dollars to which a bend of a tax is searched."""
_NOT_INDEXED = (
    "niit_threshold",
    "additional_medicare_threshold",
    "social_security_base",
    "social_security_adjusted_base",
)
"""Amounts that the law leaves as they are while prices rise."""


def in_todays_dollars(tax: IncomeTax, deflator: float) -> IncomeTax:
    """The numbers of a later year in dollars of today: what is indexed stands, the rest has lost value."""

    def smaller(limit: Limit) -> Limit:
        cents = int(limit.amount.cents)
        return limit if cents >= NO_LIMIT.cents else replace(limit, amount=to_cents(cents / 100 * deflator))

    lost: dict[str, Any] = {name: smaller(getattr(tax, name)) for name in _NOT_INDEXED}
    return replace(tax, **lost)


@dataclass(frozen=True)
class OnTop:
    """The tax on further income of one kind, on top of a return."""

    tax: IncomeTax
    beside: Income
    kind: Kind
    state: Bands = ()
    """The state's rates on the further income, by income of the state."""

    @cached_property
    def _return(self) -> Federal:
        return federal_tax(self.tax, self.beside)

    @property
    def _without(self) -> Money:
        return self._return.total

    @cached_property
    def state_income(self) -> Money:
        """The state's income before the further income."""
        return state_income(self._return.agi, self._return.social_security)

    def in_cents(self, amount: Money) -> Money:
        """The further tax on an amount (or a column of amounts)."""
        federal = federal_tax(self.tax, _with(self.beside, self.kind, amount)).total - self._without
        if not self.state:
            return federal
        return federal + state_tax_of_conversion(self.state_income, self.state_income + amount, self.state)

    def on(self, income: Any) -> Any:
        """The further tax on an income in dollars; a loss is not taxed."""
        return in_dollars(self.in_cents(to_cents(income))) if income > 0 else 0.0

    def over_years(self, years: int) -> Tax:
        """The tax on an amount that is taken in equal parts over that many years."""
        return self if years == 1 else Spread(self, years)

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True)
class Spread:
    """A tax on an amount that is taken in equal yearly parts."""

    each_year: Tax
    years: int

    def on(self, income: Any) -> Any:
        """The tax of all the years together."""
        return self.each_year.on(income / self.years) * self.years

    def over_years(self, years: int) -> Tax:
        """Spread further."""
        return Spread(self.each_year, self.years * years)

    def __bool__(self) -> bool:
        return bool(self.each_year)


def _with(beside: Income, kind: Kind, amount: Money) -> Income:
    if kind == "ordinary":
        return replace(beside, retirement_income=beside.retirement_income + amount)
    if kind == "dividends":
        return replace(
            beside,
            dividends=beside.dividends + amount,
            qualified_dividends=beside.qualified_dividends + amount,
        )
    return replace(beside, long_term_gains=beside.long_term_gains + amount)


def pieces_of(taxes: Sequence[OnTop], up_to: float) -> list[Pieces]:
    """Each tax as straight pieces from nothing to an income of `up_to` dollars; above it the last piece goes on.

    All are asked of the engine at once, on a coarse grid; where two neighbouring stretches differ in rate the grid is
    made finer, until the bend is known to a dollar.
    """
    import numpy as np

    # One column call answers for taxes of one kind under one set of brackets; only what is not indexed may differ.
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, tax in enumerate(taxes):
        groups.setdefault((tax.kind, tax.tax.ordinary, tax.tax.gains), []).append(at)
    made: list[Pieces | None] = [None] * len(taxes)
    for members in groups.values():
        for at, pieces in zip(members, _pieces([taxes[at] for at in members], up_to, np), strict=True):
            made[at] = both(pieces, _of_bands(taxes[at])) if taxes[at].state else pieces
    return [pieces for pieces in made if pieces is not None]


def _of_bands(tax: OnTop) -> Pieces:
    """The state's part: its brackets, counted from the income that is there anyway."""
    income = in_dollars(tax.state_income)
    starts: list[float] = []
    rates: list[float] = []
    end = 0.0
    for band in tax.state:
        low, high = max(in_dollars(band.over) - income, 0.0), in_dollars(band.up_to) - income
        if high <= 0:
            continue
        if low > end:
            # Between two brackets nothing is taxed.
            starts.append(end)
            rates.append(0.0)
        starts.append(low)
        rates.append(share(band.rate))
        end = high
    return Pieces(tuple(starts), tuple(rates))


def _pieces(taxes: list[OnTop], up_to: float, np: Any) -> list[Pieces]:
    """Pieces of taxes of one kind: each stretch of the grid is straight, or split into sixteen."""
    grid = np.floor(np.linspace(0.0, up_to, 65))
    lows = np.tile(grid[:-1], len(taxes))
    highs = np.tile(grid[1:], len(taxes))
    owner = np.repeat(np.arange(len(taxes)), len(grid) - 1)
    straight: list[tuple[Any, Any, Any, Any, Any]] = []
    while len(lows):
        inside = [np.floor(lows + (highs - lows) * part) for part in (0.0, 0.31, 0.5, 0.83, 1.0)]
        values = _ask(taxes, np.concatenate(inside), np.tile(owner, 5), np).reshape(5, -1)
        width = np.maximum(highs - lows, 1.0)
        slope = (values[4] - values[0]) / width
        off = np.max([np.abs(values[k] - values[0] - slope * (inside[k] - lows)) for k in (1, 2, 3)], axis=0)
        done = (off <= 0.03) | (width <= FINEST)
        kept = done & (width > 4 * FINEST)
        straight.append((owner[kept], lows[kept], highs[kept], values[0][kept], slope[kept]))
        open_ = ~done
        edges = np.floor(lows[open_][:, None] + width[open_][:, None] * np.linspace(0.0, 1.0, 17)[None, :])
        lows, highs = edges[:, :-1].ravel(), edges[:, 1:].ravel()
        owner = np.repeat(owner[open_], 16)
        real = highs > lows
        lows, highs, owner = lows[real], highs[real], owner[real]
    owners, starts, ends, values0, slopes = (np.concatenate([part[k] for part in straight]) for k in range(5))
    return [_joined(owners == at, starts, ends, values0, slopes, np) for at in range(len(taxes))]


def _joined(mine: Any, lows: Any, highs: Any, values: Any, slopes: Any, np: Any) -> Pieces:
    """Straight stretches put together: neighbours of one rate are one piece, pieces meet where their lines cross."""
    order = np.argsort(lows[mine], kind="stable")
    low, high, value, slope = (part[mine][order] for part in (lows, highs, values, slopes))
    rise = value + slope * (high - low)
    # Most neighbours lie on one line to the eye of the processor; the others are looked at one by one.
    bent = (np.abs(np.diff(slope)) > 1e-6) | (np.abs(rise[:-1] + slope[:-1] * (low[1:] - high[:-1]) - value[1:]) > 0.01)
    first = np.concatenate(([0], np.flatnonzero(bent) + 1))
    last = np.concatenate((first[1:] - 1, [len(low) - 1]))
    runs: list[list[float]] = []
    for run in np.stack((low[first], value[first], high[last], rise[last]), axis=1).tolist():
        if runs and abs(_line(runs[-1], run[2]) - run[3]) <= 0.05 and abs(_line(runs[-1], run[0]) - run[1]) <= 0.05:
            runs[-1][2:] = run[2:]
        else:
            runs.append(run)
    starts, rates = [], []
    for at, run in enumerate(runs):
        rate = (run[3] - run[1]) / (run[2] - run[0])
        if at == 0:
            start = 0.0
        else:
            before = runs[at - 1]
            old = (before[3] - before[1]) / (before[2] - before[0])
            # Two lines cross where the older one has grown to the newer one.
            start = (run[1] - rate * run[0] - before[1] + old * before[0]) / (old - rate) if old != rate else run[0]
            start = min(max(start, before[2]), run[0])
        starts.append(start)
        rates.append(rate)
    return Pieces(tuple(starts), tuple(rates))


def _line(run: list[float], at: float) -> float:
    low, value, high, end = run
    return value + (end - value) / (high - low) * (at - low)


def _ask(taxes: list[OnTop], dollars: Any, owner: Any, np: Any) -> Any:
    """The engine's answers in dollars, row by row; one column call for all taxes of one kind."""
    from megaroth.kit.column import column

    def spread(amounts: list[Money]) -> Money:
        cents = [int(amount.cents) for amount in amounts]
        return amounts[0] if len(set(cents)) == 1 else Money(np.array(cents, dtype=np.int64)[owner])

    first = taxes[0]
    numbers: dict[str, Any] = {
        name: replace(getattr(first.tax, name), amount=spread([getattr(each.tax, name).amount for each in taxes]))
        for name in _NOT_INDEXED
    }
    fields: dict[str, Any] = {
        name: spread([getattr(each.beside, name) for each in taxes])
        for name in Income.__dataclass_fields__
        if isinstance(getattr(first.beside, name), Money)
    }
    seniors = {
        name: np.array([getattr(each.beside, name) for each in taxes])[owner]
        for name in ("aged_or_blind", "seniors")
        if len({getattr(each.beside, name) for each in taxes}) > 1
    }
    tax, beside = replace(first.tax, **numbers), replace(first.beside, **fields, **seniors)
    amounts = column((dollars * 100).astype(np.int64))
    with_it = federal_tax(tax, _with(beside, first.kind, amounts)).total
    without = np.array([int(each._without.cents) for each in taxes], dtype=np.int64)[owner]
    return (np.asarray(with_it.cents) - without) / 100.0
