"""What `read` does, without the parser of command lines: people wait for it, and loading the parser takes its time."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from megaroth.doors.cli.printing import Output, answered, refuse, today
from megaroth.doors.cli.terminal import width

if TYPE_CHECKING:
    from megaroth.plan.draft import PlanDraft
    from megaroth.reader.reading import Progress
    from megaroth.report.lines import Line


def read_documents(files: tuple[Path, ...], save: Path | None, diff: bool, find: str, output: Output) -> int:
    """Read documents and print what they say; see `reader.read` for the arguments."""
    collecting = gc.isenabled()
    gc.disable()  # one answer: nothing worth collecting comes up
    try:
        return _read(files, save, diff, find, output)
    finally:
        if collecting:
            gc.enable()


def _read(files: tuple[Path, ...], save: Path | None, diff: bool, find: str, output: Output) -> int:
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
    lines = [] if output.json else read_lines(answer, width(), diff)
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
