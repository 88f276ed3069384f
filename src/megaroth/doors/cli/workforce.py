"""The commands of a whole workforce: limits, test, offer, explain, example."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from megaroth.doors.cli.printing import Output, answered, refuse, today
from megaroth.doors.cli.terminal import width

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.questions.workforce import Workforce


@dataclass(frozen=True)
class Input:
    """Where the people and the plans stand."""

    sponsor: Path | None = None
    """The sponsor's file: the plans, and how they are tested."""
    plan: str = ""
    """Instead of it: one plan for everybody, a plan file or a name of the directory."""
    year: int | None = None
    """With --plan: the year; today's if left out."""
    engine: Literal["local", "spark"] = "local"
    """For limits and test: this machine, or Apache Spark."""
    master: str = "local[*]"
    """With spark: its master, like local[4] or spark://host:7077."""
    map: Path | None = None
    """Which column is which field; left out: CENSUS.map.toml beside the census, else guessed by name."""


PRINTED, GIVEN = Output(), Input()
How = Annotated[Output, Parameter(name="*")]
From = Annotated[Input, Parameter(name="*")]


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


workforce = App(
    name="workforce",
    help="A whole workforce from one file: everybody's limits, the ADP and ACP tests, may we offer it.",
    help_epilogue=_examples(
        "megaroth workforce example acme",
        "megaroth workforce offer acme/census.parquet --sponsor acme/sponsor.toml",
    ),
)


@workforce.command(
    help_epilogue=_examples(
        "megaroth workforce limits census.parquet --sponsor sponsor.toml",
        "    --out limits.parquet --rejects rejects.csv",
    )
)
def limits(
    census: Path,
    /,
    *,
    out: Path,
    rejects: Path | None = None,
    pdf: Path | None = None,
    threads: int | None = None,
    given: From = GIVEN,
    output: How = PRINTED,
) -> int:
    """Everybody's limits, room, excess and elections.

    Args:
        census: The file of people: Parquet, CSV or Excel.
        out: Where the answers go: a .parquet, .csv or .xlsx file, or a folder.
        rejects: Where the rows go that cannot be used, each with its reason.
        pdf: A summary to print or send, exceptions first.
        threads: How many threads; all cores if left out.
        given: Where the people and the plans stand.
        output: How to print.
    """
    import os

    from megaroth.questions import workforce as questions
    from megaroth.questions import workforce_paper as paper
    from megaroth.report.workforce_text import limits_done_lines

    opened = _opened(census, given)
    if isinstance(opened, list):
        return refuse(opened, output)
    if wrong := paper.check_pdf(pdf):
        return refuse(wrong, output)
    with _progress(opened, "limits") as progress:
        count = threads or os.cpu_count() or 1
        done = questions.limits(opened, out, rejects, count, progress, given.engine, given.master)
    if isinstance(done, list):
        return refuse(done, output)
    found = (*opened.sponsor.findings, *questions.limits_findings(done))
    if pdf is not None:
        paper.write_pdf(done, found, opened, pdf, today())
    told = questions.limits_json(opened, done, found)
    return answered(told, limits_done_lines(done, str(out), str(rejects or ""), width()), found, output)


@workforce.command(
    help_epilogue=_examples(
        "megaroth workforce test census.parquet --sponsor sponsor.toml",
        "megaroth workforce test census.csv --plan plan.toml --refunds refunds.xlsx",
    )
)
def test(
    census: Path,
    /,
    *,
    refunds: Path | None = None,
    corrections: Path | None = None,
    rejects: Path | None = None,
    pdf: Path | None = None,
    given: From = GIVEN,
    output: How = PRINTED,
) -> int:
    """The ADP and ACP tests: averages, limits, who gives what back, by when.

    Args:
        census: The file of people: Parquet, CSV or Excel.
        refunds: Where the refunds go, person by person.
        corrections: Where those go who are above a limit before any test.
        rejects: Where the rows go that cannot be used, each with its reason.
        pdf: A summary to print or send, exceptions first.
        given: Where the people and the plans stand.
        output: How to print.
    """
    from megaroth.questions import workforce as questions
    from megaroth.questions import workforce_paper as paper
    from megaroth.report.text import finding_lines
    from megaroth.report.workforce_text import test_lines

    opened = _opened(census, given)
    if isinstance(opened, list):
        return refuse(opened, output)
    wrong = [*questions.check_outs([refunds, corrections, rejects]), *paper.check_pdf(pdf)]
    if wrong:
        return refuse(wrong, output)
    with _progress(opened, "test") as progress:
        answer = questions.nondiscrimination(opened, progress, given.engine, given.master)
    if isinstance(answer, list):
        return refuse(answer, output)
    questions.write_tests(answer, refunds, corrections, rejects)
    found = (*opened.sponsor.findings, *questions.test_findings(answer))
    if pdf is not None:
        paper.write_pdf(answer, found, opened, pdf, today())
    lines = [*test_lines(answer, width()), *_ending(found, finding_lines)]
    return answered(questions.tests_json(opened, answer), lines, found, output)


