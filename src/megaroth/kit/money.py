"""Money is a whole number of cents; a rate is an exact fraction.

Knows: amounts, one at a time (`int`) or as a column (`int64` array), and how to round when asked by name.
Refuses: floats, truth values of amounts, and silent 64-bit wrap-around.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias, final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints: TypeAlias = int | NDArray[np.int64]
    Truth: TypeAlias = bool | NDArray[np.bool_]
else:
    # numpy stays out of the one-person path; the names exist so that type hints of rules resolve without it.
    Ints: TypeAlias = int
    Truth: TypeAlias = bool

LARGEST = 2_000_000_000_000
"""The largest amount in cents ($20 billion). Sums of a million such amounts still fit in 63 bits."""


class AmountError(ValueError):
    """An amount or rate that was written in a way we do not accept; the message says what to write instead."""


@final
@dataclass(frozen=True, slots=True, eq=False, init=False)
class Money:
    """A whole number of cents: one amount (`int`), or a column of amounts (`int64` array)."""

    cents: Ints
    __array_ufunc__ = None  # numpy may not swallow us: array * Money is a TypeError

    def __init__(self, cents: Ints) -> None:
        _set_cents(self, cents)

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - other.cents)

    def __le__(self, other: Money) -> Truth:
        return self.cents <= other.cents

    def __lt__(self, other: Money) -> Truth:
        return self.cents < other.cents

    def __ge__(self, other: Money) -> Truth:
        return self.cents >= other.cents

    def __gt__(self, other: Money) -> Truth:
        return self.cents > other.cents

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        return self.cents == other.cents if isinstance(other, Money) else NotImplemented

    def __ne__(self, other: object) -> Truth:  # type: ignore[override]
        return self.cents != other.cents if isinstance(other, Money) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.cents)

    def __bool__(self) -> bool:
        raise TypeError("ask a question of money: amount > ZERO, not bool(amount)")

    def __str__(self) -> str:
        if not isinstance(self.cents, int):
            return f"<{len(self.cents)} amounts>"
        if self.cents >= LARGEST:
            return "no limit"
        whole, part = divmod(abs(self.cents), 100)
        return f"{'-' if self.cents < 0 else ''}${whole:,}.{part:02d}"

    __repr__ = __str__

    def plain(self) -> str:
        """The amount as programs read it: `"72000.00"`."""
        whole, part = divmod(abs(int(self.cents)), 100)
        return f"{'-' if self.cents < 0 else ''}{whole}.{part:02d}"


# Half of one person's answer is making amounts, and the __init__ of a frozen dataclass takes twice as long as this.
_set_cents = Money.__dict__["cents"].__set__


def dollars(whole: int) -> Money:
    """Money from whole dollars."""
    if type(whole) is not int:
        raise TypeError(f"whole dollars are an int, not {type(whole).__name__}")
    return Money(whole * 100)


ZERO = Money(0)
NO_LIMIT = Money(LARGEST)
"""Stands where the law or a plan sets no limit: larger than any amount we accept, so the least of several ignores it."""


def parse_money(written: object) -> Money:
    """Dollars as a person or a program writes them: `300000`, `Decimal("115384.62")`, `"23_500.00"`.

    Raises `AmountError` for commas, signs of currency, more than two decimals, negatives of any size are allowed here
    (whether a field may be negative is the field's affair), and amounts above `LARGEST`.
    """
    number = _decimal(written, "dollars", "23_500.00")
    cents = number.scaleb(2)
    if cents != cents.to_integral_value():
        raise AmountError(f"{written} has more than two decimals; write whole cents, like 115_384.62")
    if abs(cents) >= LARGEST:
        raise AmountError(f"{written} is larger than any amount we accept")
    return Money(int(cents))


def _decimal(written: object, unit: str, example: str) -> Decimal:
    if isinstance(written, bool) or not isinstance(written, int | Decimal | str):
        raise AmountError(f"expected {unit} as a number like {example}, found {_shown(written)}")
    if isinstance(written, str):
        text = written.strip()
        plain = text.replace("_", "")
        if "," in text or "$" in text or "%" in text:
            raise AmountError(f'found "{text}"; write only digits, like {example}, without commas, $ or %')
        if not plain.isascii():
            raise AmountError(f'found "{text}"; write the digits 0-9, like {example}')
        try:
            number = Decimal(plain)
        except InvalidOperation:
            raise AmountError(f'expected {unit} as a number like {example}, found "{text}"') from None
    else:
        number = Decimal(written)
    if not number.is_finite():
        raise AmountError(f"expected {unit} as a number like {example}, found {_shown(written)}")
    if number.adjusted() > 15:
        raise AmountError(f"{_shown(written)} is larger than any amount we accept")
    return number


def _shown(written: object) -> str:
    if isinstance(written, bool):
        return "true" if written else "false"
    if isinstance(written, str):
        return f'"{written}"'
    if isinstance(written, dict):
        return "a table"
    if isinstance(written, list):
        return "a list"
    return str(written)


@final
@dataclass(frozen=True, slots=True)
class Rate:
    """An exact fraction, top/bottom (either may be a column). A negative top means: no cap is set (see `NO_CAP`)."""

    top: Ints
    bottom: Ints

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    def __mul__(self, other: Rate) -> Rate:
        return Rate(self.top * other.top, self.bottom * other.bottom)

    def __str__(self) -> str:
        if not isinstance(self.top, int) or not isinstance(self.bottom, int):
            return "<rates>"
        if self.top < 0:
            return "no cap"
        shown = Fraction(self.top * 100, self.bottom)
        if shown.denominator == 1:
            return f"{shown.numerator}%"
        exact = Decimal(shown.numerator) / Decimal(shown.denominator)
        if Fraction(exact) == shown:
            return f"{exact.normalize():f}%"
        whole, part = divmod(shown, 1)
        return f"{whole} {part}%" if whole else f"{part}%"


NO_CAP = Rate(-1, 1)
ALL = Rate(1, 1)
NONE = Rate(0, 1)


def percent(written: object) -> Rate:
    """A rate from a number of percent, exactly: `percent("4.5")` is 9/200; `"66 2/3"` is 2/3.

    Raises `AmountError` when it is not a number of percent or is negative.
    """
    if isinstance(written, str) and "/" in written:
        whole, _, fraction = written.strip().rpartition(" ")
        try:
            share = (int(whole or 0) + Fraction(fraction)) / 100
        except (ValueError, ZeroDivisionError):
            raise AmountError(f'expected percent as a number like 4.5 or "66 2/3", found "{written}"') from None
    else:
        share = Fraction(_decimal(written, "percent", "4.5")) / 100
    if share < 0:
        raise AmountError(f"a percentage cannot be negative, found {written}")
    if share.denominator > 10**6 or share.numerator > 10**6:
        raise AmountError(f"{written} has more digits than a percentage needs; use at most four decimals")
    return Rate(share.numerator, share.denominator)


class Rounding(Enum):
    """How a fraction of a cent is settled. There is no default: whoever rounds says how."""

    DOWN = "down"
    UP = "up"
    HALF_UP = "half up"


def is_column(value: Any) -> bool:
    """Whether these cents, years or flags are a column rather than one value (asked without importing numpy)."""
    return hasattr(value, "dtype")
