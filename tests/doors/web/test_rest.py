"""The questions over HTTP: the same answers as `ask`, the promised statuses, and a document that describes them."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from tests.doors.web.client import TODAY, Client, Reply

from megaroth.doors.rest.openapi import EXAMPLES, HOUSEHOLD, document
from megaroth.questions import ALL, ask

CLIENT = Client()
DOCUMENT = document()


def asked(name: str, body: Any, kind: str = "application/json") -> Reply:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return CLIENT.send("POST", f"/api/{name}", headers={"content-type": kind}, chunks=[content])


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.name)
def test_the_shipped_example_is_answered_as_on_the_command_line(question: Any) -> None:
    given = EXAMPLES.get(question.name, HOUSEHOLD)
    reply = asked(question.name, given)
    expected = ask(question.name, json.dumps(given), TODAY)
    assert reply.status == 200
    assert json.loads(reply.body) == expected.value
    schema = {"$ref": f"#/components/schemas/{question.name.capitalize()}Answer", "components": DOCUMENT["components"]}
    jsonschema.validate(json.loads(reply.body), schema)


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "application/json", 422), (b"{", "application/json", 422), (b"\xff", "application/json", 422), (b"[]", "application/json", 422),
        (b"year = 2026", "application/json", 422), (b"{}", "text/plain", 415), (b"{}", "application/x-www-form-urlencoded", 415),
        (b"[" * 100_000, "application/json", 422), (b'{"year": ' + b"9" * 5000 + b"}", "application/json", 422), (b"{}", "application/json; charset=utf-8", 422),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused(body: bytes, kind: str, status: int) -> None:
    reply = asked("plan", body, kind)
    assert reply.status == status
    jsonschema.validate(json.loads(reply.body), DOCUMENT["components"]["schemas"]["Refused"])


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("plan", {**HOUSEHOLD, "law_file": "/etc/passwd"}),
        ("room", {**HOUSEHOLD, "jobs": [{**HOUSEHOLD["jobs"][0], "plan": "/etc/passwd"}]}),
        ("room", {**HOUSEHOLD, "jobs": [{**HOUSEHOLD["jobs"][0], "plan": "examples/plans/initech.toml"}]}),
        ("ledger", {**EXAMPLES["ledger"], "imports": [{"kind": "entries", "file": "/etc/passwd"}]}),
        (
            "forms",
            {"year": 2026, "ledger": {**EXAMPLES["ledger"], "imports": [{"kind": "entries", "file": "/etc/passwd"}]}},
        ),
    ],
)
def test_no_file_of_this_machine_is_named(name: str, body: Any) -> None:
    reply = asked(name, body)
    assert reply.status == 422
    assert json.loads(reply.body)["findings"][0]["code"] == "file-not-here"
    assert "root:" not in reply.text


def test_only_what_is_promised_is_answered() -> None:
    refused = CLIENT.get("/api/plan")
    assert (refused.status, refused.headers["allow"]) == (405, "POST")
    assert CLIENT.post("/api/nothing").status == 404
    assert {each["name"] for each in json.loads(CLIENT.get("/api").body)["questions"]} == {each.name for each in ALL}
    served = json.loads(CLIENT.get("/api/openapi.json").body)
    assert served == json.loads(json.dumps(DOCUMENT))
    assert set(served["paths"]) == {f"/api/{each.name}" for each in ALL}


def test_every_reference_of_the_document_leads_somewhere() -> None:
    def references(part: Any) -> list[str]:
        if isinstance(part, list):
            return [found for each in part for found in references(each)]
        if not isinstance(part, dict):
            return []
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [found for each in part.values() for found in references(each)]

    found = references(DOCUMENT)
    assert len(found) > 50
    for each in set(found):
        assert each.removeprefix("#/components/schemas/") in DOCUMENT["components"]["schemas"], each
