"""Charts of the outlook: growth year by year, what is left at the end, what markets may do, what moves the answer.

Each comes as a `Charted`: the specification, its alternative text inside, and the table with the same figures.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from megaroth.kit.money import NO_LIMIT, Money
from megaroth.outlook.answers import WorthAnswer, chance
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.flowchart import Flowchart
from megaroth.outlook.places import Place
from megaroth.report.charts.style import FAINT, INK, LINE, chart
from megaroth.report.plain import plain
from megaroth.report.worth_text import MARKETS, whole

WAYS = {
    "mega": "#e3942a", "yearly": "#b9752a", "late": "#8a5a2b", "unconverted": "#8793a1", "taxable": "#1d4f91",
    "pre_tax": "#5d6b7a", "roth_deferral": "#2f8f83", "debt": "#8fb573", "none": "#b9c2cc",
}  # fmt: skip
_DOLLARS = {"format": "$~s", "title": "today's dollars", "tickCount": 6, "labelFlush": False}


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart and its table twin: headings, and rows of the same figures as text."""

    name: str
    title: str
    spec: dict[str, Any]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {"name": self.name, "title": self.title, "spec": self.spec, "headings": list(self.headings),
                "rows": [list(row) for row in self.rows]}  # fmt: skip


def worth_charts(answer: WorthAnswer) -> tuple[Charted, ...]:
    """Every chart of the comparison, in the order of the page."""
    made = [ends_chart(answer), growth_chart(answer)]
    made += [markets_chart(answer)] if any(each.futures for each in answer.uncertain) else []
    made += [sensitivity_chart(answer)] if answer.sensitivity else []
    return tuple(made)


def ends_chart(answer: WorthAnswer) -> Charted:
    """What each way leaves at the end."""
    ways = [way for way in answer.ways if way.name != "none"]
    values = [{"way": way.called, "left": _number(way.after_tax), "shown": whole(way.after_tax)} for way in ways]
    best = max(ways, key=lambda way: int(way.after_tax.cents))
    order, most = [way.called for way in ways], max(_number(best.after_tax), 1.0)
    title = f"What the same take-home money leaves at {answer.made.spend_age}, after all taxes"
    spec = chart(
        f"{title}: most, {whole(best.after_tax)}, by this way: {best.called}. The table has every way.",
        values,
        height={"step": 26},
        encoding={
            "y": {"field": "way", "type": "nominal", "sort": order, "axis": {"title": None, "labelLimit": 190}},
            "x": {"field": "left", "type": "quantitative", "axis": _DOLLARS, "scale": {"domain": [0, most * 1.2]}},
        },
        layer=[
            {"mark": {"type": "bar"}, "encoding": {"color": _colours([way.name for way in ways], order, "way", legend=False)}},
            {"mark": {"type": "text", "align": "left", "dx": 4, "color": INK, "fontSize": 11}, "encoding": {"text": {"field": "shown"}}},
        ],
    )  # fmt: skip
    rows = tuple((way.called, whole(way.after_tax), whole(way.ahead_by), whole(way.early)) for way in ways)
    headings = (
        "Way",
        f"Left at {answer.made.spend_age}",
        "Against a taxable account",
        f"Free at {answer.made.early_age}",
    )
    return Charted("ends", title, spec, headings, rows)


def growth_chart(answer: WorthAnswer) -> Charted:
    """What everything would bring if it were taken out at once at the end of each year."""
    ways = [way for way in answer.ways if way.name in ("mega", "unconverted", "taxable")]
    values = [
        {"year": year.year, "way": way.called, "cash": _number(cash)}
        for way in ways
        for year, cash in zip(answer.years, way.cash, strict=True)
    ]
    title = "What all of it would bring, taken out at once at the end of each year"
    since = "never" if answer.break_even is None else f"from {answer.break_even} on"
    spec = chart(
        f"{title}, taxes and penalties off: the first is not behind a taxable account {since}. The table has every year.",
        values,
        height=230,
        mark={"type": "line", "strokeWidth": 2.5},
        encoding={
            "x": {
                "field": "year",
                "type": "quantitative",
                "scale": {"zero": False},
                "axis": {"format": "d", "title": None, "tickCount": 6},
            },
            "y": {"field": "cash", "type": "quantitative", "axis": _DOLLARS},
            "color": _colours([way.name for way in ways], [way.called for way in ways], "way"),
            "strokeDash": {"field": "way", "type": "nominal", "legend": None, "sort": [way.called for way in ways]},
        },
    )
    rows = tuple(
        (str(year.year), str(year.age), *(whole(way.cash[at]) for way in ways)) for at, year in enumerate(answer.years)
    )
    return Charted("growth", title, spec, ("Year", "Age", *(way.called for way in ways)), rows)


