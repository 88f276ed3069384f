"""Amounts and rates: what they accept, how they are written, what they refuse."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from megaroth.kit.column import column
from megaroth.kit.money import (
    LARGEST,
    NO_CAP,
    NO_LIMIT,
    ZERO,
    AmountError,
    Money,
    Rate,
    dollars,
    is_column,
    parse_money,
    percent,
)


def test_arithmetic_is_of_whole_cents() -> None:
    assert Money(150) + Money(275) == Money(425)
    assert Money(150) - Money(275) == Money(-125)
    assert dollars(72_000) == Money(7_200_000)
    assert ZERO == Money(0)
    assert Money(2) != Money(3)


@pytest.mark.parametrize(
    ("compare", "below", "same", "above"),
    [
        (operator.lt, True, False, False),
        (operator.le, True, True, False),
        (operator.gt, False, False, True),
        (operator.ge, False, True, True),
        (operator.eq, False, True, False),
        (operator.ne, True, False, True),
    ],
)
def test_comparisons(compare: Callable[[Any, Any], Any], below: bool, same: bool, above: bool) -> None:
    wanted = [below, same, above]
    assert [compare(Money(cents), Money(10)) for cents in (9, 10, 11)] == wanted
    assert list(compare(column([9, 10, 11]), Money(10))) == wanted


def test_money_is_no_number() -> None:
    assert Money(0) != 0
    assert Money(1).__eq__(1) is NotImplemented
    with pytest.raises(TypeError, match=r"amount > ZERO, not bool\(amount\)"):
        bool(Money(1))
    with pytest.raises(TypeError):
        np.array([1, 2]) * Money(1)
    assert {Money(5): "five"}[Money(5)] == "five"


@pytest.mark.parametrize("wrong", [1.0, "1", True, Decimal(1)])
def test_dollars_are_whole(wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"whole dollars are an int, not {type(wrong).__name__}"):
        dollars(wrong)


@pytest.mark.parametrize(
    ("cents", "shown", "plain"),
    [
        (0, "$0.00", "0.00"),
        (5, "$0.05", "0.05"),
        (-5, "-$0.05", "-0.05"),
        (7_200_000, "$72,000.00", "72000.00"),
        (-123_456_789, "-$1,234,567.89", "-1234567.89"),
        (LARGEST - 1, "$19,999,999,999.99", "19999999999.99"),
        (LARGEST, "no limit", "20000000000.00"),
    ],
)
def test_an_amount_as_written(cents: int, shown: str, plain: str) -> None:
    assert str(Money(cents)) == repr(Money(cents)) == shown
    assert Money(cents).plain() == plain


def test_a_column_is_not_spelt_out() -> None:
    assert str(column([1, 2, 3])) == "<3 amounts>"
    assert str(Rate(np.array([1, 2]), 3)) == "<rates>"
    assert str(Rate(1, np.array([3]))) == "<rates>"
    assert is_column(column([1]).cents)
    assert not is_column(1)


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        (300_000, 30_000_000),
        (Decimal("115384.62"), 11_538_462),
        ("23_500.00", 2_350_000),
        (" 12.5 ", 1_250),
        ("-3.25", -325),
        ("0", 0),
        ("1e3", 100_000),
        ("19999999999.99", LARGEST - 1),
    ],
)
def test_amounts_that_are_read(written: object, cents: int) -> None:
    assert parse_money(written) == Money(cents)


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("23,500", 'found "23,500"; write only digits, like 23_500.00, without commas, $ or %'),
        ("$5", 'found "$5"; write only digits'),
        ("5%", 'found "5%"; write only digits'),
        ("٣", 'found "٣"; write the digits 0-9, like 23_500.00'),
        ("lots", 'expected dollars as a number like 23_500.00, found "lots"'),
        ("NaN", 'expected dollars as a number like 23_500.00, found "NaN"'),
        (Decimal("Infinity"), "expected dollars as a number like 23_500.00, found Infinity"),
        (True, "expected dollars as a number like 23_500.00, found true"),
        (False, "found false"),
        (None, "found None"),
        (1.5, "found 1.5"),
        ({"a": 1}, "found a table"),
        ([1], "found a list"),
        ("1.005", "1.005 has more than two decimals; write whole cents, like 115_384.62"),
        ("20000000000", "20000000000 is larger than any amount we accept"),
        (-20_000_000_000, "-20000000000 is larger than any amount we accept"),
        ("1e16", '"1e16" is larger than any amount we accept'),
        (Decimal("1e400"), "1E+400 is larger than any amount we accept"),
    ],
)
def test_amounts_that_are_refused(written: object, complaint: str) -> None:
    with pytest.raises(AmountError) as refused:
        parse_money(written)
    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    ("written", "rate"),
    [
        ("4.5", Rate(9, 200)),
        (50, Rate(1, 2)),
        (0, Rate(0, 1)),
        (100, Rate(1, 1)),
        (Decimal("92.35"), Rate(1847, 2000)),
        ("66 2/3", Rate(2, 3)),
        ("2/3", Rate(1, 150)),
        ("0.0001", Rate(1, 1_000_000)),
        (100_000_000, Rate(1_000_000, 1)),
    ],
)
def test_rates_that_are_read(written: object, rate: Rate) -> None:
    assert percent(written) == rate


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("a/b", 'expected percent as a number like 4.5 or "66 2/3", found "a/b"'),
        ("1/0", 'expected percent as a number like 4.5 or "66 2/3", found "1/0"'),
        ("-1", "a percentage cannot be negative, found -1"),
        ("-1 -1/2", "a percentage cannot be negative"),
        ("0.00001", "0.00001 has more digits than a percentage needs; use at most four decimals"),
        (100_000_100, "100000100 has more digits than a percentage needs"),
        ("5%", 'found "5%"; write only digits, like 4.5, without commas, $ or %'),
        (True, "expected percent as a number like 4.5, found true"),
    ],
)
def test_rates_that_are_refused(written: object, complaint: str) -> None:
    with pytest.raises(AmountError) as refused:
        percent(written)
    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        (Rate(1, 2), "50%"),
        (Rate(9, 200), "4.5%"),
        (Rate(2, 3), "66 2/3%"),
        (Rate(0, 1), "0%"),
        (Rate(100, 1), "10000%"),
        (NO_CAP, "no cap"),
    ],
)
def test_a_rate_as_written(rate: Rate, shown: str) -> None:
    assert str(rate) == shown


def test_rates_add_exactly() -> None:
    together = Rate(1, 3) + Rate(2, 5)
    assert (together.top, together.bottom) == (11, 15)


def test_rates_multiply_exactly() -> None:
    product = Rate(1, 3) * Rate(2, 5)
    assert (product.top, product.bottom) == (2, 15)


def test_nothing_acceptable_reaches_no_limit() -> None:
    assert parse_money("19999999999.99") < NO_LIMIT
