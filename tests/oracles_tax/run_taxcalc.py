# mypy: ignore-errors
"""Runs Tax-Calculator 6.8 over a table of households. Only in an environment of its own; the project never imports it.

`/path/to/oracle/bin/python tests/oracles_tax/run_taxcalc.py 2026 households.csv > taxcalc_2026.csv`. Amounts out are cents.
The deduction for qualified business income is switched off, as the engine takes it as an amount.
"""

import csv
import sys

import pandas as pd
import taxcalc as tc

MARS = {"single": 1, "joint": 2, "separate": 3, "head": 4, "survivor": 5}
LINES = {
    "agi": "c00100", "taxable_income": "c04800", "regular_tax": "taxbc", "alternative_minimum_tax": "c09600",
    "net_investment_income_tax": "niit", "additional_medicare_tax": "ptax_amc", "self_employment_tax": "setax",
}  # fmt: skip


def main(year: int, path: str) -> None:
    made = pd.read_csv(path)
    couple = made.filing == "joint"
    dependents = made.children + made.other_dependents
    wages1 = made.wages1 - made.deferral1
    frame = pd.DataFrame(
        {
            "RECID": made.id + 1, "FLPDYR": year, "MARS": made.filing.map(MARS), "XTOT": 1 + couple + dependents,
            "num": 1 + couple, "age_head": made.age1, "age_spouse": made.age2, "blind_head": made.blind,
            "n24": made.children, "nu13": 0, "nu06": 0, "nu18": dependents, "n21": 1 + couple, "EIC": 0, "s006": 1.0,
            "e00200": wages1 + made.wages2, "e00200p": wages1, "e00200s": made.wages2, "pencon_p": made.deferral1,
            "e00900": made.profit1, "e00900p": made.profit1, "e00300": made.interest, "e00400": made.exempt_interest,
            "e00600": made.dividends, "e00650": made.qualified, "p22250": made.short_gains, "p23250": made.long_gains,
            "e02000": made.rents, "e01500": made.pension, "e01700": made.pension, "e02400": made.benefits,
            "e18400": made.salt, "e19200": made.mortgage, "cmbtp": made.options, "f6251": 1,
        }
    ).drop(columns="num")  # fmt: skip
    policy = tc.Policy()
    policy.implement_reform({"PT_qbid_rt": {year: 0.0}, "PT_qbid_min_ded": {year: 0.0}})
    records = tc.Records(
        data=frame, start_year=year, gfactors=None, weights=None, adjust_ratios=None, exact_calculations=True
    )
    calculator = tc.Calculator(policy=policy, records=records)
    calculator.advance_to_year(year)
    calculator.calc_all()
    columns = {name: calculator.array(variable) for name, variable in LINES.items()}
    columns["credits"] = calculator.array("c07220") + calculator.array("odc")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["id", *columns])
    for number, row in zip(made.id, zip(*columns.values(), strict=True), strict=True):
        out.writerow([number, *(round(value * 100) for value in row)])


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
