"""Whatever is wrong with a plan becomes findings at their place: in a file of its own, named from a household, inline."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from megaroth.household.read import household_of
from megaroth.kit.finding import Finding
from megaroth.law.book import law_for
from megaroth.plan.read import plan_of, read_plan

BAD: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "bad_files.toml").read_text(encoding="utf-8"))["bad"]
INLINE = [case for case in BAD if not case.get("alone")]
HOUSEHOLD = """year = 2026
people.ana.born = 1981-03-14
[[jobs]]
name = "Initech"
person = "ana"
pay = 300_000
"""
SEVERITIES = {"?": "warning", "!": "info"}


def name_of(case: dict[str, Any]) -> str:
    return str(case["name"])


def expected(case: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(code.strip("?!"), SEVERITIES.get(code[0], "error"), where) for code, where, _, _ in case["finds"]]


def is_refused(case: dict[str, Any]) -> bool:
    return any(severity == "error" for _, severity, _ in expected(case))


def agree(case: dict[str, Any], found: list[Finding], file: str, lines: int = 0, prefix: str = "") -> None:
    """Code, severity, place and field of every finding; `lines` above the plan and `prefix` of its fields."""
    wanted = []
    for code, severity, where in expected(case):
        place, _, field = where.partition(" ")
        line, column = place.split(":")
        wanted.append((code, severity, f"{file}:{int(line) + lines}:{column} {prefix * bool(field)}{field}".rstrip()))
    assert sorted((f.code, f.severity, f.where) for f in found) == sorted(wanted)
    for code, _, says, remedy in case["finds"]:
        assert any(f.code == code.strip("?!") and says in f.message and remedy in f.remedy for f in found)


@pytest.mark.parametrize("case", BAD, ids=name_of)
def test_a_plan_file_of_its_own(case: dict[str, Any]) -> None:
    name = "mine.json" if "json" in case else "mine.toml"
    draft, found = plan_of(case.get("json") or case["text"], name, law_for(2026))
    agree(case, found, name)
    assert (draft is None) is is_refused(case)
    for finding in found:
        for text in (finding.message, finding.remedy):
            assert text.isprintable()
            assert len(text) < 1500
            assert text.endswith((".", "?"))
            assert not re.search(r"pydantic|Decimal|__|NoneType|should be|validation|pattern|instance of", text)


@pytest.mark.parametrize("case", BAD, ids=name_of)
def test_a_plan_file_that_a_household_names(case: dict[str, Any], tmp_path: Path) -> None:
    name = "mine.json" if "json" in case else "mine.toml"
    (tmp_path / name).write_text(case.get("json") or case["text"], encoding="utf-8")
    read = household_of(HOUSEHOLD + f'plan = "{name}"\n', "me.toml", tmp_path)
    agree(case, read if isinstance(read, list) else list(read.findings), name)
    assert isinstance(read, list) is is_refused(case)


@pytest.mark.parametrize("case", INLINE, ids=name_of)
def test_a_plan_inside_a_household(case: dict[str, Any]) -> None:
    inline = re.sub(r"^(\[+)", r"\1jobs.plan.", case["text"], flags=re.MULTILINE)
    read = household_of(f"{HOUSEHOLD}[jobs.plan]\n{inline}\n", "me.toml", Path())
    agree(case, read if isinstance(read, list) else list(read.findings), "me.toml", 7, "jobs[0].plan.")
    assert isinstance(read, list) is is_refused(case)


def as_json(case: dict[str, Any]) -> str:
    try:
        return "" if case.get("toml_only") else json.dumps(tomllib.loads(case["text"]), default=str, indent=1)
    except ValueError:
        return ""


@pytest.mark.parametrize("case", [case for case in INLINE if as_json(case)], ids=name_of)
def test_the_same_plan_in_json(case: dict[str, Any]) -> None:
    _, found = plan_of(as_json(case), "mine.json", law_for(2026))
    wanted = {(code, severity, where.partition(" ")[2]) for code, severity, where in expected(case)}
    assert {(f.code, f.severity, f.where.partition(" ")[2]) for f in found} == wanted


def test_a_plan_file_that_cannot_be_read(tmp_path: Path) -> None:
    draft, found = read_plan(tmp_path / "none.toml")
    assert draft is None
    assert [f.code for f in found] == ["file-not-found"]
    (tmp_path / "mine.toml").write_text('true_up = "no"\n', encoding="utf-8")
    draft, found = read_plan(tmp_path / "mine.toml")
    assert draft is not None
    assert draft.says("true_up") == "no"
    assert not found


def test_there_are_many_of_them_and_none_twice() -> None:
    assert len(BAD) > 60
    assert len({name_of(case) for case in BAD}) == len(BAD)
