"""`docs/peers.md`: every row is a signed case, and every figure of our column is in what the program answers to it."""

from __future__ import annotations

import datetime
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.schedule.signed import CASES, answer_of

PAGE = (Path(__file__).parents[2] / "docs" / "peers.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in PAGE.splitlines() if line.startswith("| ")]
CASE_OF = {
    "Changed jobs": "the job changer who deferred 24,500 elsewhere",
    "$60,000 of pay": "100% of pay: 60,000",
    "Asked on 2 January 2027": "2 January 2027: the limits of 2027, projected",
    "One paycheck": "one paycheck left: nobody can elect 596%",
    "$720,000 of pay": "720,000 of pay, match stops at the limit on pay: an even deferral",
    "The same pay": "720,000 of pay, match stops at the limit on pay: the schedule",
    "Biweekly": "27 paychecks, not 24 or 26",
    "$25,200 deferred": "24,500 and not a cent more is PASS; a step beyond is FAIL with the paycheck, who returns it and until when",
    "55 years old": "55 years old: the limit is 32,500, not 24,500",
}
ERRORS = ("47,500", "72,000 of additions", "limits of 2026", "1030%", "full $10,800", "24 paychecks", '"maxed"')
"""The errors that must stand beside our answers."""


def of_input(text: str) -> str:
    return next(name for start, name in CASE_OF.items() if text.startswith(start))


def test_every_error_seen_has_its_row() -> None:
    theirs = " ".join(row[1] for row in ROWS[1:])
    assert [error for error in ERRORS if error not in theirs] == []
    assert sorted(of_input(row[0]) for row in ROWS[1:]) == sorted(CASE_OF.values())


def figures(text: str) -> set[Decimal]:
    return {Decimal(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


@pytest.mark.parametrize("row", ROWS[1:], ids=[row[0] for row in ROWS[1:]])
def test_our_column_is_what_comes_out(row: list[str], tmp_path: Path) -> None:
    case = next(case for case in CASES if case["name"] == of_input(row[0]))
    answer = answer_of(case, tmp_path)
    said = json.dumps(answer.as_json(), ensure_ascii=False)
    job = answer.jobs[0]
    came = figures(re.sub(r"\d{4}-\d\d-\d\d", "", said)) | {
        Decimal(answer.household.year),
        Decimal(len(job.outcome.lines)),
        # By law: what annual additions leave beside the deferral.
        Decimal((job.outcome.after_tax + job.unfilled_after_tax).plain()),
        Decimal(job.year.limits.additions.plain()),
    }
    for day in {line.paycheck.date for line in job.outcome.lines} | {datetime.date(answer.household.year, 12, 31)}:
        came |= {Decimal(day.day)}
    assert {number for number in figures(row[2]) if number not in came} == set()
    for word in ("projected", "PASS", "FAIL"):
        assert word not in row[2] or word in said
