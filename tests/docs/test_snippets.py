"""What the pages tell a reader to type is typed here, and what they show is compared with what comes back.

A block of `sh` or `python` is run in a copy of the repository's documents and examples; a block of `text` or `json` right
after it is what it must print: the lines in their order (… stands for any others), or a part of the JSON. A comment before
a block changes that: `<!-- exits 2 -->`, `<!-- not run: reason -->`, `<!-- test command -->` (continuous integration runs it).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs" / "index.md",
    ROOT / "docs" / "tour.md",
    ROOT / "docs" / "ledger.md",
    ROOT / "docs" / "ledger-file.md",
    ROOT / "docs" / "workforce.md",
]
BLOCK = re.compile(r"(?:<!-- (?P<mark>[^\n]*?) -->\n+)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.M | re.S)
SHIM = """#!/bin/sh
# Stands for uv and pip: everything is installed already.
[ "$1" = run ] || exit 0
shift
if [ "$1" = --extra ]; then shift 2; fi
exec "$@"
"""


@dataclass
class Snippet:
    page: str
    line: int
    kind: str
    body: str
    exits: int
    shown: str = ""
    shown_kind: str = ""


def snippets(text: str, page: str) -> list[Snippet]:
    """The blocks to run, each with the output that the page shows for it."""
    found: list[Snippet] = []
    end = -1
    for block in BLOCK.finditer(text):
        mark, kind, body = block["mark"] or "", block["kind"], block["body"]
        if kind in ("sh", "python") and mark != "test command" and not mark.startswith("not run: "):
            exits = int(mark.removeprefix("exits ")) if mark.startswith("exits ") else 0
            found.append(Snippet(page, text.count("\n", 0, block.start("body")), kind, body, exits))
        elif kind in ("text", "json") and found and not text[end : block.start()].strip():
            found[-1].shown, found[-1].shown_kind = body, kind
        end = block.end()
    return found


def differences(shown: str, kind: str, printed: str) -> list[str]:
    """What a page shows and the program did not print."""
    if kind == "json":
        return _missing(json.loads(shown), json.loads(printed), "")
    lines = iter(line.rstrip() for line in printed.splitlines())
    return [line for line in shown.splitlines() if line.strip() not in ("", "…") and line.rstrip() not in lines]


def _missing(shown: Any, printed: Any, where: str) -> list[str]:
    if isinstance(shown, dict) and isinstance(printed, dict):
        return [fault for key in shown for fault in _missing(shown[key], printed.get(key), f"{where}.{key}")]
    if isinstance(shown, list) and isinstance(printed, list) and len(shown) <= len(printed):
        pairs = enumerate(zip(shown, printed, strict=False))
        return [fault for number, (one, other) in pairs for fault in _missing(one, other, f"{where}[{number}]")]
    return [] if shown == printed else [f"{where}: the page shows {shown!r}, the program prints {printed!r}"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("examples", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("zensical.toml", "CONTRIBUTING.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".bin").mkdir()
    for name in ("uv", "pip"):
        shim = tmp_path / ".bin" / name
        shim.write_text(SHIM, encoding="utf-8")
        shim.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_page_does_what_it_says(path: Path, copy: Path) -> None:
    found = snippets(path.read_text(encoding="utf-8"), path.name)
    tools = f"{copy / '.bin'}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for snippet in found:
        runner = ["bash", "-euo", "pipefail", "-c"] if snippet.kind == "sh" else [sys.executable, "-c"]
        run = subprocess.run(
            [*runner, snippet.body],
            cwd=copy,
            env={
                **os.environ,
                "PATH": tools,
                "COLUMNS": "100",
                "PYTHONIOENCODING": "utf-8",
                "MEGAROTH_LEDGER": str(copy / "my.ledger"),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        place = f"{snippet.page}:{snippet.line}"
        assert run.returncode == snippet.exits, f"{place}: exit {run.returncode}\n{run.stdout[-2000:]}{run.stderr}"
        if snippet.shown:
            assert differences(snippet.shown, snippet.shown_kind, run.stdout) == [], f"{place}:\n{run.stdout[-3000:]}"


def test_the_pages_have_something_to_run() -> None:
    assert len(snippets((ROOT / "docs" / "tour.md").read_text(encoding="utf-8"), "tour.md")) >= 8
    assert snippets((ROOT / "README.md").read_text(encoding="utf-8"), "README.md")


def test_a_wrong_page_is_caught() -> None:
    page = "```sh\ntrue\n```\n\n```text\none\n…\nthree\n```\n\n<!-- exits 2 -->\n```sh\nfalse\n```\nprose\n\n```json\n1\n```\n"
    first, second = snippets(page, "page")
    assert (first.shown, second.exits, second.shown) == ("one\n…\nthree\n", 2, "")
    assert differences(first.shown, "text", "zero\none\ntwo\nthree\n") == []
    assert differences(first.shown, "text", "three\none\n") == ["three"]
    assert differences('{"a": [{"b": "1.00"}]}', "json", '{"a": [{"b": "1.00", "c": 2}], "d": 3}') == []
    assert differences('{"a": [{"b": "1.00"}]}', "json", '{"a": [{"b": "2.00"}]}')
    assert differences('{"a": [1, 2]}', "json", '{"a": [1]}')


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_to_files_arrive(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []
