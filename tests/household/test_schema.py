"""The published schemas: current, valid, with help for every field, and of one mind with the reader."""

from __future__ import annotations

import datetime
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from megaroth.household.schema import household_schema, plan_schema, texts
from megaroth.plan import companies

ROOT = Path(__file__).parents[2]
REFRESH = (
    "write it anew: for name, text in megaroth.household.schema.texts().items(): (docs/schema/name).write_text(text)"
)


@cache
def validator(of: str) -> Draft202012Validator:
    schema = household_schema() if of == "household" else plan_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


def as_an_editor_sees_it(value: Any) -> Any:
    """TOML values as a JSON Schema sees them: dates are text, decimals are numbers."""
    if isinstance(value, dict):
        return {name: as_an_editor_sees_it(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_an_editor_sees_it(each) for each in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def complaints(of: str, text: str) -> list[str]:
    values = as_an_editor_sees_it(tomllib.loads(text))
    return [error.message for error in validator(of).iter_errors(values)]


@pytest.mark.parametrize("name", ["household.schema.json", "plan.schema.json"])
def test_the_copies_are_current(name: str) -> None:
    path = ROOT / "docs" / "schema" / name
    assert path.read_text(encoding="utf-8") == texts()[name], REFRESH


@pytest.mark.parametrize("of", ["household", "plan"])
def test_every_field_has_help(of: str) -> None:
    schema: Any = validator(of).schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    for table in (schema, *schema["$defs"].values()):
        for name, field in table["properties"].items():
            shared = schema["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})
            assert field.get("description") or shared.get("description"), name
        assert table["additionalProperties"] is False


@pytest.mark.parametrize("path", sorted((ROOT / "examples" / "households").glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_names_its_schema_and_fits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#:schema ../../docs/schema/household.schema.json\n")
    assert not complaints("household", text)


@pytest.mark.parametrize("name", companies.names())
def test_every_plan_of_the_directory_fits(name: str) -> None:
    assert not complaints("plan", (companies.DIRECTORY / f"{name}.toml").read_text(encoding="utf-8"))


STRUCTURAL = {"unknown-name", "wrong-type", "missing", "bad-value"}
BEYOND_A_SCHEMA = {
    # JSON Schema has no days, so an editor cannot tell a day in quotes; nor does it count digits.
    "a day in quotes",
    "a percentage with endless digits",
    "a third of a cent",
    "three decimals",
    "too many digits of a percentage",
    "a date in quotes",
    "a year with a point",  # 2026.0 is a whole number there
    # Nor does it bound days, and a step of nothing would need a type of its own.
    "a year of birth with a digit too many",
    "elections in steps of nothing",
    # A number of TOML that Python's JSON numbers cannot tell from a large one.
    "a percentage that is not a number",
    "not a number",
}


def bad(file: str) -> list[Any]:
    cases = tomllib.loads((Path(__file__).parents[1] / file).read_text(encoding="utf-8"))
    found = []
    for case in cases["bad"]:
        if "text" not in case or not {find[0] for find in case["finds"]} & STRUCTURAL or "beside" in case:
            continue
        try:
            tomllib.loads(case["text"])
        except ValueError:
            continue
        found.append(pytest.param(case["text"], case["name"] in BEYOND_A_SCHEMA, id=case["name"]))
    return found


@pytest.mark.parametrize(("text", "is_beyond"), bad("plan/bad_files.toml"))
def test_an_editor_underlines_what_the_reader_refuses_in_plans(text: str, is_beyond: bool) -> None:
    assert bool(complaints("plan", text)) is not is_beyond


@pytest.mark.parametrize(("text", "is_beyond"), bad("household/bad_files.toml"))
def test_an_editor_underlines_what_the_reader_refuses_in_households(text: str, is_beyond: bool) -> None:
    assert bool(complaints("household", text)) is not is_beyond


def lines_of_the_base() -> list[Any]:
    from tests.household.test_bad_files import BAD, CASES, text_of

    found = []
    for case in BAD:
        if "line" not in case or not {find[0] for find in case["finds"]} & STRUCTURAL or "beside" in case:
            continue
        found.append(pytest.param(text_of(case, CASES["base"]), case["name"], id=case["name"]))
    return found


@pytest.mark.parametrize(("text", "name"), lines_of_the_base())
def test_an_editor_underlines_a_bad_line(text: str, name: str) -> None:
    assert bool(complaints("household", text)) is (name not in BEYOND_A_SCHEMA)
