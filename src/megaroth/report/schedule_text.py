"""A schedule or an audit as lines for a terminal: what to set, what to do first, the meters, and every paycheck."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from megaroth.kit.finding import Finding
from megaroth.report.lines import BLANK, Line, Role, meter, wrapped
from megaroth.report.paychecks import Row, stub_rows, sum_of, true_up_rows
from megaroth.report.text import finding_lines
from megaroth.schedule.answer import JobSchedule, ScheduleAnswer

SOURCES = (("pre_tax", "pre-tax"), ("roth", "Roth"), ("catch_up", "catch-up"), ("after_tax", "after-tax"))
CENTS = 100


def schedule_lines(answer: ScheduleAnswer, width: int = 80) -> list[Line]:
    """The whole answer: the numbers, then what to do about them, then the meters and the paychecks, then what was kept."""
    lines = [_head(answer)]
    for job in answer.jobs:
        lines += [BLANK, *wrapped(job.headline, width, hang="  ", role="title")]
    findings = _for_reading(answer)
    kept = [finding for finding in findings if _unnamed(answer, finding).startswith("PASS: ")]
    rest = [finding for finding in findings if finding not in kept]
    grave = [finding for finding in rest if finding.severity != "info"]
    if grave:
        lines += [BLANK, Line("To do first", "title"), *finding_lines(grave, width)]
    for job in answer.jobs:
        lines += [BLANK, *job_lines(job, width, answer.today, named=len(answer.jobs) > 1)]
    if notes := [finding for finding in rest if finding.severity == "info"]:
        lines += [BLANK, Line("To know", "title"), *_notes(answer, notes, width)]
    if kept:
        lines += [BLANK, Line("In order", "title"), *_notes(answer, kept, width, "good")]
    return lines


def payroll_lines(answer: ScheduleAnswer, width: int) -> list[Line]:
    """The schedule within a plan: every paycheck, and what is grave about them. The numbers are the last of the steps."""
    if not answer.jobs:
        return []
    lines = [BLANK, Line("Your paychecks with these numbers (`megaroth schedule` says more)", "title")]
    for job in answer.jobs:
        lines += job_lines(job, width, answer.today, named=len(answer.jobs) > 1)
    own = {finding.code for finding in answer.household.findings}
    grave = [each for each in _for_reading(answer) if each.severity != "info" and each.code not in own]
    return [*lines, *([BLANK, *finding_lines(grave, width)] if grave else [])]


def job_lines(job: JobSchedule, width: int, today: datetime.date | None, named: bool = False) -> list[Line]:
    """One job's meters and paychecks."""
    head = [Line(job.name, "title")] if named else []
    return [*head, *_meters(job, width), BLANK, *_table(job, today)]


def _head(answer: ScheduleAnswer) -> Line:
    projected = answer.law.status == "projected"
    head = f"{answer.household.year}, law {answer.law.status}"
    return Line(
        head + (": PROJECTED figures, not announced yet" if projected else ""), "warning" if projected else "faint"
    )


def _for_reading(answer: ScheduleAnswer) -> list[Finding]:
    """Findings without what the reader sees anyway: the place of a whole job, and the name of the only job."""
    whole = {job.where for job in answer.household.jobs}
    name = f"{answer.household.jobs[0].name}: " if len(answer.household.jobs) == 1 else ""
    return [
        replace(
            finding,
            where="" if finding.where in whole else finding.where,
            message=finding.message.removeprefix(name) if name else finding.message,
        )
        for finding in answer.findings
    ]


def _unnamed(answer: ScheduleAnswer, finding: Finding) -> str:
    """A finding's message without the job that it begins with."""
    for job in answer.household.jobs:
        if finding.message.startswith(f"{job.name}: "):
            return finding.message.removeprefix(f"{job.name}: ")
    return finding.message


def _notes(answer: ScheduleAnswer, findings: Iterable[Finding], width: int, role: Role = "") -> list[Line]:
    """Notes, each once: what is said of several jobs names them all."""
    jobs_of: dict[str, list[str]] = {}
    for finding in findings:
        message = _unnamed(answer, finding)
        name = finding.message.removesuffix(message)
        jobs_of.setdefault(f"{message[0].upper()}{message[1:]} {finding.remedy}".strip(), []).append(name[:-2])
    lines = []
    for text, names in jobs_of.items():
        jobs = ", ".join(name for name in names if name)
        lines += wrapped(f"- {jobs}: {text}" if jobs else f"- {text}", width, "  ", "    ", role)
    return lines


def _meters(job: JobSchedule, width: int) -> list[Line]:
    lines = []
    for row in job.meters():
        if row["of"] in ("no limit", "0.00"):
            continue
        used, limit = Decimal(row["projected"]), Decimal(row["of"])
        so_far = f"  {Decimal(row['so_far']):,} so far" if Decimal(row["so_far"]) and width >= 90 else ""
        bar = meter(int(used * CENTS), int(limit * CENTS), 10) if width >= 70 else ""
        lines.append(Line(f"  {row['limit']:<26}{used:>12,} of {limit:>12,}  {bar}{so_far}".rstrip()))
    return lines


def _table(job: JobSchedule, today: datetime.date | None) -> list[Line]:
    """Only the columns in which something stands; the pay stub and the paychecks since in a line each; the year's total."""
    rows = job.rows()
    stub = stub_rows(job)
    counted = [*stub, *rows]
    used = [(name, label) for name, label in SOURCES if any(_amount(row, name) for row in counted)]
    columns = [("pay", "pay"), *used, ("match", "match")]
    if any(row["net_pay"] is not None for row in rows):
        columns.append(("net_pay", "net pay"))
    kinds = any(row["kind"] != "regular" for row in rows)
    lines = [Line(f"  {'payday':<12}" + "".join(f"{label:>12}" for _, label in columns), "faint")]
    if stub:
        lines.append(_sums("by stub", stub, columns, "faint"))
    past = [row for row in rows if today is not None and str(row["date"]) < today.isoformat()]
    if len(past) > 1:
        lines.append(_sums(f"{len(past)} since" if stub else f"{len(past)} paid", past, columns, "faint"))
    else:
        past = []
    for row in rows[len(past) :]:
        kind = f"  {row['kind']}" if kinds and row["kind"] != "regular" else ""
        amounts = "".join(f"{_amount(row, name):>12,.2f}" for name, _ in columns)
        lines.append(Line(f"  {row['date']:<12}{amounts}{kind}"))
    for later in true_up_rows(job):
        cells = "".join(f"{_amount(later, name):>12,.2f}" if name == "match" else " " * 12 for name, _ in columns)
        lines.append(Line(f"  {'true-up':<12}{cells}".rstrip(), "faint"))
        counted = [*counted, later]
    lines.append(_sums("total", counted, columns, "title"))
    return lines


def _sums(label: str, rows: Sequence[Row], columns: Sequence[tuple[str, str]], role: Role) -> Line:
    """One line of sums; a column of which a row says nothing has no sum."""
    cells = ["" if (sum_ := sum_of(rows, name)) is None else f"{sum_:,.2f}" for name, _ in columns]
    return Line(f"  {label:<12}" + "".join(f"{cell:>12}" for cell in cells).rstrip(), role)


def _amount(row: Row, name: str) -> Decimal:
    return Decimal(row[name] or 0)
