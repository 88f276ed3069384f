"""The tables of the states: which years and states they have, and that neither is made up."""

from __future__ import annotations

from megaroth.kit.money import ZERO, dollars, parse_money, percent
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
    """Rev. & Tax. Code §17041, §17073.5: of 2025, 9.3% from 72,724 and 10.3% from 371,479 above 5,706; known from 40,000 on."""
    tax = state_tax_for(2025, "CA", "single")
    assert tax is not None
    assert (tax.state, tax.status) == ("CA", "announced")
    assert "FTB" in tax.source
    assert "exemption credits" in tax.note
    assert tax.retirement_exclusion == ZERO
    bands = [(band.over, band.up_to, band.rate) for band in tax.bands]
    assert bands[0] == (ZERO, dollars(5_706), percent("0"))
    assert bands[1] == (dollars(40_000), dollars(47_158), percent("4"))
    assert bands[4] == (dollars(78_430), dollars(377_185), percent("9.3"))
    assert not tax.covers(dollars(39_999), dollars(41_000))


def test_edges_that_are_not_published_leave_a_stretch_unknown() -> None:
    """2026: from an edge of 2025 to 6% above it either of two rates may be right."""
    tax = state_tax_for(2026, "CA", "single")
    assert tax is not None
    assert tax.covers(parse_money("83135.80"), dollars(377_185))  # (72,724 + 5,706) and 6% of it
    assert not tax.covers(parse_money("83135.79"), dollars(90_000))
    assert not tax.covers(dollars(300_000), dollars(377_186))


def test_a_state_without_a_note_and_one_that_leaves_income_out() -> None:
    colorado, kentucky = state_tax_for(2025, "CO", "joint"), state_tax_for(2026, "KY", "head")
    assert colorado is not None
    assert kentucky is not None
    assert colorado.note == ""
    assert (colorado.bands[0].over, colorado.bands[0].rate) == (dollars(40_000), percent("4.4"))
    assert (kentucky.retirement_exclusion, kentucky.bands[0].rate) == (dollars(31_110), percent("3.5"))


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
    assert whole.covers(dollars(40_000), dollars(9_000_000))
