"""A small workforce for the one door of programs: people and plans in the question itself, everybody's answer in the reply.

Imported by `asking`, and by nobody else. Nothing is read from a file, so a plan is a name of the directory or its terms.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from pydantic import Field

from megaroth.kit.finding import Finding
from megaroth.kit.reading import FileModel
from megaroth.plan import companies
from megaroth.questions import Source, workforce, workforce_schemas
from megaroth.questions.asking import Question, Reply, _small_input

MOST_PEOPLE = 5 * 1_000
Cell = str | int | float | bool | None


class CensusInput(FileModel):
    """A few people and their plans."""

    people: list[dict[str, Cell]] = Field(
        min_length=1,
        max_length=MOST_PEOPLE,
        description="One row for each person and plan, with the fields of a census: employee, pay, and born or age at least. "
        "Amounts in dollars, percents in percent, days as 2026-03-14. Larger files: `megaroth workforce`.",
    )
    sponsor: dict[str, Any] = Field(description="The sponsor's file: year, plans, and how each is tested.")


class OfferInput(CensusInput):
    """A few people, their plans, and who would take part."""

    hce: int = Field(default=20, ge=0, le=100, description="Percent of the highly compensated who would take part.")
    others: int = Field(default=5, ge=0, le=100, description="Percent of the others who would.")
    others_percent: int = Field(default=5, ge=0, le=100, description="What those contribute, in percent of pay.")
    spread: int = Field(default=5, ge=0, le=100, description="How far adoption may be off, in points either way.")
    cap: int | None = Field(default=None, ge=1, le=100, description="The cap tried; left out: the largest that passes.")


def _limits(source: Source, today: datetime.date | None) -> Reply:
    asked = _asked(source, CensusInput)
    if isinstance(asked, list):
        return asked
    given, table, opened = asked
    del given
    answered = workforce.limits_of_table(table, *opened)
    if isinstance(answered, list):
        return answered
    answers, rejects = answered
    return {
        "format": 1,
        **_year(opened),
        "people": _rows(answers),
        "rejects": _rows(rejects),
        "findings": [each.as_json() for each in _rejected(rejects.num_rows)],
    }


def _test(source: Source, today: datetime.date | None) -> Reply:
    asked = _asked(source, CensusInput)
    if isinstance(asked, list):
        return asked
    _, table, opened = asked
    answer = workforce.outcomes_of_table(table, *opened)
    if isinstance(answer, list):
        return answer
    found = [*workforce.test_findings(answer)]
    return {
        "format": 1,
        **_year(opened),
        "tests": [each.as_json() for each in answer.outcomes],
        "refunds": _rows(answer.refunds),
        "corrections": _rows(answer.corrections),
        "rejects": _rows(answer.rejects),
        "findings": [each.as_json() for each in found],
    }


def _offer(source: Source, today: datetime.date | None) -> Reply:
    asked = _asked(source, OfferInput)
    if isinstance(asked, list):
        return asked
    given, table, opened = asked
    from megaroth.workforce.offer import Adoption

    adoption = Adoption(given.hce, given.others, given.others_percent, given.spread)
    found = workforce.offers_of_table(table, opened[0], adoption, given.cap)
    if isinstance(found, list):
        return found
    plans = [each.as_json() for each in found.plans]
    return {"format": 1, **_year(opened), "plans": plans, "findings": []}


def _asked(source: Source, model: type[CensusInput]) -> Any:
    """The input, its people as a table, and the sponsor's text with the fields; or findings."""
    if lacking := workforce.missing_libraries():
        return lacking
    given = _small_input(source, model)
    if isinstance(given, list):
        return given
    import pyarrow as pa

    from megaroth.workforce.fields import FIELDS

    names = list(dict.fromkeys(name for person in given.people for name in person))
    if unknown := [name for name in names if name not in FIELDS]:
        message = f"A census has no field {unknown[0][:60]!r}."
        return [Finding("unknown-field", "error", message, "people", f"Fields: {', '.join(FIELDS)}.")]
    if wrong := _files_named(given.sponsor):
        return wrong
    table = pa.table({name: pa.array([_text(person.get(name)) for person in given.people]) for name in names})
    return given, table, (json.dumps(given.sponsor, default=str), {name: name for name in names})


def _files_named(sponsor: dict[str, Any]) -> list[Finding]:
    """A plan file would be a file of the machine that answers."""
    plans = sponsor.get("plans")
    found = []
    for name, plan in plans.items() if isinstance(plans, dict) else ():
        said = plan.get("plan") if isinstance(plan, dict) else None
        if isinstance(said, str) and said != "unknown" and companies.entry(said) is None:
            message = f'The directory has no plan called "{said[:60]}", and no file can be named here.'
            remedy = "Pick an employer of the directory, or write the plan's terms."
            found.append(Finding("file-not-here", "error", message, f"sponsor.plans.{name[:60]}.plan", remedy))
    return found


def _text(cell: Cell) -> str | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return None if cell is None else str(cell)


def _year(opened: tuple[str, dict[str, str]]) -> dict[str, Any]:
    from megaroth.workforce.settings import sponsor_of

    sponsor = sponsor_of(opened[0], "sponsor", Path())
    assert not isinstance(sponsor, list)  # noqa: S101  (it was read a moment ago)
    return {"year": sponsor.year, "law_status": sponsor.law.status}


def _rows(table: Any) -> list[dict[str, Any]]:
    return [{name: _cell(cell) for name, cell in row.items()} for row in table.to_pylist()]


def _cell(cell: Any) -> Any:
    return cell if cell is None or isinstance(cell, bool | int | str) else str(cell)


def _rejected(count: int) -> list[Finding]:
    if not count:
        return []
    return [Finding("rows-rejected", "warning", f"{count} rows are not in the answer.", "rejects", "Mend them.")]


WORKFORCE: tuple[Question, ...] = (
    Question("workforce-limits", "Everybody's limits and room, of a few people.", CensusInput.model_json_schema, workforce_schemas.limits, _limits),
    Question("workforce-test", "The ADP and ACP tests of a few people, with refunds.", CensusInput.model_json_schema, workforce_schemas.test, _test),
    Question("workforce-offer", "May a sponsor offer after-tax contributions.", OfferInput.model_json_schema, workforce_schemas.offer, _offer),
)  # fmt: skip
"""The questions of a workforce."""
