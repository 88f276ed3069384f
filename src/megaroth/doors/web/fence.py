"""What every request has to pass before any page sees it, and what every answer carries.

Knows hosts, the token, origins, sizes and headers; refuses to know any page. A page of another site that rebinds its name
to 127.0.0.1 sends no foreign Origin: only the list of hosts and the token stop it, so both stand before every route.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from hmac import compare_digest
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]

MIB = 2**20
MOST_BYTES = MIB
"""The largest body, unless a route needs more."""
LARGER = {"document": 33 * MIB, "read": 45 * MIB}
"""Pages that take documents, by the last part of their address."""

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # Not "no-referrer": a browser would then call the origin of our own forms "null".
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-embedder-policy", b"require-corp"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
TOO_LARGE = "This is larger than anything megaroth reads. Go back and choose a smaller file."
KEEPS_NOTHING = "no-store"
SAFE = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Keys:
    """The secret of one run and the addresses under which the server is asked."""

    token: str
    port: int

    @property
    def hosts(self) -> tuple[bytes, ...]:
        """The only values of Host that are answered."""
        return tuple(f"{name}:{self.port}".encode() for name in ("127.0.0.1", "localhost"))

    @property
    def origins(self) -> tuple[bytes, ...]:
        """The only values of Origin that are answered."""
        return tuple(b"http://" + host for host in self.hosts)

    @property
    def cookie(self) -> str:
        """Cookies do not know ports: each run on its port has a name of its own."""
        return f"megaroth-{self.port}"

    def fits(self, given: str) -> bool:
        """Whether this is the token, compared in constant time."""
        return compare_digest(given.encode("utf-8", "replace"), self.token.encode())


class Fence:
    """ASGI: lets through what carries the right host, origin and token; limits, hides errors, sets headers."""

    def __init__(self, app: App, keys: Keys) -> None:
        self.app, self.keys = app, keys

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return  # no websockets, and the server is told not to ask for a lifespan
        request = _Request(scope)
        send = _with_headers(send, request.path)
        if (refused := self._refused(request)) is not None:
            await _answer(send, request, *refused)
            return
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, _limited(receive, request), sending)
        except Exception as error:
            _note(error)
            if not started:
                await _answer(send, request, 500, "megaroth itself failed here. What you entered before is kept.")

    def _refused(self, request: _Request) -> tuple[int, str] | tuple[int, str, list[tuple[bytes, bytes]]] | None:
        """Status, sentence and headers of a refusal; None lets the request pass."""
        if request.all(b"host") not in [[host] for host in self.keys.hosts]:
            return 421, "This address is not megaroth's."
        if any(not each.isprintable() for each in request.path) or "\\" in request.path or "//" in request.path:
            return 404, "There is no such page."
        origin = request.all(b"origin")
        if origin and origin not in [[each] for each in self.keys.origins]:
            return 403, "Another site may not ask megaroth."
        if request.method in SAFE and request.path == "/" and (token := request.query("token")) is not None:
            return self._log_in(token)
        if request.all(b"sec-fetch-site") not in ([], [b"same-origin"], [b"none"]):
            return 403, "Another site may not ask megaroth."
        if not self.keys.fits(request.cookie(self.keys.cookie)) and not self.keys.fits(request.bearer()):
            return (
                401,
                "Open megaroth with the whole link that `megaroth serve` printed: it carries the key of this run.",
            )
        length = request.all(b"content-length")
        if length and (not length[0].isdigit() or int(length[0][:20]) > request.most):
            return 413, TOO_LARGE
        return None

    def _log_in(self, token: str) -> tuple[int, str] | tuple[int, str, list[tuple[bytes, bytes]]]:
        """The key moves from the address into a cookie, and the address forgets it."""
        if not self.keys.fits(token):
            return 401, "This link is from an earlier run. Use the one that `megaroth serve` printed last."
        cookie = f"{self.keys.cookie}={self.keys.token}; HttpOnly; SameSite=Strict; Path=/"
        return 303, "", [(b"location", b"/"), (b"set-cookie", cookie.encode())]


class _Request:
    """The little of a request that the fence looks at."""

    def __init__(self, scope: Message) -> None:
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.headers: list[tuple[bytes, bytes]] = scope["headers"]
        self._query: bytes = scope["query_string"]
        self.most = LARGER.get(self.path.rpartition("/")[2], MOST_BYTES)

    def all(self, name: bytes) -> list[bytes]:
        """Every value of a header, in lower case."""
        return [value.strip().lower() for key, value in self.headers if key.lower() == name]

    def query(self, name: str) -> str | None:
        """The first value of a query parameter."""
        found = parse_qs(self._query.decode("latin-1"), max_num_fields=50).get(name) if self._query else None
        return found[0] if found else None

    def cookie(self, name: str) -> str:
        """The value of a cookie, empty where there is none."""
        for key, value in self.headers:
            if key.lower() == b"cookie":
                for pair in value.decode("latin-1").split(";"):
                    found, _, told = pair.strip().partition("=")
                    if found == name:
                        return told
        return ""

    def bearer(self) -> str:
        """The token of an Authorization header, empty where there is none."""
        given = [value for key, value in self.headers if key.lower() == b"authorization"]
        kind, _, token = given[0].decode("latin-1").partition(" ") if given else ("", "", "")
        return token.strip() if kind.lower() == "bearer" else ""


def _limited(receive: Receive, request: _Request) -> Receive:
    """The body, counted while it streams in."""
    read = 0

    async def receiving() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > request.most:
            raise HTTPException(413, TOO_LARGE)
        return message

    return receiving


def _with_headers(send: Send, path: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [(k, v) for k, v in message["headers"] if k.lower() not in (b"server", b"cache-control")]
            # A file of ours is asked for by its hash; everything else is personal and is kept nowhere.
            cached = path.startswith("/static/") and message["status"] == 200
            cache = b"private, max-age=31536000, immutable" if cached else KEEPS_NOTHING.encode()
            message = {**message, "headers": [*kept, *HEADERS, (b"cache-control", cache)]}
        await send(message)

    return sending


async def _answer(
    send: Send, request: _Request, status: int, sentence: str, headers: list[tuple[bytes, bytes]] | None = None
) -> None:
    """A short answer of the fence itself; a program gets it as JSON."""
    if request.path.startswith("/api"):
        import json

        kind = b"application/json"
        finding = {
            "code": f"http-{status}",
            "severity": "error",
            "message": sentence,
            "where": "",
            "remedy": "",
            "cite": "",
        }
        body = json.dumps({"format": 1, "findings": [finding]}).encode()
    else:
        kind = b"text/html; charset=utf-8"
        # Whoever is not let in is not given our files either.
        looks = '<link rel="stylesheet" href="/static/app.css"><script src="/static/theme.js"></script>' * (
            status == 413
        )
        body = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
            f'<meta name="viewport" content="width=device-width"><title>megaroth</title>{looks}<main><section class="card"><h1>megaroth</h1>'
            f"<p>{sentence}</p></section></main></html>"
        ).encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *(headers or [])],
        }
    )
    await send({"type": "http.response.body", "body": b"" if request.method == "HEAD" else body})


def _note(error: Exception) -> None:
    """What went wrong and in which file of ours, for a report; never what anybody typed."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {str(trace.tb_frame.f_globals.get('__name__')).rpartition('/')[2]}:{trace.tb_lineno}" if trace else ""
    sys.stderr.write(f"megaroth: {type(error).__name__}{where}\n")
