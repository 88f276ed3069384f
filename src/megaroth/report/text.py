"""An answer as lines for a terminal: first the verdict and the number, then the steps, then what to know and why."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.kit.rule import Limit
from megaroth.kit.trace import Step
from megaroth.plan.draft import Read
from megaroth.report.lines import BLANK, Line, Role, labelled, meter, wrapped
from megaroth.report.plain import term_words
from megaroth.report.steps import reason, steps_of

if TYPE_CHECKING:
    from megaroth.law.book import Law
    from megaroth.room.answer import JobAnswer, RoomAnswer
    from megaroth.schedule.answer import ScheduleAnswer

VERDICT: dict[str, tuple[str, Role]] = {
    "yes": ("YES", "good"),
    "no": ("NO", "bad"),
    "ask": ("NOT UNTIL YOU ASK", "unsure"),
}
MARK = {"error": "[!!] ERROR", "warning": "[!] WARNING", "info": "[i] INFO"}
WIDE_ENOUGH_FOR_BARS = 76
SAID_BY_PAYCHECKS = {"excess-annual-additions", "no-true-up"}
"""What the paychecks of a schedule show to the cent, and the year's room only roughly."""


def room_lines(
    answer: RoomAnswer,
    width: int = 80,
    steps: bool = False,
    why: bool = False,
    today: datetime.date | None = None,
    schedule: ScheduleAnswer | None = None,
    beside: list[Line] | None = None,
) -> list[Line]:
    """The whole answer; `steps` adds limits, the four steps, sources and law; `why` the explanation with citations.

    With a `schedule`, its numbers are the last step, and its paychecks stand below. `beside`: a section of other rooms,
    before the sources.
    """
    elections = schedule.elections if schedule else {}
    law, year = answer.law, answer.household.year
    projected = law.status == "projected"
    head = f"{year}, law {law.status}" + (": PROJECTED figures, not announced yet" if projected else "")
    lines = [Line(head, "warning" if projected else "faint")]
    for job in answer.jobs:
        paid = next((each for each in schedule.jobs if each.name == job.name), None) if schedule else None
        lines += [BLANK, *_job_lines(answer, job, width, paid.outcome.after_tax if paid else None)]
        if steps:
            lines += [
                BLANK,
                *_limit_lines(answer, job, width),
                BLANK,
                *_step_lines(job, law, width, today, elections.get(job.name, "")),
            ]
    if schedule is not None:
        from megaroth.report.schedule_text import payroll_lines

        lines += payroll_lines(schedule, width)
    scheduled = {job.name for job in schedule.jobs} if schedule else set()
    places = {job.case.job.where for job in answer.jobs if job.name in scheduled}
    findings = [each for each in answer.findings if each.where not in places or each.code not in SAID_BY_PAYCHECKS]
    if findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(findings, width, answer)]
    lines += beside or []
    if steps:
        for job in answer.jobs:
            lines += _source_lines(job, width)
        lines += [BLANK, *_law_lines(answer, width)]
    if why:
        lines += [BLANK, Line("Why", "title"), *(line for part in answer.why.parts for line in why_lines(part, width))]
    elif steps:
        lines += [BLANK]
        lines += wrapped("--why shows every rule with its citation. A planning aid, not advice.", width, role="faint")
    return lines


