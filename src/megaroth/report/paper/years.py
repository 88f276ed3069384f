"""The pages of the years to come: should I, is it worth it, what comes first; drawn, and as tables with the same figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from megaroth.kit.money import ZERO
from megaroth.outlook.answers import AGAINST, WorthAnswer
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.should import ShouldAnswer
from megaroth.report.charts.drawing import svg_of
from megaroth.report.charts.outlook import Charted, worth_charts
from megaroth.report.first_text import room_of
from megaroth.report.paper.beside import Beside
from megaroth.report.should_text import HEADS
from megaroth.report.worth_text import free, this_year, verdict, when, whole

TONES = {"yes": "yes", "yes-partly": "yes", "not-yet": "ask", "ask": "ask", "no": "no"}
_LONG = 14
"""A table of more rows is on the screen and in the JSON, not on paper: its chart says what it has to say."""


def outlook_content(beside: Beside, reach: Mapping[str, str]) -> dict[str, Any] | None:
    """The section, or None where nothing of it was asked. `reach`: by job, what can still go in, where that is not all."""
    worth = beside.worth
    if beside.should is None and beside.first is None and worth is None:
        return None
    return {
        "should": _should(beside.should, reach.get(beside.should.job.name, "")) if beside.should else None,
        "worth": _worth(worth, asks=beside.should is not None and beside.should.word == "ask")
        if isinstance(worth, WorthAnswer)
        else None,
        "not_compared": [f"{each.message[:1].upper()}{each.message[1:]} {each.remedy}" for each in worth]
        if isinstance(worth, list)
        else [],
        "first": _first(beside.first) if beside.first else None,
    }


def _should(answer: ShouldAnswer, reach: str) -> dict[str, Any]:
    reasons = sorted(answer.reasons, key=lambda each: list(HEADS).index(each.weight))
    return {
        "says": answer.says,
        "reach": f"Of {answer.amount}, {reach.replace(' of it', '')}"
        if reach and answer.amount is not None and not reach.startswith(str(answer.amount))
        else "",
        "tone": TONES[answer.word],
        "job": answer.job.name,
        "reasons": [
            {"head": HEADS[each.weight], "weight": each.weight, "says": each.says[:1].upper() + each.says[1:], "number": each.number, "turns": each.turns, "source": each.source}
            for each in reasons
        ],
    }  # fmt: skip


def _worth(answer: WorthAnswer, asks: bool) -> dict[str, Any]:
    made = answer.made
    return {
        "verdict": verdict(answer).replace("Yes: ", "If the plan says yes: ", 1) if asks else verdict(answer),
        "when": when(answer),
        "this_year": this_year(answer),
        "end": str(made.spend_age),
        "early": str(made.early_age),
        "free": free(answer),
        "ways": [
            {
                "called": way.called,
                "says": way.says,
                "left": whole(way.after_tax),
                "ahead": "–" if way.name == AGAINST else whole(way.ahead_by, sign=True),
                "early": whole(way.early),
            }
            for way in answer.ways
            if way.name != "none"
        ],
        "charts": [_chart(each) for each in worth_charts(answer)],
        "assumed": [{"says": each.says, "stated": each.stated} for each in answer.assumed],
        "findings": [f"{each.message} {each.remedy}".strip() for each in answer.findings],
    }


def _chart(charted: Charted) -> dict[str, Any]:
    shown = charted.rows if len(charted.rows) <= _LONG and charted.name != "ends" else ()
    return {
        "title": charted.title,
        "svg": svg_of(charted.spec),
        "alt": str(charted.spec["description"]),
        "headings": list(charted.headings) if shown else [],
        "rows": [list(row) for row in shown],
    }


def _first(answer: FirstAnswer) -> list[dict[str, str]]:
    return [
        {
            "called": place.called,
            "room": "–" if place.room == ZERO else room_of(place),
            "fills": "" if place.fills is None else str(place.fills),
            # Why nothing goes in, or what would make it known; the other notes are on the screen.
            "why": " ".join([place.why, *(place.notes if place.room == ZERO else ()), place.ask]).strip(),
        }
        for place in answer.places
    ]
