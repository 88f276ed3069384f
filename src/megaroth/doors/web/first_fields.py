"""What the order of the next dollar needs beside cash: one debt, a stock purchase plan, money for college.

A household has rows for the first two. Half a row (a debt without its rate) is kept for the form and left out of every question; a debt of 0 says that there is none.
"""

from __future__ import annotations

from typing import Any

_NEEDED = {"debts": ("balance", "rate_percent"), "espp": ("discount_percent",)}


def put_row(household: dict[str, Any], table: str, key: str, value: Any) -> None:
    """Write into the first row of a table; a row of which nothing is said is none."""
    rows = household.setdefault(table, [])
    if not rows:
        rows.append({})
    if value == "":
        rows[0].pop(key, None)
    else:
        rows[0][key] = value
    if not any(rows[0].get(each) for each in _NEEDED[table]):
        del rows[0]
    if not rows:
        del household[table]


def row_value(household: dict[str, Any], table: str, key: str) -> Any:
    """What stands in the first row of a table."""
    rows = household.get(table) or [{}]
    return rows[0].get(key, "")


def whole_rows(household: dict[str, Any]) -> dict[str, Any]:
    """The household with whole rows only, each with the label that the form does not ask for."""
    if not any(table in household for table in _NEEDED):
        return household
    made = dict(household)
    jobs = [str(job.get("name")) for job in household.get("jobs", [])]
    for table, needed in _NEEDED.items():
        rows = [dict(row) for row in household.get(table, []) if all(row.get(key) not in (None, "") for key in needed)]
        for number, row in enumerate(rows, 1):
            if table == "debts":
                row.setdefault("name", f"Debt {number}")
            elif row.get("job") not in jobs:
                row["job"] = jobs[0]
        made.pop(table, None)
        none = table == "debts" and any(row.get("balance") == "0" for row in household.get(table, []))
        if rows or none or household.get(table) == []:
            made[table] = [row for row in rows if row.get("balance") != "0"]
    return made
