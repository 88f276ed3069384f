"""The child that reads can open nothing, is ended when it is slow or greedy, and its nonsense is refused."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

import pytest

from megaroth.reader import sandbox

LOCKED = """
import json, os, sys
from megaroth.reader.child import limit_memory, lock_in
import socket, ctypes
libc = ctypes.CDLL(None)
limit_memory()
lock_in()
def outcome(act):
    try:
        act()
    except BaseException as error:
        return type(error).__name__
    return "done"
told = {
    "file": outcome(lambda: open("/etc/passwd")),
    "write": outcome(lambda: open("/dev/null", "w")),
    "socket": outcome(lambda: socket.socket()),
    "process": outcome(lambda: os.system("true")),
    "import": outcome(lambda: __import__("smtplib")),
    "memory": outcome(lambda: bytearray(600 * 2**20)),
    "native_file": libc.open(b"/etc/passwd", 0),
    "native_socket": libc.socket(2, 1, 0),
}
os.write(1, json.dumps(told).encode())
os._exit(0)
"""


def test_nothing_can_be_opened_from_inside() -> None:
    done = subprocess.run([sys.executable, "-I", "-c", LOCKED], capture_output=True, timeout=30, check=False)
    told: dict[str, Any] = json.loads(done.stdout)
    assert told.pop("memory") == "MemoryError"
    # The kernel refuses what native code tries as well: no file and no socket gets a number.
    assert (told.pop("native_file"), told.pop("native_socket")) == (-1, -1)
    assert "done" not in told.values(), told


def test_without_the_lock_the_same_acts_succeed() -> None:
    free = LOCKED.replace("lock_in()\ndef", "def").replace("limit_memory()\n", "")
    done = subprocess.run([sys.executable, "-I", "-c", free], capture_output=True, timeout=30, check=False)
    told = json.loads(done.stdout)
    assert told["file"] == "done"
    assert told["socket"] == "done"
    assert told["native_file"] > 0


def _child(monkeypatch: pytest.MonkeyPatch, program: str, most: int = 1000, patience: float = 5.0) -> Any:
    monkeypatch.setattr(sandbox, "_CHILD", program)
    return sandbox.run_child({}, b"", most, patience)


def test_a_slow_child_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    start = time.monotonic()
    told = _child(monkeypatch, "import time; time.sleep(60)", patience=0.5)
    assert isinstance(told, sandbox.Refused)
    assert told.code == "document-too-slow"
    assert time.monotonic() - start < 5


def test_a_child_that_prints_too_much_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _child(monkeypatch, "print('x' * 100_000)")
    assert isinstance(told, sandbox.Refused)
    assert told.code == "document-too-much"


@pytest.mark.parametrize(
    "program", ["import os; os.abort()", "raise SystemExit(3)", "pass", "print('no json')", "print('[1]')"]
)
def test_nonsense_is_refused(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(sandbox, "_CHILD", program)
    told = sandbox.ask_child({}, b"")
    assert isinstance(told, sandbox.Refused)
    assert told.code == "document-broken"
