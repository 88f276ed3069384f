"""The command of the paper: a PDF, a calendar or a workbook, by the ending of the file to write."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from megaroth.doors.cli.printing import Output, answered, refuse, source_of, today

PRINTED = Output()


def report(
    file: Annotated[Path, Parameter(allow_leading_hyphen=True)],
    /,
    *,
    to: Annotated[Path, Parameter(name=["--to", "-o"])] = Path("plan.pdf"),
    ledger: Path | None = None,
    cover: Path | None = None,
    force: bool = False,
    output: Annotated[Output, Parameter(name="*")] = PRINTED,
) -> int:
    """The plan on paper: a PDF to print or send, the year's dates as a calendar, or a workbook of paychecks and ledger.

    Args:
        file: The household file (TOML or JSON); - reads standard input.
        to: The file to write; its ending decides: .pdf, .ics (calendar) or .xlsx (workbook).
        ledger: A ledger to go with it: balances, forms of the year and entries, on paper and in the workbook.
        cover: A settings file with firm, prepared_by, prepared_for, contact and disclaimer.
        force: Replace the file if it exists.
        output: How to print.
    """
    from megaroth.kit.finding import Finding
    from megaroth.kit.writing import write_bytes
    from megaroth.questions.paper import NEEDS
    from megaroth.questions.paper import report as report_of
    from megaroth.report.lines import Line
    from megaroth.report.paper.cover import read_cover

    kind = to.suffix.lower().removeprefix(".")
    if kind not in NEEDS:
        remedy = "Name a file that ends in .pdf, .ics or .xlsx."
        return refuse([Finding("wrong-ending", "error", f"{to.name} has no ending of ours.", "--to", remedy)], output)
    if to.exists() and not force:
        remedy = "Name another file, or add --force."
        return refuse([Finding("file-exists", "error", f"{to} exists already.", "--to", remedy)], output)
    settings = read_cover(cover) if cover else None
    if isinstance(settings, list):
        return refuse(settings, output)
    source = source_of(file)
    made = source if isinstance(source, list) else report_of(source, today(), kind, settings, ledger)  # type: ignore[arg-type]
    if isinstance(made, list):
        return refuse(made, output)
    try:
        write_bytes(to, made)
    except OSError as error:
        remedy = "Choose a folder that exists and that you may write to."
        return refuse(
            [Finding("not-written", "error", f"{to} cannot be written: {error.strerror}.", "--to", remedy)], output
        )
    told = {"format": 1, "written": str(to), "kind": kind, "bytes": len(made), "findings": []}
    return answered(told, [Line(f"Wrote {to} ({len(made):,} bytes).")], (), output)
