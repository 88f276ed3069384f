"""The documents build as a site: strictly, offline, with every page in the navigation and no link that leads nowhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ("zensical.toml", "CONTRIBUTING.md", "CHANGELOG.md")


def copy_of_the_documents(folder: Path) -> None:
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in SOURCES:
        shutil.copy(ROOT / name, folder / name)


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    """Warnings, broken links among them, make a strict build fail."""
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    copy_of_the_documents(folder)
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stdout + done.stderr
    return folder / "site"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        self.loads += [given[name] for name in ("src", "href") if name in given and tag in ("script", "link", "img")]


def pages(site: Path) -> dict[Path, _Page]:
    found = {}
    for path in site.rglob("*.html"):
        found[path] = _Page()
        found[path].feed(path.read_text(encoding="utf-8"))
    return found


def test_every_internal_link_arrives(site: Path) -> None:
    found = pages(site)
    followed, broken = 0, []
    for path, page in found.items():
        if path.name == "404.html":  # its links are relative to wherever a reader got lost
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            followed += 1
            known = target in found and (not parts.fragment or unquote(parts.fragment) in found[target].ids)
            if not known and not (target.is_file() and target.suffix != ".html"):
                broken.append(f"{path.name}: {link}")
    assert broken == []
    assert followed > 100


def test_a_page_fetches_nothing_from_elsewhere(site: Path) -> None:
    loads = {load for page in pages(site).values() for load in page.loads}
    assert loads
    assert [load for load in loads if urlsplit(load).netloc] == []


def test_every_page_is_in_the_navigation() -> None:
    text = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    listed = set(_leaves(tomllib.loads(text)["project"]["nav"]))
    written = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert listed == written


def _leaves(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part]
    return [leaf for each in (part.values() if isinstance(part, dict) else part) for leaf in _leaves(each)]


def test_a_broken_link_stops_the_build(tmp_path: Path) -> None:
    copy_of_the_documents(tmp_path)
    page = tmp_path / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[lost](nowhere.md)\n", encoding="utf-8")
    done = build(tmp_path)
    assert done.returncode != 0
    assert "page does not exist" in done.stdout + done.stderr


def test_every_decision_is_listed_in_order() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "index.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))
    for name in listed:
        assert (folder / name).read_text(encoding="utf-8").startswith(f"# {int(name[:4])}. ")
