"""A running server and a real Chromium, for the tests that need both."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.doors.web.client import TODAY

from megaroth.doors.web.serve import Server, bind

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

CHROMIUM = Path("/usr/bin/chromium")


def need_chromium() -> None:
    """Skip where there is no browser; with CI set that is a failure."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("chromium is missing; apt.txt names it")
        pytest.skip("chromium is not installed")


@contextmanager
def serving(folder: Path | None = None) -> Iterator[Server]:
    """A server on a free port, in a thread of its own."""
    server, ready = bind(folder, 0, lambda: TODAY), threading.Event()
    thread = threading.Thread(target=server.run, args=(ready.set,), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield server
    finally:
        server.stop()
        thread.join(10)


@contextmanager
def chromium(*args: str) -> Iterator[Browser]:
    """A headless browser that ends with the test."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", *args])
        try:
            yield browser
        finally:
            browser.close()


def watched(page: Page, base: str) -> list[str]:
    """What goes wrong in a page while it is used: errors, refusals of the policy, requests elsewhere."""
    wrong: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            wrong.append(f"{message.type}: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            wrong.append(f"elsewhere: {request.url}")

    def dialog(shown: Dialog) -> None:
        wrong.append(f"dialog: {shown.message}")
        shown.dismiss()

    page.on("console", said)
    page.on("pageerror", lambda error: wrong.append(f"page error: {error}"))
    page.on("request", asked)
    page.on("dialog", dialog)
    return wrong


def axe(page: Page) -> list[str]:
    """What axe finds on the page as it is now."""
    from axe_playwright_python.sync_playwright import Axe

    found: dict[str, Any] = Axe().run(page).response
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]


def typed(page: Page, label: str, text: str) -> None:
    """Type into a field as a person does, and leave it."""
    field = page.get_by_label(label, exact=True)
    field.click()
    field.fill("")
    field.press_sequentially(text)
