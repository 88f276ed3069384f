"""The commands as `cyclopts` reads them: names, parameters and their help. Each calls a question and prints."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from megaroth.doors.cli import ledger, ledger_terms, outlook, reader, serve, workforce
from megaroth.doors.cli.help import Help
from megaroth.doors.cli.printing import Output, answered, refuse, room_of_file, schedule_of_file, source_of, today
from megaroth.doors.cli.report import report
from megaroth.doors.cli.tax import tax
from megaroth.doors.cli.terminal import say_json, width

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
    default_parameter=Parameter(negative=()),
)


PRINTED = Output()
How = Annotated[Output, Parameter(name="*")]
File = Annotated[Path, Parameter(allow_leading_hyphen=True)]


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


@app.command(
    help_epilogue=_examples(
        "megaroth plan household.toml", "megaroth plan household.toml --why", "megaroth plan - --json < household.toml"
    )
)
def plan(file: File, /, *, why: bool = False, output: How = PRINTED) -> int:
    """May I, how much, what are my four steps, and why.

    Args:
        file: The household file (TOML or JSON); - reads standard input.
        why: Show every rule that was applied, with its citation.
        output: How to print.
    """
    return room_of_file(file, why, output, steps=True)


@app.command(help_epilogue=_examples("megaroth room household.toml", "megaroth room household.toml --json"))
def room(file: File, /, *, why: bool = False, output: How = PRINTED) -> int:
    """How much: the room that law and plan leave in each job.

    Args:
        file: The household file (TOML or JSON); - reads standard input.
        why: Show every rule that was applied, with its citation.
        output: How to print.
    """
    return room_of_file(file, why, output, steps=False)


@app.command(
    help_epilogue=_examples("megaroth schedule household.toml", "megaroth schedule household.toml --csv > schedule.csv")
)
def schedule(file: File, /, *, csv: bool = False, output: How = PRINTED) -> int:
    """What to type into payroll: which numbers, from which payday.

    Args:
        file: The household file with a [jobs.pay] table; - reads standard input.
        csv: Print every paycheck as comma-separated values.
        output: How to print.
    """
    return schedule_of_file(file, csv, output, audit=False)


@app.command(help_epilogue=_examples("megaroth audit household.toml", "megaroth audit household.toml --json"))
def audit(file: File, /, *, csv: bool = False, output: How = PRINTED) -> int:
    """What happens if I change nothing: limits, lost match, who returns what.

    Args:
        file: The household file with [jobs.pay] and [jobs.current_elections]; - reads standard input.
        csv: Print every paycheck as comma-separated values.
        output: How to print.
    """
    return schedule_of_file(file, csv, output, audit=True)


@app.command(help_epilogue=_examples("megaroth ira household.toml", "megaroth ira household.toml --why"))
def ira(file: File, /, *, why: bool = False, output: How = PRINTED) -> int:
    """What may go to a Roth IRA: directly, by the back door, and taxed how.

    Args:
        file: The household file (TOML or JSON); - reads standard input.
        why: Show every rule that was applied, with its citation.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.questions.asking import ira_json
    from megaroth.report.ira_text import ira_lines

    source = source_of(file)
    answer = source if isinstance(source, list) else questions.ira(source, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(ira_json(answer), ira_lines(answer, width(), why), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth limits", "megaroth limits 2027", "megaroth limits 2026 --json"))
def limits(year: int | None = None, /, *, names: bool = False, output: How = PRINTED) -> int:
    """The important planning numbers of a year, and what changes next year.

    Args:
        year: The year; today's if left out.
        names: Call the numbers as a law file of your own does.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.limits import limits_lines

    answer = questions.limits(today().year if year is None else year)
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), limits_lines(answer, width(), names), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth check my-plan.toml", "megaroth check microsoft"))
def check(plan: Annotated[str, Parameter(allow_leading_hyphen=True)], /, *, output: How = PRINTED) -> int:
    """What a plan says and leaves open, and the letter that asks for it.

    Args:
        plan: A plan file (TOML or JSON), a name of the directory, or - for standard input.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.plan_text import plan_lines

    year, is_file = (
        today().year,
        plan.endswith((".toml", ".json")) or "/" in plan or plan == "-" or Path(plan).is_file(),
    )
    if is_file:
        source = source_of(Path(plan))
        answer = source if isinstance(source, list) else questions.check(source, year)
    else:
        answer = questions.company(plan, year)
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), plan_lines(answer, width()), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth companies", "megaroth companies amazon"))
def companies(name: str | None = None, /, *, output: How = PRINTED) -> int:
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
        return answered(told, companies_lines(told["companies"], width()), (), output)
    answer = questions.company(name, today().year)
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), plan_lines(answer, width(), ask=False), answer.findings, output)


