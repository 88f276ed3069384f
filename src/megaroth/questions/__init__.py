"""Everything one may ask, as plain functions: values in, an answer or a list of findings out; `today` is an argument.

`source` is a file (`Path`), a text (`str`, TOML or JSON) or the same structure as a mapping.
`ask` is the one door for programs: JSON in, JSON out, for every question in `ALL`. What a question needs is imported when
it is asked: no question waits for another's files.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from megaroth.kit.finding import Finding

if TYPE_CHECKING:
    from megaroth.household.model import Household
    from megaroth.kit.rule import Rule
    from megaroth.law.book import Law
    from megaroth.ledger.answer import FormsAnswer, LedgerAnswer, WithdrawAnswer
    from megaroth.ledger.convert import Assumed, ConvertAnswer
    from megaroth.ledger.read import Book
    from megaroth.plan.draft import PlanDraft
    from megaroth.questions.asking import ALL, Answered, Question, ask
    from megaroth.report.limits import LimitsAnswer
    from megaroth.report.plan_text import PlanAnswer
    from megaroth.room.answer import RoomAnswer
    from megaroth.room.ira import IraAnswer
    from megaroth.schedule.answer import ScheduleAnswer

__all__ = [
    "ALL",
    "Answered",
    "Question",
    "ask",
    "audit",
    "book",
    "check",
    "company",
    "convert",
    "forms",
    "ira",
    "ledger",
    "limits",
    "room",
    "room_of",
    "schedule",
    "schedule_beside",
    "schedule_of",
    "where",
    "withdraw",
]

Source: TypeAlias = Path | str | Mapping[str, Any]


def __getattr__(name: str) -> Any:
    """The door for programs is imported when it is used: the one-person path has no need of it."""
    if name in ("ALL", "Answered", "Question", "ask"):
        from megaroth.questions import asking

        return getattr(asking, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def room(source: Source, today: datetime.date | None = None, is_json: bool = False) -> RoomAnswer | list[Finding]:
    """How much: the room of a household's jobs, and all that `plan` tells; findings when it cannot be answered."""
    household = _household(source, is_json)
    return household if isinstance(household, list) else room_of(household, today)


def room_of(household: Household, today: datetime.date | None = None) -> RoomAnswer | list[Finding]:
    """The room of a household that was read before."""
    from megaroth.room.answer import room_answer

    law = _law_of(household)
    return law if isinstance(law, list) else room_answer(law, household, today)


def ira(source: Source, today: datetime.date | None = None, is_json: bool = False) -> IraAnswer | list[Finding]:
    """What may go to a household's IRAs, directly or through the back door, and what of it is taxed."""
    from megaroth.room.ira import ira_answer

    household = _household(source, is_json)
    if isinstance(household, list):
        return household
    law = _law_of(household)
    return law if isinstance(law, list) else ira_answer(law, household, today)


def ledger(source: Source | Book, today: datetime.date | None = None) -> LedgerAnswer | list[Finding]:
    """What is held where, of which source, with which basis, layers and clocks."""
    from megaroth.ledger.answer import show

    read = book(source)
    return read if isinstance(read, list) else show(read, today)


def forms(source: Source | Book, year: int, today: datetime.date) -> FormsAnswer | list[Finding]:
    """The forms a year brings, line by line, and how the Forms 1099-R that came compare."""
    from megaroth.ledger.answer import forms as forms_of

    read = book(source)
    return read if isinstance(read, list) else forms_of(read, year, today)


def withdraw(source: Source | Book, today: datetime.date) -> WithdrawAnswer | list[Finding]:
    """What may come out now, taxed how, in which order."""
    from megaroth.ledger.answer import withdraw as withdraw_of

    read = book(source)
    return read if isinstance(read, list) else withdraw_of(read, today)


def convert(
    source: Source | Book, today: datetime.date, assumed: Assumed, account: str = ""
) -> ConvertAnswer | list[Finding]:
    """What converting a plan's after-tax money today would be, what waiting costs, and where it may go."""
    from megaroth.ledger.convert import convert as convert_of

    read = book(source)
    return read if isinstance(read, list) else convert_of(read, today, assumed, account)


