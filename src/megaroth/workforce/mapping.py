"""Which column of a census is which field: guessed by name, asked once, and remembered in a small file beside it.

The file also says the units. What nobody has answered is not used.
"""

from __future__ import annotations

import json
import secrets
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from megaroth.kit.finding import Finding
from megaroth.workforce.fields import FIELDS, guessed

Unit: TypeAlias = Literal["dollars", "cents"]
Days: TypeAlias = Literal["iso", "us", "european"]


@dataclass(frozen=True, slots=True)
class Mapping:
    """The column of each field, and how amounts, percentages and days are written."""

    columns: dict[str, str]
    amounts: Unit = "dollars"
    percents: Literal["percent", "fraction"] = "percent"
    days: Days = "iso"
    mask: bool = False
    key: str = ""
    findings: tuple[Finding, ...] = field(default=())


def beside(census: Path) -> Path:
    """Where the mapping of a census is remembered."""
    return census.with_name(census.name + ".map.toml")


def guess(columns: list[str]) -> Mapping:
    """The mapping that the columns' names tell."""
    return Mapping(guessed(columns))


def read_mapping(path: Path, columns: list[str]) -> Mapping | list[Finding]:
    """A remembered mapping, held against the columns of the file."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [
            Finding(
                "bad-map", "error", f"The map cannot be read: {error}.", str(path), "Delete it, and it is asked anew."
            )
        ]
    found = []
    known = {"columns", "amounts", "percents", "days", "mask", "key"}
    for key in told.keys() - known:
        remedy = f"Known are {', '.join(sorted(known))}."
        found.append(Finding("bad-map", "error", f"The map has an unknown entry {key!r}.", str(path), remedy))
    allowed = {"amounts": ("dollars", "cents"), "percents": ("percent", "fraction"), "days": ("iso", "us", "european")}
    for key, words in allowed.items():
        if told.get(key, words[0]) not in words:
            found.append(Finding("bad-map", "error", f"{key} is {' or '.join(words)}.", str(path), "Mend the map."))
    given = told.get("columns", {})
    for name, column in given.items():
        if name not in FIELDS:
            remedy = f"Fields are {', '.join(FIELDS)}."
            found.append(Finding("bad-map", "error", f"There is no field {name!r}.", str(path), remedy))
        elif column not in columns:
            message = f"The census has no column {column!r} for {name}."
            found.append(Finding("column-gone", "error", message, str(path), f"It has {', '.join(columns[:40])}."))
    if told.get("mask") and not told.get("key"):
        message = "The map asks for codes in place of employees, but has no key to make them with."
        remedy = f'Write key = "{secrets.token_hex(16)}" into it, or another secret of your own.'
        found.append(Finding("mask-without-key", "error", message, str(path), remedy))
    if found:
        return found
    return Mapping(
        dict(given),
        told.get("amounts", "dollars"),
        told.get("percents", "percent"),
        told.get("days", "iso"),
        bool(told.get("mask", False)),
        str(told.get("key", "")),
    )


def missing(mapping: Mapping, where: str) -> list[Finding]:
    """The fields without which nothing can be said."""
    return [
        Finding(
            "column-missing",
            "error",
            f"No column is known for {each.name}: {each.says}",
            where,
            f'Say which with --map FILE: write [columns] and {each.name} = "the column\'s name".',
        )
        for each in FIELDS.values()
        if each.needed and each.name not in mapping.columns
    ]


def written(mapping: Mapping) -> str:
    """The mapping as its file."""
    lines = [
        "# Which column is which field. Written by megaroth; change it as you like.",
        f'amounts = "{mapping.amounts}"      # dollars | cents',
        f'percents = "{mapping.percents}"    # percent | fraction',
        f'days = "{mapping.days}"            # iso (2026-03-14) | us (03/14/2026) | european (14.03.2026)',
        f"mask = {json.dumps(mapping.mask)}            # true: employees appear as a code that only this key can make",
    ]
    if mapping.key:
        lines.append(f'key = "{mapping.key}"')
    lines.append("\n[columns]")
    lines += [f"{name} = {json.dumps(column, ensure_ascii=False)}" for name, column in mapping.columns.items()]
    return "\n".join(lines) + "\n"
