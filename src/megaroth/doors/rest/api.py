"""The routes of the questions. Knows HTTP; refuses to know any question: each is an entry of `questions.ALL`."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from megaroth.kit.finding import Finding
from megaroth.questions.no_files import names_a_file

if TYPE_CHECKING:
    from megaroth.questions.asking import Answered

Clock = Callable[[], datetime.date]
STATUS = {0: 200, 1: 200, 2: 422}
"""Exit codes of the command line as HTTP says them; error findings are part of an answer."""


def routes(clock: Clock) -> list[Route]:
    """`POST /api/NAME` for every question, the list of them, and the OpenAPI document.

    The list is loaded with the first request: a browser that opens the app has no need of it.
    """

    async def answer(request: Request) -> Response:
        name = request.path_params["question"]
        if name not in await run_in_threadpool(_names):
            raise HTTPException(404)
        text = await _text(request)
        if isinstance(text, Response):
            return text
        # A question may take a second: others are answered meanwhile.
        return _json(*await run_in_threadpool(_asked, name, text, clock()))

    return [
        Route("/api", _questions, methods=["GET"]),
        Route("/api/openapi.json", _openapi, methods=["GET"]),
        Route("/api/{question}", answer, methods=["POST"]),
    ]


@cache
def _names() -> frozenset[str]:
    from megaroth.questions.asking import ALL

    return frozenset(each.name for each in ALL)


async def _text(request: Request) -> str | Response:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        return _json(415, _finding("not-json", "Send JSON with Content-Type: application/json.").value)
    body = await request.body()
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _json(422, _finding("file-not-text", "The body is not UTF-8 text.").value)


def _asked(name: str, text: str, today: datetime.date) -> tuple[int, dict[str, Any]]:
    from megaroth.questions.asking import ask, refused

    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        # TOML, which the question would read as well, is no JSON; and an object is what every question takes.
        found = _finding("not-json", "The body is not a JSON object.")
    elif named := names_a_file(values):
        found = refused([named])
    else:
        found = ask(name, text, today)
    return STATUS[found.exit_code], found.value


async def _questions(request: Request) -> Response:
    from megaroth.questions.asking import ALL

    return _json(
        200, {"format": 1, "questions": [{"name": each.name, "says": each.says} for each in ALL], "findings": []}
    )


async def _openapi(request: Request) -> Response:
    return Response(_document(), media_type="application/json")


@cache
def _document() -> bytes:
    from megaroth.doors.rest.openapi import document

    return json.dumps(document()).encode()


def _finding(code: str, message: str) -> Answered:
    from megaroth.questions.asking import refused

    return refused([Finding(code, "error", message, "body", "See /api/openapi.json.")])


def _json(status: int, value: dict[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode(), status, headers, media_type="application/json")


def refusal(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer about the request itself, in the form of all answers."""
    return _json(status, _finding(f"http-{status}", sentence).value, headers)
