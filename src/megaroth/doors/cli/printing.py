"""What every command does with an input and an answer: read, refuse, print. Needs no parser of command lines."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from megaroth.doors.cli.terminal import patience, say, say_json, width

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.questions import Source
    from megaroth.report.lines import Line


@dataclass(frozen=True)
class Output:
    """How to print."""

    json: bool = False
    """Print the answer for programs."""
    no_color: bool = False
    """Without colours (so does NO_COLOR in the environment)."""


def today() -> datetime.date:
    """The door reads the clock; below it today is an argument."""
    return datetime.date.today()


def source_of(file: Path) -> Source | list[Finding]:
    """The file, or the text of standard input for `-`."""
    if str(file) != "-":
        return file
    from megaroth.kit.finding import Finding
    from megaroth.kit.reading import MOST_BYTES

    read = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(read) > MOST_BYTES:
        return [Finding("file-too-large", "error", "The input is larger than any file of ours.", "-", "Send one file.")]
    try:
        return read.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        message = f"The input is not UTF-8 text (byte {error.start})."
        return [Finding("file-not-text", "error", message, "-", "Send TOML or JSON as UTF-8 text.")]


def refuse(findings: list[Finding], output: Output) -> int:
    """Print why an input cannot be used."""
    if output.json:
        from megaroth.questions.asking import refused

        say_json(refused(findings).value)
    else:
        from megaroth.report.text import finding_lines

        say(finding_lines(findings, width()), output.no_color)
    return 2


def answered(told: Any, lines: list[Line], findings: tuple[Finding, ...], output: Output) -> int:
    """Print an answer: for programs, or its lines."""
    if output.json:
        say_json(told)
    else:
        say(lines, output.no_color)
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def room_of_file(file: Path, why: bool, output: Output, steps: bool) -> int:
    """`plan` (with the steps) and `room`."""
    from megaroth import questions

    source, day = source_of(file), today()
    answer = source if isinstance(source, list) else questions.room(source, day)
    if isinstance(answer, list):
        return refuse(answer, output)
    if output.json:
        from megaroth.questions.asking import plan_json

        return answered(plan_json(answer, day) if steps else answer.as_json(), [], answer.findings, output)
    from megaroth.report.text import room_lines

    schedule, beside = None, None
    if steps:
        from megaroth.report.outlook_section import outlook_section

        with patience("Searching your schedule"):
            schedule = questions.schedule_beside(answer, day)
        beside = outlook_section(questions.in_reach(answer, schedule), width(), day)
    return answered(None, room_lines(answer, width(), steps, why, day, schedule, beside), answer.findings, output)


def schedule_of_file(file: Path, csv: bool, output: Output, audit: bool) -> int:
    """`schedule` and `audit`."""
    from megaroth import questions
    from megaroth.report.schedule_text import schedule_lines

    source, day = source_of(file), today()
    if isinstance(source, list):
        return refuse(source, output)
    with patience("Searching your schedule"):
        answer = questions.audit(source, day) if audit else questions.schedule(source, day)
    if isinstance(answer, list):
        return refuse(answer, output)
    if csv:
        sys.stdout.write(answer.as_csv())
        return 1 if any(finding.severity == "error" for finding in answer.findings) else 0
    return answered(answer.as_json(), schedule_lines(answer, width()), answer.findings, output)
