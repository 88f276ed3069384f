"""The summary of a workforce's answers as a PDF, exceptions first."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from megaroth.kit.finding import Finding
from megaroth.questions.workforce import Offers, Workforce

if TYPE_CHECKING:
    from megaroth.workforce.nondiscrimination import TestAnswer
    from megaroth.workforce.run import LimitsDone


def check_pdf(path: Path | None) -> list[Finding]:
    """What speaks against writing a summary there."""
    from importlib.util import find_spec

    if path is None:
        return []
    if path.suffix.lower() != ".pdf":
        return [Finding("out-kind", "error", f"{path.name} does not end in .pdf.", "--pdf", "End it in .pdf.")]
    if not path.parent.is_dir():
        return [Finding("out-folder", "error", f"There is no folder {path.parent}.", "--pdf", "Make it first.")]
    if find_spec("typst") is None:
        remedy = 'Install it: pip install "megaroth[report]".'
        return [Finding("not-installed", "error", "A PDF needs typst.", "--pdf", remedy)]
    return []


def write_pdf(
    answer: LimitsDone | TestAnswer | Offers,
    findings: tuple[Finding, ...],
    workforce: Workforce,
    path: Path,
    today: datetime.date,
) -> None:
    """The summary of an answer as a PDF, exceptions first; whole or not at all."""
    from megaroth.report.paper import workforce as paper
    from megaroth.report.paper.pdf import pdf_of
    from megaroth.workforce.files import whole_file
    from megaroth.workforce.run import LimitsDone as Limits

    told = (findings, workforce.sponsor.year, workforce.sponsor.law.status == "projected", today)
    if isinstance(answer, Offers):
        content = paper.offer_paper(answer.plans, *told)
    elif isinstance(answer, Limits):
        content = paper.limits_paper(answer, *told)
    else:
        content = paper.test_paper(answer, *told)
    with whole_file(path) as aside:
        aside.write_bytes(pdf_of(content, today, "workforce"))
