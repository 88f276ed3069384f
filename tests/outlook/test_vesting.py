"""A plan's words on vesting: read where they are plain, left alone where they are not."""

from __future__ import annotations

import pytest

from megaroth.outlook.vesting import next_step, vested, vesting_of


@pytest.mark.parametrize(
    ("words", "shares"),  # after 0, 1, 2, … years of service, in percent
    [
        ("immediate", [100]),
        ("You are always 100% vested.", [100]),
        ("cliff after 3 years", [0, 0, 0, 100]),
        ("match: cliff after 2 years", [0, 0, 100]),
        ("after 1 year", [0, 100]),
        ("match after 2 years of service; your own contributions at once", [0, 0, 100]),
        ("3-year cliff", [0, 0, 0, 100]),
        ("100% after three years of service", [0, 0, 0, 100]),
        ("20% a year", [0, 20, 40, 60, 80, 100]),
        ("25% per year of service", [0, 25, 50, 75, 100]),
        ("40% a year", [0, 40, 80, 100]),
        ("graded over 4 years", [0, 25, 50, 75, 100]),
        ("20% after 2 years, 40% after 3 years, 60% after 4 years, 80% after 5 years, 100% after 6 years", [0, 0, 20, 40, 60, 80, 100]),
        ("1 year 25%, 2 years 50%, 3 years 75%, 4 years 100%", [0, 25, 50, 75, 100]),
    ],
)  # fmt: skip
def test_plain_words(words: str, shares: list[int]) -> None:
    found = vesting_of(words)
    assert found is not None
    assert [str(vested(found, years)) for years in range(len(shares))] == [f"{share}%" for share in shares]


def test_thirds_are_exact() -> None:
    found = vesting_of("33 1/3% a year")
    assert found is not None
    assert (vested(found, 1).top, vested(found, 1).bottom) == (1, 3)
    assert str(vested(found, 3)) == "100%"
    assert next_step(found, 1) == (2, vested(found, 2))
    assert next_step(found, 3) is None


@pytest.mark.parametrize("words", ["", "see the plan", "by quarters", "6-year graded", "50% after 3 years, 40% after 5 years, 100% after 6 years",
                                   "20% after 2 years, 40% after 3 years"])  # fmt: skip
def test_other_words_are_not_guessed_at(words: str) -> None:
    assert vesting_of(words) is None
