"""The states' withholding tables agree with themselves: each row's tax with the brackets below, each period with the others."""

from __future__ import annotations

from fractions import Fraction

import pytest

from megaroth.law.withholding_of_states import (
    PERIODS,
    StateMethod,
    state_editions,
    state_withholding_years,
    states_with_tables,
)

ALL: dict[str, StateMethod] = {
    f"{since} {state}": method
    for year in state_withholding_years()
    for state in states_with_tables(year)
    for since, method in state_editions(year, state)
}
WHOLE_DOLLARS = {"NY", "NJ"}
"""Their edges and taxes are rounded from a year's: they may be a dollar apart from the sum of the rows below."""


@pytest.mark.parametrize("name", ALL)
def test_a_rows_tax_is_that_of_the_brackets_below(name: str) -> None:
    for table in ALL[name].tables.values():
        assert table.rows[0].over.cents == table.rows[0].base.cents == 0
        for row, above in zip(table.rows, table.rows[1:], strict=False):
            width = int(above.over.cents) - int(row.over.cents)
            exact = int(row.base.cents) + Fraction(width * int(row.rate.top), int(row.rate.bottom))
            assert width > 0
            assert abs(exact - int(above.base.cents)) <= (100 if name[-2:] in WHOLE_DOLLARS else 2), above


@pytest.mark.parametrize("name", ALL)
def test_the_periods_are_shares_of_the_same_year(name: str) -> None:
    tables = ALL[name].tables
    for status in {status for _, status in tables}:
        edges = [[int(row.over.cents) * periods for row in tables[periods, status].rows] for periods in PERIODS]
        if tables[52, status].periods == 1:
            for same in zip(*edges, strict=True):
                # A dollar of rounding in a period, two where the table of couples doubles it.
                assert max(same) - min(same) <= 200 * max(PERIODS), (status, same)
        rates = [[row.rate for row in tables[periods, status].rows] for periods in PERIODS]
        assert all(each == rates[0] for each in rates)


@pytest.mark.parametrize("name", ALL)
def test_every_status_and_usual_period_has_a_table(name: str) -> None:
    assert {*ALL[name].tables} == {(n, status) for n in PERIODS for status in ("single", "joint", "head")}


def test_a_state_without_tables_is_none() -> None:
    assert state_editions(2026, "OR") == ()
    assert state_editions(2027, "CA") == ()
    assert state_editions(2026, None) == ()
    assert states_with_tables(2019) == []
    assert len(states_with_tables(2026)) == 13


def test_georgia_changes_in_may() -> None:
    assert [str(since) for since, _ in state_editions(2026, "GA")] == ["2026-01-01", "2026-05-11"]
