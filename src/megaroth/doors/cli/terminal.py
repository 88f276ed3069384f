"""How lines reach a person or a pipe: painted on a terminal, plain elsewhere, never wider than the window.

Colour repeats what the words say. NO_COLOR, TERM=dumb and --no-color switch it off.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from megaroth.report.lines import Line, Role

NARROWEST, WIDEST = 40, 100
_STYLES: dict[Role, str] = {
    "title": "bold",
    "good": "bold green",
    "bad": "bold red",
    "unsure": "bold yellow",
    "faint": "dim",
    "error": "red",
    "warning": "yellow",
    "info": "cyan",
}


def width() -> int:
    """Columns to write in: those of the window (or COLUMNS), 80 where there is none."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def say(lines: list[Line], no_color: bool = False) -> None:
    """Print lines to standard output."""
    painted = (
        sys.stdout.isatty() and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    if not painted:
        sys.stdout.write("".join(f"{line.text}\n" for line in lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text(line.text, _STYLES.get(line.role, "")))


@contextmanager
def patience(doing: str, after: float = 1.0) -> Iterator[None]:
    """Say on a terminal's error line what takes so long, with a dot a second; wipe it when it is done."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

    done = Event()

    def tell() -> None:
        shown = 0
        while not done.wait(after):
            text = "." if shown else f"{doing} ."
            shown += len(text)
            sys.stderr.write(text)
            sys.stderr.flush()
        if shown:
            sys.stderr.write(f"\r{' ' * shown}\r")
            sys.stderr.flush()

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def say_json(value: Any) -> None:
    """Print a value as JSON, safe in any encoding."""
    sys.stdout.write(json.dumps(value, indent=2) + "\n")
