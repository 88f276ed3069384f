"""Every page of the app in light, dark and at 390 px: `uv run python -m tests.doors.web.screenshots FOLDER [light|dark|phone]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.doors.web.browser import chromium, serving
from tests.doors.web.test_pages import STATES

from megaroth.doors.web.pages import PAGES

SIZES = {"light": (1280, 900), "dark": (1280, 900), "phone": (390, 844)}
SHOWN = ("blank", "example", "couple", "job-changer", "solo-401k", "mistakes", "no plan")


def main(folder: Path, only: str = "") -> int:
    """Take them all, or those of one kind; how many."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    with serving() as server, chromium() as browser:
        base = server.link.partition("/?")[0]
        for state in SHOWN:
            server.shelf.add(STATES[state], f"shown {state}")
        places = [
            (f"/s/shown%20{state.replace(' ', '%20')}/{page}", f"{state}-{page}") for state in SHOWN for page in PAGES
        ]
        places += [
            ("/scenarios?compare=shown+example&compare=shown+couple", "scenarios"),
            ("/open", "open"),
            ("/nothing", "not-here"),
        ]
        for name, (width, height) in SIZES.items():
            if only not in ("", name):
                continue
            scheme = "dark" if name == "dark" else "light"
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(server.link)
            for path, called in places:
                page.goto(base + path)
                page.wait_for_timeout(250)
                # The years to come are worked out after the page; pictures are drawn after that.
                page.wait_for_function("() => !document.querySelector('#compared[hx-get]')", timeout=60_000)
                page.wait_for_timeout(400 if path.endswith("/worth") else 0)
                page.screenshot(path=folder / f"{called}-{name}.png", full_page=True)
                taken += 1
    return taken


if __name__ == "__main__":
    print(main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"), *sys.argv[2:3]), "screenshots")  # noqa: T201
