"""The JSON Schema of the ledger file, made from the model that reads it."""

from __future__ import annotations

import json
from typing import Any

from megaroth.household.schema import schema_of
from megaroth.ledger.file import LedgerFile


def ledger_schema() -> dict[str, Any]:
    """The schema of a ledger file."""
    return schema_of(LedgerFile, "ledger.schema.json", "What was contributed, converted and paid out")


def text() -> str:
    """The schema as `docs/schema/ledger.schema.json` holds it."""
    return json.dumps(ledger_schema(), indent=2, ensure_ascii=False) + "\n"
