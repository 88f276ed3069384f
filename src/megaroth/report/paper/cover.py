"""What a planner's firm puts on the paper: its name, for whom it is, its own disclaimer. A settings file of a few lines."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from megaroth.kit.finding import Finding
from megaroth.kit.reading import FileModel, check, parse_toml, read_text


class CoverFile(FileModel):
    """The settings file of a report, TOML. Everything may be left out."""

    firm: str = Field(default="", max_length=120, description="The firm's name, at the head of every page.")
    prepared_by: str = Field(default="", max_length=120, description="Who prepared the paper.")
    prepared_for: str = Field(default="", max_length=120, description="For whom.")
    contact: str = Field(default="", max_length=200, description="How the firm is reached.")
    disclaimer: str = Field(default="", max_length=4_000, description="The firm's own disclaimer, after ours.")


def read_cover(file: Path) -> CoverFile | list[Finding]:
    """The settings file, or what is wrong with it."""
    text = read_text(file)
    return [text] if isinstance(text, Finding) else cover_of(text, str(file))


def cover_of(text: str, name: str) -> CoverFile | list[Finding]:
    """The settings of a text; `name` is how findings call it."""
    read = parse_toml(text, name)
    return [read] if isinstance(read, Finding) else check(read, CoverFile)
