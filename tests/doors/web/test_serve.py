"""The server of one run over a real connection."""

from __future__ import annotations

import http.client
import time

from tests.doors.web.browser import serving


def test_an_answer_on_an_open_connection_does_not_wait_for_an_acknowledgement() -> None:
    """Header and body go out apart: with Nagle's algorithm the second waits 40 ms for the client's delayed acknowledgement."""
    with serving() as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.keys.port)
        took = []
        for _ in range(40):
            start = time.perf_counter()
            connection.request(
                "GET", "/static/icon.svg", headers={"Cookie": f"{server.keys.cookie}={server.keys.token}"}
            )
            assert connection.getresponse().read()
            took.append(time.perf_counter() - start)
        connection.close()
    assert sorted(took)[10] < 0.03
