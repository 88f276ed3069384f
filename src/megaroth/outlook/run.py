"""Running ways through a market: one future year by year, or thousands side by side; the same steps for both.

Only what is shown is kept: of many futures the value at the end, nothing of the years between.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from megaroth.kit.money import Money
from megaroth.outlook.market import (
    Market,
    Model,
    rows_of_bootstrap,
    rows_of_history,
    rows_of_lognormal,
    to_cents,
)
from megaroth.outlook.pots import Payments, Pots, Taking, YearTerms, market_year, taken
from megaroth.outlook.strategies import Strategy

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 2_048
"""Futures worked on together: few enough for the cache. No result depends on it."""


@dataclass(frozen=True, slots=True)
class YearEnd:
    """What a way holds at the end of a year of one future, and what it would bring, in dollars of today."""

    pots: Pots


def one_future(
    strategy: Strategy, terms: Sequence[YearTerms], growth: Sequence[float], deflators: Sequence[float]
) -> list[YearEnd]:
    """Year by year."""
    pots, ends = Pots(), []
    for pay, term, grow, deflate in zip(strategy.payments, terms, growth, deflators, strict=True):
        pots.step(market_year(grow, deflate, term), pay, term)
        pots.debt_paid = pay.debt
        ends.append(YearEnd(replace(pots, used=set(pots.used))))
    return ends


@dataclass(frozen=True, slots=True)
class Spread:
    """How a way ends over many futures, after all taxes, in whole cents of today."""

    strategy: str
    low: Money
    """One future in ten ends below."""
    middle: Money
    high: Money
    """One future in ten ends above."""
    ahead: int
    """In how many futures it ends ahead of the way it is measured by."""
    difference_low: Money
    difference: Money
    difference_high: Money


@dataclass(frozen=True, slots=True)
class Uncertain:
    """All ways over the same futures of one market."""

    model: Model
    futures: int
    spreads: tuple[Spread, ...]

    def of(self, strategy: str) -> Spread | None:
        """One way's spread."""
        return next((each for each in self.spreads if each.strategy == strategy), None)


def many_futures(
    ways: Sequence[Strategy], terms: Sequence[YearTerms], taking: Sequence[Taking], market: Market, model: Model,
    paths: int, seed: int, against: str = "taxable", threads: int = 1,
) -> Uncertain:  # fmt: skip
    """Every way through the same futures. `taking`: how each way is taxed at the end, in the order of `ways`.

    Whole blocks of futures go to threads; a block's result is its own, so neither number nor order of threads matters.
    """
    import numpy as np

    years, growths = len(terms), np.array(market.growth)
    deflators = market.deflator[0] if len(set(market.deflator)) == 1 else np.array(market.deflator)
    if model == "history":
        rows = rows_of_history(market, years)
        ends = [_block(ways, terms, taking, growths, deflators, rows)] if rows.shape[1] else []
    else:
        starts = range(0, paths, BLOCK)

        def block(first: int) -> NDArray[Any]:
            count = min(BLOCK, paths - first)
            drawn = (
                rows_of_bootstrap(market, years, first, count, seed)
                if model == "bootstrap"
                else rows_of_lognormal(years, first, count, seed)
            )
            return _block(ways, terms, taking, growths, deflators, drawn)

        if threads == 1:
            ends = [block(first) for first in starts]
        else:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(threads) as pool:
                ends = list(pool.map(block, starts))
    if not ends:
        return Uncertain(model, 0, ())
    values = np.concatenate(ends, axis=1)
    measure = values[[way.name for way in ways].index(against)]
    return Uncertain(
        model,
        values.shape[1],
        tuple(_spread(way.name, values[at], measure, np) for at, way in enumerate(ways)),
    )


def _block(
    ways: Sequence[Strategy],
    terms: Sequence[YearTerms],
    taking: Sequence[Taking],
    growths: Any,
    deflators: Any,
    rows: Any,
) -> NDArray[Any]:
    """What every way leaves, way by future; `deflators`: one number where prices rise alike every year."""
    import numpy as np

    pots = [Pots() for _ in ways]
    for year, term in enumerate(terms):
        deflate = deflators if isinstance(deflators, float) else deflators.take(rows[year])
        of_market = market_year(growths.take(rows[year]), deflate, term)
        for held, way in zip(pots, ways, strict=True):
            pay: Payments = way.payments[year]
            held.step(of_market, pay, term)
            held.debt_paid = pay.debt
    ends = np.empty((len(ways), rows.shape[1]))
    for at, held in enumerate(pots):
        ends[at] = taken(held, taking[at])
    return ends


def _spread(name: str, values: Any, measure: Any, np: Any) -> Spread:
    """Order statistics, each a value that one future really ended with: no sum, so no order of summing."""
    low, middle, high = _tenths(values, np)
    gap_low, gap, gap_high = _tenths(values - measure, np)
    return Spread(name, low, middle, high, int(np.count_nonzero(values > measure)), gap_low, gap, gap_high)


def _tenths(values: Any, np: Any) -> tuple[Money, Money, Money]:
    """The values at 10, 50 and 90 hundredths: the smallest that at least so many futures do not exceed."""
    places = [math.ceil(len(values) * part / 10) - 1 for part in (1, 5, 9)]
    low, middle, high = (to_cents(float(value)) for value in np.partition(values, places)[places])
    return low, middle, high