def markets_chart(answer: WorthAnswer) -> Charted:
    """By how much it is ahead of a taxable account, in eight of ten futures, and in the middle one."""
    first, values, rows = answer.ways[0].name, [], []
    for found in answer.uncertain:
        if (spread := found.of(first)) is None or not found.futures:
            continue
        low, middle, high = spread.difference_low, spread.difference, spread.difference_high
        values.append(
            {"market": MARKETS[found.model], "low": _number(low), "middle": _number(middle), "high": _number(high)}
        )
        share = f"{chance(spread.ahead, found.futures)}%"
        rows.append((MARKETS[found.model], f"{found.futures:,}", whole(low), whole(middle), whole(high), share))
    title = f"Ahead of a taxable account at {answer.made.spend_age}, if markets go otherwise"
    order = [value["market"] for value in values]
    y = {"field": "market", "type": "nominal", "sort": order, "axis": {"title": None, "labelLimit": 210}}
    spec = chart(
        f"{title}: eight of ten futures lie in the bar, the tick is the middle one. The table has the figures.",
        values,
        height={"step": 34},
        layer=[
            {"mark": {"type": "bar", "color": WAYS["mega"], "opacity": 0.45, "height": 14},
             "encoding": {"y": y, "x": {"field": "low", "type": "quantitative", "axis": _DOLLARS}, "x2": {"field": "high"}}},
            {"mark": {"type": "tick", "color": INK, "thickness": 3, "size": 20},
             "encoding": {"y": y, "x": {"field": "middle", "type": "quantitative"}}},
        ],
    )  # fmt: skip
    headings = ("Market", "Futures", "One in ten below", "Middle", "One in ten above", "Ahead in")
    return Charted("markets", title, spec, headings, tuple(rows))


def sensitivity_chart(answer: WorthAnswer) -> Charted:
    """What moves the answer most, the widest bar first."""
    base = _number(answer.ways[0].ahead_by)
    values = [
        {
            "what": moved.what,
            "from": min(_number(moved.ahead_low), _number(moved.ahead_high)),
            "to": max(_number(moved.ahead_low), _number(moved.ahead_high)),
            "ends": f"{moved.low} … {moved.high}",
        }
        for moved in answer.sensitivity
    ]
    title = "What moves the answer: ahead of a taxable account by"
    order = [moved.what for moved in answer.sensitivity]
    y = {"field": "what", "type": "nominal", "sort": order, "axis": {"title": None, "labelLimit": 220}}
    spec = chart(
        f"{title}, one assumption changed at a time. “{order[0]}” moves it most. The table has the figures.",
        values,
        height={"step": 26},
        layer=[
            {"mark": {"type": "bar", "color": WAYS["taxable"], "height": 14},
             "encoding": {"y": y, "x": {"field": "from", "type": "quantitative", "axis": _DOLLARS}, "x2": {"field": "to"}}},
            {"mark": {"type": "rule", "color": INK, "strokeDash": [4, 3]}, "encoding": {"x": {"datum": base}}},
        ],
    )  # fmt: skip
    rows = tuple(
        (m.what, m.low.removesuffix(".00"), whole(m.ahead_low), m.high.removesuffix(".00"), whole(m.ahead_high))
        for m in answer.sensitivity
    )
    return Charted("sensitivity", title, spec, ("What", "If", "Ahead by", "If", "Ahead by"), rows)


def first_chart(answer: FirstAnswer) -> Charted:
    """The steps: room, and what the cash fills of it."""
    known = [place for place in answer.places if place.room is not None and int(place.room.cents) > 0]
    values = [_step(place) for place in known]
    order = [place.called for place in known]
    title = f"What comes first in {answer.household.year}: room of each step, and what your cash fills"
    y = {"field": "step", "type": "nominal", "sort": order, "axis": {"title": None, "labelLimit": 240}}
    spec = chart(
        f"{title}. Steps from top to bottom; the outline is the room, the filled part your cash. The table has the figures.",
        values,
        height={"step": 26},
        layer=[
            {"mark": {"type": "bar", "color": LINE, "stroke": FAINT, "height": 15},
             "encoding": {"y": y, "x": {"field": "room", "type": "quantitative", "axis": {"format": "$~s", "title": "dollars"}}}},
            {"mark": {"type": "bar", "color": WAYS["mega"], "height": 9},
             "encoding": {"y": y, "x": {"field": "fills", "type": "quantitative"}}},
        ],
    )  # fmt: skip
    rows = tuple(
        (place.called, "not known" if place.room is None else str(place.room), "" if place.fills is None else str(place.fills), place.why)
        for place in answer.places
    )  # fmt: skip
    return Charted("first", title, spec, ("Step", "Room", "Your cash fills", "Why it stands here"), rows)


def _step(place: Place) -> dict[str, Any]:
    fills = 0.0 if place.fills is None else _number(place.fills)
    room = fills if place.room is None or place.room >= NO_LIMIT else _number(place.room)
    return {"step": place.called, "room": room, "fills": fills}


_LEFT, _RIGHT = (0.0, 0.46), (0.6, 1.0)
"""Where the questions and the ways out stand, as shares of the width."""
_TALL, _LOW = 0.32, 0.19
"""Half the height of a question's box, and of an end's; the next question stands one below."""
_LINE_HEIGHT = 13 / 105
"""A line of text against the distance of two questions."""


