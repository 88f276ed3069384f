"""Every yearly number of law was typed twice, by two authors; one digit changed in either turns this red."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from megaroth.law.book import LIMITS

SECOND: dict[str, Any] = tomllib.loads((Path(__file__).parent / "second_entry.toml").read_text(encoding="utf-8"))
YEARS = range(2018, 2028)


def shipped(year: int) -> dict[str, Any]:
    rows = tomllib.loads((LIMITS / f"{year}.toml").read_text(encoding="utf-8"))
    return {
        name: row["amount"] if "amount" in row else [row["start"], row["end"]]
        for name, row in rows.items()
        if isinstance(row, dict)
    }


@pytest.mark.parametrize("year", YEARS)
def test_both_entries_agree(year: int) -> None:
    assert shipped(year) == SECOND[str(year)]
