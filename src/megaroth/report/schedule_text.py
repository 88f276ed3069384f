"""A schedule or an audit as lines for a terminal: what to set, the meters, every cheque, and what to know."""

from __future__ import annotations

from decimal import Decimal

from megaroth.report.lines import BLANK, Line, meter, wrapped
from megaroth.report.text import finding_lines
from megaroth.schedule.answer import JobSchedule, ScheduleAnswer

SOURCES = (("pre_tax", "pre-tax"), ("roth", "Roth"), ("catch_up", "catch-up"), ("after_tax", "after-tax"))
ALWAYS = (("pay", "pay"),)
CENTS = 100


def schedule_lines(answer: ScheduleAnswer, width: int = 80) -> list[Line]:
    """The whole answer."""
    projected = answer.law.status == "projected"
    head = f"{answer.household.year}, law {answer.law.status}"
    lines = [
        Line(
            head + (": PROJECTED figures, not announced yet" if projected else ""), "warning" if projected else "faint"
        )
    ]
    for job in answer.jobs:
        lines += [BLANK, *wrapped(job.headline, width, hang="  ", role="title")]
        lines += [*_meters(job, width), BLANK, *_table(job)]
    if answer.findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(list(answer.findings), width)]
    return lines


def _meters(job: JobSchedule, width: int) -> list[Line]:
    lines = []
    for row in job.meters():
        if row["of"] == "no limit":
            continue
        used, limit = Decimal(row["projected"]), Decimal(row["of"])
        bar = meter(int(used * CENTS), int(limit * CENTS), 10) if width >= 70 else ""
        lines.append(Line(f"  {row['limit']:<26}{used:>12,} of {limit:>12,}  {bar}".rstrip()))
    return lines


def _table(job: JobSchedule) -> list[Line]:
    """Only the columns in which something stands, and a total line."""
    rows = job.rows()

    def amount(row: dict[str, str | None], name: str) -> Decimal:
        return Decimal(row[name] or 0)

    used = [(name, label) for name, label in SOURCES if any(amount(row, name) for row in rows)]
    columns = [*ALWAYS, *used, ("match", "match")]
    if any(row["net_pay"] is not None for row in rows):
        columns.append(("net_pay", "net pay"))
    lines = [Line(f"  {'payday':<12}" + "".join(f"{label:>12}" for _, label in columns), "faint")]
    for row in rows:
        lines.append(Line(f"  {row['date']:<12}" + "".join(f"{amount(row, name):>12,.2f}" for name, _ in columns)))
    sums = [sum((amount(row, name) for row in rows), Decimal(0)) for name, _ in columns]
    lines.append(Line(f"  {'total':<12}" + "".join(f"{total:>12,.2f}" for total in sums), "title"))
    return lines
