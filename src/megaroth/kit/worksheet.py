"""Worksheets: what a rule does to whole columns, written down once and filled in piece by piece.

Asked over columns, every word of a rule costs microseconds of Python, so columns should be long; but long columns do not
stay in the processor's cache. A worksheet has both: the rule is asked once with blank lines in place of columns
(`kit/line.py`), and what it writes is then filled in for some thousand rows at a time, without any Python of the rule's.
Knows no rule: the rule itself does the writing. What cannot be written as lines (a search, a doubt about the size of a
number) is asked of the rule as it is, for the rows that need it. See docs/decisions/0011.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from megaroth.kit.column import CHUNK, is_single, parts_of, take, with_parts
from megaroth.kit.line import SURE, Line, Sheet, reach_of
from megaroth.kit.trace import open_steps, silently

PIECE = 8_192
"""Rows filled in at a time: what is in use at once stays in the second-level cache (`benchmarks/`)."""

WORTHWHILE = 16_384
"""Rows asked for in one layout before its worksheet is written, which takes as long as asking the rule itself for as many."""

KEPT = 4_096
"""Layouts remembered: as a rule one for each plan of a workforce."""


def over_columns(rule: Callable[..., Any], *arguments: Any) -> Any:
    """What `rule(*arguments)` answers over columns of one length, several times sooner.

    While an explanation is recorded, where there are few rows, and where the rule is not on paper, it answers itself.
    """
    columns: list[NDArray[Any]] = []
    layout = (rule, _layout(arguments, columns))
    rows = len(columns[0]) if columns else 0
    if not rows or open_steps.get() is not None or any(each.shape != (rows,) for each in columns):
        return rule(*arguments)
    known = _SHEETS.get(layout, 0)
    if type(known) is int:
        known += rows
        if known >= WORTHWHILE:
            known = written_by(rule, arguments)
        if len(_SHEETS) >= KEPT:
            _SHEETS.clear()
        _SHEETS[layout] = known
    return known.fill_in(rule, arguments, columns) if isinstance(known, Worksheet) else rule(*arguments)


def written_by(rule: Callable[..., Any], arguments: tuple[Any, ...]) -> Worksheet | None:
    """The worksheet of a rule for arguments of this layout; None where it is not on paper."""
    sheet = Sheet()
    try:
        with silently():
            return Worksheet(sheet, rule(*sheet.blank(arguments)))
    except SURE:
        return None


_SHEETS: dict[Any, Worksheet | int | None] = {}
"""By the rule, the single values among its arguments and the reach of each column: the worksheet, None where the rule is
not on paper, or how many rows were asked for so far."""


def _layout(structure: Any, columns: list[NDArray[Any]]) -> Any:
    """All that a worksheet for this structure depends on, as a key; its columns are added to those found before."""
    if isinstance(structure, np.ndarray):
        columns.append(structure)
        return reach_of(structure)
    if isinstance(structure, tuple):
        return tuple([_layout(part, columns) for part in structure])
    if is_single(structure):
        return type(structure), structure
    return type(structure), *[_layout(getattr(structure, name), columns) for name in parts_of(structure)]


class Worksheet:
    """A rule's lines in order, and where each is kept while it is needed.

    Registers hold, one after the other: single numbers, columns given, columns of the answer, and buffers to work in,
    which are used again as soon as no line below needs them.
    """

    def __init__(self, sheet: Sheet, answer: Any) -> None:
        self.answer, self.given = answer, sheet.given
        self.fits: Any = True
        for each in sheet.expected:
            self.fits = self.fits & each
        results = list(dict.fromkeys(_lines_in((answer, self.fits))))
        self.results = [line for line in results if line.operation is not None]
        lines = _needed(sheet.lines, results)
        numbers = list(
            dict.fromkeys((type(each), each) for line in lines for each in line.of if type(each) is not Line)
        )
        self.numbers = [np.array(number) for _, number in numbers]
        self.buffers: list[Any] = []
        self.steps = self._steps(lines, [*numbers, *self.given, *self.results])

    def _steps(self, lines: list[Line], kept: list[Any]) -> list[tuple[Any, int, int | None, int]]:
        """Each line as an operation and the registers of what goes in and what comes out."""
        registers = {each: place for place, each in enumerate(kept)}
        last = {each: line for line in lines for each in line.of if type(each) is Line}
        free: dict[Any, list[int]] = {}
        steps = []
        for line in lines:
            of = [registers[each if type(each) is Line else (type(each), each)] for each in line.of]
            for each in dict.fromkeys(line.of):
                if type(each) is Line and last[each] is line and registers[each] >= len(kept):
                    free.setdefault(each.kind, []).append(registers[each])
            if line not in registers:
                if not free.setdefault(line.kind, []):
                    free[line.kind].append(len(kept) + len(self.buffers))
                    self.buffers.append(line.kind)
                registers[line] = free[line.kind].pop()
            steps.append((line.operation, of[0], of[1] if len(of) > 1 else None, registers[line]))
        return steps

    def fill_in(self, rule: Callable[..., Any], arguments: tuple[Any, ...], columns: list[NDArray[Any]]) -> Any:
        """The answer for these columns; rows that are not as expected are asked of the rule itself, together."""
        rows = len(columns[0])
        results = _empty([line.kind for line in self.results], rows)
        buffers = [np.empty(min(PIECE, rows), kind) for kind in self.buffers]
        for start in range(0, rows, PIECE):
            piece, size = slice(start, start + PIECE), min(PIECE, rows - start)
            columns_here = [each[piece] for each in (*columns, *results)]
            registers = [*self.numbers, *columns_here, *[each[:size] for each in buffers]]
            for operation, one, other, out in self.steps:
                if other is None:
                    operation(registers[one], out=registers[out])
                else:
                    operation(registers[one], registers[other], out=registers[out])
        found = dict(zip((*self.given, *self.results), (*columns, *results), strict=True))
        answer = _filled(self.answer, found)
        if self.fits is not True:
            places, own = np.flatnonzero(~found[self.fits]), {id(each) for each in results}
            for start in range(0, len(places), CHUNK):
                few = places[start : start + CHUNK]
                answer = _mended(answer, rule(*take(arguments, few, rows)), few, rows, own)
        return answer


def _empty(kinds: list[Any], rows: int) -> list[Any]:
    """Columns to be filled, those of one kind in one piece of memory.

    The system hands out a large piece in large pages; asking for each of many small ones took longer than filling it.
    """
    blocks = {kind: iter(np.empty((kinds.count(kind), rows), kind)) for kind in dict.fromkeys(kinds)}
    return [next(blocks[kind]) for kind in kinds]


def _needed(lines: list[Line], results: list[Line]) -> list[Line]:
    """The lines without which there would be no result, in order."""
    needed: set[Line] = set()
    waiting = list(results)
    while waiting:
        if (line := waiting.pop()) not in needed:
            needed.add(line)
            waiting += [each for each in line.of if type(each) is Line]
    return [line for line in lines if line in needed]


def _lines_in(structure: Any) -> Iterable[Line]:
    """The lines in an answer, in order."""
    if type(structure) is Line:
        yield structure
    for part in structure if isinstance(structure, tuple) else parts_of(structure):
        yield from _lines_in(part if isinstance(structure, tuple) else getattr(structure, part))


def _filled(structure: Any, found: dict[Line, NDArray[Any]]) -> Any:
    """The answer with the columns found in place of its lines."""
    return found[structure] if type(structure) is Line else with_parts(structure, lambda part: _filled(part, found))


def _mended(whole: Any, few: Any, places: NDArray[np.intp], rows: int, own: set[int]) -> Any:
    """The answer with those of a few rows put in. `own` names the columns that nothing else shares yet."""
    if isinstance(whole, tuple):
        return tuple([_mended(one, other, places, rows, own) for one, other in zip(whole, few, strict=True)])
    if names := parts_of(whole):
        return type(whole)(*[_mended(getattr(whole, n), getattr(few, n), places, rows, own) for n in names])
    if not isinstance(whole, np.ndarray):
        if np.all(few == whole):
            return whole
        whole = np.full(rows, whole)
    elif id(whole) in own:
        own.remove(id(whole))
    else:
        whole = whole.copy()
    whole[places] = few
    return whole