def flowchart_chart(found: Flowchart) -> Charted:
    """The flowchart as boxes and lines; the taken path is heavy, and its boxes say so, not only their colour."""
    boxes = _boxes(found)
    lines = _lines(found, {box["key"]: box for box in boxes})
    rows_of_boxes = sum(1 for node in found.nodes if node.kind == "question") + 1
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, 1]}}
    y = {
        "field": "y",
        "type": "quantitative",
        "axis": None,
        "scale": {"reverse": True, "domain": [-0.4, rows_of_boxes - 0.6]},
    }
    x2, y2 = {"field": "x2"}, {"field": "y2"}
    stroke = {"condition": {"test": "datum.taken", "value": WAYS["mega"]}, "value": LINE}
    heavy = {"condition": {"test": "datum.taken", "value": 3}, "value": 1}
    ink = {"condition": {"test": "datum.taken", "value": INK}, "value": FAINT}
    middle_x, middle_y = {**x, "field": "mx"}, {**y, "field": "my"}
    path = "; ".join(f"{node.text} {node.answer}".strip() for node in found.path)
    spec = chart(
        f"{found.title} Your path: {path}.",
        [],
        height=105 * rows_of_boxes,
        layer=[
            {"data": {"values": lines}, "mark": {"type": "rule"},
             "encoding": {"x": x, "y": y, "x2": x2, "y2": y2, "size": heavy, "color": stroke}},
            {"data": {"values": boxes}, "mark": {"type": "rect", "cornerRadius": 5, "fill": "#ffffff"},
             "encoding": {"x": x, "y": y, "x2": x2, "y2": y2, "stroke": stroke, "strokeWidth": heavy}},
            {"data": {"values": boxes}, "mark": {"type": "text", "fontSize": 11, "lineBreak": "\n", "baseline": "middle"},
             "encoding": {"x": middle_x, "y": {**y, "field": "ty"}, "text": {"field": "text"}, "color": ink}},
            {"data": {"values": lines}, "mark": {"type": "text", "fontSize": 10, "align": "left", "dx": 5, "dy": -6},
             "encoding": {"x": middle_x, "y": middle_y, "text": {"field": "label"}, "color": ink}},
        ],
    )  # fmt: skip
    rows = tuple((node.text, node.answer, node.because, "yes" if node.taken else "no") for node in found.nodes)
    return Charted("flowchart", found.title, spec, ("Question or end", "Your answer", "Because", "On your path"), rows)


def _boxes(found: Flowchart) -> list[dict[str, Any]]:
    """Questions below each other on the left, the ways out of each beside it on the right."""
    made, row = [], -1
    outs = {
        node.key: [e.to for e in found.edges if e.start == node.key and e.to.startswith(f"{node.key}-")]
        for node in found.nodes
    }
    beside: dict[str, float] = {}
    for node in found.nodes:
        if node.kind == "question" or node.key == "go":
            row += 1
            place, middle, half = _LEFT, float(row), _TALL
            for at, out in enumerate(outs[node.key]):
                beside[out] = row + (at - (len(outs[node.key]) - 1) / 2) * 2.4 * _LOW
        else:
            place, middle, half = _RIGHT, beside[node.key], _LOW
        answer = f"\n=> {node.answer}" if node.answer and node.taken else ""
        mark = "\n(your answer)" if node.taken and node.kind == "end" else ""
        text = _folded(plain(node.text), 50 if place == _LEFT else 44) + answer + mark
        # Several lines of text hang down from their place: it is moved up by half of what hangs.
        lift = text.count("\n") * _LINE_HEIGHT / 2
        made.append(
            {"key": node.key, "x": place[0], "x2": place[1], "y": middle - half, "y2": middle + half, "my": middle,
             "mx": sum(place) / 2, "ty": middle - lift, "text": text, "taken": node.taken}
        )  # fmt: skip
    return made


def _lines(found: Flowchart, boxes: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """One line between two boxes, with every answer that leads along it."""
    labels: dict[tuple[str, str], list[str]] = {}
    for edge in found.edges:
        labels.setdefault((edge.start, edge.to), []).append(edge.label)
    made = []
    for (start, to), words in labels.items():
        one, other = boxes[start], boxes[to]
        down = one["x"] == other["x"]
        line = (
            {"x": one["mx"], "x2": one["mx"], "y": one["y2"], "y2": other["y"]}
            if down
            else {"x": one["x2"], "x2": other["x"], "y": other["my"], "y2": other["my"]}
        )
        middle = {
            "mx": (line["x"] + line["x2"]) / 2 - (0 if down else 0.06),
            "my": (line["y"] + line["y2"]) / 2 + (0.06 if down else 0),
        }
        taken = any(edge.taken for edge in found.edges if (edge.start, edge.to) == (start, to))
        made.append({**line, **middle, "label": " / ".join(words), "taken": taken})
    return made


def _folded(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width))


def _colours(names: list[str], called: list[str], field: str, legend: bool = True) -> dict[str, Any]:
    made: dict[str, Any] = {
        "field": field,
        "type": "nominal",
        "scale": {"domain": called, "range": [WAYS[name] for name in names]},
    }
    return made if legend else {**made, "legend": None}


def _number(amount: Money | None) -> float:
    return 0.0 if amount is None else int(amount.cents) / 100
