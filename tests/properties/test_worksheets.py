"""The room on a worksheet: one law, one plan, many people; every row as if that person had asked alone.

The generated test of every rule gives each row a law and a plan of its own; here they are single values, as they are for
a sponsor, so what is folded away, and what a line is taken to reach, is tried too.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from benchmarks.population import PLANS, people
from hypothesis import given
from hypothesis import strategies as st
from test_rules import drawn, row  # type: ignore[import-not-found]

from megaroth.kit import worksheet
from megaroth.kit.column import stack
from megaroth.kit.line import Line, Sheet
from megaroth.kit.worksheet import over_columns, written_by
from megaroth.law.book import Law, law_for
from megaroth.plan.model import Plan
from megaroth.room.room import Facts, find_room

LAW = law_for(2026)


@pytest.fixture(autouse=True)
def worksheets_for_few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "WORTHWHILE", 1)
    monkeypatch.setattr(worksheet, "PIECE", 4)


@given(drawn(Law), drawn(Plan), st.lists(drawn(Facts), min_size=1, max_size=9))
def test_every_row_is_as_if_asked_alone(law: Law, plan: Plan, rows: list[Facts]) -> None:
    together = over_columns(find_room, law, plan, stack(rows))
    for number, facts in enumerate(rows):
        assert row(together, number) == row(find_room(law, plan, facts), 0)


def test_the_plans_of_the_benchmark_are_on_paper() -> None:
    for plan in PLANS:
        sheet = written_by(find_room, (LAW, plan, people(50)))
        assert sheet is not None
        assert 20 < len(sheet.steps) < 80
        assert len(sheet.buffers) < 8


@given(st.sampled_from(PLANS), st.lists(drawn(Facts), min_size=2, max_size=9))
def test_no_line_leaves_its_range(plan: Plan, rows: list[Facts]) -> None:
    """Every line, whether it is needed or not, filled in for all rows."""
    columns: list[Any] = []
    facts, sheet = stack(rows), Sheet()
    find_room(LAW, plan, sheet.blank(facts))
    worksheet._layout(facts, columns)
    values: dict[Line, Any] = dict(zip(sheet.given, columns, strict=True))
    for line in sheet.lines:
        out = np.empty(len(rows), line.kind)
        line.operation(*[values[each] if isinstance(each, Line) else each for each in line.of], out=out)
        values[line] = out
        assert line.low <= out.min()
        assert out.max() <= line.high
    assert len(sheet.lines) > 40
