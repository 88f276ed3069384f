"""House tests: rules are written with the house words alone, and the two lists of developer tools are one."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = [
    *sorted((ROOT / "src/megaroth/law").glob("s*.py")),
    *(ROOT / "src/megaroth" / name for name in ("plan/match.py", "plan/caps.py", "room/room.py")),
    *(ROOT / "src/megaroth/tax" / f"{name}.py" for name in ("federal", "fica", "wages", "withholding")),
    *sorted((ROOT / "src/megaroth/tax").glob("s*.py")),
    ROOT / "src/megaroth/workforce/corrections.py",
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


LIMITS = ROOT / "src/megaroth/law/limits"
NOT_LAW = {
    ("kit/money.py", 23_500),  # how an amount may be written, in complaints about one
    ("kit/written.py", 23_500),
    ("kit/reading.py", 10_000),  # the largest file in bytes, a hundredth of it
    ("household/outlook_file.py", 1_000_000),  # the most futures, and a hundredth of it
    ("household/outlook_file.py", 10_000),
    ("outlook/assumptions.py", 10_000),  # futures
    ("outlook/setup.py", 40_000),  # a hundredth of how far bends of a tax are looked for
    ("doors/cli/help.py", 10_000),  # columns of a wide page
    ("report/workforce_text.py", 100_000),  # a thousand dollars in cents, as a unit of a table
    ("workforce/made_up.py", 100_000),  # numbers of made-up people
    ("ledger/form_8606.py", 100_000),  # five decimals of line 10
    ("household/stubs.py", 5_000),  # rows of a portal's file
    *(
        (f"doors/{name}", n) for name in ("web/example.py", "rest/openapi.py") for n in (500_000, 5_000)
    ),  # pay of an example
}


def amounts_of_law() -> set[int]:
    """Every dollar amount of the tables above 1,000; years are none. Smaller ones are also counts, widths and roundings."""

    def leaves(value: object) -> Iterator[int]:
        if isinstance(value, dict):
            for part in value.values():
                yield from leaves(part)
        elif isinstance(value, list):
            for part in value:
                yield from leaves(part)
        elif type(value) is int:
            yield value

    found = set()
    for path in LIMITS.rglob("*.toml"):
        if path.parent.name in ("state", "state_withholding"):  # edges of states are round: sizes and counts as well
            continue
        for row in tomllib.loads(path.read_text(encoding="utf-8")).values():
            if isinstance(row, dict):
                found |= {n for n in leaves(row) if n > 1_000 and not 1_984 <= n <= 2_040}
    return found


AMOUNTS = amounts_of_law()


def amounts_written(source: str) -> list[int]:
    """Amounts of law that a module writes itself, in dollars or in cents: as numbers, or as texts that are one number."""
    found = []
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
            continue
        if isinstance(node.value, int | float):
            number = node.value
        elif isinstance(node.value, str) and re.fullmatch(r"\$?\d[\d_,]*(\.\d+)?", node.value.strip()):
            number = float(re.sub(r"[$_,]", "", node.value) or 0)
        else:
            continue
        found += [int(n) for n in (number, number / 100) if n in AMOUNTS]
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "src/megaroth").rglob("*.py")), ids=lambda path: path.stem)
def test_no_number_of_law_stands_outside_its_tables(path: Path) -> None:
    name = path.relative_to(ROOT / "src/megaroth").as_posix()
    written = {n for n in amounts_written(path.read_text(encoding="utf-8")) if (name, n) not in NOT_LAW}
    assert written == set()


@pytest.mark.parametrize("bad", ["x = 72_000", "x = 24500.0", 'x = "72_000"', 'x = "$72,000"', "x = Money(7_200_000)"])
def test_a_number_of_law_is_found(bad: str) -> None:
    assert amounts_written(bad)


@pytest.mark.parametrize("fine", ["x = 12", 'x = "23 words"', "x = True", "x = 10**12", 'x = "up to 72,000 dollars"'])
def test_other_numbers_are_not(fine: str) -> None:
    assert amounts_written(fine) == []


def test_the_dev_group_and_the_dev_extra_are_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["dependency-groups"]["dev"] == project["project"]["optional-dependencies"]["dev"]
