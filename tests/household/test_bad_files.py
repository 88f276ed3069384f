# mypy: disable-error-code="no-any-return,arg-type"
"""Whatever is wrong with a file becomes findings that say where and what to do: `bad_files.toml`, one loop."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from megaroth.household.read import read_household
from megaroth.kit.finding import Finding

CASES = tomllib.loads((Path(__file__).parent / "bad_files.toml").read_text(encoding="utf-8"))
BAD: list[dict[str, Any]] = CASES["bad"]


def text_of(case: dict[str, Any], base: str) -> str:
    """The text of a bad file: its own, or the base with one line put in (over the line of the same name, if any)."""
    if "text" in case or "repeated" in case:
        return str(case.get("text", "")) + str(case.get("repeated", "")) * int(case.get("times", 1))
    lines = base.splitlines()
    if "top" in case:
        lines[2] = case["top"]
    else:
        name = case["line"].split(" = ")[0]
        places = [number for number, line in enumerate(lines) if line.startswith(f"{name} = ")] or [len(lines)]
        lines[places[0] : places[0] + 1] = [case["line"]]
    return "\n".join(lines) + "\n"


def written(case: dict[str, Any], base: str, folder: Path) -> Path:
    path = folder / case.get("file", "me.toml")
    for name, text in case.get("beside", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    path.write_bytes(bytes.fromhex(case["hex"]) if "hex" in case else text_of(case, base).encode())
    return path


def findings_of(path: Path) -> list[Finding]:
    found = read_household(path)
    assert isinstance(found, list)
    return found
