"""What each page needs besides the answers. The key of `PAGES` is the address and the template."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from megaroth import questions
from megaroth.doors.web import book, fields
from megaroth.doors.web.answers import ask_all
from megaroth.doors.web.form import written
from megaroth.doors.web.paper import paper
from megaroth.doors.web.render import Page
from megaroth.doors.web.stub import DATES, stub
from megaroth.doors.web.what_if import FIELDS, what_if
from megaroth.household.file import STATES
from megaroth.kit.trace import Step
from megaroth.law.book import known_years, law_for
from megaroth.law.s414v_catch_up import catch_up_limit
from megaroth.plan import companies
from megaroth.questions.no_files import without_files
from megaroth.report.charts.paychecks import paychecks_chart
from megaroth.report.glossary import glossary
from megaroth.report.limits import LimitsAnswer
from megaroth.report.paychecks import stub_rows, sum_of, true_up_rows
from megaroth.report.sheet import SOURCES
from megaroth.report.text import why_lines

Context = dict[str, Any]


def situation(page: Page) -> Context:
    """The form: people with their jobs, and the choices that come from the book and the directory."""
    household = page.scenario.household
    jobs = [_job(number, job) for number, job in enumerate(household["jobs"])]
    people = [
        {
            "number": number,
            "name": name,
            "jobs": [job for job in jobs if job["person"] == name],
            "has_w4": "w4" in household["people"][name],
            "changes": len([job for job in jobs if job["person"] == name]) > 1,
        }
        for number, name in enumerate(household["people"])
    ]
    years = [(str(year), str(year)) for year in known_years() if year >= page.today.year - 2]
    return {
        "people": people,
        "several": len(jobs) > 1,
        "has_tax": "tax" in household,
        "years": tuple(years),
        "states": (("", fields.NOT_SURE), *((state, state) for state in sorted(STATES))),
        "employers": _employers(),
    }


USUAL = {
    "deferral": "max",
    "deferral_kind": "pre-tax",
    "catch_up": "max",
    "after_tax": "max",
    "employer": "none",
    "shape": "even",
}
"""The wishes of somebody who has not said any: the form has them all, and what only repeats this is no reason to show them."""


def _job(number: int, job: dict[str, Any]) -> Context:
    """What of a job decides which fields are shown."""
    pay, plan = job.get("pay"), job.get("plan", "unknown")
    table = pay if isinstance(pay, dict) else {}
    return {
        "number": number,
        "person": job.get("person"),
        "own": bool(job.get("self_employed")),
        "frequency": table.get("frequency", ""),
        "extra": len(table.get("extra", [])),
        "raises": len(table.get("raises", [])),
        "entry": companies.entry(plan) if isinstance(plan, str) else None,
        "has_terms": isinstance(plan, dict),
        "has_wishes": any(value not in ("", USUAL.get(key, "")) for key, value in job.get("wishes", {}).items()),
        "has_deductions": "deductions" in job,
    }


@cache
def _employers() -> list[str]:
    found = []
    for name in companies.names():
        entry = companies.entry(name)
        found.append((entry.employer if entry else "") or name)
    return sorted(found, key=str.lower)


def answer(page: Page) -> Context:
    """The verdict, what to set, the stack, the meters."""
    return {}


def paychecks(page: Page) -> Context:
    """Every paycheck of every job, drawn and as a table, and what comes of the numbers in force."""
    planned = page.answers.schedule
    shown = []
    for job in planned.jobs if planned else ():
        rows = [*stub_rows(job), *job.rows(), *true_up_rows(job)]
        used = [
            (key, label) for key, label in (*SOURCES, ("match", "Match")) if any(Decimal(r[key] or 0) for r in rows)
        ]
        if any(row["net_pay"] is not None for row in rows):
            used.append(("net_pay", "Net pay"))
        sums = {key: sum_of(rows, key) for key, _ in (("pay", ""), *used)}
        shown.append(
            {
                "job": job,
                "rows": rows,
                "columns": used,
                "sums": sums,
                "spec": paychecks_chart(job),
                "now": page.answers.unchanged(job.name),
            }
        )
    number = _first_with_paydays(page)
    other = what_if(page.scenario.household, page.asked, number) if number is not None else None
    then = ask_all(other, page.today) if other is not None else None
    given = {field.key: page.asked.get(field.key, "")[:40] for field in FIELDS}
    return {"jobs": shown, "what_if": FIELDS, "given": given, "then": then, "about": number}


def _first_with_paydays(page: Page) -> int | None:
    return next((n for n, job in enumerate(page.scenario.household["jobs"]) if isinstance(job.get("pay"), dict)), None)


def document(page: Page) -> Context:
    """A plan document for one job: drop it, see what it says with quote and page, confirm it."""
    jobs, given = page.scenario.household["jobs"], page.asked.get("job", "0")
    number = int(given) if given.isdecimal() and len(given) < 4 and int(given) < len(jobs) else 0
    return {
        "job": number,
        "called": written(page.scenario.household, f"jobs.{number}.name") or "your employer",
        "document": page.shelf.desk.get(page.scenario.name, number),
        "labels": {each.key: each.label for each in (*fields.PLAN, *fields.PLAN_MORE)} | {"match": "Match"},
    }


def compared(page: Page) -> Context:
    """Every way to use the same money, year by year."""
    from megaroth.questions import outlook

    found = page.answers.worth
    if isinstance(found, list):
        return {"worth": None, "worth_findings": found}
    return {"worth": outlook.worth_json(found), "worth_findings": []}


def worth(page: Page) -> Context:
    """Should I, what comes first; the comparison itself takes a second and comes after the page, the old one standing meanwhile."""
    from megaroth.questions import outlook

    if page.answers.room is None:
        return {"should": None, "first": None}
    should, first = page.answers.should, page.answers.first
    told = {} if isinstance(should, list) else outlook.should_json(should)
    return {
        "should": told or None,
        "should_findings": should if isinstance(should, list) else [],
        "first": None if isinstance(first, list) else outlook.first_json(first),
    }


_CALLED = {
    "automatic": "At once, by itself",
    "payday": "On the next payday",
    "monthly": "Every month",
    "quarterly": "Every quarter",
    "twice-a-year": "Twice a year",
    "annual": "Once a year",
}


def roth(page: Page) -> Context:
    """How the money gets into Roth, what waiting costs, and the ledger with its forms and clocks."""
    given = page.asked.get("forms", "")
    year = int(given) if given.isdecimal() and len(given) == 4 and 1975 <= int(given) <= 2199 else page.today.year
    returns, rate = page.asked.get("return", "6")[:12], page.asked.get("rate", "35")[:12]
    begun = page.shelf.book.exists()
    return {
        "returns": returns,
        "rate": rate,
        "waits": _waits(page, returns, rate),
        "begun": begun,
        "book": page.shelf.book.answers(page.today, year) if begun else {"shown": None},
        "year": year,
        "kinds": book.KINDS,
        "called": dict(book.KINDS),
        "dates": DATES,
        "sources": book.SOURCES,
        "imports": book.IMPORTS,
    }


def _waits(page: Page, returns: str, rate: str) -> Context | None:
    """The cost of waiting for the after-tax money of the schedule; None where there is none."""
    planned = page.answers.schedule
    asked = {sheet.name for sheet in page.answers.sheets if sheet.may_i != "no"}
    rows = [row for job in (planned.jobs if planned else ()) if job.name in asked for row in job.rows()]
    money = [(str(row["date"]), str(row["after_tax"])) for row in rows if Decimal(row["after_tax"] or 0) > 0]
    if not money:
        return None
    household, _ = without_files(page.scenario.household)
    people = page.answers.room.household.people.values() if page.answers.room else ()
    born = next(iter(people)).born if len(people) == 1 else None
    found = book.waiting(money, int(money[0][0][:4]), returns or "0", rate or "0", household, born)
    if isinstance(found, list):
        return {"findings": found, "rows": [], "table": []}
    told = found.as_json()
    waiting = [{**row, "called": _CALLED.get(row["frequency"], row["frequency"])} for row in told["waiting"]]
    return {"findings": [], "rows": waiting, "table": told["in_plan_or_roth_ira"]}


def why(page: Page) -> Context:
    """The explanation of everything, or from one rule of one job down."""
    room = page.answers.room
    steps: list[tuple[str, Step]] = []
    if room is not None:
        wanted, number = page.asked.get("rule", ""), page.asked.get("job", "")
        cases = list(zip(room.jobs, room.why.parts, strict=True))
        if number.isdecimal() and int(number) < len(cases):
            cases = [cases[int(number)]]
        for job, step in cases:
            found = step.find(wanted) if wanted else step
            if found is not None:
                steps.append((job.name, found))
    text = "\n".join(line.text for _, step in steps for line in why_lines(step, 100))
    return {"steps": steps, "text": text, "one": bool(page.asked.get("rule")), "reached": _reached(page)}


def _reached(page: Page) -> str:
    """Where a schedule reaches less than the amount that is explained, or a little more: what it reaches."""
    number, rule = page.asked.get("job", ""), page.asked.get("rule", "")
    planned, sheets = page.answers.schedule, page.answers.sheets
    if planned is None or not number.isdecimal() or int(number) >= len(sheets):
        return ""
    part = next((part for part in sheets[int(number)].stack if part.rule == rule), None)
    found = next((job for job in planned.jobs if job.name == sheets[int(number)].name), None)
    if part is None or part.amount is None or found is None:
        return ""
    return f"{str(part.amount).removesuffix('.00')} by the schedule: {found.headline}"


def law(page: Page) -> Context:
    """The planning numbers of a year, and what changes for these people in the next."""
    given = page.asked.get("year", "")
    year = int(given) if given.isdecimal() and len(given) == 4 else _year(page)
    found = questions.limits(year)
    room = page.answers.room
    people = [(each.name, each.age) for each in room.people] if room else []
    return {
        "year": year,
        "years": list(known_years()),
        "limits": found if isinstance(found, LimitsAnswer) else None,
        "people": people,
        "changes": _changes(found, people) if isinstance(found, LimitsAnswer) else [],
        "rules": questions.where(page.asked["words"][:100]) if page.asked.get("words") else [],
        "words": page.asked.get("words", "")[:100],
    }


_PERSONAL = ("elective_deferrals", "annual_additions", "compensation", "hce_pay", "catch_up", "catch_up_60_to_63")


def _changes(found: LimitsAnswer, people: list[tuple[str, int]]) -> list[tuple[str, str, str, str]]:
    """Label, now, then and status of the numbers that touch somebody of this household next year."""
    numbers = {number.name: number for group in found.groups.values() for number in group}
    limits = [
        catch_up_limit(law_for(found.year + 1), age + 1, True) for _, age in people if found.year + 1 in known_years()
    ]
    plain, higher = (numbers[name].next_year for name in ("catch_up", "catch_up_60_to_63"))
    skip = {"catch_up"} if not plain or plain.values[0] not in limits else set()
    skip |= {"catch_up_60_to_63"} if not higher or higher.values[0] not in limits else set()
    rows: list[tuple[str, str, str, str]] = []
    for name in _PERSONAL:
        number = numbers.get(name)
        if number is not None and name not in skip and number.next_year is not None:
            after = number.next_year
            rows.append((after.label, str(number.values[0]), str(after.values[0]), after.status))
    return rows


def guide(page: Page) -> Context:
    """The subject from beginning to end, with the person's own numbers where there are some."""
    number, sheet = next(iter(page.answers.in_order), (0, None))
    law = law_for(_year(page))
    return {
        "sheet": sheet,
        "number": number,
        "law": law,
        "catch_up_age": law.catch_up_age,
        "glossary": glossary(),
    }


def scenarios(page: Page) -> Context:
    """Every scenario with its answer; those that are asked for side by side."""
    from megaroth.doors.web.answers import answers_of

    every = [(each, answers_of(each, page.today)) for each in page.shelf.all()]
    chosen = [name for name in page.asked.get("compare", "").split("|") if name]
    return {"every": every, "side": [(s, a) for s, a in every if s.name in chosen], "unreadable": page.shelf.unreadable}


def _year(page: Page) -> int:
    year = page.scenario.household.get("year")
    return year if isinstance(year, int) and year in known_years() else page.today.year


PAGES: dict[str, Callable[[Page], Context]] = {
    "situation": situation,
    "answer": answer,
    "paychecks": paychecks,
    "roth": roth,
    "worth": worth,
    "document": document,
    "stub": stub,
    "paper": paper,
    "why": why,
    "law": law,
    "guide": guide,
}
"""Pages of a scenario."""
EVERY: dict[str, Callable[[Page], Context]] = {**PAGES, "scenarios": scenarios, "compared": compared}
"""And those that stand beside them."""
