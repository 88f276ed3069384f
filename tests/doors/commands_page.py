"""`docs/commands.md` from the program's own help. Write it anew with `uv run python -m tests.doors.commands_page`."""

from __future__ import annotations

import io
import os
from pathlib import Path

from rich.console import Console

from megaroth.doors.cli.app import app

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
HEAD = """# Commands

What `megaroth COMMAND --help` prints, for every command. This page is generated; a test keeps it current.
"""


def commands() -> list[list[str]]:
    """Every command as it is typed, the program itself first."""
    return _below([], app)


def _below(path: list[str], node: object) -> list[list[str]]:
    found = [path]
    for name, below in node.resolved_commands().items():  # type: ignore[attr-defined]
        if not name.startswith("-"):
            found += _below([*path, name], below)
    return found


def help_of(path: list[str]) -> str:
    """The help of one command at 80 columns."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        out = io.StringIO()
        app([*path, "--help"], console=Console(file=out, width=80))
    finally:
        os.environ.pop("COLUMNS")
        if before is not None:
            os.environ["COLUMNS"] = before
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for path in commands():
        title = " ".join(["megaroth", *path])
        parts.append(f"## {title}\n\n```text\n{help_of(path)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
