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


# The random words once more, in whole numbers alone: Philox-4x64 of ten rounds (Salmon et al., 2011).

WORD = 2**64 - 1


def philox(counter: int, key: tuple[int, int]) -> list[int]:
    """Four words for one count."""
    words, (low, high) = [(counter >> 64 * part) & WORD for part in range(4)], key
    for _ in range(10):
        one, two = 0xD2E7470EE14C6C93 * words[0], 0xCA5A826395121157 * words[2]
        words = [(two >> 64) ^ words[1] ^ low, two & WORD, (one >> 64) ^ words[3] ^ high, one & WORD]
        low, high = (low + 0x9E3779B97F4A7C15) & WORD, (high + 0xBB67AE8584CAA73B) & WORD
    return words


def test_the_words_are_those_of_the_publication() -> None:
    assert philox(0, (0, 0)) == [0x16554D9ECA36314C, 0xDB20FE9D672D0FDC, 0xD7E772CEE186176B, 0x7E68B68AEC7BA23B]


def words_of(seed: int, stream: int, path: int, each: int) -> list[int]:
    """A path's words: its counts follow those of the path before; the first count is one."""
    return [
        word for count in range(path * each // 4, (path + 1) * each // 4) for word in philox(count + 1, (seed, stream))
    ]


@pytest.mark.parametrize("path", [0, 1, 17])
def test_a_year_is_a_piece_of_a_word_the_lowest_first(path: int) -> None:
    """So the same on a machine that stores its words the other way round."""
    words = words_of(9, 2, path, market.MOST_YEARS // 4)
    wanted = [(words[year // 4] >> 16 * (year % 4) & 0xFFFF) >> 4 for year in range(80)]
    assert market.rows_of_lognormal(80, path, 1, 9)[:, 0].tolist() == wanted


@pytest.mark.parametrize("path", [0, 1, 17])
def test_a_stretch_is_half_a_word_the_lower_first(path: int) -> None:
    past = market.history(percent(80))
    words = words_of(9, 1, path, market.MOST_YEARS // 8)
    starts = [((words[block // 2] >> 32 * (block % 2) & 0xFFFFFFFF) * 98) >> 32 for block in range(16)]
    wanted = [(starts[year // 5] + year % 5) % 98 for year in range(80)]
    assert market.rows_of_bootstrap(past, 80, path, 1, 9)[:, 0].tolist() == wanted
