"""The tables of the states: which years and states they have, and that neither is made up."""

from __future__ import annotations

from megaroth.kit.money import ZERO, dollars, percent
from megaroth.law.rates_of_states import state_tax_for, state_years, states_of


def test_the_years_and_states_of_the_book() -> None:
    assert state_years() == [2025, 2026]
    assert {"CA", "NY", "PA"} <= set(states_of(2025))
    assert "year" not in states_of(2025)


def test_a_year_or_state_without_a_table() -> None:
    assert states_of(2024) == []
    assert state_tax_for(2024, "CA", "single") is None
    assert state_tax_for(2025, "TX", "single") is None


def test_a_deduction_moves_the_brackets_up() -> None:
    """Va. Code §58.1-320, §58.1-322.03: 2, 3, 5 and 5.75% from 3,000, 5,000 and 17,000 above 8,750 and one exemption of 930."""
    tax = state_tax_for(2025, "VA", "single")
    assert tax is not None
    assert [(band.over, band.rate) for band in tax.bands] == [
        (ZERO, percent("0")),
        (dollars(9_680), percent("2")),
        (dollars(12_680), percent("3")),
        (dollars(14_680), percent("5")),
        (dollars(26_680), percent("5.75")),
    ]


def test_where_a_rate_is_not_known_nothing_is_covered() -> None:
    """New York, single, 2025: 5.5% to 5.9% are recaptured above $107,650 of income; the book knows stretches of it."""
    tax = state_tax_for(2025, "NY", "single")
    assert tax is not None
    assert tax.covers(dollars(170_000), dollars(215_400))
    assert tax.covers(dollars(170_000), dollars(170_000))
    assert not tax.covers(dollars(170_000), dollars(215_401))
    assert not tax.covers(dollars(210_000), dollars(300_000))  # over a gap to a stretch that is known
    whole = state_tax_for(2025, "CO", "joint")
    assert whole is not None
    assert whole.covers(ZERO, dollars(9_000_000))
