"""Everything one may ask. Each question is a pure function: values in, an answer or findings out; `today` is an argument."""

from __future__ import annotations

import datetime
from pathlib import Path

from megaroth.household.model import Household
from megaroth.household.read import household_of, read_household
from megaroth.kit.finding import Finding
from megaroth.kit.rule import REGISTRY, Rule
from megaroth.law.book import BadLimitsFile, Row, UnknownYear, law_for, rows_of
from megaroth.room.answer import RoomAnswer, room_answer


def room(source: Path | str, today: datetime.date | None = None, is_json: bool = False) -> RoomAnswer | list[Finding]:
    """The room of a household: a file (`Path`) or a text (`str`, TOML or JSON); findings when it cannot be answered."""
    if isinstance(source, Path):
        household = read_household(source)
    else:
        household = household_of(source, "input", Path(), is_json or None)
    return household if isinstance(household, list) else room_of(household, today)


def room_of(household: Household, today: datetime.date | None = None) -> RoomAnswer | list[Finding]:
    """The room of a household that was read before."""
    try:
        law = law_for(household.year, household.notice)
    except (BadLimitsFile, OSError) as error:
        return [Finding("bad-law-file", "error", f"{error}.", "law_file", "Mend the file, or leave law_file out.")]
    return room_answer(law, household, today)


def limits(year: int) -> list[Row] | list[Finding]:
    """The planning numbers of a year, each with source and status; a year without data is refused."""
    try:
        return rows_of(year)
    except UnknownYear as error:
        return [
            Finding(
                "law-year-unknown", "error", f"{error.args[0]}.", "year", "A year is never replaced by its neighbour."
            )
        ]


def where(words: str) -> list[Rule]:
    """The rules whose name, sentence or citation holds every one of the words."""
    import megaroth.law.s219_ira
    import megaroth.law.s408_ira_basis
    import megaroth.room.facts  # noqa: F401  (importing the modules of rules registers them)

    wanted = words.lower().split()
    texts = {rule: f"{rule.name.replace('_', ' ')} {rule.says} {rule.cite.ref}".lower() for rule in REGISTRY.values()}
    return [rule for rule, text in texts.items() if all(word in text for word in wanted)]
