"""What a planner's firm puts on the paper: `cover.toml` beside the scenarios, the same file that `megaroth report --cover` takes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import tomlkit

from megaroth.kit.finding import Finding
from megaroth.kit.writing import write_whole
from megaroth.report.paper.cover import CoverFile, cover_of, read_cover


class Firm:
    """The settings. Without a folder they live as long as the run."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / "cover.toml"
        self._kept = CoverFile()

    def read(self) -> CoverFile | list[Finding]:
        """The settings, or what is wrong with the file."""
        if self._path is None or not self._path.is_file():
            return self._kept
        return read_cover(self._path)

    def write(self, said: Mapping[str, str]) -> list[Finding]:
        """Keep what was typed; what is wrong with it. Raises `OSError` where the folder cannot be written."""
        text = tomlkit.dumps(
            {name: said[name].strip() for name in CoverFile.model_fields if said.get(name, "").strip()}
        )
        read = cover_of(text, "cover.toml")
        if isinstance(read, list):
            return read
        self._kept = read
        if self._path is not None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._path, text)
        return []
