"""Thresholds a conversion may push income over: what is lost beyond them is told, not computed.

Knows the tables of `limits/tax` and what the statute fixes: Medicare's tiers, and ranges over which something shrinks.
"""

from __future__ import annotations

from dataclasses import dataclass

from megaroth.kit.money import Money, dollars, parse_money
from megaroth.law.book import Filing, statutory_rows, tax_rows


@dataclass(frozen=True, slots=True)
class Range:
    """From `start` of income on something shrinks; at `end` it is gone (None: the size of it decides)."""

    name: str
    start: Money
    end: Money | None
    source: str


@dataclass(frozen=True, slots=True)
class MedicareTier:
    """From an income of `at_least` on, a month and person: the surcharges of Parts B and D."""

    at_least: Money
    part_b: Money
    part_d: Money
    source: str


def medicare_tiers(year: int, filing: Filing) -> tuple[MedicareTier, ...]:
    """The tiers of `year` with a surcharge, the lowest first; the highest begins at its bound, the others above theirs."""
    rows = tax_rows(year)
    tops, source = rows["irmaa"][filing]["upper"], rows["irmaa"][filing]["source"]
    bounds = [dollars(top) + Money(1) for top in tops[:-1]] + [dollars(tops[-1])]
    # A separate return knows the two highest surcharges only.
    part_b, part_d = (rows[name]["all"]["monthly"][-len(tops) :] for name in ("irmaa_part_b", "irmaa_part_d"))
    priced = zip(bounds, part_b, part_d, strict=True)
    return tuple(MedicareTier(bound, parse_money(b), parse_money(d), source) for bound, b, d in priced)


def ranges(year: int, filing: Filing) -> dict[str, Range]:
    """The ranges that are only warned of, by name; those that do not exist for the status are left out."""
    rows, statute = tax_rows(year), statutory_rows()
    found: dict[str, Range] = {}
    for name in ("student_loan_interest", "qualified_business_income"):
        if row := rows[name].get(filing):
            found[name] = Range(name, dollars(row["start"]), dollars(row["end"]), row["source"])
    if filing != "separate":
        of_status = "joint" if filing == "joint" else "single"
        row = statute[f"education_credits_phase_out_{of_status}"]
        found["education_credits"] = Range(
            "education_credits", dollars(row["start"]), dollars(row["end"]), row["source"]
        )
        row = statute[f"tips_and_overtime_phase_out_start{'_of_couples' if filing == 'joint' else ''}"]
        if row["first_year"] <= year <= row["last_year"]:
            found["tips_and_overtime"] = Range("tips_and_overtime", dollars(row["amount"]), None, row["source"])
    return found