def _job_lines(answer: RoomAnswer, job: JobAnswer, width: int, reached: Money | None = None) -> list[Line]:
    """One job's verdict and amounts. `reached`: the after-tax money of the year that the paychecks left can bring."""
    age = next(person.age for person in answer.people if person.name == job.person)
    lines = wrapped(f"{job.name} ({job.person}, {age} this year): {job.plan}", width, hang="  ", role="title")
    lines += _verdict_lines(job, width)
    if job.after_tax_room is None:
        lines += labelled("How much?", "not known before the match is; see below", width, role="unsure")
    elif job.may_i != "no":
        unsure = " if the plan says yes" if job.may_i == "ask" else ""
        text = f"{job.after_tax_room} after tax in {answer.household.year}{unsure}"
        lines += labelled("How much?", text, width, role="title")
        lines += labelled("Decided by", reason(job.decided_by, job), width)
        if job.after_tax_planned is not None and job.after_tax_planned < job.after_tax_room and job.may_i == "yes":
            lines += labelled("Planned", f"{job.after_tax_planned}, as you wished", width)
        if job.after_tax_so_far > ZERO and job.after_tax_left is not None:
            lines += labelled("So far", f"{job.after_tax_so_far} is in; {job.after_tax_left} still to go", width)
        if reached is not None and job.after_tax_planned is not None and reached < job.after_tax_planned:
            text = f"{reached} with the paychecks that are left, in the steps of your plan"
            lines += labelled("Reachable", text, width, role="title")
    kind = "Roth" if job.case.job.wishes.is_roth else "pre-tax"
    roth = ", must be Roth" if job.catch_up_must_be_roth else ""
    own = "Own employer money" if job.case.job.self_employed else "Other employer money"
    rows: list[tuple[str, Money | None, bool]] = [
        (f"Deferral, {kind}", job.elective_deferral, True),
        (f"Catch-up{roth}", job.catch_up, bool(job.catch_up > ZERO) or roth != ""),
        ("Match", job.match, True),
        (own, job.nonelective, bool(job.nonelective > ZERO)),
        ("Forfeitures", job.case.facts.forfeitures, bool(job.case.facts.forfeitures > ZERO)),
        ("After tax, then Roth" if job.may_i != "no" else "After tax", job.after_tax_planned, True),
        ("Total into the plan", job.total, True),
    ]
    lines.append(BLANK)
    for label, amount, shown in rows:
        if shown:
            role: Role = "title" if label.startswith("Total") else ""
            lines.append(Line(f"  {label:<26}{'not known' if amount is None else str(amount):>14}", role))
    return lines


def _verdict_lines(job: JobAnswer, width: int) -> list[Line]:
    word, role = VERDICT[job.may_i]
    draft = job.case.job.plan.draft
    if job.may_i == "ask" and job.case.job.plan.questions:
        word += f" this: {job.case.job.plan.questions[0].ask}"
    elif job.may_i == "yes" and draft.from_directory:
        word += ", by public sources; confirm it in the plan's own document"
    elif job.may_i == "no":
        way = "takes no after-tax contributions" if not job.case.plan.after_tax_allowed else "gives no way into Roth"
        word += f": the plan {way}"
    return labelled("May I?", word, width, role=role)


def limit_rows(answer: RoomAnswer, job: JobAnswer) -> list[tuple[str, Money, Money, str]]:
    """Each limit of a job as planned: what it is called, what is used of it, the limit, the status of its number."""
    law, facts = answer.law, job.case.facts
    person = next(person for person in answer.people if person.name == job.person)
    rows: list[tuple[str, Money, Money, str]] = [
        (
            "Deferrals, §402(g)",
            job.elective_deferral + facts.deferrals_elsewhere,
            person.elective_deferral_limit,
            law.elective_deferrals.status,
        ),
    ]
    if person.catch_up_limit > ZERO:
        used = job.catch_up + facts.catch_up_elsewhere
        rows.append(("Catch-up, §414(v)", used, person.catch_up_limit, law.catch_up.status))
    if job.total is not None:
        used = job.total - job.catch_up + facts.other_plans
        rows.append(("Additions, §415(c)", used, job.annual_additions_limit, law.annual_additions.status))
    if job.after_tax_room is not None and job.after_tax_so_far > ZERO:
        rows.append(("After tax so far", job.after_tax_so_far, job.after_tax_room, "announced"))
    return rows


def _limit_lines(answer: RoomAnswer, job: JobAnswer, width: int) -> list[Line]:
    lines = [Line("  Limits, as planned" + ("" if width < WIDE_ENOUGH_FOR_BARS else " (used of limit)"), "title")]
    for label, used, limit, status in limit_rows(answer, job):
        text = f"  {label:<19}{used!s:>12} of {limit!s}"
        if width >= WIDE_ENOUGH_FOR_BARS:
            text = f"{text:<48}{meter(int(used.cents), int(limit.cents), 20 if width >= 90 else 10)}"
        lines.append(Line(text + (" PROJECTED" if status == "projected" else "")))
    return lines


def _step_lines(job: JobAnswer, law: Law, width: int, today: datetime.date | None, election: str) -> list[Line]:
    lines = [Line("  Your steps", "title")]
    for number, step in enumerate(steps_of(job, law, today, election), 1):
        lines += wrapped(f"{number}. {step}", width, "  ", "     ")
    return lines


_ORDER = {"error": 0, "warning": 1, "info": 2}


