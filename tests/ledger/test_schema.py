"""The published schema of the ledger file is current, has help for every field, and fits the example."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema

from megaroth.ledger.schema import ledger_schema, text

ROOT = Path(__file__).parents[2]


def test_the_copy_is_current() -> None:
    path = ROOT / "docs" / "schema" / "ledger.schema.json"
    assert path.read_text(encoding="utf-8") == text(), "write it anew with megaroth.ledger.schema.text()"


def test_every_field_has_help() -> None:
    schema: Any = ledger_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for table in (schema, *schema["$defs"].values()):
        for name, field in table["properties"].items():
            assert field.get("description"), name
        assert table["additionalProperties"] is False


def test_the_example_fits() -> None:
    example = (ROOT / "examples" / "ledger" / "ana.toml").read_text(encoding="utf-8")
    assert example.startswith("#:schema ../../docs/schema/ledger.schema.json\n")
    jsonschema.validate(json.loads(json.dumps(tomllib.loads(example), default=str)), ledger_schema())
