"""Whatever is changed in a good input, every question answers or refuses with findings: none fails, none is silent.

Quick by default; `MEGAROTH_PROFILE=deep uv run pytest tests/doors/test_mutated_inputs.py` tries 1,500 inputs a question.
"""

from __future__ import annotations

import copy
import datetime
import json
import os
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from megaroth.doors.rest.openapi import EXAMPLES
from megaroth.questions import asking

SHIPPED = Path(__file__).parents[2] / "examples"
DAYS = [datetime.date(2026, 1, 1), datetime.date(2026, 5, 20), datetime.date(2026, 11, 26)]
ANYTHING: list[Any] = [
    None, True, False, 0, -1, 1, 0.005, 1e308, float("inf"), float("nan"), 10**30, -(10**15), "", "x", "1,234.56",
    "yes", "unknown", "2026-02-30", "0001-01-01", "9999-12-31", [], {}, [1], {"a": 1}, "\0", "é" * 200, "12.345",
]  # fmt: skip
DATES = ["2025-12-31", "2026-01-01", "2026-06-15", "2026-12-31", "2027-01-02"]
WORDS = [
    "yes",
    "no",
    "unknown",
    "frozen",
    "automatic",
    "on-request",
    "payday",
    "quarter",
    "year",
    "stop",
    "spread",
    "true-up",
]
SLOW = {"worth": 4, "should": 20}


def shipped(file: Path) -> Any:
    """An example file as JSON, a plan file that it names put in its place."""
    read = json.loads(json.dumps(tomllib.loads(file.read_text(encoding="utf-8")), default=str))
    for job in read.get("jobs", []):
        if isinstance(job.get("plan"), str) and job["plan"].endswith(".toml"):
            job["plan"] = shipped(file.parent / job["plan"])
    return read


HOUSEHOLDS = [shipped(file) for file in sorted((SHIPPED / "households").glob("*.toml"))]


def places(inside: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value."""
    if here:
        yield here
    pairs = inside.items() if isinstance(inside, dict) else enumerate(inside) if isinstance(inside, list) else ()
    for key, value in pairs:
        yield from places(value, (*here, key))


def change(given: Any, chance: random.Random) -> None:
    """One change somewhere: another number, date or word, a value of any kind, a value moved, doubled, renamed, left out."""
    ways = list(places(given))
    if not ways:
        return
    *path, key = chance.choice(ways)
    around = given
    for step in path:
        around = around[step]
    value = around[key]
    if isinstance(value, int | float) and not isinstance(value, bool) and chance.random() < 0.7:
        around[key] = chance.choice([value * 10, round(value / 3, 2), value + 1, value - 1, 0, 1, 100, 60_000, -value])
    elif value in WORDS and chance.random() < 0.7:
        around[key] = chance.choice(WORDS)
    elif isinstance(value, str) and value.startswith("20") and chance.random() < 0.7:
        around[key] = chance.choice(DATES)
    elif chance.random() < 0.3:
        del around[key]
    elif isinstance(around, list) and chance.random() < 0.4:
        around.append(copy.deepcopy(value))
    elif isinstance(around, dict) and chance.random() < 0.2:
        around[f"{key}s"] = around.pop(key)
    else:
        around[key] = copy.deepcopy(chance.choice(ANYTHING))


@pytest.mark.parametrize("question", [question.name for question in asking.ALL])
def test_a_changed_input_is_answered_or_refused(question: str) -> None:
    deep = os.environ.get("MEGAROTH_PROFILE") == "deep"
    tries = 1500 if deep else SLOW.get(question, 40)
    chance = random.Random(None if deep else question)
    good = [EXAMPLES[question]] if question in EXAMPLES else HOUSEHOLDS
    for _ in range(tries):
        given = copy.deepcopy(chance.choice(good))
        for _ in range(chance.choice([1, 1, 1, 2])):
            change(given, chance)
        tried = json.dumps(given)
        try:
            answered = asking.ask(question, given, chance.choice(DAYS))
            json.dumps(answered.value)
        except Exception as failed:
            raise AssertionError(f"{question} failed on {tried}") from failed
        errors = [finding for finding in answered.value["findings"] if finding["severity"] == "error"]
        assert bool(errors) == (answered.exit_code != 0), tried
        assert all(finding["message"] and finding["remedy"] for finding in errors), tried
