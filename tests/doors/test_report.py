"""The command of the paper: the ending of the file decides what is written, and nothing is overwritten unasked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from megaroth.doors.cli import run

PAYDAYS = Path(__file__).parents[2] / "examples" / "households" / "paydays.toml"


def test_the_command_writes_what_the_ending_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for ending, start in (("pdf", b"%PDF"), ("ics", b"BEGIN:VCALENDAR"), ("xlsx", b"PK")):
        file = tmp_path / f"plan.{ending}"
        assert run(["report", str(PAYDAYS), "-o", str(file)]) == 0
        assert file.read_bytes().startswith(start)
        assert run(["report", str(PAYDAYS), "-o", str(file)]) == 2
        assert "exists already" in capsys.readouterr().out
        assert run(["report", str(PAYDAYS), "-o", str(file), "--force", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["kind"] == ending
    assert run(["report", str(PAYDAYS), "-o", str(tmp_path / "plan.doc")]) == 2
    assert "no ending of ours" in capsys.readouterr().out
    assert run(["report", str(PAYDAYS), "-o", str(tmp_path / "none" / "plan.pdf")]) == 2
    assert "cannot be written" in capsys.readouterr().out
    assert run(["report", str(tmp_path / "none.toml"), "-o", str(tmp_path / "x.pdf")]) == 2
    assert run(["report", str(PAYDAYS), "-o", str(tmp_path / "x.pdf"), "--cover", str(tmp_path / "none.toml")]) == 2
