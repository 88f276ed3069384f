"""The questions of the outlook for the one door of programs; imported by `asking`, and by nobody else."""

from __future__ import annotations

import datetime

from megaroth.household.schema import household_schema
from megaroth.questions import Source, outlook, outlook_schemas
from megaroth.questions.asking import Question, Reply


def _worth(source: Source, today: datetime.date | None) -> Reply:
    room = outlook.in_reach(source, today)
    if isinstance(room, list):
        return room
    answer = outlook.worth_of(room)
    if isinstance(answer, list):
        # Read, but there is nothing to compare: that is an answer.
        return {"format": 1, "findings": [finding.as_json() for finding in answer]}
    return outlook.worth_json(answer)


def _first(source: Source, today: datetime.date | None) -> Reply:
    answer = outlook.first(source, today)
    return answer if isinstance(answer, list) else outlook.first_json(answer)


def _should(source: Source, today: datetime.date | None) -> Reply:
    answer = outlook.should(source, today)
    return answer if isinstance(answer, list) else outlook.should_json(answer)


OUTLOOK: tuple[Question, ...] = (
    Question("worth", "Is it worth it, against the alternatives, after all taxes.", household_schema, outlook_schemas.worth, _worth),
    Question("should", "Should I, with reasons and the flowchart.", household_schema, outlook_schemas.should, _should),
    Question("first", "What comes first: the next dollar, step by step.", household_schema, outlook_schemas.first, _first),
)  # fmt: skip
"""The questions of the outlook."""
