"""Every command is documented, shows examples, and is tried by a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.doors.commands_page import PAGE, commands, help_of, page

TESTS = Path(__file__).parent


def test_the_page_of_commands_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `uv run python -m tests.doors.commands_page`"


@pytest.mark.parametrize("path", commands(), ids="-".join)
def test_every_command_explains_itself_with_examples(path: list[str]) -> None:
    text = help_of(path)
    typed = " ".join(["megaroth", *path])
    assert f"  {typed}" in text if path else "Begin with:" in text
    assert max(len(line) for line in text.splitlines()) <= 80
    # Every parameter stands beside what it means.
    assert not re.search(r"^  (--\S+|[A-Z]+)$", text, re.MULTILINE)


@pytest.mark.parametrize("path", [path for path in commands() if path], ids="-".join)
def test_every_command_is_tried(path: list[str]) -> None:
    tests = "".join(
        file.read_text(encoding="utf-8") for file in TESTS.glob("test_*.py") if file.name != Path(__file__).name
    )
    if path == ["completion"]:
        return
    called = ", ".join(f'"{word}"' for word in path)
    tried = called in tests or (path == ["new"] and "interview(" in tests)
    assert tried, f"no test runs {path}"
