"""The command line: parses, calls a question, prints. Exit codes: 0 answered, 1 answered with errors, 2 not readable."""

from __future__ import annotations

import datetime
import json
import shutil
import sys
from pathlib import Path

from cyclopts import App

from megaroth import questions
from megaroth.kit.finding import Finding, has_errors

app = App(name="megaroth", help="Plans the mega-backdoor Roth: after-tax 401(k) contributions, converted to Roth.")


def _width() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, 110)


def _say(lines: list[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _refuse(findings: list[Finding], as_json: bool) -> int:
    from megaroth.report.text import finding_lines

    if as_json:
        _say([json.dumps({"format": 1, "findings": [finding.as_json() for finding in findings]}, indent=2)])
    else:
        _say(finding_lines(findings, _width()))
    return 2


def _room(file: Path, as_json: bool, why: bool, steps: bool) -> int:
    answer = questions.room(file, datetime.date.today())
    if isinstance(answer, list):
        return _refuse(answer, as_json)
    if as_json:
        from megaroth.report.steps import steps_of

        shown = answer.as_json()
        if steps:
            shown["steps"] = [step for job in answer.jobs for step in steps_of(job)]
        _say([json.dumps(shown, indent=2)])
    else:
        from megaroth.report.text import room_lines

        _say(room_lines(answer, _width(), steps, why))
    return 1 if has_errors(list(answer.findings)) else 0


@app.command
def plan(file: Path, *, json: bool = False, why: bool = False) -> int:
    """May I, how much, what are my four steps, and why.

    Args:
        file: The household file (TOML or JSON).
        json: Print the answer for programs.
        why: Show every rule that was applied, with its citation.
    """
    return _room(file, json, why, steps=True)


@app.command
def room(file: Path, *, json: bool = False, why: bool = False) -> int:
    """How much: the room that law and plan leave in each job.

    Args:
        file: The household file (TOML or JSON).
        json: Print the answer for programs.
        why: Show every rule that was applied, with its citation.
    """
    return _room(file, json, why, steps=False)


@app.command
def limits(year: int | None = None) -> int:
    """The planning numbers of a year, each with its source and status.

    Args:
        year: The year; today's if left out.
    """
    rows = questions.limits(year or datetime.date.today().year)
    lines = []
    for row in rows:
        if isinstance(row, Finding):
            return _refuse([row], as_json=False)
        values = " - ".join(str(value).removesuffix(".00") for value in row.values)
        lines.append(f"{row.name.replace('_', ' '):<40}{values:>22}  {row.status:<10} {row.source}")
    _say(lines)
    return 0


@app.command
def companies(name: str | None = None) -> int:
    """The directory of employers' plans: all names, or what is said of one, with sources.

    Args:
        name: An employer.
    """
    from megaroth.plan import companies as directory

    if name is None:
        _say(directory.names())
        return 0
    draft = directory.draft_from_directory(name)
    if draft is None:
        near = ", ".join(directory.nearest(name)) or "none is near"
        return _refuse(
            [
                Finding(
                    "unknown-plan",
                    "error",
                    f'The directory has no plan called "{name}".',
                    "name",
                    f"Near names: {near}.",
                )
            ],
            as_json=False,
        )
    lines = [f"{draft.name}: confirm every line in your own plan document"]
    for field, read in sorted(draft.stated.items()):
        shown = read.value if isinstance(read.value, str | int) else read.note or read.value
        lines.append(f"  {field}: {shown}  ({read.source}, {read.date}, {read.confidence})")
    lines += [f"  conflict: {conflict}" for conflict in draft.conflicts]
    _say(lines)
    return 0


@app.command
def where(*words: str) -> int:
    """The rules about some words, with citation and module.

    Args:
        words: Words of a rule's name, sentence or citation.
    """
    found = questions.where(" ".join(words))
    _say(
        [f"{rule.name}: {rule.says} [{rule.cite.ref}] {rule.module}" for rule in found] or ["No rule has these words."]
    )
    return 0 if found else 1


def main() -> None:
    """The console entry."""
    result = app()
    sys.exit(result if isinstance(result, int) else 0)
