"""The market: yearly growth above inflation, and inflation. Its numbers are the only floats of the program.

A market is a short table of possible years; a future is a row number of that table for every year. So a future is
whole numbers until it is multiplied, and every strategy meets the same futures. Row numbers come from counters (seed,
path, year): no order of work, number of threads or machine changes them. Refuses to know taxes and strategies.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from megaroth.kit.money import Money, Rate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows: TypeAlias = NDArray[np.uint16]
    """Row numbers, shape (years, paths)."""

Model: TypeAlias = Literal["expected", "history", "bootstrap", "lognormal"]
LOGNORMAL_ROWS = 4096
BLOCK_YEARS = 5
"""Years that the bootstrap takes together, so that crashes and recoveries stay neighbours."""
MOST_YEARS = 128
_DIGITS = 12
"""Growth is kept to twelve decimals: what the libraries of two machines disagree about lies beyond."""


@dataclass(frozen=True, slots=True)
class Market:
    """Possible years, equally likely: growth above inflation (1.05 is 5%), and one over the year's price growth."""

    growth: tuple[float, ...]
    deflator: tuple[float, ...]
    first_year: int | None = None
    """The year of the first row, where rows are years that were."""


def share(rate: Rate) -> float:
    """A rate as the market counts."""
    return int(rate.top) / int(rate.bottom)


def in_dollars(amount: Money) -> float:
    """An amount as the market counts."""
    return int(amount.cents) / 100


def to_cents(amount: float) -> Money:
    """Back to whole cents, half a cent up: the one rounding of everything the market has grown."""
    return Money(math.floor(amount * 100 + 0.5))


def expected(real_return: Rate, inflation: Rate) -> Market:
    """Every year like the other."""
    return Market((1 + share(real_return),), (1 / (1 + share(inflation)),))


def lognormal(real_return: Rate, swing: Rate, inflation: Rate) -> Market:
    """Growth whose logarithm is normal around that of the expected one: 4,096 equally likely years (mid-quantiles)."""
    from statistics import NormalDist

    middle, spread, normal = math.log1p(share(real_return)), share(swing), NormalDist()
    shares = ((2 * row + 1) / (2 * LOGNORMAL_ROWS) for row in range(LOGNORMAL_ROWS))
    growth = tuple(round(math.exp(middle + spread * normal.inv_cdf(each)), _DIGITS) for each in shares)
    return Market(growth, (round(1 / (1 + share(inflation)), _DIGITS),) * LOGNORMAL_ROWS)


@cache
def history(stocks: Rate) -> Market:
    """The years 1928 to 2025 in the United States, stocks and 10-year Treasury bonds mixed anew every year."""
    part = Fraction(int(stocks.top), int(stocks.bottom))
    growth, deflator, first = [], [], None
    for row in _annual_returns():
        first = first or int(row["year"])
        mixed = part * Fraction(row["sp500"]) + (1 - part) * Fraction(row["treasury_10y"])
        prices = 1 + Fraction(row["inflation"]) / 100
        growth.append(round(float((1 + mixed / 100) / prices), _DIGITS))
        deflator.append(round(float(1 / prices), _DIGITS))
    return Market(tuple(growth), tuple(deflator), first)


@cache
def _annual_returns() -> tuple[dict[str, str], ...]:
    with Path(__file__).with_name("annual_returns.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))


def rows_of_history(market: Market, years: int) -> Rows:
    """Every stretch of history that is long enough, one after the other: (years, stretches)."""
    import numpy as np

    stretches = max(len(market.growth) - years + 1, 0)
    return np.asarray(np.arange(years)[:, None] + np.arange(stretches)[None, :], dtype=np.uint16)


def rows_of_bootstrap(market: Market, years: int, first: int, paths: int, seed: int) -> Rows:
    """Pieces of history, five years each, drawn anew (the year after the last is the first): paths `first` and on."""
    import numpy as np

    blocks = -(-years // BLOCK_YEARS)
    halves = _words(seed, 1, first, paths, MOST_YEARS // 8).view("<u4")[:, :blocks]
    starts = (halves.astype(np.uint64) * np.uint64(len(market.growth)) >> np.uint64(32)).astype(np.uint16)
    within = np.arange(years) % BLOCK_YEARS
    rows = starts[:, np.arange(years) // BLOCK_YEARS] + within.astype(np.uint16)
    return np.ascontiguousarray((rows % np.uint16(len(market.growth))).T)


def rows_of_lognormal(years: int, first: int, paths: int, seed: int) -> Rows:
    """Every year drawn by itself: paths `first` and on."""
    import numpy as np

    draws = _words(seed, 2, first, paths, MOST_YEARS // 4).view("<u2")[:, :years]
    return np.ascontiguousarray((draws >> np.uint16(4)).T)


def _words(seed: int, stream: int, first: int, paths: int, each: int) -> Any:
    """`each` random 64-bit words (a multiple of 4) for every path, little-endian; Philox-4x64 turned by counters alone."""
    import numpy as np

    per_path = each // 4
    philox = np.random.Philox(key=np.array([seed, stream], dtype=np.uint64), counter=first * per_path)
    return philox.random_raw(paths * each).reshape(paths, each).astype("<u8", copy=False)
