"""The signed years of pay, to the cent; with the peers' known errors among them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from megaroth.household.read import household_of
from megaroth.law.book import law_for
from megaroth.schedule.answer import JobSchedule, ScheduleAnswer, audit_answer, number, schedule_answer
from megaroth.tax.cash import job_cash

FOLDER = Path(__file__).parent / "cases"
CASES = [
    case
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
]


def answer_of(case: dict[str, Any], folder: Path) -> ScheduleAnswer:
    lines = [f"year = {case.get('year', 2026)}"]
    if "law" in case:
        rows = [f'[{name}]\namount = {amount}\nsource = "the case"' for name, amount in case["law"].items()]
        (folder / "law.toml").write_text("\n".join(["year = 2026", *rows]), encoding="utf-8")
        lines.append('law_file = "law.toml"')
    if "elsewhere" in case:
        lines.append(f'elsewhere = [{{ person = "me", elective_deferrals = {case["elsewhere"]} }}]')
    lines += [f'[people.me]\nborn = {case.get("born", 1986)}-05-05\n[[jobs]]\nname = "job"\nperson = "me"']
    lines += [f"plan = {{ {case['plan']} }}", f"pay = {{ {case['pay']} }}", *case.get("job", "").split(", wishes")[:1]]
    lines += [f"wishes{rest}" for rest in case.get("job", "").split(", wishes")[1:]]
    if "elections" in case:
        lines.append(f"current_elections = {{ {case['elections']} }}")
    household = household_of("\n".join(lines), "case", folder)
    assert not isinstance(household, list), household
    law = law_for(household.year, household.notice)
    question = schedule_answer if case.get("question") == "schedule" else audit_answer
    return question(law, household, case.get("today"), partial(job_cash, law, household))


def found(answer: ScheduleAnswer, job: JobSchedule, what: str) -> object:
    shown = job.as_json()
    if what in shown["totals"]:
        return shown["totals"][what]
    if what in ("excess_deferral", "excess_additions", "lost_by_timing", "lost_match"):
        return getattr(job.judged, what).plain()
    pay = answer.household.jobs[0].year_of_pay
    assert pay is not None
    return {
        "paydays": len(job.outcome.lines),
        "all_paydays": len(pay.paydays),
        "first_payday": pay.paydays[0].paid.isoformat(),
        "last_payday": pay.paydays[-1].paid.isoformat(),
        "eligible": answer.household.jobs[0].pay.plain(),
        "unfilled_deferral": shown["unfilled_deferral"],
        "unfilled_after_tax": shown["unfilled_after_tax"],
        "elections": [
            [e.since.isoformat(), number(e.regular.pre_tax), number(e.regular.after_tax)] for e in job.elections
        ],
        "changes": len(job.elections) - 1,
    }[what]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_case(case: dict[str, Any], tmp_path: Path) -> None:
    answer = answer_of(case, tmp_path)
    job = answer.jobs[0]
    for what, wanted in case["expect"].items():
        if what == "codes":
            assert set(wanted) <= {finding.code for finding in answer.findings}
        elif what == "line":
            day, *amounts = wanted
            row = next(row for row in job.rows() if row["date"] == day)
            assert [row["pre_tax"], row["after_tax"], row["match"]] == amounts
        elif what == "net":
            assert next(row["net_pay"] for row in job.rows() if row["date"] == wanted[0]) == wanted[1]
        else:
            assert found(answer, job, what) == wanted, what


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 35
    assert all(case["working"] for case in CASES)
