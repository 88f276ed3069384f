"""Taxes laid out as straight pieces are the engine's own answers, to a few cents, for every kind of income and household."""

from __future__ import annotations

import functools
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from megaroth.kit.money import Rate, dollars, percent
from megaroth.law.book import Filing
from megaroth.law.income_tax import income_tax_for
from megaroth.outlook.of_state import Kind, by_tables, flat_bands
from megaroth.outlook.pieces import NO_TAX, Pieces, flat
from megaroth.outlook.taxes import OnTop, in_todays_dollars, pieces_of
from megaroth.tax.s61_income import Income

UP_TO = 3_000_000.0
PLAIN = percent("2")
STATES = (
    (), flat_bands(Rate(93, 1000)), by_tables("CA", "single", 2026, PLAIN).ordinary, by_tables("NJ", "joint", 2026, PLAIN).bands("gains", 0.48),
)  # fmt: skip
WAGES = (0, 48_000, 202_000, 390_000)


@functools.cache
def taxes() -> list[tuple[OnTop, Pieces]]:
    """Every filing status, kind and several wages; thresholds of this year and of thirty years later, with a state and without."""
    asked = [
        OnTop(
            in_todays_dollars(income_tax_for(2026, filing), deflator),
            Income(wages=dollars(wages), medicare_wages=dollars(wages), aged_or_blind=aged),
            kind,
            state,
        )
        for filing in get_args(Filing)
        for kind in get_args(Kind)
        for wages, aged, deflator, state in zip(WAGES, (1, 0, 0, 1), (1.0, 0.48, 1.0, 0.48), STATES, strict=True)
    ]
    return list(zip(asked, pieces_of(asked, UP_TO), strict=True))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_piece_is_what_the_engine_says(data: st.DataObject) -> None:
    tax, pieces = data.draw(st.sampled_from(taxes()))
    bends = [bend for bend in pieces.starts if bend > 0]
    income = data.draw(
        st.one_of(
            st.integers(0, int(UP_TO) * 100).map(lambda cents: cents / 100),
            st.integers(0, 60_000_00).map(lambda cents: cents / 100),
            st.sampled_from(bends or [1.0]).flatmap(lambda bend: st.floats(-3, 3).map(lambda off: max(round(bend + off, 2), 0.0))),
        )
    )  # fmt: skip
    assert pieces.on(income) == pytest.approx(tax.on(income), abs=0.12)


def test_every_bend_of_the_brackets_is_found() -> None:
    """Ordinary income on top of nothing: the six tops of the brackets above the standard deduction, and no other bend."""
    (pieces,) = pieces_of([OnTop(income_tax_for(2026, "joint"), Income(), "ordinary")], UP_TO)
    tops = [start + 32_200 for start in (0, 24_800, 100_800, 211_400, 403_550, 512_450, 768_700)]
    assert list(pieces.starts) == pytest.approx([0, *tops], abs=3)
    assert [round(rate, 4) for rate in pieces.rates] == [0, 0.10, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37]


def test_a_column_is_each_of_its_rows() -> None:
    pieces = Pieces((0.0, 1_000.0, 50_000.0), (0.1, 0.3, 0.2))
    incomes = [-5.0, 0.0, 400.0, 1_000.0, 1_000.01, 60_000.0]
    assert pieces.on(np.array(incomes)).tolist() == [pieces.on(income) for income in incomes]
    assert pieces.on(60_000.0) == pytest.approx(100 + 14_700 + 2_000)


def test_a_loss_is_not_taxed_and_no_tax_is_false() -> None:
    assert flat(0.4).on(-100.0) == 0
    assert NO_TAX.on(100.0) == 0
    assert not NO_TAX
    assert flat(0.1)


def test_equal_parts_are_taxed_part_by_part() -> None:
    pieces = Pieces((0.0, 1_000.0), (0.0, 0.5))
    assert pieces.over_years(4).on(4_000.0) == 0
    assert pieces.over_years(4).on(6_000.0) == pytest.approx(4 * pieces.on(1_500.0))
