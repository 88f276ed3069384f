"""A made-up workforce to try the commands on: 50,000 people of an employer who asks whether to offer after-tax money.

Nothing in it describes real people. The same number of people always gives the same census.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.law.book import law_for
from megaroth.workforce.files import whole_file, write_table
from megaroth.workforce.nondiscrimination import decimals

PEOPLE = 50 * 1_000
SPONSOR = """# The sponsor's file of a made-up employer: which plans the census speaks of, and how they are tested.
format = 1
year = 2026
as_of = 2026-09-30
paydays = [2026-10-09, 2026-10-23, 2026-11-06, 2026-11-20, 2026-12-04, 2026-12-18]

[plans."Acme 401(k)"]
employer_group = "acme"

[plans."Acme 401(k)".plan]
name = "Acme 401(k) Plan"
after_tax_allowed = "no"             # the question is whether to allow it
roth_deferrals = "yes"
in_plan_conversion = "automatic"
match_on_catch_up = "no"
match_on_after_tax = "no"
match_period = "payday"
true_up = "yes"
deferral_cap_percent = 75
[[plans."Acme 401(k)".plan.match]]
rate_percent = 100
up_to_percent_of_pay = 3
[[plans."Acme 401(k)".plan.match]]
rate_percent = 50
up_to_percent_of_pay = 2

[plans."Acme 401(k)".test]
method = "current-year"
"""


def census(people: int = PEOPLE, seed: int = 2026) -> Any:
    """The census as an Arrow table: its columns are called as a payroll system calls them."""
    rng = np.random.default_rng(seed)
    pay = (np.exp(rng.normal(11.25, 0.52, people)) * 100).astype(np.int64) // 100_000 * 100_000
    pay = np.clip(pay, 2_400_000, 120_000_000)
    age = np.clip(rng.normal(41, 11, people).astype(np.int64), 19, 68)
    born = (np.datetime64("2026-01-01") - age * 365 - rng.integers(0, 365, people)).astype("datetime64[D]")
    served = np.minimum(rng.integers(0, 25, people), np.maximum(age - 19, 0))
    hired = (np.datetime64("2026-01-01") - served * 365 + rng.integers(0, 200, people)).astype("datetime64[D]")
    hired = np.minimum(hired, np.datetime64("2026-06-30"))
    new = hired >= np.datetime64("2026-01-01")
    last = np.where(new, 0, pay * rng.integers(93, 100, people) // 100)
    takes_part = rng.random(people) < np.clip(0.58 + pay / (4 * 10**7), 0, 0.95)
    most = law_for(2026).elective_deferrals.amount.cents
    percent = np.where(takes_part, rng.choice([2, 3, 4, 5, 6, 8, 10, 12, 15], people), 0)
    so_far = pay * 3 // 4
    deferred = np.minimum(so_far * percent // 100, most)
    roth_part = rng.random(people) < 0.3
    matched = (
        np.minimum(deferred, so_far * 3 // 100)
        + np.minimum(np.maximum(deferred - so_far * 3 // 100, 0), so_far * 2 // 100) // 2
    )
    number = rng.permutation(people) + 100_000
    return pa.table(
        {
            "EE ID": pa.array([f"A{each}" for each in number]),
            "Plan Name": pa.array(["Acme 401(k)"] * people).dictionary_encode(),
            "Date of Birth": pa.array(born),
            "Hire Date": pa.array(hired),
            "Annual Pay": decimals(pay),
            "Prior Year Pay": decimals(last),
            "Prior Year FICA Wages": decimals(last),
            "Ownership Percent": decimals(np.zeros(people, np.int64)),
            "YTD Pay": decimals(so_far),
            "YTD Pre Tax": decimals(np.where(roth_part, 0, deferred)),
            "YTD Roth": decimals(np.where(roth_part, deferred, 0)),
            "YTD Match": decimals(matched),
            "Pretax Election": decimals(np.where(roth_part, 0, percent) * 100),
            "Roth Election": decimals(np.where(roth_part, percent, 0) * 100),
            "Vesting": decimals(np.where(served >= 3, 10**4, 0)),
        }
    )


def write_example(folder: Path, people: int = PEOPLE) -> list[Path]:
    """The census and the sponsor's file, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file, sponsor = folder / "census.parquet", folder / "sponsor.toml"
    write_table(census(people), file)
    with whole_file(sponsor) as aside:
        aside.write_text(SPONSOR, encoding="utf-8")
    return [file, sponsor]


TODAY = datetime.date(2026, 10, 1)
"""The day on which the made-up sponsor asks."""
