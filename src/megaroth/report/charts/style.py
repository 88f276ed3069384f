"""How every chart looks: one palette, one font, no colour that carries a meaning alone (a legend names it)."""

from __future__ import annotations

from typing import Any

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "Inter"
INK, FAINT, LINE = "#1b2430", "#5b6673", "#d9dee4"
COLOURS = {
    "Pre-tax": "#1d4f91",
    "Roth": "#2f8f83",
    "Catch-up": "#8fb573",
    "Match": "#8793a1",
    "Other employer money": "#b9c2cc",
    "After-tax, then Roth": "#e3942a",
    "True-up": "#5d6b7a",
}
"""The sources of money, in the order they are stacked; the same colours on every page."""


def chart(description: str, values: list[dict[str, Any]], **parts: Any) -> dict[str, Any]:
    """A specification with our look: as wide as its container, `values` as its data."""
    return {
        "$schema": SCHEMA,
        "description": description,
        "width": "container",
        "data": {"values": values},
        "config": {
            "font": FONT,
            "background": None,
            "view": {"stroke": None},
            "axis": {
                "labelColor": FAINT,
                "titleColor": FAINT,
                "gridColor": LINE,
                "domainColor": LINE,
                "tickColor": LINE,
                "labelFontSize": 11,
                "titleFontSize": 11,
                "titleFontWeight": "normal",
            },
            "legend": {"labelColor": INK, "labelFontSize": 11, "title": None, "orient": "top", "symbolType": "square"},
        },
        **parts,
    }


def colours(names: list[str]) -> dict[str, Any]:
    """The scale of the sources that a chart shows."""
    return {"domain": names, "range": [COLOURS[name] for name in names]}
