"""Taxes as the market needs them: a tax on an income of a year, as straight pieces; made from the engine, not from law.

The one body serves a number and a column of futures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


def above(value: Any, line: float) -> Any:
    """What of a value lies above a line; a number or a column, never the one that came in."""
    if isinstance(value, float | int):
        return value - line if value > line else 0.0
    import numpy as np

    if not line:
        return np.maximum(value, 0.0)
    over = value - line
    return np.maximum(over, 0.0, out=over)


class Tax(Protocol):
    """A tax on an income of a year (or of several), on top of whatever else is taxed then; amounts in dollars."""

    def on(self, income: Any) -> Any:
        """The tax on an income, or on a column of incomes; a loss is not taxed."""

    def over_years(self, years: int) -> Tax:
        """The tax on an amount that is taken in equal parts over that many years."""

    def __bool__(self) -> bool:
        """Whether anything is taxed at all."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A tax that grows by `rates[k]` a dollar from `starts[k]` on; nothing below the first start (in dollars)."""

    starts: tuple[float, ...] = ()
    rates: tuple[float, ...] = ()

    def on(self, income: Any) -> Any:
        """The tax on an income, or on a column of incomes; a loss is not taxed."""
        most = income if isinstance(income, float | int) else income.max()
        tax: Any = None
        before = 0.0
        for start, rate in zip(self.starts, self.rates, strict=True):
            if start >= most:
                # Nobody's income reaches this piece, nor those after it.
                break
            if rate != before:
                part = above(income, start)
                part *= rate - before
                tax = part if tax is None else tax + part
            before = rate
        return 0.0 if tax is None else tax

    def over_years(self, years: int) -> Pieces:
        """The tax on an amount that is taken in equal parts over that many years."""
        return Pieces(tuple(start * years for start in self.starts), self.rates)

    def __bool__(self) -> bool:
        return any(self.rates)


NO_TAX = Pieces()


def both(one: Pieces, other: Pieces) -> Pieces:
    """Two taxes on the same income."""
    starts = sorted({*one.starts, *other.starts})
    return Pieces(tuple(starts), tuple(_rate(one, start) + _rate(other, start) for start in starts))


def _rate(pieces: Pieces, at: float) -> float:
    """The rate from an income on."""
    return next((r for s, r in zip(pieces.starts[::-1], pieces.rates[::-1], strict=True) if s <= at), 0.0)


def flat(rate: float) -> Pieces:
    """One rate on everything."""
    return Pieces((0.0,), (rate,)) if rate else NO_TAX
