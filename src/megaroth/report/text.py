"""An answer as plain lines for a terminal: words carry the meaning, never colour alone."""

from __future__ import annotations

import textwrap

from megaroth.kit.finding import Finding
from megaroth.kit.money import Money
from megaroth.kit.trace import Step
from megaroth.report.steps import steps_of
from megaroth.room.answer import JobAnswer, RoomAnswer

VERDICT = {"yes": "YES", "no": "NO", "ask": "NOT UNTIL YOU ASK"}


def room_lines(answer: RoomAnswer, width: int = 80, steps: bool = False, why: bool = False) -> list[str]:
    """The whole answer; `steps` adds the four steps and the law's status, `why` the explanation with citations."""
    law = answer.law
    lines = [
        f"{answer.household.year}, law {law.status}"
        + (" (PROJECTED: not announced)" if law.status == "projected" else "")
    ]
    for job in answer.jobs:
        lines += ["", *_job_lines(job)]
        if steps:
            for number, step in enumerate(steps_of(job), 1):
                lines += textwrap.wrap(f"  {number}. {step}", width, subsequent_indent="     ")
    if answer.findings:
        lines += ["", *finding_lines(list(answer.findings), width)]
    if why:
        lines += ["", "Why", *(line for part in answer.why.parts for line in why_lines(part))]
    return lines


def _job_lines(job: JobAnswer) -> list[str]:
    rows: list[tuple[str, Money | None]] = [
        ("Annual additions limit", job.annual_additions_limit),
        ("Deferrals", job.elective_deferral),
        ("Catch-up" + (" (must be Roth)" if job.catch_up_must_be_roth else ""), job.catch_up),
        ("Match", job.match),
        ("Other employer money", job.nonelective),
        ("After-tax room", job.after_tax_room),
        ("After-tax planned", job.after_tax_planned),
        ("Total into the plan", job.total),
    ]
    head = [f"{job.name} ({job.person}): {job.plan}", f"  Mega-backdoor Roth: {VERDICT[job.may_i]}"]
    return head + [f"  {label:<28}{'not known' if amount is None else str(amount):>14}" for label, amount in rows]


def finding_lines(findings: list[Finding], width: int = 80) -> list[str]:
    """Findings, gravest first, each with where it stands and what to do."""
    order = {"error": 0, "warning": 1, "info": 2}
    lines = []
    for finding in sorted(findings, key=lambda f: order[f.severity]):
        cite = f" [{finding.cite}]" if finding.cite else ""
        lines += textwrap.wrap(f"{finding.severity.upper()}: {finding.message}{cite}", width, subsequent_indent="  ")
        if finding.remedy:
            lines += textwrap.wrap(f"  -> {finding.remedy}", width, subsequent_indent="     ")
        if finding.where:
            lines.append(f"  at {finding.where}")
    return lines


def why_lines(step: Step, depth: int = 0) -> list[str]:
    """The explanation tree: rule, value, citation, and the terms with the one that decided."""
    indent = "  " * depth
    value = f" = {step.value}" if isinstance(step.value, Money | bool | int) else ""
    lines = [f"{indent}{step.rule.replace('_', ' ')}{value}  [{step.cite}]", f"{indent}  {step.says}"]
    for name, amount in step.terms.items():
        mark = ">" if name == step.decided_by else " "
        source = f"  [{step.sources[name]}]" if name in step.sources else ""
        lines.append(f"{indent}  {mark} {name.replace('_', ' ')}: {amount}{source}")
    return lines + [line for part in step.parts for line in why_lines(part, depth + 1)]
