"""schemathesis against a running server, every check.

`uv run python -m tests.doors.web.soak_api [examples [phases [question …]]]`. The phase `coverage` makes 4,574 cases of every question
that takes a household, so it takes a minute for `room` and longer for those that do more: name some questions, or be patient.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.doors.web.browser import serving

from megaroth.doors.rest.api import _document

CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = [200, 422]
"""
"""A household may fit the schema and contradict itself all the same: 422, as documented, and never anything else."""


def main(examples: int = 100, phases: str = "examples,coverage,fuzzing,stateful", *questions: str) -> int:
    """Run it, on some questions or on all; the exit code of schemathesis."""
    _document()  # schemathesis waits ten seconds for it, which a busy machine may not keep
    with serving() as server:
        base = server.link.partition("/?")[0]
        config = Path("/tmp/megaroth-schemathesis.toml")
        config.write_text(CONFIG, encoding="utf-8")
        command = [
            "schemathesis", "--config-file", str(config), "run", f"{base}/api/openapi.json", "--header", f"Authorization: Bearer {server.keys.token}",
            "--checks", "all", "--phases", phases, "--max-examples", str(examples), "--suppress-health-check", "all", "--request-timeout", "120",
        ]  # fmt: skip
        for question in questions:
            command += ["--include-path", f"/api/{question}"]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(int((sys.argv[1:] or ["100"])[0]), *sys.argv[2:]))