@workforce.command(
    help_epilogue=_examples(
        "megaroth workforce offer census.parquet --sponsor sponsor.toml",
        "megaroth workforce offer census.parquet --sponsor sponsor.toml --cap 10 --refunds refunds.csv",
    )
)
def offer(
    census: Path,
    /,
    *,
    hce: int = 20,
    others: int = 5,
    others_percent: int = 5,
    spread: int = 5,
    cap: int | None = None,
    refunds: Path | None = None,
    pdf: Path | None = None,
    given: From = GIVEN,
    output: How = PRINTED,
) -> int:
    """May we offer after-tax money: the cap at which the test passes, refunds, how sure.

    Args:
        census: The file of people: Parquet, CSV or Excel.
        hce: How many percent of the highly compensated would take part.
        others: How many percent of the others would.
        others_percent: What those contribute, in percent of pay.
        spread: How many points either way the adoption may be off.
        cap: The cap on after-tax money in percent of pay; left out: the largest that passes.
        refunds: Where the refunds at that cap go, person by person.
        pdf: A summary to print or send.
        given: Where the people and the plans stand.
        output: How to print.
    """
    from megaroth.questions import workforce as questions
    from megaroth.questions import workforce_paper as paper
    from megaroth.report.lines import BLANK
    from megaroth.report.workforce_text import offer_lines
    from megaroth.workforce.offer import Adoption

    opened = _opened(census, given)
    if isinstance(opened, list):
        return refuse(opened, output)
    if wrong := [*questions.check_outs([refunds]), *paper.check_pdf(pdf)]:
        return refuse(wrong, output)
    with _progress(opened, "offer") as progress:
        answers = questions.offer(opened, Adoption(hce, others, others_percent, spread), cap, refunds, progress)
    if isinstance(answers, list):
        return refuse(answers, output)
    if pdf is not None:
        paper.write_pdf(answers, opened.sponsor.findings, opened, pdf, today())
    lines = []
    for at, each in enumerate(answers.plans):
        lines += [*([BLANK] if at else []), *offer_lines(each, width())]
    return answered(answers.as_json(opened), lines, opened.sponsor.findings, output)


@workforce.command(help_epilogue=_examples("megaroth workforce explain census.parquet 17 --sponsor sponsor.toml"))
def explain(census: Path, row: int, /, *, why: bool = True, given: From = GIVEN, output: How = PRINTED) -> int:
    """One row as the person it is: the answer of `megaroth room`, with every rule.

    Args:
        census: The file of people: Parquet, CSV or Excel.
        row: The number of the row, as in the answers and the rejects.
        why: Show every rule that was applied.
        given: Where the people and the plans stand.
        output: How to print.
    """
    from megaroth.questions import workforce as questions
    from megaroth.report.text import room_lines

    opened = _opened(census, given)
    answer = opened if isinstance(opened, list) else questions.explain(opened, row)
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), room_lines(answer, width(), False, why, today()), answer.findings, output)


@workforce.command(help_epilogue=_examples("megaroth workforce example acme"))
def example(folder: Path, /, *, people: int = 50 * 1_000, output: How = PRINTED) -> int:
    """Writes a made-up census and sponsor's file to try the commands on.

    Args:
        folder: Where to write them.
        people: How many people.
        output: How to print.
    """
    from megaroth.questions import workforce as questions
    from megaroth.report.lines import Line

    if lacking := questions.missing_libraries():
        return refuse(lacking, output)
    from megaroth.workforce.made_up import write_example

    files = [str(path) for path in write_example(folder, people)]
    lines = [Line(f"Wrote {' and '.join(files)}: {people:,} made-up people.")]
    lines.append(Line(f"Try: megaroth workforce offer {files[0]} --sponsor {files[1]}"))
    return answered({"format": 1, "files": files, "people": people, "findings": []}, lines, (), output)


def _opened(census: Path, given: Input) -> Workforce | list[Finding]:
    """The census and its plans; on a terminal the mapping is asked once and remembered."""
    from megaroth.questions import workforce as questions

    year = today().year if given.year is None else given.year
    opened = questions.open_workforce(census, given.sponsor, given.plan, year, given.map)
    if sys.stdin.isatty() and sys.stderr.isatty():
        from megaroth.doors.cli.mapping import ask_mapping

        return ask_mapping(opened, census, given, year)
    return opened


@contextmanager
def _progress(opened: Workforce, what: str) -> Iterator[Callable[[int], None]]:
    """A bar with rows a second, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda rows: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Speed(ProgressColumn):
        def render(self, task: Any) -> Text:
            speed = f", {task.speed:,.0f} a second" if task.speed else ""
            return Text(f"{task.completed:,.0f} rows{speed}")

    columns = (TextColumn("{task.description}"), BarColumn(), Speed(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=opened.census.rows)
        yield lambda rows: bar.advance(task, rows)


def _ending(found: tuple[Finding, ...], finding_lines: Any) -> list[Any]:
    from megaroth.report.lines import BLANK, Line

    return [BLANK, Line("To know and to do", "title"), *finding_lines(list(found), width())] if found else []
