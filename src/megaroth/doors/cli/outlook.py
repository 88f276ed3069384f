"""The commands of the outlook: is it worth it, should I, what comes first."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from megaroth.doors.cli.printing import Output, answered, refuse, source_of, today
from megaroth.doors.cli.terminal import width

PRINTED = Output()
How = Annotated[Output, Parameter(name="*")]
File = Annotated[Path, Parameter(allow_leading_hyphen=True)]


def worth(file: File, /, *, why: bool = False, output: How = PRINTED) -> int:
    """Is it worth it, against the alternatives, after all taxes.

    Args:
        file: The household file (TOML or JSON), with [outlook] for your own assumptions; - reads standard input.
        why: Show how each number came about, rule by rule, with citations.
        output: How to print.
    """
    from megaroth.questions import outlook
    from megaroth.report.text import finding_lines
    from megaroth.report.worth_text import worth_lines

    source = source_of(file)
    room = source if isinstance(source, list) else outlook.in_reach(source, today())
    if isinstance(room, list):
        return refuse(room, output)
    answer = outlook.worth_of(room)
    if isinstance(answer, list):
        nothing = {"format": 1, "findings": [finding.as_json() for finding in answer]}
        return answered(nothing, finding_lines(answer, width()), tuple(answer), output)
    told = outlook.worth_json(answer) if output.json else None
    return answered(told, worth_lines(answer, width(), why), answer.findings, output)


def should(file: File, /, *, why: bool = False, output: How = PRINTED) -> int:
    """Should I: the decision, each reason with its number, the flowchart.

    Args:
        file: The household file (TOML or JSON), with [cash] and [[debts]] for a full answer; - reads standard input.
        why: Show how each number came about, rule by rule, with citations.
        output: How to print.
    """
    from megaroth.questions import outlook
    from megaroth.report.should_text import should_lines

    source = source_of(file)
    answer = source if isinstance(source, list) else outlook.should(source, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    told = outlook.should_json(answer) if output.json else None
    return answered(told, should_lines(answer, width(), why), answer.findings, output)


def first(file: File, /, *, why: bool = False, output: How = PRINTED) -> int:
    """What comes first: the next dollar, step by step.

    Args:
        file: The household file (TOML or JSON), with [cash], [[debts]], [hsa], [[espp]]; - reads standard input.
        why: Show how each number came about, rule by rule, with citations.
        output: How to print.
    """
    from megaroth.questions import outlook
    from megaroth.report.first_text import first_lines

    source = source_of(file)
    answer = source if isinstance(source, list) else outlook.first(source, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    told = outlook.first_json(answer) if output.json else None
    return answered(told, first_lines(answer, width(), why), answer.findings, output)
