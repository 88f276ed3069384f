"""The command line: parses, calls a question, prints.

Exit codes: 0 answered; 1 answered, with error findings; 2 wrong usage or unreadable input; 130 interrupted.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

# Looking for plugins of the file reader costs a tenth of the start-up, and a plan needs none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from cyclopts import App, CycloptsError, Parameter

from megaroth.doors.cli.help import Help
from megaroth.doors.cli.terminal import say, say_json, width

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.questions import Source
    from megaroth.report.lines import Line

EXIT_CODES = "Exit codes: 0 answered, 1 answered with error findings, 2 wrong usage or unreadable input."
app = App(
    name="megaroth",
    help="Plans the mega-backdoor Roth: after-tax 401(k) contributions, converted to Roth. Nothing leaves the machine.",
    help_format="plaintext",
    help_formatter=Help(),
    help_epilogue=(
        "Begin with:\n  megaroth new             a few questions, and your household file is written\n"
        f"  megaroth plan FILE       may I, how much, my four steps\n\n{EXIT_CODES}"
    ),
    result_action="return_value",
)


@Parameter(name="*")
@dataclass(frozen=True)
class Output:
    """How to print."""

    json: Annotated[bool, Parameter(negative="")] = False
    """Print the answer for programs."""
    no_color: Annotated[bool, Parameter(negative="")] = False
    """Without colours (so does NO_COLOR in the environment)."""


PRINTED = Output()
File = Annotated[Path, Parameter(allow_leading_hyphen=True)]
Why = Annotated[bool, Parameter(negative="")]


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


def _today() -> datetime.date:
    return datetime.date.today()


def _source(file: Path) -> Source | list[Finding]:
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


def _refuse(findings: list[Finding], output: Output) -> int:
    if output.json:
        from megaroth.questions.asking import refused

        say_json(refused(findings).value)
    else:
        from megaroth.report.text import finding_lines

        say(finding_lines(findings, width()), output.no_color)
    return 2


def _answer(told: Any, lines: list[Line], findings: tuple[Finding, ...], output: Output) -> int:
    if output.json:
        say_json(told)
    else:
        say(lines, output.no_color)
    return 1 if any(finding.severity == "error" for finding in findings) else 0


@app.command(
    help_epilogue=_examples(
        "megaroth plan household.toml", "megaroth plan household.toml --why", "megaroth plan - --json < household.toml"
    )
)
def plan(file: File, /, *, why: Why = False, output: Output = PRINTED) -> int:
    """May I, how much, what are my four steps, and why.

    Args:
        file: The household file (TOML or JSON); - reads standard input.
        why: Show every rule that was applied, with its citation.
        output: How to print.
    """
    return _room(file, why, output, steps=True)


@app.command(help_epilogue=_examples("megaroth room household.toml", "megaroth room household.toml --json"))
def room(file: File, /, *, why: Why = False, output: Output = PRINTED) -> int:
    """How much: the room that law and plan leave in each job.

    Args:
        file: The household file (TOML or JSON); - reads standard input.
        why: Show every rule that was applied, with its citation.
        output: How to print.
    """
    return _room(file, why, output, steps=False)


def _room(file: Path, why: bool, output: Output, steps: bool) -> int:
    from megaroth import questions

    source, today = _source(file), _today()
    answer = source if isinstance(source, list) else questions.room(source, today)
    if isinstance(answer, list):
        return _refuse(answer, output)
    if output.json:
        from megaroth.questions.asking import plan_json

        return _answer(plan_json(answer, today) if steps else answer.as_json(), [], answer.findings, output)
    from megaroth.report.text import room_lines

    return _answer(None, room_lines(answer, width(), steps, why, today), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth ira household.toml", "megaroth ira household.toml --why"))
def ira(file: File, /, *, why: Why = False, output: Output = PRINTED) -> int:
    """What may go to a Roth IRA: directly, by the back door, and taxed how.

    Args:
        file: The household file (TOML or JSON); - reads standard input.
        why: Show every rule that was applied, with its citation.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.questions.asking import ira_json
    from megaroth.report.ira_text import ira_lines

    source = _source(file)
    answer = source if isinstance(source, list) else questions.ira(source, _today())
    if isinstance(answer, list):
        return _refuse(answer, output)
    return _answer(ira_json(answer), ira_lines(answer, width(), why), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth limits", "megaroth limits 2027", "megaroth limits 2026 --json"))
def limits(year: int | None = None, /, *, output: Output = PRINTED) -> int:
    """The important planning numbers of a year, and what changes next year.

    Args:
        year: The year; today's if left out.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.limits import limits_lines

    answer = questions.limits(_today().year if year is None else year)
    if isinstance(answer, list):
        return _refuse(answer, output)
    return _answer(answer.as_json(), limits_lines(answer, width()), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth check my-plan.toml", "megaroth check microsoft"))
def check(plan: Annotated[str, Parameter(allow_leading_hyphen=True)], /, *, output: Output = PRINTED) -> int:
    """What a plan says and leaves open, and the letter that asks for it.

    Args:
        plan: A plan file (TOML or JSON), a name of the directory, or - for standard input.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.plan_text import plan_lines

    year, is_file = (
        _today().year,
        plan.endswith((".toml", ".json")) or "/" in plan or plan == "-" or Path(plan).exists(),
    )
    if is_file:
        source = _source(Path(plan))
        answer = source if isinstance(source, list) else questions.check(source, year)
    else:
        answer = questions.company(plan, year)
    if isinstance(answer, list):
        return _refuse(answer, output)
    return _answer(answer.as_json(), plan_lines(answer, width()), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth companies", "megaroth companies amazon"))
def companies(name: str | None = None, /, *, output: Output = PRINTED) -> int:
    """What is publicly said of employers' plans, with sources.

    Args:
        name: An employer; all of them if left out.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.questions.asking import companies_json
    from megaroth.report.plan_text import companies_lines, plan_lines

    if name is None:
        told = companies_json()
        return _answer(told, companies_lines(told["companies"], width()), (), output)
    answer = questions.company(name, _today().year)
    if isinstance(answer, list):
        return _refuse(answer, output)
    return _answer(answer.as_json(), plan_lines(answer, width(), ask=False), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth where annual additions", "megaroth where 414(v)"))
def where(*words: str, output: Output = PRINTED) -> int:
    """The rules about some words, with citation and module.

    Args:
        words: Words of a rule's name, sentence or citation.
        output: How to print.
    """
    from megaroth.questions.asking import where_json
    from megaroth.report.text import rule_lines

    told = where_json(" ".join(words))
    return _answer(told, rule_lines(told, width()), (), output)


@app.command(help_epilogue=_examples("megaroth schema household > household.schema.json", "megaroth schema plan"))
def schema(what: Literal["household", "plan"], /) -> int:
    """The JSON Schema of a file, for an editor that completes.

    Args:
        what: Which file.
    """
    from megaroth.household.schema import household_schema, plan_schema

    say_json(household_schema() if what == "household" else plan_schema())
    return 0


@app.command(
    help_epilogue=_examples(
        "megaroth ask --list", "megaroth ask room household.json", """echo '{"year": 2026}' | megaroth ask limits -"""
    )
)
def ask(
    name: str | None = None,
    file: File | None = None,
    /,
    *,
    list_: Annotated[bool, Parameter(name="--list", negative="")] = False,
) -> int:
    """Every question by one door, for programs: JSON in, JSON out.

    Args:
        name: The question; --list names them.
        file: The input; - reads standard input; left out: no input.
        list_: Print every question with the JSON Schemas of input and answer.
    """
    from megaroth.questions import asking

    if list_ or name is None:
        say_json([question.as_json() for question in asking.ALL])
        return 0 if list_ else 2
    source = "{}" if file is None else _source(file)
    answered = asking.refused(source) if isinstance(source, list) else asking.ask(name, source, _today())
    say_json(answered.value)
    return answered.exit_code


@app.command(help_epilogue=_examples("megaroth new", "megaroth new ana.toml"))
def new(file: Path = Path("household.toml"), /) -> int:
    """A few plain questions, and your household file is written.

    “Not sure” is always an answer and leads to the safe path; nothing is written before the end.

    Args:
        file: Where to write it.
    """
    from megaroth.doors.cli.interview import completing, interview

    completing()
    return interview(file, _today())


completion = App(
    name="completion",
    help="Completion of commands and options in your shell.",
    help_epilogue=_examples("megaroth completion show bash", "megaroth completion install zsh"),
)
app.command(completion)
Shell = Literal["bash", "zsh", "fish", "powershell"]


@completion.command(help_epilogue=_examples("megaroth completion show bash"))
def show(shell: Shell, /) -> int:
    """Print the completion script.

    Args:
        shell: Your shell.
    """
    sys.stdout.write(app.generate_completion(shell=shell) + "\n")
    return 0


@completion.command(help_epilogue=_examples("megaroth completion install zsh"))
def install(shell: Shell, /) -> int:
    """Write the completion script where the shell looks for it, and name it in the shell's start file.

    Args:
        shell: Your shell.
    """
    written = app.install_completion(shell=shell)
    sys.stdout.write(f"Wrote {written}. Open a new shell to use it.\n")
    return 0


def run(words: Sequence[str]) -> int:
    """Run one command line and return its exit code; what the user did wrong becomes a finding."""
    from megaroth.kit.finding import Finding

    try:
        result = app(list(words), exit_on_error=False, print_error=False)
    except CycloptsError as error:
        command = next((word for word in words if not word.startswith("-")), "")
        known = command in app.resolved_commands()
        remedy = f"See `megaroth {command} --help`." if known else "See `megaroth --help`."
        message = " ".join(str(error).split()).replace(" into int.", " into a whole number.")
        finding = Finding("wrong-usage", "error", message, "", remedy)
        return _refuse([finding], Output(json="--json" in words))
    return result if isinstance(result, int) else 0


def main() -> None:
    """The console entry: no traceback ever reaches the user (MEGAROTH_DEBUG=1 shows it)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # Whoever read our output has read enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if os.environ.get("MEGAROTH_DEBUG"):
            raise
        sys.stderr.write(
            f"[!!] ERROR: megaroth itself failed: {type(error).__name__}: {error}\n"
            "    -> Please report it, with the output of MEGAROTH_DEBUG=1 and without personal figures.\n"
        )
        code = 2
    sys.exit(code)
