"""The commands `read` and `letter`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from megaroth.doors.cli.documents import read_documents
from megaroth.doors.cli.printing import Output, refuse, source_of, today
from megaroth.doors.cli.terminal import say, width

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.plan.draft import Finished
    from megaroth.report.lines import Line

PRINTED = Output()
How = Annotated[Output, Parameter(name="*")]


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
    return read_documents(files, save, diff, find, output)


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