def finding_lines(findings: list[Finding], width: int = 80, answer: RoomAnswer | None = None) -> list[Line]:
    """Findings, gravest first, each with what to do, and where it stands unless that is a whole job of `answer`."""
    whole_jobs = {job.case.job.where for job in answer.jobs} if answer else set()
    lines: list[Line] = []
    for finding in sorted(findings, key=lambda f: _ORDER[f.severity]):
        cite = f" [{finding.cite}]" if finding.cite else ""
        head = f"{MARK[finding.severity]}: {finding.message}{cite}"
        lines += wrapped(head, width, hang="    ", role=finding.severity)
        if finding.remedy:
            lines += wrapped(f"-> {finding.remedy}", width, "    ", "       ")
        if finding.where and finding.where not in whole_jobs:
            lines += [Line(f"    at {finding.where}", "faint")]
    return lines


_MATTER = (
    "after_tax_allowed", "after_tax_cap_percent", "after_tax_cap_dollars", "hce_after_tax_cap_percent",
    "combined_cap_percent", "in_plan_conversion", "in_service_withdrawal", "match", "match_on_catch_up", "super_catch_up",
)  # fmt: skip


def proof_of(read: Read) -> str:
    """Where a term was read: document, page, date, and how sure that is."""
    parts = [read.source, f"page {read.page}" if read.page else "", read.date if read.source else "", read.confidence]
    return ", ".join(part for part in parts if part)


def _source_lines(job: JobAnswer, width: int) -> list[Line]:
    stated = job.case.job.plan.draft.stated
    proofs: dict[str, list[str]] = {}
    for field in _MATTER:
        if field in stated and (proof := proof_of(stated[field])):
            proofs.setdefault(proof, []).append(term_words(field))
    if not proofs:
        return []
    lines = [BLANK, *wrapped(f"Sources of the terms of {job.plan}", width, role="title")]
    for proof, fields in proofs.items():
        lines += wrapped(f"{', '.join(fields)}: {proof}", width, "  ", "    ")
    return lines


def law_rows(answer: RoomAnswer) -> list[tuple[str, Limit]]:
    """The numbers of law that this household's answer rests on."""
    law = answer.law
    rows: list[tuple[str, Limit]] = [
        ("Elective deferrals", law.elective_deferrals),
        ("Annual additions", law.annual_additions),
        ("Pay that counts", law.compensation),
        ("Highly paid above", law.hce_pay),
    ]
    if any(person.catch_up_limit > ZERO for person in answer.people):
        rows[1:1] = [("Catch-up from 50", law.catch_up), ("Catch-up at 60-63", law.catch_up_60_to_63)]
        if law.roth_catch_up_in_force:
            rows.append(("Roth catch-up above", law.roth_catch_up_wages))
    return rows


def _law_lines(answer: RoomAnswer, width: int) -> list[Line]:
    lines = [Line(f"Law of {answer.law.year}", "title")]
    for label, limit in law_rows(answer):
        status = "PROJECTED" if limit.status == "projected" else limit.status
        lines += labelled(label, f"{limit.amount!s:>11}  {status}, {limit.cite.ref}", width, 21)
    return lines


def why_lines(step: Step, width: int = 80, depth: int = 0) -> list[Line]:
    """The explanation tree: rule, value, citation, and the terms with the one that decided."""
    indent = "  " * depth
    value = f" = {_shown(step.value)}" if isinstance(step.value, Money | bool | int) else ""
    lines = wrapped(f"{step.rule.replace('_', ' ')}{value}  [{step.cite}]", width, indent, indent + "    ", "title")
    lines += wrapped(step.says, width, indent + "  ", role="faint")
    for name, amount in step.terms.items():
        mark = ">" if name == step.decided_by else " "
        source = f"  [{step.sources[name]}]" if name in step.sources else ""
        lines += wrapped(f"{name.replace('_', ' ')}: {amount}{source}", width, f"{indent}  {mark} ", indent + "      ")
    return lines + [line for part in step.parts for line in why_lines(part, width, depth + 1)]


def rule_lines(told: dict[str, Any], width: int = 80) -> list[Line]:
    """Rules that were looked up by words: name and citation, what they say, where they stand."""
    lines: list[Line] = []
    for rule in told["rules"]:
        lines += wrapped(f"{rule['name'].replace('_', ' ')}  [{rule['cite']}]", width, hang="    ", role="title")
        lines += wrapped(rule["says"], width, "  ")
        lines.append(Line(f"  {rule['module']}", "faint"))
    return lines or finding_lines([Finding(**finding) for finding in told["findings"]], width)


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
