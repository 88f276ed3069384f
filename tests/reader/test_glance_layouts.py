"""At-a-glance tables copied as text: labels that hang over several lines, values below labels, columns, rows a kind of money, short answers."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict), told
    return {name: field["value"] for name, field in told["fields"].items()}


@pytest.mark.parametrize("opens", ["Yes. Specimen matches:", "Specimen matches:", "Each payday we put in:"])
@pytest.mark.parametrize("second", ["   50% of the next 3% of pay you contribute.", "   50% of the next 3% you save."])
def test_a_formula_on_lines_of_its_own_is_read_without_a_break(opens: str, second: str) -> None:
    text = (
        "Specimen 401(k) Plan\nPLAN HIGHLIGHTS\n\nDOES SPECIMEN MATCH MY CONTRIBUTIONS?\n"
        f"{opens}\n   100% of the first 3% of pay you contribute, plus\n{second}\nThe match is paid each pay period.\n"
    )
    tiers = [
        {"rate_percent": "100", "up_to_percent_of_pay": "3"},
        {"rate_percent": "50", "up_to_percent_of_pay": "3"},
    ]
    assert _fields(text).get("match", tiers) == tiers