def conversion_questions() -> tuple[Question, ...]:
    """The questions of converting, and of what was too much, for the list of all."""
    from megaroth.questions import conversion, excess

    return (*conversion.entries(), *excess.entries())


def book(source: Source | Book) -> Book | list[Finding]:
    """A ledger as it was read: a text, a file of its own, or the same structure as a mapping."""
    from megaroth.ledger.read import Book, ledger_of

    if isinstance(source, Book):
        return source
    if isinstance(source, Path):
        from megaroth.questions.store import book_of

        return book_of(source)
    given = _text(source)
    return [given] if isinstance(given, Finding) else ledger_of(*given, Path())


def schedule(
    source: Source, today: datetime.date | None = None, is_json: bool = False
) -> ScheduleAnswer | list[Finding]:
    """Which numbers to set in payroll, from which payday, and what comes of every paycheck."""
    household = _household(source, is_json)
    return household if isinstance(household, list) else schedule_of(household, today)


def schedule_of(household: Household, today: datetime.date | None = None) -> ScheduleAnswer | list[Finding]:
    """The schedule of a household that was read before."""
    from functools import partial

    from megaroth.schedule.answer import schedule_answer
    from megaroth.tax.cash import job_cash

    law = _law_of(household)
    return law if isinstance(law, list) else schedule_answer(law, household, today, partial(job_cash, law, household))


def schedule_beside(answer: RoomAnswer, today: datetime.date | None = None) -> ScheduleAnswer | None:
    """The schedule that belongs to a plan: None where no job has paydays."""
    from dataclasses import replace

    if all(job.year_of_pay is None for job in answer.household.jobs):
        return None
    schedule = schedule_of(answer.household, today)
    if isinstance(schedule, list):
        return None
    # That another job has no paydays is no news here.
    return replace(schedule, findings=tuple(each for each in schedule.findings if each.code != "no-pay-table"))


def in_reach(answer: RoomAnswer, schedule: ScheduleAnswer | None) -> RoomAnswer:
    """The room with what the paychecks that are left can still bring: late in a year less than what law and plan leave."""
    from dataclasses import replace

    from megaroth.kit.money import ZERO

    made = {job.name: job.outcome.after_tax for job in schedule.jobs} if schedule else {}
    jobs = [
        replace(job, after_tax_in_reach=max(made[job.name] - job.after_tax_so_far, ZERO)) if job.name in made else job
        for job in answer.jobs
    ]
    return replace(answer, jobs=tuple(jobs))


def audit(source: Source, today: datetime.date | None = None, is_json: bool = False) -> ScheduleAnswer | list[Finding]:
    """What happens if the numbers in force are never changed: contributions, match, limits, and who must return what."""
    from functools import partial

    from megaroth.schedule.answer import audit_answer
    from megaroth.tax.cash import job_cash

    household = _household(source, is_json)
    if isinstance(household, list):
        return household
    law = _law_of(household)
    return law if isinstance(law, list) else audit_answer(law, household, today, partial(job_cash, law, household))


def limits(year: int) -> LimitsAnswer | list[Finding]:
    """The important planning numbers of a year, each with source and status; a year without data is refused."""
    from megaroth.law.book import UnknownYear
    from megaroth.report.limits import limits_answer

    try:
        return limits_answer(year)
    except UnknownYear as error:
        remedy = "A year is never replaced by its neighbour."
        return [Finding("law-year-unknown", "error", f"{str(error.args[0]).capitalize()}.", "year", remedy)]


def check(source: Source, year: int | None = None) -> PlanAnswer | list[Finding]:
    """What a plan file says, what it leaves open and what contradicts itself; with a year, its law as well."""
    from megaroth.kit.reading import check as checked
    from megaroth.plan.draft import draft_of
    from megaroth.plan.file import PlanFile

    given = _text(source)
    if isinstance(given, Finding):
        return [given]
    read = _parsed(*given, None)
    if isinstance(read, Finding):
        return [read]
    if isinstance(read.values, dict) and read.values.keys() & {"jobs", "people"}:
        message = f"{read.name} describes a household, not a plan."
        return [Finding("household-not-plan", "error", message, read.where(()), f"Run `megaroth plan {read.name}`.")]
    file = checked(read, PlanFile)
    if isinstance(file, list):
        return file
    return _checked(draft_of(file, read.name), year, tuple(file.history), read)


