"""Asks, on a terminal, which column of a census is which field; once, for the answer is remembered beside the census."""

from __future__ import annotations

import secrets
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.questions.workforce import Workforce


def ask_mapping(opened: Workforce | list[Finding], census: Path, given: Any, year: int) -> Workforce | list[Finding]:
    """Shows what the names tell, asks for what is missing and for the rest's approval, and writes the map."""
    from megaroth.questions import workforce as questions
    from megaroth.workforce.census import open_census
    from megaroth.workforce.fields import FIELDS
    from megaroth.workforce.files import whole_file
    from megaroth.workforce.mapping import beside, guess, written

    lacks = isinstance(opened, list) and all(finding.code == "column-missing" for finding in opened)
    if not lacks and (isinstance(opened, list) or not opened.guessed):
        return opened
    file = open_census(census)
    if isinstance(file, list):
        return file
    mapping = guess(file.columns)
    say = sys.stderr.write
    say("Which column is which (guessed by name):\n")
    for name, column in mapping.columns.items():
        say(f"  {name:<22} {column}\n")
    unused = [column for column in file.columns if column not in mapping.columns.values()]
    if unused:
        say(f"  not used: {', '.join(unused)}\n")
    columns = dict(mapping.columns)
    for field in FIELDS.values():
        if field.needed and field.name not in columns:
            columns[field.name] = _column(f"Which column is {field.name}? {field.says} ", file.columns)
    while True:
        say('A change as "field = column" (field = nothing drops it), or Enter if all is right: ')
        sys.stderr.flush()
        line = sys.stdin.readline().strip()
        if not line:
            break
        name, _, column = (part.strip() for part in line.partition("="))
        if name not in FIELDS:
            say(f"There is no field {name!r}. Fields: {', '.join(FIELDS)}\n")
        elif not column:
            columns.pop(name, None)
        elif column not in file.columns:
            say(f"The census has no column {column!r}.\n")
        else:
            columns[name] = column
    place = given.map or beside(census)
    mask = _yes("Show employees as codes in what is written? [y/N] ")
    with whole_file(place) as aside:
        aside.write_text(
            written(replace(mapping, columns=columns, mask=mask, key=secrets.token_hex(16))), encoding="utf-8"
        )
    say(f"Remembered in {place}.\n")
    return questions.open_workforce(census, given.sponsor, given.plan, year, given.map)


def _column(ask: str, columns: list[str]) -> str:
    while True:
        sys.stderr.write(ask)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        if line.strip() in columns:
            return line.strip()
        sys.stderr.write(f"The columns are: {', '.join(columns)}\n")


def _yes(ask: str) -> bool:
    sys.stderr.write(ask)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
