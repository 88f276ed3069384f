"""The server of one run: the loopback address, a fresh token, no log. The one place that binds a socket."""

from __future__ import annotations

import datetime
import gc
import secrets
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from megaroth.doors.web.app import build
from megaroth.doors.web.fence import Fence, Keys
from megaroth.doors.web.render import Page, page
from megaroth.doors.web.shelf import Shelf

LOOPBACK = "127.0.0.1"
FIRST_PORT = 8737
TRIED = 20
GENERATIONS = (16_384, 10, 10)


@dataclass(slots=True)
class Server:
    """A server that is bound and not yet running. `stop` may be called from another thread."""

    keys: Keys
    shelf: Shelf
    _socket: socket.socket
    _clock: Callable[[], datetime.date]
    _uvicorn: uvicorn.Server = field(init=False)

    def __post_init__(self) -> None:
        """Prepare what answers; nothing is accepted yet."""
        config = uvicorn.Config(
            Fence(build(self.shelf, self._clock), self.keys),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            http="h11",
            interface="asgi3",
            proxy_headers=False,
            limit_concurrency=64,
            timeout_keep_alive=30,
        )
        self._uvicorn = uvicorn.Server(config)

    @property
    def link(self) -> str:
        """The address to open, with the key of this run."""
        return f"http://{LOOPBACK}:{self.keys.port}/?token={self.keys.token}"

    def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Answer until stopped. `started` is called as soon as the address can be opened."""
        import asyncio

        threading.Thread(target=self._warm, daemon=True).start()

        async def serve() -> None:
            serving = asyncio.ensure_future(self._uvicorn.serve(sockets=[self._socket]))
            while not self._uvicorn.started and not serving.done():
                await asyncio.sleep(0.005)
            started()
            await serving

        try:
            asyncio.run(serve())
        finally:
            self._socket.close()

    def _warm(self) -> None:
        """The first page, before anybody asks for it; whoever asks meanwhile waits for the same answers."""
        with suppress(Exception):  # whoever asks for the page is told what is wrong
            page(Page("answer", self.shelf.first(), self.shelf, self._clock(), {}, False))
        # What was loaded for it stays as long as the run: to look through it for rubbish took a third of an answer.
        gc.freeze()
        gc.set_threshold(*GENERATIONS)
        gc.enable()

    def stop(self) -> None:
        """End after the requests that are under way."""
        self._uvicorn.should_exit = True


def bind(
    folder: Path | None, port: int | None = None, clock: Callable[[], datetime.date] = datetime.date.today
) -> Server:
    """A server on the loopback address, on the port asked for or on a free one near the usual. Raises `OSError`."""
    found = _bound(port)
    return Server(Keys(secrets.token_urlsafe(32), found.getsockname()[1]), Shelf(folder, clock), found, clock)


def _bound(port: int | None) -> socket.socket:
    ports = [port] if port is not None else [*range(FIRST_PORT, FIRST_PORT + TRIED), 0]
    for number, each in enumerate(ports, 1):
        # Named as TCP, or asyncio leaves Nagle's algorithm on, and every answer waits 40 ms for an acknowledgement.
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        # Without this a port stays unusable for a minute after the last run; a second live server is refused all the same.
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((LOOPBACK, each))
            made.listen(64)
        except (OSError, OverflowError):
            made.close()
            if number == len(ports):
                raise
        else:
            return made
    raise AssertionError
