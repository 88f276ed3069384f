"""What a short text says, read in this process: field -> value."""

from __future__ import annotations

from typing import Any

from megaroth.reader import work


def fields(text: str) -> dict[str, Any]:
    """The accepted values of a text below the title of a plan."""
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()}


def tiers(*pairs: tuple[int, int]) -> list[dict[str, str]]:
    """Rate and reach of each tier as the reader writes them."""
    return [{"rate_percent": str(rate), "up_to_percent_of_pay": str(reach)} for rate, reach in pairs]
