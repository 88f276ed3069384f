"""The app behind its fences, asked without a network: one request in, status, headers and body out."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.applications import Starlette

from megaroth.doors.web.app import build
from megaroth.doors.web.fence import Fence, Keys
from megaroth.doors.web.shelf import Shelf

TODAY = datetime.date(2026, 6, 1)
KEYS = Keys("a-token-that-nobody-guesses-0123456789abcdef", 8737)
HOST = "127.0.0.1:8737"


@dataclass(slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(slots=True)
class Client:
    """Sends what a browser with the cookie sends, unless told otherwise."""

    folder: Path | None = None
    shelf: Shelf = field(init=False)
    app: Starlette = field(init=False)
    fence: Fence = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.folder, lambda: TODAY)
        self.app = build(self.shelf, lambda: TODAY)
        self.fence = Fence(self.app, KEYS)

    def get(self, path: str, **more: Any) -> Reply:
        return self.send("GET", path, **more)

    def post(self, path: str, fields: Iterable[tuple[str, str]] | None = None, **more: Any) -> Reply:
        """A form of our own page."""
        body = urlencode(list(fields or ())).encode()
        headers = {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{HOST}"}
        return self.send("POST", path, headers={**headers, **more.pop("headers", {})}, chunks=[body], **more)

    def send(
        self,
        method: str,
        path: str,
        *,
        headers: dict[str, str] | None = None,
        chunks: Sequence[bytes] = (b"",),
        cookie: str | None = f"{KEYS.cookie}={KEYS.token}",
        host: str | None = HOST,
    ) -> Reply:
        given = dict(headers or {})
        if cookie is not None:
            given["cookie"] = cookie
        if host is not None:
            given["host"] = host
        path, _, query = path.partition("?")
        scope = {
            "type": "http", "http_version": "1.1", "method": method, "scheme": "http", "path": path,
            "raw_path": quote(path).encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in given.items()],
            "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", 8737),
        }  # fmt: skip
        return asyncio.run(self._run(scope, list(chunks)))

    async def _run(self, scope: dict[str, Any], chunks: list[bytes]) -> Reply:
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            if not chunks:
                return {"type": "http.disconnect"}
            body = chunks.pop(0)
            return {"type": "http.request", "body": body, "more_body": bool(chunks)}

        async def send(message: Any) -> None:
            sent.append(message)

        try:
            await self.fence(scope, receive, send)
        finally:
            start = next((m for m in sent if m["type"] == "http.response.start"), None)
        assert start is not None
        headers = {k.decode().lower(): v.decode("latin-1") for k, v in start["headers"]}
        return Reply(start["status"], headers, b"".join(m.get("body", b"") for m in sent[1:]))
