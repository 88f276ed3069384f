"""The directory of employers' plans: what is publicly said of them, with source and date. Hints, to be confirmed."""

from __future__ import annotations

import difflib
from functools import cache
from pathlib import Path

from megaroth.kit.finding import Finding
from megaroth.kit.reading import check, parse_toml
from megaroth.plan.draft import PlanDraft, draft_of
from megaroth.plan.file import PlanFile

DIRECTORY = Path(__file__).parent / "directory"


def names() -> list[str]:
    """The names under which the directory has a plan, without the aliases."""
    return list(_names())


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in DIRECTORY.glob("*.toml")))


def entry(name: str) -> PlanFile | None:
    """The directory's file on an employer, by name or alias in any case; None when there is none."""
    plain = _plain(name)
    # An entry's own name comes first, so it needs no look at the aliases of all the others.
    found = plain if plain in _names() else _by_name().get(plain)
    return _read(found) if found else None


def draft_from_directory(name: str) -> PlanDraft | None:
    """The directory's plan of an employer as a draft, every field with its evidence; None when there is none."""
    file = entry(name)
    return draft_of(file, f"directory: {file.employer or name}", from_directory=True) if file else None


def nearest(name: str) -> list[str]:
    """Names of the directory that look like this one, by name or alias, the likeliest first."""
    known = _by_name()
    close = difflib.get_close_matches(_plain(name)[:100], known, 3, 0.6)
    return list(dict.fromkeys(known[each] for each in close))


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "-").replace("_", "-")


@cache
def _by_name() -> dict[str, str]:
    """Every name, alias and employer in plain form, and the entry that it means; an entry's own name comes first."""
    known = {name: name for name in names()}
    for name in names():
        file = _read(name)
        for other in (*file.aliases, file.employer):
            known.setdefault(_plain(other), name)
    return known


@cache
def _read(name: str) -> PlanFile:
    path = DIRECTORY / f"{name}.toml"
    source = parse_toml(path.read_text(encoding="utf-8"), path.name)
    file = [source] if isinstance(source, Finding) else check(source, PlanFile)
    if isinstance(file, list):
        raise ValueError(f"the shipped directory entry {path.name} is broken: {file[0].message} {file[0].where}")
    return file
