"""`megaroth serve`: the app in the browser, on this machine alone."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path


def serve(folder: Path | None = None, /, *, port: int | None = None, no_browser: bool = False) -> int:
    """The app in your browser: your situation, the answer, every paycheck, and why.

    It listens on this machine alone, and only to whoever has the link that it prints.

    Args:
        folder: Where your scenarios are kept; left out: a private folder of yours.
        port: The port; left out: a free one.
        no_browser: Only print the link.
    """
    from megaroth.doors.cli.printing import Output, refuse
    from megaroth.kit.finding import Finding

    gc.disable()  # a fifth of the start is looking for rubbish among what is just being loaded; the server looks again
    try:
        from megaroth.doors.web.serve import bind
    except ModuleNotFoundError as error:
        message = f"The app needs {error.name}, which is not installed."
        return refuse([Finding("not-installed", "error", message, "", "Install megaroth[web].")], Output())
    kept = folder if folder is not None else home()
    try:
        server = bind(kept, port)
    except (OSError, OverflowError):
        message = f"Port {port} cannot be used." if port is not None else "No port of this machine is free."
        return refuse([Finding("port-taken", "error", message, "--port", "Name another, or none.")], Output())
    sys.stdout.write(
        f"megaroth is open at\n\n  {server.link}\n\n"
        f"Only this link opens it. Scenarios are kept in {kept}. Stop with Ctrl+C.\n"
    )
    sys.stdout.flush()

    def started() -> None:
        if not no_browser:
            import webbrowser

            webbrowser.open(server.link)

    server.run(started)
    return 0


def home() -> Path:
    """The folder of scenarios where none is named."""
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "megaroth" / "scenarios"
