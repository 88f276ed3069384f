"""`docs/law.md` says what the registry and the book say today."""

from __future__ import annotations

import ast
from pathlib import Path

from megaroth.report.law_page import every_rule, law_page

ROOT = Path(__file__).parents[2]


def test_the_page_is_current() -> None:
    current = (ROOT / "docs" / "law.md").read_text(encoding="utf-8") == law_page()
    assert current, "run: uv run python -m megaroth.report.law_page > docs/law.md"


def test_no_rule_of_the_source_is_left_out() -> None:
    written = set()
    for path in (ROOT / "src" / "megaroth").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "rule"
                for mark in node.decorator_list
            ):
                written.add(node.name)
    assert len(written) > 50
    assert written == {rule.name for rule in every_rule()}


def test_numbers_stand_beside_their_source() -> None:
    lines = law_page().splitlines()
    start = lines.index("### Annual additions")
    assert "| 2025 | $70,000 | announced | IRS Notice 2024-80 |" in lines[start : start + 14]
    start = lines.index("### HCE pay")
    assert any(line.startswith("| 2018 | $120,000 |") for line in lines[start : start + 14])
