"""Documents in the question itself, for the one door of programs.

Imported by `asking`, and by nobody else: whoever reads a file does not wait for the models of questions.
"""

from __future__ import annotations

import base64
import binascii
import datetime
from pathlib import Path
from typing import Any

from pydantic import Field

from megaroth.kit.finding import Finding
from megaroth.kit.reading import FileModel
from megaroth.questions.reader import Document, find, read


class DocumentInput(FileModel):
    """One document."""

    name: str = Field(description="A name by which the answer calls it, like spd-2026.pdf.", max_length=200)
    base64: str = Field(description="The bytes of the PDF, web page, Word document, text or picture, in base64.")


class ReadInput(FileModel):
    """The documents of one plan."""

    documents: list[DocumentInput] = Field(description="One or more documents of one plan.", min_length=1, max_length=5)
    compare: bool = Field(default=False, description="With two: what the second says otherwise than the first.")
    find: str = Field(default="", description="Instead: the passages of the first that are nearest to these words.")


def read_json(given: ReadInput, today: datetime.date) -> dict[str, Any] | list[Finding]:
    """The answer of the question `read`."""
    documents: list[Document] = []
    for place, each in enumerate(given.documents):
        try:
            documents.append((Path(each.name).name or "document", base64.b64decode(each.base64, validate=True)))
        except (binascii.Error, ValueError):
            where = f"documents.{place}.base64"
            return [
                Finding("bad-value", "error", f"{each.name} is not base64.", where, "Send the file's bytes in base64.")
            ]
    if given.find:
        return find(documents[0], given.find, today)
    answer = read(documents, today, None, given.compare)
    return answer if isinstance(answer, list) else answer.as_json()
