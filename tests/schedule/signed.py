"""The signed years of pay: a case becomes a household file, is answered, and every outcome it names is looked up.

Knows two forms: one person with one job (`plan`, `pay`, `elections`, `job`), and a whole `household` with several jobs, whose
outcomes stand in `expect_of.NAME`. `files` are written beside the household file. Refuses outcomes that it does not know.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from megaroth.household.model import Household
from megaroth.household.read import household_of
from megaroth.law.book import law_for
from megaroth.schedule.answer import JobSchedule, ScheduleAnswer, audit_answer, number, schedule_answer
from megaroth.schedule.audit import pay_limit_passed
from megaroth.tax.cash import job_cash

FOLDER = Path(__file__).parent / "cases"
KEYS = {
    "name", "working", "covers", "source", "question", "today", "year", "law", "born", "person", "head", "elsewhere", "plan",
    "pay", "job", "elections", "household", "files", "expect", "expect_of",
}  # fmt: skip
CASES: list[dict[str, Any]] = [
    case
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
]


def household_text(case: dict[str, Any]) -> str:
    """The household file of a case."""
    if "household" in case:
        return str(case["household"])
    lines = [f"year = {case.get('year', 2026)}"]
    if "law" in case:
        lines.append('law_file = "law.toml"')
    lines += [case["head"]] if "head" in case else []
    if "elsewhere" in case:
        lines.append(f'elsewhere = [{{ person = "me", elective_deferrals = {case["elsewhere"]} }}]')
    lines += [f"[people.me]\nborn = {case.get('born', 1986)}-05-05", case.get("person", "")]
    lines += ['[[jobs]]\nname = "job"\nperson = "me"']
    lines += [f"plan = {{ {case['plan']} }}", f"pay = {{ {case['pay']} }}", case.get("job", "")]
    if "elections" in case:
        lines.append(f"current_elections = {{ {case['elections']} }}")
    return "\n".join(lines)


def household_in(case: dict[str, Any], folder: Path) -> Household:
    """The household of a case, its files written into a folder."""
    if "law" in case:
        rows = [f'[{name}]\namount = {amount}\nsource = "the case"' for name, amount in case["law"].items()]
        (folder / "law.toml").write_text("\n".join(["year = 2026", *rows]), encoding="utf-8")
    for name, text in case.get("files", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    household = household_of(household_text(case), "case", folder)
    assert not isinstance(household, list), household
    return household


def answer_of(case: dict[str, Any], folder: Path) -> ScheduleAnswer:
    """What `audit` or `schedule` answers."""
    household = household_in(case, folder)
    law = law_for(household.year, household.notice)
    question = schedule_answer if case.get("question") == "schedule" else audit_answer
    return question(law, household, case.get("today"), partial(job_cash, law, household))


def differences(case: dict[str, Any], folder: Path) -> list[str]:
    """What is answered otherwise than the case says; empty where they agree to the cent."""
    answer = answer_of(case, folder)
    by_name = {job.name: job for job in answer.jobs}
    expected = {name: dict(outcomes) for name, outcomes in case.get("expect_of", {}).items()}
    expected.setdefault(next(iter(by_name)), {}).update(case.get("expect", {}))
    wrong = []
    for name, outcomes in expected.items():
        for what, wanted in outcomes.items():
            got = found(answer, by_name[name], what, wanted)
            wrong += [] if got == wanted else [f"{name} {what} is {got}, signed is {wanted}"]
    return wrong


def found(answer: ScheduleAnswer, job: JobSchedule, what: str, wanted: Any) -> object:
    """One outcome, in the form in which a case writes it."""
    if what == "codes":
        return [code for code in wanted if code in {finding.code for finding in answer.findings}]
    if what == "without":
        return [code for code in wanted if code not in {finding.code for finding in answer.findings}]
    if what == "says":
        text = "\n".join(f"{finding.message} {finding.remedy}" for finding in answer.findings)
        return [words for words in wanted if words in text]
    shown = job.as_json()
    if what in shown["totals"]:
        return shown["totals"][what]
    if what in ("excess_deferral", "excess_additions", "over_plan_caps", "lost_by_timing", "lost_match"):
        return getattr(job.judged, what).plain()
    if what == "line":
        row = next(row for row in job.rows() if row["date"] == wanted[0])
        return [wanted[0], row["pre_tax"], row["after_tax"], row["match"]]
    if what == "net":
        return [wanted[0], next(row["net_pay"] for row in job.rows() if row["date"] == wanted[0])]
    if what == "nets":
        return sorted({str(row["net_pay"]) for row in job.rows()})
    of = next(each for each in answer.household.jobs if each.name == job.name)
    pay = of.year_of_pay
    assert pay is not None
    passed = pay_limit_passed(job.year, job.outcome)
    simple: dict[str, object] = {
        "headline": job.headline,
        "law_status": answer.law.status,
        "paydays": len(job.outcome.lines),
        "all_paydays": len(pay.paydays),
        "first_payday": pay.paydays[0].paid.isoformat(),
        "last_payday": pay.paydays[-1].paid.isoformat(),
        "month_pay_passes_limit": passed and passed.month,
        "eligible": of.pay.plain(),
        "after_tax_left": (job.year.limits.additions - job.outcome.additions).plain(),
        "unfilled_deferral": shown["unfilled_deferral"],
        "unfilled_after_tax": shown["unfilled_after_tax"],
        "elections": [
            [e.since.isoformat(), number(e.regular.pre_tax), number(e.regular.after_tax)] for e in job.elections
        ],
        "changes": len(job.elections) - 1,
    }
    return simple[what]
