"""The app over HTTP: recompute and render, typing to updated page, first page after the command, weight of a page.

`python -m benchmarks.app [requests]`; prints JSON. It asks `megaroth serve` in a process of its own, as people do. With Chromium
(`/usr/bin/chromium`) it measures typing too. Times by the clock, and the server's processor time, for this machine is shared.
"""

from __future__ import annotations

import http.client
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

CHROMIUM = Path("/usr/bin/chromium")


def main(requests: int = 100, browser: bool = True, starts: int = 3) -> dict[str, Any]:
    """Everything that can be measured here."""
    with served() as app:
        found: dict[str, Any] = {"recompute_and_render": recompute(app, requests)}
        if browser and CHROMIUM.exists():
            found["in_chromium"] = in_chromium(app, max(requests // 5, 3))
    found["first_page_after_the_command_s_clock_and_processor"] = sorted(first_page() for _ in range(starts))
    return found


@dataclass(frozen=True, slots=True)
class App:
    """The server of one run."""

    process: int
    port: int
    token: str

    @property
    def origin(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """What its own page sends."""
        return {"Cookie": f"megaroth-{self.port}={self.token}", "HX-Request": "true", "Origin": self.origin}

    def used(self) -> float:
        """Milliseconds of processor time of all its threads so far, ended ones too."""
        return time.clock_gettime(~self.process << 3 | 2) * 1e3  # how Linux names the clock of another process


@contextmanager
def served() -> Iterator[App]:
    """`megaroth serve` in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "megaroth", "serve", folder, "--no-browser"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            found = None
            while found is None:
                found = re.search(r":(\d+)/\?token=([\w-]+)", process.stdout.readline())
            try:
                yield App(process.pid, int(found[1]), found[2])
            finally:
                process.terminate()


def recompute(app: App, requests: int) -> dict[str, float]:
    """A field of the form changes to a value never seen before, and the whole page comes back to be morphed."""
    connection = http.client.HTTPConnection("127.0.0.1", app.port)
    headers = app.headers | {"Content-Type": "application/x-www-form-urlencoded"}
    walls, used = [], []
    for number in range(requests + 3):
        body = urlencode({"jobs.0.pay.annual": 300_000 + 1_111 * number})
        before, start = app.used(), time.perf_counter()
        connection.request("POST", "/s/Example/situation", body, headers)
        reply = connection.getresponse()
        text = reply.read()
        walls.append((time.perf_counter() - start) * 1e3)
        used.append(app.used() - before)
        assert reply.status == 200
        assert b"Set in payroll" in text
    connection.close()
    walls, used = walls[3:], used[3:]  # the first ones load modules
    return {
        "requests": requests,
        "wall_ms_median": round(statistics.median(walls), 1),
        "wall_ms_p95": round(sorted(walls)[int(len(walls) * 0.95) - 1], 1),
        "processor_ms_median": round(statistics.median(used), 1),
        "processor_ms_p95": round(sorted(used)[int(len(used) * 0.95) - 1], 1),
        "bytes": len(text),
    }


def in_chromium(app: App, times: int) -> dict[str, Any]:
    """From the key to the changed page, debounce included; and what a first visit loads."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = chromium.new_page()
        loaded: list[int] = []
        page.on("requestfinished", lambda request: loaded.append(int(request.sizes()["responseBodySize"])))
        start = time.perf_counter()
        page.goto(f"{app.origin}/?token={app.token}")
        answer_s = time.perf_counter() - start
        page.wait_for_load_state("networkidle")
        weight, count = sum(loaded), len(loaded)
        page.goto(f"{app.origin}/s/Example/situation")
        page.wait_for_load_state("networkidle")
        page.evaluate(
            """() => { const at = document.getElementById("jobs-0-pay-annual"); let typed = 0; window.took = [];
            at.addEventListener("input", () => { typed = performance.now(); });
            new MutationObserver(() => { if (typed) { window.took.push(performance.now() - typed); typed = 0; } })
              .observe(document.querySelector(".live"), {subtree: true, childList: true, characterData: true, attributes: true}); }"""
        )
        field = page.locator("#jobs-0-pay-annual")
        for number in range(times):
            field.fill(str(310_000 + 1_234 * number))
            page.wait_for_function("n => window.took.length > n", arg=number, timeout=5_000)
            page.wait_for_timeout(50)
        took = page.evaluate("window.took")[:times]
        chromium.close()
    return {
        "typing_to_page_ms_median": round(statistics.median(took), 1),
        "typing_to_page_ms_p95": round(sorted(took)[max(int(len(took) * 0.95) - 1, 0)], 1),
        "debounce_ms": 120,
        "first_visit_s": round(answer_s, 3),
        "first_visit_requests": count,
        "first_visit_kilobytes": round(weight / 1e3, 1),
    }


def first_page() -> tuple[float, float]:
    """Seconds from the command to the first whole page: by the clock, and the server's processor time."""
    start = time.perf_counter()
    with served() as app:
        connection = http.client.HTTPConnection("127.0.0.1", app.port)
        connection.request("GET", "/s/Example/answer", headers=app.headers)
        assert b"after tax in" in connection.getresponse().read()
        took, used = time.perf_counter() - start, app.used() / 1e3
        connection.close()
    return round(took, 3), round(used, 3)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100), indent=2))
