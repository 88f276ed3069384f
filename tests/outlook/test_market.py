"""The market: where its years come from, and that a future depends on nothing but seed, path and year."""

from __future__ import annotations

import csv
import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from megaroth.kit.money import Money, percent
from megaroth.outlook import market

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data" / "annual_returns.csv"


def test_history_is_real_growth_of_the_mix() -> None:
    half = market.history(percent(50))
    assert (half.first_year, len(half.growth)) == (1928, 98)
    # 2008: stocks -36.55%, bonds 20.10%, prices 0.09%; 2022: -18.04%, -17.83%, 6.45%.
    assert half.growth[2008 - 1928] == pytest.approx((1 + (-0.3655 + 0.2010) / 2) / 1.0009, abs=1e-12)
    assert half.growth[2022 - 1928] == pytest.approx((1 - 0.17935) / 1.0645, abs=1e-12)
    assert half.deflator[2022 - 1928] == pytest.approx(1 / 1.0645, abs=1e-12)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not at hand")
def test_the_shipped_returns_are_the_shared_ones() -> None:
    assert (ROOT / "src/megaroth/outlook/annual_returns.csv").read_text(encoding="utf-8") == SHARED.read_text(
        encoding="utf-8"
    )


def test_the_returns_are_complete_and_plausible() -> None:
    text = (ROOT / "src/megaroth/outlook/annual_returns.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    assert [int(row["year"]) for row in rows] == list(range(1928, 2026))
    assert all(-60 < Fraction(row[name]) < 60 for row in rows for name in ("sp500", "treasury_10y", "inflation"))


def test_lognormal_has_the_stated_middle_and_swing() -> None:
    made = market.lognormal(percent(5), percent(17), percent("2.5"))
    logs = np.log(np.array(made.growth))
    assert len(made.growth) == 4096
    assert math.exp(float(np.median(logs))) == pytest.approx(1.05, abs=1e-4)
    assert float(logs.std()) == pytest.approx(0.17, abs=3e-4)
    assert list(made.growth) == sorted(made.growth)


@pytest.mark.parametrize("years", [1, 7, 40, 80])
def test_a_future_is_the_same_in_whatever_block_it_is_drawn(years: int) -> None:
    past = market.history(percent(80))
    whole = market.rows_of_bootstrap(past, years, 0, 500, 7)
    assert (whole == np.hstack([market.rows_of_bootstrap(past, years, at, 100, 7) for at in range(0, 500, 100)])).all()
    drawn = market.rows_of_lognormal(years, 0, 500, 7)
    assert (drawn == np.hstack([market.rows_of_lognormal(years, at, 125, 7) for at in range(0, 500, 125)])).all()
    longer = market.rows_of_lognormal(80, 0, 500, 7)
    assert (longer[:years] == drawn).all()


def test_another_seed_and_the_other_stream_are_other_futures() -> None:
    one, two = (market.rows_of_lognormal(40, 0, 100, seed) for seed in (1, 2))
    assert (one != two).mean() > 0.99
    past = market.history(percent(80))
    assert (market.rows_of_bootstrap(past, 40, 0, 100, 1) != one % 98).mean() > 0.9


def test_the_bootstrap_takes_five_years_together_and_every_year_as_often() -> None:
    past = market.history(percent(80))
    rows = market.rows_of_bootstrap(past, 40, 0, 20_000, 3).astype(int)
    for year in range(40):
        if year % market.BLOCK_YEARS:
            assert ((rows[year] - rows[year - 1]) % 98 == 1).all()
    counts = np.bincount(rows.ravel(), minlength=98)
    assert counts.min() > 0.93 * counts.mean()
    assert counts.max() < 1.07 * counts.mean()


def test_draws_of_the_lognormal_are_even_and_not_tied_to_their_neighbours() -> None:
    rows = market.rows_of_lognormal(40, 0, 20_000, 5).astype(float)
    assert rows.mean() == pytest.approx(2047.5, rel=0.005)
    for year in (1, 4, 16):
        assert abs(np.corrcoef(rows[0], rows[year])[0, 1]) < 0.03
    assert abs(np.corrcoef(rows[:, :-1].ravel(), rows[:, 1:].ravel())[0, 1]) < 0.01


def test_history_is_told_stretch_by_stretch() -> None:
    past = market.history(percent(100))
    rows = market.rows_of_history(past, 96)
    assert rows.shape == (96, 3)
    assert rows[:, 2].tolist() == list(range(2, 98))
    assert market.rows_of_history(past, 99).shape[1] == 0


@pytest.mark.parametrize(
    ("amount", "cents"), [(0.005, 1), (1.004999, 100), (-0.005, 0), (2.675, 268), (1_557_828.7149, 155782871)]
)
def test_back_to_cents_half_up(amount: float, cents: int) -> None:
    assert market.to_cents(amount) == Money(cents)