def company(name: str, year: int | None = None) -> PlanAnswer | list[Finding]:
    """What is publicly said of an employer's plan, with sources; findings when the directory does not have it."""
    from megaroth.plan import companies

    draft, file = companies.draft_from_directory(name), companies.entry(name)
    if draft is not None and file is not None:
        return _checked(draft, year, tuple(file.history), None)
    close = " or ".join(f'"{each}"' for each in companies.nearest(name))
    hint = f"Did you mean {close}? " if close else ""
    message = f'The directory has no plan called "{name[:60]}".'
    return [Finding("unknown-plan", "error", message, "name", f"{hint}`megaroth companies` lists all of them.")]


def where(words: str) -> list[Rule]:
    """The rules whose name, sentence or citation holds every one of the words."""
    import importlib
    import pkgutil

    import megaroth.law
    import megaroth.tax
    from megaroth.kit.rule import REGISTRY

    sections = [f"megaroth.law.{found.name}" for found in pkgutil.iter_modules(megaroth.law.__path__)]
    taxes = [f"megaroth.tax.{found.name}" for found in pkgutil.iter_modules(megaroth.tax.__path__)]
    for module in (*sections, *taxes, "megaroth.room.facts", "megaroth.room.ira"):
        importlib.import_module(module)  # importing a module of rules registers them
    wanted = words.lower().split()
    texts = {rule: f"{rule.name.replace('_', ' ')} {rule.says} {rule.cite.ref}".lower() for rule in REGISTRY.values()}
    return [rule for rule, text in texts.items() if all(word in text for word in wanted)]


def _checked(draft: PlanDraft, year: int | None, history: tuple[str, ...], read: Any) -> PlanAnswer:
    from dataclasses import replace

    from megaroth.kit.toml_places import path_of
    from megaroth.law.book import UnknownYear, law_for
    from megaroth.plan.check import check_draft, check_plan
    from megaroth.plan.draft import finish
    from megaroth.report.plan_text import PlanAnswer

    try:
        found = check_draft(draft) if year is None else check_plan(draft, law_for(year))
    except UnknownYear:
        found = check_draft(draft)
    if read is not None:
        found = [replace(finding, where=read.where(path_of(finding.where))) for finding in found]
    return PlanAnswer(finish(draft), year, history, tuple(found))


def _household(source: Source, is_json: bool) -> Household | list[Finding]:
    from megaroth.household.read import household_of, read_household

    if isinstance(source, Path):
        return read_household(source)
    given = _text(source)
    if isinstance(given, Finding):
        return [given]
    return household_of(*given, Path(), is_json or isinstance(source, Mapping) or None)


def _text(source: Source) -> tuple[str, str] | Finding:
    """The text and how findings call it."""
    if isinstance(source, Path):
        from megaroth.kit.reading import read_text

        text = read_text(source)
        return text if isinstance(text, Finding) else (text, str(source))
    if isinstance(source, str):
        return source, "input"
    import json

    return json.dumps(source, default=str, indent=1), "input"


def _parsed(text: str, name: str, is_json: bool | None) -> Any:
    from megaroth.kit.reading import parse_json, parse_toml

    if is_json is None:
        is_json = name.endswith(".json") or text.lstrip().startswith("{")
    return parse_json(text, name) if is_json else parse_toml(text, name)


def _law_of(household: Household) -> Law | list[Finding]:
    from megaroth.law.book import BadLimitsFile, law_for

    try:
        return law_for(household.year, household.notice)
    except (BadLimitsFile, OSError) as error:
        return [Finding("bad-law-file", "error", f"{error}.", "law_file", "Mend the file, or leave law_file out.")]
