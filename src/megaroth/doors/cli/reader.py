"""The commands `read` and `letter`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from megaroth.doors.cli.printing import Output, answered, refuse, source_of, today
from megaroth.doors.cli.terminal import say, width

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.plan.draft import Finished, PlanDraft
    from megaroth.reader.reading import Progress
    from megaroth.report.lines import Line

PRINTED = Output()
How = Annotated[Output, Parameter(name="*")]
Documents = Annotated[tuple[Path, ...], Parameter(allow_leading_hyphen=True)]


def read(
    *files: Path, save: Path | None = None, diff: bool = False, find: str = "", output: How = PRINTED
) -> int:  # fmt: skip
    """What a plan document says: may I, each term with page and quote, what is open, the letter.

    Reads PDF (scans by OCR), web pages, Word documents and text. What is not stated stays "not stated".

    Args:
        files: The documents of one plan; of several the later counts where they differ.
        save: Write the plan file, with the evidence of each term, here.
        diff: With two documents: what the second says otherwise than the first.
        find: Instead, print the passages that are nearest to these words.
        output: How to print.
    """
    from megaroth.kit.finding import Finding
    from megaroth.questions import reader as questions

    wrong = _usage(files, save, diff)
    if wrong:
        return refuse([Finding("wrong-usage", "error", wrong[0], "", wrong[1])], output)
    if find:
        from megaroth.report.reader_text import passage_lines

        told = questions.find(files[0], find, today())
        return (
            refuse(told, output)
            if isinstance(told, list)
            else answered(told, passage_lines(told, files[0].name, width()), (), output)
        )
    from megaroth.report.reader_text import read_lines

    answer = questions.read(files, today(), _progress(), compare=diff)
    if isinstance(answer, list):
        return refuse(answer, output)
    lines = read_lines(answer, width(), diff)
    if save is not None:
        lines += _save(answer.plan.draft, files, save)
    return answered(answer.as_json(), lines, answer.plan.findings, output)


def _usage(files: tuple[Path, ...], save: Path | None, diff: bool) -> tuple[str, str] | None:
    if not files:
        return "No document is named.", "Write, for instance: megaroth read spd.pdf"
    if diff and len(files) != 2:
        return "--diff compares two documents.", "Name last year's first, then this year's."
    if save is not None and save.exists():
        return f"{save} is there already.", "Name a new file, or move the old one away."
    if save is not None and save.suffix.lower() != ".toml":
        return f"{save} does not end in .toml.", "A plan file is TOML: name it like my-plan.toml."
    return None


def _progress() -> Progress | None:
    """A line on the terminal while pages are read by OCR, which takes some seconds each."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, pages: int) -> None:
        filled = 20 * done // max(pages, 1)
        end = "\n" if done == pages else ""
        sys.stderr.write(f"\rReading pictures of pages [{'#' * filled}{'-' * (20 - filled)}] {done} of {pages}{end}")
        sys.stderr.flush()

    return show


def _save(draft: PlanDraft, files: tuple[Path, ...], save: Path) -> list[Line]:
    from megaroth.kit.writing import write_whole
    from megaroth.plan.write import plan_text
    from megaroth.report.lines import BLANK, Line

    named = ", ".join(file.name for file in files)
    comment = (
        f"Read by megaroth from {named}. Compare each term with its page; what the document does not say is left out."
    )
    write_whole(save, plan_text(draft, comment))
    return [BLANK, Line(f'Wrote {save}. Use it in a household file: plan = "{save}"', "good")]


def letter(
    kind: Literal["ask", "convert", "excess"], plan: str = "unknown", /, *,
    to: Literal["hr", "administrator", "recordkeeper"] = "administrator",
    limit: Literal["deferrals", "annual-additions"] = "annual-additions", year: int | None = None, amount: str = "",
) -> int:  # fmt: skip
    """A message to send: ask what is open, set up automatic conversion, correct an excess.

    Args:
        kind: ask (what the plan leaves open), convert (automatic conversion), excess (above a limit).
        plan: A plan file (`megaroth read --save` writes one), or a name of the directory.
        to: To whom the questions go.
        limit: With excess: which limit of law was exceeded.
        year: With excess: the year; last year if left out.
        amount: With excess: by how many dollars.
    """
    from megaroth.questions import reader as questions

    finished = _plan(plan)
    if isinstance(finished, list):
        return refuse(finished, PRINTED)
    text = questions.letter(finished, kind, to, limit, today().year - 1 if year is None else year, amount)
    from megaroth.report.lines import BLANK, wrapped

    lines: list[Line] = []
    for paragraph in text.split("\n"):
        lines += wrapped(paragraph, width()) or [BLANK]
    say(lines)
    return 0


def _plan(plan: str) -> Finished | list[Finding]:
    from megaroth import questions
    from megaroth.plan.draft import PlanDraft, finish

    if plan == "unknown":
        return finish(PlanDraft("our 401(k) plan", {}))
    is_file = plan.endswith((".toml", ".json")) or "/" in plan or plan == "-" or Path(plan).is_file()
    if is_file:
        source = source_of(Path(plan))
        answer = source if isinstance(source, list) else questions.check(source, today().year)
    else:
        answer = questions.company(plan, today().year)
    return answer if isinstance(answer, list) else answer.finished
