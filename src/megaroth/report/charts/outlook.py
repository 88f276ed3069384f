"""Charts of the outlook: growth year by year, what is left at the end, what markets may do, what moves the answer.

Each comes as a `Charted`: the specification, its alternative text inside, and the table with the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from megaroth.kit.money import NO_LIMIT, Money
from megaroth.outlook.compare import WorthAnswer, chance
from megaroth.outlook.first import FirstAnswer, Place
from megaroth.outlook.flowchart import Flowchart
from megaroth.report.charts.style import FAINT, INK, LINE, chart
from megaroth.report.worth_text import MARKETS, whole

WAYS = {
    "mega": "#e3942a", "yearly": "#b9752a", "late": "#8a5a2b", "unconverted": "#8793a1", "taxable": "#1d4f91",
    "pre_tax": "#5d6b7a", "roth_deferral": "#2f8f83", "debt": "#8fb573", "none": "#b9c2cc",
}  # fmt: skip
_DOLLARS = {"format": "$~s", "title": "today's dollars"}


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
    order = [way.called for way in ways]
    title = f"What the same take-home money leaves at {answer.made.spend_age}, after all taxes"
    spec = chart(
        f"{title}: most, {whole(best.after_tax)}, by this way: {best.called}. The table has every way.",
        values,
        height={"step": 26},
        encoding={
            "y": {"field": "way", "type": "nominal", "sort": order, "axis": {"title": None, "labelLimit": 190}},
            "x": {"field": "left", "type": "quantitative", "axis": _DOLLARS},
        },
        layer=[
            {"mark": {"type": "bar"}, "encoding": {"color": _colours([way.name for way in ways], order, "way", legend=False)}},
            {"mark": {"type": "text", "align": "left", "dx": 4, "color": INK, "fontSize": 11}, "encoding": {"text": {"field": "shown"}}},
        ],
    )  # fmt: skip
    rows = tuple((way.called, str(way.after_tax), str(way.ahead_by), str(way.early)) for way in ways)
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
                "axis": {"format": "d", "title": None},
            },
            "y": {"field": "cash", "type": "quantitative", "axis": _DOLLARS},
            "color": _colours([way.name for way in ways], [way.called for way in ways], "way"),
            "strokeDash": {"field": "way", "type": "nominal", "legend": None, "sort": [way.called for way in ways]},
        },
    )
    rows = tuple(
        (str(year.year), str(year.age), *(str(way.cash[at]) for way in ways)) for at, year in enumerate(answer.years)
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
        rows.append((MARKETS[found.model], f"{found.futures:,}", str(low), str(middle), str(high), share))
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
    rows = tuple((m.what, m.low, str(m.ahead_low), m.high, str(m.ahead_high)) for m in answer.sensitivity)
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


def flowchart_chart(found: Flowchart) -> Charted:
    """The flowchart as boxes and lines; the taken path is heavy and marked, not only coloured."""
    questions = [node for node in found.nodes if node.kind == "question"]
    place: dict[str, tuple[float, float]] = {node.key: (0.0, float(at)) for at, node in enumerate(questions)}
    place["go"] = (0.0, float(len(questions)))
    for node in questions:
        outs = [e for e in found.edges if e.start == node.key and e.to not in place]
        for at, edge in enumerate(outs):
            place[edge.to] = (1.0, place[node.key][1] + (at - (len(outs) - 1) / 2) * 0.46)
    boxes = [
        {
            "x": place[n.key][0],
            "y": place[n.key][1],
            "text": _folded(n.text),
            "answer": n.answer,
            "taken": n.taken,
            "kind": n.kind,
        }
        for n in found.nodes
    ]
    lines = [
        {"x": place[e.start][0], "y": place[e.start][1], "x2": place[e.to][0], "y2": place[e.to][1], "label": e.label,
         "mx": (place[e.start][0] + place[e.to][0]) / 2, "my": (place[e.start][1] + place[e.to][1]) / 2, "taken": e.taken}
        for e in found.edges
    ]  # fmt: skip
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [-0.45, 1.45]}}
    y = {
        "field": "y",
        "type": "quantitative",
        "axis": None,
        "scale": {"reverse": True, "domain": [-0.6, len(questions) + 0.6]},
    }
    heavy = {"condition": {"test": "datum.taken", "value": 3}, "value": 1}
    colour = {"condition": {"test": "datum.taken", "value": WAYS["mega"]}, "value": LINE}
    path = "; ".join(f"{node.text} {node.answer}".strip() for node in found.path)
    spec = chart(
        f"{found.title} Your path: {path}.",
        [],
        height=110 * (len(questions) + 1),
        layer=[
            {"data": {"values": lines}, "mark": {"type": "rule"},
             "encoding": {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}, "size": heavy, "color": colour}},
            {"data": {"values": boxes}, "mark": {"type": "point", "shape": "square", "filled": True, "size": 9000, "opacity": 1},
             "encoding": {"x": x, "y": y, "color": {"value": "#ffffff"}}},
            {"data": {"values": boxes}, "mark": {"type": "text", "fontSize": 11, "lineBreak": "\n", "color": INK},
             "encoding": {"x": x, "y": y, "text": {"field": "text"},
                          "color": {"condition": {"test": "datum.taken", "value": INK}, "value": FAINT}}},
            {"data": {"values": lines}, "mark": {"type": "text", "fontSize": 10, "dy": -6, "color": INK},
             "encoding": {"x": {**x, "field": "mx"}, "y": {**y, "field": "my"}, "text": {"field": "label"}}},
        ],
    )  # fmt: skip
    rows = tuple((node.text, node.answer, node.because, "yes" if node.taken else "no") for node in found.nodes)
    return Charted("flowchart", found.title, spec, ("Question or end", "Your answer", "Because", "On your path"), rows)


def _folded(text: str, width: int = 44) -> str:
    import textwrap

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
