"""The top-paid fifth: of the employer's people, each once, and the same for the limits, the offer and the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.workforce import people
from tests.workforce.test_limits import differences

from megaroth.questions import workforce
from megaroth.workforce.census import open_census
from megaroth.workforce.explain import explain_row
from megaroth.workforce.mapping import guess
from megaroth.workforce.nondiscrimination import run_tests
from megaroth.workforce.offer import pools
from megaroth.workforce.settings import Sponsor, sponsor_of
from megaroth.workforce.tables import reader_of
from megaroth.workforce.top_paid import with_top_paid

PLAN = 'plan = { after_tax_allowed = "yes", match = "none", hce_after_tax_cap_percent = 2, top_paid_group = "yes" }'
TWO_PLANS = f"""
year = 2026
[plans.P]
{PLAN}
employer_group = "one"
[plans.Q]
{PLAN}
employer_group = "one"
"""
ROWS = [
    # employee, plan, pay of last year, hired, left out of the count
    ("1", "P", "400000", None, None),
    ("2", "P", "300000", None, None),
    ("2", "Q", "20000", None, None),
    ("3", "P", "170000", None, None),
    ("4", "Q", "170000", None, None),
    ("5", "Q", None, "2026-02-01", None),  # was not there last year
    ("6", "Q", "0", None, None),  # nor was this one
    ("7", "Q", "165000", None, "yes"),  # under 21: left out of the count
    *((str(at), "PQ"[at % 2], "50000", None, None) for at in range(8, 14)),
]
"""Counted are 1, 2 (once, with 320,000), 3, 4 and the six with 50,000: ten people, of whom two are the fifth."""


def census(rows: list[Any]) -> Any:
    names = ("employee", "plan", "last_year_pay", "hired", "not_top_paid")
    columns = {name: pa.array([row[at] for row in rows], pa.string()) for at, name in enumerate(names)}
    return pa.table({**columns, "pay": pa.array(["100000"] * len(rows)), "age": pa.array(["40"] * len(rows))})


def sponsor(text: str) -> Sponsor:
    read = sponsor_of(text, "sponsor", Path())
    assert not isinstance(read, list), read
    return read


def test_the_fifth_is_one_of_the_employers_people() -> None:
    table = census(ROWS)
    found = with_top_paid(reader_of(table), guess(table.column_names), sponsor(TWO_PLANS))
    assert [terms.top_paid for terms in found.plans] == [{2026: 32_000_000}] * 2


def test_equals_at_the_edge_are_all_in() -> None:
    table = census([("1", "P", "400000", None, None), *((str(at), "P", "170000", None, None) for at in range(2, 8))])
    answers, rejects = workforce.limits_of_table(table, TWO_PLANS)
    assert rejects.num_rows == 0
    assert answers.column("is_hce").to_pylist() == [True] * 7  # a fifth of seven is two, and six share the second place


def test_limits_offer_and_tests_name_the_same_people(tmp_path: Path) -> None:
    table, text = census(ROWS), TWO_PLANS
    answers, _ = workforce.limits_of_table(table, text)
    hce = {(row["employee"], row["plan"]) for row in answers.to_pylist() if row["is_hce"]}
    assert hce == {("1", "P"), ("2", "P"), ("2", "Q")}
    capped = {(row["employee"], row["plan"]) for row in answers.to_pylist() if row["decided_by"] == "plan_hce_cap"}
    assert capped == hce
    file = tmp_path / "census.parquet"
    pa.parquet.write_table(table, file)
    opened = open_census(file)
    assert not isinstance(opened, list)
    told = explain_row(opened, guess(table.column_names), sponsor(text), 3)
    assert not isinstance(told, list)
    assert [job.is_hce for job in told.jobs] == [True, True]
    pool = pools(reader_of(table), guess(table.column_names), sponsor(text))
    assert [sum(each.is_hce) for _, each in sorted(pool.items())] == [2, 1]
    tests = run_tests(reader_of(table), guess(table.column_names), sponsor(text))
    assert [each.hce_people for each in tests.outcomes if each.test == "ACP"] == [2, 1]


def test_a_row_is_that_person_where_the_fifth_counts(tmp_path: Path) -> None:
    elect = people.sponsor(tmp_path, top_paid=("Half", "By service", "Silent"))
    table = people.census(500, seed=4, several=0.05)
    elect = with_top_paid(reader_of(table), people.mapping(table), elect)
    assert any(terms.top_paid for terms in elect.plans)
    assert differences(table, elect) == []


@pytest.mark.parametrize("word", ["yes", "no"])
def test_the_election_matters(tmp_path: Path, word: str) -> None:
    answers, _ = workforce.limits_of_table(census(ROWS), TWO_PLANS.replace('"yes" }', f'"{word}" }}'))
    assert sum(row or False for row in answers.column("is_hce").to_pylist()) == (3 if word == "yes" else 6)
