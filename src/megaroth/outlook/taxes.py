"""The taxes on what an investment brings, on top of what the household is taxed on anyway: asked of the tax engine.

One futures' taxes come from the engine to the cent. For thousands of futures the same answers are laid out as straight
pieces, found by asking the engine and by nothing else: no number of law and no rule stands here a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
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

THINNEST = 4.0
"""Width in dollars below which no stretch is asked: the lines beside it cross there."""
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

    All are asked of the engine at once, on a coarse grid; a stretch that is not straight is split into sixteen, until a bend is
    known to a few dollars: there the lines on its two sides cross.
    """
    # One column call answers for taxes under one set of brackets; only what is not indexed may differ.
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, tax in enumerate(taxes):
        groups.setdefault((tax.tax.ordinary, tax.tax.gains), []).append(at)
    made: list[Pieces | None] = [None] * len(taxes)
    for members in groups.values():
        for at, pieces in zip(members, _pieces([taxes[at] for at in members], up_to), strict=True):
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


_GRID, _SPLIT = 64, 16
_INSIDE = (0.31, 0.5, 0.83)
"""Where, besides its two ends, a stretch is asked whether it is straight."""


def _pieces(taxes: list[OnTop], up_to: float) -> list[Pieces]:
    """Pieces of taxes under one set of brackets. What is known already, at an end or in a middle, is not asked again."""
    import numpy as np

    engine = _Engine(taxes)
    owner = np.arange(len(taxes))
    edges = np.tile(np.floor(np.linspace(0.0, up_to, _GRID + 1)), (len(taxes), 1))
    at_edges = engine.ask(edges.T, owner).T
    straight: list[tuple[Any, ...]] = []
    while len(owner):
        # A row of edges is a stretch that is not straight (at first the whole); here are its parts.
        wide = np.diff(edges) > THINNEST
        owner = np.repeat(owner, edges.shape[1] - 1)[wide.ravel()]
        lows, highs, v0, v1 = (part[wide] for part in (edges[:, :-1], edges[:, 1:], at_edges[:, :-1], at_edges[:, 1:]))
        inside, slope = np.floor(lows + (highs - lows) * np.array(_INSIDE)[:, None]), (v1 - v0) / (highs - lows)
        values = engine.ask(inside, owner)
        bent = (np.abs(values - v0 - slope * (inside - lows)) > 0.03).any(axis=0)
        straight.append(tuple(part[~bent] for part in (owner, lows, highs, v0, slope)))
        bent &= highs - lows > _SPLIT * THINNEST
        owner, lows, highs, v0, v1, middle = (part[bent] for part in (owner, lows, highs, v0, v1, values[1]))
        edges = np.floor(lows[:, None] + (highs - lows)[:, None] * np.linspace(0.0, 1.0, _SPLIT + 1))
        at_edges = np.empty(edges.shape)
        at_edges[:, 0], at_edges[:, _SPLIT // 2], at_edges[:, -1] = v0, middle, v1
        new = [at for at in range(_SPLIT) if at % (_SPLIT // 2)]
        at_edges[:, new] = engine.ask(edges[:, new].T, owner).T
    return _joined(len(taxes), *(np.concatenate(parts) for parts in zip(*straight, strict=True)))


def _joined(taxes: int, owner: Any, lows: Any, highs: Any, values: Any, slopes: Any) -> list[Pieces]:
    """Straight stretches put together: neighbours of one rate are one piece, pieces meet where their lines cross."""
    import numpy as np

    order = np.lexsort((lows, owner))
    owner, low, high, value, slope = (part[order] for part in (owner, lows, highs, values, slopes))
    rise = value + slope * (high - low)
    # Most neighbours lie on one line to the eye of the processor; the others are looked at one by one.
    bent = (np.abs(np.diff(slope)) > 1e-6) | (np.abs(rise[:-1] + slope[:-1] * (low[1:] - high[:-1]) - value[1:]) > 0.01)
    first = np.concatenate(([0], np.flatnonzero(bent | (np.diff(owner) > 0)) + 1))
    last = np.concatenate((first[1:] - 1, [len(low) - 1]))
    runs: list[list[list[float]]] = [[] for _ in range(taxes)]
    ends = np.stack((low[first], value[first], high[last], rise[last]), axis=1).tolist()
    for at, run in zip(owner[first].tolist(), ends, strict=True):
        mine = runs[at]
        if mine:
            low, value, high, end = mine[-1]
            rate = (end - value) / (high - low)
            if (
                abs(value + rate * (run[2] - low) - run[3]) <= 0.05
                and abs(value + rate * (run[0] - low) - run[1]) <= 0.05
            ):
                mine[-1][2:] = run[2:]
                continue
        mine.append(run)
    return [_crossing(mine) for mine in runs]


def _crossing(runs: list[list[float]]) -> Pieces:
    """Lines over stretches, in order, as pieces that begin where two lines cross."""
    starts, rates = [0.0], [_rate(runs[0])]
    for before, run in pairwise(runs):
        old, rate = _rate(before), _rate(run)
        # Two lines cross where the older one has grown to the newer one.
        start = (run[1] - rate * run[0] - before[1] + old * before[0]) / (old - rate) if old != rate else run[0]
        starts.append(min(max(start, before[2]), run[0]))
        rates.append(rate)
    return Pieces(tuple(starts), tuple(rates))


def _rate(run: list[float]) -> float:
    low, value, high, end = run
    return (end - value) / (high - low)


class _Engine:
    """The federal engine for taxes under one set of brackets: what differs between them becomes a column, row by row."""

    def __init__(self, taxes: Sequence[OnTop]) -> None:
        import numpy as np

        def cents(amounts: Iterable[Money]) -> Any:
            return np.array([int(amount.cents) for amount in amounts], dtype=np.int64)

        self.tax, self.beside = taxes[0].tax, taxes[0].beside
        self.without = cents(each._without for each in taxes)
        self.kinds = {kind: np.array([each.kind == kind for each in taxes]) for kind in {each.kind for each in taxes}}
        self.limits = {name: cents(getattr(each.tax, name).amount for each in taxes) for name in _NOT_INDEXED}
        self.amounts: dict[str, Any] = {}
        self.counts: dict[str, Any] = {}
        for name in Income.__dataclass_fields__:
            facts = [getattr(each.beside, name) for each in taxes]
            if len(set(facts)) == 1:
                continue
            if isinstance(facts[0], Money):
                self.amounts[name] = cents(facts)
            else:
                self.counts[name] = np.array(facts)

    def ask(self, dollars: Any, owner: Any) -> Any:
        """The further tax on amounts, all in dollars; `owner`: which tax each of the last axis is of."""
        import numpy as np

        mine, asked = np.broadcast_to(owner, dollars.shape).ravel(), (dollars.ravel() * 100).astype(np.int64)
        limits: dict[str, Any] = {
            name: replace(getattr(self.tax, name), amount=Money(cents[mine])) for name, cents in self.limits.items()
        }
        facts: dict[str, Any] = {name: Money(cents[mine]) for name, cents in self.amounts.items()}
        facts |= {name: counts[mine] for name, counts in self.counts.items()}
        income = replace(self.beside, **facts)
        for kind, is_kind in self.kinds.items():
            income = _with(income, kind, Money(np.where(is_kind[mine], asked, 0)))
        with_it = federal_tax(replace(self.tax, **limits), income).total
        further: Any = (np.asarray(with_it.cents) - self.without[mine]) / 100.0
        return further.reshape(dollars.shape)
