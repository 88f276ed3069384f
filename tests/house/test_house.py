"""House tests: rules are written with the house words alone, and the two lists of developer tools are one."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = [
    *sorted((ROOT / "src/megaroth/law").glob("s*.py")),
    *(ROOT / "src/megaroth" / name for name in ("plan/match.py", "plan/caps.py", "room/room.py")),
    *(ROOT / "src/megaroth/tax" / name for name in ("fica.py", "wages.py", "withholding.py")),
]
BANNED = {
    ast.If: "if", ast.IfExp: "a if b else c", ast.BoolOp: "and/or", ast.Not: "not", ast.Div: "/", ast.FloorDiv: "//",
    ast.While: "while", ast.Try: "try",
}  # fmt: skip
BANNED_CALLS = {"min", "max", "round", "sum", "abs", "float", "int", "print", "open"}


def breaches(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        found += [word for kind, word in BANNED.items() if isinstance(node, kind)]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BANNED_CALLS:
            found.append(node.func.id)
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            found.append(f"float {node.value}")
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value > 12:
            found.append(f"a number of law: {node.value}")
    return found


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_rules_use_only_the_house_words(path: Path) -> None:
    assert breaches(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "bad", ["x = 1 if a else 2", "x = min(a, b)", "x = 0.04", "x = not (a and b)", "a / b", "x = 72_000"]
)
def test_the_house_test_can_fail(bad: str) -> None:
    assert breaches(bad)


def test_the_dev_group_and_the_dev_extra_are_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["dependency-groups"]["dev"] == project["project"]["optional-dependencies"]["dev"]
