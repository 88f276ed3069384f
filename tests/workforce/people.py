"""A random census with every kind of plan, age, job and gap; and poison of thirty kinds. Used by tests and by soaks."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.workforce.mapping import Mapping, guess
from megaroth.workforce.nondiscrimination import decimals
from megaroth.workforce.settings import Sponsor, sponsor_of

PLAN_TEXTS = {
    "Half": """after_tax_allowed = "yes"
in_plan_conversion = "automatic"
after_tax_cap_percent = 10
hce_after_tax_cap_percent = 6
match_on_catch_up = "no"
super_catch_up = "yes"
[[match]]
rate_percent = 50
up_to_percent_of_pay = 6
""",
    "Matched after-tax": """after_tax_allowed = "yes"
in_service_withdrawal = "yes"
match_on_after_tax = "yes"
[[match]]
rate_percent = 100
up_to_percent_of_pay = 3
[[match]]
rate_percent = 50
up_to_percent_of_pay = 2
[nonelective]
percent_of_pay = 3
""",
    "By service": """after_tax_allowed = "yes"
in_plan_conversion = "on-request"
deferral_cap_percent = 50
combined_cap_percent = 60
[[match]]
rate_percent = 50
up_to_percent_of_pay = 4
service_below = 5
[[match]]
rate_percent = 100
up_to_percent_of_pay = 4
service_from = 5
""",
    "No Roth": """after_tax_allowed = "yes"
roth_deferrals = "no"
after_tax_cap_dollars = 20_000
[[match]]
rate_percent = 25
[match_limits]
max_dollars = 5_000
""",
    "Silent": 'match = "unknown"\n',
    "Closed": """after_tax_allowed = "no"
[[match]]
rate_percent = 100
up_to_percent_of_pay = 5
""",
}
AS_OF = datetime.date(2026, 6, 30)


def sponsor(folder: Path, top_paid: tuple[str, ...] = ()) -> Sponsor:
    """The plans above, each in a file of its own; those of `top_paid` count the top-paid fifth alone."""
    lines = ["year = 2026", f"as_of = {AS_OF}"]
    for at, (name, text) in enumerate(PLAN_TEXTS.items()):
        elected = 'top_paid_group = "yes"\n' if name in top_paid else ""
        path = folder / f"plan{at}.toml"
        # Several processes may ask at once: a file that is right is left alone, so that none is read half written.
        if not path.exists() or path.read_text(encoding="utf-8") != elected + text:
            path.write_text(elected + text, encoding="utf-8")
        lines += [f"[plans.{name!r}]", f'plan = "plan{at}.toml"', f'employer_group = "group{at % 4}"']
    read = sponsor_of("\n".join(lines), "sponsor.toml", folder)
    assert not isinstance(read, list), read
    return read


def census(rows: int, seed: int = 8, several: float = 0.01, unfair: bool = False) -> Any:
    """Random people: a table with every column that the limits read, some cells empty, some people with two jobs."""
    rng = np.random.default_rng(seed)
    plan = rng.integers(0, len(PLAN_TEXTS), rows)
    names = list(PLAN_TEXTS)
    pay = np.clip(np.exp(rng.normal(16.2, 0.8, rows)), 500_000, 300_000_000).astype(np.int64)
    so_far = pay * rng.integers(30, 70, rows) // 100
    share = rng.integers(0, 12, (3, rows))
    deferral = np.minimum(so_far * share[0] // 50, 3_400_000)
    roth = np.where((plan == 3) | (rng.random(rows) < 0.6), 0, deferral)
    after_tax = np.where((plan == 5) | (rng.random(rows) < 0.5), 0, so_far * share[1] // 80)
    match = so_far * share[2] // 300
    if unfair:  # so that the tests fail: the highly paid put in a fifth, the others nearly nothing
        after_tax = np.where(pay > 20_000_000, so_far // 5, np.minimum(after_tax, 50_000))
    last = pay * rng.integers(80, 110, rows) // 100
    last = np.where(rng.random(rows) < 0.05, 16_000_000 + rng.integers(-1, 2, rows), last)
    born = (np.datetime64("2026-07-01") - rng.integers(19 * 365, 72 * 365, rows)).astype("datetime64[D]")
    born = np.where(rng.random(rows) < 0.2, np.datetime64("1976-12-31") + rng.integers(0, 2, rows), born)
    served = rng.integers(0, 20, rows)
    hired = (np.datetime64("2026-06-30") - served * 365 - rng.integers(0, 200, rows)).astype("datetime64[D]")
    left = (np.datetime64("2026-01-15") + rng.integers(0, 300, rows)).astype("datetime64[D]")
    left = np.maximum(left, hired)
    employee = rng.permutation(rows).astype(np.int64) + 1
    twice = np.flatnonzero(rng.random(rows) < several)
    employee[twice] = employee[(twice + 1) % rows]
    plan[twice] = (plan[(twice + 1) % rows] + 1) % len(PLAN_TEXTS)
    after_tax[plan == 5] = 0
    roth = np.where(plan == 3, 0, roth)

    def some(share: float) -> Any:
        return rng.random(rows) < share

    elsewhere = np.where(some(0.1), rng.integers(0, 3_500_000, rows), 0)
    return pa.table(
        {
            "employee": pa.array(employee),
            "plan": pa.DictionaryArray.from_arrays(pa.array(plan.astype(np.int32)), pa.array(names)),
            "pay": decimals(pay),
            "born": pa.array(born),
            "last_year_pay": decimals(last, some(0.05)),
            "last_year_fica_wages": decimals(last, some(0.05)),
            "owner_percent": decimals(np.where(some(0.05), rng.choice([400, 500, 501, 600], rows), 0)),
            "hired": pa.array(hired, mask=some(0.1)),
            "left": pa.array(left, mask=~some(0.1)),
            "pay_so_far": decimals(so_far),
            "pre_tax": decimals(np.where(roth > 0, 0, deferral)),
            "roth": decimals(roth),
            "after_tax": decimals(after_tax),
            "match": decimals(match),
            "forfeitures": decimals(np.where(some(0.02), 12_345, 0)),
            "deferred_elsewhere": decimals(elsewhere, ~some(0.5)),
            "pre_tax_percent": decimals(rng.integers(0, 20, rows) * 100),
            "after_tax_percent": decimals(np.where(plan == 5, 0, rng.integers(0, 20, rows) * 100)),
            "paydays_left": pa.array(rng.integers(0, 14, rows)),
        }
    )


def mapping(table: Any) -> Mapping:
    """The mapping that the names tell."""
    return guess(table.column_names)
