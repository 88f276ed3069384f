"""`megaroth serve` as a command: what it prints, what it refuses, and that the first page comes soon."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from megaroth.doors.cli import run
from megaroth.doors.cli.serve import home


def test_the_link_opens_the_app_and_nothing_else_does(tmp_path: Path) -> None:
    words = ["serve", str(tmp_path / "kept"), "--no-browser"]
    with subprocess.Popen([sys.executable, "-m", "megaroth", *words], stdout=subprocess.PIPE, text=True) as done:
        assert done.stdout is not None
        told = "".join(done.stdout.readline() for _ in range(3))
        link = re.search(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", told)
        assert link is not None
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        with opener.open(link[0], timeout=20) as reply:
            assert b"after tax in" in reply.read()
            assert "token" not in reply.url
        with pytest.raises(urllib.error.HTTPError, match="401"), urllib.request.urlopen(link[0].partition("?")[0]):
            pass
        done.send_signal(signal.SIGINT)
        assert done.wait(10) in (0, 130)
    assert not (tmp_path / "kept").exists()  # nothing was entered


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert run(["serve", "--port", str(taken.getsockname()[1]), "--no-browser"]) == 2
    assert "cannot be used" in capsys.readouterr().out
    assert run(["serve", "--port", "70000", "--no-browser"]) == 2


def test_scenarios_have_a_folder_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "XDG_DATA_HOME", "/somewhere")
    assert home() == Path("/somewhere/megaroth/scenarios")
    monkeypatch.delitem(os.environ, "XDG_DATA_HOME")
    assert home().parts[-4:] == (".local", "share", "megaroth", "scenarios")