@app.command(help_epilogue=_examples("megaroth where annual additions", "megaroth where 414(v)"))
def where(*words: str, output: How = PRINTED) -> int:
    """The rules about some words, with citation and module.

    Args:
        words: Words of a rule's name, sentence or citation; all rules if left out.
        output: How to print.
    """
    from megaroth.questions.asking import where_json
    from megaroth.report.text import rule_lines

    told = where_json(" ".join(words))
    return answered(told, rule_lines(told, width()), (), output)


@app.command(help_epilogue=_examples("megaroth schema household > household.schema.json", "megaroth schema plan"))
def schema(what: Literal["household", "plan", "ledger"], /) -> int:
    """The JSON Schema of a file, for an editor that completes.

    Args:
        what: Which file.
    """
    from megaroth.household.schema import household_schema, plan_schema

    if what == "ledger":
        from megaroth.ledger.schema import ledger_schema

        say_json(ledger_schema())
    else:
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
    list_: Annotated[bool, Parameter(name="--list")] = False,
) -> int:
    """Every question by one door, for programs: JSON in, JSON out.

    Args:
        name: The question; left out: the list, as with --list.
        file: The input; - reads standard input; left out: no input.
        list_: Print every question with the JSON Schemas of input and answer.
    """
    from megaroth.questions import asking

    if list_ or name is None:
        say_json([question.as_json() for question in asking.ALL])
        return 0
    source = "{}" if file is None else source_of(file)
    answered = asking.refused(source) if isinstance(source, list) else asking.ask(name, source, today())
    say_json(answered.value)
    return answered.exit_code


@app.command(help_epilogue=_examples("megaroth new", "megaroth new ana.toml"))
def new(file: Path = Path("household.toml"), /) -> int:
    """A few plain questions, and your household file is written.

    “Not sure” is always an answer and leads to the safe path; nothing is written before the end.

    Args:
        file: Where to write it.
    """
    from megaroth.doors.cli.interview import interview
    from megaroth.doors.cli.talk import completing
    from megaroth.plan import companies

    completing(companies.names())
    return interview(file, today())


app.command(
    report,
    help_epilogue=_examples(
        "megaroth report household.toml -o plan.pdf",
        "megaroth report household.toml -o dates.ics",
        "megaroth report household.toml -o paychecks.xlsx --cover firm.toml",
    ),
)
app.command(
    outlook.worth, help_epilogue=_examples("megaroth worth household.toml", "megaroth worth household.toml --json")
)
app.command(outlook.should, help_epilogue=_examples("megaroth should household.toml"))
app.command(outlook.first, help_epilogue=_examples("megaroth first household.toml"))
app.command(serve.serve, help_epilogue=_examples("megaroth serve", "megaroth serve my-scenarios --no-browser"))
app.command(ledger_terms.COMMANDS)
app.command(workforce.workforce)
app.command(ledger.forms, help_epilogue=_examples("megaroth forms 2025 my-ledger.toml"))
app.command(ledger.withdraw, help_epilogue=_examples("megaroth withdraw my-ledger.toml"))
app.command(tax, help_epilogue=_examples("megaroth tax household.toml --conversion 1250"))
app.command(
    ledger_terms.excess,
    help_epilogue=_examples(
        "megaroth excess 415c 1250 --year 2025 --paid 2026-03-10 --earnings 40 --unmatched-after-tax 30000",
        "megaroth excess 402g 500 --year 2025 --paid 2026-03-10 --earnings 20",
    ),
)
app.command(ledger.convert, help_epilogue=_examples("megaroth convert my-ledger.toml --rate 35 --return 6"))
app.command(
    reader.read,
    help_epilogue=_examples(
        "megaroth read spd.pdf", "megaroth read spd.pdf smm.pdf --save my-plan.toml",
        "megaroth read spd-2025.pdf spd-2026.pdf --diff", 'megaroth read spd.pdf --find "true-up"',
    ),
)  # fmt: skip
app.command(
    reader.letter,
    help_epilogue=_examples("megaroth letter ask my-plan.toml", "megaroth letter convert my-plan.toml"),
)

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
