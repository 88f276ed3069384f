"""Federal tax: a column of returns, one return, one conversion with its explanation and warnings.

`python -m benchmarks.tax [ROWS] [REPEATS]`; processor time, medians; prints JSON. Every row of the column is first compared
with the same return asked alone (a sample of them), to the cent.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from megaroth.kit.column import column
from megaroth.kit.money import Money, dollars
from megaroth.law.income_tax import income_tax_for
from megaroth.questions.tax import tax as question
from megaroth.tax.federal import federal_tax
from megaroth.tax.s61_income import Income

COUPLE = Path(__file__).parents[1] / "examples" / "households" / "couple.toml"
LINES = ("agi", "taxable_income", "regular_tax", "alternative_minimum_tax", "net_investment_income_tax", "total")


def returns(rows: int, seed: int = 20_260_103) -> dict[str, Any]:
    """Wages, interest, qualified dividends, gains and pensions in cents, most of them of the size that employees have."""
    rng = np.random.default_rng(seed)
    wages = np.exp(rng.normal(16.4, 0.7, rows)).astype(np.int64)
    some = rng.random(rows) < 0.4
    interest = np.where(some, rng.integers(0, 2_000_000, rows), 0)
    dividends = np.where(some, rng.integers(0, 3_000_000, rows), 0)
    gains = np.where(rng.random(rows) < 0.2, rng.integers(0, 20_000_000, rows), 0)
    return {
        "wages": wages,
        "interest": interest,
        "dividends": dividends,
        "qualified_dividends": dividends,
        "long_term_gains": gains,
        "retirement_income": np.where(rng.random(rows) < 0.2, rng.integers(0, 5_000_000, rows), 0),
    }


def median(work: Callable[[], object], repeats: int, calls: int = 1) -> float:
    """Seconds of processor time a call, the median of the repeats."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        for _ in range(calls):
            work()
        taken.append((time.process_time() - start) / calls)
    return statistics.median(taken)


def main(rows: int = 10_000, repeats: int = 7) -> dict[str, Any]:
    tax, facts = income_tax_for(2026, "joint"), returns(rows)
    columns: dict[str, Any] = {name: column(cents) for name, cents in facts.items()}
    together = Income(**columns)
    every = federal_tax(tax, together)
    for at in range(0, rows, max(rows // 200, 1)):
        single: dict[str, Any] = {name: Money(int(cents[at])) for name, cents in facts.items()}
        alone = federal_tax(tax, Income(**single))
        for line in LINES:
            whole = np.broadcast_to(getattr(every, line).cents, rows)
            if int(whole[at]) != getattr(alone, line).cents:
                raise AssertionError(f"{line} of row {at} is another alone")
    one = Income(wages=dollars(250_000), dividends=dollars(9_000), qualified_dividends=dollars(8_000))
    text = COUPLE.read_text(encoding="utf-8")
    calls = max(rows // 100, 1)
    column_of = median(lambda: federal_tax(tax, together), repeats)
    return {
        "rows": rows,
        "agree_to_the_cent": True,
        "column_milliseconds": round(column_of * 1e3, 2),
        "million_returns_per_second": round(rows / column_of / 1e6, 2),
        "one_return_microseconds": round(median(lambda: federal_tax(tax, one), repeats, calls) * 1e6, 1),
        "conversion_of_a_household_milliseconds": round(
            median(lambda: question(text, dollars(3_000)), repeats, max(calls // 10, 1)) * 1e3, 2
        ),
    }


if __name__ == "__main__":
    print(json.dumps(main(*(int(word) for word in sys.argv[1:])), indent=2))
