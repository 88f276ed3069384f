"""What stands on the paper, as plain data: every figure written out, every sentence finished.

One entry a job with its verdict, amount, steps, limits, paychecks and evidence; then what the whole household should know.
Knows no layout. All texts are data for `paper.typ`, which never reads them as markup.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.plan.draft import PlanDraft
from megaroth.report.charts.drawing import svg_of
from megaroth.report.charts.paychecks import paychecks_chart
from megaroth.report.charts.style import COLOURS
from megaroth.report.glossary import glossary
from megaroth.report.paper.beside import Beside
from megaroth.report.paper.calendar import dates_of
from megaroth.report.paper.cover import CoverFile
from megaroth.report.paper.into_roth import conversion_content
from megaroth.report.paper.kept import ledger_content
from megaroth.report.paper.years import outlook_content
from megaroth.report.paychecks import stub_rows, sum_of, true_up_rows
from megaroth.report.plain import head, plain, term_label, written_day
from megaroth.report.plan_text import letter, said, terms_in_order
from megaroth.report.sheet import JobSheet, in_order, sheets
from megaroth.report.steps import asked_of, reason, steps_of
from megaroth.report.text import law_rows, proof_of
from megaroth.room.answer import JobAnswer, RoomAnswer
from megaroth.schedule.answer import JobSchedule

SEVERITY = {"error": "Fix this", "warning": "Check this", "info": "Good to know"}
VERDICT = {"yes": "Yes", "no": "No", "ask": "Ask first"}
COLUMNS = (
    ("pay", "Pay"), ("pre_tax", "Pre-tax"), ("roth", "Roth"), ("catch_up", "Catch-up"),
    ("after_tax", "After-tax"), ("match", "Match"), ("net_pay", "Net pay"),
)  # fmt: skip
BESIDE = {"stub": "Pay stub", "true-up": "True-up"}
NEXT = 4
"""So many dates stand on the first page."""
ASSUMED = (
    "All figures are for one calendar year: the pay date decides to which year a paycheck belongs.",
    "Amounts are whole cents. Where the law or a plan rounds, the rule of that place is followed.",
    "Pay, contributions and wages are as entered; nothing was looked up anywhere.",
    "What the plan does not say is settled on the safe side and named under “Check this” or among the questions.",
)
EARNS = (
    "What waiting with a conversion costs is figured at 6% a year on the after-tax money, simple and day by day. It is an assumption: "
    "a better market makes waiting cost more, a loss less."
)
DISCLAIMER = (
    "A planning aid, not tax, legal or investment advice. The plan document decides what the plan allows; confirm its terms "
    "with the plan's administrator before you act."
)


def paper_content(
    room: RoomAnswer, beside: Beside, today: datetime.date, cover: CoverFile | None = None
) -> dict[str, Any]:
    """The whole paper of a household on a day, with whatever else was asked."""
    schedule = beside.schedule
    law, year = room.law, room.household.year
    cover = cover or CoverFile()
    pay = {job.name: job for job in schedule.jobs} if schedule else {}
    dates = [
        {"day": written_day(date.day), "what": date.what, "why": date.why} for date in dates_of(room, schedule, today)
    ]
    jobs = [
        _job(room, job, sheet, pay.get(job.name), today)
        for job, sheet in sorted(
            zip(room.jobs, sheets(room, schedule, today), strict=True), key=lambda each: each[1].is_over
        )
    ]
    findings = in_order([*room.findings, *(schedule.findings if schedule else ())])
    told: dict[str, Any] = in_words(
        {
            "title": f"Mega-backdoor Roth plan for {year}",
            "date": written_day(today),
            "year": str(year),
            "projected": law.status == "projected",
            "cover": cover.model_dump(),
            "jobs": jobs,
            "dates": dates,
            "next": dates[:NEXT],
            "findings": _findings(findings, {job.case.job.where for job in room.jobs}),
            "law": [
                {"label": label, "amount": str(limit.amount), "status": limit.status, "source": limit.cite.ref}
                for label, limit in law_rows(room)
            ],
            "conversion": conversion_content(room, beside),
            "outlook": outlook_content(beside, {job["name"]: job["reach"] for job in jobs}),
            "ledger": ledger_content(beside.kept),
            "assumptions": [*ASSUMED, *([EARNS] if beside.waiting else [])],
            "glossary": [{"term": term, "means": means} for term, means in glossary()],
            "disclaimer": DISCLAIMER,
        }
    )
    return told


_AS_THEY_ARE = frozenset(
    ("svg", "chart", "alt", "letter", "quote", "cover", "name", "person", "plan", "ledger", "glossary", "law")
)
"""What is drawn, quoted, or was written by somebody else."""
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")


def in_words(told: Any, key: str = "") -> Any:
    """Every sentence without files, commands and verdicts, and its dates as the rest of the paper writes them."""
    if key in _AS_THEY_ARE:
        return told
    if isinstance(told, dict):
        return {name: in_words(part, name) for name, part in told.items()}
    if isinstance(told, (list, tuple)):
        return [in_words(part) for part in told]
    return _ISO.sub(_written_day, plain(told).replace("`", "")) if isinstance(told, str) else told


def _written_day(found: re.Match[str]) -> str:
    try:
        return written_day(datetime.date.fromisoformat(found[0]))
    except ValueError:  # somebody typed it
        return found[0]


def _job(
    room: RoomAnswer, job: JobAnswer, sheet: JobSheet, pay: JobSchedule | None, today: datetime.date
) -> dict[str, Any]:
    age = next(person.age for person in room.people if person.name == job.person)
    finished = asked_of(job)
    headline = head(pay.headline.removeprefix(f"{job.name}: ")) if pay else ""
    return {
        "name": job.name,
        "person": job.person,
        "age": age,
        "plan": "Your plan" if job.plan == "your plan" else job.plan,
        "total": "not known" if sheet.total is None else str(sheet.total),
        "reach": _reach(sheet),
        "may_i": job.may_i,
        "verdict": VERDICT[job.may_i],
        "verdict_note": _verdict_note(job),
        "amount": None if job.after_tax_room is None or job.may_i == "no" else str(job.after_tax_room),
        "amount_note": _amount_note(job),
        "headline": headline,
        "payroll": _payroll(job, headline, today),
        "stack": _stack(sheet, job.case.job.wishes.is_roth),
        "limits": [
            {
                "label": f"{meter.label}, {meter.cite}",
                "used": str(meter.used),
                "limit": str(meter.limit),
                "share": _share(meter.used, meter.limit),
                "over": meter.state == "over",
            }
            for meter in sheet.meters
        ],
        "steps": _steps(room, job, headline, today),
        "paychecks": _paychecks(pay) if pay and pay.rows() else None,
        "evidence": _evidence(finished.draft),
        "hearsay": finished.draft.from_directory,
        "questions": [{"ask": question.ask, "why": question.why} for question in finished.questions],
        "letter": "" if job.case.job.is_over(today) else letter(finished),
    }


def _verdict_note(job: JobAnswer) -> str:
    if job.may_i == "no":
        way = "takes no after-tax contributions" if not job.case.plan.after_tax_allowed else "gives no way into Roth"
        return f"The plan {way}."
    if job.may_i == "ask":
        questions = job.case.job.plan.questions
        return questions[0].ask if questions else "Ask the plan's administrator."
    if job.case.job.plan.draft.from_directory:
        return "By public sources; confirm it in the plan's own document."
    return "By the plan's terms as you gave them."


def _payroll(job: JobAnswer, headline: str, today: datetime.date) -> tuple[str, str]:
    """What to enter in payroll, and a note beside it."""
    if headline:
        return headline, ""
    if job.case.job.is_over(today):
        return "Nothing more can be set.", "The job is over."
    if job.may_i != "yes":
        return ("Nothing to set after tax." if job.may_i == "no" else "Nothing to set yet."), ""
    if job.case.job.self_employed:
        return "No payroll: you pay it in yourself.", "Step 4 says how much."
    return "See step 4.", "Once your paydays are given, the paper has the percentages for every payday."


def _amount_note(job: JobAnswer) -> str:
    if job.may_i == "no":
        return ""
    if job.after_tax_room is None:
        return "Not known before the match is: both use the same limit."
    unsure = "If the plan says yes. " if job.may_i == "ask" else ""
    return f"{unsure}Decided by {reason(job.decided_by, job)}."


def _stack(sheet: JobSheet, is_roth: bool) -> list[dict[str, Any]]:
    """What makes up the year by the schedule (where there is one), as shares of everything that goes in."""
    names = {
        "deferral": "Roth" if is_roth else "Pre-tax",
        "match": "Match",
        "employer": "Other employer money",
        "forfeitures": "Other employer money",
        "after_tax": "After-tax, then Roth",
    }
    amounts: dict[str, Money] = {}
    for part in sheet.stack:
        if part.amount is not None and part.amount > ZERO:
            amounts[names[part.key]] = amounts.get(names[part.key], ZERO) + part.amount
    if sheet.catch_up_on_top > ZERO:
        amounts["Catch-up"] = sheet.catch_up_on_top
    total = sum(amounts.values(), ZERO)
    return [
        {"name": name, "amount": str(amounts[name]), "share": _share(amounts[name], total), "colour": colour}
        for name, colour in COLOURS.items()
        if name in amounts
    ]


def _reach(sheet: JobSheet) -> str:
    """What of the room can still go in, where that is not all of it."""
    if sheet.may_i == "no" or sheet.is_reached or sheet.after_tax is None:
        return ""
    return f"{sheet.after_tax} of it can still go in this year; the paychecks that are left cannot take the rest."


def _share(part: Money, whole: Money) -> float:
    """For the length of a bar alone, between nothing and everything."""
    if not whole > ZERO:
        return 0.0
    return max(0.0, min(1.0, int(part.cents) / int(whole.cents)))


def _steps(room: RoomAnswer, job: JobAnswer, headline: str, today: datetime.date) -> list[dict[str, str]]:
    """The steps, each as its name and its text; the schedule's numbers replace those counted over the whole year."""
    found = []
    for step in steps_of(job, room.law, today):
        step = plain(step)  # names are left as they are otherwise
        name, colon, rest = step.partition(": ")
        named = bool(colon) and len(name) <= 60 and not name.startswith("Nothing")
        found.append({"name": name, "text": head(rest)} if named else {"name": "", "text": step})
    if headline and job.may_i == "yes" and found[-1]["name"].startswith("Elect"):
        found[-1] = {"name": "Elect", "text": f"{headline} Every paycheck is listed further on."}
    return found


