# mypy: ignore-errors
"""Runs PolicyEngine-US 2.68 over a table of households. Only in an environment of its own; the project never imports it.

`/path/to/oracle/bin/python tests/oracles_tax/run_policyengine.py 2026 households.csv > policyengine_2026.csv`. Amounts out
are cents. Its deduction for qualified business income is set to nothing, and it has no incentive stock options.
"""

import csv
import sys
from pathlib import Path

import numpy as np
from policyengine_core.variables import config

config.VALUE_TYPES[float]["dtype"] = np.float64  # 32 bits cannot hold the cents of the larger amounts
config.VALUE_TYPES[float]["default"] = 0.0

from policyengine_us import Simulation  # noqa: E402

FILING = {
    "single": "SINGLE",
    "joint": "JOINT",
    "separate": "SEPARATE",
    "head": "HEAD_OF_HOUSEHOLD",
    "survivor": "SURVIVING_SPOUSE",
}
LINES = {
    "agi": "adjusted_gross_income", "taxable_income": "taxable_income", "regular_tax": "regular_tax_before_credits",
    "alternative_minimum_tax": "alternative_minimum_tax", "net_investment_income_tax": "net_investment_income_tax",
    "additional_medicare_tax": "additional_medicare_tax", "self_employment_tax": "self_employment_tax",
    "credits": "ctc",
}  # fmt: skip


def situation(rows, year):
    people, units, homes = {}, {}, {}
    for row in rows:
        key, joint = row["id"], row["filing"] == "joint"
        at = {n: int(v) for n, v in row.items() if n not in ("filing", "state")}
        head = {
            "age": at["age1"], "is_blind": bool(at["blind"]), "employment_income": at["wages1"],
            "traditional_401k_contributions": at["deferral1"], "self_employment_income": at["profit1"],
            "taxable_interest_income": at["interest"], "tax_exempt_interest_income": at["exempt_interest"],
            "qualified_dividend_income": at["qualified"], "non_qualified_dividend_income": at["dividends"] - at["qualified"],
            "short_term_capital_gains": at["short_gains"], "long_term_capital_gains": at["long_gains"],
            "rental_income": at["rents"], "taxable_private_pension_income": at["pension"],
            "social_security_retirement": at["benefits"], "taxable_roth_conversions": at.get("conversion", 0),
        }  # fmt: skip
        members = [f"h{key}"]
        people[f"h{key}"] = {name: {year: value} for name, value in head.items()}
        if joint:
            members.append(f"s{key}")
            people[f"s{key}"] = {"age": {year: at["age2"]}, "employment_income": {year: at["wages2"]}}
        for n in range(at["children"] + at["other_dependents"]):
            members.append(f"d{key}_{n}")
            people[f"d{key}_{n}"] = {
                "age": {year: 10 if n < at["children"] else 17},
                "is_tax_unit_dependent": {year: True},
            }
        units[f"t{key}"] = {
            "members": members,
            "filing_status": {year: FILING[row["filing"]]},
            "cohabitating_spouses": {year: row["filing"] == "separate"},
            "salt": {year: at["salt"]},
            "interest_deduction": {year: at["mortgage"]},
            "charitable_deduction": {year: 0},
            "medical_expense_deduction": {year: 0},
            "qualified_business_income_deduction": {year: 0},
        }
        homes[f"g{key}"] = {"members": members, "state_code": {year: row.get("state", "TX")}}
    groups = {f"x{unit}": {"members": units[unit]["members"]} for unit in units}
    return {
        "people": people, "tax_units": units, "households": homes, "families": groups, "spm_units": groups,
        "marital_units": _marriages(rows),
    }  # fmt: skip


def _marriages(rows):
    made = {}
    for row in rows:
        key = row["id"]
        made[f"m{key}"] = {"members": [f"h{key}", f"s{key}"] if row["filing"] == "joint" else [f"h{key}"]}
        for n in range(int(row["children"]) + int(row["other_dependents"])):
            made[f"m{key}_{n}"] = {"members": [f"d{key}_{n}"]}
    return made


def main(year, path):
    with Path(path).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    simulation = Simulation(situation=situation(rows, year))
    columns = {name: simulation.calculate(variable, year, map_to="tax_unit") for name, variable in LINES.items()}
    # What is offered; IRC §26(a) ends it where the income tax does (beyond it lies the part that is paid out).
    columns["credits"] = np.minimum(columns["credits"], columns["regular_tax"] + columns["alternative_minimum_tax"])
    if "state" in rows[0]:
        columns["state_tax"] = simulation.calculate(
            "state_income_tax_before_refundable_credits", year, map_to="tax_unit"
        )
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["id", *columns])
    for row, values in zip(rows, zip(*columns.values(), strict=True), strict=True):
        out.writerow([row["id"], *(round(float(value) * 100) for value in values)])


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
