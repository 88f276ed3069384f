"""What takes long says so on a terminal, and leaves nothing behind; a pipe hears nothing."""

from __future__ import annotations

import io
import sys
import time

import pytest

from megaroth.doors.cli.terminal import patience


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "hears"), [(Terminal(), True), (io.StringIO(), False)])
def test_only_a_terminal_hears_of_it(stream: io.StringIO, hears: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with patience("Searching", after=0.01):
        time.sleep(0.2 if hears else 0.05)
    said = stream.getvalue()
    assert ("Searching ." in said) == hears
    assert not hears or said.endswith("\r")


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with patience("Searching", after=60):
        pass
    assert stream.getvalue() == ""
