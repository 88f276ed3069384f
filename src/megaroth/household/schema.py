"""JSON Schemas of the files people write, so that an editor can complete names and underline mistakes.

They are made from the same models that read the files; `docs/schema` holds copies, and a test keeps them current.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from megaroth.household.file import HouseholdFile
from megaroth.kit.money import Money
from megaroth.plan.file import PlanFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def household_schema() -> dict[str, Any]:
    """The schema of a household file."""
    return schema_of(HouseholdFile, "household.schema.json", "A household and one year")


def plan_schema() -> dict[str, Any]:
    """The schema of a plan file."""
    return schema_of(PlanFile, "plan.schema.json", "The terms of one 401(k) plan")


def texts() -> dict[str, str]:
    """The schemas as the files that `docs/schema` holds, by file name."""
    made = {schema["$id"]: schema for schema in (household_schema(), plan_schema())}
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in made.items()}


def schema_of(model: type[BaseModel], name: str, title: str) -> dict[str, Any]:
    """The schema of any file that a model reads."""
    made = model.model_json_schema(schema_generator=_Generator)
    return {"$schema": DIALECT, "$id": name, **_cleaned(made), "title": title}


class _Generator(GenerateJsonSchema):
    """Defaults are written only where an editor gains by them: words, numbers and truth values."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        default = schema.get("default")
        if isinstance(default, str | bool | int):
            return super().default_schema(schema)
        inner = self.generate_inner(schema["schema"])
        return {**inner, "default": 0} if isinstance(default, Money) else inner


def _cleaned(part: Any, names: bool = False) -> Any:
    """Without the titles that only repeat a name; words or structures as `anyOf`, for one value may fit both."""
    if isinstance(part, list):
        return [_cleaned(each) for each in part]
    if not isinstance(part, dict):
        return part
    kept = {}
    for key, value in part.items():
        if key == "title" and not names:
            continue
        kept["anyOf" if key == "oneOf" and not names else key] = _cleaned(value, key in ("properties", "$defs"))
    return kept
