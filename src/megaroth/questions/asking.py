"""One door for programs: every question by name, JSON (or TOML) in, JSON out, with the schemas of both.

A new question is one entry of `ALL`. Findings are part of the answer; so is the refusal of an input.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import Field

from megaroth import questions
from megaroth.household.schema import household_schema, plan_schema
from megaroth.kit.finding import Finding
from megaroth.kit.reading import FileModel, check
from megaroth.ledger.schema import ledger_schema
from megaroth.questions import Source, _parsed, _text, reader_asked, schemas
from megaroth.questions import tax as tax_questions
from megaroth.room.answer import RoomAnswer
from megaroth.room.ira import IraAnswer

Schema: TypeAlias = dict[str, Any]
Reply: TypeAlias = dict[str, Any] | list[Finding]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as programs read it, and the exit code that goes with it: 0, 1 with error findings, 2 refused."""

    value: dict[str, Any]
    exit_code: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it says, what it takes and what it answers (JSON Schemas, made when asked), and the function."""

    name: str
    says: str
    inputs: Callable[[], Schema]
    answer: Callable[[], Schema]
    function: Callable[[Source, datetime.date | None], Reply]

    def as_json(self) -> dict[str, Any]:
        """The question as `ask --list` prints it."""
        answer = {"anyOf": [self.answer(), schemas.refusal()]}
        return {"name": self.name, "says": self.says, "inputs": self.inputs(), "answer": answer}


class YearInput(FileModel):
    """Which year."""

    year: int | None = Field(default=None, description="A calendar year; left out: today's.")


class NameInput(FileModel):
    """Which employer."""

    name: str | None = Field(default=None, description="An employer; left out: all names.")


class WordsInput(FileModel):
    """Which words."""

    words: str = Field(description="Words of a rule's name, sentence or citation.")


class FormsInput(FileModel):
    """A ledger and a year."""

    year: int = Field(ge=1975, le=2199, description="The tax year.")
    ledger: dict[str, Any] = Field(description="A ledger, as in a ledger file.")


class PlanNameInput(FileModel):
    """Which plan of the directory."""

    plan: str = Field(description="A name of the directory.")


def ask(name: str, source: Source = "", today: datetime.date | None = None) -> Answered:
    """Ask a question by name. `source`: a file, a text (JSON or TOML) or a mapping; nothing at all is an empty input."""
    question = next((each for each in ALL if each.name == name), None)
    if question is None:
        import difflib

        names = [each.name for each in ALL]
        close = difflib.get_close_matches(name, names, 1)
        hint = f'Did you mean "{close[0]}"? ' if close else ""
        finding = Finding(
            "unknown-question",
            "error",
            f'There is no question called "{name[:60]}".',
            "name",
            f"{hint}The questions: {', '.join(names)}.",
        )
        return refused([finding])
    reply = question.function(source, today)
    if isinstance(reply, list):
        return refused(reply)
    errors = any(finding["severity"] == "error" for finding in reply["findings"])
    return Answered(reply, 1 if errors else 0)


def refused(findings: list[Finding]) -> Answered:
    """The answer to an input that cannot be used."""
    return Answered({"format": 1, "findings": [finding.as_json() for finding in findings]}, 2)


def _small_input(source: Source, model: type[FileModel]) -> Any:
    given = _text(source)
    if isinstance(given, Finding):
        return [given]
    read = _parsed(*given, None)
    return [read] if isinstance(read, Finding) else check(read, model)


def plan_json(answer: RoomAnswer, today: datetime.date | None) -> dict[str, Any]:
    """The answer of `plan`: that of `room`, the steps, and the schedule of the jobs that have paydays."""
    from megaroth.report.steps import steps_of_all

    room = answer.as_json()
    findings, why = room.pop("findings"), room.pop("why")
    schedule = questions.schedule_beside(answer, today)
    steps = steps_of_all(answer, today, schedule.elections if schedule else None)
    jobs = [job.as_json() for job in schedule.jobs] if schedule else []
    return {**room, "schedule": jobs, "steps": steps, "findings": findings, "why": why}


def _plan(source: Source, today: datetime.date | None) -> Reply:
    answer = questions.room(source, today)
    return answer if isinstance(answer, list) else plan_json(answer, today)


def _room(source: Source, today: datetime.date | None) -> Reply:
    answer = questions.room(source, today)
    return answer if isinstance(answer, list) else answer.as_json()


def _ira(source: Source, today: datetime.date | None) -> Reply:
    answer = questions.ira(source, today)
    return answer if isinstance(answer, list) else ira_json(answer)


def ira_json(answer: IraAnswer) -> dict[str, Any]:
    """The answer of `ira`, each person with the steps."""
    from megaroth.report.ira_text import ira_steps

    told = answer.as_json()
    for person, shown in zip(answer.people, told["people"], strict=True):
        shown["steps"] = ira_steps(person, answer.household.year)
    return told


def _schedule(source: Source, today: datetime.date | None) -> Reply:
    answer = questions.schedule(source, today)
    return answer if isinstance(answer, list) else answer.as_json()


def _audit(source: Source, today: datetime.date | None) -> Reply:
    answer = questions.audit(source, today)
    return answer if isinstance(answer, list) else answer.as_json()


def _limits(source: Source, today: datetime.date | None) -> Reply:
    given = _small_input(source, YearInput)
    if isinstance(given, list):
        return given
    year = given.year if given.year is not None else today.year if today else None
    if year is None:
        return [Finding("missing", "error", "The year is missing.", "year", "Add year.")]
    answer = questions.limits(year)
    return answer if isinstance(answer, list) else answer.as_json()


def _check(source: Source, today: datetime.date | None) -> Reply:
    year = today.year if today else None
    given = _text(source)
    if not isinstance(given, Finding):
        read = _parsed(*given, None)
        if not isinstance(read, Finding) and isinstance(read.values, dict) and "plan" in read.values:
            named = check(read, PlanNameInput)
            if isinstance(named, list):
                return named
            found = questions.company(named.plan, year)
            return found if isinstance(found, list) else found.as_json()
    answer = questions.check(source, year)
    return answer if isinstance(answer, list) else answer.as_json()


def _companies(source: Source, today: datetime.date | None) -> Reply:
    given = _small_input(source, NameInput)
    if isinstance(given, list):
        return given
    if given.name is None:
        return companies_json()
    answer = questions.company(given.name, today.year if today else None)
    return answer if isinstance(answer, list) else answer.as_json()


def companies_json() -> dict[str, Any]:
    """Every plan of the directory: its name, the employer, the verdict."""
    from megaroth.plan import companies
    from megaroth.plan.draft import may_i

    found = []
    for name in companies.names():
        file, draft = companies.entry(name), companies.draft_from_directory(name)
        if file is not None and draft is not None:
            found.append({"name": name, "employer": file.employer or name, "may_i": may_i(draft)})
    return {"format": 1, "companies": found, "findings": []}


def _where(source: Source, today: datetime.date | None) -> Reply:
    given = _small_input(source, WordsInput)
    return given if isinstance(given, list) else where_json(given.words)


def where_json(words: str) -> dict[str, Any]:
    """The rules about some words."""
    rules = [
        {"name": rule.name, "says": rule.says, "cite": rule.cite.ref, "module": rule.module}
        for rule in questions.where(words)
    ]
    remedy = "Try a single word, like “deferral”, or a section, like “415(c)”."
    none = Finding("no-rule", "warning", "No rule has all of these words.", "words", remedy)
    return {"format": 1, "words": words, "rules": rules, "findings": [] if rules else [none.as_json()]}


def _plan_or_name() -> Schema:
    return {"anyOf": [PlanNameInput.model_json_schema(), plan_schema()]}


def _ledger(source: Source, today: datetime.date | None) -> Reply:
    answer = questions.ledger(source, today)
    return answer if isinstance(answer, list) else answer.as_json()


def _withdraw(source: Source, today: datetime.date | None) -> Reply:
    if today is None:
        return [_NO_DAY]
    answer = questions.withdraw(source, today)
    return answer if isinstance(answer, list) else answer.as_json()


def _forms(source: Source, today: datetime.date | None) -> Reply:
    if today is None:
        return [_NO_DAY]
    given = _small_input(source, FormsInput)
    if isinstance(given, list):
        return given
    answer = questions.forms(given.ledger, given.year, today)
    return answer if isinstance(answer, list) else answer.as_json()


def _read(source: Source, today: datetime.date | None) -> Reply:
    if today is None:
        return [_NO_DAY]
    given = _small_input(source, reader_asked.ReadInput)
    return given if isinstance(given, list) else reader_asked.read_json(given, today)


_NO_DAY = Finding("missing", "error", "The day is missing.", "today", "Give today's date.")


def _with_ledger(model: type[FileModel]) -> Schema:
    made = model.model_json_schema()
    return {**made, "properties": {**made["properties"], "ledger": ledger_schema()}}


from megaroth.questions.outlook_asked import OUTLOOK  # noqa: E402  (needs Question)
from megaroth.questions.workforce_asked import WORKFORCE  # noqa: E402  (needs Question)

ALL: tuple[Question, ...] = (
    Question("plan", "May I, how much, what are my steps, and why.", household_schema, schemas.plan, _plan),
    Question("room", "How much: the room that law and plan leave in each job.", household_schema, schemas.room, _room),
    Question(
        "schedule",
        "Which numbers to set in payroll, from which payday.",
        household_schema,
        schemas.schedule,
        _schedule,
    ),
    Question("audit", "What happens if I change nothing.", household_schema, schemas.schedule, _audit),
    Question("ira", "What may go to a Roth IRA, directly or by the back door.", household_schema, schemas.ira, _ira),
    Question(
        "limits", "The important planning numbers of a year.", YearInput.model_json_schema, schemas.limits, _limits
    ),
    Question("check", "What a plan says, leaves open and contradicts.", _plan_or_name, schemas.check, _check),
    Question(
        "companies",
        "What is publicly said of employers' plans.",
        NameInput.model_json_schema,
        schemas.companies,
        _companies,
    ),
    Question(
        "ledger",
        "What is held where: by source, with basis, layers and clocks.",
        ledger_schema,
        schemas.ledger,
        _ledger,
    ),
    Question(
        "forms",
        "The forms of a year from a ledger, and how received Forms 1099-R compare.",
        lambda: _with_ledger(FormsInput),
        schemas.forms,
        _forms,
    ),
    Question(
        "withdraw", "What may come out now, taxed how, in which order.", ledger_schema, schemas.withdraw, _withdraw
    ),
    *questions.conversion_questions(),
    Question("where", "The rules about some words.", WordsInput.model_json_schema, schemas.where, _where),
    Question(
        "read",
        "What plan documents say: terms with page and quote.",
        reader_asked.ReadInput.model_json_schema,
        schemas.read,
        _read,
    ),
    *tax_questions.entries(),
    *OUTLOOK,
    *WORKFORCE,
)
"""Every question there is."""
