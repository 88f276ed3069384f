"""The OpenAPI document of the questions, made of their own schemas."""

from __future__ import annotations

import base64
from importlib.metadata import version
from typing import Any, TypeAlias

from megaroth.questions.asking import ALL, Question
from megaroth.questions.schemas import refusal

Schema: TypeAlias = dict[str, Any]
HOUSEHOLD: Schema = {
    "year": 2026,
    "people": {"jeff": {"born": "1981-03-14"}},
    "jobs": [{"name": "Amazon", "person": "jeff", "plan": "amazon", "pay": 500000}],
}
LEDGER: Schema = {
    "people": {"ana": {"born": "1985-06-14"}},
    "accounts": {"plan": {"kind": "plan", "separate_contract": "yes"}},
    "entries": [{"on": "2026-01-09", "kind": "contribute", "account": "plan", "source": "after_tax", "amount": 1000}],
}
SPD = """Summary Plan Description of the Exemplar 401(k) Plan

After-tax contributions. Beside pre-tax and Roth contributions you may make after-tax (non-Roth) contributions of up to 10% of
your eligible pay. You may convert them to Roth inside the plan whenever you ask the recordkeeper for it.
"""
CENSUS: Schema = {
    "people": [
        {
            "employee": "1",
            "age": 44,
            "pay": 312407,
            "last_year_pay": 301911,
            "match": 9372,
            "after_tax": 20311,
        },
        {"employee": "2", "age": 35, "pay": 81253, "last_year_pay": 79018, "match": 2437},
        {
            "employee": "3",
            "age": 51,
            "pay": 60719,
            "last_year_pay": 58903,
            "match": 1821,
            "after_tax": 611,
        },
    ],
    "sponsor": {"year": 2026, "plans": {"Exemplar": {"plan": {"after_tax_allowed": "yes", "match": "unknown"}}}},
}
EXAMPLES: dict[str, Schema] = {
    "limits": {"year": 2026},
    "companies": {"name": "amazon"},
    "check": {"plan": "amazon"},
    "where": {"words": "annual additions"},
    "ledger": LEDGER,
    "withdraw": LEDGER,
    "forms": {"year": 2026, "ledger": LEDGER},
    "convert": {"rate_percent": 35, "return_percent": 6, "ledger": LEDGER},
    "excess": {"kind": "415c", "excess": "1_250", "year": 2025, "unmatched_after_tax": "4_000", "earnings": "30"},
    "tax": {"household": HOUSEHOLD, "conversion": "3_000"},
    "workforce-limits": CENSUS,
    "workforce-test": CENSUS,
    "workforce-offer": {**CENSUS, "hce": 50, "others": 20},
    "read": {"documents": [{"name": "spd.txt", "base64": base64.b64encode(SPD.encode()).decode()}]},
}
"""What a question takes, where it is not a household."""
_REFUSED = {
    "401": "The token is missing or wrong.",
    "403": "Another site asked.",
    "413": "The body is too large.",
    "415": "The body is not declared as JSON.",
    "421": "The Host header names another address.",
    "422": "The input cannot be used; the findings say where and what to do.",
}


def document() -> Schema:
    """The whole document (OpenAPI 3.1)."""
    components: dict[str, Schema] = {"Refused": _hoisted(refusal(), "Refused", {})}
    paths = {f"/api/{question.name}": {"post": _operation(question, components)} for question in ALL}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "megaroth",
            "version": version("megaroth"),
            "description": "Every question one may ask, as `megaroth ask` answers it. Loopback only; the token is the one that `megaroth serve` printed.",
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def _operation(question: Question, components: dict[str, Schema]) -> Schema:
    name = question.name.capitalize()
    inputs, answer = (
        _hoisted(question.inputs(), f"{name}Input", components),
        _hoisted(question.answer(), f"{name}Answer", components),
    )
    components[f"{name}Input"], components[f"{name}Answer"] = {"type": "object", **inputs}, answer
    return {
        "operationId": question.name,
        "summary": question.says,
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"$ref": f"#/components/schemas/{name}Input"},
                    "examples": {"shipped": {"value": EXAMPLES.get(question.name, HOUSEHOLD)}},
                }
            },
        },
        "responses": {
            "200": _response("The answer; error findings are part of it.", f"{name}Answer"),
            **{status: _response(says, "Refused") for status, says in _REFUSED.items()},
        },
    }


def _response(says: str, schema: str) -> Schema:
    return {
        "description": says,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _hoisted(schema: Schema, name: str, components: dict[str, Schema]) -> Schema:
    """The schema with its definitions among the components, where references of an OpenAPI document are looked up."""

    def moved(part: Any) -> Any:
        if isinstance(part, list):
            return [moved(each) for each in part]
        if not isinstance(part, dict):
            return part
        made = {}
        for key, value in part.items():
            if key == "$ref" and isinstance(value, str):
                made[key] = value.replace("#/$defs/", f"#/components/schemas/{name}.")
            elif key == "$defs" and isinstance(value, dict):
                for defined, below in value.items():
                    components[f"{name}.{defined}"] = moved(below)
            elif key not in ("$schema", "$id"):
                made[key] = moved(value)
        return made

    hoisted: Schema = moved(schema)
    return hoisted
