"""The paper as a PDF: typeset offline by typst, tagged (PDF/UA-1), the same bytes for the same input and day."""

from __future__ import annotations

import datetime
import json
from importlib import resources
from typing import Any


def pdf_of(content: dict[str, Any], today: datetime.date, look: str = "paper") -> bytes:
    """The PDF of `paper_content`, or of other content with another look. `today` is its date of creation.

    Needs the `report` extra (typst).
    """
    import typst

    with resources.as_file(resources.files("megaroth.report")) as here:
        made = typst.compile(
            str(here / "paper" / f"{look}.typ"),
            root=str(here / "paper"),
            font_paths=[str(here / "fonts")],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"paper": json.dumps(content, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(datetime.datetime.combine(today, datetime.time(), datetime.UTC).timestamp()),
        )
    return bytes(made)
