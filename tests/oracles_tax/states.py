"""What states take of a conversion: households with and without one, for PolicyEngine, and the table that the tests read.

`python -m tests.oracles_tax.states make 2026 > households.csv`; then run_policyengine.py; then
`python -m tests.oracles_tax.states record 2026 households.csv policyengine.csv > tests/oracles_tax/states_2026.csv`.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import asdict
from pathlib import Path

from tests.oracles_tax.generate import Made

from megaroth.law.rates_of_states import WITHOUT_INCOME_TAX, states_of

INCOMES = (
    45_000,
    70_000,
    95_000,
    130_000,
    180_000,
    205_000,
    240_000,
    300_000,
    350_000,
    420_000,
    600_000,
    1_020_000,
    1_200_000,
)
CONVERSIONS = (3_000, 40_000)
LEAST_WITH_A_CHILD = 130_000
"""Below it credits for children and low incomes decide, which our answer says it does not count."""
FILINGS = ("single", "joint", "head")


def make(year: int) -> None:
    """Employees of 45 with wages and a little interest, in every state of the year's tables and those without a tax."""
    table, number = csv.writer(sys.stdout, lineterminator="\n"), 0
    for state in (*states_of(year), *WITHOUT_INCOME_TAX):
        for filing in FILINGS:
            for income in (each for each in INCOMES if filing != "head" or each >= LEAST_WITH_A_CHILD):
                for conversion in (0, *CONVERSIONS):
                    made = Made(
                        number, filing, 45, 45 if filing == "joint" else 0, wages1=income - 1_000, interest=1_000
                    )
                    made.children = int(filing == "head")
                    row = {**asdict(made), "state": state, "conversion": conversion}
                    if number == 0:
                        table.writerow(row)
                    table.writerow(row.values())
                    number += 1


def record(year: int, households: str, answers: str) -> None:
    """One row a household and conversion: state, status, income, conversion in dollars, state tax of it in cents."""

    def rows(path: str) -> list[dict[str, str]]:
        with Path(path).open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    told = {row["id"]: int(row["state_tax"]) for row in rows(answers)}
    table, without = csv.writer(sys.stdout, lineterminator="\n"), 0
    table.writerow(["state", "filing", "income", "conversion", "cents"])
    for row in rows(households):
        if row["conversion"] == "0":
            without = told[row["id"]]
        else:
            income = int(row["wages1"]) + int(row["interest"])
            table.writerow([row["state"], row["filing"], income, row["conversion"], told[row["id"]] - without])


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(int(sys.argv[2]))
    else:
        record(int(sys.argv[2]), *sys.argv[3:])
