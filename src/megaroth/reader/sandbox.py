"""The parent's side of reading: start the child, give it the document, wait not too long, accept nothing but known shapes."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 64 * 2**20
"""A document of more is refused unread."""
MOST_ANSWER = 12 * 2**20
MOST_PICTURE = 32 * 2**20
PATIENCE = 9.0
"""Seconds on the clock for one child."""
_CHILD = "from megaroth.reader.child import main; main()"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the child gave no answer: a code and a sentence."""

    code: str
    message: str


def ask_child(asked: dict[str, Any], data: bytes, patience: float = PATIENCE) -> dict[str, Any] | Refused:
    """What the child reads in a document, as JSON; or why it could not."""
    out = run_child(asked, data, MOST_ANSWER, patience)
    if isinstance(out, Refused):
        return out
    try:
        told = json.loads(out)
    except (ValueError, RecursionError):
        return Refused("document-broken", "The document made its reader fail; nothing was read.")
    if not isinstance(told, dict):
        return Refused("document-broken", "The document made its reader fail; nothing was read.")
    if "refused" in told:
        return Refused(str(told["refused"])[:60], str(told.get("message", ""))[:500])
    return told


def run_child(asked: dict[str, Any], data: bytes, most: int, patience: float = PATIENCE) -> bytes | Refused:
    """The bytes a child prints, at most `most`; it is ended when it takes longer than `patience`."""
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        command = [sys.executable, "-I", "-c", _CHILD, json.dumps(asked)]
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and program
            command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(), close_fds=True,
            start_new_session=True,
        )  # fmt: skip
        return _collect(child, most, patience)


def _environment() -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


def _collect(child: subprocess.Popen[bytes], most: int, patience: float) -> bytes | Refused:
    """Everything printed until the end; a child that prints too much or takes too long is killed with all its kind."""
    ends = time.monotonic() + patience
    parts: list[bytes] = []
    size = 0
    late = greedy = False
    with selectors.DefaultSelector() as ready, child.stdout or open(os.devnull, "rb") as pipe:  # noqa: PTH123
        ready.register(pipe, selectors.EVENT_READ)
        while True:
            left = ends - time.monotonic()
            if left <= 0 or not ready.select(left):
                late = True
                break
            part = os.read(pipe.fileno(), 2**18)
            if not part:
                break
            size += len(part)
            if size > most:
                greedy = True
                break
            parts.append(part)
        if late or greedy:
            _kill(child)
    try:
        code = child.wait(timeout=2)
    except subprocess.TimeoutExpired:
        _kill(child)
        code = child.wait()
    if greedy:
        return Refused("document-too-much", "The document holds more than any plan document.")
    if late or code in (-signal.SIGXCPU, -signal.SIGKILL):
        return Refused("document-too-slow", "Reading the document took too long; it may be made to do harm.")
    if code != 0 or not parts:
        return Refused("document-broken", "The document made its reader fail; nothing was read.")
    return b"".join(parts)


def _kill(child: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        child.kill()