def _paychecks(job: JobSchedule) -> dict[str, Any]:
    rows = [*stub_rows(job), *job.rows(), *true_up_rows(job)]
    columns = [
        (name, label)
        for name, label in COLUMNS
        if name in ("pay", "match") or any(Decimal(row[name] or 0) for row in rows)
    ]
    sums = [sum_of(rows, name) for name, _ in columns]
    chart = paychecks_chart(job)
    return {
        "columns": [label for _, label in columns],
        "rows": [
            [
                _day(row["date"]) if row["date"] else BESIDE[str(row["kind"])],
                *("" if row[name] is None else f"{Decimal(row[name] or 0):,.2f}" for name, _ in columns),
            ]
            for row in rows
        ],
        "total": ["Total", *("" if each is None else f"{each:,.2f}" for each in sums)],
        "chart": svg_of(chart),
        "alt": chart["description"],
        "lost_match": str(job.judged.lost_match) if job.judged.lost_match > ZERO else "",
        "match_saved": str(job.match_saved) if job.match_saved is not None and job.match_saved > ZERO else "",
    }


def _day(iso: str) -> str:
    day = datetime.date.fromisoformat(iso)
    return f"{day:%b} {day.day}"


def _evidence(draft: PlanDraft) -> list[dict[str, str]]:
    return [
        {
            "term": term_label(name),
            "value": said(draft.stated[name].value),
            "quote": draft.stated[name].quote,
            "proof": proof_of(draft.stated[name]),
        }
        for name in terms_in_order(draft)
    ]


def _findings(told: list[Finding], whole_jobs: set[str]) -> list[dict[str, Any]]:
    """Grouped by what the reader should do with it."""
    once = list(dict.fromkeys((f.severity, f.message, f.remedy, f.cite) for f in told))
    return [
        {
            "severity": severity,
            "heading": heading,
            "items": [
                {"message": message, "remedy": remedy, "cite": cite}
                for each, message, remedy, cite in once
                if each == severity
            ],
        }
        for severity, heading in SEVERITY.items()
        if any(each == severity for each, *_ in once)
    ]
