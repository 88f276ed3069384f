"""Whatever is wrong with a file becomes findings that say where and what to do: `bad_files.toml`, one loop."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from megaroth.household.read import read_household
from megaroth.kit.finding import Finding

CASES = tomllib.loads((Path(__file__).parent / "bad_files.toml").read_text(encoding="utf-8"))
BAD: list[dict[str, Any]] = CASES["bad"]
NAMES = [case["name"] for case in BAD]


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
    """The bad file, with the files beside it, on disk."""
    path = folder / str(case.get("file", "me.toml"))
    for name, text in case.get("beside", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    path.write_bytes(bytes.fromhex(case["hex"]) if "hex" in case else text_of(case, base).encode())
    return path


def findings_of(path: Path) -> list[Finding]:
    found = read_household(path)
    assert isinstance(found, list), "the file was accepted"
    return found


@pytest.mark.parametrize("case", BAD, ids=NAMES)
def test_a_bad_file_gives_its_findings(case: dict[str, Any], tmp_path: Path) -> None:
    path = written(case, CASES["base"], tmp_path)
    found = findings_of(path)
    places = [finding.where.replace(f"{path}:", "").replace(str(path), "") for finding in found]
    assert list(zip([f.code for f in found], places, strict=True)) == [
        (code, where) for code, where, _, _ in case["finds"]
    ]
    for finding, (_, _, says, remedy) in zip(found, case["finds"], strict=True):
        assert finding.severity == "error"
        assert says in finding.message.replace(f"{tmp_path}/", "")
        assert remedy in finding.remedy.replace(f"{tmp_path}/", "")


@pytest.mark.parametrize("case", BAD, ids=NAMES)
def test_the_findings_are_fit_for_a_terminal_and_for_a_person(case: dict[str, Any], tmp_path: Path) -> None:
    for finding in findings_of(written(case, CASES["base"], tmp_path)):
        for text in (finding.message, finding.remedy, finding.where):
            assert text
            assert text.isprintable()
            assert len(text) < 500
            # pydantic's, tomllib's and Python's own words for things stay inside.
            assert not re.search(
                r"pydantic|Decimal|__|NoneType|sys\.|should be|validation|input|pattern|instance of", text
            )
        assert finding.message.endswith(".")
        assert finding.remedy.endswith((".", "?"))


def as_json(case: dict[str, Any]) -> str | None:
    """The same mistakes in JSON; None for what JSON cannot say or what is no mistake there."""
    if "hex" in case or "file" in case or "toml_only" in case:
        return None
    try:
        return json.dumps(tomllib.loads(text_of(case, CASES["base"])), default=str, indent=2)
    except (ValueError, RecursionError, ArithmeticError):
        return None


@pytest.mark.parametrize("case", [case for case in BAD if as_json(case)], ids=lambda case: str(case["name"]))
def test_json_with_the_same_mistakes_gives_the_same_findings(case: dict[str, Any], tmp_path: Path) -> None:
    path = written(case, CASES["base"], tmp_path).with_name("me.json")
    path.write_text(str(as_json(case)), encoding="utf-8")
    found = findings_of(path)
    expected = {(code, where.partition(" ")[2]) for code, where, _, _ in case["finds"]}
    assert {(f.code, f.where.removeprefix(str(path)).partition(" ")[2]) for f in found} == expected
    for finding in found:
        if finding.where.startswith(str(path)):
            assert re.match(r":[0-9]+:[0-9]+", finding.where.removeprefix(str(path)))


def test_there_are_many_of_them_and_none_twice() -> None:
    assert len(BAD) > 100
    assert len(set(NAMES)) == len(NAMES)
