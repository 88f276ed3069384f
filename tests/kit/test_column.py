"""Columns: what becomes one, how rows are taken and stacked, and where integers and floats stay exact."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from megaroth.kit import column as column_module
from megaroth.kit.column import (
    EXACT_IN_FLOAT,
    EXACT_IN_INT,
    Blank,
    column,
    is_single,
    portion_of_column,
    stack,
    take,
)
from megaroth.kit.line import Sheet
from megaroth.kit.money import LARGEST, NO_CAP, NO_LIMIT, Money, Rate, Rounding
from megaroth.kit.rule import Cite, Limit
from megaroth.plan.model import Plan, Tier


def test_a_column_of_cents() -> None:
    for given in ([1, -2, LARGEST], np.array([1, -2, LARGEST], dtype=object), np.array([1, -2, LARGEST])):
        made = column(given)
        assert isinstance(made.cents, np.ndarray)
        assert made.cents.dtype == np.int64
        assert made.cents.tolist() == [1, -2, LARGEST]
    assert column(np.array([3], dtype=np.uint8)).cents.dtype == np.int64  # type: ignore[union-attr]
    assert column([]).cents.shape == (0,)  # type: ignore[union-attr]
    assert column(np.array([], dtype=object)).cents.shape == (0,)  # type: ignore[union-attr]


@pytest.mark.parametrize("given", [[1.5], [True], ["1"], np.array([1.0, 2.0])])
def test_only_whole_numbers_are_cents(given: Any) -> None:
    with pytest.raises(TypeError, match="cents are whole numbers, not "):
        column(given)


@pytest.mark.parametrize("wrong", [1.5, True, None])
def test_a_mixed_column_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"cents are whole numbers, not {type(wrong).__name__}"):
        column(np.array([1, wrong], dtype=object))


@pytest.mark.parametrize(
    "given",
    [
        [LARGEST + 1],
        [-LARGEST - 1],
        [2**70],
        [-(2**70)],
        np.array([LARGEST + 1], dtype=object),
        np.array([2**63], dtype=np.uint64),
    ],
)
def test_amounts_beyond_the_largest_are_refused(given: Any) -> None:
    with pytest.raises(OverflowError, match=f"an amount above {LARGEST} cents"):
        column(given)


@pytest.mark.parametrize("rounding", Rounding)
@pytest.mark.parametrize("edge", [EXACT_IN_FLOAT, EXACT_IN_INT])
@pytest.mark.parametrize("nudge", [-3, -2, -1, 0, 1, 2, 3])
def test_portions_are_exact_on_either_side_of_each_edge(edge: int, nudge: int, rounding: Rounding) -> None:
    """`product + bottom` reaches the edge: floats, 64-bit integers and integers of any size agree there."""
    bottom = 7
    amount = edge - bottom + nudge
    for of in (amount, -amount, amount - 1):
        if rounding is Rounding.DOWN:
            wanted = of // bottom
        elif rounding is Rounding.UP:
            wanted = -(-of // bottom)
        else:
            wanted = (2 * of + bottom) // (2 * bottom)
        for one_or_column in (bottom, np.array([bottom, bottom])):
            found = portion_of_column(np.array([of, 0]), 1, one_or_column, rounding)
            assert found.dtype == np.int64
            assert found.tolist() == [wanted, 0]


def test_rows_of_any_size_keep_their_shape() -> None:
    found = portion_of_column(LARGEST, np.array([10**6, 1]), np.array([10**6, 3]), Rounding.UP)
    assert found.tolist() == [LARGEST, 666_666_666_667]
    assert portion_of_column(np.array([], dtype=np.int64), 1, 2, Rounding.DOWN).shape == (0,)


def test_take() -> None:
    places = np.array([0, 2])
    rows = np.array([1, 2, 3])
    plan = Plan("p", rows > 1, after_tax_dollar_cap=Money(rows), match=(Tier(Rate(rows, 4)),))
    taken = take(plan, places, 3)
    assert taken.name == "p"
    assert taken.after_tax_allowed.tolist() == [False, True]
    assert taken.after_tax_dollar_cap.cents.tolist() == [1, 3]
    assert taken.match[0].rate.top.tolist() == [1, 3]
    assert taken.match[0].rate.bottom == 4
    tiers_alone = take(Plan("p", True, match=(Tier(Rate(1, 2), dollars=Money(rows)),)), places, 3)
    assert tiers_alone.match[0].dollars.cents.tolist() == [1, 3]
    assert take(rows, slice(1, 3), 3).tolist() == [2, 3]
    one = Plan("q", True)
    assert take(one, places, 3) is one
    assert take(rows, places, 5) is rows
    assert take(7, places, 3) == 7
    assert take(Plan, places, 3) is Plan


def test_a_blank_chooses_only_on_a_worksheet() -> None:
    with pytest.raises(NotImplementedError):
        Blank.choose(Sheet().blank(np.array([1])), Money(1), Money(2))


def test_structures_seen_to_be_single_are_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_module, "_SINGLE", seen := dict.fromkeys(range(1_000)))
    plan = Plan("q", True)
    assert is_single(plan)
    assert seen == {id(plan): plan}
    assert not is_single(Plan("q", np.array([True])))


def test_stack_of_values() -> None:
    assert stack([True, False]).dtype == np.bool_
    assert stack([np.bool_(True)]).tolist() == [True]
    assert stack([1, 2]).dtype == np.int64
    assert stack([np.int32(1), 2]).tolist() == [1, 2]
    assert stack([Money(1), NO_LIMIT]).cents.tolist() == [1, LARGEST]
    rates = stack([Rate(1, 2), NO_CAP])
    assert (rates.top.tolist(), rates.bottom.tolist()) == ([1, -1], [2, 1])
    assert stack(["a", "a"]) == "a"
    assert stack(["a", "b"]) == ""
    assert stack([None, None]) is None


def test_stack_of_structures() -> None:
    limits = stack([Limit(Money(1), Cite("n")), Limit(Money(2), Cite("n"), "projected")])
    assert limits.amount.cents.tolist() == [1, 2]
    assert limits.cite == Cite("n")
    assert limits.status == ""


def test_stack_pads_tiers() -> None:
    short, long = (Tier(Rate(1, 1)),), (Tier(Rate(1, 2)), Tier(Rate(1, 4), dollars=Money(9)))
    first, second = stack([short, long, ()])
    assert first.rate.top.tolist() == [1, 1, 0]
    assert first.rate.bottom.tolist() == [1, 2, 1]
    assert second.rate.top.tolist() == [0, 1, 0]
    assert second.of_pay.top.tolist() == [0, -1, 0]
    assert second.dollars.cents.tolist() == [LARGEST, 9, LARGEST]
    assert stack([(), ()]) == ()
