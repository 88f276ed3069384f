"""The scenarios of one person: a name and a household each, with undo; one JSON household file each in a private folder.

`megaroth plan` reads the same files. Names are looked up among what is there, so no address can reach another file.
"""

from __future__ import annotations

import copy
import datetime
import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from megaroth.doors.web.book import Book
from megaroth.doors.web.document import Desk
from megaroth.doors.web.firm import Firm
from megaroth.doors.web.shape import is_shaped
from megaroth.doors.web.stub import Stubs
from megaroth.kit.writing import write_whole

if TYPE_CHECKING:
    from megaroth.doors.web.answers import Answers

Mapping: TypeAlias = dict[str, Any]
EXAMPLE = "Example"
FIRST = "Mine"
MOST_SCENARIOS = 200
MOST_UNDO = 100
_NAME = re.compile(r"\w[\w .,'()+-]{0,47}")


@dataclass(slots=True)
class Scenario:
    """One what-if: a household as a file has it, and what it was before."""

    name: str
    household: Mapping
    before: list[Mapping] = field(default_factory=list)
    after: list[Mapping] = field(default_factory=list)
    version: int = 0
    is_example: bool = False
    answers: tuple[tuple[int, datetime.date], Answers] | None = None
    """What the questions answered last, and for which version and day."""
    asking: threading.Lock = field(default_factory=threading.Lock)
    """Held while they are asked for, so that nobody asks twice."""
    _last: frozenset[str] = frozenset()

    def change(self, household: Mapping, touched: frozenset[str] = frozenset()) -> bool:
        """Take another household; the same field typed on is one step of undo. Whether anything is different."""
        if household == self.household:
            return False
        if not (touched and touched == self._last and self.before):
            self.before = [*self.before[1 - MOST_UNDO :], self.household]
        self._last = touched
        self.after.clear()
        self.household = household
        self.version += 1
        return True

    def undo(self) -> None:
        """One step back, as far as there is one."""
        self._step(self.before, self.after)

    def redo(self) -> None:
        """One step forth again."""
        self._step(self.after, self.before)

    def _step(self, source: list[Mapping], target: list[Mapping]) -> None:
        if source:
            target.append(self.household)
            self.household = source.pop()
            self._last = frozenset()
            self.version += 1


class Shelf:
    """All scenarios. Without a folder nothing outlives the run; the example never does."""

    def __init__(self, folder: Path | None, clock: Callable[[], datetime.date] = datetime.date.today) -> None:
        self.folder, self.clock = folder, clock
        self.lock = threading.RLock()
        self.unreadable: list[str] = []
        self.book = Book(folder)
        self.desk, self.stubs = Desk(), Stubs()
        self.firm = Firm(folder)
        from megaroth.doors.web.example import example

        self._kept: dict[str, Scenario] = {EXAMPLE: Scenario(EXAMPLE, example(clock()), is_example=True)}
        if folder is not None and folder.is_dir():
            for path in sorted(folder.glob("*.json"))[:MOST_SCENARIOS]:
                self._load(path)

    def _load(self, path: Path) -> None:
        try:
            read = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            self.unreadable.append(path.name)
            return
        if is_shaped(read) and _NAME.fullmatch(path.stem) and path.stem != EXAMPLE:
            self._kept[path.stem] = Scenario(path.stem, read)
        else:
            self.unreadable.append(path.name)

    def all(self) -> list[Scenario]:
        """The person's own first, in order of name, then the example."""
        return sorted(self._kept.values(), key=lambda each: (each.is_example, each.name.lower()))

    def get(self, name: str) -> Scenario | None:
        """The scenario of that name."""
        return self._kept.get(name)

    def first(self) -> Scenario:
        """Where one begins: one's own, else the example."""
        return self.all()[0]

    def add(self, household: Mapping, wanted: str = FIRST) -> Scenario:
        """A new scenario under that name, or one near it that is free."""
        if len(self._kept) >= MOST_SCENARIOS:
            raise ValueError("full")
        made = Scenario(self.free(wanted), copy.deepcopy(household))
        self._kept[made.name] = made
        self.save(made)
        return made

    def free(self, wanted: str) -> str:
        """The wanted name cut to what a file may be called, with a number where it is taken."""
        plain = " ".join(re.sub(r"[^\w .,'()+-]", " ", wanted).split())[:40].strip(" .,'()+-") or FIRST
        name, number = plain, 2
        while name.lower() in {each.lower() for each in self._kept}:
            name, number = f"{plain} {number}", number + 1
        return name

    def rename(self, scenario: Scenario, wanted: str) -> None:
        """Another name for a scenario of one's own."""
        if scenario.is_example or not wanted.strip() or wanted == scenario.name:
            return
        old = self._path(scenario)
        del self._kept[scenario.name]
        scenario.name = self.free(wanted)
        self._kept[scenario.name] = scenario
        self.save(scenario)
        if old is not None and old != self._path(scenario):
            old.unlink(missing_ok=True)

    def delete(self, scenario: Scenario) -> None:
        """Forget a scenario and its file."""
        if scenario.is_example:
            return
        del self._kept[scenario.name]
        if (path := self._path(scenario)) is not None:
            path.unlink(missing_ok=True)

    def save(self, scenario: Scenario) -> None:
        """Write it whole, readable by its owner alone. Raises `OSError` where the folder cannot be written."""
        path = self._path(scenario)
        if path is None or scenario.is_example:
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, json.dumps(scenario.household, indent=1, ensure_ascii=False) + "\n")

    def _path(self, scenario: Scenario) -> Path | None:
        return None if self.folder is None else self.folder / f"{scenario.name}.json"
