"""The command line: `main` is the console entry, `run` one command line.

Exit codes: 0 answered; 1 answered, with error findings; 2 wrong usage or unreadable input; 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def run(words: Sequence[str]) -> int:
    """Run one command line and return its exit code; what the user did wrong becomes a finding."""
    # pydantic would read the metadata of everything that is installed, in search of plug-ins that we do not use.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if _is_plain(words):
        # What runs for a fifth of a second leaves nothing worth collecting; looking for it would be a tenth of the time.
        gc.disable()
        try:
            return _room_of(words)
        finally:
            gc.enable()
    return _read_of(words) if _is_plain_read(words) else _parsed(words)


def _is_plain(words: Sequence[str]) -> bool:
    """Whether it is one of the two commands that people run all day, in the one form that needs no parser: `room FILE --json`.

    Loading the parser would be a third of their time. Everything else, and every mistake, is the parser's.
    """
    if len(words) < 2 or words[0] not in ("plan", "room") or words[1].startswith("--"):
        return False
    return set(words[2:]) <= {"--json", "--why", "--no-color"} and (not words[1].startswith("-") or words[1] == "-")


def _is_plain_read(words: Sequence[str]) -> bool:
    """The same of `read FILE … --json`: the parser would be a third of what reading eighty pages takes."""
    flags = {word for word in words[1:] if word.startswith("-")}
    return len(words) > 1 and words[0] == "read" and len(flags) < len(words) - 1 and flags <= {"--json", "--no-color"}


def _read_of(words: Sequence[str]) -> int:
    from megaroth.doors.cli.documents import read_documents
    from megaroth.doors.cli.printing import Output

    files = tuple(Path(word) for word in words[1:] if not word.startswith("-"))
    return read_documents(files, None, False, "", Output(json="--json" in words, no_color="--no-color" in words))


def _room_of(words: Sequence[str]) -> int:
    from megaroth.doors.cli.printing import Output, room_of_file

    flags = set(words[2:])
    output = Output(json="--json" in flags, no_color="--no-color" in flags)
    return room_of_file(Path(words[1]), "--why" in flags, output, steps=words[0] == "plan")


def _parsed(words: Sequence[str]) -> int:
    from cyclopts import CycloptsError

    from megaroth.doors.cli.app import app
    from megaroth.doors.cli.printing import Output, refuse
    from megaroth.kit.finding import Finding

    try:
        result = app(list(words), exit_on_error=False, print_error=False)
    except CycloptsError as error:
        command = next((word for word in words if not word.startswith("-")), "")
        known = command in app.resolved_commands()
        remedy = f"See `megaroth {command} --help`." if known else "See `megaroth --help`."
        message = " ".join(str(error).split()).replace(" into int.", " into a whole number.")
        finding = Finding("wrong-usage", "error", message, "", remedy)
        return refuse([finding], Output(json="--json" in words))
    return result if isinstance(result, int) else 0


def main() -> None:
    """The console entry: no traceback ever reaches the user (MEGAROTH_DEBUG=1 shows it)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # Whoever read our output has read enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if os.environ.get("MEGAROTH_DEBUG"):
            raise
        sys.stderr.write(
            f"[!!] ERROR: megaroth itself failed: {type(error).__name__}: {error}\n"
            "    -> Please report it, with the output of MEGAROTH_DEBUG=1 and without personal figures.\n"
        )
        code = 2
    if _is_plain(sys.argv[1:]) or _is_plain_read(sys.argv[1:]):
        # Taking hundreds of modules apart in order would be a fifth of the time, and the system frees them as well.
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)
