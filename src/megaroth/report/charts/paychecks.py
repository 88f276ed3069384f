"""What goes into the plan paycheck by paycheck, stacked by source."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from megaroth.report.charts.style import COLOURS, chart, colours

if TYPE_CHECKING:
    from megaroth.schedule.answer import JobSchedule

SOURCES = {
    "pre_tax": "Pre-tax",
    "roth": "Roth",
    "catch_up": "Catch-up",
    "match": "Match",
    "after_tax": "After-tax, then Roth",
}


def paychecks_chart(job: JobSchedule) -> dict[str, Any]:
    """One bar a payday, stacked by source."""
    rows = job.rows()
    shown = [name for name in SOURCES if any(Decimal(row[name] or 0) for row in rows)]
    values = [
        {
            "date": row["date"],
            "source": SOURCES[name],
            "order": list(SOURCES).index(name),
            "amount": float(row[name] or 0),
        }
        for row in rows
        for name in shown
    ]
    total = sum((Decimal(row[name] or 0) for row in rows for name in shown), Decimal(0))
    names = [name for name in COLOURS if name in {SOURCES[each] for each in shown}]
    return chart(
        f"{job.name}: what goes into the plan on each of {len(rows)} paychecks, ${total:,.2f} in all; the table has the figures.",
        values,
        height=190,
        mark={"type": "bar"},
        encoding={
            "x": {
                "field": "date",
                "type": "ordinal",
                "timeUnit": "yearmonthdate",
                "axis": {"title": None, "format": "%b %-d", "labelAngle": -45, "labelOverlap": "greedy"},
            },
            "y": {"field": "amount", "type": "quantitative", "axis": {"title": "dollars a paycheck", "format": "~s"}},
            "color": {"field": "source", "type": "nominal", "scale": colours(names)},
            "order": {"field": "order", "type": "quantitative"},
            "tooltip": [
                {"field": "date", "type": "temporal", "title": "payday"},
                {"field": "source", "title": "source"},
                {"field": "amount", "type": "quantitative", "format": "$,.2f", "title": "amount"},
            ],
        },
    )
