"""Charts: valid specifications that can be drawn, each with its alternative text and a table of the same figures."""

from __future__ import annotations

import pytest
from tests.outlook.households import CASH, first, should, worth

from megaroth.report.charts.outlook import Charted, first_chart, flowchart_chart, worth_charts

SHORT = {"work_until_age": 45, "spend_age": 50, "paths": 200}


@pytest.fixture(scope="module")
def charts() -> list[Charted]:
    made = worth_charts(worth(markets=True, sensitivity=True, outlook=SHORT))
    return [*made, first_chart(first(cash=CASH)), flowchart_chart(should(cash=CASH).chart)]


def test_all_are_there(charts: list[Charted]) -> None:
    assert [chart.name for chart in charts] == ["ends", "growth", "markets", "sensitivity", "first", "flowchart"]


def test_each_has_words_and_a_table(charts: list[Charted]) -> None:
    for chart in charts:
        assert len(chart.spec["description"]) > 40
        assert chart.rows
        assert all(len(row) == len(chart.headings) for row in chart.rows)


def test_each_can_be_drawn(charts: list[Charted]) -> None:
    pytest.importorskip("vl_convert")
    from megaroth.report.charts.drawing import svg_of

    for chart in charts:
        assert svg_of(chart.spec).startswith("<svg")


def test_the_table_has_the_figures_of_the_chart(charts: list[Charted]) -> None:
    ends = next(chart for chart in charts if chart.name == "ends")
    drawn = [int(value["left"] + 0.5) for value in ends.spec["data"]["values"]]
    table = [
        int(row[1].replace("$", "").replace(",", "")) for row in ends.rows
    ]  # whole dollars, as everywhere so far ahead
    assert drawn == table
    growth = next(chart for chart in charts if chart.name == "growth")
    assert len(growth.spec["data"]["values"]) == len(growth.rows) * (len(growth.headings) - 2)
