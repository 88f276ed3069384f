"""The tables around the plan: mistakes are found at their line and say what to write; left out, nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from megaroth.household.model import Household, Wider
from megaroth.household.read import household_of
from megaroth.kit.finding import Finding

BASE = """year = 2026
[people.ana]
born = 1986-03-14
[[jobs]]
name = "Initech"
person = "ana"
pay = 200_000
"""
LINES = BASE.count("\n")


def read(tables: str) -> Household | list[Finding]:
    return household_of(BASE + tables, "file.toml", Path())


@pytest.mark.parametrize(
    ("tables", "code", "where", "says", "remedy"),
    [
        ("[outlook]\nreturn_percent = -1", "bad-value", "2:1 outlook.return_percent", "cannot be negative", "like 23_500.00 or 4.5"),
        ("[outlook]\nreturns = 5", "unknown-name", "2:1 outlook.returns", "not a name we know", "return_percent"),
        ("[outlook]\nspend_age = 30", "age-has-passed", "2:1 outlook.spend_age", "ana turns 40 in 2026; spend_age is 30", "40 or more"),
        ("[outlook]\nwork_until_age = 60\nspend_age = 55", "spent-before-saved", "3:1 outlook.spend_age", "wanted at 55", "not below"),
        ("[outlook]\nclosed_from = 2025", "year-has-passed", "2:1 outlook.closed_from", "the file plans 2026", "2026 or a later"),
        ("[outlook]\npayout_years = 0", "bad-value", "2:1 outlook.payout_years", "1 or more", "1 or more"),
        ('[outlook]\nat_end = "sales"', "bad-value", "2:1 outlook.at_end", 'must be "sale" or "step-up"', 'Did you mean "sale"?'),
        ("[cash]\nsavings = 12,5", "not-toml", "2:13", "", ""),
        ("[cash]\nmonths_wanted = 6.5", "wrong-type", "2:1 cash.months_wanted", "whole number", "whole number"),
        ("[[debts]]\nname = 'card'\nbalance = 100", "missing", "1:1 debts[0].rate_percent", "rate_percent", "Add `rate_percent"),
        ('[hsa]\ncoverage = "famly"', "bad-value", "2:1 hsa.coverage", '"family"', 'Did you mean "family"?'),
        ('[hsa]\ncoverage = "self"\nperson = "anna"', "unknown-person", "3:1 hsa.person", 'no person called "anna"', 'Did you mean "ana"?'),
        ('[[espp]]\njob = "initech"\ndiscount_percent = 15', "unknown-job", "2:1 espp[0].job", 'no job called "initech"', '"Initech"'),
        ('[[vests]]\njob = "Initrode"\nvalue = 5', "unknown-job", "2:1 vests[0].job", 'no job called "Initrode"', "Initech"),
        ('[[vests]]\njob = "Initech"\nvalue = 5\n[[vests]]\njob = "Initech"\nvalue = 6', "name-twice", "5:1 vests[1].job", "Two tables [[vests]]", "sum"),
        ('[[deferred_pay]]\njob = "Initech"\namount = "lots"', "bad-value", "3:1 deferred_pay[0].amount", "expected dollars", "digits"),
        ('[first]\norder = ["match", "match"]', "bad-value", "1:1 first", '"match" stands twice', "once"),
        ('[first]\norder = ["mtch"]', "bad-value", "2:1 first.order[0]", '"match"', 'Did you mean "match"?'),
    ],
)  # fmt: skip
def test_a_mistake_is_found_where_it_stands(tables: str, code: str, where: str, says: str, remedy: str) -> None:
    found = read(tables)
    assert isinstance(found, list)
    line, _, rest = where.partition(":")
    assert [finding.code for finding in found] == [code]
    assert found[0].where.startswith(f"file.toml:{LINES + int(line)}:{rest.split()[0]}"), found[0].where
    assert found[0].where.endswith(rest.split()[-1]) or " " not in rest
    assert says in found[0].message, found[0].message
    assert remedy in found[0].remedy, found[0].remedy


def test_left_out_nothing_is_stated() -> None:
    found = read("")
    assert isinstance(found, Household)
    assert found.wider == Wider()
    assert found.wider.debts is None


def test_no_debts_is_a_statement() -> None:
    found = household_of("debts = []\n" + BASE, "file.toml", Path())
    assert isinstance(found, Household)
    assert found.wider.debts == ()
